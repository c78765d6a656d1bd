//! The layouts stand as typstyle sets them, so that a change shows what it changes.

use std::fs;

use typstyle_core::{Config, Typstyle};

use crate::cli::repo;
use crate::words::files;

/// Longest line of a layout, characters.
const WIDTH: usize = 120;

fn styled(text: &str) -> String {
    let config = Config { max_width: WIDTH, tab_spaces: 2, ..Config::default() };
    Typstyle::new(config).format_text(text).render().expect("a layout without errors")
}

#[test]
fn the_layouts_stand_as_typstyle_sets_them() {
    let folders = ["layouts", "tests/layouts_mini"];
    let sources: Vec<_> =
        folders.iter().flat_map(|folder| files(&repo().join(folder), ".typ")).collect();
    assert!(sources.len() > 30, "{}", sources.len());
    let update = std::env::var_os("SATS_UPDATE").is_some();
    let mut other = Vec::new();
    for path in sources {
        let text = fs::read_to_string(&path).expect("text");
        let styled = styled(&text);
        if styled != text {
            if update {
                fs::write(&path, styled).expect("written");
            }
            other.push(path.display().to_string());
        }
    }
    assert!(other.is_empty(), "set them with SATS_UPDATE=1:\n{}", other.join("\n"));
}
