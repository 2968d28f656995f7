//! Evaluation sheets through the commands: what is handed in stands, and nobody is told a mark before.

use sentei_api::COMMANDS;
use sentei_core::journal::{Op, Stamp};
use sentei_core::library::Library;
use sentei_tests::desk::Desk;
use sentei_tests::program::Shelf;
use sentei_tests::sheets::propose;
use sentei_tests::words::word;
use serde_json::{json, Value};

const SECRET: &str = "極秘所見Qx7";

/// A sample whose bidders have all proposed.
struct Room {
    desk: Desk,
    procurement: String,
    evaluators: Vec<String>,
    criteria: Vec<String>,
    bidders: Vec<String>,
    shelf: Shelf,
}

fn ids(list: &Value) -> Vec<String> {
    list.as_array().expect("a list").iter().map(|one| one["id"].as_str().expect("an id").to_owned()).collect()
}

impl Room {
    fn new() -> Self {
        let shelf = Shelf::new();
        let desk = Desk::open(&shelf.library());
        let procurement = desk.procurement("評価", "sample");
        drop(desk);
        let stamp = Stamp { actor: "試験".into(), at: chrono::Utc::now() };
        let mut library = Library::open(&shelf.library(), [7; 16], &stamp).expect("the library");
        library.transact(Op::new("fact-set"), &stamp, |tx| propose(tx, &procurement)).expect("proposals");
        drop(library);
        let desk = Desk::open(&shelf.library());
        let of = json!({ "procurement": procurement });
        let evaluators = desk.call("evaluator_list", &of);
        let markers = evaluators.as_array().unwrap().iter().filter(|one| one["adviser"] == json!(false)).cloned();
        let criteria = desk.call("criterion_list", &of)["criteria"].clone();
        let leaves = criteria.as_array().unwrap().iter().filter(|one| one["leaf"] == json!(true)).cloned();
        Self {
            evaluators: ids(&Value::Array(markers.collect())),
            criteria: ids(&Value::Array(leaves.collect())),
            bidders: ids(&desk.call("bidder_list", &of)["bidders"]),
            desk,
            procurement,
            shelf,
        }
    }

    fn sign(&self, evaluator: usize) {
        self.desk.call("conflict_sign", &json!({ "evaluator": self.evaluators[evaluator], "conflict": false }));
    }

    fn mark(&self, (evaluator, criterion, bidder): (usize, usize, usize), field: &str, value: &str) -> Value {
        let typed = self.typed((evaluator, criterion, bidder), field, value);
        self.desk.call("mark_set", &typed)
    }

    fn typed(&self, (evaluator, criterion, bidder): (usize, usize, usize), field: &str, value: &str) -> Value {
        json!({ "evaluator": self.evaluators[evaluator], "criterion": self.criteria[criterion],
            "bidder": self.bidders[bidder], "field": field, "value": value })
    }

    fn hand_in(&self, evaluator: usize) {
        self.desk.call("sheet_hand_in", &json!({ "evaluator": self.evaluators[evaluator], "means": "app" }));
    }

    fn marks(&self, evaluator: usize) -> Value {
        self.desk.call("sheet_get", &json!({ "evaluator": self.evaluators[evaluator] }))["marks"].clone()
    }

    fn of(&self) -> Value {
        json!({ "procurement": self.procurement })
    }
}

#[test]
fn nobody_is_told_a_mark_before_its_sheet_is_handed_in() {
    let room = Room::new();
    room.sign(0);
    room.mark((0, 0, 0), "mark", "×");
    room.mark((0, 0, 0), "comment", SECRET);
    // Every command is tried with every key there is; what refuses the arguments tells nothing either. The sheet itself
    // is opened by her, and what is written to a folder of hers is asked for by name.
    let own = ["sheet_get", "sheet_export", "sheet_print", "undo", "redo", "procurement_remove", "work_stop"];
    let reads = |name: &str| {
        !own.contains(&name)
            && ["_get", "_list", "_state", "home", "_plan", "_compare", "_find", "_fields", "_changes", "_insight"]
                .iter()
                .any(|end| name.ends_with(end))
    };
    let mut asked = 0;
    for command in COMMANDS.iter().filter(|command| reads(command.name)) {
        for id in [&room.procurement, &room.evaluators[0], &room.evaluators[1], &room.criteria[0], &room.bidders[0]] {
            let args = json!({ "id": id, "procurement": id, "evaluator": id, "bidder": id, "key": id, "query": SECRET,
                "words": SECRET, "limit": 500, "text": SECRET });
            let told = match room.desk.attempt(command.name, &args) {
                Ok(reply) => reply.to_string(),
                Err(failure) => serde_json::to_string(&failure).unwrap(),
            };
            asked += 1;
            let told = told.replace(&args.to_string(), "");
            let echo = command.name == "rfp_find";
            assert!(echo || !told.contains(SECRET), "{}: {told}", command.name);
        }
    }
    assert!(asked > 100, "hardly a command was asked: {asked}");
    room.hand_in(0);
    let history = room.desk.call("history_list", &json!({ "procurement": room.procurement, "limit": 500 }));
    assert!(history.to_string().contains(SECRET), "afterwards the history has it");
}

