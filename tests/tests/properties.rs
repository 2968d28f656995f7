//! Whatever is done to a library can be taken back and done again, is told by its journal, and a command refused leaves
//! no trace.

use std::cell::Cell;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use rusqlite::Connection;
use sentei_api::{dispatch, Config, Session};
use sentei_core::journal::Stamp;
use sentei_core::library::Library;
use sentei_tests::desk::value;
use sentei_tests::program::Shelf;
use serde_json::{json, Value};

/// The first moment of every run: a Monday noon in Japan.
const START: &str = "2026-11-16T03:00:00Z";

thread_local! {
    static SECONDS: Cell<i64> = const { Cell::new(0) };
}

/// A clock that stands still until the test moves it on.
fn clock() -> DateTime<Utc> {
    let start: DateTime<Utc> = START.parse().expect("a moment");
    start + TimeDelta::seconds(SECONDS.get())
}

fn session(folder: &Path) -> Session {
    Session::open(Config { library: folder.to_path_buf(), actor: "試験".into(), clock, seed: || [7; 16] })
}

/// The commands that change the library, with the arguments each is given; see [`Run::value`] for what the words mean.
const COMMANDS: &[(&str, &[(&str, &str)])] = &[
    ("procurement_create", &[("title", "words"), ("from", "from")]),
    ("procurement_rename", &[("id", "procurement"), ("title", "words")]),
    ("procurement_archive", &[("id", "procurement"), ("archived", "yes")]),
    ("procurement_remove", &[("id", "procurement")]),
    ("fact_set", &[("procurement", "procurement"), ("key", "key"), ("value", "typed")]),
    ("fact_set", &[("procurement", "procurement"), ("key", "date"), ("value", "typed")]),
    ("schedule_apply", &[("procurement", "procurement"), ("from", "typed"), ("keep_existing", "yes")]),
    ("evaluator_add", &[("procurement", "procurement"), ("name", "words"), ("after", "evaluator?")]),
    ("evaluator_set", &[("id", "evaluator"), ("field", "evaluator field"), ("value", "words")]),
    ("evaluator_move", &[("id", "evaluator"), ("after", "evaluator?")]),
    ("evaluator_remove", &[("id", "evaluator")]),
    (
        "criterion_add",
        &[("procurement", "procurement"), ("parent", "criterion?"), ("title", "words"), ("after", "criterion?")],
    ),
    ("criterion_set", &[("id", "criterion"), ("field", "criterion field"), ("value", "typed")]),
    ("criterion_move", &[("id", "criterion"), ("parent", "criterion?"), ("after", "criterion?")]),
    ("criterion_remove", &[("id", "criterion")]),
    (
        "required_item_add",
        &[
            ("procurement", "procurement"),
            ("parent", "required_item?"),
            ("title", "words"),
            ("after", "required_item?"),
        ],
    ),
    ("required_item_set", &[("id", "required_item"), ("title", "words")]),
    ("required_item_move", &[("id", "required_item"), ("parent", "required_item?"), ("after", "required_item?")]),
    ("required_item_remove", &[("id", "required_item")]),
    ("bidder_add", &[("procurement", "procurement"), ("name", "company"), ("person", "words"), ("mail", "mail")]),
    ("bidder_set", &[("id", "bidder"), ("field", "bidder field"), ("value", "company")]),
    ("bidder_set", &[("id", "bidder"), ("field", "bidder field"), ("value", "mail")]),
    ("bidder_move", &[("id", "bidder"), ("after", "bidder?")]),
    ("bidder_remove", &[("id", "bidder")]),
    ("bidder_add", &[("procurement", "procurement"), ("vendor", "vendor")]),
    ("bidder_step_add", &[("bidder", "bidder"), ("status", "status"), ("at", "typed"), ("volume", "typed")]),
    ("bidder_step_set", &[("id", "bidder_step"), ("field", "step field"), ("value", "typed")]),
    ("bidder_step_remove", &[("id", "bidder_step")]),
    ("hearing_add", &[("bidder", "bidder"), ("at", "typed")]),
    ("hearing_set", &[("id", "hearing"), ("field", "hearing field"), ("value", "typed")]),
    ("hearing_remove", &[("id", "hearing")]),
    ("vendor_add", &[("name", "company")]),
    ("vendor_set", &[("id", "vendor"), ("field", "vendor field"), ("value", "typed")]),
    ("vendor_set", &[("id", "vendor"), ("field", "vendor field"), ("value", "company")]),
    ("vendor_contact_add", &[("vendor", "vendor"), ("name", "words"), ("mail", "mail")]),
    ("vendor_contact_move", &[("id", "vendor_contact"), ("after", "vendor_contact?")]),
    ("vendor_contact_remove", &[("id", "vendor_contact")]),
    ("vendor_merge", &[("keep", "vendor"), ("other", "vendor")]),
    ("vendor_import", &[("table", "table")]),
    ("vendor_remove", &[("id", "vendor")]),
    (
        "section_add",
        &[("procurement", "procurement"), ("parent", "section?"), ("after", "section?"), ("title", "words")],
    ),
    ("section_set", &[("id", "section"), ("body", "body")]),
    ("section_set", &[("id", "section"), ("title", "words")]),
    ("section_set", &[("id", "section"), ("optional", "yes"), ("optional_wording", "words"), ("done", "yes")]),
    ("section_move", &[("id", "section"), ("parent", "section?"), ("after", "section?")]),
    ("section_shift", &[("id", "section"), ("direction", "direction")]),
    ("section_remove", &[("id", "section")]),
    (
        "requirement_add",
        &[
            ("procurement", "procurement"),
            ("section", "section?"),
            ("level", "level"),
            ("text", "words"),
            ("after", "requirement?"),
        ],
    ),
    ("requirement_set", &[("id", "requirement"), ("level", "level"), ("section", "section?")]),
    ("requirement_set", &[("id", "requirement"), ("text", "words")]),
    ("requirement_move", &[("id", "requirement"), ("after", "requirement?")]),
    ("requirement_remove", &[("id", "requirement")]),
    ("rfp_replace", &[("procurement", "procurement"), ("find", "short"), ("replace", "words")]),
    ("settings_set", &[("key", "setting"), ("value", "typed")]),
    ("closed_day_add", &[("from", "typed"), ("to", "typed"), ("name", "words")]),
    ("closed_day_remove", &[("id", "closed_day")]),
    ("outline_save", &[("procurement", "procurement"), ("title", "words")]),
    ("outline_rename", &[("id", "outline"), ("title", "words")]),
    ("outline_remove", &[("id", "outline")]),
    ("undo", &[("procurement", "procurement")]),
    ("redo", &[("procurement", "procurement")]),
    ("undo", &[]),
    ("redo", &[]),
];

