//! The decision as commands: discussion, approval, notices; what is undone and what is not; what the papers say.

use std::io::Read as _;
use std::path::Path;
use std::process::Command;

use chrono::Utc;
use sentei_core::journal::{Op, Stamp};
use sentei_core::l10n::Lang;
use sentei_core::library::Library;
use sentei_core::marking::{By, HandIn, Mark, Part};
use sentei_core::{criterion, evaluation};
use sentei_tests::desk::Desk;
use sentei_tests::program::Shelf;
use serde_json::{json, Value};

const NAMES: [&str; 3] = ["株式会社あおばサポート", "みなとコール株式会社", "合同会社ソラデスク"];

/// A procurement with three bidders that have proposed, and a comment on each that may be told, one of them careless.
struct House {
    shelf: Shelf,
    desk: Desk,
    of: Value,
    bidders: Vec<String>,
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_else(|| panic!("no {key} in {value}")).to_owned()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("no {key} in {value}"))
}

impl House {
    fn new() -> Self {
        let shelf = Shelf::new();
        let desk = Desk::open(&shelf.library());
        let procurement = desk.procurement("窓口業務の委託", "empty");
        let of = json!({ "procurement": procurement });
        for (key, value) in [
            ("doc.number", "MC-001"),
            ("issuer.company", "株式会社ミナトワークス"),
            ("issuer.department", "CS部"),
            ("contact.role", "選定事務局"),
            ("contact.mail", "rfp@minatoworks.example"),
            ("contact.phone", "03-0000-0000"),
            ("contact.hours", "10時から17時"),
            ("schedule.contract", "2027-05-20"),
            ("schedule.service_start", "2027-06-01"),
        ] {
            desk.call("fact_set", &json!({ "procurement": procurement, "key": key, "value": value }));
        }
        let mut bidders = Vec::new();
        for (n, name) in NAMES.iter().enumerate() {
            let made = desk.call("bidder_add", &json!({ "procurement": procurement, "name": name, "person": format!("担当{n} 花子"), "mail": format!("hanako@bidder{n}.example") }));
            desk.call("bidder_set", &json!({ "id": made["id"], "field": "status", "value": "received" }));
            bidders.push(text(&made, "id"));
        }
        drop(desk);
        plant(&shelf.library(), &procurement, &bidders);
        let desk = Desk::open(&shelf.library());
        Self { shelf, desk, of, bidders }
    }

    fn with(&self, more: &Value) -> Value {
        let mut args = self.of.clone();
        for (key, value) in more.as_object().expect("an object") {
            args[key] = value.clone();
        }
        args
    }

    fn call(&self, name: &str, more: &Value) -> Value {
        self.desk.call(name, &self.with(more))
    }

    /// Chosen, approved with a condition, decided.
    fn decided(&self) -> String {
        self.call("decision_set", &json!({ "field": "bidder", "value": self.bidders[0] }));
        self.call("decision_set", &json!({ "field": "reason", "value": "体制が具体的である" }));
        let step = text(&self.call("approval_step_add", &json!({ "name": "白石 一郎", "role": "部長" })), "id");
        self.call("approval_submit", &json!({}));
        self.desk.call("approval_step_set", &json!({ "id": step, "field": "outcome", "value": "conditions" }));
        let condition = self.desk.call(
            "approval_condition_add",
            &json!({ "step": step, "text": "再委託を行わないことを契約書に明記すること" }),
        );
        self.call("decision_decide", &json!({}));
        text(&condition, "id")
    }

    fn notices(&self) -> Vec<Value> {
        list(&self.call("notice_list", &json!({})), "notices").clone()
    }

    fn notice(&self, n: usize) -> Value {
        self.notices().into_iter().find(|one| one["bidder"] == self.bidders[n].as_str()).expect("a notice")
    }

