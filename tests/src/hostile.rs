//! Files that mean harm: workbooks, mails and rows of text, each with the sentences that may come of it.

use std::fs::File;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const ROOT: &str =
    r#"<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="質問" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
const CELL: &str = r#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>質問</t></is></c></row></sheetData></worksheet>"#;
const HEAD: &str = "From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n";

const SHEET: &str = "xl/worksheets/sheet1.xml";
const STRINGS: &str = "xl/sharedStrings.xml";

/// A file that means harm.
#[derive(Debug)]
pub struct Hostile {
    /// Name of the file.
    pub name: &'static str,
    /// How what is said of it may begin: the id of a sentence, or `read` and how much.
    pub said: &'static [&'static str],
    bytes: fn() -> Vec<u8>,
    /// Noughts up to here, which take no place on the disk.
    length: u64,
}

impl Hostile {
    /// Writes it into a folder.
    ///
    /// # Panics
    /// Where the folder cannot be written to.
    pub fn write(&self, folder: &Path) -> PathBuf {
        let path = folder.join(self.name);
        let mut file = File::create(&path).expect("a file");
        file.write_all(&(self.bytes)()).expect("its bytes");
        if self.length > 0 {
            file.set_len(self.length).expect("its length");
        }
        path
    }

    /// Whether this may be said of it.
    pub fn may_say(&self, said: &str) -> bool {
        self.said.iter().any(|expected| said.starts_with(expected))
    }
}

