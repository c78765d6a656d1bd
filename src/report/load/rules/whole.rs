//! Kroner and counts are whole: a full stop in one is a Danish thousands mark, or a mistake.

use super::Rules;
use crate::report::codes;
use crate::report::load::path::Step;
use crate::report::load::tree::{Node, Value};
use crate::report::model::Enhed;
use crate::text;
use crate::words::Arg;

/// Tells a decimal number in a unit that is counted in whole ones. In tables, which hold means too,
/// only one that is written as `1.234`.
pub(super) fn whole(rules: &mut Rules<'_>, at: (&str, &str), enhed: Enhed) {
    if !matches!(enhed, Enhed::Kr | Enhed::Personer | Enhed::Antal) {
        return;
    }
    let Some(written) = written(rules, at) else { return };
    let thousands = as_thousands(&written);
    let in_table = at.1.contains(".raekker[");
    if in_table && thousands.is_none() {
        return;
    }
    let unit = match enhed {
        Enhed::Kr => "kr",
        Enhed::Personer => "persons",
        _ => "count",
    };
    // What is meant as thousands is told as it stands there, all else as people write it.
    let said = match written.replace('_', "").parse::<f64>() {
        Ok(number) if thousands.is_none() => Arg::from(number),
        _ => Arg::from(written),
    };
    let words = text!("not-whole", field = at.1, written = said, unit = unit);
    let hint = match thousands {
        Some((plain, grouped)) => {
            text!("not-whole-thousands", plain = plain, grouped = grouped)
        }
        None => text!("not-whole-hint"),
    };
    rules.error(codes::NOT_WHOLE, at, words, hint);
}

/// A decimal number as it stands in the file.
fn written(rules: &Rules<'_>, (file, field): (&str, &str)) -> Option<String> {
    let node = rules.node(file, field)?;
    let long = Step::Key("tal".to_owned());
    let node: &Node = if matches!(node.value, Value::Table(_)) { node.step(&long)? } else { node };
    let Value::Float(Some(number)) = node.value else { return None };
    let text = rules.sources.text(file)?.get(node.span.clone())?;
    // `5.0` is whole, whoever wrote it so.
    (number.fract() != 0.0 || as_thousands(text).is_some()).then(|| text.to_owned())
}

/// `1.234` as it was meant: `1234`, `1_234`; none for other decimals.
fn as_thousands(written: &str) -> Option<(String, String)> {
    let plain = written.replace('_', "");
    let (whole, rest) = plain.split_once('.')?;
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let meant = (1..=3).contains(&whole.len()) && digits(whole) && rest.len() == 3 && digits(rest);
    meant.then(|| (format!("{whole}{rest}"), format!("{whole}_{rest}")))
}

#[cfg(test)]
mod tests {
    use super::as_thousands;

    #[test]
    fn three_digits_after_the_point_are_thousands() {
        assert_eq!(as_thousands("1.234"), Some(("1234".into(), "1_234".into())));
        assert_eq!(as_thousands("12.340"), Some(("12340".into(), "12_340".into())));
        assert_eq!(as_thousands("1.5"), None);
        assert_eq!(as_thousands("1234.567"), None);
    }
}
