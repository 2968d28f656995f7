//! Distribution (配布): giving named items to one bidder, and who knows what.

pub mod knowledge;
pub mod ledger;
pub mod paper;
pub mod sharing;
pub mod verbs;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::Moment;
use crate::place::Placed;
use crate::storage::{Read, Record};
use crate::Result;

/// What is shared beside the releases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "SharedKind")]
pub enum ItemKind {
    /// The answer to a question.
    Answer,
    /// Another file.
    File,
}

/// Where a distribution stands. Nothing counts as given before it is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "DistributionState")]
pub enum State {
    /// Its files are made.
    Prepared,
    /// It was sent.
    Sent,
    /// It was not sent after all.
    Unsent,
}

/// By what means it was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "DistributionMeans")]
pub enum Means {
    /// Not sent yet.
    #[serde(rename = "")]
    Unsaid,
    /// By mail.
    Mail,
    /// Handed over in a meeting.
    Meeting,
    /// By a shared folder.
    Folder,
    /// By post.
    Post,
    /// Another way.
    Other,
}

/// What a file of a distribution is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "DistributionFileKind")]
pub enum FileKind {
    /// The RFP, addressed.
    Rfp,
    /// An addendum, addressed.
    Addendum,
    /// The answers (質問回答書) as PDF.
    Answers,
    /// The answers as Excel.
    AnswersSheet,
    /// A question sheet (質問票) to fill in.
    QuestionSheet,
    /// Another file.
    File,
    /// The draft of the mail.
    Mail,
}

/// An answer as it was shared: what papers say of it. It names nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerShot {
    /// `Q-001`.
    pub number: String,
    /// Number of the section in the release it was asked about: `2.3`; empty where it belongs to none.
    pub section_number: String,
    /// Its title.
    pub section_title: String,
    /// Title of the chapter it stands in; its own where it is one.
    pub chapter: String,
    /// `R-001`, or empty.
    pub requirement: String,
    /// The wording that is shared.
    pub question: String,
    /// The answer, in lines.
    pub answer: String,
    /// Day of the answer.
    pub answered: NaiveDate,
    /// The RFP is changed by it.
    pub changes_rfp: bool,
    /// How often it has been shared, this time included.
    pub revision: i64,
}

/// What bidders are to know beside the releases. It never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedItem {
    /// Key.
    pub id: String,
    /// Procurement.
    pub procurement: String,
    /// What it is.
    pub kind: ItemKind,
    /// The question that is answered.
    pub question: Option<String>,
    /// The item it takes the place of.
    pub replaces: Option<String>,
    /// Its name in lists.
    pub title: String,
    /// Which act of sharing it came with: 1 for the first; 0 for a file.
    pub round: i64,
    /// When, UTC.
    pub shared_at: String,
    /// Keys of the bidders it is meant for; empty for all.
    #[serde(with = "crate::storage::json_text")]
    pub only_for: Vec<String>,
    /// The answer as papers tell it; none for a file.
    #[serde(with = "crate::storage::json_text")]
    pub snapshot: Option<AnswerShot>,
    /// Name of the file; empty for an answer.
    pub name: String,
    /// Size of the file.
    pub bytes: i64,
    /// Under what the file is kept; empty for an answer.
    pub sha256: String,
}

impl Record for SharedItem {
    const KIND: &'static str = "shared_item";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "procurement",
        "kind",
        "question",
        "replaces",
        "title",
        "round",
        "shared_at",
        "only_for",
        "snapshot",
        "name",
        "bytes",
        "sha256",
    ];

    fn id(&self) -> &str {
        &self.id
    }
}

/// Named items for one bidder. Sent, it is never taken back; «not sent after all» is a further act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distribution {
    /// Key.
    pub id: String,
    /// Procurement.
    pub procurement: String,
    /// For whom.
    pub bidder: String,
    /// Where it stands.
    pub state: State,
    /// When its files were made, UTC.
    pub prepared_at: String,
    /// Company and person as the papers name them.
    pub addressee: String,
    /// Address of the mail.
    pub mail: String,
    /// Subject of the mail.
    pub subject: String,
    /// Words of the mail.
    pub body: String,
    /// When it was sent, in Japan's time.
    pub sent_at: Option<Moment>,
    /// By what means.
    pub means: Means,
    /// Who recorded the sending.
    pub sent_by: String,
    /// What there is to say about it.
    pub note: String,
    /// When it was found not to be sent, UTC.
    pub unsent_at: Option<String>,
    /// Why not.
    pub unsent_reason: String,
    /// When the bidder confirmed it, in Japan's time.
    pub received_at: Option<Moment>,
    /// How the bidder confirmed it.
    pub receipt: String,
}

impl Record for Distribution {
    const KIND: &'static str = "distribution";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "procurement",
        "bidder",
        "state",
        "prepared_at",
        "addressee",
        "mail",
        "subject",
        "body",
        "sent_at",
        "means",
        "sent_by",
        "note",
        "unsent_at",
        "unsent_reason",
        "received_at",
        "receipt",
    ];

    fn id(&self) -> &str {
        &self.id
    }
}

/// One item in a distribution: a release, or something shared beside the releases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Key.
    pub id: String,
    /// The distribution.
    pub distribution: String,
    /// The release.
    pub release: Option<String>,
    /// Or the item shared beside the releases.
    pub shared_item: Option<String>,
}

impl Record for Line {
    const KIND: &'static str = "distribution_line";
    const COLUMNS: &'static [&'static str] = &["id", "distribution", "release", "shared_item"];

    fn id(&self) -> &str {
        &self.id
    }
}

impl Line {
    /// Key of the release or of the shared item.
    pub fn item(&self) -> Option<&str> {
        self.release.as_deref().or(self.shared_item.as_deref())
    }
}

/// A file that was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedFile {
    /// Key.
    pub id: String,
    /// The distribution.
    pub distribution: String,
    /// Key of order.
    pub position: String,
    /// What it is.
    pub kind: FileKind,
    /// File name.
    pub name: String,
    /// Size.
    pub bytes: i64,
    /// Under what its bytes are kept.
    pub sha256: String,
}

impl Record for HandedFile {
    const KIND: &'static str = "distribution_file";
    const COLUMNS: &'static [&'static str] = &["id", "distribution", "position", "kind", "name", "bytes", "sha256"];

    fn id(&self) -> &str {
        &self.id
    }
}

impl Placed for HandedFile {
    fn position(&self) -> &str {
        &self.position
    }
}

/// The distributions of a procurement, oldest first.
pub fn of(read: &Read<'_>, procurement: &str) -> Result<Vec<Distribution>> {
    read.all("WHERE procurement = ?1 ORDER BY prepared_at, id", &[&procurement])
}

/// What is shared beside the releases, oldest first.
pub fn shared_items(read: &Read<'_>, procurement: &str) -> Result<Vec<SharedItem>> {
    read.all("WHERE procurement = ?1 ORDER BY shared_at, id", &[&procurement])
}

/// The items of all distributions of a procurement.
pub fn lines(read: &Read<'_>, procurement: &str) -> Result<Vec<Line>> {
    read.all("WHERE distribution IN (SELECT id FROM distribution WHERE procurement = ?1) ORDER BY id", &[&procurement])
}

/// The files of a distribution in order.
pub fn files(read: &Read<'_>, distribution: &str) -> Result<Vec<HandedFile>> {
    read.all("WHERE distribution = ?1 ORDER BY position, id", &[&distribution])
}
