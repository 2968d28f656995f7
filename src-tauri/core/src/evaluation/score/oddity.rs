//! What is odd about the marks. Nothing here is wrong by itself; each wants to be looked at before a choice.

use super::exact::exact;
use super::firmness::ranking;
use super::tally::{Laid, Otherwise, Said, Tally};
use super::{Ballot, Ballots, Outcome, Pooling, Scheme, Totalling};
use crate::Result;

/// Something odd.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Oddity {
    /// Evaluators are at both ends of the scale.
    Opposed {
        /// Item.
        item: String,
        /// Bidder.
        bidder: String,
    },
    /// An evaluator marked all bidders alike, and left none of them blank.
    AllAlike {
        /// Item.
        item: String,
        /// Evaluator.
        evaluator: String,
    },
    /// An evaluator's marks go against the order of the prices.
    PriceOrder {
        /// Item.
        item: String,
        /// Evaluator.
        evaluator: String,
    },
    /// A mark that was asked for is not there.
    Blank {
        /// Item.
        item: String,
        /// Bidder.
        bidder: String,
        /// Evaluator.
        evaluator: String,
    },
    /// A mark without a comment.
    NoComment {
        /// Item.
        item: String,
        /// Bidder.
        bidder: String,
        /// Evaluator.
        evaluator: String,
    },
    /// Marks are added up, and an evaluator steps aside: the bidder goes without her points.
    Aside {
        /// Bidder.
        bidder: String,
        /// Evaluator.
        evaluator: String,
    },
    /// All bidders earn the same there: its weight decides nothing.
    Idle {
        /// Item.
        item: String,
    },
    /// The others change places when this bidder, who does not win, is left out.
    Turns {
        /// Bidder.
        bidder: String,
    },
}

/// What is odd, in the order of the items.
///
/// # Errors
/// Refused where a number is beyond all that a decimal can hold.
pub fn oddities(ballot: &Ballot) -> Result<Vec<Oddity>> {
    let tally = Tally::new(ballot);
    let outcome = tally.count(Otherwise::default())?;
    with_totals(&tally, &outcome, of_marks(&tally))
}

/// A ballot counted and looked at.
#[derive(Debug, Clone)]
pub struct Looked {
    /// The totals.
    pub outcome: Outcome,
    /// The totals without what was agreed on.
    pub own: Outcome,
    /// What is odd.
    pub oddities: Vec<Oddity>,
}

/// A ballot counted, with what is odd about it. Its sheets were laid out before.
///
/// # Errors
/// Refused where a number is beyond all that a decimal can hold.
pub fn count_and_look(ballot: &Ballot, laid: &Laid) -> Result<Looked> {
    look(ballot, laid, None)
}

/// The same once more after only what was agreed on, or who takes part, has changed: what was `known` to be odd about the
/// marks themselves stands.
///
/// # Errors
/// As [`count_and_look`].
pub fn count_and_look_again(ballot: &Ballot, laid: &Laid, known: Vec<Oddity>) -> Result<Looked> {
    look(ballot, laid, Some(known))
}

fn look(ballot: &Ballot, laid: &Laid, known: Option<Vec<Oddity>>) -> Result<Looked> {
    let tally = Tally::on(ballot, laid);
    let outcome = tally.count(Otherwise::default())?;
    let own = if ballot.consensus.is_empty() {
        outcome.clone()
    } else {
        tally.count(Otherwise { own: true, ..Otherwise::default() })?
    };
    let marks = known.map_or_else(
        || of_marks(&tally),
        |mut known| {
            known.retain(|one| !matches!(one, Oddity::Idle { .. } | Oddity::Turns { .. }));
            known
        },
    );
    let oddities = with_totals(&tally, &outcome, marks)?;
    Ok(Looked { outcome, own, oddities })
}

/// What is odd about the marks themselves, whatever they come to.
fn of_marks(tally: &Tally<'_>) -> Vec<Oddity> {
    let ballot = tally.ballot;
    let mut found = Vec::new();
    for (at, item) in ballot.items.iter().enumerate() {
        if let Some((best, worst)) = ends(tally, at) {
            for (n, bidder) in ballot.bidders.iter().enumerate() {
                let said = tally.said(at, n);
                if said.contains(&best) && said.contains(&worst) {
                    found.push(Oddity::Opposed { item: item.id.clone(), bidder: bidder.id.clone() });
                }
            }
        }
        if !matches!(item.scheme, Scheme::Price(_)) {
            for sheet in 0..ballot.sheets.len() {
                of_sheet(tally, at, sheet, &mut found);
            }
        }
    }
    if ballot.pooling == Pooling::Sum {
        aside(ballot, &mut found);
    }
    found
}

