//! The sample papers, and what poppler, qpdf and the accessibility checkers say about a file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use sentei_core::paper::{AddendumPaper, Block, RfpPaper, Runs};
use sentei_papers::word::rfp_docx;
use sentei_papers::{Engine, Stamp};
use serde::de::DeserializeOwned;

fn fixture<T: DeserializeOwned>(name: &str) -> T {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/papers").join(name);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|cause| panic!("{}: {cause}", path.display()))
}

pub fn rfp(lang: &str) -> RfpPaper {
    fixture(&format!("rfp.{lang}.json"))
}

pub fn addendum() -> AddendumPaper {
    fixture("addendum.ja.json")
}

pub fn stamp() -> Stamp {
    Stamp { at: "2026-11-20T01:00:00Z".parse().unwrap(), ident: "RFP-2026-014 1.1 3/5".into() }
}

pub fn rfp_pdf(paper: &RfpPaper) -> Vec<u8> {
    Engine::new().rfp_pdf(paper, &stamp()).unwrap()
}

/// The Word version without the pages of its headings.
pub fn rfp_word(paper: &RfpPaper) -> Vec<u8> {
    rfp_docx(paper, &BTreeMap::new()).unwrap()
}

/// A paper of one chapter that holds `blocks`.
pub fn of(blocks: Vec<Block>) -> RfpPaper {
    let mut paper = rfp("ja");
    paper.body = vec![heading(1, "章", "chapter")];
    paper.body.extend(blocks);
    paper
}

pub fn heading(l: u8, words: &str, id: &str) -> Block {
    Block::Heading { l, s: words.into(), id: Some(id.into()), small: false }
}

pub fn paragraph(words: &str) -> Block {
    Block::Paragraph { r: words.into() }
}

/// A PDF on disk for as long as the tools need it.
pub struct File {
    _dir: tempfile::TempDir,
    pub path: PathBuf,
}

/// Where a side of a box of `pdftotext -bbox` is, in points.
fn side(line: &str, name: &str) -> f64 {
    let from = line.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
    line[from..].split('"').next().unwrap().parse().unwrap()
}

/// The words of a box of `pdftotext -bbox`.
fn boxed(line: &str) -> Option<&str> {
    let at = line.find("<word ")?;
    Some(line[at..].split_once('>')?.1.trim_end_matches("</word>"))
}

impl File {
    pub fn new(name: &str, bytes: &[u8]) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        Self { _dir: dir, path }
    }

    pub fn pdf(bytes: &[u8]) -> Self {
        Self::new("paper.pdf", bytes)
    }

    /// The text of the pages, in the order it is read, lines as they stand.
    pub fn text(&self) -> String {
        said(&run("pdftotext", &["-raw", &self.arg(), "-"]))
    }

    /// The lines as they stand on the pages, by where their letters are; cells side by side are lines of their own.
    pub fn lines(&self) -> Vec<String> {
        let words = said(&run("pdftotext", &["-bbox", &self.arg(), "-"]));
        let mut lines: Vec<(f64, f64, String)> = Vec::new();
        let mut page = Vec::new();
        for line in words.lines() {
            if let Some(text) = boxed(line) {
                page.push((side(line, "yMin"), side(line, "xMin"), side(line, "xMax"), text.to_owned()));
            } else if line.contains("</page>") {
                page.sort_by(|a, b| (a.0.round(), a.1).partial_cmp(&(b.0.round(), b.1)).unwrap());
                for (y, from, to, text) in page.drain(..) {
                    match lines.last_mut() {
                        Some(last) if (last.0 - y).abs() < 2.0 && from - last.1 < 12.0 && from > last.1 - 12.0 => {
                            last.1 = to;
                            last.2.push_str(&text);
                        }
                        _ => lines.push((y, to, text)),
                    }
                }
            }
        }
        lines.into_iter().map(|line| line.2).collect()
    }

    /// How far to the right the line reaches in which a sign first stands, in points, on a paper of one page.
    pub fn reach(&self, sign: char) -> f64 {
        let words = said(&run("pdftotext", &["-bbox", &self.arg(), "-"]));
        let first = words.lines().find(|line| boxed(line).is_some_and(|text| text.contains(sign))).unwrap();
        let beside = |line: &&str| boxed(line).is_some() && (side(line, "yMin") - side(first, "yMin")).abs() < 6.0;
        words.lines().filter(beside).map(|line| side(line, "xMax")).fold(0.0, f64::max)
    }

    /// The words, each with how wide it is in points.
    pub fn widths(&self) -> Vec<(String, f64)> {
        let words = said(&run("pdftotext", &["-bbox", &self.arg(), "-"]));
        let wide = |line| Some((boxed(line)?.to_owned(), side(line, "xMax") - side(line, "xMin")));
        words.lines().filter_map(wide).collect()
    }

    pub fn pages(&self) -> Vec<String> {
        self.text().split('\u{c}').map(str::to_owned).filter(|page| !page.trim().is_empty()).collect()
    }

    /// A page, from 1, drawn by poppler so many pixels wide.
    pub fn picture(&self, page: usize, width: u32) -> Picture {
        let (page, width) = (page.to_string(), width.to_string());
        let size = ["-scale-to-x", &width, "-scale-to-y", "-1"];
        let drawn = self.tool("pdftoppm", &[&["-png", "-f", &page, "-l", &page][..], &size].concat());
        assert!(drawn.status.success(), "{}", String::from_utf8_lossy(&drawn.stderr));
        Picture::read(&drawn.stdout)
    }

    pub fn tool(&self, program: &str, before: &[&str]) -> Output {
        let arg = self.arg();
        let mut args = before.to_vec();
        args.push(&arg);
        run(program, &args)
    }

    pub fn arg(&self) -> String {
        self.path.to_str().unwrap().to_owned()
    }
}

