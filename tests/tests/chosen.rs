//! The choice, whole: several people judge, each in her own way; what divides them is agreed on; the choice is approved
//! with a condition; every bidder is told its own result; and the directory remembers.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use calamine::Reader as _;
use sentei_core::l10n::Lang;
use sentei_tests::evaluated::{sample, Evaluated, Until};
use sentei_tests::filled::filled;
use sentei_tests::program::Shelf;
use sentei_tests::window::{key, until, Opening, Window};
use sentei_tests::words::{say, word};
use serde_json::{json, Value};

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_else(|| panic!("no {key} in {value}")).to_owned()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("no {key} in {value}"))
}

/// The marks of an evaluator in the sample.
fn marks<'p>(planted: &'p Evaluated, evaluator: &str) -> &'p [Value] {
    let sheets = list(&planted.file["evaluation"], "sheets");
    list(sheets.iter().find(|sheet| sheet["evaluator"] == evaluator).expect("her sheet"), "marks")
}

fn may_tell(mark: &Value) -> bool {
    mark["visibility"] == "may_tell"
}

/// Her sheet is opened at this address and her statement signed: no conflict of interest.
fn signed(window: &Window, planted: &Evaluated, address: &str) {
    window.go(&format!("/p/{}/sheets/{address}", planted.procurement));
    window.wait_for_words(&word("statement-title"));
    window.click_text(&word("statement-none"));
    window.click_text(&word("statement-sign"));
    window.wait_for("mark-grid td.here");
}

/// Row by row by keys: each mark, its comment, whether it may be told, and on to the next cell.
fn marked_by_keys(window: &Window, planted: &Evaluated, evaluator: &str) {
    let marks = marks(planted, evaluator);
    let sheet = window.call("sheet_get", &json!({ "evaluator": planted.key(evaluator) }));
    let bidders = list(&sheet, "bidders");
    window.execute("document.querySelector(\"[data-at='0-0']\").focus()", &[]);
    for criterion in list(&sheet, "groups").iter().flat_map(|group| list(group, "criteria")) {
        for bidder in bidders {
            let wished = marks.iter().find(|mark| {
                criterion["id"] == planted.key(&text(mark, "criterion")).as_str()
                    && bidder["id"] == planted.key(&text(mark, "bidder")).as_str()
            });
            if let Some(wished) = wished {
                // Where she could not judge there is a comment alone.
                let figure = list(criterion, "choices").iter().position(|choice| choice["mark"] == wished["mark"]);
                assert_eq!(figure.is_none(), wished["mark"].is_null(), "{wished} is no choice of {criterion}");
                let figure = figure.map_or_else(String::new, |figure| (figure + 1).to_string());
                window.keys(&format!("{figure}{}", key::ENTER));
                // Back from the comment lies the tick.
                let tick = [key::SHIFT, key::TAB, key::SHIFT, " "].concat();
                let tick = if may_tell(wished) { tick.as_str() } else { "" };
                window.keys(&[&text(wished, "comment"), tick, key::ESCAPE].concat());
            }
            window.keys(key::RIGHT);
        }
        window.keys(&[key::DOWN, &key::LEFT.repeat(bidders.len())].concat());
    }
    kept(window, planted, evaluator);
}

/// The store has the marks of the sample, each with its comment.
fn kept(window: &Window, planted: &Evaluated, evaluator: &str) {
    let facts = |criterion: &str, bidder: &str, mark: &Value, may_tell: &Value| {
        format!("{criterion} {bidder} {} {} {may_tell}", mark["mark"].as_str().unwrap_or_default(), mark["comment"])
    };
    let wished: BTreeSet<String> = marks(planted, evaluator)
        .iter()
        .map(|mark| {
            let (criterion, bidder) = (planted.key(&text(mark, "criterion")), planted.key(&text(mark, "bidder")));
            facts(&criterion, &bidder, mark, &json!(may_tell(mark)))
        })
        .collect();
    window.wait_until_stored(
        "marks and comments",
        "sheet_get",
        &json!({ "evaluator": planted.key(evaluator) }),
        |sheet| {
            let now = list(sheet, "marks").iter();
            now.map(|mark| facts(&text(mark, "criterion"), &text(mark, "bidder"), mark, &mark["may_tell"]))
                .collect::<BTreeSet<_>>()
                == wished
        },
    );
}

