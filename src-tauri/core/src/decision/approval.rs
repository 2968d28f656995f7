//! The approval request (稟議): its words, its route, what follows from it.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::discussion::moment;
use super::verbs::LONGEST;
use super::{
    conditions, draft, route, verbs, Approval, ApprovalCondition, ApprovalStep, Decision, Outcome, StepOutcome,
};
use crate::bidder::steps::{minute, now};
use crate::calendar::{self, Moment, Style};
use crate::distribution::verbs::not_ahead;
use crate::journal::{before_each, stood, Tx};
use crate::l10n::Lang;
use crate::place::{at_end, behind, new_place};
use crate::procurement::{cannot_read, line, needed_name};
use crate::question::verbs::words_of;
use crate::storage::{Read, Record as _};
use crate::{Error, Result};

/// The operation that hands a request in.
pub const SUBMIT: &str = "approval-submit";
/// The operation that takes one back.
pub const WITHDRAW: &str = "approval-withdraw";

/// Where an approval request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ApprovalState")]
pub enum State {
    /// Not handed in.
    Draft,
    /// Handed in, and somebody has still to decide.
    UnderWay,
    /// Approved.
    Approved,
    /// Approved with conditions.
    Conditions,
    /// Sent back, to be put right and handed in again.
    SentBack,
    /// Rejected.
    Rejected,
}

impl State {
    /// Approved, with conditions or without.
    pub fn is_approved(self) -> bool {
        matches!(self, Self::Approved | Self::Conditions)
    }

    /// Whether its words can still be changed.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::SentBack)
    }
}

/// What follows from what the approvers decided: one rejection rejects it, one sending back sends it back, and it is
/// approved when all have approved, with conditions where one of them set some.
pub fn state(submitted: bool, outcomes: &[StepOutcome]) -> State {
    let any = |outcome: StepOutcome| outcomes.contains(&outcome);
    let agreed = |outcome: &StepOutcome| matches!(outcome, StepOutcome::Approved | StepOutcome::Conditions);
    if !submitted {
        State::Draft
    } else if any(StepOutcome::Rejected) {
        State::Rejected
    } else if any(StepOutcome::SentBack) {
        State::SentBack
    } else if outcomes.is_empty() || !outcomes.iter().all(agreed) {
        State::UnderWay
    } else if any(StepOutcome::Conditions) {
        State::Conditions
    } else {
        State::Approved
    }
}

/// Where the approval request of a procurement stands. Who approves with conditions has decided once they are written.
pub fn state_of(read: &Read<'_>, procurement: &str) -> Result<State> {
    let submitted = read.find::<Approval>(procurement)?.is_some_and(|approval| approval.submitted_at.is_some());
    let mut outcomes = Vec::new();
    for step in route(read, procurement)? {
        outcomes.push(if lacks_condition(read, &step)? { StepOutcome::Open } else { step.outcome });
    }
    Ok(state(submitted, &outcomes))
}

/// How an earlier round of a request ended without approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ApprovalEnded")]
pub enum Ended {
    /// An approver sent it back.
    SentBack,
    /// An approver rejected it.
    Rejected,
    /// It was taken back.
    Withdrawn,
}

/// That an earlier round of the request ended without approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierRound {
    /// Which round it was: what several approvers ended belongs to one.
    pub round: usize,
    /// When the request was handed in for it.
    pub submitted: Option<Moment>,
    /// How.
    pub ended: Ended,
    /// The approver's name as it stood then, bare; for a request taken back, who recorded it.
    pub name: String,
    /// Her position in the company.
    pub role: String,
    /// When, in Japan's time.
    pub at: Option<Moment>,
    /// What was said.
    pub comment: String,
}

