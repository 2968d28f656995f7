//! From shared answers to a matrix without a gap, by the commands alone.

use std::path::{Path, PathBuf};

use sentei_tests::desk::Desk;
use serde_json::{json, Value};

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("no list {key}: {value}"))
}

/// Asks, answers and approves; gives back the question.
fn answered(desk: &Desk, procurement: &str, bidder: &Value, words: &str, alone: bool) -> String {
    let made = desk.call("question_add", &json!({ "procurement": procurement, "bidders": [bidder], "words": words }));
    let id = text(&made, "id").to_owned();
    let set = |field: &str, value: &str| {
        desk.call("question_set", &json!({ "questions": [id], "field": field, "value": value }))
    };
    set("wording", words);
    set("answer", "ご理解のとおりです。\n・月末は延ばします");
    if alone {
        set("share", "asker");
        set("share_reason", "内容から質問者が分かるため");
    }
    desk.call("question_approve", &json!({ "questions": [id] }));
    id
}

/// The names of all files under a folder, and what they hold as far as it can be read as text.
fn inside(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        found.push((path.clone(), std::fs::read(&path).unwrap()));
    }
    found
}

#[test]
fn everybody_gets_the_same_and_nobody_another_s() {
    let folder = tempfile::tempdir().unwrap();
    let out = tempfile::tempdir().unwrap();
    let desk = Desk::open(folder.path());
    let id = desk.procurement("", "sample");
    let of = json!({ "procurement": id });
    desk.call("rfp_release", &json!({ "procurement": id, "accept_incomplete": true }));
    let bidders = desk.call("bidder_list", &of);
    let bidders = list(&bidders, "bidders");
    let all = bidders.len();
    assert!(all >= 2);

    let shared: Vec<String> = (0..3)
        .map(|n| answered(&desk, &id, &bidders[n % all]["id"], &format!("電話の受付は何時までですか（{n}）。"), n == 1))
        .collect();
    let round = desk.call("question_share", &json!({ "procurement": id, "questions": shared }));
    assert_eq!((round["round"].as_u64(), round["count"].as_u64()), (Some(1), Some(3)));
    assert_eq!(
        desk.refused("question_share", &json!({ "procurement": id, "questions": shared })),
        "error-share-nothing"
    );

    let known = desk.call("knowledge_get", &of);
    let open = known["open"].as_u64().unwrap();
    assert_eq!(open, u64::try_from(all * 3 + 1).unwrap(), "the release and two answers for all, one for the asker");
    assert_eq!(list(&known, "gaps").len(), all);
    let home = desk.call("home", &json!({}));
    assert!(list(&home["procurements"][0], "missing").iter().any(|one| one["kind"] == "distribution"));

    let plan = desk.call("distribution_plan", &of);
    assert_eq!(list(&plan, "packs").len(), all);
    let ids: Vec<&Value> = bidders.iter().map(|bidder| &bidder["id"]).collect();
    let order = json!({ "procurement": id, "bidders": ids, "to": out.path() });
    let made = desk.call("distribution_prepare", &order);
    assert_eq!(desk.call("knowledge_get", &of)["open"].as_u64(), Some(open), "made ready is not given");

    // Nothing of one bidder stands in what is made for another: names of files, mails, and what sheets and mails hold.
    for (n, pack) in list(&made, "packs").iter().enumerate() {
        let files = inside(Path::new(text(pack, "folder")));
        let planned = list(&plan["packs"][n], "files").len();
        let mail = usize::from(!text(&bidders[n], "mail").is_empty());
        assert_eq!(files.len(), planned + mail, "exactly what was planned, and the mail");
        for other in bidders.iter().filter(|other| other["id"] != pack["bidder"]) {
            for (path, bytes) in &files {
                for key in ["name", "mail"] {
                    let word = text(other, key);
                    assert!(word.is_empty() || !path.display().to_string().contains(word), "{}", path.display());
                    let raw = String::from_utf8_lossy(bytes);
                    assert!(word.is_empty() || !raw.contains(word), "{word} in {}", path.display());
                }
            }
        }
        let sheet = files.iter().find(|(path, _)| path.extension().is_some_and(|end| end == "xlsx")).unwrap();
        let answers = sheet_words(&sheet.1);
        assert_eq!(answers.contains("（1）"), n == 1, "the answer for the asker alone goes to the asker alone");
    }

    let list_of = desk.call("distribution_list", &of);
    let ready: Vec<&Value> = list_of.as_array().unwrap().iter().map(|row| &row["id"]).collect();
    desk.call("distribution_sent", &json!({ "ids": ready, "means": "mail" }));
    let known = desk.call("knowledge_get", &of);
    assert_eq!(known["open"].as_u64(), Some(0));
    assert_eq!(desk.refused("undo", &of), "error-nothing-to-undo", "undo never un-gives");

    // One that comes now gets all of it in one pack, its copy of the RFP made from what was released.
    let late = desk
        .call("bidder_add", &json!({ "procurement": id, "name": "株式会社あとから", "mail": "late@atokara.example" }));
    let plan = desk.call("distribution_plan", &of);
    let pack = &list(&plan, "packs")[0];
    assert_eq!((list(&plan, "packs").len(), pack["count"].as_u64()), (1, Some(3)));
    assert!(text(pack, "body").contains("\n提案依頼書、質問回答書、質問票"), "the letter says all it brings: {pack}");
    let made =
        desk.call("distribution_prepare", &json!({ "procurement": id, "bidders": [late["id"]], "to": out.path() }));
    let files = inside(Path::new(text(&made["packs"][0], "folder")));
    assert!(files
        .iter()
        .any(|(path, bytes)| path.display().to_string().contains("提案依頼書") && bytes.starts_with(b"%PDF")));
    let sent = json!({ "ids": [made["packs"][0]["id"]], "means": "meeting", "note": "手渡し" });
    desk.call("distribution_sent", &sent);
    assert_eq!(desk.call("knowledge_get", &of)["open"].as_u64(), Some(0));

    let unsent = json!({ "id": ready[0], "reason": "添付を忘れた" });
    desk.call("distribution_unsent", &unsent);
    assert!(desk.call("knowledge_get", &of)["open"].as_u64().unwrap() > 0);
    let ledger = desk.call("ledger_export", &json!({ "procurement": id, "to": out.path() }));
    assert_eq!(list(&ledger, "files").len(), 2);
    desk.call("journal_verify", &json!({}));
}

