//! The choice, whole: several people judge, each in her own way; what divides them is agreed on; the choice is approved
//! with a condition; every bidder is told its own result; and the directory remembers.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use sentei_core::l10n::Lang;
use sentei_tests::evaluated::{sample, Evaluated, Until};
use sentei_tests::filled::filled;
use sentei_tests::program::Shelf;
use sentei_tests::window::{key, until, Opening, Window};
use serde_json::{json, Value};

/// Cells of the first criterion in an evaluation sheet for Excel: mark and comment of each bidder.
const FIRST: [(&str, &str); 4] = [("E8", "F8"), ("H8", "I8"), ("K8", "L8"), ("N8", "O8")];

fn word(id: &str) -> String {
    Lang::Ja.word(id)
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_else(|| panic!("no {key} in {value}")).to_owned()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("no {key} in {value}"))
}

/// The marks of an evaluator in the sample, those on the first criterion apart.
fn marks<'p>(planted: &'p Evaluated, evaluator: &str) -> (Vec<&'p Value>, Vec<&'p Value>) {
    let sheets = list(&planted.file["evaluation"], "sheets");
    let hers = sheets.iter().find(|sheet| sheet["evaluator"] == evaluator).expect("her sheet");
    list(hers, "marks").iter().partition(|mark| mark["criterion"] == "C1.1")
}

fn put(window: &Window, planted: &Evaluated, evaluator: &str, marks: &[&Value]) {
    for one in marks {
        for field in ["mark", "comment", "may_tell"] {
            let value = match field {
                "may_tell" => (one["visibility"] == "may_tell").to_string(),
                field => one[field].as_str().unwrap_or_default().to_owned(),
            };
            let place = json!({
                "evaluator": planted.key(evaluator), "criterion": planted.key(&text(one, "criterion")),
                "bidder": planted.key(&text(one, "bidder")), "field": field, "value": value,
            });
            window.call("mark_set", &place);
        }
    }
}

fn signed(window: &Window, planted: &Evaluated, evaluator: &str) {
    let none = json!({ "evaluator": planted.key(evaluator), "conflict": false, "note": "", "bidders": [] });
    window.call("conflict_sign", &none);
}

/// In the window: the statement, the first criterion by keys with comments, the rest, a look at it, and in it goes.
fn in_the_window(window: &Window, planted: &Evaluated) {
    let (first, rest) = marks(planted, "E1");
    window.go(&format!("/p/{}/sheets/{}", planted.procurement, planted.key("E1")));
    window.wait_for_words(&word("statement-title"));
    window.click_text(&word("statement-none"));
    window.click_text(&word("statement-sign"));
    window.wait_for("mark-grid td.here");
    window.execute("document.querySelector('mark-grid td.here').focus()", &[]);
    for one in &first {
        let figure = match one["mark"].as_str().expect("a mark") {
            "○" => "1",
            "△" => "2",
            _ => "3",
        };
        window.keys(figure);
        window.keys(key::ENTER);
        let area = window.wait_for("open-cell textarea");
        window.keys_to(&area, &text(one, "comment"));
        window.keys(key::ESCAPE);
        window.keys(key::RIGHT);
    }
    put(window, planted, "E1", &rest);
    assert_eq!(window.axe(), Vec::<String>::new());
    window.click_text(&word("sheet-check"));
    window.wait_for_words(&word("hand-in-whole"));
    window.click(".dialog .seal");
    window.wait_for_words(&word("sheet-fixed"));
    let sheet = window.call("sheet_get", &json!({ "evaluator": planted.key("E1") }));
    for one in &first {
        let (criterion, bidder) = (planted.key("C1.1"), planted.key(&text(one, "bidder")));
        let kept = list(&sheet, "marks")
            .iter()
            .find(|mark| mark["criterion"] == criterion.as_str() && mark["bidder"] == bidder.as_str());
        let kept = kept.unwrap_or_else(|| panic!("{one} was not kept"));
        assert_eq!((&kept["mark"], &kept["comment"]), (&one["mark"], &one["comment"]));
    }
}

