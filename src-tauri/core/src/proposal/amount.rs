//! Amounts of money and quantities as estimates write them.

use rust_decimal::Decimal;

use super::{LineKind, Tax};
use crate::amount::{decimal, folded, number_end, read_in, ungrouped, MONTHS};
use crate::{Error, Result};

/// A quantity is no larger.
const MOST: i64 = 1_000_000_000;
/// The last month of a contract that can be named.
pub const LAST_MONTH: i64 = 600;
/// Parts of a yen in which a fraction is looked for.
const PARTS: i64 = 10_000;
/// Decimals of a quantity.
const PLACES: u32 = 6;

/// What is written about the tax beside an amount, the longer words first.
const TAXES: &[(&str, Tax)] = &[
    ("tax not included", Tax::Excluded),
    ("not included", Tax::Excluded),
    ("without tax", Tax::Excluded),
    ("without vat", Tax::Excluded),
    ("before tax", Tax::Excluded),
    ("plus tax", Tax::Excluded),
    ("excluding tax", Tax::Excluded),
    ("excluding vat", Tax::Excluded),
    ("with tax", Tax::Included),
    ("with vat", Tax::Included),
    ("including tax", Tax::Included),
    ("including vat", Tax::Included),
    ("消費税込", Tax::Included),
    ("税込み", Tax::Included),
    ("税込", Tax::Included),
    ("内税", Tax::Included),
    ("tax included", Tax::Included),
    ("tax inclusive", Tax::Included),
    ("incl. tax", Tax::Included),
    ("incl. vat", Tax::Included),
    ("incl tax", Tax::Included),
    ("tax incl.", Tax::Included),
    ("tax incl", Tax::Included),
    ("included", Tax::Included),
    ("消費税抜", Tax::Excluded),
    ("消費税別", Tax::Excluded),
    ("税抜き", Tax::Excluded),
    ("税抜", Tax::Excluded),
    ("税別", Tax::Excluded),
    ("外税", Tax::Excluded),
    ("tax excluded", Tax::Excluded),
    ("tax exclusive", Tax::Excluded),
    ("excl. tax", Tax::Excluded),
    ("excl. vat", Tax::Excluded),
    ("excl tax", Tax::Excluded),
    ("tax excl.", Tax::Excluded),
    ("tax excl", Tax::Excluded),
    ("excluded", Tax::Excluded),
    ("非課税", Tax::Exempt),
    ("不課税", Tax::Exempt),
    ("免税", Tax::Exempt),
    ("対象外", Tax::Exempt),
    ("tax exempt", Tax::Exempt),
    ("exempt", Tax::Exempt),
];

/// Words that say it at the end of what is written only; elsewhere they are about something else.
const TAXES_LAST: &[(&str, Tax)] = &[
    ("without", Tax::Excluded),
    ("excl.", Tax::Excluded),
    ("excl", Tax::Excluded),
    ("with", Tax::Included),
    ("incl.", Tax::Included),
    ("incl", Tax::Included),
];

/// What is written before or behind an amount that is paid monthly.
const MONTHLY: &[&str] = &["(月額)", "月額", "毎月"];

/// Units that count the whole of what is paid for.
const WHOLE: &[&str] = &["式", "一式", "セット", "lot", "lots", "set", "sets", "job", "lump sum", "ls"];

/// An amount as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// Whole units of the currency.
    pub value: i64,
    /// What was written about the tax beside it.
    pub tax: Option<Tax>,
    /// It was written as paid monthly: `月額`, `／月`.
    pub monthly: bool,
}

/// Reads an amount in any width and notation: `￥1,234,567-`, `1,234千円`, `▲5万円（税込）`, `260,000円／月`.
pub fn read_amount(typed: &str) -> Option<Amount> {
    read_amount_in(typed, 1)
}

/// Reads an amount written in so many units of the currency, as under 金額（千円）.
pub fn read_amount_in(typed: &str, times: i64) -> Option<Amount> {
    let mut text = folded(typed);
    let tax = take_tax(&mut text);
    let monthly = take_monthly(&mut text);
    Some(Amount { value: read_in(&text, times)?, tax, monthly })
}

/// Reads price and quantity that are written in one: `1,100円×200件`.
pub fn read_product(typed: &str, times: i64) -> Option<(Amount, String)> {
    let mut text = folded(typed);
    let tax = take_tax(&mut text);
    let (price, quantity) = text.split_once(['×', '✕', '*', 'x'])?;
    let (number, unit) = typed_quantity(quantity).ok()?;
    let amount = read_amount_in(price, times)?;
    let is_plain = !number.is_empty() && unit.chars().all(char::is_alphabetic);
    is_plain.then(|| (Amount { tax, ..amount }, quantity.trim().to_owned()))
}

