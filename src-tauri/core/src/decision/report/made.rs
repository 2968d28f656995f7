//! Versions of the report: what it said when it was made is recorded, and the same again is the same version.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::journal::{ever_written, Tx};
use crate::storage::{Read, Record};
use crate::Result;

/// The operation that records it.
pub const MAKE: &str = "report-make";

/// A version of the report that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeReport {
    /// Key.
    pub id: String,
    /// The procurement.
    pub procurement: String,
    /// Which version, from 1.
    pub number: i64,
    /// When it was first made, UTC.
    pub made_at: String,
    /// SHA-256 of what it says.
    pub sha256: String,
}

impl Record for MadeReport {
    const KIND: &'static str = "selection_report";
    const COLUMNS: &'static [&'static str] = &["id", "procurement", "number", "made_at", "sha256"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// Which version a report is as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edition {
    /// Which version, from 1.
    pub number: i64,
    /// SHA-256 of what it says.
    pub sha256: String,
}

/// Every version of a procurement's report that was made, the oldest first.
pub(in crate::decision) fn reports(read: &Read<'_>, procurement: &str) -> Result<Vec<MadeReport>> {
    read.all("WHERE procurement = ?1 ORDER BY number, id", &[&procurement])
}

/// A version as it was printed.
pub(super) struct Printed {
    /// The version, as it was first made.
    pub made: MadeReport,
    /// The head of the journal then.
    pub hash: String,
}

/// The newest version that was made. What was made is in somebody's hands: undone, its number is not given again.
pub(super) fn newest(read: &Read<'_>, procurement: &str) -> Result<Option<Printed>> {
    let mut all: Vec<Printed> = Vec::new();
    for (image, hash) in ever_written(read, procurement, MAKE, MadeReport::KIND)? {
        all.push(Printed { made: serde_json::from_value(Value::Object(image))?, hash });
    }
    // Undone and made again, one version was recorded twice.
    let number = all.last().map(|last| last.made.number);
    Ok(all.into_iter().find(|one| Some(one.made.number) == number))
}

/// Records that the report was made as it stands. The newest version made again stays as it is recorded.
pub fn record(tx: &mut Tx<'_>, procurement: &str, edition: &Edition) -> Result<()> {
    if reports(tx, procurement)?.last().is_some_and(|last| last.sha256 == edition.sha256) {
        return Ok(());
    }
    let made = MadeReport {
        id: tx.new_id(),
        procurement: procurement.into(),
        number: edition.number,
        made_at: tx.at().to_owned(),
        sha256: edition.sha256.clone(),
    };
    tx.insert(&made)
}