/// As Excel: the sheet goes out, is filled elsewhere, and comes back.
fn by_excel(window: &Window, planted: &Evaluated, folder: &Path) {
    let (first, rest) = marks(planted, "E2");
    let (procurement, evaluator) = (&planted.procurement, planted.key("E2"));
    signed(window, planted, "E2");
    put(window, planted, "E2", &rest);
    let out = json!({ "procurement": procurement, "evaluators": [evaluator], "to": folder.join("評価シート") });
    let sheet = text(&json!({ "file": window.call("sheet_export", &out)["files"][0] }), "file");
    let cells = FIRST.iter().zip(&first).flat_map(|((mark, comment), one)| {
        [((*mark).to_owned(), text(one, "mark")), ((*comment).to_owned(), text(one, "comment"))]
    });
    let back = folder.join("返送.xlsx");
    std::fs::write(&back, filled(&std::fs::read(sheet).expect("the sheet"), &cells.collect::<Vec<_>>()))
        .expect("it is written");
    let source = json!({ "procurement": procurement, "file": back });
    let read = window.call("sheet_import_read", &source);
    assert_eq!(read["evaluator"], evaluator.as_str(), "the sheet says whose it is");
    assert_eq!(list(&read, "changes").len(), 8, "{read}");
    window.call("sheet_import", &json!({ "source": source, "seal": read["seal"] }));
    let told: Vec<_> = first.into_iter().filter(|one| one["visibility"] == "may_tell").collect();
    put(window, planted, "E2", &told);
    window.call("sheet_hand_in", &json!({ "evaluator": evaluator, "means": "excel" }));
}

/// On paper: typed in by somebody else.
fn from_paper(window: &Window, planted: &Evaluated) {
    let (first, rest) = marks(planted, "E3");
    signed(window, planted, "E3");
    put(window, planted, "E3", &first);
    put(window, planted, "E3", &rest);
    window.call("sheet_hand_in", &json!({ "evaluator": planted.key("E3"), "means": "paper" }));
}

/// Rank, bidder and total, the first one first.
fn ranking(result: &Value) -> Vec<(Value, Value, Value)> {
    let mut rows: Vec<&Value> = list(result, "bidders").iter().collect();
    rows.sort_by_key(|row| row["rank"].as_u64());
    rows.into_iter().map(|row| (row["rank"].clone(), row["id"].clone(), row["total"].clone())).collect()
}

fn expected(planted: &Evaluated, which: &str) -> Vec<(Value, Value, Value)> {
    let rows = list(&planted.file["evaluation"]["expected_result"], which).iter();
    let total = |row: &Value| row["total"].as_str().map_or_else(|| row["total"].to_string(), Into::into);
    rows.map(|row| (row["rank"].clone(), json!(planted.key(&text(row, "bidder"))), json!(total(row)))).collect()
}

/// Opposed marks are settled where the result shows them: the first in the window, the others by what it calls.
fn agreed(window: &Window, planted: &Evaluated) {
    let of = json!({ "procurement": planted.procurement });
    let [one, rest @ ..] = list(&planted.file["evaluation"], "consensus") else {
        panic!("the sample agrees on nothing")
    };
    let result = window.call("result_get", &of);
    let named = |kind: &str, key: &str, name: &str| {
        let id = planted.key(&text(one, key));
        text(list(&result, kind).iter().find(|row| row["id"] == id.as_str()).expect("in the result"), name)
    };
    let (bidder, criterion) = (named("bidders", "bidder", "short"), named("criteria", "criterion", "title"));
    window.go(&format!("/p/{}/result", planted.procurement));
    window.wait_for(".rx .pt");
    window.execute("document.querySelectorAll('.rx .tw[aria-expanded=false]').forEach((one) => one.click())", &[]);
    window.settle();
    window.click(&format!(".rx .l .pt[aria-label*='{bidder}'][aria-label*='{criterion}']"));
    window.wait_for(".panel .agree");
    window.click(&format!(".panel input[name=agreed-mark][value='{}']", text(one, "mark")));
    let reason = window.wait_for("#agree-reason");
    window.fill(&reason, &text(one, "reason"));
    window.click_text(&word("agree-save"));
    window.wait_until_stored("the agreed mark", "result_get", &of, |result| result["agreed"] == 1);
    window.wait_for(".rx .agreed");
    for one in rest {
        let place = json!({
            "criterion": planted.key(&text(one, "criterion")), "bidder": planted.key(&text(one, "bidder")),
            "mark": one["mark"], "reason": one["reason"], "agreed_by": ["早瀬 みのり"],
        });
        window.call("consensus_set", &place);
    }
}

/// The window says what would change the winner, in a sentence and in pictures.
fn examined(window: &Window, planted: &Evaluated) {
    let firmness = window.call("firmness_get", &json!({ "procurement": planted.procurement }));
    assert_eq!(firmness["flip"]["id"], "firm-flip", "{firmness}");
    window.click_text(&word("firm-make"));
    window.wait_for(".firm .paragraph");
    let other = text(&firmness["flip"]["args"], "other");
    assert!(window.text_of(".firm").contains(&other), "{other} is not named: {}", window.text_of(".firm"));
    assert_eq!(window.count(".firm svg.picture"), 4);
}

fn fill(window: &Window, css: &str, text: &str) {
    let field = window.wait_for(css);
    window.fill(&field, text);
}

