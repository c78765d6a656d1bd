//! Compression of streams.

use std::cell::RefCell;

use flate2::{Compress, Compression, FlushCompress, Status};

thread_local! {
    /// The last compressor of each thread with its level: to make one costs as much as to compress a
    /// short stream.
    static KEPT: RefCell<Option<(u32, Compress)>> = const { RefCell::new(None) };
}

/// Compressed with zlib at a level from 1, quick, to 9, small.
#[must_use]
pub fn packed(bytes: &[u8], level: u32) -> Vec<u8> {
    KEPT.with_borrow_mut(|kept| {
        let compressor = match kept {
            Some((of, compressor)) if *of == level => {
                compressor.reset();
                compressor
            }
            kept => &mut kept.insert((level, Compress::new(Compression::new(level), true))).1,
        };
        let mut out = Vec::with_capacity(bytes.len() / 3 + 64);
        loop {
            let read = usize::try_from(compressor.total_in()).unwrap_or(usize::MAX);
            let rest = bytes.get(read..).unwrap_or_default();
            // Writing to memory cannot fail; it may only want more room.
            match compressor.compress_vec(rest, &mut out, FlushCompress::Finish) {
                Ok(Status::Ok | Status::BufError) => out.reserve(bytes.len() / 3 + 64),
                Ok(Status::StreamEnd) | Err(_) => return out,
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::packed;

    #[test]
    fn what_is_packed_is_read_again_and_is_the_same_whatever_was_packed_before() {
        let noise: Vec<u8> =
            (0..70_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        for bytes in [&b""[..], b"a", &[b'x'; 100_000], &noise] {
            let first = packed(bytes, 9);
            let _ = packed(&noise[..999], 9);
            assert_eq!(packed(bytes, 9), first);
            let mut read = Vec::new();
            flate2::read::ZlibDecoder::new(first.as_slice()).read_to_end(&mut read).expect("zlib");
            assert_eq!(read, bytes);
        }
    }
}
