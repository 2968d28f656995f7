//! Records: what is stored, as the columns of its table.

use rusqlite::types::{ToSqlOutput, Value as Sql, ValueRef};
use rusqlite::{Connection, OptionalExtension, ToSql};
use serde::de::DeserializeOwned;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::error::{Error, Result};

/// The columns of one row by name: strings, whole numbers and nulls.
pub(crate) type Image = Map<String, Value>;

/// Something that is stored: a struct whose fields are exactly the columns of its table.
pub trait Record: Serialize + DeserializeOwned {
    /// The table, which is also the kind's name in the journal and in events.
    const KIND: &'static str;
    /// The columns, `id` among them.
    const COLUMNS: &'static [&'static str];
    /// The primary key.
    fn id(&self) -> &str;

    /// The row as columns.
    #[doc(hidden)]
    fn image(&self) -> Result<Map<String, Value>> {
        match serde_json::to_value(self)? {
            Value::Object(image) => Ok(image),
            _ => unreachable!("a record is a struct"),
        }
    }
}

/// Reading from the store. Everybody may.
pub struct Read<'c> {
    pub(crate) conn: &'c Connection,
}

impl Read<'_> {
    /// The record with this id.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub fn get<R: Record>(&self, id: &str) -> Result<R> {
        self.find(id)?.ok_or_else(|| Error::NotFound { kind: R::KIND, id: id.into() })
    }

    /// The record with this id, if there is one.
    pub fn find<R: Record>(&self, id: &str) -> Result<Option<R>> {
        Ok(self.all("WHERE id = ?1", &[&id])?.pop())
    }

    /// That there is a record with this id, without reading it.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub fn must_have<R: Record>(&self, id: &str) -> Result<()> {
        match self.count::<R>("WHERE id = ?1", &[&id])? {
            0 => Err(Error::NotFound { kind: R::KIND, id: id.into() }),
            _ => Ok(()),
        }
    }

    /// The records that `tail` (`WHERE … ORDER BY …`) selects.
    pub fn all<R: Record>(&self, tail: &str, params: &[&dyn ToSql]) -> Result<Vec<R>> {
        let sql = format!("SELECT {} FROM {} {tail}", R::COLUMNS.join(", "), R::KIND);
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(super::row::record(row)?);
        }
        Ok(found)
    }

    /// How many records `tail` selects.
    pub fn count<R: Record>(&self, tail: &str, params: &[&dyn ToSql]) -> Result<u32> {
        let sql = format!("SELECT count(*) FROM {} {tail}", R::KIND);
        Ok(self.conn.prepare_cached(&sql)?.query_row(params, |row| row.get(0))?)
    }
}

/// The stored row of any kind with the given columns.
pub(crate) fn read_image(conn: &Connection, kind: &str, columns: &[String], id: &str) -> Result<Option<Image>> {
    let sql = format!("SELECT {} FROM {kind} WHERE id = ?1", columns.join(", "));
    let mut statement = conn.prepare_cached(&sql)?;
    let row = statement
        .query_row([id], |row| (0..columns.len()).map(|n| row.get::<_, Sql>(n)).collect::<rusqlite::Result<Vec<_>>>())
        .optional()?;
    row.map(|values| {
        columns
            .iter()
            .zip(values)
            .map(|(column, value)| Ok((column.clone(), from_sql(ValueRef::from(&value))?)))
            .collect()
    })
    .transpose()
}

fn from_sql(value: ValueRef<'_>) -> Result<Value> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(n) => Value::from(n),
        ValueRef::Text(text) => {
            Value::from(std::str::from_utf8(text).map_err(|_| Error::say("error-damaged").code("damaged"))?)
        }
        ValueRef::Real(_) | ValueRef::Blob(_) => return Err(Error::say("error-damaged").code("damaged")),
    })
}

/// A column's value on its way into SQLite.
pub(crate) struct Column<'a>(pub &'a Value);

impl ToSql for Column<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Value::Null => ToSqlOutput::Owned(Sql::Null),
            Value::Bool(yes) => ToSqlOutput::Owned(Sql::Integer(i64::from(*yes))),
            Value::Number(n) => ToSqlOutput::Owned(Sql::Integer(n.as_i64().ok_or_else(|| {
                rusqlite::Error::ToSqlConversionFailure("numbers are stored as whole numbers".into())
            })?)),
            Value::String(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            other => return Err(rusqlite::Error::ToSqlConversionFailure(format!("{other} is no column").into())),
        })
    }
}

/// A value kept as JSON text: `#[serde(with = "crate::storage::json_text")]`.
pub mod json_text {
    use serde::de::{DeserializeOwned, Error as _};
    use serde::ser::Error as _;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// Writes the value as a string of JSON.
    pub fn serialize<T: Serialize, S: Serializer>(value: &T, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&serde_json::to_string(value).map_err(S::Error::custom)?)
    }

    /// Reads it back.
    pub fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
        serde_json::from_str(&String::deserialize(from)?).map_err(D::Error::custom)
    }
}

/// A truth value kept as 0 or 1: `#[serde(with = "crate::storage::flag")]`.
pub mod flag {
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes 0 or 1.
    #[allow(clippy::trivially_copy_pass_by_ref)] // serde's signature
    pub fn serialize<S: Serializer>(value: &bool, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i64(i64::from(*value))
    }

    /// Anything but 0 is true.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
        Ok(i64::deserialize(from)? != 0)
    }
}
