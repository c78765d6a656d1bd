//! The catalogue: both languages have the same messages with the same values, every message is
//! used, and every one that is used is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use sats::words::Language;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder whose name ends so, in the order of the paths.
pub(crate) fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_str().is_some_and(|name| name.ends_with(ending)) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The values that a pattern takes, and the messages that it holds.
#[derive(Debug, Default, PartialEq, Eq)]
struct Named {
    values: BTreeSet<String>,
    messages: BTreeSet<String>,
    terms: BTreeSet<String>,
}

impl Named {
    fn pattern(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<String>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<String>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.values.insert(id.name.clone());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.messages.insert(id.name.clone());
            }
            InlineExpression::TermReference { id, .. } => {
                self.terms.insert(id.name.clone());
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|value| self.inline(value));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }
}

/// A catalogue: file, attributes and values of each message; terms begin with a hyphen.
#[derive(Debug, PartialEq, Eq)]
struct Message {
    topic: String,
    attributes: Vec<String>,
    named: Named,
}

fn catalogue(language: Language) -> BTreeMap<String, Message> {
    let mut messages = BTreeMap::new();
    for path in files(&root().join("layouts/ord").join(language.code()), ".ftl") {
        let text = fs::read_to_string(&path).expect("a catalogue");
        let resource =
            parser::parse(text).unwrap_or_else(|(_, errors)| panic!("{path:?}: {errors:?}"));
        let topic = path.file_stem().and_then(|name| name.to_str()).expect("a name").to_owned();
        for entry in resource.body {
            let (id, value, attributes) = match entry {
                Entry::Message(message) => (message.id.name, message.value, message.attributes),
                Entry::Term(term) => {
                    (format!("-{}", term.id.name), Some(term.value), term.attributes)
                }
                _ => continue,
            };
            let mut named = Named::default();
            value.iter().for_each(|value| named.pattern(value));
            attributes.iter().for_each(|attribute| named.pattern(&attribute.value));
            // In one bundle a message and a term of one name are one.
            let bare = id.trim_start_matches('-').to_owned();
            for other in [bare.clone(), format!("-{bare}")] {
                assert!(!messages.contains_key(&other), "{language:?}: {id} is there twice");
            }
            let attributes = attributes.into_iter().map(|attribute| attribute.id.name).collect();
            messages.insert(id, Message { topic: topic.clone(), attributes, named });
        }
    }
    messages
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_values() {
    let (danish, english) = (catalogue(Language::Danish), catalogue(Language::English));
    let ids = |catalogue: &BTreeMap<String, Message>| -> BTreeSet<String> {
        catalogue.keys().cloned().collect()
    };
    let differ: Vec<_> = ids(&danish).symmetric_difference(&ids(&english)).cloned().collect();
    assert_eq!(differ, [""; 0], "in one language only");
    for (id, message) in &danish {
        let other = &english[id];
        assert_eq!(message.attributes, other.attributes, "{id}");
        assert_eq!(message.topic, other.topic, "{id}");
        assert_eq!(message.named.values, other.named.values, "{id}");
    }
}

#[test]
fn whatever_a_message_names_is_there() {
    for language in Language::ALL {
        let catalogue = catalogue(language);
        for (id, message) in &catalogue {
            for term in &message.named.terms {
                assert!(catalogue.contains_key(&format!("-{term}")), "{id}: -{term}");
            }
            for other in &message.named.messages {
                assert!(catalogue.contains_key(other), "{id}: {other}");
            }
        }
    }
}

/// Id and names of the values of each `text!` and each `.get("…")` of words.
fn used() -> BTreeMap<String, BTreeSet<BTreeSet<String>>> {
    let mut used: BTreeMap<String, BTreeSet<BTreeSet<String>>> = BTreeMap::new();
    for path in files(&root().join("src"), ".rs") {
        let text = fs::read_to_string(&path).expect("source");
        for (at, _) in text.match_indices("text!(") {
            let inside = arguments(&text[at + "text!(".len()..]);
            let Some(id) = inside.first().and_then(|id| literal(id)) else { continue };
            let names = inside.iter().skip(1).filter_map(|arg| arg.split_once('='));
            let names = names.map(|(name, _)| name.trim().to_owned()).collect();
            used.entry(id).or_default().insert(names);
        }
        for call in ["words.get(", "words().get(", "words.attribute(", "words().attribute("] {
            for (at, _) in text.match_indices(call) {
                let inside = arguments(&text[at + call.len()..]);
                if let Some(id) = inside.first().and_then(|id| literal(id)) {
                    used.entry(id).or_default().insert(BTreeSet::new());
                }
            }
        }
    }
    used
}

fn literal(argument: &str) -> Option<String> {
    Some(argument.trim().strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

/// The arguments up to the closing parenthesis.
fn arguments(text: &str) -> Vec<String> {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    let mut arguments = vec![String::new()];
    for c in text.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                arguments.push(String::new());
                continue;
            }
            _ => {}
        }
        arguments.last_mut().expect("one at least").push(c);
    }
    arguments.retain(|argument| !argument.trim().is_empty());
    arguments
}

