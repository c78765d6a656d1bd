//! The rules for what is painted: text, lines, surfaces, pictures.

use crate::finding::Spot;
use crate::text;
use crate::words::Text;
use lopdf::ObjectId;

use super::colour::{Colour, Kind};
use super::image::Picture;
use super::ledger::{Ledger, rounded};
use super::rules::{self, Rule};
use super::state::Bounds;
use crate::output::pdf::boxes::MM;
use crate::output::print::Printer;

/// Black text below this overprints, pt.
const OVERPRINT_TEXT: f32 = 12.0;
/// Black lines below this overprint, pt.
const OVERPRINT_LINE: f32 = 2.0;
/// Black text with this much black may have so much ink in all.
const RICH_BLACK: (f32, f32) = (0.85, 2.8);
/// A picture that alone fills the page is poor below this, ppi.
const FULL_PAGE_PPI: f32 = 450.0;
/// How near to its line an edge counts as on it, pt.
const NEAR: f32 = 0.3;

/// The page around what is painted, pt.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub bleed: Bounds,
    pub trim: Bounds,
    pub safe: Bounds,
}

/// Where and how something is painted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Painted<'a> {
    pub page: usize,
    pub object: Option<ObjectId>,
    pub colour: &'a Colour,
    pub overprint: bool,
    /// Overprint mode 1.
    pub nonzero: bool,
    /// Extent on the page, pt, as far as it can be seen.
    pub bounds: Bounds,
}

/// Judges what is painted, by a printer's numbers.
pub(super) struct Judge<'a> {
    pub printer: &'a Printer,
    pub frame: Frame,
}

