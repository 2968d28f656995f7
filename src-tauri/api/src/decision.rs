//! Commands about the decision: the discussion, and what came of it.

use sentei_core::bidder::{self, Status};
use sentei_core::calendar::{self, in_japan, Moment, Style};
use sentei_core::decision::approval::{self, State};
use sentei_core::decision::{discussion as points, verbs, Decision, DiscussionPoint, Outcome, PointState, Side};
use sentei_core::journal::Op;
use sentei_core::l10n::Lang;
use sentei_core::storage::Read;
use sentei_core::Result;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Id, InProcurement, Nothing};
use crate::criterion::TypedField;
use crate::evaluator::MoveItem;
use crate::Call;

/// The decision and the discussion that led to it.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Decision")]
pub struct DecisionView {
    outcome: Outcome,
    bidder: String,
    reserve: String,
    reason: String,
    /// As it is typed.
    meeting_at: String,
    /// In words.
    meeting_text: String,
    attendees: String,
    /// When it was decided, in words; empty while it is not.
    decided: String,
    approval: State,
    /// A notice was sent: it cannot be taken back.
    told: bool,
    /// Notices drafted, which go where it is taken back.
    drafts: usize,
    /// Who can be chosen.
    choices: Vec<Choosable>,
    points: Vec<PointRow>,
}

/// A bidder that can be chosen or spoken of.
#[derive(Debug, Serialize, TS)]
pub struct Choosable {
    id: String,
    name: String,
    status: Status,
    /// It has handed in a proposal.
    proposed: bool,
    /// It is left out, failed or stays under a minimum.
    out: bool,
    /// The status by which it is gone; none while it is not.
    left: Option<Status>,
}

/// A point of the discussion.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "DiscussionPoint")]
pub struct PointRow {
    id: String,
    side: Side,
    bidder: String,
    text: String,
    request: String,
    requested_at: String,
    requested_text: String,
    reply: String,
    replied_at: String,
    replied_text: String,
    state: PointState,
    outcome: String,
}

/// A field of something a procurement has one of.
#[derive(Debug, Deserialize, TS)]
pub struct FieldOf {
    pub(crate) procurement: String,
    pub(crate) field: String,
    pub(crate) value: String,
}

/// A new point.
#[derive(Debug, Deserialize, TS)]
pub struct NewPoint {
    procurement: String,
    side: Side,
    text: String,
    #[ts(optional)]
    after: Option<String>,
}

/// A moment as it is typed, and in words.
pub(crate) fn told(at: Option<Moment>, lang: Lang) -> (String, String) {
    at.map(|at| (at.to_string(), calendar::moment(at, lang, Style::Western))).unwrap_or_default()
}

/// The stamp of an act in words.
pub(crate) fn stamped(at: Option<&str>, lang: Lang) -> String {
    let at = at.and_then(|at| chrono::DateTime::parse_from_rfc3339(at).ok());
    let local = at.map(|at| in_japan(at.to_utc()).naive_local());
    local
        .map(|at| calendar::moment(Moment { date: at.date(), time: Some(at.time()) }, lang, Style::Western))
        .unwrap_or_default()
}

/// The bidders of a procurement that can be named.
pub(crate) fn choosable(read: &Read<'_>, procurement: &str) -> Result<Vec<Choosable>> {
    let proposed = verbs::proposed(read, procurement)?;
    let out = verbs::out(read, procurement)?;
    let all = bidder::with_vendors(read, procurement)?;
    let rows = all.into_iter().map(|(bidder, vendor)| Choosable {
        proposed: proposed.iter().any(|one| one.id == bidder.id),
        out: out.contains_key(&bidder.id),
        left: bidder.status.has_left().then_some(bidder.status),
        id: bidder.id,
        name: vendor.name,
        status: bidder.status,
    });
    Ok(rows.collect())
}

