//! Contrasts that need no name: ranks, grades, numbers of bidders, differences, and amounts that are not the reader's own.

use crate::question::amount::{amounts, spelt, Amount};

/// A place in a text: first character, and behind the last one.
type Span = (usize, usize);

/// Numerals as they are written before 位 and the like; digits count too.
const NUMERALS: &str = "一二三四五六七八九十百";

/// Numerals in kanji as they are written before 点.
const KANJI_NUMERALS: &str = "〇零一二三四五六七八九十百";
/// Words that begin with 点 and count no points.
const NO_POINTS: [&str; 5] = ["点検", "点在", "点字", "点滅", "点訳"];

/// Behind a number, these tell a rank or among how many it is counted.
const RANKS: [&str; 26] = [
    "位",
    "番手",
    "社中",
    "社のうち",
    "社の中",
    "社で比較",
    "社を比較",
    "社の比較",
    "社から選",
    "社の提案",
    "社のご提案",
    "社から提案",
    "社からご提案",
    "番目に安",
    "番目に高",
    "番目に低",
    "番目に優",
    "番目に良",
    "番目の提案",
    "番目のご提案",
    "番目の会社",
    "番目の候補",
    "番目の評価",
    "番目でし",
    "番目とな",
    "番目だっ",
];
const NO_RANKS: [&str; 4] = ["位置", "位一体", "位相", "位階"];

/// Before a number of companies, these tell that there are others: ほかの2社.
const OTHERS: [&str; 7] = ["ほかの", "他の", "残りの", "残る", "ほか", "他", "全"];
const COMPANIES: [&str; 2] = ["社", "者"];

const COUNTS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const BEFORE_COUNT: [&str; 5] = ["all", "the", "among", "between", "other"];
const RIVALS: [&str; 9] =
    ["bidders", "vendors", "companies", "suppliers", "candidates", "proposals", "offers", "bids", "firms"];

/// Behind the count of those at the top, these are somebody's own: our top two priorities.
const WISHED: [&str; 8] = ["priorities", "wishes", "concerns", "points", "issues", "topics", "questions", "reasons"];

/// In English, these measure against others where what is measured goes without saying: the highest.
const FURTHEST: [&str; 14] = [
    "best",
    "worst",
    "highest",
    "lowest",
    "strongest",
    "weakest",
    "cheapest",
    "dearest",
    "fastest",
    "slowest",
    "quickest",
    "shortest",
    "longest",
    "largest",
];
/// Behind these they measure against nobody: we wish you all the best, it is for the best.
const NO_MEASURE: [&str; 4] = ["all", "for", "you", "do"];
/// Behind these they measure against all others, whatever stands before.
const OF_ALL: [&str; 8] =
    ["of all", "of any", "of them", "of those", "of the lot", "of everyone", "of everybody", "of the bunch"];
/// Behind these the sentence goes on beside what was measured: the highest we received.
const BEHIND_FURTHEST: [&str; 8] =
    ["among", "amongst", "by", "received", "submitted", "offered", "we received", "we were offered"];

/// Signs of marks as they are said in English, and what stands before them: two triangles.
const SIGNS: [&str; 6] = ["circle", "circles", "triangle", "triangles", "cross", "crosses"];
const BEFORE_SIGN: [&str; 13] =
    ["a", "one", "the", "no", "only", "with", "all", "any", "several", "some", "many", "few", "double"];
const BEHIND_SIGN: [&str; 28] = [
    "and", "or", "but", "for", "in", "on", "under", "from", "beside", "against", "at", "to", "with", "as", "by",
    "than", "each", "overall", "only", "was", "were", "is", "are", "stands", "stand", "would", "has", "have",
];

/// Before a share of all there was to get, these tell a mark: you received 40 of 60.
const GOT: [&str; 14] = [
    "received", "got", "achieved", "reached", "earned", "obtained", "gained", "given", "awarded", "totalled",
    "total of", "came to", "was", "were",
];
const OF_MOST: [&str; 6] = ["of a possible", "out of a possible", "points out of", "points of", "out of", "of"];
const BEHIND_MOST: [&str; 10] = ["points", "possible", "marks", "in", "for", "on", "overall", "and", "with", "from"];