    /// Tells every comment in every notice.
    fn ticked(&self) {
        self.call("notice_draft", &json!({}));
        for notice in self.notices() {
            for (n, comment) in list(&notice, "comments").iter().enumerate() {
                let told_as = if notice["kind"] == "award" || n % 2 == 1 { "reason" } else { "strength" };
                self.desk
                    .call("notice_tell", &json!({ "id": notice["id"], "mark": comment["mark"], "told_as": told_as }));
            }
        }
    }
}

fn plant(library: &Path, procurement: &str, bidders: &[String]) {
    let stamp = Stamp { actor: "試験".into(), at: Utc::now() };
    let mut library = Library::open(library, [9; 16], &stamp).expect("the library opens");
    library
        .transact(Op::new("evaluator-add").what("審査者").scope(procurement), &stamp, |tx| {
            let evaluator = evaluation::verbs::add_evaluator(tx, procurement, "早瀬 玲", None)?;
            for words in ["手順が具体的に示されています", "立ち上げに12週間を要します"] {
                let criterion = criterion::verbs::add(tx, procurement, None, words, None)?;
                for bidder in bidders {
                    let id = tx.new_id();
                    let (evaluator, criterion, bidder) = (evaluator.clone(), criterion.clone(), bidder.clone());
                    let (mark, comment) = ("△".into(), words.to_owned());
                    tx.insert(&Mark { id, evaluator, criterion, bidder, mark, comment, may_tell: true })?;
                }
            }
            let (id, at) = (tx.new_id(), tx.at().to_owned());
            tx.insert(&HandIn { id, evaluator, part: Part::All, at, means: By::App })
        })
        .expect("marks are planted");
}

#[test]
fn the_decision_outlives_a_restart_and_is_undone_in_one_step() {
    let house = House::new();
    house.call("discussion_add", &json!({ "side": "off-expectation", "text": "責任者が兼務である" }));
    house.decided();
    let status = |desk: &Desk| {
        let all = desk.call("bidder_list", &house.of);
        list(&all, "bidders").iter().map(|one| text(one, "status")).collect::<Vec<_>>()
    };
    assert_eq!(status(&house.desk), ["awarded", "not-awarded", "not-awarded"]);
    house.desk.call("undo", &house.of);
    assert_eq!(status(&house.desk), ["received", "received", "received"], "one step");
    house.desk.call("redo", &house.of);
    drop(house.desk);
    let desk = Desk::open(&house.shelf.library());
    assert_eq!(status(&desk), ["awarded", "not-awarded", "not-awarded"]);
    let decision = desk.call("decision_get", &house.of);
    assert_eq!(list(&decision, "points").len(), 1);
    assert_eq!(decision["approval"], "conditions");
    let home = desk.call("home", &json!({}));
    let missing = list(&list(&home, "procurements")[0], "missing").clone();
    assert!(missing.iter().any(|one| one["kind"] == "conditions"), "{missing:?}");
}

/// What the result says of every bidder: rank, total, and the points of every criterion.
fn counted(desk: &Desk, of: &Value) -> Vec<Value> {
    let result = desk.call("result_get", of);
    let told = |bidder: &Value| json!([bidder["id"], bidder["rank"], bidder["total"], bidder["out"]]);
    let points = list(&result, "criteria").iter().map(|one| one["cells"].clone());
    list(&result, "bidders").iter().map(told).chain(points).collect()
}

