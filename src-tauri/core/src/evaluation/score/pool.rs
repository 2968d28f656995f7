//! One number from the marks of several evaluators.

use super::exact::{exact, whole, Exact, ZERO};
use super::{Ballot, Contender, Item, Scheme};
use crate::Result;

/// What an item gives a bidder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// Points; none where nobody has marked it, or the price is not known.
    pub points: Option<Exact>,
    /// Evaluators who were asked and left it blank, where no mark was agreed on.
    pub blanks: usize,
    /// One of them failed it, or it stays under its minimum.
    pub excludes: bool,
}

/// The cell of `item` and `bidder`. `prices` are those of the bidders that are still compared.
pub(super) fn cell(ballot: &Ballot, item: &Item, bidder: &Contender, prices: &[i64]) -> Result<Cell> {
    let key = (item.id.clone(), bidder.id.clone());
    let agreed = ballot.consensus.get(&key);
    let asked: Vec<_> = ballot.sheets.iter().filter(|sheet| sheet.is_asked(&item.id, &bidder.id)).collect();
    let marks: Vec<&String> = match agreed {
        Some(mark) => vec![mark],
        None => asked.iter().filter_map(|sheet| sheet.marks.get(&key)).collect(),
    };
    let blanks = if agreed.is_some() { 0 } else { asked.len() - marks.len() };
    match &item.scheme {
        Scheme::PassFail => {
            let excludes = marks.iter().any(|mark| *mark == super::rank::FAIL);
            Ok(Cell { points: Some(ZERO), blanks, excludes })
        }
        Scheme::Price(formula) => {
            let points = bidder.price.map(|price| formula.points(item.weight, price, prices)).transpose()?;
            Ok(Cell { points: points.map(exact), blanks: 0, excludes: false })
        }
        Scheme::Marks(_) | Scheme::Points { .. } => {
            let shares: Vec<Exact> = marks.iter().filter_map(|mark| item.scheme.share(mark)).collect();
            let share = (!shares.is_empty()).then(|| shares.iter().sum::<Exact>() / whole(shares.len()));
            let times = whole(ballot.times(item, &bidder.id));
            let points = match ballot.pooling {
                // A sum with a blank in it is no sum: what is there is shown, and the blank is told.
                super::Pooling::Sum if agreed.is_none() && !shares.is_empty() => {
                    Some(shares.iter().sum::<Exact>() * exact(item.weight))
                }
                _ => share.map(|share| share * exact(item.weight) * times),
            };
            let excludes = blanks == 0
                && match (item.minimum, points) {
                    (Some(minimum), Some(points)) => points < exact(minimum) * exact(item.weight) * times,
                    _ => false,
                };
            Ok(Cell { points, blanks, excludes })
        }
    }
}
