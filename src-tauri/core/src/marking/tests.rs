//! The evaluation of the sample, done to a real library: sheets filled and handed in, marks agreed on.

use std::collections::BTreeMap;

use chrono::{TimeZone as _, Utc};
use rust_decimal::Decimal;
use serde_json::Value;

use super::ballot::{ballot, missing};
use super::firm::{firmness, leads_picture, trials_picture};
use super::kept::Kept;
use super::picture::{lead, Medium, Picture};
use super::result::{counted, view, Counted, Look, State};
use super::sheet::{hand_in, read_mark, rule, set_mark, sign, statement, statements, Sheet};
use super::sheets::Marks;
use super::{consensus, opened, paper, standing, By, Conflict, Consensus, Part, Ruling};
use crate::criterion::judging::Judging;
use crate::criterion::Criterion;
use crate::distribution::paper::House as Rooms;
use crate::evaluation::score::firmness::Case;
use crate::evaluation::score::oddity::oddities;
use crate::evaluation::score::price::{Formula, Rule};
use crate::evaluation::score::{count, Mode, Outcome, Pooling, Rounding, TieBreak};
use crate::evaluation::verbs as evaluators;
use crate::journal::{Op, Stamp, Tx};
use crate::l10n::Lang;
use crate::library::Library;
use crate::procurement::{verbs as procurement, Procurement};
use crate::proposal::{tests as plant, Estimate, EstimateLine, LineKind, Proposal, Tax};
use crate::vendor::Vendor;
use crate::{bidder, criterion, Result, Text};

struct House {
    library: Library,
    file: Value,
    procurement: String,
    keys: BTreeMap<String, String>,
    _folder: tempfile::TempDir,
}

fn stamp() -> Stamp {
    Stamp { actor: "早瀬".into(), at: Utc.with_ymd_and_hms(2027, 4, 13, 2, 30, 0).unwrap() }
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

impl House {
    /// The sample with its criteria, evaluators, proposals and estimates, nobody having marked anything.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path(), [7; 16], &stamp()).unwrap();
        let file: Value = serde_json::from_str(include_str!("../sample/sample.ja.json")).unwrap();
        let mut house = Self { library, file, procurement: String::new(), keys: BTreeMap::new(), _folder: folder };
        house.procurement = house.doing(|tx| procurement::create(tx, "委託先の選定", Lang::Ja)).unwrap();
        house.plant_criteria();
        house.plant_people();
        house
    }

    fn doing<T>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        self.library.transact(Op::new("fact-set"), &stamp(), work).map(|outcome| outcome.value)
    }

    fn key(&self, id: &str) -> String {
        self.keys[id].clone()
    }

    fn plant_criteria(&mut self) {
        let (procurement, tree) = (self.procurement.clone(), self.file["criteria"]["tree"].clone());
        let keys = self
            .doing(|tx| {
                let mut keys = BTreeMap::new();
                for top in tree.as_array().unwrap() {
                    let id = criterion::verbs::add(tx, &procurement, None, &text(top, "title"), None)?;
                    for part in top["children"].as_array().unwrap() {
                        let title = text(part, "title");
                        let child = criterion::verbs::add(tx, &procurement, Some(&id), &title, None)?;
                        let follows_price = text(part, "id") == "C4.1";
                        let stored: Criterion = tx.get(&child)?;
                        tx.update(&Criterion { weight: Some(part["weight"].to_string()), follows_price, ..stored })?;
                        keys.insert(text(part, "id"), child);
                    }
                    keys.insert(text(top, "id"), id);
                }
                let ties = vec![TieBreak::Criterion(keys["C1"].clone()), TieBreak::LowerPrice];
                tx.insert(&Judging { ties, ..Judging::usual(&procurement) })?;
                Ok(keys)
            })
            .unwrap();
        self.keys.extend(keys);
    }

    fn plant_people(&mut self) {
        let (procurement, file) = (self.procurement.clone(), self.file.clone());
        let keys = self
            .doing(|tx| {
                let mut keys = BTreeMap::new();
                for one in file["facts"]["evaluators"].as_array().unwrap() {
                    keys.insert(
                        text(one, "id"),
                        evaluators::add_evaluator(tx, &procurement, &text(one, "name"), None)?,
                    );
                }
                for one in file["proposals"].as_array().unwrap() {
                    let key = text(one, "bidder");
                    let vendor = file["vendors"].as_array().unwrap().iter().find(|vendor| text(vendor, "id") == key);
                    let bidder =
                        bidder::verbs::add(tx, &procurement, &text(vendor.unwrap(), "name"), None, None, None)?;
                    propose(tx, &procurement, &bidder, one)?;
                    keys.insert(key, bidder);
                }
                Ok(keys)
            })
            .unwrap();
        self.keys.extend(keys);
    }

    /// Fills the sheet of an evaluator as the sample has it, and hands it in.
    fn fill(&mut self, evaluator: &str) {
        let sheets = self.file["evaluation"]["sheets"].clone();
        let sheet = sheets.as_array().unwrap().iter().find(|sheet| text(sheet, "evaluator") == evaluator).unwrap();
        let (keys, evaluator) = (self.keys.clone(), self.key(evaluator));
        self.doing(|tx| {
            sign(tx, &evaluator, false, "", &[], "")?;
            for one in sheet["marks"].as_array().unwrap() {
                let (criterion, bidder) = (&keys[&text(one, "criterion")], &keys[&text(one, "bidder")]);
                for field in ["mark", "comment"] {
                    set_mark(tx, &evaluator, criterion, bidder, field, &text(one, field))?;
                }
            }
            hand_in(tx, &evaluator, By::App)
        })
        .unwrap();
    }

    fn agree(&mut self) {
        let agreed = self.file["evaluation"]["consensus"].clone();
        let keys = self.keys.clone();
        self.doing(|tx| {
            for one in agreed.as_array().unwrap() {
                let consensus = Consensus {
                    id: tx.new_id(),
                    criterion: keys[&text(one, "criterion")].clone(),
                    bidder: keys[&text(one, "bidder")].clone(),
                    mark: text(one, "mark"),
                    reason: text(one, "reason"),
                    agreed_at: tx.at().into(),
                    agreed_by: Vec::new(),
                };
                tx.insert(&consensus)?;
            }
            Ok(())
        })
        .unwrap();
    }

    fn outcome(&self) -> Outcome {
        count(&ballot(&self.library.read(), &self.procurement).unwrap()).unwrap()
    }

    fn expect(&self, which: &str) {
        let outcome = self.outcome();
        for one in self.file["evaluation"]["expected_result"][which].as_array().unwrap() {
            let standing = outcome.of(&self.key(&text(one, "bidder"))).unwrap();
            let total = one["total"].as_str().map_or_else(|| one["total"].to_string(), Into::into);
            assert_eq!(standing.total, total.parse().unwrap(), "{which}: {one}");
            assert_eq!(standing.rank, one["rank"].as_u64().map(|rank| usize::try_from(rank).unwrap()));
            for (group, points) in one["by_criterion"].as_object().unwrap() {
                let points = points.as_str().map_or_else(|| points.to_string(), Into::into);
                assert_eq!(standing.groups[&self.key(group)], points.parse().unwrap(), "{which}: {group} of {one}");
            }
        }
    }
}

