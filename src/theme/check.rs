//! What a theme must hold to: faults that make it useless, and palettes that readers cannot use.

use std::collections::BTreeMap;

use super::colour::{Eyes, contrast, delta_e, lab};
use super::{Colour, FILE, PT_PER_MM, Plads, Rgb, Theme, codes};
use crate::finding::{Finding, Place};
use crate::text;
use crate::words::Text;

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
        let mut findings = self.colour_faults(&|name, rgb| place(text, rgb, name));
        findings.extend(self.page_faults(text, "side"));
        // A measure that both pages have is told once.
        let booklet = self.booklet().page_faults(text, "haefte.side");
        let told = |fault: &Finding| findings.iter().any(|f| f.message == fault.message);
        let more: Vec<Finding> = booklet.into_iter().filter(|fault| !told(fault)).collect();
        findings.extend(more);
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

    /// Colours that are the same, and inks that no paper takes. `place` says where a colour stands.
    pub(crate) fn colour_faults(&self, place: PlaceOf<'_>) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut seen: BTreeMap<[u8; 3], String> = BTreeMap::new();
        for swatch in self.swatches() {
            let rgb = Rgb(swatch.rgb);
            let name = swatch.name;
            let inks = swatch.cmyk;
            if inks.iter().any(|ink| !(0.0..=100.0).contains(ink)) || inks.iter().sum::<f32>() > INK
            {
                let inks = Text::list(inks.map(|ink| ink.to_string()));
                let message = text!("theme-inks", name = &name, inks = inks);
                let finding = Finding::error(codes::INK.code, message);
                findings.push(finding.at(place(&name, rgb)).hint(text!("theme-inks-hint")));
            }
            if let Some(first) = seen.insert(swatch.rgb, name.clone()) {
                let colour = rgb.to_string();
                let at = of_data(place(&name, rgb), || place(&first, rgb));
                let message = text!("theme-same", one = first, other = name, colour = colour);
                let finding = Finding::error(codes::SAME_COLOUR.code, message);
                findings.push(finding.at(at).hint(text!("theme-same-hint")));
            }
        }
        findings
    }

    /// What readers cannot tell apart or read: contrast, colour blindness, grey printing. `place`
    /// says where a colour stands.
    pub(crate) fn check(&self, place: PlaceOf<'_>) -> Vec<Finding> {
        let c = &self.farve;
        let mut check = Check { paper: c.papir.rgb, place, findings: Vec::new() };
        for (name, colour) in
            [("tekst", c.tekst), ("titel", c.titel), ("daempet", c.daempet), ("accent", c.accent)]
        {
            check.contrast(name, colour.rgb, TEXT_CONTRAST);
        }
        check.contrast("neutral", c.neutral.rgb, SURFACE_CONTRAST);
        let family = "fagprincip";
        for (key, colour) in &c.fagprincip {
            let name = format!("{family}.{key}");
            check.contrast(&name, colour.rgb, SURFACE_CONTRAST);
            check.label(&name, colour.rgb, c.tekst.rgb);
        }
        check.order(family, &c.fagprincip);
        check.difference(family, &c.fagprincip);
        check.findings
    }
}

/// Where a colour stands, by its name and what it is.
pub(crate) type PlaceOf<'a> = &'a dyn Fn(&str, Rgb) -> Place;

/// Of the places of two colours, that in the data: the theme stood before.
fn of_data(one: Place, other: impl FnOnce() -> Place) -> Place {
    if one.file != FILE {
        return one;
    }
    let other = other();
    if other.file != FILE { other } else { one }
}

/// With one decimal.
fn tenths(x: f64) -> f64 {
    (10.0 * x).round() / 10.0
}

/// A palette while it is looked at.
struct Check<'a> {
    paper: Rgb,
    place: PlaceOf<'a>,
    findings: Vec<Finding>,
}

impl Check<'_> {
    fn warn(&mut self, code: &'static str, message: Text, hint: Text, at: Place) {
        self.findings.push(Finding::warning(code, message).at(at).hint(hint));
    }

    fn contrast(&mut self, name: &str, rgb: Rgb, least: f64) {
        let got = contrast(rgb, self.paper);
        if got < least {
            let got = tenths(10.0 * got) / 10.0;
            let message = text!("theme-contrast", name = name, got = got, least = least);
            let at = (self.place)(name, rgb);
            self.warn(codes::CONTRAST.code, message, text!("theme-contrast-hint"), at);
        }
    }

    /// Whether there is a colour that text can be read in on this one.
    fn label(&mut self, name: &str, rgb: Rgb, text: Rgb) {
        let best = contrast(rgb, self.paper).max(contrast(rgb, text));
        if best < TEXT_CONTRAST {
            let best = tenths(10.0 * best) / 10.0;
            let message = text!("theme-no-label", name = name, best = best);
            let at = (self.place)(name, rgb);
            self.warn(codes::NO_LABEL.code, message, text!("theme-no-label-hint"), at);
        }
    }

    fn order(&mut self, family: &str, members: &BTreeMap<String, Colour>) {
        let mut by_lightness: Vec<_> = members
            .iter()
            .map(|(key, colour)| (lab(colour.rgb, Eyes::Usual).l, key, colour.rgb))
            .collect();
        by_lightness.sort_by(|one, other| one.0.total_cmp(&other.0));
        for pair in by_lightness.windows(2) {
            let [one, other] = pair else { continue };
            let step = other.0 - one.0;
            if step < LIGHTNESS_STEP {
                let names = [one, other].map(|(_, key, _)| format!("{family}.{key}"));
                let at =
                    of_data((self.place)(&names[0], one.2), || (self.place)(&names[1], other.2));
                let [one, other] = names;
                let step = tenths(step);
                let least = LIGHTNESS_STEP;
                let message =
                    text!("theme-lightness", one = one, other = other, step = step, least = least);
                self.warn(codes::LIGHTNESS.code, message, text!("theme-lightness-hint"), at);
            }
        }
    }

    fn difference(&mut self, family: &str, members: &BTreeMap<String, Colour>) {
        let members: Vec<_> = members.iter().collect();
        for (i, (one, first)) in members.iter().enumerate() {
            for (other, second) in &members[i + 1..] {
                for eyes in Eyes::ALL {
                    let got = delta_e(lab(first.rgb, eyes), lab(second.rgb, eyes));
                    if got < DIFFERENCE {
                        let names = [one, other].map(|key| format!("{family}.{key}"));
                        let at = of_data((self.place)(&names[0], first.rgb), || {
                            (self.place)(&names[1], second.rgb)
                        });
                        let [one, other] = names;
                        let message = text!(
                            "theme-alike",
                            one = one,
                            other = other,
                            got = tenths(got),
                            eyes = eyes.name(),
                            least = DIFFERENCE
                        );
                        self.warn(codes::ALIKE.code, message, text!("theme-alike-hint"), at);
                    }
                }
            }
        }
    }
}

/// Where a colour of the theme stands in its text.
pub(crate) fn place(text: &str, rgb: Rgb, name: &str) -> Place {
    let hex = rgb.to_string();
    let range = text.to_lowercase().rfind(&hex).map_or(0..0, |at| at..at + hex.len());
    Place { file: FILE.into(), range, field: Some(format!("farve.{name}")) }
}
