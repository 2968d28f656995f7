//! An evaluation sheet that comes back: whose it is, and what stands in the cells that could be filled in.

use sentei_core::marking::incoming::FilledCell;
use sentei_core::marking::paper::Origin;
use sentei_core::{Error, Result};

use crate::evaluation_sheet::{seal, Kept, HEAD, LISTS, MARK};
use crate::sheet::{address, Book, Table};

/// A sheet that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// What it was made from.
    pub origin: Origin,
    /// The cells that could be filled in.
    pub cells: Vec<FilledCell>,
}

/// Reads a sheet that was made here.
///
/// # Errors
/// Refused where it is no such sheet, where what it was made from was altered, and where rows or columns have moved.
pub fn read(book: &Book) -> Result<Returned> {
    let hidden = book.sheets.iter().find(|sheet| sheet.cell(0, 0) == MARK);
    let hidden = hidden.ok_or_else(|| Error::say("error-evaluation-sheet-not"))?;
    let value = |row| hidden.cell(row, 1).to_owned();
    let origin = Origin { procurement: value(1), evaluator: value(2), basis: value(3) };
    let kept = kept(hidden).filter(|kept| seal(&origin, kept) == value(4));
    let kept = kept.ok_or_else(|| Error::say("error-evaluation-sheet-tampered"))?;
    // A sheet may have been put before it; the right one is where numbers and names stand where they were written.
    let mut moved = None;
    let fronts = book.sheets.iter().filter(|sheet| !sheet.hidden && sheet.cell(0, 0) != MARK);
    for front in fronts {
        match kept.iter().find_map(|one| shifted(front, one)) {
            None => return Ok(Returned { origin, cells: kept.iter().map(|one| cell(front, one)).collect() }),
            place => moved = moved.or(place),
        }
    }
    Err(Error::say("error-evaluation-sheet-shifted").arg("place", moved.unwrap_or_default()))
}

/// Where something else stands than the number of the criterion or the name of the company.
fn shifted(front: &Table, kept: &Kept) -> Option<String> {
    let (row, column, head) = (at(kept.row), usize::from(kept.column), at(HEAD));
    if front.cell(row, 0).trim() != kept.number.trim() {
        return Some(address(row, 0));
    }
    (front.cell(head, column).trim() != kept.company.trim()).then(|| address(head, column))
}

fn at(row: u32) -> usize {
    usize::try_from(row).unwrap_or(usize::MAX)
}

fn cell(front: &Table, kept: &Kept) -> FilledCell {
    let words = |aside: usize| front.cell(at(kept.row), usize::from(kept.column) + aside).to_owned();
    FilledCell {
        criterion: kept.criterion.clone(),
        bidder: kept.bidder.clone(),
        mark: words(0),
        comment: words(1),
        may_tell: words(2),
        before: kept.traces.clone(),
    }
}

fn kept(hidden: &Table) -> Option<Vec<Kept>> {
    let rows = hidden.rows.iter().skip(at(LISTS)).take_while(|row| row.first().is_some_and(|cell| !cell.is_empty()));
    rows.map(|row| {
        let words = |column: usize| row.get(column).map_or("", String::as_str);
        Some(Kept {
            row: words(0).parse().ok()?,
            column: words(1).parse().ok()?,
            number: words(2).to_owned(),
            company: words(3).to_owned(),
            criterion: words(4).to_owned(),
            bidder: words(5).to_owned(),
            traces: words(6).to_owned(),
        })
    })
    .collect()
}
