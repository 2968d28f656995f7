//! Undo and redo, across restarts and as far back as the journal goes.
//!
//! An undo is an operation of its own that writes the before-images back. Within a procurement it takes that
//! procurement's newest step, whatever was done in others; within [`OWN`] the newest of the library's own things; without
//! a scope the newest of all. It stops at what left the house.

use std::collections::BTreeMap;

use rusqlite::{params, Connection, OptionalExtension};

use super::tx::{apply, changes_of};
use super::{append, schema_version, Change, Changed, Named, Row, Stamp};
use crate::error::{Error, Result};
use crate::storage::Ids;
use crate::storage::Schema;

/// The scope of the library's own things: vendors, settings, outlines, and that a procurement comes or goes.
pub const OWN: &str = "";

/// What undo and redo would do next: name of the operation and what it was done to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UndoNames {
    /// The step that undo would take back.
    pub undo: Option<(String, String)>,
    /// The step that redo would do again.
    pub redo: Option<(String, String)>,
}

struct Step {
    seq: i64,
    name: String,
    what: String,
    scope: Option<String>,
}

fn step(row: &rusqlite::Row<'_>) -> rusqlite::Result<(Step, bool)> {
    Ok((Step { seq: row.get(0)?, name: row.get(1)?, what: row.get(2)?, scope: row.get(3)? }, row.get(4)?))
}

/// The newest step not undone, unless it left the house or was written in another schema. Of the library's own, what was made
/// and has steps of its own by now, as a procurement, is passed over: those are taken back first.
fn to_undo(conn: &Connection, schema: &Schema, scope: Option<&str>) -> Result<Option<Step>> {
    let newest = conn
        .prepare_cached(
            "SELECT seq, name, what, scope, barrier = 0 AND schema = ?2 FROM operation o \
             WHERE mode = 'do' AND undone IS NULL AND (?1 IS NULL OR coalesce(scope, '') = ?1) \
             AND (?1 IS NOT '' OR NOT EXISTS (SELECT 1 FROM change c JOIN operation later ON later.scope = c.id \
             WHERE c.operation = o.seq AND c.before IS NULL AND later.seq > o.seq \
             AND later.mode = 'do' AND later.undone IS NULL)) ORDER BY seq DESC LIMIT 1",
        )?
        .query_row(params![scope, schema_version(schema)], step)
        .optional()?;
    Ok(newest.filter(|(_, may)| *may).map(|(step, _)| step))
}

/// The step undone last, unless something new was done since: in its procurement, or anywhere where no procurement is
/// asked for.
fn to_redo(conn: &Connection, schema: &Schema, scope: Option<&str>) -> Result<Option<Step>> {
    let newest = conn
        .prepare_cached(
            "SELECT o.seq, o.name, o.what, o.scope, o.schema = ?2 FROM operation u JOIN operation o ON o.seq = u.target \
             WHERE u.seq > coalesce((SELECT seq FROM operation WHERE mode = 'do' \
             AND (?1 IS NULL OR coalesce(scope, '') = ?1) ORDER BY seq DESC LIMIT 1), 0) \
             AND u.mode = 'undo' AND o.undone = u.seq AND (?1 IS NULL OR coalesce(o.scope, '') = ?1) \
             ORDER BY u.seq DESC LIMIT 1",
        )?
        .query_row(params![scope, schema_version(schema)], step)
        .optional()?;
    Ok(newest.filter(|(_, may)| *may).map(|(step, _)| step))
}

/// Names of the next undo and redo in the scope: a procurement, [`OWN`], or everywhere.
pub fn undo_names(read: &crate::storage::Read<'_>, schema: &Schema, scope: Option<&str>) -> Result<UndoNames> {
    let named = |step: Option<Step>| step.map(|s| (s.name, s.what));
    Ok(UndoNames { undo: named(to_undo(read.conn, schema, scope)?), redo: named(to_redo(read.conn, schema, scope)?) })
}

/// Takes the newest step back.
///
/// # Errors
/// A sentence where there is none, or where something it touched was changed afterwards; then nothing changes.
pub fn undo(
    conn: &mut Connection,
    schema: &Schema,
    ids: &mut Ids,
    scope: Option<&str>,
    stamp: &Stamp,
) -> Result<Changed> {
    let step = to_undo(conn, schema, scope)?.ok_or_else(|| Error::say("error-nothing-to-undo").code("nothing"))?;
    let changes = changes_of(conn, step.seq)?.into_iter().rev();
    let inverse =
        changes.map(|Change { kind, id, before, after }| Change { kind, id, before: after, after: before }).collect();
    write(conn, schema, ids, stamp, step, "undo", inverse)
}

/// Does the step again that was undone last.
///
/// # Errors
/// As [`undo`].
pub fn redo(
    conn: &mut Connection,
    schema: &Schema,
    ids: &mut Ids,
    scope: Option<&str>,
    stamp: &Stamp,
) -> Result<Changed> {
    let step = to_redo(conn, schema, scope)?.ok_or_else(|| Error::say("error-nothing-to-redo").code("nothing"))?;
    let changes = changes_of(conn, step.seq)?;
    write(conn, schema, ids, stamp, step, "redo", changes)
}

fn write(
    conn: &mut Connection,
    schema: &Schema,
    ids: &mut Ids,
    stamp: &Stamp,
    step: Step,
    mode: &'static str,
    changes: Vec<Change>,
) -> Result<Changed> {
    let sql = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    for change in &changes {
        apply(&sql, schema, change)?;
    }
    let op = Named { name: step.name.clone(), what: step.what, scope: step.scope.clone(), burst: None, barrier: false };
    let row = Row { id: ids.next(stamp.at), op, stamp, mode, target: Some(step.seq) };
    let seq = append(&sql, schema, &row, &changes)?;
    let undone = (mode == "undo").then_some(seq);
    sql.prepare_cached("UPDATE operation SET undone = ?2 WHERE seq = ?1")?.execute(params![step.seq, undone])?;
    match sql.commit() {
        Ok(()) => Ok(Changed::new(&step.name, step.scope.as_deref(), &changes)),
        // What was added later still points at the row that would go.
        Err(cause) if cause.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => {
            Err(Error::say("error-undo-moved").code("moved"))
        }
        Err(cause) => Err(cause.into()),
    }
}

/// Which operations are undone, by mode and target alone: what the derived column must say.
pub(super) fn undone_by_history(rows: &[(i64, String, Option<i64>)]) -> BTreeMap<i64, i64> {
    let mut undone = BTreeMap::new();
    for (seq, mode, target) in rows {
        match (mode.as_str(), target) {
            ("undo", Some(target)) => {
                undone.insert(*target, *seq);
            }
            ("redo", Some(target)) => {
                undone.remove(target);
            }
            _ => {}
        }
    }
    undone
}
