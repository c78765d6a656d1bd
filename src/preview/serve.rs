//! The server: this machine only, a handful of fixed paths, nothing from the disk.
//!
//! typst-kit's server is not used: it answers any Host, which opens a report to every web page
//! the browser has open (DNS rebinding), and its events carry no data.

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hasher};
use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use super::edit::{self, Editor};
use super::http::{self, NoBody, Request};
use super::{Beside, Board, View, codes};
use crate::finding::Finding;
use crate::limits;
use crate::text;
use crate::words::{Text, Words, plain, system};

/// First port that is tried where none is named.
const FIRST_PORT: u16 = 3000;
/// How many ports are tried.
const PORTS: u16 = 20;
/// Most browsers that listen for news at the same time.
const LISTENERS: usize = limits::LISTENERS;
/// Largest request that changes something, bytes: a field's text, many times over.
const MOST_BYTES: usize = limits::REQUEST_BODY;
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

/// The same for a page that has its styles and pictures in it and no scripts.
const PAGE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; \
                           base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The preview's own page.
const APP: &str = "text/html; charset=utf-8";
/// A page beside it.
const PAGE: &str = "text/html;charset=utf-8";

/// A script.
const SCRIPT: &str = "text/javascript; charset=utf-8";

const HTML: &str = include_str!("assets/index.html");
/// What the script with the words does with them.
const SAY: &str = include_str!("assets/say.js");
const STYLE: &str = include_str!("assets/preview.css");
/// The page's scripts, in the order in which it asks for them.
const SCRIPTS: [(&str, &str); 9] = [
    ("/place.js", include_str!("assets/place.js")),
    ("/view.js", include_str!("assets/view.js")),
    ("/words.js", include_str!("assets/words.js")),
    ("/edit.js", include_str!("assets/edit.js")),
    ("/acts.js", include_str!("assets/acts.js")),
    ("/panel.js", include_str!("assets/panel.js")),
    ("/preview.js", include_str!("assets/preview.js")),
    ("/keys.js", include_str!("assets/keys.js")),
    ("/search.js", include_str!("assets/search.js")),
];
const ICON: &str = include_str!("assets/icon.svg");

/// A running server.
pub struct Server {
    address: SocketAddr,
    stop: Arc<AtomicBool>,
    thread: std::thread::JoinHandle<()>,
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
        words: &Arc<Words>,
    ) -> Result<Self, Finding> {
        let listener = listen(port)?;
        let address = listener.local_addr().map_err(|err| refused(&err))?;
        let desk = Desk {
            board,
            port: address.port(),
            listeners: Arc::new(AtomicUsize::new(0)),
            editing: editor.map(|editor| Editing { editor, token: token() }),
            html: html(words),
            say: script(words),
            words: Arc::clone(words),
        };
        let answer: Arc<dyn Fn(Request) + Send + Sync> = Arc::new(move |request| {
            // The browser has left before it got its answer: nobody to tell.
            let _ = desk.answer(request);
        });
        let stop = Arc::new(AtomicBool::new(false));
        let sign = Arc::clone(&stop);
        let thread = std::thread::spawn(move || http::serve(&listener, &sign, &answer));
        Ok(Self { address, stop, thread })
    }

    /// The address that it answers on.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Stops answering.
    pub fn stop(self) {
        self.stop.store(true, Ordering::Relaxed);
        http::wake(self.address);
        // A thread that has panicked has stopped too.
        let _ = self.thread.join();
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
    /// The page and the script with its words, in the words' language.
    html: String,
    say: String,
    words: Arc<Words>,
}

/// The page in a language; the place of the token stays.
fn html(words: &Words) -> String {
    let said = words.of_preview();
    let mut html = HTML.replace("{{lang}}", words.language().code());
    for (id, text) in &said {
        let text = text.as_str().unwrap_or_default();
        let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
        html = html.replace(&format!("{{{{{id}}}}}"), &text);
    }
    html
}

