//! Commands about the approval request (稟議).

use std::path::Path;

use sentei_core::calendar::{self, Style};
use sentei_core::decision::approval::{self as verbs, Ended, State};
use sentei_core::decision::paper::approval_paper;
use sentei_core::decision::{conditions, route, ApprovalCondition, ApprovalStep, StepOutcome};
use sentei_core::distribution::paper::House;
use sentei_core::journal::Op;
use sentei_core::l10n::Lang;
use sentei_core::Result;
use sentei_papers::word::approval_docx;
use sentei_papers::{file_name, folder, Stamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Id, InProcurement, Nothing};
use crate::criterion::TypedField;
use crate::decision::{first_line, told, FieldOf};
use crate::distribution::{moment, DistributionWritten};
use crate::evaluator::MoveItem;
use crate::Call;

/// The approval request, as it is kept or as the record suggests it.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Approval")]
pub struct ApprovalView {
    /// It is kept; words that nobody has written come from the record.
    kept: bool,
    state: State,
    /// A bidder was chosen on it: what the approvers recorded and the conditions stand.
    decided: bool,
    number: String,
    drafted_on: String,
    /// In words.
    drafted_text: String,
    drafted_by: String,
    subject: String,
    reason: String,
    merits: String,
    demerits: String,
    effect: String,
    timing: String,
    /// A name a line.
    attachments: String,
    /// When it was handed in, in words.
    submitted: String,
    steps: Vec<StepRow>,
    /// The earlier rounds that ended without approval, the earliest first.
    earlier: Vec<EarlierRoundRow>,
    /// Conditions nobody has noted as met.
    open_conditions: usize,
}

/// An approver.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "ApprovalStep")]
pub struct StepRow {
    id: String,
    name: String,
    role: String,
    outcome: StepOutcome,
    /// The approver stands in the route as she does.
    fixed: bool,
    at: String,
    at_text: String,
    comment: String,
    conditions: Vec<ConditionRow>,
}

/// That an earlier round of the request ended without approval.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "ApprovalEarlierRound")]
pub struct EarlierRoundRow {
    ended: Ended,
    name: String,
    role: String,
    at_text: String,
    comment: String,
}

/// A condition an approver set.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "ApprovalCondition")]
pub struct ConditionRow {
    id: String,
    text: String,
    met_at: String,
    met_text: String,
    how: String,
}

/// A new approver.
#[derive(Debug, Deserialize, TS)]
pub struct NewStep {
    procurement: String,
    name: String,
    #[ts(optional)]
    role: Option<String>,
}

/// A new condition.
#[derive(Debug, Deserialize, TS)]
pub struct NewCondition {
    step: String,
    text: String,
}

/// The order to hand it in.
#[derive(Debug, Deserialize, TS)]
pub struct SubmitApproval {
    procurement: String,
    /// When, as typed; now where nothing was.
    #[ts(optional)]
    at: Option<String>,
}

/// Where the papers go.
#[derive(Debug, Deserialize, TS)]
pub struct ExportApproval {
    procurement: String,
    to: String,
}

pub(crate) fn get(call: &Call<'_>, args: InProcurement) -> Result<ApprovalView> {
    let lang = call.lang();
    call.read(|read| {
        let (approval, kept) = verbs::stands(read, &args.procurement, &call.stamp().actor, call.today())?;
        let day = |day: chrono::NaiveDate| calendar::day(day, lang, Style::Western);
        let all = conditions(read, &args.procurement)?;
        let state = verbs::state_of(read, &args.procurement)?;
        let steps = route(read, &args.procurement)?;
        let earlier = verbs::earlier_rounds(read, &args.procurement)?.into_iter().map(|one| EarlierRoundRow {
            ended: one.ended,
            name: one.name,
            role: one.role,
            at_text: told(one.at, lang).1,
            comment: one.comment,
        });
        Ok(ApprovalView {
            earlier: earlier.collect(),
            kept,
            state,
            decided: verbs::is_decided(read, &args.procurement)?,
            number: approval.number,
            drafted_on: approval.drafted_on.map(|day| day.to_string()).unwrap_or_default(),
            drafted_text: approval.drafted_on.map(day).unwrap_or_default(),
            drafted_by: approval.drafted_by,
            subject: approval.subject,
            reason: approval.reason,
            merits: approval.merits,
            demerits: approval.demerits,
            effect: approval.effect,
            timing: approval.timing,
            attachments: approval.attachments.join("\n"),
            submitted: told(approval.submitted_at, lang).1,
            open_conditions: all.iter().filter(|condition| condition.met_at.is_none()).count(),
            steps: steps.into_iter().map(|step| row(step, state, &all, lang)).collect(),
        })
    })
}

fn row(step: ApprovalStep, state: State, all: &[ApprovalCondition], lang: Lang) -> StepRow {
    let (at, at_text) = told(step.at, lang);
    let own = all.iter().filter(|condition| condition.step == step.id).map(|condition| {
        let (met_at, met_text) = told(condition.met_at, lang);
        ConditionRow {
            id: condition.id.clone(),
            text: condition.text.clone(),
            met_at,
            met_text,
            how: condition.how.clone(),
        }
    });
    StepRow {
        conditions: own.collect(),
        fixed: verbs::step_is_fixed(state, &step),
        id: step.id,
        name: step.name,
        role: step.role,
        outcome: step.outcome,
        at,
        at_text,
        comment: step.comment,
    }
}

