//! Files dropped on the real window are read like chosen ones, and gone when the program is.

use std::fs;

use sentei_tests::desk::Desk;
use sentei_tests::program::Shelf;
use sentei_tests::window::{until, Opening};
use sentei_tests::words::{counted, word};
use serde_json::{json, Value};

#[test]
fn vendors_questions_proposals_and_shared_files_are_dropped_on_their_screens() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let id = desk.procurement("", "sample");
    let of = json!({ "procurement": id });
    desk.call("rfp_release", &json!({ "procurement": id, "accept_incomplete": true }));
    let bidder = desk.call("bidder_list", &of)["bidders"][0].clone();
    let proposal = desk.call("proposal_add", &json!({ "bidder": bidder["id"], "received_at": "2026-03-10 10:00" }));
    let files_before = desk.call("proposal_get", &proposal)["files"].as_array().map_or(0, Vec::len);
    drop(desk);
    let laid_down = || {
        let entries = fs::read_dir(std::env::temp_dir()).expect("a folder").flatten();
        let made = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with("sentei-dropped-"));
        made.filter(|entry| entry.path().join("料金の前提.txt").exists()).count()
    };
    let before = laid_down();
    let window = Opening::new("dropped", &shelf.library()).open();

    let vendors = shelf.beside("委託先.csv");
    fs::write(&vendors, "社名,担当者\nみなと商会,港 玲子\n").expect("written");
    window.go("/vendors-import");
    window.drop_file("view-directory-import .lead", &vendors);
    window.wait_for_words("みなと商会");
    window.click_text(&counted("import-vendors-go", 1));
    window.wait_for("view-directory");
    let listed = window.call("vendor_list", &json!({}));
    let minato = listed["vendors"].as_array().expect("a list").iter().find(|one| one["name"] == "みなと商会");
    assert_eq!(minato.expect("the vendor")["reading"], "みなとしょうかい", "a reading is suggested");

    let questions = shelf.beside("質問票.csv");
    fs::write(&questions, "番号,質問\n1,手順書は閲覧できますか。\n2,台帳の形式を教えてください。\n").expect("written");
    window.go(&format!("/p/{id}/question-import"));
    let drawing = shelf.beside("図面.dwg");
    fs::write(&drawing, "AC1032").expect("written");
    window.drop_file("view-question-import .lead", &drawing);
    window.wait_for_words("図面.dwg");
    assert_eq!(window.count("#qi-bidder"), 0, "what is no sheet of questions is not read");
    window.drop_file("view-question-import .lead", &questions);
    window.wait_for("#qi-bidder");
    window.execute(
        "const select = document.querySelector('#qi-bidder'); select.selectedIndex = 1; select.dispatchEvent(new Event('change'))",
        &[],
    );
    window.wait_for("#qi-bidder option:checked:not([value=''])");
    window.settle();
    window.click_text(&counted("question-import-go", 2));
    window.wait_for("question-register");
    let counts = window.call("question_list", &of)["counts"].clone();
    assert_eq!(counts["all"], json!(2), "{counts}");

    let shared = shelf.beside("料金の前提.txt");
    fs::write(&shared, "前提").expect("written");
    window.go(&format!("/p/{id}/distribution"));
    window.drop_file("view-distribution .know", &shared);
    window.wait_for_words(&word("shared-file-title"));
    window.click_text(&word("shared-file-only"));
    window.click_text(&word("shared-file-do"));
    window.wait_for_words(&word("error-share-nobody"));
    window.click(".chosen input");
    window.click_text(&word("shared-file-do"));
    let is_file = |row: &&Value| row["kind"] == "file";
    let known = window.wait_until_stored("the file", "knowledge_get", &of, |known| {
        known["rows"].as_array().is_some_and(|rows| rows.iter().any(|row| is_file(&row)))
    });
    let row = known["rows"].as_array().expect("rows").iter().find(is_file).expect("the file");
    let states: Vec<&str> =
        row["cells"].as_array().expect("cells").iter().filter_map(|one| one["state"].as_str()).collect();
    assert_eq!(
        states.iter().filter(|state| **state == "gap").count(),
        1,
        "only the one it is for lacks it: {states:?}"
    );

    let proposed = shelf.beside("提案書.pdf");
    fs::write(&proposed, b"%PDF-1.7 proposal").expect("written");
    window.go(&format!("/p/{id}/proposals"));
    window.click_text(bidder["name"].as_str().expect("a name"));
    window.click_text(&word("proposal-tab-files"));
    window.drop_file("proposal-files p", &proposed);
    window.wait_until_stored("the file", "proposal_get", &proposal, |got| {
        got["files"].as_array().map(Vec::len) == Some(files_before + 1)
    });

    assert!(window.route().starts_with(&format!("/p/{id}/proposals")), "the page stays");
    assert_eq!(laid_down(), before + 1);
    window.execute("window.__TAURI__.core.invoke('call', { name: 'close_window', args: {} })", &[]);
    until("the end of the program", || (!window.runs()).then_some(()));
    assert_eq!(laid_down(), before, "what was laid down goes with the program");
}