/// Takes the words about the tax out of the text.
fn take_tax(text: &mut String) -> Option<Tax> {
    let seen = text.as_str();
    let within = TAXES.iter().find_map(|(word, tax)| {
        let mut places = seen.match_indices(*word).map(|(at, _)| at);
        Some((places.find(|at| stands_alone(seen, *at, word))?, *word, *tax))
    });
    let end = seen.trim_end_matches(')').len();
    let last = TAXES_LAST.iter().find_map(|(word, tax)| {
        let at = seen[..end].strip_suffix(*word)?.len();
        stands_alone(seen, at, word).then_some((at, *word, *tax))
    });
    let (at, word, tax) = within.or(last)?;
    text.replace_range(at..at + word.len(), "");
    *text = text.replace("()", "").trim().to_owned();
    Some(tax)
}

/// Whether a word that was found is no part of a longer one. Words of Japanese stand side by side.
fn stands_alone(text: &str, at: usize, word: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphabetic();
    let before = text[..at].chars().next_back().is_some_and(is_letter);
    let behind = text[at + word.len()..].chars().next().is_some_and(is_letter);
    let is_joined = before && word.starts_with(is_letter) || behind && word.ends_with(is_letter);
    !is_joined
}

/// Takes the words for what is paid monthly out of the text, and says whether there were any.
fn take_monthly(text: &mut String) -> bool {
    let around = MONTHLY.iter().find_map(|word| text.strip_prefix(*word).or_else(|| text.strip_suffix(*word)));
    let per = text.rsplit_once('/').or_else(|| text.rsplit_once(" per ")).filter(|(_, unit)| is_months(unit));
    let Some(rest) = around.or(per.map(|(amount, _)| amount)) else { return false };
    *text = rest.trim_matches([':', ' ']).to_owned();
    true
}

/// The amount that was typed as a unit price; nothing typed is no price.
///
/// # Errors
/// A sentence that says how to type it.
pub fn typed_amount(typed: &str) -> Result<Option<Amount>> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    // What is whole once it is counted in parts of a yen has a fraction, and is no slip of the hand.
    let refused = || {
        let has_fraction = read_amount_in(typed, PARTS).is_some();
        let why = if has_fraction { Error::say("error-amount-fraction") } else { Error::say("error-amount") };
        why.arg("typed", typed.trim())
    };
    read_amount(typed).map(Some).ok_or_else(refused)
}

/// The quantity to store for what was typed, with the unit written behind it: `1,200件` is `1200` and `件`.
///
/// # Errors
/// A sentence that says how to type it.
pub fn typed_quantity(typed: &str) -> Result<(String, String)> {
    let text = folded(typed);
    if text.is_empty() {
        return Ok((String::new(), String::new()));
    }
    if text == "一式" || text == "式" {
        return Ok(("1".into(), "式".into()));
    }
    let (number, unit) = text.split_at(number_end(&text));
    let refused = || Error::say("error-quantity").arg("typed", typed.trim());
    let number = ungrouped(number).and_then(|number| decimal(&number));
    let number = number.filter(|n| *n <= Decimal::from(MOST) && n.scale() <= PLACES).ok_or_else(refused)?;
    Ok((number.normalize().to_string(), unit.trim().to_owned()))
}

/// A head count as typed: an exact decimal, or empty.
///
/// # Errors
/// A sentence that says how to type it.
pub fn typed_heads(typed: &str) -> Result<String> {
    let (number, unit) = typed_quantity(typed).map_err(|_| Error::say("error-heads").arg("typed", typed.trim()))?;
    if ["", "名", "人", "fte", "people", "person"].contains(&unit.as_str()) {
        Ok(number)
    } else {
        Err(Error::say("error-heads").arg("typed", typed.trim()))
    }
}

