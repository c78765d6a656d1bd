//! Excerpts: the same report with some of its spreads only.

use std::collections::BTreeSet;

use super::codes;
use crate::finding::Finding;
use crate::report::danish;
use crate::report::load::near::nearest;

use crate::report::model::{Bydel, Forvaltning, Indsats, Report};
use crate::text;
use crate::typeset::handover::Excerpt;
use crate::words::{Text, Words};

/// Most names that the sentence lists; more are only counted.
const NAMED: usize = 6;
/// Longest part of a file's name that is made of ids; longer ones are counted.
const SLUG: usize = 48;

/// What to keep. Each list that is not empty narrows the report; a spread must pass all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Ids of indsatser.
    pub only: Vec<String>,
    /// Codes of forvaltninger.
    pub forvaltning: Vec<String>,
    /// Names of bydele, or aliases.
    pub bydel: Vec<String>,
}

impl Selection {
    /// Whether the whole report is meant.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.only.is_empty() && self.forvaltning.is_empty() && self.bydel.is_empty()
    }
}

/// What an excerpt says of itself.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Description {
    /// What it is, in a few words for titles: `uddrag, LUDO og EKI`.
    pub titel: String,
    /// The sentence for the first page.
    pub tekst: String,
    /// What is in it, as the sentence begins: `3 af rapportens 22 indsatser: LUDO, …`.
    pub indhold: String,
    /// Part of the file's name: `ludo`, `sof`, `noerrebro`.
    pub slug: String,
    /// Number of indsatser in it.
    pub antal: usize,
    /// Number in the whole report.
    pub af: usize,
}

impl Description {
    /// As the layouts get it.
    pub(super) fn handed(&self) -> Excerpt<'_> {
        Excerpt { titel: &self.titel, tekst: &self.tekst }
    }
}

/// The report with the selected indsatser only, in their order, and the words for it.
///
/// An indsats is a forvaltning's where its spread or its overview row names it; it is present in
/// a bydel where it is there or covers the whole city.
///
/// # Errors
/// Names that the report does not know, with the nearest that it does; a selection that leaves
/// nothing.
pub fn excerpt(
    report: &Report,
    selection: &Selection,
    words: &Words,
) -> Result<(Report, Description), Vec<Finding>> {
    let wanted = Wanted::resolve(report, selection)?;
    let mut part = report.clone();
    part.indsatser.retain(|indsats| wanted.keeps(indsats));
    if part.indsatser.is_empty() {
        let finding = Finding::error(codes::SELECTION.code, text!("excerpt-empty"))
            .hint(text!("excerpt-empty-hint"));
        return Err(vec![finding]);
    }
    let ids: BTreeSet<&str> = part.indsatser.iter().map(|i| i.id.as_str()).collect();
    part.rapport.raekkefoelge.retain(|id| ids.contains(id.as_str()));
    part.rapport.overblik_raekkefoelge.retain(|id| ids.contains(id.as_str()));
    let description = wanted.describe(&part, report.indsatser.len(), words);
    Ok((part, description))
}

/// The selection, resolved against the report.
struct Wanted<'a> {
    only: Vec<&'a Indsats>,
    forvaltninger: Vec<&'a Forvaltning>,
    bydele: Vec<&'a Bydel>,
}

