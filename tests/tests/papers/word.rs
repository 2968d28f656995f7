//! The RFP for Word, looked at as a file and through another program.

use std::io::Read as _;

use sentei_core::paper::{Block, Cell, CriterionRow, InnerList, Item, RfpPaper, Run, Runs};
use sentei_papers::word::rfp_docx;
use sentei_papers::Engine;

use crate::tools::{of, paragraph, rfp, rfp_word, tight, words};

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
        let document = part(&rfp_word(&paper), "word/document.xml");
        let text = tight(&text_of(&document));
        for word in words(&paper.body) {
            assert!(text.contains(&tight(&word)), "not in the {lang} document: {word}");
        }
        assert!(text.contains(&tight(&paper.paper.title)));
    }
}

#[test]
fn headings_lists_and_tables_are_what_they_look_like() {
    let bytes = rfp_word(&rfp("ja"));
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
fn the_contents_say_the_pages_of_the_pdf() {
    let paper = rfp("ja");
    let pages = Engine::new().rfp_pages(&paper).unwrap();
    let last = paper.body.iter().rev().find_map(|block| match block {
        Block::Heading { id: Some(id), l: 1, small: false, .. } => Some(id),
        _ => None,
    });
    let page = pages[last.expect("a chapter")];
    assert!(page > 3, "behind cover, history and contents");
    let document = part(&rfp_docx(&paper, &pages).unwrap(), "word/document.xml");
    let entry = document.rsplit(r#"<w:pStyle w:val="TOC1"/>"#).next().unwrap().split("</w:p>").next().unwrap();
    let shown = format!(r#""separate"/></w:r><w:r><w:rPr></w:rPr><w:t xml:space="preserve">{page}</w:t>"#);
    assert!(entry.contains(&shown), "{entry}");
}

#[test]
fn a_list_begins_at_its_number() {
    let item = || vec![Item { r: "a".into(), ..Item::default() }];
    let third = Block::Numbers { i: item(), start: Some(3) };
    let numbering = part(&rfp_word(&of(vec![third, Block::Numbers { i: item(), start: None }])), "word/numbering.xml");
    let starts: Vec<&str> = numbering.split(r#"<w:startOverride w:val=""#).skip(1).collect();
    assert_eq!(starts.len(), 2);
    assert!(starts[0].starts_with("3\"") && starts[1].starts_with("1\""), "{starts:?}");
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
                lists: vec![InnerList { o: true, start: Some(4), i: vec![Item { r: "b".into(), ..Item::default() }] }],
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
    let bytes = rfp_word(&paper);
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
        let document = part(&rfp_word(&paper), "word/document.xml");
        assert_eq!(document.matches(mark).count(), 1, "{lang}");
        assert!(!document.contains(if lang == "ja" { "<w:i/>" } else { "<w:em " }), "{lang}");
    }
}

#[test]
fn a_column_that_says_nothing_of_any_criterion_is_left_out() {
    let criterion = |no: &str, view: &str, weight: &str| CriterionRow {
        no: no.into(),
        name: "価格".into(),
        view: view.into(),
        scheme: "相対評価".into(),
        weight: weight.into(),
        inner: false,
    };
    let columns = |items: Vec<CriterionRow>| {
        let paper = of(vec![Block::Criteria { cap: None, items, total: "100".into(), rules: Vec::new() }]);
        let document = part(&rfp_word(&paper), "word/document.xml");
        // The criteria are the last table.
        let table = document.rsplit("<w:tbl>").next().unwrap();
        table.matches("<w:gridCol ").count()
    };
    assert_eq!(columns(vec![criterion("1", "総額", "60"), criterion("2", "", "40")]), 5);
    assert_eq!(columns(vec![criterion("1", "", "60"), criterion("2", "", "40")]), 4);
    assert_eq!(columns(vec![criterion("1", "", ""), criterion("2", "", "")]), 3);
}

#[test]
fn equal_papers_are_equal_documents() {
    assert!(rfp_word(&rfp("ja")) == rfp_word(&rfp("ja")));
}
