//! What leaves the house, and what comes back as a file: papers set as PDF, papers written for Word, texts read from
//! Word and Markdown, names and folders for files. Knows core's types and writes nothing to the store.

mod engine;
pub mod fonts;
mod settable;
mod world;

pub use engine::{Engine, Preview, Stamp};
pub use settable::unshowable;
