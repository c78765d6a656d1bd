//! sats: structured report data into print-ready PDF.

pub mod report;
