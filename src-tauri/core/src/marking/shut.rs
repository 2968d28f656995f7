//! Files that tell a price stay shut while prices are closed, whatever they are called in the meantime.

use chrono::NaiveDate;

use super::sheet::price_open;
use crate::journal::Tx;
use crate::l10n::Lang;
use crate::proposal::{estimate, verbs, Estimate, FileKind, Proposal, ProposalFile};
use crate::storage::Read;
use crate::{Error, Result};

/// Whether a file tells a price: it is an estimate, or an estimate was read from it.
pub fn tells_price(read: &Read<'_>, file: &ProposalFile) -> Result<bool> {
    Ok(file.kind == FileKind::Estimate || read.count::<Estimate>("WHERE file = ?1", &[&file.id])? > 0)
}

/// Whether a file is not to be looked at: it tells a price, and prices are closed.
pub fn is_shut(read: &Read<'_>, file: &ProposalFile) -> Result<bool> {
    let proposal: Proposal = read.get(&file.proposal)?;
    Ok(tells_price(read, file)? && !price_open(read, &proposal.procurement)?)
}

/// Sets `kind`, `name`, `note` or `received_at` of a file.
///
/// # Errors
/// Refused for another kind of a file that is shut: it would be open under it.
pub fn set_file(tx: &mut Tx<'_>, id: &str, field: &str, typed: &str, (today, lang): (NaiveDate, Lang)) -> Result<()> {
    let file: ProposalFile = tx.get(id)?;
    if field == "kind" && typed != FileKind::Estimate.word() && is_shut(tx, &file)? {
        return Err(Error::say("error-file-shut").arg("name", file.name));
    }
    verbs::set_file(tx, id, field, typed, today, lang)
}

/// Sets `dated`, `received_at`, `reason` or `file` of an estimate.
pub fn set_estimate(
    tx: &mut Tx<'_>,
    id: &str,
    field: &str,
    typed: &str,
    (today, lang): (NaiveDate, Lang),
) -> Result<()> {
    let stored: Estimate = tx.get(id)?;
    if field == "file" {
        stay_shut(tx, &stored)?;
    }
    estimate::set(tx, id, field, typed, today, lang)
}

/// Takes the latest estimate out; the one before holds again.
///
/// # Errors
/// Refused for one that was followed by another.
pub fn remove_estimate(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let stored: Estimate = tx.get(id)?;
    stay_shut(tx, &stored)?;
    estimate::remove(tx, id)
}

/// The file an estimate was read from is an estimate itself from now on, where prices are closed.
fn stay_shut(tx: &mut Tx<'_>, estimate: &Estimate) -> Result<()> {
    let Some(file) = &estimate.file else { return Ok(()) };
    let file: ProposalFile = tx.get(file)?;
    if file.kind != FileKind::Estimate && is_shut(tx, &file)? {
        tx.update(&ProposalFile { kind: FileKind::Estimate, ..file })?;
    }
    Ok(())
}
