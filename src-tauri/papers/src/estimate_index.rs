//! The index of estimates (索引簿) as an Excel file, as the practice of keeping documents received as data asks for: day,
//! party and amount of each, with the file it stands in.

use chrono::{DateTime, Datelike as _, NaiveDate, Utc};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use sentei_core::l10n::Lang;
use sentei_core::{Result, Text};

use crate::answers_sheet::{put, refused, workbook, Look};

/// The row of the headings, from 0.
const HEAD: u32 = 3;

/// What the index lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexPaper {
    /// Its language.
    pub lang: Lang,
    /// The estimates.
    pub rows: Vec<IndexRow>,
}

/// One estimate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexRow {
    /// The day on it, or the day it came.
    pub date: NaiveDate,
    /// Who made it, bare.
    pub party: String,
    /// The total over the term without and with tax, in whole units of the currency; none while it is not known.
    pub amounts: Option<(i64, i64)>,
    /// Prices of the procurement are kept closed as yet.
    pub closed: bool,
    /// The procurement.
    pub title: String,
    /// 1 for the first; none for a file alone.
    pub revision: Option<i64>,
    /// Name of the file.
    pub file: String,
    /// Under what it is kept.
    pub sha256: String,
}

/// The index. The same rows and moment give the same bytes.
///
/// # Errors
/// Where the file cannot be put together.
pub fn estimate_index_xlsx(paper: &IndexPaper, at: DateTime<Utc>) -> Result<Vec<u8>> {
    build(paper, at).map_err(|cause| refused(&cause))
}

fn build(paper: &IndexPaper, at: DateTime<Utc>) -> std::result::Result<Vec<u8>, XlsxError> {
    let say = |id: &str| paper.lang.word(id);
    let title = say("estimate-index-title");
    let mut book: Workbook = workbook(&title, at)?;
    let look = Look::new();
    let sheet = book.add_worksheet();
    sheet.set_name(&title)?;
    put(sheet, 0, 0, &title, &look.title)?;
    let count = Text::new("estimate-index-count").arg("count", paper.rows.len());
    put(sheet, 1, 0, &paper.lang.say(&count), &look.soft)?;
    let head = [
        ("number", 6.0),
        ("date", 13.0),
        ("party", 32.0),
        ("with", 16.0),
        ("without", 16.0),
        ("title-column", 40.0),
        ("revision", 8.0),
        ("file", 44.0),
        ("hash", 70.0),
    ];
    for (column, (name, width)) in (0..).zip(head) {
        sheet.set_column_width(column, width)?;
        put(sheet, HEAD, column, &say(&format!("estimate-index-{name}")), &look.head)?;
    }
    for (row, one) in (HEAD + 1..).zip(&paper.rows) {
        write(sheet, row, one, paper.lang, &look)?;
    }
    let last = HEAD + u32::try_from(paper.rows.len()).unwrap_or(1);
    sheet.autofilter(HEAD, 0, last, 8)?;
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0).set_footer("&C&P / &N");
    sheet.set_freeze_panes(HEAD + 1, 3)?.set_repeat_rows(HEAD, HEAD)?;
    book.save_to_buffer()
}

fn small(of: u32) -> u8 {
    u8::try_from(of).unwrap_or(1)
}

fn write(
    sheet: &mut Worksheet,
    row: u32,
    one: &IndexRow,
    lang: Lang,
    look: &Look,
) -> std::result::Result<(), XlsxError> {
    let day: Format = look.cell.clone().set_num_format("yyyy-mm-dd");
    let money: Format = look.cell.clone().set_num_format("#,##0");
    sheet.write_number_with_format(row, 0, row - HEAD, &look.cell)?;
    let date = ExcelDateTime::from_ymd(
        u16::try_from(one.date.year()).unwrap_or(1900),
        small(one.date.month()),
        small(one.date.day()),
    )?;
    sheet.write_datetime_with_format(row, 1, &date, &day)?;
    put(sheet, row, 2, &one.party, &look.cell)?;
    match one.amounts {
        // Whole yen stay exact far beyond what a sheet's numbers lose.
        #[allow(clippy::cast_precision_loss)]
        Some((without, with)) => {
            sheet.write_number_with_format(row, 3, with as f64, &money)?;
            sheet.write_number_with_format(row, 4, without as f64, &money)?;
        }
        None => {
            let words = if one.closed { lang.word("estimate-index-closed") } else { String::new() };
            put(sheet, row, 3, &words, &look.cell)?;
            put(sheet, row, 4, &words, &look.cell)?;
        }
    }
    put(sheet, row, 5, &one.title, &look.cell)?;
    put(sheet, row, 6, &one.revision.map(|revision| revision.to_string()).unwrap_or_default(), &look.cell)?;
    put(sheet, row, 7, &one.file, &look.cell)?;
    put(sheet, row, 8, &one.sha256, &look.cell)
}
