//! The result through the commands: what was agreed on changes it, a bidder is left out and taken back, and nothing of a
//! sheet that is not handed in is in it.

use sentei_core::journal::Op;
use sentei_core::l10n::Lang;
use sentei_core::library::Library;
use sentei_core::marking::firm::seed;
use sentei_core::marking::sheet::hand_in;
use sentei_core::marking::By;
use sentei_core::Text;
use sentei_tests::desk::Desk;
use sentei_tests::evaluated::{sample, Evaluated, Until};
use sentei_tests::judged::{fill, judged, stamp, Judged, Size};
use sentei_tests::program::Shelf;
use sentei_tests::window::Opening;
use serde_json::{json, Value};

fn opened(until: Until) -> (Shelf, Desk, Evaluated) {
    let shelf = Shelf::new();
    let planted = sample(&shelf.library(), Lang::Ja, until);
    let desk = Desk::open(&shelf.library());
    (shelf, desk, planted)
}

/// Criteria of every scheme under an RFP that was never released, with the sheets of these evaluators handed in.
fn unreleased(bidders: usize, evaluators: usize, handed_in: &[usize]) -> (Shelf, Desk, Judged) {
    let shelf = Shelf::new();
    let planted = judged(&shelf.library(), Lang::Ja, Size { bidders, criteria: 6, evaluators });
    let mut library = Library::open(&shelf.library(), [8; 16], &stamp()).expect("the library");
    library
        .transact(Op::new("fact-set"), &stamp(), |tx| {
            for evaluator in handed_in.iter().map(|place| &planted.evaluators[*place]) {
                fill(tx, &planted, evaluator, "根拠がある")?;
                hand_in(tx, evaluator, By::App)?;
            }
            Ok(())
        })
        .expect("handed in");
    drop(library);
    let desk = Desk::open(&shelf.library());
    (shelf, desk, planted)
}

fn result(desk: &Desk, planted: &Evaluated) -> Value {
    desk.call("result_get", &json!({ "procurement": planted.procurement }))
}

/// Rank, bidder and total, the first in front.
fn totals(result: &Value) -> Vec<(Value, Value, Value)> {
    let bidders = result["bidders"].as_array().expect("bidders");
    bidders.iter().map(|one| (one["rank"].clone(), one["id"].clone(), one["total"].clone())).collect()
}

fn expected(planted: &Evaluated, which: &str) -> Vec<(Value, Value, Value)> {
    let rows = planted.file["evaluation"]["expected_result"][which].as_array().expect("rows");
    let key = |row: &Value| json!(planted.key(row["bidder"].as_str().expect("a key")));
    rows.iter().map(|row| (row["rank"].clone(), key(row), row["total"].clone())).collect()
}

#[test]
fn parts_are_told_of_the_criteria_that_are_open_and_of_all_where_none_are_named() {
    let (_shelf, desk, planted) = opened(Until::HandedIn);
    let rows = |open: Value| {
        let mut of = json!({ "procurement": planted.procurement });
        if !open.is_null() {
            of["open"] = open;
        }
        desk.call("result_get", &of)["criteria"].as_array().expect("criteria").clone()
    };
    let all = rows(Value::Null);
    let wholes: Vec<Value> = all.iter().filter(|one| one["parent"].is_null()).cloned().collect();
    assert!(wholes.len() < all.len(), "some have parts");
    assert_eq!(rows(json!([])), wholes);
    let open = planted.key("C1");
    let parts: Vec<Value> =
        all.iter().filter(|one| one["parent"].is_null() || one["parent"] == open.as_str()).cloned().collect();
    assert_eq!(rows(json!([open])), parts);
}

