//! The decision on a real library: who is awarded, and what stands with it.

mod approval;
mod letters;
mod report;

use chrono::{NaiveDate, TimeZone as _, Utc};

use super::notice::{self, MadeFile};
use super::standing::Standing;
use super::{
    approval as requests, discussion, discussion as points, fixed, notices, verbs, Decision, Notice, NoticeFileKind,
    NoticeKind, PointState, Side,
};
use crate::bidder::course::Reason;
use crate::bidder::steps::{take_step, NewStep};
use crate::bidder::{self, Bidder, Status};
use crate::calendar::Moment;
use crate::distribution::Means;
use crate::journal::{Op, Stamp, Tx};
use crate::l10n::Lang;
use crate::library::Library;
use crate::marking::consensus;
use crate::overview::home;
use crate::overview::verbs::{create, remove, remove_bidder};
use crate::procurement::verbs::set_fact;
use crate::procurement::FactKey;
use crate::proposal::estimate::{self, TypedLine};
use crate::proposal::verbs::add as received;
use crate::proposal::Proposal;
use crate::{Result, Text};

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2027, 5, 6).unwrap();

fn stamp() -> Stamp {
    Stamp { actor: "早瀬".into(), at: Utc.with_ymd_and_hms(2027, 5, 6, 1, 0, 0).unwrap() }
}

struct Rooms {
    library: Library,
    procurement: String,
    bidders: Vec<String>,
    _folder: tempfile::TempDir,
}

impl Rooms {
    fn doing<T>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        self.library.transact(Op::new("fact-set"), &stamp(), work).map(|outcome| outcome.value)
    }

    fn said(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<()>) -> String {
        self.doing(work).expect_err("refused").message().1.to_owned()
    }

    /// Three bidders, the last of which declined.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::open(folder.path(), [7; 16], &stamp()).unwrap();
        let mut house = Self { library, procurement: String::new(), bidders: Vec::new(), _folder: folder };
        let (procurement, bidders) = house
            .doing(|tx| {
                let id = create(tx, "empty", "窓口の委託", Lang::Ja)?;
                let mut bidders = Vec::new();
                for (name, status) in [
                    ("甲野サポート", Status::Received),
                    ("乙川デスク", Status::Shortlisted),
                    ("丙山ＢＰＯ", Status::Declined),
                ] {
                    bidders.push(planted(tx, &id, name, status)?);
                }
                Ok((id, bidders))
            })
            .unwrap();
        (house.procurement, house.bidders) = (procurement, bidders);
        house
    }

    fn approved(&mut self) {
        let (procurement, chosen) = (self.procurement.clone(), self.bidders[0].clone());
        self.doing(|tx| {
            verbs::set(tx, &procurement, "bidder", &chosen, TODAY, Lang::Ja)?;
            verbs::set(tx, &procurement, "reason", "具体的である", TODAY, Lang::Ja)?;
            let step = requests::add_step(tx, &procurement, "白石", "部長", TODAY)?;
            requests::submit(tx, &procurement, Moment::on(TODAY), TODAY, Lang::Ja)?;
            requests::set_step(tx, &step, "outcome", "approved", TODAY, Lang::Ja)
        })
        .unwrap();
    }
}

fn planted(tx: &mut Tx<'_>, procurement: &str, name: &str, status: Status) -> Result<String> {
    let id = bidder::verbs::add(tx, procurement, name, None, None, None)?;
    let at = Moment::on(TODAY.pred_opt().unwrap());
    take_step(tx, &id, NewStep { status, at, note: "", reason: Reason::Unsaid, volume: "" })?;
    Ok(id)
}

fn status(tx: &Tx<'_>, id: &str) -> Status {
    tx.get::<Bidder>(id).unwrap().status
}

