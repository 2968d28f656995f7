//! What a letter may never tell.

use super::super::held::Guard;
use super::super::notice::MadeFile;
use super::super::paper::letter;
use super::super::{notice, notices, verbs, Notice, NoticeFileKind, ToldAs};
use super::{planted, stamp, Rooms, TODAY};
use crate::bidder::{Bidder, Status};
use crate::calendar::Moment;
use crate::distribution::paper::House;
use crate::distribution::Means;
use crate::journal::{Op, Stamp, Tx};
use crate::l10n::{fold, Lang};
use crate::marking::{By, HandIn, Mark, Part};
use crate::overview::verbs::create;
use crate::procurement::verbs::put;
use crate::procurement::{FactKey, Procurement};
use crate::proposal::{tests as plant, Estimate, EstimateLine, LineKind, Proposal, Tax};
use crate::question::telling::{Known, Tells};
use crate::vendor::{Contact, Vendor};
use crate::{criterion, evaluation, Result};

/// What is secret of a bidder, in the ways people write it.
struct Secret {
    bidder: String,
    words: Vec<String>,
    price: i64,
}

const HEADS: [&str; 12] =
    ["青葉", "港", "空色", "髙橋", "灯", "荻窪", "Mihon", "Harbor", "九重", "若葉", "Solis", "紬"];
const TAILS: [&str; 6] = ["サポート", "デスク", "オペレーションズ", "コール", " Works", "ＢＰＯ"];

fn bidder_of(tx: &mut Tx<'_>, procurement: &str, n: usize, seed: u64) -> Result<Secret> {
    let (head, tail) = (HEADS[n % HEADS.len()], TAILS[(n + usize::try_from(seed % 6).unwrap()) % TAILS.len()]);
    let name = format!("株式会社{head}{tail}{seed}");
    let id = planted(tx, procurement, &name, Status::Received)?;
    let stored: Bidder = tx.get(&id)?;
    let vendor: Vendor = tx.get(&stored.vendor)?;
    let alias = format!("{head}{}号", seed % 97);
    let mail = format!("person{n}@{}{seed}.example", ["aoba", "minato", "sora", "taka"][n % 4]);
    let domain = mail.rsplit_once('@').unwrap().1.to_owned();
    let phone = format!("03-{:04}-{:04}", 1_000 + seed % 8_999, 1_000 + n);
    let person = format!("{}{} 一郎", ["蓮見", "椎名", "東雲", "小鳥遊"][n % 4], n);
    let contact = tx.new_id();
    tx.update(&Vendor { aliases: vec![alias.clone()], domains: vec![domain.clone()], ..vendor })?;
    tx.insert(&Contact {
        id: contact,
        vendor: stored.vendor.clone(),
        position: "V".into(),
        name: person.clone(),
        mail: mail.clone(),
        phone: phone.clone(),
        ..blank_contact()
    })?;
    let price = 1_000_003 + i64::try_from(seed % 89_000_000).unwrap() + 977 * i64::try_from(n).unwrap();
    let proposal = tx.new_id();
    tx.insert(&Proposal {
        id: proposal.clone(),
        procurement: procurement.into(),
        bidder: id.clone(),
        received_at: Moment::on(TODAY),
        ..plant::proposal()
    })?;
    let estimate = tx.new_id();
    tx.insert(&Estimate { id: estimate.clone(), proposal, received_at: Moment::on(TODAY), ..plant::estimate() })?;
    let line = tx.new_id();
    tx.insert(&EstimateLine {
        id: line,
        estimate,
        position: "V".into(),
        kind: LineKind::OneOff,
        title: "一式".into(),
        unit_price: Some(price),
        quantity: String::new(),
        unit: String::new(),
        from_month: None,
        to_month: None,
        tax: Tax::Excluded,
    })?;
    Ok(Secret { bidder: id, words: vec![name, alias, person, mail, domain, phone], price })
}

fn blank_contact() -> Contact {
    Contact {
        id: String::new(),
        vendor: String::new(),
        position: String::new(),
        name: String::new(),
        reading: String::new(),
        department: String::new(),
        title: String::new(),
        mail: String::new(),
        phone: String::new(),
        notes: String::new(),
    }
}