/// The earlier rounds that ended without approval, the earliest first. Handing in again and taking back empty what the
/// approvers decided; the journal has what it was.
pub fn earlier_rounds(read: &Read<'_>, procurement: &str) -> Result<Vec<EarlierRound>> {
    let ends = [SUBMIT, WITHDRAW];
    let requests = before_each(read, procurement, &ends, Approval::KIND)?;
    let all = before_each(read, procurement, &ends, ApprovalStep::KIND)?;
    let mut found = Vec::new();
    for (round, (done, request)) in all.into_iter().zip(requests).enumerate() {
        let submitted = request.records.first().and_then(|own| own.get("submitted_at")).and_then(Value::as_str);
        let submitted = submitted.and_then(|at| at.parse().ok());
        for step in done.records {
            let word = |column: &str| step.get(column).and_then(Value::as_str).unwrap_or_default();
            let ended = match word("outcome") {
                "sent-back" => Ended::SentBack,
                "rejected" => Ended::Rejected,
                _ => continue,
            };
            found.push(EarlierRound {
                round,
                submitted,
                ended,
                name: word("name").to_owned(),
                role: word("role").to_owned(),
                at: word("at").parse().ok(),
                comment: word("comment").to_owned(),
            });
        }
        if done.name == WITHDRAW {
            found.push(EarlierRound {
                round,
                submitted,
                ended: Ended::Withdrawn,
                name: draft::named(&done.actor),
                role: String::new(),
                at: Some(minute(&done.at)),
                comment: String::new(),
            });
        }
    }
    Ok(found)
}

/// Whether an approver set conditions and none is written.
pub fn lacks_condition(read: &Read<'_>, step: &ApprovalStep) -> Result<bool> {
    Ok(step.outcome == StepOutcome::Conditions && of_step(read, &step.id)?.is_empty())
}

/// Whether an approver's place in the route stands: she has decided, or the request is handed in.
pub fn step_is_fixed(state: State, step: &ApprovalStep) -> bool {
    !state.is_open() || step.outcome != StepOutcome::Open
}

/// Whether what the approvers decided stands: a bidder was chosen on it.
pub fn is_decided(read: &Read<'_>, procurement: &str) -> Result<bool> {
    let decision = Decision::of(read, procurement)?;
    Ok(decision.decided_at.is_some() && decision.outcome == Outcome::Award)
}

/// The conditions of an approval that nobody has noted as met.
pub fn open_conditions(read: &Read<'_>, procurement: &str) -> Result<Vec<ApprovalCondition>> {
    let mut open = conditions(read, procurement)?;
    open.retain(|condition| condition.met_at.is_none());
    Ok(open)
}

/// The request as it stands, and whether it is kept. What nobody has written in it follows the record until it is handed
/// in.
pub fn stands(read: &Read<'_>, procurement: &str, actor: &str, today: NaiveDate) -> Result<(Approval, bool)> {
    match read.find::<Approval>(procurement)? {
        Some(own) if state_of(read, procurement)?.is_open() => {
            Ok((draft::completed(own, draft::approval(read, procurement, actor, today)?), true))
        }
        Some(own) => Ok((own, true)),
        None => Ok((draft::approval(read, procurement, actor, today)?, false)),
    }
}

/// The request as it is kept: begun without words of its own where it is not yet.
fn kept(tx: &mut Tx<'_>, procurement: &str, today: NaiveDate) -> Result<Approval> {
    if let Some(approval) = tx.find::<Approval>(procurement)? {
        return Ok(approval);
    }
    let actor = tx.actor().to_owned();
    let approval = draft::wordless(draft::approval(tx, procurement, &actor, today)?);
    tx.insert(&approval)?;
    Ok(approval)
}

/// Lets the words that are still those of the record follow it again, before the record changes.
pub(super) fn follow(tx: &mut Tx<'_>, procurement: &str, today: NaiveDate) -> Result<()> {
    let Some(own) = tx.find::<Approval>(procurement)? else { return Ok(()) };
    let fresh = draft::approval(tx, procurement, &own.drafted_by, today)?;
    tx.update(&draft::written(own, &fresh))
}

