//! What was done, as people read it.

use std::collections::BTreeMap;

use sentei_core::calendar::{self, Moment, Style};
use sentei_core::criterion::{judging::Judging, Criterion};
use sentei_core::evaluation::Evaluator;
use sentei_core::journal::{self, ColumnChange};
use sentei_core::l10n::{words, Lang};
use sentei_core::marking::sheet::{handed_in, part_of, price_open};
use sentei_core::marking::{CriterionChange, Mark};
use sentei_core::procurement::{self, word_shown, FactKey};
use sentei_core::proposal::{Estimate, EstimateLine, Proposal};
use sentei_core::richtext::RichText;
use sentei_core::storage::{Read, Record as _};
use sentei_core::{Result, Text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::sentence;
use crate::decision::stamped;
use crate::Call;

/// Which part of the history.
#[derive(Debug, Deserialize, TS)]
pub struct HistoryArgs {
    #[ts(optional)]
    procurement: Option<String>,
    /// Only operations before this number.
    #[ts(optional)]
    before: Option<i64>,
    #[ts(optional)]
    limit: Option<u32>,
}

/// A stretch of the history.
#[derive(Debug, Serialize, TS)]
pub struct History {
    entries: Vec<HistoryEntry>,
    more: bool,
}

/// One operation.
#[derive(Debug, Serialize, TS)]
pub struct HistoryEntry {
    seq: i64,
    at: String,
    actor: String,
    what: Text,
    /// `do`, `undo` or `redo`.
    mode: String,
    barrier: bool,
    undone: bool,
    changes: Vec<HistoryChange>,
}

/// One value that changed.
#[derive(Debug, Serialize, TS)]
pub struct HistoryChange {
    label: Text,
    before: Option<String>,
    after: Option<String>,
}

pub(crate) fn list(call: &Call<'_>, args: HistoryArgs) -> Result<History> {
    let limit = args.limit.unwrap_or(50).min(500);
    let lang = call.lang();
    call.read(|read| {
        let mut found = journal::entries(read, args.procurement.as_deref(), args.before, limit + 1)?;
        let more = found.len() > limit as usize;
        found.truncate(limit as usize);
        let mut facts = FactsTold { read, lang, known: BTreeMap::new() };
        let entries = found.into_iter().map(|entry| {
            let changes = entry.changes.iter().filter_map(|change| shown(&mut facts, change).transpose());
            Ok(HistoryEntry {
                changes: changes.collect::<Result<_>>()?,
                what: sentence(&entry.name, &entry.what, lang),
                seq: entry.seq,
                at: entry.at,
                actor: entry.actor,
                mode: entry.mode,
                barrier: entry.barrier,
                undone: entry.undone,
            })
        });
        Ok(History { entries: entries.collect::<Result<_>>()?, more })
    })
}

/// Columns that say nothing to people: keys, places, and what stands elsewhere in better words.
pub const INNER: &[&str] = &[
    "id",
    "procurement",
    "position",
    "parent",
    "section",
    "vendor",
    "key",
    "release",
    "snapshot",
    "file",
    "created_at",
    "zone",
    "last",
    "issued_at",
    "incomplete",
    "sha256",
    "bytes",
    "bidder",
    "addressee",
    "copy_number",
    "content",
    "columns",
    "contact",
    "question",
    "hearing",
    "requirement",
    "source",
    "folded",
    "cleared",
    "revision",
    "merged_into",
    "shared_item",
    "replaces",
    "only_for",
    "distribution",
    "prepared_at",
    "approved_at",
    "shared_at",
    "unsent_at",
    "added_at",
    "approval",
    "step",
    "notice",
    "reserve",
    "told",
    "made_at",
];

/// A changed column under its name, with its values in words.
fn shown(facts: &mut FactsTold<'_>, change: &ColumnChange) -> Result<Option<HistoryChange>> {
    if INNER.contains(&change.column.as_str()) || change.before == change.after {
        return Ok(None);
    }
    if change.kind == Mark::KIND && !marks_are_told(facts.read, &change.id)? {
        return Ok(None);
    }
    if change.kind == EstimateLine::KIND && change.column == "unit_price" && !price_is_told(facts.read, &change.id)? {
        return Ok(None);
    }
    let (before, after) = (change.before.as_deref(), change.after.as_deref());
    let label = match change.kind.as_str() {
        "fact" => {
            if let Some((key, style)) = facts.of(&change.id)? {
                let word = |value: &str| word_shown(key, value, facts.lang, style).unwrap_or_else(|| value.into());
                return Ok(Some(HistoryChange {
                    label: key.label(),
                    before: before.map(word),
                    after: after.map(word),
                }));
            }
            column(change)
        }
        "setting" => change
            .id
            .parse::<FactKey>()
            .map_or_else(|_| Text::new(format!("setting-{}", change.id.replace(['.', '_'], "-"))), FactKey::label),
        _ => column(change),
    };
    if let Some(kind) = named(&change.column) {
        let name = |id: Option<&str>| id.map(|id| name_of(facts.read, kind, id)).transpose();
        return Ok(Some(HistoryChange { label, before: name(before)?, after: name(after)? }));
    }
    let told = |value: &str| told(change, value, facts.lang);
    Ok(Some(HistoryChange { label, before: before.map(told), after: after.map(told) }))
}

/// A stored value in words: the word of a choice (`value-<kind>-<column>-<value>`), the day and time of a moment or
/// a stamp, the members of a list, the words of a rich text.
fn told(change: &ColumnChange, value: &str, lang: Lang) -> String {
    let choice = format!("value-{}-{}-{value}", change.kind, change.column).replace('_', "-");
    if words(lang).has(&choice) {
        return lang.word(&choice);
    }
    if let Ok(moment) = value.parse::<Moment>() {
        return calendar::moment(moment, lang, Style::Western);
    }
    let stamp = stamped(Some(value), lang);
    if !stamp.is_empty() {
        return stamp;
    }
    if change.kind == CriterionChange::KIND && change.column == "lines" {
        let lines: Vec<Text> = serde_json::from_str(value).unwrap_or_default();
        return lines.iter().map(|line| lang.say(line)).collect::<Vec<_>>().join(&lang.word("list-comma"));
    }
    if let Ok(list) = serde_json::from_str::<Vec<String>>(value) {
        return list.join(&lang.word("list-comma"));
    }
    plain(value)
}

/// The kind of record whose key stands in a column, and which column names it.
fn named(column: &str) -> Option<(&'static str, &'static str)> {
    match column {
        "evaluator" => Some((Evaluator::KIND, "name")),
        "criterion" => Some((Criterion::KIND, "title")),
        _ => None,
    }
}

/// What a record is or was called.
fn name_of(read: &Read<'_>, (kind, column): (&str, &str), id: &str) -> Result<String> {
    Ok(journal::recorded(read, kind, id, column)?.unwrap_or_default())
}

/// Nobody is told a mark before its sheet is handed in. A row that is gone is still known to the journal.
fn marks_are_told(read: &Read<'_>, id: &str) -> Result<bool> {
    let stored = |column| journal::recorded(read, Mark::KIND, id, column);
    let Some((evaluator, criterion)) = stored("evaluator")?.zip(stored("criterion")?) else { return Ok(false) };
    let Some(judged) = read.find::<Criterion>(&criterion)? else { return Ok(false) };
    let part = part_of(&Judging::of(read, &judged.procurement)?, &judged);
    Ok(handed_in(read, &evaluator)?.iter().any(|one| one.covers(part)))
}

/// Nobody is told a price while prices are closed.
fn price_is_told(read: &Read<'_>, line: &str) -> Result<bool> {
    let Some(estimate) = journal::recorded(read, EstimateLine::KIND, line, "estimate")? else { return Ok(false) };
    let Some(proposal) = journal::recorded(read, Estimate::KIND, &estimate, "proposal")? else { return Ok(false) };
    let procurement = journal::recorded(read, Proposal::KIND, &proposal, "procurement")?;
    procurement.map_or(Ok(false), |procurement| price_open(read, &procurement))
}

fn column(change: &ColumnChange) -> Text {
    Text::new(format!("column-{}-{}", change.kind, change.column).replace('_', "-"))
}

/// Rich text is told by its words.
fn plain(value: &str) -> String {
    serde_json::from_str::<RichText>(value).map_or_else(|_| value.to_owned(), |document| document.plain_text())
}

/// Which fact a row is, and how its procurement writes years. A row that is gone is still known to the journal.
struct FactsTold<'r> {
    read: &'r Read<'r>,
    lang: Lang,
    known: BTreeMap<String, Option<(FactKey, Style)>>,
}

impl FactsTold<'_> {
    fn of(&mut self, id: &str) -> Result<Option<(FactKey, Style)>> {
        if let Some(known) = self.known.get(id) {
            return Ok(*known);
        }
        let (key, owner) = match self.read.find::<procurement::Fact>(id)? {
            Some(fact) => (Some(fact.key), Some(fact.procurement)),
            None => {
                let key = journal::recorded(self.read, "fact", id, "key")?;
                (key.and_then(|key| key.parse().ok()), None)
            }
        };
        let style = match owner {
            Some(owner) => procurement::Facts::of(self.read, &owner)?.style(),
            None => Style::Western,
        };
        let told = key.map(|key| (key, style));
        self.known.insert(id.to_owned(), told);
        Ok(told)
    }
}
