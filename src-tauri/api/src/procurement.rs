//! Commands about procurements and their facts.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sentei_core::journal::{Op, Tx};
use sentei_core::l10n::Lang;
use sentei_core::marking::freeze::changing;
use sentei_core::overview::{self, WayStep};
use sentei_core::procurement::{schedule, unit_alone, verbs, FactGroup, FactKey, FactKind, Facts, Procurement};
use sentei_core::storage::Read;
use sentei_core::{Error, Finding, Result, Text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::app::{undo_state, Scope, UndoState};
use crate::commands::{Id, Nothing};
use crate::{sample, Call};

/// A new procurement: its title, and what it begins from.
#[derive(Debug, Deserialize, TS)]
pub struct NewProcurement {
    #[serde(default)]
    title: String,
    /// `outline:<id>`, `sample`, `sample-decided`, `empty` or `procurement:<id>`.
    from: String,
    /// Language of its papers; the interface's where none is named.
    #[ts(optional)]
    lang: Option<Lang>,
}

/// A procurement with its facts.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Procurement")]
pub struct ProcurementView {
    id: String,
    title: String,
    document_number: String,
    is_sample: bool,
    archived: bool,
    lang: Lang,
    way: Vec<WayStep>,
    facts: Vec<Fact>,
    undo: UndoState,
    latest_release: Option<String>,
}

/// A fact as it is shown.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Fact {
    key: String,
    group: FactGroup,
    label: Text,
    kind: FactKind,
    /// As stored: ISO dates, plain numbers.
    value: Option<String>,
    /// In words.
    text: Option<String>,
    /// The unit of a number, to stand beside the field while nothing is in it.
    unit: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Choice>>")]
    choices: Vec<Choice>,
    notes: Vec<Text>,
    moved: Option<Moved>,
}

/// One value of a choice.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Choice {
    value: String,
    label: Text,
}

/// What a fact was in the last release.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Moved {
    was: String,
    release: String,
}

/// Another title.
#[derive(Debug, Deserialize, TS)]
pub struct NewTitle {
    id: String,
    title: String,
}

/// Away, or back.
#[derive(Debug, Deserialize, TS)]
pub struct Archived {
    id: String,
    archived: bool,
}

/// A fact as typed.
#[derive(Debug, Deserialize, TS)]
pub struct TypedFact {
    procurement: String,
    key: String,
    value: Option<String>,
    /// Why, where it is frozen with the rules.
    #[ts(optional)]
    reason: Option<String>,
}

pub(crate) fn create(call: &Call<'_>, args: NewProcurement) -> Result<Id> {
    let lang = args.lang.unwrap_or_else(|| call.lang());
    let op = Op::new("procurement-create").what(called(call, &args)?);
    let id = match args.from.as_str() {
        "sample-decided" => sample::decided(call, op, &args.title, lang)?,
        from => call.write(op, |tx| overview::verbs::create(tx, from, &args.title, lang))?,
    };
    Ok(Id { id })
}

/// What a new procurement is called in the history, where nobody has named it yet.
fn called(call: &Call<'_>, args: &NewProcurement) -> Result<String> {
    if !args.title.trim().is_empty() {
        return Ok(args.title.trim().to_owned());
    }
    match args.from.strip_prefix("procurement:") {
        Some(other) => {
            let other = call.read(|read| read.find::<Procurement>(other))?;
            Ok(other.map(|other| other.title).unwrap_or_default())
        }
        None => Ok(call.lang().word("sample-badge")),
    }
}

pub(crate) fn get(call: &Call<'_>, args: Id) -> Result<ProcurementView> {
    let undo = undo_state(call, Scope { procurement: Some(args.id.clone()) })?;
    let (lang, today) = (call.lang(), call.today());
    call.questions(&args.id, |read, questions| {
        let stored: Procurement = read.get(&args.id)?;
        let facts = Facts::of(read, &args.id)?;
        Ok(ProcurementView {
            id: stored.id,
            title: stored.title,
            document_number: facts.value(FactKey::DocNumber).unwrap_or_default().into(),
            is_sample: stored.is_sample,
            archived: stored.archived,
            lang: stored.lang,
            way: overview::way(read, &args.id, questions.standing(), today, lang)?,
            facts: rows(read, &args.id, &facts, today, lang)?,
            undo,
            latest_release: overview::latest_release(read, &args.id)?,
        })
    })
}

