//! A procurement (案件) and its facts: what is entered once and drawn from everywhere.

mod facts;
mod key;
mod missing;
pub mod schedule;
pub mod verbs;
pub(crate) mod weeks;

use serde::{Deserialize, Serialize};

pub use facts::{
    cannot_read, mail_address, one_line as line, read_typed, unit_alone, word_field, word_shown, Fact, Facts,
};
pub use key::{FactGroup, FactKey, FactKind};
pub use missing::missing;
pub use weeks::{weeks, Weeks};

use crate::l10n::Lang;
use crate::storage::Record;
use crate::{Error, Result};

/// The zone all times of a procurement mean.
pub const ZONE: &str = "Asia/Tokyo";

/// One vendor selection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Procurement {
    /// Key.
    pub id: String,
    /// Its title, which papers carry too.
    pub title: String,
    /// Language of its papers.
    pub lang: Lang,
    /// Zone of meaning of its dates and times.
    pub zone: String,
    /// Came with the program, to look around in.
    #[serde(with = "crate::storage::flag")]
    pub is_sample: bool,
    /// Put away.
    #[serde(with = "crate::storage::flag")]
    pub archived: bool,
    /// When it was made.
    pub created_at: String,
}

impl Record for Procurement {
    const KIND: &'static str = "procurement";
    const COLUMNS: &'static [&'static str] = &["id", "title", "lang", "zone", "is_sample", "archived", "created_at"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// A name that must not be empty.
pub fn needed_name(typed: &str) -> Result<String> {
    let name = line(typed)?;
    if name.is_empty() {
        Err(Error::say("error-name-empty"))
    } else {
        Ok(name)
    }
}
