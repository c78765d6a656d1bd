//! Numbers in messages: the form is the language's, the plural is chosen by Fluent's rules.

use fluent_bundle::FluentValue;
use fluent_bundle::types::FluentNumber;

use super::{Language, Number};
use crate::report::danish;
use crate::report::model::Tal;

/// From here on not every whole number is its own in a double, and Fluent's rules count digits
/// that no longer fit. No plural differs that far out.
const LARGE: f64 = 9_007_199_254_740_992.0;

pub(super) fn value(number: Number, language: Language) -> FluentValue<'static> {
    let x = match number {
        Number::Whole(n) => n as f64,
        Number::Decimal(x) => x,
    };
    if x.is_finite() && x.abs() < LARGE {
        return FluentValue::from(x);
    }
    let tal = match number {
        Number::Whole(n) => Tal::Hel(n),
        Number::Decimal(x) => Tal::Decimal(x),
    };
    FluentValue::from(written(tal, language))
}

pub(super) fn danish<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    formatted(value, Language::Danish)
}

pub(super) fn english<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    formatted(value, Language::English)
}

fn formatted(value: &FluentValue<'_>, language: Language) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, .. }) = value else { return None };
    let whole = value.fract() == 0.0 && value.abs() < LARGE;
    let number = if whole { Tal::Hel(*value as i64) } else { Tal::Decimal(*value) };
    Some(written(number, language))
}

/// English has the comma where Danish has the full stop, and the other way round.
fn written(number: Tal, language: Language) -> String {
    let danish = danish::tal(number);
    match language {
        Language::Danish => danish,
        Language::English => danish
            .chars()
            .map(|c| match c {
                '.' => ',',
                ',' => '.',
                c => c,
            })
            .collect(),
    }
}
