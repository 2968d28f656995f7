//! What can be done to proposals and their files.

use chrono::NaiveDate;

use super::amount::typed_heads;
use super::receipt::Deadline;
use super::{check, estimate, files, of_bidder, FileKind, LateRuling, Proposal, ProposalFile};
use crate::bidder::course::{steps, Reason, Step};
use crate::bidder::steps::{now, remove_step, take_step, typed_moment, NewStep};
use crate::bidder::verbs::vendor_of;
use crate::bidder::{Bidder, Status};
use crate::calendar::{self, Moment};
use crate::distribution::Means;
use crate::journal::Tx;
use crate::l10n::Lang;
use crate::place::at_end;
use crate::procurement::{cannot_read, line, needed_name, Facts};
use crate::vendor::verbs::LARGEST_FILE;
use crate::{Error, Result};

/// Longest words about a proposal, in characters.
const LONG: usize = 4_000;

/// Records that a bidder's proposal came, at `received_at` or now, and takes the bidder's step with it.
///
/// # Errors
/// Refused where its proposal is recorded already.
pub fn add(tx: &mut Tx<'_>, bidder: &str, received_at: Option<Moment>, means: Means) -> Result<String> {
    let stored: Bidder = tx.get(bidder)?;
    if of_bidder(tx, bidder)?.is_some() {
        let name = vendor_of(tx, bidder)?.name;
        return Err(Error::say("error-proposal-twice").arg("name", name));
    }
    let received_at = received_at.unwrap_or_else(|| now(tx));
    let id = tx.new_id();
    tx.insert(&Proposal {
        id: id.clone(),
        procurement: stored.procurement,
        bidder: bidder.into(),
        received_at,
        means,
        late_ruling: LateRuling::Open,
        late_reason: String::new(),
        receipt_at: None,
        valid_until: None,
        staff: String::new(),
        leads: String::new(),
        busy_extra: String::new(),
        team: String::new(),
        summary: String::new(),
    })?;
    if !stored.status.has_proposed() {
        let step = NewStep { status: Status::Received, at: received_at, note: "", reason: Reason::Unsaid, volume: "" };
        take_step(tx, bidder, step)?;
    }
    Ok(id)
}

