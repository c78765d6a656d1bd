//! References: what is named is there.

use super::{RAPPORT_FILE, Rules, did_you_mean};
use crate::report::codes;
use crate::report::load::pictures::{Kind, PICTURES_DIR, is_plain_name};
use crate::report::load::words::shown;
use crate::report::model::{Accept, Blok, Indsats, Rapport};

pub(super) fn rapport(rules: &mut Rules<'_>, rapport: &Rapport) {
    if let Some(geojson) = &rapport.geojson {
        let at = (RAPPORT_FILE, "geojson");
        if !is_plain_name(geojson) {
            let words =
                format!("`{}` is not the name of a file beside rapport.toml", shown(geojson));
            rules.error(codes::GEOJSON, at, words, "write the name alone: `bydele.geojson`");
        } else if !rules.dir.join(geojson).is_file() {
            let words = format!("there is no file `{}`", shown(geojson));
            rules.error(
                codes::GEOJSON,
                at,
                words,
                "put it beside rapport.toml, or take the key out",
            );
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
    accepted(rules, file, &i.accepteret);
}

fn forvaltning(rules: &mut Rules<'_>, at: (&str, &str), kode: &str) {
    let Some(forvaltninger) = &rules.parts.forvaltninger else { return };
    let koder = forvaltninger.iter().map(|f| f.kode.as_str());
    if !koder.clone().any(|k| k == kode) {
        let words = format!("forvaltning `{}` is not in forvaltninger.toml", shown(kode));
        let hint = did_you_mean(kode, koder);
        rules.error(codes::UNKNOWN_FORVALTNING, at, words, hint);
    }
}

fn fagprincipper(rules: &mut Rules<'_>, file: &str, i: &Indsats) {
    let Some(principper) = &rules.parts.fagprincipper else { return };
    for (n, nr) in i.overblik.fagprincipper.iter().enumerate() {
        if !principper.iter().any(|p| p.nr == *nr) {
            let words = format!("fagprincip {nr} is not in fagprincipper.toml");
            let numre: Vec<String> = principper.iter().map(|p| p.nr.to_string()).collect();
            let field = format!("overblik.fagprincipper[{n}]");
            let hint = format!("known: {}", numre.join(", "));
            rules.error(codes::UNKNOWN_FAGPRINCIP, (file, &field), words, hint);
        }
    }
}

fn bydele(rules: &mut Rules<'_>, file: &str, i: &Indsats) {
    let Some(bydele) = &rules.parts.bydele else { return };
    for (n, navn) in i.geografi.bydele.iter().enumerate() {
        if bydele.iter().any(|b| b.hedder(navn)) {
            continue;
        }
        let words = format!("bydel `{}` is not in bydele.toml", shown(navn));
        let names = bydele.iter().flat_map(|b| {
            std::iter::once(b.navn.as_str()).chain(b.alias.iter().map(String::as_str))
        });
        let hint = match super::super::near::nearest(navn, names) {
            Some(near) => format!("nearest: `{near}`"),
            None => "add it to bydele.toml as an alias of the bydel that it lies in".to_owned(),
        };
        rules.error(codes::UNKNOWN_BYDEL, (file, &format!("geografi.bydele[{n}]")), words, hint);
    }
}

fn picture(rules: &mut Rules<'_>, at: (&str, &str), fil: &str) {
    if !is_plain_name(fil) {
        let words = format!("`{}` is not the name of a file in billeder/", shown(fil));
        rules.error(codes::PICTURE, at, words, "write the name alone: `vaerksted.jpg`");
    } else if Kind::of(fil).is_none() {
        let words = format!("`{}` is no picture that can be set", shown(fil));
        rules.error(codes::PICTURE, at, words, "use a .png, .jpg or .svg file");
    } else if let Some(Err((wrong, hint))) = rules.pictures.get(fil) {
        let words = format!("the picture `{PICTURES_DIR}/{}` {wrong}", shown(fil));
        rules.error(codes::PICTURE, at, words, *hint);
    }
}

fn accepted(rules: &mut Rules<'_>, file: &str, accepteret: &[Accept]) {
    for (n, accept) in accepteret.iter().enumerate() {
        if codes::find(&accept.kode).is_none() {
            let words = format!("no finding has the code `{}`", shown(&accept.kode));
            let hint = match super::super::near::nearest(&accept.kode, codes::all().map(|c| c.code))
            {
                Some(near) => {
                    format!("nearest: `{near}`; `sats check --explain {near}` tells what it is")
                }
                None => "codes look like `D101`".to_owned(),
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
