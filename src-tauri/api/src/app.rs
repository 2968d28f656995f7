//! The program itself: what it needs to begin, undo, history, backups.

use sentei_core::journal::{self, Broken, Changed};
use sentei_core::l10n::Lang;
use sentei_core::library::{backups, restore};
use sentei_core::{settings, Result, Text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::Nothing;
use crate::Call;

/// What the window needs to begin.
#[derive(Debug, Serialize, TS)]
pub struct AppState {
    version: String,
    library: String,
    read_only: bool,
    holder: Option<String>,
    lang: String,
    theme: String,
    scale: u32,
    actor: String,
    today: String,
    /// Why the library could not be opened; then only the backups can be used.
    closed: Option<Text>,
}

/// Where to look for the next step: a procurement, the library's own things where it is empty, or everywhere.
#[derive(Debug, Deserialize, TS)]
pub struct Scope {
    #[ts(optional)]
    pub(crate) procurement: Option<String>,
}

/// What undo and redo would do next.
#[derive(Debug, Clone, Serialize, TS)]
pub struct UndoState {
    undo: Option<Text>,
    redo: Option<Text>,
}

/// A step taken back or done again, and what comes next.
#[derive(Debug, Serialize, TS)]
pub struct Undone {
    done: Text,
    undo: Option<Text>,
    redo: Option<Text>,
}

/// What the check of the history found.
#[derive(Debug, Serialize, TS)]
pub struct Verified {
    operations: i64,
    head: String,
    broken: Option<Text>,
}

/// The licences of what comes with the program.
#[derive(Debug, Serialize, TS)]
pub struct Licences {
    licences: Vec<Licence>,
}

/// The licence of one font.
#[derive(Debug, Serialize, TS)]
pub struct Licence {
    /// The font.
    name: String,
    /// The licence as its makers wrote it.
    text: String,
}

/// Names a backup.
#[derive(Debug, Serialize, Deserialize, TS)]
pub struct BackupMade {
    /// File name in the folder of backups.
    pub name: String,
}

/// The backups there are.
#[derive(Debug, Serialize, TS)]
pub struct Backups {
    backups: Vec<BackupRow>,
}

/// One backup.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Backup")]
pub struct BackupRow {
    name: String,
    bytes: u64,
    /// When it was made: UTC, RFC 3339.
    at: String,
}

pub(crate) fn state(call: &Call<'_>, _: Nothing) -> Result<AppState> {
    let setting = |key: &str, usual: &str| {
        let stored = call.read(|read| read.find::<sentei_core::library::Setting>(key));
        stored.ok().flatten().map_or_else(|| usual.to_owned(), |setting| setting.value)
    };
    let opened = call.library(|library| Ok((!library.writes(), library.held_by().map(Into::into))));
    let (read_only, holder, closed) = match opened {
        Ok((read_only, holder)) => (read_only, holder, None),
        Err(cause) => {
            let (_, id, args) = cause.message();
            (true, None, Some(Text { id: id.into(), args }))
        }
    };
    Ok(AppState {
        version: env!("CARGO_PKG_VERSION").into(),
        library: call.session().folder().display().to_string(),
        read_only,
        holder,
        lang: call.lang().tag().into(),
        theme: setting("theme", "auto"),
        scale: setting("scale", "100").parse().unwrap_or(100),
        actor: call.stamp().actor.clone(),
        today: call.today().to_string(),
        closed,
    })
}

/// What reaches the window after a commit.
#[derive(Debug, Clone, Serialize, TS)]
#[ts(rename = "Changed")]
pub struct Event {
    /// Name of the operation.
    op: String,
    /// Kinds of records touched.
    kinds: Vec<String>,
    /// Ids of records touched.
    ids: Vec<String>,
    /// Procurement it belongs to.
    procurement: Option<String>,
    /// What undo and redo would do now, in that procurement or on the library's own things.
    undo: UndoState,
}

pub(crate) fn events(call: &Call<'_>) -> Vec<Event> {
    let event = |changed: Changed| {
        let of = changed.procurement.clone().unwrap_or_else(|| journal::OWN.into());
        let scope = Scope { procurement: Some(of) };
        let undo = undo_state(call, scope).unwrap_or(UndoState { undo: None, redo: None });
        Event {
            op: changed.op,
            kinds: changed.kinds.into_iter().collect(),
            ids: changed.ids.into_iter().collect(),
            procurement: changed.procurement,
            undo,
        }
    };
    call.take_changed().into_iter().map(event).collect()
}

fn named(step: Option<(String, String)>, lang: Lang) -> Option<Text> {
    step.map(|(name, what)| sentence(&name, &what, lang))
}

/// What an operation does, in the words of `lang`: a setting is kept by the id of its name.
pub(crate) fn sentence(name: &str, what: &str, lang: Lang) -> Text {
    let what = if name == "settings-set" { lang.word(what) } else { what.to_owned() };
    Text::new(format!("op-{name}")).arg("what", what)
}

pub(crate) fn undo_state(call: &Call<'_>, scope: Scope) -> Result<UndoState> {
    let names = call.library(|library| library.undo_names(scope.procurement.as_deref()))?;
    // The command itself may have changed the language.
    let lang = call.read(|read| settings::value(read, "lang"))?.map_or(Lang::Ja, |tag| Lang::of(&tag));
    Ok(UndoState { undo: named(names.undo, lang), redo: named(names.redo, lang) })
}

pub(crate) fn undo(call: &Call<'_>, scope: Scope) -> Result<Undone> {
    let next = undo_state(call, Scope { procurement: scope.procurement.clone() })?.undo;
    let changed = call.library(|library| library.undo(scope.procurement.as_deref(), call.stamp()))?;
    undone(call, scope, next, changed)
}

pub(crate) fn redo(call: &Call<'_>, scope: Scope) -> Result<Undone> {
    let next = undo_state(call, Scope { procurement: scope.procurement.clone() })?.redo;
    let changed = call.library(|library| library.redo(scope.procurement.as_deref(), call.stamp()))?;
    undone(call, scope, next, changed)
}

fn undone(call: &Call<'_>, scope: Scope, done: Option<Text>, changed: Changed) -> Result<Undone> {
    let done = done.unwrap_or_else(|| sentence(&changed.op, "", call.lang()));
    call.note(changed);
    let UndoState { undo, redo } = undo_state(call, scope)?;
    Ok(Undone { done, undo, redo })
}

pub(crate) fn verify(call: &Call<'_>, _: Nothing) -> Result<Verified> {
    let found = call.read(journal::verify)?;
    let broken = found.broken.map(|broken| match broken {
        Broken::Missing(seq) => Text::new("journal-missing").arg("seq", seq),
        Broken::Altered(seq) => Text::new("journal-altered").arg("seq", seq),
        Broken::Inserted(seq) => Text::new("journal-inserted").arg("seq", seq),
    });
    Ok(Verified { operations: found.operations, head: found.head, broken })
}

pub(crate) fn backup_now(call: &Call<'_>, _: Nothing) -> Result<BackupMade> {
    let made = call.library(|library| library.back_up(call.stamp()))?;
    Ok(BackupMade { name: made.name })
}

pub(crate) fn backup_list(call: &Call<'_>, _: Nothing) -> Result<Backups> {
    let rows = backups(call.session().folder())?.into_iter().map(|backup| BackupRow {
        at: backup.made_at().unwrap_or_default(),
        name: backup.name,
        bytes: backup.bytes,
    });
    Ok(Backups { backups: rows.collect() })
}

pub(crate) fn backup_restore(call: &Call<'_>, args: BackupMade) -> Result<Nothing> {
    call.session().reopen(|folder| restore(folder, &args.name, call.stamp()))?;
    Ok(Nothing {})
}

#[allow(clippy::unnecessary_wraps, reason = "a handler gives a result like every other")]
pub(crate) fn licences(_: &Call<'_>, _: Nothing) -> Result<Licences> {
    let each = sentei_papers::fonts::licences().map(|(name, text)| Licence { name: name.into(), text });
    Ok(Licences { licences: each.collect() })
}
