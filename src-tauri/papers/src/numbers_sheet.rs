//! The numbers of a selection report as an Excel file. Words stay words: nothing in them is ever a formula.

use chrono::{DateTime, Utc};
use rust_xlsxwriter::{Format, FormatAlign, XlsxError};
use sentei_core::decision::report::{Number, NumberSheet};
use sentei_core::Result;

use crate::answers_sheet::{fit, put, refused, workbook, Look};

/// A sheet for each table. The same numbers and moment give the same bytes.
pub fn numbers_xlsx(sheets: &[NumberSheet], at: DateTime<Utc>) -> Result<Vec<u8>> {
    build(sheets, at).map_err(|cause| refused(&cause))
}

fn build(sheets: &[NumberSheet], at: DateTime<Utc>) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = workbook(sheets.first().map_or("", |sheet| sheet.name.as_str()), at)?;
    let look = Look::new();
    for table in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(&table.name)?;
        let widths: Vec<f64> = (0..table.head.len()).map(|column| width(table, column)).collect();
        for (column, (head, width)) in (0..).zip(table.head.iter().zip(&widths)) {
            sheet.set_column_width(column, *width)?;
            put(sheet, 0, column, head, &look.head)?;
        }
        fit(sheet, 0, table.head.iter().map(String::as_str).zip(widths))?;
        for (row, cells) in (1..).zip(&table.rows) {
            for (column, cell) in (0..).zip(cells) {
                match cell {
                    Number::Words(words) => put(sheet, row, column, words, &look.cell)?,
                    Number::Decimal(value) => match value.parse::<f64>() {
                        Ok(number) => {
                            sheet.write_number_with_format(row, column, number, &figure(value))?;
                        }
                        Err(_) => put(sheet, row, column, value, &look.cell)?,
                    },
                }
            }
        }
        sheet.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
        sheet.set_landscape();
        sheet.set_paper_size(9);
        sheet.set_print_fit_to_pages(1, 0);
    }
    book.save_to_buffer()
}

/// As many decimals as the number was given with.
fn figure(value: &str) -> Format {
    let decimals = value.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let pattern = if decimals == 0 { "#,##0".to_owned() } else { format!("#,##0.{}", "0".repeat(decimals)) };
    Format::new().set_num_format(pattern).set_align(FormatAlign::Right).set_align(FormatAlign::Top)
}

/// A heading makes its column no wider than this: it has lines.
const HEAD: f64 = 14.0;

/// Wide enough for most of what stands in a column.
fn width(table: &NumberSheet, column: usize) -> f64 {
    let long = |words: &str| words.chars().map(|c| if c.is_ascii() { 1.0 } else { 2.0 }).sum::<f64>();
    let cell = |row: &Vec<Number>| match row.get(column) {
        Some(Number::Words(words) | Number::Decimal(words)) => long(words),
        None => 0.0,
    };
    let head = table.head.get(column).map_or(0.0, |head| long(head).min(HEAD));
    table.rows.iter().map(cell).fold(head, f64::max).clamp(8.0, 60.0) + 2.0
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    #[test]
    fn a_long_name_does_not_widen_its_column_and_the_head_comes_again_on_every_page() {
        let sheet = |head: &str| NumberSheet {
            name: "N".into(),
            head: vec!["1".into(), head.into()],
            rows: vec![vec![Number::Words("1.1".into()), Number::Decimal("12.50".into())]],
        };
        let parts = |head: &str| {
            let book = numbers_xlsx(&[sheet(head)], DateTime::UNIX_EPOCH).unwrap();
            let mut parts = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
            ["xl/worksheets/sheet1.xml", "xl/workbook.xml"].map(|name| {
                let mut xml = String::new();
                parts.by_name(name).unwrap().read_to_string(&mut xml).unwrap();
                xml
            })
        };
        let number = |xml: &str, name: &str| {
            let found = xml.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
            found.map(|value| value.parse::<f64>().unwrap())
        };
        let [long, book] = parts(&"甲野カスタマーサポート".repeat(3));
        let column = long.split("<col ").nth(2).unwrap();
        assert!(number(column, "width").unwrap() < 18.0, "{long}");
        let [short, _] = parts("甲野");
        assert!(number(&long, "ht").unwrap() > number(&short, "ht").unwrap(), "the name has lines");
        assert!(long.contains(r#"orientation="landscape""#) && long.contains(r#"fitToHeight="0""#), "{long}");
        assert!(book.contains("_xlnm.Print_Titles"), "{book}");
    }
}
