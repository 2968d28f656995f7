//! What the overview needs to know about the text of the RFP and its releases.

use crate::procurement::Facts;
use crate::storage::Read;
use crate::Result;

/// How far the RFP is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Writing {
    /// Sections there are.
    pub sections: usize,
    /// Sections with something in them.
    pub written: usize,
    /// Sections with nothing in them.
    pub empty: usize,
    /// Number of the latest release.
    pub release: Option<String>,
    /// Differences between that release and now.
    pub changes: usize,
}

impl Writing {
    /// Reads it.
    pub fn of(_read: &Read<'_>, _procurement: &str) -> Result<Self> {
        Ok(Self::default())
    }
}

/// Number of the latest release.
pub fn latest_release(_read: &Read<'_>, _procurement: &str) -> Result<Option<String>> {
    Ok(None)
}

/// The latest release's number and the facts as they were released.
pub fn released_facts(_read: &Read<'_>, _procurement: &str) -> Result<Option<(String, Facts)>> {
    Ok(None)
}
