//! The whole print job: what is handed over, and what is held back.

use std::collections::BTreeMap;

use sats::output::delivery::{Order, pack};
use sats::output::print::Printer;

use super::desk;

fn order<'a>(
    printer: &'a Printer,
    swatches: &'a [sats::theme::Swatch],
    meta: &'a sats::output::print::Meta,
    indsatser: &'a BTreeMap<usize, String>,
) -> Order<'a> {
    Order {
        rapport: "sikker-by-2024",
        swatches,
        printer,
        meta,
        indsatser,
        words: sats::words::Words::danish(),
    }
}

#[test]
fn the_package_has_the_file_and_a_note_that_describes_it() {
    let printer = Printer::load("bogtryk").expect("built in");
    let (swatches, meta, none) = (desk::swatches(), desk::meta(), BTreeMap::new());
    let package = pack(&desk::report(), &order(&printer, &swatches, &meta, &none)).expect("packed");
    assert_eq!(package.name, "sikker-by-2024-bogtryk.pdf");
    let row = |label: &str| {
        let line = package.note.lines().find(|line| line.starts_with(label)).expect("a row");
        line.chars().skip(16).collect::<String>()
    };
    assert_eq!(row("Sider"), "4 enkeltsider, heraf 2 blanke til sidst");
    assert_eq!(row("Med besk"), "216,0 × 303,0 mm");
    assert_eq!(row("Standard"), "PDF/X-4:2010 og PDF/A-2b");
    assert_eq!(row("Farver"), "DeviceCMYK, Separation All");
    assert!(row("Trykbetingelse").starts_with("FOGRA39"));
    assert!(row("Skrifter").contains("SourceSans3") && row("Skrifter").contains("(indlejret)"));
    assert!(row("Preflight").starts_with("0 fejl"));
    assert_eq!(row("SHA-256").len(), 64);
    assert_eq!(row("Størrelse").trim(), format!("{} byte", package.pdf.len()));
}

#[test]
fn a_file_that_fails_its_preflight_is_held_back_and_names_the_indsats() {
    let printer = Printer::load("x4-coated").expect("built in");
    let pages = desk::pages(
        "#set page(width: 100mm, height: 100mm, bleed: 3mm)\n#pagebreak()\n\
         #image(\"alpha.png\", width: 80mm)",
        &[("/alpha.png", desk::alpha_png(64))],
    );
    let indsatser = BTreeMap::from([(2, "ludo".to_owned())]);
    let (swatches, meta) = (desk::swatches(), desk::meta());
    let findings =
        pack(&pages, &order(&printer, &swatches, &meta, &indsatser)).expect_err("held back");
    let low = findings.iter().find(|finding| finding.code == "G03").expect("20 ppi");
    assert_eq!((low.page, low.indsats.as_deref()), (Some(2), Some("ludo")));
    assert_eq!(findings.last().map(|finding| finding.code), Some("P107"));
}
