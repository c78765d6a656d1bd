//! Data that no one would wish for: every kind must still place its labels.

use sats::chart::spec::{ChartSpec, Data, District, Dot, Figure, Map, Panel, State, Value};
use sats::chart::{Frame, drawing};
use sats::report::model::Enhed;
use sats::theme::{Plads, Role};

use super::{data, fonts, looks, theme};

const LONG: &str = "Borgercenter Børn & Unge med en meget lang betegnelse, som fylder halvfems tegn eller flere i alt";

fn every_kind(data: &Data) -> Vec<(&'static str, Figure)> {
    let panels = vec![Panel { title: LONG.to_owned(), data: data.clone() }; 7];
    vec![
        ("columns", Figure::Columns(data.clone())),
        ("lines", Figure::Lines(data.clone())),
        ("rows", Figure::Rows(data.clone())),
        ("shares", Figure::Shares(data.clone())),
        ("slope", Figure::Slope(data.clone())),
        ("waffle", Figure::Waffle(data.clone())),
        ("small", Figure::Small(panels.clone(), true)),
        ("small on one scale", Figure::Small(panels, false)),
    ]
}

fn hold(case: &str, data: &Data) {
    for (kind, figure) in every_kind(data) {
        for plads in [Plads::Serie, Plads::Halv, Plads::Hel] {
            hold_figure(&format!("{case}, {kind}"), plads, figure.clone());
        }
    }
}

fn hold_figure(case: &str, plads: Plads, figure: Figure) {
    let (theme, looks, fonts) = (theme(), looks(), fonts());
    let spec = ChartSpec { slot: plads, figure };
    for compact in [false, true] {
        let drawn = drawing(&spec, Frame::slot(&theme, plads, compact), &looks, &fonts);
        let collisions = drawn.scene.collisions();
        assert_eq!(collisions, Vec::<String>::new(), "{case}, {plads:?}, compact: {compact}");
        // Numbers of three hundred digits leave no room for anything else.
        let struck =
            if case.starts_with("huge") { Vec::new() } else { drawn.scene.struck_through() };
        assert_eq!(struck, Vec::<&str>::new(), "{case}, {plads:?}, compact: {compact}");
        let svg = drawn.svg(&looks);
        assert!(svg.ends_with("</svg>\n") && !svg.contains("NaN"), "{case}");
    }
}

#[test]
fn one_value() {
    hold("one value", &data(&["2023"], &[("Brugere", Enhed::Personer, &[16.0])]));
}

#[test]
fn no_value_at_all() {
    hold("nothing", &data(&[], &[]));
    hold("no categories", &data(&[], &[("Brugere", Enhed::Antal, &[])]));
}

#[test]
fn all_zero() {
    hold("zero", &data(&["2021", "2022", "2023"], &[("A", Enhed::Antal, &[0.0, 0.0, 0.0])]));
}

#[test]
fn all_missing_withheld_or_a_dash() {
    for state in [State::Missing, State::Withheld, State::None] {
        let mut data = data(&["2022", "2023"], &[("A", Enhed::Antal, &[1.0, 2.0][..]); 2]);
        for s in &mut data.series {
            s.values = vec![Value::empty(state); 2];
        }
        hold(&format!("{state:?}"), &data);
    }
}

