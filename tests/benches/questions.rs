//! Questions and their answers: the register of ten thousand, a long sheet that comes in, three hundred answers that go out.

use std::time::Duration;

use rust_xlsxwriter::Workbook;
use sentei_core::bidder;
use sentei_core::distribution::paper::{answers_paper, AnswersPaper, House, Told};
use sentei_core::distribution::shared_items;
use sentei_core::journal::Stamp;
use sentei_core::library::Library;
use sentei_core::rfp::paper::addressed;
use sentei_tests::desk::Desk;
use sentei_tests::measure::{quantile, timed, Line};
use sentei_tests::program::Shelf;
use sentei_tests::seed;
use sentei_tests::window::{Opening, Window};
use serde_json::{json, Value};

use crate::{forget, one_word, peers};

/// Questions in the register.
const MANY: usize = 10_000;

/// How often the register is opened.
const TIMES: usize = 20;

/// How often each filter, sort and search is taken in turn.
const ROUNDS: usize = 5;

/// Milliseconds after the last key until the search begins, as `ui/views/questions/view.js` has it: the pause in which
/// people type on is none of the search.
const PAUSE: u64 = 120;

/// Runs something in the page and gives back the milliseconds until the register shows what came of it.
const SHOWN: &str = "
    const [kind, value, done] = arguments;
    const pause = (time) => new Promise((over) => setTimeout(over, time));
    const drawn = () => new Promise((over) => requestAnimationFrame(() => setTimeout(over)));
    const view = document.querySelector('view-questions');
    const before = view?.list;
    const acts = {
      open: () => { location.hash = value; },
      tab: () => document.querySelectorAll('.questions .filter .tabs button')[value].click(),
      pick: () => document.querySelectorAll('dialog [role=option]')[value].click(),
      drop: () => document.querySelector('.questions .narrowed button').click(),
      sort: () => document.querySelectorAll('.qhead button')[value].click(),
      seek: () => { const field = document.querySelector('#questions-search'); field.value = value; field.dispatchEvent(new InputEvent('input', { bubbles: true })); },
    };
    (async () => {
      if (kind === 'pick') {
        // A filter is chosen in a menu that stands open.
        document.querySelectorAll('.questions .filter > .tool')[0].click();
        await drawn();
        await pause(200);
      }
      const began = performance.now();
      acts[kind]();
      let register;
      for (;;) {
        const now = document.querySelector('view-questions');
        register = now?.querySelector('question-register');
        if (now?.list && now.list !== before && register?.ids === now.list.ids) break;
        await pause(1);
      }
      await register.updateComplete;
      await drawn();
      const rows = [...register.querySelectorAll('.qrow')];
      return [performance.now() - began, register.total, rows.length ? rows[0].innerText : ''];
    })().then(done, (error) => done(String(error?.stack ?? error)));";

/// Scrolls to a share of the whole and gives back the milliseconds until the rows there have their words, and whether
/// the first frame held a place without a row.
const SCROLLED: &str = "
    const [share, done] = arguments;
    const drawn = () => new Promise((over) => requestAnimationFrame(() => setTimeout(over)));
    const list = document.querySelector('.qgrid');
    const at = (y) => { const box = list.getBoundingClientRect(); return document.elementFromPoint(box.left + 60, box.top + y)?.closest('.qrow'); };
    const places = [40, list.clientHeight / 2, list.clientHeight - 5];
    (async () => {
      const began = performance.now();
      list.scrollTop = (list.scrollHeight - list.clientHeight) * share;
      await drawn();
      const blank = places.some((y) => !at(y));
      while (places.some((y) => !at(y)?.querySelector('.c-words')?.textContent.trim())) await drawn();
      return [performance.now() - began, blank];
    })().then(done, (error) => done(String(error?.stack ?? error)));";

/// What else the program does after a step has come to rest.
fn rest() {
    std::thread::sleep(Duration::from_millis(400));
}

fn milliseconds(taken: &Value) -> Duration {
    Duration::from_secs_f64(taken[0].as_f64().unwrap_or_else(|| panic!("nothing was shown: {taken}")) / 1000.0)
}

/// The times of these steps, taken in turns.
fn shown(window: &Window, steps: &[(&str, Value)]) -> Vec<Duration> {
    let mut runs = Vec::new();
    for round in 0..ROUNDS {
        for (kind, value) in steps {
            rest();
            let taken = window.execute_later(SHOWN, &[json!(kind), value.clone()]);
            // The first round warms what is kept at hand.
            if round > 0 {
                runs.push(milliseconds(&taken));
            }
        }
    }
    runs
}

