//! `stoebt(..)`: content that is laid out once, measured and placed.
//!
//! Copyfitting measures everything before it is set. Typst would lay it out anew where it is set,
//! for the results that it remembers are told apart by the place of an element in the document.
//! Cast content has a place of its own, got from a key, and keeps the styles and the width that it
//! was cast with; so measuring and placing ask for the same result, and so does the next compile of
//! a preview where something else on the spread has changed.

use std::hash::{Hash, Hasher};

use typst::comemo::Tracked;
use typst::diag::{At, SourceResult, bail};
use typst::engine::Engine;
use typst::foundations::{
    Args, Array, Content, Context, Dict, IntoValue, NativeElement, NativeFuncData, NativeFuncPtr,
    Packed, Property, Reflect, Resolve, Str, Style, StyleChain, Styles, Value, dict,
};
use typst::introspection::{Location, Locator, MetadataElem};
use typst::layout::{Abs, Axes, BlockElem, Frame, Length, PageElem, Region, Size};
use typst::model::DocumentElem;
use typst::utils::{LazyHash, hash128};

use super::native::native;
use crate::text;

/// The function as layouts see it: `stoebt(nøgle, bredde, krop)` gives the cast content `krop` and
/// its height `hoejde`. Needs context. The key is of this content alone.
pub(super) static LAYOUT_ONCE: NativeFuncData = native(
    NativeFuncPtr(&cast),
    ("stoebt", "Cast"),
    "Content that is laid out once, at a width: with its height, to be placed as it is.",
    &Dict::output,
    true,
);

fn cast(
    engine: &mut Engine<'_>,
    context: Tracked<'_, Context<'_>>,
    args: &mut Args,
) -> SourceResult<Value> {
    let span = args.span;
    let key: Str = args.expect("key")?;
    let width: Length = args.expect("width")?;
    let body: Content = args.expect("body")?;
    args.take().finish()?;
    let styles = context.styles().at(span)?;
    let width = Length::from(width.resolve(styles));
    let styles = kept_styles(Kept::of(styles));
    let kept: Array =
        [body.into_value(), styles.into_value(), width.into_value()].into_iter().collect();
    let mut kept = Packed::new(MetadataElem::new(kept.into_value())).spanned(span);
    kept.set_location(Location::new(hash128(&(LAYOUT_ONCE.name, key))));
    let height = frame(&kept, engine)?.height();
    let body = BlockElem::single_layouter(kept, |kept, engine, _, _, _| frame(kept, engine));
    Ok(dict! { "krop" => body.pack().spanned(span), "hoejde" => height }.into_value())
}

/// The styles of a context, without what concerns the page or the whole document: so all spreads
/// share one copy (a copy of a show rule's pattern is prepared for searching anew), and a short one
/// (Typst looks through all of it for every property of every piece of text).
struct Kept<'a> {
    chain: StyleChain<'a>,
    hash: u128,
}

impl<'a> Kept<'a> {
    fn of(chain: StyleChain<'a>) -> Self {
        let mut kept = Self { chain, hash: 0 };
        kept.hash = hash128(&kept.styles().collect::<Vec<_>>());
        kept
    }

    /// From the innermost to the outermost.
    fn styles(&self) -> impl Iterator<Item = &'a LazyHash<Style>> {
        let outside = |property: &Property| {
            property.is_of(PageElem::ELEM) || property.is_of(DocumentElem::ELEM)
        };
        self.chain.entries().filter(move |style| !style.property().is_some_and(outside))
    }
}

impl Hash for Kept<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.hash.hash(state);
    }
}

#[comemo::memoize]
fn kept_styles(kept: Kept<'_>) -> Styles {
    let mut styles = Styles::new();
    let all: Vec<_> = kept.styles().collect();
    for style in all.into_iter().rev() {
        styles.push((**style).clone());
    }
    styles
}

/// Lays cast content out; Typst remembers the result by what was kept.
fn frame(kept: &Packed<MetadataElem>, engine: &mut Engine<'_>) -> SourceResult<Frame> {
    let (Value::Array(parts), Some(location)) = (&kept.value, kept.location()) else {
        bail!(kept.span(), "{}", text!("cast-no-place"));
    };
    let [Value::Content(body), Value::Styles(styles), Value::Length(width)] = parts.as_slice()
    else {
        bail!(kept.span(), "{}", text!("cast-no-parts"));
    };
    let layout_frame = engine.library.routines.layout_frame;
    let room = Region::new(Size::new(width.abs, Abs::inf()), Axes::new(true, false));
    layout_frame(engine, body, Locator::synthesize(location), StyleChain::new(styles), room)
}
