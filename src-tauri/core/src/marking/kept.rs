//! A count that is kept, so that of thousands of marks only what has changed is read and counted again.

use std::sync::Arc;

use super::result::{counted, Counted};
use crate::evaluation::score::firmness::Firmness;
use crate::journal::{place, touched_since, Place};
use crate::storage::Read;
use crate::Result;

/// Kinds of records that stand beside the sheets: after a change of them the sheets need not be read again.
const BESIDE: [&str; 2] = ["consensus", "exclusion"];

/// A procurement as it was last counted, and how far the journal was then.
#[derive(Debug)]
pub struct Kept {
    procurement: String,
    at: Place,
    /// What was counted.
    pub counted: Arc<Counted>,
    /// How firm it is, once that has been examined.
    pub firmness: Option<Arc<Firmness>>,
}

impl Kept {
    /// A procurement as it stands now. `before` is what was kept last, of whichever procurement.
    ///
    /// # Errors
    /// As [`counted`].
    pub fn renewed(read: &Read<'_>, procurement: &str, before: Option<Self>) -> Result<Self> {
        let at = place(read)?;
        if let Some(mut kept) = before.filter(|kept| kept.procurement == procurement) {
            let touched = touched_since(read, &kept.at)?;
            if let Some(kinds) = touched.filter(|kinds| kinds.iter().all(|kind| BESIDE.contains(&kind.as_str()))) {
                if !kinds.is_empty() {
                    Arc::make_mut(&mut kept.counted).settle(read, procurement)?;
                    kept.firmness = None;
                }
                kept.at = at;
                return Ok(kept);
            }
        }
        let counted = Arc::new(counted(read, procurement)?);
        Ok(Self { procurement: procurement.into(), at, counted, firmness: None })
    }
}
