//! The texts of blocks.

use super::{Form, Scope, Texts};
use crate::report::model::{Begreb, Blok, Felt, Figur, Fodnote, Tabel, TalBlok};

pub(super) fn blokke<'a>(t: &mut Texts<'a>, field: &str, blokke: &'a [Blok]) {
    for (n, blok) in blokke.iter().enumerate() {
        en(t, &format!("{field}[{n}]"), blok);
    }
}

fn en<'a>(t: &mut Texts<'a>, field: &str, blok: &'a Blok) {
    match blok {
        Blok::Overskrift(b) => t.add(format!("{field}.tekst"), &b.tekst, Form::Plain),
        Blok::Tekst(b) => t.tekst(format!("{field}.tekst"), &b.tekst, Scope::References),
        Blok::Tabel(b) => tabel(t, field, b),
        Blok::Figur(b) => figur(t, field, b),
        Blok::Citat(b) => {
            t.add(format!("{field}.tekst"), &b.tekst, Form::Prose);
            t.opt(format!("{field}.person"), b.person.as_ref(), Form::Plain);
            t.opt(format!("{field}.organisation"), b.organisation.as_ref(), Form::Plain);
        }
        Blok::Fremhaevet(b) => t.prose(format!("{field}.tekst"), &b.tekst),
        Blok::Tal(b) => tal(t, field, b),
        Blok::Spalteliste(b) => {
            t.opt(format!("{field}.titel"), b.titel.as_ref(), Form::Plain);
            for (n, spalte) in b.spalter.iter().enumerate() {
                t.add(format!("{field}.spalter[{n}].titel"), &spalte.titel, Form::Plain);
                for (m, point) in spalte.punkter.iter().enumerate() {
                    t.add(format!("{field}.spalter[{n}].punkter[{m}]"), point, Form::Line);
                }
            }
        }
        Blok::Begreber(b) => {
            t.opt(format!("{field}.titel"), b.titel.as_ref(), Form::Plain);
            begreber(t, &format!("{field}.poster"), &b.poster, Scope::References);
        }
        Blok::Trin(b) => {
            t.opt(format!("{field}.titel"), b.titel.as_ref(), Form::Plain);
            begreber(t, &format!("{field}.trin"), &b.trin, Scope::References);
        }
        Blok::Tidslinje(b) => {
            t.opt(format!("{field}.titel"), b.titel.as_ref(), Form::Plain);
            for (n, post) in b.poster.iter().enumerate() {
                t.prose(format!("{field}.poster[{n}].tekst"), &post.tekst);
            }
        }
        Blok::Note(b) | Blok::Kilde(b) => {
            t.tekst(format!("{field}.tekst"), &b.tekst, Scope::References);
        }
        Blok::Billede(b) => {
            t.opt(format!("{field}.billedtekst"), b.billedtekst.as_ref(), Form::Plain);
            t.opt(format!("{field}.alt"), b.alt.as_ref(), Form::Plain);
        }
        Blok::Eget(b) => {
            t.opt(format!("{field}.titel"), b.titel.as_ref(), Form::Plain);
            t.opt(format!("{field}.tekst"), b.tekst.as_ref(), Form::Prose);
            t.opt(format!("{field}.alt"), b.alt.as_ref(), Form::Plain);
            for (path, felt) in b.singles() {
                if let Felt::Tekst(text) = felt {
                    t.add(format!("{field}.{path}"), text, Form::Plain);
                }
            }
        }
    }
}

fn tabel<'a>(t: &mut Texts<'a>, field: &str, b: &'a Tabel) {
    t.add(format!("{field}.titel"), &b.titel, Form::Plain);
    t.opt(format!("{field}.beskrivelse"), b.beskrivelse.as_ref(), Form::Plain);
    for (n, row) in b.raekker.iter().enumerate() {
        t.add(format!("{field}.raekker[{n}].navn"), &row.navn, Form::Plain);
        let forklaring = row.forklaring.as_ref();
        t.opt(format!("{field}.raekker[{n}].forklaring"), forklaring, Form::Line);
    }
    noter(t, field, &b.noter);
    if let Some(source) = &b.kilde {
        t.tekst(format!("{field}.kilde"), source, Scope::None);
    }
    t.opt(format!("{field}.alt"), b.alt.as_ref(), Form::Plain);
}

fn figur<'a>(t: &mut Texts<'a>, field: &str, b: &'a Figur) {
    t.add(format!("{field}.titel"), &b.titel, Form::Plain);
    t.opt(format!("{field}.beskrivelse"), b.beskrivelse.as_ref(), Form::Plain);
    for (n, category) in b.kategorier.iter().enumerate() {
        t.add(format!("{field}.kategorier[{n}]"), category, Form::Plain);
    }
    for (n, sentence) in b.kendt.iter().enumerate() {
        t.add(format!("{field}.kendt[{n}]"), sentence, Form::Line);
    }
    noter(t, field, &b.noter);
    if let Some(source) = &b.kilde {
        t.tekst(format!("{field}.kilde"), source, Scope::None);
    }
    t.opt(format!("{field}.alt"), b.alt.as_ref(), Form::Plain);
}

fn tal<'a>(t: &mut Texts<'a>, field: &str, b: &'a TalBlok) {
    t.opt(format!("{field}.titel"), b.titel.as_ref(), Form::Plain);
    for (n, post) in b.poster.iter().enumerate() {
        let field = format!("{field}.poster[{n}]");
        t.opt(format!("{field}.titel"), post.titel.as_ref(), Form::Plain);
        let scope = Scope::Numbers(post.tal.len());
        t.scoped(format!("{field}.tekst"), &post.tekst, Form::Prose, scope);
    }
}

pub(super) fn begreber<'a>(t: &mut Texts<'a>, field: &str, begreber: &'a [Begreb], scope: Scope) {
    for (n, begreb) in begreber.iter().enumerate() {
        t.add(format!("{field}[{n}].navn"), &begreb.navn, Form::Plain);
        t.scoped(format!("{field}[{n}].tekst"), &begreb.tekst, Form::Prose, scope);
    }
}

pub(super) fn noter<'a>(t: &mut Texts<'a>, field: &str, notes: &'a [Fodnote]) {
    for (n, note) in notes.iter().enumerate() {
        t.tekst(format!("{field}.noter[{n}].tekst"), &note.tekst, Scope::None);
    }
}
