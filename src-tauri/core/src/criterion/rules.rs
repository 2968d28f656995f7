//! What can be done to the rules of judging, and how schemes and numbers are read as typed.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::judging::{Judging, Scheme};
use super::words::amount as amount_shown;
use super::{has_points, of, shown, Criterion};
use crate::amount::{self, folded};
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
/// What may stand behind a share in percent.
const PERCENT: &[&str] = &["%", "パーセント", "percent"];
/// What may stand behind a number of points.
const POINT: &[&str] = &["点", "points", "point", "pt"];

/// A number as typed: full width, with commas, and with one of `units` behind it.
///
/// # Errors
/// Refused with a sentence where it is none.
fn number(typed: &str, units: &[&str]) -> Result<Option<Decimal>> {
    let text: String = folded(typed).chars().filter(|c| !c.is_whitespace()).collect();
    if text.is_empty() {
        return Ok(None);
    }
    let (bare, unit) = text.split_at(amount::number_end(&text));
    match amount::ungrouped(bare).and_then(|bare| bare.parse::<Decimal>().ok()) {
        Some(number) if unit.is_empty() || units.contains(&unit) => Ok(Some(number.normalize())),
        _ => Err(Error::say("error-rule-number").arg("typed", typed.trim())),
    }
}

/// The share of the weight a grade stands for, as typed: `0.8`, or `80%`.
///
/// # Errors
/// Refused with both ways of writing one; `80` alone is neither.
fn portion(typed: &str) -> Result<Option<Decimal>> {
    let read = share(typed).ok().filter(|read| read.is_none_or(|share| share <= Decimal::ONE));
    read.ok_or_else(|| Error::say("error-scheme-grade-share").arg("typed", typed.trim()))
}

/// A share of the whole as typed: `0.5`, or `50%`.
fn share(typed: &str) -> Result<Option<Decimal>> {
    match number(typed, &[]) {
        Err(_) if folded(typed).ends_with('%') => {
            Ok(number(typed, PERCENT)?.map(|percent| (percent / Decimal::ONE_HUNDRED).normalize()))
        }
        read => read,
    }
}

/// An amount as typed, in whole yen. Whether tax is in it is a rule of its own: words about the tax are refused.
fn money(typed: &str) -> Result<Option<i64>> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    amount::read(typed).map(Some).ok_or_else(|| Error::say("error-amount").arg("typed", typed.trim()))
}

/// A term as typed, in months.
fn term(typed: &str) -> Result<Option<i64>> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let months = amount::months(typed).filter(|months| (1..=MONTHS).contains(months));
    let refused = || Error::say("error-term-months").arg("typed", typed.trim()).arg("most", MONTHS);
    months.map(Some).ok_or_else(refused)
}

/// What was read from `typed`, where it lies between `least` and `greatest`.
fn within(typed: &str, read: Option<Decimal>, least: Decimal, greatest: Decimal) -> Result<Option<Decimal>> {
    match read {
        Some(number) if number < least || number > greatest || number.scale() > PLACES => {
            let refusal = Error::say("error-rule-range").arg("typed", typed.trim());
            Err(refusal.arg("least", shown(least)).arg("greatest", shown(greatest)))
        }
        read => Ok(read),
    }
}

/// A number as typed, between `least` and `greatest`. One below nothing is a number too, and told the same range.
fn bounded(typed: &str, units: &[&str], least: Decimal, greatest: Decimal) -> Result<Option<Decimal>> {
    let below = folded(typed).strip_prefix(['-', '−']).is_some_and(|rest| matches!(number(rest, units), Ok(Some(_))));
    let read = if below { Some(Decimal::NEGATIVE_ONE) } else { number(typed, units)? };
    within(typed, read, least, greatest)
}

fn whole(typed: &str, read: Option<Decimal>, least: i64, greatest: i64) -> Result<Option<i64>> {
    let Some(number) = within(typed, read, least.into(), greatest.into())? else { return Ok(None) };
    i64::try_from(number).ok().filter(|whole| Decimal::from(*whole) == number).map(Some).ok_or_else(|| {
        let refusal = Error::say("error-rule-whole").arg("typed", typed.trim());
        refusal.arg("least", least).arg("greatest", greatest)
    })
}

