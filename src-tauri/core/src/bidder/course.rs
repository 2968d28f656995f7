//! The course of a bidder: its dated statuses, and the hearings (お打ち合わせ) with it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Status;
use crate::calendar::Moment;
use crate::storage::{Read, Record};
use crate::Result;

/// Why a bidder declined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "DeclineReason")]
pub enum Reason {
    /// Not said.
    #[serde(rename = "")]
    Unsaid,
    /// It has no hands free.
    Busy,
    /// The work is too small for it.
    TooSmall,
    /// Something else, as its note says.
    Other,
}

/// A change of a bidder's status. They are kept, `standing` says which one holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Key.
    pub id: String,
    /// The bidder.
    pub bidder: String,
    /// What it became.
    pub status: Status,
    /// When, in Japan's time.
    pub at: Moment,
    /// What was said.
    pub note: String,
    /// Why it declined.
    pub reason: Reason,
    /// From how many person-months it would come: an exact decimal, or empty.
    pub volume: String,
}

impl Record for Step {
    const KIND: &'static str = "bidder_step";
    const COLUMNS: &'static [&'static str] = &["id", "bidder", "status", "at", "note", "reason", "volume"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// A hearing with a bidder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hearing {
    /// Key.
    pub id: String,
    /// Procurement.
    pub procurement: String,
    /// The bidder.
    pub bidder: String,
    /// When, in Japan's time.
    pub at: Moment,
    /// How long, in minutes.
    pub minutes: Option<i64>,
    /// Where.
    pub place: String,
    /// Who was there from the house.
    pub ours: String,
    /// Who was there from the vendor.
    pub theirs: String,
    /// What was said.
    pub notes: String,
}

impl Record for Hearing {
    const KIND: &'static str = "hearing";
    const COLUMNS: &'static [&'static str] =
        &["id", "procurement", "bidder", "at", "minutes", "place", "ours", "theirs", "notes"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// The steps of a bidder, oldest first.
pub fn steps(read: &Read<'_>, bidder: &str) -> Result<Vec<Step>> {
    read.all("WHERE bidder = ?1 ORDER BY at, id", &[&bidder])
}

/// The step that says where a bidder stands: the latest one. Receiving follows asking, whatever day it is dated: a step
/// before the proposals does not hold against a proposal that was recorded after it.
pub fn standing(steps: &[Step]) -> Option<&Step> {
    let proposed = steps.iter().filter(|step| step.status.has_proposed()).map(|step| &step.id).max();
    let overtaken = |step: &Step| step.status.precedes_proposals() && proposed.is_some_and(|id| *id > step.id);
    steps.iter().rev().find(|step| !overtaken(step))
}

/// The step by which it was decided about a bidder, where it was: whatever it becomes afterwards, it was compared.
pub fn decided(read: &Read<'_>, bidder: &str) -> Result<Option<Step>> {
    let decides = |step: &Step| matches!(step.status, Status::Awarded | Status::NotAwarded);
    Ok(steps(read, bidder)?.into_iter().rev().find(decides))
}

/// The hearings of a procurement, oldest first.
pub fn hearings(read: &Read<'_>, procurement: &str) -> Result<Vec<Hearing>> {
    read.all("WHERE procurement = ?1 ORDER BY at, id", &[&procurement])
}
