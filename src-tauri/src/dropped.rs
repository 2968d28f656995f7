//! Files dropped on the window. The page sees what is in them but not where they are, so their bytes are laid down again
//! under their names, for commands that read a file by its path. They go when the program ends.

use std::fs::{self, DirBuilder};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// How the folders are called.
const NAME: &str = "sentei-dropped-";

/// After this long a folder belongs to a program that did not end as it should.
const STALE: Duration = Duration::from_hours(24);

/// The folders made for dropped files.
#[derive(Debug, Default)]
pub struct Dropped(Mutex<Vec<PathBuf>>);

impl Dropped {
    /// Lays down `content`: the name of the file, a zero byte, and its bytes.
    ///
    /// # Errors
    /// Why it could not be written, and `InvalidInput` where there is no name.
    pub fn keep(&self, content: &[u8]) -> io::Result<PathBuf> {
        let end = content.iter().position(|byte| *byte == 0).ok_or(ErrorKind::InvalidInput)?;
        let name = std::str::from_utf8(&content[..end]).ok().and_then(|name| Path::new(name).file_name());
        let name = name.ok_or(ErrorKind::InvalidInput)?;
        let mut folders = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if folders.is_empty() {
            remove_stale();
        }
        let folder = std::env::temp_dir().join(format!("{NAME}{}-{}", std::process::id(), folders.len()));
        private().create(&folder)?;
        let path = folder.join(name);
        folders.push(folder);
        fs::write(&path, &content[end + 1..])?;
        Ok(path)
    }

    /// Removes everything that was laid down.
    pub fn clear(&self) {
        for folder in self.0.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
            let _ = fs::remove_dir_all(folder);
        }
    }
}

/// Removes what a program left that was killed.
fn remove_stale() {
    for entry in fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten() {
        let age = entry.metadata().and_then(|data| data.modified()).ok().and_then(|at| at.elapsed().ok());
        let ours = entry.file_name().to_string_lossy().starts_with(NAME);
        if ours && age.is_some_and(|age| age > STALE) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// Makes folders that nobody else can look into.
fn private() -> DirBuilder {
    #[allow(unused_mut, reason = "it is only changed where there are such rights")]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_file_keeps_its_name_and_goes_at_the_end() {
        let dropped = Dropped::default();
        let one = dropped.keep("質問票.xlsx\0PK".as_bytes()).expect("kept");
        let other = dropped.keep("質問票.xlsx\0".as_bytes()).expect("kept beside it");
        assert_eq!(fs::read(&one).expect("there"), b"PK");
        assert_eq!(one.file_name(), other.file_name());
        assert_ne!(one, other);
        let climbing = dropped.keep(b"../../a.csv\0x").expect("kept");
        assert_eq!(climbing.parent().and_then(Path::parent), Some(&*std::env::temp_dir()));
        assert!(dropped.keep(b"no name").is_err() && dropped.keep(b"..\0x").is_err());
        dropped.clear();
        assert!(!one.exists() && !climbing.exists());
    }
}
