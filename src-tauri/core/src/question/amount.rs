//! Amounts of money in running text, however they are written: 1,234,567円, １２３４５６７, 123万, 1億2,345万円, 二千万円,
//! 1.2 million, twenty million yen, 1,234千円. A price that is told rounded is told all the same.

/// Numbers in English words.
const SPELT: [(&str, i64); 27] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];
/// What multiplies them.
const SCALES: [(&str, i64); 3] = [("thousand", 1_000), ("million", MILLION), ("billion", 1_000_000_000)];
/// From here on a number in words counts as an amount where no money is said beside it.
const MILLION: i64 = 1_000_000;
/// Below this a number is rather a count than a price.
const LEAST: i64 = 1_000;
/// A plain number of fewer digits only counts as an amount where money is said beside it.
const DIGITS: usize = 5;

/// An amount with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Amount {
    /// First character.
    pub start: usize,
    /// Behind the last one.
    pub end: usize,
    /// Money is said beside it.
    pub said: bool,
    /// In whole units of the currency.
    value: i64,
    /// The smallest step it is exact to.
    grain: i64,
}

impl Amount {
    /// Whether it is this price.
    pub(crate) fn is(&self, price: i64) -> bool {
        self.value == price
    }

    /// Whether it tells this price: exactly, or rounded to no fewer than two figures.
    pub(crate) fn tells(&self, price: i64) -> bool {
        if price < LEAST {
            return false;
        }
        if self.value == price {
            return true;
        }
        // 200万円 may be told of 2,003,456 as of 2,043,210: every step it may have been rounded to counts.
        let steps = std::iter::successors(Some(self.grain), |step| step.checked_mul(10));
        steps.take_while(|step| self.value % step == 0 && self.value / step >= 10).any(|step| {
            let (figures, down) = (self.value / step, price / step);
            figures == down || figures == down + 1
        })
    }
}

/// One character of a number.
#[derive(Clone, Copy)]
enum Sign {
    Digit(i64),
    /// Multiplies what stands before it within a group of four: 十百千.
    Inner(i64),
    /// Closes a group of four: 万億兆.
    Outer(i64),
    Comma,
    Point,
}

fn sign(c: char) -> Option<Sign> {
    Some(match c {
        '0'..='9' => Sign::Digit(i64::from(u32::from(c) - u32::from('0'))),
        '０'..='９' => Sign::Digit(i64::from(u32::from(c) - u32::from('０'))),
        '〇' | '零' => Sign::Digit(0),
        '一' | '壱' => Sign::Digit(1),
        '二' | '弐' => Sign::Digit(2),
        '三' | '参' => Sign::Digit(3),
        '四' => Sign::Digit(4),
        '五' => Sign::Digit(5),
        '六' => Sign::Digit(6),
        '七' => Sign::Digit(7),
        '八' => Sign::Digit(8),
        '九' => Sign::Digit(9),
        '十' => Sign::Inner(10),
        '百' => Sign::Inner(100),
        '千' => Sign::Inner(1_000),
        '万' | '萬' => Sign::Outer(10_000),
        '億' => Sign::Outer(100_000_000),
        '兆' => Sign::Outer(1_000_000_000_000),
        ',' | '，' => Sign::Comma,
        '.' | '．' => Sign::Point,
        _ => return None,
    })
}

/// The sign at this place of a number that begins at `start`. A space between groups of three digits is as good as a comma.
fn sign_at(text: &[char], start: usize, at: usize) -> Option<Sign> {
    let c = *text.get(at)?;
    match c {
        ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' => parts_groups(text, start, at).then_some(Sign::Comma),
        _ => sign(c),
    }
}

/// Whether the space here parts groups of three digits and nothing else: 10 000 000.
fn parts_groups(text: &[char], start: usize, at: usize) -> bool {
    let is_group = |group: &[char]| group.len() == 3 && group.iter().all(char::is_ascii_digit);
    let mut before = text[start..at].split(|c| *c == text[at]);
    let leads = before.next().is_some_and(|group| {
        (1..=3).contains(&group.len()) && group[0] != '0' && group.iter().all(char::is_ascii_digit)
    });
    let closed = !text.get(at + 4).is_some_and(char::is_ascii_digit);
    leads && closed && before.all(is_group) && text.get(at + 1..at + 4).is_some_and(is_group)
}

