//! Totals, exclusions, ranks and ties.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashSet};

use rust_decimal::Decimal;

use super::exact::{exact, rounded, whole, Exact, ZERO};
use super::tally::{Cell, Otherwise, Tally};
use super::{Ballot, Contender, Scheme, TieBreak, Totalling};
use crate::Result;

/// The mark that fails a bidder.
pub const FAIL: &str = "fail";

/// Why a bidder is out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// By a decision.
    Decision,
    /// It failed this item.
    Failed(String),
    /// It stays under the minimum of this item.
    UnderMinimum(String),
    /// It stays under the minimum of all points.
    UnderTotalMinimum,
}

/// Where a bidder stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The bidder.
    pub bidder: String,
    /// 1 for the first; bidders that nothing tells apart share one. None for who is out, and for who has no number where
    /// another one has: a total with a part missing is compared with no whole one.
    pub rank: Option<usize>,
    /// The total as it is shown and decides.
    pub total: Decimal,
    /// Points by criterion of the first level, shortened as the total is; nothing of one in which there is no number yet.
    pub groups: BTreeMap<String, Decimal>,
    /// Points by item, exact; none where there is no mark.
    pub points: BTreeMap<String, Option<Exact>>,
    /// Marks that were asked for and left blank, by item.
    pub blanks: BTreeMap<String, usize>,
    /// Items without any number.
    pub open: Vec<String>,
    /// Why it is out, nothing where it is in: by a decision, then by its items in their order. Whether it stays under the
    /// minimum of all points is only asked where nothing else puts it out.
    pub out: Vec<Why>,
    /// The tie that gave it its place, where one did.
    pub settled_by: Option<TieBreak>,
}

impl Standing {
    /// Whether it is out.
    pub fn is_out(&self) -> bool {
        !self.out.is_empty()
    }

    /// Whether the total may still change, because marks or the price are missing.
    pub fn is_provisional(&self) -> bool {
        !self.open.is_empty() || !self.blanks.is_empty() || (self.rank.is_none() && !self.is_out())
    }
}

/// The result of a ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The bidders, the first in front, behind them those of whom a part is missing, and those who are out.
    pub standings: Vec<Standing>,
}

impl Outcome {
    /// The bidders of rank 1. More than one where nothing tells them apart.
    pub fn winners(&self) -> Vec<&str> {
        self.standings.iter().filter(|one| one.rank == Some(1)).map(|one| one.bidder.as_str()).collect()
    }

    /// The bidder that is first alone.
    pub fn winner(&self) -> Option<&str> {
        match self.winners().as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// The standing of a bidder.
    pub fn of(&self, bidder: &str) -> Option<&Standing> {
        self.standings.iter().find(|one| one.bidder == bidder)
    }
}

/// A bidder with its exact numbers, on the way to its standing.
struct Counted<'b> {
    bidder: &'b Contender,
    total: Exact,
    technical: Exact,
    groups: BTreeMap<String, Exact>,
    standing: Standing,
}

/// Counts a ballot.
///
/// # Errors
/// Refused where a number is beyond all that a decimal can hold.
pub fn count(ballot: &Ballot) -> Result<Outcome> {
    Tally::new(ballot).count(Otherwise::default())
}

