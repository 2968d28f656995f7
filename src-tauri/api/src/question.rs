//! Commands that change questions. What they show is in [`crate::question_view`].

use sentei_core::calendar::{self, in_japan, Moment};
use sentei_core::journal::Op;
use sentei_core::procurement::cannot_read;
use sentei_core::question::verbs::{self, Asked};
use sentei_core::question::{asker, late, merge, state, Asker, Channel, Late, Question};
use sentei_core::storage::Read;
use sentei_core::{Error, Result, Text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Id, Nothing};
use crate::Call;

/// A question that was asked.
#[derive(Debug, Deserialize, TS)]
pub struct NewQuestion {
    procurement: String,
    /// Who asked.
    bidders: Vec<String>,
    /// The words as received.
    words: String,
    /// When it came, as typed; now where left out.
    #[ts(optional)]
    received_at: Option<String>,
    #[ts(optional)]
    channel: Option<Channel>,
    #[ts(optional)]
    hearing: Option<String>,
    #[ts(optional)]
    person: Option<String>,
    /// The wording for sharing; the words as received where left out.
    #[ts(optional)]
    wording: Option<String>,
    #[ts(optional)]
    section: Option<String>,
    #[ts(optional)]
    requirement: Option<String>,
}

/// A question that was noted.
#[derive(Debug, Serialize, TS)]
pub struct NotedQuestion {
    id: String,
    /// `Q-001`.
    number: String,
}

/// One field of one or several questions, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct EditQuestions {
    questions: Vec<String>,
    /// `wording`, `answer`, `section`, `requirement`, `owner`, `due`, `share`, `share_reason` or `changes_rfp`; of an
    /// asker `words`, `person`, `received_at` or `channel`.
    field: String,
    value: String,
    /// Key of the asker whose field it is.
    #[ts(optional)]
    asker: Option<String>,
}

/// Names questions of one procurement.
#[derive(Debug, Deserialize, TS)]
pub struct QuestionIds {
    questions: Vec<String>,
}

/// What was approved.
#[derive(Debug, Serialize, TS)]
pub struct Approved {
    /// Those that are not finished, and what they lack.
    left: Vec<Unapproved>,
}

/// A question that could not be approved.
#[derive(Debug, Serialize, TS)]
pub struct Unapproved {
    number: String,
    why: Text,
}

/// Questions to be told by one.
#[derive(Debug, Deserialize, TS)]
pub struct MergeQuestions {
    questions: Vec<String>,
    /// The one that tells them; the one that has come furthest where left out.
    #[ts(optional)]
    into: Option<String>,
}

/// Words knowingly left in a question.
#[derive(Debug, Deserialize, TS)]
pub struct ClearWords {
    id: String,
    words: Vec<String>,
    /// Lets them hold the answer back again.
    #[ts(optional)]
    undo: Option<bool>,
}

/// What is decided about a late question.
#[derive(Debug, Deserialize, TS)]
pub struct DecideLate {
    id: String,
    decision: Late,
    #[ts(optional)]
    reason: Option<String>,
}

/// Another one who asked a question.
#[derive(Debug, Deserialize, TS)]
pub struct NewAsker {
    question: String,
    bidder: String,
}

/// The order to do something to these questions, all of one procurement.
fn op(read: &Read<'_>, name: &'static str, ids: &[String]) -> Result<Op> {
    let questions: Vec<Question> = ids.iter().map(|id| read.get(id)).collect::<Result<_>>()?;
    let first = questions.first().ok_or_else(|| Error::say("error-question-none"))?;
    if let Some(other) = questions.iter().find(|other| other.procurement != first.procurement) {
        return Err(Error::NotFound { kind: "question", id: other.id.clone() });
    }
    let mut what = questions.iter().take(3).map(Question::label).collect::<Vec<_>>().join(" ");
    if questions.len() > 3 {
        what.push_str(" …");
    }
    Ok(Op::new(name).what(what).scope(&first.procurement))
}

/// This moment, as people note it.
fn now(call: &Call<'_>) -> Moment {
    Moment { time: Some(in_japan(call.stamp().at).time()), ..Moment::on(call.today()) }
}

pub(crate) fn add(call: &Call<'_>, args: NewQuestion) -> Result<NotedQuestion> {
    let now = now(call);
    let received_at = match args.received_at.as_deref().map(str::trim).filter(|typed| !typed.is_empty()) {
        Some(typed) => {
            calendar::read(typed, call.today(), Some(now)).map_err(|un| cannot_read(un, typed, call.lang()))?
        }
        None => now,
    };
    let asked = Asked {
        bidders: args.bidders,
        hearing: args.hearing,
        received_at,
        channel: args.channel.unwrap_or(Channel::Meeting),
        person: args.person.unwrap_or_default(),
        words: args.words,
        wording: args.wording,
        section: args.section,
        requirement: args.requirement,
        source: String::new(),
    };
    let next = call.read(|read| verbs::next_label(read, &args.procurement))?;
    let op = Op::new("question-add").what(next).scope(&args.procurement);
    let made = call.write(op, |tx| verbs::add(tx, &args.procurement, &asked))?;
    Ok(NotedQuestion { number: made.label(), id: made.id })
}

