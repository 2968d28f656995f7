//! The verbs of the questions, done to a real library.

use chrono::{NaiveDate, TimeZone as _, Utc};

use super::about::{Places, Since};
use super::asker;
use super::insight::{addendum_reason, insight, to_rfp};
use super::late::decide;
use super::merge::{merge, split, teller};
use super::register::{register, standing, Filter, Kept, Order};
use super::similar::{pairs, similar_to, worded};
use super::state::{approve, clear, mark_shared, may_share, reopen};
use super::telling::Watch;
use super::verbs::{add, remove, set, set_asker, Asked};
use super::{askers_by_question, askers_of, of, Asker, Channel, Late, Question, Share, State};
use crate::bidder;
use crate::journal::{Op, Stamp, Tx};
use crate::l10n::Lang;
use crate::library::Library;
use crate::overview::verbs::{create, remove as remove_procurement};
use crate::procurement::{verbs as procurement, FactKey};
use crate::rfp::release::{draft, release_rfp};
use crate::rfp::section::{edit_section, remove_section, sections, Edit};
use crate::vendor::Vendor;
use crate::Result;

struct House {
    library: Library,
    procurement: String,
    bidders: Vec<String>,
    at: chrono::DateTime<Utc>,
    _folder: tempfile::TempDir,
}

fn today() -> NaiveDate {
    "2027-03-10".parse().unwrap()
}

impl House {
    /// The sample with its vendors, before the first release.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = Utc.with_ymd_and_hms(2027, 3, 1, 1, 0, 0).unwrap();
        let stamp = Stamp { actor: "佐藤".into(), at };
        let mut library = Library::open(folder.path(), [7; 16], &stamp).unwrap();
        let made = library.transact(Op::new("procurement-create"), &stamp, |tx| create(tx, "sample", "", Lang::Ja));
        let procurement = made.unwrap().value;
        let bidders = bidder::of(&library.read(), &procurement).unwrap();
        for (bidder, alias) in bidders.iter().zip(["ハルイロ", "ミナモ"]) {
            let vendor: Vendor = library.read().get(&bidder.vendor).unwrap();
            let vendor = Vendor { aliases: vec![alias.into()], ..vendor };
            library.transact(Op::new("bidder-edit"), &stamp, |tx| tx.update(&vendor)).unwrap();
        }
        let bidders = bidders.into_iter().map(|bidder| bidder.id).collect();
        Self { library, procurement, bidders, at, _folder: folder }
    }

    fn tried<T>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        let stamp = Stamp { actor: "佐藤".into(), at: self.at };
        self.library.transact(Op::new("question-edit").scope(&self.procurement), &stamp, work).map(|done| done.value)
    }

    fn doing<T>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> T {
        self.tried(work).unwrap()
    }

    fn refused<T>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> &'static str {
        match self.tried(work) {
            Ok(_) => panic!("was not refused"),
            Err(error) => error.message().1,
        }
    }

    fn asked(&self, bidder: usize, words: &str) -> Asked {
        Asked {
            bidders: vec![self.bidders[bidder].clone()],
            hearing: None,
            received_at: "2027-03-03T10:45".parse().unwrap(),
            channel: Channel::Meeting,
            person: String::new(),
            words: words.into(),
            wording: None,
            section: None,
            requirement: None,
            source: String::new(),
        }
    }

    fn ask(&mut self, bidder: usize, words: &str) -> Question {
        let (asked, procurement) = (self.asked(bidder, words), self.procurement.clone());
        self.doing(|tx| add(tx, &procurement, &asked))
    }

    fn set(&mut self, id: &str, field: &str, value: &str) {
        self.doing(|tx| set(tx, id, field, value, today(), Lang::Ja));
    }

    fn get(&self, id: &str) -> Question {
        self.library.read().get(id).unwrap()
    }

    fn answered(&mut self, bidder: usize, words: &str, answer: &str) -> Question {
        let question = self.ask(bidder, words);
        self.set(&question.id, "answer", answer);
        self.doing(|tx| approve(tx, std::slice::from_ref(&question.id)));
        self.get(&question.id)
    }

    fn share(&mut self, id: &str) -> Result<Question> {
        let procurement = self.procurement.clone();
        self.tried(|tx| {
            let watch = Watch::of(tx, &procurement)?;
            mark_shared(tx, &watch, id)
        })
    }

    fn release(&mut self) {
        let (id, stamp) = (self.procurement.clone(), Stamp { actor: "佐藤".into(), at: self.at });
        let shot = draft(&self.library.read(), &id, today()).unwrap();
        let op = Op::new("rfp-release").scope(&id).barrier();
        self.library.transact(op, &stamp, |tx| release_rfp(tx, &id, shot, Vec::new(), Vec::new())).unwrap();
    }
}

