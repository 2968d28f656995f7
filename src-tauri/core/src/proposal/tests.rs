//! The verbs of proposals, done to a real library, and the estimates of the sample.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeZone as _, Utc};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;

use super::amount::grouped;
use super::compare::compared;
use super::estimate::{add as begin, add_line, TypedLine};
use super::find::{find, Sought};
use super::incoming::{
    aligned, estimate_columns, read_answers, read_estimate, take_answers, take_estimate, EstimateColumn,
    IncomingEstimate, RowState,
};
use super::price::{competing, estimates, lines, total, Basis};
use super::receipt::Punctuality;
use super::{
    answers, check, checks, estimate, files, of_bidder, verbs, EstimateLine, FileKind, Fit, LateRuling, LineKind,
    Presence, Proposal, Tax,
};
use crate::bidder::course::steps;
use crate::bidder::{verbs as bidders, Bidder, Status};
use crate::criterion::judging::TaxBasis;
use crate::distribution::Means;
use crate::journal::{Op, Stamp, Tx};
use crate::l10n::Lang;
use crate::library::Library;
use crate::overview::verbs as whole;
use crate::procurement::{verbs as procurement, FactKey};
use crate::required_item::verbs as items;
use crate::rfp::requirement::add_requirement;
use crate::rfp::Level;
use crate::{Result, Text};

/// A proposal of which only its time matters.
pub(crate) fn proposal() -> Proposal {
    Proposal {
        id: "p".into(),
        procurement: "c".into(),
        bidder: "b".into(),
        received_at: "2027-04-01".parse().unwrap(),
        means: Means::Mail,
        late_ruling: LateRuling::Open,
        late_reason: String::new(),
        receipt_at: None,
        valid_until: None,
        staff: String::new(),
        leads: String::new(),
        busy_extra: String::new(),
        team: String::new(),
        summary: String::new(),
    }
}

/// The first estimate of a proposal.
pub(crate) fn estimate() -> super::Estimate {
    super::Estimate {
        id: "e".into(),
        proposal: "p".into(),
        revision: 1,
        dated: String::new(),
        received_at: "2027-04-01".parse().unwrap(),
        reason: String::new(),
        file: None,
    }
}

struct House {
    library: Library,
    _folder: tempfile::TempDir,
    procurement: String,
}

fn stamp() -> Stamp {
    // 17:45 in Japan.
    Stamp { actor: "佐藤".into(), at: Utc.with_ymd_and_hms(2027, 4, 2, 8, 45, 0).unwrap() }
}

fn today() -> NaiveDate {
    "2027-04-02".parse().unwrap()
}

impl House {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path(), [7; 16], &stamp()).unwrap();
        let mut house = Self { library, _folder: folder, procurement: String::new() };
        house.procurement = house.doing(|tx| procurement::create(tx, "委託先の選定", Lang::Ja)).unwrap();
        let id = house.procurement.clone();
        for (key, value) in [
            (FactKey::ProposalDeadline, "2027-04-02T17:00"),
            (FactKey::SubmissionGraceMinutes, "30"),
            (FactKey::ContractStart, "2027-06-01"),
            (FactKey::ContractEnd, "2028-05-31"),
        ] {
            house.doing(|tx| procurement::put(tx, &id, key, Some(value))).unwrap();
        }
        house
    }

    fn doing<T>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        let op = Op::new("proposal-add").scope(self.procurement.clone());
        self.library.transact(op, &stamp(), work).map(|outcome| outcome.value)
    }

    fn bidder(&mut self, name: &str) -> String {
        let procurement = self.procurement.clone();
        self.doing(|tx| bidders::add(tx, &procurement, name, None, None, None)).unwrap()
    }

    fn proposal(&mut self, name: &str, at: &str) -> (String, String) {
        let bidder = self.bidder(name);
        let at = at.parse().unwrap();
        let id = self.doing(|tx| verbs::add(tx, &bidder, Some(at), Means::Mail)).unwrap();
        (bidder, id)
    }

    fn set(&mut self, id: &str, field: &str, typed: &str) -> Result<()> {
        self.doing(|tx| verbs::set(tx, id, field, typed, today(), Lang::Ja))
    }

    fn estimate(&mut self, proposal: &str, reason: &str, typed: &[[&str; 4]]) -> String {
        self.doing(|tx| {
            let id = begin(tx, proposal, reason, None)?;
            for [title, unit_price, quantity, kind] in typed.iter().copied() {
                let typed = TypedLine {
                    title: title.into(),
                    unit_price: unit_price.into(),
                    quantity: quantity.into(),
                    kind: kind.into(),
                    ..TypedLine::default()
                };
                add_line(tx, &id, &typed, None)?;
            }
            Ok(id)
        })
        .unwrap()
    }

    fn status(&self, bidder: &str) -> Status {
        self.library.read().get::<Bidder>(bidder).unwrap().status
    }
}

fn refusal<T: std::fmt::Debug>(outcome: Result<T>) -> &'static str {
    outcome.unwrap_err().message().1
}

#[test]
fn a_proposal_takes_the_step_of_its_bidder_and_undo_takes_both_back() {
    let mut house = House::new();
    let (bidder, id) = house.proposal("あおば", "2027-04-02T16:00");
    assert_eq!(house.status(&bidder), Status::Received);
    assert_eq!(refusal(house.doing(|tx| verbs::add(tx, &bidder, None, Means::Mail))), "error-proposal-twice");
    // The step moves with the time.
    house.set(&id, "received_at", "4/1 15時22分").unwrap();
    let step = steps(&house.library.read(), &bidder).unwrap().pop().unwrap();
    assert_eq!((step.status, step.at.to_string()), (Status::Received, "2027-04-01T15:22".to_owned()));
    let scope = house.procurement.clone();
    house.library.undo(Some(&scope), &stamp()).unwrap();
    house.library.undo(Some(&scope), &stamp()).unwrap();
    assert_eq!(house.status(&bidder), Status::Candidate);
    assert_eq!(of_bidder(&house.library.read(), &bidder).unwrap(), None);
    house.library.redo(Some(&scope), &stamp()).unwrap();
    assert_eq!(house.status(&bidder), Status::Received);
    house.doing(|tx| verbs::remove(tx, &id)).unwrap();
    assert_eq!(house.status(&bidder), Status::Candidate);
}

#[test]
fn a_proposal_follows_the_asking_however_it_is_dated() {
    let mut house = House::new();
    let bidder = house.bidder("あおば");
    house.doing(|tx| bidders::set(tx, &bidder, "status", "invited")).unwrap();
    let at = Some("2027-04-01".parse().unwrap());
    let id = house.doing(|tx| verbs::add(tx, &bidder, at, Means::Mail)).unwrap();
    assert_eq!(house.status(&bidder), Status::Received, "asked on the second, as it was said");
    house.set(&id, "received_at", "3/31 10時").unwrap();
    assert_eq!(house.status(&bidder), Status::Received);
    house.doing(|tx| bidders::set(tx, &bidder, "status", "withdrawn")).unwrap();
    assert_eq!(house.status(&bidder), Status::Withdrawn);
    let scope = house.procurement.clone();
    house.library.undo(Some(&scope), &stamp()).unwrap();
    assert_eq!(house.status(&bidder), Status::Received);
    house.doing(|tx| verbs::remove(tx, &id)).unwrap();
    assert_eq!(house.status(&bidder), Status::Invited);
}

#[test]
fn proposals_that_are_here_are_counted_whatever_was_corrected_since() {
    let mut house = House::new();
    let both = ["あおば", "みなと"].map(|name| house.proposal(name, "2027-04-01").0);
    for bidder in &both {
        house.doing(|tx| bidders::set(tx, bidder, "status", "invited")).unwrap();
        assert_eq!(house.status(bidder), Status::Invited, "what is said after the proposal came corrects");
    }
    let told = |house: &House| {
        let read = house.library.read();
        let here = super::handed_in(&read, &house.procurement).unwrap();
        let asked = crate::bidder::of(&read, &house.procurement).unwrap();
        crate::bidder::too_few(&asked, Some(here.as_slice())).map(|text| text.id)
    };
    assert_eq!(told(&house), None);
    house.doing(|tx| bidders::set(tx, &both[0], "status", "withdrawn")).unwrap();
    assert_eq!(told(&house).as_deref(), Some("finding-few-proposals"));
}

#[test]
fn pages_are_shown_in_one_form_however_they_were_typed() {
    for (typed, ja, en) in [
        ("3", "3ページ", "p. 3"),
        ("p.3, 5〜7", "3, 5〜7ページ", "p. 3, 5〜7"),
        ("１２ページ", "12ページ", "p. 12"),
        ("Ｐ．３〜ｐ.5", "3〜5ページ", "p. 3〜5"),
        ("3頁、5頁", "3、5ページ", "p. 3、5"),
        ("pages 4-6", "4-6ページ", "p. 4-6"),
        ("別紙２の3ページ", "別紙2の3ページ", "別紙2の3ページ"),
        ("", "", ""),
    ] {
        assert_eq!(check::page_in_words(typed, Lang::Ja), ja, "{typed}");
        assert_eq!(check::page_in_words(typed, Lang::En), en, "{typed}");
    }
}

