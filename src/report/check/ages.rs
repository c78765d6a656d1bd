//! Ages: the overview against the spread, the prose and the tables.

use super::sums::EPS;
use super::tables::{self, numbers_in, tables_of};
use super::texts::Section;
use super::tokens::{Token, age_ranges, intervaller, tokens};
use super::{Context, codes, dk, written};
use crate::finding::Finding;
use crate::report::danish;
use crate::report::model::{Alder, Celle, Enhed, Indsats, KolonneRolle, Tabel};
use crate::text;
use crate::words::Text;

/// From the youngest target group to the oldest; none where no group has ages.
fn spread(i: &Indsats) -> Option<Alder> {
    let ages = || i.brugere.maalgrupper.iter().filter_map(|m| m.alder.as_ref());
    let fra = ages().map(|a| a.fra).fold(f64::INFINITY, f64::min);
    let til = ages().map(|a| a.til).try_fold(0.0, |most: f64, til| Some(most.max(til?)));
    fra.is_finite().then_some(Alder { fra, til })
}

/// Ages of the overview row against those of the target groups.
pub(crate) fn overview(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        let (Some(overblik), Some(opslag)) = (&i.overblik.alder, spread(i)) else { continue };
        if *overblik != opslag {
            let words = text!(
                "ages-overview",
                overview = danish::alder(overblik),
                spread = danish::alder(&opslag)
            );
            findings.push(
                c.warn(codes::AGES, i, "overblik.alder", words)
                    .related(c.sted(i, "brugere.maalgrupper"), text!("ages-groups-here"))
                    .hint(text!("check-ask")),
            );
        }
    }
}

/// Ages that the overview's words, the description and the users' prose name.
pub(crate) fn prose(c: &Context<'_>, findings: &mut Vec<Finding>) {
    const RESERVATIONS: [&str; 7] =
        ["primært", "typisk", "især", "fleste", "størstedelen", "hovedsagelig", "mange"];
    for (nr, i) in c.indsatser() {
        let groups: Vec<&Alder> =
            i.brugere.maalgrupper.iter().filter_map(|m| m.alder.as_ref()).collect();
        let whole = spread(i);
        for t in c.texts_in(nr) {
            for s in t.sentences() {
                for (_, fra, til) in age_ranges(s) {
                    let mentioned = Alder { fra, til: Some(til) };
                    let maal = match (t.section, &i.overblik.alder, &whole) {
                        (Section::Overblik, Some(a), _) if *a != mentioned => a,
                        (Section::Description | Section::Brugere, _, Some(h)) => {
                            let known = *h == mentioned || groups.contains(&&mentioned);
                            let within = fra >= h.fra && h.til.is_none_or(|upper| til <= upper);
                            let reservation =
                                s.iter().any(|t| RESERVATIONS.contains(&t.lower.as_str()));
                            if known || (reservation && within) {
                                continue;
                            }
                            h
                        }
                        _ => continue,
                    };
                    let words = text!(
                        "ages-text",
                        said = danish::alder(&mentioned),
                        group = danish::alder(maal)
                    );
                    findings.push(
                        c.warn_text(codes::PROSE_AGES, t, words).hint(text!("ages-text-hint")),
                    );
                }
            }
        }
    }
}

/// Ages in tables: outside the target group, outside the range that the column's head names, a
/// mean outside its own smallest and largest.
pub(crate) fn tables(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        let group = spread(i);
        let all_have_ages = i.brugere.maalgrupper.iter().all(|m| m.alder.is_some());
        for (_, path, t) in tables_of(i) {
            for (nr, k) in t.kolonner.iter().enumerate() {
                if k.enhed != Enhed::Aar {
                    continue;
                }
                spans(c, i, &path, t, nr, group.as_ref(), findings);
                let in_the_name = age_ranges(&tokens(&k.navn)).first().map(|a| (a.1, a.2));
                if in_the_name.is_some_and(|(a, b)| a > b) {
                    let field = format!("{path}.kolonner[{nr}].navn");
                    findings.push(backwards(c, i, &field, &k.navn));
                    continue;
                }
                let (bounds, what) = match (in_the_name, &group) {
                    (Some((a, b)), _) => ((Some(a), Some(b)), text!("ages-by-head")),
                    (None, Some(g)) if k.rolle != Some(KolonneRolle::Sammenligning) => {
                        ((Some(g.fra), g.til.filter(|_| all_have_ages)), text!("ages-by-group"))
                    }
                    _ => continue,
                };
                outside(c, i, (&path, t, nr), bounds, &what, findings);
            }
        }
    }
}

