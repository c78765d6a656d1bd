//! The pictures that the data names: read and judged once, so that what is wrong with one is told
//! at its line and not by whatever opens it later.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::read::whole;
use crate::finding::Finding;
use crate::limits;
use crate::report::codes;
use crate::report::model::Indsats;
use crate::text;
use crate::words::{Text, system};

/// Where the pictures are.
pub const PICTURES_DIR: &str = "billeder";
/// Largest file that is read, bytes.
const MOST_BYTES: u64 = limits::PICTURE_FILE;
/// Most pixels: A3 at 500 pixels an inch.
const MOST_PIXELS: u64 = limits::PICTURE_PIXELS;
/// Largest logo, bytes: it stands on every edition's cover.
const LOGO_BYTES: u64 = 2 << 20;
/// Where the symbols of the report's own are.
pub const SYMBOLS_DIR: &str = "symboler";

/// A picture's bytes; or what is wrong with it and what to do.
pub(super) type Picture = Result<Arc<[u8]>, (Text, Text)>;

/// The kinds of pictures that can be set, by the end of their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Png,
    Jpeg,
    Svg,
}

impl Kind {
    pub(super) fn of(name: &str) -> Option<Self> {
        match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
            "png" => Some(Self::Png),
            "jpg" | "jpeg" => Some(Self::Jpeg),
            "svg" => Some(Self::Svg),
            _ => None,
        }
    }
}

/// Media type of a picture, by the end of its name; none where it is of no kind that can be set.
#[must_use]
pub fn mime(name: &str) -> Option<&'static str> {
    Some(match Kind::of(name)? {
        Kind::Png => "image/png",
        Kind::Jpeg => "image/jpeg",
        Kind::Svg => "image/svg+xml",
    })
}

/// Reads the pictures that are named and there, by name.
pub(super) fn read(
    dir: &Path,
    indsatser: &[Indsats],
    logo: Option<&str>,
) -> BTreeMap<String, Picture> {
    let named: BTreeSet<&str> = indsatser
        .iter()
        .flat_map(super::pictures)
        .map(|(_, name)| name)
        .chain(logo)
        .filter(|name| is_plain_name(name))
        .collect();
    let named: Vec<_> =
        named.into_iter().filter_map(|name| Some((name, Kind::of(name)?))).collect();
    named
        .into_par_iter()
        .map(|(name, kind)| {
            let most = if logo == Some(name) { LOGO_BYTES } else { MOST_BYTES };
            (name.to_owned(), one(&dir.join(PICTURES_DIR).join(name), kind, most))
        })
        .collect()
}

/// Reads the drawings beside the data, by name without ending; and what is wrong with others.
pub(super) fn symbols(dir: &Path) -> (BTreeMap<String, Arc<[u8]>>, Vec<Finding>) {
    let (mut symbols, mut findings) = (BTreeMap::new(), Vec::new());
    // A report may do without the folder.
    let entries = fs::read_dir(dir.join(SYMBOLS_DIR)).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| !name.starts_with('.') && !name.ends_with('~'));
    names.sort();
    for name in names {
        let path = dir.join(SYMBOLS_DIR).join(&name);
        let judged = match (Kind::of(&name), name.rsplit_once('.')) {
            (Some(Kind::Svg), Some((stem, _))) => {
                one(&path, Kind::Svg, LOGO_BYTES).map(|bytes| (stem.to_owned(), bytes))
            }
            _ => Err((text!("symbol-form"), text!("symbol-form-hint"))),
        };
        match judged {
            Ok((stem, bytes)) => drop(symbols.insert(stem, bytes)),
            Err((why, hint)) => {
                let file = format!("{SYMBOLS_DIR}/{name}");
                let words = text!("load-picture", file = &file, why = why);
                let finding = Finding::error(codes::PICTURE.code, words);
                findings.push(finding.at(whole(&file)).hint(hint));
            }
        }
    }
    (symbols, findings)
}

/// A file's name without any folder, on every system.
pub(super) fn is_plain_name(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('.')
        && !name.contains(['/', '\\', ':'])
        && !name.chars().any(char::is_control)
}

fn one(path: &Path, kind: Kind, most: u64) -> Picture {
    if !path.is_file() {
        return Err((text!("picture-missing"), text!("picture-missing-hint")));
    }
    let unreadable = |err: std::io::Error| {
        (text!("picture-unreadable", why = system(&err)), text!("load-rights"))
    };
    let size = fs::metadata(path).map_err(unreadable)?.len();
    if size > most {
        let words = text!("picture-large", mb = size >> 20, most = most >> 20);
        return Err((words, text!("picture-smaller")));
    }
    let bytes = fs::read(path).map_err(unreadable)?;
    of_kind(kind, &bytes)?;
    Ok(bytes.into())
}

type Judged = Result<(), (Text, Text)>;

/// Judges a picture by the ending of its name.
pub(super) fn judge(name: &str, bytes: &[u8]) -> Judged {
    let kind = Kind::of(name).ok_or_else(|| {
        (text!("load-picture-kind", name = name), text!("load-picture-kind-hint"))
    })?;
    of_kind(kind, bytes)
}

fn of_kind(kind: Kind, bytes: &[u8]) -> Judged {
    match kind {
        Kind::Png => png(bytes),
        Kind::Jpeg => jpeg(bytes),
        Kind::Svg => svg(bytes),
    }
}

fn unread(form: &str, why: &str) -> (Text, Text) {
    (text!("picture-unread", form = form, why = words(why)), text!("picture-again"))
}

fn of_size(width: u64, height: u64) -> Judged {
    if width.saturating_mul(height) <= MOST_PIXELS {
        return Ok(());
    }
    let most = MOST_PIXELS / 1_000_000;
    let words = text!("picture-pixels", width = width, height = height, most = most);
    Err((words, text!("picture-smaller")))
}

/// Reads it row by row, so that no picture fills the memory.
fn png(bytes: &[u8]) -> Judged {
    let broken = |err: png::DecodingError| unread("PNG", &err.to_string());
    let mut decoder = png::Decoder::new(Cursor::new(bytes));
    let header = decoder.read_header_info().map_err(broken)?;
    of_size(u64::from(header.width), u64::from(header.height))?;
    let mut reader = decoder.read_info().map_err(broken)?;
    while reader.next_row().map_err(broken)?.is_some() {}
    Ok(())
}

fn jpeg(bytes: &[u8]) -> Judged {
    let broken = |err: &dyn std::fmt::Debug| unread("JPEG", &format!("{err:?}"));
    // JPEG's own largest side; how many pixels there may be is told below. Strict: half a
    // picture is none.
    let options = DecoderOptions::default()
        .set_max_width(65_535)
        .set_max_height(65_535)
        .set_strict_mode(true);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|err| broken(&err))?;
    let (width, height) = decoder.dimensions().unwrap_or_default();
    of_size(width as u64, height as u64)?;
    if matches!(decoder.input_colorspace(), Some(ColorSpace::CMYK | ColorSpace::YCCK)) {
        // PDF/A takes no ink colours without their profile.
        return Err((text!("picture-cmyk"), text!("picture-cmyk-hint")));
    }
    decoder.decode().map(drop).map_err(|err| broken(&err))
}

fn svg(bytes: &[u8]) -> Judged {
    super::svg::fault(bytes).map_or(Ok(()), |why| Err((why, text!("picture-again"))))
}

/// Another program's words in one short line.
fn words(text: &str) -> String {
    text.lines().next().unwrap_or_default().chars().take(120).collect()
}
