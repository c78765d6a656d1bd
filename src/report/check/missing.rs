//! What is missing, and what next year's report still waits for, each with who owes it.

use super::{Context, codes};
use crate::finding::{Finding, Severity};
use crate::report::model::{Blok, Felt, Indsats, Tilstand};
use crate::text;
use crate::words::Text;

/// A field whose value is not there.
struct Hul {
    felt: String,
    /// What it is, in words.
    hvad: Text,
    /// Who owes it, by code.
    skylder: String,
}

/// Values that the source lost.
pub fn lost(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        for h in huller(i, Tilstand::Mangler) {
            let ord = text!("lost", who = &h.skylder, what = &h.hvad);
            fund.push(c.note(codes::LOST, i, &h.felt, ord).hint(text!("lost-hint")));
        }
    }
    let ukendt: Vec<&Indsats> =
        c.report.indsatser.iter().filter(|i| i.virkningsevaluering.is_none()).collect();
    if !ukendt.is_empty() {
        let ord = text!(
            "no-evaluation",
            n = ukendt.len(),
            all = c.report.indsatser.len(),
            ids = Text::list(ukendt.iter().map(|i| &i.id))
        );
        fund.push(
            Finding::new(codes::LOST.code, Severity::Note, ord)
                .at(c.rapport("raekkefoelge"))
                .hint(text!("no-evaluation-hint")),
        );
    }
}

/// Values to be filled in.
pub fn to_fill_in(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        for h in huller(i, Tilstand::Udfyldes) {
            let ord = text!("fill-in", who = &h.skylder, what = &h.hvad);
            fund.push(c.advar(codes::TO_FILL_IN, i, &h.felt, ord).hint(text!("fill-in-hint")));
        }
    }
}

/// The fields of an indsats that are in that state, one for each series, amount and block.
fn huller(i: &Indsats, tilstand: Tilstand) -> Vec<Hul> {
    let skylder =
        i.forvaltninger.first().cloned().unwrap_or_else(|| i.overblik.forvaltning.clone());
    let mut ud = Vec::new();
    let mut hul = |felt: String, hvad: Text, skylder: &str| {
        ud.push(Hul { felt, hvad, skylder: skylder.to_owned() });
    };
    for (n, s) in i.brugere.serie.iter().enumerate() {
        let aar: Vec<&str> = s
            .vaerdier
            .iter()
            .filter(|(_, v)| v.tilstand() == tilstand)
            .map(|(aar, _)| aar.as_str())
            .collect();
        if let Some(foerste) = aar.first() {
            let felt = format!("brugere.serie[{n}].vaerdier.{foerste}");
            hul(felt, text!("owed-series", name = &s.navn, years = Text::list(aar)), &skylder);
        }
    }
    if i.oekonomi.beloeb.tilstand() == tilstand {
        hul("oekonomi.beloeb".into(), text!("owed-amount"), &skylder);
    }
    for (n, d) in i.oekonomi.opdeling.iter().enumerate() {
        if d.beloeb.tilstand() == tilstand {
            let hvad = text!("owed-part", name = &d.navn);
            hul(format!("oekonomi.opdeling[{n}].beloeb"), hvad, &skylder);
        }
    }
    for (sti, blok) in i.blokke() {
        if let Some(hvad) = i_blok(blok, tilstand) {
            let figur = match blok {
                Blok::Figur(f) => f.skylder.as_deref(),
                _ => None,
            };
            hul(sti, hvad, figur.unwrap_or(&skylder));
        }
    }
    ud
}

/// What a block lacks, in words.
fn i_blok(blok: &Blok, tilstand: Tilstand) -> Option<Text> {
    match blok {
        Blok::Tabel(t) => {
            let alle: Vec<_> = t.raekker.iter().flat_map(|r| &r.celler).collect();
            let antal = alle.iter().filter(|c| c.tilstand() == tilstand).count();
            (antal > 0).then(|| text!("owed-cells", n = antal, all = alle.len(), table = &t.titel))
        }
        Blok::Figur(f) => {
            let vaerdi = f.serier.iter().flat_map(|s| &s.vaerdier);
            let i_serie = vaerdi.filter(|v| v.tilstand() == tilstand).count();
            (f.tilstand == tilstand || i_serie > 0).then(|| text!("owed-figure", title = &f.titel))
        }
        Blok::Tal(t) => {
            let antal =
                t.poster.iter().flat_map(|p| &p.tal).filter(|v| v.tilstand() == tilstand).count();
            let titel = t.titel.as_deref().map_or_else(|| text!("small-callouts"), Text::from);
            (antal > 0).then(|| text!("owed-numbers", n = antal, title = titel))
        }
        Blok::Billede(b) if b.tilstand == tilstand => Some(match &b.billedtekst {
            Some(tekst) => text!("owed-picture", caption = tekst),
            None => text!("owed-a-picture"),
        }),
        Blok::Eget(b) => {
            let states = |felt: &Felt| matches!(felt, Felt::Vaerdi(v) if v.tilstand() == tilstand);
            let antal = b.enkelte().iter().filter(|(_, felt)| states(felt)).count();
            let titel = b.titel.as_deref().unwrap_or(&b.navn);
            (antal > 0).then(|| text!("owed-numbers", n = antal, title = titel))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::{Ramme, med_blokke, med_oekonomi, med_tabel};

    #[test]
    fn a_lost_figure_names_who_owes_it() {
        let figur = |rest: &str| {
            med_blokke(&format!("[[blok]]\nslags = \"figur\"\ntitel = \"Status\"\n{rest}"))
        };
        let f = figur("tilstand = \"mangler\"").fund("D231");
        assert!(f.iter().any(|f| f == "SOF skal levere værdierne i figuren »Status«"), "{f:?}");
        let f = figur("tilstand = \"mangler\"\nskylder = \"BIF\"").fund("D231");
        assert!(f.iter().any(|f| f.starts_with("BIF skal levere")), "{f:?}");
        let f = figur("kategorier = [\"A\"]\nserier = [{ vaerdier = [7] }]").fund("D231");
        assert!(!f.iter().any(|f| f.contains("figuren")), "{f:?}");
    }

    #[test]
    fn an_unknown_virkningsevaluering_is_told_once_for_the_report() {
        assert_eq!(Ramme::default().fund("D231").len(), 1);
        let r = Ramme { hoved: "virkningsevaluering = false".into(), ..Ramme::default() };
        assert!(r.fund("D231").is_empty());
    }

    #[test]
    fn what_is_to_be_filled_in_is_told_by_field_and_forvaltning() {
        assert!(med_oekonomi("beloeb = 100_000").fund("D232").is_empty());
        assert_eq!(med_oekonomi("beloeb = \"udfyldes\"").fund("D232"), ["SOF udfylder beløbet"]);
        let f = med_tabel(
            "kolonner = [{ navn = \"A\" }]\nraekker = [{ navn = \"R\", celler = [\"udfyldes\"] }, { navn = \"S\", celler = [7] }]",
        )
        .fund("D232");
        assert!(f.len() == 1 && f[0].contains("1 af 2 celler"), "{f:?}");
    }
}
