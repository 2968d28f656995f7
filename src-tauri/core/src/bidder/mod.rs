//! Bidders (候補ベンダー): vendors taking part in one procurement.

pub mod course;
pub mod hearings;
mod merge;
pub mod past;
pub mod steps;
mod suggest;
#[cfg(test)]
mod tests;
pub mod verbs;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::finding::{Finding, Screen, Severity};
use crate::place::Placed;
use crate::storage::{Read, Record};
use crate::vendor::Vendor;
use crate::{Result, Text};

pub use merge::merge;
pub use suggest::{suggestions, Suggestion};

/// Fewer concrete proposals than this do not justify a choice.
pub const FEWEST: usize = 2;

/// Where a bidder stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "BidderStatus")]
pub enum Status {
    /// On the list.
    Candidate,
    /// Asked for a proposal.
    Invited,
    /// Wants a hearing.
    Hearing,
    /// Does not take part.
    Declined,
    /// Has handed in a proposal.
    Received,
    /// Among the last.
    Shortlisted,
    /// Chosen.
    Awarded,
    /// Not chosen.
    NotAwarded,
    /// Took its proposal back.
    Withdrawn,
    /// Excluded.
    Disqualified,
}

impl Status {
    /// All of them, in the order of the process.
    pub const ALL: [Self; 10] = [
        Self::Candidate,
        Self::Invited,
        Self::Hearing,
        Self::Declined,
        Self::Received,
        Self::Shortlisted,
        Self::Awarded,
        Self::NotAwarded,
        Self::Withdrawn,
        Self::Disqualified,
    ];

    /// The word that is stored.
    pub fn word(self) -> &'static str {
        match self {
            Self::Candidate => "candidate",
            Self::Invited => "invited",
            Self::Hearing => "hearing",
            Self::Declined => "declined",
            Self::Received => "received",
            Self::Shortlisted => "shortlisted",
            Self::Awarded => "awarded",
            Self::NotAwarded => "not-awarded",
            Self::Withdrawn => "withdrawn",
            Self::Disqualified => "disqualified",
        }
    }

    /// The status in words.
    pub fn text(self) -> Text {
        Text::new(format!("bidder-{}", self.word()))
    }

    /// The status a stored or typed word means.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.word() == word)
    }

    /// Whether the RFP is still addressed to a bidder of this status.
    pub fn takes_part(self) -> bool {
        !matches!(self, Self::Declined | Self::NotAwarded | Self::Withdrawn | Self::Disqualified)
    }

    /// Whether a bidder of this status has left by itself or was excluded: its proposal counts only where it was decided
    /// about it before.
    pub fn has_left(self) -> bool {
        matches!(self, Self::Declined | Self::Withdrawn | Self::Disqualified)
    }

    /// Whether a bidder of this status has handed in a proposal that counts.
    pub fn has_proposed(self) -> bool {
        matches!(self, Self::Received | Self::Shortlisted | Self::Awarded | Self::NotAwarded)
    }

    /// Whether a bidder of this status is still to hand in.
    pub fn precedes_proposals(self) -> bool {
        matches!(self, Self::Candidate | Self::Invited | Self::Hearing)
    }

    /// What usually comes next on the way of the process. Anything else is a correction.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Candidate => &[Self::Invited, Self::Disqualified],
            Self::Invited => &[Self::Hearing, Self::Received, Self::Declined, Self::Disqualified],
            Self::Hearing => &[Self::Received, Self::Declined, Self::Withdrawn, Self::Disqualified],
            Self::Received => &[Self::Shortlisted, Self::NotAwarded, Self::Withdrawn, Self::Disqualified],
            Self::Shortlisted => &[Self::Awarded, Self::NotAwarded, Self::Withdrawn, Self::Disqualified],
            Self::Declined | Self::Awarded | Self::NotAwarded | Self::Withdrawn | Self::Disqualified => &[],
        }
    }
}

