//! Bounds of work and memory, so that a hostile file costs no more than an honest large one.

use crate::limits;

use std::sync::atomic::{AtomicI64, Ordering};

/// Largest file.
pub(super) const MOST_BYTES: usize = limits::PDF_FILE;
/// Largest decoded stream.
pub(super) const MOST_DECODED: usize = limits::PDF_STREAM;
/// Most pages.
pub(super) const MOST_PAGES: usize = limits::PDF_PAGES;
/// Deepest nesting of forms in forms, and of arrays in content.
pub(super) const DEEPEST: usize = limits::PDF_DEPTH;

/// What may still be spent, over all pages.
#[derive(Debug)]
pub(super) struct Budget {
    operators: AtomicI64,
    pixels: AtomicI64,
    decoded: AtomicI64,
}

impl Budget {
    /// Some ten times what a report of 500 pages takes.
    pub(super) fn new() -> Self {
        Self {
            operators: AtomicI64::new(20_000_000),
            pixels: AtomicI64::new(2_000_000_000),
            decoded: AtomicI64::new(4 << 30),
        }
    }

    /// One operator or glyph; whether there was one left.
    pub(super) fn operator(&self) -> bool {
        spend(&self.operators, 1)
    }

    /// A form or pattern, which costs far more than an operator.
    pub(super) fn form(&self) -> bool {
        spend(&self.operators, 200)
    }

    /// Pixels of the ink planes.
    pub(super) fn pixels(&self, count: usize) -> bool {
        spend(&self.pixels, count)
    }

    /// Decoded bytes.
    pub(super) fn decoded(&self, count: usize) -> bool {
        spend(&self.decoded, count)
    }
}

fn spend(left: &AtomicI64, count: usize) -> bool {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    left.fetch_sub(count, Ordering::Relaxed) >= count
}
