//! The preview: what its server tells and refuses, and that every way of saving a file is seen.
//!
//! A stand-in compiles here: a page per line of the files in a folder. The real one is tested in
//! the browser.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use sats::preview::watch::Stop;
use sats::preview::{self, Compiler, Drawn, Panel, Picture, Round, Sheet, View};

/// Longest that anything here may take; a slow machine is no failure.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// A page per line of every file of the folder, in the order of their names.
struct StandIn {
    dir: PathBuf,
    rounds: Arc<AtomicUsize>,
}

impl StandIn {
    fn lines(&self) -> Result<Vec<String>, String> {
        let mut files = Vec::new();
        collect(&self.dir, &mut files).map_err(|err| err.to_string())?;
        files.sort();
        let mut lines = Vec::new();
        for file in files {
            let text = fs::read_to_string(&file).map_err(|err| err.to_string())?;
            if text.contains("BROKEN") {
                return Err(format!("error: {} is broken", file.display()));
            }
            lines.extend(text.lines().map(str::to_owned));
        }
        if lines.is_empty() { Err("error: there is nothing".to_owned()) } else { Ok(lines) }
    }
}

fn collect(dir: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|e| e == "txt") {
            files.push(path);
        }
    }
    Ok(())
}

impl Compiler for StandIn {
    fn compile(&mut self, view: View) -> Round {
        self.rounds.fetch_add(1, Ordering::Relaxed);
        let sheet = |line: String| {
            let looks = line
                .bytes()
                .fold(0, |sum: u128, byte| sum.wrapping_mul(257).wrapping_add(u128::from(byte)));
            let looks = looks + view as u128;
            let draw = move || Drawn { svg: format!("<svg>{line}</svg>"), words: line };
            Sheet {
                picture: Arc::new(Picture::new(looks, (10, 20), draw)),
                links: Vec::new(),
                fields: Vec::new(),
                trim: None,
            }
        };
        let panel = Panel { title: "Prøve".to_owned(), ..Panel::default() };
        match self.lines() {
            Ok(lines) => {
                let sheets = Some(lines.into_iter().map(sheet).collect());
                Round { sheets, panel, trouble: String::new(), more: false }
            }
            Err(trouble) => Round { sheets: None, panel, trouble, more: false },
        }
    }

    fn watched(&self) -> Vec<PathBuf> {
        vec![self.dir.clone()]
    }
}

/// A running preview of a folder, stopped and joined at the end.
pub(crate) struct Running {
    desk: tempfile::TempDir,
    pub(crate) address: SocketAddr,
    rounds: Arc<AtomicUsize>,
    stop: Stop,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    pub(crate) fn start() -> Self {
        let desk = tempfile::tempdir().expect("a temporary folder");
        let dir = desk.path().join("data");
        fs::create_dir_all(dir.join("part")).expect("a folder");
        fs::write(dir.join("a.txt"), "one\ntwo").expect("written");
        fs::write(dir.join("part/b.txt"), "three").expect("written");
        let (rounds, stop) = (Arc::new(AtomicUsize::new(0)), Stop::new());
        let mut compiler = StandIn { dir, rounds: Arc::clone(&rounds) };
        let (tell, told) = channel();
        let sign = stop.clone();
        let thread = std::thread::spawn(move || {
            let mut ready = |address| tell.send(address).expect("the test waits");
            preview::run(&mut compiler, Some(0), &sign, &mut ready).expect("it runs");
        });
        let address = told.recv_timeout(PATIENCE).expect("it starts");
        let running = Self { desk, address, rounds, stop, thread: Some(thread) };
        running.until("the first pages", |s| s.pages == ["one", "two", "three"]);
        running
    }

    fn dir(&self) -> PathBuf {
        self.desk.path().join("data")
    }

    pub(crate) fn write(&self, file: &str, text: &str) {
        fs::write(self.dir().join(file), text).expect("written");
    }

