//! Nothing acknowledged is ever lost, and what cannot be used is left as it is.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use sentei_tests::desk::Desk;
use sentei_tests::program::{program, Shelf};
use serde_json::{json, Value};

/// Where the typist of the kill test works; set only for the process that is to be killed.
const TYPIST: &str = "SENTEI_TYPIST";
/// How often the typist is killed.
const KILLS: u32 = 200;

/// Not a test of its own: the process that [`killed_at_any_moment_everything_acknowledged_is_there`] starts and kills.
/// It types into two sections in turn and says each edit that the store has acknowledged.
#[test]
#[ignore = "the process that the kill test starts"]
fn the_typist() {
    let Some(folder) = std::env::var_os(TYPIST) else { return };
    let desk = Desk::open(Path::new(&folder));
    let procurement =
        desk.call("home", &json!({}))["procurements"][0]["id"].as_str().expect("one procurement").to_owned();
    let sections = desk.sections(&procurement);
    let mut number = highest(&desk, &sections);
    let mut out = std::io::stdout();
    loop {
        number += 1;
        let section = &sections[usize::try_from(number % 2).expect("0 or 1")];
        if desk.write(section, &format!("編集 {number}")).is_ok() {
            writeln!(out, "\nstored {number}").and_then(|()| out.flush()).expect("the parent listens");
        }
    }
}

/// The number of the latest edit that the library holds.
fn highest(desk: &Desk, sections: &[String]) -> u64 {
    sections.iter().take(2).map(|section| number_in(&desk.body(section))).max().unwrap_or(0)
}

fn number_in(body: &Value) -> u64 {
    let text = body["content"][0]["content"][0]["text"].as_str().unwrap_or_default();
    text.strip_prefix("編集 ").and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[test]
fn killed_at_any_moment_everything_acknowledged_is_there() {
    let shelf = Shelf::new();
    let library = shelf.library();
    let desk = Desk::open(&library);
    let procurement = desk.procurement("打ち込み", "outline:general");
    let sections = desk.sections(&procurement);
    drop(desk);

    let mut dice = 0x5eed_u64;
    let mut acknowledged = 0;
    for round in 0..KILLS {
        dice = dice.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        let moment = Duration::from_micros((dice >> 33) % 60_000);
        let mut typist = Command::new(std::env::current_exe().expect("this test has a path"))
            .args(["the_typist", "--exact", "--ignored", "--nocapture", "--test-threads=1"])
            .env(TYPIST, &library)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the typist starts");
        let mut said = BufReader::new(typist.stdout.take().expect("its output was asked for")).lines();
        let mut hear = |line: Option<std::io::Result<String>>| {
            let line = line?.ok()?;
            if let Some(number) = line.strip_prefix("stored ") {
                acknowledged = number.parse().expect("a number");
            }
            Some(line)
        };
        // Three times of four the typist is heard typing first; else it may be killed while it still opens the library.
        if round % 4 != 0 {
            while hear(said.next()).is_some_and(|line| !line.starts_with("stored ")) {}
        }
        sleep(moment);
        typist.kill().expect("kill -9");
        typist.wait().expect("it is gone");
        // What was said before the end still counts.
        while hear(said.next()).is_some() {}

        let desk = Desk::open(&library);
        let found = highest(&desk, &sections);
        assert!(
            found == acknowledged || found == acknowledged + 1,
            "round {round}: {acknowledged} was acknowledged, the library holds {found}"
        );
        acknowledged = found;
        if round % 20 == 0 || round + 1 == KILLS {
            let verified = desk.call("journal_verify", &json!({}));
            assert!(verified["broken"].is_null(), "round {round}: {verified}");
        }
    }
    assert!(acknowledged > u64::from(KILLS), "the typist hardly typed: {acknowledged} edits");
}

/// A small file system of its own, where the machine lets the test have one.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mount(at: &Path, kilobytes: u32) -> Option<Self> {
        fs::create_dir_all(at).ok()?;
        let options = format!("size={kilobytes}k");
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", &options, "tmpfs"]).arg(at).stderr(Stdio::null()).status();
        mounted.is_ok_and(|status| status.success()).then(|| Self(at.to_path_buf()))
    }

    fn make_read_only(&self) {
        let done = Command::new("mount").args(["-o", "remount,ro"]).arg(&self.0).status();
        assert!(done.is_ok_and(|status| status.success()), "remounted read-only");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

/// A text that no small disk can take in.
fn long_text() -> String {
    "長い文章。".repeat(10_000)
}

#[test]
fn on_a_full_disk_the_edit_is_refused_and_the_old_text_stays() {
    let shelf = Shelf::new();
    // Where no file system can be mounted, a limit on the size of a file does the same to a process.
    let disk = SmallDisk::mount(&shelf.library(), 6 * 1024);
    let desk = Desk::open(&shelf.library());
    let procurement = desk.procurement("満杯", "outline:general");
    let section = desk.sections(&procurement)[0].clone();
    desk.write(&section, "元の文").expect("there is room");
    let before = desk.body(&section);
    let head = desk.call("journal_verify", &json!({}));
    let edit = json!({ "id": section, "body": sentei_tests::desk::paragraph(&long_text()) });

    if let Some(disk) = &disk {
        let filler = disk.0.join("filler");
        let mut file = fs::File::create(&filler).expect("a file");
        while file.write_all(&[0; 4096]).is_ok() {}
        drop(file);
        let said = desk.refused("section_set", &edit);
        assert!(said.starts_with("error-"), "{said}");
        assert_eq!(desk.body(&section), before);
        fs::remove_file(&filler).expect("removed");
        drop(desk);
    } else {
        drop(desk);
        let size = fs::metadata(shelf.library().join("library.db")).expect("a library").len() / 512;
        let output = Command::new("sh")
            .args(["-c", &format!("trap '' XFSZ; ulimit -f {size}; exec \"$0\" \"$@\"")])
            .arg(program())
            .args(["call", "section_set", &edit.to_string(), "--library"])
            .arg(shelf.library())
            .output()
            .expect("a shell");
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let error: Value = serde_json::from_slice(&output.stderr).expect("JSON on standard error");
        assert!(error["message_id"].as_str().is_some_and(|id| id.starts_with("error-")), "{error}");
    }

    let desk = Desk::open(&shelf.library());
    assert_eq!(desk.body(&section), before, "the old text is there");
    assert_eq!(desk.call("journal_verify", &json!({})), head, "and nothing half written");
    desk.write(&section, "空きができてから").expect("it goes on as soon as there is room");
}

#[test]
fn an_export_onto_a_full_disk_leaves_no_half_a_file() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let procurement = desk.procurement("満杯への書き出し", "sample");
    let released = desk.call("rfp_release", &json!({ "procurement": procurement, "accept_incomplete": true }));
    let folder = shelf.beside("out");
    let release = released["release"].as_str().expect("an id").to_owned();
    drop(desk);
    // No file may grow over 20 kB, as on a disk that is nearly full.
    fs::create_dir_all(&folder).expect("a folder");
    let output = Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 40; exec \"$0\" \"$@\""])
        .arg(program())
        .args([
            "call",
            "release_export",
            &json!({ "release": release, "to": folder.display().to_string() }).to_string(),
        ])
        .arg("--library")
        .arg(shelf.library())
        .output()
        .expect("a shell");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let error: Value = serde_json::from_slice(&output.stderr).expect("JSON on standard error");
    assert!(error["message_id"].as_str().is_some_and(|id| id.starts_with("error-")), "{error}");
    let left: Vec<_> = fs::read_dir(&folder).expect("there").flatten().map(|entry| entry.file_name()).collect();
    assert!(left.is_empty(), "left behind: {left:?}");
}

