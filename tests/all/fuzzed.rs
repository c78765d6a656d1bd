//! What the fuzzer began with, and what it has found: each goes through its door again.

#[path = "../fuzz/doors.rs"]
pub(crate) mod doors;

use std::fs;
use std::time::{Duration, Instant};

use crate::cli::repo;

/// Longest that one seed may take here, many times what it does.
const PATIENCE: Duration = Duration::from_secs(10);

#[test]
fn every_seed_goes_through_its_door() {
    let seeds = repo().join("tests/fuzz/seeds");
    for (name, door) in doors::DOORS {
        let mut count = 0;
        for entry in fs::read_dir(seeds.join(name)).expect("a folder of seeds").flatten() {
            let bytes = fs::read(entry.path()).expect("read");
            let started = Instant::now();
            door(&bytes);
            assert!(
                started.elapsed() < PATIENCE,
                "{:?} takes {:?}",
                entry.path(),
                started.elapsed()
            );
            count += 1;
        }
        assert!(count > 0, "no seed for {name}");
    }
}