#[test]
fn a_sheet_handed_in_stands_whatever_is_done() {
    let room = Room::new();
    for evaluator in 0..2 {
        room.sign(evaluator);
        room.mark((evaluator, 0, 0), "mark", "○");
        room.mark((evaluator, 0, 0), "comment", "根拠がある");
    }
    room.hand_in(0);
    let before = room.marks(0);
    let (hers, criterion, bidder) = (&room.evaluators[0], &room.criteria[0], &room.bidders[0]);
    for (name, args, refusal) in [
        ("mark_set", room.typed((0, 0, 0), "mark", "×"), "error-sheet-handed-in"),
        ("mark_set", room.typed((0, 1, 0), "mark", "×"), "error-sheet-handed-in"),
        ("mark_set", room.typed((0, 0, 0), "comment", ""), "error-sheet-handed-in"),
        ("conflict_sign", json!({ "evaluator": hers, "conflict": true, "note": "縁故" }), "error-sheet-handed-in"),
        ("sheet_hand_in", json!({ "evaluator": hers, "means": "paper" }), "error-sheet-handed-in"),
        ("evaluator_remove", json!({ "id": hers }), "error-evaluator-handed-in"),
        ("evaluator_set", json!({ "id": hers, "field": "adviser", "value": "true" }), "error-evaluator-handed-in"),
        (
            "evaluator_set",
            json!({ "id": hers, "field": "judges", "value": format!("[\"{criterion}\"]") }),
            "error-evaluator-handed-in",
        ),
        ("criterion_remove", json!({ "id": criterion }), "error-criteria-judged"),
        ("criterion_add", json!({ "procurement": room.procurement, "title": "新しい項目" }), "error-criteria-judged"),
        (
            "criterion_set",
            json!({ "id": criterion, "field": "scheme", "value": "{\"kind\":\"pass-fail\"}" }),
            "error-criteria-judged",
        ),
        (
            "judging_set",
            json!({ "procurement": room.procurement, "field": "price_closed", "value": "true" }),
            "error-criteria-judged",
        ),
        ("bidder_remove", json!({ "id": bidder }), "error-bidder-on-record"),
    ] {
        assert_eq!(room.desk.refused(name, &args), refusal, "{name} {args}");
        assert_eq!(room.marks(0), before, "{name}");
    }
    let listed = room.desk.call("evaluator_list", &room.of());
    let given = |id: &str| listed.as_array().unwrap().iter().find(|one| one["id"] == id).unwrap()["handed_in"].clone();
    assert_eq!((given(hers), given(&room.evaluators[1])), (json!(true), json!(false)), "hers alone stands");
    // Undo stops at what was handed in, in the procurement and everywhere.
    for scope in [room.of(), json!({})] {
        while room.desk.attempt("undo", &scope).is_ok() {
            assert_eq!(room.marks(0), before);
        }
    }
    assert_eq!(room.marks(0), before);
    // Weights and rules may still change for a reason that is kept, and the other evaluator goes on.
    let changes = || room.desk.call("criterion_change_list", &room.of());
    for (name, mut args) in [
        ("criterion_set", json!({ "id": criterion, "field": "weight", "value": "12" })),
        ("judging_set", json!({ "procurement": room.procurement, "field": "minimum", "value": "74" })),
        ("judging_set", json!({ "procurement": room.procurement, "field": "ties", "value": "[\"LowerPrice\"]" })),
        ("judging_set", json!({ "procurement": room.procurement, "field": "division", "value": "1万円" })),
        ("judging_set", json!({ "procurement": room.procurement, "field": "rounding", "value": "cut" })),
        ("judging_set", json!({ "procurement": room.procurement, "field": "pooling", "value": "sum" })),
        ("judging_set", json!({ "procurement": room.procurement, "field": "fair", "value": "0.4" })),
        ("judging_set", json!({ "procurement": room.procurement, "field": "term_months", "value": "3年" })),
    ] {
        let kept = changes();
        assert_eq!(room.desk.refused(name, &args), "error-reason-needed", "{args}");
        assert_eq!(changes(), kept, "{args}");
        args["reason"] = json!(format!("{}の見直し", args["field"]));
        room.desk.call(name, &args);
        assert_eq!(changes().as_array().map(Vec::len), kept.as_array().map(|kept| kept.len() + 1), "{args}");
    }
    let rules = room.desk.call("judging_get", &room.of());
    assert!(rules["contract_months"].is_i64(), "the contract has its dates: {rules}");
    let undated = room.desk.procurement("日付のない案件", "empty");
    let undated = room.desk.call("judging_get", &json!({ "procurement": undated }));
    assert_eq!((&undated["contract_months"], &undated["months"]), (&json!(null), &undated["usual_months"]));
    assert_eq!((&rules["term_months"], &rules["division"]), (&json!("36"), &json!("10000")));
    room.mark((1, 0, 0), "mark", "△");
    room.desk.call("evaluator_remove", &json!({ "id": room.evaluators[1] }));
    assert_eq!(room.marks(0), before);
    let proposals = room.desk.call("proposal_list", &room.of())["rows"].clone();
    let row = proposals.as_array().unwrap().iter().find(|one| one["bidder"] == json!(bidder)).expect("a proposal");
    assert_eq!(room.desk.refused("proposal_remove", &json!({ "id": row["proposal"] })), "error-bidder-judged");
    // The procurement as a whole goes with everything, and comes back with it.
    room.desk.call("procurement_remove", &json!({ "id": room.procurement }));
    room.desk.call("undo", &json!({}));
    assert_eq!(room.marks(0), before);
}

