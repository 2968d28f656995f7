//! Proposals through the commands, and in the real window: three in, one late, their estimates made comparable.

use std::fs;
use std::path::Path;

use rust_xlsxwriter::Workbook;
use sentei_tests::desk::Desk;
use sentei_tests::office::{with_libreoffice, Written};
use sentei_tests::program::Shelf;
use sentei_tests::window::{key, until, Opening, Window};
use sentei_tests::words::{say, word};
use serde_json::{json, Value};

/// A procurement with a deadline, a term of a year, two requirements and three bidders.
fn scene(desk: &Desk) -> (String, Vec<String>) {
    let procurement = desk.procurement("窓口業務の委託", "empty");
    for (key, value) in [
        ("schedule.proposal_deadline", "2027/4/2 17:00"),
        ("submission.grace_minutes", "30"),
        ("contract.start", "2027/6/1"),
        ("contract.end", "2028/5/31"),
    ] {
        desk.call("fact_set", &json!({ "procurement": procurement, "key": key, "value": value }));
    }
    for (level, text) in [("must", "国内の拠点で行う"), ("want", "監査の報告を出す")] {
        desk.call("requirement_add", &json!({ "procurement": procurement, "level": level, "text": text }));
    }
    desk.call("required_item_add", &json!({ "procurement": procurement, "title": "体制" }));
    let bidders = ["株式会社あおば", "みなとコール株式会社", "ともしび合同会社"]
        .map(|name| desk.call("bidder_add", &json!({ "procurement": procurement, "name": name })))
        .map(|made| made["id"].as_str().expect("an id").to_owned());
    (procurement, bidders.to_vec())
}

/// The smallest PNG: one grey dot.
const DOT: &[u8] = &[
    137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 58, 126, 155,
    85, 0, 0, 0, 10, 73, 68, 65, 84, 120, 156, 99, 104, 0, 0, 0, 130, 0, 129, 119, 205, 114, 182, 0, 0, 0, 0, 73, 69,
    78, 68, 174, 66, 96, 130,
];

fn received(desk: &Desk, bidder: &str, at: &str) -> String {
    let args = json!({ "bidder": bidder, "received_at": at, "means": "mail" });
    desk.call("proposal_add", &args)["id"].as_str().expect("an id").to_owned()
}

fn proposal(desk: &Desk, id: &str) -> Value {
    desk.call("proposal_get", &json!({ "id": id }))
}

/// Types words into the cells of a form in `LibreOffice`, which saves it again.
fn typed(form: &str, to: &Path, cells: &[(&str, &str)]) {
    fs::copy(form, to).expect("the form");
    let place = |cell: &str| {
        let (column, row) = cell.split_at(1);
        (row.parse::<usize>().expect("a row") - 1, usize::from(column.as_bytes()[0] - b'A'))
    };
    let cells: Vec<Written> = cells
        .iter()
        .map(|(cell, words)| {
            let (row, column) = place(cell);
            (row, column, (*words).to_owned())
        })
        .collect();
    with_libreoffice(to, &cells);
}