#[test]
fn what_is_agreed_on_changes_the_result_as_the_sample_says_and_back() {
    let (_shelf, desk, planted) = opened(Until::HandedIn);
    assert_eq!(totals(&result(&desk, &planted)), expected(&planted, "before_consensus"));
    let agreed = planted.file["evaluation"]["consensus"].as_array().expect("a list").clone();
    let place = |one: &Value| {
        let key = |name: &str| planted.key(one[name].as_str().expect("a key"));
        (key("criterion"), key("bidder"))
    };
    for one in &agreed {
        let (criterion, bidder) = place(one);
        let without =
            json!({ "criterion": criterion, "bidder": bidder, "mark": one["mark"], "reason": " ", "agreed_by": [] });
        assert_eq!(desk.refused("consensus_set", &without), "error-consensus-reason");
        let with = json!({ "criterion": criterion, "bidder": bidder, "mark": one["mark"], "reason": one["reason"], "agreed_by": ["早瀬 みのり"] });
        desk.call("consensus_set", &with);
    }
    let after = result(&desk, &planted);
    assert_eq!(totals(&after), expected(&planted, "after_consensus"));
    // The evaluators' own marks stay beside what was agreed on.
    let (criterion, bidder) = place(&agreed[0]);
    let row = after["criteria"]
        .as_array()
        .expect("criteria")
        .iter()
        .find(|one| one["id"] == json!(criterion))
        .expect("a row");
    let at = after["bidders"]
        .as_array()
        .expect("bidders")
        .iter()
        .position(|one| one["id"] == json!(bidder))
        .expect("a column");
    let cell = &row["cells"][at];
    assert_eq!(cell["agreed"]["mark"], agreed[0]["mark"]);
    assert_eq!(cell["marks"].as_array().map(Vec::len), Some(3));
    assert!(after["oddities"]
        .as_array()
        .expect("oddities")
        .iter()
        .all(|odd| odd["kind"] != "opposed" || odd["settled"] == true));
    for one in &agreed {
        let (criterion, bidder) = place(one);
        desk.call("consensus_remove", &json!({ "criterion": criterion, "bidder": bidder }));
    }
    assert_eq!(totals(&result(&desk, &planted)), expected(&planted, "before_consensus"));
    desk.call("undo", &json!({ "procurement": planted.procurement }));
    assert_ne!(totals(&result(&desk, &planted)), expected(&planted, "before_consensus"));
}

#[test]
fn a_bidder_is_left_out_for_a_reason_and_taken_back_for_one() {
    let (_shelf, desk, planted) = opened(Until::Agreed);
    let bidder = planted.key("v1");
    let before = totals(&result(&desk, &planted));
    assert_eq!(desk.refused("exclusion_add", &json!({ "bidder": bidder, "reason": "" })), "error-exclusion-reason");
    desk.call("exclusion_add", &json!({ "bidder": bidder, "reason": "再委託の届け出がない" }));
    let out = result(&desk, &planted);
    let last = out["bidders"].as_array().expect("bidders").last().expect("a bidder").clone();
    assert_eq!(
        (last["id"].clone(), last["rank"].clone(), last["excluded"].clone()),
        (json!(bidder), Value::Null, json!(true))
    );
    assert_eq!(out["bidders"][0]["id"], json!(planted.key("v2")));
    assert_eq!(desk.refused("exclusion_add", &json!({ "bidder": bidder, "reason": "再び" })), "error-excluded-already");
    desk.call("exclusion_lift", &json!({ "bidder": bidder, "reason": "届け出があった" }));
    let back = result(&desk, &planted);
    assert_eq!(totals(&back), before);
    assert_eq!(back["bidders"][0]["decisions"].as_array().map(Vec::len), Some(1), "the record stays");
}

