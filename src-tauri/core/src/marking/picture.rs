//! The result in pictures, for the window and for papers alike. Only classes are set; how they look is up to whoever shows
//! the picture.

use std::fmt::Write as _;

use unicode_segmentation::UnicodeSegmentation;

use super::result::Counted;
use super::sheet::is_price;
use super::words::signed;
use crate::evaluation::score::{exact, rounded, Ballot, Exact, Item, Standing};
use crate::l10n::Lang;
use crate::procurement::weeks::escaped;
use crate::Text;

/// A picture with the words that say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The picture.
    pub svg: String,
    /// What it shows, in words.
    pub alt: String,
}

/// Height of a line.
pub(super) const ROW: f64 = 24.0;
/// Size of the letters, in the picture's own units.
const LETTER: f64 = 13.0;

/// Size of the small letters, in the same.
const SMALL: f64 = 12.0;
/// How wide the widest picture is.
const WIDEST: f64 = 520.0;

/// What a picture is drawn for. On paper all are as wide as the widest, and so letters of one size stay alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// The window.
    Window,
    /// A paper.
    Paper,
}

impl Medium {
    /// How much wider a picture is drawn that is so wide in the window.
    pub(super) fn spare(self, wide: f64) -> f64 {
        match self {
            Self::Window => 0.0,
            Self::Paper => WIDEST - wide,
        }
    }

    /// The room of a label, in letters as they are measured.
    pub(super) fn room(self, room: f64) -> f64 {
        match self {
            Self::Window => room,
            Self::Paper => printed(room),
        }
    }
}

/// What never begins a line.
const NEVER_FIRST: [char; 27] = [
    'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ッ', 'ャ', 'ュ', 'ョ', 'ー', 'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ', 'っ', 'ゃ', 'ゅ', 'ょ',
    '、', '。', '・', '）', '」', '』', '々', '：',
];

