//! Commands about hearings (お打ち合わせ).

use sentei_core::bidder::course::{hearings, Hearing};
use sentei_core::bidder::{self, hearings as verbs, Bidder};
use sentei_core::calendar;
use sentei_core::overview::verbs as whole;
use sentei_core::procurement::Facts;
use sentei_core::question::{Asker, Question};
use sentei_core::storage::Read;
use sentei_core::Result;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::bidder::op;
use crate::commands::{Id, InProcurement, Nothing};
use crate::criterion::TypedField;
use crate::Call;

/// One hearing.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Hearing")]
pub struct HearingRow {
    id: String,
    bidder: String,
    /// The company.
    name: String,
    at: String,
    /// The moment in words.
    at_text: String,
    /// The day in words, short.
    day: String,
    minutes: Option<i64>,
    place: String,
    ours: String,
    theirs: String,
    notes: String,
    /// The questions that came up, in the order they were noted.
    questions: Vec<AskedThere>,
}

/// A question that came up in a hearing.
#[derive(Debug, Serialize, TS)]
pub struct AskedThere {
    id: String,
    /// `Q-001`.
    number: String,
    /// The words as received.
    words: String,
}

/// A new hearing.
#[derive(Debug, Deserialize, TS)]
pub struct NewHearing {
    bidder: String,
    /// When, as typed.
    at: String,
}

pub(crate) fn list(call: &Call<'_>, args: InProcurement) -> Result<Vec<HearingRow>> {
    call.read(|read| {
        let with = bidder::with_vendors(read, &args.procurement)?;
        let style = Facts::of(read, &args.procurement)?.style();
        let name = |id: &str| with.iter().find(|(bidder, _)| bidder.id == id).map(|(_, vendor)| vendor.name.clone());
        let rows = hearings(read, &args.procurement)?.into_iter().map(|hearing| {
            Ok(HearingRow {
                name: name(&hearing.bidder).unwrap_or_default(),
                at: hearing.at.to_string(),
                at_text: calendar::moment(hearing.at, call.lang(), style),
                day: calendar::month_day(hearing.at.date, call.lang()),
                questions: asked_there(read, &hearing.id)?,
                id: hearing.id,
                bidder: hearing.bidder,
                minutes: hearing.minutes,
                place: hearing.place,
                ours: hearing.ours,
                theirs: hearing.theirs,
                notes: hearing.notes,
            })
        });
        rows.collect()
    })
}

fn asked_there(read: &Read<'_>, hearing: &str) -> Result<Vec<AskedThere>> {
    let askers = read.all::<Asker>("WHERE hearing = ?1 ORDER BY id", &[&hearing])?;
    let told = askers.into_iter().map(|asker| {
        let question: Question = read.get(&asker.question)?;
        Ok(AskedThere { number: question.label(), id: question.id, words: asker.words })
    });
    told.collect()
}

pub(crate) fn add(call: &Call<'_>, args: NewHearing) -> Result<Id> {
    let op = op(call, "hearing-add", &args.bidder)?;
    let id = call.write(op, |tx| verbs::add(tx, &args.bidder, &args.at, call.today(), call.lang()))?;
    Ok(Id { id })
}

pub(crate) fn set(call: &Call<'_>, args: TypedField) -> Result<Nothing> {
    let hearing: Hearing = call.read(|read| read.get(&args.id))?;
    let op = op(call, "hearing-edit", &hearing.bidder)?.field("hearing", &args.id, &args.field, &["bidder"]);
    call.write(op, |tx| verbs::set(tx, &args.id, &args.field, &args.value, call.today(), call.lang()))?;
    Ok(Nothing {})
}

pub(crate) fn remove(call: &Call<'_>, args: Id) -> Result<Nothing> {
    let bidder: Bidder = call.read(|read| read.get(&read.get::<Hearing>(&args.id)?.bidder))?;
    call.write(op(call, "hearing-remove", &bidder.id)?, |tx| whole::remove_hearing(tx, &args.id))?;
    Ok(Nothing {})
}
