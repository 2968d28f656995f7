//! A number opened to those it came from: marks, their shares, the mean, the weight, the sum, the shortening.

use rust_decimal::Decimal;
use serde::Serialize;
use ts_rs::TS;

use super::result::Counted;
use super::words::{grouped, rounding_text, rule_text, shown};
use crate::criterion::judging::TaxBasis;
use crate::evaluation::score::price::{Formula, Rule};
use crate::evaluation::score::{exact, Exact, Item, Pooling, Scheme, Totalling, Why, ONE, ZERO};
use crate::{Error, Result, Text};

/// A step on the way to a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "OpenedStep")]
pub struct Step {
    /// The step in words.
    pub text: Text,
    /// What was said there: a comment, a reason.
    pub note: String,
    /// The criterion whose number can be opened in turn.
    pub criterion: Option<String>,
    /// The bidder whose estimate adds up to the price in it.
    pub estimate_of: Option<String>,
}

/// A number with the steps it came by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "OpenedNumber")]
pub struct Opened {
    /// What the number is.
    pub title: Text,
    /// The steps.
    pub steps: Vec<Step>,
}

/// Opens the points of a criterion, or the total where none is named.
///
/// # Errors
/// Refused where the bidder is not compared, or there is no such criterion.
pub fn open(counted: &Counted, bidder: &str, criterion: Option<&str>) -> Result<Opened> {
    let Some(standing) = counted.outcome.of(bidder) else { return Err(Error::say("error-not-compared")) };
    let ballot = &counted.gathered.ballot;
    let steps = match criterion {
        None => {
            let mut steps = total(counted, standing);
            steps.extend(counted.out(standing).into_iter().map(step));
            steps
        }
        Some(id) => match ballot.item(id) {
            Some(item) => leaf(counted, standing, item),
            None => whole(counted, standing, id),
        },
    };
    let title = match criterion {
        None => Text::new("opened-total").arg("bidder", counted.short(bidder)),
        Some(id) => Text::new("opened-points").arg("bidder", counted.short(bidder)).arg("title", counted.title(id)),
    };
    Ok(Opened { title, steps })
}

type Standing = crate::evaluation::score::Standing;

fn step(text: Text) -> Step {
    Step { text, note: String::new(), criterion: None, estimate_of: None }
}

fn points_of(standing: &Standing, item: &str) -> Option<Exact> {
    standing.points.get(item).copied().flatten()
}

/// A mark and the share of the weight it stands for; of points also how many there are.
fn marked([mark_id, points_id]: [&str; 2], item: &Item, mark: &str, share: Exact) -> Text {
    let text = match &item.scheme {
        Scheme::Points { greatest } => Text::new(points_id).arg("greatest", greatest.normalize()),
        _ => Text::new(mark_id),
    };
    text.arg("mark", mark).arg("share", share.shown())
}

