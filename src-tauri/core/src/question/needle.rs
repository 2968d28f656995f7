//! Words that are looked for in a text, and where they count as words of their own.

use std::sync::OnceLock;

use super::telling::{compact, Tells};
use crate::l10n::has_form;

/// Kanji before 当 or 自 with which they make another word: 担当社数, 該当社, 独自社.
const NOT_BEFORE: &str = "担該相適妥見割本独各";

/// Hiragana that may stand beside a name in hiragana without making another word of it.
const PARTICLES: &str = "はがにのとをもでへやよさかだな";

/// Where words count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wants {
    /// Wherever they are no part of another word in letters.
    Anywhere,
    /// Where they begin with a capital letter: a surname in Latin letters may be a common word.
    Capital,
    /// Where no other kanji stand beside: a surname of one kanji stands inside many words.
    Lone,
    /// Before 様, さん and the like: the kana of a surname are part of many words.
    Honoured,
    /// Where no other kana stand beside: a company's short reading is part of many words.
    Apart,
    /// Where they stand as a name: with 様, 社 or a legal form, or with nothing but signs beside.
    Named,
}

/// Something to look for.
#[derive(Debug, Clone)]
pub(super) struct Needle {
    pub signs: Vec<char>,
    pub tells: Tells,
    pub wants: Wants,
    /// Which of the parties; none for own words.
    pub party: Option<usize>,
}

impl Needle {
    /// Whether the words at this place are words of their own and not part of another word.
    pub fn fits(&self, text: &[char], start: usize, end: usize) -> bool {
        let before = start.checked_sub(1).map(|at| text[at]);
        let behind = text.get(end).copied();
        let (first, last) = (text[start], text[end - 1]);
        if is_letter(first) && before.is_some_and(is_letter) || is_letter(last) && behind.is_some_and(is_letter) {
            return false;
        }
        let rest = text[end..].iter().skip_while(|c| matches!(**c, ' ' | '\u{3000}')).take(2).collect::<String>();
        let honoured = ["様", "氏", "殿", "さま", "さん"].iter().any(|word| rest.starts_with(word));
        let named = || honoured || is_named(text, start, end, &rest);
        match self.wants {
            Wants::Anywhere if self.tells == Tells::Own => match first {
                '当' | '自' => !before.is_some_and(|c| NOT_BEFORE.contains(c)),
                // そのうちの, 三つのうちの
                'う' => !before.is_some_and(char::is_alphabetic),
                _ => true,
            },
            Wants::Anywhere => true,
            Wants::Capital => first.is_uppercase(),
            Wants::Lone => !before.is_some_and(is_kanji) && (honoured || !behind.is_some_and(is_kanji)),
            Wants::Honoured => honoured,
            Wants::Named => named(),
            Wants::Apart => named() || (self.signs.len() > 2 || is_katakana(first)) && is_apart(first, before, behind),
        }
    }
}

/// The most signs of a legal form with a space: 一般社団法人.
const FORM: usize = 7;

/// Whether words stand where only a name does, as far as their neighbours tell.
fn is_named(text: &[char], start: usize, end: usize, rest: &str) -> bool {
    if rest.starts_with('社') || rest.starts_with("御中") {
        return true;
    }
    let before: String = text[start.saturating_sub(FORM)..start].iter().collect();
    let behind: String = text[end..].iter().take(FORM).collect();
    // Before a comma なお and また only go on.
    let ends = |c: char| !c.is_alphanumeric() && !matches!(c, '、' | '，' | ',');
    let alone = !before.ends_with(char::is_alphanumeric) && behind.chars().next().is_none_or(ends);
    alone || has_form(&before, &behind)
}

/// Whether kana stand by themselves: neither before nor behind is more of their kind, but for particles.
fn is_apart(first: char, before: Option<char>, behind: Option<char>) -> bool {
    let kin = |c: char| if is_katakana(first) { is_katakana(c) } else { is_hiragana(c) && !PARTICLES.contains(c) };
    !before.is_some_and(kin) && !behind.is_some_and(kin)
}

pub(super) fn own_words() -> Vec<Needle> {
    static WORDS: OnceLock<Vec<Needle>> = OnceLock::new();
    let read = || {
        let lines = include_str!("own_words.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let needle = |line| Needle { signs: compact(line).0, tells: Tells::Own, wants: Wants::Anywhere, party: None };
        lines.map(needle).collect()
    };
    WORDS.get_or_init(read).clone()
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

pub(super) fn is_kanji(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '々')
}

fn is_hiragana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ')
}

fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー' | 'ｦ'..='ﾟ')
}
