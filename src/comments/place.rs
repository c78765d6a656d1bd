//! What a comment is about: from its place on the page to the field of the data as it is now.

use super::fold::Folded;
use super::map::{Map, MapPage};
use super::moved::now;
use super::{Comment, PAINTED, PagePrint, cells, page_text, place};
use crate::finding::Finding;
use crate::report::fields::names::of_path;
use crate::report::form::answer::evened;
use crate::report::form::question::{Group, Questions, questions};
use crate::report::load::{indsats_file, indsats_id};
use crate::report::model::{Indsats, Report};
use crate::text;
use crate::typeset::positions::{FieldBox, Word};
use crate::words::{Text, Words};

/// How far beside a field, pt, a note may stand and still be about it without a doubt.
const NEAR: f32 = 24.0;
/// Bytes that programs put around a page's content without drawing anything.
const WRAPPING: usize = 64;

pub(super) struct Placer<'a> {
    pub report: &'a Report,
    pub map: Option<&'a Map>,
    pub words: &'a Words,
    /// Whether the data are those of the draft: then its fields are theirs.
    pub unchanged: bool,
}

/// A field of an indsats with what it says, for comparing with marked words.
pub(super) struct Leaf {
    pub field: String,
    label: String,
    owner: String,
    pub said: String,
}

impl<'a> Placer<'a> {
    /// The page of the draft that a page of the returned file is, and a doubt about it.
    fn page(
        &self,
        number: usize,
        pages: &[PagePrint],
    ) -> Option<(usize, &'a MapPage, Option<Text>)> {
        let map = self.map?;
        let Some(print) = pages.get(number) else {
            // FDF and XFDF have no pages of their own.
            return pages
                .is_empty()
                .then(|| map.pages.get(number))
                .flatten()
                .map(|p| (number, p, None));
        };
        let known = |p: &MapPage| print.prints.contains(&p.print);
        if let Some(at) = map.pages.iter().position(known) {
            return Some((at, map.pages.get(at)?, None));
        }
        (map.pages.len() == pages.len())
            .then(|| map.pages.get(number))
            .flatten()
            .map(|p| (number, p, Some(text!("comment-rewritten"))))
    }

    /// A comment with what it is about, and how far down its page it stands, pt.
    pub(crate) fn place(&self, folded: Folded, pages: &[PagePrint]) -> (f32, Comment) {
        let Folded { mut comment, page, marks, is_marked } = folded;
        let Some((number, map, doubt)) = self.page(page, pages) else {
            comment.doubt = Some(self.words.get("comment-no-page"));
            // From the page's foot, whose height nobody knows.
            return (-middle(&marks).1, comment);
        };
        comment.draft_page = Some(number + 1);
        comment.folio.clone_from(&map.folio);
        comment.doubt = doubt.map(|doubt| self.words.say(&doubt));
        let print = pages.get(page);
        let (left, low) = print.map_or((0.0, 0.0), |p| p.origin);
        let height = print.map_or(map.stand.height, |p| p.height);
        // From the page's lower left corner to its upper left one.
        let down = |[x0, y0, x1, y1]: [f32; 4]| {
            [x0 - left, height - (y1 - low), x1 - left, height - (y0 - low)]
        };
        let marks: Vec<[f32; 4]> = marks.into_iter().map(down).collect();
        if is_marked {
            comment.marked = joined(&under(&map.stand.words, &marks));
        }
        let near = nearest(&map.stand.fields, &marks);
        let top = middle(&marks).1;
        // The overview shows fields of the indsatser on pages that are none's.
        let named = near.and_then(|(stand, _)| stand.felter.first()?.split_once(':'));
        let id = named.and_then(|(file, _)| indsats_id(file)).unwrap_or(&map.indsats);
        let Some(indsats) = self.report.indsatser.iter().find(|i| i.id == id) else {
            self.front_matter(&mut comment, near);
            return (top, comment);
        };
        comment.indsats = Some(indsats.id.clone());
        comment.name = Some(indsats.short_name().to_owned());
        comment.forvaltning = Some(indsats.overblik.forvaltning.clone());
        comment.data_file = Some(indsats_file(&indsats.id));
        self.field(&mut comment, indsats, map, near, middle(&marks));
        (top, comment)
    }

