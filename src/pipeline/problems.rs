//! What is wrong with the data, a layout, a file or what was asked for.

use crate::finding::{Finding, Severity, Sources};

/// What is wrong, with the texts that the places point into.
#[derive(Debug, Default)]
pub struct Problems {
    /// The findings.
    pub findings: Vec<Finding>,
    /// The files.
    pub sources: Sources,
    /// Whether what was asked for is at fault (a wrong argument, a file that cannot be read) and not
    /// the data or a layout.
    pub misused: bool,
}

impl Problems {
    /// Findings with the texts that they point into.
    #[must_use]
    pub fn of(findings: Vec<Finding>, sources: Sources) -> Self {
        Self { findings, sources, misused: false }
    }

    /// The same, where what was asked for is at fault.
    #[must_use]
    pub fn misused(self) -> Self {
        Self { misused: true, ..self }
    }

    /// Whether one of them is an error that nobody has accepted.
    #[must_use]
    pub fn are_errors(&self) -> bool {
        self.findings.iter().any(|f| f.severity == Severity::Error && f.accepted.is_none())
    }
}

impl From<Vec<Finding>> for Problems {
    fn from(findings: Vec<Finding>) -> Self {
        Self::of(findings, Sources::default())
    }
}

impl From<Finding> for Problems {
    fn from(finding: Finding) -> Self {
        vec![finding].into()
    }
}
