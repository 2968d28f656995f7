//! What stands once bidders were marked or the procurement was decided: estimates, when a proposal came, and the result.

use chrono::NaiveDate;

use super::verbs::stands;
use super::Decision;
use crate::bidder::course::Step;
use crate::bidder::Status;
use crate::criterion::judging::Judging;
use crate::criterion::Criterion;
use crate::evaluation::Evaluator;
use crate::journal::{became, Tx, Written};
use crate::l10n::Lang;
use crate::marking::{shut, Conflict, ConflictStatement, Consensus, CriterionChange, Exclusion, HandIn, Mark};
use crate::proposal::incoming::{self, IncomingEstimate};
use crate::proposal::price::{estimates, lines};
use crate::proposal::{estimate, verbs, Estimate, EstimateLine, Proposal};
use crate::storage::{Read, Record};
use crate::{Error, Result};

/// Whether an estimate stands: a sheet was handed in, or the procurement decided, after it was begun. A price that is
/// otherwise later is a new estimate with its reason.
pub fn is_fixed(read: &Read<'_>, estimate: &Estimate) -> Result<bool> {
    const HERS: &str = "WHERE evaluator IN (SELECT id FROM evaluator WHERE procurement = ?1) ORDER BY at, id";
    let proposal: Proposal = read.get(&estimate.proposal)?;
    let last = read.all::<HandIn>(HERS, &[&proposal.procurement])?.pop();
    let decision = Decision::of(read, &proposal.procurement)?;
    if last.is_none() && decision.decided_at.is_none() {
        return Ok(false);
    }
    let begun = Written { kind: Estimate::KIND, id: &estimate.id, column: "proposal", value: &estimate.proposal };
    let marked = last.as_ref().map(|given| Written {
        kind: HandIn::KIND,
        id: &given.id,
        column: "evaluator",
        value: &given.evaluator,
    });
    let decided = decision.decided_at.as_ref().map(|at| Written {
        kind: Decision::KIND,
        id: &decision.id,
        column: "decided_at",
        value: at,
    });
    let wanted: Vec<Written<'_>> = [Some(begun), marked, decided].into_iter().flatten().collect();
    let places = became(read, &wanted)?;
    let [Some(begun), fixing @ ..] = places.as_slice() else {
        return Ok(false);
    };
    Ok(fixing.iter().flatten().any(|at| at >= begun))
}

/// Whether the estimate of a proposal that holds stands.
pub fn holds_fixed(read: &Read<'_>, proposal: &str) -> Result<bool> {
    match estimates(read, proposal)?.pop() {
        Some(last) => is_fixed(read, &last),
        None => Ok(false),
    }
}

/// Whether an estimate may still be changed.
///
/// # Errors
/// Refused for one that stands.
pub fn may_change(read: &Read<'_>, estimate: &str) -> Result<()> {
    if is_fixed(read, &read.get(estimate)?)? {
        return Err(Error::say("error-estimate-fixed"));
    }
    Ok(())
}

/// Whether a line may still be changed.
///
/// # Errors
/// Refused for a line of an estimate that stands.
pub fn may_change_line(read: &Read<'_>, line: &str) -> Result<()> {
    may_change(read, &read.get::<EstimateLine>(line)?.estimate)
}

/// Sets `dated`, `received_at`, `reason` or `file` of an estimate. Of one that stands, a day or a file that is missing may
/// still be said: it is found by them later.
///
/// # Errors
/// Refused for what an estimate that stands says already, and where it cannot be read.
pub fn set_estimate(
    tx: &mut Tx<'_>,
    id: &str,
    field: &str,
    typed: &str,
    (today, lang): (NaiveDate, Lang),
) -> Result<()> {
    let stored: Estimate = tx.get(id)?;
    let missing = match field {
        "dated" => stored.dated.is_empty(),
        "file" => stored.file.is_none(),
        _ => false,
    };
    if !missing {
        may_change(tx, id)?;
    }
    shut::set_estimate(tx, id, field, typed, (today, lang))
}

/// Takes an estimate over. One that stands is followed by a later one even while it is empty.
///
/// # Errors
/// Refused without a reason where there is an estimate that has lines or stands.
pub fn take_estimate(
    tx: &mut Tx<'_>,
    proposal: &str,
    found: &IncomingEstimate,
    reason: &str,
    file: Option<String>,
) -> Result<String> {
    if let Some(last) = estimates(tx, proposal)?.pop() {
        if lines(tx, &last.id)?.is_empty() && is_fixed(tx, &last)? {
            estimate::add(tx, proposal, reason, None)?;
        }
    }
    incoming::take_estimate(tx, proposal, found, reason, file)
}

/// Whether the time a proposal came stands: the procurement is decided.
pub fn receipt_is_fixed(read: &Read<'_>, proposal: &Proposal) -> Result<bool> {
    Ok(Decision::of(read, &proposal.procurement)?.decided_at.is_some())
}

/// What the result is made of: marks, statements and agreed marks, who is left out, criteria and rules with what changed
/// in them.
const RESULT: [&str; 9] = [
    Criterion::KIND,
    Judging::KIND,
    CriterionChange::KIND,
    ConflictStatement::KIND,
    Conflict::KIND,
    HandIn::KIND,
    Mark::KIND,
    Consensus::KIND,
    Exclusion::KIND,
];

/// Who judges what, and what is compared: what else is known of an evaluator or a proposal may be put right at any time. A
/// later estimate or a bidder that leaves changes nothing (`proposal::price`).
const PARTS: [(&str, &[&str]); 2] =
    [(Evaluator::KIND, &["adviser", "judges"]), (Proposal::KIND, &["received_at", "late_ruling"])];

/// Whether what was done in this transaction leaves the result as it is, where the procurement is decided.
///
/// # Errors
/// Refused where the result would be made of something else than what was decided on.
pub fn leaves_result(tx: &Tx<'_>, procurement: &str) -> Result<()> {
    let whole = RESULT.iter().map(|kind| (*kind, [].as_slice()));
    let touched = whole.chain(PARTS).any(|(kind, columns)| tx.touches(kind, columns));
    // The steps by which it was decided about bidders hold the moment up to which estimates and withdrawals count.
    let ends = [Status::Awarded, Status::NotAwarded].map(Status::word);
    let touched = touched || tx.previous(Step::KIND, "status").any(|status| ends.contains(&status));
    let decides = tx.touches(Decision::KIND, &["decided_at"]);
    if touched && !decides && Decision::of(tx, procurement)?.decided_at.is_some() {
        return Err(stands(tx, procurement, "error-result-decided")?.code("decided"));
    }
    Ok(())
}

/// Sets a field of a proposal to what was typed. When it came decides whether it takes part, and stands with the decision.
///
/// # Errors
/// Refused for the time it came once the procurement is decided, and where it cannot be read.
pub fn set_proposal(
    tx: &mut Tx<'_>,
    id: &str,
    field: &str,
    typed: &str,
    (today, lang): (NaiveDate, Lang),
) -> Result<()> {
    let stored: Proposal = tx.get(id)?;
    if field == "received_at" && receipt_is_fixed(tx, &stored)? {
        return Err(stands(tx, &stored.procurement, "error-proposal-decided")?);
    }
    verbs::set(tx, id, field, typed, today, lang)
}
