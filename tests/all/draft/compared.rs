//! What stands beside the text of a draft that is compared with other data: a bar at every value that is
//! printed otherwise, computed or written, and at no other; a mark of its own where something is gone.

use sats::pipeline::draft::data_hash;
use sats::report::carried;

use super::*;

/// Edits of the fixture, so that it differs from what it was in values of many kinds: a series, an amount,
/// a bydel, a year, a sentence, an amount that is gone.
fn edit_values(project: &Project) {
    let edit = |file: &str, from: &str, to: &str| {
        project.edit(&format!("data/2024/{file}"), from, to);
    };
    edit("indsatser/eki.toml", "2023 = 81", "2023 = 83");
    edit("indsatser/sjakket.toml", "beloeb = 594_000", "beloeb = 650_000");
    edit("indsatser/sjakket.toml", ", \"Amager Øst\"]", "]");
    edit("indsatser/green-teams.toml", "siden = 2012", "siden = 2013");
    edit(
        "rapport.toml",
        "en årlig afrapportering af dem alle",
        "en aarlig afrapportering af dem alle",
    );
}

/// Two desks: of the fixture, and of it with edits.
fn before_and_after(edits: impl Fn(&Project)) -> (Desk, Desk, Compared) {
    let project = Project::new();
    edits(&project);
    let (before, after) = (Desk::new(), Desk::of(&project.path("data/2024")));
    let since = after.since(&source());
    (before, after, since)
}

/// Runs of a page that the other does not print as often, each with how many more there are: which of
/// several equal ones is new, no page says. Where one stands across the page tells them apart, how far
/// down does not.
fn only_in<'p>(page: &'p Shown, other: &Shown) -> Vec<(&'p Run, usize)> {
    let alike = |a: &Run, b: &Run| a.words == b.words && (a.x - b.x).abs() < 200;
    let count = |of: &Shown, run: &Run| of.runs.iter().filter(|r| alike(r, run)).count();
    let more = |run: &'p Run| (run, count(page, run).saturating_sub(count(other, run)));
    let said = page.runs.iter().filter(|run| !run.words.trim().is_empty());
    said.map(more).filter(|(_, more)| *more > 0).collect()
}

/// Whether a bar stands beside a run: at its height, and left of it.
fn is_beside(page: &Shown, bar: usize, run: &Run) -> bool {
    let ((top, end), y) = (page.bars[bar], run.y as f64 / 100.0);
    (top - 2.0..=end + 3.0).contains(&y) && page.bars_at[bar] < run.x as f64 / 100.0
}

#[test]
fn a_bar_stands_at_every_value_that_is_printed_otherwise_and_nowhere_else() {
    let (mut before, mut after, since) = before_and_after(edit_values);
    let old = pages(&before.official());
    let new = pages(&after.official());
    let draft = pages(&after.draft(Some(since), Marks::Bars));
    assert_eq!(old.len(), new.len(), "the edits move no page");
    let more = list_pages(&draft, &new);
    let marked = without_list(draft, more);
    let version = data_hash(&after.prepared.report);
    let mut wrong = Vec::new();
    for (at, ((old, new), marked)) in old.iter().zip(&new).zip(&marked).enumerate() {
        let changed = only_in(new, old);
        let has_bar = |run: &Run| (0..marked.bars.len()).any(|bar| is_beside(marked, bar, run));
        for (run, more) in changed.iter().filter(|(run, _)| !run.words.contains(&version)) {
            let equal = changed.iter().filter(|(r, _)| r.words == run.words);
            if equal.filter(|(r, _)| has_bar(r)).count() < *more {
                wrong.push(format!("page {}: no bar at {run:?}", at + 1));
            }
        }
        for bar in 0..marked.bars.len() {
            if !changed.iter().any(|(run, _)| is_beside(marked, bar, run)) {
                let beside = marked.runs.iter().filter(|run| is_beside(marked, bar, run));
                let beside: Vec<&str> = beside.map(|run| run.words.as_str()).collect();
                wrong.push(format!("page {}: a bar at {beside:?}", at + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_gone_has_a_mark_of_its_own_and_its_neighbours_have_none() {
    let (_, mut after, since) = before_and_after(|project| {
        let ludo = project.path("data/2024/indsatser/ludo.toml");
        let text = fs::read_to_string(&ludo).expect("text");
        let from = text
            .find("[[blok]]\nslags = \"citat\"\ntekst = \"\"\"\nEn pige på 16")
            .expect("a quote");
        let to = from + 8 + text[from + 8..].find("[[blok]]").expect("the next block");
        fs::write(&ludo, format!("{}{}", &text[..from], &text[to..])).expect("written");
        project.edit("data/2024/indsatser/eki.toml", "undertitel = ", "# undertitel = ");
    });
    let draft = pages(&after.draft(Some(since), Marks::Bars));
    let page = |words: &str| draft.iter().position(|page| page.says(words));
    let eki = page("Slettet: undertitel").expect("what is gone from under a name");
    assert!(draft[eki].says("7EKI"), "on its spread");
    assert!(draft.iter().any(|page| page.says("Slettet: citat »En pige på 16 år")), "a quote");
    for words in ["En dreng på 15 år fortæller", "En dreng på 15 år er afslappet", "Forløb 2023"]
    {
        let at = page(words).unwrap_or_else(|| panic!("{words}"));
        assert!(
            draft[at..].iter().filter(|page| page.says(words)).all(|page| !page.is_marked(words))
        );
    }
    // In the list it has the page of its spread.
    let folio = after.pipeline.page_numbers(&after.prepared).expect("pages")["eki"];
    let mut list = draft[list_start(&draft)..].iter().flat_map(Shown::lines);
    let line = list.find(|line| line.starts_with("Undertitel")).expect("a line");
    assert!(line.ends_with(&format!("–{folio}")), "{line}");
    assert!(draft[0].says("slettet") && draft[0].says("ændret"), "the signs are explained");
}

#[test]
fn a_text_of_last_year_has_another_mark_than_a_change() {
    let project = Project::new();
    let report = load::load(&source()).report.expect("good data");
    let ludo = report.indsatser.iter().find(|i| i.id == "ludo").expect("an indsats");
    let carried = carried::of_indsats(ludo);
    let file = project.path("data/2024/indsatser/ludo.toml");
    let text = fs::read_to_string(&file).expect("text");
    let mark = format!("\n[fra_sidste_aar]\nbeskrivelse = \"{}\"\n", carried["beskrivelse"]);
    fs::write(&file, text + &mark).expect("written");
    let mut desk = Desk::of(&project.path("data/2024"));
    let draft = pages(&desk.draft(None, Marks::Bars));
    assert!(draft.iter().all(|page| page.bars.is_empty()), "nothing has changed");
    assert!(draft.iter().any(|page| !page.dotted.is_empty()), "a text waits to be confirmed");
    assert!(draft[0].says("fra sidste år, ikke bekræftet") && !draft[0].says("ændret"));
}