/// Whether a sign is set in the letters for Japanese.
fn is_japanese(sign: char) -> bool {
    matches!(sign, '\u{3000}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// How wide a sign is, in letters for Japanese: as the window's face has it, which is the wider one.
fn share(sign: char) -> f64 {
    match sign {
        ' ' | '!' | '\'' | ',' | '.' | ':' | ';' | 'i' | 'j' | 'l' => 0.36,
        '"' | '(' | ')' | '*' | '-' | '/' | 'I' | '[' | ']' | 'f' | 'r' | 't' => 0.5,
        '%' | '@' | 'M' | 'W' | 'm' | 'w' => 0.98,
        'A'..='Z' | '#' | '$' | '&' | '+' | '<' | '=' | '>' | '?' => 0.8,
        '0'..='9' => 0.76,
        _ if sign.is_ascii() => 0.68,
        _ => 1.0,
    }
}

/// How wide words are set, about.
pub(super) fn width(words: &str) -> f64 {
    words.chars().map(share).sum::<f64>() * LETTER
}

/// The words, cut off with … where they are wider than `room`.
pub(super) fn fitted(words: &str, room: f64) -> String {
    if width(words) <= room {
        return words.to_owned();
    }
    let mut kept = String::new();
    for sign in words.graphemes(true) {
        if width(&kept) + width(sign) + LETTER > room {
            break;
        }
        kept.push_str(sign);
    }
    format!("{}…", kept.trim_end())
}

/// Words that end in what is said of a name (…を除く) keep that where they are cut; others keep their beginning.
fn cut(words: &str, room: f64) -> String {
    if width(words) > room && words.chars().last().is_some_and(|last| Kind::of(last) == Kind::Hiragana) {
        cut_inside(words, room)
    } else {
        fitted(words, room)
    }
}

/// Words that are wider than `room`, cut off inside: their end stays.
fn cut_inside(words: &str, room: f64) -> String {
    let fits = |at: &usize| width(&words[*at..]) <= (room - LETTER) / 2.0;
    let ends = words.grapheme_indices(true).rev().map(|(at, _)| at);
    let end = ends.take_while(fits).last().unwrap_or(words.len());
    format!("{}{}", fitted(&words[..end], room - width(&words[end..])), &words[end..])
}

/// The kinds of signs whose meeting shows where a Japanese word ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Hiragana,
    Katakana,
    Latin,
    Other,
}

impl Kind {
    fn of(c: char) -> Self {
        match c {
            '\u{3041}'..='\u{309f}' => Self::Hiragana,
            '\u{30a1}'..='\u{30fa}' | 'ー' | '\u{ff66}'..='\u{ff9f}' => Self::Katakana,
            _ if c.is_ascii_alphanumeric() => Self::Latin,
            _ => Self::Other,
        }
    }
}

/// Whether a line may go on between two signs at all.
fn is_open_between(before: char, next: char) -> bool {
    let closes = NEVER_FIRST.contains(&next) || (next.is_ascii_punctuation() && next != '(');
    !closes && !matches!(before, '（' | '「' | '『' | '(')
}

/// Whether a word ends between two signs.
fn ends_word(before: char, next: char) -> bool {
    let (last, first) = (Kind::of(before), Kind::of(next));
    let parted = matches!(before, '・' | '、' | '-' | '/') || matches!(next, '（' | '「' | '『' | '(');
    is_open_between(before, next) && (parted || (last != first && first != Kind::Hiragana))
}

/// Whether a compound of kanji goes on between two signs.
fn parts_compound(before: char, next: char) -> bool {
    let kanji = |c: char| Kind::of(c) == Kind::Other && c.is_alphabetic();
    is_open_between(before, next) && kanji(before) && kanji(next)
}

/// So many katakana are taken for several words.
const SEVERAL: usize = 10;
/// How many of them stay together at both ends.
const TOGETHER: usize = 4;

/// The places inside long runs of katakana where a line may go on.
fn inside_katakana(signs: &[(usize, char)]) -> Vec<usize> {
    let runs = signs.chunk_by(|(_, one), (_, next)| Kind::of(*one) == Kind::of(*next));
    let long = runs.filter(|run| run.len() >= SEVERAL && Kind::of(run[0].1) == Kind::Katakana);
    long.flat_map(|run| {
        let pairs = run[TOGETHER - 1..=run.len() - TOGETHER].windows(2);
        pairs.filter(|pair| is_open_between(pair[0].1, pair[1].1)).map(|pair| pair[1].0)
    })
    .collect()
}

/// The words in one line or, where they are wider than `room`, in two: parted between words, or else inside a compound of
/// kanji, or of so many katakana that they are several words. No other word is torn; what has no room then is cut off with
/// a sign.
pub(super) fn folded(words: &str, room: f64) -> Vec<String> {
    if width(words) <= room {
        return vec![words.to_owned()];
    }
    let fits = |at: &usize| width(words[..*at].trim_end()) <= room;
    let rest_fits = |at: &usize| width(words[*at..].trim_start()) <= room;
    let signs: Vec<(usize, char)> =
        words.grapheme_indices(true).filter_map(|(at, sign)| Some((at, sign.chars().next()?))).collect();
    let between = |ends: fn(char, char) -> bool| -> Vec<usize> {
        let pairs = signs.windows(2).filter(|pair| ends(pair[0].1, pair[1].1));
        pairs.map(|pair| pair[1].0).filter(fits).collect()
    };
    // No sign stands alone in the second line.
    let last = signs.last().map_or(0, |(at, _)| *at);
    let spaces = words.match_indices(' ').map(|(at, _)| at + 1).rfind(fits);
    let (ends, inside) = (between(ends_word), between(parts_compound));
    let whole = ends.iter().copied().rfind(rest_fits);
    let torn = || inside.iter().copied().filter(|at| *at < last).rfind(rest_fits);
    let several: Vec<usize> = inside_katakana(&signs).into_iter().filter(fits).collect();
    let katakana = || several.iter().copied().rfind(rest_fits);
    let cut_then = || ends.last().or(several.last()).copied();
    match spaces.or(whole).or_else(torn).or_else(katakana).or_else(cut_then) {
        Some(at) => vec![words[..at].trim_end().to_owned(), cut(words[at..].trim_start(), room)],
        None => vec![cut(words, room)],
    }
}

/// The words folded so that they stay other ones than those beside them: where both would be cut to the same, they keep
/// their end and lose what is before it.
fn folded_among(words: &str, room: f64, beside: &[&str]) -> Vec<String> {
    let mut lines = folded(words, room);
    if beside.iter().any(|other| *other != words && folded(other, room) == lines) {
        if let Some(last) = lines.pop() {
            let rest = lines.first().map_or(words, |first| words[first.len()..].trim_start());
            let told = cut_inside(rest, room);
            lines.push(if last.contains('…') { told } else { last });
        }
    }
    lines
}

/// Height of the lines of a picture whose labels are these: all of them are higher where one needs two lines.
pub(super) fn row<'l>(labels: impl IntoIterator<Item = &'l str>, room: f64) -> f64 {
    if labels.into_iter().any(|label| folded(label, room).len() > 1) {
        ROW + LETTER
    } else {
        ROW
    }
}