#[test]
fn nothing_changes_the_result_while_a_decision_stands_on_it() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let of = json!({ "procurement": desk.procurement("", "sample-decided") });
    let with = |more: &Value| {
        let mut args = of.clone();
        args.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        args
    };
    let result = desk.call("result_get", &of);
    let agreed = list(&result, "criteria").iter().find_map(|one| {
        let at = list(one, "cells").iter().position(|cell| !cell["agreed"].is_null())?;
        Some((one["id"].clone(), result["bidders"][at]["id"].clone()))
    });
    let (criterion, bidder) = agreed.expect("an agreed mark");
    let evaluator = desk.call("evaluator_list", &of)[0]["id"].clone();
    let loser = list(&result, "bidders").iter().find(|one| one["rank"] == 2).expect("a second")["id"].clone();
    let winner = list(&result, "bidders").iter().find(|one| one["rank"] == 1).expect("a first")["id"].clone();
    let excluded = json!({ "bidder": loser, "reason": "再委託の届け出がない" });
    let before = counted(&desk, &of);
    for (command, args) in [
        (
            "consensus_set",
            json!({ "criterion": criterion, "bidder": bidder, "mark": "×", "reason": "合議", "agreed_by": [] }),
        ),
        ("consensus_remove", json!({ "criterion": criterion, "bidder": bidder })),
        ("exclusion_add", excluded.clone()),
        ("criterion_set", json!({ "id": criterion, "field": "weight", "value": "10" })),
        ("criterion_set", json!({ "id": criterion, "field": "weight", "value": "10", "reason": "見直し" })),
        ("judging_set", with(&json!({ "field": "places", "value": "1" }))),
        ("evaluator_add", with(&json!({ "name": "三宅 薫" }))),
    ] {
        assert_eq!(desk.refused(command, &args), "error-result-decided", "{command}");
    }
    let mark =
        json!({ "evaluator": evaluator, "criterion": criterion, "bidder": bidder, "field": "mark", "value": "×" });
    for (command, args) in [
        ("mark_set", mark),
        ("conflict_sign", json!({ "evaluator": evaluator, "conflict": false, "reason": "書き間違い" })),
        ("sheet_hand_in", json!({ "evaluator": evaluator, "means": "app" })),
        ("evaluator_set", json!({ "id": evaluator, "field": "judges", "value": json!([criterion]).to_string() })),
        ("evaluator_remove", json!({ "id": evaluator })),
    ] {
        desk.refused(command, &args);
    }
    assert_eq!(counted(&desk, &of), before);
    // Another price, and bidders that leave: both are kept, and the choice was made without them.
    let proposals = desk.call("proposal_list", &of);
    let hers = list(&proposals, "rows").iter().find(|one| one["bidder"] == winner).expect("a proposal");
    let estimate = desk.call("estimate_add", &json!({ "proposal": hers["proposal"], "reason": "範囲の追加" }));
    let line = json!({ "estimate": estimate["id"], "kind": "one-off", "title": "一式", "unit_price": "990000000" });
    desk.call("estimate_line_add", &line);
    // Nor do the steps by which it was decided about them change, or go.
    for (bidder, id) in [(&winner, "awarded"), (&loser, "not-awarded")] {
        let steps = desk.call("bidder_course", &json!({ "id": bidder }));
        let step = list(&steps, "steps").iter().find(|one| one["status"] == id).expect("its end")["id"].clone();
        let otherwise = json!({ "id": step, "field": "status", "value": "withdrawn" });
        assert_eq!(desk.refused("bidder_step_set", &otherwise), "error-result-decided");
        assert_eq!(desk.refused("bidder_step_remove", &json!({ "id": step })), "error-result-decided");
    }
    for left in [&winner, &loser] {
        desk.call("bidder_step_add", &json!({ "bidder": left, "status": "withdrawn", "at": "2027-07-01" }));
    }
    assert_eq!(counted(&desk, &of), before);
}

#[test]
fn no_reason_is_asked_for_a_change_that_the_decision_refuses() {
    let house = House::new();
    let end = |value: &str| house.with(&json!({ "key": "contract.end", "value": value }));
    house.call("fact_set", &json!({ "key": "contract.start", "value": "2027-06-01", "reason": "契約の期間" }));
    house.call("fact_set", &json!({ "key": "contract.end", "value": "2029-05-31", "reason": "契約の期間" }));
    assert_eq!(house.desk.refused("fact_set", &end("2030-05-31")), "error-reason-needed");
    house.decided();
    let refusal = house.desk.attempt("fact_set", &end("2030-05-31")).unwrap_err();
    assert_eq!((refusal.message_id.as_str(), refusal.code.as_str()), ("error-result-decided", "decided"));
}

