use super::*;
use crate::words::Language;

#[test]
fn the_handbook_names_every_field_block_and_code() {
    let html = html(Words::built_in(Language::Danish), &More::default());
    for part in [
        "oekonomi",
        "taeller",
        "slags = \"citat\"",
        "slags = \"tabel\"",
        "målgruppe",
        "D010",
        "E013",
    ] {
        assert!(html.contains(part), "{part}");
    }
    for code in codes::all() {
        assert!(html.contains(&format!("id=\"{}\"", code.code)), "{}", code.code);
    }
    assert_eq!(html.matches("<section").count(), html.matches("</section>").count());
}