#[test]
fn an_award_needs_its_approval_and_tells_every_bidder_where_it_stands() {
    let mut house = Rooms::new();
    let procurement = house.procurement.clone();
    assert_eq!(house.said(|tx| verbs::decide(tx, &procurement)), "error-decision-open");
    let chosen = house.bidders[0].clone();
    house.doing(|tx| verbs::set(tx, &procurement, "bidder", &chosen, TODAY, Lang::Ja)).unwrap();
    assert_eq!(
        house.said(|tx| verbs::set(tx, &procurement, "reserve", &chosen, TODAY, Lang::Ja)),
        "error-decision-reserve"
    );
    assert_eq!(house.said(|tx| verbs::decide(tx, &procurement)), "error-decision-no-reason");
    house.doing(|tx| verbs::set(tx, &procurement, "reason", "確か", TODAY, Lang::Ja)).unwrap();
    assert_eq!(house.said(|tx| verbs::decide(tx, &procurement)), "error-decision-not-approved");
    house.approved();
    house.doing(|tx| verbs::decide(tx, &procurement)).unwrap();
    let bidders = house.bidders.clone();
    let stood = house.doing(|tx| Ok(bidders.iter().map(|id| status(tx, id)).collect::<Vec<_>>())).unwrap();
    assert_eq!(stood, [Status::Awarded, Status::NotAwarded, Status::Declined]);
    assert_eq!(
        house.said(|tx| verbs::set(tx, &procurement, "reason", "別", TODAY, Lang::Ja)),
        "error-decision-decided"
    );
    house.doing(|tx| verbs::reopen(tx, &procurement)).unwrap();
    let stood = house.doing(|tx| Ok(bidders.iter().map(|id| status(tx, id)).collect::<Vec<_>>())).unwrap();
    assert_eq!(stood, [Status::Received, Status::Shortlisted, Status::Declined], "as if nothing had been decided");
}

#[test]
fn when_a_proposal_came_and_what_it_costs_stand_with_the_decision() {
    let mut house = Rooms::new();
    let (procurement, bidder) = (house.procurement.clone(), house.bidders[0].clone());
    let at = Some(Moment::on(TODAY.pred_opt().unwrap()));
    let proposal = house.doing(|tx| received(tx, &bidder, at, Means::Mail)).unwrap();
    let estimate = house.doing(|tx| estimate::add(tx, &proposal, "", None)).unwrap();
    let came = |tx: &mut Tx<'_>| fixed::set_proposal(tx, &proposal, "received_at", "5/4 10時", (TODAY, Lang::Ja));
    let stands = |tx: &mut Tx<'_>| {
        let stored: Proposal = tx.get(&proposal)?;
        fixed::receipt_is_fixed(tx, &stored)
    };
    house.doing(came).unwrap();
    assert!(!house.doing(stands).unwrap());
    house.doing(|tx| fixed::may_change(tx, &estimate)).unwrap();
    let set =
        |tx: &mut Tx<'_>, field: &str, typed: &str| fixed::set_estimate(tx, &estimate, field, typed, (TODAY, Lang::Ja));
    house.doing(|tx| set(tx, "received_at", "2027/5/5 9時")).unwrap();
    house.approved();
    house.doing(|tx| verbs::decide(tx, &procurement)).unwrap();
    assert_eq!(house.said(came), "error-proposal-decided");
    assert!(house.doing(stands).unwrap());
    assert_eq!(house.said(|tx| fixed::may_change(tx, &estimate)), "error-estimate-fixed");
    // The day of a paper that nobody typed in is said later, and then stands as well.
    house.doing(|tx| set(tx, "dated", "2027/5/4")).unwrap();
    for (field, typed) in [("dated", "2027/5/3"), ("dated", ""), ("received_at", "2027/5/4"), ("reason", "値引き")] {
        assert_eq!(house.said(|tx| set(tx, field, typed)), "error-estimate-fixed", "{field} {typed}");
    }
    let leave_out = |tx: &mut Tx<'_>| {
        consensus::exclude(tx, &bidder, "再委託の届け出がない")?;
        fixed::leaves_result(tx, &procurement)
    };
    assert_eq!(house.said(leave_out), "error-result-decided");
    house.doing(|tx| fixed::set_proposal(tx, &proposal, "summary", "要約", (TODAY, Lang::Ja))).unwrap();
    let later = house.doing(|tx| estimate::add(tx, &proposal, "値引き", None)).unwrap();
    house.doing(|tx| fixed::may_change(tx, &later)).unwrap();
    house.doing(|tx| verbs::reopen(tx, &procurement)).unwrap();
    house.doing(leave_out).unwrap();
    house.doing(came).unwrap();
}

