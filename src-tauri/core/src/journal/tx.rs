//! A transaction: the only thing that can insert, update and remove.

use std::ops::Deref;

use rusqlite::{params_from_iter, Connection};
use serde_json::Value;

use super::{Change, Stamp};
use crate::error::{Error, Result};
use crate::storage::Ids;
use crate::storage::{read_image, Column, Image, Read, Record, Schema};

/// The open transaction. Reads like [`Read`]; every write is recorded.
pub struct Tx<'c> {
    read: Read<'c>,
    schema: &'c Schema,
    ids: &'c mut Ids,
    stamp: &'c Stamp,
    at: String,
    actor: String,
    changes: Vec<Change>,
}

impl<'c> Deref for Tx<'c> {
    type Target = Read<'c>;

    fn deref(&self) -> &Read<'c> {
        &self.read
    }
}

impl<'c> Tx<'c> {
    pub(super) fn new(conn: &'c Connection, schema: &'c Schema, ids: &'c mut Ids, stamp: &'c Stamp) -> Self {
        Self {
            read: Read { conn },
            schema,
            ids,
            stamp,
            at: stamp.at_text(),
            actor: stamp.actor.clone(),
            changes: Vec::new(),
        }
    }

    /// From here on rows say that this person did it at this time: the story of a sample has people and days of its own.
    /// What the journal keeps of the operation, and the keys, stay with who plants it and when.
    pub(crate) fn tell_as(&mut self, stamp: &Stamp) {
        self.at = stamp.at_text();
        self.actor.clone_from(&stamp.actor);
    }

    pub(super) fn into_changes(self) -> Vec<Change> {
        self.changes
    }

    /// A new key: uuid v7.
    pub fn new_id(&mut self) -> String {
        self.ids.next(self.stamp.at)
    }

    /// When this happens: UTC, RFC 3339.
    pub fn at(&self) -> &str {
        &self.at
    }

    /// Who does it.
    pub fn actor(&self) -> &str {
        &self.actor
    }

    /// Whether records of a kind were added or removed here, or changed in one of these columns; where none is named, in any.
    pub fn touches(&self, kind: &str, columns: &[&str]) -> bool {
        let within = |change: &Change| match (&change.before, &change.after) {
            (Some(_), Some(after)) if !columns.is_empty() => columns.iter().any(|column| after.contains_key(*column)),
            _ => true,
        };
        self.changes.iter().any(|change| change.kind == kind && within(change))
    }

    /// What stood in a column of records of a kind that were removed here, or changed in it.
    pub fn previous<'t>(&'t self, kind: &'t str, column: &'t str) -> impl Iterator<Item = &'t str> {
        let of_kind = self.changes.iter().filter(move |change| change.kind == kind);
        of_kind.filter_map(move |change| change.before.as_ref()?.get(column)?.as_str())
    }

    /// Adds a record.
    pub fn insert<R: Record>(&mut self, record: &R) -> Result<()> {
        let change =
            Change { kind: R::KIND.into(), id: record.id().into(), before: None, after: Some(record.image()?) };
        self.write(change)
    }

    /// Brings the stored record to this one; only differing columns are written and recorded.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it is not stored.
    pub fn update<R: Record>(&mut self, record: &R) -> Result<()> {
        let mut stored = self.stored::<R>(record.id())?;
        let mut after = record.image()?;
        after.retain(|name, value| stored.get(name) != Some(value));
        let before: Image = after.keys().filter_map(|name| stored.remove_entry(name)).collect();
        if after.is_empty() {
            return Ok(());
        }
        self.write(Change { kind: R::KIND.into(), id: record.id().into(), before: Some(before), after: Some(after) })
    }

    /// Removes a record. What depends on it is removed first, by the verb that knows.
    ///
    /// # Errors
    /// [`Error::NotFound`] where it is not stored.
    pub fn remove<R: Record>(&mut self, id: &str) -> Result<()> {
        let before = self.stored::<R>(id)?;
        self.write(Change { kind: R::KIND.into(), id: id.into(), before: Some(before), after: None })
    }

    fn stored<R: Record>(&self, id: &str) -> Result<Image> {
        let columns = columns_of(self.schema, R::KIND)?;
        read_image(self.read.conn, R::KIND, columns, id)?
            .ok_or_else(|| Error::NotFound { kind: R::KIND, id: id.into() })
    }

    /// What the row was is known here: it was read in this transaction, or its key is new.
    fn write(&mut self, change: Change) -> Result<()> {
        put(self.read.conn, &change)?;
        self.changes.push(change);
        Ok(())
    }
}

/// The recorded changes of an operation, in order.
pub(super) fn changes_of(conn: &Connection, seq: i64) -> Result<Vec<Change>> {
    let mut statement =
        conn.prepare_cached("SELECT kind, id, before, after FROM change WHERE operation = ?1 ORDER BY n")?;
    let rows = statement.query_map([seq], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get::<_, Option<String>>(2)?, row.get::<_, Option<String>>(3)?))
    })?;
    rows.map(|row| {
        let (kind, id, before, after) = row?;
        let image = |text: Option<String>| text.map(|t| serde_json::from_str::<Image>(&t)).transpose();
        Ok(Change { kind, id, before: image(before)?, after: image(after)? })
    })
    .collect()
}

/// Writes a change after checking that the row is as the change expects it.
///
/// # Errors
/// «It was changed afterwards» where the row has moved on.
pub(super) fn apply(conn: &Connection, schema: &Schema, change: &Change) -> Result<()> {
    let columns = columns_of(schema, &change.kind)?;
    let known = |image: &Image| image.keys().all(|name| columns.contains(name));
    if !change.before.iter().chain(&change.after).all(known) {
        return Err(Error::say("error-damaged").code("damaged"));
    }
    let stored = read_image(conn, &change.kind, columns, &change.id)?;
    let as_expected = match (&change.before, &stored) {
        (None, None) => true,
        (Some(before), Some(row)) => {
            (change.after.is_some() || before.len() == row.len())
                && before.iter().all(|(name, value)| row.get(name) == Some(value))
        }
        _ => false,
    };
    if !as_expected {
        return Err(Error::say("error-undo-moved").code("moved"));
    }
    put(conn, change)
}

fn columns_of<'s>(schema: &'s Schema, kind: &str) -> Result<&'s Vec<String>> {
    schema.get(kind).ok_or_else(|| Error::say("error-damaged").code("damaged"))
}

fn put(conn: &Connection, change: &Change) -> Result<()> {
    let Change { kind, id, before, after } = change;
    match (before, after) {
        (None, Some(after)) => {
            let names: Vec<&str> = after.keys().map(String::as_str).collect();
            let holes = vec!["?"; names.len()].join(", ");
            let sql = format!("INSERT INTO {kind} ({}) VALUES ({holes})", names.join(", "));
            conn.prepare_cached(&sql)?.execute(params_from_iter(after.values().map(Column)))?;
        }
        (Some(_), Some(after)) => {
            let sets: Vec<String> = after.keys().map(|name| format!("{name} = ?")).collect();
            let sql = format!("UPDATE {kind} SET {} WHERE id = ?", sets.join(", "));
            let id = Value::from(id.as_str());
            conn.prepare_cached(&sql)?.execute(params_from_iter(after.values().chain([&id]).map(Column)))?;
        }
        (_, None) => {
            conn.prepare_cached(&format!("DELETE FROM {kind} WHERE id = ?1"))?.execute([id])?;
        }
    }
    Ok(())
}
