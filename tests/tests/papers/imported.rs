//! Texts taken over from Word and Markdown, and files that must not be.

use std::io::Write as _;

use sentei_core::richtext::{Block, CellBlock, Inline};
use sentei_papers::import::{docx, markdown, read, Imported};
use zip::write::SimpleFileOptions;

use crate::tools::{rfp, rfp_word};

const HEAD: &str = r#"<?xml version="1.0"?><w:document xmlns:w="w" xmlns:r="r"><w:body>"#;
const STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:styleId="a"><w:name w:val="heading 1"/></w:style><w:style w:styleId="b"><w:name w:val="own"/><w:basedOn w:val="c"/></w:style><w:style w:styleId="c"><w:name w:val="heading 2"/><w:basedOn w:val="b"/></w:style></w:styles>"#;

fn file(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn word(body: &str) -> Vec<u8> {
    file(&[("word/document.xml", &format!("{HEAD}{body}</w:body></w:document>")), ("word/styles.xml", STYLES)])
}

fn refusal(bytes: &[u8]) -> &'static str {
    docx::read(bytes).unwrap_err().message().1
}

fn titles(imported: &Imported) -> Vec<(u8, &str)> {
    imported.sections.iter().map(|section| (section.level, section.title.as_str())).collect()
}

fn warnings(imported: &Imported) -> Vec<&str> {
    imported.warnings.iter().map(|warning| warning.id.as_str()).collect()
}

#[test]
fn what_was_written_for_word_is_read_from_word() {
    let paper = rfp("ja");
    let imported = docx::read(&rfp_word(&paper)).unwrap();
    // The names of the six groups of requirements span their table.
    assert_eq!(warnings(&imported), ["import-merged"]);
    let expected: Vec<(u8, String)> = paper
        .body
        .iter()
        .filter_map(|block| match block {
            sentei_core::paper::Block::Heading { l, s, .. } => Some((*l, s.plain())),
            _ => None,
        })
        .collect();
    let read: Vec<(u8, String)> =
        imported.sections.iter().skip(1).map(|section| (section.level, section.title.clone())).collect();
    assert_eq!(read, expected);
    let scope = imported.sections.iter().find(|section| section.title == "委託の範囲").unwrap();
    let table = scope.body.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let table = table.expect("the table is a table");
    assert!(table.has_head() && table.rows.len() == 7 && table.rows[0].len() == 5);
    let list = scope.body.blocks.iter().find_map(|block| match block {
        Block::List(list) => Some(list),
        _ => None,
    });
    let list = list.expect("the list is a list");
    assert!(!list.ordered);
    assert_eq!(list.items[1].lists[0].items[1].lists[0].items.len(), 1, "three deep");
}

#[test]
fn headings_marks_and_links_are_kept_and_the_rest_is_told() {
    let body = r#"<w:p><w:r><w:t>前書き</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>第1章　要件</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr><w:r><w:t>1.1 範囲</w:t></w:r></w:p>
<w:p><w:r><w:rPr><w:b/><w:i w:val="0"/><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">太字 &amp; 線</w:t></w:r><w:r><w:rPr><w:u w:val="none"/></w:rPr><w:t>普通</w:t></w:r><w:del><w:r><w:delText>消した</w:delText></w:r></w:del><w:ins><w:r><w:t>足した</w:t></w:r></w:ins>
<w:hyperlink r:id="ok"><w:r><w:t>良い</w:t></w:r></w:hyperlink><w:hyperlink r:id="bad"><w:r><w:t>悪い</w:t></w:r></w:hyperlink><w:r><w:drawing><a/></w:drawing></w:r><w:r><w:footnoteReference w:id="2"/><w:commentReference w:id="1"/></w:r></w:p>
<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>広い</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>右</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#;
    let relations = r#"<Relationships><Relationship Id="ok" Type="x/hyperlink" Target="https://minato.example/?a=1&amp;b=2"/><Relationship Id="bad" Type="x/hyperlink" Target="javascript:alert(1)"/></Relationships>"#;
    let imported = docx::read(&file(&[
        ("word/document.xml", &format!("{HEAD}{body}</w:body></w:document>")),
        ("word/styles.xml", STYLES),
        ("word/_rels/document.xml.rels", relations),
    ]))
    .unwrap();
    assert_eq!(titles(&imported), [(1, ""), (1, "要件"), (2, "範囲")]);
    assert_eq!(
        warnings(&imported),
        ["import-comment", "import-footnote", "import-image", "import-link", "import-merged", "import-tracked"]
    );
    let Block::Paragraph(words) = &imported.sections[2].body.blocks[0] else { panic!("a paragraph") };
    let Inline::Text { text, marks } = &words[0] else { panic!("words") };
    assert_eq!((text.as_str(), marks.strong, marks.em, marks.underline), ("太字 & 線", true, false, true));
    let said: String = words
        .iter()
        .map(|piece| match piece {
            Inline::Text { text, .. } => text.as_str(),
            _ => "|",
        })
        .collect();
    assert_eq!(said, "太字 & 線普通足した良い悪い");
    let links: Vec<_> = words
        .iter()
        .filter_map(|piece| match piece {
            Inline::Text { marks, .. } => marks.link.clone(),
            _ => None,
        })
        .collect();
    assert_eq!(links, ["https://minato.example/?a=1&b=2"]);
    let Block::Table(table) = &imported.sections[2].body.blocks[1] else { panic!("a table") };
    assert!(table.rows.iter().all(|row| row.len() == 2));
}

