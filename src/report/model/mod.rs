//! The report's model: what can be said, and nothing else. Every key is the report's own
//! Danish word in ASCII; unknown keys are refused.

mod blok;
mod indsats;
mod rapport;
mod tabel;
mod vaerdi;

pub use blok::*;
pub use indsats::*;
pub use rapport::*;
pub use tabel::*;
pub use vaerdi::*;

use serde::Serialize;

/// One year's report, all references resolvable (the loader has checked them).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// Front matter, insights, shared texts.
    pub rapport: Rapport,
    /// Departments.
    pub forvaltninger: Vec<Forvaltning>,
    /// Focus areas.
    pub fagprincipper: Vec<Fagprincip>,
    /// Districts.
    pub bydele: Vec<Bydel>,
    /// The indsatser in the order of their spreads.
    pub indsatser: Vec<Indsats>,
}
