//! The verbs of the facts, done to a real library.

use chrono::{NaiveDate, TimeZone as _, Utc};

use super::{calendar, home, verbs, way, DueGroup, Step, StepState, WayStep};
use crate::bidder::course::Reason;
use crate::bidder::steps::{take_step, NewStep};
use crate::bidder::{self, Status};
use crate::calendar::verbs as closed;
use crate::criterion;
use crate::evaluation;
use crate::finding::Severity;
use crate::journal::{Op, Stamp, Tx};
use crate::l10n::Lang;
use crate::library::Library;
use crate::procurement::{verbs as procurement, FactKey, Facts, Procurement};
use crate::question;
use crate::required_item;
use crate::settings;
use crate::vendor::Vendor;
use crate::Result;

struct House {
    library: Library,
    _folder: tempfile::TempDir,
}

impl House {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { library: Library::open(folder.path(), [7; 16], &stamp()).unwrap(), _folder: folder }
    }

    fn doing<T>(&mut self, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        self.library.transact(Op::new("fact-set"), &stamp(), work).map(|outcome| outcome.value)
    }

    fn procurement(&mut self, title: &str) -> String {
        self.doing(|tx| verbs::create(tx, "empty", title, Lang::Ja)).unwrap()
    }

    fn set(&mut self, id: &str, key: FactKey, typed: &str) -> Result<Option<String>> {
        self.doing(|tx| procurement::set_fact(tx, id, key, Some(typed), today(), Lang::Ja))
    }

    fn facts(&self, id: &str) -> Facts {
        Facts::of(&self.library.read(), id).unwrap()
    }
}

fn stamp() -> Stamp {
    Stamp { actor: "佐藤".into(), at: Utc.with_ymd_and_hms(2026, 11, 22, 0, 0, 0).unwrap() }
}

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

#[test]
fn the_sample_takes_the_title_it_is_given() {
    let mut house = House::new();
    let title = |house: &mut House, typed: &str| {
        let id = house.doing(|tx| verbs::create(tx, "sample", typed, Lang::Ja)).unwrap();
        house.library.read().get::<Procurement>(&id).unwrap().title
    };
    assert_eq!(title(&mut house, "試しの案件"), "試しの案件");
    assert!(!title(&mut house, " ").trim().is_empty());
}

#[test]
fn a_new_procurement_takes_over_the_company() {
    let mut house = House::new();
    house.doing(|tx| settings::set(tx, "issuer.company", "株式会社ミホンクラウド")).unwrap();
    house.doing(|tx| settings::set(tx, "contact.mail", "ｒｆｐ@mihon-cloud.example")).unwrap();
    let id = house.procurement("窓口の委託");
    let facts = house.facts(&id);
    assert_eq!(facts.value(FactKey::DocTitle), Some("窓口の委託"));
    assert_eq!(facts.value(FactKey::IssuerCompany), Some("株式会社ミホンクラウド"));
    assert_eq!(facts.value(FactKey::ContactMail), Some("rfp@mihon-cloud.example"));
    let refused = house.doing(|tx| settings::set(tx, "contact.mail", "nobody")).unwrap_err();
    assert_eq!(refused.message().1, "error-mail");
    assert_eq!(house.doing(|tx| settings::set(tx, "colour", "x")).unwrap_err().message().1, "error-field");
    assert_eq!(
        house.doing(|tx| verbs::create(tx, "empty", "  ", Lang::Ja)).unwrap_err().message().1,
        "error-title-empty"
    );
    assert_eq!(house.doing(|tx| verbs::create(tx, "nowhere", "x", Lang::Ja)).unwrap_err().message().1, "error-from");
}

#[test]
fn facts_are_typed_changed_and_taken_back() {
    let mut house = House::new();
    let id = house.procurement("窓口の委託");
    assert_eq!(house.set(&id, FactKey::ProposalDeadline, "12/4 17時").unwrap().as_deref(), Some("2026-12-04T17:00"));
    assert_eq!(house.set(&id, FactKey::ProposalDeadline, "午後3時").unwrap().as_deref(), Some("2026-12-04T15:00"));
    house.library.undo(None, &stamp()).unwrap();
    assert_eq!(house.facts(&id).value(FactKey::ProposalDeadline), Some("2026-12-04T17:00"));
    assert_eq!(house.set(&id, FactKey::ProposalDeadline, "").unwrap(), None);
    assert_eq!(house.facts(&id).value(FactKey::ProposalDeadline), None);
    house.library.undo(None, &stamp()).unwrap();
    assert_eq!(house.facts(&id).value(FactKey::ProposalDeadline), Some("2026-12-04T17:00"));
    house.set(&id, FactKey::DocTitle, "問い合わせ窓口の委託").unwrap();
    assert_eq!(house.library.read().get::<Procurement>(&id).unwrap().title, "問い合わせ窓口の委託");
    assert_eq!(house.set(&id, FactKey::DocTitle, " ").unwrap_err().message().1, "error-title-empty");
}

