//! Drafts: the official pages under marks. Read from the pages themselves, with positions.

mod compared;
mod list;
mod shown;
mod watermark;

use std::fs;
use std::path::Path;
use std::process::Command;

use sats::output::official;
use sats::pipeline::draft::{Compared, DraftJob};
use sats::pipeline::excerpt::Selection;
use sats::pipeline::{Pipeline, Prepared, REPORT};
use sats::report::load::{self, Loaded};
use sats::typeset::handover::Marks;
use sats::typeset::{Fonts, Layouts, PagedDocument};

use self::shown::{Run, Shown, pages, tight};
use crate::cli::Project;
use crate::official::verapdf;

/// Lightest grey that a watermark may have: 15 % ink.
const LIGHTEST: u8 = 217;
/// The report, ready to be set as one edition or another.
struct Desk {
    pipeline: Pipeline,
    loaded: Loaded,
    prepared: Prepared,
}

impl Desk {
    fn new() -> Self {
        Self::of(&source())
    }

    /// Of the data in a folder.
    fn of(data: &Path) -> Self {
        let fonts = Fonts::load(None).expect("built-in fonts");
        let pipeline = Pipeline::new(Layouts::built_in(), fonts, None).expect("a pipeline");
        let (loaded, report) = pipeline.load(data).expect("good data");
        let prepared = pipeline.prepare(&loaded, &report, &Selection::default()).expect("ready");
        Self { pipeline, loaded, prepared }
    }

    /// What changed since the data in a folder.
    fn since(&self, old: &Path) -> Compared {
        let old = load::load(old).report.expect("good data");
        let own = (&*self.prepared.report, &self.prepared);
        self.pipeline.compared(&self.loaded, own, (old, "før"), &Selection::default())
    }

    fn draft(&mut self, since: Option<Compared>, marks: Marks) -> PagedDocument {
        let job = DraftJob { label: "Udkast 3".to_owned(), since, marks, ..DraftJob::default() };
        self.pipeline.draft_pages(&self.loaded, &self.prepared, &job).expect("a draft")
    }

    fn official(&mut self) -> PagedDocument {
        self.pipeline.typeset(&self.prepared, REPORT).expect("official pages").document
    }
}

fn source() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/2024")
}

/// Makes `old` of the data: ten edits, each of another kind, so that the data as they are differ
/// from it by what the comments say.
fn ten_edits_back(project: &Project, old: &str) {
    let to = project.path(old);
    fs::create_dir_all(to.join("indsatser")).expect("a folder");
    for folder in ["", "indsatser"] {
        for entry in fs::read_dir(project.path("data/2024").join(folder)).expect("data").flatten() {
            if entry.path().is_file() {
                fs::copy(entry.path(), to.join(folder).join(entry.file_name())).expect("a copy");
            }
        }
    }
    let edit = |file: &str, from: &str, to: &str| project.edit(&format!("{old}/{file}"), from, to);
    // A number in a series, a cell of a table, a sentence, an amount.
    edit("indsatser/eki.toml", "2021 = 89", "2021 = 91");
    edit("indsatser/ssp-plus.toml", "celler = [14]", "celler = [15]");
    edit("indsatser/sjakket.toml", "I 2023 lykkedes det igen at få mange børn", "Mange børn kom");
    edit("indsatser/koebenhavnerteamet.toml", "beloeb = ", "beloeb = 1");
    // A bydel that has come, a name, a quote.
    edit("indsatser/stroem.toml", "\"Indre Nørrebro\", \"Ydre Nørrebro\"", "\"Indre Nørrebro\"");
    edit("indsatser/kbh-18-plus.toml", "navn = \"", "navn = \"Gamle ");
    edit("indsatser/ludo.toml", "var glad for de små hold", "var meget glad for de små hold");
    // A block that is gone.
    let ny_start = to.join("indsatser/ny-start.toml");
    let mut text = fs::read_to_string(&ny_start).expect("text");
    text.push_str("\n[[blok]]\nslags = \"fremhaevet\"\ntekst = \"Ni af ti anbefaler det.\"\n");
    fs::write(ny_start, text).expect("written");
    // An indsats that has come, and one that is gone.
    fs::remove_file(to.join("indsatser/green-teams.toml")).expect("removed");
    let sjakket = fs::read_to_string(to.join("indsatser/sjakket.toml")).expect("text");
    let natteravne = sjakket
        .replace("navn = \"Den selvejende institution Sjakket\"", "navn = \"Natteravnene\"")
        .replace("kort_navn = \"Sjakket\"", "kort_navn = \"Natteravne\"");
    fs::write(to.join("indsatser/natteravne.toml"), natteravne).expect("written");
    for _ in 0..2 {
        edit("rapport.toml", "  \"green-teams\",\n", "");
        edit("rapport.toml", "  \"sjakket\",\n", "  \"natteravne\",\n  \"SJAKKET\",\n");
    }
    for _ in 0..2 {
        edit("rapport.toml", "\"SJAKKET\"", "\"sjakket\"");
    }
}

