//! sats: structured report data into print-ready PDF.
//!
//! # How data flows
//!
//! One way, left to right; a module imports only what stands before it.
//!
//! ```text
//! data/2024/*.toml ─load─▶ Report ─insight─▶ Insights
//!                            ├─check─▶ Findings
//!                            ├─chart─▶ SVG, alt text, table
//!                            └─handover─▶ JSON ┐
//! layouts/*.typ, theme.toml, fonts/ ───────────┤
//!                                              ▼
//!                        typeset: fit (measure) ─▶ set ─▶ PagedDocument
//!                                              ▼
//!                   output: official · draft · handout · print
//! ```
//!
//! | module | is |
//! |---|---|
//! | [`words`] | the catalogue of words and messages; how to add one |
//! | [`finding`] | one diagnostic for data, layouts, fonts and finished files; one printer |
//! | [`guard`] | what panics behind it is a finding and no crash |
//! | [`limits`] | what is taken at most: sizes, counts, depth, time |
//! | [`theme`] | the tokens of `layouts/theme.toml`, read here and by the layouts |
//! | [`report`] | model, loader with spans, checks, insights, comparison, Danish forms |
//! | [`chart`] | a chart spec from the model, drawn as SVG at true size; alt text; numbers |
//! | [`typeset`] | the Typst world, the handover of the report as virtual files, copyfitting |
//! | [`output`] | one file per edition; imposition, print finishing and preflight over PDF objects |
//! | [`comments`] | annotations of drafts that came back: each to its page, field and forvaltning |
//! | [`pipeline`] | the steps that build, preview, tests and benchmarks share |
//! | [`preview`] | watch, compile, serve |
//! | [`progress`] | how far long work has come, for the terminal |
//! | [`cli`] | arguments, resolved once; one thin `run` per command |
//!
//! # Three decisions that shape the rest
//!
//! **Data never becomes code.** The report reaches the layouts as JSON in virtual files, one per
//! indsats, prose as a parsed tree. Whatever stands in the data prints as itself, and an edit
//! makes Typst do only that spread again.
//!
//! **What is measured is what is set.** Copyfitting measures every piece of a spread before it
//! chooses density, columns and pages (`layouts/komponenter/tilpas.typ`). The function `stoebt`
//! that the program adds to Typst's own casts content at a width: measuring and placing it share
//! one layout. Each spread is fitted inside its own pages, so all are worked on side by side. More
//! additions spare Typst work: `paaskrevet` sets a chart's labels; `anker` and `henvist` link
//! without a search for the target; `udmaal` measures without a look at the document that was laid
//! out before; `sidetal` names the page of a place before it is set, so that what names pages is
//! laid out once; `helt` keeps a spread's pages when what they were made of is given back. For
//! another Typst, `layouts/base/sats.typ` has stand-ins for all of them.
//!
//! **Print is finished after export.** Typst writes RGB for screen and archive; the print edition
//! rewrites the finished file's content streams into CMYK, swatch by swatch from the theme.

/// Memory in small pieces, asked for and given back by several threads for as long as a preview runs.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

pub mod chart;
pub mod cli;
pub mod comments;
pub mod finding;
pub mod guard;
pub mod limits;
pub mod output;
pub mod pipeline;
pub mod preview;
pub mod progress;
pub mod report;
pub mod theme;
pub mod typeset;
pub mod words;
