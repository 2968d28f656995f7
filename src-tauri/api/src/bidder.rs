//! Commands about bidders.

use sentei_core::bidder::course::{self, Reason, Step};
use sentei_core::bidder::steps::{self as taking, NewStep};
use sentei_core::bidder::{self, past, verbs, Bidder, Status};
use sentei_core::calendar;
use sentei_core::decision::Decision;
use sentei_core::journal::Op;
use sentei_core::overview::verbs as whole;
use sentei_core::procurement::{cannot_read, FactKey, Facts};
use sentei_core::proposal::handed_in;
use sentei_core::question::Asker;
use sentei_core::vendor::Vendor;
use sentei_core::{Result, Text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Id, InProcurement, Nothing};
use crate::criterion::TypedField;
use crate::evaluator::MoveItem;
use crate::Call;

/// The bidders, and whether there are enough.
#[derive(Debug, Serialize, TS)]
pub struct Bidders {
    bidders: Vec<BidderRow>,
    note: Option<Text>,
}

/// A vendor taking part, with the person to write to.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Bidder")]
pub struct BidderRow {
    id: String,
    vendor: String,
    name: String,
    reading: String,
    department: String,
    person: String,
    person_reading: String,
    mail: String,
    phone: String,
    status: Status,
    /// Since when it stands there, and why, in words.
    since: Option<Since>,
    /// What usually comes next.
    next: Vec<Status>,
    copy_number: Option<i64>,
    is_sample: bool,
}

/// The latest step of a bidder.
#[derive(Debug, Serialize, TS)]
pub struct Since {
    /// When it took it, for sorting.
    at: String,
    /// The day, short.
    on: String,
    why: Text,
}

/// A new bidder.
#[derive(Debug, Deserialize, TS)]
pub struct NewBidder {
    procurement: String,
    /// The company's name, or nothing where `vendor` names it.
    #[serde(default)]
    name: String,
    /// A vendor of the directory.
    #[ts(optional)]
    vendor: Option<String>,
    #[ts(optional)]
    reading: Option<String>,
    #[ts(optional)]
    person: Option<String>,
    #[ts(optional)]
    mail: Option<String>,
}

/// A step to take.
#[derive(Debug, Deserialize, TS)]
pub struct NewBidderStep {
    bidder: String,
    status: Status,
    /// When, as typed; now where nothing is said.
    #[ts(optional)]
    at: Option<String>,
    #[ts(optional)]
    note: Option<String>,
    /// Why it declined.
    #[ts(optional)]
    reason: Option<Reason>,
    /// From how many person-months it would come, as typed.
    #[ts(optional)]
    volume: Option<String>,
}

/// A step taken or corrected.
#[derive(Debug, Serialize, TS)]
pub struct BidderStepDone {
    id: String,
    /// What the directory has learned by it.
    learned: Option<Text>,
}

/// One step of a bidder.
#[derive(Debug, Serialize, TS)]
pub struct BidderStep {
    id: String,
    status: Status,
    at: String,
    /// The moment in words.
    at_text: String,
    note: String,
    reason: Reason,
    volume: String,
    /// It did not usually follow what was before.
    unusual: Option<Text>,
    /// The recorded decision took it, and alone takes it back.
    decided: bool,
}

/// The course of a bidder.
#[derive(Debug, Serialize, TS)]
pub struct Course {
    /// Oldest first.
    steps: Vec<BidderStep>,
    /// What usually comes next.
    next: Vec<Status>,
    /// What was with this vendor in other procurements, the newest first.
    before: Vec<Before>,
    questions: u32,
}

/// Another procurement of the same vendor.
#[derive(Debug, Serialize, TS)]
pub struct Before {
    title: String,
    told: Text,
}

pub(crate) fn list(call: &Call<'_>, args: InProcurement) -> Result<Bidders> {
    call.read(|read| {
        let found = bidder::with_vendors(read, &args.procurement)?;
        let only: Vec<Bidder> = found.iter().map(|(bidder, _)| bidder.clone()).collect();
        let deadline = Facts::of(read, &args.procurement)?.moment(FactKey::ProposalDeadline);
        let over = deadline.is_some_and(|at| at.date < call.today());
        let here = handed_in(read, &args.procurement)?;
        let bidders = found.into_iter().map(|(bidder, vendor)| {
            let step = course::standing(&course::steps(read, &bidder.id)?).cloned();
            Ok(row(call, bidder, vendor, step))
        });
        Ok(Bidders { bidders: bidders.collect::<Result<_>>()?, note: bidder::too_few(&only, over.then_some(&*here)) })
    })
}

fn row(call: &Call<'_>, bidder: Bidder, vendor: Vendor, step: Option<Step>) -> BidderRow {
    let lang = call.lang();
    BidderRow {
        since: step.map(|step| Since {
            at: step.at.to_string(),
            on: calendar::month_day(step.at.date, lang),
            why: past::why(&step, lang),
        }),
        next: bidder.status.next().to_vec(),
        id: bidder.id,
        vendor: vendor.id,
        name: vendor.name,
        reading: vendor.reading,
        department: bidder.department,
        person: bidder.person,
        person_reading: bidder.person_reading,
        mail: bidder.mail,
        phone: bidder.phone,
        status: bidder.status,
        copy_number: bidder.copy_number,
        is_sample: vendor.is_sample,
    }
}