impl<'a> Wanted<'a> {
    fn resolve(report: &'a Report, selection: &Selection) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let only = find("indsats", &selection.only, &report.indsatser, &mut findings, |i| {
            vec![i.id.as_str()]
        });
        let forvaltninger = find(
            "forvaltning",
            &selection.forvaltning,
            &report.forvaltninger,
            &mut findings,
            |f| vec![f.kode.as_str()],
        );
        let bydele = find("bydel", &selection.bydel, &report.bydele, &mut findings, |b| {
            std::iter::once(&b.navn).chain(&b.alias).map(String::as_str).collect()
        });
        if findings.is_empty() { Ok(Self { only, forvaltninger, bydele }) } else { Err(findings) }
    }

    fn keeps(&self, indsats: &Indsats) -> bool {
        let only = self.only.is_empty() || self.only.iter().any(|i| i.id == indsats.id);
        let forvaltning = self.forvaltninger.is_empty()
            || self.forvaltninger.iter().any(|f| {
                indsats.forvaltninger.contains(&f.kode) || indsats.overblik.forvaltning == f.kode
            });
        let geografi = &indsats.geografi;
        let bydel = self.bydele.is_empty()
            || geografi.bydaekkende
            || self.bydele.iter().any(|b| geografi.bydele.iter().any(|name| b.is_named(name)));
        only && forvaltning && bydel
    }

    fn describe(&self, part: &Report, af: usize, words: &Words) -> Description {
        let antal = part.indsatser.len();
        let mut reasons = Vec::new();
        if !self.forvaltninger.is_empty() {
            let names: Vec<&str> = self.forvaltninger.iter().map(|f| f.navn.as_str()).collect();
            reasons.push(text!("excerpt-departments", names = Text::all_of(names)));
        }
        if !self.bydele.is_empty() {
            let names: Vec<&str> = self.bydele.iter().map(|b| b.navn.as_str()).collect();
            reasons.push(text!("excerpt-there", place = part.steder(&names)));
        }
        let mut indhold = text!("excerpt-of", n = antal, of = af);
        if !reasons.is_empty() {
            indhold = text!("excerpt-why", what = indhold, why = Text::all_of(reasons));
        }
        if antal <= NAMED {
            let names: Vec<&str> =
                part.indsatser.iter().map(|i| i.kort_navn.as_deref().unwrap_or(&i.navn)).collect();
            indhold = text!("excerpt-named", what = indhold, names = Text::all_of(names));
        }
        let tekst = words.say(&text!("excerpt-sentence", what = &indhold));
        let titel = words.say(&text!("excerpt-title", what = self.titel(part, words)));
        let (indhold, slug) = (words.say(&indhold), self.slug(part, words));
        Description { titel, tekst, indhold, slug, antal, af }
    }

    /// The forvaltninger or bydele that were asked for, else the indsatser.
    fn titel(&self, part: &Report, words: &Words) -> String {
        let names = |i: &Indsats| i.kort_navn.clone().unwrap_or_else(|| i.navn.clone());
        let mut asked: Vec<String> = self.forvaltninger.iter().map(|f| f.navn.clone()).collect();
        asked.extend(self.bydele.iter().map(|b| b.navn.clone()));
        match (self.only.is_empty(), part.indsatser.as_slice()) {
            (true, _) if !asked.is_empty() => danish::liste(&asked),
            (_, few @ ([_] | [_, _] | [_, _, _])) => {
                danish::liste(&few.iter().map(names).collect::<Vec<_>>())
            }
            (_, many) => words.say(&text!("efforts", n = many.len())),
        }
    }

    fn slug(&self, part: &Report, words: &Words) -> String {
        let mut parts: Vec<String> = Vec::new();
        let ids: Vec<&str> = part.indsatser.iter().map(|i| i.id.as_str()).collect();
        if !self.only.is_empty() {
            let joined = ids.join("-");
            let counted = plain(&words.say(&text!("efforts", n = ids.len())));
            parts.push(if joined.len() > SLUG { counted } else { joined });
        }
        parts.extend(self.forvaltninger.iter().map(|f| plain(&f.kode)));
        parts.extend(self.bydele.iter().map(|b| plain(&b.navn)));
        parts.join("-")
    }
}

/// The things that the names mean, in the report's order and each once.
fn find<'a, T>(
    kind: &str,
    names: &[String],
    all: &'a [T],
    findings: &mut Vec<Finding>,
    known_as: impl Fn(&T) -> Vec<&str>,
) -> Vec<&'a T> {
    let means = |thing: &T, name: &str| {
        known_as(thing).iter().any(|known| known.to_lowercase() == name.to_lowercase())
    };
    for name in names {
        if !all.iter().any(|thing| means(thing, name)) {
            let known = all.iter().flat_map(&known_as);
            findings.push(unknown(kind, name, known));
        }
    }
    all.iter().filter(|thing| names.iter().any(|name| means(thing, name))).collect()
}

fn unknown<'a>(kind: &str, name: &str, known: impl Iterator<Item = &'a str>) -> Finding {
    let finding =
        Finding::error(codes::SELECTION.code, text!("excerpt-unknown", kind = kind, name = name));
    let known: Vec<&str> = known.collect();
    match nearest(name, known.iter().copied()) {
        Some(near) => finding.hint(text!("load-near", near = near)),
        None => finding.hint(text!("load-known", names = Text::list(known), more = 0)),
    }
}

/// Small letters of ASCII, for a file's name.
fn plain(name: &str) -> String {
    let mut out = String::new();
    for c in name.to_lowercase().chars() {
        match c {
            'æ' => out.push_str("ae"),
            'ø' => out.push_str("oe"),
            'å' => out.push_str("aa"),
            'é' => out.push('e'),
            c if c.is_ascii_alphanumeric() => out.push(c),
            _ if out.ends_with('-') || out.is_empty() => {}
            _ => out.push('-'),
        }
    }
    out.trim_end_matches('-').to_owned()
}
