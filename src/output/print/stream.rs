//! One content stream, operator by operator: colours become ink, overprint is set where black is
//! painted and off elsewhere.
//!
//! Overprint is decided when something is painted, not when a colour is set (the same black fills
//! a hairline and a surface). Path operators are held back until then, since `gs` may not stand
//! between the construction of a path and its painting (ISO 32000-1, figure 9).

use crate::text;
use crate::words::{Text, plain};
use std::collections::BTreeMap;

use super::colour::{BLACK, Cmyk, Inks};
use super::fine;
use super::resources::state_index;
use super::space::Space;
use super::walk::Matrix;
use crate::output::pdf::content::{Lexer, Op, name};
use crate::output::pdf::numbers::{number, push_number};

/// Black text below this size overprints, pt (GWG 2015, 4.16).
const SMALL_TEXT: f32 = 12.0;
/// Black lines and bars thinner than this overprint, pt (GWG 2015, 4.17).
const THIN: f32 = 2.0;

/// What a stream is, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// Begins in PDF's own black (DeviceGray): a page, a coloured tiling pattern.
    Default,
    /// Begins in the state of what draws it: a form, a glyph of a Type 3 font.
    Inherited,
}

/// Everything needed to rewrite one stream.
pub(super) struct Input<'a> {
    pub data: &'a [u8],
    pub spaces: &'a BTreeMap<Vec<u8>, Space>,
    pub start: Start,
    /// From the stream's units to pt on the page, as far as known.
    pub matrix: Matrix,
    /// What the names of the four overprint states begin with.
    pub prefix: &'a str,
}

/// What came of it.
#[derive(Debug, Default)]
pub(super) struct Output {
    pub bytes: Vec<u8>,
    /// Forms drawn, with the matrix in force.
    pub drawn: Vec<(Vec<u8>, Matrix)>,
}

/// Ink in force, as far as the overprint decision needs it.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Ink {
    Known(Cmyk),
    Other,
}

impl Ink {
    fn of_small_text(self) -> Self {
        match self {
            Self::Known(ink) => Self::Known(fine::text(ink)),
            Self::Other => Self::Other,
        }
    }

    fn is_black(self) -> bool {
        matches!(self, Self::Known(ink) if ink == BLACK)
    }
}

#[derive(Debug, Clone)]
struct State {
    fill: Ink,
    stroke: Ink,
    /// What has been written, for filling and stroking.
    written: [Ink; 2],
    fill_space: Space,
    stroke_space: Space,
    width: f32,
    matrix: Matrix,
    size: f32,
    render: f32,
    /// Overprint in force for stroking and filling; none while unknown.
    overprint: Option<(bool, bool)>,
}

/// Rewrites a stream.
///
/// # Errors
/// What cannot become ink, or where the stream cannot be read, in words.
pub(super) fn rewrite(input: &Input<'_>, inks: &Inks) -> Result<Output, Text> {
    let first = match input.start {
        Start::Default => Ink::Known(BLACK),
        Start::Inherited => Ink::Other,
    };
    let state = State {
        fill: first,
        stroke: first,
        written: [first; 2],
        fill_space: Space::Grey,
        stroke_space: Space::Grey,
        width: 1.0,
        matrix: input.matrix,
        size: 0.0,
        render: 0.0,
        overprint: None,
    };
    let mut writer = Writer {
        inks,
        input,
        out: Output::default(),
        state,
        stack: Vec::new(),
        held: Vec::new(),
        extent: None,
        text: Matrix::IDENTITY,
        uncoloured: false,
    };
    if input.start == Start::Default {
        writer.out.bytes.extend_from_slice(b"0 0 0 1 k\n0 0 0 1 K\n");
    }
    writer.out.bytes.reserve(input.data.len() + input.data.len() / 4);
    let mut lexer = Lexer::new(input.data);
    loop {
        match lexer.next_op() {
            Ok(Some(op)) => writer.operator(&op)?,
            Ok(None) => return Ok(writer.out),
            Err(broken) => return Err(text!("print-unread-from", byte = plain(broken.0))),
        }
    }
}

struct Writer<'a> {
    inks: &'a Inks,
    input: &'a Input<'a>,
    out: Output,
    state: State,
    stack: Vec<State>,
    /// Path operators not yet written.
    held: Vec<u8>,
    /// Extent of the held path on the page, pt: left, bottom, right, top.
    extent: Option<[f32; 4]>,
    text: Matrix,
    /// A glyph or pattern that takes its colour from what draws it: colours may not be set.
    uncoloured: bool,
}

