//! References: what is named is there.

use super::{RAPPORT_FILE, Rules, did_you_mean};
use crate::report::codes;
use crate::report::load::pictures::{Kind, PICTURES_DIR, is_plain_name};
use crate::report::load::words::shown;
use crate::report::model::{Accept, Blok, Bydel, Figur, Forvaltning, Indsats, Rapport, Tabel};
use crate::text;
use crate::words::{Text, plain};

pub(super) fn rapport(rules: &mut Rules<'_>, rapport: &Rapport) {
    if let Some(geojson) = &rapport.geojson {
        let at = (RAPPORT_FILE, "geojson");
        if !is_plain_name(geojson) {
            let words = text!("load-geojson-name", name = shown(geojson));
            rules.error(codes::GEOJSON, at, words, text!("load-geojson-name-hint"));
        } else if !rules.dir.join(geojson).is_file() {
            let words = text!("load-geojson-missing", name = shown(geojson));
            rules.error(codes::GEOJSON, at, words, text!("load-geojson-missing-hint"));
        }
    }
    if let Some(logo) = &rapport.logo {
        let at = (RAPPORT_FILE, "logo");
        if Kind::of(logo) == Some(Kind::Jpeg) {
            let words = text!("load-logo-kind", name = shown(logo));
            rules.error(codes::PICTURE, at, words, text!("load-logo-kind-hint"));
        } else if is_plain_name(logo) && !rules.dir.join(PICTURES_DIR).join(logo).exists() {
            let words = text!("load-logo-missing", name = shown(logo));
            rules.error(codes::PICTURE, at, words, text!("load-logo-missing-hint"));
        } else {
            picture(rules, at, logo);
        }
    }
    accepted(rules, RAPPORT_FILE, &rapport.accepteret);
}

pub(super) fn indsats(rules: &mut Rules<'_>, file: &str, i: &Indsats) {
    for (n, kode) in i.forvaltninger.iter().enumerate() {
        forvaltning(rules, (file, &format!("forvaltninger[{n}]")), kode);
    }
    forvaltning(rules, (file, "overblik.forvaltning"), &i.overblik.forvaltning);
    fagprincipper(rules, file, i);
    bydele(rules, file, i);
    for (field, blok) in i.blokke() {
        match blok {
            Blok::Figur(figur) => {
                if let Some(kode) = &figur.skylder {
                    forvaltning(rules, (file, &format!("{field}.skylder")), kode);
                }
            }
            Blok::Billede(billede) => {
                if let Some(fil) = &billede.fil {
                    picture(rules, (file, &format!("{field}.fil")), fil);
                }
            }
            _ => {}
        }
    }
    pointers(rules, file, i);
    accepted(rules, file, &i.accepteret);
}

/// What is about a figure names one of the indsats' own, and no two have the same name.
fn pointers(rules: &mut Rules<'_>, file: &str, i: &Indsats) {
    let mut named: Vec<&str> = Vec::new();
    let mut ids: Vec<&str> = Vec::new();
    for (field, blok) in i.blokke() {
        let id = match blok {
            Blok::Figur(Figur { id, .. }) | Blok::Tabel(Tabel { id, .. }) => id,
            _ => &None,
        };
        let Some(id) = id else { continue };
        if named.contains(&id.as_str()) {
            let words = text!("load-figure-twice", id = shown(id));
            let hint = text!("load-figure-twice-hint");
            rules.error(codes::UNKNOWN_FIGURE, (file, &format!("{field}.id")), words, hint);
        }
        named.push(id);
        if matches!(blok, Blok::Figur(_)) {
            ids.push(id);
        }
    }
    for (field, blok) in i.blokke() {
        let om = match blok {
            Blok::Tekst(b) => &b.om,
            Blok::Note(b) | Blok::Kilde(b) => &b.om,
            Blok::Fremhaevet(b) => &b.om,
            Blok::Tal(b) => &b.om,
            _ => &None,
        };
        if let Some(om) = om.as_ref().filter(|om| !ids.contains(&om.as_str())) {
            let words = text!("load-unknown-figure", id = shown(om));
            let hint = if ids.is_empty() {
                text!("load-unknown-figure-hint")
            } else {
                did_you_mean(om, ids.iter().copied())
            };
            rules.error(codes::UNKNOWN_FIGURE, (file, &format!("{field}.om")), words, hint);
        }
    }
}

