//! What can be done to the company's closed days.

use chrono::NaiveDate;

use super::{Calendar, ClosedDay};
use crate::journal::Tx;
use crate::storage::Read;
use crate::{Error, Result};

/// The closed days in order.
pub fn closed_days(read: &Read<'_>) -> Result<Vec<ClosedDay>> {
    read.all("ORDER BY first_day, last_day, id", &[])
}

/// The business days of the company.
pub fn calendar(read: &Read<'_>) -> Result<Calendar> {
    Ok(Calendar::new(closed_days(read)?))
}

/// Enters a span of closed days.
///
/// # Errors
/// Refused where it ends before it begins or lasts longer than a year.
pub fn close(tx: &mut Tx<'_>, first_day: NaiveDate, last_day: NaiveDate, name: &str) -> Result<String> {
    if last_day < first_day || (last_day - first_day).num_days() > 366 {
        return Err(Error::say("error-closed-days"));
    }
    let id = tx.new_id();
    tx.insert(&ClosedDay { id: id.clone(), first_day, last_day, name: name.trim().chars().take(100).collect() })?;
    Ok(id)
}

/// Removes a span of closed days.
pub fn reopen(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    tx.remove::<ClosedDay>(id)
}