#[test]
fn a_read_only_folder_can_be_read_and_says_that_it_cannot_be_written() {
    let shelf = Shelf::new();
    let disk = SmallDisk::mount(&shelf.library(), 16 * 1024);
    let desk = Desk::open(&shelf.library());
    let procurement = desk.procurement("読むだけ", "outline:general");
    drop(desk);
    match &disk {
        Some(disk) => disk.make_read_only(),
        None => set_writable(&shelf.library(), false),
    }

    let desk = Desk::open(&shelf.library());
    let got = desk.call("procurement_get", &json!({ "id": procurement }));
    assert_eq!(got["title"], "読むだけ");
    assert_eq!(desk.call("app_state", &json!({}))["read_only"], true);
    let said = desk.refused("procurement_rename", &json!({ "id": procurement, "title": "別の名前" }));
    assert!(said.starts_with("error-"), "{said}");
    assert_eq!(desk.call("procurement_get", &json!({ "id": procurement })), got);
    if disk.is_none() {
        set_writable(&shelf.library(), true);
    }
}

fn set_writable(folder: &Path, writable: bool) {
    let mode = if writable { "u+w" } else { "a-w" };
    let done = Command::new("chmod").args(["-R", mode]).arg(folder).status();
    assert!(done.is_ok_and(|status| status.success()));
}

#[test]
fn a_library_moved_away_while_open_takes_no_more_edits_and_keeps_all_it_had() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let procurement = desk.procurement("引っ越し", "outline:general");
    let section = desk.sections(&procurement)[0].clone();
    desk.write(&section, "移す前").expect("stored");
    let moved = shelf.beside("moved");
    fs::rename(shelf.library(), &moved).expect("moved");

    let said = desk.write(&section, "移した後");
    assert!(said.is_err(), "an edit went into a library that is no longer there");
    drop(desk);
    assert!(!shelf.library().join("library.db").exists(), "no new library was made in its place");
    let desk = Desk::open(&moved);
    assert_eq!(desk.body(&section), sentei_tests::desk::paragraph("移す前"));
    assert!(desk.call("journal_verify", &json!({}))["broken"].is_null());
}

