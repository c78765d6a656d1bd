//! The preview as a browser meets it: over its socket, with the page's own token.

use std::error::Error;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};

use serde_json::{Value, json};

/// A page that has been opened in a browser.
pub(crate) struct Tab {
    address: SocketAddr,
    token: String,
    events: BufReader<TcpStream>,
    /// What it was told last.
    pub state: Value,
}

impl Tab {
    /// Opens the preview, and waits for its first pages.
    pub(crate) fn open(address: SocketAddr) -> Result<Self, Box<dyn Error>> {
        let (_, page) = ask(address, &format!("GET / HTTP/1.1\r\nHost: {address}\r\n\r\n"))?;
        let token = page.split("name=\"sats-token\" content=\"").nth(1).ok_or("no token")?;
        let token = token.split('"').next().unwrap_or_default().to_owned();
        let mut stream = TcpStream::connect(address)?;
        write!(stream, "GET /events HTTP/1.1\r\nHost: {address}\r\n\r\n")?;
        let mut tab = Self { address, token, events: BufReader::new(stream), state: Value::Null };
        while tab.state["ready"] != true {
            tab.next()?;
        }
        Ok(tab)
    }

    /// Waits for news.
    pub(crate) fn next(&mut self) -> Result<(), Box<dyn Error>> {
        loop {
            let mut line = String::new();
            if self.events.read_line(&mut line)? == 0 {
                return Err("the stream has ended".into());
            }
            if let Some(json) = line.strip_prefix("data: ") {
                self.state = serde_json::from_str(json)?;
                return Ok(());
            }
        }
    }

    /// The name of a page, from 0.
    pub(crate) fn name(&self, page: usize) -> &str {
        self.state["pages"][page]["name"].as_str().unwrap_or_default()
    }

    /// The mark of what a field says.
    pub(crate) fn seen(&self, file: &str, field: &str) -> Result<String, Box<dyn Error>> {
        let said = self.post("/fields", &json!({ "file": file, "fields": [field] }))?;
        Ok(said[0]["seen"].as_str().ok_or("no such field")?.to_owned())
    }

    /// Saves a field; its new mark.
    pub(crate) fn save(
        &self,
        (file, field): (&str, &str),
        seen: &str,
        value: &str,
    ) -> Result<String, Box<dyn Error>> {
        let place = json!({ "file": file, "field": field });
        let said =
            self.post("/change", &json!({ "place": place, "seen": seen, "value": value }))?;
        Ok(said["seen"].as_str().ok_or("no mark")?.to_owned())
    }

    /// The picture of a page.
    pub(crate) fn picture(&self, name: &str) -> Result<String, Box<dyn Error>> {
        let host = self.address;
        let (status, svg) =
            ask(host, &format!("GET /page/{name}.svg HTTP/1.1\r\nHost: {host}\r\n\r\n"))?;
        if status.contains("200") { Ok(svg) } else { Err(status.into()) }
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value, Box<dyn Error>> {
        let (host, token, body) = (self.address, &self.token, body.to_string());
        let (status, said) = ask(
            host,
            &format!(
                "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n\
                 X-Sats-Token: {token}\r\nContent-Length: {}\r\n\r\n{body}",
                body.len()
            ),
        )?;
        if status.contains("200") { Ok(serde_json::from_str(&said)?) } else { Err(said.into()) }
    }
}

/// Asks, and reads status line and body of the answer.
fn ask(address: SocketAddr, request: &str) -> Result<(String, String), Box<dyn Error>> {
    let mut stream = TcpStream::connect(address)?;
    stream.write_all(request.as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    let (head, body) = answer.split_once("\r\n\r\n").ok_or("no answer")?;
    Ok((head.lines().next().unwrap_or_default().to_owned(), body.to_owned()))
}
