//! What holds whatever is done: a sheet that was handed in stands, what is not handed in is told nowhere, and a result does
//! not depend on the order in which anything was entered.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use chrono::Utc;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rusqlite::types::Value as Sql;
use rusqlite::Connection;
use sentei_api::{dispatch, Config, Session, COMMANDS};
use sentei_core::journal::Op;
use sentei_core::l10n::Lang;
use sentei_core::library::Library;
use sentei_core::marking::sheet::{hand_in, set_mark};
use sentei_core::marking::By;
use sentei_tests::desk::Desk;
use sentei_tests::evaluated::{sample, Until};
use sentei_tests::judged::{fill, judged, stamp, Judged, Size};
use sentei_tests::program::Shelf;
use serde_json::{json, Value};

/// A comment nobody is told before its sheet is handed in.
const SECRET: &str = "極秘所見Qx7";

/// What is tried, with the kind of each argument; see [`Room::value`].
const TRIED: &[(&str, &[(&str, &str)])] = &[
    ("mark_set", CELL),
    ("mark_set", CELL),
    ("mark_set", CELL),
    ("conflict_sign", &[("evaluator", "evaluator"), ("conflict", "yes"), ("note", "words"), ("bidders", "none")]),
    ("sheet_hand_in", &[("evaluator", "evaluator"), ("means", "means")]),
    (
        "criterion_add",
        &[("procurement", "procurement"), ("parent", "criterion"), ("title", "words"), ("reason", "words")],
    ),
    ("criterion_set", &[("id", "criterion"), ("field", "criterion field"), ("value", "value"), ("reason", "words")]),
    ("criterion_set", &[("id", "criterion"), ("field", "scheme field"), ("value", "scheme"), ("reason", "words")]),
    ("criterion_move", &[("id", "criterion"), ("after", "criterion"), ("reason", "words")]),
    ("criterion_remove", &[("id", "criterion"), ("reason", "words")]),
    ("criterion_set_plant", &[("procurement", "procurement"), ("set", "set"), ("reason", "words")]),
    ("judging_set", &[("procurement", "procurement"), ("field", "rule"), ("value", "value"), ("reason", "words")]),
    ("prices_open", &[("procurement", "procurement"), ("reason", "words")]),
    ("evaluator_set", &[("id", "evaluator"), ("field", "evaluator field"), ("value", "value"), ("reason", "words")]),
    ("evaluator_remove", &[("id", "evaluator")]),
    ("bidder_remove", &[("id", "bidder")]),
    ("bidder_step_add", &[("bidder", "bidder"), ("status", "status"), ("at", "day")]),
    ("proposal_set", &[("id", "proposal"), ("field", "proposal field"), ("value", "day")]),
    ("proposal_remove", &[("id", "proposal")]),
    (
        "consensus_set",
        &[
            ("criterion", "criterion"),
            ("bidder", "bidder"),
            ("mark", "mark"),
            ("reason", "words"),
            ("agreed_by", "none"),
        ],
    ),
    ("exclusion_add", &[("bidder", "bidder"), ("reason", "words")]),
    ("exclusion_lift", &[("bidder", "bidder"), ("reason", "words")]),
    ("procurement_create", &[("title", "words"), ("from", "copy")]),
    ("procurement_remove", &[("id", "procurement")]),
    ("procurement_archive", &[("id", "procurement"), ("archived", "yes")]),
    ("undo", &[("procurement", "procurement")]),
    ("undo", &[]),
    ("undo", &[]),
    ("redo", &[("procurement", "procurement")]),
    ("redo", &[]),
    ("sheet_list", &[("procurement", "procurement")]),
    ("result_get", &[("procurement", "procurement")]),
    ("result_open", &[("procurement", "procurement"), ("bidder", "bidder"), ("criterion", "criterion")]),
    ("firmness_get", &[("procurement", "procurement")]),
    ("history_list", &[("procurement", "procurement")]),
    ("home", &[]),
];

/// A field of a cell.
const CELL: &[(&str, &str)] = &[
    ("evaluator", "evaluator"),
    ("criterion", "criterion"),
    ("bidder", "bidder"),
    ("field", "cell field"),
    ("value", "mark"),
];

