//! What can go wrong in the house, and the sentence each failure is told with.

use std::collections::BTreeMap;

/// The result of everything in core.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// A failure. Whatever reaches a person is told by [`Error::message`]; the inner cause goes to the log only.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Refused with a sentence: a Fluent id and its arguments.
    #[error("{id} {args:?}")]
    Say {
        /// Fluent id of the sentence.
        id: &'static str,
        /// What the interface may branch on; empty where it need not.
        code: &'static str,
        /// Arguments of the sentence, already worded.
        args: BTreeMap<String, String>,
    },
    /// A record that is not, or no longer, there.
    #[error("no {kind} {id}")]
    NotFound {
        /// Kind of the record: its table.
        kind: &'static str,
        /// The id asked for.
        id: String,
    },
    /// The store refused.
    #[error(transparent)]
    Store(#[from] rusqlite::Error),
    /// The disk refused.
    #[error(transparent)]
    Disk(#[from] std::io::Error),
    /// A stored or received value has not the shape it must have.
    #[error(transparent)]
    Shape(#[from] serde_json::Error),
}

impl Error {
    /// A refusal told by the sentence `id`.
    pub fn say(id: &'static str) -> Self {
        Self::Say { id, code: "", args: BTreeMap::new() }
    }

    /// The same refusal with one more argument; other failures stay as they are.
    #[must_use]
    pub fn arg(mut self, name: &str, value: impl ToString) -> Self {
        if let Self::Say { args, .. } = &mut self {
            args.insert(name.into(), value.to_string());
        }
        self
    }

    /// The same refusal with a code that the interface branches on.
    #[must_use]
    pub fn code(mut self, new: &'static str) -> Self {
        if let Self::Say { code, .. } = &mut self {
            *code = new;
        }
        self
    }

    /// The code, Fluent id and arguments this failure crosses with.
    pub fn message(&self) -> (&'static str, &'static str, BTreeMap<String, String>) {
        match self {
            Self::Say { id, code, args } => (code, id, args.clone()),
            Self::NotFound { kind, .. } => {
                ("not_found", "error-not-found", BTreeMap::from([("kind".into(), (*kind).into())]))
            }
            Self::Store(cause) => {
                let (code, id) = stored(cause);
                (code, id, BTreeMap::new())
            }
            Self::Disk(cause) => {
                let (code, id) = match cause.kind() {
                    std::io::ErrorKind::StorageFull | std::io::ErrorKind::FileTooLarge => {
                        ("disk_full", "error-disk-full")
                    }
                    std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                        ("read_only", "error-read-only")
                    }
                    std::io::ErrorKind::NotFound => ("not_found", "error-file-not-found"),
                    _ => ("disk", "error-disk"),
                };
                (code, id, BTreeMap::new())
            }
            Self::Shape(_) => ("shape", "error-shape", BTreeMap::new()),
        }
    }
}

fn stored(cause: &rusqlite::Error) -> (&'static str, &'static str) {
    use rusqlite::ErrorCode as C;
    match cause.sqlite_error_code() {
        Some(C::DiskFull) => ("disk_full", "error-disk-full"),
        Some(C::ReadOnly | C::PermissionDenied | C::CannotOpen) => ("read_only", "error-read-only"),
        Some(C::DatabaseCorrupt | C::NotADatabase) => ("damaged", "error-damaged"),
        Some(C::DatabaseBusy | C::DatabaseLocked) => ("busy", "error-busy"),
        Some(C::SystemIoFailure) => ("disk", "error-disk"),
        _ => ("store", "error-unexpected"),
    }
}