/// A picture being drawn.
pub(super) struct Drawing {
    svg: String,
    width: f64,
    height: f64,
}

impl Drawing {
    pub fn new(width: f64, height: f64) -> Self {
        Self { svg: String::new(), width, height }
    }

    /// `class` says what the words are; `anchor` is `start`, `middle` or `end`.
    pub fn words(&mut self, (x, y): (f64, f64), class: &str, anchor: &str, words: &str) {
        // Figures and Latin words are set in the letters that papers have for them.
        let latin = if words.chars().any(is_japanese) { "" } else { " k-latin" };
        let _ = write!(
            self.svg,
            "<text class=\"{class}{latin}\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{}</text>",
            escaped(words)
        );
    }

    /// Words in the room they have, in two lines about `y` where they need them.
    pub fn label(&mut self, at: (f64, f64), class: &str, room: f64, words: &str) {
        self.label_among(at, class, room, words, &[]);
    }

    /// A label that is never cut to the same as one of those `beside` it.
    pub fn label_among(&mut self, (x, y): (f64, f64), class: &str, room: f64, words: &str, beside: &[&str]) {
        let lines = folded_among(words, room, beside);
        let above = if lines.len() > 1 { LETTER / 2.0 } else { 0.0 };
        let cut = lines.last().is_some_and(|line| line.contains('…'));
        self.named(words, cut, |drawing| {
            for (n, line) in lines.iter().enumerate() {
                drawing.words((x, y - above + LETTER * len(n)), class, "start", line);
            }
        });
    }

    /// Draws words that may have been cut; where they were, the pointer is told the whole of them.
    fn named(&mut self, whole: &str, cut: bool, draw: impl FnOnce(&mut Self)) {
        if cut {
            let _ = write!(self.svg, "<g><title>{}</title>", escaped(whole));
        }
        draw(self);
        if cut {
            self.svg.push_str("</g>");
        }
    }

    pub fn bar(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), class: &str) {
        let _ = write!(
            self.svg,
            "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"{height:.1}\"/>",
            width.max(0.0)
        );
    }

    pub fn line(&mut self, (x1, y1): (f64, f64), (x2, y2): (f64, f64), class: &str) {
        let _ = write!(self.svg, "<path class=\"{class}\" d=\"M{x1:.1} {y1:.1}L{x2:.1} {y2:.1}\"/>");
    }

    pub fn dot(&mut self, (x, y): (f64, f64), class: &str) {
        let _ = write!(self.svg, "<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\"/>");
    }

    pub fn done(self, alt: String) -> Picture {
        let svg = format!(
            "<svg class=\"result-picture\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"><title>{2}</title>{3}</svg>",
            self.width,
            self.height,
            escaped(&alt),
            self.svg
        );
        Picture { svg, alt }
    }
}

