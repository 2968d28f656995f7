//! The real window, from an empty library to papers in a folder.

use std::fs;

use sentei_core::l10n::Lang;
use sentei_core::Text;
use sentei_tests::desk::Desk;
use sentei_tests::handed_in::hand_in;
use sentei_tests::program::Shelf;
use sentei_tests::screens::{dress, Screen, LANGUAGES, SCREENS, THEMES};
use sentei_tests::window::{key, until, Opening, Window};
use sentei_tests::words::{say, word};
use serde_json::{json, Value};

/// The field of a fact; its id is the fact's key.
fn set_fact(window: &Window, key: &str, typed: &str) {
    let field = window.wait_for(&format!("[id='fact-{key}']"));
    window.fill(&field, typed);
}

fn fact(window: &Window, procurement: &str, key: &str) -> Value {
    let got = window.call("procurement_get", &json!({ "id": procurement }));
    let facts = got["facts"].as_array().expect("facts");
    facts.iter().find(|fact| fact["key"] == key).unwrap_or_else(|| panic!("no fact {key}"))["value"].clone()
}

/// Puts the caret at the end of the text of the section that is open.
fn into_text(window: &Window) {
    window.click(".ProseMirror");
    window.keys(&format!("{}{}{}", key::CONTROL, key::END, key::RELEASE));
}

#[test]
fn a_newcomer_goes_from_an_empty_library_to_an_addendum_and_finds_everything_again() {
    let shelf = Shelf::new();
    let papers = shelf.beside("提案依頼書");
    fs::create_dir_all(&papers).expect("a folder");
    let window = Opening::new("newcomer", &shelf.library()).picking(&papers).open();

    // An empty library says what belongs here and offers the first step.
    window.wait_for_words(&word("empty-home"));
    window.click_text(&word("new-procurement"));
    window.type_into(&word("procurement-title"), "カスタマーサクセス業務の委託先選定");
    window.click_text(&word("create"));
    until("the new procurement", || window.route().contains("/facts/").then_some(()));
    let procurement = window.route().split('/').nth(2).expect("an id in the route").to_owned();

    // Facts, typed as people type them.
    for (key, typed) in [
        ("doc.number", "CS-2027-01"),
        ("issuer.company", "つばめソフト株式会社"),
        ("contact.person", "佐藤 美咲"),
        ("contact.mail", "rfp@tsubame.example"),
        ("contact.phone", "03-0000-0000"),
        ("submission.to", "rfp@tsubame.example"),
    ] {
        set_fact(&window, key, typed);
    }
    window.click_text(&word("facts-schedule"));
    for (key, typed) in [
        ("schedule.rfp_issue", "2027-01-12"),
        ("schedule.question_deadline", "２０２７/１/２６ 17時"),
        ("schedule.answer_date", "R9.2.2"),
        ("schedule.proposal_deadline", "2027/2/12 17:00"),
    ] {
        set_fact(&window, key, typed);
    }
    window.wait_for_words("2027年2月12日(金) 17:00");
    assert_eq!(fact(&window, &procurement, "schedule.answer_date"), "2027-02-02");
    assert_eq!(fact(&window, &procurement, "schedule.question_deadline"), "2027-01-26T17:00");

    // Two bidders.
    window.click_text(&word("rail-vendors"));
    for name in ["株式会社あおばサポート", "みなとコール株式会社"] {
        let field = window.wait_for("input.adder");
        window.keys_to(&field, &format!("{name}{}", key::ENTER));
        window.wait_for_words(name);
    }
    set_bidder(&window, "あおば", "青葉 翔", "aoba@aoba.example");
    set_bidder(&window, "みなと", "港 玲子", "minato@minato.example");

    // Three sections: a list, a table, a field.
    window.click_text(&word("rail-rfp"));
    let sections = write_three_sections(&window, &procurement);

    // The paper beside the text.
    window.wait_for("page-preview img:not([hidden])");

    // What is missing is said, and the release needs a stated wish.
    let findings = window.call("rfp_completeness", &json!({ "procurement": procurement }));
    assert!(!findings.as_array().expect("a list").is_empty(), "an outline that is hardly filled in is not complete");
    release(&window, &word("release-prepare"), "1.0");
    let written = until("the papers in the folder", || {
        let names = names_in(&papers);
        (names.len() >= 4).then_some(names)
    });
    for company in ["あおばサポート", "みなとコール"] {
        assert!(written.iter().any(|name| name.contains(company) && name.ends_with(".pdf")), "{company}: {written:?}");
    }
    assert!(written.iter().any(|name| name.ends_with(".docx")), "{written:?}");
    assert!(written.iter().all(|name| name.ends_with(".pdf") || name.ends_with(".docx")), "only papers: {written:?}");

    // The next day: another deadline, and an addendum is due.
    window.go(&format!("/p/{procurement}/facts/schedule"));
    set_fact(&window, "schedule.proposal_deadline", "2/19 17時");
    window.wait_until_stored("the new deadline", "procurement_get", &json!({ "id": procurement }), |got| {
        got["facts"].as_array().is_some_and(|facts| facts.iter().any(|fact| fact["value"] == "2027-02-19T17:00"))
    });
    window.go(&format!("/p/{procurement}/rfp"));
    window.wait_for_words(&word("addendum-needed"));
    release(&window, &say("addendum-prepare", &[("number", "1.1")]), "1.1");
    until("the addendum in the folder", || names_in(&papers).iter().any(|name| name.contains("1.1")).then_some(()));

    // Quit, start again: everything is there.
    window.go(&format!("/p/{procurement}/rfp/{}", sections[0]));
    into_text(&window);
    window.keys("再開の前に書いた一文。");
    window.wait_until_stored("the last sentence", "section_get", &json!({ "id": sections[0] }), |section| {
        section["body"].to_string().contains("再開の前に書いた一文。")
    });
    let before = window.call("section_get", &json!({ "id": sections[0] }))["body"].clone();
    let window = window.restart();
    assert_eq!(window.call("section_get", &json!({ "id": sections[0] }))["body"], before);
    assert_eq!(fact(&window, &procurement, "schedule.proposal_deadline"), "2027-02-19T17:00");
    let releases = window.call("release_list", &json!({ "procurement": procurement }));
    let numbers: Vec<&str> =
        releases.as_array().expect("a list").iter().filter_map(|one| one["number"].as_str()).collect();
    assert!(numbers.contains(&"1.0") && numbers.contains(&"1.1"), "{numbers:?}");

    // Undo still works, as far as the release that left the house.
    window.go(&format!("/p/{procurement}/rfp/{}", sections[0]));
    window.wait_for_words("再開の前に書いた一文。");
    window.click_text(word("undo").as_str());
    window.wait_until_gone("再開の前に書いた一文。");
    let state = window.call("undo_state", &json!({ "procurement": procurement }));
    assert!(state["undo"].is_null(), "the release is a barrier: {state}");
    assert!(!state["redo"].is_null(), "what was undone can be done again: {state}");
    assert_eq!(names_in(&papers).iter().filter(|name| !name.contains("1.1")).count(), written.len(), "papers stay");
}

