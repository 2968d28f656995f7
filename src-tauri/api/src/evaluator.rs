//! Commands about evaluators.

use sentei_core::evaluation::{self, verbs, Evaluator};
use sentei_core::journal::Op;
use sentei_core::marking::{removal, sheet};
use sentei_core::Result;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Id, InProcurement, Nothing};
use crate::criterion::change;
use crate::Call;

/// One evaluator, or an adviser who gives no marks.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Evaluator")]
pub struct EvaluatorRow {
    id: String,
    name: String,
    reading: String,
    role: String,
    department: String,
    duties: String,
    adviser: bool,
    /// Keys of the criteria she judges; empty for all.
    judges: Vec<String>,
    /// She has handed in her sheet or a part of it: what she judges stands.
    handed_in: bool,
}

/// A new evaluator.
#[derive(Debug, Deserialize, TS)]
pub struct NewEvaluator {
    procurement: String,
    name: String,
    #[ts(optional)]
    after: Option<String>,
}

/// A field of an evaluator, as typed; the criteria she judges as the JSON list of their keys.
#[derive(Debug, Deserialize, TS)]
pub struct TypedEvaluator {
    id: String,
    field: String,
    value: String,
    /// Why, where criteria are frozen and she is to judge others.
    #[ts(optional)]
    reason: Option<String>,
}

/// A new place in a plain list.
#[derive(Debug, Deserialize, TS)]
pub struct MoveItem {
    pub(crate) id: String,
    pub(crate) after: Option<String>,
}

pub(crate) fn list(call: &Call<'_>, args: InProcurement) -> Result<Vec<EvaluatorRow>> {
    call.read(|read| {
        let found = evaluation::evaluators(read, &args.procurement)?;
        let rows = found.into_iter().map(|evaluator| {
            Ok(EvaluatorRow {
                handed_in: !sheet::handed_in(read, &evaluator.id)?.is_empty(),
                id: evaluator.id,
                name: evaluator.name,
                reading: evaluator.reading,
                role: evaluator.role,
                department: evaluator.department,
                duties: evaluator.duties,
                adviser: evaluator.adviser,
                judges: evaluator.judges,
            })
        });
        rows.collect()
    })
}

pub(crate) fn add(call: &Call<'_>, args: NewEvaluator) -> Result<Id> {
    let op = Op::new("evaluator-add").what(&args.name).scope(&args.procurement);
    let id = call.write(op, |tx| verbs::add_evaluator(tx, &args.procurement, &args.name, args.after.as_deref()))?;
    Ok(Id { id })
}

pub(crate) fn set(call: &Call<'_>, args: TypedEvaluator) -> Result<Nothing> {
    let op = op(call, "evaluator-edit", &args.id)?.field("evaluator", &args.id, &args.field, &["adviser"]);
    change(call, op, args.reason.as_deref(), |tx| removal::set_evaluator(tx, &args.id, &args.field, &args.value))?;
    Ok(Nothing {})
}

pub(crate) fn remove(call: &Call<'_>, args: Id) -> Result<Nothing> {
    call.write(op(call, "evaluator-remove", &args.id)?, |tx| removal::remove_evaluator(tx, &args.id))?;
    Ok(Nothing {})
}

pub(crate) fn shift(call: &Call<'_>, args: MoveItem) -> Result<Nothing> {
    call.write(op(call, "evaluator-move", &args.id)?, |tx| {
        verbs::shift_evaluator(tx, &args.id, args.after.as_deref())
    })?;
    Ok(Nothing {})
}

fn op(call: &Call<'_>, name: &'static str, id: &str) -> Result<Op> {
    let stored = call.read(|read| read.get::<Evaluator>(id))?;
    Ok(Op::new(name).what(stored.name).scope(stored.procurement))
}
