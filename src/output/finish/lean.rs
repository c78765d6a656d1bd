//! Content streams in fewer operators: Typst says colour, font and place anew for each line of
//! text and each shape. What is in force already is not said again, lines of text get their place
//! by one operator, and rectangles are called so.
//!
//! What was wanted and what has been written are kept apart: an operator that sets something is
//! written only where the next one that shows something needs it.

use super::digits;
use crate::output::pdf::content::Op;
use crate::output::pdf::numbers::{precise, push_rounded};

/// Whom what is set belongs to: the place of its operator in [`SLOTS`].
type Slot = usize;

/// What can be set: one of its operators, and the value at the start of a page (ISO 32000-1,
/// table 52).
const SLOTS: [(&[u8], &[u8]); 9] = [
    (b"scn", b"0 g"),
    (b"SCN", b"0 G"),
    (b"w", b"1 w"),
    (b"J", b"0 J"),
    (b"j", b"0 j"),
    (b"M", b"10 M"),
    (b"d", b"[] 0 d"),
    (b"Tf", b""),
    (b"Tr", b"0 Tr"),
];

/// Whether an operator begins a path or shows something.
fn shows(name: &[u8]) -> bool {
    matches!(name, b"m" | b"re" | b"Tj" | b"TJ" | b"'" | b"\"" | b"Do" | b"sh" | b"BI" | b"d1")
}

/// Everything that is set, each with its colour space where it has one.
#[derive(Debug, Clone, Copy, PartialEq)]
struct State<'a>([(&'a [u8], &'a [u8]); SLOTS.len()]);

impl Default for State<'_> {
    fn default() -> Self {
        Self(SLOTS.map(|(_, value)| (&b""[..], value)))
    }
}

impl<'a> State<'a> {
    /// Takes an operator that sets something; false where it is another one.
    fn take(&mut self, op: &Op<'a>) -> bool {
        match op.name {
            // A space alone sets its first colour.
            b"cs" => self.0[0] = (op.all, b""),
            b"CS" => self.0[1] = (op.all, b""),
            _ => {
                let Some(slot) = slot(op.name) else { return false };
                let keeps_space = matches!(op.name, b"sc" | b"scn" | b"SC" | b"SCN");
                self.0[slot] = (if keeps_space { self.0[slot].0 } else { b"" }, op.all);
            }
        }
        true
    }
}

fn slot(name: &[u8]) -> Option<Slot> {
    Some(match name {
        b"sc" | b"scn" | b"g" | b"rg" | b"k" => 0,
        b"SC" | b"SCN" | b"G" | b"RG" | b"K" => 1,
        b"w" => 2,
        b"J" => 3,
        b"j" => 4,
        b"M" => 5,
        b"d" => 6,
        b"Tf" => 7,
        b"Tr" => 8,
        _ => return None,
    })
}

/// The same content in fewer operators.
/// - `length`: bytes that it has, about.
pub(super) fn leaner(ops: &[Op<'_>], length: usize) -> Vec<u8> {
    let mut writer = Writer::new(length);
    let mut rest = ops;
    while let Some((op, after)) = rest.split_first() {
        let inner = if op.name == b"q" { block(after) } else { None };
        rest = match inner {
            Some(block) if writer.block(block) => after.get(block.len() + 1..).unwrap_or_default(),
            _ => {
                writer.operator(op);
                after
            }
        };
    }
    writer.out
}

/// What stands before the next `Q`, where no `q` comes first.
fn block<'o, 'a>(ops: &'o [Op<'a>]) -> Option<&'o [Op<'a>]> {
    let end = ops.iter().position(|op| matches!(op.name, b"q" | b"Q"))?;
    ops.get(..end).filter(|_| ops.get(end).is_some_and(|op| op.name == b"Q"))
}

struct Writer<'a> {
    out: Vec<u8>,
    /// What the operators that were read have set, and what those that were written have.
    wanted: State<'a>,
    written: State<'a>,
    saved: Vec<(State<'a>, State<'a>)>,
}

