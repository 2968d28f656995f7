//! The papers of the choice as others get them: the selection report, the approval request, the letters.

use std::path::{Path, PathBuf};

use sentei_core::l10n::Lang;
use sentei_core::library::Library;
use sentei_tests::desk::Desk;
use sentei_tests::judged::{fill, judged, stamp, Size};
use sentei_tests::program::Shelf;
use serde_json::{json, Value};

use crate::tools::{said, tight, File};

/// A paper that was written into a folder.
struct Written(File);

impl Written {
    fn of(path: &Path) -> Self {
        let bytes = std::fs::read(path).unwrap();
        if let Ok(folder) = std::env::var("SENTEI_KEEP_PAPERS") {
            std::fs::write(Path::new(&folder).join(path.file_name().unwrap()), &bytes).unwrap();
        }
        Self(File::pdf(&bytes))
    }

    /// What the tools of a reader say of it.
    ///
    /// TBL-010 and TBL-014 as in `setting`. TAG-002: on a single page the foot that says it is a sample comes but once, and is
    /// taken for a sentence of the text.
    fn meets_the_bar(&self, what: &str) {
        let checked = self.0.tool("qpdf", &["--check"]);
        assert!(checked.status.success(), "{what}: {}", said(&checked));
        let pdfua = self.0.tool("pdfua", &["check"]);
        assert!(pdfua.status.success(), "{what}: {}", said(&pdfua));
        let skip = if self.0.pages().len() > 1 { "TBL-010,TBL-014" } else { "TBL-010,TBL-014,TAG-002" };
        let outloud = self.0.tool("outloud", &["--fail-on", "warning", "--skip", skip]);
        assert!(outloud.status.success(), "{what}: {}{}", said(&outloud), String::from_utf8_lossy(&outloud.stderr));
    }
}

fn files(made: &Value, ending: &str) -> Vec<PathBuf> {
    let all = made["files"].as_array().unwrap().iter().filter_map(Value::as_str).map(PathBuf::from);
    all.filter(|path| path.extension().is_some_and(|extension| extension == ending)).collect()
}

/// Every chapter of the contents stands on the page the contents say, and the summary ends on the first one.
fn keeps_its_contents(report: &Written, words: &[&str]) {
    let pages = report.0.pages();
    let contents = pages.iter().position(|page| words.iter().any(|word| page.contains(word))).unwrap();
    assert_eq!(contents, 1, "the summary fills one page, the contents stand on the second: {}", pages[1]);
    let mut found = 0;
    for line in pages[1].replace('\u{2060}', "").lines() {
        let line = line.trim();
        let (words, page) = line.rsplit_once(' ').unwrap_or((line, ""));
        let Ok(page) = page.parse::<usize>() else { continue };
        let (number, title) = words.split_once(' ').unwrap_or(("", words));
        if number.contains('/') || !number.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        assert!(tight(&pages[page - 1]).contains(&tight(title)), "{title} is not on page {page}");
        found += 1;
    }
    assert!(found >= 8, "{found} lines in the contents: {}", pages[1]);
}

/// The papers of the bidders say what is recorded of them: the first estimate in the proposal, each on a paper of its own,
/// and chapters on the pages noted for them.
fn bidders_wrote_what_is_recorded(desk: &Desk, of: &Value) {
    let list = desk.call("proposal_list", of);
    let rows = list["rows"].as_array().unwrap().iter();
    let came: Vec<&Value> = rows.map(|row| &row["proposal"]).filter(|id| id.is_string()).collect();
    assert_eq!(came.len(), 4, "{list}");
    for id in came {
        let view = desk.call("proposal_get", &json!({ "id": id }));
        let opened = |file: &Value| {
            let copy = desk.call("proposal_file_open", &json!({ "id": file }));
            File::pdf(&std::fs::read(copy["path"].as_str().unwrap()).unwrap())
        };
        let tells = |paper: &File, estimate: &Value| {
            let text = tight(&paper.text());
            let lines = estimate["lines"].as_array().unwrap().iter().flat_map(|line| [&line["title"], &line["amount"]]);
            for words in lines.chain([&estimate["without_tax"], &estimate["with_tax"]]) {
                assert!(text.contains(&tight(words.as_str().unwrap())), "{words} in {text}");
            }
        };
        let estimates = view["estimates"].as_array().unwrap();
        let proposal = opened(&view["files"][0]["id"]);
        tells(&proposal, estimates.last().unwrap());
        for estimate in estimates {
            tells(&opened(&estimate["file"]), estimate);
        }
        let pages = proposal.pages();
        assert!(pages.len() > 3, "{}", view["files"][0]);
        for page in &pages[1..] {
            let number = page.trim().lines().last().unwrap_or_default();
            let mut there = view["items"].as_array().unwrap().iter().filter(|item| item["page"] == number);
            let stands = |item: &Value| tight(page).contains(&tight(item["title"].as_str().unwrap()));
            assert!(there.any(stands), "page {number}: {page}");
        }
    }
}

