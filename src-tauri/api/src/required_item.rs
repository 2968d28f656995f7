//! Commands about the required items of a proposal.

use sentei_core::journal::Op;
use sentei_core::proposal::check;
use sentei_core::required_item::{self, verbs, RequiredItem};
use sentei_core::Result;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Id, InProcurement, Nothing};
use crate::criterion::{MoveBranch, NewBranch};
use crate::Call;

/// One required item.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "RequiredItem")]
pub struct RequiredItemRow {
    id: String,
    parent: Option<String>,
    depth: u8,
    title: String,
}

/// An item's title as typed.
#[derive(Debug, Deserialize, TS)]
pub struct TypedItem {
    id: String,
    title: String,
}

pub(crate) fn list(call: &Call<'_>, args: InProcurement) -> Result<Vec<RequiredItemRow>> {
    let items = call.read(|read| required_item::of(read, &args.procurement))?;
    let rows = required_item::listed(&items);
    Ok(rows
        .into_iter()
        .map(|(_, depth, item)| RequiredItemRow { id: item.id, parent: item.parent, depth, title: item.title })
        .collect())
}

pub(crate) fn add(call: &Call<'_>, args: NewBranch) -> Result<Id> {
    let op = Op::new("required-item-add").what(&args.title).scope(&args.procurement);
    let id = call.write(op, |tx| {
        verbs::add(tx, &args.procurement, args.parent.as_deref(), &args.title, args.after.as_deref())
    })?;
    Ok(Id { id })
}

pub(crate) fn set(call: &Call<'_>, args: TypedItem) -> Result<Nothing> {
    let op = op(call, "required-item-edit", &args.id)?.burst(format!("required_item.{}.title", args.id));
    call.write(op, |tx| verbs::set(tx, &args.id, &args.title))?;
    Ok(Nothing {})
}

pub(crate) fn remove(call: &Call<'_>, args: Id) -> Result<Nothing> {
    call.write(op(call, "required-item-remove", &args.id)?, |tx| check::remove_item(tx, &args.id))?;
    Ok(Nothing {})
}

pub(crate) fn shift(call: &Call<'_>, args: MoveBranch) -> Result<Nothing> {
    call.write(op(call, "required-item-move", &args.id)?, |tx| {
        verbs::shift(tx, &args.id, args.parent.as_deref(), args.after.as_deref())
    })?;
    Ok(Nothing {})
}

fn op(call: &Call<'_>, name: &'static str, id: &str) -> Result<Op> {
    let stored = call.read(|read| read.get::<RequiredItem>(id))?;
    Ok(Op::new(name).what(stored.title).scope(stored.procurement))
}
