//! What can be done to letters.

use super::{id_of, template, Letter};
use crate::journal::Tx;
use crate::l10n::Lang;
use crate::procurement::line;
use crate::{Error, Result};

/// Longest text of a letter, in characters.
const LONGEST: usize = 20_000;

/// Puts a template into the company's own words. Words equal to those that come with the program are no own ones.
///
/// # Errors
/// Refused where there is no such template, or the words are too long.
pub fn set(tx: &mut Tx<'_>, key: &str, lang: Lang, subject: &str, body: &str) -> Result<()> {
    let template = template(key, lang)?;
    let body = body.replace("\r\n", "\n");
    if body.chars().count() > LONGEST {
        return Err(Error::say("error-too-long").arg("limit", LONGEST));
    }
    let letter = Letter { id: id_of(key, lang), subject: line(subject)?, body };
    if letter.subject == template.subject && letter.body == template.body {
        return reset(tx, key, lang);
    }
    match tx.find::<Letter>(&letter.id)? {
        Some(_) => tx.update(&letter),
        None => tx.insert(&letter),
    }
}

/// Goes back to the words that come with the program.
pub fn reset(tx: &mut Tx<'_>, key: &str, lang: Lang) -> Result<()> {
    let id = id_of(key, lang);
    match tx.find::<Letter>(&id)? {
        Some(_) => tx.remove::<Letter>(&id),
        None => Ok(()),
    }
}