#[test]
fn the_finished_sample_leaves_as_papers_that_meet_the_bar() {
    for (lang, contents) in [("ja", "目次"), ("en", "Contents")] {
        let shelf = Shelf::new();
        let desk = Desk::open(&shelf.library());
        desk.call("settings_set", &json!({ "key": "lang", "value": lang }));
        let made = desk.call("procurement_create", &json!({ "title": "", "from": "sample-decided", "lang": lang }));
        let of = json!({ "procurement": made["id"] });
        let to = shelf.beside(lang);
        let export = json!({ "procurement": made["id"], "to": to });

        bidders_wrote_what_is_recorded(&desk, &of);
        let report = Written::of(&files(&desk.call("report_export", &export), "pdf")[0]);
        report.meets_the_bar("report");
        keeps_its_contents(&report, &[contents]);
        let all = tight(&report.0.text());
        for words in ["81.00", "72.50"] {
            assert!(all.contains(words), "{words}");
        }
        let approval = Written::of(&files(&desk.call("approval_export", &export), "pdf")[0]);
        approval.meets_the_bar("approval");
        let amounts = if lang == "ja" { "円（税抜）、" } else { "withouttax,¥" };
        assert!(tight(&approval.0.text()).contains(amounts), "amounts carry their currency: {}", approval.0.text());

        let notices = desk.call("notice_list", &of);
        for notice in notices["notices"].as_array().unwrap() {
            assert_ne!(notice["sent"], "", "{notice}");
            let back = desk.call("notice_export", &json!({ "id": notice["id"], "to": to.join("letters") }));
            let letters = files(&back, "pdf");
            assert_eq!((letters.len(), files(&back, "eml").len()), (1, 1), "a letter and its mail");
            Written::of(&letters[0]).meets_the_bar("letter");
        }

        // What the story tells to have left the house is kept.
        for release in desk.call("release_list", &of).as_array().unwrap() {
            assert!(release["files"].as_array().unwrap().len() >= 6, "{release}");
        }
        let sent = desk.call("distribution_list", &of);
        assert!(sent.as_array().unwrap().len() > 15, "{sent}");
        assert!(sent.as_array().unwrap().iter().all(|one| !one["files"].as_array().unwrap().is_empty()));
    }
}

#[test]
fn the_summary_stays_on_its_page_with_many_bidders_and_long_names() {
    let shelf = Shelf::new();
    let planted = judged(&shelf.library(), Lang::Ja, Size { bidders: 12, criteria: 12, evaluators: 3 });
    let mut library = Library::open(&shelf.library(), [8; 16], &stamp()).unwrap();
    library
        .transact(sentei_core::journal::Op::new("fact-set"), &stamp(), |tx| {
            for evaluator in &planted.evaluators {
                fill(tx, &planted, evaluator, "提案書に根拠がある")?;
                sentei_core::marking::sheet::hand_in(tx, evaluator, sentei_core::marking::By::App)?;
            }
            for (n, bidder) in planted.bidders.iter().enumerate() {
                let stored: sentei_core::bidder::Bidder = tx.get(bidder)?;
                let vendor: sentei_core::vendor::Vendor = tx.get(&stored.vendor)?;
                let name = format!("株式会社日本総合業務受託アンドカスタマーサクセス推進パートナーズ第{}", n + 1);
                tx.update(&sentei_core::vendor::Vendor { name, ..vendor })?;
            }
            Ok(())
        })
        .unwrap();
    drop(library);
    let desk = Desk::open(&shelf.library());
    let of = |more: Value| {
        let mut args = more;
        args["procurement"] = json!(planted.procurement);
        args
    };
    let reason = "総額が見込みに収まり、改善の提案が具体的で、体制にも無理がない。".repeat(20);
    let result = desk.call("result_get", &of(json!({})));
    let standing =
        result["bidders"].as_array().unwrap().iter().find(|one| one["out"] == json!([])).expect("one that is not out");
    let chosen = standing["id"].as_str().unwrap().to_owned();
    for (field, value) in [("bidder", chosen), ("reason", format!("{reason}\n{reason}"))] {
        desk.call("decision_set", &of(json!({ "field": field, "value": value })));
    }
    let mut first = Value::Null;
    for n in 0..12 {
        let step = desk.call(
            "approval_step_add",
            &of(json!({ "name": format!("見本 花子{n}"), "role": "カスタマーサクセス本部 業務推進部 部長" })),
        );
        if n == 0 {
            first = step["id"].clone();
        }
    }
    for n in 0..9 {
        let text = format!("条件{n}：再委託を行わないことを契約書に明記し、違反したときの扱いも定めること。").repeat(4);
        desk.call("approval_condition_add", &json!({ "step": first, "text": text }));
    }
    let made = desk.call("report_export", &of(json!({ "to": shelf.beside("報告") })));
    let report = Written::of(&files(&made, "pdf")[0]);
    keeps_its_contents(&report, &["目次"]);
    let pages = report.0.pages();
    assert!(
        pages[0].contains("推進パートナーズ第12") || tight(&pages[0]).contains("推進パートナーズ第12"),
        "{}",
        pages[0]
    );
    assert!(tight(&report.0.text()).contains("条件8："), "every condition stands in its chapter");
    report.meets_the_bar("report of twelve");
}
