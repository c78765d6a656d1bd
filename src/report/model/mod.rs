//! The report's model: what can be said, and nothing else. Every key is the report's own
//! Danish word in ASCII; unknown keys are refused.

mod blok;
mod eget;
mod forord;
mod indsats;
mod ordliste;
mod rapport;
mod registre;
mod tabel;
mod value;

pub use blok::*;
pub use eget::*;
pub use forord::*;
pub use indsats::*;
pub use ordliste::*;
pub use rapport::*;
pub use registre::*;
pub use tabel::*;
pub use value::*;

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
    /// What lies inside the city and is no part of it.
    pub enklaver: Vec<Enklave>,
    /// Abbreviations, registers, and terms with one form.
    pub ordliste: Ordliste,
    /// The indsatser in the order of their spreads.
    pub indsatser: Vec<Indsats>,
}

impl Report {
    /// Every abbreviation that the report explains, in Danish alphabetical order: those of
    /// `ordliste.toml`, and the forvaltninger with their codes.
    #[must_use]
    pub fn abbreviations(&self) -> Vec<Forkortelse> {
        let forvaltning = |f: &Forvaltning| Forkortelse {
            forkortelse: f.kode.clone(),
            navn: f.navn.clone(),
            forklaring: None,
            kilde: None,
        };
        let mut all: Vec<Forkortelse> = self.forvaltninger.iter().map(forvaltning).collect();
        all.extend(self.ordliste.begreb.iter().cloned());
        all.sort_by_cached_key(|b| crate::report::danish::alphabetical(&b.forkortelse));
        all
    }

    /// Bydele by name with their prepositions, as a sentence has them: `i Valby og Vanløse og på
    /// Østerbro`.
    #[must_use]
    pub fn steder<S: AsRef<str>>(&self, names: &[S]) -> String {
        let ord = |name: &str| {
            let bydel = self.bydele.iter().find(|b| b.is_named(name));
            bydel.map_or(Forholdsord::default(), |b| b.forholdsord)
        };
        let groups = [Forholdsord::I, Forholdsord::Paa].map(|forholdsord| {
            let names: Vec<&str> =
                names.iter().map(AsRef::as_ref).filter(|n| ord(n) == forholdsord).collect();
            (!names.is_empty())
                .then(|| format!("{} {}", forholdsord.ord(), crate::report::danish::liste(&names)))
        });
        groups.into_iter().flatten().collect::<Vec<_>>().join(" og ")
    }

    /// Name of a forvaltning, or its code where the report does not know it.
    #[must_use]
    pub fn forvaltning<'a>(&'a self, kode: &'a str) -> &'a str {
        self.forvaltninger.iter().find(|f| f.kode == kode).map_or(kode, |f| &f.navn)
    }
}
