//! Decision (選定): the discussion, the bidder that is chosen, the approval (稟議) and the notices (結果通知).

pub mod approval;
mod contrast;
pub mod discussion;
pub mod draft;
pub mod fixed;
pub mod held;
pub mod notice;
pub mod paper;
pub mod report;
pub mod standing;
#[cfg(test)]
mod tests;
pub mod verbs;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::Moment;
use crate::distribution::Means;
use crate::place::Placed;
use crate::storage::{Read, Record};
use crate::Result;

/// How a procurement ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "DecisionOutcome")]
pub enum Outcome {
    /// Not decided.
    #[serde(rename = "")]
    Open,
    /// One bidder is chosen.
    Award,
    /// None is.
    None,
}

/// The decision of a procurement, and the meeting it was discussed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Key: the procurement's.
    pub id: String,
    /// How it ends.
    pub outcome: Outcome,
    /// The bidder that is recommended, then chosen.
    pub bidder: Option<String>,
    /// Who takes its place if it falls away (次点).
    pub reserve: Option<String>,
    /// Why.
    pub reason: String,
    /// When it was discussed, in Japan's time.
    pub meeting_at: Option<Moment>,
    /// Who was there.
    pub attendees: String,
    /// When it was decided, UTC.
    pub decided_at: Option<String>,
}

impl Record for Decision {
    const KIND: &'static str = "decision";
    const COLUMNS: &'static [&'static str] =
        &["id", "outcome", "bidder", "reserve", "reason", "meeting_at", "attendees", "decided_at"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// On which side a point stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "DiscussionSide")]
pub enum Side {
    /// As expected, or agreed on.
    AsExpected,
    /// Off expectation.
    OffExpectation,
}

/// Where a point stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "DiscussionState")]
pub enum PointState {
    /// Something is still to follow.
    Open,
    /// It is settled.
    Settled,
    /// It could not be settled.
    NotSettled,
}

/// A point of the discussion, with what follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiscussionPoint {
    /// Key.
    pub id: String,
    /// Procurement.
    pub procurement: String,
    /// The bidder it is about.
    pub bidder: Option<String>,
    /// Key of order.
    pub position: String,
    /// On which side.
    pub side: Side,
    /// The point.
    pub text: String,
    /// What was asked of the vendor.
    pub request: String,
    /// When, in Japan's time.
    pub requested_at: Option<Moment>,
    /// What it replied.
    pub reply: String,
    /// When, in Japan's time.
    pub replied_at: Option<Moment>,
    /// Where it stands.
    pub state: PointState,
    /// What came of it.
    pub outcome: String,
}

impl Record for DiscussionPoint {
    const KIND: &'static str = "discussion_point";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "procurement",
        "bidder",
        "position",
        "side",
        "text",
        "request",
        "requested_at",
        "reply",
        "replied_at",
        "state",
        "outcome",
    ];

    fn id(&self) -> &str {
        &self.id
    }
}

impl Placed for DiscussionPoint {
    fn position(&self) -> &str {
        &self.position
    }
}

/// The approval request (稟議) of a procurement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// Key: the procurement's.
    pub id: String,
    /// Its number in the house.
    pub number: String,
    /// 起案日.
    pub drafted_on: Option<NaiveDate>,
    /// 起案者.
    pub drafted_by: String,
    /// 件名.
    pub subject: String,
    /// 理由.
    pub reason: String,
    /// メリット.
    pub merits: String,
    /// デメリット.
    pub demerits: String,
    /// 費用対効果.
    pub effect: String,
    /// 時期.
    pub timing: String,
    /// What is attached, by name.
    #[serde(with = "crate::storage::json_text")]
    pub attachments: Vec<String>,
    /// When it was handed in, in Japan's time.
    pub submitted_at: Option<Moment>,
}

impl Record for Approval {
    const KIND: &'static str = "approval";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "number",
        "drafted_on",
        "drafted_by",
        "subject",
        "reason",
        "merits",
        "demerits",
        "effect",
        "timing",
        "attachments",
        "submitted_at",
    ];

    fn id(&self) -> &str {
        &self.id
    }
}

/// What an approver decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ApprovalOutcome")]
pub enum StepOutcome {
    /// Nothing yet.
    #[serde(rename = "")]
    Open,
    /// 承認.
    Approved,
    /// 条件付き承認.
    Conditions,
    /// 保留.
    Held,
    /// 否認.
    Rejected,
    /// 差し戻し.
    SentBack,
}

/// One approver of the route (承認経路).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalStep {
    /// Key.
    pub id: String,
    /// The approval.
    pub approval: String,
    /// Key of order.
    pub position: String,
    /// Name, bare.
    pub name: String,
    /// Position in the company.
    pub role: String,
    /// What was decided.
    pub outcome: StepOutcome,
    /// When, in Japan's time.
    pub at: Option<Moment>,
    /// What was said.
    pub comment: String,
}

impl Record for ApprovalStep {
    const KIND: &'static str = "approval_step";
    const COLUMNS: &'static [&'static str] =
        &["id", "approval", "position", "name", "role", "outcome", "at", "comment"];

    fn id(&self) -> &str {
        &self.id
    }
}

impl Placed for ApprovalStep {
    fn position(&self) -> &str {
        &self.position
    }
}

/// A condition of an approval, followed up until it is met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalCondition {
    /// Key.
    pub id: String,
    /// The approver who set it.
    pub step: String,
    /// Key of order.
    pub position: String,
    /// The condition.
    pub text: String,
    /// When it was met, in Japan's time.
    pub met_at: Option<Moment>,
    /// How.
    pub how: String,
}

