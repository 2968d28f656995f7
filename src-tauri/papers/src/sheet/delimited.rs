//! CSV and TSV files, and pasted rows.

use encoding_rs::{Encoding, EUC_JP, ISO_2022_JP, SHIFT_JIS, UTF_16BE, UTF_16LE, UTF_8};
use sentei_core::{Error, Result};

use super::{too_many_cells, Book, Grid, Table, MOST_CELLS};

/// Separators in the order they are tried.
const SEPARATORS: [char; 3] = ['\t', ',', ';'];
/// No file of 200,000 cells has more separators and line ends, those in prose counted too.
const MOST_PARTS: usize = 10 * MOST_CELLS;

/// Reads a file of plain text.
pub(super) fn read(bytes: Vec<u8>, tabs: bool) -> Result<Book> {
    let text = decoded(&bytes)?;
    drop(bytes);
    let separator = if tabs { '\t' } else { guessed(&text) };
    rows(&text, separator)
}

/// Rows that were pasted.
pub(super) fn pasted(text: &str) -> Result<Book> {
    if text.contains('\t') {
        return rows(text, '\t');
    }
    let mut counts = text.lines().filter(|line| !line.trim().is_empty()).map(|line| outside(line, ','));
    let first = counts.next().unwrap_or(0);
    // In prose the lines seldom have the same number of commas.
    let is_even = first > 0 && counts.clone().next().is_some() && counts.all(|count| count == first);
    // In lines aligned by spaces commas may part nothing but thousands.
    let is_table = is_even && !text.lines().filter(|line| !line.trim().is_empty()).all(is_aligned);
    if is_table {
        return rows(text, ',');
    }
    let mut grid = Grid::default();
    for (row, line) in text.lines().enumerate() {
        grid.put(row, 0, line)?;
    }
    Ok(book(grid))
}

