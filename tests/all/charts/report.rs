//! Every figure of the report of 2024.

use std::collections::BTreeSet;

use sats::chart::scene::{Looks, Mark};
use sats::chart::{ALT_LENGTH, Chart, FigureId, Frame, display_of, drawing, spec};
use sats::report::insight::Insights;
use sats::report::model::{Blok, Tilstand, Visning};
use sats::theme::{Plads, Theme};

use super::{all_charts, fonts, looks, report, theme};

fn ids(charts: &[Chart]) -> BTreeSet<String> {
    charts.iter().map(|c| c.id.to_string()).collect()
}

#[test]
fn every_indsats_has_its_map_and_its_amount_among_all() {
    let report = report();
    let ids = ids(&all_charts(&report));
    assert_eq!(report.indsatser.len(), 22);
    for indsats in &report.indsatser {
        assert!(ids.contains(&format!("{}/kort", indsats.id)), "{}", indsats.id);
        assert!(ids.contains(&format!("{}/oekonomi", indsats.id)), "{}", indsats.id);
    }
}

#[test]
fn every_yearly_series_and_every_recoverable_figure_is_drawn() {
    let report = report();
    let ids = ids(&all_charts(&report));
    let with_series = report.indsatser.iter().filter(|i| !i.brugere.serie.is_empty());
    for indsats in with_series {
        assert!(ids.contains(&format!("{}/serie", indsats.id)), "{}", indsats.id);
    }
    // The one figure whose values the text keeps, the table that was a diagram, and the two
    // figures that the overview gives.
    for id in ["eki/blok-6", "ssp-plus/blok-11", "indsigt/bydele", "indsigt/fagprincipper"] {
        assert!(ids.contains(id), "{id} is not among {ids:?}");
    }
}

#[test]
fn a_break_in_the_data_is_drawn_and_told() {
    let mut report = report();
    let at = report.indsatser.iter().position(|i| i.id == "kbh-18-plus").expect("its series");
    let chart = |report: &_| {
        let id = "kbh-18-plus/serie";
        all_charts(report).into_iter().find(|c| c.id == id).expect("a chart")
    };
    let whole = chart(&report);
    report.indsatser[at].brugere.serie[0].databrud = Some(2022);
    let broken = chart(&report);
    let note = "Tallene fra 2022 kan ikke sammenlignes med årene før";
    assert!(broken.notes.iter().any(|n| n.contains(note)), "{:?}", broken.notes);
    assert!(whole.notes.iter().all(|n| !n.contains(note)), "{:?}", whole.notes);
    assert!(broken.alt.contains("Fra 2022 kan tallene ikke sammenlignes"), "{}", broken.alt);
    // The dashes stand between the columns of 2021 and 2022.
    let dashes = |chart: &Chart| {
        let upright =
            |m: &&Mark| matches!(m, Mark::Path(p, ..) if p.len() == 2 && p[0].0 == p[1].0);
        chart.drawing.scene.marks.iter().filter(upright).count()
    };
    assert!(dashes(&broken) > dashes(&whole) + 5);
}

#[test]
fn a_figure_whose_values_are_lost_is_not_drawn() {
    let report = report();
    let ids = ids(&all_charts(&report));
    let mut lost = 0;
    for indsats in &report.indsatser {
        for (at, blok) in indsats.blok.iter().enumerate() {
            if let Blok::Figur(f) = blok
                && f.tilstand == Tilstand::Mangler
            {
                lost += 1;
                assert!(!ids.contains(&format!("{}/blok-{at}", indsats.id)), "{}", f.titel);
            }
        }
    }
    assert!(lost >= 10, "the source lost more figures than {lost}");
}

#[test]
fn no_two_labels_overlap_none_leaves_its_figure_and_no_guide_runs_through_one() {
    let (report, theme, fonts) = (report(), theme(), fonts());
    let looks = Looks::of(&theme);
    let mut seen = 0;
    for (id, spec) in specs(&report) {
        for compact in [false, true] {
            let drawn = drawing(&spec, Frame::slot(&theme, spec.slot, compact), &looks, &fonts);
            assert_eq!(drawn.scene.collisions(), Vec::<String>::new(), "{id}, compact: {compact}");
            assert_eq!(drawn.scene.struck_through(), Vec::<&str>::new(), "{id}, {compact}");
            assert!(!drawn.scene.texts.is_empty(), "{id} has no label");
            seen += 1;
        }
    }
    assert!(seen > 150, "only {seen}");
}

