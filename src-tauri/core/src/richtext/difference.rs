//! What changed between two texts, told in words: blocks are laid side by side first, then the words inside changed ones.
//!
//! Japanese has no spaces, and differences by single characters cannot be read. Texts are cut where the script changes
//! (kanji, hiragana, katakana, letters, figures), which is close to how people would strike out and write in by hand.

use serde::{Deserialize, Serialize};
use similar::{capture_diff_slices, Algorithm, DiffTag};
use ts_rs::TS;
use unicode_segmentation::UnicodeSegmentation;

use super::plain::cell_text;
use super::{Block, CellBlock, Inline, List, RichText, Wording};

/// A piece of text, marked where it is new or gone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Run {
    /// The words.
    pub s: String,
    /// New.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(as = "Option<bool>", optional)]
    pub ins: bool,
    /// Gone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(as = "Option<bool>", optional)]
    pub del: bool,
}

impl Run {
    /// Unchanged words.
    pub fn same(s: impl Into<String>) -> Self {
        Self { s: s.into(), ..Self::default() }
    }

    /// New words.
    pub fn new(s: impl Into<String>) -> Self {
        Self { s: s.into(), ins: true, del: false }
    }

    /// Words that are gone.
    pub fn gone(s: impl Into<String>) -> Self {
        Self { s: s.into(), ins: false, del: true }
    }
}

/// The old text with what is gone marked, and the new text with what is new marked. Both empty where nothing changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// What was.
    pub old: Vec<Run>,
    /// What is.
    pub new: Vec<Run>,
}

impl Difference {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.old.is_empty() && self.new.is_empty()
    }
}

/// A piece that changes as a whole. Two are the same where `same` is the same: a field is itself whatever its value.
#[derive(Debug, Clone)]
struct Token {
    same: String,
    shown: String,
}

impl PartialEq for Token {
    fn eq(&self, other: &Self) -> bool {
        self.same == other.same
    }
}
impl Eq for Token {}
impl std::hash::Hash for Token {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.same.hash(state);
    }
}
impl PartialOrd for Token {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Token {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.same.cmp(&other.same)
    }
}

type Line = Vec<Token>;

/// What changed between two documents. `was` words the fields and drawn parts of the old one, `is` those of the new one.
pub fn documents(old: &RichText, new: &RichText, was: &impl Wording, is: &impl Wording) -> Difference {
    if old == new {
        return Difference::default();
    }
    lines(&doc_lines(old, was), &doc_lines(new, is))
}

/// What changed between two plain texts, line by line.
pub fn texts(old: &str, new: &str) -> Difference {
    if old == new {
        return Difference::default();
    }
    let cut = |text: &str| text.lines().map(|line| tokens(line, "")).collect::<Vec<_>>();
    lines(&cut(old), &cut(new))
}

fn lines(old: &[Line], new: &[Line]) -> Difference {
    let mut out = Difference::default();
    let mut apart = false;
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        let (tag, was, is) = op.as_tag_tuple();
        if tag == DiffTag::Equal {
            apart = true;
            continue;
        }
        if apart {
            for side in [&mut out.old, &mut out.new] {
                if !side.is_empty() {
                    side.push(Run::same("\n…"));
                }
            }
        }
        apart = false;
        for (was, is) in pairs(&old[was], &new[is]) {
            match (was, is) {
                (Some(was), Some(is)) => {
                    let inner = words(was, is);
                    line_end(&mut out.old);
                    out.old.extend(inner.old);
                    line_end(&mut out.new);
                    out.new.extend(inner.new);
                }
                (Some(was), None) => {
                    line_end(&mut out.old);
                    out.old.push(Run::gone(shown(was)));
                }
                (None, Some(is)) => {
                    line_end(&mut out.new);
                    out.new.push(Run::new(shown(is)));
                }
                (None, None) => {}
            }
        }
    }
    out.old = joined(out.old);
    out.new = joined(out.new);
    out
}

fn line_end(side: &mut Vec<Run>) {
    if !side.is_empty() {
        side.push(Run::same("\n"));
    }
}

fn shown(line: &[Token]) -> String {
    line.iter().map(|token| token.shown.as_str()).collect()
}