#[test]
fn a_late_one_competes_once_it_was_accepted_with_a_reason() {
    let mut house = House::new();
    let (_, early) = house.proposal("あおば", "2027-04-02T16:00");
    let (late_bidder, late) = house.proposal("みなと", "2027-04-02T17:31");
    let names = |house: &House| -> Vec<String> {
        let read = house.library.read();
        competing(&read, &house.procurement).unwrap().into_iter().map(|(_, one)| one.id).collect()
    };
    assert_eq!(names(&house), std::slice::from_ref(&early));
    assert_eq!(refusal(house.doing(|tx| verbs::rule(tx, &late, LateRuling::Accepted, " "))), "error-late-reason");
    assert_eq!(refusal(house.doing(|tx| verbs::rule(tx, &early, LateRuling::Refused, "遅い"))), "error-late-in-time");
    house.doing(|tx| verbs::rule(tx, &late, LateRuling::Accepted, "回線の障害")).unwrap();
    assert_eq!(names(&house), [early.clone(), late.clone()]);
    assert_eq!(refusal(house.set(&late, "late_reason", "")), "error-late-reason");
    let row = compared(&house.library.read(), &house.procurement).unwrap().pop().unwrap();
    assert_eq!((row.bidder.id, row.punctuality, row.admitted), (late_bidder, Some(Punctuality::Late), true));
}

#[test]
fn a_withdrawn_one_is_not_compared_unless_it_was_decided_about_before() {
    let mut house = House::new();
    let (aoba, _) = house.proposal("あおば", "2027-04-01T15:22");
    let (minato, _) = house.proposal("みなと", "2027-04-01T16:48");
    let admitted = |house: &House| -> Vec<String> {
        let rows = compared(&house.library.read(), &house.procurement).unwrap();
        assert_eq!(rows.len(), 2, "what it handed in is still shown");
        rows.into_iter().filter(|row| row.admitted).map(|row| row.bidder.id).collect()
    };
    house.doing(|tx| bidders::set(tx, &aoba, "status", "withdrawn")).unwrap();
    assert_eq!(admitted(&house), std::slice::from_ref(&minato));
    for status in ["not-awarded", "withdrawn"] {
        house.doing(|tx| bidders::set(tx, &minato, "status", status)).unwrap();
    }
    assert_eq!(house.status(&minato), Status::Withdrawn);
    assert_eq!(admitted(&house), [minato]);
}

#[test]
fn estimates_of_different_shape_become_comparable_and_later_ones_say_why() {
    let mut house = House::new();
    let (_, aoba) = house.proposal("あおば", "2027-04-01T15:22");
    let (_, minato) = house.proposal("みなと", "2027-04-02T16:48");
    let first = house.estimate(
        &aoba,
        "",
        &[
            ["立ち上げ費", "60万円", "", "初期"],
            ["月額", "￥1,480,000", "", "月額"],
            ["超過分", "3,600", "528時間", "単価"],
        ],
    );
    house.estimate(
        &minato,
        "",
        &[
            ["立ち上げ費", "550,000円（税込）", "", ""],
            ["月額", "１，８１５，０００", "", "月額"],
            ["増員", "495千円", "3か月", ""],
        ],
    );
    {
        let read = house.library.read();
        let rows = compared(&read, &house.procurement).unwrap();
        let sums: Vec<(i64, i64)> = rows
            .iter()
            .map(|row| row.priced.as_ref().map(|one| (one.total.without_tax, one.total.with_tax)).unwrap())
            .collect();
        assert_eq!(sums, [(20_260_800, 22_286_880), (21_650_000, 23_815_000)]);
    }
    assert_eq!(refusal(house.doing(|tx| begin(tx, &aoba, "", None))), "error-estimate-reason");
    let second = house.doing(|tx| begin(tx, &aoba, "責任者の費用が抜けていた", None)).unwrap();
    let held = lines(&house.library.read(), &second).unwrap();
    assert_eq!(held.len(), 3, "it begins with the lines of the one before");
    // What was followed by another stands as it was.
    let old = lines(&house.library.read(), &first).unwrap()[0].id.clone();
    assert_eq!(refusal(house.doing(|tx| estimate::set_line(tx, &old, "unit_price", "1"))), "error-estimate-past");
    assert_eq!(refusal(house.doing(|tx| estimate::remove(tx, &first))), "error-estimate-past");
    house.doing(|tx| estimate::set_line(tx, &held[0].id, "unit_price", "70万")).unwrap();
    let row = compared(&house.library.read(), &house.procurement).unwrap().remove(0).priced.unwrap();
    assert_eq!((row.before, row.total.without_tax), (Some((20_260_800, 22_286_880)), 20_360_800));
    house.doing(|tx| estimate::remove(tx, &second)).unwrap();
    assert_eq!(estimates(&house.library.read(), &aoba).unwrap().len(), 1);
}

#[test]
fn checks_and_answers_are_kept_while_they_say_something() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let scope = house.procurement.clone();
    let (group, item) = house
        .doing(|tx| {
            let group = items::add(tx, &scope, None, "概要", None)?;
            Ok((group.clone(), items::add(tx, &scope, Some(&group), "背景", None)?))
        })
        .unwrap();
    let must = house.doing(|tx| add_requirement(tx, &scope, None, Level::Must, "国内", None)).unwrap();
    let wanted = check::wanted(&house.library.read(), &scope).unwrap();
    assert_eq!(
        wanted.iter().map(|(no, of, one)| (&**no, &**of, &*one.title)).collect::<Vec<_>>(),
        [("1.1", "概要", "背景")]
    );
    for (field, typed) in [("state", "missing"), ("page", "3")] {
        house.doing(|tx| check::set_check(tx, &id, &item, field, typed)).unwrap();
    }
    house.doing(|tx| check::set_answer(tx, &id, &must.id, "answer", "none")).unwrap();
    assert_eq!(refusal(house.doing(|tx| check::set_answer(tx, &id, "?", "answer", "none"))), "error-not-found");
    let row = compared(&house.library.read(), &scope).unwrap().remove(0);
    assert_eq!((row.items.lacking, row.answers.unmet), (vec!["背景".to_owned()], vec!["R-001".to_owned()]));
    // The item goes with what was checked by it, and comes back with it.
    house.doing(|tx| check::remove_item(tx, &group)).unwrap();
    assert_eq!(checks(&house.library.read(), &id).unwrap(), []);
    house.library.undo(Some(&scope), &stamp()).unwrap();
    assert_eq!(checks(&house.library.read(), &id).unwrap()[0].state, Presence::Missing);
    for (field, typed) in [("state", ""), ("page", "")] {
        house.doing(|tx| check::set_check(tx, &id, &item, field, typed)).unwrap();
    }
    house.doing(|tx| check::set_answer(tx, &id, &must.id, "answer", "")).unwrap();
    let read = house.library.read();
    assert_eq!((checks(&read, &id).unwrap(), answers(&read, &id).unwrap()), (vec![], vec![]));
}

#[test]
fn bidders_with_a_proposal_stay_and_a_procurement_goes_with_all_of_it() {
    let mut house = House::new();
    let (bidder, id) = house.proposal("あおば", "2027-04-01");
    let sha = "0".repeat(64);
    house.doing(|tx| verbs::add_file(tx, &id, None, "20270401_見積書.pdf", 3, &sha, false)).unwrap();
    house.estimate(&id, "", &[["月額", "1", "", "月額"]]);
    let read = house.library.read();
    let (kept, file) = (estimates(&read, &id).unwrap().remove(0), files(&read, &id).unwrap().remove(0));
    assert_eq!((file.kind, kept.file), (FileKind::Estimate, Some(file.id.clone())), "an estimate names its paper");
    assert_eq!(refusal(house.doing(|tx| whole::remove_bidder(tx, &bidder))), "error-bidder-on-record");
    let scope = house.procurement.clone();
    let before = house.library.state().unwrap();
    house.doing(|tx| whole::remove(tx, &scope)).unwrap();
    assert_eq!(house.library.read().all::<Proposal>("", &[]).unwrap(), []);
    house.library.undo(Some(&scope), &stamp()).unwrap();
    assert_eq!(house.library.state().unwrap(), before);
    house.doing(|tx| verbs::remove_file(tx, &file.id)).unwrap();
    assert_eq!(estimates(&house.library.read(), &id).unwrap()[0].file, None);
}

fn table(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
}

fn came(house: &House, id: &str, table: &[Vec<String>]) -> crate::Result<IncomingEstimate> {
    read_estimate(&house.library.read(), id, table, &estimate_columns(table, &BTreeMap::new()))
}

