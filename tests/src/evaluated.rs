//! A procurement on its way to the decision, planted in a few steps instead of typed: the sample with its proposals,
//! estimates, sheets and agreed marks, or a large one for measures.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use sentei_core::bidder::course::Reason;
use sentei_core::bidder::steps::{take_step, NewStep};
use sentei_core::bidder::{self, Status};
use sentei_core::calendar::Moment;
use sentei_core::criterion::judging::{Judging, Scheme};
use sentei_core::criterion::{self, Criterion};
use sentei_core::decision::{
    Approval, ApprovalCondition, ApprovalStep, Decision, DiscussionPoint, Outcome, PointState, Side, StepOutcome,
};
use sentei_core::distribution::Means;
use sentei_core::evaluation::score::price::{Formula, Rule};
use sentei_core::evaluation::score::{Mode, Rounding, TieBreak};
use sentei_core::evaluation::{evaluators, verbs as people};
use sentei_core::journal::{Op, Stamp, Tx};
use sentei_core::l10n::Lang;
use sentei_core::library::Library;
use sentei_core::marking::sheet::{hand_in, set_mark, sign};
use sentei_core::marking::{By, Consensus, Mark};
use sentei_core::procurement::{verbs as procurement, FactKey};
use sentei_core::proposal::{
    Estimate, EstimateLine, Fit, ItemCheck, LateRuling, LineKind, Presence, Proposal, RequirementAnswer, Tax,
};
use sentei_core::rfp::release::{draft, release_rfp};
use sentei_core::{overview, required_item, rfp, Result};
use serde_json::Value;

/// How far the sample is planted. Each holds what those before it hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Until {
    /// The RFP released, the proposals in, nobody has marked anything.
    Proposals,
    /// Every sheet handed in.
    HandedIn,
    /// Opposed marks agreed on.
    Agreed,
    /// Discussed, chosen and approved.
    Decided,
}

/// What was planted.
#[derive(Debug)]
pub struct Evaluated {
    /// Key of the procurement.
    pub procurement: String,
    /// Keys of the records by their keys in the file: `v1`, `E1`, `C1`, `C1.1`.
    pub keys: BTreeMap<String, String>,
    /// The file of the sample.
    pub file: Value,
}

impl Evaluated {
    /// The key of what the file calls `id`.
    ///
    /// # Panics
    /// Where the file has no such thing.
    pub fn key(&self, id: &str) -> String {
        self.keys.get(id).unwrap_or_else(|| panic!("the sample has no {id}")).clone()
    }
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map(Vec::as_slice).unwrap_or_default()
}

/// `2027-04-01T15:22:00+09:00` as people tell it in Japan.
fn moment(at: &str) -> Moment {
    at[..at.len().min(16)].parse().expect("a moment")
}

struct Planter {
    library: Library,
    planted: Evaluated,
}

impl Planter {
    /// One step, done by `actor` at a time of the file.
    fn at<T>(&mut self, at: &str, op: &'static str, work: impl FnOnce(&mut Tx<'_>, &Evaluated) -> Result<T>) -> T {
        let at = DateTime::parse_from_rfc3339(at).expect("a time of the file").with_timezone(&Utc);
        let stamp = Stamp { actor: "早瀬 みのり".into(), at };
        let op = Op::new(op).scope(self.planted.procurement.clone());
        let planted = &self.planted;
        self.library.transact(op, &stamp, |tx| work(tx, planted)).expect("planted").value
    }
}

/// Plants the sample into a new library.
///
/// # Panics
/// Where the library cannot be written.
pub fn sample(folder: &Path, lang: Lang, until: Until) -> Evaluated {
    let stamp = Stamp { actor: "早瀬 みのり".into(), at: "2027-02-08T01:00:00Z".parse().expect("a time") };
    let mut library = Library::open(folder, [7; 16], &stamp).expect("a new library");
    let created =
        library.transact(Op::new("procurement-create"), &stamp, |tx| overview::verbs::create(tx, "sample", "", lang));
    let source = match lang {
        Lang::Ja => include_str!("../../src-tauri/core/src/sample/sample.ja.json"),
        Lang::En => include_str!("../../src-tauri/core/src/sample/sample.en.json"),
    };
    let file = serde_json::from_str(source).expect("the file of the sample");
    let planted = Evaluated { procurement: created.expect("created").value, keys: BTreeMap::new(), file };
    let mut planter = Planter { library, planted };
    planter.criteria();
    planter.people();
    planter.release();
    planter.proposals();
    if until >= Until::HandedIn {
        planter.sheets();
    }
    if until >= Until::Agreed {
        planter.consensus();
    }
    if until >= Until::Decided {
        planter.decision();
    }
    planter.planted
}

