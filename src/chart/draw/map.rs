//! The city: tiles, or true outlines where the report has them.

use super::super::canvas::Canvas;
use super::super::geo::{Outlines, simplify};
use super::super::scene::{Anchor, Extent, GAP, HAIRLINE, Style};
use super::super::spec::{District, Map};
use crate::report::danish::{heltal, hyphenation};
use crate::theme::Role;

/// Gap between tiles, pt.
const BETWEEN: f64 = 1.5;
/// Widest that a tile gets, as a multiple of its height.
const WIDEST: f64 = 1.55;
/// Frame of the tiles that are meant, pt; thinner on narrow ones, so that their names have room.
const FRAME: f64 = 2.0;
/// Widest part of a tile that one side of its frame takes.
const FRAME_PART: f64 = 1.0 / 28.0;
/// Space between a name and the edge or frame of its tile, pt.
const NAME_AIR: f64 = 1.0;
/// Space at each side of the name in a tile with a count, or between tiles, pt.
const COUNTED_AIR: f64 = 3.0;
/// Smallest type of a name that would not be whole otherwise, pt: what is printed must be read.
const SMALLEST_NAME: f64 = 6.0;
/// Width of a name on an outline, pt.
const LABEL: f64 = 44.0;
/// How far an outline may be from the true one: half a dot at 300 to the inch, pt.
const TOLERANCE: f64 = 0.12;

/// Largest radius of a dot that is counted, and the least that is drawn, pt.
const DOT: f64 = 2.0;
const SMALLEST_DOT: f64 = 1.0;
/// From dot to dot, as a multiple of the radius.
const DOT_PITCH: f64 = 2.8;
/// From the left of a number to the dots after it, beyond its width, pt.
const BEFORE_DOTS: f64 = 9.0;

/// Draws a map of tiles or outlines.
pub(super) fn draw(c: &mut Canvas<'_>, map: &Map) {
    match &map.outlines {
        _ if map.everywhere => badge(c, map),
        Some(outlines) => outlined(c, map, outlines),
        None => tiles(c, map),
    }
}

/// The whole city: its tiles as a small sign, and the words beside it.
fn badge(c: &mut Canvas<'_>, map: &Map) {
    const TILE: f64 = 4.6;
    const PITCH: f64 = 5.6;
    let most = |of: fn(&District) -> u8| map.districts.iter().map(of).max().map_or(0, |m| m + 1);
    let (columns, rows) = (f64::from(most(|d| d.tile.0)), f64::from(most(|d| d.tile.1)));
    // A hostile file's grid is as large as the slot at most.
    let shrunk = (c.width() * 0.5 / (columns * PITCH)).min(c.height() / (rows * PITCH)).min(1.0);
    for d in &map.districts {
        let (x, y) = (f64::from(d.tile.0) * PITCH * shrunk, f64::from(d.tile.1) * PITCH * shrunk);
        c.rect(x, y, TILE * shrunk, TILE * shrunk, &map.role);
    }
    let (left, height) = (columns * PITCH * shrunk + 6.0, rows * PITCH * shrunk);
    let style = c.looks.value();
    let lines = c.wrap(&map.words, &style, c.width() - left);
    let height = height.max(c.block(lines.len(), &style));
    c.lines_mid(&lines, left, height / 2.0, Anchor::Start, &style);
    c.scene.height = height;
}

/// The grid of tiles: how many, and how large.
struct Grid {
    columns: usize,
    rows: usize,
    pitch: (f64, f64),
}

impl Grid {
    fn of(c: &Canvas<'_>, map: &Map) -> Self {
        let all = || map.districts.iter().map(|d| d.tile).chain(map.enclaves.iter().map(|e| e.1));
        let most = |of: fn((u8, u8)) -> u8| all().map(of).max().map_or(1, |m| usize::from(m) + 1);
        let (columns, rows) = (most(|tile| tile.0), most(|tile| tile.1));
        let fair = c.height() / rows as f64;
        let width = (c.width() / columns as f64).min(fair.max(30.0) * WIDEST);
        // Names decide the height where they need more than the slot gives.
        let room = name_width(width - BETWEEN);
        let block =
            |name: &str, style: &Style, room| c.block(c.wrap(name, style, room).len(), style);
        let names = map.districts.iter().map(|d| match d.count {
            Some(_) => block(&d.short, &c.looks.tile(), width - BETWEEN - 2.0 * COUNTED_AIR),
            None => {
                let style = name_style(c, d, room);
                c.block(name_lines(c, &d.short, &style, room).len(), &style)
            }
        });
        let beside = map.enclaves.iter().map(|(name, _)| {
            let (style, room) = enclave_style(c, name, width);
            block(name, &style, room)
        });
        let highest = names.chain(beside).fold(0.0, f64::max);
        let dots = if map.districts.iter().any(|d| d.count.is_some()) { 20.0 } else { 0.0 };
        let need = highest + dots + 4.0 + BETWEEN;
        Self { columns, rows, pitch: (width, fair.max(need)) }
    }

