//! What every edition that works on a finished PDF's objects shares: content-stream operators,
//! page boxes, small looks into dictionaries, and the XMP packet. Nothing here judges or paints.

pub mod boxes;
pub mod claims;
pub mod content;
pub mod flate;
pub mod ids;
pub mod jpeg;
pub mod objects;
pub mod xmp;
