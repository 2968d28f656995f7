//! The library: one folder with the store, the files that belong to it, and its backups.

mod backup;
mod files;
mod lock;
mod settings;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use rusqlite::Connection;

pub use backup::Backup;
pub use files::{sha256, Files};
pub use settings::Setting;

use crate::error::{Error, Result};
use crate::journal::{self, Changed, Op, Outcome, Stamp, Tx, UndoNames};
use crate::storage::{header, open, Header, Ids, Read, Schema};

const STORE: &str = "library.db";

/// An open library. One program writes; a second one may only read.
pub struct Library {
    folder: PathBuf,
    conn: Connection,
    schema: Schema,
    ids: Ids,
    identity: Option<(u64, u64)>,
    lock: lock::Lock,
}

impl Library {
    /// Opens the folder, making it where it is not there yet. `seed` is fresh randomness for new keys; `stamp` names who
    /// opens it and when.
    ///
    /// # Errors
    /// A sentence where the file is foreign, damaged or made by a newer program; the file is then left untouched.
    pub fn open(folder: &Path, seed: [u8; 16], stamp: &Stamp) -> Result<Self> {
        Self::open_store(folder, seed, stamp).map_err(|cause| without_backup(cause, folder))
    }

    fn open_store(folder: &Path, seed: [u8; 16], stamp: &Stamp) -> Result<Self> {
        std::fs::create_dir_all(folder)?;
        let path = folder.join(STORE);
        let found = header(&path)?;
        let newest = crate::storage::migrations::STEPS.len();
        match found {
            Header::Foreign => return Err(Error::say("error-foreign").code("damaged").arg("file", path.display())),
            Header::Ours(version) if version > newest => return Err(Error::say("error-newer").code("newer")),
            _ => {}
        }
        let lock = lock::Lock::take(folder, stamp)?;
        let write = lock.writes();
        if write && matches!(found, Header::Ours(version) if version < newest) {
            backup::copy(&path, folder, stamp, "before-upgrade")?;
        }
        if !write && found == Header::Absent {
            return Err(Error::say("error-busy").code("busy"));
        }
        let (conn, schema) = open(&path, write)?;
        let identity = identity(&path);
        let library = Self { folder: folder.into(), conn, schema, ids: Ids::new(seed), identity, lock };
        if write {
            // Work goes on without it, on a full disk above all; the settings show when the last one was made.
            if let Err(cause) = backup::daily(&library.conn, folder, stamp) {
                tracing::error!(%cause, "no backup today");
            }
        }
        Ok(library)
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Who writes to it, where that is not this program.
    pub fn held_by(&self) -> Option<&str> {
        self.lock.holder()
    }

    /// Whether this program may write.
    pub fn writes(&self) -> bool {
        self.lock.writes()
    }

    /// Reading.
    pub fn read(&self) -> Read<'_> {
        Read { conn: &self.conn }
    }

    /// The files kept beside the store.
    pub fn files(&self) -> Files {
        Files::new(&self.folder)
    }

    /// The one way to change the store: runs `work` and journals what it changed. All or nothing.
    ///
    /// # Errors
    /// What `work` refuses, and what the disk refuses.
    pub fn transact<T>(
        &mut self,
        op: Op,
        stamp: &Stamp,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<Outcome<T>> {
        self.may_write()?;
        journal::transact(&mut self.conn, &self.schema, &mut self.ids, &op, stamp, work)
    }

    /// Takes the newest step of the scope back.
    pub fn undo(&mut self, scope: Option<&str>, stamp: &Stamp) -> Result<Changed> {
        self.may_write()?;
        journal::undo(&mut self.conn, &self.schema, &mut self.ids, scope, stamp)
    }

    /// Does the last undone step of the scope again.
    pub fn redo(&mut self, scope: Option<&str>, stamp: &Stamp) -> Result<Changed> {
        self.may_write()?;
        journal::redo(&mut self.conn, &self.schema, &mut self.ids, scope, stamp)
    }

    /// What undo and redo would do.
    pub fn undo_names(&self, scope: Option<&str>) -> Result<UndoNames> {
        journal::undo_names(&self.read(), &self.schema, scope)
    }

    /// Copies the store into the backups, whole and consistent.
    pub fn back_up(&self, stamp: &Stamp) -> Result<Backup> {
        backup::make(&self.conn, &self.folder, stamp, "by-hand")
    }

    /// The state of every record, for comparing two libraries: kind, id and row.
    pub fn state(&self) -> Result<Vec<(String, String)>> {
        state(&self.conn, &self.schema)
    }

    /// Writes the journal's changes, oldest first, into an empty store in memory and returns its state.
    pub fn replayed(&self) -> Result<Vec<(String, String)>> {
        let mut conn = Connection::open_in_memory()?;
        crate::storage::migrations::migrate(&mut conn, crate::storage::migrations::STEPS)?;
        conn.pragma_update(None, "foreign_keys", "OFF")?;
        journal::replay(&self.conn, &conn, &self.schema)?;
        state(&conn, &self.schema)
    }

    fn may_write(&self) -> Result<()> {
        if !self.writes() {
            return Err(match self.held_by() {
                // Nobody's name: a machine that names no person, or a holder that could not write one.
                Some("" | "—") => Error::say("error-locked-unnamed").code("read_only"),
                Some(holder) => Error::say("error-locked").code("read_only").arg("holder", holder),
                None => Error::say("error-read-only").code("read_only"),
            });
        }
        // A moved or exchanged file would take writes that nobody finds again.
        if self.identity.is_some() && identity(&self.folder.join(STORE)) != self.identity {
            return Err(Error::say("error-library-moved").code("moved_away").arg("folder", self.folder.display()));
        }
        Ok(())
    }
}

/// The same failure, told without the way to a backup where there is none.
fn without_backup(cause: Error, folder: &Path) -> Error {
    let (code, id, args) = cause.message();
    let id = match id {
        "error-damaged" => "error-damaged-alone",
        "error-foreign" => "error-foreign-alone",
        _ => return cause,
    };
    tracing::error!(%cause, "the library does not open");
    match backup::list(folder) {
        Ok(found) if !found.is_empty() => cause,
        _ => Error::Say { id, code, args },
    }
}

fn state(conn: &Connection, schema: &Schema) -> Result<Vec<(String, String)>> {
    let mut rows = Vec::new();
    for (kind, columns) in schema {
        let mut statement = conn.prepare(&format!("SELECT id FROM {kind} ORDER BY id"))?;
        let ids = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        for id in ids {
            let image = crate::storage::read_image(conn, kind, columns, &id)?;
            rows.push((format!("{kind} {id}"), serde_json::to_string(&image)?));
        }
    }
    Ok(rows)
}

#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;
    std::fs::metadata(path).ok().map(|meta| (meta.dev(), meta.ino()))
}

/// Elsewhere an open file cannot be moved.
#[cfg(not(unix))]
fn identity(_: &Path) -> Option<(u64, u64)> {
    None
}

/// Puts a backup in the store's place. The store there, whole or damaged, is kept beside it under another name.
/// The library must not be open.
///
/// # Errors
/// A sentence where the backup is not a store of this program; then nothing changes.
pub fn restore(folder: &Path, name: &str, stamp: &Stamp) -> Result<()> {
    backup::restore(folder, STORE, name, stamp)
}

/// The backups of a library folder, newest first; the library need not open.
pub fn backups(folder: &Path) -> Result<Vec<Backup>> {
    backup::list(folder)
}