impl Planter {
    fn criteria(&mut self) {
        let keys = self.at("2027-02-08T11:00:00+09:00", "criterion-edit", |tx, planted| {
            let mut keys = BTreeMap::new();
            let stored = criterion::of(tx, &planted.procurement)?;
            let under = |parent: Option<&str>| -> Vec<Criterion> {
                stored.iter().filter(|one| one.parent.as_deref() == parent).cloned().collect()
            };
            for (top, kept) in list(&planted.file["criteria"], "tree").iter().zip(under(None)) {
                for (part, kept) in list(top, "children").iter().zip(under(Some(&kept.id))) {
                    keys.insert(text(part, "id"), kept.id.clone());
                    if text(part, "id") == "C4.1" {
                        tx.update(&Criterion { follows_price: true, ..kept })?;
                    }
                }
                keys.insert(text(top, "id"), kept.id);
            }
            let ties = vec![TieBreak::Criterion(keys["C1"].clone()), TieBreak::LowerPrice];
            tx.insert(&Judging { ties, ..Judging::usual(&planted.procurement) })?;
            Ok(keys)
        });
        self.planted.keys.extend(keys);
    }

    fn people(&mut self) {
        let keys = self.at("2027-02-08T12:00:00+09:00", "bidder-add", |tx, planted| {
            let (file, procurement) = (&planted.file, planted.procurement.as_str());
            let mut keys = BTreeMap::new();
            let marking = evaluators(tx, procurement)?.into_iter().filter(|one| !one.adviser);
            for (one, kept) in list(&file["facts"], "evaluators").iter().zip(marking) {
                keys.insert(text(one, "id"), kept.id);
            }
            for one in list(file, "bidders") {
                let vendor = list(file, "vendors").iter().find(|vendor| text(vendor, "id") == text(one, "vendor"));
                let name = text(vendor.expect("a vendor"), "name");
                let known = bidder::with_vendors(tx, procurement)?;
                let key = match known.into_iter().find(|(_, vendor)| vendor.name == name) {
                    Some((bidder, _)) => bidder.id,
                    None => bidder::verbs::add(tx, procurement, &name, None, None, None)?,
                };
                for step in list(one, "history").iter().filter(|step| text(step, "status") == "invited") {
                    let at = moment(&text(step, "at"));
                    let new = NewStep { status: Status::Invited, at, note: "", reason: Reason::Unsaid, volume: "" };
                    take_step(tx, &key, new)?;
                }
                if list(one, "history").iter().any(|step| text(step, "status") == "declined") {
                    let at = moment("2027-03-04T10:00");
                    let new = NewStep { status: Status::Declined, at, note: "", reason: Reason::Unsaid, volume: "" };
                    take_step(tx, &key, new)?;
                }
                keys.insert(text(one, "vendor"), key);
            }
            Ok(keys)
        });
        self.planted.keys.extend(keys);
    }

    fn release(&mut self) {
        self.at("2027-03-01T10:00:00+09:00", "rfp-release", |tx, planted| {
            let today = NaiveDate::from_ymd_opt(2027, 3, 1).expect("a day");
            let shot = draft(tx, &planted.procurement, today)?;
            release_rfp(tx, &planted.procurement, shot, Vec::new(), Vec::new())
        });
    }

    fn proposals(&mut self) {
        self.at("2027-04-07T16:00:00+09:00", "fact-set", |tx, planted| {
            // Version 1.1 of the RFP moved the deadline.
            procurement::put(tx, &planted.procurement, FactKey::ProposalDeadline, Some("2027-04-02T17:00"))?;
            for one in list(&planted.file, "proposals") {
                let bidder = planted.key(&text(one, "bidder"));
                let at = moment(&text(one, "received_at"));
                let step = NewStep { status: Status::Received, at, note: "", reason: Reason::Unsaid, volume: "" };
                take_step(tx, &bidder, step)?;
                propose(tx, &planted.procurement, &bidder, one)?;
            }
            Ok(())
        });
    }