fn leaf(counted: &Counted, standing: &Standing, item: &Item) -> Vec<Step> {
    let ballot = &counted.gathered.ballot;
    if let Scheme::Price(formula) = &item.scheme {
        return priced(counted, standing, item, formula);
    }
    let key = (item.id.clone(), standing.bidder.clone());
    let agreed = counted.gathered.agreed.iter().find(|one| one.criterion == key.0 && one.bidder == key.1);
    let blank = match ballot.pooling {
        Pooling::Mean => "opened-blank",
        Pooling::Sum => "opened-blank-sum",
    };
    let mut shares: Vec<Exact> = Vec::new();
    let mut steps = Vec::new();
    for sheet in &ballot.sheets {
        if !sheet.is_asked(&key.0, &key.1) {
            continue;
        }
        let kept = counted.gathered.sheets.iter().find(|kept| kept.evaluator.id == sheet.evaluator);
        let note = kept
            .and_then(|kept| kept.mark(&key.0, &key.1))
            .filter(|_| sheet.comments.contains(&key))
            .map(|mark| mark.comment.clone())
            .unwrap_or_default();
        let name = counted.evaluator(&sheet.evaluator);
        let text = match sheet.marks.get(&key) {
            None => Text::new(blank).arg("name", name),
            Some(mark) => match item.scheme.share(mark) {
                Some(share) => {
                    shares.push(share);
                    marked(["opened-mark", "opened-mark-points"], item, mark, share).arg("name", name)
                }
                None => Text::new("opened-word").arg("name", name).arg("mark", mark),
            },
        };
        steps.push(Step { note, ..step(text) });
    }
    if let (Some(agreed), Some(mark)) = (agreed, ballot.consensus.get(&key)) {
        let share = item.scheme.share(mark);
        let text = match share {
            Some(share) => marked(["opened-agreed", "opened-agreed-points"], item, mark, share),
            None => Text::new("opened-agreed-word").arg("mark", mark),
        };
        steps.push(Step { note: agreed.reason.clone(), ..step(text) });
        shares = share.into_iter().collect();
    }
    if matches!(item.scheme, Scheme::PassFail) {
        steps.push(step(Text::new("opened-pass-fail")));
        return steps;
    }
    if counted.is_unweighed(&item.id) {
        steps.push(step(Text::new("opened-unweighed")));
        return steps;
    }
    let Some(points) = points_of(standing, &item.id) else { return steps };
    let sum: Exact = shares.iter().sum();
    let listed = shares.iter().map(|share| share.shown()).collect::<Vec<_>>().join(" + ");
    match ballot.pooling {
        Pooling::Mean if shares.len() > 1 => {
            let mean = sum / Exact::new(i128::try_from(shares.len()).unwrap_or(1), 1);
            let text =
                Text::new("opened-mean").arg("listed", listed).arg("count", shares.len()).arg("mean", mean.shown());
            steps.push(step(text));
        }
        Pooling::Sum if shares.len() > 1 => {
            steps.push(step(Text::new("opened-sum").arg("listed", listed).arg("sum", sum.shown())));
        }
        // What was agreed on counts once for each evaluator asked.
        Pooling::Sum if agreed.is_some() => {
            let count = ballot.sheets.iter().filter(|sheet| sheet.is_asked(&key.0, &key.1)).count();
            let all = sum * Exact::new(i128::try_from(count).unwrap_or(1), 1);
            let text = Text::new("opened-sum-agreed").arg("share", sum.shown()).arg("count", count);
            steps.extend((count > 1).then(|| step(text.arg("sum", all.shown()))));
        }
        _ => {}
    }
    let weighed = Text::new("opened-weighed").arg("weight", item.weight.normalize()).arg("points", points.shown());
    steps.push(step(weighed));
    let shown = shown(points, ballot.rounding);
    if shown.trim_end_matches('0').trim_end_matches('.') != points.shown() {
        steps.push(step(Text::new("opened-shown").arg("points", shown)));
    }
    steps
}

/// The price of a bidder; none while it is not known or not to be seen.
fn price_of(counted: &Counted, bidder: &str) -> Option<i64> {
    counted.gathered.ballot.bidders.iter().find(|known| known.id == bidder).and_then(|known| known.price)
}

/// The price a bidder is compared with, and over which term.
fn price(counted: &Counted, standing: &Standing) -> Step {
    let basis = &counted.gathered.basis;
    let Some(price) = price_of(counted, &standing.bidder) else { return step(Text::new("opened-price-unknown")) };
    let text = match basis.tax {
        TaxBasis::Excluded => Text::new("opened-price-excluded"),
        TaxBasis::Included => Text::new("opened-price-included"),
    };
    let text = text.arg("price", grouped(price)).arg("months", basis.months);
    Step { estimate_of: Some(standing.bidder.clone()), ..step(text) }
}

