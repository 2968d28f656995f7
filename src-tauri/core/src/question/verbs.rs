//! What can be done to questions.

use chrono::NaiveDate;

use super::state::{reworked, still_cleared};
use super::{askers, of, Asker, Channel, Late, Question, QuestionCount, Share, State};
use crate::bidder::course::Hearing;
use crate::bidder::Bidder;
use crate::calendar::{self, in_japan, Moment};
use crate::journal::Tx;
use crate::l10n::{fold, Lang};
use crate::procurement::{cannot_read, line};
use crate::rfp::release::Release;
use crate::rfp::{Requirement, Section};
use crate::storage::Read;
use crate::{Error, Result};

/// Longest question or wording, in characters.
const WORDS: usize = 4_000;
/// Longest answer, in characters.
const ANSWER: usize = 20_000;

/// A question as it came.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Who asked: one bidder, or several at once.
    pub bidders: Vec<String>,
    /// In which hearing.
    pub hearing: Option<String>,
    /// When it came, in Japan's time.
    pub received_at: Moment,
    /// Through what.
    pub channel: Channel,
    /// The person, bare.
    pub person: String,
    /// The words as received.
    pub words: String,
    /// The wording for sharing; the words as received where there is none yet.
    pub wording: Option<String>,
    /// Key of the section it is about.
    pub section: Option<String>,
    /// Key of the requirement it is about.
    pub requirement: Option<String>,
    /// The row of the sheet or mail it came from; empty for what was typed.
    pub source: String,
}

/// Notes a question under the next number that has never been given.
///
/// # Errors
/// Refused without words, without a bidder of this procurement, and about a section that is nowhere in its RFP.
pub fn add(tx: &mut Tx<'_>, procurement: &str, asked: &Asked) -> Result<Question> {
    let words = words_of(&asked.words, WORDS)?;
    if words.is_empty() {
        return Err(Error::say("error-question-empty"));
    }
    if asked.bidders.is_empty() {
        return Err(Error::say("error-question-asker"));
    }
    let wording = match &asked.wording {
        Some(wording) => words_of(wording, WORDS)?,
        None => words.clone(),
    };
    let mut question = Question {
        id: tx.new_id(),
        procurement: procurement.into(),
        number: next_number(tx, procurement)?,
        release: asked_about(tx, procurement, asked.received_at)?,
        section: None,
        requirement: None,
        wording,
        answer: String::new(),
        state: State::Open,
        share: Share::All,
        share_reason: String::new(),
        owner: String::new(),
        due: String::new(),
        late: Late::Undecided,
        late_reason: String::new(),
        merged_into: None,
        cleared: Vec::new(),
        changes_rfp: false,
        approved_at: None,
        approved_by: String::new(),
        shared_at: None,
        revision: 0,
        folded: String::new(),
    };
    place(tx, &mut question, asked.section.as_deref())?;
    require(tx, &mut question, asked.requirement.as_deref())?;
    question.folded = question.folded_words();
    tx.insert(&question)?;
    for bidder in &asked.bidders {
        add_asker(tx, &question, bidder, &words, asked)?;
    }
    Ok(question)
}

/// The number the next question gets: `Q-012`.
pub fn next_label(read: &Read<'_>, procurement: &str) -> Result<String> {
    let last = read.find::<QuestionCount>(procurement)?.map_or(0, |count| count.last);
    Ok(super::label(last + 1))
}

/// The number of the next question, noted as given.
fn next_number(tx: &mut Tx<'_>, procurement: &str) -> Result<i64> {
    let Some(count) = tx.find::<QuestionCount>(procurement)? else {
        tx.insert(&QuestionCount { id: procurement.into(), last: 1 })?;
        return Ok(1);
    };
    tx.update(&QuestionCount { last: count.last + 1, ..count.clone() })?;
    Ok(count.last + 1)
}

