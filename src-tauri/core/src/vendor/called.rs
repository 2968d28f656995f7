//! How a company is called for short, and how names in kana are written in Latin letters.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;

use super::reading::{suggested, words};
use crate::l10n::{company_fold, company_spoken, fold, is_kana};

/// Legal forms as they are read before a name.
const READ_FORMS: [&str; 4] = ["かぶしきがいしゃ", "かぶしきかいしゃ", "ごうどうがいしゃ", "ゆうげんがいしゃ"];

/// Syllables by their consonant, in the order of the vowels.
const SYLLABLES: [(&str, &str); 18] = [
    ("", "あいうえお"),
    ("k", "かきくけこ"),
    ("g", "がぎぐげご"),
    ("s", "さしすせそ"),
    ("z", "ざじずぜぞ"),
    ("t", "たちつてと"),
    ("d", "だ　　でど"),
    ("z", "　ぢづ"),
    ("n", "なにぬねの"),
    ("h", "はひふへほ"),
    ("b", "ばびぶべぼ"),
    ("p", "ぱぴぷぺぽ"),
    ("m", "まみむめも"),
    ("y", "や　ゆ　よ"),
    ("r", "らりるれろ"),
    ("w", "わ"),
    ("", "　　　　を"),
    ("v", "　　ゔ"),
];

/// Hepburn as it is in Kunrei, and a long o as a short one.
const SPELLINGS: [(&str, &str); 10] = [
    ("shi", "si"),
    ("sh", "sy"),
    ("chi", "ti"),
    ("ch", "ty"),
    ("tsu", "tu"),
    ("ji", "zi"),
    ("j", "zy"),
    ("f", "h"),
    ("mb", "nb"),
    ("mp", "np"),
];

/// The kanji a company's name begins with, without words that many companies have in theirs, and their reading in folded
/// kana where that of the whole name gives it away. None where nothing of its own is left.
pub fn head(name: &str, reading: &str) -> Option<(String, String)> {
    let spoken: String = company_spoken(name).nfkc().collect();
    let spoken = spoken.trim();
    let end = spoken.find(|c: char| c.is_ascii() || is_kana(c) || !c.is_alphabetic()).unwrap_or(spoken.len());
    let mut head = &spoken[..end];
    while let Some((word, _)) = words().iter().find(|(word, _)| head.ends_with(*word)) {
        head = &head[..head.len() - word.len()];
    }
    if head.is_empty() {
        return None;
    }
    let tail = &spoken[head.len()..];
    let whole = company_fold(reading);
    let bare = READ_FORMS.iter().find_map(|form| whole.strip_prefix(*form)).unwrap_or(&whole);
    let read = if tail.is_empty() {
        Some(bare)
    } else {
        suggested(tail).and_then(|tail| bare.strip_suffix(company_fold(&tail).as_str()))
    };
    Some((head.to_owned(), read.unwrap_or_default().to_owned()))
}

/// Fewest letters of a name in Latin letters by which a company is known.
const LEAST: usize = 3;

/// What a company is called for short, folded: the first part of its name where more follows, in kana, kanji or Latin
/// letters alone. None where that is an ordinary word.
pub fn called(name: &str) -> Option<String> {
    let spoken: String = company_spoken(name).nfkc().collect();
    let spoken = spoken.trim();
    let script = script(spoken.chars().next()?)?;
    let end = spoken.find(|c| c != 'ー' && self::script(c) != Some(script)).unwrap_or(spoken.len());
    let mut head = fold(&spoken[..end]);
    let common = || ordinary().iter().map(String::as_str).chain(words().iter().map(|(word, _)| *word));
    if script != Script::Latin {
        while let Some(left) = common().find_map(|word| head.strip_suffix(word).map(str::len)) {
            head.truncate(left);
        }
    }
    let least = if script == Script::Latin { LEAST } else { 2 };
    let own = head.chars().count() >= least && head != fold(spoken) && common().all(|word| head != word);
    own.then_some(head)
}

/// Whether a name, folded, is in kana a common word: 株式会社みらい.
pub fn is_common(name: &str) -> bool {
    name.starts_with(is_kana) && ordinary().iter().any(|word| word == name)
}

/// The words in Latin letters of a name that are its own, folded: none that is ordinary in names, and behind the first
/// none that everybody says.
pub fn own_latin(name: &str) -> Vec<String> {
    let spoken = fold(&company_spoken(name));
    let words = spoken.split(|c| script(c) != Some(Script::Latin));
    let own = words.filter(|word| word.len() >= LEAST && !is_ordinary(word)).enumerate();
    own.filter(|(nth, word)| *nth == 0 || !is_everyday(word)).map(|(_, word)| word.to_owned()).collect()
}

/// Whether a word in Latin letters, folded, is ordinary in names, or joined from words that are: desk, callcenter.
pub fn is_ordinary(word: &str) -> bool {
    let parts = ordinary().iter().filter(|part| part.is_ascii());
    let mut rests = parts.filter_map(|part| word.strip_prefix(part.as_str()));
    rests.any(|rest| rest.is_empty() || is_ordinary(rest))
}