impl<'a> Writer<'a> {
    fn new(length: usize) -> Self {
        Self {
            out: Vec::with_capacity(length),
            wanted: State::default(),
            written: State::default(),
            saved: Vec::new(),
        }
    }

    fn line(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
        self.out.push(b'\n');
    }

    /// An operator as it was, with its numbers in few digits.
    fn same(&mut self, op: &Op<'_>) {
        digits::write(op.name, op.all, &mut self.out);
        self.out.push(b'\n');
    }

    /// An operator that stands for itself.
    fn operator(&mut self, op: &Op<'a>) {
        match op.name {
            b"q" => self.saved.push((self.wanted, self.written)),
            b"Q" => {
                if let Some((wanted, written)) = self.saved.pop() {
                    (self.wanted, self.written) = (wanted, written);
                }
            }
            b"BDC" => return self.begin(op),
            name if shows(name) => self.settle(),
            _ if self.wanted.take(op) => return,
            _ => {}
        }
        self.same(op);
    }

    /// An artifact says what it is where a reader has a use for that: head and foot of a page
    /// (ISO 14289-1, 7.8).
    fn begin(&mut self, op: &Op<'a>) {
        let mut operands = op.operands();
        let artifact = operands.next() == Some(b"/Artifact");
        let dict = operands.next().unwrap_or_default();
        if !artifact || contains(dict, b"MCID") {
            return self.line(op.all);
        }
        if !contains(dict, b"/Pagination") {
            return self.line(b"/Artifact BMC");
        }
        let part: &[u8] = match dict {
            dict if contains(dict, b"/Header") => b"/Subtype/Header",
            dict if contains(dict, b"/Footer") => b"/Subtype/Footer",
            _ => b"",
        };
        self.line(&[b"/Artifact <</Type/Pagination", part, b">> BDC"].concat());
    }

    /// Writes what is wanted and not in force.
    fn settle(&mut self) {
        for (slot, (name, _)) in SLOTS.iter().enumerate() {
            let (wanted, written) = (self.wanted.0[slot], self.written.0[slot]);
            // The very same bytes need no look at each; no font is wanted before one is set.
            let same = std::ptr::eq(wanted.1, written.1) && std::ptr::eq(wanted.0, written.0);
            if same || wanted.0.is_empty() && wanted.1.is_empty() {
                continue;
            }
            if wanted == written {
                self.written.0[slot] = wanted;
                continue;
            }
            if !wanted.0.is_empty() && (wanted.0 != written.0 || wanted.1.is_empty()) {
                self.line(wanted.0);
            }
            if !wanted.1.is_empty() {
                digits::write(name, wanted.1, &mut self.out);
                self.out.push(b'\n');
            }
            self.written.0[slot] = wanted;
        }
    }

