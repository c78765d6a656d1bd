//! True outlines, from a small made-up city.

use sats::chart::{Outlines, charts_on};
use sats::report::insight::Insights;

use super::{fonts, looks, report, theme};

/// Squares of a hundredth of a degree, a bydel each, in the tiles' order.
fn geojson(names: &[String]) -> String {
    let features = names.iter().enumerate().map(|(i, name)| {
        let (x, y) = (12.45 + (i % 4) as f64 * 0.02, 55.72 - (i / 4) as f64 * 0.015);
        format!(
            r#"{{"type":"Feature","properties":{{"id":{i},"navn":"{name}"}},"geometry":{{
            "type":"Polygon","coordinates":[[[{x},{y}],[{e},{y}],[{e},{s}],[{m},{s}],[{x},{s}],[{x},{y}]]]}}}}"#,
            e = x + 0.02,
            s = y - 0.015,
            m = x + 0.01,
        )
    });
    let features: Vec<_> = features.collect();
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

#[test]
fn true_outlines_are_drawn_where_the_report_has_them() {
    let report = report();
    let names: Vec<String> = report.bydele.iter().map(|b| b.navn.clone()).collect();
    let outlines = Outlines::parse(&geojson(&names), "bydele.geojson", &report.bydele).unwrap();
    let insights = Insights::compute(&report);
    let charts = charts_on(
        &report,
        &insights,
        &theme(),
        &fonts(),
        Some(&outlines),
        sats::words::Words::danish(),
        None,
    );
    let map = charts.iter().find(|c| c.id == "kbh-18-plus/kort").unwrap();
    let svg = map.drawing.svg(&looks());
    assert_eq!(svg.matches("<polygon").count(), report.bydele.len());
    assert!(map.alt.starts_with("Kort over København."), "{}", map.alt);
    // The middle point of the south side lies on the line between its neighbours: left out.
    let first = svg.split("points=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(first.split_whitespace().count(), 5, "{first}");
    // The overview names one place where the map marks two: the label says the place.
    assert!(svg.contains(">Nørrebro<"), "{svg}");
}

#[test]
fn files_that_are_no_map_of_the_city_are_refused_with_words() {
    let report = report();
    let message = |text: &str| {
        Outlines::parse(text, "bydele.geojson", &report.bydele).unwrap_err()[0].message.to_string()
    };
    assert!(message("{").starts_with("filen kan ikke læses som GeoJSON"), "{}", message("{"));
    assert_eq!(
        message(r#"{"type":"FeatureCollection","features":[]}"#),
        "bydelen »Indre By« har intet omrids"
    );
    let far = geojson(&report.bydele.iter().map(|b| b.navn.clone()).collect::<Vec<_>>());
    let far = far.replace("[12.45,55.72]", "[724000,6175000]");
    assert_eq!(message(&far), "koordinaterne er ikke grader");
    let apart = geojson(&report.bydele.iter().map(|b| b.navn.clone()).collect::<Vec<_>>());
    let apart = apart.replace("[12.45,55.72]", "[32.45,55.72]");
    assert!(message(&apart).ends_with("grader fra hinanden"), "{}", message(&apart));
}

#[test]
fn a_town_anywhere_in_the_world_is_taken() {
    let report = report();
    let names: Vec<String> = report.bydele.iter().map(|b| b.navn.clone()).collect();
    for (longitude, latitude) in [("[-70.", ",55."), ("[174.", ",-36."), ("[12.", ",69.")] {
        let there = geojson(&names).replace("[12.", longitude).replace(",55.", latitude);
        assert!(
            Outlines::parse(&there, "a.geojson", &report.bydele).is_ok(),
            "{longitude}{latitude}"
        );
    }
}
