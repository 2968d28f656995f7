//! Procurements by chance: what the program itself chooses and makes for one bidder holds everything meant for it, and
//! nothing of another.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use chrono::{DateTime, Utc};
use mail_parser::{MessageParser, MimeHeaders as _};
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};
use sentei_api::{dispatch, Config, Session};
use sentei_core::bidder;
use sentei_core::distribution::knowledge::{Cell, Knowledge};
use sentei_core::distribution::paper::{answers_paper, told, House};
use sentei_core::distribution::sharing::share_answers;
use sentei_core::distribution::verbs::{add_file, mark_sent, prepare, KeptFile, NewFile, Pack};
use sentei_core::distribution::{shared_items, FileKind, Means};
use sentei_core::journal::{Op, Stamp, Tx};
use sentei_core::l10n::Lang;
use sentei_core::library::Library;
use sentei_core::overview::verbs::create;
use sentei_core::question::state::approve;
use sentei_core::question::verbs::{add, set, Asked};
use sentei_core::question::Channel;
use sentei_core::vendor::Vendor;
use sentei_core::Result;
use sentei_tests::desk::value;
use serde_json::{json, Value};

use crate::given::inside;
use crate::tools::{run, said, tight};

/// Procurements that are tried without files; `SENTEI_CHANCES=10000` tries as many as were promised.
const CHANCES: u32 = 250;

/// Procurements of which every file is made and read back.
const WITH_FILES: u32 = 12;

/// After so many a new library begins, so that a directory of thousands slows nothing down.
const LIBRARY: u32 = 100;

fn at() -> DateTime<Utc> {
    "2027-03-10T01:00:00Z".parse().expect("a moment")
}

fn stamp() -> Stamp {
    Stamp { actor: "試験".into(), at: at() }
}

/// One question: who asked, who asked it as well, whether the answer is for them alone, and in which round it is shared.
#[derive(Debug, Clone)]
struct Question {
    asker: usize,
    too: Option<usize>,
    alone: bool,
    round: usize,
}

/// A procurement by chance.
#[derive(Debug, Clone)]
struct Chance {
    bidders: usize,
    questions: Vec<Question>,
    /// Files, each for one bidder or for all.
    files: Vec<Option<usize>>,
    /// Who was given what there was, before the last round.
    given: Vec<usize>,
}

fn chance() -> impl Strategy<Value = Chance> {
    let question = (0..5_usize, prop::option::of(0..5_usize), any::<bool>(), 0..2_usize);
    let of = (2..5_usize, prop::collection::vec(question, 1..7));
    let files = prop::collection::vec(prop::option::of(0..5_usize), 0..3);
    (of, files, prop::collection::vec(0..5_usize, 0..4)).prop_map(|((bidders, questions), files, given)| {
        let one = |n: usize| n % bidders;
        let questions = questions.into_iter().map(|(asker, too, alone, round)| Question {
            asker: one(asker),
            too: too.map(one),
            alone,
            round,
        });
        Chance {
            bidders,
            questions: questions.collect(),
            files: files.into_iter().map(|only| only.map(one)).collect(),
            given: given.into_iter().map(one).collect(),
        }
    })
}

/// A letter for each bidder, in which its secrets end.
fn letter(bidder: usize) -> char {
    char::from(b'A' + u8::try_from(bidder).expect("few bidders"))
}

/// What tells of a bidder and of nobody else.
fn secrets(bidder: usize) -> Vec<String> {
    let sign = letter(bidder);
    ["名前の会社", "別名", "人の名", "受け取った文", "件名だけの問い", "秘密の答え", "秘密の資料"]
        .iter()
        .map(|what| format!("{what}{sign}号"))
        .chain([format!("mail{sign}@own{sign}.example"), format!("own{sign}.example"), format!("03-1111-222{bidder}")])
        .collect()
}

/// A procurement as it was planted.
struct Planted {
    procurement: String,
    bidders: Vec<String>,
}