pub(crate) fn get(call: &Call<'_>, args: InProcurement) -> Result<DecisionView> {
    let lang = call.lang();
    call.read(|read| {
        let procurement = &args.procurement;
        let decision = Decision::of(read, procurement)?;
        let (meeting_at, meeting_text) = told(decision.meeting_at, lang);
        let notices = sentei_core::decision::notices(read, procurement)?;
        Ok(DecisionView {
            outcome: decision.outcome,
            bidder: decision.bidder.unwrap_or_default(),
            reserve: decision.reserve.unwrap_or_default(),
            reason: decision.reason,
            meeting_at,
            meeting_text,
            attendees: decision.attendees,
            decided: stamped(decision.decided_at.as_deref(), lang),
            approval: approval::state_of(read, procurement)?,
            drafts: notices.iter().filter(|notice| notice.sent_at.is_none()).count(),
            told: verbs::is_told(read, procurement)?,
            choices: choosable(read, procurement)?,
            points: sentei_core::decision::discussion(read, procurement)?.into_iter().map(|it| row(it, lang)).collect(),
        })
    })
}

fn row(point: DiscussionPoint, lang: Lang) -> PointRow {
    let (requested_at, requested_text) = told(point.requested_at, lang);
    let (replied_at, replied_text) = told(point.replied_at, lang);
    PointRow {
        id: point.id,
        side: point.side,
        bidder: point.bidder.unwrap_or_default(),
        text: point.text,
        request: point.request,
        requested_at,
        requested_text,
        reply: point.reply,
        replied_at,
        replied_text,
        state: point.state,
        outcome: point.outcome,
    }
}

pub(crate) fn set(call: &Call<'_>, args: FieldOf) -> Result<Nothing> {
    let op = Op::new("decision-edit").scope(&args.procurement).field(
        "decision",
        &args.procurement,
        &args.field,
        &["outcome", "bidder", "reserve"],
    );
    call.write(op, |tx| verbs::set(tx, &args.procurement, &args.field, &args.value, call.today(), call.lang()))?;
    Ok(Nothing {})
}

pub(crate) fn decide(call: &Call<'_>, args: InProcurement) -> Result<Nothing> {
    let op = Op::new("decision-decide").scope(&args.procurement);
    call.write(op, |tx| verbs::decide(tx, &args.procurement))?;
    Ok(Nothing {})
}

pub(crate) fn reopen(call: &Call<'_>, args: InProcurement) -> Result<Nothing> {
    let op = Op::new("decision-reopen").scope(&args.procurement);
    call.write(op, |tx| verbs::reopen(tx, &args.procurement))?;
    Ok(Nothing {})
}

pub(crate) fn add(call: &Call<'_>, args: NewPoint) -> Result<Id> {
    let op = Op::new("discussion-add").what(first_line(&args.text)).scope(&args.procurement);
    let id = call.write(op, |tx| points::add(tx, &args.procurement, args.side, &args.text, args.after.as_deref()))?;
    Ok(Id { id })
}

/// The first words of something long, for the name of an operation.
pub(crate) fn first_line(text: &str) -> String {
    let line = text.trim().lines().next().unwrap_or_default();
    let cut: String = line.chars().take(24).collect();
    if cut.len() < line.len() {
        format!("{cut}…")
    } else {
        cut
    }
}

fn op(call: &Call<'_>, name: &'static str, id: &str) -> Result<Op> {
    let point: DiscussionPoint = call.read(|read| read.get(id))?;
    Ok(Op::new(name).what(first_line(&point.text)).scope(point.procurement))
}

pub(crate) fn set_point(call: &Call<'_>, args: TypedField) -> Result<Nothing> {
    let picked = &["side", "bidder", "state"];
    let op = op(call, "discussion-edit", &args.id)?.field("discussion", &args.id, &args.field, picked);
    call.write(op, |tx| points::set(tx, &args.id, &args.field, &args.value, call.today(), call.lang()))?;
    Ok(Nothing {})
}

pub(crate) fn move_point(call: &Call<'_>, args: MoveItem) -> Result<Nothing> {
    let op = op(call, "discussion-move", &args.id)?;
    call.write(op, |tx| points::shift(tx, &args.id, args.after.as_deref()))?;
    Ok(Nothing {})
}

pub(crate) fn remove_point(call: &Call<'_>, args: Id) -> Result<Nothing> {
    call.write(op(call, "discussion-remove", &args.id)?, |tx| points::remove(tx, &args.id))?;
    Ok(Nothing {})
}