    fn sheets(&mut self) {
        for sheet in list(&self.planted.file["evaluation"], "sheets").to_vec() {
            self.at(&text(&sheet, "handed_in_at"), "fact-set", |tx, planted| {
                let evaluator = planted.key(&text(&sheet, "evaluator"));
                sign(tx, &evaluator, false, "", &[], "")?;
                for one in list(&sheet, "marks") {
                    let (criterion, bidder) = (planted.key(&text(one, "criterion")), planted.key(&text(one, "bidder")));
                    for field in ["mark", "comment"] {
                        set_mark(tx, &evaluator, &criterion, &bidder, field, &text(one, field))?;
                    }
                    if text(one, "visibility") == "may_tell" {
                        set_mark(tx, &evaluator, &criterion, &bidder, "may_tell", "true")?;
                    }
                }
                let means = match text(&sheet, "by").as_str() {
                    "excel" => By::Excel,
                    "paper" => By::Paper,
                    _ => By::App,
                };
                hand_in(tx, &evaluator, means)
            });
        }
    }

    fn consensus(&mut self) {
        for one in list(&self.planted.file["evaluation"], "consensus").to_vec() {
            self.at(&text(&one, "agreed_at"), "fact-set", |tx, planted| {
                let people = list(&planted.file["facts"], "evaluators");
                let named = |key: &str| people.iter().find(|one| text(one, "id") == key).map(|one| text(one, "name"));
                let consensus = Consensus {
                    id: tx.new_id(),
                    criterion: planted.key(&text(&one, "criterion")),
                    bidder: planted.key(&text(&one, "bidder")),
                    mark: text(&one, "mark"),
                    reason: text(&one, "reason"),
                    agreed_at: tx.at().into(),
                    agreed_by: list(&one, "agreed_by")
                        .iter()
                        .filter_map(|key| named(key.as_str().unwrap_or_default()))
                        .collect(),
                };
                tx.insert(&consensus)
            });
        }
    }

    fn decision(&mut self) {
        self.at("2027-04-30T14:00:00+09:00", "fact-set", |tx, planted| {
            let (file, procurement) = (&planted.file["decision"], planted.procurement.as_str());
            let people = list(&planted.file["agreement"], "stakeholders");
            let who = |key: &str| people.iter().find(|one| text(one, "id") == key).cloned().unwrap_or_default();
            let names: Vec<String> = list(&file["discussion"], "attendees")
                .iter()
                .map(|key| text(&who(key.as_str().unwrap_or_default()), "name"))
                .collect();
            let approval = &file["approval"];
            tx.insert(&Decision {
                id: procurement.into(),
                outcome: Outcome::Award,
                bidder: Some(planted.key(&text(approval, "bidder"))),
                reserve: Some(planted.key("v2")),
                reason: text(approval, "reason"),
                meeting_at: Some(moment(&text(&file["discussion"], "at"))),
                attendees: names.join("、"),
                decided_at: Some(tx.at().into()),
            })?;
            for (n, point) in list(&file["discussion"], "points").iter().enumerate() {
                let at = |key: &str| Some(text(point, key)).filter(|at| !at.is_empty()).map(|at| moment(&at));
                let record = DiscussionPoint {
                    id: tx.new_id(),
                    procurement: procurement.into(),
                    bidder: Some(planted.key(&text(&file["discussion"], "preferred"))),
                    position: format!("{n:02}"),
                    side: if text(point, "column") == "as_expected" { Side::AsExpected } else { Side::OffExpectation },
                    text: text(point, "text"),
                    request: text(point, "request"),
                    requested_at: at("requested_at"),
                    reply: text(point, "reply"),
                    replied_at: at("replied_at"),
                    state: if text(point, "state") == "settled" { PointState::Settled } else { PointState::NotSettled },
                    outcome: text(point, "outcome"),
                };
                tx.insert(&record)?;
            }
            approve(tx, procurement, approval, &who)
        });
    }
}