impl Tally<'_> {
    /// Counts it, or what it would be otherwise.
    pub(super) fn count(&self, otherwise: Otherwise<'_>) -> Result<Outcome> {
        let ballot = self.ballot;
        let fallen = self.fallen(otherwise)?;
        let prices: Vec<i64> = self.compared(&fallen).map(|(_, price)| price).collect();
        let mut counted: Vec<Counted<'_>> = fallen
            .into_iter()
            .map(|(bidder, why)| self.counted(bidder, why, &prices, otherwise))
            .collect::<Result<_>>()?;
        let partial = partial(ballot, &counted);
        counted.sort_by(|a, b| {
            let behind = |one: &Counted<'_>| (one.standing.is_out(), partial.contains(one.bidder.id.as_str()));
            behind(a).cmp(&behind(b)).then_with(|| in_order(ballot, a, b).0).then_with(|| a.bidder.id.cmp(&b.bidder.id))
        });
        for at in 0..counted.len() {
            if counted[at].standing.is_out() || partial.contains(counted[at].bidder.id.as_str()) {
                continue;
            }
            let shared = at
                .checked_sub(1)
                .filter(|before| in_order(ballot, &counted[*before], &counted[at]).0 == Ordering::Equal);
            counted[at].standing.rank = shared.map_or(Some(at + 1), |before| counted[before].standing.rank);
        }
        for at in 0..counted.len() {
            counted[at].standing.settled_by = settled_by(ballot, &counted, at);
        }
        Ok(Outcome { standings: counted.into_iter().map(|one| one.standing).collect() })
    }

    /// The bidders that are there, with the items each fails by. Who fails is out before prices are compared, so that a bid
    /// that cannot win pulls nobody down. Who stays under the minimum of a price itself is out after that: points for
    /// prices are computed once, that bid among them, and nobody is in or out by a second comparison.
    fn fallen(&self, otherwise: Otherwise<'_>) -> Result<Vec<(usize, Vec<Why>)>> {
        let there = (0..self.ballot.bidders.len()).filter(|bidder| otherwise.bidder != Some(*bidder));
        there.map(|bidder| Ok((bidder, self.out_by_items(bidder, otherwise)?))).collect()
    }

    /// The prices that are compared.
    pub(super) fn prices(&self) -> Result<Vec<i64>> {
        let fallen = self.fallen(Otherwise::default())?;
        Ok(self.compared(&fallen).map(|(_, price)| price).collect())
    }

    /// The bidders whose prices are compared, with their prices.
    fn compared<'f>(&'f self, fallen: &'f [(usize, Vec<Why>)]) -> impl Iterator<Item = (usize, i64)> + 'f {
        let bidders = &self.ballot.bidders;
        fallen
            .iter()
            .filter(|(bidder, why)| why.is_empty() && !bidders[*bidder].excluded)
            .filter_map(|(bidder, _)| Some((*bidder, bidders[*bidder].price?)))
    }

    /// The bidders without which another one would earn other points for its price.
    pub(super) fn weighty(&self) -> Result<Vec<usize>> {
        let fallen = self.fallen(Otherwise::default())?;
        let compared: Vec<(usize, i64)> = self.compared(&fallen).collect();
        let all: Vec<i64> = compared.iter().map(|(_, price)| *price).collect();
        let mut found = Vec::new();
        for (left, _) in &compared {
            let rest: Vec<i64> =
                compared.iter().filter(|(bidder, _)| bidder != left).map(|(_, price)| *price).collect();
            let mut differs = false;
            for item in &self.ballot.items {
                let Scheme::Price(formula) = &item.scheme else { continue };
                for (at, bidder) in self.ballot.bidders.iter().enumerate() {
                    let Some(price) = bidder.price.filter(|_| at != *left) else { continue };
                    differs |=
                        formula.points(item.weight, price, &all)? != formula.points(item.weight, price, &rest)?;
                }
            }
            if differs {
                found.push(*left);
            }
        }
        Ok(found)
    }

    /// What excludes a bidder by its items before prices are compared.
    fn out_by_items(&self, bidder: usize, otherwise: Otherwise<'_>) -> Result<Vec<Why>> {
        let mut found = Vec::new();
        for (at, item) in self.ballot.items.iter().enumerate() {
            let looked_at = match item.scheme {
                Scheme::PassFail => true,
                Scheme::Marks(_) | Scheme::Points { .. } => item.minimum.is_some(),
                Scheme::Price(_) => false,
            };
            if looked_at && self.cell(at, bidder, &[], otherwise)?.excludes {
                let id = item.id.clone();
                let failed = matches!(item.scheme, Scheme::PassFail);
                found.push(if failed { Why::Failed(id) } else { Why::UnderMinimum(id) });
            }
        }
        Ok(found)
    }

    /// What a point counts where totals are divided by the price; nothing without a price.
    pub(super) fn per_price(&self, bidder: Option<usize>, unit: i64) -> Exact {
        match bidder.and_then(|at| self.ballot.bidders[at].price) {
            Some(price) if price > 0 => Exact::new(i128::from(unit), i128::from(price)),
            _ => ZERO,
        }
    }

    fn counted(&self, at: usize, fallen: Vec<Why>, prices: &[i64], otherwise: Otherwise<'_>) -> Result<Counted<'_>> {
        let ballot = self.ballot;
        let bidder = &ballot.bidders[at];
        let (mut all, mut technical, mut greatest, mut complete) = (ZERO, ZERO, ZERO, true);
        let mut groups: BTreeMap<String, Exact> = BTreeMap::new();
        let (mut points, mut blanks, mut open) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        // Points for a price tell something of a bidder only where it was in the comparison they came from.
        let compared = fallen.is_empty() && !bidder.excluded;
        let mut out = fallen;
        for (n, item) in ballot.items.iter().enumerate() {
            let Cell { points: earned, blanks: blank, awaited, times, excludes } =
                self.cell(n, at, prices, otherwise)?;
            let value = earned.unwrap_or(ZERO);
            let is_price = matches!(item.scheme, Scheme::Price(_));
            if is_price && excludes && compared {
                out.push(Why::UnderMinimum(item.id.clone()));
            }
            if ballot.earns(item) {
                all += value;
                greatest += self.weights()[n] * whole(times);
            }
            // A minimum of all points is asked of the points alone: without them nobody knows whether it is reached.
            complete &= !ballot.weighs(item) || (earned.is_some() && blank == 0 && !awaited);
            technical += if is_price { ZERO } else { value };
            if earned.is_some() {
                *groups.entry(item.group.clone()).or_insert(ZERO) += value;
            }
            if blank > 0 {
                blanks.insert(item.id.clone(), blank);
            }
            if earned.is_none() {
                open.push(item.id.clone());
            }
            points.insert(item.id.clone(), earned);
        }
        let total = match ballot.totalling {
            Totalling::Additive => all,
            Totalling::Division { unit } => all * self.per_price(Some(at), unit),
        };
        let under = complete && ballot.minimum.is_some_and(|minimum| all < exact(minimum) * greatest);
        if bidder.excluded {
            out.insert(0, Why::Decision);
        } else if under && out.is_empty() {
            out.push(Why::UnderTotalMinimum);
        }
        let shown = groups.iter().map(|(id, value)| Ok((id.clone(), rounded(*value, ballot.rounding)?)));
        let standing = Standing {
            bidder: bidder.id.clone(),
            rank: None,
            total: rounded(total, ballot.rounding)?,
            groups: shown.collect::<Result<_>>()?,
            points,
            blanks,
            open,
            out,
            settled_by: None,
        };
        Ok(Counted { bidder, total: exact(standing.total), technical, groups, standing })
    }
}