    fn corner(&self, tile: (u8, u8)) -> (f64, f64) {
        (f64::from(tile.0) * self.pitch.0, f64::from(tile.1) * self.pitch.1)
    }
}

fn tiles(c: &mut Canvas<'_>, map: &Map) {
    let grid = Grid::of(c, map);
    let (width, height) = (grid.pitch.0 - BETWEEN, grid.pitch.1 - BETWEEN);
    for district in &map.districts {
        let (x, y) = grid.corner(district.tile);
        match district.count {
            Some(count) => counted(c, map, district, count, (x, y, width, height)),
            None => named(c, map, district, (x, y, width, height)),
        }
    }
    for (name, tile) in &map.enclaves {
        let (x, y) = grid.corner(*tile);
        let (style, room) = enclave_style(c, name, width);
        let lines = c.wrap(name, &style, room);
        c.lines_mid(&lines, x + width / 2.0, y + height / 2.0, Anchor::Middle, &style);
    }
    c.scene.height = c.height().max(grid.rows as f64 * grid.pitch.1);
    words(c, map, &grid);
}

/// How the name between tiles is set, and in what width: off the tiles beside it, divided where a
/// syllable ends; smaller where it cannot be divided.
fn enclave_style(c: &Canvas<'_>, name: &str, width: f64) -> (Style, f64) {
    let style = c.looks.tile().in_role(Role::Muted);
    let room = width - 2.0 * COUNTED_AIR;
    let divisible = !hyphenation::forced_divisions(&name.to_lowercase()).is_empty();
    let low = c.wrap(name, &style, room).len() <= 2;
    let style = if divisible && low { style } else { c.fitted(name, &style, width) };
    let room = if divisible && low { room } else { width };
    (style, room)
}

/// Frame of a tile of this width, pt.
fn frame(width: f64) -> f64 {
    FRAME.min(width * FRAME_PART)
}

/// Width that a name may take in a tile of this width, pt: the same with and without a frame.
fn name_width(width: f64) -> f64 {
    width - 2.0 * (frame(width) + NAME_AIR)
}

/// How the name of a tile is set: dark on light throughout, so that it can be read and printed; a
/// frame says where the indsats is, and the name in it is heavier.
fn name_style(c: &Canvas<'_>, d: &District, room: f64) -> Style {
    let style = c.looks.tile();
    let style = if d.on {
        Style { weight: c.looks.value().weight, ..style.in_role(Role::Title) }
    } else {
        style.in_role(Role::Muted)
    };
    c.fitted_to(&d.short, &style, room, SMALLEST_NAME)
}

/// The lines of a tile's name: a name of several words that all but fills its tile stands on two.
fn name_lines(c: &Canvas<'_>, name: &str, style: &Style, room: f64) -> Vec<String> {
    let longest = name.split(' ').map(|word| c.measure(word, style)).fold(0.0, f64::max);
    c.wrap(name, style, (room - 2.0 * NAME_AIR).max(longest).min(room))
}

fn named(c: &mut Canvas<'_>, map: &Map, d: &District, (x, y, w, h): (f64, f64, f64, f64)) {
    if d.on {
        c.outline(x, y, w, h, frame(w), &map.role);
    } else {
        c.rect(x, y, w, h, &Role::Surface);
    }
    let room = name_width(w);
    let style = name_style(c, d, room);
    let lines = name_lines(c, &d.short, &style, room);
    c.lines_mid(&lines, x + w / 2.0, y + h / 2.0, Anchor::Middle, &style);
}

