//! Word documents: the text, its headings, lists, tables and marks. No macro, no linked part, no entity is looked at.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use sentei_core::richtext::{Block, Cell, CellBlock, Inline, Marks, Table};
use sentei_core::{Error, Result};

use super::{first_number, lists, safe_link, text, Imported, Point, Sections, HIGHEST_RATIO};
use crate::package::{broken, Package};

/// Real documents nest some twenty elements.
const DEEPEST: usize = 256;

/// Reads a `.docx` file.
pub fn read(bytes: &[u8]) -> Result<Imported> {
    // The older binary format begins with these bytes, and so does a document locked by a password.
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Error::say("error-import-doc"));
    }
    let mut package = Package::open(bytes, HIGHEST_RATIO)?;
    let document = package.part("word/document.xml")?.ok_or_else(|| Error::say("error-import-not-word"))?;
    let mut reading = Reading {
        styles: styles(&package.part("word/styles.xml")?.unwrap_or_default())?,
        numbering: numbering(&package.part("word/numbering.xml")?.unwrap_or_default())?,
        links: relations(&package.part("word/_rels/document.xml.rels")?.unwrap_or_default())?,
        ..Reading::default()
    };
    reading.document(&document)?;
    reading.sections.finish()
}

/// What a paragraph style says.
#[derive(Debug, Clone, Default)]
struct Style {
    based_on: Option<String>,
    /// Depth of a heading from 1.
    heading: Option<u8>,
    contents: bool,
    list: Option<(String, usize)>,
}

/// Calls `see` for every element; its second argument is whether it ends at once. Refuses document types and depth.
fn each(xml: &str, mut see: impl FnMut(&BytesStart)) -> Result<()> {
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| broken())? {
            Event::Start(element) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Error::say("error-import-deep"));
                }
                see(&element);
            }
            Event::Empty(element) => see(&element),
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::DocType(_) => return Err(Error::say("error-import-doctype")),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    element.attributes().flatten().find(|attribute| attribute.key.local_name().into_inner() == name).and_then(
        |attribute| attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned),
    )
}

fn value(element: &BytesStart) -> Option<String> {
    attribute(element, "val")
}

/// A switch such as `<w:b/>`: on unless it says otherwise.
fn is_on(element: &BytesStart) -> bool {
    !matches!(value(element).as_deref(), Some("0" | "false" | "off" | "none"))
}

fn styles(xml: &str) -> Result<BTreeMap<String, Style>> {
    let mut styles: BTreeMap<String, Style> = BTreeMap::new();
    let mut current = String::new();
    each(xml, |element| {
        let name = element.local_name();
        if name.into_inner() == "style" {
            current = attribute(element, "styleId").unwrap_or_default();
            styles.insert(current.clone(), Style::default());
            return;
        }
        let Some(style) = styles.get_mut(&current) else { return };
        let said = value(element).unwrap_or_default();
        match name.into_inner() {
            "name" => {
                let said = said.to_lowercase();
                let depth = |prefix: &str| said.strip_prefix(prefix)?.trim().parse::<u8>().ok();
                style.heading = depth("heading").or_else(|| depth("見出し")).filter(|level| (1..=9).contains(level));
                style.contents = said.starts_with("toc ") || said.starts_with("目次");
            }
            "basedOn" => style.based_on = Some(said),
            "outlineLvl" if style.heading.is_none() => {
                style.heading = said.parse::<u8>().ok().filter(|level| *level < 9).map(|level| level + 1);
            }
            "numId" => style.list = Some((said, style.list.take().map_or(0, |list| list.1))),
            "ilvl" => {
                let level = said.parse().unwrap_or(0);
                style.list = Some((style.list.take().map_or_else(String::new, |list| list.0), level));
            }
            _ => {}
        }
    })?;
    Ok(styles)
}

/// How the lists of a document count. Lists made from one draft count on from each other.
#[derive(Default)]
struct Numbering {
    /// What a draft says of each depth.
    drafts: BTreeMap<(String, usize), Level>,
    /// The draft of each list.
    lists: BTreeMap<String, String>,
    /// Where a list does not go on from the others: its first number, until that is given.
    anew: BTreeMap<(String, usize), u64>,
    /// The number given last, by draft and depth.
    given: BTreeMap<(String, usize), u16>,
}

#[derive(Clone, Copy, Default)]
struct Level {
    ordered: bool,
    first: Option<u64>,
}

