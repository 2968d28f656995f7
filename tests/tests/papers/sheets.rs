//! Evaluation sheets on paper: blank and filled, read back with the tools a reader has.

use proptest::prelude::*;
use sentei_core::distribution::paper::House;
use sentei_core::evaluation::verbs::add_evaluator;
use sentei_core::journal::Op;
use sentei_core::l10n::Lang;
use sentei_core::library::Library;
use sentei_core::marking::paper::SheetPaper;
use sentei_core::marking::sheet::{hand_in, rule, set_mark, sign};
use sentei_core::marking::{By, Conflict, Ruling};
use sentei_papers::{Engine, Stamp};
use sentei_tests::judged::{fill, plant, stamp, Judged, Size};

use crate::tools::{run, said, tight, File};

struct Desk {
    library: Library,
    judged: Judged,
    _folder: tempfile::TempDir,
}

fn desk(lang: Lang, size: Size) -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let mut library = Library::open(folder.path(), [7; 16], &stamp()).unwrap();
    let judged = plant(&mut library, lang, size);
    Desk { library, judged, _folder: folder }
}

fn paper(desk: &Desk, at: usize, blank: bool) -> SheetPaper {
    let read = desk.library.read();
    let house = House::of(&read, &desk.judged.procurement, "2027-04-05".parse().unwrap()).unwrap();
    SheetPaper::of(&read, &house, &desk.judged.evaluators[at], blank).unwrap()
}

fn pdf(paper: &SheetPaper) -> Vec<u8> {
    let stamp = Stamp { at: "2027-04-05T01:00:00Z".parse().unwrap(), ident: "a sheet".into() };
    let bytes = Engine::new().sheet_pdf(paper, &stamp).unwrap();
    assert_eq!(bytes, Engine::new().sheet_pdf(paper, &stamp).unwrap(), "the same sheet gives the same bytes");
    bytes
}

#[test]
fn sheets_say_everything_and_pass_their_standards() {
    let long = "体制図に副責任者の名前があり、引き継ぎの手順も示している。".repeat(12);
    for (lang, bidders, criteria, comment) in [
        (Lang::Ja, 2, 6, "事故の連絡網まで示した。"),
        (Lang::Ja, 12, 60, "可"),
        (Lang::Ja, 3, 6, long.as_str()),
        (Lang::En, 5, 12, "Named a deputy and the way work is handed over. "),
    ] {
        let mut desk = desk(lang, Size { bidders, criteria, evaluators: 2 });
        let (judged, hers) = (desk.judged.clone(), desk.judged.evaluators[0].clone());
        desk.library.transact(Op::new("fact-set"), &stamp(), |tx| fill(tx, &judged, &hers, comment)).unwrap();
        for blank in [false, true] {
            let paper = paper(&desk, 0, blank);
            let file = File::pdf(&pdf(&paper));
            if let Ok(folder) = std::env::var("SENTEI_KEEP_PAPERS") {
                let name = format!("sheet-{}-{bidders}-{criteria}-{blank}.pdf", lang.tag());
                std::fs::copy(&file.path, std::path::Path::new(&folder).join(name)).unwrap();
            }
            let text = tight(&file.text());
            for bidder in &paper.bidders {
                assert!(text.contains(&tight(&bidder.name)), "{}", bidder.name);
            }
            for row in &paper.criteria {
                assert!(text.contains(&tight(&row.name)) && text.contains(&row.no), "{} {}", row.no, row.name);
            }
            for line in &paper.legend {
                assert!(text.contains(&tight(&line.s.plain())), "{}", line.s.plain());
            }
            let comments = comment.trim_end().chars().take(20).collect::<String>();
            assert_eq!(text.contains(&tight(&comments)) && comment.len() > 9, !blank && comment.len() > 9);
            assert!(run("qpdf", &["--check", &file.arg()]).status.success());
            let said_of = said(&run("pdfinfo", &[&file.arg()]));
            assert!(
                said_of.contains("Tagged:          yes") && said_of.contains("841.89 x 595.276 pts (A4)"),
                "{said_of}"
            );
            let checked = file.tool("pdfua", &["check"]);
            assert!(checked.status.success(), "{}", said(&checked));
            // As for the other papers: see `setting`. That a form to fill in holds empty cells (TBL-012) is its nature.
            let skip = if blank { "TBL-010,TBL-014,TBL-012" } else { "TBL-010,TBL-014" };
            let read = file.tool("outloud", &["--fail-on", "warning", "--skip", skip]);
            assert!(read.status.success(), "{}", said(&read));
        }
    }
}

#[test]
fn heads_come_again_on_every_page() {
    let mut desk = desk(Lang::Ja, Size { bidders: 3, criteria: 60, evaluators: 1 });
    let (judged, hers) = (desk.judged.clone(), desk.judged.evaluators[0].clone());
    desk.library.transact(Op::new("fact-set"), &stamp(), |tx| fill(tx, &judged, &hers, "所見です")).unwrap();
    let pages = File::pdf(&pdf(&paper(&desk, 0, false))).pages();
    assert!(pages.len() > 2);
    for (at, page) in pages.iter().enumerate().take(pages.len() - 1) {
        for bidder in &paper(&desk, 0, false).bidders {
            assert!(tight(page).contains(&tight(&bidder.name)), "{} on page {}", bidder.name, at + 1);
        }
    }
}