/// The amounts in a text, in their order.
pub(crate) fn amounts(text: &[char]) -> Vec<Amount> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let begins = matches!(sign(text[at]), Some(Sign::Digit(_) | Sign::Inner(_)));
        match begins.then(|| one(text, at)).flatten() {
            Some((amount, behind)) => {
                found.extend(amount);
                at = behind;
            }
            None => at += 1,
        }
    }
    found.extend(spelt(text).into_iter().filter_map(|(start, end, value)| {
        let said = beside(text, start, end);
        let counted = value >= if said { LEAST } else { MILLION };
        counted.then_some(Amount { start, end, said, value, grain: 1 })
    }));
    found.sort_by_key(|amount| amount.start);
    found
}

/// The numbers in English words with their places: eighty-three, twenty million. What only multiplies a number in
/// figures is none.
pub(crate) fn spelt(text: &[char]) -> Vec<(usize, usize, i64)> {
    let mut found: Vec<(usize, usize, i64)> = Vec::new();
    // What is counted up to the last scale, and behind it; and whether the number goes on.
    let (mut whole, mut group, mut open) = (0_i64, 0_i64, false);
    let mut reach = 0;
    let mut at = 0;
    while at < text.len() {
        let length = text[at..].iter().take_while(|c| c.is_ascii_alphabetic()).count();
        if length == 0 {
            at += 1;
            continue;
        }
        let word: String = text[at..at + length].iter().map(char::to_ascii_lowercase).collect();
        let value = |words: &[(&str, i64)]| words.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
        open = open && text[reach..at].iter().all(|c| matches!(c, ' ' | '-' | '\u{a0}' | '‐'));
        if !open {
            (whole, group) = (0, 0);
        }
        if let Some(value) = value(&SPELT) {
            group = group.saturating_add(value);
        } else if word == "hundred" {
            group = group.max(1).saturating_mul(100);
        } else if let Some(scale) = value(&SCALES) {
            whole = whole.saturating_add(group.max(1).saturating_mul(scale));
            group = 0;
        } else {
            open = open && word == "and";
            (at, reach) = (at + length, at + length);
            continue;
        }
        let (end, value) = (at + length, whole.saturating_add(group));
        match found.last_mut().filter(|_| open) {
            Some(last) => *last = (last.0, end, value),
            None => found.push((at, end, value)),
        }
        (at, reach, open) = (end, end, true);
    }
    let in_figures = |start: usize| {
        let before = text[..start].iter().rev().find(|c| **c != ' ');
        before.is_some_and(|c| matches!(sign(*c), Some(Sign::Digit(_) | Sign::Inner(_) | Sign::Outer(_))))
    };
    found.retain(|(start, ..)| !in_figures(*start));
    found
}

/// The number that begins here, where it is an amount, and the place behind it.
fn one(text: &[char], start: usize) -> Option<(Option<Amount>, usize)> {
    let (mut whole, mut group, mut run): (i64, i64, Option<i64>) = (0, 0, None);
    let (mut scale, mut digits, mut units, mut grouped) = (None::<i64>, 0_usize, false, false);
    // The step of the figure read last, by which a figure that ends in noughts is exact.
    let mut step = 1_i64;
    let mut at = start;
    while let Some(sign) = sign_at(text, start, at) {
        let next = text.get(at + 1).copied().and_then(self::sign);
        match sign {
            Sign::Digit(digit) => {
                run = Some(run.unwrap_or(0).checked_mul(10)?.checked_add(digit)?);
                digits += 1;
                if let Some(scale) = &mut scale {
                    *scale = scale.checked_mul(10)?;
                }
            }
            Sign::Inner(factor) => {
                group = group.checked_add(scaled(run.take().unwrap_or(1), scale.take(), factor)?)?;
                (units, step) = (true, factor);
            }
            Sign::Outer(factor) => {
                let decimals = scale.take();
                let number = group.checked_mul(decimals.unwrap_or(1))?.checked_add(run.take().unwrap_or(0))?;
                whole = whole.checked_add(scaled(if number == 0 { 1 } else { number }, decimals, factor)?)?;
                (group, units, step) = (0, true, factor / decimals.unwrap_or(1).min(factor));
            }
            Sign::Comma if matches!(next, Some(Sign::Digit(_))) => grouped = true,
            Sign::Point if scale.is_none() && matches!(next, Some(Sign::Digit(_))) => scale = Some(1),
            Sign::Comma | Sign::Point => break,
        }
        at += 1;
    }
    let tail = run.take();
    let word = behind(text, at);
    let (factor, end) = word.map_or((1, at), |(factor, end)| (factor, end));
    let rest = match tail {
        Some(tail) => {
            step = (factor / scale.unwrap_or(1).min(factor.max(1))).max(1);
            scaled(tail, scale, factor)?
        }
        None => 0,
    };
    let value = whole.checked_add(group)?.checked_add(rest)?;
    let said = beside(text, start, end);
    let money = units || word.is_some() || grouped || said;
    let counted = (money || digits >= DIGITS) && value >= LEAST && !is_date(text, end);
    let grain = step.max(1);
    Some((counted.then_some(Amount { start, end, said, value, grain }), end.max(start + 1)))
}

