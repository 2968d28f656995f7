//! Who is first under other weights: marks and prices stand, and with them what a bidder earns of one point of a weight.
//! Minimums, rounding and the rules for ties hold as they do in the result. Points for prices are taken in proportion.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::exact::{exact, whole, Exact, ONE, ZERO};
use super::firmness::{Flip, Trials, RUNS};
use super::tally::{Cell, Otherwise, Tally};
use super::{Ballot, Mode, Outcome, Scheme, Standing, TieBreak, Totalling, Why};
use crate::Result;

/// How far weights go up and down in the nearer of both trials: a fifth of each.
const NEAR: f64 = 0.2;
/// Numbers that differ by no more than this share of them are level: they are sums of rounded numbers.
const LEVEL: f64 = 1e-12;
/// Changes of a weight that lie nearer than this share of all weights are one.
const APART: f64 = 1e-9;
/// So many steps of rounding are looked at where two totals run side by side.
const MOST_STEPS: i64 = 300;
/// What a criterion without a weight is counted with to learn what it would give.
const LIFTED: Decimal = Decimal::ONE_HUNDRED;

/// A bidder that may be first under other weights.
struct Candidate {
    id: String,
    price: Option<i64>,
    /// Points of one point of the weight, by item.
    share: Vec<Exact>,
    /// The same as numbers.
    near: Vec<f64>,
    /// How many times the weight is the whole, by item; nothing for what earns no points.
    times: Vec<usize>,
    /// What the points are multiplied with for the total.
    per: Exact,
    /// Every mark is there, so that a minimum of all points is asked.
    complete: bool,
    /// Items without a weight whose own minimum it would not reach with one.
    falls: Vec<usize>,
}

impl Candidate {
    fn points(&self, weights: &[f64]) -> f64 {
        self.near.iter().zip(weights).map(|(share, weight)| share * weight).sum()
    }

    fn points_of(&self, weights: &[f64], counts: impl Fn(usize) -> bool) -> f64 {
        (0..weights.len()).filter(|at| counts(*at)).map(|at| self.near[at] * weights[at]).sum()
    }

    fn greatest(&self, weights: &[f64]) -> f64 {
        #[allow(clippy::cast_precision_loss)]
        self.times.iter().zip(weights).map(|(times, weight)| *times as f64 * weight).sum()
    }
}

/// The bidders of a ballot under any weights.
pub(super) struct Weighing<'b> {
    ballot: &'b Ballot,
    /// The winner in front, then the others in their order, then those who are out for too few points in all.
    candidates: Vec<Candidate>,
    /// The weights of the items.
    weights: Vec<Exact>,
    /// Items without a weight of which nobody knows what they would give somebody.
    untold: Vec<usize>,
}

/// A number that changes with a weight: what it is now, and by how much it grows with each point.
#[derive(Clone, Copy)]
struct Line {
    now: Exact,
    slope: Exact,
}

impl Line {
    /// Where it is nothing.
    fn zero(self) -> Option<Exact> {
        (self.slope != ZERO).then(|| -self.now / self.slope)
    }

    fn times(self, by: Exact) -> Self {
        Self { now: self.now * by, slope: self.slope * by }
    }

    fn less(self, other: Self) -> Self {
        Self { now: self.now - other.now, slope: self.slope - other.slope }
    }
}

/// The criterion whose weight is changed.
struct Turned<'c> {
    id: &'c str,
    within: Vec<usize>,
    weight: Exact,
    total: Exact,
}