/// What is still blank is looked at, and in it goes.
fn handed_in(window: &Window, planted: &Evaluated, evaluator: &str) {
    window.click_text(&word("sheet-check"));
    window.wait_for("dialog.hand-in");
    let blank = marks(planted, evaluator).iter().filter(|mark| mark["mark"].is_null()).count();
    assert_eq!(window.count(".hand-in .cells li"), blank, "each is named: {}", window.text_of(".hand-in"));
    assert_eq!(window.text_of(".hand-in").contains(&word("hand-in-whole")), blank == 0);
    window.click(".hand-in .seal");
    window.wait_for_words(&word("sheet-fixed"));
}

/// In the window: the statement, every cell by keys, a look at it, and in it goes.
fn in_the_window(window: &Window, planted: &Evaluated) {
    signed(window, planted, &planted.key("E1"));
    marked_by_keys(window, planted, "E1");
    assert_eq!(window.axe(), Vec::<String>::new());
    handed_in(window, planted, "E1");
}

/// As Excel: the sheet goes out, is filled elsewhere, comes back and is looked through before it is kept.
fn by_excel(window: &Window, planted: &Evaluated, folder: &Path) {
    let evaluator = planted.key("E2");
    signed(window, planted, &evaluator);
    window.go(&format!("/p/{}/sheets", planted.procurement));
    let name = text(&window.call("sheet_get", &json!({ "evaluator": evaluator })), "name");
    window.click(&format!(".sheetlist button[aria-haspopup][aria-label*='{name}']"));
    window.click_text(&word("sheet-to-excel"));
    let sheet = until("her sheet", || {
        let mut files = std::fs::read_dir(folder).expect("the folder").flatten().map(|entry| entry.path());
        files.find(|file| file.extension().is_some_and(|end| end == "xlsx"))
    });
    let places = places(&sheet);
    let cells = marks(planted, "E2").iter().flat_map(|mark| {
        let cell = (planted.key(&text(mark, "criterion")), planted.key(&text(mark, "bidder")));
        let (row, column) = places[&cell];
        let at = |aside: u8| format!("{}{}", char::from(b'A' + column + aside), row + 1);
        let tell = may_tell(mark).then(|| (at(2), word("evaluation-sheet-may-tell-yes")));
        [(at(0), text(mark, "mark")), (at(1), text(mark, "comment"))].into_iter().chain(tell)
    });
    let bytes = filled(&std::fs::read(&sheet).expect("the sheet"), &cells.collect::<Vec<_>>());
    std::fs::write(&sheet, bytes).expect("it is written");
    window.drop_file("view-sheets .sheetlist", &sheet);
    window.wait_for("sheet-incoming .sheetchanges");
    assert!(window.text_of("sheet-incoming h1").contains(&name), "the sheet says whose it is");
    assert_eq!(window.axe(), Vec::<String>::new());
    window.click("sheet-incoming .btn.go");
    kept(window, planted, "E2");
    window.wait_for_words(&word("sheet-came-excel"));
    handed_in(window, planted, "E2");
    std::fs::remove_file(sheet).expect("it is taken away");
}

/// Row and column from 0 of the mark of each criterion and bidder, as the workbook keeps them for its way back.
fn places(sheet: &Path) -> BTreeMap<(String, String), (u32, u8)> {
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(sheet).expect("a workbook");
    let hidden = book.worksheet_range("sentei").expect("what the sheet keeps");
    let words = |row: &[calamine::Data]| -> Vec<String> { row.iter().map(ToString::to_string).collect() };
    let kept = hidden.rows().map(words).filter(|row| row[0].parse::<u32>().is_ok());
    kept.map(|row| {
        let place = (row[0].parse().expect("a row"), row[1].parse().expect("a column"));
        ((row[4].clone(), row[5].clone()), place)
    })
    .collect()
}

