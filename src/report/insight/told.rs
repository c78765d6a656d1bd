//! Which of the report's own sentences about computed numbers can be said: a sentence whose number
//! is not known, or that lists nothing, is not.

use super::{Coverage, Insights};
use crate::report::model::{Indsigt, Report};
use crate::report::prose::{names, without};

/// Fewest indsatser that are compared with one another.
const COMPARED: usize = 2;

/// The report as far as its insights can be told; none where all of them can. Sentences that rest
/// on a number that is not known go; an insight whose heading does is a line that names its topic
/// and says how many of its numbers are known (`waits`), and one that has nothing to compare is
/// left out.
#[must_use]
pub fn told(
    report: &Report,
    insights: &Insights,
    waits: &dyn Fn(&Indsigt, Coverage) -> String,
) -> Option<Report> {
    let said = |text: &str| names(text).all(|name| insights.can_be_said(name));
    let all = &report.rapport.indsigter;
    let texts = |i: &Indsigt| {
        [Some(&i.titel), Some(&i.tekst), i.note.as_ref(), i.figur_titel.as_ref()]
            .into_iter()
            .flatten()
            .all(|text| said(text))
    };
    let complete = insights.antal >= COMPARED
        && all.indsigt.iter().all(texts)
        && all.lead.as_deref().is_none_or(said);
    if complete {
        return None;
    }
    let mut report = report.clone();
    let indsigter = &mut report.rapport.indsigter;
    indsigter.lead = indsigter.lead.as_deref().map(|text| without(text, &said));
    if insights.antal < COMPARED {
        indsigter.indsigt.clear();
    }
    indsigter.indsigt.retain(|i| {
        let nothing_listed = names(&i.titel).any(|name| insights.is_empty_list(name));
        let nothing_counted = !said(&i.titel) && insights.rests_on(&i.figur).of == 0;
        !nothing_listed && !nothing_counted
    });
    for i in &mut indsigter.indsigt {
        if said(&i.titel) {
            i.tekst = without(&i.tekst, &said);
            i.note = i.note.as_deref().map(|text| without(text, &said)).filter(|t| !t.is_empty());
            i.figur_titel = i.figur_titel.take().filter(|text| said(text));
        } else {
            i.titel = waits(i, insights.rests_on(&i.figur));
            i.tekst = String::new();
            (i.note, i.figur, i.figur_titel) = (None, None, None);
        }
    }
    Some(report)
}
