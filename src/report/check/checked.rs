//! What was found in data that was loaded once and is checked by several who look at it: who saves
//! a change in the browser, and who shows its pages.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crate::finding::Finding;
use crate::report::model::Report;

/// What was found, shared by all copies of what was loaded.
#[derive(Debug, Clone, Default)]
pub(in crate::report) struct Checked(Arc<Desk>);

#[derive(Debug, Default)]
struct Desk {
    state: Mutex<State>,
    /// Somebody has done looking.
    done: Condvar,
}

#[derive(Debug, Default)]
struct State {
    found: Option<(Looked, Vec<Finding>)>,
    /// What somebody is looking at.
    looking: Option<Looked>,
}

/// A report, and the one of the year before that it is held against.
#[derive(Debug, Clone)]
struct Looked {
    report: Arc<Report>,
    before: Option<Arc<Report>>,
}

impl Looked {
    fn is(&self, other: &Self) -> bool {
        let before = self.before.as_ref().map(Arc::as_ptr);
        Arc::ptr_eq(&self.report, &other.report) && before == other.before.as_ref().map(Arc::as_ptr)
    }
}

impl Checked {
    /// What was found in the report against that of the year before; where nobody has looked yet,
    /// what is found now. Who comes while another looks waits for what is found.
    pub(super) fn or_find(
        &self,
        report: &Arc<Report>,
        before: Option<&Arc<Report>>,
        find: impl FnOnce() -> Vec<Finding>,
    ) -> Vec<Finding> {
        let this = Looked { report: Arc::clone(report), before: before.cloned() };
        // Threads of the pool do the work that others wait for, and must not wait for it.
        let may_wait = rayon::current_thread_index().is_none();
        let mut state = self.0.lock();
        loop {
            if let Some((_, findings)) = state.found.as_ref().filter(|(known, _)| known.is(&this)) {
                return findings.clone();
            }
            if !may_wait || !state.looking.as_ref().is_some_and(|other| other.is(&this)) {
                break;
            }
            state = self.0.done.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        let told = state.looking.is_none().then(|| Told(&self.0));
        if told.is_some() {
            state.looking = Some(this.clone());
        }
        // Checking takes a while, and others may look meanwhile.
        drop(state);
        let findings = find();
        self.0.lock().found = Some((this, findings.clone()));
        drop(told);
        findings
    }
}

impl Desk {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Tells those who wait when looking is over, whatever came of it.
struct Told<'d>(&'d Desk);

impl Drop for Told<'_> {
    fn drop(&mut self) {
        self.0.lock().looking = None;
        self.0.done.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    #[test]
    fn what_two_look_at_at_once_is_looked_at_once() {
        let report = Arc::new(crate::report::check::testing::with_blocks("").report());
        let (checked, looked) = (Checked::default(), AtomicUsize::new(0));
        let find = || {
            looked.fetch_add(1, Ordering::Relaxed);
            std::thread::sleep(Duration::from_millis(50));
            Vec::new()
        };
        std::thread::scope(|all| {
            for _ in 0..4 {
                all.spawn(|| checked.or_find(&report, None, find));
            }
        });
        assert_eq!(looked.load(Ordering::Relaxed), 1);
        let failed = std::thread::scope(|all| {
            let other = Arc::new((*report).clone());
            let checked = &checked;
            let thread = all.spawn(move || checked.or_find(&other, None, || panic!("on purpose")));
            thread.join().is_err()
        });
        assert!(failed && checked.0.lock().looking.is_none(), "nobody is left waiting");
    }
}
