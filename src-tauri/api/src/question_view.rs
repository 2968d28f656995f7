//! Commands that show questions: the register, one of them, what is alike, what they say about the RFP.

use std::collections::HashMap;

use chrono::DateTime;
use sentei_core::bidder::{self, Bidder};
use sentei_core::calendar::{self, in_japan, Moment};
use sentei_core::l10n::{company_spoken, Lang};
use sentei_core::procurement::Facts;
use sentei_core::question::about::{About, Places};
use sentei_core::question::insight::{self, Insight, ToRfp};
use sentei_core::question::register::{register, Counts, Entry, Filter, Order};
use sentei_core::question::similar::{pairs, similar_to, worded, Similar, Worded};
use sentei_core::question::state::{held, unfinished};
use sentei_core::question::telling::{Telling, Watch};
use sentei_core::question::{self, late, Asker, Channel, Late, Question, Share, State};
use sentei_core::storage::Read;
use sentei_core::vendor::Vendor;
use sentei_core::{Result, Text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Id, InProcurement};
use crate::Call;

/// Rows that are given at once at most.
const MOST: usize = 500;
/// Of a wording the register shows no more characters than this.
const SHOWN: usize = 160;
/// Pairs of like questions that are shown at most.
const PAIRS: usize = 50;

/// Which part of the register.
#[derive(Debug, Deserialize, TS)]
pub struct QuestionsWanted {
    procurement: String,
    #[ts(optional)]
    filter: Option<Filter>,
    #[ts(optional)]
    order: Option<Order>,
    /// The other way round.
    #[ts(optional)]
    falling: Option<bool>,
    /// First row, from 0.
    #[ts(optional)]
    from: Option<usize>,
    /// How many rows.
    #[ts(optional)]
    count: Option<usize>,
    /// Whether the keys of all are wanted; where it is left out, as long as rows are asked from the start.
    #[ts(optional)]
    keys: Option<bool>,
}

/// A part of the register.
#[derive(Debug, Serialize, TS)]
pub struct Questions {
    rows: Vec<QuestionRow>,
    from: usize,
    /// How many the filter leaves.
    total: usize,
    counts: Counts,
    /// All keys in their order, where they are wanted: for choosing several.
    ids: Vec<String>,
    /// Until when questions are taken, in words.
    deadline: Option<String>,
}

/// A question in the register.
#[derive(Debug, Serialize, TS)]
pub struct QuestionRow {
    id: String,
    /// `Q-001`.
    number: String,
    state: State,
    wording: String,
    section: Option<String>,
    /// Its number now, or in the release where it is gone.
    section_number: String,
    /// Short names of who asked.
    askers: Vec<String>,
    /// In few signs: `11/24`.
    received: String,
    due: String,
    overdue: bool,
    late: bool,
    decided: Late,
    /// Words in it show who asked.
    telling: bool,
    share: Share,
    owner: String,
    /// How often it has been shared.
    revision: i64,
    /// `Q-001` of the question that tells it.
    merged_into: Option<String>,
}

/// A question with everything about it.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Question")]
pub struct QuestionView {
    id: String,
    number: String,
    state: State,
    askers: Vec<AskerView>,
    wording: String,
    answer: String,
    share: Share,
    share_reason: String,
    owner: String,
    due: String,
    late: bool,
    decided: Late,
    late_reason: String,
    about: Option<About>,
    /// How many questions there are about its section.
    same_section: usize,
    requirement: Option<String>,
    /// `R-001`.
    requirement_number: String,
    requirement_text: String,
    tellings: Vec<Telling>,
    /// What stands against approving it.
    unfinished: Option<Text>,
    /// What stands against sharing it.
    held: Option<Text>,
    changes_rfp: bool,
    approved_text: Option<String>,
    approved_by: String,
    shared_text: Option<String>,
    revision: i64,
    merged_into: Option<QuestionName>,
    /// The questions it tells.
    merged: Vec<QuestionName>,
}

/// A question by its number.
#[derive(Debug, Serialize, TS)]
pub struct QuestionName {
    id: String,
    number: String,
}

/// Who asked.
#[derive(Debug, Serialize, TS)]
pub struct AskerView {
    id: String,
    /// The question it was noted as.
    question: String,
    number: String,
    bidder: String,
    name: String,
    received_at: String,
    received_text: String,
    channel: Channel,
    person: String,
    words: String,
    late: bool,
    hearing: Option<String>,
}

/// Words to be looked at before they are stored; the stored ones where left out.
#[derive(Debug, Deserialize, TS)]
pub struct CheckWords {
    id: String,
    #[ts(optional)]
    wording: Option<String>,
    #[ts(optional)]
    answer: Option<String>,
}

/// What is telling in them.
#[derive(Debug, Serialize, TS)]
pub struct Checked {
    tellings: Vec<Telling>,
    held: Option<Text>,
}

/// Like questions wanted: of one, or all pairs.
#[derive(Debug, Deserialize, TS)]
pub struct SimilarWanted {
    procurement: String,
    #[ts(optional)]
    question: Option<String>,
}

