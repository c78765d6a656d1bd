//! `paaskrevet(..)`: a picture with texts over it, each standing by its point.
//!
//! Labels are single lines at places that the drawing has reckoned, so that they need shaping and
//! nothing else of what Typst does for a paragraph. They end up in the picture's own frame, inside
//! its tag.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustybuzz::{BufferFlags, GlyphBuffer, ShapePlan, UnicodeBuffer};
use typst::World;
use typst::comemo::Tracked;
use typst::diag::{At, SourceResult, bail};
use typst::engine::Engine;
use typst::foundations::{
    Args, Array, Bytes, Content, Context, IntoValue, NativeElement, NativeFuncData, NativeFuncPtr,
    Packed, Reflect, StyleChain, Value,
};
use typst::introspection::{Locator, MetadataElem};
use typst::layout::{Abs, BlockElem, Em, Frame, FrameItem, Point, Region};
use typst::syntax::Span;
use typst::text::{
    Font, FontInstance, FontStretch, FontStyle, FontVariant, FontVariations, FontWeight, Glyph,
    TextElem, TextItem,
};
use typst::visualize::{Color, Paint};

use super::native::native;
use crate::chart::{Anchor, Label};
use crate::text;

/// The function as layouts see it: `paaskrevet(billede, paaskrifter)`, with the texts as the bytes
/// of a JSON array of [`Label`].
pub(super) static LABELLED_PICTURE: NativeFuncData = native(
    NativeFuncPtr(&inscribed),
    ("paaskrevet", "Inscribed"),
    "A picture with texts over it.",
    &Content::output,
    false,
);

fn inscribed(
    _: &mut Engine<'_>,
    _: Tracked<'_, Context<'_>>,
    args: &mut Args,
) -> SourceResult<Value> {
    let span = args.span;
    let picture: Content = args.expect("picture")?;
    let labels: Bytes = args.expect("labels")?;
    args.take().finish()?;
    let parts: Array = [picture.into_value(), labels.into_value()].into_iter().collect();
    let parts = Packed::new(MetadataElem::new(parts.into_value())).spanned(span);
    Ok(BlockElem::single_layouter(parts, layout).pack().spanned(span).into_value())
}

fn layout(
    parts: &Packed<MetadataElem>,
    engine: &mut Engine<'_>,
    locator: Locator<'_>,
    styles: StyleChain<'_>,
    region: Region,
) -> SourceResult<Frame> {
    let parted = match &parts.value {
        Value::Array(array) => array.as_slice(),
        _ => &[],
    };
    let [Value::Content(picture), Value::Bytes(labels)] = parted else {
        bail!(parts.span(), "{}", text!("inscribed-no-picture"));
    };
    let labels: Vec<Label> = serde_json::from_slice(labels)
        .map_err(|error| text!("inscribed-no-texts", why = error.to_string()).to_string())
        .at(parts.span())?;
    let layout_frame = engine.library.routines.layout_frame;
    let mut frame = layout_frame(engine, picture, locator, styles, region)?;
    let mut fonts: BTreeMap<u16, Option<Font>> = BTreeMap::new();
    for label in &labels {
        let font = fonts.entry(label.vaegt).or_insert_with(|| font(label.vaegt, engine, styles));
        // A font that is missing is told of elsewhere.
        if let Some((at, item)) = font.as_ref().and_then(|font| set(label, font, styles)) {
            frame.push(at, FrameItem::Text(item));
        }
    }
    Ok(frame)
}

fn variant(weight: u16) -> FontVariant {
    FontVariant::new(FontStyle::Normal, FontWeight::from_number(weight), FontStretch::NORMAL)
}

/// The document's own type in a weight.
fn font(weight: u16, engine: &Engine<'_>, styles: StyleChain<'_>) -> Option<Font> {
    let book = engine.world.book();
    let families = styles.get_ref(TextElem::font).into_iter();
    let index = families.filter_map(|family| book.select(family.as_str(), variant(weight))).next();
    engine.world.font(index?)
}

/// A label, and where it begins.
fn set(label: &Label, font: &Font, styles: StyleChain<'_>) -> Option<(Point, TextItem)> {
    let size = Abs::pt(label.grad);
    let font = font.clone().instantiate(variant(label.vaegt), size, &FontVariations::default());
    let glyphs = glyphs(&label.tekst, &font);
    let width = glyphs.iter().map(|glyph| glyph.x_advance).sum::<Em>().at(size);
    let before = match label.anker {
        Anchor::Start => Abs::zero(),
        Anchor::Middle => width / 2.0,
        Anchor::End => width,
    };
    let item = TextItem {
        font,
        size,
        fill: Paint::Solid(label.farve.parse::<Color>().ok()?),
        stroke: None,
        lang: styles.get(TextElem::lang),
        region: styles.get(TextElem::region),
        text: label.tekst.as_str().into(),
        glyphs,
    };
    Some((Point::new(Abs::pt(label.x) - before, Abs::pt(label.y)), item))
}

/// Shapes a line with the font's own kerning and ligatures. Charts have many labels in common.
#[comemo::memoize]
fn glyphs(text: &str, font: &FontInstance) -> Vec<Glyph> {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    buffer.set_flags(BufferFlags::REMOVE_DEFAULT_IGNORABLES);
    let plan = plan(font, buffer.direction(), buffer.script());
    let shaped = rustybuzz::shape_with_plan(font.rusty(), &plan, buffer);
    let ends = ends(&shaped, text.len());
    let glyph = |((info, position), end): ((&rustybuzz::GlyphInfo, _), u16)| {
        let position: &rustybuzz::GlyphPosition = position;
        Glyph {
            id: u16::try_from(info.glyph_id).unwrap_or_default(),
            x_advance: font.to_em(position.x_advance),
            x_offset: font.to_em(position.x_offset),
            y_advance: font.to_em(position.y_advance),
            y_offset: font.to_em(position.y_offset),
            range: start(info)..end,
            span: (Span::detached(), 0),
        }
    };
    shaped.glyph_infos().iter().zip(shaped.glyph_positions()).zip(ends).map(glyph).collect()
}

fn start(info: &rustybuzz::GlyphInfo) -> u16 {
    u16::try_from(info.cluster).unwrap_or(u16::MAX)
}

/// Where the text of each glyph ends: where the next cluster begins, whichever way the line runs.
fn ends(shaped: &GlyphBuffer, length: usize) -> Vec<u16> {
    let mut starts: Vec<u16> = shaped.glyph_infos().iter().map(start).collect();
    starts.push(u16::try_from(length).unwrap_or(u16::MAX));
    starts.sort_unstable();
    let after = |at: u16| starts.get(starts.partition_point(|&other| other <= at)).copied();
    shaped.glyph_infos().iter().map(|info| after(start(info)).unwrap_or(u16::MAX)).collect()
}

/// What shaping prepares for a font; it depends on nothing of the text but its script.
#[comemo::memoize]
fn plan(
    font: &FontInstance,
    direction: rustybuzz::Direction,
    script: rustybuzz::Script,
) -> Arc<ShapePlan> {
    Arc::new(ShapePlan::new(font.rusty(), direction, Some(script), None, &[]))
}