#[test]
fn suggested_dates_know_the_companys_closed_days() {
    let mut house = House::new();
    let id = house.procurement("窓口の委託");
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    house.doing(|tx| closed::close(tx, day("2027-03-12"), day("2027-03-15"), "創立記念")).unwrap();
    let refused = house.doing(|tx| closed::close(tx, day("2027-03-15"), day("2027-03-12"), "")).unwrap_err();
    assert_eq!(refused.message().1, "error-closed-days");
    let apply = |house: &mut House, keep| {
        house.doing(|tx| {
            let calendar = calendar(tx)?;
            procurement::apply_schedule(tx, &id, Some(day("2027-03-01")), keep, &calendar, today())
        })
    };
    apply(&mut house, false).unwrap();
    assert_eq!(house.facts(&id).value(FactKey::QuestionDeadline), Some("2027-03-16T17:00"));
    house.set(&id, FactKey::QuestionDeadline, "3/19 12:00").unwrap();
    house.set(&id, FactKey::AnswerDate, "").unwrap();
    apply(&mut house, true).unwrap();
    assert_eq!(house.facts(&id).value(FactKey::QuestionDeadline), Some("2027-03-19T12:00"));
    assert_eq!(house.facts(&id).value(FactKey::AnswerDate), Some("2027-03-26T17:00"));
}

#[test]
fn a_company_is_one_company_however_it_is_written() {
    let mut house = House::new();
    let (a, b) = (house.procurement("A"), house.procurement("B"));
    let add =
        |house: &mut House, id: &str, name: &str| house.doing(|tx| bidder::verbs::add(tx, id, name, None, None, None));
    let first = add(&mut house, &a, "株式会社ハルイロサポート 御中").unwrap();
    assert_eq!(add(&mut house, &a, "㈱ハルイロサポート").unwrap_err().message().1, "error-bidder-twice");
    let second = add(&mut house, &b, "ハルイロサポート株式会社").unwrap();
    let vendors = house.library.read().all::<Vendor>("ORDER BY id", &[]).unwrap();
    assert_eq!(vendors.len(), 1);
    assert_eq!(
        (vendors[0].name.as_str(), vendors[0].reading.as_str()),
        ("株式会社ハルイロサポート", "はるいろさぽーと")
    );
    add(&mut house, &b, "株式会社ネムノキ").unwrap();
    let refused = house.doing(|tx| bidder::verbs::set(tx, &second, "name", "ねむのき")).unwrap_err();
    assert_eq!(refused.message().1, "error-vendor-twice");
    house.doing(|tx| bidder::verbs::remove(tx, &first)).unwrap();
    assert_eq!(house.library.read().count::<Vendor>("", &[]).unwrap(), 2);
    house.doing(|tx| bidder::verbs::remove(tx, &second)).unwrap();
    assert_eq!(house.library.read().count::<Vendor>("", &[]).unwrap(), 1);
}

