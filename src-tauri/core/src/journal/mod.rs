//! The one write door. Everything that changes the store passes through a transaction whose changes are recorded, row by
//! row, together with who did it, when, and what it is called; undo, history and the proof that nobody altered it
//! afterwards all come from that record.

mod chain;
mod history;
#[cfg(test)]
mod tests;
mod tx;
mod undo;

use std::collections::BTreeSet;

use rusqlite::{params, Connection};
use serde::Serialize;
use serde_json::{json, Value};

use chain::Seal;
pub use chain::{head, place, touched_since, verify, Broken, Place, Verified};
pub use history::{became, entries, kept, recorded, ColumnChange, Entry, Written};
pub(crate) use history::{before_each, ever_written, stood, written_by};
pub use tx::Tx;
pub use undo::{redo, undo, undo_names, UndoNames, OWN};

use crate::error::Result;
use crate::storage::{Image, Schema};

/// A burst goes on while the next edit of the same field comes within this many seconds (rule of the architecture).
const BURST_SECONDS: i64 = 60;

/// What is being done: its name in the vocabulary of the process, and what it is done to.
#[derive(Debug, Clone)]
pub struct Op {
    pub(crate) name: &'static str,
    pub(crate) what: String,
    pub(crate) scope: Option<String>,
    pub(crate) burst: Option<String>,
    pub(crate) barrier: bool,
}

impl Op {
    /// An operation told by the sentence `op-<name>`.
    pub fn new(name: &'static str) -> Self {
        Self { name, what: String::new(), scope: None, burst: None, barrier: false }
    }

    /// What it is done to, in the user's words: the `$what` of its sentence.
    #[must_use]
    pub fn what(mut self, what: impl Into<String>) -> Self {
        self.what = what.into();
        self
    }

    /// The procurement it belongs to, whose screens offer to undo it.
    #[must_use]
    pub fn scope(mut self, procurement: impl Into<String>) -> Self {
        self.scope = Some(procurement.into());
        self
    }

    /// The procurement it belongs to.
    pub fn procurement(&self) -> Option<&str> {
        self.scope.as_deref()
    }

    /// Edits with the same key that follow each other closely become one step.
    #[must_use]
    pub fn burst(mut self, key: impl Into<String>) -> Self {
        self.burst = Some(key.into());
        self
    }

    /// A field of a record is set. What is typed into it in a burst becomes one step; what is picked from a choice, as
    /// the fields in `picked` are, is a step each time.
    #[must_use]
    pub fn field(self, record: &str, id: &str, field: &str, picked: &[&str]) -> Self {
        if picked.contains(&field) {
            self
        } else {
            self.burst(format!("{record}.{id}.{field}"))
        }
    }

    /// It leaves the house: nothing in its scope is undone past it.
    #[must_use]
    pub fn barrier(mut self) -> Self {
        self.barrier = true;
        self
    }
}

/// Who does it, and when. Core has no clock of its own.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// The person's name as the settings have it.
    pub actor: String,
    /// Time in UTC.
    pub at: chrono::DateTime<chrono::Utc>,
}

impl Stamp {
    /// The time as it is stored: RFC 3339 in UTC with milliseconds.
    pub fn at_text(&self) -> String {
        self.at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
    }
}

/// One row changed: its columns before (none: it was added) and after (none: it was removed). For a row that stays,
/// only the columns that differ.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Change {
    pub kind: String,
    pub id: String,
    pub before: Option<Image>,
    pub after: Option<Image>,
}

/// What a transaction gave, and what it changed.
#[derive(Debug, Clone)]
pub struct Outcome<T> {
    /// The value of the closure.
    pub value: T,
    /// What changed; none where nothing did.
    pub changed: Option<Changed>,
}

/// What a committed operation touched.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct Changed {
    /// Name of the operation.
    pub op: String,
    /// Procurement it belongs to.
    pub procurement: Option<String>,
    /// Kinds of records touched.
    pub kinds: BTreeSet<String>,
    /// Ids of records touched.
    pub ids: BTreeSet<String>,
}

impl Changed {
    fn new(op: &str, scope: Option<&str>, changes: &[Change]) -> Self {
        Self {
            op: op.into(),
            procurement: scope.map(Into::into),
            kinds: changes.iter().map(|change| change.kind.clone()).collect(),
            ids: changes.iter().map(|change| change.id.clone()).collect(),
        }
    }
}

/// Runs `work` in one transaction and journals what it changed. Nothing is kept when it fails.
pub(crate) fn transact<T>(
    conn: &mut Connection,
    schema: &Schema,
    ids: &mut crate::storage::Ids,
    op: &Op,
    stamp: &Stamp,
    work: impl FnOnce(&mut Tx<'_>) -> Result<T>,
) -> Result<Outcome<T>> {
    let sql = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let mut tx = Tx::new(&sql, schema, ids, stamp);
    let value = work(&mut tx)?;
    let changes = tx.into_changes();
    if changes.is_empty() {
        return Ok(Outcome { value, changed: None });
    }
    if !continue_burst(&sql, schema, op, stamp, &changes)? {
        let id = ids.next(stamp.at);
        let row = Row { id, op: op.clone().into(), stamp, mode: "do", target: None };
        append(&sql, schema, &row, &changes)?;
    }
    sql.commit()?;
    Ok(Outcome { value, changed: Some(Changed::new(op.name, op.scope.as_deref(), &changes)) })
}

/// An operation about to become a row.
struct Row<'a> {
    id: String,
    op: Named,
    stamp: &'a Stamp,
    mode: &'static str,
    target: Option<i64>,
}