    /// The field, by where the comment stands and what is marked.
    fn field(
        &self,
        comment: &mut Comment,
        indsats: &Indsats,
        map: &MapPage,
        near: Option<(&FieldBox, f32)>,
        mark: (f32, f32),
    ) {
        let leaves = leaves(indsats);
        let (stand, distance) = near.map_or((None, 0.0), |(stand, far)| (Some(stand), far));
        let fields: Vec<String> = stand
            .map(|stand| {
                let words = inside(&map.stand, stand);
                let words: Vec<&str> = words.iter().map(|w| w.w.as_str()).collect();
                let now = |felt: &str| match self.unchanged {
                    true => felt.to_owned(),
                    false => now(felt, &words, &leaves),
                };
                stand.felter.iter().map(|felt| now(bare_path(felt))).collect()
            })
            .unwrap_or_default();
        let below = |leaf: &&Leaf| fields.iter().any(|felt| is_below(leaf, felt));
        let marked = evened(&comment.marked);
        let says = |leaf: &&Leaf| !marked.is_empty() && holds(&leaf.said, &marked);
        let mut found: Vec<&Leaf> = leaves.iter().filter(below).filter(says).collect();
        if found.is_empty() && marked.split(' ').count() > 1 {
            found = leaves.iter().filter(says).collect();
        }
        let close = near.filter(|(_, distance)| *distance <= NEAR);
        let cell = close.and_then(|(stand, _)| cell(indsats, map, stand, &fields, mark));
        if let Some((field, label)) = cell {
            found.retain(|leaf| leaf.field == field);
            if found.is_empty() {
                found = leaves.iter().filter(|leaf| leaf.field == field).collect();
            }
            if found.is_empty() {
                // A row's head is nobody's answer.
                (comment.field, comment.label) = (Some(field), Some(label));
                return;
            }
        }
        if found.is_empty() {
            found = leaves.iter().filter(below).collect();
            if fields.len() == 1 && found.len() > 1 {
                // The unit as a whole: nothing says which of its fields.
                comment.field = fields.first().cloned();
            }
            let unasked = |felt: &&String| !leaves.iter().any(|leaf| is_below(leaf, felt));
            if let Some(first) = fields.first().filter(unasked).filter(|_| fields.len() > 1) {
                // What stands there first is nobody's answer: the principles before what is asked.
                comment.field = Some(first.clone());
                comment.label = Some(of_path(first));
            }
        }
        if distance > NEAR && comment.doubt.is_none() {
            let mm = (distance / 72.0 * 25.4).round() as i64;
            comment.doubt = Some(self.words.say(&text!("comment-far", mm = mm)));
        }
        let mut found = found.into_iter();
        if comment.label.is_some() {
            // Told above; the others are as likely.
        } else if let Some(first) = found.next() {
            comment.field.get_or_insert_with(|| first.field.clone());
            comment.label = Some(first.label.clone());
            comment.forvaltning = Some(first.owner.clone());
        } else if let Some(felt) = fields.first() {
            comment.field.get_or_insert_with(|| felt.clone());
        }
        comment.others = found.take(8).map(|leaf| leaf.field.clone()).collect();
    }

