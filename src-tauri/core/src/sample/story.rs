//! What the file of the sample tells of the way from the first release to the letters.

use serde::Deserialize;

use crate::distribution::Means;
use crate::proposal::FileKind;
use crate::question::Channel;
use crate::richtext::shorthand::Short;

#[derive(Deserialize)]
pub(super) struct Statement {
    pub signed_on: String,
    pub note: String,
}

#[derive(Deserialize)]
pub(super) struct Agreement {
    pub stakeholders: Vec<Person>,
}

#[derive(Deserialize)]
pub(super) struct Person {
    pub id: String,
    pub title: String,
    pub name: String,
    pub department: String,
}

#[derive(Deserialize)]
pub(super) struct Hearing {
    pub id: String,
    pub bidder: String,
    pub at: String,
    pub minutes: i64,
    pub place: String,
    pub ours: Vec<String>,
    pub theirs: Vec<String>,
    pub notes: String,
    pub questions: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Release {
    pub issued_at: String,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub changes: Vec<Change>,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum Change {
    Section { section: String, after: Vec<Short> },
    Requirement { requirement: String, after: String },
    Field { field: String, after: String },
}

#[derive(Deserialize)]
pub(super) struct Question {
    pub number: String,
    pub askers: Vec<Asker>,
    pub section: String,
    pub requirement: Option<String>,
    pub received: String,
    pub shared_wording: Option<String>,
    pub answer: Option<String>,
    pub share: Option<String>,
    #[serde(default)]
    pub private_reason: String,
    pub merged_into: Option<String>,
    pub leads_to_release: Option<String>,
    #[serde(default)]
    pub late: bool,
    #[serde(default)]
    pub late_decision: String,
    pub history: Vec<Turn>,
}

#[derive(Deserialize)]
pub(super) struct Asker {
    pub bidder: String,
    pub received_at: String,
    pub channel: Channel,
}

/// How far a question had come, and since when.
#[derive(Deserialize)]
pub(super) struct Turn {
    pub state: String,
    pub at: String,
}

#[derive(Deserialize)]
pub(super) struct Distribution {
    pub sent: Vec<Sent>,
    pub gaps: Vec<Gap>,
}

#[derive(Deserialize)]
pub(super) struct Sent {
    pub bidder: String,
    pub means: Means,
    pub sent_at: String,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub failed: bool,
}

#[derive(Deserialize)]
pub(super) struct Gap {
    pub bidder: String,
    pub opened_at: String,
    pub found_at: String,
}

#[derive(Deserialize)]
pub(super) struct Proposal {
    pub bidder: String,
    pub received_at: String,
    pub receipt_sent_at: String,
    pub means: Means,
    #[serde(default)]
    pub decision: String,
    pub head_count: Heads,
    pub files: Vec<Paper>,
    pub estimate_revisions: Vec<Estimate>,
    pub required_items: Vec<Item>,
    pub requirement_answers: Vec<Answer>,
    pub summary: String,
}

#[derive(Deserialize)]
pub(super) struct Heads {
    pub staff: serde_json::Number,
    pub responsible: serde_json::Number,
    pub busy_extra: serde_json::Number,
}

/// A file that was handed in, and its pages where it is whole.
#[derive(Deserialize)]
pub(super) struct Paper {
    pub name: String,
    pub kind: FileKind,
    pub pages: u32,
}

#[derive(Deserialize)]
pub(super) struct Estimate {
    pub at: String,
    pub note: Option<String>,
    pub lines: Vec<Line>,
}

#[derive(Deserialize)]
pub(super) struct Line {
    pub kind: String,
    pub title: String,
    pub unit_price: i64,
    pub quantity: serde_json::Number,
    pub tax: String,
}

#[derive(Deserialize)]
pub(super) struct Item {
    pub state: String,
    pub page: Option<u32>,
}

#[derive(Deserialize)]
pub(super) struct Answer {
    pub requirement: String,
    pub answer: String,
    #[serde(default)]
    pub note: String,
}

#[derive(Deserialize)]
pub(super) struct Evaluation {
    pub sheets: Vec<Sheet>,
    pub consensus: Vec<Consensus>,
}

#[derive(Deserialize)]
pub(super) struct Sheet {
    pub evaluator: String,
    pub handed_in_at: String,
    pub by: String,
    pub marks: Vec<Mark>,
}

#[derive(Deserialize)]
pub(super) struct Mark {
    pub criterion: String,
    pub bidder: String,
    pub mark: Option<String>,
    #[serde(default)]
    pub comment: Option<String>,
    #[serde(default)]
    pub visibility: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Consensus {
    pub criterion: String,
    pub bidder: String,
    pub mark: String,
    pub reason: String,
    pub agreed_at: String,
    pub agreed_by: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Decision {
    pub discussion: Discussion,
    pub approval: Approval,
    pub notices: Vec<Notice>,
}

#[derive(Deserialize)]
pub(super) struct Discussion {
    pub at: String,
    pub attendees: Vec<String>,
    pub preferred: String,
    pub points: Vec<Point>,
}

#[derive(Deserialize)]
pub(super) struct Point {
    pub column: String,
    pub text: String,
    #[serde(default)]
    pub request: String,
    #[serde(default)]
    pub requested_at: String,
    #[serde(default)]
    pub reply: String,
    #[serde(default)]
    pub replied_at: String,
    pub state: String,
    #[serde(default)]
    pub outcome: String,
}

#[derive(Deserialize)]
pub(super) struct Approval {
    pub number: String,
    pub submitted_at: String,
    pub submitted_by: String,
    pub reason: String,
    pub route: Vec<Approver>,
    pub decided_at: String,
    pub conditions: Vec<Condition>,
}

#[derive(Deserialize)]
pub(super) struct Approver {
    pub stakeholder: String,
    pub at: String,
    #[serde(default)]
    pub comment: String,
    #[serde(default)]
    pub condition: String,
}

#[derive(Deserialize)]
pub(super) struct Condition {
    pub text: String,
    pub fulfilled_at: String,
    pub how: String,
}

#[derive(Deserialize)]
pub(super) struct Notice {
    pub bidder: String,
    pub sent_at: String,
    pub from_comments: Vec<Source>,
}

/// The mark a comment was written with.
#[derive(Deserialize)]
pub(super) struct Source {
    pub criterion: String,
    pub bidder: String,
    pub evaluator: String,
}
