//! Question sheets as bidders fill them: words written into the cells of an Excel file, the rest left as it is.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The workbook with words in the cells of its first sheet, which have to be there and empty: `("D9", "質問")`.
///
/// # Panics
/// Where the file is no workbook or has no such cell.
pub fn filled(workbook: &[u8], cells: &[(String, String)]) -> Vec<u8> {
    let mut parts = ZipArchive::new(Cursor::new(workbook)).expect("a workbook");
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..parts.len() {
        let mut part = parts.by_index(at).expect("a part");
        let name = part.name().to_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("a whole part");
        if name == "xl/worksheets/sheet1.xml" {
            let mut xml = String::from_utf8(bytes).expect("UTF-8");
            for (cell, words) in cells {
                let begin = xml.find(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| panic!("no cell {cell}"));
                let end = begin + xml[begin..].find("/>").expect("an empty cell");
                let words = words.replace('&', "&amp;").replace('<', "&lt;");
                xml.replace_range(end..end + 2, &format!(" t=\"inlineStr\"><is><t>{words}</t></is></c>"));
            }
            bytes = xml.into_bytes();
        }
        out.start_file(name, SimpleFileOptions::default()).expect("a new part");
        out.write_all(&bytes).expect("a written part");
    }
    out.finish().expect("a whole file").into_inner()
}

/// Questions in the rows of a question sheet made by Sentei, the first row first.
pub fn questions(workbook: &[u8], words: &[String]) -> Vec<u8> {
    let cells: Vec<_> = (9..).zip(words).map(|(row, words)| (format!("D{row}"), words.clone())).collect();
    filled(workbook, &cells)
}