    /// A comment on the front matter: the text of `rapport.toml` that has the marked words, of
    /// those that stand there before others; else what stands there.
    fn front_matter(&self, comment: &mut Comment, near: Option<(&FieldBox, f32)>) {
        comment.data_file = Some(crate::report::load::RAPPORT_FILE.to_owned());
        let stand = near.filter(|(_, distance)| *distance <= NEAR).map(|(stand, _)| stand);
        let fields: Vec<&str> =
            stand.into_iter().flat_map(|s| &s.felter).map(|f| bare_path(f)).collect();
        let here = |field: &str| fields.iter().any(|felt| field.starts_with(felt));
        let marked = evened(&comment.marked);
        let says = |text: &str| !marked.is_empty() && holds(&evened(&bare(text)), &marked);
        let texts = crate::report::texts::of_rapport(&self.report.rapport).texts;
        let mut found: Vec<&str> = texts
            .iter()
            .filter(|t| says(t.text) && (here(&t.field) || marked.split(' ').count() > 1))
            .map(|t| t.field.as_str())
            .collect();
        found.sort_by_key(|field| !here(field));
        if found.is_empty() {
            found = fields;
        }
        let mut found = found.into_iter().map(str::to_owned);
        comment.field = found.next();
        comment.label = comment.field.as_deref().map(of_path);
        comment.others = found.take(8).collect();
    }

    /// Pages on which something was drawn that is no comment, and pages that are not known again.
    pub(crate) fn painted(&self, file: &str, pages: &[PagePrint]) -> Vec<Finding> {
        let Some(map) = self.map else { return Vec::new() };
        let grown = |(nr, print): (usize, &PagePrint)| {
            let known = map.pages.iter().find(|p| print.prints.contains(&p.print))?;
            (print.length > known.length + WRAPPING).then(|| {
                Finding::warning(PAINTED.code, text!("comments-painted"))
                    .at(place(file, Some(page_text(known.folio.as_deref(), nr + 1))))
                    .hint(text!("comments-painted-hint"))
            })
        };
        pages.iter().enumerate().filter_map(grown).collect()
    }
}

fn leaves(indsats: &Indsats) -> Vec<Leaf> {
    let Questions { list, grids } = questions(indsats, None, Default::default());
    let mut all: Vec<Leaf> = list
        .into_iter()
        .map(|q| Leaf {
            said: evened(&bare(&q.now.shown())),
            label: match q.group {
                Group::Own | Group::Content => q.label,
                group => {
                    let group = group.title().to_string();
                    match q.label.starts_with(&group) {
                        true => q.label,
                        false => format!("{group}, {}", q.label.to_lowercase()),
                    }
                }
            },
            field: q.field,
            owner: q.owner,
        })
        .collect();
    for grid in grids {
        for row in grid.rows {
            for (cell, (head, _)) in row.cells.into_iter().zip(&grid.columns) {
                let label = [grid.title.as_str(), row.name.as_str(), head.as_str()];
                all.push(Leaf {
                    said: evened(&cell.now.shown()),
                    field: cell.field,
                    label: label
                        .into_iter()
                        .filter(|s| !s.is_empty())
                        .collect::<Vec<_>>()
                        .join(", "),
                    owner: grid.owner.clone(),
                });
            }
        }
    }
    all
}

/// Whether an answer is the field or inside it.
fn is_below(leaf: &Leaf, field: &str) -> bool {
    let rest = leaf.field.strip_prefix(field);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// The path of a field without its file.
fn bare_path(felt: &str) -> &str {
    felt.split_once(':').map_or(felt, |(_, field)| field)
}

/// Prose without its marks of emphasis.
fn bare(text: &str) -> String {
    text.replace(['*', '_'], "")
}

/// Whether a text has the words, as whole words.
fn holds(said: &str, words: &str) -> bool {
    let (said, words) = (said.to_lowercase(), words.to_lowercase());
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    if words.is_empty() {
        return false;
    }
    said.match_indices(words).any(|(at, found)| {
        let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        edge(said.get(..at).and_then(|s| s.chars().next_back()))
            && edge(said.get(at + found.len()..).and_then(|s| s.chars().next()))
    })
}

/// The words whose middle lies in a mark.
fn under<'w>(words: &'w [Word], marks: &[[f32; 4]]) -> Vec<&'w Word> {
    let in_mark = |word: &&Word| {
        let (x, y) = ((word.x + word.r) / 2.0, word.y - 0.3 * word.s);
        marks.iter().any(|[x0, y0, x1, y1]| (*x0..=*x1).contains(&x) && (*y0..=*y1).contains(&y))
    };
    words.iter().filter(in_mark).collect()
}