struct Named {
    name: String,
    what: String,
    scope: Option<String>,
    burst: Option<String>,
    barrier: bool,
}

impl From<Op> for Named {
    fn from(op: Op) -> Self {
        Self { name: op.name.into(), what: op.what, scope: op.scope, burst: op.burst, barrier: op.barrier }
    }
}

fn append(conn: &Connection, schema: &Schema, row: &Row<'_>, changes: &[Change]) -> Result<i64> {
    let (last, previous): (i64, String) = conn
        .prepare_cached("SELECT operations, hash FROM journal_head")?
        .query_row([], |r| Ok((r.get(0)?, r.get(1)?)))?;
    let (seq, at, version) = (last + 1, row.stamp.at_text(), schema_version(schema));
    let texts: Vec<_> =
        changes.iter().map(|change| (text(change.before.as_ref()), text(change.after.as_ref()))).collect();
    let Named { name, what, scope, burst, barrier } = &row.op;
    let mut seal = Seal::new(
        &previous,
        seq,
        &json!([
            row.id,
            name,
            what,
            scope,
            row.stamp.actor,
            at,
            at,
            burst,
            row.mode,
            row.target,
            i64::from(*barrier),
            version
        ]),
    );
    for (n, (change, (before, after))) in (0..).zip(changes.iter().zip(&texts)) {
        seal.change(n, &change.kind, &change.id, before.as_deref(), after.as_deref());
    }
    let hash = seal.hash();
    conn.prepare_cached(
        "INSERT INTO operation (seq, id, name, what, scope, actor, at, last_at, burst, mode, target, barrier, schema, hash) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?
    .execute(params![
        seq, row.id, name, what, scope, row.stamp.actor, at, burst, row.mode, row.target, barrier, version, hash
    ])?;
    let mut insert = conn
        .prepare_cached("INSERT INTO change (operation, n, kind, id, before, after) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
    for (n, (change, (before, after))) in (0_i64..).zip(changes.iter().zip(&texts)) {
        insert.execute(params![seq, n, change.kind, change.id, before, after])?;
    }
    chain::move_head(conn, seq, &hash)?;
    Ok(seq)
}

/// The version rows are written in: the number of migration steps.
fn schema_version(_: &Schema) -> u32 {
    u32::try_from(crate::storage::migrations::STEPS.len()).unwrap_or(u32::MAX)
}

fn text(image: Option<&Image>) -> Option<String> {
    image.map(|columns| Value::Object(columns.clone()).to_string())
}

/// Makes an edit part of the operation before it, where it is the same field, the same person and close enough.
fn continue_burst(conn: &Connection, schema: &Schema, op: &Op, stamp: &Stamp, changes: &[Change]) -> Result<bool> {
    let ([change], Some(burst)) = (changes, &op.burst) else {
        return Ok(false);
    };
    let (Some(_), Some(after)) = (&change.before, &change.after) else {
        return Ok(false);
    };
    let last: Option<(i64, String)> = conn
        .prepare_cached(
            "SELECT seq, last_at FROM operation WHERE seq = (SELECT operations FROM journal_head) \
             AND mode = 'do' AND burst = ?1 AND name = ?2 AND actor = ?3 AND scope IS ?4 AND undone IS NULL AND schema = ?5",
        )?
        .query_map(params![burst, op.name, stamp.actor, op.scope, schema_version(schema)], |row| Ok((row.get(0)?, row.get(1)?)))?
        .next()
        .transpose()?;
    let Some((seq, last_at)) = last else {
        return Ok(false);
    };
    let since = chrono::DateTime::parse_from_rfc3339(&last_at).map(|then| (stamp.at - then.to_utc()).num_seconds());
    if !since.is_ok_and(|seconds| (0..=BURST_SECONDS).contains(&seconds)) {
        return Ok(false);
    }
    let earlier = tx::changes_of(conn, seq)?;
    let [Change { kind, id, before: Some(_), after: Some(first) }] = earlier.as_slice() else {
        return Ok(false);
    };
    if *kind != change.kind || *id != change.id || !first.keys().eq(after.keys()) {
        return Ok(false);
    }
    conn.prepare_cached("UPDATE change SET after = ?2 WHERE operation = ?1")?
        .execute(params![seq, text(Some(after))])?;
    conn.prepare_cached("UPDATE operation SET last_at = ?2, what = ?3 WHERE seq = ?1")?.execute(params![
        seq,
        stamp.at_text(),
        op.what
    ])?;
    chain::reseal(conn, seq)?;
    Ok(true)
}

/// Writes all recorded changes of one store, oldest first, into another.
pub(crate) fn replay(from: &Connection, to: &Connection, schema: &Schema) -> Result<()> {
    let mut statement = from.prepare("SELECT seq FROM operation ORDER BY seq")?;
    let seqs = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
    for seq in seqs {
        for change in tx::changes_of(from, seq)? {
            tx::apply(to, schema, &change)?;
        }
    }
    Ok(())
}
