//! Writing files into a folder somebody chose: whole or not at all, and never over something else.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use sentei_core::{Error, Result};

/// Writes every file, each first under another name and then, when all its bytes are on the disk, under its own.
/// A file of the same name and content is left as it is; one with other content keeps its name and the new one gets
/// （2）. Returns where the files are, in the order given.
pub fn write_all(dir: &Path, files: &[(String, Vec<u8>)]) -> Result<Vec<PathBuf>> {
    if !dir.is_dir() {
        return Err(Error::say("error-folder-missing").arg("folder", dir.display()));
    }
    let mut written = Vec::with_capacity(files.len());
    for (name, bytes) in files {
        written.push(write(dir, name, bytes).map_err(|cause| refused(dir, name, &cause))?);
    }
    // The names themselves reach the disk; systems that cannot do this for a folder need not.
    if let Ok(folder) = File::open(dir) {
        let _ = folder.sync_all();
    }
    Ok(written)
}

fn write(dir: &Path, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let name = Path::new(name).file_name().map_or_else(|| "_".into(), |name| name.to_string_lossy().into_owned());
    let half = half_written(dir, &name, bytes)?;
    let done = take_name(dir, &name, &half, bytes);
    // After a hard link, or after a failure, the first name goes.
    let _ = fs::remove_file(&half);
    done
}

/// The file under a name of its own, all bytes on the disk.
fn half_written(dir: &Path, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    let mut tries = 0;
    loop {
        let half = dir.join(format!(".{}.{}-{tries}.part", short(name), std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&half) {
            Ok(mut file) => {
                return match file.write_all(bytes).and_then(|()| file.sync_all()) {
                    Ok(()) => Ok(half),
                    Err(cause) => {
                        let _ = fs::remove_file(&half);
                        Err(cause)
                    }
                };
            }
            Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists && tries < 100 => tries += 1,
            Err(cause) => return Err(cause),
        }
    }
}

/// Gives the finished file the first free name. A link cannot replace a file, not even one that comes this moment;
/// where a disk has no links (FAT) the name is looked at first and then taken.
fn take_name(dir: &Path, name: &str, half: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    for number in 1..1_000 {
        let path = dir.join(numbered(name, number));
        if fs::symlink_metadata(&path).is_ok() {
            if holds(&path, bytes) {
                return Ok(path);
            }
            continue;
        }
        match fs::hard_link(half, &path) {
            Ok(()) => return Ok(path),
            Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {}
            Err(_) => return fs::rename(half, &path).map(|()| path),
        }
    }
    Err(io::Error::from(io::ErrorKind::AlreadyExists))
}

/// A name that stands a second time, with its number before the ending.
pub fn numbered(name: &str, number: usize) -> String {
    if number == 1 {
        return name.to_owned();
    }
    match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => format!("{stem}（{number}）.{extension}"),
        _ => format!("{name}（{number}）"),
    }
}

fn holds(path: &Path, bytes: &[u8]) -> bool {
    let Ok(meta) = fs::symlink_metadata(path) else { return false };
    if !meta.is_file() || meta.len() != bytes.len() as u64 {
        return false;
    }
    let mut there = Vec::with_capacity(bytes.len());
    File::open(path).and_then(|mut file| file.read_to_end(&mut there)).is_ok() && there == bytes
}

fn short(name: &str) -> String {
    name.chars().take(40).collect()
}

fn refused(dir: &Path, name: &str, cause: &io::Error) -> Error {
    let id = match cause.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => "error-folder-full",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "error-folder-read-only",
        _ => "error-folder",
    };
    tracing::warn!(%cause, "a file could not be written");
    Error::say(id).arg("folder", dir.display()).arg("file", name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_are_numbered_before_the_extension() {
        assert_eq!(numbered("a.b.pdf", 2), "a.b（2）.pdf");
        assert_eq!(numbered("name", 3), "name（3）");
        assert_eq!(numbered(".hidden", 2), ".hidden（2）");
    }
}
