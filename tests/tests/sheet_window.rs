//! A sheet in the real window: the statement, marks by keys, a comment, handing in, and what stands after a restart.

use sentei_core::journal::{Op, Stamp};
use sentei_core::library::Library;
use sentei_tests::desk::Desk;
use sentei_tests::program::Shelf;
use sentei_tests::sheets::propose;
use sentei_tests::window::{key, until, Opening};
use sentei_tests::words::word;
use serde_json::{json, Value};

#[test]
fn a_sheet_is_stated_marked_by_keys_handed_in_and_stands() {
    let shelf = Shelf::new();
    let sample = Desk::open(&shelf.library()).procurement("評価", "sample");
    let stamp = Stamp { actor: "試験".into(), at: chrono::Utc::now() };
    let mut library = Library::open(&shelf.library(), [7; 16], &stamp).expect("the library");
    library.transact(Op::new("fact-set"), &stamp, |tx| propose(tx, &sample)).expect("proposals");
    drop(library);
    let window = Opening::new("sheet", &shelf.library()).open();
    window.go(&format!("/p/{sample}/sheets"));
    window.wait_for_words(&word("sheet-state-unsigned"));
    window.click_text(&word("sheet-open"));
    window.wait_for_words(&word("statement-title"));
    // A bidder named without words is refused, and what was typed stays.
    window.click_text(&word("statement-some"));
    window.click(".tie input[type=checkbox]");
    let note = window.wait_for("#tie-note");
    window.keys_to(&note, "家族のこと");
    window.click_text(&word("statement-sign"));
    window.wait_for_words("どのような利害関係かを書いてください");
    let typed = window.execute("return document.querySelector('#tie-note').value", &[]);
    assert_eq!(typed, json!("家族のこと"));
    window.click_text(&word("statement-none"));
    window.click_text(&word("statement-sign"));
    window.wait_for("mark-grid td");
    // The table has the keys from the first, without a click.
    let here = "return document.activeElement.dataset.at ?? null";
    until("the keys in the first cell", || (window.execute(here, &[]) == json!("0-0")).then_some(()));
    let evaluator = window.route().split('/').nth(4).expect("an id in the route").to_owned();
    let sheet = json!({ "evaluator": evaluator });
    let marks = |got: &Value| -> Vec<(String, String)> {
        let text = |one: &Value, key: &str| one[key].as_str().unwrap_or_default().to_owned();
        let all = got["marks"].as_array().expect("marks").iter();
        let mut all: Vec<_> = all.map(|one| (text(one, "mark"), text(one, "comment"))).collect();
        all.sort();
        all
    };

    // Three cells by keys, one of them cleared again, and a comment to the first.
    window.keys("1");
    window.keys(key::RIGHT);
    window.keys("3");
    window.keys(key::DOWN);
    window.keys("2");
    window.keys(key::DELETE);
    window.keys(key::UP);
    window.keys(key::LEFT);
    window.keys(key::ENTER);
    window.keys("直近3期とも黒字。主要株主の変更なし");
    window.wait_until_stored("marks and comment", "sheet_get", &sheet, |got| {
        marks(got) == [("×".into(), String::new()), ("○".into(), "直近3期とも黒字。主要株主の変更なし".into())]
    });
    // Back in the table, the next unfinished cell is the mark without a comment.
    window.execute("window.left = document.querySelector('open-cell .say edit-field')", &[]);
    window.keys(key::ESCAPE);
    window.keys("n");
    until("the mark without a comment", || window.look("[data-at='0-1'].here").map(|_| ()));
    // A comment that is written late, because the store was busy when it was left, is still that of its own cell.
    window.execute("window.left.save('3期とも黒字')", &[]);
    window.wait_until_stored("the late comment", "sheet_get", &sheet, |got| {
        marks(got) == [("×".into(), String::new()), ("○".into(), "3期とも黒字".into())]
    });

    window.click_text(&word("sheet-check"));
    window.wait_for("dialog.hand-in");
    window.click_text(&word("hand-in-do"));
    window.wait_until_stored("the sheet", "sheet_get", &sheet, |got| got["state"] == "in");
    let before = marks(&window.call("sheet_get", &sheet));

    let window = window.restart();
    window.go(&format!("/p/{sample}/sheets/{evaluator}"));
    window.wait_for_words(&word("sheet-fixed"));
    let warns = window.execute(
        "const alarm = document.createElement('i');
         alarm.className = 'shu';
         document.body.append(alarm);
         const [one, other] = [document.querySelector('.ev td p.none'), alarm].map((node) => getComputedStyle(node).color);
         alarm.remove();
         return one === other",
        &[],
    );
    assert_eq!(warns, json!(false), "what stands is no longer asked for");
    window.click("[data-at='0-0']");
    window.keys("2");
    window.settle();
    assert_eq!(marks(&window.call("sheet_get", &sheet)), before);
    assert!(window.call("undo_state", &json!({ "procurement": sample }))["undo"].is_null(), "it left her hands");
}
