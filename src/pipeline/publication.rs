//! On which terms an edition is made: complete or marked as incomplete, with its data or without.

use std::sync::Arc;

use serde_json::{Value, json};

use super::Prepared;
use crate::finding::Finding;
use crate::report::gate;
use crate::report::model::Report;
use crate::text;
use crate::typeset::Bytes;
use crate::typeset::handover::{incomplete_files, paths};
use crate::words::Words;

/// What is asked of official and print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Publication {
    /// Whether gaps are let through, with every one of them marked.
    pub incomplete: bool,
    /// Whether the data is attached.
    pub attachments: bool,
}

impl Publication {
    /// Sets the terms for a prepared report.
    ///
    /// # Errors
    /// Why it is refused: something is to be filled in, or a text of last year is not confirmed.
    pub fn apply(self, prepared: &mut Prepared, words: &Words) -> Result<(), Finding> {
        let whole = Arc::clone(&prepared.report);
        self.apply_to(prepared, &whole, words)
    }

    /// [`Self::apply`] where only a part of the prepared report is set.
    ///
    /// # Errors
    /// Why that part is refused.
    pub fn apply_to(
        self,
        prepared: &mut Prepared,
        part: &Report,
        words: &Words,
    ) -> Result<(), Finding> {
        if let Some(refused) = gate::shut(part) {
            if !self.incomplete {
                return Err(refused);
            }
            mark(prepared, part, words);
        }
        if !self.attachments {
            let attached = paths::vedhaeft("");
            prepared.files.retain(|path, _| !path.starts_with(&attached));
            change(prepared, |front| front["vedhaeft"] = json!([]));
            prepared.attachments = false;
        }
        Ok(())
    }
}

impl Publication {
    /// The same for what was refused or let through before.
    pub(super) fn set(self, mut prepared: Prepared, part: &Report, words: &Words) -> Prepared {
        if self.incomplete {
            mark(&mut prepared, part, words);
        }
        prepared
    }
}

/// Marks every place that is open, and says in the title how many are in the part that is set.
fn mark(prepared: &mut Prepared, part: &Report, words: &Words) {
    let (values, texts) = gate::counts(part);
    let of_values = text!("incomplete-values", n = values);
    let of_texts = text!("incomplete-texts", n = texts);
    let open = match (values, texts) {
        (_, 0) => of_values,
        (0, _) => of_texts,
        _ => text!("incomplete-both", values = of_values, texts = of_texts),
    };
    let sentence = words.say(&text!("incomplete-edition", open = open));
    let title = words.say(&text!("incomplete-title", title = &prepared.title));
    change(prepared, |front| {
        front["ufaerdig"] = json!(sentence);
        front["dokumenttitel"] = json!(title);
    });
    prepared.title = title;
    prepared.incomplete = true;
    prepared.files.extend(incomplete_files(&prepared.report, words));
}

/// Changes the front matter that the layouts get.
fn change(prepared: &mut Prepared, change: impl FnOnce(&mut Value)) {
    let front = prepared.files.get(paths::RAPPORT);
    if let Some(mut front) = front.and_then(|text| serde_json::from_slice::<Value>(text).ok()) {
        change(&mut front);
        prepared.files.insert(paths::RAPPORT.to_owned(), Bytes::from_string(front.to_string()));
    }
}
