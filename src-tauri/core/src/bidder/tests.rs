//! The verbs of vendors, bidders and hearings, done to a real library.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeZone as _, Utc};
use proptest::prelude::*;

use super::course::{steps, Reason};
use super::steps::{remove_step, set_step, take_step, NewStep};
use super::{hearings, merge, past, suggestions, too_few, verbs, Bidder, Status};
use crate::calendar::Moment;
use crate::journal::{Op, Stamp, Tx};
use crate::l10n::{company_fold, Lang};
use crate::library::Library;
use crate::procurement::verbs as procurement;
use crate::vendor::import::{apply, entries, head_row, plan, recognise, Take};
use crate::vendor::{contacts, duplicates, people, verbs as vendors, Field, Nda, Vendor};
use crate::Result;

struct House {
    library: Library,
    _folder: tempfile::TempDir,
}

fn stamp() -> Stamp {
    // 11:30 in Japan.
    Stamp { actor: "佐藤".into(), at: Utc.with_ymd_and_hms(2027, 3, 3, 2, 30, 0).unwrap() }
}

fn today() -> NaiveDate {
    "2027-03-03".parse().unwrap()
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
        self.doing(|tx| procurement::create(tx, title, Lang::Ja)).unwrap()
    }

    fn bidder(&mut self, procurement: &str, name: &str) -> String {
        self.doing(|tx| verbs::add(tx, procurement, name, None, None, None)).unwrap()
    }

    fn vendor(&mut self, name: &str) -> String {
        self.doing(|tx| vendors::enter_new(tx, name)).unwrap().id
    }

    fn step(&mut self, bidder: &str, status: Status, at: &str) -> Result<super::steps::StepTaken> {
        let at: Moment = at.parse().unwrap();
        self.doing(|tx| take_step(tx, bidder, NewStep { status, at, note: "", reason: Reason::Unsaid, volume: "" }))
    }

    fn status(&self, bidder: &str) -> Status {
        self.library.read().get::<Bidder>(bidder).unwrap().status
    }
}

#[test]
fn a_bidder_stands_where_its_latest_step_says() {
    let mut house = House::new();
    let id = house.procurement("A");
    let bidder = house.bidder(&id, "株式会社アオバ");
    let first = &steps(&house.library.read(), &bidder).unwrap()[0];
    assert_eq!((first.status, first.at.to_string().as_str()), (Status::Candidate, "2027-03-03T11:30"));
    house.step(&bidder, Status::Received, "2027-04-01T15:22").unwrap();
    house.step(&bidder, Status::Invited, "2027-03-01").unwrap();
    assert_eq!(house.status(&bidder), Status::Received, "what came before does not change where it stands");
    let order: Vec<Status> = steps(&house.library.read(), &bidder).unwrap().iter().map(|step| step.status).collect();
    assert_eq!(order, [Status::Candidate, Status::Invited, Status::Received], "it was on the list before it was asked");
    house.doing(|tx| verbs::set(tx, &bidder, "status", "withdrawn")).unwrap();
    assert_eq!(house.status(&bidder), Status::Received, "today lies before the day the proposal came");
    let all = steps(&house.library.read(), &bidder).unwrap();
    house.doing(|tx| set_step(tx, &all[2].id, "at", "4/5 10時", today(), Lang::Ja)).unwrap();
    assert_eq!(house.status(&bidder), Status::Withdrawn);
    for step in &all[1..] {
        house.doing(|tx| remove_step(tx, &step.id)).unwrap();
    }
    assert_eq!(house.status(&bidder), Status::Candidate);
    assert_eq!(house.doing(|tx| remove_step(tx, &all[0].id)).unwrap_err().message().1, "error-step-last");
}

