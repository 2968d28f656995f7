//! The same question from several bidders is one question with several askers. Each keeps its number and its own words;
//! the merged one says where it went and can be split off again.

use super::state::reworked;
use super::{merged_into, Question, Share, State};
use crate::journal::Tx;
use crate::{Error, Result};

/// Which of some questions tells the others: the one that has come furthest, and among equals the one asked first.
pub fn teller(questions: &[Question]) -> Option<&Question> {
    let open = questions.iter().filter(|question| question.state != State::Merged);
    open.max_by_key(|question| (question.revision, question.state, !question.answer.is_empty(), -question.number))
}

/// Lets `into` tell the questions `ids`. Where its answer was shared with the asker alone, it has to be shared anew, for
/// there are more who asked.
///
/// # Errors
/// Refused for a question that has been shared itself, and across procurements.
pub fn merge(tx: &mut Tx<'_>, into: &str, ids: &[String]) -> Result<()> {
    let mut teller: Question = tx.get(into)?;
    if teller.state == State::Merged {
        return Err(Error::say("error-question-merged").arg("number", teller.label()));
    }
    for id in ids.iter().filter(|id| *id != into) {
        let question: Question = tx.get(id)?;
        if question.procurement != teller.procurement {
            return Err(Error::NotFound { kind: "question", id: id.clone() });
        }
        if question.revision > 0 {
            let error = Error::say("error-question-merge-shared").arg("number", question.label());
            return Err(error.arg("into", teller.label()));
        }
        for told in merged_into(tx, id)? {
            tx.update(&Question { merged_into: Some(into.into()), ..told })?;
        }
        tx.update(&Question { state: State::Merged, merged_into: Some(into.into()), ..question })?;
    }
    if teller.state == State::Shared && teller.share == Share::Asker {
        reworked(&mut teller);
        tx.update(&teller)?;
    }
    Ok(())
}

/// Lets a merged question stand for itself again.
pub fn split(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let mut question: Question = tx.get(id)?;
    if question.state == State::Merged {
        question.merged_into = None;
        reworked(&mut question);
        tx.update(&question)?;
    }
    Ok(())
}