pub(crate) fn set(call: &Call<'_>, args: FieldOf) -> Result<Nothing> {
    let op = Op::new("approval-edit")
        .scope(&args.procurement)
        .burst(format!("approval.{}.{}", args.procurement, args.field));
    call.write(op, |tx| verbs::set(tx, &args.procurement, &args.field, &args.value, call.today(), call.lang()))?;
    Ok(Nothing {})
}

pub(crate) fn refill(call: &Call<'_>, args: InProcurement) -> Result<Nothing> {
    let op = Op::new("approval-refill").scope(&args.procurement);
    call.write(op, |tx| verbs::refill(tx, &args.procurement, call.today()))?;
    Ok(Nothing {})
}

pub(crate) fn submit(call: &Call<'_>, args: SubmitApproval) -> Result<Nothing> {
    let at = moment(call, args.at.as_deref())?;
    let op = Op::new(verbs::SUBMIT).scope(&args.procurement).barrier();
    call.write(op, |tx| verbs::submit(tx, &args.procurement, at, call.today(), call.lang()))?;
    Ok(Nothing {})
}

pub(crate) fn withdraw(call: &Call<'_>, args: InProcurement) -> Result<Nothing> {
    let op = Op::new(verbs::WITHDRAW).scope(&args.procurement);
    call.write(op, |tx| verbs::withdraw(tx, &args.procurement, call.today()))?;
    Ok(Nothing {})
}

pub(crate) fn add_step(call: &Call<'_>, args: NewStep) -> Result<Id> {
    let op = Op::new("approval-step-add").what(&args.name).scope(&args.procurement);
    let role = args.role.unwrap_or_default();
    let id = call.write(op, |tx| verbs::add_step(tx, &args.procurement, &args.name, &role, call.today()))?;
    Ok(Id { id })
}

fn step_op(call: &Call<'_>, name: &'static str, id: &str) -> Result<Op> {
    let step: ApprovalStep = call.read(|read| read.get(id))?;
    Ok(Op::new(name).what(step.name).scope(step.approval))
}

pub(crate) fn set_step(call: &Call<'_>, args: TypedField) -> Result<Nothing> {
    let op = step_op(call, "approval-step-edit", &args.id)?;
    let op = op.field("approval-step", &args.id, &args.field, &["outcome"]);
    call.write(op, |tx| verbs::set_step(tx, &args.id, &args.field, &args.value, call.today(), call.lang()))?;
    Ok(Nothing {})
}

pub(crate) fn move_step(call: &Call<'_>, args: MoveItem) -> Result<Nothing> {
    let op = step_op(call, "approval-step-move", &args.id)?;
    call.write(op, |tx| verbs::shift_step(tx, &args.id, args.after.as_deref()))?;
    Ok(Nothing {})
}

pub(crate) fn remove_step(call: &Call<'_>, args: Id) -> Result<Nothing> {
    call.write(step_op(call, "approval-step-remove", &args.id)?, |tx| verbs::remove_step(tx, &args.id))?;
    Ok(Nothing {})
}

pub(crate) fn add_condition(call: &Call<'_>, args: NewCondition) -> Result<Id> {
    let step: ApprovalStep = call.read(|read| read.get(&args.step))?;
    let op = Op::new("approval-condition-add").what(first_line(&args.text)).scope(step.approval);
    let id = call.write(op, |tx| verbs::add_condition(tx, &args.step, &args.text))?;
    Ok(Id { id })
}

fn condition_op(call: &Call<'_>, name: &'static str, id: &str) -> Result<Op> {
    call.read(|read| {
        let condition: ApprovalCondition = read.get(id)?;
        let step: ApprovalStep = read.get(&condition.step)?;
        Ok(Op::new(name).what(first_line(&condition.text)).scope(step.approval))
    })
}

pub(crate) fn set_condition(call: &Call<'_>, args: TypedField) -> Result<Nothing> {
    let op = condition_op(call, "approval-condition-edit", &args.id)?
        .burst(format!("approval-condition.{}.{}", args.id, args.field));
    call.write(op, |tx| verbs::set_condition(tx, &args.id, &args.field, &args.value, call.today(), call.lang()))?;
    Ok(Nothing {})
}

pub(crate) fn remove_condition(call: &Call<'_>, args: Id) -> Result<Nothing> {
    let op = condition_op(call, "approval-condition-remove", &args.id)?;
    call.write(op, |tx| verbs::remove_condition(tx, &args.id))?;
    Ok(Nothing {})
}

pub(crate) fn export(call: &Call<'_>, args: ExportApproval) -> Result<DistributionWritten> {
    let (paper, name) = call.read(|read| {
        let house = House::of(read, &args.procurement, call.today())?;
        let (approval, _) = verbs::stands(read, &args.procurement, &call.stamp().actor, call.today())?;
        let number = if approval.number.is_empty() { String::new() } else { approval.number.clone() };
        let name = file_name(&number, &house.lang.word("file-kind-approval"), "", None);
        Ok((approval_paper(read, &approval, &house)?, name))
    })?;
    let stamp = Stamp { at: call.stamp().at, ident: format!("{} {name}", args.procurement) };
    let files = [
        (format!("{name}.pdf"), call.engine(|engine| engine.approval_pdf(&paper, &stamp))?),
        (format!("{name}.docx"), approval_docx(&paper)?),
    ];
    let _ = std::fs::create_dir_all(&args.to);
    let written = folder::write_all(Path::new(&args.to), &files)?;
    Ok(DistributionWritten { files: written.into_iter().map(|path| path.display().to_string()).collect() })
}
