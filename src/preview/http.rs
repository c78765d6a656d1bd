//! HTTP for a handful of browsers on this machine: a thread for each connection, one request on each.
//! Nobody waits for another: who is slow, or never ends what was begun, is let go after a while.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{IpAddr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::limits;
use crate::text;

/// Most bytes of a request's head.
const MOST_HEAD: u64 = limits::REQUEST_HEAD;
/// How long a request may take to arrive.
const PATIENCE: Duration = Duration::from_secs(limits::REQUEST_SECONDS);
/// How long an answer may wait for who reads it.
const SLOWEST: Duration = Duration::from_secs(limits::ANSWER_SECONDS);
/// Most connections at the same time.
const MOST: usize = limits::CONNECTIONS;
/// How much of what was refused is still read, so that the answer arrives.
const MOST_REFUSED: u64 = 16 << 20;

/// A request: its head; the body is read when it is asked for.
pub(crate) struct Request {
    /// `GET`.
    pub method: String,
    /// `/state`.
    pub url: String,
    headers: Vec<(String, String)>,
    from: BufReader<Timed>,
}

/// Why a body is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoBody {
    /// It does not say how long it is.
    NoLength,
    /// It is longer than asked for.
    TooLong,
    /// It did not arrive.
    Cut,
}

/// A connection that is read until a time.
struct Timed {
    stream: TcpStream,
    until: Instant,
}

impl Read for Timed {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let left = self.until.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.stream.set_read_timeout(Some(left))?;
        self.stream.read(to)
    }
}

impl Request {
    /// The values of a header.
    pub(crate) fn headers<'r>(&'r self, name: &'r str) -> impl Iterator<Item = &'r str> {
        let named = move |(n, _): &&(String, String)| n.eq_ignore_ascii_case(name);
        self.headers.iter().filter(named).map(|(_, value)| value.as_str())
    }

    /// Who asks; none where that is not known any more.
    #[must_use]
    pub(crate) fn peer(&self) -> Option<IpAddr> {
        self.from.get_ref().stream.peer_addr().ok().map(|peer| peer.ip())
    }

    /// The body.
    ///
    /// # Errors
    /// It is longer than `most` bytes, does not say how long, or does not arrive.
    pub(crate) fn body(&mut self, most: usize) -> Result<Vec<u8>, NoBody> {
        let mut lengths = self.headers("Content-Length");
        let length = lengths.next().and_then(|length| length.trim().parse::<u64>().ok());
        let (Some(length), None) = (length, lengths.next()) else { return Err(NoBody::NoLength) };
        drop(lengths);
        if length > most as u64 {
            return Err(NoBody::TooLong);
        }
        let mut body = Vec::new();
        let read = self.from.by_ref().take(length).read_to_end(&mut body);
        match read {
            Ok(n) if n as u64 == length => Ok(body),
            _ => Err(NoBody::Cut),
        }
    }

    /// Answers, and ends the connection.
    ///
    /// # Errors
    /// Nobody reads it.
    pub(crate) fn answer(
        mut self,
        status: u16,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> io::Result<()> {
        let mut head = format!("HTTP/1.1 {status} {}\r\n", reason(status));
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str(&format!("Content-Length: {}\r\nConnection: close\r\n\r\n", body.len()));
        let is_head = self.method == "HEAD";
        let stream = &mut self.from.get_mut().stream;
        stream.write_all(head.as_bytes())?;
        if !is_head {
            stream.write_all(body)?;
        }
        stream.flush()?;
        stream.shutdown(Shutdown::Write)?;
        // What was sent and not asked for would else cut the answer off. It is nobody's any more.
        let _ = io::copy(&mut self.from.take(MOST_REFUSED), &mut io::sink());
        Ok(())
    }

    /// The connection, to be written to as long as it is open.
    #[must_use]
    pub(crate) fn into_stream(self) -> TcpStream {
        self.from.into_inner().stream
    }
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        409 => "Conflict",
        411 => "Length Required",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Content",
        _ => "Service Unavailable",
    }
}

/// Hands every request to `answer`, each in a thread of its own, until `stop` is set and somebody
/// connects once more.
pub(crate) fn serve(
    listener: &TcpListener,
    stop: &AtomicBool,
    answer: &Arc<dyn Fn(Request) + Send + Sync>,
) {
    let open = Arc::new(AtomicUsize::new(0));
    for stream in listener.incoming() {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        // A connection that is gone already, or too many at once.
        let Ok(stream) = stream else { continue };
        if open.fetch_add(1, Ordering::Relaxed) >= MOST {
            open.fetch_sub(1, Ordering::Relaxed);
            continue;
        }
        let (open, answer) = (Arc::clone(&open), Arc::clone(answer));
        std::thread::spawn(move || {
            if let Ok(request) = read(stream) {
                answer(request);
            }
            open.fetch_sub(1, Ordering::Relaxed);
        });
    }
}

/// Wakes [`serve`], so that it sees that it is to stop.
pub(crate) fn wake(address: SocketAddr) {
    // Where nobody listens any more, nobody needs to be woken.
    let _ = TcpStream::connect_timeout(&address, Duration::from_secs(1));
}

/// Reads a request's head; what is none is answered here.
fn read(stream: TcpStream) -> io::Result<Request> {
    stream.set_write_timeout(Some(SLOWEST))?;
    stream.set_nodelay(true)?;
    let mut from = BufReader::new(Timed { stream, until: Instant::now() + PATIENCE });
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let left = MOST_HEAD.saturating_sub(head.len() as u64);
        if from.by_ref().take(left).read_until(b'\n', &mut head)? == 0 {
            break;
        }
    }
    let parsed = std::str::from_utf8(&head).ok().and_then(parse);
    let is_head = parsed.is_some();
    let (method, url, headers) = parsed.unwrap_or_default();
    let request = Request { method, url, headers, from };
    if is_head {
        return Ok(request);
    }
    request.answer(
        400,
        &[("Content-Type", "text/plain")],
        format!("{}\n", text!("refuse-request")).as_bytes(),
    )?;
    Err(io::ErrorKind::InvalidData.into())
}

/// Method, path and headers of a head.
pub type Head = (String, String, Vec<(String, String)>);

/// Reads a head, with the empty line that ends it; none where it is none.
#[must_use]
pub fn parse(head: &str) -> Option<Head> {
    let mut lines = head.strip_suffix("\r\n\r\n")?.split("\r\n");
    let mut first = lines.next()?.split(' ');
    let (method, url, version) = (first.next()?, first.next()?, first.next()?);
    let known = matches!(version, "HTTP/1.1" | "HTTP/1.0") && first.next().is_none();
    if !known || !url.starts_with('/') {
        return None;
    }
    let header = |line: &str| {
        let (name, value) = line.split_once(':')?;
        let is_token = !name.is_empty() && !name.contains(char::is_whitespace);
        is_token.then(|| (name.to_owned(), value.trim().to_owned()))
    };
    let headers: Option<Vec<_>> = lines.map(header).collect();
    Some((method.to_owned(), url.to_owned(), headers?))
}
