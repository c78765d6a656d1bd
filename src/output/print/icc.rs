//! ICC output profiles: what their header says (ICC.1:2022, 7.2), against what print needs.

use std::fmt::Write;

use crate::text;
use crate::words::{Text, plain};
use sha2::{Digest, Sha256};

/// An output profile for CMYK whose header has been checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Icc {
    bytes: Vec<u8>,
    sha256: String,
}

/// Why a file is not such a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IccError {
    /// Shorter than a header with a tag table, or without the mark `acsp`.
    NotIcc,
    /// The header states another length: stated, there.
    Length(u32, usize),
    /// Neither version 2 nor 4: the major version.
    Version(u8),
    /// No output profile: the class.
    Class(String),
    /// Not for CMYK: the colour space.
    Space(String),
    /// A profile connection space that is neither Lab nor XYZ, or no table towards the inks.
    Table,
    /// Another SHA-256: asked for, there.
    Checksum(String, String),
}

impl IccError {
    /// What is wrong, as the rest of a sentence about the profile.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::NotIcc => text!("icc-none"),
            Self::Length(stated, there) => {
                text!("icc-length", stated = plain(stated), there = plain(there))
            }
            Self::Version(version) => text!("icc-version", version = plain(version)),
            Self::Class(class) => text!("icc-class", class = class),
            Self::Space(space) => text!("icc-space", space = space),
            Self::Table => text!("icc-table"),
            Self::Checksum(asked, there) => text!("icc-checksum", there = there, asked = asked),
        }
    }
}

impl Icc {
    /// Checks a file's header, and its SHA-256 where one is asked for.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(bytes: Vec<u8>, sha256: Option<&str>) -> Result<Self, IccError> {
        let word = |at: usize| bytes.get(at..at + 4).map(<[u8]>::to_vec);
        let (Some(length), Some(mark), true) = (word(0), word(36), bytes.len() >= 132) else {
            return Err(IccError::NotIcc);
        };
        if mark != b"acsp" {
            return Err(IccError::NotIcc);
        }
        let stated = length.iter().fold(0_u32, |sum, byte| (sum << 8) | u32::from(*byte));
        if usize::try_from(stated) != Ok(bytes.len()) {
            return Err(IccError::Length(stated, bytes.len()));
        }
        let text = |at: usize| String::from_utf8_lossy(&word(at).unwrap_or_default()).into_owned();
        let version = bytes.get(8).copied().unwrap_or_default();
        if !matches!(version, 2 | 4) {
            return Err(IccError::Version(version));
        }
        if text(12) != "prtr" {
            return Err(IccError::Class(text(12)));
        }
        if text(16) != "CMYK" {
            return Err(IccError::Space(text(16)));
        }
        if !matches!(text(20).as_str(), "Lab " | "XYZ ") {
            return Err(IccError::Table);
        }
        let there = hex(&Sha256::digest(&bytes));
        match sha256 {
            Some(asked) if !asked.eq_ignore_ascii_case(&there) => {
                Err(IccError::Checksum(asked.to_owned(), there))
            }
            _ => Ok(Self { bytes, sha256: there }),
        }
    }

    /// The file.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Its SHA-256, hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }
}

/// Bytes in lower case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