fn set_bidder(window: &Window, part_of_name: &str, person: &str, mail: &str) {
    window.click_text(part_of_name);
    for (id, typed) in [("bidder-person", person), ("bidder-mail", mail)] {
        let field = window.wait_for(&format!("[id='{id}']"));
        window.fill(&field, typed);
    }
}

/// Writes into the first three sections that hold text, and gives back their ids.
fn write_three_sections(window: &Window, procurement: &str) -> Vec<String> {
    let rfp = window.call("rfp_get", &json!({ "procurement": procurement }));
    let all = rfp["sections"].as_array().expect("sections");
    // Leaves of the tree: those that no other section names as its parent.
    let leaves: Vec<String> = all
        .iter()
        .filter(|section| !all.iter().any(|other| other["parent"] == section["id"]))
        .take(3)
        .map(|section| section["id"].as_str().expect("an id").to_owned())
        .collect();

    window.go(&format!("/p/{procurement}/rfp/{}", leaves[0]));
    into_text(window);
    window.keys("お客様が増え、次の課題があります。");
    window.keys(key::ENTER);
    window.keys("- 問い合わせへの返答が遅れる");
    window.keys(key::ENTER);
    window.keys("手順が人によって違う");
    stored(window, &leaves[0], &["bullet_list", "問い合わせへの返答が遅れる", "手順が人によって違う"]);

    window.go(&format!("/p/{procurement}/rfp/{}", leaves[1]));
    into_text(window);
    window.keys("月ごとの量は次のとおりです。");
    window.click_text(&word("insert-table"));
    window.keys("メール");
    window.keys(key::TAB);
    window.keys("1,200件");
    stored(window, &leaves[1], &["table_row", "メール", "1,200件"]);

    window.go(&format!("/p/{procurement}/rfp/{}", leaves[2]));
    into_text(window);
    window.keys("提案書の提出期限は");
    window.click_text(&word("insert"));
    window.click_text(&label_of_field(window, procurement, "schedule.proposal_deadline"));
    stored(window, &leaves[2], &["schedule.proposal_deadline"]);
    leaves
}

/// What the interface calls a field.
fn label_of_field(window: &Window, procurement: &str, key: &str) -> String {
    let fields = window.call("rfp_fields", &json!({ "procurement": procurement }));
    let field = fields["fields"].as_array().expect("fields").iter().find(|field| field["key"] == key);
    let label: Text = serde_json::from_value(field.expect("the field is there")["label"].clone()).expect("a label");
    Lang::Ja.say(&label)
}

/// Waits until a section's text holds all these words.
fn stored(window: &Window, section: &str, words: &[&str]) {
    window.wait_until_stored(&words.join(" / "), "section_get", &json!({ "id": section }), |got| {
        let body = got["body"].to_string();
        words.iter().all(|word| body.contains(word))
    });
}

