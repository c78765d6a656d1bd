//! The boundary around parsers of others: what panics behind it is an answer and no crash, and the
//! terminal shows nothing of it. What cannot be caught (stack, memory) is prevented by the limits.

use std::panic::{self, UnwindSafe};
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many guarded calls run now. Their work may go to other threads, so it is counted for all.
static GUARDED: AtomicUsize = AtomicUsize::new(0);

/// What the work gives; none where it has panicked.
pub fn guarded<T>(work: impl FnOnce() -> T + UnwindSafe) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let tell = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if GUARDED.load(Ordering::SeqCst) == 0 {
                tell(info);
            }
        }));
    });
    GUARDED.fetch_add(1, Ordering::SeqCst);
    let done = panic::catch_unwind(work);
    GUARDED.fetch_sub(1, Ordering::SeqCst);
    done.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_no_answer_and_the_next_call_works() {
        assert_eq!(guarded(|| 1), Some(1));
        let nothing: Option<u8> = guarded(|| panic!("a parser of others"));
        assert_eq!(nothing, None);
        assert_eq!(guarded(|| 2), Some(2));
    }
}
