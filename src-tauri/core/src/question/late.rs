//! Questions after the deadline: marked, and accepted or declined with a reason.

use super::{Late, Question};
use crate::calendar::Moment;
use crate::journal::Tx;
use crate::procurement::{line, FactKey, Facts};
use crate::{Error, Result};

/// Until when questions are taken, as the procurement's schedule has it.
pub fn deadline(facts: &Facts) -> Option<Moment> {
    facts.moment(FactKey::QuestionDeadline)
}

/// Whether a question came after the deadline. A day without a time counts from its first minute, a deadline without one
/// lasts until the end of its day: in doubt it was in time.
pub fn is_late(received: Moment, deadline: Option<Moment>) -> bool {
    deadline.is_some_and(|deadline| received.earliest() > deadline.latest())
}

/// Decides whether a late question is answered, and why.
///
/// # Errors
/// Refused to decline what has been shared.
pub fn decide(tx: &mut Tx<'_>, id: &str, late: Late, reason: &str) -> Result<()> {
    let question: Question = tx.get(id)?;
    if late == Late::Declined && question.revision > 0 {
        return Err(Error::say("error-question-decline-shared").arg("number", question.label()));
    }
    tx.update(&Question { late, late_reason: line(reason)?, ..question })
}