fn ten_changes(desk: &Desk) -> Compared {
    let project = Project::new();
    ten_edits_back(&project, "old/2024");
    desk.since(&project.path("old/2024"))
}

/// A change as the list must tell it and the pages must show it.
struct Told {
    id: &'static str,
    /// How the line of the list begins.
    line: &'static str,
    /// Whether it stands on a page of its spread; which one is the composition's choice.
    shown: bool,
    /// Words that a bar must stand beside.
    beside: &'static [&'static str],
}

const TOLD: [Told; 10] = [
    Told {
        id: "eki", line: "Brugere, Forløb 2021 91 89", shown: true, beside: &["Aktive forløb"]
    },
    Told {
        id: "ssp-plus",
        line: "Tabel »Uddannelsesniveau«, 15 14",
        shown: true,
        beside: &["Uddannelsesniveau"],
    },
    Told { id: "sjakket", line: "Beskrivelse", shown: true, beside: &["få mange børn"] },
    Told {
        id: "koebenhavnerteamet",
        line: "Økonomi, beløb 13.263.000 kr. 3.263.000 kr.",
        shown: true,
        beside: &["3,3 mio. kr."],
    },
    Told { id: "stroem", line: "Geografi, bydele", shown: true, beside: &["3 bydele"] },
    Told { id: "kbh-18-plus", line: "Navn Gamle KBH 18+", shown: true, beside: &["KBH 18+"] },
    Told {
        id: "ludo",
        line: "Citat »En pige på 16 år var glad",
        shown: true,
        beside: &["En pige på 16 år var glad for"],
    },
    Told { id: "ny-start", line: "Fremhævet »Ni af ti anbefaler", shown: true, beside: &[] },
    Told { id: "green-teams", line: "Ny indsats", shown: true, beside: &["Green Teams"] },
    Told { id: "natteravne", line: "Indsatsen er udgået Natteravnene", shown: false, beside: &[] },
];

/// Number of the list's pages, which stand after the contents.
fn list_pages(draft: &[Shown], official: &[Shown]) -> usize {
    draft.len() - official.len()
}

/// Where the list of changes begins, as an index.
fn list_start(draft: &[Shown]) -> usize {
    let is_list = |page: &Shown| page.runs.iter().any(|run| run.words == "Ændringer og mangler");
    draft.iter().position(is_list).expect("a list of changes")
}

#[test]
fn ten_edits_are_listed_with_their_pages_and_marked_where_they_are() {
    let mut desk = Desk::new();
    let changes = ten_changes(&desk);
    assert_eq!(changes.diff.changes.len(), 10, "{:#?}", changes.diff.changes);
    let official = pages(&desk.official());
    let sider = desk.pipeline.page_numbers(&desk.prepared).expect("pages");
    let draft = pages(&desk.draft(Some(changes), Marks::Bars));
    let (start, more) = (list_start(&draft), list_pages(&draft, &official));
    let list: Vec<String> = draft[start..start + more].iter().flat_map(Shown::lines).collect();
    for told in &TOLD {
        let line = list.iter().find(|line| line.contains(&tight(told.line)));
        let line = line.unwrap_or_else(|| panic!("{:?} is not in {list:#?}", told.line));
        if !told.shown {
            assert!(line.ends_with('–'), "{line}");
            continue;
        }
        let spread = sider[told.id]..=sider[told.id] + 1;
        let nr = spread.clone().find(|nr| line.ends_with(&nr.to_string()));
        let nr = nr.unwrap_or_else(|| panic!("pages {spread:?}: {line}"));
        let shown = &draft[nr - 1 + more];
        assert!(!shown.bars.is_empty(), "{}: no bar on page {nr}", told.id);
        for words in told.beside {
            assert!(shown.is_marked(words), "{}: {words:?}, bars {:?}", told.id, shown.bars);
        }
    }
    let ludo = sider["ludo"] - 1 + more;
    for other in ["En dreng på 14 år", "En dreng på 15 år fortæller", "Samtlige unge"] {
        let page = draft[ludo..=ludo + 1].iter().find(|page| page.says(other));
        let page = page.unwrap_or_else(|| panic!("{other:?} is not on the spread"));
        assert!(!page.is_marked(other), "{other}: {:?}", page.bars);
    }
    assert_eq!(list.iter().filter(|line| line.contains("Nyindsats")).count(), 1);
}

