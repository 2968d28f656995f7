//! How an asker speaks of itself in English: what tells something of it, and the bare «we» and «our» of any question.

use std::sync::OnceLock;

use crate::l10n::fold;

/// Words that need no say of their own between «our» and what is ours: our current clients, our more than 300 employees.
const SLIGHT: &[&str] = &[
    "current", "existing", "present", "former", "other", "own", "new", "main", "major", "largest", "biggest", "many",
    "domestic", "overseas", "global", "local", "head", "over", "more", "than", "about", "around", "nearly", "some",
];

/// Words over which nothing is ours any more: our proposal, our reply to the client.
const APART: &[&str] = &[
    "a",
    "an",
    "the",
    "this",
    "that",
    "these",
    "your",
    "their",
    "its",
    "it",
    "and",
    "or",
    "but",
    "to",
    "for",
    "of",
    "with",
    "in",
    "on",
    "by",
    "at",
    "from",
    "as",
    "if",
    "is",
    "are",
    "be",
    "was",
    "were",
    "will",
    "can",
    "may",
    "must",
    "should",
    "proposal",
    "proposals",
    "proposed",
    "estimate",
    "estimates",
    "quotation",
    "quote",
    "offer",
    "bid",
    "price",
    "answer",
    "reply",
    "question",
    "questions",
    "understanding",
    "assumption",
    "assumptions",
    "planned",
];

/// Words behind which somebody asks and tells nothing: may we employ …?
const ASKING: &[&str] = &[
    "can", "could", "may", "might", "must", "shall", "should", "do", "does", "did", "will", "would", "if", "whether",
    "when", "unless", "suppose", "assuming",
];

/// A line of the phrases.
struct Phrase {
    /// Its words; `…` stands for few words between.
    words: Vec<&'static str>,
    /// What it says of the asker holds a wording back.
    holds: bool,
}

/// A word of a text.
struct Word {
    /// First character.
    start: usize,
    /// Behind the last one.
    end: usize,
    /// As it is compared.
    word: String,
    /// It stands in one sentence with the word before.
    joined: bool,
}

fn phrases() -> &'static [Phrase] {
    static PHRASES: OnceLock<Vec<Phrase>> = OnceLock::new();
    PHRASES.get_or_init(|| {
        let lines = include_str!("own_phrases.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let phrase = |line: &'static str| {
            let bare = line.strip_prefix("? ");
            Phrase { words: bare.unwrap_or(line).split(' ').collect(), holds: bare.is_none() }
        };
        lines.map(phrase).collect()
    })
}

/// Where a text speaks of whoever wrote it: first character, behind the last one, and whether that tells something of it.
pub(super) fn voices(text: &[char]) -> Vec<(usize, usize, bool)> {
    let words = words(text);
    let mut found: Vec<(usize, usize, bool)> = Vec::new();
    for (at, first) in words.iter().enumerate() {
        let asked = first.joined && at > 0 && ASKING.contains(&words[at - 1].word.as_str());
        let fits = phrases().iter().filter(|phrase| !(asked && phrase.holds && phrase.words[0] == "we"));
        let ends = fits.filter_map(|phrase| Some((words[last(phrase, &words[at..])? + at].end, phrase.holds)));
        if let Some((end, holds)) = ends.max() {
            if found.last().is_none_or(|(_, reach, _)| *reach <= first.start) {
                found.push((first.start, end, holds));
            }
        }
    }
    found
}

/// The last of the words with which a phrase stands at their beginning.
fn last(phrase: &Phrase, words: &[Word]) -> Option<usize> {
    let mut at = 0;
    for (n, wanted) in phrase.words.iter().enumerate() {
        if *wanted == "…" {
            let close = phrase.words[n + 1];
            let mut free = 0;
            while !is(words.get(at)?, close) {
                let word = &words[at];
                let slight =
                    SLIGHT.contains(&word.word.as_str()) || word.word.starts_with(|c: char| c.is_ascii_digit());
                free += usize::from(!slight);
                if !word.joined || free > 1 || APART.contains(&word.word.as_str()) {
                    return None;
                }
                at += 1;
            }
            continue;
        }
        let word = words.get(at)?;
        if n > 0 && !word.joined || !is(word, wanted) {
            return None;
        }
        at += 1;
    }
    at.checked_sub(1)
}

