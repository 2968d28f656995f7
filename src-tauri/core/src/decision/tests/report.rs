//! What the selection report says.

use std::sync::Arc;

use chrono::NaiveDate;

use super::super::report::made::{record, MadeReport, MAKE};
use super::super::report::{Matrix, Number, Part as ReportPart, SelectionPaper, Sources};
use super::super::{approval, discussion as points, route, verbs, Side};
use super::{planted, priced, second_leaves, stamp, Rooms, TODAY};
use crate::bidder::course::{steps, Reason, Step};
use crate::bidder::steps::{take_step, NewStep};
use crate::bidder::{Bidder, Status};
use crate::calendar::Moment;
use crate::distribution::paper::House;
use crate::distribution::verbs::{add_file, NewFile};
use crate::distribution::Means;
use crate::journal::{self, Op, Stamp, Tx};
use crate::l10n::Lang;
use crate::marking::consensus::{exclude, lift};
use crate::marking::firm::firmness;
use crate::marking::result::counted;
use crate::marking::sheet::{hand_in, set_mark, sign};
use crate::marking::{consensus, opened, By};
use crate::overview::verbs::{create, remove};
use crate::paper::{Block, Cell, Runs};
use crate::procurement::verbs::put;
use crate::procurement::{FactKey, Procurement};
use crate::proposal::estimate::{self, TypedLine};
use crate::proposal::verbs::add as received;
use crate::proposal::Proposal;
use crate::question::merge::merge;
use crate::question::verbs::{add as ask, Asked};
use crate::question::Channel;
use crate::{criterion, evaluation, Text};

/// The selection report as it would be made now, as data.
pub(super) fn report(house: &Rooms) -> String {
    serde_json::to_string(&report_paper(house)).unwrap()
}

fn report_paper(house: &Rooms) -> SelectionPaper {
    report_with(house, String::new())
}

/// The selection report with this as the head of the journal.
fn report_with(house: &Rooms, head: String) -> SelectionPaper {
    let (read, procurement) = (house.library.read(), house.procurement.as_str());
    let counted = Arc::new(counted(&read, procurement).unwrap());
    let firmness = Arc::new(firmness(&counted, procurement, &mut |_, _| Ok(())).unwrap());
    let paper = House::of(&read, procurement, TODAY).unwrap();
    let sources = Sources::of(&read, procurement, paper, counted, firmness, head).unwrap();
    sources.paper().unwrap()
}

