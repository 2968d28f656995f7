//! What our papers are held against: the typesetter without us, and a browser that prints.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sentei_core::paper::RfpPaper;
use sentei_tests::source::project;
use serde::Serialize;
use serde_json::Value;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// The faces the papers are set in.
const FACES: [&str; 4] = [
    "@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf",
    "@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf",
    "@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf",
    "@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf",
];

/// A folder with template and data, compiled as the typesetter's own program would.
pub struct TypstFolder {
    folder: PathBuf,
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    main: FileId,
}

fn id(path: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).expect("a path")).intern()
}

impl TypstFolder {
    /// Writes a template and its data into `folder` and reads the typefaces.
    pub fn lay_out(folder: &Path, template: &str, paper: &impl Serialize) -> Self {
        let templates = project().join("src-tauri/papers/templates");
        let main = format!("{template}.typ");
        for name in [main.as_str(), "paper.typ"] {
            fs::copy(templates.join(name), folder.join(name)).expect("a template");
        }
        fs::write(folder.join("data.json"), serde_json::to_vec(paper).expect("plain data")).expect("written");
        let fonts: Vec<Font> = FACES
            .iter()
            .map(|face| fs::read(crate::packages().join(face)).expect("a typeface among the front end's packages"))
            .filter_map(|bytes| Font::new(Bytes::new(bytes), 0))
            .collect();
        Self {
            folder: folder.to_path_buf(),
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(fonts.iter())),
            fonts,
            main: id(&format!("/{main}")),
        }
    }

    /// Compiles the folder to a PDF of the same standards as ours.
    pub fn compile(&self) -> Vec<u8> {
        let document = typst::compile::<PagedDocument>(self).output.expect("the content can be set");
        let options = PdfOptions {
            standards: PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).expect("both together"),
            timestamp: Datetime::from_ymd_hms(2026, 12, 1, 0, 0, 0).map(Timestamp::new_utc),
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).expect("the standards are met")
    }
}

impl World for TypstFolder {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let bytes = self.file(id)?;
        let text = String::from_utf8(bytes.to_vec()).map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let path = self.folder.join(id.get().vpath().get_with_slash().trim_start_matches('/'));
        fs::read(&path).map(Bytes::new).map_err(|_| FileError::NotFound(path))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// The same content as a page of a browser, in the same typefaces; gives back its path.
pub fn html(folder: &Path, paper: &RfpPaper) -> PathBuf {
    let faces: String = [("400", FACES[0]), ("700", FACES[1])]
        .iter()
        .map(|(weight, face)| {
            let address = crate::packages().join(face);
            format!(
                "@font-face {{ font-family: paper; font-weight: {weight}; src: url('file://{}'); }}\n",
                address.display()
            )
        })
        .collect();
    let mut page = format!(
        "<!doctype html><html lang=ja><meta charset=utf-8><title>RFP</title><style>{faces}
         @page {{ size: A4; margin: 25mm 22mm; }} body {{ font: 10pt/1.7 paper; }}
         table {{ border-collapse: collapse; width: 100%; }} td, th {{ border: .5pt solid #999; padding: 2mm; text-align: left; }}</style>"
    );
    for block in serde_json::to_value(&paper.body).expect("plain data").as_array().expect("a list") {
        write_block(&mut page, block);
    }
    let path = folder.join("paper.html");
    fs::write(&path, page).expect("written");
    path
}

fn write_block(page: &mut String, block: &Value) {
    let kind = block["t"].as_str().unwrap_or_default();
    match kind {
        "h" => {
            let level = block["l"].as_u64().unwrap_or(1).clamp(1, 6);
            let _ = write!(page, "<h{level}>{}</h{level}>", words(&block["s"]));
        }
        "ul" | "ol" => {
            let _ = write!(page, "<{kind}>");
            for item in block["i"].as_array().into_iter().flatten() {
                let _ = write!(page, "<li>{}", words(&item["r"]));
                let _ = write!(page, "{}</li>", words(&item["lists"]));
            }
            let _ = write!(page, "</{kind}>");
        }
        "table" | "matrix" | "schedule" | "criteria" | "requirements" | "facts" => {
            page.push_str("<table>");
            for (part, cell) in [("head", "th"), ("rows", "td")] {
                let rows = block[part].as_array().cloned().unwrap_or_default();
                let rows = if part == "head" { vec![Value::Array(rows)] } else { rows };
                if part == "head" {
                    page.push_str("<thead>");
                }
                for row in rows {
                    page.push_str("<tr>");
                    let cells: Vec<Value> = match row {
                        Value::Array(cells) => cells,
                        Value::Object(fields) => fields.into_iter().map(|(_, value)| value).collect(),
                        other => vec![other],
                    };
                    for value in cells {
                        let _ = write!(page, "<{cell}>{}</{cell}>", words(&value));
                    }
                    page.push_str("</tr>");
                }
                if part == "head" {
                    page.push_str("</thead>");
                }
            }
            page.push_str("</table>");
        }
        _ => {
            let _ = write!(page, "<p>{}</p>", words(block));
        }
    }
}

/// Every text below a value, in order.
fn words(value: &Value) -> String {
    match value {
        Value::String(text) => text.replace('&', "&amp;").replace('<', "&lt;"),
        Value::Array(list) => list.iter().map(words).collect(),
        Value::Object(fields) => fields
            .iter()
            .filter(|(key, _)| !matches!(key.as_str(), "t" | "id" | "to" | "u"))
            .map(|(_, value)| words(value))
            .collect(),
        _ => String::new(),
    }
}

/// Lets a browser print a page to PDF; its start counts, as it does for whoever would print that way.
pub fn print(page: &Path) {
    let target = page.with_extension("pdf");
    let profile = page.with_extension("profile");
    let status = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args([
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-pdf-header-footer",
        ])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("--print-to-pdf={}", target.display()))
        .arg(format!("file://{}", page.display()))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("chromium starts: `make bench` installs it");
    assert!(status.success() && target.is_file(), "chromium printed nothing");
}