#[test]
fn a_decision_taken_back_lets_the_result_change() {
    let house = House::new();
    house.decided();
    house.call("notice_draft", &json!({}));
    assert_eq!(house.call("decision_get", &json!({}))["drafts"], 3, "what goes with it is told");
    house.call("decision_reopen", &json!({}));
    house.desk.call("exclusion_add", &json!({ "bidder": house.bidders[0], "reason": "再委託の届け出がない" }));
    let decision = house.call("decision_get", &json!({}));
    let out = |choice: &&Value| choice["out"] == true;
    let out: Vec<_> = list(&decision, "choices").iter().filter(out).map(|choice| text(choice, "id")).collect();
    assert_eq!((out, &decision["drafts"]), (vec![house.bidders[0].clone()], &json!(0)));
}

#[test]
fn the_history_tells_every_time_in_words() {
    let house = House::new();
    house.decided();
    let history = house.call("history_list", &json!({ "limit": 500 }));
    let mut told = Vec::new();
    for entry in list(&history, "entries") {
        let values = list(entry, "changes").iter().flat_map(|change| [&change["before"], &change["after"]]);
        told.extend(values.filter_map(Value::as_str));
    }
    assert!(!told.is_empty(), "{history}");
    assert!(told.iter().all(|value| chrono::DateTime::parse_from_rfc3339(value).is_err()), "{told:?}");
}

/// Whether words hold a key of the store.
fn holds_key(words: &str) -> bool {
    let mut parts = words.split(|c: char| !c.is_ascii_hexdigit() && c != '-');
    parts.any(|part| part.len() == 36 && part.matches('-').count() == 4)
}

#[test]
fn the_history_names_what_keys_point_to_and_writes_amounts_as_money() {
    for (lang, estimate, price) in [("ja", "見積 第1版（", "350,000円"), ("en", "Estimate 1 of ", "¥350,000")] {
        let shelf = Shelf::new();
        let desk = Desk::open(&shelf.library());
        desk.call("settings_set", &json!({ "key": "lang", "value": lang }));
        let of = json!({ "procurement": desk.procurement("", "sample-decided") });
        let proposals = desk.call("proposal_list", &of);
        let proposal = list(&proposals, "rows").iter().find(|one| one["proposal"].is_string()).expect("a proposal");
        let other = json!({ "proposal": proposal["proposal"], "reason": "範囲の追加" });
        let added = desk.call("estimate_add", &other);
        let line = json!({ "estimate": added["id"], "kind": "one-off", "title": "一式", "unit_price": "350000" });
        desk.call("estimate_line_add", &line);
        desk.call("estimate_remove", &json!({ "id": added["id"] }));
        let told = desk.call("history_list", &json!({ "limit": 500 })).to_string();
        assert!(!holds_key(&told), "{told}");
        let gone = if lang == "ja" { Lang::Ja } else { Lang::En }.word("history-gone-unnamed");
        for words in [estimate, price, gone.as_str()] {
            assert!(told.contains(words), "{words}: {told}");
        }
    }
}

