//! What can be done to required items.

use super::{of, RequiredItem};
use crate::journal::Tx;
use crate::place::{behind, may_stand_under, new_place, under};
use crate::procurement::line;
use crate::Result;

/// Adds an item behind `after`, or at the end.
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
    let parent = parent.map(Into::into);
    tx.insert(&RequiredItem {
        id: id.clone(),
        procurement: procurement.into(),
        parent,
        position,
        title: line(title)?,
    })?;
    Ok(id)
}

/// Gives an item another title.
pub fn set(tx: &mut Tx<'_>, id: &str, title: &str) -> Result<()> {
    let stored: RequiredItem = tx.get(id)?;
    tx.update(&RequiredItem { title: line(title)?, ..stored })
}

/// Moves an item under `parent` (or to the first level), behind `after` or to the front.
pub fn shift(tx: &mut Tx<'_>, id: &str, parent: Option<&str>, after: Option<&str>) -> Result<()> {
    let stored: RequiredItem = tx.get(id)?;
    let all = of(tx, &stored.procurement)?;
    may_stand_under(&all, id, parent)?;
    let position = behind(&under(&all, parent), after, Some(id))?;
    tx.update(&RequiredItem { parent: parent.map(Into::into), position, ..stored })
}

/// Removes an item with what stands under it.
pub fn remove(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    for child in tx.all::<RequiredItem>("WHERE parent = ?1", &[&id])? {
        tx.remove::<RequiredItem>(&child.id)?;
    }
    tx.remove::<RequiredItem>(id)
}

/// Removes all items of a procurement.
pub fn remove_all(tx: &mut Tx<'_>, procurement: &str) -> Result<()> {
    for top in under(&of(tx, procurement)?, None) {
        remove(tx, &top.id)?;
    }
    Ok(())
}

/// Copies all items of one procurement into another.
pub fn copy(tx: &mut Tx<'_>, from: &str, to: &str) -> Result<()> {
    let all = of(tx, from)?;
    for top in under(&all, None) {
        let parent = tx.new_id();
        tx.insert(&RequiredItem { id: parent.clone(), procurement: to.into(), ..top.clone() })?;
        for child in under(&all, Some(&top.id)) {
            let id = tx.new_id();
            tx.insert(&RequiredItem { id, procurement: to.into(), parent: Some(parent.clone()), ..child })?;
        }
    }
    Ok(())
}