pub fn run(program: &str, args: &[&str]) -> Output {
    Command::new(program)
        .args(args)
        .output()
        .unwrap_or_else(|cause| panic!("{program} is needed by this test (scripts/install.sh installs it): {cause}"))
}

pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Text without spaces, line ends and hyphens, as lines may break anywhere.
pub fn tight(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{200b}')).collect()
}

/// Every run of words in the blocks.
pub fn words(blocks: &[Block]) -> Vec<String> {
    fn runs(value: &serde_json::Value, out: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(object) => {
                for (key, inner) in object {
                    match inner {
                        serde_json::Value::String(text) if !["t", "id", "u", "level"].contains(&key.as_str()) => {
                            out.push(text.clone());
                        }
                        inner => runs(inner, out),
                    }
                }
            }
            serde_json::Value::Array(list) => list.iter().for_each(|inner| runs(inner, out)),
            _ => {}
        }
    }
    let mut out = Vec::new();
    runs(&serde_json::to_value(blocks).unwrap(), &mut out);
    out.retain(|text| !["l", "r", "c"].contains(&text.as_str()));
    out
}

pub fn title(runs: &Runs) -> String {
    runs.plain()
}

/// A page as a grey picture.
pub struct Picture {
    pub width: u32,
    pub height: u32,
    grey: Vec<u8>,
}

impl Picture {
    /// Reads a PNG.
    pub fn read(png: &[u8]) -> Self {
        let grey = image::load_from_memory(png).unwrap().into_luma8();
        Self { width: grey.width(), height: grey.height(), grey: grey.into_raw() }
    }

    /// The mean darkness of squares of twelve pixels, row by row.
    fn squares(&self) -> Vec<f64> {
        let (width, height) = (self.width as usize, self.height as usize);
        let mean = |x: usize, y: usize| {
            let pixels = (y..y + 12).flat_map(|line| &self.grey[line * width + x..line * width + x + 12]);
            pixels.map(|pixel| f64::from(*pixel)).sum::<f64>() / 144.0
        };
        let rows = (0..height - 12).step_by(12);
        rows.flat_map(|y| (0..width - 12).step_by(12).map(move |x| (x, y))).map(|(x, y)| mean(x, y)).collect()
    }

    /// The greatest difference of a square in both.
    pub fn differs(&self, other: &Self) -> f64 {
        self.squares().iter().zip(other.squares()).map(|(one, two)| (one - two).abs()).fold(0.0, f64::max)
    }
}