/// Releases through the dialog, all the same where something is missing, and writes the papers into the folder.
fn release(window: &Window, begin: &str, number: &str) {
    window.click_text(begin);
    window.wait_for("#release-title");
    if window.offers(&word("release-all-the-same")) {
        window.click_text(&word("release-all-the-same"));
    }
    window.click("dialog .dfoot input[type=checkbox]");
    window.click_text(&say("release-make", &[("number", number)]));
    window.wait_for_words(&say("release-made", &[("number", number)]));
    window.click_text(&word("release-export"));
    window.wait_for_words(&word("open-folder"));
    window.click_text(&word("close"));
}

fn names_in(folder: &std::path::Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("the folder is there")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Two questions, one of them late, with an answer and with words that show who asked.
fn ask(desk: &Desk, procurement: &str) {
    let bidders = desk.call("bidder_list", &json!({ "procurement": procurement }))["bidders"].clone();
    for (n, words) in ["弊社の端末は使えますか。", "端末を弊社のものにできますか。"].iter().enumerate()
    {
        let asked = json!({ "procurement": procurement, "bidders": [bidders[n]["id"]], "words": words, "received_at": "2099-01-05" });
        let id = desk.call("question_add", &asked)["id"].clone();
        desk.call("question_set", &json!({ "questions": [id], "field": "answer", "value": "使えます。" }));
    }
}

#[test]
fn a_date_that_cannot_be_read_is_still_there_on_coming_back() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let procurement = desk.procurement("日程を決める", "empty");
    drop(desk);
    let window = Opening::new("refused", &shelf.library()).open();
    let schedule = format!("/p/{procurement}/facts/schedule");
    window.go(&schedule);
    set_fact(&window, "schedule.answer_date", "来週の金曜っぽい");
    window.wait_for_words(&word("error-date"));
    window.go(&format!("/p/{procurement}/vendors"));
    window.wait_until_gone(&word("error-date"));
    window.go(&schedule);
    window.wait_for_words(&word("error-date"));
    let typed = window.execute("return document.getElementById('fact-schedule.answer_date').value", &[]);
    assert_eq!(typed, "来週の金曜っぽい");
    set_fact(&window, "schedule.answer_date", "2027-03-18");
    window.wait_until_gone(&word("error-date"));
    let stored = || fact(&window, &procurement, "schedule.answer_date");
    until("the day that can be read", || (stored() == "2027-03-18").then_some(()));
}

#[test]
fn replacing_with_nothing_takes_a_second_step() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let procurement = desk.procurement("言葉を直す", "sample");
    drop(desk);
    let sought = json!({ "procurement": procurement, "find": "手順書" });
    let places = |window: &Window| window.call("rfp_find", &sought)["hits"].as_array().expect("a list").len();
    let window = Opening::new("clear", &shelf.library()).open();
    window.go(&format!("/p/{procurement}/rfp"));
    into_text(&window);
    window.keys(&format!("{}h{}", key::CONTROL, key::RELEASE));
    let field = window.wait_for("find-replace input[name=find]");
    window.fill(&field, "手順書");
    window.wait_for(".hits li");
    let before = places(&window);
    window.click("find-replace [name=clear]");
    window.wait_for("find-replace [name=keep]");
    assert_eq!(places(&window), before, "the first step deletes nothing");
    window.click_text(&say("replace-clear-run", &[("count", &before.to_string())]));
    until("the words to be gone", || (places(&window) == 0).then_some(()));
}

/// Every word of the interface is on the screen, in the language that was chosen.
fn worded(window: &Window, screen: &Screen, language: &str) {
    let words = window.words();
    assert!(!words.contains("undefined") && !words.contains("[object"), "{} {language}:\n{words}", screen.name);
    assert_eq!(window.execute("return document.documentElement.lang", &[]), language, "{}", screen.name);
}

#[test]
fn every_screen_has_its_words_and_axe_finds_nothing_in_either_language_and_theme() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let unreleased = desk.procurement("言葉", "sample");
    ask(&desk, &unreleased);
    hand_in(&desk, &unreleased);
    let samples = LANGUAGES.map(|language| {
        desk.call("settings_set", &json!({ "key": "lang", "value": language }));
        let created = desk.call("procurement_create", &json!({ "title": "axe", "from": "sample", "lang": language }));
        let sample = created["id"].as_str().expect("an id").to_owned();
        desk.call("rfp_release", &json!({ "procurement": sample, "accept_incomplete": true }));
        ask(&desk, &sample);
        hand_in(&desk, &sample);
        sample
    });
    drop(desk);
    let window = Opening::new("screens", &shelf.library()).open();
    let mut found = Vec::new();
    for ((language, theme), sample) in LANGUAGES.into_iter().zip(THEMES).zip(&samples) {
        dress(&window, language, theme);
        for screen in SCREENS {
            screen.show(&window, sample);
            worded(&window, screen, language);
            let wrong = window.axe_in_both_themes();
            found.extend(wrong.into_iter().map(|line| format!("{} {language} {theme}: {line}", screen.name)));
        }
        for screen in SCREENS.iter().filter(|screen| screen.route.contains("ID")) {
            screen.show(&window, &unreleased);
            worded(&window, screen, language);
        }
    }
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
}
