//! What the host gives layouts beyond Typst's own: cast content, texts over a picture, places.

use std::fs;
use std::num::NonZeroUsize;

use sats::finding::Finding;
use sats::output::official;
use sats::output::stamp::Stamp;
use sats::typeset::{Bytes, PagedDocument};
use typst::introspection::Tag;
use typst::layout::{Frame, FrameItem, Point};
use typst::model::Destination;

use crate::typeset::{new_year, plain_text, typesetter};
use crate::visual::report;

fn document(body: &str) -> Result<PagedDocument, Vec<Finding>> {
    let dir = tempfile::tempdir().expect("a temporary folder");
    fs::write(dir.path().join("report.typ"), body).expect("written");
    typesetter(dir.path()).compile_once("/layouts/report.typ")
}

/// The first page of a layout.
fn page_of(body: &str) -> Result<Frame, Vec<Finding>> {
    Ok(document(body)?.pages()[0].frame.clone())
}

/// Every item of a frame with its place on the page.
fn items(frame: &Frame, at: Point, found: &mut Vec<(Point, FrameItem)>) {
    for (offset, item) in frame.items() {
        match item {
            FrameItem::Group(group) => {
                let moved = Point::new(group.transform.tx, group.transform.ty);
                items(&group.frame, at + *offset + moved, found);
            }
            other => found.push((at + *offset, other.clone())),
        }
    }
}

fn all(frame: &Frame) -> Vec<(Point, FrameItem)> {
    let mut found = Vec::new();
    items(frame, Point::zero(), &mut found);
    found
}

#[test]
fn cast_content_keeps_the_styles_and_the_width_it_was_cast_with() {
    let page = page_of(
        "#set page(width: 400pt, height: 300pt, margin: 0pt)\n\
         #set text(10pt)\n\
         #context {\n\
           let a = stoebt(\"a\", 100pt, block(width: 100%, height: 20pt)[fire])\n\
           let b = stoebt(\"b\", 2 * 50pt, [fem \\ seks])\n\
           [#a.hoejde.pt() #measure(b.krop).width.pt()]\n\
           { set text(40pt); b.krop }\n\
           a.krop\n\
         }",
    )
    .expect("a page");
    assert_eq!(plain_text(&page), "20 100femseksfire");
    assert!(sizes(&page).iter().all(|size| (*size - 10.0).abs() < 1e-6), "{:?}", sizes(&page));
}

#[test]
fn cast_content_without_context_or_key_is_an_error_at_its_place() {
    for (body, word) in [
        ("#stoebt(\"a\", 9pt, [x])", "context"),
        ("#context stoebt(9pt, [x])", "string"),
        ("#context stoebt(\"a\", 9pt)", "missing"),
        ("#context stoebt(\"a\", 9pt, [x], [y])", "unexpected"),
    ] {
        let findings = page_of(body).expect_err(body);
        assert!(findings[0].message.to_string().contains(word), "{body}: {}", findings[0].message);
        assert!(findings[0].place.is_some(), "{body}");
    }
}

#[test]
fn what_is_measured_is_as_large_as_typst_says() {
    let page = page_of(
        "#set text(10pt)\n\
         #let ord = [Ord, der fylder mere end en linje]\n\
         #context [#(udmaal(ord) == measure(ord)) \
           #(udmaal(bredde: 50pt, ord) == measure(width: 50pt, ord)) \
           #(udmaal(ord).height < udmaal(bredde: 50pt, ord).height)]",
    )
    .expect("a page");
    assert_eq!(plain_text(&page), "truetruetrue");
}

#[test]
fn whole_content_goes_on_over_its_pages() {
    let body = "#set page(width: 200pt, height: 100pt, margin: 10pt)\n\
                #helt(skitse: [skitse], sider: 3, { block(height: 60pt)[et]; block(height: 60pt)[to] })";
    let pages = document(body).expect("pages");
    let words: Vec<String> = pages.pages().iter().map(|page| plain_text(&page.frame)).collect();
    assert_eq!(words, ["et", "to"]);
}

