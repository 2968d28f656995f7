//! Schemes and rules in words, as papers and screens say them.

use std::fmt::Display;

use chrono::DateTime;
use rust_decimal::Decimal;

use super::judging::{Grade, Judging, MarkValues, Scheme, TaxBasis};
use super::{shown, Criterion};
use crate::calendar::{self, in_japan, Style};
use crate::evaluation::score::price::{Formula, Rule};
use crate::evaluation::score::{Mode, Pooling, Rounding, TieBreak};
use crate::l10n::Lang;
use crate::Text;

/// A share of the whole in percent: `0.6` is `60`.
pub fn percent(share: &str) -> String {
    share.parse::<Decimal>().map(|share| shown(share * Decimal::ONE_HUNDRED)).unwrap_or_default()
}

/// An amount with a comma between thousands.
pub fn amount(amount: i64) -> String {
    let digits = amount.unsigned_abs().to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if amount < 0 {
        text.insert(0, '-');
    }
    text
}

/// What ○△× stand for.
pub fn marks(marks: &MarkValues, lang: Lang) -> String {
    let text = Text::new("scheme-marks");
    let text = text.arg("good", shown(marks.good)).arg("fair", shown(marks.fair)).arg("poor", shown(marks.poor));
    lang.say(&text)
}

/// How a criterion is judged, in one line.
pub fn scheme(scheme: &Scheme, values: &MarkValues, lang: Lang) -> String {
    match scheme {
        Scheme::Relative => lang.say(&Text::new("scheme-relative").arg("marks", marks(values, lang))),
        _ => scheme_alone(scheme, lang),
    }
}

/// How a criterion is judged, where what ○△× stand for is said elsewhere.
pub fn scheme_alone(scheme: &Scheme, lang: Lang) -> String {
    lang.say(&match scheme {
        Scheme::Relative => Text::new("scheme-relative-listed"),
        Scheme::Grades { grades } => Text::new("scheme-grades").arg("grades", grades_in_words(grades, lang)),
        Scheme::Points { greatest } => Text::new("scheme-points").arg("greatest", shown(*greatest)),
        Scheme::PassFail => Text::new("scheme-pass-fail"),
        Scheme::Price { formula } => Text::new("scheme-price").arg("formula", price(formula, lang)),
    })
}

/// How a criterion of a list is judged. What ○△× stand for is said once, among the rules. Empty for a whole, which is
/// judged by its parts.
pub fn listed_scheme(criteria: &[Criterion], criterion: &Criterion, judging: &Judging, lang: Lang) -> String {
    if criteria.iter().any(|one| one.parent.as_ref() == Some(&criterion.id)) {
        return String::new();
    }
    if judging.divides_by(&criterion.scheme) {
        return lang.word("scheme-divisor");
    }
    scheme_alone(&criterion.scheme, lang)
}

fn grades_in_words(grades: &[Grade], lang: Lang) -> String {
    let each = grades
        .iter()
        .map(|grade| lang.say(&Text::new("scheme-grade").arg("mark", &grade.mark).arg("share", shown(grade.share))));
    each.collect::<Vec<_>>().join(&lang.word("list-comma"))
}

/// How a price becomes points, with its rounding.
pub fn price(formula: &Formula, lang: Lang) -> String {
    let rule = match &formula.rule {
        Rule::LowestOverBid => Text::new("formula-lowest-over-bid"),
        Rule::UnderCeiling { ceiling } => Text::new("formula-under-ceiling").arg("ceiling", amount(*ceiling)),
        Rule::Linear => Text::new("formula-linear"),
        Rule::Steps(steps) => {
            let each = steps.iter().map(|(upto, share)| {
                let text = Text::new("formula-step").arg("upto", amount(*upto));
                lang.say(&text.arg("share", shown(*share * Decimal::ONE_HUNDRED)))
            });
            Text::new("formula-steps").arg("steps", each.collect::<Vec<_>>().join(&lang.word("list-comma")))
        }
    };
    lang.say(
        &Text::new("formula-rounded").arg("rule", lang.say(&rule)).arg("rounding", rounding(formula.rounding, lang)),
    )
}

/// How many decimals stay, and what happens to the others.
pub fn rounding(rounding: Rounding, lang: Lang) -> String {
    let id = match rounding.mode {
        Mode::HalfUp => "rounding-half-up",
        Mode::Cut => "rounding-cut",
    };
    lang.say(&Text::new(id).arg("places", rounding.places))
}