#[test]
fn nothing_of_an_open_sheet_is_in_the_result() {
    let (_shelf, desk, planted) = opened(Until::Proposals);
    let empty = result(&desk, &planted);
    assert_eq!(empty["state"], "empty");
    let (evaluator, criterion, bidder) = (planted.key("E1"), planted.key("C1.1"), planted.key("v1"));
    desk.call("conflict_sign", &json!({ "evaluator": evaluator, "conflict": false, "note": "", "bidders": [] }));
    let mark = |field: &str, value: &str| json!({ "evaluator": evaluator, "criterion": criterion, "bidder": bidder, "field": field, "value": value });
    desk.call("mark_set", &mark("mark", "×"));
    desk.call("mark_set", &mark("comment", "まだ誰にも見せない所見"));
    let still = result(&desk, &planted);
    assert_eq!(still, empty);
    let opened = desk
        .call("result_open", &json!({ "procurement": planted.procurement, "bidder": bidder, "criterion": criterion }));
    let firm = desk.call("firmness_get", &json!({ "procurement": planted.procurement }));
    for told in [&still, &opened, &firm] {
        assert!(!told.to_string().contains("まだ誰にも見せない所見"), "{told}");
    }
    let early = json!({ "criterion": criterion, "bidder": bidder, "mark": "○", "reason": "理由", "agreed_by": [] });
    assert_eq!(desk.refused("consensus_set", &early), "error-consensus-early");
}

#[test]
fn marks_without_a_comment_are_told_with_the_place_of_the_first() {
    let (_shelf, desk, planted) = opened(Until::Proposals);
    let (evaluator, criterion, bidder) = (planted.key("E1"), planted.key("C1.1"), planted.key("v1"));
    desk.call("conflict_sign", &json!({ "evaluator": evaluator, "conflict": false }));
    for bidder in [&bidder, &planted.key("v2")] {
        let mark =
            json!({ "evaluator": evaluator, "criterion": criterion, "bidder": bidder, "field": "mark", "value": "○" });
        desk.call("mark_set", &mark);
    }
    desk.call("sheet_hand_in", &json!({ "evaluator": evaluator, "means": "app" }));
    let result = result(&desk, &planted);
    let rows = result["oddities"].as_array().expect("rows");
    let bare: Vec<&Value> = rows.iter().filter(|one| one["kind"] == "no-comment").collect();
    assert_eq!(bare.len(), 1, "the two are told together: {bare:?}");
    assert_eq!((&bare[0]["criterion"], &bare[0]["bidder"]), (&json!(criterion), &json!(bidder)));
    assert_eq!(bare[0]["text"]["args"]["count"], "2");
}

#[test]
fn every_number_can_be_opened_to_those_it_came_from() {
    let (_shelf, desk, planted) = opened(Until::Agreed);
    let shown = result(&desk, &planted);
    let open = |bidder: &Value, criterion: Option<&Value>| {
        let mut args = json!({ "procurement": planted.procurement, "bidder": bidder });
        if let Some(criterion) = criterion {
            args["criterion"] = criterion.clone();
        }
        let opened = desk.call("result_open", &args);
        opened["steps"].as_array().expect("steps").last().expect("a last step")["text"]["args"]["points"].clone()
    };
    for (n, bidder) in shown["bidders"].as_array().expect("bidders").iter().enumerate() {
        assert_eq!(open(&bidder["id"], None), bidder["total"]);
        for criterion in shown["criteria"].as_array().expect("criteria") {
            let points = criterion["cells"][n]["points"].as_str().expect("points");
            let last = open(&bidder["id"], Some(&criterion["id"]));
            let same = |a: &str, b: &str| a.parse::<f64>().ok() == b.parse::<f64>().ok();
            assert!(same(points, last.as_str().expect("a number")), "{points} {last}");
        }
    }
}

#[test]
fn firmness_comes_out_alike_and_tells_what_would_change_the_winner() {
    let (_shelf, desk, planted) = opened(Until::Agreed);
    let args = json!({ "procurement": planted.procurement });
    let first = desk.call("firmness_get", &args);
    assert_eq!(first, desk.call("firmness_get", &args));
    assert_eq!(first["flip"]["id"], "firm-flip");
    assert_eq!(first["without"][0]["id"], "firm-without-none");
    assert!(first["flips"]["svg"].as_str().is_some_and(|svg| svg.contains("k-tick")));
}

