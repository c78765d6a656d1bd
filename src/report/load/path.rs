//! Paths of fields: `blok[3].raekker[0].celler[1]`, `trykt."antal.bydel.Indre By"`.

use std::fmt::{self, Write as _};

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Into a table.
    Key(String),
    /// Into an array, from 0.
    Index(usize),
}

/// A path from the top of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldPath(pub Vec<Step>);

impl FieldPath {
    /// Reads a path. What cannot be read is taken as a key, so that every text is some path.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut steps = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            rest = rest.strip_prefix('.').unwrap_or(rest);
            let (step, after) = index(rest).or_else(|| quoted(rest)).unwrap_or_else(|| bare(rest));
            steps.push(step);
            rest = after;
        }
        Self(steps)
    }

    /// This path and one key more.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.with(Step::Key(key.to_owned()))
    }

    /// This path and one index more.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(Step::Index(index))
    }

    /// The path of what this is part of.
    #[must_use]
    pub fn parent(&self) -> Self {
        let mut steps = self.0.clone();
        steps.pop();
        Self(steps)
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

fn index(text: &str) -> Option<(Step, &str)> {
    let (number, after) = text.strip_prefix('[')?.split_once(']')?;
    Some((Step::Index(number.parse().ok()?), after))
}

fn quoted(text: &str) -> Option<(Step, &str)> {
    let mut chars = text.strip_prefix('"')?.char_indices();
    let mut key = String::new();
    while let Some((i, c)) = chars.next() {
        match c {
            '"' => return Some((Step::Key(key), text.get(i + 2..)?)),
            '\\' => key.push(chars.next()?.1),
            _ => key.push(c),
        }
    }
    None
}

fn bare(text: &str) -> (Step, &str) {
    // At least one character, so that reading always gets on.
    let first = text.chars().next().map_or(0, char::len_utf8);
    let end = text
        .char_indices()
        .find(|(i, c)| *i >= first && matches!(c, '.' | '['))
        .map_or(text.len(), |(i, _)| i);
    let (key, after) = text.split_at(end);
    (Step::Key(key.to_owned()), after)
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.0.iter().enumerate() {
            match step {
                Step::Index(n) => write!(f, "[{n}]")?,
                Step::Key(key) => {
                    if i > 0 {
                        f.write_char('.')?;
                    }
                    write_key(f, key)?;
                }
            }
        }
        Ok(())
    }
}

fn write_key(f: &mut fmt::Formatter<'_>, key: &str) -> fmt::Result {
    let plain = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    if !key.is_empty() && key.chars().all(plain) {
        return f.write_str(key);
    }
    f.write_char('"')?;
    for c in key.chars() {
        match c {
            '"' | '\\' => write!(f, "\\{c}")?,
            c if c.is_control() => write!(f, "{}", c.escape_default())?,
            c => f.write_char(c)?,
        }
    }
    f.write_char('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_back_as_it_was_written() {
        for text in [
            "navn",
            "blok[3].raekker[0].celler[1]",
            "brugere.serie[0].vaerdier.2021",
            "indsigter.indsigt[1].trykt.\"antal.bydel.Indre By\"",
            "a.\"x\\\"y\".b",
            "",
        ] {
            assert_eq!(FieldPath::parse(text).to_string(), text);
        }
    }

    #[test]
    fn any_text_is_some_path() {
        for text in ["[", "]", "[x]", "\"", "..", "a..b", "[1", "\"\\"] {
            let _ = FieldPath::parse(text);
        }
    }
}