/// Where the lead of the first over the second comes from: a bar for each criterion of the first level, to the side of the
/// one it speaks for. None where nobody is first alone or there is no second, or points do not add up to the totals. A
/// criterion in which one of the two has no number has no bar, nor have prices that are closed: nobody knows who leads there.
pub fn lead(counted: &Counted, lang: Lang) -> Option<Picture> {
    let ballot = &counted.gathered.ballot;
    if ballot.totalling != crate::evaluation::score::Totalling::Additive || ballot.sheets.is_empty() {
        return None;
    }
    counted.outcome.winner()?;
    let mut ranked = counted.outcome.standings.iter().filter(|one| one.rank.is_some());
    let (first, second) = (ranked.next()?, ranked.next()?);
    let mut groups: Vec<(&str, Option<Exact>)> = Vec::new();
    // Of the points as they are shown: what the matrix says can be subtracted.
    for item in weighed(ballot).filter(|item| is_counted(counted, &item.id)) {
        let of = |one: &Standing| one.groups.get(&item.group).map(|points| exact(*points));
        if !groups.iter().any(|(id, _)| *id == item.group) {
            groups.push((&item.group, of(first).zip(of(second)).map(|(first, second)| first - second)));
        }
    }
    if groups.iter().all(|(_, difference)| difference.is_none()) {
        return None;
    }
    let most = groups
        .iter()
        .filter_map(|(_, difference)| difference.map(|difference| difference.near().abs()))
        .fold(0.1, f64::max);
    let (label, room) = (132.0, 76.0);
    let (left, middle) = (label + 52.0, label + 52.0 + room);
    let row = row(groups.iter().map(|(id, _)| counted.title(id)), label);
    let ahead = |name: &str| lang.say(&Text::new("picture-ahead").arg("name", name));
    let (before, behind) = (middle - 8.0, middle + 8.0);
    // As wide as the name behind the axis needs it, within the width of the other pictures.
    let needed = behind + width(&ahead(counted.short(&first.bidder))) * SMALL / LETTER + 1.0;
    let end = needed.clamp(400.0, WIDEST);
    let mut drawing = Drawing::new(end, 24.0 + row * len(groups.len()));
    let bottom = 20.0 + row * len(groups.len());
    for x in [left, middle + room] {
        drawing.line((x, 16.0), (x, bottom), "k-grid");
    }
    drawing.line((middle, 16.0), (middle, bottom), "k-axis");
    for (x, anchor, room, one) in [(before, "end", before, second), (behind, "start", end - behind, first)] {
        let name = counted.short(&one.bidder);
        let shown = fitted(name, room * LETTER / SMALL - width(&ahead("")));
        drawing.named(&ahead(name), shown != name, |drawing| {
            drawing.words((x, 10.0), "k-small", anchor, &ahead(&shown));
        });
    }
    let mut told = Vec::new();
    for (n, (id, difference)) in groups.iter().enumerate() {
        let y = 22.0 + row * (len(n) + 0.5);
        drawing.label((0.0, y), "k-label", label, counted.title(id));
        let Some(difference) = difference else {
            let value = lang.word("picture-lead-open");
            drawing.words((behind, y), "k-quiet", "start", &value);
            told.push(lang.say(&Text::new("picture-item").arg("title", counted.title(id)).arg("value", value)));
            continue;
        };
        let value = rounded(*difference, ballot.rounding).map(signed).unwrap_or_default();
        let wide = difference.near().abs() / most * room;
        if difference.near() < 0.0 {
            drawing.bar((middle - wide, y - 9.0), (wide, 9.0), "k-other");
            drawing.words((middle - wide - 6.0, y), "k-figure", "end", &value);
        } else {
            drawing.bar((middle, y - 9.0), (wide, 9.0), "k-first");
            drawing.words((middle + wide + 6.0, y), "k-figure", "start", &value);
        }
        told.push(lang.say(&Text::new("picture-item").arg("title", counted.title(id)).arg("value", value)));
    }
    let alt = Text::new("picture-lead")
        .arg("first", counted.short(&first.bidder))
        .arg("second", counted.short(&second.bidder))
        .arg("list", told.join(&lang.word("picture-joint")));
    Some(drawing.done(lang.say(&alt)))
}

