//! The real window under a real hand: dragging, composing, dialogs of the system, closing.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use sentei_tests::desk::Desk;
use sentei_tests::hand::Hand;
use sentei_tests::program::Shelf;
use sentei_tests::window::{key, until, Opening, Window};
use sentei_tests::words::word;
use serde_json::{json, Value};

/// Longer than what is typed may wait before it is saved.
const REST: Duration = Duration::from_millis(1500);

/// One value of every row of a list.
fn column(rows: &Value, name: &str) -> Vec<String> {
    rows.as_array().expect("a list").iter().map(|row| row[name].as_str().unwrap_or_default().to_owned()).collect()
}

fn moved(mut rows: Vec<String>, from: usize, to: usize) -> Vec<String> {
    let row = rows.remove(from);
    rows.insert(to, row);
    rows
}

#[test]
fn rows_are_dragged_to_their_places() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let sample = desk.procurement("", "sample");
    let of = json!({ "procurement": sample });
    let rfp = desk.call("rfp_get", &of);
    let (titles, ids) = (column(&rfp["sections"], "title"), column(&rfp["sections"], "id"));
    let evaluators = desk.call("evaluator_list", &of);
    let bidders = desk.call("bidder_list", &of)["bidders"].clone();
    let requirements = desk.call("requirement_list", &of);
    drop(desk);

    let window = Opening::new("drag", &shelf.library()).open();
    let hand = Hand::at(&window);
    let wait = |what: &str, command: &str, expected: &dyn Fn(&Value) -> bool| {
        window.wait_until_stored(what, command, &of, expected);
    };

    // 1.2 before 1.1, then into 1.1; one step of undo each.
    window.go(&format!("/p/{sample}/rfp"));
    let row = |at: usize| format!(".tree [data-id='{}']", ids[at]);
    assert_eq!(column(&rfp["sections"], "number")[..3], ["1", "1.1", "1.2"], "the sample's first sections");
    hand.drag(&row(2), &row(1), 0.1);
    wait("1.2 before 1.1", "rfp_get", &|got| {
        column(&got["sections"], "title")[..3] == [&titles[0][..], &titles[2], &titles[1]]
    });
    let first_rows = || {
        window.execute(
            "return [...document.querySelectorAll('.tree [role=treeitem]')].slice(0, 3).map((row) => row.dataset.id)",
            &[],
        )
    };
    until("the new order on the screen", || (first_rows() == json!([ids[0], ids[2], ids[1]])).then_some(()));
    hand.keys("ctrl+z");
    until("the old order", || (first_rows() == json!(ids[..3])).then_some(()));
    hand.drag(&row(2), &row(1), 0.5);
    wait("1.2 inside 1.1", "rfp_get", &|got| {
        column(&got["sections"], "number")[..3] == ["1", "1.1", "1.1.1"] && column(&got["sections"], "title") == titles
    });

    // A table entered by hand.
    window.go(&format!("/p/{sample}/facts/review"));
    let names = column(&evaluators, "name");
    let grip = |at: usize| format!("[data-row='{}'] .grip", column(&evaluators, "id")[at]);
    let line = |at: usize| format!("[data-row='{}']", column(&evaluators, "id")[at]);
    hand.drag(&grip(0), &line(1), 0.8);
    wait("the first evaluator second", "evaluator_list", &|got| column(got, "name") == moved(names.clone(), 0, 1));

    // The list of bidders.
    window.go(&format!("/p/{sample}/vendors"));
    let names = column(&bidders, "name");
    let item = |at: usize| format!("li:has(> [data-bidder='{}'])", column(&bidders, "id")[at]);
    hand.drag(&format!("{} .grip", item(2)), &item(0), 0.2);
    wait("the third bidder first", "bidder_list", &|got| column(&got["bidders"], "name") == moved(names.clone(), 2, 0));

    // The requirements of a section.
    window.go(&format!("/p/{sample}/requirements"));
    let texts = column(&requirements, "id");
    let first = column(&requirements, "section")[0].clone();
    let among = column(&requirements, "section").iter().filter(|section| **section == first).count();
    assert!(among >= 2, "the sample's first section with requirements has several");
    window.wait_for("requirement-list .grip");
    window.execute(
        "document.querySelectorAll('requirement-list .grip').forEach((grip, at) => grip.dataset.at = at)",
        &[],
    );
    window.execute("document.querySelectorAll('requirement-list .grip').forEach((grip, at) => grip.parentElement.dataset.at = `row${at}`)", &[]);
    hand.drag("[data-at='0']", "[data-at='row1']", 0.8);
    wait("the first requirement second", "requirement_list", &|got| column(got, "id") == moved(texts.clone(), 0, 1));
}