#[test]
fn numbers_are_never_given_twice() {
    let mut house = House::new();
    let first = house.ask(0, "端末の貸し出しはありますか");
    let second = house.ask(1, "定例会はオンラインですか");
    assert_eq!((first.label(), second.label()), ("Q-001".into(), "Q-002".into()));
    house.doing(|tx| remove(tx, &second.id));
    assert_eq!(house.ask(1, "再委託の承認は").label(), "Q-003");
    assert_eq!(first.wording, "端末の貸し出しはありますか", "until it is reworded it is shared as it came");
}

#[test]
fn several_bidders_ask_one_question_and_a_hearing_belongs_to_one_of_them() {
    let mut house = House::new();
    let mut asked = house.asked(0, "鍵は");
    asked.bidders.push(house.bidders[1].clone());
    asked.person = "髙橋".into();
    let procurement = house.procurement.clone();
    let question = house.doing(|tx| add(tx, &procurement, &asked));
    let askers = askers_of(&house.library.read(), &question.id).unwrap();
    assert_eq!(askers.len(), 2);
    assert!(askers.iter().all(|asker| asker.words == "鍵は" && asker.folded == "鍵は 高橋"), "{askers:?}");
    asked.words = " \r\n ".into();
    assert_eq!(house.refused(|tx| add(tx, &procurement, &asked)), "error-question-empty");
    asked.words = "鍵".into();
    asked.bidders.clear();
    assert_eq!(house.refused(|tx| add(tx, &procurement, &asked)), "error-question-asker");
}

#[test]
fn an_answer_comes_from_open_to_shared_and_a_change_brings_it_back() {
    let mut house = House::new();
    let id = house.ask(0, "録音は必要ですか").id;
    assert_eq!(house.refused(|tx| approve(tx, std::slice::from_ref(&id))), "error-question-no-answer");
    house.set(&id, "answer", "必須ではありません。");
    assert_eq!(house.get(&id).state, State::Drafted);
    assert_eq!(house.share(&id).unwrap_err().message().1, "error-question-unapproved");
    assert!(house.doing(|tx| approve(tx, std::slice::from_ref(&id))).is_empty());
    let approved = house.get(&id);
    assert_eq!((approved.state, approved.approved_by.as_str()), (State::Approved, "佐藤"));
    let shared = house.share(&id).unwrap();
    assert_eq!((shared.state, shared.revision), (State::Shared, 1));

    house.set(&id, "answer", "90日で消去してください。");
    let reworked = house.get(&id);
    assert_eq!((reworked.state, reworked.approved_at, reworked.revision), (State::Drafted, None, 1));
    assert_eq!(reworked.shared_at, shared.shared_at, "what was shared stays known");
    house.doing(|tx| approve(tx, std::slice::from_ref(&id)));
    assert_eq!(house.share(&id).unwrap().revision, 2);
    house.set(&id, "owner", "CS企画");
    assert_eq!(house.get(&id).state, State::Shared, "what bidders do not read changes nothing for them");
    house.doing(|tx| reopen(tx, &id));
    assert_eq!(house.get(&id).state, State::Drafted);
    house.set(&id, "answer", "");
    assert_eq!(house.get(&id).state, State::Open);
    assert_eq!(house.refused(|tx| remove(tx, &id)), "error-question-shared");
}

