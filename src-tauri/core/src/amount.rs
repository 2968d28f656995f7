//! Amounts of money and spans of months as people write them.

use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;

/// More than this is a slip of the hand: a trillion.
pub const LARGEST: i64 = 1_000_000_000_000;
/// Units that count months.
pub const MONTHS: &[&str] = &["ヶ月", "か月", "カ月", "ヵ月", "ケ月", "箇月", "個月", "months", "month", "mo", "mos"];
/// Units that count years.
const YEARS: &[&str] = &["年", "ヶ年", "か年", "カ年", "ヵ年", "ケ年", "箇年", "years", "year", "yrs", "yr"];

const UNITS: &[(&str, i64)] = &[("億", 100_000_000), ("百万", 1_000_000), ("万", 10_000), ("千", 1_000)];

/// Reads an amount in whole units of the currency, in any width and notation: `￥1,234,567-`, `1,234千円`, `▲5万円`.
pub fn read(typed: &str) -> Option<i64> {
    read_in(typed, 1)
}

/// Reads an amount written in so many units of the currency: `0.22` is 220 where it counts thousands.
pub fn read_in(typed: &str, times: i64) -> Option<i64> {
    let mut text = folded(typed);
    for word in ["jpy", "yen", "円", "¥", "\\", "也", "@", "金"] {
        text = text.replace(word, "");
    }
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.replace(['、', '_'], ",");
    // `¥1,000.-` ends as a cheque does.
    let bare = text.trim_end_matches(['-', 'ー', '―', '*', '.']);
    let (negative, bare) = match bare.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) if !inner.is_empty() => (true, inner),
        _ => (false, bare.trim_matches(['(', ')'])),
    };
    let signed = bare.trim_start_matches(['▲', '△', '-', '−', '‐', '–']);
    let negative = negative || signed.len() < bare.len();
    let value = figure(signed.trim_start_matches('+'), times)?;
    let value = if negative { -value } else { value };
    (value.abs() <= LARGEST).then_some(value)
}

/// Digits, perhaps with units between them: `1234`, `1.5万`, `1億2,000万`, so many times. Only whole amounts.
fn figure(text: &str, times: i64) -> Option<i64> {
    let mut rest = text;
    let mut sum = Decimal::ZERO;
    let mut last = i64::MAX;
    while !rest.is_empty() {
        let (written, behind) = rest.split_at(number_end(rest));
        let number = decimal(&ungrouped(written)?)?;
        rest = behind;
        let unit = if rest.is_empty() {
            // `600.000` is six hundred to one reader and six hundred thousand to another. No thousands begin with 0.
            let is_open = |(whole, part): (&str, &str)| part.len() == 3 && !whole.starts_with('0');
            if !written.contains(',') && written.split_once('.').is_some_and(is_open) {
                return None;
            }
            1
        } else {
            let (word, unit) = UNITS.iter().find(|(word, _)| rest.starts_with(word))?;
            rest = &rest[word.len()..];
            *unit
        };
        if unit >= last {
            return None;
        }
        last = unit;
        sum = sum.checked_add(number.checked_mul(Decimal::from(unit))?)?;
    }
    let sum = sum.checked_mul(Decimal::from(times))?;
    (last != i64::MAX && sum.fract().is_zero()).then(|| i64::try_from(sum.trunc()).ok()).flatten()
}

/// Where the number that a text begins with ends, its commas and points included.
pub fn number_end(text: &str) -> usize {
    text.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(text.len())
}

/// A number without its commas; none where they do not part its whole digits in threes.
pub fn ungrouped(number: &str) -> Option<String> {
    if !number.contains(',') {
        return Some(number.to_owned());
    }
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let mut groups = whole.split(',').map(str::len);
    let in_threes = matches!(groups.next(), Some(1..=3)) && groups.all(|digits| digits == 3);
    (in_threes && !part.contains(',')).then(|| number.replace(',', ""))
}

/// Reads a plain number without a sign, of a length that people type.
pub fn decimal(text: &str) -> Option<Decimal> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    (!whole.is_empty() && whole.len() <= 15 && part.len() <= 9 && digits(whole) && digits(part))
        .then(|| text.trim_end_matches('.').parse().ok())
        .flatten()
}

/// Reads a span in months: `24`, `24か月`, `2年`, `2 years`.
pub fn months(typed: &str) -> Option<i64> {
    let text = folded(typed);
    let (digits, unit) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
    let count: i64 = digits.parse().ok()?;
    let unit = unit.trim().trim_end_matches('.');
    let bare = unit.strip_suffix('間').unwrap_or(unit);
    if unit.is_empty() || MONTHS.contains(&bare) {
        Some(count)
    } else if YEARS.contains(&bare) {
        count.checked_mul(12)
    } else {
        None
    }
}

/// Text in one width and in small letters, without space around it.
pub fn folded(typed: &str) -> String {
    typed.nfkc().flat_map(char::to_lowercase).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_stand_before_three_digits_or_nothing_is_read() {
        for (typed, value) in [
            ("600,000", 600_000),
            ("１，４８０，０００円", 1_480_000),
            ("1、480、000", 1_480_000),
            ("1億2,000万円", 120_000_000),
            ("600,000.000", 600_000),
            ("600.00", 600),
            ("1.234千円", 1_234),
            ("1480000", 1_480_000),
        ] {
            assert_eq!(read(typed), Some(value), "{typed}");
        }
        for typed in ["600,00", "600.000", "1,48,0000", "25,00,000", "1234,567", ",600", "600,000,", "1,2万"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn amounts_in_thousands_are_whole_once_they_are_counted() {
        for (typed, value) in [("0.22", 220), ("0.095", 95), ("1,234", 1_234_000), ("▲1.5", -1_500)] {
            assert_eq!(read_in(typed, 1_000), Some(value), "{typed}");
        }
        for typed in ["0.2222", "1.234", "9,999,999,999"] {
            assert_eq!(read_in(typed, 1_000), None, "{typed}");
        }
        assert_eq!((read("0.22"), read("0.095")), (None, None));
    }

    #[test]
    fn spans_are_read_in_months_and_in_years() {
        for typed in ["24", "２４", "24か月", "24ヶ月", "24カ月間", "24 months", "2年", "２年間", "2 years"]
        {
            assert_eq!(months(typed), Some(24), "{typed}");
        }
        assert_eq!((months("1年"), months("1 year"), months("1 month")), (Some(12), Some(12), Some(1)));
        for typed in ["", "年", "2年度", "2.5年", "2027年4月", "4月", "24円", "24間", "-2", "二年"] {
            assert_eq!(months(typed), None, "{typed}");
        }
        assert_eq!(months("99999999999999999999"), None);
    }
}
