//! Commands about the RFP as a whole.

use sentei_core::journal::Op;
use sentei_core::rfp::change::{self, Change};
use sentei_core::rfp::field::{self, DrawnShown, FieldShown};
use sentei_core::rfp::find::{self, Found, Skipped};
use sentei_core::rfp::release::{self, latest};
use sentei_core::rfp::{completeness, snapshot};
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
            counts: RfpCounts { optional: seen.optional, requirements: seen.requirements, sections: seen.rows.len() },
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
            blocks: field::drawn(&now, latest.as_ref().map(|latest| &latest.snapshot)),
        })
    })
}

pub(crate) fn findings(call: &Call<'_>, args: InProcurement) -> Result<Vec<Finding>> {
    call.read(|read| {
        let calendar = overview::calendar(read)?;
        completeness::findings(read, &args.procurement, &calendar, call.today(), call.lang())
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
