//! What was done, as people read it.

use std::collections::{BTreeMap, BTreeSet};

use sentei_core::bidder::course::{Hearing, Step};
use sentei_core::bidder::Bidder;
use sentei_core::calendar::{self, Moment, Style};
use sentei_core::criterion::judging::{CriterionSet, Judging, SavedCriterion};
use sentei_core::criterion::{words as rules, Criterion};
use sentei_core::decision::{Notice, NoticeFile};
use sentei_core::distribution::Distribution;
use sentei_core::evaluation::score::TieBreak;
use sentei_core::evaluation::Evaluator;
use sentei_core::journal::{self, ColumnChange};
use sentei_core::l10n::{words, Lang};
use sentei_core::marking::sheet::{handed_in, part_of, price_open};
use sentei_core::marking::{ConflictStatement, Consensus, CriterionChange, Exclusion, Mark};
use sentei_core::procurement::{self, word_shown, FactKey};
use sentei_core::proposal::amount::grouped;
use sentei_core::proposal::{Estimate, EstimateLine, ItemCheck, Proposal, ProposalFile, RequirementAnswer};
use sentei_core::question::Asker;
use sentei_core::required_item::RequiredItem;
use sentei_core::richtext::RichText;
use sentei_core::storage::{Read, Record};
use sentei_core::vendor::Vendor;
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
    /// What was done; of an undo or a redo, what was undone or done again.
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
    /// The company it is about, where the operation's own words do not say so.
    whose: Option<String>,
}