impl Judge<'_> {
    /// Notes a breach where it is.
    fn note(
        &self,
        rule: Rule,
        painted: &Painted<'_>,
        ledger: &mut Ledger,
        words: impl FnOnce() -> Text,
    ) {
        let (seen, trim) = (painted.bounds.and(&self.frame.bleed), &self.frame.trim);
        let spot =
            Spot::new([seen.x0 - trim.x0, trim.y1 - seen.y1, seen.x1 - trim.x0, trim.y1 - seen.y0]);
        ledger.note_at(rule, painted.page, painted.object, Some(spot), words);
    }

    /// Rules for anything that has a colour.
    fn colour(&self, painted: &Painted<'_>, ledger: &mut Ledger) {
        let colour = painted.colour;
        match &colour.kind {
            Kind::Screen(name) => self.note(rules::SCREEN_COLOUR, painted, ledger, || {
                text!("pf-screen", name = name.as_str())
            }),
            Kind::Profiled => {
                self.note(rules::SAME_PROFILE, painted, ledger, || text!("pf-profiled"));
            }
            Kind::Spot(name) => {
                self.note(rules::SPOT, painted, ledger, || text!("pf-spot", name = name.as_str()));
            }
            Kind::Grey if painted.overprint => {
                self.note(rules::GREY_OVERPRINT, painted, ledger, || text!("pf-grey-overprint"));
            }
            Kind::Cmyk if painted.overprint && !painted.nonzero => {
                self.note(rules::OVERPRINT_MODE, painted, ledger, || text!("pf-opm"));
            }
            _ => {}
        }
        let limit = self.printer.profile.farve.farvemaengde;
        let sum = colour.sum() * 100.0;
        if colour.kind == Kind::All && painted.bounds.touches(&self.frame.trim) {
            self.note(rules::REGISTRATION, painted, ledger, || text!("pf-registration"));
        }
        if colour.kind != Kind::All && sum > limit + 0.5 {
            self.note(rules::COLOUR_LIMIT, painted, ledger, || {
                text!("pf-colour", ink = rounded(sum, 0), limit = rounded(limit, 0))
            });
        }
    }

    /// A text of this size, pt on the page.
    pub(super) fn text(&self, painted: &Painted<'_>, size: f32, ledger: &mut Ledger) {
        self.colour(painted, ledger);
        if !painted.bounds.touches(&self.frame.bleed) {
            return;
        }
        let colour = painted.colour;
        let size = (size * 10.0).round() / 10.0;
        let limits = &self.printer.profile.streg;
        if size < limits.tekst_pt {
            self.note(rules::SMALL_TEXT, painted, ledger, || {
                text!("pf-small-text", size = rounded(size, 1))
            });
        }
        let solid = colour.kind != Kind::Pattern;
        if solid && size < limits.flerfarvet_tekst_pt && (colour.inks() > 1 || colour.is_white()) {
            self.note(rules::SMALL_COLOURED_TEXT, painted, ledger, || {
                let what = if colour.is_white() { "white" } else { "inks" };
                text!("pf-coloured-text", size = rounded(size, 1), what = what)
            });
        }
        if colour.ink[3] >= RICH_BLACK.0 && colour.sum() > RICH_BLACK.1 + 0.005 {
            self.note(rules::RICH_BLACK, painted, ledger, || {
                text!("pf-rich-black", ink = rounded(colour.sum() * 100.0, 0))
            });
        }
        if colour.is_black() && size < OVERPRINT_TEXT {
            if colour.kind == Kind::Grey {
                self.note(rules::GREY_TEXT, painted, ledger, || {
                    text!("pf-grey-text", size = rounded(size, 1))
                });
            } else if colour.kind == Kind::Cmyk && !(painted.overprint && painted.nonzero) {
                self.note(rules::BLACK_TEXT, painted, ledger, || {
                    text!("pf-black-text", size = rounded(size, 1))
                });
            }
        }
        if solid && colour.is_white() && painted.overprint {
            self.note(rules::WHITE_TEXT, painted, ledger, || text!("pf-white-text"));
        }
        self.safety(painted, "text", ledger);
    }

    /// A line of this width, pt on the page.
    pub(super) fn line(&self, painted: &Painted<'_>, width: f32, ledger: &mut Ledger) {
        self.colour(painted, ledger);
        let colour = painted.colour;
        let width = (width * 1000.0).round() / 1000.0;
        let limits = &self.printer.profile.streg;
        if width < limits.haarstreg_pt {
            self.note(rules::HAIRLINE, painted, ledger, || {
                text!("pf-line", width = rounded(width, 3))
            });
        } else if colour.kind != Kind::Pattern
            && width < limits.flerfarvet_streg_pt
            && (colour.inks() > 1 || colour.is_white())
        {
            self.note(rules::COLOURED_LINE, painted, ledger, || {
                let what = if colour.is_white() { "white" } else { "inks" };
                text!("pf-coloured-line", width = rounded(width, 3), what = what)
            });
        }
        if !painted.bounds.touches(&self.frame.bleed) {
            return;
        }
        let knocks_out = !(painted.overprint && painted.nonzero) || colour.kind == Kind::Grey;
        let plain = matches!(colour.kind, Kind::Grey | Kind::Cmyk);
        if plain && colour.is_black() && width < OVERPRINT_LINE && knocks_out {
            self.note(rules::BLACK_LINE, painted, ledger, || {
                text!("pf-black-line", width = rounded(width, 3))
            });
        }
        self.white(painted, ledger);
        self.safety(painted, "line", ledger);
        self.bleeding(painted, ledger);
    }

    /// A filled surface.
    pub(super) fn surface(&self, painted: &Painted<'_>, ledger: &mut Ledger) {
        self.colour(painted, ledger);
        if !painted.bounds.touches(&self.frame.bleed) {
            return;
        }
        let thin = (painted.bounds.thickness() * 1000.0).round() / 1000.0;
        if thin > 0.0 && thin < self.printer.profile.streg.haarstreg_pt {
            self.note(rules::HAIRLINE, painted, ledger, || {
                text!("pf-surface", width = rounded(thin, 3))
            });
        }
        self.white(painted, ledger);
        // Text may be drawn as shapes; white ones are no loss.
        if painted.colour.kind == Kind::Pattern || !painted.colour.is_white() {
            self.safety(painted, "shape", ledger);
        }
        self.bleeding(painted, ledger);
    }

    fn white(&self, painted: &Painted<'_>, ledger: &mut Ledger) {
        let solid = painted.colour.kind != Kind::Pattern;
        if solid && painted.colour.is_white() && painted.overprint {
            self.note(rules::WHITE_PATH, painted, ledger, || text!("pf-white-path"));
        }
    }

    /// A picture whose pixels have these sizes on the page, pt across and down.
    pub(super) fn picture(
        &self,
        painted: &Painted<'_>,
        picture: &Picture,
        pixel: (f32, f32),
        ledger: &mut Ledger,
    ) {
        self.colour(painted, ledger);
        if let Some(why) = &picture.broken {
            self.note(rules::BROKEN_PICTURE, painted, ledger, || text!("pf-picture", why = why));
        }
        if !painted.bounds.touches(&self.frame.bleed) {
            return;
        }
        let limits = &self.printer.profile.billeder;
        let (error, warning) = if picture.bilevel {
            (limits.streg_fejl_ppi, limits.streg_advarsel_ppi)
        } else {
            (limits.fejl_ppi, limits.advarsel_ppi)
        };
        let ppi = resolution(pixel);
        let words =
            |asked: f32| text!("pf-resolution", ppi = rounded(ppi, 0), asked = rounded(asked, 0));
        if ppi < error {
            self.note(rules::RESOLUTION_LOW, painted, ledger, || words(error));
        } else if ppi < warning {
            self.note(rules::RESOLUTION_POOR, painted, ledger, || words(warning));
        }
        self.bleeding(painted, ledger);
    }

    /// A picture that is all there is on its page.
    pub(super) fn full_page(&self, page: usize, bounds: &Bounds, ppi: f32, ledger: &mut Ledger) {
        if bounds.holds(&self.frame.trim, 1.0) && ppi < FULL_PAGE_PPI {
            ledger.note(rules::RESOLUTION_POOR, page, None, || {
                text!("pf-full-page", ppi = rounded(ppi, 0), asked = rounded(FULL_PAGE_PPI, 0))
            });
        }
    }

    /// What must not be cut stays inside the safety margin, or runs past the trim for good.
    /// - what: `text`, `line` or `shape`.
    fn safety(&self, painted: &Painted<'_>, what: &str, ledger: &mut Ledger) {
        let frame = &self.frame;
        let outside = !painted.bounds.touches(&frame.trim);
        // A line or shape that bleeds is meant to be cut.
        let bleeds = what != "text" && self.runs_out(&painted.bounds);
        if outside || bleeds || frame.safe.holds(&painted.bounds, 0.1) {
            return;
        }
        let trim = &frame.trim;
        let bounds = &painted.bounds;
        let left =
            [bounds.x0 - trim.x0, bounds.y0 - trim.y0, trim.x1 - bounds.x1, trim.y1 - bounds.y1];
        let least = left.into_iter().fold(f32::INFINITY, f32::min) / MM;
        let asked = self.printer.profile.sikkerhed_mm;
        self.note(rules::SAFETY, painted, ledger, || {
            text!("pf-safety", what = what, mm = rounded(least, 1), asked = rounded(asked, 0))
        });
    }

    /// Whether it goes to the bleed's edge on some side.
    fn runs_out(&self, bounds: &Bounds) -> bool {
        let bleed = self.frame.bleed;
        bounds.x0 <= bleed.x0 + NEAR
            || bounds.y0 <= bleed.y0 + NEAR
            || bounds.x1 >= bleed.x1 - NEAR
            || bounds.y1 >= bleed.y1 - NEAR
    }

    /// What reaches the trim must go on to the edge of the bleed.
    fn bleeding(&self, painted: &Painted<'_>, ledger: &mut Ledger) {
        let (bleed, trim, bounds) = (&self.frame.bleed, &self.frame.trim, &painted.bounds);
        let solid = painted.colour.kind != Kind::Pattern;
        if (solid && painted.colour.is_white()) || !bounds.touches(trim) {
            return;
        }
        // Outwards: distance of the edge past the trim, and of the bleed past the trim.
        let sides = [
            (trim.x0 - bounds.x0, trim.x0 - bleed.x0),
            (trim.y0 - bounds.y0, trim.y0 - bleed.y0),
            (bounds.x1 - trim.x1, bleed.x1 - trim.x1),
            (bounds.y1 - trim.y1, bleed.y1 - trim.y1),
        ];
        let short = sides.into_iter().find(|(past, whole)| *past > -NEAR && *past < *whole - NEAR);
        if let Some((past, whole)) = short {
            self.note(rules::NO_BLEEDING, painted, ledger, || {
                let (past, whole) = (past.max(0.0) / MM, whole / MM);
                text!("pf-no-bleeding", mm = rounded(past, 1), asked = rounded(whole, 1))
            });
        }
    }
}

/// Pixels an inch, of the coarser direction.
pub(super) fn resolution((across, down): (f32, f32)) -> f32 {
    let coarse = across.max(down);
    if coarse > 0.0 { (72.0 / coarse).round() } else { f32::INFINITY }
}
