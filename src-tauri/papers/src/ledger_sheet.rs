//! The ledger of distributions (配布記録) as an Excel file: who knows what, every act, every file.

use chrono::{DateTime, Utc};
use rust_xlsxwriter::{Workbook, XlsxError};
use sentei_core::distribution::ledger::{LedgerCell, LedgerPaper};
use sentei_core::Result;

use crate::answers_sheet::{lang_of, page, put, refused, workbook, Look};

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
    sheet.set_name(lang_of(paper.lang).word("ledger-sheet-status"))?;
    put(sheet, 0, 0, &paper.paper.title, &look.title)?;
    put(sheet, 1, 0, &[&*paper.paper.number, &*paper.paper.issued].join("　"), &look.soft)?;
    let mut row = 2;
    for open in &paper.open {
        put(sheet, row, 0, &open.plain(), &look.plain)?;
        row += 1;
    }
    let head = row + 1;
    for (column, (key, width)) in (0..).zip([("item-no", 16.0), ("item", 44.0), ("issued-on", 13.0)]) {
        sheet.set_column_width(column, width)?;
        put(sheet, head, column, &word(paper, key), &look.head)?;
    }
    for (column, bidder) in (3..).zip(&paper.bidders) {
        sheet.set_column_width(column, 20)?;
        put(sheet, head, column, &format!("{}\n{}", bidder.name, bidder.state), &look.head)?;
    }
    row = head;
    for item in paper.detail.iter().flat_map(|group| &group.items) {
        row += 1;
        for (column, words) in (0..).zip([&item.no, &item.name.plain(), &item.date]) {
            put(sheet, row, column, words, &look.cell)?;
        }
        for (column, cell) in (3..).zip(&item.cells) {
            match cell {
                LedgerCell::Given { at, by } => put(sheet, row, column, &format!("{at}\n{by}"), &look.cell)?,
                LedgerCell::Gap { gap } => put(sheet, row, column, gap, &look.strong)?,
                LedgerCell::None { word } => put(sheet, row, column, word, &look.cell)?,
            }
        }
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
    page(sheet, &paper.paper, head)
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
    }
    page(sheet, &paper.paper, 0)
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
    }
    page(sheet, &paper.paper, 0)
}