/// Composes 漢 as a person would, and holds still before it is confirmed: `meanwhile` runs then.
fn compose(window: &Window, hand: &Hand<'_>, meanwhile: impl FnOnce()) {
    window.execute(
        "const first = !window.composed; window.composed = []; if (first) for (const name of ['compositionstart', 'compositionend']) addEventListener(name, (event) => window.composed.push(name), true)",
        &[],
    );
    hand.keys("ctrl+shift+u 6 f 2 2");
    until("a composition", || {
        (window.execute("return window.composed", &[]) == json!(["compositionstart"])).then_some(())
    });
    sleep(REST);
    meanwhile();
    assert_eq!(window.execute("return window.composed", &[]), json!(["compositionstart"]), "it is still under way");
    hand.keys("space");
}

#[test]
fn nothing_is_saved_or_drawn_under_a_composition() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let id = desk.procurement("変換", "empty");
    let new = json!({ "procurement": id, "parent": null, "after": null, "title": "背景" });
    let section = json!({ "id": desk.call("section_add", &new)["id"] });
    drop(desk);
    let window = Opening::new("composition", &shelf.library()).open();
    let hand = Hand::at(&window);
    let body = || window.call("section_get", &section)["body"].to_string();

    // In the text of a section.
    window.go(&format!("/p/{id}/rfp/{}", section["id"].as_str().expect("an id")));
    hand.click(".ProseMirror");
    hand.letters("abc");
    window.wait_until_stored("abc", "section_get", &section, |got| got["body"].to_string().contains("abc"));
    let before = body();
    window.execute("window.paragraph = document.querySelector('.ProseMirror p')", &[]);
    hand.letters("d");
    compose(&window, &hand, || {
        assert_eq!(body(), before, "what was typed before the composition waits for its end, too");
        // Something else changes meanwhile, and the window draws itself anew.
        window.call("procurement_rename", &json!({ "id": id, "title": "変換中の改名" }));
        window.wait_for_words("変換中の改名");
        sleep(REST);
        assert_eq!(body(), before);
    });
    window.wait_until_stored("the composed word", "section_get", &section, |got| {
        got["body"].to_string().contains("abcd漢")
    });
    assert_eq!(
        window.execute("return window.paragraph.isConnected", &[]),
        json!(true),
        "the paragraph was not redrawn"
    );

    // In a field.
    window.go(&format!("/p/{id}/facts/basics"));
    let person = || {
        let got = window.call("procurement_get", &json!({ "id": id }));
        let facts = got["facts"].as_array().expect("facts").clone();
        facts.iter().find(|fact| fact["key"] == "contact.person").expect("the fact")["value"].clone()
    };
    let before = person();
    hand.click("[id='fact-contact.person']");
    compose(&window, &hand, || {
        assert_eq!(person(), before);
        window.call("procurement_rename", &json!({ "id": id, "title": "二度目の改名" }));
        window.wait_for_words("二度目の改名");
        sleep(REST);
        assert_eq!(person(), before);
    });
    until("the composed name", || (person() == "漢").then_some(()));
}

