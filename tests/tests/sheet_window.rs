//! A sheet in the real window: the statement, marks by keys, a comment, handing in, and what stands after a restart.

use sentei_core::bidder::verbs::vendor_of;
use sentei_core::journal::{Op, Stamp};
use sentei_core::l10n::Lang;
use sentei_core::library::Library;
use sentei_core::vendor::verbs::rename;
use sentei_tests::desk::Desk;
use sentei_tests::judged::{fill, judged, stamp, Size};
use sentei_tests::program::Shelf;
use sentei_tests::sheets::propose;
use sentei_tests::window::{key, until, Opening};
use sentei_tests::words::word;
use serde_json::{json, Value};

/// The sample with its proposals; its key.
fn proposed(shelf: &Shelf) -> String {
    let sample = Desk::open(&shelf.library()).procurement("評価", "sample");
    let stamp = Stamp { actor: "試験".into(), at: chrono::Utc::now() };
    let mut library = Library::open(&shelf.library(), [7; 16], &stamp).expect("the library");
    library.transact(Op::new("fact-set"), &stamp, |tx| propose(tx, &sample)).expect("proposals");
    sample
}

#[test]
fn a_sheet_is_stated_marked_by_keys_handed_in_and_stands() {
    let shelf = Shelf::new();
    let sample = proposed(&shelf);
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
    // Left and opened again, the statement holds what was begun.
    let address = window.route();
    window.go(&format!("/p/{sample}/sheets"));
    window.wait_for_words(&word("sheet-state-unsigned"));
    window.go(&address);
    window.wait_for("#tie-note");
    let begun = "return [document.querySelector('#tie-note').value, document.querySelector('.tie input').checked]";
    assert_eq!(window.execute(begun, &[]), json!(["家族のこと", true]));
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

#[test]
fn a_change_of_the_rules_that_is_refused_leaves_every_tick_as_it_is_kept() {
    let shelf = Shelf::new();
    let sample = proposed(&shelf);
    let desk = Desk::open(&shelf.library());
    desk.call("judging_set", &json!({ "procurement": sample, "field": "price_closed", "value": "true" }));
    drop(desk);
    let window = Opening::new("refused-rule", &shelf.library()).open();
    window.go(&format!("/p/{sample}/criteria"));
    let refused = |tick: &str, why: &str| {
        window.click(tick);
        window.wait_for_words(word(why).split('。').next().expect("a sentence"));
        let kept = format!("return document.querySelector('{tick}').checked");
        until("the tick as it is kept", || (window.execute(&kept, &[]) == json!(true)).then_some(()));
    };
    refused(".kind-flag input", "error-price-open-by-rule");
    window.call("rfp_release", &json!({ "procurement": sample, "accept_incomplete": true }));
    // What says so moves the page below it: a click before would fall beside the tick.
    window.wait_for_words(&word("reason-frozen"));
    refused(".shares tbody input", "reason-wanted");
}

#[test]
fn points_are_typed_and_their_comment_follows_by_enter() {
    let shelf = Shelf::new();
    let planted = judged(&shelf.library(), Lang::Ja, Size { bidders: 2, criteria: 6, evaluators: 1 });
    let evaluator = &planted.evaluators[0];
    let window = Opening::new("points", &shelf.library()).open();
    window.go(&format!("/p/{}/sheets/{evaluator}", planted.procurement));
    window.wait_for("mark-grid td");
    window.click("[data-at='2-0']");
    window.keys("7");
    let at = |css: &str| {
        let here = format!("return Boolean(document.activeElement.closest('{css}'))");
        until(css, || (window.execute(&here, &[]) == json!(true)).then_some(()));
    };
    at(".points");
    window.keys(key::ENTER);
    at(".say");
    window.keys("窓口の時間が長い");
    window.wait_until_stored("points and their comment", "sheet_get", &json!({ "evaluator": evaluator }), |got| {
        let kept = &got["marks"][0];
        (&kept["mark"], &kept["comment"]) == (&json!("7"), &json!("窓口の時間が長い"))
    });
    // What is beyond the greatest is refused with the range, in more room than the field has.
    let field = window.wait_for(".points input");
    window.fill(&field, "25");
    window.wait_for_words("0から10までの数です");
    let wider = "const width = (css) => document.querySelector(css).getBoundingClientRect().width;
         return width('.points .wrong') > 2 * width('.points input')";
    assert_eq!(window.execute(wider, &[]), json!(true));
}

#[test]
fn the_open_cell_stays_in_sight_beside_a_long_name_and_a_long_comment() {
    let shelf = Shelf::new();
    let planted = judged(&shelf.library(), Lang::Ja, Size { bidders: 12, criteria: 18, evaluators: 1 });
    let evaluator = &planted.evaluators[0];
    let mut library = Library::open(&shelf.library(), [8; 16], &stamp()).expect("the library");
    library
        .transact(Op::new("fact-set"), &stamp(), |tx| {
            let vendor = vendor_of(tx, &planted.bidders[0])?;
            rename(tx, &vendor.id, &"長い名前のアウトソーシング・パートナーズ・".repeat(4))?;
            fill(tx, &planted, evaluator, &"導入支援までを一つのチームで受け持つ。".repeat(16))
        })
        .expect("a long name and long comments");
    drop(library);
    let window = Opening { size: (900, 700), ..Opening::new("sight", &shelf.library()) }.open();
    window.go(&format!("/p/{}/sheets/{evaluator}", planted.procurement));
    // Where the frame itself is met, its scroll bar lies on the last line.
    let seen = "const cell = document.querySelector('mark-grid td.here');
         const box = cell?.getBoundingClientRect();
         const met = (y) => document.elementFromPoint((box.left + box.right) / 2, y);
         const shows = (y) => cell.contains(met(y)) || met(y)?.matches('.gridwrap');
         return Boolean(cell) && [box.top + 3, box.bottom - 3].every(shows)";
    let in_sight = |at: &str| {
        window.settle();
        until(&format!("{at} in sight"), || (window.execute(seen, &[]) == json!(true)).then_some(()));
    };
    in_sight("the first cell");
    for n in 1..=11 {
        window.keys(key::DOWN);
        in_sight(&format!("the cell in row {n}"));
        window.keys(key::RIGHT);
        in_sight(&format!("the cell in column {n}"));
    }
}
