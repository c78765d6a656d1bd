//! Names in Rust are English: Danish stays for what data and layouts see, and for the report's nouns.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::words::files;

/// English words and names of others that the Danish catalogue happens to have too.
const ALSO_ENGLISH: [&str; 6] = ["finder", "mod", "normal", "sin", "store", "var"];

/// The texts of all files below a folder of the repository.
fn texts(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a text");
        (path, text)
    };
    files(&root, ending).into_iter().map(read).collect()
}

/// Words in small letters as names write them: `æ` is `ae`.
fn words(text: &str) -> impl Iterator<Item = String> {
    let plain = text.to_lowercase().replace('æ', "ae").replace('ø', "oe").replace('å', "aa");
    let words: Vec<String> = plain
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.len() > 1)
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

/// A text without what stands between two marks: `{ $values }`, `` `names` ``.
fn without(text: &str, open: char, close: char) -> String {
    let mut inside = false;
    let mut kept = String::new();
    for c in text.chars() {
        match c {
            _ if inside => inside = c != close,
            _ if c == open => inside = true,
            _ => kept.push(c),
        }
    }
    kept
}

/// The words that a catalogue says.
fn said(language: &str) -> BTreeSet<String> {
    let mut said = BTreeSet::new();
    for (_, text) in texts(&format!("layouts/ord/{language}"), ".ftl") {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let line = line.split_once(" = ").map_or(line, |(_, message)| message);
            said.extend(words(&without(&without(line, '{', '}'), '`', '`')));
        }
    }
    said
}

/// The words that comments use, with how often: English, and the report's nouns.
fn commented(sources: &[(PathBuf, String)]) -> BTreeMap<String, usize> {
    let mut commented = BTreeMap::new();
    for line in sources.iter().flat_map(|(_, text)| text.lines()) {
        let Some((_, comment)) = line.split_once("//") else { continue };
        let comment = without(&without(&without(comment, '`', '`'), '"', '"'), '»', '«');
        words(&comment).for_each(|word| *commented.entry(word).or_default() += 1);
    }
    commented
}

/// The words of a name: `of_tabel`, `TalBlok`.
fn parts(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut before = '_';
    for c in name.chars() {
        if c == '_' || c.is_ascii_digit() || (c.is_uppercase() && before.is_lowercase()) {
            parts.push(String::new());
        }
        if c.is_alphabetic() {
            parts.last_mut().expect("one at least").extend(c.to_lowercase());
        }
        before = c;
    }
    parts.retain(|part| part.len() > 1);
    parts
}

/// Names and signs of a source, comments and literals left out.
fn tokens(source: &str) -> Vec<&str> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(hashes) = raw(rest) {
            let close = format!("\"{}", "#".repeat(hashes));
            let open = hashes + 2;
            rest[open..].find(&close).map_or(rest.len(), |at| open + at + close.len())
        } else if c == '"' {
            quoted(rest, '"')
        } else if c == '\'' && (rest.starts_with("'\\") || rest.chars().nth(2) == Some('\'')) {
            quoted(rest, '\'')
        } else if is_name(c) {
            rest.find(|c| !is_name(c)).unwrap_or(rest.len())
        } else {
            c.len_utf8()
        };
        let (token, after) = rest.split_at(length);
        let literal = token.starts_with("//") || token.contains(['"', '\'']) && length > 1;
        if !literal && !c.is_whitespace() && !c.is_ascii_digit() {
            found.push(token);
        }
        rest = after;
    }
    found
}

/// Hashes of a raw string that begins here.
fn raw(text: &str) -> Option<usize> {
    let after = text.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after[hashes..].starts_with('"').then_some(hashes)
}

/// Length of a literal between two of these signs.
fn quoted(text: &str, sign: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == sign => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// All names in a source; and those of types that are read or written as data, with their fields:
/// what data and layouts see.
fn names(source: &str, all: &mut BTreeSet<String>, data: &mut BTreeSet<String>) {
    let tokens = tokens(source);
    let is_name = |token: &str| token.starts_with(|c: char| c.is_alphabetic() || c == '_');
    all.extend(tokens.iter().filter(|t| is_name(t)).map(|t| (*t).to_owned()));
    let mut rest = tokens.as_slice();
    while let Some(at) = rest.iter().position(|t| *t == "derive") {
        rest = &rest[at..];
        let end = rest.iter().position(|t| *t == ")").unwrap_or(rest.len());
        let (derived, after) = rest.split_at(end);
        rest = after;
        if !derived.iter().any(|t| ["Serialize", "Deserialize", "JsonSchema"].contains(t)) {
            continue;
        }
        let Some(item) = rest.iter().position(|t| ["struct", "enum"].contains(t)) else { break };
        let mut depth = 0;
        for token in &rest[item..] {
            match *token {
                "{" => depth += 1,
                "}" => depth -= 1,
                ";" if depth == 0 => break,
                token if is_name(token) => _ = data.insert(token.to_owned()),
                _ => {}
            }
            if *token == "}" && depth == 0 {
                break;
            }
        }
    }
}

#[test]
fn names_are_english() {
    let sources = texts("src", ".rs");
    let (danish, english, commented) = (said("da"), said("en"), commented(&sources));
    let (mut data, mut by_file) = (BTreeSet::new(), Vec::new());
    for (path, text) in &sources {
        let mut all = BTreeSet::new();
        names(text, &mut all, &mut data);
        by_file.push((path, all));
    }
    let data: BTreeSet<String> = data.iter().flat_map(|name| parts(name)).collect();
    let is_danish = |word: &String| {
        danish.contains(word)
            && !english.contains(word)
            && !data.contains(word)
            && commented.get(word).is_none_or(|n| *n < 2)
            && !ALSO_ENGLISH.contains(&word.as_str())
    };
    assert!(danish.len() > 1000 && data.contains("forvaltninger"), "what is compared is there");
    assert!(is_danish(&"tidligere".to_owned()) || is_danish(&"naeste".to_owned()));
    let found: BTreeMap<String, Vec<&String>> = by_file
        .iter()
        .map(|(path, all)| {
            let told = all.iter().filter(|name| parts(name).iter().any(is_danish)).collect();
            (path.display().to_string(), told)
        })
        .filter(|(_, told): &(_, Vec<_>)| !told.is_empty())
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}