#[test]
fn every_message_that_is_used_is_there_with_its_values() {
    let catalogue = catalogue(Language::Danish);
    for (id, uses) in used() {
        // Named in a test or in docs of the catalogue itself.
        if id == "id" || id == "too-many" || id == "rows-differ" {
            continue;
        }
        let message = catalogue.get(&id).unwrap_or_else(|| panic!("no message `{id}`"));
        for names in uses {
            assert!(
                message.named.values.is_subset(&names),
                "`{id}` takes {:?} and gets {names:?}",
                message.named.values
            );
        }
    }
}

#[test]
fn every_message_is_used() {
    let sources: String = files(&root().join("src"), ".rs")
        .iter()
        .chain(&files(&root().join("layouts"), ".typ"))
        .chain(&files(&root().join("src/preview/assets"), ".js"))
        .chain(&files(&root().join("src/preview/assets"), ".html"))
        .map(|path| fs::read_to_string(path).expect("source"))
        .collect();
    // A chain of fields may stand on lines of its own.
    let joined: String = sources.lines().map(str::trim_start).collect();
    let catalogue = catalogue(Language::Danish);
    let in_catalogue: BTreeSet<&String> =
        catalogue.values().flat_map(|message| &message.named.messages).collect();
    let unused: Vec<&String> = catalogue
        .iter()
        .filter(|(id, message)| {
            let used = match message.topic.as_str() {
                "layouts" => joined.contains(&format!("ord.{id}")),
                "preview" => {
                    let said = [format!("\"{id}\""), format!("{{{{{id}}}}}")];
                    said.iter().any(|said| sources.contains(said))
                }
                // Terms are for whoever writes a catalogue; none needs to be used.
                "terms" => true,
                // Some end in a name that the program fills in: `"fit-cost-{name}"`.
                _ => {
                    let filled = id.rsplit_once('-').map(|(start, _)| format!("\"{start}-{{"));
                    sources.contains(&format!("\"{id}\""))
                        || filled.is_some_and(|filled| sources.contains(&filled))
                }
            };
            !used && !in_catalogue.contains(id)
        })
        .map(|(id, _)| id)
        .collect();
    assert_eq!(unused, [""; 0]);
}

/// Rust files that may hold Danish words, and why.
const DANISH_BY_NATURE: &[(&str, &str)] = &[
    ("src/report/danish/", "the Danish forms of numbers, dates and lists themselves"),
    ("src/report/check/", "what Danish texts are read by: units, months, function words"),
    ("src/report/load/mistakes/", "letters, quotes and words that are recognised in a typed value"),
    ("src/report/model/", "examples of the schema, as an editor would write them"),
    ("src/report/raw.rs", "heads and states of the open data's CSV, a format that machines read"),
    ("src/report/form/answer.rs", "words that a filled-in form is read by"),
    ("src/report/form/names.rs", "words that a filled-in form is read by"),
    ("src/report/form/numbers.rs", "words that a number is read by"),
    ("src/report/form/import/mod.rs", "words that a filled-in form is read by"),
    ("src/report/new_year/marks.rs", "a comment in the data, which is Danish"),
    ("src/report/schema/editors.rs", "a comment in an editor's settings beside the Danish data"),
    ("src/typeset/font_fault.rs", "letters that a font is tried with"),
];

