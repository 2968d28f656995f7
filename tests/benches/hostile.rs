//! Files that mean harm, through the program itself: the slowest and the largest of all of them.

use std::process::Command;
use std::time::Duration;

use sentei_tests::desk::Desk;
use sentei_tests::hostile::{MAILS, ROWS, WORKBOOKS};
use sentei_tests::measure::{Amount, Line};
use sentei_tests::program::{program, Shelf};
use serde_json::{json, Value};

/// Runs a program and tells how many seconds it took, how many bytes it held at most, how it ended and what it said.
const WATCHED: &str = "
import json, resource, subprocess, sys, time
began = time.monotonic()
done = subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL, capture_output=True, text=True)
took = time.monotonic() - began
most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
print(json.dumps([took, most, done.returncode, done.stderr]))";

/// What a command of the program took, and the sentence it was refused with.
fn watched(shelf: &Shelf, name: &str, args: &Value) -> (Duration, u64, Option<String>) {
    let output = Command::new("python3")
        .args(["-c", WATCHED])
        .arg(program())
        .args(["call", name, &args.to_string(), "--library"])
        .arg(shelf.library())
        .output()
        .expect("python3 is needed by this measure (scripts/install.sh installs it)");
    let told: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"));
    let took = Duration::from_secs_f64(told[0].as_f64().expect("seconds"));
    let refused = (told[2] != json!(0)).then(|| {
        let failure: Value = serde_json::from_str(told[3].as_str().unwrap_or_default()).unwrap_or_default();
        let sentence = failure["message_id"].as_str().unwrap_or_default().to_owned();
        assert!(!["", "error-unexpected"].contains(&sentence.as_str()), "{args}: {told}");
        sentence
    });
    (took, told[1].as_u64().expect("bytes"), refused)
}

/// Every file that means harm, imported as the sheet or mail of a bidder.
pub fn hostile() -> Vec<Line> {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let procurement = desk.procurement("", "sample");
    let bidder = desk.call("bidder_list", &json!({ "procurement": procurement }))["bidders"][0]["id"].clone();
    // The library is free for the program.
    drop(desk);
    let (_, idle, _) = watched(&shelf, "bidder_list", &json!({ "procurement": procurement }));
    let (mut slowest, mut largest) = (Duration::ZERO, 0);
    for file in WORKBOOKS.iter().chain(ROWS).chain(MAILS) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = file.write(folder.path());
        let source = json!({ "procurement": procurement, "bidder": bidder, "file": path });
        let (took, most, refused) = watched(&shelf, "question_import_read", &source);
        let more = most.saturating_sub(idle);
        eprintln!("  {}: {took:.0?}, {} MiB, {}", file.name, more >> 20, refused.as_deref().unwrap_or("read"));
        (slowest, largest) = (slowest.max(took), largest.max(more));
    }
    vec![
        Line {
            what: "files that mean harm: the slowest",
            ours: slowest.into(),
            beside: "two seconds",
            other: Duration::from_secs(2).into(),
            allowed: 1.0,
        },
        Line {
            what: "files that mean harm: the most memory",
            ours: Amount::Memory(largest),
            beside: "two hundred megabytes",
            other: Amount::Memory(200 << 20),
            allowed: 1.0,
        },
    ]
}
