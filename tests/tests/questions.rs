//! Questions in the real window: typed in two hearings, joined, reworded, answered and approved.

use sentei_tests::desk::Desk;
use sentei_tests::program::Shelf;
use sentei_tests::seed;
use sentei_tests::window::{key, until, Opening, Window};
use sentei_tests::words::{counted, say, word};
use serde_json::{json, Value};

const FIRST: [&str; 6] = [
    "弊社ハルイロサポートでは取り込み専任の班を置いています。台帳はExcelだけでしょうか。",
    "定例会は、オンラインで開催できますか。",
    "手順書は、提案の前に閲覧できますか。",
    "執務場所は、国内であれば地域を問いませんか。",
    "お客様との通話は、録音が必要ですか。",
    "立ち上げ期間中に契約を終了する場合、違約金は生じますか。",
];
const SECOND: [&str; 5] = [
    "定例会をオンラインで開催することは可能でしょうか。",
    "手順書を提案の前に閲覧することはできますか。",
    "執務場所の地域は、国内であれば問いませんか。",
    "見積の様式に、行を追加してもよいですか。",
    "繁忙月の件数の見込みは、いつ知らせてもらえますか。",
];

fn listed(window: &Window, procurement: &str) -> Value {
    window.call("question_list", &json!({ "procurement": procurement }))
}

fn count(list: &Value, state: &str) -> u64 {
    list["counts"][state].as_u64().expect("a count")
}

/// Opens the question with this number from the register.
fn open(window: &Window, procurement: &str, number: &str) -> String {
    let list = listed(window, procurement);
    let rows = list["rows"].as_array().expect("rows");
    let row = rows.iter().find(|row| row["number"] == number).unwrap_or_else(|| panic!("no {number}: {list}"));
    let id = row["id"].as_str().expect("an id").to_owned();
    window.wait_for(&format!("[id='q-{id}']"));
    window.click(&format!("[id='q-{id}'] .c-words"));
    window.wait_for(&format!("question-detail[aria-label='{number}']"));
    id
}

fn note(window: &Window, procurement: &str, questions: &[&str], before: u64) {
    for (n, question) in (1..).zip(questions) {
        let field = window.wait_for("question-entry textarea");
        window.keys_to(&field, &format!("{question}{}", key::ENTER));
        // As people do, the next one is typed without looking.
        if n == questions.len() as u64 {
            window.wait_until_stored(
                "the questions",
                "question_list",
                &json!({ "procurement": procurement }),
                |list| count(list, "all") == before + n,
            );
        }
    }
}

