//! How far long work has come: counted where it is done, asked for by whoever shows it.
//!
//! One piece of work is counted at a time. It is counted for the eye only; nothing depends on it.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Work that has taken this long is long: only then is anything said about what is left of it.
const LONG: Duration = Duration::from_secs(2);

static DONE: AtomicUsize = AtomicUsize::new(0);
static WORK: Mutex<Option<(usize, Instant)>> = Mutex::new(None);

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct State {
    /// Pieces done.
    pub done: usize,
    /// Pieces in all.
    pub total: usize,
    /// What the rest will take if it goes on as it has gone.
    pub left: Duration,
}

/// Work on this many pieces, until it is dropped.
pub struct Work(());

/// Begins to count.
#[must_use]
pub fn begin(total: usize) -> Work {
    DONE.store(0, Ordering::Relaxed);
    if let Ok(mut work) = WORK.lock() {
        *work = Some((total, Instant::now()));
    }
    Work(())
}

impl Drop for Work {
    fn drop(&mut self) {
        if let Ok(mut work) = WORK.lock() {
            *work = None;
        }
    }
}

/// One piece is done.
pub fn one() {
    DONE.fetch_add(1, Ordering::Relaxed);
}

/// How far the work has come; none where none is counted or it is not long.
#[must_use]
pub fn state() -> Option<State> {
    let (total, began) = (*WORK.lock().ok()?)?;
    reckon(DONE.load(Ordering::Relaxed), total, began.elapsed())
}

fn reckon(done: usize, total: usize, taken: Duration) -> Option<State> {
    let done = done.min(total);
    if taken < LONG || done == 0 {
        return None;
    }
    let left = taken.mul_f64((total - done) as f64 / done as f64);
    Some(State { done, total, left })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_takes_as_long_as_what_is_done() {
        let seconds = Duration::from_secs;
        let state = reckon(50, 200, seconds(10)).expect("long work");
        assert_eq!((state.done, state.total, state.left), (50, 200, seconds(30)));
        assert_eq!(reckon(300, 200, seconds(10)).expect("long work").left, seconds(0));
    }

    #[test]
    fn of_short_work_and_of_work_not_begun_nothing_is_said() {
        assert_eq!(reckon(1, 2, Duration::from_millis(500)), None);
        assert_eq!(reckon(0, 2, Duration::from_secs(9)), None);
    }
}
