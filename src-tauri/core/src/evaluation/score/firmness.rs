//! How firm a result is: what it takes to change the winner.

use std::collections::{BTreeMap, BTreeSet};

use super::exact::{exact, whole, Exact, ZERO};
use super::price::{Formula, Rule};
use super::{count, Ballot, Outcome, Pooling, Scheme, Totalling};
use crate::Result;

/// Weightings that are tried.
pub const RUNS: u32 = 10_000;
/// How far weights go up and down in the nearer of both trials: a fifth of each.
const NEAR: f64 = 0.2;

/// The smallest change of one weight that changes the winner, the others scaled in proportion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flip {
    /// Criterion of the first level, or item.
    pub criterion: String,
    /// Its weight now.
    pub weight: Exact,
    /// How much it takes: at this change the two are level, beyond it the other is first.
    pub change: Exact,
    /// Who is first then.
    pub winner: String,
}

/// How often each bidder comes first over random weightings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trials {
    /// Weightings tried.
    pub runs: u32,
    /// Times first, by bidder. Those who are out are not tried.
    pub first: BTreeMap<String, u32>,
}

/// The ranking when something is otherwise: the bidders by rank, those who share one together.
pub type Ranking = Vec<Vec<String>>;

/// How firm a result is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Firmness {
    /// By criterion; none where no change of its weight changes the winner, or totals are no sums of points.
    pub flips: Vec<(String, Option<Flip>)>,
    /// All weightings there are, each as likely as the other.
    pub uniform: Trials,
    /// Each weight at most a fifth up or down.
    pub near: Trials,
    /// Without each evaluator.
    pub without_evaluator: Vec<(String, Ranking)>,
    /// Without each bidder.
    pub without_bidder: Vec<(String, Ranking)>,
    /// Under each rule for the price.
    pub by_rule: Vec<(Rule, Ranking)>,
}

/// Examines a ballot. `seed` makes the trials repeatable; `rules` are the other rules for the price that are tried.
/// `advance` is told how far it has come, and stops the work by an error.
pub fn examine(
    ballot: &Ballot,
    seed: u64,
    rules: &[Rule],
    advance: &mut dyn FnMut(usize, usize) -> Result<()>,
) -> Result<Firmness> {
    let outcome = count(ballot)?;
    let steps = 3 + ballot.sheets.len() + ballot.bidders.len() + rules.len();
    let mut done = 0;
    let mut step = || {
        done += 1;
        advance(done, steps)
    };
    let flips = flips(ballot, &outcome);
    step()?;
    let uniform = trials(ballot, &outcome, seed, false);
    step()?;
    let near = trials(ballot, &outcome, seed ^ 0x5eed, true);
    step()?;
    let mut without_evaluator = Vec::new();
    for at in 0..ballot.sheets.len() {
        let mut other = ballot.clone();
        let left = other.sheets.remove(at);
        without_evaluator.push((left.evaluator, ranking(&count(&other)?)));
        step()?;
    }
    let mut without_bidder = Vec::new();
    for at in 0..ballot.bidders.len() {
        let mut other = ballot.clone();
        let left = other.bidders.remove(at);
        without_bidder.push((left.id, ranking(&count(&other)?)));
        step()?;
    }
    let mut by_rule = Vec::new();
    for rule in rules {
        let mut other = ballot.clone();
        for item in &mut other.items {
            if let Scheme::Price(formula) = &mut item.scheme {
                *formula = Formula { rule: rule.clone(), rounding: formula.rounding };
            }
        }
        by_rule.push((rule.clone(), ranking(&count(&other)?)));
        step()?;
    }
    Ok(Firmness { flips, uniform, near, without_evaluator, without_bidder, by_rule })
}

/// For each criterion of the first level and each item, the smallest change of its weight that changes the winner.
pub fn flips(ballot: &Ballot, outcome: &Outcome) -> Vec<(String, Option<Flip>)> {
    let groups: BTreeSet<&str> = ballot.items.iter().map(|item| item.group.as_str()).collect();
    let items = ballot.items.iter().map(|item| item.id.as_str()).filter(|id| !groups.contains(id));
    let criteria = groups.iter().copied().chain(items);
    criteria.map(|id| (id.to_owned(), flip(ballot, outcome, id))).collect()
}

/// The bidders by rank.
pub fn ranking(outcome: &Outcome) -> Ranking {
    let mut ranks: Ranking = Vec::new();
    let mut last = None;
    for one in outcome.standings.iter().filter(|one| one.rank.is_some()) {
        if one.rank != last {
            ranks.push(Vec::new());
            last = one.rank;
        }
        if let Some(rank) = ranks.last_mut() {
            rank.push(one.bidder.clone());
        }
    }
    ranks
}

