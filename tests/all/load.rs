//! The living data: the one test that reads it, so that an editor can mend a number elsewhere unseen.

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
