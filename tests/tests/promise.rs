//! The whole way in the real window, from a list of vendors in Excel to the ledger without a gap: who is asked, what they
//! ask, what they are told, and that every one of them knows the same.

use std::fs;
use std::path::Path;
use std::process::Command;

use rust_xlsxwriter::Workbook;
use sentei_tests::asked::invite;
use sentei_tests::desk::Desk;
use sentei_tests::filled;
use sentei_tests::program::Shelf;
use sentei_tests::window::{key, Opening, Window};
use sentei_tests::words::{counted, say, word};
use serde_json::{json, Value};

const VENDORS: [[&str; 3]; 5] = [
    ["株式会社あおばサポート", "青葉 翔", "sho@aoba.example"],
    ["みなとコール株式会社", "港 玲子", "reiko@minato.example"],
    ["トモシビ株式会社", "灯 渚", "nagisa@tomoshibi.example"],
    ["合同会社ソラデスク", "空 一郎", "ichiro@sora.example"],
    ["株式会社カゼノキ", "風 花子", "hanako@kazenoki.example"],
];
const FIRST: [&str; 6] = [
    "弊社あおばサポートの席でも受けられますか。",
    "定例会は、オンラインで開催できますか。",
    "手順書は、提案の前に閲覧できますか。",
    "執務場所は、国内であれば地域を問いませんか。",
    "お客様との通話は、録音が必要ですか。",
    "受付は何時までですか。",
];
const SECOND: [&str; 5] = [
    "定例会をオンラインで開催することは可能でしょうか。",
    "見積の様式に、行を追加してもよいですか。",
    "繁忙月の増員は、いつ知らせてもらえますか。",
    "再委託は認められますか。",
    "端末は貸与されますか。",
];
/// How many questions the sheet holds; the first two were asked in the hearings already.
const SHEET: usize = 20;

fn choose(window: &Window, css: &str, value: &Value) {
    let field = window.wait_for(css);
    let script =
        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', { bubbles: true }))";
    window.execute(script, &[field.to_json(), value.clone()]);
}

fn bidder(window: &Window, procurement: &str, name: &str) -> Value {
    let all = window.call("bidder_list", &json!({ "procurement": procurement }))["bidders"].clone();
    let found = all.as_array().expect("a list").iter().find(|one| one["name"] == name);
    found.unwrap_or_else(|| panic!("no {name}: {all}"))["id"].clone()
}

fn listed(window: &Window, procurement: &str) -> Value {
    window.call("question_list", &json!({ "procurement": procurement }))
}

/// Five vendors from Excel; three are asked, one declines.
fn vendors(window: &Window, procurement: &str, list: &Path) {
    window.go("/directory");
    window.click_text(&word("directory-import"));
    window.drop_file("view-directory-import .lead", list);
    window.click_text(&say("import-vendors-go", &[("count", "5")]));
    window.wait_for_words(&say("import-vendors-done", &[("added", "5"), ("filled", "0"), ("left", "0")]));
    window.go(&format!("/p/{procurement}/vendors"));
    for [name, ..] in &VENDORS[..3] {
        invite(window, name, name);
    }
    window.click_text(&say("step-to", &[("status", &word("bidder-declined"))]));
    choose(window, "#step-reason", &json!("too-small"));
    window.fill(&window.wait_for("#step-volume"), "３人月から");
    window.click_text(&word("step-record"));
    window.wait_for_words(&say("step-learned", &[("volume", "3")]));
}

/// A hearing, and what was asked in it, a line each.
fn hearing(window: &Window, procurement: &str, name: &str, questions: &[&str], before: u64) {
    window.go(&format!("/p/{procurement}/hearings"));
    window.wait_for("#hearing-at");
    choose(window, "#hearing-with", &bidder(window, procurement, name));
    window.keys_to(&window.wait_for("#hearing-at"), &format!("１/２０ 10時半{}", key::ENTER));
    window.wait_until_stored("the hearing", "hearing_list", &json!({ "procurement": procurement }), |all| {
        all.as_array().is_some_and(|all| all.iter().any(|one| one["name"] == name))
    });
    window.wait_for_words(name);
    for (n, question) in (1..).zip(questions) {
        let field = window.wait_for("#hearing-ask");
        window.keys_to(&field, &format!("{question}{}", key::ENTER));
        window.wait_until_stored("the question", "question_list", &json!({ "procurement": procurement }), |list| {
            list["total"] == json!(before + n)
        });
    }
}

