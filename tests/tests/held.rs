//! A library that another window holds.

use std::thread::sleep;
use std::time::Duration;

use sentei_core::l10n::Lang;
use sentei_tests::desk::Desk;
use sentei_tests::program::Shelf;
use sentei_tests::window::Opening;

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
               .filter((field) => !field.disabled && !field.readOnly && !field.closest('[role=search]') && field.type !== 'search' && field.getBoundingClientRect().width)
               .map((field) => field.outerHTML.slice(0, 120))",
            &[],
        );
        open.extend(found.as_array().expect("a list").iter().map(|field| format!("{route}: {field}")));
    }
    assert!(open.is_empty(), "{} fields can be typed into:\n{}", open.len(), open.join("\n"));
}
