//! Same words, same numbers: what every edition says, read back from its file and compared.
//!
//! Words are read from the type area alone; what surrounds it (running heads, folios, title
//! blocks, marks in the margins) is an edition's own.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cli::Project;

/// The type area of an A4 page with what may stand out of it, pt from the upper left corner of
/// the trim: x, y, width, height.
const AREA: [f32; 4] = [52.0, 46.0, 491.0, 754.0];
/// The same without what stands above the columns: the running head of a handout's second page
/// is lower than the report's.
const COLUMNS: [f32; 4] = [52.0, 78.0, 491.0, 722.0];
/// A4, pt.
const A4: [f32; 2] = [595.28, 841.89];

/// Builds an edition.
fn edition(project: &Project, name: &str) -> PathBuf {
    let run = project.command(&["build", name]).output().expect("the program runs");
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(run.status.success(), "{name}: {said}");
    let paths = String::from_utf8(run.stdout).expect("UTF-8");
    let path = paths.lines().find(|path| path.ends_with(".pdf")).expect("a path");
    project.path(path)
}

/// Words in an area of each page, in order; none, told, where there is nothing to read them with.
fn words(pdf: &Path, area: [f32; 4]) -> Option<Vec<String>> {
    let doc = lopdf::Document::load(pdf).expect("a PDF");
    let page = doc.page_iter().next().expect("a page");
    let page = doc.get_dictionary(page).expect("a page");
    let media = page.get(b"MediaBox").and_then(lopdf::Object::as_array).expect("a MediaBox");
    let side = |at: usize| media[at].as_float().expect("a number");
    // Bleed and marks lie around the trim, alike on both sides.
    let around = [(side(2) - side(0) - A4[0]) / 2.0, (side(3) - side(1) - A4[1]) / 2.0];
    let [x, y, width, height] = area;
    let [x, y] = [x + around[0], y + around[1]];
    let number = |value: f32| format!("{:.0}", value.round());
    let read = Command::new("pdftotext")
        .args(["-raw", "-r", "72", "-x", &number(x), "-y", &number(y)])
        .args(["-W", &number(width), "-H", &number(height)])
        .args([pdf, Path::new("-")])
        .output();
    let Ok(read) = read else {
        crate::skip::without("pdftotext");
        return None;
    };
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    Some(String::from_utf8_lossy(&read.stdout).split_whitespace().map(str::to_owned).collect())
}

fn read(project: &Project, name: &str) -> Option<Vec<String>> {
    words(&edition(project, name), AREA)
}

/// Where two texts part, for people.
fn parting(one: &[String], other: &[String]) -> String {
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let around = |all: &[String]| {
        all.get(same.saturating_sub(5)..(same + 10).min(all.len())).unwrap_or_default().join(" ")
    };
    format!("word {same}:\n  … {} …\n  … {} …", around(one), around(other))
}

/// All that three words in a row can be, where page numbers, which a handout has none of, are left
/// out or not.
fn triples(words: &[String]) -> BTreeSet<Vec<String>> {
    let mut all: BTreeSet<Vec<String>> = BTreeSet::new();
    for at in 0..words.len() {
        let mut open: Vec<(usize, Vec<String>)> = vec![(at, Vec::new())];
        while let Some((at, before)) = open.pop() {
            if before.len() == 3 {
                all.insert(before);
                continue;
            }
            let Some(word) = words.get(at) else { continue };
            let end = word.trim_start_matches(|c: char| c.is_ascii_digit());
            if end != word && ["", ",", "."].contains(&end) && !before.is_empty() {
                let mut without = before.clone();
                without.last_mut().expect("a word").push_str(end);
                open.push((at + 1, without));
            }
            open.push((at + 1, [before, vec![word.clone()]].concat()));
        }
    }
    all
}

/// Whether the words end in the list of other indsatser, in what the overview says in short or in what
/// the strategy says: whether these come along, and how long, each edition chooses by the room of its pages. At most so many
/// words after its title.
fn is_in_module(before: &[String]) -> bool {
    let modules: [(&[&str], usize); 4] = [
        (&["Det", "siger", "strategien"], 90),
        (&["Andre", "indsatser", "i", "samme"], 120),
        (&["Beslægtede", "indsatser"], 120),
        (&["I", "korte", "træk"], 50),
    ];
    modules.iter().any(|(title, longest)| {
        let last = &before[before.len().saturating_sub(*longest)..];
        last.windows(title.len()).any(|window| window == *title)
    })
}

/// Where a text says what another does not. Blocks may stand in another order, and where two of
/// them meet, two triples are new; a word that is new or changed makes three.
fn strange(text: &[String], other: &[String]) -> Option<usize> {
    let known = triples(other);
    let new = |at: usize| !known.contains(&text[at..at + 3]);
    let starts = 0..text.len().saturating_sub(4);
    starts.into_iter().find(|at| (*at..at + 3).all(new) && !is_in_module(&text[..at + 2]))
}

#[test]
fn handouts_of_all_spreads_say_what_the_report_says() {
    let project = Project::new();
    let read = |name| words(&edition(&project, name), COLUMNS);
    let (Some(official), Some(handout)) = (read("official"), read("handout")) else {
        return;
    };
    assert!(handout.len() > 17_000, "only {} words", handout.len());
    if let Some(at) = strange(&handout, &official) {
        panic!("only in the handout: {}", handout[at..at + 12].join(" "));
    }
    let mut changed = handout.clone();
    let told = |at: &usize| !is_in_module(&changed[..*at]);
    let at = (100..changed.len() - 2).find(told).expect("a word that is the report's own");
    changed[at].push('1');
    assert!(strange(&changed, &official).is_some(), "a changed word is found");
}

#[test]
fn the_print_edition_says_what_the_report_says() {
    let project = Project::new();
    let (Some(official), Some(print)) = (read(&project, "official"), read(&project, "print"))
    else {
        return;
    };
    // The official file also has what is only heard, such as the numbers behind a chart.
    let mut rest = official.iter();
    for (at, word) in print.iter().enumerate() {
        assert!(
            rest.any(|other| other == word),
            "word {at}, `{word}`, is not in the official file, after … {}",
            print[at.saturating_sub(12)..at].join(" ")
        );
    }
}

#[test]
fn a_draft_says_what_the_report_says_and_its_marks_besides() {
    let project = Project::new();
    let (Some(official), Some(draft)) = (read(&project, "official"), read(&project, "draft"))
    else {
        return;
    };
    // Every word of the report, in order; between them stand marks and the list of changes.
    let mut rest = draft.iter();
    for (at, word) in official.iter().enumerate() {
        assert!(
            rest.any(|other| other == word),
            "word {at}, `{word}`, is not in the draft, after … {}",
            official[at.saturating_sub(12)..at].join(" ")
        );
    }
}

#[test]
fn a_changed_number_would_be_told() {
    let one: Vec<String> = ["en", "to", "3", "fire"].map(str::to_owned).to_vec();
    let mut other = one.clone();
    other[2] = "4".to_owned();
    assert!(parting(&one, &other).starts_with("word 2:"));
}