/// The first two bidders have proposed, and an evaluator has handed in these marks of theirs, one relative, one of pass or
/// fail; a blank one stays open.
pub(super) fn judged(house: &mut Rooms, marks: [[&str; 2]; 2]) {
    let (procurement, bidders) = (house.procurement.clone(), house.bidders.clone());
    house
        .doing(|tx| {
            let evaluator = evaluation::verbs::add_evaluator(tx, &procurement, "蓮見", None)?;
            let graded = criterion::verbs::add(tx, &procurement, None, "体制", None)?;
            criterion::verbs::set(tx, &graded, "weight", "10")?;
            let passed = criterion::verbs::add(tx, &procurement, None, "認証", None)?;
            criterion::verbs::set(tx, &passed, "scheme", r#"{"kind":"pass-fail"}"#)?;
            for bidder in &bidders[..2] {
                received(tx, bidder, Some(Moment::on(TODAY.pred_opt().unwrap())), Means::Mail)?;
            }
            sign(tx, &evaluator, false, "利害関係なし", &[], "")?;
            for (bidder, marks) in bidders.iter().zip(marks) {
                let given = [&graded, &passed].into_iter().zip(marks).filter(|(_, mark)| !mark.is_empty());
                for (criterion, mark) in given {
                    set_mark(tx, &evaluator, criterion, bidder, "mark", mark)?;
                }
            }
            hand_in(tx, &evaluator, By::App).map(|_| ())
        })
        .unwrap();
}

/// The rows of the matrix in a report.
fn matrix(paper: &SelectionPaper) -> &Matrix {
    let mut parts = paper.sections.iter().flat_map(|section| &section.body);
    let found = parts.find_map(|part| if let ReportPart::Matrix(matrix) = part { Some(matrix) } else { None });
    found.expect("a matrix")
}

/// The course of the selection in a report: when, and what.
fn course(paper: &SelectionPaper) -> Vec<(String, String)> {
    let chapter = Lang::Ja.word("selection-chapter-course");
    let body = &paper.sections.iter().find(|section| section.name == chapter).expect("a course").body;
    let ReportPart::Block(Block::Table { rows, .. }) = &body[0] else { panic!("{body:?}") };
    let said = |cell: &Cell| match cell {
        Cell::Words(runs) => runs.plain(),
        Cell::Blocks { .. } => String::new(),
    };
    rows.iter().map(|row| (said(&row[0]), said(&row[1]))).collect()
}

/// Whether a cell of the workbook holds just these words.
fn has_cell(paper: &SelectionPaper, words: &str) -> bool {
    let mut cells = paper.numbers.iter().flat_map(|sheet| sheet.rows.iter().flatten());
    cells.any(|cell| *cell == Number::Words(words.into()))
}

#[test]
fn the_ways_of_settling_a_tie_stand_apart() {
    let mut house = Rooms::new();
    judged(&mut house, [["○", "pass"], ["○", "pass"]]);
    let ways = ["selection-tie-technical", "selection-tie-price"].map(|id| Lang::Ja.word(id));
    let told = report(&house);
    assert!(told.contains(&ways.join(&Lang::Ja.word("tie-then"))), "{told}");
}

#[test]
fn bidders_that_are_level_are_all_first_and_the_reason_says_what_decided() {
    let mut house = Rooms::new();
    judged(&mut house, [["○", "pass"], ["○", "pass"]]);
    let open = report_paper(&house).summary;
    let line = |lines: &[Runs]| lines.iter().map(Runs::plain).collect::<Vec<_>>().join("\n");
    assert_eq!(open.firsts, 2);
    assert!(line(&open.why).contains("並んでいます"), "{}", line(&open.why));
    assert!(line(&open.asked).contains("どの会社と契約を結ぶか"), "{}", line(&open.asked));
    assert!(!line(&open.asked).contains("並んでいます"), "{}", line(&open.asked));
    let paper = report_paper(&house);
    let drawn = |id: &str| {
        let cap = Lang::Ja.word(id);
        let mut parts = paper.sections.iter().flat_map(|section| &section.body);
        parts.any(|part| matches!(part, ReportPart::Chart(chart) if chart.cap == cap))
    };
    assert!(drawn("selection-uniform-cap") && !drawn("selection-flips-cap"), "no weight makes another first");
    assert!(report(&house).contains(&Lang::Ja.word("selection-flips-none")));
    let sheet = Lang::Ja.word("selection-sheet-weights");
    assert!(paper.numbers.iter().all(|one| one.name != sheet), "a sheet of headings alone");
    house.approved();
    let chosen = report_paper(&house).summary;
    let figures = format!("{:?}", chosen.figures);
    assert!(figures.contains("1位が同点") && !figures.contains("2位との差"), "{figures}");
    let why = line(&chosen.why);
    for told in ["甲野サポート", "乙川デスク", "10.00点で並び", "具体的である"] {
        assert!(why.contains(told), "{told}: {why}");
    }
}

#[test]
fn what_is_passed_or_stated_is_told_once_and_without_points() {
    let mut house = Rooms::new();
    judged(&mut house, [["○", "pass"], ["△", "fail"]]);
    let paper = report_paper(&house);
    let row = matrix(&paper).rows.iter().find(|row| row.weight == "合否").expect("it has no weight");
    let mut told: Vec<(&str, &str)> = row.cells.iter().map(|cell| (cell.mark.as_str(), cell.points.as_str())).collect();
    told.sort_unstable();
    assert_eq!(told, [("", "不合格"), ("", "合格")]);
    assert!(has_cell(&paper, "合否") && !has_cell(&paper, "空欄"), "{:?}", paper.numbers);
    assert_eq!(report(&house).matches("利害関係なし").count(), 1);
}

#[test]
fn everything_that_puts_a_bidder_out_stands_on_the_page_that_decides_and_with_its_total() {
    let mut house = Rooms::new();
    judged(&mut house, [["○", "pass"], ["×", "fail"]]);
    let procurement = house.procurement.clone();
    let least = |tx: &mut Tx<'_>| {
        let mut criteria = criterion::of(tx, &procurement)?.into_iter();
        let graded = criteria.find(|one| one.title == "体制").expect("a criterion");
        tx.update(&criterion::Criterion { minimum: Some("0.4".into()), ..graded })
    };
    house.doing(least).unwrap();
    let paper = report_paper(&house);
    let told = "「体制」が足切りの点に届きません、「認証」で不合格";
    assert_eq!(paper.summary.standing.rows[1][0], told);
    assert!(has_cell(&paper, told), "{:?}", paper.numbers);
    let counted = counted(&house.library.read(), &procurement).unwrap();
    let steps = opened::open(&counted, &house.bidders[1], None).unwrap().steps;
    let last: Vec<&str> = steps[steps.len() - 2..].iter().map(|step| step.text.id.as_str()).collect();
    assert_eq!(last, ["result-out-minimum", "result-out-failed"], "the total tells them too");
}

