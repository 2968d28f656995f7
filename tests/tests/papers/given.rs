//! What a distribution holds: the answers paper, its sheet, the draft of its mail, the ledger. Nothing in what is made for
//! one bidder tells of another.

use std::io::{Cursor, Read as _};
use std::process::Command;

use calamine::{open_workbook_from_rs, Data, Reader as _, Xlsx};
use chrono::{DateTime, NaiveDate, Utc};
use proptest::prelude::*;
use sentei_core::bidder::Status;
use sentei_core::distribution::knowledge::{in_words, Gift, Item, Kind, Knowledge, Party};
use sentei_core::distribution::ledger::{ledger_paper, Entry};
use sentei_core::distribution::paper::{answers_paper, AnswersPaper, House, Told};
use sentei_core::distribution::{AnswerShot, Distribution, FileKind, HandedFile, Means, State};
use sentei_core::l10n::Lang;
use sentei_core::procurement::{FactKey, Facts};
use sentei_core::Text;
use sentei_papers::answers_sheet::answers_xlsx;
use sentei_papers::ledger_sheet::ledger_xlsx;
use sentei_papers::mail::{eml, Draft};
use sentei_papers::{Engine, Stamp};

use crate::tools::{run, said, tight, File};

fn at() -> DateTime<Utc> {
    "2026-12-10T07:10:00Z".parse().unwrap()
}

fn stamp() -> Stamp {
    Stamp { at: at(), ident: "a paper".into() }
}

fn house(lang: Lang) -> House {
    let facts = [
        (FactKey::DocTitle, "カスタマーサクセス業務の外部委託"),
        (FactKey::DocNumber, "RFP-2026-014"),
        (FactKey::IssuerCompany, "株式会社ミナトワークス"),
        (FactKey::IssuerDepartment, "カスタマーサクセス部 企画課"),
        (FactKey::DocConfidentiality, "社外秘"),
    ];
    let facts = Facts::from_values(facts.map(|(key, value)| (key, value.to_owned())));
    House { lang, facts, is_sample: false, today: NaiveDate::from_ymd_opt(2026, 12, 10).unwrap() }
}

fn told(n: usize, question: &str, answer: &str) -> Told {
    let shot = AnswerShot {
        number: format!("Q-{n:03}"),
        section_number: format!("{}.{}", n % 5 + 1, n % 7 + 1),
        section_title: "場所・頻度・時間".into(),
        chapter: format!("第{}の章", n % 5 + 1),
        requirement: if n.is_multiple_of(4) { "R-022".into() } else { String::new() },
        question: question.into(),
        answer: answer.into(),
        answered: NaiveDate::from_ymd_opt(2026, 12, 10).unwrap(),
        changes_rfp: n.is_multiple_of(6),
        revision: 1,
    };
    Told { shot, round: 2, fresh: n.is_multiple_of(3), alone: n % 50 == 7 }
}

fn paper(lang: Lang, count: usize) -> AnswersPaper {
    let all: Vec<Told> = (1..=count)
        .map(|n| {
            told(
                n,
                "在宅勤務を組み合わせた体制も認められますか。",
                "認めます。ただし、次の点を示してください。\n・端末の管理\n・通信の経路",
            )
        })
        .collect();
    answers_paper(&house(lang), "株式会社青葉ビジネスサポート　御中", &all)
}

#[test]
fn the_answers_paper_says_everything_and_passes_its_standards() {
    for (lang, count) in [(Lang::Ja, 1), (Lang::Ja, 300), (Lang::En, 12)] {
        let paper = paper(lang, count);
        let bytes = Engine::new().answers_pdf(&paper, &stamp()).unwrap();
        assert_eq!(bytes, Engine::new().answers_pdf(&paper, &stamp()).unwrap(), "the same paper gives the same bytes");
        let file = File::pdf(&bytes);
        let text = tight(&file.text());
        for row in paper.groups.iter().flat_map(|group| &group.items) {
            assert!(text.contains(&tight(&row.no)), "{}", row.no);
        }
        for word in [
            "株式会社青葉ビジネスサポート御中",
            "RFP-2026-014-QA2",
            "次の点を示してください。",
            "在宅勤務を組み合わせた体制",
        ] {
            assert!(text.contains(&tight(word)), "not found: {word}");
        }
        assert!(run("qpdf", &["--check", &file.arg()]).status.success());
        assert!(said(&run("pdfinfo", &[&file.arg()])).contains("Tagged:          yes"));
    }
}

