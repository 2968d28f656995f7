//! The ledger of distributions (配布記録) as an Excel file: who knows what, every act, every file.

use chrono::{DateTime, Utc};
use rust_xlsxwriter::{Workbook, XlsxError};
use sentei_core::distribution::ledger::{LedgerCell, LedgerPaper};
use sentei_core::Result;

use crate::answers_sheet::{fit, lang_of, page, put, refused, workbook, Look};

/// Width of a bidder's column, in characters.
const BIDDER: f64 = 20.0;
/// Widths of the columns before the bidders'.
const ITEM: [(&str, f64); 3] = [("item-no", 16.0), ("item", 44.0), ("issued-on", 13.0)];

/// The ledger. The same paper and moment give the same bytes.
pub fn ledger_xlsx(paper: &LedgerPaper, at: DateTime<Utc>) -> Result<Vec<u8>> {
    build(paper, at).map_err(|cause| refused(&cause))
}

fn build(paper: &LedgerPaper, at: DateTime<Utc>) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = workbook(&paper.paper.title, at)?;
    let look = Look::new();
    status(&mut book, paper, &look)?;
    acts(&mut book, paper, &look)?;
    files(&mut book, paper, &look)?;
    book.save_to_buffer()
}

fn word(paper: &LedgerPaper, key: &str) -> String {
    paper.words.get(key).cloned().unwrap_or_default()
}

/// Items against bidders, every answer for itself.
fn status(book: &mut Workbook, paper: &LedgerPaper, look: &Look) -> std::result::Result<(), XlsxError> {
    let sheet = book.add_worksheet();
    let lang = lang_of(paper.lang);
    sheet.set_name(lang.word("ledger-sheet-status"))?;
    put(sheet, 0, 0, &paper.paper.title, &look.title)?;
    put(sheet, 1, 0, &lang.in_line(&[&paper.paper.number, &paper.paper.issued]), &look.soft)?;
    let mut row = 2;
    for open in &paper.open {
        put(sheet, row, 0, &open.plain(), &look.plain)?;
        row += 1;
    }
    let head = row + 1;
    for (column, (key, width)) in (0..).zip(ITEM) {
        sheet.set_column_width(column, width)?;
        put(sheet, head, column, &word(paper, key), &look.head)?;
    }
    let heads: Vec<String> = paper.bidders.iter().map(|bidder| format!("{}\n{}", bidder.name, bidder.state)).collect();
    for (column, words) in (3..).zip(&heads) {
        sheet.set_column_width(column, BIDDER)?;
        put(sheet, head, column, words, &look.head)?;
    }
    fit(sheet, head, heads.iter().map(|words| (words.as_str(), BIDDER)))?;
    row = head;
    for item in paper.detail.iter().flat_map(|group| &group.items) {
        row += 1;
        let told = [item.no.clone(), item.name.plain(), item.date.clone()];
        for (column, words) in (0..).zip(&told) {
            put(sheet, row, column, words, &look.cell)?;
        }
        let mut high: Vec<(String, f64)> = told.into_iter().zip(ITEM.map(|(_, width)| width)).collect();
        for (column, cell) in (3..).zip(&item.cells) {
            let (words, look) = match cell {
                LedgerCell::Given { at, by } => (format!("{at}\n{by}"), &look.cell),
                LedgerCell::Gap { gap } => (gap.clone(), &look.strong),
                LedgerCell::Missed { missed } => (missed.clone(), &look.strong),
                LedgerCell::None { word } => (word.clone(), &look.cell),
            };
            put(sheet, row, column, &words, look)?;
            high.push((words, BIDDER));
        }
        fit(sheet, row, high.iter().map(|(words, width)| (words.as_str(), *width)))?;
    }
    row += 1;
    put(sheet, row, 1, &word(paper, "gaps"), &look.strong)?;
    for (column, bidder) in (3..).zip(&paper.bidders) {
        put(sheet, row, column, &bidder.gaps, &look.strong)?;
    }
    for legend in &paper.legend {
        row += 1;
        put(sheet, row + 1, 0, &legend.plain(), &look.soft)?;
    }
    page(sheet, &paper.paper, lang, head)
}

/// Every act of distributing.
fn acts(book: &mut Workbook, paper: &LedgerPaper, look: &Look) -> std::result::Result<(), XlsxError> {
    let lang = lang_of(paper.lang);
    let sheet = book.add_worksheet();
    sheet.set_name(lang.word("ledger-sheet-acts"))?;
    let head = [
        (word(paper, "act-no"), 6.0),
        (word(paper, "act-at"), 26.0),
        (word(paper, "act-to"), 32.0),
        (lang.word("ledger-col-mail"), 30.0),
        (word(paper, "act-what"), 44.0),
        (lang.word("ledger-col-means"), 14.0),
        (lang.word("ledger-col-by"), 16.0),
        (lang.word("ledger-col-notes"), 40.0),
    ];
    for (column, (name, width)) in (0..).zip(&head) {
        sheet.set_column_width(column, *width)?;
        put(sheet, 0, column, name, &look.head)?;
    }
    for (row, act) in (1..).zip(&paper.acts) {
        let cells = [&act.no, &act.at, &act.to, &act.mail, &act.what, &act.means, &act.by, &act.notes.join("\n")];
        for (column, words) in (0..).zip(cells) {
            put(sheet, row, column, words, if act.unsent { &look.strong } else { &look.cell })?;
        }
        fit(sheet, row, cells.into_iter().zip(&head).map(|(words, (_, width))| (words.as_str(), *width)))?;
    }
    page(sheet, &paper.paper, lang, 0)
}

/// Every file with its SHA-256.
fn files(book: &mut Workbook, paper: &LedgerPaper, look: &Look) -> std::result::Result<(), XlsxError> {
    let lang = lang_of(paper.lang);
    let sheet = book.add_worksheet();
    sheet.set_name(lang.word("ledger-sheet-files"))?;
    let head = [
        (word(paper, "act-no"), 6.0),
        (word(paper, "act-to"), 32.0),
        (lang.word("ledger-col-file"), 60.0),
        (lang.word("ledger-col-bytes"), 14.0),
        ("SHA-256".to_owned(), 72.0),
    ];
    for (column, (name, width)) in (0..).zip(&head) {
        sheet.set_column_width(column, *width)?;
        put(sheet, 0, column, name, &look.head)?;
    }
    let files = paper.acts.iter().flat_map(|act| act.files.iter().map(move |file| (act, file)));
    for (row, (act, file)) in (1..).zip(files) {
        let cells = [&act.no, &act.to, &file.name, &file.bytes.to_string(), &file.sha256];
        for (column, words) in (0..).zip(cells) {
            put(sheet, row, column, words, &look.cell)?;
        }
        fit(sheet, row, cells.into_iter().zip(&head).map(|(words, (_, width))| (words.as_str(), *width)))?;
    }
    page(sheet, &paper.paper, lang, 0)
}