pub(crate) fn course(call: &Call<'_>, args: Id) -> Result<Course> {
    call.read(|read| {
        let bidder: Bidder = read.get(&args.id)?;
        let style = Facts::of(read, &bidder.procurement)?.style();
        let recorded = Decision::of(read, &bidder.procurement)?.decided_at.is_some();
        let by_decision = course::decided(read, &bidder.id)?.filter(|_| recorded);
        let mut before: Option<Status> = None;
        let steps = course::steps(read, &bidder.id)?.into_iter().map(|step| {
            let decided = by_decision.as_ref().is_some_and(|taken| taken.id == step.id);
            let unusual = before
                .filter(|before| !decided && !before.next().contains(&step.status))
                .map(|before| Text::new("step-unusual").arg("before", call.lang().say(&before.text())));
            before = Some(step.status);
            BidderStep {
                at_text: calendar::moment(step.at, call.lang(), style),
                at: step.at.to_string(),
                id: step.id,
                status: step.status,
                note: step.note,
                reason: step.reason,
                volume: step.volume,
                unusual,
                decided,
            }
        });
        let others = past::past_of(read, &bidder.vendor)?.into_iter().filter(|past| past.bidder.id != bidder.id);
        Ok(Course {
            steps: steps.collect(),
            next: bidder.status.next().to_vec(),
            before: others.map(|past| Before { told: past.told(call.lang()), title: past.procurement.title }).collect(),
            questions: read.count::<Asker>("WHERE bidder = ?1", &[&bidder.id])?,
        })
    })
}

pub(crate) fn add(call: &Call<'_>, args: NewBidder) -> Result<Id> {
    let name = match &args.vendor {
        Some(vendor) => call.read(|read| read.get::<Vendor>(vendor))?.name,
        None => args.name.clone(),
    };
    let op = Op::new("bidder-add").what(name).scope(&args.procurement);
    let id = call.write(op, |tx| match &args.vendor {
        Some(vendor) => verbs::join(tx, &args.procurement, vendor),
        None => verbs::add(
            tx,
            &args.procurement,
            &args.name,
            args.reading.as_deref(),
            args.person.as_deref(),
            args.mail.as_deref(),
        ),
    })?;
    Ok(Id { id })
}

pub(crate) fn take_step(call: &Call<'_>, args: NewBidderStep) -> Result<BidderStepDone> {
    let op = op(call, "bidder-step-add", &args.bidder)?;
    let typed = args.at.as_deref().map(str::trim).filter(|typed| !typed.is_empty());
    let read = |typed| calendar::read(typed, call.today(), None).map_err(|why| cannot_read(why, typed, call.lang()));
    let at = typed.map(read).transpose()?;
    let taken = call.write(op, |tx| {
        let step = NewStep {
            status: args.status,
            at: at.unwrap_or_else(|| taking::now(tx)),
            note: args.note.as_deref().unwrap_or_default(),
            reason: args.reason.unwrap_or(Reason::Unsaid),
            volume: args.volume.as_deref().unwrap_or_default(),
        };
        taking::take_step(tx, &args.bidder, step)
    })?;
    Ok(BidderStepDone { id: taken.id, learned: taken.learned.map(learned) })
}

fn learned(volume: String) -> Text {
    Text::new("step-learned").arg("volume", volume)
}

pub(crate) fn set_step(call: &Call<'_>, args: TypedField) -> Result<BidderStepDone> {
    let op = step_op(call, "bidder-step-edit", &args.id)?;
    let op = op.field("bidder_step", &args.id, &args.field, &["status", "reason"]);
    let known =
        call.write(op, |tx| taking::set_step(tx, &args.id, &args.field, &args.value, call.today(), call.lang()))?;
    Ok(BidderStepDone { id: args.id, learned: known.map(learned) })
}

pub(crate) fn remove_step(call: &Call<'_>, args: Id) -> Result<Nothing> {
    call.write(step_op(call, "bidder-step-remove", &args.id)?, |tx| taking::remove_step(tx, &args.id))?;
    Ok(Nothing {})
}

fn step_op(call: &Call<'_>, name: &'static str, id: &str) -> Result<Op> {
    let step: Step = call.read(|read| read.get(id))?;
    op(call, name, &step.bidder)
}

pub(crate) fn set(call: &Call<'_>, args: TypedField) -> Result<Nothing> {
    let op = op(call, "bidder-edit", &args.id)?.field("bidder", &args.id, &args.field, &["status"]);
    call.write(op, |tx| verbs::set(tx, &args.id, &args.field, &args.value))?;
    Ok(Nothing {})
}

pub(crate) fn remove(call: &Call<'_>, args: Id) -> Result<Nothing> {
    call.write(op(call, "bidder-remove", &args.id)?, |tx| whole::remove_bidder(tx, &args.id))?;
    Ok(Nothing {})
}

pub(crate) fn shift(call: &Call<'_>, args: MoveItem) -> Result<Nothing> {
    call.write(op(call, "bidder-move", &args.id)?, |tx| verbs::shift(tx, &args.id, args.after.as_deref()))?;
    Ok(Nothing {})
}

pub(crate) fn op(call: &Call<'_>, name: &'static str, id: &str) -> Result<Op> {
    call.read(|read| {
        let bidder: Bidder = read.get(id)?;
        let vendor: Vendor = read.get(&bidder.vendor)?;
        Ok(Op::new(name).what(vendor.name).scope(bidder.procurement))
    })
}