/// What of a decision a request asks for.
const ASKED: [&str; 4] = ["outcome", "bidder", "reserve", "reason"];

/// Whether what is chosen, and why, is what the request asked for when it was last handed in.
pub fn asks_for(read: &Read<'_>, decision: &Decision) -> Result<bool> {
    let handed_in = (Approval::KIND, decision.id.as_str(), "submitted_at");
    let Some(asked) = stood(read, (Decision::KIND, decision.id.as_str()), handed_in)? else { return Ok(true) };
    let now = decision.image()?;
    Ok(ASKED.iter().all(|column| asked.get(*column) == now.get(*column)))
}

/// Whether the request with all its words, and what it asks for, are as they were when it was last handed in.
fn is_as_handed_in(read: &Read<'_>, whole: &Approval) -> Result<bool> {
    let handed_in = (Approval::KIND, whole.id.as_str(), "submitted_at");
    let Some(then) = stood(read, (Approval::KIND, whole.id.as_str()), handed_in)? else { return Ok(true) };
    Ok(then == whole.image()? && asks_for(read, &Decision::of(read, &whole.id)?)?)
}

fn open(tx: &Tx<'_>, procurement: &str) -> Result<()> {
    if state_of(tx, procurement)?.is_open() {
        Ok(())
    } else {
        Err(Error::say("error-approval-submitted"))
    }
}

fn open_step(tx: &Tx<'_>, step: &ApprovalStep) -> Result<()> {
    if step_is_fixed(state_of(tx, &step.approval)?, step) {
        return Err(Error::say("error-approval-route"));
    }
    Ok(())
}

fn undecided(tx: &Tx<'_>, procurement: &str) -> Result<()> {
    if is_decided(tx, procurement)? {
        return Err(verbs::stands(tx, procurement, "error-approval-decided")?);
    }
    Ok(())
}