fn propose(tx: &mut Tx<'_>, procurement: &str, bidder: &str, file: &Value) -> Result<()> {
    let id = tx.new_id();
    tx.insert(&Proposal {
        id: id.clone(),
        procurement: procurement.into(),
        bidder: bidder.into(),
        received_at: text(file, "received_at")[..16].parse().unwrap(),
        ..plant::proposal()
    })?;
    for revision in file["estimate_revisions"].as_array().unwrap() {
        let estimate = tx.new_id();
        tx.insert(&Estimate {
            id: estimate.clone(),
            proposal: id.clone(),
            revision: revision["revision"].as_i64().unwrap(),
            received_at: text(revision, "at")[..16].parse().unwrap(),
            reason: text(revision, "note"),
            ..plant::estimate()
        })?;
        for (at, line) in revision["lines"].as_array().unwrap().iter().enumerate() {
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
    Ok(())
}

#[test]
fn the_sample_comes_out_of_the_store_exactly() {
    let mut house = House::new();
    for evaluator in ["E1", "E2", "E3"] {
        house.fill(evaluator);
    }
    assert_eq!(missing(&house.library.read(), &house.procurement).unwrap(), []);
    house.expect("before_consensus");
    let odd = oddities(&ballot(&house.library.read(), &house.procurement).unwrap()).unwrap();
    assert_eq!(odd.len(), house.file["evaluation"]["expected_oddities"].as_array().unwrap().len());
    house.agree();
    house.expect("after_consensus");
    for one in house.file["proposals"].as_array().unwrap() {
        let total = &one["estimate_revisions"].as_array().unwrap().last().unwrap()["total_over_term"];
        let ballot = ballot(&house.library.read(), &house.procurement).unwrap();
        let bidder = house.key(&text(one, "bidder"));
        let price = ballot.bidders.iter().find(|bid| bid.id == bidder).unwrap().price;
        assert_eq!(price, total["tax_excluded"].as_i64(), "{bidder}");
    }
}

#[test]
fn what_is_passed_or_failed_has_no_weight() {
    let mut house = House::new();
    let (whole, part) = (house.key("C1"), house.key("C1.1"));
    let before = ballot(&house.library.read(), &house.procurement).unwrap();
    house
        .doing(|tx| {
            let stored: Criterion = tx.get(&part)?;
            tx.update(&Criterion { scheme: criterion::judging::Scheme::PassFail, ..stored })
        })
        .unwrap();
    let after = ballot(&house.library.read(), &house.procurement).unwrap();
    assert_eq!(after.item(&part).unwrap().weight, rust_decimal::Decimal::ZERO);
    for item in after.items.iter().filter(|item| item.group == whole && item.id != part) {
        assert_eq!(item.weight, before.item(&item.id).unwrap().weight);
    }
    let counted = counted(&house.library.read(), &house.procurement).unwrap();
    let steps = opened::open(&counted, &house.key("v1"), Some(&part)).unwrap().steps;
    assert_eq!(steps.last().map(|step| step.text.id.as_str()), Some("opened-pass-fail"), "it gives no points");
}

#[test]
fn where_every_bidder_is_left_out_it_is_said_plainly_and_once() {
    let mut house = House::new();
    for evaluator in ["E1", "E2", "E3"] {
        house.fill(evaluator);
    }
    let procurement = house.procurement.clone();
    let bidders = ballot(&house.library.read(), &procurement).unwrap().bidders;
    let leave_out = |tx: &mut Tx<'_>| {
        for bidder in &bidders {
            assert_ne!(counted(tx, &procurement)?.state(), State::Nobody, "one is left");
            consensus::exclude(tx, &bidder.id, "条件を満たさない")?;
        }
        Ok(())
    };
    house.doing(leave_out).unwrap();
    let counted = counted(&house.library.read(), &house.procurement).unwrap();
    assert_eq!(counted.state(), State::Nobody);
    let firmness = firmness(&counted, &house.procurement, &mut |_, _| Ok(())).unwrap();
    let told = counted.told(&firmness);
    let paragraph: Vec<&str> = told.paragraph.iter().map(|text| text.id.as_str()).collect();
    assert_eq!(paragraph, ["firm-nobody"]);
    assert_eq!((told.flips, told.without), (None, Vec::new()), "the paragraph has said it");
}

impl House {
    /// Every evaluator marks everything, the first two bidders alike and ahead of the others. The last one steps aside from
    /// judging the first bidder where she is to.
    fn fill_level(&mut self, aside: bool) {
        let (keys, procurement) = (self.keys.clone(), self.procurement.clone());
        let of = |letter: char| keys.iter().filter(move |(id, _)| id.starts_with(letter));
        self.doing(|tx| {
            let judging = Judging::of(tx, &procurement)?;
            tx.update(&Judging { ties: Vec::new(), ..judging })?;
            for (evaluator, hers) in of('E') {
                let steps = aside && evaluator == "E3";
                let named = [(keys["v1"].clone(), "前職の勤務先".to_owned())];
                sign(tx, hers, steps, "", &named[..usize::from(steps)], "")?;
                for conflict in tx.all::<Conflict>("WHERE bidder = ?1", &[&keys["v1"]])? {
                    rule(tx, &conflict.id, Ruling::Aside, "")?;
                }
                for (_, criterion) in of('C').filter(|(id, _)| id.contains('.')) {
                    for (bidder, id) in of('v').filter(|(id, _)| !steps || *id != "v1") {
                        let mark = if ["v1", "v2"].contains(&bidder.as_str()) { "○" } else { "×" };
                        set_mark(tx, hers, criterion, id, "mark", mark)?;
                    }
                }
                hand_in(tx, hers, By::App)?;
            }
            Ok(())
        })
        .unwrap();
    }
}

#[test]
fn bidders_level_in_front_are_told_to_be_and_nothing_is_drawn_between_them() {
    let mut house = House::new();
    house.fill_level(false);
    let counted = counted(&house.library.read(), &house.procurement).unwrap();
    assert_eq!(counted.state(), State::Level);
    assert_eq!(lead(&counted, Lang::Ja), None);
    let firmness = firmness(&counted, &house.procurement, &mut |_, _| Ok(())).unwrap();
    let told = counted.told(&firmness);
    assert_eq!(leads_picture(&counted, &firmness, &told, Lang::Ja), None, "nobody is ahead");
    let paragraph: Vec<&str> = told.paragraph.iter().map(|text| text.id.as_str()).collect();
    assert_eq!(paragraph, ["firm-level", "firm-turn-bidder", "firm-turn-bidder"], "each of the two without the other");
    let [left, alone] = [&told.without[0].args["name"], &told.without[0].args["names"]];
    assert_eq!(Lang::Ja.say(&told.without[0]), format!("候補の{left}を除くと、{alone}だけが1位になります。"));
    assert_eq!((&told.without[1].args["name"], &told.without[1].args["names"]), (alone, left));
    let Picture { svg, alt } = trials_picture(&counted, &firmness.uniform, Lang::Ja, Medium::Window);
    assert!(alt.ends_with(&Lang::Ja.word("firm-trials-level")), "{alt}");
    assert_eq!(svg.matches("class=\"k-first\"").count(), 2, "both are first");
    assert!(counted.method().contains(&Text::new("result-method-mean").arg("count", 3)));
}

#[test]
fn a_mean_tells_how_many_judged() {
    let mut house = House::new();
    house.fill_level(true);
    let method = counted(&house.library.read(), &house.procurement).unwrap().method();
    assert!(method.contains(&Text::new("result-method-mean-varied").arg("least", 2).arg("most", 3)), "{method:?}");
}

#[test]
fn of_a_sole_evaluator_nothing_is_told_without_her() {
    let mut house = House::new();
    house.fill("E1");
    let counted = counted(&house.library.read(), &house.procurement).unwrap();
    let firmness = firmness(&counted, &house.procurement, &mut |_, _| Ok(())).unwrap();
    let told = counted.told(&firmness);
    let hers = &told.cases[0];
    assert_eq!((hers.ranking[0].id.as_str(), hers.changes, &hers.lead), ("firm-rank-untold", false, &None));
    assert_eq!(told.without.last(), Some(&Text::new("firm-without-unknown").arg("count", 1)));
}

#[test]
fn what_would_change_the_winner_is_told_by_name() {
    let mut house = House::new();
    for evaluator in ["E1", "E2", "E3"] {
        house.fill(evaluator);
    }
    let counted = counted(&house.library.read(), &house.procurement).unwrap();
    let mut firmness = firmness(&counted, &house.procurement, &mut |_, _| Ok(())).unwrap();
    let first = counted.outcome.winner().unwrap().to_owned();
    let others: Vec<String> =
        counted.outcome.standings.iter().map(|one| one.bidder.clone()).filter(|id| *id != first).collect();
    let case = |ranks: &[&[&String]]| {
        let ranking = ranks.iter().map(|rank| rank.iter().map(|id| (*id).clone()).collect()).collect();
        Case { ranking, lead: None, untold: None }
    };
    let turned = case(&[&[&others[0]], &[&first]]);
    firmness.without_evaluator = vec![
        (house.key("E1"), turned.clone()),
        (house.key("E2"), case(&[&[&first, &others[0]]])),
        (house.key("E3"), case(&[&[&first], &[&others[0]]])),
    ];
    firmness.without_bidder = others[1..3].iter().map(|id| (id.clone(), turned.clone())).collect();
    firmness.by_rule = vec![(Rule::Linear, turned)];
    let times = |own, other| BTreeMap::from([(first.clone(), own), (others[0].clone(), other)]);
    firmness.uniform.first = times(4_384, 5_616);
    firmness.near.first = times(5_000, 5_000);

    let told = counted.told(&firmness);
    let said: Vec<String> = told.paragraph.iter().skip(1).map(|text| Lang::Ja.say(text)).collect();
    let (now, then, left) = (counted.short(&first), counted.short(&others[0]), counted.short(&others[1]));
    let [hers, his] = ["E1", "E2"].map(|id| counted.evaluator(&house.keys[id]));
    let shares = format!("{now}は43.8%の場合で1位です。1位になる割合が最も高いのは{then}で、56.2%です。");
    assert!(said[0].contains(&shares), "{}", said[0]);
    assert!(
        said[0].ends_with(&format!("{now}は50.0%の場合で1位です。この範囲では{then}も同じ割合で1位です。")),
        "{}",
        said[0]
    );
    let rule = Lang::Ja.word("price-rule-linear");
    let expected = [
        format!("{hers}の評価を除くと、{then}が1位になります。"),
        format!("{his}の評価を除くと、{now}・{then}が同点になり、単独の1位はなくなります。"),
        format!("候補の{left}を除くと、{then}が1位になります。"),
        format!("このほか、審査者1人または候補1社を除く1通りでも、{now}は単独の1位でなくなります。"),
        format!("審査者1人または候補1社を除くほかの1通りでは、{now}は単独の1位のままです。"),
        format!("価格の計算方法を「{rule}」にすると、{then}が1位になります。"),
    ];
    assert_eq!(said[1..], expected);
    assert_eq!(Lang::En.say(&told.without[0]), format!("Without the marks of {hers}, {then} would be first."));
}

#[test]
fn what_is_not_handed_in_counts_for_nobody() {
    let mut house = House::new();
    house.fill("E1");
    let before = house.outcome();
    let (other, criterion, bidder) = (house.key("E2"), house.key("C1.1"), house.key("v1"));
    house.doing(|tx| sign(tx, &other, false, "", &[], "")).unwrap();
    house.doing(|tx| set_mark(tx, &other, &criterion, &bidder, "mark", "×")).unwrap();
    assert_eq!(house.outcome(), before);
    assert_eq!(missing(&house.library.read(), &house.procurement).unwrap().len(), 2);
}

#[test]
fn while_a_sheet_is_missing_its_marks_are_awaited() {
    let mut house = House::new();
    house.fill("E1");
    house.fill("E2");
    let place = (house.key("C1.1"), house.key("v1"));
    let awaited = |house: &House| ballot(&house.library.read(), &house.procurement).unwrap().awaited;
    assert!(awaited(&house).contains(&place));
    house.fill("E3");
    assert_eq!(awaited(&house).len(), 0);
}

#[test]
fn a_missing_weight_is_told_and_is_no_nought() {
    let mut house = House::new();
    for evaluator in ["E1", "E2", "E3"] {
        house.fill(evaluator);
    }
    let (procurement, part) = (house.procurement.clone(), house.key("C1.1"));
    house
        .doing(|tx| {
            let stored: Criterion = tx.get(&part)?;
            tx.update(&Criterion { weight: None, ..stored })?;
            let judging = Judging::of(tx, &procurement)?;
            tx.update(&Judging { minimum: Some("1".into()), ..judging })
        })
        .unwrap();
    let counted = counted(&house.library.read(), &procurement).unwrap();
    assert_eq!(counted.state(), State::Provisional);
    let told = Text::new("result-missing-weight").names("titles", &[counted.title(&part)]);
    assert!(counted.lacking().contains(&told), "{:?}", counted.lacking());
    assert!(counted.outcome.standings.iter().all(|one| one.out.is_empty()), "of what it is a share is not known");
    let shown = view(&house.library.read(), &procurement, &counted, &Look::default()).unwrap();
    let row = shown.criteria.iter().find(|one| one.id == part).unwrap();
    assert_eq!((row.weight.as_str(), &row.cells[0].points), ("", &None));
    let steps = opened::open(&counted, &house.key("v1"), Some(&part)).unwrap().steps;
    assert_eq!(steps.last().map(|step| step.text.id.as_str()), Some("opened-unweighed"));
    let whole = opened::open(&counted, &house.key("v1"), Some(&house.key("C1"))).unwrap().steps;
    assert_eq!(whole[0].text.id, "opened-part-unweighed");
}

#[test]
fn every_total_is_provisional_while_a_sheet_is_not_in() {
    let mut house = House::new();
    let marked = |house: &House| -> Vec<bool> {
        let read = house.library.read();
        let counted = counted(&read, &house.procurement).unwrap();
        let shown = view(&read, &house.procurement, &counted, &Look::default()).unwrap();
        shown.bidders.iter().map(|one| one.provisional).collect()
    };
    for evaluator in ["E1", "E2"] {
        house.fill(evaluator);
    }
    let out = house.key("v4");
    house.doing(|tx| consensus::exclude(tx, &out, "条件を満たさない")).unwrap();
    assert!(marked(&house).into_iter().all(|provisional| provisional), "the third sheet may change each of them");
    house.fill("E3");
    assert_eq!(marked(&house), [false, true, false, true], "a blank each of the second and of who is out");
    let counted = counted(&house.library.read(), &house.procurement).unwrap();
    for one in &counted.outcome.standings {
        let steps = opened::open(&counted, &one.bidder, None).unwrap().steps;
        let says = steps.iter().any(|step| step.text.id == "opened-is-provisional");
        assert_eq!(says, counted.is_provisional(one), "the total that is opened says so too: {steps:?}");
    }
}

#[test]
fn points_open_to_the_greatest_they_are_a_share_of_and_what_is_passed_to_none() {
    let mut house = House::new();
    let (points, must, hers) = (house.key("C1.1"), house.key("C1.2"), house.key("E1"));
    let (procurement, bidder, top) = (house.procurement.clone(), house.key("v1"), house.key("C1"));
    house
        .doing(|tx| {
            let greatest = Decimal::from(20);
            let stored: Criterion = tx.get(&points)?;
            tx.update(&Criterion { scheme: criterion::judging::Scheme::Points { greatest }, ..stored })?;
            let stored: Criterion = tx.get(&must)?;
            tx.update(&Criterion { scheme: criterion::judging::Scheme::PassFail, ..stored })?;
            sign(tx, &hers, false, "", &[], "")?;
            set_mark(tx, &hers, &points, &bidder, "mark", "15")?;
            set_mark(tx, &hers, &must, &bidder, "mark", "pass")?;
            hand_in(tx, &hers, By::App)
        })
        .unwrap();
    let first = counted(&house.library.read(), &procurement).unwrap();
    let words = |criterion: &str| -> Vec<String> {
        let steps = opened::open(&first, &bidder, Some(criterion)).unwrap().steps;
        steps.iter().map(|step| Lang::Ja.say(&step.text)).collect()
    };
    let leaf = words(&points);
    assert!(leaf[0].ends_with("：15 ÷ 20 ＝ 0.75"), "{leaf:?}");
    let whole = words(&top);
    assert!(whole[1].ends_with("：合格"), "{whole:?}");
    let is_listed = |counted: &Counted| {
        let total = opened::open(counted, &bidder, None).unwrap().steps;
        total.iter().any(|step| step.criterion.as_ref() == Some(&top))
    };
    assert!(is_listed(&first), "one of its parts earns points");
    let pass_all = |tx: &mut Tx<'_>| {
        for part in criterion::of(tx, &procurement)?.into_iter().filter(|one| one.parent.as_ref() == Some(&top)) {
            tx.update(&Criterion { scheme: criterion::judging::Scheme::PassFail, ..part })?;
        }
        Ok(())
    };
    house.doing(pass_all).unwrap();
    assert!(!is_listed(&counted(&house.library.read(), &procurement).unwrap()), "nought points are no part of a sum");
}

