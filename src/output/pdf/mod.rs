//! What every edition that works on a finished PDF's objects shares: content-stream operators,
//! page boxes, small looks into dictionaries, the XMP packet, and the file as bytes. Nothing here judges or paints.

pub mod boxes;
pub mod claims;
pub mod content;
pub mod flate;
pub mod ids;
pub mod jpeg;
pub mod load;
pub mod numbers;
pub mod objects;
pub mod packet;
pub mod save;
pub mod xmp;
