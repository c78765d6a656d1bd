//! The layouts' measures stand in theme.toml: no component has lengths of its own, and no token is
//! there that nothing reads.

use std::fs;
use std::path::Path;

use crate::cli::repo;

/// Every file below a folder with that ending, and its text.
fn texts(dir: &Path, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).expect("listed").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(texts(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            let text = fs::read_to_string(&path).expect("text");
            found.push((path.display().to_string(), text));
        }
    }
    found.sort();
    found
}

/// Lengths that a line of Typst writes out: `12mm`, `0.4pt`, `1.5em`. Nothing, one (a unit that a
/// token is counted in) and what arithmetic rounds by are none.
fn lengths(line: &str) -> Vec<String> {
    let code = line.split("//").next().unwrap_or_default();
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_');
    let words = code.split(|c: char| !part(c));
    let length = |word: &str| {
        ["mm", "pt", "em", "cm"].iter().any(|unit| {
            let Some(number) = word.strip_suffix(unit) else { return false };
            let Ok(number) = number.parse::<f64>() else { return false };
            number != 0.0 && number != 1.0 && !(*unit == "pt" && number <= 0.1)
        })
    };
    words.filter(|word| length(word)).map(str::to_owned).collect()
}

#[test]
fn a_length_is_seen_and_what_rounds_is_none() {
    assert_eq!(lengths("  v(6.5pt) + h(2 * 1pt) // 3mm"), ["6.5pt"]);
    assert_eq!(lengths("box(width: 12mm, height: -0.4em, x + 0.05pt, 0pt)"), ["12mm", "0.4em"]);
}

#[test]
fn no_layout_has_lengths_of_its_own() {
    let mut found = Vec::new();
    let layouts = repo().join("layouts");
    let base = layouts.join("base").display().to_string();
    for (file, text) in texts(&layouts, "typ").iter().filter(|(f, _)| !f.starts_with(&base)) {
        for (line, text) in (1..).zip(text.lines()) {
            let lengths = lengths(text);
            if !lengths.is_empty() {
                found.push(format!("{file}:{line}: {}", lengths.join(" ")));
            }
        }
    }
    assert!(found.is_empty(), "write them in theme.toml:\n{}", found.join("\n"));
}

/// The keys of a table and of all tables in it, each with its path.
fn keys(table: &toml::Table, path: &str, found: &mut Vec<(String, String)>) {
    for (key, value) in table {
        let name = format!("{path}.{key}");
        match value {
            toml::Value::Table(inner) => keys(inner, &name, found),
            toml::Value::Array(items) => {
                let tables = items.iter().filter_map(toml::Value::as_table);
                tables.for_each(|inner| keys(inner, &name, found));
            }
            _ => {}
        }
        // Roles of the pages' own colours are numbers.
        if key.parse::<u32>().is_err() {
            found.push((name, key.clone()));
        }
    }
}

#[test]
fn every_token_is_read() {
    let theme = fs::read_to_string(repo().join("layouts/theme.toml")).expect("text");
    let mut all = Vec::new();
    keys(&theme.parse().expect("TOML"), "", &mut all);
    assert!(all.len() > 150, "{}", all.len());
    let mut read = texts(&repo().join("layouts"), "typ");
    read.extend(texts(&repo().join("src/theme"), "rs"));
    read.extend(texts(&repo().join("src/typeset/compose"), "rs"));
    let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let names = |text: &str, key: &str| {
        text.match_indices(key)
            .any(|(at, _)| !text[..at].ends_with(part) && !text[at + key.len()..].starts_with(part))
    };
    // Slots are an enum's variants.
    let title = |key: &str| key[..1].to_uppercase() + &key[1..];
    let is_read =
        |key: &str| read.iter().any(|(_, text)| names(text, key) || names(text, &title(key)));
    let unread: Vec<_> = all
        .iter()
        .filter(|(_, key)| !is_read(key))
        .map(|(name, _)| name.trim_start_matches('.'))
        .collect();
    assert_eq!(unread, Vec::<&str>::new());
}