/// Sizes of type on a page, pt.
fn sizes(frame: &Frame) -> Vec<f64> {
    let size = |(_, item)| match item {
        FrameItem::Text(text) => Some(text.size.to_pt()),
        _ => None,
    };
    all(frame).into_iter().filter_map(size).collect()
}

#[test]
fn unchanged_cast_content_is_the_same_frame_at_the_next_compile() {
    let body =
        |text: &str| format!("#context {{ let a = stoebt(\"a\", 100pt)[fast]; a.krop; [{text}] }}");
    let dir = tempfile::tempdir().expect("a temporary folder");
    let mut typesetter = {
        fs::write(dir.path().join("report.typ"), body("før")).expect("written");
        typesetter(dir.path())
    };
    let mut text = |words: &str| {
        fs::write(dir.path().join("report.typ"), body(words)).expect("written");
        let document = typesetter.compile_once("/layouts/report.typ").expect("pages");
        plain_text(&document.pages()[0].frame)
    };
    assert_eq!(text("før"), "fastfør");
    assert_eq!(text("efter"), "fastefter");
}

const PICTURE: &str = "#set page(width: 200pt, height: 100pt, margin: 0pt)
#set text(font: \"Source Sans 3\", fallback: false, lang: \"da\")
#let billede = image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>\"), \
  format: \"svg\", width: 100pt, height: 50pt, alt: \"En søjle på ti.\")
#show image: it => paaskrevet(it, bytes(tekster))
";

/// A page with a picture and these texts over it.
fn inscribed(texts: &str) -> Result<Frame, Vec<Finding>> {
    let texts = texts.replace('"', "\\\"");
    page_of(&format!("#let tekster = \"{texts}\"\n{PICTURE}#billede"))
}

#[test]
fn texts_over_a_picture_stand_by_their_points_in_its_element() {
    let one = |tekst: &str, anker: &str, vaegt: u16| {
        format!(
            r##"{{"tekst":"{tekst}","x":60.0,"y":20.0,"anker":"{anker}","grad":8.0,"vaegt":{vaegt},"farve":"#0b5ea8"}}"##
        )
    };
    let texts =
        [one("Vaffel", "venstre", 400), one("Vaffel", "midt", 400), one("Vaffel", "hoejre", 600)];
    let page = inscribed(&format!("[{}]", texts.join(","))).expect("a page");
    let all = all(&page);
    let set: Vec<_> = all
        .iter()
        .filter_map(|(at, item)| match item {
            FrameItem::Text(text) if text.text == "Vaffel" => Some((at, text)),
            _ => None,
        })
        .collect();
    assert_eq!(set.len(), 3);
    let widths: Vec<f64> = set.iter().map(|(_, text)| text.width().to_pt()).collect();
    for (((at, text), width), (before, weight)) in
        set.iter().zip(&widths).zip([(0.0, 400), (0.5, 400), (1.0, 600)])
    {
        assert!((at.x.to_pt() - (60.0 - before * width)).abs() < 1e-6, "{at:?}");
        assert!((at.y.to_pt() - 20.0).abs() < 1e-6, "on the baseline: {at:?}");
        assert!((text.size.to_pt() - 8.0).abs() < 1e-6);
        assert_eq!(text.font.font().info().variant.weight.to_number(), weight);
        // The pair is kerned: narrower than its letters side by side.
        let advances: f64 = text
            .glyphs
            .iter()
            .map(|glyph| text.font.x_advance(glyph.id).unwrap().at(text.size).to_pt())
            .sum();
        assert!(*width < advances - 0.05, "{width} of {advances}");
    }
    // Between the tags of the picture: its alt text speaks for them.
    let position = |wanted: &dyn Fn(&FrameItem) -> bool| all.iter().position(|(_, i)| wanted(i));
    let start = position(&|item| match item {
        FrameItem::Tag(Tag::Start(element, _)) => element.elem().name() == "image",
        _ => false,
    });
    let FrameItem::Tag(tag) = &all[start.expect("the picture's tag")].1 else { unreachable!() };
    let end = position(&|item| match item {
        FrameItem::Tag(Tag::End(location, ..)) => *location == tag.location(),
        _ => false,
    });
    let text = position(&|item| matches!(item, FrameItem::Text(text) if text.text == "Vaffel"));
    assert!(start < text && text < end, "{start:?} {text:?} {end:?}");
}

