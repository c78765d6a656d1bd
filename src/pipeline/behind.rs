//! Which fields of the data stand where a page has a finding.

use crate::finding::{Finding, Place};
use crate::report::load::{Loaded, RAPPORT_FILE, indsats_file};
use crate::report::model::Report;
use crate::text;
use crate::typeset::PagedDocument;
use crate::typeset::positions::{self, FieldBox};

/// The fields of a page, and the indsats that it belongs to.
pub(super) type Fields = (Vec<FieldBox>, Option<String>);

/// Most fields that are told behind one finding.
const MOST: usize = 4;

/// The fields of each page of a document that was set with their places.
pub(super) fn fields(document: &PagedDocument, report: &Report) -> Vec<Fields> {
    let ids = report.indsatser.iter().map(|indsats| indsats.id.as_str());
    let owners = positions::owners(document, ids).into_iter().map(|id| id.map(str::to_owned));
    positions::fields(document).into_iter().zip(owners).collect()
}

/// Says which fields stand at the spots of a finding; with their lines where the data is at hand.
pub(super) fn name(finding: &mut Finding, pages: &[Fields], loaded: Option<&Loaded>) {
    let page = finding.page.and_then(|page| pages.get(page - 1));
    let Some((stands, owner)) = page else { return };
    let owner = owner.as_deref().map_or_else(|| RAPPORT_FILE.to_owned(), indsats_file);
    let place = |file: &str, field: &str| match loaded {
        Some(loaded) => loaded.place(file, field),
        None => Place { file: file.to_owned(), range: 0..0, field: Some(field.to_owned()) },
    };
    let mut behind: Vec<Place> = Vec::new();
    for spot in &finding.spots {
        let (x, y) = spot.middle();
        let there = stands.iter().filter(|stand| stand.holds(x, y));
        // The smallest that holds it: a block holds its title, and a page may hold the block.
        let Some(stand) = there.min_by(|a, b| (a.h * a.b).total_cmp(&(b.h * b.b))) else {
            continue;
        };
        let (file, mut fields) = stand.named(&owner);
        let place = fields.next().map(|field| place(file, field));
        behind.extend(place.filter(|place| !behind.contains(place)));
        if behind.len() == MOST {
            break;
        }
    }
    finding.related.extend(behind.into_iter().map(|place| (place, text!("field-behind"))));
}
