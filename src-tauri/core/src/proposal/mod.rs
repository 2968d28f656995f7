//! Proposals (提案書): what each bidder handed in, with its files, its estimates and what it says to every required item
//! and requirement.

pub mod amount;
pub mod check;
pub mod compare;
pub mod estimate;
pub mod explain;
pub mod find;
pub mod incoming;
pub mod price;
pub mod receipt;
#[cfg(test)]
pub(crate) mod tests;
pub mod verbs;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::Moment;
use crate::distribution::Means;
use crate::place::Placed;
use crate::storage::{Read, Record};
use crate::{Error, Result};

/// What was decided about a proposal that came after the deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "LateRuling")]
pub enum LateRuling {
    /// Nothing yet.
    #[serde(rename = "")]
    Open,
    /// It takes part.
    Accepted,
    /// It does not.
    Refused,
}

/// What a bidder handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Key.
    pub id: String,
    /// Procurement.
    pub procurement: String,
    /// The bidder.
    pub bidder: String,
    /// When it came, in Japan's time.
    pub received_at: Moment,
    /// By what means.
    pub means: Means,
    /// What was decided, where it came late.
    pub late_ruling: LateRuling,
    /// Why.
    pub late_reason: String,
    /// When its receipt was confirmed, in Japan's time.
    pub receipt_at: Option<Moment>,
    /// Until when it is valid.
    pub valid_until: Option<NaiveDate>,
    /// People who do the work: an exact decimal, or empty.
    pub staff: String,
    /// People who lead them: an exact decimal, or empty.
    pub leads: String,
    /// People more in busy months: an exact decimal, or empty.
    pub busy_extra: String,
    /// What there is to say about the team.
    pub team: String,
    /// The proposal in a sentence or two.
    pub summary: String,
}

impl Record for Proposal {
    const KIND: &'static str = "proposal";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "procurement",
        "bidder",
        "received_at",
        "means",
        "late_ruling",
        "late_reason",
        "receipt_at",
        "valid_until",
        "staff",
        "leads",
        "busy_extra",
        "team",
        "summary",
    ];

    fn id(&self) -> &str {
        &self.id
    }
}

/// What a file of a proposal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ProposalFileKind")]
pub enum FileKind {
    /// The proposal itself.
    Proposal,
    /// An estimate (見積書).
    Estimate,
    /// A response sheet (回答表).
    Response,
    /// A photo or scan of paper.
    Scan,
    /// Another file.
    Other,
}

impl FileKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Proposal, Self::Estimate, Self::Response, Self::Scan, Self::Other];

    /// The word that is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Proposal => "proposal",
            Self::Estimate => "estimate",
            Self::Response => "response",
            Self::Scan => "scan",
            Self::Other => "other",
        }
    }
}

/// A file of a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalFile {
    /// Key.
    pub id: String,
    /// The proposal.
    pub proposal: String,
    /// Key of order.
    pub position: String,
    /// What it is.
    pub kind: FileKind,
    /// Its name.
    pub name: String,
    /// Its size.
    pub bytes: i64,
    /// Under what its bytes are kept.
    pub sha256: String,
    /// When it came, in Japan's time.
    pub received_at: Moment,
    /// What there is to say about it.
    pub note: String,
    /// Bound from photos or scans.
    #[serde(with = "crate::storage::flag")]
    pub bound: bool,
}

impl Record for ProposalFile {
    const KIND: &'static str = "proposal_file";
    const COLUMNS: &'static [&'static str] =
        &["id", "proposal", "position", "kind", "name", "bytes", "sha256", "received_at", "note", "bound"];

    fn id(&self) -> &str {
        &self.id
    }
}

impl Placed for ProposalFile {
    fn position(&self) -> &str {
        &self.position
    }
}

/// An estimate; each later one says why. The highest revision holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Estimate {
    /// Key.
    pub id: String,
    /// The proposal.
    pub proposal: String,
    /// 1 for the first.
    pub revision: i64,
    /// The day on it, `2027-04-01`, or empty.
    pub dated: String,
    /// When it came, in Japan's time.
    pub received_at: Moment,
    /// Why it takes the place of the one before; empty for the first.
    pub reason: String,
    /// The file it was read from.
    pub file: Option<String>,
}

impl Record for Estimate {
    const KIND: &'static str = "estimate";
    const COLUMNS: &'static [&'static str] = &["id", "proposal", "revision", "dated", "received_at", "reason", "file"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// How often a line of an estimate is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "EstimateLineKind")]
pub enum LineKind {
    /// Once.
    OneOff,
    /// Every month from one to another.
    Monthly,
    /// By quantity over the contract term.
    Unit,
}

/// Whether an amount holds the consumption tax.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "EstimateTax")]
pub enum Tax {
    /// 税抜: without it.
    Excluded,
    /// 税込: with it.
    Included,
    /// 非課税: there is none on it.
    Exempt,
}

impl Tax {
    /// The word that is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Excluded => "excluded",
            Self::Included => "included",
            Self::Exempt => "exempt",
        }
    }
}

