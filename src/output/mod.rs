//! Editions: what is made of the typeset pages. One small file each.

pub mod codes;
pub mod delivery;
pub mod draft;
mod faults;
pub mod finish;
pub mod handout;
pub mod impose;
pub mod official;
mod parts;
pub mod pdf;
pub mod pictures;
pub mod preflight;
pub mod print;
pub mod stamp;
pub mod tiff;
pub mod write;
