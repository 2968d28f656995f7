//! Evaluation sheets as files in the real window: one comes back as Excel, is looked through, taken over and handed in;
//! and sheets are written for the others.

use std::collections::BTreeMap;

use sentei_core::l10n::Lang;
use sentei_core::Text;
use sentei_tests::desk::Desk;
use sentei_tests::filled::filled;
use sentei_tests::judged::{judged, Size};
use sentei_tests::program::Shelf;
use sentei_tests::screens::dress;
use sentei_tests::window::{until, Opening};
use sentei_tests::words::word;
use serde_json::json;

#[test]
fn a_sheet_comes_back_as_excel_and_is_handed_in() {
    let shelf = Shelf::new();
    let path = shelf.beside("評価シート_返送.xlsx");
    let planted = judged(&shelf.library(), Lang::Ja, Size { bidders: 3, criteria: 6, evaluators: 2 });
    let hers = planted.evaluators[0].clone();
    {
        let desk = Desk::open(&shelf.library());
        let args = json!({ "procurement": planted.procurement, "evaluators": [hers], "to": shelf.beside("out") });
        let made = desk.call("sheet_export", &args);
        let blank = std::fs::read(made["files"][0].as_str().expect("a path")).expect("the sheet");
        // The first criterion stands in row 8, the first bidder in column E.
        let cells = [
            ("E8", "○"),
            ("F8", "事故の連絡網と訓練の記録まで示した。\n監査の頻度も明らか。"),
            ("G8", "可"),
            ("H8", "△"),
            ("I8", "取得は本社のみ。"),
            ("K8", "特上"),
            ("E9", "A"),
        ];
        let cells: Vec<(String, String)> = cells.map(|(cell, words)| (cell.to_owned(), words.to_owned())).to_vec();
        std::fs::write(&path, filled(&blank, &cells)).expect("a filled sheet");
    }
    let window = Opening::new("sheet-files", &shelf.library()).picking(&path).open();
    let route = format!("/p/{}/sheets", planted.procurement);
    // The Japanese words come last and stay for what follows.
    for (language, theme) in [("en", "dark"), ("ja", "light")] {
        dress(&window, language, theme);
        window.go(&route);
        let label = Lang::of(language).say(&Text::new("sheet-files-of").arg("name", "見本 花子 1"));
        window.wait_for(&format!("button[aria-label='{label}']"));
        assert_eq!(window.axe(), Vec::<String>::new());
        window.click(&format!("button[aria-label='{label}']"));
        window.click_text(&Lang::of(language).word("sheet-from-excel"));
        window.wait_for("sheet-incoming table");
        assert_eq!(window.axe(), Vec::<String>::new());
    }
    let go = Lang::Ja.say(&Text::new("sheet-import-go").arg("count", 6));
    window.wait_for_words(&go);
    window.wait_for_words("「特上」は「信頼性」の評点ではありません。");
    window.click_text(&go);
    window.wait_for_words(&word("sheet-came-excel"));
    let kept = window.call("sheet_get", &json!({ "evaluator": hers }));
    let marks: BTreeMap<String, String> = kept["marks"]
        .as_array()
        .expect("marks")
        .iter()
        .map(|mark| (format!("{} {}", mark["criterion"], mark["bidder"]), mark["mark"].to_string()))
        .collect();
    assert_eq!(marks.len(), 3);
    // Opened from the list like any other, it is still one that came as Excel; how it came can be put right.
    window.go(&route);
    window.go(&format!("{route}/{hers}"));
    window.wait_for_words(&word("sheet-came-excel"));
    window.click_text(&word("sheet-check"));
    window.wait_for("dialog.hand-in");
    assert_eq!(window.axe(), Vec::<String>::new());
    let choose = "const means = document.querySelector('#hand-in-means');
        means.value = arguments[0];
        means.dispatchEvent(new Event('change'));
        return document.querySelector('.hand-in .seal').textContent";
    for means in ["paper", "excel"] {
        assert_eq!(window.execute(choose, &[json!(means)]), json!(word(&format!("hand-in-do-{means}"))));
    }
    window.click_text(&word("hand-in-do-excel"));
    until("the sheet handed in", || {
        let sheet = window.call("sheet_get", &json!({ "evaluator": hers }));
        (sheet["handed_in"][0]["means"] == "excel").then_some(())
    });
    // Handed in, it takes nothing more.
    window.go(&route);
    window.wait_for_words(&word("sheet-state-in"));
    let label = Lang::Ja.say(&Text::new("sheet-files-of").arg("name", "見本 花子 1"));
    window.click(&format!("button[aria-label='{label}']"));
    window.wait_for_words(&word("sheet-to-filled"));
    assert!(!window.words().contains(&word("sheet-from-excel")));
}

#[test]
fn sheets_are_written_where_she_says() {
    let shelf = Shelf::new();
    let papers = shelf.beside("評価シート");
    std::fs::create_dir_all(&papers).expect("a folder");
    let planted = judged(&shelf.library(), Lang::Ja, Size { bidders: 2, criteria: 6, evaluators: 2 });
    {
        let desk = Desk::open(&shelf.library());
        let hers = &planted.evaluators[0];
        let mark = json!({ "evaluator": hers, "criterion": planted.criteria[0], "bidder": planted.bidders[0],
            "field": "mark", "value": "○" });
        desk.call("mark_set", &mark);
        desk.call("sheet_hand_in", &json!({ "evaluator": hers, "means": "app" }));
    }
    let window = Opening::new("sheet-papers", &shelf.library()).picking(&papers).open();
    window.go(&format!("/p/{}/sheets", planted.procurement));
    let written = |wanted: usize| {
        until("the files", || {
            let names = std::fs::read_dir(&papers).expect("the folder").map(|entry| entry.expect("a file").file_name());
            let names: Vec<_> = names.filter(|name| !name.to_string_lossy().starts_with('.')).collect();
            (names.len() == wanted).then_some(())
        });
    };
    // The filled ones are those that are handed in, and she is told whose is not.
    for (item, files) in [("sheet-to-excel", 2), ("sheet-to-blank", 4), ("sheet-to-filled", 5)] {
        window.wait_for_words(&word("sheet-files-all"));
        window.click_text(&word("sheet-files-all"));
        window.click_text(&word(item));
        written(files);
    }
    window.wait_for_words(&Lang::Ja.say(&Text::new("sheet-files-left-out").arg("names", "見本 花子 2")));
}
