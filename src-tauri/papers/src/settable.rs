//! A paper's data as the templates can set it: every character has a glyph, every id is that of one heading.
//!
//! A paper with one character that no face can show could not be made at all under PDF/UA, so such a character is set
//! as 〓, the printer's mark for a missing sort.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;
use unicode_normalization::char::{compose, is_combining_mark};

use crate::fonts::can_show;
use sentei_core::Result;

/// The mark set in the place of a character no face can show.
const GETA: char = '〓';

/// The data file of a paper.
pub(crate) fn data(paper: &impl Serialize) -> Result<Vec<u8>> {
    let mut value = serde_json::to_value(paper)?;
    let mut ids = BTreeSet::new();
    each(&mut value, &mut |object| unique_id(object, &mut ids));
    strings(&mut value, &mut |text| {
        if text.chars().any(|c| !plain(c)) {
            *text = settable(text).0;
        }
    });
    Ok(serde_json::to_vec(&value)?)
}

/// The characters of a paper that no face can show, each once.
pub fn unshowable(paper: &impl Serialize) -> Result<BTreeSet<char>> {
    let mut value = serde_json::to_value(paper)?;
    let mut missing = BTreeSet::new();
    strings(&mut value, &mut |text| {
        if text.chars().any(|c| !plain(c)) {
            missing.extend(settable(text).1);
        }
    });
    Ok(missing)
}

/// Letters every face has; most texts hold nothing else but kana and common kanji, which are looked up.
fn plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\n')
}

/// A label names one heading only: the second heading of the same id goes without.
fn unique_id(object: &mut serde_json::Map<String, Value>, ids: &mut BTreeSet<String>) {
    if object.get("t").and_then(Value::as_str) != Some("h") {
        return;
    }
    let usable = match object.get("id").and_then(Value::as_str) {
        Some(id) if !id.is_empty() => ids.insert(id.to_owned()),
        Some(_) => false,
        None => return,
    };
    if !usable {
        object.remove("id");
    }
}

fn each(value: &mut Value, visit: &mut impl FnMut(&mut serde_json::Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            visit(object);
            object.values_mut().for_each(|inner| each(inner, visit));
        }
        Value::Array(list) => list.iter_mut().for_each(|inner| each(inner, visit)),
        _ => {}
    }
}

fn strings(value: &mut Value, visit: &mut impl FnMut(&mut String)) {
    match value {
        Value::String(text) => visit(text),
        Value::Object(object) => object.values_mut().for_each(|inner| strings(inner, visit)),
        Value::Array(list) => list.iter_mut().for_each(|inner| strings(inner, visit)),
        _ => {}
    }
}

/// The text with a glyph for every character, and the characters that had none.
fn settable(text: &str) -> (String, Vec<char>) {
    let mut out = String::with_capacity(text.len());
    let mut missing = Vec::new();
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => out.push('\n'),
            '\t' => out.push(' '),
            // Marks that steer writing direction, joining or variants are not text; some of them are used to hide text.
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{e0000}'..='\u{e01ef}' => {}
            c if c.is_control() => {}
            // か and a voicing mark, as file names of some systems have it, are one character.
            c if is_combining_mark(c) => {
                if let Some(before) = out.pop() {
                    match compose(before, c).filter(|one| can_show(*one)) {
                        Some(one) => out.push(one),
                        None => out.extend([before, c].into_iter().filter(|c| can_show(*c) || *c == '\n')),
                    }
                }
            }
            c if can_show(c) => out.push(c),
            c => {
                missing.push(c);
                out.push(GETA);
            }
        }
    }
    (out, missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_the_faces_have() {
        for text in ["髙﨑𠮷①㈱～〜－ｶﾅ", "神神", "a\nb"] {
            assert_eq!(settable(text), (text.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn marks_what_no_face_has_and_drops_what_is_not_text() {
        assert_eq!(settable("了解😀"), ("了解〓".to_owned(), vec!['😀']));
        assert_eq!(settable("か\u{3099}\u{202e}x\u{0}"), ("がx".to_owned(), Vec::new()));
    }

    #[test]
    fn a_second_id_is_dropped() {
        let paper = serde_json::json!([
            {"t": "h", "l": 1, "s": [{"s": "A"}], "id": "a"},
            {"t": "h", "l": 1, "s": [{"s": "B"}], "id": "a"},
        ]);
        let set: Value = serde_json::from_slice(&data(&paper).unwrap()).unwrap();
        assert_eq!((set[0]["id"].as_str(), set[1].get("id")), (Some("a"), None));
    }
}
