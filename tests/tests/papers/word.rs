//! The RFP for Word, looked at as a file and through another program.

use std::io::Read as _;

use sentei_core::paper::{Block, Cell, InnerList, Item, RfpPaper, Run, Runs};
use sentei_papers::word::rfp_docx;

use crate::tools::{of, paragraph, rfp, tight, words};

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn text_of(xml: &str) -> String {
    let mut out = String::new();
    let mut reader = quick_xml::Reader::from_str(xml);
    loop {
        match reader.read_event().expect("well-formed XML") {
            quick_xml::events::Event::Text(text) => out.push_str(&text),
            quick_xml::events::Event::GeneralRef(entity) => out.push_str(match &entity[..] {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                _ => "\"",
            }),
            quick_xml::events::Event::Eof => return out,
            _ => {}
        }
    }
}

#[test]
fn every_word_is_in_the_document() {
    for lang in ["ja", "en"] {
        let paper = rfp(lang);
        let document = part(&rfp_docx(&paper).unwrap(), "word/document.xml");
        let text = tight(&text_of(&document));
        for word in words(&paper.body) {
            assert!(text.contains(&tight(&word)), "not in the {lang} document: {word}");
        }
        assert!(text.contains(&tight(&paper.paper.title)));
    }
}

#[test]
fn headings_lists_and_tables_are_what_they_look_like() {
    let bytes = rfp_docx(&rfp("ja")).unwrap();
    let document = part(&bytes, "word/document.xml");
    assert!(document.contains(r#"<w:pStyle w:val="Heading3"/>"#));
    assert!(document.contains("TOC \\o") && document.contains("PAGEREF _Toc0"));
    let tables = document.matches("<w:tbl>").count();
    let heads = document.matches("<w:tblHeader/>").count();
    // The cover's facts and those in the text have no head.
    assert!(heads >= 5 && heads < tables, "{heads} of {tables}");
    let numbering = part(&bytes, "word/numbering.xml");
    assert!(numbering.contains(r#"<w:pStyle w:val="Heading1"/>"#) && numbering.contains("aiueoFullWidth"));
    let styles = part(&bytes, "word/styles.xml");
    assert!(styles.contains("w:eastAsia=\"游ゴシック\""));
}

#[test]
fn only_safe_links_are_links_and_markup_is_text() {
    let link =
        |href: &str| Block::Paragraph { r: Runs(vec![Run { s: href.into(), u: Some(href.into()), ..Run::default() }]) };
    let paper = of(vec![
        link("https://minato.example/?a=1&b=\"2\""),
        link("javascript:alert(1)"),
        paragraph("</w:t></w:r><w:bad/> & \u{1} 終"),
        Block::Bullets {
            i: vec![Item {
                r: "a".into(),
                lists: vec![InnerList { o: true, i: vec![Item { r: "b".into(), ..Item::default() }] }],
            }],
        },
        Block::Table {
            cap: None,
            head: vec![],
            rows: vec![vec![Cell::Blocks { blocks: vec![] }]],
            align: vec![],
            foot: None,
        },
    ]);
    let bytes = rfp_docx(&paper).unwrap();
    assert!(text_of(&part(&bytes, "word/document.xml")).contains("</w:t></w:r><w:bad/> &  終"));
    let relations = part(&bytes, "word/_rels/document.xml.rels");
    assert!(relations.contains("https://minato.example/?a=1&amp;b=") && !relations.contains("javascript"));
    for name in [
        "word/styles.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/header1.xml",
        "word/footer1.xml",
        "docProps/core.xml",
    ] {
        text_of(&part(&bytes, name));
    }
}

#[test]
fn stress_is_set_as_each_language_has_it() {
    for (lang, mark) in [("ja", r#"<w:em w:val="dot"/>"#), ("en", "<w:i/>")] {
        let stressed = Run { i: true, ..Run::new("words") };
        let paper = RfpPaper { body: vec![Block::Paragraph { r: stressed.into() }], ..rfp(lang) };
        let document = part(&rfp_docx(&paper).unwrap(), "word/document.xml");
        assert_eq!(document.matches(mark).count(), 1, "{lang}");
        assert!(!document.contains(if lang == "ja" { "<w:i/>" } else { "<w:em " }), "{lang}");
    }
}

#[test]
fn equal_papers_are_equal_documents() {
    assert!(rfp_docx(&rfp("ja")).unwrap() == rfp_docx(&rfp("ja")).unwrap());
}
