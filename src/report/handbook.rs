//! The handbook: a Danish reference made from the model, the examples of its schema and the catalogue
//! of words, so that it cannot be out of date.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::codes;
use super::fields::label;
use super::form::answer::state_word;
use super::model::Tilstand;
use super::schema::{DataFile, schema};
use crate::words::Words;

/// Why writing a line cannot fail.
const MEMORY: &str = "a string takes all that is written to it";

/// What the handbook tells besides the data files.
#[derive(Debug, Clone, Default)]
pub struct More {
    /// Commands: name and what they do.
    pub commands: Vec<(String, String)>,
    /// Placeholders of computed figures, with what they print in the report at hand.
    pub placeholders: Vec<(String, String)>,
    /// Pictures (SVG) of the kinds of blocks.
    pub pictures: Vec<(String, String)>,
    /// The theme's file.
    pub theme: String,
    /// The contract with the layouts, as JSON.
    pub contract: String,
    /// A printer profile as an example.
    pub printer: String,
}

/// The year's round, from one report to the next.
const ROUND: [(&str, &str); 9] = [
    (
        "sats new 2025",
        "Laver næste års mappe: årets tal bliver til »udfyldes«, og sidste års tekster venter på at blive bekræftet.",
    ),
    (
        "sats export form",
        "Skriver et skema (.xlsx) til hver forvaltning med det, den skal svare på.",
    ),
    (
        "sats import skema-2025-sof.xlsx",
        "Læser de udfyldte skemaer ind, fortæller felt for felt, hvad de ændrer, og skriver alt eller intet. Prøv først med --dry-run.",
    ),
    ("sats check --forvaltning SOF", "Viser, hvad der mangler, er forkert eller er tvivlsomt."),
    ("sats preview", "Viser rapporten i browseren og følger hver rettelse."),
    (
        "sats build draft --since 2024",
        "Laver udkastet til forvaltningerne med ændringer, mangler og linjenumre.",
    ),
    (
        "sats comments udkast-fra-sof.pdf",
        "Læser kommentarerne i de udkast, der kommer tilbage: hver til sin side, sin indsats og sit felt.",
    ),
    ("sats confirm", "Viser de af sidste års tekster, der ikke er bekræftet, og bekræfter dem."),
    ("sats build official print", "Laver den officielle PDF og trykfilerne, når intet mangler."),
];

/// What prose may hold.
const PROSE: [(&str, &str); 7] = [
    ("tom linje", "nyt afsnit; et enkelt linjeskift er et mellemrum"),
    ("**fed**", "fremhævet"),
    ("*kursiv*", "kursiv"),
    ("- punkt", "punkt i en liste; 1. punkt i en nummereret"),
    ("[ord](https://…)", "henvisning til en adresse"),
    ("{antal.indsatser}", "et beregnet tal; kun hvor feltet tillader det"),
    ("\\*", "tegnet selv"),
];

/// The handbook as one HTML file without anything from elsewhere.
#[must_use]
pub fn html(words: &Words, more: &More) -> String {
    let mut out = String::from(HEAD);
    let parts = [
        ("aaret", "Årets gang"),
        ("filer", "Datafilerne"),
        ("blokke", "Blokkene"),
        ("vaerdier", "Værdier og tilstande"),
        ("prosa", "Tekst"),
        ("beregnede", "Beregnede tal i teksten"),
        ("koder", "Fundene"),
        ("kommandoer", "Kommandoerne"),
        ("trykkeri", "Trykkeriets profil"),
        ("tema", "Temaet"),
        ("layout", "Layoutenes data"),
    ];
    out.push_str("<nav aria-label=\"Indhold\"><ul>");
    for (id, title) in parts {
        write!(out, "<li><a href=\"#{id}\">{title}</a></li>").expect(MEMORY);
    }
    out.push_str("</ul></nav>\n<main><h1>Håndbog til sats</h1>\n");
    for (id, title) in parts {
        writeln!(out, "<section id=\"{id}\"><h2>{title}</h2>").expect(MEMORY);
        match id {
            "aaret" => pairs(
                &mut out,
                ["Kommando", "Hvad den gør"],
                &ROUND.map(|(a, b)| (a.to_owned(), b.to_owned())),
            ),
            "filer" => files(&mut out),
            "blokke" => blocks(&mut out, &more.pictures),
            "vaerdier" => values(&mut out),
            "prosa" => {
                let mut rows = PROSE.map(|(a, b)| (a.to_owned(), b.to_owned())).to_vec();
                let references = "{figur.NAVN}, {tabel.NAVN}".to_owned();
                rows.push((references, words.get("handbook-references")));
                pairs(&mut out, ["Du skriver", "Det betyder"], &rows);
            }
            "beregnede" => pairs(&mut out, ["Pladsholder", "Her i rapporten"], &more.placeholders),
            "koder" => findings(&mut out, words),
            "kommandoer" => pairs(&mut out, ["Kommando", "Hvad den gør"], &more.commands),
            "trykkeri" => listing(&mut out, &more.printer),
            "tema" => listing(&mut out, &more.theme),
            _ => listing(&mut out, &more.contract),
        }
        out.push_str("</section>\n");
    }
    out.push_str("</main></body></html>\n");
    out
}

