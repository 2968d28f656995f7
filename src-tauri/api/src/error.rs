//! The one place where failures become what crosses.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use sentei_core::l10n::Lang;
use sentei_core::{Error, Text};
use serde::Serialize;
use ts_rs::TS;

/// A failure as the window and scripts get it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Failure {
    /// Set only where the interface branches on it.
    pub code: String,
    /// Fluent id of the sentence.
    pub message_id: String,
    /// The sentence's arguments.
    pub args: BTreeMap<String, String>,
    /// The sentence in the language of the library, for scripts.
    pub message: String,
}

impl Failure {
    pub(crate) fn from_core(cause: &Error, lang: Lang) -> Self {
        let (code, id, args) = cause.message();
        // The log holds ids and causes of the machine, never what people wrote.
        match cause {
            Error::Say { .. } => tracing::info!(id, "refused"),
            other => tracing::error!(id, cause = %other, "failed"),
        }
        let message = lang.say(&Text { id: id.into(), args: args.clone() });
        Self { code: if code.is_empty() { "refused" } else { code }.into(), message_id: id.into(), args, message }
    }

    /// A name that is not on the list.
    pub fn unknown_command(name: &str) -> Self {
        Self::from_core(&Error::say("error-unknown-command").code("unknown_command").arg("name", name), Lang::En)
    }

    /// Arguments that are no JSON.
    pub fn unreadable_arguments(cause: impl std::fmt::Display) -> Self {
        Self::from_core(&Error::say("error-arguments").code("arguments").arg("detail", cause), Lang::En)
    }

    /// A file that a person asked for could not be written.
    pub fn not_written(path: &Path, cause: &io::Error) -> Self {
        let refusal = match cause.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Error::say("error-folder-full"),
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Error::say("error-folder-read-only"),
            _ => Error::say("error-folder"),
        };
        let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
        let folder = path.parent().unwrap_or(path).display().to_string();
        Self::from_core(&refusal.arg("folder", folder).arg("file", part(path.file_name())), Lang::Ja)
    }

    /// Something that should not happen did; nothing of it was kept.
    pub fn unexpected() -> Self {
        Self::from_core(&Error::say("error-unexpected").code("unexpected"), Lang::Ja)
    }
}