#[test]
fn a_total_of_which_something_is_missing_is_marked_in_report_and_workbook() {
    // Whether it is in or out.
    for second in ["pass", "fail"] {
        let mut house = Rooms::new();
        judged(&mut house, [["○", "pass"], ["", second]]);
        let paper = report_paper(&house);
        let totals: Vec<&str> = paper.summary.standing.rows.iter().map(|row| row[2].as_str()).collect();
        assert!(!totals[0].contains("暫定") && totals[1].ends_with("（暫定）"), "{totals:?}");
        let matrix = matrix(&paper);
        assert!(matrix.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.lacks == "空欄1"), "{matrix:?}");
        assert!(matrix.totals.iter().any(|total| total.lacks == "暫定"), "{matrix:?}");
        assert!(has_cell(&paper, "暫定") && has_cell(&paper, "空欄"), "{:?}", paper.numbers);
        assert!(paper.numbers[1].head.iter().any(|head| head == "乙川デスクの空欄"), "{:?}", paper.numbers[1].head);
    }
}

#[test]
fn who_declined_withdrew_or_was_disqualified_is_told_by_name_and_with_its_proposal() {
    let mut house = Rooms::new();
    judged(&mut house, [["○", "pass"], ["△", "pass"]]);
    let (procurement, first) = (house.procurement.clone(), house.bidders[0].clone());
    house
        .doing(|tx| {
            let proposal = tx.all::<Proposal>("WHERE bidder = ?1", &[&first])?.remove(0).id;
            priced(tx, &proposal)?;
            let (status, at) = (Status::Withdrawn, Moment::on(TODAY));
            take_step(
                tx,
                &first,
                NewStep { status, at, note: "要員が確保できない。", reason: Reason::Unsaid, volume: "" },
            )?;
            planted(tx, &procurement, "戊原サービス", Status::Declined)?;
            planted(tx, &procurement, "丁川ケア", Status::Disqualified).map(|_| ())
        })
        .unwrap();
    let told = report(&house);
    for words in [
        "取り下げ 1社：甲野サポート（提案書は受領済み）",
        "対象外 1社：丁川ケア（提案書なし）",
        "辞退 2社：丙山ＢＰＯ・戊原サービス",
        "甲野サポート（理由：要員が確保できない）は、提案書の提出後に取り下げたため",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let chapter = Lang::Ja.word("selection-annex-proposals");
    let paper = report_paper(&house);
    let compared = paper.sections.iter().find(|section| section.name == chapter).unwrap();
    let compared = serde_json::to_string(compared).unwrap();
    assert!(compared.contains("7,654,321") && compared.contains("取り下げ"), "{compared}");
}

#[test]
fn a_reserve_that_left_after_the_decision_is_told_on_the_page_that_decides() {
    let mut house = Rooms::new();
    judged(&mut house, [["○", "pass"], ["△", "pass"]]);
    let (procurement, reserve) = (house.procurement.clone(), house.bidders[1].clone());
    house.doing(|tx| verbs::set(tx, &procurement, "reserve", &reserve, TODAY, Lang::Ja)).unwrap();
    house.approved();
    house.doing(|tx| verbs::decide(tx, &procurement)).unwrap();
    second_leaves(&mut house);
    let asked: Vec<String> = report_paper(&house).summary.asked.iter().map(Runs::plain).collect();
    let line = asked.iter().find(|line| line.contains("次点を乙川デスク")).expect("the reserve");
    assert!(line.ends_with("（その後に取り下げ）"), "{line}");
}

#[test]
fn the_agreed_marks_that_count_stand_with_who_agreed() {
    let mut house = Rooms::new();
    judged(&mut house, [["○", "pass"], ["○", "pass"]]);
    let (procurement, bidders) = (house.procurement.clone(), house.bidders.clone());
    assert!(report(&house).contains("比べている全社に同じ評点"), "{}", report(&house));
    house
        .doing(|tx| {
            let graded = criterion::of(tx, &procurement)?.remove(0).id;
            for bidder in &bidders[..2] {
                let by = ["蓮見".to_owned(), "早瀬".to_owned()];
                consensus::agree(tx, &graded, bidder, "△", "実績が少ない", &by)?;
            }
            Ok(())
        })
        .unwrap();
    let lead = |count: usize| Lang::Ja.say(&Text::new("selection-agreed-lead").arg("count", count));
    assert!(report(&house).contains(&lead(2)), "{}", report(&house));
    second_leaves(&mut house);
    let (told, paper) = (report(&house), report_paper(&house));
    assert!(told.contains(&lead(1)) && told.contains(r#""蓮見\n早瀬""#), "{told}");
    assert!(has_cell(&paper, "合議：蓮見、早瀬"), "{:?}", paper.numbers);
}

#[test]
fn a_remark_of_an_approver_names_position_and_name() {
    let mut house = Rooms::new();
    house.approved();
    let procurement = house.procurement.clone();
    house
        .doing(|tx| {
            let step = route(tx, &procurement)?.remove(0);
            approval::set_step(tx, &step.id, "comment", "次の更改を見込む", TODAY, Lang::Ja)
        })
        .unwrap();
    let told = report(&house);
    assert!(told.contains("部長　白石（承認）：次の更改を見込む"), "{told}");
}

#[test]
fn a_point_of_the_discussion_stands_in_the_report_as_on_its_screen() {
    let mut house = Rooms::new();
    let procurement = house.procurement.clone();
    house
        .doing(|tx| {
            let point = points::add(tx, &procurement, Side::OffExpectation, "開始の時期", None)?;
            points::set(tx, &point, "state", "not-settled", TODAY, Lang::Ja)
        })
        .unwrap();
    assert!(report(&house).contains(&Lang::Ja.word("value-discussion-point-state-not-settled")));
}

#[test]
fn a_meeting_that_is_still_to_come_is_told_as_planned() {
    let mut house = Rooms::new();
    let procurement = house.procurement.clone();
    let meeting = |house: &mut Rooms, typed: &str| {
        house.doing(|tx| verbs::set(tx, &procurement, "meeting_at", typed, TODAY, Lang::Ja)).unwrap();
        let told = course(&report_paper(house)).into_iter().map(|(_, what)| what).collect::<Vec<_>>();
        (report(house).contains("検討会を開きました"), told.contains(&Lang::Ja.word("selection-course-meeting")))
    };
    assert_eq!(meeting(&mut house, "2027/6/30 10:00"), (false, false));
    assert!(report(&house).contains("検討会を予定しています") && report(&house).contains("検討会（予定）"));
    assert_eq!(meeting(&mut house, "2027/5/6 10:00"), (true, true));
    assert!(!report(&house).contains("出席者"), "nobody is named");
    house.doing(|tx| verbs::set(tx, &procurement, "attendees", "白石", TODAY, Lang::Ja)).unwrap();
    assert!(report(&house).contains("検討会を開きました。出席者：白石。"));
}

#[test]
fn without_an_award_neither_report_nor_request_speaks_of_dates_of_a_contract() {
    let mut house = Rooms::new();
    judged(&mut house, [["○", "pass"], ["△", "pass"]]);
    let procurement = house.procurement.clone();
    house
        .doing(|tx| {
            put(tx, &procurement, FactKey::Contract, Some("2027-05-20"))?;
            put(tx, &procurement, FactKey::ContractStart, Some("2027-06-01"))
        })
        .unwrap();
    let told = |house: &mut Rooms| {
        let figures = report_paper(house).summary.figures;
        let request = house.doing(|tx| approval::stands(tx, &procurement, "", TODAY)).unwrap().0;
        (figures.iter().any(|figure| figure[0] == Lang::Ja.word("selection-start")), request.timing)
    };
    let (starts, timing) = told(&mut house);
    assert!(starts && timing.starts_with("契約の締結：2027年5月20日"), "{timing}");
    house.doing(|tx| verbs::set(tx, &procurement, "outcome", "none", TODAY, Lang::Ja)).unwrap();
    assert_eq!(told(&mut house), (false, String::new()));
}

#[test]
fn of_many_evaluators_the_tables_say_that_they_hold_points_alone() {
    let mut house = Rooms::new();
    judged(&mut house, [["○", "pass"], ["△", "pass"]]);
    let procurement = house.procurement.clone();
    let order = Lang::Ja.word("selection-marks-order");
    let told = |house: &Rooms| {
        let paper = report_paper(house);
        let matrix = matrix(&paper);
        let marked = matrix.rows.iter().flat_map(|row| &row.cells).any(|cell| !cell.mark.is_empty());
        (marked, matrix.cap.plain(), report(house).contains(&order))
    };
    assert_eq!(told(&house), (true, "評価項目ごとの評点と点数".into(), true));
    house
        .doing(|tx| {
            for name in ["早瀬", "小宮山", "高瀬", "白石"] {
                evaluation::verbs::add_evaluator(tx, &procurement, name, None)?;
            }
            Ok(())
        })
        .unwrap();
    assert_eq!(told(&house), (false, "評価項目ごとの点数".into(), false));
    assert!(report(&house).contains("各審査者の評点は「評価項目ごとの点数」に並べていません"));
}

#[test]
fn the_report_counts_questions_as_their_screen_does() {
    let mut house = Rooms::new();
    let (procurement, bidder) = (house.procurement.clone(), house.bidders[0].clone());
    house
        .doing(|tx| {
            let mut asked = |words: &str, day: NaiveDate| {
                let asked = Asked {
                    bidders: vec![bidder.clone()],
                    hearing: None,
                    received_at: Moment::on(day),
                    channel: Channel::Mail,
                    person: String::new(),
                    words: words.into(),
                    wording: None,
                    section: None,
                    requirement: None,
                    source: String::new(),
                };
                ask(tx, &procurement, &asked)
            };
            let before = TODAY.pred_opt().unwrap();
            let (one, same) = (asked("席数の見込み", before)?, asked("席数はいくつか", TODAY)?);
            asked("開始の時期", TODAY)?;
            merge(tx, &one.id, &[same.id])
        })
        .unwrap();
    // The one that another tells is not counted.
    let told = course(&report_paper(&house));
    assert!(told.contains(&("2027年5月5日〜5月6日".into(), "質問 2件".into())), "{told:?}");
}

#[test]
fn what_was_for_one_bidder_alone_is_not_counted_as_shared_with_all() {
    let mut house = Rooms::new();
    let (procurement, bidder) = (house.procurement.clone(), house.bidders[0].clone());
    let file = |name: &str, only_for: Vec<String>| NewFile {
        title: String::new(),
        name: name.into(),
        bytes: 1,
        sha256: "0".repeat(64),
        only_for,
        replaces: None,
    };
    let nothing = Lang::Ja.word("selection-equal-nothing");
    assert!(report(&house).contains(&nothing), "the chapter stands where there is no table");
    house.doing(|tx| add_file(tx, &procurement, file("台帳.pdf", Vec::new()))).unwrap();
    assert!(!report(&house).contains(&nothing));
    let lead = |alone: bool| {
        let all = Text::new("selection-equal").arg("items", 1).arg("bidders", 3);
        let rest = Text::new("selection-equal-alone").arg("items", 1);
        let rest = if alone { Lang::Ja.say(&rest) } else { String::new() };
        format!("\"{}{rest}\"", Lang::Ja.say(&all))
    };
    assert!(report(&house).contains(&lead(false)), "{}", report(&house));
    house.doing(|tx| add_file(tx, &procurement, file("図面.pdf", vec![bidder]))).unwrap();
    assert!(report(&house).contains(&lead(true)), "{}", report(&house));
}

#[test]
fn what_has_no_day_on_record_stands_first_and_says_so() {
    let mut house = Rooms::new();
    let bidders = house.bidders.clone();
    judged(&mut house, [["○", "pass"], ["△", "pass"]]);
    assert_eq!(course(&report_paper(&house))[0], ("2027年5月5日".into(), "候補 3社".into()));
    house
        .doing(|tx| {
            for bidder in &bidders {
                for step in steps(tx, bidder)? {
                    tx.remove::<Step>(&step.id)?;
                }
            }
            Ok(())
        })
        .unwrap();
    assert_eq!(course(&report_paper(&house))[0], ("日付の記録なし".into(), "候補 3社".into()));
}

#[test]
fn what_is_asked_for_is_told_as_approved_once_it_is() {
    let mut house = Rooms::new();
    let procurement = house.procurement.clone();
    let asked = |house: &Rooms| report_paper(house).words["asked"].clone();
    assert_eq!(asked(&house), "承認いただきたい事項");
    house.approved();
    assert_eq!(asked(&house), "承認された事項");
    house.doing(|tx| approval::withdraw(tx, &procurement, TODAY)).unwrap();
    assert_eq!(asked(&house), "承認いただきたい事項");
}

#[test]
fn the_criteria_tell_how_a_price_is_rounded_and_on_which_basis_prices_are_compared() {
    let mut house = Rooms::new();
    let procurement = house.procurement.clone();
    house
        .doing(|tx| {
            let price = criterion::verbs::add(tx, &procurement, None, "価格", None)?;
            let scheme = r#"{"kind":"price","formula":{"rule":"Linear","rounding":{"places":2,"mode":"cut"}}}"#;
            criterion::verbs::set(tx, &price, "weight", "40")?;
            criterion::verbs::set(tx, &price, "scheme", scheme)
        })
        .unwrap();
    let told = report(&house);
    for words in ["小数第2位まで（以下切り捨て）", "価格は、税抜・"] {
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn a_column_of_prices_says_over_how_many_months_and_whether_with_tax() {
    let mut house = Rooms::new();
    judged(&mut house, [["○", "pass"], ["△", "pass"]]);
    let paper = report_paper(&house);
    let heads = &paper.numbers[0].head;
    assert!(heads.iter().any(|head| head.starts_with("総額（円、") && head.ends_with("か月・税抜）")), "{heads:?}");
    let bodies = serde_json::to_string(&paper.sections).unwrap();
    assert!(bodies.contains(heads[4].as_str()), "{bodies}");
}

#[test]
fn the_quantities_of_an_estimate_have_their_thousands_apart() {
    let mut house = Rooms::new();
    judged(&mut house, [["○", "pass"], ["△", "pass"]]);
    let first = house.bidders[0].clone();
    house
        .doing(|tx| {
            let proposal = tx.all::<Proposal>("WHERE bidder = ?1", &[&first])?.remove(0).id;
            let estimate = estimate::add(tx, &proposal, "", None)?;
            let line = TypedLine {
                title: "進捗確認".into(),
                kind: "unit".into(),
                unit_price: "1".into(),
                quantity: "8220".into(),
                unit: "件".into(),
                ..TypedLine::default()
            };
            estimate::add_line(tx, &estimate, &line, None)
        })
        .unwrap();
    assert!(report(&house).contains("\"8,220件\""));
    for lang in [Lang::Ja, Lang::En] {
        house
            .doing(|tx| {
                let procurement: Procurement = tx.get(&tx.get::<Bidder>(&first)?.procurement)?;
                tx.update(&Procurement { lang, ..procurement })
            })
            .unwrap();
        let kind = format!("\"{}\"", lang.word("value-estimate-line-kind-unit"));
        assert!(report(&house).contains(&kind), "the word of the screen: {kind}");
    }
}

#[test]
fn who_was_left_out_and_taken_back_has_a_line_and_a_day_for_each() {
    let mut house = Rooms::new();
    judged(&mut house, [["○", "pass"], ["△", "pass"]]);
    let second = house.bidders[1].clone();
    house
        .doing(|tx| {
            exclude(tx, &second, "届け出がない")?;
            lift(tx, &second, "届け出があった")
        })
        .unwrap();
    let paper = report_paper(&house);
    let parts = paper.sections.iter().flat_map(|section| &section.body);
    let items =
        parts.filter_map(|part| if let ReportPart::Block(Block::Bullets { i }) = part { Some(i) } else { None });
    let told: Vec<String> = items.flatten().map(|item| item.r.plain()).filter(|told| told.contains("除外")).collect();
    let left = "乙川デスク：2027年5月6日に除外（理由：届け出がない）";
    let back = "乙川デスク：2027年5月6日に除外を解除（理由：届け出があった）";
    assert_eq!(told, [left, back]);
}

#[test]
fn a_report_with_other_content_is_the_next_version_and_the_same_again_stays_one() {
    let mut house = Rooms::new();
    judged(&mut house, [["○", "pass"], ["△", "pass"]]);
    let procurement = house.procurement.clone();
    let make = |house: &mut Rooms| {
        let paper = report_paper(house);
        let edition = paper.edition.expect("nothing is missing");
        let op = Op::new(MAKE).scope(&procurement);
        house.library.transact(op, &stamp(), |tx| record(tx, &procurement, &edition)).unwrap();
        let about = paper.numbers.last().expect("what the workbook is");
        assert!(about.rows.iter().flatten().any(|cell| *cell == Number::Words(paper.paper.version.clone())));
        (edition.number, paper.paper.version)
    };
    let version = |number: i64| (number, format!("第{number}版"));
    assert_eq!([make(&mut house), make(&mut house)], [version(1), version(1)]);
    house.approved();
    assert_eq!(report_paper(&house).paper.version, "第2版", "before it is made");
    assert_eq!([make(&mut house), make(&mut house)], [version(2), version(2)]);
    house.doing(|tx| verbs::decide(tx, &procurement)).unwrap();
    assert_eq!(make(&mut house), version(3));
    house.library.undo(Some(&procurement), &stamp()).unwrap();
    assert_eq!(make(&mut house), version(3), "the same as was made");
    house.library.undo(Some(&procurement), &stamp()).unwrap();
    house.doing(|tx| verbs::reopen(tx, &procurement)).unwrap();
    assert_eq!(make(&mut house), version(4), "what was made is in somebody's hands");
    house.doing(|tx| remove(tx, &procurement)).unwrap();
    let left = house.library.read().count::<MadeReport>("", &[]).unwrap();
    assert_eq!(left, 0);
}

#[test]
fn a_version_made_again_is_the_paper_that_was_made() {
    let mut house = Rooms::new();
    judged(&mut house, [["○", "pass"], ["△", "pass"]]);
    let procurement = house.procurement.clone();
    let made = |house: &mut Rooms, day: i64| {
        let head = journal::head(&house.library.read()).unwrap();
        let paper = report_with(house, head);
        let edition = paper.edition.clone().expect("nothing is missing");
        let at = Stamp { at: stamp().at + chrono::Duration::days(day), ..stamp() };
        let op = Op::new(MAKE).scope(&procurement);
        house.library.transact(op, &at, |tx| record(tx, &procurement, &edition)).unwrap();
        paper
    };
    let first = made(&mut house, 0);
    assert!(!first.hash.is_empty());
    house.doing(|tx| create(tx, "empty", "別の委託", Lang::Ja)).unwrap();
    assert_ne!(journal::head(&house.library.read()).unwrap(), first.hash);
    assert_eq!(made(&mut house, 3), first);
    // Undone and made on another day, it is in the same hands as before.
    house.library.undo(Some(&procurement), &stamp()).unwrap();
    assert_eq!([made(&mut house, 5), made(&mut house, 7)], [first.clone(), first.clone()]);
    house.approved();
    assert_ne!(made(&mut house, 9).hash, first.hash, "the next version has its own");
}

#[test]
fn all_days_of_the_course_are_written_in_one_way() {
    let mut house = Rooms::new();
    judged(&mut house, [["○", "pass"], ["△", "pass"]]);
    let procurement = house.procurement.clone();
    house.doing(|tx| verbs::set(tx, &procurement, "meeting_at", "2027/5/6 9:00", TODAY, Lang::Ja)).unwrap();
    let days: Vec<String> = course(&report_paper(&house)).into_iter().map(|(when, _)| when).collect();
    assert!(days.contains(&"2027年5月6日 09:00".to_owned()), "{days:?}");
    assert!(days.iter().all(|when| !when.contains('(')), "{days:?}");
}

#[test]
fn every_picture_is_as_wide_so_that_its_letters_are_of_one_size() {
    let mut house = Rooms::new();
    judged(&mut house, [["○", "pass"], ["△", "pass"]]);
    let paper = report_paper(&house);
    let parts = paper.sections.iter().flat_map(|section| &section.body);
    let drawn = parts.filter_map(|part| if let ReportPart::Chart(chart) = part { Some(&chart.svg) } else { None });
    let drawn: Vec<&String> = drawn.collect();
    assert_eq!(drawn.len(), 4);
    assert!(drawn.iter().all(|svg| svg.contains("viewBox=\"0 0 520 ")), "{drawn:?}");
}

#[test]
fn a_weight_that_is_not_set_is_no_zero() {
    let mut house = Rooms::new();
    judged(&mut house, [["○", "pass"], ["△", "pass"]]);
    let procurement = house.procurement.clone();
    let unset = |tx: &mut crate::journal::Tx<'_>| {
        let graded = criterion::of(tx, &procurement)?.remove(0).id;
        criterion::verbs::set(tx, &graded, "weight", "")
    };
    house.doing(unset).unwrap();
    let paper = report_paper(&house);
    let row = matrix(&paper).rows.iter().find(|row| row.weight == "未記入").expect("told as missing");
    assert!(row.cells.iter().all(|cell| cell.points == "－"), "{row:?}");
    assert!(has_cell(&paper, "未記入"), "{:?}", paper.numbers);
}

#[test]
fn every_round_of_the_approval_stands_in_the_course_with_its_outcomes() {
    let mut house = Rooms::new();
    let (procurement, chosen) = (house.procurement.clone(), house.bidders[0].clone());
    let steps = house
        .doing(|tx| {
            verbs::set(tx, &procurement, "bidder", &chosen, TODAY, Lang::Ja)?;
            verbs::set(tx, &procurement, "reason", "具体的である", TODAY, Lang::Ja)?;
            let first = approval::add_step(tx, &procurement, "白石", "部長", TODAY)?;
            Ok([first, approval::add_step(tx, &procurement, "三宅", "本部長", TODAY)?])
        })
        .unwrap();
    let submit = |house: &mut Rooms, at: &str| {
        let at: Moment = at.parse().unwrap();
        let op = Op::new(approval::SUBMIT).scope(&procurement).barrier();
        house.library.transact(op, &stamp(), |tx| approval::submit(tx, &procurement, at, TODAY, Lang::Ja)).unwrap();
    };
    let decide = |house: &mut Rooms, step: &str, outcome: &str, at: &str| {
        house
            .doing(|tx| {
                approval::set_step(tx, step, "outcome", outcome, TODAY, Lang::Ja)?;
                approval::set_step(tx, step, "at", at, TODAY, Lang::Ja)
            })
            .unwrap();
    };
    submit(&mut house, "2027-05-06T09:00");
    decide(&mut house, &steps[0], "approved", "2027/5/6 9:10");
    decide(&mut house, &steps[1], "sent-back", "2027/5/6 9:20");
    submit(&mut house, "2027-05-06T09:30");
    decide(&mut house, &steps[1], "held", "2027/5/6 9:30");
    let told = course(&report_paper(&house)).into_iter();
    let told: Vec<(String, String)> = told.filter(|(when, _)| when.starts_with("2027年5月6日")).collect();
    let expected = [
        ("09:00", "稟議を提出"),
        ("09:10", "部長　白石が承認"),
        ("09:20", "本部長　三宅が差し戻し"),
        ("09:30", "稟議を提出"),
        ("09:30", "本部長　三宅が保留"),
    ];
    assert_eq!(told, expected.map(|(at, what)| (format!("2027年5月6日 {at}"), what.to_owned())));
}

#[test]
fn many_oddities_of_a_kind_are_gathered_by_the_names_of_all() {
    let told = |count: usize| {
        let mut house = Rooms::new();
        let (procurement, bidders) = (house.procurement.clone(), house.bidders.clone());
        house
            .doing(|tx| {
                let evaluator = evaluation::verbs::add_evaluator(tx, &procurement, "蓮見", None)?;
                for bidder in &bidders[..2] {
                    received(tx, bidder, Some(Moment::on(TODAY.pred_opt().unwrap())), Means::Mail)?;
                }
                let mut criteria = Vec::new();
                for n in 1..=count {
                    let one = criterion::verbs::add(tx, &procurement, None, &format!("項目{n}"), None)?;
                    criterion::verbs::set(tx, &one, "weight", "10")?;
                    criteria.push(one);
                }
                sign(tx, &evaluator, false, "利害関係なし", &[], "")?;
                for criterion in &criteria {
                    for bidder in &bidders[..2] {
                        set_mark(tx, &evaluator, criterion, bidder, "mark", "○")?;
                    }
                }
                hand_in(tx, &evaluator, By::App).map(|_| ())
            })
            .unwrap();
        report(&house)
    };
    let few = told(3);
    assert!(few.contains("項目3：蓮見さんは、比べている全社に同じ評点を付けています。"), "{few}");
    let many = told(4);
    for line in [
        "比べている全社に同じ評点が付いています：項目1 – 蓮見さん；項目2 – 蓮見さん；項目3 – 蓮見さん；項目4 – 蓮見さん",
        "順位のある会社はすべて同じ点で、配点が順位に影響していません：項目1、項目2、項目3、項目4",
        "蓮見：所見のない評点が8か所あります。",
    ] {
        assert!(many.contains(line), "{line}: {many}");
    }
    assert!(!many.contains("同じ評点を付けています"), "{many}");
    let long = told(30);
    assert!(long.contains("項目30：比べている全社に同じ評点が付いています – 蓮見さん\""), "{long}");
}

#[test]
fn the_rule_for_the_price_that_holds_is_no_other_case() {
    let mut house = Rooms::new();
    judged(&mut house, [["○", "pass"], ["△", "pass"]]);
    let (procurement, bidders) = (house.procurement.clone(), house.bidders.clone());
    house
        .doing(|tx| {
            for bidder in &bidders[..2] {
                let proposal = tx.all::<Proposal>("WHERE bidder = ?1", &[bidder])?.remove(0).id;
                priced(tx, &proposal)?;
            }
            let price = criterion::verbs::add(tx, &procurement, None, "価格", None)?;
            let scheme = r#"{"kind":"price","formula":{"rule":"Linear","rounding":{"places":2,"mode":"cut"}}}"#;
            criterion::verbs::set(tx, &price, "weight", "40")?;
            criterion::verbs::set(tx, &price, "scheme", scheme)
        })
        .unwrap();
    let paper = report_paper(&house);
    let cap = Lang::Ja.word("selection-cases-cap");
    let tables = paper.sections.iter().flat_map(|section| &section.body).filter_map(|part| match part {
        ReportPart::Block(Block::Table { cap: Some(own), rows, .. }) if own.plain() == cap => Some(rows),
        _ => None,
    });
    let cases = serde_json::to_string(&tables.collect::<Vec<_>>()).unwrap();
    assert!(cases.contains("E1 蓮見を除く"), "{cases}");
    assert!(cases.contains(&Lang::Ja.word("price-rule-lowest")), "{cases}");
    assert!(!cases.contains(&Lang::Ja.word("price-rule-linear")), "{cases}");
}