const HEAD: &str = "<!doctype html>\n<html lang=\"da\"><head><meta charset=\"utf-8\">\n\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Håndbog til sats</title>\n\
    <style>body{font:16px/1.5 system-ui,sans-serif;color:#1b263b;margin:0;display:grid;\
    grid-template-columns:minmax(10rem,15rem) minmax(0,60rem);gap:2rem;padding:1rem}\
    nav{position:sticky;top:1rem;align-self:start}nav ul{list-style:none;padding:0}\
    table{border-collapse:collapse;width:100%;margin:0 0 1.5rem}th,td{text-align:left;vertical-align:top;\
    padding:.35rem .75rem .35rem 0;border-bottom:1px solid #d5dae2}code,pre{font:14px/1.45 ui-monospace,monospace}\
    code{overflow-wrap:anywhere}pre{background:#f1f3f6;padding:1rem;overflow:auto;max-height:40rem}\
    figure{margin:.5rem 0 1rem;padding:.5rem;background:#fff;border:1px solid #d5dae2;overflow:auto}\
    figure svg{max-width:100%;height:auto}h2{margin-top:2.5rem}h3{margin-top:1.75rem}\
    @media(max-width:50rem){body{display:block}nav{position:static}}\
    @media(prefers-color-scheme:dark){body{background:#10151f;color:#e6e9ef}pre{background:#1a2130}\
    th,td{border-color:#384256}a{color:#9ec1ff}}</style></head>\n<body>\n";

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn pairs(out: &mut String, heads: [&str; 2], rows: &[(String, String)]) {
    let [a, b] = heads;
    write!(out, "<table><thead><tr><th>{a}</th><th>{b}</th></tr></thead><tbody>").expect(MEMORY);
    for (a, b) in rows {
        write!(out, "<tr><td><code>{}</code></td><td>{}</td></tr>", escaped(a), escaped(b))
            .expect(MEMORY);
    }
    out.push_str("</tbody></table>\n");
}

fn listing(out: &mut String, text: &str) {
    writeln!(out, "<pre tabindex=\"0\">{}</pre>", escaped(text)).expect(MEMORY);
}

/// Every file with every field, tables inside it after it.
fn files(out: &mut String) {
    for file in DataFile::ALL {
        let root = schema(file);
        let none = Map::new();
        let defs = root.get("$defs").and_then(Value::as_object).unwrap_or(&none);
        writeln!(out, "<h3><code>{}</code></h3>", file.pattern()).expect(MEMORY);
        fields(out, &root, defs);
        let mut told = vec!["Blok".to_owned(), "Vaerdi".to_owned(), "Celle".to_owned()];
        let mut waiting = referred(&root);
        while let Some(name) = waiting.pop() {
            if told.contains(&name) {
                continue;
            }
            told.push(name.clone());
            let Some(def) = defs.get(&name) else { continue };
            if def.get("properties").is_some() {
                writeln!(out, "<h4 id=\"{name}\">{name}</h4>").expect(MEMORY);
                fields(out, def, defs);
            }
            waiting.extend(referred(def));
        }
    }
}

/// Names of the definitions that a schema refers to.
fn referred(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut look = vec![value];
    while let Some(value) = look.pop() {
        match value {
            Value::Object(map) => {
                let name = map
                    .get("$ref")
                    .and_then(Value::as_str)
                    .and_then(|r| r.strip_prefix("#/$defs/"));
                found.extend(name.map(str::to_owned));
                look.extend(map.iter().filter(|(key, _)| *key != "$defs").map(|(_, v)| v));
            }
            Value::Array(items) => look.extend(items),
            _ => {}
        }
    }
    found.sort();
    found.dedup();
    found
}

fn fields(out: &mut String, table: &Value, defs: &Map<String, Value>) {
    let none = Map::new();
    let properties = table.get("properties").and_then(Value::as_object).unwrap_or(&none);
    let required: Vec<&str> = table
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    out.push_str("<table><thead><tr><th>Felt</th><th>Hvad det er</th><th>Skal med</th><th>Eksempel</th></tr></thead><tbody>");
    for (key, property) in properties {
        let example = property
            .get("examples")
            .and_then(|e| e.get(0))
            .and_then(|e| toml::Value::try_from(e).ok());
        let example = example.map(|e| format!("{key} = {e}")).unwrap_or_default();
        let name = match label(key) {
            "" => key,
            name => name,
        };
        let needed = if required.contains(&key.as_str()) { "ja" } else { "" };
        write!(
            out,
            "<tr><td><code>{}</code></td><td>{} ({})</td><td>{needed}</td><td><code>{}</code></td></tr>",
            escaped(key),
            escaped(name),
            escaped(&kind(property, defs)),
            escaped(&example)
        )
        .expect(MEMORY);
    }
    out.push_str("</tbody></table>\n");
}

