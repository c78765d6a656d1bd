//! Forms that answer the same question: where they say different things, none of them counts.

use std::collections::{BTreeMap, BTreeSet};

use super::given::Given;
use super::typed::typed;
use super::{Asked, CONFLICT, shown, unread};
use crate::finding::Finding;
use crate::report::model::Report;
use crate::text;

/// What an answer says that is new: for comparing, and for people.
struct New {
    mark: String,
    shown: String,
}

/// The answers without those that forms disagree about, which are told; what several forms say alike
/// stands there once.
pub(super) fn agreed<'g>(
    report: &Report,
    asked: &BTreeMap<String, Asked>,
    given: &'g [Given],
    found: &mut Vec<Finding>,
) -> Vec<&'g Given> {
    let news: Vec<(&Given, Option<New>)> = given
        .iter()
        .map(|one| (one, asked.get(&one.field).and_then(|asked| new(report, asked, one))))
        .collect();
    let mut firsts: BTreeMap<&str, (&Given, &New)> = BTreeMap::new();
    let mut differ: BTreeSet<&str> = BTreeSet::new();
    for (given, new) in news.iter().filter_map(|(given, new)| Some((*given, new.as_ref()?))) {
        let field = given.field.as_str();
        let (first, said) = *firsts.entry(field).or_insert((given, new));
        if new.mark == said.mark || !differ.insert(field) {
            continue;
        }
        let words = text!(
            "form-forms-differ",
            this = &new.shown,
            other = &said.shown,
            file = &first.place.file,
            place = first.place.field.clone().unwrap_or_default()
        );
        let label = asked.get(field).map_or(field, |asked| &asked.label);
        let words = text!("form-answer", field = label, words = words);
        let finding = Finding::error(CONFLICT.code, words).at(given.place.clone()).of(&given.id);
        found.push(finding.hint(text!("form-forms-differ-hint")));
    }
    let mut once = BTreeSet::new();
    let mut agreed = Vec::new();
    for (given, new) in &news {
        let says = (given.field.as_str(), new.as_ref().map(|n| &n.mark), given.action.as_deref());
        if !differ.contains(given.field.as_str()) && once.insert(says) {
            agreed.push(*given);
        }
    }
    agreed
}

/// What an answer says that is new; none where it says what the form went out with. One that cannot
/// be used says something too: another form's answer does not count in its place.
fn new(report: &Report, asked: &Asked, given: &Given) -> Option<New> {
    if given.action.as_deref().is_some_and(|word| word.eq_ignore_ascii_case("slettes")) {
        return Some(New { mark: "slettes".to_owned(), shown: "slettes".to_owned() });
    }
    let Ok((answer, _)) = typed(given, asked.kind, &asked.now, &report.bydele) else {
        let cell = given.cell.as_ref().map(|cell| unread::shown(&cell.said));
        let said: Vec<String> = cell.into_iter().chain(given.state.clone()).collect();
        let shown = said.join(", ");
        return Some(New { mark: format!("? {shown}"), shown });
    };
    let mark = answer.mark();
    (mark != given.mark).then(|| New { mark, shown: shown(&answer) })
}

#[cfg(test)]
mod tests {
    use super::super::of_books;
    use super::*;
    use crate::report::form::names::{ACTION, ANSWER, STATE};
    use crate::report::form::read::Said;
    use crate::report::form::tests::{book, fixture, put, row, text};

    #[test]
    fn forms_that_say_different_things_stop_the_field() {
        let (loaded, report) = fixture();
        let whole = book(&report, "SOF");
        let money = row(&whole, "ludo", "oekonomi.beloeb");
        let with = |n: f64| {
            let mut book = whole.clone();
            put(&mut book, money, ANSWER, Some(Said::Number(n)));
            book
        };
        let of = |books: &[(&str, super::super::Book)]| of_books(&loaded, &report, books);

        let back = of(&[("a.xlsx", with(5.0)), ("b.xlsx", with(6.0)), ("c.xlsx", whole.clone())]);
        let [finding] = back.findings.as_slice() else { panic!("{:?}", back.findings) };
        let said = finding.message.to_string();
        assert!(finding.code == CONFLICT.code && back.files.is_empty(), "{finding:?}");
        assert!(said.contains("her står »6«") && said.contains("»5« i a.xlsx, ark »"), "{said}");

        let back = of(&[("a.xlsx", with(5.0)), ("b.xlsx", with(5.0)), ("c.xlsx", whole.clone())]);
        assert!(back.findings.is_empty() && back.changed.len() == 1, "{:?}", back.findings);

        // One of them withholds the number: the other one does not count in its place.
        let mut both = with(5.0);
        put(&mut both, money, STATE, text("tilbageholdt"));
        let back = of(&[("a.xlsx", both), ("b.xlsx", with(5.0))]);
        let said = back.findings.iter().map(|f| f.message.to_string()).collect::<String>();
        assert!(back.is_stopped() && back.files.is_empty(), "{said}");
        assert!(said.contains("her står »5«") && said.contains("»5, tilbageholdt«"), "{said}");

        let lead = row(&whole, "ludo", "lead");
        let (mut gone, mut other) = (whole.clone(), whole.clone());
        put(&mut gone, lead, ACTION, text("slettes"));
        put(&mut other, lead, ANSWER, text("En anden."));
        let back = of(&[("a.xlsx", gone), ("b.xlsx", other)]);
        assert!(back.is_stopped() && back.files.is_empty(), "{:?}", back.findings);
    }
}
