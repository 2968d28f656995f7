//! Finding words in rich text and replacing them, across pieces that are set differently.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::{tidy, Block, Inline, RichText};

/// Stands for a field while a line is searched, so that nothing is found across it.
const FIELD: char = '\u{FFFC}';

/// What is looked for.
#[derive(Debug, Clone)]
pub struct Pattern {
    sought: Vec<char>,
    case: bool,
}

/// One place where it was found, with the words around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Up to twenty characters before.
    pub before: String,
    /// The words found, as they stand in the text.
    pub found: String,
    /// Up to twenty characters behind.
    pub after: String,
}

impl Pattern {
    /// Looks for `find`: to the letter where `case` is set, otherwise whatever the case and width. `None` where nothing is
    /// looked for.
    pub fn new(find: &str, case: bool) -> Option<Self> {
        let sought: Vec<char> = find.chars().flat_map(|c| folded(c, case)).collect();
        (!sought.is_empty()).then_some(Self { sought, case })
    }

    /// Byte ranges of all matches in a text, none overlapping another.
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        let mut chars = Vec::with_capacity(text.len());
        for (at, c) in text.char_indices() {
            let range = at..at + c.len_utf8();
            chars.extend(folded(c, self.case).map(|f| (f, range.clone())));
        }
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut n = 0;
        while n + self.sought.len() <= chars.len() {
            let window = &chars[n..n + self.sought.len()];
            let range = window[0].1.start..window[window.len() - 1].1.end;
            // A match begins and ends between characters: ㈱ is not found by the bracket it folds to alone.
            let starts = n == 0 || chars[n - 1].1 != window[0].1;
            let ends = chars.get(n + self.sought.len()).is_none_or(|(_, next)| *next != window[window.len() - 1].1);
            if starts && ends && window.iter().map(|(c, _)| c).eq(&self.sought) {
                found.push(range);
                n += self.sought.len();
            } else {
                n += 1;
            }
        }
        found
    }

    /// The places in a plain text.
    pub fn hits(&self, text: &str) -> Vec<Hit> {
        self.ranges(text).into_iter().map(|range| hit(text, range)).collect()
    }

    /// The places in a document, in reading order.
    pub fn hits_in(&self, doc: &RichText) -> Vec<Hit> {
        let mut hits = Vec::new();
        for block in &doc.blocks {
            if let Block::Table(table) = block {
                hits.extend(self.hits(table.caption.as_deref().unwrap_or("")));
            }
            block.each_line(&mut |content| hits.extend(self.hits(&flat(content))));
        }
        hits
    }

    /// A plain text with all places replaced but those `skip` names by their number; and how many were.
    pub fn replace(&self, text: &str, with: &str, skip: impl Fn(usize) -> bool) -> (String, usize) {
        let mut out = String::new();
        let mut last = 0;
        let mut replaced = 0;
        for (n, range) in self.ranges(text).into_iter().enumerate() {
            if skip(n) {
                continue;
            }
            out.push_str(&text[last..range.start]);
            out.push_str(with);
            last = range.end;
            replaced += 1;
        }
        out.push_str(&text[last..]);
        (out, replaced)
    }

    /// A document with all places replaced but those `skip` names by their number in reading order; and how many were.
    /// The new words are set as the first character of the old ones was.
    pub fn replace_in(&self, doc: &RichText, with: &str, skip: impl Fn(usize) -> bool) -> (RichText, usize) {
        let mut doc = doc.clone();
        let mut seen = 0;
        let mut replaced = 0;
        for block in &mut doc.blocks {
            if let Block::Table(table) = block {
                if let Some(caption) = &mut table.caption {
                    let first = seen;
                    seen += self.ranges(caption).len();
                    let (text, n) = self.replace(caption, with, |n| skip(first + n));
                    *caption = text;
                    replaced += n;
                }
            }
            block.each_line_mut(&mut |content| {
                let ranges = self.ranges(&flat(content));
                let first = seen;
                seen += ranges.len();
                let ranges: Vec<_> =
                    ranges.into_iter().enumerate().filter(|(n, _)| !skip(first + n)).map(|(_, range)| range).collect();
                replaced += ranges.len();
                for range in ranges.into_iter().rev() {
                    put(content, &range, with);
                }
                tidy(content);
            });
        }
        (doc.normalised(), replaced)
    }
}