/// One command of a run. What its arguments are depends on what is there by then; `dice` chooses.
#[derive(Debug, Clone)]
struct Step {
    command: usize,
    dice: Vec<usize>,
    words: String,
    /// Seconds since the command before it.
    wait: i64,
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[ぁ-んァ-ヶ一-龠a-z]{1,12}",
        1 => "[0-9０-９]{1,5}",
        1 => select(vec!["", " ", "　", "a\u{0}b", "\u{202e}逆", "改\n行", "髙﨑𠮷①㈱", "'; DROP TABLE section; --", "%_\"\\", "<b>&amp;"])
            .prop_map(String::from),
        1 => any::<String>(),
    ]
}

fn steps(length: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Step>> {
    let step = (0..COMMANDS.len(), vec(any::<usize>(), 8), words(), select(vec![0, 1, 30, 61, 7200, 100_000]))
        .prop_map(|(command, dice, words, wait)| Step { command, dice, words, wait });
    vec(step, length)
}

/// One of these, now and then one that never was.
fn one_of(ids: &[String], dice: usize) -> Value {
    if ids.is_empty() || dice.is_multiple_of(32) {
        json!("nobody")
    } else {
        json!(ids[dice / 32 % ids.len()])
    }
}

/// A library under test, with a second look at its file.
struct Run {
    shelf: Shelf,
    session: Session,
    watch: Library,
    look: Connection,
}

impl Run {
    fn new() -> Self {
        SECONDS.set(0);
        let shelf = Shelf::new();
        let session = session(&shelf.library());
        // A library nobody has opened before has no file until the first command.
        dispatch(&session, "app_state", json!({})).expect("it opens");
        let look = Connection::open(shelf.library().join("library.db")).expect("its file");
        let stamp = Stamp { actor: "見る人".into(), at: clock() };
        let watch = Library::open(&shelf.library(), [9; 16], &stamp).expect("it can be read meanwhile");
        assert!(!watch.writes(), "only the first one writes");
        Self { shelf, session, watch, look }
    }

    fn ids(&self, kind: &str, procurement: Option<&str>) -> Vec<String> {
        let belongs = if procurement.is_some() { "WHERE procurement = ?1" } else { "WHERE ?1 IS NULL" };
        let mut found = self.look.prepare(&format!("SELECT id FROM {kind} {belongs} ORDER BY id")).expect("a table");
        let rows = found.query_map([procurement], |row| row.get(0)).expect("rows");
        rows.collect::<Result<_, _>>().expect("ids")
    }

    /// What the library holds, every row of it.
    fn state(&self) -> Vec<(String, String)> {
        self.watch.state().expect("every row is readable")
    }

    /// A number that is another one as soon as anybody else has written to the file.
    fn version(&self) -> i64 {
        self.look.query_row("PRAGMA data_version", [], |row| row.get(0)).expect("a number")
    }

    fn value(&self, kind: &str, step: &Step, dice: usize, home: &str) -> Value {
        let pick = |from: &[&str]| json!(from[dice % from.len()]);
        if let Some(kind) = kind.strip_suffix('?') {
            return if dice.is_multiple_of(3) { Value::Null } else { self.value(kind, step, dice / 3, home) };
        }
        match kind {
            "procurement" => json!(home),
            "words" => json!(step.words),
            "short" => json!(step.words.chars().take(2).collect::<String>()),
            "yes" => json!(dice.is_multiple_of(2)),
            "key" => {
                let keys = sentei_core::procurement::FactKey::ALL;
                json!(keys[dice % keys.len()].key())
            }
            "date" => pick(&[
                "schedule.rfp_issue",
                "schedule.question_deadline",
                "schedule.proposal_deadline",
                "contract.start",
            ]),
            "typed" => match dice % 12 {
                0 => json!(step.words),
                1 => json!(""),
                _ => pick(&[
                    "12/4 17時",
                    "2026-12-04",
                    "R8.12.4",
                    "１２／２５",
                    "明日",
                    "30",
                    "１００",
                    "-1",
                    "era",
                    "a@b.example",
                    "99999999999999999999",
                    "2026-13-45",
                    "2/29",
                ]),
            },
            "company" => pick(&["株式会社あおば", "㈱あおば", "みなと商会", "Kiri Ltd.", "", "　"]),
            "mail" => pick(&["a@b.example", "", "ａ＠ｂ．ｅｘａｍｐｌｅ", "not an address"]),
            "level" => pick(&["must", "want"]),
            "direction" => pick(&["up", "down", "in", "out"]),
            "setting" => pick(&["lang", "theme", "scale", "actor", "issuer.company", "contact.mail", "nothing"]),
            "evaluator field" => pick(&["name", "reading", "role", "department", "duties", "adviser", "id"]),
            "criterion field" => pick(&["title", "asks", "weight", "weight", "position"]),
            "bidder field" => {
                pick(&["name", "reading", "department", "person", "person_reading", "mail", "phone", "status"])
            }
            "status" => pick(&["candidate", "invited", "hearing", "declined", "received", "awarded", "withdrawn"]),
            "step field" => pick(&["at", "note", "reason", "volume", "status"]),
            "hearing field" => pick(&["at", "minutes", "place", "ours", "theirs", "notes"]),
            "vendor field" => pick(&[
                "name",
                "reading",
                "aliases",
                "domains",
                "smallest",
                "nda",
                "nda_signed_on",
                "nda_until",
                "notes",
            ]),
            "table" => {
                json!({ "text": format!("会社名\t担当者\tNDA\n㈱あおば\t{}\t済\nみなと商会\t青葉\t2026-12-04", step.words) })
            }
            "from" => match dice % 8 {
                0 => json!("sample"),
                1 | 2 => json!("outline:general"),
                3 => json!("outline:nothing"),
                4 => {
                    json!(format!("outline:{}", self.value("outline", step, dice / 8, home).as_str().unwrap_or("none")))
                }
                5 => json!("empty"),
                _ => json!(format!("procurement:{home}")),
            },
            "body" => json!({ "type": "doc", "content": [
                { "type": "heading", "attrs": { "level": 1 + dice % 4 }, "content": [{ "type": "field", "attrs": { "key": "doc.title" } }] },
                { "type": "paragraph", "content": [{ "type": "text", "text": step.words, "marks": [{ "type": "strong" }] }] },
            ] }),
            // Mostly a record of the same procurement, now and then one of another or one that never was.
            "closed_day" | "outline" | "vendor" | "vendor_contact" | "bidder_step" => {
                one_of(&self.ids(kind, None), dice)
            }
            _ if dice.is_multiple_of(16) => one_of(&self.ids(kind, None), dice / 16),
            _ => one_of(&self.ids(kind, Some(home)), dice / 16),
        }
    }

    /// Runs one command. Refused, it must leave everything as it was and say so in a sentence of the house.
    fn take(&self, step: &Step) -> Result<(), TestCaseError> {
        SECONDS.set(SECONDS.get() + step.wait);
        let (name, shape) = COMMANDS[step.command];
        let all = self.ids("procurement", None);
        let home = one_of(&all, step.dice[0]).as_str().unwrap_or_default().to_owned();
        let mut args = serde_json::Map::new();
        for ((arg, kind), dice) in shape.iter().zip(&step.dice[1..]) {
            args.insert((*arg).into(), self.value(kind, step, *dice, &home));
        }
        let args = Value::Object(args);
        let version = self.version();
        match dispatch(&self.session, name, args.clone()) {
            Ok(_) => {}
            Err(failure) => {
                prop_assert!(
                    !["unexpected", "store", "shape", "damaged", "disk"].contains(&failure.code.as_str()),
                    "{name} {args}: {} {}",
                    failure.code,
                    failure.message_id
                );
                prop_assert_eq!(self.version(), version, "{} {}: refused, yet written", name, args);
            }
        }
        Ok(())
    }

    /// Everything that is stored is found again through the lists.
    fn listed(&self) -> Result<(), TestCaseError> {
        for procurement in self.ids("procurement", None) {
            let of = json!({ "procurement": procurement });
            for (kind, command, path) in [
                ("section", "rfp_get", "/sections"),
                ("requirement", "requirement_list", ""),
                ("criterion", "criterion_list", "/criteria"),
                ("required_item", "required_item_list", ""),
                ("evaluator", "evaluator_list", ""),
                ("bidder", "bidder_list", "/bidders"),
                ("hearing", "hearing_list", ""),
            ] {
                let reply = dispatch(&self.session, command, of.clone());
                let given = value(&reply.map_err(|failure| TestCaseError::fail(format!("{command}: {failure:?}")))?);
                let mut listed: Vec<&str> = given
                    .pointer(path)
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                    .filter_map(|row| row["id"].as_str())
                    .collect();
                listed.sort_unstable();
                prop_assert_eq!(listed, self.ids(kind, Some(&procurement)), "{} of a procurement", kind);
            }
            for (command, args) in [
                ("procurement_get", json!({ "id": procurement })),
                ("schedule_get", of.clone()),
                ("rfp_fields", of.clone()),
                ("rfp_completeness", of.clone()),
                ("rfp_release_plan", of.clone()),
            ] {
                let reply = dispatch(&self.session, command, args);
                prop_assert!(reply.is_ok(), "{command}: {:?}", reply.err());
            }
        }
        for command in ["home", "settings_get", "outline_list", "history_list"] {
            let reply = dispatch(&self.session, command, json!({}));
            prop_assert!(reply.is_ok(), "{command}: {:?}", reply.err());
        }
        Ok(())
    }

    /// Undo or redo, everywhere, until there is nothing left.
    fn all_of(&self, name: &str) -> Result<(), TestCaseError> {
        loop {
            match dispatch(&self.session, name, json!({})) {
                Ok(_) => {}
                Err(failure) if failure.code == "nothing" => return Ok(()),
                Err(failure) => return Err(TestCaseError::fail(format!("{name} stops: {failure:?}"))),
            }
        }
    }
}

fn check(run: &[Step]) -> Result<(), TestCaseError> {
    let library = Run::new();
    let first = library.state();
    for title in ["案件一", "案件二"] {
        let made = dispatch(&library.session, "procurement_create", json!({ "title": title, "from": "empty" }));
        prop_assert!(made.is_ok());
    }
    for step in run {
        library.take(step)?;
    }
    library.listed()?;
    let last = library.state();
    library.all_of("undo")?;
    prop_assert!(library.state() == first, "undo of all does not give the first state back");
    library.all_of("redo")?;
    // What the run itself had undone and not done again is done again as well.
    let again = library.state();
    library.listed()?;
    library.all_of("undo")?;
    prop_assert!(library.state() == first, "undo of all, once more");
    library.all_of("redo")?;
    prop_assert!(library.state() == again, "redo of all, once more");
    if !run.iter().any(|step| COMMANDS[step.command].0 == "undo") {
        prop_assert!(again == last, "redo of all does not give the last state back");
    }

    let verified = dispatch(&library.session, "journal_verify", json!({})).map(|reply| value(&reply));
    prop_assert!(verified.as_ref().is_ok_and(|found| found["broken"].is_null()), "{verified:?}");
    drop(library.session);
    let stamp = Stamp { actor: "試験".into(), at: clock() };
    let stored = Library::open(&library.shelf.library(), [8; 16], &stamp).expect("it opens again");
    let replayed = stored.replayed().map_err(|cause| TestCaseError::fail(format!("{cause:?}")))?;
    prop_assert!(stored.state().is_ok_and(|state| state == replayed), "the journal tells another story");
    Ok(())
}

/// The same runs every time, and few enough for everyday use, where the environment asks for nothing else.
fn config() -> ProptestConfig {
    let asked = |name: &str| std::env::var_os(name).is_some();
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if !asked("PROPTEST_CASES") {
        config.cases = 16;
    }
    if !asked("PROPTEST_RNG_SEED") {
        config.rng_seed = RngSeed::Fixed(20_261_122);
    }
    config
}

proptest! {
    #![proptest_config(config())]

    /// Another seed and more cases find more: `PROPTEST_RNG_SEED=7 PROPTEST_CASES=500 cargo test --test properties`.
    #[test]
    fn any_run_of_commands_can_be_taken_back_and_done_again(run in steps(1..60)) {
        check(&run)?;
    }
}