impl Turned<'_> {
    /// A sum over the items, as the weight changes and the others are scaled so that all still add up to the same.
    fn line(&self, weights: &[Exact], of: impl Fn(usize) -> Exact) -> Line {
        let inside: Exact = self.within.iter().map(|at| of(*at) * weights[*at]).sum();
        let outside: Exact =
            (0..weights.len()).filter(|at| !self.within.contains(at)).map(|at| of(at) * weights[at]).sum();
        let gained = if self.weight == ZERO { of(self.within[0]) } else { inside / self.weight };
        Line { now: inside + outside, slope: gained - outside / (self.total - self.weight) }
    }

    /// The weights at a change.
    fn weights(&self, weights: &[f64], change: f64) -> Vec<f64> {
        let (own, total) = (self.weight.near(), self.total.near());
        let rest = (total - own - change) / (total - own);
        let scaled = |(at, weight): (usize, &f64)| match (self.within.contains(&at), self.weight == ZERO) {
            (true, true) => change,
            (true, false) => weight * (own + change) / own,
            (false, _) => weight * rest,
        };
        weights.iter().enumerate().map(scaled).collect()
    }
}

impl<'b> Weighing<'b> {
    pub fn of(tally: &Tally<'b>, outcome: &Outcome) -> Result<Self> {
        let ballot = tally.ballot;
        let prices = tally.prices()?;
        let lifted = ballot.items.iter().map(|item| super::Item {
            weight: if item.weight.is_zero() { LIFTED } else { item.weight },
            ..item.clone()
        });
        let lifted = Ballot { items: lifted.collect(), ..ballot.clone() };
        let lifted = Tally::new(&lifted);
        let mut untold = Vec::new();
        let mut candidate = |one: &Standing| -> Result<Option<Candidate>> {
            let Some(place) = ballot.bidders.iter().position(|bidder| bidder.id == one.bidder) else { return Ok(None) };
            let per = match ballot.totalling {
                Totalling::Additive => ONE,
                Totalling::Division { unit } => tally.per_price(Some(place), unit),
            };
            let price = ballot.bidders[place].price;
            let (mut share, mut times) = (Vec::new(), Vec::new());
            let (mut complete, mut falls) = (true, Vec::new());
            for (at, item) in ballot.items.iter().enumerate() {
                let cell: Cell = lifted.cell(at, place, &prices, Otherwise::default())?;
                let earns = ballot.earns(item);
                if ballot.weighs(item) {
                    complete &= cell.points.is_some() && cell.blanks == 0 && !cell.awaited;
                } else if earns {
                    if cell.points.is_none() || cell.blanks > 0 || cell.awaited {
                        untold.push(at);
                    }
                    if cell.excludes {
                        falls.push(at);
                    }
                }
                let weight = if item.weight.is_zero() { LIFTED } else { item.weight };
                share.push(cell.points.filter(|_| earns).map_or(ZERO, |points| points / exact(weight)));
                times.push(if earns { cell.times } else { 0 });
            }
            let near = share.iter().map(|share| share.near()).collect();
            Ok(Some(Candidate { id: one.bidder.clone(), price, share, near, times, per, complete, falls }))
        };
        let counts = |one: &&Standing| one.rank.is_some() || one.out == [Why::UnderTotalMinimum];
        let mut candidates = Vec::new();
        for one in outcome.standings.iter().filter(counts) {
            candidates.extend(candidate(one)?);
        }
        Ok(Self { ballot, candidates, weights: tally.weights().to_vec(), untold })
    }

    /// Who is first under these weights, by their places. More than one where nothing tells them apart.
    fn first(&self, weights: &[f64]) -> Vec<usize> {
        let mut first = Vec::with_capacity(self.candidates.len());
        let mut most = f64::MIN;
        let minimum = self.ballot.minimum.map(|minimum| exact(minimum).near());
        for (at, one) in self.candidates.iter().enumerate() {
            let points = one.points(weights);
            let under = minimum.filter(|_| one.complete).is_some_and(|minimum| {
                let least = minimum * one.greatest(weights);
                points < least - LEVEL * least.abs().max(1.0)
            });
            if under || one.falls.iter().any(|item| weights[*item] > 0.0) {
                continue;
            }
            let total = self.shortened(points * one.per.near());
            let tolerance = LEVEL * most.abs();
            if total > most + tolerance {
                first.clear();
                most = total;
            }
            if total >= most - tolerance {
                first.push(at);
            }
        }
        if first.len() > 1 {
            self.settle(&mut first, weights);
        }
        first
    }