pub(crate) fn list(call: &Call<'_>, args: HistoryArgs) -> Result<History> {
    let limit = args.limit.unwrap_or(50).min(500);
    let lang = call.lang();
    call.read(|read| {
        let mut found = journal::entries(read, args.procurement.as_deref(), args.before, limit + 1)?;
        let more = found.len() > limit as usize;
        found.truncate(limit as usize);
        let mut facts = FactsTold { read, lang, known: BTreeMap::new() };
        let mut companies = Companies { read, whose: BTreeMap::new(), names: BTreeMap::new() };
        let entries = found.into_iter().map(|entry| {
            let companies = companies.of(&entry)?;
            let changes = entry.changes.iter().zip(companies).filter_map(|(change, whose)| {
                let told = shown(&mut facts, change).transpose()?;
                Some(told.map(|told| HistoryChange { whose, ..told }))
            });
            let done = sentence(&entry.name, &entry.what, lang);
            Ok(HistoryEntry {
                changes: changes.collect::<Result<_>>()?,
                what: match entry.mode.as_str() {
                    "undo" => Text::new("undo-named").arg("what", lang.say(&done)),
                    "redo" => Text::new("redo-named").arg("what", lang.say(&done)),
                    _ => done,
                },
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
    "given",
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
                    whose: None,
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
    let (read, lang) = (facts.read, facts.lang);
    let word = |value: &str| -> Result<String> {
        Ok(pointed(read, change, value, lang)?.unwrap_or_else(|| told(change, value, lang)))
    };
    let (before, after) = (before.map(word).transpose()?, after.map(word).transpose()?);
    Ok(Some(HistoryChange { label, before, after, whose: None }))
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
    if let Some(amount) = amount(change, value) {
        return lang.say(&Text::new("money").arg("amount", grouped(amount)));
    }
    let stamp = stamped(Some(value), lang);
    if !stamp.is_empty() {
        return stamp;
    }
    if change.kind == CriterionChange::KIND && change.column == "lines" {
        let lines: Vec<Text> = serde_json::from_str(value).unwrap_or_default();
        return lines.iter().map(|line| lang.say(line)).collect::<Vec<_>>().join(&lang.word("list-comma"));
    }
    if let Some(rule) = rule(change, value, lang) {
        return rule;
    }
    if let Ok(list) = serde_json::from_str::<Vec<String>>(value) {
        return list.join(&lang.word("list-comma"));
    }
    plain(value)
}

/// Criteria and rules of judging in the words of their screen; none for a column that holds no such rule.
fn rule(change: &ColumnChange, value: &str, lang: Lang) -> Option<String> {
    match (change.kind.as_str(), change.column.as_str()) {
        (Criterion::KIND, "scheme") => Some(rules::scheme_alone(&serde_json::from_str(value).ok()?, lang)),
        (Judging::KIND, "marks") => Some(rules::marks(&serde_json::from_str(value).ok()?, lang)),
        (CriterionSet::KIND, "parts") => {
            let parts: Vec<SavedCriterion> = serde_json::from_str(value).ok()?;
            let titles: Vec<String> = parts.into_iter().map(|part| part.title).collect();
            Some(titles.join(&lang.word("list-comma")))
        }
        (Criterion::KIND | Judging::KIND, "minimum") => Some(format!("{}%", rules::percent(value))),
        _ => None,
    }
}

/// The amount of money in a column that holds one.
fn amount(change: &ColumnChange, value: &str) -> Option<i64> {
    let holds = [(EstimateLine::KIND, "unit_price"), (Judging::KIND, "division")];
    holds.contains(&(change.kind.as_str(), change.column.as_str())).then(|| value.parse().ok()).flatten()
}

/// What the keys in a column point to, by name; none for a column without keys.
fn pointed(read: &Read<'_>, change: &ColumnChange, value: &str, lang: Lang) -> Result<Option<String>> {
    let named = match change.column.as_str() {
        "evaluator" => evaluator(read, value)?,
        "criterion" => criterion(read, value)?,
        "required_item" => known(read, value, "title", |item: RequiredItem| item.title)?,
        "proposal" => proposal(read, value)?,
        "estimate" => estimate(read, value, lang)?,
        "statement" => statement(read, value)?,
        "judges" => {
            let keys: Vec<String> = serde_json::from_str(value).unwrap_or_default();
            let names = keys.iter().map(|key| Ok(criterion(read, key)?.say(lang)));
            return Ok(Some(names.collect::<Result<Vec<String>>>()?.join(&lang.word("list-comma"))));
        }
        "ties" => {
            let ties: Vec<TieBreak> = serde_json::from_str(value).unwrap_or_default();
            let ways = ties.iter().map(|tie| match tie {
                TieBreak::Criterion(key) => {
                    Ok(lang.say(&Text::new("tie-criterion").arg("title", criterion(read, key)?.say(lang))))
                }
                TieBreak::Technical | TieBreak::LowerPrice => Ok(rules::tie(tie, &[], lang)),
            });
            return Ok(Some(ways.collect::<Result<Vec<String>>>()?.join(&lang.word("tie-then"))));
        }
        _ => return Ok(None),
    };
    Ok(Some(named.say(lang)))
}

/// What a record is called, as far as it is known, and whether it has been removed since.
struct Named {
    name: Option<String>,
    gone: bool,
}

impl Named {
    fn say(self, lang: Lang) -> String {
        match self.name {
            Some(name) if self.gone => lang.say(&Text::new("history-gone").arg("name", name)),
            Some(name) => name,
            None => lang.word("history-gone-unnamed"),
        }
    }
}

/// A column of a record; of one that is removed, what the journal has of it.
fn known<R: Record>(read: &Read<'_>, id: &str, column: &str, value: impl FnOnce(R) -> String) -> Result<Named> {
    Ok(match read.find::<R>(id)? {
        Some(stored) => Named { name: Some(value(stored)), gone: false },
        None => Named { name: journal::recorded(read, R::KIND, id, column)?, gone: true },
    })
}

/// What is called as the record is to which a column of it points.
fn through(named: Named, next: impl FnOnce(&str) -> Result<Named>) -> Result<Named> {
    let Some(key) = named.name else { return Ok(named) };
    let next = next(&key)?;
    Ok(Named { gone: named.gone || next.gone, ..next })
}

fn evaluator(read: &Read<'_>, id: &str) -> Result<Named> {
    known(read, id, "name", |evaluator: Evaluator| evaluator.name)
}

fn criterion(read: &Read<'_>, id: &str) -> Result<Named> {
    known(read, id, "title", |criterion: Criterion| criterion.title)
}

/// A statement is called as who made it.
fn statement(read: &Read<'_>, id: &str) -> Result<Named> {
    let hers = known(read, id, "evaluator", |statement: ConflictStatement| statement.evaluator)?;
    through(hers, |id| evaluator(read, id))
}

/// A proposal is called as who made it.
fn proposal(read: &Read<'_>, id: &str) -> Result<Named> {
    let bidder = known(read, id, "bidder", |proposal: Proposal| proposal.bidder)?;
    through(bidder, |id| company(read, id))
}

/// A bidder is called as its company.
fn company(read: &Read<'_>, id: &str) -> Result<Named> {
    let vendor = known(read, id, "vendor", |bidder: Bidder| bidder.vendor)?;
    through(vendor, |id| known(read, id, "name", |vendor: Vendor| vendor.name))
}

/// The column that leads from a record of this kind towards its bidder, and the kind it leads to.
fn way(kind: &str) -> Option<(&'static str, &'static str)> {
    const BY_BIDDER: &[&str] = &[
        Step::KIND,
        Hearing::KIND,
        Asker::KIND,
        Distribution::KIND,
        Proposal::KIND,
        Mark::KIND,
        Consensus::KIND,
        Exclusion::KIND,
        Notice::KIND,
    ];
    const BY_PROPOSAL: &[&str] = &[ProposalFile::KIND, Estimate::KIND, ItemCheck::KIND, RequirementAnswer::KIND];
    match kind {
        EstimateLine::KIND => Some(("estimate", Estimate::KIND)),
        NoticeFile::KIND => Some(("notice", Notice::KIND)),
        _ if BY_PROPOSAL.contains(&kind) => Some(("proposal", Proposal::KIND)),
        _ if BY_BIDDER.contains(&kind) => Some(("bidder", Bidder::KIND)),
        _ => None,
    }
}

/// The companies that records belong to.
struct Companies<'r> {
    read: &'r Read<'r>,
    /// The bidder of a record, by kind and key.
    whose: BTreeMap<(String, String), Option<String>>,
    names: BTreeMap<String, Option<String>>,
}

impl Companies<'_> {
    /// For each change of an operation the company it is about; none where the operation's own words name the only one.
    fn of(&mut self, entry: &journal::Entry) -> Result<Vec<Option<String>>> {
        // What the operation itself wrote spares looking for it, and is how it was then.
        for change in &entry.changes {
            let Some((_, next)) = way(&change.kind).filter(|(column, _)| *column == change.column) else { continue };
            let Some(key) = change.after.as_deref().or(change.before.as_deref()) else { continue };
            let bidder = self.bidder(next, key)?;
            self.whose.insert((change.kind.clone(), change.id.clone()), bidder);
        }
        let bidders = entry.changes.iter().map(|change| self.bidder(&change.kind, &change.id));
        let bidders = bidders.collect::<Result<Vec<_>>>()?;
        let several = bidders.iter().flatten().collect::<BTreeSet<_>>().len() > 1;
        bidders
            .into_iter()
            .map(|bidder| {
                let name = bidder.map(|bidder| self.name(bidder)).transpose()?.flatten();
                Ok(name.filter(|name| several || !entry.what.contains(name.as_str())))
            })
            .collect()
    }

    /// The bidder a record belongs to, if it belongs to one.
    fn bidder(&mut self, kind: &str, id: &str) -> Result<Option<String>> {
        if kind == Bidder::KIND {
            return Ok(Some(id.to_owned()));
        }
        let Some((column, next)) = way(kind) else { return Ok(None) };
        let record = (kind.to_owned(), id.to_owned());
        if let Some(known) = self.whose.get(&record) {
            return Ok(known.clone());
        }
        let bidder = match journal::kept(self.read, kind, id, column)? {
            Some(key) => self.bidder(next, &key)?,
            None => None,
        };
        self.whose.insert(record, bidder.clone());
        Ok(bidder)
    }

    fn name(&mut self, bidder: String) -> Result<Option<String>> {
        if let Some(known) = self.names.get(&bidder) {
            return Ok(known.clone());
        }
        let name = company(self.read, &bidder)?.name;
        self.names.insert(bidder, name.clone());
        Ok(name)
    }
}

/// An estimate by its number and its day: the one on it, or the one it came.
fn estimate(read: &Read<'_>, id: &str, lang: Lang) -> Result<Named> {
    let name = read.find::<Estimate>(id)?.map(|estimate| {
        let day = estimate.dated.parse().unwrap_or(estimate.received_at.date);
        let day = calendar::plain_day(day, lang, Style::Western);
        lang.say(&Text::new("history-estimate").arg("revision", estimate.revision).arg("day", day))
    });
    Ok(Named { gone: name.is_none(), name })
}

/// Nobody is told a mark before its sheet is handed in. A row that is gone is still known to the journal.
fn marks_are_told(read: &Read<'_>, id: &str) -> Result<bool> {
    let stored = |column| journal::kept(read, Mark::KIND, id, column);
    let Some((evaluator, criterion)) = stored("evaluator")?.zip(stored("criterion")?) else { return Ok(false) };
    let Some(judged) = read.find::<Criterion>(&criterion)? else { return Ok(false) };
    let part = part_of(&Judging::of(read, &judged.procurement)?, &judged);
    Ok(handed_in(read, &evaluator)?.iter().any(|one| one.covers(part)))
}

/// Nobody is told a price while prices are closed.
fn price_is_told(read: &Read<'_>, line: &str) -> Result<bool> {
    let Some(estimate) = journal::kept(read, EstimateLine::KIND, line, "estimate")? else { return Ok(false) };
    let Some(proposal) = journal::kept(read, Estimate::KIND, &estimate, "proposal")? else { return Ok(false) };
    let procurement = journal::kept(read, Proposal::KIND, &proposal, "procurement")?;
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
