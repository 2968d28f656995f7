//! Long work: how far it is, and the wish to stop it.

use sentei_core::{Result, Text};
use serde::Serialize;
use ts_rs::TS;

use crate::commands::Nothing;
use crate::Call;

/// The command that stops long work. It never waits for the library, which that work may hold.
pub(crate) const STOP: &str = "work_stop";

/// How far long work is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "WorkProgress")]
pub struct Progress {
    /// What is being done.
    pub what: Text,
    /// Parts that are done.
    pub done: usize,
    /// Parts there are.
    pub total: usize,
}

/// Hears how far long work is; nothing once it has ended, well or not.
pub type Listener = Box<dyn Fn(Option<Progress>) + Send + Sync>;

#[allow(clippy::unnecessary_wraps, reason = "a handler gives a result like every other")]
pub(crate) fn stop(call: &Call<'_>, _: Nothing) -> Result<Nothing> {
    call.session().stop();
    Ok(Nothing {})
}