#[test]
fn who_is_out_is_neither_chosen_nor_held_in_reserve() {
    let mut house = Rooms::new();
    let (procurement, bidders) = (house.procurement.clone(), house.bidders.clone());
    let (first, second) = (&bidders[0], &bidders[1]);
    let choose = |tx: &mut Tx<'_>, field: &str| verbs::set(tx, &procurement, field, second, TODAY, Lang::Ja);
    house.doing(|tx| consensus::exclude(tx, second, "再委託の届け出がない")).unwrap();
    for field in ["bidder", "reserve"] {
        assert_eq!(house.said(|tx| choose(tx, field)), "error-decision-out-excluded", "{field}");
    }
    house.approved();
    house.doing(|tx| consensus::exclude(tx, first, "再委託の届け出がない")).unwrap();
    assert_eq!(house.said(|tx| verbs::decide(tx, &procurement)), "error-decision-out-excluded");
    house.doing(|tx| requests::withdraw(tx, &procurement, TODAY)).unwrap();
    let submit = |tx: &mut Tx<'_>| requests::submit(tx, &procurement, Moment::on(TODAY), TODAY, Lang::Ja);
    assert_eq!(house.said(submit), "error-decision-out-excluded");
    house.doing(|tx| consensus::lift(tx, first, "届け出があった")).unwrap();
    house.doing(submit).unwrap();
}

/// The second bidder withdraws, on the day after all else.
/// Gives a proposal an estimate of one line of 7,654,321 yen.
fn priced(tx: &mut Tx<'_>, proposal: &str) -> Result<String> {
    let estimate = estimate::add(tx, proposal, "", None)?;
    let line = TypedLine {
        title: "移行".into(),
        kind: "one-off".into(),
        unit_price: "7654321".into(),
        quantity: "1".into(),
        ..TypedLine::default()
    };
    estimate::add_line(tx, &estimate, &line, None)
}

fn second_leaves(house: &mut Rooms) {
    let (second, at) = (house.bidders[1].clone(), Moment::on(TODAY.succ_opt().unwrap()));
    let step = NewStep { status: Status::Withdrawn, at, note: "", reason: Reason::Unsaid, volume: "" };
    house.doing(|tx| take_step(tx, &second, step)).unwrap();
}

#[test]
fn who_has_left_is_neither_chosen_nor_held_in_reserve() {
    let mut house = Rooms::new();
    let (procurement, bidders) = (house.procurement.clone(), house.bidders.clone());
    let reserve = |tx: &mut Tx<'_>, typed: &str| verbs::set(tx, &procurement, "reserve", typed, TODAY, Lang::Ja);
    assert_eq!(house.said(|tx| reserve(tx, &bidders[2])), "error-decision-out-declined");
    house.doing(|tx| reserve(tx, &bidders[1])).unwrap();
    house.approved();
    house.doing(|tx| verbs::decide(tx, &procurement)).unwrap();
    second_leaves(&mut house);
    house.doing(|tx| verbs::reopen(tx, &procurement)).unwrap();
    let (_, id, args) = house.doing(|tx| verbs::decide(tx, &procurement)).unwrap_err().message();
    assert_eq!((id, args["name"].as_str()), ("error-decision-out-withdrawn", "乙川デスク"));
    house.doing(|tx| requests::withdraw(tx, &procurement, TODAY)).unwrap();
    for field in ["bidder", "reserve"] {
        let set = |tx: &mut Tx<'_>| verbs::set(tx, &procurement, field, &bidders[1], TODAY, Lang::Ja);
        assert_eq!(house.said(set), "error-decision-out-withdrawn", "{field}");
    }
    house.doing(|tx| reserve(tx, "")).unwrap();
}

