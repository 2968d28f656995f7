//! The text of the Word document.

use std::collections::BTreeMap;

use sentei_core::paper::{Align, Block, Cell, Item, Level, RfpPaper, Run, Runs};

use super::package::{R, W};
use super::styles::{UsedList, FIRST_LIST};
use super::{escaped, in_contents, is_japanese};

/// The width of the text in twentieths of a point.
pub(super) const MEASURE: usize = 8731;
/// Rows with more letters may break inside: they could be taller than a page.
const LONG_ROW: usize = 300;

/// The finished text and what it needs around it.
pub(super) struct Document {
    pub xml: String,
    pub links: Vec<String>,
    pub lists: Vec<UsedList>,
}

/// The text while it is written.
pub(super) struct Body<'a> {
    paper: &'a RfpPaper,
    xml: String,
    links: Vec<String>,
    lists: Vec<UsedList>,
    headings: usize,
    depth: u8,
    tables: usize,
}

impl<'a> Body<'a> {
    pub(super) fn new(paper: &'a RfpPaper) -> Self {
        Self {
            paper,
            xml: format!(
                r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>"#
            ),
            links: Vec::new(),
            lists: Vec::new(),
            headings: 0,
            depth: 0,
            tables: 0,
        }
    }

    pub(super) fn finish(mut self) -> Document {
        self.xml += r#"<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1757" w:right="1247" w:bottom="1531" w:left="1928" w:header="900" w:footer="800" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>"#;
        Document { xml: self.xml, links: self.links, lists: self.lists }
    }

