//! Commands about requirements.

use sentei_core::journal::Op;
use sentei_core::rfp::{requirement, section, Level, Requirement};
use sentei_core::storage::Read;
use sentei_core::Result;
use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

use crate::commands::{Id, InProcurement, Nothing};
use crate::Call;

/// A requirement as it is listed.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Requirement")]
pub struct RequirementRow {
    id: String,
    /// `R-001`.
    number: String,
    section: Option<String>,
    section_number: String,
    section_title: String,
    level: Level,
    text: String,
}

/// A new requirement.
#[derive(Debug, Deserialize, TS)]
pub struct NewRequirement {
    procurement: String,
    #[ts(optional)]
    section: Option<String>,
    level: Level,
    text: String,
    #[ts(optional)]
    after: Option<String>,
}

/// A requirement that was added.
#[derive(Debug, Serialize, TS)]
pub struct Numbered {
    id: String,
    number: String,
}

/// What of a requirement is to be changed.
#[derive(Debug, Deserialize, TS)]
pub struct EditRequirement {
    id: String,
    #[ts(optional)]
    level: Option<Level>,
    #[ts(optional)]
    text: Option<String>,
    /// `null` takes it out of its section; left out, it stays.
    #[serde(default, deserialize_with = "given")]
    #[ts(optional = nullable, as = "Option<String>")]
    section: Option<Option<String>>,
}

/// Told apart from a value left out: one that is given as null.
pub(crate) fn given<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<String>>, D::Error> {
    Option::<String>::deserialize(from).map(Some)
}

/// A new place in the list.
#[derive(Debug, Deserialize, TS)]
pub struct MoveRequirement {
    id: String,
    after: Option<String>,
}

/// All requirements of a procurement, in their order.
pub(crate) fn rows(read: &Read<'_>, procurement: &str) -> Result<Vec<RequirementRow>> {
    let sections = section::sections(read, procurement)?;
    let rows = requirement::requirements(read, procurement)?.into_iter().map(|r| {
        let home = r.section.as_deref().and_then(|id| sections.iter().find(|(place, _)| place.id == id));
        RequirementRow {
            number: r.label(),
            id: r.id,
            section_number: home.map(|(place, _)| place.number.clone()).unwrap_or_default(),
            section_title: home.map(|(_, section)| section.title.clone()).unwrap_or_default(),
            section: r.section,
            level: r.level,
            text: r.text,
        }
    });
    Ok(rows.collect())
}

impl RequirementRow {
    /// Whether it belongs to the section.
    pub(crate) fn is_in(&self, section: &str) -> bool {
        self.section.as_deref() == Some(section)
    }
}

pub(crate) fn list(call: &Call<'_>, args: InProcurement) -> Result<Vec<RequirementRow>> {
    call.read(|read| rows(read, &args.procurement))
}

fn op(call: &Call<'_>, name: &'static str, id: &str) -> Result<Op> {
    let stored: Requirement = call.read(|read| read.get(id))?;
    Ok(Op::new(name).what(stored.label()).scope(stored.procurement))
}

pub(crate) fn add(call: &Call<'_>, args: NewRequirement) -> Result<Numbered> {
    let next = call.read(|read| requirement::next_label(read, &args.procurement))?;
    let op = Op::new("requirement-add").what(next).scope(&args.procurement);
    let added = call.write(op, |tx| {
        let NewRequirement { procurement, section, level, text, after } = &args;
        requirement::add_requirement(tx, procurement, section.as_deref(), *level, text, after.as_deref())
    })?;
    Ok(Numbered { number: added.label(), id: added.id })
}

pub(crate) fn set(call: &Call<'_>, args: EditRequirement) -> Result<Nothing> {
    let op = op(call, "requirement-edit", &args.id)?;
    let only_text = args.level.is_none() && args.section.is_none();
    let op = if only_text { op.burst(format!("requirement.{}.text", args.id)) } else { op };
    call.write(op, |tx| {
        let section = args.section.as_ref().map(Option::as_deref);
        requirement::edit_requirement(tx, &args.id, args.level, args.text.as_deref(), section)
    })?;
    Ok(Nothing {})
}

pub(crate) fn remove(call: &Call<'_>, args: Id) -> Result<Nothing> {
    let op = op(call, "requirement-remove", &args.id)?;
    call.write(op, |tx| requirement::remove_requirement(tx, &args.id))?;
    Ok(Nothing {})
}

pub(crate) fn shift(call: &Call<'_>, args: MoveRequirement) -> Result<Nothing> {
    let op = op(call, "requirement-move", &args.id)?;
    call.write(op, |tx| requirement::move_requirement(tx, &args.id, args.after.as_deref()))?;
    Ok(Nothing {})
}