#[test]
fn a_comment_longer_than_a_page_goes_on_overleaf_and_short_rows_stay_whole() {
    let mut desk = desk(Lang::Ja, Size { bidders: 4, criteria: 12, evaluators: 1 });
    let (judged, hers) = (desk.judged.clone(), desk.judged.evaluators[0].clone());
    let short = format!("始の印。{}終の印", "体制と引き継ぎの手順を確かめた。".repeat(6));
    let sentence = |at: usize| format!("第{at}文では一次対応から導入支援までを確かめた。");
    let sentences: Vec<String> = (1..=40).map(sentence).collect();
    let planted = desk.library.transact(Op::new("fact-set"), &stamp(), |tx| {
        fill(tx, &judged, &hers, &short)?;
        set_mark(tx, &hers, &judged.criteria[0], &judged.bidders[0], "comment", &sentences.join("\n"))
    });
    planted.unwrap();
    let paper = paper(&desk, 0, false);
    let pages: Vec<String> = File::pdf(&pdf(&paper)).pages().iter().map(|page| tight(page)).collect();
    for at in 1..=sentences.len() {
        let marker = format!("第{at}文では");
        assert_eq!(pages.iter().filter(|page| page.contains(&marker)).count(), 1, "{marker}");
    }
    let held: Vec<&String> = pages.iter().filter(|page| page.contains("文では")).collect();
    assert!(held.len() > 1 && pages[0].contains("第1文では"), "it begins where the sheet does, and goes on");
    for bidder in &paper.bidders {
        assert!(held.iter().all(|page| page.contains(&tight(&bidder.name))), "{}", bidder.name);
    }
    for (at, page) in pages.iter().enumerate() {
        let count = |sign: &str| page.matches(sign).count();
        assert_eq!(count("始の印"), count("終の印"), "a row is torn on page {}", at + 1);
    }
}

#[test]
fn a_bidder_she_steps_aside_from_is_closed_and_said() {
    let mut desk = desk(Lang::Ja, Size { bidders: 2, criteria: 6, evaluators: 1 });
    let (kin, hers) = (desk.judged.bidders[0].clone(), desk.judged.evaluators[0].clone());
    desk.library
        .transact(Op::new("fact-set"), &stamp(), |tx| {
            sign(tx, &hers, true, "", &[(kin.clone(), "前職".into())], "前職を思い出した")?;
            let conflict = tx.all::<Conflict>("WHERE bidder = ?1", &[&kin])?.remove(0);
            rule(tx, &conflict.id, Ruling::Aside, "")
        })
        .unwrap();
    let text = tight(&File::pdf(&pdf(&paper(&desk, 0, true))).text());
    assert!(text.contains("対象外（利益相反）") && text.contains("（評価から外れる）"));
}

#[test]
fn a_statement_still_to_be_made_can_say_either_with_room_to_write() {
    for lang in [Lang::Ja, Lang::En] {
        let mut desk = desk(lang, Size { bidders: 2, criteria: 6, evaluators: 1 });
        let procurement = desk.judged.procurement.clone();
        let op = Op::new("fact-set");
        let added = desk.library.transact(op, &stamp(), |tx| add_evaluator(tx, &procurement, "見本 太郎", None));
        desk.judged.evaluators.push(added.unwrap().value);
        let tied = tight(&lang.word("evaluation-sheet-tied"));
        let signed = tight(&File::pdf(&pdf(&paper(&desk, 0, true))).text());
        assert!(!signed.contains(&tied), "she has signed already");
        let names = [true, false].map(|blank| paper(&desk, 0, blank).signed);
        assert!(names[0].is_empty() && !names[1].is_empty(), "a blank sheet leaves the line to the pen: {names:?}");
        let file = File::pdf(&pdf(&paper(&desk, 1, true)));
        let text = tight(&file.text());
        assert!(text.contains(&tight(&lang.word("evaluation-sheet-statement"))) && text.contains(&tied), "{text}");
        let checked = file.tool("pdfua", &["check"]);
        assert!(checked.status.success(), "{}", said(&checked));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever others have written, and whether or not they have handed it in, the sheet of one evaluator holds her own
    /// words alone, as paper and as Excel; a blank one holds none.
    #[test]
    fn hidden_marks_are_on_nobody_elses_paper(hers in "[あ-ん]{4,12}", theirs in "[ア-ン]{4,12}", handed in any::<bool>()) {
        let size = Size { bidders: 2, criteria: 6, evaluators: 2 };
        let mut desk = desk(Lang::Ja, size);
        let judged = desk.judged.clone();
        let planted = desk.library.transact(Op::new("fact-set"), &stamp(), |tx| {
            fill(tx, &judged, &judged.evaluators[0], &hers)?;
            fill(tx, &judged, &judged.evaluators[1], &theirs)?;
            if handed {
                hand_in(tx, &judged.evaluators[1], By::App)?;
            }
            Ok(())
        });
        planted.unwrap();
        let (secret, own) = (format!("{theirs}1"), format!("{hers}1"));
        for blank in [false, true] {
            let paper = paper(&desk, 0, blank);
            let words = serde_json::to_string(&paper).unwrap();
            let sheet = sentei_papers::evaluation_sheet::make(&paper).unwrap();
            let mut zip = zip::ZipArchive::new(std::io::Cursor::new(sheet)).unwrap();
            let parts: String =
                (0..zip.len()).map(|at| std::io::read_to_string(zip.by_index(at).unwrap()).unwrap()).collect();
            prop_assert!(!words.contains(&secret) && !parts.contains(&secret));
            prop_assert_eq!((words.contains(&own), parts.contains(&own)), (!blank, !blank));
        }
    }
}
