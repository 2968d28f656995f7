//! What can be done to the rules of judging, and how schemes and numbers are read as typed.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::de::DeserializeOwned;
use unicode_normalization::UnicodeNormalization;

use super::judging::{Judging, Scheme};
use super::{of, shown};
use crate::calendar;
use crate::evaluation::score::price::{Formula, Rule};
use crate::evaluation::score::TieBreak;
use crate::journal::Tx;
use crate::l10n::Lang;
use crate::procurement::{cannot_read, line};
use crate::{Error, Result};

/// Most decimals of a total or of points.
const PLACES: u32 = 6;
/// Fewest and most grades of a scheme: the keys that give them.
const GRADES: std::ops::RangeInclusive<usize> = 2..=9;
/// Greatest number of points of a scheme.
const POINTS: Decimal = Decimal::ONE_THOUSAND;
/// Longest term prices are compared over, in months.
const MONTHS: i64 = 600;

/// A number as typed: full width, with commas, and with its unit behind it.
///
/// # Errors
/// Refused with a sentence where it is none.
pub fn number(typed: &str) -> Result<Option<Decimal>> {
    let folded: String = typed.nfkc().filter(|c| !c.is_whitespace() && *c != ',').collect();
    let bare = folded.trim_end_matches(|c: char| !c.is_ascii_digit() && c != '.');
    if folded.is_empty() {
        return Ok(None);
    }
    let plain = !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit() || c == '.');
    match bare.parse::<Decimal>() {
        Ok(number) if plain => Ok(Some(number.normalize())),
        _ => Err(Error::say("error-rule-number").arg("typed", typed.trim())),
    }
}

fn within(typed: &str, least: Decimal, greatest: Decimal) -> Result<Option<Decimal>> {
    match number(typed)? {
        Some(number) if number < least || number > greatest || number.scale() > PLACES => {
            let refusal = Error::say("error-rule-range").arg("typed", typed.trim());
            Err(refusal.arg("least", shown(least)).arg("greatest", shown(greatest)))
        }
        number => Ok(number),
    }
}

fn whole(typed: &str, least: i64, greatest: i64) -> Result<Option<i64>> {
    let Some(number) = within(typed, least.into(), greatest.into())? else { return Ok(None) };
    i64::try_from(number)
        .ok()
        .filter(|whole| Decimal::from(*whole) == number)
        .map(Some)
        .ok_or_else(|| Error::say("error-rule-number").arg("typed", typed.trim()))
}

/// A share of the whole, typed in percent.
///
/// # Errors
/// Refused with a sentence where it is no number from 0 to 100.
pub fn read_percent(typed: &str) -> Result<Option<String>> {
    Ok(within(typed, Decimal::ZERO, Decimal::ONE_HUNDRED)?.map(|percent| shown(percent / Decimal::ONE_HUNDRED)))
}

/// A scheme as it crosses: its JSON.
///
/// # Errors
/// Refused with a sentence where it is none, or one that cannot be judged by.
pub fn read_scheme(json: &str) -> Result<Scheme> {
    let scheme: Scheme = serde_json::from_str(json).map_err(|_| Error::say("error-scheme"))?;
    let is_share = |share: &Decimal| (Decimal::ZERO..=Decimal::ONE).contains(share) && share.scale() <= PLACES;
    match &scheme {
        Scheme::Relative | Scheme::PassFail => Ok(scheme),
        Scheme::Grades { grades } => {
            let falling = grades.windows(2).all(|pair| pair[0].share >= pair[1].share);
            let mut marks: Vec<&str> = grades.iter().map(|grade| grade.mark.trim()).collect();
            marks.sort_unstable();
            marks.dedup();
            let named = marks.len() == grades.len() && marks.iter().all(|mark| !mark.is_empty());
            let fits = GRADES.contains(&grades.len()) && grades.iter().all(|grade| is_share(&grade.share));
            if fits && falling && named {
                Ok(scheme)
            } else {
                Err(Error::say("error-scheme-grades"))
            }
        }
        Scheme::Points { greatest } if *greatest > Decimal::ZERO && *greatest <= POINTS => Ok(scheme),
        Scheme::Points { .. } => Err(Error::say("error-scheme-points")),
        Scheme::Price { formula } if can_judge(formula, is_share) => Ok(scheme),
        Scheme::Price { .. } => Err(Error::say("error-scheme-price")),
    }
}

fn can_judge(formula: &Formula, is_share: impl Fn(&Decimal) -> bool) -> bool {
    formula.rounding.places <= PLACES
        && match &formula.rule {
            Rule::LowestOverBid | Rule::Linear => true,
            Rule::UnderCeiling { ceiling } => *ceiling > 0,
            Rule::Steps(steps) => {
                !steps.is_empty()
                    && steps.iter().all(|(upto, share)| *upto > 0 && is_share(share))
                    && steps.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 >= pair[1].1)
            }
        }
}

fn word<T: DeserializeOwned>(typed: &str) -> Result<T> {
    serde_json::from_value(typed.into()).map_err(|_| Error::say("error-field").arg("field", typed))
}

