//! How an approval request goes its way and ends.

use proptest::prelude::*;

use super::super::approval::{self, state, Ended, State};
use super::super::paper::approval_paper;
use super::super::{conditions, discussion as points, route, verbs, Approval, ApprovalStep, Side, StepOutcome};
use super::{priced, report::report, second_leaves, stamp, Rooms, TODAY};
use crate::calendar::Moment;
use crate::distribution::paper::House;
use crate::distribution::Means;
use crate::journal::{Op, Tx};
use crate::l10n::Lang;
use crate::proposal::verbs::add as received;

#[test]
fn who_sent_the_request_back_stands_after_it_was_handed_in_again() {
    let mut house = Rooms::new();
    let procurement = house.procurement.clone();
    let submitted = |house: &mut Rooms| {
        let op = Op::new("approval-submit").scope(&procurement).barrier();
        let submit = |tx: &mut Tx<'_>| approval::submit(tx, &procurement, Moment::on(TODAY), TODAY, Lang::Ja);
        house.library.transact(op, &stamp(), submit).unwrap();
    };
    let chosen = house.bidders[0].clone();
    let step = house
        .doing(|tx| {
            verbs::set(tx, &procurement, "bidder", &chosen, TODAY, Lang::Ja)?;
            approval::set(tx, &procurement, "reason", "確か", TODAY, Lang::Ja)?;
            approval::add_step(tx, &procurement, "白石", "部長", TODAY)
        })
        .unwrap();
    submitted(&mut house);
    house
        .doing(|tx| {
            approval::set_step(tx, &step, "outcome", "sent-back", TODAY, Lang::Ja)?;
            approval::set_step(tx, &step, "comment", "費用の内訳が要る", TODAY, Lang::Ja)
        })
        .unwrap();
    let earlier_rounds = |house: &mut Rooms| house.doing(|tx| approval::earlier_rounds(tx, &procurement)).unwrap();
    assert!(earlier_rounds(&mut house).is_empty(), "it stands in the route still");
    submitted(&mut house);
    let earlier = earlier_rounds(&mut house);
    let told: Vec<_> = earlier.iter().map(|one| (&*one.role, &*one.name, one.at.is_some(), &*one.comment)).collect();
    assert_eq!(told, [("部長", "白石", true, "費用の内訳が要る")]);
    let now = house.doing(|tx| route(tx, &procurement)).unwrap().remove(0);
    assert_eq!((now.outcome, now.comment.as_str()), (StepOutcome::Open, ""), "she decides anew");
    let paper = report(&house);
    assert!(paper.contains("部長　白石が差し戻し") && paper.contains("費用の内訳が要る"), "{paper}");
    let read = house.library.read();
    let request: Approval = read.get(&procurement).unwrap();
    let request = approval_paper(&read, &request, &House::of(&read, &procurement, TODAY).unwrap()).unwrap();
    let rows = serde_json::to_string(&request.route).unwrap();
    assert!(rows.contains("差し戻し") && rows.contains("費用の内訳が要る"), "{rows}");
}

#[test]
fn a_round_that_was_rejected_or_taken_back_stands_after_it() {
    let mut house = Rooms::new();
    let procurement = house.procurement.clone();
    house.approved();
    let step = house.doing(|tx| route(tx, &procurement)).unwrap().remove(0).id;
    let withdraw = |house: &mut Rooms| {
        let op = Op::new(approval::WITHDRAW).scope(&procurement);
        house.library.transact(op, &stamp(), |tx| approval::withdraw(tx, &procurement, TODAY)).unwrap();
    };
    let earlier = |house: &mut Rooms| {
        let all = house.doing(|tx| approval::earlier_rounds(tx, &procurement)).unwrap();
        let told = all.into_iter().map(|one| (one.ended, one.role, one.name, one.at.unwrap().to_string()));
        told.collect::<Vec<_>>()
    };
    house.doing(|tx| approval::set_step(tx, &step, "outcome", "rejected", TODAY, Lang::Ja)).unwrap();
    withdraw(&mut house);
    house.library.undo(Some(&procurement), &stamp()).unwrap();
    assert!(earlier(&mut house).is_empty(), "it was not taken back after all");
    withdraw(&mut house);
    house.doing(|tx| approval::set_step(tx, &step, "name", "三宅", TODAY, Lang::Ja)).unwrap();
    let at = "2027-05-06T10:00";
    let told = [(Ended::Rejected, "部長", "白石", at), (Ended::Withdrawn, "", "早瀬", at)];
    let told = told.map(|(ended, role, name, at)| (ended, role.to_owned(), name.to_owned(), at.to_owned()));
    assert_eq!(earlier(&mut house), told, "as it stood then");
    let paper = report(&house);
    assert!(paper.contains("部長　白石が否認") && paper.contains("取り下げ（"), "{paper}");
    let read = house.library.read();
    let request: Approval = read.get(&procurement).unwrap();
    let request = approval_paper(&read, &request, &House::of(&read, &procurement, TODAY).unwrap()).unwrap();
    let rows = serde_json::to_string(&request.route).unwrap();
    assert!(rows.contains("否認") && rows.contains("取り下げ"), "{rows}");
}

