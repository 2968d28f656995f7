//! Commands about bidders.

use sentei_core::bidder::{self, verbs, Bidder, Status};
use sentei_core::journal::Op;
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
    copy_number: Option<i64>,
}

/// A new bidder.
#[derive(Debug, Deserialize, TS)]
pub struct NewBidder {
    procurement: String,
    name: String,
    #[ts(optional)]
    reading: Option<String>,
    #[ts(optional)]
    person: Option<String>,
    #[ts(optional)]
    mail: Option<String>,
}

pub(crate) fn list(call: &Call<'_>, args: InProcurement) -> Result<Bidders> {
    let found = call.read(|read| bidder::with_vendors(read, &args.procurement))?;
    let only: Vec<Bidder> = found.iter().map(|(bidder, _)| bidder.clone()).collect();
    let bidders = found.into_iter().map(|(bidder, vendor)| row(bidder, vendor)).collect();
    Ok(Bidders { bidders, note: bidder::too_few(&only) })
}

fn row(bidder: Bidder, vendor: Vendor) -> BidderRow {
    BidderRow {
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
    }
}

pub(crate) fn add(call: &Call<'_>, args: NewBidder) -> Result<Id> {
    let op = Op::new("bidder-add").what(&args.name).scope(&args.procurement);
    let id = call.write(op, |tx| {
        verbs::add(
            tx,
            &args.procurement,
            &args.name,
            args.reading.as_deref(),
            args.person.as_deref(),
            args.mail.as_deref(),
        )
    })?;
    Ok(Id { id })
}

pub(crate) fn set(call: &Call<'_>, args: TypedField) -> Result<Nothing> {
    let op = op(call, "bidder-edit", &args.id)?.burst(format!("bidder.{}.{}", args.id, args.field));
    call.write(op, |tx| verbs::set(tx, &args.id, &args.field, &args.value))?;
    Ok(Nothing {})
}

pub(crate) fn remove(call: &Call<'_>, args: Id) -> Result<Nothing> {
    call.write(op(call, "bidder-remove", &args.id)?, |tx| verbs::remove(tx, &args.id))?;
    Ok(Nothing {})
}

pub(crate) fn shift(call: &Call<'_>, args: MoveItem) -> Result<Nothing> {
    call.write(op(call, "bidder-move", &args.id)?, |tx| verbs::shift(tx, &args.id, args.after.as_deref()))?;
    Ok(Nothing {})
}

fn op(call: &Call<'_>, name: &'static str, id: &str) -> Result<Op> {
    call.read(|read| {
        let bidder: Bidder = read.get(id)?;
        let vendor: Vendor = read.get(&bidder.vendor)?;
        Ok(Op::new(name).what(vendor.name).scope(bidder.procurement))
    })
}
