//! Disclosure control: counts of persons so small that they tell about somebody, and withheld
//! counts that the others give away.
//!
//! The rule is that of Danmarks Statistik and of registers of vulnerable persons: counts from 1 to
//! one below the threshold are withheld, and where a total stands beside them a second one too.

use super::sums::EPS;
use super::tabeller::{Punkt, celle, kolonne, tabeller, tal};
use super::tekster::blokke;
use super::{Context, codes, dk};
use crate::finding::Finding;
use crate::report::model::{Blok, Enhed, Indsats, RaekkeRolle, Tabel, Tilstand};

/// Counts below the threshold.
pub fn small_counts(c: &Context<'_>, fund: &mut Vec<Finding>) {
    let graense = f64::from(c.report.rapport.diskretion.graense);
    let lille = |x: f64| x > EPS && x < graense - EPS;
    for (_, i) in c.indsatser() {
        for (_, sti, t) in tabeller(i) {
            for nr in 0..t.kolonner.len() {
                fund.extend(column(c, i, (&sti, t, nr), graense));
                fund.extend(share_of_base(c, i, (&sti, t, nr), graense));
            }
        }
        for (n, s) in i.brugere.serie.iter().enumerate().filter(|(_, s)| s.enhed == Enhed::Personer)
        {
            let smaa: Vec<String> = s
                .aar()
                .filter_map(|(aar, v)| Some((aar, v.tal()?.f64())))
                .filter(|(_, x)| lille(*x))
                .map(|(aar, x)| format!("{aar}: {}", dk(x)))
                .collect();
            if !smaa.is_empty() {
                let felt = format!("brugere.serie[{n}].vaerdier");
                fund.push(tell(c, i, &felt, &s.navn, graense, &smaa));
            }
        }
        for (sti, blok) in blokke(i) {
            if let Blok::Figur(f) = blok
                && f.enhed == Enhed::Personer
            {
                let smaa: Vec<String> = f
                    .serier
                    .iter()
                    .flat_map(|s| f.kategorier.iter().zip(&s.vaerdier))
                    .filter_map(|(k, v)| Some((k, v.tal()?.f64())))
                    .filter(|(_, x)| lille(*x))
                    .map(|(k, x)| format!("`{k}` {}", dk(x)))
                    .collect();
                if !smaa.is_empty() {
                    fund.push(tell(c, i, &sti, &f.titel, graense, &smaa));
                }
            }
        }
    }
}

fn tell(
    c: &Context<'_>,
    i: &Indsats,
    felt: &str,
    hvor: &str,
    graense: f64,
    smaa: &[String],
) -> Finding {
    let ord = format!(
        "{} below {} in `{hvor}`: {}",
        match smaa.len() {
            1 => "a count".to_owned(),
            n => format!("{n} counts"),
        },
        dk(graense),
        smaa.join(", "),
    );
    c.advar(codes::SMALL_COUNT, i, felt, ord)
        .hint("withhold them (\"diskretion\"), or put small groups together; accept the finding with a reason where nobody can be recognised")
}

/// Whether a column counts persons: by its unit, or any count in a sensitive table.
fn personer(t: &Tabel, nr: usize) -> bool {
    let enhed = t.kolonner.get(nr).map(|k| k.enhed);
    enhed == Some(Enhed::Personer) || (t.foelsom && enhed == Some(Enhed::Antal))
}

fn column(
    c: &Context<'_>,
    i: &Indsats,
    (sti, t, nr): (&str, &Tabel, usize),
    graense: f64,
) -> Option<Finding> {
    if !personer(t, nr) {
        return None;
    }
    let punkter = kolonne(t, nr);
    let smaa: Vec<(&Punkt<'_>, f64)> = punkter
        .iter()
        .filter(|p| p.raekke.rolle != RaekkeRolle::Gennemsnit)
        .filter_map(|p| Some((p, p.tal?)))
        .filter(|(_, x)| *x > EPS && *x < graense - EPS)
        .collect();
    let (foerste, _) = smaa.first()?;
    let skrevet: Vec<String> =
        smaa.iter().map(|(p, x)| format!("`{}` {}", navn(p), dk(*x))).collect();
    let hvor = match t.kolonner.get(nr).map(|k| k.navn.as_str()) {
        Some("") | None => t.titel.clone(),
        Some(navn) => format!("{}: {navn}", t.titel),
    };
    let mut f = tell(c, i, &celle(sti, foerste.nr, nr), &hvor, graense, &skrevet);
    let sum = punkter.iter().find(|p| {
        matches!(p.raekke.rolle, RaekkeRolle::Total | RaekkeRolle::Subtotal) && p.tal.is_some()
    });
    if let (Some(sum), [_]) = (sum, smaa.as_slice()) {
        let naeste = punkter
            .iter()
            .filter(|p| p.raekke.rolle == RaekkeRolle::Data)
            .filter_map(|p| Some((p, p.tal?)))
            .filter(|(_, x)| *x >= graense - EPS)
            .min_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((p, x)) = naeste {
            f = f.hint(format!(
                "withhold `{}` ({}) too, or `{}` gives the count away",
                navn(p),
                dk(x),
                navn(sum),
            ));
        }
    }
    for (p, _) in smaa.iter().skip(1) {
        f.related.push((c.sted(i, &celle(sti, p.nr, nr)), "and here".to_owned()));
    }
    Some(f)
}

fn navn<'a>(p: &Punkt<'a>) -> &'a str {
    &p.raekke.navn
}

