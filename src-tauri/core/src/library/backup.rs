//! Backups of the store: one a day, one before an upgrade, one whenever asked for.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::error::{Error, Result};
use crate::journal::Stamp;
use crate::storage::{header, open, Header};

/// How many are kept; the oldest go first.
const KEPT: usize = 30;

/// A backup of the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// File name in the folder of backups; it begins with the time it was made.
    pub name: String,
    /// Size.
    pub bytes: u64,
}

impl Backup {
    /// When it was made: UTC, RFC 3339. None where somebody named it.
    pub fn made_at(&self) -> Option<String> {
        let time = self.name.split_once('-')?.0;
        let at = chrono::NaiveDateTime::parse_from_str(time, "%Y%m%dT%H%M%S%3fZ").ok()?;
        Some(at.and_utc().to_rfc3339_opts(chrono::SecondsFormat::Millis, true))
    }
}

fn folder_of(library: &Path) -> PathBuf {
    library.join("backups")
}

fn name(stamp: &Stamp, why: &str) -> String {
    format!("{}-{why}.db", stamp.at.format("%Y%m%dT%H%M%S%3fZ"))
}

/// A whole and consistent copy of an open store, written aside, then renamed.
pub(super) fn make(conn: &Connection, library: &Path, stamp: &Stamp, why: &str) -> Result<Backup> {
    let folder = folder_of(library);
    std::fs::create_dir_all(&folder)?;
    let name = name(stamp, why);
    let aside = folder.join(format!("{name}.part"));
    let _ = std::fs::remove_file(&aside);
    let copied = conn
        .execute("VACUUM INTO ?1", [aside.to_string_lossy()])
        .map_err(Error::from)
        .and_then(|_| Ok(std::fs::File::open(&aside)?.sync_all()?))
        .and_then(|()| Ok(std::fs::rename(&aside, folder.join(&name))?));
    if let Err(cause) = copied {
        let _ = std::fs::remove_file(&aside);
        return Err(cause);
    }
    forget_oldest(&folder)?;
    let bytes = std::fs::metadata(folder.join(&name))?.len();
    Ok(Backup { name, bytes })
}

/// A copy of a store that is not open, byte for byte.
pub(super) fn copy(store: &Path, library: &Path, stamp: &Stamp, why: &str) -> Result<()> {
    let folder = folder_of(library);
    std::fs::create_dir_all(&folder)?;
    let name = name(stamp, why);
    let aside = folder.join(format!("{name}.part"));
    std::fs::copy(store, &aside)?;
    std::fs::File::open(&aside)?.sync_all()?;
    std::fs::rename(aside, folder.join(name))?;
    Ok(())
}

/// The first opening of a day leaves a backup, where the store has anything in it.
pub(super) fn daily(conn: &Connection, library: &Path, stamp: &Stamp) -> Result<()> {
    let operations: i64 = conn.query_row("SELECT operations FROM journal_head", [], |row| row.get(0))?;
    let today = stamp.at.format("%Y%m%d").to_string();
    if operations > 0 && !list(library)?.iter().any(|backup| backup.name.starts_with(&today)) {
        make(conn, library, stamp, "daily")?;
    }
    Ok(())
}

/// Newest first.
pub(super) fn list(library: &Path) -> Result<Vec<Backup>> {
    let entries = match std::fs::read_dir(folder_of(library)) {
        Ok(entries) => entries,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(cause) => return Err(cause.into()),
    };
    let mut found = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if Path::new(&name).extension().is_some_and(|ending| ending == "db") {
            found.push(Backup { name, bytes: entry.metadata()?.len() });
        }
    }
    found.sort_by(|a, b| b.name.cmp(&a.name));
    Ok(found)
}

fn forget_oldest(folder: &Path) -> Result<()> {
    let library = folder.parent().unwrap_or(folder);
    for backup in list(library)?.into_iter().skip(KEPT) {
        std::fs::remove_file(folder.join(backup.name))?;
    }
    Ok(())
}

/// Puts the backup in the store's place and keeps what was there under a name that says so.
pub(super) fn restore(library: &Path, store: &str, name: &str, stamp: &Stamp) -> Result<()> {
    let unknown = || Error::say("error-backup-unknown").arg("name", name);
    if !list(library)?.iter().any(|backup| backup.name == name) {
        return Err(unknown());
    }
    let backup = folder_of(library).join(name);
    if !matches!(header(&backup)?, Header::Ours(_)) {
        return Err(unknown());
    }
    let aside = library.join(format!("{store}.part"));
    std::fs::copy(&backup, &aside)?;
    std::fs::File::open(&aside)?.sync_all()?;
    open(&aside, true)?;
    let current = library.join(store);
    if current.exists() {
        let kept = format!("{store}.replaced-{}", stamp.at.format("%Y%m%dT%H%M%S%3fZ"));
        std::fs::rename(&current, library.join(kept))?;
        // A rollback journal belongs to the file it was made for.
        let journal = library.join(format!("{store}-journal"));
        if journal.exists() {
            std::fs::rename(&journal, library.join(format!("{store}-journal.replaced")))?;
        }
    }
    std::fs::rename(aside, current)?;
    Ok(())
}