#[test]
fn a_sheet_handed_in_never_changes() {
    let mut house = House::new();
    house.fill("E1");
    let (hers, criterion, bidder) = (house.key("E1"), house.key("C1.1"), house.key("v1"));
    for (field, value) in [("mark", "×"), ("mark", ""), ("comment", "別の所見"), ("may_tell", "true")] {
        let refused = house.doing(|tx| set_mark(tx, &hers, &criterion, &bidder, field, value)).unwrap_err();
        assert_eq!(refused.message().1, "error-sheet-handed-in", "{field}");
    }
    assert!(house.doing(|tx| hand_in(tx, &hers, By::Paper)).is_err(), "twice");
    assert!(house.doing(|tx| sign(tx, &hers, true, "縁故", &[], "")).is_err(), "nor the statement");
}

#[test]
fn the_statement_comes_first_and_a_conflict_steps_aside() {
    let mut house = House::new();
    let (hers, criterion) = (house.key("E1"), house.key("C1.1"));
    let (kin, other) = (house.key("v1"), house.key("v2"));
    let refused = house.doing(|tx| set_mark(tx, &hers, &criterion, &kin, "mark", "○")).unwrap_err();
    assert_eq!(refused.message().1, "error-statement-first");
    assert!(house.doing(|tx| sign(tx, &hers, true, " ", &[], "")).is_err(), "a conflict says what it is");
    let wordless = [(kin.clone(), " ".to_owned())];
    let refused = house.doing(|tx| sign(tx, &hers, true, "補足", &wordless, "")).unwrap_err();
    assert_eq!(refused.message().1, "error-conflict-what");
    assert!(statement(&house.library.read(), &hers).unwrap().is_none());
    let named = [(kin.clone(), "前職の勤務先".to_owned())];
    house.doing(|tx| sign(tx, &hers, true, "", &named, "")).unwrap();
    assert!(house.doing(|tx| set_mark(tx, &hers, &criterion, &kin, "mark", "○")).is_err());
    house.doing(|tx| set_mark(tx, &hers, &criterion, &other, "mark", "○")).unwrap();
    assert!(house.doing(|tx| hand_in(tx, &hers, By::App)).is_err(), "it is not ruled on");
    let conflict = house.library.read().all::<Conflict>("WHERE bidder = ?1", &[&kin]).unwrap().remove(0).id;
    assert!(house.doing(|tx| rule(tx, &conflict, Ruling::Allowed, "")).is_err(), "for a reason");
    house.doing(|tx| rule(tx, &conflict, Ruling::Allowed, "退職から10年たつ")).unwrap();
    house.doing(|tx| set_mark(tx, &hers, &criterion, &kin, "mark", "△")).unwrap();
    house.doing(|tx| rule(tx, &conflict, Ruling::Aside, "")).unwrap();
    house.doing(|tx| hand_in(tx, &hers, By::App)).unwrap();
    let ballot = ballot(&house.library.read(), &house.procurement).unwrap();
    assert_eq!(ballot.sheets[0].marks.keys().map(|(_, bidder)| bidder.as_str()).collect::<Vec<_>>(), [other.as_str()]);
}

