//! The page of an edit before all others that it changes: an amount stands in sums and ranks on
//! every spread, and who has changed it looks at one of them.
//!
//! The files that an edited spread is made of are handed over with those of all others as they were:
//! its pages come out as they will be, and nothing else has to be made ready or laid out.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::report::load::Loaded;
use crate::report::model::Report;
use crate::typeset::Bytes;

/// What the layouts are handed, by path.
pub(super) type Files = BTreeMap<String, Bytes>;

/// What all pages of a view were last made of.
pub(super) struct Basis {
    report: Arc<Report>,
    /// The folder of the data.
    dir: PathBuf,
    pictures: BTreeMap<String, Arc<[u8]>>,
    symbols: BTreeMap<String, Arc<[u8]>>,
    outlines: Option<Arc<[u8]>>,
    /// Of theme and words ([`crate::pipeline::Pipeline::edition`]).
    edition: u64,
    /// What the layouts were handed.
    pub(super) files: Files,
}

impl Basis {
    /// What was loaded, and what came of it; none where no report did.
    pub(super) fn of(loaded: &Loaded, edition: u64, files: Files) -> Option<Self> {
        Some(Self {
            report: Arc::clone(loaded.report.as_ref()?),
            dir: loaded.dir.clone(),
            pictures: loaded.pictures.clone(),
            symbols: loaded.symbols.clone(),
            outlines: loaded.outlines.clone(),
            edition,
            files,
        })
    }

    /// Id of the one indsats that is not as it was. None where more than that has changed, or
    /// nothing.
    pub(super) fn edited<'a>(&self, now: &'a Loaded, edition: u64) -> Option<&'a str> {
        let report = now.report.as_deref()?;
        let is_beside = self.edition == edition
            && self.dir == now.dir
            && self.pictures == now.pictures
            && self.symbols == now.symbols
            && self.outlines == now.outlines;
        if is_beside { edited(&self.report, report) } else { None }
    }
}

/// Id of the one indsats in which two reports differ.
fn edited<'a>(before: &Report, now: &'a Report) -> Option<&'a str> {
    let Report { rapport, forvaltninger, fagprincipper, bydele, enklaver, ordliste, indsatser } =
        now;
    let is_around = *rapport == before.rapport
        && *forvaltninger == before.forvaltninger
        && *fagprincipper == before.fagprincipper
        && *bydele == before.bydele
        && *enklaver == before.enklaver
        && *ordliste == before.ordliste
        && indsatser.len() == before.indsatser.len();
    let mut others = indsatser.iter().zip(&before.indsatser).filter(|(now, was)| now != was);
    let (Some((now, was)), None) = (others.next(), others.next()) else { return None };
    (is_around && now.id == was.id).then_some(now.id.as_str())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::report::load::load;

    fn loaded() -> Loaded {
        load(Path::new("tests/fixtures/2024"))
    }

    /// What was loaded, with a change.
    fn changed(change: impl FnOnce(&mut Report)) -> Loaded {
        let mut loaded = loaded();
        change(Arc::make_mut(loaded.report.as_mut().expect("2024 loads")));
        loaded
    }

    #[test]
    fn one_edited_indsats_is_known_by_its_id() {
        let basis = Basis::of(&loaded(), 0, Files::new()).expect("a report");
        let now = changed(|report| report.indsatser[1].navn = "Et andet".to_owned());
        let id = now.report.as_ref().expect("a report").indsatser[1].id.clone();
        assert_eq!(basis.edited(&now, 0), Some(id.as_str()));
        assert_eq!(basis.edited(&now, 1), None, "theme or words are others");
    }

    #[test]
    fn an_edit_of_more_or_of_nothing_is_none_of_one_indsats() {
        let basis = Basis::of(&loaded(), 0, Files::new()).expect("a report");
        let name = |report: &mut Report, nr: usize| report.indsatser[nr].navn.push('!');
        let mut pictured = changed(|report| name(report, 0));
        pictured.pictures.insert("ny.png".to_owned(), Arc::from([0]));
        let others = [
            (loaded(), "nothing"),
            (changed(|report| (0..2).for_each(|nr| name(report, nr))), "two"),
            (changed(|report| report.indsatser[0].id.push('x')), "another id"),
            (changed(|report| report.indsatser.swap(0, 1)), "another order"),
            (changed(|report| drop(report.indsatser.pop())), "one less"),
            (
                changed(|report| {
                    name(report, 0);
                    report.rapport.titel.push('!');
                }),
                "the title too",
            ),
            (pictured, "a picture has come"),
        ];
        for (now, what) in others {
            assert_eq!(basis.edited(&now, 0), None, "{what}");
        }
    }
}
