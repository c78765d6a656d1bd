//! Hostile bytes in numbers: whatever comes, nothing panics, nothing takes longer than ten seconds,
//! and what `check` accepts every build accepts too. A few of each run with the tests;
//! `SATS_CAMPAIGN=5000 cargo test --release --test all -- campaign --nocapture` runs as many as are asked.

use std::fs;
use std::time::{Duration, Instant};

use sats::pipeline::excerpt::Selection;
use sats::pipeline::{Pages, Pipeline};
use sats::typeset::{Fonts, Layouts};

use crate::bad::Copy;
use crate::cli::repo;
use crate::fuzzed::doors::DOORS;

/// Longest that one input may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// How many of each kind: a few, or as many as are asked for.
fn times(few: usize) -> usize {
    let asked = std::env::var("SATS_CAMPAIGN").ok().and_then(|n| n.parse().ok());
    asked.unwrap_or(few)
}

/// Numbers without order that are the same in every run (xorshift, Marsaglia 2003).
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or(0) % below.max(1)
    }
}

/// What is put into a file where it hurts.
const SPLICED: [&[u8]; 14] = [
    b"1e300",
    b"-1",
    b"nan",
    b"99999999999999999999",
    b"\"\"",
    b"[]",
    b"{}",
    b"\0",
    b"\xff\xfe",
    b"[[",
    b"'''",
    b"\xe2\x80\xae",
    b"{antal.x}",
    b"**",
];

/// The bytes with one to four changes.
fn mutated(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.next(4) {
        let at = dice.next(bytes.len() + 1);
        let end = (at + dice.next(24)).min(bytes.len());
        match dice.next(7) {
            0 => drop(bytes.drain(at..end)),
            1 => bytes.truncate(at),
            2 => {
                let piece = bytes[at..end].to_vec();
                let to = dice.next(bytes.len() + 1);
                bytes.splice(to..to, piece);
            }
            3 => drop(bytes.splice(at..end, SPLICED[dice.next(SPLICED.len())].iter().copied())),
            4 => {
                let piece = SPLICED[dice.next(SPLICED.len())];
                drop(bytes.splice(at..at, piece.iter().copied()));
            }
            _ => {
                let bit = 1 << dice.next(8);
                bytes.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= bit);
            }
        }
    }
    bytes
}

/// Sends mutated seeds through a door.
fn through(name: &str, count: usize, more: &[Vec<u8>]) {
    let door = DOORS.iter().find(|(door, _)| *door == name).expect("a door").1;
    let mut seeds: Vec<Vec<u8>> = Vec::new();
    let mut paths: Vec<_> = fs::read_dir(repo().join("tests/fuzz/seeds").join(name))
        .expect("seeds")
        .flatten()
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    seeds.extend(paths.iter().map(|path| fs::read(path).expect("read")));
    seeds.extend(more.iter().cloned());
    let (mut dice, mut longest) = (Dice(0x5a75), Duration::ZERO);
    for nr in 0..count {
        let bytes = mutated(&seeds[nr % seeds.len()], &mut dice);
        let started = Instant::now();
        let done = std::panic::catch_unwind(|| door(&bytes));
        let took = started.elapsed();
        longest = longest.max(took);
        if done.is_err() || took > PATIENCE {
            let path = std::env::temp_dir().join(format!("sats-broken-{name}-{nr}"));
            fs::write(&path, &bytes).expect("written");
            panic!("{name} {nr}: panic or {took:?}: {}", path.display());
        }
    }
    println!("{name}: {count} times, the longest {longest:?}");
}

#[test]
fn mutated_data_is_checked() {
    through("data", times(60), &[]);
}

#[test]
fn mutated_pdfs_are_judged_and_their_comments_read() {
    let count = times(40).min(1000);
    let pdf = crate::print::desk::finished(&crate::print::desk::report(), "x4-coated");
    through("preflight", count, std::slice::from_ref(&pdf));
    through("comments", count, &[pdf]);
}

#[test]
fn mutated_pictures_and_fonts_are_told_or_taken() {
    through("picture", times(40).min(300), &[]);
    let font = fs::read(repo().join("fonts/SourceSans3-Regular.otf")).expect("a font");
    through("font", times(20).min(200), &[font]);
}

#[test]
fn what_check_accepts_is_built() {
    let fonts = Fonts::load(None).expect("the fonts built in");
    let mut pipeline = Pipeline::new(Layouts::built_in(), fonts, None).expect("a pipeline");
    let files = ["rapport.toml", "bydele.toml", "indsatser/ludo.toml", "indsatser/stroem.toml"];
    let copy = Copy::new();
    let good = files.map(|file| fs::read_to_string(copy.path().join(file)).expect("good"));
    let (mut dice, mut built, mut refused, mut tried) = (Dice(0xb111d), 0, 0, 0);
    let wanted = times(3).min(500);
    let mut longest = Duration::ZERO;
    while built < wanted {
        let nr = dice.next(files.len());
        let text = reworded(&good[nr], &mut dice);
        tried += 1;
        copy.write(files[nr], &text);
        let loaded = copy.load();
        if loaded.report.is_none() || pipeline.check(&loaded).are_errors() {
            refused += 1;
        } else {
            let started = Instant::now();
            let all = Selection::default();
            let pages = pipeline.pages(&copy.path(), &all, &|_| Ok(()));
            let made = pages.and_then(|Pages { prepared, typeset, .. }| {
                pipeline.official(&prepared, typeset.document)
            });
            longest = longest.max(started.elapsed());
            if let Err(problems) = &made {
                panic!("accepted, then refused: {:?}\\n{}:\\n{text}", problems.findings, files[nr]);
            }
            built += 1;
        }
        copy.write(files[nr], &good[nr]);
        assert!(tried < 40 * wanted.max(10), "{refused} of {tried} are refused");
    }
    println!("{built} built of {tried} tried, {refused} refused; the longest {longest:?}");
}

/// Words that texts may be made of, and hardly anybody would write.
const WORDS: [&str; 12] = [
    "Ørkenvandring",
    "*",
    "1.234,5",
    "\u{301}",
    "Speciallægekonsultationsordningsudvalgsformand",
    "—",
    "æ",
    "2023",
    "{antal.indsatser}",
    "#set",
    "$x$",
    "\u{ad}",
];

/// A file with other values, mostly still in its shape: numbers, words, lines twice or not at all.
fn reworded(text: &str, dice: &mut Dice) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..=dice.next(3) {
        let at = dice.next(lines.len());
        let line = lines[at].clone();
        match dice.next(5) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, line),
            2 => {
                let number = [0, 1, 7, 99, 1_000_000, 123_456_789][dice.next(6)].to_string();
                let digits = |c: char| c.is_ascii_digit();
                if let Some(from) = line.rfind(digits) {
                    lines[at].replace_range(from..=from, &number);
                }
            }
            _ => {
                let word = WORDS[dice.next(WORDS.len())];
                let many = [1, 1, 2, 30][dice.next(4)];
                if let Some(end) = line.rfind('"') {
                    lines[at].insert_str(end, &format!(" {word}").repeat(many));
                }
            }
        }
        if lines.is_empty() {
            break;
        }
    }
    lines.join("\n") + "\n"
}