fn plant(tx: &mut Tx<'_>, chance: &Chance) -> Result<Planted> {
    let procurement = create(tx, "empty", "委託先の選定", Lang::Ja)?;
    let mut bidders = Vec::new();
    for n in 0..chance.bidders {
        let secrets = secrets(n);
        let id = bidder::verbs::add(tx, &procurement, &secrets[0], None, Some(&secrets[2]), Some(&secrets[7]))?;
        bidder::verbs::set(tx, &id, "phone", &secrets[9])?;
        let vendor: Vendor = bidder::verbs::vendor_of(tx, &id)?;
        if vendor.aliases.is_empty() {
            tx.update(&Vendor { aliases: vec![secrets[1].clone()], domains: vec![secrets[8].clone()], ..vendor })?;
        }
        bidders.push(id);
    }
    for round in 0..2 {
        share(tx, &procurement, &bidders, chance, round)?;
        if round == 0 {
            for bidder in &chance.given {
                give(tx, &procurement, &bidders[*bidder])?;
            }
        }
    }
    Ok(Planted { procurement, bidders })
}

fn share(tx: &mut Tx<'_>, procurement: &str, bidders: &[String], chance: &Chance, round: usize) -> Result<()> {
    let mut ready = Vec::new();
    for (n, question) in chance.questions.iter().enumerate().filter(|(_, question)| question.round == round) {
        let private = secrets(question.asker);
        let alone = question.alone && question.too.is_none();
        let mut askers = vec![bidders[question.asker].clone()];
        askers.extend(question.too.filter(|too| *too != question.asker).map(|too| bidders[too].clone()));
        let asked = Asked {
            bidders: askers,
            hearing: None,
            received_at: "2027-03-03T10:45".parse().expect("a moment"),
            channel: Channel::Meeting,
            person: private[2].clone(),
            words: format!("弊社{}の{}です。", private[0], private[3]),
            wording: Some(if alone { private[4].clone() } else { format!("共通の問い{n}番") }),
            section: None,
            requirement: None,
            source: String::new(),
        };
        let made = add(tx, procurement, &asked)?;
        let answer = if alone { private[5].clone() } else { format!("共通の答え{n}番") };
        let today = at().date_naive();
        set(tx, &made.id, "answer", &answer, today, Lang::Ja)?;
        if alone {
            set(tx, &made.id, "share", "asker", today, Lang::Ja)?;
            set(tx, &made.id, "share_reason", "個別の事情のため", today, Lang::Ja)?;
        }
        ready.push(made.id);
    }
    if !ready.is_empty() {
        approve(tx, &ready)?;
        share_answers(tx, procurement, &ready)?;
    }
    for (n, only) in chance.files.iter().enumerate().filter(|(n, _)| n % 2 == round) {
        let name = only.map_or_else(|| format!("共通の資料{n}"), |only| format!("{}{n}", secrets(only)[6]));
        let file = NewFile {
            title: name.clone(),
            name: format!("{name}.txt"),
            bytes: 1,
            sha256: sentei_core::library::sha256(b"x"),
            only_for: only.map(|only| bidders[only].clone()).into_iter().collect(),
            replaces: None,
        };
        add_file(tx, procurement, file)?;
    }
    Ok(())
}

/// Gives a bidder all that it lacks.
fn give(tx: &mut Tx<'_>, procurement: &str, bidder: &str) -> Result<()> {
    let items: Vec<String> = Knowledge::of(tx, procurement)?.gaps(bidder).iter().map(|item| item.id.clone()).collect();
    if items.is_empty() {
        return Ok(());
    }
    let file = KeptFile {
        kind: FileKind::File,
        name: "渡した物.txt".into(),
        bytes: 1,
        sha256: sentei_core::library::sha256(b"x"),
    };
    let pack = Pack {
        bidder: bidder.into(),
        addressee: "御中".into(),
        mail: String::new(),
        subject: String::new(),
        body: String::new(),
        items,
        files: vec![file],
    };
    for id in prepare(tx, procurement, vec![pack])? {
        mark_sent(tx, &id, "2027-03-10T10:00".parse().expect("a moment"), Means::Mail, "", "")?;
    }
    Ok(())
}

