//! Questions that are probably the same, found by the characters they share. Japanese is compared by pairs of characters
//! without what only makes it a sentence, other scripts by words; the number is Dice's coefficient (Dice 1945: twice what
//! both have, divided by what each has). Nothing is ever merged because of it.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization as _;

use super::State;
use crate::l10n::{fold, fold_sign, is_kana};
use crate::storage::Read;
use crate::Result;

/// From this number on two questions are shown side by side, in per cent. In the sample no two different questions reach
/// it.
pub const ALIKE: u32 = 50;

/// What more than this share of all questions have says nothing about a pair, where there are enough of them.
const COMMON: usize = 20;

/// What makes a sentence of words. Of words that begin alike the longest comes first.
const FILLING: &[&str] = &[
    "いただけますでしょうか",
    "いただけますか",
    "いただけません",
    "いただきたく",
    "いただきたい",
    "でしょうか",
    "ましょうか",
    "ください",
    "教えて",
    "ご教示",
    "について",
    "に関して",
    "に関する",
    "における",
    "に対する",
    "という",
    "ですか",
    "ますか",
    "ません",
    "ました",
    "です",
    "ます",
    "とは",
    "には",
    "では",
    "のは",
    "のか",
    "こと",
    "もの",
    "する",
    "した",
    "して",
    "の",
    "を",
    "は",
    "が",
    "に",
    "で",
    "と",
    "も",
    "へ",
    "や",
    "か",
    "た",
];

/// English words that say nothing of the matter.
const FILLING_WORDS: &[&str] = &[
    "a", "an", "the", "is", "are", "be", "been", "it", "its", "of", "to", "in", "on", "at", "by", "for", "with", "and",
    "or", "do", "does", "may", "can", "could", "would", "will", "shall", "should", "must", "we", "our", "you", "your",
    "us", "what", "which", "how", "when", "where", "who", "there", "that", "this", "please", "have", "has", "any",
    "if", "from", "as", "not", "so",
];

/// A question that resembles another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "SimilarQuestion")]
pub struct Similar {
    /// Key of the one.
    pub one: String,
    /// Key of the other.
    pub other: String,
    /// How alike they are, in per cent.
    pub percent: u32,
    /// Words both have, the longest first.
    pub shared: Vec<String>,
}

/// A question as far as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worded {
    /// Key.
    pub id: String,
    /// Its number.
    pub number: i64,
    /// How far it has come.
    pub state: State,
    /// The wording for sharing.
    pub wording: String,
}

/// The questions of a procurement that may resemble each other, by number: all that no other question tells.
pub fn worded(read: &Read<'_>, procurement: &str) -> Result<Vec<Worded>> {
    let sql = "SELECT id, number, state, wording FROM question \
               WHERE procurement = ?1 AND merged_into IS NULL ORDER BY number";
    let mut statement = read.conn.prepare_cached(sql)?;
    let mut rows = statement.query([procurement])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let state = super::register::word(row.get_ref(2)?)?;
        all.push(Worded { id: row.get(0)?, number: row.get(1)?, state, wording: row.get(3)? });
    }
    Ok(all)
}

/// Words as they are compared.
#[derive(Debug, Clone)]
struct Grams {
    /// What is compared, sorted and each once.
    all: Vec<u64>,
    /// Each with its place among the signs.
    placed: Vec<(u64, usize, usize)>,
    signs: Vec<char>,
}

impl Grams {
    fn of(words: &str) -> Self {
        let signs = without_filling(&words.nfkc().flat_map(char::to_lowercase).collect::<String>());
        let (mut placed, mut at) = (Vec::new(), 0);
        while at < signs.len() {
            let start = at;
            let latin = |c: char| c.is_alphanumeric() && !is_japanese(c);
            if latin(signs[at]) {
                while at < signs.len() && latin(signs[at]) {
                    at += 1;
                }
                let word: String = signs[start..at].iter().collect();
                if !FILLING_WORDS.contains(&word.as_str()) {
                    placed.push((number_of(word.strip_suffix('s').unwrap_or(&word)), start, at));
                }
            } else if is_japanese(signs[at]) {
                while at < signs.len() && is_japanese(signs[at]) {
                    at += 1;
                }
                let pairs = signs[start..at].windows(2).enumerate();
                placed.extend(pairs.map(|(n, pair)| (number_of_pair(pair), start + n, start + n + 2)));
            } else {
                at += 1;
            }
        }
        let mut all: Vec<u64> = placed.iter().map(|(gram, ..)| *gram).collect();
        all.sort_unstable();
        all.dedup();
        Self { all, placed, signs }
    }

    fn alike(&self, other: &Self) -> u32 {
        let both = self.all.iter().filter(|gram| other.all.binary_search(gram).is_ok()).count();
        let sum = self.all.len() + other.all.len();
        u32::try_from((200 * both).checked_div(sum).unwrap_or(0)).unwrap_or(0)
    }

    /// The longest stretches that the other has, too.
    fn shared_with(&self, other: &Self) -> Vec<String> {
        let mut stretches: Vec<(usize, usize)> = Vec::new();
        for (gram, start, end) in &self.placed {
            if other.all.binary_search(gram).is_err() {
                continue;
            }
            match stretches.last_mut() {
                Some((_, reach)) if *start < *reach => *reach = *end,
                _ => stretches.push((*start, *end)),
            }
        }
        let mut words: Vec<String> = Vec::new();
        for (start, end) in stretches {
            let word: String = self.signs[start..end].iter().collect();
            if !words.contains(&word) {
                words.push(word);
            }
        }
        words.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
        words.truncate(3);
        words
    }
}