#[test]
fn a_vendor_that_declines_is_remembered_with_the_volume_it_would_come_from() {
    let mut house = House::new();
    let (first, second) = (house.procurement("窓口の委託"), house.procurement("事務の委託"));
    let bidder = house.bidder(&first, "トモシビ株式会社");
    let at: Moment = "2027-03-03T17:10".parse().unwrap();
    let decline =
        |volume| NewStep { status: Status::Declined, at, note: "通年で", reason: Reason::TooSmall, volume };
    let taken = house.doing(|tx| take_step(tx, &bidder, decline("３人月から"))).unwrap();
    assert_eq!(taken.learned.as_deref(), Some("3"));
    let vendor = house.library.read().get::<Bidder>(&bidder).unwrap().vendor;
    assert_eq!(house.library.read().get::<Vendor>(&vendor).unwrap().smallest, "3");
    let taken = house.doing(|tx| take_step(tx, &bidder, decline("5"))).unwrap();
    assert_eq!(taken.learned, None, "what the directory knows is not overwritten");
    let asked = house.vendor("アサヒデスク");
    let found = suggestions(&house.library.read(), &second, Lang::Ja).unwrap();
    let ids: Vec<&str> = found.iter().map(|one| one.vendor.id.as_str()).collect();
    assert_eq!(ids, [vendor.as_str(), asked.as_str()], "who said not now comes before a name without history");
    let why = Lang::Ja.say(found[0].why.as_ref().unwrap());
    for part in ["窓口の委託", "2027年3月3日", "規模が小さい", "5人月から", "通年で"] {
        assert!(why.contains(part), "{why}");
    }
    assert!(suggestions(&house.library.read(), &first, Lang::Ja).unwrap().iter().all(|one| one.vendor.id != vendor));
    let told = Lang::Ja.say(&past::past_of(&house.library.read(), &vendor).unwrap()[0].told(Lang::Ja));
    assert!(told.contains("辞退") && told.contains("規模が小さい"), "{told}");
}

#[test]
fn after_the_deadline_proposals_are_counted() {
    let mut house = House::new();
    let id = house.procurement("A");
    let bidders: Vec<String> = ["アオバ", "ミドリ", "ソラ"].iter().map(|name| house.bidder(&id, name)).collect();
    let none: &[String] = &[];
    let told = |house: &House, over: bool| {
        too_few(&super::of(&house.library.read(), &id).unwrap(), over.then_some(none)).map(|text| text.id)
    };
    assert_eq!(told(&house, false), None);
    assert_eq!(told(&house, true).as_deref(), Some("finding-few-proposals"));
    house.step(&bidders[0], Status::Received, "2027-04-01").unwrap();
    assert_eq!(told(&house, true).as_deref(), Some("finding-few-proposals"));
    house.step(&bidders[1], Status::NotAwarded, "2027-04-20").unwrap();
    assert_eq!(told(&house, true), None, "a proposal that was not chosen was one to compare with");
    house.step(&bidders[2], Status::Declined, "2027-04-20").unwrap();
    assert_eq!(told(&house, false), None, "also where all was decided before the deadline");
}

#[test]
fn a_company_of_the_directory_joins_with_its_first_person() {
    let mut house = House::new();
    let id = house.procurement("A");
    let vendor = house.vendor("株式会社アオバ");
    house.doing(|tx| people::add(tx, &vendor, "青葉 翔様", "sho@aoba.example", None)).unwrap();
    let second = house.doing(|tx| people::add(tx, &vendor, "髙橋 すみれ", "", None)).unwrap();
    house.doing(|tx| people::shift(tx, &second, None)).unwrap();
    house.doing(|tx| people::set(tx, &second, "department", "営業部")).unwrap();
    let bidder = house.doing(|tx| verbs::join(tx, &id, &vendor)).unwrap();
    let bidder: Bidder = house.library.read().get(&bidder).unwrap();
    assert_eq!(
        (bidder.person.as_str(), bidder.department.as_str(), bidder.mail.as_str()),
        ("髙橋 すみれ", "営業部", "")
    );
    assert_eq!(house.doing(|tx| verbs::join(tx, &id, &vendor)).unwrap_err().message().1, "error-bidder-twice");
    let refused = house.doing(|tx| verbs::remove_vendor(tx, &vendor)).unwrap_err();
    assert_eq!(refused.message().1, "error-vendor-bids");
    house.doing(|tx| verbs::remove(tx, &bidder.id)).unwrap();
    assert!(house.library.read().find::<Vendor>(&vendor).unwrap().is_some(), "what is known of it stays");
    house.doing(|tx| verbs::remove_vendor(tx, &vendor)).unwrap();
    assert!(house.library.read().all::<Vendor>("", &[]).unwrap().is_empty());
}

