//! What can be done to the people of a vendor.

use super::{contacts, Contact, Vendor};
use crate::journal::Tx;
use crate::l10n::{fold, reading_of};
use crate::place::{at_end, behind, new_place};
use crate::procurement::{line, mail_address};
use crate::{Error, Result};

/// Adds a person, behind `after` or at the end.
///
/// # Errors
/// Refused where neither a name nor an address is given.
pub fn add(tx: &mut Tx<'_>, vendor: &str, name: &str, mail: &str, after: Option<&str>) -> Result<String> {
    tx.get::<Vendor>(vendor)?;
    let name = bare_person(name)?;
    let mail = mail_or_none(mail)?;
    if name.is_empty() && mail.is_empty() {
        return Err(Error::say("error-name-empty"));
    }
    let id = tx.new_id();
    tx.insert(&Contact {
        id: id.clone(),
        vendor: vendor.into(),
        position: new_place(&contacts(tx, vendor)?, after)?,
        reading: reading_of(&name).unwrap_or_default(),
        name,
        department: String::new(),
        title: String::new(),
        mail,
        phone: String::new(),
        notes: String::new(),
    })?;
    Ok(id)
}

/// Adds a person where the vendor does not have it; where it has, fills what is empty.
pub(crate) fn bring(tx: &mut Tx<'_>, vendor: &str, person: Contact) -> Result<()> {
    let known = contacts(tx, vendor)?;
    let Some(mut stored) = known.iter().find(|one| same_person(one, &person)).cloned() else {
        let id = tx.new_id();
        let position = at_end(&known);
        return tx.insert(&Contact { id, vendor: vendor.into(), position, ..person });
    };
    for (mine, given) in [
        (&mut stored.name, person.name),
        (&mut stored.reading, person.reading),
        (&mut stored.department, person.department),
        (&mut stored.title, person.title),
        (&mut stored.mail, person.mail),
        (&mut stored.phone, person.phone),
        (&mut stored.notes, person.notes),
    ] {
        if mine.is_empty() {
            *mine = given;
        }
    }
    tx.update(&stored)
}

/// Sets a field of a person to what was typed.
pub fn set(tx: &mut Tx<'_>, id: &str, field: &str, typed: &str) -> Result<()> {
    let mut contact: Contact = tx.get(id)?;
    put(&mut contact, field, typed)?;
    if contact.name.is_empty() && contact.mail.is_empty() {
        return Err(Error::say("error-name-empty"));
    }
    tx.update(&contact)
}

/// Sets a field of `contact` to what was typed.
pub(crate) fn put(contact: &mut Contact, field: &str, typed: &str) -> Result<()> {
    match field {
        "name" => {
            let name = bare_person(typed)?;
            if contact.reading.is_empty() {
                contact.reading = reading_of(&name).unwrap_or_default();
            }
            contact.name = name;
        }
        "reading" => contact.reading = line(typed)?,
        "department" => contact.department = line(typed)?,
        "title" => contact.title = line(typed)?,
        "mail" => contact.mail = mail_or_none(typed)?,
        "phone" => contact.phone = line(typed)?,
        "notes" => contact.notes = line(typed)?,
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    Ok(())
}

/// Moves a person behind `after`, or to the front.
pub fn shift(tx: &mut Tx<'_>, id: &str, after: Option<&str>) -> Result<()> {
    let stored: Contact = tx.get(id)?;
    let position = behind(&contacts(tx, &stored.vendor)?, after, Some(id))?;
    tx.update(&Contact { position, ..stored })
}

/// Whether two entries mean the same person: the same address, or the same name where one has no address.
pub fn same_person(one: &Contact, other: &Contact) -> bool {
    if !one.mail.is_empty() && !other.mail.is_empty() {
        return one.mail.eq_ignore_ascii_case(&other.mail);
    }
    same_name(one, other)
}

fn same_name(one: &Contact, other: &Contact) -> bool {
    !one.name.is_empty() && without_spaces(&one.name) == without_spaces(&other.name)
}

/// Whether a vendor knows a person by its address or else by its name, and knows something else of it: another name or
/// another address.
pub(crate) fn otherwise_known(known: &[Contact], person: &Contact) -> bool {
    let by_mail = |one: &&Contact| !one.mail.is_empty() && one.mail.eq_ignore_ascii_case(&person.mail);
    let meant = known.iter().find(by_mail).or_else(|| known.iter().find(|one| same_name(one, person)));
    let differs = |one: &Contact| {
        let both = |mine: &str, other: &str| !mine.is_empty() && !other.is_empty();
        (both(&one.name, &person.name) && !same_name(one, person))
            || (both(&one.mail, &person.mail) && !one.mail.eq_ignore_ascii_case(&person.mail))
    };
    meant.is_some_and(differs)
}

fn without_spaces(name: &str) -> String {
    fold(name).replace(' ', "")
}

/// The name without the 様 that belongs to an address only.
pub(crate) fn bare_person(typed: &str) -> Result<String> {
    Ok(line(typed)?.trim_end_matches('様').trim_end_matches("さん").trim_end().to_owned())
}

pub(crate) fn mail_or_none(typed: &str) -> Result<String> {
    if typed.trim().is_empty() {
        Ok(String::new())
    } else {
        mail_address(typed)
    }
}
