//! Pages with one fault each: the rules find it, and find nothing in the page without it.

use super::geometry::Geometry;
use super::rules;
use crate::print::desk;
use sats::typeset::sheet::Book;

/// The report's page and text rules, in short.
const HEAD: &str = r#"
#set text(lang: "da")
#set page(width: 210mm, height: 297mm, binding: left,
  margin: (inside: 19mm, outside: 21mm, top: 27mm, bottom: 21mm))
#set text(font: "Source Sans 3", size: 9.6pt, top-edge: 0.95em, bottom-edge: -0.35em)
#set par(leading: 0pt, spacing: 0pt)
#show heading: set text(size: 16pt)
"#;

fn told(body: &str) -> Vec<String> {
    let document = desk::pages(&format!("{HEAD}{body}"), &[]);
    rules::all(&Book::read(&document), &Geometry::read())
}

#[track_caller]
fn finds(body: &str, words: &str) {
    let found = told(body);
    assert!(found.iter().any(|line| line.contains(words)), "`{words}` not told: {found:?}");
}

/// Some lines of text.
fn lines(count: usize) -> String {
    "Gårdejer Ågård spiste blåbær på Ærø. ".repeat(count * 3)
}

#[test]
fn a_sound_page_is_left_alone() {
    let text = lines(5);
    let body = format!(
        "= Overskrift\n{text}\n\n#table(columns: 2, table.cell[Navn], table.cell[{text}])\n\
         #grid(columns: 2, column-gutter: 4mm, [{text}], [{text}])\n\
         #rect(width: 10mm, height: 4mm)\nTekst#super(typographic: false)[\\*] og mere."
    );
    assert_eq!(told(&body), Vec::<String>::new());
}

#[test]
fn words_over_words_are_found() {
    finds("Første linje her.#v(-7pt)\n\nAnden linje her.", "stands over");
    finds("#place(dx: 20pt)[Ovenpå] Neden under står der noget.", "stands over");
    let svg = r#"bytes("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>")"#;
    let picture = format!("#image({svg}, format: \"svg\", width: 30mm, alt: \"En plet\")");
    finds(&format!("{picture}#v(-9mm)\n\nTekst"), "a picture stands over");
    assert_eq!(told(&format!("{picture}\n\nTekst")), Vec::<String>::new());
}

#[test]
fn what_leaves_the_type_area_or_the_page_is_found() {
    finds("#place(dx: 165mm)[Ud i margen]", "outside the type area");
    finds("#place(dx: -15mm)[Margen]", "outside the type area");
    finds("#place(bottom, dy: 4mm)[Under foden]", "outside the type area");
    finds("#place(dx: 185mm)[Langt ude til højre]", "outside the page");
    finds("#place(dx: -30mm, rect(width: 20mm, height: 5mm))", "drawn outside the page");
    finds("#block(height: 20pt, width: 40pt, clip: true)[Alt for mange ord til det]", "cut off");
}

#[test]
fn small_sizes_and_close_lines_are_found() {
    finds("#text(size: 6.5pt)[Meget småt]", "set in 6.50 pt");
    finds(&format!("#set text(bottom-edge: -1pt)\n{}", lines(3)), "pt apart");
    finds(
        "#set text(size: 26pt, top-edge: 18pt, bottom-edge: -6pt)\n\
         #heading(text(size: 26pt, [En meget lang overskrift på to linjer og mere]))",
        "pt apart",
    );
}

#[test]
fn headings_and_lines_left_alone_are_found() {
    finds(
        "#v(240mm)\n#block(sticky: false)[#heading[Nederst]]#pagebreak()\nTekst",
        "nothing under",
    );
    finds("#grid(columns: (1fr, 1fr), [= Til venstre], [Tekst])", "nothing under it");
    let alone = "#v(1fr)\n#set text(costs: (widow: 0%, orphan: 0%))\n#v(244.5mm)\n";
    finds(&format!("{alone}{}", lines(4)), "a line alone");
}

#[test]
fn a_row_split_between_pages_is_found() {
    let table =
        format!("#table(columns: (20mm, 50mm), table.cell[Navn], table.cell[{}])", lines(6));
    finds(&format!("#v(225mm)\n{table}"), "a row split");
    let whole = format!("#v(225mm)\n#set table.cell(breakable: false)\n{table}");
    assert_eq!(told(&whole), Vec::<String>::new());
}