/// Before these stems, these measure against others: 最も短い, 一番早い.
const MOST: [&str; 4] = ["最も", "もっとも", "一番", "いちばん"];
const MEASURED: [&str; 30] = [
    "短",
    "長",
    "早",
    "速",
    "遅",
    "多",
    "少な",
    "高い",
    "高か",
    "高額",
    "低",
    "安",
    "優",
    "良",
    "強",
    "弱",
    "劣",
    "詳し",
    "細か",
    "丁寧",
    "手厚",
    "手堅",
    "堅実",
    "豊富",
    "充実",
    "具体的",
    "明快",
    "公正",
    "有利",
    "不利",
];
/// Behind such a stem, these tell of a time or a way alone: 最も多い時期.
const OF_TIMES: [&str; 7] = ["い月", "い時期", "い時間帯", "い曜日", "い季節", "い日時", "い方法"];
/// Behind 候補, these tell of a day to meet: 第一候補の日程.
const OF_DAYS: [&str; 4] = ["日", "の日", "時", "の時"];

/// What a share is counted in, and a sum too small to be an amount by itself.
const UNITS: [&str; 13] =
    ["%", "％", "パーセント", "ポイント", "割", "倍", "点", "円", "yen", "percent", "per cent", "points", "point"];
/// What may stand between a figure and what it differs in: 400万円ほど高い.
const JOINS: [&str; 13] =
    ["円", "yen", "jpy", "ほど", "程度", "近く", "くらい", "ぐらい", "余り", "以上", "だけ", "分", "も"];
const DIFFERS: [&str; 23] = [
    "の差", "差", "高い", "高く", "高か", "高め", "高額", "安い", "安く", "安か", "安め", "安価", "低い", "低く",
    "低か", "低め", "低額", "more", "less", "cheaper", "higher", "lower", "dearer",
];

const BEHIND_GRADE: [&str; 6] = ["評価", "判定", "ランク", "等級", "グレード", "級"];
const BEHIND_GRADE_EN: [&str; 4] = ["grade", "rating", "-grade", "-rated"];
const BEFORE_GRADE: [&str; 20] = [
    "評価",
    "評価は",
    "評価が",
    "評価：",
    "評点",
    "評点は",
    "判定",
    "判定は",
    "ランク",
    "等級",
    "grade",
    "grade:",
    "grade of",
    "graded",
    "rated",
    "rating",
    "rating of",
    "mark of",
    "marked",
    "scored",
];

/// Behind a number in groups these still leave it bare; another word says what is counted.
const BEHIND_BARE: [&str; 14] =
    ["more", "less", "higher", "lower", "cheaper", "dearer", "and", "or", "in", "for", "than", "was", "is", "per"];

/// Companies under a letter, ranks, numbers of bidders and differences.
pub(super) fn contrasts(text: &[char]) -> Vec<Span> {
    let mut found = lettered(text);
    found.extend(ranks(text));
    found.extend(counted(text));
    found.extend(differences(text));
    found.extend(superlatives(text));
    found.extend(furthest(text));
    found
}

/// Grades in letters: S評価, 評価はA, grade B+.
pub(super) fn grades(text: &[char]) -> Vec<Span> {
    let is_latin = |at: usize| {
        text.get(at).is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ'))
    };
    let mut found = Vec::new();
    for (at, letter) in text.iter().enumerate() {
        let signed = matches!(text.get(at + 1), Some('+' | '-' | '＋' | '－' | '−')) && !is_latin(at + 2);
        let end = at + 1 + usize::from(signed);
        let grades = matches!(letter, 'A'..='E' | 'S' | 'Ａ'..='Ｅ' | 'Ｓ');
        if !grades || at > 0 && is_latin(at - 1) || is_latin(end) {
            continue;
        }
        // A grade at the head of a sentence is an article.
        let article = *letter == 'A' && said_before(text, at, &["an"]).is_none();
        let behind = said(text, end, &BEHIND_GRADE)
            .or_else(|| said(text, end, &BEHIND_GRADE_EN).filter(|_| !article || text.get(end) == Some(&'-')));
        if let Some(behind) = behind {
            found.push((at, behind));
        } else if let Some(start) = said_before(text, at, &BEFORE_GRADE) {
            found.push((start, end));
        }
    }
    found
}