fn enter(window: &Window, css: &str, text: &str) {
    let field = window.wait_for(css);
    window.keys_to(&field, &format!("{text}{}", key::ENTER));
}

fn pick(window: &Window, css: &str, value: &str) {
    window.click(&format!("{css} option[value='{value}']"));
}

/// What cannot be taken back is confirmed by a tick first.
fn confirm(window: &Window) {
    window.click_text(&word("distribution-irreversible"));
    window.click(".dialog .seal:enabled");
}

fn id_at(window: &Window, css: &str, of: &str) -> String {
    let found =
        window.execute("return arguments[0].dataset[arguments[1]]", &[window.wait_for(css).to_json(), json!(of)]);
    found.as_str().expect("an id").to_owned()
}

/// In the window: discussed with a request to the vendor and its reply, chosen, approved with a condition, decided.
fn decided(window: &Window, planted: &Evaluated) {
    let of = json!({ "procurement": planted.procurement });
    window.go(&format!("/p/{}/discussion", planted.procurement));
    enter(window, "#add-off-expectation", "業務責任者が兼務である");
    let point = id_at(window, ".point", "point");
    for (field, value) in [
        ("request", "立ち上げの3か月は専任としてほしい"),
        ("requested_at", "2027/4/21 10:00"),
        ("reply", "専任とする。総額は変えない"),
        ("replied_at", "2027/4/23 11:30"),
    ] {
        fill(window, &format!("[id='{field}-{point}']"), value);
    }
    pick(window, &format!("[id='state-{point}']"), "settled");
    pick(window, "#decision-bidder", &planted.key("v1"));
    pick(window, "#decision-reserve", &planted.key("v2"));
    fill(window, "#decision-reason", "総額が見込みに収まり、改善の提案が具体的である");
    window.wait_until_stored("what was discussed", "decision_get", &of, |decision| {
        let point = &decision["points"][0];
        point["state"] == "settled"
            && point["replied_text"].as_str().is_some_and(|when| when.contains("11:30"))
            && decision["reason"] != ""
    });
    // Not before it is approved.
    window.wait_for(".conclusion .go:disabled");

    window.go(&format!("/p/{}/approval", planted.procurement));
    fill(window, "#step-name", "白石 一郎");
    enter(window, "#step-role", "管理本部長");
    let step = id_at(window, ".astep", "step");
    window.click_text(&word("approval-submit"));
    confirm(window);
    pick(window, &format!("[id='outcome-{step}']"), "conditions");
    enter(window, &format!("[id='cond-{step}']"), "再委託を行わないことを契約書に明記すること");
    window.wait_for(".cond.open");
    assert_eq!(window.axe(), Vec::<String>::new());

    window.go(&format!("/p/{}/discussion", planted.procurement));
    window.wait_for(".conclusion .go:enabled");
    window.click_text(&word("decision-decide"));
    window.wait_until_stored("the decision", "decision_get", &of, |decision| decision["decided"] != "");
}

/// In the window: a letter and a mail for every bidder, made and sent; none names another one.
fn told(window: &Window, planted: &Evaluated, folder: &Path) {
    let of = json!({ "procurement": planted.procurement });
    window.go(&format!("/p/{}/notices", planted.procurement));
    window.click(".nothing .btn.go");
    window.wait_for("[data-notice]");
    let notices = window.call("notice_list", &of);
    let notices = list(&notices, "notices");
    assert_eq!(notices.len(), 4, "one for each that proposed: {notices:?}");
    for notice in notices {
        window.click(&format!("[data-notice='{}']", text(notice, "id")));
        window.wait_for(&format!("[data-detail='{}']", text(notice, "id")));
        let told = list(notice, "comments").len().min(2);
        for n in 1..=told {
            // What was good first, then why it was not chosen; with the award only what was valued.
            let tick = if notice["kind"] == "regret" { n } else { 1 };
            window.click(&format!(".tells li:nth-child({n}) .ticks .opt:nth-child({tick}) input"));
            window.wait_until_stored("a comment to be told", "notice_list", &of, |all| {
                let now = list(all, "notices").iter().find(|one| one["id"] == notice["id"]).expect("still there");
                list(now, "comments").iter().filter(|one| one["told_as"].is_string()).count() == n
            });
        }
    }
    window.click(".foot .btn.go");
    window.wait_for(".nstate.made");
    window.click(".foot .btn:not(.go)");
    assert_eq!(window.count(".dialog .who li"), 4, "she sees to whom");
    confirm(window);
    window.wait_until_stored("what was sent", "notice_list", &of, |all| {
        list(all, "notices").iter().all(|one| one["sent"].as_str().is_some_and(|sent| !sent.is_empty()))
    });
    assert_eq!(window.axe(), Vec::<String>::new());

    let names: BTreeSet<String> = notices.iter().map(|one| text(one, "name")).collect();
    for notice in notices {
        let name = text(notice, "name");
        let files: Vec<_> =
            std::fs::read_dir(folder.join(&name)).expect("its folder").flatten().map(|entry| entry.path()).collect();
        assert_eq!(
            files.len(),
            1 + usize::from(!text(notice, "mail").is_empty()),
            "a letter, and a mail where there is an address: {files:?}"
        );
        for file in files {
            let words = if file.extension().is_some_and(|end| end == "pdf") {
                pdf(&file)
            } else {
                std::fs::read_to_string(&file).expect("the mail")
            };
            for other in names.iter().filter(|other| **other != name) {
                let bare = other.replace("株式会社", "");
                assert!(!words.contains(bare.trim()), "{other} in what {name} gets: {words}");
            }
        }
    }
}