#[test]
fn nobody_is_shown_to_lead_in_a_price_that_is_closed() {
    let mut house = House::new();
    let (procurement, part, first) = (house.procurement.clone(), house.key("C4.2"), house.key("C1.1"));
    let (bidders, hers) = (["v1", "v2", "v3", "v4"].map(|id| house.key(id)), house.key("E1"));
    house
        .doing(|tx| {
            let judging = Judging::of(tx, &procurement)?;
            tx.update(&Judging { price_closed: true, ..judging })?;
            let stored: Criterion = tx.get(&part)?;
            tx.update(&Criterion { follows_price: true, ..stored })?;
            sign(tx, &hers, false, "", &[], "")?;
            for (n, bidder) in bidders.iter().enumerate() {
                set_mark(tx, &hers, &first, bidder, "mark", if n == 0 { "○" } else { "×" })?;
            }
            hand_in(tx, &hers, By::App)
        })
        .unwrap();
    let told = |house: &House| lead(&counted(&house.library.read(), &procurement).unwrap(), Lang::Ja).unwrap().alt;
    let closed = told(&house);
    assert!(closed.contains("信頼性") && !closed.contains("価格"), "{closed}");
    house
        .doing(|tx| {
            let judging = Judging::of(tx, &procurement)?;
            let price_opened_at = Some(tx.at().to_owned());
            tx.update(&Judging { price_opened_at, ..judging })
        })
        .unwrap();
    let open = told(&house);
    assert!(open.contains("価格"), "{open}");
}

