//! Totals against the sum of their parts.

use super::tables::{
    self, CellValue, column_name, is_counted, numbers_in, tables_of, trin, ukendt,
};
use super::{Context, codes, dk, written};
use crate::finding::Code;
use crate::finding::{Finding, Severity};
use crate::report::model::{Enhed, RaekkeRolle, Tabel};
use crate::text;
use crate::words::Text;

/// Slack for the floating point's own error.
pub(super) const EPS: f64 = 1e-6;

/// Total and subtotal rows of tables.
pub(crate) fn tables(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        for (_, path, t) in tables_of(i) {
            for nr in 0..t.kolonner.len() {
                column(t, nr, &mut |row, code, severity, message, hint| {
                    findings.push(
                        Finding::new(code.code, severity, message)
                            .at(c.sted(i, &tables::cell(&path, row, nr)))
                            .of(&i.id)
                            .hint(hint),
                    );
                });
            }
        }
    }
}

type Tell<'a> = &'a mut dyn FnMut(usize, Code, Severity, Text, Text);

fn column(t: &Tabel, nr: usize, tell: Tell<'_>) {
    let enhed = t.kolonner.get(nr).map_or(Enhed::Antal, |k| k.enhed);
    let items = numbers_in(t, nr);
    let (mut since_total, mut since_subtotal) = (Vec::new(), Vec::new());
    for p in &items {
        match p.row.rolle {
            RaekkeRolle::Data => {
                since_total.push(*p);
                since_subtotal.push(*p);
            }
            RaekkeRolle::Subtotal => {
                sum_row(t, nr, enhed, p, &since_subtotal, tell);
                since_subtotal.clear();
            }
            RaekkeRolle::Total => {
                sum_row(t, nr, enhed, p, &since_total, tell);
                since_total.clear();
                since_subtotal.clear();
            }
            RaekkeRolle::Gennemsnit | RaekkeRolle::Grundlag => {}
        }
    }
}

fn sum_row(
    t: &Tabel,
    nr: usize,
    enhed: Enhed,
    p: &CellValue<'_>,
    parts: &[CellValue<'_>],
    tell: Tell<'_>,
) {
    let Some(printed) = p.number else { return };
    if parts.len() < 2 || parts.iter().any(ukendt) {
        return;
    }
    let numbers: Vec<f64> = parts.iter().filter_map(|d| d.number).collect();
    let sum: f64 = numbers.iter().sum();
    if (sum - printed).abs() < EPS {
        return;
    }
    let trin = trin(parts.iter().map(|d| d.decimals_of).fold(p.decimals_of, u32::max));
    let tolerance =
        if is_counted(enhed) && trin >= 1.0 { 0.0 } else { slack(numbers.len() + 1, trin) };
    let words = text!(
        "sum-row",
        row = &p.row.navn,
        printed = dk(printed),
        n = numbers.len(),
        sum = dk(sum),
        place = column_name(t, nr),
        parts = sum_text(&numbers)
    );
    if (sum - printed).abs() <= tolerance + EPS {
        tell(
            p.nr,
            codes::ROUNDED_SUM,
            Severity::Note,
            text!("sum-rounded", words = words),
            text!("sum-rounded-hint"),
        );
    } else {
        tell(p.nr, codes::SUM, Severity::Warning, words, text!("sum-row-hint"));
    }
}

/// How much a sum of `n` rounded numbers may be off: half a step each.
pub(super) fn slack(n: usize, trin: f64) -> f64 {
    n as f64 * trin / 2.0
}

/// `19 + 13 + 54`, shortened where there are many.
fn sum_text(numbers: &[f64]) -> String {
    let parts: Vec<String> = numbers.iter().take(8).map(|x| written(*x)).collect();
    let more = if numbers.len() > 8 { " + …" } else { "" };
    parts.join(" + ") + more
}

/// Rows that say they are the mean of the rows above.
pub(crate) fn means(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        for (_, path, t) in tables_of(i) {
            for (nr, k) in t.kolonner.iter().enumerate() {
                let items = numbers_in(t, nr);
                let data: Vec<&CellValue<'_>> =
                    items.iter().filter(|p| p.row.rolle == RaekkeRolle::Data).collect();
                let numbers: Vec<f64> = data.iter().filter_map(|p| p.number).collect();
                // A mean of percents may rightly be weighted; it is left alone.
                if k.enhed == Enhed::Pct || numbers.len() < 2 || data.iter().any(|p| ukendt(p)) {
                    continue;
                }
                let middel = numbers.iter().sum::<f64>() / numbers.len() as f64;
                let step_of_parts = trin(data.iter().map(|p| p.decimals_of).max().unwrap_or(0));
                let tolerance_of_parts =
                    if is_counted(k.enhed) { 0.0 } else { step_of_parts / 2.0 };
                let role = RaekkeRolle::Gennemsnit;
                for p in items.iter().filter(|p| p.row.rolle == role) {
                    let Some(printed) = p.number else { continue };
                    if (printed - middel).abs()
                        > trin(p.decimals_of) / 2.0 + tolerance_of_parts + EPS
                    {
                        let words = text!(
                            "mean-row",
                            row = &p.row.navn,
                            printed = dk(printed),
                            n = numbers.len(),
                            mean = dk(middel),
                            place = column_name(t, nr)
                        );
                        let field = tables::cell(&path, p.nr, nr);
                        findings.push(
                            c.warn(codes::MEAN, i, &field, words).hint(text!("mean-row-hint")),
                        );
                    }
                }
            }
        }
    }
}