/// The signs of a text, with a nought for each word that only makes it a sentence.
fn without_filling(text: &str) -> Vec<char> {
    let mut signs = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        // Only in hiragana: katakana of the same sound is a word.
        let filling = FILLING.iter().find(|filling| rest.starts_with(**filling));
        signs.push(if filling.is_some() { '\0' } else { sign });
        rest = &rest[filling.map_or(sign.len_utf8(), |filling| filling.len())..];
    }
    signs
}

fn is_japanese(c: char) -> bool {
    is_kana(c) && c != '・'
        || matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '々')
}

/// FNV-1a: the same for the same text everywhere, and quick.
fn number_of(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The same for two signs, folded.
fn number_of_pair(pair: &[char]) -> u64 {
    let mut bytes = [0; 8];
    let mut behind = 0;
    for sign in pair {
        let Some(sign) = fold_sign(*sign) else { return number_of(&fold(&pair.iter().collect::<String>())) };
        behind += sign.encode_utf8(&mut bytes[behind..]).len();
    }
    std::str::from_utf8(&bytes[..behind]).map_or(0, number_of)
}

/// The questions that resemble `to`, the most alike first.
pub fn similar_to(to: &Worded, others: &[Worded]) -> Vec<Similar> {
    let grams = Grams::of(&to.wording);
    let mut found: Vec<Similar> = others
        .iter()
        .filter(|other| other.id != to.id)
        .filter_map(|other| pair((to, &grams), (other, &Grams::of(&other.wording))))
        .collect();
    sort(&mut found);
    found
}

/// All pairs among these questions, the most alike first. Only questions that share something uncommon are compared.
pub fn pairs(questions: &[Worded]) -> Vec<Similar> {
    let grams: Vec<Grams> = questions.iter().map(|question| Grams::of(&question.wording)).collect();
    let mut having: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, one) in grams.iter().enumerate() {
        for gram in &one.all {
            having.entry(*gram).or_default().push(at);
        }
    }
    let most = (questions.len() / COMMON).max(COMMON);
    let mut found = Vec::new();
    for (at, one) in grams.iter().enumerate() {
        let mut both: BTreeMap<usize, usize> = BTreeMap::new();
        for gram in &one.all {
            for other in having[gram].iter().filter(|other| **other > at && having[gram].len() <= most) {
                *both.entry(*other).or_default() += 1;
            }
        }
        // Two pairs of characters in common may be chance; of a short question two are all there is.
        let least = 2.min(one.all.len());
        let likely = both.into_iter().filter(|(_, count)| *count >= least);
        found.extend(likely.filter_map(|(n, _)| pair((&questions[at], one), (&questions[n], &grams[n]))));
    }
    sort(&mut found);
    found
}

fn pair((one, ours): (&Worded, &Grams), (other, theirs): (&Worded, &Grams)) -> Option<Similar> {
    let percent = ours.alike(theirs);
    (percent >= ALIKE).then(|| Similar {
        one: one.id.clone(),
        other: other.id.clone(),
        percent,
        shared: ours.shared_with(theirs),
    })
}

fn sort(found: &mut [Similar]) {
    found.sort_by(|a, b| (b.percent, &a.one, &a.other).cmp(&(a.percent, &b.one, &b.other)));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn alike(one: &str, other: &str) -> u32 {
        Grams::of(one).alike(&Grams::of(other))
    }

    #[test]
    fn the_same_matter_in_other_words_is_alike() {
        for (one, other) in [
            ("定例会は、オンラインで開催できますか。", "定例会をオンラインで開催することは可能でしょうか。"),
            ("再委託先の事前承認は必要ですか", "再委託の事前承認が必要か教えてください。"),
            ("ＦＡＱの更新は委託の範囲に含まれますか", "FAQ更新は、委託範囲に含むのでしょうか"),
            ("Can the regular meetings be held online?", "May regular meetings be held online?"),
            ("執務場所は、国内であれば地域を問いませんか。", "執務場所の地域は問いませんか"),
        ] {
            assert!(alike(one, other) >= ALIKE, "{one} / {other}: {}", alike(one, other));
        }
    }

    #[test]
    fn no_two_different_questions_of_the_sample_are_alike() {
        for file in [include_str!("../sample/sample.ja.json"), include_str!("../sample/sample.en.json")] {
            let file: serde_json::Value = serde_json::from_str(file).unwrap();
            let wordings: Vec<&str> =
                file["questions"].as_array().unwrap().iter().filter_map(|q| q["shared_wording"].as_str()).collect();
            assert!(wordings.len() > 20);
            for (n, one) in wordings.iter().enumerate() {
                for other in &wordings[n + 1..] {
                    assert!(alike(one, other) < ALIKE, "{one} / {other}: {}", alike(one, other));
                }
            }
        }
    }

    #[test]
    fn what_is_shared_is_shown_as_it_stands() {
        let (one, other) =
            (Grams::of("定例会は、オンラインで開催できますか。"), Grams::of("定例会をオンラインで開催すること"));
        assert_eq!(one.shared_with(&other), ["オンライン", "定例会", "開催"]);
    }

    proptest! {
        #[test]
        fn alike_is_the_same_from_both_sides(one in "[ぁ-んァ-ヶ一-龠a-z 。]{0,40}", other in "[ぁ-んァ-ヶ一-龠a-z 。]{0,40}") {
            prop_assert_eq!(alike(&one, &other), alike(&other, &one));
            prop_assert!(alike(&one, &other) <= 100);
            prop_assert!(Grams::of(&one).all.is_empty() || alike(&one, &one) == 100);
        }
    }
}
