//! The rules: code, severity, where they come from, what to do. `PDF_X4.md` is their checklist.
//!
//! X: PDF/X-4:2010 (ISO 15930-7), by the rows of the checklist. G: GWG 2015 `SheetCmyk` and what
//! print shops publish; the numbers are the printer's profile's. F: the file cannot be judged.

use crate::finding::Severity::{self, Error, Warning};
use crate::text;
use crate::words::Text;

/// One rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Stable code.
    pub code: &'static str,
    /// How bad a breach is.
    pub severity: Severity,
    /// Where the rule comes from, and what it says, for who reads the checklist.
    source: &'static str,
    /// Message that says what to do.
    todo: &'static str,
}

impl Rule {
    /// What to do.
    #[must_use]
    pub fn todo(self) -> Text {
        Text::Message { id: self.todo, args: Vec::new() }
    }

    /// Where the rule comes from: a standard's clause, or what stands in the printer's profile.
    #[must_use]
    pub fn source(self) -> Text {
        match self.source.split_once(": ") {
            Some(("the printer's profile", key)) => text!("rule-of-profile", key = key),
            Some(("print shops", _)) => text!("rule-of-printers"),
            Some((clause, _)) => clause.into(),
            None if self.source.starts_with("the program") => text!("rule-of-limits"),
            None => self.source.into(),
        }
    }
}

macro_rules! rules {
    ($($name:ident: $code:literal, $severity:ident, $source:literal, $todo:literal;)*) => {
        $(#[doc = concat!("`", $code, "`: ", $source)]
        pub const $name: Rule =
            Rule { code: $code, severity: $severity, source: $source, todo: $todo };)*
        /// Every rule.
        pub const ALL: &[Rule] = &[$($name),*];
    };
}

