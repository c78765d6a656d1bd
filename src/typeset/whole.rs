//! `helt(..)`: content whose pages stay known after what they were made of is given back.
//!
//! A spread is a few pages; what was remembered to compose them (each unit in each of its forms) is
//! fifty times as much, and Typst lets go of either by age alone. Here the pages are remembered
//! apart, so that a report of many spreads can give back the rest after each of them and still lay
//! none out twice.

use std::sync::atomic::{AtomicUsize, Ordering};

use typst::comemo::internal::{Cache, Input, Multi, memoize};
use typst::comemo::{Track, Tracked, TrackedMut, evict};
use typst::diag::{SourceResult, bail};
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{
    Args, Array, Content, Context, IntoValue, NativeElement, NativeFuncData, NativeFuncPtr, Packed,
    Reflect, Smart, StyleChain, Value,
};
use typst::introspection::{Introspector, Locator, LocatorLink, MetadataElem};
use typst::layout::{Abs, Axes, BlockElem, Fragment, Frame, FrameItem, Region, Regions, Rel};
use typst::utils::{LazyHash, Protected};
use typst::{Library, World};
use typst_layout::{layout_fragment, layout_frame};

use super::handover::paths;
use super::invisible;
use super::native::native;
use super::world::file_id;
use crate::text;

/// The function as layouts see it: `helt(krop, skitse: none, sider: 1)` is a block of the whole width
/// that goes on over as many pages as it takes. Where pages are only counted and it has a sketch, it
/// takes `sider` of them, with the sketch alone.
pub(super) static WHOLE: NativeFuncData = native(
    NativeFuncPtr(&whole),
    ("helt", "Helt"),
    "Content whose pages stay known after what they were made of is given back.",
    &Content::output,
    false,
);

/// All that such pages come of.
type Sources = Multi<(
    Tracked<'static, dyn World + 'static>,
    &'static LazyHash<Library>,
    Tracked<'static, dyn Introspector + 'static>,
    Tracked<'static, Traced>,
    TrackedMut<'static, Sink>,
    Tracked<'static, Route<'static>>,
    &'static Content,
    Tracked<'static, Locator<'static>>,
    StyleChain<'static>,
    Regions<'static>,
)>;

/// The pages. Not among what [`evict`] goes through: see [`forget`].
static PAGES: Cache<<Sources as Input<'static>>::Call, SourceResult<Fragment>> =
    Cache::new(Default::default);

/// How many ask that memory be given back meanwhile.
static THRIFTY: AtomicUsize = AtomicUsize::new(0);

/// Pages after which what they were made of is given back, for each thread: two spreads.
const PAGES_A_TURN: usize = 4;

/// Pages that were laid out while it was asked.
static DONE: AtomicUsize = AtomicUsize::new(0);

/// As long as it lives, what each of such contents was made of is given back when it is done.
#[must_use]
pub struct Thrift(());

impl Thrift {
    /// Begins to give back.
    pub fn begin() -> Self {
        THRIFTY.fetch_add(1, Ordering::Relaxed);
        Self(())
    }
}

impl Drop for Thrift {
    fn drop(&mut self) {
        THRIFTY.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Whether anyone asks that memory be given back.
pub(super) fn is_thrifty() -> bool {
    THRIFTY.load(Ordering::Relaxed) > 0
}

/// Drops the pages that as many calls of this had no use for.
pub(super) fn forget(calls: usize) {
    PAGES.evict(calls);
}

fn whole(_: &mut Engine<'_>, _: Tracked<'_, Context<'_>>, args: &mut Args) -> SourceResult<Value> {
    let span = args.span;
    let sketch: Option<Content> = args.named("skitse")?.unwrap_or_default();
    let count: usize = args.named("sider")?.unwrap_or(1);
    let body: Content = args.expect("body")?;
    args.take().finish()?;
    let kept: Array =
        [body.into_value(), sketch.into_value(), count.into_value()].into_iter().collect();
    let kept = Packed::new(MetadataElem::new(kept.into_value())).spanned(span);
    let none = Smart::Custom(Abs::zero().into());
    let block = BlockElem::multi_layouter(kept, fragment)
        .with_width(Smart::Custom(Rel::one()))
        .with_above(none)
        .with_below(none);
    Ok(block.pack().spanned(span).into_value())
}

fn fragment(
    kept: &Packed<MetadataElem>,
    engine: &mut Engine<'_>,
    locator: Locator<'_>,
    styles: StyleChain<'_>,
    regions: Regions<'_>,
) -> SourceResult<Fragment> {
    let Value::Array(parts) = &kept.value else { bail!(kept.span(), "{}", text!("cast-no-parts")) };
    let [Value::Content(body), sketch, Value::Int(count)] = parts.as_slice() else {
        bail!(kept.span(), "{}", text!("cast-no-parts"));
    };
    if let Value::Content(sketch) = sketch
        && is_counting(engine)
    {
        let first = Region::new(regions.size, Axes::splat(true));
        let first = layout_frame(engine, sketch, locator, styles, first)?;
        let others = regions.iter().skip(1).map(Frame::soft);
        let count = usize::try_from(*count).unwrap_or(1).max(1);
        return Ok(Fragment::frames(std::iter::once(first).chain(others).take(count).collect()));
    }
    pages(body, engine, locator, styles, regions)
}

/// Whether pages are only counted.
fn is_counting(engine: &Engine<'_>) -> bool {
    let mark = file_id(paths::SKETCH).and_then(|id| engine.world.file(id).ok());
    mark.is_some_and(|mark| !mark.is_empty())
}

fn pages(
    body: &Content,
    engine: &mut Engine<'_>,
    locator: Locator<'_>,
    styles: StyleChain<'_>,
    regions: Regions<'_>,
) -> SourceResult<Fragment> {
    let sources = Multi((
        engine.world,
        engine.library,
        engine.introspector.into_raw(),
        engine.traced,
        TrackedMut::reborrow_mut(&mut engine.sink),
        engine.route.track(),
        body,
        locator.track(),
        styles,
        regions,
    ));
    memoize(&PAGES, sources, &mut Default::default(), true, |sources| {
        let Multi((world, library, introspector, traced, sink, route, body, locator, styles, r)) =
            sources;
        let link = LocatorLink::new(locator);
        let introspector = Protected::from_raw(introspector);
        let route = Route::extend(route);
        let mut engine = Engine { world, library, introspector, traced, sink, route };
        let mut laid_out = layout_fragment(&mut engine, body, Locator::link(&link), styles, r)?;
        if is_thrifty() {
            give_back(&mut laid_out);
        }
        Ok(laid_out)
    })
}

/// Gives back what was remembered to lay these pages out; so seldom that what is being laid out
/// beside them keeps what it may still ask for.
fn give_back(pages: &mut Fragment) {
    for page in pages.iter_mut() {
        invisible::clean(page);
        compact(page);
    }
    let turn = PAGES_A_TURN * rayon::current_num_threads();
    let count = pages.len();
    let before = DONE.fetch_add(count, Ordering::Relaxed);
    if before / turn != (before + count) / turn {
        // A section of that many pages by itself asks for nothing of it again.
        evict(usize::from(count < turn));
    }
}

/// Gives back the room that a frame and those in it were given beyond what they hold: of a page's,
/// more than half.
fn compact(frame: &mut Frame) {
    // A frame that another one shares is copied before it is changed, with no room beyond.
    let shared = frame.clone();
    frame.retain(|item| {
        if let FrameItem::Group(group) = item {
            compact(&mut group.frame);
        }
        true
    });
    drop(shared);
}
