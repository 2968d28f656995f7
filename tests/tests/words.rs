//! Every sentence that the program names is there, in both languages.

use sentei_api::HIDDEN_COLUMNS;
use sentei_core::l10n::{words, Lang};
use sentei_tests::desk::Desk;
use sentei_tests::program::Shelf;
use sentei_tests::source::{sources, without_tests};
use serde_json::json;

/// The ids given to `call` as a string literal: `Text::new("…")`.
fn named(text: &str, call: &str) -> Vec<String> {
    text.match_indices(call)
        .filter_map(|(at, _)| text[at + call.len()..].trim_start().strip_prefix('"')?.split_once('"'))
        .map(|(id, _)| id.to_owned())
        .collect()
}

#[test]
fn every_sentence_that_is_named_is_there() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for source in sources("src-tauri", &[".rs"]) {
        let code = without_tests(&source.text);
        if source.path.ends_with("/tests.rs") {
            continue;
        }
        let mut ids = named(code, "Text::new(");
        ids.extend(named(code, "Error::say("));
        ids.extend(named(code, "lang.word("));
        ids.extend(named(code, "Op::new(").into_iter().map(|name| format!("op-{name}")));
        for id in ids {
            seen += 1;
            for lang in [Lang::Ja, Lang::En] {
                if !words(lang).has(&id) {
                    wrong.push(format!("{}: {id} ({})", source.path, lang.tag()));
                }
            }
        }
    }
    assert!(seen > 100, "hardly any sentence was read: {seen}");
    assert!(wrong.is_empty(), "sentences without words: {wrong:#?}");
}

#[test]
fn every_column_that_the_history_can_show_has_a_name() {
    let shelf = Shelf::new();
    drop(Desk::open(&shelf.library()));
    let store = rusqlite::Connection::open(shelf.library().join("library.db")).expect("a store");
    let mut columns = store
        .prepare(
            "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND m.name NOT IN ('operation', 'change', 'journal_head')",
        )
        .expect("the schema is readable");
    let columns = columns.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
    let columns: Vec<(String, String)> = columns.collect::<Result<_, _>>().expect("names");
    assert!(columns.len() > 50, "hardly any column was read: {}", columns.len());
    let mut wrong = Vec::new();
    for (table, column) in columns.iter().filter(|(_, column)| !HIDDEN_COLUMNS.contains(&column.as_str())) {
        let id = format!("column-{table}-{column}").replace('_', "-");
        wrong.extend(
            [Lang::Ja, Lang::En]
                .iter()
                .filter(|lang| !words(**lang).has(&id))
                .map(|lang| format!("{id} ({})", lang.tag())),
        );
    }
    assert!(wrong.is_empty(), "columns without a name: {wrong:#?}");
}

#[test]
fn the_name_of_a_setting_is_said_in_the_language_of_who_reads_it() {
    let shelf = Shelf::new();
    let desk = Desk::open(&shelf.library());
    desk.call("settings_set", &json!({ "key": "lang", "value": "en" }));
    let undo = desk.call("undo_state", &json!({}))["undo"].clone();
    assert_eq!(undo["args"]["what"], Lang::En.word("setting-lang"));
    assert_eq!(desk.call("history_list", &json!({}))["entries"][0]["what"], undo);
}
