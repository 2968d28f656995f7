//! The RFP and the approval request for Word: headings that are headings, lists that go on when an item is added, tables whose heads repeat.
//!
//! The parts are written here as they stand in the file. A library would write most of them, but not repeated heads,
//! restarted lists and filled contents; and so the same paper gives the same bytes.

// The pieces read best as they stand in the file.
#![allow(clippy::format_push_string)]

mod body;
mod package;
mod styles;

use std::collections::BTreeMap;

use sentei_core::decision::paper::{ApprovalPaper, Seal};
use sentei_core::paper::{Block, Cell, Lang, RfpPaper};
use sentei_core::Result;

use body::{Body, MEASURE};

/// The RFP as a Word document. Its contents show `pages`, those of the headings by their ids. Equal papers give equal bytes.
pub fn rfp_docx(paper: &RfpPaper, pages: &BTreeMap<String, usize>) -> Result<Vec<u8>> {
    let mut body = Body::new(paper);
    body.cover();
    body.history();
    body.contents(pages);
    body.blocks(&paper.body);
    packed(paper, body)
}

/// The approval request (稟議書) as a Word document, with a row of places for seals. Equal papers give equal bytes.
pub fn approval_docx(paper: &ApprovalPaper) -> Result<Vec<u8>> {
    let word = |key: &str| paper.words.get(key).map_or("", String::as_str);
    let small = |words: &str| Block::Heading { l: 1, s: words.into(), id: None, small: true };
    let table = |head: &[Cell], rows: Vec<Vec<Cell>>| Block::Table {
        cap: None,
        head: head.to_vec(),
        rows,
        align: Vec::new(),
        foot: None,
    };
    let mut blocks = vec![Block::Facts { rows: paper.facts.clone() }];
    for part in &paper.parts {
        blocks.push(small(&part.name));
        blocks.extend(part.body.iter().cloned());
    }
    if !paper.conditions.is_empty() {
        blocks.push(small(word("conditions")));
        blocks.push(table(&paper.conditions_head, paper.conditions.clone()));
    }
    if !paper.route.is_empty() {
        blocks.push(small(word("route")));
        blocks.push(table(&paper.route_head, paper.route.clone()));
        blocks.push(small(word("seals")));
        for seals in paper.seals.chunks(abreast(&paper.seals)) {
            let head: Vec<Cell> = seals.iter().map(|seal| Cell::from(seal.parts.join("\n"))).collect();
            let sealed =
                seals.iter().map(|seal| Cell::from(format!("\n{}\n{}\n{}", seal.outcome, seal.date, seal.name)));
            blocks.push(table(&head, vec![sealed.collect()]));
        }
    }
    let paper = RfpPaper {
        lang: paper.lang,
        words: paper.words.clone(),
        paper: paper.paper.clone(),
        history: Vec::new(),
        body: blocks,
        apart: false,
    };
    let mut body = Body::new(&paper);
    body.masthead();
    body.blocks(&paper.body);
    packed(&paper, body)
}

/// Places for seals in a row: six, or fewer where a part of a position would not fit into its line.
fn abreast(seals: &[Seal]) -> usize {
    // In twentieths of a point: the letters are 8.5 points high, and columns differ somewhat in width.
    let wide = |part: &String| part.chars().map(|c| if c.is_ascii() { 130 } else { 212 }).sum::<usize>() + 216;
    let widest = seals.iter().flat_map(|seal| &seal.parts).map(wide).max().unwrap_or(0);
    (1..=6).rev().find(|count| widest <= MEASURE / count).unwrap_or(1)
}

fn packed(paper: &RfpPaper, body: Body<'_>) -> Result<Vec<u8>> {
    let document = body.finish();
    package::pack(&[
        ("[Content_Types].xml", package::TYPES.to_owned()),
        ("_rels/.rels", package::RELATIONS.to_owned()),
        ("docProps/core.xml", package::core(paper)),
        ("word/document.xml", document.xml),
        ("word/_rels/document.xml.rels", package::document_relations(&document.links)),
        ("word/styles.xml", styles::styles(paper.lang)),
        ("word/numbering.xml", styles::numbering(paper.lang, &document.lists)),
        ("word/settings.xml", styles::settings(paper.lang)),
        ("word/header1.xml", package::header(paper)),
        ("word/footer1.xml", package::footer(paper)),
    ])
}

/// Whether a block is a numbered heading, one that stands in the contents.
fn in_contents(block: &Block) -> bool {
    matches!(block, Block::Heading { small: false, .. })
}

fn is_japanese(lang: Lang) -> bool {
    lang == Lang::Ja
}

/// Text as it may stand in XML: markup escaped, characters XML has no place for left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}
