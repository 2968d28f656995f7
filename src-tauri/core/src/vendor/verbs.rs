//! What can be done to vendors.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::field::{self, Field};
use super::reading::suggested;
use super::{contacts, files, named, Contact, Found, Nda, Vendor, VendorColumns, VendorFile};
use crate::journal::Tx;
use crate::l10n::{company_fold, fold, Lang};
use crate::procurement::{line, needed_name};
use crate::{Error, Result};

/// Largest file kept about a vendor.
pub const LARGEST_FILE: u64 = 100 << 20;

/// Finds the vendor of this name, or enters it into the directory.
pub fn enter(tx: &mut Tx<'_>, name: &str, reading: Option<&str>) -> Result<Vendor> {
    let name = bare_name(name)?;
    match named(tx, &name)? {
        Some(vendor) => Ok(vendor),
        None => insert(tx, &name, reading),
    }
}

/// Enters a company into the directory.
///
/// # Errors
/// Refused where it is there already.
pub fn enter_new(tx: &mut Tx<'_>, name: &str) -> Result<Vendor> {
    let name = bare_name(name)?;
    match named(tx, &name)? {
        Some(other) => Err(Error::say("error-vendor-entered").code("vendor_twice").arg("name", other.name)),
        None => insert(tx, &name, None),
    }
}

fn insert(tx: &mut Tx<'_>, name: &str, reading: Option<&str>) -> Result<Vendor> {
    let mut vendor = blank(&tx.new_id(), name);
    if let Some(reading) = reading.map(str::trim).filter(|reading| !reading.is_empty()) {
        vendor.reading = line(reading)?;
    }
    tx.insert(&vendor)?;
    Ok(vendor)
}

/// A vendor of which no more is known than its name, and the reading that gives away.
pub(crate) fn blank(id: &str, name: &str) -> Vendor {
    Vendor {
        id: id.into(),
        name: name.into(),
        reading: suggested(name).unwrap_or_default(),
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
        is_sample: false,
    }
}

/// Sets a field to what was typed.
///
/// # Errors
/// A sentence where it cannot be read, or where another vendor has the name.
pub fn set(tx: &mut Tx<'_>, id: &str, field: Field, typed: &str, today: NaiveDate, lang: Lang) -> Result<()> {
    if field == Field::Name {
        return rename(tx, id, typed);
    }
    let mut vendor: Vendor = tx.get(id)?;
    field::put(&mut vendor, field, typed, today, lang)?;
    tx.update(&vendor)
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
        stored.reading.is_empty() || suggested(&stored.name).is_some_and(|reading| reading == stored.reading);
    let reading = if followed { suggested(&name).unwrap_or_default() } else { stored.reading.clone() };
    tx.update(&Vendor { name, reading, ..stored })
}

/// Sets the reading.
pub fn set_reading(tx: &mut Tx<'_>, id: &str, reading: &str) -> Result<()> {
    let stored: Vendor = tx.get(id)?;
    tx.update(&Vendor { reading: line(reading)?, ..stored })
}

/// Keeps a file about a vendor whose bytes are in the library already, under their SHA-256.
pub fn add_file(tx: &mut Tx<'_>, vendor: &str, name: &str, bytes: u64, sha256: &str) -> Result<String> {
    tx.get::<Vendor>(vendor)?;
    let id = tx.new_id();
    tx.insert(&VendorFile {
        id: id.clone(),
        vendor: vendor.into(),
        name: needed_name(name)?,
        bytes: i64::try_from(bytes).map_err(|_| Error::say("error-file-large").arg("most", LARGEST_FILE >> 20))?,
        sha256: sha256.into(),
        added_at: tx.at().to_owned(),
    })?;
    Ok(id)
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

/// Remembers how columns of a vendor's own sheets were understood, beside what was said before.
pub fn remember_columns(tx: &mut Tx<'_>, vendor: &str, said: BTreeMap<String, String>) -> Result<()> {
    if said.is_empty() {
        return Ok(());
    }
    match tx.find::<VendorColumns>(vendor)? {
        Some(known) => {
            let mut columns = known.columns.clone();
            columns.extend(said);
            tx.update(&VendorColumns { columns, ..known })
        }
        None => tx.insert(&VendorColumns { id: vendor.into(), columns: said }),
    }
}

/// Whether no more is known of a vendor than its name and how it is read.
pub fn is_bare(tx: &Tx<'_>, vendor: &Vendor) -> Result<bool> {
    let alone = Vendor { reading: vendor.reading.clone(), ..blank(&vendor.id, &vendor.name) };
    Ok(*vendor == alone && contacts(tx, &vendor.id)?.is_empty() && files(tx, &vendor.id)?.is_empty())
}

/// The name without the 御中 or 様 that belongs to an address only.
pub(crate) fn bare_name(typed: &str) -> Result<String> {
    let name = needed_name(typed)?;
    let bare = name.trim_end_matches("御中").trim_end_matches('様').trim_end();
    if bare.is_empty() || fold(bare).is_empty() {
        return Err(Error::say("error-name-empty"));
    }
    Ok(bare.to_owned())
}
