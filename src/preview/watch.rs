//! Watching files, whatever editors and version control do to them.
//!
//! Folders are watched, not files, so a save by rename, a deleted and a restored file are seen.
//! Each folder's parent is watched too: a folder that is replaced is watched anew. And because
//! file systems lose events (a full queue, a network share), what is there is compared with what
//! was there every so often.
//!
//! typst-kit's own watcher is not used: it waits 100 ms for more events, which is more than the
//! whole time from save to page may take here, and cannot be told to stop.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant, SystemTime};

use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use super::codes;
use crate::finding::Finding;
use crate::text;

/// How long nothing must happen before a change counts as finished.
const QUIET: Duration = Duration::from_millis(2);
/// How long a change may go on before what there is of it is built.
const LONGEST: Duration = Duration::from_millis(150);
/// How often the stop sign is looked at while nothing happens.
const GLANCE: Duration = Duration::from_millis(100);
/// How often files are compared without any event.
const COMPARE: Duration = Duration::from_secs(1);
/// Deepest folder that is compared.
const DEEPEST: usize = 8;

/// A stop sign that can be set from anywhere, a signal handler included.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// A sign that is not set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets it.
    pub fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it is set.
    #[must_use]
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    /// The flag itself, for a signal handler.
    #[must_use]
    pub fn flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.0)
    }
}

/// Why waiting has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wake {
    /// Something has changed.
    Changed,
    /// Something else is asked for.
    Asked,
    /// The stop sign is set.
    Stopped,
}

/// What is known of a file: length, time of change and identity.
type Print = (u64, Option<SystemTime>, u64);

/// Watches folders and files.
pub struct Watch {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    roots: BTreeSet<PathBuf>,
    /// Folders that the system watches, with their identity when they were named.
    watched: BTreeMap<PathBuf, u64>,
    seen: BTreeMap<PathBuf, Print>,
    compared: Instant,
    /// Events that [`Self::has_news`] took: the next wait ends at once.
    news: bool,
}

impl Watch {
    /// Starts watching folders (with all in them) and files.
    ///
    /// # Errors
    /// The system refuses.
    pub fn new(roots: &[PathBuf]) -> Result<Self, Finding> {
        let (tx, events) = channel();
        let watcher = notify::recommended_watcher(tx).map_err(|err| refused(&err))?;
        let mut watch = Self {
            watcher,
            events,
            roots: BTreeSet::new(),
            watched: BTreeMap::new(),
            seen: BTreeMap::new(),
            compared: Instant::now(),
            news: false,
        };
        watch.update(roots)?;
        watch.seen = watch.prints();
        Ok(watch)
    }

    /// Watches exactly these from now on.
    ///
    /// # Errors
    /// The system refuses.
    pub fn update(&mut self, roots: &[PathBuf]) -> Result<(), Finding> {
        let roots: BTreeSet<PathBuf> = roots.iter().map(|r| absolute(r)).collect();
        if roots != self.roots {
            self.roots = roots;
            self.seen = self.prints();
        }
        self.arm()
    }

    /// Whether something has changed since the last wake, without waiting.
    pub fn has_news(&mut self) -> bool {
        // What is taken here would wake the next wait: it must not be lost, so it is kept as news.
        while let Ok(event) = self.events.try_recv() {
            self.news |= self.counts(&event);
        }
        self.news
    }

    /// Waits until something changes and the change is finished, something else is `asked` for, or
    /// the sign is set.
    pub fn wait(&mut self, stop: &Stop, asked: &dyn Fn() -> bool) -> Wake {
        loop {
            if stop.is_set() {
                return Wake::Stopped;
            }
            if std::mem::take(&mut self.news) {
                self.settle();
                self.differs();
                return Wake::Changed;
            }
            if self.compared.elapsed() >= COMPARE && self.differs() {
                return Wake::Changed;
            }
            if asked() {
                return Wake::Asked;
            }
            match self.events.recv_timeout(GLANCE) {
                Ok(event) if self.counts(&event) => {
                    self.settle();
                    self.differs();
                    return Wake::Changed;
                }
                Ok(_) | Err(RecvTimeoutError::Timeout) => {}
                // The watcher is gone; comparing still works.
                Err(RecvTimeoutError::Disconnected) => std::thread::sleep(GLANCE),
            }
        }
    }

    /// Waits until nothing has happened for a while.
    fn settle(&mut self) {
        let start = Instant::now();
        while start.elapsed() < LONGEST {
            match self.events.recv_timeout(QUIET) {
                Ok(event) => {
                    self.counts(&event);
                }
                Err(_) => break,
            }
        }
    }