    /// Sends a request as it is, and reads the whole answer.
    fn raw(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(self.address).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        stream.write_all(request.as_bytes()).expect("sent");
        let mut answer = Vec::new();
        // A refused connection may be cut after the answer.
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    pub(crate) fn get(&self, path: &str, headers: &str) -> String {
        let host = self.address;
        self.raw(&format!(
            "GET {path} HTTP/1.1\r\nHost: {host}\r\n{headers}Connection: close\r\n\r\n"
        ))
    }

    pub(crate) fn state(&self) -> State {
        let answer = self.get("/state", "");
        let json = answer.split_once("\r\n\r\n").map(|(_, body)| body).unwrap_or_default();
        let json: serde_json::Value = serde_json::from_str(json).expect("JSON");
        let word = |page: &serde_json::Value| {
            let name = page["name"].as_str().unwrap_or_default();
            let answer = self.get(&format!("/page/{name}.json"), "");
            answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap_or_default()
        };
        State {
            pages: json["pages"]
                .as_array()
                .map(|p| p.iter().map(word).collect())
                .unwrap_or_default(),
            trouble: json["trouble"].as_str().unwrap_or_default().to_owned(),
        }
    }

    fn until(&self, what: &str, is: impl Fn(&State) -> bool) {
        let start = Instant::now();
        loop {
            let state = self.state();
            if is(&state) {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "{what}: {:?} {}", state.pages, state.trouble);
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn shows(&self, pages: &[&str]) {
        self.until(&format!("{pages:?}"), |s| s.pages == pages && s.trouble.is_empty());
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.set();
        let ended = self.thread.take().map(JoinHandle::join);
        assert!(matches!(ended, Some(Ok(()))) || std::thread::panicking(), "it ends cleanly");
    }
}

#[derive(Debug, PartialEq)]
pub(crate) struct State {
    pub(crate) pages: Vec<String>,
    trouble: String,
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

#[test]
fn the_page_is_served_with_a_policy_that_lets_nothing_in_from_elsewhere() {
    let running = Running::start();
    for path in ["/", "/preview.js", "/preview.css", "/icon.svg", "/state"] {
        let answer = running.get(path, "");
        assert_eq!(status(&answer), "200", "{path}");
        assert!(answer.contains("Content-Security-Policy: default-src 'none'"), "{path}: {answer}");
        assert!(answer.contains("X-Content-Type-Options: nosniff"), "{path}");
    }
    let page = running.get("/", "");
    assert!(!page.contains("http://") && !page.contains("https://"), "{page}");
    assert!(!page.contains("<script>") && !page.contains("style="), "inline code is refused");
}

#[test]
fn other_hosts_origins_and_methods_are_refused() {
    let running = Running::start();
    let port = running.address.port();
    let request = |host: &str| {
        running.raw(&format!("GET /state HTTP/1.1\r\n{host}Connection: close\r\n\r\n"))
    };
    assert_eq!(status(&request(&format!("Host: localhost:{port}\r\n"))), "200");
    for host in [
        format!("Host: evil.example:{port}\r\n"),
        format!("Host: 127.0.0.1.evil.example:{port}\r\n"),
        "Host: 127.0.0.1\r\n".to_owned(),
        format!("Host: 127.0.0.1:{port}\r\nHost: evil.example\r\n"),
        String::new(),
    ] {
        assert_eq!(status(&request(&host)), "403", "{host:?}");
    }
    assert_eq!(status(&running.get("/state", "Origin: http://evil.example\r\n")), "403");
    assert_eq!(status(&running.get("/state", "Origin: null\r\n")), "403");
    assert_eq!(status(&running.get("/state", "Sec-Fetch-Site: cross-site\r\n")), "403");
    let ours = format!("Origin: http://127.0.0.1:{port}\r\nSec-Fetch-Site: same-origin\r\n");
    assert_eq!(status(&running.get("/state", &ours)), "200");
    let opened = "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n";
    assert_eq!(status(&running.get("/", opened)), "200");
    let post = format!(
        "POST / HTTP/1.1\r\nHost: {}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        running.address
    );
    assert_eq!(status(&running.raw(&post)), "405");
}

#[test]
fn nothing_but_its_own_pages_can_be_reached() {
    let running = Running::start();
    let secret = running.dir().join("a.txt");
    let whole = format!("/page/{}", secret.display());
    for path in [
        "/../data/a.txt",
        "/page/../../data/a.txt",
        "/page/%2e%2e/%2e%2e/data/a.txt",
        "/..%5cdata%5ca.txt",
        "/page/",
        "/page/.svg",
        "/page/00000000000000000000000000000000.svg",
        "/data/a.txt",
        "//etc/passwd",
        "/etc/passwd",
        "http://127.0.0.1/etc/passwd",
        whole.as_str(),
        "/state?x",
        "/preview.js/..",
    ] {
        let answer = running.get(path, "");
        assert!(["404", "400"].contains(&status(&answer)), "{path}: {answer}");
        assert!(!answer.contains("one\ntwo"), "{path}: {answer}");
    }
}

#[test]
fn news_come_by_themselves_and_errors_leave_the_last_good_pages() {
    let running = Running::start();
    let mut stream = TcpStream::connect(running.address).expect("it listens");
    stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
    write!(stream, "GET /events HTTP/1.1\r\nHost: {}\r\n\r\n", running.address).expect("sent");
    let mut lines = BufReader::new(stream).lines();
    let mut next = || -> serde_json::Value {
        loop {
            let line = lines.next().expect("the stream goes on").expect("a line");
            if let Some(json) = line.strip_prefix("data: ") {
                return serde_json::from_str(json).expect("JSON");
            }
        }
    };
    let first = next();
    running.write("a.txt", "one\n2");
    let second = next();
    assert_eq!(first["pages"][0], second["pages"][0], "an unchanged page keeps its name");
    assert_ne!(first["pages"][1], second["pages"][1]);
    running.write("a.txt", "BROKEN");
    let broken = next();
    assert_eq!(broken["pages"], second["pages"]);
    assert!(broken["trouble"].as_str().is_some_and(|t| t.contains("a.txt is broken")), "{broken}");
    running.write("a.txt", "one\n2");
    let healed = next();
    assert_eq!((&healed["pages"], &healed["trouble"]), (&second["pages"], &"".into()));
}

#[test]
fn a_save_by_rename_is_seen() {
    let running = Running::start();
    for text in ["uno", "due"] {
        running.write(".a.txt.new", text);
        fs::rename(running.dir().join(".a.txt.new"), running.dir().join("a.txt")).expect("renamed");
        running.shows(&[text, "three"]);
    }
    // As vim does: the old file becomes a backup, a new one is made.
    fs::rename(running.dir().join("a.txt"), running.dir().join("a.txt~")).expect("renamed");
    running.write("a.txt", "tre");
    running.shows(&["tre", "three"]);
}

#[test]
fn a_file_that_is_deleted_and_restored_breaks_and_heals() {
    let running = Running::start();
    running.write("a.txt", "BROKEN");
    running.until("the error", |s| s.trouble.contains("a.txt is broken"));
    fs::remove_file(running.dir().join("a.txt")).expect("removed");
    running.shows(&["three"]);
    running.write("a.txt", "one");
    running.shows(&["one", "three"]);
}

#[test]
fn a_folder_that_is_replaced_is_watched_again() {
    let running = Running::start();
    for (old, text) in [("old-1", "uno"), ("old-2", "due")] {
        fs::rename(running.dir(), running.desk.path().join(old)).expect("renamed");
        fs::create_dir(running.dir()).expect("a folder");
        running.write("a.txt", text);
        running.shows(&[text]);
        running.write("a.txt", "edited");
        running.shows(&["edited"]);
    }
    fs::remove_dir_all(running.dir()).expect("removed");
    running.until("the error", |s| !s.trouble.is_empty() && s.pages == ["edited"]);
    fs::create_dir_all(running.dir().join("part")).expect("a folder");
    running.write("part/b.txt", "back");
    running.shows(&["back"]);
}

#[test]
fn a_folder_inside_that_is_replaced_is_watched_again() {
    let running = Running::start();
    fs::rename(running.dir().join("part"), running.desk.path().join("gone")).expect("renamed");
    running.shows(&["one", "two"]);
    fs::rename(running.desk.path().join("gone"), running.dir().join("part")).expect("renamed");
    running.shows(&["one", "two", "three"]);
    running.write("part/b.txt", "3");
    running.shows(&["one", "two", "3"]);
}

#[test]
fn many_files_at_once_are_one_or_a_few_rounds() {
    let running = Running::start();
    let before = running.rounds.load(Ordering::Relaxed);
    for nr in 100..300 {
        running.write(&format!("part/{nr}.txt"), "BROKEN");
    }
    for nr in 100..300 {
        running.write(&format!("part/{nr}.txt"), &format!("page {nr}"));
    }
    running.until("all pages", |s| s.pages.len() == 203 && s.trouble.is_empty());
    let rounds = running.rounds.load(Ordering::Relaxed) - before;
    assert!(rounds <= 40, "{rounds} rounds for 400 saves");
}

#[test]
fn of_rapid_saves_the_newest_is_what_stands_in_the_end() {
    let running = Running::start();
    for nr in 0..300 {
        running.write("a.txt", &format!("save {nr}"));
    }
    running.shows(&["save 299", "three"]);
    let rounds = running.rounds.load(Ordering::Relaxed);
    std::thread::sleep(Duration::from_millis(300));
    let later = running.rounds.load(Ordering::Relaxed);
    assert!(later - rounds <= 2, "it is quiet when nothing happens: {rounds} then {later}");
}
