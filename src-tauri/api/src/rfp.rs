//! Commands about the RFP as a whole.

use std::path::Path;

use sentei_core::journal::Op;
use sentei_core::rfp::change::{self, Change};
use sentei_core::rfp::field::{self, DrawnShown, FieldShown};
use sentei_core::rfp::find::{self, Found, Skipped};
use sentei_core::rfp::release::{self, latest};
use sentei_core::rfp::section::{self, Edit};
use sentei_core::rfp::{completeness, snapshot, DEEPEST};
use sentei_core::richtext::replace::Pattern;
use sentei_core::{overview, Error, Finding, Result, Text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::InProcurement;
use crate::release::ReleaseRow;
use crate::section::{overview_of, SectionRow};
use crate::Call;

/// The RFP: its tree, what is missing, its releases.
#[derive(Debug, Serialize, TS)]
pub struct Rfp {
    sections: Vec<SectionRow>,
    findings: Vec<Finding>,
    counts: RfpCounts,
    /// Oldest first.
    releases: Vec<ReleaseRow>,
    addendum_due: Option<AddendumDue>,
}

/// Figures about the RFP.
#[derive(Debug, Serialize, TS)]
pub struct RfpCounts {
    empty: usize,
    optional: usize,
    requirements: usize,
    sections: usize,
}

/// Something released has changed.
#[derive(Debug, Serialize, TS)]
pub struct AddendumDue {
    text: Text,
    changes: usize,
    /// Number of the release that is due.
    next: String,
}

/// Fields and drawn parts for the editor.
#[derive(Debug, Serialize, TS)]
pub struct RfpFields {
    fields: Vec<FieldShown>,
    blocks: Vec<DrawnShown>,
}

/// What to look for.
#[derive(Debug, Deserialize, TS)]
pub struct Sought {
    procurement: String,
    find: String,
    /// To the letter; otherwise case and width do not matter.
    #[ts(optional)]
    case: Option<bool>,
}

/// Where it was found.
#[derive(Debug, Serialize, TS)]
pub struct Hits {
    hits: Vec<Found>,
}

/// What to put in place of what.
#[derive(Debug, Deserialize, TS)]
pub struct Replacement {
    procurement: String,
    find: String,
    replace: String,
    #[ts(optional)]
    case: Option<bool>,
    /// Places that stay.
    #[ts(optional)]
    skip: Option<Vec<Skipped>>,
}

/// How many places were replaced.
#[derive(Debug, Serialize, TS)]
pub struct Replaced {
    replaced: usize,
}

pub(crate) fn get(call: &Call<'_>, args: InProcurement) -> Result<Rfp> {
    call.read(|read| {
        let seen = overview_of(read, call, &args.procurement)?;
        let releases = crate::release::rows(read, &args.procurement)?;
        let latest = latest(read, &args.procurement)?.filter(|_| seen.changes > 0);
        let addendum_due = match latest {
            Some(latest) => Some(AddendumDue {
                text: Text::new("changes-due").arg("number", &latest.number).arg("count", seen.changes),
                changes: seen.changes,
                next: release::next_number(read, &args.procurement)?,
            }),
            None => None,
        };
        Ok(Rfp {
            counts: RfpCounts {
                empty: seen.empty,
                optional: seen.optional,
                requirements: seen.requirements,
                sections: seen.rows.len(),
            },
            sections: seen.rows,
            findings: seen.findings,
            releases,
            addendum_due,
        })
    })
}

pub(crate) fn fields(call: &Call<'_>, args: InProcurement) -> Result<RfpFields> {
    call.read(|read| {
        let latest = latest(read, &args.procurement)?;
        let now = release::draft(read, &args.procurement, call.today())?;
        Ok(RfpFields {
            fields: field::fields(&now, latest.as_ref().map(|latest| &latest.snapshot)),
            blocks: field::drawn(&now),
        })
    })
}

pub(crate) fn findings(call: &Call<'_>, args: InProcurement) -> Result<Vec<Finding>> {
    call.read(|read| {
        let calendar = overview::calendar(read)?;
        completeness::findings(read, &args.procurement, &calendar, call.lang())
    })
}

pub(crate) fn changes(call: &Call<'_>, args: InProcurement) -> Result<Vec<Change>> {
    call.read(|read| {
        let Some(latest) = latest(read, &args.procurement)? else { return Ok(Vec::new()) };
        let now = snapshot::take(read, &args.procurement, &latest.number, latest.snapshot.issued)?;
        Ok(change::changes(&latest.snapshot, &now, call.lang()))
    })
}

fn pattern(find: &str, case: Option<bool>) -> Result<Pattern> {
    Pattern::new(find, case.unwrap_or(false)).ok_or_else(|| Error::say("error-find-empty").code("find-empty"))
}

pub(crate) fn find(call: &Call<'_>, args: Sought) -> Result<Hits> {
    let pattern = pattern(&args.find, args.case)?;
    Ok(Hits { hits: call.read(|read| find::find(read, &args.procurement, &pattern))? })
}

pub(crate) fn replace(call: &Call<'_>, args: Replacement) -> Result<Replaced> {
    let pattern = pattern(&args.find, args.case)?;
    let op = Op::new("rfp-replace").what(&args.find).scope(&args.procurement);
    let skip = args.skip.unwrap_or_default();
    let replaced = call.write(op, |tx| find::replace(tx, &args.procurement, &pattern, &args.replace, &skip))?;
    Ok(Replaced { replaced })
}

/// A file to take sections from.
#[derive(Debug, Deserialize, TS)]
pub struct ImportFile {
    procurement: String,
    /// Path of a .docx or .md file.
    file: String,
}

/// What was taken over.
#[derive(Debug, Serialize, TS)]
pub struct Imported {
    sections: usize,
    /// What was left out or changed.
    warnings: Vec<Text>,
}

/// Larger files are not read at all.
const LARGEST_FILE: u64 = 20_000_000;

pub(crate) fn import(call: &Call<'_>, args: ImportFile) -> Result<Imported> {
    let path = Path::new(&args.file);
    let named = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if std::fs::metadata(path)?.len() > LARGEST_FILE {
        return Err(Error::say("error-import-large").code("import-large").arg("limit", "20 MB"));
    }
    let found = sentei_papers::import::read(&named, &std::fs::read(path)?)?;
    let untitled = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let op = Op::new("rfp-import").what(&named).scope(&args.procurement);
    let sections = found.sections.len();
    call.write(op, |tx| {
        // The sections above the next one, a level each.
        let mut above: Vec<String> = Vec::new();
        for part in found.sections {
            above.truncate(usize::from(part.level.max(1)).min(DEEPEST) - 1);
            let title = if part.title.trim().is_empty() { &untitled } else { &part.title };
            let parent = above.last().map(String::as_str);
            let added = section::append_section(tx, &args.procurement, parent, title)?;
            let edit = Edit { body: Some(part.body), ..Edit::default() };
            section::edit_section(tx, &added.id, edit)?;
            above.push(added.id);
        }
        Ok(())
    })?;
    Ok(Imported { sections, warnings: found.warnings })
}
