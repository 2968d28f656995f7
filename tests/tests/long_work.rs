//! Long work says how far it is, and leaves nothing behind when it is stopped.

use std::path::Path;
use std::sync::mpsc::{channel, Receiver, Sender};
use std::sync::Mutex;

use sentei_api::Progress;
use sentei_tests::desk::Desk;
use serde_json::{json, Value};

/// A desk whose long work waits after each word about itself until it may go on.
struct Watched {
    desk: Desk,
    told: Mutex<Receiver<Option<Progress>>>,
    on: Mutex<Sender<()>>,
}

impl Watched {
    fn open(folder: &Path) -> Self {
        let (tell, told) = channel();
        let (on, wait) = channel();
        let wait = Mutex::new(wait);
        let desk = Desk::open(folder);
        desk.listen(Box::new(move |progress| {
            let ended = progress.is_none();
            let _ = tell.send(progress);
            if !ended {
                let _ = wait.lock().unwrap().recv();
            }
        }));
        Self { desk, told: Mutex::new(told), on: Mutex::new(on) }
    }

    /// Runs a command and stops it when it says that `after` parts are done. Gives back the code and sentence of its end.
    fn stopped_after(&self, after: usize, name: &str, args: &Value) -> (String, String) {
        std::thread::scope(|scope| {
            let working = scope.spawn(|| self.desk.attempt(name, args));
            while let Some(progress) = self.told.lock().unwrap().recv().expect("the work says that it has ended") {
                if progress.done == after {
                    // From beside it, as the window does, while the work holds whatever it holds.
                    self.desk.call("work_stop", &json!({}));
                }
                self.on.lock().unwrap().send(()).expect("the work waits");
            }
            let failure = working.join().expect("it ends").expect_err("it was stopped");
            (failure.code, failure.message_id)
        })
    }

    /// Runs a command to its end; gives back how far it said it was.
    fn finished(&self, name: &str, args: &Value) -> (Value, Vec<(usize, usize)>) {
        std::thread::scope(|scope| {
            let working = scope.spawn(|| self.desk.call(name, args));
            let mut told = Vec::new();
            while let Some(progress) = self.told.lock().unwrap().recv().expect("the work says that it has ended") {
                told.push((progress.done, progress.total));
                self.on.lock().unwrap().send(()).expect("the work waits");
            }
            (working.join().expect("it ends"), told)
        })
    }
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<String> = entries
        .flatten()
        .flat_map(|entry| {
            let path = entry.path();
            if path.is_dir() {
                files(&path)
            } else {
                vec![path.display().to_string()]
            }
        })
        .collect();
    found.sort();
    found
}

#[test]
fn a_release_stopped_midway_leaves_the_library_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let watched = Watched::open(folder.path());
    let desk = &watched.desk;
    let id = desk.procurement("", "sample");
    let of = json!({ "procurement": id });
    let state = || {
        let commands = ["release_list", "rfp_get", "bidder_list", "undo_state"].map(|name| desk.call(name, &of));
        (commands, desk.call("journal_verify", &json!({})), files(&folder.path().join("files")))
    };
    let before = state();

    let (code, sentence) = watched.stopped_after(2, "rfp_release", &of);
    assert_eq!((code.as_str(), sentence.as_str()), ("stopped", "error-stopped"));
    assert_eq!(state(), before);
    // The last moment: all papers are made, none is kept.
    let papers = desk.call("rfp_release_plan", &of)["files"].as_array().unwrap().len();
    watched.stopped_after(papers, "rfp_release", &of);
    assert_eq!(state(), before);

    // An old wish to stop is none for what begins later.
    let (made, told) = watched.finished("rfp_release", &of);
    assert_eq!(told, (0..=papers).map(|done| (done, papers)).collect::<Vec<_>>());

    let out = tempfile::tempdir().unwrap();
    let export = json!({ "release": made["release"], "to": out.path() });
    let (code, sentence) = watched.stopped_after(2, "release_export", &export);
    assert_eq!((code.as_str(), sentence.as_str()), ("stopped", "error-export-stopped"));
    assert_eq!(files(out.path()).len(), 2, "what is written by then is whole, and nothing else is there");
    let (written, _) = watched.finished("release_export", &export);
    assert_eq!(written["files"].as_array().unwrap().len(), papers);
    assert_eq!(files(out.path()).len(), papers, "what was there already is not written twice");
}

#[test]
fn an_import_stopped_while_it_writes_takes_everything_back() {
    let folder = tempfile::tempdir().unwrap();
    let watched = Watched::open(&folder.path().join("library"));
    let id = watched.desk.procurement("件名", "empty");
    let file = folder.path().join("下書き.md");
    std::fs::write(&file, "# 一\n\n本文。\n\n# 二\n\n# 三\n\n# 四\n").unwrap();
    let of = json!({ "procurement": id });
    let before = watched.desk.call("rfp_get", &of);
    let (code, _) = watched.stopped_after(2, "rfp_import", &json!({ "procurement": id, "file": file }));
    assert_eq!(code, "stopped");
    assert_eq!(watched.desk.call("rfp_get", &of), before);
    watched.finished("rfp_import", &json!({ "procurement": id, "file": file }));
    assert_eq!(watched.desk.sections(&id).len(), 4);
}

#[test]
fn a_question_sheet_stopped_while_it_is_taken_over_takes_everything_back() {
    let folder = tempfile::tempdir().unwrap();
    let watched = Watched::open(&folder.path().join("library"));
    let desk = &watched.desk;
    let id = desk.procurement("", "sample");
    let of = json!({ "procurement": id });
    let bidder = desk.call("bidder_list", &of)["bidders"][0]["id"].clone();
    let file = folder.path().join("質問票.csv");
    let rows: String = (1..=200).map(|n| format!("{n},{n}月分の台帳の件数は、何件ですか。\n")).collect();
    std::fs::write(&file, format!("No.,ご質問\n{rows}")).unwrap();
    let source = json!({ "procurement": id, "bidder": bidder, "file": file });
    let read = desk.call("question_import_read", &source);
    let chosen: Vec<&Value> = read["rows"].as_array().unwrap().iter().map(|row| &row["at"]).collect();
    assert_eq!(chosen.len(), 200);
    let order = json!({ "source": source, "chosen": chosen, "seal": read["seal"] });
    let vendor = desk.call("vendor_list", &json!({}));
    let state = || {
        let commands = ["question_list", "undo_state", "bidder_list"].map(|name| desk.call(name, &of));
        (commands, desk.call("question_import_read", &source), desk.call("journal_verify", &json!({})))
    };
    let before = state();
    let (code, sentence) = watched.stopped_after(100, "question_import", &order);
    assert_eq!((code.as_str(), sentence.as_str()), ("stopped", "error-stopped"));
    assert_eq!(state(), before, "no question, no remembered column, nothing to undo");
    assert_eq!(desk.call("vendor_list", &json!({})), vendor);

    // What is taken over afterwards begins with the first number.
    let (taken, told) = watched.finished("question_import", &order);
    assert_eq!(taken["added"], json!(200));
    assert!(told.iter().all(|(_, total)| *total == 200) && told.len() > 3, "{told:?}");
    assert_eq!(desk.call("question_list", &of)["rows"][0]["number"], "Q-001");
}
