//! The promise in the real window: every bidder knows the same, and the ledger proves it.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use sentei_tests::desk::Desk;
use sentei_tests::program::Shelf;
use sentei_tests::window::{Opening, Window};
use sentei_tests::words::{counted, word};
use serde_json::{json, Value};

/// A question of `bidders` with its answer, approved; gives back its key.
fn answered(window: &Window, procurement: &str, bidders: &[&Value], words: &str, answer: &str) -> String {
    let made = window.call("question_add", &json!({ "procurement": procurement, "bidders": bidders, "words": words }));
    let id = made["id"].as_str().expect("a key").to_owned();
    window.call("question_set", &json!({ "questions": [id], "field": "wording", "value": words }));
    window.call("question_set", &json!({ "questions": [id], "field": "answer", "value": answer }));
    window.call("question_approve", &json!({ "questions": [id] }));
    id
}

/// Makes ready what the screen offers, and begins to say that all of it was sent.
fn make_ready(window: &Window, bidders: usize) {
    window.click(".give .tabs button:first-child");
    window.wait_for_words(&counted("give-make", bidders));
    window.click_text(&counted("give-make", bidders));
    window.wait_for_words(&counted("prepared-toast", bidders));
    if bidders > 1 {
        window.click_text(&counted("sent-all", bidders));
    } else {
        window.click_text(&word("act-send"));
    }
    window.wait_for_words(&word("sent-lead"));
}

fn mark_sent(window: &Window) {
    window.click(".dialog input[type=checkbox]");
    window.click_text(&word("sent-seal"));
    window.wait_for_words(&word("ledger-no-gap"));
}

fn give(window: &Window, bidders: usize) {
    make_ready(window, bidders);
    mark_sent(window);
}

#[test]
fn every_bidder_knows_the_same_and_the_ledger_says_so() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let id = desk.procurement("窓口業務の委託", "outline:general");
    let of = json!({ "procurement": id });
    let add = |name: &str, mail: &str| {
        desk.call("bidder_add", &json!({ "procurement": id, "name": name, "person": "担当 一", "mail": mail }))
    };
    desk.call("fact_set", &json!({ "procurement": id, "key": "contact.person", "value": "白石 圭" }));
    let (first, second) = (add("株式会社あおば", "a@aoba.example"), add("みなと株式会社", "m@minato.example"));
    desk.call("rfp_release", &json!({ "procurement": id, "accept_incomplete": true }));
    let sections = desk.sections(&id);
    drop(desk);
    let out = shelf.beside("配布");
    fs::create_dir_all(&out).expect("a folder");
    let window = Opening::new("given", &shelf.library()).picking(&out).open();

    // Version 1.0 to both.
    window.go(&format!("/p/{id}/distribution"));
    window.wait_for_words(&word("knowledge-lead"));
    assert_eq!(window.call("knowledge_get", &of)["open"], json!(2));
    give(&window, 2);

    // What names its asker is held back until it is worded anew; then both learn the answer.
    let telling = answered(&window, &id, &[&first["id"]], "弊社あおばの席でも受けられますか。", "はい、可能です。");
    let held = window.call("question_get", &json!({ "id": telling }));
    assert!(!held["tellings"].as_array().expect("a list").is_empty(), "{held}");
    window.call(
        "question_set",
        &json!({ "questions": [telling], "field": "wording", "value": "受託側の席で受けられますか。" }),
    );
    window.call("question_approve", &json!({ "questions": [telling] }));
    let changing =
        answered(&window, &id, &[&first["id"], &second["id"]], "受付は何時までですか。", "18時までに改めます。");
    window.call("question_set", &json!({ "questions": [changing], "field": "changes_rfp", "value": "true" }));
    window.call("question_approve", &json!({ "questions": [changing] }));
    window.call("question_share", &json!({ "procurement": id, "questions": [telling, changing] }));
    give(&window, 2);

    // The answer changes the RFP: version 1.1, with the answer as its reason, to both.
    window
        .call("section_set", &json!({ "id": sections[0], "body": sentei_tests::desk::paragraph("受付は18時まで。") }));
    let plan = window.call("rfp_release_plan", &of);
    assert_eq!(plan["number"], "1.1", "{plan}");
    window.call("rfp_release", &json!({ "procurement": id, "accept_incomplete": true, "reason": "Q-002の回答による" }));
    give(&window, 2);

    // One that comes now gets all of it in one pack.
    window.call(
        "bidder_add",
        &json!({ "procurement": id, "name": "㈱髙橋ＢＰＯ", "person": "髙橋 すみれ", "mail": "s@takahashi.example" }),
    );
    let late = window.call("distribution_plan", &of)["packs"][0].clone();
    assert_eq!(late["count"], json!(4), "two releases and two answers: {late}");
    // The contact person is taken to send, until somebody else is named.
    make_ready(&window, 1);
    assert_eq!(window.execute("return document.querySelector('#act-by').value", &[]), "白石 圭");
    window.type_into(&word("sent-by"), "三浦梓");
    mark_sent(&window);
    let acts = window.call("distribution_list", &of);
    let senders: BTreeSet<&str> =
        acts.as_array().expect("a list").iter().filter_map(|act| act["sent_by"].as_str()).collect();
    assert_eq!(senders, BTreeSet::from(["三浦梓", "白石 圭"]), "{acts}");

    // Nothing is left to give after a restart either, and the ledger says it.
    let window = window.restart();
    window.go(&format!("/p/{id}/distribution"));
    window.wait_for_words(&word("ledger-no-gap"));
    window.click_text(&word("ledger-export"));
    window.wait_for_words(&word("ledger-toast"));
    let ledger = fs::read_dir(&out)
        .expect("the folder")
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .find(|path| path.is_file() && path.extension().is_some_and(|end| end == "pdf"))
        .expect("the ledger as PDF");
    let text = Command::new("pdftotext").arg(&ledger).arg("-").output().expect("pdftotext");
    let text: String = String::from_utf8_lossy(&text.stdout).split_whitespace().collect();
    assert!(text.contains(&word("ledger-no-gap")), "{text}");
    assert!(text.contains("髙橋ＢＰＯ") && text.contains("三浦梓"), "{text}");
    assert_eq!(window.axe(), Vec::<String>::new());
}