/// The words of a sheet, from the part that keeps them.
fn sheet_words(bytes: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut words = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("xl/sharedStrings.xml").unwrap(), &mut words).unwrap();
    words
}

#[test]
fn a_template_that_names_a_bidder_goes_to_nobody_else() {
    let folder = tempfile::tempdir().unwrap();
    let out = tempfile::tempdir().unwrap();
    let desk = Desk::open(folder.path());
    let id = desk.procurement("", "sample");
    desk.call("rfp_release", &json!({ "procurement": id, "accept_incomplete": true }));
    let bidders = desk.call("bidder_list", &json!({ "procurement": id }));
    let name = text(&bidders["bidders"][0], "name").to_owned();
    let letter = desk.call("letter_get", &json!({ "key": "rfp-cover", "lang": "ja" }));
    let body = format!("{}\n{name}の皆様", text(&letter["letter"], "body"));
    let own = desk
        .call("letter_set", &json!({ "key": "rfp-cover", "lang": "ja", "subject": "送付 {{nothing}}", "body": body }));
    assert_eq!(own["own"], true);
    assert_eq!(list(&own, "findings").len(), 1);
    let order = json!({ "procurement": id, "bidders": [bidders["bidders"][1]["id"]], "to": out.path() });
    assert_eq!(desk.refused("distribution_prepare", &order), "error-letter-names");

    // Nor one that names a person, an address or another spelling of it.
    let new = json!({ "procurement": id, "name": "株式会社ナナカマド", "person": "雨宮 千尋", "mail": "c@nanakamado.example" });
    desk.call("bidder_add", &new);
    let first = bidders["bidders"][1]["id"].clone();
    let asked = json!({ "procurement": id, "bidders": [first], "words": "再委託はできますか。" });
    let question = desk.call("question_add", &asked);
    for words in ["雨宮様と同じです", "ななかまど", "c@nanakamado.example へ", "https://www.nanakamado.example/"]
    {
        for (subject, body) in [(words, "本文"), ("件名", words)] {
            let letter = json!({ "key": "rfp-cover", "lang": "ja", "subject": subject, "body": body });
            desk.call("letter_set", &letter);
            assert_eq!(desk.refused("distribution_prepare", &order), "error-letter-names", "{words}");
            let reply =
                json!({ "id": question["id"], "bidder": first, "subject": subject, "body": body, "to": out.path() });
            assert_eq!(desk.refused("question_reply_export", &reply), "error-reply-names", "{words}");
        }
    }
    desk.call("letter_reset", &json!({ "key": "rfp-cover", "lang": "ja" }));
    desk.call("distribution_prepare", &order);
}

#[test]
fn what_was_shared_before_a_bidder_came_does_not_name_it_to_the_others() {
    let (folder, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let desk = Desk::open(folder.path());
    let id = desk.procurement("", "sample");
    let of = json!({ "procurement": id });
    desk.call("rfp_release", &json!({ "procurement": id, "accept_incomplete": true }));
    let first = list(&desk.call("bidder_list", &of), "bidders")[0]["id"].clone();
    let question = answered(&desk, &id, &first, "ナナカマドCRMは使えますか。", false);
    desk.call("question_share", &json!({ "procurement": id, "questions": [question] }));
    let file = out.path().join("資料.txt");
    std::fs::write(&file, "台帳の見本").unwrap();
    let title = "ナナカマドの台帳の見本";
    let sample = desk.call("shared_file_add", &json!({ "procurement": id, "path": file, "title": title }));
    let named = desk.call("bidder_add", &json!({ "procurement": id, "name": "ナナカマド株式会社" }));

    let order = |bidder: &Value| json!({ "procurement": id, "bidders": [bidder], "to": out.path() });
    assert_eq!(desk.refused("distribution_prepare", &order(&first)), "error-pack-telling");
    let plan = desk.call("distribution_plan", &json!({ "procurement": id, "bidders": [first] }));
    let told: Vec<&str> = list(&list(&plan, "packs")[0], "notes").iter().map(|note| text(note, "id")).collect();
    assert_eq!(told.iter().filter(|note| **note == "pack-telling").count(), 2, "answer and file are named: {told:?}");
    assert_eq!(inside(out.path()).len(), 1, "nothing was made");
    desk.call("distribution_prepare", &order(&named["id"]));

    // Knowingly left in the answer, and the file under another name.
    desk.call("question_clear", &json!({ "id": question, "words": ["ナナカマド"] }));
    assert_eq!(desk.refused("distribution_prepare", &order(&first)), "error-pack-telling", "the file still tells");
    let instead = json!({ "procurement": id, "path": file, "title": "台帳の見本", "replaces": sample["id"] });
    desk.call("shared_file_add", &instead);
    desk.call("distribution_prepare", &order(&first));
}