/// Radius of the dots of all tiles, pt: such that the largest count fits a tile of this width.
fn dot(c: &Canvas<'_>, map: &Map, number: &Style, width: f64) -> f64 {
    let most = map.districts.iter().filter_map(|d| d.count).max().unwrap_or(0);
    let said = heltal(i64::try_from(most).unwrap_or(i64::MAX));
    let room = width - c.measure(&said, number) - BEFORE_DOTS - 3.0;
    (room / (most.max(1) as f64 * DOT_PITCH)).clamp(0.0, DOT)
}

/// A tile with its count as a number and as dots; without dots where so many would not show.
fn counted(
    c: &mut Canvas<'_>,
    map: &Map,
    d: &District,
    count: usize,
    (x, y, w, h): (f64, f64, f64, f64),
) {
    c.rect(x, y, w, h, &Role::Surface);
    c.outline(x, y, w, h, HAIRLINE, &Role::Line);
    let name = c.looks.tile();
    let number = c.looks.value();
    let number = Style { size: number.size * 1.5, leading: number.leading * 1.5, ..number };
    let number = if d.on { number } else { number.in_role(Role::Muted) };
    let words = [heltal(i64::try_from(count).unwrap_or(i64::MAX))];
    let top = y + 2.5;
    c.lines(&words, x + 4.0, top, Anchor::Start, &number);
    let middle = top + c.block(1, &number) / 2.0;
    let dot = dot(c, map, &number, w);
    let taken = c.measure(&words[0], &number) + BEFORE_DOTS;
    let shown = if dot < SMALLEST_DOT { 0 } else { count };
    for i in 0..shown {
        c.circle((x + taken + (i as f64 + 0.5) * dot * DOT_PITCH, middle), dot, &map.role);
    }
    let lines = c.wrap(&d.short, &name, w - 2.0 * COUNTED_AIR);
    let foot = y + h - 3.0 - c.block(lines.len(), &name);
    c.lines(&lines, x + 4.0, foot.max(top + c.block(1, &number)), Anchor::Start, &name);
}

/// The words of the map in the largest run of empty tiles, or under the tiles.
fn words(c: &mut Canvas<'_>, map: &Map, grid: &Grid) {
    let style = c.looks.value();
    let used = grid.columns as f64 * grid.pitch.0;
    // Beside the tiles, where the slot is that much wider.
    let beside = c.width() - used - 12.0;
    if beside > 90.0 {
        let lines = c.wrap(&map.words, &style, beside);
        c.lines(&lines, used + 12.0, 2.0, Anchor::Start, &style);
        return;
    }
    for (x, y, w, h) in empty_runs(map, grid) {
        let lines = c.wrap(&map.words, &style, w - 6.0);
        let whole = map.words.split(' ').all(|word| c.measure(word, &style) <= w - 6.0);
        if whole && c.block(lines.len(), &style) <= h {
            let top = y + h - c.block(lines.len(), &style) - 2.0;
            return c.lines(&lines, x + 1.0, top, Anchor::Start, &style);
        }
    }
    let lines = c.wrap(&map.words, &style, c.width());
    let top = c.height() + 2.0;
    c.lines(&lines, 0.0, top, Anchor::Start, &style);
    c.scene.height = top + c.block(lines.len(), &style);
}

/// Rectangles of empty tiles in pt, the largest first; equal ones from the lower left.
fn empty_runs(map: &Map, grid: &Grid) -> Vec<(f64, f64, f64, f64)> {
    let taken = |x: usize, y: usize| {
        let tiles = map.districts.iter().map(|d| d.tile).chain(map.enclaves.iter().map(|e| e.1));
        tiles.into_iter().any(|(column, row)| (usize::from(column), usize::from(row)) == (x, y))
    };
    let mut runs = Vec::new();
    // Reports have a dozen tiles; a hostile file with a huge grid gets its words below.
    if grid.columns > 16 || grid.rows > 16 {
        return Vec::new();
    }
    for y in 0..grid.rows {
        for x in 0..grid.columns {
            for h in 1..=grid.rows - y {
                for w in 1..=grid.columns - x {
                    let free = (y..y + h).all(|r| (x..x + w).all(|k| !taken(k, r)));
                    if free {
                        runs.push((w * h, y + h, x, (w, h)));
                    }
                }
            }
        }
    }
    // Of two as large, the wider one: it takes fewer lines.
    runs.sort_by(|a, b| (b.0, b.1).cmp(&(a.0, a.1)).then(a.2.cmp(&b.2)).then(b.3.0.cmp(&a.3.0)));
    let (px, py) = grid.pitch;
    let rect = |(_, foot, x, (w, h)): (usize, usize, usize, (usize, usize))| {
        (x as f64 * px, (foot - h) as f64 * py, w as f64 * px, h as f64 * py)
    };
    runs.into_iter().map(rect).collect()
}

