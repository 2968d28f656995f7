//! A sentence on its way to a reader: the id of a Fluent message and what is filled into it.
//!
//! The process never builds sentences out of pieces. It names a message and its arguments, and whoever shows it
//! (window, paper, script) turns it into words of the language in use.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What stands between names in an argument until the language is known; there the word `list-names` takes its place.
pub(crate) const BESIDE: &str = "\u{1F}";

/// The id of a Fluent message with its arguments, all of them already worded (dates, counts, names).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct Text {
    /// Id of the message in `l10n/{ja,en}/*.ftl`.
    pub id: String,
    /// Values for the placeholders of the message, by placeholder name.
    #[serde(default)]
    pub args: BTreeMap<String, String>,
}

impl Text {
    /// A message without arguments.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), args: BTreeMap::new() }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn arg(mut self, name: &str, value: impl Display) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }

    /// The same message with names beside each other as one more argument: A・B in Japanese, A, B in English.
    #[must_use]
    pub fn names<S: AsRef<str>>(self, name: &str, names: &[S]) -> Self {
        let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        self.arg(name, names.join(BESIDE))
    }

    /// Words that are already final (a title, a name), carried by a message that shows them as they are.
    pub fn plain(words: impl Display) -> Self {
        Self::new("plain").arg("text", words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crosses_as_id_and_args() {
        let text = Text::new("overdue-days").arg("days", 3);
        let json = serde_json::to_string(&text).unwrap();
        assert_eq!(json, r#"{"id":"overdue-days","args":{"days":"3"}}"#);
        assert_eq!(serde_json::from_str::<Text>(&json).unwrap(), text);
        assert_eq!(serde_json::from_str::<Text>(r#"{"id":"home"}"#).unwrap(), Text::new("home"));
    }
}