#[test]
fn a_notice_to_who_left_after_the_decision_is_not_waited_for() {
    let mut house = Rooms::new();
    let procurement = house.procurement.clone();
    house.approved();
    house
        .doing(|tx| {
            verbs::decide(tx, &procurement)?;
            notice::draft(tx, &procurement, TODAY)
        })
        .unwrap();
    let unsent = |house: &Rooms| Standing::of(&house.library.read(), &procurement).unwrap().unsent;
    assert_eq!(unsent(&house), 2);
    second_leaves(&mut house);
    assert_eq!(unsent(&house), 1);
}

#[test]
fn who_failed_is_not_chosen() {
    let mut house = Rooms::new();
    report::judged(&mut house, [["○", "pass"], ["○", "fail"]]);
    let (procurement, bidders) = (house.procurement.clone(), house.bidders.clone());
    let choose = |tx: &mut Tx<'_>, typed: &str| verbs::set(tx, &procurement, "bidder", typed, TODAY, Lang::Ja);
    assert_eq!(house.said(|tx| choose(tx, &bidders[1])), "error-decision-out-failed");
    house.doing(|tx| choose(tx, &bidders[0])).unwrap();
}

#[test]
fn drafts_of_notices_come_back_with_the_decision_that_was_taken_back() {
    let mut house = Rooms::new();
    let procurement = house.procurement.clone();
    house.approved();
    house
        .doing(|tx| {
            verbs::decide(tx, &procurement)?;
            notice::draft(tx, &procurement, TODAY)?;
            let drafted = notices(tx, &procurement)?.remove(0).id;
            notice::set(tx, &drafted, "body", "自分で書いた文面", TODAY, Lang::Ja)
        })
        .unwrap();
    let stored = |house: &mut Rooms| house.doing(|tx| notices(tx, &procurement)).unwrap();
    let before = stored(&mut house);
    let op = Op::new("decision-reopen").scope(&procurement);
    house.library.transact(op, &stamp(), |tx| verbs::reopen(tx, &procurement)).unwrap();
    assert!(stored(&mut house).is_empty());
    house.library.undo(Some(&procurement), &stamp()).unwrap();
    assert_eq!(stored(&mut house), before);
}

#[test]
fn no_award_needs_no_approval() {
    let mut house = Rooms::new();
    let procurement = house.procurement.clone();
    house
        .doing(|tx| {
            verbs::set(tx, &procurement, "outcome", "none", TODAY, Lang::Ja)?;
            verbs::set(tx, &procurement, "reason", "時期を改める", TODAY, Lang::Ja)?;
            verbs::decide(tx, &procurement)?;
            notice::draft(tx, &procurement, TODAY)?;
            let kinds: Vec<_> = notices(tx, &procurement)?.iter().map(|notice| notice.kind).collect();
            assert_eq!(kinds, [NoticeKind::None, NoticeKind::None]);
            Ok(())
        })
        .unwrap();
}

#[test]
fn points_keep_their_order_and_change_sides() {
    let mut house = Rooms::new();
    let procurement = house.procurement.clone();
    house
        .doing(|tx| {
            let first = points::add(tx, &procurement, Side::AsExpected, "総額", None)?;
            let second = points::add(tx, &procurement, Side::OffExpectation, "兼務", None)?;
            points::shift(tx, &second, None)?;
            points::set(tx, &second, "requested_at", "4/21 10時", TODAY, Lang::Ja)?;
            points::set(tx, &second, "side", "as-expected", TODAY, Lang::Ja)?;
            let all = discussion(tx, &procurement)?;
            assert_eq!(all.iter().map(|point| point.id.clone()).collect::<Vec<_>>(), [first, second]);
            assert_eq!(all[0].state, PointState::Settled);
            assert_eq!(all[1].requested_at.unwrap().to_string(), "2027-04-21T10:00");
            assert!(points::set(tx, &all[1].id, "text", " ", TODAY, Lang::Ja).is_err());
            Ok(())
        })
        .unwrap();
}