/// Who goes without the points of an evaluator that gives some to others.
fn aside(ballot: &Ballot, found: &mut Vec<Oddity>) {
    let pooled = |item: &&super::Item| matches!(item.scheme, Scheme::Marks(_) | Scheme::Points { .. });
    let judges = |sheet: &Ballots, item: &super::Item| sheet.judges.is_empty() || sheet.judges.contains(&item.id);
    for sheet in ballot.sheets.iter().filter(|sheet| ballot.items.iter().filter(pooled).any(|one| judges(sheet, one))) {
        for bidder in ballot.bidders.iter().filter(|bidder| sheet.steps_aside.contains(&bidder.id)) {
            found.push(Oddity::Aside { bidder: bidder.id.clone(), evaluator: sheet.evaluator.clone() });
        }
    }
}

/// That, and what is odd about the totals.
fn with_totals(tally: &Tally<'_>, outcome: &Outcome, mut found: Vec<Oddity>) -> Result<Vec<Oddity>> {
    idle(tally.ballot, outcome, &mut found);
    turns(tally, outcome, &mut found)?;
    Ok(found)
}

/// Best and worst mark of a scale of marks.
fn ends(tally: &Tally<'_>, at: usize) -> Option<(Said, Said)> {
    let Scheme::Marks(values) = &tally.ballot.items[at].scheme else { return None };
    let shares: Vec<i128> = values.iter().map(|(_, value)| exact(*value).parts_of(tally.under(at))).collect();
    let (best, worst) = (*shares.iter().max()?, *shares.iter().min()?);
    (best != worst).then_some((Said::Share(best), Said::Share(worst)))
}

fn of_sheet(tally: &Tally<'_>, at: usize, sheet: usize, found: &mut Vec<Oddity>) {
    let ballot = tally.ballot;
    let (item, evaluator) = (&ballot.items[at], &ballot.sheets[sheet].evaluator);
    let place = |bidder: &super::Contender| (item.id.clone(), bidder.id.clone(), evaluator.clone());
    let mut marked: Vec<(Option<i64>, Said)> = Vec::with_capacity(ballot.bidders.len());
    let mut whole = true;
    for (n, bidder) in ballot.bidders.iter().enumerate() {
        match tally.said(at, n)[sheet] {
            Said::Unasked => {}
            Said::Blank => {
                whole = false;
                let (item, bidder, evaluator) = place(bidder);
                found.push(Oddity::Blank { item, bidder, evaluator });
            }
            said => {
                if !tally.is_commented(at, n, sheet) {
                    let (item, bidder, evaluator) = place(bidder);
                    found.push(Oddity::NoComment { item, bidder, evaluator });
                }
                marked.push((bidder.price, said));
            }
        }
    }
    let alike = whole && marked.len() > 1 && marked.iter().all(|(_, said)| *said == marked[0].1);
    if alike && !matches!(item.scheme, Scheme::PassFail) {
        found.push(Oddity::AllAlike { item: item.id.clone(), evaluator: evaluator.clone() });
    }
    let against = |a: &(Option<i64>, Said), b: &(Option<i64>, Said)| match (a, b) {
        ((Some(cheap), Said::Share(low)), (Some(dear), Said::Share(high))) => cheap < dear && low < high,
        _ => false,
    };
    if item.follows_price && marked.iter().any(|a| marked.iter().any(|b| against(a, b))) {
        found.push(Oddity::PriceOrder { item: item.id.clone(), evaluator: evaluator.clone() });
    }
}

fn idle(ballot: &Ballot, outcome: &Outcome, found: &mut Vec<Oddity>) {
    // The same points divided by different prices are not the same.
    if ballot.totalling != Totalling::Additive {
        return;
    }
    let ranked: Vec<_> = outcome.standings.iter().filter(|one| one.rank.is_some()).collect();
    for item in ballot.items.iter().filter(|item| item.weight > rust_decimal::Decimal::ZERO) {
        let points: Vec<_> = ranked.iter().map(|one| one.points.get(&item.id).copied().flatten()).collect();
        if points.len() > 1 && points[0].is_some() && points.iter().all(|one| *one == points[0]) {
            found.push(Oddity::Idle { item: item.id.clone() });
        }
    }
}

/// A bidder that does not win, and without which the others stand in another order.
fn turns(tally: &Tally<'_>, whole: &Outcome, found: &mut Vec<Oddity>) -> Result<()> {
    // While a part of a total is missing, nobody knows the places.
    if whole.standings.iter().any(|one| !one.is_out() && one.rank.is_none()) {
        return Ok(());
    }
    let winners: Vec<&str> = whole.winners();
    // Only a price is judged against other bids; every other mark stands for itself.
    for at in tally.weighty()? {
        let left = &tally.ballot.bidders[at];
        if winners.contains(&left.id.as_str()) {
            continue;
        }
        let mut before = ranking(whole);
        for rank in &mut before {
            rank.retain(|bidder| *bidder != left.id);
        }
        before.retain(|rank| !rank.is_empty());
        let other = tally.count(Otherwise { bidder: Some(at), ..Otherwise::default() })?;
        if before != ranking(&other) {
            found.push(Oddity::Turns { bidder: left.id.clone() });
        }
    }
    Ok(())
}
