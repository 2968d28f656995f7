//! Commands about sections.

use sentei_core::journal::Op;
use sentei_core::rfp::release::{latest, Release};
use sentei_core::rfp::section::{self, Direction, Edit};
use sentei_core::rfp::{self, change, completeness, snapshot, Section, SectionState};
use sentei_core::richtext::RichText;
use sentei_core::storage::Read;
use sentei_core::{overview, Finding, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::commands::{Id, Nothing};
use crate::requirement::{self, RequirementRow};
use crate::Call;

/// A section as the outline tree shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SectionRow {
    pub(crate) id: String,
    pub(crate) parent: Option<String>,
    pub(crate) depth: usize,
    pub(crate) number: String,
    pub(crate) title: String,
    pub(crate) state: SectionState,
    pub(crate) optional: bool,
    /// It reads otherwise than in the latest release.
    pub(crate) changed: bool,
    pub(crate) findings: usize,
}

/// A section with its text.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Section")]
pub struct SectionView {
    id: String,
    procurement: String,
    parent: Option<String>,
    number: String,
    chapter: Option<Chapter>,
    title: String,
    body: RichText,
    hint: String,
    optional: bool,
    optional_allowed: bool,
    optional_wording: String,
    done: bool,
    requirements: Vec<RequirementRow>,
    /// The text as it was released, where it has changed since.
    was: Option<Was>,
}

/// The chapter a section belongs to.
#[derive(Debug, Serialize, TS)]
pub struct Chapter {
    number: String,
    title: String,
}

/// A text as it was released.
#[derive(Debug, Serialize, TS)]
pub struct Was {
    /// Number of the release.
    number: String,
    body: RichText,
}

/// A new section.
#[derive(Debug, Deserialize, TS)]
pub struct NewSection {
    procurement: String,
    parent: Option<String>,
    /// The section it stands behind; first where there is none.
    after: Option<String>,
    title: String,
}

/// What of a section is to be changed.
#[derive(Debug, Deserialize, TS)]
pub struct EditSection {
    id: String,
    #[ts(optional)]
    title: Option<String>,
    #[ts(optional, as = "Option<RichText>")]
    body: Option<Value>,
    #[ts(optional)]
    optional: Option<bool>,
    #[ts(optional)]
    optional_wording: Option<String>,
    #[ts(optional)]
    done: Option<bool>,
}

/// A new place in the tree.
#[derive(Debug, Deserialize, TS)]
pub struct MoveSection {
    id: String,
    parent: Option<String>,
    after: Option<String>,
}

/// A move by one.
#[derive(Debug, Deserialize, TS)]
pub struct ShiftSection {
    id: String,
    direction: Direction,
}

/// What the rows of the tree are made from.
pub(crate) struct Overview {
    pub(crate) rows: Vec<SectionRow>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) changes: usize,
    pub(crate) optional: usize,
    pub(crate) requirements: usize,
}

/// All rows of the tree, with what else a reading of the whole RFP gives.
pub(crate) fn overview_of(read: &Read<'_>, call: &Call<'_>, procurement: &str) -> Result<Overview> {
    let calendar = overview::calendar(read)?;
    let findings = completeness::findings(read, procurement, &calendar, call.today(), call.lang())?;
    let counts = completeness::by_section(&findings);
    let (touched, changes) = match latest(read, procurement)? {
        Some(release) => {
            let now = snapshot::take(read, procurement, &release.number, release.snapshot.issued)?;
            let changes = change::changes(&release.snapshot, &now, call.lang());
            (change::touched(&changes), changes.len())
        }
        None => Default::default(),
    };
    let sections = section::sections(read, procurement)?;
    let required = rfp::requirement::requirements(read, procurement)?;
    let rows: Vec<SectionRow> = sections
        .iter()
        .map(|(place, stored)| SectionRow {
            id: place.id.clone(),
            parent: place.parent.clone(),
            depth: place.depth,
            number: place.number.clone(),
            title: stored.title.clone(),
            state: stored.state(
                sections.iter().any(|(other, _)| other.parent.as_ref() == Some(&place.id)),
                required.iter().any(|r| r.section.as_ref() == Some(&place.id)),
            ),
            optional: stored.optional,
            changed: touched.contains(&place.id),
            findings: counts.get(place.id.as_str()).copied().unwrap_or(0),
        })
        .collect();
    Ok(Overview {
        optional: rows.iter().filter(|row| row.optional).count(),
        requirements: required.len(),
        rows,
        findings,
        changes,
    })
}

