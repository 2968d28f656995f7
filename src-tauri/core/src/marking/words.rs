//! The result in words: names, numbers, and what is odd.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::result::{Counted, OddityRow};
use super::CriterionChange;
use crate::criterion::judging::{MarkValues, Scheme};
use crate::evaluation::score::oddity::Oddity;
use crate::evaluation::score::price::Rule;
use crate::evaluation::score::{rounded, Exact, Mode, Rounding};
use crate::Text;

/// A number with the decimals of the rules.
pub(super) fn shown(value: Exact, rounding: Rounding) -> String {
    rounded(value, rounding).map(|value| value.to_string()).unwrap_or_default()
}

/// A difference with its sign; a true minus.
pub fn signed(value: Decimal) -> String {
    match value {
        value if value.is_zero() => "±0".into(),
        value if value.is_sign_negative() => format!("−{}", value.abs()),
        value => format!("+{value}"),
    }
}

/// How a number is shortened, in words.
pub fn rounding_text(rounding: Rounding) -> Text {
    let id = if rounding.mode == Mode::HalfUp { "result-method-half-up" } else { "result-method-cut" };
    Text::new(id).arg("places", rounding.places).arg("next", rounding.places + 1)
}

/// What the marks of a scheme count, in a sentence; none for a price, which is computed.
pub fn worth_text(scheme: &Scheme, marks: &MarkValues) -> Option<Text> {
    Some(match scheme {
        Scheme::Relative => Text::new("result-method-marks")
            .arg("good", marks.good.normalize())
            .arg("fair", marks.fair.normalize())
            .arg("poor", marks.poor.normalize()),
        Scheme::Grades { grades } => {
            let told: Vec<String> =
                grades.iter().map(|grade| format!("{} {}", grade.mark, grade.share.normalize())).collect();
            Text::new("result-method-grades").names("list", &told)
        }
        Scheme::Points { greatest } => Text::new("result-method-points").arg("greatest", greatest.normalize()),
        Scheme::PassFail => Text::new("result-method-pass-fail"),
        Scheme::Price { .. } => return None,
    })
}

/// A whole number with its thousands apart: 20,260,800.
pub fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        out.push('−');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The name of a rule for the price, in words.
pub fn rule_text(rule: &Rule) -> Text {
    match rule {
        Rule::LowestOverBid => Text::new("price-rule-lowest"),
        Rule::UnderCeiling { ceiling } => Text::new("price-rule-ceiling").arg("ceiling", grouped(*ceiling)),
        Rule::Linear => Text::new("price-rule-linear"),
        Rule::Steps(_) => Text::new("price-rule-steps"),
    }
}

