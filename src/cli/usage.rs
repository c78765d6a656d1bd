//! What is told instead of running a command: what is typed wrongly, help, the version.

use std::env;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;

use clap::ValueEnum;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::args::{self, ScreenArgs};
use super::codes;
use super::help;
use super::screen::Screen;
use crate::finding::{Finding, Sources};
use crate::report::load::near::nearest;
use crate::text;
use crate::words::{Language, Text, Words};

/// Prints what is wrong, or what was asked for. Help has the exit status 0.
pub(super) fn tell(err: Error) -> ExitCode {
    let words = Arc::clone(Words::built_in(language()));
    // The same once more, in the words of the catalogue.
    let told = help::command(&words).try_get_matches_from(env::args_os()).err();
    let err = told.filter(|told| told.kind() == err.kind()).unwrap_or(err);
    match finding(&err) {
        Some(finding) => {
            Screen::new(ScreenArgs::default(), words).findings(&[finding], &Sources::new());
        }
        None => show(&err, &words),
    }
    ExitCode::from(u8::try_from(err.exit_code()).unwrap_or(2))
}

/// Prints help, or the version.
fn show(err: &Error, words: &Words) {
    let (said, to_stderr) = (err.render(), err.use_stderr());
    let terminal = if to_stderr { io::stderr().is_terminal() } else { io::stdout().is_terminal() };
    let coloured = terminal && env::var_os("NO_COLOR").is_none_or(|set| set.is_empty());
    let said = if coloured { said.ansi().to_string() } else { said.to_string() };
    // The parser has no other word for it.
    let said = said.replace("[OPTIONS]", &words.get("help-options"));
    // A closed pipe is nobody's fault.
    let _ = match to_stderr {
        true => io::stderr().write_all(said.as_bytes()),
        false => io::stdout().write_all(said.as_bytes()),
    };
}

/// The language that is asked for, as far as it can be read without the parser.
fn language() -> Language {
    let args: Vec<String> = env::args_os().map(|arg| arg.to_string_lossy().into_owned()).collect();
    let after = args.iter().position(|arg| arg == "--lang").and_then(|at| args.get(at + 1));
    let joined = args.iter().find_map(|arg| arg.strip_prefix("--lang="));
    let named = after.map(String::as_str).or(joined).map(str::to_owned);
    let named = named.or_else(|| env::var("SATS_LANG").ok());
    named.and_then(|code| Language::from_str(&code, true).ok()).unwrap_or_default()
}

fn finding(err: &Error) -> Option<Finding> {
    let words = words(err)?;
    let hint = near(err).or_else(|| allowed(err)).unwrap_or_else(where_to_see);
    Some(Finding::error(codes::USAGE.code, words).hint(hint))
}

/// What is wrong; none where nothing is.
fn words(err: &Error) -> Option<Text> {
    let arg = || said(err, ContextKind::InvalidArg);
    let value = || said(err, ContextKind::InvalidValue);
    Some(match err.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        | ErrorKind::DisplayVersion => return None,
        ErrorKind::InvalidValue if value().is_empty() => text!("usage-no-value", arg = arg()),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            text!("usage-value", value = value(), arg = arg())
        }
        ErrorKind::UnknownArgument => text!("usage-argument", arg = arg()),
        ErrorKind::InvalidSubcommand => {
            text!("usage-command", name = said(err, ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => text!("usage-missing", args = arg()),
        ErrorKind::ArgumentConflict => {
            text!("usage-conflict", arg = arg(), other = said(err, ContextKind::PriorArg))
        }
        _ => text!("usage-other"),
    })
}

/// The name that was probably meant.
fn near(err: &Error) -> Option<Text> {
    if err.kind() == ErrorKind::InvalidSubcommand {
        let (written, commands) = (said(err, ContextKind::InvalidSubcommand), args::commands());
        let near = nearest(&written, commands.iter().map(String::as_str))?;
        return Some(text!("usage-near", near = near));
    }
    let kinds =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let near = kinds.into_iter().map(|kind| said(err, kind)).find(|near| !near.is_empty())?;
    Some(text!("usage-near", near = near))
}

/// What may stand there.
fn allowed(err: &Error) -> Option<Text> {
    if let Some(ContextValue::Strings(words)) = err.get(ContextKind::ValidValue) {
        let words: Vec<&str> = words.iter().map(String::as_str).filter(|w| !w.is_empty()).collect();
        return (!words.is_empty()).then(|| text!("usage-allowed", words = Text::one_of(words)));
    }
    if err.kind() != ErrorKind::ValueValidation {
        return None;
    }
    // The parser's own words: `99999 is not in 0..=65535`.
    let why = std::error::Error::source(err)?.to_string();
    match why.split_once(" is not in ").and_then(|(_, range)| range.split_once("..=")) {
        Some((least, most)) => Some(text!("usage-range", least = least, most = most)),
        None => why.contains("digit").then(|| text!("usage-whole")),
    }
}

/// Where to see what a command takes.
fn where_to_see() -> Text {
    let known = |name: &String| args::is_command(name);
    match env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned()).find(known) {
        Some(command) => text!("usage-help-of", command = command),
        None => text!("usage-help"),
    }
}

/// The words of a context; empty where there are none.
fn said(err: &Error, kind: ContextKind) -> String {
    match err.get(kind) {
        Some(ContextValue::String(word)) => word.clone(),
        Some(ContextValue::Strings(words)) => words.join(", "),
        Some(ContextValue::StyledStr(word)) => word.to_string(),
        Some(ContextValue::StyledStrs(words)) => {
            words.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    }
}