#[test]
fn after_a_release_a_change_needs_a_reason_and_is_kept_in_words() {
    let room = Room::new();
    let criterion = &room.criteria[0];
    room.desk.call("criterion_set", &json!({ "id": criterion, "field": "minimum", "value": "50" }));
    assert_eq!(room.desk.call("criterion_change_list", &room.of()), json!([]), "before the release it needs none");
    room.desk.call("rfp_release", &json!({ "procurement": room.procurement, "accept_incomplete": true }));
    let weight = |value: &str, reason: Option<&str>| {
        let mut args = json!({ "id": criterion, "field": "weight", "value": value });
        if let Some(reason) = reason {
            args["reason"] = json!(reason);
        }
        room.desk.attempt("criterion_set", &args)
    };
    let list = || room.desk.call("criterion_list", &room.of())["criteria"].clone();
    let before = list();
    for reason in [None, Some("  ")] {
        let failure = weight("11", reason).expect_err("it needs a reason");
        assert_eq!(serde_json::to_value(&failure).unwrap()["code"], "reason-needed");
        assert_eq!(list(), before, "nothing has changed");
    }
    weight("11", Some("合意による")).expect("a reason");
    weight("13", Some("合意による")).expect("a reason");
    let changes = room.desk.call("criterion_change_list", &room.of());
    assert_eq!(changes.as_array().map(Vec::len), Some(1), "typing on for one reason is one change: {changes}");
    assert_eq!(changes[0]["lines"].as_array().map(Vec::len), Some(1), "{changes}");
    assert_eq!(changes[0]["lines"][0]["args"]["after"], "13");
    let rule = json!({ "procurement": room.procurement, "field": "good", "value": "0.9", "reason": "別の理由" });
    room.desk.call("judging_set", &rule);
    let set = |name: &str, args: Value| room.desk.refused(name, &args);
    assert_eq!(set("criterion_remove", json!({ "id": criterion })), "error-reason-needed");
    assert_eq!(
        set("criterion_add", json!({ "procurement": room.procurement, "title": "追加" })),
        "error-reason-needed"
    );
    assert_eq!(
        set("judging_set", json!({ "procurement": room.procurement, "field": "tax", "value": "included" })),
        "error-reason-needed"
    );
    assert_eq!(room.desk.call("criterion_change_list", &room.of()).as_array().map(Vec::len), Some(2));
    // Undo takes the reason back with what it was for; it stops at the release.
    for left in [1, 1, 0] {
        room.desk.call("undo", &room.of());
        assert_eq!(room.desk.call("criterion_change_list", &room.of()).as_array().map(Vec::len), Some(left));
    }
    assert_eq!(list(), before);
    assert!(room.desk.attempt("undo", &room.of()).is_err(), "the release stands");
}

