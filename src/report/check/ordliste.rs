//! The list of words: every abbreviation that it explains is used, and every term has one form.

use super::{Context, codes};
use crate::finding::{Finding, Severity};
use crate::report::load::{BYDELE_FILE, INDSATSER_DIR, ORDLISTE_FILE};
use crate::report::texts::{Words, strings};
use crate::text;

/// Abbreviations that nothing uses, and terms in another form than the list's.
pub(crate) fn rule(c: &Context<'_>, findings: &mut Vec<Finding>) {
    let ordliste = &c.report.ordliste;
    if ordliste.begreb.is_empty() && ordliste.skrivemaade.is_empty() {
        return;
    }
    let strings = strings(c.report);
    let used: Vec<&Words> = strings.iter().filter(|w| w.file != ORDLISTE_FILE).collect();
    let alt = Alt::of(&used);
    for (n, begreb) in ordliste.begreb.iter().enumerate() {
        let mut med = alt.med(&begreb.forkortelse).into_iter().filter_map(|nr| used.get(nr));
        if !med.any(|w| occurs(&w.words, &begreb.forkortelse)) {
            let words = text!("term-unused", term = &begreb.forkortelse);
            let place = (c.finder)(ORDLISTE_FILE, &format!("begreb[{n}].forkortelse"));
            let f = Finding::new(codes::UNUSED_WORD.code, Severity::Note, words).at(place);
            findings.push(f.hint(text!("term-unused-hint")));
        }
    }
    let read: Vec<&Words> =
        used.into_iter().filter(|w| is_text(w)).chain(explanations(&strings)).collect();
    let alt = Alt::of(&read);
    let former = ordliste.skrivemaade.iter().flat_map(|s| &s.ikke);
    let mut some: Vec<usize> = former.flat_map(|form| alt.med(form)).collect();
    some.sort_unstable();
    some.dedup();
    for w in some.into_iter().filter_map(|nr| read.get(nr)) {
        spellings(c, w, findings);
    }
}

/// All texts in one, to be searched in one go for each of many words.
struct Alt {
    tekst: String,
    /// Where each text ends.
    ends: Vec<usize>,
}

impl Alt {
    fn of(texts: &[&Words]) -> Self {
        let mut alt = Self { tekst: String::new(), ends: Vec::with_capacity(texts.len()) };
        for w in texts {
            alt.tekst.push_str(&w.words);
            // No word has it, so none is found across two texts.
            alt.tekst.push('\0');
            alt.ends.push(alt.tekst.len());
        }
        alt
    }

    /// Numbers of the texts that have these letters somewhere, in order, some more than once.
    fn med(&self, form: &str) -> Vec<usize> {
        let stem = form.strip_suffix('*').unwrap_or(form);
        let Some(is_letter) = stem.chars().next() else { return Vec::new() };
        // A letter is found faster than a word.
        let her = |fra: usize| self.tekst.get(fra..).is_some_and(|rest| rest.starts_with(stem));
        let places = self.tekst.match_indices(is_letter).filter(|(fra, _)| her(*fra));
        places.map(|(fra, _)| self.ends.partition_point(|ending| *ending <= fra)).collect()
    }
}

/// The explanations of the list itself.
fn explanations(strings: &[Words]) -> Vec<&Words> {
    let own = |w: &&Words| w.file == ORDLISTE_FILE && w.field.starts_with("begreb[");
    strings.iter().filter(own).collect()
}

/// What readers see: no ids, no reasons for accepted findings, no names of places to look up.
fn is_text(w: &Words) -> bool {
    let machine = ["accepteret", "raekkefoelge", "overblik_raekkefoelge", "emneord", "trykt"];
    w.file != BYDELE_FILE && !machine.iter().any(|field| w.field.starts_with(field))
}

fn spellings(c: &Context<'_>, w: &Words, findings: &mut Vec<Finding>) {
    for s in &c.report.ordliste.skrivemaade {
        let Some(found) = s.ikke.iter().find_map(|form| occurrence(&w.words, form)) else {
            continue;
        };
        let words = text!("term-form", found = found, form = &s.skriv);
        let mut f = Finding::warning(codes::TERM.code, words).at((c.finder)(&w.file, &w.field));
        f.indsats = w.file.strip_suffix(".toml").and_then(indsats_id).map(String::from);
        findings.push(f.hint(text!("term-form-hint", form = &s.skriv, file = ORDLISTE_FILE)));
    }
}

fn indsats_id(path: &str) -> Option<&str> {
    path.strip_prefix(INDSATSER_DIR)?.strip_prefix('/')
}

/// True where a word stands whole in a text.
pub(crate) fn occurs(text: &str, word: &str) -> bool {
    occurrence(text, word).is_some()
}

/// The first place where a form stands as a whole word, as written there with its ending.
fn occurrence<'t>(text: &'t str, form: &str) -> Option<&'t str> {
    let (stem, ends) = match form.strip_suffix('*') {
        Some(stem) => (stem, true),
        None => (form, false),
    };
    if stem.is_empty() {
        return None;
    }
    text.match_indices(stem).find_map(|(fra, _)| {
        let is_letter = |c: char| c.is_alphanumeric();
        let rest = text.get(fra + stem.len()..)?;
        let suffix: usize = rest.chars().take_while(|c| is_letter(*c)).map(char::len_utf8).sum();
        let begins = !text.get(..fra)?.chars().next_back().is_some_and(is_letter);
        // What ends in a sign of its own, such as `Max.`, ends there.
        let ends = ends || suffix == 0 || !stem.ends_with(is_letter);
        let til = fra + stem.len() + if ends { suffix } else { 0 };
        (begins && ends).then(|| text.get(fra..til)).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::check::testing::TestReport;

    #[test]
    fn a_form_is_a_whole_word_and_a_star_takes_endings() {
        assert_eq!(occurrence("Styrket vidensdeling.", "vidensdeling"), Some("vidensdeling"));
        assert_eq!(occurrence("vidensdelingen", "vidensdeling"), None);
        assert_eq!(occurrence("vidensdelingen", "vidensdeling*"), Some("vidensdelingen"));
        assert_eq!(occurrence("SSP+ og SSP", "SSP"), Some("SSP"));
        assert_eq!(occurrence("BIF's tilbud", "BIF"), Some("BIF"));
        assert_eq!(occurrence("Maximum", "Max"), None);
        assert_eq!(occurrence("nærpolitiet", "Nærpolitiet"), None);
    }

    #[test]
    fn a_term_has_the_form_of_the_list() {
        let mut r = TestReport {
            ordliste: "[[skrivemaade]]\nskriv = \"videndeling\"\nikke = [\"vidensdeling*\"]".into(),
            beskrivelse: "Styrket vidensdeling.".into(),
            ..TestReport::default()
        };
        let f = r.told("D144");
        assert_eq!(f, ["»vidensdeling« hedder »videndeling« i resten af rapporten"]);
        r.beskrivelse = "Styrket videndeling.".into();
        assert!(r.told("D144").is_empty());
    }

    #[test]
    fn an_abbreviation_that_is_explained_is_used() {
        let mut r = TestReport {
            ordliste: "[[begreb]]\nforkortelse = \"UKN\"\nnavn = \"Nævnet\"".into(),
            ..TestReport::default()
        };
        assert_eq!(r.told("D145"), ["»UKN« står ikke i nogen tekst"]);
        r.beskrivelse = "Efter UKN.".into();
        assert!(r.told("D145").is_empty());
    }
}