#[test]
fn a_map_that_counts_has_a_dot_for_each() {
    let (report, theme, fonts) = (report(), theme(), fonts());
    let mut maps = 0;
    for (id, spec) in specs(&report) {
        let spec::Figure::Map(map) = &spec.figure else { continue };
        let counted: usize = map.districts.iter().filter_map(|d| d.count).sum();
        if counted == 0 {
            continue;
        }
        let frame = Frame::slot(&theme, spec.slot, false);
        let drawn = drawing(&spec, frame, &Looks::of(&theme), &fonts);
        let dots = drawn.scene.marks.iter().filter(|m| matches!(m, Mark::Circle(..))).count();
        assert_eq!(dots, counted, "{id}");
        maps += 1;
    }
    assert!(maps > 0);
}

fn specs(report: &sats::report::model::Report) -> Vec<(String, spec::ChartSpec)> {
    let insights = Insights::compute(report);
    let dots = spec::dots(&insights);
    let words = sats::words::Words::danish();
    let mut specs = Vec::new();
    for i in &report.indsatser {
        let role = spec::role_of(i);
        let series: Vec<_> = i.brugere.serie.iter().collect();
        specs.extend(spec::of_series(&series, &role).map(|s| (format!("{}/serie", i.id), s)));
        specs.extend(spec::kort(i, report, None, words).map(|s| (format!("{}/kort", i.id), s)));
        let money = dots.clone().and_then(|dots| spec::oekonomi(i, &insights, dots));
        specs.extend(money.map(|s| (format!("{}/oekonomi", i.id), s)));
        for (at, blok) in i.blok.iter().enumerate() {
            let found = match blok {
                Blok::Tabel(t) => spec::of_table(t, &role),
                Blok::Figur(f) => spec::of_figure(f, &role),
                _ => None,
            };
            specs.extend(found.map(|s| (format!("{}/blok-{at}", i.id), s)));
        }
    }
    for indsigt in &report.rapport.indsigter.indsigt {
        let figur = indsigt.figur.and_then(|f| spec::of_insight(f, report, &insights, None, words));
        specs.extend(figur.map(|s| (format!("indsigt {}", indsigt.emne), s)));
    }
    specs
}

#[test]
fn alt_texts_are_danish_sentences_that_end_and_not_the_title() {
    for chart in all_charts(&report()) {
        assert!(chart.alt.chars().count() >= 30, "{}: {}", chart.id, chart.alt);
        assert_ne!(chart.alt, chart.title);
        assert!(!chart.alt.to_lowercase().contains("billede af"), "{}", chart.alt);
        assert!(!chart.alt.contains(".."), "{}", chart.alt);
        assert!(chart.alt.ends_with('.'), "{}: {}", chart.id, chart.alt);
        assert!(!chart.title.is_empty(), "{}", chart.id);
    }
}

#[test]
fn every_figure_has_its_numbers_as_a_table() {
    for chart in all_charts(&report()) {
        let table = &chart.table;
        assert!(!table.rows.is_empty(), "{}", chart.id);
        for row in &table.rows {
            assert_eq!(row.len(), table.head.len(), "{}: {row:?}", chart.id);
        }
        assert!(table.raw_row.len() >= table.rows.len(), "{}", chart.id);
    }
}

#[test]
fn an_alt_text_says_every_value_or_names_the_table_that_does() {
    let report = report();
    let charts = all_charts(&report);
    // What a chart leaves out of its table is told by the table beside it.
    let blocks = report.indsatser.iter().flat_map(|i| i.blokke().map(move |b| (&i.id, b)));
    let beside: BTreeSet<String> = blocks
        .filter(
            |(_, (_, blok))| matches!(blok, Blok::Tabel(t) if display_of(t) != Visning::Diagram),
        )
        .map(|(id, (field, _))| FigureId::blok(id, &field).to_string())
        .collect();
    for chart in &charts {
        // A spread's strip shows amounts that the overview says once for all.
        if chart.id.as_str().ends_with("/oekonomi") {
            continue;
        }
        if beside.contains(chart.id.as_str()) {
            continue;
        }
        // A cell that stands for two series has both values.
        let values = chart.table.rows.iter().flatten().flat_map(|cell| cell.split(" / "));
        let missing = values.into_iter().find(|value| {
            // The map names the bydele without any together.
            let none = *value == "0" && chart.alt.contains(" Ingen: ");
            let number = value.contains(|c: char| c.is_ascii_digit());
            number && !none && !chart.alt.contains(value)
        });
        match missing {
            Some(cell) if chart.alt_is_whole => panic!("{}: {cell} in {}", chart.id, chart.alt),
            Some(_) => assert!(chart.alt.ends_with("tabellen efter figuren."), "{}", chart.alt),
            None => {}
        }
        assert!(!chart.alt_is_whole || chart.alt.chars().count() <= ALT_LENGTH, "{}", chart.alt);
    }
    assert!(charts.iter().any(|chart| chart.alt_is_whole));
    assert!(charts.iter().any(|chart| !chart.alt_is_whole));
}