#[test]
fn columns_nobody_knows_are_said_once_and_known_again() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let sheet =
        table(&[&["御見積書"], &["役務", "いくら（千円）", "回"], &["研修", "30", "12"], &["移行", "500", "1"]]);
    let unknown = estimate_columns(&sheet, &BTreeMap::new());
    assert_eq!(unknown.head, Some(1));
    let read = house.library.read();
    assert_eq!(refusal(read_estimate(&read, &id, &sheet, &unknown)), "error-estimate-columns");
    let said = unknown.said(&[EstimateColumn::Title, EstimateColumn::UnitPrice, EstimateColumn::Quantity]);
    let rows = read_estimate(&read, &id, &sheet, &said).unwrap().rows;
    let told: Vec<_> =
        rows.iter().map(|row| (row.line.title.as_str(), row.line.unit_price, row.line.quantity.as_str())).collect();
    assert_eq!(told, [("研修", Some(30_000), "12"), ("移行", Some(500_000), "1")]);
    let again = estimate_columns(&sheet, &said.remembered(&sheet));
    assert_eq!(again, said);
    // What is said holds against what the heading usually means, and nothing of it touches question sheets.
    let other = table(&[&["項目", "金額", "価格"], &["研修", "1", "30,000"]]);
    let said = estimate_columns(&other, &BTreeMap::new()).said(&[
        EstimateColumn::Title,
        EstimateColumn::Nothing,
        EstimateColumn::Amount,
    ]);
    let remembered = said.remembered(&other);
    assert_eq!(estimate_columns(&other, &remembered).fields()[1], EstimateColumn::Nothing);
    assert_eq!(
        crate::question::columns::recognise(&other, &remembered),
        crate::question::columns::recognise(&other, &BTreeMap::new())
    );
}

/// Kind, title, price and quantity of a line that came, with what is said of it.
type Told<'a> = (LineKind, &'a str, Option<i64>, &'a str, Option<&'a str>);

fn told(incoming: &IncomingEstimate) -> Vec<Told<'_>> {
    let rows = incoming.rows.iter().map(|row| {
        let (line, why) = (&row.line, row.message.as_ref().map(|text| text.id.as_str()));
        (line.kind, line.title.as_str(), line.unit_price, line.quantity.as_str(), why)
    });
    rows.collect()
}

#[test]
fn headings_say_how_often_the_amounts_below_are_paid() {
    use LineKind::{Monthly, OneOff};
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let monthly = [
        "月額",
        "月額（税込）",
        "月額費用",
        "月額料金（円）",
        "金額（月額）",
        "Monthly fee",
        "Monthly",
        "単価（円／月）",
    ];
    for heading in monthly {
        let incoming = came(&house, &id, &table(&[&["内訳", heading], &["基本料", "528,000"]])).unwrap();
        assert_eq!(told(&incoming), [(Monthly, "基本料", Some(528_000), "", None)], "{heading}");
    }
    let incoming = came(&house, &id, &table(&[&["内訳", "月額単価", "数量"], &["席", "8,000", "3席"]])).unwrap();
    assert_eq!(incoming.after.unwrap().0, 288_000);
    for heading in ["初期費用", "初期費用（税抜）", "一時金", "導入費用", "初期作業費", "Set-up fee"]
    {
        let incoming = came(&house, &id, &table(&[&["項目", heading], &["月次の基盤", "500,000"]])).unwrap();
        assert_eq!(told(&incoming), [(OneOff, "月次の基盤", Some(500_000), "", None)], "{heading}");
    }
    let once = came(&house, &id, &table(&[&["項目", "月額"], &["初期費用", "500,000"]])).unwrap();
    assert_eq!(told(&once), [(Monthly, "初期費用", Some(500_000), "", Some("incoming-kind-heading"))]);
    // An hour is nothing that is paid once.
    let hourly = came(&house, &id, &table(&[&["項目", "一時間単価", "数量"], &["作業", "5,000", "40時間"]])).unwrap();
    assert_eq!(told(&hourly), [(LineKind::Unit, "作業", Some(5_000), "40", None)]);
}

#[test]
fn amounts_paid_once_and_monthly_in_one_row_are_two_lines() {
    use LineKind::{Monthly, OneOff};
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let sheet = table(&[
        &["項目", "初期費用", "月額費用", "合計金額"],
        &["システム", "500,000", "80,000", "580,000"],
        &["研修", "100,000", "―", "100,000"],
        &["保守", "0", "20,000", "20,000"],
        &["初期費用計", "600,000", "100,000", "700,000"],
        &["小計", "600,000", "100,000", "700,000"],
        &["消費税（10%）", "60,000", "10,000", "70,000"],
        &["合計", "660,000", "110,000", "770,000"],
    ]);
    let incoming = came(&house, &id, &sheet).unwrap();
    let lines = [
        (OneOff, "システム", Some(500_000), "", None),
        (Monthly, "システム", Some(80_000), "", None),
        (OneOff, "研修", Some(100_000), "", None),
        (Monthly, "保守", Some(20_000), "", None),
    ];
    assert_eq!(told(&incoming), lines);
    assert_eq!(incoming.after.unwrap().0, 600_000 + 100_000 * 12);
    assert_eq!(incoming.notes.iter().map(|note| note.id.as_str()).collect::<Vec<_>>(), ["incoming-sums"]);
    // A sum that no word tells is one in both of its columns.
    let sheet = table(&[
        &["項目", "初期費用", "月額費用"],
        &["システム", "500,000", "80,000"],
        &["保守", "100,000", "20,000"],
        &["ご提示価格", "600,000", "100,000"],
    ]);
    let incoming = came(&house, &id, &sheet).unwrap();
    assert_eq!(incoming.after.unwrap().0, 600_000 + 100_000 * 12);
    assert_eq!(incoming.notes, [Text::new("incoming-added-up").arg("rows", "4: ご提示価格")]);
    // The row says of its two lines what it would of one.
    let open = table(&[&["区分", "項目", "初期費用", "月額費用"], &["一時", "システム", "500,000", "別途"]]);
    let incoming = came(&house, &id, &open).unwrap();
    let asked = (Monthly, "システム (別途)", None, "", Some("incoming-cell"));
    assert_eq!(told(&incoming), [(OneOff, "システム", Some(500_000), "", None), asked]);
}

#[test]
fn amounts_that_go_into_no_line_are_told() {
    use LineKind::{Monthly, OneOff};
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let read = |sheet: &[&[&str]]| came(&house, &id, &table(sheet)).unwrap();
    let yearly = read(&[&["項目", "年額"], &["保守", "960,000"]]);
    assert_eq!(told(&yearly), [(OneOff, "保守 (年額 960,000)", None, "", Some("incoming-by-year"))]);
    assert_eq!((yearly.rows[0].state, yearly.after), (RowState::Wrong, None));
    let again = read(&[&["項目", "月額", "年額"], &["保守", "80,000", "960,000"]]);
    assert_eq!(told(&again), [(Monthly, "保守", Some(80_000), "", None)]);
    let two = read(&[&["項目", "標準価格", "提供価格"], &["保守", "80,000", "70,000"]]);
    assert_eq!(told(&two), [(OneOff, "保守 (提供価格 70,000)", Some(80_000), "", Some("incoming-left"))]);
    assert_eq!(two.rows[0].state, RowState::Wrong);
    let taxes = read(&[&["項目", "金額（税抜）", "金額（税込）"], &["研修", "100,000", "110,000"]]);
    assert_eq!(told(&taxes), [(OneOff, "研修", Some(100_000), "", None)]);
    let sheet = table(&[&["No.", "項目", "月額", "運用費", "合計"], &["1", "保守", "80,000", "70,000", "150,000"]]);
    let columns = estimate_columns(&sheet, &BTreeMap::new());
    let notes = |columns| read_estimate(&house.library.read(), &id, &sheet, &columns).unwrap().notes;
    let unplaced = Text::new("incoming-unplaced").arg("rows", "2: 運用費 70,000");
    assert_eq!(notes(columns.clone()), std::slice::from_ref(&unplaced));
    let fields = columns.fields();
    assert_eq!(notes(columns.said(&fields)), [unplaced], "nor is it hidden by what is chosen for the columns");
}

#[test]
fn columns_of_amounts_under_any_heading_are_told() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let notes = |sheet: &[&[&str]]| came(&house, &id, &table(sheet)).unwrap().notes;
    let unplaced = |rows: &str| [Text::new("incoming-unplaced").arg("rows", rows)];
    let head = ["項目", "単価", "数量", "金額", "値引後"].as_slice();
    let training = ["研修", "50,000", "4", "200,000", "180000"].as_slice();
    let cut = notes(&[head, &["導入", "800,000", "1", "800,000", "750,000"], training]);
    assert_eq!(cut, unplaced("2: 値引後 750,000"));
    let once = notes(&[head, &["導入", "800,000", "1", "800,000", "800,000"], training]);
    assert_eq!(once, unplaced("3: 値引後 180000"), "what the line holds already is no news");
    for nothing in ["0", "－", ""] {
        let other = notes(&[head, &["導入", "800,000", "1", "800,000", nothing], training]);
        assert_eq!(other, unplaced("3: 値引後 180000"), "{nothing}");
    }
    let years = notes(&[&["項目", "金額", "1年目", "2年目"], &["導入", "240,000", "150,000", "90,000"]]);
    assert_eq!(years, unplaced("2: 1年目 150,000 / 2: 2年目 90,000"));
    let numbers = notes(&[
        &["項目", "金額", "番号", "連絡先", "納品", "頁", "利用件数", "Code", "備考"],
        &["導入", "240,000", "1001", "0312345678", "20270401", "12", "1,200", "40015", "2,000"],
        &["研修", "100,000", "1002", "0312345679", "2027", "1300", "1,500", "40016", "来期"],
    ]);
    assert_eq!(numbers, []);
}