/// A comment an evaluator marked as tellable: of the bidder's own, or carelessly of a rival.
fn comment(rival: &Secret, kind: usize, seed: u64) -> (String, bool) {
    let price = rival.price;
    let grouped = crate::marking::words::grouped(price);
    let pick = usize::try_from(seed % 6).unwrap();
    match kind {
        0 => (format!("{}と同じ水準です", rival.words[pick]), true),
        1 => (format!("ほかに{grouped}円の提案がありました"), true),
        2 => (format!("総額は{price}円を下回りませんでした"), true),
        3 => (format!("{}万円台の案に及びません", price / 10_000), true),
        4 => (format!("Not as good as {}", fold(&rival.words[pick])), true),
        5 => ("体制が具体的に示されていました".into(), false),
        6 => ("立ち上げに12週間を要し、開始の希望と合いませんでした".into(), false),
        _ => ("品質の指標が細かく、手順が丁寧でした".into(), false),
    }
}

#[test]
fn a_regret_letter_never_tells_of_a_rival() {
    let mut house = Rooms::new();
    let (mut held, mut left) = (0, 0);
    let mut seed = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed >> 11
    };
    for turn in 0..400 {
        // Every vendor is compared with every other: a small directory is a quick one.
        if turn % 8 == 0 {
            house = Rooms::new();
        }
        let draws: Vec<u64> = (0..40).map(|_| next()).collect();
        // Keys made in one moment have only so many places in order.
        let later = Stamp { at: stamp().at + chrono::Duration::seconds(turn), ..stamp() };
        let done = house.library.transact(Op::new("fact-set"), &later, |tx| random_letters(tx, &draws)).unwrap();
        let (more_held, more_left) = done.value;
        held += more_held;
        left += more_left;
    }
    assert!(held > 400 && left > 400, "both happen: {held} held, {left} left");
}

/// Letters of some random procurements; how many were held, and how many left the house.
fn random_letters(tx: &mut Tx<'_>, draws: &[u64]) -> Result<(usize, usize)> {
    let (mut held, mut left) = (0, 0);
    for part in draws.chunks_exact(8) {
        let procurement = create(tx, "empty", "窓口業務の委託", Lang::Ja)?;
        for (key, value) in
            [(FactKey::IssuerCompany, "株式会社ミナトワークス"), (FactKey::ContactMail, "rfp@minatoworks.example")]
        {
            put(tx, &procurement, key, Some(value))?;
        }
        let count = 2 + usize::try_from(part[0] % 3).unwrap();
        let secrets = (0..count)
            .map(|n| bidder_of(tx, &procurement, n, part[1] % 900_000_000 + n as u64))
            .collect::<Result<Vec<_>>>()?;
        let (chosen, loser) = (&secrets[0], &secrets[1]);
        let evaluator = evaluation::verbs::add_evaluator(tx, &procurement, "審査者", None)?;
        let criterion = criterion::verbs::add(tx, &procurement, None, "体制", None)?;
        let (hand_in, mark) = (tx.new_id(), tx.new_id());
        let (said, tells) = comment(chosen, usize::try_from(part[2] % 8).unwrap(), part[3]);
        let at = tx.at().to_owned();
        tx.insert(&HandIn { id: hand_in, evaluator: evaluator.clone(), part: Part::All, at, means: By::App })?;
        tx.insert(&Mark {
            id: mark.clone(),
            evaluator,
            criterion,
            bidder: loser.bidder.clone(),
            mark: "△".into(),
            comment: said.clone(),
            may_tell: true,
        })?;
        verbs::set(tx, &procurement, "outcome", "none", TODAY, Lang::Ja)?;
        verbs::set(tx, &procurement, "reason", "理由", TODAY, Lang::Ja)?;
        verbs::decide(tx, &procurement)?;
        notice::draft(tx, &procurement, TODAY)?;
        let mut regret = notices(tx, &procurement)?.into_iter().find(|one| one.bidder == loser.bidder).unwrap();
        if notice::tell(tx, &regret.id, &mark, Some(ToldAs::Strength)).is_err() {
            assert!(tells, "nobody is named in {said}");
            notice::set(tx, &regret.id, "body", &format!("{}\n{said}", regret.body), TODAY, Lang::Ja)?;
        }
        regret = tx.get(&regret.id)?;
        let guard = Guard::of(tx, &procurement)?;
        let paper = letter(tx, &regret, &House::of(tx, &procurement, TODAY)?)?;
        let found = guard.check(&regret);
        assert_eq!(!found.is_empty(), tells, "{} → {found:?}", regret.body);
        if found.is_empty() {
            left += 1;
            let all = fold(&format!("{}\n{}\n{}", regret.subject, regret.body, paper.text()));
            let digits: String = all.chars().filter(|c| !matches!(c, ',' | '-' | ' ')).collect();
            for rival in secrets.iter().filter(|one| one.bidder != loser.bidder) {
                for words in &rival.words {
                    assert!(!all.contains(&fold(words)), "{words} in {all}");
                }
                assert!(!digits.contains(&rival.price.to_string()), "{} in {digits}", rival.price);
            }
        } else {
            held += 1;
            assert!(
                found.iter().all(|one| matches!(one.tells, Tells::Mark | Tells::Contrast))
                    || notice::may_leave(tx, &regret, &guard).is_err()
            );
        }
    }
    Ok((held, left))
}

