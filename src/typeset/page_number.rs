//! `sidetal(..)`: on which page a place stands, known before anything is laid out.
//!
//! Typst's own way is to ask the document that was laid out the time before: everything that names
//! a page is laid out twice, which in this report is every spread. Here the numbers stand in virtual
//! files, one for each place: first as they are guessed or were the last time; where they turn out
//! otherwise, the pages that name them are laid out again ([`super::Typesetter::compile_once`]).

use typst::World;
use typst::comemo::Tracked;
use typst::diag::SourceResult;
use typst::engine::Engine;
use typst::foundations::{
    Args, Context, IntoValue, Label, NativeFuncData, NativeFuncPtr, Reflect, Selector, Str, Value,
};
use typst::introspection::Introspector;
use typst::utils::PicoStr;

use super::PagedDocument;
use super::handover::paths;
use super::native::native;
use super::world::file_id;

/// As layouts see it: `sidetal(navn)` is the number of the page that the label `navn` stands on, as
/// text; none where the document has no such label.
pub(super) static PAGE_NUMBER: NativeFuncData = native(
    NativeFuncPtr(&number),
    ("sidetal", "Sidetal"),
    "The number of the page that a place stands on.",
    &Option::<Str>::output,
    false,
);

fn number(
    engine: &mut Engine<'_>,
    _: Tracked<'_, Context<'_>>,
    args: &mut Args,
) -> SourceResult<Value> {
    let name: Str = args.expect("name")?;
    args.take().finish()?;
    let file = file_id(&paths::page_number(&name)).and_then(|id| engine.world.file(id).ok());
    let number = file.filter(|bytes| !bytes.is_empty()).and_then(|bytes| bytes.to_str().ok());
    Ok(number.into_value())
}

/// Number of the page that a label stands on.
pub(super) fn of(document: &PagedDocument, name: &str) -> Option<u64> {
    let introspector = document.introspector();
    let label = Label::new(PicoStr::intern(name))?;
    let found = introspector.query(&Selector::Label(label));
    let position = introspector.position(found.first()?.location()?)?;
    document.pages().get(position.page.get() - 1).map(|page| page.number)
}
