//! Making one company of two entries of the directory.

use super::Bidder;
use crate::journal::Tx;
use crate::procurement::Procurement;
use crate::vendor::import::filled;
use crate::vendor::people::bring;
use crate::vendor::{contacts, files, verbs as vendors, Contact, Vendor, VendorColumns, VendorFile};
use crate::{Error, Result};

/// Merges `other` into `keep`: people, files, procurements and names move over, empty fields are filled, both notes
/// stay, and the other's name becomes one more short name.
///
/// # Errors
/// Refused where both take part in one procurement, or where they are one already.
pub fn merge(tx: &mut Tx<'_>, keep: &str, other: &str) -> Result<()> {
    let (kept, gone): (Vendor, Vendor) = (tx.get(keep)?, tx.get(other)?);
    if keep == other {
        return Err(Error::say("error-merge-same"));
    }
    let mine = tx.all::<Bidder>("WHERE vendor = ?1", &[&keep])?;
    let theirs = tx.all::<Bidder>("WHERE vendor = ?1 ORDER BY id", &[&other])?;
    if let Some(both) = theirs.iter().find(|bidder| mine.iter().any(|own| own.procurement == bidder.procurement)) {
        let title = tx.get::<Procurement>(&both.procurement)?.title;
        return Err(Error::say("error-merge-both").arg("one", kept.name).arg("other", gone.name).arg("title", title));
    }
    for bidder in theirs {
        tx.update(&Bidder { vendor: keep.into(), ..bidder })?;
    }
    for person in contacts(tx, other)? {
        tx.remove::<Contact>(&person.id)?;
        bring(tx, keep, person)?;
    }
    for file in files(tx, other)? {
        tx.update(&VendorFile { vendor: keep.into(), ..file })?;
    }
    if let Some(columns) = tx.find::<VendorColumns>(other)? {
        tx.remove::<VendorColumns>(other)?;
        if tx.find::<VendorColumns>(keep)?.is_none() {
            tx.insert(&VendorColumns { id: keep.into(), ..columns })?;
        }
    }
    let mut named = gone.clone();
    named.aliases.insert(0, gone.name.clone());
    let mut merged = filled(kept.clone(), &named);
    if !kept.notes.is_empty() && !gone.notes.is_empty() && kept.notes != gone.notes {
        merged.notes = format!("{}\n{}", kept.notes, gone.notes);
    }
    merged.is_sample = kept.is_sample && gone.is_sample;
    tx.update(&merged)?;
    vendors::remove(tx, other)
}
