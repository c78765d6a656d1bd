//! The rules for what is painted: text, lines, surfaces, pictures.

use lopdf::ObjectId;

use super::colour::{Colour, Kind};
use super::image::Picture;
use super::ledger::Ledger;
use super::rules;
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
    /// Rules for anything that has a colour.
    fn colour(&self, painted: &Painted<'_>, ledger: &mut Ledger) {
        let (page, object, colour) = (painted.page, painted.object, painted.colour);
        match &colour.kind {
            Kind::Screen(name) => ledger.note(rules::SCREEN_COLOUR, page, object, || {
                format!("something is painted in {name}")
            }),
            Kind::Profiled => ledger.note(rules::SAME_PROFILE, page, object, || {
                "something is painted in CMYK with a profile of its own".to_owned()
            }),
            Kind::Spot(name) => ledger.note(rules::SPOT, page, object, || {
                format!("something is painted in the spot colour `{name}`")
            }),
            Kind::Grey if painted.overprint => {
                ledger.note(rules::GREY_OVERPRINT, page, object, || {
                    "something in DeviceGray overprints".to_owned()
                });
            }
            Kind::Cmyk if painted.overprint && !painted.nonzero => {
                ledger.note(rules::OVERPRINT_MODE, page, object, || {
                    "something overprints with OPM 0, which knocks out in DeviceCMYK".to_owned()
                });
            }
            _ => {}
        }
        let limit = self.printer.profile.farve.farvemaengde;
        let sum = colour.sum() * 100.0;
        if colour.kind == Kind::All && painted.bounds.touches(&self.frame.trim) {
            ledger.note(rules::REGISTRATION, painted.page, painted.object, || {
                "the registration colour is used on the page: it prints on every plate".to_owned()
            });
        }
        if colour.kind != Kind::All && sum > limit + 0.5 {
            ledger.note(rules::COLOUR_LIMIT, page, object, || {
                format!("a colour has {sum:.0} % of ink, the printer takes {limit:.0} %")
            });
        }
    }

    /// A text of this size, pt on the page.
    pub(super) fn text(&self, painted: &Painted<'_>, size: f32, ledger: &mut Ledger) {
        self.colour(painted, ledger);
        if !painted.bounds.touches(&self.frame.bleed) {
            return;
        }
        let (page, object, colour) = (painted.page, painted.object, painted.colour);
        let size = (size * 10.0).round() / 10.0;
        let limits = &self.printer.profile.streg;
        if size < limits.tekst_pt {
            ledger.note(rules::SMALL_TEXT, page, object, || format!("text is {size:.1} pt"));
        }
        let solid = colour.kind != Kind::Pattern;
        if solid && size < limits.flerfarvet_tekst_pt && (colour.inks() > 1 || colour.is_white()) {
            ledger.note(rules::SMALL_COLOURED_TEXT, page, object, || {
                let what = if colour.is_white() { "white" } else { "in several inks" };
                format!("text of {size:.1} pt is {what}")
            });
        }
        if colour.ink[3] >= RICH_BLACK.0 && colour.sum() > RICH_BLACK.1 + 0.005 {
            ledger.note(rules::RICH_BLACK, page, object, || {
                format!("black text has {:.0} % of ink", colour.sum() * 100.0)
            });
        }
        if colour.is_black() && size < OVERPRINT_TEXT {
            if colour.kind == Kind::Grey {
                ledger.note(rules::GREY_TEXT, page, object, || {
                    format!("black text of {size:.1} pt is in DeviceGray")
                });
            } else if colour.kind == Kind::Cmyk && !(painted.overprint && painted.nonzero) {
                ledger.note(rules::BLACK_TEXT, page, object, || {
                    format!("black text of {size:.1} pt knocks out what is beneath")
                });
            }
        }
        if solid && colour.is_white() && painted.overprint {
            ledger.note(rules::WHITE_TEXT, page, object, || "white text overprints".to_owned());
        }
        self.safety(painted, "text", ledger);
    }

    /// A line of this width, pt on the page.
    pub(super) fn line(&self, painted: &Painted<'_>, width: f32, ledger: &mut Ledger) {
        self.colour(painted, ledger);
        let (page, object, colour) = (painted.page, painted.object, painted.colour);
        let width = (width * 1000.0).round() / 1000.0;
        let limits = &self.printer.profile.streg;
        if width < limits.haarstreg_pt {
            ledger.note(rules::HAIRLINE, page, object, || format!("a line is {width:.3} pt wide"));
        } else if colour.kind != Kind::Pattern
            && width < limits.flerfarvet_streg_pt
            && (colour.inks() > 1 || colour.is_white())
        {
            ledger.note(rules::COLOURED_LINE, page, object, || {
                let what = if colour.is_white() { "white" } else { "in several inks" };
                format!("a line of {width:.3} pt is {what}")
            });
        }
        if !painted.bounds.touches(&self.frame.bleed) {
            return;
        }
        let knocks_out = !(painted.overprint && painted.nonzero) || colour.kind == Kind::Grey;
        let plain = matches!(colour.kind, Kind::Grey | Kind::Cmyk);
        if plain && colour.is_black() && width < OVERPRINT_LINE && knocks_out {
            ledger.note(rules::BLACK_LINE, page, object, || {
                format!("a black line of {width:.3} pt knocks out what is beneath")
            });
        }
        self.white(painted, ledger);
        self.safety(painted, "a line", ledger);
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
            ledger.note(rules::HAIRLINE, painted.page, painted.object, || {
                format!("a surface is {thin:.3} pt thick")
            });
        }
        self.white(painted, ledger);
        self.bleeding(painted, ledger);
    }

    fn white(&self, painted: &Painted<'_>, ledger: &mut Ledger) {
        let solid = painted.colour.kind != Kind::Pattern;
        if solid && painted.colour.is_white() && painted.overprint {
            ledger.note(rules::WHITE_PATH, painted.page, painted.object, || {
                "a white line or surface overprints".to_owned()
            });
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
        let (page, object) = (painted.page, painted.object);
        self.colour(painted, ledger);
        if let Some(why) = &picture.broken {
            ledger.note(rules::BROKEN_PICTURE, page, object, || {
                format!("a picture cannot be read: {why}")
            });
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
            |asked: f32| format!("a picture has {ppi:.0} ppi; the printer asks for {asked:.0}");
        if ppi < error {
            ledger.note(rules::RESOLUTION_LOW, page, object, || words(error));
        } else if ppi < warning {
            ledger.note(rules::RESOLUTION_POOR, page, object, || words(warning));
        }
        self.bleeding(painted, ledger);
    }

    /// A picture that is all there is on its page.
    pub(super) fn full_page(&self, page: usize, bounds: &Bounds, ppi: f32, ledger: &mut Ledger) {
        if bounds.holds(&self.frame.trim, 1.0) && ppi < FULL_PAGE_PPI {
            ledger.note(rules::RESOLUTION_POOR, page, None, || {
                format!(
                    "the page is one picture of {ppi:.0} ppi; {FULL_PAGE_PPI:.0} keep text sharp"
                )
            });
        }
    }

    /// What must not be cut stays inside the safety margin, or runs past the trim for good.
    fn safety(&self, painted: &Painted<'_>, what: &str, ledger: &mut Ledger) {
        let frame = &self.frame;
        let outside = !painted.bounds.touches(&frame.trim);
        // A line that bleeds is meant to be cut.
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
        ledger.note(rules::SAFETY, painted.page, painted.object, || {
            format!("{what} is {least:.1} mm from the trim; the printer asks for {asked:.0} mm")
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
            ledger.note(rules::NO_BLEEDING, painted.page, painted.object, || {
                format!(
                    "colour at the trim goes {:.1} mm past it, not {:.1} mm",
                    past.max(0.0) / MM,
                    whole / MM
                )
            });
        }
    }
}

/// Pixels an inch, of the coarser direction.
pub(super) fn resolution((across, down): (f32, f32)) -> f32 {
    let coarse = across.max(down);
    if coarse > 0.0 { (72.0 / coarse).round() } else { f32::INFINITY }
}