#[test]
fn markdown_keeps_its_structure() {
    let source = "\u{feff}# 1. 要件\n\n当社は**強く**、*静かに*、~~消して~~、<u>引く</u>。\n次の行。\n\n## （1）範囲\n\n- 一\n  - 二\n    - 三\n      - 四\n1. 甲\n2. 乙\n\n| 左 | 右 |\n|---|---|\n| a | b |\n\n[良い](https://minato.example) [悪い](javascript:x) ![絵](a.png)\n\n<div>no</div>\n";
    let imported = markdown::read(source.as_bytes()).unwrap();
    assert_eq!(titles(&imported), [(1, "要件"), (2, "範囲")]);
    assert_eq!(warnings(&imported), ["import-deep-list", "import-html", "import-image", "import-link"]);
    let Block::Paragraph(words) = &imported.sections[0].body.blocks[0] else { panic!("a paragraph") };
    let set = |word: &str| {
        words
            .iter()
            .find_map(|piece| match piece {
                Inline::Text { text, marks } if text == word => Some(marks.clone()),
                _ => None,
            })
            .unwrap_or_else(|| panic!("{word}: {words:?}"))
    };
    assert!(set("強く").strong && set("静かに").em && set("消して").strike && set("引く").underline);
    let blocks = &imported.sections[1].body.blocks;
    let (Block::List(points), Block::List(steps), Block::Table(table)) = (&blocks[0], &blocks[1], &blocks[2]) else {
        panic!("{blocks:?}")
    };
    assert!(!points.ordered && steps.ordered && steps.items.len() == 2);
    assert_eq!(points.items[0].lists[0].items[0].lists[0].items.len(), 2);
    assert!(table.has_head());
    assert!(matches!(&table.rows[1][1].content[0], CellBlock::Paragraph(words) if words == &[Inline::text("b")]));
}

/// The first number of each numbered list with the number of its points, in order.
fn numbered(blocks: &[Block]) -> Vec<(u16, usize)> {
    let lists = blocks.iter().filter_map(|block| match block {
        Block::List(list) if list.ordered => Some((list.start, list.items.len())),
        _ => None,
    });
    lists.collect()
}

#[test]
fn a_list_of_markdown_keeps_its_first_number() {
    let source = "3. 三\n4. 四\n\n文。\n\n5. 五\n\n   7. 内\n   8. 内\n6. 六\n\n1) 一\n";
    let imported = markdown::read(source.as_bytes()).unwrap();
    assert!(imported.warnings.is_empty(), "{:?}", imported.warnings);
    let blocks = &imported.sections[0].body.blocks;
    assert_eq!(numbered(blocks), [(3, 2), (5, 2), (1, 1)]);
    let Block::List(list) = &blocks[2] else { panic!("{blocks:?}") };
    assert_eq!((list.items[0].lists[0].start, list.items[0].lists[0].items.len()), (7, 2));
}

#[test]
fn a_list_of_word_keeps_its_numbers() {
    let point = |list: u8, depth: u8, words: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"#
        )
    };
    let between = "<w:p><w:r><w:t>文</w:t></w:r></w:p>";
    let body = [
        point(5, 0, "三"),
        point(5, 1, "内"),
        point(5, 0, "四"),
        point(5, 1, "また内"),
        between.into(),
        point(5, 0, "五"),
        point(6, 0, "八"),
        between.into(),
        point(7, 0, "零"),
    ]
    .concat();
    let level = |depth: u8, first: u8| {
        format!(r#"<w:lvl w:ilvl="{depth}"><w:start w:val="{first}"/><w:numFmt w:val="decimal"/></w:lvl>"#)
    };
    let numbering = format!(
        r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="1">{}{}</w:abstractNum><w:abstractNum w:abstractNumId="2">{}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="8"/></w:lvlOverride></w:num><w:num w:numId="7"><w:abstractNumId w:val="2"/></w:num></w:numbering>"#,
        level(0, 3),
        level(1, 1),
        level(0, 0),
    );
    let imported = docx::read(&file(&[
        ("word/document.xml", &format!("{HEAD}{body}</w:body></w:document>")),
        ("word/numbering.xml", &numbering),
    ]))
    .unwrap();
    assert_eq!(warnings(&imported), ["import-first-number"], "none of our lists begins at 0");
    let blocks = &imported.sections[0].body.blocks;
    assert_eq!(numbered(blocks), [(3, 2), (5, 1), (8, 1), (1, 1)]);
    let Block::List(list) = &blocks[0] else { panic!("{blocks:?}") };
    assert!(list.items.iter().all(|item| numbered(&[Block::List(item.lists[0].clone())]) == [(1, 1)]));
}