/// Words as a text: what was divided at a line's end is one word again.
fn joined(words: &[&Word]) -> String {
    let mut out = String::new();
    let mut before: Option<&Word> = None;
    for word in words {
        let divided =
            before.is_some_and(|b| b.y < word.y && b.w.ends_with(['\u{ad}', '-', '\u{2010}']));
        if divided && out.ends_with(['\u{ad}', '-', '\u{2010}']) {
            out.pop();
        } else if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&word.w);
        before = Some(word);
    }
    out.replace('\u{ad}', "")
}

/// The middle of the first mark.
fn middle(marks: &[[f32; 4]]) -> (f32, f32) {
    marks.first().map_or((0.0, 0.0), |[x0, y0, x1, y1]| ((x0 + x1) / 2.0, (y0 + y1) / 2.0))
}

/// The cell, or the row, of a table that a mark is on: its field, and what it is called.
fn cell(
    indsats: &Indsats,
    map: &MapPage,
    stand: &FieldBox,
    fields: &[String],
    mark: (f32, f32),
) -> Option<(String, String)> {
    let [felt] = fields else { return None };
    let grids = questions(indsats, None, Default::default()).grids;
    let grid = grids.into_iter().find(|grid| grid.field == *felt && grid.is_table())?;
    let cells::Found { row, column } = cells::at(&grid, &inside(&map.stand, stand), mark)?;
    let of = grid.rows.get(row)?;
    match column.and_then(|column| of.cells.get(column)) {
        Some(cell) => Some((cell.field.clone(), String::new())),
        None => Some((format!("{felt}.raekker[{row}]"), format!("{}, {}", grid.title, of.name))),
    }
}

/// The field that stands where the marks are, and how far beside it they are, pt.
fn nearest<'s>(stands: &'s [FieldBox], marks: &[[f32; 4]]) -> Option<(&'s FieldBox, f32)> {
    marks.first()?;
    let (x, y) = middle(marks);
    let right = |stand: &FieldBox| right_of(stands, stand);
    let away = |stand: &FieldBox| {
        let across = (stand.x - x).max(x - right(stand)).max(0.0);
        let along = (stand.y - y).max(y - (stand.y + stand.h)).max(0.0);
        across.hypot(along)
    };
    let score = |stand: &FieldBox| (away(stand), stand.h * stand.b.max(1.0));
    stands
        .iter()
        .min_by(|a, b| {
            let (a, b) = (score(a), score(b));
            a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
        })
        .map(|stand| (stand, away(stand)))
}

/// The right edge of a field; of an old draft, which does not tell, where the next one begins.
fn right_of(stands: &[FieldBox], stand: &FieldBox) -> f32 {
    if stand.b > 0.0 {
        return stand.x + stand.b;
    }
    let beside =
        |o: &&FieldBox| o.x > stand.x + 20.0 && o.y < stand.y + stand.h && stand.y < o.y + o.h;
    stands.iter().filter(beside).map(|o| o.x).fold(f32::INFINITY, f32::min)
}

/// The words that stand in a field.
fn inside<'p>(
    page: &'p crate::typeset::positions::PagePositions,
    stand: &FieldBox,
) -> Vec<&'p Word> {
    let right = right_of(&page.fields, stand);
    page.words
        .iter()
        .filter(|w| {
            w.y >= stand.y && w.y <= stand.y + stand.h + 1.0 && w.x >= stand.x - 2.0 && w.x < right
        })
        .collect()
}
