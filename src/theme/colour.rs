//! What eyes make of a colour: contrast, lightness, and how far two colours stay apart for
//! colour-blind readers.

use super::Rgb;
use crate::text;
use crate::words::Text;

/// How colours are seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Eyes {
    /// Trichromatic vision.
    Usual,
    /// No working red cones.
    Protan,
    /// No working green cones.
    Deutan,
    /// No working blue cones.
    Tritan,
}

impl Eyes {
    /// All four, the usual first.
    pub const ALL: [Self; 4] = [Self::Usual, Self::Protan, Self::Deutan, Self::Tritan];

    /// The word for messages.
    #[must_use]
    pub fn name(self) -> Text {
        match self {
            Self::Usual => text!("eyes-usual"),
            Self::Protan => text!("eyes-protan"),
            Self::Deutan => text!("eyes-deutan"),
            Self::Tritan => text!("eyes-tritan"),
        }
    }

    /// The matrix on linear RGB at full severity: Machado, Oliveira and Fernandes, "A
    /// Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), table 1.
    fn matrix(self) -> [[f64; 3]; 3] {
        match self {
            Self::Usual => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Self::Protan => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deutan => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Tritan => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        }
    }
}

/// A colour in CIE L*a*b* (D65).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lab {
    /// Lightness, 0 to 100.
    pub l: f64,
    /// Green to red.
    pub a: f64,
    /// Blue to yellow.
    pub b: f64,
}

/// One sRGB channel as linear light (IEC 61966-2-1).
fn linear(channel: u8) -> f64 {
    let c = f64::from(channel) / 255.0;
    if c <= 0.040_45 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
}

fn apply(m: [[f64; 3]; 3], v: [f64; 3]) -> [f64; 3] {
    m.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
}

/// Relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance).
#[must_use]
pub fn luminance(rgb: Rgb) -> f64 {
    0.2126 * linear(rgb.0[0]) + 0.7152 * linear(rgb.0[1]) + 0.0722 * linear(rgb.0[2])
}

/// Contrast ratio, 1 to 21 (WCAG 2.2, definition of contrast ratio).
#[must_use]
pub fn contrast(one: Rgb, other: Rgb) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The colour as seen by the given eyes.
#[must_use]
pub fn lab(rgb: Rgb, eyes: Eyes) -> Lab {
    let seen = apply(eyes.matrix(), rgb.0.map(linear)).map(|c| c.clamp(0.0, 1.0));
    // sRGB to XYZ and the D65 white point: IEC 61966-2-1.
    let xyz = apply(
        [
            [0.412_456_4, 0.357_576_1, 0.180_437_5],
            [0.212_672_9, 0.715_152_2, 0.072_175_0],
            [0.019_333_9, 0.119_192_0, 0.950_304_1],
        ],
        seen,
    );
    let f = |t: f64| {
        if t > 216.0 / 24389.0 { libm::cbrt(t) } else { (24389.0 / 27.0 * t + 16.0) / 116.0 }
    };
    let [x, y, z] = [f(xyz[0] / 0.950_47), f(xyz[1]), f(xyz[2] / 1.088_83)];
    Lab { l: 116.0 * y - 16.0, a: 500.0 * (x - y), b: 200.0 * (y - z) }
}

/// Difference of two colours: CIEDE2000 (Sharma, Wu and Dalal 2005). About 1 is just visible;
/// 10 and more are different colours at a glance.
#[must_use]
pub fn delta_e(one: Lab, other: Lab) -> f64 {
    let degrees = |rad: f64| rad.to_degrees();
    let cos = |deg: f64| libm::cos(deg.to_radians());
    let chroma_mean = (libm::hypot(one.a, one.b) + libm::hypot(other.a, other.b)) / 2.0;
    let seventh = |c: f64| {
        let c7 = libm::pow(c, 7.0);
        libm::sqrt(c7 / (c7 + libm::pow(25.0, 7.0)))
    };
    let stretch = 1.5 - 0.5 * seventh(chroma_mean);
    let polar = |lab: Lab| {
        let a = lab.a * stretch;
        let hue = degrees(libm::atan2(lab.b, a));
        (libm::hypot(a, lab.b), if hue < 0.0 { hue + 360.0 } else { hue })
    };
    let ((c1, h1), (c2, h2)) = (polar(one), polar(other));
    let grey = c1 * c2 == 0.0;
    let turn = match h2 - h1 {
        _ if grey => 0.0,
        d if d > 180.0 => d - 360.0,
        d if d < -180.0 => d + 360.0,
        d => d,
    };
    let hue_mean = match h1 + h2 {
        sum if grey => sum,
        sum if (h1 - h2).abs() <= 180.0 => sum / 2.0,
        sum if sum < 360.0 => (sum + 360.0) / 2.0,
        sum => (sum - 360.0) / 2.0,
    };
    let (l_mean, c_mean) = ((one.l + other.l) / 2.0, (c1 + c2) / 2.0);
    let t = 1.0 - 0.17 * cos(hue_mean - 30.0)
        + 0.24 * cos(2.0 * hue_mean)
        + 0.32 * cos(3.0 * hue_mean + 6.0)
        - 0.20 * cos(4.0 * hue_mean - 63.0);
    let l_off = (l_mean - 50.0) * (l_mean - 50.0);
    let (sl, sc, sh) = (
        1.0 + 0.015 * l_off / libm::sqrt(20.0 + l_off),
        1.0 + 0.045 * c_mean,
        1.0 + 0.015 * c_mean * t,
    );
    let bend = (hue_mean - 275.0) / 25.0;
    let rotation =
        -2.0 * seventh(c_mean) * libm::sin((60.0 * libm::exp(-bend * bend)).to_radians());
    let dl = (other.l - one.l) / sl;
    let dc = (c2 - c1) / sc;
    let dh = 2.0 * libm::sqrt(c1 * c2) * libm::sin((turn / 2.0).to_radians()) / sh;
    libm::sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn difference_agrees_with_the_published_test_data() {
        // Sharma, Wu and Dalal (2005), table 1: pairs 1, 7, 17 and 25.
        let pairs = [
            ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
            ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
            ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
            ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ];
        for ((l1, a1, b1), (l2, a2, b2), expected) in pairs {
            let got = delta_e(Lab { l: l1, a: a1, b: b1 }, Lab { l: l2, a: a2, b: b2 });
            assert!((got - expected).abs() < 1e-4, "{got} instead of {expected}");
        }
    }

    #[test]
    fn black_on_white_has_the_greatest_contrast() {
        assert!((contrast(Rgb([0; 3]), Rgb([255; 3])) - 21.0).abs() < 1e-9);
    }
}
