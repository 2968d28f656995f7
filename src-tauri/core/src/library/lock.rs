//! One writer a library: a locked file that says who it is.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::Path;

use crate::error::Result;
use crate::journal::Stamp;

/// The lock of a library folder, held as long as this value lives.
pub(super) struct Lock {
    file: Option<File>,
    holder: Option<String>,
}

impl Lock {
    /// Takes the lock, or reads who has it.
    pub(super) fn take(folder: &Path, stamp: &Stamp) -> Result<Self> {
        let path = folder.join("library.lock");
        let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
        let mut file = match opened {
            Ok(file) => file,
            // A folder that cannot be written is read.
            Err(cause)
                if matches!(
                    cause.kind(),
                    std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem
                ) =>
            {
                return Ok(Self { file: None, holder: None });
            }
            Err(cause) => return Err(cause.into()),
        };
        match file.try_lock() {
            Ok(()) => {
                // On a full disk the library can still be read, so the name of its holder is no condition.
                let named =
                    file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(stamp.actor.as_bytes()));
                if let Err(cause) = named {
                    tracing::warn!(%cause, "the lock carries no name");
                }
                Ok(Self { file: Some(file), holder: None })
            }
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                file.read_to_string(&mut holder)?;
                Ok(Self { file: None, holder: Some(holder) })
            }
            Err(TryLockError::Error(cause)) => Err(cause.into()),
        }
    }

    pub(super) fn writes(&self) -> bool {
        self.file.is_some()
    }

    pub(super) fn holder(&self) -> Option<&str> {
        self.holder.as_deref()
    }
}

impl Drop for Lock {
    /// Closing the file is not enough: a program that is just being started holds a copy of it until it runs, and with it
    /// the lock.
    fn drop(&mut self) {
        if let Some(file) = &self.file {
            let _ = file.unlock();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lock;
    use crate::journal::Stamp;

    #[test]
    fn a_lock_is_given_up_though_somebody_still_has_a_copy_of_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let stamp = Stamp { actor: "甲".into(), at: chrono::DateTime::UNIX_EPOCH };
        let lock = Lock::take(folder.path(), &stamp).unwrap();
        let copy = lock.file.as_ref().unwrap().try_clone().unwrap();
        assert!(!Lock::take(folder.path(), &stamp).unwrap().writes());
        drop(lock);
        assert!(Lock::take(folder.path(), &stamp).unwrap().writes());
        drop(copy);
    }
}
