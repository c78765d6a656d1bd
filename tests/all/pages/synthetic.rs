//! A report that nobody would write: every extreme that the pages must bear, in one folder of
//! data made from the report's own.

use std::fs;
use std::path::Path;

use toml::{Table, Value};

use crate::cli::{copy, repo};

/// Danish words of all lengths, one after another for ever.
const WORDS: [&str; 24] = [
    "unge",
    "får",
    "støtte",
    "i",
    "kommunens",
    "kriminalpræventive",
    "indsats",
    "og",
    "møder",
    "hver",
    "uge",
    "en",
    "beskæftigelsesvejleder",
    "som",
    "kender",
    "boligområdet",
    "på",
    "Ærø",
    "ved",
    "fritidstilbuddene",
    "gennem",
    "hele",
    "året",
    "Tryghedspartnerskabet",
];

/// So many words in sentences of eleven.
fn sentences(count: usize) -> String {
    let mut text = String::new();
    for (index, word) in WORDS.iter().cycle().take(count).enumerate() {
        let first = index % 11 == 0;
        let capital = word.chars().next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
        let rest = word.chars().skip(1).collect::<String>();
        text += &if first { format!("{capital}{rest}") } else { (*word).to_owned() };
        text += if index % 11 == 10 || index + 1 == count { ". " } else { " " };
    }
    text.trim_end().to_owned()
}

/// So many words in paragraphs of 66.
fn paragraphs(count: usize) -> String {
    let mut left = count;
    let mut parts = Vec::new();
    while left > 0 {
        parts.push(sentences(left.min(66)));
        left -= left.min(66);
    }
    parts.join("\n\n")
}

/// An indsats of the report's, with its own blocks left out.
fn plain(id: &str, name: &str) -> Table {
    let path = repo().join("tests/fixtures/2024/indsatser").join(format!("{id}.toml"));
    let mut indsats: Table = fs::read_to_string(path).expect("text").parse().expect("TOML");
    indsats.insert("navn".to_owned(), name.into());
    indsats.remove("kort_navn");
    part(&mut indsats, "overblik").insert("navn".to_owned(), name.into());
    indsats.remove("blok");
    indsats.remove("accepteret");
    indsats
}

fn part<'a>(indsats: &'a mut Table, name: &str) -> &'a mut Table {
    indsats.get_mut(name).and_then(Value::as_table_mut).expect("a table")
}

fn put(table: &mut Table, key: &str, value: impl Into<Value>) {
    table.insert(key.to_owned(), value.into());
}

/// Blocks written as TOML.
fn blocks(indsats: &mut Table, text: &str) {
    let mut blocks: Table = text.parse().expect("TOML");
    put(indsats, "blok", blocks.remove("blok").expect("blocks"));
}

/// Of so many words: a fifth stands on the verso, the rest among its own blocks.
fn of_length(name: &str, words: usize) -> Table {
    let mut indsats = plain("ludo", name);
    put(&mut indsats, "lead", sentences(words.min(40) / 2));
    put(&mut indsats, "beskrivelse", paragraphs(words / 5));
    let rest = paragraphs(words - words / 5);
    blocks(&mut indsats, &format!("[[blok]]\nslags = \"tekst\"\ntekst = '''\n{rest}\n'''"));
    indsats
}

fn long_names() -> Table {
    let name = "Kriminalpræventivt samarbejde mellem helhedsorienterede boligsociale indsatser, \
                fritidstilbud, skoler og gadeplansmedarbejdere"
        .to_owned();
    assert!(name.chars().count() >= 120, "{}", name.chars().count());
    let mut indsats = plain("sjakket", &name);
    put(&mut indsats, "undertitel", format!("{name}, også i weekenden").as_str());
    part(&mut indsats, "overblik").insert("problem".to_owned(), sentences(60).into());
    part(&mut indsats, "overblik").insert("maalgruppe".to_owned(), sentences(60).into());
    indsats
}

/// Nothing but what every indsats must have.
fn bare() -> Table {
    let mut indsats = plain("ludo", "Intet eget");
    part(&mut indsats, "brugere").remove("serie");
    put(&mut indsats, "beskrivelse", sentences(20));
    indsats
}

/// Every text three times over.
fn thrice(id: &str) -> Table {
    let path = repo().join("tests/fixtures/2024/indsatser").join(format!("{id}.toml"));
    let mut indsats: Table = fs::read_to_string(path).expect("text").parse().expect("TOML");
    fn again(table: &mut Table) {
        for (key, value) in table.iter_mut() {
            match value {
                Value::String(text) if matches!(key.as_str(), "lead" | "beskrivelse" | "tekst") => {
                    *text = format!("{text}\n\n{text}\n\n{text}");
                }
                Value::Table(table) => again(table),
                Value::Array(parts) => {
                    parts.iter_mut().filter_map(Value::as_table_mut).for_each(again);
                }
                _ => {}
            }
        }
    }
    again(&mut indsats);
    indsats
}

/// A word of 5,000 letters in the text, and longer ones than any column everywhere else.
fn long_words() -> Table {
    let mut indsats = plain("ludo", "Lange ord");
    let word = |letters: usize| "kriminalpræventionsmedarbejder".chars().cycle().take(letters);
    let word = |letters: usize| word(letters).collect::<String>();
    put(&mut indsats, "beskrivelse", format!("Et ord: {} og så videre.", word(5_000)));
    part(&mut indsats, "overblik").insert("problem".to_owned(), word(150).into());
    let long = word(200);
    blocks(
        &mut indsats,
        &format!(
            "[[blok]]\nslags = \"tabel\"\ntitel = \"Tabel\"\nraekkehoved = \"Navn\"\n\
             visning = \"tabel\"\nkolonner = [{{ navn = \"{long}\" }}]\n\
             raekker = [{{ navn = \"{long}\", celler = [\"{long}\"] }}]\n\
             [[blok]]\nslags = \"fremhaevet\"\ntekst = \"{long}\"\n\
             [[blok]]\nslags = \"citat\"\ntekst = \"{long}\"\nperson = \"{long}\"\n"
        ),
    );
    indsats
}

