//! What can be done to bidders.

use super::course::{hearings, steps, Hearing, Reason, Step};
use super::steps::{now, take_step, NewStep};
use super::{of, Bidder, Status};
use crate::journal::Tx;
use crate::l10n::reading_of;
use crate::place::{at_end, behind};
use crate::procurement::line;
use crate::vendor::people::bring;
use crate::vendor::people::{bare_person, mail_or_none, otherwise_known};
use crate::vendor::{contacts, verbs as vendors, Contact, Vendor};
use crate::{Error, Result};

/// Adds a company as a bidder, with the person to write to where known; otherwise the first one the directory has.
///
/// # Errors
/// Refused where the company already takes part.
pub fn add(
    tx: &mut Tx<'_>,
    procurement: &str,
    name: &str,
    reading: Option<&str>,
    person: Option<&str>,
    mail: Option<&str>,
) -> Result<String> {
    let vendor = vendors::enter(tx, name, reading)?;
    let id = join(tx, procurement, &vendor.id)?;
    if person.is_some() || mail.is_some() {
        let bidder: Bidder = tx.get(&id)?;
        let person = bare_person(person.unwrap_or_default())?;
        let bidder = Bidder {
            department: String::new(),
            person_reading: reading_of(&person).unwrap_or_default(),
            person,
            mail: mail_or_none(mail.unwrap_or_default())?,
            phone: String::new(),
            ..bidder
        };
        tx.update(&bidder)?;
        introduce(tx, &id)?;
    }
    Ok(id)
}

/// Enters the person to write to at the company too, as a table of vendors does: once it is written to, and not while it
/// is being typed. Where the company knows the person by another name or address, the directory stays as it is: what
/// stands there may be right.
pub fn introduce(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let bidder: Bidder = tx.get(id)?;
    let person = Contact {
        id: String::new(),
        vendor: String::new(),
        position: String::new(),
        name: bidder.person.clone(),
        reading: bidder.person_reading.clone(),
        department: bidder.department.clone(),
        title: String::new(),
        mail: bidder.mail.clone(),
        phone: bidder.phone.clone(),
        notes: String::new(),
    };
    let is_nobody = person.name.is_empty() && person.mail.is_empty();
    if is_nobody || otherwise_known(&contacts(tx, &bidder.vendor)?, &person) {
        return Ok(());
    }
    bring(tx, &bidder.vendor, person)
}

/// Adds a vendor of the directory as a bidder. Its first person is the one to write to.
///
/// # Errors
/// Refused where the company already takes part.
pub fn join(tx: &mut Tx<'_>, procurement: &str, vendor: &str) -> Result<String> {
    let vendor: Vendor = tx.get(vendor)?;
    let bidders = of(tx, procurement)?;
    if bidders.iter().any(|bidder| bidder.vendor == vendor.id) {
        return Err(Error::say("error-bidder-twice").arg("name", vendor.name));
    }
    let first = contacts(tx, &vendor.id)?.into_iter().next();
    let known = |field: fn(&crate::vendor::Contact) -> &String| first.as_ref().map(field).cloned().unwrap_or_default();
    let id = tx.new_id();
    tx.insert(&Bidder {
        id: id.clone(),
        procurement: procurement.into(),
        position: at_end(&bidders),
        department: known(|person| &person.department),
        person: known(|person| &person.name),
        person_reading: known(|person| &person.reading),
        mail: known(|person| &person.mail),
        phone: known(|person| &person.phone),
        vendor: vendor.id,
        status: Status::Candidate,
        copy_number: None,
    })?;
    let step = tx.new_id();
    tx.insert(&Step {
        id: step,
        bidder: id.clone(),
        status: Status::Candidate,
        at: now(tx),
        note: String::new(),
        reason: Reason::Unsaid,
        volume: String::new(),
    })?;
    Ok(id)
}

