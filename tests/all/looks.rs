//! Names of the preview's pages: what looks the same is not sent again.

use std::fs;
use std::path::Path;

use sats::pipeline::Pipeline;
use sats::preview::report::ReportCompiler;
use sats::preview::{Compiler, Sheet};
use sats::typeset::{Fonts, Layouts};

use super::cli::copy;

/// Pages of the report, as a browser is shown them.
fn sheets(compiler: &mut ReportCompiler) -> Vec<Sheet> {
    let round = compiler.compile();
    compiler.tidy();
    round.sheets.unwrap_or_else(|| panic!("{}", round.trouble))
}

#[test]
fn pages_have_a_new_name_exactly_when_they_look_otherwise() {
    let desk = tempfile::tempdir().expect("a temporary folder");
    let (data, layouts) = (desk.path().join("data"), desk.path().join("layouts"));
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    copy(&here.join("tests/fixtures/2024"), &data);
    copy(&here.join("layouts"), &layouts);
    let edit = |file: &str, from: &str, to: &str| {
        let text = fs::read_to_string(desk.path().join(file)).expect("read");
        assert!(text.contains(from), "{file} has changed");
        fs::write(desk.path().join(file), text.replacen(from, to, 1)).expect("written");
    };
    let fonts = Fonts::load(None).expect("built-in fonts");
    let folder = Layouts::folder(&layouts).expect("a layouts folder");
    let pipeline = Pipeline::new(folder, fonts, None).map_err(|p| p.findings).expect("a theme");
    let mut compiler = ReportCompiler::new(data, None, pipeline);
    let mut before = sheets(&mut compiler);
    let edits = [
        // A word; a mark on every spread; every letter's place in the layouts, which nobody sees.
        ("data/indsatser/ludo.toml", "14-19 år til undervisning", "14-19 år til god undervisning"),
        ("data/indsatser/ludo.toml", "beloeb = 1_200_000", "beloeb = 2_400_000"),
        ("layouts/komponenter/prosa.typ", "", "// A line that moves all others.\n"),
    ];
    let mut renamed = Vec::new();
    for (file, from, to) in edits {
        edit(file, from, to);
        let after = sheets(&mut compiler);
        assert_eq!(after.len(), before.len());
        let pairs = before.iter().zip(&after);
        let alike = |(a, b): &(&Sheet, &Sheet)| a.picture.name == b.picture.name;
        for (a, b) in pairs.clone() {
            let same = a.picture.drawn() == b.picture.drawn();
            assert_eq!(same, alike(&(a, b)), "after the edit of {file}");
        }
        renamed.push(pairs.filter(|pair| !alike(pair)).count());
        before = after;
    }
    assert!(matches!(renamed[..], [1 | 2, 22..=63, 0]), "{renamed:?}");
}
