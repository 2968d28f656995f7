//! What the overview needs to know about the text of the RFP and its releases.

use crate::procurement::{Facts, Procurement};
use crate::rfp::release::latest;
use crate::rfp::section::sections;
use crate::rfp::snapshot::take;
use crate::rfp::{change, requirement, SectionState};
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
    pub fn of(read: &Read<'_>, procurement: &str) -> Result<Self> {
        let all = sections(read, procurement)?;
        let required = requirement::requirements(read, procurement)?;
        let parents: std::collections::HashSet<&str> = all.iter().filter_map(|(n, _)| n.parent.as_deref()).collect();
        let asking: std::collections::HashSet<&str> = required.iter().filter_map(|r| r.section.as_deref()).collect();
        let empty = all
            .iter()
            .filter(|(_, section)| {
                let id = section.id.as_str();
                section.state(parents.contains(id), asking.contains(id)) == SectionState::Empty
            })
            .count();
        let mut writing = Self { sections: all.len(), written: all.len() - empty, empty, ..Self::default() };
        if let Some(release) = latest(read, procurement)? {
            let now = take(read, procurement, &release.number, release.snapshot.issued)?;
            writing.changes =
                change::changes(&release.snapshot, &now, read.get::<Procurement>(procurement)?.lang).len();
            writing.release = Some(release.number);
        }
        Ok(writing)
    }
}

/// Number of the latest release.
pub fn latest_release(read: &Read<'_>, procurement: &str) -> Result<Option<String>> {
    Ok(latest(read, procurement)?.map(|release| release.number))
}

/// The latest release's number and the facts as they were released.
pub fn released_facts(read: &Read<'_>, procurement: &str) -> Result<Option<(String, Facts)>> {
    Ok(latest(read, procurement)?.map(|release| (release.number, release.snapshot.facts())))
}