#[test]
fn the_person_a_bidder_was_written_to_is_known_at_its_company() {
    let mut house = House::new();
    let id = house.procurement("A");
    let bidder = house.bidder(&id, "アオバ");
    let vendor = house.library.read().get::<Bidder>(&bidder).unwrap().vendor;
    let people = |house: &House| {
        let known = contacts(&house.library.read(), &vendor).unwrap();
        known.into_iter().map(|one| (one.name, one.mail, one.phone)).collect::<Vec<_>>()
    };
    let known = |name: &str, mail: &str, phone: &str| (name.to_owned(), mail.to_owned(), phone.to_owned());
    let write_to = |house: &mut House, fields: &[(&str, &str)]| {
        house.doing(|tx| fields.iter().try_for_each(|(field, typed)| verbs::set(tx, &bidder, field, typed))).unwrap();
        let before = people(house);
        house.doing(|tx| verbs::introduce(tx, &bidder)).unwrap();
        before
    };
    let sho = known("青葉 翔", "sho@aoba.example", "03-0000-0000");
    let typed = [("person", "青葉 翔様"), ("mail", "sho@aoba.example"), ("phone", "03-0000-0000")];
    assert_eq!(write_to(&mut house, &typed), [], "half a name is nobody");
    assert_eq!(people(&house), std::slice::from_ref(&sho));
    house.library.undo(None, &stamp()).unwrap();
    assert_eq!(people(&house), [], "undone with its own step");
    write_to(&mut house, &[]);
    write_to(&mut house, &[("person", "髙橋 すみれ")]);
    assert_eq!(people(&house), std::slice::from_ref(&sho), "the address is still that of the other");
    write_to(&mut house, &[("mail", "s@aoba.example"), ("phone", "")]);
    let both = [sho, known("髙橋 すみれ", "s@aoba.example", "")];
    assert_eq!(people(&house), both);
    write_to(&mut house, &[("mail", "sumire@aoba.example")]);
    assert_eq!(people(&house), both, "who is known by name is not entered twice");
    let other = house.procurement("B");
    house.doing(|tx| verbs::add(tx, &other, "アオバ", None, Some("青葉翔"), Some("SHO@aoba.example"))).unwrap();
    assert_eq!(people(&house), both);
    let ran = Some("ran@midori.example");
    let midori = house.doing(|tx| verbs::add(tx, &other, "ミドリ", None, Some("緑 蘭"), ran)).unwrap();
    let read = house.library.read();
    let midori = contacts(&read, &read.get::<Bidder>(&midori).unwrap().vendor).unwrap();
    assert_eq!((midori[0].name.as_str(), midori[0].mail.as_str()), ("緑 蘭", "ran@midori.example"));
}

#[test]
fn a_hearing_is_kept_with_who_was_there() {
    let mut house = House::new();
    let id = house.procurement("A");
    let bidder = house.doing(|tx| verbs::add(tx, &id, "アオバ", None, Some("青葉 翔"), None)).unwrap();
    let hearing = house.doing(|tx| hearings::add(tx, &bidder, "３/５ 10時半", today(), Lang::Ja)).unwrap();
    for (field, typed) in [("minutes", "1時間"), ("place", "当社会議室"), ("notes", "手順書を見た。\r\n質問3件")]
    {
        house.doing(|tx| hearings::set(tx, &hearing, field, typed, today(), Lang::Ja)).unwrap();
    }
    let kept = &super::course::hearings(&house.library.read(), &id).unwrap()[0];
    assert_eq!(
        (kept.at.to_string().as_str(), kept.minutes, kept.theirs.as_str()),
        ("2027-03-05T10:30", Some(60), "青葉 翔")
    );
    assert_eq!(kept.notes, "手順書を見た。\n質問3件");
    let elsewhere = house.procurement("B");
    let other = house.bidder(&elsewhere, "アオバ");
    let refused = house.doing(|tx| hearings::set(tx, &hearing, "bidder", &other, today(), Lang::Ja)).unwrap_err();
    assert_eq!(refused.message().1, "error-choice");
    assert_eq!(
        house.doing(|tx| hearings::add(tx, &bidder, "来週", today(), Lang::Ja)).unwrap_err().message().1,
        "error-date"
    );
}

