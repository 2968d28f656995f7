//! What can be done to the decision itself.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::report::made::{reports, MadeReport};
use super::{approval, draft};
use super::{
    conditions, discussion, notice_files, notices, route, Approval, ApprovalCondition, ApprovalStep, Decision,
    DiscussionPoint, Notice, NoticeFile, Outcome,
};
use crate::bidder::course::{decided, steps, Reason};
use crate::bidder::steps::{now, remove_step, take_step, typed_moment, NewStep};
use crate::bidder::{self, Bidder, Status};
use crate::criterion::Criterion;
use crate::evaluation::score::{count, Why};
use crate::journal::Tx;
use crate::l10n::Lang;
use crate::marking::ballot::{ballot, exclusion};
use crate::proposal::price::competing;
use crate::question::verbs::words_of;
use crate::storage::Read;
use crate::{Error, Result};

/// Longest reason or note, in characters.
pub(super) const LONGEST: usize = 4_000;

/// Sets `outcome`, `bidder`, `reserve`, `reason`, `meeting_at` or `attendees` to what was typed.
///
/// # Errors
/// Refused once it is decided; for another choice, reserve or reason than an approval request that is handed in asks for;
/// for a bidder of another procurement, for one that is out or has left, and for one that is both chosen and in
/// reserve.
pub fn set(tx: &mut Tx<'_>, procurement: &str, field: &str, typed: &str, today: NaiveDate, lang: Lang) -> Result<()> {
    let stored = tx.find::<Decision>(procurement)?;
    let mut decision = stored.clone().unwrap_or_else(|| Decision::open(procurement));
    not_decided(tx, &decision)?;
    match field {
        "outcome" => {
            let outcome = serde_json::from_value(typed.into());
            decision.outcome = outcome.map_err(|_| Error::say("error-choice").arg("typed", typed))?;
            if decision.outcome == Outcome::None {
                (decision.bidder, decision.reserve) = (None, None);
            }
        }
        "bidder" => {
            decision.bidder = one_of(tx, procurement, typed)?;
            not_out(tx, procurement, decision.bidder.as_deref())?;
            decision.outcome = if decision.bidder.is_some() { Outcome::Award } else { Outcome::Open };
        }
        "reserve" => {
            decision.reserve = one_of(tx, procurement, typed)?;
            not_out(tx, procurement, decision.reserve.as_deref())?;
        }
        "reason" => decision.reason = words_of(typed, LONGEST)?,
        "meeting_at" if typed.trim().is_empty() => decision.meeting_at = None,
        "meeting_at" => decision.meeting_at = Some(typed_moment(typed, decision.meeting_at, today, lang)?),
        "attendees" => decision.attendees = words_of(typed, LONGEST)?,
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    if decision.reserve.is_some() && decision.reserve == decision.bidder {
        return Err(Error::say("error-decision-reserve"));
    }
    if approval::state_of(tx, procurement)?.is_open() {
        approval::follow(tx, procurement, today)?;
    } else if !matches!(field, "meeting_at" | "attendees") && stored.as_ref() != Some(&decision) {
        return Err(Error::say("error-decision-asked"));
    }
    match stored {
        Some(_) => tx.update(&decision),
        None => tx.insert(&decision),
    }
}

/// Refuses what stands with the decision.
pub(super) fn not_decided(read: &Read<'_>, decision: &Decision) -> Result<()> {
    if decision.decided_at.is_some() {
        return Err(stands(read, &decision.id, "error-decision-decided")?);
    }
    Ok(())
}

/// The refusal of what stands with the decision, which says whether that one can still be taken back.
pub(super) fn stands(read: &Read<'_>, procurement: &str, id: &'static str) -> Result<Error> {
    Ok(Error::say(id).arg("told", if is_told(read, procurement)? { "yes" } else { "no" }))
}

/// Whether a notice was sent: the decision can no longer be taken back.
pub fn is_told(read: &Read<'_>, procurement: &str) -> Result<bool> {
    Ok(notices(read, procurement)?.iter().any(|notice| notice.sent_at.is_some()))
}

/// A bidder of this procurement, or nobody.
pub(super) fn one_of(tx: &Tx<'_>, procurement: &str, typed: &str) -> Result<Option<String>> {
    if typed.is_empty() {
        return Ok(None);
    }
    match tx.find::<Bidder>(typed)?.filter(|bidder| bidder.procurement == procurement) {
        Some(bidder) => Ok(Some(bidder.id)),
        None => Err(Error::NotFound { kind: "bidder", id: typed.into() }),
    }
}

/// The bidders that are out, and the first thing that puts each out: a decision, a failure, or a minimum.
pub fn out(read: &Read<'_>, procurement: &str) -> Result<BTreeMap<String, Why>> {
    let standings = count(&ballot(read, procurement)?)?.standings;
    let mut out: BTreeMap<String, Why> =
        standings.into_iter().filter_map(|one| Some((one.bidder, one.out.into_iter().next()?))).collect();
    // Who is left out stays so while its proposal does not compete.
    for bidder in bidder::of(read, procurement)? {
        if exclusion(read, &bidder.id)?.is_some() {
            out.insert(bidder.id, Why::Decision);
        }
    }
    Ok(out)
}

/// Refuses a bidder that is out or has left.
fn not_out(read: &Read<'_>, procurement: &str, bidder: Option<&str>) -> Result<()> {
    let Some(bidder) = bidder else { return Ok(()) };
    let left = match read.find::<Bidder>(bidder)?.map(|one| one.status) {
        Some(Status::Declined) => Some(Error::say("error-decision-out-declined")),
        Some(Status::Withdrawn) => Some(Error::say("error-decision-out-withdrawn")),
        Some(Status::Disqualified) => Some(Error::say("error-decision-out-disqualified")),
        _ => None,
    };
    if let Some(left) = left {
        return Err(left.arg("name", draft::name_of(read, procurement, bidder)?));
    }
    let Some(why) = out(read, procurement)?.remove(bidder) else { return Ok(()) };
    let title = |item: &str| Ok::<_, Error>(read.get::<Criterion>(item)?.title);
    let refused = match why {
        Why::Decision => Error::say("error-decision-out-excluded"),
        Why::Failed(item) => Error::say("error-decision-out-failed").arg("title", title(&item)?),
        Why::UnderMinimum(item) => Error::say("error-decision-out-minimum").arg("title", title(&item)?),
        Why::UnderTotalMinimum => Error::say("error-decision-out-total"),
    };
    Err(refused.arg("name", draft::name_of(read, procurement, bidder)?))
}

/// Refuses what is chosen where one of its bidders is out or has left.
pub(super) fn none_out(read: &Read<'_>, decision: &Decision) -> Result<()> {
    not_out(read, &decision.id, decision.bidder.as_deref())?;
    not_out(read, &decision.id, decision.reserve.as_deref())
}

/// The bidders that have proposed: as their status says, or as a proposal shows that competes under a step dated later.
pub fn proposed(read: &Read<'_>, procurement: &str) -> Result<Vec<Bidder>> {
    let competing = competing(read, procurement)?;
    let mut bidders = bidder::of(read, procurement)?;
    bidders.retain(|bidder| bidder.status.has_proposed() || competing.iter().any(|(one, _)| one.id == bidder.id));
    Ok(bidders)
}

/// Records that it is decided: the chosen bidder is awarded, all others that have proposed are not, in one step. Nothing
/// leaves the house by it.
///
/// # Errors
/// Refused where it is decided already, where no outcome or no reason is said, and for an award without approval, on an
/// approval of something else, or with conditions that nobody has written; and where who is chosen or in reserve is out
/// or has left.
pub fn decide(tx: &mut Tx<'_>, procurement: &str) -> Result<()> {
    let decision = Decision::of(tx, procurement)?;
    not_decided(tx, &decision)?;
    let chosen = match decision.outcome {
        Outcome::Award if decision.bidder.is_some() => decision.bidder.clone(),
        Outcome::None => None,
        Outcome::Award | Outcome::Open => return Err(Error::say("error-decision-open")),
    };
    if decision.reason.is_empty() {
        return Err(Error::say("error-decision-no-reason"));
    }
    if chosen.is_some() {
        for step in route(tx, procurement)? {
            if approval::lacks_condition(tx, &step)? {
                return Err(Error::say("error-decision-no-condition").arg("name", step.name));
            }
        }
        if !approval::state_of(tx, procurement)?.is_approved() {
            return Err(Error::say("error-decision-not-approved"));
        }
        if !approval::asks_for(tx, &decision)? {
            return Err(Error::say("error-decision-other"));
        }
        none_out(tx, &decision)?;
    }
    let at = now(tx);
    let proposed = proposed(tx, procurement)?;
    for bidder in bidder::of(tx, procurement)? {
        let status = if chosen.as_deref() == Some(bidder.id.as_str()) {
            Status::Awarded
        } else if proposed.iter().any(|one| one.id == bidder.id) {
            Status::NotAwarded
        } else {
            continue;
        };
        if bidder.status != status {
            // The latest step holds, also where an earlier one was dated later than now.
            let last = steps(tx, &bidder.id)?.pop().map(|step| step.at).filter(|last| last.latest() > at.latest());
            let at = last.unwrap_or(at);
            take_step(tx, &bidder.id, NewStep { status, at, note: "", reason: Reason::Unsaid, volume: "" })?;
        }
    }
    let decided_at = Some(tx.at().to_owned());
    tx.update(&Decision { decided_at, ..decision })
}

/// Takes the decision back while no notice of it has been sent: the bidders stand where they stood.
///
/// # Errors
/// Refused where it is not decided, and once a notice was sent.
pub fn reopen(tx: &mut Tx<'_>, procurement: &str) -> Result<()> {
    let decision = Decision::of(tx, procurement)?;
    if decision.decided_at.is_none() {
        return Err(Error::say("error-decision-open"));
    }
    if is_told(tx, procurement)? {
        return Err(Error::say("error-decision-told"));
    }
    for notice in notices(tx, procurement)? {
        take_out(tx, &notice.id)?;
    }
    for bidder in bidder::of(tx, procurement)? {
        if let Some(step) = decided(tx, &bidder.id)? {
            remove_step(tx, &step.id)?;
        }
    }
    tx.update(&Decision { decided_at: None, ..decision })
}

pub(super) fn take_out(tx: &mut Tx<'_>, notice: &str) -> Result<()> {
    for file in notice_files(tx, notice)? {
        tx.remove::<NoticeFile>(&file.id)?;
    }
    tx.remove::<Notice>(notice)
}

/// Removes discussion, decision, approval, notices and the versions of the report of a procurement.
pub fn remove_all(tx: &mut Tx<'_>, procurement: &str) -> Result<()> {
    for notice in notices(tx, procurement)? {
        take_out(tx, &notice.id)?;
    }
    for condition in conditions(tx, procurement)? {
        tx.remove::<ApprovalCondition>(&condition.id)?;
    }
    for step in route(tx, procurement)? {
        tx.remove::<ApprovalStep>(&step.id)?;
    }
    if tx.find::<Approval>(procurement)?.is_some() {
        tx.remove::<Approval>(procurement)?;
    }
    for point in discussion(tx, procurement)? {
        tx.remove::<DiscussionPoint>(&point.id)?;
    }
    if tx.find::<Decision>(procurement)?.is_some() {
        tx.remove::<Decision>(procurement)?;
    }
    for made in reports(tx, procurement)? {
        tx.remove::<MadeReport>(&made.id)?;
    }
    Ok(())
}
