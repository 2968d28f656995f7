//! The hash chain: every operation is sealed with the one before it, so that a row changed, removed, inserted or swapped
//! afterwards is found and named.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use rusqlite::{params, Connection, OptionalExtension};
use serde_json::{json, Value};
use sha2::{Digest, Sha256};

use super::undo::undone_by_history;
use crate::error::Result;
use crate::storage::Read;

/// What the check of the whole journal found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Operations that the journal says it has.
    pub operations: i64,
    /// The newest hash: it stands for the whole history and is printed in reports.
    pub head: String,
    /// The first thing that is not as it was sealed.
    pub broken: Option<Broken>,
}

/// A broken place in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// The operation with this number is not there.
    Missing(i64),
    /// The operation with this number, or one of its changes, is not as it was sealed.
    Altered(i64),
    /// The operation with this number was never sealed by the journal.
    Inserted(i64),
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The hash of an operation, made from the hash before it, its columns and its changes in order.
pub(super) struct Seal(Sha256);

impl Seal {
    /// `columns` are those of the row from `id` to `schema`, in the order of [`hash`].
    pub(super) fn new(previous: &str, seq: i64, columns: &Value) -> Self {
        let mut digest = Sha256::new();
        digest.update(json!([previous, seq, columns]).to_string());
        Self(digest)
    }

    pub(super) fn change(&mut self, n: i64, kind: &str, id: &str, before: Option<&str>, after: Option<&str>) {
        self.0.update(json!([n, kind, id, before, after]).to_string());
    }

    pub(super) fn hash(self) -> String {
        hex(&self.0.finalize())
    }
}

/// The hash of an operation as it is stored, given the hash before it.
fn hash(conn: &Connection, seq: i64, previous: &str) -> Result<String> {
    let columns: Value = conn
        .prepare_cached(
            "SELECT id, name, what, scope, actor, at, last_at, burst, mode, target, barrier, schema FROM operation WHERE seq = ?1",
        )?
        .query_row([seq], |row| {
            let text = |n| row.get::<_, Option<String>>(n);
            let number = |n| row.get::<_, Option<i64>>(n);
            Ok(json!([
                text(0)?, text(1)?, text(2)?, text(3)?, text(4)?, text(5)?, text(6)?, text(7)?, text(8)?,
                number(9)?, number(10)?, number(11)?
            ]))
        })?;
    let mut seal = Seal::new(previous, seq, &columns);
    let mut statement =
        conn.prepare_cached("SELECT n, kind, id, before, after FROM change WHERE operation = ?1 ORDER BY n")?;
    let mut rows = statement.query([seq])?;
    while let Some(row) = rows.next()? {
        let text = |n| row.get::<_, Option<String>>(n);
        seal.change(
            row.get(0)?,
            &row.get::<_, String>(1)?,
            &row.get::<_, String>(2)?,
            text(3)?.as_deref(),
            text(4)?.as_deref(),
        );
    }
    Ok(seal.hash())
}

/// Seals the newest operation again after it grew.
pub(super) fn reseal(conn: &Connection, seq: i64) -> Result<()> {
    let previous: Option<String> = conn
        .prepare_cached("SELECT hash FROM operation WHERE seq = ?1 - 1")?
        .query_row([seq], |row| row.get(0))
        .optional()?;
    let sealed = hash(conn, seq, previous.as_deref().unwrap_or(""))?;
    conn.prepare_cached("UPDATE operation SET hash = ?2 WHERE seq = ?1")?.execute(params![seq, sealed])?;
    move_head(conn, seq, &sealed)
}

pub(super) fn move_head(conn: &Connection, seq: i64, hash: &str) -> Result<()> {
    conn.prepare_cached("UPDATE journal_head SET operations = ?1, hash = ?2")?.execute(params![seq, hash])?;
    Ok(())
}

/// The newest hash: it stands for the whole history. Empty where nothing was done yet.
pub fn head(read: &Read<'_>) -> Result<String> {
    Ok(read.conn.query_row("SELECT hash FROM journal_head", [], |row| row.get(0))?)
}

/// How far the journal was when something was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    seq: i64,
    hash: String,
}

/// How far the journal is.
pub fn place(read: &Read<'_>) -> Result<Place> {
    let row = |row: &rusqlite::Row<'_>| Ok(Place { seq: row.get(0)?, hash: row.get(1)? });
    Ok(read.conn.query_row("SELECT operations, hash FROM journal_head", [], row)?)
}

/// Kinds of the records touched since. None where the journal does not go on from there: its last edit went on growing, or
/// the library is another one.
pub fn touched_since(read: &Read<'_>, place: &Place) -> Result<Option<BTreeSet<String>>> {
    let sealed: Option<String> = read
        .conn
        .prepare_cached("SELECT hash FROM operation WHERE seq = ?1")?
        .query_row([place.seq], |row| row.get(0))
        .optional()?;
    if sealed.as_ref() != Some(&place.hash) {
        return Ok(None);
    }
    let mut kinds = read.conn.prepare_cached("SELECT DISTINCT kind FROM change WHERE operation > ?1")?;
    let kinds = kinds.query_map([place.seq], |row| row.get(0))?;
    Ok(Some(kinds.collect::<rusqlite::Result<_>>()?))
}

/// Checks every operation against the chain.
pub fn verify(read: &Read<'_>) -> Result<Verified> {
    let conn = read.conn;
    let (operations, head): (i64, String) =
        conn.query_row("SELECT operations, hash FROM journal_head", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(Verified { operations, broken: first_broken(conn, operations, &head)?, head })
}

fn first_broken(conn: &Connection, operations: i64, head: &str) -> Result<Option<Broken>> {
    let mut statement = conn.prepare("SELECT seq, hash, mode, target, undone FROM operation ORDER BY seq")?;
    let rows = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))?
        .collect::<rusqlite::Result<Vec<(i64, String, String, Option<i64>, Option<i64>)>>>()?;
    let mut previous = String::new();
    for (n, (seq, sealed, ..)) in (1..).zip(&rows) {
        if *seq > n {
            return Ok(Some(Broken::Missing(n)));
        }
        if *seq < n || *seq > operations {
            return Ok(Some(Broken::Inserted(*seq)));
        }
        if hash(conn, *seq, &previous)? != *sealed {
            return Ok(Some(Broken::Altered(*seq)));
        }
        previous.clone_from(sealed);
    }
    let last = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    if last < operations {
        return Ok(Some(Broken::Missing(last + 1)));
    }
    if previous != head {
        return Ok(Some(Broken::Altered(operations)));
    }
    let derived: Vec<_> = rows.iter().map(|(seq, _, mode, target, _)| (*seq, mode.clone(), *target)).collect();
    let undone = undone_by_history(&derived);
    if let Some((seq, ..)) = rows.iter().find(|(seq, _, _, _, stored)| undone.get(seq) != stored.as_ref()) {
        return Ok(Some(Broken::Altered(*seq)));
    }
    let stray: Option<i64> = conn
        .query_row(
            "SELECT operation FROM change WHERE operation NOT IN (SELECT seq FROM operation) LIMIT 1",
            [],
            |row| row.get(0),
        )
        .optional()?;
    Ok(stray.map(Broken::Inserted))
}
