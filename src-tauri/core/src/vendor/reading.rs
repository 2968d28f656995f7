//! How a company's name is probably read. Only a suggestion: it can be changed, and a name of which a part cannot be read
//! gets none.

use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;

use crate::l10n::{company_spoken, is_kana, reading_of};

/// Letters of an abbreviation more than this are a word, and read otherwise.
const LETTERS: usize = 4;

/// How the letters of an abbreviation are spoken.
const SPOKEN: [&str; 26] = [
    "えー",
    "びー",
    "しー",
    "でぃー",
    "いー",
    "えふ",
    "じー",
    "えいち",
    "あい",
    "じぇー",
    "けー",
    "える",
    "えむ",
    "えぬ",
    "おー",
    "ぴー",
    "きゅー",
    "あーる",
    "えす",
    "てぃー",
    "ゆー",
    "ぶい",
    "だぶりゅー",
    "えっくす",
    "わい",
    "ぜっと",
];

/// Words that many companies have in their names, the longest first.
pub(super) fn words() -> &'static [(&'static str, &'static str)] {
    static WORDS: OnceLock<Vec<(&str, &str)>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let lines = include_str!("reading.tsv").lines();
        let mut words: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once('\t')).collect();
        words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        words
    })
}

/// The reading of a company's name in hiragana, where all of it can be read: kana, words that companies commonly have in
/// their names, and among them abbreviations in capital letters.
pub fn suggested(name: &str) -> Option<String> {
    if let Some(reading) = reading_of(name) {
        return Some(reading);
    }
    let spoken: String = company_spoken(name).nfkc().collect();
    let mut rest = spoken.trim();
    let mut reading = String::new();
    let mut japanese = false;
    while let Some(first) = rest.chars().next() {
        let taken = if first.is_whitespace() || first == '・' {
            first.len_utf8()
        } else if is_kana(first) {
            let length = rest.find(|c| !is_kana(c)).unwrap_or(rest.len());
            reading.push_str(&reading_of(&rest[..length])?);
            japanese = true;
            length
        } else if let Some((word, read)) = words().iter().find(|(word, _)| rest.starts_with(word)) {
            reading.push_str(read);
            japanese = true;
            word.len()
        } else {
            let length = rest.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(rest.len());
            let word_goes_on = rest[length..].starts_with(|c: char| c.is_ascii_alphanumeric());
            if length == 0 || length > LETTERS || word_goes_on {
                return None;
            }
            reading.extend(rest[..length].bytes().map(|letter| SPOKEN[usize::from(letter - b'A')]));
            length
        };
        rest = &rest[taken..];
    }
    // A name in letters alone stands under its letters.
    japanese.then_some(reading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_only_where_all_of_it_can_be() {
        for (name, reading) in [
            ("株式会社東京情報サービス", Some("とうきょうじょうほうさーびす")),
            ("日本電機製作所㈱", Some("にほんでんきせいさくしょ")),
            ("みなと商会", Some("みなとしょうかい")),
            ("アオネ BPO 産業株式会社", Some("あおねびーぴーおーさんぎょう")),
            ("（株）関西業務・支援", Some("かんさいぎょうむしえん")),
            ("合同会社ソラデスク", Some("そらですく")),
            ("髙橋ＢＰＯ", None),
            ("早瀬商事", None),
            ("ＮＴＴ", None),
            ("日本 Cloud", None),
            ("東京SYSTEMS", None),
            ("", None),
            ("株式会社", None),
        ] {
            assert_eq!(suggested(name).as_deref(), reading, "{name}");
        }
    }

    #[test]
    fn every_word_of_the_table_is_read_in_hiragana() {
        for (word, reading) in words() {
            assert!(reading.chars().all(|c| is_kana(c) && !('ァ'..='ヺ').contains(&c)), "{word} {reading}");
            assert!(word.chars().all(|c| !is_kana(c) && !c.is_ascii()), "{word}");
            assert_eq!(suggested(word).as_deref(), Some(*reading), "{word} is not read as a shorter word and a rest");
        }
    }
}