/// String literals of a Rust source before its tests, comments left out.
fn literals(source: &str) -> Vec<String> {
    // Tests in a file of their own (`mod tests;`) end nothing here.
    let tests = source.match_indices("#[cfg(test)]").map(|(at, _)| at);
    let mut inside =
        tests.filter(|at| source[*at..].lines().nth(1).is_some_and(|l| l.ends_with('{')));
    let source = inside.next().map_or(source, |at| &source[..at]);
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(at) = rest.find(['"', '/', '\'']) {
        let (here, next) = rest.split_at(at);
        rest = &next[1..];
        if next.starts_with("//") {
            rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
        } else if next.starts_with('\'') {
            // A character, not a lifetime: `'"'`, `'\\''`.
            let close = rest.char_indices().skip(1).find(|(_, c)| *c == '\'').map(|(at, _)| at);
            if let Some(close) = close.filter(|close| *close <= 12 && !rest[..*close].contains(' '))
            {
                rest = &rest[close + 1..];
            }
        } else if next.starts_with('"') {
            let raw = here.trim_end_matches('#').ends_with('r');
            let mut text = String::new();
            let mut escaped = false;
            let mut end = rest.len();
            for (at, c) in rest.char_indices() {
                match c {
                    _ if escaped => {
                        escaped = false;
                        text.push(c);
                    }
                    '\\' if !raw => escaped = true,
                    '"' => {
                        end = at + 1;
                        break;
                    }
                    c => text.push(c),
                }
            }
            found.push(text);
            rest = rest.get(end..).unwrap_or_default();
        }
    }
    found
}

/// Words that only Danish has, and that a message can hardly do without.
const DANISH: [&str; 16] = [
    "og", "er", "ikke", "det", "den", "der", "til", "af", "som", "med", "kan", "skal", "eller",
    "ingen", "fra", "hvor",
];

fn is_danish(literal: &str) -> bool {
    // A key of the data, a name of a field: `fra_sidste_aar`, `overblik.geografi_som_trykt`.
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '[' | ']');
    if literal.chars().all(is_key) {
        return false;
    }
    let words = literal.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let several = words.clone().count() > 1;
    literal.contains(['æ', 'ø', 'å', 'Æ', 'Ø', 'Å'])
        || (several && words.clone().any(|word| DANISH.contains(&word.to_lowercase().as_str())))
}

#[test]
fn no_danish_words_stand_outside_the_catalogue() {
    let mut told = Vec::new();
    for path in files(&root().join("src"), ".rs") {
        let name =
            path.strip_prefix(root()).expect("below").display().to_string().replace('\\', "/");
        if name.ends_with("tests.rs")
            || name.contains("/tests/")
            || DANISH_BY_NATURE.iter().any(|(place, _)| name.starts_with(place))
        {
            continue;
        }
        let text = fs::read_to_string(&path).expect("source");
        let danish: Vec<String> = literals(&text).into_iter().filter(|l| is_danish(l)).collect();
        if !danish.is_empty() {
            told.push(format!("{name}: {danish:?}"));
        }
    }
    assert!(told.is_empty(), "{}", told.join("\n"));
    // The preview's page has all its words from the catalogue.
    for path in files(&root().join("src/preview/assets"), "") {
        let text = fs::read_to_string(&path).expect("an asset");
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            assert!(!line.contains(['æ', 'ø', 'å', 'Æ', 'Ø', 'Å']), "{path:?}: {line}");
        }
    }
}
