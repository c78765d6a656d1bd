//! The handbook: a reference made from the model, the examples of its schema and the catalogue
//! of words, so that it cannot be out of date.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::codes;
use super::fields::label;
use super::form::answer::state_word;
use super::model::Tilstand;
use super::schema::{self, DataFile, schema};
use crate::text;
use crate::words::{Text, Words};

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

/// The year's round, from one report to the next: what is typed, and what it does.
fn round() -> [(&'static str, Text); 12] {
    [
        ("sats new 2025", text!("handbook-new")),
        (
            "sats add unge-i-gang --name \"Unge i gang\" --forvaltning SOF --fagprincip 1",
            text!("handbook-efforts"),
        ),
        ("sats export form", text!("handbook-form")),
        ("sats import skema-2025-sof.xlsx", text!("handbook-import")),
        ("sats check --forvaltning SOF", text!("handbook-check")),
        ("sats accept D101 --only ludo --reason \"…\"", text!("handbook-accept")),
        ("sats preview", text!("handbook-preview")),
        ("sats build draft --since 2024", text!("handbook-draft")),
        ("sats comments udkast-2025-sof.pdf", text!("handbook-comments")),
        ("sats confirm", text!("handbook-confirm")),
        ("sats build official print", text!("handbook-build")),
        ("sats build handout --only ludo", text!("handbook-handout")),
    ]
}

/// What prose may hold: what is typed, and what it means.
fn prose() -> [(Text, Text); 8] {
    [
        (text!("handbook-empty-line"), text!("handbook-paragraph")),
        (text!("handbook-bold"), text!("handbook-strong")),
        (text!("handbook-italic"), text!("handbook-emphasis")),
        (text!("handbook-item"), text!("handbook-list")),
        (text!("handbook-link"), text!("handbook-address")),
        ("{antal.indsatser}".into(), text!("handbook-computed")),
        (text!("handbook-references-names"), text!("handbook-references")),
        ("\\*".into(), text!("handbook-sign")),
    ]
}

/// The parts: anchor and head.
fn parts() -> [(&'static str, Text); 11] {
    [
        ("aaret", text!("handbook-part-year")),
        ("filer", text!("handbook-part-files")),
        ("blokke", text!("handbook-part-blocks")),
        ("vaerdier", text!("handbook-part-values")),
        ("prosa", text!("handbook-part-prose")),
        ("beregnede", text!("handbook-part-computed")),
        ("koder", text!("handbook-part-findings")),
        ("kommandoer", text!("handbook-part-commands")),
        ("trykkeri", text!("handbook-part-printer")),
        ("tema", text!("handbook-part-theme")),
        ("layout", text!("handbook-part-contract")),
    ]
}

/// The handbook as one HTML file without anything from elsewhere.
#[must_use]
pub fn html(words: &Words, more: &More) -> String {
    let title = escaped(&words.get("handbook-title"));
    let language = words.language().code();
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>{STYLE}</style></head>\n<body>\n"
    );
    let parts = parts().map(|(id, title)| (id, escaped(&words.say(&title))));
    write!(out, "<nav aria-label=\"{}\"><ul>", escaped(&words.get("handbook-contents")))
        .expect(MEMORY);
    for (id, title) in &parts {
        write!(out, "<li><a href=\"#{id}\">{title}</a></li>").expect(MEMORY);
    }
    writeln!(out, "</ul></nav>\n<main><h1>{title}</h1>").expect(MEMORY);
    for (id, title) in &parts {
        writeln!(out, "<section id=\"{id}\"><h2>{title}</h2>").expect(MEMORY);
        part(&mut out, id, words, more);
        out.push_str("</section>\n");
    }
    out.push_str("</main></body></html>\n");
    out
}

/// What stands under a head.
fn part(out: &mut String, id: &str, words: &Words, more: &More) {
    let commands = ["handbook-command", "handbook-does"].map(|head| words.get(head));
    match id {
        "aaret" => {
            let rows = round().map(|(typed, does)| (typed.to_owned(), words.say(&does)));
            pairs(out, commands, &rows);
        }
        "filer" => files(out, words),
        "blokke" => blocks(out, &more.pictures, words),
        "vaerdier" => values(out, words),
        "prosa" => {
            let rows = prose().map(|(typed, means)| (words.say(&typed), words.say(&means)));
            pairs(out, ["handbook-write", "handbook-means"].map(|head| words.get(head)), &rows);
        }
        "beregnede" => {
            let heads = ["handbook-placeholder", "handbook-here"].map(|head| words.get(head));
            pairs(out, heads, &more.placeholders);
        }
        "koder" => findings(out, words),
        "kommandoer" => pairs(out, commands, &more.commands),
        "trykkeri" => listing(out, &more.printer),
        "tema" => listing(out, &more.theme),
        _ => listing(out, &more.contract),
    }
}

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;color:#1b263b;margin:0;display:grid;\
    grid-template-columns:minmax(10rem,15rem) minmax(0,60rem);gap:2rem;padding:1rem}\
    nav{position:sticky;top:1rem;align-self:start}nav ul{list-style:none;padding:0}\
    small{opacity:.75}.felter td:first-child code{white-space:nowrap;overflow-wrap:normal}\
    table{border-collapse:collapse;width:100%;margin:0 0 1.5rem}th,td{text-align:left;vertical-align:top;\
    padding:.35rem .75rem .35rem 0;border-bottom:1px solid #d5dae2}code,pre{font:14px/1.45 ui-monospace,monospace}\
    code{overflow-wrap:anywhere}pre{background:#f1f3f6;padding:1rem;overflow:auto;max-height:40rem}\
    figure{margin:.5rem 0 1rem;padding:.5rem;background:#fff;border:1px solid #d5dae2;overflow:auto}\
    figure svg{max-width:100%;height:auto}h2{margin-top:2.5rem}h3{margin-top:1.75rem}\
    @media(max-width:50rem){body{display:block}nav{position:static}.felter thead{display:none}\
    .felter :is(tbody,tr,td){display:block}.felter tr{padding:.5rem 0;border-bottom:1px solid #d5dae2}\
    .felter td{padding:0;border:0}.felter td[data-head]::before{content:attr(data-head) \": \"}}\
    @media(prefers-color-scheme:dark){body{background:#10151f;color:#e6e9ef}pre{background:#1a2130}\
    th,td{border-color:#384256}a{color:#9ec1ff}}";

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn pairs(out: &mut String, heads: [String; 2], rows: &[(String, String)]) {
    let [a, b] = heads.map(|head| escaped(&head));
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
fn files(out: &mut String, words: &Words) {
    for file in DataFile::ALL {
        let root = schema(file);
        let none = Map::new();
        let defs = root.get("$defs").and_then(Value::as_object).unwrap_or(&none);
        let id = file.schema_name().split('.').next().unwrap_or_default();
        writeln!(out, "<h3 id=\"{id}\"><code>{}</code></h3>", file.pattern()).expect(MEMORY);
        fields(out, &root, defs, id, words);
        let mut told = vec!["Blok".to_owned(), "Vaerdi".to_owned(), "Celle".to_owned()];
        let mut waiting = referred(&root);
        while let Some(name) = waiting.pop() {
            if told.contains(&name) {
                continue;
            }
            told.push(name.clone());
            let Some(def) = defs.get(&name) else { continue };
            if def.get("properties").is_some() {
                let said = says(def, words);
                let title =
                    if said.is_empty() { name.as_str() } else { said.trim_end_matches('.') };
                writeln!(out, "<h4 id=\"{id}-{name}\">{}</h4>", escaped(title)).expect(MEMORY);
                fields(out, def, defs, id, words);
            }
            waiting.extend(referred(def));
        }
    }
}

/// What a schema says of itself.
fn says(of: &Value, words: &Words) -> String {
    let said = of.get("description").and_then(Value::as_str).unwrap_or_default();
    schema::told(said, words.language())
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

/// The fields of a table. `file` is where the tables inside it are told.
fn fields(out: &mut String, table: &Value, defs: &Map<String, Value>, file: &str, words: &Words) {
    let none = Map::new();
    let properties = table.get("properties").and_then(Value::as_object).unwrap_or(&none);
    let required: Vec<&str> = table
        .get("required")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    out.push_str("<table class=\"felter\"><thead><tr>");
    for head in ["handbook-field", "handbook-what", "handbook-needed", "handbook-example"] {
        write!(out, "<th>{}</th>", escaped(&words.get(head))).expect(MEMORY);
    }
    out.push_str("</tr></thead><tbody>");
    let (yes, head) = (words.get("handbook-yes"), words.get("handbook-needed"));
    // Where the table is narrow, its heads go and this one is said in the cell.
    let yes = format!("<td data-head=\"{}\">{}</td>", escaped(&head), escaped(&yes));
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
        let needed = if required.contains(&key.as_str()) { yes.as_str() } else { "<td></td>" };
        write!(
            out,
            "<tr><td><code>{}</code></td><td>{}: {} <small>({})</small></td>{needed}\
             <td><code>{}</code></td></tr>",
            escaped(key),
            escaped(name),
            escaped(&says(property, words)),
            linked_kind(property, defs, file, words),
            escaped(&example)
        )
        .expect(MEMORY);
    }
    out.push_str("</tbody></table>\n");
}

/// [`kind`] in HTML: a table inside the table leads to where it is told.
fn linked_kind(property: &Value, defs: &Map<String, Value>, file: &str, words: &Words) -> String {
    let refers = |value: &Value| {
        let name = value.get("$ref")?.as_str()?.strip_prefix("#/$defs/")?;
        defs.get(name)?.get("properties")?;
        let table = escaped(&words.say(&text!("kind-table")));
        Some(format!("<a href=\"#{file}-{name}\">{table}</a>"))
    };
    let list = || {
        let table = property.get("items").and_then(refers)?;
        Some(words.say(&text!("kind-list", of = table)))
    };
    refers(property).or_else(list).unwrap_or_else(|| escaped(&words.say(&kind(property, defs))))
}

/// What a field holds.
fn kind(property: &Value, defs: &Map<String, Value>) -> Text {
    if let Some(name) =
        property.get("$ref").and_then(Value::as_str).and_then(|r| r.strip_prefix("#/$defs/"))
    {
        return match name {
            "Vaerdi" => text!("kind-value"),
            "Celle" => text!("kind-cell"),
            "Tekst" => text!("kind-text-or-shared"),
            "Blok" => text!("kind-block"),
            name => match defs.get(name).map(words_of).filter(|w| !w.is_empty()) {
                Some(words) => text!("kind-one-of", words = words.join(", ")),
                None => name.into(),
            },
        };
    }
    match property.get("type").and_then(Value::as_str) {
        Some("string") => text!("kind-text"),
        Some("integer") => text!("kind-whole"),
        Some("number") => text!("kind-number"),
        Some("boolean") => text!("kind-yes-no"),
        Some("array") => {
            let item = property.get("items").map(|item| kind(item, defs));
            text!("kind-list", of = item.unwrap_or_else(|| text!("kind-several")))
        }
        Some("object") => text!("kind-table"),
        _ => text!("kind-several"),
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

fn blocks(out: &mut String, pictures: &[(String, String)], words: &Words) {
    let root = schema(DataFile::Indsats);
    let none = Map::new();
    let defs = root.get("$defs").and_then(Value::as_object).unwrap_or(&none);
    let kinds = defs.get("Blok").and_then(|b| b.get("oneOf")).and_then(Value::as_array);
    for block in kinds.into_iter().flatten() {
        let slags =
            block.pointer("/properties/slags/const").and_then(Value::as_str).unwrap_or_default();
        writeln!(out, "<h3 id=\"blok-{slags}\"><code>slags = \"{slags}\"</code></h3>")
            .expect(MEMORY);
        writeln!(out, "<p>{}</p>", escaped(&says(block, words))).expect(MEMORY);
        if let Some((_, svg)) = pictures.iter().find(|(kind, _)| kind == slags) {
            writeln!(out, "<figure role=\"img\" aria-label=\"{slags}\">{svg}</figure>")
                .expect(MEMORY);
        }
        fields(out, block, defs, "indsats", words);
    }
}

fn values(out: &mut String, words: &Words) {
    let states = [
        (Tilstand::Endelig, "1200", text!("state-final")),
        (
            Tilstand::Foreloebig,
            "{ tal = 1200, tilstand = \"foreloebig\" }",
            text!("state-preliminary"),
        ),
        (Tilstand::Anslaaet, "{ tal = 1200, tilstand = \"anslaaet\" }", text!("state-estimated")),
        (Tilstand::Udfyldes, "\"udfyldes\"", text!("state-to-come")),
        (Tilstand::Mangler, "\"mangler\"", text!("state-missing")),
        (Tilstand::Diskretion, "\"diskretion\"", text!("state-withheld")),
    ];
    let rows = states.map(|(state, data, means)| {
        let state = state_word(state).unwrap_or_default();
        (data.to_owned(), words.say(&text!("state-means", state = state, means = means)))
    });
    pairs(out, ["handbook-in-data", "handbook-in-form"].map(|head| words.get(head)), &rows);
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
mod tests;
