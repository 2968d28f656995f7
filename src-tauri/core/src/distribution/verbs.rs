//! What can be done to distributions.

use chrono::{NaiveDateTime, Timelike as _};

use super::knowledge::Knowledge;
use super::{
    files, lines, of, shared_items, Distribution, FileKind, HandedFile, ItemKind, Line, Means, SharedItem, State,
};
use crate::bidder;
use crate::calendar::{in_japan, Moment};
use crate::journal::Tx;
use crate::procurement::{line, needed_name, FactKey, Facts};
use crate::rfp::release::Release;
use crate::storage::{position, Read};
use crate::{Error, Result};

/// Longest note, in characters.
const LONGEST: usize = 4_000;

/// A file that was made and kept, on its way to its row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    /// What it is.
    pub kind: FileKind,
    /// File name.
    pub name: String,
    /// Size.
    pub bytes: usize,
    /// Under what its bytes are kept.
    pub sha256: String,
}

/// What is made ready for one bidder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// For whom.
    pub bidder: String,
    /// Company and person as the papers name them.
    pub addressee: String,
    /// Address of the mail.
    pub mail: String,
    /// Subject of the mail.
    pub subject: String,
    /// Words of the mail.
    pub body: String,
    /// Keys of the releases and shared items in it.
    pub items: Vec<String>,
    /// Its files.
    pub files: Vec<KeptFile>,
}

/// A file to be shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Its name in lists.
    pub title: String,
    /// File name.
    pub name: String,
    /// Size.
    pub bytes: usize,
    /// Under what it is kept.
    pub sha256: String,
    /// Whom it is meant for; empty for all.
    pub only_for: Vec<String>,
    /// The file it takes the place of.
    pub replaces: Option<String>,
}

/// Adds a file to what bidders are to know.
///
/// # Errors
/// Refused where it is empty, is meant for somebody who is no bidder, or takes the place of something else than a file.
pub fn add_file(tx: &mut Tx<'_>, procurement: &str, file: NewFile) -> Result<SharedItem> {
    if file.bytes == 0 {
        return Err(Error::say("error-share-empty").arg("name", file.name));
    }
    let bidders = bidder::of(tx, procurement)?;
    if let Some(stranger) = file.only_for.iter().find(|id| !bidders.iter().any(|bidder| bidder.id == **id)) {
        return Err(Error::NotFound { kind: "bidder", id: stranger.clone() });
    }
    if let Some(old) = &file.replaces {
        let old: SharedItem = tx.get(old)?;
        if old.procurement != procurement || old.kind != ItemKind::File {
            return Err(Error::say("error-share-other-kind").arg("name", old.title));
        }
    }
    let title = if file.title.trim().is_empty() { &file.name } else { &file.title };
    let item = SharedItem {
        id: tx.new_id(),
        procurement: procurement.into(),
        kind: ItemKind::File,
        question: None,
        replaces: file.replaces,
        title: needed_name(title)?,
        round: 0,
        shared_at: tx.at().to_owned(),
        only_for: file.only_for,
        snapshot: None,
        name: file.name,
        bytes: i64::try_from(file.bytes).unwrap_or(i64::MAX),
        sha256: file.sha256,
    };
    tx.insert(&item)?;
    Ok(item)
}

/// Removes a file that was shared by mistake and has been made ready for nobody.
///
/// # Errors
/// Refused for an answer, and for a file that is part of a distribution.
pub fn remove_file(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let item: SharedItem = tx.get(id)?;
    let used = tx.count::<Line>("WHERE shared_item = ?1", &[&id])? > 0;
    let replaced = tx.count::<SharedItem>("WHERE replaces = ?1", &[&id])? > 0;
    if item.kind != ItemKind::File || used || replaced {
        return Err(Error::say("error-share-in-use").arg("name", item.title));
    }
    tx.remove::<SharedItem>(id)
}

