//! What is settled about marks after they are handed in: agreed marks (合議), and bidders left out of the comparison.

use super::ballot::{agreed, exclusion, missing};
use super::sheet::{leaves, part_of, read_mark};
use super::{Consensus, Exclusion};
use crate::bidder::Bidder;
use crate::criterion::judging::Judging;
use crate::criterion::{self, Criterion};
use crate::journal::Tx;
use crate::procurement::line;
use crate::proposal::price::competing;
use crate::{Error, Result};

/// Notes the mark that was agreed on in place of the evaluators' own, with its reason and who agreed. A later one takes the
/// place of an earlier one.
///
/// # Errors
/// Refused without a mark or a reason, where no mark is given at all, and before every sheet that counts there is in:
/// otherwise marks would be known before others are handed in.
pub fn agree(
    tx: &mut Tx<'_>,
    criterion: &str,
    bidder: &str,
    mark: &str,
    reason: &str,
    agreed_by: &[String],
) -> Result<()> {
    let criterion: Criterion = tx.get(criterion)?;
    let procurement = criterion.procurement.clone();
    let judging = Judging::of(tx, &procurement)?;
    let judged = leaves(&criterion::of(tx, &procurement)?);
    let taken = competing(tx, &procurement)?.iter().any(|(one, _)| one.id == bidder);
    if !taken || !criterion.scheme.is_marked() || !judged.iter().any(|one| one.id == criterion.id) {
        return Err(Error::say("error-consensus-place").arg("title", criterion.title));
    }
    let waits = part_of(&judging, &criterion);
    if missing(tx, &procurement)?.iter().any(|(_, part)| *part == waits) {
        return Err(Error::say("error-consensus-early"));
    }
    let mark = read_mark(&criterion, &judging, mark)?;
    let reason = line(reason)?;
    if mark.is_empty() {
        return Err(Error::say("error-consensus-mark"));
    }
    if reason.is_empty() {
        return Err(Error::say("error-consensus-reason"));
    }
    let stored =
        agreed(tx, &procurement)?.into_iter().find(|one| one.criterion == criterion.id && one.bidder == bidder);
    let names = agreed_by.iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect();
    let fresh = stored.is_none();
    let record = Consensus {
        id: stored.map_or_else(|| tx.new_id(), |stored| stored.id),
        criterion: criterion.id,
        bidder: bidder.into(),
        mark,
        reason,
        agreed_at: tx.at().into(),
        agreed_by: names,
    };
    if fresh {
        tx.insert(&record)
    } else {
        tx.update(&record)
    }
}

/// Goes back to the evaluators' own marks.
///
/// # Errors
/// Refused where nothing was agreed on.
pub fn disagree(tx: &mut Tx<'_>, criterion: &str, bidder: &str) -> Result<()> {
    let found = tx.all::<Consensus>("WHERE criterion = ?1 AND bidder = ?2", &[&criterion, &bidder])?.pop();
    match found {
        Some(found) => tx.remove::<Consensus>(&found.id),
        None => Err(Error::say("error-consensus-none")),
    }
}

/// Leaves a bidder out of the comparison.
///
/// # Errors
/// Refused without a reason, and where it is left out already.
pub fn exclude(tx: &mut Tx<'_>, bidder: &str, reason: &str) -> Result<()> {
    tx.get::<Bidder>(bidder)?;
    let reason = line(reason)?;
    if reason.is_empty() {
        return Err(Error::say("error-exclusion-reason"));
    }
    if exclusion(tx, bidder)?.is_some() {
        return Err(Error::say("error-excluded-already"));
    }
    let record = Exclusion {
        id: tx.new_id(),
        bidder: bidder.into(),
        at: tx.at().into(),
        reason,
        lifted_at: None,
        lifted_reason: String::new(),
    };
    tx.insert(&record)
}

/// Takes a bidder back into the comparison.
///
/// # Errors
/// Refused without a reason, and where it is not left out.
pub fn lift(tx: &mut Tx<'_>, bidder: &str, reason: &str) -> Result<()> {
    let reason = line(reason)?;
    if reason.is_empty() {
        return Err(Error::say("error-exclusion-reason"));
    }
    let Some(stored) = exclusion(tx, bidder)? else { return Err(Error::say("error-excluded-not")) };
    tx.update(&Exclusion { lifted_at: Some(tx.at().into()), lifted_reason: reason, ..stored })
}

/// Every decision about a bidder of a procurement, those taken back among them, the earliest first.
pub fn exclusions(read: &crate::storage::Read<'_>, procurement: &str) -> Result<Vec<Exclusion>> {
    read.all("WHERE bidder IN (SELECT id FROM bidder WHERE procurement = ?1) ORDER BY at, id", &[&procurement])
}