#[test]
fn the_request_is_not_handed_in_again_before_it_was_sent_back() {
    let mut house = Rooms::new();
    let procurement = house.procurement.clone();
    house.approved();
    let step = house.doing(|tx| route(tx, &procurement)).unwrap().remove(0).id;
    house.doing(|tx| approval::set_step(tx, &step, "outcome", "sent-back", TODAY, Lang::Ja)).unwrap();
    let again = |tx: &mut Tx<'_>, at: &str| approval::submit(tx, &procurement, at.parse().unwrap(), TODAY, Lang::Ja);
    assert_eq!(house.said(|tx| again(tx, "2027-05-06T09:00")), "error-approval-again-early");
    house.doing(|tx| again(tx, "2027-05-06T10:00")).unwrap();
}

#[test]
fn all_decide_anew_on_a_request_that_is_otherwise_than_before() {
    let mut house = Rooms::new();
    let (procurement, bidders) = (house.procurement.clone(), house.bidders.clone());
    let submit = |tx: &mut Tx<'_>| approval::submit(tx, &procurement, Moment::on(TODAY), TODAY, Lang::Ja);
    let steps = house
        .doing(|tx| {
            verbs::set(tx, &procurement, "bidder", &bidders[0], TODAY, Lang::Ja)?;
            verbs::set(tx, &procurement, "reason", "確か", TODAY, Lang::Ja)?;
            let first = approval::add_step(tx, &procurement, "早瀬", "課長", TODAY)?;
            Ok([first, approval::add_step(tx, &procurement, "白石", "部長", TODAY)?])
        })
        .unwrap();
    let note =
        |tx: &mut Tx<'_>, n: usize, typed: &str| approval::set_step(tx, &steps[n], "outcome", typed, TODAY, Lang::Ja);
    let sent_back = |tx: &mut Tx<'_>| {
        note(tx, 0, "conditions")?;
        approval::add_condition(tx, &steps[0], "契約書に明記する")?;
        note(tx, 1, "sent-back")
    };
    let stand = |house: &mut Rooms| {
        let all = house.doing(|tx| Ok((route(tx, &procurement)?, conditions(tx, &procurement)?.len()))).unwrap();
        (all.0.iter().map(|step| step.outcome).collect::<Vec<_>>(), all.1)
    };
    house.doing(submit).unwrap();
    house.doing(sent_back).unwrap();
    // Where and with whom it was discussed is nothing the request asks for.
    house.doing(|tx| verbs::set(tx, &procurement, "attendees", "白石", TODAY, Lang::Ja)).unwrap();
    house.doing(submit).unwrap();
    assert_eq!(stand(&mut house), (vec![StepOutcome::Conditions, StepOutcome::Open], 1), "nothing has changed");
    for (in_request, field, typed) in [
        (true, "effect", "99,000,000円"),
        (true, "attachments", "見積書"),
        (false, "reserve", bidders[1].as_str()),
        (false, "reason", "手順が具体的である"),
    ] {
        house.doing(sent_back).unwrap();
        house
            .doing(|tx| {
                let set = if in_request { approval::set } else { verbs::set };
                set(tx, &procurement, field, typed, TODAY, Lang::Ja)
            })
            .unwrap();
        assert_eq!(house.said(|tx| note(tx, 1, "approved")), "error-approval-changed", "{field}");
        house.doing(submit).unwrap();
        assert_eq!(stand(&mut house), (vec![StepOutcome::Open; 2], 0), "{field}");
    }
    house
        .doing(|tx| {
            note(tx, 0, "approved")?;
            note(tx, 1, "approved")?;
            verbs::decide(tx, &procurement)
        })
        .unwrap();
}