fn plain(line: String) -> String {
    line.replace('\u{a0}', " ")
}

#[test]
fn marks_are_none_bars_or_old_values_struck_through_beside_new_ones() {
    let mut desk = Desk::new();
    let changes = ten_changes(&desk);
    let none = pages(&desk.draft(Some(changes.clone()), Marks::None));
    assert!(none.iter().all(|page| page.bars.is_empty()));
    let all = |pages: &[Shown]| -> String {
        pages.iter().flat_map(Shown::lines).collect::<Vec<_>>().join("\n")
    };
    assert!(all(&none).contains(&tight("Brugere, Forløb 2021 91 89")), "the list stays");
    let sider = desk.pipeline.page_numbers(&desk.prepared).expect("pages");
    let official = pages(&desk.official()).len();
    let full = pages(&desk.draft(Some(changes), Marks::Full));
    let said = |id: &str| {
        let verso = sider[id] - 1 + full.len() - official;
        full[verso..=verso + 1].iter().flat_map(Shown::lines).collect::<Vec<_>>()
    };
    // Where the page has room, the old value stands there; elsewhere a line points to the list. Which
    // of the two it is, is the composition's choice.
    let beside = [
        ("eki", "Brugere,Forløb2021:9189"),
        ("koebenhavnerteamet", "Økonomi,beløb:13.263.000kr.3.263.000kr."),
        (
            "stroem",
            "Geografi,bydele:BispebjergogIndreNørrebroBispebjerg,IndreNørrebroogYdreNørrebro",
        ),
        ("sjakket", "Beskrivelse:"),
        ("ludo", "Citat"),
        ("ny-start", "Fremhævet"),
        ("ssp-plus", "Tabel»Uddannelsesniveau«"),
    ];
    let mut shown = 0;
    for (id, old_and_new) in beside {
        let spread = said(id).join("\n");
        if !spread.contains("selistenover") {
            assert!(spread.contains(old_and_new), "{id}: {spread}");
            shown += 1;
        }
    }
    assert!(shown > 0, "no old value stands on a spread");
}

/// The report's own pages of a draft: all but the list.
fn without_list(draft: Vec<Shown>, more: usize) -> Vec<Shown> {
    let start = list_start(&draft);
    let keep = |at: usize| at < start || at >= start + more;
    draft.into_iter().enumerate().filter(|(at, _)| keep(*at)).map(|(_, page)| page).collect()
}

#[test]
fn draft_and_official_say_the_same_words_at_the_same_places_on_the_same_pages() {
    let mut desk = Desk::new();
    let official = pages(&desk.official());
    let changes = ten_changes(&desk);
    let draft = pages(&desk.draft(Some(changes), Marks::Full));
    let more = list_pages(&draft, &official);
    assert_eq!(more % 2, 0, "the list comes in pairs of pages");
    let marks = desk.pipeline.theme().swatches();
    let marks: Vec<[u8; 3]> = marks
        .iter()
        .filter(|swatch| ["maerke", "vandmaerke"].contains(&swatch.name.as_str()))
        .map(|swatch| swatch.rgb)
        .collect();
    assert_eq!(marks.len(), 2);
    for (at, (plain, marked)) in official.iter().zip(without_list(draft, more)).enumerate() {
        let mut rest = marked.runs.clone();
        for run in &plain.runs {
            let same = rest.iter().position(|other| other == run);
            let same = same.unwrap_or_else(|| panic!("page {}: {run:?} is elsewhere", at + 1));
            rest.remove(same);
        }
        for run in rest {
            let line_number = run.words.chars().all(|c| c.is_ascii_digit());
            assert!(marks.contains(&run.colour) || line_number, "page {}: {run:?}", at + 1);
        }
    }
}