#[test]
fn the_history_says_of_whom_it_tells_begins_with_the_making_and_names_an_undo() {
    let house = House::new();
    house.decided();
    let entries = || list(&house.call("history_list", &json!({ "limit": 500 })), "entries").clone();
    let decided = entries();
    assert_eq!(decided.last().expect("an entry")["what"]["id"], "op-procurement-create");
    let whose = |column: &str| -> Vec<Value> {
        let changes = list(&decided[0], "changes").iter();
        changes.filter(|change| change["label"]["id"] == column).map(|change| change["whose"].clone()).collect()
    };
    let mut names = whose("column-bidder-status");
    names.sort_by_key(ToString::to_string);
    let mut all = NAMES.map(Value::from).to_vec();
    all.sort_by_key(ToString::to_string);
    assert_eq!(names, all, "{}", decided[0]);
    let own = list(&decided[0], "changes").iter().find(|change| change["label"]["id"] == "column-decision-decided-at");
    assert_eq!(own.expect("the decision")["whose"], Value::Null);

    house.call("decision_reopen", &json!({}));
    house.desk.call("undo", &house.of);
    let undone = entries();
    let done = Lang::Ja.word("op-decision-reopen");
    assert_eq!(undone[0]["what"], json!({ "id": "undo-named", "args": { "what": done } }));
    assert_eq!(undone[1]["what"]["id"], "op-decision-reopen");
}

#[test]
fn the_history_tells_how_it_is_judged_in_the_words_of_the_screen() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let procurement = desk.procurement("窓口業務の委託", "empty");
    desk.call("criterion_set_plant", &json!({ "procurement": procurement, "set": "usual" }));
    let criteria = desk.call("criterion_list", &json!({ "procurement": procurement }));
    let set = |field: &str, value: &str| {
        let id = &list(&criteria, "criteria")[0]["id"];
        desk.call("criterion_set", &json!({ "id": id, "field": field, "value": value }));
    };
    set("scheme", &json!({ "kind": "points", "greatest": "10" }).to_string());
    set("minimum", "60");
    desk.call("judging_set", &json!({ "procurement": procurement, "field": "fair", "value": "0.4" }));
    desk.call("criterion_set_save", &json!({ "procurement": procurement, "name": "窓口の委託" }));
    let history = desk.call("history_list", &json!({ "limit": 500 }));
    let told = list(&history, "entries").iter().flat_map(|entry| list(entry, "changes").iter());
    let told: Vec<&str> =
        told.flat_map(|change| [&change["before"], &change["after"]]).filter_map(Value::as_str).collect();
    let stored = |value: &&&str| value.starts_with(['{', '[']) && serde_json::from_str::<Value>(value).is_ok();
    assert_eq!(told.iter().find(stored), None, "as it is stored");
    for words in ["60%", "○ 1、△ 0.4、× 0"] {
        assert!(told.contains(&words), "{words}: {told:?}");
    }
}

#[test]
fn the_step_of_the_decision_is_no_slip_and_says_whose_it_is() {
    let house = House::new();
    house.decided();
    let course = house.desk.call("bidder_course", &json!({ "id": house.bidders[0] }));
    let last = list(&course, "steps").last().expect("a step");
    assert_eq!((&last["status"], &last["decided"], &last["unusual"]), (&json!("awarded"), &json!(true), &Value::Null));
    assert!(list(&course, "steps").iter().rev().skip(1).all(|step| step["decided"] == false), "{course}");
    house.call("decision_reopen", &json!({}));
    house.desk.call("bidder_step_add", &json!({ "bidder": house.bidders[0], "status": "awarded" }));
    let course = house.desk.call("bidder_course", &json!({ "id": house.bidders[0] }));
    let last = list(&course, "steps").last().expect("a step");
    assert!(last["decided"] == false && !last["unusual"].is_null(), "{course}");
}

#[test]
fn sheets_say_that_the_procurement_is_decided() {
    let house = House::new();
    let evaluator = house.call("evaluator_list", &json!({}))[0]["id"].clone();
    let told = || {
        let sheet = house.desk.call("sheet_get", &json!({ "evaluator": evaluator }));
        [house.call("sheet_list", &json!({}))["decided"].clone(), sheet["decided"].clone()]
    };
    assert_eq!(told(), [json!(false), json!(false)]);
    house.decided();
    assert_eq!(told(), [json!(true), json!(true)]);
}

