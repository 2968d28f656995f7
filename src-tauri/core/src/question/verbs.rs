//! What can be done to questions.

use super::{askers, of, Asker, Question, QuestionCount};
use crate::journal::Tx;
use crate::Result;

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
