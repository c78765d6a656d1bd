#![cfg(test)]
//! Answers that say two things, and answers that are emptied.

use super::*;
use crate::report::form::names::{ANSWER, FIELD, FIRST_CELL, HEADS, STATE, TABLES};
use crate::report::form::tests::{book, fixture, put, row, text};

/// What comes of SOF's form with one answer for LUDO.
fn back(field: &str, said: Option<Said>, state: Option<&str>) -> Import {
    let (loaded, report) = fixture();
    let mut book = book(&report, "SOF");
    let at = row(&book, "ludo", field);
    put(&mut book, at, ANSWER, said);
    if let Some(state) = state {
        put(&mut book, at, STATE, text(state));
    }
    of_books(&loaded, &report, &[("x.xlsx", book)])
}

fn told(import: &Import) -> Vec<String> {
    let hints = |f: &Finding| f.hints.iter().map(|h| format!(" [{h}]")).collect::<String>();
    import.findings.iter().map(|f| format!("{} {}{}", f.code, f.message, hints(f))).collect()
}

fn number(n: f64) -> Option<Said> {
    Some(Said::Number(n))
}

#[test]
fn a_number_beside_a_state_that_says_that_there_is_none_is_an_error() {
    for state in ["tilbageholdt", "kan ikke opgøres"] {
        for said in [number(3.0), text("ca. 3")] {
            let back = back("oekonomi.beloeb", said, Some(state));
            let [said] = told(&back).try_into().unwrap_or_else(|all| panic!("{all:?}"));
            assert!(back.is_stopped() && back.files.is_empty(), "{said}");
            assert!(
                said.contains(&format!("Beløb: der står både et tal (3) og »{state}«")),
                "{said}"
            );
            assert!(said.contains("slet tallet, eller vælg »endelig«"), "{said}");
        }
    }
    // The number that the form went out with was only left standing.
    for left in [number(1_200_000.0), None] {
        let left = back("oekonomi.beloeb", left, Some("tilbageholdt"));
        assert!(left.files[0].2.contains("beloeb = \"diskretion\"\n"), "{:?}", told(&left));
    }
    // What is withheld is, whatever word stands in the cell.
    let words = back("oekonomi.beloeb", text("mangler endnu"), Some("tilbageholdt"));
    assert!(words.files[0].2.contains("beloeb = \"diskretion\"\n"), "{:?}", told(&words));
    // A number that came, whose state nobody changed.
    let came = back("oekonomi.beloeb", number(5.0), Some("mangler endnu"));
    assert!(came.came == 1 && came.files[0].2.contains("beloeb = 5\n"), "{:?}", told(&came));
    assert!(back("oekonomi.beloeb", text("endelig"), None).is_stopped(), "no number at all");
}

#[test]
fn the_page_refuses_a_number_beside_a_state_that_says_that_there_is_none() {
    let (loaded, report) = fixture();
    let i = report.indsatser.iter().find(|i| i.id == "ludo").expect("ludo");
    let cell = report.indsatser.iter().find_map(|i| {
        let all = asked(i).into_iter();
        let is = |a: &Asked| matches!(a.now, Answer::Number(..));
        all.into_iter().find(|(field, a)| is_cell(field) && is(a)).map(|(f, a)| (i, f, a.now))
    });
    let (of_cell, cell, in_cell) = cell.expect("a table with numbers");
    let beloeb = asked(i)["oekonomi.beloeb"].now.clone();
    for (i, field, now) in [(i, "oekonomi.beloeb".to_owned(), beloeb), (of_cell, cell, in_cell)] {
        let typed = |value: &str, state: &str| {
            let place = Place { file: String::new(), range: 0..0, field: None };
            let mark = now.mark();
            let (id, field, mark) = (i.id.as_str(), field.as_str(), mark.as_str());
            import_typed(
                &loaded,
                &report,
                Typed { id, field, mark, value, state: Some(state), place },
            )
        };
        let both = typed("7", "tilbageholdt");
        assert!(both.is_stopped() && both.files.is_empty(), "{field} {:?}", told(&both));
        assert!(told(&both)[0].contains("både et tal (7) og »tilbageholdt«"), "{:?}", told(&both));
        let withheld = typed("", "tilbageholdt");
        assert!(withheld.files[0].2.contains("\"diskretion\""), "{field} {:?}", told(&withheld));
        // Chosen now, it is no word that was left standing: who typed both is asked.
        let chosen = typed("7", "mangler endnu");
        assert!(chosen.is_stopped() && chosen.files.is_empty(), "{:?}", told(&chosen));
        assert!(told(&chosen)[0].contains("både et tal (7) og »mangler endnu«"), "{field}");
    }
    let mut waits = std::sync::Arc::unwrap_or_clone(report);
    let ludo = waits.indsatser.iter_mut().find(|i| i.id == "ludo").expect("ludo");
    ludo.oekonomi.beloeb = crate::report::model::Vaerdi::Tom(crate::report::model::Tom::Udfyldes);
    let mark = asked(ludo)["oekonomi.beloeb"].now.mark();
    let place = Place { file: String::new(), range: 0..0, field: None };
    let (id, field, mark, value) = ("ludo", "oekonomi.beloeb", mark.as_str(), "7");
    let typed = Typed { id, field, mark, value, state: Some("mangler endnu"), place };
    let came = import_typed(&loaded, &waits, typed);
    assert!(told(&came)[0].contains("tallet er skrevet som endeligt"), "{:?}", told(&came));
}

