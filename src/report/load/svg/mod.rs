//! SVG pictures, judged before anything draws them: a drawing of a few lines can ask for more
//! memory, time or depth than any machine has.

mod repeats;

use crate::guard::guarded;
use crate::limits;
use crate::text;
use crate::words::{Text, plain};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use roxmltree::{Document, Node};
use zune_jpeg::zune_core::bytestream::ZCursor;

/// Largest file, bytes: ten times a detailed map.
const MOST_BYTES: usize = limits::SVG_FILE;
/// Deepest nesting. Readers call themselves at each level.
const DEEPEST: usize = limits::SVG_DEPTH;
/// Largest coordinate or size, user units. PDF viewers count in single precision.
const FARTHEST: f64 = limits::SVG_FARTHEST as f64;
/// Most pixels of all bitmaps inside it.
const MOST_PIXELS: u64 = limits::PICTURE_PIXELS;
/// Stack of the trial drawing, bytes: many times what the deepest nesting takes.
const STACK: usize = 32 << 20;
/// Side of the trial drawing, pixels.
const TRIAL: f32 = 256.0;

/// Elements that print cannot show, or that nobody can say the cost of.
const REFUSED: [&str; 8] = [
    "filter",
    "foreignObject",
    "script",
    "animate",
    "animateTransform",
    "animateMotion",
    "set",
    "iframe",
];

/// Why a drawing cannot be set: a clause that goes on after the file's name.
pub(super) fn fault(bytes: &[u8]) -> Option<Text> {
    if bytes.len() > MOST_BYTES {
        return Some(text!("picture-large", mb = bytes.len() >> 20, most = MOST_BYTES >> 20));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(err) => return Some(text!("svg-utf8", at = err.valid_up_to())),
    };
    if nesting(text) > DEEPEST {
        return Some(text!("svg-deep", most = DEEPEST));
    }
    let document = match Document::parse(text) {
        Ok(document) => document,
        Err(err) => {
            return Some(text!("picture-unread", form = "SVG", why = first_line(&err.to_string())));
        }
    };
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return Some(text!("svg-other", name = root.tag_name().name()));
    }
    of_elements(root).or_else(|| repeats::fault(&document)).or_else(|| drawn(text))
}

/// How deep the elements nest at most, without reading them as XML: a reader might call itself at
/// each level. Comments and quoted text count too, which errs on the strict side.
fn nesting(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let end = rest.find('>').unwrap_or(rest.len());
        match rest.as_bytes().first() {
            Some(b'/') => depth = depth.saturating_sub(1),
            Some(b'!' | b'?') => {}
            _ if rest[..end].ends_with('/') => {}
            _ => depth += 1,
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// What a single element asks for that cannot be given.
fn of_elements(root: Node<'_, '_>) -> Option<Text> {
    let mut pixels = 0;
    for node in root.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        if REFUSED.contains(&name) {
            return Some(text!("svg-refused", name = name));
        }
        if let Some(far) = node.attributes().find_map(|a| farthest(a.name(), a.value())) {
            return Some(text!("svg-far", far = plain(format!("{far:.0}")), most = FARTHEST));
        }
        if name == "image" {
            match bitmap(node) {
                Ok(more) => pixels += more,
                Err(why) => return Some(why),
            }
        }
    }
    (pixels > MOST_PIXELS).then(|| text!("svg-pixels", millions = pixels / 1_000_000))
}

/// A number of a geometric attribute that is too large or no number at all.
fn farthest(name: &str, value: &str) -> Option<f64> {
    const WORDS: [&str; 8] = ["id", "class", "style", "href", "fill", "stroke", "font-family", "d"];
    if WORDS.contains(&name) && name != "d" {
        return None;
    }
    value
        .split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e' | 'E')))
        .filter_map(|number| number.parse::<f64>().ok())
        .find(|number| !number.is_finite() || number.abs() > FARTHEST)
}

/// Pixels of a bitmap inside the drawing.
fn bitmap(node: Node<'_, '_>) -> Result<u64, Text> {
    let href = node.attributes().find(|a| a.name() == "href").map_or("", |a| a.value());
    let Some((head, data)) = href.strip_prefix("data:").and_then(|d| d.split_once(',')) else {
        return Err(text!("svg-elsewhere"));
    };
    if !head.contains("png") && !head.contains("jpeg") && !head.contains("jpg") {
        return Err(text!("svg-bitmap-form"));
    }
    if data.len() > MOST_BYTES {
        return Err(text!("svg-bitmap-large", most = MOST_BYTES >> 20));
    }
    let digits: Vec<u8> = data.bytes().filter(|b| !b.is_ascii_whitespace()).collect();
    let bytes = STANDARD.decode(digits).map_err(|_| text!("svg-bitmap"))?;
    let size = if head.contains("png") { png_size(&bytes) } else { jpeg_size(&bytes) };
    let (width, height) = size.ok_or_else(|| text!("svg-bitmap"))?;
    Ok(width.saturating_mul(height))
}

fn png_size(bytes: &[u8]) -> Option<(u64, u64)> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    let header = decoder.read_header_info().ok()?;
    Some((header.width.into(), header.height.into()))
}

