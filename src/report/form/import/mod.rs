//! Forms back into the data: what they change, what stands in the way, and the files as they would
//! be. Nothing is written here.

mod files;
mod given;
mod several;
mod tests;
mod typed;
mod unread;

use std::collections::BTreeMap;

use super::answer::{Answer, state_named};
use super::question::{self, Grid, Kind, Question, questions};
use super::read::{self, Book, Cell, Said};
use super::{ANSWER, CONFLICT, NOTED, UNREAD};
use crate::finding::{Finding, Place, Severity};
use crate::report::carried;
use crate::report::edit::Document;
use crate::report::load::{FieldPath, Loaded, indsats_file};
use crate::report::model::{Enhed, Indsats, Report, Tilstand};
use crate::text;
use crate::words::Text;
use files::Files;
use given::Given;
use typed::typed;

/// A form that came back.
pub struct Source {
    /// Its name, as the user gave it.
    pub file: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// A field that a form changes.
#[derive(Debug, Clone, PartialEq)]
pub struct Changed {
    /// The data file.
    pub file: String,
    /// The field.
    pub field: String,
    /// Its name in Danish.
    pub label: String,
    /// What it said.
    pub old: String,
    /// What it will say.
    pub new: String,
    /// The cell that says so.
    pub place: Place,
}

/// What forms come to.
#[derive(Debug, Default)]
pub struct Import {
    /// Fields that change.
    pub changed: Vec<Changed>,
    /// Texts of last year that are confirmed as they are: file and field.
    pub confirmed: Vec<(String, String)>,
    /// Answers that say what the form went out with.
    pub untouched: usize,
    /// Numbers beside which »mangler endnu« was left standing: they count as final.
    pub came: usize,
    /// Everything that must be told, errors among it.
    pub findings: Vec<Finding>,
    /// The files that change: name below the data folder, old and new text.
    pub files: Vec<(String, String, String)>,
}

impl Import {
    /// Whether something stands in the way.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.findings.iter().any(|f| f.severity == Severity::Error)
    }
}

/// Reads forms, in any order, against the data as it is now.
#[must_use]
pub fn import(loaded: &Loaded, report: &Report, sources: &[Source]) -> Import {
    let mut unreadable = Vec::new();
    let mut books = Vec::new();
    for source in sources {
        match read::read(&source.file, &source.bytes) {
            Ok(book) => books.push((source.file.as_str(), book)),
            Err(finding) => unreadable.push(finding),
        }
    }
    let mut import = of_books(loaded, report, &books);
    import.findings.splice(0..0, unreadable);
    import
}

/// [`import`] of workbooks that are read.
pub(super) fn of_books(loaded: &Loaded, report: &Report, books: &[(&str, Book)]) -> Import {
    let mut import = Import::default();
    let mut all = Vec::new();
    for (file, book) in books {
        if let Err(finding) = given::is_ours(file, book, &report.rapport) {
            import.findings.push(finding);
            continue;
        }
        for words in &book.unread {
            let place = Place { file: (*file).to_owned(), range: 0..0, field: None };
            import.findings.push(
                Finding::warning(UNREAD.code, words.clone())
                    .at(place)
                    .hint(text!("form-unread-hint")),
            );
        }
        unread::unread(file, book, &mut import.findings);
        all.extend(given::given(file, book, &mut import.findings));
    }
    let mut by_id: BTreeMap<String, Vec<Given>> = BTreeMap::new();
    for given in all {
        by_id.entry(given.id.clone()).or_default().push(given);
    }
    for (id, given) in by_id {
        of_indsats(loaded, report, &id, &given, &mut import);
    }
    import
}

/// An answer typed on the page, in the form's own words.
pub struct Typed<'a> {
    /// Id of the indsats.
    pub id: &'a str,
    /// Field of its file.
    pub field: &'a str,
    /// Mark of what was shown.
    pub mark: &'a str,
    /// The answer; an emptied text goes.
    pub value: &'a str,
    /// Word of the state, of numbers.
    pub state: Option<&'a str>,
    /// Where it stands.
    pub place: Place,
}

