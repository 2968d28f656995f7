//! Files kept beside the store, found by the SHA-256 of their content.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

/// The folder of kept files.
pub struct Files {
    folder: PathBuf,
}

impl Files {
    pub(super) fn new(library: &Path) -> Self {
        Self { folder: library.join("files") }
    }

    /// Keeps the bytes and returns their SHA-256 in hexadecimal. Written aside, flushed and renamed: a file that is
    /// there is whole. Keep the file first, then the row that names it.
    pub fn put(&self, bytes: &[u8]) -> Result<String> {
        let name = sha256(bytes);
        let path = self.path(&name);
        if path.exists() && self.get(&name).is_ok() {
            return Ok(name);
        }
        let folder = path.parent().unwrap_or(&self.folder);
        std::fs::create_dir_all(folder)?;
        let aside = folder.join(format!("{name}.part"));
        let written = std::fs::File::create(&aside).and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        });
        if let Err(cause) = written.and_then(|()| std::fs::rename(&aside, &path)) {
            let _ = std::fs::remove_file(&aside);
            return Err(cause.into());
        }
        #[cfg(unix)]
        std::fs::File::open(folder)?.sync_all()?;
        Ok(name)
    }

    /// The kept bytes.
    ///
    /// # Errors
    /// A sentence where the file is gone or no longer what was kept.
    pub fn get(&self, name: &str) -> Result<Vec<u8>> {
        let missing = || Error::say("error-kept-file").code("file_missing").arg("name", name);
        let bytes = std::fs::read(self.path(name)).map_err(|_| missing())?;
        if sha256(&bytes) == name {
            Ok(bytes)
        } else {
            Err(missing())
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name.get(..2).unwrap_or("")).join(name)
    }
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