/// On paper: typed in by somebody else, and handed in as such.
fn from_paper(window: &Window, planted: &Evaluated) {
    signed(window, planted, &format!("{}/paper", planted.key("E3")));
    window.wait_for_words(&word("sheet-typing-paper"));
    marked_by_keys(window, planted, "E3");
    handed_in(window, planted, "E3");
    let sheets = window.call("sheet_list", &json!({ "procurement": planted.procurement }));
    let means: Vec<&Value> = list(&sheets, "sheets").iter().map(|sheet| &sheet["handed_in"][0]["means"]).collect();
    assert_eq!(means, ["app", "excel", "paper"]);
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

/// Opposed marks are settled where the result shows them.
fn agreed(window: &Window, planted: &Evaluated) {
    let of = json!({ "procurement": planted.procurement });
    let result = window.call("result_get", &of);
    let named = |one: &Value, kind: &str, key: &str, name: &str| {
        let id = planted.key(&text(one, key));
        text(list(&result, kind).iter().find(|row| row["id"] == id.as_str()).expect("in the result"), name)
    };
    window.go(&format!("/p/{}/result", planted.procurement));
    window.wait_for(".rx .pt");
    window.execute("document.querySelectorAll('.rx .tw[aria-expanded=false]').forEach((one) => one.click())", &[]);
    window.settle();
    for (before, one) in list(&planted.file["evaluation"], "consensus").iter().enumerate() {
        let bidder = named(one, "bidders", "bidder", "short");
        let criterion = named(one, "criteria", "criterion", "title");
        let cell = format!(".rx .l .pt[aria-label*='{bidder}'][aria-label*='{criterion}']");
        window.click(&cell);
        window.wait_for(".panel .agree");
        window.click(&format!(".panel input[name=agreed-mark][value='{}']", text(one, "mark")));
        let reason = window.wait_for("#agree-reason");
        window.fill(&reason, &text(one, "reason"));
        // Left by Escape and opened again, the form holds what was begun.
        window.keys_to(&reason, key::ESCAPE);
        until("the panel closed", || (window.count(".panel") == 0).then_some(()));
        window.click(&cell);
        window.wait_for(".panel .agree");
        assert_eq!(window.execute(FORM, &[]), json!([one["mark"], one["reason"]]));
        window.click_text(&word("agree-save"));
        window.wait_until_stored("the agreed mark", "result_get", &of, |result| result["agreed"] == before + 1);
    }
    window.wait_for(".rx .agreed");
    // The form follows what is recorded, one step back and one forth.
    let recorded = window.execute(FORM, &[]);
    for (step, form) in [("undo", json!([null, ""])), ("redo", recorded)] {
        window.call(step, &of);
        until("the form as it is recorded", || (window.execute(FORM, &[]) == form).then_some(()));
    }
}

/// The mark and the reason in the form for what is agreed on.
const FORM: &str = "const mark = document.querySelector('[name=agreed-mark]:checked');
    return [mark?.value ?? null, document.querySelector('#agree-reason').value]";

/// Who has left is named under the table, until the step is taken back.
fn left(window: &Window, planted: &Evaluated) {
    let of = json!({ "procurement": planted.procurement });
    let bidder = planted.key("v2");
    let all = window.call("bidder_list", &of);
    let name = text(list(&all, "bidders").iter().find(|one| one["id"] == bidder.as_str()).expect("a bidder"), "name");
    let gone = say("result-left-one", &[("name", &name), ("status", &word("bidder-withdrawn"))]);
    window.call("bidder_step_add", &json!({ "bidder": bidder, "status": "withdrawn", "at": "2027/4/20" }));
    window.wait_for_words(&gone);
    window.call("undo", &of);
    window.wait_until_gone(&gone);
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
    let turning = list(&firmness, "weights").iter().find(|one| one["place"].is_string()).expect("a weight that turns");
    window.click_text(&word("firm-places"));
    window.wait_for_words(&text(turning, "place"));
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

/// What cannot be undone is confirmed by a tick first.
fn confirm(window: &Window, seen: &str) {
    window.click_text(&word(seen));
    window.click(".dialog .seal:enabled");
}

fn id_at(window: &Window, css: &str, of: &str) -> String {
    let found =
        window.execute("return arguments[0].dataset[arguments[1]]", &[window.wait_for(css).to_json(), json!(of)]);
    found.as_str().expect("an id").to_owned()
}

/// A point that is begun, and an approver, stand in their fields when their views are opened again, until they are written.
fn begun(window: &Window, planted: &Evaluated) {
    let point = ("discussion", "#add-off-expectation");
    let approver = ("approval", "#step-name");
    let held = |(view, css): (&str, &str)| {
        window.go(&format!("/p/{}/{view}", planted.procurement));
        let field = window.wait_for(css);
        let words = window.execute("return arguments[0].value", &[field.to_json()]);
        (field, words.as_str().expect("words").to_owned())
    };
    window.keys_to(&held(point).0, "業務責任者が");
    window.keys_to(&held(approver).0, "白石");
    let (field, words) = held(point);
    assert_eq!(words, "業務責任者が");
    window.keys_to(&field, &format!("兼務である{}", key::ENTER));
    window.wait_for(".point");
    assert_eq!(held(approver).1, "白石");
    assert_eq!(held(point).1, "");
}

/// In the window: discussed with a request to the vendor and its reply, chosen, approved with a condition, decided.
fn decided(window: &Window, planted: &Evaluated) {
    let of = json!({ "procurement": planted.procurement });
    begun(window, planted);
    window.click(".point summary");
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
    // Where nobody is chosen, nobody is said to become so.
    pick(window, "#decision-bidder", "none");
    window.wait_until_stored("that nobody is chosen", "decision_get", &of, |decision| decision["outcome"] == "none");
    fill(window, "#decision-reason", "総額が見込みに収まり、改善の提案が具体的である");
    window.wait_for_words(&word("decision-decide-note-none"));
    pick(window, "#decision-bidder", &planted.key("v1"));
    window.wait_for("#decision-reserve");
    pick(window, "#decision-reserve", &planted.key("v2"));
    let reserve = planted.key("v2");
    window.wait_until_stored("the reserve", "decision_get", &of, |decision| decision["reserve"] == reserve.as_str());
    // That both are one company is said no more once the other of the two is another.
    pick(window, "#decision-bidder", &reserve);
    window.wait_for_words(&word("error-decision-reserve"));
    pick(window, "#decision-reserve", "");
    window.wait_until_gone(&word("error-decision-reserve"));
    pick(window, "#decision-reserve", &reserve);
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
    confirm(window, "approval-submit-seen");
    // Sent back and changed since: nobody approves it before it is handed in again, and the choice says so.
    let outcome = format!("[id='outcome-{step}']");
    pick(window, &outcome, "sent-back");
    window.wait_until_stored("that it was sent back", "approval_get", &of, |all| all["state"] == "sent-back");
    fill(window, "#approval-timing", "六月から");
    window.wait_until_stored("the timing", "approval_get", &of, |all| all["timing"] == "六月から");
    pick(window, &outcome, "approved");
    window.wait_for_words(&word("error-approval-changed"));
    let shown = window.execute("return document.querySelector(arguments[0]).value", &[json!(outcome)]);
    assert_eq!(shown, "sent-back", "what is stored");
    window.click_text(&word("approval-submit"));
    confirm(window, "approval-submit-seen");
    window.wait_until_stored("that it was handed in", "approval_get", &of, |all| all["state"] == "under-way");
    window.wait_for_words(&word("approval-earlier"));
    let earlier = window.text_of(".earlier li");
    assert!(earlier.contains("管理本部長　白石 一郎"), "{earlier}");
    // Taken back, it is a draft again that tells so, and goes in once more.
    window.click_text(&word("approval-withdraw"));
    window.wait_until_stored("that it was taken back", "approval_get", &of, |all| all["state"] == "draft");
    until("a round more", || (window.count(".earlier li") == 2).then_some(()));
    window.click_text(&word("approval-submit"));
    confirm(window, "approval-submit-seen");
    window.wait_until_stored("that it was handed in again", "approval_get", &of, |all| all["state"] == "under-way");
    pick(window, &outcome, "conditions");
    enter(window, &format!("[id='cond-{step}']"), "再委託を行わないことを契約書に明記すること");
    window.wait_for(".cond.open");
    assert_eq!(window.count(".astep .acts"), 0, "the route stands once it is handed in");
    assert_eq!(window.axe(), Vec::<String>::new());

    window.go(&format!("/p/{}/discussion", planted.procurement));
    window.wait_for(".conclusion .go:enabled");
    window.wait_for_words(&word("decision-asked-note"));
    window.wait_for("#decision-bidder:disabled");
    window.wait_for("#decision-reserve:disabled");
    window.wait_for("#decision-reason[readonly]");
    assert_eq!(window.count("#meeting-at[readonly]"), 0, "the meeting can still be noted");
    window.click_text(&word("decision-decide"));
    window.wait_until_stored("the decision", "decision_get", &of, |decision| decision["decided"] != "");
    window.wait_for_words(&word("discussion-decided"));
    until("the focus on the heading", || {
        (window.execute("return document.activeElement.id", &[]) == json!("conclusion-h")).then_some(())
    });
    window.wait_for("#meeting-at[readonly]");
    assert_eq!(window.count(".discussion .adder, .discussion .acts"), 0, "what was discussed stands");
    window.go(&format!("/p/{}/criteria", planted.procurement));
    window.wait_for_words(&word("criteria-decided-note"));
    assert_eq!(window.count("edit-table .adder, edit-table .acts, .shares input:enabled"), 0, "criteria stand");
    window.go(&format!("/p/{}/sheets", planted.procurement));
    window.wait_for_words(&word("sheets-decided"));
    window.go(&format!("/p/{}/sheets/{}", planted.procurement, planted.key("E1")));
    window.wait_for("sheet-desk > .notice");
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
    // The drafts would go with the decision: that is asked first.
    window.go(&format!("/p/{}/discussion", planted.procurement));
    window.click_text(&word("decision-reopen"));
    window.wait_for(".dialog .dlead");
    assert!(window.text_of(".dialog .dlead").contains("4通"), "{}", window.text_of(".dialog .dlead"));
    window.click_text(&word("cancel"));
    window.go(&format!("/p/{}/notices", planted.procurement));
    window.wait_for("[data-notice]");
    for notice in notices {
        window.click(&format!("[data-notice='{}']", text(notice, "id")));
        window.wait_for(&format!("[data-detail='{}']", text(notice, "id")));
        // What was good first, then why it was not chosen; with the award only what was valued.
        for (n, offer) in (1..).zip(list(notice, "offers")) {
            let place = |mark: &Value| list(notice, "comments").iter().position(|one| one["mark"] == *mark);
            let li = list(offer, "marks").iter().find_map(place).expect("a comment that may be told") + 1;
            window.click(&format!(".tells li:nth-child({li}) .ticks .opt:nth-child({n}) input"));
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
    confirm(window, "distribution-irreversible");
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
    window.wait_for(".report-dialog .planned");
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
    by_excel(&window, &planted, &folder);
    from_paper(&window, &planted);
    assert_eq!(ranking(&window.call("result_get", &of)), expected(&planted, "before_consensus"));

    agreed(&window, &planted);
    assert_eq!(ranking(&window.call("result_get", &of)), expected(&planted, "after_consensus"));
    window.wait_for_words("81.00");
    left(&window, &planted);
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
    // When a proposal came stands with the decision.
    window.go(&format!("/p/{}/proposals/{}", planted.procurement, planted.key("v1")));
    window.wait_for("#proposal-received-at[readonly]");
    window.wait_for_words(&word("proposal-received-fixed"));
    let vendors = window.call("vendor_list", &json!({}));
    for (name, outcome) in [("株式会社ハルイロサポート", "awarded"), ("ミナモCSパートナーズ株式会社", "not-awarded")]
    {
        let vendor = list(&vendors, "vendors").iter().find(|one| one["name"] == name).expect("in the directory");
        let kept = window.call("vendor_get", &json!({ "id": vendor["id"] })).to_string();
        assert!(kept.contains(outcome), "the directory remembers {name}: {kept}");
    }
    assert_eq!(window.call("journal_verify", &json!({}))["broken"], Value::Null);
}