#[test]
fn who_judges_what_changes_after_a_release_only_for_a_reason_and_the_report_says_so() {
    let room = Room::new();
    room.desk.call("rfp_release", &json!({ "procurement": room.procurement, "accept_incomplete": true }));
    let listed = || room.desk.call("evaluator_list", &room.of());
    let before = listed();
    let judges = json!([room.criteria[0]]).to_string();
    let mut typed = json!({ "id": room.evaluators[0], "field": "judges", "value": judges });
    assert_eq!(room.desk.refused("evaluator_set", &typed), "error-reason-needed");
    assert_eq!(listed(), before, "nothing has changed");
    typed["reason"] = json!("専門を考えて分けた");
    room.desk.call("evaluator_set", &typed);
    let changes = room.desk.call("criterion_change_list", &room.of());
    let line = &changes[0]["lines"][0];
    let titles = room.desk.call("criterion_list", &room.of())["criteria"].clone();
    let first = titles.as_array().unwrap().iter().find(|one| one["id"] == room.criteria[0].as_str()).unwrap();
    assert_eq!(line["id"], "change-evaluator-judges", "{changes}");
    assert_eq!(line["args"]["after"], first["title"]);
    assert_eq!(line["args"]["before"], word("evaluator-judges-all"));
    // Her other fields need none.
    let duties = json!({ "id": room.evaluators[0], "field": "duties", "value": "体制の評価" });
    room.desk.call("evaluator_set", &duties);
    for evaluator in 0..room.evaluators.len() {
        room.sign(evaluator);
        room.mark((evaluator, 0, 0), "mark", "○");
        room.hand_in(evaluator);
    }
    let odd = room.desk.call("result_get", &room.of())["oddities"].clone();
    let kinds: Vec<&Value> = odd.as_array().expect("a list").iter().map(|one| &one["kind"]).collect();
    assert!(kinds.contains(&&json!("assigned")) && !kinds.contains(&&json!("changed")), "{odd}");
    let args = json!({ "procurement": room.procurement, "to": room.shelf.beside("報告") });
    let files = room.desk.call("report_export", &args)["files"].clone();
    assert!(pdf_words(files[0].as_str().expect("a file")).contains("専門を考えて分けた"));
}

#[test]
fn a_criterion_without_points_settles_no_tie() {
    let room = Room::new();
    let ways = || room.desk.call("judging_get", &room.of())["more_ties"].clone();
    let tie = json!({ "Criterion": room.criteria[1] }).to_string();
    let offered = || ways().as_array().expect("ways").iter().any(|one| one["value"] == tie.as_str());
    assert!(offered());
    let passed = json!({ "id": room.criteria[1], "field": "scheme", "value": "{\"kind\":\"pass-fail\"}" });
    room.desk.call("criterion_set", &passed);
    assert!(!offered(), "{}", ways());
    let ties = json!({ "procurement": room.procurement, "field": "ties", "value": format!("[{tie}]") });
    assert_eq!(room.desk.refused("judging_set", &ties), "error-tie-points");
}

#[test]
fn dates_that_set_the_months_of_prices_change_after_a_release_only_for_a_reason() {
    let room = Room::new();
    let of = &room.procurement;
    let end = |value: &str| json!({ "procurement": of, "key": "contract.end", "value": value });
    let months = |value: &str| json!({ "procurement": of, "field": "term_months", "value": value, "reason": "期間" });
    room.desk.call("rfp_release", &json!({ "procurement": of, "accept_incomplete": true }));
    room.desk.call("judging_set", &months("18"));
    room.desk.call("fact_set", &end("2028-06-30"));
    room.desk.call("judging_set", &months(""));
    assert_eq!(room.desk.refused("fact_set", &end("2029-05-31")), "error-reason-needed");
    let mut reasoned = end("2029-05-31");
    reasoned["reason"] = json!("契約の延長");
    room.desk.call("fact_set", &reasoned);
    let changes = room.desk.call("criterion_change_list", &room.of());
    let told = changes.as_array().expect("changes").iter().find(|one| one["reason"] == "契約の延長");
    let line = &told.expect("a change with its reason")["lines"][0]["args"];
    assert_eq!(line["rule"], word("fact-contract-end"));
    assert_ne!(line["before"], line["after"]);
    // Other facts need none.
    room.desk.call("fact_set", &json!({ "procurement": of, "key": "contact.person", "value": "白石 圭" }));
}