#[test]
fn contrasts_and_marks_are_seen_in_both_languages() {
    let known = Known { bidder: "b1".into(), prices: vec![20_260_800], ..Known::default() };
    let guard = Guard::over(&[known], std::collections::BTreeMap::from([("b2".to_owned(), vec!["81.00".to_owned()])]));
    let find = |words: &str| guard.find(crate::question::telling::Part::Body, words, "b1");
    for words in [
        "A社より体制が薄い",
        "他社と比べて高額でした",
        "総合3位でした",
        "点差は僅かでした",
        "81.0でした",
        "合計72.5点でした",
        "評点は△です",
        "Ranked second",
        "もっと安い提案がありました",
        "総合で第八位という結果でした",
        "貴社は二番手でした",
        "五社中の評価です",
        "3番目に安い見積でした",
        "次点となりました",
        "順位は開示しません",
        "最も高い評価を得た会社に決めました",
        "価格差が理由です",
        "惜しくも及びませんでした",
        "We had a cheaper proposal",
        "There was a lower price on the table",
        "Your proposal came in eighth",
        "yours was the fourth lowest",
        "You are the runner-up",
        "compared with other bidders",
        "cheaper than yours was company B",
        "you came in 2nd place",
        "2,345,678円の差がありました",
        "二番目の提案を選びました",
        "400万円高い",
        "15%ほど安い水準でした",
        "10 000 000",
        "月額450,000円の見積がありました",
        "ほかの2社",
        "もう一方の会社",
        "別の提案のほうが具体的でした",
        "三社の中で検討しました",
        "S評価",
        "評価はＢでした",
        "5点満点で採点しました",
        "Security had a score of 7.5 from us",
        "You were rated 8 for onboarding",
        "On average it came to 7.5 out of 10",
        "体制の評点は8でした",
        "評点は◯です",
        "2,345,678 yen more",
        "15 percent more",
        "you were second",
        "you were 2nd",
        "better than",
        "grade A",
        "an A grade",
        "the other two",
        "all three vendors",
        "another proposal",
        "総点は「100.00点」",
        "評点は81.00でした",
        "満点でした",
        "評価はマルでした",
        "情報管理はばつです",
        "バツが付きました",
        "不合格",
        "立ち上げが最も短い",
        "一番早いご提案でした",
        "トップの提案を選びました",
        "評価の平均を下回りました",
        "第一候補は決まっています",
        "ほかの応募者に決めました",
        "The cheapest offer won",
        "you were more expensive",
        "Others offered a shorter start",
        "You were a close second",
        "You were among the top two",
        "The successful vendor was told",
        "You were the best of all",
        "Best of those we read",
        "Your price was the highest.",
        "the lowest we received",
        "You received 40 of 60",
        "It came to 40 out of a possible 60 points",
        "You got two triangles",
        "a cross",
        "With crosses in security",
        "八十三点",
        "ａ社…八十一点",
        "評価は八〇点",
        "八十三・五点でした",
        "eighty-three points",
        "thirty million yen",
        "two million five hundred thousand yen",
        "fifteen percent cheaper",
        "二〇％安い",
        "三割高い",
        "半額でした",
        "御社の半額",
        "価格は半分でした",
        "二倍の金額",
        "half the price",
        "Twice your cost",
        "double the quotation",
        "three times the price",
    ] {
        assert!(!find(words).is_empty(), "{words}");
    }
    for words in [
        "立ち上げに12週間を要し、開始の希望と合わなかったこと",
        "次の2点をお聞かせください",
        "3点の改善をご提案くださいました",
        "契約期間の総額が、当社の見込みを上回ったこと",
        "The total over the term exceeded what we had expected",
        "Thorough care for information, with records of drills",
        "100点検",
        "三つの単位で集計する手順が明確でした",
        "二位置の監視",
        "三番目の質問へのお答え",
        "一部の業務を見直したこと",
        "各位のご尽力に感謝します",
        "費用を低く抑える工夫",
        "At first we were unsure of the schedule",
        "Thank you for the second estimate",
        "貴社のお見積20,260,800円を拝見しました",
        "総額2,026万円は明快でした",
        "月に12,000件の処理実績がありました",
        "稼働率99.9%という高い水準",
        "次の3点を高く評価しました",
        "費用を5%低減する工夫",
        "個別の提案書も参考になりました",
        "2社での導入実績",
        "電話 03 1234 5678",
        "二〇二七年の開始",
        "Your price of JPY 20,260,800 was clear",
        "More than 1,200 cases a month",
        "A grade of detail we had hoped for",
        "The three months of start-up",
        "貴社が最も大切にされている点を伺えました",
        "最も希望される時期をお知らせください",
        "お問い合わせの最も多い時期に増員されること",
        "当社が最も高く評価した点",
        "ご不満点を伺いました",
        "デスクトップの提案資料",
        "打ち合わせの第一候補日",
        "マルチチャネルの体制、正規化のルール",
        "経験は平均4年と伺いました",
        "しばつもり",
        "Your top three priorities were clear to us",
        "The best way to reach you",
        "We wish you all the best",
        "Security is the highest priority",
        "We received 40 of 60 answers by then",
        "Quality circles and a cross-check",
        "A circle of experts, the Red Cross",
        "三点の改善",
        "二三点うかがいます",
        "百点検",
        "three points to tell",
        "one and the same",
        "半分の期間で立ち上げる工夫",
        "二倍の件数に対応",
        "half a year",
        "Twice a month",
    ] {
        assert!(find(words).is_empty(), "{words}: {:?}", find(words));
    }
    for (words, held) in [
        ("Other companies answered", "Other companies"),
        ("80.00 points in all", "80.00 points"),
        ("a circle and two triangles", "a circle|two triangles"),
        ("Yours was the highest.", "the highest"),
    ] {
        let found: Vec<String> = find(words).into_iter().map(|one| one.words).collect();
        assert_eq!(found.join("|"), held, "whole words: {words}");
    }
    let own = guard.find(crate::question::telling::Part::Body, "総点は「81.00点」", "b2");
    assert!(!own.is_empty(), "its own total too");
    for lang in [Lang::Ja, Lang::En] {
        for key in ["award", "regret", "no-award"] {
            let template = crate::letter::template(key, lang).unwrap();
            let held = [find(&template.subject), find(&template.body)].concat();
            assert!(held.is_empty(), "{key}: {held:?}");
        }
    }
}