#[test]
fn hostile_and_broken_files_are_refused_with_a_sentence() {
    let good = rfp_word(&rfp("ja"));
    assert_eq!(refusal(b""), "error-import-broken");
    assert_eq!(refusal(b"PK\x03\x04 no more"), "error-import-broken");
    assert_eq!(refusal(&[0xd0, 0xcf, 0x11, 0xe0, 0]), "error-import-doc");
    assert_eq!(refusal(&file(&[("xl/workbook.xml", "<x/>")])), "error-import-not-word");
    assert_eq!(refusal(&vec![0; 21 * 1024 * 1024]), "error-import-file-large");
    for end in (1..good.len()).step_by(good.len() / 40) {
        assert!(docx::read(&good[..end]).is_err(), "cut at {end}");
    }

    let xxe = r#"<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"#;
    assert_eq!(refusal(&file(&[("word/document.xml", xxe)])), "error-import-doctype");
    let laughs = r#"<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><l>&b;</l>"#;
    assert_eq!(refusal(&file(&[("word/document.xml", laughs)])), "error-import-doctype");
    assert_eq!(
        refusal(&file(&[("word/document.xml", &format!("{HEAD}</w:body></w:document>")), ("word/styles.xml", laughs)])),
        "error-import-doctype"
    );
    assert_eq!(refusal(&word("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>")), "error-import-broken");
    assert_eq!(refusal(&word("<w:p>")), "error-import-broken");
    assert_eq!(refusal(&word("")), "error-import-empty");

    let deep = format!("{}{}", "<w:sdt>".repeat(100_000), "</w:sdt>".repeat(100_000));
    assert_eq!(refusal(&word(&deep)), "error-import-deep");
    let piece = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "0".repeat(1024));
    let bomb = piece.repeat(90 * 1024);
    let bomb = word(&bomb);
    assert!(bomb.len() < 1024 * 1024, "small outside");
    assert_eq!(refusal(&bomb), "error-import-bomb");
    let long = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "長".repeat(300_000));
    assert_eq!(refusal(&word(&long)), "error-import-section");
    let many: Vec<String> = (0..1_001).map(|n| format!("n{n}")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|name| (name.as_str(), "")).collect();
    assert_eq!(refusal(&file(&many)), "error-import-parts");
}

#[test]
fn a_size_that_lies_changes_nothing() {
    let mut lying = word(&format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", "0".repeat(90 * 1024 * 1024)));
    // The inflated size stands in the local head at 22 and in the central list at 24.
    let central = lying.windows(4).rposition(|four| four == b"PK\x01\x02").unwrap();
    for start in (0..=central).filter(|at| lying[*at..].starts_with(b"PK\x01\x02")).collect::<Vec<_>>() {
        lying[start + 24..start + 28].copy_from_slice(&10_u32.to_le_bytes());
    }
    assert!(docx::read(&lying).is_err());
}

#[test]
fn names_that_lead_elsewhere_write_nothing() {
    let imported = docx::read(&file(&[
        ("../../evil.txt", "x"),
        ("word/document.xml", &format!("{HEAD}<w:p><w:r><w:t>良い</w:t></w:r></w:p></w:body></w:document>")),
    ]))
    .unwrap();
    assert_eq!(imported.sections.len(), 1);
    assert!(!std::path::Path::new("../../evil.txt").exists());
}

#[test]
fn other_files_are_told_apart() {
    assert_eq!(read("a.pdf", b"%PDF").unwrap_err().message().1, "error-import-kind");
    assert_eq!(read("a.DOC", b"").unwrap_err().message().1, "error-import-doc");
    assert_eq!(read("a.md", &[0x83, 0x65]).unwrap_err().message().1, "error-import-encoding");
    assert_eq!(read("a.md", b"").unwrap_err().message().1, "error-import-empty");
    assert_eq!(read("a.MD", "# 題".as_bytes()).unwrap().sections[0].title, "題");
}

#[test]
fn markdown_that_becomes_plain_text_is_told() {
    let source = "# 題\n\n0. 零\n1. 一\n\n文。\n\n1. 一\n\n> 引用\n\n文中の`x`と`y`。\n\n```\nfn\n```\n\n- [ ] まだ\n- [x] 済み\n";
    let imported = markdown::read(source.as_bytes()).unwrap();
    let told: Vec<(&str, &str)> =
        imported.warnings.iter().map(|text| (text.id.as_str(), text.args["count"].as_str())).collect();
    assert_eq!(
        told,
        [
            ("import-code", "2"),
            ("import-code-block", "1"),
            ("import-first-number", "1"),
            ("import-quote", "1"),
            ("import-task", "2")
        ]
    );
    let Some(Block::List(list)) = imported.sections[0].body.blocks.last() else { panic!("a list") };
    let Inline::Text { text, .. } = &list.items[0].content[0] else { panic!("words") };
    assert_eq!(text, "まだ");
}

#[test]
fn markdown_nested_without_end_is_read_in_time() {
    for source in ["> ".repeat(20_000), "- ".repeat(5_000) + "x", "[".repeat(50_000), "*a ".repeat(30_000)] {
        let _ = markdown::read(source.as_bytes());
    }
}
