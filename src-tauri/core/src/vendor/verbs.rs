//! What can be done to vendors.

use super::{contacts, files, named, Contact, Found, Nda, Vendor, VendorColumns, VendorFile};
use crate::journal::Tx;
use crate::l10n::{company_fold, fold, reading_of};
use crate::procurement::{line, needed_name};
use crate::{Error, Result};

/// Finds the vendor of this name, or enters it into the directory.
pub fn enter(tx: &mut Tx<'_>, name: &str, reading: Option<&str>) -> Result<Vendor> {
    let name = bare_name(name)?;
    if let Some(vendor) = named(tx, &name)? {
        return Ok(vendor);
    }
    let reading = match reading.map(str::trim).filter(|reading| !reading.is_empty()) {
        Some(reading) => line(reading)?,
        None => reading_of(&name).unwrap_or_default(),
    };
    let vendor = Vendor {
        id: tx.new_id(),
        name,
        reading,
        aliases: Vec::new(),
        domains: Vec::new(),
        web: String::new(),
        found: Found::Unknown,
        found_detail: String::new(),
        does: String::new(),
        smallest: String::new(),
        nda: Nda::None,
        nda_signed_on: String::new(),
        nda_until: String::new(),
        notes: String::new(),
    };
    tx.insert(&vendor)?;
    Ok(vendor)
}

/// Gives a vendor another name. A reading that the old name gave away follows the new one.
///
/// # Errors
/// Refused where another vendor has that name.
pub fn rename(tx: &mut Tx<'_>, id: &str, name: &str) -> Result<()> {
    let name = bare_name(name)?;
    let stored: Vendor = tx.get(id)?;
    let other = tx
        .all::<Vendor>("WHERE id <> ?1", &[&id])?
        .into_iter()
        .find(|vendor| company_fold(&vendor.name) == company_fold(&name));
    if let Some(other) = other {
        return Err(Error::say("error-vendor-twice").arg("name", other.name));
    }
    let followed =
        stored.reading.is_empty() || reading_of(&stored.name).is_some_and(|reading| reading == stored.reading);
    let reading = if followed { reading_of(&name).unwrap_or_default() } else { stored.reading.clone() };
    tx.update(&Vendor { name, reading, ..stored })
}

/// Sets the reading.
pub fn set_reading(tx: &mut Tx<'_>, id: &str, reading: &str) -> Result<()> {
    let stored: Vendor = tx.get(id)?;
    tx.update(&Vendor { reading: line(reading)?, ..stored })
}

/// Removes a vendor from the directory, with its people and what is kept about it.
pub fn remove(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    for contact in contacts(tx, id)? {
        tx.remove::<Contact>(&contact.id)?;
    }
    for file in files(tx, id)? {
        tx.remove::<VendorFile>(&file.id)?;
    }
    if tx.find::<VendorColumns>(id)?.is_some() {
        tx.remove::<VendorColumns>(id)?;
    }
    tx.remove::<Vendor>(id)
}

/// The name without the 御中 or 様 that belongs to an address only.
fn bare_name(typed: &str) -> Result<String> {
    let name = needed_name(typed)?;
    let bare = name.trim_end_matches("御中").trim_end_matches('様').trim_end();
    if bare.is_empty() || fold(bare).is_empty() {
        return Err(Error::say("error-name-empty"));
    }
    Ok(bare.to_owned())
}