#[test]
fn approving_several_leaves_the_unfinished_and_says_which() {
    let mut house = House::new();
    let (done, open) = (house.ask(0, "甲"), house.ask(1, "乙"));
    house.set(&done.id, "answer", "丙");
    let left = house.doing(|tx| approve(tx, &[open.id.clone(), done.id.clone()]));
    assert_eq!(left.len(), 1);
    assert_eq!((left[0].0.as_str(), left[0].1.text().id.as_str()), ("Q-002", "question-hold-no-answer"));
    assert_eq!(house.get(&done.id).state, State::Approved);
}

#[test]
fn telling_words_hold_an_answer_until_reworded_or_knowingly_cleared() {
    let mut house = House::new();
    let id = house.answered(0, "ハルイロでは取り込み専任の班を置いています。台帳はExcelだけですか。", "8割です。").id;
    let error = house.share(&id).unwrap_err();
    assert_eq!(error.message().1, "error-question-telling");
    assert!(error.message().2["words"].contains("ハルイロ"), "{error}");
    house.doing(|tx| clear(tx, &id, &["ハルイロ".into()]));
    let watch = Watch::of(&house.library.read(), &house.procurement).unwrap();
    may_share(&house.library.read(), &watch, &house.get(&id)).unwrap();
    house.set(
        &id,
        "wording",
        "台帳の形式は何ですか。ハルイロでは取り込み専任の班を置いています。台帳はExcelだけですか。",
    );
    may_share_but_for_approval(&house, &id);
    house.set(&id, "wording", "ハルイロの台帳の形式は");
    house.doing(|tx| approve(tx, std::slice::from_ref(&id)));
    assert_eq!(
        house.share(&id).unwrap_err().message().1,
        "error-question-telling",
        "it was cleared in another sentence"
    );
    house.set(&id, "wording", "弊社ハルイロの台帳の形式は");
    house.doing(|tx| approve(tx, std::slice::from_ref(&id)));
    assert_eq!(house.share(&id).unwrap_err().message().1, "error-question-telling", "new words hold it again");
    house.set(&id, "wording", "Our company takes ledgers in Excel only. Can we ask for that?");
    house.doing(|tx| approve(tx, std::slice::from_ref(&id)));
    assert_eq!(house.share(&id).unwrap_err().message().2["words"], "Our company");
    house.set(&id, "wording", "Can we ask for ledgers in Excel?");
    house.doing(|tx| approve(tx, std::slice::from_ref(&id)));
    house.share(&id).unwrap();
}

fn may_share_but_for_approval(house: &House, id: &str) {
    let watch = Watch::of(&house.library.read(), &house.procurement).unwrap();
    let held = may_share(&house.library.read(), &watch, &house.get(id)).unwrap_err();
    assert_eq!(held.message().1, "error-question-unapproved", "what was cleared stays cleared where it stands");
}

#[test]
fn an_answer_for_two_askers_may_name_neither() {
    let mut house = House::new();
    let (one, other) = (house.ask(0, "標準の単価をどう扱いますか").id, house.ask(1, "単価の扱いは").id);
    house.doing(|tx| merge(tx, &one, std::slice::from_ref(&other)));
    for (field, value) in [
        ("wording", "ハルイロの標準の単価をどう扱いますか"),
        ("answer", "そのままで構いません。"),
        ("share", "asker"),
        ("share_reason", "単価に関わるため"),
    ] {
        house.set(&one, field, value);
    }
    house.doing(|tx| approve(tx, std::slice::from_ref(&one)));
    assert_eq!(house.share(&one).unwrap_err().message().1, "error-question-telling");
    house.set(&one, "wording", "弊社の標準の単価をどう扱いますか");
    house.doing(|tx| approve(tx, std::slice::from_ref(&one)));
    assert_eq!(house.share(&one).unwrap_err().message().1, "error-question-telling", "nor that one of them speaks");
    house.set(&one, "wording", "標準の単価をどう扱いますか");
    house.doing(|tx| approve(tx, std::slice::from_ref(&one)));
    house.share(&one).unwrap();
}

