//! The parts of an Office file, behind limits: what a file says about its sizes is not believed.

use std::io::{Cursor, Read as _};

use sentei_core::{Error, Result};
use zip::ZipArchive;

use super::{too_large, LARGEST_FILE};

/// No part is inflated further than this.
const LARGEST_PART: u64 = 64 * 1024 * 1024;
/// Text is seldom packed to less than a fiftieth of its size; a bomb to a thousandth.
const HIGHEST_RATIO: u64 = 200;
/// Below this a high ratio does no harm.
const SMALL_PART: u64 = 1024 * 1024;
/// An RFP has a few dozen parts.
const MOST_PARTS: usize = 1_000;

/// An Office file.
pub(super) struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

impl<'a> Package<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self> {
        if bytes.len() > LARGEST_FILE {
            return Err(too_large());
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
        if zip.len() > MOST_PARTS {
            return Err(Error::say("error-import-parts"));
        }
        Ok(Self { zip })
    }

    /// A part as text; none where the file has no such part. Parts are asked for by name and never written to disk.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<String>> {
        let entry = match self.zip.by_name(name) {
            Ok(entry) => entry,
            Err(zip::result::ZipError::FileNotFound) => return Ok(None),
            Err(_) => return Err(broken()),
        };
        let packed = entry.compressed_size();
        let most = LARGEST_PART.min(SMALL_PART.max(packed.saturating_mul(HIGHEST_RATIO)));
        let mut bytes = Vec::new();
        entry.take(most + 1).read_to_end(&mut bytes).map_err(|_| broken())?;
        if bytes.len() as u64 > most {
            return Err(Error::say("error-import-bomb"));
        }
        decoded(bytes).map(Some).ok_or_else(broken)
    }
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

pub(super) fn broken() -> Error {
    Error::say("error-import-broken")
}
