//! Closing the window, and what is done with text that cannot be saved.

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use sentei_core::l10n::Lang;
use sentei_tests::desk::Desk;
use sentei_tests::program::Shelf;
use sentei_tests::window::{until, Opening, Window};
use serde_json::{json, Value};

/// The program that manages windows, so that one can be closed as a person closes it.
struct Manager(Child);

impl Manager {
    fn start(window: &Window) -> Self {
        let started = Command::new("openbox").env("DISPLAY", window.display()).stderr(Stdio::null()).spawn();
        let manager = Self(started.expect("openbox starts: `make test` installs it"));
        sleep(Duration::from_secs(2));
        manager
    }
}

impl Drop for Manager {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn press(window: &Window, keys: &str) {
    let done = Command::new("xdotool").args(["key", keys]).env("DISPLAY", window.display()).status();
    assert!(done.is_ok_and(|status| status.success()), "xdotool presses {keys}");
}

/// Types into the field of the contact without leaving it.
fn type_person(window: &Window, procurement: &str, name: &str) {
    window.go(&format!("/p/{procurement}/facts/basics"));
    let field = window.wait_for("[id='fact-contact.person']");
    window.execute("arguments[0].focus()", &[field.to_json()]);
    window.keys_to(&field, name);
}

fn person(desk: &Desk, procurement: &str) -> Value {
    let got = desk.call("procurement_get", &json!({ "id": procurement }));
    let facts = got["facts"].as_array().expect("facts");
    facts.iter().find(|fact| fact["key"] == "contact.person").expect("the fact")["value"].clone()
}

#[test]
fn what_was_typed_a_moment_ago_is_saved_when_the_window_closes() {
    let shelf = Shelf::new();
    let procurement = Desk::open(&shelf.library()).procurement("閉じる", "empty");
    let window = Opening::new("closing", &shelf.library()).open();
    let manager = Manager::start(&window);
    type_person(&window, &procurement, "佐藤 美咲");
    // The key comes well within the rest after which a field is saved of itself.
    press(&window, "alt+F4");
    until("the library is free", || {
        let desk = Desk::open(&shelf.library());
        (desk.call("app_state", &json!({}))["read_only"] == json!(false)).then_some(())
    });
    assert_eq!(person(&Desk::open(&shelf.library()), &procurement), json!("佐藤 美咲"));
    drop(manager);
}

#[test]
fn text_that_cannot_be_saved_keeps_the_window_open_and_can_be_written_elsewhere() {
    let shelf = Shelf::new();
    let elsewhere = shelf.beside("写し");
    fs::create_dir_all(&elsewhere).expect("a folder");
    let procurement = Desk::open(&shelf.library()).procurement("保存できない", "empty");
    let window = Opening::new("unsaved", &shelf.library()).picking(&elsewhere).open();
    let manager = Manager::start(&window);
    window.go(&format!("/p/{procurement}/facts/basics"));
    window.wait_for("[id='fact-contact.person']");
    // Somebody moves the library away while it is open.
    let away = shelf.beside("移動先");
    fs::rename(shelf.library(), &away).expect("moved");
    type_person(&window, &procurement, "髙﨑 𠮷");
    window.wait_for_words(&Lang::Ja.word("save-failed"));

    press(&window, "alt+F4");
    window.wait_for_words(&Lang::Ja.word("unsaved-title"));
    // Longer than an answer is waited for.
    sleep(Duration::from_secs(6));
    window.click_text(&Lang::Ja.word("save-copy-elsewhere"));
    let copy = until("the copy", || fs::read_dir(&elsewhere).ok()?.flatten().next());
    assert!(copy.file_name().to_string_lossy().ends_with(".txt"), "{copy:?}");
    assert!(fs::read_to_string(copy.path()).expect("readable").contains("髙﨑 𠮷"));

    // Back in its place, the library takes what was typed.
    window.click_text(&Lang::Ja.word("unsaved-stay"));
    fs::rename(&away, shelf.library()).expect("moved back");
    window.click_text(&Lang::Ja.word("save-again"));
    window.wait_until_gone(&Lang::Ja.word("save-failed-bar"));
    let stored = window.call("procurement_get", &json!({ "id": procurement }));
    assert!(stored["facts"].to_string().contains("髙﨑 𠮷"));
    drop(manager);
}

#[test]
fn a_library_held_by_another_window_is_shown_and_nothing_in_it_can_be_changed() {
    let shelf = Shelf::new();
    let holder = Desk::open(&shelf.library());
    let procurement = holder.procurement("見るだけ", "sample");
    let window = Opening::new("held", &shelf.library()).open();
    window.wait_for_words(&Lang::Ja.word("read-only"));
    let routes = ["/", "/new", "/outlines", "/settings", "/history"].map(ToOwned::to_owned);
    let inside = ["facts/basics", "facts/schedule", "facts/review", "facts/items", "vendors", "rfp", "requirements"];
    let inside = inside.map(|route| format!("/p/{procurement}/{route}"));
    let mut open = Vec::new();
    for route in routes.iter().chain(&inside) {
        window.go(route);
        sleep(Duration::from_millis(600));
        let found = window.execute(
            "return [...document.querySelectorAll('main input, main textarea, main select, main [contenteditable=true]')]
               .filter((field) => !field.disabled && !field.readOnly && field.type !== 'search' && field.getBoundingClientRect().width)
               .map((field) => field.outerHTML.slice(0, 120))",
            &[],
        );
        open.extend(found.as_array().expect("a list").iter().map(|field| format!("{route}: {field}")));
    }
    assert!(open.is_empty(), "{} fields can be typed into:\n{}", open.len(), open.join("\n"));
}
