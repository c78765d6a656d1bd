//! Front matter, overview, insights and closing pages as the layouts get them.

use serde_json::{Value, json};

use super::Handover;
use super::csv::Attachment;
use super::indsats::{beloeb, beloeb_note, bydele, fagprincipper, kroner};
use super::tekst::{navn, navn_eller};
use crate::report::danish;
use crate::report::insight::Insights;
use crate::report::model::{Begreb, Blok, Figur, Indsats, IndsigtFigur, Tilstand};

pub(super) fn rapport(h: &Handover<'_>, attached: &[Attachment]) -> Value {
    let r = &h.report.rapport;
    let w = h.words();
    json!({
        "titel": navn(&r.titel),
        "undertitel": navn_eller(r.undertitel.as_ref()),
        "aar": r.aar,
        "dataaar": r.dataaar,
        "afsender": navn_eller(r.afsender.as_ref()),
        "forfatter": navn(&r.forfatter()),
        "kommune": navn(&r.kommune),
        "emne": match h.uddrag {
            Some(u) => format!("{} {}", u.tekst, w.titel(&r.emne)),
            None => w.titel(&r.emne),
        },
        "emneord": r.emneord,
        "uddrag": h.uddrag.map(|u| u.tekst),
        // What the document is called where it goes without its cover: in its metadata, on its feet.
        "dokumenttitel": match h.uddrag {
            Some(u) => format!("{}: {}", navn(&r.titel), navn(u.titel)),
            None => navn(&r.titel),
        },
        "laengste-ord": laengste_ord(h),
        "raekkefoelge": h.report.indsatser.iter().map(|i| &i.id).collect::<Vec<_>>(),
        "forside": h.report.indsatser.iter().map(|i| json!({
            "kr": kroner(i),
            "fagprincip": i.overblik.fagprincipper.first(),
        })).collect::<Vec<_>>(),
        "antal": h.insights.antal,
        "kort-fortalt": kort_fortalt(h),
        "introduktion": {
            "titel": navn(&r.introduktion.titel),
            "lead": r.introduktion.lead.as_ref().map_or_else(|| json!([]), |t| w.prosa(t)),
            "spor": r.introduktion.spor.iter().map(|s| json!({
                "titel": navn(&s.titel),
                "tekst": w.prosa(&s.tekst),
                "symbol": s.symbol,
                "symbol-tekst": s.symbol_tekst.as_ref().map_or_else(|| json!([]), |t| w.prosa(t)),
            })).collect::<Vec<_>>(),
        },
        "laesevejledning": {
            "titel": navn(&r.laesevejledning.titel),
            "tekst": w.prosa(&r.laesevejledning.tekst),
        },
        "strategi": {
            "navn": navn(&r.strategi.navn),
            "tekst": w.prosa(&r.strategi.tekst),
            "titel": navn(&r.strategi.titel),
            "grundprincipper": r.strategi.grundprincipper.iter().map(|g| json!({
                "navn": navn(&g.navn),
                "symbol": g.symbol,
                "tekst": g.tekst.as_ref().map_or_else(|| json!([]), |t| w.prosa(t)),
            })).collect::<Vec<_>>(),
        },
        "fagprincipper": principper(h),
        "overblik": overblik(h),
        "skilleblad": h.report.indsatser.iter().map(|i| json!({
            "id": i.id,
            "nr": h.nr(&i.id),
            "navn": navn(&i.navn),
            "fagprincip": i.overblik.fagprincipper.first(),
            "fagprincipper": fagprincipper(h, i),
            "forvaltninger": i.forvaltninger.join(" · "),
        })).collect::<Vec<_>>(),
        "indsigter": indsigter(h),
        "datanoter": r.datanoter.iter().map(|a| json!({
            "titel": navn(&a.titel),
            "tekst": w.prosa(&a.tekst),
        })).collect::<Vec<_>>(),
        "mangler": mangler(h),
        "kolofon": r.kolofon.iter().map(|b| begreb(h, b)).collect::<Vec<_>>(),
        "vedhaeft": attached.iter().map(Attachment::json).collect::<Vec<_>>(),
    })
}

/// Letters of the longest word in the data files, so that the layouts look for words that no column
/// holds only where there are any.
fn laengste_ord(h: &Handover<'_>) -> usize {
    let ord = |tekst: &str| {
        let ord = tekst.split(|tegn: char| tegn.is_whitespace() || tegn == '"');
        ord.map(|ord| ord.chars().count()).max()
    };
    h.sources.iter().filter_map(|(_, tekst)| ord(tekst)).max().unwrap_or_default()
}

fn begreb(h: &Handover<'_>, b: &Begreb) -> Value {
    json!({ "navn": navn(&b.navn), "tekst": h.words().prosa(&b.tekst) })
}

fn principper(h: &Handover<'_>) -> Vec<Value> {
    h.report
        .fagprincipper
        .iter()
        .map(|f| {
            let antal =
                h.insights.fagprincipper.iter().find(|t| t.nr == f.nr).map_or(0, |t| t.antal);
            json!({
                "nr": f.nr,
                "navn": navn(&f.navn),
                "kort-navn": navn(&f.kort_navn),
                "tekst": h.words().prosa(&f.tekst),
                "antal-tekst": danish::flertal(antal as i64, "indsats", "indsatser"),
            })
        })
        .collect()
}

