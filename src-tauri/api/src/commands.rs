//! The list of commands. A command is a name, what it takes, what it gives, and a handler of a few lines in the module of
//! its noun.

use sentei_core::{Error, Result};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::{Config, TS};

use crate::bindings::Types;
use crate::{app, Call};

/// One command.
pub struct Command {
    /// Its name, `noun_verb`.
    pub name: &'static str,
    /// What it does.
    pub doc: &'static str,
    /// Shape of the arguments, as a TypeScript type.
    pub args: fn(&Config) -> String,
    /// Shape of the result.
    pub result: fn(&Config) -> String,
    /// The types both are made of.
    pub(crate) types: fn(&mut Types<'_>),
    pub(crate) run: fn(&Call<'_>, Value) -> Result<Value>,
}

/// No arguments, or nothing to tell.
#[derive(Debug, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// Names a record.
#[derive(Debug, Serialize, Deserialize, TS)]
pub struct Id {
    /// Key of the record.
    pub id: String,
}

/// Names a procurement.
#[derive(Debug, Deserialize, TS)]
pub struct InProcurement {
    /// Key of the procurement.
    pub procurement: String,
}

macro_rules! commands {
    ($($(#[doc = $doc:literal])+ $name:ident($args:ty) -> $result:ty = $handler:path;)*) => {
        /// Every command there is.
        pub static COMMANDS: &[Command] = &[$(Command {
            name: stringify!($name),
            doc: concat!($($doc, "\n"),+),
            args: |config| <$args as TS>::inline(config),
            result: |config| <$result as TS>::name(config),
            types: |types| { types.add::<$args>(); types.add::<$result>(); },
            run: |call, args| out($handler(call, within(args)?)?),
        }),*];
    };
}

commands! {
    // ---- app: the program, its library, undo, history, backups
    /// What the window needs to begin.
    app_state(Nothing) -> app::AppState = app::state;
    /// What undo and redo would do next.
    undo_state(app::Scope) -> app::UndoState = app::undo_state;
    /// Takes the newest step back.
    undo(app::Scope) -> app::Undone = app::undo;
    /// Does the step again that was undone last.
    redo(app::Scope) -> app::Undone = app::redo;
    /// What was done, newest first.
    history_list(app::HistoryArgs) -> app::History = app::history;
    /// Checks the whole history against its seals.
    journal_verify(Nothing) -> app::Verified = app::verify;
    /// Copies the store into the backups.
    backup_now(Nothing) -> app::BackupMade = app::backup_now;
    /// The backups there are, newest first.
    backup_list(Nothing) -> app::Backups = app::backup_list;
    /// Puts a backup in place of the store, which is kept beside it.
    backup_restore(app::BackupMade) -> Nothing = app::backup_restore;
}

/// The command with this name.
pub fn find(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

fn within<T: DeserializeOwned>(args: Value) -> Result<T> {
    let args = if args.is_null() { Value::Object(serde_json::Map::default()) } else { args };
    serde_json::from_value(args).map_err(|cause| Error::say("error-arguments").code("arguments").arg("detail", cause))
}

fn out(value: impl Serialize) -> Result<Value> {
    Ok(serde_json::to_value(value)?)
}
