//! What must hold for who hears the report, beyond what machines judge. Each rule gives the places
//! where it is broken.

use lopdf::Object;
use sats::output::pdf::objects;

use super::heard::{File, Heard};

type Rule = fn(&File) -> Vec<String>;

pub(super) const RULES: &[(&str, Rule)] = &[
    ("a head cell says something", |file| {
        of(file, "TH").filter(|tag| tag.words().is_empty()).map(told).collect()
    }),
    ("no tag but a cell of data is empty", |file| {
        let empty =
            |tag: &&Heard| tag.kids.is_empty() && !matches!(tag.kind.as_str(), "TD" | "Figure");
        file.root.all().into_iter().filter(empty).map(told).collect()
    }),
    ("a table has its caption", |file| with_caption(file, |tag| tag.kind == "Table")),
    ("a chart has its caption", |file| {
        with_caption(file, |tag| tag.kind == "Figure" && tag.alt.chars().count() > 60)
    }),
    ("rows stand in head and body", |file| {
        let bare = |tag: &&Heard| tag.tags().any(|row| row.kind == "TR");
        of(file, "Table").filter(bare).map(told).collect()
    }),
    ("no alt text stops in the middle", |file| {
        let ends =
            |alt: &str| alt.ends_with(['.', '!', '?', ')', '%', '»', '”']) || alt.len() < 120;
        of(file, "Figure").filter(|tag| tag.alt.is_empty() || !ends(&tag.alt)).map(told).collect()
    }),
    ("a table that an alt text names is there", |file| {
        let names =
            |tag: &Heard| tag.kind == "Figure" && tag.alt.ends_with("tabellen efter figuren.");
        let parents = file.root.all().into_iter().filter(|tag| tag.tags().any(names));
        parents.filter(|tag| !tag.tags().any(|kid| kid.kind == "Table")).map(told).collect()
    }),
    ("a note is one", |file| notes(&file.root, false)),
    ("notes have ids, each its own", |file| {
        let ids: Vec<_> = of(file, "Note").map(|tag| tag.id.clone()).collect();
        let twice = |at: &usize| ids[*at].is_none() || ids[..*at].contains(&ids[*at]);
        (0..ids.len()).filter(twice).map(|at| format!("{:?}", ids[at])).collect()
    }),
    ("a heading comes before what belongs to it", |file| {
        let pairs = file.root.all().into_iter().flat_map(|tag| {
            let kids: Vec<&Heard> = tag.tags().collect();
            kids.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>()
        });
        let wrong = |(a, b): &(&Heard, &Heard)| {
            a.kind == "Figure" && matches!(first(b).kind.as_str(), "H1" | "H2")
        };
        pairs.filter(wrong).map(|(a, _)| told(a)).collect()
    }),
    ("words stand in paragraphs", |file| {
        let groups = ["Document", "Part", "Sect", "Div", "Art", "BlockQuote"];
        let loose = |tag: &&Heard| {
            let inline = |kid: &Heard| {
                ["Span", "Strong", "Em", "Link", "Reference"].contains(&kid.kind.as_str())
            };
            groups.contains(&tag.kind.as_str()) && (!tag.own().is_empty() || tag.tags().any(inline))
        };
        file.root.all().into_iter().filter(loose).map(told).collect()
    }),
    ("what looks like a grid is a table or a list", |file| {
        let rows = |tag: &&Heard| {
            let short = |kid: &&Heard| kid.kind == "Div" && kid.words().chars().count() < 120;
            tag.kind == "Div" && tag.tags().filter(short).count() >= 3
        };
        file.root.all().into_iter().filter(rows).map(told).collect()
    }),
    ("the file opens with its bookmarks", |file| {
        let catalogue = file.doc.catalog().expect("a catalogue");
        let mode = objects::name(&file.doc, catalogue, b"PageMode");
        if mode == Some(b"UseOutlines") { Vec::new() } else { vec![format!("{mode:?}")] }
    }),
    ("page labels are what stands on the pages", |file| {
        let catalogue = file.doc.catalog().expect("a catalogue");
        let other = |(at, text): &(usize, &String)| {
            let numbers: Vec<&str> =
                text.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).collect();
            !numbers.is_empty() && !numbers.contains(&(at + 1).to_string().as_str())
        };
        let off = file.artifacts.iter().enumerate().filter(other).count();
        let labelled = catalogue.has(b"PageLabels");
        if off * 4 > file.artifacts.len() && !labelled {
            vec![format!("{off} pages")]
        } else {
            Vec::new()
        }
    }),
    ("attached files have names and words of their own", |file| {
        let specs = file.doc.objects.values().filter_map(|object| object.as_dict().ok());
        let specs: Vec<_> = specs.filter(|dict| dict.has(b"EF")).collect();
        let text = |dict: &lopdf::Dictionary, key: &[u8]| {
            dict.get(key).ok().and_then(objects::text).unwrap_or_default()
        };
        let words: Vec<String> = specs.iter().map(|dict| text(dict, b"Desc")).collect();
        let twice = words.iter().enumerate().filter(|(at, word)| words[..*at].contains(word));
        let folders =
            specs.iter().map(|dict| text(dict, b"UF")).filter(|name| name.contains(['/', '\\']));
        folders.chain(twice.map(|(_, word)| word.clone())).collect()
    }),
    ("links say where they lead", |file| {
        let annotations = file.doc.objects.values().filter_map(|object| object.as_dict().ok());
        let links = annotations.filter(|dict| {
            dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|n| n == b"Link")
        });
        let words = links
            .map(|dict| dict.get(b"Contents").ok().and_then(objects::text).unwrap_or_default());
        words
            .filter(|words| {
                words.is_empty() || words.starts_with("Afsnit") || words.starts_with("sats:")
            })
            .collect()
    }),
];

fn of<'a>(file: &'a File, kind: &'static str) -> impl Iterator<Item = &'a Heard> {
    file.root.all().into_iter().filter(move |tag| tag.kind == kind)
}

/// The first tag that says something.
fn first(tag: &Heard) -> &Heard {
    match tag.tags().next() {
        Some(inner) if matches!(tag.kind.as_str(), "Div" | "Sect" | "NonStruct") => first(inner),
        _ => tag,
    }
}

fn told(tag: &Heard) -> String {
    let words = if tag.alt.is_empty() { tag.words() } else { tag.alt.clone() };
    let words: String = words.chars().take(90).collect();
    format!("page {} <{}> {words}", tag.page.map_or(0, |page| page + 1), tag.kind)
}

fn with_caption(file: &File, is: fn(&Heard) -> bool) -> Vec<String> {
    let captioned = |tag: &Heard| tag.tags().any(|kid| kid.kind == "Caption");
    let parents = file.root.all().into_iter().filter(|tag| !captioned(tag));
    parents.flat_map(|tag| tag.tags()).filter(|tag| is(tag) && !captioned(tag)).map(told).collect()
}

/// Text that begins with a mark, outside notes.
fn notes(tag: &Heard, inside: bool) -> Vec<String> {
    let inside = inside || tag.kind == "Note";
    let own = tag.own();
    let own = own.trim_start();
    let mark = own.trim_start_matches(['*', '†', '‡']);
    let mut found = Vec::new();
    if !inside && mark.len() < own.len() && !mark.trim().is_empty() {
        found.push(told(tag));
    }
    tag.tags().for_each(|kid| found.extend(notes(kid, inside)));
    found
}
