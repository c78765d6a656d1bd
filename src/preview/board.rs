//! The board: the newest pages, hung where everybody can see them.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::Serialize;

use super::sheet::{Area, Link, Picture, Sheet};
use super::{Beside, Panel, Round, View};

/// What the browser is told: the names of the pages, and what stands beside them.
#[derive(Debug, Clone, Serialize)]
pub struct State {
    /// Counts up with every round that changes anything.
    pub version: u64,
    /// False until the first round is done.
    pub ready: bool,
    /// The pages of the last good round.
    pub pages: Vec<PageState>,
    /// What stands beside them.
    pub panel: Panel,
    /// What is broken; empty where nothing is.
    pub trouble: String,
    /// Whether other pages that an edit changes are still in the making.
    pub more: bool,
}

/// A page as the browser is told of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PageState {
    /// Name of its picture.
    pub name: String,
    /// Width in pt.
    pub width: u32,
    /// Height in pt.
    pub height: u32,
    /// Its links inside the report.
    pub links: Vec<Link>,
    /// Where the fields of the data stand on it.
    pub fields: Vec<Area>,
    /// Where it is cut: left and upper edge, width and height in thousandths of the page; none
    /// where it has no bleed.
    pub trim: Option<[i32; 4]>,
}

/// The newest state of each view, with the pictures that it names and those of the state before it: a browser
/// may still be asking for these.
#[derive(Default)]
pub struct Board {
    hung: Mutex<All>,
    news: Condvar,
}

#[derive(Default)]
struct All {
    closed: bool,
    views: BTreeMap<View, Hung>,
    /// How many look at each view.
    lookers: BTreeMap<View, usize>,
    pinned: BTreeMap<String, Beside>,
}

#[derive(Default)]
struct Hung {
    version: u64,
    state: Arc<str>,
    pages: Vec<PageState>,
    panel: Panel,
    trouble: String,
    more: bool,
    now: BTreeMap<String, Arc<Picture>>,
    before: BTreeMap<String, Arc<Picture>>,
}

impl Board {
    /// An empty board.
    #[must_use]
    pub fn new() -> Self {
        let board = Self::default();
        for view in View::ALL {
            board.lock().views.entry(view).or_default().render(false);
        }
        board
    }

    /// Hangs up a round of a view. Where it has no pages, the last good ones stay. Says whether
    /// anything that is shown has changed.
    pub fn hang(&self, view: View, round: Round) -> bool {
        let mut all = self.lock();
        let hung = all.views.entry(view).or_default();
        let pages = round.sheets.as_deref().map(|sheets| sheets.iter().map(page).collect());
        let pages = pages.unwrap_or_else(|| hung.pages.clone());
        // A broken round knows little; what was known of the pages is still true of them.
        let panel = if round.sheets.is_some() || hung.version == 0 {
            round.panel
        } else {
            Panel { findings: round.panel.findings, ..hung.panel.clone() }
        };
        let same = hung.version > 0
            && hung.pages == pages
            && hung.panel == panel
            && hung.trouble == round.trouble
            && hung.more == round.more;
        if same {
            return false;
        }
        if let Some(sheets) = round.sheets {
            let now = sheets.into_iter().map(|s| (s.picture.name.clone(), s.picture)).collect();
            hung.before = std::mem::replace(&mut hung.now, now);
        }
        hung.pages = pages;
        hung.panel = panel;
        hung.trouble = round.trouble;
        hung.more = round.more;
        hung.version += 1;
        hung.render(true);
        self.news.notify_all();
        true
    }

    /// The state of a view as JSON, with its version.
    #[must_use]
    pub fn state(&self, view: View) -> (u64, Arc<str>) {
        self.lock().state(view)
    }

    /// Waits for a state of a view newer than `seen`: the state, nothing where the time is up, or
    /// an error where the board is taken down.
    ///
    /// # Errors
    /// The board is taken down.
    pub fn wait(
        &self,
        view: View,
        seen: u64,
        time: Duration,
    ) -> Result<Option<(u64, Arc<str>)>, Closed> {
        let all = self.lock();
        let (all, _) = self
            .news
            .wait_timeout_while(all, time, |all| all.state(view).0 <= seen && !all.closed)
            .unwrap_or_else(PoisonError::into_inner);
        if all.closed {
            return Err(Closed);
        }
        let state = all.state(view);
        Ok((state.0 > seen).then_some(state))
    }

    /// A picture by its name.
    #[must_use]
    pub fn picture(&self, name: &str) -> Option<Arc<Picture>> {
        let all = self.lock();
        all.views.values().find_map(|h| h.now.get(name).or_else(|| h.before.get(name))).cloned()
    }

    /// Whether there are pages to look at.
    #[must_use]
    pub fn has_pages(&self) -> bool {
        self.lock().views.values().any(|hung| !hung.pages.is_empty())
    }

    /// Notes that somebody looks at a view, until what is handed back is dropped.
    #[must_use]
    pub fn look(self: &Arc<Self>, view: View) -> Looking {
        *self.lock().lookers.entry(view).or_default() += 1;
        Looking { board: Arc::clone(self), view }
    }

    /// The views that somebody looks at; the official pages where nobody looks.
    #[must_use]
    pub fn wanted(&self) -> Vec<View> {
        let all = self.lock();
        let looked = all.lookers.iter().filter(|(_, n)| **n > 0).map(|(view, _)| *view);
        let wanted: Vec<View> = looked.collect();
        if wanted.is_empty() { vec![View::Official] } else { wanted }
    }

