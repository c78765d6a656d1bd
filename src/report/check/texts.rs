//! Every piece of prose in the report, read once, with the field that it stands in.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::tokens::{Token, sentences, tokens};
use crate::report::load::{FAGPRINCIPPER_FILE, RAPPORT_FILE, indsats_file};
use crate::report::model::{Blok, Fodnote, Indsats, Report};
use crate::report::prose::{self, Afsnit, Inline};
use crate::report::texts::{self, Form, Text};

/// What a piece of prose is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Introduction, strategy, notes on the data: front matter.
    FrontMatter,
    /// A shared text of `rapport.toml`.
    Shared,
    /// The overview row.
    Overblik,
    /// Lead and description.
    Description,
    /// The users' prose.
    Brugere,
    /// The geography's or the money's prose, a series' notes.
    Other,
    /// In block number n of [`Indsats::blokke`].
    Block(usize),
}

/// A paragraph or a list.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Sentences.
    Paragraph(Vec<Vec<Token>>),
    /// Items, each with its sentences.
    List(Vec<Vec<Vec<Token>>>),
}

/// One piece of prose.
#[derive(Debug, Clone)]
pub struct CheckedText {
    /// File, as the loader names it.
    pub file: String,
    /// Field.
    pub field: String,
    /// Number of the indsats in the report.
    pub indsats: Option<usize>,
    /// What it is for.
    pub section: Section,
    /// Paragraphs and lists.
    pub parts: Arc<[Part]>,
}

impl CheckedText {
    /// Every sentence, those of lists too.
    pub fn sentences(&self) -> impl Iterator<Item = &Vec<Token>> {
        self.parts.iter().flat_map(|d| match d {
            Part::Paragraph(s) => s.iter().collect::<Vec<_>>(),
            Part::List(items) => items.iter().flatten().collect(),
        })
    }

    /// The words and numbers in lower case.
    pub fn ord(&self) -> Vec<&str> {
        self.sentences()
            .flatten()
            .filter(|t| t.is_word() || t.tal().is_some())
            .map(|t| t.lower.as_str())
            .collect()
    }
}

/// The footnotes of a block.
pub(crate) fn noter(blok: &Blok) -> &[Fodnote] {
    match blok {
        Blok::Tabel(t) => &t.noter,
        Blok::Figur(f) => &f.noter,
        _ => &[],
    }
}

/// Reads all prose: the front matter first, then indsats by indsats.
pub(crate) fn alle(report: &Report) -> Vec<CheckedText> {
    let forside = texts::of_rapport(&report.rapport);
    let mut out: Vec<CheckedText> =
        forside.texts.iter().filter_map(|t| read(RAPPORT_FILE, None, t, front_place(t))).collect();
    let own = report.indsatser.par_iter().enumerate().map(|(nr, i)| af_indsats(nr, i));
    out.extend(own.collect::<Vec<_>>().into_iter().flatten());
    out
}

fn af_indsats(nr: usize, i: &Indsats) -> Vec<CheckedText> {
    let file = indsats_file(&i.id);
    let numbers: BTreeMap<String, usize> =
        i.blokke().enumerate().map(|(n, (path, _))| (path, n)).collect();
    let own = texts::of_indsats(i);
    let periods = periods(i);
    own.texts
        .iter()
        .chain(&periods)
        .filter(|t| is_prose(&t.field))
        .filter_map(|t| read(&file, Some(nr), t, sted(&t.field, &numbers)))
        .collect()
}

/// A text as it is written.
#[derive(Debug, Clone)]
pub(crate) struct RawText<'a> {
    /// File, as the loader names it.
    pub file: String,
    /// Field.
    pub field: String,
    /// Number of the indsats in the report.
    pub indsats: Option<usize>,
    /// What it may hold.
    pub form: Form,
    /// The text.
    pub text: &'a str,
}