fn ledger(lang: Lang, bidders: usize, answers: usize) -> (House, Knowledge, Vec<Entry>) {
    let party = |n: usize| Party {
        bidder: format!("b{n}"),
        name: format!("株式会社見本{}", ["アウトソーシング", "コンタクト", "BPO"][n % 3]),
        status: match n {
            1 => Status::NotAwarded,
            2 => Status::Declined,
            _ => Status::Invited,
        },
        since: Some("2026-11-12T10:00".parse().unwrap()),
        stands_since: Some("2026-12-03".parse().unwrap()),
        note: String::new(),
    };
    let item = |id: String, kind, number: &str, round| Item {
        id,
        kind,
        number: number.into(),
        title: "常駐と在宅の席の用意".into(),
        round,
        at: "2026-11-20T01:00:00Z".into(),
        only_for: Vec::new(),
        replaces: None,
    };
    let mut items = vec![item("r0".into(), Kind::Release, "1.0", 0), item("r1".into(), Kind::Addendum, "1.1", 0)];
    items
        .extend((1..=answers).map(|n| item(format!("q{n}"), Kind::Answer, &format!("Q-{n:03}"), 1 + i64::from(n > 4))));
    let mut gifts = Vec::new();
    let mut entries = Vec::new();
    for n in 0..bidders {
        let mut held = vec!["r0".to_owned()];
        if n != 1 {
            held.extend((1..=answers.min(4)).map(|n| format!("q{n}")));
        }
        for id in &held {
            let at = "2026-11-20T10:05".parse().unwrap();
            gifts.push(Gift {
                bidder: format!("b{n}"),
                item: id.clone(),
                at,
                means: Means::Mail,
                distribution: format!("d{n}"),
            });
        }
        let words = String::new;
        let distribution = Distribution {
            id: format!("d{n}"),
            procurement: words(),
            bidder: format!("b{n}"),
            state: if n == 3 { State::Unsent } else { State::Sent },
            prepared_at: "2026-11-20T01:00:00Z".into(),
            addressee: format!("{}　御中", party(n).name),
            mail: "rfp-desk@reiji.example".into(),
            subject: words(),
            body: words(),
            sent_at: Some("2026-11-20T10:05".parse().unwrap()),
            means: Means::Mail,
            sent_by: "佐藤".into(),
            note: words(),
            unsent_at: Some("2026-11-21T01:00:00Z".into()),
            unsent_reason: "添付を忘れていた".into(),
            received_at: Some("2026-11-20T13:00".parse().unwrap()),
            receipt: "返信メール".into(),
        };
        let file = HandedFile {
            id: words(),
            distribution: words(),
            position: words(),
            kind: FileKind::Rfp,
            name: "RFP-2026-014_提案依頼書_第1.0版_株式会社見本アウトソーシング.pdf".into(),
            bytes: 84_000,
            sha256: "0f".repeat(32),
        };
        entries.push(Entry { distribution, items: held, files: vec![file.clone(), file] });
    }
    (house(lang), Knowledge::new(items, (0..bidders).map(party).collect(), &gifts), entries)
}

#[test]
fn the_ledger_names_gaps_acts_and_hashes() {
    for (lang, bidders) in [(Lang::Ja, 5), (Lang::En, 8), (Lang::Ja, 0)] {
        let (house, known, entries) = ledger(lang, bidders, 9);
        let paper = ledger_paper(&house, &known, &entries);
        let file = File::pdf(&Engine::new().ledger_pdf(&paper, &stamp()).unwrap());
        let text = tight(&file.text());
        let sheet = ledger_xlsx(&paper, at()).unwrap();
        assert_eq!(sheet, ledger_xlsx(&paper, at()).unwrap());
        let cells = cells(&sheet).join("\n");
        if bidders > 0 {
            assert!(text.contains(&tight(&lang.word("cell-gap"))) && cells.contains(&lang.word("cell-gap")));
            let list = in_words(&known.missed("b1"), lang);
            let lost = Text::new("gap-missed").arg("name", &paper.bidders[1].name).arg("list", list);
            assert!(cells.contains(&lang.word("cell-missed")) && cells.contains(&lang.say(&lost)), "{cells}");
            assert_ne!(paper.bidders[1].gaps, lang.say(&Text::new("ledger-count-gaps").arg("count", 0)));
            for word in ["0f".repeat(32), "添付を忘れていた".into(), "返信メール".into()] {
                assert!(text.contains(&tight(&word)) && cells.contains(&word), "not found: {word}");
            }
        } else {
            assert!(text.contains(&tight(&lang.word("ledger-no-gap"))));
        }
        assert!(run("qpdf", &["--check", &file.arg()]).status.success());
    }
}

fn cells(bytes: &[u8]) -> Vec<String> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    let names = book.sheet_names();
    names
        .iter()
        .flat_map(|name| {
            let range = book.worksheet_range(name).unwrap();
            let cells: Vec<String> = range
                .used_cells()
                .map(|(_, _, cell)| match cell {
                    Data::String(words) => words.clone(),
                    other => panic!("only words: {other:?}"),
                })
                .collect();
            cells
        })
        .collect()
}

