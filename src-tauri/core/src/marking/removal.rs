//! What goes with what is removed, and what may not go any more because a sheet that was handed in stands on it.

use super::sheet::handed_in;
use super::{Conflict, ConflictStatement, Consensus, CriterionChange, Exclusion, HandIn, Mark};
use crate::bidder::{verbs::vendor_of, Bidder};
use crate::criterion::judging::Judging;
use crate::criterion::{self, Criterion};
use crate::evaluation::score::TieBreak;
use crate::evaluation::{evaluators, verbs as people, Evaluator};
use crate::journal::Tx;
use crate::{Error, Result};

/// Removes a criterion with its parts, and the marks on them.
pub fn remove_criterion(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let whole: Criterion = tx.get(id)?;
    let parts = tx.all::<Criterion>("WHERE parent = ?1", &[&id])?;
    let gone: Vec<String> = parts.iter().chain([&whole]).map(|one| one.id.clone()).collect();
    for one in &gone {
        for mark in tx.all::<Mark>("WHERE criterion = ?1", &[one])? {
            tx.remove::<Mark>(&mark.id)?;
        }
        for agreed in tx.all::<Consensus>("WHERE criterion = ?1", &[one])? {
            tx.remove::<Consensus>(&agreed.id)?;
        }
    }
    for evaluator in evaluators(tx, &whole.procurement)? {
        let judges = evaluator.judges.iter().filter(|judged| !gone.contains(judged)).cloned().collect();
        tx.update(&Evaluator { judges, ..evaluator })?;
    }
    if let Some(judging) = tx.find::<Judging>(&whole.procurement)? {
        let goes = |tie: &TieBreak| matches!(tie, TieBreak::Criterion(one) if gone.contains(one));
        let ties = judging.ties.iter().filter(|tie| !goes(tie)).cloned().collect();
        tx.update(&Judging { ties, ..judging })?;
    }
    criterion::verbs::remove(tx, id)
}

/// Puts a set of criteria in place of those a procurement has.
pub fn replace_criteria(tx: &mut Tx<'_>, procurement: &str, set: &str) -> Result<()> {
    for top in criterion::of(tx, procurement)?.into_iter().filter(|one| one.parent.is_none()) {
        remove_criterion(tx, &top.id)?;
    }
    criterion::sets::plant(tx, procurement, set)
}

/// Sets a field of an evaluator to what was typed; `judges` is the JSON list of the criteria she judges.
///
/// # Errors
/// Refused where she has handed in her sheet and what she judges would change, and for criteria of another procurement.
pub fn set_evaluator(tx: &mut Tx<'_>, id: &str, field: &str, value: &str) -> Result<()> {
    let stored: Evaluator = tx.get(id)?;
    if matches!(field, "judges" | "adviser") && !handed_in(tx, id)?.is_empty() {
        return Err(Error::say("error-evaluator-handed-in").arg("name", stored.name));
    }
    if field != "judges" {
        return people::set_evaluator(tx, id, field, value);
    }
    let judges: Vec<String> = serde_json::from_str(value).map_err(|_| Error::say("error-field").arg("field", field))?;
    let criteria = criterion::of(tx, &stored.procurement)?;
    if judges.iter().any(|judged| criteria.iter().all(|one| one.id != *judged)) {
        return Err(Error::say("error-field").arg("field", field));
    }
    tx.update(&Evaluator { judges, ..stored })
}

/// Removes an evaluator with the statement and the marks of a sheet that was not handed in.
///
/// # Errors
/// Refused where she has handed in her sheet.
pub fn remove_evaluator(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    if !handed_in(tx, id)?.is_empty() {
        return Err(Error::say("error-evaluator-handed-in").arg("name", tx.get::<Evaluator>(id)?.name));
    }
    remove_sheet(tx, id)?;
    people::remove_evaluator(tx, id)
}

fn remove_sheet(tx: &mut Tx<'_>, evaluator: &str) -> Result<()> {
    for mark in tx.all::<Mark>("WHERE evaluator = ?1", &[&evaluator])? {
        tx.remove::<Mark>(&mark.id)?;
    }
    for given in tx.all::<HandIn>("WHERE evaluator = ?1", &[&evaluator])? {
        tx.remove::<HandIn>(&given.id)?;
    }
    for statement in tx.all::<ConflictStatement>("WHERE evaluator = ?1", &[&evaluator])? {
        for named in tx.all::<Conflict>("WHERE statement = ?1", &[&statement.id])? {
            tx.remove::<Conflict>(&named.id)?;
        }
        tx.remove::<ConflictStatement>(&statement.id)?;
    }
    Ok(())
}

/// Whether nothing that stands speaks of a bidder, so that it or its proposal may go.
///
/// # Errors
/// Refused where a sheet that was handed in judges it, and where it was agreed on or left out.
pub fn may_go(tx: &Tx<'_>, bidder: &str) -> Result<()> {
    const IN: &str = "WHERE bidder = ?1 AND evaluator IN (SELECT evaluator FROM hand_in)";
    const STATED: &str = "WHERE bidder = ?1 AND statement IN \
        (SELECT id FROM conflict_statement WHERE evaluator IN (SELECT evaluator FROM hand_in))";
    let of = "WHERE bidder = ?1";
    let fixed = tx.count::<Mark>(IN, &[&bidder])?
        + tx.count::<Conflict>(STATED, &[&bidder])?
        + tx.count::<Consensus>(of, &[&bidder])?
        + tx.count::<Exclusion>(of, &[&bidder])?;
    if fixed > 0 {
        return Err(Error::say("error-bidder-judged").arg("name", vendor_of(tx, bidder)?.name));
    }
    Ok(())
}

/// Removes what sheets that were not handed in say of a bidder.
///
/// # Errors
/// As [`may_go`].
pub fn remove_of_bidder(tx: &mut Tx<'_>, bidder: &str) -> Result<()> {
    may_go(tx, bidder)?;
    remove_marks_of(tx, bidder)
}

fn remove_marks_of(tx: &mut Tx<'_>, bidder: &str) -> Result<()> {
    for mark in tx.all::<Mark>("WHERE bidder = ?1", &[&bidder])? {
        tx.remove::<Mark>(&mark.id)?;
    }
    for named in tx.all::<Conflict>("WHERE bidder = ?1", &[&bidder])? {
        tx.remove::<Conflict>(&named.id)?;
    }
    Ok(())
}

/// Removes everything the evaluation of a procurement left.
pub fn remove_all(tx: &mut Tx<'_>, procurement: &str) -> Result<()> {
    for evaluator in evaluators(tx, procurement)? {
        remove_sheet(tx, &evaluator.id)?;
    }
    for bidder in tx.all::<Bidder>("WHERE procurement = ?1", &[&procurement])? {
        remove_marks_of(tx, &bidder.id)?;
        for agreed in tx.all::<Consensus>("WHERE bidder = ?1", &[&bidder.id])? {
            tx.remove::<Consensus>(&agreed.id)?;
        }
        for exclusion in tx.all::<Exclusion>("WHERE bidder = ?1", &[&bidder.id])? {
            tx.remove::<Exclusion>(&exclusion.id)?;
        }
    }
    for change in tx.all::<CriterionChange>("WHERE procurement = ?1", &[&procurement])? {
        tx.remove::<CriterionChange>(&change.id)?;
    }
    Ok(())
}
