//! The papers as others get them: read back with the tools a reader has.

mod chance;
mod chosen;
mod folders;
mod folders_refused;
mod given;
mod imported;
mod report;
mod setting;
mod sheets;
mod shown;
mod tools;
mod word;