/// Sets one rule to what was typed. `minimum` is typed in percent, `ties` is the JSON list of what settles a tie; an empty
/// `division`, `minimum`, `term_months` or `due` removes it.
///
/// # Errors
/// Refused with a sentence where it cannot be read or makes no sense.
pub fn set_rule(
    tx: &mut Tx<'_>,
    procurement: &str,
    field: &str,
    typed: &str,
    (today, lang): (NaiveDate, Lang),
) -> Result<()> {
    let stored = tx.find::<Judging>(procurement)?;
    let was = Judging::of(tx, procurement)?;
    let mut now = was.clone();
    let share = |held: Decimal| Ok::<_, Error>(within(typed, Decimal::ZERO, Decimal::ONE)?.unwrap_or(held));
    match field {
        "good" => now.marks.good = share(was.marks.good)?,
        "fair" => now.marks.fair = share(was.marks.fair)?,
        "poor" => now.marks.poor = share(was.marks.poor)?,
        "pooling" => now.pooling = word(typed)?,
        "division" => now.division = whole(typed, 1, 1_000_000_000_000)?,
        "places" => now.places = whole(typed, 0, i64::from(PLACES))?.unwrap_or(was.places),
        "rounding" => now.rounding = word(typed)?,
        "minimum" => now.minimum = read_percent(typed)?,
        "ties" => now.ties = read_ties(tx, procurement, typed)?,
        "tax" => now.tax = word(typed)?,
        "tax_rate" => {
            now.tax_rate = within(typed, Decimal::ZERO, Decimal::ONE_HUNDRED)?.map_or(was.tax_rate.clone(), shown);
        }
        "term_months" => now.term_months = whole(typed, 1, MONTHS)?,
        "price_closed" => {
            now.price_closed = matches!(typed, "true" | "1");
            now.price_opened_at = None;
        }
        "due" => {
            let typed = line(typed)?;
            now.due = if typed.is_empty() {
                typed
            } else {
                let held = was.due.parse().ok();
                let read = calendar::read(&typed, today, held).map_err(|unread| cannot_read(unread, &typed, lang))?;
                read.to_string()
            };
        }
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    if now.marks.good < now.marks.fair || now.marks.fair < now.marks.poor {
        return Err(Error::say("error-marks-order"));
    }
    match stored {
        Some(_) => tx.update(&now),
        None if now == was => Ok(()),
        None => tx.insert(&now),
    }
}

fn read_ties(tx: &Tx<'_>, procurement: &str, json: &str) -> Result<Vec<TieBreak>> {
    let ties: Vec<TieBreak> = serde_json::from_str(json).map_err(|_| Error::say("error-scheme"))?;
    let criteria = of(tx, procurement)?;
    let known = |tie: &TieBreak| match tie {
        TieBreak::Criterion(id) => criteria.iter().any(|one| one.id == *id),
        TieBreak::Technical | TieBreak::LowerPrice => true,
    };
    let once = ties.iter().enumerate().all(|(at, tie)| !ties[..at].contains(tie));
    if once && ties.iter().all(known) {
        Ok(ties)
    } else {
        Err(Error::say("error-scheme"))
    }
}

/// Copies the rules of one procurement into another, whose criteria are `to_new` of those here. The day sheets are due
/// and when prices were opened belong to the other alone.
pub fn copy(tx: &mut Tx<'_>, from: &str, to: &str, to_new: impl Fn(&str) -> Option<String>) -> Result<()> {
    let Some(stored) = tx.find::<Judging>(from)? else { return Ok(()) };
    let ties = stored.ties.iter().filter_map(|tie| match tie {
        TieBreak::Criterion(id) => to_new(id).map(TieBreak::Criterion),
        other => Some(other.clone()),
    });
    let ties = ties.collect();
    tx.insert(&Judging { id: to.into(), due: String::new(), price_opened_at: None, ties, ..stored })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_typed() {
        for (typed, read) in [("１，０００円", Some("1000")), ("0.5", Some("0.5")), (" 60% ", Some("60")), ("", None)]
        {
            assert_eq!(number(typed).unwrap().map(shown).as_deref(), read, "{typed}");
        }
        assert!(number("-1").is_err() && number("一").is_err() && number("1.2.3").is_err());
        assert_eq!(read_percent("60").unwrap().as_deref(), Some("0.6"));
        assert_eq!(read_percent("101").unwrap_err().message().1, "error-rule-range");
    }

    #[test]
    fn a_scheme_nobody_can_judge_by_is_refused() {
        let refusal = |json: &str| read_scheme(json).map_or_else(|cause| cause.message().1, |_| "");
        let grades = |list: &str| format!(r#"{{"kind":"grades","grades":[{list}]}}"#);
        let grade = |mark: &str, share: &str| format!(r#"{{"mark":"{mark}","share":"{share}","anchor":""}}"#);
        assert_eq!(refusal(&grades(&[grade("A", "1"), grade("B", "0.5")].join(","))), "");
        for odd in [
            vec![grade("A", "1")],
            vec![grade("A", "0.5"), grade("B", "1")],
            vec![grade("A", "1"), grade("A", "0")],
            vec![grade("A", "2"), grade("B", "0")],
        ] {
            assert_eq!(refusal(&grades(&odd.join(","))), "error-scheme-grades", "{odd:?}");
        }
        assert_eq!(refusal(r#"{"kind":"points","greatest":"0"}"#), "error-scheme-points");
        let price = |rule: &str| {
            format!(r#"{{"kind":"price","formula":{{"rule":{rule},"rounding":{{"places":2,"mode":"cut"}}}}}}"#)
        };
        assert_eq!(refusal(&price(r#""LowestOverBid""#)), "");
        assert_eq!(refusal(&price(r#"{"UnderCeiling":{"ceiling":0}}"#)), "error-scheme-price");
        assert_eq!(refusal(&price(r#"{"Steps":[[100,"0.5"],[200,"1"]]}"#)), "error-scheme-price");
        assert_eq!(refusal(&price(r#"{"Steps":[[100,"1"],[200,"0.5"]]}"#)), "");
        assert_eq!(refusal("{}"), "error-scheme");
    }
}