fn approve(tx: &mut Tx<'_>, procurement: &str, file: &Value, who: &dyn Fn(&str) -> Value) -> Result<()> {
    tx.insert(&Approval {
        id: procurement.into(),
        number: text(file, "number"),
        drafted_on: NaiveDate::from_ymd_opt(2027, 4, 26),
        drafted_by: text(&who(&text(file, "submitted_by")), "name"),
        subject: String::new(),
        reason: text(file, "reason"),
        merits: String::new(),
        demerits: String::new(),
        effect: String::new(),
        timing: String::new(),
        attachments: Vec::new(),
        submitted_at: Some(moment(&text(file, "submitted_at"))),
    })?;
    for (n, step) in list(file, "route").iter().enumerate() {
        let person = who(&text(step, "stakeholder"));
        let id = tx.new_id();
        tx.insert(&ApprovalStep {
            id: id.clone(),
            approval: procurement.into(),
            position: format!("{n:02}"),
            name: text(&person, "name"),
            role: text(&person, "title"),
            outcome: if text(step, "outcome") == "approved" { StepOutcome::Approved } else { StepOutcome::Conditions },
            at: Some(moment(&text(step, "at"))),
            comment: text(step, "comment"),
        })?;
        if !text(step, "condition").is_empty() {
            let kept = &list(file, "conditions")[0];
            let condition = ApprovalCondition {
                id: tx.new_id(),
                step: id,
                position: "00".into(),
                text: text(step, "condition"),
                met_at: Some(moment(&text(kept, "fulfilled_at"))),
                how: text(kept, "how"),
            };
            tx.insert(&condition)?;
        }
    }
    Ok(())
}

/// The proposal of a bidder with what the file says of it: estimates, required items, answers to the requirements.
pub(crate) fn propose(tx: &mut Tx<'_>, procurement: &str, bidder: &str, file: &Value) -> Result<()> {
    let id = tx.new_id();
    let heads = |key: &str| match &file["head_count"][key] {
        Value::Number(count) => count.to_string(),
        _ => String::new(),
    };
    tx.insert(&Proposal {
        id: id.clone(),
        procurement: procurement.into(),
        bidder: bidder.into(),
        received_at: moment(&text(file, "received_at")),
        means: Means::Mail,
        late_ruling: if text(file, "punctuality") == "on_time" { LateRuling::Open } else { LateRuling::Accepted },
        late_reason: String::new(),
        receipt_at: None,
        valid_until: None,
        staff: heads("staff"),
        leads: heads("responsible"),
        busy_extra: heads("busy_extra"),
        team: String::new(),
        summary: text(file, "summary"),
    })?;
    for revision in list(file, "estimate_revisions") {
        let estimate = tx.new_id();
        tx.insert(&Estimate {
            id: estimate.clone(),
            proposal: id.clone(),
            revision: revision["revision"].as_i64().unwrap_or(1),
            dated: text(revision, "at")[..10].into(),
            received_at: moment(&text(revision, "at")),
            reason: text(revision, "note"),
            file: None,
        })?;
        for (at, line) in list(revision, "lines").iter().enumerate() {
            let kind = match text(line, "kind").as_str() {
                "one_off" => LineKind::OneOff,
                "monthly" => LineKind::Monthly,
                _ => LineKind::Unit,
            };
            let tax = if text(line, "tax") == "included" { Tax::Included } else { Tax::Excluded };
            let record = EstimateLine {
                id: tx.new_id(),
                estimate: estimate.clone(),
                position: format!("{at:02}"),
                kind,
                title: text(line, "title"),
                unit_price: line["unit_price"].as_i64(),
                quantity: line["quantity"].to_string(),
                unit: String::new(),
                from_month: None,
                to_month: None,
                tax,
            };
            tx.insert(&record)?;
        }
    }
    let items = required_item::of(tx, procurement)?;
    let parts = items.iter().filter(|item| item.parent.is_some());
    for (check, item) in list(file, "required_items").iter().zip(parts) {
        let state = match text(check, "state").as_str() {
            "present" => Presence::Present,
            "partly" => Presence::Partly,
            _ => Presence::Missing,
        };
        let page = check["page"].as_i64().map(|page| page.to_string()).unwrap_or_default();
        let record = ItemCheck {
            id: tx.new_id(),
            proposal: id.clone(),
            required_item: item.id.clone(),
            state,
            page,
            note: String::new(),
        };
        tx.insert(&record)?;
    }
    let requirements = rfp::requirement::requirements(tx, procurement)?;
    for (answer, requirement) in list(file, "requirement_answers").iter().zip(requirements) {
        let said = match text(answer, "answer").as_str() {
            "yes" => Fit::Full,
            "partly" => Fit::Partly,
            "alternative" => Fit::Alternative,
            _ => Fit::None,
        };
        let record = RequirementAnswer {
            id: tx.new_id(),
            proposal: id.clone(),
            requirement: requirement.id,
            answer: said,
            words: text(answer, "note"),
        };
        tx.insert(&record)?;
    }
    Ok(())
}

