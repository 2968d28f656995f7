//! The question sheet for a bidder: made here, filled in elsewhere, and known again.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Command, Stdio};

use sentei_core::l10n::Lang;
use sentei_core::question::columns::{recognise, Field};
use sentei_papers::question_sheet::{keys, make, Keys, QuestionSheet};
use sentei_papers::sheet::read;

fn sheet(lang: Lang) -> QuestionSheet {
    let ja = lang == Lang::Ja;
    QuestionSheet {
        lang,
        keys: Keys { sheet: "s1".into(), procurement: "p1".into(), bidder: "b1".into() },
        document_number: "MC-CS-2027-001".into(),
        title: if ja { "カスタマーサクセス業務の委託" } else { "Outsourcing of customer success" }.into(),
        company: if ja { "株式会社ハルイロサポート" } else { "Haruiro Support Inc." }.into(),
        deadline: if ja { "2027年3月12日(金) 17:00" } else { "Friday, 12 March 2027, 17:00" }.into(),
        release: "1.0".into(),
        sections: (1..60).map(|n| format!("{n} 項目の題名がいくらか長いもの {n}")).collect(),
        requirements: (1..30).map(|n| format!("R-{n:03}")).collect(),
    }
}

/// Runs a program of Python over the file and gives back what it prints.
fn python(program: &str, path: &std::path::Path) -> String {
    let mut child = Command::new("python3")
        .args(["-", path.to_str().unwrap()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 is needed by this test (scripts/install.sh installs it)");
    child.stdin.take().unwrap().write_all(program.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn it_is_known_again_and_its_columns_are_understood() {
    for lang in [Lang::Ja, Lang::En] {
        let sheet = sheet(lang);
        let bytes = make(&sheet).unwrap();
        assert_eq!(bytes, make(&sheet).unwrap(), "equal sheets give equal bytes");
        let book = read("renamed.xlsx", bytes).unwrap();
        assert_eq!(keys(&book), Some(sheet.keys));
        let rows = &book.first().unwrap().rows;
        let columns = recognise(rows, &BTreeMap::new());
        assert_eq!(columns.head, Some(7));
        assert_eq!(
            columns.fields,
            [Field::Number, Field::Section, Field::Requirement, Field::Words, Field::Nothing],
            "{:?}",
            rows[7]
        );
    }
}

#[test]
fn keys_that_were_tampered_with_are_none() {
    let mut book = read("q.xlsx", make(&sheet(Lang::Ja)).unwrap()).unwrap();
    let hidden = book.sheets.iter_mut().find(|sheet| sheet.hidden).unwrap();
    hidden.rows[3][1] = "b2".into();
    assert_eq!(keys(&book), None);
}

#[test]
fn a_spreadsheet_finds_lists_protection_and_print_set_right() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("q.xlsx");
    std::fs::write(&path, make(&sheet(Lang::Ja)).unwrap()).unwrap();
    // Python's own library reads the parts; no other package is needed.
    let said = python(
        r#"
import sys, zipfile, re
z = zipfile.ZipFile(sys.argv[1])
book = z.read('xl/workbook.xml').decode()
page = z.read('xl/worksheets/sheet1.xml').decode()
styles = z.read('xl/styles.xml').decode()
print('hidden', 'state="veryHidden"' in book)
print('protected', '<sheetProtection sheet="1"' in page)
print('lists', re.findall(r'<formula1>(.*?)</formula1>', page))
print('frozen', 'state="frozen"' in page)
print('a4', 'paperSize="9"' in page and 'orientation="landscape"' in page)
print('repeated', 'Print_Titles' in book)
print('open', 'locked="0"' in styles)
print('formulas', '<f>' in page)
print('people', re.findall(r'<dc:creator>(.+?)</dc:creator>', z.read('docProps/core.xml').decode()))
"#,
        &path,
    );
    assert_eq!(
        said.lines().collect::<Vec<_>>(),
        [
            "hidden True",
            "protected True",
            "lists ['sentei!$D$1:$D$59', 'sentei!$E$1:$E$29']",
            "frozen True",
            "a4 True",
            "repeated True",
            "open True",
            "formulas False",
            "people []"
        ]
    );
}
