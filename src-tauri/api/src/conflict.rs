//! Commands about statements of conflicts of interest.

use chrono::NaiveDate;
use sentei_core::bidder::Bidder;
use sentei_core::evaluation::Evaluator;
use sentei_core::journal::Op;
use sentei_core::l10n::Lang;
use sentei_core::marking::sheet::{rule as rule_on, sign as sign_statement, statement};
use sentei_core::marking::{Conflict, ConflictStatement, Ruling};
use sentei_core::storage::Read;
use sentei_core::vendor::Vendor;
use sentei_core::Result;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Id, Nothing};
use crate::sheet::{stamped, SheetOf};
use crate::Call;

/// A statement that was signed.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "ConflictStatement")]
pub struct Statement {
    /// When, in words.
    at: String,
    conflict: bool,
    note: String,
    named: Vec<NamedConflict>,
}

/// A bidder it names, and what was ruled.
#[derive(Debug, Serialize, TS)]
pub struct NamedConflict {
    id: String,
    bidder: String,
    name: String,
    what: String,
    ruling: Ruling,
    reason: String,
}

/// What an evaluator states.
#[derive(Debug, Deserialize, TS)]
pub struct SignConflict {
    evaluator: String,
    conflict: bool,
    #[ts(optional)]
    note: Option<String>,
    #[ts(optional)]
    bidders: Option<Vec<ConflictWith>>,
    /// Why it takes the place of an earlier statement.
    #[ts(optional)]
    reason: Option<String>,
}

/// A bidder she is tied to, and by what.
#[derive(Debug, Deserialize, TS)]
pub struct ConflictWith {
    bidder: String,
    what: String,
}

/// What follows from a conflict, and why.
#[derive(Debug, Deserialize, TS)]
pub struct RuleConflict {
    id: String,
    ruling: Ruling,
    #[ts(optional)]
    reason: Option<String>,
}

/// The statement of an evaluator, where there is one.
#[derive(Debug, Serialize, TS)]
pub struct StatementOf {
    statement: Option<Statement>,
}

/// The company a bidder is.
pub(crate) fn name_of(read: &Read<'_>, bidder: &str) -> Result<String> {
    let bidder: Bidder = read.get(bidder)?;
    Ok(read.get::<Vendor>(&bidder.vendor)?.name)
}

/// A statement in words.
pub(crate) fn told(
    read: &Read<'_>,
    statement: Option<&(ConflictStatement, Vec<Conflict>)>,
    today: NaiveDate,
    lang: Lang,
) -> Result<Option<Statement>> {
    let Some((signed, named)) = statement else { return Ok(None) };
    let named = named.iter().map(|one| {
        Ok(NamedConflict {
            name: name_of(read, &one.bidder)?,
            id: one.id.clone(),
            bidder: one.bidder.clone(),
            what: one.what.clone(),
            ruling: one.ruling,
            reason: one.reason.clone(),
        })
    });
    Ok(Some(Statement {
        at: stamped(&signed.signed_at, today, lang),
        conflict: signed.conflict,
        note: signed.note.clone(),
        named: named.collect::<Result<_>>()?,
    }))
}

pub(crate) fn get(call: &Call<'_>, args: SheetOf) -> Result<StatementOf> {
    let statement = call.read(|read| {
        let signed = statement(read, &args.evaluator)?;
        told(read, signed.as_ref(), call.today(), call.lang())
    })?;
    Ok(StatementOf { statement })
}

pub(crate) fn sign(call: &Call<'_>, args: SignConflict) -> Result<Id> {
    let evaluator: Evaluator = call.read(|read| read.get(&args.evaluator))?;
    let named: Vec<(String, String)> =
        args.bidders.unwrap_or_default().into_iter().map(|with| (with.bidder, with.what)).collect();
    let op = Op::new("conflict-sign").what(evaluator.name).scope(&evaluator.procurement);
    let note = args.note.unwrap_or_default();
    let reason = args.reason.unwrap_or_default();
    let id = call.write(op, |tx| sign_statement(tx, &args.evaluator, args.conflict, &note, &named, &reason))?;
    Ok(Id { id })
}

pub(crate) fn rule(call: &Call<'_>, args: RuleConflict) -> Result<Nothing> {
    let (name, procurement) = call.read(|read| {
        let conflict: Conflict = read.get(&args.id)?;
        let signed: ConflictStatement = read.get(&conflict.statement)?;
        let evaluator: Evaluator = read.get(&signed.evaluator)?;
        Ok((evaluator.name, evaluator.procurement))
    })?;
    let op = Op::new("conflict-rule").what(name).scope(&procurement);
    call.write(op, |tx| rule_on(tx, &args.id, args.ruling, args.reason.as_deref().unwrap_or_default()))?;
    Ok(Nothing {})
}
