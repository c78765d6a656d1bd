//! `anker(..)` and `sted(..)`: places to link to that are known before anything is laid out.
//!
//! A link to a label is laid out twice: Typst must first find where the label is. A place has its
//! location by its name alone, and the export looks it up when all is done.

use std::sync::LazyLock;

use typst::comemo::Tracked;
use typst::diag::SourceResult;
use typst::engine::Engine;
use typst::foundations::{
    Args, CastInfo, Content, Context, IntoValue, NativeElement, NativeFuncData, NativeFuncPtr,
    Reflect, Scope, Str, Value,
};
use typst::introspection::{Location, MetadataElem};
use typst::utils::hash128;

/// As layouts see it: `anker(navn)` is content that shows nothing, at the place of this name.
pub(super) static ANKER: NativeFuncData = NativeFuncData {
    function: NativeFuncPtr(&anchor),
    name: "anker",
    title: "Anker",
    docs: "A place to link to, by name.",
    def_site: None,
    keywords: &[],
    contextual: false,
    scope: LazyLock::new(&Scope::new),
    params: LazyLock::new(&Vec::new),
    returns: LazyLock::new(&|| Content::output()),
};

/// As layouts see it: `sted(navn)` is where the place of this name is, for a link.
pub(super) static STED: NativeFuncData = NativeFuncData {
    function: NativeFuncPtr(&place),
    name: "sted",
    title: "Sted",
    docs: "Where the place of a name is.",
    def_site: None,
    keywords: &[],
    contextual: false,
    scope: LazyLock::new(&Scope::new),
    params: LazyLock::new(&Vec::new),
    returns: LazyLock::new(&|| CastInfo::Any),
};

fn anchor(_: &mut Engine<'_>, _: Tracked<'_, Context<'_>>, args: &mut Args) -> SourceResult<Value> {
    let span = args.span;
    let location = named(args)?;
    let mut anchor = MetadataElem::new(Value::None).pack().spanned(span);
    anchor.set_location(location);
    Ok(anchor.into_value())
}

fn place(_: &mut Engine<'_>, _: Tracked<'_, Context<'_>>, args: &mut Args) -> SourceResult<Value> {
    Ok(named(args)?.into_value())
}

fn named(args: &mut Args) -> SourceResult<Location> {
    let name: Str = args.expect("name")?;
    args.take().finish()?;
    Ok(Location::new(hash128(&(STED.name, name))))
}