/// A library in which the first evaluator has handed in, and the second has written what is still hers alone.
struct Room {
    session: Session,
    look: Connection,
    judged: Judged,
    _shelf: Shelf,
}

impl Room {
    fn new() -> Self {
        let shelf = Shelf::new();
        let judged = judged(&shelf.library(), Lang::Ja, Size { bidders: 2, criteria: 7, evaluators: 3 });
        let mut library = Library::open(&shelf.library(), [7; 16], &stamp()).expect("the library");
        let filled = library.transact(Op::new("sheet-hand-in").scope(&judged.procurement).barrier(), &stamp(), |tx| {
            fill(tx, &judged, &judged.evaluators[0], "提出した所見")?;
            hand_in(tx, &judged.evaluators[0], By::App)?;
            fill(tx, &judged, &judged.evaluators[1], SECRET)
        });
        filled.expect("filled in");
        drop(library);
        let config = Config { library: shelf.library(), actor: "試験".into(), clock: Utc::now, seed: || [5; 16] };
        let session = Session::open(config);
        dispatch(&session, "app_state", json!({})).expect("it opens");
        let look = Connection::open(shelf.library().join("library.db")).expect("its file");
        Self { session, look, judged, _shelf: shelf }
    }

    fn ids(&self, kind: &str) -> Vec<String> {
        let mut found = self.look.prepare(&format!("SELECT id FROM {kind} ORDER BY id")).expect("a table");
        let rows = found.query_map([], |row| row.get(0)).expect("rows");
        rows.collect::<Result<_, _>>().expect("ids")
    }

    /// Everything that is kept of the sheet that was handed in.
    fn handed_in(&self) -> Vec<Vec<Sql>> {
        let hers = &self.judged.evaluators[0];
        let mut kept = Vec::new();
        for (kind, columns) in [
            ("mark", "id, criterion, bidder, mark, comment, may_tell"),
            ("hand_in", "id, part, at, means"),
            ("conflict_statement", "id, signed_at, conflict, note"),
        ] {
            let sql = format!("SELECT {columns} FROM {kind} WHERE evaluator = ?1 ORDER BY id");
            let mut found = self.look.prepare(&sql).expect("a table");
            let width = found.column_count();
            let row = |row: &rusqlite::Row<'_>| (0..width).map(|n| row.get(n)).collect::<Result<Vec<Sql>, _>>();
            kept.extend(found.query_map([hers], row).expect("rows").map(|row| row.expect("a row")));
        }
        kept
    }

    fn is_there(&self) -> bool {
        self.ids("procurement").contains(&self.judged.procurement)
    }

    /// Whether the second evaluator has handed in, and may be read by everybody.
    fn is_told(&self) -> bool {
        let sql = "SELECT count(*) FROM hand_in WHERE evaluator = ?1";
        let count: i64 = self.look.query_row(sql, [&self.judged.evaluators[1]], |row| row.get(0)).expect("a number");
        count > 0
    }

    fn value(&self, kind: &str, dice: usize) -> Value {
        let pick = |from: &[&str]| json!(from[dice % from.len()]);
        let one = |ids: Vec<String>| ids.get(dice % ids.len().max(1)).cloned().unwrap_or_default();
        match kind {
            "procurement" => json!(self.judged.procurement),
            "copy" => json!(format!("procurement:{}", self.judged.procurement)),
            "evaluator" => json!(self.judged.evaluators[dice % 3]),
            "criterion" | "bidder" | "proposal" => json!(one(self.ids(kind))),
            "yes" => json!(dice.is_multiple_of(2)),
            "none" => json!([]),
            "words" => pick(&["見直しのため", "別の語", ""]),
            "mark" => pick(&["○", "×", "A", "7", "pass", "fail", "", "true"]),
            "means" => pick(&["app", "excel", "paper"]),
            "cell field" => pick(&["mark", "mark", "comment", "may_tell"]),
            "criterion field" => pick(&["title", "asks", "weight", "minimum", "follows_price"]),
            "scheme field" => json!("scheme"),
            "scheme" => pick(&[
                r#"{"kind":"relative"}"#,
                r#"{"kind":"pass-fail"}"#,
                r#"{"kind":"points","greatest":"5"}"#,
                r#"{"kind":"price","formula":{"rule":"Linear","rounding":{"places":2,"mode":"cut"}}}"#,
            ]),
            "set" => json!("usual"),
            "rule" => pick(&["price_closed", "good", "fair", "pooling", "minimum", "division", "tax", "places"]),
            "evaluator field" => pick(&["adviser", "judges", "name", "duties"]),
            "proposal field" => pick(&["received_at", "summary"]),
            "status" => pick(&["withdrawn", "disqualified", "received", "shortlisted", "declined"]),
            "day" => pick(&["2027/4/1 9:00", "2027/5/30 9:00", "不明"]),
            _ => pick(&["true", "false", "", "0.9", "50", "sum", "1000000", "[]", "included"]),
        }
    }

