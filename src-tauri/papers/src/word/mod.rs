//! The RFP for Word: headings that are headings, lists that go on when an item is added, tables whose heads repeat.
//!
//! The parts are written here as they stand in the file. A library would write most of them, but not repeated heads,
//! restarted lists and filled contents; and so the same paper gives the same bytes.

// The pieces read best as they stand in the file.
#![allow(clippy::format_push_string)]

mod body;
mod package;
mod styles;

use sentei_core::paper::{Block, Lang, RfpPaper};
use sentei_core::Result;

use body::Body;

/// The RFP as a Word document. Equal papers give equal bytes.
pub fn rfp_docx(paper: &RfpPaper) -> Result<Vec<u8>> {
    let mut body = Body::new(paper);
    body.cover();
    body.history();
    body.contents();
    body.blocks(&paper.body);
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