/// The script by which the others find their words.
fn script(words: &Words) -> String {
    let said = serde_json::Value::Object(words.of_preview());
    format!("const LANG = \"{}\";\nconst SAID = {said};\n{SAY}", words.language().code())
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
            return self.refuse(request, 403, text!("refuse-machine"));
        }
        match request.method.as_str() {
            "POST" => return self.change(request),
            "GET" | "HEAD" => {}
            _ => return self.refuse(request, 405, text!("refuse-read-only")),
        }
        if let Some(view) = viewed(&request.url, "/events") {
            return self.listen(request, view);
        }
        match self.page(&request.url) {
            Some(body) => send(request, 200, body),
            None => self.refuse(request, 404, text!("refuse-nothing")),
        }
    }

    fn refuse(&self, request: Request, status: u16, why: Text) -> io::Result<()> {
        let mut headers = guards(POLICY).to_vec();
        headers.push(("Content-Type", "text/plain; charset=utf-8"));
        request.answer(status, &headers, format!("{}\n", self.words.say(&why)).as_bytes())
    }

    /// Hands a change to the editor: with the page's own token, as JSON, and not too long.
    fn change(&self, mut request: Request) -> io::Result<()> {
        let Some(editing) = &self.editing else {
            return self.refuse(request, 405, text!("refuse-read-only"));
        };
        if request.headers(TOKEN).next() != Some(&*editing.token) {
            return self.refuse(request, 403, text!("refuse-token"));
        }
        let is_json = |kind: &str| kind.starts_with("application/json");
        if !request.headers("Content-Type").any(is_json) {
            return self.refuse(request, 415, text!("refuse-json"));
        }
        let body = match request.body(MOST_BYTES) {
            Ok(body) => body,
            Err(NoBody::TooLong) => return self.refuse(request, 413, text!("refuse-long")),
            Err(NoBody::NoLength) => return self.refuse(request, 411, text!("refuse-length")),
            Err(NoBody::Cut) => return self.refuse(request, 408, text!("refuse-cut")),
        };
        let (status, json) = edit::answer(&*editing.editor, &request.url, &body);
        let body =
            Body { kind: "application/json; charset=utf-8", lasting: false, bytes: json.into() };
        send(request, status, body)
    }

    /// Exactly one Host, ours; and where a page asks, it must be ours too. This keeps out other
    /// sites' pages, also those that have talked the name server into our address.
    fn is_for_us(&self, request: &Request) -> bool {
        let named = |name| request.headers(name);
        let hosts = [format!("127.0.0.1:{}", self.port), format!("localhost:{}", self.port)];
        let ours = |host: &str| hosts.iter().any(|h| h.eq_ignore_ascii_case(host));
        let mut host = named("Host");
        let host = host.next().is_some_and(ours) && host.next().is_none();
        let origin = named("Origin").all(|o| o.strip_prefix("http://").is_some_and(ours));
        let local = request.peer().is_none_or(|peer| peer.is_loopback());
        // A link from elsewhere may open the page; nothing else from elsewhere may ask.
        let foreign = named("Sec-Fetch-Site").any(|s| s == "cross-site" || s == "same-site");
        let opens = request.url == "/" && named("Sec-Fetch-Mode").all(|m| m == "navigate");
        host && origin && local && (!foreign || opens)
    }

    fn page(&self, url: &str) -> Option<Body> {
        let fixed = |kind, text: &str| Some(Body { kind, lasting: false, bytes: text.into() });
        match url {
            "/" => {
                let token = self.editing.as_ref().map_or("", |editing| &editing.token);
                fixed(APP, &self.html.replace(TOKEN_PLACE, token))
            }
            "/say.js" => fixed(SCRIPT, &self.say),
            "/preview.css" => fixed("text/css; charset=utf-8", STYLE),
            "/icon.svg" => fixed("image/svg+xml", ICON),
            _ => {
                if let Some(view) = viewed(url, "/state") {
                    return fixed("application/json", &self.board.state(view).1);
                }
                if let Some((_, script)) = SCRIPTS.iter().find(|(path, _)| *path == url) {
                    return fixed(SCRIPT, script);
                }
                match self.board.pinned(url) {
                    Some(Beside::Picture(svg)) => return fixed("image/svg+xml", &svg),
                    Some(Beside::Page(html)) => return fixed(PAGE, &html),
                    None => {}
                }
                let (name, end) = url.strip_prefix("/page/")?.split_once('.')?;
                let picture = self.board.picture(name)?;
                let (kind, text) = match end {
                    "svg" => ("image/svg+xml", &picture.drawn().svg),
                    "json" => ("application/json", &picture.drawn().words),
                    _ => return None,
                };
                Some(Body { kind, lasting: true, bytes: text.as_bytes().to_vec() })
            }
        }
    }

    /// Sends the state now and whenever it changes, as server-sent events.
    fn listen(&self, request: Request, view: View) -> io::Result<()> {
        if self.listeners.fetch_add(1, Ordering::Relaxed) >= LISTENERS {
            self.listeners.fetch_sub(1, Ordering::Relaxed);
            return self.refuse(request, 503, text!("refuse-windows"));
        }
        let (board, listeners) = (Arc::clone(&self.board), Arc::clone(&self.listeners));
        std::thread::spawn(move || {
            // An error means that the browser has left.
            let _ = stream(request, &board, view);
            listeners.fetch_sub(1, Ordering::Relaxed);
        });
        Ok(())
    }
}

/// The view that is asked for at a path: `/state?vis=udkast`; the official pages at the bare path.
fn viewed(url: &str, path: &str) -> Option<View> {
    match url.strip_prefix(path)? {
        "" => Some(View::Official),
        asked => View::of(asked.strip_prefix("?vis=")?),
    }
}

fn stream(request: Request, board: &Arc<Board>, view: View) -> io::Result<()> {
    let _looking = board.look(view);
    let mut to = request.into_stream();
    write!(
        to,
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\nretry: 500\n\n"
    )?;
    let (mut seen, state) = board.state(view);
    write!(to, "id: {seen}\nevent: state\ndata: {state}\n\n")?;
    to.flush()?;
    while let Ok(news) = board.wait(view, seen, PULSE) {
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

fn send(request: Request, status: u16, body: Body) -> io::Result<()> {
    let caching = if body.lasting { "private, max-age=31536000, immutable" } else { "no-store" };
    let policy = if body.kind == PAGE { PAGE_POLICY } else { POLICY };
    let mut headers = guards(policy).to_vec();
    headers.extend([("Content-Type", body.kind), ("Cache-Control", caching)]);
    request.answer(status, &headers, &body.bytes)
}

fn guards(policy: &'static str) -> [(&'static str, &'static str); 5] {
    [
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ]
}
