//! Pictures: what they are, and a coarse copy of their ink.

use crate::text;
use crate::words::{Text, plain};
use lopdf::{Dictionary, Document, Stream};

use super::budget::{self, Budget};
use super::colour::{Ink, Kind, Space};
use crate::output::pdf::{jpeg, objects};

/// Most fields to a side of the coarse copy.
const COARSE: usize = 200;

/// A picture.
#[derive(Debug)]
pub(super) struct Picture {
    /// Pixels.
    pub width: usize,
    /// Pixels.
    pub height: usize,
    /// One bit a pixel.
    pub bilevel: bool,
    /// A stencil that is painted in the fill colour.
    pub stencil: bool,
    /// What kind of colour it has; none for a stencil.
    pub kind: Option<Kind>,
    /// Whether it has a soft mask.
    pub masked: bool,
    /// Why its samples cannot be had.
    pub broken: Option<Text>,
    fields: Option<Fields>,
}

#[derive(Debug)]
struct Fields {
    columns: usize,
    rows: usize,
    ink: Vec<Ink>,
}

impl Picture {
    /// Reads a picture; its samples too, where they can be decoded here within the budget.
    pub(super) fn read(
        doc: &Document,
        stream: &Stream,
        resources: Option<&Dictionary>,
        budget: &Budget,
    ) -> Self {
        let dict = &stream.dict;
        let get = |long: &[u8], short: &[u8]| {
            objects::get(doc, dict, long).or_else(|| objects::get(doc, dict, short))
        };
        let side = |long: &[u8], short: &[u8]| {
            get(long, short)
                .and_then(|value| value.as_i64().ok())
                .and_then(|value| usize::try_from(value).ok())
                .unwrap_or(0)
        };
        let (width, height) = (side(b"Width", b"W"), side(b"Height", b"H"));
        let stencil =
            get(b"ImageMask", b"IM").is_some_and(|value| matches!(value.as_bool(), Ok(true)));
        let depth = if stencil { 1 } else { side(b"BitsPerComponent", b"BPC") };
        let space = get(b"ColorSpace", b"CS").map(|space| Space::read(doc, space, resources));
        let mut picture = Self {
            width,
            height,
            bilevel: depth == 1,
            stencil,
            kind: None,
            masked: dict.has(b"SMask") || dict.has(b"Mask"),
            broken: None,
            fields: None,
        };
        if width == 0 || height == 0 {
            picture.broken = Some(text!("pf-no-width"));
            return picture;
        }
        if stencil {
            return picture;
        }
        let Some(space) = space else {
            // JPEG 2000 brings its own; that is a finding of its own.
            if !named(stream, b"JPXDecode") {
                picture.broken = Some(text!("pf-no-space"));
            }
            return picture;
        };
        picture.kind = Some(space.initial().kind);
        match samples(doc, stream, &space, (width, height), depth, budget) {
            Ok(samples) => picture.fields = samples.map(|samples| samples.fields(&space)),
            Err(why) => picture.broken = Some(why),
        }
        picture
    }

    /// A picture inside the content: its samples are not looked at.
    pub(super) fn inline(size: (usize, usize), depth: usize, kind: Option<Kind>) -> Self {
        Self {
            width: size.0,
            height: size.1,
            bilevel: depth == 1,
            stencil: kind.is_none(),
            kind,
            masked: false,
            broken: None,
            fields: None,
        }
    }

    /// Ink at a place of the unit square, upwards; none where it is not known.
    pub(super) fn ink(&self, u: f32, v: f32) -> Option<Ink> {
        let fields = self.fields.as_ref()?;
        let column = part(u, fields.columns);
        let row = part(1.0 - v, fields.rows);
        fields.ink.get(row * fields.columns + column).copied()
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a count of at most COARSE"
)]
fn part(share: f32, count: usize) -> usize {
    ((share * count as f32) as usize).min(count.saturating_sub(1))
}

fn named(stream: &Stream, filter: &[u8]) -> bool {
    stream.filters().is_ok_and(|filters| filters.contains(&filter))
}

/// Samples as decoded.
struct Samples {
    data: Vec<u8>,
    width: usize,
    height: usize,
    depth: usize,
    components: usize,
    /// Bytes a row.
    stride: usize,
    decode: Vec<f32>,
}