/// The text, in the encoding its first bytes or all of them speak for.
fn decoded(bytes: &[u8]) -> Result<String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return whole(encoding, &bytes[mark..]).ok_or_else(unreadable);
    }
    // Text without a mark in two bytes a letter: every other byte of Latin letters and line ends is zero.
    let head = &bytes[..bytes.len().min(4_096)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if even + odd > 0 {
        let encoding = if odd >= even { UTF_16LE } else { UTF_16BE };
        let text = whole(encoding, bytes).filter(|_| even.min(odd) == 0);
        return text.filter(|text| !text.contains('\0')).ok_or_else(|| Error::say("error-sheet-not-text"));
    }
    let escapes = bytes.contains(&0x1b);
    let tried: &[&'static Encoding] =
        if escapes { &[ISO_2022_JP, UTF_8, SHIFT_JIS, EUC_JP] } else { &[UTF_8, SHIFT_JIS, EUC_JP] };
    tried.iter().find_map(|encoding| whole(encoding, bytes)).ok_or_else(unreadable)
}

fn whole(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
}

fn unreadable() -> Error {
    Error::say("error-sheet-encoding")
}

/// The separator that the first lines have most often outside quotes.
fn guessed(text: &str) -> char {
    let head: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(20).collect();
    let count = |separator: char| -> usize { head.iter().map(|line| outside(line, separator)).sum() };
    // The earlier one where there are as many.
    SEPARATORS.into_iter().rev().max_by_key(|separator| count(*separator)).unwrap_or(',')
}

/// How often a sign stands in a line outside quotes.
fn outside(line: &str, sign: char) -> usize {
    let mut quoted = false;
    let mut count = 0;
    // A line of a megabyte tells no more than its beginning.
    for c in line.chars().take(10_000) {
        quoted ^= c == '"';
        count += usize::from(!quoted && c == sign);
    }
    count
}

/// Whether the cells of a line stand apart by two spaces or a wide one, and its commas part the thousands of numbers.
fn is_aligned(line: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let has_gap = line.trim().contains('\u{3000}') || line.trim().contains("  ");
    has_gap
        && line.match_indices(',').all(|(at, comma)| {
            let behind = line[at + comma.len()..].chars();
            line[..at].ends_with(is_digit) && behind.take_while(|c| is_digit(*c)).count() == 3
        })
}

fn rows(text: &str, separator: char) -> Result<Book> {
    let parts = text.matches([separator, '\n', '\r']).take(MOST_PARTS + 1).count();
    if parts > MOST_PARTS {
        return Err(too_many_cells());
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut grid = Grid::default();
    let mut record = csv::StringRecord::new();
    let mut row = 0;
    while reader.read_record(&mut record).map_err(|_| unreadable())? {
        for (column, cell) in record.iter().enumerate() {
            grid.put(row, column, cell)?;
        }
        row += 1;
    }
    Ok(book(grid))
}

fn book(mut grid: Grid) -> Book {
    Book { sheets: vec![Table { rows: grid.end(), ..Table::default() }], ..Book::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_rows(bytes: &[u8]) -> Vec<Vec<String>> {
        read(bytes.to_vec(), false).unwrap().sheets.remove(0).rows
    }

    #[test]
    fn every_encoding_a_spreadsheet_writes_is_read() {
        let text = "番号,質問\n1,\"提案書の\"\"形式\"\"は、\n任意ですか\"\n2,①㈱髙﨑ですか";
        let expected =
            [vec!["番号", "質問"], vec!["1", "提案書の\"形式\"は、\n任意ですか"], vec!["2", "①㈱髙﨑ですか"]];
        let utf16 = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let marked = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            marked(&[0xef, 0xbb, 0xbf], text.as_bytes()),
            marked(&[0xff, 0xfe], &utf16(u16::to_le_bytes)),
            marked(&[0xfe, 0xff], &utf16(u16::to_be_bytes)),
            utf16(u16::to_le_bytes),
            SHIFT_JIS.encode(text).0.into_owned(),
            EUC_JP.encode("番号,質問\n1,提案書").0.into_owned(),
        ] {
            let rows = read_rows(&bytes);
            assert_eq!(rows[0], expected[0]);
            assert!(rows[1] == expected[1] || rows[1] == ["1", "提案書"], "{rows:?}");
        }
    }

    #[test]
    fn the_separator_is_guessed() {
        assert_eq!(read_rows(b"a;b\n1;2,5\n"), [["a", "b"], ["1", "2,5"]]);
        assert_eq!(read_rows(b"a\tb,c\n1\t2\n"), [["a", "b,c"], ["1", "2"]]);
        assert_eq!(read_rows("質問\nはい、いいえ\n".as_bytes()), [["質問"], ["はい、いいえ"]]);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for (bytes, sentence) in [
            (&b"abc\0\0\0def\x01"[..], "error-sheet-not-text"),
            (b"\x81\xff\xfe\xa0 x", "error-sheet-encoding"),
            (b"\xff\xfea", "error-sheet-encoding"),
        ] {
            assert_eq!(read(bytes.to_vec(), false).unwrap_err().message().1, sentence, "{bytes:?}");
        }
    }

    #[test]
    fn pasted_prose_stays_whole() {
        let rows = |text| pasted(text).unwrap().sheets.remove(0).rows;
        assert_eq!(rows("No\t質問\n1\t\"一行目\n二行目\""), [["No", "質問"], ["1", "一行目\n二行目"]]);
        assert_eq!(rows("a,b\nc,d"), [["a", "b"], ["c", "d"]]);
        assert_eq!(rows("First, tell us.\n\nSecond"), [vec!["First, tell us."], vec![], vec!["Second"]]);
        assert_eq!(rows("one, two"), [["one, two"]]);
        let aligned = rows("設計費　　　1,200,000円\nBuild  2,400,000");
        assert_eq!(aligned, [["設計費　　　1,200,000円"], ["Build  2,400,000"]], "commas that part thousands");
        assert_eq!(rows("設計　費,1\n構築　費,2"), [["設計　費", "1"], ["構築　費", "2"]]);
    }
}