#[test]
fn a_vendor_does_not_reply_before_it_was_asked() {
    let mut house = Rooms::new();
    let procurement = house.procurement.clone();
    let point = house.doing(|tx| points::add(tx, &procurement, Side::OffExpectation, "兼務", None)).unwrap();
    let set = |tx: &mut Tx<'_>, field: &str, typed: &str| points::set(tx, &point, field, typed, TODAY, Lang::Ja);
    house.doing(|tx| set(tx, "requested_at", "2027/4/21 10:00")).unwrap();
    assert_eq!(house.said(|tx| set(tx, "replied_at", "2027/4/20")), "error-discussion-reply-early");
    house.doing(|tx| set(tx, "replied_at", "2027/4/21")).unwrap();
    assert_eq!(house.said(|tx| set(tx, "requested_at", "2027/4/22")), "error-discussion-reply-early");
}

#[test]
fn what_was_discussed_stands_with_the_decision_and_what_follows_goes_on() {
    let mut house = Rooms::new();
    let (procurement, bidder) = (house.procurement.clone(), house.bidders[0].clone());
    let add = |tx: &mut Tx<'_>| points::add(tx, &procurement, Side::OffExpectation, "兼務", None);
    let point = house.doing(add).unwrap();
    let set = |tx: &mut Tx<'_>, field: &str, typed: &str| points::set(tx, &point, field, typed, TODAY, Lang::Ja);
    house.approved();
    house.doing(|tx| verbs::decide(tx, &procurement)).unwrap();
    for (field, typed) in [("meeting_at", "2027/5/5"), ("attendees", "白石")] {
        let said = house.said(|tx| verbs::set(tx, &procurement, field, typed, TODAY, Lang::Ja));
        assert_eq!(said, "error-decision-decided", "{field}");
    }
    for (field, typed) in [("side", "as-expected"), ("bidder", bidder.as_str()), ("text", "別")] {
        assert_eq!(house.said(|tx| set(tx, field, typed)), "error-decision-decided", "{field}");
    }
    assert_eq!(house.said(|tx| add(tx).map(|_| ())), "error-decision-decided");
    assert_eq!(house.said(|tx| points::shift(tx, &point, None)), "error-decision-decided");
    assert_eq!(house.said(|tx| points::remove(tx, &point)), "error-decision-decided");
    for (field, typed) in [("reply", "専任とする"), ("replied_at", "2027/5/6"), ("state", "settled")] {
        house.doing(|tx| set(tx, field, typed)).unwrap();
    }
    house.doing(|tx| verbs::reopen(tx, &procurement)).unwrap();
    house.doing(|tx| set(tx, "text", "責任者の兼務")).unwrap();
}

#[test]
fn a_proposal_that_competes_counts_under_a_step_dated_later() {
    let mut house = Rooms::new();
    let (procurement, later) = (house.procurement.clone(), house.bidders[1].clone());
    let proposed = house
        .doing(|tx| {
            let at = Moment::on(TODAY);
            received(tx, &later, Some(Moment::on(TODAY.pred_opt().unwrap())), Means::Mail)?;
            let status = Status::Candidate;
            take_step(tx, &later, NewStep { status, at, note: "", reason: Reason::Unsaid, volume: "" })?;
            verbs::proposed(tx, &procurement)
        })
        .unwrap();
    let stood: Vec<_> = proposed.iter().map(|bidder| (bidder.id.clone(), bidder.status)).collect();
    assert_eq!(stood, [(house.bidders[0].clone(), Status::Received), (later.clone(), Status::Candidate)]);
    house.approved();
    house.doing(|tx| verbs::decide(tx, &procurement)).unwrap();
    assert_eq!(house.doing(|tx| Ok(status(tx, &later))).unwrap(), Status::NotAwarded);
}

