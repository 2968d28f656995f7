//! The house itself: its start, an edit, its papers and their preview.

use std::time::Duration;

use chrono::{TimeZone, Utc};
use rusqlite::Connection;
use sentei_core::paper::{chapters_apart, Block, RfpPaper};
use sentei_papers::{Engine, Stamp};
use sentei_tests::desk::Desk;
use sentei_tests::measure::{quantile, timed, Line};
use sentei_tests::program::{built, program, Shelf};
use sentei_tests::source::project;
use sentei_tests::window::{time_until, Opening};
use serde_json::json;

use crate::{forget, peers};

/// Start to usable window with 50 procurements, beside an empty window of the same build.
pub fn start() -> Vec<Line> {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    for number in 1..=50 {
        desk.procurement(&format!("案件 {number}"), "outline:general");
    }
    drop(desk);
    let empty = built().join("examples/empty_window");
    let (mut ours, mut other) = (Vec::new(), Vec::new());
    for _ in 0..9 {
        let listed = "return document.querySelectorAll('.cases li').length >= 50";
        ours.push(time_until(&program(), &shelf.library(), listed));
        other.push(time_until(&empty, &shelf.beside("none"), "return document.readyState === 'complete'"));
    }
    vec![Line {
        what: "start to usable window, 50 procurements (median)",
        ours: quantile(&ours, 0.5).into(),
        beside: "an empty window of the same build",
        other: quantile(&other, 0.5).into(),
        allowed: 1.5,
    }]
}

/// A section edit from the patch arriving to the acknowledged commit, beside a bare transaction of one row with the
/// same journal mode in the same folder.
pub fn edit() -> Vec<Line> {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let procurement = desk.procurement("編集", "sample");
    let sections = desk.sections(&procurement);
    let bare = Connection::open(shelf.beside("bare.db")).expect("a store");
    bare.pragma_update(None, "journal_mode", "DELETE").expect("a rollback journal");
    bare.pragma_update(None, "synchronous", "FULL").expect("as safe as ours");
    bare.execute_batch(
        "CREATE TABLE section (id INTEGER PRIMARY KEY, body TEXT) STRICT; INSERT INTO section VALUES (1, '');",
    )
    .expect("a table");

    let (mut ours, mut other) = (Vec::new(), Vec::new());
    for number in 0..300 {
        let text = format!("{}{number}", "業務の範囲と量を、月ごとに次のとおり見込んでいる。".repeat(20));
        let section = &sections[number % 2];
        ours.push(timed(|| desk.write(section, &text).expect("stored")).0);
        let row = timed(|| {
            bare.execute("BEGIN IMMEDIATE", [])?;
            bare.execute("UPDATE section SET body = ?1 WHERE id = 1", [&text])?;
            bare.execute("COMMIT", [])
        });
        row.1.expect("stored");
        other.push(row.0);
    }
    vec![Line {
        what: "section edit to acknowledged commit (p95)",
        ours: quantile(&ours, 0.95).into(),
        beside: "bare one-row transaction (p95)",
        other: quantile(&other, 0.95).into(),
        allowed: 2.0,
    }]
}

/// The RFP of the fixtures, its body again and again, a chapter each time, until the paper has at least so many pages.
fn paper_of(pages: usize) -> RfpPaper {
    let text = std::fs::read_to_string(project().join("tests/fixtures/papers/rfp.ja.json")).expect("the fixture");
    let mut paper: RfpPaper = serde_json::from_str(&text).expect("the fixture is a paper");
    let mut chapter = std::mem::take(&mut paper.body);
    for block in &mut chapter {
        if let Block::Heading { l, .. } = block {
            *l += 1;
        }
    }
    let engine = Engine::new();
    for number in 1.. {
        let name = format!("第{number}の業務").as_str().into();
        paper.body.push(Block::Heading { l: 1, s: name, id: None, small: false });
        paper.body.extend(chapter.iter().cloned());
        // Only the first of equal headings can be found by its key.
        for block in &mut chapter {
            if let Block::Heading { id, .. } = block {
                *id = None;
            }
        }
        paper.apart = chapters_apart(&paper.body);
        // A chapter has five pages or more.
        if number * 5 >= pages - 10 && engine.preview(&paper).expect("it can be set").pages >= pages {
            break;
        }
    }
    paper
}

fn stamp() -> Stamp {
    Stamp { at: Utc.with_ymd_and_hms(2026, 12, 1, 0, 0, 0).single().expect("a moment"), ident: "measure".into() }
}

