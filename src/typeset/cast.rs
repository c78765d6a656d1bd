//! `stoebt(..)`: content that is laid out once, however often layouts measure and place it.
//!
//! Copyfitting measures everything before it is set. Typst would lay it out anew where it is set,
//! for the results that it remembers are told apart by the place of an element in the document.
//! Cast content has a place of its own, got from the context and a key, and keeps the styles and
//! the width that it was cast with; so measuring and placing ask for the same result.

use std::sync::LazyLock;

use typst::comemo::Tracked;
use typst::diag::{At, SourceResult};
use typst::engine::Engine;
use typst::foundations::{
    Args, Array, CastInfo, Content, Context, IntoValue, NativeElement, NativeFuncData,
    NativeFuncPtr, Packed, Reflect, Resolve, Scope, Str, StyleChain, Styles, Value,
};
use typst::introspection::{Location, Locator, MetadataElem};
use typst::layout::{Abs, Axes, BlockElem, Frame, Length, Region, Size};
use typst::utils::hash128;

/// The function as layouts see it: `stoebt(nøgle, bredde, krop)`. Needs context. The key tells the
/// casts of one context apart.
pub(super) static STOEBT: NativeFuncData = NativeFuncData {
    function: NativeFuncPtr(&cast),
    name: "stoebt",
    title: "Støbt",
    docs: "Content that is laid out once, at a width, however often it is measured and placed.",
    def_site: None,
    keywords: &[],
    contextual: true,
    scope: LazyLock::new(&Scope::new),
    params: LazyLock::new(&Vec::new),
    returns: LazyLock::new(&returns),
};

fn returns() -> CastInfo {
    Content::output()
}

fn cast(
    _: &mut Engine<'_>,
    context: Tracked<'_, Context<'_>>,
    args: &mut Args,
) -> SourceResult<Value> {
    let span = args.span;
    let key: Str = args.expect("key")?;
    let width: Length = args.expect("width")?;
    let body: Content = args.expect("body")?;
    args.take().finish()?;
    let styles = context.styles().at(span)?;
    let here = context.location().at(span)?;
    let width = Length::from(width.resolve(styles));
    let kept: Array = [body.into_value(), kept_styles(styles).into_value(), width.into_value()]
        .into_iter()
        .collect();
    let mut kept = Packed::new(MetadataElem::new(kept.into_value())).spanned(span);
    kept.set_location(Location::new(hash128(&(here, key))));
    Ok(BlockElem::single_layouter(kept, lay_out).pack().spanned(span).into_value())
}

/// The styles of a context, one copy for all its casts: a copy of a show rule's pattern would be
/// prepared for searching anew.
#[comemo::memoize]
fn kept_styles(styles: StyleChain<'_>) -> Styles {
    styles.to_map()
}

/// Lays cast content out; Typst remembers the result by what was kept.
fn lay_out(
    kept: &Packed<MetadataElem>,
    engine: &mut Engine<'_>,
    outer: Locator<'_>,
    _: StyleChain<'_>,
    region: Region,
) -> SourceResult<Frame> {
    let Value::Array(parts) = &kept.value else { return Ok(Frame::soft(region.size)) };
    let [Value::Content(body), Value::Styles(styles), Value::Length(width)] = parts.as_slice()
    else {
        return Ok(Frame::soft(region.size));
    };
    let locator = kept.location().map_or(outer, Locator::synthesize);
    (engine.library.routines.layout_frame)(
        engine,
        body,
        locator,
        StyleChain::new(styles),
        Region::new(Size::new(width.abs, Abs::inf()), Axes::new(true, false)),
    )
}