/// Plants a procurement with so many bidders, criteria and evaluators, every sheet handed in, into a new library: ○△× for
/// all criteria but the last, whose points come from the price. Ten criteria have a whole above them.
///
/// # Panics
/// Where the library cannot be written.
pub fn large(folder: &Path, bidders: usize, criteria: usize, judges: usize) -> Evaluated {
    let stamp = Stamp { actor: "試験".into(), at: "2027-04-01T01:00:00Z".parse().expect("a time") };
    let mut library = Library::open(folder, [7; 16], &stamp).expect("a new library");
    let planted = library.transact(Op::new("procurement-create"), &stamp, |tx| {
        let procurement = procurement::create(tx, "大きな案件", Lang::Ja)?;
        let mut keys = BTreeMap::new();
        let mut leaves = Vec::new();
        let mut whole = String::new();
        for n in 0..criteria {
            if n % 10 == 0 {
                whole = criterion::verbs::add(tx, &procurement, None, &format!("分野{}", n / 10 + 1), None)?;
            }
            let id = criterion::verbs::add(tx, &procurement, Some(&whole), &format!("評価項目{}", n + 1), None)?;
            let stored: Criterion = tx.get(&id)?;
            let scheme = if n + 1 == criteria {
                let rounding = Rounding { places: 2, mode: Mode::Cut };
                Scheme::Price { formula: Formula { rule: Rule::LowestOverBid, rounding } }
            } else {
                Scheme::Relative
            };
            tx.update(&Criterion { weight: Some((1 + n % 3).to_string()), scheme, ..stored })?;
            keys.insert(format!("C{}", n + 1), id.clone());
            leaves.push(id);
        }
        let mut takers = Vec::new();
        for n in 0..bidders {
            let name = format!("見本業務受託{}株式会社", n + 1);
            let id = bidder::verbs::add(tx, &procurement, &name, None, None, None)?;
            let price = 18_000_000 + (n * 7_919 % 13) * 411_000;
            let file = serde_json::json!({
                "received_at": "2027-03-31T10:00", "punctuality": "on_time",
                "estimate_revisions": [{ "revision": 1, "at": "2027-03-31T10:00", "lines": [
                    { "kind": "one_off", "title": "一式", "unit_price": price, "quantity": 1, "tax": "excluded" },
                ] }],
            });
            propose(tx, &procurement, &id, &file)?;
            keys.insert(format!("v{}", n + 1), id.clone());
            takers.push(id);
        }
        for judge in 0..judges {
            let evaluator = people::add_evaluator(tx, &procurement, &format!("審査 {}", judge + 1), None)?;
            sign(tx, &evaluator, false, "", &[], "")?;
            // A bidder is a little better than the next, and nobody marks quite like another.
            for (n, criterion) in leaves.iter().take(criteria - 1).enumerate() {
                for (b, bidder) in takers.iter().enumerate() {
                    let mark = Mark {
                        id: tx.new_id(),
                        evaluator: evaluator.clone(),
                        criterion: criterion.clone(),
                        bidder: bidder.clone(),
                        mark: ["○", "△", "×"][(n * 31 + b * 17 + judge * 13 + n * b * 7) % 11 % 3].into(),
                        comment: format!(
                            "提案書の{}ページ。説明は{}で、根拠が示されている",
                            n + 3,
                            ["十分", "おおむね十分", "一部"][b % 3]
                        ),
                        may_tell: false,
                    };
                    tx.insert(&mark)?;
                }
            }
            hand_in(tx, &evaluator, By::App)?;
            keys.insert(format!("E{}", judge + 1), evaluator);
        }
        Ok(Evaluated { procurement, keys, file: Value::Null })
    });
    planted.expect("planted").value
}
