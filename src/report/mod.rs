//! The report: its model, its loader, its checks and what can be computed from it.

pub mod carried;
pub mod check;
pub mod codes;
pub mod csv;
pub mod danish;
pub mod diff;
pub mod edit;
pub mod fields;
pub mod form;
pub mod gate;
pub mod handbook;
pub mod history;
pub mod insight;
pub mod load;
pub mod missing;
pub mod model;
pub mod new_year;
pub mod normal;
mod paper;
pub mod prose;
pub mod raw;
pub mod schema;
pub mod signs;
pub mod texts;
pub mod workbook;