/// What a reader with ten minutes needs: a few large numbers, and the findings.
fn kort_fortalt(h: &Handover<'_>) -> Value {
    let plads = |navn: &str| h.insights.placeholder(navn).unwrap_or_default();
    let tal = |tal: String, navn: &str| json!({ "tal": tal, "navn": navn });
    // The large figure without its unit, which goes before the words: `107,8` `mio. kr. til …`.
    let midler = h.insights.beloeb.ialt.map(danish::kroner_kort);
    let kendte = h.insights.amounts();
    let aar = h.report.rapport.aar;
    let (midler, midler_navn) = match midler
        .as_deref()
        .map(|m| m.split_once('\u{a0}').unwrap_or((m, "kr.")))
    {
        Some((tal, enhed)) => (tal, format!("{enhed} til indsatserne i {aar}")),
        None => (
            danish::UKENDT,
            format!("til indsatserne i {aar}: {} af {} beløb er oplyst", kendte.known, kendte.of),
        ),
    };
    json!({
        "tal": [
            tal(plads("antal.indsatser"), "indsatser"),
            tal(midler.to_owned(), &midler_navn),
            tal(plads("antal.bydaekkende"), "indsatser dækker hele byen"),
            tal(plads("antal.lokale"), "indsatser er lokale"),
        ],
        "punkter": h.report.rapport.indsigter.indsigt.iter().enumerate().map(|(i, x)| json!({
            "emne": navn(&x.emne),
            "titel": h.words().titel(&x.titel),
            "anker": format!("indsigt-{i}"),
        })).collect::<Vec<_>>(),
    })
}

fn overblik(h: &Handover<'_>) -> Value {
    let o = &h.report.rapport.overblik;
    let orden = &h.report.rapport.overblik_raekkefoelge;
    let mut liste: Vec<&Indsats> = h.report.indsatser.iter().collect();
    liste.sort_by_key(|i| orden.iter().position(|id| *id == i.id));
    json!({
        "titel": navn(&o.titel),
        "tekst": o.tekst.as_ref().map_or_else(|| json!([]), |t| h.words().prosa(t)),
        "kolonner": o.kolonner.iter().map(|k| navn(k)).collect::<Vec<_>>(),
        "raekker": liste.iter().map(|i| raekke(h, i)).collect::<Vec<_>>(),
        "ialt": ialt(h),
        // The sum of an excerpt's rows says so, beside the sum of all.
        "ialt-navn": h.uddrag.map(|_| "I alt i uddraget"),
        "ialt-note": h.uddrag.and(h.insights.beloeb.ialt).map(|kr| {
            format!("af {} i hele rapporten", danish::kroner(kr))
        }),
    })
}

/// The sum of the overview's rows, or on how many amounts it would rest.
fn ialt(h: &Handover<'_>) -> String {
    let (ialt, kendte) = match h.uddrag {
        Some(_) => Insights::sum(h.report),
        None => (h.insights.beloeb.ialt, h.insights.amounts()),
    };
    ialt.map_or_else(|| danish::tilbageholdt(kendte.known, kendte.of), danish::heltal)
}

fn raekke(h: &Handover<'_>, i: &Indsats) -> Value {
    let geografi = match &i.overblik.geografi_som_trykt {
        Some(trykt) => navn(trykt),
        None if i.geografi.bydaekkende => "Bydækkende".to_owned(),
        None => bydele(h, i).join(", "),
    };
    json!({
        "id": i.id,
        "navn": navn(&i.overblik.navn),
        "problem": navn(&i.overblik.problem),
        "forvaltning": i.overblik.forvaltning,
        "fagprincipper": fagprincipper(h, i),
        "maalgruppe": navn(&i.overblik.maalgruppe),
        "geografi": geografi,
        "beloeb": beloeb(i),
        "beloeb-noter": beloeb_note(i),
    })
}

fn indsigter(h: &Handover<'_>) -> Value {
    let x = &h.report.rapport.indsigter;
    let w = h.words();
    json!({
        "titel": navn(&x.titel),
        "lead": x.lead.as_ref().map_or_else(|| json!([]), |t| w.prosa(t)),
        "indsigt": x.indsigt.iter().map(|i| json!({
            "emne": navn(&i.emne),
            "titel": w.titel(&i.titel),
            "tekst": w.prosa(&i.tekst),
            "figur": i.figur.map_or(Value::Null, |f| h.figur(figur_id(f))),
            "note": i.note.as_ref().map_or_else(|| json!([]), |t| w.prosa(t)),
        })).collect::<Vec<_>>(),
    })
}

fn figur_id(figur: IndsigtFigur) -> &'static str {
    match figur {
        IndsigtFigur::Bydele => "indsigt/bydele",
        IndsigtFigur::Fagprincipper => "indsigt/fagprincipper",
        IndsigtFigur::Matrix => "indsigt/matrix",
        IndsigtFigur::Forvaltninger => "indsigt/forvaltninger",
        IndsigtFigur::Beloeb => "indsigt/beloeb",
        IndsigtFigur::Brugere => "indsigt/brugere",
    }
}

/// Figures whose values the source lost, by indsats, for the notes on the data.
fn mangler(h: &Handover<'_>) -> Vec<Value> {
    h.report
        .indsatser
        .iter()
        .filter_map(|i| {
            let figurer: Vec<String> =
                i.blok.iter().filter_map(tabt).map(|f| navn(&f.titel)).collect();
            (!figurer.is_empty())
                .then(|| json!({ "id": i.id, "navn": navn(&i.navn), "figurer": figurer }))
        })
        .collect()
}

fn tabt(blok: &Blok) -> Option<&Figur> {
    match blok {
        Blok::Figur(f) if f.tilstand == Tilstand::Mangler => Some(f),
        _ => None,
    }
}