#[test]
fn questions_typed_in_two_hearings_are_joined_reworded_answered_and_approved() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let sample = desk.procurement("質疑", "sample");
    let bidders = desk.call("bidder_list", &json!({ "procurement": sample }))["bidders"].clone();
    for bidder in 0..2 {
        desk.call("hearing_add", &json!({ "bidder": bidders[bidder]["id"], "at": "2026-01-20 10:30" }));
    }
    drop(desk);
    let window = Opening::new("questions", &shelf.library()).open();
    window.go(&format!("/p/{sample}/questions"));
    window.wait_for_words(&word("questions-empty"));

    // Two hearings, each typed without touching anything but the keys.
    note(&window, &sample, &FIRST, 0);
    window.execute(
        "const select = document.querySelector('.e-bidder'); select.selectedIndex = 1; select.dispatchEvent(new Event('change'))",
        &[],
    );
    note(&window, &sample, &SECOND, 6);
    let list = listed(&window, &sample);
    let words: Vec<&str> = list["rows"].as_array().unwrap().iter().filter_map(|row| row["wording"].as_str()).collect();
    assert_eq!(words, [FIRST.as_slice(), SECOND.as_slice()].concat(), "in the order they were typed");
    let hearings = window.call("hearing_list", &json!({ "procurement": sample }));
    let came_up: Vec<_> = (0..2).map(|n| hearings[n]["questions"].as_array().map(Vec::len)).collect();
    assert_eq!(came_up, [Some(6), Some(5)], "each with the hearing it came up in");

    // Three were asked by both: suggested, joined one by one, none by itself.
    for (number, of) in [("Q-007", "Q-002"), ("Q-008", "Q-003"), ("Q-009", "Q-004")] {
        open(&window, &sample, number);
        // A line each, of which the strongest alone is open.
        window.wait_for(".alike summary");
        assert_eq!(window.count(".alike details[open]"), 1);
        assert!(window.look(".alike li:first-child details[open]").is_some());
        let merge = say("question-similar-merge", &[("number", of)]);
        window.click_text(&merge);
        window.wait_for(&format!("question-detail[aria-label='{of}']"));
    }
    let list = listed(&window, &sample);
    assert_eq!((count(&list, "all"), count(&list, "merged")), (8, 3), "{list}");
    let id = open(&window, &sample, "Q-002");
    let askers = window.call("question_get", &json!({ "id": id }))["askers"].clone();
    assert_eq!(askers.as_array().map(Vec::len), Some(2));

    // A wording that shows who asked is underlined and holds the answer back until it is mended.
    let id = open(&window, &sample, "Q-001");
    window.wait_for(".qwords .held");
    window.wait_for_words(&word("question-telling-keep"));
    answer(&window, "Excelがおよそ8割です。");
    window.click_text(&word("question-approve"));
    let held = counted("question-hold-telling", 2);
    window.wait_for_words(&held);
    let field = window.wait_for("#question-wording");
    window.fill(&field, "お客様から受け取る台帳のファイル形式を教えてください。");
    window.wait_until_gone(&held);
    let mended = window.wait_until_stored("the wording", "question_get", &json!({ "id": id }), |question| {
        question["wording"] == "お客様から受け取る台帳のファイル形式を教えてください。"
    });
    assert_eq!(mended["state"], "drafted", "what was approved was another wording");
    assert!(mended["tellings"].as_array().is_some_and(Vec::is_empty), "{mended}");
    window.click_text(&word("question-approve"));

    // That somebody asks is in many a wording: it is marked where it stands, and holds nothing.
    let spoken = "Can we join the meetings online?";
    let id = open(&window, &sample, "Q-002");
    let field = window.wait_for("#question-wording");
    window.fill(&field, spoken);
    window.wait_until_stored("the wording", "question_get", &json!({ "id": id }), |question| {
        question["wording"] == spoken && question["tellings"][0]["tells"] == "voice"
    });
    until("the mark", || (window.text_of(".wording .shown") == "we").then_some(()));
    assert_eq!(window.text_of(".wording .mirror"), spoken, "it lies under the words");
    let line = "return getComputedStyle(document.querySelector('.wording .shown')).textDecorationStyle";
    assert_eq!(window.execute(line, &[]), "dotted");
    window.wait_for_words(&say("question-tells-voice", &[("words", "we")]));
    assert_eq!(window.count(".wording .held, .wording .heldnotes"), 0);

    // The others are answered and approved.
    for number in ["Q-002", "Q-003", "Q-004", "Q-005", "Q-006", "Q-010", "Q-011"] {
        open(&window, &sample, number);
        answer(&window, &format!("{number}への答えです。"));
        window.click_text(&word("question-approve"));
    }
    let list = window.wait_until_stored("the approvals", "question_list", &json!({ "procurement": sample }), |list| {
        count(list, "approved") == 8
    });
    assert!(list["rows"].as_array().unwrap().iter().all(|row| row["telling"] == false), "{list}");
    open(&window, &sample, "Q-002");
    window.click_text(&word("question-share-do"));
    window.wait_until_stored("what was shared", "question_list", &json!({ "procurement": sample }), |list| {
        count(list, "shared") == 1 && count(list, "approved") == 7
    });
    window.wait_for_words(&word("questions-to-distribution"));
    let field = window.wait_for("#questions-search");
    window.keys_to(&field, "録音");
    window.wait_until_gone("Q-006");
    assert_eq!(window.count(".qrow"), 1);
    assert!(window.text_of(".qrow").contains("Q-005"));

    // Away and back before the other screen stood: the questions stay.
    window.execute(
        "const [here] = arguments; location.hash = '#/'; setTimeout(() => { location.hash = here; }, 1)",
        &[json!(format!("#/p/{sample}/questions"))],
    );
    std::thread::sleep(std::time::Duration::from_millis(500));
    window.wait_for("question-register");
}

fn answer(window: &Window, words: &str) {
    let field = window.wait_for("#question-answer");
    window.fill(&field, words);
    window.wait_for(".of .btn.go:not([disabled])");
}

