//! Shared texts, resolved.

use crate::report::model::{Rapport, Tekst};
use crate::report::prose::{self, Afsnit, ProseError};

/// The prose of a text, a shared text resolved: its words filled in, its addition as paragraphs
/// after it.
///
/// # Errors
/// Where the prose does not parse, or there is no such shared text; the loader has refused both.
pub fn prose_of(rapport: &Rapport, tekst: &Tekst) -> Result<Vec<Afsnit>, ProseError> {
    let faelles = match tekst {
        Tekst::Egen(text) => return prose::parse(text),
        Tekst::Faelles(faelles) => faelles,
    };
    let Some(text) = rapport.faelles.get(&faelles.faelles) else {
        return Err(ProseError {
            range: 0..0,
            line: 1,
            message: format!("no shared text `{}`", faelles.faelles),
            hint: "write it under [faelles] in rapport.toml".to_owned(),
        });
    };
    let mut afsnit = prose::parse(text)?;
    prose::fill(&mut afsnit, &|navn| faelles.med.get(navn).cloned());
    if let Some(tillaeg) = &faelles.tillaeg {
        afsnit.extend(prose::parse(tillaeg)?);
    }
    Ok(afsnit)
}
