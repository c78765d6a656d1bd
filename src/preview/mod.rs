//! The preview: a page in the browser that shows the report as spreads and follows every edit.
//!
//! One thread compiles ([`rounds`]), one watches the files ([`watch`]), a few answer the browser
//! ([`serve`]) and hand its changes to an [`Editor`]; between them stands one [`Board`] with the newest pages. Typesetting comes in as a
//! [`Compiler`], so that nothing here knows what a report is made of.

pub mod board;
pub mod codes;
pub mod edit;
pub mod editor;
mod first;
pub mod http;
mod looks;
mod panel;
pub mod report;
pub mod rounds;
pub mod serve;
pub mod sheet;
pub mod view;
pub mod watch;

use std::path::PathBuf;
use std::sync::Arc;

use serde::Serialize;

pub use board::Board;
pub use edit::Editor;
pub use sheet::{Area, Drawn, Link, Picture, Sheet, Sheets};
pub use view::View;

use crate::comments::kept::Kept;
use crate::finding::Finding;
use crate::words::{Language, Words};

/// Makes pages, again and again.
pub trait Compiler {
    /// Makes the pages of a view from what the files say now.
    fn compile(&mut self, view: View) -> Round;

    /// What the last round has left for later: the pages that do not show what was edited, but change
    /// with it. Nothing where its pages are all there are.
    fn rest(&mut self) -> Option<Round> {
        None
    }

    /// Puts away what the last round has left behind, once its pages are shown.
    fn tidy(&mut self) {}

    /// What does not change while it runs and is shown beside the pages: by its path.
    fn beside(&mut self) -> Vec<(String, Beside)> {
        Vec::new()
    }

    /// Who changes the data from the browser; none where it may only be looked at.
    fn editor(&self) -> Option<Arc<dyn Editor>> {
        None
    }

    /// The words of the page.
    fn words(&self) -> Arc<Words> {
        Arc::clone(Words::built_in(Language::default()))
    }

    /// Folders and files to watch: data, layouts, fonts, as far as they are on disk.
    fn watched(&self) -> Vec<PathBuf>;
}

/// Something that is shown beside the pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Beside {
    /// A picture, SVG.
    Picture(String),
    /// A page of its own, HTML with its styles in it.
    Page(String),
}

/// What one round of compiling has made.
pub struct Round {
    /// The pages; none where data or layouts are broken.
    pub sheets: Option<Vec<Sheet>>,
    /// What the panel shows beside them.
    pub panel: Panel,
    /// What is broken, as the terminal would print it, carets and all; empty where nothing is.
    pub trouble: String,
    /// Whether [`Compiler::rest`] has more.
    pub more: bool,
}

/// What stands beside the pages.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Panel {
    /// Title of the report.
    pub title: String,
    /// The data's folder, for links to an editor.
    pub root: String,
    /// The forvaltninger: code and name.
    pub forvaltninger: Vec<(String, String)>,
    /// Kinds of blocks that can be put in, each with what it is called and what it is.
    pub blocks: Vec<(String, String, String)>,
    /// The indsatser in order, with their pages.
    pub indsatser: Vec<Indsats>,
    /// What `check` has found.
    pub findings: Vec<PanelFinding>,
    /// What is missing, by the forvaltning that owes it.
    pub missing: Vec<Owed>,
    /// How well each spread is filled.
    pub fit: Vec<Fit>,
    /// Comments on drafts that came back.
    pub comments: Vec<Kept>,
    /// The year before, where its report is at hand.
    pub before: Option<i32>,
}

/// An indsats, to be found by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Indsats {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Codes of its forvaltninger.
    pub forvaltninger: Vec<String>,
    /// Its first page, from 1, where it is known.
    pub page: Option<usize>,
    /// How many pages it takes.
    pub pages: usize,
    /// Texts of last year that nobody has confirmed.
    pub open: usize,
}

/// A finding with its line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PanelFinding {
    /// The finding.
    #[serde(flatten)]
    pub finding: Finding,
    /// File and line for people: `data/2024/indsatser/ludo.toml:12:3`.
    pub shown: Option<String>,
    /// The line that it points at.
    pub excerpt: Option<Excerpt>,
}

/// A line of a file, with what is meant in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    /// Number of the line, from 1.
    pub number: usize,
    /// What stands before.
    pub before: String,
    /// What is meant; empty where only the place is.
    pub marked: String,
    /// What stands after.
    pub after: String,
}

/// What a forvaltning owes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Owed {
    /// Code of the forvaltning.
    pub kode: String,
    /// Its name.
    pub navn: String,
    /// The fields.
    pub fields: Vec<OwedField>,
}

/// A field that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwedField {
    /// Name of the indsats.
    pub indsats: String,
    /// Its file.
    pub file: String,
    /// The field in Danish.
    pub label: String,
    /// Path of the field.
    pub field: String,
    /// Page of the indsats, where it is known.
    pub page: Option<usize>,
}

/// How well a spread is filled, as the layout reports it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fit {
    /// Name of the indsats.
    pub indsats: String,
    /// Its first page.
    pub page: usize,
    /// How full its pages are, percent.
    pub filled: u32,
    /// Room left on its last page, mm.
    pub left: u32,
    /// Lines that go beyond one spread; 0 where it fits.
    pub over: u32,
    /// Characters that there is room for, about; negative where it is too long.
    pub room: i64,
    /// Id of the indsats.
    pub id: String,
    /// Pages that it takes.
    pub pages: usize,
}

/// Starts the preview and stays until it is told to stop.
///
/// `ready` is called once with the address, as soon as the server answers; the first pages may
/// still be in the making.
///
/// # Errors
/// No port is free, or files cannot be watched.
pub fn run(
    compiler: &mut dyn Compiler,
    port: Option<u16>,
    stop: &watch::Stop,
    ready: &mut dyn FnMut(std::net::SocketAddr),
) -> Result<(), Finding> {
    let board = Arc::new(Board::new());
    let server =
        serve::Server::start(port, Arc::clone(&board), compiler.editor(), &compiler.words())?;
    ready(server.address());
    let done = rounds::follow(compiler, &board, stop);
    board.close();
    server.stop();
    done
}
