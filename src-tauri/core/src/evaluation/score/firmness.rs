//! How firm a result is: what it takes to change the winner.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::exact::{whole, Exact, ZERO};
use super::price::Rule;
use super::tally::{Otherwise, Tally};
use super::{Ballot, Outcome, Standing, Totalling, Why};
use crate::Result;

/// Weightings that are tried.
pub const RUNS: u32 = 10_000;
/// How far weights go up and down in the nearer of both trials: a fifth of each.
const NEAR: f64 = 0.2;
/// Totals of a trial that differ by no more than this share of them are level: they are sums of rounded numbers.
const LEVEL: f64 = 1e-12;

/// The smallest change of one weight that changes the winner, the others scaled in proportion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flip {
    /// Criterion of the first level, or item.
    pub criterion: String,
    /// Its weight now.
    pub weight: Exact,
    /// How much it takes: at this change the two are level, beyond it the other is first. Nothing where they are level now
    /// and a rule for ties decides.
    pub change: Exact,
    /// The way it goes from there: the weight rises, or it falls.
    pub rises: bool,
    /// Who is first then.
    pub winner: String,
}

/// How often each bidder comes first over random weightings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trials {
    /// Weightings tried.
    pub runs: u32,
    /// What they were drawn from: the same seed gives the same weightings.
    pub seed: u64,
    /// Times first, by bidder: level ones are first together. Those who are out are not tried.
    pub first: BTreeMap<String, u32>,
}

/// The ranking when something is otherwise: the bidders by rank, those who share one together.
pub type Ranking = Vec<Vec<String>>;

/// How a ballot comes out when something is otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The bidders by rank.
    pub ranking: Ranking,
    /// How far the winner of the ballot as it is lies before the best of the others; below nothing where it is not first
    /// any more, none where it is out, left out or alone.
    pub lead: Option<Decimal>,
    /// An item and a bidder without any mark then, where there is one now: what that would come to cannot be told, so nobody
    /// is ranked.
    pub untold: Option<(String, String)>,
}

/// How firm a result is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Firmness {
    /// As it is.
    pub now: Case,
    /// By criterion; none where no change of its weight changes the winner, or where nobody is first alone.
    pub flips: Vec<(String, Option<Flip>)>,
    /// All weightings there are, each as likely as the other.
    pub uniform: Trials,
    /// Each weight at most a fifth up or down.
    pub near: Trials,
    /// Without each evaluator.
    pub without_evaluator: Vec<(String, Case)>,
    /// Without each bidder that is not out already.
    pub without_bidder: Vec<(String, Case)>,
    /// Under each rule for the price.
    pub by_rule: Vec<(Rule, Case)>,
}

/// Examines a ballot. `seed` makes the trials repeatable; `rules` are the other rules for the price that are tried.
/// `advance` is told how far it has come, and stops the work by an error.
pub fn examine(
    ballot: &Ballot,
    seed: u64,
    rules: &[Rule],
    advance: &mut dyn FnMut(usize, usize) -> Result<()>,
) -> Result<Firmness> {
    let tally = Tally::new(ballot);
    let outcome = tally.count(Otherwise::default())?;
    let winner = outcome.winner();
    // Who is out already makes no case of its own.
    let is_in = |at: &usize| outcome.of(&ballot.bidders[*at].id).is_some_and(|one| one.out.is_none());
    let compared: Vec<usize> = (0..ballot.bidders.len()).filter(is_in).collect();
    let steps = 3 + ballot.sheets.len() + compared.len() + rules.len();
    let mut done = 0;
    let mut step = || {
        done += 1;
        advance(done, steps)
    };
    let contributions = Contributions::of(&tally, &outcome);
    let mut flips = contributions.flips(ballot);
    if winner.is_none() {
        for (_, flip) in &mut flips {
            *flip = None;
        }
    }
    step()?;
    let uniform = contributions.trials(seed, false);
    step()?;
    let near = contributions.trials(seed ^ 0x5eed, true);
    step()?;
    let mut case = |otherwise: Otherwise<'_>| -> Result<Case> {
        let case = Case::of(&tally.count(otherwise)?, &outcome);
        step()?;
        Ok(case)
    };
    let mut without_evaluator = Vec::new();
    for (at, sheet) in ballot.sheets.iter().enumerate() {
        without_evaluator.push((sheet.evaluator.clone(), case(Otherwise { sheet: Some(at), ..Otherwise::default() })?));
    }
    let mut without_bidder = Vec::new();
    for at in compared {
        let id = ballot.bidders[at].id.clone();
        without_bidder.push((id, case(Otherwise { bidder: Some(at), ..Otherwise::default() })?));
    }
    let mut by_rule = Vec::new();
    for rule in rules {
        by_rule.push((rule.clone(), case(Otherwise { rule: Some(rule), ..Otherwise::default() })?));
    }
    let now = Case::of(&outcome, &outcome);
    Ok(Firmness { now, flips, uniform, near, without_evaluator, without_bidder, by_rule })
}