/// Marks as they are spoken, where no more of their kana stand beside: マル, ばつ.
pub(super) fn spoken_marks(text: &[char]) -> Vec<Span> {
    let katakana = |c: char| matches!(c, 'ァ'..='ヺ' | 'ー');
    let hiragana = |c: char| matches!(c, 'ぁ'..='ゖ');
    let mut found = Vec::new();
    for (at, pair) in text.windows(2).enumerate() {
        let before = at.checked_sub(1).map(|at| text[at]);
        let behind = text.get(at + 2).copied();
        let apart = match pair {
            ['マ', 'ル'] | ['バ', 'ツ'] => {
                !before.is_some_and(katakana) && !behind.is_some_and(|c| katakana(c) || c == '秘')
            }
            // ばつが悪い
            ['ば', 'つ'] => {
                !before.is_some_and(|c| hiragana(c) && !"はがもにの".contains(c))
                    && !behind.is_some_and(|c| hiragana(c) && !"だでとはをも".contains(c))
            }
            _ => false,
        };
        if apart {
            found.push((at, at + 2));
        }
    }
    found
}

/// Marks as they are said in English: a circle and two triangles, 40 of 60.
pub(super) fn said_marks(text: &[char]) -> Vec<Span> {
    let mut found = Vec::new();
    let words = words(text);
    for (nth, (start, end, word)) in words.iter().enumerate() {
        let before = nth.checked_sub(1).map(|nth| &words[nth]);
        let before = before.filter(|(_, behind, _)| text[*behind..*start].iter().all(|c| is_gap(*c)));
        if SIGNS.contains(&word.as_str()) {
            let counted = before.filter(|(.., before)| BEFORE_SIGN.contains(&before.as_str()) || is_count(before));
            found.extend(counted.filter(|_| goes_on(text, *end, &BEHIND_SIGN)).map(|(from, ..)| (*from, *end)));
        } else if word.bytes().all(|b| b.is_ascii_digit()) && said_before(text, *start, &GOT).is_some() {
            let most = said(text, *end, &OF_MOST).map(|at| at + text[at..].iter().take_while(|c| is_gap(**c)).count());
            let most = most.and_then(|at| words.iter().find(|(start, ..)| *start == at));
            let most = most.filter(|(.., word)| word.bytes().all(|b| b.is_ascii_digit()));
            found
                .extend(most.filter(|(_, end, _)| goes_on(text, *end, &BEHIND_MOST)).map(|(_, end, _)| (*start, *end)));
        }
    }
    found
}

/// Points in words, of which no few are told as in 三点の改善: 八十三点, eighty-three points.
pub(super) fn worded_points(text: &[char]) -> Vec<Span> {
    let worded = spelt(text).into_iter().filter(|(.., value)| *value >= 10);
    let mut found: Vec<Span> =
        worded.filter_map(|(start, end, _)| Some((start, said(text, end, &["points", "point", "点"])?))).collect();
    let mut at = 0;
    while at < text.len() {
        let end = at + text[at..].iter().take_while(|c| KANJI_NUMERALS.contains(**c)).count();
        if end > at && is_many(&text[at..end]) {
            let decimals = text[end..].iter().skip(1).take_while(|c| KANJI_NUMERALS.contains(**c)).count();
            let decimal = matches!(text.get(end), Some('・' | '．' | '.')) && decimals > 0;
            let end = if decimal { end + 1 + decimals } else { end };
            found.extend(said(text, end, &["点"]).filter(|_| said(text, end, &NO_POINTS).is_none()).map(|to| (at, to)));
        }
        at = end.max(at + 1);
    }
    found
}

/// Whether a number in kanji is ten or more. 二三 is two or three.
fn is_many(signs: &[char]) -> bool {
    let place = |c: char| "〇一二三四五六七八九".chars().position(|sign| sign == c);
    match signs {
        [] => false,
        [one] => matches!(one, '十' | '百'),
        [one, two] => place(*one).zip(place(*two)).is_none_or(|(one, two)| one != 0 && two != one + 1),
        _ => true,
    }
}

/// Amounts of money that are none of these prices.
pub(super) fn sums(text: &[char], own: &[i64]) -> Vec<Span> {
    let foreign = |amount: &Amount| !own.iter().any(|price| amount.tells(*price));
    let all = amounts(text).into_iter();
    let held = all.filter(|amount| foreign(amount) && (amount.said || is_bare(text, amount.start, amount.end)));
    held.map(|amount| (amount.start, amount.end)).collect()
}