#[test]
fn what_was_submitted_or_sent_is_not_undone() {
    let house = House::new();
    house.decided();
    house.ticked();
    let ids: Vec<Value> = house.notices().iter().map(|one| one["id"].clone()).collect();
    let folder = house.shelf.beside("通知");
    house.desk.call("notice_make", &json!({ "ids": ids, "to": folder }));
    let dated = |at: &Value| {
        let checked = house.desk.call("notice_sent_check", &json!({ "ids": ids, "means": "mail", "at": at }));
        checked["dated"]["id"].clone()
    };
    assert_eq!(dated(&house.notice(0)["dated"]), Value::Null);
    assert_eq!(dated(&json!("2027-01-05")), "notices-dated-otherwise", "said before it is recorded");
    house.desk.call("notice_sent", &json!({ "ids": ids, "means": "mail" }));
    assert!(house.desk.attempt("undo", &house.of).is_err(), "sent stays sent");
    assert_eq!(
        house.desk.refused("notice_set", &json!({ "id": ids[0], "field": "body", "value": "別" })),
        "error-notice-sent"
    );
    assert_eq!(house.desk.refused("decision_reopen", &house.of), "error-decision-told");
    for command in ["decision_get", "result_get", "sheet_list", "criterion_list"] {
        assert_eq!(house.desk.call(command, &house.of)["told"], true, "{command}");
    }
    let vendor = house.desk.call("vendor_list", &json!({}));
    let vendor = list(&vendor, "vendors").iter().find(|one| one["name"] == NAMES[1]).expect("the vendor").clone();
    let told = house.desk.call("vendor_get", &json!({ "id": vendor["id"] })).to_string();
    assert!(told.contains("立ち上げに12週間を要します"), "the directory remembers why: {told}");
}

#[test]
fn who_left_after_the_decision_is_told_so_beside_the_choice_and_its_letter() {
    let house = House::new();
    house.decided();
    house.ticked();
    house.desk.call("bidder_step_add", &json!({ "bidder": house.bidders[1], "status": "withdrawn" }));
    assert_eq!([&house.notice(0)["left"], &house.notice(1)["left"]], [&Value::Null, &json!("withdrawn")]);
    let decision = house.call("decision_get", &json!({}));
    let choice = list(&decision, "choices").iter().find(|one| one["id"] == house.bidders[1].as_str());
    assert_eq!(choice.expect("a choice")["left"], "withdrawn");
}

#[test]
fn letters_tell_their_reader_alone_and_hold_back_what_would_tell_of_others() {
    let house = House::new();
    house.decided();
    house.ticked();
    let regret = house.notice(1);
    let id = regret["id"].clone();
    let body = text(&regret, "body");
    assert!(body.contains("\n手順が具体的に示されています"), "one point is no list: {body}");
    house.desk.call(
        "notice_set",
        &json!({ "id": id, "field": "body", "value": format!("{body}\nあおばサポートに決めました。") }),
    );
    let folder = house.shelf.beside("通知");
    assert_eq!(house.desk.refused("notice_make", &json!({ "ids": [id], "to": folder })), "error-notice-held");
    assert_eq!(
        house.desk.refused("notice_clear", &json!({ "id": id, "words": ["あおばサポート"] })),
        "error-notice-never"
    );
    assert!(!folder.exists(), "nothing was written");
    house.desk.call("notice_rewrite", &json!({ "id": id }));
    let made = house.desk.call(
        "notice_make",
        &json!({ "ids": house.notices().iter().map(|one| one["id"].clone()).collect::<Vec<_>>(), "to": folder }),
    );
    assert_eq!(list(&made, "files").len(), 6, "a letter and a mail for each");
    for (n, name) in NAMES.iter().enumerate() {
        let notice = house.notice(n);
        for file in list(&notice, "files") {
            let path = folder.join(name).join(text(file, "name"));
            let words =
                if file["kind"] == "letter" { pdf(&path) } else { std::fs::read_to_string(&path).expect("the mail") };
            if file["kind"] == "letter" {
                assert!(
                    words.contains(name)
                        && words.contains("様")
                        && !words.contains("御中")
                        && words.contains("MC-001-N"),
                    "{words}"
                );
            } else {
                assert_eq!(words.matches("\nTo: ").count() + usize::from(words.starts_with("To: ")), 1, "{words}");
            }
            for (other, rival) in NAMES.iter().enumerate().filter(|(other, _)| *other != n) {
                let bare = rival.replace("株式会社", "").replace("合同会社", "");
                assert!(
                    !words.contains(&bare) && !words.contains(&format!("bidder{other}.example")),
                    "{rival} in {words}"
                );
                assert!(!text(file, "name").contains(&bare));
            }
        }
    }
}