impl Record for ApprovalCondition {
    const KIND: &'static str = "approval_condition";
    const COLUMNS: &'static [&'static str] = &["id", "step", "position", "text", "met_at", "how"];

    fn id(&self) -> &str {
        &self.id
    }
}

impl Placed for ApprovalCondition {
    fn position(&self) -> &str {
        &self.position
    }
}

/// What a notice tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "NoticeKind")]
pub enum NoticeKind {
    /// It was chosen.
    Award,
    /// It was not.
    Regret,
    /// Nobody was.
    None,
}

impl NoticeKind {
    /// As what it tells comments, in the order of its letter.
    pub fn tells(self) -> &'static [ToldAs] {
        match self {
            Self::Award => &[ToldAs::Reason],
            Self::Regret => &[ToldAs::Strength, ToldAs::Reason],
            Self::None => &[ToldAs::Strength],
        }
    }
}

/// As what a comment is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(rename = "ToldAs")]
pub enum ToldAs {
    /// What was good.
    Strength,
    /// Why it was decided so.
    Reason,
}

/// A comment that a notice tells.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[ts(rename = "ToldComment")]
pub struct Told {
    /// Key of the mark it was written with.
    pub mark: String,
    /// As what.
    #[serde(rename = "as")]
    pub told_as: ToldAs,
}

/// A notice (結果通知) to one bidder. Sent, it is never taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Key.
    pub id: String,
    /// The bidder.
    pub bidder: String,
    /// What it tells.
    pub kind: NoticeKind,
    /// Its document number.
    pub number: String,
    /// The day on it.
    pub dated: Option<NaiveDate>,
    /// Subject.
    pub subject: String,
    /// Words.
    pub body: String,
    /// What the template gave when its words were last taken from it, the subject in the first line.
    pub given: String,
    /// The comments it tells, in order.
    #[serde(with = "crate::storage::json_text")]
    pub told: Vec<Told>,
    /// Telling words that were knowingly left in it.
    #[serde(with = "crate::storage::json_text")]
    pub cleared: Vec<String>,
    /// When its papers were made, UTC.
    pub made_at: Option<String>,
    /// When it was sent, in Japan's time.
    pub sent_at: Option<Moment>,
    /// By what means.
    pub means: Means,
    /// Who sent it.
    pub sent_by: String,
}

impl Record for Notice {
    const KIND: &'static str = "notice";
    const COLUMNS: &'static [&'static str] = &[
        "id", "bidder", "kind", "number", "dated", "subject", "body", "given", "told", "cleared", "made_at", "sent_at",
        "means", "sent_by",
    ];

    fn id(&self) -> &str {
        &self.id
    }
}

/// What a file of a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "NoticeFileKind")]
pub enum NoticeFileKind {
    /// The letter as PDF.
    Letter,
    /// The draft of the mail.
    Mail,
}

/// A file of a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeFile {
    /// Key.
    pub id: String,
    /// The notice.
    pub notice: String,
    /// Key of order.
    pub position: String,
    /// What it is.
    pub kind: NoticeFileKind,
    /// Its name.
    pub name: String,
    /// Its size.
    pub bytes: i64,
    /// Under what its bytes are kept.
    pub sha256: String,
}

impl Record for NoticeFile {
    const KIND: &'static str = "notice_file";
    const COLUMNS: &'static [&'static str] = &["id", "notice", "position", "kind", "name", "bytes", "sha256"];

    fn id(&self) -> &str {
        &self.id
    }
}

impl Placed for NoticeFile {
    fn position(&self) -> &str {
        &self.position
    }
}

impl Decision {
    /// Nothing decided yet.
    pub fn open(procurement: &str) -> Self {
        Self {
            id: procurement.into(),
            outcome: Outcome::Open,
            bidder: None,
            reserve: None,
            reason: String::new(),
            meeting_at: None,
            attendees: String::new(),
            decided_at: None,
        }
    }

    /// The decision of a procurement as it stands.
    pub fn of(read: &Read<'_>, procurement: &str) -> Result<Self> {
        Ok(read.find(procurement)?.unwrap_or_else(|| Self::open(procurement)))
    }
}

/// The points of the discussion of a procurement, in order.
pub fn discussion(read: &Read<'_>, procurement: &str) -> Result<Vec<DiscussionPoint>> {
    read.all("WHERE procurement = ?1 ORDER BY position, id", &[&procurement])
}

/// The approvers of a procurement's approval request, in the order of the route.
pub fn route(read: &Read<'_>, procurement: &str) -> Result<Vec<ApprovalStep>> {
    read.all("WHERE approval = ?1 ORDER BY position, id", &[&procurement])
}

/// The conditions of a procurement's approval, in the order of the route.
pub fn conditions(read: &Read<'_>, procurement: &str) -> Result<Vec<ApprovalCondition>> {
    let mut found = Vec::new();
    for step in route(read, procurement)? {
        found.extend(read.all::<ApprovalCondition>("WHERE step = ?1 ORDER BY position, id", &[&step.id])?);
    }
    Ok(found)
}

/// The notices of a procurement, in the order of its bidders.
pub fn notices(read: &Read<'_>, procurement: &str) -> Result<Vec<Notice>> {
    let mut found = Vec::new();
    for bidder in crate::bidder::of(read, procurement)? {
        found.extend(read.all::<Notice>("WHERE bidder = ?1", &[&bidder.id])?);
    }
    Ok(found)
}

/// The files of a notice in order.
pub fn notice_files(read: &Read<'_>, notice: &str) -> Result<Vec<NoticeFile>> {
    read.all("WHERE notice = ?1 ORDER BY position, id", &[&notice])
}
