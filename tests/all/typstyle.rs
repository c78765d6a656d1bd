//! The layouts stand as typstyle sets them, so that a change shows what it changes.

use std::fs;
use std::path::{Path, PathBuf};

use typstyle_core::{Config, Typstyle};

use crate::cli::repo;

/// Longest line of a layout, characters.
const WIDTH: usize = 120;

fn sources(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).expect("listed").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "typ") {
            found.push(path);
        }
    }
}

fn styled(text: &str) -> String {
    let config = Config { max_width: WIDTH, tab_spaces: 2, ..Config::default() };
    Typstyle::new(config).format_text(text).render().expect("a layout without errors")
}

#[test]
fn the_layouts_stand_as_typstyle_sets_them() {
    let mut files = Vec::new();
    sources(&repo().join("layouts"), &mut files);
    sources(&repo().join("tests/layouts_mini"), &mut files);
    assert!(files.len() > 30, "{}", files.len());
    let update = std::env::var_os("SATS_UPDATE").is_some();
    let mut other = Vec::new();
    for path in files {
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