#[test]
fn the_names_over_the_lead_have_the_room_they_need() {
    let mut house = House::new();
    let names = ["Alpha Support Center", "Beta Support Center", "Delta Support Center", "Gamma Support Center"];
    let (first, hers) = (house.key("C1.1"), house.key("E1"));
    let bidders = ["v1", "v2", "v3", "v4"].map(|id| house.key(id));
    house
        .doing(|tx| {
            for (bidder, name) in bidders.iter().zip(names) {
                let vendor: Vendor = tx.get(&tx.get::<bidder::Bidder>(bidder)?.vendor)?;
                tx.update(&Vendor { name: name.into(), ..vendor })?;
            }
            sign(tx, &hers, false, "", &[], "")?;
            for (n, bidder) in bidders.iter().enumerate() {
                set_mark(tx, &hers, &first, bidder, "mark", if n == 0 { "○" } else { "×" })?;
            }
            hand_in(tx, &hers, By::App)
        })
        .unwrap();
    let counted = counted(&house.library.read(), &house.procurement).unwrap();
    let svg = lead(&counted, Lang::En).unwrap().svg;
    let whole = names.iter().filter(|name| svg.contains(&format!(">{name} ahead</text>")));
    assert_eq!(whole.count(), 2, "{svg}");
}

#[test]
fn a_statement_made_anew_gives_its_reason_and_the_earlier_one_is_kept() {
    let mut house = House::new();
    let (hers, kin) = (house.key("E1"), house.key("v1"));
    let named = [(kin.clone(), "前職の勤務先".to_owned())];
    house.doing(|tx| sign(tx, &hers, false, "", &[], "初めての申告には要らない")).unwrap();
    let refused = house.doing(|tx| sign(tx, &hers, true, "", &named, " ")).unwrap_err();
    assert_eq!(refused.message().1, "error-statement-reason");
    assert!(!statement(&house.library.read(), &hers).unwrap().unwrap().0.conflict, "nothing has changed");
    house.doing(|tx| sign(tx, &hers, true, "", &named, "勤務先を思い出した")).unwrap();
    let told = statements(&house.library.read(), &hers).unwrap();
    let reasons: Vec<(bool, &str)> = told.iter().map(|(one, _)| (one.conflict, one.reason.as_str())).collect();
    assert_eq!(reasons, [(false, ""), (true, "勤務先を思い出した")]);
    assert_eq!(told[1].1[0].bidder, kin);
}