fn set(paper: &RfpPaper) -> Duration {
    forget();
    timed(|| Engine::new().rfp_pdf(paper, &stamp()).expect("it can be set")).0
}

/// Papers: beside the typesetter alone, beside a browser that prints, and beside themselves at another length.
pub fn papers() -> Vec<Line> {
    let paper = paper_of(55);
    let (short, long) = (paper_of(50), paper_of(500));
    let folder = tempfile::tempdir().expect("a folder");
    let typst = peers::TypstFolder::lay_out(folder.path(), "rfp", &paper);
    let page = peers::html(folder.path(), &paper);

    let (mut ours, mut bare, mut browser) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..7 {
        ours.push(set(&paper));
        forget();
        bare.push(timed(|| typst.compile()).0);
        browser.push(timed(|| peers::print(&page)).0);
    }
    let median = |paper: &RfpPaper| quantile(&(0..3).map(|_| set(paper)).collect::<Vec<_>>(), 0.5);
    let ours = quantile(&ours, 0.5);
    vec![
        Line {
            what: "RFP of 55 pages to PDF (median)",
            ours: ours.into(),
            beside: "Typst, same template and content, from files",
            other: quantile(&bare, 0.5).into(),
            allowed: 1.3,
        },
        Line {
            what: "RFP of 55 pages to PDF (median)",
            ours: ours.into(),
            beside: "headless Chromium printing it",
            other: quantile(&browser, 0.5).into(),
            allowed: 1.0 / 3.0,
        },
        Line {
            what: "RFP of 500 pages to PDF (median)",
            ours: median(&long).into(),
            beside: "of 50 pages",
            other: median(&short).into(),
            allowed: 12.0,
        },
    ]
}

/// From an edit in an RFP of 55 pages to the new page on the screen, in the real window.
pub fn preview() -> Vec<Line> {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let procurement = desk.procurement("仕上がり", "sample");
    let section = lengthen(&desk, &procurement);
    drop(desk);
    let window = Opening::new("preview", &shelf.library()).unpictured().open();
    window.go(&format!("/p/{procurement}/rfp/{section}"));
    window.wait_for("page-preview .a4 img:not([hidden])");
    let mut runs = Vec::new();
    for number in 0..40 {
        let body = sentei_tests::desk::paragraph(&format!("編集 {number}。仕上がりに出るまでを測る。"));
        let taken = window.execute_later(
            "const [section, body, done] = arguments;
             (async () => {
               const shown = document.querySelector('page-preview');
               const page = shown.preview.sections[section] ?? 1;
               const image = shown.querySelector(`[data-page='${page}'] img`);
               const replaced = new Promise((seen) => {
                 const watch = new MutationObserver(() => (watch.disconnect(), seen()));
                 watch.observe(image, { attributeFilter: ['src'] });
               });
               const began = performance.now();
               await window.__TAURI__.core.invoke('call', { name: 'section_set', args: { id: section, body } });
               await replaced;
               await image.decode();
               await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
               return [performance.now() - began, shown.preview.pages];
             })().then(done, (error) => done(String(error)));",
            &[json!(section), body],
        );
        let milliseconds = taken[0].as_f64().unwrap_or_else(|| panic!("no preview: {taken}"));
        assert!(taken[1].as_u64() >= Some(55), "the RFP has only {} pages", taken[1]);
        // The first ones start the typesetter.
        if number >= 5 {
            runs.push(Duration::from_secs_f64(milliseconds / 1000.0));
        }
    }
    vec![Line {
        what: "edit to new page on screen, 55 pages (p95)",
        ours: quantile(&runs, 0.95).into(),
        beside: "a quarter of a second",
        other: Duration::from_millis(250).into(),
        allowed: 1.0,
    }]
}

/// Fills sections of the procurement until its RFP has 55 pages; gives back a section to edit.
fn lengthen(desk: &Desk, procurement: &str) -> String {
    let sections = desk.sections(procurement);
    let text = "委託先は、受け付けた問い合わせを内容ごとに分け、手順書に沿って返答し、結果を記録する。".repeat(60);
    let mut paragraphs = Vec::new();
    for section in sections.iter().skip(1).cycle() {
        let pages = desk.call("rfp_preview", &json!({ "procurement": procurement }))["pages"].as_u64();
        if pages >= Some(55) {
            break;
        }
        paragraphs.push(json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] }));
        let body = json!({ "type": "doc", "content": paragraphs });
        desk.call("section_set", &json!({ "id": section, "body": body }));
    }
    sections[0].clone()
}