#[test]
fn a_long_register_scrolls_without_a_blank_row() {
    let shelf = Shelf::new();
    let sample = seed::questions(&shelf.library(), 600);
    let window = Opening::new("many-questions", &shelf.library()).open();
    window.go(&format!("/p/{sample}/questions"));
    window.wait_for(".qrow .c-state");
    assert!(window.count(".qrow") < 120, "only what is seen is drawn");
    for step in 1..=20 {
        window.execute(
            "const list = document.querySelector('.qgrid'); list.scrollTop = (list.scrollHeight - list.clientHeight) * arguments[0] / 20",
            &[json!(step)],
        );
        window.settle();
        let blank = window.execute(
            "const list = document.querySelector('.qgrid').getBoundingClientRect();
             return [40, list.height / 2, list.height - 5].filter((y) => !document.elementFromPoint(list.left + 60, list.top + y)?.closest('.qrow'))",
            &[],
        );
        assert_eq!(blank, json!([]), "step {step}");
    }
    window.wait_for_words("Q-600");

    // Opened by its address, a question far down stands in view and is the chosen one.
    let far = listed(&window, &sample)["ids"][299].as_str().expect("an id").to_owned();
    window.go("/");
    window.wait_for(".cases");
    window.go(&format!("/p/{sample}/questions/{far}"));
    window.wait_for(&format!("[id='q-{far}'][aria-selected='true'] .c-state"));
    until("the row is seen", || {
        let within = window.execute(
            "const [row, list] = [...arguments].map((css) => document.querySelector(css).getBoundingClientRect());
             return row.top >= list.top && row.bottom <= list.bottom",
            &[json!(format!("[id='q-{far}']")), json!(".qgrid")],
        );
        (within == json!(true)).then_some(())
    });
}

#[test]
fn a_late_question_is_declined_with_a_reply_to_those_who_asked_alone() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let sample = desk.procurement("期限後", "sample");
    let of = json!({ "procurement": sample });
    let bidders = desk.call("bidder_list", &of)["bidders"].clone();
    desk.call(
        "fact_set",
        &json!({ "procurement": sample, "key": "schedule.question_deadline", "value": "2026-01-20 17:00" }),
    );
    let noted = desk.call(
        "question_add",
        &json!({ "procurement": sample, "bidders": [bidders[0]["id"]], "words": "再委託はできますか。", "received_at": "2026-01-25 10:00" }),
    );
    assert_eq!(desk.refused("question_reply_get", &json!({ "id": noted["id"] })), "error-question-reply");
    drop(desk);
    let out = shelf.beside("返信");
    std::fs::create_dir_all(&out).expect("a folder");
    let window = Opening::new("late-reply", &shelf.library()).picking(&out).open();
    window.go(&format!("/p/{sample}/questions"));
    open(&window, &sample, "Q-001");

    // Another one asked it too, and is taken down in the detail.
    window.click_text(&word("question-asker-add"));
    window.click_text(bidders[1]["name"].as_str().expect("a name"));
    window.wait_for("[id^='asker-words-']");
    let asked = |count: usize| {
        window.wait_until_stored("the askers", "question_get", &json!({ "id": noted["id"] }), |question| {
            question["askers"].as_array().map(Vec::len) == Some(count)
        })
    };
    asked(2);

    // Declined, each gets a reply that says so, to itself and without a word of the other.
    window.click_text(&word("question-late-decline"));
    window.click_text(&word("question-reply-write"));
    window.wait_for("#reply-body");
    let value = |css: &str| window.execute("return document.querySelector(arguments[0]).value", &[json!(css)]);
    let body = value("#reply-body").as_str().expect("words").to_owned();
    assert!(body.contains("再委託はできますか") && body.contains("今回の回答は見送ります"), "{body}");
    assert!(!body.contains("【") && !body.contains("今回に限りお受けします"), "{body}");
    let field = window.wait_for("#reply-body");
    let other = bidders[1]["name"].as_str().expect("a name");
    window.fill(&field, &format!("{other}と同じ答えです。"));
    window.click_text(&word("question-reply-file"));
    window.wait_for(".dfail");
    assert_eq!(std::fs::read_dir(&out).expect("the folder").count(), 0, "nothing that names another is written");
    window.fill(&field, "今回は見送ります。");
    assert_eq!(window.axe(), Vec::<String>::new());
    window.click_text(&word("question-reply-file"));
    let told = say("question-reply-written", &[("name", "")]);
    window.wait_for_words(told.trim());
    let written: Vec<_> = std::fs::read_dir(&out).expect("the folder").flatten().collect();
    assert_eq!(written.len(), 1);
    let mail = std::fs::read(written[0].path()).expect("the draft");
    let mail = mail_parser::MessageParser::default().parse(&mail).expect("a mail");
    assert_eq!(mail.to().and_then(|to| to.first()).and_then(|to| to.address()), bidders[0]["mail"].as_str());
    assert!(mail.cc().is_none() && mail.bcc().is_none());
    assert_eq!(mail.body_text(0).as_deref().map(str::trim), Some("今回は見送ります。"));

    // Who did not ask after all is taken out again.
    window.click_text(&word("close"));
    window.click("[aria-label^='外す']");
    asked(1);
}