#[test]
fn two_entries_become_one_and_undo_parts_them_again() {
    let mut house = House::new();
    let (a, b) = (house.procurement("A"), house.procurement("B"));
    let keep = house.vendor("株式会社ハルイロサポート");
    let other = house.vendor("HRS");
    for (id, field, typed) in [
        (&keep, Field::Notes, "質問が具体的"),
        (&keep, Field::Domains, "haruiro.example"),
        (&other, Field::Notes, "価格は高め"),
        (&other, Field::Smallest, "2人月"),
        (&other, Field::NdaSignedOn, "2027-02-19"),
        (&other, Field::Domains, "haruiro.example、hrs.example"),
    ] {
        house.doing(|tx| vendors::set(tx, id, field, typed, today(), Lang::Ja)).unwrap();
    }
    house.doing(|tx| people::add(tx, &keep, "髙橋 すみれ", "", None)).unwrap();
    let same = house.doing(|tx| people::add(tx, &other, "高橋すみれ", "s@hrs.example", None)).unwrap();
    house.doing(|tx| people::set(tx, &same, "phone", "03-0000-0000")).unwrap();
    house.doing(|tx| people::add(tx, &other, "岩渕 大和", "y@hrs.example", None)).unwrap();
    house.doing(|tx| vendors::add_file(tx, &other, "会社案内.pdf", 3, &"a".repeat(64))).unwrap();
    let mine = house.doing(|tx| verbs::join(tx, &a, &keep)).unwrap();
    let theirs = house.doing(|tx| verbs::join(tx, &b, &other)).unwrap();
    let why = &duplicates(&house.library.read()).unwrap()[0].why;
    assert_eq!(why.id, "duplicate-domain");
    let before = house.library.state().unwrap();
    house.doing(|tx| merge(tx, &keep, &other)).unwrap();
    let read = house.library.read();
    let merged: Vendor = read.get(&keep).unwrap();
    assert!(read.find::<Vendor>(&other).unwrap().is_none());
    assert_eq!(merged.aliases, ["HRS"]);
    assert_eq!(merged.domains, ["haruiro.example", "hrs.example"]);
    assert_eq!(
        (merged.smallest.as_str(), merged.nda, merged.notes.as_str()),
        ("2", Nda::Signed, "質問が具体的\n価格は高め")
    );
    let people: Vec<(String, String, String)> =
        contacts(&read, &keep).unwrap().into_iter().map(|one| (one.name, one.mail, one.phone)).collect();
    assert_eq!(people.len(), 2, "one person stays one: {people:?}");
    assert_eq!(people[0], ("髙橋 すみれ".into(), "s@hrs.example".into(), "03-0000-0000".into()));
    assert_eq!(crate::vendor::files(&read, &keep).unwrap().len(), 1);
    assert_eq!(read.get::<Bidder>(&theirs).unwrap().vendor, keep);
    assert_eq!(past::past_of(&read, &keep).unwrap().len(), 2);
    assert!(duplicates(&read).unwrap().is_empty());
    house.library.undo(None, &stamp()).unwrap();
    assert_eq!(house.library.state().unwrap(), before);
    house.doing(|tx| verbs::remove(tx, &mine)).unwrap();
    house.doing(|tx| verbs::join(tx, &b, &keep)).unwrap();
    assert_eq!(house.doing(|tx| merge(tx, &keep, &other)).unwrap_err().message().1, "error-merge-both");
    assert_eq!(house.doing(|tx| merge(tx, &keep, &keep)).unwrap_err().message().1, "error-merge-same");
}

