//! Compression of streams.

use std::io::Write;

use flate2::{Compression, write::ZlibEncoder};

/// Compressed with zlib at a level from 1, quick, to 9, small.
#[must_use]
pub fn packed(bytes: &[u8], level: u32) -> Vec<u8> {
    let room = Vec::with_capacity(bytes.len() / 3);
    let mut encoder = ZlibEncoder::new(room, Compression::new(level));
    // Writing to memory cannot fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}