#[test]
fn amounts_of_another_year_are_told_whatever_was_chosen_by_hand() {
    use EstimateColumn::{Amount, Nothing, Title};
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    for head in [["項目", "1年目", "2年目"], ["Item", "Year 1", "Year 2"]] {
        let sheet = table(&[&head, &["運用", "3,600,000", "3,600,000"], &["研修", "120,000", "120,000"]]);
        let said = |fields: &[EstimateColumn]| {
            let columns = estimate_columns(&sheet, &BTreeMap::new()).said(fields);
            read_estimate(&house.library.read(), &id, &sheet, &columns).unwrap()
        };
        let first = said(&[Title, Amount, Nothing]);
        let second = format!("{} 3,600,000", head[2]);
        assert_eq!(first.after.unwrap().0, 3_720_000);
        assert_eq!(first.notes, [Text::new("incoming-unplaced").arg("rows", format!("2: {second}"))]);
        let both = said(&[Title, Amount, Amount]);
        assert_eq!(both.rows[0].message, Some(Text::new("incoming-left").arg("amounts", second)));
    }
}

#[test]
fn numbers_that_a_price_is_not_multiplied_by_are_told() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let notes = |sheet: &[&[&str]]| came(&house, &id, &table(sheet)).unwrap().notes;
    let head = ["No.", "項目", "単価", "席", "金額"].as_slice();
    let told = [Text::new("incoming-numbers").arg("rows", "2: 席 3")];
    assert_eq!(notes(&[head, &["1", "運用", "8,000", "3", ""], &["2", "研修", "5,000", "2", ""]]), told);
    assert_eq!(notes(&[head, &["1", "運用", "8,000", "3", "24,000"], &["2", "研修", "5,000", "2", "10,000"]]), told);
    assert_eq!(notes(&[head, &["1", "運用", "8,000", "3", "8,000"]]), [], "the amount shows that it counts nothing");
    assert_eq!(notes(&[head, &["1", "運用", "8,000", "3", ""], &["2", "研修", "5,000", "窓側", ""]]), []);
    assert_eq!(notes(&[head, &["1", "運用", "8,000", "1", ""]]), []);
}

#[test]
fn amounts_of_tax_and_with_it_beside_those_without_leave_the_basis_as_it_is() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let read = |head: &[&str], cells: &[&str]| {
        let incoming = came(&house, &id, &table(&[head, cells])).unwrap();
        let row = &incoming.rows[0];
        ((row.line.tax, incoming.after.unwrap().0, row.message.is_none()), incoming.notes)
    };
    let net = ((Tax::Excluded, 300_000, true), Vec::new());
    let gross = ((Tax::Included, 300_000, true), Vec::new());
    for tax in ["消費税", "消費税額", "税額", "税金", "消費税（10%）", "Tax"] {
        let head = ["項目", "単価", "数量", "金額", tax, "税込金額"];
        let cells = ["設計", "300,000", "1", "300,000", "30,000", "330,000"];
        assert_eq!(read(&head, &cells), net, "{tax}");
        let fields = estimate_columns(&table(&[&head, &cells]), &BTreeMap::new()).fields();
        assert_eq!(fields[4..], [EstimateColumn::Nothing; 2], "{tax}");
        let other = [Text::new("incoming-gross").arg("rows", "2: 税込金額 340,000")];
        let told = read(&head, &["設計", "300,000", "1", "300,000", "30,000", "340,000"]);
        assert_eq!(told, (net.0, other.to_vec()), "{tax}");
        assert_eq!(read(&head, &["設計", "", "", "", "30,000", "330,000"]), gross, "{tax}");
    }
    let cells = ["設計", "300,000", "30,000", "330,000"].as_slice();
    for head in [
        ["項目", "税抜金額", "消費税", "税込金額"],
        ["項目", "小計", "消費税", "総額"],
        ["項目", "税抜", "消費税", "税込"],
        ["項目", "金額", "消費税", "合計（税込）"],
    ] {
        assert_eq!(read(&head, cells), net, "{head:?}");
        let (_, notes) = read(&head, &["設計", "300,000", "30,000", "350,000"]);
        assert_eq!(notes.iter().map(|note| note.id.as_str()).collect::<Vec<_>>(), ["incoming-gross"], "{head:?}");
    }
    assert_eq!(read(&["項目", "税込金額", "金額"], &["設計", "330,001", "300,000"]), net, "rounding is no news");
    let counted = ["項目", "単価", "数量", "税込金額"];
    assert_eq!(read(&counted, &["設計", "100,000", "3", "330,000"]), net, "the price of one proves it");
    assert_eq!(read(&counted, &["設計", "110,000", "3", "330,000"]), gross);
    assert_eq!(read(&["項目", "税込金額"], &["設計", "330,000"]), gross);
    assert_eq!(read(&["項目", "金額", "うち消費税"], &["設計", "330,000", "30,000"]), gross);
    // The vendor's next sheet may hold amounts with tax alone.
    let both = table(&[&["項目", "金額", "消費税", "税込金額"], cells]);
    let columns = estimate_columns(&both, &BTreeMap::new());
    let known = columns.clone().said(&columns.fields()).remembered(&both);
    let alone = table(&[&["項目", "税込金額"], &["設計", "330,000"]]);
    assert_eq!(estimate_columns(&alone, &known).fields(), [EstimateColumn::Title, EstimateColumn::Amount]);
}

#[test]
fn a_column_of_months_says_how_long_a_monthly_price_runs() {
    use LineKind::{Monthly, OneOff, Unit};
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let read = |head: &[&str], cells: &[&str]| {
        let mut incoming = came(&house, &id, &table(&[head, cells])).unwrap();
        let row = incoming.rows.remove(0);
        let told = (row.line.kind, row.line.quantity, row.line.from_month, row.line.to_month);
        (told, incoming.after.map(|(without, _)| without), row.message.map(|text| text.id))
    };
    let three = (Monthly, String::new(), Some(1), Some(3));
    for heading in ["月数", "ヶ月数", "期間（月）", "Months", "No. of months"] {
        let told = read(&["項目", "月額", heading, "金額"], &["運用", "200,000", "3", "600,000"]);
        assert_eq!(told, (three.clone(), Some(600_000), None), "{heading}");
    }
    let by_piece = read(&["項目", "単価", "月数", "金額"], &["運用", "200,000", "3か月", "600,000"]);
    assert_eq!(by_piece, (three, Some(600_000), None), "the amount shows it");
    let later = read(&["項目", "月額", "開始月", "月数"], &["運用", "200,000", "4", "3"]);
    assert_eq!(later, ((Monthly, String::new(), Some(4), Some(6)), Some(600_000), None));
    let seats = read(&["項目", "月額単価", "人数", "月数"], &["席", "8,000", "12", "6"]);
    assert_eq!(seats, ((Monthly, "12".into(), Some(1), Some(6)), Some(576_000), None));
    let people = read(&["項目", "月額単価", "人数", "金額"], &["席", "8,000", "12", "96,000"]);
    assert_eq!(people, ((Monthly, "12".into(), None, None), Some(1_152_000), None), "people are no months");
    let work = ["人月", "人月数", "人日", "工数（人月）", "数（人月）", "名", "Man-months", "Person-months", "FTE"];
    for heading in ["工数", "名数", "人数", "Persons"].into_iter().chain(work) {
        let told = read(&["項目", "単価", heading, "金額"], &["設計", "50,000", "4", "200,000"]);
        assert_eq!(told, ((Unit, "4".into(), None, None), Some(200_000), None), "{heading}");
    }
    let months = read(&["項目", "人月単価", "人月", "月数"], &["運用", "800,000", "2", "12"]);
    assert_eq!(months, ((Monthly, "2".into(), Some(1), Some(12)), Some(19_200_000), None));
    for (heading, column) in [("単位（人月）", EstimateColumn::Unit), ("人月金額", EstimateColumn::Amount)] {
        let sheet = table(&[&["項目", "単価", heading], &["設計", "800,000", "2"]]);
        assert_eq!(estimate_columns(&sheet, &BTreeMap::new()).fields()[2], column, "{heading}");
    }
    let half = read(&["項目", "月額", "月数"], &["運用", "200,000", "2.5"]);
    assert_eq!(half.2.as_deref(), Some("incoming-cell"));
    let ((_, _, from, to), _, why) = read(&["項目", "金額", "月数"], &["月次運用", "600,000", "3"]);
    assert_eq!((from, to, why.as_deref()), (None, None, Some("incoming-quantity-in-sum")));
    let once = read(&["項目", "初期費用", "月額", "月数"], &["運用", "500,000", "200,000", "3"]);
    assert_eq!(once, ((OneOff, String::new(), None, None), Some(1_100_000), None));
}