/// Whether a word in Latin letters, folded, is one that everybody says: a beacon of hope.
pub fn is_everyday(word: &str) -> bool {
    static WORDS: OnceLock<BTreeSet<&str>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let lines = include_str!("everyday.txt").lines().filter(|line| !line.starts_with('#'));
        lines.flat_map(str::split_whitespace).collect()
    });
    words.contains(word)
}

/// What a sign is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Hiragana,
    Katakana,
    Kanji,
    Latin,
}

fn script(c: char) -> Option<Script> {
    match c {
        'ぁ'..='ゖ' => Some(Script::Hiragana),
        'ァ'..='ヺ' | 'ー' => Some(Script::Katakana),
        'a'..='z' | 'A'..='Z' | '\u{C0}'..='\u{24F}' => Some(Script::Latin),
        c if c.is_alphabetic() => Some(Script::Kanji),
        _ => None,
    }
}

/// Words that are no company's own, folded.
fn ordinary() -> &'static [String] {
    static WORDS: OnceLock<Vec<String>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let lines = include_str!("ordinary.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        lines.map(fold).collect()
    })
}

/// A word in kana or Latin letters, in Latin letters of one spelling: Hepburn and Kunrei fall together, and long vowels
/// and doubled consonants with short ones.
pub fn latin(word: &str) -> String {
    let mut spelt = String::new();
    for c in fold(word).chars() {
        let place = |kana: &str| kana.chars().position(|k| k == c);
        let syllable = SYLLABLES.iter().find_map(|(consonant, kana)| place(kana).map(|vowel| (consonant, vowel)));
        if let Some((consonant, vowel)) = syllable {
            spelt.push_str(consonant);
            spelt.extend("aiueo".chars().nth(vowel));
            continue;
        }
        match (c, place("ぁぃぅぇぉゃ　ゅ　ょ")) {
            ('ん', _) => spelt.push('n'),
            (_, Some(at)) => {
                // しゃ is said with the consonant before it, てぃ too.
                if spelt.pop() == Some('i') || at > 4 {
                    spelt.push('y');
                }
                spelt.extend("aiueo".chars().nth(at % 5));
            }
            _ => spelt.extend(c.to_string().nfkd().filter(char::is_ascii_alphabetic)),
        }
    }
    for (from, to) in SPELLINGS {
        spelt = spelt.replace(from, to);
    }
    let mut signs: Vec<char> = spelt.replace("ou", "o").chars().collect();
    signs.dedup();
    signs.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_company_is_called_by_what_only_it_has_in_its_name() {
        for (name, reading, called) in [
            ("株式会社北斗テクノ", "ほくとてくの", Some(("北斗", "ほくと"))),
            ("北斗総合サービス株式会社", "かぶしきがいしゃほくとそうごうさーびす", Some(("北斗", "ほくと"))),
            ("株式会社北斗", "ホクト", Some(("北斗", "ほくと"))),
            ("早瀬商事", "", Some(("早瀬", ""))),
            ("北斗BPO", "ほくとびーぴーおー", Some(("北斗", ""))),
            ("株式会社日本サポート", "にほんさぽーと", None),
            ("ハルイロサポート", "はるいろさぽーと", None),
            ("Mihon Cloud", "", None),
        ] {
            let found = head(name, reading);
            assert_eq!(found.as_ref().map(|(head, read)| (head.as_str(), read.as_str())), called, "{name}");
        }
    }

    #[test]
    fn a_company_is_called_by_the_first_part_of_its_name() {
        for (name, short) in [
            ("ひかりサービス株式会社", Some("ひかり")),
            ("株式会社ヒカリサービス", Some("ひかり")),
            ("株式会社ツムギバ・オペレーションズ", Some("つむぎば")),
            ("ミナモCSパートナーズ株式会社", Some("みなも")),
            ("株式会社北斗テクノ", Some("北斗")),
            ("Beacon Desk Inc.", Some("beacon")),
            ("株式会社ひかり", None),
            ("Global Desk Inc.", None),
            ("安心サポート株式会社", None),
            ("サポートデスク株式会社", None),
            ("東京総合サービス", None),
            ("AB Works", None),
        ] {
            assert_eq!(called(name).as_deref(), short, "{name}");
        }
    }

    #[test]
    fn kana_and_latin_letters_fall_together() {
        for (kana, spellings) in [
            ("ほくと", ["HOKUTO", "Ｈｏｋｕｔｏ"]),
            ("しんばし", ["Shimbashi", "sinbasi"]),
            ("トウキョウ", ["Tōkyō", "Tokyo"]),
            ("まっちゃ", ["matcha", "mattya"]),
            ("ジェーフ", ["Jefu", "jēhu"]),
            ("つちや", ["Tsuchiya", "tutiya"]),
        ] {
            for spelling in spellings {
                assert_eq!(latin(kana), latin(spelling), "{kana} {spelling}");
            }
        }
        assert_ne!(latin("ほくと"), latin("Hokuta"));
    }
}