fn jpeg_size(bytes: &[u8]) -> Option<(u64, u64)> {
    let mut decoder = zune_jpeg::JpegDecoder::new(ZCursor::new(bytes));
    decoder.decode_headers().ok()?;
    let (width, height) = decoder.dimensions()?;
    Some((width as u64, height as u64))
}

/// Whether it can be drawn, small, and in time: what a reader of XML cannot see is seen here.
fn drawn(text: &str) -> Option<Text> {
    let (done, ended) = mpsc::channel();
    let text = text.to_owned();
    // What takes for ever cannot be stopped; it is left behind, and ends with the program.
    let started = thread::Builder::new().stack_size(STACK).spawn(move || {
        // Nobody waits any more.
        let _ = done.send(guarded(|| trial(&text)));
    });
    if let Err(err) = started {
        return Some(text!("svg-undrawn", why = first_line(&err.to_string())));
    }
    match ended.recv_timeout(Duration::from_secs(limits::SVG_SECONDS)) {
        Ok(Some(Ok(()))) => None,
        Ok(Some(Err(why))) => Some(text!("svg-undrawn", why = first_line(&why))),
        Ok(None) | Err(RecvTimeoutError::Disconnected) => Some(text!("svg-broken")),
        Err(RecvTimeoutError::Timeout) => Some(text!("svg-slow", seconds = limits::SVG_SECONDS)),
    }
}

fn trial(text: &str) -> Result<(), String> {
    let tree = Tree::from_str(text, &Options::default()).map_err(|err| err.to_string())?;
    let size = tree.size();
    let zoom = TRIAL / size.width().max(size.height());
    let mut pixels = Pixmap::new(TRIAL as u32, TRIAL as u32).ok_or("no size")?;
    resvg::render(&tree, Transform::from_scale(zoom, zoom), &mut pixels.as_mut());
    Ok(())
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().chars().take(120).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(inner: &str) -> String {
        format!(
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' \
             width='10' height='10'>{inner}</svg>"
        )
    }

    pub(super) fn judged(inner: &str) -> String {
        fault(svg(inner).as_bytes()).map_or_else(String::new, |why| why.to_string())
    }

    #[test]
    fn a_plain_drawing_is_taken() {
        let inner = "<g><circle id='a' cx='5' cy='5' r='4' fill='#00f'/><use href='#a' x='1'/></g>";
        assert_eq!(judged(inner), "");
    }

    #[test]
    fn drawings_that_ask_for_too_much_are_named() {
        let deep = format!("{}{}", "<g>".repeat(100_000), "</g>".repeat(100_000));
        assert!(judged(&deep).contains("lag"));
        assert!(judged("<circle r='1e38'/>").contains("mål"));
        assert!(judged("<path d='M0 0L9e30 5'/>").contains("mål"));
        assert!(judged("<filter id='f'/>").contains("`filter`"));
        assert!(judged("<foreignObject/>").contains("`foreignObject`"));
        assert!(judged("<image href='/etc/passwd'/>").contains("anden fil"));
    }

    #[test]
    fn what_is_no_svg_is_named() {
        assert!(fault(b"<html/>").is_some_and(|why| why.to_string().contains("`html`")));
        assert!(fault(b"<svg").is_some_and(|why| why.to_string().contains("kan ikke læses")));
        assert!(fault(b"\xff\xfe<svg/>").is_some_and(|why| why.to_string().contains("UTF-8")));
    }
}