#[test]
fn forms_go_out_are_filled_elsewhere_and_come_back_once() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let (procurement, bidders) = scene(&desk);
    let to = shelf.beside("書式");
    let estimates = desk.call("estimate_form_export", &json!({ "procurement": procurement, "to": to }));
    let responses = desk.call("response_sheet_export", &json!({ "procurement": procurement, "to": to }));
    let path = |made: &Value, at: usize| made["files"][at].as_str().expect("a path").to_owned();
    assert_eq!(estimates["files"].as_array().map(Vec::len), Some(3));
    let first = received(&desk, &bidders[0], "2027/4/1 15:00");
    let second = received(&desk, &bidders[1], "2027/4/1 16:00");

    // Filled in, and saved by another program.
    let filled = shelf.beside("見積書式_返送.xlsx");
    let cells = [
        ("A9", "一時"),
        ("B9", "立ち上げ費"),
        ("C9", "600000"),
        ("H9", "税抜"),
        ("A10", "月額"),
        ("B10", "基本料"),
        ("C10", "1480000"),
        ("F10", "4"),
        ("H10", "税抜"),
        ("A11", "単価×数量"),
        ("B11", "超過分"),
        ("C11", "3600"),
        ("D11", "528"),
        ("E11", "時間"),
        ("H11", "税込"),
    ];
    typed(&path(&estimates, 0), &filled, &cells);
    let source = json!({ "proposal": first, "file": filled });
    let read = desk.call("estimate_import_read", &source);
    assert_eq!((&read["own"], read["rows"].as_array().map(Vec::len)), (&json!(true), Some(3)), "{read}");
    // 600,000 + 1,480,000 × 9 + 1,900,800 ÷ 1.1
    assert_eq!((&read["without_tax"], &read["rows"][2]["counted"]), (&json!("15,648,000"), &json!("528時間")));
    desk.call("estimate_import", &json!({ "source": source, "seal": read["seal"] }));
    let view = proposal(&desk, &first);
    assert_eq!(view["estimates"][0]["without_tax"], "15,648,000");
    assert_eq!(view["estimates"][0]["lines"][2]["counted"], "528時間");
    assert_eq!(view["estimates"][0]["received_text"], view["received_text"], "it came with its proposal");
    assert_eq!(view["files"][0]["kind"], "estimate", "the form is kept");
    assert_eq!(view["estimates"][0]["file"], view["files"][0]["id"]);

    // The same once more changes nothing and needs a reason.
    let again = desk.call("estimate_import_read", &source);
    assert!(again["rows"].as_array().expect("rows").iter().all(|row| row["state"] == "same"), "{again}");
    let take = json!({ "source": source, "seal": again["seal"] });
    assert_eq!(desk.refused("estimate_import", &take), "error-estimate-reason");

    // Whose it is, which one it is and what it asks for is known.
    let source = |proposal: &str, file: &str| json!({ "proposal": proposal, "file": file });
    let refused = |name: &str, args: &Value| desk.refused(name, args);
    assert_eq!(
        refused("estimate_import_read", &source(&second, filled.to_str().expect("a path"))),
        "error-form-bidder"
    );
    assert_eq!(refused("response_import_read", &source(&first, filled.to_str().expect("a path"))), "error-form-kind");

    let sheet = shelf.beside("回答表_返送.xlsx");
    let cells = [("D9", "対応可"), ("D10", "一部・条件付き"), ("E10", "半年に1回")];
    typed(&path(&responses, 1), &sheet, &cells);
    let source = source(&second, sheet.to_str().expect("a path"));
    let read = desk.call("response_import_read", &source);
    let rows = read["rows"].as_array().expect("rows");
    assert_eq!(
        rows.iter().map(|row| row["answer"].as_str().unwrap_or_default()).collect::<Vec<_>>(),
        ["full", "partly"]
    );
    let take = json!({ "source": source, "seal": read["seal"], "chosen": [9, 10] });
    assert_eq!(desk.call("response_import", &take)["taken"], 2);
    assert_eq!(proposal(&desk, &second)["requirements"][1]["words"], "半年に1回");

    // A requirement more, and the sheet is stale.
    desk.call("requirement_add", &json!({ "procurement": procurement, "level": "must", "text": "月報を出す" }));
    assert_eq!(desk.refused("response_import_read", &source), "error-form-stale");
}

#[test]
fn estimates_are_found_over_all_procurements_and_listed() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    for price in ["100,000", "200,000"] {
        let (_, bidders) = scene(&desk);
        let id = received(&desk, &bidders[0], "2027/4/1 15:00");
        let estimate = desk.call("estimate_add", &json!({ "proposal": id }))["id"].clone();
        let line = json!({ "estimate": estimate, "title": "月額", "unit_price": price, "kind": "月額" });
        desk.call("estimate_line_add", &line);
    }
    let found = |args: &Value| desk.call("estimate_find", args)["rows"].as_array().map_or(0, Vec::len);
    assert_eq!(found(&json!({})), 2);
    assert_eq!(found(&json!({ "party": "アオバ", "least": "200万円" })), 1);
    assert_eq!(found(&json!({ "from": "2027/4/2" })), 0);
    assert_eq!(desk.refused("estimate_find", &json!({ "least": "たくさん" })), "error-amount");
    assert_eq!(desk.refused("estimate_find", &json!({ "least": "200万円", "most": "1,000" })), "error-sought-amounts");
    assert_eq!(desk.refused("estimate_find", &json!({ "from": "2027/4/2", "to": "2027/4/1" })), "error-sought-days");
    let to = shelf.beside("索引簿");
    let made = desk.call("estimate_index_export", &json!({ "sought": { "party": "あおば" }, "to": to }));
    let book = sentei_papers::sheet::read_table(Path::new(made["file"].as_str().expect("a path"))).expect("a workbook");
    let rows = &book.first().expect("a sheet").rows;
    assert_eq!(rows[3][1..5], ["取引年月日", "取引先", "金額（税込）", "金額（税抜）"]);
    assert_eq!(rows[4][1..5].iter().map(String::as_str).collect::<Vec<_>>()[..2], ["2027-04-01", "株式会社あおば"]);
    assert_eq!(rows.len(), 6);
}