#[test]
fn an_answer_for_the_asker_alone_needs_a_reason_and_may_name_the_asker_but_no_other() {
    let mut house = House::new();
    let id = house.ask(0, "弊社ハルイロの方法でよいですか").id;
    house.set(&id, "answer", "よいです。");
    house.set(&id, "share", "asker");
    assert_eq!(house.refused(|tx| approve(tx, std::slice::from_ref(&id))), "error-question-no-reason");
    house.set(&id, "share_reason", "独自の方法に関わるため");
    house.doing(|tx| approve(tx, std::slice::from_ref(&id)));
    assert_eq!(house.share(&id).unwrap().share, Share::Asker);
    house.set(&id, "answer", "ミナモと同じで構いません。");
    house.doing(|tx| approve(tx, std::slice::from_ref(&id)));
    assert_eq!(house.share(&id).unwrap_err().message().1, "error-question-telling");
}

#[test]
fn the_same_question_from_two_is_one_and_can_be_split_again() {
    let mut house = House::new();
    let (one, other) = (house.ask(0, "場所は国内ならどこでも"), house.ask(1, "国内ならどこの場所でも"));
    house.set(&other.id, "answer", "国内なら構いません。");
    let both = [house.get(&one.id), house.get(&other.id)];
    assert_eq!(teller(&both).unwrap().id, other.id, "the one with an answer tells");
    house.doing(|tx| merge(tx, &one.id, &[other.id.clone(), one.id.clone()]));
    let merged = house.get(&other.id);
    assert_eq!((merged.state, merged.merged_into.as_deref(), merged.number), (State::Merged, Some(one.id.as_str()), 2));
    let read = house.library.read();
    let bidders: Vec<String> = askers_of(&read, &one.id).unwrap().into_iter().map(|asker| asker.bidder).collect();
    assert_eq!(bidders, house.bidders[..2]);
    assert_eq!(askers_by_question(&read, &house.procurement).unwrap()[&one.id].len(), 2);
    let refused = house.refused(|tx| set(tx, &other.id, "answer", "x", today(), Lang::Ja));
    assert_eq!(refused, "error-question-merged");

    house.doing(|tx| split(tx, &other.id));
    assert_eq!(house.get(&other.id).state, State::Drafted);
    assert_eq!(askers_of(&house.library.read(), &one.id).unwrap().len(), 1);
    house.doing(|tx| merge(tx, &one.id, std::slice::from_ref(&other.id)));
    let third = house.ask(0, "国内の場所");
    house.doing(|tx| merge(tx, &third.id, std::slice::from_ref(&one.id)));
    assert_eq!(house.get(&other.id).merged_into.as_deref(), Some(third.id.as_str()), "what it told goes along");
    house.doing(|tx| remove(tx, &third.id));
    assert_eq!(house.get(&one.id).state, State::Open);
}

#[test]
fn merging_into_an_answer_for_one_asker_asks_for_sharing_again_and_shared_ones_are_not_merged() {
    let mut house = House::new();
    let private = house.ask(0, "独自の方法").id;
    house.set(&private, "answer", "可");
    house.set(&private, "share", "asker");
    house.set(&private, "share_reason", "独自の方法のため");
    house.doing(|tx| approve(tx, std::slice::from_ref(&private)));
    house.share(&private).unwrap();
    let other = house.ask(1, "独自の方法の可否").id;
    let refused = house.refused(|tx| merge(tx, &other, std::slice::from_ref(&private)));
    assert_eq!(refused, "error-question-merge-shared");
    house.doing(|tx| merge(tx, &private, std::slice::from_ref(&other)));
    assert_eq!(house.get(&private).state, State::Drafted, "the second asker does not have it yet");
}

