//! The one way in: a list of commands, what they take and give, the errors and events that cross. The window and
//! scripts use the same list. No tauri here.

#![deny(missing_docs)]

mod app;
mod approval;
mod bidder;
mod bidder_form;
pub mod bindings;
mod call;
mod commands;
mod conflict;
mod criterion;
mod decision;
mod delivery;
mod distribution;
mod error;
mod estimate;
mod evaluator;
mod hand;
mod hearing;
mod history;
mod home;
mod import;
mod judging;
mod knowledge;
mod ledger;
mod letter;
mod notice;
mod outline;
mod preview;
mod procurement;
mod proposal;
mod proposal_file;
mod proposal_view;
mod question;
mod question_import;
mod question_reply;
mod question_sheet;
mod question_view;
mod release;
mod report;
mod required_item;
mod requirement;
mod result;
mod rfp;
mod sample;
mod schedule;
mod section;
mod session;
mod settings;
mod sheet;
mod sheet_file;
mod vendor;
mod vendor_file;
mod vendor_import;
mod work;

pub use app::Event;
pub use call::{Call, Reply};
pub use commands::{find, Command, COMMANDS};
pub use error::Failure;
pub use history::INNER as HIDDEN_COLUMNS;
pub use session::{Config, Session};
pub use work::{Listener, Progress};

use serde_json::Value;

/// Runs the command `name` with the arguments `args`.
///
/// # Errors
/// What the command refuses, as it crosses to the window or to a script. A panic becomes an error too.
pub fn dispatch(session: &Session, name: &str, args: Value) -> Result<Reply, Failure> {
    let command = find(name).ok_or_else(|| Failure::unknown_command(name))?;
    let call = if name == work::STOP { Call::beside(session) } else { Call::new(session) };
    let run = std::panic::AssertUnwindSafe(|| (command.run)(&call, args));
    let value = match std::panic::catch_unwind(run) {
        Ok(result) => result.map_err(|cause| Failure::from_core(&cause, call.lang()))?,
        Err(_) => return Err(Failure::unexpected()),
    };
    Ok(Reply { value, events: app::events(&call) })
}
