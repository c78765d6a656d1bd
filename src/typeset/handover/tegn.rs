//! Which of the signs that the reading guide explains the report prints.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use typst::foundations::Bytes;

use crate::report::danish::{DASH, UNKNOWN};

/// Signs in place of a number, or before one.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub(super) struct Tegn {
    /// [`UNKNOWN`].
    ukendt: bool,
    /// [`DASH`], alone in a cell.
    streg: bool,
    /// `ca.` before a number.
    anslaaet: bool,
}

impl Tegn {
    /// The signs that stand in these files or in these.
    pub(super) fn i(self, files: &BTreeMap<String, Bytes>) -> Tegn {
        files.values().filter_map(|bytes| bytes.as_str().ok()).fold(self, Tegn::or_in)
    }

    fn or_in(self, json: &str) -> Tegn {
        Tegn {
            ukendt: self.ukendt || json.contains(UNKNOWN),
            streg: self.streg || json.contains(&format!("\"{DASH}\"")),
            anslaaet: self.anslaaet || json.contains("ca.\u{a0}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Tegn;

    #[test]
    fn a_sign_is_told_from_the_same_mark_in_words() {
        let af = |json: &str| Tegn::default().or_in(json);
        assert_eq!(af(r#"{"v":"10 – 12"}"#), Tegn::default());
        assert!(af(r#"{"v":"–"}"#).streg);
        assert!(af(r#"{"v":"··, 3 af 5 oplyst"}"#).ukendt);
        assert!(af("{\"v\":\"ca.\u{a0}55\"}").anslaaet);
    }
}
