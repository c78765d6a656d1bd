//! `sats new`: the next year's data, from this year's.

use super::{Stop, not_built};

pub(super) fn run() -> Result<(), Stop> {
    Err(not_built("the start of a new year"))
}
