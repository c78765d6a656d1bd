//! Every computed sentence, for reports of none to five indsatser in every state, and for every
//! excerpt of the 2024 report: number agreement, punctuation, and ranks that are the whole report's.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use sats::chart::Chart;
use sats::pipeline::excerpt::Selection;
use sats::pipeline::{Pipeline, Prepared};
use sats::report::load::{Loaded, load};
use sats::report::model::{Report, Tal, Tom, Vaerdi};
use sats::typeset::{Fonts, Layouts};
use serde_json::Value;

static PIPELINE: LazyLock<Pipeline> = LazyLock::new(|| {
    let fonts = Fonts::load(None).expect("built-in fonts");
    Pipeline::new(Layouts::built_in(), fonts, None).expect("a pipeline")
});

static LOADED: LazyLock<Loaded> =
    LazyLock::new(|| load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/2024")));

fn report() -> Arc<Report> {
    LOADED.report.clone().expect("2024 loads")
}

/// A report that is ready, with its figures.
struct Ready {
    prepared: Prepared,
    charts: Vec<Chart>,
}

impl std::ops::Deref for Ready {
    type Target = Prepared;

    fn deref(&self) -> &Prepared {
        &self.prepared
    }
}

fn prepared(report: &Arc<Report>, selection: &Selection) -> Ready {
    let (prepared, charts) =
        PIPELINE.prepare_and_draw(&LOADED, report, selection).expect("prepared");
    Ready { prepared, charts }
}

/// Every string that the layouts get, and the words around the charts, plain spaces in them.
fn sentences(prepared: &Ready) -> Vec<String> {
    let mut all = vec![prepared.title.clone()];
    let data = prepared.files.iter().filter(|(path, _)| {
        path.starts_with("/data/") && path.ends_with(".json") && !path.contains("ord.json")
    });
    for (_, text) in data {
        strings(&serde_json::from_slice(text).expect("JSON"), &mut all);
    }
    for chart in &prepared.charts {
        all.extend([chart.title.clone(), chart.subtitle.clone(), chart.alt.clone()]);
        all.extend(chart.notes.iter().cloned());
    }
    all.into_iter().map(|s| s.replace('\u{a0}', " ")).collect()
}

fn strings(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::String(text) => all.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|v| strings(v, all)),
        Value::Object(map) => map.values().for_each(|v| strings(v, all)),
        _ => {}
    }
}

/// Nouns in the plural that may not follow a one.
const PLURALS: [&str; 12] = [
    "indsatser",
    "bydele",
    "forvaltninger",
    "fagprincipper",
    "figurer",
    "tabeller",
    "værdier",
    "tekster",
    "områder",
    "prikker",
    "bevillinger",
    "diagrammer",
];

/// What is wrong with a sentence.
pub(crate) fn wrong(sentence: &str) -> Option<String> {
    for sign in ["..", ",,", " ,", " .", "( ", "()", ": .", ", .", ":.", "NaN", "inf ", "{", "}"] {
        let ellipsis = sign == ".." && sentence.contains("...");
        if sentence.contains(sign) && !ellipsis {
            return Some(format!("`{sign}`"));
        }
    }
    let words: Vec<&str> = sentence.split([' ', '\n']).collect();
    for pair in words.windows(2) {
        let [number, noun] = pair else { continue };
        let noun = noun.trim_end_matches(['.', ',', ':', ';', ')']);
        if *number == "1" && (PLURALS.contains(&noun) || noun.starts_with("små")) {
            return Some(format!("`1 {noun}`"));
        }
        if number.eq_ignore_ascii_case("de") && matches!(noun, "0" | "1" | "nul" | "en") {
            return Some(format!("`{number} {noun}`"));
        }
    }
    (words.contains(&"nul")).then(|| "`nul`".to_owned())
}

fn amount(state: u8) -> Vaerdi {
    match state {
        0 => Vaerdi::Tom(Tom::Mangler),
        1 => Vaerdi::Tom(Tom::Udfyldes),
        2 => Vaerdi::Tal(Tal::Hel(0)),
        3 => Vaerdi::Tal(Tal::Hel(500_000)),
        n => Vaerdi::Tal(Tal::Hel(i64::from(n) * 1_234_567)),
    }
}

/// The report with a few of its indsatser, in these states: amount, series, whether for the whole
/// city, number of fagprincipper.
fn of_states(states: &[(u8, u8, bool, u8)]) -> Arc<Report> {
    let mut report = (*report()).clone();
    // Those that have a series first.
    report.indsatser.sort_by_key(|i| i.brugere.serie.is_empty());
    report.indsatser.truncate(states.len());
    for (i, (beloeb, serie, whole, principles)) in report.indsatser.iter_mut().zip(states) {
        i.oekonomi.beloeb = amount(*beloeb);
        i.oekonomi.opdeling.clear();
        i.geografi.bydaekkende = *whole;
        i.geografi.bydele = if *whole { Vec::new() } else { vec!["Valby".to_owned()] };
        i.overblik.fagprincipper = (1..=*principles).collect();
        match serie {
            0 => i.brugere.serie.clear(),
            1 => set(i, "2023", Vaerdi::Tom(Tom::Udfyldes)),
            2 => set(i, "2023", Vaerdi::Tom(Tom::Mangler)),
            3 => {
                set(i, "2022", Vaerdi::Tal(Tal::Hel(7)));
                set(i, "2023", Vaerdi::Tal(Tal::Hel(7)));
            }
            4 => set(i, "2023", Vaerdi::Tal(Tal::Hel(1))),
            _ => {}
        }
    }
    let ids: Vec<String> = report.indsatser.iter().map(|i| i.id.clone()).collect();
    report.rapport.raekkefoelge.clone_from(&ids);
    report.rapport.overblik_raekkefoelge = ids;
    Arc::new(report)
}

