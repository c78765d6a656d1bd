//! What an indsats lacks, in the words of drafts and of its own spread.

use schemars::JsonSchema;
use serde::Serialize;

use super::tekst::navn;
use crate::report::missing::{Gap, What, gaps};
use crate::report::model::{Indsats, Report, Tilstand};
use crate::text;
use crate::words::{Text, Words, plain};

/// Something that is missing, and who owes it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Missing {
    pub(super) hvad: String,
    /// Nobody owes what may be impossible to count.
    pub(super) skylder: Option<String>,
    /// Its field in the file of the indsats.
    pub(super) felt: String,
}

/// What is missing in an indsats, and who owes it.
pub(super) fn mangler(words: &Words, report: &Report, i: &Indsats) -> Vec<Missing> {
    let mut all = Vec::new();
    for state in [Tilstand::Mangler, Tilstand::Udfyldes] {
        for gap in gaps(i, &[state]) {
            let is_owed = state == Tilstand::Udfyldes || gap.what.is_delivered();
            let skylder = is_owed.then(|| report.forvaltning(gap.owner).to_owned());
            for (what, felt) in saying(&gap, report.rapport.aar) {
                let what = if is_owed { what } else { text!("lacks-unknown", what = what) };
                all.push(Missing { hvad: words.say(&what), skylder: skylder.clone(), felt });
            }
        }
    }
    all
}

/// What is missing, as a draft names it; each year of a series by itself.
fn saying(gap: &Gap<'_>, year: i32) -> Vec<(Text, String)> {
    let one = match &gap.what {
        What::Years { series, years } => {
            let serie = gap.field.rsplit_once('.').map_or("", |(serie, _)| serie);
            let of = |year: &&str| {
                let words = text!("lacks-year", series = navn(series), year = *year);
                (words, format!("{serie}.{year}"))
            };
            return years.iter().map(of).collect();
        }
        What::Amount => text!("key-grant", year = plain(year)),
        What::Part(name) => text!("lacks-part", name = navn(name)),
        What::Cells { n, table, .. } => text!("lacks-values", n = *n, title = navn(table)),
        What::Figure(title) => text!("lacks-figure", title = navn(title)),
        What::Numbers { n, title: Some(title) } => {
            text!("lacks-numbers", n = *n, title = navn(title))
        }
        What::Numbers { n, title: None } => {
            text!("lacks-numbers", n = *n, title = text!("small-callouts"))
        }
        What::Picture(Some(caption)) => text!("lacks-picture", caption = navn(caption)),
        What::Picture(None) => text!("lacks-picture-plain"),
    };
    vec![(one, gap.field.clone())]
}
