//! What is sent to the preview's server that no page of its own would send: refused with a clear
//! answer, nothing is written, and nobody else waits.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use sats::preview::Board;
use sats::preview::edit::{Act, Asked, Change, Changed, Editor, Field, Place, Refusal};
use sats::preview::serve::Server;
use sats::words::{Language, Words};

/// Longest that an answer may take; a slow machine is no failure.
const PATIENCE: Duration = Duration::from_secs(60);

/// Knows one field, and counts what is written.
#[derive(Default)]
struct Counter {
    written: AtomicUsize,
}

impl Editor for Counter {
    fn words(&self) -> &Words {
        Words::built_in(Language::Danish)
    }

    fn fields(&self, asked: &Asked) -> Result<Vec<Field>, Refusal> {
        Err(Refusal::Unknown(format!("{} findes ikke", asked.file).into()))
    }

    fn change(&self, change: &Change) -> Result<Changed, Refusal> {
        if change.place.field != "lead" {
            return Err(Refusal::Unknown("feltet findes ikke".into()));
        }
        if change.seen != "now" {
            return Err(Refusal::Faulty(vec!["feltet er ændret imens".into()]));
        }
        self.written.fetch_add(1, Ordering::Relaxed);
        Ok(Changed { place: Place::clone(&change.place), ..Changed::default() })
    }

    fn act(&self, _: &Act) -> Result<Changed, Refusal> {
        self.written.fetch_add(1, Ordering::Relaxed);
        Ok(Changed::default())
    }

    fn undo(&self) -> Result<Changed, Refusal> {
        Err(Refusal::Unknown("der er ikke noget at fortryde".into()))
    }
}

struct Running {
    server: Option<Server>,
    editor: Arc<Counter>,
    address: SocketAddr,
}

impl Running {
    fn start() -> Self {
        let editor = Arc::new(Counter::default());
        let shared: Arc<dyn Editor> = Arc::<Counter>::clone(&editor);
        let server = Server::start(
            Some(0),
            Arc::new(Board::new()),
            Some(shared),
            Words::built_in(Language::Danish),
        )
        .expect("started");
        let address = server.address();
        Self { server: Some(server), editor, address }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        stream
    }

    /// Sends bytes as they are; the status of the answer, and its text.
    fn raw(&self, request: &[u8]) -> (String, String) {
        let mut stream = self.connect();
        // It may be refused before all is sent.
        let _ = stream.write_all(request);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer).into_owned();
        (answer.split(' ').nth(1).unwrap_or_default().to_owned(), answer)
    }

    fn token(&self) -> String {
        let (_, page) = self.raw(&self.head("GET", "/", ""));
        let start = page.find("sats-token\" content=\"").expect("a token") + 21;
        page[start..].split('"').next().expect("a token").to_owned()
    }

    fn head(&self, method: &str, path: &str, headers: &str) -> Vec<u8> {
        format!("{method} {path} HTTP/1.1\r\nHost: {}\r\n{headers}\r\n", self.address).into_bytes()
    }

    fn post(&self, path: &str, headers: &str, body: &str) -> String {
        let length = format!("Content-Length: {}\r\n{headers}", body.len());
        let mut request = self.head("POST", path, &length);
        request.extend_from_slice(body.as_bytes());
        self.raw(&request).0
    }

    fn ours(&self) -> String {
        format!("X-Sats-Token: {}\r\nContent-Type: application/json\r\n", self.token())
    }

    fn written(&self) -> usize {
        self.editor.written.load(Ordering::Relaxed)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.server.take().into_iter().for_each(Server::stop);
    }
}

fn change(field: &str, seen: &str, value: &str) -> String {
    serde_json::json!({
        "place": { "file": "indsatser/ludo.toml", "field": field }, "seen": seen, "value": value,
    })
    .to_string()
}

#[test]
fn a_change_needs_the_token_the_host_and_json() {
    let running = Running::start();
    let ours = running.ours();
    let good = change("lead", "now", "Ny tekst.");
    let json = "Content-Type: application/json\r\n";
    assert_eq!(running.post("/change", json, &good), "403", "no token");
    let guessed = format!("X-Sats-Token: {}\r\n{json}", "0".repeat(32));
    assert_eq!(running.post("/change", &guessed, &good), "403", "a guessed token");
    let foreign = format!("{ours}Origin: http://evil.example\r\n");
    assert_eq!(running.post("/change", &foreign, &good), "403", "another page");
    let cross = format!("{ours}Sec-Fetch-Site: cross-site\r\n");
    assert_eq!(running.post("/change", &cross, &good), "403", "another site");
    let plain = ours.replace("application/json", "text/plain");
    assert_eq!(running.post("/change", &plain, &good), "415", "what a form could send");
    let host = format!(
        "POST /change HTTP/1.1\r\nHost: evil.example\r\n{ours}Content-Length: {}\r\n\r\n{good}",
        good.len()
    );
    assert_eq!(running.raw(host.as_bytes()).0, "403", "another name for this address");
    assert_eq!(running.written(), 0);
    assert_eq!(running.post("/change", &ours, &good), "200");
    assert_eq!(running.written(), 1);
}

