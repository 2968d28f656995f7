//! Sharing answers: an approved answer becomes something bidders are to know, as it stands this moment.

use chrono::NaiveDate;

use super::{shared_items, AnswerShot, ItemKind, SharedItem};
use crate::calendar::in_japan;
use crate::journal::Tx;
use crate::question::about::Places;
use crate::question::state::mark_shared;
use crate::question::telling::Watch;
use crate::question::{askers_of, Question, Share, State};
use crate::rfp::release::Release;
use crate::rfp::section::sections;
use crate::{Error, Result};

/// Longest title of an answer in lists, in characters.
const TITLE: usize = 60;

/// Shares the answers of these questions as the next round. An answer that is shared as it stands is left out; one that was
/// changed takes the place of what was shared before. What is for the asker alone is meant for the askers only.
///
/// # Errors
/// What holds one of them back, and where there is nothing new in them; then nothing is shared.
pub fn share_answers(tx: &mut Tx<'_>, procurement: &str, questions: &[String]) -> Result<Vec<SharedItem>> {
    let before = shared_items(tx, procurement)?;
    let round = before.iter().map(|item| item.round).max().unwrap_or(0) + 1;
    let day = chrono::DateTime::parse_from_rfc3339(tx.at()).map(|at| in_japan(at.to_utc()).date_naive());
    let day = day.unwrap_or_default();
    let mut places = Places::of(tx, procurement)?;
    let watch = Watch::of(tx, procurement)?;
    let mut chosen = Vec::new();
    for id in questions {
        let question: Question = tx.get(id)?;
        if question.procurement != procurement {
            return Err(Error::NotFound { kind: "question", id: id.clone() });
        }
        if question.state != State::Shared {
            chosen.push(question);
        }
    }
    chosen.sort_by_key(|question| question.number);
    if chosen.is_empty() {
        return Err(Error::say("error-share-nothing"));
    }
    let mut shared = Vec::new();
    for question in chosen {
        let question = mark_shared(tx, &watch, &question.id)?;
        let snapshot = shot(tx, &mut places, &question, day)?;
        let mut only_for = Vec::new();
        if question.share == Share::Asker {
            only_for.extend(askers_of(tx, &question.id)?.into_iter().map(|asker| asker.bidder));
            only_for.sort();
            only_for.dedup();
            // An empty list would mean everybody.
            if only_for.is_empty() {
                return Err(Error::say("error-share-no-asker").arg("number", question.label()));
            }
        }
        let item = SharedItem {
            id: tx.new_id(),
            procurement: procurement.into(),
            kind: ItemKind::Answer,
            replaces: before
                .iter()
                .rev()
                .find(|item| item.question.as_ref() == Some(&question.id))
                .map(|item| item.id.clone()),
            title: short(&question.wording),
            question: Some(question.id),
            round,
            shared_at: tx.at().to_owned(),
            only_for,
            snapshot: Some(snapshot),
            name: String::new(),
            bytes: 0,
            sha256: String::new(),
        };
        tx.insert(&item)?;
        shared.push(item);
    }
    Ok(shared)
}

fn short(wording: &str) -> String {
    let line = wording.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(TITLE) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line,
    }
}

fn shot(tx: &Tx<'_>, places: &mut Places, question: &Question, answered: NaiveDate) -> Result<AnswerShot> {
    let about = places.about(tx, question)?;
    let (section_number, section_title) = about.map(|about| (about.number, about.title)).unwrap_or_default();
    Ok(AnswerShot {
        number: question.label(),
        requirement: places.requirement(tx, question)?.map(|(number, _)| number).unwrap_or_default(),
        chapter: chapter(tx, question, &section_number)?,
        section_number,
        section_title,
        question: question.wording.clone(),
        answer: question.answer.clone(),
        answered,
        changes_rfp: question.changes_rfp,
        revision: question.revision,
    })
}

/// Title of the chapter that a section's number begins with, in the release it was asked about or in the draft.
fn chapter(tx: &Tx<'_>, question: &Question, number: &str) -> Result<String> {
    let first = number.split('.').next().unwrap_or_default();
    if first.is_empty() {
        return Ok(String::new());
    }
    let found = match &question.release {
        Some(release) => {
            let sections = tx.get::<Release>(release)?.snapshot.sections;
            sections.into_iter().find(|section| section.number == first).map(|section| section.title)
        }
        None => sections(tx, &question.procurement)?
            .into_iter()
            .find(|(place, _)| place.number == first)
            .map(|(_, section)| section.title),
    };
    Ok(found.unwrap_or_default())
}