/// A base count whose kinds are listed below it: `Antal afsluttede sager` over `Positivt
/// afsluttede sager`, `Negativt afsluttede sager`, `Kan ikke vurderes`.
pub(crate) fn bases(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        for (_, path, t) in tables_of(i) {
            for nr in 0..t.kolonner.len() {
                let items = numbers_in(t, nr);
                for (n, p) in items.iter().enumerate() {
                    let (RaekkeRolle::Grundlag, Some(printed)) = (p.row.rolle, p.number) else {
                        continue;
                    };
                    let under: Vec<&CellValue<'_>> = items
                        .iter()
                        .skip(n + 1)
                        .take_while(|d| d.row.rolle == RaekkeRolle::Data)
                        .collect();
                    let core = core(&p.row.navn);
                    let slags = |d: &&&CellValue<'_>| d.row.navn.to_lowercase().ends_with(&core);
                    if core.is_empty() || under.iter().filter(slags).count() < 2 {
                        continue;
                    }
                    let numbers: Vec<f64> = under.iter().filter_map(|d| d.number).collect();
                    let sum: f64 = numbers.iter().sum();
                    if numbers.len() == under.len() && (sum - printed).abs() > EPS {
                        let words = text!(
                            "base-row",
                            row = &p.row.navn,
                            printed = dk(printed),
                            sum = dk(sum),
                            parts = sum_text(&numbers)
                        );
                        let field = tables::cell(&path, p.nr, nr);
                        findings.push(
                            c.warn(codes::BASE, i, &field, words).hint(text!("base-row-hint")),
                        );
                    }
                }
            }
        }
    }
}

/// `Antal afsluttede sager` → `afsluttede sager`; nothing where the name has no two words left.
fn core(name: &str) -> String {
    let lower = name.to_lowercase();
    let without = lower.strip_prefix("antal ").unwrap_or(&lower);
    if without.split_whitespace().count() >= 2 { without.to_owned() } else { String::new() }
}

