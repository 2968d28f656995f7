//! Proposals to judge, planted without their files.

use sentei_core::bidder;
use sentei_core::calendar::Moment;
use sentei_core::distribution::Means;
use sentei_core::journal::Tx;
use sentei_core::proposal::{LateRuling, Proposal};
use sentei_core::Result;

/// A proposal of every bidder of a procurement.
pub fn propose(tx: &mut Tx<'_>, procurement: &str) -> Result<()> {
    for bidder in bidder::of(tx, procurement)? {
        let received_at: Moment = "2027-04-01T10:00".parse().unwrap_or_else(|_| unreachable!("a written moment"));
        let proposal = Proposal {
            id: tx.new_id(),
            procurement: procurement.into(),
            bidder: bidder.id,
            received_at,
            means: Means::Mail,
            late_ruling: LateRuling::Accepted,
            late_reason: String::new(),
            receipt_at: None,
            valid_until: None,
            staff: String::new(),
            leads: String::new(),
            busy_extra: String::new(),
            team: String::new(),
            summary: String::new(),
        };
        tx.insert(&proposal)?;
    }
    Ok(())
}
