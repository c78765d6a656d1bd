//! Files stay within 400 lines and functions within 80, so that each can be read whole.

use std::fs;
use std::path::Path;

use crate::cli::repo;

const FILE: usize = 400;
const FUNCTION: usize = 80;

fn files(dir: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(dir).expect("listed").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs" || e == "typ") {
            let name = path.strip_prefix(repo()).expect("below the repository");
            let name = name.display().to_string();
            found.push((name, fs::read_to_string(&path).expect("text")));
        }
    }
}

fn all() -> Vec<(String, String)> {
    let mut found = Vec::new();
    for dir in ["src", "tests", "layouts"] {
        files(&repo().join(dir), &mut found);
    }
    assert!(found.len() > 300, "{}", found.len());
    found
}

/// The functions of a file, each with its lines: in Rust from its head to the line that closes it,
/// which is as far in as the head.
fn functions(text: &str) -> Vec<(String, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(name) = name_of(line) else { continue };
        let depth = line.len() - line.trim_start().len();
        let closes = |other: &&&str| {
            let (indent, rest) = other.split_at(other.len() - other.trim_start().len());
            indent.len() == depth && (rest.starts_with('}') || rest == ")")
        };
        if line.ends_with(';') || line.ends_with('}') {
            continue;
        }
        let after = &lines[at + 1..];
        // A function of the layouts goes on until what stands next.
        let next = |other: &&str| other.starts_with('#') || other.starts_with("//");
        let length = if line.starts_with("#let") {
            let until = after.iter().position(next).unwrap_or(after.len());
            1 + after[..until].iter().rposition(|other| !other.is_empty()).map_or(0, |n| n + 1)
        } else {
            after.iter().position(|other| closes(&other)).map_or(1, |n| n + 2)
        };
        found.push((name, length));
    }
    found
}

/// The name of the function whose head the line is.
fn name_of(line: &str) -> Option<String> {
    let name = |text: &str| text.split(['(', '<']).next().unwrap_or_default().to_owned();
    if let Some(rest) = line.strip_prefix("#let ") {
        return rest.split('=').next()?.contains('(').then(|| name(rest));
    }
    let mut words = line.split_whitespace();
    let before = ["pub", "pub(crate)", "pub(super)", "const", "async"];
    let first = words.by_ref().find(|word| !before.contains(word))?;
    (first == "fn").then(|| name(words.next().unwrap_or_default()))
}

#[test]
fn no_file_is_longer_than_can_be_read_whole() {
    let long: Vec<String> = all()
        .iter()
        .map(|(name, text)| (name, text.lines().count()))
        .filter(|(_, lines)| *lines > FILE)
        .map(|(name, lines)| format!("{name}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "divide by topic:\n{}", long.join("\n"));
}

#[test]
fn no_function_is_longer_than_can_be_read_whole() {
    let mut long = Vec::new();
    let mut seen = 0;
    for (file, text) in all() {
        for (name, lines) in functions(&text) {
            seen += 1;
            if lines > FUNCTION {
                long.push(format!("{file}: {name} has {lines} lines"));
            }
        }
    }
    assert!(seen > 3000, "only {seen} functions");
    assert!(long.is_empty(), "divide:\n{}", long.join("\n"));
}

#[test]
fn a_functions_lines_are_counted() {
    let text = "fn a() {\n    b();\n}\nimpl X {\n    pub(super) fn c(\n        x: u8,\n    ) {\n    }\n}\n\
                #let d(x) = {\n  x\n}\n#let e = 3\n";
    let of = |name: &str, lines| (name.to_owned(), lines);
    assert_eq!(functions(text), [of("a", 3), of("c", 4), of("d", 3)]);
}