/// Whether a number in groups stands without anything it counts, as an amount does whose currency goes without saying.
fn is_bare(text: &[char], start: usize, end: usize) -> bool {
    let before = |nth: usize| start.checked_sub(nth).and_then(|at| text.get(at));
    let joined = before(1).is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '+' | '/' | '.' | '#' | '_'))
        || before(1).is_some_and(|c| is_gap(*c)) && before(2).is_some_and(char::is_ascii_digit);
    let grouped = text[start..end].iter().any(|c| matches!(c, ',' | '，') || is_gap(*c));
    let counts = match text[end..].iter().find(|c| !is_gap(**c)) {
        None | Some('差' | '高' | '安' | '低') => false,
        Some('の' | '%' | '％') => true,
        Some(c) if c.is_ascii_alphanumeric() => said(text, end, &BEHIND_BARE).is_none(),
        Some(c) => c.is_alphanumeric() && !matches!(c, 'ぁ'..='ゖ'),
    };
    grouped && !joined && !counts
}

pub(super) fn narrow(c: char) -> char {
    match c {
        '０'..='９' | '．' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

pub(super) fn is_numeral(c: char) -> bool {
    NUMERALS.contains(c) || narrow(c).is_ascii_digit()
}

fn is_gap(c: char) -> bool {
    c.is_whitespace() && c != '\n'
}

/// The place behind the first of these words that stands here, gaps before it passed over.
fn said(text: &[char], at: usize, words: &[&str]) -> Option<usize> {
    let at = at + text[at..].iter().take_while(|c| is_gap(**c)).count();
    words.iter().find_map(|word| {
        let end = at + word.chars().count();
        let same = text.get(at..end)?.iter().copied().flat_map(char::to_lowercase).eq(word.chars());
        let cut =
            word.ends_with(|c: char| c.is_ascii_alphabetic()) && text.get(end).is_some_and(char::is_ascii_alphabetic);
        (same && !cut).then_some(end)
    })
}

/// Where the first of these words begins that ends here, gaps behind it passed over.
pub(super) fn said_before(text: &[char], at: usize, words: &[&str]) -> Option<usize> {
    let end = at - text[..at].iter().rev().take_while(|c| is_gap(**c)).count();
    words.iter().find_map(|word| {
        let start = end.checked_sub(word.chars().count())?;
        let same = text[start..end].iter().copied().flat_map(char::to_lowercase).eq(word.chars());
        let cut =
            word.starts_with(|c: char| c.is_ascii_alphabetic()) && start > 0 && text[start - 1].is_ascii_alphabetic();
        (same && !cut).then_some(start)
    })
}

/// Ranks in Japanese, in digits or kanji, and numbers of companies: 第八位, 二番手, 3番目に安い, 五社中, ほかの2社.
fn ranks(text: &[char]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = at + text[at..].iter().take_while(|c| is_numeral(**c)).count();
        if end > at && said(text, end, &NO_RANKS).is_none() {
            let others = said_before(text, at, &OTHERS).zip(said(text, end, &COMPANIES));
            let candidate = said_before(text, at, &["第"]).zip(said(text, end, &["候補"]));
            let candidate = candidate.filter(|(_, behind)| said(text, *behind, &OF_DAYS).is_none());
            found.extend(said(text, end, &RANKS).map(|behind| (at, behind)).or(others).or(candidate));
        }
        at = end.max(at + 1);
    }
    found
}

/// Superlatives that measure: 最も短い, 一番早い. What somebody wishes most is none.
fn superlatives(text: &[char]) -> Vec<Span> {
    let mut found = Vec::new();
    for at in (0..text.len()).filter(|at| !is_gap(text[*at])) {
        let measured = said(text, at, &MOST).and_then(|behind| said(text, behind, &MEASURED));
        found.extend(measured.filter(|end| said(text, *end, &OF_TIMES).is_none()).map(|end| (at, end)));
    }
    found
}

/// Superlatives in English that measure against others: the highest, best of all.
fn furthest(text: &[char]) -> Vec<Span> {
    let mut found = Vec::new();
    let words = words(text);
    for (nth, (start, end, word)) in words.iter().enumerate() {
        if !FURTHEST.contains(&word.as_str()) {
            continue;
        }
        let the = nth.checked_sub(1).map(|nth| &words[nth]).filter(|the| the.2 == "the");
        let from = the.map_or(*start, |the| the.0);
        let wished = nth.checked_sub(2).is_some_and(|nth| NO_MEASURE.contains(&words[nth].2.as_str()));
        if let Some(behind) = said(text, *end, &OF_ALL) {
            found.push((from, behind));
        } else if the.is_some() && !wished && goes_on(text, *end, &BEHIND_FURTHEST) {
            found.push((from, *end));
        }
    }
    found
}

/// Whether what ends here is followed by nothing it would belong to: the sentence ends, or goes on with one of these.
fn goes_on(text: &[char], end: usize, with: &[&str]) -> bool {
    match text[end..].iter().find(|c| !is_gap(**c)) {
        // the highest-paid
        Some('-') => is_gap(text[end]),
        Some(c) if c.is_alphanumeric() => said(text, end, with).is_some(),
        // 1,000 and 7.5 go on behind their sign.
        Some(',' | '.') => !text.get(end + 1).is_some_and(char::is_ascii_digit),
        _ => true,
    }
}

/// Whether a word counts more than one.
fn is_count(word: &str) -> bool {
    COUNTS.contains(&word) || word.parse::<u8>().is_ok_and(|count| count > 1)
}

/// The words of a text in Latin letters and digits, in small letters.
fn words(text: &[char]) -> Vec<(usize, usize, String)> {
    let mut words = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = at + text[at..].iter().take_while(|c| c.is_ascii_alphanumeric()).count();
        if end > at {
            words.push((at, end, text[at..end].iter().map(char::to_ascii_lowercase).collect()));
        }
        at = end.max(at + 1);
    }
    words
}

