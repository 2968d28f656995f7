//! What leaves the house, and what comes back as a file: papers set as PDF, papers written for Word, texts read from
//! Word and Markdown, names and folders for files. Knows core's types and writes nothing to the store.

#![deny(missing_docs)]

pub mod answers_sheet;
pub mod bidder_form;
pub mod bind;
mod engine;
pub mod estimate_index;
pub mod evaluation_sheet;
pub mod evaluation_sheet_in;
mod file_name;
pub mod folder;
pub mod fonts;
pub mod import;
pub mod ledger_sheet;
pub mod mail;
pub mod mail_in;
pub mod numbers_sheet;
mod package;
pub mod question_sheet;
mod settable;
pub mod sheet;
pub mod word;
mod world;

pub use engine::{Engine, Preview, Stamp};
pub use file_name::{day_in_name, file_name, valid as valid_file_name};
pub use settable::unshowable;
