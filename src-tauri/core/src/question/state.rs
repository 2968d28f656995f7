//! How a question comes from asked to shared: open → drafted → approved → shared, and what holds an answer back.

use super::telling::{Telling, Watch};
use super::{askers_of, Late, Question, Share, State};
use crate::journal::Tx;
use crate::storage::Read;
use crate::{Error, Result, Text};

/// Why an answer may not be shared, or not even be approved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hold {
    /// Another question tells it.
    Merged,
    /// It came late and is not answered.
    Declined,
    /// Nothing is said.
    NoAnswer,
    /// There is no wording.
    NoWording,
    /// It is for the asker alone, and nobody said why.
    NoReason,
    /// The answer is not approved.
    Unapproved,
    /// These words show who asked, or name another bidder.
    Telling(Vec<String>),
}

impl Hold {
    /// The sentence that says what holds it.
    pub fn text(&self) -> Text {
        match self {
            Self::Merged => Text::new("question-hold-merged"),
            Self::Declined => Text::new("question-hold-declined"),
            Self::NoAnswer => Text::new("question-hold-no-answer"),
            Self::NoWording => Text::new("question-hold-no-wording"),
            Self::NoReason => Text::new("question-hold-no-reason"),
            Self::Unapproved => Text::new("question-hold-unapproved"),
            Self::Telling(words) => Text::new("question-hold-telling").arg("count", words.len()),
        }
    }

    fn error(&self, number: &str) -> Error {
        let error = match self {
            Self::Merged => Error::say("error-question-merged"),
            Self::Declined => Error::say("error-question-declined"),
            Self::NoAnswer => Error::say("error-question-no-answer"),
            Self::NoWording => Error::say("error-question-no-wording"),
            Self::NoReason => Error::say("error-question-no-reason"),
            Self::Unapproved => Error::say("error-question-unapproved"),
            Self::Telling(words) => Error::say("error-question-telling").arg("words", words.join(" / ")),
        };
        error.arg("number", number)
    }
}

/// What was approved or shared has changed: it is a draft again, or open where no answer is left.
pub(super) fn reworked(question: &mut Question) {
    question.state = if question.answer.is_empty() { State::Open } else { State::Drafted };
    question.approved_at = None;
    question.approved_by = String::new();
}

/// What stands against approving the answer.
pub fn unfinished(question: &Question) -> Option<Hold> {
    let holds = [
        (question.state == State::Merged, Hold::Merged),
        (question.late == Late::Declined, Hold::Declined),
        (question.wording.is_empty(), Hold::NoWording),
        (question.answer.is_empty(), Hold::NoAnswer),
        (question.share == Share::Asker && question.share_reason.is_empty(), Hold::NoReason),
    ];
    holds.into_iter().find_map(|(is, hold)| is.then_some(hold))
}

/// What stands against sharing the answer, `tellings` being what is telling in it. Words knowingly cleared and those
/// that are only shown do not count.
pub fn held(question: &Question, tellings: &[Telling]) -> Option<Hold> {
    if let Some(hold) = unfinished(question) {
        return Some(hold);
    }
    let words: Vec<String> =
        tellings.iter().filter(|telling| telling.holds()).map(|telling| telling.words.clone()).collect();
    if !words.is_empty() {
        return Some(Hold::Telling(words));
    }
    (!matches!(question.state, State::Approved | State::Shared)).then_some(Hold::Unapproved)
}

/// Refuses an answer that may not be shared as it stands.
///
/// # Errors
/// The sentence that says what holds it, and what to do.
pub fn may_share(read: &Read<'_>, watch: &Watch, question: &Question) -> Result<()> {
    let askers = askers_of(read, &question.id)?;
    let askers: Vec<&str> = askers.iter().map(|asker| asker.bidder.as_str()).collect();
    match held(question, &watch.check(question, &askers)) {
        Some(hold) => Err(hold.error(&question.label())),
        None => Ok(()),
    }
}

/// Approves the answers of these questions, and gives back those that are not finished, with what they lack. Approved and
/// shared ones stay as they are.
///
/// # Errors
/// What the first one lacks, where none could be approved.
pub fn approve(tx: &mut Tx<'_>, ids: &[String]) -> Result<Vec<(String, Hold)>> {
    let mut left = Vec::new();
    let mut first = None;
    let mut done = 0;
    for id in ids {
        let question: Question = tx.get(id)?;
        match unfinished(&question) {
            Some(hold) => {
                first.get_or_insert_with(|| hold.error(&question.label()));
                left.push((question.label(), hold));
            }
            None if question.state == State::Drafted => {
                let (approved_at, approved_by) = (Some(tx.at().to_owned()), tx.actor().to_owned());
                tx.update(&Question { state: State::Approved, approved_at, approved_by, ..question })?;
                done += 1;
            }
            None => done += 1,
        }
    }
    match first {
        Some(error) if done == 0 => Err(error),
        _ => Ok(left),
    }
}

/// Takes an approval back: the answer is a draft again. What was shared stays known until it is shared anew.
pub fn reopen(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let mut question: Question = tx.get(id)?;
    if question.state == State::Merged {
        return Err(Hold::Merged.error(&question.label()));
    }
    reworked(&mut question);
    tx.update(&question)
}

/// Notes that the answer now belongs to what bidders are to know, once more or for the first time.
///
/// # Errors
/// The sentence that says what holds it back.
pub fn mark_shared(tx: &mut Tx<'_>, watch: &Watch, id: &str) -> Result<Question> {
    let question: Question = tx.get(id)?;
    may_share(tx, watch, &question)?;
    let shared_at = question.shared_at.clone().or_else(|| Some(tx.at().to_owned()));
    let shared = Question { state: State::Shared, shared_at, revision: question.revision + 1, ..question };
    tx.update(&shared)?;
    Ok(shared)
}

/// Knowingly leaves words in the wording or the answer that would hold it back. Other words hold it back again.
pub fn clear(tx: &mut Tx<'_>, id: &str, words: &[String]) -> Result<()> {
    let mut question: Question = tx.get(id)?;
    for word in words {
        if !question.cleared.contains(word) {
            question.cleared.push(word.clone());
        }
    }
    tx.update(&question)
}

/// Whether words that were cleared in a question stay cleared in its new text: a confirmation holds for the sentence that
/// was read, not for the same words in another one.
pub(super) fn still_cleared(words: &str, before: &Question, after: &Question) -> bool {
    let ends = |c: char| matches!(c, '。' | '.' | '！' | '!' | '？' | '?' | '\n');
    let sentences = [&after.wording, &after.answer].into_iter().flat_map(|text| text.split_inclusive(ends));
    sentences
        .filter(|sentence| sentence.contains(words))
        .all(|sentence| before.wording.contains(sentence) || before.answer.contains(sentence))
}

/// Lets cleared words hold the answer back again.
pub fn unclear(tx: &mut Tx<'_>, id: &str, words: &[String]) -> Result<()> {
    let mut question: Question = tx.get(id)?;
    question.cleared.retain(|word| !words.contains(word));
    tx.update(&question)
}