#[test]
fn texts_over_a_picture_print_as_themselves() {
    let hostile = r##"[{"tekst":"#panic() *a* <b>&amp;","x":1,"y":9,"anker":"venstre","grad":7,"vaegt":400,"farve":"#000000"}]"##;
    let page = inscribed(hostile).expect("a page");
    assert!(plain_text(&page).contains("#panic() *a* <b>&amp;"), "{}", plain_text(&page));
}

#[test]
fn texts_that_cannot_be_read_are_an_error_at_their_place() {
    let findings = inscribed("[{}]").expect_err("refused");
    assert!(
        findings[0].message.to_string().contains("en figurs tekster kan ikke læses"),
        "{findings:?}"
    );
    assert!(findings[0].place.is_some());
}

#[test]
fn a_reference_leads_to_its_place_and_says_so() {
    let document = document(
        "#set document(title: \"Sikker By\")\n#set text(lang: \"da\")\n\
         #henvist(\"ludo\", \"Gå til LUDO\")[LUDO]\n#pagebreak()\n#anker(\"ludo\")Her.",
    )
    .expect("pages");
    let target = all(&document.pages()[0].frame).into_iter().find_map(|(_, item)| match item {
        FrameItem::Link(Destination::Location(to), _) => Some(to),
        _ => None,
    });
    let position = document.introspector().position(target.expect("a link")).expect("a place");
    assert_eq!(position.page, NonZeroUsize::new(2).unwrap());
    let dir = tempfile::tempdir().expect("a temporary folder");
    let stamp = Stamp { ident: "sats test".to_owned(), made: new_year() };
    let pdf =
        official::pdf(&typesetter(dir.path()), document.clone(), &stamp, true).expect("a PDF");
    let read = lopdf::Document::load_mem(&pdf).expect("readable");
    let words = read.objects.values().filter_map(|object| object.as_dict().ok()).find_map(|dict| {
        (dict.get(b"Subtype").ok()?.as_name().ok()? == b"Link")
            .then(|| lopdf::decode_text_string(dict.get(b"Contents").ok()?).ok())
            .flatten()
    });
    assert_eq!(words.as_deref(), Some("Gå til LUDO"));
}

#[test]
fn every_link_inside_the_report_leads_somewhere() {
    let document = &report().0.document;
    let mut links = 0;
    for page in document.pages() {
        for (_, item) in all(&page.frame) {
            if let FrameItem::Link(Destination::Location(to), _) = item {
                assert!(document.introspector().position(to).is_some(), "{to:?}");
                links += 1;
            }
        }
    }
    // Contents, overview, list of the spreads, neighbours.
    assert!(links > 3 * 22, "{links}");
}

#[test]
fn a_page_that_is_named_before_it_is_set_is_the_one_that_it_turns_out_to_be() {
    let body = "#set page(numbering: \"1\")\n\
         [#sidetal(\"ludo\"), #sidetal(\"ingen\"), #sidetal(\"foran\")]\n\
         #pagebreak()\n#metadata(none)<foran>\n#pagebreak()\n#counter(page).update(7)\n\
         #metadata(none)<ludo>";
    let dir = tempfile::tempdir().expect("a temporary folder");
    fs::write(dir.path().join("report.typ"), body).expect("written");
    let mut typesetter = typesetter(dir.path());
    // A guess that is wrong, and one at a place that is not there.
    let guess = |name: &str| (format!("/sidetal/{name}"), Bytes::from_string("99"));
    typesetter.set_files([guess("ludo"), guess("ingen")].into());
    let mut first = || {
        let document = typesetter.compile_once("/layouts/report.typ").expect("pages");
        plain_text(&document.pages()[0].frame)
    };
    assert_eq!(first(), "[7, , 2]1");
    let moved = body.replace("update(7)", "update(5)");
    fs::write(dir.path().join("report.typ"), moved).expect("written");
    assert_eq!(first(), "[5, , 2]1");
}