#[test]
fn a_notice_sent_stays_and_everything_goes_with_the_procurement() {
    let mut house = Rooms::new();
    house.approved();
    let (procurement, other) = (house.procurement.clone(), house.bidders[1].clone());
    assert_eq!(house.said(|tx| notice::draft(tx, &procurement, TODAY).map(|_| ())), "error-notice-not-decided");
    house
        .doing(|tx| {
            verbs::decide(tx, &procurement)?;
            assert_eq!(notice::draft(tx, &procurement, TODAY)?, 2);
            assert_eq!(notice::draft(tx, &procurement, TODAY)?, 0, "one for each");
            Ok(())
        })
        .unwrap();
    let regret =
        house.doing(|tx| notices(tx, &procurement)).unwrap().into_iter().find(|one| one.bidder == other).unwrap();
    let id = regret.id.clone();
    let sent = |tx: &mut Tx<'_>, at| notice::mark_sent(tx, &id, at, Means::Mail, Lang::Ja);
    assert_eq!(house.said(|tx| sent(tx, Moment::on(TODAY))), "error-notice-not-made");
    let file =
        || MadeFile { kind: NoticeFileKind::Letter, name: "通知.pdf".into(), bytes: 1, sha256: "a".repeat(64) };
    assert_eq!(house.said(|tx| notice::made(tx, &id, vec![file()])), "error-notice-open");
    house.doing(|tx| notice::set(tx, &id, "body", "見送ります。甲野サポートに決めました。", TODAY, Lang::Ja)).unwrap();
    assert_eq!(house.said(|tx| notice::made(tx, &id, vec![file()])), "error-notice-held");
    assert_eq!(house.said(|tx| notice::clear(tx, &id, &["甲野サポート".into()], false)), "error-notice-never");
    house.doing(|tx| notice::set(tx, &id, "body", "他社と比べ、見送ります。", TODAY, Lang::Ja)).unwrap();
    assert_eq!(house.said(|tx| notice::made(tx, &id, vec![file()])), "error-notice-held");
    house
        .doing(|tx| {
            notice::clear(tx, &id, &["他社".into(), "と比べ".into()], false)?;
            notice::made(tx, &id, vec![file()])
        })
        .unwrap();
    for (at, why) in [
        ("2027-01-05", "error-notice-before-decided"),
        ("2027-05-06T09:59", "error-notice-before-decided"),
        ("2027-05-07", "error-distribution-ahead"),
    ] {
        assert_eq!(house.said(|tx| sent(tx, at.parse().unwrap())), why, "{at}");
    }
    let early = house.doing(|tx| sent(tx, "2027-01-05".parse().unwrap())).unwrap_err().message().2;
    assert_eq!([&early["sent"], &early["bound"]], ["2027年1月5日(火)", "2027年5月6日(木) 10:00"]);
    house.doing(|tx| sent(tx, Moment::on(TODAY))).unwrap();
    assert_eq!(house.said(|tx| notice::set(tx, &id, "body", "別", TODAY, Lang::Ja)), "error-notice-sent");
    assert!(
        report::report(&house).contains("見送りの通知を送付 1通"),
        "the course of the selection tells the letters sent"
    );
    assert_eq!(house.said(|tx| verbs::reopen(tx, &procurement)), "error-decision-told");
    assert_eq!(house.said(|tx| remove_bidder(tx, &other)), "error-bidder-on-record");
    house.doing(|tx| remove(tx, &procurement)).unwrap();
    let left = house.doing(|tx| Ok(tx.count::<Notice>("", &[])? + tx.count::<Decision>("", &[])?)).unwrap();
    assert_eq!(left, 0);
}

