//! sats: structured report data into print-ready PDF.

pub mod finding;
pub mod theme;
pub mod report;