/// The release that was out when a question came; none where it came before the first.
fn asked_about(tx: &Tx<'_>, procurement: &str, received: Moment) -> Result<Option<String>> {
    let mut statement = tx.conn.prepare_cached("SELECT id, issued_at FROM release WHERE procurement = ?1")?;
    let rows = statement.query_map([procurement], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
    let mut latest: Option<(chrono::NaiveDateTime, String)> = None;
    for row in rows {
        let (id, issued) = row?;
        let Ok(issued) = chrono::DateTime::parse_from_rfc3339(&issued) else { continue };
        let issued = in_japan(issued.to_utc()).naive_local();
        if issued <= received.latest() && latest.as_ref().is_none_or(|(before, _)| *before < issued) {
            latest = Some((issued, id));
        }
    }
    Ok(latest.map(|(_, id)| id))
}

/// Notes that a bidder asked a question, in these words.
pub(super) fn add_asker(
    tx: &mut Tx<'_>,
    question: &Question,
    bidder: &str,
    words: &str,
    asked: &Asked,
) -> Result<Asker> {
    if tx.get::<Bidder>(bidder)?.procurement != question.procurement {
        return Err(Error::NotFound { kind: "bidder", id: bidder.into() });
    }
    let hearing = match &asked.hearing {
        // Several may have asked, but each hearing is with one bidder.
        Some(hearing) if tx.get::<Hearing>(hearing)?.bidder == bidder => Some(hearing.clone()),
        _ => None,
    };
    let person = line(&asked.person)?;
    let asker = Asker {
        id: tx.new_id(),
        question: question.id.clone(),
        bidder: bidder.into(),
        hearing,
        received_at: asked.received_at,
        channel: asked.channel,
        folded: fold(&format!("{words} {person}")),
        person,
        words: words.into(),
        source: asked.source.clone(),
    };
    tx.insert(&asker)?;
    Ok(asker)
}

/// Text of several lines as it is kept: one kind of line end, no control characters, nothing around it.
///
/// # Errors
/// A sentence where it is longer than can be read.
pub(crate) fn words_of(typed: &str, limit: usize) -> Result<String> {
    let text = typed.replace("\r\n", "\n").replace('\r', "\n");
    let text: String = text.chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).collect();
    let text = text.trim().to_owned();
    if text.chars().count() > limit {
        return Err(Error::say("error-too-long").arg("limit", limit));
    }
    Ok(text)
}

/// Puts the question to a section of the release it was asked about, or of the draft.
fn place(tx: &Tx<'_>, question: &mut Question, section: Option<&str>) -> Result<()> {
    if let Some(id) = section {
        let drafted = tx.find::<Section>(id)?.is_some_and(|section| section.procurement == question.procurement);
        let released = || match &question.release {
            Some(release) => Ok::<_, Error>(tx.get::<Release>(release)?.snapshot.section(id).is_some()),
            None => Ok(false),
        };
        if !drafted && !released()? {
            return Err(Error::NotFound { kind: "section", id: id.into() });
        }
    }
    question.section = section.map(Into::into);
    Ok(())
}

/// Puts the question to a requirement; its section follows where none is named yet.
fn require(tx: &Tx<'_>, question: &mut Question, requirement: Option<&str>) -> Result<()> {
    if let Some(id) = requirement {
        let home = match tx.find::<Requirement>(id)?.filter(|found| found.procurement == question.procurement) {
            Some(found) => found.section,
            None => {
                let unknown = || Error::NotFound { kind: "requirement", id: id.into() };
                let release: Release = tx.get(question.release.as_ref().ok_or_else(unknown)?)?;
                let found = release.snapshot.requirements.into_iter().find(|found| found.id == id);
                found.ok_or_else(unknown)?.section
            }
        };
        if question.section.is_none() {
            question.section = home;
        }
    }
    question.requirement = requirement.map(Into::into);
    Ok(())
}