#[test]
fn what_stands_with_the_decision_says_until_when_it_can_be_taken_back() {
    for lang in [Lang::Ja, Lang::En] {
        for id in [
            "criteria-decided-note",
            "sheets-decided",
            "result-decided",
            "error-decision-decided",
            "error-approval-decided",
            "error-result-decided",
            "error-proposal-decided",
        ] {
            assert!(lang.word(id).ends_with(&lang.word("decision-way-back")), "{id}: {}", lang.word(id));
        }
        // On the discussion screen itself the way back is not looked for elsewhere.
        for id in ["discussion-decided", "decision-left-since"] {
            assert!(lang.word(id).ends_with(&lang.word("discussion-way-back")), "{id}: {}", lang.word(id));
        }
        assert!(lang.word("discussion-way-back").contains(&lang.word("decision-reopen")));
    }
    assert!(Lang::Ja.word("decision-way-back").contains("結果通知を1通も送っていなければ"));
    for id in ["sheets-decided", "error-result-decided", "discussion-decided"] {
        let said = Lang::Ja.say(&Text::new(id).arg("told", "yes"));
        assert!(said.ends_with("結果通知を送付済みのため、決定は取り消せません。"), "{said}");
    }
}

#[test]
fn a_date_is_due_until_what_it_is_for_is_done() {
    let mut house = Rooms::new();
    let procurement = house.procurement.clone();
    for (key, typed) in [
        (FactKey::ProposalDeadline, "2027-05-10"),
        (FactKey::Decision, "2027-05-20"),
        (FactKey::Notice, "2027-05-24"),
        (FactKey::Contract, "2027-06-01"),
    ] {
        house.doing(|tx| set_fact(tx, &procurement, key, Some(typed), TODAY, Lang::Ja)).unwrap();
    }
    let due = |house: &Rooms| {
        let mut home = home(&house.library.read(), TODAY, Lang::Ja).unwrap();
        let next = home.procurements.remove(0).next.map(|next| next.label);
        assert_eq!(next, home.due.first().map(|due| due.label.clone()), "both say the same");
        if let Some(label) = next.map(|label| Lang::Ja.say(&label)) {
            assert!(home.weeks.unwrap().svg.contains(&format!(">{label} ")), "{label}");
        }
        home.due.into_iter().map(|due| due.label).collect::<Vec<_>>()
    };
    let labels = |keys: &[FactKey]| keys.iter().map(|key| key.label()).collect::<Vec<_>>();
    let all = [FactKey::ProposalDeadline, FactKey::Decision, FactKey::Notice, FactKey::Contract];
    assert_eq!(due(&house), labels(&all));
    house.approved();
    assert_eq!(due(&house), labels(&[FactKey::ProposalDeadline, FactKey::Notice, FactKey::Contract]));
    house.doing(|tx| verbs::decide(tx, &procurement)).unwrap();
    assert_eq!(due(&house), labels(&[FactKey::Notice, FactKey::Contract]));
    house
        .doing(|tx| {
            notice::draft(tx, &procurement, TODAY)?;
            for one in notices(tx, &procurement)? {
                tx.update(&Notice { sent_at: Some(Moment::on(TODAY)), means: Means::Mail, ..one })?;
            }
            Ok(())
        })
        .unwrap();
    assert_eq!(due(&house), labels(&[FactKey::Contract]));
    let mut house = Rooms::new();
    let (procurement, asked) = (house.procurement.clone(), house.bidders[..2].to_vec());
    let typed = Some("2027-05-10");
    house.doing(|tx| set_fact(tx, &procurement, FactKey::ProposalDeadline, typed, TODAY, Lang::Ja)).unwrap();
    for (bidder, left) in asked.iter().zip([&all[..1], &all[..0]]) {
        house.doing(|tx| received(tx, bidder, TODAY.pred_opt().map(Moment::on), Means::Mail)).unwrap();
        assert_eq!(due(&house), labels(left));
    }
}