#[test]
fn firmness_tells_the_weights_of_parts_and_the_whole_ranking_without_each() {
    let (_shelf, desk, planted) = opened(Until::Agreed);
    let shown = result(&desk, &planted);
    let firmness = desk.call("firmness_get", &json!({ "procurement": planted.procurement }));
    let weights = firmness["weights"].as_array().expect("weights");
    let keys = |rows: &[Value]| rows.iter().map(|one| one["id"].clone()).collect::<Vec<_>>();
    assert_eq!(keys(weights), keys(shown["criteria"].as_array().expect("criteria")), "parts behind their whole");
    let figure = |value: &Value| value.as_str().and_then(|words| words.parse::<f64>().ok());
    let changes = weights.iter().filter_map(|one| Some((figure(&one["at"])? - figure(&one["weight"])?).abs()));
    let told = &firmness["flip"]["args"];
    let least = (figure(&told["to"]).expect("a weight") - figure(&told["from"]).expect("a weight")).abs();
    assert!((changes.fold(f64::MAX, f64::min) - least).abs() < 0.15, "the smallest change of all is told: {firmness}");

    let bidders = shown["bidders"].as_array().expect("bidders");
    let cases = firmness["cases"].as_array().expect("cases");
    assert_eq!(cases.len(), 3 + bidders.len(), "three evaluators, and every bidder, the first among them");
    assert!(cases.iter().all(|case| case["ranking"].as_array().is_some_and(|ranks| ranks.len() > 1)), "{cases:?}");
    let first = cases.iter().find(|case| case["what"]["args"]["name"] == bidders[0]["short"]).expect("without it");
    assert_eq!(first["ranking"][0]["args"], json!({ "rank": "1", "names": bidders[1]["short"] }));
    assert_eq!((&first["lead"], &first["changes"]), (&Value::Null, &json!(false)));
}

#[test]
fn pass_and_fail_are_opened_in_words() {
    let (_shelf, desk, planted) = unreleased(3, 2, &[0, 1]);
    let (bidder, criterion) = (&planted.bidders[1], &planted.criteria[3]);
    let steps = |lang: Lang| -> Vec<String> {
        let args = json!({ "procurement": planted.procurement, "bidder": bidder, "criterion": criterion });
        let opened = desk.call("result_open", &args);
        let steps = opened["steps"].as_array().expect("steps").iter();
        let text = |step: &Value| serde_json::from_value::<Text>(step["text"].clone()).expect("a sentence");
        steps.map(|step| lang.say(&text(step))).collect()
    };
    assert_eq!(steps(Lang::Ja)[0], "見本 花子 1：不合格");
    assert_eq!(steps(Lang::En)[0], "見本 花子 1: Fail");
    let agreed = json!({ "criterion": criterion, "bidder": bidder, "mark": "pass", "reason": "認証を確かめた", "agreed_by": [] });
    desk.call("consensus_set", &agreed);
    let told = steps(Lang::Ja);
    assert!(told.iter().any(|step| step.starts_with("合議：合格")), "{told:?}");
    assert!(told.iter().all(|step| !step.contains("pass")), "{told:?}");
}

