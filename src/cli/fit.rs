//! How spreads are composed: the table under `sats check`, and `--explain-fit` for one of them.

use super::job::Job;
use super::screen::Screen;
use super::{Stop, codes};
use crate::finding::Finding;
use crate::pipeline::excerpt::Selection;
use crate::report::danish;
use crate::report::load::Loaded;
use crate::text;
use crate::typeset::fit::Fit;
use crate::words::Words;

/// How every indsats fits its spread: how full, pages, room left, and what is too much.
pub(super) fn table(fits: &[Fit], words: &Words) -> Vec<String> {
    let head = ["fit-spread", "fit-full", "fit-pages", "fit-room", "fit-over"];
    let [spread, full, pages, room, over] = head.map(|id| words.get(id));
    let mut lines = vec![format!("{spread:<30} {full:>8} {pages:>5} {room:>10}  {over}")];
    lines.extend(fits.iter().map(|f| {
        let over = match f.over_linjer {
            0 => String::new(),
            // A line of a column holds about fifty characters.
            n => words.say(&text!("fit-over-by", lines = n, characters = n * 50)),
        };
        format!("{:<30} {:>8} {:>5} {:>10.1}  {over}", f.id, f.percent(), f.sider, f.rest_mm)
    }));
    lines
}

/// `sats check --explain-fit ID`: forms, breaks and what they cost.
pub(super) fn explain(
    job: &mut Job,
    loaded: &Loaded,
    id: &str,
    screen: &Screen,
) -> Result<(), Stop> {
    let Some(report) = &loaded.report else {
        return Err(Stop::from(job.pipeline.check(loaded)));
    };
    screen.step(text!("step-fit"));
    let prepared =
        job.pipeline.prepare(loaded, report, &Selection::default()).map_err(Stop::misused)?;
    let fits = job.pipeline.fit(&prepared)?;
    screen.finish_step();
    let Some(fit) = fits.iter().find(|f| f.id == id) else {
        let ids = fits.iter().map(|f| f.id.as_str()).collect::<Vec<_>>().join(", ");
        let told = Finding::error(codes::USAGE.code, text!("fit-unknown", id = id));
        return Err(Stop::misused(vec![told.hint(text!("fit-unknown-hint", ids = ids))]));
    };
    screen.data(&explained(fit, screen.words()))
}

/// Tenths of a point.
fn points(tenths: i32) -> String {
    danish::decimal(f64::from(tenths) / 10.0, 1)
}

fn explained(f: &Fit, words: &Words) -> String {
    let full: Vec<String> = f.fyldt.iter().map(|share| danish::percent_one(*share)).collect();
    let say = |text: crate::words::Text| words.say(&text);
    let mut out = vec![
        say(text!("fit-explain", id = &f.id, pages = f.sider, full = full.join(" · "))),
        String::new(),
        say(text!("fit-cost", points = points(f.straf), weighed = f.vejet)),
    ];
    for (name, cost) in &f.regning {
        out.push(format!("{:>8}  {}", points(*cost), words.get(&format!("fit-cost-{name}"))));
    }
    if !f.former.is_empty() {
        out.extend([String::new(), words.get("fit-forms")]);
        out.extend(f.former.iter().map(|taken| format!("  {}: {}", taken.hvad, taken.form)));
    }
    out.extend([String::new(), words.get("fit-columns")]);
    for c in &f.spalter {
        let (page, left, right, lines) = (c.side, c.venstre, c.hoejre, c.linjer);
        out.push(match (c.bred, c.delt) {
            (true, _) => say(text!("fit-across", page = page, lines = lines)),
            (false, 0) => say(text!("fit-two", page = page, left = left, right = right)),
            (false, after) => say(text!("fit-divided", page = page, lines = lines, after = after)),
        });
    }
    out.push(String::new());
    out.join("\n")
}