/// The same as [`import`] for one answer that did not come in a workbook.
#[must_use]
pub fn import_typed(loaded: &Loaded, report: &Report, typed: Typed<'_>) -> Import {
    let mut import = Import::default();
    let empty = typed.value.trim().is_empty();
    let cell = Cell { said: Said::Text(typed.value.to_owned()), formula: false, percent: false };
    let indsats = report.indsatser.iter().find(|i| i.id == typed.id);
    let question = indsats.and_then(|i| asked(i).remove(typed.field));
    let is_text = |question: &Asked| matches!(question.kind, Kind::Text { .. });
    let gone = empty && question.as_ref().is_some_and(is_text);
    let now = question.map(|question| question.now.typed().1).unwrap_or_default();
    let given = Given {
        id: typed.id.to_owned(),
        field: typed.field.to_owned(),
        mark: typed.mark.to_owned(),
        cell: (!empty).then_some(cell),
        state: typed.state.filter(|word| !word.is_empty()).map(str::to_owned),
        action: gone.then(|| "slettes".to_owned()),
        place: typed.place,
        in_table: is_cell(typed.field),
        chosen: typed.state.is_some_and(|state| state != now),
    };
    let place = given.place.clone();
    of_indsats(loaded, report, typed.id, &[given], &mut import);
    if import.came > 0 {
        let told = Finding::warning(NOTED.code, text!("form-number-came"));
        import.findings.push(told.at(place));
    }
    import
}

/// Whether a field is the cell of a table.
fn is_cell(field: &str) -> bool {
    field.contains(".celler[")
}

/// A question or a cell of a table that an answer belongs to.
#[derive(Debug, Clone)]
struct Asked {
    kind: Kind,
    now: Answer,
    label: String,
    optional: bool,
    /// Whether it may have paragraphs or takes its block with it: then it goes only where somebody
    /// says so.
    goes_whole: bool,
}

fn asked(indsats: &Indsats) -> BTreeMap<String, Asked> {
    let all = questions(indsats, None, Default::default());
    let one = |q: Question| {
        let prose = q.kind == Kind::Text { prose: true };
        let goes_whole = prose || question::is_text_of_block(&q.field);
        let Question { kind, now, label, optional, .. } = q;
        (q.field, Asked { kind, now, label, optional, goes_whole })
    };
    let cells = all.grids.into_iter().flat_map(Grid::questions);
    all.list.into_iter().chain(cells).map(one).collect()
}

fn of_indsats(loaded: &Loaded, report: &Report, id: &str, given: &[Given], import: &mut Import) {
    let file = indsats_file(id);
    let (Some(indsats), Some(text)) =
        (report.indsatser.iter().find(|i| i.id == id), loaded.sources.text(&file))
    else {
        if let Some(first) = given.first() {
            let finding = Finding::error(super::FOREIGN.code, text!("form-no-indsats", id = id));
            let finding = finding.at(first.place.clone());
            import.findings.push(finding.hint(text!("form-no-indsats-hint")));
        }
        return;
    };
    let document = match Document::parse(&file, text.as_bytes()) {
        Ok(document) => document,
        Err(finding) => {
            import.findings.push(finding);
            return;
        }
    };
    let asked = asked(indsats);
    let mut files = Files::new(&file, &document);
    for given in several::agreed(report, &asked, given, &mut import.findings) {
        let Some(asked) = asked.get(&given.field) else {
            if says_what_stands(report, &document, given) {
                import.untouched += 1;
                continue;
            }
            let words = text!("form-no-field", field = &given.field);
            import.findings.push(
                Finding::error(CONFLICT.code, words)
                    .at(given.place.clone())
                    .hint(text!("form-no-field-hint"))
                    .of(id),
            );
            continue;
        };
        one(report, given, asked, &mut files, import);
    }
    files.finish(import);
}

