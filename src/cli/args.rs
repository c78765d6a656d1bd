//! The arguments as they are typed, unresolved.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use super::{build, check, export, new, preflight};
