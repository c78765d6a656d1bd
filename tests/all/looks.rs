//! Names of the preview's pages, by which what looks the same is not sent again; and the views in
//! which they are seen.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};

use sats::pipeline::Pipeline;
use sats::preview::report::ReportCompiler;
use sats::preview::{Compiler, Round, Sheet, View};
use sats::typeset::{Fonts, Layouts};

use super::cli::copy;
use super::preview::{PATIENCE, Running};

/// Pages of the report, as a browser is shown them.
fn sheets(compiler: &mut ReportCompiler) -> Vec<Sheet> {
    let round = seen(compiler, View::Official);
    round.sheets.unwrap_or_else(|| panic!("{}", round.trouble))
}

fn seen(compiler: &mut ReportCompiler, view: View) -> Round {
    let round = compiler.compile(view);
    let rest = compiler.rest();
    assert_eq!(round.more, rest.is_some());
    compiler.tidy();
    rest.unwrap_or(round)
}

/// The words of all pages.
fn words(sheets: &[Sheet]) -> String {
    sheets.iter().map(|sheet| sheet.picture.drawn().words.as_str()).collect()
}

/// The colours of a drawing, as `#rrggbb`.
fn colours(sheets: &[Sheet]) -> Vec<String> {
    let all = sheets.iter().flat_map(|sheet| {
        let svg = &sheet.picture.drawn().svg;
        svg.match_indices("\"#").filter_map(|(at, _)| svg.get(at + 1..at + 8)).collect::<Vec<_>>()
    });
    let is_colour = |c: &&str| c.bytes().skip(1).all(|b| b.is_ascii_hexdigit());
    all.filter(is_colour).map(str::to_owned).collect()
}

/// Names of pages.
fn names(sheets: &[Sheet]) -> Vec<String> {
    sheets.iter().map(|sheet| sheet.picture.name.clone()).collect()
}

/// A folder with the data of 2024 in `data` and the layouts in `layouts`, to be edited.
struct Desk(tempfile::TempDir);

impl Desk {
    fn laid_out() -> Self {
        let desk = Self(tempfile::tempdir().expect("a temporary folder"));
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        copy(&here.join("tests/fixtures/2024"), &desk.path("data"));
        copy(&here.join("layouts"), &desk.path("layouts"));
        desk
    }

    fn path(&self, inside: &str) -> PathBuf {
        self.0.path().join(inside)
    }

    /// Writes something else where `from` stands first in a file.
    fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.path(file);
        let text = fs::read_to_string(&path).expect("read");
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(path, text.replacen(from, to, 1)).expect("written");
    }

    /// A compiler of it that has compiled nothing.
    fn compiler(&self) -> ReportCompiler {
        let fonts = Fonts::load(None).expect("built-in fonts");
        let folder = Layouts::folder(&self.path("layouts")).expect("a layouts folder");
        let pipeline = Pipeline::new(folder, fonts, None).map_err(|p| p.findings).expect("a theme");
        ReportCompiler::new(self.path("data"), None, pipeline)
    }
}

