//! What goes along with a print file: its name and the delivery note.

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
pub fn note(delivery: &Delivery<'_>, printer: &Printer) -> String {
    let profile = &printer.profile;
    let standard = match profile.standard {
        Standard::X4 => "PDF/X-4:2010 og PDF/A-2b",
        Standard::Cmyk => "PDF 1.6, CMYK uden output intent",
    };
    let marks = if profile.maerker.any() { "uden for beskæringen" } else { "ingen" };
    let mut text = String::new();
    let mut row = |label: &str, value: &str| {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{label:<16}{value}");
    };
    row("Fil", delivery.file);
    row("Trykkeri", &profile.navn);
    row("Standard", standard);
    let blank = match delivery.blank {
        0 => String::new(),
        1 => ", heraf 1 blank til sidst".to_owned(),
        blank => format!(", heraf {blank} blanke til sidst"),
    };
    row("Sider", &format!("{} enkeltsider{blank}", delivery.pages));
    row("Færdigt format", &danish(&delivery.trim));
    row("Med beskæring", &danish(&delivery.bleed));
    row("Ark", &danish(&delivery.media));
    row("Mærker", marks);
    row("Farver", &delivery.colours.join(", "));
    if profile.standard == Standard::X4 {
        row(
            "Trykbetingelse",
            &format!("{} ({})", profile.farve.betingelse, profile.farve.beskrivelse),
        );
        row("ICC SHA-256", printer.icc.sha256());
    }
    let ink = match delivery.ink {
        Some((percent, page)) => format!(
            "højst {} % i et felt på 15 mm (side {page}); grænse {} %",
            danish(&format!("{percent:.0}")),
            danish(&format!("{:.0}", profile.farve.farvemaengde))
        ),
        None => "ingen".to_owned(),
    };
    row("Farvemængde", &ink);
    for (at, (font, embedded)) in delivery.fonts.iter().enumerate() {
        let state = if *embedded { "indlejret" } else { "IKKE indlejret" };
        row(if at == 0 { "Skrifter" } else { "" }, &format!("{font} ({state})"));
    }
    let warnings = if delivery.warnings == 1 { "advarsel" } else { "advarsler" };
    row("Preflight", &format!("0 fejl, {} {warnings}", delivery.warnings));
    row("Størrelse", &format!("{} byte", delivery.pdf.len()));
    row("SHA-256", &hex(&Sha256::digest(delivery.pdf)));
    text
}

/// Decimal comma.
fn danish(text: &str) -> String {
    text.replace('.', ",")
}
