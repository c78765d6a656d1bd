//! Claims of a number, and lists in a sentence: how many can they be read as?

use super::tokens::Token;

/// A claim such as `fire indsatser`: the number and where it stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Claim {
    /// The number.
    pub count: usize,
    /// Where it stands.
    pub at: usize,
}

/// Claims of a sentence: a number to twenty before a word that is no unit, without `cirka` and
/// the like before it.
pub(crate) fn claims(s: &[Token]) -> Vec<Claim> {
    const UNITS: [&str; 20] = [
        "år", "årige", "måned", "måneder", "uge", "uger", "dag", "dage", "time", "timer", "gange",
        "gang", "procent", "pct", "kr", "mio", "af", "og", "eller", "til",
    ];
    const RESERVATIONS: [&str; 8] =
        ["ca", "cirka", "omtrent", "mindst", "højst", "over", "under", "end"];
    (0..s.len())
        .filter_map(|at| {
            let t = s.get(at)?;
            let antal = t.heltal().filter(|n| (1..=20).contains(n))?;
            let before = at.checked_sub(1).and_then(|f| s.get(f));
            let before2 = at.checked_sub(2).and_then(|f| s.get(f));
            let reservation = [before, before2].into_iter().flatten();
            let after = s.get(at + 1);
            let word = after.is_some_and(|e| {
                e.is_sign(':')
                    || (e.is_word() && !UNITS.contains(&e.lower.as_str()) && e.month().is_none())
            });
            let freely = !reservation.clone().any(|f| RESERVATIONS.contains(&f.lower.as_str()))
                && !before.is_some_and(|f| {
                    f.streg()
                        || f.is_sign('.') && !f.luft && before2.is_some_and(|x| x.tal().is_some())
                });
            (word && freely).then_some(Claim { count: antal, at })
        })
        .collect()
}

/// How many items a list can be read as having: fewest and most. None where it is no plain list.
pub(crate) fn listing(clause: &[Token]) -> Option<(usize, usize)> {
    let mut depth = 0_usize;
    let mut plan: Vec<&Token> = Vec::new();
    for t in clause {
        if t.is_sign('(') {
            depth += 1;
        } else if t.is_sign(')') {
            depth = depth.saturating_sub(1);
        } else if depth == 0 {
            plan.push(t);
        }
    }
    let semicolons = plan.iter().filter(|t| t.is_sign(';')).count();
    if semicolons > 0 {
        return Some((semicolons + 1, semicolons + 1));
    }
    const SUBORDINATE: [&str; 9] =
        ["som", "der", "hvor", "hvis", "så", "fordi", "når", "hvilket", "men"];
    let subordinate = plan
        .windows(2)
        .any(|w| matches!(w, [k, o] if k.is_sign(',') && SUBORDINATE.contains(&o.lower.as_str())));
    if subordinate {
        return None;
    }
    match plan.iter().rposition(|t| t.lower == "samt") {
        Some(as_well_as) => {
            let (head, hale) = plan.split_at(as_well_as);
            let (h, t) = (Separators::i(head), Separators::i(hale));
            Some((h.commas + 2, h.commas + h.and + 1 + t.commas + t.and + 1))
        }
        None => {
            let s = Separators::i(&plan);
            s.ends_with_and.then_some((s.commas + 2, s.commas + s.and + 1))
        }
    }
}

struct Separators {
    commas: usize,
    and: usize,
    ends_with_and: bool,
}

impl Separators {
    fn i(clause: &[&Token]) -> Self {
        let and_at = |n: usize| {
            clause.get(n).is_some_and(|t| t.lower == "og")
                && !n.checked_sub(1).and_then(|f| clause.get(f)).is_some_and(|f| f.streg())
        };
        let comma_at = |n: usize| clause.get(n).is_some_and(|t| t.is_sign(',')) && !and_at(n + 1);
        let last_and = (0..clause.len()).rev().find(|n| and_at(*n));
        let last_comma = (0..clause.len()).rev().find(|n| comma_at(*n));
        Self {
            commas: (0..clause.len()).filter(|n| comma_at(*n)).count(),
            and: (0..clause.len()).filter(|n| and_at(*n)).count(),
            ends_with_and: last_and > last_comma,
        }
    }
}

/// Whether a number is one that the list can be read as having.
pub(crate) fn fits(antal: usize, (least, most): (usize, usize)) -> bool {
    (least..=most).contains(&antal)
}

/// As [`claims`], for figures of any size.
pub(crate) fn claims_freely(s: &[Token]) -> Vec<Claim> {
    let store = (0..s.len()).filter_map(|at| {
        let t = s.get(at)?;
        let antal = t.heltal().filter(|n| *n > 20)?;
        let reservation = at.checked_sub(1).and_then(|f| s.get(f)).is_some_and(|f| {
            f.streg() || ["end", "over", "under", "mindst", "cirka"].contains(&f.lower.as_str())
        });
        (t.aar().is_none() && !reservation).then_some(Claim { count: antal, at })
    });
    claims(s).into_iter().chain(store).collect()
}
