//! Mails that come in (`.eml`): who wrote, when, the words, and the sheets that came with them. Nothing remote is looked
//! at, and what a mail says about itself is not believed.

mod charset;
mod plain;

use std::io::Read as _;
use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders as _, PartType};
use sentei_core::{Error, Result, Text};

/// No mail larger than this is read.
pub const LARGEST_MAIL: usize = 25 * 1024 * 1024;
/// What is no packed attachment is seldom longer than a tenth of this.
const MOST_WORDS: usize = 2 * 1024 * 1024;
/// A mail has a handful of parts.
const MOST_PARTS: usize = 200;
/// Mails in mails, as they are forwarded.
const MOST_MAILS: usize = 20;

/// A mail.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mail {
    /// Name of the sender, as written.
    pub name: String,
    /// Its address, in lower case.
    pub address: String,
    /// When it was sent, in Japan's time.
    pub at: Option<NaiveDateTime>,
    /// Subject.
    pub subject: String,
    /// The words, without markup.
    pub text: String,
    /// Sheets that came with it: name and bytes.
    pub sheets: Vec<(String, Vec<u8>)>,
    /// What was not looked at, or could not be made out.
    pub notes: Vec<Text>,
}

/// Reads a file.
///
/// # Errors
/// A file that is no mail, or larger than the limits.
pub fn read_mail(path: &Path) -> Result<Mail> {
    let file = std::fs::File::open(path)?;
    let mut bytes = Vec::new();
    file.take(LARGEST_MAIL as u64 + 1).read_to_end(&mut bytes)?;
    read(&bytes)
}

/// Reads the bytes of a mail.
///
/// # Errors
/// As [`read_mail`].
pub fn read(bytes: &[u8]) -> Result<Mail> {
    if bytes.len() > LARGEST_MAIL {
        return Err(Error::say("error-mail-large").arg("most", LARGEST_MAIL >> 20));
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Error::say("error-mail-outlook"));
    }
    within_limits(bytes)?;
    let message = MessageParser::default().parse(bytes).ok_or_else(not_a_mail)?;
    let from = raw(&message, "From");
    let (name, address) = sender(&from);
    if address.is_empty() && raw(&message, "Subject").is_empty() && message.date().is_none() {
        return Err(not_a_mail());
    }
    let mut mail = Mail {
        name,
        address,
        at: sent(&message),
        subject: charset::words(&raw(&message, "Subject")).split_whitespace().collect::<Vec<_>>().join(" "),
        ..Mail::default()
    };
    mail.text = body(&message);
    if mail.text.contains(char::REPLACEMENT_CHARACTER) {
        mail.notes.push(Text::new("mail-note-letters"));
    }
    let mut left = 0;
    for (at, part) in message.attachments().enumerate() {
        let name = part.attachment_name().map(charset::words).unwrap_or_default();
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        let bytes = match &part.body {
            PartType::Binary(bytes) | PartType::InlineBinary(bytes) => Some(bytes.to_vec()),
            PartType::Text(_) => Some(charset::unpacked(bytes, part)),
            _ => None,
        };
        let is_book = bytes.as_ref().is_some_and(|bytes| bytes.starts_with(b"PK"));
        match bytes {
            Some(bytes)
                if matches!(ending.as_str(), "xlsx" | "xlsm" | "csv" | "tsv") || (is_book && ending.is_empty()) =>
            {
                let name = if name.is_empty() { format!("{}.xlsx", at + 1) } else { name };
                mail.sheets.push((name, bytes));
            }
            _ => left += usize::from(!matches!(part.body, PartType::InlineBinary(_))),
        }
    }
    if left > 0 {
        mail.notes.push(Text::new("mail-note-files").arg("count", left));
    }
    Ok(mail)
}

/// Counted before anything is made of it: packed lines may be long together, what is written may not.
fn within_limits(bytes: &[u8]) -> Result<()> {
    let (mut words, mut parts, mut mails) = (0, 0, 0);
    for line in bytes.split(|byte| *byte == b'\n') {
        let line = line.trim_ascii_end();
        let packed = line.len() >= 60
            && line.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='));
        if packed {
            continue;
        }
        words += line.len() + 1;
        let head = line.get(..line.len().min(200)).unwrap_or_default().to_ascii_lowercase();
        let names = |what: &[u8]| head.windows(what.len()).any(|part| part == what);
        if names(b"content-type") {
            parts += 1;
        }
        if names(b"message/rfc822") {
            mails += 1;
        }
        if words > MOST_WORDS {
            return Err(Error::say("error-mail-words"));
        }
        if parts > MOST_PARTS || mails > MOST_MAILS {
            return Err(Error::say("error-mail-parts"));
        }
    }
    Ok(())
}

fn not_a_mail() -> Error {
    Error::say("error-mail-not")
}

/// A line of the head as it is written, its folds taken out.
fn raw(message: &Message<'_>, name: &'static str) -> String {
    let line = message.headers().iter().find(|header| header.name().eq_ignore_ascii_case(name));
    let bytes =
        line.and_then(|line| message.raw_message().get(line.offset_start() as usize..line.offset_end() as usize));
    bytes.map(charset::guessed).unwrap_or_default().trim().replace(['\r', '\n'], "")
}

/// Name and address of `From`.
fn sender(from: &str) -> (String, String) {
    let (name, address) = match (from.rfind('<'), from.rfind('>')) {
        (Some(open), Some(close)) if open < close => (&from[..open], &from[open + 1..close]),
        _ => ("", from.split(['(', ',', ' ']).find(|word| word.contains('@')).unwrap_or_default()),
    };
    let name = charset::words(name).trim().trim_matches(['"', '\'']).trim().to_owned();
    let address = address.trim().to_lowercase();
    (name, if address.contains('@') && !address.contains(char::is_whitespace) { address } else { String::new() })
}

fn sent(message: &Message<'_>) -> Option<NaiveDateTime> {
    let date = message.date()?;
    let day = NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))?;
    let local = day.and_hms_opt(u32::from(date.hour), u32::from(date.minute), u32::from(date.second))?;
    let zone = TimeDelta::minutes(i64::from(date.tz_hour) * 60 + i64::from(date.tz_minute));
    let utc = if date.tz_before_gmt { local + zone } else { local - zone };
    Some(utc + TimeDelta::hours(9))
}

/// The words of the parts that are to be read, plain where there is a plain one.
fn body(message: &Message<'_>) -> String {
    let mut words = Vec::new();
    for part in message.text_bodies() {
        let text = charset::text(message.raw_message(), part);
        words.push(if is_html(part) { plain::of(&text) } else { text });
    }
    if words.iter().all(|text| text.trim().is_empty()) {
        words.extend(message.html_bodies().map(|part| plain::of(&charset::text(message.raw_message(), part))));
    }
    words.join("\n\n").replace("\r\n", "\n")
}

fn is_html(part: &MessagePart<'_>) -> bool {
    matches!(part.body, PartType::Html(_))
}