#[test]
fn a_library_replaced_while_open_is_not_written_to() {
    let shelf = Shelf::new();
    let other = Shelf::new();
    Desk::open(&other.library()).procurement("別の保管場所", "empty");
    let desk = Desk::open(&shelf.library());
    let procurement = desk.procurement("差し替え", "outline:general");
    let section = desk.sections(&procurement)[0].clone();
    let replacement = fs::read(other.library().join("library.db")).expect("readable");
    fs::remove_file(shelf.library().join("library.db")).expect("removed");
    fs::write(shelf.library().join("library.db"), &replacement).expect("replaced");

    assert!(desk.write(&section, "差し替えの後").is_err(), "an edit was acknowledged that nobody will find again");
    drop(desk);
    assert_eq!(
        fs::read(shelf.library().join("library.db")).expect("readable"),
        replacement,
        "the other library is untouched"
    );
}

#[test]
fn a_second_start_reads_and_says_who_writes() {
    let shelf = Shelf::new();
    let first = Desk::open(&shelf.library());
    let procurement = first.procurement("一人目", "outline:general");

    let state = shelf.call("app_state", &json!({}));
    assert_eq!(state["read_only"], true, "{state}");
    assert!(state["holder"].as_str().is_some_and(|holder| !holder.is_empty()), "{state}");
    assert_eq!(shelf.call("procurement_get", &json!({ "id": procurement }))["title"], "一人目");
    let refused = shelf.refused("procurement_rename", &json!({ "id": procurement, "title": "二人目" }));
    assert!(refused.message().starts_with("error-"), "{:?}", refused.error);

    first.call("procurement_rename", &json!({ "id": procurement, "title": "一人目のまま" }));
    drop(first);
    shelf.call("procurement_rename", &json!({ "id": procurement, "title": "二人目" }));
}

/// Puts `bytes` in place of a good library with one backup and expects them refused, untouched, with the backup offered.
fn refused_and_untouched(what: &str, spoil: impl Fn(&Path)) {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    desk.procurement("大切な案件", "outline:general");
    desk.call("backup_now", &json!({}));
    drop(desk);
    let store = shelf.library().join("library.db");
    spoil(&store);
    let bytes = fs::read(&store).expect("readable");

    for (name, args) in [("home", json!({})), ("procurement_create", json!({ "title": "x", "from": "empty" }))] {
        let refused = shelf.refused(name, &args);
        assert!(refused.message().starts_with("error-"), "{what}: {:?}", refused.error);
        assert_ne!(refused.message(), "error-unexpected", "{what}: {:?}", refused.error);
    }
    assert_eq!(fs::read(&store).expect("readable"), bytes, "{what}: the file was touched");

    let backups = shelf.call("backup_list", &json!({}));
    let name = backups["backups"][0]["name"].as_str().unwrap_or_else(|| panic!("{what}: no backup in {backups}"));
    shelf.call("backup_restore", &json!({ "name": name }));
    let home = shelf.call("home", &json!({}));
    assert_eq!(home["procurements"][0]["title"], "大切な案件", "{what}: the backup is back");
    let kept = fs::read_dir(shelf.library())
        .expect("there")
        .flatten()
        .any(|entry| entry.path().is_file() && fs::read(entry.path()).is_ok_and(|kept| kept == bytes));
    assert!(kept, "{what}: the spoiled file is kept beside the restored one");
}

#[test]
fn a_file_that_is_no_library_is_refused_and_left() {
    refused_and_untouched("plain text", |store| {
        fs::write(store, "これはデータベースではない。".repeat(100)).expect("written");
    });
    refused_and_untouched("a cut off file", |store| {
        let bytes = fs::read(store).expect("readable");
        fs::write(store, &bytes[..bytes.len() / 2]).expect("written");
    });
}

#[test]
fn the_store_of_another_program_is_refused_and_left() {
    refused_and_untouched("another program's store", |store| {
        fs::remove_file(store).expect("removed");
        let other = rusqlite::Connection::open(store).expect("opened");
        other
            .execute_batch("CREATE TABLE mail (id INTEGER PRIMARY KEY, body TEXT); INSERT INTO mail VALUES (1, 'x');")
            .expect("made");
    });
}

#[test]
fn the_store_of_a_newer_version_is_refused_and_left() {
    refused_and_untouched("a newer store", |store| {
        let newer = rusqlite::Connection::open(store).expect("opened");
        newer.pragma_update(None, "user_version", 9_999).expect("set");
    });
}

#[test]
fn a_store_with_a_foreign_trigger_is_refused_and_left() {
    refused_and_untouched("a hostile trigger", |store| {
        let hostile = rusqlite::Connection::open(store).expect("opened");
        hostile
            .execute_batch("CREATE TRIGGER gift AFTER INSERT ON procurement BEGIN DELETE FROM procurement; END;")
            .expect("made");
    });
}