#[test]
fn the_short_name_of_a_rival_is_its_name() {
    let known = |bidder: &str, name: &str| Known { bidder: bidder.into(), name: name.into(), ..Known::default() };
    let all = [
        known("b1", "ひかりサービス株式会社"),
        known("b2", "Beacon Desk Inc."),
        known("b3", "あさひサポート株式会社"),
        known("b4", "株式会社東ひかり"),
    ];
    let guard = Guard::over(&all, std::collections::BTreeMap::new());
    let find = |words: &str, reader: &str| -> Vec<String> {
        let found = guard.find(crate::question::telling::Part::Body, words, reader);
        found.into_iter().filter(|one| one.tells == Tells::Company).map(|one| one.words).collect()
    };
    for (words, name) in [
        ("ひかりさんに決めました", "ひかり"),
        ("ヒカリのご提案", "ヒカリ"),
        ("あさひさんが勝ちました", "あさひ"),
        ("Hikari won", "Hikari"),
    ] {
        assert_eq!(find(words, "b2"), [name], "{words}");
    }
    assert_eq!(find("Beacon won", "b1"), ["Beacon"]);
    for (words, reader) in [
        ("ヒカリのご提案", "b1"),
        ("ヒカリのご提案", "b4"),
        ("a beacon of hope", "b1"),
        ("Deskの運用とサポート、サービスの手順", "b1"),
    ] {
        assert!(find(words, reader).is_empty(), "{words}: {:?}", find(words, reader));
    }
}

