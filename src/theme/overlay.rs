//! A folder's `theme.toml` over the built-in one.

use toml::{Table, Value};

use crate::text;
use crate::words::Text;

/// The tokens of `own` over those of `base`: a table goes into the table of its name, anything else
/// takes the place of what was there.
#[must_use]
pub fn laid_over(mut base: Table, own: Table) -> Table {
    for (key, value) in own {
        let merged = match (base.remove(&key), value) {
            (Some(Value::Table(base)), Value::Table(own)) => Value::Table(laid_over(base, own)),
            (_, value) => value,
        };
        base.insert(key, merged);
    }
    base
}

/// A token that nothing reads.
pub(crate) struct Unread {
    /// Its name with those of its tables: `opslag.titelzon`.
    pub(crate) name: String,
    /// Where its key stands in the text.
    pub(crate) range: std::ops::Range<usize>,
    /// The built-in one of the same table that is nearest.
    pub(crate) near: Option<String>,
}

/// Tokens of a folder's text that the built-in theme lacks and that no layout names. Colours and
/// grades are roles by their names; fonts are read by the program.
pub(crate) fn unread(base: &str, own: &str, layouts: &[(String, String)]) -> Vec<Unread> {
    let (Ok(base), Ok(table)) = (base.parse::<Table>(), own.parse::<Table>()) else {
        return Vec::new();
    };
    let mut paths = Vec::new();
    added(&base, &table, "", &mut paths);
    let named = |key: &str| layouts.iter().any(|(_, text)| names_key(text, key));
    paths
        .into_iter()
        .filter(|(path, _)| !path.starts_with("farve.fagprincip."))
        .filter(|(path, _)| !named(last(path)))
        .map(|(name, near)| Unread { range: key_range(own, &name), name, near })
        .collect()
}

/// Paths of `own` that `base` lacks, each with the nearest key beside it.
fn added(base: &Table, own: &Table, path: &str, found: &mut Vec<(String, Option<String>)>) {
    for (key, value) in own {
        let name = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        match (base.get(key), value) {
            (Some(Value::Table(base)), Value::Table(own)) => added(base, own, &name, found),
            (Some(_), _) => {}
            (None, _) => {
                let beside = base.keys().filter(|k| strsim::jaro_winkler(k, key) > 0.85);
                let near = beside.max_by(|a, b| {
                    strsim::jaro_winkler(a, key).total_cmp(&strsim::jaro_winkler(b, key))
                });
                found.push((name, near.cloned()));
            }
        }
    }
}

/// A token that a folder gives a value which its layouts cannot use.
pub(crate) struct Unusable {
    /// Its name with those of its tables: `forside.logo_mm`.
    pub(crate) name: String,
    /// Where its key stands in the text.
    pub(crate) range: std::ops::Range<usize>,
    /// What is wrong.
    pub(crate) why: Text,
}

/// Tokens of a folder's text that are of another kind than the built-in ones, or negative where
/// those are not.
pub(crate) fn unusable(base: &str, own: &str) -> Vec<Unusable> {
    let (Ok(base), Ok(table)) = (base.parse::<Table>(), own.parse::<Table>()) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    compare(&base, &table, "", &mut found);
    let told = |(name, why): (String, Text)| Unusable { range: key_range(own, &name), name, why };
    found.into_iter().map(told).collect()
}

fn compare(base: &Table, own: &Table, path: &str, found: &mut Vec<(String, Text)>) {
    for (key, value) in own {
        let name = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        let Some(known) = base.get(key) else { continue };
        match (known, value) {
            (Value::Table(base), Value::Table(own)) => compare(base, own, &name, found),
            _ => found.extend(fault(known, value).map(|why| (name, why))),
        }
    }
}

