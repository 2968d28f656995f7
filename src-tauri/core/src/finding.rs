//! Findings: what stands in the way of a good paper, in words, with the place where it is put right.

use serde::Serialize;
use ts_rs::TS;

use crate::Text;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing should leave the house like this.
    Stop,
    /// Probably not meant.
    Warn,
    /// Good to know.
    Note,
}

/// The screen a finding is put right on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Screen {
    /// Basics: document, issuer, contact, submission, contract.
    Facts,
    /// The schedule.
    Schedule,
    /// Evaluators and criteria.
    Review,
    /// Required items of a proposal.
    Items,
    /// Bidders.
    Bidders,
    /// The list of requirements.
    Requirements,
}

/// Where a finding is put right: a section of the RFP, or a screen and perhaps a fact on it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Place {
    /// Section of the RFP.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub section: Option<String>,
    /// Screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub screen: Option<Screen>,
    /// Key of the fact, or id of the item on that screen.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub key: Option<String>,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Finding {
    /// What it is about, as a word the interface may group by: `date`, `section`, `weights`, `contact`, `bidders` …
    pub kind: &'static str,
    /// Its weight.
    pub severity: Severity,
    /// The sentence.
    pub text: Text,
    /// Where it is put right.
    pub place: Place,
}

impl Finding {
    /// A finding without a place.
    pub fn new(kind: &'static str, severity: Severity, text: Text) -> Self {
        Self { kind, severity, text, place: Place::default() }
    }

    /// The same finding, put right on `screen`.
    #[must_use]
    pub fn on(mut self, screen: Screen) -> Self {
        self.place.screen = Some(screen);
        self
    }

    /// The same finding, put right at the fact or item `key`.
    #[must_use]
    pub fn at(mut self, key: impl Into<String>) -> Self {
        self.place.key = Some(key.into());
        self
    }

    /// The same finding, put right in `section`.
    #[must_use]
    pub fn within(mut self, section: impl Into<String>) -> Self {
        self.place.section = Some(section.into());
        self
    }
}
