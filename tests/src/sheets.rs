//! Proposals to judge, planted without their files.

use sentei_core::bidder;
use sentei_core::journal::Tx;
use sentei_core::Result;
use serde_json::json;

use crate::evaluated;

/// A proposal of every bidder of a procurement, late and accepted.
pub fn propose(tx: &mut Tx<'_>, procurement: &str) -> Result<()> {
    let file = json!({ "received_at": "2027-04-01T10:00", "punctuality": "late" });
    let bidders = bidder::of(tx, procurement)?;
    bidders.iter().try_for_each(|bidder| evaluated::propose(tx, procurement, &bidder.id, &file))
}