pub(crate) fn rename(call: &Call<'_>, args: NewTitle) -> Result<Nothing> {
    let op =
        Op::new("procurement-rename").what(&args.title).scope(&args.id).burst(format!("procurement.{}.title", args.id));
    call.write(op, |tx| verbs::rename(tx, &args.id, &args.title))?;
    Ok(Nothing {})
}

pub(crate) fn archive(call: &Call<'_>, args: Archived) -> Result<Nothing> {
    let title = call.read(|read| Ok(read.get::<Procurement>(&args.id)?.title))?;
    let op = Op::new(if args.archived { "procurement-archive" } else { "procurement-restore" });
    call.write(op.what(title), |tx| verbs::archive(tx, &args.id, args.archived))?;
    Ok(Nothing {})
}

pub(crate) fn remove(call: &Call<'_>, args: Id) -> Result<Nothing> {
    let title = call.read(|read| Ok(read.get::<Procurement>(&args.id)?.title))?;
    call.write(Op::new("procurement-remove").what(title), |tx| overview::verbs::remove(tx, &args.id))?;
    Ok(Nothing {})
}

pub(crate) fn set_fact(call: &Call<'_>, args: TypedFact) -> Result<Fact> {
    let key = key_of(&args.key)?;
    let (lang, today) = (call.lang(), call.today());
    let op = Op::new("fact-set")
        .what(lang.say(&key.label()))
        .scope(&args.procurement)
        .burst(format!("fact.{}.{}", args.procurement, args.key));
    call.write(op, |tx| {
        let set = |tx: &mut Tx<'_>| verbs::set_fact(tx, &args.procurement, key, args.value.as_deref(), today, lang);
        if key.is_term() {
            changing(tx, &args.procurement, args.reason.as_deref(), set)?;
        } else {
            set(tx)?;
        }
        let facts = Facts::of(tx, &args.procurement)?;
        let notes = notes(tx, &args.procurement, &facts, today, lang)?;
        let moved = moved(tx, &args.procurement, lang)?;
        Ok(row(key, &facts, lang, &notes, &moved))
    })
}

fn key_of(text: &str) -> Result<FactKey> {
    text.parse().map_err(|_| Error::say("error-field").arg("field", text))
}

/// All facts as they are shown.
pub(crate) fn rows(
    read: &Read<'_>,
    procurement: &str,
    facts: &Facts,
    today: NaiveDate,
    lang: Lang,
) -> Result<Vec<Fact>> {
    let notes = notes(read, procurement, facts, today, lang)?;
    let moved = moved(read, procurement, lang)?;
    Ok(FactKey::ALL.iter().map(|key| row(*key, facts, lang, &notes, &moved)).collect())
}

fn notes(read: &Read<'_>, procurement: &str, facts: &Facts, today: NaiveDate, lang: Lang) -> Result<Vec<Finding>> {
    let calendar = overview::calendar(read)?;
    let unreleased = overview::latest_release(read, procurement)?.is_none().then_some(today);
    Ok(schedule::findings(facts, &calendar, unreleased, lang))
}

/// The facts that are no longer as they were released, with what they were.
fn moved(read: &Read<'_>, procurement: &str, lang: Lang) -> Result<BTreeMap<FactKey, Moved>> {
    let released = overview::released_facts(read, procurement)?;
    let Some((release, was)) = released else { return Ok(BTreeMap::new()) };
    let now = Facts::of(read, procurement)?;
    Ok(FactKey::ALL
        .iter()
        .filter(|key| was.value(**key) != now.value(**key))
        .map(|key| (*key, Moved { was: was.shown(*key, lang).unwrap_or_default(), release: release.clone() }))
        .collect())
}

fn row(key: FactKey, facts: &Facts, lang: Lang, notes: &[Finding], moved: &BTreeMap<FactKey, Moved>) -> Fact {
    let choices = key.choices().iter().map(|(value, id)| Choice { value: (*value).into(), label: Text::new(*id) });
    Fact {
        key: key.key().into(),
        group: key.group(),
        label: key.label(),
        kind: key.kind(),
        value: facts.value(key).map(Into::into),
        text: facts.shown(key, lang),
        unit: unit_alone(key, lang),
        choices: choices.collect(),
        notes: notes
            .iter()
            .filter(|finding| finding.place.key.as_deref() == Some(key.key()))
            .map(|finding| finding.text.clone())
            .collect(),
        moved: moved.get(&key).cloned(),
    }
}
