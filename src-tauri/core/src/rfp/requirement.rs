//! What can be done to requirements.

use super::{Level, Requirement, RequirementCount, Section};
use crate::journal::Tx;
use crate::storage::{position, Read};
use crate::{Error, Result};

/// Longest requirement, in characters.
const TEXT: usize = 2_000;

/// All requirements of a procurement, in their order.
pub fn requirements(read: &Read<'_>, procurement: &str) -> Result<Vec<Requirement>> {
    read.all("WHERE procurement = ?1 ORDER BY position, id", &[&procurement])
}

/// The words of a requirement as they are kept.
///
/// # Errors
/// A sentence where nothing is left of them.
fn text_of(typed: &str) -> Result<String> {
    let text = typed.trim().replace("\r\n", "\n");
    let text: String = text.chars().filter(|c| *c == '\n' || !c.is_control()).take(TEXT).collect();
    if text.is_empty() {
        Err(Error::say("error-requirement-empty").code("requirement-empty"))
    } else {
        Ok(text)
    }
}

/// Notes that the number has been given.
pub(super) fn count(tx: &mut Tx<'_>, procurement: &str, number: u32) -> Result<()> {
    match tx.find::<RequirementCount>(procurement)? {
        Some(count) if count.last >= number => Ok(()),
        Some(count) => tx.update(&RequirementCount { last: number, ..count }),
        None => tx.insert(&RequirementCount { id: procurement.into(), last: number }),
    }
}

/// Adds a requirement behind `after`; without it, behind the last one of its section, or at the end. Its number is the
/// next that has never been given.
pub fn add_requirement(
    tx: &mut Tx<'_>,
    procurement: &str,
    section: Option<&str>,
    level: Level,
    text: &str,
    after: Option<&str>,
) -> Result<Requirement> {
    within(tx, procurement, section)?;
    let all = requirements(tx, procurement)?;
    let at = match after {
        Some(after) => Some(place_of(&all, after)?),
        None => {
            all.iter().rposition(|r| section.is_some() && r.section.as_deref() == section).or(all.len().checked_sub(1))
        }
    };
    let position = between(&all, at);
    let number = tx.find::<RequirementCount>(procurement)?.map_or(0, |count| count.last) + 1;
    count(tx, procurement, number)?;
    let requirement = Requirement {
        id: tx.new_id(),
        procurement: procurement.into(),
        section: section.map(Into::into),
        position,
        number,
        level,
        text: text_of(text)?,
    };
    tx.insert(&requirement)?;
    Ok(requirement)
}

/// Changes a requirement; what is `None` stays. `Some(None)` takes it out of its section.
pub fn edit_requirement(
    tx: &mut Tx<'_>,
    id: &str,
    level: Option<Level>,
    text: Option<&str>,
    section: Option<Option<&str>>,
) -> Result<Requirement> {
    let mut requirement: Requirement = tx.get(id)?;
    if let Some(level) = level {
        requirement.level = level;
    }
    if let Some(text) = text {
        requirement.text = text_of(text)?;
    }
    if let Some(section) = section {
        within(tx, &requirement.procurement, section)?;
        requirement.section = section.map(Into::into);
    }
    tx.update(&requirement)?;
    Ok(requirement)
}

/// Puts a requirement behind `after`, or first.
pub fn move_requirement(tx: &mut Tx<'_>, id: &str, after: Option<&str>) -> Result<()> {
    let mut requirement: Requirement = tx.get(id)?;
    if after == Some(id) {
        return Ok(());
    }
    let mut all = requirements(tx, &requirement.procurement)?;
    all.retain(|other| other.id != id);
    let at = after.map(|after| place_of(&all, after)).transpose()?;
    requirement.position = between(&all, at);
    tx.update(&requirement)
}

/// Removes a requirement. Its number is not given again.
pub fn remove_requirement(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    tx.remove::<Requirement>(id)
}

fn place_of(all: &[Requirement], id: &str) -> Result<usize> {
    all.iter().position(|r| r.id == id).ok_or_else(|| Error::NotFound { kind: "requirement", id: id.into() })
}

/// A position behind the one at `at`, or before all.
fn between(all: &[Requirement], at: Option<usize>) -> String {
    let behind = at.map_or(0, |n| n + 1);
    position::between(at.map(|n| all[n].position.as_str()), all.get(behind).map(|r| r.position.as_str()))
}

fn within(read: &Read<'_>, procurement: &str, section: Option<&str>) -> Result<()> {
    match section {
        Some(id) if read.get::<Section>(id)?.procurement != procurement => {
            Err(Error::NotFound { kind: "section", id: id.into() })
        }
        _ => Ok(()),
    }
}

/// The number the next requirement gets: `R-012`.
pub fn next_label(read: &Read<'_>, procurement: &str) -> Result<String> {
    let last = read.find::<RequirementCount>(procurement)?.map_or(0, |count| count.last);
    Ok(format!("R-{:03}", last + 1))
}
