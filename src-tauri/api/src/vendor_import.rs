//! Commands that take vendors over from a table.

use std::collections::BTreeMap;
use std::path::Path;

use sentei_core::journal::Op;
use sentei_core::vendor::import::{
    apply, entries, head_row, plan, recognise, Column, Entry, Planned, Take, Taken, MOST_ROWS,
};
use sentei_core::{Error, Result, Text};
use sentei_papers::sheet::{from_text, read_table, Book};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Call;

/// A table to take vendors from: a file, or rows that were pasted.
#[derive(Debug, Deserialize, TS)]
pub struct VendorTable {
    /// Path of an Excel, CSV or TSV file.
    #[ts(optional)]
    file: Option<String>,
    /// Pasted rows.
    #[ts(optional)]
    text: Option<String>,
    /// Which sheet, counted from 0; the first one that holds something where nothing is said.
    #[ts(optional)]
    sheet: Option<usize>,
    /// What each column holds; as its heading says where nothing is said.
    #[ts(optional)]
    columns: Option<Vec<Option<Column>>>,
}

/// A table with what each row is to become.
#[derive(Debug, Deserialize, TS)]
pub struct TakeVendors {
    table: VendorTable,
    /// By the number of the row, where it differs from what was suggested.
    #[serde(default)]
    takes: BTreeMap<usize, Take>,
}

/// What a table holds, before anything is taken over.
#[derive(Debug, Serialize, TS)]
pub struct VendorsRead {
    name: String,
    sheets: Vec<String>,
    sheet: usize,
    columns: Vec<ReadColumn>,
    /// What a column may be.
    choices: Vec<ColumnChoice>,
    rows: Vec<ReadVendor>,
    /// What was not looked at.
    notes: Vec<Text>,
}

/// A column as it was understood.
#[derive(Debug, Serialize, TS)]
pub struct ReadColumn {
    heading: String,
    /// The first filled cell below.
    example: String,
    column: Option<Column>,
}

/// What a column may be.
#[derive(Debug, Serialize, TS)]
pub struct ColumnChoice {
    column: Column,
    label: Text,
}

/// A row as it was understood.
#[derive(Debug, Serialize, TS)]
pub struct ReadVendor {
    row: usize,
    name: String,
    person: String,
    mail: String,
    smallest: String,
    problems: Vec<Text>,
    /// The vendor of the directory it means.
    meant: Option<String>,
    why: Option<Text>,
    take: Take,
    /// What one may choose.
    may: Vec<Take>,
}

struct Opened {
    name: String,
    book: Book,
    sheet: usize,
    head: Option<usize>,
    columns: Vec<Option<Column>>,
}

impl Opened {
    fn rows(&self) -> &[Vec<String>] {
        self.book.sheets.get(self.sheet).map_or(&[], |sheet| &sheet.rows)
    }

    fn entries(&self, call: &Call<'_>) -> Result<Vec<Entry>> {
        let found = entries(self.rows(), self.head, &self.columns, call.today(), call.lang());
        if found.len() > MOST_ROWS {
            return Err(Error::say("error-table-rows").arg("most", MOST_ROWS));
        }
        Ok(found)
    }
}

fn open(call: &Call<'_>, table: &VendorTable) -> Result<Opened> {
    let (name, book) = match (&table.file, &table.text) {
        (Some(file), _) => {
            let path = Path::new(file);
            (path.file_name().unwrap_or_default().to_string_lossy().into_owned(), read_table(path)?)
        }
        (None, Some(text)) => (call.lang().word("vendor-import-pasted"), from_text(text)?),
        (None, None) => return Err(Error::say("error-table-empty")),
    };
    let first = book.first().and_then(|first| book.sheets.iter().position(|sheet| std::ptr::eq(sheet, first)));
    let sheet = table.sheet.or(first).unwrap_or_default();
    let rows = book.sheets.get(sheet).map_or(&[][..], |sheet| &sheet.rows);
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    if width == 0 {
        return Err(Error::say("error-table-empty"));
    }
    let head = head_row(rows);
    let mut columns = match &table.columns {
        Some(chosen) => chosen.clone(),
        None => head.map(|head| recognise(&rows[head])).unwrap_or_default(),
    };
    columns.resize(width, None);
    Ok(Opened { name, book, sheet, head, columns })
}

pub(crate) fn read(call: &Call<'_>, args: VendorTable) -> Result<VendorsRead> {
    let opened = open(call, &args)?;
    let planned = call.read(|read| plan(read, opened.entries(call)?))?;
    let rows = opened.rows();
    let below = opened.head.map_or(0, |head| head + 1);
    let cell = |row: usize, at: usize| rows.get(row).and_then(|row| row.get(at)).cloned().unwrap_or_default();
    let columns = opened.columns.iter().enumerate().map(|(at, column)| ReadColumn {
        heading: opened.head.map(|head| cell(head, at)).unwrap_or_default(),
        example: (below..rows.len()).map(|row| cell(row, at)).find(|cell| !cell.is_empty()).unwrap_or_default(),
        column: *column,
    });
    Ok(VendorsRead {
        columns: columns.collect(),
        choices: Column::all().map(|column| ColumnChoice { column, label: column.label() }).collect(),
        rows: planned.into_iter().map(row).collect(),
        sheets: opened.book.sheets.iter().map(|sheet| sheet.name.clone()).collect(),
        sheet: opened.sheet,
        notes: opened.book.notes.clone(),
        name: opened.name,
    })
}

fn row(planned: Planned) -> ReadVendor {
    let Planned { entry, meant, why, take } = planned;
    // A company that is there by this very name cannot be entered a second time.
    let by_alias = why.as_ref().is_some_and(|why| why.id == "vendor-import-alias");
    let may = match (entry.is_named(), take) {
        (false, _) => vec![Take::Leave],
        (true, Take::Fill) if by_alias => vec![Take::Fill, Take::Add, Take::Leave],
        (true, take) => vec![take, Take::Leave],
    };
    let (person, mail) = entry.person.map(|person| (person.name, person.mail)).unwrap_or_default();
    ReadVendor {
        row: entry.row,
        name: entry.vendor.name,
        person,
        mail,
        smallest: entry.vendor.smallest,
        problems: entry.problems,
        meant: meant.map(|vendor| vendor.name),
        why,
        take,
        may,
    }
}

/// The rows become vendors in one step that can be undone.
pub(crate) fn take(call: &Call<'_>, args: TakeVendors) -> Result<Taken> {
    let opened = open(call, &args.table)?;
    let found = opened.entries(call)?;
    call.write(Op::new("vendor-import").what(&opened.name), |tx| {
        let planned = plan(tx, found)?;
        apply(tx, planned, &args.takes)
    })
}