#[test]
fn a_title_says_its_tax_where_nothing_else_does() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let tax = |head: &[&str], cells: &[&str]| {
        let line = came(&house, &id, &table(&[head, cells])).unwrap().rows.remove(0).line;
        (line.tax, line.title)
    };
    let (bare, named) = (["項目", "金額"].as_slice(), "運用（税込）");
    assert_eq!(tax(bare, &[named, "110,000"]), (Tax::Included, named.to_owned()));
    assert_eq!(tax(bare, &[named, "110,000円（税抜）"]).0, Tax::Excluded);
    assert_eq!(tax(&["項目", "金額（税抜）"], &[named, "110,000"]).0, Tax::Excluded);
    assert_eq!(tax(&["項目", "金額", "税"], &[named, "110,000", "非課税"]).0, Tax::Exempt);
    let mixed = came(&house, &id, &table(&[bare, &[named, "110,000"], &["研修", "1,000"]])).unwrap();
    assert_eq!(mixed.notes, [Text::new("incoming-tax-included").arg("rows", "3: 研修")]);
}

#[test]
fn a_caption_above_the_headings_says_what_amounts_are_counted_in() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let prices = |sheet: &[&[&str]]| -> Vec<Option<i64>> {
        let incoming = came(&house, &id, &table(sheet)).unwrap();
        incoming.rows.iter().map(|row| row.line.unit_price).collect()
    };
    for (caption, price) in [
        ("（単位：千円）", 950_000),
        ("単位：千円", 950_000),
        ("単位：1,000円", 950_000),
        ("単位：万円", 9_500_000),
        ("単位：円", 950),
        ("(in thousands of yen)", 950_000),
        ("5 thousand yen", 950),
    ] {
        let read = prices(&[&["御見積書"], &["", "", caption], &["項目", "金額"], &["研修", "950"]]);
        assert_eq!(read, [Some(price)], "{caption}");
    }
    // What a column or a cell says itself holds against the caption.
    assert_eq!(prices(&[&["単位：千円"], &["項目", "金額（円）"], &["研修", "950"]]), [Some(950)]);
    assert_eq!(prices(&[&["単位：千円"], &["項目", "金額"], &["研修", "50万円"]]), [Some(500_000)]);
    let both = prices(&[&["単位：千円"], &["項目", "初期費用", "月額費用"], &["研修", "950", "80"]]);
    assert_eq!(both, [Some(950_000), Some(80_000)]);
}

#[test]
fn a_line_takes_the_tax_of_the_next_above_that_is_not_exempt() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let begun = house.estimate(&id, "", &[["印紙", "非課税 200円", "", ""]]);
    let added = |house: &mut House, title: &str| {
        let typed = TypedLine { title: title.into(), ..TypedLine::default() };
        let line = house.doing(|tx| add_line(tx, &begun, &typed, None)).unwrap();
        (house.library.read().get::<EstimateLine>(&line).unwrap().tax, line)
    };
    let (tax, first) = added(&mut house, "運用");
    assert_eq!(tax, Tax::Excluded, "as the first line gets");
    house.doing(|tx| estimate::set_line(tx, &first, "tax", "税込")).unwrap();
    let (_, second) = added(&mut house, "登記");
    house.doing(|tx| estimate::set_line(tx, &second, "tax", "非課税")).unwrap();
    assert_eq!(added(&mut house, "研修").0, Tax::Included);
}

#[test]
fn a_total_says_which_lines_run_beyond_the_term() {
    let basis = Basis { months: 12, tax_rate: Decimal::TEN, tax: TaxBasis::Excluded };
    let monthly = |title: &str, to_month| EstimateLine {
        kind: LineKind::Monthly,
        title: title.into(),
        unit_price: Some(1_000),
        to_month,
        ..line()
    };
    let said = |lines: &[EstimateLine]| -> Option<String> {
        let steps = super::explain::steps(lines, &total(lines, &basis), &basis);
        steps.iter().find(|step| step.id == "total-beyond").map(|step| Lang::Ja.say(step))
    };
    assert_eq!(said(&[monthly("運用", Some(12)), monthly("席", None)]), None);
    let told = said(&[monthly("運用", Some(24)), monthly("席", None)]).unwrap();
    assert!(told.contains("12か月") && told.contains("運用") && !told.contains("席"), "{told}");
}

#[test]
fn a_row_of_amounts_is_a_line_and_no_headings() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    for first in ["500,000円（税抜）", "▲500,000", "500千円", "50万円", "月額50万円", "1,100円×200件"]
    {
        let sheet = table(&[&["運用作業", first], &["研修費", "80,000円（税抜）"]]);
        let columns = estimate_columns(&sheet, &BTreeMap::new());
        assert_eq!(columns.head, None, "{first}");
        let said = columns.said(&[EstimateColumn::Title, EstimateColumn::UnitPrice]);
        assert_eq!(read_estimate(&house.library.read(), &id, &sheet, &said).unwrap().rows.len(), 2, "{first}");
    }
    let words_below = table(&[&["運用作業", "500,000円"], &["研修費", "別途"]]);
    assert_eq!(estimate_columns(&words_below, &BTreeMap::new()).head, None, "a line above is not lost");
    let words_beside = table(&[&["項目整理", "月額", "50,000円"], &["研修費", "一時", "80,000円"]]);
    assert_eq!(estimate_columns(&words_beside, &BTreeMap::new()).head, None);
    let above = table(&[&["電話", "320,000円"], &["2027", ""], &["項目", "単価"], &["研修費", "80,000円"]]);
    let notes = came(&house, &id, &above).unwrap().notes;
    assert_eq!(notes, [Text::new("incoming-above").arg("rows", "1: 電話 320,000円")]);
}

#[test]
fn english_words_about_the_tax_are_read_over_columns_and_in_cells() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let tax = |head: &[&str], cells: &[&str]| {
        let row = came(&house, &id, &table(&[head, cells])).unwrap().rows.remove(0);
        (row.line.tax, row.message)
    };
    for heading in ["Unit price (with tax)", "Price incl.", "Price (with tax)"] {
        assert_eq!(tax(&["Item", heading], &["Set-up", "300,000"]), (Tax::Included, None), "{heading}");
    }
    assert_eq!(tax(&["Item", "Price without tax"], &["Set-up", "300,000"]), (Tax::Excluded, None));
    assert_eq!(tax(&["Items included", "Price"], &["Set-up", "300,000"]), (Tax::Excluded, None));
    let head = ["Item", "Price", "Tax"];
    for (typed, read) in [("with tax", Tax::Included), ("incl.", Tax::Included), ("without", Tax::Excluded)] {
        assert_eq!(tax(&head, &["Set-up", "300,000", typed]), (read, None), "{typed}");
    }
    let told = Text::new("incoming-cell-tax").arg("typed", "10%").arg("tax", "excluded").arg("others", 0);
    assert_eq!(tax(&head, &["Set-up", "300,000", "10%"]), (Tax::Excluded, Some(told)));
}

#[test]
fn months_the_wrong_way_round_are_told_and_leave_the_quantity() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let head = ["項目", "区分", "単価", "数量", "開始月", "終了月"].as_slice();
    let row = came(&house, &id, &table(&[head, &["保守", "月額", "550", "1", "10", "3"]])).unwrap().rows.remove(0);
    let told = (row.line.title.as_str(), row.line.quantity.as_str(), row.line.from_month, row.line.to_month);
    assert_eq!((row.state, told), (RowState::Wrong, ("保守", "1", None, None)));
    assert_eq!(row.message, Some(Text::new("incoming-months-order").arg("from", 10).arg("to", 3)));
}

#[test]
fn price_and_quantity_typed_in_one_fill_both_cells() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let estimate = house.estimate(&id, "", &[["電話", "1,100円×200件", "", ""], ["帳票", "", "", ""]]);
    let second = lines(&house.library.read(), &estimate).unwrap()[1].id.clone();
    house.doing(|tx| estimate::set_line(tx, &second, "unit_price", "1,100円×200件")).unwrap();
    for line in lines(&house.library.read(), &estimate).unwrap() {
        let told = (line.unit_price, line.quantity.as_str(), line.unit.as_str());
        assert_eq!(told, (Some(1_100), "200", "件"), "{}", line.title);
    }
    let typed = TypedLine { unit_price: "1,100円×200件".into(), quantity: "3".into(), ..TypedLine::default() };
    assert_eq!(refusal(house.doing(|tx| add_line(tx, &estimate, &typed, None))), "error-amount");
}