/// A line of an estimate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EstimateLine {
    /// Key.
    pub id: String,
    /// The estimate.
    pub estimate: String,
    /// Key of order.
    pub position: String,
    /// How often it is paid.
    pub kind: LineKind,
    /// What it is for.
    pub title: String,
    /// Price of one, in whole units of the currency; none while it is not known. A rebate is negative.
    pub unit_price: Option<i64>,
    /// How many (each month, for a monthly line): an exact decimal, or empty.
    pub quantity: String,
    /// Of what.
    pub unit: String,
    /// First month of the contract it is paid in; none for the first.
    pub from_month: Option<i64>,
    /// Last month, included; none for the last.
    pub to_month: Option<i64>,
    /// Whether it holds the consumption tax.
    pub tax: Tax,
}

impl Record for EstimateLine {
    const KIND: &'static str = "estimate_line";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "estimate",
        "position",
        "kind",
        "title",
        "unit_price",
        "quantity",
        "unit",
        "from_month",
        "to_month",
        "tax",
    ];

    fn id(&self) -> &str {
        &self.id
    }
}

impl Placed for EstimateLine {
    fn position(&self) -> &str {
        &self.position
    }
}

/// Whether a required item is in a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ItemPresence")]
pub enum Presence {
    /// Not looked at yet.
    #[serde(rename = "")]
    Unchecked,
    /// It is.
    Present,
    /// In part.
    Partly,
    /// It is not.
    Missing,
}

impl Presence {
    /// The word that is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unchecked => "",
            Self::Present => "present",
            Self::Partly => "partly",
            Self::Missing => "missing",
        }
    }

    /// What a stored or typed word means.
    ///
    /// # Errors
    /// A sentence where it is none of the words.
    pub fn of_word(word: &str) -> Result<Self> {
        [Self::Unchecked, Self::Present, Self::Partly, Self::Missing]
            .into_iter()
            .find(|state| state.word() == word)
            .ok_or_else(|| Error::say("error-choice").arg("typed", word))
    }
}

/// Whether a required item is in a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemCheck {
    /// Key.
    pub id: String,
    /// The proposal.
    pub proposal: String,
    /// The required item.
    pub required_item: String,
    /// Whether it is there.
    pub state: Presence,
    /// On which page.
    pub page: String,
    /// What there is to say about it.
    pub note: String,
}

impl Record for ItemCheck {
    const KIND: &'static str = "item_check";
    const COLUMNS: &'static [&'static str] = &["id", "proposal", "required_item", "state", "page", "note"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// How a bidder answers a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "RequirementFit")]
pub enum Fit {
    /// Not at all yet.
    #[serde(rename = "")]
    Unsaid,
    /// It meets it.
    Full,
    /// It meets a part, or on conditions.
    Partly,
    /// It offers another way.
    Alternative,
    /// It does not.
    None,
}

impl Fit {
    /// All of them but the one that says nothing.
    pub const ALL: [Self; 4] = [Self::Full, Self::Partly, Self::Alternative, Self::None];

    /// The word that is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unsaid => "",
            Self::Full => "full",
            Self::Partly => "partly",
            Self::Alternative => "alternative",
            Self::None => "none",
        }
    }

    /// What a stored or typed word means.
    ///
    /// # Errors
    /// A sentence where it is none of the words.
    pub fn of_word(word: &str) -> Result<Self> {
        [Self::Unsaid]
            .into_iter()
            .chain(Self::ALL)
            .find(|fit| fit.word() == word)
            .ok_or_else(|| Error::say("error-choice").arg("typed", word))
    }
}

/// How a bidder answers a requirement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequirementAnswer {
    /// Key.
    pub id: String,
    /// The proposal.
    pub proposal: String,
    /// Key of the requirement.
    pub requirement: String,
    /// How.
    pub answer: Fit,
    /// In its own words.
    pub words: String,
}

impl Record for RequirementAnswer {
    const KIND: &'static str = "requirement_answer";
    const COLUMNS: &'static [&'static str] = &["id", "proposal", "requirement", "answer", "words"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// The proposals of a procurement, the earliest first.
pub fn proposals(read: &Read<'_>, procurement: &str) -> Result<Vec<Proposal>> {
    read.all("WHERE procurement = ?1 ORDER BY received_at, id", &[&procurement])
}

/// The bidders whose proposals are here.
pub fn handed_in(read: &Read<'_>, procurement: &str) -> Result<Vec<String>> {
    Ok(proposals(read, procurement)?.into_iter().map(|proposal| proposal.bidder).collect())
}

/// The proposal of a bidder, where it came.
pub fn of_bidder(read: &Read<'_>, bidder: &str) -> Result<Option<Proposal>> {
    Ok(read.all("WHERE bidder = ?1", &[&bidder])?.pop())
}

/// The files of a proposal in order.
pub fn files(read: &Read<'_>, proposal: &str) -> Result<Vec<ProposalFile>> {
    read.all("WHERE proposal = ?1 ORDER BY position, id", &[&proposal])
}

/// The checks of required items of a proposal.
pub fn checks(read: &Read<'_>, proposal: &str) -> Result<Vec<ItemCheck>> {
    read.all("WHERE proposal = ?1 ORDER BY id", &[&proposal])
}

/// The answers of a proposal to requirements.
pub fn answers(read: &Read<'_>, proposal: &str) -> Result<Vec<RequirementAnswer>> {
    read.all("WHERE proposal = ?1 ORDER BY id", &[&proposal])
}