/// Sets `wording`, `answer`, `section`, `requirement`, `owner`, `due`, `share`, `share_reason` or `changes_rfp` to what
/// was typed. What bidders read, changed after its approval, has to be approved anew; what they read before stays known.
///
/// # Errors
/// Refused for a question that another one tells, for a field that is none of these, and for a day that cannot be read.
pub fn set(tx: &mut Tx<'_>, id: &str, field: &str, value: &str, today: NaiveDate, lang: Lang) -> Result<()> {
    let stored: Question = tx.get(id)?;
    if stored.state == State::Merged {
        return Err(Error::say("error-question-merged").arg("number", stored.label()));
    }
    let mut question = stored.clone();
    let given = Some(value).filter(|value| !value.is_empty());
    match field {
        "wording" => question.wording = words_of(value, WORDS)?,
        "answer" => question.answer = words_of(value, ANSWER)?,
        "section" => place(tx, &mut question, given)?,
        "requirement" => require(tx, &mut question, given)?,
        "owner" => question.owner = line(value)?,
        "due" => question.due = day_of(value, today, lang)?,
        "share" => {
            question.share = match value {
                "all" => Share::All,
                "asker" => Share::Asker,
                _ => return Err(Error::say("error-choice").arg("typed", value)),
            };
        }
        "share_reason" => question.share_reason = words_of(value, WORDS)?,
        "changes_rfp" => question.changes_rfp = matches!(value, "1" | "true"),
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    let read_by_bidders = |q: &Question| (q.wording.clone(), q.answer.clone(), q.share, q.changes_rfp);
    if read_by_bidders(&stored) != read_by_bidders(&question) {
        reworked(&mut question);
        let mut cleared = std::mem::take(&mut question.cleared);
        cleared.retain(|words| still_cleared(words, &stored, &question));
        question.cleared = cleared;
    }
    question.folded = question.folded_words();
    tx.update(&question)
}

/// Sets `words`, `person`, `received_at` or `channel` of an asker to what was typed.
///
/// # Errors
/// Refused for no words at all, for a field that is none of these, and for a time that cannot be read.
pub fn set_asker(tx: &mut Tx<'_>, id: &str, field: &str, value: &str, today: NaiveDate, lang: Lang) -> Result<()> {
    let mut asker: Asker = tx.get(id)?;
    match field {
        "words" => {
            asker.words = words_of(value, WORDS)?;
            if asker.words.is_empty() {
                return Err(Error::say("error-question-empty"));
            }
        }
        "person" => asker.person = line(value)?,
        "received_at" => asker.received_at = moment_of(value, asker.received_at, today, lang)?,
        "channel" => {
            let channel = serde_json::from_value(value.into());
            asker.channel = channel.map_err(|_| Error::say("error-choice").arg("typed", value))?;
        }
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    asker.folded = fold(&format!("{} {}", asker.words, asker.person));
    tx.update(&asker)
}

/// A moment as typed; a time alone keeps the day it had.
fn moment_of(typed: &str, held: Moment, today: NaiveDate, lang: Lang) -> Result<Moment> {
    calendar::read(typed, today, Some(held)).map_err(|unread| cannot_read(unread, typed, lang))
}

fn day_of(typed: &str, today: NaiveDate, lang: Lang) -> Result<String> {
    if typed.trim().is_empty() {
        return Ok(String::new());
    }
    let day = calendar::read_day(typed, today).map_err(|unread| cannot_read(unread, typed, lang))?;
    Ok(day.to_string())
}

/// Removes a question that has never been shared; the questions it told stand for themselves again. Its number is not
/// given again.
///
/// # Errors
/// Refused once it has been shared: what left the house stays known.
pub fn remove(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let question: Question = tx.get(id)?;
    if question.revision > 0 {
        return Err(Error::say("error-question-shared").arg("number", question.label()));
    }
    for told in super::merged_into(tx, id)? {
        super::merge::split(tx, &told.id)?;
    }
    for asker in tx.all::<Asker>("WHERE question = ?1", &[&id])? {
        tx.remove::<Asker>(&asker.id)?;
    }
    tx.remove::<Question>(id)
}

/// Removes all questions of a procurement.
pub fn remove_all(tx: &mut Tx<'_>, procurement: &str) -> Result<()> {
    for asker in askers(tx, procurement)? {
        tx.remove::<Asker>(&asker.id)?;
    }
    for question in of(tx, procurement)? {
        tx.remove::<Question>(&question.id)?;
    }
    if tx.find::<QuestionCount>(procurement)?.is_some() {
        tx.remove::<QuestionCount>(procurement)?;
    }
    Ok(())
}
