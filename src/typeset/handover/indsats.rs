//! One indsats as its spread gets it.

use serde_json::{Value, json};

use super::Handover;
use super::blok::{blokke, noter};
use super::naboer::se_ogsaa;
use super::omfang;
use super::tekst::{navn, navn_eller};
use crate::report::danish;
use crate::report::insight::IndsatsTal;
use crate::report::model::{Enhed, Indsats, Tal, Vaerdi};

pub(super) fn indsats(h: &Handover<'_>, i: &Indsats) -> Value {
    let w = h.words();
    let mut value = json!({
        "id": i.id,
        // Where in the document it is set: once, under its own id, unless a layout says otherwise.
        "sted": i.id,
        "nr": h.nr(&i.id),
        "navn": navn(&i.navn),
        "kort-navn": navn(i.kort_navn.as_ref().unwrap_or(&i.navn)),
        "undertitel": navn_eller(i.undertitel.as_ref()),
        "fagprincipper": fagprincipper(h, i),
        "virkningsevaluering": i.virkningsevaluering,
        "lead": w.prosa(&i.lead),
        "beskrivelse": w.prosa(&i.beskrivelse),
        "fortsat": i.beskrivelse_fortsat.as_ref().map_or_else(|| json!([]), |t| w.prosa(t)),
        "noegletal": noegletal(h, i),
        "brugere": {
            "overskrift": navn_eller(i.brugere.overskrift.as_ref()),
            "tekst": w.prosa(&i.brugere.tekst),
            "figur": h.figur(&format!("{}/serie", i.id)),
            "blokke": blokke(h, i, &i.brugere.blok, "brugere.blok"),
            "noter": i.brugere.serie.iter().flat_map(|s| noter(h, &s.noter)).collect::<Vec<_>>(),
        },
        "geografi": {
            "overskrift": navn_eller(i.geografi.overskrift.as_ref()),
            "tekst": w.prosa(&i.geografi.tekst),
            "kort": h.figur(&format!("{}/kort", i.id)),
            "blokke": blokke(h, i, &i.geografi.blok, "geografi.blok"),
        },
        "oekonomi": {
            "overskrift": navn_eller(i.oekonomi.overskrift.as_ref()),
            "tekst": w.tekst(&i.oekonomi.tekst),
            "figur": h.figur(&format!("{}/oekonomi", i.id)),
            "blokke": blokke(h, i, &i.oekonomi.blok, "oekonomi.blok"),
        },
        "blokke": blokke(h, i, &i.blok, "blok"),
        "se-ogsaa": se_ogsaa(h, i),
    });
    value["omfang"] = json!(omfang::omfang(&value));
    value
}

/// Numbers and names of the fagprincipper that the overview gives the indsats.
pub(super) fn fagprincipper(h: &Handover<'_>, i: &Indsats) -> Vec<Value> {
    i.overblik
        .fagprincipper
        .iter()
        .filter_map(|nr| h.report.fagprincipper.iter().find(|f| f.nr == *nr))
        .map(|f| json!({ "nr": f.nr, "navn": navn(&f.navn), "kort-navn": navn(&f.kort_navn) }))
        .collect()
}

/// Bydele of an indsats in the table's own names, or the whole city.
pub(super) fn bydele(h: &Handover<'_>, i: &Indsats) -> Vec<String> {
    i.geografi
        .bydele
        .iter()
        .map(|b| {
            let bydel = h.report.bydele.iter().find(|x| x.navn == *b || x.alias.contains(b));
            bydel.map_or_else(|| b.clone(), |x| x.navn.clone())
        })
        .collect()
}

/// The band of key figures: amount and rank, users and change, since, forvaltning, bydele.
fn noegletal(h: &Handover<'_>, i: &Indsats) -> Value {
    let tal = h.insights.indsatser.iter().find(|t| t.id == i.id);
    json!([bevilling(h, i, tal), brugere(i, tal), siden(i), forvaltning(i), geografi(h, i)])
}

fn felt(slags: &str, navn: &str, tal: &str, enhed: &str, note: &str) -> Value {
    json!({ "slags": slags, "navn": navn, "tal": tal, "enhed": enhed, "note": note })
}