/// Numbers of bidders in English: the other two, all three vendors, the top two.
fn counted(text: &[char]) -> Vec<Span> {
    let words = words(text);
    let mut found = Vec::new();
    for (nth, (_, end, word)) in words.iter().enumerate().skip(1) {
        if !is_count(word) {
            continue;
        }
        let (start, _, before) = &words[nth - 1];
        let wished = words.get(nth + 1).is_some_and(|next| WISHED.contains(&next.2.as_str()));
        let yours = nth.checked_sub(2).is_some_and(|nth| words[nth].2 == "your");
        if before == "top" && !wished && !yours {
            found.push((*start, *end));
            continue;
        }
        let rivals = words.get(nth + 1).filter(|next| RIVALS.contains(&next.2.as_str()));
        let the = nth.checked_sub(2).map(|nth| &words[nth]).filter(|the| the.2 == "the" && before == "other");
        if let Some((_, behind, _)) = rivals.filter(|_| BEFORE_COUNT.contains(&before.as_str())) {
            found.push((*start, *behind));
        } else if let Some((start, ..)) = the {
            found.push((*start, *end));
        }
    }
    found
}

/// A figure with what it differs in: 400万円高い, 2,345,678円の差, 15 percent cheaper.
fn differences(text: &[char]) -> Vec<Span> {
    let mut figures: Vec<Span> = amounts(text).into_iter().map(|amount| (amount.start, amount.end)).collect();
    let mut at = 0;
    while at < text.len() {
        let is_part = |c: char| is_numeral(c) || matches!(c, '〇' | '零' | '.' | '．' | ',' | '，');
        let end = at + text[at..].iter().take_while(|c| is_part(**c)).count();
        if is_numeral(text[at]) {
            figures.extend(said(text, end, &UNITS).map(|behind| (at, behind)));
        }
        at = end.max(at + 1);
    }
    let worded = spelt(text).into_iter();
    figures.extend(worded.filter_map(|(start, end, _)| said(text, end, &UNITS).map(|behind| (start, behind))));
    let mut found = Vec::new();
    for (start, mut end) in figures {
        while let Some(behind) = said(text, end, &JOINS) {
            end = behind;
        }
        // 差し引く and the like tell no difference.
        let is_apart = |behind: &usize| text[*behind - 1] != '差' || text.get(*behind) != Some(&'し');
        let differs = said(text, end, &DIFFERS).filter(is_apart);
        found.extend(differs.map(|behind| (start, behind)));
    }
    found
}

/// Companies under a letter: A社, Ｂ社, company B, vendor C.
fn lettered(text: &[char]) -> Vec<Span> {
    let mut found = Vec::new();
    for at in 0..text.len() {
        let letter = matches!(text[at], 'A'..='Z' | 'Ａ'..='Ｚ');
        let alone = at == 0 || !text[at - 1].is_ascii_alphanumeric() && !matches!(text[at - 1], 'Ａ'..='Ｚ');
        if letter && alone && text.get(at + 1) == Some(&'社') {
            found.push((at, at + 2));
        }
        let end = text.get(at + 1).is_none_or(|c| !c.is_ascii_alphanumeric());
        if letter && alone && end {
            let company = said_before(text, at, &["company", "vendor", "bidder"]).filter(|_| text[at - 1] == ' ');
            found.extend(company.map(|start| (start, at + 1)));
        }
    }
    found
}
