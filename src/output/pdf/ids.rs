//! Ids of documents and files, made from what is in them: there is no clock and no chance.

use lopdf::{Object, StringFormat};
use sha2::{Digest, Sha256};

/// The two ids of a file (ISO 32000-1, 14.4), 32 hexadecimal digits each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ids {
    /// Of the document through all its versions.
    pub document: String,
    /// Of this very file.
    pub instance: String,
}

impl Ids {
    /// From what identifies the document, and from what went into the file.
    #[must_use]
    pub fn new(document: &[&[u8]], instance: &[&[u8]]) -> Self {
        Self { document: id_of(document), instance: id_of(instance) }
    }

    /// As the trailer says them.
    #[must_use]
    pub fn trailer(&self) -> Vec<Object> {
        [&self.document, &self.instance].into_iter().map(|id| bytes(id)).collect()
    }
}

/// As a UUID is written: 8-4-4-4-12.
#[must_use]
pub fn dashed(hex: &str) -> String {
    let mut text = String::with_capacity(36);
    for (at, c) in hex.chars().enumerate() {
        if matches!(at, 8 | 12 | 16 | 20) {
            text.push('-');
        }
        text.push(c);
    }
    text
}

fn bytes(hex: &str) -> Object {
    let bytes = (0..hex.len())
        .step_by(2)
        .filter_map(|at| hex.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok()));
    Object::String(bytes.collect(), StringFormat::Hexadecimal)
}

/// 32 hexadecimal digits from these parts, as a UUID of version 8 (RFC 9562).
fn id_of(parts: &[&[u8]]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.len().to_le_bytes());
        hasher.update(part);
    }
    let mut bytes = hasher.finalize().iter().copied().take(16).collect::<Vec<u8>>();
    if let [.., version, _, variant, _, _, _, _, _, _, _] = bytes.as_mut_slice() {
        *version = (*version & 0x0f) | 0x80;
        *variant = (*variant & 0x3f) | 0x80;
    }
    crate::output::print::hex(&bytes)
}