/// The share of its whole that an item gives a bidder.
fn share(ballot: &Ballot, outcome: &Outcome, item: &super::Item, bidder: &str) -> Exact {
    let times = if ballot.pooling == Pooling::Sum { ballot.times(item, bidder) } else { 1 };
    let greatest = exact(item.weight) * whole(times);
    let points = outcome.of(bidder).and_then(|one| one.points.get(&item.id).copied().flatten());
    match points {
        Some(points) if greatest > ZERO => points / greatest,
        _ => ZERO,
    }
}

/// The smallest change of the weight of `criterion` that brings another bidder to the front.
///
/// With the weight w of the criterion changed by d, and the others scaled so that all weights still add up to W, the lead
/// of the winner over another is linear in d: lead + d · (its lead per point in the criterion − its lead per point in
/// the others). Where that is nothing, the two are level.
fn flip(ballot: &Ballot, outcome: &Outcome, criterion: &str) -> Option<Flip> {
    if ballot.totalling != Totalling::Additive {
        return None;
    }
    let inside = |item: &&super::Item| item.id == criterion || item.group == criterion;
    let total: Exact = ballot.items.iter().map(|item| exact(item.weight)).sum();
    let weight: Exact = ballot.items.iter().filter(inside).map(|item| exact(item.weight)).sum();
    if weight <= ZERO || weight >= total {
        return None;
    }
    let ranked: Vec<&str> =
        outcome.standings.iter().filter(|one| one.rank.is_some()).map(|one| one.bidder.as_str()).collect();
    let (winner, others) = ranked.split_first()?;
    let of = |bidder: &str, within: bool| -> Exact {
        let counted = ballot.items.iter().filter(|item| inside(item) == within);
        counted.map(|item| exact(item.weight) * share(ballot, outcome, item, bidder)).sum()
    };
    let (winner_in, winner_out) = (of(winner, true), of(winner, false));
    let mut best: Option<Flip> = None;
    for other in others {
        let (lead_in, lead_out) = (winner_in - of(other, true), winner_out - of(other, false));
        let slope = lead_in / weight - lead_out / (total - weight);
        if slope == ZERO {
            continue;
        }
        let change = -(lead_in + lead_out) / slope;
        let reachable = change > -weight && change < total - weight;
        let nearer = best.as_ref().is_none_or(|best| change.abs() < best.change.abs());
        if reachable && nearer {
            best = Some(Flip { criterion: criterion.into(), weight, change, winner: (*other).into() });
        }
    }
    best
}

/// Counts who comes first when the weights are drawn anew: uniformly from all there are, or near those given.
fn trials(ballot: &Ballot, outcome: &Outcome, seed: u64, near: bool) -> Trials {
    let ranked: Vec<&str> =
        outcome.standings.iter().filter(|one| one.rank.is_some()).map(|one| one.bidder.as_str()).collect();
    let weighing: Vec<&super::Item> =
        ballot.items.iter().filter(|item| item.weight > rust_decimal::Decimal::ZERO).collect();
    let shares: Vec<Vec<f64>> = ranked
        .iter()
        .map(|bidder| weighing.iter().map(|item| share(ballot, outcome, item, bidder).near()).collect())
        .collect();
    let weights: Vec<f64> = weighing.iter().map(|item| exact(item.weight).near()).collect();
    let mut first = vec![0_u32; ranked.len()];
    let mut dice = Dice(seed);
    for _ in 0..RUNS {
        let drawn: Vec<f64> = weights
            .iter()
            .map(|weight| if near { weight * (1.0 + NEAR * (2.0 * dice.next() - 1.0)) } else { -dice.next().ln() })
            .collect();
        let total = |shares: &[f64]| shares.iter().zip(&drawn).map(|(share, weight)| share * weight).sum::<f64>();
        let mut best: Option<(usize, f64)> = None;
        for (at, shares) in shares.iter().enumerate() {
            let total = total(shares);
            // Level bidders stay in the order of the result.
            if best.is_none_or(|(_, most)| total > most + 1e-12) {
                best = Some((at, total));
            }
        }
        if let Some((at, _)) = best {
            first[at] += 1;
        }
    }
    let first = ranked.iter().zip(first).map(|(bidder, times)| ((*bidder).to_owned(), times)).collect();
    Trials { runs: RUNS, first }
}

/// Repeatable chance (SplitMix64). Core throws no dice of its own.
struct Dice(u64);

impl Dice {
    /// Between 0 and 1, neither of them.
    #[allow(clippy::cast_precision_loss)]
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        ((z >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }
}
