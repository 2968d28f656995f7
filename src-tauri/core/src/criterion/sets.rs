//! Sets of criteria (評価項目のひな形) that are kept for other procurements.

use super::judging::{CriterionSet, SavedCriterion, Scheme};
use super::{of, Criterion};
use crate::journal::Tx;
use crate::l10n::Lang;
use crate::place::{at_end, under};
use crate::procurement::{needed_name, Procurement};
use crate::storage::Read;
use crate::{Error, Result};

/// Key of the set that comes with the program.
pub const USUAL: &str = "usual";
/// The weights of the six criteria to begin with.
const WEIGHTS: [u32; 6] = [20, 15, 15, 20, 15, 15];
/// Which of them is the price.
const PRICE: usize = 3;

/// The six criteria to begin with, as a set that comes with the program.
pub fn usual(lang: Lang) -> CriterionSet {
    let part = |(at, weight): (usize, u32)| SavedCriterion {
        title: lang.word(&format!("criterion-usual-{}", at + 1)),
        asks: String::new(),
        weight: Some(weight.to_string()),
        scheme: Scheme::Relative,
        minimum: None,
        follows_price: at == PRICE,
        parts: Vec::new(),
    };
    CriterionSet {
        id: USUAL.into(),
        name: lang.word("criterion-usual"),
        saved_at: String::new(),
        parts: WEIGHTS.into_iter().enumerate().map(part).collect(),
    }
}

/// The set with this key, as it is planted into a procurement: the one that comes with the program in its language.
///
/// # Errors
/// Where there is no such set.
pub fn set_for(read: &Read<'_>, procurement: &str, id: &str) -> Result<CriterionSet> {
    if id == USUAL {
        let lang = read.get::<Procurement>(procurement)?.lang;
        return Ok(usual(lang));
    }
    read.get(id)
}

/// The saved sets, by name.
pub fn sets(read: &Read<'_>) -> Result<Vec<CriterionSet>> {
    read.all("ORDER BY name, id", &[])
}

/// Keeps the criteria of a procurement as a set.
///
/// # Errors
/// Refused without a name, and where there are no criteria.
pub fn save(tx: &mut Tx<'_>, procurement: &str, name: &str) -> Result<String> {
    let all = of(tx, procurement)?;
    if all.is_empty() {
        return Err(Error::say("error-set-empty"));
    }
    let saved = |one: &Criterion, parts: Vec<SavedCriterion>| SavedCriterion {
        title: one.title.clone(),
        asks: one.asks.clone(),
        weight: one.weight.clone(),
        scheme: one.scheme.clone(),
        minimum: one.minimum.clone(),
        follows_price: one.follows_price,
        parts,
    };
    let parts = under(&all, None);
    let parts = parts
        .iter()
        .map(|top| saved(top, under(&all, Some(&top.id)).iter().map(|part| saved(part, Vec::new())).collect()));
    let set =
        CriterionSet { id: tx.new_id(), name: needed_name(name)?, saved_at: tx.at().into(), parts: parts.collect() };
    tx.insert(&set)?;
    Ok(set.id)
}

/// Gives a set another name.
pub fn rename(tx: &mut Tx<'_>, id: &str, name: &str) -> Result<()> {
    let set: CriterionSet = tx.get(id)?;
    tx.update(&CriterionSet { name: needed_name(name)?, ..set })
}

/// Adds the criteria of a set to a procurement, behind those it has.
pub fn plant(tx: &mut Tx<'_>, procurement: &str, set: &str) -> Result<()> {
    let set = set_for(tx, procurement, set)?;
    plant_under(tx, procurement, None, &set.parts)
}

fn plant_under(tx: &mut Tx<'_>, procurement: &str, parent: Option<&str>, parts: &[SavedCriterion]) -> Result<()> {
    for part in parts {
        let id = tx.new_id();
        let position = at_end(&under(&of(tx, procurement)?, parent));
        tx.insert(&Criterion {
            id: id.clone(),
            procurement: procurement.into(),
            parent: parent.map(Into::into),
            position,
            title: part.title.clone(),
            asks: part.asks.clone(),
            weight: part.weight.clone(),
            scheme: part.scheme.clone(),
            minimum: part.minimum.clone(),
            follows_price: part.follows_price,
        })?;
        plant_under(tx, procurement, Some(&id), &part.parts)?;
    }
    Ok(())
}