fn pdf(path: &Path) -> String {
    let out = Command::new("pdftotext").arg(path).arg("-").output().expect("pdftotext runs");
    assert!(out.status.success(), "{}", path.display());
    String::from_utf8_lossy(&out.stdout).into_owned()
}

/// Made in the window, the report says who was chosen, with how many points, on what condition.
fn reported(window: &Window, planted: &Evaluated, folder: &Path) {
    window.go(&format!("/p/{}/result", planted.procurement));
    window.click_text(&word("result-report"));
    window.wait_for(".report-dialog .rcols");
    window.click_text(&word("report-plan-go"));
    window.wait_for_words(&word("report-made"));
    let made = || std::fs::read_dir(folder).expect("the folder").flatten().map(|entry| entry.path());
    let ending = |end: &str| made().find(|file| file.extension().is_some_and(|is| is == end));
    let words = pdf(&ending("pdf").expect("a PDF"));
    for said in ["選定結果報告書", "ハルイロサポート", "81.00", "再委託を行わないことを契約書に明記すること"]
    {
        assert!(words.replace(['\n', ' '], "").contains(said), "{said} is not in the report: {words}");
    }
    assert!(ending("xlsx").is_some(), "the numbers as a workbook");
}

#[test]
fn several_people_choose_and_everybody_can_be_told_why() {
    let shelf = Shelf::new();
    let planted = sample(&shelf.library(), Lang::Ja, Until::Proposals);
    let of = json!({ "procurement": planted.procurement });
    // The proposals of the sample came in the first days of April.
    std::env::set_var("SENTEI_NOW", "2027-04-12T01:00:00Z");
    let folder = shelf.beside("選定の記録");
    std::fs::create_dir_all(&folder).expect("a folder");
    let window = Opening::new("chosen", &shelf.library()).picking(&folder).open();

    in_the_window(&window, &planted);
    by_excel(&window, &planted, &shelf.beside("審査"));
    from_paper(&window, &planted);
    assert_eq!(ranking(&window.call("result_get", &of)), expected(&planted, "before_consensus"));

    agreed(&window, &planted);
    assert_eq!(ranking(&window.call("result_get", &of)), expected(&planted, "after_consensus"));
    window.wait_for_words("81.00");
    examined(&window, &planted);
    assert_eq!(window.axe(), Vec::<String>::new());

    decided(&window, &planted);
    reported(&window, &planted, &folder);
    told(&window, &planted, &folder);

    let window = window.restart();
    for (view, words) in [
        ("result", "81.00"),
        ("discussion", "立ち上げの3か月は専任としてほしい"),
        ("approval", "再委託を行わないことを契約書に明記すること"),
        ("notices", "ハルイロサポート"),
    ] {
        window.go(&format!("/p/{}/{view}", planted.procurement));
        window.wait_for(&format!("main .view.{view} h1"));
        let said =
            "const main = document.querySelector('main'); const fields = [...main.querySelectorAll('input, textarea')];
            return [main.innerText, ...fields.map((field) => field.value)].some((one) => one.includes(arguments[0]))";
        until(words, || window.execute(said, &[json!(words)]).as_bool().filter(|is| *is));
        assert_eq!(window.axe(), Vec::<String>::new(), "{view}");
    }
    let vendors = window.call("vendor_list", &json!({}));
    for (name, outcome) in [("株式会社ハルイロサポート", "awarded"), ("ミナモCSパートナーズ株式会社", "not-awarded")]
    {
        let vendor = list(&vendors, "vendors").iter().find(|one| one["name"] == name).expect("in the directory");
        let kept = window.call("vendor_get", &json!({ "id": vendor["id"] })).to_string();
        assert!(kept.contains(outcome), "the directory remembers {name}: {kept}");
    }
    assert_eq!(window.call("journal_verify", &json!({}))["broken"], Value::Null);
}
