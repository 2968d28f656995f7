//! Volumes of work in person-months (人月), exact to the hundredth.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

use crate::{Error, Result};

/// What may stand behind the number: its unit, and that it is the least.
const TAILS: &[&str] =
    &["人月", "人/月", "person-months", "person-month", "person months", "person month", "から", "以上", "~", "+"];
/// More than this is a slip of the hand.
const LARGEST: u32 = 999_900;

/// A volume in hundredths of a person-month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Volume(u32);

impl Volume {
    /// Reads a volume as people type it, in any width, with or without its unit. Zero is none.
    pub fn read(typed: &str) -> Option<Self> {
        let folded: String = typed.nfkc().flat_map(char::to_lowercase).filter(|c| *c != ',').collect();
        let mut text = folded.trim();
        while let Some(rest) = TAILS.iter().find_map(|tail| text.strip_suffix(tail)) {
            text = rest.trim_end();
        }
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.len() <= 6 && text.bytes().all(|b| b.is_ascii_digit());
        let part = if part.len() > 1 { part.trim_end_matches('0') } else { part };
        let part = if part.is_empty() { "0" } else { part };
        if !digits(whole) || !digits(part) || part.len() > 2 {
            return None;
        }
        let hundredths: u32 = format!("{part:0<2}").parse().ok()?;
        let all = whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(hundredths)?;
        (1..=LARGEST).contains(&all).then_some(Self(all))
    }

    /// What is stored for what was typed: an exact decimal, or empty for nothing.
    ///
    /// # Errors
    /// A sentence that says how to type it.
    pub fn typed(typed: &str) -> Result<String> {
        if typed.trim().is_empty() {
            return Ok(String::new());
        }
        Self::read(typed).map(|volume| volume.to_string()).ok_or_else(|| Error::say("error-volume").arg("typed", typed))
    }
}

impl fmt::Display for Volume {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, part) if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            (whole, part) => write!(f, "{whole}.{part:02}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_volume_is_typed_as_people_do() {
        for (typed, stored) in [
            ("3", "3"),
            ("３人月", "3"),
            ("２．５", "2.5"),
            ("0.50 人月から", "0.5"),
            ("3人月以上", "3"),
            ("1,200人月", "1200"),
            ("1.25 person-months", "1.25"),
            ("2.0", "2"),
            ("  ", ""),
        ] {
            assert_eq!(Volume::typed(typed).unwrap(), stored, "{typed}");
        }
        for typed in ["たくさん", "0", "-1", "1.234", "3人", ".5", "99999999", "1.2.3"] {
            assert_eq!(Volume::typed(typed).unwrap_err().message().1, "error-volume", "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_stored_reads_itself(hundredths in 1u32..=LARGEST) {
            let volume = Volume(hundredths);
            prop_assert_eq!(Volume::read(&volume.to_string()), Some(volume));
        }
    }
}