#[test]
fn prices_stay_closed_until_everybody_has_handed_in_the_rest() {
    let mut house = House::new();
    let (procurement, price, first) = (house.procurement.clone(), house.key("C4.1"), house.key("C1.1"));
    let bidder = house.key("v1");
    house
        .doing(|tx| {
            let judging = Judging::of(tx, &procurement)?;
            tx.update(&Judging { price_closed: true, ..judging })
        })
        .unwrap();
    for evaluator in ["E1", "E2", "E3"] {
        let hers = house.key(evaluator);
        house.doing(|tx| sign(tx, &hers, false, "", &[], "")).unwrap();
        let refused = house.doing(|tx| set_mark(tx, &hers, &price, &bidder, "mark", "○")).unwrap_err();
        assert_eq!(refused.message().1, "error-price-closed");
        house.doing(|tx| set_mark(tx, &hers, &first, &bidder, "mark", "○")).unwrap();
        assert!(ballot(&house.library.read(), &procurement).unwrap().bidders.iter().all(|bid| bid.price.is_none()));
        assert_eq!(house.doing(|tx| hand_in(tx, &hers, By::App)).unwrap(), Part::Main);
    }
    assert!(ballot(&house.library.read(), &procurement).unwrap().bidders.iter().all(|bid| bid.price.is_some()));
    let hers = house.key("E1");
    house.doing(|tx| set_mark(tx, &hers, &price, &bidder, "mark", "○")).unwrap();
    assert_eq!(house.doing(|tx| hand_in(tx, &hers, By::App)).unwrap(), Part::Price);
    assert!(Sheet::of(&house.library.read(), &hers).unwrap().is_done());
}

/// The total over the term is a price from now on, its points by this rule.
fn price_by(house: &mut House, rule: Rule) {
    let formula = Formula { rule, rounding: Rounding { places: 2, mode: Mode::Cut } };
    let part = house.key("C4.1");
    house
        .doing(|tx| {
            let stored: Criterion = tx.get(&part)?;
            tx.update(&Criterion { scheme: criterion::judging::Scheme::Price { formula }, ..stored })
        })
        .unwrap();
}

/// The steps to the points of a bidder for its price.
fn price_steps(house: &House, bidder: &str) -> Vec<opened::Step> {
    let counted = counted(&house.library.read(), &house.procurement).unwrap();
    opened::open(&counted, &house.key(bidder), Some(&house.key("C4.1"))).unwrap().steps
}

/// The words of the same steps.
fn price_words(house: &House, bidder: &str) -> Vec<String> {
    price_steps(house, bidder).iter().map(|step| Lang::Ja.say(&step.text)).collect()
}

#[test]
fn points_of_a_price_open_to_the_prices_they_came_from() {
    let mut house = House::new();
    price_by(&mut house, Rule::LowestOverBid);
    let told = [
        "価格 21,650,000円（12か月、税抜）",
        "最低価格 ÷ その価格",
        "比べた中の最低価格 17,094,200円（アオネデスク）",
        "17,094,200 ÷ 21,650,000 ＝ 0.7895…",
        "配点14を掛けて 11.0539…点",
        "小数第3位以下を切り捨て、第2位まで求めています。",
        "11.05点",
    ];
    assert_eq!(price_words(&house, "v3"), told);
    let estimates: Vec<Option<String>> = price_steps(&house, "v3").into_iter().map(|step| step.estimate_of).collect();
    assert_eq!(estimates[..3], [Some(house.key("v3")), None, Some(house.key("v4"))]);
    assert!(estimates[3..].iter().all(Option::is_none));

    let lowest = house.key("v4");
    house.doing(|tx| super::consensus::exclude(tx, &lowest, "辞退")).unwrap();
    let told = price_words(&house, "v3");
    assert_eq!(told[2], "比べた中の最低価格 20,260,800円（ハルイロサポート）");
    assert_eq!(told[3], "20,260,800 ÷ 21,650,000 ＝ 0.9358…");
    let out = price_words(&house, "v4");
    assert_eq!(out[3..6], ["20,260,800 ÷ 17,094,200 ＝ 1.1852…", "割合は0から1までなので 1", "配点14を掛けて 14点"]);

    let procurement = house.procurement.clone();
    house
        .doing(|tx| {
            let judging = Judging::of(tx, &procurement)?;
            tx.update(&Judging { price_closed: true, ..judging })
        })
        .unwrap();
    let closed = price_steps(&house, "v3");
    let ids: Vec<&str> = closed.iter().map(|step| step.text.id.as_str()).collect();
    assert_eq!(ids, ["opened-price-unknown", "price-rule-lowest", "opened-weight"]);
    assert!(closed.iter().all(|step| step.estimate_of.is_none()));
}