/// A share of the whole, typed in percent.
///
/// # Errors
/// Refused with a sentence where it is no number from 0 to 100.
pub fn read_percent(typed: &str) -> Result<Option<String>> {
    let percent = bounded(typed, PERCENT, Decimal::ZERO, Decimal::ONE_HUNDRED)?;
    Ok(percent.map(|percent| shown(percent / Decimal::ONE_HUNDRED)))
}

/// A scheme as it crosses: its JSON, in which amounts, shares and points may stand as they were typed. The shares of
/// the steps of a price are typed in percent.
///
/// # Errors
/// Refused with a sentence where it is none, or one that cannot be judged by.
pub fn read_scheme(json: &str) -> Result<Scheme> {
    let mut typed: Value = serde_json::from_str(json).map_err(|_| Error::say("error-scheme"))?;
    read_typed(&mut typed)?;
    let scheme: Scheme = serde_json::from_value(typed).map_err(|_| Error::say("error-scheme"))?;
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
        Scheme::Price { formula } => {
            can_judge(formula, is_share)?;
            Ok(scheme)
        }
    }
}

/// Reads what was typed in a scheme, in its place.
fn read_typed(scheme: &mut Value) -> Result<()> {
    let decimal = |read: Option<Decimal>| read.map(|number| Value::from(shown(number)));
    let hundredth = |percent: Decimal| percent / Decimal::ONE_HUNDRED;
    let percent = |typed: &str| number(typed, PERCENT).map(|read| decimal(read.map(hundredth)));
    // An amount that is missing is none to judge by.
    let sum = |typed: &str| money(typed).map(|read| Some(Value::from(read.unwrap_or_default())));
    if let Some(greatest) = scheme.get_mut("greatest") {
        put(greatest, |typed| number(typed, POINT).map(decimal))?;
    }
    for grade in scheme.get_mut("grades").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(share) = grade.get_mut("share") {
            put(share, |typed| portion(typed).map(decimal))?;
        }
    }
    if let Some(ceiling) = scheme.pointer_mut("/formula/rule/UnderCeiling/ceiling") {
        put(ceiling, sum)?;
    }
    for step in scheme.pointer_mut("/formula/rule/Steps").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some([upto, share]) = step.as_array_mut().map(Vec::as_mut_slice) {
            put(upto, sum)?;
            put(share, percent)?;
        }
    }
    Ok(())
}

/// Puts what is read from typed text into its place; what is no text, or nothing, stays.
fn put(place: &mut Value, read: impl Fn(&str) -> Result<Option<Value>>) -> Result<()> {
    if let Some(value) = place.as_str().map(read).transpose()?.flatten() {
        *place = value;
    }
    Ok(())
}