/// Whether an answer to what is asked no more, such as the name of a category that was unknown, says
/// what the data say now: the same form came in before.
fn says_what_stands(report: &Report, document: &Document, given: &Given) -> bool {
    let stands = document.get(&path(&given.field)).and_then(toml::Value::as_str);
    let read = typed(given, Kind::Number(Enhed::Tekst), &Answer::Empty, &report.bydele);
    read.is_ok_and(|(answer, _)| match stands {
        Some(words) => answer.shown() == words,
        None => answer == Answer::Empty && answer.mark() == given.mark,
    })
}

/// One answer: nothing new, a change, or something that must be told.
fn one(report: &Report, given: &Given, asked: &Asked, files: &mut Files<'_>, import: &mut Import) {
    let tell = |code: crate::finding::Code, severity, words: Text| {
        let words = text!("form-answer", field = asked.label.as_str(), words = words);
        Finding::new(code.code, severity, words).at(given.place.clone()).of(&given.id)
    };
    let action = given.action.as_deref().map(str::to_lowercase);
    let action = action.as_deref().unwrap_or_default();
    if action == "slettes" {
        match files.remove(given, asked) {
            Ok(()) => {}
            Err((words, hint)) => {
                import.findings.push(tell(ANSWER, Severity::Error, words).hint(hint));
            }
        }
        return;
    }
    let (answer, told) = match typed(given, asked.kind, &asked.now, &report.bydele) {
        Ok(read) => read,
        Err((words, hint)) => {
            import.findings.push(tell(ANSWER, Severity::Error, words).hint(hint));
            return;
        }
    };
    let mark = answer.mark();
    let untouched = mark == given.mark;
    if untouched {
        if action == "ændret" {
            let finding = tell(ANSWER, Severity::Error, text!("form-not-changed"));
            import.findings.push(finding.hint(text!("form-not-changed-hint")));
        } else if action == "uændret" && asked.now.shown().contains(carried::to_write()) {
            let finding = tell(ANSWER, Severity::Error, text!("form-unwritten"));
            import.findings.push(finding.hint(text!("unwritten-hint")));
        } else if action == "uændret" {
            files.confirm(given, asked, import);
        } else {
            import.untouched += 1;
        }
        return;
    }
    for words in told {
        import.findings.push(tell(NOTED, Severity::Warning, words));
    }
    if action == "uændret" {
        import.findings.push(tell(NOTED, Severity::Warning, text!("form-changed-all-the-same")));
    }
    if answer == Answer::Empty && !matches!(asked.kind, Kind::Number(Enhed::Tekst)) {
        // What is no more than a line goes when it is emptied.
        let gone = match action {
            "" if asked.optional && !asked.goes_whole => files.remove(given, asked),
            _ if asked.optional => Err((text!("form-answer-gone"), text!("form-answer-gone-hint"))),
            _ => Err((text!("form-answer-gone"), text!("form-answer-needed-hint"))),
        };
        if let Err((words, hint)) = gone {
            import.findings.push(tell(ANSWER, Severity::Error, words).hint(hint));
        }
        return;
    }
    let now = asked.now.mark();
    if now == mark {
        import.untouched += 1;
    } else if now == given.mark {
        let later = given.state.as_deref().and_then(state_named) == Some(Tilstand::Udfyldes);
        import.came += usize::from(later && matches!(answer, Answer::Number(..)));
        files.set(given, asked, &answer);
    } else {
        let words = text!("form-conflict", form = shown(&answer), data = shown(&asked.now));
        let finding = tell(CONFLICT, Severity::Error, words);
        import.findings.push(finding.hint(text!("form-conflict-hint")));
    }
}

/// An answer for a message, not too long.
fn shown(answer: &Answer) -> String {
    let said = answer.shown();
    match said.chars().count() {
        0 => "tomt".to_owned(),
        1..=160 => said,
        _ => format!("{} …", said.chars().take(160).collect::<String>()),
    }
}

/// A field's path.
fn path(field: &str) -> FieldPath {
    FieldPath::parse(field)
}