#[test]
fn lines_aligned_by_spaces_are_a_table_below_their_headings() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let mail = table(&[
        &["お見積りは　次のとおりです。"],
        &[],
        &["項目　単価　数量　金額"],
        &["初期費用　500,000円　1式　500,000円"],
        &["Set-up work     8,000   2　16,000"],
        &["研修　別途"],
    ]);
    let sheet = aligned(&mail).unwrap();
    assert_eq!(sheet[4], ["Set-up work", "8,000", "2", "16,000"]);
    let incoming = came(&house, &id, &sheet).unwrap();
    let told: Vec<_> = incoming.rows.iter().map(|row| (row.line.title.as_str(), row.line.unit_price)).collect();
    assert_eq!(told, [("初期費用", Some(500_000)), ("Set-up work", Some(8_000))]);
    assert_eq!(incoming.notes, [Text::new("incoming-bare").arg("rows", "6: 研修　別途")]);
    assert_eq!(aligned(&mail[..2]), None, "words are no headings");
    let bare = aligned(&table(&[&["設計費　　　1,200,000円"], &["構築費　　　2,400,000円"]])).unwrap();
    assert_eq!(bare[0], ["設計費", "1,200,000円"], "lines with amounts need none");
    assert_eq!(estimate_columns(&bare, &BTreeMap::new()).head, None);
    assert_eq!(aligned(&table(&[&["項目　単価", ""]])), None, "a table is one already");
}

#[test]
fn what_is_not_said_about_the_tax_does_not_follow_the_line_above() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let taxed = ["研修", "110,000円（税込）"];
    let (bare, rebate) = (["運用", "50,000円（税抜）"], ["値引き", "▲33,333"]);
    let read = |rows: &[[&str; 2]]| {
        let mut sheet = vec![["項目", "単価"]];
        sheet.extend(rows);
        let sheet: Vec<Vec<String>> = sheet.iter().map(|row| row.map(String::from).to_vec()).collect();
        let incoming = came(&house, &id, &sheet).unwrap();
        (incoming.rows.last().unwrap().line.tax, incoming.notes)
    };
    let note = |id: &str, rows: &str| vec![Text::new(id).arg("rows", rows)];
    assert_eq!(read(&[bare, taxed, rebate]), (Tax::Excluded, note("incoming-tax-excluded", "4: 値引き")));
    assert_eq!(read(&[taxed, rebate]), (Tax::Included, note("incoming-tax-included", "3: 値引き")));
    assert_eq!(read(&[bare, rebate]), (Tax::Excluded, Vec::new()), "nothing is mixed");
    let exempt = ["印紙", "非課税 200円"];
    assert_eq!(read(&[exempt, rebate]), (Tax::Excluded, Vec::new()));

    let priced = [bare, taxed, rebate].map(|[title, price]| [title, price, "", ""]);
    let estimate = house.estimate(&id, "", &priced);
    let held = lines(&house.library.read(), &estimate).unwrap();
    assert_eq!(held[2].tax, Tax::Excluded);
    let typed = TypedLine { title: "予備".into(), ..TypedLine::default() };
    house.doing(|tx| add_line(tx, &estimate, &typed, Some(&held[1].id))).unwrap();
    let tax = lines(&house.library.read(), &estimate).unwrap()[2].tax;
    assert_eq!(tax, Tax::Included, "a title alone begins as the line above, for all to see");
}

#[test]
fn prices_by_month_by_the_piece_and_below_a_thousand_are_read() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let read = |heading: &str, price: &str| {
        let sheet = table(&[&["項目", heading], &["保守", price]]);
        came(&house, &id, &sheet).unwrap().rows.remove(0)
    };
    let row = read("単価", "月額320,000円（税抜）");
    assert_eq!((row.state, row.line.kind, row.line.unit_price), (RowState::New, LineKind::Monthly, Some(320_000)));
    let row = read("単価", "1,100円×200件");
    let told = (row.line.unit_price, row.line.quantity.as_str(), row.line.unit.as_str(), row.line.kind);
    assert_eq!((row.state, told), (RowState::Wrong, (Some(1_100), "200", "件", LineKind::Unit)));
    let asked = Text::new("incoming-product").arg("typed", "1,100円×200件").arg("price", "1,100");
    assert_eq!(row.message, Some(asked.arg("quantity", "200件")));
    assert_eq!(read("単価（千円）", "0.22").line.unit_price, Some(220));
    assert_eq!(read("単価（千円）", "0.095").line.unit_price, Some(95));
    let estimate = house.estimate(&id, "", &[["運用", "260,000円／月", "", ""], ["研修", "1,000", "", ""]]);
    let held = lines(&house.library.read(), &estimate).unwrap();
    assert_eq!((held[0].kind, held[0].unit_price), (LineKind::Monthly, Some(260_000)));
    house.doing(|tx| estimate::set_line(tx, &held[1].id, "unit_price", "2万円／月")).unwrap();
    assert_eq!(lines(&house.library.read(), &estimate).unwrap()[1].kind, LineKind::Monthly);
}

#[test]
fn a_vendors_own_estimate_is_read_compared_and_taken_with_a_reason() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let sheet = table(&[
        &["御見積書"],
        &["", "品名", "数量", "単位", "単価（税込）", "金額"],
        &["1", "初期設定費", "1", "式", "￥550,000", "550,000"],
        &["2", "月額利用料", "2", "名", "907,500円", "1,815,000"],
        &["3", "研修", "1", "回", "別途お見積り", ""],
        &["", "小計", "", "", "", "2,365,000"],
        &["", "合計", "", "", "", "2,365,000"],
    ]);
    let incoming = came(&house, &id, &sheet).unwrap();
    let read: Vec<_> = incoming
        .rows
        .iter()
        .map(|row| (row.state, row.line.kind, row.line.unit_price, row.line.tax, row.line.title.as_str()))
        .collect();
    assert_eq!(
        read,
        [
            (RowState::New, LineKind::OneOff, Some(550_000), Tax::Included, "初期設定費"),
            (RowState::New, LineKind::Monthly, Some(907_500), Tax::Included, "月額利用料"),
            (RowState::Wrong, LineKind::Unit, None, Tax::Included, "研修 (別途お見積り)"),
        ]
    );
    assert_eq!((incoming.replaces, incoming.after), (false, None), "an open price gives no total");
    house.doing(|tx| take_estimate(tx, &id, &incoming, "", None)).unwrap();
    let again = came(&house, &id, &sheet).unwrap();
    assert_eq!(again.rows[0].state, RowState::Same);
    let thousands = table(&[&["費目", "金額（千円）"], &["初期設定費", "500"], &["月額利用料", "1,650"]]);
    let later = came(&house, &id, &thousands).unwrap();
    assert_eq!(later.rows.iter().map(|row| row.line.unit_price).collect::<Vec<_>>(), [Some(500_000), Some(1_650_000)]);
    assert_eq!(later.gone, ["研修 (別途お見積り)"]);
    assert_eq!(refusal(house.doing(|tx| take_estimate(tx, &id, &later, "", None))), "error-estimate-reason");
    house.doing(|tx| take_estimate(tx, &id, &later, "再提示", None)).unwrap();
    assert_eq!(estimates(&house.library.read(), &id).unwrap().len(), 2);
    for nothing in [table(&[&["ごあいさつ"]]), table(&[&["品名", "金額"], &["合計", "3"]])] {
        let cause = refusal(came(&house, &id, &nothing));
        assert!(["error-estimate-columns", "error-estimate-empty"].contains(&cause), "{cause}");
    }
}

#[test]
fn a_monthly_price_over_so_many_months_is_counted_once_in_each() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    for unit in ["ヶ月", "か月", "カ月", "ヵ月", "ケ月", "ｹ月", "箇月", "月", "months", "mo."] {
        let sheet = table(&[&["項目", "単価", "数量", "単位"], &["月額基本料", "380,000", "12", unit]]);
        let incoming = came(&house, &id, &sheet).unwrap();
        let line = &incoming.rows[0].line;
        let told = (line.kind, line.quantity.as_str(), line.unit.as_str(), line.from_month, line.to_month);
        assert_eq!(told, (LineKind::Monthly, "1", "", Some(1), Some(12)), "{unit}");
        assert_eq!(incoming.after.map(|(without, _)| without), Some(4_560_000), "{unit}");
    }
    for (quantity, unit, from, to) in
        [("6ヶ月", "", Some(1), Some(6)), ("1", "月", None, None), ("2", "名", None, None)]
    {
        let sheet = table(&[&["項目", "単価", "数量", "単位"], &["月額基本料", "380,000", quantity, unit]]);
        let line = came(&house, &id, &sheet).unwrap().rows.remove(0).line;
        assert_eq!((line.from_month, line.to_month), (from, to), "{quantity}{unit}");
        let told = [Lang::Ja, Lang::En].map(|lang| super::explain::quantity(&line, lang));
        let counted = if unit == "名" { ["2名", "2 名"] } else { ["1", "1"] };
        assert_eq!(told, counted, "{quantity}{unit}");
    }
    // What is paid once is twelve of it.
    let sheet = table(&[&["項目", "単価", "数量", "単位"], &["初期費用", "1,000", "12", "ヶ月"]]);
    assert_eq!(came(&house, &id, &sheet).unwrap().after.map(|(without, _)| without), Some(12_000));
}

