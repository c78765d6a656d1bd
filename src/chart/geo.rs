//! True outlines of the districts, from GeoJSON.
//!
//! Projection: local equirectangular around the middle of all outlines: metres east are degrees
//! times 111,320 times the cosine of the middle's latitude, metres north are degrees times 111,320.
//! Over a town's 20 km the distortion stays under one in a thousand, less than a hairline on paper.

use geojson::{Feature, GeoJson, GeometryValue, Position};

use crate::finding::{Finding, Place};
use crate::report::codes::GEOJSON;
use crate::report::model::Bydel;
use crate::text;
use crate::words::Text;

/// Metres of a degree of latitude (a 40,075 km equator over 360).
const METRES: f64 = 111_320.0;
/// Farthest latitude: nearer the poles a degree of longitude is no measure any more.
const FARTHEST: f64 = 85.0;
/// Widest that the outlines may lie apart, degrees: a region, not a continent.
const WIDEST: f64 = 5.0;

/// A ring of points in whole metres east and south of the reference point.
pub(crate) type Ring = Vec<(i32, i32)>;

/// Outlines of the districts in metres.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Outlines(Vec<(String, Vec<Ring>)>);

impl Outlines {
    /// Reads GeoJSON: a feature collection whose features name a bydel in one of their
    /// properties (name or alias) and are polygons. `file` is its name in messages.
    ///
    /// # Errors
    /// Text that is no feature collection, bydele without an outline, coordinates that are no
    /// degrees, or outlines farther apart than a region is wide.
    pub fn parse(text: &str, file: &str, bydele: &[Bydel]) -> Result<Self, Vec<Finding>> {
        let at = || Place { file: file.to_owned(), range: 0..0, field: None };
        let fault =
            |message: Text, hint: Text| Finding::error(GEOJSON.code, message).at(at()).hint(hint);
        let hint = || text!("geojson-form-hint");
        let features = match text.parse::<GeoJson>() {
            Ok(GeoJson::FeatureCollection(collection)) => collection.features,
            Ok(_) => return Err(vec![fault(text!("geojson-no-collection"), hint())]),
            Err(error) => {
                return Err(vec![fault(text!("geojson-unread", why = error.to_string()), hint())]);
            }
        };
        let of_bydele = features.iter().filter(|f| bydele.iter().any(|bydel| is_about(f, bydel)));
        let all: Vec<&Position> = of_bydele.flat_map(polygons).flatten().collect();
        if !all.iter().all(|p| degrees(p).is_some()) {
            return Err(vec![fault(text!("geojson-no-degrees"), hint())]);
        }
        let middle = middle(&all).map_err(|apart| {
            vec![fault(text!("geojson-apart", degrees = apart.round()), hint())]
        })?;
        let mut findings = Vec::new();
        let mut outlines = Vec::new();
        for bydel in bydele {
            let mine: Vec<&Feature> = features.iter().filter(|f| is_about(f, bydel)).collect();
            let polygons: Vec<_> = mine.iter().flat_map(|f| polygons(f)).collect();
            let rings: Vec<Ring> = polygons.into_iter().map(|ring| project(ring, middle)).collect();
            if rings.is_empty() {
                findings.push(fault(
                    text!("geojson-no-polygon", name = &bydel.navn),
                    text!("geojson-no-polygon-hint"),
                ));
            } else {
                outlines.push((bydel.navn.clone(), rings));
            }
        }
        if findings.is_empty() { Ok(Self(outlines)) } else { Err(findings) }
    }

    /// The rings of a bydel.
    pub(super) fn of(&self, navn: &str) -> &[Ring] {
        self.0.iter().find(|(name, _)| name == navn).map_or(&[], |(_, rings)| rings)
    }

    /// Least and greatest east and south, metres.
    pub(super) fn bounds(&self) -> Option<((i32, i32), (i32, i32))> {
        let points = || self.0.iter().flat_map(|(_, rings)| rings.iter().flatten());
        let min = (points().map(|p| p.0).min()?, points().map(|p| p.1).min()?);
        let max = (points().map(|p| p.0).max()?, points().map(|p| p.1).max()?);
        Some((min, max))
    }
}

fn is_about(feature: &Feature, bydel: &Bydel) -> bool {
    let named =
        |value: &serde_json::Value| value.as_str().is_some_and(|s| bydel.is_named(s.trim()));
    feature.properties.as_ref().is_some_and(|p| p.values().any(named))
}