/// Whether a criterion is in the totals: one about the price is not while prices are closed.
fn is_counted(counted: &Counted, criterion: &str) -> bool {
    let gathered = &counted.gathered;
    gathered.price_open || !gathered.criteria.iter().any(|one| one.id == criterion && is_price(one))
}

/// How the classes look on paper.
const ON_PAPER: &str = "<style>text{font-family:\"BIZ UDPGothic\"}.k-label,.k-figure,.k-quiet,.k-strong{font-size:10px;fill:#1b1c20}.k-figure,.k-small,.k-latin{font-family:\"Noto Sans JP\"}.k-small{font-size:8.6px;fill:#565a64}.k-quiet{fill:#565a64}.k-strong{font-weight:700}.k-first{fill:#243c74}.k-other{fill:#9aa0ad}.k-ground{fill:#e6e8ed}.k-axis{stroke:#1b1c20;fill:none}.k-grid{stroke:#d5d8de;stroke-width:.6;fill:none}.k-way{stroke:#b4b8c1;fill:none}.k-span{stroke:#565a64;stroke-width:3;fill:none}.k-tick{stroke:#1b1c20;stroke-width:2;fill:none}.k-frame{stroke:#9aa0ad;stroke-width:.6;fill:none}</style>";

/// The size of the labels there.
const PRINTED: f64 = 10.0;

/// The room that labels of a picture that is only printed have, in letters as they are measured.
fn printed(room: f64) -> f64 {
    room * LETTER / PRINTED
}

/// A picture as a paper sets it: its classes get the colours of the papers.
pub fn for_paper(svg: &str) -> String {
    svg.replacen("<title>", &format!("{ON_PAPER}<title>"), 1)
}

/// The totals of the bidders as bars, divided by the criteria of the first level.
pub fn totals_picture(counted: &Counted, lang: Lang) -> Option<Picture> {
    let ballot = &counted.gathered.ballot;
    let ranked: Vec<_> = counted.outcome.standings.iter().filter(|one| one.rank.is_some()).collect();
    if ranked.is_empty() || ballot.totalling != crate::evaluation::score::Totalling::Additive {
        return None;
    }
    let whole = ballot.items.iter().map(|item| exact(item.weight).near()).sum::<f64>().max(0.1);
    let most = ranked.iter().map(|one| exact(one.total).near()).fold(whole, f64::max);
    let (left, right) = (206.0, 470.0);
    let room = printed(left - 6.0);
    let names: Vec<&str> = ranked.iter().map(|one| counted.short(&one.bidder)).collect();
    let row = row(names.iter().copied(), room);
    let mut drawing = Drawing::new(WIDEST, 8.0 + row * len(ranked.len()));
    let mut groups: Vec<&str> = Vec::new();
    for item in weighed(ballot) {
        if !groups.contains(&item.group.as_str()) {
            groups.push(&item.group);
        }
    }
    let mut told = Vec::new();
    for (n, one) in ranked.iter().enumerate() {
        let y = 7.0 + row * (len(n) + 0.5);
        let class = if one.rank == Some(1) { "k-strong" } else { "k-label" };
        drawing.label_among((0.0, y), class, room, names[n], &names);
        let mut x = left;
        for group in &groups {
            let points = one.groups.get(*group).map_or(0.0, |points| exact(*points).near());
            let wide = points / most * (right - left);
            drawing.bar((x, y - 11.0), (wide - 0.8, 13.0), if one.rank == Some(1) { "k-first" } else { "k-other" });
            x += wide;
        }
        drawing.words(
            (514.0, y),
            if one.rank == Some(1) { "k-strong" } else { "k-figure" },
            "end",
            &one.total.to_string(),
        );
        told.push(
            lang.say(&Text::new("picture-item").arg("title", counted.short(&one.bidder)).arg("value", one.total)),
        );
    }
    let alt = Text::new("picture-totals").arg("list", told.join(&lang.word("picture-joint")));
    Some(drawing.done(lang.say(&alt)))
}