/// Keeps what was made ready for bidders. It counts as given once it is sent. What was made ready before and holds
/// nothing else gives way to it.
///
/// # Errors
/// Refused where an item is not meant for the bidder, or there is nothing in a pack.
pub fn prepare(tx: &mut Tx<'_>, procurement: &str, packs: Vec<Pack>) -> Result<Vec<String>> {
    let known = Knowledge::of(tx, procurement)?;
    let mut made = Vec::new();
    for pack in packs {
        let meant = known.everything(&pack.bidder);
        let strange = pack.items.iter().any(|id| !meant.iter().any(|item| item.id == *id));
        if strange || pack.items.is_empty() || pack.files.is_empty() {
            return Err(Error::say("error-distribution-moved").code("moved"));
        }
        give_way(tx, procurement, &pack)?;
        made.push(keep(tx, procurement, pack)?);
    }
    Ok(made)
}

/// Discards what was made ready for the same bidder and holds nothing that the new pack does not hold.
fn give_way(tx: &mut Tx<'_>, procurement: &str, pack: &Pack) -> Result<()> {
    let all = lines(tx, procurement)?;
    for old in of(tx, procurement)? {
        if old.bidder != pack.bidder || old.state != State::Prepared {
            continue;
        }
        let mut held = all.iter().filter(|line| line.distribution == old.id);
        if held.all(|line| line.item().is_some_and(|item| pack.items.iter().any(|id| id == item))) {
            take_out(tx, &old.id)?;
        }
    }
    Ok(())
}

fn keep(tx: &mut Tx<'_>, procurement: &str, pack: Pack) -> Result<String> {
    let distribution = Distribution {
        id: tx.new_id(),
        procurement: procurement.into(),
        bidder: pack.bidder,
        state: State::Prepared,
        prepared_at: tx.at().to_owned(),
        addressee: pack.addressee,
        mail: pack.mail,
        subject: pack.subject,
        body: pack.body,
        sent_at: None,
        means: Means::Unsaid,
        sent_by: String::new(),
        note: String::new(),
        unsent_at: None,
        unsent_reason: String::new(),
        received_at: None,
        receipt: String::new(),
    };
    tx.insert(&distribution)?;
    for item in pack.items {
        let release = tx.find::<Release>(&item)?.map(|release| release.id);
        let shared_item = release.is_none().then_some(item);
        let line = Line { id: tx.new_id(), distribution: distribution.id.clone(), release, shared_item };
        tx.insert(&line)?;
    }
    let mut last: Option<String> = None;
    for file in pack.files {
        let place = position::after_last(last.as_deref());
        let file = HandedFile {
            id: tx.new_id(),
            distribution: distribution.id.clone(),
            position: place.clone(),
            kind: file.kind,
            name: file.name,
            bytes: i64::try_from(file.bytes).unwrap_or(i64::MAX),
            sha256: file.sha256,
        };
        tx.insert(&file)?;
        last = Some(place);
    }
    Ok(distribution.id)
}

/// Discards what was made ready and not sent.
///
/// # Errors
/// Refused for what was sent, which stays.
pub fn discard(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    state_is(tx, id, State::Prepared)?;
    take_out(tx, id)
}

fn take_out(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    for line in tx.all::<Line>("WHERE distribution = ?1 ORDER BY id", &[&id])? {
        tx.remove::<Line>(&line.id)?;
    }
    for file in files(tx, id)? {
        tx.remove::<HandedFile>(&file.id)?;
    }
    tx.remove::<Distribution>(id)
}

fn state_is(tx: &Tx<'_>, id: &str, state: State) -> Result<Distribution> {
    let stored: Distribution = tx.get(id)?;
    if stored.state == state {
        return Ok(stored);
    }
    Err(Error::say(match stored.state {
        State::Prepared => "error-distribution-not-sent",
        State::Sent => "error-distribution-sent",
        State::Unsent => "error-distribution-unsent",
    })
    .arg("name", stored.addressee))
}

/// A stamp in UTC as the time in Japan.
fn japan_time(stamp: &str) -> Option<NaiveDateTime> {
    let at = chrono::DateTime::parse_from_rfc3339(stamp).ok()?;
    Some(in_japan(at.to_utc()).naive_local())
}

pub(crate) fn not_ahead(tx: &Tx<'_>, at: Moment) -> Result<()> {
    if japan_time(tx.at()).is_some_and(|now| at.earliest() > now) {
        return Err(Error::say("error-distribution-ahead"));
    }
    Ok(())
}

