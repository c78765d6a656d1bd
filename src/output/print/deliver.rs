//! What goes along with a print file: its name and the delivery note.

use crate::text;
use crate::words::{Language, Text, Words, plain};
use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::icc::hex;
use super::printer::Printer;
use super::profile::Standard;

/// What the delivery note says, as read back from the written file.
#[derive(Debug, Clone, PartialEq)]
pub struct Delivery<'a> {
    /// Name of the file.
    pub file: &'a str,
    /// The file.
    pub pdf: &'a [u8],
    /// Number of pages.
    pub pages: usize,
    /// Of these, white ones at the end.
    pub blank: usize,
    /// Trim and bleed for people: `210.0 × 297.0 mm`.
    pub trim: String,
    /// Bleed box likewise.
    pub bleed: String,
    /// Sheet with marks likewise.
    pub media: String,
    /// Colour spaces in use.
    pub colours: Vec<String>,
    /// Fonts by name, with whether they are embedded.
    pub fonts: Vec<(String, bool)>,
    /// Most ink in a square of 15 mm: percent and page.
    pub ink: Option<(f32, usize)>,
    /// Warnings that the preflight leaves standing.
    pub warnings: usize,
}

/// Name of the print file by the printer's pattern, with its ending. `rapport` is the report's
/// name without ending: `sikker-by-2024`.
#[must_use]
pub fn file_name(printer: &Printer, rapport: &str, pages: usize) -> String {
    let name = printer.profile.filnavn.replace("{rapport}", rapport);
    let name = name.replace("{sider}", &pages.to_string());
    if name.ends_with(".pdf") { name } else { format!("{name}.pdf") }
}

/// The delivery note, plain text for a person at the print shop.
#[must_use]
pub fn note(delivery: &Delivery<'_>, printer: &Printer, words: &Words) -> String {
    let profile = &printer.profile;
    let mut text = String::new();
    let mut row = |label: Text, value: Text| {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{:<16}{}", words.say(&label), words.say(&value));
    };
    let size = |size: &str| Text::from(decimals(size, words));
    row(text!("note-file"), delivery.file.into());
    row(text!("note-printer"), (&profile.navn).into());
    row(
        text!("note-standard"),
        match profile.standard {
            Standard::X4 => text!("note-x4"),
            Standard::Cmyk => text!("note-cmyk"),
        },
    );
    row(
        text!("note-pages"),
        match delivery.blank {
            0 => text!("note-single-pages", n = delivery.pages),
            blank => text!("note-pages-blank", n = delivery.pages, blank = blank),
        },
    );
    row(text!("note-trim"), size(&delivery.trim));
    row(text!("note-bleed"), size(&delivery.bleed));
    row(text!("note-media"), size(&delivery.media));
    let marks = profile.maerker.any();
    let marks = if marks { text!("note-marks-outside") } else { text!("value-none") };
    row(text!("note-marks"), marks);
    row(text!("note-colours"), Text::list(&delivery.colours));
    if profile.standard == Standard::X4 {
        let (name, words) = (&profile.farve.betingelse, &profile.farve.beskrivelse);
        row(text!("note-condition"), format!("{name} ({words})").into());
        row("ICC SHA-256".into(), printer.icc.sha256().into());
    }
    let ink = match delivery.ink {
        Some((percent, page)) => text!(
            "note-ink-most",
            percent = whole(percent),
            page = plain(page),
            limit = whole(profile.farve.farvemaengde)
        ),
        None => text!("value-none"),
    };
    row(text!("note-ink"), ink);
    for (at, (font, embedded)) in delivery.fonts.iter().enumerate() {
        let label = if at == 0 { text!("note-fonts") } else { "".into() };
        let told = if *embedded {
            text!("note-embedded", font = font)
        } else {
            text!("note-not-embedded", font = font)
        };
        row(label, told);
    }
    row("Preflight".into(), text!("note-preflight", n = delivery.warnings));
    row(text!("note-size"), text!("note-bytes", n = plain(delivery.pdf.len())));
    row("SHA-256".into(), hex(&Sha256::digest(delivery.pdf)).into());
    text
}

fn whole(percent: f32) -> Text {
    plain(format!("{percent:.0}"))
}

/// A measure with the decimal sign of the language.
fn decimals(text: &str, words: &Words) -> String {
    match words.language() {
        Language::Danish => text.replace('.', ","),
        Language::English => text.to_owned(),
    }
}
