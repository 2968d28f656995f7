//! A folder that cannot be written to. Each test runs itself again in a name space of its own, where it may mount a small or a
//! read-only disk without being anybody.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;
use std::process::Command;

use sentei_papers::folder::write_all;

/// Runs the test `name` again with `mount` as its folder's disk.
fn again(name: &str, mount: &str) {
    let dir = tempfile::tempdir().unwrap();
    let script = format!("{mount} && exec \"$0\" --exact folders_refused::{name} --nocapture");
    let out = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", &script])
        .arg(std::env::current_exe().unwrap())
        .env("SENTEI_SMALL_DISK", dir.path())
        .output()
        .expect("unshare is there");
    assert!(out.status.success(), "{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    assert!(String::from_utf8_lossy(&out.stdout).contains("1 passed"), "the test did not run in there");
}

fn inside() -> Option<std::path::PathBuf> {
    std::env::var_os("SENTEI_SMALL_DISK").map(Into::into)
}

fn names(dir: &Path) -> Vec<String> {
    fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn a_full_disk_leaves_whole_files_only() {
    let Some(dir) = inside() else {
        return again("a_full_disk_leaves_whole_files_only", "mount -t tmpfs -o size=64k tmpfs \"$SENTEI_SMALL_DISK\"");
    };
    let files = [("small.pdf".to_owned(), vec![1; 4_000]), ("large.pdf".to_owned(), vec![2; 200_000])];
    let refused = write_all(&dir, &files).unwrap_err().message();
    assert_eq!((refused.1, refused.2["file"].as_str()), ("error-folder-full", "large.pdf"));
    // Nothing half written stays, neither under its name nor under another.
    assert_eq!(names(&dir), ["small.pdf"]);
    assert_eq!(fs::read(dir.join("small.pdf")).unwrap(), files[0].1);
}

#[test]
fn a_read_only_disk_is_told() {
    let Some(dir) = inside() else {
        return again("a_read_only_disk_is_told", "mount -t tmpfs -o ro tmpfs \"$SENTEI_SMALL_DISK\"");
    };
    let refused = write_all(&dir, &[("a.pdf".to_owned(), vec![1])]).unwrap_err().message();
    assert_eq!(refused.1, "error-folder-read-only");
    assert_eq!(names(&dir), [""; 0]);
}
