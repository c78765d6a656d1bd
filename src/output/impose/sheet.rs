//! The sides of the sheets as pages.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::marks;
use super::plan::{Placed, Plan, Spine};
use super::source::Page;
use crate::output::pdf::numbers::push_op;

/// A scale this near to 1 is 1: the same paper size, written with other decimals.
const SAME: f32 = 0.001;

/// Writes a page for each side, front and back in turn. A last back with nothing on it is left
/// out.
pub(super) fn write(
    doc: &mut Document,
    plan: &Plan,
    pages: &[Page],
    forms: &[ObjectId],
) -> Vec<ObjectId> {
    let mut sides: Vec<&[Placed]> =
        plan.sheets.iter().flat_map(|sheet| [&sheet.front[..], &sheet.back[..]]).collect();
    let empty = |side: &&[Placed]| side.iter().all(|placed| placed.page.is_none());
    if sides.last().is_some_and(empty) {
        sides.pop();
    }
    sides.into_iter().map(|side| one(doc, plan, side, pages, forms)).collect()
}

fn one(
    doc: &mut Document,
    plan: &Plan,
    side: &[Placed],
    pages: &[Page],
    forms: &[ObjectId],
) -> ObjectId {
    let mut content = Vec::new();
    let mut names = Dictionary::new();
    for placed in side {
        let Some(at) = placed.page.and_then(|page| page.checked_sub(1)) else { continue };
        let (Some(page), Some(form)) = (pages.get(at), forms.get(at)) else { continue };
        let name = format!("P{}", at + 1);
        draw(&mut content, placed, page, &name);
        names.set(name, *form);
    }
    if plan.setup.marks {
        content.extend(marks::content(plan));
    }
    let mut resources = Dictionary::new();
    resources.set("XObject", names);
    let content = doc.add_object(Stream::new(Dictionary::new(), content));
    let mut page = Dictionary::new();
    page.set("Type", "Page");
    page.set("MediaBox", plan.sheet.object());
    page.set("Resources", resources);
    page.set("Contents", Object::Reference(content));
    doc.add_object(page)
}

/// A page within its cell: what creep moves past the fold is clipped there.
fn draw(out: &mut Vec<u8>, placed: &Placed, page: &Page, name: &str) {
    let cell = &placed.cell;
    out.extend_from_slice(b"q\n");
    push_op(out, &[cell.x0, cell.y0, cell.width(), cell.height()], "re");
    out.extend_from_slice(b"W n\n");
    if placed.turned {
        push_op(out, &[-1.0, 0.0, 0.0, -1.0, cell.x0 + cell.x1, cell.y0 + cell.y1], "cm");
    }
    push_op(out, &to_cell(placed, page), "cm");
    push_op(out, &upright(page), "cm");
    out.extend_from_slice(format!("/{name} Do\nQ\n").as_bytes());
}

/// From the upright page, its corner at 0, to its place in the cell.
fn to_cell(placed: &Placed, page: &Page) -> [f32; 6] {
    let cell = &placed.cell;
    let scale = (cell.width() / page.width()).min(cell.height() / page.height());
    let scale = if (scale - 1.0).abs() < SAME { 1.0 } else { scale };
    let free = cell.width() - page.width() * scale;
    let x = match placed.spine {
        Some(Spine::Left) => cell.x0 - placed.creep,
        Some(Spine::Right) => cell.x0 + free + placed.creep,
        None => cell.x0 + free / 2.0,
    };
    let y = cell.y0 + (cell.height() - page.height() * scale) / 2.0;
    [scale, 0.0, 0.0, scale, x, y]
}

/// From the page's own coordinates to the upright page, its corner at 0, in pt.
fn upright(page: &Page) -> [f32; 6] {
    let (u, shown) = (page.unit, &page.shown);
    match page.turns {
        1 => [0.0, -u, u, 0.0, -u * shown.y0, u * shown.x1],
        2 => [-u, 0.0, 0.0, -u, u * shown.x1, u * shown.y1],
        3 => [0.0, u, -u, 0.0, u * shown.y1, -u * shown.x0],
        _ => [u, 0.0, 0.0, u, -u * shown.x0, -u * shown.y0],
    }
}
