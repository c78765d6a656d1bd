//! Imposition: read back from the written file, folded and read like paper.

mod file;
mod fold;
mod robust;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use sats::output::impose::{Flip, Format, Imposed, Setup, impose};
use sats::output::pdf::content::Lexer;
use sats::output::pdf::objects;

/// A4, pt.
const A4: [f32; 4] = [0.0, 0.0, 595.276, 841.89];

/// A PDF of so many A4 pages that share a font; each says its number. `dress` adds to a page.
pub(crate) fn pages(count: usize, dress: impl Fn(usize, &mut Dictionary)) -> Document {
    let mut doc = Document::with_version("1.7");
    let tree = doc.new_object_id();
    let mut font = Dictionary::new();
    font.set("Type", "Font");
    font.set("Subtype", "Type1");
    font.set("BaseFont", "Helvetica");
    let font = doc.add_object(font);
    let mut fonts = Dictionary::new();
    fonts.set("F1", font);
    let mut resources = Dictionary::new();
    resources.set("Font", fonts);
    let resources = doc.add_object(resources);
    let mut kids: Vec<Object> = Vec::new();
    for number in 1..=count {
        let text = format!("BT /F1 24 Tf 72 72 Td (page {number}) Tj ET");
        let content = doc.add_object(Stream::new(Dictionary::new(), text.into_bytes()));
        let mut page = Dictionary::new();
        page.set("Type", "Page");
        page.set("Parent", tree);
        page.set("MediaBox", A4.map(Object::from).to_vec());
        page.set("Contents", content);
        dress(number, &mut page);
        kids.push(doc.add_object(page).into());
    }
    let mut pages = Dictionary::new();
    pages.set("Type", "Pages");
    pages.set("Count", i64::try_from(count).expect("few pages"));
    pages.set("Kids", kids);
    pages.set("Resources", resources);
    doc.objects.insert(tree, pages.into());
    let mut catalogue = Dictionary::new();
    catalogue.set("Type", "Catalog");
    catalogue.set("Pages", tree);
    let catalogue = doc.add_object(catalogue);
    doc.trailer.set("Root", catalogue);
    doc
}

/// The document as bytes.
pub(crate) fn bytes(mut doc: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes).expect("saved to memory");
    bytes
}

/// A job without marks and creep.
pub(crate) fn setup(format: Format, flip: Option<Flip>) -> Setup {
    Setup { format, flip, paper_mm: 0.0, marks: false }
}

/// Imposes plain pages.
pub(crate) fn imposed(count: usize, setup: &Setup) -> Imposed {
    impose(&bytes(pages(count, |_, _| {})), None, setup).expect("imposed")
}

/// A page on a side of a sheet, as read from the written file.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shown {
    /// The number that the page says.
    pub number: usize,
    /// From the page's coordinates to the sheet's.
    pub matrix: [f32; 6],
}

/// Width and height of a side with what is on it.
pub(crate) struct Side {
    pub width: f32,
    pub height: f32,
    pub shown: Vec<Shown>,
}

/// The sides of an imposed file, by its content streams.
pub(crate) fn sides(pdf: &[u8]) -> Vec<Side> {
    let doc = Document::load_mem(pdf).expect("readable");
    doc.page_iter().map(|id| side(&doc, id)).collect()
}

fn side(doc: &Document, id: ObjectId) -> Side {
    let page = doc.get_dictionary(id).expect("a page");
    let media = objects::array(doc, page, b"MediaBox").expect("a MediaBox");
    let media = objects::numbers(doc, media).expect("numbers");
    let content = doc.get_page_content(id);
    let mut lexer = Lexer::new(&content);
    let mut shown = Vec::new();
    let (mut matrix, mut saved) = ([1.0, 0.0, 0.0, 1.0, 0.0, 0.0], Vec::new());
    while let Some(op) = lexer.next_op().expect("whole content") {
        match op.name {
            b"q" => saved.push(matrix),
            b"Q" => matrix = saved.pop().expect("a q for each Q"),
            b"cm" => matrix = times(&op.numbers::<6>().expect("six numbers"), &matrix),
            b"Do" => {
                let name = op.last_name().expect("a name");
                shown.push(Shown { number: number(doc, page, &name), matrix });
            }
            _ => {}
        }
    }
    assert!(saved.is_empty(), "every q has its Q");
    Side { width: media[2] - media[0], height: media[3] - media[1], shown }
}

/// The number that a form says.
fn number(doc: &Document, page: &Dictionary, name: &[u8]) -> usize {
    let resources = objects::dict(doc, page, b"Resources").expect("resources");
    let forms = objects::dict(doc, resources, b"XObject").expect("forms");
    let Some(Object::Stream(form)) = objects::get(doc, forms, name) else { panic!("no form") };
    let text = String::from_utf8(form.get_plain_content().expect("content")).expect("text");
    let from = text.find("(page ").expect("a number") + 6;
    let digits: String = text[from..].chars().take_while(char::is_ascii_digit).collect();
    digits.parse().expect("a number")
}

/// First `a`, then `b` (ISO 32000-1, 8.3.4).
pub(crate) fn times(a: &[f32; 6], b: &[f32; 6]) -> [f32; 6] {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}
