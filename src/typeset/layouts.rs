//! Where the layouts come from: built into the program, with a designer's folder laid over them.
//!
//! A folder need hold only what differs: a file that it has takes the place of the built-in one of
//! the same path, and all others are the program's own. Its `theme.toml` is laid over the built-in
//! one table by table, so that it too need say only what differs.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use typst::diag::{FileError, FileResult};
use typst::foundations::Bytes;
use typst::syntax::VirtualPath;
use typst_kit::files::FsRoot;

use super::codes;
use crate::finding::Finding;
use crate::text;
use crate::theme::{self, FILE as THEME};
use crate::words::{Text, system};

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/layouts");

/// The layouts: `.typ` files and `theme.toml`.
#[derive(Debug, Clone)]
pub struct Layouts(Root);

#[derive(Debug, Clone)]
enum Root {
    BuiltIn,
    Folder { as_named: PathBuf, real: PathBuf },
}

impl Layouts {
    /// The layouts built into the program.
    #[must_use]
    pub fn built_in() -> Self {
        Self(Root::BuiltIn)
    }

    /// The layouts of a folder over those built in, read anew at each compile.
    ///
    /// # Errors
    /// Where it is not there or is no folder.
    pub fn folder(path: &Path) -> Result<Self, Finding> {
        let name = path.display().to_string();
        let refuse = |words| {
            Finding::error(codes::NO_LAYOUTS.code, words).hint(text!("layouts-folder-hint"))
        };
        let real = fs::canonicalize(path).map_err(|err| match err.kind() {
            std::io::ErrorKind::NotFound => refuse(text!("layouts-missing", folder = &name)),
            _ => refuse(text!("layouts-unreadable", folder = &name, why = system(&err))),
        })?;
        if !real.is_dir() {
            return Err(refuse(text!("layouts-no-folder", folder = &name)));
        }
        Ok(Self(Root::Folder { as_named: path.to_path_buf(), real }))
    }

    /// The folder, where they come from one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &self.0 {
            Root::BuiltIn => None,
            Root::Folder { as_named, .. } => Some(as_named),
        }
    }

    /// How a layout file is named to the user: `layouts/report.typ`, or, where the folder has it or
    /// nobody has it, the folder as it was typed and the file in it.
    #[must_use]
    pub fn name(&self, file: &str) -> String {
        match &self.0 {
            Root::Folder { as_named, real } if real.join(file).exists() || !is_built_in(file) => {
                as_named.join(file).display().to_string()
            }
            _ => format!("layouts/{file}"),
        }
    }

    /// Files of the folder that take no built-in file's place and that no layout names: a misspelt
    /// name would else be passed over in silence. `of_data` are those that the data name.
    ///
    /// # Errors
    /// Where the folder or a file in it cannot be read.
    pub fn unused(&self, of_data: &BTreeSet<String>) -> Result<Vec<Finding>, Finding> {
        let Root::Folder { real, .. } = &self.0 else { return Ok(Vec::new()) };
        let mut own = Vec::new();
        folder_names(real, "", &mut own).map_err(|err| unlisted(&err))?;
        own.sort();
        let texts = self.texts(".typ")?;
        let named =
            |file: &str| texts.iter().any(|(path, text)| path != file && names(path, text, file));
        let hidden = |file: &str| file.split('/').any(|part| part.starts_with('.'));
        let stray = own.iter().filter(|f| {
            !is_built_in(f)
                && !of_data.contains(*f)
                && !f.ends_with(super::words::ENDING)
                && !hidden(f)
                && !named(f)
        });
        Ok(stray.map(|file| stray_file(&self.name(file), file)).collect())
    }

    /// Text of a layout file, such as `theme.toml`.
    ///
    /// # Errors
    /// Where it is not there or is not UTF-8.
    pub fn text(&self, file: &str) -> Result<String, Finding> {
        let bytes = self.bytes(file)?;
        String::from_utf8(bytes.to_vec()).map_err(|err| {
            Finding::error(
                codes::NO_LAYOUTS.code,
                text!("layout-utf8", file = self.name(file), at = err.utf8_error().valid_up_to()),
            )
        })
    }

    /// The tokens as somebody wrote them: the text of the folder's `theme.toml`, which is laid over
    /// the built-in one, or the built-in one's.
    ///
    /// # Errors
    /// Where the folder's cannot be read.
    pub fn written_theme(&self) -> Result<String, Finding> {
        match &self.0 {
            Root::Folder { real, .. } if real.join(THEME).is_file() => {
                fs::read_to_string(real.join(THEME)).map_err(|err| {
                    let why = system(&err);
                    let words = text!("layout-unread", file = self.name(THEME), why = why);
                    Finding::error(codes::NO_LAYOUTS.code, words).hint(text!("layout-unread-hint"))
                })
            }
            _ => self.text(THEME),
        }
    }

    /// Name and text of every `.typ` file, in the order of their paths.
    ///
    /// # Errors
    /// Where the folder or a file in it cannot be read.
    pub fn all(&self) -> Result<Vec<(String, String)>, Finding> {
        let texts = self.texts(".typ")?.into_iter();
        Ok(texts.map(|(path, text)| (self.name(&path), text)).collect())
    }

    /// Path below the layouts' root and text of every file whose name ends so, in the order of the
    /// paths.
    pub(crate) fn texts(&self, ending: &str) -> Result<Vec<(String, String)>, Finding> {
        let names = self.names()?.into_iter().filter(|name| name.ends_with(ending));
        names
            .map(|name| {
                let text = self.text(&name)?;
                Ok((name, text))
            })
            .collect()
    }

    /// Name and text of every file of words, for findings that point into them.
    #[must_use]
    pub fn word_files(&self) -> Vec<(String, String)> {
        let texts = self.texts(super::words::ENDING).unwrap_or_default().into_iter();
        texts.map(|(path, text)| (self.name(&path), text)).collect()
    }

    /// Path below the layouts' root and bytes of every file, in the order of the paths.
    ///
    /// # Errors
    /// Where the folder or a file in it cannot be read.
    pub fn files(&self) -> Result<Vec<(String, Bytes)>, Finding> {
        self.names()?
            .into_iter()
            .map(|name| {
                let bytes = self.bytes(&name)?;
                Ok((name, bytes))
            })
            .collect()
    }

    /// Path below the layouts' root of every file, in order.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub fn names(&self) -> Result<Vec<String>, Finding> {
        let mut names = Vec::new();
        match &self.0 {
            Root::BuiltIn => {}
            Root::Folder { real, .. } => {
                folder_names(real, "", &mut names).map_err(|err| unlisted(&err))?;
            }
        }
        built_in_names(&BUILT_IN, &mut names);
        names.sort();
        names.dedup();
        Ok(names)
    }

    fn bytes(&self, file: &str) -> Result<Bytes, Finding> {
        VirtualPath::new(file)
            .map_err(|err| FileError::Other(Some(err.to_string().into())))
            .and_then(|path| self.load(&path))
            .map_err(|err| self.missing(file, &err))
    }

    /// Bytes of a layout, `path` being relative to the layouts' root.
    pub(super) fn load(&self, path: &VirtualPath) -> FileResult<Bytes> {
        match &self.0 {
            Root::BuiltIn => match BUILT_IN.get_file(path.get_without_slash()) {
                Some(file) => Ok(Bytes::new(file.contents())),
                None => Err(FileError::NotFound(self.name(path.get_without_slash()).into())),
            },
            Root::Folder { real, .. } => {
                let root = FsRoot::new(real.clone());
                let file = path.get_without_slash();
                if let (false, Some(own)) = (root.resolve(path)?.exists(), BUILT_IN.get_file(file))
                {
                    return Ok(Bytes::new(own.contents()));
                }
                let inside = fs::canonicalize(root.resolve(path)?)
                    .map_err(|err| {
                        FileError::from_io(err, Path::new(&self.name(path.get_without_slash())))
                    })?
                    .starts_with(real);
                if !inside {
                    let why = text!("layout-outside").to_string();
                    return Err(FileError::Other(Some(why.into())));
                }
                let own = root.load(path)?;
                Ok(match (file, BUILT_IN.get_file(file)) {
                    (THEME, Some(base)) => laid_over(base.contents(), &own).unwrap_or(own),
                    _ => own,
                })
            }
        }
    }

    fn missing(&self, file: &str, err: &FileError) -> Finding {
        Finding::error(
            codes::NO_LAYOUTS.code,
            text!("layout-unread", file = self.name(file), why = why(err)),
        )
        .hint(text!("layout-unread-hint"))
    }
}