#[test]
fn without_grace_nothing_is_said_of_it_and_a_ruling_goes_with_the_lateness() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let (procurement, bidders) = scene(&desk);
    let id = received(&desk, &bidders[0], "2027/4/2 18:00");
    let of = json!({ "procurement": procurement });
    let told = || {
        let all = desk.call("proposal_list", &of);
        (all["grace"].clone(), proposal(&desk, &id)["punctuality_text"]["id"].clone())
    };
    assert_eq!(told(), (json!("30分"), json!("punctuality-late")));
    let none = json!({ "procurement": procurement, "key": "submission.grace_minutes", "value": "0" });
    desk.call("fact_set", &none);
    assert_eq!(told(), (json!(""), json!("punctuality-late-without-grace")));
    desk.call("proposal_rule", &json!({ "id": id, "ruling": "accepted", "reason": "回線の障害を確認した" }));
    let rulings = || {
        let listed = desk.call("proposal_list", &of)["rows"][0]["ruling"].clone();
        let compared = desk.call("proposal_compare", &of)["bidders"][0]["ruling"].clone();
        [listed, compared, proposal(&desk, &id)["late_ruling"].clone()]
    };
    assert_eq!(rulings(), ["accepted"; 3].map(Value::from));
    desk.call("proposal_set", &json!({ "id": id, "field": "received_at", "value": "2027/4/2 16:00" }));
    assert_eq!(rulings(), [""; 3].map(Value::from));
}

#[test]
fn a_line_that_names_months_after_the_term_says_so_itself() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let (_, bidders) = scene(&desk);
    let id = received(&desk, &bidders[0], "2027/4/1 15:00");
    let estimate = desk.call("estimate_add", &json!({ "proposal": id }))["id"].clone();
    for to_month in ["12", "24"] {
        let line = json!({ "estimate": estimate, "title": "運用", "kind": "monthly", "to_month": to_month });
        desk.call("estimate_line_add", &line);
    }
    let lines = proposal(&desk, &id)["estimates"][0]["lines"].clone();
    let beyond: Vec<&Value> = lines.as_array().expect("lines").iter().map(|line| &line["beyond"]).collect();
    assert_eq!(beyond, [&json!(false), &json!(true)]);
}

#[test]
fn the_team_and_the_reason_of_a_later_estimate_stand_in_the_comparison() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let (procurement, bidders) = scene(&desk);
    let id = received(&desk, &bidders[0], "2027/4/1 15:00");
    desk.call("proposal_set", &json!({ "id": id, "field": "team", "value": "責任者は専任" }));
    let of = json!({ "procurement": procurement });
    let told = || {
        let first = desk.call("proposal_compare", &of)["bidders"][0].clone();
        [first["team"].clone(), first["reason"].clone(), first["change"].clone()]
    };
    desk.call("estimate_add", &json!({ "proposal": id }));
    assert_eq!(told(), [json!("責任者は専任"), json!(""), Value::Null]);
    desk.call("estimate_add", &json!({ "proposal": id, "reason": "人数を改めた" }));
    let unpriced = "no price changed where none is known";
    assert_eq!(told(), [json!("責任者は専任"), json!("人数を改めた"), Value::Null], "{unpriced}");
}

