//! The register of questions: filtered, sorted and counted by light rows, so that ten thousand of them are at hand at once.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::types::ValueRef;
use serde::de::value::{Error as NoWord, StrDeserializer};
use serde::de::IntoDeserializer as _;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::about::Places;
use super::late::{deadline, is_late};
use super::{Late, Share, State};
use crate::bidder;
use crate::calendar::Moment;
use crate::journal::{place, Place};
use crate::l10n::{company_fold, fold};
use crate::procurement::Facts;
use crate::storage::Read;
use crate::Result;

/// Which questions. What is left out does not narrow.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
#[ts(rename = "QuestionFilter", optional_fields)]
pub struct Filter {
    /// Of this state.
    pub state: Option<State>,
    /// Asked by this bidder.
    pub bidder: Option<String>,
    /// About this section.
    pub section: Option<String>,
    /// Came after the deadline.
    pub late: Option<bool>,
    /// Shared with all, or with the asker alone.
    pub share: Option<Share>,
    /// Should have been answered by now.
    pub overdue: Option<bool>,
    /// All these words, in wording, answer or the words of who asked.
    pub text: Option<String>,
}

/// By what the register is sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(rename = "QuestionOrder")]
pub enum Order {
    /// By number.
    #[default]
    Number,
    /// By how far it has come.
    State,
    /// By section.
    Section,
    /// By who asked first.
    Asker,
    /// By when it was asked first.
    Received,
    /// By when the answer is wanted; those without a day last.
    Due,
}

/// How many questions of each state the rest of a filter leaves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "QuestionCounts")]
pub struct Counts {
    /// All but the merged ones.
    pub all: usize,
    /// Asked, and to be answered.
    pub open: usize,
    /// With an answer.
    pub drafted: usize,
    /// Approved.
    pub approved: usize,
    /// Shared.
    pub shared: usize,
    /// Told by another.
    pub merged: usize,
}

/// A question in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Key.
    pub id: String,
    /// When it was first asked; none where nobody is known.
    pub received: Option<Moment>,
    /// Who asked, each once, in the order they asked.
    pub bidders: Vec<String>,
    /// It came after the deadline.
    pub late: bool,
    number: i64,
    state: State,
    share: Share,
    section: Option<String>,
    due: String,
    decided: Late,
}

/// The questions of a procurement as they were read, and how far the journal was then: as long as nothing is written they
/// need not be read again to be sorted another way.
#[derive(Debug)]
pub struct Kept {
    procurement: String,
    at: Place,
    entries: Vec<Entry>,
}

/// The register as it was asked for.
#[derive(Debug, Clone)]
pub struct Register<'k> {
    /// The questions in their order.
    pub entries: Vec<&'k Entry>,
    /// How many of each state the rest of the filter leaves.
    pub counts: Counts,
}

impl Entry {
    /// Whether the day the answer was wanted for has passed without an answer that may be shared.
    fn is_overdue(&self, today: &str) -> bool {
        !self.due.is_empty() && self.due.as_str() < today && self.waits()
    }

    fn waits(&self) -> bool {
        matches!(self.state, State::Open | State::Drafted) && self.decided != Late::Declined
    }

    /// All of the filter but the state.
    fn fits(&self, filter: &Filter, today: &str) -> bool {
        filter.bidder.as_ref().is_none_or(|bidder| self.bidders.contains(bidder))
            && filter.section.as_ref().is_none_or(|section| self.section.as_ref() == Some(section))
            && filter.late.is_none_or(|late| self.late == late)
            && filter.share.is_none_or(|share| self.share == share)
            && filter.overdue.is_none_or(|overdue| self.is_overdue(today) == overdue)
    }
}

/// The questions of a procurement that a filter leaves, sorted.
pub fn register<'k>(
    read: &Read<'_>,
    kept: &'k Kept,
    filter: &Filter,
    order: Order,
    falling: bool,
    (places, today): (&Places, NaiveDate),
) -> Result<Register<'k>> {
    let today = today.to_string();
    let hits = hits(read, kept, filter.text.as_deref().unwrap_or_default())?;
    let mut entries: Vec<&Entry> = kept.entries.iter().filter(|entry| entry.fits(filter, &today)).collect();
    if let Some(hits) = hits {
        entries.retain(|entry| hits.contains(entry.id.as_str()));
    }
    let counts = count(entries.iter().copied());
    // What another question tells is shown where it is asked for.
    entries.retain(|entry| filter.state.map_or(entry.state != State::Merged, |state| entry.state == state));
    sort(read, &kept.procurement, &mut entries, order, places)?;
    if falling {
        entries.reverse();
    }
    Ok(Register { entries, counts })
}

/// What wants to be done about the questions of a procurement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// How many of each state.
    pub counts: Counts,
    /// Still to be answered, the day of each where one was set.
    pub waiting: Vec<String>,
    /// Came late, and nobody has decided yet.
    pub undecided: usize,
    /// The first and the last day one was asked; none where no day is known.
    pub asked: Option<(NaiveDate, NaiveDate)>,
}

impl Kept {
    /// The questions of a procurement as they stand now. `before` is what was kept last, of whichever procurement.
    pub fn renewed(read: &Read<'_>, procurement: &str, before: Option<Self>) -> Result<Self> {
        let at = place(read)?;
        match before.filter(|kept| kept.procurement == procurement && kept.at == at) {
            Some(kept) => Ok(kept),
            None => Ok(Self { entries: entries(read, procurement)?, procurement: procurement.into(), at }),
        }
    }