#[test]
fn a_bidder_is_written_to_by_name_and_number() {
    let mut house = House::new();
    let id = house.procurement("A");
    let bidders: Vec<String> = ["アオバ", "ミドリ", "ソラ"]
        .iter()
        .map(|name| house.doing(|tx| bidder::verbs::add(tx, &id, name, None, Some("髙橋 すみれ様"), None)).unwrap())
        .collect();
    let first = house.library.read().get::<bidder::Bidder>(&bidders[0]).unwrap();
    assert_eq!(first.person, "髙橋 すみれ");
    house.doing(|tx| bidder::verbs::set(tx, &bidders[0], "mail", "s.takahashi@aoba.example")).unwrap();
    house.doing(|tx| bidder::verbs::set(tx, &bidders[1], "status", "declined")).unwrap();
    house.doing(|tx| bidder::verbs::number_copies(tx, &id)).unwrap();
    house.doing(|tx| bidder::verbs::set(tx, &bidders[1], "status", "invited")).unwrap();
    house.doing(|tx| bidder::verbs::number_copies(tx, &id)).unwrap();
    let stored = bidder::of(&house.library.read(), &id).unwrap();
    let numbers: Vec<_> = stored.iter().map(|bidder| (bidder.status, bidder.copy_number)).collect();
    assert_eq!(numbers, [(Status::Candidate, Some(1)), (Status::Invited, Some(3)), (Status::Candidate, Some(2))]);
    house.doing(|tx| bidder::verbs::shift(tx, &bidders[2], None)).unwrap();
    let order: Vec<_> = bidder::of(&house.library.read(), &id).unwrap().into_iter().map(|bidder| bidder.id).collect();
    assert_eq!(order, [bidders[2].clone(), bidders[0].clone(), bidders[1].clone()]);
    let with = bidder::with_vendors(&house.library.read(), &id).unwrap();
    let ids: Vec<_> = bidder::findings(&with, None).into_iter().map(|finding| finding.text.id).collect();
    assert_eq!(ids, ["finding-bidder-no-mail", "finding-bidder-no-mail"]);
}

#[test]
fn criteria_and_items_move_within_two_levels() {
    let mut house = House::new();
    let id = house.procurement("A");
    let add = |house: &mut House, parent: Option<&str>, title: &str| {
        house.doing(|tx| criterion::verbs::add(tx, &id, parent, title, None))
    };
    let trust = add(&mut house, None, "信頼性").unwrap();
    let price = add(&mut house, None, "価格").unwrap();
    let security = add(&mut house, Some(&trust), "情報セキュリティ").unwrap();
    assert_eq!(add(&mut house, Some(&security), "x").unwrap_err().message().1, "error-two-levels");
    let refused = house.doing(|tx| criterion::verbs::shift(tx, &trust, Some(&price), None)).unwrap_err();
    assert_eq!(refused.message().1, "error-two-levels");
    house.doing(|tx| criterion::verbs::shift(tx, &security, Some(&price), None)).unwrap();
    house.doing(|tx| criterion::verbs::shift(tx, &price, None, None)).unwrap();
    let listed = criterion::listed(&criterion::of(&house.library.read(), &id).unwrap());
    let rows: Vec<_> =
        listed.iter().map(|(number, depth, row)| (number.as_str(), *depth, row.title.as_str())).collect();
    assert_eq!(rows, [("1", 0, "価格"), ("1.1", 1, "情報セキュリティ"), ("2", 0, "信頼性")]);
    house.doing(|tx| criterion::verbs::remove(tx, &price)).unwrap();
    assert_eq!(criterion::of(&house.library.read(), &id).unwrap().len(), 1);
    let refused = house.doing(|tx| criterion::verbs::shift(tx, &trust, None, Some("gone"))).unwrap_err();
    assert_eq!(refused.message().1, "error-moved-away");
    let group = house.doing(|tx| required_item::verbs::add(tx, &id, None, "概要", None)).unwrap();
    house.doing(|tx| required_item::verbs::add(tx, &id, Some(&group), "背景", None)).unwrap();
    house.doing(|tx| required_item::verbs::remove(tx, &group)).unwrap();
    assert!(required_item::of(&house.library.read(), &id).unwrap().is_empty());
}

#[test]
fn a_copy_has_neither_dates_nor_bidders() {
    let mut house = House::new();
    let id = house.procurement("A");
    house.set(&id, FactKey::DocNumber, "MC-1").unwrap();
    house.set(&id, FactKey::SubmissionTo, "rfp@mihon-cloud.example").unwrap();
    house.set(&id, FactKey::ProposalDeadline, "12/4").unwrap();
    house.set(&id, FactKey::ContractStart, "4/1").unwrap();
    house.doing(|tx| bidder::verbs::add(tx, &id, "アオバ", None, None, None)).unwrap();
    let top = house.doing(|tx| criterion::verbs::add(tx, &id, None, "価格", None)).unwrap();
    house.doing(|tx| criterion::verbs::add(tx, &id, Some(&top), "総額", None)).unwrap();
    house.doing(|tx| evaluation::verbs::add_evaluator(tx, &id, "早瀬 みのり", None)).unwrap();
    let copy = house.doing(|tx| verbs::create(tx, &format!("procurement:{id}"), "B", Lang::En)).unwrap();
    let facts = house.facts(&copy);
    let kept: Vec<_> = facts.iter().map(|(key, value)| (key.key(), value)).collect();
    assert_eq!(kept, [("doc.title", "B"), ("doc.calendar", "western"), ("submission.to", "rfp@mihon-cloud.example")]);
    let read = house.library.read();
    assert!(bidder::of(&read, &copy).unwrap().is_empty());
    assert_eq!(evaluation::evaluators(&read, &copy).unwrap().len(), 1);
    let numbers: Vec<_> =
        criterion::listed(&criterion::of(&read, &copy).unwrap()).into_iter().map(|(number, ..)| number).collect();
    assert_eq!(numbers, ["1", "1.1"]);
}

