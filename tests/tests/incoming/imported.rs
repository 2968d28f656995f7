//! Questions taken over: nothing twice, nothing from another procurement, and what changed is shown.

use std::path::{Path, PathBuf};

use sentei_tests::desk::Desk;
use sentei_tests::filled::{filled, questions};
use serde_json::{json, Value};
use tempfile::TempDir;

struct House {
    desk: Desk,
    folder: TempDir,
    procurement: String,
    bidder: String,
}

impl House {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::open(&folder.path().join("library"));
        let procurement = desk.procurement("CS業務の委託", "outline:cs-bpo");
        let added = desk.call("bidder_add", &json!({ "procurement": procurement, "name": "株式会社ハルイロサポート" }));
        let bidder = added["id"].as_str().unwrap().to_owned();
        desk.call("bidder_set", &json!({ "id": bidder, "field": "mail", "value": "yamada@haruiro.example" }));
        desk.call("bidder_set", &json!({ "id": bidder, "field": "person", "value": "山田 花" }));
        Self { desk, folder, procurement, bidder }
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// A blank sheet for the bidder.
    fn sheet(&self) -> Vec<u8> {
        let to = self.folder.path().join("sheets");
        let args = json!({ "procurement": self.procurement, "bidder": self.bidder, "to": to });
        let made = self.desk.call("question_sheet_export", &args);
        std::fs::read(made["file"].as_str().unwrap()).unwrap()
    }

    fn source(&self, path: &Path) -> Value {
        json!({ "procurement": self.procurement, "file": path })
    }

    fn read(&self, source: &Value) -> Value {
        self.desk.call("question_import_read", source)
    }

    fn take(&self, source: &Value) -> Value {
        let read = self.read(source);
        let rows = read["rows"].as_array().unwrap();
        let chosen: Vec<&Value> = rows
            .iter()
            .filter(|row| row["likely"] == true && (row["state"] == "new" || row["state"] == "changed"))
            .map(|row| &row["at"])
            .collect();
        self.desk.call("question_import", &json!({ "source": source, "chosen": chosen, "seal": read["seal"] }))
    }

    fn count(&self) -> u64 {
        let listed = self.desk.call("question_list", &json!({ "procurement": self.procurement }));
        listed["total"].as_u64().unwrap_or_else(|| panic!("{listed}"))
    }
}

fn states(read: &Value) -> Vec<&str> {
    read["rows"].as_array().unwrap().iter().map(|row| row["state"].as_str().unwrap()).collect()
}

fn words(count: usize) -> Vec<String> {
    (1..=count).map(|n| format!("{n}月の台帳の件数は、何件を見込めばよいですか。")).collect()
}

#[test]
fn a_sheet_with_twenty_questions_is_taken_over_once() {
    let house = House::new();
    let blank = house.sheet();
    let path = house.file("名前を変えた.xlsx", &questions(&blank, &words(20)));
    let source = house.source(&path);
    let read = house.read(&source);
    assert_eq!(read["kind"], "own");
    assert_eq!(read["bidder"], json!(house.bidder));
    assert_eq!(states(&read), vec!["new"; 20]);
    assert_eq!(house.take(&source), json!({ "added": 20, "changed": 0, "skipped": 0 }));
    assert_eq!(house.count(), 20);
    assert_eq!(states(&house.read(&source)), vec!["same"; 20]);
    assert_eq!(house.take(&source), json!({ "added": 0, "changed": 0, "skipped": 20 }));
    assert_eq!(house.count(), 20);
    // One step back takes all twenty back, and their rows are new again.
    house.desk.call("undo", &json!({ "procurement": house.procurement }));
    assert_eq!(house.count(), 0);
    assert_eq!(states(&house.read(&source)), vec!["new"; 20]);
}

#[test]
fn a_row_with_other_words_renews_the_question_and_a_further_row_is_added() {
    let house = House::new();
    let blank = house.sheet();
    let mut asked = words(3);
    house.take(&house.source(&house.file("first.xlsx", &questions(&blank, &asked))));
    asked[1] = "二つ目は、年間の件数を伺います。".into();
    asked.push("四つ目です。".into());
    let source = house.source(&house.file("second.xlsx", &questions(&blank, &asked)));
    let read = house.read(&source);
    assert_eq!(states(&read), ["same", "changed", "same", "new"]);
    assert_eq!(read["rows"][1]["before"], json!(words(3)[1]));
    assert_eq!(house.take(&source), json!({ "added": 1, "changed": 1, "skipped": 2 }));
    assert_eq!(house.count(), 4);
    let listed = house.desk.call("question_list", &json!({ "procurement": house.procurement }));
    assert!(listed.to_string().contains("年間の件数を伺います"), "the wording follows: {listed}");
}

#[test]
fn a_sheet_of_another_procurement_or_bidder_is_refused() {
    let house = House::new();
    let path = house.file("q.xlsx", &questions(&house.sheet(), &words(1)));
    let other = house.desk.procurement("別の案件", "outline:general");
    let args = json!({ "procurement": other, "file": path });
    assert_eq!(house.desk.refused("question_import_read", &args), "error-question-sheet-procurement");
    let rival = house.desk.call("bidder_add", &json!({ "procurement": house.procurement, "name": "みなと株式会社" }));
    let args = json!({ "procurement": house.procurement, "bidder": rival["id"], "file": path });
    assert_eq!(house.desk.refused("question_import_read", &args), "error-question-sheet-bidder");
    assert_eq!(house.count(), 0);
}