fn forvaltning(rules: &mut Rules<'_>, at: (&str, &str), kode: &str) {
    let Some(forvaltninger) = &rules.parts.forvaltninger else { return };
    let codes = forvaltninger.iter().map(|f| f.kode.as_str());
    if !codes.clone().any(|k| k == kode) {
        let words = text!("load-unknown-forvaltning", name = shown(kode));
        let hint = match of_name(forvaltninger, kode) {
            Some(meant) => text!("load-forvaltning-code", code = &meant.kode, name = &meant.navn),
            None => did_you_mean(kode, codes),
        };
        rules.error(codes::UNKNOWN_FORVALTNING, at, words, hint);
    }
}

fn fagprincipper(rules: &mut Rules<'_>, file: &str, i: &Indsats) {
    let Some(principper) = &rules.parts.fagprincipper else { return };
    for (n, nr) in i.overblik.fagprincipper.iter().enumerate() {
        if !principper.iter().any(|p| p.nr == *nr) {
            let words = text!("load-unknown-fagprincip", nr = plain(*nr));
            let numbers = Text::list(principper.iter().map(|p| plain(p.nr)));
            let field = format!("overblik.fagprincipper[{n}]");
            let hint = text!("load-known", names = numbers, more = 0);
            rules.error(codes::UNKNOWN_FAGPRINCIP, (file, &field), words, hint);
        }
    }
}

fn bydele(rules: &mut Rules<'_>, file: &str, i: &Indsats) {
    let Some(bydele) = &rules.parts.bydele else { return };
    for (n, navn) in i.geografi.bydele.iter().enumerate() {
        if bydele.iter().any(|b| b.is_named(navn)) {
            continue;
        }
        let words = text!("load-unknown-bydel", name = shown(navn));
        let names = bydele.iter().flat_map(|b| {
            std::iter::once(b.navn.as_str()).chain(b.alias.iter().map(String::as_str))
        });
        let hint = match with_word(bydele, navn).as_slice() {
            several @ [_, _, ..] => {
                text!(
                    "load-several-bydele",
                    name = shown(navn),
                    names = Text::one_of(several.iter().copied())
                )
            }
            _ => match super::super::near::nearest(navn, names) {
                Some(near) => text!("load-near", near = near),
                None => text!("load-unknown-bydel-hint"),
            },
        };
        rules.error(codes::UNKNOWN_BYDEL, (file, &format!("geografi.bydele[{n}]")), words, hint);
    }
}

/// The forvaltning that is named instead of given by its code.
fn of_name<'f>(forvaltninger: &'f [Forvaltning], written: &str) -> Option<&'f Forvaltning> {
    let written = written.trim().to_lowercase();
    let long = written.chars().count() > 4;
    forvaltninger.iter().find(|f| {
        let (name, code) = (f.navn.to_lowercase(), f.kode.to_lowercase());
        name == written
            || code == written
            || (long && (name.contains(&written) || written.contains(&name)))
    })
}

/// The bydele of whose names this is one word: `Nørrebro` of `Indre Nørrebro` and `Ydre Nørrebro`.
fn with_word<'b>(bydele: &'b [Bydel], written: &str) -> Vec<&'b str> {
    let written = written.trim().to_lowercase();
    let names = bydele.iter().map(|b| b.navn.as_str());
    names.filter(|name| name.to_lowercase().split(' ').any(|word| word == written)).collect()
}

fn picture(rules: &mut Rules<'_>, at: (&str, &str), file: &str) {
    if !is_plain_name(file) {
        let words = text!("load-picture-name", name = shown(file));
        rules.error(codes::PICTURE, at, words, text!("load-picture-name-hint"));
    } else if Kind::of(file).is_none() {
        let words = text!("load-picture-kind", name = shown(file));
        rules.error(codes::PICTURE, at, words, text!("load-picture-kind-hint"));
    } else if let Some(Err((wrong, hint))) = rules.pictures.get(file) {
        let name = format!("{PICTURES_DIR}/{}", shown(file));
        let words = text!("load-picture", file = name, why = wrong);
        rules.error(codes::PICTURE, at, words, hint);
    }
}

fn accepted(rules: &mut Rules<'_>, file: &str, accepteret: &[Accept]) {
    for (n, accept) in accepteret.iter().enumerate() {
        if codes::find(&accept.kode).is_none() {
            let words = text!("load-unknown-code", code = shown(&accept.kode));
            let hint = match super::super::near::nearest(&accept.kode, codes::all().map(|c| c.code))
            {
                Some(near) => text!("load-near-code", near = near),
                None => text!("load-code-hint"),
            };
            rules.warning(
                codes::UNKNOWN_ACCEPT,
                (file, &format!("accepteret[{n}].kode")),
                words,
                hint,
            );
        }
    }
}
