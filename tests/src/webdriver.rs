//! As much of WebDriver as the tests need: JSON over HTTP to a driver on this machine.

use std::fmt;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::time::Duration;

use serde_json::{json, Value};

/// The key under which WebDriver names an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A port nobody listens on at this moment.
pub fn free_port() -> u16 {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .expect("the machine has a free port")
        .port()
}

/// What the driver said instead of doing it, for example `no such element`.
#[derive(Debug, Clone)]
pub struct Refusal(pub String);

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One element of the page, as the driver names it.
#[derive(Debug, Clone)]
pub struct Element(String);

impl Element {
    /// Reads an element out of what a script gave back; `None` when it gave something else.
    pub fn from_json(value: &Value) -> Option<Self> {
        Some(Self(value.get(ELEMENT)?.as_str()?.to_owned()))
    }

    /// The form in which it is handed to a script.
    pub fn to_json(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

/// One session of a driver: one running program under its control.
#[derive(Debug)]
pub struct Session {
    port: u16,
    id: String,
}

impl Session {
    /// Starts a program under the driver that listens on `port`.
    pub fn start(port: u16, binary: &str, args: &[String]) -> Result<Self, Refusal> {
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "webkitgtk:browserOptions": { "binary": binary, "args": args }
        } } });
        let answer = request(port, "POST", "/session", Some(&wanted))?;
        let id = answer["sessionId"].as_str().ok_or_else(|| Refusal(format!("no session in {answer}")))?.to_owned();
        let session = Self { port, id };
        session.post("/timeouts", &json!({ "script": 60_000, "pageLoad": 60_000, "implicit": 0 }))?;
        Ok(session)
    }

    fn path(&self, rest: &str) -> String {
        format!("/session/{}{rest}", self.id)
    }

    fn post(&self, rest: &str, body: &Value) -> Result<Value, Refusal> {
        request(self.port, "POST", &self.path(rest), Some(body))
    }

    fn get(&self, rest: &str) -> Result<Value, Refusal> {
        request(self.port, "GET", &self.path(rest), None)
    }

    /// Ends the session; the driver ends the program.
    pub fn end(&self) -> Result<(), Refusal> {
        request(self.port, "DELETE", &self.path(""), None).map(drop)
    }

    /// Runs a function body in the page and gives back what it returned.
    pub fn execute(&self, script: &str, args: &[Value]) -> Result<Value, Refusal> {
        self.post("/execute/sync", &json!({ "script": script, "args": args }))
    }

    /// Runs a function body whose last argument is called with the result.
    pub fn execute_async(&self, script: &str, args: &[Value]) -> Result<Value, Refusal> {
        self.post("/execute/async", &json!({ "script": script, "args": args }))
    }

    /// Clicks the middle of an element, after scrolling it into view.
    pub fn click(&self, element: &Element) -> Result<(), Refusal> {
        self.post(&format!("/element/{}/click", element.0), &json!({})).map(drop)
    }

    /// Types into an element. Characters outside the basic plane are lost by the driver.
    pub fn send_keys(&self, element: &Element, text: &str) -> Result<(), Refusal> {
        self.post(&format!("/element/{}/value", element.0), &json!({ "text": text })).map(drop)
    }

    /// The element that has the focus.
    pub fn active(&self) -> Result<Element, Refusal> {
        let answer = self.get("/element/active")?;
        Element::from_json(&answer).ok_or_else(|| Refusal(format!("no element in {answer}")))
    }

    /// Sets the size of the window in pixels.
    pub fn resize(&self, width: u32, height: u32) -> Result<(), Refusal> {
        self.post("/window/rect", &json!({ "width": width, "height": height })).map(drop)
    }

    /// The visible page as PNG.
    pub fn screenshot(&self) -> Result<Vec<u8>, Refusal> {
        let answer = self.get("/screenshot")?;
        decode_base64(answer.as_str().unwrap_or_default()).ok_or_else(|| Refusal("the picture is not base64".into()))
    }
}

/// One request to the driver on `port`, and the `value` of its answer.
fn request(port: u16, method: &str, path: &str, body: Option<&Value>) -> Result<Value, Refusal> {
    let (status, text) =
        exchange(port, method, path, body).map_err(|error| Refusal(format!("{method} {path}: {error}")))?;
    let answer: Value =
        serde_json::from_str(&text).map_err(|error| Refusal(format!("{method} {path}: {error} in {text}")))?;
    let value = answer["value"].clone();
    if status == 200 {
        return Ok(value);
    }
    let reason = value["error"].as_str().unwrap_or("refused");
    let message = value["message"].as_str().unwrap_or_default();
    Err(Refusal(format!("{reason}: {message}")))
}

fn exchange(port: u16, method: &str, path: &str, body: Option<&Value>) -> std::io::Result<(u16, String)> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(90)))?;
    let body = body.map(Value::to_string).unwrap_or_default();
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let answer = String::from_utf8_lossy(&answer);
    let (head, text) = answer.split_once("\r\n\r\n").ok_or_else(|| std::io::Error::other("the driver hung up"))?;
    let status = head
        .split(' ')
        .nth(1)
        .and_then(|code| code.parse().ok())
        .ok_or_else(|| std::io::Error::other("no status line"))?;
    Ok((status, text.to_owned()))
}

fn decode_base64(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let mut bits = 0_u32;
    let mut count = 0;
    for c in text.bytes().filter(|c| !c.is_ascii_whitespace() && *c != b'=') {
        let six = match c {
            b'A'..=b'Z' => c - b'A',
            b'a'..=b'z' => c - b'a' + 26,
            b'0'..=b'9' => c - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = (bits << 6) | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from((bits >> count) & 0xff).ok()?);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::decode_base64;

    #[test]
    fn base64_is_read() {
        assert_eq!(decode_base64("5o+Q5qGI").unwrap(), "提案".as_bytes());
        assert_eq!(decode_base64("YQ==").unwrap(), b"a");
        assert!(decode_base64("a*").is_none());
    }
}