/// What is wrong with a value in the place of another.
fn fault(base: &Value, own: &Value) -> Option<Text> {
    match (base, own) {
        (Value::Integer(_) | Value::Float(_), _) => match (number(base), number(own)) {
            (_, None) => Some(text!("toml-number")),
            (Some(base), Some(own)) if own.is_nan() || (own < 0.0 && base >= 0.0) => {
                Some(text!("theme-negative"))
            }
            _ => None,
        },
        (Value::String(_), Value::String(_))
        | (Value::Boolean(_), Value::Boolean(_))
        | (Value::Table(_), Value::Table(_)) => None,
        (Value::String(_), _) => Some(text!("toml-text")),
        (Value::Boolean(_), _) => Some(text!("toml-yes-no")),
        (Value::Table(_), _) => Some(text!("toml-table")),
        (Value::Array(base), Value::Array(own)) => {
            let first = base.first()?;
            own.iter().find_map(|own| fault(first, own))
        }
        (Value::Array(_), _) => Some(text!("toml-list")),
        (Value::Datetime(_), _) => None,
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Integer(n) => Some(*n as f64),
        Value::Float(x) => Some(*x),
        _ => None,
    }
}

fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

/// Whether a layout has the key as a word of its own.
fn names_key(text: &str, key: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    text.match_indices(key)
        .any(|(at, _)| !text[..at].ends_with(part) && !text[at + key.len()..].starts_with(part))
}

/// Where the key of a path stands: after the head of its table, where there is one.
pub(super) fn key_range(text: &str, path: &str) -> std::ops::Range<usize> {
    let (table, key) = path.rsplit_once('.').unwrap_or(("", path));
    let from = text.find(&format!("[{table}]")).unwrap_or(0);
    let head = text.find(&format!("[{path}]"));
    let at = head.map(|at| at + 1 + path.len() - key.len()).or_else(|| {
        let lines = text[from..].match_indices(key);
        lines.map(|(at, _)| from + at).find(|at| {
            text[..*at].chars().next_back().is_none_or(|c| c == '\n' || c == ' ' || c == '{')
        })
    });
    at.map_or(0..0, |at| at..at + key.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_laid_into_its_own_and_a_list_takes_the_place_of_another() {
        let base = "[a]\nx = 1\ny = [1, 2]\n[b]\nz = 3".parse().expect("TOML");
        let own = "[a]\ny = [7]".parse().expect("TOML");
        let all: Table = "[a]\nx = 1\ny = [7]\n[b]\nz = 3".parse().expect("TOML");
        assert_eq!(laid_over(base, own), all);
    }

    #[test]
    fn a_token_that_nothing_reads_is_found_at_its_key() {
        let own = "[opslag]\ntitelzon = 3\nnyt = 4\n[opslag.mere]\nx = 1";
        let layouts = [("a.typ".to_owned(), "#tema.opslag.nyt".to_owned())];
        let found = unread("[opslag]\ntitelzone = 60.0", own, &layouts);
        let told: Vec<_> = found.iter().map(|u| (u.name.as_str(), &own[u.range.clone()])).collect();
        assert_eq!(told, [("opslag.mere", "mere"), ("opslag.titelzon", "titelzon")]);
        assert_eq!(found[1].near.as_deref(), Some("titelzone"));
    }

    #[test]
    fn a_value_that_no_layout_can_use_is_found_at_its_key() {
        let base = "[forside]\nlogo_mm = 14\nnavne = [1, 2]\nskub = -1.5\nslags = \"a\"";
        for (own, told) in [
            ("[forside]\nlogo_mm = \"14 mm\"", "et tal"),
            ("[forside]\nlogo_mm = -3.5", "nul eller derover"),
            ("[forside]\nnavne = [1, \"to\"]", "et tal"),
            ("[forside]\nnavne = 1", "en liste"),
            ("[forside]\nslags = 1", "en tekst"),
        ] {
            let found = unusable(base, own);
            assert_eq!(found.len(), 1, "{own}");
            assert!(found[0].why.to_string().contains(told), "{own}: {}", found[0].why);
            assert!(own[found[0].range.clone()].len() > 3, "{own}");
        }
        assert!(unusable(base, "[forside]\nlogo_mm = 7.5\nskub = -2\nnyt = \"x\"").is_empty());
    }
}