#[test]
fn only_what_could_be_read_in_two_ways_is_told_as_what_it_was_read() {
    let plain = back("oekonomi.beloeb", text("1300000"), None);
    assert_eq!(told(&plain), [""; 0]);
    let marked = back("oekonomi.beloeb", text("1.300.000 kr."), None);
    assert!(told(&marked)[0].contains("er læst som 1.300.000"), "{:?}", told(&marked));
}

#[test]
fn an_emptied_line_goes_and_what_cannot_go_says_so() {
    let (_, report) = fixture();
    let i = report.indsatser.iter().find(|i| i.id == "ludo").expect("ludo");
    let own: Vec<(String, Asked)> = asked(i).into_iter().collect();
    let field = |end: &str| {
        let found = own.iter().find(|(field, _)| field.ends_with(end));
        found.map(|(field, _)| field.clone()).unwrap_or_else(|| panic!("no {end}"))
    };
    for end in [".person", ".alder"] {
        let gone = back(&field(end), None, None);
        assert!(gone.findings.is_empty(), "{end} {:?}", told(&gone));
        assert_eq!(gone.changed.iter().map(|c| c.new.as_str()).collect::<Vec<_>>(), ["slettes"]);
    }
    for (name, hint) in [
        ("navn", "skriv det igen"),
        ("lead", "skriv det igen"),
        ("blok[0].tekst", "vælg »slettes«"),
    ] {
        let kept = back(name, None, None);
        let all = told(&kept);
        assert!(kept.is_stopped() && kept.files.is_empty(), "{name} {all:?}");
        assert!(all[0].contains("svaret er slettet") && all[0].contains(hint), "{all:?}");
    }
    // A heading that a block cannot do without is not offered to go.
    let all: Vec<(String, Asked)> = report.indsatser.iter().flat_map(asked).collect();
    let is_title = |f: &str| f.starts_with("blok[") && f.ends_with("].titel");
    assert!(all.iter().any(|(field, asked)| is_title(field) && !asked.optional));
}

#[test]
fn what_is_told_of_a_number_can_be_done() {
    // A cell that never had a number.
    let (loaded, mut report) = fixture();
    let with = std::sync::Arc::make_mut(&mut report);
    let i = with.indsatser.iter_mut().find(|i| i.id == "ludo").expect("ludo");
    i.oekonomi.beloeb = crate::report::model::Vaerdi::Tom(crate::report::model::Tom::Udfyldes);
    let mut book = book(&report, "SOF");
    let at = row(&book, "ludo", "oekonomi.beloeb");
    put(&mut book, at, STATE, text("endelig"));
    let none = of_books(&loaded, &report, &[("x.xlsx", book.clone())]);
    assert!(
        told(&none)[0].contains("»Tallet er« siger »endelig«, men der er intet tal"),
        "{:?}",
        told(&none)
    );
    // A table has no column for states.
    let numeric = book.sheets.iter().enumerate().find_map(|(nr, s)| {
        let is = |((r, c), cell): &(&(u32, u32), &Cell)| {
            *r > HEADS && *c >= u32::from(FIRST_CELL) && matches!(cell.said, Said::Number(_))
        };
        let tables = s.text(2, FIELD) == Some(TABLES);
        tables.then(|| s.cells.iter().find(is).map(|(at, _)| (nr, *at)))?
    });
    let (sheet, (row, col)) = numeric.expect("a table with numbers");
    let col = u16::try_from(col).expect("a column");
    put(&mut book, (sheet, row), col, text("ved vi ikke"));
    let all = told(&of_books(&loaded, &report, &[("x.xlsx", book)]));
    let all = all.iter().find(|t| t.contains("ved vi ikke")).expect("told");
    assert!(
        all.contains("»kan ikke opgøres« eller »tilbageholdt«") && !all.contains("vælg tilstand"),
        "{all}"
    );
}

