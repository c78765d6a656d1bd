//! What a theme must hold to: faults that make it useless, and palettes that readers cannot use.

use std::collections::BTreeMap;

use super::colour::{Eyes, contrast, delta_e, lab};
use super::{Colour, FILE, PT_PER_MM, Plads, Rgb, Theme, codes};
use crate::finding::{Finding, Place};
use crate::text;
use crate::words::{Text, plain};

/// Least contrast of text to paper: WCAG 2.2, criterion 1.4.3.
const TEXT_CONTRAST: f64 = 4.5;
/// Least contrast of what carries meaning to paper: WCAG 2.2, criterion 1.4.11. Surfaces that
/// touch are parted by a gap in the colour of the paper, so that each has its 3:1 there.
const SURFACE_CONTRAST: f64 = 3.0;
/// Least difference (CIEDE2000) of two colours of one family, for any eyes.
const DIFFERENCE: f64 = 12.0;
/// Least step of lightness (L*) in a family, for grey printing.
const LIGHTNESS_STEP: f64 = 5.0;
/// Most ink, percent of all four: FOGRA39's coated sheets take 300.
const INK: f32 = 300.0;
/// Grades that charts set their type in.
const GRADES: [&str; 3] = ["diagram", "diagramtal", "kort"];
/// The slots, all needed.
const SLOTS: [Plads; 5] = [Plads::Serie, Plads::Kort, Plads::Oekonomi, Plads::Halv, Plads::Hel];

impl Theme {
    /// Faults that nothing can be drawn with.
    pub(super) fn faults(&self, text: &str) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut seen = BTreeMap::new();
        for swatch in self.swatches() {
            let rgb = Rgb(swatch.rgb);
            let at = place(text, rgb, &swatch.name);
            if let Some(first) = seen.insert(swatch.rgb, swatch.name.clone()) {
                findings.push(
                    Finding::error(
                        codes::SAME_COLOUR.code,
                        text!(
                            "theme-same",
                            one = first,
                            other = &swatch.name,
                            colour = rgb.to_string()
                        ),
                    )
                    .at(at.clone())
                    .hint(text!("theme-same-hint")),
                );
            }
            if swatch.cmyk.iter().any(|ink| !(0.0..=100.0).contains(ink))
                || swatch.cmyk.iter().sum::<f32>() > INK
            {
                findings.push(
                    Finding::error(
                        codes::INK.code,
                        text!(
                            "theme-inks",
                            name = &swatch.name,
                            inks = Text::list(swatch.cmyk.map(|ink| ink.to_string()))
                        ),
                    )
                    .at(at)
                    .hint(text!("theme-inks-hint")),
                );
            }
        }
        findings.extend(self.page_faults(text, "side"));
        findings.extend(self.booklet().page_faults(text, "haefte.side"));
        if findings.iter().any(|finding| finding.code == codes::PAGE.code) {
            return findings;
        }
        let file = || Place { file: FILE.into(), range: 0..0, field: None };
        for slot in SLOTS {
            let fits = self.plads.get(&slot).is_some_and(|s| {
                s.width() >= 40.0 * PT_PER_MM
                    && s.hoejde_mm.iter().all(|h| (12.0..=400.0).contains(h))
            });
            if !fits {
                let name = format!("{slot:?}").to_lowercase();
                findings.push(
                    Finding::error(codes::SLOT.code, text!("theme-slot", name = name))
                        .at(file())
                        .hint(text!("theme-slot-hint")),
                );
            }
        }
        findings.extend(self.density_faults());
        for grade in GRADES {
            if !self.grad.get(grade).is_some_and(|g| g.grad >= 6.0 && g.linje >= g.grad) {
                findings.push(
                    Finding::error(codes::GRADE.code, text!("theme-grade", name = grade))
                        .at(file())
                        .hint(text!("theme-grade-hint")),
                );
            }
        }
        findings
    }

    /// What readers cannot tell apart or read: contrast, colour blindness, grey printing.
    #[must_use]
    pub fn check(&self) -> Vec<Finding> {
        let paper = self.farve.papir.rgb;
        let c = &self.farve;
        let mut findings = Vec::new();
        for (name, colour) in
            [("tekst", c.tekst), ("titel", c.titel), ("daempet", c.daempet), ("accent", c.accent)]
        {
            need_contrast(&mut findings, name, colour.rgb, paper, TEXT_CONTRAST);
        }
        need_contrast(&mut findings, "neutral", c.neutral.rgb, paper, SURFACE_CONTRAST);
        for (family, members) in [("fagprincip", &c.fagprincip)] {
            for (key, colour) in members {
                let name = format!("{family}.{key}");
                need_contrast(&mut findings, &name, colour.rgb, paper, SURFACE_CONTRAST);
                let text = contrast(colour.rgb, paper).max(contrast(colour.rgb, c.tekst.rgb));
                if text < TEXT_CONTRAST {
                    let best = plain(format!("{text:.2}"));
                    let message = text!("theme-no-label", name = &name, best = best);
                    warn(
                        &mut findings,
                        codes::NO_LABEL.code,
                        message,
                        text!("theme-no-label-hint"),
                    );
                }
            }
            need_order(&mut findings, family, members);
            need_difference(&mut findings, family, members);
        }
        findings
    }
}

