//! What the pages of a document show, with positions.

use std::collections::BTreeMap;

use sats::typeset::PagedDocument;
use typst::layout::{Abs, Frame, FrameItem, Point};
use typst::visualize::{Geometry, Paint};

/// Where the stamp ends that stands over every page, pt.
const STAMP: f64 = 60.0;
/// Thickness of a change bar (theme.toml, `[udkast] streg`), pt.
const BAR: f64 = 1.6;

/// A run of text, its place on the page in hundredths of a pt, and its colour.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Run {
    pub y: i64,
    pub x: i64,
    pub words: String,
    pub colour: [u8; 3],
}

/// What one page shows.
#[derive(Debug, Default)]
pub(super) struct Shown {
    pub runs: Vec<Run>,
    /// Upper and lower ends of the change bars, pt.
    pub bars: Vec<(f64, f64)>,
    /// How far from the left each of them stands, pt.
    pub bars_at: Vec<f64>,
    /// Ends of the dotted bars beside texts of last year, pt.
    pub dotted: Vec<(f64, f64)>,
}

impl Shown {
    /// Runs put together to lines, from the top, without spaces: words come in pieces.
    pub(super) fn lines(&self) -> Vec<String> {
        self.rows().into_values().collect()
    }

    pub(super) fn rows(&self) -> BTreeMap<i64, String> {
        let mut rows: BTreeMap<i64, Vec<&Run>> = BTreeMap::new();
        for run in &self.runs {
            rows.entry(run.y).or_default().push(run);
        }
        let line = |mut row: Vec<&Run>| {
            row.sort_by_key(|run| run.x);
            tight(&row.iter().map(|run| run.words.as_str()).collect::<String>())
        };
        rows.into_iter().map(|(y, row)| (y, line(row))).collect()
    }

    /// Whether a line of the page holds these words.
    pub(super) fn says(&self, words: &str) -> bool {
        self.lines().iter().any(|line| line.contains(&tight(words)))
    }

    /// Whether a bar stands beside a line that holds these words.
    pub(super) fn is_marked(&self, words: &str) -> bool {
        let words = tight(words);
        let rows: Vec<f64> = self
            .rows()
            .into_iter()
            .filter_map(|(y, line)| line.contains(&words).then_some(y as f64 / 100.0))
            .collect();
        assert!(!rows.is_empty(), "{words:?} is not in {:#?}", self.lines());
        let has_bar =
            |y: &f64| self.bars.iter().any(|(top, end)| (top - 2.0..=end + 2.0).contains(y));
        rows.iter().any(has_bar)
    }
}

/// Without spaces and soft hyphens.
pub(super) fn tight(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect()
}

pub(super) fn read(frame: &Frame, at: Point, shown: &mut Shown) {
    for (offset, item) in frame.items() {
        let place = at + *offset;
        match item {
            FrameItem::Group(group) => {
                let moved = Point::new(group.transform.tx, group.transform.ty);
                read(&group.frame, place + moved, shown);
            }
            FrameItem::Text(run) => {
                let hundredths = |a: Abs| (a.to_pt() * 100.0).round() as i64;
                let colour = match &run.fill {
                    Paint::Solid(colour) => colour.to_vec4_u8(),
                    _ => [0; 4],
                };
                shown.runs.push(Run {
                    y: hundredths(place.y),
                    x: hundredths(place.x),
                    words: run.text.to_string(),
                    colour: [colour[0], colour[1], colour[2]],
                });
            }
            FrameItem::Shape(shape, _) => {
                let stroke = shape.stroke.as_ref();
                let is_dotted = stroke.is_some_and(|stroke| stroke.dash.is_some());
                let is_thick = stroke.is_some_and(|s| (s.thickness.to_pt() - BAR).abs() < 0.01);
                let top = place.y.to_pt();
                // The signs that the stamp explains.
                if top < STAMP {
                    continue;
                }
                match &shape.geometry {
                    Geometry::Rect(size) if (size.x.to_pt() - BAR).abs() < 0.01 => {
                        shown.bars.push((top, top + size.y.to_pt()));
                        shown.bars_at.push(place.x.to_pt());
                    }
                    // A line of its own, or the left side of a block: drawn along it, or around it.
                    other => {
                        let bounds = other.bbox(None);
                        let size = bounds.max - bounds.min;
                        let is_drawn = is_thick && size.x.to_pt() < 0.01;
                        let is_filled = stroke.is_none() && (size.x.to_pt() - BAR).abs() < 0.01;
                        if size.y.to_pt() < BAR || !is_drawn && !is_filled {
                            continue;
                        }
                        let ends = (top + bounds.min.y.to_pt(), top + bounds.max.y.to_pt());
                        if is_dotted {
                            shown.dotted.push(ends);
                        } else {
                            shown.bars.push(ends);
                            shown.bars_at.push(place.x.to_pt());
                        }
                    }
                }
            }
            _ => {}
        }
    }
}

pub(super) fn pages(document: &PagedDocument) -> Vec<Shown> {
    let page = |frame| {
        let mut shown = Shown::default();
        read(frame, Point::zero(), &mut shown);
        shown.runs.sort();
        shown
    };
    document.pages().iter().map(|p| page(&p.frame)).collect()
}
