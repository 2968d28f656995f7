//! Excel workbooks (`.xlsx`, `.xlsm`).

use std::collections::BTreeMap;

use sentei_core::{Error, Result, Text};

use super::cells::{self, Shared};
use super::shown::Format;
use super::xml::{Step, Xml, MOST_STEPS};
use super::{too_many_cells, Book, Grid, Table, MOST_CELLS};
use crate::package::{broken, Package};

/// Cells are seldom packed to less than a thirtieth of their size; a bomb to a thousandth.
const HIGHEST_RATIO: u64 = 100;
/// No more sheets than this are read.
const MOST_SHEETS: usize = 100;
/// More styles than Excel allows.
const MOST_STYLES: usize = 65_536;

pub(super) fn read(bytes: &[u8]) -> Result<Book> {
    let mut package = Package::open(bytes, HIGHEST_RATIO)?;
    if package.holds(|name| name.eq_ignore_ascii_case("xl/workbook.bin")) {
        return Err(Error::say("error-sheet-binary"));
    }
    let mut left = MOST_STEPS;
    let roots = relations(&mut package, &mut left, "_rels/.rels", "")?;
    let workbook = roots
        .values()
        .find(|(kind, _)| kind == "officeDocument")
        .map_or_else(|| "xl/workbook.xml".to_owned(), |(_, path)| path.clone());
    let (sheets, since_1904) = match package.stream(&workbook)? {
        Some(part) => contents(Xml::new(part, &mut left))?,
        None => return Err(Error::say("error-sheet-not-excel")),
    };
    let (folder, name) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let parts = relations(&mut package, &mut left, &format!("{folder}/_rels/{name}.rels"), folder)?;
    let of_kind = |wanted: &str| parts.values().find(|(kind, _)| kind == wanted).map(|(_, path)| path.clone());
    let shared = Shared {
        strings: strings(&mut package, &mut left, of_kind("sharedStrings"))?,
        formats: formats(&mut package, &mut left, of_kind("styles"))?,
        since_1904,
    };
    let mut grid = Grid::default();
    let mut book = Book::default();
    for sheet in sheets {
        // Sheets of charts and dialogs hold no cells.
        let Some((_, path)) = parts.get(&sheet.part).filter(|(kind, _)| kind == "worksheet") else { continue };
        let part = package.stream(path)?.ok_or_else(broken)?;
        cells::read(Xml::new(part, &mut left), &shared, &mut grid)?;
        book.sheets.push(Table { name: sheet.name, hidden: sheet.hidden, rows: grid.end() });
    }
    if package.holds(|name| name.to_ascii_lowercase().ends_with("vbaproject.bin")) {
        book.notes.push(Text::new("sheet-note-macro"));
    }
    if package.holds(|name| name.starts_with("xl/externalLinks/")) {
        book.notes.push(Text::new("sheet-note-links"));
    }
    Ok(book)
}

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    hidden: bool,
    /// Id of the relation that names its part.
    part: String,
}

/// The sheets in order, and whether days are counted from 1904.
fn contents(xml: Xml<'_, impl std::io::BufRead>) -> Result<(Vec<Listed>, bool)> {
    let (mut sheets, mut since_1904) = (Vec::new(), false);
    xml.each(|name, attributes| {
        match name {
            "sheet" => sheets.push(Listed {
                name: attributes.get("name").unwrap_or_default().chars().take(100).collect(),
                hidden: matches!(attributes.get("state"), Some("hidden" | "veryHidden")),
                part: attributes.get("id").unwrap_or_default().to_owned(),
            }),
            "workbookPr" => since_1904 = matches!(attributes.get("date1904"), Some("1" | "true")),
            _ => {}
        }
        if sheets.len() > MOST_SHEETS {
            return Err(Error::say("error-sheet-sheets").arg("most", MOST_SHEETS));
        }
        Ok(())
    })?;
    Ok((sheets, since_1904))
}

/// Kind and path of the parts a part refers to, by the id of the relation. What lies outside the file is left out.
fn relations(
    package: &mut Package<'_>,
    left: &mut usize,
    path: &str,
    folder: &str,
) -> Result<BTreeMap<String, (String, String)>> {
    let mut parts = BTreeMap::new();
    let Some(part) = package.stream(path)? else { return Ok(parts) };
    Xml::new(part, left).each(|_, attributes| {
        if let (Some(id), Some(kind), Some(target), None | Some("Internal")) =
            (attributes.get("Id"), attributes.get("Type"), attributes.get("Target"), attributes.get("TargetMode"))
        {
            let kind = kind.rsplit('/').next().unwrap_or(kind);
            parts.insert(id.to_owned(), (kind.to_owned(), joined(folder, target)));
        }
        Ok(())
    })?;
    Ok(parts)
}

/// Where a target lies, from the folder of the part that names it.
fn joined(folder: &str, target: &str) -> String {
    let from = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = Vec::new();
    for step in from.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.join("/")
}

fn strings(package: &mut Package<'_>, left: &mut usize, path: Option<String>) -> Result<Vec<Box<str>>> {
    let mut strings = Vec::new();
    let Some(part) = path.map(|path| package.stream(&path)).transpose()?.flatten() else { return Ok(strings) };
    let mut xml = Xml::new(part, left);
    while let Some(step) = xml.step()? {
        if matches!(step, Step::Begin("si", _)) {
            strings.push(xml.words("si")?.into_boxed_str());
            if strings.len() > MOST_CELLS {
                return Err(too_many_cells());
            }
        }
    }
    Ok(strings)
}

fn formats(package: &mut Package<'_>, left: &mut usize, path: Option<String>) -> Result<Vec<Format>> {
    let mut formats = Vec::new();
    let Some(part) = path.map(|path| package.stream(&path)).transpose()?.flatten() else { return Ok(formats) };
    let mut written: BTreeMap<usize, Format> = BTreeMap::new();
    // `xf` stands in the list of named styles too; cells count those of `cellXfs`.
    let mut in_cells = false;
    Xml::new(part, left).each(|name, attributes| {
        match name {
            "numFmt" => {
                if let (Some(id), Some(code)) = (attributes.number("numFmtId"), attributes.get("formatCode")) {
                    written.insert(id, Format::written(code));
                }
            }
            "cellXfs" => in_cells = true,
            "cellStyleXfs" | "cellStyles" | "dxfs" => in_cells = false,
            "xf" if in_cells => {
                let id = attributes.number("numFmtId").unwrap_or(0);
                formats.push(written.get(&id).copied().unwrap_or_else(|| Format::built_in(id)));
            }
            _ => {}
        }
        if formats.len() > MOST_STYLES || written.len() > MOST_STYLES {
            return Err(broken());
        }
        Ok(())
    })?;
    Ok(formats)
}
