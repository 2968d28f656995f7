//! How firm a result is: what it takes to change the winner.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::exact::Exact;
use super::price::Rule;
use super::tally::{Otherwise, Tally};
use super::weighing::Weighing;
use super::{Ballot, Outcome, Why};
use crate::Result;

/// Weightings that are tried.
pub const RUNS: u32 = 10_000;

/// The smallest change of one weight that changes the winner, the others scaled in proportion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flip {
    /// Criterion of the first level, or item.
    pub criterion: String,
    /// Its weight now.
    pub weight: Exact,
    /// Where it changes. Nothing where any change is enough.
    pub change: Exact,
    /// The way it goes from there: the weight rises, or it falls.
    pub rises: bool,
    /// The first weight that can be set, with two decimals, at which it has changed.
    pub at: Decimal,
    /// Who is first then; none where nobody has a place any more.
    pub winner: Option<String>,
    /// The winner of now is first beside it.
    pub level: bool,
}

/// How often each bidder comes first over random weightings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trials {
    /// Weightings tried.
    pub runs: u32,
    /// What they were drawn from: the same seed gives the same weightings.
    pub seed: u64,
    /// Times first, by bidder: level ones are first together. Of those who are out, only who has too few points in all is
    /// tried: other weights may bring it back.
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
    let is_in = |at: &usize| outcome.of(&ballot.bidders[*at].id).is_some_and(|one| !one.is_out());
    let compared: Vec<usize> = (0..ballot.bidders.len()).filter(is_in).collect();
    let steps = 3 + ballot.sheets.len() + compared.len() + rules.len();
    let mut done = 0;
    let mut step = || {
        done += 1;
        advance(done, steps)
    };
    let weighing = Weighing::of(&tally, &outcome)?;
    let mut flips = weighing.flips();
    if winner.is_none() {
        for (_, flip) in &mut flips {
            *flip = None;
        }
    }
    step()?;
    let uniform = weighing.trials(seed, false);
    step()?;
    let near = weighing.trials(seed ^ 0x5eed, true);
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
        let lost = outcome.standings.iter().filter(|one| !one.out.contains(&Why::Decision)).find_map(|one| {
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
