//! The list that a draft begins with: what it tells, in which order, on which pages.

use super::*;

/// The lines of the list of a draft of edited data, compared with what they were.
fn list_of(edits: impl Fn(&Project)) -> (Vec<String>, Vec<Shown>, Desk) {
    let project = Project::new();
    edits(&project);
    let mut desk = Desk::of(&project.path("data/2024"));
    let since = desk.since(&source());
    let official = pages(&desk.official());
    let draft = pages(&desk.draft(Some(since), Marks::Bars));
    let (start, more) = (list_start(&draft), list_pages(&draft, &official));
    let lines = draft[start..start + more].iter().flat_map(Shown::lines).collect();
    (lines, draft, desk)
}

fn take_an_amount(project: &Project) {
    let file = "data/2024/indsatser/green-teams.toml";
    project.edit(file, "beloeb = 3_300_000", "beloeb = \"udfyldes\"");
}

fn place(list: &[String], words: &str) -> usize {
    let found = list.iter().position(|line| line.contains(&tight(words)));
    found.unwrap_or_else(|| panic!("{words:?} is not in {list:#?}"))
}

#[test]
fn a_number_that_is_taken_out_is_told_with_what_it_was_and_what_rests_on_it_once() {
    let (list, draft, _) = list_of(take_an_amount);
    place(&list, "Økonomi, beløb 3.300.000 kr. [mangler]");
    place(&list, "Holdes tilbage for alle 22");
    assert!(!list.iter().any(|line| line.contains("pladsblandtbeløbene22")), "{list:#?}");
    let of_kind = |word: &str| list.iter().filter(|line| line.contains(word)).count();
    assert!(of_kind("pladsblandt") + of_kind("Pladsblandt") == 1, "{list:#?}");
    let owed = draft.iter().filter(|page| page.says("skal oplyses af TMF")).count();
    assert!(owed >= 2, "the key figure and the insights name who owes it");
    assert!(!draft.iter().any(|page| page.says("udfyldes")), "a word of the data");
}

#[test]
fn the_forvaltninger_stand_in_their_order_and_what_is_computed_last() {
    let (list, _, desk) = list_of(|project| {
        take_an_amount(project);
        project.edit("data/2024/indsatser/ludo.toml", "2023 = 16", "2023 = 19");
    });
    let names = desk.prepared.report.forvaltninger.iter().map(|f| tight(&f.navn));
    let heads: Vec<usize> =
        names.filter_map(|name| list.iter().position(|line| *line == name)).collect();
    assert!(heads.len() > 3 && heads.is_sorted(), "{heads:?}");
    let computed = place(&list, "Beregnet ud fra data");
    assert!(heads.iter().all(|head| *head < computed), "{list:#?}");
}

#[test]
fn the_list_takes_no_page_number_and_a_missing_amount_moves_no_page() {
    let (_, draft, mut desk) = list_of(take_an_amount);
    let mut whole = Desk::new();
    let first = |desk: &mut Desk| {
        desk.pipeline.page_numbers(&desk.prepared).expect("pages").into_values().min()
    };
    assert_eq!(first(&mut desk), first(&mut whole), "one more sign explained is no page more");
    let folio = |page: &Shown| {
        let foot = page.runs.iter().filter(|run| run.y > 79_000);
        foot.map(|run| run.words.clone()).find(|words| {
            let digits = words.trim_start_matches('Æ');
            !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
        })
    };
    let mut folios: Vec<String> = draft.iter().filter_map(folio).collect();
    assert!(folios.len() > 60, "{folios:?}");
    let all = folios.len();
    folios.sort();
    folios.dedup();
    assert_eq!(folios.len(), all, "no number stands twice");
}

#[test]
fn what_is_not_compared_has_no_before_and_now() {
    let mut desk = Desk::new();
    let draft = pages(&desk.draft(None, Marks::Bars));
    let list = &draft[list_start(&draft)];
    assert!(list.says("Mangler") && !list.lines().iter().any(|line| line.contains("Før")));
}

#[test]
fn a_stamp_names_the_version_of_what_it_is_compared_with() {
    let (_, draft, _) = list_of(take_an_amount);
    let old = load::load(&source()).report.expect("good data");
    let version = sats::pipeline::draft::data_hash(&old);
    assert!(draft[5].says(&format!("sammenlignet med før (data {version})")));
}
