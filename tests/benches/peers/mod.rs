//! What our papers are held against: the typesetter without us, and a browser that prints.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sentei_core::paper::RfpPaper;
use sentei_tests::source::project;
use serde::Serialize;
use serde_json::{json, Value};
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
    let words = &paper.paper;
    // The same sheet, margins, running head and foot, type and leading as ours, so that as much is set on as many pages.
    let mut page = format!(
        "<!doctype html><html lang=ja><meta charset=utf-8><title>RFP</title><style>{faces}
         @page {{ size: A4; margin: 31mm 22mm 27mm 34mm;
           @top-left {{ content: '{title}'; font: 8pt paper; }} @top-right {{ content: '{number}'; font: 8pt paper; }}
           @bottom-right {{ content: counter(page) ' / ' counter(pages); font: 8pt paper; }} }}
         body {{ font: 10pt/1.78 paper; text-align: justify; }} p {{ margin: 0; text-indent: 1em; }}
         h1 {{ font-size: 15pt; margin: 34pt 0 13pt; break-after: avoid; {chapters} }} h2 {{ font-size: 11.5pt; margin: 23pt 0 9.5pt; break-after: avoid; }}
         h3 {{ font-size: 10pt; margin: 16pt 0 7.5pt; break-after: avoid; }}
         table {{ border-collapse: collapse; width: 100%; font-size: 8.8pt; line-height: 1.5; margin: 17pt 0 19pt; }} tr {{ break-inside: avoid; }}
         td, th {{ border-bottom: .35pt solid #b4b8c1; padding: 5pt 4.5pt; text-align: left; vertical-align: top; }}</style><nav><ol>",
        title = words.title,
        number = words.number,
        chapters = if paper.apart { "break-before: page;" } else { "" },
    );
    let body = serde_json::to_value(&paper.body).expect("plain data");
    let blocks = body.as_array().expect("a list");
    for (number, heading) in blocks.iter().enumerate().filter(|(_, block)| block["t"] == "h") {
        let _ = write!(page, "<li><a href='#h{number}'>{}</a></li>", words_of(&heading["s"]));
    }
    page.push_str("</ol></nav>");
    for (number, block) in blocks.iter().enumerate() {
        write_block(&mut page, number, block);
    }
    let path = folder.join("paper.html");
    fs::write(&path, page).expect("written");
    path
}

fn write_block(page: &mut String, number: usize, block: &Value) {
    let kind = block["t"].as_str().unwrap_or_default();
    match kind {
        "h" => {
            let level = block["l"].as_u64().unwrap_or(1).clamp(1, 6);
            let _ = write!(page, "<h{level} id='h{number}'>{}</h{level}>", words_of(&block["s"]));
        }
        "ul" | "ol" => write_list(page, kind, &block["i"]),
        "table" | "facts" | "requirements" | "schedule" | "criteria" => {
            let _ = write!(page, "<table><caption>{}</caption><thead>", words_of(&block["cap"]));
            write_row(page, "th", &block["head"]);
            page.push_str("</thead>");
            for row in list(&block["rows"]).chain(list(&block["items"])) {
                write_row(page, "td", row);
            }
            for group in list(&block["groups"]) {
                write_row(page, "th", &json!([group["name"]]));
                for row in list(&group["items"]) {
                    write_row(page, "td", row);
                }
            }
            page.push_str("</table>");
        }
        _ => {
            let _ = write!(page, "<p>{}</p>", words_of(block));
        }
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn write_list(page: &mut String, kind: &str, items: &Value) {
    let _ = write!(page, "<{kind}>");
    for item in list(items) {
        let _ = write!(page, "<li>{}", words_of(&item["r"]));
        for lower in list(&item["lists"]) {
            write_list(page, kind, &lower["i"]);
        }
        page.push_str("</li>");
    }
    let _ = write!(page, "</{kind}>");
}

fn write_row(page: &mut String, cell: &str, row: &Value) {
    let cells: Vec<&Value> = match row {
        Value::Array(cells) => cells.iter().collect(),
        Value::Object(fields) => fields.values().collect(),
        _ => return,
    };
    page.push_str("<tr>");
    for value in cells {
        let _ = write!(page, "<{cell}>{}</{cell}>", words_of(value));
    }
    page.push_str("</tr>");
}

/// Every text below a value, in order.
fn words_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.replace('&', "&amp;").replace('<', "&lt;"),
        Value::Array(list) => list.iter().map(words_of).collect(),
        Value::Object(fields) => fields
            .iter()
            .filter(|(key, _)| !matches!(key.as_str(), "t" | "id" | "to" | "u"))
            .map(|(_, value)| words_of(value))
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