    /// Hangs up what does not change.
    pub fn pin(&self, beside: Vec<(String, Beside)>) {
        self.lock().pinned = beside.into_iter().collect();
    }

    /// What does not change, by its path.
    #[must_use]
    pub fn pinned(&self, path: &str) -> Option<Beside> {
        self.lock().pinned.get(path).cloned()
    }

    /// Takes the board down: nobody waits for it any more.
    pub fn close(&self) {
        self.lock().closed = true;
        self.news.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, All> {
        // What hangs is replaced whole or not at all, so a panic elsewhere leaves it true.
        self.hung.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The board is taken down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closed;

/// Somebody looks at a view.
pub struct Looking {
    board: Arc<Board>,
    view: View,
}

impl Drop for Looking {
    fn drop(&mut self) {
        let mut all = self.board.lock();
        let lookers = all.lookers.entry(self.view).or_default();
        *lookers = lookers.saturating_sub(1);
    }
}

impl All {
    fn state(&self, view: View) -> (u64, Arc<str>) {
        self.views.get(&view).map_or_else(Default::default, |h| (h.version, Arc::clone(&h.state)))
    }
}

impl Hung {
    fn render(&mut self, ready: bool) {
        let state = State {
            version: self.version,
            ready,
            pages: self.pages.clone(),
            panel: self.panel.clone(),
            trouble: self.trouble.clone(),
            more: self.more,
        };
        let json = serde_json::to_string(&state);
        self.state = json.expect("the state has string keys and whole numbers only").into();
    }
}

fn page(sheet: &Sheet) -> PageState {
    PageState {
        name: sheet.picture.name.clone(),
        width: sheet.picture.width,
        height: sheet.picture.height,
        links: sheet.links.clone(),
        fields: sheet.fields.clone(),
        trim: sheet.trim,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preview::Drawn;

    fn round(pages: Option<&[u128]>, trouble: &str) -> Round {
        let sheet = |looks: &u128| Sheet {
            picture: Arc::new(picture(*looks)),
            links: Vec::new(),
            fields: Vec::new(),
            trim: None,
        };
        Round {
            sheets: pages.map(|pages| pages.iter().map(sheet).collect()),
            panel: Panel::default(),
            trouble: trouble.to_owned(),
            more: false,
        }
    }

    fn picture(looks: u128) -> Picture {
        Picture::new(looks, (1, 1), || Drawn { svg: String::new(), words: String::new() })
    }

    fn name(looks: u128) -> String {
        picture(looks).name
    }

    #[test]
    fn the_last_good_pages_stay_while_something_is_broken() {
        let board = Board::new();
        assert!(board.hang(View::Official, round(Some(&[1]), "")));
        assert!(board.hang(View::Official, round(None, "error: unclosed string")));
        let (version, state) = board.state(View::Official);
        assert_eq!(version, 2);
        assert!(state.contains(&name(1)) && state.contains("unclosed string"), "{state}");
        assert!(board.picture(&name(1)).is_some());
    }

    #[test]
    fn a_round_that_changes_nothing_is_no_news() {
        let board = Board::new();
        assert!(board.hang(View::Official, round(Some(&[1]), "")));
        assert!(!board.hang(View::Official, round(Some(&[1]), "")));
        assert_eq!(board.wait(View::Official, 1, Duration::ZERO), Ok(None));
    }

    #[test]
    fn pictures_are_kept_for_one_state_more_and_then_let_go() {
        let board = Board::new();
        for looks in [1, 2, 3] {
            board.hang(View::Official, round(Some(&[looks]), ""));
        }
        let kept = [1, 2, 3].map(|looks| board.picture(&name(looks)).is_some());
        assert_eq!(kept, [false, true, true]);
    }

    #[test]
    fn each_view_has_its_own_pages_and_is_wanted_while_somebody_looks_at_it() {
        let board = Arc::new(Board::new());
        assert_eq!(board.wanted(), [View::Official]);
        let looking = [board.look(View::Draft), board.look(View::Draft), board.look(View::Print)];
        assert_eq!(board.wanted(), [View::Draft, View::Print]);
        board.hang(View::Draft, round(Some(&[1]), ""));
        board.hang(View::Print, round(Some(&[2]), ""));
        let (_, draft) = board.state(View::Draft);
        assert!(draft.contains(&name(1)) && !draft.contains(&name(2)), "{draft}");
        assert_eq!(board.state(View::Official).0, 0, "nobody looked at it");
        assert!(board.picture(&name(1)).is_some() && board.picture(&name(2)).is_some());
        drop(looking);
        assert_eq!(board.wanted(), [View::Official]);
    }

    #[test]
    fn who_waits_is_woken_by_news_and_by_the_end() {
        let board = Arc::new(Board::new());
        let other = Arc::clone(&board);
        let waiting = std::thread::spawn(move || {
            let first = other
                .wait(View::Official, 0, Duration::from_secs(30))
                .map(|news| news.map(|n| n.0));
            (first, other.wait(View::Official, 1, Duration::from_secs(30)))
        });
        board.hang(View::Official, round(Some(&[1]), ""));
        board.close();
        // Closed first or woken first: never left waiting.
        let (first, then) = waiting.join().expect("the waiting thread");
        assert!(first == Ok(Some(1)) || first == Err(Closed), "{first:?}");
        assert_eq!(then, Err(Closed));
    }
}
