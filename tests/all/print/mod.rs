//! The print edition, from a Typst document to what stands in the finished file.

mod command;
mod deliver;
pub mod desk;
mod finish;
mod printers;
