//! All integration tests, as one program: linking Typst once is dear enough.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::trivially_copy_pass_by_ref,
    reason = "a test fails by panicking, and says why it skips"
)]

mod answered;
mod bad;
mod bounds;
mod browser;
mod build;
mod campaign;
mod charts;
mod check;
mod cli;
mod contact;
mod diff;
mod draft;
mod faults;
mod finish;
mod fuzzed;
mod gate;
mod handout;
mod handover;
mod history;
mod host;
mod hyphenation;
mod identity;
mod impose;
mod limits;
mod load;
mod long;
mod looks;
mod mutated;
mod names;
mod new_year;

mod odd;
mod official;
mod overlay;
mod overrun;
mod pages;
mod pictures;
mod planted;
mod preflight;
mod preview;
mod print;
mod random;
mod references;
mod requests;
mod returned;
mod round;
mod same_words;
mod sentences;
mod settings;
mod skip;
mod tiff;
mod tokens;
mod town;
mod typeset;
mod typstyle;
mod visual;
mod words;
mod xlsx;
mod year;