/// The price, those it is compared with, the share of the weight that gives, and the points.
fn priced(counted: &Counted, standing: &Standing, item: &Item, formula: &Formula) -> Vec<Step> {
    if counted.divides(&item.id) {
        return vec![price(counted, standing), step(Text::new("opened-divisor"))];
    }
    let mut steps = vec![price(counted, standing), step(rule_text(&formula.rule))];
    if counted.is_unweighed(&item.id) {
        steps.push(step(Text::new("opened-unweighed")));
        return steps;
    }
    let weight = item.weight.normalize();
    match price_of(counted, &standing.bidder) {
        None => steps.push(step(Text::new("opened-weight").arg("weight", weight))),
        Some(price) => {
            let (share, found) = share_of(counted, formula, price);
            steps.extend(found);
            let weighed = (exact(item.weight) * share).shown();
            steps.push(step(Text::new("opened-weighed").arg("weight", weight).arg("points", weighed)));
        }
    }
    if let Some(points) = points_of(standing, &item.id) {
        steps.push(step(rounding_text(formula.rounding)));
        steps.push(step(Text::new("opened-is").arg("points", points.shown())));
    }
    steps
}

/// The bidders whose prices are compared, with these. Who is out by a decision or by an item is not among them, but who is
/// out only by the points that this very comparison gives its price.
fn compared(counted: &Counted) -> Vec<(&str, i64)> {
    let priced =
        |id: &str| counted.gathered.ballot.item(id).is_some_and(|item| matches!(item.scheme, Scheme::Price(_)));
    let by_points = |why: &Why| match why {
        Why::UnderTotalMinimum => true,
        Why::UnderMinimum(item) => priced(item),
        Why::Decision | Why::Failed(_) => false,
    };
    let there = counted.outcome.standings.iter().filter(|one| one.out.iter().all(by_points));
    there.filter_map(|one| Some((one.bidder.as_str(), price_of(counted, &one.bidder)?))).collect()
}

/// The share of the weight that a price earns, and how the formula comes to it.
fn share_of(counted: &Counted, formula: &Formula, price: i64) -> (Exact, Vec<Step>) {
    let compared = compared(counted);
    let prices: Vec<i64> = compared.iter().map(|(_, price)| *price).collect();
    let share = formula.share(price, &prices);
    let mut steps = Vec::new();
    let mut name = |text: &Text, end: i64| {
        for (bidder, _) in compared.iter().filter(|(_, price)| *price == end) {
            let text = text.clone().arg("name", counted.short(bidder)).arg("price", grouped(end));
            steps.push(Step { estimate_of: Some((*bidder).to_owned()), ..step(text) });
        }
    };
    let ratio = |over: i64, under: i64| Exact::new(i128::from(over), i128::from(under));
    let (text, reckoned) = match (&formula.rule, prices.iter().min(), prices.iter().max()) {
        (Rule::LowestOverBid, Some(lowest), _) if price > 0 => {
            name(&Text::new("opened-price-lowest"), *lowest);
            (Text::new("opened-price-over-bid").arg("lowest", grouped(*lowest)), ratio(*lowest, price))
        }
        (Rule::UnderCeiling { ceiling }, ..) if *ceiling > 0 => {
            let text = Text::new("opened-price-under-ceiling").arg("ceiling", grouped(*ceiling));
            (text, ONE - ratio(price, *ceiling))
        }
        (Rule::Linear, Some(lowest), Some(highest)) => {
            name(&Text::new("opened-price-lowest"), *lowest);
            if highest > lowest {
                name(&Text::new("opened-price-highest"), *highest);
                let text = Text::new("opened-price-between");
                let text = text.arg("lowest", grouped(*lowest)).arg("highest", grouped(*highest));
                (text, ratio(highest - price, highest - lowest))
            } else {
                (Text::new("opened-price-alike"), share)
            }
        }
        (Rule::Steps(rungs), ..) => match rungs.iter().find(|(upto, _)| price <= *upto) {
            Some((upto, _)) => (Text::new("opened-price-step").arg("upto", grouped(*upto)), share),
            None => (Text::new("opened-price-beyond"), share),
        },
        _ => (Text::new("opened-price-bare"), share),
    };
    let percent = written(reckoned * exact(Decimal::ONE_HUNDRED));
    steps.push(step(text.arg("price", grouped(price)).arg("share", written(reckoned)).arg("percent", percent)));
    if reckoned != share {
        steps.push(step(Text::new("opened-price-held").arg("share", share.shown())));
    }
    (share, steps)
}

