//! A row read straight into its record, without a map of its values in between: large results are made of many rows.

use std::fmt;

use rusqlite::types::ValueRef;
use rusqlite::Row;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::Record;
use crate::{Error, Result};

/// The record a row holds; its columns are those of the record, in their order.
pub(super) fn record<R: Record>(row: &Row<'_>) -> Result<R> {
    let columns = Columns { row, names: R::COLUMNS, at: 0 };
    Ok(R::deserialize(MapAccessDeserializer::new(columns))?)
}

/// Why a row is no record.
#[derive(Debug)]
enum Unreadable {
    /// The store holds what nobody writes there.
    Damaged,
    /// The columns are not what the record is made of.
    Shape(serde_json::Error),
    Store(rusqlite::Error),
}

impl From<Unreadable> for Error {
    fn from(cause: Unreadable) -> Self {
        match cause {
            Unreadable::Damaged => Self::say("error-damaged").code("damaged"),
            Unreadable::Shape(cause) => cause.into(),
            Unreadable::Store(cause) => cause.into(),
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged => write!(f, "damaged"),
            Self::Shape(cause) => cause.fmt(f),
            Self::Store(cause) => cause.fmt(f),
        }
    }
}

impl std::error::Error for Unreadable {}

impl serde::de::Error for Unreadable {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::Shape(serde_json::Error::custom(message))
    }
}

struct Columns<'de> {
    row: &'de Row<'de>,
    names: &'static [&'static str],
    at: usize,
}

impl<'de> MapAccess<'de> for Columns<'de> {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Unreadable> {
        let Some(name) = self.names.get(self.at) else { return Ok(None) };
        let name: StrDeserializer<'_, Unreadable> = (*name).into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Unreadable> {
        let value = self.row.get_ref(self.at).map_err(Unreadable::Store)?;
        self.at += 1;
        seed.deserialize(Field(value))
    }
}

/// The value of a column: text, a whole number, or nothing.
struct Field<'de>(ValueRef<'de>);

impl<'de> Field<'de> {
    fn text(text: &'de [u8]) -> Result<&'de str, Unreadable> {
        std::str::from_utf8(text).map_err(|_| Unreadable::Damaged)
    }
}

impl<'de> Deserializer<'de> for Field<'de> {
    type Error = Unreadable;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            ValueRef::Null => visitor.visit_unit(),
            ValueRef::Integer(number) => visitor.visit_i64(number),
            ValueRef::Text(text) => visitor.visit_borrowed_str(Self::text(text)?),
            ValueRef::Real(_) | ValueRef::Blob(_) => Err(Unreadable::Damaged),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            ValueRef::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        match self.0 {
            ValueRef::Text(text) => visitor.visit_enum(Self::text(text)?.into_deserializer()),
            _ => Err(Unreadable::custom("a choice is stored as its word")),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;
    use serde::{Deserialize, Serialize};

    use super::*;
    use crate::storage::{flag, json_text, Read};

    #[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Side {
        #[serde(rename = "")]
        Open,
        FarLeft,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Key(String);

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Thing {
        id: String,
        key: Key,
        side: Side,
        count: Option<u32>,
        note: Option<String>,
        #[serde(with = "json_text")]
        list: Vec<String>,
        #[serde(with = "flag")]
        yes: bool,
        day: Option<chrono::NaiveDate>,
    }

    impl Record for Thing {
        const KIND: &'static str = "thing";
        const COLUMNS: &'static [&'static str] = &["id", "key", "side", "count", "note", "list", "yes", "day"];

        fn id(&self) -> &str {
            &self.id
        }
    }

    fn store(values: &str) -> Connection {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(&format!(
            "CREATE TABLE thing (id, key, side, count, note, list, yes, day); INSERT INTO thing VALUES ({values})"
        ))
        .unwrap();
        conn
    }

    fn read(values: &str) -> Result<Vec<Thing>> {
        Read { conn: &store(values) }.all("", &[])
    }

    #[test]
    fn a_row_becomes_its_record() {
        let thing = Thing {
            id: "髙".into(),
            key: Key("k".into()),
            side: Side::FarLeft,
            count: Some(7),
            note: None,
            list: vec!["a".into(), "b".into()],
            yes: true,
            day: chrono::NaiveDate::from_ymd_opt(2027, 4, 1),
        };
        assert_eq!(read("'髙', 'k', 'far-left', 7, NULL, '[\"a\",\"b\"]', 1, '2027-04-01'").unwrap(), [thing]);
        let empty = read("'', '', '', NULL, '', '[]', 0, NULL").unwrap();
        assert_eq!((empty[0].side, empty[0].note.as_deref(), empty[0].yes), (Side::Open, Some(""), false));
    }

    #[test]
    fn what_nobody_writes_is_told_as_damage_or_shape() {
        let code = |values: &str| read(values).unwrap_err().message().0;
        assert_eq!(code("'a', 'k', '', 1.5, NULL, '[]', 0, NULL"), "damaged");
        assert_eq!(code("x'00', 'k', '', 1, NULL, '[]', 0, NULL"), "damaged");
        assert_eq!(code("CAST(x'ff' AS TEXT), 'k', '', 1, NULL, '[]', 0, NULL"), "damaged");
        for values in [
            "'a', 'k', 'nowhere', 1, NULL, '[]', 0, NULL",
            "'a', 'k', '', -1, NULL, '[]', 0, NULL",
            "'a', 'k', '', 1, NULL, '[', 0, NULL",
            "NULL, 'k', '', 1, NULL, '[]', 0, NULL",
            "'a', 'k', 3, 1, NULL, '[]', 0, NULL",
        ] {
            assert_eq!(code(values), "shape", "{values}");
        }
    }
}
