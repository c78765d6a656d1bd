//! What an edit costs in the preview: from the file's write to the bytes of the edited spread's
//! new pages being ready, watching included, over the whole report; then to those of all pages
//! that look otherwise, one after the other; and what many edits leave behind in memory. Then the
//! same as the browser meets it: from the request that saves a field to the bytes of its new page.
//!
//! `cargo bench --bench preview`, or `cargo bench --bench preview -- 1000` for that many edits, or
//! `-- saved` for those kinds alone that have this in their name.
#![allow(clippy::print_stdout, reason = "a benchmark prints")]

mod ledger;
mod wire;

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use ledger::Ledger;
use sats::pipeline::Pipeline;
use sats::preview::report::ReportCompiler;
use sats::preview::watch::Stop;
use sats::preview::{self, Board, View, rounds};
use sats::typeset::{Fonts, Layouts};
use serde_json::Value;
use wire::Tab;

/// Edits of each kind where none are asked for.
const EDITS: usize = 40;
/// Between two edits: nobody types faster, and what an edit leaves behind is cleared away meanwhile.
const PAUSE: Duration = Duration::from_millis(200);
/// Longest that one edit may take before the benchmark gives up.
const PATIENCE: Duration = Duration::from_secs(30);

/// A kind of edit: what it is called, its file, what stands there, and what stands there after.
struct Kind {
    name: &'static str,
    file: &'static str,
    from: &'static str,
    to: fn(usize) -> String,
}

const KINDS: [Kind; 3] = [
    Kind {
        name: "a number of a series",
        file: "indsatser/eki.toml",
        from: "2021 = 89",
        to: |n| format!("2021 = {}", 100 + n % 800),
    },
    Kind {
        name: "a word of prose",
        file: "indsatser/ludo.toml",
        from: "på 14-19 år til undervisning",
        to: |n| format!("på 14-19 år til {n} undervisning"),
    },
    Kind {
        name: "an amount, summed elsewhere",
        file: "indsatser/ludo.toml",
        from: "beloeb = 1_200_000",
        to: |n| format!("beloeb = {}", 1_200_000 + 1_000 * (n % 500)),
    },
];

fn main() -> Result<(), Box<dyn Error>> {
    let edits = std::env::args().filter_map(|arg| arg.parse().ok()).next().unwrap_or(EDITS);
    let dir = tempfile::tempdir()?;
    let data = dir.path().join("2024");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/2024"), &data)?;
    let fonts = Fonts::load(None).map_err(|found| format!("{found:?}"))?;
    let pipeline = Pipeline::new(Layouts::built_in(), fonts, None)
        .map_err(|problems| format!("{:?}", problems.findings))?;
    let (board, stop) = (Arc::new(Board::new()), Stop::new());
    let mut compiler = ReportCompiler::new(data.clone(), None, pipeline);
    let follower = {
        let (board, stop) = (Arc::clone(&board), stop.clone());
        std::thread::spawn(move || rounds::follow(&mut compiler, &board, &stop))
    };
    let start = Instant::now();
    let mut seen = News::wait(&board, 0)?;
    let told = milliseconds(start.elapsed());
    seen.draw(&board, |_| true)?;
    println!(
        "first pages after {told:.0} ms, all drawn after {:.0}",
        milliseconds(start.elapsed())
    );
    heads();
    let mut ledger = Ledger::open("preview")?;
    for kind in KINDS.iter().filter(|kind| asked(kind.name)) {
        let path = data.join(kind.file);
        let text = fs::read_to_string(&path)?;
        let Some(_) = text.find(kind.from) else {
            return Err(format!("{} has changed", kind.file).into());
        };
        let (mut first, mut all) = (Vec::new(), Vec::new());
        let (mut changed, mut before) = (0, None);
        for n in 1..=edits {
            std::thread::sleep(PAUSE);
            let edited = text.replacen(kind.from, &(kind.to)(n), 1);
            let clock = Instant::now();
            fs::write(&path, edited)?;
            let news = News::wait(&board, seen.version)?;
            let spread = news.spread(kind.file)?;
            let is_new = |page: usize| news.names.get(page) != seen.names.get(page);
            let drawn = news.draw(&board, |page| spread.contains(&page) && is_new(page))?;
            if drawn == 0 {
                return Err(format!("the spread of {} has not changed", kind.file).into());
            }
            first.push(milliseconds(clock.elapsed()));
            let mut last = news;
            while last.more {
                last = News::wait(&board, last.version)?;
            }
            changed = last.draw(&board, |page| last.names.get(page) != seen.names.get(page))?;
            all.push(milliseconds(clock.elapsed()));
            seen = last;
            // Caches fill in the first edits; what grows after that is a leak.
            if n == edits.div_ceil(5) {
                before = Some(resident_mib()?);
            }
        }
        let ([median, late, worst], [whole, ..]) = (shares(first), shares(all));
        println!(
            "{:28} {edits:>5} | {median:>7.1} {late:>7.1} {worst:>8.1} | {whole:>6.1} {changed:>6} \
             | {:>4} {:>4}",
            kind.name,
            before.unwrap_or_default(),
            resident_mib()?
        );
        ledger.tell(&format!("{}: page", kind.name), median, "ms");
        ledger.tell(&format!("{}: all", kind.name), whole, "ms");
    }
    stop.set();
    follower
        .join()
        .map_err(|_| "the follower has panicked")?
        .map_err(|found| found.message.to_string())?;
    let saved: Vec<&Save> = SAVES.iter().filter(|(name, ..)| asked(name)).collect();
    if !saved.is_empty() {
        saves(&data, edits, &saved, &mut ledger)?;
    }
    ledger.close()
}