fn beside_a_tenth(what: &'static str, runs: &[Duration]) -> Line {
    Line {
        what,
        ours: quantile(runs, 0.95).into(),
        beside: "a tenth of a second",
        other: Duration::from_millis(100).into(),
        allowed: 1.0,
    }
}

/// The register of 10,000 questions in the real window: opened, narrowed, sorted, searched and scrolled.
pub fn register() -> Vec<Line> {
    let shelf = Shelf::new();
    let procurement = seed::questions(&shelf.library(), MANY);
    let window = Opening::new("register", &shelf.library()).unpictured().open();
    let route = format!("#/p/{procurement}/questions");
    let mut opened = Vec::new();
    for round in 0..TIMES {
        window.go("/");
        rest();
        let taken = window.execute_later(SHOWN, &[json!("open"), json!(route)]);
        assert_eq!(taken[1], json!(MANY), "{taken}");
        if round > 0 {
            opened.push(milliseconds(&taken));
        }
    }
    // The tabs of the states and back to all; late, overdue, for the asker alone, by bidder, by section, each and back.
    let tabs = [1, 2, 3, 4, 0].map(|tab| ("tab", json!(tab)));
    let others = [0, 1, 2, 3, 9].iter().flat_map(|filter| [("pick", json!(filter)), ("drop", json!(null))]);
    let narrowed = shown(&window, &tabs.into_iter().chain(others).collect::<Vec<_>>());
    let sorted = shown(&window, &[5, 1, 2, 3, 4, 0].map(|column| ("sort", json!(column))));
    let texts = ["権限", "再委託", "見積 昨年度", "Q-0777", "なにもない", ""];
    let found = shown(&window, &texts.map(|text| ("seek", json!(text))));
    let found: Vec<Duration> = found.iter().map(|run| run.saturating_sub(Duration::from_millis(PAUSE))).collect();

    let mut scrolled = Vec::new();
    for step in [3, 50, 10, 97, 20, 60, 100, 35, 0, 75, 15, 90, 45, 5, 80, 25, 65, 40, 95, 55] {
        rest();
        let taken = window.execute_later(SCROLLED, &[json!(f64::from(step) / 100.0)]);
        assert_eq!(taken[1], json!(false), "a blank place at {step} %: {taken}");
        scrolled.push(milliseconds(&taken));
    }
    vec![
        beside_a_tenth("10,000 questions: register opened (p95)", &opened),
        beside_a_tenth("10,000 questions: each filter (p95)", &narrowed),
        beside_a_tenth("10,000 questions: each sort (p95)", &sorted),
        beside_a_tenth("10,000 questions: full-text search (p95)", &found),
        beside_a_tenth("10,000 questions: words at a far place (p95)", &scrolled),
        one_word(&window, "… floor: one word painted in that window (p95)", Duration::from_millis(100)),
    ]
}

/// A sheet of a thousand rows: read, shown, and taken over in one step.
pub fn import() -> Vec<Line> {
    let shelf = Shelf::new();
    let path = shelf.beside("質問票.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0..).zip(["No.", "質問", "該当箇所"]) {
        sheet.write_string(0, column, heading).expect("a heading");
    }
    for row in 1..=1_000 {
        sheet.write_number(row, 0, row).expect("a number");
        sheet.write_string(row, 1, format!("{row}月分の台帳の件数は、何件を見込めばよいですか。")).expect("a question");
        sheet.write_string(row, 2, format!("{}.{}", row % 5 + 1, row % 3 + 1)).expect("a place");
    }
    book.save(&path).expect("a workbook");
    let desk = Desk::open(&shelf.library());
    let mut runs = Vec::new();
    for number in 0..5 {
        let procurement = desk.procurement(&format!("取り込み {number}"), "sample");
        let bidder = desk.call("bidder_list", &json!({ "procurement": procurement }))["bidders"][0]["id"].clone();
        let source = json!({ "procurement": procurement, "bidder": bidder, "file": path });
        runs.push(
            timed(|| {
                let read = desk.call("question_import_read", &source);
                let rows = read["rows"].as_array().expect("rows");
                let chosen: Vec<&Value> = rows.iter().map(|row| &row["at"]).collect();
                let order = json!({ "source": source, "chosen": chosen, "seal": read["seal"] });
                assert_eq!(desk.call("question_import", &order)["added"], json!(1_000));
            })
            .0,
        );
    }
    vec![Line {
        what: "sheet of 1,000 questions read and imported (median)",
        ours: quantile(&runs, 0.5).into(),
        beside: "two seconds",
        other: Duration::from_secs(2).into(),
        allowed: 1.0,
    }]
}