/// Opens the question with this number from the register.
fn open(window: &Window, procurement: &str, number: &str) -> String {
    let list = listed(window, procurement);
    let rows = list["rows"].as_array().expect("rows");
    let row = rows.iter().find(|row| row["number"] == number).unwrap_or_else(|| panic!("no {number}: {list}"));
    let id = row["id"].as_str().expect("an id").to_owned();
    window.execute("document.querySelector('.qgrid').scrollTop = 0", &[]);
    window.wait_for(&format!("[id='q-{id}'] .c-words"));
    window.click(&format!("[id='q-{id}'] .c-words"));
    window.wait_for(&format!("question-detail[aria-label='{number}']"));
    id
}

/// Every question that is not told by another is answered and approved.
fn answer_all(window: &Window, procurement: &str) {
    let numbers: Vec<String> = listed(window, procurement)["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .filter_map(|row| row["number"].as_str().map(ToOwned::to_owned))
        .collect();
    for number in numbers {
        open(window, procurement, &number);
        window.fill(&window.wait_for("#question-answer"), &format!("{number}は、ご理解のとおりです。"));
        window.wait_for(".of .btn.go:not([disabled])");
        if number == "Q-006" {
            window.click_text(&word("question-changes-rfp"));
        }
        window.click_text(&word("question-approve"));
    }
}

/// Makes ready what the screen offers, and says that all of it was sent.
fn give(window: &Window, procurement: &str, bidders: usize) {
    window.go(&format!("/p/{procurement}/distribution"));
    window.wait_for_words(&word("knowledge-lead"));
    window.click(".give .tabs button:first-child");
    window.wait_for_words(&counted("give-make", bidders));
    window.click_text(&counted("give-make", bidders));
    window.wait_for_words(&counted("prepared-toast", bidders));
    window.click_text(&if bidders > 1 { counted("sent-all", bidders) } else { word("act-send") });
    window.wait_for_words(&word("sent-lead"));
    window.click(".dialog input[type=checkbox]");
    window.click_text(&word("sent-seal"));
    window.wait_for_words(&word("ledger-no-gap"));
}

fn release(window: &Window, number: &str) {
    window.wait_for("#release-title");
    if window.offers(&word("release-all-the-same")) {
        window.click_text(&word("release-all-the-same"));
    }
    window.click("dialog .dfoot input[type=checkbox]");
    window.click_text(&say("release-make", &[("number", number)]));
    window.wait_for_words(&say("release-made", &[("number", number)]));
    window.click_text(&word("close"));
}

fn ledger(folder: &Path) -> String {
    let mut files = fs::read_dir(folder).expect("the folder").filter_map(Result::ok).map(|entry| entry.path());
    let paper = files.find(|path| path.is_file() && path.extension().is_some_and(|end| end == "pdf"));
    let text = Command::new("pdftotext").arg(paper.expect("the ledger as PDF")).arg("-").output().expect("pdftotext");
    String::from_utf8_lossy(&text.stdout).split_whitespace().collect()
}

#[test]
fn every_bidder_knows_the_same_and_she_can_prove_it() {
    let shelf = Shelf::new();
    let list = shelf.beside("一覧.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["社名", "ご担当者", "E-mail"]) {
        sheet.write_string(0, column, heading).expect("a heading");
    }
    for (row, vendor) in (1..).zip(VENDORS) {
        for (column, cell) in (0..).zip(vendor) {
            sheet.write_string(row, column, cell).expect("a cell");
        }
    }
    book.save(&list).expect("a workbook");
    let desk = Desk::open(&shelf.library());
    let id = desk.procurement("窓口業務の委託", "outline:general");
    drop(desk);
    let of = json!({ "procurement": id });
    let (aoba, minato) = (VENDORS[0][0], VENDORS[1][0]);

    let out = shelf.beside("配布");
    fs::create_dir_all(&out).expect("a folder");
    let window = Opening::new("promise", &shelf.library()).picking(&out).open();
    vendors(&window, &id, &list);
    window.go(&format!("/p/{id}/releases"));
    window.click_text(&word("release-prepare"));
    release(&window, "1.0");
    hearing(&window, &id, aoba, &FIRST, 0);
    hearing(&window, &id, minato, &SECOND, 6);

    // The sheet made for one bidder comes back with twenty questions.
    let blanks = shelf.beside("質問票");
    let export = json!({ "procurement": id, "bidder": bidder(&window, &id, minato), "to": blanks });
    let blank = window.call("question_sheet_export", &export)["file"].as_str().expect("a path").to_owned();
    let mut asked = vec!["手順書を提案の前に閲覧することはできますか。".to_owned()];
    asked.push("執務場所の地域は、国内であれば問いませんか。".to_owned());
    asked.extend((3..=SHEET).map(|n| format!("{n}番の帳票の{}件の内訳を、{}別に示してください。", n * 37, n * 11)));
    let filled = shelf.beside("質問票_返送.xlsx");
    let bytes = fs::read(blank).expect("the sheet");
    fs::write(&filled, filled::questions(&bytes, &asked)).expect("a filled sheet");
    window.go(&format!("/p/{id}/question-import"));
    window.drop_file("view-question-import .lead", &filled);
    window.click_text(&counted("question-import-go", SHEET));
    window.wait_for_words(&format!("新規{SHEET}件"));

    // Three were asked by both, and become one with two askers each.
    window.go(&format!("/p/{id}/questions"));
    for (number, teller) in [("Q-007", "Q-002"), ("Q-012", "Q-003"), ("Q-013", "Q-004")] {
        open(&window, &id, number);
        window.click_text(&say("question-similar-merge", &[("number", teller)]));
        window.wait_for(&format!("question-detail[aria-label='{teller}']"));
    }
    let counts = listed(&window, &id)["counts"].clone();
    assert_eq!((&counts["all"], &counts["merged"]), (&json!(28), &json!(3)), "{counts}");

    // What shows who asked holds its answer back, approved or not.
    answer_all(&window, &id);
    let approved = |count: usize| {
        window
            .wait_until_stored("the approvals", "question_list", &of, |list| list["counts"]["approved"] == json!(count))
    };
    approved(28);
    let telling = open(&window, &id, "Q-001");
    window.wait_for_words(&counted("question-hold-telling", 2));
    assert!(window.look(".of .btn.go[disabled]").is_some(), "it cannot be shared");
    window.fill(&window.wait_for("#question-wording"), "受託側の席で受けられますか。");
    window.wait_until_stored("the wording", "question_get", &json!({ "id": telling }), |question| {
        question["tellings"] == json!([]) && question["state"] == "drafted"
    });
    window.click_text(&word("question-approve"));
    approved(28);
    window.click("[id^='q-'] .c-words");
    window.wait_for(".qgrid");
    window.execute("document.querySelector('.qgrid').focus()", &[]);
    window.keys(&format!("{}a{}", key::CONTROL, key::RELEASE));
    window.click_text(&word("questions-share"));
    window.wait_until_stored("what was shared", "question_list", &of, |list| list["counts"]["shared"] == json!(28));

    // Version 1.0 and every answer to the two who take part.
    give(&window, &id, 2);

    // A sixth vendor joins, and gets all of it in one pack.
    window.go(&format!("/p/{id}/vendors"));
    window.keys_to(&window.wait_for("#bidder-new"), &format!("㈱髙橋ＢＰＯ{}", key::ENTER));
    window.wait_for(".bidders [aria-label$='㈱髙橋ＢＰＯ']");
    window.fill(&window.wait_for("#bidder-mail"), "s@takahashi.example");
    let late = window.wait_until_stored("its gaps", "distribution_plan", &of, |plan| plan["packs"] != json!([]));
    assert_eq!(late["packs"][0]["count"], json!(29), "{late}");
    give(&window, &id, 1);

    // One answer changes the RFP: from it to its section, and on to 1.1 with the reason written already.
    window.go(&format!("/p/{id}/questions"));
    open(&window, &id, "Q-006");
    window.click_text(&word("question-changes-rfp-go"));
    window.click(".ProseMirror");
    window.keys("受付は18時まで。");
    window.wait_until_stored("the change", "rfp_get", &of, |rfp| rfp["addendum_due"]["next"] == "1.1");
    window.go(&format!("/p/{id}/releases"));
    window.click_text(&say("addendum-prepare", &[("number", "1.1")]));
    window.wait_for("#release-reason");
    let reason = window.execute("return document.querySelector('#release-reason').value", &[]);
    assert!(reason.as_str().is_some_and(|reason| reason.contains("Q-006")), "{reason}");
    release(&window, "1.1");
    give(&window, &id, 3);

    // The ledger says it.
    window.click_text(&word("ledger-export"));
    window.wait_for_words(&word("ledger-toast"));
    let said = ledger(&out);
    assert!(said.contains(&word("ledger-no-gap")), "{said}");
    for name in ["あおばサポート", "みなとコール", "髙橋ＢＰＯ", "1.1"] {
        assert!(said.contains(name), "{name}: {said}");
    }
    assert_eq!(window.call("knowledge_get", &of)["open"], json!(0));
}