#[test]
fn sets_of_criteria_are_kept_and_planted_with_their_schemes() {
    let room = Room::new();
    let scheme = r#"{"kind":"grades","grades":[{"mark":"A","share":"1","anchor":"よい"},{"mark":"B","share":"0","anchor":"わるい"}]}"#;
    room.desk.call("criterion_set", &json!({ "id": room.criteria[0], "field": "scheme", "value": scheme }));
    let set = room.desk.call("criterion_set_save", &json!({ "procurement": room.procurement, "name": "いつもの" }));
    let other = room.desk.procurement("別の案件", "empty");
    room.desk.call("criterion_set_plant", &json!({ "procurement": other, "set": set["id"] }));
    let bare = |procurement: &str| -> Vec<Value> {
        let list = room.desk.call("criterion_list", &json!({ "procurement": procurement }))["criteria"].clone();
        let rows = list.as_array().unwrap().iter();
        rows.map(|row| json!([row["number"], row["title"], row["weight"], row["scheme"]["text"]])).collect()
    };
    assert_eq!(bare(&other), bare(&room.procurement));
    // Planted again, it takes their place.
    room.desk.call("criterion_set_plant", &json!({ "procurement": other, "set": set["id"] }));
    assert_eq!(bare(&other), bare(&room.procurement));
    // A copy of a procurement judges as it does.
    room.desk.call("judging_set", &json!({ "procurement": room.procurement, "field": "fair", "value": "0.6" }));
    let copy = room.desk.procurement("写し", &format!("procurement:{}", room.procurement));
    assert_eq!(bare(&copy), bare(&room.procurement));
    assert_eq!(room.desk.call("judging_get", &json!({ "procurement": copy }))["fair"], "0.6");
    // So does what starts from an outline of it, down to what settles a tie.
    let ties = json!([{ "Criterion": room.criteria[1] }, "LowerPrice"]).to_string();
    room.desk.call("judging_set", &json!({ "procurement": room.procurement, "field": "ties", "value": ties }));
    let kept = json!({ "procurement": room.procurement, "title": "いつもの提案依頼書" });
    let outline = room.desk.call("outline_save", &kept)["id"].clone();
    let started = room.desk.procurement("次の案件", &format!("outline:{}", outline.as_str().expect("an id")));
    assert_eq!(bare(&started), bare(&room.procurement));
    let said =
        |procurement: &str| room.desk.call("judging_get", &json!({ "procurement": procurement }))["sentences"].clone();
    assert_eq!(said(&started), said(&room.procurement));
    room.desk.call("criterion_set_remove", &json!({ "id": set["id"] }));
    // A set is the library's own: it comes back whatever was done in a procurement since, which stays as it is.
    let own = json!({ "procurement": "" });
    room.desk.call("criterion_set", &json!({ "id": room.criteria[0], "field": "weight", "value": "7" }));
    let judged = bare(&room.procurement);
    room.desk.call("undo", &own);
    assert_eq!(room.desk.call("criterion_set_list", &json!({})).as_array().map(Vec::len), Some(2));
    assert_eq!(bare(&room.procurement), judged);
    room.desk.call("redo", &own);
    // The six to begin with come with the program.
    let sets = room.desk.call("criterion_set_list", &json!({}));
    assert_eq!((sets.as_array().map(Vec::len), &sets[0]["supplied"]), (Some(1), &json!(true)));
    let empty = room.desk.procurement("白紙", "empty");
    room.desk.call("criterion_set_plant", &json!({ "procurement": empty, "set": sets[0]["id"] }));
    let planted = room.desk.call("criterion_list", &json!({ "procurement": empty }));
    assert_eq!((planted["criteria"].as_array().map(Vec::len), &planted["total"]), (Some(6), &json!("100")));
}

#[test]
fn how_much_of_a_sheet_is_marked_is_told_after_it_is_handed_in_too() {
    let room = Room::new();
    let counted = || {
        let list = room.desk.call("sheet_list", &room.of());
        let mut rows = list["sheets"].as_array().unwrap().iter();
        let row = rows.find(|row| row["evaluator"] == room.evaluators[0]).unwrap();
        (row["state"].clone(), ["asked", "blank", "bare"].map(|count| row[count].as_u64().unwrap()))
    };
    room.sign(0);
    room.mark((0, 0, 0), "mark", "○");
    let (state, before) = counted();
    assert_eq!((state, before), (json!("open"), [before[0], before[0] - 1, 1]));
    room.hand_in(0);
    assert_eq!(counted(), (json!("in"), before));
}

#[test]
fn an_evaluator_is_asked_only_for_what_she_judges() {
    let room = Room::new();
    let asked = |evaluator: usize| {
        room.desk.call("sheet_get", &json!({ "evaluator": room.evaluators[evaluator] }))["asked"].as_u64().unwrap()
    };
    let all = asked(0);
    let judges = json!([room.criteria[0]]).to_string();
    room.desk.call("evaluator_set", &json!({ "id": room.evaluators[0], "field": "judges", "value": judges }));
    assert_eq!(asked(0), room.bidders.len() as u64);
    assert_eq!(asked(1), all);
    assert_eq!(room.desk.call("criterion_change_list", &room.of()), json!([]), "before the release it needs no reason");
    room.sign(0);
    assert_eq!(room.desk.refused("mark_set", &room.typed((0, 1, 0), "mark", "○")), "error-mark-not-asked");
    room.mark((0, 0, 0), "mark", "○");
    // A scheme that does not know the mark leaves a blank.
    let points =
        json!({ "id": room.criteria[0], "field": "scheme", "value": "{\"kind\":\"points\",\"greatest\":\"10\"}" });
    room.desk.call("criterion_set", &points);
    assert_eq!(room.marks(0), json!([]), "nothing but a mark stood there");
    assert_eq!(room.mark((0, 0, 0), "mark", "７点")["mark"], "7");
}

