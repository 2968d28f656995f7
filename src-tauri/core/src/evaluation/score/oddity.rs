//! What is odd about the marks. Nothing here is wrong by itself; each wants to be looked at before a choice.

use std::collections::BTreeSet;

use super::firmness::ranking;
use super::{count, Ballot, Scheme};
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
    /// An evaluator marked all bidders alike.
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
pub fn oddities(ballot: &Ballot) -> Result<Vec<Oddity>> {
    let mut found = Vec::new();
    for item in &ballot.items {
        for bidder in &ballot.bidders {
            let key = (item.id.clone(), bidder.id.clone());
            let shares: Vec<_> =
                ballot.sheets.iter().filter_map(|sheet| item.scheme.share(sheet.marks.get(&key)?)).collect();
            if let Some((best, worst)) = ends(&item.scheme) {
                if shares.contains(&best) && shares.contains(&worst) {
                    found.push(Oddity::Opposed { item: item.id.clone(), bidder: bidder.id.clone() });
                }
            }
        }
        for sheet in &ballot.sheets {
            of_sheet(ballot, item, sheet, &mut found);
        }
    }
    idle(ballot, &mut found)?;
    turns(ballot, &mut found)?;
    Ok(found)
}

/// Best and worst mark of a scale of marks, as shares.
fn ends(scheme: &Scheme) -> Option<(super::Exact, super::Exact)> {
    let Scheme::Marks(values) = scheme else { return None };
    let shares: Vec<_> = values.iter().filter_map(|(mark, _)| scheme.share(mark)).collect();
    let (best, worst) = (shares.iter().max()?, shares.iter().min()?);
    (best != worst).then_some((*best, *worst))
}

fn of_sheet(ballot: &Ballot, item: &super::Item, sheet: &super::Ballots, found: &mut Vec<Oddity>) {
    if matches!(item.scheme, Scheme::Price(_)) {
        return;
    }
    let (id, evaluator) = (&item.id, &sheet.evaluator);
    let mut marked = Vec::new();
    for bidder in ballot.bidders.iter().filter(|bidder| sheet.is_asked(id, &bidder.id)) {
        let key = (id.clone(), bidder.id.clone());
        let place = (id.clone(), bidder.id.clone(), evaluator.clone());
        match sheet.marks.get(&key) {
            None => found.push(Oddity::Blank { item: place.0, bidder: place.1, evaluator: place.2 }),
            Some(mark) => {
                if !sheet.comments.contains(&key) {
                    found.push(Oddity::NoComment { item: place.0, bidder: place.1, evaluator: place.2 });
                }
                marked.push((bidder, mark));
            }
        }
    }
    let distinct: BTreeSet<&String> = marked.iter().map(|(_, mark)| *mark).collect();
    if marked.len() > 1 && distinct.len() == 1 && !matches!(item.scheme, Scheme::PassFail) {
        found.push(Oddity::AllAlike { item: id.clone(), evaluator: evaluator.clone() });
    }
    let against = |a: &(&super::Contender, &String), b: &(&super::Contender, &String)| {
        a.0.price.is_some_and(|cheap| b.0.price.is_some_and(|dear| cheap < dear))
            && item.scheme.share(a.1) < item.scheme.share(b.1)
    };
    if item.follows_price && marked.iter().any(|a| marked.iter().any(|b| against(a, b))) {
        found.push(Oddity::PriceOrder { item: id.clone(), evaluator: evaluator.clone() });
    }
}

fn idle(ballot: &Ballot, found: &mut Vec<Oddity>) -> Result<()> {
    let outcome = count(ballot)?;
    let ranked: Vec<_> = outcome.standings.iter().filter(|one| one.rank.is_some()).collect();
    for item in ballot.items.iter().filter(|item| item.weight > rust_decimal::Decimal::ZERO) {
        let points: Vec<_> = ranked.iter().map(|one| one.points.get(&item.id).copied().flatten()).collect();
        if points.len() > 1 && points[0].is_some() && points.iter().all(|one| *one == points[0]) {
            found.push(Oddity::Idle { item: item.id.clone() });
        }
    }
    Ok(())
}

/// A bidder that does not win, and without which the others stand in another order.
fn turns(ballot: &Ballot, found: &mut Vec<Oddity>) -> Result<()> {
    let whole = count(ballot)?;
    let winners: Vec<String> = whole.winners().into_iter().map(Into::into).collect();
    for at in 0..ballot.bidders.len() {
        let left = &ballot.bidders[at].id;
        if winners.contains(left) {
            continue;
        }
        let mut other = ballot.clone();
        other.bidders.remove(at);
        let mut before = ranking(&whole);
        for rank in &mut before {
            rank.retain(|bidder| bidder != left);
        }
        before.retain(|rank| !rank.is_empty());
        if before != ranking(&count(&other)?) {
            found.push(Oddity::Turns { bidder: left.clone() });
        }
    }
    Ok(())
}
