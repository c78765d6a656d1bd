//! Round after round: wait for a change, compile, hang up what came of it.

use std::collections::BTreeSet;

use super::watch::{Stop, Wake, Watch};
use super::{Board, Compiler, View};
use crate::finding::Finding;

/// Broken rounds that are thrown away in a row because the files have changed again meanwhile.
const IMPATIENCE: usize = 20;

/// Compiles at once, then after every change, until it is told to stop: the views that somebody
/// looks at.
///
/// A broken round whose files have changed again meanwhile is not shown: half a `git checkout` is
/// nobody's error.
///
/// # Errors
/// The files cannot be watched.
pub fn follow(compiler: &mut dyn Compiler, board: &Board, stop: &Stop) -> Result<(), Finding> {
    // Watched before they are read: what changes in between is not missed.
    let mut watch = Watch::new(&compiler.watched())?;
    let mut thrown = 0;
    let mut pinned = false;
    // The views that are made of what the files say now.
    let mut made: BTreeSet<View> = BTreeSet::new();
    while !stop.is_set() {
        for view in
            board.wanted().into_iter().filter(|view| !made.contains(view)).collect::<Vec<_>>()
        {
            let round = compiler.compile(view);
            let stale = round.sheets.is_none() && thrown < IMPATIENCE && watch.has_news();
            if stale {
                thrown += 1;
                break;
            }
            thrown = 0;
            board.hang(view, round);
            made.insert(view);
            // Nobody waits for what the files do not say any more.
            if !watch.has_news()
                && let Some(rest) = compiler.rest()
            {
                board.hang(view, rest);
            }
        }
        if !pinned && board.has_pages() {
            board.pin(compiler.beside());
            pinned = true;
        }
        compiler.tidy();
        watch.update(&compiler.watched())?;
        let asked = || board.wanted().iter().any(|view| !made.contains(view));
        match watch.wait(stop, &asked) {
            Wake::Changed => made.clear(),
            Wake::Asked => {}
            Wake::Stopped => break,
        }
    }
    Ok(())
}