#[test]
fn late_questions_are_marked_and_decided() {
    let mut house = House::new();
    let procurement = house.procurement.clone();
    house.doing(|tx| procurement::put(tx, &procurement, FactKey::QuestionDeadline, Some("2027-03-12T17:00")));
    let in_time = house.ask(0, "甲").id;
    let late = house.ask(1, "乙").id;
    let asker = askers_of(&house.library.read(), &late).unwrap()[0].id.clone();
    for (typed, is_late) in [("3/12 17:00", false), ("3/12", false), ("2027-03-12 17:01", true), ("3/15", true)] {
        house.doing(|tx| set_asker(tx, &asker, "received_at", typed, today(), Lang::Ja));
        let filter = Filter { late: Some(true), ..Filter::default() };
        let places = Places::of(&house.library.read(), &procurement).unwrap();
        let read = house.library.read();
        let kept = Kept::renewed(&read, &procurement, None).unwrap();
        let found = register(&read, &kept, &filter, Order::Number, false, (&places, today())).unwrap();
        assert_eq!(found.entries.len(), usize::from(is_late), "{typed}");
    }
    assert_eq!(standing(&house.library.read(), &procurement).unwrap().undecided, 1);
    house.doing(|tx| merge(tx, &in_time, std::slice::from_ref(&late)));
    assert_eq!(standing(&house.library.read(), &procurement).unwrap().undecided, 0, "asked in time by another");
    house.doing(|tx| split(tx, &late));
    house.doing(|tx| decide(tx, &late, Late::Declined, "受付期限後のため"));
    let standing = standing(&house.library.read(), &procurement).unwrap();
    assert_eq!((standing.undecided, standing.counts.open, standing.counts.all), (0, 1, 2));
    house.set(&late, "answer", "答え");
    assert_eq!(house.refused(|tx| approve(tx, std::slice::from_ref(&late))), "error-question-declined");
    house.doing(|tx| decide(tx, &late, Late::Accepted, "全社の見積に関わるため"));
    house.doing(|tx| approve(tx, std::slice::from_ref(&late)));
    house.share(&late).unwrap();
    let refused = house.refused(|tx| decide(tx, &late, Late::Declined, ""));
    assert_eq!(refused, "error-question-decline-shared");
}

#[test]
fn a_question_keeps_the_section_it_was_asked_about() {
    let mut house = House::new();
    let section = sections(&house.library.read(), &house.procurement).unwrap()[2].0.id.clone();
    let before = house.ask(0, "発行の前に").id;
    house.doing(|tx| set_asker_of(tx, &before));
    house.release();
    let id = house.ask(0, "この項目は").id;
    house.set(&id, "section", &section);
    let since = |house: &House| {
        let read = house.library.read();
        let mut places = Places::of(&read, &house.procurement).unwrap();
        let about = places.about(&read, &house.get(&id)).unwrap().unwrap();
        (about.since, about.release, about.title)
    };
    let (now, release, title) = since(&house);
    assert_eq!((now, release.as_deref()), (Since::Same, Some("1.0")));
    let edit = Edit { title: Some("別の題".into()), ..Edit::default() };
    house.doing(|tx| edit_section(tx, &section, edit));
    assert_eq!(since(&house), (Since::Renamed, Some("1.0".into()), title.clone()));
    house.doing(|tx| remove_section(tx, &section));
    assert_eq!(since(&house), (Since::Removed, Some("1.0".into()), title));
    house.set(&id, "section", &section);
    let unknown = house.tried(|tx| set(tx, &id, "section", "nowhere", today(), Lang::Ja));
    assert!(unknown.is_err());
}

fn set_asker_of(tx: &mut Tx<'_>, question: &str) -> Result<()> {
    let asker: Asker = tx.all("WHERE question = ?1", &[&question])?.remove(0);
    set_asker(tx, &asker.id, "channel", "phone", today(), Lang::Ja)
}

