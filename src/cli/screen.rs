//! The terminal: the one place that prints. Paths and data to stdout, all else to stderr.

use std::cell::RefCell;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};

use super::Stop;
use super::args::{Colour, ScreenArgs};
use crate::finding::{Finding, Severity, Sources, harmless, print};
use crate::progress;
use crate::text;
use crate::words::{Text, Words, system};

/// How often what is left of long work is shown anew.
const TICK: Duration = Duration::from_millis(250);

pub(super) struct Screen {
    quiet: bool,
    verbose: bool,
    colour: bool,
    words: Arc<Words>,
    /// Whether progress can be shown and wiped again.
    live: bool,
    step: RefCell<Option<(String, Instant)>>,
    shown: RefCell<Option<ProgressBar>>,
}

impl Screen {
    /// A screen that speaks with these words.
    pub(super) fn new(args: ScreenArgs, words: Arc<Words>) -> Self {
        let terminal = io::stderr().is_terminal();
        let colour = match args.color {
            Colour::Always => true,
            // https://no-color.org, and terminals that know no colours.
            Colour::Auto => {
                let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
                terminal && set("NO_COLOR").is_none() && set("TERM").is_none_or(|t| t != "dumb")
            }
            Colour::Never => false,
        };
        Self {
            quiet: args.quiet,
            verbose: args.verbose,
            colour,
            words,
            live: terminal && !args.quiet && !args.verbose,
            step: RefCell::new(None),
            shown: RefCell::new(None),
        }
    }

    /// Shows what is being done now; with `-v`, how long what was done before it took.
    pub(super) fn step(&self, name: impl Into<Text>) {
        self.finish_step();
        let name = self.words.say(&name.into());
        if self.live {
            *self.shown.borrow_mut() = Some(self.bar(&name));
        }
        *self.step.borrow_mut() = Some((name, Instant::now()));
    }

    /// A line that is drawn anew while the work goes on: what is done, and how much is left.
    fn bar(&self, name: &str) -> ProgressBar {
        let words = Arc::clone(&self.words);
        let left = move |_: &ProgressState, to: &mut dyn std::fmt::Write| {
            let told = progress::state().map(|state| words.say(&left(state)));
            // Nothing that is drawn for the eye is worth failing for.
            let _ = to.write_str(&told.unwrap_or_default());
        };
        let style = ProgressStyle::with_template("{msg} … {left}");
        let bar = ProgressBar::new_spinner().with_message(name.to_owned());
        bar.set_draw_target(ProgressDrawTarget::stderr());
        if let Ok(style) = style {
            bar.set_style(style.with_key("left", left));
        }
        bar.tick();
        bar.enable_steady_tick(TICK);
        bar
    }

    /// Ends the last step and wipes the progress.
    pub(super) fn finish_step(&self) {
        let Some((name, start)) = self.step.borrow_mut().take() else { return };
        if self.verbose {
            self.raw(&format!("{:>8} ms  {name}\n", milliseconds(start.elapsed())));
        }
        if let Some(bar) = self.shown.borrow_mut().take() {
            bar.finish_and_clear();
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
        self.raw(&print::human(&shown, sources, &self.words, self.colour));
    }

    /// The words that it speaks with.
    pub(super) fn words(&self) -> &Arc<Words> {
        &self.words
    }

    /// Prints a line to stderr, unless `-q`.
    pub(super) fn say(&self, line: impl Into<Text>) {
        self.finish_step();
        if !self.quiet {
            self.raw(&format!("{}\n", harmless(self.words.say(&line.into()))));
        }
    }

    /// Prints a written path to stdout, unless `-q`. Nobody needs to read it for the files to be written.
    pub(super) fn path(&self, path: &Path) -> Result<(), Stop> {
        if self.quiet {
            return Ok(());
        }
        match self.data(&format!("{}\n", path.display())) {
            Err(Stop::Unread) => Ok(()),
            printed => printed,
        }
    }

    /// Prints what was asked for to stdout, as it is.
    pub(super) fn data(&self, text: &str) -> Result<(), Stop> {
        self.finish_step();
        let mut out = io::stdout().lock();
        // What a program reads is given as it is; on a terminal names of files and words of PDFs
        // play no tricks.
        let shown = out.is_terminal().then(|| harmless(text));
        let text = shown.as_deref().unwrap_or(text);
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Ok(()) => Ok(()),
            Err(err) if err.kind() == ErrorKind::BrokenPipe => Err(Stop::Unread),
            Err(err) => {
                let finding = Finding::error(
                    super::codes::MISSING.code,
                    text!("cannot-print", why = system(&err)),
                );
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

/// `120 af 2.200, ca. 3 min. tilbage`.
fn left(state: progress::State) -> Text {
    let seconds = state.left.as_secs() + 1;
    let time = match seconds {
        ..90 => text!("progress-seconds", n = seconds),
        _ => text!("progress-minutes", n = seconds.div_ceil(60)),
    };
    text!("progress-left", done = state.done, total = state.total, time = time)
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1000.0)
}
