//! The server: this machine only, a handful of fixed paths, nothing from the disk.
//!
//! typst-kit's server is not used: it answers any Host, which opens a report to every web page
//! the browser has open (DNS rebinding), and its events carry no data. `tiny_http`, the crate
//! underneath it, serves here directly.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tiny_http::{Header, Method, Request, Response, Server as Http};

use super::edit::{self, Editor};
use super::{Board, codes};
use crate::finding::Finding;
use crate::text;
use crate::words::{plain, system};

/// First port that is tried where none is named.
const FIRST_PORT: u16 = 3000;
/// How many ports are tried.
const PORTS: u16 = 20;
/// Threads that answer.
const WORKERS: usize = 4;
/// Most browsers that listen for news at the same time.
const LISTENERS: usize = 64;
/// Largest request that changes something, bytes: a field's text, many times over.
const MOST_BYTES: usize = 256 << 10;
/// The header that says that a request comes from our own page.
const TOKEN: &str = "X-Sats-Token";
/// Where the page holds the token.
const TOKEN_PLACE: &str = "{{token}}";
/// How often a quiet stream is given a sign of life, which also finds out who has left.
const PULSE: Duration = Duration::from_secs(10);

/// Only what this server sends may be shown, run or asked for.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'";

const HTML: &str = include_str!("assets/index.html");
const STYLE: &str = include_str!("assets/preview.css");
const SCRIPT: &str = include_str!("assets/preview.js");
const EDIT: &str = include_str!("assets/edit.js");
const ICON: &str = include_str!("assets/icon.svg");

/// A running server.
pub struct Server {
    http: Arc<Http>,
    address: SocketAddr,
    workers: Vec<std::thread::JoinHandle<()>>,
}

impl Server {
    /// Starts on the named port, or on the first free one from 3000. Without an editor the data can
    /// only be looked at.
    ///
    /// # Errors
    /// No port is free.
    pub fn start(
        port: Option<u16>,
        board: Arc<Board>,
        editor: Option<Arc<dyn Editor>>,
    ) -> Result<Self, Finding> {
        let listener = listen(port)?;
        let address = listener.local_addr().map_err(|err| refused(&err))?;
        let http = Http::from_listener(listener, None)
            .map_err(|err| refused(&io::Error::other(err.to_string())))?;
        let http = Arc::new(http);
        let listeners = Arc::new(AtomicUsize::new(0));
        let editing = editor.map(|editor| Editing { editor, token: token() });
        let workers = (0..WORKERS)
            .map(|_| {
                let desk = Desk {
                    board: Arc::clone(&board),
                    port: address.port(),
                    listeners: Arc::clone(&listeners),
                    editing: editing.clone(),
                };
                let http = Arc::clone(&http);
                std::thread::spawn(move || {
                    while let Ok(request) = http.recv() {
                        // The browser has left before it got its answer: nobody to tell.
                        let _ = desk.answer(request);
                    }
                })
            })
            .collect();
        Ok(Self { http, address, workers })
    }

    /// The address that it answers on.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Stops answering.
    pub fn stop(self) {
        for _ in &self.workers {
            self.http.unblock();
        }
        for worker in self.workers {
            // A worker that has panicked has stopped too.
            let _ = worker.join();
        }
    }
}

fn listen(port: Option<u16>) -> Result<TcpListener, Finding> {
    let ports = match port {
        Some(port) => port..=port,
        None => FIRST_PORT..=FIRST_PORT + PORTS - 1,
    };
    let mut last = None;
    for port in ports {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(err) => last = Some((port, err)),
        }
    }
    let (port, err) = last.expect("there is at least one port to try");
    Err(Finding::error(
        codes::SERVER.code,
        text!("port-taken", port = plain(port), why = system(&err)),
    )
    .hint(text!("port-taken-hint")))
}

fn refused(err: &io::Error) -> Finding {
    Finding::error(codes::SERVER.code, text!("no-server", why = system(err)))
}

/// One who answers.
struct Desk {
    board: Arc<Board>,
    port: u16,
    listeners: Arc<AtomicUsize>,
    editing: Option<Editing>,
}

/// Changing the data, and the word that only this server's own page knows.
#[derive(Clone)]
struct Editing {
    editor: Arc<dyn Editor>,
    token: Arc<str>,
}

/// A word that nobody can guess. It is no part of any output.
fn token() -> Arc<str> {
    // The standard library's hash keys come from the system's source of randomness.
    let part = || RandomState::new().build_hasher().finish();
    format!("{:016x}{:016x}", part(), part()).into()
}

/// What is sent.
struct Body {
    kind: &'static str,
    /// True where another name means other content, so that a browser may keep it.
    lasting: bool,
    bytes: Vec<u8>,
}

impl Desk {
    fn answer(&self, request: Request) -> io::Result<()> {
        if !self.is_for_us(&request) {
            return refuse(request, 403, "this preview answers to this machine only");
        }
        if *request.method() == Method::Post {
            return self.change(request);
        }
        if !matches!(request.method(), Method::Get | Method::Head) {
            return refuse(request, 405, "this preview can only be read");
        }
        if request.url() == "/events" {
            return self.listen(request);
        }
        match self.page(request.url()) {
            Some(body) => send(request, 200, body),
            None => refuse(request, 404, "there is nothing here"),
        }
    }

