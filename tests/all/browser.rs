//! The preview in a real browser: `tests/browser/preview.mjs` drives Chromium against the program.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::cli::Project;

/// Longest that the preview may take to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// A program on the PATH.
fn program(name: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    std::env::split_paths(&paths).map(|dir| dir.join(name)).find(|path| path.is_file())
}

/// `SATS_CHROMIUM`, or the first browser of the family on the PATH.
fn chromium() -> Option<PathBuf> {
    let named = std::env::var_os("SATS_CHROMIUM").map(PathBuf::from);
    let usual = || ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(program);
    named.or_else(usual)
}

/// Oldest Node that the browser's driver runs in.
const NODE: u32 = 20;

/// Node, where it is new enough.
fn node() -> Option<PathBuf> {
    let node = program("node")?;
    let version = Command::new(&node).arg("--version").output().ok()?;
    let version = String::from_utf8_lossy(&version.stdout).into_owned();
    let major: u32 = version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()?;
    (major >= NODE).then_some(node)
}

/// The running preview; killed if the test fails before it has ended by itself.
struct Preview(Child);

impl Drop for Preview {
    fn drop(&mut self) {
        // It has ended already where all went well.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn the_preview_follows_edits_shows_errors_and_heals_in_a_browser() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let Some(node) = node() else {
        crate::skip::without(&format!("node from {NODE} on"));
        return;
    };
    let Some(chromium) = chromium() else {
        crate::skip::without("Chromium (set SATS_CHROMIUM to its program)");
        return;
    };
    if !tests.join("node_modules/playwright-core").is_dir() {
        crate::skip::without("playwright-core (npm ci --prefix tests/browser --ignore-scripts)");
        return;
    }
    let project = Project::new();
    let mut command = project.command(&["preview", "--port", "0", "--data", "data/2024"]);
    let mut preview =
        Preview(command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts"));
    let mut address = String::new();
    BufReader::new(preview.0.stdout.take().expect("piped"))
        .read_line(&mut address)
        .expect("it tells its address");
    let run = Command::new(node)
        .arg(tests.join("preview.mjs"))
        .args([chromium.as_os_str(), address.trim().as_ref()])
        .arg(project.path("data/2024"))
        .output()
        .expect("node runs");
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{}{said}", String::from_utf8_lossy(&run.stdout));
    ends_on_interrupt(&mut preview.0);
}

/// Ctrl-C ends it cleanly, also with browsers that have been listening.
fn ends_on_interrupt(preview: &mut Child) {
    let sent = Command::new("kill").args(["-INT", &preview.id().to_string()]).status();
    assert!(sent.is_ok_and(|status| status.success()), "the signal is sent");
    let start = Instant::now();
    loop {
        if let Some(status) = preview.try_wait().expect("its status") {
            assert_eq!(status.code(), Some(0), "Ctrl-C ends it cleanly");
            return;
        }
        assert!(start.elapsed() < PATIENCE, "Ctrl-C ends it");
        std::thread::sleep(Duration::from_millis(20));
    }
}
