//! Sentei's core: the process of choosing a vendor, and the store that keeps it. It knows no window, no clock and no
//! randomness of its own: time, actor and seed are passed in.

pub mod error;
pub mod journal;
pub mod library;
pub mod paper;
pub mod richtext;
pub mod storage;
mod text;

pub use error::{Error, Result};
pub use text::Text;