pub(crate) fn set(call: &Call<'_>, args: EditQuestions) -> Result<Nothing> {
    let mut op = call.read(|read| op(read, "question-edit", &args.questions))?;
    if let ([one], None | Some(_)) = (args.questions.as_slice(), &args.asker) {
        let of = args.asker.as_deref().unwrap_or(one);
        op = op.field("question", of, &args.field, &["share", "channel"]);
    }
    let (today, lang) = (call.today(), call.lang());
    call.write(op, |tx| match &args.asker {
        Some(asker) => {
            let stored: Asker = tx.get(asker)?;
            if !args.questions.contains(&stored.question) {
                return Err(Error::NotFound { kind: "question_asker", id: asker.clone() });
            }
            verbs::set_asker(tx, asker, &args.field, &args.value, today, lang)
        }
        None => args.questions.iter().try_for_each(|id| verbs::set(tx, id, &args.field, &args.value, today, lang)),
    })?;
    Ok(Nothing {})
}

pub(crate) fn remove(call: &Call<'_>, args: QuestionIds) -> Result<Nothing> {
    let op = call.read(|read| op(read, "question-remove", &args.questions))?;
    call.write(op, |tx| args.questions.iter().try_for_each(|id| verbs::remove(tx, id)))?;
    Ok(Nothing {})
}

pub(crate) fn approve(call: &Call<'_>, args: QuestionIds) -> Result<Approved> {
    let op = call.read(|read| op(read, "question-approve", &args.questions))?;
    let left = call.write(op, |tx| state::approve(tx, &args.questions))?;
    Ok(Approved { left: left.into_iter().map(|(number, hold)| Unapproved { number, why: hold.text() }).collect() })
}

pub(crate) fn reopen(call: &Call<'_>, args: Id) -> Result<Nothing> {
    let op = call.read(|read| op(read, "question-reopen", std::slice::from_ref(&args.id)))?;
    call.write(op, |tx| state::reopen(tx, &args.id))?;
    Ok(Nothing {})
}

pub(crate) fn merge(call: &Call<'_>, args: MergeQuestions) -> Result<Id> {
    let op = call.read(|read| op(read, "question-merge", &args.questions))?;
    let into = match args.into {
        Some(into) => into,
        None => call.read(|read| {
            let questions: Vec<Question> = args.questions.iter().map(|id| read.get(id)).collect::<Result<_>>()?;
            let teller = merge::teller(&questions).ok_or_else(|| Error::say("error-question-none"))?;
            Ok(teller.id.clone())
        })?,
    };
    call.write(op, |tx| merge::merge(tx, &into, &args.questions))?;
    Ok(Id { id: into })
}

pub(crate) fn split(call: &Call<'_>, args: Id) -> Result<Nothing> {
    let op = call.read(|read| op(read, "question-split", std::slice::from_ref(&args.id)))?;
    call.write(op, |tx| merge::split(tx, &args.id))?;
    Ok(Nothing {})
}

pub(crate) fn clear(call: &Call<'_>, args: ClearWords) -> Result<Nothing> {
    let op = call.read(|read| op(read, "question-clear", std::slice::from_ref(&args.id)))?;
    call.write(op, |tx| match args.undo {
        Some(true) => state::unclear(tx, &args.id, &args.words),
        _ => state::clear(tx, &args.id, &args.words),
    })?;
    Ok(Nothing {})
}

pub(crate) fn late(call: &Call<'_>, args: DecideLate) -> Result<Nothing> {
    let (op, stood) = call.read(|read| {
        Ok((op(read, "question-late", std::slice::from_ref(&args.id))?, read.get::<Question>(&args.id)?.late))
    })?;
    // With the decision as it stood, only its reason was typed.
    let field = if stood == args.decision { "late_reason" } else { "late" };
    let op = op.field("question", &args.id, field, &["late"]);
    call.write(op, |tx| late::decide(tx, &args.id, args.decision, args.reason.as_deref().unwrap_or_default()))?;
    Ok(Nothing {})
}

pub(crate) fn add_asker(call: &Call<'_>, args: NewAsker) -> Result<Id> {
    let op = call.read(|read| op(read, "question-asker-add", std::slice::from_ref(&args.question)))?;
    let made = call.write(op, |tx| asker::add(tx, &args.question, &args.bidder, now(call)))?;
    Ok(Id { id: made.id })
}

pub(crate) fn remove_asker(call: &Call<'_>, args: Id) -> Result<Nothing> {
    let op = call.read(|read| op(read, "question-asker-remove", &[read.get::<Asker>(&args.id)?.question]))?;
    call.write(op, |tx| asker::remove(tx, &args.id))?;
    Ok(Nothing {})
}