/// Whether edits of this name are asked for: all are, where no argument is a part of a name.
fn asked(name: &str) -> bool {
    // `save` is the ledger's.
    let is_word =
        |arg: &String| !arg.starts_with('-') && arg != "save" && arg.parse::<usize>().is_err();
    let mut words = std::env::args().skip(1).filter(is_word).peekable();
    words.peek().is_none() || words.any(|word| name.contains(&word))
}

/// Heads of the table of edits.
fn heads() {
    println!(
        "{:28} {:>5} | {:>23} | {:>13} | {:>8}",
        "", "", "the page of the edit, ms", "all pages, ms", "MiB"
    );
    println!(
        "{:28} {:>5} | {:>7} {:>7} {:>8} | {:>6} {:>6} | {:>4} {:>4}",
        "edit", "times", "median", "p95", "max", "median", "number", "then", "now"
    );
}

/// Fields that are saved in the browser: what it is called, its file and field, what it says after.
type Save = (&'static str, &'static str, &'static str, fn(usize) -> String);

const SAVES: [Save; 2] = [
    ("saved: a number", "indsatser/eki.toml", "brugere.serie[0].vaerdier.2021", |n| {
        (100 + n % 800).to_string()
    }),
    ("saved: an amount", "indsatser/ludo.toml", "oekonomi.beloeb", |n| {
        (1_200_000 + 1_000 * (n % 500)).to_string()
    }),
];

/// From the request that saves a field to the bytes of the page that shows it.
fn saves(
    data: &Path,
    edits: usize,
    kinds: &[&Save],
    ledger: &mut Ledger,
) -> Result<(), Box<dyn Error>> {
    let fonts = Fonts::load(None).map_err(|found| format!("{found:?}"))?;
    let pipeline = Pipeline::new(Layouts::built_in(), fonts, None)
        .map_err(|problems| format!("{:?}", problems.findings))?;
    let mut compiler = ReportCompiler::new(data.to_path_buf(), None, pipeline).with_editor();
    let (tell, told) = channel();
    let stop = Stop::new();
    let sign = stop.clone();
    let running = std::thread::spawn(move || {
        preview::run(&mut compiler, Some(0), &sign, &mut |address| {
            // The benchmark waits for it.
            let _ = tell.send(address);
        })
    });
    let mut tab = Tab::open(told.recv_timeout(PATIENCE)?)?;
    println!("{:28} {:>5} | {:>7} {:>7} {:>8}", "save", "times", "median", "p95", "max");
    for (name, file, field, value) in kinds {
        let id = Path::new(file).file_stem().and_then(|id| id.to_str()).unwrap_or_default();
        let all = tab.state["panel"]["indsatser"].as_array().cloned().unwrap_or_default();
        let first = all.iter().find(|i| i["id"] == id).and_then(|i| i["page"].as_u64());
        let page = usize::try_from(first.ok_or("an indsats without a page")?)? - 1;
        let mut seen = tab.seen(file, field)?;
        let mut times = Vec::new();
        for n in 1..=edits {
            std::thread::sleep(PAUSE);
            let before = tab.name(page).to_owned();
            let clock = Instant::now();
            seen = tab.save((file, field), &seen, &value(n))?;
            while tab.name(page) == before {
                tab.next()?;
            }
            tab.picture(tab.name(page))?;
            times.push(milliseconds(clock.elapsed()));
            // Who has saved looks at the page; what other pages say of it comes meanwhile.
            while tab.state["more"] == true {
                tab.next()?;
            }
        }
        let [median, late, worst] = shares(times);
        println!("{name:28} {edits:>5} | {median:>7.1} {late:>7.1} {worst:>8.1}");
        ledger.tell(name, median, "ms");
    }
    stop.set();
    // The stream that it listens to ends with the preview.
    drop(tab);
    let done = running.join().map_err(|_| "the preview has panicked")?;
    done.map_err(|found| found.message.to_string().into())
}

/// What a browser is told.
struct News {
    version: u64,
    /// Names of the pages' pictures.
    names: Vec<String>,
    /// First page of each indsats, from 0, by its id.
    places: BTreeMap<String, usize>,
    /// Whether other pages are still in the making.
    more: bool,
}

impl News {
    /// Waits for good pages newer than `seen`.
    fn wait(board: &Board, seen: u64) -> Result<Self, Box<dyn Error>> {
        let news =
            board.wait(View::Official, seen, PATIENCE).map_err(|_| "the board is taken down")?;
        let (version, state) = news.ok_or("no new pages")?;
        let state: Value = serde_json::from_str(&state)?;
        if state["trouble"] != "" {
            return Err(state["trouble"].to_string().into());
        }
        let all = |list: &Value| list.as_array().cloned().unwrap_or_default();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let names = all(&state["pages"]).iter().map(|page| text(&page["name"])).collect();
        let place = |i: &Value| Some((text(&i["id"]), i["page"].as_u64()? as usize - 1));
        let places = all(&state["panel"]["indsatser"]).iter().filter_map(place).collect();
        Ok(Self { version, names, places, more: state["more"] == true })
    }

    /// The pages, from 0, of the spread that a data file is about.
    fn spread(&self, file: &str) -> Result<Range<usize>, Box<dyn Error>> {
        let id = Path::new(file).file_stem().and_then(|id| id.to_str()).unwrap_or_default();
        let first = *self.places.get(id).ok_or("an indsats without a page")?;
        Ok(first..first + 2)
    }

    /// Has the wanted pages drawn, as a browser does that shows them; says how many they are.
    fn draw(&self, board: &Board, wanted: impl Fn(usize) -> bool) -> Result<usize, Box<dyn Error>> {
        let mut drawn = 0;
        for (_, name) in self.names.iter().enumerate().filter(|(page, _)| wanted(*page)) {
            let picture = board.picture(name).ok_or("a page without a picture")?;
            drawn += usize::from(!picture.drawn().svg.is_empty());
        }
        Ok(drawn)
    }
}

/// The middle one, the one that 95 of 100 are under, and the greatest.
fn shares(mut times: Vec<f64>) -> [f64; 3] {
    times.sort_by(f64::total_cmp);
    [0.5, 0.95, 1.0].map(|share| {
        let at = (share * (times.len() - 1) as f64) as usize;
        times.get(at).copied().unwrap_or(f64::NAN)
    })
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Resident memory of this process, MiB (Linux: `VmRSS` of proc(5), in kB); 0 elsewhere.
fn resident_mib() -> Result<u64, Box<dyn Error>> {
    let Ok(status) = fs::read_to_string("/proc/self/status") else { return Ok(0) };
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).ok_or("no VmRSS")?;
    let kb: u64 = line.split_whitespace().nth(1).ok_or("no number")?.parse()?;
    Ok(kb / 1024)
}

fn copy(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}