fn scaled(number: i64, decimals: Option<i64>, factor: i64) -> Option<i64> {
    Some(number.checked_mul(factor)? / decimals.unwrap_or(1).max(1))
}

/// A word that multiplies: million, thousand, k, M.
fn behind(text: &[char], at: usize) -> Option<(i64, usize)> {
    let gap = usize::from(text.get(at) == Some(&' '));
    for (word, factor) in [("million", 1_000_000), ("thousand", 1_000), ("billion", 1_000_000_000), ("mn", 1_000_000)] {
        let end = at + gap + word.len();
        let said = text.get(at + gap..end).map(|said| said.iter().map(char::to_ascii_lowercase));
        if said.is_some_and(|said| said.eq(word.chars())) {
            return Some((factor, end));
        }
    }
    let (letter, over) = (text.get(at)?, text.get(at + 1).is_some_and(char::is_ascii_alphanumeric));
    match letter {
        'M' | 'm' if !over => Some((1_000_000, at + 1)),
        'K' | 'k' if !over => Some((1_000, at + 1)),
        _ => None,
    }
}

/// Whether money is said just before or behind.
fn beside(text: &[char], start: usize, end: usize) -> bool {
    let ahead: String = text[end..text.len().min(end + 4)].iter().collect::<String>().trim_start().to_lowercase();
    let before: String = text[start.saturating_sub(4)..start].iter().collect::<String>().trim_end().to_lowercase();
    ["円", "yen", "jpy"].iter().any(|word| ahead.starts_with(word))
        || ["¥", "￥", "\\", "jpy", "金"].iter().any(|word| before.ends_with(word))
}

fn is_date(text: &[char], end: usize) -> bool {
    matches!(text.get(end), Some('年' | '月' | '日' | '時'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(words: &str, price: i64) -> bool {
        amounts(&words.chars().collect::<Vec<_>>()).iter().any(|amount| amount.tells(price))
    }

    #[test]
    fn a_price_is_found_however_it_is_written() {
        for words in [
            "20,260,800円です",
            "20260800",
            "２０，２６０，８００",
            "約2,026万円",
            "2026万800円",
            "2,026.08万円",
            "二千二十六万円",
            "JPY 20.26 million",
            "20.3M",
            "20,261千円",
            "20,260,000円",
            "20 260 800",
            "Twenty million yen",
            "twenty-million two hundred and sixty thousand yen",
        ] {
            assert!(told(words, 20_260_800), "{words}");
        }
        assert!(told("月額45万円", 450_000));
        assert!(told("200万円台", 2_003_456) && told("2,000,000円", 2_003_456), "rounded to noughts");
        assert!(told("単価は1,250円", 1_250));
    }

    #[test]
    fn what_is_no_price_or_another_one_is_left_alone() {
        for words in
            ["2027年", "MC-CS-2027-001", "360時間", "2027-04-01", "4月23日", "12,000件", "20,261,900円", "20 2608 00"]
        {
            assert!(!told(words, 20_260_800), "{words}");
        }
        for (words, price) in [("20 million", 1_000_000), ("two thousand cases", 2_000), ("one by one", 1_000)] {
            assert!(!told(words, price), "{words}");
        }
        assert!(!told("2027年に", 2_027));
        assert!(!told("3か月", 3));
    }

    proptest! {
        #[test]
        fn every_price_is_found_in_plain_digits_groups_and_wide_digits(price in 1_000_i64..9_000_000_000) {
            let plain = price.to_string();
            let mut grouped = String::new();
            for (n, c) in plain.chars().enumerate() {
                if n > 0 && (plain.len() - n) % 3 == 0 { grouped.push(','); }
                grouped.push(c);
            }
            let wide: String = plain.chars().map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap()).collect();
            for words in [format!("金額は{plain}円"), format!("合計 {grouped} 円"), format!("（{wide}円）"), format!("¥{grouped}")] {
                prop_assert!(told(&words, price), "{words}");
            }
            if price >= 100_000 {
                let man = format!("{}万円", price / 10_000);
                prop_assert!(told(&man, price), "{man}");
            }
        }

        #[test]
        fn any_text_is_read_to_its_end(words in "\\PC{0,60}") {
            let text: Vec<char> = words.chars().collect();
            for amount in amounts(&text) {
                prop_assert!(amount.start < amount.end && amount.end <= text.len());
            }
        }
    }
}