const fn hostile(name: &'static str, said: &'static [&'static str], bytes: fn() -> Vec<u8>) -> Hostile {
    Hostile { name, said, bytes, length: 0 }
}

/// A workbook of these parts, and of what every workbook has where they do not say otherwise.
///
/// # Panics
/// Never: it is written into memory.
pub fn book(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let usual: [(&str, &[u8]); 5] = [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", ROOT.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
        (SHEET, CELL.as_bytes()),
    ];
    let left = usual.iter().filter(|(name, _)| !parts.iter().any(|(own, _)| own == name));
    for (name, bytes) in left.chain(parts) {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(*name, options).expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a workbook").into_inner()
}

fn sheet(rows: &str) -> Vec<u8> {
    book(&[(SHEET, format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").as_bytes())])
}

fn text(words: &str) -> String {
    format!(r#"<row><c t="inlineStr"><is><t>{words}</t></is></c></row>"#)
}

fn noise() -> Vec<u8> {
    let mut noise = String::new();
    let mut state = 1_u64;
    while noise.len() < 18_000_000 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        noise.push(char::from(b'a' + u8::try_from((state >> 40) % 26).expect("a letter")));
    }
    sheet(&text(&noise))
}

fn shown_often() -> Vec<u8> {
    let shared = format!("<sst><si><t>{}</t></si></sst>", "質問".repeat(16_000));
    let rows = "<row><c t=\"s\"><v>0</v></c></row>".repeat(30_000);
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    book(&[(STRINGS, shared.as_bytes()), (SHEET, sheet.as_bytes())])
}

fn laughs() -> Vec<u8> {
    let mut laughs = String::from("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for level in 1..30 {
        laughs.push_str(&format!("<!ENTITY a{level} \"&a{0};&a{0};\">", level - 1));
    }
    laughs.push_str("]><sst><si><t>&a29;</t></si></sst>");
    book(&[(STRINGS, laughs.as_bytes())])
}

fn outside() -> Vec<u8> {
    let xml = r#"<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>"#;
    book(&[(SHEET, xml.as_bytes())])
}

fn links() -> Vec<u8> {
    let link = r#"<externalLink><externalBook r:id="r1"/></externalLink>"#;
    let relation = r#"<Relationships><Relationship Id="r1" Target="\\evil.example\share\x.xlsx" TargetMode="External"/></Relationships>"#;
    book(&[
        ("xl/externalLinks/externalLink1.xml", link.as_bytes()),
        ("xl/externalLinks/_rels/externalLink1.xml.rels", relation.as_bytes()),
        ("xl/vbaProject.bin", b"Sub AutoOpen()"),
    ])
}

fn names() -> Vec<u8> {
    let relations =
        r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>"#;
    book(&[("xl/_rels/workbook.xml.rels", relations.as_bytes()), ("../../outside.txt", b"x"), ("/etc/x", b"x")])
}

fn many_sheets() -> Vec<u8> {
    let sheets: String = (0..65_000).map(|n| format!("<sheet name=\"s{n}\" sheetId=\"{n}\" r:id=\"r1\"/>")).collect();
    let list = format!(r#"<workbook xmlns:r="r"><sheets>{sheets}</sheets></workbook>"#);
    book(&[("xl/workbook.xml", list.as_bytes())])
}

fn many_parts() -> Vec<u8> {
    let names: Vec<String> = (2..20_000).map(|n| format!("xl/worksheets/sheet{n}.xml")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), CELL.as_bytes())).collect();
    book(&parts)
}

/// Puts another size where a workbook says how long its parts are, in both places that say it.
fn with_sizes(mut bytes: Vec<u8>, size: u32) -> Vec<u8> {
    for at in 0..bytes.len().saturating_sub(30) {
        let place = match &bytes[at..at + 4] {
            b"PK\x03\x04" => at + 22,
            b"PK\x01\x02" => at + 24,
            _ => continue,
        };
        bytes[place..place + 4].copy_from_slice(&size.to_le_bytes());
    }
    bytes
}

/// Thirty megabytes of one letter.
fn long() -> Vec<u8> {
    sheet(&" ".repeat(30_000_000))
}

fn old() -> Vec<u8> {
    let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    bytes.extend([0; 1024]);
    bytes
}

fn locked() -> Vec<u8> {
    let mut bytes = old();
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

fn doubles() -> Vec<u8> {
    let mut bytes = book(&[("xl/worksheets/sheet2.xml", b"<worksheet/>")]);
    let needle = b"xl/worksheets/sheet2.xml";
    for at in 0..bytes.len() - needle.len() {
        if &bytes[at..at + needle.len()] == needle {
            bytes[at + needle.len() - 5] = b'1';
        }
    }
    bytes
}

fn million_rows() -> Vec<u8> {
    let mut rows = String::new();
    for row in 1..=1_000_000_u64 {
        rows.push_str(&format!("<row r=\"{row}\"><c><v>{}</v></c><c><v>{row}</v></c></row>", row * 7919 % 99_991));
    }
    sheet(&rows)
}

fn string() -> Vec<u8> {
    let shared = format!(r#"<sst uniqueCount="99999999999999"><si><t>{}</t></si></sst>"#, "あ".repeat(13_000_000));
    book(&[(STRINGS, shared.as_bytes())])
}

/// Workbooks.
pub const WORKBOOKS: &[Hostile] = &[
    hostile("far.xlsx", &["error-sheet-far"], || sheet(r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#)),
    hostile("string.xlsx", &["error-import-long", "error-import-bomb"], string),
    // As large, but in a cell and hard to pack.
    hostile("noise.xlsx", &["error-import-long"], noise),
    hostile("shown.xlsx", &["error-sheet-text"], shown_often),
    hostile("two.xlsx", &["error-sheet-cells"], million_rows),
    // Six million that hold nothing.
    hostile("empty.xlsx", &["error-sheet-cells", "error-import-bomb"], || sheet(&"<c/>".repeat(6_000_000))),
    hostile("outside.xlsx", &["error-sheet-doctype"], outside),
    hostile("laughs.xlsx", &["error-sheet-doctype"], laughs),
    hostile("unknown.xlsx", &["error-import-broken"], || sheet(&text("&a29;"))),
    hostile("links.xlsm", &["read 1 sheets 1 cells sheet-note-macro sheet-note-links"], links),
    hostile("names.xlsx", &["error-import-broken"], names),
    hostile("beside.xlsx", &["read 1 sheets 1 cells"], || book(&[("../outside.txt", b"x")])),
    hostile("listed.xlsx", &["error-sheet-sheets"], many_sheets),
    hostile("parts.xlsx", &["error-import-parts"], many_parts),
    hostile("short.xlsx", &["error-import-"], || with_sizes(long(), 10)),
    hostile("huge.xlsx", &["error-import-"], || with_sizes(long(), u32::MAX - 1)),
    hostile("small.xlsx", &["error-import-", "read 1 sheets 1 cells"], || with_sizes(book(&[]), u32::MAX - 1)),
    hostile("old.xls", &["error-sheet-old"], old),
    hostile("locked.xlsx", &["error-sheet-locked"], locked),
    hostile("binary.xlsb", &["error-sheet-binary"], || book(&[("xl/workbook.bin", b"x")])),
    hostile("doubles.xlsx", &["error-import-doubles"], doubles),
];

fn scattered(count: u32) -> Vec<u8> {
    (0..count).map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect()
}

/// Rows of text.
pub const ROWS: &[Hostile] = &[
    Hostile { name: "line.csv", said: &["error-import-file-large"], bytes: Vec::new, length: 1 << 30 },
    hostile("one-line.csv", &["error-sheet-long-cell"], || vec![b'a'; 19 << 20]),
    hostile("columns.csv", &["read 1 sheets 0 cells"], || vec![b','; 1_000_000]),
    hostile("filled-columns.csv", &["error-sheet-columns"], || b"a,".repeat(1_000_000)),
    hostile("separators.csv", &["error-sheet-cells"], || vec![b','; 19 << 20]),
    hostile("zeros.csv", &["error-sheet-not-text"], || vec![0; 1 << 20]),
    hostile("noise.csv", &["error-"], || scattered(1_000_000)),
    hostile("rows.csv", &["error-sheet-cells"], || b"a\n".repeat(400_000)),
    hostile("quote.csv", &["error-sheet-long-cell"], || [b"a,\"".as_slice(), &vec![b'\n'; 1 << 20]].concat()),
];

fn mail(rest: &str) -> Vec<u8> {
    format!("{HEAD}{rest}").into_bytes()
}

fn nested() -> Vec<u8> {
    let part = |depth| format!("Content-Type: multipart/mixed; boundary=b{depth}\r\n\r\n--b{depth}\r\n");
    mail(&(0..10_000).map(part).collect::<String>())
}

/// What fits is unpacked once.
fn packed() -> Vec<u8> {
    let line = format!("{}\r\n", "QUJD".repeat(19));
    mail(&format!("Content-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=a.zip\r\n\r\n{}", line.repeat(300_000)))
}

fn letters(charset: &str) -> Vec<u8> {
    [mail(&format!("Content-Type: text/plain; charset={charset}\r\n\r\n")), scattered(200_000)].concat()
}

fn markup() -> Vec<u8> {
    let (quotes, signs) = ("<blockquote>\r\n".repeat(50_000), "&".repeat(500_000));
    mail(&format!("Content-Type: text/html\r\n\r\n{quotes}{signs}"))
}

/// Mails.
pub const MAILS: &[Hostile] = &[
    hostile("parts.eml", &["error-mail-parts"], nested),
    hostile("mails.eml", &["error-mail-parts"], || mail(&"Content-Type: message/rfc822\r\n\r\n".repeat(10_000))),
    Hostile { name: "giga.eml", said: &["error-mail-large"], bytes: || mail(""), length: 1 << 30 },
    hostile("packed.eml", &["read "], packed),
    hostile("header.eml", &["error-mail-words"], || mail(&format!("X-Long: {}\r\n\r\ntext", "a ".repeat(5 << 20)))),
    hostile("to.eml", &["read "], || mail(&format!("To: {}\r\n\r\ntext", "a@b.example, ".repeat(140_000)))),
    hostile("many.eml", &["read "], || mail(&format!("{}\r\ntext", "X-A: b\r\n".repeat(200_000)))),
    hostile("unknown.eml", &["read ", "error-mail-"], || letters("x-nobody")),
    hostile("utf8.eml", &["read ", "error-mail-"], || letters("utf-8")),
    hostile("jis.eml", &["read ", "error-mail-"], || letters("iso-2022-jp")),
    hostile("none.eml", &["read ", "error-mail-"], || letters("")),
    hostile("nothing.eml", &["error-mail-not"], Vec::new),
    hostile("outlook.eml", &["error-mail-outlook"], || vec![0xd0, 0xcf, 0x11, 0xe0, 0, 0]),
    hostile("html.eml", &["read "], markup),
];
