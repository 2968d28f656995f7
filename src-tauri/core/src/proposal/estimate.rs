//! What can be done to estimates (見積) and their lines. An estimate that was followed by another stands as it was.

use chrono::NaiveDate;

use super::amount::{
    is_months, is_whole, read_kind, read_product, read_tax, same_unit, typed_amount, typed_month, typed_quantity,
    LAST_MONTH,
};
use super::price::{estimates, lines};
use super::{files, Estimate, EstimateLine, FileKind, LineKind, Proposal, ProposalFile, Tax};
use crate::bidder::steps::{now, typed_moment};
use crate::calendar::{self, Moment};
use crate::journal::Tx;
use crate::l10n::Lang;
use crate::place::{behind, new_place};
use crate::procurement::{cannot_read, line};
use crate::{Error, Result};

/// No estimate has more lines.
pub const MOST_LINES: usize = 500;

/// Begins an estimate: the first, or one that takes the place of the one before and starts with its lines.
///
/// # Errors
/// Refused where a later one comes without a reason.
pub fn add(tx: &mut Tx<'_>, proposal: &str, reason: &str, received_at: Option<Moment>) -> Result<String> {
    let stored: Proposal = tx.get(proposal)?;
    let before = estimates(tx, proposal)?.pop();
    let reason = line(reason)?;
    if before.is_some() && reason.is_empty() {
        return Err(Error::say("error-estimate-reason"));
    }
    let first = before.is_none();
    let estimate = Estimate {
        id: tx.new_id(),
        proposal: proposal.into(),
        revision: before.as_ref().map_or(0, |before| before.revision) + 1,
        dated: String::new(),
        received_at: received_at.unwrap_or_else(|| if first { stored.received_at } else { now(tx) }),
        reason: if first { String::new() } else { reason },
        file: None,
    };
    tx.insert(&estimate)?;
    if let Some(before) = before {
        for old in lines(tx, &before.id)? {
            let id = tx.new_id();
            tx.insert(&EstimateLine { id, estimate: estimate.id.clone(), ..old })?;
        }
    }
    name_file(tx, proposal)?;
    Ok(estimate.id)
}

/// Lets the estimate that holds name the newest estimate among the files that none names yet, where it names none itself.
pub(super) fn name_file(tx: &mut Tx<'_>, proposal: &str) -> Result<()> {
    let all = estimates(tx, proposal)?;
    let Some(last) = all.last().filter(|last| last.file.is_none()) else { return Ok(()) };
    let is_named = |file: &ProposalFile| all.iter().any(|estimate| estimate.file.as_ref() == Some(&file.id));
    let mut papers = files(tx, proposal)?.into_iter().rev().filter(|file| file.kind == FileKind::Estimate);
    let Some(paper) = papers.find(|file| !is_named(file)) else { return Ok(()) };
    tx.update(&Estimate { file: Some(paper.id), ..last.clone() })
}

/// Sets `dated`, `received_at`, `reason` or `file`.
pub fn set(tx: &mut Tx<'_>, id: &str, field: &str, typed: &str, today: NaiveDate, lang: Lang) -> Result<()> {
    let mut estimate: Estimate = tx.get(id)?;
    let empty = typed.trim().is_empty();
    match field {
        "dated" => {
            let read = |typed| calendar::read_day(typed, today).map_err(|unread| cannot_read(unread, typed, lang));
            estimate.dated = if empty { String::new() } else { read(typed)?.to_string() };
        }
        "received_at" => estimate.received_at = typed_moment(typed, Some(estimate.received_at), today, lang)?,
        "reason" => {
            if empty && estimate.revision > 1 {
                return Err(Error::say("error-estimate-reason"));
            }
            estimate.reason = line(typed)?;
        }
        "file" => {
            estimate.file = if empty { None } else { Some(file_of(tx, &estimate, typed)?) };
        }
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    tx.update(&estimate)
}

fn file_of(tx: &Tx<'_>, estimate: &Estimate, id: &str) -> Result<String> {
    let file: ProposalFile = tx.get(id)?;
    if file.proposal == estimate.proposal {
        Ok(file.id)
    } else {
        Err(Error::NotFound { kind: "proposal_file", id: id.into() })
    }
}

/// Takes the latest estimate out; the one before holds again.
///
/// # Errors
/// Refused for one that was followed by another.
pub fn remove(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let estimate = latest(tx, id)?;
    for line in lines(tx, &estimate.id)? {
        tx.remove::<EstimateLine>(&line.id)?;
    }
    tx.remove::<Estimate>(&estimate.id)
}

/// Removes all estimates of a proposal.
pub(super) fn remove_all(tx: &mut Tx<'_>, proposal: &str) -> Result<()> {
    for estimate in estimates(tx, proposal)?.into_iter().rev() {
        remove(tx, &estimate.id)?;
    }
    Ok(())
}

/// Estimates no longer name a file that goes.
pub(super) fn forget_file(tx: &mut Tx<'_>, file: &ProposalFile) -> Result<()> {
    for estimate in tx.all::<Estimate>("WHERE file = ?1", &[&file.id])? {
        tx.update(&Estimate { file: None, ..estimate })?;
    }
    Ok(())
}

/// The estimate, where it is the one that holds.
fn latest(tx: &Tx<'_>, id: &str) -> Result<Estimate> {
    let estimate: Estimate = tx.get(id)?;
    if tx.count::<Estimate>("WHERE proposal = ?1 AND revision > ?2", &[&estimate.proposal, &estimate.revision])? > 0 {
        return Err(Error::say("error-estimate-past").arg("revision", estimate.revision));
    }
    Ok(estimate)
}

/// A line as typed or pasted; what is empty is left open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedLine {
    /// How often it is paid.
    pub kind: String,
    /// What it is for.
    pub title: String,
    /// Price of one.
    pub unit_price: String,
    /// How many.
    pub quantity: String,
    /// Of what.
    pub unit: String,
    /// First month.
    pub from_month: String,
    /// Last month.
    pub to_month: String,
    /// With or without tax.
    pub tax: String,
}