/// Why a layout's file cannot be read.
fn why(err: &FileError) -> Text {
    match err {
        FileError::NotFound(_) => text!("system-not-found"),
        FileError::AccessDenied => text!("system-permission"),
        FileError::IsDirectory => text!("system-folder"),
        FileError::InvalidUtf8 => text!("system-no-text"),
        FileError::Other(Some(said)) => said.as_str().into(),
        other => other.to_string().into(),
    }
}

/// The tokens of the folder over those built in; none where one of them is no TOML, which is told
/// when the theme is read.
fn laid_over(base: &[u8], own: &[u8]) -> Option<Bytes> {
    let text = |bytes| std::str::from_utf8(bytes).ok()?.parse::<toml::Table>().ok();
    let table = theme::laid_over(text(base)?, text(own)?);
    Some(Bytes::from_string(toml::to_string(&table).ok()?))
}

/// Whether a layout's text has a string that leads from it to the file.
fn names(layout: &str, text: &str, file: &str) -> bool {
    let folder = layout.rsplit_once('/').map_or("", |(folder, _)| folder);
    text.split('"').skip(1).step_by(2).any(|path| led(folder, path) == file)
}

/// Where a relative path leads from a folder, both below the layouts' root.
fn led(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn is_built_in(file: &str) -> bool {
    BUILT_IN.get_file(file).is_some()
}

fn unlisted(err: &std::io::Error) -> Finding {
    Finding::error(codes::NO_LAYOUTS.code, text!("layouts-unlisted", why = system(err)))
}

/// A file of the folder that nothing reads, with the built-in one that may be meant.
fn stray_file(shown: &str, file: &str) -> Finding {
    let mut names = Vec::new();
    built_in_names(&BUILT_IN, &mut names);
    let last = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let near = names.iter().min_by_key(|name| {
        // The same name in another folder is nearer than any other name.
        (last(name) != last(file), strsim::damerau_levenshtein(name, file), (*name).clone())
    });
    let finding = Finding::warning(codes::STRAY_LAYOUT.code, text!("layouts-stray", file = shown));
    match near {
        Some(near) => finding.hint(text!("layouts-stray-near", file = near.as_str())),
        None => finding,
    }
}

fn built_in_names(dir: &Dir<'_>, names: &mut Vec<String>) {
    for file in dir.files() {
        names.extend(file.path().to_str().map(str::to_owned));
    }
    for dir in dir.dirs() {
        built_in_names(dir, names);
    }
}

fn folder_names(dir: &Path, prefix: &str, names: &mut Vec<String>) -> std::io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let Some(name) = entry.file_name().to_str().map(|name| format!("{prefix}{name}")) else {
            continue;
        };
        let kind = entry.file_type()?;
        if kind.is_dir() {
            folder_names(&entry.path(), &format!("{name}/"), names)?;
        } else if kind.is_file() {
            names.push(name);
        }
    }
    Ok(())
}