pub(crate) fn get(call: &Call<'_>, args: Id) -> Result<SectionView> {
    call.read(|read| {
        let stored: Section = read.get(&args.id)?;
        let all = section::sections(read, &stored.procurement)?;
        let at = |id: &str| all.iter().find(|(place, _)| place.id == id);
        let number = at(&args.id).map(|(place, _)| place.number.clone()).unwrap_or_default();
        let mut chapter = None;
        let mut above = stored.parent.clone();
        while let Some((place, section)) = above.as_deref().and_then(at) {
            chapter = Some(Chapter { number: place.number.clone(), title: section.title.clone() });
            above.clone_from(&place.parent);
        }
        let was = latest(read, &stored.procurement)?.and_then(|release| was(&release, &stored));
        let mut requirements = requirement::rows(read, &stored.procurement)?;
        requirements.retain(|row| row.is_in(&args.id));
        Ok(SectionView {
            id: stored.id,
            procurement: stored.procurement,
            parent: stored.parent,
            number,
            chapter,
            title: stored.title,
            body: stored.body,
            hint: stored.hint,
            optional: stored.optional,
            optional_allowed: stored.optional_allowed,
            optional_wording: stored.optional_wording,
            done: stored.done,
            requirements,
            was,
        })
    })
}

fn was(release: &Release, now: &Section) -> Option<Was> {
    let shot = release.snapshot.section(&now.id)?;
    let body = if now.optional { RichText::plain(&now.optional_wording) } else { now.body.clone() };
    (shot.body != body).then(|| Was { number: release.number.clone(), body: shot.body.clone() })
}

pub(crate) fn add(call: &Call<'_>, args: NewSection) -> Result<Id> {
    let op = Op::new("section-add").what(&args.title).scope(&args.procurement);
    let added = call.write(op, |tx| {
        let NewSection { procurement, parent, after, title } = &args;
        section::add_section(tx, procurement, parent.as_deref(), after.as_deref(), title)
    })?;
    Ok(Id { id: added.id })
}

fn op(call: &Call<'_>, name: &'static str, id: &str) -> Result<(Op, String)> {
    let (what, procurement) = call.read(|read| section::named(read, id))?;
    Ok((Op::new(name).what(what).scope(&procurement), procurement))
}

pub(crate) fn set(call: &Call<'_>, args: EditSection) -> Result<Nothing> {
    let (mut op, _) = op(call, "section-edit", &args.id)?;
    let body = args.body.map(RichText::from_json).transpose()?;
    let field = match (&args.title, &body, &args.optional_wording) {
        (None, Some(_), None) => Some("body"),
        (Some(_), None, None) => Some("title"),
        (None, None, Some(_)) => Some("optional_wording"),
        _ => None,
    };
    if let Some(field) = field.filter(|_| args.optional.is_none() && args.done.is_none()) {
        op = op.burst(format!("section.{}.{field}", args.id));
    }
    let edit = Edit {
        title: args.title,
        body,
        optional: args.optional,
        optional_wording: args.optional_wording,
        done: args.done,
    };
    call.write(op, |tx| section::edit_section(tx, &args.id, edit))?;
    Ok(Nothing {})
}

pub(crate) fn place(call: &Call<'_>, args: MoveSection) -> Result<Nothing> {
    let (op, _) = op(call, "section-move", &args.id)?;
    call.write(op, |tx| section::move_section(tx, &args.id, args.parent.as_deref(), args.after.as_deref()))?;
    Ok(Nothing {})
}

pub(crate) fn shift(call: &Call<'_>, args: ShiftSection) -> Result<Nothing> {
    let (op, _) = op(call, "section-move", &args.id)?;
    call.write(op, |tx| section::shift_section(tx, &args.id, args.direction))?;
    Ok(Nothing {})
}

pub(crate) fn remove(call: &Call<'_>, args: Id) -> Result<Nothing> {
    let (op, _) = op(call, "section-remove", &args.id)?;
    call.write(op, |tx| section::remove_section(tx, &args.id))?;
    Ok(Nothing {})
}