impl Case {
    /// An outcome beside the one of now.
    fn of(outcome: &Outcome, now: &Outcome) -> Self {
        let winner = now.winner();
        let lost = outcome.standings.iter().filter(|one| one.out != Some(Why::Decision)).find_map(|one| {
            let had = now.of(&one.bidder)?;
            let item = one.open.iter().find(|item| !had.open.contains(item))?;
            Some((item.clone(), one.bidder.clone()))
        });
        if lost.is_some() {
            return Self { ranking: Ranking::new(), lead: None, untold: lost };
        }
        let ranked = || outcome.standings.iter().filter(|one| one.rank.is_some());
        let own = ranked().find(|one| Some(one.bidder.as_str()) == winner).map(|one| one.total);
        let best = ranked().filter(|one| Some(one.bidder.as_str()) != winner).map(|one| one.total).max();
        Self { ranking: ranking(outcome), lead: own.zip(best).map(|(own, best)| own - best), untold: None }
    }
}

/// For each criterion of the first level and each item, the smallest change of its weight that changes the winner. What
/// earns no points weighs nothing and is not among them.
pub fn flips(ballot: &Ballot, outcome: &Outcome) -> Vec<(String, Option<Flip>)> {
    Contributions::of(&Tally::new(ballot), outcome).flips(ballot)
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

/// What each item adds to the total of each bidder that is not out, of one time its weight. Where totals are divided by the
/// price, so is this: they stay sums.
struct Contributions {
    /// The bidders, the first in front.
    ranked: Vec<String>,
    /// The weights of the items.
    weights: Vec<Exact>,
    /// By bidder and item.
    points: Vec<Vec<Exact>>,
}

impl Contributions {
    fn of(tally: &Tally<'_>, outcome: &Outcome) -> Self {
        let place = |id: &str| tally.ballot.bidders.iter().position(|bidder| bidder.id == id);
        let ranked = || outcome.standings.iter().filter(|one| one.rank.is_some());
        let of = |one: &Standing, at: usize| -> Exact {
            let item = &tally.ballot.items[at];
            let earned = one.points.get(&item.id).copied().flatten().unwrap_or(ZERO);
            let bidder = place(&one.bidder);
            let times = bidder.map_or(1, |bidder| tally.times(at, bidder, Otherwise::default()));
            let earned = if times == 1 { earned } else { earned / whole(times) };
            match tally.ballot.totalling {
                Totalling::Additive => earned,
                Totalling::Division { .. } if !tally.ballot.earns(item) => ZERO,
                Totalling::Division { unit } => earned * tally.per_price(bidder, unit),
            }
        };
        let items = tally.ballot.items.len();
        Self {
            ranked: ranked().map(|one| one.bidder.clone()).collect(),
            weights: tally.weights().to_vec(),
            points: ranked().map(|one| (0..items).map(|at| of(one, at)).collect()).collect(),
        }
    }

    fn flips(&self, ballot: &Ballot) -> Vec<(String, Option<Flip>)> {
        let weighed = || ballot.items.iter().filter(move |item| ballot.earns(item));
        let mut groups: Vec<&str> = Vec::new();
        for item in weighed() {
            if !groups.contains(&item.group.as_str()) {
                groups.push(&item.group);
            }
        }
        let items = weighed().map(|item| item.id.as_str()).filter(|id| !groups.contains(id));
        let criteria: Vec<&str> = groups.iter().copied().chain(items).collect();
        let total: Exact = self.weights.iter().sum();
        let totals: Vec<Exact> = self.points.iter().map(|points| points.iter().sum()).collect();
        let flip = |id: &str| {
            let inside = |item: &super::Item| item.id == id || item.group == id;
            let within: Vec<usize> = (0..ballot.items.len()).filter(|at| inside(&ballot.items[*at])).collect();
            self.flip(id, &within, total, &totals)
        };
        criteria.into_iter().map(|id| (id.to_owned(), flip(id))).collect()
    }

    /// The smallest change of the weight of a criterion that brings another bidder to the front.
    ///
    /// With the weight w of the criterion changed by d, and the others scaled so that all weights still add up to W, the
    /// lead of the winner over another is linear in d: lead + d · (its lead per point in the criterion − its lead per
    /// point in the others). Where that is nothing, the two are level. Where they are level already, as the rule for ties
    /// decides, the way on which the lead falls is the one that changes the winner.
    fn flip(&self, criterion: &str, within: &[usize], total: Exact, totals: &[Exact]) -> Option<Flip> {
        let weight: Exact = within.iter().map(|at| self.weights[*at]).sum();
        if weight <= ZERO || weight >= total || self.ranked.is_empty() {
            return None;
        }
        let inside = |bidder: usize| -> Exact { within.iter().map(|at| self.points[bidder][*at]).sum() };
        let own = inside(0);
        let mut best: Option<Flip> = None;
        for (other, name) in self.ranked.iter().enumerate().skip(1) {
            let lead = totals[0] - totals[other];
            let lead_in = own - inside(other);
            let slope = lead_in / weight - (lead - lead_in) / (total - weight);
            if slope == ZERO {
                continue;
            }
            let rises = slope < ZERO;
            let change = if lead > ZERO { -lead / slope } else { ZERO };
            let reachable = change > -weight && change < total - weight;
            if reachable && best.as_ref().is_none_or(|best| change.abs() < best.change.abs()) {
                best = Some(Flip { criterion: criterion.into(), weight, change, rises, winner: name.clone() });
            }
        }
        best
    }

    /// Counts who comes first when the weights are drawn anew: uniformly from all there are, or near those given.
    fn trials(&self, seed: u64, near: bool) -> Trials {
        let weighing: Vec<usize> = (0..self.weights.len()).filter(|at| self.weights[*at] > ZERO).collect();
        let share = |points: &[Exact], at: usize| (points[at] / self.weights[at]).near();
        let shares: Vec<Vec<f64>> =
            self.points.iter().map(|points| weighing.iter().map(|at| share(points, *at)).collect()).collect();
        let weights: Vec<f64> = weighing.iter().map(|at| self.weights[*at].near()).collect();
        let mut first = vec![0_u32; self.ranked.len()];
        let mut drawn = vec![0.0; weights.len()];
        let mut totals = vec![0.0; self.ranked.len()];
        let mut dice = Dice(seed);
        for _ in 0..RUNS {
            for (drawn, weight) in drawn.iter_mut().zip(&weights) {
                // Gaps between events of chance, scaled, are uniform on all weightings there are.
                *drawn = if near { weight * (1.0 + NEAR * (2.0 * dice.next() - 1.0)) } else { -dice.next().ln() };
            }
            for (total, shares) in totals.iter_mut().zip(&shares) {
                *total = shares.iter().zip(&drawn).map(|(share, weight)| share * weight).sum::<f64>();
            }
            let most = totals.iter().copied().fold(f64::MIN, f64::max);
            for (first, total) in first.iter_mut().zip(&totals) {
                *first += u32::from(*total >= most - LEVEL * most.abs());
            }
        }
        let first = self.ranked.iter().cloned().zip(first).collect();
        Trials { runs: RUNS, seed, first }
    }
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