fn is_min(name: &str) -> bool {
    ["min", "minimum", "yngste", "mindst", "mindste"].contains(&first_word(name).as_str())
}

fn is_max(name: &str) -> bool {
    ["maks", "max", "maksimum", "ældste", "højst", "højeste"].contains(&first_word(name).as_str())
}

fn first_word(name: &str) -> String {
    name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase()
}

fn outside(
    c: &Context<'_>,
    i: &Indsats,
    (path, t, nr): (&str, &Tabel, usize),
    (fra, til): (Option<f64>, Option<f64>),
    what: &Text,
    findings: &mut Vec<Finding>,
) {
    let items = numbers_in(t, nr);
    let extreme = |is_sign: fn(&str) -> bool| {
        items.iter().find_map(|p| is_sign(&p.row.navn).then_some((p, p.number?)))
    };
    let (low, high) = (extreme(is_min), extreme(is_max));
    let (mut least, mut largest) = (low.map(|p| p.1), high.map(|p| p.1));
    if let (Some((low, a)), Some((high, b))) = (low, high)
        && a > b + EPS
    {
        let (low_row, high_row) = (&low.row.navn, &high.row.navn);
        let words = text!(
            "ages-contradict",
            low_row = low_row,
            low = written(a),
            high_row = high_row,
            high = written(b)
        );
        let field = tables::cell(path, low.nr, nr);
        findings
            .push(c.warn(codes::TABLE_AGES, i, &field, words).hint(text!("check-wrong-number")));
        // Nothing lies within bounds that contradict each other.
        (least, largest) = (None, None);
    }
    for p in &items {
        let Some(x) = p.number else { continue };
        let under = fra.filter(|f| is_min(&p.row.navn) && x < f - EPS);
        let over = til.filter(|t| is_max(&p.row.navn) && x > t + EPS);
        let field = tables::cell(path, p.nr, nr);
        if let Some(limit) = under.or(over) {
            let way = if under.is_some() { "from" } else { "to" };
            let words = text!(
                "ages-outside",
                row = &p.row.navn,
                age = dk(x),
                by = what,
                way = way,
                limit = dk(limit)
            );
            findings
                .push(c.warn(codes::TABLE_AGES, i, &field, words).hint(text!("ages-outside-hint")));
        }
        let out_of_range =
            least.is_some_and(|m| x < m - EPS) || largest.is_some_and(|m| x > m + EPS);
        if out_of_range {
            let words = text!(
                "ages-own",
                row = &p.row.navn,
                age = dk(x),
                low = least.map_or("…".to_owned(), written),
                high = largest.map_or("…".to_owned(), written)
            );
            findings.push(
                c.warn(codes::TABLE_AGES, i, &field, words).hint(text!("check-wrong-number")),
            );
        }
    }
}

/// A span that begins above its end.
fn backwards(c: &Context<'_>, i: &Indsats, field: &str, span: &str) -> Finding {
    c.warn(codes::TABLE_AGES, i, field, text!("ages-backwards", span = span))
        .hint(text!("check-wrong-number"))
}

