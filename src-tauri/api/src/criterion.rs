//! Commands about criteria.

use sentei_core::criterion::{self, verbs, Criterion};
use sentei_core::journal::Op;
use sentei_core::{Result, Text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Id, InProcurement, Nothing};
use crate::Call;

/// The criteria with the sum of their weights.
#[derive(Debug, Serialize, TS)]
pub struct Criteria {
    criteria: Vec<CriterionRow>,
    total: String,
    /// What is odd about the weights.
    note: Option<Text>,
}

/// One criterion.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Criterion")]
pub struct CriterionRow {
    id: String,
    parent: Option<String>,
    depth: u8,
    number: String,
    title: String,
    asks: String,
    weight: Option<String>,
}

/// A new item of a list two levels deep.
#[derive(Debug, Deserialize, TS)]
pub struct NewBranch {
    pub(crate) procurement: String,
    #[ts(optional)]
    pub(crate) parent: Option<String>,
    pub(crate) title: String,
    #[ts(optional)]
    pub(crate) after: Option<String>,
}

/// A new place in a list two levels deep.
#[derive(Debug, Deserialize, TS)]
pub struct MoveBranch {
    pub(crate) id: String,
    pub(crate) parent: Option<String>,
    pub(crate) after: Option<String>,
}

/// A field of an item, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct TypedField {
    pub(crate) id: String,
    pub(crate) field: String,
    pub(crate) value: String,
}

pub(crate) fn list(call: &Call<'_>, args: InProcurement) -> Result<Criteria> {
    let criteria = call.read(|read| criterion::of(read, &args.procurement))?;
    let note = if criteria.is_empty() {
        None
    } else {
        criterion::findings(&criteria).into_iter().next().map(|finding| finding.text)
    };
    let rows = criterion::listed(&criteria).into_iter().map(|(number, depth, criterion)| CriterionRow {
        number,
        depth,
        id: criterion.id,
        parent: criterion.parent,
        title: criterion.title,
        asks: criterion.asks,
        weight: criterion.weight,
    });
    Ok(Criteria { criteria: rows.collect(), total: criterion::shown(criterion::total(&criteria)), note })
}

pub(crate) fn add(call: &Call<'_>, args: NewBranch) -> Result<Id> {
    let op = Op::new("criterion-add").what(&args.title).scope(&args.procurement);
    let id = call.write(op, |tx| {
        verbs::add(tx, &args.procurement, args.parent.as_deref(), &args.title, args.after.as_deref())
    })?;
    Ok(Id { id })
}

pub(crate) fn set(call: &Call<'_>, args: TypedField) -> Result<Nothing> {
    let op = op(call, "criterion-edit", &args.id)?.burst(format!("criterion.{}.{}", args.id, args.field));
    call.write(op, |tx| verbs::set(tx, &args.id, &args.field, &args.value))?;
    Ok(Nothing {})
}

pub(crate) fn remove(call: &Call<'_>, args: Id) -> Result<Nothing> {
    call.write(op(call, "criterion-remove", &args.id)?, |tx| verbs::remove(tx, &args.id))?;
    Ok(Nothing {})
}

pub(crate) fn shift(call: &Call<'_>, args: MoveBranch) -> Result<Nothing> {
    call.write(op(call, "criterion-move", &args.id)?, |tx| {
        verbs::shift(tx, &args.id, args.parent.as_deref(), args.after.as_deref())
    })?;
    Ok(Nothing {})
}

fn op(call: &Call<'_>, name: &'static str, id: &str) -> Result<Op> {
    let stored = call.read(|read| read.get::<Criterion>(id))?;
    Ok(Op::new(name).what(stored.title).scope(stored.procurement))
}
