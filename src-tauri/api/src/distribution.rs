//! Commands about distributions: what is shared, what was sent, what was confirmed.

use std::path::Path;

use chrono::{NaiveDate, Timelike as _};
use sentei_core::calendar::{self, in_japan, Moment};
use sentei_core::distribution::knowledge::Knowledge;
use sentei_core::distribution::ledger::{brief, Entry};
use sentei_core::distribution::sharing::share_answers;
use sentei_core::distribution::verbs::{self, NewFile};
use sentei_core::distribution::{Distribution, FileKind, HandedFile, Means, SharedItem, State};
use sentei_core::journal::Op;
use sentei_core::l10n::Lang;
use sentei_core::procurement::cannot_read;
use sentei_core::{Error, Result};
use sentei_papers::{folder, valid_file_name};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Id, InProcurement, Nothing};
use crate::delivery::told_items;
use crate::ledger::entries;
use crate::sheet::stamped;
use crate::Call;

/// Largest file that is shared, in bytes.
const LARGEST: u64 = 50 << 20;

/// Questions whose answers are shared.
#[derive(Debug, Deserialize, TS)]
pub struct ShareQuestions {
    procurement: String,
    questions: Vec<String>,
}

/// What was shared.
#[derive(Debug, Serialize, TS)]
pub struct Shared {
    /// Which act of sharing it was.
    round: i64,
    count: usize,
}

/// A file to be shared.
#[derive(Debug, Deserialize, TS)]
pub struct ShareFile {
    procurement: String,
    path: String,
    /// Its name in lists; the file's where none is given.
    #[ts(optional)]
    title: Option<String>,
    /// Only these bidders; all where none are named.
    #[ts(optional)]
    only_for: Option<Vec<String>>,
    /// The file it takes the place of.
    #[ts(optional)]
    replaces: Option<String>,
}

/// Distributions that were sent.
#[derive(Debug, Deserialize, TS)]
pub struct SentDistributions {
    ids: Vec<String>,
    /// When, as typed; now where nothing was.
    #[ts(optional)]
    at: Option<String>,
    means: Means,
    /// By whom; who works with the program, or else the contact person, where nobody is named.
    #[ts(optional)]
    by: Option<String>,
    #[ts(optional)]
    note: Option<String>,
}

/// A distribution that was not sent after all.
#[derive(Debug, Deserialize, TS)]
pub struct UnsentDistribution {
    id: String,
    reason: String,
}

/// A receipt.
#[derive(Debug, Deserialize, TS)]
pub struct ReceivedDistribution {
    id: String,
    /// When, as typed; now where nothing was.
    #[ts(optional)]
    at: Option<String>,
    receipt: String,
}

/// Where the files of a distribution are to be written again.
#[derive(Debug, Deserialize, TS)]
pub struct ExportDistribution {
    id: String,
    to: String,
}

/// Files that were written.
#[derive(Debug, Serialize, TS)]
pub struct DistributionWritten {
    pub(crate) files: Vec<String>,
}

/// A distribution as it is listed.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Distribution")]
pub struct DistributionRow {
    id: String,
    bidder: String,
    /// With 御中.
    name: String,
    state: State,
    /// What it holds, in words.
    what: String,
    /// Keys of what it holds.
    items: Vec<String>,
    mail: String,
    subject: String,
    body: String,
    prepared: String,
    sent: String,
    sent_by: String,
    means: Means,
    note: String,
    unsent: String,
    unsent_reason: String,
    received: String,
    receipt: String,
    files: Vec<HandedRow>,
}

/// A file of a distribution.
#[derive(Debug, Serialize, TS)]
pub struct HandedRow {
    id: String,
    kind: FileKind,
    name: String,
    bytes: i64,
    sha256: String,
}

pub(crate) fn share(call: &Call<'_>, args: ShareQuestions) -> Result<Shared> {
    let op = Op::new("question-share").what(args.questions.len().to_string()).scope(&args.procurement);
    let shared = call.write(op, |tx| share_answers(tx, &args.procurement, &args.questions))?;
    Ok(Shared { round: shared.first().map_or(0, |item| item.round), count: shared.len() })
}

pub(crate) fn add_file(call: &Call<'_>, args: ShareFile) -> Result<Id> {
    let path = Path::new(&args.path);
    if path.metadata()?.len() > LARGEST {
        return Err(Error::say("error-share-large").arg("limit", LARGEST >> 20));
    }
    let bytes = std::fs::read(path)?;
    let name = valid_file_name(&path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default());
    let sha256 = call.library(|library| library.files().put(&bytes))?;
    let file = NewFile {
        title: args.title.unwrap_or_default(),
        bytes: bytes.len(),
        only_for: args.only_for.unwrap_or_default(),
        replaces: args.replaces,
        sha256,
        name,
    };
    let op = Op::new("shared-file-add").what(&file.name).scope(&args.procurement);
    let item = call.write(op, |tx| verbs::add_file(tx, &args.procurement, file))?;
    Ok(Id { id: item.id })
}

pub(crate) fn remove_file(call: &Call<'_>, args: Id) -> Result<Nothing> {
    let item: SharedItem = call.read(|read| read.get(&args.id))?;
    let op = Op::new("shared-file-remove").what(item.title).scope(item.procurement);
    call.write(op, |tx| verbs::remove_file(tx, &args.id))?;
    Ok(Nothing {})
}

pub(crate) fn list(call: &Call<'_>, args: InProcurement) -> Result<Vec<DistributionRow>> {
    let (known, mut all) =
        call.read(|read| Ok((Knowledge::of(read, &args.procurement)?, entries(read, &args.procurement)?)))?;
    all.reverse();
    Ok(all.into_iter().map(|entry| row(&known, entry, call.today(), call.lang())).collect())
}

