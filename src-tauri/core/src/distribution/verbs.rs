//! What can be done to distributions.

use super::{files, lines, of, shared_items, Distribution, HandedFile, Line, SharedItem};
use crate::journal::Tx;
use crate::Result;

/// Removes all distributions of a procurement, and what was shared.
pub fn remove_all(tx: &mut Tx<'_>, procurement: &str) -> Result<()> {
    for line in lines(tx, procurement)? {
        tx.remove::<Line>(&line.id)?;
    }
    for distribution in of(tx, procurement)? {
        for file in files(tx, &distribution.id)? {
            tx.remove::<HandedFile>(&file.id)?;
        }
        tx.remove::<Distribution>(&distribution.id)?;
    }
    for item in shared_items(tx, procurement)? {
        tx.remove::<SharedItem>(&item.id)?;
    }
    Ok(())
}
