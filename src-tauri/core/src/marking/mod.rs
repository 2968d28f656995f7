//! Marking (評価の記録): statements of conflicts of interest, sheets, marks, what was agreed on, who is left out, and what was
//! changed in the criteria once they were frozen.

pub mod ballot;
pub mod consensus;
pub mod firm;
pub mod freeze;
pub mod incoming;
pub mod kept;
pub mod opened;
pub mod paper;
pub mod picture;
pub mod removal;
pub mod result;
pub mod sheet;
pub mod sheets;
pub mod shut;
pub mod standing;
pub mod words;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::storage::Record;
use crate::Text;

/// What was changed in criteria, weights or rules once they were frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionChange {
    /// Key.
    pub id: String,
    /// Procurement.
    pub procurement: String,
    /// When, UTC.
    pub at: String,
    /// Who.
    pub by: String,
    /// Why.
    pub reason: String,
    /// What, in words of the process.
    #[serde(with = "crate::storage::json_text")]
    pub lines: Vec<Text>,
}

/// The line of a change by which prices were opened.
const PRICES_OPENED: &str = "change-price-opened";
/// The line of a change of who judges what.
const ASSIGNED: &str = "change-evaluator-judges";

impl CriterionChange {
    /// Whether prices were opened, and nothing else was changed.
    pub fn opens_prices(&self) -> bool {
        self.lines.iter().all(|line| line.id == PRICES_OPENED)
    }

    /// Whether it was changed who judges what, and nothing else.
    pub fn assigns(&self) -> bool {
        self.lines.iter().all(|line| line.id == ASSIGNED)
    }
}

impl Record for CriterionChange {
    const KIND: &'static str = "criterion_change";
    const COLUMNS: &'static [&'static str] = &["id", "procurement", "at", "by", "reason", "lines"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// A conflict-of-interest statement (利益相反の申告). The latest of an evaluator holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConflictStatement {
    /// Key.
    pub id: String,
    /// The evaluator.
    pub evaluator: String,
    /// When she signed, UTC.
    pub signed_at: String,
    /// There is one.
    #[serde(with = "crate::storage::flag")]
    pub conflict: bool,
    /// What she says.
    pub note: String,
    /// Why it takes the place of an earlier one; empty for the first.
    pub reason: String,
}

impl Record for ConflictStatement {
    const KIND: &'static str = "conflict_statement";
    const COLUMNS: &'static [&'static str] = &["id", "evaluator", "signed_at", "conflict", "note", "reason"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// What follows from a conflict of interest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ConflictRuling")]
pub enum Ruling {
    /// Not ruled yet.
    #[serde(rename = "")]
    Open,
    /// She does not judge that bidder.
    Aside,
    /// She judges it all the same, for a reason.
    Allowed,
}

/// A bidder a statement names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// Key.
    pub id: String,
    /// The statement.
    pub statement: String,
    /// The bidder.
    pub bidder: String,
    /// What ties her to it.
    pub what: String,
    /// What follows.
    pub ruling: Ruling,
    /// Why.
    pub reason: String,
}

impl Record for Conflict {
    const KIND: &'static str = "conflict";
    const COLUMNS: &'static [&'static str] = &["id", "statement", "bidder", "what", "ruling", "reason"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// What of a sheet is handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "SheetPart")]
pub enum Part {
    /// All of it.
    All,
    /// All that is not price; prices are still closed.
    Main,
    /// The price, once everybody has handed in the rest.
    Price,
}

/// How a sheet came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "SheetBy")]
pub enum By {
    /// It was filled in here.
    App,
    /// As an Excel file.
    Excel,
    /// On paper, and was typed in.
    Paper,
}

/// A sheet that was handed in. It never changes afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandIn {
    /// Key.
    pub id: String,
    /// The evaluator.
    pub evaluator: String,
    /// What of it.
    pub part: Part,
    /// When, UTC.
    pub at: String,
    /// How it came.
    pub means: By,
}

impl Record for HandIn {
    const KIND: &'static str = "hand_in";
    const COLUMNS: &'static [&'static str] = &["id", "evaluator", "part", "at", "means"];

    fn id(&self) -> &str {
        &self.id
    }
}

impl HandIn {
    /// Whether this part is in with it.
    pub fn covers(&self, part: Part) -> bool {
        self.part == part || self.part == Part::All
    }
}

/// A mark (評点) with its comment. A blank is no zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Key.
    pub id: String,
    /// Whose.
    pub evaluator: String,
    /// On what.
    pub criterion: String,
    /// The bidder.
    pub bidder: String,
    /// What the scheme knows: ○, a grade, points, pass or fail; empty where only a comment stands.
    pub mark: String,
    /// Why.
    pub comment: String,
    /// The bidder may be told the comment.
    #[serde(with = "crate::storage::flag")]
    pub may_tell: bool,
}

impl Record for Mark {
    const KIND: &'static str = "mark";
    const COLUMNS: &'static [&'static str] = &["id", "evaluator", "criterion", "bidder", "mark", "comment", "may_tell"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// A mark that was agreed on (合議) in place of the evaluators' own, which are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consensus {
    /// Key.
    pub id: String,
    /// On what.
    pub criterion: String,
    /// The bidder.
    pub bidder: String,
    /// The mark.
    pub mark: String,
    /// Why.
    pub reason: String,
    /// When, UTC.
    pub agreed_at: String,
    /// Names of who agreed.
    #[serde(with = "crate::storage::json_text")]
    pub agreed_by: Vec<String>,
}

impl Record for Consensus {
    const KIND: &'static str = "consensus";
    const COLUMNS: &'static [&'static str] = &["id", "criterion", "bidder", "mark", "reason", "agreed_at", "agreed_by"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// A bidder that is left out of the comparison by a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exclusion {
    /// Key.
    pub id: String,
    /// The bidder.
    pub bidder: String,
    /// When, UTC.
    pub at: String,
    /// Why.
    pub reason: String,
    /// When it was taken back, UTC.
    pub lifted_at: Option<String>,
    /// Why it was taken back.
    pub lifted_reason: String,
}

impl Record for Exclusion {
    const KIND: &'static str = "exclusion";
    const COLUMNS: &'static [&'static str] = &["id", "bidder", "at", "reason", "lifted_at", "lifted_reason"];

    fn id(&self) -> &str {
        &self.id
    }
}
