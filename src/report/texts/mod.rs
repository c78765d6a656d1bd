//! Every text of the model with its field, what it may hold, and which placeholders it may name:
//! for the loader, for checks that read prose, and for what is handed to the layouts.

mod blok;
mod shared;
mod strings;

pub use shared::prose_of;
pub use strings::{Words, strings};

use super::model::{Fagprincip, Indsats, Ordliste, Rapport, Tekst};

/// What prose of an indsats may point at: the kinds of blocks, as placeholders name them.
pub const REFERRED: [&str; 2] = ["figur", "tabel"];

/// What a text may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Paragraphs, lists, emphasis: [`super::prose::parse`].
    Prose,
    /// One line with emphasis: [`super::prose::parse_line`].
    Line,
    /// Words as they stand, no markup.
    Plain,
}

/// Which placeholders a text may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// None.
    None,
    /// Figures and tables of the same indsats: `figur.ID`, `tabel.ID`.
    References,
    /// Those of [`super::insight::Insights`].
    Insights,
    /// `tal.1` and `ord.1` up to this number.
    Numbers(usize),
    /// Any: what fits is known where the shared text is used.
    Shared,
}

/// One text.
#[derive(Debug, Clone, PartialEq)]
pub struct Text<'a> {
    /// Its field in its file: `blok[2].tekst`.
    pub field: String,
    /// The text as written.
    pub text: &'a str,
    /// What it may hold.
    pub form: Form,
    /// Which placeholders it may name.
    pub scope: Scope,
}

/// A reference to a shared text.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedUse<'a> {
    /// Its field in its file: `oekonomi.tekst`.
    pub field: String,
    /// The reference.
    pub tekst: &'a super::model::FaellesTekst,
}

/// The texts and references of one file, in the order of the model.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Texts<'a> {
    /// Texts of its own.
    pub texts: Vec<Text<'a>>,
    /// References to shared texts.
    pub shared: Vec<SharedUse<'a>>,
}

impl<'a> Texts<'a> {
    fn add(&mut self, field: impl Into<String>, text: &'a str, form: Form) {
        self.scoped(field, text, form, Scope::None);
    }

    fn scoped(&mut self, field: impl Into<String>, text: &'a str, form: Form, scope: Scope) {
        self.texts.push(Text { field: field.into(), text, form, scope });
    }

    fn opt(&mut self, field: impl Into<String>, text: Option<&'a String>, form: Form) {
        if let Some(text) = text {
            self.add(field, text, form);
        }
    }

    /// Prose that may point at figures and tables of its indsats.
    fn prose(&mut self, field: impl Into<String>, text: &'a str) {
        self.scoped(field, text, Form::Prose, Scope::References);
    }

    fn tekst(&mut self, field: impl Into<String>, tekst: &'a Tekst, scope: Scope) {
        let field = field.into();
        match tekst {
            Tekst::Egen(text) => self.scoped(field, text, Form::Prose, scope),
            Tekst::Faelles(tekst) => {
                self.opt(format!("{field}.tillaeg"), tekst.tillaeg.as_ref(), Form::Prose);
                self.shared.push(SharedUse { field, tekst });
            }
        }
    }
}

/// The texts of an indsats.
#[must_use]
pub fn of_indsats(i: &Indsats) -> Texts<'_> {
    let mut t = Texts::default();
    t.add("navn", &i.navn, Form::Plain);
    t.opt("kort_navn", i.kort_navn.as_ref(), Form::Plain);
    t.opt("undertitel", i.undertitel.as_ref(), Form::Plain);
    t.add("lead", &i.lead, Form::Prose);
    t.prose("beskrivelse", &i.beskrivelse);
    if let Some(text) = &i.beskrivelse_fortsat {
        t.prose("beskrivelse_fortsat", text);
    }
    t.add("overblik.navn", &i.overblik.navn, Form::Plain);
    t.add("overblik.problem", &i.overblik.problem, Form::Plain);
    t.add("overblik.maalgruppe", &i.overblik.maalgruppe, Form::Plain);
    t.opt("overblik.geografi_som_trykt", i.overblik.geografi_som_trykt.as_ref(), Form::Plain);
    brugere(&mut t, i);
    t.opt("geografi.overskrift", i.geografi.overskrift.as_ref(), Form::Plain);
    t.prose("geografi.tekst", &i.geografi.tekst);
    blok::blokke(&mut t, "geografi.blok", &i.geografi.blok);
    t.opt("oekonomi.overskrift", i.oekonomi.overskrift.as_ref(), Form::Plain);
    t.opt("oekonomi.beloeb_note", i.oekonomi.beloeb_note.as_ref(), Form::Plain);
    for (n, del) in i.oekonomi.opdeling.iter().enumerate() {
        t.add(format!("oekonomi.opdeling[{n}].navn"), &del.navn, Form::Plain);
    }
    t.tekst("oekonomi.tekst", &i.oekonomi.tekst, Scope::References);
    blok::blokke(&mut t, "oekonomi.blok", &i.oekonomi.blok);
    blok::blokke(&mut t, "blok", &i.blok);
    t
}