/// Every text of the report as it is written, names and labels too.
pub(crate) fn raw(report: &Report) -> Vec<RawText<'_>> {
    let mut all = Vec::new();
    let front = [
        (RAPPORT_FILE.to_owned(), None, texts::of_rapport(&report.rapport)),
        (FAGPRINCIPPER_FILE.to_owned(), None, texts::of_fagprincipper(&report.fagprincipper)),
    ];
    let own = report.indsatser.iter().enumerate();
    let own = own.map(|(nr, i)| (indsats_file(&i.id), Some(nr), texts::of_indsats(i)));
    for (file, indsats, texts) in front.into_iter().chain(own) {
        all.extend(texts.texts.into_iter().map(|t| RawText {
            file: file.clone(),
            field: t.field,
            indsats,
            form: t.form,
            text: t.text,
        }));
    }
    all
}

/// The periods of tables and figures: words that may hold dates.
fn periods(i: &Indsats) -> Vec<Text<'_>> {
    i.blokke()
        .filter_map(|(path, blok)| {
            let text = match blok {
                Blok::Tabel(t) => t.periode.as_deref(),
                Blok::Figur(f) => f.periode.as_deref(),
                _ => None,
            }?;
            let (form, scope) = (Form::Plain, texts::Scope::None);
            Some(Text { field: format!("{path}.periode"), text, form, scope })
        })
        .collect()
}

/// True for a field that holds sentences, and not a name or a label.
fn is_prose(field: &str) -> bool {
    const ENDINGS: [&str; 10] = [
        "lead",
        "beskrivelse",
        "beskrivelse_fortsat",
        "problem",
        "maalgruppe",
        "tekst",
        "tillaeg",
        "kilde",
        "forklaring",
        "periode",
    ];
    let last = field.rsplit('.').next().unwrap_or_default();
    let without_number = last.split('[').next().unwrap_or_default();
    let overskrift = field.ends_with("overskrift");
    !overskrift && (ENDINGS.contains(&last) || matches!(without_number, "kendt" | "punkter"))
}

fn front_place(t: &Text<'_>) -> Section {
    if t.field.starts_with("faelles.") { Section::Shared } else { Section::FrontMatter }
}

fn sted(field: &str, blokke: &BTreeMap<String, usize>) -> Section {
    let blok = field
        .find("blok[")
        .and_then(|fra| Some(fra + field.get(fra..)?.find(']')?))
        .and_then(|til| blokke.get(field.get(..=til)?));
    match blok {
        Some(nr) => Section::Block(*nr),
        None if field.starts_with("overblik.") => Section::Overblik,
        None if field == "brugere.tekst" => Section::Brugere,
        None if field == "lead" || field.starts_with("beskrivelse") => Section::Description,
        None => Section::Other,
    }
}

fn read(fil: &str, indsats: Option<usize>, t: &Text<'_>, place: Section) -> Option<CheckedText> {
    let empty = t.text.trim().is_empty();
    (!empty).then(|| CheckedText {
        file: fil.to_owned(),
        field: t.field.clone(),
        indsats,
        section: place,
        parts: dele(t.text, t.form == Form::Plain),
    })
}

/// Remembered: a preview reads the same texts again after every edit.
#[comemo::memoize]
fn dele(text: &str, without_signs: bool) -> Arc<[Part]> {
    if without_signs {
        [Part::Paragraph(sentences(tokens(text)))].into()
    } else {
        prose::read(text).afsnit.iter().map(del).collect()
    }
}

fn del(paragraphs: &Afsnit) -> Part {
    match paragraphs {
        Afsnit::Tekst(inline) => Part::Paragraph(sentences(tokens(&ord(inline)))),
        Afsnit::Liste { punkter, .. } => {
            Part::List(punkter.iter().map(|p| sentences(tokens(&prose::plain(p)))).collect())
        }
    }
}

/// A paragraph's words; a placeholder becomes a sign that no rule reads as a number.
fn ord(inline: &[Inline]) -> String {
    inline
        .iter()
        .map(|i| match i {
            Inline::Tekst(t) => t.clone(),
            Inline::Fed(v) | Inline::Kursiv(v) | Inline::Link { indhold: v, .. } => ord(v),
            Inline::Plads(_) | Inline::Henvisning(_) => "\u{fffc}".to_owned(),
            Inline::Linjeskift => " ".to_owned(),
        })
        .collect()
}
