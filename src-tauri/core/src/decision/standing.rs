//! How far a decision has come, for the overview.

use super::approval::{open_conditions, state_of, State};
use super::{discussion, notices, Decision, Notice, Outcome};
use crate::bidder;
use crate::storage::Read;
use crate::Result;

/// How far a decision has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Something of it is written.
    pub begun: bool,
    /// It is decided.
    pub decided: bool,
    /// How it ends.
    pub outcome: Outcome,
    /// Where its approval stands.
    pub approval: State,
    /// Conditions of the approval nobody has noted as met.
    pub conditions: usize,
    /// Notices drafted and not sent, those to bidders that have left since not among them.
    pub unsent: usize,
    /// Every notice that is to be sent was sent, and there is one.
    pub told: bool,
}

impl Standing {
    /// How far the decision of a procurement has come.
    pub fn of(read: &Read<'_>, procurement: &str) -> Result<Self> {
        let decision = Decision::of(read, procurement)?;
        let notices = notices(read, procurement)?;
        let approval = state_of(read, procurement)?;
        let mut left = bidder::of(read, procurement)?;
        left.retain(|bidder| bidder.status.has_left());
        let has_left = |notice: &Notice| left.iter().any(|bidder| bidder.id == notice.bidder);
        let unsent = notices.iter().filter(|notice| notice.sent_at.is_none() && !has_left(notice)).count();
        let begun = decision != Decision::open(procurement)
            || approval != State::Draft
            || !discussion(read, procurement)?.is_empty();
        Ok(Self {
            begun,
            decided: decision.decided_at.is_some(),
            outcome: decision.outcome,
            approval,
            conditions: open_conditions(read, procurement)?.len(),
            unsent,
            told: unsent == 0 && notices.iter().any(|notice| notice.sent_at.is_some()),
        })
    }
}
