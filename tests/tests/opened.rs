//! Whatever opens over a screen, as axe sees it: dialogs, menus, lists of choices.

use std::collections::BTreeSet;

use sentei_tests::desk::Desk;
use sentei_tests::program::Shelf;
use sentei_tests::screens::{dress, LANGUAGES, SCREENS, THEMES};
use sentei_tests::window::{until, Opening, Window};
use serde_json::json;

/// What can be opened on the screen, as pairs of its place among all such buttons and what tells its kind from others.
const OPENERS: &str = "
    const shape = (one) => [one.className, one.getAttribute('aria-haspopup'), one.closest('[class]:not(button)')?.className ?? '',
      one.closest('[class]:not(button)')?.tagName ?? '', one.className ? '' : one.innerText].join(' ');
    return [...document.querySelectorAll('[aria-haspopup]')].map((one, at) => [at, shape(one), one])
      .filter(([, , one]) => one.checkVisibility() && !one.disabled).map(([at, kind]) => [at, kind]);";

/// Opens what has not been opened before, lets axe look at it in both themes and closes it again.
fn look_at_all(window: &Window, place: &str, seen: &mut BTreeSet<String>, found: &mut Vec<String>) {
    let openers = window.execute(OPENERS, &[]);
    for opener in openers.as_array().expect("a list") {
        let kind = opener[1].as_str().expect("words");
        if !seen.insert(kind.to_owned()) {
            continue;
        }
        let named = window.execute(
            "const one = document.querySelectorAll('[aria-haspopup]')[arguments[0]]; one.click(); return one.innerText || one.ariaLabel;",
            &[opener[0].clone()],
        );
        until(&format!("{place}: what {named} opens"), || window.look("dialog[open]"));
        window.settle();
        found.extend(window.axe_in_both_themes().into_iter().map(|line| format!("{place}, {named}: {line}")));
        window.execute("document.querySelectorAll('dialog[open]').forEach((one) => one.close())", &[]);
    }
}

/// An open procurement in which one question came too late, and a decided one; gives back every screen's route.
fn busy(desk: &Desk, language: &str) -> Vec<String> {
    desk.call("settings_set", &json!({ "key": "lang", "value": language }));
    let made = |from: &str| {
        let args = json!({ "title": "axe", "from": from, "lang": language });
        desk.call("procurement_create", &args)["id"].as_str().expect("an id").to_owned()
    };
    let (open, decided) = (made("sample"), made("sample-decided"));
    let bidders = desk.call("bidder_list", &json!({ "procurement": open }))["bidders"].clone();
    let asked = json!({ "procurement": open, "bidders": [bidders[0]["id"]], "words": "端末は何台ですか。", "received_at": "2099-01-05" });
    let late = desk.call("question_add", &asked)["id"].as_str().expect("an id").to_owned();
    let evaluator =
        desk.call("evaluator_list", &json!({ "procurement": open }))[0]["id"].as_str().expect("an id").to_owned();
    desk.call("conflict_sign", &json!({ "evaluator": evaluator, "conflict": false }));
    let vendor = bidders[0]["vendor"].as_str().expect("a vendor");
    let mut routes: Vec<String> = SCREENS.iter().map(|screen| screen.route.replace("ID", &decided)).collect();
    routes.push(format!("/p/{open}/rfp"));
    routes.push(format!("/p/{open}/questions/{late}"));
    routes.push(format!("/p/{open}/sheets/{evaluator}"));
    routes.push(format!("/directory/{vendor}"));
    routes
}

#[test]
fn axe_finds_nothing_in_anything_that_opens_over_a_screen_in_either_language_and_theme() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    let routes = LANGUAGES.map(|language| busy(&desk, language));
    drop(desk);
    let window = Opening::new("opened", &shelf.library()).open();
    let mut found = Vec::new();
    for ((language, theme), routes) in LANGUAGES.into_iter().zip(THEMES).zip(&routes) {
        dress(&window, language, theme);
        let mut seen = BTreeSet::new();
        for route in routes {
            window.go(route);
            window.wait_for("main h1, main h2");
            window.settle();
            look_at_all(&window, &format!("{route} {language} {theme}"), &mut seen, &mut found);
        }
        assert!(seen.len() > 20, "hardly anything was opened: {seen:?}");
    }
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
}
