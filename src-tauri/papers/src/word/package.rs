//! The parts around the text: what the file is made of, running heads, properties.

use std::io::{Cursor, Write as _};

use sentei_core::paper::RfpPaper;
use sentei_core::{Error, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::escaped;

const XML: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
/// The name space of everything with the prefix `w`.
pub(super) const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/// The name space of relations.
pub(super) const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

pub(super) const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#;

pub(super) const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#;

/// The relations of the text: its companions and the addresses it links to.
pub(super) fn document_relations(links: &[String]) -> String {
    let companions = [
        ("styles", "styles.xml"),
        ("numbering", "numbering.xml"),
        ("settings", "settings.xml"),
        ("header", "header1.xml"),
        ("footer", "footer1.xml"),
    ];
    let mut out =
        format!(r#"{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#);
    for (number, (kind, target)) in companions.iter().enumerate() {
        out += &format!(r#"<Relationship Id="rId{}" Type="{R}/{kind}" Target="{target}"/>"#, number + 1);
    }
    for (number, href) in links.iter().enumerate() {
        out += &format!(
            r#"<Relationship Id="link{number}" Type="{R}/hyperlink" Target="{}" TargetMode="External"/>"#,
            escaped(href)
        );
    }
    out + "</Relationships>"
}

/// Title, issuer and number as the file's properties. No dates: they would differ each time the file is made.
pub(super) fn core(paper: &RfpPaper) -> String {
    let head = &paper.paper;
    format!(
        r#"{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:creator>{}</dc:creator><dc:language>{}</dc:language></cp:coreProperties>"#,
        escaped(&head.title),
        escaped(&format!("{} {}", head.number, head.version)),
        escaped(&head.issuer.company),
        if super::is_japanese(paper.lang) { "ja-JP" } else { "en-GB" },
    )
}

fn small_line(left: &str, right: &str, border: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:pStyle w:val="Running"/>{border}<w:tabs><w:tab w:val="right" w:pos="8731"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">{left}</w:t></w:r><w:r><w:tab/></w:r>{right}</w:p>"#
    )
}

/// The running head: title, number, version.
pub(super) fn header(paper: &RfpPaper) -> String {
    let head = &paper.paper;
    let running = head.running.as_ref().unwrap_or(&head.title);
    let right = format!(
        r#"<w:r><w:t xml:space="preserve">{}</w:t></w:r>"#,
        escaped(&format!("{}　{}", head.number, head.version))
    );
    let border = r#"<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="B4B8C1"/></w:pBdr>"#;
    format!(r#"{XML}<w:hdr xmlns:w="{W}">{}</w:hdr>"#, small_line(&escaped(running), &right, border))
}

/// The foot: 機密区分, copy, page of pages.
pub(super) fn footer(paper: &RfpPaper) -> String {
    let head = &paper.paper;
    let mut left = head.class.clone();
    if let Some(copy) = &head.copy {
        left += &format!("　{} {copy}", paper.words.get("copy").map_or("", String::as_str));
    }
    if let Some(note) = &head.footnote {
        left += &format!("　{note}");
    }
    let field = |name: &str| format!(r#"<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>"#);
    let right = format!(r#"{}<w:r><w:t xml:space="preserve"> / </w:t></w:r>{}"#, field("PAGE"), field("NUMPAGES"));
    format!(r#"{XML}<w:ftr xmlns:w="{W}">{}</w:ftr>"#, small_line(&escaped(&left), &right, ""))
}

/// The parts as one file, all of them with the same date of entry.
pub(super) fn pack(parts: &[(&str, String)]) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, options).map_err(refused)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish().map_err(refused)?.into_inner())
}

fn refused(cause: zip::result::ZipError) -> Error {
    Error::say("error-paper").arg("cause", cause)
}
