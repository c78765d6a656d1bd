//! Claims of a number, and lists in a sentence: how many can they be read as?

use super::ord::Token;

/// A claim such as `fire indsatser`: the number and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Paastand {
    /// The number.
    pub antal: usize,
    /// Where it stands.
    pub ved: usize,
}

/// Claims of a sentence: a number to twenty before a word that is no unit, without `cirka` and
/// the like before it.
pub(crate) fn paastande(s: &[Token]) -> Vec<Paastand> {
    const ENHEDER: [&str; 20] = [
        "år", "årige", "måned", "måneder", "uge", "uger", "dag", "dage", "time", "timer", "gange",
        "gang", "procent", "pct", "kr", "mio", "af", "og", "eller", "til",
    ];
    const FORBEHOLD: [&str; 8] =
        ["ca", "cirka", "omtrent", "mindst", "højst", "over", "under", "end"];
    (0..s.len())
        .filter_map(|ved| {
            let t = s.get(ved)?;
            let antal = t.heltal().filter(|n| (1..=20).contains(n))?;
            let foer = ved.checked_sub(1).and_then(|f| s.get(f));
            let foer2 = ved.checked_sub(2).and_then(|f| s.get(f));
            let forbehold = [foer, foer2].into_iter().flatten();
            let efter = s.get(ved + 1);
            let ord = efter.is_some_and(|e| {
                e.er(':')
                    || (e.er_ord() && !ENHEDER.contains(&e.lav.as_str()) && e.month().is_none())
            });
            let frit = !forbehold.clone().any(|f| FORBEHOLD.contains(&f.lav.as_str()))
                && !foer.is_some_and(|f| {
                    f.streg() || f.er('.') && !f.luft && foer2.is_some_and(|x| x.tal().is_some())
                });
            (ord && frit).then_some(Paastand { antal, ved })
        })
        .collect()
}

/// How many items a list can be read as having: fewest and most. None where it is no plain list.
pub(crate) fn opregning(led: &[Token]) -> Option<(usize, usize)> {
    let mut dybde = 0_usize;
    let mut plan: Vec<&Token> = Vec::new();
    for t in led {
        if t.er('(') {
            dybde += 1;
        } else if t.er(')') {
            dybde = dybde.saturating_sub(1);
        } else if dybde == 0 {
            plan.push(t);
        }
    }
    let semikolon = plan.iter().filter(|t| t.er(';')).count();
    if semikolon > 0 {
        return Some((semikolon + 1, semikolon + 1));
    }
    const BISAETNING: [&str; 9] =
        ["som", "der", "hvor", "hvis", "så", "fordi", "når", "hvilket", "men"];
    let bisaetning = plan
        .windows(2)
        .any(|w| matches!(w, [k, o] if k.er(',') && BISAETNING.contains(&o.lav.as_str())));
    if bisaetning {
        return None;
    }
    match plan.iter().rposition(|t| t.lav == "samt") {
        Some(samt) => {
            let (hoved, hale) = plan.split_at(samt);
            let (h, t) = (Skilletegn::i(hoved), Skilletegn::i(hale));
            Some((h.kommaer + 2, h.kommaer + h.og + 1 + t.kommaer + t.og + 1))
        }
        None => {
            let s = Skilletegn::i(&plan);
            s.slutter_med_og.then_some((s.kommaer + 2, s.kommaer + s.og + 1))
        }
    }
}

struct Skilletegn {
    kommaer: usize,
    og: usize,
    slutter_med_og: bool,
}

impl Skilletegn {
    fn i(led: &[&Token]) -> Self {
        let og_ved = |n: usize| {
            led.get(n).is_some_and(|t| t.lav == "og")
                && !n.checked_sub(1).and_then(|f| led.get(f)).is_some_and(|f| f.streg())
        };
        let komma_ved = |n: usize| led.get(n).is_some_and(|t| t.er(',')) && !og_ved(n + 1);
        let sidste_og = (0..led.len()).rev().find(|n| og_ved(*n));
        let sidste_komma = (0..led.len()).rev().find(|n| komma_ved(*n));
        Self {
            kommaer: (0..led.len()).filter(|n| komma_ved(*n)).count(),
            og: (0..led.len()).filter(|n| og_ved(*n)).count(),
            slutter_med_og: sidste_og > sidste_komma,
        }
    }
}

/// Whether a number is one that the list can be read as having.
pub(crate) fn passer(antal: usize, (mindst, hoejst): (usize, usize)) -> bool {
    (mindst..=hoejst).contains(&antal)
}

/// As [`paastande`], for figures of any size.
pub(crate) fn paastande_frit(s: &[Token]) -> Vec<Paastand> {
    let store = (0..s.len()).filter_map(|ved| {
        let t = s.get(ved)?;
        let antal = t.heltal().filter(|n| *n > 20)?;
        let forbehold = ved.checked_sub(1).and_then(|f| s.get(f)).is_some_and(|f| {
            f.streg() || ["end", "over", "under", "mindst", "cirka"].contains(&f.lav.as_str())
        });
        (t.aar().is_none() && !forbehold).then_some(Paastand { antal, ved })
    });
    paastande(s).into_iter().chain(store).collect()
}
