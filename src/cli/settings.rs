//! What is said once for a project: `sats.toml`, found from the working folder upwards, and the
//! environment. The command line goes before both.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::args::Common;
use super::{Stop, codes};
use crate::finding::{Finding, Sources};
use crate::pipeline::Problems;
use crate::report::load;
use crate::report::schema::settings::{Edition, FILE, Settings, schema};
use crate::text;
use crate::words::{Language, system};

/// Folder to write to where nothing names one.
const DEFAULT_OUT: &str = "out";

/// What a project has settled beyond what every command may be told.
#[derive(Debug, Clone, Default)]
pub(super) struct Settled {
    /// Printer's profile.
    pub(super) printer: Option<String>,
    /// Editions to make where none is named.
    pub(super) outputs: Option<Vec<Edition>>,
    out: Option<PathBuf>,
}

impl Settled {
    /// The folder to write to: the named one, the project's, or `out`.
    pub(super) fn out(&self, named: Option<PathBuf>) -> PathBuf {
        named.or_else(|| self.out.clone()).unwrap_or_else(|| PathBuf::from(DEFAULT_OUT))
    }
}

/// Completes what the command line says by the environment and by `sats.toml`.
pub(super) fn complete(common: &mut Common) -> Result<(), Stop> {
    let given = |name| env::var_os(name).filter(|value| !value.is_empty());
    let path = |name| given(name).map(PathBuf::from);
    let word = |name| given(name).map(|value| value.to_string_lossy().into_owned());
    common.data = common.data.take().or_else(|| path("SATS_DATA"));
    common.layouts = common.layouts.take().or_else(|| path("SATS_LAYOUTS"));
    common.fonts = common.fonts.take().or_else(|| path("SATS_FONTS"));
    if let (None, Some(code)) = (common.lang, word("SATS_LANG")) {
        common.lang = Some(language(&code)?);
    }
    let (settings, folder) = found()?;
    let below = |path: PathBuf| folder.join(path);
    let printer = settings.printer.map(|named| {
        // The name of a built-in one, unless there is such a file.
        let path = folder.join(&named);
        if path.is_file() { path.display().to_string() } else { named }
    });
    common.data = common.data.take().or(settings.data.map(below));
    common.layouts = common.layouts.take().or(settings.layouts.map(below));
    common.fonts = common.fonts.take().or(settings.fonts.map(below));
    common.lang = common.lang.or(settings.language);
    common.settled = Settled {
        printer: word("SATS_PRINTER").or(printer),
        outputs: settings.outputs,
        out: path("SATS_OUT").or(settings.out.map(below)),
    };
    Ok(())
}

fn language(code: &str) -> Result<Language, Stop> {
    Language::from_str(code, true).map_err(|_| {
        let known = Language::ALL.map(Language::code).join(", ");
        let words = text!("settings-language", code = code, known = known);
        Stop::misused(Finding::error(codes::USAGE.code, words))
    })
}

/// The nearest `sats.toml`, here or above, and its folder as one would name it from here; nothing
/// settled where there is none.
fn found() -> Result<(Settings, PathBuf), Stop> {
    let here = env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    let Some(folder) = here.ancestors().find(|folder| folder.join(FILE).is_file()) else {
        return Ok((Settings::default(), PathBuf::new()));
    };
    let near = if folder == here { PathBuf::new() } else { folder.to_owned() };
    let path = near.join(FILE);
    let settings = read(&path)?;
    Ok((settings, near))
}

fn read(path: &Path) -> Result<Settings, Stop> {
    let name = path.display().to_string();
    let unreadable = |why| {
        let words = text!("cannot-read", file = &name, why = why);
        Stop::misused(Finding::error(codes::MISSING.code, words).hint(text!("settings-hint")))
    };
    let text = fs::read_to_string(path).map_err(|err| unreadable(system(&err)))?;
    // A file with nothing in it but comments settles nothing.
    if text.lines().all(|line| line.trim().is_empty() || line.trim().starts_with('#')) {
        return Ok(Settings::default());
    }
    load::of_schema(&name, &text, &schema()).map_err(|findings| {
        let mut sources = Sources::new();
        sources.add(name.clone(), text.clone());
        let mut problems = Problems::of(findings, sources);
        problems.misused = true;
        Stop::from(problems)
    })
}