/// Another one for every library that is opened, so that no key is made twice.
fn seed() -> [u8; 16] {
    static OPENED: AtomicU64 = AtomicU64::new(0);
    let mut seed = [5; 16];
    seed[..8].copy_from_slice(&OPENED.fetch_add(1, Ordering::SeqCst).to_le_bytes());
    seed
}

fn session(folder: &Path) -> Session {
    Session::open(Config { library: folder.to_path_buf(), actor: "試験".into(), clock: at, seed })
}

fn call(session: &Session, name: &str, args: &Value) -> Value {
    value(&dispatch(session, name, args.clone()).unwrap_or_else(|failure| panic!("{name}: {}", failure.message)))
}

/// Refuses what tells `bidder` of another one, in whatever lines it stands.
fn tells_of_no_other(
    words: &str,
    bidder: usize,
    bidders: usize,
    place: &str,
) -> std::result::Result<(), TestCaseError> {
    let words = tight(words);
    for other in (0..bidders).filter(|other| *other != bidder) {
        for secret in secrets(other) {
            prop_assert!(!words.contains(&secret), "{} told to {} in {}", secret, letter(bidder), place);
        }
    }
    Ok(())
}

/// A folder in memory where there is one: every step is flushed to the disk, and there are thousands.
fn quick_folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder")
}

/// Plants procurements by chance one after the other, in libraries that are made anew from time to time.
fn tried(cases: u32, work: impl Fn(&Path, Library, &Planted, &Chance) -> std::result::Result<(), TestCaseError>) {
    let folder = std::cell::RefCell::new((0_u32, None::<tempfile::TempDir>));
    let config =
        ProptestConfig { cases, rng_seed: RngSeed::Fixed(3), failure_persistence: None, ..ProptestConfig::default() };
    let done = TestRunner::new(config).run(&chance(), |chance| {
        let mut here = folder.borrow_mut();
        if here.0.is_multiple_of(LIBRARY) {
            here.1 = Some(quick_folder());
        }
        here.0 += 1;
        let place = here.1.as_ref().expect("a folder").path().join("library");
        let mut library = Library::open(&place, seed(), &stamp()).expect("a library");
        // A tool that the other test starts holds what is open here for a moment, the lock as well.
        while !library.writes() {
            std::thread::sleep(std::time::Duration::from_millis(5));
            library = Library::open(&place, seed(), &stamp()).expect("a library");
        }
        library.files().put(b"x").expect("the file that is shared");
        let planted = library.transact(Op::new("procurement-create"), &stamp(), |tx| plant(tx, &chance));
        let planted = planted.map_err(|cause| TestCaseError::fail(format!("{cause:?}")))?.value;
        work(&place, library, &planted, &chance)
    });
    done.unwrap_or_else(|found| panic!("{found}"));
}