/// Neighbouring runs of one kind as one; nothing empty.
fn joined(runs: Vec<Run>) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    for run in runs.into_iter().filter(|run| !run.s.is_empty()) {
        match out.last_mut() {
            Some(last) if (last.ins, last.del) == (run.ins, run.del) => last.s.push_str(&run.s),
            _ => out.push(run),
        }
    }
    out
}

/// Lays changed lines side by side so that the most alike stand together, in order.
fn pairs<'a>(old: &'a [Line], new: &'a [Line]) -> Vec<(Option<&'a Line>, Option<&'a Line>)> {
    let (n, m) = (old.len(), new.len());
    if n * m > 10_000 {
        return old.iter().map(|line| (Some(line), None)).chain(new.iter().map(|line| (None, Some(line)))).collect();
    }
    // best[i][j]: how much likeness can be had from the lines i.. and j..
    let mut best = vec![vec![0.0_f64; m + 1]; n + 1];
    let mut alike = vec![vec![0.0_f64; m]; n];
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            alike[i][j] = likeness(&old[i], &new[j]);
            let together = if alike[i][j] > 0.3 { alike[i][j] + best[i + 1][j + 1] } else { f64::MIN };
            best[i][j] = together.max(best[i + 1][j]).max(best[i][j + 1]);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut out = Vec::with_capacity(n + m);
    while i < n || j < m {
        if i < n && j < m && alike[i][j] > 0.3 && best[i][j] <= alike[i][j] + best[i + 1][j + 1] {
            out.push((Some(&old[i]), Some(&new[j])));
            (i, j) = (i + 1, j + 1);
        } else if j >= m || (i < n && best[i + 1][j] >= best[i][j + 1]) {
            out.push((Some(&old[i]), None));
            i += 1;
        } else {
            out.push((None, Some(&new[j])));
            j += 1;
        }
    }
    out
}

/// The share of characters two lines have in common as words, 0 to 1.
fn likeness(old: &Line, new: &Line) -> f64 {
    let mut counts = std::collections::HashMap::<&str, i64>::new();
    let mut total = 0;
    let weight = |token: &Token| i64::try_from(token.shown.chars().count()).unwrap_or(1);
    for token in old {
        *counts.entry(&token.same).or_default() += 1;
        total += weight(token);
    }
    let mut common = 0;
    for token in new {
        total += weight(token);
        if let Some(left) = counts.get_mut(token.same.as_str()).filter(|left| **left > 0) {
            *left -= 1;
            common += weight(token);
        }
    }
    #[allow(clippy::cast_precision_loss)] // characters of one line
    if total == 0 {
        1.0
    } else {
        2.0 * common as f64 / total as f64
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Step {
    Keep,
    Gone,
    New,
}

fn words(old: &Line, new: &Line) -> Difference {
    let mut steps: Vec<(Step, usize, usize)> = Vec::new(); // what happens, index in old, index in new
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        let (tag, was, is) = op.as_tag_tuple();
        if tag == DiffTag::Equal {
            steps.extend(was.zip(is).map(|(i, j)| (Step::Keep, i, j)));
        } else {
            steps.extend(was.clone().map(|i| (Step::Gone, i, is.start)));
            steps.extend(is.map(|j| (Step::New, was.end, j)));
        }
    }
    // A particle or a comma left standing between two changes is noise: it goes with them.
    let mut at = 0;
    let mut swallowed = vec![false; steps.len()];
    while at < steps.len() {
        let end = (at..steps.len()).find(|n| steps[*n].0 != Step::Keep).unwrap_or(steps.len());
        if end > at && at > 0 && end < steps.len() {
            let kept = &steps[at..end];
            let text: String = kept.iter().map(|(_, i, _)| old[*i].shown.as_str()).collect();
            let weak = text
                .chars()
                .all(|c| !matches!(class(c), Class::Kanji | Class::Katakana | Class::Letter | Class::Figure));
            if weak && text.chars().count() <= 2 {
                swallowed[at..end].fill(true);
            }
        }
        at = end.max(at) + 1;
    }
    let mut out = Difference::default();
    for (n, (step, i, j)) in steps.iter().enumerate() {
        match step {
            Step::Keep if swallowed[n] => {
                out.old.push(Run::gone(&old[*i].shown));
                out.new.push(Run::new(&new[*j].shown));
            }
            Step::Keep => {
                out.old.push(Run::same(&old[*i].shown));
                out.new.push(Run::same(&new[*j].shown));
            }
            Step::Gone => out.old.push(Run::gone(&old[*i].shown)),
            Step::New => out.new.push(Run::new(&new[*j].shown)),
        }
    }
    Difference { old: joined(out.old), new: joined(out.new) }
}

fn doc_lines(doc: &RichText, wording: &impl Wording) -> Vec<Line> {
    let mut out = Vec::new();
    for block in &doc.blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => out.push(line(content, wording)),
            Block::List(list) => list_lines(list, 0, wording, &mut out),
            Block::Table(table) => {
                out.extend(table.caption.as_deref().map(|caption| tokens(caption, "")));
                for row in &table.rows {
                    let mut cells: Line = Vec::new();
                    for cell in row {
                        if !cells.is_empty() {
                            cells.push(Token { same: "\t".into(), shown: "　".into() });
                        }
                        match cell.content.as_slice() {
                            [CellBlock::Paragraph(content)] => cells.extend(line(content, wording)),
                            content => cells.extend(tokens(&cell_text(content, wording).replace('\n', " "), "")),
                        }
                    }
                    out.push(cells);
                }
            }
            Block::Drawn(name) => {
                out.push(vec![Token { same: format!("\u{0}block {name}"), shown: wording.drawn(name) }]);
            }
        }
    }
    out.retain(|line| !line.is_empty());
    out
}

