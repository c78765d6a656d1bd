//! Which files there are.

use super::near::nearest;
use super::parts::Loader;
use super::read::whole;
use super::{
    BYDELE_FILE, FAGPRINCIPPER_FILE, FORVALTNINGER_FILE, INDSATSER_DIR, ORDLISTE_FILE, RAPPORT_FILE,
};
use crate::finding::Finding;
use crate::limits;
use crate::report::codes;
use crate::text;

impl Loader<'_> {
    /// The ids of the files in `indsatser/`, in order.
    pub(super) fn ids(&mut self) -> Vec<String> {
        let mut ids = Vec::new();
        for name in self.names(INDSATSER_DIR) {
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
    pub(super) fn stray(&mut self) {
        let known =
            [RAPPORT_FILE, FORVALTNINGER_FILE, FAGPRINCIPPER_FILE, BYDELE_FILE, ORDLISTE_FILE];
        for name in self.names("") {
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
    fn names(&mut self, folder: &str) -> Vec<String> {
        let mut names = match self.files.names(folder) {
            Ok(names) => names,
            Err(e) => {
                let missing = e.kind() == std::io::ErrorKind::NotFound;
                let code = if missing { codes::MISSING_FILE } else { codes::UNREADABLE };
                let words = text!("load-folder", why = crate::words::system(&e));
                self.tell(
                    Finding::error(code.code, words)
                        .at(whole(folder))
                        .hint(text!("load-folder-hint")),
                );
                return Vec::new();
            }
        };
        names.retain(|n| !n.starts_with('.') && !n.ends_with('~'));
        names.sort();
        names
    }

    fn tell(&mut self, finding: Finding) {
        self.loaded.findings.push(finding);
    }
}

/// Names of devices, which no file can have on Windows, whatever its ending
/// (<https://learn.microsoft.com/windows/win32/fileio/naming-a-file>). Some have a number, 1 to 9.
const DEVICES: [&str; 4] = ["aux", "con", "nul", "prn"];
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

fn is_device(name: &str) -> bool {
    let numbered = |device: &&str| {
        name.strip_prefix(*device).is_some_and(|n| matches!(n.as_bytes(), [b'1'..=b'9']))
    };
    DEVICES.contains(&name) || NUMBERED_DEVICES.iter().any(numbered)
}

/// Whether a name can be an id: of letters that file names have everywhere.
#[must_use]
pub fn is_id(id: &str) -> bool {
    (1..=limits::ID).contains(&id.len())
        && !is_device(id)
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !id.starts_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_name_that_a_file_can_have_on_every_desk() {
        for id in ["eki", "ssp-plus", "80-20", "com", "com10", "conny", "lpt0"] {
            assert!(is_id(id), "{id}");
        }
        for id in
            ["", "-eki", "Eki", "æ", "a b", "con", "nul", "com1", "lpt9", "a/b", &"a".repeat(41)]
        {
            assert!(!is_id(id), "{id}");
        }
    }
}