/// The number of a point.
#[derive(Clone, Copy)]
struct Number {
    number: u16,
    /// The file begins the list at a number that no list here can begin with.
    changed: bool,
}

impl Numbering {
    /// The number of the next point of a list; none where it has a sign.
    fn next(&mut self, list: &str, depth: usize) -> Option<Number> {
        let draft = self.lists.get(list)?.clone();
        self.given.retain(|(of, deeper), _| *of != draft || *deeper <= depth);
        let level = self.drafts.get(&(draft.clone(), depth)).copied().filter(|level| level.ordered)?;
        let anew = self.anew.remove(&(list.to_owned(), depth));
        let place = (draft, depth);
        let next = match (anew, self.given.get(&place)) {
            (None, Some(last)) => u64::from(*last) + 1,
            (first, _) => first.or(level.first).unwrap_or(1),
        };
        let number = first_number(next);
        let changed = number.is_none();
        let number = number.unwrap_or(1);
        self.given.insert(place, number);
        Some(Number { number, changed })
    }
}

fn numbering(xml: &str) -> Result<Numbering> {
    let mut read = Numbering::default();
    let (mut draft, mut list, mut depth) = (String::new(), String::new(), 0_usize);
    each(xml, |element| {
        let said = || value(element).and_then(|said| said.parse::<u64>().ok());
        match element.local_name().into_inner() {
            "abstractNum" => draft = attribute(element, "abstractNumId").unwrap_or_default(),
            // What stands in a list behind this is its own and no draft's.
            "num" => {
                list = attribute(element, "numId").unwrap_or_default();
                draft.clear();
            }
            "lvl" | "lvlOverride" => depth = attribute(element, "ilvl").and_then(|ilvl| ilvl.parse().ok()).unwrap_or(0),
            "numFmt" => {
                let ordered = !matches!(value(element).as_deref(), Some("bullet" | "none"));
                read.drafts.entry((draft.clone(), depth)).or_default().ordered = ordered;
            }
            "start" => read.drafts.entry((draft.clone(), depth)).or_default().first = said(),
            "startOverride" => {
                if let Some(first) = said() {
                    read.anew.insert((list.clone(), depth), first);
                }
            }
            "abstractNumId" => {
                read.lists.insert(list.clone(), value(element).unwrap_or_default());
            }
            _ => {}
        }
    })?;
    Ok(read)
}

/// Addresses by the id of their relation.
fn relations(xml: &str) -> Result<BTreeMap<String, String>> {
    let mut links = BTreeMap::new();
    each(xml, |element| {
        let is_link = attribute(element, "Type").is_some_and(|kind| kind.ends_with("/hyperlink"));
        if let (true, Some(id), Some(target)) = (is_link, attribute(element, "Id"), attribute(element, "Target")) {
            links.insert(id, target);
        }
    })?;
    Ok(links)
}

#[derive(Default)]
struct Reading {
    styles: BTreeMap<String, Style>,
    numbering: Numbering,
    links: BTreeMap<String, String>,
    sections: Sections,
    paragraph: Paragraph,
    /// The table being read; one inside it is read as its words.
    table: Option<Sheet>,
    tables: usize,
    marks: Marks,
    link: Option<String>,
    in_text: bool,
    in_run_marks: bool,
}

#[derive(Default)]
struct Paragraph {
    style: Option<String>,
    list: Option<(String, usize)>,
    level: Option<u8>,
    words: Vec<Inline>,
}

#[derive(Default)]
struct Sheet {
    rows: Vec<Vec<Cell>>,
    blocks: Vec<CellBlock>,
    points: Vec<Point>,
    head: bool,
    span: usize,
}

impl Sheet {
    fn end_list(&mut self) {
        self.blocks.extend(lists(std::mem::take(&mut self.points)).into_iter().map(CellBlock::List));
    }
}

