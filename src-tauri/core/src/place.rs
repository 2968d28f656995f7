//! Places of items among their siblings: keys of order, and trees two levels deep.

use crate::storage::{position, Record};
use crate::{Error, Result};

/// A record with a place among its siblings.
pub trait Placed: Record + Clone {
    /// Its key of order.
    fn position(&self) -> &str;
    /// The record it stands under, if it stands under one.
    fn parent(&self) -> Option<&str> {
        None
    }
}

/// The key of order behind the last of `siblings`.
pub fn at_end<P: Placed>(siblings: &[P]) -> String {
    position::after_last(siblings.iter().map(Placed::position).max())
}

/// The key of order behind the sibling `after`, or before all of them where none is named. The item `moving`, if it is
/// among the siblings, does not count.
///
/// # Errors
/// Refused where `after` is none of the siblings.
pub fn behind<P: Placed>(siblings: &[P], after: Option<&str>, moving: Option<&str>) -> Result<String> {
    let others: Vec<&P> = siblings.iter().filter(|item| Some(item.id()) != moving).collect();
    let place = match after {
        None => 0,
        Some(after) => {
            1 + others.iter().position(|item| item.id() == after).ok_or_else(|| Error::say("error-moved-away"))?
        }
    };
    let before = place.checked_sub(1).map(|n| others[n].position());
    Ok(position::between(before, others.get(place).map(|item| item.position())))
}

/// The key of order for a new item: behind `after`, or at the end where none is named.
pub fn new_place<P: Placed>(siblings: &[P], after: Option<&str>) -> Result<String> {
    match after {
        Some(_) => behind(siblings, after, None),
        None => Ok(at_end(siblings)),
    }
}

/// The items directly under `parent`, in the order given.
pub fn under<P: Placed>(items: &[P], parent: Option<&str>) -> Vec<P> {
    items.iter().filter(|item| item.parent() == parent).cloned().collect()
}

/// All items of a tree two levels deep, each parent before its children, with its number (`1`, `1.2`) and depth.
pub fn numbered<P: Placed>(items: &[P]) -> Vec<(String, u8, P)> {
    let mut rows = Vec::with_capacity(items.len());
    for (n, top) in under(items, None).into_iter().enumerate() {
        let children = under(items, Some(top.id()));
        rows.push(((n + 1).to_string(), 0, top));
        for (m, child) in children.into_iter().enumerate() {
            rows.push((format!("{}.{}", n + 1, m + 1), 1, child));
        }
    }
    rows
}

/// Whether the item may stand under `parent` in a tree two levels deep.
///
/// # Errors
/// Refused where it would become a third level or stand under itself.
pub fn may_stand_under<P: Placed>(items: &[P], id: &str, parent: Option<&str>) -> Result<()> {
    let Some(parent) = parent else { return Ok(()) };
    let top = items.iter().any(|item| item.id() == parent && item.parent().is_none());
    let leaf = !items.iter().any(|item| item.parent() == Some(id));
    if top && leaf && parent != id {
        Ok(())
    } else {
        Err(Error::say("error-two-levels"))
    }
}
