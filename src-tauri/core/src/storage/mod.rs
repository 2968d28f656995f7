//! The store: one SQLite file, typed records in STRICT tables, read freely and written only through the journal.

mod ids;
pub mod migrations;
mod open;
pub mod position;
mod record;
mod row;

pub use ids::Ids;
pub(crate) use open::{header, open, Header, Schema};
pub use record::{flag, json_text, Read, Record};
pub(crate) use record::{read_image, Column, Image};