#[test]
fn a_quantity_stands_apart_from_its_unit_and_no_price_is_no_total() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let estimate = house.estimate(&id, "", &[["対応", "", "1000件", "単価×数量"], ["研修", "", "2.5", "単価×数量"]]);
    let read = house.library.read();
    let held = lines(&read, &estimate).unwrap();
    let said = |at: usize| [Lang::Ja, Lang::En].map(|lang| super::explain::quantity(&held[at], lang));
    assert_eq!((said(0), said(1)), (["1,000件", "1,000 件"].map(String::from), ["2.5", "2.5"].map(String::from)));
    let basis = Basis::of(&read, &house.procurement).unwrap();
    assert!(!total(&held, &basis).is_priced());
    assert_eq!(super::explain::part(&held, LineKind::Unit, &basis), None, "nor is a part of it nought");
    let priced = EstimateLine { unit_price: Some(0), ..held[0].clone() };
    assert!(total(&[priced], &basis).is_priced());
}

#[test]
fn only_a_monthly_line_has_months() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let sheet = table(&[
        &["項目", "区分", "単価", "数量", "単位", "開始月", "終了月"],
        &["対応", "単価×数量", "550", "1,000", "件", "1", "24"],
        &["月額基本料", "月額", "550", "1", "", "1", "6"],
    ]);
    let rows = came(&house, &id, &sheet).unwrap().rows;
    let told: Vec<_> = rows.iter().map(|row| (row.line.kind, row.line.from_month, row.line.to_month)).collect();
    assert_eq!(told, [(LineKind::Unit, None, None), (LineKind::Monthly, Some(1), Some(6))]);
    let noted: Vec<_> = rows.iter().map(|row| row.message.as_ref().map(|one| one.id.as_str())).collect();
    assert_eq!(noted, [Some("incoming-months"), None]);
    let estimate = house.estimate(&id, "", &[["対応", "550", "1000", "単価×数量"], ["保守", "9", "1", "月額"]]);
    let held = lines(&house.library.read(), &estimate).unwrap();
    let month = |tx: &mut Tx<'_>, at: usize| estimate::set_line(tx, &held[at].id, "to_month", "24");
    assert_eq!(refusal(house.doing(|tx| month(tx, 0))), "error-line-months");
    house.doing(|tx| month(tx, 1)).unwrap();
    house.doing(|tx| estimate::set_line(tx, &held[1].id, "kind", "単価×数量")).unwrap();
    assert_eq!(lines(&house.library.read(), &estimate).unwrap()[1].to_month, None);
    let typed =
        TypedLine { title: "対応".into(), kind: "unit".into(), to_month: "24".into(), ..TypedLine::default() };
    assert_eq!(refusal(house.doing(|tx| add_line(tx, &estimate, &typed, None))), "error-line-months");
}

#[test]
fn one_of_a_whole_is_paid_once() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    for (quantity, unit, kind) in [
        ("1", "lot", LineKind::OneOff),
        ("一式", "", LineKind::OneOff),
        ("1", "式", LineKind::OneOff),
        ("1", "件", LineKind::Unit),
        ("2", "lot", LineKind::Unit),
    ] {
        let sheet = table(&[&["項目", "単価", "数量", "単位"], &["Set-up", "500,000", quantity, unit]]);
        assert_eq!(came(&house, &id, &sheet).unwrap().rows[0].line.kind, kind, "{quantity} {unit}");
    }
}

#[test]
fn months_beyond_the_term_and_quantities_in_a_monthly_sum_are_told() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let read = |sheet: &[Vec<String>]| {
        let mut incoming = came(&house, &id, sheet).unwrap();
        let row = incoming.rows.remove(0);
        ((row.line.from_month, row.line.to_month), incoming.after.unwrap().0, row.message)
    };
    let beyond = Some(Text::new("incoming-beyond-term").arg("to", 18).arg("months", 12));
    let head = ["Item", "Unit price", "Qty", "Unit", "Amount"].as_slice();
    let told = read(&table(&[head, &["Monthly fee", "10,000", "18", "months", "180,000"]]));
    assert_eq!(told, ((Some(1), Some(18)), 120_000, beyond.clone()));
    let told = read(&table(&[head, &["Monthly fee", "10,000", "12", "months", "120,000"]]));
    assert_eq!(told, ((Some(1), Some(12)), 120_000, None));
    let told = read(&table(&[&["Item", "Price", "From", "To"], &["Monthly fee", "10,000", "4", "18"]]));
    assert_eq!(told, ((Some(4), Some(18)), 90_000, beyond));
    let sum = |quantity: &str| read(&table(&[&["項目", "数量", "金額"], &["月額基本料", quantity, "10,000"]])).2;
    assert_eq!(sum("12"), Some(Text::new("incoming-quantity-in-sum").arg("quantity", "12")));
    assert_eq!((sum("1"), sum("")), (None, None));
}

#[test]
fn a_quantity_does_not_take_its_lines_unit_away() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let estimate = house.estimate(&id, "", &[["対応", "550", "12 calls", "単価×数量"]]);
    let line = lines(&house.library.read(), &estimate).unwrap()[0].id.clone();
    let type_in = |house: &mut House, typed: &str| -> Result<(String, String)> {
        house.doing(|tx| estimate::set_line(tx, &line, "quantity", typed))?;
        let line: EstimateLine = house.library.read().get(&line)?;
        Ok((line.quantity, line.unit))
    };
    assert_eq!(refusal(type_in(&mut house, "12a")), "error-quantity-unit");
    for typed in ["20", "20 Calls", "20 call"] {
        assert_eq!(type_in(&mut house, typed).unwrap(), ("20".to_owned(), "calls".to_owned()), "{typed}");
    }
    house.doing(|tx| estimate::set_line(tx, &line, "unit", "")).unwrap();
    assert_eq!(type_in(&mut house, "3件").unwrap(), ("3".to_owned(), "件".to_owned()));
}

#[test]
fn rows_of_sums_and_of_tax_are_left_out_and_named() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    for (sheet, ids) in [
        (
            table(&[
                &["項目", "金額"],
                &["初期設定費", "500,000"],
                &["詳細設計", "300,000"],
                &["小計", "800,000"],
                &["消費税（10%）", "80,000"],
                &["合計（税込）", "880,000"],
            ]),
            ["incoming-sums"].as_slice(),
        ),
        (
            table(&[
                &["Item", "Amount"],
                &["Set-up", "500,000"],
                &["Design", "300,000"],
                &["Total (excl. tax)", "800,000"],
                &["Consumption tax (10%)", "80,000"],
            ]),
            &["incoming-sums"],
        ),
        (
            table(&[
                &["", "項目", "数量", "単価", "金額"],
                &["", "初期設定費", "1", "500,000", "500,000"],
                &["", "詳細設計", "1", "300,000", "300,000"],
                &["", "ご提示価格", "", "", "800,000"],
                &["消費税額", "", "", "", "80,000"],
            ]),
            &["incoming-sums", "incoming-added-up"],
        ),
    ] {
        let incoming = came(&house, &id, &sheet).unwrap();
        assert_eq!((incoming.rows.len(), incoming.after.unwrap().0), (2, 800_000), "{sheet:?}");
        assert_eq!(incoming.notes.iter().map(|note| note.id.as_str()).collect::<Vec<_>>(), ids);
    }
}

#[test]
fn a_row_without_a_price_is_a_line_to_be_filled_or_is_named() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let sheet = table(&[
        &["区分", "項目", "金額"],
        &["一時", "初期設定費", "500,000"],
        &["一時", "データ移行", ""],
        &["", "研修", ""],
    ]);
    let incoming = came(&house, &id, &sheet).unwrap();
    let lines: Vec<_> = incoming.rows.iter().map(|row| (row.line.title.as_str(), row.line.unit_price)).collect();
    assert_eq!((lines, incoming.after), (vec![("初期設定費", Some(500_000)), ("データ移行", None)], None));
    assert_eq!(incoming.notes, [Text::new("incoming-bare").arg("rows", "4: 研修")]);
}

#[test]
fn a_monthly_quantity_without_a_unit_is_months_where_the_amounts_show_it_and_asked_about_elsewhere() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let read = |quantity: &str, amount: &str| {
        let sheet = table(&[&["項目", "単価", "数量", "金額"], &["月額基本料", "1,480,000", quantity, amount]]);
        let mut incoming = came(&house, &id, &sheet).unwrap();
        (incoming.after.unwrap().0, incoming.rows.remove(0).message)
    };
    let asked = |quantity: &str| Some(Text::new("incoming-quantity").arg("quantity", quantity).arg("months", 12));
    assert_eq!(read("12", "17,760,000"), (17_760_000, None));
    assert_eq!(read("12", "213,120,000"), (213_120_000, None));
    assert_eq!(read("12", ""), (213_120_000, asked("12")));
    assert_eq!(read("2", "2,960,000"), (35_520_000, asked("2")));
    assert_eq!(read("1", "1,480,000"), (17_760_000, None));
}

#[test]
fn an_amount_with_wrong_separators_leaves_its_cell_open() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    for typed in ["600,00", "600.000", "1,48,0000"] {
        let incoming = came(&house, &id, &table(&[&["項目", "金額"], &["初期設定費", typed]])).unwrap();
        let row = &incoming.rows[0];
        assert_eq!((row.state, row.line.unit_price), (RowState::Wrong, None), "{typed}");
        assert_eq!(row.message, Some(Text::new("incoming-cell").arg("typed", typed)));
    }
}

