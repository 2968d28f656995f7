//! What is done to a procurement as a whole, across its nouns.

use crate::bidder::course::Hearing;
use crate::journal::Tx;
use crate::l10n::Lang;
use crate::procurement::{verbs as procurement, Procurement};
use crate::{
    bidder, criterion, decision, distribution, evaluation, marking, proposal, question, required_item, rfp, sample,
};
use crate::{Error, Result};

/// Makes a procurement from an outline (`outline:<id>`), the sample, nothing (`empty`) or another procurement
/// (`procurement:<id>`).
///
/// # Errors
/// Refused where there is nothing of that name.
pub fn create(tx: &mut Tx<'_>, from: &str, title: &str, lang: Lang) -> Result<String> {
    let unknown = || Error::say("error-from").arg("from", from);
    let unfound = |cause: Error| if matches!(cause, Error::NotFound { .. }) { unknown() } else { cause };
    match from.split_once(':') {
        None if from == "empty" => procurement::create(tx, title, lang),
        None if from == "sample" => {
            let id = sample::plant(tx, lang)?;
            if !title.trim().is_empty() {
                procurement::rename(tx, &id, title)?;
            }
            Ok(id)
        }
        Some(("outline", outline)) => {
            let outline = rfp::outline::outline(tx, outline, lang).map_err(unfound)?;
            let id = procurement::create(tx, title, outline.lang)?;
            rfp::outline::plant(tx, &id, &outline)?;
            Ok(id)
        }
        Some(("procurement", other)) => copy(tx, &tx.get::<Procurement>(other).map_err(unfound)?, title),
        _ => Err(unknown()),
    }
}

/// Makes a procurement like another: its facts, text, requirements, criteria, evaluators and required items. Dates,
/// bidders and releases belong to the other alone.
fn copy(tx: &mut Tx<'_>, other: &Procurement, title: &str) -> Result<String> {
    let from = &other.id;
    let title = if title.trim().is_empty() { &other.title } else { title };
    let id = procurement::create(tx, title, other.lang)?;
    procurement::copy_facts(tx, from, &id)?;
    criterion::verbs::copy(tx, from, &id)?;
    evaluation::verbs::copy(tx, from, &id)?;
    required_item::verbs::copy(tx, from, &id)?;
    rfp::copy(tx, from, &id)?;
    Ok(id)
}

/// Removes a procurement with everything that belongs to it.
pub fn remove(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    decision::verbs::remove_all(tx, id)?;
    marking::removal::remove_all(tx, id)?;
    proposal::verbs::remove_all(tx, id)?;
    distribution::verbs::remove_all(tx, id)?;
    question::verbs::remove_all(tx, id)?;
    rfp::remove_all(tx, id)?;
    criterion::verbs::remove_all(tx, id)?;
    evaluation::verbs::remove_all(tx, id)?;
    required_item::verbs::remove_all(tx, id)?;
    bidder::verbs::remove_all(tx, id)?;
    procurement::remove(tx, id)
}

/// Removes a bidder.
///
/// # Errors
/// Refused where questions of it, distributions or notices to it, its proposal or marks that were handed in are on record,
/// or where it is decided on: it withdraws or is excluded instead.
pub fn remove_bidder(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let asked = tx.count::<question::Asker>("WHERE bidder = ?1", &[&id])?;
    let given = tx.count::<distribution::Distribution>("WHERE bidder = ?1", &[&id])?;
    let proposed = tx.count::<proposal::Proposal>("WHERE bidder = ?1", &[&id])?;
    let told = tx.count::<decision::Notice>("WHERE bidder = ?1", &[&id])?;
    let decided = tx.count::<decision::Decision>("WHERE bidder = ?1 OR reserve = ?1", &[&id])?;
    if asked + given + proposed + told + decided > 0 {
        let name = bidder::verbs::vendor_of(tx, id)?.name;
        return Err(Error::say("error-bidder-on-record").arg("name", name));
    }
    for point in tx.all::<decision::DiscussionPoint>("WHERE bidder = ?1", &[&id])? {
        tx.update(&decision::DiscussionPoint { bidder: None, ..point })?;
    }
    marking::removal::remove_of_bidder(tx, id)?;
    bidder::verbs::remove(tx, id)
}

/// Removes a proposal that was recorded by mistake.
///
/// # Errors
/// Refused where a sheet that was handed in judges it.
pub fn remove_proposal(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    marking::removal::may_go(tx, &tx.get::<proposal::Proposal>(id)?.bidder)?;
    proposal::verbs::remove(tx, id)
}

/// Removes a hearing. The questions that came up in it stay, and were then asked in a meeting.
pub fn remove_hearing(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    for asker in tx.all::<question::Asker>("WHERE hearing = ?1", &[&id])? {
        tx.update(&question::Asker { hearing: None, ..asker })?;
    }
    tx.remove::<Hearing>(id)
}