/// A vendor in one procurement. Names are stored bare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bidder {
    /// Key.
    pub id: String,
    /// Procurement.
    pub procurement: String,
    /// The company.
    pub vendor: String,
    /// Key of order.
    pub position: String,
    /// Department of the person to write to.
    pub department: String,
    /// The person to write to.
    pub person: String,
    /// よみ of the person.
    pub person_reading: String,
    /// Mail address.
    pub mail: String,
    /// Telephone.
    pub phone: String,
    /// Where it stands.
    pub status: Status,
    /// Number of its copy of the RFP.
    pub copy_number: Option<i64>,
}

impl Record for Bidder {
    const KIND: &'static str = "bidder";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "procurement",
        "vendor",
        "position",
        "department",
        "person",
        "person_reading",
        "mail",
        "phone",
        "status",
        "copy_number",
    ];

    fn id(&self) -> &str {
        &self.id
    }
}

impl Placed for Bidder {
    fn position(&self) -> &str {
        &self.position
    }
}

/// The bidders of a procurement in order.
pub fn of(read: &Read<'_>, procurement: &str) -> Result<Vec<Bidder>> {
    read.all("WHERE procurement = ?1 ORDER BY position, id", &[&procurement])
}

/// The bidders of a procurement in order, each with its company.
pub fn with_vendors(read: &Read<'_>, procurement: &str) -> Result<Vec<(Bidder, Vendor)>> {
    of(read, procurement)?
        .into_iter()
        .map(|bidder| {
            let vendor = read.get::<Vendor>(&bidder.vendor)?;
            Ok((bidder, vendor))
        })
        .collect()
}

/// The sentence that says how many more a choice needs, where it needs more: bidders while proposals may still come,
/// proposals once their deadline is over. `handed_in` are the bidders whose proposals are here then.
pub fn too_few(bidders: &[Bidder], handed_in: Option<&[String]>) -> Option<Text> {
    if let Some(here) = handed_in.filter(|_| !bidders.is_empty()) {
        let counts = |one: &&Bidder| one.status.has_proposed() || (one.status.takes_part() && here.contains(&one.id));
        let proposals = bidders.iter().filter(counts).count();
        return (proposals < FEWEST).then(|| Text::new("finding-few-proposals").arg("count", proposals));
    }
    // A proposal that was not chosen was one to compare with, before the deadline as well.
    let counts = |one: &&Bidder| one.status.takes_part() || one.status.has_proposed();
    match bidders.iter().filter(counts).count() {
        0 => Some(Text::new("finding-no-bidders")),
        n if n < FEWEST => Some(Text::new("finding-few-bidders").arg("count", n)),
        _ => None,
    }
}

/// What is missing among the bidders: enough of them, or of proposals once their deadline is over (`handed_in`, as
/// `too_few` takes it), and for each somebody to write to.
pub fn findings(bidders: &[(Bidder, Vendor)], handed_in: Option<&[String]>) -> Vec<Finding> {
    let place = |finding: Finding| finding.on(Screen::Bidders);
    let only: Vec<Bidder> = bidders.iter().map(|(bidder, _)| bidder.clone()).collect();
    let few = too_few(&only, handed_in).map(|text| place(Finding::new("bidders", Severity::Warn, text)));
    let mut found: Vec<Finding> = few.into_iter().collect();
    for (bidder, vendor) in bidders.iter().filter(|(bidder, _)| bidder.status.takes_part()) {
        let id = match (bidder.person.is_empty(), bidder.mail.is_empty()) {
            (true, true) => "finding-bidder-no-contact",
            (false, true) => "finding-bidder-no-mail",
            (true, false) => "finding-bidder-no-person",
            (false, false) => continue,
        };
        let severity = if bidder.mail.is_empty() { Severity::Warn } else { Severity::Note };
        found.push(place(Finding::new("bidders", severity, Text::new(id).arg("name", &vendor.name))).at(&bidder.id));
    }
    found
}
