//! The rules: code, severity, where they come from, what to do. `PDF_X4.md` is their checklist.
//!
//! X: PDF/X-4:2010 (ISO 15930-7), by the rows of the checklist. G: GWG 2015 `SheetCmyk` and what
//! print shops publish; the numbers are the printer's profile's. F: the file cannot be judged.

use crate::finding::Severity::{self, Error, Warning};

/// One rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Stable code.
    pub code: &'static str,
    /// How bad a breach is.
    pub severity: Severity,
    /// Where the rule comes from.
    pub source: &'static str,
    /// What to do.
    pub todo: &'static str,
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
    UNREADABLE: "F01", Error, "ISO 32000-1, 7.5", "export the file again; what cannot be read here may not be read at the print shop";
    TOO_LARGE: "F02", Error, "the program's limits of work and memory", "simplify the file, or split it";
    BROKEN_CONTENT: "F03", Error, "ISO 32000-1, 7.8.2", "export the file again";
    BROKEN_PICTURE: "F04", Error, "ISO 32000-1, 8.9.5", "save the picture again as PNG or JPEG";
    DAMAGED: "F06", Error, "ISO 32000-1, 7.5.5: startxref and %%EOF at the end", "export or copy the file again";
    MISSING_RESOURCE: "F05", Error, "ISO 32000-1, 7.8.3", "export the file again";

    HEADER: "X011", Error, "ISO 15930-7, 6.1: PDF 1.6", "export as PDF 1.6";
    CATALOGUE_VERSION: "X012", Error, "ISO 15930-7, 6.1: no later version in the catalogue", "export as PDF 1.6";
    NO_ID: "X021", Error, "ISO 15930-7, 6.2: trailer /ID", "export the file again with a file identifier";
    ENCRYPTED: "X022", Error, "ISO 15930-7, 6.2: no encryption", "save the file without password and permissions";
    NO_XMP: "X031", Error, "ISO 15930-7, 6.17: metadata stream", "write XMP metadata";
    PACKED_XMP: "X032", Error, "ISO 15930-7, 6.17: metadata uncompressed", "write the metadata stream without filter";
    BROKEN_XMP: "X033", Error, "ISO 16684-1: well-formed XML", "write the XMP metadata again";
    NOT_X4: "X034", Error, "ISO 15930-7, 6.17: GTS_PDFXVersion is PDF/X-4", "export as PDF/X-4";
    NOT_A2B: "X035", Warning, "ISO 19005-2, 6.6.4: pdfaid part 2, conformance B", "sats writes both standards into one file; for a print shop PDF/X-4 is enough";
    XMP_GAP: "X041", Error, "ISO 15930-7, 6.17: title, dates, ids, version, rendition", "write the missing property";
    XMP_DIFFERS: "X042", Error, "ISO 15930-7, 6.17: XMP equals Info", "write both from the same values";
    TRAPPED: "X051", Error, "ISO 15930-7, 6.16: Trapped is True or False", "write Trapped False into Info";
    XMP_TRAPPED: "X052", Error, "ISO 15930-7, 6.16: pdf:Trapped", "write pdf:Trapped as in Info";
    NO_INTENT: "X061", Error, "ISO 15930-7, 6.3: exactly one GTS_PDFX output intent", "write one output intent";
    NO_CONDITION: "X062", Error, "ISO 15930-7, 6.3: OutputConditionIdentifier", "name the printing condition";
    NO_REGISTRY: "X063", Error, "ISO 15930-7, 6.3: RegistryName of a registered condition", "write http://www.color.org";
    NO_CONDITION_INFO: "X064", Warning, "ISO 15930-7, 6.3: Info of the condition", "say the condition in words";
    OTHER_CONDITION: "X065", Error, "the printer's profile: betingelse", "build with this printer's profile";
    UNWANTED_INTENT: "X066", Error, "the printer's profile: no ICC profile in the file", "build with this printer's profile";
    NO_PROFILE: "X071", Error, "ISO 15930-7, 6.3: DestOutputProfile embedded", "embed the output profile";
    BAD_PROFILE: "X072", Error, "ISO 15930-7, 6.3: output profile of class prtr for CMYK", "embed a CMYK output profile";
    OTHER_PROFILE: "X073", Error, "the printer's profile: sha256", "build with this printer's ICC profile";
    TWO_PROFILES: "X074", Error, "ISO 19005-2, 6.2.3: one profile for all intents", "let all intents name one profile object";
    NO_TRIM: "X081", Error, "ISO 15930-7, 6.9: TrimBox or ArtBox, not both", "write a TrimBox on each page";
    BOXES_STRAY: "X082", Error, "ISO 15930-7, 6.9: trim in bleed in media", "write boxes that lie in each other";
    NO_SIZE: "X083", Error, "ISO 32000-1, 14.11.2: boxes with a size", "write boxes with width and height";
    CROP: "X084", Warning, "GWG 2015: CropBox absent or the MediaBox", "take the CropBox out";
    NO_BLEED: "X085", Error, "ISO 15930-7, 6.9; the printer's profile: BleedBox", "write a BleedBox on each page";
    SMALL_BLEED: "X086", Error, "the printer's profile: beskaering", "give the pages more bleed";
    USER_UNIT: "X091", Error, "ISO 15930-7, 6.9; GWG 2015: no UserUnit", "export in points";
    ROTATED: "X092", Warning, "GWG 2015: no Rotate", "turn the pages before export";
    SIZES_DIFFER: "X093", Warning, "GWG 2015: pages of one size", "give all pages one trim size";
    NOT_EMBEDDED: "X101", Error, "ISO 15930-7, 6.12: fonts embedded", "embed the font";
    NOTDEF: "X102", Error, "ISO 19005-2, 6.2.11.8: no .notdef", "use a font that has the character";
    WIDTHS: "X103", Error, "ISO 19005-2, 6.2.11.5: widths as in the font", "export the file again";
    TYPE3: "X104", Warning, "GWG 2015: Type 3 fonts are advised against", "use outlines or another font";
    COURIER: "X105", Warning, "GWG 2015: Courier stands in for a missing font", "see whether the font was missing";
    SCREEN_COLOUR: "X111", Error, "ISO 15930-7, 6.7; GWG 2015: CMYK and grey only", "convert the colour to CMYK";
    SAME_PROFILE: "X112", Error, "ISO 15930-7, 6.7: no ICCBased CMYK", "use DeviceCMYK";
    TWO_TINTS: "X121", Error, "ISO 15930-7, 6.8: one tint for a colorant", "define the spot colour once";
    SPOT: "X122", Error, "GWG 2015 SheetCmyk: no spot colours", "convert the spot colour to CMYK, or order it";
    REGISTRATION: "X123", Error, "ISO 32000-1, 8.6.6.4: the colorant All is for marks", "use black instead of the registration colour";
    BLEND_SPACE: "X131", Error, "ISO 15930-7, 6.10; GWG 2015: groups blend in DeviceCMYK", "give the group /CS /DeviceCMYK";
    BLEND_MODE: "X132", Error, "ISO 32000-1, 11.3.5: standard blend modes", "use a standard blend mode";
    NO_PAGE_GROUP: "X133", Warning, "ISO 19005-2, 6.2.10: blending space of a transparent page", "give the page a group in DeviceCMYK";
    JPX: "X141", Error, "GWG 2015: no JPEG 2000", "save the picture as JPEG or PNG";
    LZW: "X142", Error, "ISO 15930-7, 6.5: no LZW", "compress with Flate";
    ALTERNATES: "X143", Error, "ISO 15930-7, 6.6: no Alternates, no OPI", "embed the picture itself";
    POSTSCRIPT: "X144", Error, "ISO 15930-7, 6.6: no PostScript XObjects", "take the PostScript out";
    REFERENCE: "X145", Error, "ISO 15930-7, 6.6: no reference XObjects", "embed the page itself";
    ANNOTATION: "X151", Error, "ISO 15930-7, 6.13: no annotations inside the BleedBox", "take links and comments out";
    ACTION: "X161", Error, "ISO 15930-7, 6.14: no actions, no JavaScript", "take the action out";
    FORM: "X162", Error, "ISO 15930-7, 6.14: no forms", "flatten the form";
    MEDIA: "X163", Error, "ISO 15930-7, 6.13: no sound, film or 3D", "take it out";
    ATTACHMENT: "X171", Error, "ISO 15930-7, 6.15: no embedded files", "take the attachment out";
    LAYERS: "X181", Error, "ISO 15930-7, 6.11; GWG 2015: one layer configuration, no /AS", "flatten the layers";
    TRANSFER: "X191", Error, "ISO 15930-7, 6.4: no TR, HTP or own halftones", "take it out of the graphics state";
    INTENT_NAME: "X192", Error, "ISO 32000-1, 8.6.5.8: one of four rendering intents", "use RelativeColorimetric";

    INK: "G01", Warning, "GWG 2015: ink in any square of 15 mm", "lighten the colours there";
    COLOUR_LIMIT: "G02", Error, "the printer's profile: farvemaengde", "lighten the colour";
    RESOLUTION_LOW: "G03", Error, "GWG 2015: resolution of pictures", "use a larger picture, or print it smaller";
    RESOLUTION_POOR: "G04", Warning, "GWG 2015: resolution of pictures", "use a larger picture, or print it smaller";
    SMALL_COLOURED_TEXT: "G05", Warning, "GWG 2015: small text in one ink", "set it larger, or in black alone";
    SMALL_TEXT: "G06", Warning, "GWG 2022: text under 5 pt", "set it larger";
    RICH_BLACK: "G07", Warning, "GWG 2015: black text up to 280 %", "set it in black alone";
    BLACK_TEXT: "G08", Warning, "GWG 2015: black text under 12 pt overprints, OPM 1", "let it overprint";
    GREY_TEXT: "G09", Warning, "GWG 2015: black text not in DeviceGray", "set it in DeviceCMYK";
    BLACK_LINE: "G10", Warning, "GWG 2015: black lines under 2 pt overprint, not DeviceGray", "let it overprint";
    WHITE_TEXT: "G11", Error, "GWG 2015: white text never overprints", "let it knock out; else it is not there";
    WHITE_PATH: "G12", Warning, "GWG 2015: white never overprints", "let it knock out; else it is not there";
    GREY_OVERPRINT: "G13", Warning, "GWG 2015: DeviceGray does not overprint", "use DeviceCMYK";
    COLOURED_LINE: "G14", Warning, "GWG 2015: lines in several inks or white from 0.25 pt", "draw it thicker, or in one ink";
    HAIRLINE: "G15", Error, "GWG 2022: no line under 0.125 pt", "draw it thicker";
    EMPTY: "G16", Warning, "GWG 2015: no empty pages inside", "see whether it is meant";
    SAFETY: "G17", Warning, "the printer's profile: sikkerhed_mm", "move it inwards, or let it run past the trim";
    NO_BLEEDING: "G18", Warning, "the printer's profile: beskaering", "let it run to the edge of the bleed";
    PAGE_COUNT: "G19", Error, "the printer's profile: sidemultiplum", "add pages";
    OVERPRINT_MODE: "G20", Warning, "GWG 2015: OPM 1 where DeviceCMYK overprints", "set OPM 1";
    SPREADS: "G21", Warning, "print shops: single pages, never spreads", "export single pages";
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
