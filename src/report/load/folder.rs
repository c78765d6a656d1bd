//! Which files there are.

use std::fs;
use std::path::Path;

use super::near::nearest;
use super::read::whole;
use super::{
    BYDELE_FILE, FAGPRINCIPPER_FILE, FORVALTNINGER_FILE, INDSATSER_DIR, Loader, ORDLISTE_FILE,
    RAPPORT_FILE,
};
use crate::finding::Finding;
use crate::limits;
use crate::report::codes;
use crate::text;

impl Loader {
    /// The ids of the files in `indsatser/`, in order.
    pub(super) fn ids(&mut self, dir: &Path) -> Vec<String> {
        let mut ids = Vec::new();
        for name in self.names(&dir.join(INDSATSER_DIR), INDSATSER_DIR) {
            match name.strip_suffix(".toml") {
                Some(id) if is_id(id) => ids.push(id.to_owned()),
                Some(_) => self.tell(
                    Finding::error(codes::BAD_ID.code, text!("load-bad-id"))
                        .at(whole(&format!("{INDSATSER_DIR}/{name}")))
                        .hint(text!("load-bad-id-hint")),
                ),
                None => self.tell(
                    Finding::warning(codes::STRAY_FILE.code, text!("load-stray"))
                        .at(whole(&format!("{INDSATSER_DIR}/{name}")))
                        .hint(text!("load-stray-ending")),
                ),
            }
        }
        ids
    }

    /// TOML files beside `rapport.toml` that nothing reads.
    pub(super) fn stray(&mut self, dir: &Path) {
        let known =
            [RAPPORT_FILE, FORVALTNINGER_FILE, FAGPRINCIPPER_FILE, BYDELE_FILE, ORDLISTE_FILE];
        for name in self.names(dir, "") {
            if name.ends_with(".toml") && !known.contains(&name.as_str()) {
                let hint = match nearest(&name, known) {
                    Some(near) => text!("load-near", near = near),
                    None => text!("load-stray-place"),
                };
                let finding = Finding::warning(codes::STRAY_FILE.code, text!("load-stray"));
                self.tell(finding.at(whole(&name)).hint(hint));
            }
        }
    }

    /// Names in a folder, in order, hidden ones left out.
    fn names(&mut self, path: &Path, shown: &str) -> Vec<String> {
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(e) => {
                let missing = e.kind() == std::io::ErrorKind::NotFound;
                let code = if missing { codes::MISSING_FILE } else { codes::UNREADABLE };
                let words = text!("load-folder", why = crate::words::system(&e));
                self.tell(
                    Finding::error(code.code, words)
                        .at(whole(shown))
                        .hint(text!("load-folder-hint")),
                );
                return Vec::new();
            }
        };
        let mut names: Vec<String> =
            entries.flatten().map(|e| e.file_name().to_string_lossy().into_owned()).collect();
        names.retain(|n| !n.starts_with('.') && !n.ends_with('~'));
        names.sort();
        names
    }

    fn tell(&mut self, finding: Finding) {
        self.loaded.findings.push(finding);
    }
}

/// Whether a name can be an id.
#[must_use]
pub fn is_id(id: &str) -> bool {
    (1..=limits::ID).contains(&id.len())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !id.starts_with('-')
}