/// The text of a PDF, as a reader gets it.
fn pdf_text(path: &std::path::Path) -> String {
    let output = std::process::Command::new("pdftotext")
        .args(["-layout", &path.display().to_string(), "-"])
        .output()
        .expect("pdftotext runs: `make test` installs it");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The words of every cell of a workbook.
fn sheet_text(path: &std::path::Path) -> String {
    use calamine::Reader as _;
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(path).expect("a workbook");
    let mut words = String::new();
    for (_, range) in book.worksheets() {
        for cell in range.used_cells() {
            words.push_str(&cell.2.to_string());
            words.push('\n');
        }
    }
    words
}

/// The report in a folder: its PDF and its workbook, in words.
fn reported(desk: &Desk, procurement: &str, to: &std::path::Path) -> (String, String) {
    let made = desk.call("report_export", &json!({ "procurement": procurement, "to": to }));
    let files: Vec<std::path::PathBuf> =
        made["files"].as_array().expect("files").iter().filter_map(|file| Some(file.as_str()?.into())).collect();
    (pdf_text(&files[0]), sheet_text(&files[1]))
}

#[test]
fn the_report_tells_the_decision_and_every_number_behind_it() {
    let (shelf, desk, planted) = opened(Until::Decided);
    let plan = desk.call("report_plan", &json!({ "procurement": planted.procurement }));
    assert_eq!(plan["chapters"].as_array().map(Vec::len), Some(12));
    let (paper, numbers) = reported(&desk, &planted.procurement, &shelf.beside("報告"));
    let bare: String = paper.chars().filter(|c| !c.is_whitespace()).collect();
    for words in [
        "選定結果報告書",
        "株式会社ハルイロサポート",
        "81.00",
        "72.50",
        "再委託を行わないことを契約書に明記すること",
        "評価の結果",
        "確定後の変更",
        "の提案書を受領（期限後",
        "同じ評点を付けています",
        "評点が空欄です",
        "評点は、どの表でもこの順に並べています",
        "評点が一つだけの欄は、合議の評点です",
        "E1早瀬みのり",
        "発行後、評価項目・配点・決まりに変更はありません",
    ] {
        assert!(bare.contains(words), "{words} is not in the report");
    }
    let drawn = format!("0x{:016x}", seed(&planted.procurement));
    assert!(bare.contains(&drawn), "the seed {drawn} is not in the report");
    for agreed in planted.file["evaluation"]["consensus"].as_array().expect("a list") {
        let reason: String = agreed["reason"].as_str().expect("a reason").chars().take(8).collect();
        assert!(bare.contains(&reason), "{reason}");
    }
    for words in [
        "81",
        "72.5",
        "ハルイロサポート",
        "ISMS認証があり、直近の監査報告も示された",
        "現在の1位の差（点）",
        "入れ替わる配点",
        "1位 ハルイロサポート、2位 ",
        "E1 早瀬 みのりを除く",
        "10000",
        "金額（税は左の欄のとおり）",
        // A cell of its own: lines say it in their titles too.
        "\n税込\n",
        drawn.as_str(),
    ] {
        assert!(numbers.contains(words), "{words} is not among the numbers");
    }
}

#[test]
fn the_report_prints_every_statement_of_a_conflict_with_what_was_ruled() {
    let (shelf, desk, planted) = opened(Until::Proposals);
    let (hers, kin, other) = (planted.key("E1"), planted.key("v1"), planted.key("v2"));
    desk.call("conflict_sign", &json!({ "evaluator": hers, "conflict": false }));
    let anew = json!({ "evaluator": hers, "conflict": true, "bidders": [{ "bidder": kin, "what": "前職" }] });
    assert_eq!(desk.refused("conflict_sign", &anew), "error-statement-reason");
    let mut reasoned = anew.clone();
    reasoned["reason"] = json!("合併");
    desk.call("conflict_sign", &reasoned);
    let named = desk.call("conflict_get", &json!({ "evaluator": hers }))["statement"]["named"][0]["id"].clone();
    let unruled = || {
        let sheet = desk.call("sheet_get", &json!({ "evaluator": hers }));
        let tied = sheet["bidders"].as_array().unwrap().iter().find(|one| one["id"] == kin.as_str()).unwrap();
        (tied["aside"].clone(), tied["unruled"].clone())
    };
    assert_eq!(unruled(), (json!(true), json!(true)), "the sheet says that it is still to be ruled");
    desk.call("conflict_rule", &json!({ "id": named, "ruling": "aside", "reason": "申出" }));
    assert_eq!(unruled(), (json!(true), json!(false)));
    let mark =
        json!({ "evaluator": hers, "criterion": planted.key("C1.1"), "bidder": other, "field": "mark", "value": "○" });
    desk.call("mark_set", &mark);
    desk.call("sheet_hand_in", &json!({ "evaluator": hers, "means": "app" }));
    let (paper, _) = reported(&desk, &planted.procurement, &shelf.beside("報告"));
    let bare: String = paper.chars().filter(|c| !c.is_whitespace()).collect();
    // Short enough for a line of their own: the columns of a table stand side by side.
    for words in ["利害関係なし", "前職", "合併", "申出"] {
        assert!(bare.contains(words), "{words} is not in the report");
    }
}

#[test]
fn nothing_of_an_open_sheet_reaches_the_report() {
    let (shelf, desk, planted) = opened(Until::Proposals);
    let to = shelf.beside("報告");
    let args = json!({ "procurement": planted.procurement, "to": to });
    assert_eq!(desk.refused("report_export", &args), "error-report-empty");
    let (first, second) = (planted.key("E1"), planted.key("E2"));
    let (criterion, bidder) = (planted.key("C1.1"), planted.key("v1"));
    for (evaluator, comment) in [(&first, "提出した所見"), (&second, "まだ見せない所見")] {
        desk.call("conflict_sign", &json!({ "evaluator": evaluator, "conflict": false }));
        for (field, value) in [("mark", "○"), ("comment", comment)] {
            desk.call("mark_set", &json!({ "evaluator": evaluator, "criterion": criterion, "bidder": bidder, "field": field, "value": value }));
        }
    }
    desk.call("sheet_hand_in", &json!({ "evaluator": first, "means": "app" }));
    let (paper, numbers) = reported(&desk, &planted.procurement, &to);
    let bare: String = paper.chars().filter(|c| !c.is_whitespace()).collect();
    for told in [&bare, &numbers] {
        assert!(told.contains("提出した所見"));
        assert!(!told.contains("まだ見せない所見"), "{told}");
    }
    assert!(bare.contains("暫定"));
}

#[test]
fn the_screen_keeps_marks_in_the_places_of_their_evaluators() {
    let (shelf, desk, planted) = unreleased(2, 3, &[0, 2]);
    drop(desk);
    let window = Opening::new("places", &shelf.library()).open();
    window.go(&format!("/p/{}/result", planted.procurement));
    window.click(".rx .tw");
    window.wait_for(".rx .ms");
    let places = "const marks = document.querySelector('.rx .ms');
         return [...marks.children].map((one) => one.matches('.m') || one.textContent)";
    assert_eq!(window.execute(places, &[]), json!([true, "／", true]));
    let told = window.execute("return document.querySelector('.rx .ms').getAttribute('aria-label')", &[]);
    let unasked = format!("見本 花子 2 {}", Lang::Ja.word("result-unasked"));
    assert!(told.as_str().is_some_and(|told| told.contains(&unasked)), "{told}");
    assert!(window.text_of(".result .key").contains('／'), "what the sign means");
}

#[test]
fn the_report_keeps_marks_in_the_places_of_their_evaluators() {
    let (shelf, desk, planted) = unreleased(2, 2, &[1]);
    let (paper, numbers) = reported(&desk, &planted.procurement, &shelf.beside("報告"));
    let bare: String = paper.chars().filter(|c| !c.is_whitespace()).collect();
    for words in ["E1見本花子1", "E2見本花子2", "／○", "／A", "段階の評点（A1・B0.6・C0）は"] {
        assert!(bare.contains(words), "{words} is not in the report: {bare}");
    }
    for words in ["E2", "配点に対する割合", "0.6", "不合格"] {
        assert!(numbers.contains(words), "{words} is not among the numbers");
    }
}

#[test]
fn the_report_says_that_nothing_is_odd_and_that_nothing_was_released() {
    let (shelf, desk, planted) = unreleased(1, 1, &[0]);
    let (paper, _) = reported(&desk, &planted.procurement, &shelf.beside("報告"));
    let bare: String = paper.chars().filter(|c| !c.is_whitespace()).collect();
    for words in ["順位が入れ替わる候補のいずれもありません", "提案依頼書は発行していません", "評価シートの提出後"]
    {
        assert!(bare.contains(words), "{words} is not in the report: {bare}");
    }
    assert!(!bare.contains("提案依頼書の発行後"), "{bare}");
}
