//! Contrast of all text, measured on the pages as they are drawn (WCAG 2.2, 1.4.3).

use std::collections::BTreeMap;

use rayon::prelude::*;
use tiny_skia::Pixmap;
use typst::layout::{Frame, FrameItem, Transform};
use typst::text::TextItem;
use typst::utils::Scalar;
use typst::visualize::Paint;
use typst_layout::Page;
use typst_render::RenderOptions;

/// Pixels a pt.
const ZOOM: f64 = 2.0;
/// Least contrast of text, and of text from 18 pt on or bold from 14 pt on.
const LEAST: [f64; 2] = [4.5, 3.0];

type Rgb = [u8; 3];

/// Text that does not stand out from what it stands on.
fn faint(number: usize, page: &Page) -> Vec<String> {
    let options = RenderOptions { pixel_per_pt: Scalar::new(ZOOM), render_bleed: false };
    let picture = typst_render::render(page, &options);
    let mut found = Vec::new();
    walk(&page.frame, Transform::identity(), &mut |item, ts| {
        found.extend(judged(item, ts, &picture).map(|told| format!("page {number}: {told}")));
    });
    found
}

fn walk(frame: &Frame, ts: Transform, look: &mut impl FnMut(&TextItem, Transform)) {
    for (pos, item) in frame.items() {
        let here = ts.pre_concat(Transform::translate(pos.x, pos.y));
        match item {
            FrameItem::Group(group) => {
                // What is only heard is clipped away.
                let seen =
                    group.clip.as_ref().is_none_or(|clip| clip.bbox(None).size().x.to_pt() > 0.01);
                if seen {
                    walk(&group.frame, here.pre_concat(group.transform), look);
                }
            }
            FrameItem::Text(text) if !text.text.trim().is_empty() => look(text, here),
            _ => {}
        }
    }
}

fn judged(item: &TextItem, ts: Transform, picture: &Pixmap) -> Option<String> {
    let Paint::Solid(fill) = &item.fill else { return None };
    let fill = fill.to_vec4_u8();
    let ink = item.bbox();
    let (a, b) = (ink.min.transform(ts), ink.max.transform(ts));
    let ground = ground(picture, [a.x.to_pt(), a.y.to_pt(), b.x.to_pt(), b.y.to_pt()])?;
    let ratio = ratio([fill[0], fill[1], fill[2]], ground);
    let size = item.size.to_pt() * ts.sy.get().abs().max(ts.ky.get().abs());
    let large = size >= 18.0 || size >= 14.0 && item.font.info().variant.weight.to_number() >= 600;
    let text: String = item.text.chars().take(40).collect();
    (ratio < LEAST[usize::from(large)])
        .then(|| format!("{ratio:.2}:1 at {size:.1} pt, {fill:?} on {ground:?}: {text}"))
}

/// The most frequent colour right around a rectangle, pt; none off the page.
fn ground(picture: &Pixmap, [x0, y0, x1, y1]: [f64; 4]) -> Option<Rgb> {
    let pixel = |value: f64| (value * ZOOM).round() as i64;
    let (left, right) = (pixel(x0.min(x1)) - 2, pixel(x0.max(x1)) + 2);
    let (top, bottom) = (pixel(y0.min(y1)) - 2, pixel(y0.max(y1)) + 2);
    let across = (left..=right).flat_map(|x| [(x, top), (x, bottom)]);
    let down = (top..=bottom).flat_map(|y| [(left, y), (right, y)]);
    let mut counts: BTreeMap<Rgb, usize> = BTreeMap::new();
    for (x, y) in across.chain(down) {
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { continue };
        if let Some(pixel) = picture.pixel(x, y) {
            let pixel = pixel.demultiply();
            *counts.entry([pixel.red(), pixel.green(), pixel.blue()]).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).map(|(colour, _)| colour)
}

/// Contrast of two colours (WCAG 2.2, relative luminance).
fn ratio(one: Rgb, other: Rgb) -> f64 {
    let linear = |step: u8| {
        let value = f64::from(step) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
    };
    let light = |[r, g, b]: Rgb| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    let (a, b) = (light(one), light(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn all_text_stands_out_from_its_ground() {
    let (_, typeset) = super::typeset(&crate::cli::repo().join("tests/fixtures/2024"));
    let pages: Vec<_> = (1..).zip(typeset.document.pages()).collect();
    let found: Vec<String> =
        pages.par_iter().flat_map_iter(|(number, page)| faint(*number, page)).collect();
    assert!(found.is_empty(), "{}", found[..found.len().min(20)].join("\n"));
}

#[test]
fn contrast_is_as_the_guidelines_count_it() {
    assert!((ratio([0, 0, 0], [255, 255, 255]) - 21.0).abs() < 0.01);
    assert!((ratio([0xd0, 0x7c, 0x08], [255, 255, 255]) - 3.2).abs() < 0.05);
}