/// True outlines, as large as the slot allows.
fn outlined(c: &mut Canvas<'_>, map: &Map, outlines: &Outlines) {
    let Some((min, max)) = outlines.bounds() else { return tiles(c, map) };
    let style = c.looks.value();
    let lines = c.wrap(&map.words, &style, c.width());
    let head = c.block(lines.len(), &style) + 3.0;
    c.lines(&lines, 0.0, 0.0, Anchor::Start, &style);
    let (east, south) = (f64::from(max.0 - min.0).max(1.0), f64::from(max.1 - min.1).max(1.0));
    let scale = ((c.width() - 2.0) / east).min((c.height() - head - 2.0).max(10.0) / south);
    let left = (c.width() - east * scale) / 2.0;
    let at = |(x, y): &(i32, i32)| {
        (left + f64::from(x - min.0) * scale, head + f64::from(y - min.1) * scale)
    };
    let mut labels = Vec::new();
    for district in &map.districts {
        let role = if district.on { &map.role } else { &Role::Surface };
        for ring in outlines.of(&district.name) {
            let ring: Vec<_> = simplify(&ring.iter().map(at).collect::<Vec<_>>(), TOLERANCE);
            c.polygon(ring.clone(), role);
            let edge = if district.on { &Role::Paper } else { &Role::Line };
            c.path(ring, if district.on { GAP } else { HAIRLINE }, edge);
        }
        let rings =
            outlines.of(&district.name).iter().map(|r| r.iter().map(at).collect::<Vec<_>>());
        labels.push((district, rings.max_by(|a, b| area(a).abs().total_cmp(&area(b).abs()))));
    }
    for (district, ring) in labels {
        let Some(ring) = ring else { continue };
        outline_label(c, map, district, centre(&ring));
    }
}

/// A district's name at the middle of its largest part, where it covers no other name.
fn outline_label(c: &mut Canvas<'_>, map: &Map, d: &District, (x, y): (f64, f64)) {
    let surface = if d.on { &map.role } else { &Role::Surface };
    let style = c.looks.tile().in_role(c.looks.readable_on(surface));
    let words = match d.count {
        Some(count) => format!("{} {count}", d.short),
        None => d.short.clone(),
    };
    let style = c.fitted(&words, &style, LABEL);
    let lines = c.wrap(&words, &style, LABEL);
    let widest = lines.iter().map(|l| c.measure(l, &style)).fold(0.0, f64::max);
    let height = c.block(lines.len(), &style);
    let extent = Extent {
        left: x - widest / 2.0,
        right: x + widest / 2.0,
        top: y - height / 2.0,
        bottom: y + height / 2.0,
    };
    let inside = extent.left >= 0.0
        && extent.top >= 0.0
        && extent.right <= c.width()
        && extent.bottom <= c.height();
    if inside && !c.scene.texts.iter().any(|t| t.extent.overlaps(&extent)) {
        c.lines_mid(&lines, x, y, Anchor::Middle, &style);
    }
}

/// The lines of a ring.
fn sides(ring: &[(f64, f64)]) -> impl Iterator<Item = (&(f64, f64), &(f64, f64))> {
    ring.iter().zip(ring.iter().cycle().skip(1))
}

fn cross((a, b): (&(f64, f64), &(f64, f64))) -> f64 {
    a.0 * b.1 - b.0 * a.1
}

/// Twice the area of a ring, less than nothing where it runs the other way round.
fn area(ring: &[(f64, f64)]) -> f64 {
    sides(ring).map(cross).sum()
}

/// Centre of gravity of a ring; the mean of its points where it has no area.
fn centre(ring: &[(f64, f64)]) -> (f64, f64) {
    let area = area(ring);
    if area.abs() < 1e-6 {
        let n = ring.len().max(1) as f64;
        return (
            ring.iter().map(|p| p.0).sum::<f64>() / n,
            ring.iter().map(|p| p.1).sum::<f64>() / n,
        );
    }
    let sum = |of: fn(&(f64, f64)) -> f64| {
        sides(ring).map(|(a, b)| (of(a) + of(b)) * cross((a, b))).sum::<f64>() / (3.0 * area)
    };
    (sum(|p| p.0), sum(|p| p.1))
}