#[test]
fn a_file_is_chosen_in_the_systems_own_dialog() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let id = desk.procurement("取り込み", "empty");
    drop(desk);
    let file = shelf.beside("draft.md");
    fs::write(&file, "# 要件\n\n本文。\n\n## 背景\n").expect("written");
    let window = Opening::new("dialog", &shelf.library()).open();
    let hand = Hand::at(&window);
    window.go(&format!("/p/{id}/rfp"));
    window.click_text(&word("import-do"));
    hand.wait_for_dialog();
    // A slash opens the line for a path.
    hand.letters(&file.display().to_string());
    sleep(Duration::from_millis(500));
    hand.keys("Return");
    window.wait_until_stored("two sections", "rfp_get", &json!({ "procurement": id }), |got| {
        column(&got["sections"], "title") == ["要件", "背景"]
    });
}

#[test]
fn a_window_that_closes_saves_first_and_stays_where_it_cannot() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let id = desk.procurement("閉じる", "empty");
    let new = json!({ "procurement": id, "parent": null, "after": null, "title": "背景" });
    let section = desk.call("section_add", &new)["id"].as_str().expect("an id").to_owned();
    drop(desk);
    let copies = shelf.beside("写し");
    fs::create_dir_all(&copies).expect("a folder");

    let window = Opening::new("closing", &shelf.library()).picking(&copies).open();
    let hand = Hand::at(&window);
    // What a button alone would record is not lost without a word either, nor asked about when it is emptied.
    window.go("/directory");
    window.keys_to(&window.wait_for("#vendor-new"), "甲野サポート");
    window.go(&format!("/p/{id}/rfp/{section}"));
    hand.keys("alt+F4");
    window.wait_for_words(&word("unsaved-title"));
    window.wait_for_words(&word("directory-add"));
    window.click_text(&word("unsaved-stay"));
    window.go("/directory");
    window.keys_to(&window.wait_for("#vendor-new"), &key::BACKSPACE.repeat(6));
    window.go(&format!("/p/{id}/rfp/{section}"));
    hand.click(".ProseMirror");
    // The wish to close comes right behind the last letter, before anything was saved.
    hand.letters("typed-last");
    window.wait_for_words("typed-last");
    hand.keys("alt+F4");
    until("the window closed", || (!window.runs()).then_some(()));
    drop(hand);
    drop(window);
    let desk = Desk::open(&shelf.library());
    let body = desk.body(&section).to_string();
    assert!(body.contains("typed-last"), "{body}");
    drop(desk);

    // The library goes away under the window: what is typed cannot be saved, and closing says so.
    let window = Opening::new("closing", &shelf.library()).picking(&copies).open();
    let hand = Hand::at(&window);
    window.go(&format!("/p/{id}/rfp/{section}"));
    hand.click(".ProseMirror");
    let away = shelf.beside("elsewhere");
    fs::rename(shelf.library(), &away).expect("moved");
    window.keys(&format!("{}{}{}", key::CONTROL, key::END, key::RELEASE));
    hand.letters("unsaved-word");
    window.wait_for_words(&word("save-failed-bar"));
    hand.keys("alt+F4");
    window.wait_for_words(&word("unsaved-title"));
    window.click_text(&word("save-copy-elsewhere"));
    let copy = until("the copy", || fs::read_dir(&copies).ok()?.flatten().next());
    let text = until("its words", || fs::read_to_string(copy.path()).ok());
    assert!(text.contains("unsaved-word"), "{text}");
    window.click_text(&word("unsaved-stay"));
    // Back in its place, the library takes what was typed.
    fs::rename(&away, shelf.library()).expect("moved back");
    window.click_text(&word("save-again"));
    window.wait_until_gone(&word("save-failed-bar"));
    let got = window.call("section_get", &json!({ "id": section }));
    assert!(got["body"].to_string().contains("unsaved-word"), "{got}");
}