fn set(i: &mut sats::report::model::Indsats, year: &str, value: Vaerdi) {
    if let Some(serie) = i.brugere.serie.first_mut() {
        serie.vaerdier.insert(year.to_owned(), value);
    }
}

fn check(prepared: &Ready, own: &[String]) -> Result<(), String> {
    for sentence in sentences(prepared) {
        if let Some(why) = wrong(&sentence).filter(|_| !own.contains(&sentence)) {
            return Err(format!("{why} in: {sentence}"));
        }
    }
    Ok(())
}

/// Strings that are the data's own, whatever they hold: those of the whole report that no rule of
/// this test passes (none, it is hoped).
fn own() -> Vec<String> {
    sentences(&prepared(&report(), &Selection::default()))
}

/// Deterministic: each state for one indsats alone, for two, for five, and mixed.
#[test]
fn every_state_is_told_in_sound_sentences() {
    let own = own();
    let mut told = std::collections::BTreeSet::new();
    let mut cases: Vec<Vec<(u8, u8, bool, u8)>> = vec![Vec::new()];
    for size in [1, 2, 5] {
        for state in 0..6 {
            for whole in [false, true] {
                cases.push(vec![(state, state, whole, state % 3); size]);
                cases.push(
                    (0..size)
                        .map(|n| {
                            (
                                (state + n as u8) % 6,
                                (state * 5 + n as u8) % 6,
                                whole != (n == 1),
                                (n % 3) as u8,
                            )
                        })
                        .collect(),
                );
            }
        }
    }
    for states in cases {
        let prepared = prepared(&of_states(&states), &Selection::default());
        for sentence in sentences(&prepared) {
            if let Some(why) = wrong(&sentence).filter(|_| !own.contains(&sentence)) {
                told.insert(format!("{why} in: {sentence}"));
            }
        }
    }
    assert!(told.is_empty(), "{told:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn no_report_of_none_to_five_says_anything_absurd(
        states in prop::collection::vec((0_u8..6, 0_u8..6, any::<bool>(), 0_u8..3), 0..=5),
    ) {
        static OWN: LazyLock<Vec<String>> = LazyLock::new(own);
        let report = of_states(&states);
        let prepared = prepared(&report, &Selection::default());
        prop_assert_eq!(check(&prepared, &OWN), Ok(()));
        // Missing is not zero: a sum that lacks an amount is nowhere.
        if states.iter().any(|(amount, ..)| *amount < 2) {
            let known: i64 = report.indsatser.iter().filter_map(|i| i.oekonomi.beloeb.tal())
                .map(|t| t.f64() as i64).sum();
            let single = report.indsatser.iter()
                .any(|i| i.oekonomi.beloeb.tal().is_some_and(|t| t.f64() as i64 == known));
            if known > 0 && !single {
                let partial = sats::report::danish::heltal(known);
                let groups: Vec<String> = prepared.insights.forvaltninger.iter()
                    .filter_map(|f| f.beloeb).chain(prepared.insights.beloeb.lokale)
                    .chain(prepared.insights.beloeb.bydaekkende)
                    .chain(prepared.insights.fagprincipper.iter().filter_map(|f| f.beloeb))
                    .map(sats::report::danish::heltal).collect();
                if !groups.contains(&partial) {
                    let said = sentences(&prepared).into_iter().find(|s| s.contains(&partial));
                    prop_assert_eq!(said, None);
                }
            }
        }
    }
}

#[test]
fn every_excerpt_tells_the_truth_of_the_whole_report() {
    let report = report();
    let whole = prepared(&report, &Selection::default());
    let own = sentences(&whole);
    let ids: Vec<String> = report.indsatser.iter().map(|i| i.id.clone()).collect();
    let only = |ids: &[String]| Selection { only: ids.to_vec(), ..Selection::default() };
    let mut selections: Vec<Selection> =
        ids.iter().map(|id| only(std::slice::from_ref(id))).collect();
    for (n, a) in ids.iter().enumerate() {
        selections.extend(ids[n + 1..].iter().map(|b| only(&[a.clone(), b.clone()])));
    }
    // Of five, every one that is a run of the report's order, round its end too.
    let round: Vec<String> = ids.iter().chain(ids.iter().take(4)).cloned().collect();
    selections.extend(round.windows(5).map(only));
    selections.extend(
        report
            .forvaltninger
            .iter()
            .map(|f| Selection { forvaltning: vec![f.kode.clone()], ..Selection::default() }),
    );
    selections.extend(
        report
            .bydele
            .iter()
            .map(|b| Selection { bydel: vec![b.navn.clone()], ..Selection::default() }),
    );
    let band = |prepared: &Ready, id: &str| {
        let text = &prepared.files[&format!("/data/indsatser/{id}.json")];
        let opslag = serde_json::from_slice::<Value>(text).expect("JSON")["opslag"].clone();
        let band = opslag["baand"].as_array().expect("the key figures").clone();
        assert!(band.iter().any(|b| b["navn"] == "Bevilling 2024"), "{band:?}");
        (band, opslag["ligger"].clone(), opslag["linje"].clone())
    };
    for selection in selections {
        let part = prepared(&report, &selection);
        check(&part, &own).unwrap_or_else(|why| panic!("{selection:?}: {why}"));
        assert!(part.title.contains(": uddrag, "), "{}", part.title);
        for i in &part.report.indsatser {
            assert_eq!(band(&part, &i.id), band(&whole, &i.id), "{selection:?} {}", i.id);
        }
        assert!(
            part.charts.iter().all(|c| !c.id.to_string().starts_with("indsigt")),
            "{selection:?}"
        );
    }
}
