//! Small text and thin lines, for which the plates never register and screens never resolve well
//! enough: text goes on few plates, lines are as wide as a screen can hold.

use super::colour::{BLACK, Cmyk};

/// Narrowest line of a tint, pt: a screen of 70 lines a cm has five dots across it.
const SCREENED: f32 = 0.5;
/// Most plates of small text.
const PLATES: usize = 2;
/// How dark an ink must be for small text in it to become black.
const DARK: f32 = 0.45;

/// The ink of small text: dark text of three plates or more, and dark grey that would be screened,
/// becomes black. Light text on a dark ground stays as it is.
pub(super) fn text(ink: Cmyk) -> Cmyk {
    let [c, m, y, k] = ink;
    let plates = ink.iter().filter(|value| **value > 0.0).count();
    let grey = plates == 1 && k > 0.0;
    // Weights of the inks' darkness as of the light that they take, ITU-R BT.601.
    let dark = 0.3 * c + 0.59 * m + 0.11 * y + k >= DARK;
    if dark && (grey || plates > PLATES) { BLACK } else { ink }
}

/// Width of a line in the stream's units; `scale` makes pt of them.
pub(super) fn line(ink: Cmyk, width: f32, scale: f32) -> Option<f32> {
    let screened = ink.iter().any(|value| *value > 0.0 && *value < 1.0);
    let narrow = width * scale < SCREENED && scale > 0.0;
    (screened && narrow).then(|| SCREENED / scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_dark_text_is_on_two_plates_at_most() {
        assert_eq!(text([1.0, 0.75, 0.4, 0.45]), BLACK);
        assert_eq!(text([0.04, 0.52, 1.0, 0.16]), BLACK);
        assert_eq!(text([0.0, 0.0, 0.0, 0.72]), BLACK);
        for kept in
            [[0.0; 4], BLACK, [0.9, 0.6, 0.0, 0.0], [0.0, 0.0, 0.0, 0.2], [0.1, 0.1, 0.1, 0.0]]
        {
            assert_eq!(text(kept), kept);
        }
    }

    #[test]
    fn a_thin_line_of_a_tint_is_widened_and_no_other() {
        assert_eq!(line([0.0, 0.0, 0.0, 0.42], 0.35, 1.0), Some(0.5));
        assert_eq!(line([0.0, 0.0, 0.0, 0.42], 0.35, 2.0), None);
        assert_eq!(line(BLACK, 0.35, 1.0), None);
        assert_eq!(line([0.0; 4], 0.35, 1.0), None);
    }
}