#[test]
fn sixty_categories() {
    let names: Vec<String> = (0..60).map(|i| format!("Kategori nummer {i}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let numbers: Vec<f64> = (0..60).map(|i| f64::from(i * 37 % 61)).collect();
    let mut many = data(&names, &[("A", Enhed::Antal, &numbers), ("B", Enhed::Antal, &numbers)]);
    hold("sixty", &many);
    many.ordered = true;
    hold("sixty in order", &many);
}

#[test]
fn one_and_seventeen_million_side_by_side() {
    let numbers = [1.0, 16_886_000.0];
    hold("far apart", &data(&["Den ene", "Den anden"], &[("Kroner", Enhed::Kr, &numbers)]));
    hold("far apart, counted", &data(&["2022", "2023"], &[("A", Enhed::Antal, &numbers[..]); 3]));
}

#[test]
fn names_of_ninety_letters_and_words_that_do_not_break() {
    let word = "Arbejdsmarkedsforanstaltningskonsulentuddannelsesinstitutionsbestyrelsesmedlem";
    let names = [LONG, word, "Kort"];
    hold("long names", &data(&names, &[(LONG, Enhed::Pct, &[30.6, 0.1, 99.9])]));
    let two = [(LONG, Enhed::Pct, &[30.6, 0.1, 99.9][..]), (word, Enhed::Pct, &[1.0, 2.0, 3.0])];
    hold("long names of series", &data(&names, &two));
}

#[test]
fn values_under_zero_and_on_both_sides() {
    hold("under", &data(&["Fald", "Større fald"], &[("A", Enhed::Pct, &[-5.5, -61.6])]));
    hold("both", &data(&["Fald", "Stigning"], &[("A", Enhed::Pct, &[-61.6, 46.1][..]); 2]));
}

#[test]
fn equal_and_nearly_equal_lines_and_points() {
    let a: [(&str, Enhed, &[f64]); 3] = [
        ("Første serie", Enhed::Pct, &[50.0, 50.0, 50.0]),
        ("Anden serie", Enhed::Pct, &[50.0, 50.0, 50.0]),
        ("Tredje serie", Enhed::Pct, &[50.1, 49.9, 50.0]),
    ];
    hold("equal", &data(&["Januar", "Februar", "Marts"], &a));
    hold("equal pair", &data(&["Januar", "Februar"], &a[..2]));
}

#[test]
fn many_series_and_panels() {
    let numbers = [123_456.0, 7.0];
    let mut many = data(&["Et", "To"], &[("En serie med et navn", Enhed::Kr, &numbers[..]); 9]);
    hold("nine series", &many);
    for (i, s) in many.series.iter_mut().enumerate() {
        s.panel = format!("{LONG} {i}");
    }
    hold("nine panels", &many);
}

#[test]
fn numbers_beyond_reason() {
    let numbers = [1e300, -1e300, f64::MAX];
    hold("huge", &data(&["a", "b", "c"], &[("A", Enhed::Antal, &numbers)]));
    let whole = [9.2e18, -9.2e18, 1.0];
    hold("huge whole", &data(&["a", "b", "c"], &[("A", Enhed::Personer, &whole)]));
}

#[test]
fn strips_with_equal_amounts_one_dot_and_huge_amounts() {
    let dots = |amounts: &[i64]| {
        amounts.iter().map(|a| Dot { name: LONG.to_owned(), amount: *a }).collect::<Vec<_>>()
    };
    for (amounts, which) in [
        (vec![1], 0),
        (vec![0, 0, 0], 2),
        (vec![1_200_000; 60], 59),
        (vec![1, 16_886_000], 0),
        (vec![1, 16_886_000], 1),
        (vec![i64::MAX, 1, i64::MAX], 0),
        (vec![-500_000, 900_000], 0),
        // Columns take the place of so many dots.
        (vec![7; 121], 120),
        ((1..2_000).map(|n| n * n * 100).collect(), 1_000),
    ] {
        let figure = Figure::Strip(dots(&amounts).into(), which, Role::Fagprincip(3));
        hold_figure(&format!("strip {amounts:?}"), Plads::Oekonomi, figure);
    }
}

#[test]
fn maps_with_long_names_and_a_full_or_wide_grid() {
    let map = |size: u8, name: &str, count: Option<usize>| Map {
        districts: (0..size * size)
            .map(|i| District {
                name: name.to_owned(),
                short: name.to_owned(),
                tile: (i % size, i / size),
                on: i % 2 == 0,
                count,
            })
            .collect(),
        role: Role::Fagprincip(4),
        words: "Hele byen og lidt til".to_owned(),
        city: "København".to_owned(),
        outlines: None,
        enclaves: vec![(name.to_owned(), (size, size / 2))],
        everywhere: false,
    };
    for (size, name) in [(1, "Valby"), (5, "Brønshøj-Husum"), (4, LONG)] {
        for count in [None, Some(3), Some(4000)] {
            for plads in [Plads::Kort, Plads::Hel] {
                let figure = Figure::Map(map(size, name, count));
                hold_figure(&format!("map {size} {name} {count:?}"), plads, figure);
            }
        }
    }
}

#[test]
fn a_matrix_with_long_names_and_many_columns() {
    let rows = vec![(LONG.to_owned(), vec![1, 3, 9]); 30];
    let columns = (1..=9).map(|nr| (nr, LONG.to_owned())).collect();
    hold_figure("matrix", Plads::Hel, Figure::Matrix(rows, columns));
}