    /// What wants to be done about them.
    pub fn standing(&self) -> Standing {
        let days = || self.entries.iter().filter_map(|entry| entry.received).map(|received| received.date);
        let undecided = |entry: &&Entry| entry.late && entry.decided == Late::Undecided && entry.waits();
        Standing {
            counts: count(&self.entries),
            waiting: self.entries.iter().filter(|entry| entry.waits()).map(|entry| entry.due.clone()).collect(),
            undecided: self.entries.iter().filter(undecided).count(),
            asked: days().min().zip(days().max()),
        }
    }
}

/// What wants to be done about the questions of a procurement.
pub fn standing(read: &Read<'_>, procurement: &str) -> Result<Standing> {
    Ok(Kept::renewed(read, procurement, None)?.standing())
}

fn count<'e>(entries: impl IntoIterator<Item = &'e Entry>) -> Counts {
    let mut counts = Counts::default();
    for entry in entries {
        let field = match entry.state {
            State::Open if entry.decided == Late::Declined => None,
            State::Open => Some(&mut counts.open),
            State::Drafted => Some(&mut counts.drafted),
            State::Approved => Some(&mut counts.approved),
            State::Shared => Some(&mut counts.shared),
            State::Merged => Some(&mut counts.merged),
        };
        if let Some(field) = field {
            *field += 1;
        }
        counts.all += usize::from(entry.state != State::Merged);
    }
    counts
}

fn entries(read: &Read<'_>, procurement: &str) -> Result<Vec<Entry>> {
    let until = deadline(&Facts::of(read, procurement)?);
    let mut statement = read.conn.prepare_cached(include_str!("register.sql"))?;
    let mut rows = statement.query([procurement])?;
    let mut entries = Vec::new();
    let mut told: Vec<(usize, String)> = Vec::new();
    while let Some(row) = rows.next()? {
        if let Some(teller) = row.get(7)? {
            told.push((entries.len(), teller));
        }
        entries.push(Entry {
            id: row.get(0)?,
            number: row.get(1)?,
            state: word(row.get_ref(2)?)?,
            share: word(row.get_ref(3)?)?,
            section: row.get(4)?,
            due: row.get(5)?,
            decided: word(row.get_ref(6)?)?,
            received: None,
            bidders: Vec::new(),
            late: false,
        });
    }
    let places: HashMap<String, usize> = entries.iter().enumerate().map(|(at, entry)| (entry.id.clone(), at)).collect();
    let tellers: HashMap<usize, usize> =
        told.into_iter().filter_map(|(at, teller)| Some((at, *places.get(&teller)?))).collect();
    let mut statement = read.conn.prepare_cached(include_str!("register_askers.sql"))?;
    let mut rows = statement.query([procurement])?;
    let mut asked: Vec<(String, String, usize, String)> = Vec::new();
    while let Some(row) = rows.next()? {
        if let Some(at) = places.get(row.get_ref(0)?.as_str().unwrap_or_default()) {
            asked.push((row.get(2)?, row.get(3)?, *at, row.get(1)?));
        }
    }
    asked.sort();
    for (received, _, own, bidder) in asked {
        let received: Option<Moment> = received.parse().ok();
        for at in std::iter::once(own).chain(tellers.get(&own).copied()) {
            let entry = &mut entries[at];
            if !entry.bidders.contains(&bidder) {
                entry.bidders.push(bidder.clone());
            }
            if entry.received.is_none() {
                entry.received = received;
                entry.late = received.is_some_and(|received| is_late(received, until));
            }
        }
    }
    Ok(entries)
}

/// The questions in which all words of a text stand; none where there is no word.
fn hits(read: &Read<'_>, kept: &Kept, text: &str) -> Result<Option<HashSet<String>>> {
    let mut found: Option<HashSet<String>> = None;
    for word in fold(text).split_whitespace() {
        let mut statement = read.conn.prepare_cached(include_str!("register_search.sql"))?;
        let having = statement.query_map([kept.procurement.as_str(), word], |row| row.get(0))?;
        let mut having = having.collect::<rusqlite::Result<HashSet<String>>>()?;
        having.retain(|id| found.as_ref().is_none_or(|found| found.contains(id)));
        found = Some(having);
    }
    Ok(found)
}

/// A choice as it is stored.
pub(super) fn word<'de, T: Deserialize<'de>>(stored: ValueRef<'de>) -> Result<T> {
    let word: StrDeserializer<'de, NoWord> = stored.as_str().unwrap_or_default().into_deserializer();
    Ok(T::deserialize(word).map_err(<serde_json::Error as serde::de::Error>::custom)?)
}

fn sort(read: &Read<'_>, procurement: &str, entries: &mut [&Entry], order: Order, places: &Places) -> Result<()> {
    match order {
        Order::Number => entries.sort_by_key(|entry| entry.number),
        Order::State => entries.sort_by_key(|entry| (entry.state, entry.number)),
        Order::Section => {
            entries.sort_by_cached_key(|entry| (places.order(entry.section.as_deref()), entry.number));
        }
        Order::Asker => {
            let names: HashMap<String, String> = bidder::with_vendors(read, procurement)?
                .into_iter()
                .map(|(bidder, vendor)| {
                    let by = if vendor.reading.is_empty() { company_fold(&vendor.name) } else { fold(&vendor.reading) };
                    (bidder.id, by)
                })
                .collect();
            entries
                .sort_by_cached_key(|entry| (entry.bidders.first().and_then(|bidder| names.get(bidder)), entry.number));
        }
        Order::Received => entries.sort_by_key(|entry| (entry.received.map(Moment::earliest), entry.number)),
        Order::Due => {
            entries.sort_by(|a, b| (a.due.is_empty(), &a.due, a.number).cmp(&(b.due.is_empty(), &b.due, b.number)));
        }
    }
    Ok(())
}
