//! What the program takes at most, in one table: sizes, counts, depth, time. Beyond a limit something
//! is told and nothing is guessed; `.github/LIMITS.md` is written from here, and a test of each stands
//! at the limit and one beyond (`tests/all/bounds.rs`, or beside the code).

/// A limit, as it is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// Its name in this module.
    pub name: &'static str,
    /// What it limits.
    pub what: &'static str,
    /// How much.
    pub most: u64,
    /// Of what: `bytes`, `pixels`.
    pub unit: &'static str,
}

macro_rules! limits {
    ($(#[doc = $what:literal] $name:ident: $kind:ty = $most:expr, $unit:literal;)*) => {
        $(#[doc = $what] pub const $name: $kind = $most;)*

        /// All limits, in order.
        pub const TABLE: &[Limit] = &[
            $(Limit { name: stringify!($name), what: $what, most: $name as u64, unit: $unit },)*
        ];
    };
}

limits! {
    /// A data file.
    DATA_FILE: u64 = 4 << 20, "bytes";
    /// A file of an earlier year that git gives back.
    GIT_FILE: usize = 64 << 20, "bytes";
    /// A text of the data.
    TEXT: usize = 20_000, "characters";
    /// Emphasis and lists of a text inside one another.
    PROSE_DEPTH: usize = 12, "levels";
    /// The id of an indsats.
    ID: usize = 40, "characters";
    /// A text of a finding; what is longer is cut when it is printed.
    FINDING_TEXT: usize = 1_000, "characters";
    /// A picture file, PNG or JPEG.
    PICTURE_FILE: u64 = 64 << 20, "bytes";
    /// A picture, and all bitmaps inside an SVG.
    PICTURE_PIXELS: u64 = 50_000_000, "pixels";
    /// An SVG file.
    SVG_FILE: usize = 8 << 20, "bytes";
    /// Elements of an SVG, those that `use` repeats counted each time.
    SVG_ELEMENTS: u64 = 100_000, "elements";
    /// Elements of an SVG inside one another.
    SVG_DEPTH: usize = 64, "levels";
    /// A coordinate or size in an SVG.
    SVG_FARTHEST: u32 = 100_000, "user units";
    /// The trial drawing of an SVG; what takes longer is refused.
    SVG_SECONDS: u64 = 10, "seconds";
    /// Faces that are read of a font collection.
    FONT_FACES: u32 = 64, "faces";
    /// A font file.
    FONT_FILE: u64 = 64 << 20, "bytes";
    /// Column and row of a tile on the map; more would be higher than a page.
    MAP_TILE: u8 = 11, "tiles";
    /// Number of a fagprincip; more would not go on the page that tells what they are.
    PRINCIPLE: u8 = 12, "principles";
    /// A file of outlines (GeoJSON).
    GEOJSON_FILE: u64 = 64 << 20, "bytes";
    /// A form that comes back.
    FORM_FILE: usize = 20 << 20, "bytes";
    /// Files in the package of a form.
    FORM_PARTS: usize = 4_000, "files";
    /// All of a form, unpacked.
    FORM_UNPACKED: u64 = 96 << 20, "bytes";
    /// Filled cells of a form.
    FORM_CELLS: usize = 200_000, "cells";
    /// A draft that comes back.
    COMMENTS_FILE: usize = 200 << 20, "bytes";
    /// Comments in one file.
    COMMENTS: usize = 20_000, "comments";
    /// A PDF that is judged.
    PDF_FILE: usize = 1 << 30, "bytes";
    /// A stream of a PDF, unpacked.
    PDF_STREAM: usize = 128 << 20, "bytes";
    /// Pages of a PDF that is judged.
    PDF_PAGES: usize = 5_000, "pages";
    /// Forms of a PDF inside one another.
    PDF_DEPTH: usize = 16, "levels";
    /// Saved graphics states of a page.
    PDF_STATES: usize = 512, "states";
    /// Points of the paths of a page.
    PDF_POINTS: usize = 2_000_000, "points";
    /// Metadata of a PDF.
    PDF_METADATA: usize = 4 << 20, "bytes";
    /// Glyphs of a font in a PDF whose widths are compared.
    PDF_GLYPHS: u16 = 8_192, "glyphs";
    /// A font in a PDF, unpacked.
    PDF_FONT: usize = 32 << 20, "bytes";
    /// A picture that is turned into ink.
    PRINT_PIXELS: usize = 200_000_000, "pixels";
    /// A printer's ICC profile.
    ICC_FILE: u64 = 64 << 20, "bytes";
    /// The head of a request to the preview.
    REQUEST_HEAD: u64 = 16 << 10, "bytes";
    /// The body of a request to the preview.
    REQUEST_BODY: usize = 256 << 10, "bytes";
    /// A request to the preview, until it is there whole.
    REQUEST_SECONDS: u64 = 10, "seconds";
    /// An answer of the preview, until it is read.
    ANSWER_SECONDS: u64 = 30, "seconds";
    /// Connections to the preview at the same time.
    CONNECTIONS: usize = 256, "connections";
    /// Browsers that follow the preview at the same time.
    LISTENERS: usize = 64, "browsers";
    /// Links that follow one another to a file that is written.
    LINKS: usize = 40, "links";
}

/// All limits as a table in Markdown.
#[must_use]
pub fn markdown() -> String {
    let mut text =
        "# Limits\n\nWhat sats takes at most. Written from `src/limits.rs` by its test.\n\n\
                    | what | most | name |\n|---|---|---|\n"
            .to_owned();
    for Limit { name, what, most, unit } in TABLE {
        let what = what.trim().trim_end_matches('.');
        let most = match *most {
            most if *unit == "bytes" && most % (1 << 20) == 0 => format!("{} MiB", most >> 20),
            most if *unit == "bytes" => format!("{} KiB", most >> 10),
            most => format!("{} {unit}", grouped(most)),
        };
        text.push_str(&format!("| {what} | {most} | `{name}` |\n"));
    }
    text
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
