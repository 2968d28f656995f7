//! Names in Latin letters, however a text writes them: in capitals or small letters, wide or narrow, joined or split.

use super::needle::is_kanji;
use crate::l10n::{fold, is_kana};
use crate::vendor::called::{is_everyday, is_ordinary, latin};

/// Fewest letters by which a name is told.
const LEAST: usize = 3;
/// What stands between the parts of a name that is split.
const JOINTS: [char; 12] = ['-', '‐', '－', '−', '_', '＿', '.', '．', '・', '\'', '’', '&'];
/// What stands before a person's name, and behind it.
const TITLES: [&str; 5] = ["mr", "ms", "mrs", "miss", "dr"];
const HONOURS: [&str; 8] = ["様", "氏", "殿", "さま", "さん", "san", "-san", "-sama"];

/// Words in Latin letters, with their place.
pub(super) struct Lettered {
    pub start: usize,
    pub end: usize,
    /// Folded, without what joins its parts.
    pub word: String,
}

/// The runs of Latin letters in a text, as they stand, with their places.
pub(super) fn latin_runs(text: &[char]) -> impl Iterator<Item = (usize, usize, String)> + '_ {
    let is_latin = |c: char| matches!(c, 'a'..='z' | 'A'..='Z' | 'ａ'..='ｚ' | 'Ａ'..='Ｚ' | '\u{C0}'..='\u{24F}');
    let mut at = 0;
    text.chunk_by(move |one, next| is_latin(*one) == is_latin(*next)).filter_map(move |run| {
        let start = at;
        at += run.len();
        is_latin(run[0]).then(|| (start, at, run.iter().collect()))
    })
}

/// The words of a text in Latin letters, and what up to three of them make that only a joint parts: a-one. Before a
/// word that is ordinary in names, a space is as good as one: aone desk.
pub(super) fn lettered(text: &[char]) -> Vec<Lettered> {
    let words: Vec<_> = latin_runs(text).map(|(start, end, word)| (start, end, fold(&word))).collect();
    let mut found = Vec::new();
    for (nth, (start, end, word)) in words.iter().enumerate() {
        let mut put = |end: usize, word: &str| {
            if word.chars().count() >= LEAST {
                found.push(Lettered { start: *start, end, word: word.to_owned() });
            }
        };
        put(*end, word);
        let (mut behind, mut whole) = (*end, word.clone());
        for (next, end, word) in words[nth + 1..].iter().take(2) {
            let joint = text[behind];
            let spaced = matches!(joint, ' ' | '\u{3000}') && is_ordinary(word);
            if *next != behind + 1 || !spaced && !JOINTS.contains(&joint) {
                break;
            }
            whole.push_str(word);
            behind = *end;
            put(behind, &whole);
        }
    }
    found
}

impl Lettered {
    /// Whether it is this word of a company's name, alone or with words that are ordinary in names. What everybody says
    /// counts with a capital letter, and where the text around it is Japanese.
    pub fn names(&self, own: &str, text: &[char]) -> bool {
        let joined = || own.len() > LEAST && self.word.strip_prefix(own).is_some_and(is_ordinary);
        let plain = own.len() > LEAST && !is_everyday(own);
        if self.word == own {
            plain || text[self.start].is_uppercase() || self.is_in_japanese(text)
        } else {
            joined() && (plain || !text[self.start..self.end].iter().any(|c| c.is_whitespace()))
        }
    }

    /// Whether it is one of these names of people, as [`latin`] spells them. A short one counts with a capital letter
    /// or where somebody is greeted, and what everybody says where somebody is.
    pub fn calls(&self, people: &[String], text: &[char]) -> bool {
        let spelt = latin(&self.word);
        if !people.contains(&spelt) {
            return false;
        }
        let shown = text[self.start].is_uppercase() || spelt.len() > LEAST + 1;
        shown && !is_everyday(&self.word) || self.is_greeted(text)
    }

    fn is_in_japanese(&self, text: &[char]) -> bool {
        let behind = text[self.end..].iter().find(|c| !matches!(**c, ' ' | '\u{3000}'));
        behind.is_some_and(|c| is_kana(*c) || is_kanji(*c))
    }

    fn is_greeted(&self, text: &[char]) -> bool {
        let behind: String = text[self.end..].iter().take(6).collect::<String>().trim_start().to_lowercase();
        let before: String = text[self.start.saturating_sub(6)..self.start].iter().collect::<String>().to_lowercase();
        let title = before.trim_end_matches([' ', '.']).rsplit(|c: char| !c.is_alphabetic()).next();
        HONOURS.iter().any(|word| behind.starts_with(word))
            || before.ends_with([' ', '.']) && title.is_some_and(|title| TITLES.contains(&title))
    }
}

/// The words of a mail domain by which its company is known, without what everybody's has.
pub(super) fn of_domain(domain: &str) -> Vec<String> {
    let bare = |label: &str| label.to_lowercase().chars().filter(char::is_ascii_lowercase).collect::<String>();
    let labels = domain.split('.').map(bare);
    labels.filter(|word| word.len() > LEAST + 1 && !is_ordinary(word) && !is_everyday(word)).collect()
}

/// The names a mail address has before its domain, as [`latin`] spells them.
pub(super) fn of_mail(mail: &str) -> Vec<String> {
    let Some((local, _)) = mail.rsplit_once('@') else { return Vec::new() };
    let names = local.split(|c: char| !c.is_ascii_alphabetic()).map(str::to_lowercase);
    let own = names.filter(|name| name.len() > LEAST && !is_ordinary(name) && !is_everyday(name));
    own.map(|name| latin(&name)).collect()
}

/// The parts of a person's name that is written in Latin letters, and the surname of one that is read in kana, as
/// [`latin`] spells them.
pub(super) fn of_person(name: &str) -> Vec<String> {
    let parts: Vec<&str> = name.split_whitespace().collect();
    if name.is_ascii() {
        let own = parts.into_iter().filter(|part| part.len() >= LEAST && !is_everyday(&part.to_lowercase()));
        return own.map(latin).collect();
    }
    let surname = parts.first().filter(|part| part.chars().all(is_kana)).map(|part| latin(part));
    surname.into_iter().filter(|spelt| spelt.len() >= LEAST).collect()
}
