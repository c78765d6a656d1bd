//! `komponer(..)`: a spread composed as one thing.
//!
//! The layouts measure every unit of an indsats; here the measured heights, and nothing else, decide
//! how the units stand on the pages: which form each takes, which modules come along, where columns
//! and pages break. All that is possible is weighed by one stated penalty and the least is taken, as
//! optimal pagination does (Mittelbach, "A general framework for globally optimized pagination",
//! 2018; Piccoli, Oliveira and Manssour, doi 10.1007/s13173-012-0066-6). Same heights, same pages.

mod arrange;
mod combine;
mod mixer;
mod outline;
mod pages;
mod search;
mod setting;
mod spread;
mod task;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use serde::Deserialize;
use typst::comemo::Tracked;
use typst::diag::{At, SourceResult};
use typst::engine::Engine;
use typst::foundations::{
    Args, Context, Dict, IntoValue, NativeFuncData, NativeFuncPtr, Reflect, Value,
};

use super::native::native;
use crate::progress;
use crate::text;
pub use task::{Composed, Page, Segment, Task};

/// The function as layouts see it: `komponer(opgave)` gives the composed pages; see [`Task`] and
/// [`Composed`] for what goes in and comes out.
pub(super) static COMPOSE: NativeFuncData = native(
    NativeFuncPtr(&native_compose),
    ("komponer", "Komponér"),
    "The pages of a spread, composed from the heights of its units.",
    &Dict::output,
    false,
);

fn native_compose(
    _: &mut Engine<'_>,
    _: Tracked<'_, Context<'_>>,
    args: &mut Args,
) -> SourceResult<Value> {
    let span = args.span;
    let task: Dict = args.expect("task")?;
    args.take().finish()?;
    let wrong =
        |error: serde_json::Error| text!("compose-unread", why = error.to_string()).to_string();
    let json = serde_json::to_value(task.into_value()).map_err(wrong).at(span)?;
    let task: Task = serde_json::from_value(json).map_err(wrong).at(span)?;
    let composed = serde_json::to_value(&*compose(&task)).map_err(wrong).at(span)?;
    Value::deserialize(composed).map_err(wrong).at(span)
}

/// The pages with the least penalty. A task that was solved before is not solved again.
#[must_use]
#[typst::comemo::memoize]
pub fn compose(task: &Task) -> Arc<Composed> {
    let best = Arc::new(search::best(task));
    progress::one();
    best
}