    fn word(&self, key: &str) -> &'a str {
        self.paper.words.get(key).map_or("", String::as_str)
    }

    fn paragraph(&mut self, style: &str, extra: &str, inner: &str) {
        self.xml += &format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{inner}</w:p>"#);
    }

    pub(super) fn cover(&mut self) {
        let head = &self.paper.paper;
        let mut first = plain(head.to.as_deref().unwrap_or(""), "");
        if !head.class.is_empty() {
            first += "<w:r><w:tab/></w:r>";
            first += &plain(
                &format!(" {} ", head.class),
                r#"<w:sz w:val="18"/><w:szCs w:val="18"/><w:bdr w:val="single" w:sz="6" w:space="0" w:color="1B1C20"/>"#,
            );
        }
        self.paragraph("Addressee", "", &first);
        self.paragraph("Kind", "", &plain(&head.kind, ""));
        self.paragraph("Title", "", &plain(&head.title, ""));
        self.paragraph("Issuer", "", &plain(&head.issuer.company, "<w:b/>"));
        if !head.issuer.unit.is_empty() {
            self.paragraph("Issuer", "", &plain(&head.issuer.unit, ""));
        }
        let rows = [
            ("number", &head.number),
            ("version", &head.version),
            ("issued", &head.issued),
            ("class", &head.class_long),
            ("copy", head.copy.as_ref().unwrap_or(&String::new())),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| (Runs::from(self.word(key)), Runs::from(value.as_str())))
        .collect::<Vec<_>>();
        self.facts(&rows);
    }

    /// The head of a paper without a cover: what it is, its title.
    pub(super) fn masthead(&mut self) {
        let head = &self.paper.paper;
        self.paragraph("Issuer", "", &plain(&head.issuer.company, "<w:b/>"));
        if !head.issuer.unit.is_empty() {
            self.paragraph("Issuer", "", &plain(&head.issuer.unit, ""));
        }
        self.paragraph("SmallHeading", "", &plain(&head.kind, r#"<w:color w:val="243C74"/>"#));
        self.paragraph("SmallHeading", "", &plain(&head.title, r#"<w:sz w:val="32"/><w:szCs w:val="32"/>"#));
    }

    pub(super) fn history(&mut self) {
        self.paragraph("FrontHeading", "<w:pageBreakBefore/>", &plain(self.word("history"), ""));
        if self.paper.history.is_empty() {
            return;
        }
        let rows = self
            .paper
            .history
            .iter()
            .map(|row| {
                vec![
                    Cell::from(row.v.as_str()),
                    Cell::from(row.date.as_str()),
                    Cell::from(row.by.as_str()),
                    Cell::Words(row.what.clone()),
                ]
            })
            .collect::<Vec<_>>();
        let head = ["version", "issued", "by", "changes"].map(|key| Cell::from(self.word(key)));
        self.table(&Sheet { head: &head, rows: &rows, widths: Some(vec![1000, 2250, 2300, 3181]), ..Sheet::default() });
    }

    /// The contents: a field that Word fills again, holding the entries with links to the headings. Until then it shows the
    /// pages the headings have in the PDF, by their ids.
    pub(super) fn contents(&mut self, pages: &BTreeMap<String, usize>) {
        self.paragraph("FrontHeading", "", &plain(self.word("contents"), ""));
        let begin = r#"<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \o "1-3" \h \z \u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>"#;
        let mut begin = Some(begin);
        let mut numbers = [0_usize; 6];
        let mut depth = 0;
        let mut bookmark = 0;
        for block in self.paper.body.iter().filter(|block| in_contents(block)) {
            let Block::Heading { l, s, id, .. } = block else { continue };
            let page = id.as_ref().and_then(|id| pages.get(id)).map(ToString::to_string).unwrap_or_default();
            let level = (*l).clamp(1, 6).min(depth + 1);
            depth = level;
            let place = usize::from(level - 1);
            numbers[place] += 1;
            numbers[place + 1..].fill(0);
            if level <= 3 {
                let number: Vec<_> = numbers[..=place].iter().map(ToString::to_string).collect();
                let entry = format!(
                    r#"{}<w:hyperlink w:anchor="_Toc{bookmark}" w:history="1">{}<w:r><w:tab/></w:r>{}<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGEREF _Toc{bookmark} \h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink>"#,
                    begin.take().unwrap_or(""),
                    plain(&number.join("."), ""),
                    plain(&s.plain().replace('\n', " "), ""),
                    plain(&page, ""),
                );
                self.paragraph(&format!("TOC{level}"), "", &entry);
            }
            bookmark += 1;
        }
        if begin.is_none() {
            // The field ends inside its last entry: a line of its own could fall on a page of its own.
            let end = self.xml.len() - "</w:p>".len();
            self.xml.insert_str(end, r#"<w:r><w:fldChar w:fldCharType="end"/></w:r>"#);
        }
    }

    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { l, s, small: true, .. } => {
                self.depth = (*l).clamp(1, self.depth + 1).max(self.depth);
                let inner = self.runs(s, "");
                self.paragraph("SmallHeading", "", &inner);
            }
            Block::Heading { l, s, .. } => {
                let level = (*l).clamp(1, 6).min(self.depth + 1).min(6);
                self.depth = level;
                let number = self.headings;
                // The body begins on a page of its own, and so do the chapters of a long paper.
                let page = if number == 0 || (level == 1 && self.paper.apart) { "<w:pageBreakBefore/>" } else { "" };
                self.headings += 1;
                let inner = format!(
                    r#"<w:bookmarkStart w:id="{number}" w:name="_Toc{number}"/>{}<w:bookmarkEnd w:id="{number}"/>"#,
                    self.runs(s, "")
                );
                self.paragraph(&format!("Heading{level}"), page, &inner);
            }
            Block::Paragraph { r } => {
                let inner = self.runs(r, "");
                self.paragraph("BodyText", "", &inner);
            }
            Block::Bullets { i } => self.list(i, None, 0, "ListText"),
            Block::Numbers { i, start } => self.list(i, Some(start.unwrap_or(1)), 0, "ListText"),
            Block::Facts { rows } => self.facts(rows),
            Block::Table { cap, head, rows, align, foot } => {
                self.caption(cap.as_ref());
                self.table(&Sheet { head, rows, align, foot: foot.as_deref(), ..Sheet::default() });
            }
            Block::Requirements { cap, groups } => {
                self.caption(cap.as_ref());
                let head = ["req-no", "req", "req-level"].map(|key| Cell::from(self.word(key)));
                let mut rows = Vec::new();
                let mut names = BTreeMap::new();
                for group in groups {
                    if let Some(name) = &group.name {
                        names.insert(rows.len(), name.as_str());
                    }
                    rows.extend(group.items.iter().map(|item| {
                        let level = match item.level {
                            Level::Must => Run { b: true, ..Run::new(self.word("must")) },
                            Level::Want => Run::new(self.word("want")),
                        };
                        vec![Cell::from(item.no.as_str()), Cell::Words(item.text.clone()), Cell::Words(level.into())]
                    }));
                }
                self.table(&Sheet {
                    head: &head,
                    rows: &rows,
                    align: &[Align::Left, Align::Left, Align::Centre],
                    widths: Some(vec![1000, 6731, 1000]),
                    names,
                    ..Sheet::default()
                });
            }
            Block::Schedule { cap, items } => {
                self.caption(cap.as_ref());
                let head = ["date", "day", "time", "what", "where"].map(|key| Cell::from(self.word(key)));
                let rows: Vec<Vec<Cell>> = items
                    .iter()
                    .map(|item| {
                        let words = |text: &str| Cell::Words(Run { b: item.firm, ..Run::new(text) }.into());
                        let what = if item.firm && is_japanese(self.paper.lang) {
                            format!("{}（{}）", item.what, self.word("firm"))
                        } else if item.firm {
                            format!("{} ({})", item.what, self.word("firm").to_lowercase())
                        } else {
                            item.what.clone()
                        };
                        vec![
                            words(&item.date),
                            words(&item.day),
                            words(&item.time),
                            words(&what),
                            item.place.as_str().into(),
                        ]
                    })
                    .collect();
                let align = [Align::Right, Align::Left, Align::Right, Align::Left, Align::Left];
                let widths = Some(vec![1650, 650, 850, 2981, 2600]);
                self.table(&Sheet { head: &head, rows: &rows, align: &align, widths, ..Sheet::default() });
            }
            Block::Criteria { cap, items, total, rules } => {
                self.caption(cap.as_ref());
                let said = items.iter().any(|item| !item.view.is_empty());
                let judged = items.iter().any(|item| !item.scheme.is_empty());
                let weighed = items.iter().any(|item| !item.weight.is_empty());
                // A column that says nothing of any criterion is left out.
                let cut = |[no, name, view, scheme, weight]: [Cell; 5]| -> Vec<Cell> {
                    let kept = [true, true, said, judged, weighed].into_iter().zip([no, name, view, scheme, weight]);
                    kept.filter_map(|(kept, cell)| kept.then_some(cell)).collect()
                };
                let head = ["crit-no", "crit", "crit-view", "crit-scheme", "weight"];
                let head = cut(head.map(|key| Cell::from(self.word(key))));
                let rows: Vec<Vec<Cell>> = items
                    .iter()
                    .map(|item| {
                        let indent = if item.inner { "\u{3000}" } else { "" };
                        let name = Run { b: !item.inner, ..Run::new(format!("{indent}{}", item.name)) };
                        cut([
                            item.no.as_str().into(),
                            Cell::Words(name.into()),
                            Cell::Words(item.view.clone()),
                            item.scheme.as_str().into(),
                            item.weight.as_str().into(),
                        ])
                    })
                    .collect();
                let total = Cell::from(total.as_str());
                let foot = cut(["".into(), Cell::from(self.word("total")), "".into(), "".into(), total]);
                let mut align = vec![Align::Left; head.len() - usize::from(weighed)];
                align.push(Align::Right);
                let widths = (!said && !judged && weighed).then(|| vec![700, 7131, 900]);
                self.table(&Sheet {
                    head: &head,
                    rows: &rows,
                    align: &align,
                    foot: weighed.then_some(&foot[..]),
                    widths,
                    ..Sheet::default()
                });
                if !rules.is_empty() {
                    let items: Vec<Item> =
                        rules.iter().map(|rule| Item { r: rule.as_str().into(), ..Item::default() }).collect();
                    let name = self.runs(&Run { b: true, ..Run::new(self.word("rules")) }.into(), "");
                    self.paragraph("BodyText", "", &name);
                    self.list(&items, None, 0, "ListText");
                }
            }
        }
    }

    /// A list: numbered from `first`, or with points.
    fn list(&mut self, items: &[Item], first: Option<u16>, depth: usize, style: &str) {
        let number = self.lists.len() + FIRST_LIST;
        self.lists.push(UsedList { depth: depth.min(8), first });
        for item in items {
            let inner = self.runs(&item.r, "");
            let numbered =
                format!(r#"<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{number}"/></w:numPr>"#, depth.min(8));
            self.paragraph(style, &numbered, &inner);
            for inner in &item.lists {
                let first = inner.o.then(|| inner.start.unwrap_or(1));
                self.list(&inner.i, first, depth + 1, style);
            }
        }
    }

    fn caption(&mut self, cap: Option<&Runs>) {
        let Some(cap) = cap else { return };
        self.tables += 1;
        let label = self.word("table");
        let gap = if is_japanese(self.paper.lang) { "" } else { " " };
        let (number, words) = (self.tables, self.runs(cap, ""));
        let inner = format!(
            r#"{}<w:fldSimple w:instr=" SEQ {} \* ARABIC "><w:r><w:t>{}</w:t></w:r></w:fldSimple>{}{}"#,
            plain(&format!("{label}{gap}"), r#"<w:color w:val="243C74"/>"#),
            escaped(label),
            number,
            plain("　", ""),
            words,
        );
        self.paragraph("Caption", "", &inner);
    }

    fn facts(&mut self, rows: &[(Runs, Runs)]) {
        let rows: Vec<Vec<Cell>> =
            rows.iter().map(|(label, value)| vec![Cell::Words(label.clone()), Cell::Words(value.clone())]).collect();
        self.table(&Sheet { rows: &rows, widths: Some(vec![2000, 6731]), quiet: true, ..Sheet::default() });
    }

    fn table(&mut self, sheet: &Sheet) {
        let columns = sheet.columns();
        if columns == 0 || (sheet.rows.is_empty() && sheet.head.is_empty()) {
            return;
        }
        let widths = sheet.widths.clone().unwrap_or_else(|| sheet.fit(columns));
        let (rule, inner) = ("243C74", "B4B8C1");
        let outer = if sheet.quiet { (4, inner) } else { (8, rule) };
        self.xml += &format!(
            r#"<w:tbl><w:tblPr><w:tblW w:w="{MEASURE}" w:type="dxa"/><w:tblBorders><w:top w:val="single" w:sz="{0}" w:space="0" w:color="{1}"/><w:bottom w:val="single" w:sz="{0}" w:space="0" w:color="{1}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="{inner}"/></w:tblBorders><w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr><w:tblGrid>"#,
            outer.0, outer.1
        );
        for width in &widths {
            self.xml += &format!(r#"<w:gridCol w:w="{width}"/>"#);
        }
        self.xml += "</w:tblGrid>";
        if !sheet.head.is_empty() {
            let bottom = format!(r#"<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{rule}"/>"#);
            self.row(sheet, &widths, sheet.head, "<w:cantSplit/><w:tblHeader/>", "CellHead", "", &bottom, false);
        }
        for (number, row) in sheet.rows.iter().enumerate() {
            if let Some(name) = sheet.names.get(&number) {
                self.xml += &format!(
                    r#"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{MEASURE}" w:type="dxa"/><w:gridSpan w:val="{columns}"/></w:tcPr>"#
                );
                self.paragraph(
                    "CellText",
                    r#"<w:keepNext/><w:spacing w:before="100" w:after="40" w:line="280" w:lineRule="exact"/>"#,
                    &plain(name, "<w:b/>"),
                );
                self.xml += "</w:tc></w:tr>";
            }
            let long = row.iter().any(|cell| letters(cell) > LONG_ROW);
            let whole = if long { "" } else { "<w:cantSplit/>" };
            // A contact torn by the end of a page is hard to copy, and no page begins with sums alone.
            let keep = if number + 1 < sheet.rows.len() { sheet.quiet } else { sheet.foot.is_some() };
            self.row(sheet, &widths, row, whole, "CellText", "", "", keep);
        }
        if let Some(foot) = sheet.foot {
            let top = format!(r#"<w:top w:val="single" w:sz="6" w:space="0" w:color="{rule}"/>"#);
            self.row(sheet, &widths, foot, "<w:cantSplit/>", "CellText", "<w:b/>", &top, false);
        }
        self.xml += "</w:tbl>";
        // Word joins tables that follow each other; a file may not end with one either.
        self.paragraph("TableGap", "", "");
    }

    #[allow(clippy::too_many_arguments)] // how a row differs from the next
    fn row(
        &mut self,
        sheet: &Sheet,
        widths: &[usize],
        cells: &[Cell],
        row: &str,
        style: &str,
        own: &str,
        borders: &str,
        keep: bool,
    ) {
        let keep = if keep { "<w:keepNext/>" } else { "" };
        let borders = if borders.is_empty() { String::new() } else { format!("<w:tcBorders>{borders}</w:tcBorders>") };
        self.xml += &format!("<w:tr><w:trPr>{row}</w:trPr>");
        for (number, width) in widths.iter().enumerate() {
            let align = match sheet.align.get(number) {
                Some(Align::Right) => r#"<w:jc w:val="right"/>"#,
                Some(Align::Centre) => r#"<w:jc w:val="center"/>"#,
                _ => "",
            };
            self.xml += &format!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{borders}</w:tcPr>"#);
            match cells.get(number) {
                Some(Cell::Words(runs)) => {
                    let label = if sheet.quiet && number == 0 { r#"<w:color w:val="565A64"/>"# } else { own };
                    let inner = self.runs(runs, label);
                    self.paragraph(style, &format!("{keep}{align}"), &inner);
                }
                Some(Cell::Blocks { blocks }) => {
                    let before = self.xml.len();
                    for block in blocks {
                        match block {
                            Block::Paragraph { r } => {
                                let inner = self.runs(r, own);
                                self.paragraph(style, align, &inner);
                            }
                            Block::Bullets { i } => self.list(i, None, 0, style),
                            Block::Numbers { i, start } => self.list(i, Some(start.unwrap_or(1)), 0, style),
                            _ => {}
                        }
                    }
                    if self.xml.len() == before {
                        self.paragraph(style, align, "");
                    }
                }
                None => self.paragraph(style, align, ""),
            }
            self.xml += "</w:tc>";
        }
        self.xml += "</w:tr>";
    }

    fn runs(&mut self, runs: &Runs, own: &str) -> String {
        let mut out = String::new();
        for run in &runs.0 {
            let mut marks = own.to_owned();
            if run.b || run.ins {
                marks = format!("<w:b/>{marks}");
            }
            if run.i && !is_japanese(self.paper.lang) {
                marks += "<w:i/>";
            }
            if run.k || run.del {
                marks += "<w:strike/>";
            }
            if run.n || run.ins || run.u.is_some() {
                marks += r#"<w:u w:val="single"/>"#;
            }
            // Japanese letters do not slant: points stand over them (圏点).
            let points = if run.i && is_japanese(self.paper.lang) { r#"<w:em w:val="dot"/>"# } else { "" };
            if run.missing {
                marks += r#"<w:shd w:val="clear" w:color="auto" w:fill="F2F3F7"/>"#;
            }
            marks += points;
            let words = plain(&run.s, &marks.replacen("<w:b/><w:b/>", "<w:b/>", 1));
            let href = run
                .u
                .as_deref()
                .filter(|href| ["https://", "http://", "mailto:"].iter().any(|scheme| href.starts_with(scheme)));
            if let Some(href) = href {
                let number = self.links.iter().position(|link| link == href).unwrap_or_else(|| {
                    self.links.push(href.to_owned());
                    self.links.len() - 1
                });
                out += &format!(r#"<w:hyperlink r:id="link{number}" w:history="1">{words}</w:hyperlink>"#);
            } else {
                out += &words;
            }
        }
        out
    }
}

/// A table to write.
#[derive(Default)]
struct Sheet<'a> {
    head: &'a [Cell],
    rows: &'a [Vec<Cell>],
    align: &'a [Align],
    foot: Option<&'a [Cell]>,
    widths: Option<Vec<usize>>,
    /// Names of groups, by the row they stand before.
    names: BTreeMap<usize, &'a str>,
    /// Labels and values: hairlines only.
    quiet: bool,
}

impl Sheet<'_> {
    fn columns(&self) -> usize {
        let rows = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        rows.max(self.head.len()).max(self.foot.map_or(0, <[Cell]>::len))
    }

    /// Widths by the square root of the longest text in each column; a column to be filled in gets room to write.
    fn fit(&self, columns: usize) -> Vec<usize> {
        let longest = |column: usize| {
            let rows = self.rows.iter().filter_map(|row| row.get(column)).map(letters).max().unwrap_or(0);
            let head = self.head.get(column).map_or(0, letters);
            let empty = rows == 0 && self.rows.len() > 1;
            rows.max(head).clamp(if empty { 12 } else { 3 }, 400)
        };
        let roots: Vec<usize> = (0..columns).map(|column| (longest(column) * 10_000).isqrt()).collect();
        let sum: usize = roots.iter().sum();
        roots.iter().map(|root| MEASURE * root / sum).collect()
    }
}

fn letters(cell: &Cell) -> usize {
    fn items(list: &[Item]) -> usize {
        let inner = |item: &Item| item.lists.iter().map(|list| items(&list.i)).sum::<usize>();
        list.iter().map(|item| item.r.plain().chars().count() + inner(item)).sum()
    }
    match cell {
        Cell::Words(runs) => runs.plain().chars().count(),
        Cell::Blocks { blocks } => blocks
            .iter()
            .map(|block| match block {
                Block::Paragraph { r } => r.plain().chars().count(),
                Block::Bullets { i } | Block::Numbers { i, .. } => items(i),
                _ => 0,
            })
            .sum(),
    }
}

/// Words in one hand, line ends as breaks.
fn plain(text: &str, marks: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let lines: Vec<_> =
        text.split('\n').map(|line| format!(r#"<w:t xml:space="preserve">{}</w:t>"#, escaped(line))).collect();
    format!("<w:r><w:rPr>{marks}</w:rPr>{}</w:r>", lines.join("<w:br/>"))
}