/// Sets `received_at`, `means`, `receipt_at`, `valid_until`, `staff`, `leads`, `busy_extra`, `team`, `summary` or
/// `late_reason` to what was typed.
///
/// # Errors
/// A sentence where it cannot be read.
pub fn set(tx: &mut Tx<'_>, id: &str, field: &str, typed: &str, today: NaiveDate, lang: Lang) -> Result<()> {
    let mut proposal: Proposal = tx.get(id)?;
    let empty = typed.trim().is_empty();
    match field {
        "received_at" => {
            let at = typed_moment(typed, Some(proposal.received_at), today, lang)?;
            if let Some(step) = step_of(tx, &proposal)? {
                // Taken anew, so that the steps before it keep their order.
                remove_step(tx, &step.id)?;
                let (status, note, reason) = (step.status, step.note.as_str(), step.reason);
                take_step(tx, &proposal.bidder, NewStep { status, at, note, reason, volume: "" })?;
            }
            proposal.received_at = at;
        }
        "means" => proposal.means = means(typed)?,
        "receipt_at" => {
            proposal.receipt_at =
                if empty { None } else { Some(typed_moment(typed, proposal.receipt_at, today, lang)?) };
        }
        "valid_until" => {
            let read = |typed| calendar::read_day(typed, today).map_err(|unread| cannot_read(unread, typed, lang));
            proposal.valid_until = if empty { None } else { Some(read(typed)?) };
        }
        "staff" => proposal.staff = typed_heads(typed)?,
        "leads" => proposal.leads = typed_heads(typed)?,
        "busy_extra" => proposal.busy_extra = typed_heads(typed)?,
        "team" => proposal.team = long(typed)?,
        "summary" => proposal.summary = long(typed)?,
        "late_reason" => {
            if empty && proposal.late_ruling != LateRuling::Open {
                return Err(Error::say("error-late-reason"));
            }
            proposal.late_reason = line(typed)?;
        }
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    tx.update(&proposal)
}

/// Decides about a proposal that came after the deadline, or takes the decision back.
///
/// # Errors
/// Refused without a reason, and for one that came in time.
pub fn rule(tx: &mut Tx<'_>, id: &str, ruling: LateRuling, reason: &str) -> Result<()> {
    let stored: Proposal = tx.get(id)?;
    let reason = line(reason)?;
    if ruling != LateRuling::Open {
        if !Deadline::of(&Facts::of(tx, &stored.procurement)?).punctuality(stored.received_at).can_be_ruled() {
            return Err(Error::say("error-late-in-time"));
        }
        if reason.is_empty() {
            return Err(Error::say("error-late-reason"));
        }
    }
    tx.update(&Proposal { late_ruling: ruling, late_reason: reason, ..stored })
}

/// Takes a proposal out of the record, with its files, estimates, checks and answers, and the bidder's step.
pub fn remove(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let proposal: Proposal = tx.get(id)?;
    clear(tx, &proposal)?;
    match step_of(tx, &proposal)? {
        Some(step) => remove_step(tx, &step.id),
        None => Ok(()),
    }
}

fn clear(tx: &mut Tx<'_>, proposal: &Proposal) -> Result<()> {
    check::remove_all(tx, &proposal.id)?;
    estimate::remove_all(tx, &proposal.id)?;
    for file in files(tx, &proposal.id)? {
        tx.remove::<ProposalFile>(&file.id)?;
    }
    tx.remove::<Proposal>(&proposal.id)
}

/// Removes the proposals of a procurement that goes as a whole.
pub fn remove_all(tx: &mut Tx<'_>, procurement: &str) -> Result<()> {
    for proposal in super::proposals(tx, procurement)? {
        clear(tx, &proposal)?;
    }
    Ok(())
}

/// The step that was taken when the proposal came; none where it is the only one.
fn step_of(tx: &Tx<'_>, proposal: &Proposal) -> Result<Option<Step>> {
    let all = steps(tx, &proposal.bidder)?;
    if all.len() < 2 {
        return Ok(None);
    }
    Ok(all.into_iter().find(|step| step.status == Status::Received && step.at == proposal.received_at))
}

/// Keeps a file of a proposal whose bytes are in the library already, under their SHA-256.
pub fn add_file(
    tx: &mut Tx<'_>,
    proposal: &str,
    kind: Option<FileKind>,
    name: &str,
    bytes: u64,
    sha256: &str,
    bound: bool,
) -> Result<String> {
    let stored: Proposal = tx.get(proposal)?;
    let held = files(tx, &stored.id)?;
    let name = needed_name(name)?;
    let id = tx.new_id();
    tx.insert(&ProposalFile {
        id: id.clone(),
        proposal: stored.id,
        position: at_end(&held),
        kind: kind.unwrap_or_else(|| kind_of(&name)),
        name,
        bytes: i64::try_from(bytes).map_err(|_| Error::say("error-file-large").arg("most", LARGEST_FILE >> 20))?,
        sha256: sha256.into(),
        received_at: now(tx),
        note: String::new(),
        bound,
    })?;
    estimate::name_file(tx, proposal)?;
    Ok(id)
}

/// Sets `kind`, `name`, `note` or `received_at` of a file.
pub fn set_file(tx: &mut Tx<'_>, id: &str, field: &str, typed: &str, today: NaiveDate, lang: Lang) -> Result<()> {
    let mut file: ProposalFile = tx.get(id)?;
    match field {
        "kind" => {
            file.kind = FileKind::ALL
                .into_iter()
                .find(|kind| kind.word() == typed)
                .ok_or_else(|| Error::say("error-choice").arg("typed", typed))?;
        }
        "name" => file.name = needed_name(typed)?,
        "note" => file.note = line(typed)?,
        "received_at" => file.received_at = typed_moment(typed, Some(file.received_at), today, lang)?,
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    tx.update(&file)?;
    estimate::name_file(tx, &file.proposal)
}

/// Takes a file out of a proposal. An estimate that was read from it stays.
pub fn remove_file(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let file: ProposalFile = tx.get(id)?;
    estimate::forget_file(tx, &file)?;
    tx.remove::<ProposalFile>(id)
}

/// What a file is, as its name says.
fn kind_of(name: &str) -> FileKind {
    let name = name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["見積", "estimate", "quot"]) {
        FileKind::Estimate
    } else if has(&["回答", "response"]) {
        FileKind::Response
    } else if has(&["提案", "proposal"]) {
        FileKind::Proposal
    } else if has(&[".jpg", ".jpeg", ".png", ".heic", ".webp", ".tif", ".gif"]) {
        FileKind::Scan
    } else {
        FileKind::Other
    }
}

fn means(word: &str) -> Result<Means> {
    serde_json::from_value(word.into()).map_err(|_| Error::say("error-choice").arg("typed", word))
}

/// Words of several lines, of bearable length.
pub(super) fn long(typed: &str) -> Result<String> {
    let text = typed.replace("\r\n", "\n").trim_end().to_owned();
    if text.chars().count() > LONG {
        return Err(Error::say("error-too-long").arg("limit", LONG));
    }
    Ok(text)
}