#[test]
fn photos_are_bound_beside_the_files_they_came_as() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let (_, bidders) = scene(&desk);
    let id = received(&desk, &bidders[0], "2027/4/1 15:00");
    let folder = shelf.beside("写真");
    fs::create_dir_all(&folder).expect("a folder");
    let mut paths = Vec::new();
    for name in ["1枚目.png", "2枚目.png"] {
        let path = folder.join(name);
        fs::write(&path, DOT).expect("a picture");
        paths.push(path);
    }
    let note = folder.join("控え.txt");
    fs::write(&note, "写真ではない").expect("a file");
    let kept = desk.call("proposal_file_add", &json!({ "proposal": id, "files": [paths[0], paths[1], note] }));
    let ids = kept["ids"].as_array().expect("ids").clone();
    let bind = |files: &[Value]| json!({ "proposal": id, "files": files, "name": "押印済み見積", "kind": "estimate" });
    assert_eq!(desk.refused("proposal_bind", &bind(&[])), "error-bind-nothing");
    assert_eq!(desk.refused("proposal_bind", &bind(&[ids[0].clone(), ids[2].clone()])), "error-bind-kind");
    assert_eq!(desk.call("proposal_bind", &bind(&ids[..2]))["pages"], 2);
    let files = proposal(&desk, &id)["files"].as_array().expect("files").clone();
    assert_eq!(files.len(), 4);
    let pdf = files.last().expect("the PDF");
    assert_eq!(
        (&pdf["name"], &pdf["bound"], &pdf["kind"]),
        (&json!("押印済み見積.pdf"), &json!(true), &json!("estimate"))
    );
    let opened = desk.call("proposal_file_open", &json!({ "id": pdf["id"] }));
    let bytes = fs::read(opened["path"].as_str().expect("a path")).expect("the copy");
    assert!(bytes.starts_with(b"%PDF"));
    let again = desk.call("proposal_bind", &bind(&ids[..1]));
    assert_eq!(again["name"], "押印済み見積（2）.pdf", "a name that stands already is numbered");
}

/// Waits until the element of this id has the focus.
fn focus_on(window: &Window, id: &str) {
    let focused = || window.execute("return document.activeElement?.id", &[]) == json!(id);
    until(&format!("the focus on {id}"), || focused().then_some(()));
}