#[test]
fn a_rival_is_named_in_whatever_letters() {
    let aone = Known {
        bidder: "b1".into(),
        name: "Aone Contact Japan Inc.".into(),
        people: vec!["崎山 史".into(), "Ken Otsuka".into()],
        readings: vec!["さきやま ふみ".into(), "モリ リョウタ".into()],
        mails: vec!["fumi.sakiyama@tsumugiba.example".into(), "info@gmail.com".into()],
        ..Known::default()
    };
    let beacon = Known { bidder: "b2".into(), name: "Beacon Desk Inc.".into(), ..Known::default() };
    let sound = Known { bidder: "b4".into(), name: "合同会社アオバデスク".into(), ..Known::default() };
    let guard = Guard::over(&[aone, beacon, sound], std::collections::BTreeMap::new());
    let find = |words: &str, reader: &str| -> Vec<String> {
        let found = guard.find(crate::question::telling::Part::Body, words, reader);
        found.into_iter().map(|one| one.words).collect()
    };
    for words in ["aoba desk", "aobadesk", "ａｏｂａ社", "Aoba"] {
        assert!(!find(words, "b1").is_empty() && find(words, "b4").is_empty(), "{words}");
    }
    for (words, held) in [
        ("Aone", "Aone"),
        ("with aone we", "aone"),
        ("ａｏｎｅ社に決めました", "ａｏｎｅ"),
        ("ＡＯＮＥの案", "ＡＯＮＥ"),
        ("a-one was chosen", "a-one"),
        ("aone desk", "aone desk"),
        ("aonedesk", "aonedesk"),
        ("tsumugiba", "tsumugiba"),
        ("fumi.sakiyama", "sakiyama"),
        ("担当は Ms. Sakiyama です", "Sakiyama"),
        ("ＳＡＫＩＹＡＭＡさん", "ＳＡＫＩＹＡＭＡ"),
        ("otsuka", "otsuka"),
        ("mr. mori", "mori"),
        ("Mori said", "Mori"),
    ] {
        assert_eq!(find(words, "b2").first().map(String::as_str), Some(held), "{words}");
        assert!(find(words, "b1").is_empty(), "{words}: {:?}", find(words, "b1"));
    }
    for words in ["beacondesk", "beaconの提案"] {
        assert!(!find(words, "b1").is_empty() && find(words, "b2").is_empty(), "{words}");
    }
    for words in ["Contact desk", "all alone", "info", "a memento mori", "Your support center", "an example"] {
        assert!(find(words, "b3").is_empty(), "{words}: {:?}", find(words, "b3"));
    }
}

/// A drafted notice to a bidder of whom these marks were given with these comments, with the keys of the marks.
fn drafted(house: &mut Rooms, bidder: &str, told: &[(&str, &str)]) -> (Notice, Vec<String>) {
    let procurement = house.procurement.clone();
    let marks: Vec<String> = house
        .doing(|tx| {
            let evaluator = evaluation::verbs::add_evaluator(tx, &procurement, "審査者", None)?;
            let mut marks = Vec::new();
            for (sign, comment) in told {
                let (id, criterion) = (tx.new_id(), criterion::verbs::add(tx, &procurement, None, sign, None)?);
                tx.insert(&Mark {
                    id: id.clone(),
                    evaluator: evaluator.clone(),
                    criterion,
                    bidder: bidder.into(),
                    mark: (*sign).into(),
                    comment: (*comment).into(),
                    may_tell: true,
                })?;
                marks.push(id);
            }
            let (id, at) = (tx.new_id(), tx.at().to_owned());
            tx.insert(&HandIn { id, evaluator, part: Part::All, at, means: By::App })?;
            Ok(marks)
        })
        .unwrap();
    house.approved();
    house
        .doing(|tx| {
            verbs::decide(tx, &procurement)?;
            notice::draft(tx, &procurement, TODAY)
        })
        .unwrap();
    let notices = notices(&house.library.read(), &procurement).unwrap();
    (notices.into_iter().find(|one| one.bidder == bidder).unwrap(), marks)
}