/// A share and its base in one sensitive table give a count.
fn share_of_base(
    c: &Context<'_>,
    i: &Indsats,
    (sti, t, nr): (&str, &Tabel, usize),
    graense: f64,
) -> Option<Finding> {
    if !t.foelsom || t.kolonner.get(nr)?.enhed != Enhed::Pct {
        return None;
    }
    let (_, grundlag) = t
        .raekker
        .iter()
        .enumerate()
        .find(|(_, r)| r.rolle == RaekkeRolle::Grundlag && r.enhed == Some(Enhed::Personer))?;
    let n = grundlag.celler.get(nr).and_then(tal)?;
    let punkter = kolonne(t, nr);
    let smaa: Vec<(&Punkt<'_>, f64)> = punkter
        .iter()
        .filter_map(|p| Some((p, (p.tal? * n / 100.0).round())))
        .filter(|(_, x)| *x > EPS && *x < graense - EPS)
        .collect();
    let (foerste, _) = smaa.first()?;
    let skrevet: Vec<String> = smaa
        .iter()
        .map(|(p, x)| {
            format!("`{}` {} % of {} is {}", navn(p), dk(p.tal.unwrap_or(0.0)), dk(n), dk(*x))
        })
        .collect();
    Some(tell(c, i, &celle(sti, foerste.nr, nr), &t.titel, graense, &skrevet))
}

/// Withheld counts that a total and the other rows give away.
pub fn suppressed(c: &Context<'_>, fund: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        for (_, sti, t) in tabeller(i) {
            for nr in 0..t.kolonner.len() {
                fund.extend(given_away(c, i, (&sti, t, nr)));
            }
            fund.extend(across(c, i, &sti, t));
        }
    }
}

/// By the column's total: one withheld count, or several that must all be 1.
fn given_away(
    c: &Context<'_>,
    i: &Indsats,
    (sti, t, nr): (&str, &Tabel, usize),
) -> Option<Finding> {
    let punkter = kolonne(t, nr);
    let total = punkter.iter().find(|p| p.raekke.rolle == RaekkeRolle::Total)?;
    let ialt = total.tal?;
    let data: Vec<&Punkt<'_>> = punkter
        .iter()
        .take_while(|p| p.nr < total.nr)
        .filter(|p| p.raekke.rolle == RaekkeRolle::Data)
        .collect();
    let skjulte: Vec<&&Punkt<'_>> =
        data.iter().filter(|p| p.tilstand == Tilstand::Diskretion).collect();
    let kendte: f64 = data.iter().filter_map(|p| p.tal).sum();
    let ukendt = data.iter().any(|p| matches!(p.tilstand, Tilstand::Mangler | Tilstand::Udfyldes));
    let rest = ialt - kendte;
    let foerste = skjulte.first()?;
    let alene = skjulte.len() == 1;
    let alle_en = (rest - skjulte.len() as f64).abs() < EPS;
    (!ukendt && (alene || alle_en)).then(|| {
        let ord = if alene {
            format!(
                "`{}` is withheld, but `{}` ({}) less the other rows gives it away: {}",
                navn(foerste),
                navn(total),
                dk(ialt),
                dk(rest),
            )
        } else {
            format!(
                "{} rows are withheld, but `{}` ({}) less the other rows leaves one for each",
                skjulte.len(),
                navn(total),
                dk(ialt),
            )
        };
        c.advar(codes::GIVEN_AWAY, i, &celle(sti, foerste.nr, nr), ord)
            .hint("withhold the next smallest row as well, or the total")
    })
}

/// By the row's own total, in a column called `I alt`.
fn across(c: &Context<'_>, i: &Indsats, sti: &str, t: &Tabel) -> Option<Finding> {
    let ialt = t.kolonner.iter().position(|k| k.navn.to_lowercase().starts_with("i alt"))?;
    let enhed = t.kolonner.get(ialt)?.enhed;
    t.raekker.iter().enumerate().find_map(|(n, r)| {
        let sum = r.celler.get(ialt).and_then(tal)?;
        let dele = || {
            t.kolonner
                .iter()
                .enumerate()
                .filter(|(k, kol)| *k != ialt && kol.enhed == enhed)
                .filter_map(|(k, _)| Some((k, r.celler.get(k)?)))
        };
        let mut skjulte = dele().filter(|(_, c)| c.tilstand() == Tilstand::Diskretion);
        let (k, _) = skjulte.next()?;
        let rest = sum - dele().filter_map(|(_, c)| tal(c)).sum::<f64>();
        skjulte.next().is_none().then(|| {
            let ord = format!(
                "a count in the row `{}` is withheld, but its total {} gives it away: {}",
                r.navn,
                dk(sum),
                dk(rest),
            );
            c.advar(codes::GIVEN_AWAY, i, &celle(sti, n, k), ord)
                .hint("withhold another cell of the row as well, or its total")
        })
    })
}

#[cfg(test)]
mod tests;