/// The items that earn points: what is passed or failed has no bar.
fn weighed(ballot: &Ballot) -> impl Iterator<Item = &Item> {
    ballot.items.iter().filter(move |item| ballot.earns(item))
}

/// The points of each bidder in each criterion of the first level, in a frame as wide as the weight. None with so many
/// bidders that nothing could be read.
pub fn points_picture(counted: &Counted, lang: Lang) -> Option<Picture> {
    let ballot = &counted.gathered.ballot;
    let ranked: Vec<_> = counted.outcome.standings.iter().filter(|one| one.rank.is_some()).collect();
    if ranked.is_empty() || ranked.len() > 6 {
        return None;
    }
    let mut groups: Vec<(&str, f64)> = Vec::new();
    for item in weighed(ballot) {
        let weight = exact(item.weight).near();
        match groups.iter_mut().find(|(id, _)| *id == item.group) {
            Some((_, sum)) => *sum += weight,
            None => groups.push((&item.group, weight)),
        }
    }
    let most = groups.iter().map(|(_, weight)| *weight).fold(0.1, f64::max);
    let (left, wide) = (132.0, 388.0 / len(ranked.len()));
    let room = wide - 44.0;
    let high = row(groups.iter().map(|(id, _)| counted.title(id)), printed(left - 8.0));
    // The names need a second line where one of them does.
    let named = printed(wide - 8.0);
    let names: Vec<&str> = ranked.iter().map(|one| counted.short(&one.bidder)).collect();
    let head = row(names.iter().copied(), named) - ROW;
    let mut drawing = Drawing::new(WIDEST, 24.0 + head + high * len(groups.len()));
    for (n, one) in ranked.iter().enumerate() {
        let class = if one.rank == Some(1) { "k-strong" } else { "k-label" };
        drawing.label_among((left + wide * len(n), 12.0 + head / 2.0), class, named, names[n], &names);
    }
    for (row, (id, weight)) in groups.iter().enumerate() {
        let y = 23.0 + head + high * (len(row) + 0.5);
        drawing.label((0.0, y), "k-label", printed(left - 8.0), counted.title(id));
        for (n, one) in ranked.iter().enumerate() {
            let x = left + wide * len(n);
            let points = one.groups.get(*id).copied().unwrap_or_default();
            let share = exact(points).near() / most * room;
            drawing.bar((x, y - 9.0), (weight / most * room, 10.0), "k-frame");
            drawing.bar((x, y - 9.0), (share, 10.0), if one.rank == Some(1) { "k-first" } else { "k-other" });
            drawing.words((x + weight / most * room + 4.0, y), "k-small", "start", &points.to_string());
        }
    }
    Some(drawing.done(lang.word("picture-points")))
}