/// Adds a line behind `after`, or at the end. Where nothing is said about the tax, a title alone begins with that of the next
/// line above that is not exempt; a line that brings its price along takes what is usual in the estimate.
///
/// # Errors
/// Refused for an estimate that was followed by another, where a cell cannot be read, and for months of a line that is
/// not monthly.
pub fn add_line(tx: &mut Tx<'_>, estimate: &str, typed: &TypedLine, after: Option<&str>) -> Result<String> {
    latest(tx, estimate)?;
    let held = lines(tx, estimate)?;
    if held.len() >= MOST_LINES {
        return Err(Error::say("error-estimate-lines").arg("most", MOST_LINES));
    }
    let above = match after {
        Some(after) => held.iter().position(|line| line.id == after).map_or(0, |at| at + 1),
        None => held.len(),
    };
    let tax = if typed.unit_price.trim().is_empty() {
        // What is exempt is so for itself and says nothing of the next.
        let mut taxes = held[..above].iter().rev().map(|line| line.tax);
        taxes.find(|tax| *tax != Tax::Exempt).unwrap_or(Tax::Excluded)
    } else {
        usual_tax(held.iter().map(|line| line.tax))
    };
    let mut new = read_line(typed, tax)?;
    if without_months(&mut new) {
        return Err(Error::say("error-line-months"));
    }
    new.id = tx.new_id();
    estimate.clone_into(&mut new.estimate);
    new.position = new_place(&held, after)?;
    tx.insert(&new)?;
    Ok(new.id)
}

/// What most lines say about the tax, 税抜 where they are even. Lines without any say nothing of the others.
pub(super) fn usual_tax(said: impl Iterator<Item = Tax>) -> Tax {
    let weight = |tax| match tax {
        Tax::Included => 1_i64,
        Tax::Excluded => -1,
        Tax::Exempt => 0,
    };
    if said.map(weight).sum::<i64>() > 0 {
        Tax::Included
    } else {
        Tax::Excluded
    }
}

/// A line with what was typed, for no estimate yet.
pub(super) fn read_line(typed: &TypedLine, tax: Tax) -> Result<EstimateLine> {
    let mut new = EstimateLine {
        id: String::new(),
        estimate: String::new(),
        position: String::new(),
        kind: LineKind::OneOff,
        title: line(&typed.title)?,
        unit_price: None,
        quantity: String::new(),
        unit: String::new(),
        from_month: None,
        to_month: None,
        tax,
    };
    if !typed.quantity.trim().is_empty() {
        // A quantity within the price, as `1,100円×200件`, would be another beside this one.
        typed_amount(&typed.unit_price)?;
    }
    // The unit and the tax last: an amount or a quantity may have brought them along.
    for (field, value) in [
        ("unit_price", &typed.unit_price),
        ("quantity", &typed.quantity),
        ("unit", &typed.unit),
        ("from_month", &typed.from_month),
        ("to_month", &typed.to_month),
        ("tax", &typed.tax),
        ("kind", &typed.kind),
    ] {
        if !value.trim().is_empty() {
            put(&mut new, field, value)?;
        }
    }
    if typed.kind.trim().is_empty() {
        // `／月` beside its price, or `月額` or `初期費用` in its words say how often it is paid.
        let beside = (new.kind == LineKind::Monthly).then_some(LineKind::Monthly);
        let said = beside.or_else(|| read_kind(&typed.title));
        let once = new.quantity.is_empty() || new.quantity == "1" && is_whole(&new.unit);
        new.kind = said.unwrap_or(if once { LineKind::OneOff } else { LineKind::Unit });
    }
    Ok(over_its_months(new))
}

