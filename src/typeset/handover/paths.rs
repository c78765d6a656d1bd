//! Where the layouts find what they are handed: the names of the virtual files, all in one place.

/// The job.
pub const JOB: &str = "/data/udgave.json";
/// Front matter, overview, insights, closing pages.
pub const RAPPORT: &str = "/data/rapport.json";
/// What a draft adds to the report as a whole.
pub const UDKAST: &str = "/data/udkast.json";
/// The words that the layouts write, by the ids of `layouts.ftl`.
pub const ORD: &str = "/data/ord.json";
/// Ids of the indsatser that have a spread in the document.
pub const HERE: &str = "/data/her.json";
/// All indsatser side by side: rows of numbers, their orders and sums.
pub const OVERSIGT: &str = "/data/oversigt.json";
/// The page for the committee, and what was measured.
pub const UDVALG: &str = "/data/udvalg.json";
/// The index of names and places.
pub const REGISTER: &str = "/data/register.json";
/// The version of the data, a file of its own, for it changes with every edit.
pub const VERSION: &str = "/data/version.json";
/// Names of the symbols that the report has drawings of its own for.
pub const SYMBOLER: &str = "/data/symboler.json";
/// Colours that the report gives its fagprincipper, by number.
pub const COLOURS: &str = "/data/farver.json";
/// Abbreviations with what they stand for.
pub const ABBREVIATIONS: &str = "/data/forkortelser.json";
/// The pages that an excerpt's indsatser have in the whole report.
pub const PAGES: &str = "/data/sider.json";
/// What a handout holds.
pub const HANDOUT: &str = "/data/handout.json";

/// Folder of the indsatser, a file each.
pub const INDSATSER: &str = "/data/indsatser/";
/// Folder of the numbers of pages.
pub const PAGE_NUMBERS: &str = "/sidetal/";
/// There where no page is known, not at a guess: they are counted before anything else is done.
pub const COUNT_FIRST: &str = "/sidetal/*";
/// Whether pages are counted now, with spreads that nothing stands on: then it is not empty.
pub const SKETCH: &str = "/skitse";

/// The number of the page that a place stands on; empty where it stands on none.
#[must_use]
pub fn page_number(place: &str) -> String {
    format!("{PAGE_NUMBERS}{place}")
}

/// One indsats.
#[must_use]
pub fn indsats(id: &str) -> String {
    format!("{INDSATSER}{id}.json")
}

/// What a draft adds to one indsats.
#[must_use]
pub fn udkast(id: &str) -> String {
    format!("/data/udkast/{id}.json")
}

/// The drawing of a symbol that the report has of its own.
#[must_use]
pub fn symbol(name: &str) -> String {
    format!("/data/symboler/{name}.svg")
}

/// A picture of the data.
#[must_use]
pub fn billede(name: &str) -> String {
    format!("/billeder/{name}")
}

/// The sizes that a figure is drawn in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The usual one of its slot.
    Usual,
    /// The lower one.
    Compact,
    /// The higher one.
    Large,
    /// The usual one, higher by so many lines of the grid.
    UsualPlus(usize),
    /// The higher one, higher still by so many lines.
    LargePlus(usize),
}

/// A drawing of a figure: `stem` is [`crate::chart::FigureId::virtual_stem`], `ending` `svg` or
/// `json`.
#[must_use]
pub fn figur(stem: &str, form: Form, ending: &str) -> String {
    let form = match form {
        Form::Usual => String::new(),
        Form::Compact => "@kompakt".to_owned(),
        Form::Large => "@stor".to_owned(),
        Form::UsualPlus(lines) => format!("@{lines}"),
        Form::LargePlus(lines) => format!("@stor{lines}"),
    };
    format!("/figurer/{stem}{form}.{ending}")
}

/// The stem of the figure that a file is a drawing of, in whatever form.
#[must_use]
pub fn drawing_of(file: &str) -> Option<String> {
    let (name, _) = file.strip_prefix("/figurer/")?.rsplit_once('.')?;
    Some(name.split('@').next().unwrap_or(name).to_owned())
}

/// Where the drawings of an indsats' figures begin.
#[must_use]
pub fn figurer(id: &str) -> String {
    format!("/figurer/{id}--")
}

/// Name of a data file among those attached.
#[must_use]
pub fn of_data(file: &str) -> String {
    format!("data-{}", file.replace('/', "-"))
}

/// A file to attach to the PDF.
#[must_use]
pub fn vedhaeft(name: &str) -> String {
    format!("/vedhaeft/{name}")
}