#[test]
fn a_number_whose_state_is_kept_is_not_told_without_it() {
    assert_eq!(told(&back("oekonomi.beloeb", text("55 (anslået)"), None)), [""; 0]);
    let about = told(&back("oekonomi.beloeb", text("ca. 55"), None));
    assert!(
        about.len() == 1 && about[0].contains("»ca. 55« er læst som 55 (anslået)"),
        "{about:?}"
    );
}

#[test]
fn a_figure_with_a_nameless_number_is_left_out_alone() {
    let (loaded, report) = fixture();
    let mut found = 0;
    for kode in report.forvaltninger.iter().map(|f| f.kode.clone()) {
        let mut book = book(&report, &kode);
        let at = book.sheets.iter().enumerate().find_map(|(nr, s)| {
            let asks = |row| s.text(row, FIELD).filter(|f| f.contains(".kategorier[0] "));
            let row = s.cells.keys().find(|(r, c)| *c == 0 && asks(*r).is_some())?.0;
            Some((nr, row, s.text(1, FIELD)?.to_owned()))
        });
        let Some((sheet, figure, id)) = at else { continue };
        put(&mut book, (sheet, figure + 1), FIRST_CELL + 1, number(30.0));
        let lead = row(&book, &id, "lead");
        put(&mut book, lead, ANSWER, text("En ny indledning."));
        let back = of_books(&loaded, &report, &[("x.xlsx", book)]);
        let [said] = told(&back).try_into().unwrap_or_else(|all| panic!("{all:?}"));
        assert!(
            said.starts_with("E012 figuren »") && said.contains("«: række 2 har et tal"),
            "{said}"
        );
        let place = back.findings[0].place.as_ref().and_then(|p| p.field.clone()).expect("a cell");
        assert!(
            place.ends_with(&format!(
                "celle {}",
                crate::report::form::names::cell(figure + 1, u32::from(FIRST_CELL) + 1)
            )),
            "{place}"
        );
        let fields: Vec<&str> = back.changed.iter().map(|c| c.field.as_str()).collect();
        assert_eq!(fields, ["lead"]);
        assert!(back.files.len() == 1 && back.files[0].2.contains("En ny indledning."));
        found += 1;
    }
    assert!(found > 0, "the fixture has such figures");
}

#[test]
fn what_a_form_counts_is_a_number() {
    let (_, report) = fixture();
    let mut report = (*report).clone();
    for i in &mut report.indsatser {
        for blok in &mut i.blok {
            if let crate::report::model::Blok::Tabel(table) = blok {
                for cell in table.raekker.iter_mut().flat_map(|row| row.celler.iter_mut().take(1)) {
                    *cell = crate::report::model::Celle::Tom(crate::report::model::Tom::Udfyldes);
                }
            }
        }
    }
    let bytes = crate::report::form::tests::bytes(&report, "SOF");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let mut counted = 0;
    for nr in 0..zip.len() {
        let mut part = zip.by_index(nr).expect("a part");
        let mut xml = String::new();
        if part.name().is_ok_and(|name| name.contains("worksheets/sheet"))
            && std::io::Read::read_to_string(&mut part, &mut xml).is_ok()
        {
            for formula in xml.split("<f>").skip(1).filter_map(|rest| rest.split("</f>").next()) {
                let compares = formula.contains("=\"\"") || formula.contains("=&quot;&quot;");
                assert!(
                    !compares || formula.starts_with("IF("),
                    "SUM passes over a truth: {formula}"
                );
                counted += usize::from(compares);
            }
        }
    }
    assert!(counted > 0, "tables count what is missing");
}

#[test]
fn what_changed_meanwhile_is_a_conflict() {
    let (loaded, report) = fixture();
    let mut later = (*report).clone();
    for i in later.indsatser.iter_mut().filter(|i| i.id == "ludo") {
        i.lead = "Noget helt andet.".into();
    }
    let mut book = book(&later, "SOF");
    // Untouched in the form, changed in the data: the data stands.
    let back = of_books(&loaded, &report, &[("SOF.xlsx", book.clone())]);
    assert_eq!((back.findings.len(), back.files.len()), (0, 0));
    let at = row(&book, "ludo", "lead");
    put(&mut book, at, ANSWER, text("En tredje udgave."));
    let back = of_books(&loaded, &report, &[("SOF.xlsx", book)]);
    assert_eq!(back.findings.iter().map(|f| f.code).collect::<Vec<_>>(), [CONFLICT.code]);
    let said = back.findings[0].message.to_string();
    assert!(said.contains("En tredje udgave.") && said.contains("Spydspidsen"), "{said}");
}