    /// Whether an event is about what is watched. A folder that comes or goes is watched anew.
    fn counts(&mut self, event: &notify::Result<Event>) -> bool {
        let Ok(event) = event else { return true };
        let touched = match event.kind {
            EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)) => false,
            // A queue that ran over names no file at all.
            _ if event.need_rescan() => true,
            _ => event.paths.iter().any(|path| self.is_ours(path) && !is_litter(path)),
        };
        if touched && !matches!(event.kind, EventKind::Modify(ModifyKind::Data(_))) {
            // Where it fails, comparing still works; the next round tries again.
            let _ = self.arm();
        }
        touched
    }

    fn is_ours(&self, path: &Path) -> bool {
        self.roots.iter().any(|root| path.starts_with(root) || root.starts_with(path))
    }

    /// Compares what is there with what was there, and remembers it.
    fn differs(&mut self) -> bool {
        self.compared = Instant::now();
        let now = self.prints();
        let differs = now != self.seen;
        self.seen = now;
        if differs {
            // As above.
            let _ = self.arm();
        }
        differs
    }

    /// Watches every root that is there, and each root's parent; drops what is no longer named,
    /// and what has another identity than when it was named.
    fn arm(&mut self) -> Result<(), Finding> {
        let mut wanted: BTreeMap<PathBuf, RecursiveMode> = BTreeMap::new();
        for root in &self.roots {
            let parent = root.parent().map(Path::to_path_buf);
            if root.is_dir() {
                wanted.insert(root.clone(), RecursiveMode::Recursive);
            }
            if let Some(parent) = parent.filter(|p| p.is_dir()) {
                wanted.entry(parent).or_insert(RecursiveMode::NonRecursive);
            }
        }
        let stale: Vec<PathBuf> = self
            .watched
            .iter()
            .filter(|(path, id)| !wanted.contains_key(*path) || identity(path) != **id)
            .map(|(path, _)| path.clone())
            .collect();
        for path in stale {
            // It may be gone already, and its watch with it.
            let _ = self.watcher.unwatch(&path);
            self.watched.remove(&path);
        }
        for (path, mode) in wanted {
            if !self.watched.contains_key(&path) {
                self.watcher.watch(&path, mode).map_err(|err| refused(&err))?;
                let id = identity(&path);
                self.watched.insert(path, id);
            }
        }
        Ok(())
    }

    fn prints(&self) -> BTreeMap<PathBuf, Print> {
        let mut prints = BTreeMap::new();
        for root in &self.roots {
            print(root, DEEPEST, &mut prints);
        }
        prints
    }
}

fn print(path: &Path, depth: usize, prints: &mut BTreeMap<PathBuf, Print>) {
    let Ok(meta) = fs::metadata(path) else { return };
    if meta.is_dir() {
        let entries = if depth == 0 { None } else { fs::read_dir(path).ok() };
        for entry in entries.into_iter().flatten().flatten() {
            print(&entry.path(), depth - 1, prints);
        }
    } else if !is_litter(path) {
        prints.insert(path.to_path_buf(), (meta.len(), meta.modified().ok(), inode(&meta)));
    }
}

/// Backup and swap files of editors.
fn is_litter(path: &Path) -> bool {
    let name = path.file_name().map(|n| n.to_string_lossy()).unwrap_or_default();
    let ended = [".swp", ".swx", ".tmp", ".bak", "~"].iter().any(|end| name.ends_with(end));
    // vim tries with this name whether it may write.
    ended || name.starts_with('.') || name.starts_with('#') || name == "4913"
}

fn identity(path: &Path) -> u64 {
    fs::metadata(path).map(|meta| inode(&meta)).unwrap_or_default()
}

#[cfg(unix)]
fn inode(meta: &fs::Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(meta)
}

/// Where there are no inodes, the time of creation tells a replaced folder from the old one.
#[cfg(not(unix))]
fn inode(meta: &fs::Metadata) -> u64 {
    let since = meta.created().ok().and_then(|t| t.duration_since(SystemTime::UNIX_EPOCH).ok());
    since.map_or(0, |since| since.as_micros() as u64)
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())
}

fn refused(err: &notify::Error) -> Finding {
    Finding::error(codes::WATCH.code, text!("no-watch", why = err.to_string()))
        .hint(text!("no-watch-hint"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_that_was_asked_for_wakes_the_next_wait_though_nothing_is_left_to_compare() {
        let dir = tempfile::tempdir().expect("a folder");
        let file = dir.path().join("a.toml");
        fs::write(&file, "a").expect("written");
        let mut watch = Watch::new(&[dir.path().to_path_buf()]).expect("watched");
        fs::remove_file(&file).expect("removed");
        while !watch.has_news() {
            std::thread::sleep(QUIET);
        }
        let stop = Stop::new();
        let sign = stop.clone();
        std::thread::spawn(move || {
            std::thread::sleep(20 * GLANCE);
            sign.set();
        });
        assert_eq!(watch.wait(&stop, &|| false), Wake::Changed);
    }
}