    /// A total as it is shown, in units of its last place.
    fn shortened(&self, total: f64) -> f64 {
        let places = i32::try_from(self.ballot.rounding.places).unwrap_or_default();
        let scaled = total * 10_f64.powi(places);
        let up = match self.ballot.rounding.mode {
            Mode::HalfUp => 0.5,
            Mode::Cut => 0.0,
        };
        (scaled + up + LEVEL * scaled.abs().max(1.0)).floor()
    }

    /// Leaves those whom the rules for ties put in front.
    fn settle(&self, level: &mut Vec<usize>, weights: &[f64]) {
        for tie in &self.ballot.ties {
            let items = &self.ballot.items;
            let number = |at: &usize| -> Option<f64> {
                let one = &self.candidates[*at];
                Some(match tie {
                    TieBreak::Technical => {
                        one.points_of(weights, |item| !matches!(items[item].scheme, Scheme::Price(_)))
                    }
                    #[allow(clippy::cast_precision_loss)]
                    TieBreak::LowerPrice => -(one.price? as f64),
                    TieBreak::Criterion(id) => {
                        one.points_of(weights, |item| items[item].id == *id || items[item].group == *id)
                    }
                })
            };
            let Some(numbers) = level.iter().map(number).collect::<Option<Vec<f64>>>() else { continue };
            let most = numbers.iter().copied().fold(f64::MIN, f64::max);
            let mut kept = numbers.into_iter().map(|number| number >= most - LEVEL * most.abs());
            level.retain(|_| kept.next().unwrap_or_default());
        }
    }