#[test]
fn a_file_that_changed_after_the_preview_is_not_taken_over() {
    let house = House::new();
    let path = house.file("q.xlsx", &questions(&house.sheet(), &words(2)));
    let source = house.source(&path);
    let seal = house.read(&source)["seal"].clone();
    house.file("q.xlsx", &questions(&house.sheet(), &words(3)));
    let args = json!({ "source": source, "chosen": [9], "seal": seal });
    assert_eq!(house.desk.refused("question_import", &args), "error-question-moved");
}

#[test]
fn a_foreign_sheet_is_mapped_once_and_remembered() {
    let house = House::new();
    let table = "管理,伺いたいこと,どこの話\n1,夜間の対応はありますか。,1.1\n2,,\n";
    let mut source = house.source(&house.file("own.csv", table.as_bytes()));
    source["bidder"] = json!(house.bidder);
    source["columns"] = json!(["number", "words", "section"]);
    let read = house.read(&source);
    assert_eq!(states(&read), ["new"], "the first row holds headings: {read}");
    assert_eq!(house.take(&source)["added"], 1);
    let mut source = house.source(&house.file("next.csv", table.replace("夜間", "休日").as_bytes()));
    source["bidder"] = json!(house.bidder);
    let read = house.read(&source);
    assert_eq!(states(&read), ["new"]);
    assert!(read["rows"][0]["section"].as_str().unwrap().starts_with("1.1 "), "it is remembered: {read}");
    let known = "No,質問,該当箇所\n1,夜間の対応はありますか,1.1\n2,,1.2\n3,件数は,P.12 の表\n";
    let mut source = house.source(&house.file("known.csv", known.as_bytes()));
    source["bidder"] = json!(house.bidder);
    let read = house.read(&source);
    assert_eq!(states(&read), ["new", "wrong", "new"]);
    assert!(read["rows"][0]["section"].as_str().unwrap().starts_with("1.1 "), "{read}");
    assert!(read["rows"][2]["words"].as_str().unwrap().contains("P.12 の表"), "an unknown place is kept: {read}");
    source["columns"] = json!(["", "words", ""]);
    assert_eq!(house.take(&source)["added"], 2);
    let mut again = house.source(&house.file("again.csv", known.replace("件数は", "体制は").as_bytes()));
    again["bidder"] = json!(house.bidder);
    let read = house.read(&again);
    assert_eq!(read["columns"][0]["field"], "", "what was said is remembered: {read}");
    assert_eq!(states(&read), ["same", "new"], "a row without words in a column that is not taken over is none");
}

#[test]
fn a_mail_is_matched_to_its_bidder_and_its_questions_are_offered() {
    let house = House::new();
    let mail = "From: =?UTF-8?B?5bGx55Sw?= <Yamada@haruiro.example>\nSubject: 質問の件\nDate: Tue, 2 Mar 2027 10:30:00 +0900\nContent-Type: text/plain; charset=utf-8\n\n佐藤様\n\n1. 件数はいくつですか。\n2. 体制は何名ですか。\n\nよろしくお願いいたします。\n\n> 3. 前の質問ですか。\n";
    let source = house.source(&house.file("q.eml", mail.as_bytes()));
    let read = house.read(&source);
    assert_eq!(read["bidder"], json!(house.bidder));
    assert_eq!(read["bidder_by"]["id"], "question-import-by-address");
    assert_eq!(read["received_at"], "2027-03-02T10:30");
    assert_eq!(house.take(&source)["added"], 2);
    let listed = house.desk.call("question_list", &json!({ "procurement": house.procurement }));
    assert!(listed["rows"][0]["received"].as_str().unwrap().contains("3/2"), "{listed}");
    // An address of the domain nobody knows yet.
    let other = mail.replace("Yamada@", "new@").replace("件数", "単価");
    let read = house.read(&house.source(&house.file("r.eml", other.as_bytes())));
    assert_eq!(read["bidder_by"]["id"], "question-import-by-domain");
    // One nobody knows at all has to be asked for.
    let other = mail.replace("haruiro.example", "elsewhere.example");
    let source = house.source(&house.file("s.eml", other.as_bytes()));
    assert_eq!(house.read(&source)["bidder"], Value::Null);
    let args = json!({ "source": source, "chosen": [2], "seal": house.read(&source)["seal"] });
    assert_eq!(house.desk.refused("question_import", &args), "error-question-asker");
}

#[test]
fn pasted_rows_and_pasted_words_come_in_the_same_way() {
    let house = House::new();
    let mut source =
        json!({ "procurement": house.procurement, "bidder": house.bidder, "text": "No\t質問\n1\t件数は\n2\t体制は\n" });
    assert_eq!(house.take(&source)["added"], 2);
    source["text"] = json!("① 体制は\n② 単価はいくらですか\n");
    assert_eq!(states(&house.read(&source)), ["same", "new"], "what came in a sheet is known in a mail");
    assert_eq!(house.take(&source)["added"], 1);
    assert_eq!(house.count(), 3);
}

#[test]
fn inserted_and_moved_rows_are_still_known() {
    let house = House::new();
    let blank = house.sheet();
    let asked = words(3);
    house.take(&house.source(&house.file("first.xlsx", &questions(&blank, &asked))));
    // Another order, gaps between, and one copied to a second place.
    let cells = [("D30", &asked[2]), ("D12", &asked[0]), ("D20", &asked[1]), ("D21", &asked[1])];
    let cells: Vec<_> = cells.iter().map(|(cell, words)| ((*cell).to_owned(), (*words).clone())).collect();
    let read = house.read(&house.source(&house.file("moved.xlsx", &filled(&blank, &cells))));
    assert_eq!(states(&read), ["same"; 4]);
}