/// A procurement with eight bidders and 300 answers shared with all; its key.
fn answered(desk: &Desk) -> String {
    let procurement = desk.procurement("", "sample");
    let of = json!({ "procurement": procurement });
    let add = |n: usize| {
        let name = format!("株式会社見本{n}");
        let mail = format!("mihon{n}@mihon.example");
        desk.call("bidder_add", &json!({ "procurement": procurement, "name": name, "person": "見本", "mail": mail }));
    };
    let there = desk.call("bidder_list", &of)["bidders"].as_array().map_or(0, Vec::len);
    (there..8).for_each(add);
    let sections = desk.sections(&procurement);
    let bidders = desk.call("bidder_list", &of)["bidders"].clone();
    let mut all = Vec::new();
    for n in 0..300 {
        let question = json!({
            "procurement": procurement,
            "bidders": [bidders[n % 8]["id"]],
            "words": format!("{}番目の問いです。月ごとの件数の内訳を教えてください。", n + 1),
            "section": sections[n % sections.len()],
        });
        let id = desk.call("question_add", &question)["id"].clone();
        let answer = "認めます。ただし、次の点を示してください。\n・端末の管理\n・通信の経路";
        desk.call("question_set", &json!({ "questions": [id], "field": "answer", "value": answer }));
        all.push(id);
    }
    desk.call("question_approve", &json!({ "questions": all }));
    desk.call("question_share", &json!({ "procurement": procurement, "questions": all }));
    procurement
}

/// The answers papers of all bidders, as the distribution makes them.
fn papers(shelf: &Shelf, procurement: &str) -> Vec<AnswersPaper> {
    let stamp = Stamp { actor: "試験".into(), at: chrono::Utc::now() };
    let library = Library::open(&shelf.library(), [9; 16], &stamp).expect("it can be read meanwhile");
    let read = library.read();
    let house = House::of(&read, procurement, stamp.at.date_naive()).expect("a house");
    let shared = shared_items(&read, procurement).expect("answers");
    let told: Vec<Told> = shared
        .into_iter()
        .filter_map(|item| Some(Told { shot: item.snapshot?, round: item.round, fresh: true, alone: false }))
        .collect();
    let bidders = bidder::with_vendors(&read, procurement).expect("bidders");
    bidders.iter().map(|(_, vendor)| answers_paper(&house, &addressed(&vendor.name, house.lang), &told)).collect()
}

/// 300 answers made ready for eight bidders: PDF, Excel and mail for each, beside the typesetter alone on the same papers.
pub fn distribution() -> Vec<Line> {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let procurement = answered(&desk);
    let bidders = desk.call("bidder_list", &json!({ "procurement": procurement }))["bidders"].clone();
    let ids: Vec<&Value> = bidders.as_array().expect("bidders").iter().map(|bidder| &bidder["id"]).collect();
    let papers = papers(&shelf, &procurement);
    assert_eq!(papers.len(), 8);
    let folders: Vec<_> = papers.iter().map(|_| tempfile::tempdir().expect("a folder")).collect();
    let laid: Vec<_> = papers
        .iter()
        .zip(&folders)
        .map(|(paper, folder)| peers::TypstFolder::lay_out(folder.path(), "answers", paper))
        .collect();
    let (mut ours, mut bare) = (Vec::new(), Vec::new());
    for round in 0..5 {
        let to = shelf.beside(&format!("配布 {round}"));
        forget();
        let order = json!({ "procurement": procurement, "bidders": ids, "to": to });
        let (taken, made) = timed(|| desk.call("distribution_prepare", &order));
        assert_eq!(made["packs"].as_array().map(Vec::len), Some(8));
        ours.push(taken);
        forget();
        bare.push(timed(|| laid.iter().for_each(|folder| drop(folder.compile()))).0);
    }
    let what = "300 answers made ready for 8 bidders (median)";
    let ours = quantile(&ours, 0.5);
    vec![
        Line { what, ours: ours.into(), beside: "five seconds", other: Duration::from_secs(5).into(), allowed: 1.0 },
        Line {
            what,
            ours: ours.into(),
            beside: "Typst alone on the same papers, from files",
            other: quantile(&bare, 0.5).into(),
            allowed: 1.5,
        },
    ]
}