#[test]
fn every_page_of_a_draft_has_its_stamp_and_a_faint_watermark() {
    let mut desk = Desk::new();
    let document = desk.draft(None, Marks::Bars);
    for (at, page) in pages(&document).iter().enumerate() {
        let stamp = page.lines().iter().any(|line| line.starts_with("Udkast3·data"));
        assert!(stamp, "page {} has no stamp", at + 1);
        let mark = page.runs.iter().find(|run| run.words == "UDKAST").expect("a watermark");
        assert!(mark.colour.iter().all(|part| *part >= LIGHTEST), "{:?}", mark.colour);
    }
}

#[test]
fn lines_are_numbered_beside_each_column_of_each_page() {
    let mut desk = Desk::new();
    let sider = desk.pipeline.page_numbers(&desk.prepared).expect("pages");
    let official = pages(&desk.official()).len();
    let draft = pages(&desk.draft(None, Marks::Bars));
    // The rulers beside the left column and beside the right one.
    let numbers = |page: &Shown, beside: std::ops::Range<i64>| -> Vec<usize> {
        let margin = page.runs.iter().filter(|run| beside.contains(&run.x));
        margin.filter_map(|run| run.words.parse().ok()).collect()
    };
    let at = sider["ludo"] - 1 + draft.len() - official;
    for page in &draft[at..at + 2] {
        for beside in [0..6_000, 53_000..60_000] {
            let found = numbers(page, beside.clone());
            // As many lines of the grid as the type area has, lists and tables counted.
            for line in 1..=54 {
                assert!(found.contains(&line), "no line {line} at {beside:?}: {found:?}");
            }
        }
    }
}

#[test]
fn what_is_missing_stands_in_a_box_with_the_forvaltning_that_owes_it() {
    let mut desk = Desk::new();
    let sider = desk.pipeline.page_numbers(&desk.prepared).expect("pages");
    let official = pages(&desk.official());
    let draft = pages(&desk.draft(None, Marks::Bars));
    let more = list_pages(&draft, &official);
    let said = draft[sider["eki"] + more].lines().join("\n");
    for missing in
        ["Beskæftigelse (figur) (Socialforvaltningen)", "Sigtelser (figur) (Socialforvaltningen)"]
    {
        assert!(said.contains(&tight(missing)), "{said}");
    }
    let clean = official[sider["eki"]].lines().join("\n");
    assert!(!clean.contains("Mangler"), "{clean}");
}

#[test]
fn a_forvaltning_gets_its_spreads_changes_and_missing_fields_with_the_reports_page_numbers() {
    let project = Project::new();
    ten_edits_back(&project, "old/2024");
    let pages = {
        let mut desk = Desk::new();
        desk.pipeline.page_numbers(&desk.prepared).expect("pages")
    };
    let args = ["build", "draft", "--since", "old/2024", "--forvaltning", "SOF"];
    let run = project.command(&args).output().expect("it runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let path = project.path(String::from_utf8_lossy(&run.stdout).trim());
    let Ok(read) = Command::new("pdftotext").arg("-layout").arg(&path).arg("-").output() else {
        crate::skip::without("pdftotext");
        return;
    };
    let said = plain(String::from_utf8_lossy(&read.stdout).into_owned());
    let lines: Vec<&str> = said.lines().collect();
    let row = |words: &str| {
        let row = lines.iter().find(|line| line.contains(words));
        row.unwrap_or_else(|| panic!("{words:?} is not there: {said}")).trim_end()
    };
    assert!(row("Brugere, Forløb 2021").ends_with(&pages["eki"].to_string()));
    assert!(row("Økonomi, beløb").ends_with(&pages["koebenhavnerteamet"].to_string()));
    // STRØM is BUF's and Green Teams TMF's: neither their changes nor their spreads.
    for other in ["Geografi, bydele", "Ny indsats", "Resultater for mentees"] {
        assert!(!said.contains(other), "{other}");
    }
    assert!(said.contains("Mangler: Beskæftigelse (figur)"), "what SOF owes");
    let folio = format!("{} ", pages["ludo"]);
    assert!(lines.iter().any(|line| line.trim_start().starts_with(&folio)), "page {folio}");
}
