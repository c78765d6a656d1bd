//! A printer: its profile with the ICC profile that belongs to it, read and verified.

use std::fs;
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::codes;
use super::icc::{Icc, IccError};
use super::profile::{Profile, wrong};
use crate::finding::{Finding, Place};

static PRINTERS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/data/trykkerier");

/// The printer that is used when none is named.
pub const BUILT_IN: &str = "x4-coated";

/// What a print shop asks for, ready to use.
#[derive(Debug, Clone, PartialEq)]
pub struct Printer {
    /// Its demands.
    pub profile: Profile,
    /// Its output profile.
    pub icc: Icc,
}

impl Printer {
    /// A printer by the path of its profile (`my/printer.toml`), or by the name of a built-in one
    /// (`gb-tryk`).
    ///
    /// # Errors
    /// Where the file is missing or wrong, or its ICC profile is.
    pub fn load(named: &str) -> Result<Self, Vec<Finding>> {
        if let Some(file) = PRINTERS.get_file(format!("{named}.toml")) {
            let text = file.contents_utf8().unwrap_or_default();
            return Self::parse(text, &format!("{named}.toml"), |path| {
                PRINTERS
                    .get_file(path)
                    .map(|file| file.contents().to_vec())
                    .ok_or_else(|| "it is not handed on with the program".to_owned())
            });
        }
        let path = Path::new(named);
        let text = fs::read_to_string(path).map_err(|err| {
            vec![
                Finding::error(codes::PROFILE.code, format!("no printer `{named}`: {err}"))
                    .hint(format!("built in are: {}", Self::built_in().join(", ")))
                    .hint("or name the path of a profile of your own"),
            ]
        })?;
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        Self::parse(&text, named, |icc| fs::read(folder.join(icc)).map_err(|err| err.to_string()))
    }

    /// Names of the printers that come with the program.
    #[must_use]
    pub fn built_in() -> Vec<String> {
        let mut names: Vec<_> = PRINTERS
            .files()
            .filter_map(|file| file.path().to_str()?.strip_suffix(".toml").map(str::to_owned))
            .collect();
        names.sort();
        names
    }

    /// A printer from its profile's text. `file` is how messages call it; `read` gives the ICC
    /// profile by the path in the text, or says why not.
    ///
    /// # Errors
    /// Everything that is wrong, with its place in the text.
    pub fn parse(
        text: &str,
        file: &str,
        read: impl Fn(&str) -> Result<Vec<u8>, String>,
    ) -> Result<Self, Vec<Finding>> {
        let place = |range: std::ops::Range<usize>, field: Option<&str>| Place {
            file: file.to_owned(),
            range,
            field: field.map(str::to_owned),
        };
        let profile: Profile = toml::from_str(text).map_err(|err| {
            let range = err.span().unwrap_or_default();
            let message = err.message().lines().next().unwrap_or_default().to_owned();
            vec![Finding::error(codes::PROFILE.code, message).at(place(range, None))]
        })?;
        let wrong = wrong(&profile);
        if !wrong.is_empty() {
            let finding = |(key, words): &(&'static str, String)| {
                Finding::error(codes::PROFILE.code, words.clone())
                    .at(place(key_range(text, key), Some(key)))
            };
            return Err(wrong.iter().map(finding).collect());
        }
        let ink = &profile.farve;
        let refuse = |message: String| {
            let finding = Finding::error(codes::ICC.code, message)
                .at(place(key_range(text, "icc"), Some("farve.icc")));
            let how = match &ink.hentes {
                Some(how) => how.clone(),
                None => "put the printer's own profile there, or correct `icc`".to_owned(),
            };
            vec![finding.hint(how)]
        };
        let bytes = read(&ink.icc)
            .map_err(|why| refuse(format!("the ICC profile `{}` is missing: {why}", ink.icc)))?;
        let icc = Icc::check(bytes, ink.sha256.as_deref())
            .map_err(|err: IccError| refuse(format!("the ICC profile `{}` {err}", ink.icc)))?;
        Ok(Self { profile, icc })
    }
}

/// Where a key stands at the start of a line; the whole start of the file where it does not.
fn key_range(text: &str, key: &str) -> std::ops::Range<usize> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let indented = line.len() - line.trim_start().len();
        let rest = line.trim_start().strip_prefix(key);
        if rest.is_some_and(|rest| rest.trim_start().starts_with('=')) {
            return start + indented..start + line.trim_end().len();
        }
        start += line.len();
    }
    0..0
}
