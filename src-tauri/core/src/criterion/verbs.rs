//! What can be done to criteria.

use std::collections::BTreeMap;

use super::judging::{Judging, Scheme};
use super::rules::{self, read_percent, read_scheme};
use super::{of, read_weight, Criterion};
use crate::journal::Tx;
use crate::place::{behind, may_stand_under, new_place, under};
use crate::procurement::line;
use crate::{Error, Result};

/// Adds a criterion behind `after`, or at the end.
pub fn add(
    tx: &mut Tx<'_>,
    procurement: &str,
    parent: Option<&str>,
    title: &str,
    after: Option<&str>,
) -> Result<String> {
    let all = of(tx, procurement)?;
    let id = tx.new_id();
    may_stand_under(&all, &id, parent)?;
    let position = new_place(&under(&all, parent), after)?;
    tx.insert(&Criterion {
        id: id.clone(),
        procurement: procurement.into(),
        parent: parent.map(Into::into),
        position,
        title: line(title)?,
        asks: String::new(),
        weight: None,
        scheme: Scheme::Relative,
        minimum: None,
        follows_price: false,
    })?;
    Ok(id)
}

/// Sets `title`, `asks`, `weight`, `scheme` (its JSON), `minimum` (in percent) or `follows_price` to what was typed.
pub fn set(tx: &mut Tx<'_>, id: &str, field: &str, value: &str) -> Result<()> {
    let mut criterion: Criterion = tx.get(id)?;
    match field {
        "title" => criterion.title = line(value)?,
        "asks" => criterion.asks = line(value)?,
        "weight" => criterion.weight = read_weight(value)?,
        "scheme" => criterion.scheme = read_scheme(value)?,
        "minimum" => criterion.minimum = read_percent(value)?,
        "follows_price" => criterion.follows_price = matches!(value, "true" | "1"),
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    tx.update(&criterion)
}

/// Moves a criterion under `parent` (or to the first level), behind `after` or to the front.
pub fn shift(tx: &mut Tx<'_>, id: &str, parent: Option<&str>, after: Option<&str>) -> Result<()> {
    let stored: Criterion = tx.get(id)?;
    let all = of(tx, &stored.procurement)?;
    may_stand_under(&all, id, parent)?;
    let position = behind(&under(&all, parent), after, Some(id))?;
    tx.update(&Criterion { parent: parent.map(Into::into), position, ..stored })
}

/// Removes a criterion with its parts.
pub fn remove(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    for part in tx.all::<Criterion>("WHERE parent = ?1", &[&id])? {
        tx.remove::<Criterion>(&part.id)?;
    }
    tx.remove::<Criterion>(id)
}

/// Removes all criteria of a procurement, and its rules of judging.
pub fn remove_all(tx: &mut Tx<'_>, procurement: &str) -> Result<()> {
    if tx.find::<Judging>(procurement)?.is_some() {
        tx.remove::<Judging>(procurement)?;
    }
    for top in under(&of(tx, procurement)?, None) {
        remove(tx, &top.id)?;
    }
    Ok(())
}

/// Copies all criteria of one procurement into another, with the rules of judging.
pub fn copy(tx: &mut Tx<'_>, from: &str, to: &str) -> Result<()> {
    let all = of(tx, from)?;
    let mut copies = BTreeMap::new();
    for top in under(&all, None) {
        let parent = tx.new_id();
        copies.insert(top.id.clone(), parent.clone());
        tx.insert(&Criterion { id: parent.clone(), procurement: to.into(), ..top.clone() })?;
        for part in under(&all, Some(&top.id)) {
            let id = tx.new_id();
            copies.insert(part.id.clone(), id.clone());
            tx.insert(&Criterion { id, procurement: to.into(), parent: Some(parent.clone()), ..part })?;
        }
    }
    rules::copy(tx, from, to, |id| copies.get(id).cloned())
}
