//! A procurement with proposals to judge, planted in one step: criteria of every scheme, evaluators, bidders with estimates.

use std::path::Path;

use chrono::Utc;
use sentei_core::criterion::judging::Scheme;
use sentei_core::criterion::Criterion;
use sentei_core::evaluation::score::price::{Formula, Rule};
use sentei_core::evaluation::score::{Mode, Rounding};
use sentei_core::journal::{Op, Stamp, Tx};
use sentei_core::l10n::Lang;
use sentei_core::library::Library;
use sentei_core::marking::sheet::{set_mark, sign};
use sentei_core::{bidder, criterion, evaluation, procurement, Result};
use serde_json::json;

use crate::evaluated::propose;

/// Keys of what was planted.
#[derive(Debug, Clone, Default)]
pub struct Judged {
    /// The procurement.
    pub procurement: String,
    /// Criteria without parts, in order.
    pub criteria: Vec<String>,
    /// Bidders, in order.
    pub bidders: Vec<String>,
    /// Evaluators, in order. All have said that they have no conflict of interest.
    pub evaluators: Vec<String>,
}

/// How much is planted.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Bidders with a proposal.
    pub bidders: usize,
    /// Criteria without parts.
    pub criteria: usize,
    /// Evaluators.
    pub evaluators: usize,
}

/// Who writes, and when.
pub fn stamp() -> Stamp {
    Stamp { actor: "試験".into(), at: Utc::now() }
}

/// The scheme of the criterion in this place: all kinds come in turn.
fn scheme(at: usize) -> Result<Scheme> {
    let grade = |mark: &str, share: &str, anchor: &str| json!({ "mark": mark, "share": share, "anchor": anchor });
    let written = match at % 6 {
        1 => json!({ "kind": "grades", "grades": [
            grade("A", "1", "要求を超え、裏づけがある"), grade("B", "0.6", "要求を満たす"), grade("C", "0", "不足がある"),
        ] }),
        2 => json!({ "kind": "points", "greatest": "10" }),
        3 => json!({ "kind": "pass-fail" }),
        5 => {
            return Ok(Scheme::Price {
                formula: Formula { rule: Rule::LowestOverBid, rounding: Rounding { places: 2, mode: Mode::HalfUp } },
            })
        }
        _ => json!({ "kind": "relative" }),
    };
    Ok(serde_json::from_value(written)?)
}

/// A mark the criterion in this place knows.
pub fn mark(at: usize, turn: usize) -> &'static str {
    match at % 6 {
        1 => ["A", "B", "C"][turn % 3],
        2 => ["7.5", "10", "0"][turn % 3],
        3 => ["pass", "fail", "pass"][turn % 3],
        5 => "",
        _ => ["○", "△", "×"][turn % 3],
    }
}

/// Plants it into a library.
///
/// # Panics
/// Where the library cannot be written.
pub fn plant(library: &mut Library, lang: Lang, size: Size) -> Judged {
    let planted = library.transact(Op::new("procurement-create"), &stamp(), |tx| planted(tx, lang, size));
    planted.expect("planted").value
}

/// Plants it into a new library in this folder.
///
/// # Panics
/// Where the library cannot be written.
pub fn judged(folder: &Path, lang: Lang, size: Size) -> Judged {
    let mut library = Library::open(folder, [7; 16], &stamp()).expect("a new library");
    plant(&mut library, lang, size)
}

fn planted(tx: &mut Tx<'_>, lang: Lang, size: Size) -> Result<Judged> {
    let ja = lang == Lang::Ja;
    let say = |ja_words: &str, en_words: &str| if ja { ja_words.to_owned() } else { en_words.to_owned() };
    let title = say("カスタマーサクセス業務の外部委託", "Outsourcing of customer success");
    let procurement = procurement::verbs::create(tx, &title, lang)?;
    let mut judged = Judged { procurement: procurement.clone(), ..Judged::default() };
    let mut parent = String::new();
    for at in 0..size.criteria {
        if at % 6 == 0 {
            let name = format!("{} {}", say("観点", "Group"), at / 6 + 1);
            parent = criterion::verbs::add(tx, &procurement, None, &name, None)?;
        }
        let names = if ja {
            ["信頼性", "提供範囲", "便益・付加価値", "情報の取扱い", "運営管理体制", "価格"]
        } else {
            ["Reliability", "Scope of service", "Benefit", "Handling of information", "Management", "Price"]
        };
        let id = criterion::verbs::add(tx, &procurement, Some(&parent), names[at % 6], None)?;
        let stored: Criterion = tx.get(&id)?;
        let asks = say("認証、財務、事故への備えを確かめる", "Certificates, finances, precautions against incidents");
        tx.update(&Criterion { scheme: scheme(at)?, weight: Some("5".into()), asks, ..stored })?;
        judged.criteria.push(id);
    }
    for at in 0..size.bidders {
        let name = if ja {
            format!("株式会社見本ビジネスサポート{}", at + 1)
        } else {
            format!("Mihon Support {} Inc.", at + 1)
        };
        let bidder = bidder::verbs::add(tx, &procurement, &name, None, None, None)?;
        let file = json!({
            "received_at": "2027-04-01T10:00", "punctuality": "on_time",
            "estimate_revisions": [{ "revision": 1, "at": "2027-04-01T10:00", "lines": [
                { "kind": "monthly", "title": "月額", "unit_price": 480_000 + at * 15_000, "quantity": 1, "tax": "excluded" },
            ] }],
        });
        propose(tx, &procurement, &bidder, &file)?;
        judged.bidders.push(bidder);
    }
    for at in 0..size.evaluators {
        let name = format!("{} {}", say("見本 花子", "Hana Mihon"), at + 1);
        let evaluator = evaluation::verbs::add_evaluator(tx, &procurement, &name, None)?;
        evaluation::verbs::set_evaluator(tx, &evaluator, "role", &say("情報システム部 課長", "Head of IT"))?;
        sign(tx, &evaluator, false, "", &[], "")?;
        judged.evaluators.push(evaluator);
    }
    Ok(judged)
}

/// Fills every cell that is asked of an evaluator: marks in turn, and `comment` with the number of the cell behind it.
///
/// # Errors
/// Where a cell is not hers.
pub fn fill(tx: &mut Tx<'_>, judged: &Judged, evaluator: &str, comment: &str) -> Result<()> {
    for (at, criterion) in judged.criteria.iter().enumerate().filter(|(at, _)| at % 6 != 5) {
        for (turn, bidder) in judged.bidders.iter().enumerate() {
            set_mark(tx, evaluator, criterion, bidder, "mark", mark(at, turn + at / 6))?;
            set_mark(
                tx,
                evaluator,
                criterion,
                bidder,
                "comment",
                &format!("{comment}{}", at * judged.bidders.len() + turn),
            )?;
        }
    }
    Ok(())
}