/// A fraction as people read it, with a true minus.
fn written(value: Exact) -> String {
    value.shown().replace('-', "−")
}

/// The parts of a whole, their sum, and the sum as it is shown.
fn whole(counted: &Counted, standing: &Standing, id: &str) -> Vec<Step> {
    let ballot = &counted.gathered.ballot;
    let mut sum = ZERO;
    let mut steps = Vec::new();
    for item in ballot.items.iter().filter(|item| item.group == id) {
        let points = points_of(standing, &item.id);
        sum += points.unwrap_or(ZERO);
        steps.push(part(counted, standing, &item.id, points));
    }
    let none = if counted.is_unweighed(id) {
        Some("opened-unweighed")
    } else if counted.divides(id) {
        Some("opened-divisor")
    } else {
        (!counted.pass_fail(id).is_empty()).then_some("opened-pass-fail")
    };
    if let Some(none) = none {
        steps.push(step(Text::new(none)));
        return steps;
    }
    steps.push(step(Text::new("opened-adds").arg("sum", sum.shown())));
    finish("opened-is", sum, ballot.rounding, &mut steps);
    steps
}

/// What a part gives: points, whether it is passed, or why there are none.
fn part(counted: &Counted, standing: &Standing, id: &str, points: Option<Exact>) -> Step {
    let judged = counted.pass_fail(id);
    let text = match points {
        _ if !judged.is_empty() => {
            let mark = counted.passed(&judged, &standing.bidder).unwrap_or_default();
            Text::new("opened-part-passed").arg("mark", mark)
        }
        _ if counted.divides(id) => Text::new("opened-part-divisor"),
        _ if counted.is_unweighed(id) => Text::new("opened-part-unweighed"),
        Some(points) => Text::new("opened-part").arg("points", points.shown()),
        None => Text::new("opened-part-open"),
    };
    Step { criterion: Some(id.into()), ..step(text.arg("title", counted.title(id))) }
}

fn finish(id: &str, value: Exact, rounding: crate::evaluation::score::Rounding, steps: &mut Vec<Step>) {
    steps.push(step(rounding_text(rounding)));
    steps.push(step(Text::new(id).arg("points", shown(value, rounding))));
}

fn total(counted: &Counted, standing: &Standing) -> Vec<Step> {
    let ballot = &counted.gathered.ballot;
    let mut groups: Vec<(&str, Option<Exact>)> = Vec::new();
    let mut all = ZERO;
    for item in ballot.items.iter().filter(|item| ballot.earns(item)) {
        let points = points_of(standing, &item.id);
        all += points.unwrap_or(ZERO);
        match groups.iter_mut().find(|(id, _)| *id == item.group) {
            Some((_, sum)) => *sum = sum.map_or(points, |sum| Some(sum + points.unwrap_or(ZERO))),
            None => groups.push((&item.group, points)),
        }
    }
    let mut steps: Vec<Step> = groups.into_iter().map(|(id, points)| part(counted, standing, id, points)).collect();
    if counted.total(standing).is_none() {
        return steps;
    }
    steps.push(step(Text::new("opened-adds").arg("sum", all.shown())));
    let value = match ballot.totalling {
        Totalling::Additive => all,
        Totalling::Division { unit } => {
            steps.push(price(counted, standing));
            steps.push(step(Text::new("opened-divided").arg("unit", grouped(unit))));
            match price_of(counted, &standing.bidder) {
                Some(price) if price > 0 => all * Exact::new(i128::from(unit), i128::from(price)),
                _ => exact(standing.total),
            }
        }
    };
    let id = if counted.is_provisional(standing) { "opened-is-provisional" } else { "opened-is" };
    finish(id, value, ballot.rounding, &mut steps);
    if let Some(tie) = &standing.settled_by {
        steps.push(step(counted.tie(tie)));
    }
    steps
}