/// A month of the contract as typed, from 1; nothing typed is none.
///
/// # Errors
/// A sentence that says how to type it.
pub fn typed_month(typed: &str) -> Result<Option<i64>> {
    let text = folded(typed);
    if text.is_empty() {
        return Ok(None);
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let rest: String = text.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect();
    let known = ["", "月", "ヶ月", "か月", "ヵ月", "ヶ月目", "か月目", "ヵ月目", "月目", "month"];
    match digits.parse() {
        Ok(month @ 1..=LAST_MONTH) if known.contains(&rest.as_str()) => Ok(Some(month)),
        _ => Err(Error::say("error-month").arg("typed", typed.trim())),
    }
}

/// Whether a unit counts months.
pub fn is_months(unit: &str) -> bool {
    let unit = folded(unit);
    let unit = unit.trim_end_matches('.');
    unit == "月" || MONTHS.contains(&unit)
}

/// Whether a unit is the whole of what is paid for: `1 lot`, 一式.
pub fn is_whole(unit: &str) -> bool {
    WHOLE.contains(&folded(unit).trim_end_matches('.'))
}

/// Whether two units count the same, however they are written: `call` and `calls`, か月 and 月.
pub fn same_unit(one: &str, other: &str) -> bool {
    let bare = |unit: &str| folded(unit).trim_end_matches(['s', '.']).to_owned();
    bare(one) == bare(other) || is_months(one) && is_months(other) || is_whole(one) && is_whole(other)
}

/// The kind of a line as a form or a person writes it.
pub fn read_kind(typed: &str) -> Option<LineKind> {
    let text = folded(typed);
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(&["one-off", "one off", "initial", "一時", "初期", "初回", "一括", "スポット", "once"]) {
        Some(LineKind::OneOff)
    } else if has(&["monthly", "month", "月額", "毎月", "月次", "月"]) {
        Some(LineKind::Monthly)
    } else if has(&["unit", "単価", "従量", "都度", "件数", "数量", "quantity"]) {
        Some(LineKind::Unit)
    } else {
        None
    }
}

/// What is said about the tax, as a form or a person writes it.
pub fn read_tax(typed: &str) -> Option<Tax> {
    take_tax(&mut folded(typed))
}

/// What brackets at the end of a title say about the tax and of nothing else: `運用（税込）`, `Support (incl. tax)`.
pub fn read_tax_behind(title: &str) -> Option<Tax> {
    let text = folded(title);
    let (_, inside) = text.strip_suffix([')', ']', '】', '〕'])?.rsplit_once(['(', '[', '【', '〔'])?;
    // 保守（対象外） and Support (included) are about something else.
    let is_about_tax = ["税", "tax", "vat"].iter().any(|word| inside.contains(word));
    let mut rest = inside.to_owned();
    take_tax(&mut rest).filter(|_| is_about_tax && !rest.contains(char::is_alphabetic))
}

/// An amount with its thousands parted: `1,234,567`.
pub fn grouped(amount: i64) -> String {
    let digits = amount.unsigned_abs().to_string();
    let mut text = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if amount < 0 {
        format!("−{text}")
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::amount::LARGEST;

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (typed, value, tax) in [
            ("￥1,234,567", 1_234_567, None),
            ("¥1,234,567-", 1_234_567, None),
            ("1,234千円", 1_234_000, None),
            ("１２３４５６７", 1_234_567, None),
            ("1.5万円（税込）", 15_000, Some(Tax::Included)),
            ("550,000円(税別)", 550_000, Some(Tax::Excluded)),
            ("▲50,000", -50_000, None),
            ("△5万円", -50_000, None),
            ("-3,000", -3_000, None),
            ("(3,000)", -3_000, None),
            ("1億2,000万円", 120_000_000, None),
            ("2百万円", 2_000_000, None),
            ("金 600,000 円也", 600_000, None),
            ("JPY 1,200", 1_200, None),
            ("0", 0, None),
            ("25000.00", 25_000, None),
            ("非課税 1,000円", 1_000, Some(Tax::Exempt)),
            ("300,000 (with tax)", 300_000, Some(Tax::Included)),
            ("¥300,000 incl.", 300_000, Some(Tax::Included)),
            ("300,000 without tax", 300_000, Some(Tax::Excluded)),
        ] {
            assert_eq!(read_amount(typed), Some(Amount { value, tax, monthly: false }), "{typed}");
        }
        for typed in ["別途", "1,234.5", "1.2.3", "万", "10万20億", "--", "12ドル", "", "9999999999999999"] {
            assert_eq!(read_amount(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_fraction_of_a_yen_is_refused_in_words_of_its_own() {
        for (typed, why) in [
            ("120.5", "error-amount-fraction"),
            ("＠0.75円", "error-amount-fraction"),
            ("だめ", "error-amount"),
            ("1,20", "error-amount"),
        ] {
            assert_eq!(typed_amount(typed).unwrap_err().message().1, why, "{typed}");
        }
        assert_eq!(typed_amount("120.00").unwrap().map(|amount| amount.value), Some(120));
    }

    #[test]
    fn what_is_paid_monthly_is_told_beside_its_amount() {
        for (typed, value, tax) in [
            ("260,000円／月", 260_000, None),
            ("26万円/か月（税込）", 260_000, Some(Tax::Included)),
            ("月額320,000円（税抜）", 320_000, Some(Tax::Excluded)),
            ("月額：320,000円", 320_000, None),
            ("320,000円（月額）", 320_000, None),
            ("JPY 1,200 / month", 1_200, None),
            ("1,200 per month", 1_200, None),
        ] {
            assert_eq!(read_amount(typed), Some(Amount { value, tax, monthly: true }), "{typed}");
        }
        for typed in ["月額", "260,000円／年", "260,000円／件", "月額別途", "100/200"] {
            assert_eq!(read_amount(typed), None, "{typed}");
        }
    }

    #[test]
    fn price_and_quantity_in_one_are_two_numbers() {
        let product =
            |typed: &str| read_product(typed, 1).map(|(amount, quantity)| (amount.value, amount.tax, quantity));
        assert_eq!(product("1,100円×200件"), Some((1_100, None, "200件".into())));
        assert_eq!(product("＠1,100（税込） x 2.5"), Some((1_100, Some(Tax::Included), "2.5".into())));
        for typed in ["1,100円×", "×200件", "1,100円×200件×12", "1,100円×200件=220,000円", "別途×200", "1,100円"]
        {
            assert_eq!(product(typed), None, "{typed}");
        }
    }

    #[test]
    fn quantities_months_and_heads_are_typed_as_people_do() {
        for (typed, number, unit) in [
            ("1,200件", "1200", "件"),
            ("２．５", "2.5", ""),
            ("一式", "1", "式"),
            ("12.50 時間", "12.5", "時間"),
            ("", "", ""),
        ] {
            assert_eq!(typed_quantity(typed).unwrap(), (number.to_owned(), unit.to_owned()), "{typed}");
        }
        for typed in ["たくさん", "1,20件"] {
            assert_eq!(typed_quantity(typed).unwrap_err().message().1, "error-quantity", "{typed}");
        }
        assert_eq!(typed_heads("2.5名").unwrap(), "2.5");
        assert_eq!(typed_heads("３").unwrap(), "3");
        assert_eq!(typed_heads("3チーム").unwrap_err().message().1, "error-heads");
        assert_eq!(typed_month("４か月目").unwrap(), Some(4));
        assert_eq!(typed_month("").unwrap(), None);
        for typed in ["0", "四月", "4/1", "-2", "9999"] {
            assert_eq!(typed_month(typed).unwrap_err().message().1, "error-month", "{typed}");
        }
    }

    #[test]
    fn kinds_and_taxes_are_known_in_both_languages() {
        assert_eq!(read_kind("初期費用"), Some(LineKind::OneOff));
        assert_eq!(read_kind("月額"), Some(LineKind::Monthly));
        assert_eq!(read_kind("単価×数量"), Some(LineKind::Unit));
        assert_eq!(read_kind("One-off"), Some(LineKind::OneOff));
        assert_eq!(read_kind("ほか"), None);
        for unit in ["式", "一式", "Lot", "ｓｅｔ", "セット"] {
            assert!(is_whole(unit) && !is_months(unit), "{unit}");
        }
        assert!(!is_whole("件") && same_unit("calls", "Call") && same_unit("か月", "月") && !same_unit("calls", "a"));
        assert_eq!(read_tax("税込"), Some(Tax::Included));
        assert_eq!(read_tax("Tax excluded"), Some(Tax::Excluded));
        for typed in ["with tax", "With", "incl.", "Unit price (with tax)", "Price incl.", "Price (incl.)"] {
            assert_eq!(read_tax(typed), Some(Tax::Included), "{typed}");
        }
        for typed in ["without tax", "without", "excl.", "Price without tax", "VAT not included"] {
            assert_eq!(read_tax(typed), Some(Tax::Excluded), "{typed}");
        }
        for typed in ["10%", "with options", "herewith", "Set-up with taxi"] {
            assert_eq!(read_tax(typed), None, "{typed}");
        }
        for (title, tax) in [
            ("運用（税込）", Some(Tax::Included)),
            ("運用 【税抜】", Some(Tax::Excluded)),
            ("印紙（非課税）", Some(Tax::Exempt)),
            ("保険（不課税）", Some(Tax::Exempt)),
            ("Support (incl. tax)", Some(Tax::Included)),
            ("Support (excl. tax)", Some(Tax::Excluded)),
            ("保守（対象外）", None),
            ("Support (included)", None),
            ("税込処理の改修", None),
            ("（税込）表示の改修", None),
            ("帳票（税込価格の表示）", None),
        ] {
            assert_eq!(read_tax_behind(title), tax, "{title}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_as_it_was(value in -LARGEST..=LARGEST) {
            prop_assert_eq!(read_amount(&grouped(value)), Some(Amount { value, tax: None, monthly: false }));
            prop_assert_eq!(read_amount(&format!("￥{value}-")).map(|amount| amount.value), Some(value));
        }

        #[test]
        fn reading_never_panics(typed in ".{0,40}") {
            let _ = (read_amount(&typed), typed_quantity(&typed), typed_month(&typed), read_kind(&typed));
            let _ = (read_product(&typed, 1_000), read_tax(&typed));
        }
    }
}