rules! {
    UNREADABLE: "F01", Error, "ISO 32000-1, 7.5", "rule-F01";
    TOO_LARGE: "F02", Error, "the program's limits of work and memory", "rule-F02";
    BROKEN_CONTENT: "F03", Error, "ISO 32000-1, 7.8.2", "rule-F03";
    BROKEN_PICTURE: "F04", Error, "ISO 32000-1, 8.9.5", "rule-F04";
    DAMAGED: "F06", Error, "ISO 32000-1, 7.5.5: startxref and %%EOF at the end", "rule-F06";
    MISSING_RESOURCE: "F05", Error, "ISO 32000-1, 7.8.3", "rule-F03";

    HEADER: "X011", Error, "ISO 15930-7, 6.1: PDF 1.6", "rule-X011";
    CATALOGUE_VERSION: "X012", Error, "ISO 15930-7, 6.1: no later version in the catalogue", "rule-X011";
    NO_ID: "X021", Error, "ISO 15930-7, 6.2: trailer /ID", "rule-X021";
    ENCRYPTED: "X022", Error, "ISO 15930-7, 6.2: no encryption", "rule-X022";
    NO_XMP: "X031", Error, "ISO 15930-7, 6.17: metadata stream", "rule-X031";
    PACKED_XMP: "X032", Error, "ISO 15930-7, 6.17: metadata uncompressed", "rule-X032";
    BROKEN_XMP: "X033", Error, "ISO 16684-1: well-formed XML", "rule-X033";
    NOT_X4: "X034", Error, "ISO 15930-7, 6.17: GTS_PDFXVersion is PDF/X-4", "rule-X034";
    NOT_A2B: "X035", Warning, "ISO 19005-2, 6.6.4: pdfaid part 2, conformance B", "rule-X035";
    XMP_GAP: "X041", Error, "ISO 15930-7, 6.17: title, dates, ids, version, rendition", "rule-X041";
    XMP_DIFFERS: "X042", Error, "ISO 15930-7, 6.17: XMP equals Info", "rule-X042";
    TRAPPED: "X051", Error, "ISO 15930-7, 6.16: Trapped is True or False", "rule-X051";
    XMP_TRAPPED: "X052", Error, "ISO 15930-7, 6.16: pdf:Trapped", "rule-X052";
    NO_INTENT: "X061", Error, "ISO 15930-7, 6.3: exactly one GTS_PDFX output intent", "rule-X061";
    NO_CONDITION: "X062", Error, "ISO 15930-7, 6.3: OutputConditionIdentifier", "rule-X062";
    NO_REGISTRY: "X063", Error, "ISO 15930-7, 6.3: RegistryName of a registered condition", "rule-X063";
    NO_CONDITION_INFO: "X064", Warning, "ISO 15930-7, 6.3: Info of the condition", "rule-X064";
    OTHER_CONDITION: "X065", Error, "the printer's profile: betingelse", "rule-X065";
    UNWANTED_INTENT: "X066", Error, "the printer's profile: no ICC profile in the file", "rule-X065";
    NO_PROFILE: "X071", Error, "ISO 15930-7, 6.3: DestOutputProfile embedded", "rule-X071";
    BAD_PROFILE: "X072", Error, "ISO 15930-7, 6.3: output profile of class prtr for CMYK", "rule-X072";
    OTHER_PROFILE: "X073", Error, "the printer's profile: sha256", "rule-X073";
    TWO_PROFILES: "X074", Error, "ISO 19005-2, 6.2.3: one profile for all intents", "rule-X074";
    NO_TRIM: "X081", Error, "ISO 15930-7, 6.9: TrimBox or ArtBox, not both", "rule-X081";
    BOXES_STRAY: "X082", Error, "ISO 15930-7, 6.9: trim in bleed in media", "rule-X082";
    NO_SIZE: "X083", Error, "ISO 32000-1, 14.11.2: boxes with a size", "rule-X083";
    CROP: "X084", Warning, "GWG 2015: CropBox absent or the MediaBox", "rule-X084";
    NO_BLEED: "X085", Error, "ISO 15930-7, 6.9: BleedBox", "rule-X085";
    SMALL_BLEED: "X086", Error, "the printer's profile: beskaering", "rule-X086";
    USER_UNIT: "X091", Error, "ISO 15930-7, 6.9; GWG 2015: no UserUnit", "rule-X091";
    ROTATED: "X092", Warning, "GWG 2015: no Rotate", "rule-X092";
    SIZES_DIFFER: "X093", Warning, "GWG 2015: pages of one size", "rule-X093";
    NOT_EMBEDDED: "X101", Error, "ISO 15930-7, 6.12: fonts embedded", "rule-X101";
    NOTDEF: "X102", Error, "ISO 19005-2, 6.2.11.8: no .notdef", "rule-X102";
    WIDTHS: "X103", Error, "ISO 19005-2, 6.2.11.5: widths as in the font", "rule-F03";
    TYPE3: "X104", Warning, "GWG 2015: Type 3 fonts are advised against", "rule-X104";
    COURIER: "X105", Warning, "GWG 2015: Courier stands in for a missing font", "rule-X105";
    SCREEN_COLOUR: "X111", Error, "ISO 15930-7, 6.7; GWG 2015: CMYK and grey only", "rule-X111";
    SAME_PROFILE: "X112", Error, "ISO 15930-7, 6.7: no ICCBased CMYK", "rule-X112";
    TWO_TINTS: "X121", Error, "ISO 15930-7, 6.8: one tint for a colorant", "rule-X121";
    SPOT: "X122", Error, "GWG 2015 SheetCmyk: no spot colours", "rule-X122";
    REGISTRATION: "X123", Error, "ISO 32000-1, 8.6.6.4: the colorant All is for marks", "rule-X123";
    BLEND_SPACE: "X131", Error, "ISO 15930-7, 6.10; GWG 2015: groups blend in DeviceCMYK", "rule-X131";
    BLEND_MODE: "X132", Error, "ISO 32000-1, 11.3.5: standard blend modes", "rule-X132";
    NO_PAGE_GROUP: "X133", Warning, "ISO 19005-2, 6.2.10: blending space of a transparent page", "rule-X133";
    JPX: "X141", Error, "GWG 2015: no JPEG 2000", "rule-X141";
    LZW: "X142", Error, "ISO 15930-7, 6.5: no LZW", "rule-X142";
    ALTERNATES: "X143", Error, "ISO 15930-7, 6.6: no Alternates, no OPI", "rule-X143";
    POSTSCRIPT: "X144", Error, "ISO 15930-7, 6.6: no PostScript XObjects", "rule-X144";
    REFERENCE: "X145", Error, "ISO 15930-7, 6.6: no reference XObjects", "rule-X145";
    ANNOTATION: "X151", Error, "ISO 15930-7, 6.13: no annotations inside the BleedBox", "rule-X151";
    ACTION: "X161", Error, "ISO 15930-7, 6.14: no actions, no JavaScript", "rule-X161";
    FORM: "X162", Error, "ISO 15930-7, 6.14: no forms", "rule-X162";
    MEDIA: "X163", Error, "ISO 15930-7, 6.13: no sound, film or 3D", "rule-X163";
    ATTACHMENT: "X171", Error, "ISO 15930-7, 6.15: no embedded files", "rule-X171";
    LAYERS: "X181", Error, "ISO 15930-7, 6.11; GWG 2015: one layer configuration, no /AS", "rule-X181";
    TRANSFER: "X191", Error, "ISO 15930-7, 6.4: no TR, HTP or own halftones", "rule-X191";
    INTENT_NAME: "X192", Error, "ISO 32000-1, 8.6.5.8: one of four rendering intents", "rule-X192";

    INK: "G01", Warning, "GWG 2015: ink in any square of 15 mm", "rule-G01";
    COLOUR_LIMIT: "G02", Error, "the printer's profile: farvemaengde", "rule-G02";
    RESOLUTION_LOW: "G03", Error, "GWG 2015: resolution of pictures", "rule-G03";
    RESOLUTION_POOR: "G04", Warning, "GWG 2015: resolution of pictures", "rule-G03";
    SMALL_COLOURED_TEXT: "G05", Warning, "GWG 2015: small text in one ink", "rule-G05";
    SMALL_TEXT: "G06", Warning, "GWG 2022: text under 5 pt", "rule-G06";
    RICH_BLACK: "G07", Warning, "GWG 2015: black text up to 280 %", "rule-G07";
    BLACK_TEXT: "G08", Warning, "GWG 2015: black text under 12 pt overprints, OPM 1", "rule-G08";
    GREY_TEXT: "G09", Warning, "GWG 2015: black text not in DeviceGray", "rule-G09";
    BLACK_LINE: "G10", Warning, "GWG 2015: black lines under 2 pt overprint, not DeviceGray", "rule-G08";
    WHITE_TEXT: "G11", Error, "GWG 2015: white text never overprints", "rule-G11";
    WHITE_PATH: "G12", Warning, "GWG 2015: white never overprints", "rule-G11";
    GREY_OVERPRINT: "G13", Warning, "GWG 2015: DeviceGray does not overprint", "rule-X112";
    COLOURED_LINE: "G14", Warning, "GWG 2015: lines in several inks or white from 0.25 pt", "rule-G14";
    HAIRLINE: "G15", Error, "GWG 2022: no line under 0.125 pt", "rule-G15";
    EMPTY: "G16", Warning, "GWG 2015: no empty pages inside", "rule-G16";
    SAFETY: "G17", Warning, "the printer's profile: sikkerhed_mm", "rule-G17";
    NO_BLEEDING: "G18", Warning, "the printer's profile: beskaering", "rule-G18";
    PAGE_COUNT: "G19", Error, "the printer's profile: sidemultiplum", "rule-G19";
    OVERPRINT_MODE: "G20", Warning, "GWG 2015: OPM 1 where DeviceCMYK overprints", "rule-G20";
    SPREADS: "G21", Warning, "print shops: single pages, never spreads", "rule-G21";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_there_once() {
        let mut codes: Vec<_> = ALL.iter().map(|rule| rule.code).collect();
        codes.sort_unstable();
        let all = codes.len();
        codes.dedup();
        assert_eq!(codes.len(), all);
    }

    #[test]
    fn the_checklist_names_every_rule_and_no_other() {
        let list = include_str!("../PDF_X4.md");
        let mut named: Vec<_> = list
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| {
                word.len() >= 3
                    && word.starts_with(['X', 'G', 'F'])
                    && word[1..].chars().all(|c| c.is_ascii_digit())
            })
            .collect();
        named.sort_unstable();
        named.dedup();
        let mut codes: Vec<_> = ALL.iter().map(|rule| rule.code).collect();
        codes.sort_unstable();
        assert_eq!(named, codes);
    }
}
