//! Who asked a question, as far as it is added or removed by hand.

use super::state::reworked;
use super::verbs::{add_asker, Asked};
use super::{askers_of, Asker, Channel, Question, Share, State};
use crate::calendar::Moment;
use crate::journal::Tx;
use crate::{Error, Result};

/// Notes that a bidder asked this question as well, in the words of its wording until its own are taken down.
///
/// # Errors
/// Refused for a question that another one tells, and for a bidder that asked it already.
pub fn add(tx: &mut Tx<'_>, question: &str, bidder: &str, received_at: Moment) -> Result<Asker> {
    let mut stored: Question = tx.get(question)?;
    if stored.state == State::Merged {
        return Err(Error::say("error-question-merged").arg("number", stored.label()));
    }
    if askers_of(tx, question)?.iter().any(|asker| asker.bidder == bidder) {
        return Err(Error::say("error-question-asker-twice").arg("number", stored.label()));
    }
    let asked = Asked {
        bidders: vec![bidder.into()],
        hearing: None,
        received_at,
        channel: Channel::Meeting,
        person: String::new(),
        words: stored.wording.clone(),
        wording: None,
        section: None,
        requirement: None,
        source: String::new(),
    };
    let asker = add_asker(tx, &stored, bidder, &stored.wording, &asked)?;
    told_to_askers_alone(tx, &mut stored)?;
    Ok(asker)
}

/// Removes one who did not ask after all.
///
/// # Errors
/// Refused for the last one who asked: a question without an asker is none.
pub fn remove(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let asker: Asker = tx.get(id)?;
    let mut question: Question = tx.get(&asker.question)?;
    if tx.count::<Asker>("WHERE question = ?1", &[&asker.question])? < 2 {
        return Err(Error::say("error-question-asker-last").arg("number", question.label()));
    }
    tx.remove::<Asker>(id)?;
    if let Some(teller) = &question.merged_into {
        question = tx.get(teller)?;
    }
    told_to_askers_alone(tx, &mut question)
}

/// An answer that went to the askers alone has to be shared anew once there are others.
fn told_to_askers_alone(tx: &mut Tx<'_>, question: &mut Question) -> Result<()> {
    if question.state == State::Shared && question.share == Share::Asker {
        reworked(question);
        tx.update(question)?;
    }
    Ok(())
}