fn bevilling(h: &Handover<'_>, i: &Indsats, tal: Option<&IndsatsTal>) -> Value {
    let kendte = h.insights.amounts();
    let note = match tal.and_then(|t| Some((t.rang?, t.andel?))) {
        // One alone has no place among others, and all of the money.
        Some(_) if kendte.of == 1 => String::new(),
        Some((rang, andel)) => {
            let pct = danish::procent_en(andel);
            format!("nr.\u{a0}{rang} af {} · {pct} af midlerne", kendte.of)
        }
        None if i.oekonomi.beloeb.tal().is_none() => String::new(),
        None => format!("{} af {} beløb er oplyst", kendte.known, kendte.of),
    };
    let titel = format!("Bevilling {}", h.report.rapport.aar);
    felt("tal", &titel, &danish::vaerdi_uden_enhed(&i.oekonomi.beloeb), "kr.", &note)
}

fn brugere(i: &Indsats, tal: Option<&IndsatsTal>) -> Value {
    let serie = tal.and_then(|t| t.serie.as_ref());
    let Some((serie, seneste, aar)) = serie.and_then(|s| Some((s, s.seneste?, s.aar?))) else {
        return felt("tal", "Brugere", danish::STREG, "", "opgøres ikke år for år");
    };
    let vaerdi = i.brugere.serie.first().and_then(|s| s.vaerdier.get(&aar.to_string()));
    let tekst = vaerdi.map_or_else(|| danish::tal(seneste), danish::vaerdi_uden_enhed);
    let note = match serie.aendring {
        Some(0.0) => format!("som i {}", aar - 1),
        Some(aendring) => {
            let retning = if aendring > 0.0 { "op" } else { "ned" };
            let fra =
                forrige(i, aar).map_or_else(String::new, |f| format!(" fra {f} i {}", aar - 1));
            format!("{retning}{fra}")
        }
        None => String::new(),
    };
    felt("tal", &format!("{} {aar}", navn(&serie.navn)), &tekst, "", &note)
}

/// The value of the year before, as printed.
fn forrige(i: &Indsats, aar: i32) -> Option<String> {
    let vaerdi: &Vaerdi = i.brugere.serie.first()?.vaerdier.get(&(aar - 1).to_string())?;
    vaerdi.tal()?;
    Some(danish::vaerdi_uden_enhed(vaerdi))
}

fn siden(i: &Indsats) -> Value {
    match &i.siden {
        None => felt("tal", "Siden", danish::STREG, "", "årstal ikke oplyst"),
        Some(siden) => {
            let tekst = siden.tekst();
            let aar = siden.aar().to_string();
            let note = if tekst == aar { String::new() } else { navn(&tekst) };
            felt("tal", "Siden", &aar, "", &note)
        }
    }
}

fn forvaltning(i: &Indsats) -> Value {
    let titel = if i.forvaltninger.len() > 1 { "Forvaltninger" } else { "Forvaltning" };
    felt("ord", titel, &i.forvaltninger.join(" · "), "", "")
}

fn geografi(h: &Handover<'_>, i: &Indsats) -> Value {
    if i.geografi.bydaekkende {
        return felt("ord", "Geografi", "Hele byen", "", "");
    }
    let navne = bydele(h, i);
    match navne.as_slice() {
        [en] => felt("ord", "Geografi", en, "", ""),
        _ => {
            let antal = danish::flertal(navne.len() as i64, "bydel", "bydele");
            felt("ord", "Geografi", &antal, "", &navne.join(", "))
        }
    }
}

/// The amount as the overview prints it: kroner without the unit, which stands in the head.
pub(super) fn beloeb(i: &Indsats) -> String {
    danish::vaerdi_uden_enhed(&i.oekonomi.beloeb)
}

/// What stands behind the amount in the overview.
pub(super) fn beloeb_note(i: &Indsats) -> Vec<String> {
    let dele = i
        .oekonomi
        .opdeling
        .iter()
        .map(|d| format!("{}: {}", navn(&d.navn), danish::vaerdi(&d.beloeb, Enhed::Antal)));
    i.oekonomi.beloeb_note.iter().map(|n| navn(n)).chain(dele).collect()
}

/// Kroner for the cover's bars; nothing where the amount is missing.
pub(super) fn kroner(i: &Indsats) -> f64 {
    i.oekonomi.beloeb.tal().map_or(0.0, Tal::f64)
}
