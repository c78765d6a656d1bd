//! The draft of what was prepared.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};
use typst::model::Numbering;
use typst_layout::Page;

use super::{Pipeline, Prepared, Problems, REPORT};
use crate::comments::map::{self, Map, MapPage};
use crate::output::draft;
use crate::report::danish::Dato;
use crate::report::load::Loaded;
use crate::report::model::Report;
use crate::report::normal;
use crate::text;
use crate::typeset::handover::{Draft, Marks, Udgave, draft_files, job_file, mark_changed, paths};
use crate::typeset::{Bytes, PagedDocument, fit, positions};

pub use super::compare::{Compared, DraftOrder, Since};

/// Hexadecimal digits of the data's hash that a stamp shows.
const HASH_DIGITS: usize = 8;

/// What makes a draft of a report.
#[derive(Debug, Clone, Default)]
pub struct DraftJob {
    /// Number or label, as printed: `Udkast 3`.
    pub label: String,
    /// What it is compared with, and what changed since.
    pub since: Option<Compared>,
    /// Which marks.
    pub marks: Marks,
    /// Page of each indsats in the full report; empty where this is the full report.
    pub pages: BTreeMap<String, usize>,
}

impl Pipeline {
    /// Typesets a draft: the official pages under marks.
    ///
    /// # Errors
    /// Errors of the layouts, or of the standard.
    pub fn draft(
        &mut self,
        loaded: &Loaded,
        prepared: &Prepared,
        job: &DraftJob,
    ) -> Result<Vec<u8>, Problems> {
        let document = self.draft_pages(loaded, prepared, job)?;
        let pdf = draft::pdf(&self.typesetter, &document, &prepared.stamp)
            .map_err(|findings| self.with_texts(findings))?;
        // A draft without its map is a draft all the same.
        let mut map = map(loaded, prepared, &document);
        Ok(map::attach(&pdf, &mut map, &self.words).unwrap_or(pdf))
    }

    /// The pages of a draft.
    ///
    /// # Errors
    /// Errors of the layouts.
    pub fn draft_pages(
        &mut self,
        loaded: &Loaded,
        prepared: &Prepared,
        job: &DraftJob,
    ) -> Result<PagedDocument, Problems> {
        let draft = Draft {
            stempel: self.stempel(loaded, job),
            siden: job.since.as_ref().map(|since| (&since.diff, since.name.as_str())),
            derived: job.since.as_ref().map_or(&[], |since| &since.derived),
            marks: job.marks,
        };
        let mut files = prepared.files.clone();
        if let Some(since) = job.since.as_ref().filter(|_| job.marks != Marks::None) {
            mark_changed(&mut files, &since.before, &since.renamed);
        }
        files.extend([job_file(Udgave::Udkast, None, true)]);
        files.extend(draft_files(&prepared.report, &draft, &self.words));
        let pages = serde_json::Value::from_iter(job.pages.clone()).to_string();
        files.insert(paths::PAGES.to_owned(), Bytes::from_string(pages));
        self.typesetter.set_today(prepared.stamp.made);
        self.typesetter.set_files(files);
        self.typesetter.compile_once(REPORT).map_err(|findings| self.with_texts(findings))
    }

    /// Page of each indsats, as the report's own pages are numbered.
    ///
    /// # Errors
    /// Errors of the layouts.
    pub fn page_numbers(
        &mut self,
        prepared: &Prepared,
    ) -> Result<BTreeMap<String, usize>, Problems> {
        let typeset = self.typeset(prepared, REPORT)?;
        let page = |id: &str| fit::page_of(&typeset.document, &format!("indsats-{id}"));
        let ids = prepared.report.indsatser.iter().map(|i| &i.id);
        Ok(ids.filter_map(|id| Some((id.clone(), page(id)?))).collect())
    }

    /// Label, hash of the data, version; the date where one was given.
    fn stempel(&self, loaded: &Loaded, job: &DraftJob) -> String {
        let hash = loaded.report.as_deref().map(data_hash).unwrap_or_default();
        // The day it is made where one is given, else the report's own; never the clock's.
        let given = self.made.and_then(|made| Dato::ny(made.year()?, made.month()?, made.day()?));
        let own = || Dato::read(loaded.report.as_ref()?.rapport.dato.as_deref()?);
        let date = given.or_else(own).map(|d| format!(" · {}", d.tekst())).unwrap_or_default();
        let since = job.since.as_ref();
        let compared = |name: &String| self.words.say(&text!("draft-compared", since = name));
        let since = since.map(|s| format!(" · {}", compared(&s.name))).unwrap_or_default();
        let version = env!("CARGO_PKG_VERSION");
        format!("{} · data {hash}{date}{since} · sats {version}", job.label)
    }
}

/// What stands where on a draft's pages.
fn map(loaded: &Loaded, prepared: &Prepared, document: &PagedDocument) -> Map {
    let owners =
        positions::owners(document, prepared.report.indsatser.iter().map(|i| i.id.as_str()));
    let pages = owners
        .into_iter()
        .zip(document.pages())
        .zip(positions::of_pages(document))
        .map(|((owner, page), stand)| MapPage {
            indsats: owner.unwrap_or_default().to_owned(),
            folio: Some(folio(page)),
            stand,
            ..MapPage::default()
        })
        .collect();
    let rapport = &prepared.report.rapport;
    Map {
        version: map::VERSION,
        aar: rapport.aar,
        kommune: rapport.kommune.clone(),
        data: loaded.report.as_deref().map(data_hash).unwrap_or_default(),
        pages,
    }
}

/// The number of a page as it is printed: `Æ1`, `12`.
fn folio(page: &Page) -> String {
    let pattern = match &page.numbering {
        Some(Numbering::Pattern(pattern)) => pattern.apply(None, &[page.number]).ok(),
        _ => None,
    };
    pattern.map_or_else(|| page.number.to_string(), |folio| folio.to_string())
}

/// The first digits of the SHA-256 of the report's data in their one form ([`normal::files`]): what a
/// draft, a form and the colophon go by. The data that are attached to the published file have it too.
#[must_use]
pub fn data_hash(report: &Report) -> String {
    hash_of(&normal::files(report))
}

/// [`data_hash`] of the files that the data are in their one form.
#[must_use]
pub fn hash_of(files: &[(String, String)]) -> String {
    let mut hasher = Sha256::new();
    for (name, text) in files {
        hasher.update(name.as_bytes());
        hasher.update([0]);
        hasher.update(text.as_bytes());
        hasher.update([0]);
    }
    let mut hash = String::new();
    for byte in hasher.finalize().iter().take(HASH_DIGITS / 2) {
        let _ = write!(hash, "{byte:02x}");
    }
    hash
}