#[test]
fn pages_have_a_new_name_exactly_when_they_look_otherwise() {
    let desk = Desk::laid_out();
    let mut compiler = desk.compiler();
    let mut before = sheets(&mut compiler);
    let edits = [
        // A word; a mark on every spread; every letter's place in the layouts, which nobody sees.
        ("data/indsatser/ludo.toml", "14-19 år til undervisning", "14-19 år til god undervisning"),
        ("data/indsatser/ludo.toml", "beloeb = 1_200_000", "beloeb = 2_400_000"),
        ("layouts/komponenter/prosa.typ", "", "// A line that moves all others.\n"),
    ];
    let mut renamed = Vec::new();
    for (file, from, to) in edits {
        desk.edit(file, from, to);
        let after = sheets(&mut compiler);
        assert_eq!(
            names(&after),
            names(&sheets(&mut desk.compiler())),
            "as a new start makes them"
        );
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

#[test]
fn the_edited_spread_comes_before_the_others_and_is_the_same_then() {
    let desk = tempfile::tempdir().expect("a temporary folder");
    let mut compiler = two_years(desk.path());
    let round = compiler.compile(View::Official);
    assert!(!round.more, "the first pages come all at once");
    let pages = |round: Round| {
        let first = round.panel.indsatser.iter().find(|i| i.id == "ludo").and_then(|i| i.page);
        let names = round.sheets.unwrap_or_else(|| panic!("{}", round.trouble));
        let names: Vec<String> = names.into_iter().map(|s| s.picture.name.clone()).collect();
        (names, first.expect("its page") - 1)
    };
    let (before, _) = pages(round);
    let file = desk.path().join("2024/indsatser/ludo.toml");
    let text = fs::read_to_string(&file).expect("read");
    fs::write(&file, text.replacen("beloeb = 1_200_000", "beloeb = 2_400_000", 1))
        .expect("written");
    let round = compiler.compile(View::Official);
    assert!(round.more, "an amount stands on all spreads");
    let (first, at) = pages(round);
    let (then, _) = pages(compiler.rest().expect("the others"));
    assert!(compiler.rest().is_none());
    let spread = at..at + 2;
    for (page, name) in first.iter().enumerate() {
        let wanted = if spread.contains(&page) { &then } else { &before };
        assert_eq!(name, &wanted[page], "page {}", page + 1);
    }
    let changed = |now: &[String]| before.iter().zip(now).filter(|(a, b)| a != b).count();
    assert!(changed(&first) > 0 && changed(&then) >= 22, "{} {}", changed(&first), changed(&then));
}

#[test]
fn pages_after_an_edit_are_those_of_a_new_start_whatever_is_edited() {
    let desk = Desk::laid_out();
    let (ludo, eki) = ("data/indsatser/ludo.toml", "data/indsatser/eki.toml");
    let number = (eki, "2021 = 89", "2021 = 95");
    let back = (eki, number.2, number.1);
    let amount = (ludo, "beloeb = 1_200_000", "beloeb = 2_400_000");
    let word = (ludo, "14-19 år til undervisning", "14-19 år til god undervisning");
    let name = (ludo, "navn = \"LUDO\"", "navn = \"LUDO igen\"");
    let theme = ("layouts/theme.toml", "rgb = \"#084baa\"", "rgb = \"#084ba4\"");
    let said = ("layouts/ord/da/layouts.ftl", "principper = Det siger", "principper = Så siger");
    let district = ("data/bydele.toml", "navn = \"", "navn = \"Nye ");
    // Each is seen before the next; those with another before them have come while it was made.
    let edits: [&[(&str, &str, &str)]; 8] = [
        &[number],
        &[name],
        &[amount, back],
        &[theme],
        &[said],
        &[word, ("layouts/theme.toml", "rgb = \"#3a5876\"", "rgb = \"#3a5872\"")],
        &[(eki, "2021 = 89", "2021 = 97"), (ludo, "beloeb = 2_400_000", "beloeb = 3_600_000")],
        &[district],
    ];
    let mut compiler = desk.compiler();
    sheets(&mut compiler);
    for edits in edits {
        for (nr, (file, from, to)) in edits.iter().enumerate() {
            desk.edit(file, from, to);
            // The pages of which nobody waits for the rest.
            if nr + 1 < edits.len() {
                compiler.compile(View::Official);
            }
        }
        let warm = seen(&mut compiler, View::Official);
        let cold = seen(&mut desk.compiler(), View::Official);
        assert_eq!(warm.trouble, cold.trouble, "{edits:?}");
        assert_eq!(warm.panel, cold.panel, "{edits:?}");
        let names = |round: &Round| round.sheets.as_deref().map(names);
        assert_eq!(names(&warm), names(&cold), "{edits:?}");
    }
}

/// The report of 2024 beside one of 2023, compiled as the preview does.
fn two_years(desk: &Path) -> ReportCompiler {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    for year in ["2023", "2024"] {
        copy(&here.join("tests/fixtures/2024"), &desk.join(year));
    }
    let before = desk.join("2023/rapport.toml");
    let text = fs::read_to_string(&before).expect("read");
    let text = text.replacen("titel = \"", "titel = \"Sidste års: ", 1);
    let text = text.replacen("aar = 2024", "aar = 2023", 1);
    fs::write(&before, text).expect("written");
    let fonts = Fonts::load(None).expect("built-in fonts");
    let made = Pipeline::new(Layouts::built_in(), fonts, None);
    let pipeline = made.map_err(|p| p.findings).expect("a theme");
    ReportCompiler::new(desk.join("2024"), None, pipeline)
}

#[test]
fn drafts_print_grey_and_last_year_are_seen_as_they_are_made() {
    let desk = tempfile::tempdir().expect("a temporary folder");
    let mut compiler = two_years(desk.path());
    let official = seen(&mut compiler, View::Official);
    assert_eq!(official.panel.before, Some(2023), "last year is at hand");
    let sheets = |round: Round| round.sheets.unwrap_or_else(|| panic!("{}", round.trouble));
    let official = sheets(official);
    let fields = |sheets: &[Sheet]| sheets.iter().map(|s| s.fields.len()).sum::<usize>();
    let is_grey = |c: &String| c[1..3] == c[3..5] && c[3..5] == c[5..7];
    assert!(official.iter().all(|sheet| sheet.trim.is_none()), "the screen's pages have no bleed");
    assert!(!colours(&official).iter().all(is_grey));

    let draft = sheets(seen(&mut compiler, View::Draft));
    assert!(words(&draft).contains("forhåndsvisning"), "its stamp says what it is");
    assert!(fields(&draft) > 100, "fields can be opened");

    let print = sheets(seen(&mut compiler, View::Print));
    assert_eq!(print.len(), official.len());
    for (sheet, flat) in print.iter().zip(&official) {
        // 3 mm at each side are 17 pt in all.
        assert_eq!(sheet.picture.width, flat.picture.width + 17);
        let [x, y, w, h] = sheet.trim.expect("where it is cut");
        assert!((13..=15).contains(&x) && (9..=11).contains(&y), "{x} {y}");
        assert!((970..=974).contains(&w) && (979..=982).contains(&h), "{w} {h}");
    }
    assert!(fields(&print) > 100);

    let grey = sheets(seen(&mut compiler, View::Grey));
    let coloured: Vec<String> = colours(&grey).into_iter().filter(|c| !is_grey(c)).collect();
    assert_eq!(coloured, Vec::<String>::new(), "colours in grey pages");
    let same = |a: &[Sheet], b: &[Sheet]| words(a) == words(b);
    assert!(same(&grey, &official), "the same words");

    let before = seen(&mut compiler, View::Before);
    assert!(before.panel.title.starts_with("Sidste års: "), "{}", before.panel.title);
    assert!(before.panel.findings.is_empty() && before.panel.missing.is_empty());
    assert!(!before.panel.indsatser.is_empty(), "its pages can be found");
    assert_eq!(fields(&sheets(before)), 0, "nothing of it can be changed");
}

#[test]
fn without_data_of_last_year_its_view_is_this_years() {
    let desk = tempfile::tempdir().expect("a temporary folder");
    let mut compiler = two_years(desk.path());
    fs::remove_dir_all(desk.path().join("2023")).expect("removed");
    let round = seen(&mut compiler, View::Before);
    assert_eq!(round.panel.before, None, "the page does not offer it");
    assert!(round.sheets.is_some_and(|sheets| sheets.iter().all(|s| s.fields.is_empty())));
}

#[test]
fn each_view_is_set_when_somebody_looks_at_it_and_no_other() {
    let running = Running::start();
    let host = running.address;
    for unknown in ["/events?vis=fisk", "/state?vis=", "/state?fisk=1", "/statex"] {
        assert!(running.get(unknown, "").starts_with("HTTP/1.1 404"), "{unknown}");
    }
    let draft = |running: &Running| running.get("/state?vis=udkast", "");
    assert!(draft(&running).contains("\"ready\":false"), "nobody has looked at it");
    let mut stream = TcpStream::connect(host).expect("it listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
    write!(stream, "GET /events?vis=udkast HTTP/1.1\r\nHost: {host}\r\n\r\n").expect("sent");
    let mut lines = BufReader::new(stream).lines();
    let mut next = || -> serde_json::Value {
        loop {
            let line = lines.next().expect("the stream goes on").expect("a line");
            if let Some(json) = line.strip_prefix("data: ") {
                return serde_json::from_str(json).expect("JSON");
            }
        }
    };
    assert_eq!(next()["ready"], false);
    let first = next();
    assert_eq!(first["pages"].as_array().map(Vec::len), Some(3), "the draft's pages");
    let names = |state: &serde_json::Value| state["pages"][0]["name"].to_string();
    assert!(!running.get("/state", "").contains(&names(&first)), "other pictures");
    // Only what is looked at follows the files: the draft does, the official pages do not.
    running.write("a.txt", "uno\ntwo");
    let second = next();
    assert_ne!(names(&second), names(&first));
    assert_eq!(running.state().pages, ["one", "two", "three"]);
}
