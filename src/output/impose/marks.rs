//! Fold and cut marks: hairlines at the sheet's edges.

use super::plan::{Line, Mark, Plan};
use crate::output::pdf::boxes::MM;
use crate::output::pdf::numbers::push_op;

/// Length, mm: half of it lies beyond the 4 mm at the edge that office printers leave white.
const LENGTH: f32 = 8.0;
/// Line width, pt.
const WIDTH: f32 = 0.25;

/// The marks of a side as an artifact: no reader speaks them.
pub(super) fn content(plan: &Plan) -> Vec<u8> {
    let mut out = b"/Artifact BMC\nq\n0 G\n".to_vec();
    push_op(&mut out, &[WIDTH], "w");
    let (width, height) = (plan.sheet.x1, plan.sheet.y1);
    let length = LENGTH * MM;
    for line in &plan.lines {
        let (mark, ends) = match *line {
            Line::Upright(mark, x) => {
                (mark, [[x, 0.0, x, length], [x, height, x, height - length]])
            }
            Line::Level(mark, y) => (mark, [[0.0, y, length, y], [width, y, width - length, y]]),
        };
        out.extend_from_slice(match mark {
            Mark::Fold => b"[2 2] 0 d\n",
            Mark::Cut => b"[] 0 d\n",
        });
        for [x0, y0, x1, y1] in ends {
            push_op(&mut out, &[x0, y0], "m");
            push_op(&mut out, &[x1, y1], "l");
            out.extend_from_slice(b"S\n");
        }
    }
    out.extend_from_slice(b"Q\nEMC\n");
    out
}