#[test]
fn removing_takes_everything_and_undo_brings_it_back() {
    let mut house = House::new();
    let id = house.procurement("A");
    let other = house.procurement("B");
    house.set(&id, FactKey::DocNumber, "MC-1").unwrap();
    for name in ["アオバ", "ミドリ"] {
        house.doing(|tx| bidder::verbs::add(tx, &id, name, None, None, None)).unwrap();
    }
    house.doing(|tx| bidder::verbs::add(tx, &other, "アオバ", None, None, None)).unwrap();
    let top = house.doing(|tx| criterion::verbs::add(tx, &id, None, "価格", None)).unwrap();
    house.doing(|tx| criterion::verbs::add(tx, &id, Some(&top), "総額", None)).unwrap();
    house.doing(|tx| required_item::verbs::add(tx, &id, None, "概要", None)).unwrap();
    house.doing(|tx| evaluation::verbs::add_evaluator(tx, &id, "早瀬 みのり", None)).unwrap();
    let before = house.library.state().unwrap();
    house.doing(|tx| verbs::remove(tx, &id)).unwrap();
    let rest = house.library.state().unwrap();
    assert!(!rest.iter().any(|(_, row)| row.contains(&id)), "something of it is left: {rest:?}");
    assert_eq!(house.library.read().count::<Vendor>("", &[]).unwrap(), 1);
    house.library.undo(None, &stamp()).unwrap();
    assert_eq!(house.library.state().unwrap(), before);
}

#[test]
fn the_first_screen_says_what_is_due_and_missing() {
    let mut house = House::new();
    let id = house.procurement("窓口の委託");
    let put_away = house.procurement("昔の案件");
    house.doing(|tx| procurement::archive(tx, &put_away, true)).unwrap();
    for (key, typed) in [
        (FactKey::RfpIssue, "11/18 10:00"),
        (FactKey::QuestionDeadline, "11/22 17:00"),
        (FactKey::AnswerDate, "11/30"),
        (FactKey::ProposalDeadline, "2026/12/12 17:00"),
        (FactKey::ServiceStart, "2027/6/1"),
    ] {
        house.set(&id, key, typed).unwrap();
    }
    house.set(&put_away, FactKey::ProposalDeadline, "12/1").unwrap();
    let home = home(&house.library.read(), today(), Lang::Ja).unwrap();
    assert_eq!(home.today_text, "2026年11月22日(日)");
    let due: Vec<_> = home.due.iter().map(|due| (due.group, due.at_text.as_str(), due.days)).collect();
    assert_eq!(
        due,
        [
            (DueGroup::Late, "11月18日(水) 10:00", -2),
            (DueGroup::Today, "11月22日(日) 17:00", 0),
            (DueGroup::Later, "11月30日(月)", 5),
            (DueGroup::Later, "12月12日(土) 17:00", 14),
        ]
    );
    assert_eq!(Lang::Ja.say(home.due[0].note.as_ref().unwrap()), "2営業日過ぎています");
    assert_eq!(Lang::Ja.say(home.due[3].note.as_ref().unwrap()), "土曜日です。前の営業日は12月11日(金)です");
    let weeks = home.weeks.unwrap();
    assert!(
        weeks.alt.contains("窓口の委託：質問の受付期限 11月22日(日)") && !weeks.alt.contains("昔の案件"),
        "{}",
        weeks.alt
    );
    assert_eq!(weeks.svg.matches("weeks-deadline").count(), 2);
    let titles: Vec<_> = home.procurements.iter().map(|row| (row.title.as_str(), row.archived)).collect();
    assert_eq!(titles, [("窓口の委託", false), ("昔の案件", true)]);
    let row = &home.procurements[0];
    assert_eq!(row.next.as_ref().unwrap().at_text, "11月22日(日) 17:00");
    assert_eq!(row.stage.id, "stage-facts");
    let kinds: Vec<_> = row.missing.iter().map(|missing| (missing.kind.as_str(), missing.severe)).collect();
    assert!(
        kinds.contains(&("facts", true)) && kinds.contains(&("date", false)) && kinds.contains(&("bidders", false)),
        "{kinds:?}"
    );
    let words = Lang::Ja.say(&row.missing[0].text);
    assert_eq!(words, "案件情報：文書番号、発行者、提出先、メールが未入力です");
    let steps: Vec<_> = stands(&house, &id, today()).into_iter().map(|s| (s.step, s.state)).collect();
    assert_eq!(steps[0], (Step::Facts, StepState::Attention));
    for step in [Step::Vendors, Step::Rfp, Step::Questions] {
        assert!(steps.contains(&(step, StepState::None)), "{steps:?}");
    }
    assert!(criterion::findings(&[]).iter().all(|finding| finding.severity == Severity::Warn));
}