/// Refuses a sending before its files were made. The same minute or, without a time, the same day is fine.
fn not_before_prepared(stored: &Distribution, at: Moment) -> Result<()> {
    let minute = japan_time(&stored.prepared_at).and_then(|made| made.with_second(0)?.with_nanosecond(0));
    if minute.is_some_and(|made| at.latest() < made) {
        return Err(Error::say("error-distribution-before-prepared").arg("name", &stored.addressee));
    }
    Ok(())
}

/// Refuses a receipt before the sending, as far as the two can be told apart.
fn not_before_sent(stored: &Distribution, at: Moment) -> Result<()> {
    if stored.sent_at.is_some_and(|sent| at.latest() < sent.earliest()) {
        return Err(Error::say("error-distribution-before-sent").arg("name", &stored.addressee));
    }
    Ok(())
}

/// Who is taken to send where nobody is named: who works with the program or, where it was not told, the contact person of
/// the procurement. Empty where there is none.
pub fn sender(read: &Read<'_>, procurement: &str, actor: &str) -> Result<String> {
    if actor != "—" {
        return Ok(actor.into());
    }
    Ok(Facts::of(read, procurement)?.value(FactKey::ContactPerson).unwrap_or_default().into())
}

/// Records that it was sent, and by whom: from now on the bidder knows what is in it. Run it as a barrier.
///
/// # Errors
/// Refused where it was sent already or found unsent, where no means is said, for a moment that has not come, and for one
/// before it was made ready.
pub fn mark_sent(tx: &mut Tx<'_>, id: &str, at: Moment, means: Means, by: &str, note: &str) -> Result<()> {
    let stored = state_is(tx, id, State::Prepared)?;
    not_ahead(tx, at)?;
    not_before_prepared(&stored, at)?;
    if means == Means::Unsaid {
        return Err(Error::say("error-distribution-no-means"));
    }
    let typed = line(by)?;
    let sent_by = if typed.is_empty() { sender(tx, &stored.procurement, tx.actor())? } else { typed };
    let sent_at = Some(at);
    bidder::verbs::introduce(tx, &stored.bidder)?;
    tx.update(&Distribution { state: State::Sent, sent_at, means, sent_by, note: told(note)?, ..stored })
}

/// Records that it was not sent after all: its gaps are open again. The sending stays in the ledger. Run it as a barrier.
///
/// # Errors
/// Refused where it was not sent, or no reason is said.
pub fn not_sent_after_all(tx: &mut Tx<'_>, id: &str, reason: &str) -> Result<()> {
    let stored = state_is(tx, id, State::Sent)?;
    let reason = told(reason)?;
    if reason.is_empty() {
        return Err(Error::say("error-distribution-no-reason"));
    }
    let unsent_at = Some(tx.at().to_owned());
    tx.update(&Distribution { state: State::Unsent, unsent_at, unsent_reason: reason, ..stored })
}

/// Notes that the bidder confirmed it, and how.
///
/// # Errors
/// Refused where it was not sent, for a moment that has not come, and for one before the sending.
pub fn note_receipt(tx: &mut Tx<'_>, id: &str, at: Moment, receipt: &str) -> Result<()> {
    let stored = state_is(tx, id, State::Sent)?;
    not_ahead(tx, at)?;
    not_before_sent(&stored, at)?;
    tx.update(&Distribution { received_at: Some(at), receipt: line(receipt)?, ..stored })
}

fn told(typed: &str) -> Result<String> {
    let words = typed.trim().replace("\r\n", "\n");
    if words.chars().count() > LONGEST {
        return Err(Error::say("error-too-long").arg("limit", LONGEST));
    }
    Ok(words)
}

/// Removes all distributions of a procurement, and what was shared.
pub fn remove_all(tx: &mut Tx<'_>, procurement: &str) -> Result<()> {
    for distribution in of(tx, procurement)? {
        take_out(tx, &distribution.id)?;
    }
    for item in shared_items(tx, procurement)? {
        tx.remove::<SharedItem>(&item.id)?;
    }
    Ok(())
}
