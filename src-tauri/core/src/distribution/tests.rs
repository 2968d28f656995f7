//! Distributions on a real library: sharing, making ready, sending, finding unsent, undoing.

use std::path::Path;

use chrono::{NaiveDate, TimeZone as _, Utc};

use super::knowledge::{Cell, Knowledge};
use super::sharing::share_answers;
use super::verbs::{
    add_file, discard, mark_sent, not_sent_after_all, note_receipt, prepare, remove_file, KeptFile, NewFile, Pack,
};
use super::{of, Distribution, FileKind, Means, SharedItem, State};
use crate::bidder;
use crate::calendar::Moment;
use crate::journal::{Op, Stamp, Tx};
use crate::l10n::Lang;
use crate::library::Library;
use crate::overview::verbs::{create, remove};
use crate::procurement::verbs::put;
use crate::procurement::FactKey;
use crate::question::{Asker, Channel, Late, Question, Share};
use crate::Result;

fn stamp() -> Stamp {
    Stamp { actor: "佐藤".into(), at: Utc.with_ymd_and_hms(2027, 3, 1, 1, 0, 0).unwrap() }
}

fn try_act<T>(library: &mut Library, op: Op, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
    library.transact(op, &stamp(), work).map(|outcome| outcome.value)
}

fn act<T>(library: &mut Library, scope: &str, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> T {
    try_act(library, Op::new("distribution-prepare").scope(scope), work).unwrap()
}

fn barrier<T>(library: &mut Library, scope: &str, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> T {
    try_act(library, Op::new("distribution-send").scope(scope).barrier(), work).unwrap()
}

/// A procurement with three bidders.
fn house(folder: &Path) -> (Library, String, Vec<String>) {
    let mut library = Library::open(folder, [7; 16], &stamp()).unwrap();
    let id = library
        .transact(Op::new("procurement-create"), &stamp(), |tx| create(tx, "empty", "件名", Lang::Ja))
        .unwrap()
        .value;
    let bidders = act(&mut library, &id, |tx| {
        ["甲", "乙", "丙"]
            .iter()
            .map(|name| bidder::verbs::add(tx, &id, name, None, None, None))
            .collect::<Result<Vec<_>>>()
    });
    (library, id, bidders)
}

fn asked(tx: &mut Tx<'_>, procurement: &str, number: i64, bidder: &str, share: Share) -> Result<String> {
    let id = tx.new_id();
    tx.insert(&Question {
        id: id.clone(),
        procurement: procurement.into(),
        number,
        release: None,
        section: None,
        requirement: None,
        wording: format!("問い{number}"),
        answer: "はい。".into(),
        state: crate::question::State::Approved,
        share,
        share_reason: if share == Share::Asker { "わかるため".into() } else { String::new() },
        owner: String::new(),
        due: String::new(),
        late: Late::Undecided,
        late_reason: String::new(),
        merged_into: None,
        cleared: Vec::new(),
        changes_rfp: false,
        approved_at: None,
        approved_by: String::new(),
        shared_at: None,
        revision: 0,
        folded: String::new(),
    })?;
    let asker = Asker {
        id: tx.new_id(),
        question: id.clone(),
        bidder: bidder.into(),
        hearing: None,
        received_at: Moment::on(NaiveDate::from_ymd_opt(2027, 2, 20).unwrap()),
        channel: Channel::Mail,
        person: String::new(),
        words: "弊社の問い".into(),
        source: String::new(),
        folded: String::new(),
    };
    tx.insert(&asker)?;
    Ok(id)
}

fn pack(bidder: &str, items: Vec<String>) -> Pack {
    let file = KeptFile { kind: FileKind::Answers, name: "a.pdf".into(), bytes: 1, sha256: "0".repeat(64) };
    let text = String::new;
    Pack {
        bidder: bidder.into(),
        addressee: "甲　御中".into(),
        mail: text(),
        subject: text(),
        body: text(),
        items,
        files: vec![file],
    }
}

/// What every bidder lacks, made ready.
fn ready(library: &mut Library, id: &str) -> Vec<String> {
    let known = Knowledge::of(&library.read(), id).unwrap();
    let packs = known
        .lacking()
        .into_iter()
        .map(|party| pack(&party.bidder, known.gaps(&party.bidder).iter().map(|item| item.id.clone()).collect()));
    let packs: Vec<Pack> = packs.collect();
    act(library, id, |tx| prepare(tx, id, packs))
}

/// The house with one answer shared with every bidder, and its distributions made ready.
fn answered(folder: &Path) -> (Library, String, SharedItem, Vec<String>) {
    let (mut library, id, bidders) = house(folder);
    let mut shared = act(&mut library, &id, |tx| {
        let question = asked(tx, &id, 1, &bidders[0], Share::All)?;
        share_answers(tx, &id, &[question])
    });
    let made = ready(&mut library, &id);
    (library, id, shared.remove(0), made)
}

fn open(library: &Library, id: &str) -> usize {
    Knowledge::of(&library.read(), id).unwrap().open()
}

fn now() -> Moment {
    "2027-03-01T10:00".parse().unwrap()
}

fn refused<T: std::fmt::Debug>(result: Result<T>) -> &'static str {
    result.unwrap_err().message().1
}

#[test]
fn nothing_counts_before_it_is_sent_and_undo_never_un_gives() {
    let folder = tempfile::tempdir().unwrap();
    let (mut library, id, bidders) = house(folder.path());
    act(&mut library, &id, |tx| {
        let first = asked(tx, &id, 1, &bidders[0], Share::All)?;
        let second = asked(tx, &id, 2, &bidders[1], Share::Asker)?;
        share_answers(tx, &id, &[second, first])
    });
    let known = Knowledge::of(&library.read(), &id).unwrap();
    assert_eq!(known.items.iter().map(|item| item.number.as_str()).collect::<Vec<_>>(), ["Q-001", "Q-002"]);
    assert_eq!(known.cells[1], [Cell::NotMeant, Cell::Gap, Cell::NotMeant]);
    assert_eq!(open(&library, &id), 4);

    let made = ready(&mut library, &id);
    assert_eq!(open(&library, &id), 4, "made ready is not given");
    let again = ready(&mut library, &id);
    assert_eq!(of(&library.read(), &id).unwrap().len(), 3, "the same again takes the place of what was ready");
    assert!(made.iter().all(|old| !again.contains(old)));

    barrier(&mut library, &id, |tx| again.iter().try_for_each(|id| mark_sent(tx, id, now(), Means::Mail, "", "")));
    assert_eq!(open(&library, &id), 0, "distributing all closes every gap");
    assert_eq!(refused(library.undo(Some(&id), &stamp()).map(|_| ())), "error-nothing-to-undo");

    // A bidder that comes now lacks everything that all are to know.
    let late = act(&mut library, &id, |tx| bidder::verbs::add(tx, &id, "丁", None, None, None));
    assert_eq!(Knowledge::of(&library.read(), &id).unwrap().gaps(&late).len(), 1);

    let wrong = &again[1];
    barrier(&mut library, &id, |tx| not_sent_after_all(tx, wrong, "添付を忘れた"));
    assert_eq!(open(&library, &id), 3);
    let twice =
        try_act(&mut library, Op::new("distribution-unsend").scope(&id), |tx| not_sent_after_all(tx, wrong, "二度"));
    assert_eq!(refused(twice), "error-distribution-unsent");
    act(&mut library, &id, |tx| note_receipt(tx, &again[0], now(), "電話"));
    library.undo(Some(&id), &stamp()).unwrap();
    let kept = of(&library.read(), &id).unwrap().into_iter().find(|one| one.id == again[0]).unwrap();
    assert_eq!((kept.state, kept.received_at), (State::Sent, None), "a receipt may be taken back, the giving not");
    library.transact(Op::new("procurement-remove"), &stamp(), |tx| remove(tx, &id)).unwrap();
}

#[test]
fn a_corrected_answer_takes_the_place_of_the_old() {
    let folder = tempfile::tempdir().unwrap();
    let (mut library, id, first, sent) = answered(folder.path());
    let question = first.question.clone().unwrap();
    let same = try_act(&mut library, Op::new("question-share").scope(&id), |tx| {
        share_answers(tx, &id, std::slice::from_ref(&question))
    });
    assert_eq!(refused(same), "error-share-nothing");
    barrier(&mut library, &id, |tx| mark_sent(tx, &sent[0], now(), Means::Meeting, "", ""));
    let second = act(&mut library, &id, |tx| {
        let stored: Question = tx.get(&question)?;
        tx.update(&Question { answer: "いいえ。".into(), state: crate::question::State::Approved, ..stored })?;
        share_answers(tx, &id, std::slice::from_ref(&question))
    });
    assert_eq!(second[0].replaces.as_deref(), Some(first.id.as_str()));
    let shot = second[0].snapshot.clone().unwrap();
    assert_eq!((second[0].round, shot.revision, shot.answer.as_str()), (2, 2, "いいえ。"));
    let known = Knowledge::of(&library.read(), &id).unwrap();
    assert!(matches!(known.cells[0][0], Cell::Given { .. }));
    assert_eq!(known.cells[0][1..], [Cell::Replaced, Cell::Replaced]);
    assert_eq!(known.cells[1], [Cell::Gap, Cell::Gap, Cell::Gap]);
    assert_eq!(library.read().get::<SharedItem>(&first.id).unwrap(), first, "what was shared never changes");
}

#[test]
fn nobody_is_given_what_is_not_meant_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let (mut library, id, bidders) = house(folder.path());
    let file = |only: &[String]| NewFile {
        title: String::new(),
        name: "見取り図.pdf".into(),
        bytes: 3,
        sha256: "1".repeat(64),
        only_for: only.to_vec(),
        replaces: None,
    };
    let own = act(&mut library, &id, |tx| add_file(tx, &id, file(&bidders[..1])));
    let op = || Op::new("distribution-prepare").scope(&id);
    let stray = try_act(&mut library, op(), |tx| prepare(tx, &id, vec![pack(&bidders[1], vec![own.id.clone()])]));
    assert_eq!(refused(stray), "error-distribution-moved");
    let made = act(&mut library, &id, |tx| prepare(tx, &id, vec![pack(&bidders[0], vec![own.id.clone()])]));
    assert_eq!(refused(try_act(&mut library, op(), |tx| remove_file(tx, &own.id))), "error-share-in-use");
    let ahead = "2027-03-01T10:01".parse().unwrap();
    let send = |at, means| move |tx: &mut Tx<'_>| mark_sent(tx, &made_id(tx), at, means, "", "");
    assert_eq!(refused(try_act(&mut library, op(), send(ahead, Means::Mail))), "error-distribution-ahead");
    assert_eq!(refused(try_act(&mut library, op(), send(now(), Means::Unsaid))), "error-distribution-no-means");
    act(&mut library, &id, |tx| discard(tx, &made[0]));
    act(&mut library, &id, |tx| remove_file(tx, &own.id));
    assert_eq!(open(&library, &id), 0);
}