fn stands(house: &House, procurement: &str, on: NaiveDate) -> Vec<WayStep> {
    let read = house.library.read();
    way(&read, procurement, question::register::standing(&read, procurement).unwrap(), on, Lang::Ja).unwrap()
}

#[test]
fn who_has_lost_is_still_counted_among_the_bidders() {
    let mut house = House::new();
    let id = house.procurement("窓口の委託");
    for (name, status) in [("みなと", Status::Awarded), ("かわべ", Status::NotAwarded), ("おか", Status::Declined)]
    {
        let bidder = house.doing(|tx| bidder::verbs::add(tx, &id, name, None, None, None)).unwrap();
        let at = "2027-11-20T10:00".parse().unwrap();
        let step = NewStep { status, at, note: "", reason: Reason::Unsaid, volume: "" };
        house.doing(|tx| take_step(tx, &bidder, step)).unwrap();
    }
    let figure = stands(&house, &id, today()).into_iter().find(|one| one.step == Step::Vendors).unwrap().figure;
    assert_eq!(Lang::Ja.say(&figure.unwrap()), "2社");
}

#[test]
fn questions_are_a_step_and_their_answers_are_due() {
    let mut house = House::new();
    let id = house.procurement("窓口の委託");
    let bidder = house.doing(|tx| bidder::verbs::add(tx, &id, "みなと", None, None, None)).unwrap();
    let asked = question::verbs::Asked {
        bidders: vec![bidder],
        hearing: None,
        received_at: "2026-11-20T10:00".parse().unwrap(),
        channel: question::Channel::Meeting,
        person: String::new(),
        words: "鍵は".into(),
        wording: None,
        section: None,
        requirement: None,
        source: String::new(),
    };
    let questions = |house: &House, on: &str| {
        let way = stands(house, &id, on.parse().unwrap());
        let step = way.into_iter().find(|one| one.step == Step::Questions).unwrap();
        (step.state, step.figure.map(|figure| figure.id).unwrap_or_default())
    };
    let noted = house.doing(|tx| question::verbs::add(tx, &id, &asked)).unwrap();
    assert_eq!(questions(&house, "2026-11-22"), (StepState::Working, "figure-questions-open".into()));
    house.doing(|tx| question::verbs::set(tx, &noted.id, "due", "11/24", today(), Lang::Ja)).unwrap();
    house.set(&id, FactKey::AnswerDate, "2026-11-25").unwrap();
    let due = |house: &House, on: &str| {
        let home = home(&house.library.read(), on.parse().unwrap(), Lang::Ja).unwrap();
        home.due.into_iter().map(|due| (due.at, due.group)).collect::<Vec<_>>()
    };
    let (answer, all) = (("2026-11-24".to_owned(), DueGroup::Week), ("2026-11-25".to_owned(), DueGroup::Week));
    assert_eq!(due(&house, "2026-11-23"), [answer, all]);
    assert!(due(&house, "2026-11-26").iter().all(|(_, group)| *group == DueGroup::Late));
    assert_eq!(due(&house, "2026-11-26").len(), 2);
    assert_eq!(questions(&house, "2026-11-26"), (StepState::Attention, "figure-questions-overdue".into()));
    house.doing(|tx| question::verbs::set(tx, &noted.id, "answer", "玄関の横", today(), Lang::Ja)).unwrap();
    house.doing(|tx| question::state::approve(tx, std::slice::from_ref(&noted.id))).unwrap();
    assert!(due(&house, "2026-11-26").is_empty());
    assert_eq!(questions(&house, "2026-11-26"), (StepState::Working, "figure-questions-approved".into()));
}