#[test]
fn answers_come_from_a_sheet_in_words_or_signs() {
    let mut house = House::new();
    let (_, id) = house.proposal("あおば", "2027-04-01");
    let scope = house.procurement.clone();
    for text in ["国内", "監査", "月報"] {
        house.doing(|tx| add_requirement(tx, &scope, None, Level::Must, text, None)).unwrap();
    }
    let sheet = table(&[
        &["番号", "要求事項", "回答", "回答内容"],
        &["R-001", "国内", "対応可", ""],
        &["Ｒ－００２", "監査", "△", "半年に1回"],
        &["R-003", "月報", "要相談", ""],
        &["R-009", "", "○", ""],
    ]);
    let rows = read_answers(&house.library.read(), &id, &sheet).unwrap();
    let read: Vec<_> = rows.iter().map(|row| (row.state, row.answer, row.number.as_str())).collect();
    assert_eq!(
        read,
        [
            (RowState::New, Fit::Full, "R-001"),
            (RowState::New, Fit::Partly, "R-002"),
            (RowState::Wrong, Fit::Unsaid, "R-003"),
            (RowState::Wrong, Fit::Full, "R-009"),
        ]
    );
    let all = rows.iter().map(|row| row.at).collect();
    assert_eq!(house.doing(|tx| take_answers(tx, &id, &rows, &all)).unwrap(), 2);
    let again = read_answers(&house.library.read(), &id, &sheet).unwrap();
    assert_eq!(again[1].state, RowState::Same);
    assert_eq!(answers(&house.library.read(), &id).unwrap()[1].words, "半年に1回");
}

#[test]
fn estimates_are_found_by_date_amount_and_party_in_any_combination() {
    let mut house = House::new();
    let (_, aoba) = house.proposal("株式会社あおばサポート", "2027-04-01T15:22");
    let (_, minato) = house.proposal("みなとコール", "2027-04-02T16:48");
    house.estimate(&aoba, "", &[["月額", "100,000", "", "月額"]]);
    let late = house.estimate(&minato, "", &[["月額", "200,000", "", "月額"]]);
    house.doing(|tx| estimate::set(tx, &late, "dated", "2027-03-30", today(), Lang::Ja)).unwrap();
    let sha = "1".repeat(64);
    house.doing(|tx| verbs::add_file(tx, &aoba, None, "見積書_改.pdf", 3, &sha, false)).unwrap();
    house.doing(|tx| verbs::add_file(tx, &aoba, None, "見積書_別紙.pdf", 3, &sha, false)).unwrap();
    let read = house.library.read();
    let parties = |sought: &Sought| -> Vec<(String, Option<i64>)> {
        let found = find(&read, sought).unwrap();
        found.into_iter().map(|one| (one.date.to_string(), one.amounts.map(|(without, _)| without))).collect()
    };
    let day = |day: &str| Some(day.parse().unwrap());
    let all = Sought::default();
    let aoba = ("2027-04-01".to_owned(), Some(1_200_000));
    let minato = ("2027-03-30".to_owned(), Some(2_400_000));
    let paper = ("2027-04-02".to_owned(), None);
    assert_eq!(parties(&all), [paper.clone(), aoba.clone(), minato.clone()]);
    assert_eq!(parties(&Sought { to: day("2027-03-31"), ..all.clone() }), std::slice::from_ref(&minato));
    // Either basis counts.
    assert_eq!(
        parties(&Sought { least: Some(1_320_000), most: Some(1_320_000), ..all.clone() }),
        std::slice::from_ref(&aoba)
    );
    assert_eq!(parties(&Sought { party: "ミナト".into(), ..all.clone() }), std::slice::from_ref(&minato));
    assert_eq!(parties(&Sought { party: "㈱アオバサポート".into(), from: day("2027-04-02"), ..all.clone() }), [paper]);
    assert_eq!(parties(&Sought { party: "みなと".into(), least: Some(3_000_000), ..all.clone() }), []);
}

#[test]
fn the_samples_estimates_add_up_to_the_last_yen() {
    for source in [include_str!("../sample/sample.ja.json"), include_str!("../sample/sample.en.json")] {
        let file: Value = serde_json::from_str(source).unwrap();
        let mut bidders = 0;
        for one in file["proposals"].as_array().unwrap() {
            bidders += 1;
            for revision in one["estimate_revisions"].as_array().unwrap() {
                let over = &revision["total_over_term"];
                let basis = Basis {
                    months: file["facts"]["contract"]["months"].as_i64().unwrap(),
                    tax_rate: Decimal::from(over["tax_rate_percent"].as_i64().unwrap()),
                    tax: TaxBasis::Excluded,
                };
                let lines: Vec<EstimateLine> = revision["lines"].as_array().unwrap().iter().map(sample_line).collect();
                let sum = total(&lines, &basis);
                assert_eq!(Some(sum.without_tax), over["tax_excluded"].as_i64(), "{} {revision}", one["bidder"]);
                assert_eq!(Some(sum.with_tax), over["tax_included"].as_i64(), "{} {revision}", one["bidder"]);
                for (said, line) in revision["lines"].as_array().unwrap().iter().zip(&sum.lines) {
                    assert_eq!(said["amount"].as_i64(), line.amount, "{said}");
                }
            }
        }
        assert_eq!(bidders, 4);
    }
}

fn sample_line(file: &Value) -> EstimateLine {
    let word = |key: &str| file[key].as_str().unwrap().replace('_', "-");
    EstimateLine {
        kind: serde_json::from_value(word("kind").into()).unwrap(),
        tax: serde_json::from_value(word("tax").into()).unwrap(),
        title: word("title"),
        unit_price: file["unit_price"].as_i64(),
        quantity: file["quantity"].to_string(),
        ..line()
    }
}

fn line() -> EstimateLine {
    EstimateLine {
        id: String::new(),
        estimate: String::new(),
        position: String::new(),
        kind: LineKind::OneOff,
        title: String::new(),
        unit_price: None,
        quantity: String::new(),
        unit: String::new(),
        from_month: None,
        to_month: None,
        tax: Tax::Excluded,
    }
}

fn any_line() -> impl Strategy<Value = EstimateLine> {
    let kind = prop_oneof![Just(LineKind::OneOff), Just(LineKind::Monthly), Just(LineKind::Unit)];
    let tax = prop_oneof![Just(Tax::Excluded), Just(Tax::Included), Just(Tax::Exempt)];
    (kind, tax, -5_000_000i64..5_000_000, 0u32..100_000, 0u32..3, 1i64..30, 1i64..30).prop_map(
        |(kind, tax, price, quantity, scale, from, to)| EstimateLine {
            kind,
            tax,
            unit_price: Some(price),
            quantity: Decimal::new(i64::from(quantity), scale).to_string(),
            from_month: Some(from.min(to)),
            to_month: Some(from.max(to)),
            ..line()
        },
    )
}

proptest! {
    #[test]
    fn a_total_does_not_depend_on_the_order_of_its_lines(
        (given, mixed) in prop::collection::vec(any_line(), 1..12)
            .prop_flat_map(|lines| (Just(lines.clone()), Just(lines).prop_shuffle())),
        months in 1i64..60,
    ) {
        let basis = Basis { months, tax_rate: Decimal::TEN, tax: TaxBasis::Excluded };
        let (one, other) = (total(&given, &basis), total(&mixed, &basis));
        prop_assert_eq!((one.without_tax, one.with_tax), (other.without_tax, other.with_tax));
    }

    /// With the tax on what is without it, and without the tax on what is with it, the same sums come out.
    #[test]
    fn tax_is_the_same_from_both_sides(price in 0i64..100_000_000) {
        let basis = Basis { months: 12, tax_rate: Decimal::TEN, tax: TaxBasis::Excluded };
        let bare = EstimateLine { unit_price: Some(price), ..line() };
        let sum = total(std::slice::from_ref(&bare), &basis);
        prop_assert_eq!(sum.with_tax, price + price / 10);
        let taxed = EstimateLine { unit_price: Some(sum.with_tax), tax: Tax::Included, ..line() };
        let back = total(std::slice::from_ref(&taxed), &basis);
        // What was cut off on the way there may be missing on the way back.
        prop_assert!((0..=1).contains(&(price - back.without_tax)), "{} {}", price, back.without_tax);
        prop_assert_eq!(back.with_tax, sum.with_tax);
    }

    #[test]
    fn the_steps_of_a_total_end_in_it(lines in prop::collection::vec(any_line(), 1..8)) {
        let basis = Basis { months: 12, tax_rate: Decimal::new(8, 0), tax: TaxBasis::Included };
        let sum = total(&lines, &basis);
        let said = super::explain::steps(&lines, &sum, &basis);
        let of = |id: &str| said.iter().find(|text| text.id == id).map(|text| text.args["sum"].clone());
        prop_assert_eq!(of("total-without"), Some(grouped(sum.without_tax)));
        prop_assert_eq!(of("total-with"), Some(grouped(sum.with_tax)));
    }
}