/// What is chosen for each, the lines of it, the names of its files, subject and words of its mail, and the answers paper
/// itself. Giving all that is missing leaves no gap, and no step back takes anything away again.
#[test]
fn nothing_chosen_for_one_bidder_tells_of_another() {
    let cases = std::env::var("SENTEI_CHANCES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CHANCES);
    tried(cases, |folder, mut library, planted, chance| {
        let Planted { procurement, bidders } = planted;
        let desk = session(folder);
        let known = Knowledge::of(&library.read(), procurement).expect("what is known");
        let shared: BTreeMap<_, _> = shared_items(&library.read(), procurement)
            .expect("what is shared")
            .into_iter()
            .map(|item| (item.id.clone(), item))
            .collect();
        let house = House::of(&library.read(), procurement, at().date_naive()).expect("a house");
        for everything in [false, true] {
            let plan =
                call(&desk, "distribution_plan", &json!({ "procurement": procurement, "everything": everything }));
            let packs = plan["packs"].as_array().expect("packs");
            for (n, id) in bidders.iter().enumerate() {
                let coming = if everything { known.everything(id) } else { known.gaps(id) };
                let Some(pack) = packs.iter().find(|pack| pack["bidder"] == json!(id)) else {
                    prop_assert!(coming.is_empty(), "{} is left out", letter(n));
                    continue;
                };
                prop_assert_eq!(pack["count"].as_u64(), u64::try_from(coming.len()).ok());
                let told = told(&known, &shared, id, &coming);
                let paper = answers_paper(&house, pack["name"].as_str().unwrap_or_default(), &told);
                let paper = serde_json::to_string(&paper).expect("a plain paper");
                tells_of_no_other(&format!("{pack}{paper}"), n, chance.bidders, "what is chosen")?;
                // Everything that is meant for it is told, or has been given.
                let answers = !told.is_empty();
                for (at, question) in chance.questions.iter().enumerate() {
                    let alone = question.alone && question.too.is_none();
                    let words =
                        if alone { secrets(question.asker)[5].clone() } else { format!("共通の答え{at}番") };
                    let meant = !alone || question.asker == n;
                    prop_assert!(!answers || paper.contains(&words) == meant, "{} to {}", words, letter(n));
                }
            }
        }
        for (item, cells) in known.items.iter().zip(&known.cells) {
            for (party, cell) in known.parties.iter().zip(cells) {
                let meant = item.only_for.is_empty() || item.only_for.contains(&party.bidder);
                prop_assert_eq!(*cell == Cell::NotMeant, !meant);
            }
        }
        let op = Op::new("distribution-send").scope(procurement).barrier();
        library
            .transact(op, &stamp(), |tx| bidders.iter().try_for_each(|bidder| give(tx, procurement, bidder)))
            .expect("given");
        prop_assert_eq!(Knowledge::of(&library.read(), procurement).expect("what is known").open(), 0);
        prop_assert!(library.undo(Some(procurement), &stamp()).is_err(), "undo never un-gives");
        Ok(())
    });
}

/// The same with every file there is: pages and properties of PDFs, every part of every sheet, mails with their headers.
#[test]
fn no_file_made_for_one_bidder_tells_of_another() {
    tried(WITH_FILES, |folder, library, planted, chance| {
        let Planted { procurement, bidders } = planted;
        // The one who makes the files writes.
        drop(library);
        let mut desk = session(folder);
        while call(&desk, "app_state", &json!({}))["read_only"] == json!(true) {
            drop(desk);
            desk = session(folder);
        }
        let out = tempfile::tempdir().expect("a folder");
        call(&desk, "rfp_release", &json!({ "procurement": procurement, "accept_incomplete": true }));
        let order = json!({ "procurement": procurement, "bidders": bidders, "everything": true, "to": out.path() });
        let packs = call(&desk, "distribution_prepare", &order)["packs"].clone();
        prop_assert_eq!(packs.as_array().map(Vec::len), Some(chance.bidders));
        for pack in packs.as_array().expect("packs") {
            let n = bidders.iter().position(|id| pack["bidder"] == json!(id)).expect("one of them");
            for entry in std::fs::read_dir(pack["folder"].as_str().expect("a folder")).expect("its files").flatten() {
                tells_of_no_other(&told_by(&entry.path()), n, chance.bidders, &entry.path().display().to_string())?;
            }
        }
        Ok(())
    });
}

/// All that a file tells: its name, and whatever can be read in it.
fn told_by(path: &Path) -> String {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).expect("a file");
    let within = match path.extension().and_then(|ending| ending.to_str()) {
        Some("pdf") => format!("{}{}", said(&run("pdftotext", &[&name, "-"])), said(&run("pdfinfo", &[&name]))),
        Some("xlsx") => inside(&bytes),
        Some("eml") => mail(&bytes),
        _ => String::from_utf8_lossy(&bytes).into_owned(),
    };
    format!("{name}\n{within}")
}

/// A mail with its headers, its words and the names of what is attached; the files themselves lie beside it.
fn mail(bytes: &[u8]) -> String {
    let mail = MessageParser::default().parse(bytes).expect("a mail");
    let mut all = format!("{:?}", mail.headers());
    for part in &mail.parts {
        all.push_str(&format!("{:?}", part.headers));
        all.push_str(part.attachment_name().unwrap_or_default());
    }
    all.push_str(&mail.body_text(0).unwrap_or_default());
    all
}