fn list_lines(list: &List, depth: usize, wording: &impl Wording, out: &mut Vec<Line>) {
    for (n, item) in list.items.iter().enumerate() {
        let mark = if list.ordered { format!("({}) ", list.number(n)) } else { "・".to_owned() };
        // Steps that only moved up or down by a number are not changes of their words. A list that begins elsewhere is one.
        let start = if n == 0 { list.start } else { 1 };
        let same = format!("\u{0}item {depth} {start}");
        let mut all = vec![Token { same, shown: format!("{}{mark}", "　".repeat(depth)) }];
        all.extend(line(&item.content, wording));
        out.push(all);
        for inner in &item.lists {
            list_lines(inner, depth + 1, wording, out);
        }
    }
}

fn line(content: &[Inline], wording: &impl Wording) -> Line {
    let mut out = Vec::new();
    for piece in content {
        match piece {
            Inline::Text { text, marks } => {
                let set = match (&marks.link, marks.strike) {
                    (None, false) => String::new(),
                    (link, strike) => format!("\u{0}{strike} {}", link.as_deref().unwrap_or("")),
                };
                out.extend(tokens(text, &set));
            }
            Inline::Field { key, .. } => out.push(Token {
                same: format!("\u{0}field {key}"),
                shown: wording.field(key).unwrap_or_else(|| format!("{{{{{key}}}}}")),
            }),
            Inline::Break => out.push(Token { same: "\n".into(), shown: " ".into() }),
        }
    }
    out
}

#[derive(Clone, Copy, PartialEq)]
enum Class {
    Kanji,
    Hiragana,
    Katakana,
    Letter,
    Figure,
    Other,
}

fn class(c: char) -> Class {
    match c {
        '\u{3041}'..='\u{309F}' => Class::Hiragana,
        '\u{30A1}'..='\u{30FA}' | '\u{30FC}'..='\u{30FF}' | '\u{FF66}'..='\u{FF9F}' => Class::Katakana,
        '々' | '〆' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => Class::Kanji,
        c if c.is_numeric() => Class::Figure,
        c if c.is_alphabetic() => Class::Letter,
        _ => Class::Other,
    }
}

