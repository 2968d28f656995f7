//! The parts of an Office file, behind limits: what a file says about its sizes is not believed.

use std::io::{BufRead, BufReader, Cursor, Read};

use sentei_core::{Error, Result};
use zip::ZipArchive;

/// No file larger than this is read.
pub const LARGEST_FILE: usize = 20 * 1024 * 1024;
/// No part is inflated further than this.
const LARGEST_PART: u64 = 64 * 1024 * 1024;
/// All parts together are inflated no further than this.
const LARGEST_WHOLE: u64 = 200 * 1024 * 1024;
/// Below this a high ratio does no harm.
const SMALL_PART: u64 = 1024 * 1024;
/// An Office file has a few dozen parts.
const MOST_PARTS: usize = 1_000;
/// No words between two tags, and no tag, are longer than this in bytes: ten times what a cell may hold.
const LONGEST_RUN: usize = 1024 * 1024;

/// An Office file.
pub(crate) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// How much longer than packed a part may be.
    ratio: u64,
    /// Bytes that may still be inflated.
    left: u64,
}

impl<'a> Package<'a> {
    /// Opens a file whose parts are packed to no less than one `ratio`th.
    pub(crate) fn open(bytes: &'a [u8], ratio: u64) -> Result<Self> {
        if bytes.len() > LARGEST_FILE {
            return Err(too_large());
        }
        // Counted before anything is made of them: the list of 65,000 parts alone takes a lot of room.
        if listed(bytes)? > MOST_PARTS {
            return Err(Error::say("error-import-parts"));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
        // Of two parts of one name one reader takes the first, another the last.
        if zip.len() != said(bytes).unwrap_or(zip.len()) {
            return Err(Error::say("error-import-doubles"));
        }
        Ok(Self { zip, ratio, left: LARGEST_WHOLE })
    }

    /// Whether there is a part of which this holds by name.
    pub(crate) fn holds(&self, which: impl Fn(&str) -> bool) -> bool {
        self.zip.file_names().any(which)
    }

    /// A part as text; none where the file has no such part. Parts are asked for by name and never written to disk.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<String>> {
        let Some(mut part) = self.stream(name)? else { return Ok(None) };
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).map_err(|cause| stopped(&quick_xml::Error::Io(cause.into())))?;
        decoded(bytes).map(Some).ok_or_else(broken)
    }

    /// A part to be read piece by piece.
    pub(crate) fn stream(&mut self, name: &str) -> Result<Option<impl BufRead + use<'_, 'a>>> {
        let entry = match self.zip.by_name(name) {
            Ok(entry) => entry,
            Err(zip::result::ZipError::FileNotFound) => return Ok(None),
            Err(_) => return Err(broken()),
        };
        let part = LARGEST_PART.min(SMALL_PART.max(entry.compressed_size().saturating_mul(self.ratio)));
        Ok(Some(BufReader::new(Inflating { entry, part, all: &mut self.left, run: 0 })))
    }
}

/// How many entries of a list of parts stand in the file, whatever it says.
fn listed(mut bytes: &[u8]) -> Result<usize> {
    let mut count = 0;
    while bytes.skip_until(b'P')? > 0 {
        count += usize::from(bytes.starts_with(b"K\x01\x02"));
    }
    Ok(count)
}

/// How many parts the end of the file says there are.
fn said(bytes: &[u8]) -> Option<usize> {
    // The end is 22 bytes and a remark of up to 65,535.
    let end = &bytes[bytes.len().saturating_sub(22 + 65_535)..];
    let at = end.windows(4).rposition(|four| four == b"PK\x05\x06")?;
    let count = end.get(at + 10..at + 12)?;
    Some(usize::from(u16::from_le_bytes([count[0], count[1]])))
}

/// UTF-8, or UTF-16 as its first bytes say.
fn decoded(bytes: Vec<u8>) -> Option<String> {
    let wide = |unit: fn([u8; 2]) -> u16| {
        let units = bytes[2..].chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        char::decode_utf16(units).collect::<Result<String, _>>().ok()
    };
    match bytes.get(..2) {
        Some([0xff, 0xfe]) => wide(u16::from_le_bytes),
        Some([0xfe, 0xff]) => wide(u16::from_be_bytes),
        _ => String::from_utf8(bytes).ok(),
    }
}

pub(crate) fn broken() -> Error {
    Error::say("error-import-broken")
}

pub(crate) fn too_large() -> Error {
    Error::say("error-import-file-large").arg("most", LARGEST_FILE / 1024 / 1024)
}

/// A part while it is inflated.
struct Inflating<'p, R> {
    entry: R,
    /// Bytes this part may still give.
    part: u64,
    /// Bytes all parts together may still give.
    all: &'p mut u64,
    /// Bytes since a tag was last begun.
    run: usize,
}

impl<R: Read> Read for Inflating<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.entry.read(into)?;
        let bytes = read as u64;
        if bytes > self.part || bytes > *self.all {
            return Err(std::io::Error::other(Refused("error-import-bomb")));
        }
        self.part -= bytes;
        *self.all -= bytes;
        // A piece may be as large as a part, and hold many tags.
        for (number, words) in into[..read].split(|byte| *byte == b'<').enumerate() {
            self.run = words.len() + if number == 0 { self.run } else { 0 };
            if self.run > LONGEST_RUN {
                return Err(std::io::Error::other(Refused("error-import-long")));
            }
        }
        Ok(read)
    }
}

/// A limit that was passed while inflating, by the id of its sentence.
#[derive(Debug)]
struct Refused(&'static str);

impl std::fmt::Display for Refused {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str(self.0)
    }
}

impl std::error::Error for Refused {}

/// What stopped the reading of a part: a limit, or damage.
pub(crate) fn stopped(cause: &quick_xml::Error) -> Error {
    let quick_xml::Error::Io(cause) = cause else { return broken() };
    match cause.get_ref().and_then(|inner| inner.downcast_ref::<Refused>()) {
        Some(Refused(id)) => Error::say(id),
        None => broken(),
    }
}
