//! Blocks as the layouts get them.

use serde_json::{Value, json};

use super::Handover;
use super::tekst::{navn, navn_eller};
use crate::chart::visning_af;
use crate::report::danish;
use crate::report::model::{
    Begreb, Blok, Celle, Citat, Enhed, Figur, Fodnote, Indsats, Tabel, TalPost, Tekst, Visning,
};

/// Bytes of a quote beyond which it is set in the text's size, not larger.
const LANGT_CITAT: usize = 240;

/// Blocks of one list. `felt` is the list's path in the data (`blok`, `brugere.blok`).
pub(super) fn blokke(
    h: &Handover<'_>,
    indsats: &Indsats,
    liste: &[Blok],
    felt: &str,
) -> Vec<Value> {
    liste
        .iter()
        .enumerate()
        .map(|(i, b)| {
            let mut value = blok(h, indsats, b, &format!("{}/{felt}-{i}", indsats.id));
            if let Value::Object(map) = &mut value {
                map.insert("felt".to_owned(), json!(format!("{felt}[{i}]")));
            }
            value
        })
        .collect()
}

fn blok(h: &Handover<'_>, indsats: &Indsats, b: &Blok, figur_id: &str) -> Value {
    let w = h.words();
    match b {
        Blok::Overskrift(x) => {
            json!({ "slags": "overskrift", "tekst": navn(&x.tekst), "niveau": x.niveau })
        }
        Blok::Tekst(x) => json!({ "slags": "tekst", "tekst": w.tekst(&x.tekst) }),
        Blok::Tabel(x) => tabel(h, x, figur_id),
        Blok::Figur(x) => figur(h, indsats, x, figur_id),
        Blok::Citat(x) => {
            json!({ "slags": "citat", "tekst": w.prosa(&x.tekst), "hvem": hvem(x), "lang": x.tekst.len() > LANGT_CITAT })
        }
        Blok::Fremhaevet(x) => json!({ "slags": "fremhaevet", "tekst": w.prosa(&x.tekst) }),
        Blok::Tal(x) => json!({
            "slags": "tal",
            "titel": navn_eller(x.titel.as_ref()),
            "poster": x.poster.iter().map(|p| post(h, p)).collect::<Vec<_>>(),
        }),
        Blok::Spalteliste(x) => json!({
            "slags": "spalteliste",
            "titel": navn_eller(x.titel.as_ref()),
            "spalter": x.spalter.iter().map(|s| json!({
                "titel": navn(&s.titel),
                "punkter": s.punkter.iter().map(|p| navn(p)).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
        }),
        Blok::Begreber(x) => begreber(h, "begreber", x.titel.as_ref(), &x.poster),
        Blok::Trin(x) => begreber(h, "trin", x.titel.as_ref(), &x.trin),
        Blok::Note(x) => {
            json!({ "slags": "note", "maerke": x.maerke, "tekst": w.tekst(&x.tekst) })
        }
        Blok::Kilde(x) => {
            json!({ "slags": "kilde", "maerke": x.maerke, "tekst": w.tekst(&x.tekst) })
        }
        Blok::Billede(x) => json!({
            "slags": "billede",
            "fil": x.fil.as_ref().map(|f| format!("/billeder/{f}")),
            "billedtekst": navn_eller(x.billedtekst.as_ref()),
            "alt": navn_eller(x.alt.as_ref()),
        }),
    }
}

fn hvem(citat: &Citat) -> String {
    let alder = citat.alder.map(|a| format!("{a}\u{a0}år"));
    [citat.person.clone(), alder, citat.organisation.clone()]
        .into_iter()
        .flatten()
        .map(|del| navn(&del))
        .collect::<Vec<_>>()
        .join(", ")
}

fn begreber(h: &Handover<'_>, slags: &str, titel: Option<&String>, poster: &[Begreb]) -> Value {
    json!({
        "slags": slags,
        "titel": navn_eller(titel),
        "poster": poster.iter().map(|p| json!({
            "navn": navn(&p.navn),
            "tekst": h.words().prosa(&p.tekst),
        })).collect::<Vec<_>>(),
    })
}

/// A callout: `{tal.1}` is the first number in figures, `{ord.1}` in words.
fn post(h: &Handover<'_>, post: &TalPost) -> Value {
    let plads = |navn: &str| {
        let (form, nr) = navn.split_once('.')?;
        let vaerdi = post.tal.get(nr.parse::<usize>().ok()?.checked_sub(1)?)?;
        match (form, vaerdi.tal()) {
            ("ord", Some(tal)) => Some(danish::antal_i_tekst(tal.f64() as i64)),
            _ => Some(danish::vaerdi(vaerdi, post.enhed)),
        }
    };
    json!({
        "titel": navn_eller(post.titel.as_ref()),
        "stort": post.tal.first().map(|v| danish::vaerdi(v, post.enhed)),
        "tekst": h.words().linje(&post.tekst, &plads),
    })
}

pub(super) fn noter(h: &Handover<'_>, noter: &[Fodnote]) -> Vec<Value> {
    noter
        .iter()
        .map(|n| json!({ "maerke": n.maerke, "tekst": h.words().tekst(&n.tekst) }))
        .collect()
}

fn kilde(h: &Handover<'_>, kilde: Option<&Tekst>) -> Value {
    kilde.map_or(Value::Null, |k| h.words().tekst(k))
}

fn tabel(h: &Handover<'_>, t: &Tabel, figur_id: &str) -> Value {
    let figur = h.figur(figur_id);
    let visning = if figur.is_null() { Visning::Tabel } else { visning_af(t) };
    json!({
        "slags": "tabel",
        "titel": navn(&t.titel),
        "beskrivelse": navn_eller(t.beskrivelse.as_ref()),
        "raekkehoved": navn(&t.raekkehoved),
        "maerke": t.maerke,
        "kolonner": t.kolonner.iter().map(|k| json!({
            "navn": navn(&k.navn),
            "gruppe": navn_eller(k.gruppe.as_ref()),
            "maerke": k.maerke,
            "tekst": k.enhed == Enhed::Tekst,
        })).collect::<Vec<_>>(),
        "raekker": t.raekker.iter().map(|r| json!({
            "navn": navn(&r.navn),
            "forklaring": navn_eller(r.forklaring.as_ref()),
            "rolle": r.rolle,
            "maerke": r.maerke,
            "celler": r.celler.iter().zip(&t.kolonner)
                .map(|(c, k)| celle(c, r.enhed.unwrap_or(k.enhed)))
                .collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
        "visning": visning,
        "figur": figur,
        "noter": noter(h, &t.noter),
        "kilde": kilde(h, t.kilde.as_ref()),
    })
}

/// A cell: its words, and whether they are a number (aligned right).
fn celle(c: &Celle, enhed: Enhed) -> Value {
    let er_tal = match c {
        Celle::Tekst(t) => matches!(t.as_str(), "-" | "mangler" | "udfyldes" | "diskretion"),
        Celle::Tal(_) | Celle::Par(_) | Celle::Fuld(_) => true,
    };
    let maerke = match c {
        Celle::Fuld(f) => f.maerke.clone(),
        Celle::Tal(_) | Celle::Tekst(_) | Celle::Par(_) => None,
    };
    json!({ "v": danish::celle(c, enhed), "tal": er_tal, "maerke": maerke })
}

fn figur(h: &Handover<'_>, indsats: &Indsats, f: &Figur, figur_id: &str) -> Value {
    let skylder = f.skylder.as_ref().or_else(|| indsats.forvaltninger.first());
    let navn_paa = |kode: &String| {
        h.report
            .forvaltninger
            .iter()
            .find(|x| x.kode == *kode)
            .map_or(kode.clone(), |x| x.navn.clone())
    };
    json!({
        "slags": "figur",
        "titel": navn(&f.titel),
        "beskrivelse": navn_eller(f.beskrivelse.as_ref()),
        "maerke": f.maerke,
        "figur": h.figur(figur_id),
        "skylder": skylder.map(navn_paa),
        "noter": noter(h, &f.noter),
        "kilde": kilde(h, f.kilde.as_ref()),
    })
}