/// Whether it is this word, or more than one of it.
fn is(word: &Word, wanted: &str) -> bool {
    let rest = word.word.strip_prefix(wanted);
    rest.is_some_and(|rest| rest.is_empty() || wanted.len() > 2 && matches!(rest, "s" | "es"))
}

/// The words in Latin letters of a text; «we're» is two.
fn words(text: &[char]) -> Vec<Word> {
    let letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    let mut words: Vec<Word> = Vec::new();
    let (mut at, mut joined) = (0, false);
    while at < text.len() {
        if !letter(text[at]) {
            joined &= !matches!(text[at], '.' | '?' | '!' | ';' | ':' | '\n' | '。' | '？' | '！');
            at += 1;
            continue;
        }
        let hyphen = |end: usize| text[end] == '-' && text.get(end + 1).is_some_and(|c| letter(*c));
        let mut end = at;
        while end < text.len() && (letter(text[end]) || hyphen(end)) {
            end += 1;
        }
        let mut word = fold(&text[at..end].iter().collect::<String>());
        if at > 0 && matches!(text[at - 1], '\'' | '’') {
            word = match word.as_str() {
                "re" => "are".into(),
                "ve" => "have".into(),
                _ => word,
            };
        }
        words.push(Word { start: at, end, word, joined });
        (at, joined) = (end, true);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words that hold, and those that are only shown.
    fn told(words: &str) -> (Vec<String>, Vec<String>) {
        let text: Vec<char> = words.chars().collect();
        let (holds, shown): (Vec<_>, Vec<_>) = voices(&text).into_iter().partition(|(.., holds)| *holds);
        let said = |(start, end, _): (usize, usize, bool)| text[start..end].iter().collect::<String>();
        (holds.into_iter().map(said).collect(), shown.into_iter().map(said).collect())
    }

    #[test]
    fn what_tells_of_the_asker_holds() {
        for (words, telling) in [
            ("Our company keeps a team for imports.", "Our company"),
            ("We at the desk would start in June.", "We at"),
            ("We're an outsourcing firm. Is that fine?", "We're an"),
            ("Note that we have more than 1,200 full-time employees.", "we have more than 1,200 full-time employees"),
            ("We have 20 years behind us.", "We have 20 years"),
            ("Would our existing clients count as references?", "our existing clients"),
            ("May the work be done at our Sapporo office?", "our Sapporo office"),
            ("Could OUR PRODUCTS be used?", "OUR PRODUCTS"),
            ("Ｏｕｒ　ｐｌａｔｆｏｒｍ records calls.", "Ｏｕｒ　ｐｌａｔｆｏｒｍ"),
            ("As the incumbent, may the hand-over be skipped?", "As the incumbent"),
            ("Our standard caps the error rate at 0.5%.", "Our standard"),
        ] {
            assert_eq!(told(words).0, [telling], "{words}");
        }
    }

    #[test]
    fn what_any_asker_would_say_is_shown_alone() {
        for (words, shown) in [
            ("Can we send the ledgers by mail?", vec!["we"]),
            ("Should we quote with tax?", vec!["we"]),
            ("Do we have 20 years of data, if we employ two people?", vec!["we", "we"]),
            ("We would like to know the volume.", vec!["We"]),
            ("We have two questions about your employees.", vec!["We"]),
            ("Must our proposal name the client?", vec!["our"]),
            ("Is our estimate for the office binding?", vec!["our"]),
            ("May our staff use your product?", vec!["our"]),
            ("Is it ours? Clients may ask.", vec!["ours"]),
            ("When do you expect us? The hours of power cuts, an hour, a web weekend.", vec![]),
        ] {
            assert_eq!(told(words), (Vec::new(), shown.into_iter().map(String::from).collect()), "{words}");
        }
    }

    #[test]
    fn phrases_are_well_formed() {
        for phrase in phrases() {
            assert!(phrase.words.iter().all(|word| !word.is_empty()), "{:?}", phrase.words);
            assert!(phrase.words[0] != "…" && phrase.words[phrase.words.len() - 1] != "…", "{:?}", phrase.words);
        }
    }
}
