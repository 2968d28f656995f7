//! The short form in which outlines and the sample are written: blocks with plain strings, fields as `{{group.key}}`.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::read::{is_name, link, TextError};
use super::{Block, Cell, CellBlock, Inline, List, ListItem, Marks, RichText, Table};

/// One block in short form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Short {
    /// Running text.
    Paragraph {
        /// Its words.
        text: String,
    },
    /// A heading inside the section.
    Heading {
        /// Its words.
        text: String,
        /// 1 to 3.
        #[serde(default = "one")]
        level: u8,
    },
    /// Points.
    BulletList {
        /// One string a point.
        items: Vec<String>,
    },
    /// Steps.
    OrderedList {
        /// One string a step.
        items: Vec<String>,
    },
    /// A table.
    Table {
        /// What stands above it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        caption: Option<String>,
        /// Its head row.
        header: Vec<String>,
        /// Its rows.
        rows: Vec<Vec<String>>,
    },
    /// A part drawn from data.
    Block {
        /// Its name.
        name: String,
    },
}

fn one() -> u8 {
    1
}

/// Reads blocks in short form from JSON.
///
/// # Errors
/// An unknown block, or more than a document may hold.
pub fn doc(value: &Value) -> Result<RichText, TextError> {
    let blocks: Vec<Short> = Vec::deserialize(value).map_err(|cause| TextError::Shape(cause.to_string()))?;
    from_short(&blocks)
}

/// The document of blocks in short form.
///
/// # Errors
/// More than a document may hold.
pub fn from_short(blocks: &[Short]) -> Result<RichText, TextError> {
    let blocks = blocks.iter().map(|block| match block {
        Short::Paragraph { text } => Block::Paragraph(line(text)),
        Short::Heading { text, level } => Block::Heading { level: *level, content: line(text) },
        Short::BulletList { items } => list(false, items),
        Short::OrderedList { items } => list(true, items),
        Short::Table { caption, header, rows } => {
            let row = |head: bool, cells: &[String]| {
                cells
                    .iter()
                    .map(|text| Cell { head, content: vec![CellBlock::Paragraph(line(text))] })
                    .collect::<Vec<_>>()
            };
            let mut all = vec![row(true, header)];
            all.extend(rows.iter().map(|cells| row(false, cells)));
            Block::Table(Table { caption: caption.clone(), rows: all })
        }
        Short::Block { name } => Block::Drawn(name.clone()),
    });
    RichText { blocks: blocks.collect() }.checked()
}

fn list(ordered: bool, items: &[String]) -> Block {
    let items = items.iter().map(|text| ListItem { content: line(text), lists: Vec::new() }).collect();
    Block::List(List { ordered, start: 1, items })
}

/// A string with `{{fields}}` as pieces. Page addresses become links.
pub fn line(text: &str) -> Vec<Inline> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        match after.split_once("}}") {
            Some((key, behind)) if is_name(key) => {
                linked(before, &mut pieces);
                pieces.push(Inline::field(key));
                rest = behind;
            }
            _ => {
                linked(before, &mut pieces);
                linked("{{", &mut pieces);
                rest = after;
            }
        }
    }
    linked(rest, &mut pieces);
    pieces
}

fn linked(text: &str, pieces: &mut Vec<Inline>) {
    let mut rest = text;
    while let Some(at) = rest.find("https://") {
        let end = rest[at..]
            .find(|c: char| !(c.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%".contains(c)))
            .map_or(rest.len(), |n| at + n);
        let href = rest[at..end].trim_end_matches(['.', ',']);
        match link(href) {
            Ok(target) if href.len() > "https://".len() => {
                push(&rest[..at], pieces);
                pieces
                    .push(Inline::Text { text: href.into(), marks: Marks { link: Some(target), ..Marks::default() } });
                rest = &rest[at + href.len()..];
            }
            _ => {
                push(&rest[..end], pieces);
                rest = &rest[end..];
            }
        }
    }
    push(rest, pieces);
}

fn push(text: &str, pieces: &mut Vec<Inline>) {
    if !text.is_empty() {
        pieces.push(Inline::text(text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_told_from_braces() {
        assert_eq!(
            line("提出は{{schedule.decision}} 必着、{{ これ }}は文字"),
            vec![
                Inline::text("提出は"),
                Inline::field("schedule.decision"),
                Inline::text(" 必着、"),
                Inline::text("{{"),
                Inline::text(" これ }}は文字"),
            ]
        );
    }

    #[test]
    fn page_addresses_become_links() {
        let pieces = line("詳しくはhttps://a.example/b（要認証）");
        assert_eq!(pieces.len(), 3);
        assert!(
            matches!(&pieces[1], Inline::Text { text, marks } if text == "https://a.example/b" && marks.link.is_some())
        );
    }
}