#[test]
fn kept_questions_are_read_again_once_something_was_written() {
    let mut house = House::new();
    let procurement = house.procurement.clone();
    let first = house.ask(0, "端末は借りられますか").id;
    let shown = |house: &House, before: Option<Kept>| {
        let read = house.library.read();
        let kept = Kept::renewed(&read, &procurement, before).unwrap();
        let places = Places::of(&read, &procurement).unwrap();
        let all = register(&read, &kept, &Filter::default(), Order::Number, false, (&places, today())).unwrap();
        let entries: Vec<_> = all.entries.iter().map(|entry| (entry.id.clone(), entry.bidders.len())).collect();
        (entries, kept)
    };
    let (_, kept) = shown(&house, None);
    let second = house.ask(1, "再委託の承認は").id;
    let (entries, kept) = shown(&house, Some(kept));
    assert_eq!(entries, [(first.clone(), 1), (second.clone(), 1)]);
    house.doing(|tx| merge(tx, &first, std::slice::from_ref(&second)));
    let (entries, kept) = shown(&house, Some(kept));
    assert_eq!(entries, [(first, 2)]);
    let another = Kept::renewed(&house.library.read(), "another", Some(kept));
    assert!(another.is_err(), "these are not the questions of another procurement");
}

#[test]
fn the_register_filters_sorts_and_finds_short_words() {
    let mut house = House::new();
    let procurement = house.procurement.clone();
    let first = house.answered(1, "再委託の承認は", "必要です。").id;
    let second = house.ask(0, "端末は借りられますか").id;
    house.set(&second, "due", "2027-03-09");
    let read = house.library.read();
    let places = Places::of(&read, &procurement).unwrap();
    let kept = Kept::renewed(&read, &procurement, None).unwrap();
    let ids = |filter: &Filter, order: Order, falling: bool| {
        let found = register(&read, &kept, filter, order, falling, (&places, today())).unwrap();
        (found.entries.into_iter().map(|entry| entry.id.clone()).collect::<Vec<_>>(), found.counts)
    };
    let all = Filter::default();
    assert_eq!(ids(&all, Order::Number, false).0, [first.clone(), second.clone()]);
    assert_eq!(ids(&all, Order::Number, true).0, [second.clone(), first.clone()]);
    assert_eq!(ids(&all, Order::State, false).0, [second.clone(), first.clone()]);
    assert_eq!(ids(&all, Order::Asker, false).0, [second.clone(), first.clone()]);
    assert_eq!(ids(&all, Order::Due, false).0, [second.clone(), first.clone()]);
    for (text, hits) in
        [("端末", 1), ("必要", 1), ("ﾀﾝﾏﾂ", 0), ("承認 再委託", 1), ("承認 端末", 0), ("q-002", 1), ("", 2), ("%", 0)]
    {
        let filter = Filter { text: Some(text.into()), ..Filter::default() };
        assert_eq!(ids(&filter, Order::Number, false).0.len(), hits, "{text}");
    }
    let filter = Filter { state: Some(State::Approved), ..Filter::default() };
    let (found, counts) = ids(&filter, Order::Number, false);
    assert_eq!((found, counts.all, counts.open, counts.approved), (vec![first], 2, 1, 1));
    let filter = Filter { overdue: Some(true), ..Filter::default() };
    assert_eq!(ids(&filter, Order::Number, false).0, [second]);
    let filter = Filter { bidder: Some(house.bidders[1].clone()), ..Filter::default() };
    assert_eq!(ids(&filter, Order::Number, false).0.len(), 1);
}

#[test]
fn near_equal_questions_are_suggested_and_never_merged() {
    let mut house = House::new();
    let one = house.ask(0, "定例会は、オンラインで開催できますか。");
    let other = house.ask(1, "定例会をオンラインで開催することは可能でしょうか。");
    house.ask(0, "端末の貸し出しはありますか。");
    let all = worded(&house.library.read(), &house.procurement).unwrap();
    let found = similar_to(all.iter().find(|question| question.id == one.id).unwrap(), &all);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].other, other.id);
    assert!(found[0].shared.contains(&"オンライン".to_owned()), "{found:?}");
    assert_eq!(pairs(&all), found);
    assert!(all.iter().all(|question| question.state == State::Open));
}

