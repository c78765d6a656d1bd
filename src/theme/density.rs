//! Densities, and what no density may go below.

use serde::Deserialize;

use super::{FILE, Grade, Theme, codes};
use crate::finding::{Finding, Place};
use crate::text;

/// Type of a density; layouts read more of it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Density {
    /// Name.
    pub navn: String,
    /// Body text.
    pub broed: Grade,
    /// Notes.
    pub note: Grade,
}

/// Limits of copyfitting.
#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Smallest body text, pt.
    #[serde(default)]
    pub broed: f64,
    /// Smallest notes, pt.
    #[serde(default)]
    pub note: f64,
    /// Least line height over size.
    #[serde(default)]
    pub linjeafstand: f64,
}

impl Theme {
    /// Densities whose type or lines are smaller than the theme's own limits.
    pub(super) fn density_faults(&self) -> Vec<Finding> {
        let file = Place { file: FILE.into(), range: 0..0, field: None };
        let mut findings = Vec::new();
        for density in &self.taethed {
            let limits = [("broed", density.broed, self.graense.broed)];
            let limits = limits.into_iter().chain([("note", density.note, self.graense.note)]);
            for (role, grade, least) in limits {
                let lines = grade.linje / grade.grad >= self.graense.linjeafstand;
                if grade.grad < least || !lines {
                    let name = format!("{} ({})", role, density.navn);
                    findings.push(
                        Finding::error(codes::GRADE.code, text!("theme-grade", name = name))
                            .at(file.clone())
                            .hint(text!("theme-limit-hint")),
                    );
                }
            }
        }
        findings
    }
}