/// A monthly line of 12 months is paid once in each of the first twelve, not twelve times in every month: they are its term,
/// and no unit. A single month is how a monthly price names what it is for, and counts for the whole term.
fn over_its_months(line: EstimateLine) -> EstimateLine {
    let counted = line.quantity.parse::<i64>().ok().filter(|months| *months > 1);
    let Some(months) = counted.filter(|_| line.kind == LineKind::Monthly && is_months(&line.unit)) else { return line };
    let from = line.from_month.unwrap_or(1);
    let to = line.to_month.unwrap_or(from.saturating_add(months) - 1);
    if to > LAST_MONTH {
        return line;
    }
    EstimateLine { quantity: "1".into(), unit: String::new(), from_month: Some(from), to_month: Some(to), ..line }
}

/// Sets a field of a line to what was typed. A line that is no longer monthly loses its months.
///
/// # Errors
/// Refused for an estimate that was followed by another, where it cannot be read, and for a month of a line that is not
/// monthly.
pub fn set_line(tx: &mut Tx<'_>, id: &str, field: &str, typed: &str) -> Result<()> {
    let mut stored: EstimateLine = tx.get(id)?;
    latest(tx, &stored.estimate)?;
    put(&mut stored, field, typed)?;
    if without_months(&mut stored) && matches!(field, "from_month" | "to_month") && !typed.trim().is_empty() {
        return Err(Error::say("error-line-months"));
    }
    tx.update(&stored)
}

/// Takes the months off a line that is not paid monthly, where nothing counts them; whether there were any.
pub(super) fn without_months(line: &mut EstimateLine) -> bool {
    let has = line.kind != LineKind::Monthly && line.from_month.or(line.to_month).is_some();
    if has {
        (line.from_month, line.to_month) = (None, None);
    }
    has
}

fn put(stored: &mut EstimateLine, field: &str, typed: &str) -> Result<()> {
    let unknown = || Error::say("error-choice").arg("typed", typed.trim());
    match field {
        "title" => stored.title = line(typed)?,
        "kind" => stored.kind = read_kind(typed).ok_or_else(unknown)?,
        "tax" => stored.tax = read_tax(typed).ok_or_else(unknown)?,
        "unit_price" => {
            let amount = if let Some((amount, quantity)) = read_product(typed, 1) {
                put(stored, "quantity", &quantity)?;
                Some(amount)
            } else {
                typed_amount(typed)?
            };
            stored.unit_price = amount.map(|amount| amount.value);
            stored.tax = amount.and_then(|amount| amount.tax).unwrap_or(stored.tax);
            if amount.is_some_and(|amount| amount.monthly) {
                stored.kind = LineKind::Monthly;
            }
        }
        "quantity" => {
            let (quantity, unit) = typed_quantity(typed)?;
            if stored.unit.is_empty() {
                stored.unit = unit;
            } else if !unit.is_empty() && !same_unit(&unit, &stored.unit) {
                // The unit has its own cell: a slip in this one does not become another.
                return Err(Error::say("error-quantity-unit").arg("typed", typed.trim()).arg("unit", &stored.unit));
            }
            stored.quantity = quantity;
        }
        "unit" => stored.unit = line(typed)?,
        "from_month" => stored.from_month = typed_month(typed)?,
        "to_month" => stored.to_month = typed_month(typed)?,
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    if stored.from_month.zip(stored.to_month).is_some_and(|(from, to)| from > to) {
        return Err(Error::say("error-months-order"));
    }
    Ok(())
}

/// Removes a line.
pub fn remove_line(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let stored: EstimateLine = tx.get(id)?;
    latest(tx, &stored.estimate)?;
    tx.remove::<EstimateLine>(id)
}

/// Moves a line behind `after`, or to the front.
pub fn shift_line(tx: &mut Tx<'_>, id: &str, after: Option<&str>) -> Result<()> {
    let stored: EstimateLine = tx.get(id)?;
    latest(tx, &stored.estimate)?;
    let position = behind(&lines(tx, &stored.estimate)?, after, Some(id))?;
    tx.update(&EstimateLine { position, ..stored })
}

/// Puts lines in the place of all lines of an estimate.
pub(super) fn replace_lines(tx: &mut Tx<'_>, estimate: &str, new: &[EstimateLine]) -> Result<()> {
    latest(tx, estimate)?;
    for line in lines(tx, estimate)? {
        tx.remove::<EstimateLine>(&line.id)?;
    }
    let mut held: Vec<EstimateLine> = Vec::with_capacity(new.len());
    for line in new {
        let line = EstimateLine {
            id: tx.new_id(),
            estimate: estimate.into(),
            position: new_place(&held, None)?,
            ..line.clone()
        };
        tx.insert(&line)?;
        held.push(line);
    }
    Ok(())
}
