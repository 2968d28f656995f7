//! The journal as people read it: newest first.

use std::collections::BTreeSet;

use rusqlite::{params, OptionalExtension};
use serde_json::Value;

use super::tx::changes_of;
use crate::error::Result;
use crate::storage::{read_image, Image, Read};

/// One operation with what it changed.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Number in the journal, from 1.
    pub seq: i64,
    /// Operation's name; its sentence is `op-<name>`.
    pub name: String,
    /// What it was done to.
    pub what: String,
    /// Who.
    pub actor: String,
    /// When, UTC.
    pub at: String,
    /// `do`, `undo` or `redo`.
    pub mode: String,
    /// It left the house.
    pub barrier: bool,
    /// It has been undone.
    pub undone: bool,
    /// Columns that changed. A record added or removed has its columns on one side only.
    pub changes: Vec<ColumnChange>,
}

/// One column of one record that changed.
#[derive(Debug, Clone)]
pub struct ColumnChange {
    /// Kind of the record.
    pub kind: String,
    /// Key of the record.
    pub id: String,
    /// Name of the column.
    pub column: String,
    /// As it was stored.
    pub before: Option<String>,
    /// As it was stored from then on.
    pub after: Option<String>,
}

/// At most `limit` operations before the number `before`, of a procurement or of all. Those of a procurement begin with its
/// making, which is a step of the library's own.
pub fn entries(read: &Read<'_>, scope: Option<&str>, before: Option<i64>, limit: u32) -> Result<Vec<Entry>> {
    let mut statement = read.conn.prepare_cached(
        "SELECT seq, name, what, actor, at, mode, barrier, undone IS NOT NULL FROM operation \
         WHERE (?1 IS NULL OR scope = ?1 OR seq IN (SELECT own.seq FROM operation AS own \
            JOIN change ON change.operation = own.seq WHERE own.scope IS NULL AND change.id = ?1 AND change.before IS NULL)) \
         AND (?2 IS NULL OR seq < ?2) ORDER BY seq DESC LIMIT ?3",
    )?;
    let rows = statement.query_map(params![scope, before, limit], |row| {
        Ok(Entry {
            seq: row.get(0)?,
            name: row.get(1)?,
            what: row.get(2)?,
            actor: row.get(3)?,
            at: row.get(4)?,
            mode: row.get(5)?,
            barrier: row.get(6)?,
            undone: row.get(7)?,
            changes: Vec::new(),
        })
    })?;
    let mut found = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    for entry in &mut found {
        for change in changes_of(read.conn, entry.seq)? {
            let words = |value: Option<&Value>| match value {
                None | Some(Value::Null) => None,
                Some(Value::String(text)) => Some(text.clone()),
                Some(other) => Some(other.to_string()),
            };
            let (before, after) = (change.before.unwrap_or_default(), change.after.unwrap_or_default());
            let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
            for name in names {
                entry.changes.push(ColumnChange {
                    kind: change.kind.clone(),
                    id: change.id.clone(),
                    column: name.clone(),
                    before: words(before.get(name)),
                    after: words(after.get(name)),
                });
            }
        }
    }
    Ok(found)
}

/// A value written into a column of a record.
#[derive(Debug, Clone, Copy)]
pub struct Written<'a> {
    /// Kind of the record.
    pub kind: &'a str,
    /// Key of the record.
    pub id: &'a str,
    /// Name of the column.
    pub column: &'a str,
    /// The value.
    pub value: &'a str,
}

/// Where in the journal each of these was first written: the place of the operation. None where it was not, or only in what
/// is being done now. All are found in one pass: records have no index in the journal.
pub fn became(read: &Read<'_>, wanted: &[Written<'_>]) -> Result<Vec<Option<i64>>> {
    const THEIRS: &str = "SELECT operation, kind, id, after FROM change \
                          WHERE after IS NOT NULL AND id IN (SELECT value FROM json_each(?1)) ORDER BY operation, n";
    let ids: Vec<&str> = wanted.iter().map(|one| one.id).collect();
    let mut statement = read.conn.prepare_cached(THEIRS)?;
    let mut rows = statement.query([serde_json::to_string(&ids)?])?;
    let mut places = vec![None; wanted.len()];
    while let Some(row) = rows.next()? {
        let (operation, kind, id): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let after: Image = serde_json::from_str(&row.get::<_, String>(3)?)?;
        for (place, one) in places.iter_mut().zip(wanted) {
            let written = after.get(one.column).and_then(Value::as_str) == Some(one.value);
            if place.is_none() && one.kind == kind && one.id == id && written {
                *place = Some(operation);
            }
        }
    }
    Ok(places)
}

/// What the journal last recorded in a column of a record, for records that are no longer stored.
pub fn recorded(read: &Read<'_>, kind: &str, id: &str, column: &str) -> Result<Option<String>> {
    let sql = "SELECT coalesce(json_extract(after, ?3), json_extract(before, ?3)) AS found FROM change \
               WHERE kind = ?1 AND id = ?2 AND found IS NOT NULL ORDER BY operation DESC, n DESC LIMIT 1";
    let mut statement = read.conn.prepare_cached(sql)?;
    Ok(statement.query_row(params![kind, id, format!("$.{column}")], |row| row.get(0)).optional()?)
}