#[test]
fn every_rule_for_the_price_tells_how_it_comes_to_its_share() {
    let mut house = House::new();
    let rungs = vec![(21_000_000, Decimal::ONE), (23_000_000, Decimal::new(5, 1))];
    let rules: [(Rule, &str, &[&str]); 5] = [
        (Rule::UnderCeiling { ceiling: 25_000_000 }, "v3", &["1 − 21,650,000 ÷ 25,000,000 ＝ 0.134"]),
        (
            Rule::UnderCeiling { ceiling: 25_000_000 },
            "v2",
            &["1 − 25,936,100 ÷ 25,000,000 ＝ −0.0374…", "割合は0から1までなので 0"],
        ),
        (
            Rule::Linear,
            "v3",
            &[
                "比べた中の最低価格 17,094,200円（アオネデスク）",
                "比べた中の最高価格 25,936,100円（ミナモCSパートナーズ）",
                "（25,936,100 − 21,650,000）÷（25,936,100 − 17,094,200）＝ 0.4847…",
            ],
        ),
        (Rule::Steps(rungs.clone()), "v3", &["「23,000,000円まで」の段階なので、割合は50%"]),
        (Rule::Steps(rungs), "v2", &["どの段階の価格も超えるので、割合は0%"]),
    ];
    for (rule, bidder, told) in rules {
        price_by(&mut house, rule.clone());
        assert_eq!(price_words(&house, bidder)[2..2 + told.len()], *told, "{rule:?}");
        for bidder in ["v1", "v2", "v3", "v4"] {
            let steps = price_steps(&house, bidder);
            let weighed = steps.iter().find(|step| step.text.id == "opened-weighed").unwrap();
            let points: Decimal = weighed.text.args["points"].trim_end_matches('…').parse().unwrap();
            let counted: Decimal = steps.last().unwrap().text.args["points"].parse().unwrap();
            assert_eq!(points.trunc_with_scale(2), counted, "{rule:?} {bidder}");
        }
    }
}

#[test]
fn the_price_that_is_divided_by_earns_no_points_and_says_so() {
    let mut house = House::new();
    for evaluator in ["E1", "E2", "E3"] {
        house.fill(evaluator);
    }
    price_by(&mut house, Rule::LowestOverBid);
    let (procurement, part) = (house.procurement.clone(), house.key("C4.1"));
    house
        .doing(|tx| {
            let judging = Judging::of(tx, &procurement)?;
            tx.update(&Judging { division: Some(1_000_000), ..judging })
        })
        .unwrap();
    assert_eq!(price_steps(&house, "v3").last().map(|step| step.text.id.as_str()), Some("opened-divisor"));
    let counted = counted(&house.library.read(), &procurement).unwrap();
    let shown = view(&house.library.read(), &procurement, &counted, &Look::default()).unwrap();
    let row = shown.criteria.iter().find(|one| one.id == part).unwrap();
    assert!(row.divisor && row.cells.iter().all(|cell| cell.points.is_none()), "{row:?}");
    let whole = opened::open(&counted, &house.key("v3"), Some(&house.key("C4"))).unwrap().steps;
    assert_eq!(whole[0].text.id, "opened-part-divisor");
    // What is listed is what is added.
    let number = |text: &Text, name: &str| -> f64 { text.args[name].trim_end_matches('…').parse().unwrap() };
    let total = opened::open(&counted, &house.key("v3"), None).unwrap().steps;
    let listed: f64 =
        total.iter().filter(|step| step.text.id == "opened-part").map(|step| number(&step.text, "points")).sum();
    let added = total.iter().find(|step| step.text.id == "opened-adds").unwrap();
    assert!((listed - number(&added.text, "sum")).abs() < 0.01, "{total:?}");
    let judging = Judging::of(&house.library.read(), &procurement).unwrap();
    let judging = Judging { minimum: Some("0.6".into()), ..judging };
    let said = criterion::words::rules(&judging, &[], 12, Lang::Ja).join("");
    assert!(said.contains("価格点を除く") && said.contains("価格で割る前の点"), "{said}");
}

/// What is done between two looks at the result.
#[derive(Debug, Clone, Copy)]
enum Act {
    Agree(usize, usize, usize),
    Disagree(usize, usize),
    Exclude(usize),
    Lift(usize),
    Reweigh(usize, u32),
    Undo,
    Redo,
}

fn any_act() -> impl proptest::strategy::Strategy<Value = Act> {
    use proptest::prelude::*;
    prop_oneof![
        4 => (0..6_usize, 0..3_usize, 0..3_usize).prop_map(|(c, b, mark)| Act::Agree(c, b, mark)),
        1 => (0..6_usize, 0..3_usize).prop_map(|(c, b)| Act::Disagree(c, b)),
        1 => (0..3_usize).prop_map(Act::Exclude),
        1 => (0..3_usize).prop_map(Act::Lift),
        2 => (0..2_usize, 1..9_u32).prop_map(|(c, weight)| Act::Reweigh(c, weight)),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ]
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 12, ..Default::default() })]

    /// Whatever happens between two looks, a count that was kept is the one that counting anew gives.
    #[test]
    fn a_kept_count_is_what_counting_anew_gives(acts in proptest::collection::vec(any_act(), 1..14)) {
        use super::consensus::{agree, disagree, exclude, lift};
        let mut house = House::new();
        for evaluator in ["E1", "E2", "E3"] {
            house.fill(evaluator);
        }
        let criteria: Vec<String> = ["C1.1", "C1.2", "C2.1", "C2.2", "C3.1", "C5.1"].map(|id| house.key(id)).into();
        let bidders: Vec<String> = ["v1", "v2", "v3"].map(|id| house.key(id)).into();
        let procurement = house.procurement.clone();
        let mut kept = None;
        for act in acts {
            // What is refused changes nothing, and is part of the story.
            let _ = match act {
                Act::Agree(c, b, mark) => house.doing(|tx| {
                    agree(tx, &criteria[c], &bidders[b], ["○", "△", "×"][mark], "合議", &["佐伯".into()])
                }),
                Act::Disagree(c, b) => house.doing(|tx| disagree(tx, &criteria[c], &bidders[b])),
                Act::Exclude(b) => house.doing(|tx| exclude(tx, &bidders[b], "辞退")),
                Act::Lift(b) => house.doing(|tx| lift(tx, &bidders[b], "撤回")),
                // Typed key by key: one operation that goes on growing.
                Act::Reweigh(c, weight) => {
                    let op = Op::new("criterion-set").burst("weight");
                    let done = house.library.transact(op, &stamp(), |tx| {
                        let stored: Criterion = tx.get(&criteria[c])?;
                        tx.update(&Criterion { weight: Some(weight.to_string()), ..stored })
                    });
                    done.map(|_| ())
                }
                Act::Undo => house.library.undo(None, &stamp()).map(|_| ()),
                Act::Redo => house.library.redo(None, &stamp()).map(|_| ()),
            };
            let read = house.library.read();
            // Undone is what was planted, too, where there is nothing else.
            if read.find::<Procurement>(&procurement).unwrap().is_none() {
                break;
            }
            let renewed = Kept::renewed(&read, &procurement, kept.take()).unwrap();
            let fresh = counted(&read, &procurement).unwrap();
            proptest::prop_assert_eq!(&renewed.counted.gathered.ballot, &fresh.gathered.ballot);
            proptest::prop_assert_eq!(
                view(&read, &procurement, &renewed.counted, &Look::default()).unwrap(),
                view(&read, &procurement, &fresh, &Look::default()).unwrap()
            );
            kept = Some(renewed);
        }
    }
}