/// What a field holds, in Danish.
fn kind(property: &Value, defs: &Map<String, Value>) -> String {
    if let Some(name) =
        property.get("$ref").and_then(Value::as_str).and_then(|r| r.strip_prefix("#/$defs/"))
    {
        return match name {
            "Vaerdi" => "værdi".to_owned(),
            "Celle" => "celle".to_owned(),
            "Tekst" => "tekst eller henvisning til en fælles tekst".to_owned(),
            "Blok" => "blok".to_owned(),
            name => match defs.get(name).map(words_of).filter(|w| !w.is_empty()) {
                Some(words) => format!("et af {}", words.join(", ")),
                None => name.to_owned(),
            },
        };
    }
    match property.get("type").and_then(Value::as_str) {
        Some("string") => "tekst".to_owned(),
        Some("integer") => "helt tal".to_owned(),
        Some("number") => "tal".to_owned(),
        Some("boolean") => "true eller false".to_owned(),
        Some("array") => {
            let item = property.get("items").map(|item| kind(item, defs)).unwrap_or_default();
            format!("liste: {item}")
        }
        Some("object") => "tabel".to_owned(),
        _ => "flere former".to_owned(),
    }
}

/// The words of an enumeration.
fn words_of(def: &Value) -> Vec<String> {
    let one = |v: &Value| v.as_str().map(str::to_owned);
    let listed = def.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(one);
    let options = def.get("oneOf").or_else(|| def.get("anyOf")).and_then(Value::as_array);
    let options = options.into_iter().flatten().flat_map(|o| {
        o.get("const").and_then(one).into_iter().chain(words_of(o)).collect::<Vec<_>>()
    });
    listed.chain(options).collect()
}

fn blocks(out: &mut String, pictures: &[(String, String)]) {
    let root = schema(DataFile::Indsats);
    let none = Map::new();
    let defs = root.get("$defs").and_then(Value::as_object).unwrap_or(&none);
    let kinds = defs.get("Blok").and_then(|b| b.get("oneOf")).and_then(Value::as_array);
    for block in kinds.into_iter().flatten() {
        let slags =
            block.pointer("/properties/slags/const").and_then(Value::as_str).unwrap_or_default();
        writeln!(out, "<h3 id=\"blok-{slags}\"><code>slags = \"{slags}\"</code></h3>")
            .expect(MEMORY);
        if let Some((_, svg)) = pictures.iter().find(|(kind, _)| kind == slags) {
            writeln!(out, "<figure role=\"img\" aria-label=\"{slags}\">{svg}</figure>")
                .expect(MEMORY);
        }
        fields(out, block, defs);
    }
}

fn values(out: &mut String) {
    let states = [
        (Tilstand::Endelig, "1200", "talt og endeligt"),
        (
            Tilstand::Foreloebig,
            "{ tal = 1200, tilstand = \"foreloebig\" }",
            "talt, men kan ændre sig",
        ),
        (Tilstand::Anslaaet, "{ tal = 1200, tilstand = \"anslaaet\" }", "et skøn; trykkes med ca."),
        (
            Tilstand::Udfyldes,
            "\"udfyldes\"",
            "kommer senere; holder porten til den officielle udgave lukket",
        ),
        (Tilstand::Mangler, "\"mangler\"", "findes ikke eller kan ikke opgøres; trykkes som ··"),
        (
            Tilstand::Diskretion,
            "\"diskretion\"",
            "tilbageholdt, fordi det gælder for få; trykkes som ×",
        ),
    ];
    let rows: Vec<(String, String)> = states
        .into_iter()
        .map(|(state, data, means)| {
            (data.to_owned(), format!("{}: {means}", state_word(state).unwrap_or_default()))
        })
        .collect();
    pairs(out, ["I data", "I skemaet, og hvad det betyder"], &rows);
}

fn findings(out: &mut String, words: &Words) {
    for code in codes::all() {
        writeln!(
            out,
            "<h3 id=\"{0}\"><code>{0}</code> {1}</h3><p>{2}</p>",
            code.code,
            escaped(&code.title(words)),
            escaped(&code.explain(words))
        )
        .expect(MEMORY);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn the_handbook_names_every_field_block_and_code() {
        let html = html(Words::built_in(Language::Danish), &More::default());
        for part in [
            "oekonomi",
            "taeller",
            "slags = \"citat\"",
            "slags = \"tabel\"",
            "målgruppe",
            "D010",
            "E013",
        ] {
            assert!(html.contains(part), "{part}");
        }
        for code in codes::all() {
            assert!(html.contains(&format!("id=\"{}\"", code.code)), "{}", code.code);
        }
        assert_eq!(html.matches("<section").count(), html.matches("</section>").count());
    }
}