/// Where a colour stands in the file.
fn place(text: &str, rgb: Rgb, name: &str) -> Place {
    let hex = rgb.to_string();
    let range = text.to_lowercase().rfind(&hex).map_or(0..0, |at| at..at + hex.len());
    Place { file: FILE.into(), range, field: Some(format!("farve.{name}")) }
}

fn warn(findings: &mut Vec<Finding>, code: &'static str, message: Text, hint: Text) {
    let at = Place { file: FILE.into(), range: 0..0, field: None };
    findings.push(Finding::warning(code, message).at(at).hint(hint));
}

fn need_contrast(findings: &mut Vec<Finding>, name: &str, rgb: Rgb, paper: Rgb, least: f64) {
    let got = contrast(rgb, paper);
    if got < least {
        let got = plain(format!("{got:.2}"));
        let message = text!("theme-contrast", name = name, got = got, least = plain(least));
        warn(findings, codes::CONTRAST.code, message, text!("theme-contrast-hint"));
    }
}

fn need_order(findings: &mut Vec<Finding>, family: &str, members: &BTreeMap<String, Colour>) {
    let mut by_lightness: Vec<_> =
        members.iter().map(|(key, colour)| (lab(colour.rgb, Eyes::Usual).l, key)).collect();
    by_lightness.sort_by(|one, other| one.0.total_cmp(&other.0));
    for pair in by_lightness.windows(2) {
        let step = pair[1].0 - pair[0].0;
        if step < LIGHTNESS_STEP {
            let message = text!(
                "theme-lightness",
                one = format!("{family}.{}", pair[0].1),
                other = format!("{family}.{}", pair[1].1),
                step = plain(format!("{step:.1}")),
                least = plain(LIGHTNESS_STEP)
            );
            warn(findings, codes::LIGHTNESS.code, message, text!("theme-lightness-hint"));
        }
    }
}

fn need_difference(findings: &mut Vec<Finding>, family: &str, members: &BTreeMap<String, Colour>) {
    let members: Vec<_> = members.iter().collect();
    for (i, (one, first)) in members.iter().enumerate() {
        for (other, second) in &members[i + 1..] {
            for eyes in Eyes::ALL {
                let got = delta_e(lab(first.rgb, eyes), lab(second.rgb, eyes));
                if got < DIFFERENCE {
                    let message = text!(
                        "theme-alike",
                        one = format!("{family}.{one}"),
                        other = format!("{family}.{other}"),
                        got = plain(format!("{got:.1}")),
                        eyes = eyes.name(),
                        least = plain(DIFFERENCE)
                    );
                    warn(findings, codes::ALIKE.code, message, text!("theme-alike-hint"));
                }
            }
        }
    }
}
