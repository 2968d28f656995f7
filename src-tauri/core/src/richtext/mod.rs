//! Rich text: one closed document model for everything that is written at length.
//!
//! A [`RichText`] that exists is valid: it can only be read through [`read`], which knows every node and mark, and refuses the
//! rest. On the wire and in the store it is the JSON of the editor's document; HTML is never involved.

pub mod difference;
mod plain;
mod read;
pub mod replace;
pub mod shorthand;

#[cfg(test)]
pub mod arbitrary;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

pub(crate) use plain::cell_text as cell_words;
pub use plain::Wording;
pub use read::{Limits, TextError, LIMITS};

/// A document: blocks one below the other. Never empty: where nothing is written there is one empty paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Hash, TS)]
#[ts(rename = "Doc", type = "{ type: \"doc\", content?: Array<Record<string, unknown>> }")]
pub struct RichText {
    /// The blocks, in order.
    pub blocks: Vec<Block>,
}

/// One block of a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Block {
    /// Running text.
    Paragraph(Vec<Inline>),
    /// A heading inside the section, level 1 to 3.
    Heading {
        /// 1 to 3.
        level: u8,
        /// Its words.
        content: Vec<Inline>,
    },
    /// Points or steps.
    List(List),
    /// A table; its first row may be a head.
    Table(Table),
    /// A part drawn from the procurement's data: the schedule, the criteria.
    Drawn(String),
}

/// A bullet or numbered list, at most three deep.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct List {
    /// Numbered rather than bulleted.
    pub ordered: bool,
    /// The number of the first point, from 1 to [`Limits::start`]; 1 where there are no numbers.
    pub start: u16,
    /// The points.
    pub items: Vec<ListItem>,
}

/// One point of a list, with the lists below it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ListItem {
    /// Its words.
    pub content: Vec<Inline>,
    /// Lists indented under it.
    pub lists: Vec<List>,
}

/// A table without spans: every row has the same number of cells.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Table {
    /// What stands above it.
    pub caption: Option<String>,
    /// Rows of cells.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Cell {
    /// A head cell.
    pub head: bool,
    /// What stands in it.
    pub content: Vec<CellBlock>,
}

/// What a cell may hold.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum CellBlock {
    /// Running text.
    Paragraph(Vec<Inline>),
    /// Points or steps.
    List(List),
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Inline {
    /// Words.
    Text {
        /// The words; never empty.
        text: String,
        /// How they are set.
        marks: Marks,
    },
    /// A fact shown by its key, always current.
    Field {
        /// Key such as `schedule.proposal_deadline`; a key nobody knows is kept and pointed out.
        key: String,
        /// How it is set.
        marks: Marks,
    },
    /// A line break inside a paragraph.
    Break,
}

/// How a piece of text is set.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[allow(clippy::struct_excessive_bools)] // five independent marks, each of them on or off
pub struct Marks {
    /// Bold.
    pub strong: bool,
    /// Emphasised.
    pub em: bool,
    /// Underlined.
    pub underline: bool,
    /// Struck out.
    pub strike: bool,
    /// Where it leads: http, https or mailto.
    pub link: Option<String>,
}

impl Default for RichText {
    fn default() -> Self {
        Self { blocks: vec![Block::Paragraph(Vec::new())] }
    }
}

impl RichText {
    /// A document of plain paragraphs, one a line.
    pub fn plain(text: &str) -> Self {
        Self { blocks: text.lines().map(|line| Block::Paragraph(words(line))).collect() }.normalised()
    }

    /// Whether nobody has written anything: no words, no field, no drawn part.
    pub fn is_empty(&self) -> bool {
        self.blocks.iter().all(|block| match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => blank(content),
            Block::List(list) => list.is_blank(),
            Block::Table(table) => {
                table.caption.as_deref().unwrap_or("").trim().is_empty()
                    && table.rows.iter().flatten().all(|cell| {
                        cell.content.iter().all(|block| match block {
                            CellBlock::Paragraph(content) => blank(content),
                            CellBlock::List(list) => list.is_blank(),
                        })
                    })
            }
            Block::Drawn(_) => false,
        })
    }

    /// The keys of the fields in it, in order of appearance, each once.
    pub fn fields(&self) -> Vec<String> {
        let mut keys: Vec<String> = Vec::new();
        self.each_line(&mut |content| {
            for piece in content {
                if let Inline::Field { key, .. } = piece {
                    if !keys.contains(key) {
                        keys.push(key.clone());
                    }
                }
            }
        });
        keys
    }

    /// The names of the drawn parts in it.
    pub fn drawn(&self) -> impl Iterator<Item = &str> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Drawn(name) => Some(name.as_str()),
            _ => None,
        })
    }

    /// Visits every line of pieces, in reading order.
    pub fn each_line<'a>(&'a self, see: &mut impl FnMut(&'a [Inline])) {
        for block in &self.blocks {
            block.each_line(see);
        }
    }

    /// Visits every line of pieces for changing it, in the same order as [`RichText::each_line`].
    pub fn each_line_mut(&mut self, change: &mut impl FnMut(&mut Vec<Inline>)) {
        for block in &mut self.blocks {
            block.each_line_mut(change);
        }
    }

    /// The same document in its one canonical form: equal neighbours joined, nothing empty kept, tables even.
    #[must_use]
    pub fn normalised(mut self) -> Self {
        self.blocks.retain_mut(|block| match block {
            Block::List(list) => list.tidy(),
            Block::Table(table) => table.tidy(),
            _ => true,
        });
        if self.blocks.is_empty() {
            return Self::default();
        }
        self.each_line_mut(&mut tidy);
        self
    }
}