#[test]
fn a_late_proposal_is_named_beside_the_sheets_until_it_is_decided_what_becomes_of_it() {
    let room = Room::new();
    let proposals = room.desk.call("proposal_list", &room.of())["rows"].clone();
    let mut rows = proposals.as_array().expect("a list").iter();
    let id = rows.find(|row| row["bidder"] == json!(room.bidders[0])).expect("its proposal")["proposal"].clone();
    let deadline =
        json!({ "procurement": room.procurement, "key": "schedule.proposal_deadline", "value": "2027/3/30 17:00" });
    room.desk.call("fact_set", &deadline);
    let rule = |ruling: &str, reason: &str| {
        room.desk.call("proposal_rule", &json!({ "id": id, "ruling": ruling, "reason": reason }));
    };
    let named = || -> Vec<Value> {
        let list = room.desk.call("sheet_list", &room.of())["late_proposals"].clone();
        let sheet = room.desk.call("sheet_get", &json!({ "evaluator": room.evaluators[0] }))["late_proposals"].clone();
        assert_eq!(list, sheet);
        list.as_array().expect("a list").iter().map(|one| one["bidder"].clone()).collect()
    };
    room.sign(0);
    let typed = room.typed((0, 0, 0), "mark", "○");
    rule("", "");
    assert_eq!(named(), [json!(room.bidders[0])]);
    assert_eq!(room.desk.refused("mark_set", &typed), "error-mark-late");
    rule("refused", "連絡なく遅れた");
    assert!(named().is_empty());
    assert_eq!(room.desk.refused("mark_set", &typed), "error-mark-not-compared");
    rule("accepted", "回線の障害を確認した");
    assert!(named().is_empty());
    room.desk.call("mark_set", &typed);
}