#[test]
fn the_request_is_not_handed_in_before_it_was_drafted() {
    let mut house = Rooms::new();
    let (procurement, chosen) = (house.procurement.clone(), house.bidders[0].clone());
    let before = Moment::on(TODAY.pred_opt().unwrap());
    let submit = |tx: &mut Tx<'_>| approval::submit(tx, &procurement, before, TODAY, Lang::Ja);
    house
        .doing(|tx| {
            verbs::set(tx, &procurement, "bidder", &chosen, TODAY, Lang::Ja)?;
            verbs::set(tx, &procurement, "reason", "確か", TODAY, Lang::Ja)?;
            approval::add_step(tx, &procurement, "白石", "部長", TODAY)
        })
        .unwrap();
    assert_eq!(house.said(submit), "error-approval-before-draft");
    house.doing(|tx| approval::set(tx, &procurement, "drafted_on", "2027/5/5", TODAY, Lang::Ja)).unwrap();
    house.doing(submit).unwrap();
}

#[test]
fn what_is_said_of_a_rival_is_not_said_of_the_chosen_company() {
    let mut house = Rooms::new();
    let (procurement, bidders) = (house.procurement.clone(), house.bidders.clone());
    let drafted = house
        .doing(|tx| {
            verbs::set(tx, &procurement, "bidder", &bidders[0], TODAY, Lang::Ja)?;
            let (own, rival) = (bidders[0].as_str(), bidders[1].as_str());
            for (text, about) in [("開始が遅い", ""), ("兼務である", own), ("専任の責任者がいない", rival)]
            {
                let point = points::add(tx, &procurement, Side::OffExpectation, text, None)?;
                points::set(tx, &point, "bidder", about, TODAY, Lang::Ja)?;
            }
            Ok(approval::stands(tx, &procurement, "", TODAY)?.0)
        })
        .unwrap();
    assert_eq!(drafted.demerits, Lang::Ja.list(&["開始が遅い", "兼務である"]));
    let paper = report(&house);
    assert!(paper.contains("乙川デスク：専任の責任者がいない"), "it says whom it is about: {paper}");
}

#[test]
fn what_was_handed_in_stays_until_it_is_sent_back() {
    let mut house = Rooms::new();
    let procurement = house.procurement.clone();
    let submit = |tx: &mut Tx<'_>| approval::submit(tx, &procurement, Moment::on(TODAY), TODAY, Lang::Ja);
    assert_eq!(house.said(submit), "error-approval-no-route");
    let step = house.doing(|tx| approval::add_step(tx, &procurement, "白石", "", TODAY)).unwrap();
    assert_eq!(house.said(submit), "error-approval-empty");
    assert_eq!(
        house.said(|tx| approval::set_step(tx, &step, "outcome", "approved", TODAY, Lang::Ja)),
        "error-approval-not-submitted"
    );
    house.doing(|tx| approval::set(tx, &procurement, "reason", "確か", TODAY, Lang::Ja)).unwrap();
    assert_eq!(house.said(submit), "error-approval-open", "it would ask for nothing");
    let chosen = house.bidders[0].clone();
    house.doing(|tx| verbs::set(tx, &procurement, "bidder", &chosen, TODAY, Lang::Ja)).unwrap();
    house.doing(submit).unwrap();
    assert_eq!(
        house.said(|tx| approval::set(tx, &procurement, "reason", "別", TODAY, Lang::Ja)),
        "error-approval-submitted"
    );
    house.doing(|tx| approval::set_step(tx, &step, "outcome", "sent-back", TODAY, Lang::Ja)).unwrap();
    house.doing(|tx| approval::set(tx, &procurement, "reason", "詳しく", TODAY, Lang::Ja)).unwrap();
    house.doing(submit).unwrap();
    let state = house.doing(|tx| approval::state_of(tx, &procurement)).unwrap();
    assert_eq!(state, State::UnderWay, "who sent it back decides anew");
    let condition = house
        .doing(|tx| {
            approval::set_step(tx, &step, "outcome", "conditions", TODAY, Lang::Ja)?;
            approval::add_condition(tx, &step, "契約書に明記する")
        })
        .unwrap();
    let open = |house: &mut Rooms| house.doing(|tx| Ok(approval::open_conditions(tx, &procurement)?.len())).unwrap();
    assert_eq!(open(&mut house), 1);
    let met = |tx: &mut Tx<'_>, typed: &str| approval::set_condition(tx, &condition, "met_at", typed, TODAY, Lang::Ja);
    for early in ["2027/5/5", "2027/5/6 9:59"] {
        assert_eq!(house.said(|tx| met(tx, early)), "error-condition-early", "{early}");
    }
    house.doing(|tx| met(tx, "2027/5/6 10:30")).unwrap();
    assert_eq!(open(&mut house), 0);
    assert_eq!(
        house.said(|tx| approval::set_step(tx, &step, "at", "2027/5/6 10:31", TODAY, Lang::Ja)),
        "error-condition-early"
    );
}

