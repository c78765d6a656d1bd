//! What the computer says, in the catalogue's words.

use std::io::{Error, ErrorKind};

use super::Text;
use crate::text;

/// Why a file could not be read or written.
#[must_use]
pub fn system(error: &Error) -> Text {
    match error.kind() {
        ErrorKind::NotFound => text!("system-not-found"),
        ErrorKind::PermissionDenied => text!("system-permission"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => text!("system-full"),
        ErrorKind::FileTooLarge => text!("system-too-large"),
        ErrorKind::ReadOnlyFilesystem => text!("system-read-only"),
        ErrorKind::IsADirectory => text!("system-folder"),
        ErrorKind::NotADirectory => text!("system-no-folder"),
        ErrorKind::AlreadyExists => text!("system-exists"),
        ErrorKind::AddrInUse => text!("system-port"),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => text!("system-busy"),
        ErrorKind::InvalidFilename => text!("system-name"),
        ErrorKind::OutOfMemory => text!("system-memory"),
        // Of a text file: other files are read as bytes.
        ErrorKind::InvalidData => text!("system-no-text"),
        _ => text!("system-other", words = error.to_string()),
    }
}
