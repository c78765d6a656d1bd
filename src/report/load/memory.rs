//! What was read last. A preview reads the same folder after every change: who changes it reads it,
//! tries the change and writes it, and who shows it reads what was tried. It is read once.

use std::sync::{Arc, Mutex, PoisonError};

use super::Loaded;
use super::files::Files;
use super::stamp::{Stamp, stamp};

/// How many are remembered: two years, each as it is and as it is tried to be, and some more.
const MOST: usize = 6;
/// Largest report that is remembered, indsatser: of larger ones memory is given back as soon as it
/// can be.
const LARGEST: usize = 80;

/// The last one read at the end.
static READ: Mutex<Vec<Arc<Kept>>> = Mutex::new(Vec::new());

struct Kept {
    loaded: Loaded,
    stamp: Stamp,
}

/// What came of the files when they were read before, where they say the same.
pub(super) fn recall(files: &Files<'_>) -> Option<Loaded> {
    let known: Vec<Arc<Kept>> = {
        let read = READ.lock().unwrap_or_else(PoisonError::into_inner);
        read.iter().rev().filter(|kept| kept.loaded.dir == files.dir).cloned().collect()
    };
    if known.is_empty() {
        return None;
    }
    let now = stamp(files.dir).with(files.dir, &files.changes);
    let kept = known.into_iter().find(|kept| {
        let sources = &kept.loaded.sources;
        // The texts are read again: of two changes in the same moment the times tell nothing.
        let says =
            |name: &str| files.text(name).is_ok_and(|text| Some(&*text) == sources.text(name));
        now.is_but_for_texts(&kept.stamp) && sources.names().all(says)
    })?;
    let loaded = kept.loaded.clone();
    keep(kept);
    Some(loaded)
}

/// Remembers what came of files that were described so while they were read.
pub(super) fn remember(loaded: &Loaded, stamp: Stamp) {
    // Of what is faulty some may not have been read.
    let small = loaded.report.as_ref().is_some_and(|report| report.indsatser.len() <= LARGEST);
    if small && !stamp.is_fresh() {
        keep(Arc::new(Kept { loaded: loaded.clone(), stamp }));
    }
}

fn keep(kept: Arc<Kept>) {
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    read.retain(|other| !Arc::ptr_eq(other, &kept));
    if read.len() == MOST {
        read.remove(0);
    }
    read.push(kept);
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use crate::report::load::{indsats_file, load, load_changed};

    const LUDO: &str = "indsatser/ludo.toml";

    /// A copy of the data; its folder, which is named by the year.
    fn copy() -> (tempfile::TempDir, std::path::PathBuf) {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let data = dir.path().join("2024");
        let from = Path::new("tests/fixtures/2024");
        fs::create_dir_all(data.join("indsatser")).expect("made");
        for folder in ["", "indsatser"] {
            for entry in fs::read_dir(from.join(folder)).expect("listed").flatten() {
                if entry.path().is_file() {
                    let to = data.join(folder).join(entry.file_name());
                    fs::copy(entry.path(), to).expect("copied");
                }
            }
        }
        (dir, data)
    }

    #[test]
    fn what_is_tried_is_what_is_read_once_it_is_written() {
        let (_dir, data) = copy();
        let before = load(&data);
        let text = before.sources.text(LUDO).expect("the file").to_owned();
        let ordered = before.sources.text("rapport.toml").expect("the file").to_owned();
        let new = text.replace("navn = \"LUDO\"", "navn = \"LUDO igen\"");
        let renamed = ordered.replace("\"ludo\"", "\"ludo-igen\"");
        let other = indsats_file("ludo-igen");
        let changes: [(&str, Option<&str>); 3] =
            [(LUDO, None), (&other, Some(&new)), ("rapport.toml", Some(&renamed))];
        let tried = load_changed(&data, &changes);
        assert!(tried.sources.text(LUDO).is_none() && tried.sources.text(&other).is_some());
        assert_eq!(load(&data).report, before.report, "nothing is written");
        for (file, text) in changes {
            match text {
                Some(text) => fs::write(data.join(file), text).expect("written"),
                None => fs::remove_file(data.join(file)).expect("removed"),
            }
        }
        let read = super::super::once(&super::Files { dir: &data, changes: Default::default() });
        assert_eq!(tried.report, read.report);
        assert!(tried.report.is_some(), "{:?}", tried.findings);
        assert_eq!(tried.findings, read.findings);
        assert_eq!(load(&data).report, read.report);
    }

    #[test]
    fn a_change_of_the_same_length_in_the_same_moment_is_seen() {
        let (_dir, data) = copy();
        let file = data.join(LUDO);
        let text = fs::read_to_string(&file).expect("read");
        let time = fs::metadata(&file).and_then(|meta| meta.modified()).expect("a time");
        for name in ["LUDA", "LUDE", "LUDI"] {
            fs::write(&file, text.replace("navn = \"LUDO\"", &format!("navn = \"{name}\"")))
                .expect("written");
            fs::File::options()
                .write(true)
                .open(&file)
                .and_then(|file| file.set_modified(time))
                .expect("set");
            let report = load(&data).report.expect("a report");
            let ludo = report.indsatser.iter().find(|i| i.id == "ludo").expect("there");
            assert_eq!(ludo.navn, name);
        }
    }

    #[test]
    fn a_folder_that_was_read_comes_to_the_same_report_again() {
        let (_dir, data) = copy();
        let (a, b) = (load(&data).report.expect("read"), load(&data).report.expect("read"));
        assert!(std::sync::Arc::ptr_eq(&a, &b), "it is not read twice");
        fs::remove_file(data.join(LUDO)).expect("removed");
        assert!(load(&data).report.is_none());
        fs::create_dir(data.join("billeder")).expect("made");
        let text = load(Path::new("tests/fixtures/2024"));
        fs::write(data.join(LUDO), text.sources.text(LUDO).expect("the file")).expect("written");
        fs::write(data.join("billeder/ny.png"), b"x").expect("written");
        assert!(load(&data).report.is_some());
    }
}