/// The marks whose comments are offered in a notice as this.
fn offered(house: &Rooms, notice: &Notice, told_as: ToldAs) -> Vec<String> {
    let read = house.library.read();
    let comments = notice::comments(&read, &house.procurement, &notice.bidder).unwrap();
    let guard = Guard::of(&read, &house.procurement).unwrap();
    notice::offered(notice, told_as, &comments, &guard).iter().map(|comment| comment.mark.clone()).collect()
}

#[test]
fn to_the_chosen_one_only_what_was_valued_is_offered() {
    let mut house = Rooms::new();
    let chosen = house.bidders[0].clone();
    let told =
        [("△", "手順を拝見しました"), ("×", "立ち上げが遅い"), ("○", "体制が明確です"), ("○", "乙川デスクに勝る")];
    let (award, marks) = drafted(&mut house, &chosen, &told);
    assert_eq!(offered(&house, &award, ToldAs::Reason), [marks[2].as_str(), marks[0].as_str()]);
    for (mark, why) in [(&marks[1], "error-notice-blame"), (&marks[3], "error-notice-rival")] {
        assert_eq!(house.said(|tx| notice::tell(tx, &award.id, mark, Some(ToldAs::Reason))), why);
    }
}

#[test]
fn a_comment_that_names_a_rival_is_offered_in_no_regret() {
    let mut house = Rooms::new();
    let loser = house.bidders[1].clone();
    let (regret, marks) = drafted(&mut house, &loser, &[("△", "甲野サポートより遅い"), ("△", "乙川デスクの手順")]);
    for told_as in [ToldAs::Reason, ToldAs::Strength] {
        assert_eq!(offered(&house, &regret, told_as), [marks[1].as_str()], "its own name may stand");
        assert_eq!(house.said(|tx| notice::tell(tx, &regret.id, &marks[0], Some(told_as))), "error-notice-rival");
    }
}

#[test]
fn praise_is_never_the_reason_of_a_regret() {
    let mut house = Rooms::new();
    let loser = house.bidders[1].clone();
    let told = ["○", "△", "×"].map(|sign| (sign, "手順を拝見しました"));
    let (regret, marks) = drafted(&mut house, &loser, &told);
    let offered = |told_as| offered(&house, &regret, told_as);
    assert_eq!(offered(ToldAs::Reason), [marks[2].as_str(), marks[1].as_str()], "the weakest first, never the best");
    assert_eq!(offered(ToldAs::Strength), marks[..2], "the strongest first, never the worst");
    for (mark, told_as, why) in
        [(&marks[0], ToldAs::Reason, "error-notice-praise"), (&marks[2], ToldAs::Strength, "error-notice-blame")]
    {
        assert_eq!(house.said(|tx| notice::tell(tx, &regret.id, mark, Some(told_as))), why);
    }
}

/// A drafted notice with nothing open in it while this telephone stands in the facts.
fn complete(house: &mut Rooms, phone: &str) -> Notice {
    let (procurement, loser) = (house.procurement.clone(), house.bidders[1].clone());
    let (regret, marks) = drafted(house, &loser, &[("△", "手順を拝見しました"), ("×", "開始が希望と合いません")]);
    house
        .doing(|tx| {
            for (key, value) in [
                (FactKey::DocNumber, "MC-001"),
                (FactKey::ContactRole, "調達窓口"),
                (FactKey::ContactMail, "rfp@minatoworks.example"),
                (FactKey::ContactPhone, phone),
            ] {
                put(tx, &procurement, key, Some(value))?;
            }
            notice::tell(tx, &regret.id, &marks[0], Some(ToldAs::Strength))?;
            notice::tell(tx, &regret.id, &marks[1], Some(ToldAs::Reason))
        })
        .unwrap();
    house.library.read().get(&regret.id).unwrap()
}

