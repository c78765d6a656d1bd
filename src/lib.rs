//! sats: structured report data into print-ready PDF.

pub mod chart;
pub mod cli;
pub mod finding;
pub mod output;
pub mod pipeline;
pub mod preview;
pub mod report;
pub mod theme;
pub mod typeset;
