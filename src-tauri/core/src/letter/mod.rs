//! Letters: the words of mails and letters that leave the house, from templates that come with the program and can be
//! put into the company's own words.

use serde::{Deserialize, Serialize};

use crate::storage::Record;

/// A template in the company's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// `<key>.<language>`.
    pub id: String,
    /// Its subject, with fields.
    pub subject: String,
    /// Its text, with fields.
    pub body: String,
}

impl Record for Letter {
    const KIND: &'static str = "letter";
    const COLUMNS: &'static [&'static str] = &["id", "subject", "body"];

    fn id(&self) -> &str {
        &self.id
    }
}