/// Two questions that are probably the same.
#[derive(Debug, Serialize, TS)]
pub struct SimilarRow {
    one: SimilarSide,
    other: SimilarSide,
    /// How alike they are, in per cent.
    percent: u32,
    /// Words both have.
    shared: Vec<String>,
}

/// One of two like questions.
#[derive(Debug, Serialize, TS)]
pub struct SimilarSide {
    id: String,
    number: String,
    wording: String,
    state: State,
}

/// The companies of a procurement by the key of their bidder.
fn companies(read: &Read<'_>, procurement: &str) -> Result<HashMap<String, (Bidder, Vendor)>> {
    let all = bidder::with_vendors(read, procurement)?;
    Ok(all.into_iter().map(|(bidder, vendor)| (bidder.id.clone(), (bidder, vendor))).collect())
}

pub(crate) fn list(call: &Call<'_>, args: QuestionsWanted) -> Result<Questions> {
    let (today, lang) = (call.today(), call.lang());
    let procurement = args.procurement.as_str();
    call.questions(procurement, |read, kept| {
        let mut places = Places::of(read, procurement)?;
        let (filter, falling) = (args.filter.unwrap_or_default(), args.falling.unwrap_or(false));
        let order = args.order.unwrap_or_default();
        let found = register(read, kept, &filter, order, falling, (&places, today))?;
        let total = found.entries.len();
        let from = args.from.unwrap_or(0).min(total);
        let keys = args.keys.unwrap_or(from == 0);
        let part = &found.entries[from..(from + args.count.unwrap_or(MOST).min(MOST)).min(total)];
        let mut rows = Vec::with_capacity(part.len());
        if !part.is_empty() {
            let (companies, watch) = (companies(read, procurement)?, Watch::of(read, procurement)?);
            let today = today.to_string();
            for entry in part {
                rows.push(row(read, entry, (&companies, &watch, &mut places), &today, lang)?);
            }
        }
        let facts = Facts::of(read, procurement)?;
        Ok(Questions {
            rows,
            from,
            total,
            counts: found.counts,
            ids: if keys { found.entries.iter().map(|entry| entry.id.clone()).collect() } else { Vec::new() },
            deadline: late::deadline(&facts).map(|at| calendar::moment(at, lang, facts.style())),
        })
    })
}

fn row(
    read: &Read<'_>,
    entry: &Entry,
    (companies, watch, places): (&HashMap<String, (Bidder, Vendor)>, &Watch, &mut Places),
    today: &str,
    lang: Lang,
) -> Result<QuestionRow> {
    let question: Question = read.get(&entry.id)?;
    let askers: Vec<&str> = entry.bidders.iter().map(String::as_str).collect();
    let telling = question.state != State::Merged && watch.check(&question, &askers).iter().any(Telling::holds);
    let section_number = match places.number(question.section.as_deref()) {
        "" => places.about(read, &question)?.map(|about| about.number).unwrap_or_default(),
        number => number.to_owned(),
    };
    let merged_into = match &question.merged_into {
        Some(into) => Some(read.get::<Question>(into)?.label()),
        None => None,
    };
    Ok(QuestionRow {
        number: question.label(),
        id: question.id,
        state: question.state,
        wording: question.wording.chars().take(SHOWN).collect(),
        section: question.section,
        section_number,
        askers: askers.iter().filter_map(|id| companies.get(*id)).map(|(_, vendor)| spoken(vendor)).collect(),
        received: entry.received.map(|at| calendar::beside(at, None, lang)).unwrap_or_default(),
        overdue: !question.due.is_empty()
            && question.due.as_str() < today
            && matches!(question.state, State::Open | State::Drafted)
            && question.late != Late::Declined,
        due: day(&question.due, lang),
        late: entry.late,
        decided: question.late,
        telling,
        share: question.share,
        owner: question.owner,
        revision: question.revision,
        merged_into,
    })
}

/// What a company is called in lists: its short name where it has one.
fn spoken(vendor: &Vendor) -> String {
    vendor.aliases.first().cloned().unwrap_or_else(|| company_spoken(&vendor.name))
}

fn day(stored: &str, lang: Lang) -> String {
    stored.parse().map(|date| calendar::beside(Moment::on(date), None, lang)).unwrap_or_default()
}

/// A moment of the store, UTC, in words.
fn told(at: Option<&str>, lang: Lang) -> Option<String> {
    let at = in_japan(DateTime::parse_from_rfc3339(at?).ok()?.to_utc());
    Some(short(Moment { date: at.date_naive(), time: Some(at.time()) }, lang))
}

/// A moment as it stands beside a name: 11月24日(火) 11:20.
fn short(at: Moment, lang: Lang) -> String {
    let date = calendar::month_day(at.date, lang);
    at.time.map_or_else(|| date.clone(), |time| format!("{date} {}", time.format("%H:%M")))
}

pub(crate) fn get(call: &Call<'_>, args: Id) -> Result<QuestionView> {
    let lang = call.lang();
    call.read(|read| view(read, read.get(&args.id)?, lang))
}

