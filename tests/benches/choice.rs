//! The choice, with 12 bidders, 60 criteria and 20 evaluators: a changed mark, the firmness, the report, the keys of a
//! sheet.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::time::Duration;

use chrono::{NaiveDate, Utc};
use sentei_core::decision::report::{SelectionPaper, Sources};
use sentei_core::distribution::paper::House;
use sentei_core::journal::{self, Stamp};
use sentei_core::library::Library;
use sentei_core::marking::{firm, result as counting};
use sentei_tests::desk::Desk;
use sentei_tests::evaluated::{large, Evaluated};
use sentei_tests::measure::{quantile, timed, Line};
use sentei_tests::program::Shelf;
use sentei_tests::window::{Opening, Window};
use serde_json::{json, Value};

use crate::peers::TypstFolder;
use crate::{one_word, taken};

/// What a person takes as at once.
const AT_ONCE: Duration = Duration::from_millis(50);

fn planted() -> (Shelf, Evaluated) {
    let shelf = Shelf::new();
    let planted = large(&shelf.library(), 12, 60, 20);
    (shelf, planted)
}

/// From a mark that is agreed on to the totals on the screen, in the real window.
pub fn result() -> Vec<Line> {
    let (shelf, planted) = planted();
    let window = Opening::new("result", &shelf.library()).unpictured().open();
    window.go(&format!("/p/{}/result", planted.procurement));
    window.wait_for(".rx .tt");
    let answer = window.execute_later(
        "const [criterion, bidder, done] = arguments;
         const call = (name, args) => window.__TAURI__.core.invoke('call', { name, args });
         const totals = () => [...document.querySelectorAll('.rx .tt')].map((one) => one.textContent).join();
         const painted = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
         (async () => {
           const taken = [];
           for (let n = 0; n < 45; n += 1) {
             const before = totals();
             const began = performance.now();
             const changed = new Promise((seen) => {
               const watch = new MutationObserver(() => {
                 if (totals() === before) return;
                 watch.disconnect();
                 seen();
               });
               watch.observe(document.body, { subtree: true, childList: true, characterData: true });
             });
             await call('consensus_set', { criterion, bidder, mark: n % 2 ? '×' : '○', reason: '合議による', agreed_by: ['審査 1'] });
             await changed;
             await painted();
             taken.push(performance.now() - began);
             await new Promise((rest) => setTimeout(rest, 120));
           }
           return taken;
         })().then(done, (error) => done(String(error)));",
        &[json!(planted.key("C1")), json!(planted.key("v1"))],
    );
    let result = Line {
        what: "result after a changed mark, 12×60×20 (p95)",
        ours: quantile(&taken(&answer, 5), 0.95).into(),
        beside: "a twentieth of a second",
        other: AT_ONCE.into(),
        allowed: 1.0,
    };
    vec![result, one_word(&window, "… floor: one word painted in that window (p95)", AT_ONCE)]
}

/// Everything that is told about how firm a result is, with its progress.
pub fn firmness() -> Vec<Line> {
    let (shelf, planted) = planted();
    let desk = Desk::open(&shelf.library());
    let steps = Arc::new(AtomicUsize::new(0));
    let heard = Arc::clone(&steps);
    desk.listen(Box::new(move |_| {
        heard.fetch_add(1, Ordering::Relaxed);
    }));
    let of = json!({ "procurement": planted.procurement });
    let runs: Vec<Duration> = (0..5).map(|_| timed(|| desk.call("firmness_get", &of)).0).collect();
    assert!(steps.load(Ordering::Relaxed) >= 5, "nobody was told how far it is");
    vec![Line {
        what: "firmness whole, 12×60×20 (median)",
        ours: quantile(&runs, 0.5).into(),
        beside: "a second",
        other: Duration::from_secs(1).into(),
        allowed: 1.0,
    }]
}

