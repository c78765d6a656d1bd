//! Exported pictures and symbols.

use sats::chart::export;
use sats::theme::Role;

use super::{all_charts, font_files, fonts, report, theme};

#[test]
fn every_figure_becomes_a_picture_with_its_numbers_and_words() {
    let charts: Vec<_> = all_charts(&report())
        .into_iter()
        .filter(|c| {
            c.id.as_str().starts_with("sydhavnscompagniet/") || c.id.as_str().starts_with("eki/")
        })
        .collect();
    let fonts_bytes = font_files();
    let refs: Vec<&[u8]> = fonts_bytes.iter().map(Vec::as_slice).collect();
    let files = export::files(&charts, &theme(), &fonts(), &refs).unwrap();
    assert_eq!(files.len(), charts.len() * 4);
    let find = |name: &str| &files.iter().find(|f| f.name == name).unwrap().bytes;
    let svg = String::from_utf8(find("sydhavnscompagniet-serie.svg").clone()).unwrap();
    assert!(svg.contains("<title>Brugere pr. år</title>") && svg.contains("anslået tal"), "{svg}");
    assert!(find("sydhavnscompagniet-serie.png").starts_with(b"\x89PNG"));
    let csv = String::from_utf8(find("sydhavnscompagniet-serie.csv").clone()).unwrap();
    let expected = "\u{feff}Række;Kolonne;Værdi;Enhed;Tilstand;Anslået;Spænd;Note\r\n\
                    2020;Brugere;55;personer;anslået;ja;;\r\n\
                    2021;Brugere;75;personer;";
    assert!(csv.starts_with(expected), "{csv}");
    assert_eq!(csv.lines().count(), 5, "{csv}");
    let words = String::from_utf8(find("eki-blok-6.txt").clone()).unwrap();
    assert!(words.contains("76\u{a0}% I risiko"), "{words}");
}

#[test]
fn text_in_the_png_is_set_and_not_left_out() {
    // Without fonts the same picture has fewer dark pixels, so its file is smaller.
    let charts = all_charts(&report());
    let chart = charts.iter().find(|c| c.id == "ludo/kort").unwrap().clone();
    let (files, none) = (font_files(), Vec::new());
    let refs: Vec<&[u8]> = files.iter().map(Vec::as_slice).collect();
    let size = |fonts_for_png: &[&[u8]]| {
        let made =
            export::files(std::slice::from_ref(&chart), &theme(), &fonts(), fonts_for_png).unwrap();
        made.iter().find(|f| f.name.ends_with(".png")).unwrap().bytes.len()
    };
    let (set, bare) = (size(&refs), size(&none));
    assert!(set > bare + 2000, "{set} bytes with fonts, {bare} without");
}

#[test]
fn symbols_are_one_family_in_one_theme_colour_each() {
    let theme = theme();
    let folder = format!("{}/layouts/symboler", env!("CARGO_MANIFEST_DIR"));
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let own = std::fs::read_to_string(&path).unwrap();
        let nr: Option<u8> = name.strip_prefix("fagprincip-").map(|n| n.parse().unwrap());
        let role = nr.map_or(Role::Accent, Role::Fagprincip);
        let colour = theme.colour(&role).rgb.to_string();
        assert_eq!(own.matches('#').count(), own.matches(&colour).count(), "{name}: one colour");
        let grid = own.contains("viewBox=\"0 0 24 24\"") && own.contains("stroke-width=\"2\"");
        assert!(grid, "{name}");
        seen += 1;
    }
    assert!(seen >= 8, "{seen} symbols");
}
