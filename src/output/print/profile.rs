//! A printer's profile: what one print shop asks for, as TOML in `data/trykkerier/`.

use crate::output::pdf::boxes::{MM, Rect};
use crate::text;
use crate::words::{Text, plain};
use schemars::JsonSchema;
use serde::Deserialize;

/// What the name of a file may be filled in with.
const NAMES: [&str; 2] = ["{rapport}", "{sider}"];

/// Kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Standard {
    /// PDF/X-4:2010 and PDF/A-2b, output intent with its profile.
    #[serde(rename = "x4")]
    X4,
    /// CMYK without output intent, for shops that want no ICC profile in the file.
    #[serde(rename = "cmyk")]
    Cmyk,
}

/// The profile.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Name for people.
    pub navn: String,
    /// Where the demands come from: standard, page, date.
    pub kilde: String,
    /// Kind of file.
    pub standard: Standard,
    /// Name of the file: `{rapport}` and `{sider}` are filled in.
    #[serde(default = "default_name")]
    pub filnavn: String,
    /// The page count must be a multiple of this; white pages are added at the end.
    #[serde(default = "one")]
    pub sidemultiplum: usize,
    /// Bleed, edge by edge.
    pub beskaering: Edges,
    /// Text and lines stay this far inside the trim, mm.
    pub sikkerhed_mm: f32,
    /// Printer's marks, outside the bleed.
    #[serde(default)]
    pub maerker: Marks,
    /// Ink and its profile.
    pub farve: Ink,
    /// Limits of pictures.
    #[serde(default)]
    pub billeder: Images,
    /// Limits of text and lines.
    #[serde(default)]
    pub streg: Fine,
}

/// Bleed, mm.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Edges {
    /// Top edge.
    pub top_mm: f32,
    /// Bottom edge.
    pub bund_mm: f32,
    /// Left edge.
    pub venstre_mm: f32,
    /// Right edge.
    pub hoejre_mm: f32,
}

impl Edges {
    /// The page with its bleed, of the trim.
    #[must_use]
    pub fn around(&self, trim: &Rect) -> Rect {
        let [left, bottom, right, top] =
            [self.venstre_mm, self.bund_mm, self.hoejre_mm, self.top_mm].map(|mm| mm * MM);
        trim.grown(left, bottom, right, top)
    }
}

/// Which marks are drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Marks {
    /// Crop marks at the corners of the trim.
    pub skaeremaerker: bool,
    /// Registration marks at the middle of each side.
    pub pasmaerker: bool,
    /// Colour bars above the page.
    pub farvebjaelker: bool,
}

impl Marks {
    /// Whether there are any.
    #[must_use]
    pub fn any(self) -> bool {
        self.skaeremaerker || self.pasmaerker || self.farvebjaelker
    }
}

/// Ink.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Ink {
    /// ICC output profile, a path beside the printer's profile.
    pub icc: String,
    /// SHA-256 that the file must have; none where the user's own edition is taken.
    #[serde(default)]
    pub sha256: Option<String>,
    /// Where to get the profile, when it may not be handed on with the program.
    #[serde(default)]
    pub hentes: Option<String>,
    /// `OutputConditionIdentifier`: the name of the printing condition, `FOGRA39`.
    pub betingelse: String,
    /// `Info`: the condition in words.
    pub beskrivelse: String,
    /// `RegistryName`: who keeps the names of printing conditions.
    #[serde(default = "registry")]
    pub register: String,
    /// Most ink in one place, percent of one ink: 300.
    pub farvemaengde: f32,
}

/// Resolutions in pixels an inch at the printed size: below the first an error, below the second
/// a warning. Defaults are GWG 2015 `SheetCmyk`'s.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Images {
    /// Colour and grey.
    pub fejl_ppi: f32,
    /// Colour and grey.
    pub advarsel_ppi: f32,
    /// One bit.
    pub streg_fejl_ppi: f32,
    /// One bit.
    pub streg_advarsel_ppi: f32,
}