#[test]
fn letters_that_bear_another_day_say_so_before_they_are_recorded_as_sent() {
    let mut house = Rooms::new();
    house.approved();
    let procurement = house.procurement.clone();
    house
        .doing(|tx| {
            set_fact(tx, &procurement, FactKey::Notice, Some("2027-05-24"), TODAY, Lang::Ja)?;
            verbs::decide(tx, &procurement)?;
            notice::draft(tx, &procurement, TODAY)
        })
        .unwrap();
    let read = house.library.read();
    let ids: Vec<String> = notices(&read, &procurement).unwrap().into_iter().map(|one| one.id).collect();
    let said = |sent: NaiveDate, lang: Lang| {
        notice::dated_otherwise(&read, &ids, sent, lang).unwrap().map(|text| lang.say(&text))
    };
    let ja = said(TODAY, Lang::Ja).unwrap();
    assert!(ja.starts_with("文書2通の日付は2027年5月24日ですが、送付は2027年5月6日として記録します。"), "{ja}");
    let en = said(TODAY, Lang::En).unwrap();
    assert!(en.starts_with("2 letters are dated 24 May 2027 and will be recorded as sent on 6 May 2027."), "{en}");
    assert_eq!(said(NaiveDate::from_ymd_opt(2027, 5, 24).unwrap(), Lang::Ja), None);
}

#[test]
fn what_is_decided_is_told_then_contracted_and_what_a_letter_told_is_remembered() {
    let mut house = Rooms::new();
    house.approved();
    let (procurement, other) = (house.procurement.clone(), house.bidders[1].clone());
    let stage = |house: &Rooms| home(&house.library.read(), TODAY, Lang::Ja).unwrap().procurements.remove(0).stage.id;
    house
        .doing(|tx| {
            verbs::decide(tx, &procurement)?;
            notice::draft(tx, &procurement, TODAY)
        })
        .unwrap();
    assert_eq!(stage(&house), "stage-notices");
    let award = "1. 評価した点\n・認証がある\n・経験がある\n\n2. 契約までにお願いしたいこと\n特になし";
    let words = "1. ご提案の良かった点\n・手順が丁寧でした。\n・返事が早い\n\n2. 今回見送った理由\n立ち上げに12週間を要します\n\n\
                 お預かりした提案書は、社内の規程に従って保管し、目的外には使用しません。";
    house
        .doing(|tx| {
            for one in notices(tx, &procurement)? {
                notice::set(tx, &one.id, "subject", "結果のお知らせ", TODAY, Lang::Ja)?;
                let words = if one.kind == NoticeKind::Award { award } else { words };
                notice::set(tx, &one.id, "body", words, TODAY, Lang::Ja)?;
                let (name, sha256) = ("通知.pdf".into(), "a".repeat(64));
                notice::made(tx, &one.id, vec![MadeFile { kind: NoticeFileKind::Letter, name, bytes: 1, sha256 }])?;
                notice::mark_sent(tx, &one.id, Moment::on(TODAY), Means::Mail, Lang::Ja)?;
            }
            Ok(())
        })
        .unwrap();
    assert_eq!(stage(&house), "stage-contract");
    let said = |bidder: &str| {
        let bidder: Bidder = house.library.read().get(bidder).unwrap();
        let learned = notice::learned(&house.library.read(), &bidder, Lang::Ja).unwrap();
        learned.iter().map(|one| Lang::Ja.say(one)).collect::<Vec<_>>()
    };
    let valued = "評価した点として伝えたこと（2027年5月6日）：手順が丁寧でした、返事が早い";
    assert_eq!(said(&other), [valued, "伝えた理由（2027年5月6日）：立ち上げに12週間を要します"]);
    let winner = house.bidders[0].clone();
    assert_eq!(said(&winner), ["評価した点として伝えたこと（2027年5月6日）：認証がある、経験がある"]);
}