#[test]
fn a_mail_leaves_optional_facts_out_and_is_held_back_while_others_are_open() {
    let house = House::new();
    house.decided();
    house.ticked();
    let id = house.notice(1)["id"].clone();
    let folder = house.shelf.beside("通知");
    let make = json!({ "ids": [id], "to": folder });
    house.call("fact_set", &json!({ "key": "contact.hours", "value": "" }));
    house.call("fact_set", &json!({ "key": "issuer.department", "value": "" }));
    assert_eq!(house.desk.refused("notice_make", &make), "error-notice-open", "the letter names no department");
    assert!(!folder.exists(), "nothing was written");
    house.call("fact_set", &json!({ "key": "issuer.department", "value": "CS部" }));
    house.desk.call("notice_make", &make);
    assert_eq!(list(&house.notice(1), "files").len(), 2, "a letter and a mail without hours");
}

#[test]
fn the_approval_is_drafted_from_the_record_and_leaves_as_pdf_and_word() {
    let house = House::new();
    house.call("discussion_add", &json!({ "side": "as-expected", "text": "総額が見込みに収まる" }));
    house.call("decision_set", &json!({ "field": "bidder", "value": house.bidders[0] }));
    house.call("decision_set", &json!({ "field": "reason", "value": "体制が具体的である" }));
    let drafted = house.call("approval_get", &json!({}));
    assert_eq!(drafted["kept"], false);
    assert_eq!(drafted["merits"], "総額が見込みに収まる");
    assert!(text(&drafted, "subject").contains(NAMES[0]), "{drafted}");
    house.call("approval_set", &json!({ "field": "number", "value": "稟議-2027-031" }));
    assert_eq!(house.call("approval_get", &json!({}))["kept"], true, "its first writing keeps it");
    for name in ["白石 一郎", "三宅 薫"] {
        house.call("approval_step_add", &json!({ "name": name, "role": "部長" }));
    }
    let folder = house.shelf.beside("稟議");
    let made = house.call("approval_export", &json!({ "to": folder }));
    let files: Vec<&str> = list(&made, "files").iter().filter_map(Value::as_str).collect();
    let words = pdf(Path::new(files.iter().find(|file| file.ends_with(".pdf")).expect("a PDF")));
    let docx = files.iter().find(|file| file.ends_with(".docx")).expect("a Word file");
    let mut parts = zip::ZipArchive::new(std::fs::File::open(docx).expect("the Word file")).expect("a zip");
    let mut word = String::new();
    parts.by_name("word/document.xml").expect("its text").read_to_string(&mut word).expect("as text");
    for said in ["稟議書", "稟議-2027-031", "総額が見込みに収まる", "白石", "三宅", "承認印欄", "体制が具体的である"]
    {
        assert!(words.contains(said), "{said} is not in the PDF: {words}");
        assert!(word.contains(said), "{said} is not in the Word file");
    }
}

fn pdf(path: &Path) -> String {
    let out = Command::new("pdftotext").arg("-layout").arg(path).arg("-").output().expect("pdftotext runs");
    assert!(out.status.success(), "{}", path.display());
    String::from_utf8_lossy(&out.stdout).into_owned()
}