/// Sets a field of a bidder, or of its company, to what was typed.
pub fn set(tx: &mut Tx<'_>, id: &str, field: &str, value: &str) -> Result<()> {
    let mut bidder: Bidder = tx.get(id)?;
    match field {
        "name" => return vendors::rename(tx, &bidder.vendor, value),
        "reading" => return vendors::set_reading(tx, &bidder.vendor, value),
        "department" => bidder.department = line(value)?,
        "person" => {
            let person = bare_person(value)?;
            if bidder.person_reading.is_empty() {
                bidder.person_reading = reading_of(&person).unwrap_or_default();
            }
            bidder.person = person;
        }
        "person_reading" => bidder.person_reading = line(value)?,
        "mail" => bidder.mail = mail_or_none(value)?,
        "phone" => bidder.phone = line(value)?,
        "status" => {
            let status = Status::of_word(value).ok_or_else(|| Error::say("error-choice").arg("typed", value))?;
            let at = now(tx);
            if status != bidder.status {
                take_step(tx, id, NewStep { status, at, note: "", reason: Reason::Unsaid, volume: "" })?;
            }
            return Ok(());
        }
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    tx.update(&bidder)
}

/// Moves a bidder behind `after`, or to the front.
pub fn shift(tx: &mut Tx<'_>, id: &str, after: Option<&str>) -> Result<()> {
    let stored: Bidder = tx.get(id)?;
    let position = behind(&of(tx, &stored.procurement)?, after, Some(id))?;
    tx.update(&Bidder { position, ..stored })
}

/// Removes a bidder. Its company leaves the directory too where no other procurement knows it and no more than its name
/// has been entered, or where it came with the sample.
pub fn remove(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let bidder: Bidder = tx.get(id)?;
    for step in steps(tx, id)? {
        tx.remove::<Step>(&step.id)?;
    }
    for hearing in hearings(tx, &bidder.procurement)?.into_iter().filter(|hearing| hearing.bidder == id) {
        tx.remove::<Hearing>(&hearing.id)?;
    }
    tx.remove::<Bidder>(id)?;
    if tx.count::<Bidder>("WHERE vendor = ?1", &[&bidder.vendor])? == 0 {
        let vendor: Vendor = tx.get(&bidder.vendor)?;
        if vendor.is_sample || vendors::is_bare(tx, &vendor)? {
            vendors::remove(tx, &bidder.vendor)?;
        }
    }
    Ok(())
}

/// Removes a vendor from the directory.
///
/// # Errors
/// Refused where it takes or took part in a procurement: its history would be lost.
pub fn remove_vendor(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let vendor: Vendor = tx.get(id)?;
    let count = tx.count::<Bidder>("WHERE vendor = ?1", &[&id])?;
    if count > 0 {
        return Err(Error::say("error-vendor-bids").arg("name", vendor.name).arg("count", count));
    }
    vendors::remove(tx, id)
}

/// Removes all bidders of a procurement.
pub fn remove_all(tx: &mut Tx<'_>, procurement: &str) -> Result<()> {
    for bidder in of(tx, procurement)? {
        remove(tx, &bidder.id)?;
    }
    Ok(())
}

/// Gives every bidder that takes part the number of its copy, the next free one in order; numbers once given stay.
pub fn number_copies(tx: &mut Tx<'_>, procurement: &str) -> Result<()> {
    let bidders = of(tx, procurement)?;
    let mut last = bidders.iter().filter_map(|bidder| bidder.copy_number).max().unwrap_or(0);
    for bidder in bidders.into_iter().filter(|bidder| bidder.copy_number.is_none() && bidder.status.takes_part()) {
        last += 1;
        tx.update(&Bidder { copy_number: Some(last), ..bidder })?;
    }
    Ok(())
}

/// The company a bidder is.
pub fn vendor_of(tx: &Tx<'_>, id: &str) -> Result<Vendor> {
    let bidder: Bidder = tx.get(id)?;
    tx.get(&bidder.vendor)
}
