//! Libraries written by earlier versions: they open, hold everything, and a copy of what they were is kept.
//! `fixtures/libraries/schema-<n>.zip` was written by the last program whose schema had n steps.

use std::fs;
use std::path::Path;

use sentei_tests::desk::Desk;
use sentei_tests::program::Shelf;
use sentei_tests::source::project;
use serde_json::json;

/// Lays the library of the fixtures out in `folder`.
fn lay_out(name: &str, folder: &Path) {
    let archive = fs::File::open(project().join("tests/fixtures/libraries").join(name)).expect("the fixture");
    zip::ZipArchive::new(archive).expect("an archive").extract(folder).expect("the library");
}

#[test]
fn a_library_of_the_first_schema_opens_with_everything_in_it() {
    let shelf = Shelf::new();
    lay_out("schema-1.zip", &shelf.library());
    let before = fs::read(shelf.library().join("library.db")).expect("the store");
    let desk = Desk::open(&shelf.library());

    let home = desk.call("home", &json!({}));
    let procurement = home["procurements"][0]["id"].as_str().expect("one procurement").to_owned();
    assert_eq!(home["procurements"][0]["title"], "問い合わせ窓口の委託");
    let list = desk.call("bidder_list", &json!({ "procurement": procurement }));
    assert_eq!(list["bidders"][0]["name"], "株式会社みほん商会");
    assert_eq!(list["bidders"][0]["person"], "髙橋 すみれ");
    assert_eq!(list["bidders"][0]["status"], "invited");
    assert_eq!(list["bidders"][1]["name"], "レイ商事㈱");
    assert!(desk.sections(&procurement).len() > 5, "the outline is there");
    assert_eq!(desk.call("journal_verify", &json!({}))["broken"], json!(null), "the history is whole");

    // What it was stands beside it, byte for byte, and the step back stops where the rows had another shape.
    let kept = fs::read_dir(shelf.library().join("backups")).expect("backups").filter_map(Result::ok);
    let kept: Vec<Vec<u8>> = kept.map(|entry| fs::read(entry.path()).expect("a backup")).collect();
    let version = |store: &[u8]| u32::from_be_bytes(store[60..64].try_into().expect("four bytes"));
    assert_eq!(kept.iter().map(|store| version(store)).collect::<Vec<_>>(), [1], "one backup, of the first schema");
    assert_eq!(kept[0].len(), before.len());
    assert_eq!(desk.call("undo_state", &json!({ "procurement": procurement }))["undo"], json!(null));

    // And work goes on.
    desk.call("procurement_rename", &json!({ "id": procurement, "title": "窓口業務の委託" }));
    desk.call("undo", &json!({ "procurement": procurement }));
    assert_eq!(desk.call("home", &json!({}))["procurements"][0]["title"], "問い合わせ窓口の委託");
    drop(desk);
    let again = Desk::open(&shelf.library());
    assert_eq!(again.call("bidder_list", &json!({ "procurement": procurement }))["bidders"][0]["status"], "invited");
}

#[test]
fn a_library_of_the_second_schema_keeps_its_questions_and_criteria() {
    let shelf = Shelf::new();
    lay_out("schema-2.zip", &shelf.library());
    let desk = Desk::open(&shelf.library());
    let home = desk.call("home", &json!({}));
    let procurement = home["procurements"][0]["id"].as_str().expect("one procurement").to_owned();
    let of = json!({ "procurement": procurement });
    assert_eq!(desk.call("question_list", &of)["rows"][0]["number"], "Q-001");
    let criteria = desk.call("criterion_list", &of);
    assert_eq!(criteria["criteria"][0]["title"], "要求への適合");
    assert_eq!(desk.call("evaluator_list", &of)[0]["name"], "早瀬 みのり");
    assert_eq!(desk.call("journal_verify", &json!({}))["broken"], json!(null), "the history is whole");

    // What had no scheme before is judged by ○△×, and can be edited and taken back.
    let id = criteria["criteria"][0]["id"].as_str().expect("a key");
    desk.call("criterion_set", &json!({ "id": id, "field": "weight", "value": "31" }));
    desk.call("undo", &of);
    assert_eq!(desk.call("criterion_list", &of)["criteria"][0]["weight"], "30");
}

#[test]
fn a_library_of_the_third_schema_keeps_its_statements_and_a_new_one_needs_a_reason() {
    let shelf = Shelf::new();
    lay_out("schema-3.zip", &shelf.library());
    let desk = Desk::open(&shelf.library());
    let home = desk.call("home", &json!({}));
    let procurement = home["procurements"][0]["id"].as_str().expect("one procurement").to_owned();
    let evaluator = desk.call("evaluator_list", &json!({ "procurement": procurement }))[0]["id"].clone();
    let stated = || desk.call("conflict_get", &json!({ "evaluator": evaluator }))["statement"]["note"].clone();
    assert_eq!(stated(), "以前の勤め先");
    assert_eq!(desk.call("journal_verify", &json!({}))["broken"], json!(null), "the history is whole");

    let mut anew = json!({ "evaluator": evaluator, "conflict": false });
    desk.refused("conflict_sign", &anew);
    assert_eq!(stated(), "以前の勤め先");
    anew["reason"] = json!("別の会社と取り違えたため");
    desk.call("conflict_sign", &anew);
    assert_eq!(stated(), "");
    desk.call("undo", &json!({ "procurement": procurement }));
    assert_eq!(stated(), "以前の勤め先");
}

#[test]
fn a_library_of_the_fourth_schema_keeps_its_letters_until_they_are_taken_from_their_template_again() {
    let shelf = Shelf::new();
    lay_out("schema-4.zip", &shelf.library());
    let desk = Desk::open(&shelf.library());
    let home = desk.call("home", &json!({}));
    let procurement = home["procurements"][0]["id"].as_str().expect("one procurement").to_owned();
    let of = json!({ "procurement": procurement });
    let letter = |kind: &str| {
        let all = desk.call("notice_list", &of)["notices"].as_array().expect("letters").clone();
        all.into_iter().find(|one| one["kind"] == kind).expect("a letter")
    };
    let says = |letter: &serde_json::Value, words: &str| letter["body"].as_str().expect("words").contains(words);
    let (award, regret) = (letter("award"), letter("regret"));
    // Neither is what its template gives today: the one was changed by hand, of the other the template was.
    assert_eq!((&award["untouched"], &regret["untouched"]), (&json!(false), &json!(false)));
    assert!(says(&regret, "またの機会によろしくお願いいたします。"), "{regret}");

    desk.call("fact_set", &json!({ "procurement": procurement, "key": "contact.phone", "value": "03-5555-0000" }));
    // What its template gave then nobody knows any more: the words stay, and follow from the next time they are taken.
    for kind in ["award", "regret"] {
        assert!(says(&letter(kind), "03-0000-0000"), "{kind}");
        desk.call("notice_rewrite", &json!({ "id": letter(kind)["id"] }));
    }
    desk.call("fact_set", &json!({ "procurement": procurement, "key": "contact.phone", "value": "03-6666-0000" }));
    for kind in ["award", "regret"] {
        assert!(says(&letter(kind), "03-6666-0000"), "{kind}");
    }
    assert_eq!(desk.call("journal_verify", &json!({}))["broken"], json!(null));
}