/// Cells with a spread around them: `25 år (spænd 17½-46 år)`.
fn spans(
    c: &Context<'_>,
    i: &Indsats,
    path: &str,
    t: &Tabel,
    nr: usize,
    group: Option<&Alder>,
    findings: &mut Vec<Finding>,
) {
    for (r, row) in t.raekker.iter().enumerate() {
        let Some(Celle::Fuld(f)) = row.celler.get(nr) else { continue };
        let Some(spaend) = &f.spaend else { continue };
        let words: Vec<Token> = tokens(spaend);
        let Some((_, _, fra, til)) = intervaller(&words).first().copied() else { continue };
        let field = tables::cell(path, r, nr);
        if fra > til {
            findings.push(backwards(c, i, &field, spaend));
            continue;
        }
        let x = f.tal.f64();
        if x < fra - EPS || x > til + EPS {
            let words = text!("ages-own-spread", age = dk(x), spread = spaend);
            findings.push(
                c.warn(codes::TABLE_AGES, i, &field, words).hint(text!("check-wrong-number")),
            );
        }
        if let Some(g) = group.filter(|g| fra < g.fra - EPS) {
            let words = text!("ages-spread-begins", from = dk(fra), group = dk(g.fra));
            findings
                .push(c.warn(codes::TABLE_AGES, i, &field, words).hint(text!("ages-outside-hint")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::{TestReport, findings, with_table};

    fn with_age(overblik: u8, text: &str) -> TestReport {
        TestReport {
            overblik: format!("alder = {{ fra = {overblik}, til = 17 }}"),
            brugere: format!(
                r#"maalgrupper = [ {{ navn = "Børn", alder = {{ fra = 10, til = 14 }} }},
                  {{ navn = "Unge", alder = {{ fra = 15, til = 17 }} }} ]
                tekst = "{text}""#
            ),
            ..TestReport::default()
        }
    }

    #[test]
    fn the_overviews_ages_are_those_of_the_target_groups() {
        assert!(with_age(10, "Børn.").told("D151").is_empty());
        let f = with_age(12, "Børn.").told("D151");
        assert!(f.len() == 1 && f[0].contains("12–17") && f[0].contains("10–17"), "{f:?}");
    }

    #[test]
    fn ages_in_prose_are_a_target_groups_or_lie_within_when_the_words_hedge() {
        assert!(with_age(10, "De 10-14-årige og unge på 15-17 år.").told("D152").is_empty());
        assert!(with_age(10, "De er primært 12-16 år.").told("D152").is_empty());
        assert_eq!(with_age(10, "De er 10-16 år.").told("D152").len(), 1);
        assert_eq!(with_age(10, "De er primært 8-16 år.").told("D152").len(), 1);
    }

    fn med_min(min: u8, average: u8) -> TestReport {
        let mut r = with_table(&format!(
            r#"kolonner = [ {{ navn = "Deltagere", enhed = "aar", rolle = "deltagere" }},
              {{ navn = "Andre (13-17 år)", enhed = "aar", rolle = "sammenligning" }} ]
            raekker = [ {{ navn = "Gennemsnit", celler = [{average}, 15] }},
              {{ navn = "Min.", celler = [{min}, 13] }}, {{ navn = "Maks.", celler = [17, 17] }} ]"#
        ));
        r.brugere = r#"tekst = "Unge."
            maalgrupper = [ { navn = "Unge", alder = { fra = 13, til = 17 } } ]"#
            .into();
        r
    }

    #[test]
    fn the_youngest_in_a_table_is_within_the_target_group() {
        assert!(med_min(13, 14).told("D153").is_empty());
        let f = med_min(12, 14).told("D153");
        assert!(f.len() == 1 && f[0].contains("12 år") && f[0].contains("fra 13"), "{f:?}");
    }

    #[test]
    fn a_mean_lies_between_the_smallest_and_the_largest() {
        assert_eq!(med_min(13, 19).told("D153").len(), 1);
    }

    #[test]
    fn bounds_that_contradict_each_other_are_told_once() {
        let f = med_min(55, 14).told("D153");
        let says = "»Min.« er 55, men »Maks.« er 17: grænserne modsiger hinanden";
        assert!(f.len() == 1 && f[0].contains(says), "{f:?}");
        let f = findings(
            "D153",
            &with_table(
                r#"kolonner = [{ navn = "Andre (17-13 år)", enhed = "aar" }]
            raekker = [ { celler = [{ tal = 20, spaend = "46-17½ år" }] }, { navn = "Min.", celler = [9] } ]"#,
            ),
        );
        let says = |span: &str| format!("»{span}« begynder højere, end det slutter");
        assert!(f.len() == 2, "{f:?}");
        assert!(f.iter().any(|f| f.contains(&says("46-17½ år"))), "{f:?}");
        assert!(f.iter().any(|f| f.contains(&says("Andre (17-13 år)"))), "{f:?}");
    }

    #[test]
    fn a_value_lies_within_the_spread_printed_with_it() {
        let tabel = |x: u8| {
            with_table(&format!(
                r#"kolonner = [{{ navn = "Alder", enhed = "aar" }}]
                raekker = [ {{ celler = [{{ tal = {x}, spaend = "17½-46 år" }}] }} ]"#
            ))
        };
        assert!(findings("D153", &tabel(25)).is_empty());
        assert_eq!(findings("D153", &tabel(52)).len(), 1);
    }
}