/// The bidders, of those who are not out, that have no number where another one has: points of something that weighs. Those
/// too without the price that totals are divided by.
fn partial<'b>(ballot: &Ballot, counted: &[Counted<'b>]) -> HashSet<&'b str> {
    let within = || counted.iter().filter(|one| !one.standing.is_out());
    let mut found = HashSet::new();
    let mut part = |lacks: &dyn Fn(&Counted<'_>) -> bool| {
        if within().any(|one| !lacks(one)) {
            found.extend(within().filter(|one| lacks(one)).map(|one| one.bidder.id.as_str()));
        }
    };
    for item in ballot.items.iter().filter(|item| ballot.weighs(item)) {
        part(&|one| one.standing.open.contains(&item.id));
    }
    if let Totalling::Division { .. } = ballot.totalling {
        // Nothing can be divided by a price that is not known or is none, whoever else has none.
        let unpriced = |one: &&Counted<'_>| one.bidder.price.is_none_or(|price| price <= 0);
        found.extend(within().filter(unpriced).map(|one| one.bidder.id.as_str()));
    }
    found
}

/// What settled the tie a bidder was in: against the next of the same total that stands elsewhere, or else the last
/// before it. Of bidders that still share a rank each was in it.
fn settled_by(ballot: &Ballot, counted: &[Counted<'_>], at: usize) -> Option<TieBreak> {
    let own = &counted[at];
    own.standing.rank?;
    let level = |other: &&Counted<'_>| {
        other.standing.rank.is_some() && other.standing.rank != own.standing.rank && other.total == own.total
    };
    let other = counted[at + 1..].iter().find(level).or_else(|| counted[..at].iter().rfind(level))?;
    in_order(ballot, own, other).1
}

/// The order of two bidders, the better first, and what settled it where their totals are equal.
fn in_order(ballot: &Ballot, a: &Counted<'_>, b: &Counted<'_>) -> (Ordering, Option<TieBreak>) {
    let by_total = b.total.cmp(&a.total);
    if by_total != Ordering::Equal {
        return (by_total, None);
    }
    for tie in &ballot.ties {
        let order = match tie {
            TieBreak::Technical => b.technical.cmp(&a.technical),
            TieBreak::LowerPrice => match (a.bidder.price, b.bidder.price) {
                (Some(a), Some(b)) => a.cmp(&b),
                _ => Ordering::Equal,
            },
            TieBreak::Criterion(id) => {
                let of = |one: &Counted<'_>| {
                    one.groups.get(id).copied().or_else(|| one.standing.points.get(id).copied().flatten())
                };
                of(b).cmp(&of(a))
            }
        };
        if order != Ordering::Equal {
            return (order, Some(tie.clone()));
        }
    }
    (Ordering::Equal, None)
}