/// The report as the command writes it, PDF and workbook, beside the typesetter alone on what is in it. Who has it written has
/// seen before what it would hold.
pub fn report() -> Vec<Line> {
    let (shelf, planted) = planted();
    let folder = tempfile::tempdir().expect("a folder");
    let typst = TypstFolder::lay_out(folder.path(), "selection", &paper(&shelf, &planted));
    let desk = Desk::open(&shelf.library());
    let args = json!({ "procurement": planted.procurement, "to": shelf.beside("報告") });
    desk.call("report_plan", &json!({ "procurement": planted.procurement }));
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..5 {
        comemo::evict(0);
        ours.push(timed(|| desk.call("report_export", &args)).0);
        comemo::evict(0);
        bare.push(timed(|| typst.compile()).0);
    }
    let ours = quantile(&ours, 0.5);
    vec![
        Line {
            what: "selection report, 12×60×20 (median)",
            ours: ours.into(),
            beside: "Typst, same template and content, from files",
            other: quantile(&bare, 0.5).into(),
            allowed: 1.5,
        },
        Line {
            what: "selection report, 12×60×20 (median)",
            ours: ours.into(),
            beside: "three seconds",
            other: Duration::from_secs(3).into(),
            allowed: 1.0,
        },
    ]
}

/// The report as a plain model.
fn paper(shelf: &Shelf, planted: &Evaluated) -> SelectionPaper {
    let stamp = Stamp { actor: "測定".into(), at: Utc::now() };
    let library = Library::open(&shelf.library(), [7; 16], &stamp).expect("the library");
    let (read, procurement) = (library.read(), planted.procurement.as_str());
    let today = NaiveDate::from_ymd_opt(2027, 4, 30).expect("a day");
    let counted = Arc::new(counting::counted(&read, procurement).expect("counted"));
    let firmness = firm::firmness(&counted, procurement, &mut |_, _| Ok(())).expect("examined");
    let house = House::of(&read, procurement, today).expect("the house");
    let head = journal::head(&read).expect("the journal's head");
    Sources::of(&read, procurement, house, counted, Arc::new(firmness), head)
        .expect("everything in it")
        .paper()
        .expect("a paper")
}

/// From a key to the mark on the screen, pressed ten times a second while marks are written behind.
pub fn sheet() -> Vec<Line> {
    let (shelf, planted) = planted();
    let desk = Desk::open(&shelf.library());
    let named = json!({ "procurement": planted.procurement, "name": "速い 審査者" });
    let evaluator = desk.call("evaluator_add", &named)["id"].clone();
    desk.call("conflict_sign", &json!({ "evaluator": evaluator, "conflict": false }));
    drop(desk);
    let window = Opening::new("sheet", &shelf.library()).unpictured().open();
    window.go(&format!("/p/{}/sheets/{}", planted.procurement, evaluator.as_str().expect("an id")));
    window.wait_for("mark-grid td.here");
    let key = Line {
        what: "key to painted mark in a sheet of 12×60 (p95)",
        ours: quantile(&taken(&keys(&window), 4), 0.95).into(),
        beside: "a twentieth of a second",
        other: AT_ONCE.into(),
        allowed: 1.0,
    };
    vec![key, one_word(&window, "… floor: one word painted in that window (p95)", AT_ONCE)]
}

/// Presses keys at their times, whether the page is ready for them or not, and measures from when each was due.
fn keys(window: &Window) -> Value {
    window.execute_later(
        "const [done] = arguments;
         const until = (at) => new Promise((come) => setTimeout(come, Math.max(0, at - performance.now())));
         const painted = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
         const press = (cell, key) => cell.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
         const here = () => document.querySelector('mark-grid td.here');
         (async () => {
           const taken = [];
           let due = performance.now() + 100;
           for (let n = 0; n < 90; n += 1) {
             for (const key of [String(1 + n % 3), n % 12 === 11 ? 'ArrowDown' : n % 24 < 12 ? 'ArrowRight' : 'ArrowLeft']) {
               await until(due);
               const cell = here();
               press(cell, key);
               await painted();
               taken.push(performance.now() - due);
               const done = key.startsWith('Arrow') ? here() !== cell : !cell.classList.contains('blank');
               if (!done) throw new Error(`${key} did nothing at ${cell.dataset.at}`);
               due = Math.max(due + 100, performance.now());
             }
           }
           return taken;
         })().then(done, (error) => done(String(error)));",
        &[],
    )
}