pub(crate) fn get(call: &Call<'_>, args: Id) -> Result<DistributionRow> {
    let found = call.read(|read| {
        let procurement = read.get::<Distribution>(&args.id)?.procurement;
        let entry = entries(read, &procurement)?.into_iter().find(|entry| entry.distribution.id == args.id);
        Ok((Knowledge::of(read, &procurement)?, entry))
    })?;
    let (known, entry) = found;
    let entry = entry.ok_or(Error::NotFound { kind: "distribution", id: args.id })?;
    Ok(row(&known, entry, call.today(), call.lang()))
}

fn row(known: &Knowledge, entry: Entry, today: NaiveDate, lang: Lang) -> DistributionRow {
    let it = entry.distribution;
    let noted = |at: &str| stamped(at, today, lang);
    let told = |at: Option<Moment>| at.map(|at| brief(at, today, lang)).unwrap_or_default();
    DistributionRow {
        what: told_items(known, &entry.items, lang),
        prepared: noted(&it.prepared_at),
        sent: told(it.sent_at),
        unsent: it.unsent_at.as_deref().map(noted).unwrap_or_default(),
        received: told(it.received_at),
        id: it.id,
        bidder: it.bidder,
        name: it.addressee,
        state: it.state,
        items: entry.items,
        mail: it.mail,
        subject: it.subject,
        body: it.body,
        sent_by: it.sent_by,
        means: it.means,
        note: it.note,
        unsent_reason: it.unsent_reason,
        receipt: it.receipt,
        files: entry
            .files
            .into_iter()
            .map(|file| HandedRow {
                id: file.id,
                kind: file.kind,
                name: file.name,
                bytes: file.bytes,
                sha256: file.sha256,
            })
            .collect(),
    }
}

/// The moment that was typed, or now.
pub(crate) fn moment(call: &Call<'_>, typed: Option<&str>) -> Result<Moment> {
    match typed.map(str::trim).filter(|typed| !typed.is_empty()) {
        Some(typed) => {
            calendar::read(typed, call.today(), None).map_err(|unread| cannot_read(unread, typed, call.lang()))
        }
        None => {
            let now = in_japan(call.stamp().at).naive_local();
            // Moments of people are kept to the minute.
            let minute = now.with_second(0).and_then(|now| now.with_nanosecond(0)).unwrap_or(now);
            Ok(Moment { date: minute.date(), time: Some(minute.time()) })
        }
    }
}

/// An operation on a distribution, named by its addressee.
fn op(call: &Call<'_>, name: &'static str, id: &str) -> Result<Op> {
    let it: Distribution = call.read(|read| read.get(id))?;
    Ok(Op::new(name).what(it.addressee).scope(it.procurement))
}

pub(crate) fn sent(call: &Call<'_>, args: SentDistributions) -> Result<Nothing> {
    let at = moment(call, args.at.as_deref())?;
    let Some(first) = args.ids.first() else { return Ok(Nothing {}) };
    let stored: Distribution = call.read(|read| read.get(first))?;
    let (by, note) = (args.by.unwrap_or_default(), args.note.unwrap_or_default());
    let op = Op::new("distribution-send").what(args.ids.len().to_string()).scope(&stored.procurement).barrier();
    call.write(op, |tx| {
        args.ids.iter().try_for_each(|id| {
            if tx.get::<Distribution>(id)?.procurement != stored.procurement {
                return Err(Error::NotFound { kind: "distribution", id: id.clone() });
            }
            verbs::mark_sent(tx, id, at, args.means, &by, &note)
        })
    })?;
    Ok(Nothing {})
}

pub(crate) fn unsent(call: &Call<'_>, args: UnsentDistribution) -> Result<Nothing> {
    let op = op(call, "distribution-unsend", &args.id)?.barrier();
    call.write(op, |tx| verbs::not_sent_after_all(tx, &args.id, &args.reason))?;
    Ok(Nothing {})
}

pub(crate) fn receipt(call: &Call<'_>, args: ReceivedDistribution) -> Result<Nothing> {
    let at = moment(call, args.at.as_deref())?;
    let op = op(call, "distribution-receipt", &args.id)?;
    call.write(op, |tx| verbs::note_receipt(tx, &args.id, at, &args.receipt))?;
    Ok(Nothing {})
}

pub(crate) fn discard(call: &Call<'_>, args: Id) -> Result<Nothing> {
    call.write(op(call, "distribution-discard", &args.id)?, |tx| verbs::discard(tx, &args.id))?;
    Ok(Nothing {})
}

pub(crate) fn export(call: &Call<'_>, args: ExportDistribution) -> Result<DistributionWritten> {
    let files: Vec<HandedFile> = call.read(|read| {
        read.get::<Distribution>(&args.id)?;
        sentei_core::distribution::files(read, &args.id)
    })?;
    write_kept(call, files.into_iter().map(|file| (file.name, file.sha256)), &args.to)
}

/// Writes files that are kept into a folder, which is made where it is missing. Each by its name and hash.
pub(crate) fn write_kept(
    call: &Call<'_>,
    files: impl Iterator<Item = (String, String)>,
    to: &str,
) -> Result<DistributionWritten> {
    let read = |(name, sha256): (String, String)| Ok((name, call.library(|library| library.files().get(&sha256))?));
    let contents: Vec<(String, Vec<u8>)> = files.map(read).collect::<Result<_>>()?;
    let _ = std::fs::create_dir_all(to);
    let written = folder::write_all(Path::new(to), &contents)?;
    Ok(DistributionWritten { files: written.into_iter().map(|path| path.display().to_string()).collect() })
}
