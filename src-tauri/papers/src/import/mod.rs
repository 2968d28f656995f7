//! Texts from elsewhere: a Word or Markdown file becomes sections. What the sections cannot hold is counted and told.

pub mod docx;
mod heading;
pub mod markdown;

use std::collections::BTreeMap;

use sentei_core::richtext::{Block, Inline, List, ListItem, Marks, RichText, LIMITS};
use sentei_core::{Error, Result, Text};

pub use crate::package::LARGEST_FILE;

/// Text is seldom packed to less than a fiftieth of its size; a bomb to a thousandth.
const HIGHEST_RATIO: u64 = 200;
/// No more sections than this are taken over.
const MOST_SECTIONS: usize = 2_000;
/// Lists are three deep in the paper.
const DEEPEST_LIST: usize = 3;

/// What was read from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The sections in order. Words before the first heading are a section without a title.
    pub sections: Vec<ImportedSection>,
    /// What was left out or changed.
    pub warnings: Vec<Text>,
}

/// One heading and what stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedSection {
    /// The heading without a number typed before it.
    pub title: String,
    /// Depth from 1; no depth is skipped.
    pub level: u8,
    /// The text.
    pub body: RichText,
}

/// Reads a file by the ending of its name.
pub fn read(name: &str, bytes: &[u8]) -> Result<Imported> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    match ending.as_str() {
        "docx" => docx::read(bytes),
        "md" | "markdown" | "txt" => markdown::read(bytes),
        "doc" => Err(Error::say("error-import-doc")),
        _ => Err(Error::say("error-import-kind").arg("file", name)),
    }
}

/// Sections while they are read, with what is to be told about them.
#[derive(Default)]
struct Sections {
    read: Vec<(String, u8, Vec<Block>)>,
    told: BTreeMap<&'static str, usize>,
    /// Points of the list being read.
    points: Vec<Point>,
}

/// One point of a list while it is read.
struct Point {
    /// Depth from 0.
    depth: usize,
    ordered: bool,
    /// Its number where the file says it; otherwise it goes on from the point before.
    number: Option<u16>,
    words: Vec<Inline>,
}

impl Sections {
    fn heading(&mut self, level: u8, words: &[Inline]) {
        self.end_list();
        let title = heading::without_number(&line(words));
        if title.is_empty() {
            return;
        }
        let deepest = self.read.last().map_or(0, |section| section.1);
        self.read.push((title, level.clamp(1, deepest.saturating_add(1)), Vec::new()));
    }

    fn block(&mut self, block: Block) {
        self.end_list();
        if self.read.is_empty() {
            self.read.push((String::new(), 1, Vec::new()));
        }
        if let Some(section) = self.read.last_mut() {
            section.2.push(block);
        }
    }

    fn point(&mut self, point: Point) {
        if point.depth >= DEEPEST_LIST {
            self.tell("import-deep-list");
        }
        self.points.push(point);
    }

    fn end_list(&mut self) {
        for list in lists(std::mem::take(&mut self.points)) {
            self.block(Block::List(list));
        }
    }

    fn tell(&mut self, warning: &'static str) {
        *self.told.entry(warning).or_default() += 1;
    }

    fn finish(mut self) -> Result<Imported> {
        self.end_list();
        if self.read.len() > MOST_SECTIONS {
            return Err(Error::say("error-import-sections").arg("most", MOST_SECTIONS));
        }
        let mut sections = Vec::with_capacity(self.read.len());
        for (title, level, blocks) in self.read {
            let body = RichText { blocks }
                .normalised()
                .checked()
                .map_err(|_| Error::say("error-import-section").arg("title", &title))?;
            // An empty line before the first heading is not a section.
            if !(title.is_empty() && body.is_empty()) {
                sections.push(ImportedSection { title, level, body });
            }
        }
        if sections.is_empty() {
            return Err(Error::say("error-import-empty"));
        }
        let warnings = self.told.into_iter().map(|(id, count)| Text::new(id).arg("count", count)).collect();
        Ok(Imported { sections, warnings })
    }
}

/// Points one below the other as lists in lists; a depth that is skipped is closed up, one that is too deep drawn in.
fn lists(points: Vec<Point>) -> Vec<List> {
    let mut done: Vec<List> = Vec::new();
    for point in points {
        let depth = point.depth.min(DEEPEST_LIST - 1);
        // Drawn in, a point counts with those it now stands among.
        let number = point.number.filter(|_| point.depth == depth);
        place(&mut done, depth, Point { number, ..point });
    }
    done
}

fn place(lists: &mut Vec<List>, depth: usize, point: Point) {
    if depth > 0 {
        if let Some(last) = lists.last_mut().and_then(|list| list.items.last_mut()) {
            return place(&mut last.lists, depth - 1, point);
        }
    }
    let Point { ordered, number, words, .. } = point;
    let item = ListItem { content: words, lists: Vec::new() };
    let follows = |list: &List| number.is_none_or(|number| usize::from(number) == list.number(list.items.len()));
    let goes_on = lists.last().is_some_and(|list| list.ordered == ordered && follows(list));
    match lists.last_mut() {
        Some(list) if goes_on => list.items.push(item),
        _ => lists.push(List { ordered, start: number.unwrap_or(1), items: vec![item] }),
    }
}

/// A number as one a list can begin with.
fn first_number(number: u64) -> Option<u16> {
    u16::try_from(number).ok().filter(|number| (1..=LIMITS.start).contains(number))
}

/// The words of a line, breaks as spaces.
fn line(words: &[Inline]) -> String {
    let text: String = words
        .iter()
        .map(|piece| match piece {
            Inline::Text { text, .. } => text.as_str(),
            Inline::Field { .. } => "",
            Inline::Break => " ",
        })
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text(words: &str, marks: &Marks) -> Inline {
    Inline::Text { text: words.to_owned(), marks: marks.clone() }
}

/// The address where a link may lead there.
fn safe_link(href: &str) -> Option<String> {
    let href = href.trim();
    let scheme = href.split_once(':')?.0.to_ascii_lowercase();
    let plain = href.len() <= 2_000 && !href.chars().any(|c| c.is_control() || c.is_whitespace());
    (plain && matches!(scheme.as_str(), "http" | "https" | "mailto")).then(|| href.to_owned())
}