#[test]
fn the_route_stands_once_it_was_handed_in_and_what_it_said_with_the_decision() {
    let mut house = Rooms::new();
    let procurement = house.procurement.clone();
    house.approved();
    let step = house.doing(|tx| route(tx, &procurement)).unwrap().remove(0).id;
    let add = |tx: &mut Tx<'_>| approval::add_step(tx, &procurement, "三宅", "", TODAY);
    let decided = |tx: &mut Tx<'_>, typed: &str| approval::set_step(tx, &step, "outcome", typed, TODAY, Lang::Ja);
    assert_eq!(house.said(|tx| add(tx).map(|_| ())), "error-approval-submitted");
    assert_eq!(house.said(|tx| approval::remove_step(tx, &step)), "error-approval-route");
    assert_eq!(house.said(|tx| approval::shift_step(tx, &step, None)), "error-approval-route");
    for field in ["name", "role"] {
        let said = house.said(|tx| approval::set_step(tx, &step, field, "別", TODAY, Lang::Ja));
        assert_eq!(said, "error-approval-route", "{field}");
    }
    house.doing(|tx| decided(tx, "sent-back")).unwrap();
    assert_eq!(house.said(|tx| approval::remove_step(tx, &step)), "error-approval-route", "she has decided");
    let other = house.doing(add).unwrap();
    house.doing(|tx| approval::remove_step(tx, &other)).unwrap();
    house.doing(|tx| decided(tx, "conditions")).unwrap();
    let state = house.doing(|tx| approval::state_of(tx, &procurement)).unwrap();
    assert_eq!(state, State::UnderWay, "no condition is written");
    assert_eq!(house.said(|tx| verbs::decide(tx, &procurement)), "error-decision-no-condition");
    let condition = house.doing(|tx| approval::add_condition(tx, &step, "契約書に明記する")).unwrap();
    house.doing(|tx| verbs::decide(tx, &procurement)).unwrap();
    for (field, typed) in
        [("outcome", "approved"), ("at", "2027/5/6"), ("comment", "別"), ("name", "別"), ("role", "別")]
    {
        let said = house.said(|tx| approval::set_step(tx, &step, field, typed, TODAY, Lang::Ja));
        assert_eq!(said, "error-approval-decided", "{field}");
    }
    assert_eq!(house.said(|tx| approval::remove_condition(tx, &condition)), "error-approval-decided");
    house.doing(|tx| approval::set_condition(tx, &condition, "met_at", "5/6", TODAY, Lang::Ja)).unwrap();
    house.doing(|tx| verbs::reopen(tx, &procurement)).unwrap();
    house.doing(|tx| decided(tx, "approved")).unwrap();
}

