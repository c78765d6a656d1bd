//! The print edition, from a Typst document to what stands in the finished file.

mod command;
mod deliver;
pub(crate) mod desk;
mod finish;
mod printers;