/// Something odd on its way into words.
enum Found<'c> {
    /// What the marks say, and the mark that was agreed on there.
    Odd(&'c Oddity, Option<&'c str>),
    /// So many marks of an evaluator without a comment, and the first of them.
    Bare(usize, &'c Oddity),
    /// A change after a release.
    Changed(&'c CriterionChange),
}

impl Counted {
    /// How much is odd, and the first of it in words: marks without a comment together for each evaluator, what is settled
    /// behind.
    pub fn odd(&self, changes: &[CriterionChange], most: usize) -> (usize, Vec<OddityRow>) {
        let mut found: Vec<Found<'_>> = Vec::new();
        let mut bare: BTreeMap<&str, (usize, &Oddity)> = BTreeMap::new();
        for odd in &self.oddities {
            if let Oddity::NoComment { evaluator, .. } = odd {
                bare.entry(evaluator).or_insert((0, odd)).0 += 1;
            } else {
                found.push(Found::Odd(odd, self.settled(odd)));
            }
        }
        found.extend(bare.into_values().map(|(count, first)| Found::Bare(count, first)));
        found.extend(changes.iter().map(Found::Changed));
        found.sort_by_key(|one| matches!(one, Found::Odd(_, Some(_))));
        (found.len(), found.into_iter().take(most).map(|one| self.row(&one)).collect())
    }

    fn row(&self, found: &Found<'_>) -> OddityRow {
        match found {
            Found::Odd(odd, agreed) => self.odd_row(odd, *agreed),
            Found::Bare(count, first) => {
                let row = self.odd_row(first, None);
                let head = row.evaluator.as_deref().map_or("", |evaluator| self.evaluator(evaluator)).into();
                OddityRow { head, text: Text::new("result-odd-no-comment").arg("count", count), ..row }
            }
            Found::Changed(change) => {
                let (kind, text) = if change.opens_prices() {
                    ("opened", "result-odd-opened")
                } else if change.assigns() {
                    ("assigned", "result-odd-changed")
                } else {
                    ("changed", "result-odd-changed")
                };
                OddityRow {
                    kind: kind.into(),
                    head: String::new(),
                    text: Text::new(text).arg("reason", &change.reason),
                    criterion: None,
                    bidder: None,
                    evaluator: None,
                    settled: false,
                }
            }
        }
    }

    /// The mark that was agreed on where something is odd.
    fn settled(&self, odd: &Oddity) -> Option<&str> {
        let consensus = &self.gathered.ballot.consensus;
        let (Oddity::Opposed { item, bidder } | Oddity::Blank { item, bidder, .. }) = odd else { return None };
        if consensus.is_empty() {
            return None;
        }
        consensus.get(&(item.clone(), bidder.clone())).map(String::as_str)
    }

    fn odd_row(&self, odd: &Oddity, agreed: Option<&str>) -> OddityRow {
        let (kind, criterion, bidder, evaluator) = match odd {
            Oddity::Opposed { item, bidder } => ("opposed", Some(item), Some(bidder), None),
            Oddity::AllAlike { item, evaluator } => ("all-alike", Some(item), None, Some(evaluator)),
            Oddity::PriceOrder { item, evaluator } => ("price-order", Some(item), None, Some(evaluator)),
            Oddity::Blank { item, bidder, evaluator } => ("blank", Some(item), Some(bidder), Some(evaluator)),
            Oddity::NoComment { item, bidder, evaluator } => ("no-comment", Some(item), Some(bidder), Some(evaluator)),
            Oddity::Aside { bidder, evaluator } => ("aside", None, Some(bidder), Some(evaluator)),
            Oddity::Idle { item } => ("idle", Some(item), None, None),
            Oddity::Turns { bidder } => ("turns", None, Some(bidder), None),
        };
        let mut text = Text::new(format!("result-odd-{kind}"));
        if let Some(bidder) = bidder {
            text = text.arg("bidder", self.short(bidder));
        }
        if let Some(evaluator) = evaluator {
            text = text.arg("evaluator", self.evaluator(evaluator));
        }
        if let (Oddity::Opposed { bidder, .. }, Some(agreed)) = (odd, agreed) {
            text = Text::new("result-odd-opposed-settled").arg("bidder", self.short(bidder)).arg("mark", agreed);
        } else if let Oddity::Opposed { item, bidder } = odd {
            let (best, worst) = self.ends(item, bidder);
            text = text.arg("best", best).arg("worst", worst);
        }
        OddityRow {
            kind: kind.into(),
            head: criterion
                .map_or_else(|| bidder.map_or("", |bidder| self.short(bidder)), |item| self.title(item))
                .into(),
            text,
            criterion: criterion.cloned(),
            bidder: bidder.cloned(),
            evaluator: evaluator.cloned(),
            settled: agreed.is_some(),
        }
    }

    /// Who gave the best mark of a scale, and who the worst: names and marks.
    fn ends(&self, item: &str, bidder: &str) -> (String, String) {
        let ballot = &self.gathered.ballot;
        let key = (item.to_owned(), bidder.to_owned());
        let Some(scheme) = ballot.item(item).map(|item| &item.scheme) else { return Default::default() };
        let mut given: Vec<(Exact, &str, &str)> = ballot
            .sheets
            .iter()
            .filter_map(|sheet| {
                let mark = sheet.marks.get(&key)?;
                Some((scheme.share(mark)?, self.evaluator(&sheet.evaluator), mark.as_str()))
            })
            .collect();
        given.sort_by_key(|one| std::cmp::Reverse(one.0));
        let told =
            |one: Option<&(Exact, &str, &str)>| one.map(|(_, name, mark)| format!("{name} {mark}")).unwrap_or_default();
        (told(given.first()), told(given.last()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_read_them() {
        assert_eq!(grouped(20_260_800), "20,260,800");
        assert_eq!(grouped(-1_000), "−1,000");
        assert_eq!(grouped(0), "0");
        assert_eq!(signed("-2.33".parse().unwrap()), "−2.33");
        assert_eq!(signed("0.00".parse().unwrap()), "±0");
        assert_eq!(signed("1.50".parse().unwrap()), "+1.50");
    }
}