/// The outer rings. Holes are left out: within the city they are other municipalities' land.
fn polygons(feature: &Feature) -> Vec<&Vec<Position>> {
    match feature.geometry.as_ref().map(|g| &g.value) {
        Some(GeometryValue::Polygon { coordinates }) => coordinates.first().into_iter().collect(),
        Some(GeometryValue::MultiPolygon { coordinates }) => {
            coordinates.iter().filter_map(|polygon| polygon.first()).collect()
        }
        _ => Vec::new(),
    }
}

/// Longitude and latitude, where the position has both.
fn degrees(position: &Position) -> Option<(f64, f64)> {
    let (lon, lat) = (*position.as_slice().first()?, *position.as_slice().get(1)?);
    (lat.abs() <= FARTHEST && lon.abs() <= 180.0).then_some((lon, lat))
}

/// The middle of the box around all positions; or how many degrees they lie apart, where that is
/// too much.
fn middle(positions: &[&Position]) -> Result<(f64, f64), f64> {
    let all = || positions.iter().filter_map(|p| degrees(p));
    let ends = |of: fn((f64, f64)) -> f64| {
        all().map(of).fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(x), b.max(x)))
    };
    let (lon, lat) = (ends(|p| p.0), ends(|p| p.1));
    let apart = (lon.1 - lon.0).max(lat.1 - lat.0);
    if apart > WIDEST { Err(apart) } else { Ok(((lon.0 + lon.1) / 2.0, (lat.0 + lat.1) / 2.0)) }
}

fn project(ring: &[Position], middle: (f64, f64)) -> Ring {
    let cosine = libm::cos(middle.1.to_radians());
    let point = |(lon, lat): (f64, f64)| {
        let east = (lon - middle.0) * cosine * METRES;
        let south = (middle.1 - lat) * METRES;
        (east.round() as i32, south.round() as i32)
    };
    ring.iter().filter_map(degrees).map(point).collect()
}

/// Leaves out points that lie closer than `tolerance` to the line between those kept
/// (Douglas and Peucker 1973). A ring keeps at least its ends.
#[must_use]
pub fn simplify(points: &[(f64, f64)], tolerance: f64) -> Vec<(f64, f64)> {
    let mut keep = vec![false; points.len()];
    let last = points.len().saturating_sub(1);
    for end in [0, last] {
        if let Some(k) = keep.get_mut(end) {
            *k = true;
        }
    }
    // Own stack: a coastline's recursion would go as deep as it has points.
    let mut spans = vec![(0, last)];
    while let Some((from, to)) = spans.pop() {
        let (Some(a), Some(b)) = (points.get(from), points.get(to)) else { continue };
        let inner = points.iter().enumerate().take(to).skip(from + 1);
        let far = inner.map(|(i, p)| (i, distance(*p, *a, *b))).max_by(|x, y| x.1.total_cmp(&y.1));
        if let Some((i, _)) = far.filter(|(_, d)| *d > tolerance) {
            if let Some(k) = keep.get_mut(i) {
                *k = true;
            }
            spans.push((from, i));
            spans.push((i, to));
        }
    }
    points.iter().zip(&keep).filter(|(_, kept)| **kept).map(|(p, _)| *p).collect()
}

/// Distance of a point from a stretch of line.
fn distance(p: (f64, f64), a: (f64, f64), b: (f64, f64)) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx * dx + dy * dy;
    let along = ((p.0 - a.0) * dx + (p.1 - a.1) * dy) / length;
    let t = if length == 0.0 { 0.0 } else { along.clamp(0.0, 1.0) };
    libm::hypot(p.0 - a.0 - t * dx, p.1 - a.1 - t * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn simplifying_keeps_corners_and_drops_what_paper_cannot_show() {
        let line =
            [(0.0, 0.0), (5.0, 0.05), (10.0, 0.0), (10.0, 10.0), (10.02, 15.0), (10.0, 20.0)];
        assert_eq!(simplify(&line, 0.12), [(0.0, 0.0), (10.0, 0.0), (10.0, 20.0)]);
        assert_eq!(simplify(&[], 0.12), []);
        assert_eq!(simplify(&[(1.0, 1.0)], 0.12), [(1.0, 1.0)]);
    }
}