#[test]
fn three_come_one_of_them_late_and_are_made_comparable_in_the_window() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let (procurement, bidders) = scene(&desk);
    drop(desk);
    let own = shelf.beside("御見積.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [["品名", "数量", "単価（税込）"], ["初期費用", "1", "￥550,000"], ["月額費用", "1", "1,815,000円"]];
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, cell).expect("a cell");
        }
    }
    book.save(&own).expect("a workbook");
    let window = Opening::new("proposals", &shelf.library()).picking(&own).open();
    let route = |bidder: usize, tab: &str| format!("/p/{procurement}/proposals/{}{tab}", bidders[bidder]);

    // Each is recorded as it comes; the third is late. The focus goes on with what came in the place of what had it.
    for (n, at) in ["4/1 15時22分", "4/2 17:20", "4/2 18:05"].iter().enumerate() {
        window.go(&route(n, ""));
        let field = window.wait_for("#came-at");
        window.keys_to(&field, &format!("2027/{at}"));
        window.click_text(&word("proposal-record"));
        window.wait_for("#proposal-received-at");
        focus_on(&window, "proposal-h");
    }
    window.wait_for_words(&word("late-lead-late"));
    assert_eq!(window.axe(), Vec::<String>::new());
    window.click_text(&word("late-accept"));
    focus_on(&window, "ruling-reason");
    window.click_text(&word("late-record-accepted"));
    window.wait_for_words(&word("error-late-reason").chars().take(12).collect::<String>());
    let reason = window.wait_for("#ruling-reason");
    // Another bidder is looked at meanwhile: nothing is asked there, and what was begun stands here.
    window.keys_to(&reason, "回線の障害を");
    window.go(&route(0, ""));
    window.wait_until_gone(&word("late-record-accepted"));
    window.go(&route(2, ""));
    let reason = window.wait_for("#ruling-reason");
    window.keys_to(&reason, "確認した");
    window.click_text(&word("late-record-accepted"));
    window.wait_for_words("回線の障害を確認した");
    focus_on(&window, "proposal-h");

    // Estimates: typed, pasted, read from the vendor's own sheet.
    window.go(&route(0, "/estimate"));
    window.click_text(&word("estimate-begin"));
    let adder = window.wait_for("edit-table.estimate input.adder");
    window.keys_to(&adder, &format!("月額の基本料{}", key::ENTER));
    let price = window.wait_for("[data-field=unit_price] input");
    window.fill(&price, "￥1,480,000");
    window.wait_for_words("17,760,000");

    window.go(&route(1, "/estimate"));
    window.click_text(&word("estimate-begin"));
    window.wait_for("edit-table.estimate input.adder");
    let paste = "const data = new DataTransfer(); data.setData('text/plain', arguments[1]);
        arguments[0].dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))";
    let adder = window.wait_for("edit-table.estimate input.adder");
    // The names of the columns come along and are no row.
    let head = ["title", "kind", "unit-price"].map(|column| word(&format!("column-estimate-line-{column}"))).join("\t");
    let rows = "準備費\t一時\t30万円\t1\t式\t\t\t税抜\n作業時間\t単価×数量\t2,900\t4,798\t時間\t\t\t税抜";
    window.execute(paste, &[adder.to_json(), json!(format!("{head}\n{rows}"))]);
    window.wait_for_words("14,214,200");
    assert_eq!(window.count(".leftrows"), 0);
    // A pasted row that is refused stays to be corrected.
    let row = json!("予備費\t一時\t別途お見積り");
    window.execute(paste, &[adder.to_json(), row.clone()]);
    window.wait_for(".leftrows textarea");
    assert_eq!(window.execute("return document.querySelector('.leftrows textarea').value", &[]), row);
    assert_eq!(window.axe(), Vec::<String>::new());
    window.click_text(&word("paste-left-drop"));
    until("the row is given up", || (window.count(".leftrows") == 0).then_some(()));
    // A price that is refused over a line stands in its cell, and why in a line of its own.
    let first = window.wait_for("edit-table.estimate edit-field[data-field=title]");
    window.execute(paste, &[first.to_json(), json!("準備費\t一時\tだめ\t1\t式")]);
    window.wait_for(".whys .wrong");
    let price = "return document.querySelector('edit-table.estimate [data-field=unit_price] input').value";
    assert_eq!(window.execute(price, &[]), json!("だめ"));

    // Requirements by keys, only those that are open: the keys go on in the next row, and at last in the filter.
    window.go(&route(2, "/requirements"));
    window.click(".only");
    let pick = window.wait_for(".picks input");
    window.execute("arguments[0].focus()", &[pick.to_json()]);
    for (left, place) in [(1, "[data-picks]"), (0, ".only")] {
        window.keys("1");
        until("one row less", || (window.count("[data-picks]") == left).then_some(()));
        let inside = window.execute("return !!document.activeElement.closest(arguments[0])", &[json!(place)]);
        assert_eq!(inside, json!(true), "{place}");
    }

    window.go(&route(2, "/estimate"));
    window.click_text(&word("import-estimate"));
    // Of text that is refused, nothing of the text before is left to be taken over.
    let area = window.field(&word("import-paste"));
    let typed = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', { bubbles: true }))";
    for (text, rows) in [("内訳\t単価\n甲\t100", 1), ("お見積りをお送りします。", 0), ("内訳\t単価\n乙\t200", 1)]
    {
        window.execute(typed, &[area.to_json(), json!(text)]);
        until("the rows of the text", || (window.count(".importbox tbody tr") == rows).then_some(()));
    }
    until("a refusal goes with the next reading", || (window.count(".err") == 0).then_some(()));
    window.click_text(&word("question-import-pick"));
    window.wait_for_words("20,300,000");
    window.click_text(&say("import-estimate-go", &[("count", "2")]));
    window.wait_for_words(&word("proposal-imported"));
    window.wait_for_words("22,330,000");

    // The reason of a later estimate is begun, left by another tab, and stands there until it is given up.
    for begun in ["", "人数を改めた", ""] {
        window.go(&route(2, "/items"));
        window.wait_for(".picks input");
        window.go(&route(2, "/estimate"));
        window.click_text(&word("estimate-revise"));
        focus_on(&window, "revise-reason");
        assert_eq!(window.execute("return document.activeElement.value", &[]), json!(begun));
        if begun.is_empty() {
            window.keys("人数を改めた");
        } else {
            window.click_text(&word("cancel"));
            focus_on(&window, "estimate-revise");
        }
    }

    // Required items by keys.
    window.go(&route(2, "/items"));
    let pick = window.wait_for(".picks input");
    window.execute("arguments[0].focus()", &[pick.to_json()]);
    window.keys("3");
    window.wait_for("tr.missing");
    // An item that is not there is not counted as there.
    let missing = say("items-figure-missing", &[("count", "1")]);
    window.wait_for_words(&format!("0/1{}", say("state-aside", &[("state", missing.as_str())])));

    // Side by side, also after a restart.
    let window = window.restart();
    window.go(&format!("/p/{procurement}/comparison"));
    for words in ["17,760,000", "14,214,200", "20,300,000", "受け付ける", "体制"] {
        window.wait_for_words(words);
    }
    let team = "return [...document.querySelectorAll('.cmp tbody th')].some((head) => head.innerText === arguments[0])";
    assert_eq!(window.execute(team, &[json!(word("column-proposal-team"))]), json!(true));
    assert_eq!(window.axe(), Vec::<String>::new());
    assert_eq!(window.text_of("[aria-current=page]").lines().next().map(str::trim), Some(&*word("view-comparison")));

    // Whoever withdraws is shown to be gone, and its price is no longer the lowest; one step back, and it is.
    let lowest = || {
        let tagged = "return [...document.querySelectorAll('.cmp td:has(.mark)')].map((cell) => cell.innerText)
            .filter((text) => text.includes(arguments[0])).map((text) => text.split(/\\s/)[0])";
        window.execute(tagged, &[json!(word("lowest"))])
    };
    assert_eq!(lowest(), json!(["14,214,200円"]));
    let step = json!({ "bidder": bidders[1], "status": "withdrawn", "at": "2027/4/5" });
    window.call("bidder_step_add", &step);
    until("the tag goes to another", || (lowest() == json!(["17,760,000円"])).then_some(()));
    assert!(window.text_of(".cmp thead").contains(&word("bidder-withdrawn")));
    window.go(&route(1, ""));
    window.wait_for(".came");
    assert!(window.text_of(".came").contains(&word("bidder-withdrawn")));
    window.call("undo", &json!({ "procurement": procurement }));
    window.wait_until_gone(&word("bidder-withdrawn"));

    // What answered another question does not stand under one that cannot be read.
    window.go("/estimates");
    window.wait_for("table.reg tbody tr");
    let least = window.wait_for("#seek-least");
    window.fill(&least, "たくさん");
    window.wait_for(".wrong.under");
    assert_eq!(window.count("table.reg tbody tr"), 0);
    window.go(&format!("/p/{procurement}/comparison"));
    window.wait_for_words("20,300,000");

    // One step back takes the check, the next the import with its file.
    let scope = json!({ "procurement": procurement });
    window.call("undo", &scope);
    window.wait_until_gone("なし：体制");
    window.call("undo", &scope);
    window.wait_until_gone("20,300,000");

    // An earlier estimate shows the months its amounts were counted over.
    let listed = window.call("proposal_list", &json!({ "procurement": procurement }));
    let stored = listed["rows"].as_array().expect("rows").iter().find(|row| row["bidder"] == bidders[0].as_str());
    let id = stored.expect("the first proposal")["proposal"].clone();
    let line = window.call("proposal_get", &json!({ "id": id }))["estimates"][0]["lines"][0]["id"].clone();
    for (field, value) in [("from_month", "5"), ("to_month", "24")] {
        window.call("estimate_line_set", &json!({ "id": line, "field": field, "value": value }));
    }
    window.call("estimate_add", &json!({ "proposal": id, "reason": "再提示" }));
    window.go(&route(0, "/estimate"));
    window.wait_for("details.past");
    let cells = "return [...document.querySelectorAll('.past tbody td.num')].map((cell) => cell.textContent.trim())";
    let cells = window.execute(cells, &[]);
    assert_eq!(cells.as_array().expect("cells")[2..4], [json!("5"), json!("24")]);

    // Of a record that was deleted the detail waits for the proposal again.
    window.go(&route(2, ""));
    window.wait_for("#proposal-received-at");
    window.click_text(&word("proposal-remove"));
    focus_on(&window, "waiting-h");
}