/// The text of a PDF, as a reader gets it, without its gaps.
fn pdf_words(path: &str) -> String {
    let output = std::process::Command::new("pdftotext").args([path, "-"]).output().expect("pdftotext runs");
    String::from_utf8_lossy(&output.stdout).chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn filled_sheets_of_everybody_are_those_handed_in() {
    let room = Room::new();
    for (evaluator, comment) in [(0, "提出した所見"), (1, SECRET)] {
        room.sign(evaluator);
        room.mark((evaluator, 0, 0), "mark", "○");
        room.mark((evaluator, 0, 0), "comment", comment);
    }
    let asked =
        |to: &str, blank: bool| json!({ "procurement": room.procurement, "blank": blank, "to": room.shelf.beside(to) });
    let written = |name: &str, args: &Value| -> (Vec<String>, Value) {
        let made = room.desk.call(name, args);
        let files = made["files"].as_array().expect("files").iter();
        (files.map(|file| file.as_str().expect("a path").to_owned()).collect(), made["left_out"].clone())
    };
    assert_eq!(room.desk.refused("sheet_print", &asked("提出前", false)), "error-evaluation-sheet-none-in");
    assert!(!room.shelf.beside("提出前").exists());
    room.hand_in(0);
    let listed = room.desk.call("evaluator_list", &room.of());
    let unfinished = |one: &&Value| room.evaluators[1..].iter().any(|id| one["id"] == *id);
    let others = listed.as_array().unwrap().iter().filter(unfinished);
    let others: Vec<Value> = others.map(|one| one["name"].clone()).collect();
    let (files, left_out) = written("sheet_print", &asked("提出後", false));
    assert_eq!((files.len(), left_out), (1, Value::Array(others)));
    let words = pdf_words(&files[0]);
    assert!(words.contains("提出した所見") && !words.contains(SECRET), "{words}");
    // Asked for by name it is her own sheet; a form to fill in and a file that comes back are for everybody.
    let mut hers = asked("本人", false);
    hers["evaluators"] = json!([room.evaluators[1]]);
    let (files, left_out) = written("sheet_print", &hers);
    assert!(pdf_words(&files[0]).contains(SECRET));
    assert_eq!((files.len(), left_out), (1, json!([])));
    for (name, to) in [("sheet_print", "記入用"), ("sheet_export", "Excel")] {
        let (files, left_out) = written(name, &asked(to, true));
        assert_eq!((files.len(), left_out), (room.evaluators.len(), json!([])), "{name}");
    }
}

#[test]
fn prices_that_are_kept_closed_are_told_nowhere_until_they_are_opened_for_a_reason() {
    let room = Room::new();
    let follows = json!({ "id": room.criteria[0], "field": "follows_price", "value": "true" });
    room.desk.call("criterion_set", &follows);
    let proposals = room.desk.call("proposal_list", &room.of())["rows"].clone();
    let estimate = room.desk.call("estimate_add", &json!({ "proposal": proposals[0]["proposal"] }))["id"].clone();
    let line =
        json!({ "estimate": estimate, "title": "一式", "unit_price": "98,765,432", "quantity": "1", "kind": "初期" });
    room.desk.call("estimate_line_add", &line);
    let paper = room.shelf.beside("見積書.pdf");
    std::fs::write(&paper, "98,765,432円").expect("a file");
    let kept = room.desk.call("proposal_file_add", &json!({ "proposal": proposals[0]["proposal"], "files": [paper] }));
    let paper = json!({ "id": kept["ids"][0] });
    let told = || -> Vec<bool> {
        let all = [
            ("approval_get", room.of()),
            ("proposal_list", room.of()),
            ("proposal_compare", room.of()),
            ("proposal_get", json!({ "id": proposals[0]["proposal"] })),
            ("estimate_find", json!({ "party": "" })),
            ("estimate_find", json!({ "least": "98,000,000" })),
            ("history_list", json!({ "procurement": room.procurement, "limit": 500 })),
            ("result_get", room.of()),
        ];
        let has = |(name, args): (&str, Value)| {
            let reply = room.desk.call(name, &args).to_string();
            reply.contains("98,765,432") || reply.contains("98765432")
        };
        all.into_iter().map(has).collect()
    };
    assert_eq!(told()[..7], [true; 7], "an open price is told");
    room.desk
        .call("judging_set", &json!({ "procurement": room.procurement, "field": "price_closed", "value": "true" }));
    assert_eq!(told(), [false; 8], "a closed price is told");
    let index = json!({ "sought": {}, "to": room.shelf.beside("索引簿") });
    let index = room.desk.call("estimate_index_export", &index)["file"].as_str().expect("a path").to_owned();
    let index = sentei_papers::sheet::read_table(std::path::Path::new(&index)).expect("a workbook");
    let rows = &index.first().expect("a sheet").rows;
    assert_eq!(rows[4][3..5], ["開示前", "開示前"], "the index says why it tells no amount");
    assert_eq!(room.desk.refused("proposal_file_open", &paper), "error-price-closed");
    // Under another name it is as closed as before; nor is what an estimate was read from open while it is not.
    let relabel = |kind: &str| json!({ "id": paper["id"], "field": "kind", "value": kind });
    assert_eq!(room.desk.refused("proposal_file_set", &relabel("other")), "error-file-shut");
    room.desk.call("proposal_file_set", &relabel("estimate"));
    let scan = room.shelf.beside("受領.bin");
    std::fs::write(&scan, "98,765,432円").expect("a file");
    let kept = room.desk.call("proposal_file_add", &json!({ "proposal": proposals[0]["proposal"], "files": [scan] }));
    let scan = json!({ "id": kept["ids"][0] });
    room.desk.call("proposal_file_open", &scan);
    let read_from = |file: &Value| json!({ "id": estimate, "field": "file", "value": file["id"] });
    room.desk.call("estimate_set", &read_from(&scan));
    assert_eq!(room.desk.refused("proposal_file_open", &scan), "error-price-closed");
    room.desk.call("estimate_set", &read_from(&paper));
    assert_eq!(room.desk.refused("proposal_file_open", &scan), "error-price-closed", "it tells the price all the same");
    let reopen = json!({ "procurement": room.procurement, "field": "price_closed", "value": "false" });
    assert_eq!(room.desk.refused("judging_set", &reopen), "error-price-open-by-rule");
    // Entering goes on: what is typed anew is kept, and told no more than before.
    let proposal =
        || room.desk.call("proposal_get", &json!({ "id": proposals[0]["proposal"] }))["estimates"][0].clone();
    let row = proposal()["lines"][0].clone();
    assert_eq!((&row["priced"], &row["unit_price"], &row["amount"]), (&json!(true), &json!(""), &json!("")));
    for price in ["12,345,678", "98,765,432"] {
        room.desk.call("estimate_line_set", &json!({ "id": row["id"], "field": "unit_price", "value": price }));
        assert!(!proposal().to_string().contains("345,678"), "{price} is told");
    }
    let open = |reason: &str| json!({ "procurement": room.procurement, "reason": reason });
    assert_eq!(room.desk.refused("prices_open", &open(" ")), "error-price-open-reason");
    room.sign(0);
    assert_eq!(room.desk.refused("mark_set", &room.typed((0, 0, 0), "mark", "○")), "error-price-closed");
    let opened = || room.desk.call("sheet_list", &room.of())["price_opened"].clone();
    assert_eq!(opened(), json!(""));
    room.desk.call("prices_open", &open("予算の確定に要るため"));
    assert_ne!(opened(), json!(""), "it is told that they were opened, not that everybody is through");
    assert_eq!(told()[..7], [true; 7]);
    let sheet = room.desk.call("sheet_get", &json!({ "evaluator": room.evaluators[0] }));
    let mut taxes = sheet["bidders"].as_array().expect("bidders").iter().map(|one| &one["at_hand"]["lines"][0]["tax"]);
    assert!(taxes.any(|tax| *tax == json!("excluded")), "a line says whether tax is in it: {sheet}");
    room.desk.call("proposal_file_open", &paper);
    room.mark((0, 0, 0), "mark", "○");
    assert_eq!(room.desk.refused("prices_open", &open("再び")), "error-price-open");
    let odd = room.desk.call("result_get", &room.of())["oddities"].clone();
    assert!(odd.as_array().expect("a list").iter().any(|one| one["kind"] == "opened"), "{odd}");
    // Who has seen a price cannot forget it, and the report says that it was seen.
    while room.desk.attempt("undo", &room.of()).is_ok() {}
    assert_eq!(told()[..7], [true; 7]);
    for evaluator in 0..room.evaluators.len() {
        if evaluator > 0 {
            room.sign(evaluator);
        }
        room.mark((evaluator, 1, 0), "mark", "○");
        let sheet = room.desk.call("sheet_get", &json!({ "evaluator": room.evaluators[evaluator] }));
        // Nobody has handed in the price, so that all others are missing to the last.
        let missing = sheet["missing"].as_array().expect("names");
        assert!(missing.len() == room.evaluators.len() - 1 && !missing.contains(&sheet["name"]), "{missing:?}");
        room.hand_in(evaluator);
    }
    let args = json!({ "procurement": room.procurement, "to": room.shelf.beside("報告") });
    let files = room.desk.call("report_export", &args)["files"].clone();
    assert!(pdf_words(files[0].as_str().expect("a file")).contains("予算の確定に要るため"));
}

#[test]
fn after_a_sheet_is_handed_in_another_price_is_another_estimate_with_its_reason() {
    let room = Room::new();
    let proposals = room.desk.call("proposal_list", &room.of())["rows"].clone();
    let proposal = proposals[0]["proposal"].clone();
    let estimate = room.desk.call("estimate_add", &json!({ "proposal": proposal }))["id"].clone();
    let line = json!({ "estimate": estimate, "title": "一式", "unit_price": "1,000", "kind": "初期" });
    let id = room.desk.call("estimate_line_add", &line)["id"].clone();
    let price = |id: &Value, price: &str| json!({ "id": id, "field": "unit_price", "value": price });
    room.desk.call("estimate_line_set", &price(&id, "2,000"));
    let latest = || room.desk.call("proposal_get", &json!({ "id": proposal }))["estimates"][0].clone();
    assert_eq!(latest()["fixed"], json!(false));
    room.sign(0);
    room.mark((0, 0, 0), "mark", "○");
    room.hand_in(0);
    assert_eq!(latest()["fixed"], json!(true));
    let dated = |day: &str| json!({ "id": estimate, "field": "dated", "value": day });
    room.desk.call("estimate_set", &dated("2027-03-31"));
    for (name, args) in [
        ("estimate_set", dated("2027-03-30")),
        ("estimate_line_set", price(&id, "1")),
        ("estimate_line_add", line),
        ("estimate_line_move", json!({ "id": id, "after": null })),
        ("estimate_line_remove", json!({ "id": id })),
        ("estimate_remove", json!({ "id": estimate })),
    ] {
        assert_eq!(room.desk.refused(name, &args), "error-estimate-fixed", "{name}");
    }
    assert_eq!(room.desk.refused("estimate_add", &json!({ "proposal": proposal })), "error-estimate-reason");
    room.desk.call("estimate_add", &json!({ "proposal": proposal, "reason": "値引きの申し出" }));
    let later = latest();
    assert_eq!(later["fixed"], json!(false));
    room.desk.call("estimate_line_set", &price(&later["lines"][0]["id"], "1,500"));
    assert_eq!(latest()["without_tax"], json!("1,500"));
    room.sign(1);
    room.mark((1, 0, 0), "mark", "○");
    room.hand_in(1);
    assert_eq!(room.desk.refused("estimate_line_set", &price(&later["lines"][0]["id"], "1")), "error-estimate-fixed");
}
