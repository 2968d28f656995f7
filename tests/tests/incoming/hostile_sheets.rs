//! Workbooks and CSV files that mean harm: each is refused with a sentence, or read without what was harmful.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::child::read_apart;

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const ROOT: &str =
    r#"<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="質問" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
const CELL: &str = r#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>質問</t></is></c></row></sheetData></worksheet>"#;

struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn book(&self, name: &str, parts: &[(&str, &[u8])]) -> PathBuf {
        let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let usual: [(&str, &[u8]); 5] = [
            ("[Content_Types].xml", TYPES.as_bytes()),
            ("_rels/.rels", ROOT.as_bytes()),
            ("xl/workbook.xml", BOOK.as_bytes()),
            ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
            ("xl/worksheets/sheet1.xml", CELL.as_bytes()),
        ];
        let left = usual.iter().filter(|(name, _)| !parts.iter().any(|(own, _)| own == name));
        for (name, bytes) in left.chain(parts) {
            zip.start_file(*name, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated))
                .unwrap();
            zip.write_all(bytes).unwrap();
        }
        self.file(name, &zip.finish().unwrap().into_inner())
    }

    fn sheet(&self, name: &str, rows: &str) -> PathBuf {
        let xml = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        self.book(name, &[("xl/worksheets/sheet1.xml", xml.as_bytes())])
    }
}

fn said(path: &Path) -> String {
    read_apart(path).said
}

