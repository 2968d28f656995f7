//! Markdown and plain text.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use sentei_core::richtext::{Block, Cell, CellBlock, Inline, Marks, Table};
use sentei_core::{Error, Result};

use super::{first_number, safe_link, text, Imported, Point, Sections, LARGEST_FILE};
use crate::package::too_large;

/// Reads a Markdown file.
pub fn read(bytes: &[u8]) -> Result<Imported> {
    if bytes.len() > LARGEST_FILE {
        return Err(too_large());
    }
    let source = std::str::from_utf8(bytes).map_err(|_| Error::say("error-import-encoding"))?;
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    if source.contains('\0') {
        return Err(Error::say("error-import-broken"));
    }
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES | Options::ENABLE_TASKLISTS;
    let mut reading = Reading::default();
    for event in Parser::new_ext(source, options) {
        reading.event(event);
    }
    reading.sections.finish()
}

#[derive(Default)]
struct Reading {
    sections: Sections,
    words: Vec<Inline>,
    marks: Depths,
    links: Vec<Option<String>>,
    /// The lists the reader is in: numbered or not, and the number of the first point until that is read.
    lists: Vec<(bool, Option<u16>)>,
    /// The rows of the table being read.
    table: Option<Vec<Vec<Cell>>>,
    head: bool,
    /// Inside what is left out.
    skipped: usize,
    code: bool,
}

/// How often each mark was begun and not yet ended.
#[derive(Default)]
struct Depths {
    strong: usize,
    em: usize,
    strike: usize,
    underline: usize,
}

impl Reading {
    fn marks(&self) -> Marks {
        Marks {
            strong: self.marks.strong > 0,
            em: self.marks.em > 0,
            underline: self.marks.underline > 0,
            strike: self.marks.strike > 0,
            link: self.links.iter().rev().find_map(Clone::clone),
        }
    }

    fn say(&mut self, words: &str) {
        if self.skipped == 0 && !words.is_empty() {
            let piece = text(words, &self.marks());
            self.words.push(piece);
        }
    }

    /// Tells of what is taken over as plain text; what is left out is told of already.
    fn tell_plain(&mut self, warning: &'static str) {
        if self.skipped == 0 {
            self.sections.tell(warning);
        }
    }

    fn line_end(&mut self) {
        if self.skipped == 0 {
            self.words.push(Inline::Break);
        }
    }

    /// Ends the words read so far as an item or a paragraph.
    fn end_words(&mut self) {
        let words = std::mem::take(&mut self.words);
        if words.is_empty() {
            return;
        }
        let depth = self.lists.len().saturating_sub(1);
        match self.lists.last_mut() {
            Some((ordered, first)) => {
                self.sections.point(Point { depth, ordered: *ordered, number: first.take(), words });
            }
            None => self.sections.block(Block::Paragraph(words)),
        }
    }

    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) if self.code => {
                for (number, line) in words.trim_end_matches('\n').split('\n').enumerate() {
                    if number > 0 {
                        self.line_end();
                    }
                    self.say(line);
                }
            }
            Event::Text(words) => self.say(&words),
            Event::Code(words) => {
                self.tell_plain("import-code");
                self.say(&words);
            }
            Event::TaskListMarker(_) => self.tell_plain("import-task"),
            Event::SoftBreak => {
                // Lines of Japanese are joined without a space.
                let latin = |piece: &Inline| matches!(piece, Inline::Text { text, .. } if text.ends_with(|c: char| c.is_ascii()));
                if self.words.last().is_some_and(latin) {
                    self.say(" ");
                }
            }
            Event::HardBreak => self.line_end(),
            Event::InlineHtml(tag) => match tag.trim().to_ascii_lowercase().as_str() {
                "<u>" => self.marks.underline += 1,
                "</u>" => self.marks.underline = self.marks.underline.saturating_sub(1),
                "<br>" | "<br/>" | "<br />" => self.line_end(),
                _ => self.sections.tell("import-html"),
            },
            Event::Html(_) => self.sections.tell("import-html"),
            Event::FootnoteReference(_) => self.sections.tell("import-footnote"),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::List(first) => {
                self.end_words();
                let number = first.and_then(first_number);
                if first.is_some() && number.is_none() {
                    self.tell_plain("import-first-number");
                }
                self.lists.push((first.is_some(), number));
            }
            Tag::Strong => self.marks.strong += 1,
            Tag::Emphasis => self.marks.em += 1,
            Tag::Strikethrough => self.marks.strike += 1,
            Tag::Link { dest_url, .. } => {
                let link = safe_link(dest_url);
                if link.is_none() {
                    self.sections.tell("import-link");
                }
                self.links.push(link);
            }
            Tag::Image { .. } => {
                self.sections.tell("import-image");
                self.skipped += 1;
            }
            Tag::FootnoteDefinition(_) => self.skipped += 1,
            Tag::BlockQuote(_) => self.tell_plain("import-quote"),
            Tag::CodeBlock(_) => {
                self.tell_plain("import-code-block");
                self.end_words();
                self.code = true;
            }
            Tag::Table(_) => {
                self.end_words();
                self.table = Some(Vec::new());
            }
            Tag::TableHead | Tag::TableRow => {
                self.head = matches!(tag, Tag::TableHead);
                if let Some(rows) = &mut self.table {
                    rows.push(Vec::new());
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Item => self.end_words(),
            TagEnd::CodeBlock => {
                self.code = false;
                self.end_words();
            }
            TagEnd::Heading(level) => {
                let words = std::mem::take(&mut self.words);
                self.sections.heading(level as u8, &words);
            }
            TagEnd::List(_) => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.sections.end_list();
                }
            }
            TagEnd::Strong => self.marks.strong = self.marks.strong.saturating_sub(1),
            TagEnd::Emphasis => self.marks.em = self.marks.em.saturating_sub(1),
            TagEnd::Strikethrough => self.marks.strike = self.marks.strike.saturating_sub(1),
            TagEnd::Link => {
                self.links.pop();
            }
            TagEnd::Image | TagEnd::FootnoteDefinition => self.skipped = self.skipped.saturating_sub(1),
            TagEnd::TableCell => {
                let content = vec![CellBlock::Paragraph(std::mem::take(&mut self.words))];
                let head = self.head;
                if let Some(row) = self.table.as_mut().and_then(|rows| rows.last_mut()) {
                    row.push(Cell { head, content });
                }
            }
            TagEnd::Table => {
                if let Some(rows) = self.table.take() {
                    self.sections.block(Block::Table(Table { caption: None, rows }));
                }
            }
            _ => {}
        }
    }
}
