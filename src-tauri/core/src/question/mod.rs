//! Questions (質問) and their answers (回答): what bidders asked, in their own words; the wording that is shared, which
//! shows nobody who asked; the answer and how far it has come.

pub mod about;
pub(crate) mod amount;
pub mod asker;
pub mod columns;
pub mod incoming;
pub mod insight;
pub mod late;
mod lettered;
pub mod merge;
mod needle;
mod own;
pub mod parts;
mod phone;
pub mod register;
pub mod sender;
pub mod similar;
pub mod state;
pub mod telling;
#[cfg(test)]
mod tests;
pub mod verbs;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::Moment;
use crate::l10n::fold;
use crate::storage::{Read, Record};
use crate::Result;

/// How far a question has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "QuestionState")]
pub enum State {
    /// Asked.
    Open,
    /// An answer is written.
    Drafted,
    /// The answer may be shared.
    Approved,
    /// It belongs to what bidders are to know.
    Shared,
    /// It is told by another question.
    Merged,
}

/// Who gets the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "QuestionShare")]
pub enum Share {
    /// Every bidder.
    All,
    /// Who asked, alone, for a stated reason.
    Asker,
}

/// What was decided about a question that came after the deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "LateDecision")]
pub enum Late {
    /// Nothing yet, or it came in time.
    #[serde(rename = "")]
    Undecided,
    /// It is answered all the same.
    Accepted,
    /// It is not answered.
    Declined,
}

/// Through what a question came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "QuestionChannel")]
pub enum Channel {
    /// In a hearing.
    Meeting,
    /// By mail.
    Mail,
    /// By telephone.
    Phone,
    /// In a question sheet (質問票).
    Sheet,
    /// Another way.
    Other,
}

/// A question. The number is never given twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Key.
    pub id: String,
    /// Procurement.
    pub procurement: String,
    /// Its number: 1 is shown as Q-001.
    pub number: i64,
    /// The release it was asked about.
    pub release: Option<String>,
    /// Key of the section, in that release or in the draft.
    pub section: Option<String>,
    /// Key of the requirement.
    pub requirement: Option<String>,
    /// The wording for sharing.
    pub wording: String,
    /// The answer, in lines.
    pub answer: String,
    /// How far it has come.
    pub state: State,
    /// Who gets the answer.
    pub share: Share,
    /// Why the asker alone gets it.
    pub share_reason: String,
    /// Who sees to it inside.
    pub owner: String,
    /// Day until which the answer is wanted, `YYYY-MM-DD`, or empty.
    pub due: String,
    /// What was decided where it came after the deadline.
    pub late: Late,
    /// Why.
    pub late_reason: String,
    /// The question that tells it.
    pub merged_into: Option<String>,
    /// Telling words that were knowingly left in the wording or the answer, as long as the
    /// sentence around them stays.
    #[serde(with = "crate::storage::json_text")]
    pub cleared: Vec<String>,
    /// The answer changes the RFP.
    #[serde(with = "crate::storage::flag")]
    pub changes_rfp: bool,
    /// When the answer was approved, UTC.
    pub approved_at: Option<String>,
    /// By whom.
    pub approved_by: String,
    /// When it was first shared, UTC.
    pub shared_at: Option<String>,
    /// How often it has been shared.
    pub revision: i64,
    /// Wording and answer, folded for search.
    pub folded: String,
}

impl Record for Question {
    const KIND: &'static str = "question";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "procurement",
        "number",
        "release",
        "section",
        "requirement",
        "wording",
        "answer",
        "state",
        "share",
        "share_reason",
        "owner",
        "due",
        "late",
        "late_reason",
        "merged_into",
        "cleared",
        "changes_rfp",
        "approved_at",
        "approved_by",
        "shared_at",
        "revision",
        "folded",
    ];

    fn id(&self) -> &str {
        &self.id
    }
}

/// Who asked a question, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asker {
    /// Key.
    pub id: String,
    /// The question.
    pub question: String,
    /// Who asked.
    pub bidder: String,
    /// In which hearing.
    pub hearing: Option<String>,
    /// When it came, in Japan's time.
    pub received_at: Moment,
    /// Through what.
    pub channel: Channel,
    /// The person, bare.
    pub person: String,
    /// The words as received.
    pub words: String,
    /// The row of the sheet or mail it came from; empty for what was typed.
    pub source: String,
    /// The words, folded for search.
    pub folded: String,
}

impl Record for Asker {
    const KIND: &'static str = "question_asker";
    const COLUMNS: &'static [&'static str] =
        &["id", "question", "bidder", "hearing", "received_at", "channel", "person", "words", "source", "folded"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// The highest question number ever given in a procurement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionCount {
    /// Key of the procurement.
    pub id: String,
    /// The number.
    pub last: i64,
}

impl Record for QuestionCount {
    const KIND: &'static str = "question_count";
    const COLUMNS: &'static [&'static str] = &["id", "last"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// `Q-001`.
pub fn label(number: i64) -> String {
    format!("Q-{number:03}")
}

impl Question {
    /// `Q-001`.
    pub fn label(&self) -> String {
        label(self.number)
    }

    /// What a search looks through: number, wording, answer, reason and owner.
    fn folded_words(&self) -> String {
        fold(&format!("{} {} {} {} {}", self.label(), self.wording, self.answer, self.share_reason, self.owner))
    }
}

/// The questions of a procurement by number.
pub fn of(read: &Read<'_>, procurement: &str) -> Result<Vec<Question>> {
    read.all("WHERE procurement = ?1 ORDER BY number", &[&procurement])
}

/// The askers of all questions of a procurement, in the order they asked.
pub fn askers(read: &Read<'_>, procurement: &str) -> Result<Vec<Asker>> {
    read.all(
        "WHERE question IN (SELECT id FROM question WHERE procurement = ?1) ORDER BY received_at, id",
        &[&procurement],
    )
}

/// The askers of a question in the order they asked, those of the questions it tells among them.
pub fn askers_of(read: &Read<'_>, question: &str) -> Result<Vec<Asker>> {
    read.all(
        "WHERE question = ?1 OR question IN (SELECT id FROM question WHERE merged_into = ?1) ORDER BY received_at, id",
        &[&question],
    )
}

/// The askers of all questions of a procurement by the question that tells them, each in the order they asked.
pub fn askers_by_question(read: &Read<'_>, procurement: &str) -> Result<HashMap<String, Vec<Asker>>> {
    let told: HashMap<String, String> = of(read, procurement)?
        .into_iter()
        .filter_map(|question| question.merged_into.map(|into| (question.id, into)))
        .collect();
    let mut found: HashMap<String, Vec<Asker>> = HashMap::new();
    for asker in askers(read, procurement)? {
        let question = told.get(&asker.question).unwrap_or(&asker.question).clone();
        found.entry(question).or_default().push(asker);
    }
    Ok(found)
}

/// The questions that a question tells, by number.
pub fn merged_into(read: &Read<'_>, question: &str) -> Result<Vec<Question>> {
    read.all("WHERE merged_into = ?1 ORDER BY number", &[&question])
}
