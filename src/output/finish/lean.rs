//! Content streams in fewer operators: Typst says colour, font and place anew for each line of
//! text and each shape. What is in force already is not said again, lines of text get their place
//! by one operator, and rectangles are called so.
//!
//! What was wanted and what has been written are kept apart: an operator that sets something is
//! written only where the next one that shows something needs it.

use crate::output::pdf::content::{Broken, Lexer, Op};

/// Whom what is set belongs to: the place of its operator in [`SLOTS`].
type Slot = usize;

/// What is set, with its operators and the value at the start of a page (ISO 32000-1, table 52).
const SLOTS: [(&[&[u8]], &[u8]); 9] = [
    (&[b"sc", b"scn", b"g", b"rg", b"k"], b"0 g"),
    (&[b"SC", b"SCN", b"G", b"RG", b"K"], b"0 G"),
    (&[b"w"], b"1 w"),
    (&[b"J"], b"0 J"),
    (&[b"j"], b"0 j"),
    (&[b"M"], b"10 M"),
    (&[b"d"], b"[] 0 d"),
    (&[b"Tf"], b""),
    (&[b"Tr"], b"0 Tr"),
];

/// Operators that begin a path or show something.
const SHOWS: [&[u8]; 10] = [b"m", b"re", b"Tj", b"TJ", b"'", b"\"", b"Do", b"sh", b"BI", b"d1"];

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
    SLOTS.iter().position(|(names, _)| names.contains(&name))
}

/// The same content in fewer operators.
///
/// # Errors
/// Where the content cannot be read.
pub(super) fn leaner(content: &[u8]) -> Result<Vec<u8>, Broken> {
    let mut lexer = Lexer::new(content);
    let mut ops = Vec::new();
    while let Some(op) = lexer.next_op()? {
        ops.push(op);
    }
    let mut writer = Writer::new(content.len());
    let mut rest = ops.as_slice();
    while let Some((op, after)) = rest.split_first() {
        rest = match (op.name, block(after)) {
            (b"q", Some(block)) if writer.block(block) => {
                after.get(block.len() + 1..).unwrap_or_default()
            }
            _ => {
                writer.operator(op);
                after
            }
        };
    }
    Ok(writer.out)
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
            name if SHOWS.contains(&name) => self.settle(),
            _ if self.wanted.take(op) => return,
            _ => {}
        }
        self.line(op.all);
    }

    /// An artifact says what it is where a reader has a use for that: head and foot of a page
    /// (ISO 14289-1, 7.8).
    fn begin(&mut self, op: &Op<'a>) {
        let mut operands = op.operands();
        let artifact = operands.next() == Some(b"/Artifact");
        let dict = operands.next().unwrap_or_default();
        let part = [&b"/Header"[..], b"/Footer"].into_iter().find(|part| contains(dict, part));
        if !artifact || contains(dict, b"MCID") {
            self.line(op.all);
        } else if let (true, Some(part)) = (contains(dict, b"/Pagination"), part) {
            let says = [b"/Artifact <</Type/Pagination/Subtype", part, b">> BDC"].concat();
            self.line(&says);
        } else if contains(dict, b"/Pagination") {
            self.line(b"/Artifact <</Type/Pagination>> BDC");
        } else {
            self.line(b"/Artifact BMC");
        }
    }

    /// Writes what is wanted and not in force.
    fn settle(&mut self) {
        for slot in 0..SLOTS.len() {
            let (wanted, written) = (self.wanted.0[slot], self.written.0[slot]);
            // No font is wanted before one is set.
            if wanted == written || wanted == State::default().0[slot] && wanted.1.is_empty() {
                continue;
            }
            if !wanted.0.is_empty() && (wanted.0 != written.0 || wanted.1.is_empty()) {
                self.line(wanted.0);
            }
            if !wanted.1.is_empty() {
                self.line(wanted.1);
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
        let upright = |op: &Op<'_>| match op.numbers::<6>() {
            Some([1.0, 0.0, 0.0, -1.0, ..]) => place(op),
            _ => None,
        };
        let Some((x, y)) = moved.and_then(upright) else { return false };
        let known = |op: &Op<'_>| match op.name {
            b"Tm" => upright(op).is_some(),
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
                b"EMC" => self.line(op.all),
                b"Tj" | b"TJ" => {
                    self.settle();
                    if let Some((right, up)) = stands.take() {
                        at = self.go(at, (right, up));
                    }
                    self.line(op.all);
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
        let text = format!("{} {} Td", shown(right), shown(up));
        self.line(text.as_bytes());
        (from.0 + right, from.1 + up)
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
            self.line(moved.all);
        }
        // Where a line has dashes, it matters where they begin.
        let filled = body.iter().all(|op| !matches!(op.name, b"S" | b"B"));
        let mut rest = body;
        while let Some((op, after)) = rest.split_first() {
            rest = match rectangle(rest).filter(|_| filled) {
                Some(text) => {
                    self.line(text.as_bytes());
                    rest.get(5..).unwrap_or_default()
                }
                None => {
                    self.line(op.all);
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

/// `re` for a path of four lines along the axes, drawn in the same direction.
fn rectangle(ops: &[Op<'_>]) -> Option<String> {
    let [a, b, c, d, close, ..] = ops else { return None };
    let lines = [b, c, d].iter().all(|op| op.name == b"l");
    if a.name != b"m" || !lines || close.name != b"h" {
        return None;
    }
    let point = |op: &Op<'_>| two(op);
    let [(ax, ay), (bx, by), (cx, cy), (dx, dy)] = [point(a)?, point(b)?, point(c)?, point(d)?];
    let same = |one: f64, other: f64| one.total_cmp(&other).is_eq();
    let (x, y, width, height) = if same(ay, by) && same(bx, cx) && same(cy, dy) && same(dx, ax) {
        (ax, ay, cx - ax, cy - ay)
    } else if same(ax, bx) && same(by, cy) && same(cx, dx) && same(dy, ay) {
        (bx, by, cx - bx, dy - by)
    } else {
        return None;
    };
    let [x, y, width, height] = [x, y, width, height].map(|value| shown(rounded(value)));
    Some(format!("{x} {y} {width} {height} re"))
}

/// Where a matrix moves to.
fn place(op: &Op<'_>) -> Option<(f64, f64)> {
    let mut numbers = op.operands().skip(4).map(number);
    Some((numbers.next()??, numbers.next()??))
}

fn two(op: &Op<'_>) -> Option<(f64, f64)> {
    let mut numbers = op.operands().map(number);
    Some((numbers.next()??, numbers.next()??))
}

fn number(token: &[u8]) -> Option<f64> {
    std::str::from_utf8(token).ok()?.parse().ok()
}

/// To a ten-thousandth of a pt, as all places are written.
fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}

fn shown(value: f64) -> String {
    let text = format!("{value:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lean(content: &[u8]) -> String {
        let out = leaner(content).expect("content");
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
