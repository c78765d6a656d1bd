//! The temporary files that are being written now, removed when a signal ends the program; and the
//! ones that an earlier run left because it was killed without a word.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, Once, PoisonError};
use std::time::Duration;

/// How the names of temporary files begin and end.
pub(super) const PREFIX: &str = ".sats-";
pub(super) const SUFFIX: &str = ".part";
/// A part file that nobody has written to for so long belongs to no run that lives.
const LEFT_BEHIND: Duration = Duration::from_secs(3600);

static OPEN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// A temporary file that a signal would remove; forgotten when this is dropped.
pub(super) struct Part(PathBuf);

impl Part {
    pub(super) fn new(path: &Path) -> Self {
        watch_signals();
        OPEN.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
        Self(path.to_owned())
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        OPEN.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.0);
    }
}

/// Removes the part files that earlier runs left in a folder.
pub(super) fn clear(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        if !(name.starts_with(PREFIX) && name.ends_with(SUFFIX)) {
            continue;
        }
        let age = entry.metadata().and_then(|m| m.modified()).ok().and_then(|t| t.elapsed().ok());
        if age.is_some_and(|age| age > LEFT_BEHIND) {
            // Where it cannot be removed it does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// From the first file on: a signal removes what is half written, then ends the program as it
/// would have. Programs that handle signals themselves (the preview) are not ended here.
#[cfg(unix)]
fn watch_signals() {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    static STARTED: Once = Once::new();
    STARTED.call_once(|| {
        let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM]) else {
            return;
        };
        std::thread::spawn(move || {
            for signal in &mut signals {
                for path in OPEN.lock().unwrap_or_else(PoisonError::into_inner).iter() {
                    let _ = fs::remove_file(path);
                }
                if !super::write::signals_are_handled() {
                    let _ = signal_hook::low_level::emulate_default_handler(signal);
                }
            }
        });
    });
}

#[cfg(not(unix))]
fn watch_signals() {
    static STARTED: Once = Once::new();
    STARTED.call_once(|| {});
}
