//! `anker(..)` and `henvist(..)`: places to link to that are known before anything is laid out.
//!
//! Typst's own link is laid out twice: it must first find its target, and on which page that is, for
//! its alt text. A place has its location by its name alone, and the export looks it up when all is
//! done.

use typst::comemo::Tracked;
use typst::diag::SourceResult;
use typst::engine::Engine;
use typst::foundations::{
    Args, Content, Context, IntoValue, NativeElement, NativeFuncData, NativeFuncPtr, Reflect, Str,
    Value,
};
use typst::introspection::{Location, MetadataElem};
use typst::model::Destination;
use typst::utils::hash128;

use super::native::native;

/// As layouts see it: `anker(navn)` is content that shows nothing, at the place of this name.
pub(super) static ANCHOR: NativeFuncData = native(
    NativeFuncPtr(&anchor),
    ("anker", "Anker"),
    "A place to link to, by name.",
    &Content::output,
    false,
);

/// As layouts see it: `henvist(navn, alt, krop)` is content that leads to the place of this name;
/// `alt` says where that is, for who does not see it.
pub(super) static LINKED: NativeFuncData = native(
    NativeFuncPtr(&referred),
    ("henvist", "Henvist"),
    "Content that leads to the place of a name.",
    &Content::output,
    false,
);

fn anchor(_: &mut Engine<'_>, _: Tracked<'_, Context<'_>>, args: &mut Args) -> SourceResult<Value> {
    let span = args.span;
    let location = named(args)?;
    args.take().finish()?;
    let mut anchor = MetadataElem::new(Value::None).pack().spanned(span);
    anchor.set_location(location);
    Ok(anchor.into_value())
}

fn referred(
    _: &mut Engine<'_>,
    _: Tracked<'_, Context<'_>>,
    args: &mut Args,
) -> SourceResult<Value> {
    let location = named(args)?;
    let alt: Str = args.expect("alt text")?;
    let body: Content = args.expect("body")?;
    args.take().finish()?;
    Ok(body.linked(Destination::Location(location), Some(alt.into())).into_value())
}

fn named(args: &mut Args) -> SourceResult<Location> {
    let name: Str = args.expect("name")?;
    Ok(Location::new(hash128(&(ANCHOR.name, name))))
}