#[test]
fn text_in_a_sheet_never_becomes_a_formula() {
    let hostile = ["=cmd|'/c calc'!A1", "+1+1", "@SUM(A1)", "-2", "\t=1", "'x", "http://a.example/"];
    let all: Vec<Told> = hostile.iter().enumerate().map(|(n, words)| told(n, words, words)).collect();
    let bytes = answers_xlsx(&answers_paper(&house(Lang::Ja), "甲　御中", &all), at()).unwrap();
    let cells = cells(&bytes);
    for words in hostile {
        assert!(cells.iter().any(|cell| cell.trim() == words.trim()), "{words}");
    }
    let parts = inside(&bytes);
    assert!(!parts.contains("<f>") && !parts.contains("hyperlink"));
    assert!(parts.contains("<dc:creator></dc:creator>") || parts.contains("<dc:creator/>"), "no author");
}

/// All parts of a package as one text.
pub(crate) fn inside(bytes: &[u8]) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for n in 0..zip.len() {
        let mut part = zip.by_index(n).unwrap();
        all.push_str(part.name());
        part.read_to_string(&mut all).unwrap();
    }
    all
}

#[test]
fn a_mail_is_read_back_by_another_program() {
    let pdf = Engine::new().answers_pdf(&paper(Lang::Ja, 3), &stamp()).unwrap();
    let draft = Draft {
        from: Some(("株式会社ミナトワークス", "rfp@minato.example")),
        to: ("株式会社青葉 髙橋様", "takahashi@aoba.example"),
        subject: "【株式会社ミナトワークス】委託先の選定 質問回答書（第2回）の送付\r\nBcc: evil@x.example",
        body: "株式会社青葉\n髙橋 様\n\n--=_0123\n.\nFrom here 𠮷 ～",
        attachments: vec![("RFP-2026-014_質問回答書_第2回_株式会社青葉.pdf", &pdf), ("表.xlsx", b"PK")],
        ident: "0123456789abcdef",
    };
    let bytes = eml(&draft, at()).unwrap();
    assert_eq!(bytes, eml(&draft, at()).unwrap());
    let file = File::new("a.eml", &bytes);
    let script = "import sys,email,email.policy,json\n\
        m=email.message_from_binary_file(open(sys.argv[1],'rb'),policy=email.policy.default)\n\
        print(json.dumps({'to':[[a.display_name,a.addr_spec] for a in m['to'].addresses],'cc':m['cc'],'bcc':m['bcc'],\
        'subject':m['subject'],'unsent':m['x-unsent'],'id':m['message-id'],'date':m['date'],'body':m.get_body().get_content(),\
        'files':[[p.get_filename(),len(p.get_payload(decode=True))] for p in m.iter_attachments()],'defects':len(m.defects)}))";
    let out = Command::new("python3").args(["-c", script, &file.arg()]).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let read: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(read["to"], serde_json::json!([["株式会社青葉 髙橋様", "takahashi@aoba.example"]]));
    assert!(read["cc"].is_null() && read["bcc"].is_null());
    assert!(read["subject"]
        .as_str()
        .unwrap()
        .starts_with("【株式会社ミナトワークス】委託先の選定 質問回答書（第2回）の送付"));
    assert_eq!(read["unsent"], "1");
    assert_eq!(read["id"], "<0123456789abcdef@minato.example>");
    assert_eq!(read["date"], "Thu, 10 Dec 2026 07:10:00 +0000");
    assert_eq!(read["body"].as_str().unwrap().replace("\r\n", "\n").trim_end(), draft.body);
    assert_eq!(
        read["files"],
        serde_json::json!([["RFP-2026-014_質問回答書_第2回_株式会社青葉.pdf", pdf.len()], ["表.xlsx", 2]])
    );
    assert_eq!(read["defects"], 0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// What one bidder may know is all that its files can hold: other bidders' names and private answers are no part of
    /// what papers are made from, and nothing is added on the way.
    #[test]
    fn files_hold_only_what_they_are_given(answers in prop::collection::vec(("[あ-ん髙𠮷a-z=]{1,12}", "[ア-ン0-9\n・]{1,20}"), 1..6)) {
        let all: Vec<Told> = answers.iter().enumerate().map(|(n, (q, a))| told(n, q, a)).collect();
        let paper = answers_paper(&house(Lang::Ja), "甲　御中", &all);
        let parts = inside(&answers_xlsx(&paper, at()).unwrap());
        let user = std::env::var("USER").unwrap_or_default();
        for other in ["乙社", "丙社", "/home/", "C:\\"] {
            prop_assert!(!parts.contains(other));
        }
        prop_assert!(user.len() < 4 || !parts.contains(&user) || user == "root");
    }
}