/// Cuts a text where the script changes; signs stand alone. `set` tells apart the same words set otherwise.
fn tokens(text: &str, set: &str) -> Line {
    let mut out: Vec<Token> = Vec::new();
    let mut last = Class::Other;
    for grapheme in text.graphemes(true) {
        let now = grapheme.chars().next().map_or(Class::Other, class);
        match out.last_mut() {
            Some(token) if now == last && now != Class::Other => token.shown.push_str(grapheme),
            _ => out.push(Token { same: String::new(), shown: grapheme.to_owned() }),
        }
        last = now;
    }
    for token in &mut out {
        token.same = format!("{}{set}", token.shown);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{arbitrary, ListItem};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn japanese_changes_by_words() {
        let change =
            texts("一次回答を6か月の時点で65％以上とすること。", "一次回答を3か月の時点で58％以上とすること。");
        assert_eq!(
            change.old,
            vec![
                Run::same("一次回答を"),
                Run::gone("6"),
                Run::same("か月の時点で"),
                Run::gone("65"),
                Run::same("％以上とすること。"),
            ]
        );
        assert_eq!(change.new.iter().filter(|run| run.ins).map(|run| run.s.as_str()).collect::<Vec<_>>(), ["3", "58"]);
    }

    #[test]
    fn a_particle_between_two_changes_goes_with_them() {
        let change = texts("月初の営業日", "月末の休業日");
        assert_eq!(change.old, vec![Run::gone("月初の営業日")]);
        assert_eq!(change.new, vec![Run::new("月末の休業日")]);
    }

    #[test]
    fn blocks_are_laid_side_by_side() {
        let old = RichText::plain("変わらない段落\n期限は金曜です\n消える段落");
        let new = RichText::plain("変わらない段落\n期限は火曜です\n変わらない最後の行とは似ても似つかぬ文");
        let change = documents(&old, &new, &(), &());
        assert_eq!(
            change.old,
            vec![Run::same("期限は"), Run::gone("金曜"), Run::same("です\n"), Run::gone("消える段落"),]
        );
    }

    #[test]
    fn a_field_is_the_same_whatever_it_says() {
        struct Says(&'static str);
        impl Wording for Says {
            fn field(&self, _: &str) -> Option<String> {
                Some(self.0.into())
            }
            fn drawn(&self, name: &str) -> String {
                name.into()
            }
        }
        let doc = RichText { blocks: vec![Block::Paragraph(vec![Inline::field("schedule.decision")])] };
        let mut longer = doc.clone();
        longer.blocks.push(Block::Paragraph(vec![Inline::text("追加")]));
        let change = documents(&doc, &longer, &Says("金曜"), &Says("火曜"));
        assert_eq!(change, Difference { old: vec![], new: vec![Run::new("追加")] });
    }

    #[test]
    fn a_list_that_begins_at_another_number_is_a_change() {
        let doc = |start: u16| {
            let item = |words: &str| ListItem { content: vec![Inline::text(words)], lists: Vec::new() };
            let list = List { ordered: true, start, items: vec![item("計画の策定"), item("実施")] };
            RichText { blocks: vec![Block::List(list)] }
        };
        let change = documents(&doc(1), &doc(3), &(), &());
        assert_eq!(change.old, vec![Run::gone("(1) "), Run::same("計画の策定")]);
        assert_eq!(change.new, vec![Run::new("(3) "), Run::same("計画の策定")]);
    }

    fn of(runs: &[Run], keep: impl Fn(&Run) -> bool) -> String {
        runs.iter().filter(|run| keep(run)).map(|run| run.s.as_str()).collect()
    }

    proptest! {
        #[test]
        fn equal_documents_have_no_difference(doc in arbitrary::doc()) {
            prop_assert!(documents(&doc, &doc.clone(), &(), &()).is_empty());
        }

        #[test]
        fn both_sides_keep_the_same_words(old in arbitrary::doc(), new in arbitrary::doc()) {
            let change = documents(&old, &new, &(), &());
            prop_assert!(change.old.iter().all(|run| !run.ins));
            prop_assert!(change.new.iter().all(|run| !run.del));
        }

        #[test]
        fn one_line_is_told_whole(old in "[ぁ-んァ-ヶ一-龠a-z0-9、。]{1,30}", new in "[ぁ-んァ-ヶ一-龠a-z0-9、。]{1,30}") {
            prop_assume!(old != new);
            let change = texts(&old, &new);
            prop_assert_eq!(of(&change.old, |_| true), old);
            prop_assert_eq!(of(&change.new, |_| true), new);
        }
    }
}