/// The parts of an amount.
pub(crate) fn amounts(c: &Context<'_>, findings: &mut Vec<Finding>) {
    for (_, i) in c.indsatser() {
        let o = &i.oekonomi;
        let parts: Option<Vec<f64>> =
            o.opdeling.iter().map(|d| d.beloeb.tal().map(|t| t.f64())).collect();
        let (Some(parts), Some(beloeb)) = (parts, o.beloeb.tal()) else { continue };
        let sum: f64 = parts.iter().sum();
        if !parts.is_empty() && (sum - beloeb.f64()).abs() > EPS {
            let words = text!(
                "amount-parts",
                amount = dk(beloeb.f64()),
                sum = dk(sum),
                parts = sum_text(&parts)
            );
            findings.push(
                c.warn(codes::AMOUNT_PARTS, i, "oekonomi.beloeb", words)
                    .related(c.sted(i, "oekonomi.opdeling"), text!("amount-parts-here"))
                    .hint(text!("amount-parts-hint")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::report::check::testing::{findings, with_table};

    #[test]
    fn a_total_must_be_the_sum_of_its_rows() {
        let tabel = |total: i64| {
            format!(
                r#"kolonner = [{{ navn = "Sager" }}]
                raekker = [
                  {{ navn = "A", celler = [7] }}, {{ navn = "B", celler = [4] }},
                  {{ navn = "I alt", rolle = "total", celler = [{total}] }} ]"#
            )
        };
        assert!(findings("D101", &with_table(&tabel(11))).is_empty());
        let f = findings("D101", &with_table(&tabel(12)));
        assert_eq!(f.len(), 1);
        assert!(f[0].contains("»I alt« er 12") && f[0].contains("11"), "{f:?}");
    }

    #[test]
    fn a_subtotal_of_rounded_shares_may_be_off_by_rounding_but_no_more() {
        let tabel = |subtotal: i64| {
            format!(
                r#"kolonner = [{{ navn = "", enhed = "pct" }}]
                raekker = [
                  {{ navn = "A", celler = [19] }}, {{ navn = "B", celler = [13] }},
                  {{ navn = "C", celler = [54] }},
                  {{ navn = "I alt", rolle = "subtotal", celler = [{subtotal}] }} ]"#
            )
        };
        assert!(findings("D102", &with_table(&tabel(86))).is_empty());
        assert_eq!(findings("D102", &with_table(&tabel(85))).len(), 1);
        assert!(findings("D101", &with_table(&tabel(85))).is_empty());
        assert_eq!(findings("D101", &with_table(&tabel(75))).len(), 1);
    }

    #[test]
    fn a_sum_with_an_unknown_part_is_left_alone() {
        let tabel = r#"kolonner = [{ navn = "Sager" }]
            raekker = [ { navn = "A", celler = [7] }, { navn = "B", celler = ["mangler"] },
              { navn = "C", celler = [1] }, { navn = "I alt", rolle = "total", celler = [12] } ]"#;
        assert!(findings("D101", &with_table(tabel)).is_empty());
    }

    #[test]
    fn a_mean_must_be_the_mean_of_its_rows() {
        let tabel = |average: i64| {
            format!(
                r#"kolonner = [{{ navn = "Timer", enhed = "timer" }}]
                raekker = [
                  {{ navn = "Januar", celler = [13] }}, {{ navn = "Februar", celler = [22] }},
                  {{ navn = "Gns.", rolle = "gennemsnit", celler = [{average}] }} ]"#
            )
        };
        assert!(findings("D103", &with_table(&tabel(17))).is_empty());
        assert!(findings("D103", &with_table(&tabel(18))).is_empty());
        assert_eq!(findings("D103", &with_table(&tabel(20))).len(), 1);
    }

    #[test]
    fn a_base_count_must_be_the_sum_of_its_kinds() {
        let tabel = |antal: i64| {
            format!(
                r#"kolonner = [{{ navn = "Antal" }}]
                raekker = [
                  {{ navn = "Antal nye sager", rolle = "grundlag", celler = [79] }},
                  {{ navn = "Antal afsluttede sager", rolle = "grundlag", celler = [{antal}] }},
                  {{ navn = "Positivt afsluttede sager", celler = [16] }},
                  {{ navn = "Negativt afsluttede sager", celler = [13] }},
                  {{ navn = "Kan ikke vurderes", celler = [10] }} ]"#
            )
        };
        assert!(findings("D104", &with_table(&tabel(39))).is_empty());
        let f = findings("D104", &with_table(&tabel(16)));
        assert!(f.len() == 1 && f[0].contains("16 + 13 + 10"), "{f:?}");
    }

    #[test]
    fn an_amount_must_be_the_sum_of_its_parts() {
        let toml = |drift: i64| {
            crate::report::check::testing::with_money(&format!(
                r#"beloeb = 100_000
                opdeling = [ {{ navn = "Drift", beloeb = {drift} }}, {{ navn = "Løn", beloeb = 60_000 }} ]"#
            ))
        };
        assert!(findings("D105", &toml(40_000)).is_empty());
        assert_eq!(findings("D105", &toml(50_000)).len(), 1);
    }
}
