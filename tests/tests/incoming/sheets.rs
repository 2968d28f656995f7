//! Workbooks as spreadsheets write them come in as they are shown.

use calamine::{Data, Reader as _, Xlsx};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use sentei_papers::sheet::{from_text, read, read_table, Book};

fn saved(mut workbook: Workbook) -> Vec<u8> {
    workbook.save_to_buffer().unwrap()
}

fn rows(book: &Book) -> &[Vec<String>] {
    &book.first().expect("a sheet").rows
}

#[test]
fn texts_days_numbers_and_worked_out_values_come_as_shown() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("質問").unwrap();
    let day = Format::new().set_num_format("yyyy年m月d日");
    let moment = Format::new().set_num_format("yyyy/m/d h:mm");
    sheet.write(0, 0, "No.").unwrap();
    sheet.write(0, 1, "質問\r\n内容").unwrap();
    sheet.write(2, 0, 12).unwrap();
    sheet.write(2, 1, "=cmd|'/c calc'!A1").unwrap();
    sheet.write_with_format(2, 2, ExcelDateTime::from_ymd(2026, 12, 4).unwrap(), &day).unwrap();
    let at = ExcelDateTime::from_ymd(2026, 12, 4).unwrap().and_hms(17, 0, 0).unwrap();
    sheet.write_with_format(2, 3, at, &moment).unwrap();
    sheet.write_formula(2, 4, Formula::new("=1+1").set_result("2")).unwrap();
    sheet.write(2, 5, true).unwrap();
    sheet.write(2, 6, 0.1 + 0.2).unwrap();
    let lists = workbook.add_worksheet();
    lists.set_name("一覧").unwrap().set_hidden(true);
    lists.write(0, 0, "隠れた").unwrap();
    let book = read("q.xlsx", saved(workbook)).unwrap();
    assert_eq!(
        book.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.hidden)).collect::<Vec<_>>(),
        [("質問", false), ("一覧", true)]
    );
    let rows = rows(&book);
    assert_eq!(rows[0], ["No.", "質問\n内容"]);
    assert!(rows[1].is_empty());
    assert_eq!(rows[2], ["12", "=cmd|'/c calc'!A1", "2026-12-04", "2026-12-04 17:00", "2", "TRUE", "0.3"]);
    assert!(book.notes.is_empty());
}

#[test]
fn a_file_is_what_its_bytes_say() {
    let folder = tempfile::tempdir().unwrap();
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 0, "中身").unwrap();
    for (name, bytes) in [("renamed.csv", saved(workbook)), ("plain.txt", "中身\n".as_bytes().to_vec())] {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(rows(&read_table(&path).unwrap()), [["中身"]], "{name}");
    }
    assert_eq!(read_table(&folder.path().join("gone.xlsx")).unwrap_err().message().1, "error-file-not-found");
    assert_eq!(read("a.pdf", b"%PDF-1.7".to_vec()).unwrap_err().message().1, "error-sheet-kind");
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~ぁ-ヶ一-丗ｦ-ﾟ０-ｚ髙﨑𠮷①㈱\n]{0,40}",
        "[=+@-][A-Z]{1,3}[(][0-9]{1,3}[)]",
        "_x[0-9A-F]{4}_",
        "[0-9]{1,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// A table written and read is the same table, and another reader sees the same.
    #[test]
    fn a_round_trip_gives_the_original_back(table in proptest::collection::vec(proptest::collection::vec(cell(), 1..6), 1..12)) {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, cells) in table.iter().enumerate() {
            for (column, words) in cells.iter().enumerate() {
                sheet.write_string(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), words).unwrap();
            }
        }
        let bytes = saved(workbook);
        let book = read("t.xlsx", bytes.clone()).unwrap();
        let mut other: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
        let range = other.worksheet_range_at(0).unwrap().unwrap();
        for (row, cells) in table.iter().enumerate() {
            for (column, words) in cells.iter().enumerate() {
                let ours = book.sheets[0].cell(row, column);
                let expected = if words.trim().is_empty() { "" } else { words };
                prop_assert_eq!(ours, expected);
                let theirs = range.get_value((u32::try_from(row).unwrap(), u32::try_from(column).unwrap()));
                if let Some(Data::String(theirs)) = theirs {
                    prop_assert_eq!(theirs.trim(), expected.trim());
                } else {
                    prop_assert_eq!(expected, "");
                }
            }
        }
    }

    /// Pasting what a spreadsheet copies gives the same cells.
    #[test]
    fn pasted_rows_are_the_rows(table in proptest::collection::vec(proptest::collection::vec("[a-zぁ-ん\"\n, ]{1,12}", 2..5), 1..8)) {
        let copied: Vec<String> = table
            .iter()
            .map(|cells| {
                let quoted = |words: &String| format!("\"{}\"", words.replace('"', "\"\""));
                cells.iter().map(quoted).collect::<Vec<_>>().join("\t")
            })
            .collect();
        let book = from_text(&copied.join("\r\n")).unwrap();
        for (row, cells) in table.iter().enumerate() {
            for (column, words) in cells.iter().enumerate() {
                let expected = if words.trim().is_empty() { "" } else { words };
                prop_assert_eq!(book.sheets[0].cell(row, column), expected);
            }
        }
    }
}