fn stands(house: &Rooms, id: &str) -> notice::Stands {
    let read = house.library.read();
    notice::stands(&read, read.get(id).unwrap()).unwrap()
}

fn phone(house: &mut Rooms, number: &str) {
    let procurement = house.procurement.clone();
    house.doing(|tx| put(tx, &procurement, FactKey::ContactPhone, Some(number))).unwrap();
}

fn made(house: &mut Rooms, id: &str) {
    let (name, sha256) = ("通知.pdf".into(), "a".repeat(64));
    let file = MadeFile { kind: NoticeFileKind::Letter, name, bytes: 1, sha256 };
    house.doing(|tx| notice::made(tx, id, vec![file])).unwrap();
}

#[test]
fn an_english_letter_greets_the_person_it_is_for() {
    let mut house = Rooms::new();
    let (procurement, loser) = (house.procurement.clone(), house.bidders[1].clone());
    house
        .doing(|tx| {
            let stored: Procurement = tx.get(&procurement)?;
            tx.update(&Procurement { lang: Lang::En, ..stored })?;
            let stored: Bidder = tx.get(&loser)?;
            tx.update(&Bidder { person: "Shinichi Ogi".into(), department: "Managing member".into(), ..stored })
        })
        .unwrap();
    let (regret, _) = drafted(&mut house, &loser, &[("△", "Clear steps")]);
    assert!(regret.body.starts_with("Dear Shinichi Ogi,\n\n"), "{}", regret.body);
}

#[test]
fn a_letter_nobody_changed_follows_the_facts_and_is_made_anew_before_it_is_sent() {
    let mut house = Rooms::new();
    let id = complete(&mut house, "03-1111-0000").id;
    phone(&mut house, "03-5555-0000");
    let now = stands(&house, &id);
    assert!(now.untouched && !now.outdated && !now.moved);
    assert!(now.notice.body.contains("03-5555-0000") && !now.notice.body.contains("03-1111"), "{}", now.notice.body);
    assert_eq!(notice::missing(&house.library.read(), &now.notice).unwrap(), Vec::<String>::new());

    made(&mut house, &id);
    assert!(!stands(&house, &id).outdated);
    phone(&mut house, "03-7777-0000");
    let now = stands(&house, &id);
    assert!(now.outdated && now.notice.body.contains("03-7777-0000"), "{}", now.notice.body);
    let sent = |tx: &mut Tx<'_>| notice::mark_sent(tx, &id, Moment::on(TODAY), Means::Mail, Lang::Ja);
    assert_eq!(house.said(sent), "error-notice-outdated");
    made(&mut house, &id);
    house.doing(sent).unwrap();
    phone(&mut house, "03-9999-0000");
    assert!(stands(&house, &id).notice.body.contains("03-7777-0000"), "what was sent stays");
}

#[test]
fn a_letter_changed_by_hand_keeps_its_words_and_says_that_the_facts_moved() {
    let mut house = Rooms::new();
    let Notice { id, body, .. } = complete(&mut house, "03-1111-0000");
    let own = format!("{body}\n自分で書いた一文");
    house.doing(|tx| notice::set(tx, &id, "body", &own, TODAY, Lang::Ja)).unwrap();
    let now = stands(&house, &id);
    assert!(!now.untouched && !now.moved);
    phone(&mut house, "03-5555-0000");
    let now = stands(&house, &id);
    assert!(!now.untouched && now.moved);
    assert_eq!(now.notice.body, own);
    house.doing(|tx| notice::rewrite(tx, &id)).unwrap();
    let now = stands(&house, &id);
    assert!(now.untouched && now.notice.body.contains("03-5555-0000"), "{}", now.notice.body);

    // Of a letter of before nobody knows what the template gave: it follows only while its words are the template's.
    let kept: Notice = house.library.read().get(&id).unwrap();
    house.doing(|tx| tx.update(&Notice { given: String::new(), ..kept })).unwrap();
    assert!(stands(&house, &id).untouched);
    phone(&mut house, "03-7777-0000");
    let now = stands(&house, &id);
    assert!(!now.untouched && !now.moved && now.notice.body.contains("03-5555-0000"), "{}", now.notice.body);
}
