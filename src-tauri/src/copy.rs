//! Text that could not be saved, written to a place the person names.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

/// Writes `text` as the file `path`: first beside it under another name, and under its own once every byte is on the disk.
/// What stood there before stays until then.
///
/// # Errors
/// Why it could not be written; nothing half written is left.
pub fn write(path: &Path, text: &str) -> io::Result<()> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_string_lossy();
    let half = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let written = File::create(&half)
        .and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&half, path));
    if written.is_err() {
        let _ = fs::remove_file(&half);
    }
    written
}

/// The name of a file that every system takes.
pub fn name(wished: &str) -> String {
    let forbidden = |c: char| c.is_control() || "\\/:*?\"<>|".contains(c);
    let kept: String = wished.chars().map(|c| if forbidden(c) { '_' } else { c }).take(100).collect();
    let kept = kept.trim_matches([' ', '.']);
    format!("{}.txt", if kept.is_empty() { "_" } else { kept.trim_end_matches(".txt") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_whole_and_nothing_else_is_left() {
        let folder = std::env::temp_dir().join(format!("sentei-copy-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let path = folder.join("写し.txt");
        write(&path, "前").expect("written");
        write(&path, "髙﨑𠮷").expect("written again");
        assert_eq!(fs::read_to_string(&path).expect("there"), "髙﨑𠮷");
        assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 1);
        assert!(write(&folder.join("missing/写し.txt"), "x").is_err());
        assert!(write(&folder, "x").is_err(), "a folder is no file");
        assert_eq!(fs::read_dir(&folder).expect("a folder").count(), 1);
        fs::remove_dir_all(&folder).expect("removed");
    }

    #[test]
    fn a_name_is_one_that_every_system_takes() {
        assert_eq!(name("選定の控え 14:05"), "選定の控え 14_05.txt");
        assert_eq!(name("../../etc/passwd"), "_.._etc_passwd.txt");
        assert_eq!(name(" .. "), "_.txt");
    }
}
