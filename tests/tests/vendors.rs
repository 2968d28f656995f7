//! The directory and the bidders in the real window: from a list in Excel to who declined and why.

use rust_xlsxwriter::Workbook;
use sentei_tests::asked::invite;
use sentei_tests::desk::Desk;
use sentei_tests::program::Shelf;
use sentei_tests::window::{key, until, Opening, Window};
use sentei_tests::words::{say, word};
use serde_json::{json, Value};

const LIST: [[&str; 6]; 7] = [
    ["委託先の一覧（2027年2月）", "", "", "", "", ""],
    ["社名", "フリガナ", "ご担当者", "E-mail", "最低規模", "備考"],
    ["株式会社あおばサポート", "アオバサポート", "青葉 翔", "sho@aoba.example", "1", ""],
    ["みなとコール株式会社", "ミナトコール", "港 玲子", "reiko@minato.example", "２人月", "勉強会で紹介"],
    ["合同会社ソラデスク", "ソラデスク", "空 一郎", "ichiro@sora.example", "", ""],
    ["㈱髙橋ＢＰＯ", "タカハシビーピーオー", "髙橋 すみれ", "sumire@takahashi.example", "すこし", ""],
    ["トモシビ株式会社", "トモシビ", "灯 渚", "nagisa@tomoshibi.example", "", ""],
];

fn vendors(window: &Window) -> Vec<Value> {
    window.call("vendor_list", &json!({}))["vendors"].as_array().expect("a list").clone()
}

fn named<'v>(all: &'v [Value], name: &str) -> &'v Value {
    all.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("no {name}: {all:?}"))
}

