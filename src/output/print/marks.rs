//! Printer's marks: crop and registration marks and colour bars, all outside the bleed.

use super::profile::Marks;
use super::slug;
use crate::output::pdf::boxes::{MM, Rect};
use crate::output::pdf::numbers::push_op;
use crate::typeset::built_in_face;

/// Name of the registration colour in the pages' resources.
pub(super) const ALL: &str = "all";

/// From the bleed to the marks, mm.
const GAP: f32 = 2.0;
/// Length of a crop mark, and height of the strip for marks, mm.
const LENGTH: f32 = 5.0;
/// Side of a colour bar's field, mm.
const FIELD: f32 = 5.0;
/// Line width, pt.
const LINE: f32 = 0.25;
/// Control point of a quarter circle.
const KAPPA: f32 = 0.552_285;

/// The sheet around a page with marks.
pub(super) fn media(bleed: &Rect) -> Rect {
    let around = (GAP + LENGTH + 1.0) * MM;
    bleed.grown(around, around, around, around)
}

/// The marks as an artifact: no reader speaks them.
pub(super) fn content(trim: &Rect, bleed: &Rect, marks: Marks, slug: &str) -> Vec<u8> {
    let mut out = Vec::new();
    out.extend_from_slice(b"/Artifact BMC\nq\n");
    out.extend_from_slice(format!("/{ALL} CS\n1 SCN\n/{ALL} cs\n1 scn\n").as_bytes());
    push_op(&mut out, &[LINE], "w");
    if marks.skaeremaerker {
        crop(&mut out, trim, bleed);
    }
    if marks.pasmaerker {
        registration(&mut out, bleed);
    }
    // Left below the page, from the crop marks to the registration mark in the middle.
    let from = (bleed.x0 + 10.0 * MM, bleed.y0 - (GAP + LENGTH / 2.0) * MM);
    let most = f32::midpoint(bleed.x0, bleed.x1) - (LENGTH / 2.0 + GAP) * MM - from.0;
    out.extend(slug::words(built_in_face(), slug, from, most));
    if marks.farvebjaelker {
        bars(&mut out, bleed);
    }
    out.extend_from_slice(b"Q\nEMC\n");
    out
}

fn line(out: &mut Vec<u8>, from: (f32, f32), to: (f32, f32)) {
    push_op(out, &[from.0, from.1], "m");
    push_op(out, &[to.0, to.1], "l");
    out.extend_from_slice(b"S\n");
}

/// Two lines at each corner of the trim, from the gap outwards.
fn crop(out: &mut Vec<u8>, trim: &Rect, bleed: &Rect) {
    let (near, far) = (GAP * MM, (GAP + LENGTH) * MM);
    for x in [trim.x0, trim.x1] {
        line(out, (x, bleed.y0 - near), (x, bleed.y0 - far));
        line(out, (x, bleed.y1 + near), (x, bleed.y1 + far));
    }
    for y in [trim.y0, trim.y1] {
        line(out, (bleed.x0 - near, y), (bleed.x0 - far, y));
        line(out, (bleed.x1 + near, y), (bleed.x1 + far, y));
    }
}

/// A cross in a circle at the middle of each side.
fn registration(out: &mut Vec<u8>, bleed: &Rect) {
    let away = (GAP + LENGTH / 2.0) * MM;
    let (middle_x, middle_y) =
        (f32::midpoint(bleed.x0, bleed.x1), f32::midpoint(bleed.y0, bleed.y1));
    for (x, y) in [
        (middle_x, bleed.y0 - away),
        (middle_x, bleed.y1 + away),
        (bleed.x0 - away, middle_y),
        (bleed.x1 + away, middle_y),
    ] {
        let arm = LENGTH / 2.0 * MM;
        line(out, (x - arm, y), (x + arm, y));
        line(out, (x, y - arm), (x, y + arm));
        circle(out, x, y, arm * 0.6);
    }
}

fn circle(out: &mut Vec<u8>, x: f32, y: f32, r: f32) {
    let k = r * KAPPA;
    push_op(out, &[x + r, y], "m");
    for [a, b, c, d, e, f] in [
        [r, k, k, r, 0.0, r],
        [-k, r, -r, k, -r, 0.0],
        [-r, -k, -k, -r, 0.0, -r],
        [k, -r, r, -k, r, 0.0],
    ] {
        push_op(out, &[x + a, y + b, x + c, y + d, x + e, y + f], "c");
    }
    out.extend_from_slice(b"s\n");
}

/// Full and half ink of each colour and a grey of three inks, left above the page.
fn bars(out: &mut Vec<u8>, bleed: &Rect) {
    let side = FIELD * MM;
    let y = bleed.y1 + GAP * MM;
    let full =
        [[1.0, 0.0, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0], [0.0, 0.0, 0.0, 1.0]];
    let half = full.map(|ink| ink.map(|value| value / 2.0));
    // Grey balance of ISO 12647-2 at half tone.
    let grey = [[0.5, 0.4, 0.4, 0.0]];
    let start = bleed.x0 + 10.0 * MM;
    for (at, ink) in (0_u8..).zip(full.into_iter().chain(half).chain(grey)) {
        push_op(out, &ink, "k");
        push_op(out, &[start + f32::from(at) * side, y, side, side], "re");
        out.extend_from_slice(b"f\n");
    }
}
