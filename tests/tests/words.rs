//! Every sentence that the program names is there, in both languages.

use sentei_core::l10n::{words, Lang};
use sentei_tests::source::sources;

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
        let code = source.text.split("#[cfg(test)]").next().unwrap_or_default();
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
