//! The seam that every step of writing goes through, so that a test can make any of them fail as a
//! disk would: `SATS_FAULT=3:full` fails the third step. Without the variable it does nothing.

use std::io;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How a step fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// As an error of the system.
    Error(io::ErrorKind),
    /// The program is killed without a word.
    Killed,
}

/// Which step fails, from 1, and how.
static PLAN: LazyLock<Option<(usize, Fault)>> =
    LazyLock::new(|| std::env::var("SATS_FAULT").ok().as_deref().and_then(read));
static DONE: AtomicUsize = AtomicUsize::new(0);

fn read(plan: &str) -> Option<(usize, Fault)> {
    let (step, kind) = plan.split_once(':')?;
    let fault = match kind {
        "full" => Fault::Error(io::ErrorKind::StorageFull),
        "read-only" => Fault::Error(io::ErrorKind::ReadOnlyFilesystem),
        "gone" => Fault::Error(io::ErrorKind::NotFound),
        "denied" => Fault::Error(io::ErrorKind::PermissionDenied),
        "broken" => Fault::Error(io::ErrorKind::Other),
        "killed" => Fault::Killed,
        _ => return None,
    };
    Some((step.parse().ok()?, fault))
}

/// Goes before each step of writing.
///
/// # Errors
/// The one that a test asks for.
pub(super) fn step() -> io::Result<()> {
    let Some((at, fault)) = *PLAN else { return Ok(()) };
    if DONE.fetch_add(1, Ordering::SeqCst) + 1 != at {
        return Ok(());
    }
    match fault {
        Fault::Error(kind) => Err(kind.into()),
        Fault::Killed => die(),
    }
}

/// Ends at once, as after SIGKILL: nothing is dropped, nothing cleaned up.
#[cfg(unix)]
fn die() -> ! {
    let _ = signal_hook::low_level::raise(signal_hook::consts::SIGKILL);
    std::process::abort()
}

#[cfg(not(unix))]
fn die() -> ! {
    std::process::abort()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_names_a_step_and_a_fault() {
        assert_eq!(read("3:full"), Some((3, Fault::Error(io::ErrorKind::StorageFull))));
        assert_eq!(read("1:killed"), Some((1, Fault::Killed)));
        assert_eq!(read("full"), None);
        assert_eq!(read("1:tired"), None);
    }
}
