//! Sentei's core: the process of choosing a vendor, and the store that keeps it. It knows no window, no clock and no
//! randomness of its own: time, actor and seed are passed in.

#![deny(missing_docs)]

pub mod amount;
pub mod bidder;
pub mod calendar;
pub mod criterion;
pub mod decision;
pub mod distribution;
pub mod error;
pub mod evaluation;
pub mod finding;
pub mod journal;
pub mod l10n;
pub mod letter;
pub mod library;
pub mod marking;
pub mod overview;
pub mod paper;
pub mod place;
pub mod procurement;
pub mod proposal;
pub mod question;
pub mod required_item;
pub mod rfp;
pub mod richtext;
pub mod sample;
pub mod settings;
pub mod storage;
mod text;
pub mod vendor;

pub use error::{Error, Result};
pub use finding::Finding;
pub use text::Text;
