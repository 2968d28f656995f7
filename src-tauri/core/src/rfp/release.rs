//! Releases (発行版): numbered, frozen states that left the house. They never change; what is wrong in one is answered by
//! the next.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::snapshot::{take, Past, Snapshot};
use crate::bidder;
use crate::finding::{Finding, Severity};
use crate::journal::Tx;
use crate::storage::{position, Read, Record};
use crate::{Error, Result, Text};

/// The first release, or one after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "lowercase")]
#[ts(rename = "ReleaseKind")]
pub enum Kind {
    /// The first.
    Release,
    /// 追補: one after it, with the list of what changed.
    Addendum,
}

/// A release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// Key.
    pub id: String,
    /// Procurement.
    pub procurement: String,
    /// `1.0`, then `1.1`, `1.2` and so on.
    pub number: String,
    /// The first, or an addendum.
    pub kind: Kind,
    /// When it left, UTC.
    pub issued_at: String,
    /// Why it was made; empty for the first.
    pub reason: String,
    /// What it says.
    #[serde(with = "crate::storage::json_text")]
    pub snapshot: Snapshot,
    /// The findings of weight «stop» that were open when it left.
    #[serde(with = "crate::storage::json_text")]
    pub incomplete: Vec<Text>,
}

impl Record for Release {
    const KIND: &'static str = "release";
    const COLUMNS: &'static [&'static str] =
        &["id", "procurement", "number", "kind", "issued_at", "reason", "snapshot", "incomplete"];

    fn id(&self) -> &str {
        &self.id
    }
}

impl Release {
    /// As the releases after it tell of it.
    pub fn past(&self) -> Past {
        Past { number: self.number.clone(), issued: self.snapshot.issued, reason: self.reason.clone() }
    }
}

/// A paper of a release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseFile {
    /// Key.
    pub id: String,
    /// The release.
    pub release: String,
    /// Place in its list.
    pub position: String,
    /// File name.
    pub name: String,
    /// Size.
    pub bytes: i64,
    /// Under what its bytes are kept.
    pub sha256: String,
    /// The bidder it is addressed to.
    pub bidder: Option<String>,
    /// That bidder's name on the paper, with 御中.
    pub addressee: Option<String>,
}

impl Record for ReleaseFile {
    const KIND: &'static str = "release_file";
    const COLUMNS: &'static [&'static str] =
        &["id", "release", "position", "name", "bytes", "sha256", "bidder", "addressee"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// A paper that was made and kept, on its way to its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// File name.
    pub name: String,
    /// Size.
    pub bytes: usize,
    /// Under what its bytes are kept.
    pub sha256: String,
    /// The bidder it is addressed to.
    pub bidder: Option<String>,
    /// That bidder's name on the paper.
    pub addressee: Option<String>,
}

/// The releases of a procurement, oldest first.
pub fn releases(read: &Read<'_>, procurement: &str) -> Result<Vec<Release>> {
    read.all("WHERE procurement = ?1 ORDER BY issued_at, id", &[&procurement])
}

/// The latest release.
pub fn latest(read: &Read<'_>, procurement: &str) -> Result<Option<Release>> {
    Ok(read.all("WHERE procurement = ?1 ORDER BY issued_at DESC, id DESC LIMIT 1", &[&procurement])?.pop())
}

/// The papers of a release in order.
pub fn files(read: &Read<'_>, release: &str) -> Result<Vec<ReleaseFile>> {
    read.all("WHERE release = ?1 ORDER BY position, id", &[&release])
}

/// The number the next release gets: 1.0, then 1.1, 1.2 and so on.
pub fn next_number(read: &Read<'_>, procurement: &str) -> Result<String> {
    let made = releases(read, procurement)?.len();
    Ok(format!("1.{made}"))
}

/// What would be released now, as the next release of the day `today`.
pub fn draft(read: &Read<'_>, procurement: &str, today: NaiveDate) -> Result<Snapshot> {
    take(read, procurement, &next_number(read, procurement)?, today)
}

/// Whether a release may be made.
///
/// # Errors
/// Where findings stand against it and are not accepted, and where nothing changed since the latest release.
pub fn may_release(
    latest: Option<&Release>,
    draft: &Snapshot,
    findings: &[Finding],
    accept_incomplete: bool,
) -> Result<()> {
    if latest.is_some_and(|latest| latest.snapshot.says_the_same(draft)) {
        return Err(Error::say("error-release-unchanged").code("unchanged"));
    }
    let stops = findings.iter().filter(|finding| finding.severity == Severity::Stop).count();
    if stops > 0 && !accept_incomplete {
        return Err(Error::say("error-release-blocked").code("incomplete").arg("count", stops));
    }
    Ok(())
}

/// Releases the RFP: records the snapshot its papers were made from, with the papers. Run it as a barrier.
///
/// # Errors
/// Where the RFP changed between the making of the papers and now.
pub fn release_rfp(
    tx: &mut Tx<'_>,
    procurement: &str,
    draft: Snapshot,
    incomplete: Vec<Text>,
    papers: Vec<Kept>,
) -> Result<Release> {
    let mut now = take(tx, procurement, &draft.number, draft.issued)?;
    now.reason.clone_from(&draft.reason);
    if now != draft || next_number(tx, procurement)? != draft.number {
        return Err(Error::say("error-release-moved").code("moved"));
    }
    bidder::verbs::number_copies(tx, procurement)?;
    let kind = if draft.history.is_empty() { Kind::Release } else { Kind::Addendum };
    let release = Release {
        id: tx.new_id(),
        procurement: procurement.into(),
        number: draft.number.clone(),
        kind,
        issued_at: tx.at().to_owned(),
        reason: draft.reason.clone(),
        snapshot: draft,
        incomplete,
    };
    tx.insert(&release)?;
    let mut last: Option<String> = None;
    for paper in papers {
        let place = position::after_last(last.as_deref());
        let file = ReleaseFile {
            id: tx.new_id(),
            release: release.id.clone(),
            position: place.clone(),
            name: paper.name,
            bytes: i64::try_from(paper.bytes).unwrap_or(i64::MAX),
            sha256: paper.sha256,
            bidder: paper.bidder,
            addressee: paper.addressee,
        };
        tx.insert(&file)?;
        last = Some(place);
    }
    Ok(release)
}