#[test]
fn what_an_approval_asks_for_stands_until_it_is_taken_back() {
    let mut house = Rooms::new();
    let (procurement, other) = (house.procurement.clone(), house.bidders[1].clone());
    house.approved();
    let choose = |tx: &mut Tx<'_>, typed: &str| verbs::set(tx, &procurement, "bidder", typed, TODAY, Lang::Ja);
    let other = other.as_str();
    for (field, typed) in [("bidder", other), ("outcome", "none"), ("reserve", other), ("reason", "別")] {
        let said = house.said(|tx| verbs::set(tx, &procurement, field, typed, TODAY, Lang::Ja));
        assert_eq!(said, "error-decision-asked", "{field}");
    }
    house.doing(|tx| verbs::set(tx, &procurement, "attendees", "白石", TODAY, Lang::Ja)).unwrap();
    let step = house.doing(|tx| route(tx, &procurement)).unwrap().remove(0).id;
    let note = |tx: &mut Tx<'_>, typed: &str| approval::set_step(tx, &step, "outcome", typed, TODAY, Lang::Ja);
    house.doing(|tx| note(tx, "sent-back")).unwrap();
    house.doing(|tx| choose(tx, other)).unwrap();
    assert_eq!(house.said(|tx| note(tx, "approved")), "error-approval-changed", "nobody was asked about this one");
    // As a library written before this was refused may have it.
    house
        .doing(|tx| {
            let stored: ApprovalStep = tx.get(&step)?;
            tx.update(&ApprovalStep { outcome: StepOutcome::Approved, ..stored })
        })
        .unwrap();
    assert_eq!(house.said(|tx| verbs::decide(tx, &procurement)), "error-decision-other");
    house.doing(|tx| approval::withdraw(tx, &procurement, TODAY)).unwrap();
    assert_eq!(house.said(|tx| approval::withdraw(tx, &procurement, TODAY)), "error-approval-not-withdrawn");
    assert_eq!(house.doing(|tx| approval::state_of(tx, &procurement)).unwrap(), State::Draft);
    let emptied = house.doing(|tx| route(tx, &procurement)).unwrap().remove(0).outcome;
    assert_eq!(emptied, StepOutcome::Open, "she decides anew");
    house.doing(|tx| approval::submit(tx, &procurement, Moment::on(TODAY), TODAY, Lang::Ja)).unwrap();
    house.doing(|tx| note(tx, "approved")).unwrap();
    house.doing(|tx| verbs::decide(tx, &procurement)).unwrap();
    assert_eq!(house.said(|tx| approval::withdraw(tx, &procurement, TODAY)), "error-approval-decided");
}

#[test]
fn words_nobody_wrote_follow_the_record_until_the_request_is_handed_in() {
    let mut house = Rooms::new();
    let (procurement, bidders) = (house.procurement.clone(), house.bidders.clone());
    let choose = |tx: &mut Tx<'_>, typed: &str| verbs::set(tx, &procurement, "bidder", typed, TODAY, Lang::Ja);
    let stands = |house: &mut Rooms| house.doing(|tx| approval::stands(tx, &procurement, "", TODAY)).unwrap().0;
    let step = house
        .doing(|tx| {
            let step = approval::add_step(tx, &procurement, "白石", "部長", TODAY)?;
            approval::set(tx, &procurement, "timing", "六月から", TODAY, Lang::Ja)?;
            Ok(step)
        })
        .unwrap();
    house
        .doing(|tx| {
            choose(tx, &bidders[0])?;
            verbs::set(tx, &procurement, "reason", "確か", TODAY, Lang::Ja)
        })
        .unwrap();
    let now = stands(&mut house);
    assert!(now.subject.contains("甲野サポート"), "{}", now.subject);
    assert_eq!((now.reason.as_str(), now.timing.as_str()), ("確か", "六月から"));
    house
        .doing(|tx| {
            approval::submit(tx, &procurement, Moment::on(TODAY), TODAY, Lang::Ja)?;
            points::add(tx, &procurement, Side::AsExpected, "総額", None)
        })
        .unwrap();
    assert_eq!(stands(&mut house).merits, "", "it stands as it was handed in");
    house.doing(|tx| approval::set_step(tx, &step, "outcome", "sent-back", TODAY, Lang::Ja)).unwrap();
    house.doing(|tx| choose(tx, &bidders[1])).unwrap();
    let now = stands(&mut house);
    assert!(now.subject.contains("乙川デスク"), "{}", now.subject);
    assert_eq!((now.merits.as_str(), now.timing.as_str()), ("総額", "六月から"), "what she wrote stays");
}

