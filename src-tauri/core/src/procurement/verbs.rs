//! What can be done to a procurement and its facts.

use chrono::NaiveDate;

use super::facts::{one_line, read_typed, Fact, Facts};
use super::schedule::{first_day, suggest};
use super::{FactGroup, FactKey, Procurement, ZONE};
use crate::calendar::Calendar;
use crate::journal::Tx;
use crate::l10n::Lang;
use crate::library::Setting;
use crate::{Error, Result};

/// Makes an empty procurement. Issuer and contact come from the company's settings.
pub fn create(tx: &mut Tx<'_>, title: &str, lang: Lang) -> Result<String> {
    let id = insert(tx, title, lang, false)?;
    for key in FactKey::ALL.iter().filter(|key| key.is_company_default()) {
        if let Some(setting) = tx.find::<Setting>(key.key())? {
            put(tx, &id, *key, Some(&setting.value))?;
        }
    }
    put(tx, &id, FactKey::DocCalendar, Some("western"))?;
    Ok(id)
}

/// Makes the empty procurement that the sample is planted in; it takes nothing from the company's settings.
pub fn create_sample(tx: &mut Tx<'_>, title: &str, lang: Lang) -> Result<String> {
    insert(tx, title, lang, true)
}

fn insert(tx: &mut Tx<'_>, title: &str, lang: Lang, is_sample: bool) -> Result<String> {
    let id = tx.new_id();
    let title = needed_title(title)?;
    let created_at = tx.at().to_owned();
    tx.insert(&Procurement { id: id.clone(), title, lang, zone: ZONE.into(), is_sample, archived: false, created_at })?;
    Ok(id)
}

/// Gives the procurement another title.
pub fn rename(tx: &mut Tx<'_>, id: &str, title: &str) -> Result<()> {
    let title = needed_title(title)?;
    let stored: Procurement = tx.get(id)?;
    tx.update(&Procurement { title, ..stored })
}

/// Puts the procurement away, or brings it back.
pub fn archive(tx: &mut Tx<'_>, id: &str, archived: bool) -> Result<()> {
    let stored: Procurement = tx.get(id)?;
    tx.update(&Procurement { archived, ..stored })
}

/// Sets a fact to what was typed; nothing typed removes it. Returns the stored value.
pub fn set_fact(
    tx: &mut Tx<'_>,
    procurement: &str,
    key: FactKey,
    typed: Option<&str>,
    today: NaiveDate,
    lang: Lang,
) -> Result<Option<String>> {
    let held = Facts::of(tx, procurement)?;
    let value = read_typed(key, typed.unwrap_or_default(), held.value(key), today, lang)?;
    put(tx, procurement, key, value.as_deref())?;
    Ok(value)
}

/// Sets a fact to a value in its stored form.
pub fn put(tx: &mut Tx<'_>, procurement: &str, key: FactKey, value: Option<&str>) -> Result<()> {
    if key == FactKey::DocTitle {
        return rename(tx, procurement, value.unwrap_or_default());
    }
    let stored = tx.all::<Fact>("WHERE procurement = ?1 AND key = ?2", &[&procurement, &key.key()])?.pop();
    match (stored, value.filter(|value| !value.is_empty())) {
        (None, None) => Ok(()),
        (None, Some(value)) => {
            let id = tx.new_id();
            tx.insert(&Fact { id, procurement: procurement.into(), key, value: value.into() })
        }
        (Some(fact), Some(value)) => tx.update(&Fact { value: value.into(), ..fact }),
        (Some(fact), None) => tx.remove::<Fact>(&fact.id),
    }
}

/// Fills the schedule with suggested dates, counted from `from` or from the day of release. Where `keep_existing`, dates
/// that are set stand and the others are counted from them.
pub fn apply_schedule(
    tx: &mut Tx<'_>,
    procurement: &str,
    from: Option<NaiveDate>,
    keep_existing: bool,
    calendar: &Calendar,
    today: NaiveDate,
) -> Result<()> {
    let facts = Facts::of(tx, procurement)?;
    let first = first_day(&facts, from, calendar, today);
    for suggestion in suggest(first, calendar, keep_existing.then_some(&facts)) {
        put(tx, procurement, suggestion.key, Some(&suggestion.at.to_string()))?;
    }
    Ok(())
}

/// Copies the facts of another procurement, all but its number and its dates.
pub fn copy_facts(tx: &mut Tx<'_>, from: &str, to: &str) -> Result<()> {
    let facts = Facts::of(tx, from)?;
    for (key, value) in facts.iter() {
        let dated = key.is_term() || key.group() == FactGroup::Schedule;
        if !dated && !matches!(key, FactKey::DocTitle | FactKey::DocNumber) {
            put(tx, to, key, Some(value))?;
        }
    }
    Ok(())
}

/// Removes the procurement's row and facts. What else belongs to it is removed first, by the verbs of its nouns.
pub fn remove(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    for fact in tx.all::<Fact>("WHERE procurement = ?1", &[&id])? {
        tx.remove::<Fact>(&fact.id)?;
    }
    tx.remove::<Procurement>(id)
}

fn needed_title(title: &str) -> Result<String> {
    let title = one_line(title)?;
    if title.is_empty() {
        Err(Error::say("error-title-empty"))
    } else {
        Ok(title)
    }
}