/// Tables of a hundred rows, of cells with whole paragraphs, of many columns.
fn tables() -> Table {
    let mut indsats = plain("ludo", "Store tabeller");
    let row = |index: usize| {
        format!("{{ navn = \"Række {index}\", celler = [{index}, {}] }}", 100 - index)
    };
    let rows: Vec<String> = (1..=100).map(row).collect();
    let cell = sentences(90);
    let wide: Vec<String> = (2010..2022).map(|year| format!("{{ navn = \"{year}\" }}")).collect();
    let figures: Vec<String> = (0..12).map(|n| (1_234_567 * n).to_string()).collect();
    blocks(
        &mut indsats,
        &format!(
            "[[blok]]\nslags = \"tabel\"\ntitel = \"Hundrede rækker\"\nraekkehoved = \"Navn\"\n\
             visning = \"tabel\"\nkolonner = [{{ navn = \"Før\" }}, {{ navn = \"Efter\" }}]\n\
             raekker = [{}]\n\
             [[blok]]\nslags = \"tabel\"\ntitel = \"Lange celler\"\nraekkehoved = \"Navn\"\n\
             kolonner = [{{ navn = \"Det ene\" }}, {{ navn = \"Det andet\" }}]\n\
             raekker = [{{ navn = \"A\", celler = [\"{cell}\", \"-\"] }},\
               {{ navn = \"B\", celler = [\"-\", \"{cell}\"] }},\
               {{ navn = \"{cell}\", celler = [\"-\", \"-\"] }}]\n\
             [[blok]]\nslags = \"tabel\"\ntitel = \"Mange spalter\"\nraekkehoved = \"År\"\n\
             visning = \"tabel\"\nkolonner = [{}]\nraekker = [{{ navn = \"Kroner\", celler = [{}] }}]\n",
            rows.join(", "),
            wide.join(", "),
            figures.join(", "),
        ),
    );
    indsats
}

fn figures() -> Table {
    let mut indsats = plain("ludo", "Fyrre figurer");
    let figure = |n: usize| {
        format!(
            "[[blok]]\nslags = \"figur\"\ntitel = \"Figur {n} om de unges vej\"\nenhed = \"antal\"\n\
             kategorier = [\"2021\", \"2022\", \"2023\"]\n\
             serier = [{{ navn = \"Unge\", vaerdier = [{n}, {}, {}] }}]\n",
            n + 3,
            2 * n + 1
        )
    };
    blocks(&mut indsats, &(1..=40).map(figure).collect::<String>());
    indsats
}

/// One paragraph, one list, one quote, one statement, each longer than a page; steps and callouts.
fn unbroken() -> Table {
    let mut indsats = plain("ludo", "Uden afsnit");
    let items: String = (1..=120).map(|n| format!("- Punkt {n} om de unge i byen\n")).collect();
    let text = sentences(1_200);
    let quote = sentences(600);
    let step = sentences(40);
    part(&mut indsats, "brugere").insert("tekst".to_owned(), sentences(700).into());
    blocks(
        &mut indsats,
        &format!(
            "[[blok]]\nslags = \"tekst\"\ntekst = '''\n{text}\n\n{items}'''\n\
             [[blok]]\nslags = \"citat\"\ntekst = '''\n{quote}\n'''\nperson = \"Dreng\"\n\
             [[blok]]\nslags = \"fremhaevet\"\ntekst = '''\n{quote}\n'''\n\
             [[blok]]\nslags = \"overskrift\"\ntekst = \"Trin\"\n\
             [[blok]]\nslags = \"trin\"\ntrin = [{}]\n",
            (1..=20)
                .map(|n| format!("{{ navn = \"Trin {n}\", tekst = \"{step}\" }}"))
                .collect::<Vec<_>>()
                .join(", "),
        ),
    );
    indsats
}

/// Writes the data into a folder.
pub(super) fn write(to: &Path) {
    copy(&repo().join("tests/fixtures/2024"), to);
    let folder = to.join("indsatser");
    fs::remove_dir_all(&folder).expect("removed");
    fs::create_dir(&folder).expect("a folder");
    let all = [
        ("ord-50", of_length("Halvtreds ord", 50)),
        ("ord-300", of_length("Tre hundrede ord", 300)),
        ("ord-1000", of_length("Tusind ord", 1_000)),
        ("ord-3000", of_length("Tre tusind ord", 3_000)),
        ("navn", long_names()),
        ("intet", bare()),
        ("tredobbelt", thrice("koebenhavnerteamet")),
        ("tredobbelt-ssp", thrice("ssp-plus")),
        ("lange-ord", long_words()),
        ("tabeller", tables()),
        ("figurer", figures()),
        ("uden-afsnit", unbroken()),
    ];
    let mut report: Table =
        fs::read_to_string(to.join("rapport.toml")).expect("text").parse().expect("TOML");
    report.remove("overblik_raekkefoelge");
    report.insert(
        "raekkefoelge".to_owned(),
        all.iter().map(|(id, _)| (*id).into()).collect::<Vec<Value>>().into(),
    );
    fs::write(to.join("rapport.toml"), report.to_string()).expect("written");
    for (id, indsats) in all {
        fs::write(folder.join(format!("{id}.toml")), indsats.to_string()).expect("written");
    }
}
