//! A folder's `theme.toml` over the built-in one.

use toml::{Table, Value};

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
}