    /// What stands between `q` and `Q`, without them where that is the same. False where it is
    /// nothing that is known: nothing is written then.
    fn block(&mut self, block: &[Op<'a>]) -> bool {
        let (moved, body) = match block.split_first() {
            Some((op, rest)) if op.name == b"cm" => (Some(op), rest),
            _ => (None, block),
        };
        let mut state = self.wanted;
        let set = body.iter().take_while(|op| state.take(op)).count();
        let body = body.get(set..).unwrap_or_default();
        let before = std::mem::replace(&mut self.wanted, state);
        let done = self.text(moved, body) || self.shape(moved, body);
        self.wanted = before;
        done
    }

    /// One line of text, or several, that stand upright on a page whose y grows upwards.
    fn text(&mut self, moved: Option<&Op<'a>>, body: &[Op<'a>]) -> bool {
        let [first, inner @ .., last] = body else { return false };
        let Some((x, y)) = moved.and_then(upright) else { return false };
        let known = |op: &Op<'_>| match op.name {
            b"Tm" => op.operands_after(UPRIGHT).is_some(),
            b"Tj" | b"TJ" | b"Tf" | b"Tr" | b"BDC" | b"EMC" => true,
            _ => false,
        };
        if first.name != b"BT" || last.name != b"ET" || !inner.iter().all(known) {
            return false;
        }
        // Colour and the like, before the text begins.
        let fonts =
            [7, 8].map(|slot| std::mem::replace(&mut self.wanted.0[slot], self.written.0[slot]));
        self.settle();
        [self.wanted.0[7], self.wanted.0[8]] = fonts;
        self.line(b"BT");
        let (mut at, mut stands) = ((0.0, 0.0), None);
        for op in inner {
            match op.name {
                b"Tm" => {
                    stands = upright(op).map(|(right, down)| (x + right, y - down));
                }
                b"BDC" => self.begin(op),
                b"EMC" => self.same(op),
                b"Tj" | b"TJ" => {
                    self.settle();
                    if let Some((right, up)) = stands.take() {
                        at = self.go(at, (right, up));
                    }
                    self.same(op);
                }
                _ => {
                    self.wanted.take(op);
                }
            }
        }
        self.line(b"ET");
        true
    }

    /// Moves from one place to another, to a thousandth of a pt: glyphs have no edges on the grid of
    /// pixels as lines have. Returns where that is, as it was written, so that nothing adds up.
    fn go(&mut self, from: (f64, f64), to: (f64, f64)) -> (f64, f64) {
        let thousandths = |value: f64| (value * 1_000.0).round() / 1_000.0;
        let (right, up) = (thousandths(to.0 - from.0), thousandths(to.1 - from.1));
        self.numbers(&[right, up], 3, b"Td");
        (from.0 + right, from.1 + up)
    }

    /// An operator with numbers of so many decimals.
    fn numbers(&mut self, values: &[f64], decimals: usize, name: &[u8]) {
        for value in values {
            push_rounded(&mut self.out, *value, decimals);
            self.out.push(b' ');
        }
        self.line(name);
    }

    /// Paths of one look.
    fn shape(&mut self, moved: Option<&Op<'a>>, body: &[Op<'a>]) -> bool {
        let draws = |op: &Op<'_>| {
            matches!(
                op.name,
                b"m" | b"l" | b"c" | b"v" | b"y" | b"h" | b"re" | b"f" | b"f*" | b"S" | b"B" | b"n"
            )
        };
        if body.is_empty() || !body.iter().all(draws) {
            return false;
        }
        self.settle();
        if let Some(moved) = moved {
            self.line(b"q");
            self.same(moved);
        }
        // Where a line has dashes, it matters where they begin.
        let filled = body.iter().all(|op| !matches!(op.name, b"S" | b"B"));
        let mut rest = body;
        while let Some((op, after)) = rest.split_first() {
            rest = match rectangle(rest).filter(|_| filled) {
                Some(sides) => {
                    self.numbers(&sides, 4, b"re");
                    rest.get(5..).unwrap_or_default()
                }
                None => {
                    self.same(op);
                    after
                }
            };
        }
        if moved.is_some() {
            self.line(b"Q");
        }
        true
    }
}