#[test]
fn one_cell_at_the_last_row_and_column() {
    let folder = Folder::new();
    let path = folder.sheet("far.xlsx", r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#);
    assert_eq!(said(&path), "error-sheet-far");
}

#[test]
fn one_giant_string() {
    let folder = Folder::new();
    let shared = format!(r#"<sst uniqueCount="99999999999999"><si><t>{}</t></si></sst>"#, "あ".repeat(13_000_000));
    let path = folder.book("string.xlsx", &[("xl/sharedStrings.xml", shared.as_bytes())]);
    assert!(["error-import-long", "error-import-bomb"].contains(&said(&path).as_str()));
    // As large, but in a cell and hard to pack.
    let mut noise = String::new();
    let mut state = 1_u64;
    while noise.len() < 18_000_000 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        noise.push(char::from(b'a' + u8::try_from((state >> 40) % 26).unwrap()));
    }
    let path = folder.sheet("noise.xlsx", &format!(r#"<row><c t="inlineStr"><is><t>{noise}</t></is></c></row>"#));
    assert_eq!(said(&path), "error-import-long");
}

#[test]
fn one_string_shown_in_very_many_cells() {
    let folder = Folder::new();
    let shared = format!("<sst><si><t>{}</t></si></sst>", "質問".repeat(16_000));
    let rows = "<row><c t=\"s\"><v>0</v></c></row>".repeat(30_000);
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let path = folder.book(
        "shown.xlsx",
        &[("xl/sharedStrings.xml", shared.as_bytes()), ("xl/worksheets/sheet1.xml", sheet.as_bytes())],
    );
    assert_eq!(said(&path), "error-sheet-text");
}

#[test]
fn six_million_cells() {
    let folder = Folder::new();
    let mut rows = String::new();
    for row in 1..=1_000_000_u64 {
        rows.push_str(&format!("<row r=\"{row}\"><c><v>{}</v></c><c><v>{row}</v></c></row>", row * 7919 % 99_991));
    }
    assert_eq!(said(&folder.sheet("two.xlsx", &rows)), "error-sheet-cells");
    // Six million that hold nothing.
    let path = folder.sheet("empty.xlsx", &"<c/>".repeat(6_000_000));
    assert!(["error-sheet-cells", "error-import-bomb"].contains(&said(&path).as_str()));
}

#[test]
fn entities_from_outside_and_laughs() {
    let folder = Folder::new();
    let secret = folder.file("secret.txt", b"secret");
    let outside = format!(
        r#"<!DOCTYPE x [<!ENTITY e SYSTEM "file://{}">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&e;</t></is></c></row></sheetData></worksheet>"#,
        secret.display()
    );
    let path = folder.book("outside.xlsx", &[("xl/worksheets/sheet1.xml", outside.as_bytes())]);
    assert_eq!(said(&path), "error-sheet-doctype");
    let mut laughs = String::from("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
    for level in 1..30 {
        laughs.push_str(&format!("<!ENTITY a{level} \"&a{};&a{};\">", level - 1, level - 1));
    }
    laughs.push_str("]><sst><si><t>&a29;</t></si></sst>");
    let path = folder.book("laughs.xlsx", &[("xl/sharedStrings.xml", laughs.as_bytes())]);
    assert_eq!(said(&path), "error-sheet-doctype");
    let path = folder.sheet("unknown.xlsx", r#"<row><c t="inlineStr"><is><t>&a29;</t></is></c></row>"#);
    assert_eq!(said(&path), "error-import-broken");
}

#[test]
fn links_to_other_files_and_macros_are_left_alone_and_told() {
    let folder = Folder::new();
    let link = r#"<externalLink><externalBook r:id="r1"/></externalLink>"#;
    let relation = r#"<Relationships><Relationship Id="r1" Target="\\evil.example\share\x.xlsx" TargetMode="External"/></Relationships>"#;
    let path = folder.book(
        "links.xlsm",
        &[
            ("xl/externalLinks/externalLink1.xml", link.as_bytes()),
            ("xl/externalLinks/_rels/externalLink1.xml.rels", relation.as_bytes()),
            ("xl/vbaProject.bin", b"Sub AutoOpen()"),
        ],
    );
    assert_eq!(said(&path), "read 1 sheets 1 cells sheet-note-macro sheet-note-links");
}

#[test]
fn names_that_lead_elsewhere() {
    let folder = Folder::new();
    let relations =
        r#"<Relationships><Relationship Id="r1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>"#;
    let path = folder.book(
        "names.xlsx",
        &[("xl/_rels/workbook.xml.rels", relations.as_bytes()), ("../../outside.txt", b"x"), ("/etc/x", b"x")],
    );
    assert_eq!(said(&path), "error-import-broken");
    let path = folder.book("beside.xlsx", &[("../outside.txt", b"x")]);
    assert_eq!(said(&path), "read 1 sheets 1 cells");
    let beside: Vec<_> = std::fs::read_dir(folder.0.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside.len(), 2, "nothing was written: {beside:?}");
    assert!(!folder.0.path().parent().unwrap().join("outside.txt").exists());
}

#[test]
fn very_many_sheets() {
    let folder = Folder::new();
    let sheets: String = (0..65_000).map(|n| format!("<sheet name=\"s{n}\" sheetId=\"{n}\" r:id=\"r1\"/>")).collect();
    let book = format!(r#"<workbook xmlns:r="r"><sheets>{sheets}</sheets></workbook>"#);
    let path = folder.book("listed.xlsx", &[("xl/workbook.xml", book.as_bytes())]);
    assert_eq!(said(&path), "error-sheet-sheets");
    let names: Vec<String> = (2..20_000).map(|n| format!("xl/worksheets/sheet{n}.xml")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), CELL.as_bytes())).collect();
    assert_eq!(said(&folder.book("parts.xlsx", &parts)), "error-import-parts");
}

/// Puts another size where the file says how long its parts are, in both places that say it.
fn with_sizes(bytes: &[u8], size: u32) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for at in 0..out.len().saturating_sub(30) {
        let place = match &out[at..at + 4] {
            b"PK\x03\x04" => at + 22,
            b"PK\x01\x02" => at + 24,
            _ => continue,
        };
        out[place..place + 4].copy_from_slice(&size.to_le_bytes());
    }
    out
}

#[test]
fn sizes_that_lie() {
    let folder = Folder::new();
    // Thirty megabytes of one letter that say they are ten bytes, or four gigabytes.
    let long = format!("<worksheet><sheetData>{}</sheetData></worksheet>", " ".repeat(30_000_000));
    let path = folder.book("long.xlsx", &[("xl/worksheets/sheet1.xml", long.as_bytes())]);
    let bytes = std::fs::read(path).unwrap();
    for (name, size) in [("short.xlsx", 10), ("huge.xlsx", u32::MAX - 1)] {
        let refusal = said(&folder.file(name, &with_sizes(&bytes, size)));
        assert!(refusal.starts_with("error-import-"), "{name}: {refusal}");
    }
    let honest = folder.book("honest.xlsx", &[]);
    let refusal = said(&folder.file("small.xlsx", &with_sizes(&std::fs::read(honest).unwrap(), u32::MAX - 1)));
    assert!(refusal.starts_with("error-import-") || refusal.starts_with("read 1 sheets 1 cells"), "{refusal}");
}

#[test]
fn locked_and_old_workbooks() {
    let folder = Folder::new();
    let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    bytes.extend([0; 1024]);
    assert_eq!(said(&folder.file("old.xls", &bytes)), "error-sheet-old");
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(said(&folder.file("locked.xlsx", &bytes)), "error-sheet-locked");
    let path = folder.book("binary.xlsb", &[("xl/workbook.bin", b"x")]);
    assert_eq!(said(&path), "error-sheet-binary");
}

#[test]
fn two_parts_of_one_name() {
    let folder = Folder::new();
    let path = folder.book("names.xlsx", &[("xl/worksheets/sheet2.xml", b"<worksheet/>")]);
    let mut bytes = std::fs::read(path).unwrap();
    let needle = b"xl/worksheets/sheet2.xml";
    for at in 0..bytes.len() - needle.len() {
        if &bytes[at..at + needle.len()] == needle {
            bytes[at + needle.len() - 5] = b'1';
        }
    }
    assert_eq!(said(&folder.file("doubles.xlsx", &bytes)), "error-import-doubles");
}

#[test]
fn damaged_at_any_place() {
    let folder = Folder::new();
    let bytes = std::fs::read(folder.book("whole.xlsx", &[])).unwrap();
    for at in (0..bytes.len()).step_by(7) {
        let mut hurt = bytes.clone();
        hurt[at] ^= 0x55;
        // Whatever comes of it, it is a sentence or a table.
        let _ = sentei_papers::sheet::read("hurt.xlsx", hurt);
        let _ = sentei_papers::sheet::read("cut.xlsx", bytes[..at].to_vec());
    }
}

#[test]
fn hostile_csv() {
    let folder = Folder::new();
    let sparse = folder.0.path().join("line.csv");
    std::fs::File::create(&sparse).unwrap().set_len(1 << 30).unwrap();
    assert_eq!(said(&sparse), "error-import-file-large");
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("one-line.csv", vec![b'a'; 19 << 20], "error-sheet-long-cell"),
        ("columns.csv", vec![b','; 1_000_000], "read 1 sheets 0 cells "),
        ("filled-columns.csv", b"a,".repeat(1_000_000), "error-sheet-columns"),
        ("separators.csv", vec![b','; 19 << 20], "error-sheet-cells"),
        ("zeros.csv", vec![0; 1 << 20], "error-sheet-not-text"),
        ("noise.csv", (0..1_000_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect(), "error-"),
        ("rows.csv", b"a\n".repeat(400_000), "error-sheet-cells"),
        ("quote.csv", [b"a,\"".as_slice(), &vec![b'\n'; 1 << 20]].concat(), "error-sheet-long-cell"),
    ];
    for (name, bytes, expected) in cases {
        let said = said(&folder.file(name, &bytes));
        assert!(said.starts_with(expected.trim_end()), "{name}: {said}");
    }
}
