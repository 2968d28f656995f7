//! The front end's types and functions are those of the list of commands.

use std::fs;

use sentei_api::bindings::{functions, types};
use sentei_tests::source::project;

/// `make bindings` runs this test with `SENTEI_WRITE_BINDINGS` set, which writes the files instead of comparing them.
#[test]
fn the_front_end_knows_the_commands_as_they_are() {
    for (name, text) in [("bindings.d.ts", types()), ("commands.js", functions())] {
        let path = project().join("ui/host").join(name);
        if std::env::var_os("SENTEI_WRITE_BINDINGS").is_some() {
            fs::write(&path, &text).expect("ui/host can be written");
        }
        let written = fs::read_to_string(&path).expect("the file is committed");
        assert!(written == text, "ui/host/{name} is stale: run `make bindings`");
    }
}

#[test]
fn every_command_has_a_name_of_its_own_and_says_what_it_does() {
    let mut names: Vec<&str> = sentei_api::COMMANDS.iter().map(|command| command.name).collect();
    names.sort_unstable();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
    assert!(sentei_api::COMMANDS.iter().all(|command| !command.doc.trim().is_empty()));
}