/// The samples; none where the compression is not followed here.
fn samples(
    doc: &Document,
    stream: &Stream,
    space: &Space,
    (width, height): (usize, usize),
    depth: usize,
    budget: &Budget,
) -> Result<Option<Samples>, Text> {
    let components = space.components();
    let foreign = [&b"JPXDecode"[..], b"CCITTFaxDecode", b"JBIG2Decode", b"CCF"];
    if foreign.iter().any(|filter| named(stream, filter)) {
        return Ok(None);
    }
    let coded = named(stream, b"DCTDecode") || named(stream, b"DCT");
    let depth = if coded { 8 } else { depth };
    if !matches!(depth, 1 | 2 | 4 | 8 | 16) {
        return Err(text!("pf-depth", n = depth));
    }
    let bits = width.checked_mul(components).and_then(|count| count.checked_mul(depth));
    let stride = bits.map(|bits| bits.div_ceil(8));
    let length = stride.and_then(|stride| stride.checked_mul(height));
    let length = length.filter(|length| *length <= budget::MOST_DECODED);
    let (Some(stride), Some(length)) = (stride, length) else {
        return Err(text!("pf-too-large", width = plain(width), height = plain(height)));
    };
    if !budget.decoded(length) {
        return Err(text!("pf-samples"));
    }
    let data = if coded {
        if stream.filters().map_or(0, |filters| filters.len()) != 1 {
            return Ok(None);
        }
        let plain = matches!(components, 1 | 3 | 4);
        if !plain {
            return Ok(None);
        }
        jpeg::decode(&stream.content, components, (width, height))
            .map_err(|why| text!("pf-jpeg", why = why))?
    } else {
        stream
            .get_plain_content_with_limit(length + (1 << 20))
            .map_err(|err| Text::from(err.to_string()))?
    };
    if data.len() < length {
        return Err(text!("pf-too-few", there = data.len(), asked = length));
    }
    let decode = objects::array(doc, &stream.dict, b"Decode")
        .and_then(|all| objects::numbers(doc, all))
        .filter(|all| all.len() == 2 * components)
        .unwrap_or_default();
    Ok(Some(Samples { data, width, height, depth, components, stride, decode }))
}

impl Samples {
    /// The mean ink of each field of a coarse grid; at most sixteen samples of each are looked at.
    fn fields(&self, space: &Space) -> Fields {
        let (columns, rows) = (self.width.min(COARSE), self.height.min(COARSE));
        let mut ink = Vec::with_capacity(columns * rows);
        for row in 0..rows {
            for column in 0..columns {
                let across = spread(column, columns, self.width);
                let down = spread(row, rows, self.height);
                ink.push(self.mean(space, &across, &down));
            }
        }
        Fields { columns, rows, ink }
    }

    fn mean(&self, space: &Space, across: &[usize], down: &[usize]) -> Ink {
        let mut sum = [0.0_f32; 4];
        let mut count = 0.0_f32;
        for &y in down {
            for &x in across {
                let values: Vec<f32> =
                    (0..self.components).map(|at| self.value(space, x, y, at)).collect();
                for (sum, ink) in sum.iter_mut().zip(space.ink(&values).ink) {
                    *sum += ink;
                }
                count += 1.0;
            }
        }
        sum.map(|sum| if count > 0.0 { sum / count } else { 0.0 })
    }

    /// One component, 0 to 1; an index as it is.
    #[expect(clippy::cast_precision_loss, reason = "at most 16 bits")]
    fn value(&self, space: &Space, x: usize, y: usize, component: usize) -> f32 {
        let bit = (x * self.components + component) * self.depth;
        let byte = |at: usize| self.data.get(y * self.stride + at).copied().map_or(0, u32::from);
        let raw = match self.depth {
            16 => (byte(bit / 8) << 8) | byte(bit / 8 + 1),
            8 => byte(bit / 8),
            depth => {
                let shift = 8 - depth - bit % 8;
                (byte(bit / 8) >> shift) & ((1 << depth) - 1)
            }
        };
        if matches!(space, Space::Indexed { .. }) {
            return raw as f32;
        }
        let share = raw as f32 / ((1_u32 << self.depth) - 1) as f32;
        match self.decode.get(2 * component..2 * component + 2) {
            Some(&[from, to]) => from + share * (to - from),
            _ => share,
        }
    }
}

/// Up to four places in one of `count` equal parts of a length.
fn spread(part: usize, count: usize, length: usize) -> Vec<usize> {
    let (from, to) = (part * length / count, ((part + 1) * length / count).max(1));
    let step = (to - from).div_ceil(4).max(1);
    (from..to).step_by(step).collect()
}