impl Block {
    fn each_line<'a>(&'a self, see: &mut impl FnMut(&'a [Inline])) {
        match self {
            Self::Paragraph(content) | Self::Heading { content, .. } => see(content),
            Self::List(list) => list.each_line(see),
            Self::Table(table) => {
                for block in table.rows.iter().flatten().flat_map(|cell| &cell.content) {
                    match block {
                        CellBlock::Paragraph(content) => see(content),
                        CellBlock::List(list) => list.each_line(see),
                    }
                }
            }
            Self::Drawn(_) => {}
        }
    }

    fn each_line_mut(&mut self, change: &mut impl FnMut(&mut Vec<Inline>)) {
        match self {
            Self::Paragraph(content) | Self::Heading { content, .. } => change(content),
            Self::List(list) => list.each_line_mut(change),
            Self::Table(table) => {
                for block in table.rows.iter_mut().flatten().flat_map(|cell| &mut cell.content) {
                    match block {
                        CellBlock::Paragraph(content) => change(content),
                        CellBlock::List(list) => list.each_line_mut(change),
                    }
                }
            }
            Self::Drawn(_) => {}
        }
    }
}

impl List {
    fn is_blank(&self) -> bool {
        self.items.iter().all(|item| blank(&item.content) && item.lists.iter().all(Self::is_blank))
    }

    fn each_line<'a>(&'a self, see: &mut impl FnMut(&'a [Inline])) {
        for item in &self.items {
            see(&item.content);
            for list in &item.lists {
                list.each_line(see);
            }
        }
    }

    fn each_line_mut(&mut self, change: &mut impl FnMut(&mut Vec<Inline>)) {
        for item in &mut self.items {
            change(&mut item.content);
            for list in &mut item.lists {
                list.each_line_mut(change);
            }
        }
    }

    /// The number a point has, by its place from 0.
    pub fn number(&self, at: usize) -> usize {
        usize::from(self.start) + at
    }

    /// Drops lists without a point; says whether anything is left.
    fn tidy(&mut self) -> bool {
        if !self.ordered {
            self.start = 1;
        }
        for item in &mut self.items {
            item.lists.retain_mut(Self::tidy);
        }
        !self.items.is_empty()
    }
}

impl Table {
    /// Makes all rows equally long; says whether anything is left.
    fn tidy(&mut self) -> bool {
        self.rows.retain(|row| !row.is_empty());
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        for row in &mut self.rows {
            let head = row.iter().all(|cell| cell.head);
            row.resize_with(columns, || Cell { head, content: Vec::new() });
            for cell in row {
                cell.content.retain_mut(|block| match block {
                    CellBlock::List(list) => list.tidy(),
                    CellBlock::Paragraph(_) => true,
                });
                if cell.content.is_empty() {
                    cell.content.push(CellBlock::Paragraph(Vec::new()));
                }
            }
        }
        if self.caption.as_deref().is_some_and(|caption| caption.trim().is_empty()) {
            self.caption = None;
        }
        columns > 0
    }

    /// Whether the first row is a head.
    pub fn has_head(&self) -> bool {
        self.rows.first().is_some_and(|row| row.iter().all(|cell| cell.head))
    }
}

impl Marks {
    /// Whether the text is set plainly.
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

impl Inline {
    /// Plain words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), marks: Marks::default() }
    }

    /// A field, plainly set.
    pub fn field(key: impl Into<String>) -> Self {
        Self::Field { key: key.into(), marks: Marks::default() }
    }
}

/// Plain words as the pieces of a line.
pub fn words(text: &str) -> Vec<Inline> {
    let mut pieces = vec![Inline::text(text)];
    tidy(&mut pieces);
    pieces
}

fn blank(content: &[Inline]) -> bool {
    content.iter().all(|piece| match piece {
        Inline::Text { text, .. } => text.trim().is_empty(),
        Inline::Field { .. } => false,
        Inline::Break => true,
    })
}

/// Joins neighbours that are set alike, turns line ends into breaks, and leaves out what no font can show.
fn tidy(content: &mut Vec<Inline>) {
    let mut out: Vec<Inline> = Vec::with_capacity(content.len());
    for piece in content.drain(..) {
        match piece {
            Inline::Text { text, marks } if text.chars().all(shown) => join(&mut out, text, marks),
            Inline::Text { text, marks } => {
                let text = text.replace("\r\n", "\n").replace('\r', "\n");
                for (n, line) in text.split('\n').enumerate() {
                    if n > 0 {
                        out.push(Inline::Break);
                    }
                    let line = line.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| shown(*c)).collect();
                    join(&mut out, line, marks.clone());
                }
            }
            other => out.push(other),
        }
    }
    *content = out;
}

/// Adds words to the ones before them where both are set alike.
fn join(out: &mut Vec<Inline>, words: String, marks: Marks) {
    match out.last_mut() {
        _ if words.is_empty() => {}
        Some(Inline::Text { text, marks: last }) if *last == marks => text.push_str(&words),
        _ => out.push(Inline::Text { text: words, marks }),
    }
}

/// Whether a character can stand in a text: no controls, no surrogate or non-characters, no direction overrides, which
/// would show other words than the ones that are there.
fn shown(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFF9}'..='\u{FFFC}' | '\u{FDD0}'..='\u{FDEF}')
        && (u32::from(c) & 0xFFFE) != 0xFFFE
}

impl Serialize for RichText {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        read::node_of(self).serialize(to)
    }
}

impl<'de> Deserialize<'de> for RichText {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let node = read::Node::deserialize(from)?;
        read::doc_of(node).map_err(serde::de::Error::custom)
    }
}