#[test]
fn a_table_is_taken_over_in_one_step_and_fills_only_what_is_empty() {
    let mut house = House::new();
    let known = house.vendor("株式会社アオバ");
    house.doing(|tx| vendors::set(tx, &known, Field::Smallest, "2", today(), Lang::Ja)).unwrap();
    house.doing(|tx| vendors::set(tx, &known, Field::Aliases, "青葉サポート", today(), Lang::Ja)).unwrap();
    let rows: Vec<Vec<String>> = "会社名\t担当者\tメール\t最小規模\tメモ
㈱ｱｵﾊﾞ\t青葉 翔\tsho@aoba.example\t5\t紹介
青葉サポート\t\t\t\t
ミドリ商事株式会社\t緑 一\thajime@midori.example\t1人月\t
(株)ミドリ商事\t緑 二\tjiro@midori.example\t\t本社
\t\t\t9\t名前がない
ソラ\t\t\t\t"
        .lines()
        .map(|line| line.split('\t').map(ToOwned::to_owned).collect())
        .collect();
    let head = head_row(&rows);
    let columns = recognise(&rows[0]);
    let read = entries(&rows, head, &columns, today(), Lang::Ja);
    let planned = plan(&house.library.read(), read).unwrap();
    let takes: Vec<(usize, Take)> = planned.iter().map(|one| (one.entry.row, one.take)).collect();
    assert_eq!(
        takes,
        [(2, Take::Fill), (3, Take::Fill), (4, Take::Add), (5, Take::Fill), (6, Take::Leave), (7, Take::Add)]
    );
    let before = house.library.state().unwrap();
    let chosen = BTreeMap::from([(7, Take::Leave), (3, Take::Leave)]);
    let done = house.doing(|tx| apply(tx, planned, &chosen)).unwrap();
    assert_eq!((done.added, done.filled, done.left), (1, 2, 3));
    let read = house.library.read();
    let kept: Vendor = read.get(&known).unwrap();
    assert_eq!((kept.smallest.as_str(), kept.notes.as_str()), ("2", "紹介"), "nothing that stands is overwritten");
    assert_eq!(contacts(&read, &known).unwrap()[0].mail, "sho@aoba.example");
    let midori = crate::vendor::named(&read, "ミドリ商事").unwrap().unwrap();
    assert_eq!((midori.smallest.as_str(), midori.notes.as_str()), ("1", "本社"));
    assert_eq!(contacts(&read, &midori.id).unwrap().len(), 2);
    house.library.undo(None, &stamp()).unwrap();
    assert_eq!(house.library.state().unwrap(), before);
}

proptest! {
    #[test]
    fn a_name_is_found_again_however_it_is_written(core in "[ァ-ヴ]{3,8}", form in 0usize..5, wide in any::<bool>()) {
        let written = match form {
            0 => format!("株式会社{core}"),
            1 => format!("{core}株式会社"),
            2 => format!("㈱{core}"),
            3 => format!("（株） {core}"),
            _ => core.chars().map(|c| char::from_u32(u32::from(c) - 0x60).unwrap_or(c)).collect(),
        };
        let plain = if wide { format!("　{core} ") } else { core.clone() };
        prop_assert_eq!(company_fold(&written), company_fold(&plain));
    }

}

proptest! {
    // Each case opens a library.
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn steps_in_any_order_leave_the_bidder_where_one_stands(days in prop::collection::vec((1u32..28, 0usize..10), 1..8)) {
        let mut house = House::new();
        let id = house.procurement("A");
        let bidder = house.bidder(&id, "アオバ");
        for (day, status) in &days {
            house.step(&bidder, Status::ALL[*status], &format!("2027-04-{day:02}")).unwrap();
        }
        let all = steps(&house.library.read(), &bidder).unwrap();
        prop_assert_eq!(all.len(), days.len() + 1, "every step is kept");
        let taken: Vec<Status> = days.iter().map(|(_, status)| Status::ALL[*status]).collect();
        let proposed = taken.iter().rposition(|status| status.has_proposed());
        let stands = |n: &usize| !taken[*n].precedes_proposals() || proposed.is_none_or(|last| *n > last);
        let wanted = (0..days.len()).filter(stands).max_by_key(|n| (days[*n].0, *n)).map(|n| taken[n]).unwrap();
        prop_assert_eq!(house.status(&bidder), wanted);
    }
}
