//! Blocks as the layouts get them.

use schemars::JsonSchema;
use serde::Serialize;

use super::eget::{Eget, eget};
use super::figur::{FigurBlok, figure_block};
use super::om::{self, Fate};
use super::tabel::{Tabel, tabel};
use super::tekst::{Prose, name_or, navn};
use super::{Handover, paths};
use crate::chart::FigureId;
use crate::report::danish;
use crate::report::model::{self, Begreb, Fodnote, Tilstand};
use crate::report::prose::{Inline, names, without};
use crate::text;
use crate::words::plain;

/// A block of an indsats.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct IndsatsBlok {
    #[serde(flatten)]
    pub(super) blok: Blok,
    /// Its field in the data: `blok[3]`, `brugere.blok[0]`.
    felt: String,
    /// Its number where prose points at figures and tables: `Figur 2`.
    #[serde(skip_serializing_if = "Option::is_none")]
    nr: Option<String>,
    /// Name of its place, where it has a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    sted: Option<String>,
}

/// A block; `slags` says which kind.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "slags", rename_all = "lowercase")]
pub(super) enum Blok {
    /// A heading.
    Overskrift(Overskrift),
    /// Prose.
    Tekst(Tekst),
    /// A table, and the chart of it where there is one.
    Tabel(Tabel),
    /// A figure; where its values are missing, what is missing.
    Figur(FigurBlok),
    /// A voice.
    Citat(Citat),
    /// A statement lifted out of the text.
    Fremhaevet(Tekst),
    /// Callouts.
    Tal(Tal),
    /// Lists side by side.
    Spalteliste(Spalteliste),
    /// Terms.
    Begreber(Begreber),
    /// Steps.
    Trin(Begreber),
    /// A timeline.
    Tidslinje(Tidslinje),
    /// A note.
    Note(Note),
    /// A source.
    Kilde(Note),
    /// A picture.
    Billede(Billede),
    /// A block that the component of its name draws.
    Eget(Eget),
}

/// A heading.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Overskrift {
    tekst: String,
    /// 1 or 2.
    niveau: u8,
}

/// Prose.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Tekst {
    pub(super) tekst: Prose,
}

/// Footnotes of one block.
pub(super) type Noter = Vec<NoteTekst>;

/// A footnote.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct NoteTekst {
    pub(super) maerke: String,
    pub(super) tekst: Prose,
}

/// A voice.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Citat {
    pub(super) tekst: Prose,
    /// Who says it; empty where that is not told.
    hvem: String,
}

/// Callouts.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Tal {
    titel: Option<String>,
    pub(super) poster: Vec<TalPost>,
}

/// A callout.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct TalPost {
    titel: Option<String>,
    /// The number that is set large.
    stort: Option<String>,
    pub(super) tekst: Vec<Inline>,
}

/// Lists side by side.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Spalteliste {
    titel: Option<String>,
    spalter: Vec<Spalte>,
}

/// One of the lists.
#[derive(Debug, Serialize, JsonSchema)]
struct Spalte {
    titel: String,
    punkter: Vec<String>,
}

/// Terms or steps.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Begreber {
    titel: Option<String>,
    pub(super) poster: Vec<BegrebTekst>,
}

/// A term or a step.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct BegrebTekst {
    navn: String,
    pub(super) tekst: Prose,
}

/// A timeline.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Tidslinje {
    titel: Option<String>,
    pub(super) poster: Vec<Begivenhed>,
}

/// An event of a timeline.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Begivenhed {
    /// The year, or the years from and to.
    aar: String,
    pub(super) tekst: Prose,
}

/// A note or a source.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Note {
    pub(super) maerke: Option<String>,
    pub(super) tekst: Prose,
}

/// A picture; `fil` is none while it is missing.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Billede {
    fil: Option<String>,
    billedtekst: Option<String>,
    alt: Option<String>,
}

/// Blocks of one list. `felt` is the list's path in the data (`blok`, `brugere.blok`).
pub(super) fn blokke(
    h: &Handover<'_>,
    indsats: &model::Indsats,
    list: &[model::Blok],
    felt: &str,
) -> Vec<IndsatsBlok> {
    let mut out = Vec::new();
    for (nr, b) in list.iter().enumerate() {
        let felt = format!("{felt}[{nr}]");
        let basis = match om::fate(indsats, b) {
            Fate::Gone => continue,
            Fate::Kept => None,
            Fate::WithBasis(figur) => om::basis(h, figur),
        };
        let numbered = h.references.and_then(|r| r.numbered(&felt)).cloned();
        let (nr, sted) = numbered.map(|n| (n.nr, n.place)).unzip();
        let blok = blok(h, indsats, b, &felt);
        out.push(IndsatsBlok { blok, felt: felt.clone(), nr, sted });
        out.extend(basis.map(|blok| IndsatsBlok { blok, felt, nr: None, sted: None }));
    }
    out
}