/// A column of a record as it is stored; of one that is no longer stored, what the journal last recorded in it.
pub fn kept(read: &Read<'_>, kind: &str, id: &str, column: &str) -> Result<Option<String>> {
    match read_image(read.conn, kind, &[column.to_owned()], id)? {
        Some(stored) => Ok(stored.get(column).and_then(Value::as_str).map(ToOwned::to_owned)),
        None => recorded(read, kind, id, column),
    }
}

/// The columns of a record as they stood once a column of another was last written; none where that was not, or only in
/// what is being done now, and empty where the record was not stored then.
pub(crate) fn stood(
    read: &Read<'_>,
    (kind, id): (&str, &str),
    (other_kind, other, column): (&str, &str, &str),
) -> Result<Option<Image>> {
    const LAST: &str =
        "SELECT max(operation) FROM change WHERE kind = ?1 AND id = ?2 AND json_extract(after, ?3) IS NOT NULL";
    let last: Option<i64> = read
        .conn
        .prepare_cached(LAST)?
        .query_row(params![other_kind, other, format!("$.{column}")], |row| row.get(0))?;
    last.map(|last| until(read, (kind, id), last)).transpose()
}

/// The columns of a record as they stood behind an operation; empty where the record was not stored then.
fn until(read: &Read<'_>, (kind, id): (&str, &str), last: i64) -> Result<Image> {
    const UNTIL: &str =
        "SELECT after FROM change WHERE kind = ?1 AND id = ?2 AND operation <= ?3 ORDER BY operation, n";
    let mut statement = read.conn.prepare_cached(UNTIL)?;
    let mut rows = statement.query(params![kind, id, last])?;
    let mut stood = Image::new();
    while let Some(row) = rows.next()? {
        match row.get::<_, Option<String>>(0)? {
            Some(after) => stood.extend(serde_json::from_str::<Image>(&after)?),
            None => stood.clear(),
        }
    }
    Ok(stood)
}

/// Keys of the records of a kind that operations of this name wrote in a procurement, those that were undone left out.
pub(crate) fn written_by(read: &Read<'_>, procurement: &str, name: &str, kind: &str) -> Result<BTreeSet<String>> {
    let sql = "SELECT change.id FROM operation JOIN change ON change.operation = operation.seq \
               WHERE operation.scope = ?1 AND operation.mode = 'do' AND operation.undone IS NULL \
               AND operation.name = ?2 AND change.kind = ?3 AND change.after IS NOT NULL";
    let mut statement = read.conn.prepare_cached(sql)?;
    let found = statement.query_map([procurement, name, kind], |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Records of a kind as operations of this name wrote them in a procurement, each with the head of the journal before it,
/// the earliest first, those that were undone among them.
pub(crate) fn ever_written(read: &Read<'_>, procurement: &str, name: &str, kind: &str) -> Result<Vec<(Image, String)>> {
    let sql = "SELECT change.after, COALESCE(earlier.hash, '') \
               FROM operation JOIN change ON change.operation = operation.seq \
               LEFT JOIN operation AS earlier ON earlier.seq = operation.seq - 1 \
               WHERE operation.scope = ?1 AND operation.mode = 'do' \
               AND operation.name = ?2 AND change.kind = ?3 AND change.after IS NOT NULL ORDER BY operation.seq, change.n";
    let mut statement = read.conn.prepare_cached(sql)?;
    let mut rows = statement.query(params![procurement, name, kind])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push((serde_json::from_str(&row.get::<_, String>(0)?)?, row.get(1)?));
    }
    Ok(found)
}

/// An operation, with the records of a kind that it changed.
#[derive(Debug, Clone)]
pub(crate) struct Replacing {
    /// Operation's name.
    pub name: String,
    /// Who.
    pub actor: String,
    /// When, UTC.
    pub at: String,
    /// The records as they stood before it.
    pub records: Vec<Image>,
}

/// The operations of these names in a procurement, the earliest first, those that were undone left out.
pub(crate) fn before_each(read: &Read<'_>, procurement: &str, names: &[&str], kind: &str) -> Result<Vec<Replacing>> {
    const DONE: &str =
        "SELECT seq, name, actor, at FROM operation WHERE scope = ?1 AND mode = 'do' AND undone IS NULL \
                        AND name IN (SELECT value FROM json_each(?2)) ORDER BY seq";
    let mut statement = read.conn.prepare_cached(DONE)?;
    let mut rows = statement.query(params![procurement, serde_json::to_string(names)?])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        let mut records = Vec::new();
        for change in changes_of(read.conn, seq)? {
            if change.kind == kind && change.before.is_some() && change.after.is_some() {
                records.push(until(read, (kind, &change.id), seq - 1)?);
            }
        }
        found.push(Replacing { name: row.get(1)?, actor: row.get(2)?, at: row.get(3)?, records });
    }
    Ok(found)
}
