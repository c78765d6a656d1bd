//! Exported pictures and symbols.

use sats::chart::export::{self, Order, Size};
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
    let files = export::files(&charts, &theme(), &fonts(), &refs, &Order::default()).unwrap();
    assert_eq!(files.len(), charts.len() * 4 + 1, "four a figure, and the list");
    let find = |name: &str| &files.iter().find(|f| f.name == name).unwrap().bytes;
    let svg = String::from_utf8(find("sydhavnscompagniet-serie.svg").clone()).unwrap();
    assert!(
        svg.contains("<title>SydhavnsCompagniet: Brugere pr. år</title>")
            && svg.contains("anslået tal"),
        "{svg}"
    );
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
        let made = export::files(
            std::slice::from_ref(&chart),
            &theme(),
            &fonts(),
            fonts_for_png,
            &Order::default(),
        )
        .unwrap();
        made.iter().find(|f| f.name.ends_with(".png")).unwrap().bytes.len()
    };
    let (set, bare) = (size(&refs), size(&none));
    assert!(set > bare + 2000, "{set} bytes with fonts, {bare} without");
}

/// Width in pixels, and pixels a metre, of a PNG.
fn measures(png: &[u8]) -> (u32, u32) {
    let reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap();
    (reader.info().width, reader.info().pixel_dims.unwrap().xppu)
}

#[test]
fn pictures_fit_what_they_are_for_and_say_who_publishes_them() {
    let charts = all_charts(&report());
    let chart = charts.iter().find(|c| c.id == "ludo/serie").unwrap().clone();
    let font_files = font_files();
    let refs: Vec<&[u8]> = font_files.iter().map(Vec::as_slice).collect();
    let made = |size| {
        let order = Order {
            size,
            sender: "Byen: Rapporten 2024".to_owned(),
            suffix: Some("uddrag-ludo".to_owned()),
            pages: [(chart.id.clone(), 40)].into(),
        };
        export::files(std::slice::from_ref(&chart), &theme(), &fonts(), &refs, &order).unwrap()
    };
    let (slide, web, print) = (made(Size::Slide), made(Size::Web), made(Size::Print));
    let svg = |files: &[export::ExportFile]| String::from_utf8(files[0].bytes.clone()).unwrap();
    // On a slide text is outlines; elsewhere other fonts stand in for the report's.
    assert!(!svg(&slide).contains("<text") && svg(&slide).contains("<title>"), "{}", svg(&slide));
    for files in [&web, &print] {
        let svg = svg(files);
        assert!(svg.contains("sans-serif") && svg.contains("Byen: Rapporten 2024"), "{svg}");
    }
    let widths = [&slide, &web, &print].map(|files| measures(&files[1].bytes));
    assert_eq!(widths.map(|(_, dots)| dots), [5906, 7559, 11811]);
    // No slide's picture is larger than its slide, and the web's is one column wide.
    assert!(widths[0].0 <= 1800 && widths[1].0 == 1440, "{widths:?}");
    assert_eq!(print[0].name, "ludo-serie-uddrag-ludo.svg");
    let list: serde_json::Value = serde_json::from_slice(&print[4].bytes).unwrap();
    let figure = &list["figurer"][0];
    assert_eq!(
        (figure["side"].as_u64(), figure["alt"].as_str()),
        (Some(40), Some(&*chart.apart.alt))
    );
    assert_eq!(figure["data"], "ludo-serie-uddrag-ludo.csv");
}

#[test]
fn one_chart_is_made_by_name_with_its_page_and_a_wrong_name_is_told() {
    let project = crate::cli::Project::new();
    project.run(&["export", "charts", "--chart", "ludo-serie", "--size", "web"]).ends(0);
    let text = std::fs::read_to_string(project.path("out/charts-web/charts.json")).unwrap();
    let list: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(list["figurer"].as_array().map(Vec::len), Some(1));
    let page = list["figurer"][0]["side"].as_u64().unwrap();
    assert!((12..60).contains(&page), "{page}");
    project.run(&["export", "charts", "--chart", "ludo-seri"]).ends(2).says(&["ludo-serie"]);
    project.run(&["export", "json", "--size", "web"]).ends(2).says(&["--size"]);
}

#[test]
fn each_picture_says_whose_it_is_where_it_stands_and_what_its_source_is() {
    let project = crate::cli::Project::new();
    project.run(&["export", "charts", "--size", "web"]).ends(0);
    let read = |file: &str| {
        std::fs::read_to_string(project.path("out/charts-web").join(file)).expect("written")
    };
    let list: serde_json::Value = serde_json::from_str(&read("charts.json")).unwrap();
    let all = list["figurer"].as_array().unwrap();
    let of = |id: &str| all.iter().find(|f| f["id"] == id).unwrap_or_else(|| panic!("{id}"));
    let page = |id: &str| of(id)["side"].as_u64().unwrap_or_else(|| panic!("{id} is on a page"));
    // Maps of the whole city are drawn alike, and each stands on its own spread; an alt text is
    // spoken out on the page.
    for id in ["eki", "ludo", "ssp-plus", "green-teams"] {
        assert_eq!(page(&format!("{id}/kort")), page(&format!("{id}/oekonomi")), "{id}");
    }
    // Without a page is only what the report sets as a table.
    let set = |id: &str| !id.contains("/blok-");
    let lost = all.iter().filter(|f| f["side"].is_null()).map(|f| f["id"].as_str().unwrap());
    assert_eq!(lost.filter(|id| set(id)).collect::<Vec<_>>(), [""; 0]);
    assert!(page("ssp-plus/blok-3") >= page("ssp-plus/kort"));
    let source = |id: &str| of(id)["kilde"].as_str().unwrap_or_default().to_owned();
    assert!(source("den-korte-snor/blok-3").contains("Det Tværgående Analysekontor"));
    assert_eq!(source("eki/blok-6"), "", "what is under it is about something else");

    let report = report();
    for figure in all.iter().filter(|f| !f["id"].as_str().unwrap().starts_with("indsigt/")) {
        let id = figure["id"].as_str().unwrap();
        let owner = id.split('/').next().unwrap();
        let name = &report.indsatser.iter().find(|i| i.id == owner).unwrap().navn;
        for words in [&figure["titel"], &figure["alt"]] {
            let words = words.as_str().unwrap().replace('\u{a0}', " ");
            assert!(words.contains(name.as_str()), "{id}: {words}");
        }
        assert!(!figure["alt"].as_str().unwrap().contains("efter figuren"), "{id}");
    }
    let named = of("kbh-18-plus/oekonomi")["alt"].as_str().unwrap().replace('\u{a0}', " ");
    assert_eq!(named.matches("KBH 18+ (Askovfonden)").count(), 1, "{named}");
    let words = read("ludo-serie.txt");
    assert!(
        words.starts_with("LUDO: Brugere pr. år\n") && words.contains("\nLUDO: Søjle"),
        "{words}"
    );
    // Notes belong to marks that the picture shows.
    let status = read("rocker-bande-blok-2.svg");
    assert!(!status.contains("Unikke borgere") && !status.contains("tre andele"), "{status}");
    assert!(read("rocker-bande-blok-0.svg").contains("Deltagere, som har"));
    // The picture shows the years that its title names, and counts what the report counts.
    let users = of("indsigt/brugere")["alt"].as_str().unwrap();
    assert!(users.contains("9 stiger og 5 falder"), "{users}");
    let svg = read("indsigt-brugere.svg");
    assert!(svg.contains(">2023<") && !svg.contains(">2020<"), "only the years of its title");
    assert!(read("indsigt-brugere.csv").contains("2020"), "its numbers are all there");
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