#[test]
fn what_a_blank_does_is_told_by_how_marks_are_pooled() {
    let mut house = House::new();
    let (procurement, proposal) = (house.procurement.clone(), house.file["proposals"][0].clone());
    let bidder = house.doing(|tx| {
        let bidder = bidder::verbs::add(tx, &procurement, "クウラン", None, None, None)?;
        propose(tx, &procurement, &bidder, &proposal)?;
        Ok(bidder)
    });
    let bidder = bidder.unwrap();
    for evaluator in ["E1", "E2", "E3"] {
        house.fill(evaluator);
    }
    for (pooling, lacking, blank) in [
        (Pooling::Mean, "result-missing-blanks", "opened-blank"),
        (Pooling::Sum, "result-missing-blanks-sum", "opened-blank-sum"),
    ] {
        house
            .doing(|tx| {
                let judging = Judging::of(tx, &procurement)?;
                tx.update(&Judging { pooling, ..judging })
            })
            .unwrap();
        let counted = counted(&house.library.read(), &procurement).unwrap();
        let told = counted.lacking();
        assert!(told.iter().any(|text| text.id == lacking), "{told:?}");
        let steps = opened::open(&counted, &bidder, Some(&house.key("C1.1"))).unwrap().steps;
        assert_eq!(steps[0].text.id, blank);
    }
}

#[test]
fn who_is_ranked_alone_with_a_blank_is_not_said_to_have_everything() {
    let mut house = House::new();
    let (keys, hers, bidder) = (house.keys.clone(), house.key("E1"), house.key("v1"));
    house
        .doing(|tx| {
            sign(tx, &hers, false, "", &[], "")?;
            let parts = keys.iter().filter(|(id, _)| id.starts_with('C') && id.contains('.') && *id != "C1.1");
            for (_, criterion) in parts {
                set_mark(tx, &hers, criterion, &bidder, "mark", "○")?;
            }
            hand_in(tx, &hers, By::App)
        })
        .unwrap();
    let counted = counted(&house.library.read(), &house.procurement).unwrap();
    let standing = counted.outcome.of(&bidder).unwrap();
    assert_eq!((standing.rank, standing.is_provisional()), (Some(1), true));
    let said = Lang::Ja.say(&counted.verdict());
    let alone = format!("今のところ順位がつくのは{}だけで、{}点です。", counted.short(&bidder), standing.total);
    assert_eq!(said, alone);
}

#[test]
fn a_blank_of_what_is_passed_or_failed_is_missing_on_the_filled_sheet() {
    let mut house = House::new();
    let (points, must, hers, bidder) = (house.key("C1.1"), house.key("C1.2"), house.key("E1"), house.key("v1"));
    house
        .doing(|tx| {
            let stored: Criterion = tx.get(&must)?;
            tx.update(&Criterion { scheme: criterion::judging::Scheme::PassFail, ..stored })?;
            sign(tx, &hers, false, "", &[], "")?;
            set_mark(tx, &hers, &points, &bidder, "mark", "○")
        })
        .unwrap();
    let day = stamp().at.date_naive();
    let told = |house: &House| {
        let read = house.library.read();
        let rooms = Rooms::of(&read, &house.procurement, day).unwrap();
        let sheet = paper::SheetPaper::of(&read, &rooms, &hers, false).unwrap();
        sheet.bidders.iter().find(|one| one.id == bidder).unwrap().points.clone()
    };
    let open = |count: usize| format!("（未記入{count}件）");
    let parts = house.keys.keys().filter(|id| id.starts_with('C') && id.contains('.')).count();
    assert!(told(&house).ends_with(&open(parts - 1)), "{}", told(&house));
    house.doing(|tx| set_mark(tx, &hers, &must, &bidder, "mark", "pass")).unwrap();
    assert!(told(&house).ends_with(&open(parts - 2)), "{}", told(&house));
}

#[test]
fn a_bidder_that_came_after_the_sheets_were_in_is_told_until_it_is_left_out() {
    let mut house = House::new();
    let proposal = house.file["proposals"][0].clone();
    let procurement = house.procurement.clone();
    let blank = house.doing(|tx| {
        let bidder = bidder::verbs::add(tx, &procurement, "クウラン", None, None, None)?;
        propose(tx, &procurement, &bidder, &proposal)
    });
    blank.unwrap();
    for evaluator in ["E1", "E2", "E3"] {
        house.fill(evaluator);
    }
    let unmarked = |house: &House| {
        let read = house.library.read();
        let found = standing::unmarked(&read, &Sheet::all(&read, &procurement, Marks::HandedIn).unwrap()).unwrap();
        assert_eq!(standing::Sheets::of(&read, &procurement).unwrap().unmarked, found.len());
        found
    };
    assert!(unmarked(&house).is_empty(), "blank, but it was there");
    let after = house.doing(|tx| {
        let bidder = bidder::verbs::add(tx, &procurement, "アトカラ", None, None, None)?;
        propose(tx, &procurement, &bidder, &proposal)?;
        Ok(bidder)
    });
    let after = after.unwrap();
    assert_eq!(unmarked(&house), [(after.clone(), 3)]);
    house.doing(|tx| consensus::exclude(tx, &after, "条件を満たさない")).unwrap();
    assert!(unmarked(&house).is_empty());
}

#[test]
fn points_beyond_the_greatest_are_refused_with_the_range() {
    let house = House::new();
    let read = house.library.read();
    let stored: Criterion = read.get(&house.key("C1.1")).unwrap();
    let scheme = criterion::judging::Scheme::Points { greatest: Decimal::from(20) };
    let judging = Judging::of(&read, &house.procurement).unwrap();
    let refused = read_mark(&Criterion { scheme, ..stored }, &judging, "25").unwrap_err();
    let (_, id, args) = refused.message();
    assert_eq!((id, args["greatest"].as_str()), ("error-mark-range", "20"));
}