/// Sets a field of the request to what was typed: `number`, `drafted_on`, `drafted_by`, `subject`, `reason`, `merits`,
/// `demerits`, `effect`, `timing`, or `attachments`, a name a line. Words that are left empty follow the record.
///
/// # Errors
/// Refused once it is handed in, unless it was sent back.
pub fn set(tx: &mut Tx<'_>, procurement: &str, field: &str, typed: &str, today: NaiveDate, lang: Lang) -> Result<()> {
    open(tx, procurement)?;
    let mut approval = kept(tx, procurement, today)?;
    match field {
        "number" => approval.number = line(typed)?,
        "drafted_on" if typed.trim().is_empty() => approval.drafted_on = None,
        "drafted_on" => {
            let day = calendar::read_day(typed, today).map_err(|unread| cannot_read(unread, typed, lang))?;
            approval.drafted_on = Some(day);
        }
        "drafted_by" => approval.drafted_by = line(typed)?,
        "subject" => approval.subject = line(typed)?,
        "reason" => approval.reason = words_of(typed, LONGEST)?,
        "merits" => approval.merits = words_of(typed, LONGEST)?,
        "demerits" => approval.demerits = words_of(typed, LONGEST)?,
        "effect" => approval.effect = words_of(typed, LONGEST)?,
        "timing" => approval.timing = words_of(typed, LONGEST)?,
        "attachments" => {
            let typed = words_of(typed, LONGEST)?;
            approval.attachments =
                typed.lines().map(str::trim).filter(|name| !name.is_empty()).map(Into::into).collect();
        }
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    tx.update(&approval)
}

/// Lets the words of the request follow the record again: subject, reason, merits, demerits, effect, timing and
/// attachments. Number, people and route stay.
///
/// # Errors
/// Refused once it is handed in, unless it was sent back.
pub fn refill(tx: &mut Tx<'_>, procurement: &str, today: NaiveDate) -> Result<()> {
    open(tx, procurement)?;
    let held = kept(tx, procurement, today)?;
    tx.update(&draft::wordless(held))
}

/// Hands the request in, with the words of the record where nobody has written others. Run it as a barrier. Who had sent
/// it back decides anew, and so do all where anything in it, or in what it asks for, is otherwise than before;
/// `earlier_rounds` tells that she had.
///
/// # Errors
/// Refused while it is under way or at its end, without subject, reason or approvers, and while nothing is chosen that it
/// could ask for or who is chosen is out; and for a time before it was drafted, sent back or rejected.
pub fn submit(tx: &mut Tx<'_>, procurement: &str, at: Moment, today: NaiveDate, lang: Lang) -> Result<()> {
    open(tx, procurement)?;
    let own = kept(tx, procurement, today)?;
    let fresh = draft::approval(tx, procurement, &own.drafted_by, today)?;
    let approval = draft::completed(own, fresh);
    let steps = route(tx, procurement)?;
    if steps.is_empty() {
        return Err(Error::say("error-approval-no-route"));
    }
    if approval.subject.is_empty() || approval.reason.is_empty() {
        return Err(Error::say("error-approval-empty"));
    }
    let decision = Decision::of(tx, procurement)?;
    if decision.outcome == Outcome::Open {
        return Err(Error::say("error-approval-open"));
    }
    verbs::none_out(tx, &decision)?;
    not_ahead(tx, at)?;
    if let Some(drafted) = approval.drafted_on.filter(|drafted| at.date < *drafted) {
        let drafted = calendar::day(drafted, lang, Style::Western);
        return Err(Error::say("error-approval-before-draft").arg("drafted", drafted));
    }
    if let Some(ended) = last_ended(tx, procurement, &steps)?.filter(|ended| at.latest() < ended.earliest()) {
        let ended = calendar::moment(ended, lang, Style::Western);
        return Err(Error::say("error-approval-again-early").arg("ended", ended));
    }
    let same = is_as_handed_in(tx, &approval)?;
    for step in steps.into_iter().filter(|step| !same || step.outcome == StepOutcome::SentBack) {
        decides_anew(tx, step)?;
    }
    if approval.submitted_at == Some(at) {
        // What was handed in is known by when this was last written, so the same time is written anew.
        tx.update(&Approval { submitted_at: None, ..approval.clone() })?;
    }
    tx.update(&Approval { submitted_at: Some(at), ..approval })
}

/// When an approver last sent the request back or rejected it. A time of submission that was typed wrong is put right by
/// taking the request back, so that is no bound.
fn last_ended(read: &Read<'_>, procurement: &str, steps: &[ApprovalStep]) -> Result<Option<Moment>> {
    let earlier = earlier_rounds(read, procurement)?.into_iter().filter(|one| one.ended != Ended::Withdrawn);
    let now = steps.iter().filter(|step| step.outcome == StepOutcome::SentBack);
    let all = earlier.filter_map(|one| one.at).chain(now.filter_map(|step| step.at));
    Ok(all.max_by_key(|at| at.earliest()))
}

/// Empties what an approver decided, with the conditions she set.
fn decides_anew(tx: &mut Tx<'_>, step: ApprovalStep) -> Result<()> {
    for condition in of_step(tx, &step.id)? {
        tx.remove::<ApprovalCondition>(&condition.id)?;
    }
    tx.update(&ApprovalStep { outcome: StepOutcome::Open, at: None, comment: String::new(), ..step })
}

/// Takes the request back (取り下げ): it is a draft again, and everybody on its route decides anew.
///
/// # Errors
/// Refused where it is not handed in, and once a bidder was chosen on it.
pub fn withdraw(tx: &mut Tx<'_>, procurement: &str, today: NaiveDate) -> Result<()> {
    if state_of(tx, procurement)? == State::Draft {
        return Err(Error::say("error-approval-not-withdrawn"));
    }
    undecided(tx, procurement)?;
    for step in route(tx, procurement)? {
        decides_anew(tx, step)?;
    }
    follow(tx, procurement, today)?;
    let own: Approval = tx.get(procurement)?;
    let approval = unfilled(tx, own)?;
    tx.update(&Approval { submitted_at: None, ..approval })
}

/// A request without the words that handing it in took from the record, where nobody changed them since: the record may
/// have moved on.
fn unfilled(read: &Read<'_>, own: Approval) -> Result<Approval> {
    let last = before_each(read, &own.id, &[SUBMIT], Approval::KIND)?.pop();
    let before = last.and_then(|done| done.records.into_iter().next());
    let stored = (Approval::KIND, own.id.as_str());
    let handed_in = stood(read, stored, (Approval::KIND, own.id.as_str(), "submitted_at"))?;
    match before.zip(handed_in) {
        Some((before, handed_in)) => draft::unfilled(own, &before, &handed_in),
        None => Ok(own),
    }
}

/// Adds an approver at the end of the route.
///
/// # Errors
/// Refused once the request is handed in, unless it was sent back.
pub fn add_step(tx: &mut Tx<'_>, procurement: &str, name: &str, role: &str, today: NaiveDate) -> Result<String> {
    open(tx, procurement)?;
    kept(tx, procurement, today)?;
    let id = tx.new_id();
    let position = at_end(&route(tx, procurement)?);
    tx.insert(&ApprovalStep {
        id: id.clone(),
        approval: procurement.into(),
        position,
        name: needed_name(name)?,
        role: line(role)?,
        outcome: StepOutcome::Open,
        at: None,
        comment: String::new(),
    })?;
    Ok(id)
}

/// Sets `name`, `role`, `outcome`, `at` or `comment` of an approver. An outcome is dated now where no day stands there.
///
/// # Errors
/// Refused once a bidder was chosen on the request; for an outcome before it is handed in, and for another one than that it
/// was sent back where the request has changed since; for a time before it was handed in or after a condition of hers
/// was met; and for the person once she has decided or the request is handed in.
pub fn set_step(tx: &mut Tx<'_>, id: &str, field: &str, typed: &str, today: NaiveDate, lang: Lang) -> Result<()> {
    let mut step: ApprovalStep = tx.get(id)?;
    undecided(tx, &step.approval)?;
    if matches!(field, "name" | "role") {
        open_step(tx, &step)?;
    }
    match field {
        "name" => step.name = needed_name(typed)?,
        "role" => step.role = line(typed)?,
        "outcome" => {
            let stands = state_of(tx, &step.approval)?;
            if stands == State::Draft {
                return Err(Error::say("error-approval-not-submitted"));
            }
            let outcome = serde_json::from_value(typed.into());
            step.outcome = outcome.map_err(|_| Error::say("error-choice").arg("typed", typed))?;
            let whole = self::stands(tx, &step.approval, "", today)?.0;
            let changed = stands == State::SentBack && !is_as_handed_in(tx, &whole)?;
            if changed && step.outcome != StepOutcome::SentBack {
                return Err(Error::say("error-approval-changed"));
            }
            step.at = match step.outcome {
                StepOutcome::Open => None,
                _ => step.at.or_else(|| Some(now(tx))),
            };
        }
        "at" => {
            step.at = decided_at(tx, &step, moment(typed, step.at, today, lang)?, lang)?;
            for condition in of_step(tx, id)? {
                not_met_early(&condition, step.at, lang)?;
            }
        }
        "comment" => step.comment = words_of(typed, LONGEST)?,
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    tx.update(&step)
}

/// When an approver decided, which is not before the request was handed in. Who decided in an earlier round, before it was
/// handed in again, keeps a day of that round.
fn decided_at(read: &Read<'_>, step: &ApprovalStep, at: Option<Moment>, lang: Lang) -> Result<Option<Moment>> {
    let submitted = read.get::<Approval>(&step.approval)?.submitted_at;
    let before = |at: Option<Moment>| at.zip(submitted).filter(|(at, submitted)| at.latest() < submitted.earliest());
    match before(at) {
        Some((_, submitted)) if before(step.at).is_none() => {
            Err(Error::say("error-approval-early").arg("submitted", calendar::moment(submitted, lang, Style::Western)))
        }
        _ => Ok(at),
    }
}

/// Moves an approver behind `after`, or to the front.
///
/// # Errors
/// Refused once she has decided or the request is handed in.
pub fn shift_step(tx: &mut Tx<'_>, id: &str, after: Option<&str>) -> Result<()> {
    let step: ApprovalStep = tx.get(id)?;
    open_step(tx, &step)?;
    let position = behind(&route(tx, &step.approval)?, after, Some(id))?;
    tx.update(&ApprovalStep { position, ..step })
}

/// Takes an approver out of the route, with the conditions she set.
///
/// # Errors
/// Refused once she has decided or the request is handed in.
pub fn remove_step(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    open_step(tx, &tx.get::<ApprovalStep>(id)?)?;
    for condition in of_step(tx, id)? {
        tx.remove::<ApprovalCondition>(&condition.id)?;
    }
    tx.remove::<ApprovalStep>(id)
}

fn of_step(read: &Read<'_>, step: &str) -> Result<Vec<ApprovalCondition>> {
    read.all("WHERE step = ?1 ORDER BY position, id", &[&step])
}

/// Adds a condition an approver set.
///
/// # Errors
/// Refused without words, and once a bidder was chosen on the approval.
pub fn add_condition(tx: &mut Tx<'_>, step: &str, text: &str) -> Result<String> {
    undecided(tx, &tx.get::<ApprovalStep>(step)?.approval)?;
    let position = new_place(&of_step(tx, step)?, None)?;
    let id = tx.new_id();
    let text = condition_words(text)?;
    tx.insert(&ApprovalCondition {
        id: id.clone(),
        step: step.into(),
        position,
        text,
        met_at: None,
        how: String::new(),
    })?;
    Ok(id)
}

fn condition_words(typed: &str) -> Result<String> {
    let text = words_of(typed, LONGEST)?;
    if text.is_empty() {
        return Err(Error::say("error-condition-empty"));
    }
    Ok(text)
}

/// Sets `text`, `met_at` or `how` of a condition.
///
/// # Errors
/// Refused for its words once a bidder was chosen on the approval, and for being met before the approval that set it.
pub fn set_condition(tx: &mut Tx<'_>, id: &str, field: &str, typed: &str, today: NaiveDate, lang: Lang) -> Result<()> {
    let mut condition: ApprovalCondition = tx.get(id)?;
    match field {
        "text" => {
            undecided(tx, &tx.get::<ApprovalStep>(&condition.step)?.approval)?;
            condition.text = condition_words(typed)?;
        }
        "met_at" => {
            condition.met_at = moment(typed, condition.met_at, today, lang)?;
            not_met_early(&condition, tx.get::<ApprovalStep>(&condition.step)?.at, lang)?;
        }
        "how" => condition.how = words_of(typed, LONGEST)?,
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    tx.update(&condition)
}

/// Refuses a condition that would be met before the approval that set it.
fn not_met_early(condition: &ApprovalCondition, set_at: Option<Moment>, lang: Lang) -> Result<()> {
    match condition.met_at.zip(set_at).filter(|(met, set)| met.latest() < set.earliest()) {
        Some((met, set)) => {
            let told = |at: Moment| calendar::moment(at, lang, Style::Western);
            Err(Error::say("error-condition-early").arg("met", told(met)).arg("set", told(set)))
        }
        None => Ok(()),
    }
}

/// Takes a condition out.
///
/// # Errors
/// Refused once a bidder was chosen on the approval.
pub fn remove_condition(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let condition: ApprovalCondition = tx.get(id)?;
    undecided(tx, &tx.get::<ApprovalStep>(&condition.step)?.approval)?;
    tx.remove::<ApprovalCondition>(id)
}