impl Reading {
    fn document(&mut self, xml: &str) -> Result<()> {
        let mut reader = Reader::from_str(xml);
        let mut depth = 0_usize;
        loop {
            match reader.read_event().map_err(|_| broken())? {
                Event::Start(element) => {
                    depth += 1;
                    if depth > DEEPEST {
                        return Err(Error::say("error-import-deep"));
                    }
                    if let Some(warning) = left_out(element.local_name().into_inner()) {
                        let span = reader.read_to_end(element.name()).map_err(|_| broken())?;
                        depth -= 1;
                        let from = usize::try_from(span.start).unwrap_or(0);
                        let to = usize::try_from(span.end).unwrap_or(0);
                        self.tell(warning, xml.get(from..to).unwrap_or(""));
                    } else {
                        self.start(&element);
                    }
                }
                Event::Empty(element) => {
                    if let Some(warning) = left_out(element.local_name().into_inner()) {
                        self.tell(warning, "");
                    } else {
                        self.start(&element);
                        self.end(element.local_name().into_inner());
                    }
                }
                Event::End(element) => {
                    depth = depth.saturating_sub(1);
                    self.end(element.local_name().into_inner());
                }
                Event::Text(words) => self.say(&words),
                Event::CData(words) => self.say(&words),
                Event::GeneralRef(entity) => match entity.resolve_char_ref() {
                    Ok(Some(c)) => self.say(c.encode_utf8(&mut [0; 4])),
                    Ok(None) => match &*entity {
                        "amp" => self.say("&"),
                        "lt" => self.say("<"),
                        "gt" => self.say(">"),
                        "quot" => self.say("\""),
                        "apos" => self.say("'"),
                        // An entity of the file's own would need a document type, which is refused.
                        _ => return Err(broken()),
                    },
                    Err(_) => return Err(broken()),
                },
                Event::DocType(_) => return Err(Error::say("error-import-doctype")),
                Event::Eof if depth > 0 => return Err(broken()),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn tell(&mut self, warning: &'static str, inner: &str) {
        if warning.is_empty() {
            return;
        }
        // A drawing may be a frame with words in it.
        let frame = warning == "import-image" && inner.contains("txbxContent");
        self.sections.tell(if frame { "import-text-box" } else { warning });
    }

    fn say(&mut self, words: &str) {
        if self.in_text && !words.is_empty() {
            let marks = Marks { link: self.link.clone(), ..self.marks.clone() };
            self.paragraph.words.push(text(words, &marks));
        }
    }

    fn start(&mut self, element: &BytesStart) {
        let on = || is_on(element);
        match element.local_name().into_inner() {
            "p" => self.paragraph = Paragraph::default(),
            "pStyle" => self.paragraph.style = value(element),
            "outlineLvl" => {
                let level = value(element).and_then(|level| level.parse::<u8>().ok());
                self.paragraph.level = level.filter(|level| *level < 9).map(|level| level + 1);
            }
            "numId" => {
                let level = self.paragraph.list.take().map_or(0, |list| list.1);
                self.paragraph.list = Some((value(element).unwrap_or_default(), level));
            }
            "ilvl" => {
                let level = value(element).and_then(|level| level.parse().ok()).unwrap_or(0);
                let list = self.paragraph.list.take().map_or_else(String::new, |list| list.0);
                self.paragraph.list = Some((list, level));
            }
            "r" => self.marks = Marks::default(),
            "rPr" => self.in_run_marks = true,
            "b" if self.in_run_marks => self.marks.strong = on(),
            "i" if self.in_run_marks => self.marks.em = on(),
            "u" if self.in_run_marks => self.marks.underline = on(),
            "strike" | "dstrike" if self.in_run_marks => self.marks.strike = on(),
            "t" => self.in_text = true,
            "tab" if !self.in_run_marks => self.sign(" "),
            "noBreakHyphen" => self.sign("-"),
            "br" | "cr" if attribute(element, "type").is_none_or(|kind| kind == "textWrapping") => {
                self.paragraph.words.push(Inline::Break);
            }
            "ins" | "moveTo" => self.sections.tell("import-tracked"),
            "hyperlink" => {
                let target = attribute(element, "id").and_then(|id| self.links.get(&id).cloned());
                self.link = target.as_deref().and_then(safe_link);
                if target.is_some() && self.link.is_none() {
                    self.sections.tell("import-link");
                }
            }
            "tbl" => {
                self.tables += 1;
                if self.tables == 1 {
                    self.table = Some(Sheet::default());
                } else {
                    self.sections.tell("import-nested-table");
                }
            }
            "tr" | "tblHeader" | "gridSpan" | "vMerge" | "tc" if self.tables == 1 => self.table_part(element),
            _ => {}
        }
    }

    fn sign(&mut self, sign: &str) {
        self.in_text = true;
        self.say(sign);
        self.in_text = false;
    }

    fn table_part(&mut self, element: &BytesStart) {
        let Some(table) = &mut self.table else { return };
        match element.local_name().into_inner() {
            "tr" => {
                table.rows.push(Vec::new());
                table.head = false;
            }
            "tblHeader" => table.head = is_on(element),
            "tc" => {
                table.blocks.clear();
                table.span = 1;
            }
            "gridSpan" => {
                table.span = value(element).and_then(|span| span.parse().ok()).unwrap_or(1).clamp(1, 64);
                if table.span > 1 {
                    self.sections.tell("import-merged");
                }
            }
            // The first of the merged cells says "restart" and holds the words.
            _ if value(element).as_deref() == Some("restart") => self.sections.tell("import-merged"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "rPr" => self.in_run_marks = false,
            "hyperlink" => self.link = None,
            "p" => self.end_paragraph(),
            "tc" if self.tables == 1 => {
                if let Some(table) = &mut self.table {
                    table.end_list();
                    let content = std::mem::take(&mut table.blocks);
                    let (head, span) = (table.head, table.span);
                    if let Some(row) = table.rows.last_mut() {
                        row.push(Cell { head, content });
                        // A model without merged cells keeps its columns by empty ones.
                        for _ in 1..span {
                            row.push(Cell { head, content: Vec::new() });
                        }
                    }
                }
            }
            "tbl" => {
                self.tables = self.tables.saturating_sub(1);
                if self.tables == 0 {
                    if let Some(table) = self.table.take() {
                        self.end_table(table);
                    }
                }
            }
            _ => {}
        }
    }

    fn end_table(&mut self, table: Sheet) {
        let mut rows = table.rows;
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        for row in &mut rows {
            let head = row.first().is_some_and(|cell| cell.head);
            row.resize(columns, Cell { head, content: Vec::new() });
            for cell in row {
                if cell.content.is_empty() {
                    cell.content.push(CellBlock::Paragraph(Vec::new()));
                }
            }
        }
        if columns > 0 {
            self.sections.block(Block::Table(Table { caption: None, rows }));
        }
    }

    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let mut style = Style::default();
        let mut next = paragraph.style.clone();
        // Styles that are based on each other in a ring are followed no further than this.
        for _ in 0..20 {
            let Some(found) = next.as_ref().and_then(|id| self.styles.get(id)) else { break };
            style.heading = style.heading.or(found.heading);
            style.contents |= found.contents;
            style.list = style.list.or_else(|| found.list.clone());
            next.clone_from(&found.based_on);
        }
        // The contents are made anew.
        if style.contents {
            return;
        }
        let empty = super::line(&paragraph.words).is_empty();
        let list = paragraph.list.or(style.list).filter(|(list, _)| !empty && !list.is_empty() && list != "0");
        // A heading counts as well: what is numbered below it begins anew.
        let number = list.as_ref().and_then(|(list, depth)| self.numbering.next(list, *depth));
        if self.table.is_none() {
            if let Some(level) = paragraph.level.or(style.heading) {
                return self.sections.heading(level, &paragraph.words);
            }
        }
        if let Some((_, depth)) = list {
            if number.is_some_and(|number| number.changed) {
                self.sections.tell("import-first-number");
            }
            let words = paragraph.words;
            let number = number.map(|number| number.number);
            let point = Point { depth, ordered: number.is_some(), number, words };
            match &mut self.table {
                Some(table) => table.points.push(point),
                None => self.sections.point(point),
            }
        } else if let Some(table) = &mut self.table {
            table.end_list();
            if !empty {
                table.blocks.push(CellBlock::Paragraph(paragraph.words));
            }
        } else if empty {
            self.sections.end_list();
        } else {
            self.sections.block(Block::Paragraph(paragraph.words));
        }
    }
}

/// The warning for an element that is left out with all it holds; an empty one where nothing is lost.
fn left_out(name: &str) -> Option<&'static str> {
    Some(match name {
        "drawing" | "pict" | "object" | "AlternateContent" => "import-image",
        "del" | "moveFrom" => "import-tracked",
        "footnoteReference" | "endnoteReference" => "import-footnote",
        "commentReference" => "import-comment",
        "oMath" | "oMathPara" => "import-formula",
        "sym" => "import-symbol",
        "instrText" | "delText" | "sdtPr" | "rPrChange" | "pPrChange" | "sectPrChange" | "tblPrChange" => "",
        _ => return None,
    })
}
