//! From the sample to papers in a folder, and on to the addendum, by the commands alone.

use sentei_tests::desk::Desk;
use serde_json::{json, Value};

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

#[test]
fn a_release_keeps_its_papers_and_an_addendum_follows() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(folder.path());
    let id = desk.procurement("", "sample");
    let of = json!({ "procurement": id });

    let preview = desk.call("rfp_preview", &of);
    assert!(preview["pages"].as_u64().unwrap() > 5);
    let page = desk.call("rfp_preview_page", &json!({ "token": preview["token"], "page": 1, "width": 600 }));
    assert!(text(&page, "png").starts_with("iVBORw0KGgo"), "a PNG, in base64");
    let gone = desk.refused("rfp_preview_page", &json!({ "token": "another", "page": 1, "width": 600 }));
    assert_eq!(gone, "error-preview-gone");

    let plan = desk.call("rfp_release_plan", &of);
    let bidders = plan["addressees"].as_array().unwrap().len();
    assert!(bidders >= 2);
    assert_eq!(plan["files"].as_array().unwrap().len(), bidders + 2);
    let made = desk.call("rfp_release", &of);
    assert_eq!(text(&made, "number"), "1.0");
    assert_eq!(desk.refused("rfp_release", &of), "error-release-unchanged");

    let out = tempfile::tempdir().unwrap();
    let export = json!({ "release": made["release"], "to": out.path() });
    let files = desk.call("release_export", &export);
    assert_eq!(files["files"].as_array().unwrap().len(), bidders + 2);
    let again = desk.call("release_export", &export);
    assert_eq!(files, again, "the same bytes are not written twice");

    let sections = desk.call("rfp_get", &of);
    assert!(sections["addendum_due"].is_null());
    desk.call(
        "fact_set",
        &json!({ "procurement": id, "key": "schedule.proposal_deadline", "value": "2027-04-02 17:00" }),
    );
    let due = desk.call("rfp_get", &of);
    assert_eq!(text(&due["addendum_due"], "next"), "1.1");
    let changed: Vec<_> = due["sections"].as_array().unwrap().iter().filter(|row| row["changed"] == true).collect();
    assert!(changed.len() >= 2, "the section with the date and the one with the schedule are marked");
    let fields = desk.call("rfp_fields", &of);
    let moved: Vec<_> = fields["fields"].as_array().unwrap().iter().filter(|field| !field["moved"].is_null()).collect();
    assert_eq!(moved.len(), 1);
    assert_eq!(text(moved[0], "key"), "schedule.proposal_deadline");

    let reason = "見積の前提が変わるため、3営業日延ばす。";
    let second = desk.call("rfp_release", &json!({ "procurement": id, "reason": reason }));
    assert_eq!(text(&second, "number"), "1.1");
    let list = desk.call("release_list", &of);
    let rows = list.as_array().unwrap();
    assert_eq!((text(&rows[0], "kind"), text(&rows[1], "kind")), ("release", "addendum"));
    assert_eq!(text(&rows[1], "reason"), reason);
    assert_eq!(rows[1]["files"].as_array().unwrap().len(), 2 * (bidders + 1) + 1);
    let addendum =
        desk.call("rfp_preview", &json!({ "procurement": id, "release": second["release"], "paper": "addendum" }));
    assert!(addendum["pages"].as_u64().unwrap() >= 1);

    let still = desk.call("release_export", &export);
    assert_eq!(files, still, "the first release is as it was");
    assert_eq!(desk.refused("undo", &of), "error-nothing-to-undo");
}

#[test]
fn an_addendum_for_which_nobody_gives_a_reason_says_what_changed() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(folder.path());
    let id = desk.procurement("委託先の選定", "outline:cs-bpo");
    let of = json!({ "procurement": id });
    let deadline = |value: &str| json!({ "procurement": id, "key": "schedule.proposal_deadline", "value": value });
    desk.call("fact_set", &deadline("2027-03-30 17:00"));
    assert!(desk.call("rfp_release_plan", &of)["reason"].is_null(), "the first release needs none");
    desk.call("rfp_release", &json!({ "procurement": id, "accept_incomplete": true }));
    desk.call("fact_set", &deadline("2027-04-02 17:00"));
    assert_eq!(text(&desk.call("rfp_release_plan", &of), "reason"), "提案書の提出期限の変更");
    desk.call("rfp_release", &json!({ "procurement": id, "accept_incomplete": true, "reason": " " }));
    let list = desk.call("release_list", &of);
    assert_eq!((text(&list[0], "reason"), text(&list[1], "reason")), ("", "提案書の提出期限の変更"));
}

#[test]
fn what_is_missing_stops_a_release_until_it_is_accepted() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(folder.path());
    let id = desk.procurement("委託先の選定", "outline:cs-bpo");
    let of = json!({ "procurement": id });
    assert_eq!(desk.refused("rfp_release", &of), "error-release-blocked");
    let made = desk.call("rfp_release", &json!({ "procurement": id, "accept_incomplete": true }));
    let list = desk.call("release_list", &of);
    assert_eq!(list[0]["id"], made["release"]);
    assert!(!list[0]["incomplete"].as_array().unwrap().is_empty());
}

#[test]
fn a_section_is_written_and_what_it_cannot_hold_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(folder.path());
    let id = desk.procurement("件名", "empty");
    let section =
        desk.call("section_add", &json!({ "procurement": id, "parent": null, "after": null, "title": "背景" }));
    let body =
        json!({ "type": "doc", "content": [{ "type": "paragraph", "content": [{ "type": "text", "text": "本文" }] }] });
    desk.call("section_set", &json!({ "id": section["id"], "body": body }));
    let row = &desk.call("rfp_get", &json!({ "procurement": id }))["sections"][0];
    assert_eq!((text(row, "number"), text(row, "state")), ("1", "draft"));
    assert_eq!(desk.call("section_get", &section)["body"], body);
    let hostile = json!({ "type": "doc", "content": [{ "type": "script" }] });
    assert_eq!(desk.refused("section_set", &json!({ "id": section["id"], "body": hostile })), "error-text-shape");
    assert_eq!(desk.call("section_get", &section)["body"], body);
}

#[test]
fn sections_are_taken_from_a_markdown_file_in_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let desk = Desk::open(folder.path());
    let id = desk.procurement("件名", "empty");
    let file = folder.path().join("下書き.md");
    std::fs::write(&file, "# 要件\n\n本文。\n\n## 背景\n\n- 一つ\n- 二つ\n\n# 契約\n").unwrap();
    let taken = desk.call("rfp_import", &json!({ "procurement": id, "file": file }));
    assert_eq!(taken["sections"], 3);
    let of = json!({ "procurement": id });
    let rfp = desk.call("rfp_get", &of);
    let rows: Vec<String> = rfp["sections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| format!("{} {}", text(row, "number"), text(row, "title")))
        .collect();
    assert_eq!(rows, ["1 要件", "1.1 背景", "2 契約"]);
    desk.call("undo", &of);
    assert!(desk.call("rfp_get", &of)["sections"].as_array().unwrap().is_empty());
}
