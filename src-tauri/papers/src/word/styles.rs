//! Styles, numbering and settings: what makes the text editable instead of painted.

use sentei_core::paper::Lang;

use super::is_japanese;
use super::package::W;

const XML: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

/// A list in the text: its depth from 0 and the number of its first item, none where it has points.
pub(super) struct UsedList {
    pub depth: usize,
    pub first: Option<u16>,
}

/// The number the first list goes by; headings have 1.
pub(super) const FIRST_LIST: usize = 10;

/// Faces every Word of the last ten years has, on Windows and macOS.
fn faces(lang: Lang) -> String {
    let latin = if is_japanese(lang) { "Yu Gothic" } else { "Calibri" };
    format!(r#"<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="游ゴシック" w:cs="Times New Roman"/>"#)
}

struct Style<'a> {
    id: &'a str,
    name: &'a str,
    next: &'a str,
    paragraph: String,
    run: String,
}

/// The styles. Names Word knows (heading 1, caption, toc 1) keep their functions.
pub(super) fn styles(lang: Lang) -> String {
    let ja = is_japanese(lang);
    let faces = faces(lang);
    let indigo = r#"<w:color w:val="243C74"/>"#;
    let bold = "<w:b/><w:bCs/>";
    let size = |half: u32| format!(r#"<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>"#);
    let spacing = |before: u32, after: u32, line: u32| {
        format!(r#"<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>"#)
    };
    let mut list = vec![
        Style {
            id: "BodyText",
            name: "Body Text",
            next: "BodyText",
            paragraph: if ja {
                format!(
                    r#"{}<w:ind w:firstLineChars="100" w:firstLine="200"/><w:jc w:val="both"/>"#,
                    spacing(0, 0, 356)
                )
            } else {
                spacing(0, 140, 320)
            },
            run: String::new(),
        },
        Style {
            id: "ListText",
            name: "List Paragraph",
            next: "ListText",
            paragraph: spacing(20, 20, 340),
            run: String::new(),
        },
        Style {
            id: "Kind",
            name: "Paper kind",
            next: "Title",
            paragraph: spacing(2600, 120, 400),
            run: bold.to_owned() + indigo + &size(22),
        },
        Style {
            id: "Title",
            name: "Title",
            next: "BodyText",
            paragraph: format!(
                r#"<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="14" w:color="243C74"/></w:pBdr>{}"#,
                spacing(0, 4200, 820)
            ),
            run: bold.to_owned() + &size(54),
        },
        Style {
            id: "Addressee",
            name: "Addressee",
            next: "BodyText",
            paragraph: format!(r#"<w:tabs><w:tab w:val="right" w:pos="8731"/></w:tabs>{}"#, spacing(0, 0, 400)),
            run: size(28),
        },
        Style { id: "Issuer", name: "Issuer", next: "BodyText", paragraph: spacing(0, 60, 360), run: size(22) },
        Style {
            id: "FrontHeading",
            name: "Front heading",
            next: "BodyText",
            paragraph: format!("<w:keepNext/>{}", spacing(480, 200, 420)),
            run: bold.to_owned() + &size(30),
        },
        Style {
            id: "SmallHeading",
            name: "Small heading",
            next: "BodyText",
            paragraph: format!("<w:keepNext/>{}", spacing(240, 80, 340)),
            run: bold.to_owned() + &size(20),
        },
        Style {
            id: "Caption",
            name: "caption",
            next: "BodyText",
            paragraph: format!("<w:keepNext/>{}", spacing(260, 100, 300)),
            run: bold.to_owned() + &size(18),
        },
        Style { id: "CellText", name: "Cell text", next: "CellText", paragraph: spacing(40, 40, 280), run: size(18) },
        Style {
            id: "CellHead",
            name: "Cell head",
            next: "CellText",
            paragraph: format!("<w:keepNext/>{}", spacing(40, 40, 280)),
            run: bold.to_owned() + indigo + &size(17),
        },
        Style {
            id: "Running",
            name: "Running head",
            next: "Running",
            paragraph: spacing(0, 0, 240),
            run: r#"<w:color w:val="565A64"/>"#.to_owned() + &size(16),
        },
        Style { id: "TableGap", name: "Table gap", next: "BodyText", paragraph: spacing(0, 0, 240), run: size(12) },
    ];
    for (level, (before, after, line, half)) in [
        (560, 200, 440, 30),
        (380, 120, 360, 23),
        (280, 80, 340, 20),
        (240, 80, 340, 20),
        (240, 80, 340, 20),
        (240, 80, 340, 20),
    ]
    .into_iter()
    .enumerate()
    {
        let (id, name) = HEADINGS[level];
        list.push(Style {
            id,
            name,
            next: "BodyText",
            paragraph: format!(
                r#"<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>{}<w:outlineLvl w:val="{level}"/>"#,
                spacing(before, after, line)
            ),
            run: bold.to_owned() + &size(half),
        });
    }
    for (level, (id, name)) in [("TOC1", "toc 1"), ("TOC2", "toc 2"), ("TOC3", "toc 3")].into_iter().enumerate() {
        list.push(Style {
            id,
            name,
            next: id,
            paragraph: format!(
                r#"<w:tabs><w:tab w:val="left" w:pos="{}"/><w:tab w:val="right" w:leader="dot" w:pos="8731"/></w:tabs>{}<w:ind w:left="{}"/>"#,
                [600, 1100, 1800][level],
                spacing(if level == 0 { 160 } else { 0 }, 0, 320),
                [0, 400, 900][level],
            ),
            run: if level == 0 { bold.to_owned() } else { String::new() },
        });
    }
    let mut out = format!(
        r#"{XML}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{faces}{}<w:lang w:val="{}" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:snapToGrid w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="90" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>"#,
        size(20),
        if ja { "en-US" } else { "en-GB" },
    );
    for style in list {
        out += &format!(
            r#"<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="Normal"/><w:next w:val="{}"/><w:qFormat/><w:pPr>{}</w:pPr><w:rPr>{}</w:rPr></w:style>"#,
            style.id, style.name, style.next, style.paragraph, style.run
        );
    }
    out + "</w:styles>"
}

const HEADINGS: [(&str, &str); 6] = [
    ("Heading1", "heading 1"),
    ("Heading2", "heading 2"),
    ("Heading3", "heading 3"),
    ("Heading4", "heading 4"),
    ("Heading5", "heading 5"),
    ("Heading6", "heading 6"),
];

/// Numbers of headings and lists. Every list counts from its own first number.
pub(super) fn numbering(lang: Lang, lists: &[UsedList]) -> String {
    let ja = is_japanese(lang);
    let mut out = format!(r#"{XML}<w:numbering xmlns:w="{W}">"#);
    out += r#"<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>"#;
    let mut pattern = String::new();
    for (level, (id, _)) in HEADINGS.iter().enumerate() {
        pattern += &if level == 0 { "%1".to_owned() } else { format!(".%{}", level + 1) };
        // The number hangs in the margin, as in the PDF, while it fits there.
        let hang = 850 + 200 * level.saturating_sub(2);
        out += &format!(
            r#"<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="{id}"/><w:lvlText w:val="{pattern}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:hanging="{hang}"/></w:pPr><w:rPr><w:color w:val="243C74"/></w:rPr></w:lvl>"#
        );
    }
    out += "</w:abstractNum>";
    let points = if ja { ["・", "－", "・"] } else { ["•", "–", "•"] };
    let numbers: [(&str, &str); 3] = if ja {
        [("decimal", "(%1)"), ("aiueoFullWidth", "%2"), ("aiueoFullWidth", "(%3)")]
    } else {
        [("decimal", "%1."), ("lowerLetter", "%2."), ("lowerRoman", "%3.")]
    };
    for (id, ordered) in [(1, false), (2, true)] {
        out += &format!(r#"<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="multilevel"/>"#);
        for level in 0..9 {
            let shown = level % 3;
            let (format, text) = if ordered {
                (numbers[shown].0, numbers[shown].1.replace(['1', '2', '3'], &(level + 1).to_string()))
            } else {
                ("bullet", points[shown].to_owned())
            };
            let left = 440 + 420 * level;
            out += &format!(
                r#"<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="400"/></w:pPr></w:lvl>"#
            );
        }
        out += "</w:abstractNum>";
    }
    out += r#"<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;
    for (number, list) in lists.iter().enumerate() {
        out += &format!(
            r#"<w:num w:numId="{}"><w:abstractNumId w:val="{}"/><w:lvlOverride w:ilvl="{}"><w:startOverride w:val="{}"/></w:lvlOverride></w:num>"#,
            number + FIRST_LIST,
            if list.first.is_some() { 2 } else { 1 },
            list.depth,
            list.first.unwrap_or(1),
        );
    }
    out + "</w:numbering>"
}

/// Settings: the contents take the pages of this document when it is opened.
pub(super) fn settings(lang: Lang) -> String {
    let spacing = if is_japanese(lang) { r#"<w:characterSpacingControl w:val="compressPunctuation"/>"# } else { "" };
    format!(
        r#"{XML}<w:settings xmlns:w="{W}"><w:updateFields w:val="true"/><w:defaultTabStop w:val="840"/>{spacing}<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/></w:settings>"#
    )
}