    /// Tries one command, and looks whether it told or changed what it must not.
    fn try_one(&self, at: usize, dice: &[usize], before: &[Vec<Sql>]) -> Result<(), TestCaseError> {
        let (name, shape) = TRIED[at];
        let args: serde_json::Map<String, Value> =
            shape.iter().zip(dice).map(|((arg, kind), dice)| ((*arg).to_owned(), self.value(kind, *dice))).collect();
        // Her own hand is answered with what she wrote.
        let own = name == "mark_set" && args["evaluator"] == json!(self.judged.evaluators[1]);
        let args = Value::Object(args);
        let reply = dispatch(&self.session, name, args.clone());
        let told = match &reply {
            Ok(reply) => format!("{} {}", reply.value, json!(reply.events)),
            Err(failure) => serde_json::to_string(failure).expect("plain"),
        };
        if let Err(failure) = &reply {
            let fell = ["unexpected", "store", "shape", "damaged", "disk"].contains(&failure.code.as_str());
            prop_assert!(!fell, "{name} {args}: {told}");
        }
        prop_assert!(own || self.is_told() || !told.contains(SECRET), "{name} {args} tells {told}");
        if self.is_there() {
            prop_assert_eq!(self.handed_in(), before, "{} {}", name, args);
        } else {
            prop_assert_eq!(self.handed_in(), Vec::<Vec<Sql>>::new(), "{} leaves a part of it", name);
        }
        Ok(())
    }
}

/// The same runs every time, and few enough for everyday use, where the environment asks for nothing else.
fn config(cases: u32) -> ProptestConfig {
    let asked = |name: &str| std::env::var_os(name).is_some();
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if !asked("PROPTEST_CASES") {
        config.cases = cases;
    }
    if !asked("PROPTEST_RNG_SEED") {
        config.rng_seed = RngSeed::Fixed(20_261_122);
    }
    config
}

proptest! {
    #![proptest_config(config(16))]

    #[test]
    fn no_run_of_commands_changes_a_sheet_that_was_handed_in_or_tells_one_that_was_not(
        run in vec((0..TRIED.len(), vec(any::<usize>(), 5)), 10..60)
    ) {
        let room = Room::new();
        let before = room.handed_in();
        prop_assert!(before.len() > 10, "hardly anything was handed in");
        for (at, dice) in run {
            room.try_one(at, &dice, &before)?;
        }
        // Undone to the last, and done again.
        for name in ["undo", "redo"] {
            let at = TRIED.iter().position(|(tried, shape)| *tried == name && shape.is_empty()).expect("it is tried");
            for _ in 0..80 {
                room.try_one(at, &[], &before)?;
            }
        }
    }
}