/// Refuses a formula that gives no points, with what is wrong about it.
fn can_judge(formula: &Formula, is_share: impl Fn(&Decimal) -> bool) -> Result<()> {
    let steps = match &formula.rule {
        Rule::Steps(steps) => steps.as_slice(),
        Rule::LowestOverBid | Rule::Linear | Rule::UnderCeiling { .. } => &[],
    };
    let is_whole = match &formula.rule {
        Rule::LowestOverBid | Rule::Linear => true,
        Rule::UnderCeiling { ceiling } => *ceiling > 0,
        Rule::Steps(_) => !steps.is_empty() && steps.iter().all(|(upto, _)| *upto > 0),
    };
    let places = formula.rounding.places;
    within(&places.to_string(), Some(places.into()), Decimal::ZERO, PLACES.into())?;
    if !is_whole {
        return Err(Error::say("error-scheme-price"));
    }
    let in_percent = |share: Decimal| shown(share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(Decimal::MAX));
    if let Some((at, (_, share))) = steps.iter().enumerate().find(|(_, (_, share))| !is_share(share)) {
        let refusal = Error::say("error-scheme-step-range").arg("step", at + 1).arg("share", in_percent(*share));
        return Err(refusal.arg("places", PLACES - 2));
    }
    for (at, pair) in steps.windows(2).enumerate() {
        let ((before, most), (upto, share)) = (pair[0], pair[1]);
        if upto <= before {
            let refusal = Error::say("error-scheme-step-price").arg("step", at + 2).arg("upto", amount_shown(upto));
            return Err(refusal.arg("before", amount_shown(before)));
        }
        if share > most {
            let refusal = Error::say("error-scheme-step-share").arg("step", at + 2).arg("share", in_percent(share));
            return Err(refusal.arg("before", in_percent(most)));
        }
    }
    Ok(())
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
    let value =
        |held: Decimal| Ok::<_, Error>(within(typed, share(typed)?, Decimal::ZERO, Decimal::ONE)?.unwrap_or(held));
    match field {
        "good" => now.marks.good = value(was.marks.good)?,
        "fair" => now.marks.fair = value(was.marks.fair)?,
        "poor" => now.marks.poor = value(was.marks.poor)?,
        "pooling" => now.pooling = word(typed)?,
        "division" => now.division = whole(typed, money(typed)?.map(Decimal::from), 1, amount::LARGEST)?,
        "places" => {
            let read = bounded(typed, &[], Decimal::ZERO, PLACES.into())?;
            now.places = whole(typed, read, 0, i64::from(PLACES))?.unwrap_or(was.places);
        }
        "rounding" => now.rounding = word(typed)?,
        "minimum" => now.minimum = read_percent(typed)?,
        "ties" => now.ties = read_ties(tx, procurement, typed)?,
        "tax" => now.tax = word(typed)?,
        "tax_rate" => {
            let rate = bounded(typed, PERCENT, Decimal::ZERO, Decimal::ONE_HUNDRED)?;
            now.tax_rate = rate.map_or(was.tax_rate.clone(), shown);
        }
        "term_months" => now.term_months = term(typed)?,
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
    let pointless =
        |one: &&Criterion| ties.contains(&TieBreak::Criterion(one.id.clone())) && !has_points(&criteria, one);
    if let Some(one) = criteria.iter().find(pointless) {
        return Err(Error::say("error-tie-points").arg("title", &one.title));
    }
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
        for (typed, read) in [("１，０００点", Some("1000")), ("0.5", Some("0.5")), (" 8 pt", Some("8")), ("", None)]
        {
            assert_eq!(number(typed, POINT).unwrap().map(shown).as_deref(), read, "{typed}");
        }
        for typed in ["-1", "一", "1.2.3", "10,00", "1,000円", "2年", "5万点"] {
            assert!(number(typed, POINT).is_err(), "{typed}");
        }
        for (typed, read) in [("0.5", "0.5"), ("50%", "0.5"), ("１％", "0.01"), ("1", "1")] {
            assert_eq!(share(typed).unwrap().map(shown).as_deref(), Some(read), "{typed}");
        }
        assert_eq!(share("5割").unwrap_err().message().1, "error-rule-number");
        assert_eq!(read_percent("60").unwrap().as_deref(), Some("0.6"));
        for typed in ["101", "-3", "－３％"] {
            assert_eq!(read_percent(typed).unwrap_err().message().1, "error-rule-range", "{typed}");
        }
    }

    #[test]
    fn amounts_and_terms_are_read_whole_or_refused() {
        for typed in ["2,500万円", "２５００万", "¥25,000,000", "25000000"] {
            assert_eq!(money(typed).unwrap(), Some(25_000_000), "{typed}");
        }
        for typed in ["2,500万円（税込）", "約2,500万円", "25ドル", "25,00,000", "600.000"] {
            assert_eq!(money(typed).unwrap_err().message().1, "error-amount", "{typed}");
        }
        for (typed, months) in [("2年", 24), ("1年", 12), ("2 years", 24), ("24か月", 24), ("24", 24)] {
            assert_eq!(term(typed).unwrap(), Some(months), "{typed}");
        }
        for typed in ["2年度", "24円", "0", "51年", "契約期間"] {
            assert_eq!(term(typed).unwrap_err().message().1, "error-term-months", "{typed}");
        }
        assert_eq!((money("").unwrap(), term(" ").unwrap()), (None, None));
    }

    #[test]
    fn what_was_typed_in_a_scheme_is_read_in_its_place() {
        let rule = |rule: &str| {
            let rounding = r#"{"places":2,"mode":"cut"}"#;
            let json = format!(r#"{{"kind":"price","formula":{{"rule":{rule},"rounding":{rounding}}}}}"#);
            match read_scheme(&json) {
                Ok(Scheme::Price { formula }) => Ok(formula.rule),
                Ok(other) => panic!("{other:?}"),
                Err(cause) => Err(cause.message().1),
            }
        };
        let ceiling = |typed: &str| rule(&format!(r#"{{"UnderCeiling":{{"ceiling":"{typed}"}}}}"#));
        assert_eq!(ceiling("2,500万円"), Ok(Rule::UnderCeiling { ceiling: 25_000_000 }));
        assert_eq!(ceiling("2,500万ドル"), Err("error-amount"));
        assert_eq!(ceiling(""), Err("error-scheme-price"));
        let steps = rule(r#"{"Steps":[["1,000万円","100%"],[20000000,"50"]]}"#);
        assert_eq!(steps, Ok(Rule::Steps(vec![(10_000_000, Decimal::ONE), (20_000_000, Decimal::new(5, 1))])));
        assert_eq!(rule(r#"{"Steps":[["1,000万","半分"]]}"#), Err("error-rule-number"));
        let points = read_scheme(r#"{"kind":"points","greatest":"１０点"}"#).unwrap();
        assert_eq!(points, Scheme::Points { greatest: Decimal::from(10) });
    }

    #[test]
    fn a_scheme_nobody_can_judge_by_is_refused() {
        let refusal = |json: &str| read_scheme(json).map_or_else(|cause| cause.message().1, |_| "");
        let grades = |list: &str| format!(r#"{{"kind":"grades","grades":[{list}]}}"#);
        let grade = |mark: &str, share: &str| format!(r#"{{"mark":"{mark}","share":"{share}","anchor":""}}"#);
        assert_eq!(refusal(&grades(&[grade("A", "1"), grade("B", "0.5")].join(","))), "");
        for odd in
            [vec![grade("A", "1")], vec![grade("A", "0.5"), grade("B", "1")], vec![grade("A", "1"), grade("A", "0")]]
        {
            assert_eq!(refusal(&grades(&odd.join(","))), "error-scheme-grades", "{odd:?}");
        }
        assert_eq!(refusal(&grades(&[grade("A", "100%"), grade("B", "80%"), grade("C", "0")].join(","))), "");
        for typed in ["80", "2", "8割"] {
            let odd = read_scheme(&grades(&[grade("A", typed), grade("B", "0")].join(","))).unwrap_err();
            let (_, id, args) = odd.message();
            assert_eq!((id, args["typed"].as_str()), ("error-scheme-grade-share", typed));
        }
        assert_eq!(refusal(r#"{"kind":"points","greatest":"0"}"#), "error-scheme-points");
        let price = |rule: &str| {
            format!(r#"{{"kind":"price","formula":{{"rule":{rule},"rounding":{{"places":2,"mode":"cut"}}}}}}"#)
        };
        assert_eq!(refusal(&price(r#""LowestOverBid""#)), "");
        assert_eq!(refusal(&price(r#"{"UnderCeiling":{"ceiling":0}}"#)), "error-scheme-price");
        assert_eq!(refusal(&price(r#"{"Steps":[]}"#)), "error-scheme-price");
        assert_eq!(refusal(&price(r#"{"Steps":[["","1"]]}"#)), "error-scheme-price");
        assert_eq!(refusal(&price(r#"{"Steps":[[100,"50"],[200,"100"]]}"#)), "error-scheme-step-share");
        let odd = read_scheme(&price(r#"{"Steps":[[100,"100"],[200,"150"]]}"#)).unwrap_err();
        let (_, id, args) = odd.message();
        assert_eq!((id, args["step"].as_str(), args["share"].as_str()), ("error-scheme-step-range", "2", "150"));
        let odd = read_scheme(&price(r#"{"Steps":[[1000,"100"],[3000,"50"],[2000,"0"]]}"#)).unwrap_err();
        let (_, id, args) = odd.message();
        let told = ["step", "upto", "before"].map(|name| args[name].as_str());
        assert_eq!((id, told), ("error-scheme-step-price", ["3", "2,000", "3,000"]));
        assert_eq!(refusal(&price(r#"{"Steps":[[100,"100"],[200,"50"]]}"#)), "");
        assert_eq!(refusal("{}"), "error-scheme");
    }
}
