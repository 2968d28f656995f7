//! What can be done to evaluators.

use super::{evaluators, Evaluator};
use crate::journal::Tx;
use crate::l10n::reading_of;
use crate::place::{behind, new_place};
use crate::procurement::{line, needed_name};
use crate::{Error, Result};

/// Adds an evaluator behind `after`, or at the end.
pub fn add_evaluator(tx: &mut Tx<'_>, procurement: &str, name: &str, after: Option<&str>) -> Result<String> {
    let name = needed_name(name)?;
    let position = new_place(&evaluators(tx, procurement)?, after)?;
    let id = tx.new_id();
    tx.insert(&Evaluator {
        id: id.clone(),
        procurement: procurement.into(),
        position,
        reading: reading_of(&name).unwrap_or_default(),
        name,
        role: String::new(),
        department: String::new(),
        duties: String::new(),
        adviser: false,
        judges: Vec::new(),
    })?;
    Ok(id)
}

/// Sets a field of an evaluator to what was typed.
pub fn set_evaluator(tx: &mut Tx<'_>, id: &str, field: &str, value: &str) -> Result<()> {
    let mut evaluator: Evaluator = tx.get(id)?;
    match field {
        "name" => evaluator.name = needed_name(value)?,
        "reading" => evaluator.reading = line(value)?,
        "role" => evaluator.role = line(value)?,
        "department" => evaluator.department = line(value)?,
        "duties" => evaluator.duties = line(value)?,
        "adviser" => evaluator.adviser = matches!(value, "true" | "1"),
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    tx.update(&evaluator)
}

/// Moves an evaluator behind `after`, or to the front.
pub fn shift_evaluator(tx: &mut Tx<'_>, id: &str, after: Option<&str>) -> Result<()> {
    let stored: Evaluator = tx.get(id)?;
    let position = behind(&evaluators(tx, &stored.procurement)?, after, Some(id))?;
    tx.update(&Evaluator { position, ..stored })
}

/// Removes an evaluator.
pub fn remove_evaluator(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    tx.remove::<Evaluator>(id)
}

/// Removes all evaluators of a procurement.
pub fn remove_all(tx: &mut Tx<'_>, procurement: &str) -> Result<()> {
    for evaluator in evaluators(tx, procurement)? {
        tx.remove::<Evaluator>(&evaluator.id)?;
    }
    Ok(())
}

/// Copies the evaluators of one procurement into another.
pub fn copy(tx: &mut Tx<'_>, from: &str, to: &str) -> Result<()> {
    for evaluator in evaluators(tx, from)? {
        let id = tx.new_id();
        // The criteria of the other procurement are others.
        tx.insert(&Evaluator { id, procurement: to.into(), judges: Vec::new(), ..evaluator })?;
    }
    Ok(())
}