impl Default for Images {
    fn default() -> Self {
        Self {
            fejl_ppi: 149.0,
            advarsel_ppi: 224.0,
            streg_fejl_ppi: 549.0,
            streg_advarsel_ppi: 799.0,
        }
    }
}

/// Smallest text and lines. Defaults are GWG 2015 `SheetCmyk`'s.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Fine {
    /// Text in several inks or white, pt.
    pub flerfarvet_tekst_pt: f32,
    /// Any text, pt.
    pub tekst_pt: f32,
    /// Lines in several inks or white, pt.
    pub flerfarvet_streg_pt: f32,
    /// Any line, pt.
    pub haarstreg_pt: f32,
}

impl Default for Fine {
    fn default() -> Self {
        Self {
            flerfarvet_tekst_pt: 8.0,
            tekst_pt: 5.0,
            flerfarvet_streg_pt: 0.25,
            haarstreg_pt: 0.125,
        }
    }
}

fn default_name() -> String {
    "{rapport}-tryk".to_owned()
}

fn one() -> usize {
    1
}

fn registry() -> String {
    "http://www.color.org".to_owned()
}

/// Values out of their range: the key, and what is wrong.
pub(super) fn wrong(profile: &Profile) -> Vec<(&'static str, Text)> {
    let mut wrong = Vec::new();
    let mut within = |key: &'static str, value: f32, low: f32, high: f32, unit: &str| {
        if !(low..=high).contains(&value) {
            wrong.push((
                key,
                text!(
                    "printer-range",
                    key = key,
                    value = plain(value),
                    unit = unit,
                    low = plain(low),
                    high = plain(high)
                ),
            ));
        }
    };
    let edges = &profile.beskaering;
    within("top_mm", edges.top_mm, 0.0, 20.0, "mm");
    within("bund_mm", edges.bund_mm, 0.0, 20.0, "mm");
    within("venstre_mm", edges.venstre_mm, 0.0, 20.0, "mm");
    within("hoejre_mm", edges.hoejre_mm, 0.0, 20.0, "mm");
    within("sikkerhed_mm", profile.sikkerhed_mm, 0.0, 30.0, "mm");
    within("farvemaengde", profile.farve.farvemaengde, 200.0, 400.0, "%");
    let images = &profile.billeder;
    within("fejl_ppi", images.fejl_ppi, 1.0, 10_000.0, "ppi");
    within("advarsel_ppi", images.advarsel_ppi, images.fejl_ppi, 10_000.0, "ppi");
    within("streg_fejl_ppi", images.streg_fejl_ppi, 1.0, 10_000.0, "ppi");
    within("streg_advarsel_ppi", images.streg_advarsel_ppi, images.streg_fejl_ppi, 10_000.0, "ppi");
    let fine = &profile.streg;
    within("flerfarvet_tekst_pt", fine.flerfarvet_tekst_pt, 0.0, 72.0, "pt");
    within("tekst_pt", fine.tekst_pt, 0.0, 72.0, "pt");
    within("flerfarvet_streg_pt", fine.flerfarvet_streg_pt, 0.0, 10.0, "pt");
    within("haarstreg_pt", fine.haarstreg_pt, 0.0, 10.0, "pt");
    if !(1..=64).contains(&profile.sidemultiplum) {
        let count = profile.sidemultiplum;
        wrong.push(("sidemultiplum", text!("printer-multiple", count = plain(count))));
    }
    let name = &profile.filnavn;
    if name.is_empty() || name.contains(['/', '\\', '\0']) || name.starts_with('.') {
        wrong.push(("filnavn", text!("printer-file-name", name = name)));
    }
    let bare = NAMES.iter().fold(name.clone(), |bare, known| bare.replace(known, ""));
    if bare.contains(['{', '}']) {
        let known = Text::all_of(NAMES);
        wrong.push(("filnavn", text!("printer-placeholder", name = name, known = known)));
    }
    wrong
}