impl Writer<'_> {
    fn operator(&mut self, op: &Op<'_>) -> Result<(), Text> {
        match op.name {
            b"q" => self.stack.push(self.state.clone()),
            b"Q" => self.state = self.stack.pop().unwrap_or_else(|| self.state.clone()),
            b"cm" => {
                if let Some(values) = op.numbers() {
                    self.state.matrix = Matrix(values).then(self.state.matrix);
                }
            }
            b"w" => self.state.width = single(op).unwrap_or(self.state.width),
            b"BT" => self.text = Matrix::IDENTITY,
            b"Tm" => self.text = op.numbers().map_or(self.text, Matrix),
            b"Tr" => self.state.render = single(op).unwrap_or(0.0),
            b"Tf" => {
                let size = op.operands().nth(1).and_then(number);
                self.state.size = size.unwrap_or(self.state.size);
            }
            b"d1" => self.uncoloured = true,
            b"m" | b"l" | b"c" | b"v" | b"y" | b"re" | b"h" | b"W" | b"W*" => {
                self.hold(op);
                return Ok(());
            }
            b"n" => self.release(),
            b"f" | b"F" | b"f*" | b"S" | b"s" | b"B" | b"B*" | b"b" | b"b*" => {
                let width = self.paint_path(op.name);
                self.copy(op.all);
                self.set_width(width);
                return Ok(());
            }
            b"Tj" | b"TJ" | b"'" | b"\"" => self.paint_text(),
            b"Do" => self.draw(op),
            b"sh" => self.overprint(false, false),
            b"BI" => return Err(text!("print-inline")),
            b"cs" | b"CS" | b"sc" | b"SC" | b"scn" | b"SCN" | b"g" | b"G" | b"rg" | b"RG"
            | b"k" | b"K" => return self.colour(op),
            _ => {}
        }
        self.copy(op.all);
        Ok(())
    }

    fn copy(&mut self, bytes: &[u8]) {
        self.out.bytes.extend_from_slice(bytes);
        self.out.bytes.push(b'\n');
    }

    fn colour(&mut self, op: &Op<'_>) -> Result<(), Text> {
        let stroking = op.name.first().is_some_and(u8::is_ascii_uppercase);
        let space = match op.name {
            b"cs" | b"CS" => {
                self.set_space(op, stroking);
                return Ok(());
            }
            b"g" | b"G" => Space::Grey,
            b"rg" | b"RG" => Space::Rgb(None),
            b"k" | b"K" => Space::Cmyk,
            _ if stroking => self.state.stroke_space.clone(),
            _ => self.state.fill_space.clone(),
        };
        if !matches!(op.name, b"sc" | b"SC" | b"scn" | b"SCN") {
            *self.space(stroking) = space.clone();
        }
        let ink = match space {
            Space::Pattern => {
                self.copy(op.all);
                self.set_foreign(stroking);
                return Ok(());
            }
            Space::Grey => op.numbers().map(|[value]: [f32; 1]| Inks::grey(value)),
            Space::Rgb(_) => op.numbers().and_then(|rgb| self.inks.rgb(rgb)),
            Space::Cmyk => op.numbers(),
            Space::Other(name) => return Err(text!("print-other-space", name = name.as_str())),
        };
        let ink = ink.ok_or_else(|| {
            text!("print-no-ink", operator = String::from_utf8_lossy(op.all).into_owned())
        })?;
        self.set_ink(Ink::Known(ink), stroking);
        Ok(())
    }

    fn set_space(&mut self, op: &Op<'_>, stroking: bool) {
        let name = op.operands().next().and_then(name).unwrap_or_default();
        let known = self.input.spaces.get(&name).cloned();
        let space = known.unwrap_or_else(|| Space::named(&name));
        *self.space(stroking) = space.clone();
        match space {
            Space::Pattern => {
                self.copy(op.all);
                self.set_foreign(stroking);
            }
            // A new space begins in its own black.
            _ => self.set_ink(Ink::Known(BLACK), stroking),
        }
    }

    fn space(&mut self, stroking: bool) -> &mut Space {
        if stroking { &mut self.state.stroke_space } else { &mut self.state.fill_space }
    }

    fn set_ink(&mut self, ink: Ink, stroking: bool) {
        if stroking {
            self.state.stroke = ink;
        } else {
            self.state.fill = ink;
        }
    }

    /// A colour that was written as it stood.
    fn set_foreign(&mut self, stroking: bool) {
        self.set_ink(Ink::Other, stroking);
        self.state.written[usize::from(stroking)] = Ink::Other;
    }

    /// Writes the colour in force where it is not the written one: text repeats its colour with
    /// every line, and a space set is a colour only when it paints.
    fn write_ink(&mut self, stroking: bool) {
        let ink = if stroking { self.state.stroke } else { self.state.fill };
        let written = &mut self.state.written[usize::from(stroking)];
        if self.uncoloured || *written == ink {
            return;
        }
        *written = ink;
        if let Ink::Known(ink) = ink {
            for value in ink {
                push_number(&mut self.out.bytes, value);
            }
            self.out.bytes.extend_from_slice(if stroking { b"K\n" } else { b"k\n" });
        }
    }

    fn hold(&mut self, op: &Op<'_>) {
        let mut points = [0.0_f32; 6];
        let mut count = 0;
        for (slot, operand) in points.iter_mut().zip(op.operands()) {
            *slot = number(operand).unwrap_or(0.0);
            count += 1;
        }
        if op.name == b"re" {
            let [x, y, width, height, ..] = points;
            for (x, y) in [(x, y), (x + width, y), (x, y + height), (x + width, y + height)] {
                self.reach(x, y);
            }
        } else {
            for pair in points.get(..count).unwrap_or_default().chunks_exact(2) {
                if let [x, y] = pair {
                    self.reach(*x, *y);
                }
            }
        }
        self.held.extend_from_slice(op.all);
        self.held.push(b'\n');
    }

    fn reach(&mut self, x: f32, y: f32) {
        let (x, y) = self.state.matrix.apply(x, y);
        let [x0, y0, x1, y1] = self.extent.unwrap_or([x, y, x, y]);
        self.extent = Some([x0.min(x), y0.min(y), x1.max(x), y1.max(y)]);
    }

    fn release(&mut self) {
        self.out.bytes.append(&mut self.held);
        self.extent = None;
    }

    /// Everything that comes before a path is painted; the width to go back to, where its line
    /// was too thin.
    fn paint_path(&mut self, op: &[u8]) -> Option<f32> {
        let fills = !matches!(op, b"S" | b"s");
        let strokes = !matches!(op, b"f" | b"F" | b"f*");
        let thinnest = self.extent.map_or(0.0, |[x0, y0, x1, y1]| (x1 - x0).min(y1 - y0));
        let fill = self.state.fill.is_black() && thinnest < THIN;
        let scale = self.state.matrix.scale();
        let wider = match self.state.stroke {
            Ink::Known(ink) if strokes => fine::line(ink, self.state.width, scale),
            _ => None,
        };
        let line = self.state.width * scale;
        let stroke = self.state.stroke.is_black() && line < THIN;
        if fills {
            self.write_ink(false);
        }
        if strokes {
            self.write_ink(true);
        }
        match (fills, strokes) {
            (true, true) => self.overprint(stroke, fill),
            (true, false) => self.overprint(fill, fill),
            _ => self.overprint(stroke, stroke),
        }
        self.set_width(wider);
        self.release();
        wider.map(|_| self.state.width)
    }

    fn set_width(&mut self, width: Option<f32>) {
        if let Some(width) = width {
            push_number(&mut self.out.bytes, width);
            self.out.bytes.extend_from_slice(b"w\n");
        }
    }

    fn paint_text(&mut self) {
        let matrix = self.text.then(self.state.matrix);
        let small = self.state.size.abs() * matrix.height() < SMALL_TEXT;
        let own = (self.state.fill, self.state.stroke);
        if small {
            self.state.fill = own.0.of_small_text();
            self.state.stroke = own.1.of_small_text();
        }
        let fill = small && self.state.fill.is_black();
        let stroke = small && self.state.stroke.is_black();
        self.write_ink(false);
        self.write_ink(true);
        // Modes 0 and 4 fill, 1 and 5 stroke, 2 and 6 do both, 3 and 7 paint nothing.
        match self.state.render {
            mode if mode == 0.0 || mode == 4.0 => self.overprint(fill, fill),
            mode if mode == 1.0 || mode == 5.0 => self.overprint(stroke, stroke),
            mode if mode == 2.0 || mode == 6.0 => self.overprint(stroke, fill),
            _ => {}
        }
        (self.state.fill, self.state.stroke) = own;
    }

    fn draw(&mut self, op: &Op<'_>) {
        self.write_ink(false);
        self.write_ink(true);
        self.overprint(false, false);
        if let Some(name) = op.last_name() {
            self.out.drawn.push((name, self.state.matrix));
        }
    }

    /// Sets overprint for stroking and filling, where it is not so already.
    fn overprint(&mut self, stroking: bool, filling: bool) {
        if self.uncoloured || self.state.overprint == Some((stroking, filling)) {
            return;
        }
        self.state.overprint = Some((stroking, filling));
        let digit = [b'0', b'1', b'2', b'3'];
        self.out.bytes.push(b'/');
        self.out.bytes.extend_from_slice(self.input.prefix.as_bytes());
        self.out.bytes.extend(digit.get(state_index(stroking, filling)));
        self.out.bytes.extend_from_slice(b" gs\n");
    }
}

fn single(op: &Op<'_>) -> Option<f32> {
    op.numbers().map(|[value]: [f32; 1]| value)
}