    /// For each criterion of the first level and each item that earns points, the smallest change of its weight that
    /// changes the winner. One without a weight is left out where it is not known what it would give.
    pub fn flips(&self) -> Vec<(String, Option<Flip>)> {
        let earning = || self.ballot.items.iter().filter(|item| self.ballot.earns(item));
        let mut criteria: Vec<&str> = Vec::new();
        for item in earning() {
            if !criteria.contains(&item.group.as_str()) {
                criteria.push(&item.group);
            }
        }
        let parts: Vec<&str> = earning().map(|item| item.id.as_str()).filter(|id| !criteria.contains(id)).collect();
        let total: Exact = self.weights.iter().sum();
        let turned = criteria.into_iter().chain(parts).map(|id| {
            let items = self.ballot.items.iter().enumerate().filter(|(_, item)| self.ballot.earns(item));
            let within: Vec<usize> =
                items.filter(|(_, item)| item.id == id || item.group == id).map(|(at, _)| at).collect();
            let weight = within.iter().map(|at| self.weights[*at]).sum();
            Turned { id, within, weight, total }
        });
        // How a weight would be shared among parts without one, nobody knows either.
        let told = |one: &Turned<'_>| {
            one.weight > ZERO || one.within.len() == 1 && !one.within.iter().any(|at| self.untold.contains(at))
        };
        turned.filter(told).map(|one| (one.id.to_owned(), self.flip(&one))).collect()
    }

    /// The smallest change of a weight that brings another bidder to the front.
    ///
    /// With the weight w of a criterion changed by d, and the others scaled so that all weights still add up to W, every
    /// total is linear in d. The order can change only where two totals cross, where a bidder meets the minimum of all
    /// points, and, as totals are shortened, at the steps of two totals that are within one step of each other. Between
    /// those places nothing changes, so one look in each room between them is enough.
    fn flip(&self, turned: &Turned<'_>) -> Option<Flip> {
        if turned.weight >= turned.total || self.candidates.is_empty() {
            return None;
        }
        let weights: Vec<f64> = self.weights.iter().map(|weight| weight.near()).collect();
        let (least, most) = (-turned.weight.near(), (turned.total - turned.weight).near());
        let mut places: Vec<(f64, Option<Exact>)> = vec![(0.0, Some(ZERO))];
        let within = |place: f64| place > least && place < most;
        let mut meet = |line: Line| {
            if let Some(place) = line.zero().filter(|place| within(place.near())) {
                places.push((place.near(), Some(place)));
            }
        };
        let points = |one: &Candidate| turned.line(&self.weights, |at| one.share[at]);
        let totals: Vec<Line> = self.candidates.iter().map(|one| points(one).times(one.per)).collect();
        for other in &totals[1..] {
            meet(totals[0].less(*other));
        }
        if let Some(minimum) = self.ballot.minimum {
            for one in &self.candidates {
                let greatest = turned.line(&self.weights, |at| whole(one.times[at]));
                meet(points(one).less(greatest.times(exact(minimum))));
            }
        }
        if self.ballot.ties.contains(&TieBreak::Technical) {
            let technical = |one: &Candidate| {
                let is_price = |at: usize| matches!(self.ballot.items[at].scheme, Scheme::Price(_));
                turned.line(&self.weights, |at| if is_price(at) { ZERO } else { one.share[at] })
            };
            let own = technical(&self.candidates[0]);
            for other in &self.candidates[1..] {
                meet(own.less(technical(other)));
            }
        }
        for other in &totals[1..] {
            places.extend(self.steps(totals[0], *other, (least, most)).into_iter().map(|place| (place, None)));
        }
        self.look(turned, &weights, places, (least, most))
    }

    /// Where the shortened totals of two bidders step while they are within one step of each other.
    fn steps(&self, own: Line, other: Line, (least, most): (f64, f64)) -> Vec<f64> {
        let unit = 10_f64.powi(-i32::try_from(self.ballot.rounding.places).unwrap_or_default());
        let lead = own.less(other);
        let (lead, slope) = (lead.now.near(), lead.slope.near());
        let (from, to) = match (slope == 0.0, lead.abs() < unit) {
            (true, false) => return Vec::new(),
            (true, true) => (least, most),
            (false, _) => {
                let (middle, half) = (-lead / slope, unit / slope.abs());
                ((middle - half).max(least), (middle + half).min(most))
            }
        };
        let up = if self.ballot.rounding.mode == Mode::HalfUp { 0.5 } else { 0.0 };
        let mut found = Vec::new();
        for line in [own, other] {
            let (now, slope) = (line.now.near(), line.slope.near());
            if slope == 0.0 || from >= to {
                continue;
            }
            let step = |place: f64| (now + slope * place) / unit + up;
            let nearest = step(0.0_f64.clamp(from, to)).round();
            let (low, high) = (step(from).min(step(to)), step(from).max(step(to)));
            for by in -MOST_STEPS..=MOST_STEPS {
                #[allow(clippy::cast_precision_loss)]
                let number = nearest + by as f64;
                if number >= low && number <= high {
                    found.push(((number - up) * unit - now) / slope);
                }
            }
        }
        found.retain(|place| *place > least && *place < most);
        found
    }

    /// Looks between the places, from here outward on both sides, until the winner is not first alone any more.
    fn look(
        &self,
        turned: &Turned<'_>,
        weights: &[f64],
        mut places: Vec<(f64, Option<Exact>)>,
        (least, most): (f64, f64),
    ) -> Option<Flip> {
        // Of places that are one, that which is known exactly stays.
        places.sort_by(|a, b| a.0.total_cmp(&b.0));
        let apart = APART * turned.total.near();
        let mut distinct: Vec<(f64, Option<Exact>)> = Vec::with_capacity(places.len());
        for place in places {
            match distinct.last_mut().filter(|last| place.0 - last.0 <= apart) {
                Some(last) if last.1.is_none() || place.1 == Some(ZERO) => *last = place,
                Some(_) => {}
                None => distinct.push(place),
            }
        }
        let here = distinct.iter().position(|place| place.1 == Some(ZERO))?;
        let bound = |at: usize| distinct.get(at).map_or(most, |place| place.0);
        let above = (here..distinct.len()).map(|at| (at, bound(at + 1), true));
        let below = (0..=here).map(|at| (at, at.checked_sub(1).map_or(least, bound), false));
        let mut rooms: Vec<(usize, f64, bool)> = above.chain(below).collect();
        rooms.sort_by(|a, b| distinct[a.0].0.abs().total_cmp(&distinct[b.0].0.abs()));
        let own = turned.weight.near();
        for (at, end, rises) in rooms {
            let (place, known) = distinct[at];
            let changed = |change: f64| {
                let first = self.first(&turned.weights(weights, change));
                (first != [0]).then_some(first)
            };
            if (end - place).abs() <= apart || changed(f64::midpoint(place, end)).is_none() {
                continue;
            }
            // A room without a weight that can be set is none that anybody comes to.
            let settable = hundredths(own + place, own + end).filter(|at| (*at - own).abs() > apart);
            let found = settable.map(|at| (at, changed(at - own))).find_map(|(at, first)| Some((at, first?)));
            let Some((weight, first)) = found else { continue };
            let winner = first.iter().find(|one| **one != 0).map(|one| self.candidates[*one].id.clone());
            return Some(Flip {
                criterion: turned.id.into(),
                weight: turned.weight,
                change: known.unwrap_or_else(|| nearly(place)),
                rises,
                at: written(weight),
                level: first.contains(&0),
                winner,
            });
        }
        None
    }

    /// Counts who comes first when the weights are drawn anew: uniformly from all there are, or near those given.
    pub fn trials(&self, seed: u64, near: bool) -> Trials {
        let weights: Vec<f64> = self.weights.iter().map(|weight| weight.near()).collect();
        let total: f64 = weights.iter().sum();
        let mut first = vec![0_u32; self.candidates.len()];
        let mut drawn = vec![0.0; weights.len()];
        let mut dice = Dice(seed);
        for _ in 0..RUNS {
            for (drawn, weight) in drawn.iter_mut().zip(&weights).filter(|(_, weight)| **weight > 0.0) {
                // Gaps between events of chance, scaled, are uniform on all weightings there are.
                *drawn = if near { weight * (1.0 + NEAR * (2.0 * dice.next() - 1.0)) } else { -dice.next().ln() };
            }
            // A step of rounding is as large in every weighting.
            let sum: f64 = drawn.iter().sum();
            for drawn in &mut drawn {
                *drawn *= total / sum;
            }
            for at in self.first(&drawn) {
                first[at] += 1;
            }
        }
        let first: BTreeMap<String, u32> = self.candidates.iter().map(|one| one.id.clone()).zip(first).collect();
        Trials { runs: RUNS, seed, first }
    }
}

/// The first two weights with two decimals from one weight on, which is among them, towards another, which is not.
fn hundredths(from: f64, to: f64) -> impl Iterator<Item = f64> {
    let (from, to) = (from * 100.0, to * 100.0);
    let step = (to - from).signum();
    let first = if step > 0.0 { (from - 1e-6).ceil() } else { (from + 1e-6).floor() };
    let within = move |at: &f64| (to - at) * step > 1e-6;
    [first, first + step].into_iter().filter(within).map(|at| at / 100.0)
}

/// A weight with two decimals.
fn written(weight: f64) -> Decimal {
    #[allow(clippy::cast_possible_truncation)]
    Decimal::new((weight * 100.0).round() as i64, 2).normalize()
}

/// A place as a fraction of a million parts.
fn nearly(place: f64) -> Exact {
    #[allow(clippy::cast_possible_truncation)]
    Exact::new((place * 1e6).round() as i128, 1_000_000)
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
