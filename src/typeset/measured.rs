//! `udmaal(..)`: how much room content takes, whatever the document is.
//!
//! Typst's own measuring looks in the document that was laid out the time before for what the measured
//! content may ask of it: whatever measures is laid out at least twice. Nothing that layouts measure
//! asks anything, and what is measured once is known wherever it is measured again.

use typst::comemo::Tracked;
use typst::diag::{At, SourceResult};
use typst::engine::Engine;
use typst::foundations::{
    Args, Content, Context, Dict, IntoValue, NativeFuncData, NativeFuncPtr, Reflect, Resolve,
    Smart, Value, dict,
};
use typst::introspection::{Location, Locator};
use typst::layout::{Abs, Axes, Length, Region};
use typst::utils::hash128;

use super::native::native;

/// The function as layouts see it: `udmaal(krop, bredde: auto)` gives the `width` and `height` of
/// content at a width, or as wide as it likes. Needs context.
pub(super) static MEASURE: NativeFuncData = native(
    NativeFuncPtr(&measure),
    ("udmaal", "Udmaal"),
    "The width and height of content.",
    &Dict::output,
    true,
);

fn measure(
    engine: &mut Engine<'_>,
    context: Tracked<'_, Context<'_>>,
    args: &mut Args,
) -> SourceResult<Value> {
    let span = args.span;
    let width: Smart<Length> = args.named("bredde")?.unwrap_or(Smart::Auto);
    let body: Content = args.expect("body")?;
    args.take().finish()?;
    let styles = context.styles().at(span)?;
    let room = Axes::new(width.resolve(styles).unwrap_or(Abs::inf()), Abs::inf());
    let nowhere = Locator::synthesize(Location::new(hash128(MEASURE.name)));
    let layout_frame = engine.library.routines.layout_frame;
    let region = Region::new(room, Axes::splat(false));
    let size = layout_frame(engine, &body, nowhere, styles, region)?.size();
    Ok(dict! { "width" => size.x, "height" => size.y }.into_value())
}