fn blok(h: &Handover<'_>, indsats: &model::Indsats, b: &model::Blok, field: &str) -> Blok {
    use model::Blok as Data;
    let w = h.words();
    let figur = || h.figur(&FigureId::blok(&indsats.id, field));
    match b {
        Data::Overskrift(x) => {
            Blok::Overskrift(Overskrift { tekst: navn(&x.tekst), niveau: x.niveau })
        }
        Data::Tekst(x) => Blok::Tekst(Tekst { tekst: w.tekst(&x.tekst) }),
        Data::Tabel(x) => Blok::Tabel(tabel(h, x, figur())),
        Data::Figur(x) => Blok::Figur(figure_block(h, indsats, x, figur())),
        Data::Citat(x) => Blok::Citat(Citat { tekst: w.whole_prose(&x.tekst), hvem: hvem(h, x) }),
        Data::Fremhaevet(x) => Blok::Fremhaevet(Tekst { tekst: w.whole_prose(&x.tekst) }),
        Data::Tal(x) => Blok::Tal(Tal {
            titel: name_or(x.titel.as_ref()),
            poster: x.poster.iter().map(|p| post(h, p)).collect(),
        }),
        Data::Spalteliste(x) => Blok::Spalteliste(Spalteliste {
            titel: name_or(x.titel.as_ref()),
            spalter: x.spalter.iter().map(spalte).collect(),
        }),
        Data::Begreber(x) => Blok::Begreber(begreber(h, x.titel.as_ref(), &x.poster)),
        Data::Trin(x) => Blok::Trin(begreber(h, x.titel.as_ref(), &x.trin)),
        Data::Tidslinje(x) => Blok::Tidslinje(Tidslinje {
            titel: name_or(x.titel.as_ref()),
            poster: x.poster.iter().map(|post| event(h, post)).collect(),
        }),
        Data::Note(x) => Blok::Note(Note { maerke: x.maerke.clone(), tekst: w.tekst(&x.tekst) }),
        Data::Kilde(x) => Blok::Kilde(Note { maerke: x.maerke.clone(), tekst: w.tekst(&x.tekst) }),
        Data::Eget(x) => Blok::Eget(eget(h, x)),
        Data::Billede(x) => Blok::Billede(Billede {
            fil: x.fil.as_ref().map(|file| paths::billede(file)),
            billedtekst: name_or(x.billedtekst.as_ref()),
            alt: name_or(x.alt.as_ref()),
        }),
    }
}

fn hvem(h: &Handover<'_>, quote: &model::Citat) -> String {
    let alder = quote.alder.map(|a| h.words.say(&text!("age", years = plain(a))));
    let who: Vec<String> =
        [quote.person.clone(), alder].into_iter().flatten().map(|del| navn(&del)).collect();
    let (who, from) = (who.join(", "), quote.organisation.as_ref().map(|o| navn(o)));
    match from {
        // A comma more would not tell what is a name and what is whose.
        Some(from) if !who.is_empty() && [&who, &from].iter().any(|del| del.contains(", ")) => {
            format!("{who} ({from})")
        }
        from => [who, from.unwrap_or_default()]
            .into_iter()
            .filter(|del| !del.is_empty())
            .collect::<Vec<_>>()
            .join(", "),
    }
}

fn spalte(s: &model::Spalte) -> Spalte {
    Spalte { titel: navn(&s.titel), punkter: s.punkter.iter().map(|p| navn(p)).collect() }
}

fn begreber(h: &Handover<'_>, title: Option<&String>, poster: &[Begreb]) -> Begreber {
    let poster = poster.iter().map(|post| begreb(h, post)).collect();
    Begreber { titel: name_or(title), poster }
}

pub(super) fn begreb(h: &Handover<'_>, b: &Begreb) -> BegrebTekst {
    BegrebTekst { navn: navn(&b.navn), tekst: h.words().prose(&b.tekst) }
}

fn event(h: &Handover<'_>, post: &model::Begivenhed) -> Begivenhed {
    let aar = match post.til {
        Some(til) if til != post.aar => format!("{}–{til}", post.aar),
        _ => post.aar.to_string(),
    };
    Begivenhed { aar, tekst: h.words().prose(&post.tekst) }
}

/// A callout: `{tal.1}` is the first number in figures, `{ord.1}` in words. A sentence about a number
/// that is not there is left out, and why the large one is not there is said first.
fn post(h: &Handover<'_>, post: &model::TalPost) -> TalPost {
    let value = |nr: &str| post.tal.get(nr.parse::<usize>().ok()?.checked_sub(1)?);
    let plads = |name: &str| {
        let (form, nr) = name.split_once('.')?;
        let value = value(nr)?;
        match (form, value.tal()) {
            ("ord", Some(tal)) => Some(danish::count_in_words(tal.f64() as i64)),
            _ => Some(danish::value(value, post.enhed)),
        }
    };
    let known = |name: &str| {
        let value = name.split_once('.').and_then(|(_, nr)| value(nr));
        value.is_none_or(|v| v.tal().is_some())
    };
    let mut tekst = without(&post.tekst, &|s| names(s).all(known));
    if let Some(lost) = post.tal.first().filter(|v| v.tal().is_none()) {
        let why = h.words.say(&match lost.tilstand() {
            Tilstand::Diskretion => text!("callout-withheld"),
            Tilstand::Udfyldes => text!("callout-open"),
            _ => text!("callout-missing"),
        });
        tekst = format!("{why} {tekst}").trim_end().to_owned();
    }
    TalPost {
        titel: name_or(post.titel.as_ref()),
        stort: post.tal.first().map(|v| danish::value(v, post.enhed)),
        tekst: h.words().linje(&tekst, &plads),
    }
}

pub(super) fn noter(h: &Handover<'_>, notes: &[Fodnote]) -> Noter {
    notes
        .iter()
        .map(|n| NoteTekst { maerke: n.maerke.clone(), tekst: h.words().tekst(&n.tekst) })
        .collect()
}
