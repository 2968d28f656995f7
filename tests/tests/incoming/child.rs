//! Reads a file in a process of its own, so that time and memory can be told apart from those of the other tests.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// No hostile file takes longer. The built program takes a tenth of it; the tests run unoptimised, several at a time.
const LONGEST: Duration = Duration::from_secs(20);
/// No hostile file takes more memory, in KiB.
const MOST: u64 = 200 * 1024;

/// What came of a file.
pub struct Outcome {
    /// The id of the sentence, or `read` with how much was read.
    pub said: String,
}

/// Reads the file in another process and holds the limits of time and memory.
pub fn read_apart(path: &Path) -> Outcome {
    let begun = Instant::now();
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["child::reads_what_it_is_told", "--exact", "--ignored", "--nocapture", "--test-threads=1"])
        .env("SENTEI_TEST_FILE", path)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let took = begun.elapsed();
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    let told = |key: &str| {
        let line = out.lines().find_map(|line| line.split_once(key).map(|(_, value)| value.trim().to_owned()));
        line.unwrap_or_else(|| panic!("{}: the process ended early: {output:?}", path.display()))
    };
    let (said, peak, base) = (told("SAID "), told("PEAK "), told("BASE "));
    let used = peak.parse::<u64>().unwrap() - base.parse::<u64>().unwrap();
    assert!(took < LONGEST, "{}: {took:?} ({said})", path.display());
    assert!(used < MOST, "{}: {} MiB ({said})", path.display(), used / 1024);
    println!("{}: {said}, {took:?}, {} MiB", path.display(), used / 1024);
    Outcome { said }
}

fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or("VmHWM: 0 kB");
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[test]
#[ignore = "run by the tests of hostile files, in a process of its own"]
fn reads_what_it_is_told() {
    let Some(path) = std::env::var_os("SENTEI_TEST_FILE") else { return };
    let path = Path::new(&path);
    let base = peak();
    let said = if path.extension().is_some_and(|ending| ending == "eml") {
        sentei_papers::mail_in::read_mail(path).map(|mail| format!("read {} letters", mail.text.chars().count()))
    } else {
        sentei_papers::sheet::read_table(path).map(|book| {
            let cells: usize = book.sheets.iter().flat_map(|sheet| &sheet.rows).map(Vec::len).sum();
            let notes: Vec<&str> = book.notes.iter().map(|note| note.id.as_str()).collect();
            format!("read {} sheets {cells} cells {}", book.sheets.len(), notes.join(" "))
        })
    };
    println!("\nSAID {}", said.unwrap_or_else(|error| error.message().1.to_owned()));
    println!("BASE {base}\nPEAK {}", peak());
}