    /// Hands a change to the editor: with the page's own token, as JSON, and not too long.
    fn change(&self, mut request: Request) -> io::Result<()> {
        let Some(editing) = &self.editing else {
            return refuse(request, 405, "this preview can only be read");
        };
        let header = |name: &'static str| {
            request.headers().iter().find(|h| h.field.equiv(name)).map(|h| h.value.as_str())
        };
        if header(TOKEN) != Some(&*editing.token) {
            return refuse(request, 403, "changes come from the preview's own page only");
        }
        if header("Content-Type").is_none_or(|kind| !kind.starts_with("application/json")) {
            return refuse(request, 415, "changes are told in JSON");
        }
        if request.body_length().is_some_and(|length| length > MOST_BYTES) {
            return refuse(request, 413, "that is too long for a field");
        }
        let mut body = Vec::new();
        request.as_reader().take(MOST_BYTES as u64 + 1).read_to_end(&mut body)?;
        if body.len() > MOST_BYTES {
            return refuse(request, 413, "that is too long for a field");
        }
        let (status, json) = edit::answer(&*editing.editor, request.url(), &body);
        let body =
            Body { kind: "application/json; charset=utf-8", lasting: false, bytes: json.into() };
        send(request, status, body)
    }

    /// Exactly one Host, ours; and where a page asks, it must be ours too. This keeps out other
    /// sites' pages, also those that have talked the name server into our address.
    fn is_for_us(&self, request: &Request) -> bool {
        let named = |name: &'static str| {
            let headers = request.headers().iter();
            headers.filter(move |h| h.field.equiv(name)).map(|h| h.value.as_str())
        };
        let hosts = [format!("127.0.0.1:{}", self.port), format!("localhost:{}", self.port)];
        let ours = |host: &str| hosts.iter().any(|h| h.eq_ignore_ascii_case(host));
        let mut host = named("Host");
        let host = host.next().is_some_and(ours) && host.next().is_none();
        let origin = named("Origin").all(|o| o.strip_prefix("http://").is_some_and(ours));
        let local = request.remote_addr().is_none_or(|peer| peer.ip().is_loopback());
        // A link from elsewhere may open the page; nothing else from elsewhere may ask.
        let foreign = named("Sec-Fetch-Site").any(|s| s == "cross-site" || s == "same-site");
        let opens = request.url() == "/" && named("Sec-Fetch-Mode").all(|m| m == "navigate");
        host && origin && local && (!foreign || opens)
    }

    fn page(&self, url: &str) -> Option<Body> {
        let fixed = |kind, text: &str| Some(Body { kind, lasting: false, bytes: text.into() });
        match url {
            "/" => {
                let token = self.editing.as_ref().map_or("", |editing| &editing.token);
                fixed("text/html; charset=utf-8", &HTML.replace(TOKEN_PLACE, token))
            }
            "/preview.css" => fixed("text/css; charset=utf-8", STYLE),
            "/edit.js" => fixed("text/javascript; charset=utf-8", EDIT),
            "/preview.js" => fixed("text/javascript; charset=utf-8", SCRIPT),
            "/icon.svg" => fixed("image/svg+xml", ICON),
            "/state" => fixed("application/json", &self.board.state().1),
            _ => {
                let (name, end) = url.strip_prefix("/page/")?.split_once('.')?;
                let picture = self.board.picture(name)?;
                let (kind, text) = match end {
                    "svg" => ("image/svg+xml", &picture.drawn().svg),
                    "txt" => ("text/plain; charset=utf-8", &picture.drawn().text),
                    _ => return None,
                };
                Some(Body { kind, lasting: true, bytes: text.as_bytes().to_vec() })
            }
        }
    }

    /// Sends the state now and whenever it changes, as server-sent events.
    fn listen(&self, request: Request) -> io::Result<()> {
        if self.listeners.fetch_add(1, Ordering::Relaxed) >= LISTENERS {
            self.listeners.fetch_sub(1, Ordering::Relaxed);
            return refuse(request, 503, "too many windows show this preview");
        }
        let (board, listeners) = (Arc::clone(&self.board), Arc::clone(&self.listeners));
        std::thread::spawn(move || {
            // An error means that the browser has left.
            let _ = stream(request, &board);
            listeners.fetch_sub(1, Ordering::Relaxed);
        });
        Ok(())
    }
}

fn stream(request: Request, board: &Board) -> io::Result<()> {
    let mut to = request.into_writer();
    // By hand: tiny_http would send it in chunks and hold them back.
    write!(
        to,
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\nretry: 500\n\n"
    )?;
    let (mut seen, state) = board.state();
    write!(to, "id: {seen}\nevent: state\ndata: {state}\n\n")?;
    to.flush()?;
    while let Ok(news) = board.wait(seen, PULSE) {
        match news {
            Some((version, state)) => {
                seen = version;
                write!(to, "id: {version}\nevent: state\ndata: {state}\n\n")?;
            }
            None => write!(to, ": still here\n\n")?,
        }
        to.flush()?;
    }
    write!(to, "event: end\ndata:\n\n")?;
    to.flush()
}

fn header(name: &'static str, value: &str) -> Option<Header> {
    Header::from_bytes(name, value).ok()
}

fn send(request: Request, status: u16, body: Body) -> io::Result<()> {
    let caching = if body.lasting { "private, max-age=31536000, immutable" } else { "no-store" };
    let mut response = Response::from_data(body.bytes).with_status_code(status);
    let headers =
        guards().into_iter().chain([("Content-Type", body.kind), ("Cache-Control", caching)]);
    for header in headers.filter_map(|(name, value)| header(name, value)) {
        response.add_header(header);
    }
    request.respond(response)
}

fn refuse(request: Request, status: u16, why: &str) -> io::Result<()> {
    let mut response = Response::from_string(format!("{why}\n")).with_status_code(status);
    for header in guards().into_iter().filter_map(|(name, value)| header(name, value)) {
        response.add_header(header);
    }
    request.respond(response)
}

fn guards() -> [(&'static str, &'static str); 5] {
    [
        ("Content-Security-Policy", POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ]
}
