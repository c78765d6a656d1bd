//! The terminal: the one place that prints. Paths and data to stdout, all else to stderr.

use std::cell::RefCell;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use codespan_reporting::term::termcolor::{ColorChoice, StandardStream};

use super::Stop;
use super::args::{Colour, ScreenArgs};
use crate::finding::{Finding, Severity, Sources, print};

/// Back to the line's start, and the line erased (ECMA-48: EL 2).
const ERASE: &str = "\r\x1b[2K";

pub(super) struct Screen {
    quiet: bool,
    verbose: bool,
    colour: ColorChoice,
    /// Whether progress can be shown and wiped again.
    live: bool,
    step: RefCell<Option<(String, Instant)>>,
}

impl Screen {
    pub(super) fn new(args: ScreenArgs) -> Self {
        let terminal = io::stderr().is_terminal();
        let colour = match args.color {
            Colour::Always => ColorChoice::Always,
            Colour::Auto if terminal => ColorChoice::Auto,
            Colour::Auto | Colour::Never => ColorChoice::Never,
        };
        Self {
            quiet: args.quiet,
            verbose: args.verbose,
            colour,
            live: terminal && !args.quiet && !args.verbose,
            step: RefCell::new(None),
        }
    }

    /// Shows what is being done now; with `-v`, how long what was done before it took.
    pub(super) fn step(&self, name: &str) {
        self.finish_step();
        if self.live {
            self.raw(&format!("{ERASE}{name} …"));
        }
        *self.step.borrow_mut() = Some((name.to_owned(), Instant::now()));
    }

    /// Ends the last step and wipes the progress.
    pub(super) fn finish_step(&self) {
        let Some((name, start)) = self.step.borrow_mut().take() else { return };
        if self.verbose {
            self.raw(&format!("{:>8} ms  {name}\n", milliseconds(start.elapsed())));
        }
        if self.live {
            self.raw(ERASE);
        }
    }

    /// Prints findings to stderr; with `-q` errors only.
    pub(super) fn findings(&self, findings: &[Finding], sources: &Sources) {
        self.finish_step();
        let shown: Vec<Finding> = findings
            .iter()
            .filter(|finding| !self.quiet || finding.severity == Severity::Error)
            .cloned()
            .collect();
        let mut stream = StandardStream::stderr(self.colour);
        // Where stderr is closed there is nobody to tell.
        let _ = print::human(&mut stream, &shown, sources);
    }

    /// Prints a line to stderr, unless `-q`.
    pub(super) fn say(&self, line: &str) {
        self.finish_step();
        if !self.quiet {
            self.raw(&format!("{line}\n"));
        }
    }

    /// Prints a written path to stdout. Nobody needs to read it for the files to be written.
    pub(super) fn path(&self, path: &Path) -> Result<(), Stop> {
        match self.data(&format!("{}\n", path.display())) {
            Err(Stop::Unread) => Ok(()),
            printed => printed,
        }
    }

    /// Prints what was asked for to stdout, as it is.
    pub(super) fn data(&self, text: &str) -> Result<(), Stop> {
        self.finish_step();
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Ok(()) => Ok(()),
            Err(err) if err.kind() == ErrorKind::BrokenPipe => Err(Stop::Unread),
            Err(err) => {
                let finding =
                    Finding::error(super::codes::MISSING.code, format!("cannot print: {err}"));
                Err(Stop::misused(finding))
            }
        }
    }

    fn raw(&self, text: &str) {
        let mut err = io::stderr().lock();
        // Where stderr is closed there is nobody to tell.
        let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
    }
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1000.0)
}
