//! What commands that list something have in common: JSON, workbooks, a file or stdout.

use std::fmt::Display;
use std::path::Path;

use serde::Serialize;

use super::screen::Screen;
use super::{Stop, codes};
use crate::finding::Finding;
use crate::output::write;
use crate::text;

/// A list as JSON.
pub(super) fn json(list: &impl Serialize) -> Vec<u8> {
    let text = serde_json::to_string_pretty(list);
    format!("{}\n", text.expect("lists have string keys only")).into_bytes()
}

/// That there is more than a workbook can hold.
pub(super) fn no_workbook(why: impl Display) -> Stop {
    let words = text!("no-workbook", why = why.to_string());
    Stop::misused(Finding::error(codes::WORKBOOK.code, words))
}

/// Into the file, or onto stdout where none is named.
pub(super) fn deliver(to: Option<&Path>, bytes: &[u8], screen: &Screen) -> Result<(), Stop> {
    match to {
        Some(path) => {
            write::whole(path, bytes).map_err(Stop::misused)?;
            screen.path(path)
        }
        None => screen.data(&String::from_utf8_lossy(bytes)),
    }
}
