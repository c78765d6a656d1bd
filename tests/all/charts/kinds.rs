//! One small reference picture per kind. `UPDATE=1 cargo test` writes them anew; look at the
//! difference before committing it.

use std::path::Path;

use sats::chart::spec::{ChartSpec, District, Dot, Figure, Map, Panel, State};
use sats::chart::{Frame, drawing};
use sats::report::model::Enhed;
use sats::theme::{Plads, Role};

use super::{data, fonts, looks, theme};

fn compare(name: &str, plads: Plads, figure: Figure) {
    let drawn = drawing(
        &ChartSpec { slot: plads, figure },
        Frame::slot(&theme(), plads, true),
        &looks(),
        &fonts(),
    );
    assert_eq!(drawn.scene.collisions(), Vec::<String>::new());
    let drawn = drawn.svg(&looks());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference/charts");
    let path = folder.join(format!("{name}.svg"));
    if std::env::var_os("SATS_UPDATE").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(&path, &drawn).unwrap();
        panic!("{name}.svg is written anew: look at it, and run without SATS_UPDATE");
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_else(|_| {
        panic!("no reference {name}.svg: run with SATS_UPDATE=1 and look at it")
    });
    assert!(expected == drawn, "{name}.svg differs: run with SATS_UPDATE=1 and look at it");
}

const YEARS: [&str; 4] = ["2020", "2021", "2022", "2023"];

#[test]
fn columns_by_year_with_an_estimate_and_a_gap() {
    let mut d = data(&YEARS, &[("Brugere", Enhed::Personer, &[55.0, 75.0, 100.0, 100.0])]);
    d.ordered = true;
    d.series[0].values[1].state = State::Estimated;
    d.series[0].values[2].state = State::Preliminary;
    d.series[0].values[3].number = None;
    d.series[0].values[3].state = State::Missing;
    compare("soejler", Plads::Serie, Figure::Columns(d));
}

#[test]
fn paired_columns() {
    let series: [(&str, Enhed, &[f64]); 2] = [
        ("Råd og vejledning", Enhed::Personer, &[722.0, 626.0, 798.0, 844.0]),
        ("Jobs", Enhed::Antal, &[335.0, 400.0, 471.0, 522.0]),
    ];
    compare("soejler-par", Plads::Serie, Figure::Columns(data(&YEARS, &series)));
}

#[test]
fn lines_by_month() {
    let months = ["Januar", "Februar", "Marts", "April", "Maj", "Juni"];
    let series: [(&str, Enhed, &[f64]); 2] = [
        ("Delaftale 1", Enhed::Timer, &[13.0, 15.0, 11.0, 15.0, 15.0, 20.0]),
        ("Delaftale 2", Enhed::Timer, &[23.0, 22.0, 21.0, 25.0, 23.0, 23.0]),
    ];
    compare("linje", Plads::Halv, Figure::Lines(data(&months, &series)));
}

#[test]
fn bars_largest_first() {
    let names = ["Mad-dag", "Ferieture", "Være frivillig (rollemodel)", "Træning"];
    let series: [(&str, Enhed, &[f64]); 1] = [("Andel", Enhed::Pct, &[94.0, 17.0, 17.0, 78.0])];
    compare("bjaelker", Plads::Halv, Figure::Rows(data(&names, &series)));
}

#[test]
fn grouped_bars() {
    let names = ["Andel med mødre uden for arbejdsmarkedet", "Fædre"];
    let series: [(&str, Enhed, &[f64]); 2] = [
        ("Deltagere", Enhed::Pct, &[43.0, 34.0]),
        ("Sammenligningsgruppe", Enhed::Pct, &[15.2, 14.6]),
    ];
    compare("grupper", Plads::Halv, Figure::Rows(data(&names, &series)));
}

#[test]
fn shares_of_a_whole() {
    let names = ["Job", "Uddannelse", "Uden ydelse"];
    let series: [(&str, Enhed, &[f64]); 1] = [("Andel", Enhed::Pct, &[30.0, 25.0, 45.0])];
    compare("andele", Plads::Halv, Figure::Shares(data(&names, &series)));
}

#[test]
fn before_and_after() {
    let names = ["Skolefravær", "Venskaber"];
    let series: [(&str, Enhed, &[f64]); 2] =
        [("Før-måling", Enhed::Pct, &[30.2, 32.6]), ("Efter-måling", Enhed::Pct, &[11.6, 60.5])];
    compare("haeldning", Plads::Halv, Figure::Slope(data(&names, &series)));
}

#[test]
fn one_share_of_a_hundred() {
    let series: [(&str, Enhed, &[f64]); 1] = [("Deltagere", Enhed::Pct, &[76.0, 24.0])];
    let figure = Figure::Waffle(data(&["I risiko", "Ikke i risiko"], &series));
    compare("vaffel", Plads::Halv, figure);
}

#[test]
fn small_multiples() {
    let panel = |title: &str, numbers: &[f64]| Panel {
        title: title.to_owned(),
        data: data(&YEARS, &[("Antal", Enhed::Antal, numbers)]),
    };
    let panels = vec![
        panel("LUDO: brugere", &[16.0, 16.0, 16.0, 16.0]),
        panel("STRØM: forløb", &[30.0, 12.0, 13.0, 28.0]),
        panel("Ny Start: brugere", &[144.0, 164.0, 152.0, 103.0]),
    ];
    compare("smaa", Plads::Hel, Figure::Small(panels, true));
}

#[test]
fn one_amount_among_all() {
    let amounts = [180_000, 500_000, 594_000, 830_000, 1_200_000, 5_338_000, 16_886_000];
    let dots = amounts.map(|amount| Dot { name: "x".to_owned(), amount }).to_vec();
    compare("stribe", Plads::Oekonomi, Figure::Strip(dots.into(), 4, Role::Fagprincip(1)));
}

#[test]
fn a_ranking_with_its_total() {
    let names = ["Rocker- og bandekriminalitet", "LUDO", "I alt"];
    let series: [(&str, Enhed, &[f64]); 1] =
        [("Kroner", Enhed::Kr, &[16_886_000.0, 1_200_000.0, 18_086_000.0])];
    let mut d = data(&names, &series);
    d.categories[2].sum = true;
    compare("rang", Plads::Halv, Figure::Rows(d));
}

#[test]
fn indsatser_by_fagprincip() {
    let rows = vec![("LUDO".to_owned(), vec![1]), ("Sjakket".to_owned(), vec![1, 2, 3, 4])];
    let columns = [(1, "Børn og unge"), (2, "Bande"), (3, "Ekstremisme"), (4, "Lokalområder")];
    let columns = columns.map(|(nr, name)| (nr, name.to_owned())).to_vec();
    compare("matrix", Plads::Hel, Figure::Matrix(rows, columns));
}

#[test]
fn tiles_of_the_city() {
    let tile = |name: &str, tile, on| District {
        name: name.to_owned(),
        short: name.to_owned(),
        tile,
        on,
        count: None,
    };
    let districts = vec![
        tile("Brønshøj-Husum", (0, 0), true),
        tile("Ydre Nørrebro", (1, 0), true),
        tile("Østerbro", (2, 0), false),
        tile("Kgs. Enghave", (1, 1), false),
    ];
    let (role, words) = (Role::Fagprincip(1), "2 af 4 bydele".to_owned());
    let (city, enclaves) = ("København".to_owned(), Vec::new());
    let map = Map { districts, role, words, city, outlines: None, enclaves, everywhere: false };
    let figure = Figure::Map(map);
    compare("fliser", Plads::Kort, figure);
}
