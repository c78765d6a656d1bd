//! The symbols of the fagprincipper, the principles and the evaluation: drawn in one colour on a
//! grid of 24, recoloured on request.

use crate::theme::Rgb;

/// Name and drawing of each symbol.
const SYMBOLS: [(&str, &str); 8] = [
    ("fagprincip-1", include_str!("../../layouts/symboler/fagprincip-1.svg")),
    ("fagprincip-2", include_str!("../../layouts/symboler/fagprincip-2.svg")),
    ("fagprincip-3", include_str!("../../layouts/symboler/fagprincip-3.svg")),
    ("fagprincip-4", include_str!("../../layouts/symboler/fagprincip-4.svg")),
    ("fagprincip-5", include_str!("../../layouts/symboler/fagprincip-5.svg")),
    ("samarbejde", include_str!("../../layouts/symboler/samarbejde.svg")),
    ("viden", include_str!("../../layouts/symboler/viden.svg")),
    ("virkningsevaluering", include_str!("../../layouts/symboler/virkningsevaluering.svg")),
];

/// Names of the built-in symbols.
pub fn symbol_names() -> impl Iterator<Item = &'static str> {
    SYMBOLS.iter().map(|(name, _)| *name)
}

/// A built-in symbol in the given colour; none of that name.
#[must_use]
pub fn symbol(name: &str, rgb: Rgb) -> Option<String> {
    SYMBOLS.iter().find(|(n, _)| *n == name).map(|(_, svg)| recoloured(svg, rgb))
}

/// A one-coloured drawing in another colour: every `#rrggbb` in it is replaced.
#[must_use]
pub fn recoloured(svg: &str, rgb: Rgb) -> String {
    let mut pieces = svg.split('#');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.get(..6) {
            Some(hex) if hex.bytes().all(|b| b.is_ascii_hexdigit()) => {
                out.push_str(&rgb.to_string());
                out.push_str(piece.get(6..).unwrap_or_default());
            }
            _ => {
                out.push('#');
                out.push_str(piece);
            }
        }
    }
    out
}
