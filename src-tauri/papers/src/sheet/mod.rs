//! Tables that come in: Excel workbooks, CSV and TSV files, and rows that were pasted. Only the words the cells show are
//! read; no macro, no formula, no link is looked at, and what a file says about its sizes is not believed.

mod cells;
mod delimited;
mod shown;
mod workbook;
mod xml;

use std::io::Read as _;
use std::path::Path;

use sentei_core::{Error, Result, Text};

use crate::package::{too_large, LARGEST_FILE};

/// No more cells than this are read, the empty ones before a filled one counted too.
pub const MOST_CELLS: usize = 200_000;
/// No cell holds more characters, as in Excel.
pub const LONGEST_CELL: usize = 32_767;
/// Excel has no more columns.
const MOST_COLUMNS: usize = 16_384;
/// All cells together hold no more bytes; one long text may be shown in many cells.
const MOST_TEXT: usize = 32 * 1024 * 1024;

/// What was read from a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Book {
    /// The sheets in order. A file of plain text is one sheet.
    pub sheets: Vec<Table>,
    /// What was not looked at.
    pub notes: Vec<Text>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Its name; empty where it has none.
    pub name: String,
    /// It is not shown to who opens the file.
    pub hidden: bool,
    /// The rows from the first, each as long as its last filled cell. Days as `2026-12-04`, moments as
    /// `2026-12-04 17:00`, numbers plain, line ends as `\n`.
    pub rows: Vec<Vec<String>>,
}

impl Book {
    /// The first sheet that is shown and holds something.
    pub fn first(&self) -> Option<&Table> {
        self.sheets.iter().find(|sheet| !sheet.hidden && !sheet.rows.is_empty())
    }
}

impl Table {
    /// The words of a cell, rows and columns counted from 0; empty where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str)
    }
}

/// Reads a file.
///
/// # Errors
/// A file that is no table, damaged, locked, or larger than the limits, each with its sentence.
pub fn read_table(path: &Path) -> Result<Book> {
    let file = std::fs::File::open(path)?;
    let mut bytes = Vec::new();
    file.take(LARGEST_FILE as u64 + 1).read_to_end(&mut bytes)?;
    read(&path.file_name().unwrap_or_default().to_string_lossy(), bytes)
}

/// Reads the bytes of a file of this name; the bytes tell what it is, the name only how plain text is parted.
///
/// # Errors
/// As [`read_table`].
pub fn read(name: &str, bytes: Vec<u8>) -> Result<Book> {
    if bytes.len() > LARGEST_FILE {
        return Err(too_large());
    }
    if bytes.starts_with(b"PK") {
        return workbook::read(&bytes);
    }
    // The older binary format begins with these bytes, and so does a workbook locked by a password.
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        // The name of the locked part, in UTF-16.
        let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_locked = bytes.windows(locked.len()).any(|part| part == locked);
        return Err(Error::say(if is_locked { "error-sheet-locked" } else { "error-sheet-old" }));
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    match ending.as_str() {
        "pdf" | "doc" | "docx" | "ods" | "numbers" | "png" | "jpg" | "jpeg" => {
            Err(Error::say("error-sheet-kind").arg("file", name))
        }
        _ => delimited::read(bytes, ending == "tsv"),
    }
}

/// Rows that were pasted: cells parted by tabs as spreadsheets copy them, by commas where every line has as many, or
/// lines.
///
/// # Errors
/// More than the limits.
pub fn from_text(text: &str) -> Result<Book> {
    if text.len() > LARGEST_FILE {
        return Err(too_large());
    }
    delimited::pasted(text)
}

/// Rows while they are read.
#[derive(Debug, Default)]
struct Grid {
    rows: Vec<Vec<String>>,
    /// Cells so far, in all sheets.
    cells: usize,
    /// Bytes so far, in all sheets.
    text: usize,
}

impl Grid {
    /// Puts words where they stand, counted from 0. Words that are empty leave no cell.
    fn put(&mut self, row: usize, column: usize, words: &str) -> Result<()> {
        let place = || address(row, column);
        let too_long = || Error::say("error-sheet-long-cell").arg("cell", place()).arg("most", LONGEST_CELL);
        // Twenty megabytes in one cell need not be looked at letter by letter.
        if words.len() > 4 * 2 * LONGEST_CELL {
            return Err(too_long());
        }
        let words = cleaned(words);
        if words.trim().is_empty() {
            return Ok(());
        }
        if words.len() > LONGEST_CELL && words.chars().nth(LONGEST_CELL).is_some() {
            return Err(too_long());
        }
        if column >= MOST_COLUMNS {
            return Err(Error::say("error-sheet-columns").arg("most", MOST_COLUMNS));
        }
        let length = self.rows.get(row).map_or(0, Vec::len);
        let more = (row + 1).saturating_sub(self.rows.len()) + (column + 1).saturating_sub(length);
        if more > MOST_CELLS / 2 {
            return Err(Error::say("error-sheet-far").arg("cell", place()));
        }
        self.cells += more;
        self.text += words.len();
        if self.cells > MOST_CELLS {
            return Err(too_many_cells());
        }
        if self.text > MOST_TEXT {
            return Err(Error::say("error-sheet-text"));
        }
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let cells = &mut self.rows[row];
        if cells.len() <= column {
            cells.resize_with(column + 1, String::new);
        }
        cells[column] = words;
        Ok(())
    }

    /// The sheet read so far; what is counted goes on.
    fn end(&mut self) -> Vec<Vec<String>> {
        std::mem::take(&mut self.rows)
    }
}

fn too_many_cells() -> Error {
    Error::say("error-sheet-cells").arg("most", MOST_CELLS)
}

/// Words with `\n` as line ends and without characters that nobody sees.
fn cleaned(words: &str) -> String {
    let words = words.replace("\r\n", "\n").replace('\r', "\n");
    if words.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        words.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
    } else {
        words
    }
}

/// `B12`, from row and column counted from 0.
pub(crate) fn address(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().chain((row + 1).to_string().chars().collect::<Vec<_>>().iter()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_called_as_the_program_calls_it() {
        assert_eq!(address(0, 0), "A1");
        assert_eq!(address(11, 27), "AB12");
        assert_eq!(address(1_048_575, 16_383), "XFD1048576");
    }

    #[test]
    fn a_cell_far_away_is_named() {
        let refusal = Grid::default().put(1_048_575, 16_383, "x").unwrap_err().message();
        assert_eq!(refusal.1, "error-sheet-far");
        assert_eq!(refusal.2["cell"], "XFD1048576");
    }

    #[test]
    fn one_text_shown_in_many_cells_counts_each_time() {
        let mut grid = Grid::default();
        let words = "あ".repeat(LONGEST_CELL);
        let refusal = (0..1_000).find_map(|row| grid.put(row, 0, &words).err()).unwrap();
        assert_eq!(refusal.message().1, "error-sheet-text");
    }

    #[test]
    fn unseen_characters_and_blanks_make_no_cell() {
        let mut grid = Grid::default();
        grid.put(0, 0, "a\u{0}\r\nb\u{1b}").unwrap();
        grid.put(0, 1, " \u{3000}").unwrap();
        assert_eq!(grid.end(), [["a\nb"]]);
    }
}