/// Corner, width and height of a path of four lines along the axes, drawn in the same direction.
fn rectangle(ops: &[Op<'_>]) -> Option<[f64; 4]> {
    let [a, b, c, d, close, ..] = ops else { return None };
    let lines = [b, c, d].iter().all(|op| op.name == b"l");
    if a.name != b"m" || !lines || close.name != b"h" {
        return None;
    }
    let point = |op: &Op<'_>| two(op.operands());
    let [(ax, ay), (bx, by), (cx, cy), (dx, dy)] = [point(a)?, point(b)?, point(c)?, point(d)?];
    let same = |one: f64, other: f64| one.total_cmp(&other).is_eq();
    if same(ay, by) && same(bx, cx) && same(cy, dy) && same(dx, ax) {
        Some([ax, ay, cx - ax, cy - ay])
    } else if same(ax, bx) && same(by, cy) && same(cx, dx) && same(dy, ay) {
        Some([bx, by, cx - bx, dy - by])
    } else {
        None
    }
}

/// How Typst writes a matrix of text that stands upright where y grows downwards, up to its place.
const UPRIGHT: &[u8] = b"1 0 0 -1 ";

/// Where such a matrix moves to.
fn upright(op: &Op<'_>) -> Option<(f64, f64)> {
    two(op.operands_after(UPRIGHT)?)
}

fn two<'a>(mut numbers: impl Iterator<Item = &'a [u8]>) -> Option<(f64, f64)> {
    Some((precise(numbers.next()?)?, precise(numbers.next()?)?))
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::pdf::content::Lexer;

    fn lean(content: &[u8]) -> String {
        let mut lexer = Lexer::new(content);
        let ops = std::iter::from_fn(|| lexer.next_op().expect("content"));
        let out = leaner(&ops.collect::<Vec<_>>(), content.len());
        String::from_utf8_lossy(&out).trim_end().replace('\n', " ")
    }

    const LINE: &str = "q 1 0 0 -1 10.5 700 cm /c0 cs 1 0 0 scn BT 0 Tr /f0 8 Tf 1 0 0 -1 0 0 Tm (a) Tj \
                        0 Tr /f0 8 Tf 1 0 0 -1 2.5 -3 Tm (b) Tj ET Q ";

    #[test]
    fn lines_of_text_say_colour_and_font_once_and_their_place_in_short() {
        let two = format!("{LINE}{LINE}");
        assert_eq!(
            lean(two.as_bytes()),
            "/c0 cs 1 0 0 scn BT /f0 8 Tf 10.5 700 Td (a) Tj 2.5 3 Td (b) Tj ET \
             BT 10.5 700 Td (a) Tj 2.5 3 Td (b) Tj ET"
        );
    }

    #[test]
    fn what_comes_after_looks_as_it_did() {
        // Black by default, within and after a group of its own.
        let content = format!("{LINE}0 0 5 5 re f q {LINE} 2 w 0 0 m 1 1 l S Q 0 0 m 1 1 l S");
        assert_eq!(
            lean(content.as_bytes()),
            "/c0 cs 1 0 0 scn BT /f0 8 Tf 10.5 700 Td (a) Tj 2.5 3 Td (b) Tj ET 0 g 0 0 5 5 re f \
             q /c0 cs 1 0 0 scn BT 10.5 700 Td (a) Tj 2.5 3 Td (b) Tj ET 0 g 2 w 0 0 m 1 1 l S Q \
             0 0 m 1 1 l S"
        );
    }

    #[test]
    fn turned_text_clips_and_graphics_states_stay_as_they_are() {
        for content in [
            "q 0 1 1 0 5 5 cm BT 1 0 0 -1 0 0 Tm /f0 8 Tf (a) Tj ET Q",
            "q 0 0 m 1 0 l 1 1 l h W n /i0 Do Q",
            "q /g0 gs 0 0 m 1 0 l 2 3 l h f Q",
        ] {
            assert_eq!(lean(content.as_bytes()), content);
        }
    }

    #[test]
    fn rectangles_keep_their_direction_and_artifacts_of_layout_their_name() {
        let across = "q 1 0 0 -1 0 9 cm 1 2 m 5 2 l 5 7 l 1 7 l h f Q";
        assert_eq!(lean(across.as_bytes()), "q 1 0 0 -1 0 9 cm 1 2 4 5 re f Q");
        let down = "q 1 2 m 1 7 l 5 7 l 5 2 l h f Q";
        assert_eq!(lean(down.as_bytes()), "1 7 4 -5 re f");
        let dashed = "q [1 2] 0 d 1 2 m 5 2 l 5 7 l 1 7 l h S Q";
        assert_eq!(lean(dashed.as_bytes()), "[1 2] 0 d 1 2 m 5 2 l 5 7 l 1 7 l h S");
        assert_eq!(lean(b"/Artifact<</Type/Layout>>BDC EMC"), "/Artifact BMC EMC");
        let head = "/Artifact<</Attached[/Top]/Subtype/Header/Type/Pagination>>BDC";
        let short = "/Artifact <</Type/Pagination/Subtype/Header>> BDC";
        assert_eq!(lean(head.as_bytes()), short);
    }
}
