//! A folder that cannot be written to. Each test runs itself again in a name space of its own, where it may mount a small or a
//! read-only disk without being anybody; where the machine gives none, a limit of the process or a folder of the system's own
//! refuses instead.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;
use std::process::Command;

use sentei_papers::folder::write_all;

/// Mounts a disk with these options at the folder of the test.
fn mount(options: &str) -> String {
    format!("mount -t tmpfs -o {options} tmpfs \"$SENTEI_SMALL_DISK\"")
}

/// The shell in a name space of its own.
fn apart() -> Command {
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "--mount", "sh"]);
    command
}

fn mounts() -> bool {
    let dir = tempfile::tempdir().unwrap();
    let tried = apart().args(["-c", &mount("size=64k")]).env("SENTEI_SMALL_DISK", dir.path()).output();
    tried.is_ok_and(|out| out.status.success())
}

/// Runs the test `name` again in `shell` after `first`.
fn again(name: &str, mut shell: Command, first: &str) {
    let dir = tempfile::tempdir().unwrap();
    let out = shell
        .args(["-c", &format!("{first} && exec \"$0\" --exact folders_refused::{name} --nocapture")])
        .arg(std::env::current_exe().unwrap())
        .env("SENTEI_SMALL_DISK", dir.path())
        .output()
        .unwrap();
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
        let name = "a_full_disk_leaves_whole_files_only";
        // No file may grow over 20 kB, as on a disk that is nearly full.
        again(name, Command::new("sh"), "trap '' XFSZ; ulimit -f 40");
        if mounts() {
            again(name, apart(), &mount("size=64k"));
        }
        return;
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
        if mounts() {
            return again("a_read_only_disk_is_told", apart(), &mount("ro"));
        }
        let refused = write_all(Path::new("/sys"), &[("a.pdf".to_owned(), vec![1])]).unwrap_err().message();
        return assert_eq!(refused.1, "error-folder-read-only");
    };
    let refused = write_all(&dir, &[("a.pdf".to_owned(), vec![1])]).unwrap_err().message();
    assert_eq!(refused.1, "error-folder-read-only");
    assert_eq!(names(&dir), [""; 0]);
}
