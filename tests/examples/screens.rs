//! Walks the real window through every screen of the sample procurement, in both languages and themes, and leaves
//! pictures: `make screens`, or `make screens` with a folder as argument of `scripts/screens.sh`.

use std::path::PathBuf;
use std::process::ExitCode;

use sentei_tests::desk::Desk;
use sentei_tests::program::{built, Shelf};
use sentei_tests::screens::{dress, LANGUAGES, SCREENS, THEMES};
use sentei_tests::window::Opening;
use serde_json::json;

fn main() -> ExitCode {
    let folder = std::env::args_os().nth(1).map_or_else(|| built().join("screens"), PathBuf::from);
    let mut left = 0;
    for language in LANGUAGES {
        let shelf = Shelf::new();
        let desk = Desk::open(&shelf.library());
        desk.call("settings_set", &json!({ "key": "lang", "value": language }));
        let sample = desk
            .call("procurement_create", &json!({ "title": "", "from": "sample-decided", "lang": language }))["id"]
            .clone();
        let sample = sample.as_str().expect("an id").to_owned();
        drop(desk);

        let window = Opening::new("screens", &shelf.library()).open();
        for theme in THEMES {
            dress(&window, language, theme);
            for screen in SCREENS {
                screen.show(&window, &sample);
                // The pages are typeset behind the text.
                if window.look("page-preview").is_some() {
                    window.wait_for("page-preview img:not([hidden])");
                    window.settle();
                }
                let file = folder.join(format!("{}.{language}.{theme}.png", screen.name));
                match window.picture(&file) {
                    Ok(()) => left += 1,
                    Err(refusal) => eprintln!("{}: {refusal}", file.display()),
                }
            }
        }
    }
    println!("{left} pictures in {}", folder.display());
    if left == SCREENS.len() * LANGUAGES.len() * THEMES.len() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