/// Every word of a file that was written: the text of a PDF, the cells of a workbook, the text of a document.
fn words_of(path: &Path) -> String {
    let kind = path.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
    match kind {
        "pdf" => {
            let output = std::process::Command::new("pdftotext")
                .args([path.as_os_str(), "-".as_ref()])
                .output()
                .expect("pdftotext runs: `make test` installs it");
            String::from_utf8_lossy(&output.stdout).chars().filter(|c| !c.is_whitespace()).collect()
        }
        "xlsx" | "docx" | "zip" => {
            let mut parts = zip::ZipArchive::new(std::fs::File::open(path).expect("the file")).expect("a zip");
            let mut words = String::new();
            for n in 0..parts.len() {
                let mut part = String::new();
                if parts.by_index(n).expect("a part").read_to_string(&mut part).is_ok() {
                    let mut inside = false;
                    // What stands between tags, so that runs of one word come together.
                    words.extend(part.chars().filter(|c| {
                        let tag = inside || *c == '<';
                        inside = tag && *c != '>';
                        !tag
                    }));
                }
            }
            words
        }
        _ => String::from_utf8_lossy(&std::fs::read(path).expect("the file")).into_owned(),
    }
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_under(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// Commands that are hers, end the scene, or copy the library as it is.
fn is_out(name: &str) -> bool {
    let own = ["sheet_get", "sheet_export", "sheet_print", "sheet_read", "sheet_import", "mark_set", "sheet_hand_in"];
    let ends = ["undo", "redo", "work_stop", "procurement_archive", "conflict_sign"];
    own.contains(&name)
        || ends.contains(&name)
        || name.ends_with("_remove")
        || name.starts_with("library_")
        || name.starts_with("backup_")
}

#[test]
fn no_command_and_no_file_tells_a_mark_before_its_time() {
    let shelf = Shelf::new();
    let planted = sample(&shelf.library(), Lang::Ja, Until::Proposals);
    let desk = Desk::open(&shelf.library());
    let of = json!({ "procurement": planted.procurement });
    let (first, second) = (planted.key("E1"), planted.key("E2"));
    for (evaluator, comment) in [(&first, "提出した所見"), (&second, SECRET)] {
        desk.call("conflict_sign", &json!({ "evaluator": evaluator, "conflict": false }));
        for (field, value) in [("mark", "×"), ("comment", comment), ("may_tell", "true")] {
            desk.call(
                "mark_set",
                &json!({ "evaluator": evaluator, "criterion": planted.key("C1.1"),
                "bidder": planted.key("v1"), "field": field, "value": value }),
            );
        }
    }
    desk.call("sheet_hand_in", &json!({ "evaluator": first, "means": "app" }));
    let proposals = desk.call("proposal_list", &of)["rows"].clone();
    let releases = desk.call("release_list", &of).to_string();
    let release =
        releases.split('"').find(|word| word.len() == 36 && word.contains('-')).expect("a release").to_owned();
    let keys = [
        planted.procurement.clone(),
        second.clone(),
        planted.key("C1.1"),
        planted.key("v1"),
        proposals[0]["proposal"].as_str().expect("a proposal").to_owned(),
        release.clone(),
    ];
    let to = shelf.beside("書き出し");
    let mut answered = BTreeMap::new();
    for command in COMMANDS.iter().filter(|command| !is_out(command.name)) {
        for (n, key) in keys.iter().enumerate() {
            // Papers take their time, and once is enough.
            if answered.contains_key(command.name) && command.name.ends_with("_export") {
                break;
            }
            let args = json!({
                "id": key, "procurement": planted.procurement, "evaluator": second, "criterion": planted.key("C1.1"),
                "bidder": planted.key("v1"), "proposal": keys[4], "release": release, "key": "doc.title", "query": "業務",
                "words": "業務", "text": "業務", "title": "業務", "name": "業務", "reason": "理由", "limit": 500, "to": to.join(n.to_string()),
                "accept_incomplete": true, "sought": {}, "outcome": "award", "lang": "ja", "ids": [key], "blank": false,
            });
            let told = match desk.attempt(command.name, &args) {
                Ok(reply) => {
                    *answered.entry(command.name).or_insert(0) += 1;
                    reply.to_string()
                }
                Err(failure) => serde_json::to_string(&failure).expect("plain"),
            };
            assert!(!told.contains(SECRET), "{}: {told}", command.name);
        }
    }
    assert!(answered.len() > 60, "hardly a command was answered: {answered:?}");
    let files = files_under(&to);
    let count = |kind: &str| files.iter().filter(|path| path.extension().is_some_and(|its| its == kind)).count();
    let (pdfs, books, documents) = (count("pdf"), count("xlsx"), count("docx"));
    assert!(pdfs > 2 && books > 2 && documents > 0, "{pdfs} PDFs, {books} workbooks, {documents} documents: {files:?}");
    let mut told = false;
    for file in &files {
        let words = words_of(file);
        assert!(!words.contains(SECRET), "{}", file.display());
        told |= words.contains("提出した所見");
    }
    assert!(told, "what was handed in is in none of the files, so that nothing was looked through");
    let hers = desk.call("sheet_get", &json!({ "evaluator": second })).to_string();
    assert!(hers.contains(SECRET), "it is still there");
}

/// What is judged, by names alone: whatever the order of entering it, the result is the same.
fn result_of(orders: [&[usize]; 3], times: u32) -> BTreeMap<String, (Value, String)> {
    let shelf = Shelf::new();
    let judged = judged(&shelf.library(), Lang::Ja, Size { bidders: 4, criteria: 7, evaluators: 3 });
    let mut library = Library::open(&shelf.library(), [7; 16], &stamp()).expect("the library");
    let [evaluators, criteria, bidders] = orders;
    let entered = library.transact(Op::new("fact-set").scope(&judged.procurement), &stamp(), |tx| {
        for evaluator in evaluators {
            for criterion in criteria.iter().filter(|at| *at % 6 != 5) {
                for bidder in bidders {
                    let turn = (criterion * 5 + bidder * 3 + evaluator * (criterion + 1)) % 7;
                    let mark = sentei_tests::judged::mark(*criterion, if *criterion == 3 { 0 } else { turn });
                    let (to, of) = (&judged.criteria[*criterion], &judged.bidders[*bidder]);
                    set_mark(tx, &judged.evaluators[*evaluator], to, of, "mark", mark)?;
                }
            }
            hand_in(tx, &judged.evaluators[*evaluator], By::Paper)?;
        }
        Ok(())
    });
    entered.expect("entered");
    drop(library);
    let desk = Desk::open(&shelf.library());
    for criterion in &judged.criteria {
        let weight = (5 * times).to_string();
        let reason = "配点の見直し";
        desk.call("criterion_set", &json!({ "id": criterion, "field": "weight", "value": weight, "reason": reason }));
    }
    // The lists are put into the order as well.
    for (command, ids, order) in
        [("evaluator_move", &judged.evaluators, evaluators), ("bidder_move", &judged.bidders, bidders)]
    {
        for at in order.iter().rev() {
            desk.call(command, &json!({ "id": ids[*at], "after": null }));
        }
    }
    let result = desk.call("result_get", &json!({ "procurement": judged.procurement }));
    let rows = result["bidders"].as_array().expect("bidders").iter();
    rows.map(|one| {
        let text = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
        (text("name"), (one["rank"].clone(), text("total")))
    })
    .collect()
}

proptest! {
    #![proptest_config(config(6))]

    #[test]
    fn the_order_of_entering_and_the_scale_of_the_weights_never_matter(
        evaluators in Just(vec![0_usize, 1, 2]).prop_shuffle(),
        criteria in Just((0..7_usize).collect::<Vec<_>>()).prop_shuffle(),
        bidders in Just(vec![0_usize, 1, 2, 3]).prop_shuffle(),
        times in 2..20_u32,
    ) {
        let (all, plain) = ([0, 1, 2], [0, 1, 2, 3]);
        let as_listed = result_of([&all, &[0, 1, 2, 3, 4, 5, 6], &plain], 1);
        prop_assert_eq!(&as_listed, &result_of([&evaluators, &criteria, &bidders], 1));
        let ranks = |result: &BTreeMap<String, (Value, String)>| -> BTreeMap<String, Value> {
            result.iter().map(|(name, (rank, _))| (name.clone(), rank.clone())).collect()
        };
        let scaled = result_of([&all, &[0, 1, 2, 3, 4, 5, 6], &plain], times);
        prop_assert_eq!(ranks(&as_listed), ranks(&scaled));
    }
}
