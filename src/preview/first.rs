//! The page of an edit before all others that it changes: an amount stands in sums and ranks on
//! every spread, and who has changed it looks at one of them.
//!
//! The files that an edited spread is made of are handed over with those of all others as they were:
//! its pages come out as they will be, and nothing else has to be laid out.

use std::collections::BTreeMap;

use crate::report::load::indsats_file;
use crate::typeset::Bytes;
use crate::typeset::handover::paths;

/// What the layouts are handed, by path.
pub(super) type Files = BTreeMap<String, Bytes>;

/// The files with which the spread of the one indsats that was edited comes out as it will be, and
/// all else as it was. None where more was edited, or where the edit changes nothing else.
pub(super) fn first<'a>(
    before: &Files,
    now: &Files,
    mut ids: impl Iterator<Item = &'a str>,
) -> Option<Files> {
    if !before.keys().eq(now.keys()) {
        return None;
    }
    let differs = |path: &String| {
        before.get(path).map(|b| b.as_slice()) != now.get(path).map(|b| b.as_slice())
    };
    let changed: Vec<&String> = now.keys().filter(|path| differs(path)).collect();
    let data = paths::vedhaeft(&paths::of_data(""));
    let mut edited = changed.iter().filter(|path| path.starts_with(&data));
    let (one, None) = (edited.next()?, edited.next()) else { return None };
    let id = ids.find(|id| **one == paths::vedhaeft(&paths::of_data(&indsats_file(id))))?;
    let (own, marks, figures) = (paths::indsats(id), paths::udkast(id), paths::figurer(id));
    let is_own = |path: &str| path == own || path == marks || path.starts_with(&figures);
    // These change with every edit, and cost next to nothing.
    let is_light = |path: &str| path == paths::VERSION || path.starts_with(&paths::vedhaeft(""));
    if changed.iter().all(|path| is_own(path) || is_light(path)) {
        return None;
    }
    let mut files = before.clone();
    let owned = now.iter().filter(|(path, _)| is_own(path));
    files.extend(owned.map(|(path, bytes)| (path.clone(), bytes.clone())));
    Some(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(of: &[(&str, &str)]) -> Files {
        let file = |(path, text): &(&str, &str)| {
            ((*path).to_owned(), Bytes::from_string((*text).to_owned()))
        };
        of.iter().map(file).collect()
    }

    /// The files of two indsatser that say so much of their own and of each other.
    fn two(a: &str, b: &str) -> Files {
        files(&[
            ("/data/indsatser/a.json", &format!("{a}, not {b}")),
            ("/data/indsatser/b.json", &format!("{b}, not {a}")),
            ("/figurer/a--serie.svg", a),
            ("/figurer/b--serie.svg", b),
            ("/data/oversigt.json", &format!("{a} {b}")),
            ("/data/version.json", &format!("{a}{b}")),
            ("/vedhaeft/data-indsatser-a.toml", a),
            ("/vedhaeft/data-indsatser-b.toml", b),
        ])
    }

    #[test]
    fn the_edited_spread_is_new_and_all_else_as_it_was() {
        let (before, now) = (two("1", "2"), two("3", "2"));
        let first = first(&before, &now, ["a", "b"].into_iter()).expect("one was edited");
        let new: Vec<&str> = first
            .iter()
            .filter(|(path, bytes)| before.get(*path) != Some(bytes))
            .map(|(path, _)| path.as_str())
            .collect();
        assert_eq!(new, ["/data/indsatser/a.json", "/figurer/a--serie.svg"]);
        assert!(new.iter().all(|path| first.get(*path) == now.get(*path)));
    }

    #[test]
    fn an_edit_of_more_or_of_nothing_else_is_made_at_once() {
        let ids = || ["a", "b"].into_iter();
        let before = two("1", "2");
        assert_eq!(first(&before, &two("3", "4"), ids()), None, "both are edited");
        assert_eq!(first(&before, &before, ids()), None, "nothing is edited");
        let mut alone = before.clone();
        alone.extend(files(&[
            ("/data/indsatser/a.json", "3"),
            ("/data/version.json", "3"),
            ("/vedhaeft/data-indsatser-a.toml", "3"),
        ]));
        assert_eq!(first(&before, &alone, ids()), None, "nothing else changes");
        alone.extend(files(&[("/figurer/a--kort.svg", "3")]));
        assert_eq!(first(&before, &alone, ids()), None, "a figure has come");
    }
}
