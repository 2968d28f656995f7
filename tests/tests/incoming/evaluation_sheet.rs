//! Evaluation sheets as Excel: made here, filled in by other programs, and known again with every mark and comment.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sentei_core::journal::Op;
use sentei_core::l10n::Lang;
use sentei_core::library::Library;
use sentei_core::marking::sheet::{hand_in, set_mark, Sheet};
use sentei_core::marking::By;
use sentei_core::{criterion, vendor};
use sentei_tests::desk::Desk;
use sentei_tests::judged::{fill, mark, plant, stamp, Judged, Size};
use sentei_tests::office::{with_libreoffice, Written};
use serde_json::{json, Value};

/// What people write, and what some of it would be if it were no text.
const COMMENTS: &[&str] = &[
    "体制が厚い。\n二行目も残る。",
    "=1+1",
    "+81-3-0000-0000",
    "@SUM(A1:A9)",
    "絵文字 😀👍🏽 と 𠮷野家",
    "<b>&amp;\"引用\"</b>",
    "0012",
    "2027/4/5",
    "'前の点",
];

/// Mark, comment and «may be told», by criterion and bidder.
type Marks = BTreeMap<(String, String), (String, String, bool)>;

struct House {
    folder: tempfile::TempDir,
    judged: Judged,
}

impl House {
    fn new(size: Size) -> Self {
        let house = Self { folder: tempfile::tempdir().unwrap(), judged: Judged::default() };
        let mut library = house.library();
        let judged = plant(&mut library, Lang::Ja, size);
        drop(library);
        Self { judged, ..house }
    }

    fn library(&self) -> Library {
        Library::open(&self.folder.path().join("library"), [7; 16], &stamp()).unwrap()
    }

