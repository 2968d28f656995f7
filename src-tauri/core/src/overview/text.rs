//! What the overview needs to know about the text of the RFP and its releases, read without parsing more than needed:
//! the first screen asks it of every procurement.

use rusqlite::OptionalExtension;

use crate::procurement::Facts;
use crate::rfp::{release, snapshot, Section};
use crate::storage::Read;
use crate::Result;

/// A text stored in more bytes than this is not empty.
const EMPTY_BYTES: i64 = 600;

/// How far the RFP is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Writing {
    /// Sections there are.
    pub sections: usize,
    /// Sections with nothing in them, chapters with sections of their own apart.
    pub empty: usize,
    /// Number of the latest release.
    pub release: Option<String>,
    /// The RFP is no longer as it was released.
    pub changed: bool,
}

impl Writing {
    /// Reads it.
    pub fn of(read: &Read<'_>, procurement: &str) -> Result<Self> {
        let sections = read.count::<Section>("WHERE procurement = ?1", &[&procurement])?;
        let bare = read.all::<Section>(
            "WHERE procurement = ?1 AND optional = 0 AND done = 0 AND length(body) < ?2
             AND NOT EXISTS (SELECT 1 FROM section AS lower WHERE lower.parent = section.id)
             AND NOT EXISTS (SELECT 1 FROM requirement WHERE requirement.section = section.id)",
            &[&procurement, &EMPTY_BYTES],
        )?;
        let latest = latest(read, procurement)?;
        Ok(Self {
            sections: usize::try_from(sections).unwrap_or(usize::MAX),
            empty: bare.iter().filter(|section| section.body.is_empty()).count(),
            changed: latest.as_ref().map_or(Ok(false), |(_, issued_at)| changed(read, procurement, issued_at))?,
            release: latest.map(|(number, _)| number),
        })
    }
}

/// Number and time of the latest release.
fn latest(read: &Read<'_>, procurement: &str) -> Result<Option<(String, String)>> {
    let sql = "SELECT number, issued_at FROM release WHERE procurement = ?1 ORDER BY issued_at DESC, id DESC LIMIT 1";
    let mut statement = read.conn.prepare_cached(sql)?;
    Ok(statement.query_row([procurement], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// Whether the RFP says something else than its latest release. Where nothing was done since, nothing is compared.
fn changed(read: &Read<'_>, procurement: &str, issued_at: &str) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM operation WHERE scope = ?1 AND last_at > ?2)";
    let touched: bool = read.conn.prepare_cached(sql)?.query_row([procurement, issued_at], |row| row.get(0))?;
    let Some(released) = (if touched { release::latest(read, procurement)? } else { None }) else { return Ok(false) };
    let now = snapshot::take(read, procurement, &released.number, released.snapshot.issued)?;
    Ok(!released.snapshot.says_the_same(&now))
}

/// Number of the latest release.
pub fn latest_release(read: &Read<'_>, procurement: &str) -> Result<Option<String>> {
    Ok(latest(read, procurement)?.map(|(number, _)| number))
}

/// The latest release's number and the facts as they were released.
pub fn released_facts(read: &Read<'_>, procurement: &str) -> Result<Option<(String, Facts)>> {
    Ok(release::latest(read, procurement)?.map(|released| (released.number.clone(), released.snapshot.facts())))
}
