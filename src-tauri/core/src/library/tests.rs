//! Opening, sharing, damage and backups of a library folder.

use chrono::{TimeZone as _, Utc};

use super::{backups, restore, Library, Setting};
use crate::journal::{Op, Stamp};
use crate::Error;

fn stamp(day: u32) -> Stamp {
    Stamp { actor: "佐藤".into(), at: Utc.with_ymd_and_hms(2026, 11, day, 0, 0, 0).unwrap() }
}

fn put(library: &mut Library, key: &str) -> crate::Result<()> {
    let record = Setting { id: key.into(), value: "値".into() };
    library.transact(Op::new("setting-set"), &stamp(2), |tx| tx.insert(&record)).map(|_| ())
}

fn code(result: crate::Result<Library>) -> &'static str {
    result.err().map_or("opened", |cause| cause.message().0)
}

/// The sentence a library that cannot be opened is refused with.
fn sentence(folder: &std::path::Path) -> &'static str {
    Library::open(folder, [1; 16], &stamp(4)).err().map_or("opened", |cause| cause.message().1)
}

#[test]
fn a_second_start_reads_and_says_who_writes() {
    let folder = tempfile::tempdir().unwrap();
    let mut first = Library::open(folder.path(), [1; 16], &stamp(1)).unwrap();
    put(&mut first, "a").unwrap();
    let mut second = Library::open(folder.path(), [2; 16], &stamp(1)).unwrap();
    assert_eq!(second.held_by(), Some("佐藤"));
    assert_eq!(second.state().unwrap(), first.state().unwrap());
    assert_eq!(put(&mut second, "b").unwrap_err().message().1, "error-locked");
    drop(first);
    let nameless = Stamp { actor: "—".into(), ..stamp(1) };
    let third = Library::open(folder.path(), [3; 16], &nameless).unwrap();
    assert!(third.writes());
    assert_eq!(put(&mut second, "b").unwrap_err().message().1, "error-locked", "she was there when it was opened");
    let mut fourth = Library::open(folder.path(), [4; 16], &stamp(1)).unwrap();
    assert_eq!(put(&mut fourth, "b").unwrap_err().message().1, "error-locked-unnamed");
}

#[test]
fn a_foreign_damaged_or_newer_file_is_refused_and_left_untouched() {
    let elsewhere = tempfile::tempdir().unwrap();
    let foreign = elsewhere.path().join("other.db");
    rusqlite::Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    let foreign_bytes = std::fs::read(foreign).unwrap();
    let good = tempfile::tempdir().unwrap();
    put(&mut Library::open(good.path(), [1; 16], &stamp(1)).unwrap(), "a").unwrap();
    let whole = std::fs::read(good.path().join("library.db")).unwrap();
    let mut newer = whole.clone();
    newer[60..64].copy_from_slice(&9999u32.to_be_bytes());
    let mut torn = whole.clone();
    torn.truncate(whole.len() / 2);
    let mut scrambled = whole.clone();
    let from = scrambled.len() / 3;
    scrambled[from..].fill(0x5a);
    for (bytes, expected) in [
        (foreign_bytes, "damaged"),
        ("たんなる文章です。".repeat(50).into_bytes(), "damaged"),
        (newer, "newer"),
        (torn, "damaged"),
        (scrambled, "damaged"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("library.db");
        std::fs::write(&file, &bytes).unwrap();
        assert_eq!(code(Library::open(folder.path(), [1; 16], &stamp(1))), expected);
        assert!(std::fs::read(&file).unwrap() == bytes, "{expected}: the file was touched");
        assert!(expected == "newer" || sentence(folder.path()).ends_with("-alone"), "no backup, no way to one");
    }
}

#[test]
fn hostile_triggers_in_a_file_do_not_pass() {
    let folder = tempfile::tempdir().unwrap();
    drop(Library::open(folder.path(), [1; 16], &stamp(1)).unwrap());
    let conn = rusqlite::Connection::open(folder.path().join("library.db")).unwrap();
    conn.execute_batch("CREATE TRIGGER evil AFTER INSERT ON setting BEGIN DELETE FROM setting; END").unwrap();
    drop(conn);
    assert_eq!(code(Library::open(folder.path(), [1; 16], &stamp(1))), "damaged");
}

#[test]
fn a_moved_or_exchanged_library_takes_no_more_writes() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(folder.path(), [1; 16], &stamp(1)).unwrap();
    put(&mut library, "a").unwrap();
    let (store, away) = (folder.path().join("library.db"), folder.path().join("away.db"));
    std::fs::rename(&store, &away).unwrap();
    assert_eq!(put(&mut library, "b").unwrap_err().message().0, "moved_away");
    std::fs::copy(&away, &store).unwrap();
    assert_eq!(put(&mut library, "b").unwrap_err().message().0, "moved_away");
    std::fs::remove_file(&store).unwrap();
    std::fs::rename(&away, &store).unwrap();
    put(&mut library, "b").unwrap();
}