#[test]
fn a_request_taken_back_follows_the_record_and_without_an_award_speaks_of_no_company() {
    let mut house = Rooms::new();
    let (procurement, bidders) = (house.procurement.clone(), house.bidders.clone());
    house
        .doing(|tx| {
            for bidder in &bidders[..2] {
                let proposal = received(tx, bidder, Some(Moment::on(TODAY.pred_opt().unwrap())), Means::Mail)?;
                priced(tx, &proposal)?;
            }
            verbs::set(tx, &procurement, "bidder", &bidders[0], TODAY, Lang::Ja)?;
            verbs::set(tx, &procurement, "reason", "確か", TODAY, Lang::Ja)?;
            points::add(tx, &procurement, Side::AsExpected, "手順が具体的である", None)?;
            approval::set(tx, &procurement, "timing", "六月から", TODAY, Lang::Ja)?;
            approval::add_step(tx, &procurement, "白石", "部長", TODAY)
        })
        .unwrap();
    let op = Op::new(approval::SUBMIT).scope(&procurement).barrier();
    let submit = |tx: &mut Tx<'_>| approval::submit(tx, &procurement, Moment::on(TODAY), TODAY, Lang::Ja);
    house.library.transact(op, &stamp(), submit).unwrap();
    let stands = |house: &mut Rooms| house.doing(|tx| approval::stands(tx, &procurement, "", TODAY)).unwrap().0;
    let handed_in = stands(&mut house);
    assert!(handed_in.effect.contains("比較：乙川デスク"), "{}", handed_in.effect);
    assert!(handed_in.attachments.iter().all(|name| !name.starts_with("提案書")), "{:?}", handed_in.attachments);
    second_leaves(&mut house);
    house.doing(|tx| approval::withdraw(tx, &procurement, TODAY)).unwrap();
    let now = stands(&mut house);
    assert!(now.effect.contains("甲野サポート") && !now.effect.contains("乙川デスク"), "{}", now.effect);
    assert_eq!(now.timing, "六月から", "what she wrote stays");
    house.doing(|tx| verbs::set(tx, &procurement, "outcome", "none", TODAY, Lang::Ja)).unwrap();
    let now = stands(&mut house);
    assert_eq!([now.merits.as_str(), now.effect.as_str()], ["", ""]);
    assert!(now.subject.contains("見送る"), "{}", now.subject);
}

#[test]
fn nobody_approves_before_the_request_is_handed_in() {
    let mut house = Rooms::new();
    let procurement = house.procurement.clone();
    house.approved();
    let step = house.doing(|tx| route(tx, &procurement)).unwrap().remove(0).id;
    let dated = |tx: &mut Tx<'_>, typed: &str| approval::set_step(tx, &step, "at", typed, TODAY, Lang::Ja);
    assert_eq!(house.said(|tx| dated(tx, "2027/5/5")), "error-approval-early");
    house.doing(|tx| dated(tx, "2027/5/6")).unwrap();
}

fn outcomes() -> impl Strategy<Value = Vec<StepOutcome>> {
    prop::collection::vec(
        prop::sample::select(vec![
            StepOutcome::Open,
            StepOutcome::Approved,
            StepOutcome::Conditions,
            StepOutcome::Held,
            StepOutcome::Rejected,
            StepOutcome::SentBack,
        ]),
        0..7,
    )
}

proptest! {
    #[test]
    fn the_state_of_an_approval_follows_from_its_route(mut all in outcomes(), turn in 0_usize..7) {
        let stands = state(true, &all);
        let any = |outcome| all.contains(&outcome);
        prop_assert_eq!(stands == State::Rejected, any(StepOutcome::Rejected));
        prop_assert_eq!(stands == State::SentBack, any(StepOutcome::SentBack) && !any(StepOutcome::Rejected));
        if stands.is_approved() {
            prop_assert!(!all.is_empty() && !any(StepOutcome::Open) && !any(StepOutcome::Held));
            prop_assert_eq!(stands == State::Conditions, any(StepOutcome::Conditions));
        }
        prop_assert_eq!(state(false, &all), State::Draft, "nothing counts before it is handed in");
        if !all.is_empty() {
            let by = turn % all.len();
            all.rotate_left(by);
        }
        prop_assert_eq!(state(true, &all), stands, "the order of the route does not matter");
    }
}