#[test]
fn who_sent_is_the_contact_person_where_nobody_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (mut library, id, _, made) = answered(folder.path());
    let mut sent = |actor: &str, n: usize, by: &str| {
        let stamp = Stamp { actor: actor.into(), ..stamp() };
        let op = Op::new("distribution-send").scope(&id).barrier();
        let send = |tx: &mut Tx<'_>| -> Result<String> {
            mark_sent(tx, &made[n], now(), Means::Mail, by, "")?;
            Ok(tx.get::<Distribution>(&made[n])?.sent_by)
        };
        library.transact(op, &stamp, send).unwrap().value
    };
    assert_eq!(sent("—", 0, ""), "", "nobody is known");
    assert_eq!(sent("佐藤", 1, " 早瀬 みのり "), "早瀬 みのり");
    let contact = |tx: &mut Tx<'_>| put(tx, &id, FactKey::ContactPerson, Some("白石 圭"));
    act(&mut library, &id, contact);
    let read = library.read();
    let sender = |actor: &str| super::verbs::sender(&read, &id, actor).unwrap();
    assert_eq!((sender("—"), sender("佐藤")), ("白石 圭".to_owned(), "佐藤".to_owned()));
}

#[test]
fn nothing_is_sent_before_it_was_made_ready_nor_received_before_it_was_sent() {
    let folder = tempfile::tempdir().unwrap();
    let (mut library, id, _, made) = answered(folder.path());
    let at = |typed: &str| typed.parse::<Moment>().unwrap();
    let op = || Op::new("distribution-send").scope(&id).barrier();
    let mut send = |n: usize, typed: &str| {
        try_act(&mut library, op(), |tx| mark_sent(tx, &made[n], at(typed), Means::Mail, "", ""))
    };
    // Made ready at 10:00 on the 1st of March.
    for early in ["2020-03-01", "2027-02-28", "2027-03-01T09:59"] {
        assert_eq!(refused(send(0, early)), "error-distribution-before-prepared", "{early}");
    }
    send(0, "2027-03-01T10:00").unwrap();
    send(1, "2027-03-01").unwrap();
    let mut receive =
        |n: usize, typed: &str| try_act(&mut library, op(), |tx| note_receipt(tx, &made[n], at(typed), "電話"));
    for early in ["2027-02-28", "2027-03-01T09:59"] {
        assert_eq!(refused(receive(0, early)), "error-distribution-before-sent", "{early}");
    }
    receive(0, "2027-03-01").unwrap();
    receive(1, "2027-03-01T09:00").unwrap();
}

fn made_id(tx: &Tx<'_>) -> String {
    tx.all::<super::Distribution>("ORDER BY id", &[]).unwrap()[0].id.clone()
}

#[test]
fn what_is_not_approved_is_not_shared() {
    let folder = tempfile::tempdir().unwrap();
    let (mut library, id, bidders) = house(folder.path());
    let question = act(&mut library, &id, |tx| {
        let question = asked(tx, &id, 1, &bidders[0], Share::All)?;
        let stored: Question = tx.get(&question)?;
        tx.update(&Question { state: crate::question::State::Drafted, ..stored })?;
        Ok(question)
    });
    let op = Op::new("question-share").scope(&id);
    assert!(try_act(&mut library, op, |tx| share_answers(tx, &id, &[question])).is_err());
    assert_eq!(open(&library, &id), 0);
}
