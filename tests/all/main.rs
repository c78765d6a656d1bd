//! All integration tests, as one program: linking Typst once is dear enough.

mod bad;
mod build;
mod charts;
mod check;
mod cli;
mod diff;
mod handout;
mod history;
mod impose;
mod load;
mod mutated;
mod new_year;
mod official;
mod preflight;
mod preview;
mod print;
mod same_words;
mod tiff;
mod typeset;