fn brugere<'a>(t: &mut Texts<'a>, i: &'a Indsats) {
    t.opt("brugere.overskrift", i.brugere.overskrift.as_ref(), Form::Plain);
    for (n, maalgruppe) in i.brugere.maalgrupper.iter().enumerate() {
        t.add(format!("brugere.maalgrupper[{n}].navn"), &maalgruppe.navn, Form::Plain);
    }
    t.prose("brugere.tekst", &i.brugere.tekst);
    for (n, serie) in i.brugere.serie.iter().enumerate() {
        let field = format!("brugere.serie[{n}]");
        t.add(format!("{field}.navn"), &serie.navn, Form::Plain);
        t.add(format!("{field}.taeller"), &serie.taeller, Form::Plain);
        blok::noter(t, &field, &serie.noter);
        t.opt(format!("{field}.alt"), serie.alt.as_ref(), Form::Plain);
    }
    blok::blokke(t, "brugere.blok", &i.brugere.blok);
}

/// The texts of `rapport.toml`.
#[must_use]
pub fn of_rapport(r: &Rapport) -> Texts<'_> {
    let mut t = Texts::default();
    t.add("titel", &r.titel, Form::Plain);
    t.opt("undertitel", r.undertitel.as_ref(), Form::Plain);
    t.opt("kort_titel", r.kort_titel.as_ref(), Form::Plain);
    t.opt("afsender", r.afsender.as_ref(), Form::Plain);
    t.add("kommune", &r.kommune, Form::Plain);
    t.add("emne", &r.emne, Form::Plain);
    t.add("introduktion.titel", &r.introduktion.titel, Form::Plain);
    t.opt("introduktion.lead", r.introduktion.lead.as_ref(), Form::Prose);
    for (n, spor) in r.introduktion.spor.iter().enumerate() {
        let field = format!("introduktion.spor[{n}]");
        t.add(format!("{field}.titel"), &spor.titel, Form::Plain);
        t.add(format!("{field}.tekst"), &spor.tekst, Form::Prose);
        t.opt(format!("{field}.symbol_tekst"), spor.symbol_tekst.as_ref(), Form::Prose);
    }
    t.add("laesevejledning.titel", &r.laesevejledning.titel, Form::Plain);
    t.add("laesevejledning.tekst", &r.laesevejledning.tekst, Form::Prose);
    t.add("strategi.navn", &r.strategi.navn, Form::Plain);
    t.add("strategi.tekst", &r.strategi.tekst, Form::Prose);
    t.add("strategi.titel", &r.strategi.titel, Form::Plain);
    for (n, princip) in r.strategi.grundprincipper.iter().enumerate() {
        let field = format!("strategi.grundprincipper[{n}]");
        t.add(format!("{field}.navn"), &princip.navn, Form::Plain);
        t.opt(format!("{field}.tekst"), princip.tekst.as_ref(), Form::Prose);
    }
    t.add("overblik.titel", &r.overblik.titel, Form::Plain);
    t.opt("overblik.tekst", r.overblik.tekst.as_ref(), Form::Prose);
    indsigter(&mut t, r);
    for (n, note) in r.datanoter.iter().enumerate() {
        t.add(format!("datanoter[{n}].titel"), &note.titel, Form::Plain);
        t.add(format!("datanoter[{n}].tekst"), &note.tekst, Form::Prose);
    }
    blok::begreber(&mut t, "kolofon", &r.kolofon, Scope::None);
    for (key, text) in &r.faelles {
        t.scoped(format!("faelles.{key}"), text, Form::Prose, Scope::Shared);
    }
    t
}

fn indsigter<'a>(t: &mut Texts<'a>, r: &'a Rapport) {
    let scope = Scope::Insights;
    t.add("indsigter.titel", &r.indsigter.titel, Form::Plain);
    if let Some(lead) = &r.indsigter.lead {
        t.scoped("indsigter.lead", lead, Form::Prose, scope);
    }
    for (n, indsigt) in r.indsigter.indsigt.iter().enumerate() {
        let field = format!("indsigter.indsigt[{n}]");
        t.add(format!("{field}.emne"), &indsigt.emne, Form::Plain);
        t.scoped(format!("{field}.titel"), &indsigt.titel, Form::Line, scope);
        t.scoped(format!("{field}.tekst"), &indsigt.tekst, Form::Prose, scope);
        if let Some(titel) = &indsigt.figur_titel {
            t.scoped(format!("{field}.figur_titel"), titel, Form::Line, scope);
        }
        if let Some(note) = &indsigt.note {
            t.scoped(format!("{field}.note"), note, Form::Prose, scope);
        }
    }
}

/// The texts of `fagprincipper.toml`.
#[must_use]
pub fn of_fagprincipper(principper: &[Fagprincip]) -> Texts<'_> {
    let mut t = Texts::default();
    for (n, princip) in principper.iter().enumerate() {
        t.add(format!("fagprincip[{n}].navn"), &princip.navn, Form::Plain);
        t.add(format!("fagprincip[{n}].kort_navn"), &princip.kort_navn, Form::Plain);
        t.add(format!("fagprincip[{n}].tekst"), &princip.tekst, Form::Prose);
    }
    t
}

/// The texts of `ordliste.toml`.
#[must_use]
pub fn of_ordliste(ordliste: &Ordliste) -> Texts<'_> {
    let mut t = Texts::default();
    for (n, begreb) in ordliste.begreb.iter().enumerate() {
        let field = format!("begreb[{n}]");
        t.add(format!("{field}.forkortelse"), &begreb.forkortelse, Form::Plain);
        t.add(format!("{field}.navn"), &begreb.navn, Form::Plain);
        t.opt(format!("{field}.forklaring"), begreb.forklaring.as_ref(), Form::Line);
        t.opt(format!("{field}.kilde"), begreb.kilde.as_ref(), Form::Plain);
    }
    t
}
