//! Round after round: wait for a change, compile, hang up what came of it.

use super::watch::{Stop, Wake, Watch};
use super::{Board, Compiler};
use crate::finding::Finding;

/// Broken rounds that are thrown away in a row because the files have changed again meanwhile.
const IMPATIENCE: usize = 20;

/// Compiles at once, then after every change, until it is told to stop.
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
    while !stop.is_set() {
        let round = compiler.compile();
        let stale = round.sheets.is_none() && thrown < IMPATIENCE && watch.has_news();
        if stale {
            thrown += 1;
        } else {
            thrown = 0;
            board.hang(round);
        }
        if !pinned && board.has_pages() {
            board.pin(compiler.beside());
            pinned = true;
        }
        compiler.tidy();
        watch.update(&compiler.watched())?;
        if watch.wait(stop) == Wake::Stopped {
            break;
        }
    }
    Ok(())
}