/// What settles a tie.
pub fn tie(tie: &TieBreak, criteria: &[Criterion], lang: Lang) -> String {
    match tie {
        TieBreak::Criterion(id) => {
            let title = criteria.iter().find(|one| one.id == *id).map_or("", |one| one.title.as_str());
            lang.say(&Text::new("tie-criterion").arg("title", title))
        }
        TieBreak::Technical => lang.word("tie-technical"),
        TieBreak::LowerPrice => lang.word("tie-lower-price"),
    }
}

/// All ways of settling a tie in their order.
pub fn ties(ties: &[TieBreak], criteria: &[Criterion], lang: Lang) -> String {
    let each = ties.iter().map(|one| tie(one, criteria, lang));
    each.collect::<Vec<_>>().join(&lang.word("tie-then"))
}

/// On which basis prices are compared: over how many months, with or without the tax of so many percent.
pub fn price_basis(tax: TaxBasis, rate: impl Display, months: i64) -> Text {
    match tax {
        TaxBasis::Excluded => Text::new("rule-tax-excluded").arg("months", months),
        TaxBasis::Included => Text::new("rule-tax-included").arg("months", months).arg("rate", rate),
    }
}

/// The rules in plain sentences: how a mark becomes points, how points become a total, who stays in, what settles a tie,
/// and how prices are compared. `months` is the term prices are added up over.
pub fn rules(judging: &Judging, criteria: &[Criterion], months: i64, lang: Lang) -> Vec<String> {
    let mut said = vec![Text::new("rule-marks").arg("marks", marks(&judging.marks, lang))];
    said.push(Text::new(match judging.pooling {
        Pooling::Mean => "rule-mean",
        Pooling::Sum => "rule-sum",
    }));
    said.push(match judging.division {
        None => Text::new("rule-additive"),
        Some(unit) => Text::new("rule-division").arg("unit", amount(unit)),
    });
    said.push(Text::new("rule-rounding").arg("rounding", rounding(judging.shortened(), lang)));
    if let Some(minimum) = &judging.minimum {
        let rule = if judging.division.is_some() { "rule-minimum-division" } else { "rule-minimum" };
        said.push(Text::new(rule).arg("percent", percent(minimum)));
    }
    // A price that is divided by earns no points that could stay under a minimum.
    for one in criteria.iter().filter(|one| judging.division.is_none() || one.scheme.is_marked()) {
        if let Some(minimum) = &one.minimum {
            said.push(Text::new("rule-criterion-minimum").arg("title", &one.title).arg("percent", percent(minimum)));
        }
    }
    if !judging.ties.is_empty() {
        said.push(Text::new("rule-ties").arg("ties", ties(&judging.ties, criteria, lang)));
    }
    said.push(price_basis(judging.tax, &judging.tax_rate, months));
    if judging.price_closed {
        let opened = judging.price_opened_at.as_deref().and_then(|at| DateTime::parse_from_rfc3339(at).ok());
        said.push(opened.map_or_else(
            || Text::new("rule-price-closed"),
            |at| {
                let day = in_japan(at.to_utc()).date_naive();
                Text::new("rule-price-opened").arg("day", calendar::plain_day(day, lang, Style::Western))
            },
        ));
    }
    said.iter().map(|text| lang.say(text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_that_were_opened_are_not_said_to_stay_closed() {
        let closed = Judging { price_closed: true, ..Judging::usual("p") };
        let opened = Judging { price_opened_at: Some("2027-04-13T02:30:00Z".into()), ..closed.clone() };
        for (lang, day) in [(Lang::Ja, "2027年4月13日"), (Lang::En, "13 April 2027")] {
            let last = |judging: &Judging| rules(judging, &[], 12, lang).pop().unwrap();
            assert_eq!(last(&closed), lang.word("rule-price-closed"));
            assert!(last(&opened).contains(day) && last(&opened) != last(&closed), "{}", last(&opened));
        }
    }

    #[test]
    fn steps_of_a_price_say_their_share_of_the_weight_in_percent() {
        let steps = vec![(5_000_000, Decimal::ONE), (8_000_000, Decimal::new(25, 2))];
        let formula = Formula { rule: Rule::Steps(steps), rounding: Rounding { places: 2, mode: Mode::Cut } };
        for (lang, said) in [
            (Lang::Ja, ["5,000,000円まで：配点の100%", "8,000,000円まで：配点の25%"]),
            (Lang::En, ["up to ¥5,000,000: 100% of the weight", "up to ¥8,000,000: 25% of the weight"]),
        ] {
            let words = price(&formula, lang);
            assert!(said.iter().all(|part| words.contains(part)), "{words}");
        }
    }
}