fn folded(c: char, case: bool) -> impl Iterator<Item = char> {
    let all: Vec<char> = if case { vec![c] } else { std::iter::once(c).nfkc().flat_map(char::to_lowercase).collect() };
    all.into_iter()
}

/// The line as one string in which every field is one placeholder and every break one line end.
fn flat(content: &[Inline]) -> String {
    let mut text = String::new();
    for piece in content {
        match piece {
            Inline::Text { text: words, .. } => text.push_str(words),
            Inline::Field { .. } => text.push(FIELD),
            Inline::Break => text.push('\n'),
        }
    }
    text
}

/// Replaces one range of the flat text in the pieces.
fn put(content: &mut [Inline], range: &Range<usize>, with: &str) {
    let mut at = 0;
    let mut first = true;
    for piece in content {
        let length = match piece {
            Inline::Text { text, .. } => text.len(),
            Inline::Field { .. } => FIELD.len_utf8(),
            Inline::Break => 1,
        };
        let (from, to) = (range.start.max(at), range.end.min(at + length));
        if from < to {
            if let Inline::Text { text, .. } = piece {
                text.replace_range(from - at..to - at, if first { with } else { "" });
                first = false;
            }
        }
        at += length;
    }
}

fn hit(text: &str, range: Range<usize>) -> Hit {
    let shown = |part: &str| part.replace(FIELD, "…").replace('\n', " ");
    let before: Vec<char> = text[..range.start].chars().rev().take(20).collect();
    Hit {
        before: shown(&before.into_iter().rev().collect::<String>()),
        found: text[range.clone()].to_owned(),
        after: shown(&text[range.end..].chars().take(20).collect::<String>()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{arbitrary, Marks};
    use super::*;
    use proptest::prelude::*;

    fn bold(text: &str) -> Inline {
        Inline::Text { text: text.into(), marks: Marks { strong: true, ..Marks::default() } }
    }

    #[test]
    fn words_are_replaced_across_marks() {
        let doc = RichText {
            blocks: vec![Block::Paragraph(vec![Inline::text("期限は12月"), bold("18日"), Inline::text("です")])],
        };
        let pattern = Pattern::new("12月18日", true).unwrap();
        let (new, n) = pattern.replace_in(&doc, "1月8日", |_| false);
        assert_eq!(n, 1);
        assert_eq!(new.blocks, vec![Block::Paragraph(vec![Inline::text("期限は1月8日です")])]);
    }

    #[test]
    fn nothing_is_found_across_a_field() {
        let doc = RichText {
            blocks: vec![Block::Paragraph(vec![Inline::text("a"), Inline::field("doc.title"), Inline::text("b")])],
        };
        assert!(Pattern::new("ab", true).unwrap().hits_in(&doc).is_empty());
        assert!(Pattern::new("", true).is_none());
    }

    #[test]
    fn width_and_case_are_folded_unless_asked_for() {
        assert_eq!(Pattern::new("rfp", false).unwrap().hits("ＲＦＰとRFP").len(), 2);
        assert_eq!(Pattern::new("rfp", true).unwrap().hits("ＲＦＰとrfp").len(), 1);
        assert!(Pattern::new("(", false).unwrap().hits("㈱").is_empty());
    }

    #[test]
    fn skipped_places_stay() {
        let doc = RichText::plain("ab ab ab");
        let (new, n) = Pattern::new("ab", true).unwrap().replace_in(&doc, "x", |n| n == 1);
        assert_eq!((new, n), (RichText::plain("x ab x"), 2));
    }

    proptest! {
        #[test]
        fn replacing_and_back_gives_the_first_text(doc in arbitrary::doc(), word in arbitrary::words()) {
            let token = "⟦unused⟧";
            if let Some(there) = Pattern::new(&word, true) {
                let found = there.hits_in(&doc).len();
                let (changed, n) = there.replace_in(&doc, token, |_| false);
                prop_assert_eq!(n, found);
                let (back, m) = Pattern::new(token, true).unwrap().replace_in(&changed, &word, |_| false);
                prop_assert_eq!(m, n);
                prop_assert_eq!(back.plain_text(), doc.plain_text());
            }
        }
    }
}