#[test]
fn what_cannot_be_done_is_said_and_nothing_is_written() {
    let running = Running::start();
    let ours = running.ours();
    assert_eq!(running.post("/change", &ours, &change("findes.ikke", "now", "x")), "404");
    assert_eq!(running.post("/change", &ours, &change("lead", "old", "x")), "422", "stale");
    for wrong in ["", "{", "[]", "{\"place\":1}", "{\"value\":\"x\"}", "\u{0}", "{\"place\":{}}"] {
        assert_eq!(running.post("/change", &ours, wrong), "422", "{wrong:?}");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(running.post("/change", &ours, &deep), "422", "deeply nested");
    assert_eq!(running.post("/act", &ours, "{\"do\":\"format\"}"), "422", "no such act");
    assert_eq!(running.post("/shell", &ours, "{}"), "404", "no such request");
    let huge = change("lead", "now", &"a".repeat(10 << 20));
    assert_eq!(running.post("/change", &ours, &huge), "413", "10 MB of text");
    let chunked = running.head("POST", "/change", &format!("{ours}Transfer-Encoding: chunked\r\n"));
    assert_eq!(running.raw(&chunked).0, "411");
    let twice = format!("{ours}Content-Length: 2\r\n");
    assert_eq!(running.post("/change", &twice, "{}"), "411", "two lengths");
    assert_eq!(running.written(), 0);
}

#[test]
fn what_is_no_request_is_refused() {
    let running = Running::start();
    for wrong in [
        "\r\n\r\n",
        "GET\r\n\r\n",
        "GET / HTTP/9\r\n\r\n",
        "GET / HTTP/1.1 x\r\n\r\n",
        "GET http://evil.example/ HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\n folded: b\r\n\r\n",
        "\u{16}\u{3}\u{1}\u{2}\r\n\r\n",
    ] {
        assert_eq!(running.raw(wrong.as_bytes()).0, "400", "{wrong:?}");
    }
    let endless = format!("GET / HTTP/1.1\r\nX: {}\r\n\r\n", "a".repeat(1 << 20));
    assert_eq!(running.raw(endless.as_bytes()).0, "400", "a megabyte of head");
    assert_eq!(running.raw(&running.head("GET", "/state", "")).0, "200", "it is still there");
}

#[test]
fn who_is_slow_or_never_ends_keeps_nobody_waiting() {
    let running = Running::start();
    // Heads that never end, bodies that never come, connections that say nothing.
    let begun = running.head("GET", "/state", "");
    let mut waiting: Vec<TcpStream> = Vec::new();
    for nr in 0..60 {
        let mut stream = running.connect();
        match nr % 3 {
            0 => stream.write_all(&begun[..begun.len() - 2]).expect("sent"),
            1 => {
                let head = format!("{}Content-Length: 100\r\n", running.ours());
                stream.write_all(&running.head("POST", "/change", &head)).expect("sent");
            }
            _ => {}
        }
        waiting.push(stream);
    }
    let start = Instant::now();
    for _ in 0..20 {
        assert_eq!(running.raw(&running.head("GET", "/state", "")).0, "200");
    }
    // Less than the server waits for the slow ones: it was not their leaving that helped.
    assert!(start.elapsed() < Duration::from_secs(9), "{:?}", start.elapsed());
    assert_eq!(running.written(), 0);
}

#[test]
fn hundreds_of_requests_at_once_are_all_answered() {
    let running = Running::start();
    let ours = running.ours();
    let answered = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for nr in 0..50 {
                    let status = match nr % 2 {
                        0 => running.raw(&running.head("GET", "/state", "")).0,
                        _ => running.post("/change", &ours, &change("lead", "now", "x")),
                    };
                    answered.fetch_add(usize::from(status == "200"), Ordering::Relaxed);
                }
            });
        }
    });
    assert_eq!((answered.into_inner(), running.written()), (400, 200));
}

#[test]
fn who_leaves_in_the_middle_leaves_nothing_behind() {
    let running = Running::start();
    let ours = running.ours();
    let good = change("lead", "now", "Ny tekst.");
    let head = format!("{ours}Content-Length: {}\r\n", good.len());
    let mut stream = running.connect();
    stream.write_all(&running.head("POST", "/change", &head)).expect("sent");
    stream.write_all(&good.as_bytes()[..good.len() / 2]).expect("sent");
    stream.shutdown(Shutdown::Write).expect("left");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
    assert_eq!(running.written(), 0, "half a text is no text");
}

#[test]
fn a_taken_port_is_said_plainly_and_the_next_free_one_is_found() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port();
    let board = Arc::new(Board::new());
    let refused =
        Server::start(Some(port), Arc::clone(&board), None, Words::built_in(Language::Danish))
            .err();
    let said = refused.map(|f| f.message.to_string()).unwrap_or_default();
    assert!(said.contains(&port.to_string()), "{said}");
    let (one, two) = (
        Server::start(None, Arc::clone(&board), None, Words::built_in(Language::Danish))
            .expect("a free port"),
        Server::start(None, board, None, Words::built_in(Language::Danish)).expect("another"),
    );
    assert_ne!(one.address().port(), two.address().port());
    assert!(one.address().ip().is_loopback() && (3000..3020).contains(&one.address().port()));
    one.stop();
    two.stop();
}
