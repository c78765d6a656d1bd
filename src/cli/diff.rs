//! `sats diff`.

use super::{Stop, not_built};

pub(super) fn run() -> Result<(), Stop> {
    Err(not_built("the comparison of two data sets"))
}