    fn doing<T>(&self, work: impl FnOnce(&mut sentei_core::journal::Tx<'_>) -> sentei_core::Result<T>) -> T {
        self.library().transact(Op::new("fact-set"), &stamp(), work).unwrap().value
    }

    fn desk(&self) -> Desk {
        Desk::open(&self.folder.path().join("library"))
    }

    /// The sheet of the evaluator in this place, as a file.
    fn export(&self, at: usize) -> PathBuf {
        let to = self.folder.path().join("out");
        let args =
            json!({ "procurement": self.judged.procurement, "evaluators": [self.judged.evaluators[at]], "to": to });
        let made = self.desk().call("sheet_export", &args);
        PathBuf::from(made["files"][0].as_str().unwrap())
    }

    fn source(&self, file: &Path) -> Value {
        json!({ "procurement": self.judged.procurement, "file": file })
    }

    fn read(&self, file: &Path) -> Value {
        self.desk().call("sheet_import_read", &self.source(file))
    }

    fn take(&self, file: &Path) -> Value {
        let seal = self.read(file)["seal"].clone();
        self.desk().call("sheet_import", &json!({ "source": self.source(file), "seal": seal }))
    }

    fn refused(&self, file: &Path) -> String {
        self.desk().refused("sheet_import_read", &self.source(file))
    }

    /// Everything the evaluator in this place has written.
    fn marks(&self, at: usize) -> Marks {
        let library = self.library();
        let sheet = Sheet::of(&library.read(), &self.judged.evaluators[at]).unwrap();
        let marks = sheet.marks.into_iter();
        marks.map(|mark| ((mark.criterion, mark.bidder), (mark.mark, mark.comment, mark.may_tell))).collect()
    }

    /// What is written into the file, by cell of the sheet, and what it is to become.
    fn wanted(&self) -> (Vec<Written>, Marks) {
        let (mut cells, mut wanted) = (Vec::new(), BTreeMap::new());
        for (place, criterion) in self.judged.criteria.iter().enumerate().filter(|(place, _)| place % 6 != 5) {
            for (turn, bidder) in self.judged.bidders.iter().enumerate() {
                // The heads end in row 5 (from 0); each group of six has a row of its own above it.
                let (row, column) = (7 + place + place / 6, 4 + turn * 3);
                let stored = mark(place, turn);
                let shown = match stored {
                    "pass" => "合格",
                    "fail" => "不合格",
                    other => other,
                };
                let comment = COMMENTS[(place * 3 + turn) % COMMENTS.len()];
                let tell = (place + turn) % 2 == 0;
                cells.push((row, column, shown.to_owned()));
                cells.push((row, column + 1, comment.to_owned()));
                if tell {
                    cells.push((row, column + 2, "可".to_owned()));
                }
                let key = (criterion.clone(), bidder.clone());
                wanted.insert(key, (stored.to_owned(), comment.to_owned(), tell));
            }
        }
        (cells, wanted)
    }
}

const SMALL: Size = Size { bidders: 3, criteria: 12, evaluators: 2 };

/// Runs a program of Python, with what it reads from standard input in JSON.
fn python(program: &str, input: &Value) {
    let mut child = Command::new("python3")
        .args(["-c", program])
        .stdin(Stdio::piped())
        .spawn()
        .expect("python3 is needed by this test (scripts/install.sh installs it)");
    child.stdin.take().unwrap().write_all(input.to_string().as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
}

/// Writes cells with openpyxl, as scripts do.
fn with_openpyxl(file: &Path, cells: &[Written]) {
    let program = "
import json, sys, openpyxl
job = json.load(sys.stdin)
book = openpyxl.load_workbook(job['file'])
page = book.worksheets[0]
for row, column, words in job['cells']:
    cell = page.cell(row + 1, column + 1)
    try:
        cell.value = float(words) if cell.number_format == 'General' else words
    except ValueError:
        cell.value = words
    if isinstance(cell.value, str):
        cell.data_type = 's'
book.save(job['file'])
";
    python(program, &json!({ "file": file, "cells": cells }));
}

fn round_trip(edit: fn(&Path, &[Written])) {
    let house = House::new(SMALL);
    let file = house.export(0);
    let (cells, wanted) = house.wanted();
    edit(&file, &cells);
    let shown = house.read(&file);
    let wrong: Vec<&Value> =
        shown["changes"].as_array().unwrap().iter().filter(|change| change["wrong"] == json!(true)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(shown["blank"], 0);
    assert_eq!(house.marks(0).len(), 0, "a preview keeps nothing");
    let came = || house.desk().call("sheet_get", &json!({ "evaluator": house.judged.evaluators[0] }))["came"].clone();
    assert_eq!(came(), "app");
    let taken = house.take(&file);
    assert_eq!((&taken["changed"], came()), (&json!(cells.len()), json!("excel")));
    assert_eq!(house.marks(0), wanted);
    assert_eq!(house.read(&file)["changes"], json!([]), "nothing twice");
    // One step back takes the whole sheet out again.
    house.desk().call("undo", &json!({ "procurement": house.judged.procurement }));
    assert_eq!((house.marks(0).len(), came()), (0, json!("app")));
    house.take(&file);
    // Made anew, it holds what was taken over, and the same program gives it back untouched.
    let again = house.export(0);
    edit(&again, &[]);
    assert_eq!(house.read(&again)["changes"], json!([]));
    house.doing(|tx| hand_in(tx, &house.judged.evaluators[0], By::Excel));
    assert_eq!(house.refused(&file), "error-sheet-handed-in");
}

#[test]
fn libreoffice_keeps_every_mark_and_comment() {
    round_trip(with_libreoffice);
}

#[test]
fn openpyxl_keeps_every_mark_and_comment() {
    round_trip(with_openpyxl);
}

#[test]
fn what_was_written_is_text_and_only_what_is_hers_is_open() {
    let house = House::new(SMALL);
    house.doing(|tx| {
        let (criterion, bidder) = (&house.judged.criteria[0], &house.judged.bidders[0]);
        set_mark(tx, &house.judged.evaluators[0], criterion, bidder, "comment", "=HYPERLINK(\"http://x.example\")")
    });
    let file = house.export(0);
    let mut zip = zip::ZipArchive::new(std::fs::File::open(&file).unwrap()).unwrap();
    let mut part = |name: &str| std::io::read_to_string(zip.by_name(name).unwrap()).unwrap();
    let page = part("xl/worksheets/sheet1.xml");
    assert!(!page.contains("<f>") && page.contains("<sheetProtection sheet=\"1\""));
    assert!(page.contains("orientation=\"landscape\"") && page.contains("type=\"decimal\""));
    for told in ["evaluation-sheet-may-tell-choose", "evaluation-sheet-may-tell-prompt"] {
        assert!(page.contains(&Lang::Ja.word(told)), "{told}: {page}");
    }
    assert!(page.contains("sentei!$I$1:$I$3") && part("xl/workbook.xml").contains("state=\"veryHidden\""));
    assert!(part("docProps/core.xml").contains("<dc:creator></dc:creator>"));
}

#[test]
fn a_cell_that_was_not_touched_changes_nothing() {
    let house = House::new(SMALL);
    let file = house.export(0);
    let (criterion, bidder) = (&house.judged.criteria[0], &house.judged.bidders[0]);
    house.doing(|tx| set_mark(tx, &house.judged.evaluators[0], criterion, bidder, "mark", "×"));
    with_openpyxl(&file, &[(7, 5, "表で書いた所見".into())]);
    let shown = house.read(&file);
    let changes = shown["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 1, "the mark set here meanwhile stays: {changes:?}");
    assert_eq!((&changes[0]["field"], &changes[0]["before"]), (&json!("comment"), &json!("")));
    house.take(&file);
    assert_eq!(house.marks(0)[&(criterion.clone(), bidder.clone())], ("×".into(), "表で書いた所見".into(), false));
}

#[test]
fn what_cannot_be_taken_over_is_said_and_left_out() {
    let house = House::new(SMALL);
    let file = house.export(0);
    let long = "あ".repeat(2_500);
    with_openpyxl(
        &file,
        &[(7, 4, "◎".into()), (7, 6, "たぶん".into()), (7, 8, long), (7, 10, "△".into()), (9, 4, "11".into())],
    );
    let book = sentei_papers::sheet::read_table(&file).unwrap();
    let how_to = book.first().unwrap().cell(2, 0);
    assert!(how_to.contains("一覧のある欄では一覧から選び、点数の欄には数字で"), "a list takes no number: {how_to}");
    let shown = house.read(&file);
    let said: Vec<(&str, bool)> = shown["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| (change["message"]["id"].as_str().unwrap_or_default(), change["wrong"] == json!(true)))
        .collect();
    assert_eq!(
        said,
        [
            ("error-mark-unknown", true),
            ("sheet-import-tell", true),
            ("sheet-import-cut", false),
            ("", false),
            ("error-mark-range", true)
        ]
    );
    let taken = house.take(&file);
    assert_eq!((&taken["changed"], &taken["skipped"]), (&json!(2), &json!(3)));
}

#[test]
fn wrong_and_stale_sheets_are_refused() {
    let house = House::new(SMALL);
    let file = house.export(0);
    let other = house.folder.path().join("other.xlsx");
    let as_the_other = json!({
        "procurement": house.judged.procurement, "evaluator": house.judged.evaluators[1], "file": file
    });
    assert_eq!(house.desk().refused("sheet_import_read", &as_the_other), "error-evaluation-sheet-other");
    // Of another procurement here, and of another library.
    let second = house.desk().procurement("別の案件", "empty");
    let elsewhere = json!({ "procurement": second, "file": file });
    assert_eq!(house.desk().refused("sheet_import_read", &elsewhere), "error-evaluation-sheet-procurement");
    std::fs::copy(House::new(SMALL).export(0), &other).unwrap();
    let refusal = house.refused(&other);
    assert!(["error-evaluation-sheet-elsewhere", "error-evaluation-sheet-procurement"].contains(&refusal.as_str()));
    // Not ours; tampered with; with a row moved.
    std::fs::write(&other, "評価項目,評点\n信頼性,○\n").unwrap();
    assert_eq!(house.refused(&other.with_extension("csv")), "error-file-not-found");
    std::fs::rename(&other, other.with_extension("csv")).unwrap();
    assert_eq!(house.refused(&other.with_extension("csv")), "error-evaluation-sheet-not");
    let altered = |program: &str| {
        std::fs::copy(&file, &other).unwrap();
        let begin =
            "import json, sys, openpyxl\njob = json.load(sys.stdin)\nbook = openpyxl.load_workbook(job['file'])\n";
        python(&format!("{begin}{program}\nbook.save(job['file'])"), &json!({ "file": other }));
        house.refused(&other)
    };
    assert_eq!(altered("book['sentei']['F9'] = book['sentei']['F10'].value"), "error-evaluation-sheet-tampered");
    assert_eq!(altered("book['sentei']['B3'] = 'someone'"), "error-evaluation-sheet-tampered");
    assert_eq!(altered("book.worksheets[0].insert_rows(8)"), "error-evaluation-sheet-shifted");
    assert_eq!(altered("book.worksheets[0].insert_cols(5)"), "error-evaluation-sheet-shifted");
    assert_eq!(altered("book.remove(book['sentei'])"), "error-evaluation-sheet-not");
    // The criteria change, then change back: only then it is the sheet that is asked for.
    let criterion = house.judged.criteria[0].clone();
    house.doing(|tx| criterion::verbs::set(tx, &criterion, "weight", "7"));
    assert_eq!(house.refused(&file), "error-evaluation-sheet-stale");
    house.doing(|tx| criterion::verbs::set(tx, &criterion, "weight", "5"));
    assert_eq!(house.read(&file)["changes"], json!([]));
    let company = house.library().read().all::<vendor::Vendor>("", &[]).unwrap().remove(0);
    house.doing(|tx| tx.update(&vendor::Vendor { name: "社名変更株式会社".into(), ..company }));
    assert_eq!(house.refused(&file), "error-evaluation-sheet-stale");
}

#[test]
fn a_hostile_workbook_is_refused_here_too() {
    let house = House::new(SMALL);
    let file = house.export(0);
    let other = house.folder.path().join("far.xlsx");
    let mut zip = zip::ZipArchive::new(std::fs::File::open(&file).unwrap()).unwrap();
    let mut out = zip::ZipWriter::new(std::fs::File::create(&other).unwrap());
    for at in 0..zip.len() {
        let part = zip.by_index(at).unwrap();
        let name = part.name().to_owned();
        let mut bytes = std::io::read_to_string(part).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            bytes =
                bytes.replace("</sheetData>", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row></sheetData>");
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(bytes.as_bytes()).unwrap();
    }
    out.finish().unwrap();
    assert_eq!(house.refused(&other), "error-sheet-far");
}

/// Nothing of what another evaluator has written, handed in or not, is in the sheet of the first.
#[test]
fn a_sheet_holds_nothing_of_anybody_else() {
    let house = House::new(SMALL);
    house.doing(|tx| {
        fill(tx, &house.judged, &house.judged.evaluators[0], "自分の所見")?;
        fill(tx, &house.judged, &house.judged.evaluators[1], "他人の秘密")
    });
    let all = |file: &Path| {
        let mut zip = zip::ZipArchive::new(std::fs::File::open(file).unwrap()).unwrap();
        (0..zip.len()).map(|at| std::io::read_to_string(zip.by_index(at).unwrap()).unwrap()).collect::<String>()
    };
    let first = all(&house.export(0));
    assert!(first.contains("自分の所見") && !first.contains("他人の秘密"));
    house.doing(|tx| hand_in(tx, &house.judged.evaluators[1], By::App));
    assert!(!all(&house.export(0)).contains("他人の秘密"));
}
