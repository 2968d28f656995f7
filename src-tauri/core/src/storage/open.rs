//! Opening the file: what it must be, and how SQLite is told to keep it safe.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::migrations::{migrate, APPLICATION_ID, STEPS};
use crate::error::{Error, Result};

/// The tables that hold records, with their columns.
pub(crate) type Schema = BTreeMap<String, Vec<String>>;

/// What the first hundred bytes of a file say.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Header {
    /// No file, or one without a byte.
    Absent,
    /// Not a store of this program.
    Foreign,
    /// A store of this program at the given schema version.
    Ours(usize),
}

/// Reads the head of the file without SQLite, so that a foreign or newer file is not touched at all.
pub(crate) fn header(path: &Path) -> Result<Header> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(Header::Absent),
        Err(cause) => return Err(cause.into()),
    };
    let mut head = Vec::new();
    file.by_ref().take(100).read_to_end(&mut head)?;
    if head.is_empty() {
        return Ok(Header::Absent);
    }
    let word = |at: usize| u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]);
    if head.len() < 100 || &head[..16] != b"SQLite format 3\0" || word(68) != APPLICATION_ID {
        return Ok(Header::Foreign);
    }
    Ok(Header::Ours(word(60) as usize))
}

/// Opens the store, new or at the newest version, and checks that it is whole.
pub(crate) fn open(path: &Path, write: bool) -> Result<(Connection, Schema)> {
    let flags = if write {
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE
    } else {
        OpenFlags::SQLITE_OPEN_READ_ONLY
    };
    let mut conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    let damaged = || Error::say("error-damaged").code("damaged");
    // Looked at before anything is written, so that a damaged file stays as it is.
    let check: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if check != "ok" {
        return Err(damaged());
    }
    keep_safe(&conn)?;
    if write {
        migrate(&mut conn, STEPS)?;
    }
    if definitions(&conn)? != definitions(&fresh()?)? {
        return Err(damaged());
    }
    conn.pragma_update(None, "foreign_keys", "ON")?;
    let schema = tables(&conn)?;
    conn.set_prepared_statement_cache_capacity(256);
    Ok((conn, schema))
}

/// An empty store in memory, at the newest version.
fn fresh() -> Result<Connection> {
    let mut conn = Connection::open_in_memory()?;
    migrate(&mut conn, STEPS)?;
    Ok(conn)
}

fn keep_safe(conn: &Connection) -> Result<()> {
    // A copied or renamed file in WAL mode loses rows; the rollback journal with FULL does not.
    conn.pragma_update(None, "journal_mode", "DELETE")?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    conn.pragma_update(None, "trusted_schema", "OFF")?;
    conn.pragma_update(None, "cell_size_check", "ON")?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    // Up to 64 MiB of a large library are kept at hand: a list of ten thousand rows is not read from the disk each time.
    conn.pragma_update(None, "cache_size", -65_536)?;
    conn.busy_timeout(std::time::Duration::from_secs(2))?;
    // A hostile file may bring triggers and views of its own.
    for (config, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
    ] {
        conn.set_db_config(config, on)?;
    }
    Ok(())
}

fn definitions(conn: &Connection) -> Result<Vec<(String, String)>> {
    let mut statement = conn.prepare("SELECT name, coalesce(sql, '') FROM sqlite_master ORDER BY name")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn tables(conn: &Connection) -> Result<Schema> {
    let mut statement = conn.prepare(
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c \
         WHERE m.type = 'table' AND m.name NOT IN ('operation', 'change', 'journal_head') \
         AND m.name NOT LIKE 'sqlite%' ORDER BY m.name, c.cid",
    )?;
    let mut schema = Schema::new();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        schema.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(schema)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &[&str] = &["CREATE TABLE note (id TEXT PRIMARY KEY, words TEXT NOT NULL) STRICT;"];
    const NEW: &[&str] = &["ALTER TABLE note ADD COLUMN tone TEXT;", "CREATE INDEX note_by_tone ON note (tone);"];

    #[test]
    fn an_upgraded_store_equals_a_fresh_one() {
        let mut old = Connection::open_in_memory().unwrap();
        migrate(&mut old, &[OLD]).unwrap();
        old.execute("INSERT INTO note VALUES ('1', '残る')", []).unwrap();
        migrate(&mut old, &[OLD, NEW]).unwrap();
        let mut fresh = Connection::open_in_memory().unwrap();
        migrate(&mut fresh, &[OLD, NEW]).unwrap();
        assert_eq!(definitions(&old).unwrap(), definitions(&fresh).unwrap());
        let words: String = old.query_row("SELECT words FROM note", [], |row| row.get(0)).unwrap();
        assert_eq!(words, "残る");
    }

    #[test]
    fn a_failing_migration_leaves_everything_as_it_was() {
        let mut conn = Connection::open_in_memory().unwrap();
        migrate(&mut conn, &[OLD]).unwrap();
        let before = definitions(&conn).unwrap();
        assert!(migrate(&mut conn, &[OLD, &["CREATE TABLE more (id TEXT) STRICT;", "no sql"]]).is_err());
        assert_eq!(definitions(&conn).unwrap(), before);
        let version: u32 = conn.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        assert_eq!(version, 1);
    }

    #[test]
    fn a_newer_store_is_refused() {
        let mut conn = Connection::open_in_memory().unwrap();
        migrate(&mut conn, &[OLD, NEW]).unwrap();
        assert_eq!(migrate(&mut conn, &[OLD]).unwrap_err().message().0, "newer");
    }
}
