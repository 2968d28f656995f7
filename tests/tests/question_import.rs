//! Questions taken over in the real window: a sheet of twenty, and the same sheet again.

use sentei_core::l10n::Lang;
use sentei_tests::desk::Desk;
use sentei_tests::filled::questions;
use sentei_tests::program::Shelf;
use sentei_tests::screens::dress;
use sentei_tests::window::{Opening, Window};
use sentei_tests::words::{counted, word};
use serde_json::json;

fn count(window: &Window, procurement: &str) -> u64 {
    let listed = window.call("question_list", &json!({ "procurement": procurement }));
    listed["total"].as_u64().expect("a count")
}

/// Puts text into a field at once, as pasting does.
fn paste(window: &Window, label: &str, text: &str) {
    let field = window.field(label);
    let script = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))";
    window.execute(script, &[field.to_json(), json!(text)]);
}

#[test]
fn one_bidders_sheet_of_twenty_comes_in_once() {
    let shelf = Shelf::new();
    let path = shelf.beside("質問票_返送.xlsx");
    let (procurement, bidder) = {
        let desk = Desk::open(&shelf.library());
        let procurement = desk.procurement("カスタマーサクセス業務の委託", "outline:cs-bpo");
        let added = desk.call("bidder_add", &json!({ "procurement": procurement, "name": "株式会社ハルイロサポート" }));
        desk.call("bidder_add", &json!({ "procurement": procurement, "name": "みなとBPO株式会社" }));
        let bidder = added["id"].as_str().expect("an id").to_owned();
        let to = shelf.beside("sheets");
        let args = json!({ "procurement": procurement, "bidder": bidder, "to": to });
        let made = desk.call("question_sheet_export", &args);
        let blank = std::fs::read(made["file"].as_str().expect("a path")).expect("the sheet");
        let asked: Vec<String> = (1..=20).map(|n| format!("{n}月の台帳の件数は、何件を見込めばよいですか。")).collect();
        std::fs::write(&path, questions(&blank, &asked)).expect("a filled sheet");
        (procurement, bidder)
    };
    let window = Opening::new("question-import", &shelf.library()).picking(&path).open();
    let route = format!("/p/{procurement}/question-import");
    window.go(&route);
    window.wait_for_words(&word("question-import-lead"));
    window.click_text(&word("question-import-pick"));
    let go = |count: usize| counted("question-import-go", count);
    window.wait_for_words(&go(20));
    assert_eq!(window.axe(), Vec::<String>::new());
    window.click_text(&go(20));
    window.wait_for_words("新規20件");
    assert_eq!(count(&window, &procurement), 20);

    // The same sheet again: every row is known, nothing can be taken over.
    window.go(&route);
    window.wait_for_words(&word("question-import-lead"));
    window.click_text(&word("question-import-pick"));
    window.wait_for_words(&word("incoming-state-same"));
    window.wait_for(".question-import .sh .btn.go[disabled]");
    assert_eq!(count(&window, &procurement), 20);

    // Pasted words ask for the bidder, which is then chosen.
    let text = "お世話になっております。\n\n1. 夜間の対応はありますか。\n2. 最低契約期間は何か月ですか。\n";
    paste(&window, &word("question-import-paste"), text);
    window.wait_for_words(&word("question-import-who"));
    window.execute(
        "const s = document.querySelector('#qi-bidder'); s.value = arguments[0]; s.dispatchEvent(new Event('change'))",
        &[json!(bidder)],
    );
    window.wait_until_gone(&word("question-import-who"));
    window.click_text(&go(2));
    window.wait_for_words("新規2件");
    assert_eq!(count(&window, &procurement), 22);

    // A foreign table, in the dark and in English.
    for (language, theme) in [("ja", "dark"), ("en", "light")] {
        dress(&window, language, theme);
        window.go(&route);
        let lang = Lang::of(language);
        window.wait_for_words(&lang.word("question-import-lead"));
        let table = "No\t質問\t該当箇所\n1\t夜間の対応はありますか。\t1.1\n2\t\t1.2\n3\t単価の改定は年に何回ですか。\tP.12 の表\n4\t1月の台帳の件数は、何件を見込めばよいですか。\t\n";
        paste(&window, &lang.word("question-import-paste"), table);
        window.wait_for_words(&lang.word("question-import-columns"));
        assert_eq!(window.axe(), Vec::<String>::new());
    }
}