/// A count as a length.
#[allow(clippy::cast_precision_loss)]
pub(super) fn len(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_with_a_sign() {
        assert_eq!(fitted("信頼性", 120.0), "信頼性");
        assert_eq!(fitted("情報セキュリティ体制と運営管理", 100.0), "情報セキュリ…");
        assert!(width(&fitted("The quality of the service desk", 100.0)) <= 100.0);
        // A letter stays with the sign that says which drawing of it is meant.
        assert_eq!(fitted("山本辻\u{e0100}情報", 52.0), "山本…");
    }

    #[test]
    fn capitals_and_figures_are_measured_wider_than_small_letters() {
        // As wide as the window's face sets them, in letters.
        for (words, set) in [("HOKKAIDO AND", 8.81), ("20270331", 5.94), ("illicit", 2.73)] {
            let measured = width(words) / LETTER;
            assert!((set..set * 1.1).contains(&measured), "{words}: {measured}");
        }
    }

    #[test]
    fn what_is_said_of_a_name_stays_where_the_name_is_cut() {
        let said = "グローバルカスタマーリレーションズ・アンド・オペレーションズ東日本を除く";
        let lines = folded(said, 176.0);
        assert!(lines.len() == 2 && lines[1].contains('…') && lines[1].ends_with("を除く"), "{lines:?}");
        assert!(lines.iter().all(|line| width(line) <= 176.0), "{lines:?}");
        // Where two lines hold it, nothing is cut.
        let parted = folded("北海道東北ビジネスプロセスサービスを除く", 176.0);
        assert_eq!(parted, ["北海道東北ビジネスプロセス", "サービスを除く"]);
        let long = folded("コールセンターマネジメントソリューションズジャパン", 317.0);
        assert_eq!(long, ["コールセンターマネジメントソリューションズ", "ジャパン"]);
    }

    #[test]
    fn names_that_begin_alike_are_told_apart_where_they_are_cut() {
        let names = ["長い名前のアウトソーシング・デスク03", "長い名前のアウトソーシング・デスク12", "アオバ"];
        let told = names.map(|name| folded_among(name, 120.0, &names));
        assert_eq!(folded(names[0], 120.0), folded(names[1], 120.0));
        assert_eq!(told[0][0], "長い名前の");
        assert!(told[0][1].ends_with("03") && told[1][1].ends_with("12"), "{told:?}");
        assert!(told.iter().flatten().all(|line| width(line) <= 120.0), "{told:?}");
        assert_eq!(told[2], ["アオバ"]);
        // Nothing is cut otherwise where no other begins alike.
        assert_eq!(folded_among(names[0], 120.0, &names[2..]), folded(names[0], 120.0));
    }

    #[test]
    fn what_is_cut_is_told_whole() {
        let svg = |words: &str| {
            let mut drawing = Drawing::new(100.0, 20.0);
            drawing.label((0.0, 10.0), "k-label", 60.0, words);
            drawing.done(String::new()).svg
        };
        let long = "情報セキュリティ体制と運営管理";
        assert!(svg(long).contains(&format!("<g><title>{long}</title>")), "{}", svg(long));
        assert!(!svg("信頼性").contains("<g>"));
    }

    #[test]
    fn labels_go_on_in_a_second_line_between_words() {
        assert_eq!(folded("信頼性", 120.0), ["信頼性"]);
        assert_eq!(folded("Management of the operation", 130.0), ["Management of", "the operation"]);
        assert_eq!(folded("情報セキュリティ体制", 110.0), ["情報セキュリティ", "体制"]);
        assert_eq!(folded("運営管理体制の確認", 95.0), ["運営管理体制の", "確認"]);
        assert_eq!(folded("事業継続計画", 66.0), ["事業継続", "計画"]);
        assert_eq!(folded("みなとオペレーションズ", 110.0), ["みなと", "オペレーションズ"]);
        // No word is torn, nor its last letter broken off.
        assert_eq!(folded("オペレーションズ", 100.0), ["オペレーショ…"]);
        assert_eq!(folded("みなとパートナーズ", 60.0), ["みなと", "パート…"]);
        for words in [
            "Expertise and a long record in the very same industry",
            "情報セキュリティ体制と運営管理体制の確かさ",
            "あ",
        ] {
            let lines = folded(words, 100.0);
            assert!(lines.len() <= 2 && lines.iter().all(|line| width(line) <= 100.0), "{lines:?}");
        }
        assert!(row(["短い", "Management of the operation"], 130.0) > row(["短い"], 130.0));
    }
}
