//! Settings: how the window speaks and looks, who works here, and what new procurements take over.

use crate::journal::Tx;
use crate::library::Setting;
use crate::procurement::{line, mail_address, FactKey, FactKind};
use crate::storage::Read;
use crate::{Error, Result};

/// Smallest and largest scale of the window, in per cent.
const SCALE: std::ops::RangeInclusive<u32> = 80..=200;

/// The value of a setting, where it was set.
pub fn value(read: &Read<'_>, key: &str) -> Result<Option<String>> {
    Ok(read.find::<Setting>(key)?.map(|setting| setting.value))
}

/// Sets a setting to what was typed; nothing typed removes it.
///
/// # Errors
/// Refused where there is no such setting, or it cannot have this value.
pub fn set(tx: &mut Tx<'_>, key: &str, typed: &str) -> Result<()> {
    let typed = typed.trim();
    let choice = |allowed: &[&str]| {
        if allowed.contains(&typed) {
            Ok(typed.to_owned())
        } else {
            Err(Error::say("error-choice").arg("typed", typed))
        }
    };
    let value = match key {
        "lang" => choice(&["ja", "en"])?,
        "theme" => choice(&["auto", "light", "dark"])?,
        "scale" => match typed.parse::<u32>() {
            Ok(scale) if SCALE.contains(&scale) => scale.to_string(),
            _ => return Err(Error::say("error-choice").arg("typed", typed)),
        },
        "actor" => line(typed)?,
        _ => match key.parse::<FactKey>() {
            Ok(fact) if fact.is_company_default() && typed.is_empty() => String::new(),
            Ok(fact) if fact.is_company_default() && fact.kind() == FactKind::Mail => mail_address(typed)?,
            Ok(fact) if fact.is_company_default() => line(typed)?,
            _ => return Err(Error::say("error-field").arg("field", key)),
        },
    };
    match (tx.find::<Setting>(key)?, value.is_empty()) {
        (None, true) => Ok(()),
        (None, false) => tx.insert(&Setting { id: key.into(), value }),
        (Some(_), true) => tx.remove::<Setting>(key),
        (Some(_), false) => tx.update(&Setting { id: key.into(), value }),
    }
}
