//! A printer: its profile with the ICC profile that belongs to it, read and verified.

use std::fs;
use std::path::Path;

use include_dir::{Dir, include_dir};
use serde_json::Value;

use super::codes;
use super::icc::{Icc, IccError};
use super::mistakes;
use super::profile::Profile;
use crate::finding::{Finding, Place};
use crate::limits;
use crate::report::load::near::nearest;
use crate::text;
use crate::words::Text;

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
                    .ok_or_else(|| text!("icc-not-with-us"))
            });
        }
        let path = Path::new(named);
        let text = fs::read_to_string(path).map_err(|err| {
            vec![
                Finding::error(
                    codes::PROFILE.code,
                    text!("no-printer", name = named, why = crate::words::system(&err)),
                )
                .hint(match nearest(named, Self::built_in().iter().map(String::as_str)) {
                    Some(near) => text!("load-near", near = near),
                    None => text!("printers", names = Text::list(Self::built_in())),
                })
                .hint(text!("printer-own-hint")),
            ]
        })?;
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        Self::parse(&text, named, |icc| {
            let path = folder.join(icc);
            if fs::metadata(&path).is_ok_and(|meta| meta.len() > limits::ICC_FILE) {
                return Err(text!("icc-large", most = limits::ICC_FILE >> 20));
            }
            match (fs::read(path), PRINTERS.get_file(icc)) {
                (Ok(bytes), _) => Ok(bytes),
                // What comes with the program need not be copied.
                (Err(_), Some(built_in)) => Ok(built_in.contents().to_vec()),
                (Err(err), None) => Err(crate::words::system(&err)),
            }
        })
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
        read: impl Fn(&str) -> Result<Vec<u8>, Text>,
    ) -> Result<Self, Vec<Finding>> {
        let place = |range: std::ops::Range<usize>, field: Option<&str>| Place {
            file: file.to_owned(),
            range,
            field: field.map(str::to_owned),
        };
        let (profile, mistakes) = mistakes::read(text);
        let mut findings: Vec<Finding> = mistakes
            .into_iter()
            .map(|mistake| {
                let mut finding = Finding::error(codes::PROFILE.code, mistake.words);
                finding.hints.extend(mistake.hint);
                finding.at(place(mistake.range, mistake.field.as_deref()))
            })
            .collect();
        let Some(profile) = profile else { return Err(findings) };
        let ink = &profile.farve;
        let refuse = |message: Text| {
            let finding = Finding::error(codes::ICC.code, message)
                .at(place(key_range(text, "icc"), Some("farve.icc")));
            let how = match &ink.hentes {
                Some(how) => Text::from(how),
                None if PRINTERS.get_file(file).is_some() => {
                    let name = ink.icc.rsplit('/').next().unwrap_or(&ink.icc);
                    text!("icc-fetch", icc = name, profile = file)
                }
                None => text!("icc-hint"),
            };
            finding.hint(how)
        };
        let icc = read(&ink.icc)
            .map_err(|why| refuse(text!("icc-missing", name = ink.icc.as_str(), why = why)))
            .and_then(|bytes| {
                Icc::check(bytes, ink.sha256.as_deref()).map_err(|err: IccError| {
                    refuse(text!("icc-profile", name = ink.icc.as_str(), what = err.text()))
                })
            });
        let icc = match icc {
            Ok(icc) if findings.is_empty() => icc,
            Ok(_) => return Err(findings),
            Err(finding) => {
                findings.push(finding);
                return Err(findings);
            }
        };
        Ok(Self { profile, icc })
    }
}

/// A built-in profile without its ICC profile, which may not be handed on.
#[must_use]
pub fn built_in(name: &str) -> Option<Profile> {
    toml::from_str(PRINTERS.get_file(format!("{name}.toml"))?.contents_utf8()?).ok()
}

/// A new profile of this name, with every key and what it means.
#[must_use]
pub fn template(name: &str) -> String {
    include_str!("template.toml").replace("{navn}", name)
}

/// The JSON Schema of profiles.
#[must_use]
pub fn schema() -> Value {
    schemars::schema_for!(Profile).to_value()
}

/// Where a key stands at the start of a line; the whole start of the file where it does not.
pub(super) fn key_range(text: &str, key: &str) -> std::ops::Range<usize> {
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
