//! The living data: the one test that reads it, so that an editor can mend a number elsewhere unseen.

use std::fs;

use std::path::Path;

use sats::finding::print;
use sats::report::load::load;
use sats::words::Words;

#[test]
fn the_2024_report_loads_without_errors() {
    let loaded = load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("data/2024"));
    let report = print::short(&loaded.findings, &loaded.sources, Words::danish());
    assert!(loaded.report.is_some(), "{report}");
    assert!(!loaded.has_errors(), "{report}");
}

#[test]
fn a_folder_that_changes_is_read_as_it_was_at_one_moment_or_told() {
    use std::sync::atomic::{AtomicBool, Ordering};
    let copy = crate::bad::Copy::new();
    let folder = copy.path();
    let text = |file: &str| fs::read_to_string(folder.join(file)).expect("good");
    let both = ["indsatser/ludo.toml", "indsatser/stroem.toml"].map(|file| (file, text(file)));
    let stop = AtomicBool::new(false);
    // One file after the other is replaced by its next state, so `ludo` is never behind.
    let write = |step: usize| {
        for (file, text) in &both {
            let new = text.replace("2023 = 16", &format!("2023 = {}", 1000 + step));
            let part = folder.join(".part");
            fs::write(&part, new).expect("written");
            fs::rename(&part, folder.join(file)).expect("in place");
        }
    };
    let (mut read, mut told) = (0, 0);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for step in 0.. {
                if stop.load(Ordering::Relaxed) {
                    break;
                }
                write(step);
                std::thread::sleep(std::time::Duration::from_millis(step as u64 % 40));
            }
        });
        for _ in 0..60 {
            let loaded = copy.load();
            let Some(report) = &loaded.report else {
                assert!(loaded.findings.iter().all(|f| f.code == "D009"), "{:?}", loaded.findings);
                told += 1;
                continue;
            };
            let last = |nr: usize| {
                let series = &report.indsatser[nr].brugere.serie[0];
                series.vaerdier.values().next_back().map(|value| format!("{value:?}"))
            };
            let number = |nr| {
                last(nr)
                    .expect("a value")
                    .bytes()
                    .filter(u8::is_ascii_digit)
                    .fold(0_usize, |n, digit| n * 10 + usize::from(digit - b'0'))
            };
            let (ludo, stroem) = (number(0), number(1));
            assert!(
                ludo == stroem || stroem < ludo,
                "{ludo} and {stroem} were never there together"
            );
            read += 1;
        }
        stop.store(true, Ordering::Relaxed);
    });
    println!("read {read} times, told {told} times");
    assert!(read > 0);
}