#[test]
fn vendors_come_from_excel_are_asked_decline_and_are_remembered() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let first = desk.procurement("窓口の委託", "empty");
    let next = desk.procurement("事務の委託", "empty");
    drop(desk);
    let list = shelf.beside("委託先の一覧.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(LIST) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, cell).expect("a cell");
        }
    }
    book.save(&list).expect("a workbook");
    let window = Opening::new("vendors", &shelf.library()).picking(&list).open();

    // Five companies from the list; what cannot be read is said before anything is taken over.
    window.go("/directory");
    window.wait_for_words(&word("empty-directory"));
    window.click_text(&word("directory-import"));
    window.click_text(&word("import-vendors-pick"));
    let column = word("vendor-field-smallest");
    window.wait_for_words(&say("vendor-import-cell", &[("column", &column), ("typed", "すこし")]));
    assert!(vendors(&window).is_empty(), "looking takes nothing over");
    window.click_text(&say("import-vendors-go", &[("count", "5")]));
    window.wait_for_words(&say("import-vendors-done", &[("added", "5"), ("filled", "0"), ("left", "0")]));
    let all = vendors(&window);
    let order: Vec<&str> = all.iter().filter_map(|one| one["name"].as_str()).collect();
    assert_eq!(
        order,
        ["株式会社あおばサポート", "合同会社ソラデスク", "㈱髙橋ＢＰＯ", "トモシビ株式会社", "みなとコール株式会社"],
        "by よみ"
    );
    assert_eq!(named(&all, "みなとコール株式会社")["smallest"], "2");

    // One step back takes the whole list out, one step forward brings it again.
    window.call("undo", &json!({}));
    window.wait_for_words(&word("empty-directory"));
    window.call("redo", &json!({}));
    window.wait_for_words("トモシビ株式会社");

    // Found by another way of writing, edited in place.
    let field = window.field(&word("directory-search"));
    window.keys_to(&field, "たかはし");
    window.wait_until_gone("みなとコール株式会社");
    window.click_text("㈱髙橋ＢＰＯ");
    let domains = window.wait_for("#vendor-domains");
    window.fill(&domains, "takahashi.example、ＴＢＰＯ.example");
    let id = named(&all, "㈱髙橋ＢＰＯ")["id"].clone();
    window.wait_until_stored("domains", "vendor_get", &json!({ "id": id }), |got| {
        got["domains"] == json!(["takahashi.example", "tbpo.example"])
    });

    // Three are asked: chosen by romaji from the directory, each with the person to write to.
    window.go(&format!("/p/{first}/vendors"));
    for (typed, name) in
        [("aobas", "株式会社あおばサポート"), ("minato", "みなとコール株式会社"), ("tomosi", "トモシビ株式会社")]
    {
        invite(&window, typed, name);
    }
    let bidders = window.call("bidder_list", &json!({ "procurement": first }));
    let people: Vec<&str> =
        bidders["bidders"].as_array().expect("a list").iter().filter_map(|one| one["mail"].as_str()).collect();
    assert_eq!(people, ["sho@aoba.example", "reiko@minato.example", "nagisa@tomoshibi.example"]);

    // One declines, and says from what volume it would come.
    window.click_text(&say("step-to", &[("status", &word("bidder-declined"))]));
    let reason = window.wait_for("#step-reason");
    window.execute("arguments[0].value = 'too-small'", &[reason.to_json()]);
    window.fill(&window.wait_for("#step-volume"), "３人月から");
    window.fill(&window.wait_for("#step-note"), "通年なら改めて相談したい");
    // Left by Escape and opened again, the form holds what was begun.
    window.keys_to(&window.wait_for("#step-note"), key::ESCAPE);
    until("the form closed", || (window.count(".stepform") == 0).then_some(()));
    window.click_text(&say("step-to", &[("status", &word("bidder-declined"))]));
    let begun = "return ['reason', 'volume', 'note'].map((name) => document.querySelector(`#step-${name}`).value)";
    window.wait_for("#step-note");
    assert_eq!(window.execute(begun, &[]), json!(["too-small", "３人月から", "通年なら改めて相談したい"]));
    window.click_text(&word("step-record"));
    window.wait_for_words(&say("step-learned", &[("volume", "3")]));
    until("the focus on the course", || {
        (window.execute("return document.activeElement?.id", &[]) == json!("c-steps")).then_some(())
    });

    // When it was is told in words, with the years as the procurement counts them; in the field it is typed as ever.
    window.call("fact_set", &json!({ "procurement": first, "key": "doc.calendar", "value": "era" }));
    let shown = |begins: &str| {
        until(&format!("a moment from {begins}"), || {
            let value = window.execute("return document.querySelector('.course .when input')?.value", &[]);
            value.as_str().is_some_and(|value| value.starts_with(begins)).then_some(())
        });
    };
    shown("令和");
    window.click(".course .when input");
    shown("20");

    // Moved on the board by keys, and taken back.
    window.go(&format!("/p/{first}/vendors/board"));
    let card = window.wait_for("[data-card]");
    window.execute("arguments[0].focus()", &[card.to_json()]);
    window.keys(&format!("{}{}{}", key::ALT, key::RIGHT, key::RELEASE));
    window
        .wait_for_words(&say("step-taken", &[("name", "株式会社あおばサポート"), ("status", &word("bidder-hearing"))]));
    window.call("undo", &json!({ "procurement": first }));
    window.wait_until_stored("the step back", "bidder_list", &json!({ "procurement": first }), |got| {
        got["bidders"][0]["status"] == "invited"
    });

    // A meeting, with a question noted while it goes on.
    window.go(&format!("/p/{first}/hearings"));
    let at = window.wait_for("#hearing-at");
    window.keys_to(&at, &format!("３/５ 10時半{}", key::ENTER));
    let ask = window.wait_for("#hearing-ask");
    window.keys_to(&ask, &format!("在宅の担当者でも対応できますか{}", key::ENTER));
    window.wait_for_words("Q-001");

    // The next procurement: the history says why it declined, and the window says so after a restart too.
    let window = window.restart();
    window.go(&format!("/p/{next}/vendors"));
    window.click("#bidder-new");
    for part in ["トモシビ株式会社", "窓口の委託", "規模が小さい", "3人月から", "通年なら改めて相談したい"]
    {
        window.wait_for_words(part);
    }
    let tomoshibi = named(&vendors(&window), "トモシビ株式会社")["id"].clone();
    window.go(&format!("/directory/{}", tomoshibi.as_str().expect("an id")));
    window.wait_for(".detail table");
    let history = window.text_of("vendor-detail");
    for part in ["窓口の委託", "辞退", "規模が小さい", "3人月から"] {
        assert!(history.contains(part), "{history}");
    }

    // Of pasted rows the one that is refused stays to be corrected, and those before and behind it are added.
    window.go(&format!("/p/{next}/vendors"));
    let adder = window.wait_for("#bidder-new");
    let paste = "const data = new DataTransfer(); data.setData('text/plain', arguments[1]);
        arguments[0].dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))";
    let refused = "株式会社やまなみ\t\t\t\t\tやまなみ";
    let rows = format!("株式会社うみかぜ\t\t窓口部\n{refused}\n株式会社そらいろ");
    window.execute(paste, &[adder.to_json(), json!(rows)]);
    window.wait_for(".leftrows textarea");
    assert_eq!(window.execute("return document.querySelector('.leftrows textarea').value", &[]), json!(refused));
    window.wait_until_stored("two bidders", "bidder_list", &json!({ "procurement": next }), |got| {
        let bidders = got["bidders"].as_array().expect("a list");
        bidders.iter().map(|one| &one["name"]).eq(["株式会社うみかぜ", "株式会社そらいろ"])
            && bidders[0]["department"] == "窓口部"
    });

    // A table that says what its columns are is read by its headings, and what has no place in the list is named.
    let rows = "メール\t会社名\t締結日\nkumo@kumo.example\t株式会社くもま\t2027/04/01";
    window.execute(paste, &[adder.to_json(), json!(rows)]);
    window.wait_until_stored("the third bidder", "bidder_list", &json!({ "procurement": next }), |got| {
        let bidders = got["bidders"].as_array().expect("a list");
        bidders.len() == 3 && bidders[2]["name"] == "株式会社くもま" && bidders[2]["mail"] == "kumo@kumo.example"
    });
    window.wait_for_words("締結日");
}