#[test]
fn a_backup_brings_a_damaged_library_back_and_the_damaged_file_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(folder.path(), [1; 16], &stamp(1)).unwrap();
    put(&mut library, "a").unwrap();
    let kept = library.state().unwrap();
    let backup = library.back_up(&stamp(3)).unwrap();
    put(&mut library, "b").unwrap();
    drop(library);
    let store = folder.path().join("library.db");
    std::fs::write(&store, b"ruined").unwrap();
    assert_eq!(code(Library::open(folder.path(), [1; 16], &stamp(4))), "damaged");
    assert_eq!(sentence(folder.path()), "error-foreign");
    assert_eq!(backups(folder.path()).unwrap(), std::slice::from_ref(&backup));
    assert!(matches!(restore(folder.path(), "../library.db", &stamp(4)), Err(Error::Say { .. })));
    restore(folder.path(), &backup.name, &stamp(4)).unwrap();
    assert_eq!(Library::open(folder.path(), [1; 16], &stamp(4)).unwrap().state().unwrap(), kept);
    let aside = std::fs::read_dir(folder.path()).unwrap().filter_map(|entry| std::fs::read(entry.unwrap().path()).ok());
    assert!(aside.into_iter().any(|bytes| bytes == b"ruined"));
}

#[test]
fn the_first_opening_of_a_day_leaves_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    put(&mut Library::open(folder.path(), [1; 16], &stamp(1)).unwrap(), "a").unwrap();
    for day in [5, 5, 6] {
        drop(Library::open(folder.path(), [1; 16], &stamp(day)).unwrap());
    }
    let names: Vec<String> =
        backups(folder.path()).unwrap().into_iter().map(|backup| backup.name[..8].to_owned()).collect();
    assert_eq!(names, ["20261106", "20261105"]);
}

#[test]
fn a_backup_that_cannot_be_made_does_not_keep_the_library_shut() {
    let folder = tempfile::tempdir().unwrap();
    put(&mut Library::open(folder.path(), [1; 16], &stamp(1)).unwrap(), "a").unwrap();
    std::fs::write(folder.path().join("backups"), "a file where the folder should be").unwrap();
    let mut library = Library::open(folder.path(), [2; 16], &stamp(5)).unwrap();
    put(&mut library, "b").unwrap();
    assert!(library.back_up(&stamp(5)).is_err());
}

#[test]
fn kept_files_come_back_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let library = Library::open(folder.path(), [1; 16], &stamp(1)).unwrap();
    let files = library.files();
    let name = files.put("提案依頼書".as_bytes()).unwrap();
    assert_eq!(files.put("提案依頼書".as_bytes()).unwrap(), name);
    assert_eq!(files.get(&name).unwrap(), "提案依頼書".as_bytes());
    std::fs::write(folder.path().join("files").join(&name[..2]).join(&name), "改ざん").unwrap();
    assert_eq!(files.get(&name).unwrap_err().message().0, "file_missing");
}