fn view(read: &Read<'_>, question: Question, lang: Lang) -> Result<QuestionView> {
    let procurement = question.procurement.as_str();
    let mut places = Places::of(read, procurement)?;
    let until = late::deadline(&Facts::of(read, procurement)?);
    let companies = companies(read, procurement)?;
    let askers = question::askers_of(read, &question.id)?;
    let merged = question::merged_into(read, &question.id)?;
    let keys: Vec<&str> = askers.iter().map(|asker| asker.bidder.as_str()).collect();
    let tellings = Watch::of(read, procurement)?.check(&question, &keys);
    let name = |one: &Question| QuestionName { id: one.id.clone(), number: one.label() };
    let merged_into = question.merged_into.as_deref().map(|into| read.get::<Question>(into)).transpose()?;
    let number_of = |asker: &Asker| {
        merged.iter().find(|one| one.id == asker.question).map_or_else(|| question.label(), Question::label)
    };
    let first = askers.first().map(|asker| asker.received_at);
    let about = places.about(read, &question)?;
    let (requirement_number, requirement_text) = places.requirement(read, &question)?.unwrap_or_default();
    let same_section = match &question.section {
        Some(section) => read.count::<Question>("WHERE procurement = ?1 AND section = ?2", &[&procurement, section])?,
        None => 0,
    };
    Ok(QuestionView {
        number: question.label(),
        askers: askers
            .iter()
            .map(|asker| AskerView {
                number: number_of(asker),
                name: companies.get(&asker.bidder).map(|(_, vendor)| vendor.name.clone()).unwrap_or_default(),
                received_text: short(asker.received_at, lang),
                received_at: asker.received_at.to_string(),
                late: late::is_late(asker.received_at, until),
                id: asker.id.clone(),
                question: asker.question.clone(),
                bidder: asker.bidder.clone(),
                channel: asker.channel,
                person: asker.person.clone(),
                words: asker.words.clone(),
                hearing: asker.hearing.clone(),
            })
            .collect(),
        late: first.is_some_and(|first| late::is_late(first, until)),
        unfinished: unfinished(&question).map(|hold| hold.text()),
        held: held(&question, &tellings).map(|hold| hold.text()),
        tellings,
        about,
        same_section: usize::try_from(same_section).unwrap_or(usize::MAX),
        requirement_number,
        requirement_text,
        approved_text: told(question.approved_at.as_deref(), lang),
        shared_text: told(question.shared_at.as_deref(), lang),
        merged_into: merged_into.as_ref().map(name),
        merged: merged.iter().map(name).collect(),
        id: question.id,
        state: question.state,
        wording: question.wording,
        answer: question.answer,
        share: question.share,
        share_reason: question.share_reason,
        owner: question.owner,
        due: question.due,
        decided: question.late,
        late_reason: question.late_reason,
        requirement: question.requirement,
        changes_rfp: question.changes_rfp,
        approved_by: question.approved_by,
        revision: question.revision,
    })
}

pub(crate) fn check(call: &Call<'_>, args: CheckWords) -> Result<Checked> {
    call.read(|read| {
        let mut question: Question = read.get(&args.id)?;
        question.wording = args.wording.unwrap_or(question.wording);
        question.answer = args.answer.unwrap_or(question.answer);
        let askers = question::askers_of(read, &question.id)?;
        let askers: Vec<&str> = askers.iter().map(|asker| asker.bidder.as_str()).collect();
        let tellings = Watch::of(read, &question.procurement)?.check(&question, &askers);
        Ok(Checked { held: held(&question, &tellings).map(|hold| hold.text()), tellings })
    })
}

pub(crate) fn similar(call: &Call<'_>, args: SimilarWanted) -> Result<Vec<SimilarRow>> {
    let all = call.read(|read| worded(read, &args.procurement))?;
    // Compared behind the library's lock: of thousands of questions it takes longer than anybody waits.
    let mut found: Vec<Similar> = match &args.question {
        Some(id) => all.iter().find(|one| one.id == *id).map(|one| similar_to(one, &all)).unwrap_or_default(),
        None => pairs(&all),
    };
    found.truncate(PAIRS);
    let by_id: HashMap<&str, &Worded> = all.iter().map(|question| (question.id.as_str(), question)).collect();
    let side = |id: &str| {
        by_id.get(id).map(|question| SimilarSide {
            id: question.id.clone(),
            number: question::label(question.number),
            wording: question.wording.clone(),
            state: question.state,
        })
    };
    let rows = found.into_iter().filter_map(|pair| {
        let (one, other) = (side(&pair.one)?, side(&pair.other)?);
        Some(SimilarRow { one, other, percent: pair.percent, shared: pair.shared })
    });
    Ok(rows.collect())
}

pub(crate) fn insight(call: &Call<'_>, args: InProcurement) -> Result<Insight> {
    call.read(|read| insight::insight(read, &args.procurement))
}

pub(crate) fn to_rfp(call: &Call<'_>, args: Id) -> Result<ToRfp> {
    call.read(|read| insight::to_rfp(read, &args.id))
}