#[test]
fn estimated_values_are_marked_and_explained() {
    let charts = all_charts(&report());
    let chart = charts.iter().find(|c| c.id == "sydhavnscompagniet/serie").unwrap();
    assert_eq!(chart.notes, ["Skraveret og ca.: anslået tal."]);
    assert!(chart.drawing.svg(&looks()).contains("ca.\u{a0}55"));
    assert!(chart.alt.contains("ca.\u{a0}55 i 2020"), "{}", chart.alt);
    let csv = chart.table.csv();
    assert!(csv.contains("\r\n2020;Brugere;55;personer;anslået;ja;;\r\n"), "{csv}");
}

#[test]
fn slots_give_the_true_size_and_the_compact_variant_is_no_taller() {
    let theme = theme();
    for chart in all_charts(&report()) {
        let width = theme.slot(chart.slot).width();
        assert!((chart.width_pt - width).abs() < 0.01, "{}", chart.id);
        assert!(chart.compact.scene.height <= chart.height_pt + 0.01, "{}", chart.id);
        assert!(chart.drawing.svg(&looks()).contains("pt\" viewBox="), "{}", chart.id);
        if chart.slot == Plads::Serie {
            // LUDO has had 16 users each year: four columns alike need no height.
            let level = chart.id.to_string().contains("ludo");
            let height = theme.slot(Plads::Serie).height(level);
            assert!((chart.height_pt - height).abs() < 0.01, "{}", chart.id);
        }
    }
}

#[test]
fn svgs_hold_only_theme_colours_and_nothing_that_makes_groups_in_the_pdf() {
    let theme = theme();
    let known: BTreeSet<String> = theme
        .swatches()
        .iter()
        .map(|s| format!("#{:02X}{:02X}{:02X}", s.rgb[0], s.rgb[1], s.rgb[2]))
        .collect();
    for chart in all_charts(&report()) {
        for svg in [&chart.drawing, &chart.compact].map(|drawn| drawn.svg(&looks())) {
            for piece in svg.split('#').skip(1) {
                let colour = format!("#{}", &piece[..6]);
                assert!(known.contains(&colour), "{}: {colour}", chart.id);
            }
            for forbidden in ["opacity", "Gradient", "filter", "clip", "<image", "pattern"] {
                assert!(!svg.contains(forbidden), "{}: {forbidden}", chart.id);
            }
        }
    }
}

#[test]
fn text_in_figures_is_at_least_seven_pt_in_the_report_s_type() {
    for chart in all_charts(&report()) {
        let svg = chart.drawing.svg(&looks());
        assert!(svg.contains("font-family=\"'Sats Sans'"), "{}", chart.id);
        for piece in svg.split("font-size=\"").skip(1) {
            let hundredths: u32 = piece.split('"').next().unwrap().parse().unwrap();
            assert!(hundredths >= 700, "{}: {hundredths}", chart.id);
        }
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = report();
    let first = all_charts(&report);
    comemo::evict(0);
    assert_eq!(first, all_charts(&report));
}

#[test]
fn small_tables_stay_tables_and_comparisons_become_charts() {
    let report = report();
    let find = |id: &str, title: &str| {
        let indsats = report.indsatser.iter().find(|i| i.id == id).unwrap();
        let tables = indsats.blok.iter().filter_map(|b| match b {
            Blok::Tabel(t) if t.titel == title => Some(t),
            _ => None,
        });
        display_of(tables.into_iter().next().unwrap())
    };
    // Two percentages of one kind are compared by their bars, not by reading.
    assert_eq!(find("ny-start", "Bopæl i monitoreringsområde"), Visning::Diagram);
    assert_eq!(find("ny-start", "Alder"), Visning::Tabel);
    assert_eq!(find("job-og-uddannelse", "Forældres højeste uddannelsesniveau"), Visning::Diagram);
    assert_eq!(find("den-korte-snor", "Trivselsmålinger"), Visning::Begge);
    let hours = "Gennemsnitligt antal aktiveringstimer i den første uge af måneden";
    assert_eq!(find("rocker-bande", hours), Visning::Begge);
    // The data have the last word.
    assert_eq!(find("rocker-bande", "Antal og andel gennemførte samtaler"), Visning::Tabel);
}

#[test]
fn dark_and_light_themes_keep_text_readable_on_tiles() {
    let looks = looks();
    let theme: Theme = theme();
    for nr in 1..=5 {
        let role = sats::theme::Role::Fagprincip(nr);
        let text = theme.colour(&looks.readable_on(&role)).rgb;
        let contrast = sats::theme::colour::contrast(text, theme.colour(&role).rgb);
        assert!(contrast >= 4.5, "fagprincip {nr}: {contrast:.2}");
    }
}