#[test]
fn many_questions_on_one_section_show_it_as_unclear_and_lead_to_the_rfp() {
    let mut house = House::new();
    let section = sections(&house.library.read(), &house.procurement).unwrap()[3].0.id.clone();
    let mut last = String::new();
    for n in 0..5 {
        last = house.ask(n % 2, &format!("{n}番目の問い")).id;
        house.set(&last, "section", &section);
    }
    house.ask(0, "全体について");
    let found = insight(&house.library.read(), &house.procurement).unwrap();
    assert_eq!((found.sections[0].count, found.sections[0].unclear), (5, true));
    assert_eq!((found.sections[1].section.clone(), found.sections[1].unclear), (None, false));
    assert_eq!(found.bidders.iter().map(|bidder| bidder.count).sum::<usize>(), 6);
    assert_eq!(found.median_hours, None);

    house.release();
    house.at += chrono::TimeDelta::days(9);
    house.set(&last, "answer", "内訳を示します。");
    house.set(&last, "changes_rfp", "1");
    assert_eq!(addendum_reason(&house.library.read(), &house.procurement).unwrap(), None, "not approved yet");
    house.doing(|tx| approve(tx, std::slice::from_ref(&last)));
    let reason = addendum_reason(&house.library.read(), &house.procurement).unwrap().unwrap();
    assert!(reason.contains("Q-005"), "{reason}");
    let way = to_rfp(&house.library.read(), &last).unwrap();
    assert_eq!((way.section, way.reason), (Some(section), reason));
    let hours = insight(&house.library.read(), &house.procurement).unwrap().median_hours;
    assert_eq!(hours, Some(6 * 24 + 23), "from 10:45 on the 3rd to 10:00 on the 10th");
    house.at += chrono::TimeDelta::days(1);
    house.release();
    assert_eq!(addendum_reason(&house.library.read(), &house.procurement).unwrap(), None, "it has been said");
}

#[test]
fn a_procurement_goes_with_its_questions_and_comes_back_with_them() {
    let mut house = House::new();
    let (one, other) = (house.ask(0, "甲").id, house.ask(1, "乙").id);
    house.doing(|tx| merge(tx, &one, &[other]));
    let procurement = house.procurement.clone();
    let before = house.library.state().unwrap();
    let stamp = Stamp { actor: "佐藤".into(), at: house.at };
    house.library.transact(Op::new("procurement-remove"), &stamp, |tx| remove_procurement(tx, &procurement)).unwrap();
    assert!(of(&house.library.read(), &procurement).unwrap().is_empty());
    house.library.undo(None, &stamp).unwrap();
    assert_eq!(house.library.state().unwrap(), before);
}

#[test]
fn askers_are_added_and_removed_by_hand_and_one_always_stays() {
    let mut house = House::new();
    let (procurement, asked) = (house.procurement.clone(), house.asked(0, "手順書は閲覧できますか。"));
    let question = house.doing(|tx| add(tx, &procurement, &asked));
    let (first, second) = (house.bidders[0].clone(), house.bidders[1].clone());
    let at = asked.received_at;
    let only = askers_of(&house.library.read(), &question.id).unwrap()[0].id.clone();
    assert_eq!(house.refused(|tx| asker::remove(tx, &only)), "error-question-asker-last");
    assert_eq!(house.refused(|tx| asker::add(tx, &question.id, &first, at)), "error-question-asker-twice");
    let today = today();
    house.doing(|tx| {
        for (field, value) in [("answer", "はい。"), ("share", "asker"), ("share_reason", "個別の事情のため")]
        {
            set(tx, &question.id, field, value, today, Lang::Ja)?;
        }
        approve(tx, std::slice::from_ref(&question.id))?;
        mark_shared(tx, &Watch::of(tx, &procurement)?, &question.id)
    });
    // Shared with the asker alone, it has to be shared anew with who asked as well.
    let added = house.doing(|tx| asker::add(tx, &question.id, &second, at));
    assert_eq!(added.words, "手順書は閲覧できますか。");
    let stored: Question = house.library.read().get(&question.id).unwrap();
    assert_eq!((stored.state, stored.revision), (State::Drafted, 1));
    house.doing(|tx| asker::remove(tx, &only));
    let left = askers_of(&house.library.read(), &question.id).unwrap();
    assert_eq!(left.iter().map(|asker| asker.bidder.clone()).collect::<Vec<_>>(), [second]);
}
