//! The cells of one sheet of a workbook.

use std::io::BufRead;

use sentei_core::Result;

use super::shown::Format;
use super::xml::{Attributes, Step, Xml};
use super::Grid;
use crate::package::broken;

/// What the cells of all sheets refer to.
#[derive(Debug, Default)]
pub(super) struct Shared {
    /// Texts by their number.
    pub strings: Vec<Box<str>>,
    /// How numbers are shown, by the number of the style.
    pub formats: Vec<Format>,
    /// Days are counted from 1904.
    pub since_1904: bool,
}

/// Reads the cells of a sheet into the grid.
pub(super) fn read(mut xml: Xml<'_, impl BufRead>, shared: &Shared, grid: &mut Grid) -> Result<()> {
    // Cells and rows that do not say where they stand follow the one before.
    let (mut row, mut column) = (0, 0);
    while let Some(step) = xml.step()? {
        match step {
            Step::Begin("row", attributes) => {
                if let Some(number) = attributes.number("r") {
                    row = number.saturating_sub(1);
                }
                column = 0;
            }
            Step::End("row") => row += 1,
            Step::Begin("c", attributes) => {
                if let Some(place) = attributes.get("r") {
                    (row, column) = position(place).ok_or_else(broken)?;
                }
                let words = value(&mut xml, &attributes, shared)?;
                grid.put(row, column, &words)?;
                column += 1;
            }
            Step::End("sheetData") => return Ok(()),
            _ => {}
        }
    }
    Ok(())
}

/// What the cell shows: the value that was last worked out, else the formula as it is written.
fn value(xml: &mut Xml<'_, impl BufRead>, attributes: &Attributes, shared: &Shared) -> Result<String> {
    let (mut value, mut inline, mut formula) = (None, None, String::new());
    loop {
        match xml.step()?.ok_or_else(broken)? {
            Step::Begin(name, _) => match name {
                "v" => value = Some(xml.words("v")?),
                "is" => inline = Some(xml.words("is")?),
                "f" => formula = xml.words("f")?,
                _ => {}
            },
            Step::End("c") => break,
            _ => {}
        }
    }
    if let Some(words) = inline {
        return Ok(words);
    }
    let Some(value) = value.filter(|value| !value.is_empty()) else {
        return Ok(if formula.is_empty() { formula } else { format!("={formula}") });
    };
    Ok(match attributes.get("t") {
        Some("s") => {
            let text = value.trim().parse().ok().and_then(|at: usize| shared.strings.get(at));
            text.ok_or_else(broken)?.to_string()
        }
        Some("b") => if matches!(value.trim(), "1" | "true") { "TRUE" } else { "FALSE" }.to_owned(),
        // A moment as ISO 8601 writes it.
        Some("d") => value.trim_end_matches('Z').replacen('T', " ", 1).trim_end_matches(" 00:00:00").to_owned(),
        Some("n") | None => match value.trim().parse::<f64>().ok().filter(|number| number.is_finite()) {
            Some(number) => {
                let style = attributes.number("s").unwrap_or(0);
                shared.formats.get(style).copied().unwrap_or_default().shown(number, shared.since_1904)
            }
            None => value,
        },
        _ => value,
    })
}

/// Row and column from 0 of `B12`.
fn position(place: &str) -> Option<(usize, usize)> {
    let digits = place.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = place.split_at(digits);
    if letters.is_empty() || letters.len() > 3 || digits.len() > 7 {
        return None;
    }
    let column = letters.bytes().try_fold(0_usize, |column, byte| {
        byte.is_ascii_alphabetic().then(|| column * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1)
    })?;
    Some((digits.parse::<usize>().ok()?.checked_sub(1)?, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_written() {
        assert_eq!(position("A1"), Some((0, 0)));
        assert_eq!(position("xfd1048576"), Some((1_048_575, 16_383)));
        for wrong in ["", "A", "1", "A0", "AAAA1", "A99999999", "あ1"] {
            assert_eq!(position(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn values_come_as_they_are_shown() {
        let xml = r#"<worksheet><sheetData>
            <row><c t="inlineStr"><is><t>質問</t></is></c><c t="s"><v>0</v></c></row>
            <row r="3"><c r="B3" t="str"><f>CONCAT(A1)</f><v>結果</v></c><c><f>cmd|'/c calc'!A1</f></c><c t="b"><v>1</v></c>
            <c t="e"><v>#N/A</v></c><c s="1"><v>46360</v></c><c t="d"><v>2026-12-04T00:00:00</v></c></row></sheetData></worksheet>"#;
        let shared =
            Shared { strings: vec!["共有".into()], formats: vec![Format::Number, Format::Day], since_1904: false };
        let mut grid = Grid::default();
        read(Xml::new(xml.as_bytes(), &mut 1_000), &shared, &mut grid).unwrap();
        let rows = grid.end();
        assert_eq!(rows[0], ["質問", "共有"]);
        assert!(rows[1].is_empty());
        assert_eq!(rows[2], ["", "結果", "=cmd|'/c calc'!A1", "TRUE", "#N/A", "2026-12-04", "2026-12-04"]);
    }
}
