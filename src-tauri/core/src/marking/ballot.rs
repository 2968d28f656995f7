//! Everything that decides, gathered for the arithmetic: what was handed in, what was agreed on, who is left out, and
//! the prices. A sheet that is still open does not count, and its marks leave this module for nobody.

use std::collections::{BTreeSet, HashSet};

use rust_decimal::Decimal;

use super::sheet::{is_price, leaves, price_open, Sheet};
use super::sheets::Marks as ReadMarks;
use super::{Consensus, Exclusion, Part};
use crate::criterion::judging::Judging;
use crate::criterion::{self, Criterion};
use crate::evaluation::score::{Ballot, Ballots, Contender, Item, Laid, Marks};
use crate::proposal::price::{compared, competing, Basis};
use crate::storage::Read;
use crate::Result;

/// The decision that leaves a bidder out, where there is one that holds.
pub fn exclusion(read: &Read<'_>, bidder: &str) -> Result<Option<Exclusion>> {
    Ok(read.all("WHERE bidder = ?1 AND lifted_at IS NULL ORDER BY at, id", &[&bidder])?.pop())
}

/// The agreed marks of a procurement.
pub fn agreed(read: &Read<'_>, procurement: &str) -> Result<Vec<Consensus>> {
    read.all("WHERE bidder IN (SELECT id FROM bidder WHERE procurement = ?1) ORDER BY agreed_at, id", &[&procurement])
}

/// Everything that is known when the ballot is counted.
#[derive(Debug, Clone)]
pub struct Gathered {
    /// What decides.
    pub ballot: Ballot,
    /// All criteria, wholes among them.
    pub criteria: Vec<Criterion>,
    /// The rules.
    pub judging: Judging,
    /// The sheets, those that are still open among them: their marks are for nobody.
    pub sheets: Vec<Sheet>,
    /// The agreed marks.
    pub agreed: Vec<Consensus>,
    /// On what prices are compared.
    pub basis: Basis,
    /// Prices may be seen.
    pub price_open: bool,
    /// Keys of what earns points and has no weight yet.
    pub unweighed: Vec<String>,
    /// What the sheets say, laid out for counting.
    pub laid: Laid,
}

/// The ballot of a procurement as it stands. Only what has been handed in counts; while prices are closed, nothing of
/// them is in it.
pub fn ballot(read: &Read<'_>, procurement: &str) -> Result<Ballot> {
    Ok(gather(read, procurement)?.ballot)
}

/// The ballot with what it was gathered from.
pub fn gather(read: &Read<'_>, procurement: &str) -> Result<Gathered> {
    let judging = Judging::of(read, procurement)?;
    let criteria = criterion::of(read, procurement)?;
    let judged = leaves(&criteria);
    let price_open = price_open(read, procurement)?;
    let basis = Basis::of(read, procurement)?;
    let competing = competing(read, procurement)?;
    let sheets = Sheet::all(read, procurement, ReadMarks::HandedIn)?;
    let mut bidders = Vec::new();
    for (bidder, proposal) in competing {
        let total = if price_open { compared(read, &proposal, &basis)? } else { None };
        let price = total.and_then(|total| total.compared(&basis));
        bidders.push(Contender { excluded: exclusion(read, &bidder.id)?.is_some(), id: bidder.id, price });
    }
    let agreed = agreed(read, procurement)?;
    let mut ballot = Ballot {
        items: judged.iter().map(|leaf| item(leaf, &criteria, &judged, &judging)).collect(),
        bidders,
        sheets: sheets
            .iter()
            .filter(|sheet| !sheet.handed_in.is_empty())
            .map(|sheet| ballots(sheet, price_open))
            .collect(),
        consensus: consensus(&agreed, &judged, price_open),
        awaited: awaited(&sheets),
        pooling: judging.pooling,
        totalling: judging.totalling(),
        rounding: judging.shortened(),
        minimum: judging.minimum.as_deref().and_then(|share| share.parse().ok()),
        ties: judging.ties.clone(),
    };
    let lacks =
        |(item, leaf): &(&Item, &Criterion)| ballot.earns(item) && weight_set(leaf, &criteria, &judged).is_none();
    let unweighed: Vec<String> =
        ballot.items.iter().zip(&judged).filter(lacks).map(|(item, _)| item.id.clone()).collect();
    if !unweighed.is_empty() {
        // Nobody knows yet what it is a share of.
        ballot.minimum = None;
    }
    let laid = Laid::of(&ballot);
    Ok(Gathered { ballot, criteria, judging, sheets, agreed, basis, price_open, unweighed, laid })
}

/// Where marks are still to come, by criterion and bidder: parts of these sheets are not handed in.
fn awaited(sheets: &[Sheet]) -> BTreeSet<(String, String)> {
    let open = sheets.iter().filter(|sheet| sheet.due().is_some());
    let asked = open.flat_map(|sheet| {
        let asked = sheet.asked(Part::All).into_iter();
        asked.filter(move |(criterion, _)| !sheet.is_in(sheet.part_of(criterion)))
    });
    asked.map(|(criterion, bidder)| (criterion.id.clone(), bidder.id.clone())).collect()
}

/// The agreed marks that count: while prices are closed, none about them.
fn consensus(agreed: &[Consensus], judged: &[Criterion], price_open: bool) -> Marks {
    let counts = |agreed: &&Consensus| {
        price_open || judged.iter().find(|one| one.id == agreed.criterion).is_none_or(|one| !is_price(one))
    };
    let key = |agreed: &Consensus| (agreed.criterion.clone(), agreed.bidder.clone());
    agreed.iter().filter(counts).map(|agreed| (key(agreed), agreed.mark.clone())).collect()
}

impl Gathered {
    /// Reads anew what was agreed on and who is left out; the rest stands.
    pub(super) fn settle(&mut self, read: &Read<'_>, procurement: &str) -> Result<()> {
        self.agreed = agreed(read, procurement)?;
        self.ballot.consensus = consensus(&self.agreed, &leaves(&self.criteria), self.price_open);
        for bidder in &mut self.ballot.bidders {
            bidder.excluded = exclusion(read, &bidder.id)?.is_some();
        }
        Ok(())
    }
}

/// The weight a leaf counts with: nothing while it is missing.
pub(super) fn weight_of(leaf: &Criterion, criteria: &[Criterion], judged: &[Criterion]) -> Decimal {
    weight_set(leaf, criteria, judged).unwrap_or_default()
}

/// The weight of a leaf as papers show it; none where it is missing, and of a price that totals are divided by.
pub fn weight_shown(
    leaf: &Criterion,
    criteria: &[Criterion],
    judged: &[Criterion],
    judging: &Judging,
) -> Option<Decimal> {
    weight_set(leaf, criteria, judged).filter(|_| !judging.divides_by(&leaf.scheme))
}

/// The weight of a leaf; none where it is missing. Parts without one share evenly what their whole leaves open, in
/// hundredths as weights are written; the first of them have what cannot be shared, so that the whole stays whole.
fn weight_set(leaf: &Criterion, criteria: &[Criterion], judged: &[Criterion]) -> Option<Decimal> {
    leaf.leaf_weight().or_else(|| {
        let whole = leaf.parent.as_ref().and_then(|id| criteria.iter().find(|one| one.id == *id));
        let whole = whole.and_then(Criterion::own_weight)?;
        let parts = || judged.iter().filter(|one| one.parent == leaf.parent);
        let set: Decimal = parts().filter_map(Criterion::leaf_weight).sum();
        let open: Vec<&str> = parts().filter(|one| one.leaf_weight().is_none()).map(|one| one.id.as_str()).collect();
        let place = Decimal::from(open.iter().position(|id| *id == leaf.id)?);
        let (count, hundredths) = (Decimal::from(open.len()), (whole - set) * Decimal::ONE_HUNDRED);
        let even = (hundredths / count).floor();
        let over = if place < hundredths - even * count { Decimal::ONE } else { Decimal::ZERO };
        (whole > set).then(|| ((even + over) / Decimal::ONE_HUNDRED).normalize())
    })
}

/// A criterion as the arithmetic takes it. The price that totals are divided by has no points to be weighed.
fn item(leaf: &Criterion, criteria: &[Criterion], judged: &[Criterion], judging: &Judging) -> Item {
    let scheme = leaf.scheme.counted(&judging.marks);
    Item {
        id: leaf.id.clone(),
        group: leaf.parent.clone().unwrap_or_else(|| leaf.id.clone()),
        weight: if judging.divides_by(&leaf.scheme) { Decimal::ZERO } else { weight_of(leaf, criteria, judged) },
        scheme,
        minimum: leaf.minimum.as_deref().and_then(|share| share.parse().ok()),
        follows_price: leaf.follows_price,
    }
}

/// What an evaluator has handed in, and no more.
fn ballots(sheet: &Sheet, price_open: bool) -> Ballots {
    let counts = |criterion: &Criterion| sheet.is_in(sheet.part_of(criterion)) && (price_open || !is_price(criterion));
    let hers = sheet.criteria.iter().filter(|criterion| sheet.judges(criterion) && counts(criterion));
    let hers: Vec<&Criterion> = hers.collect();
    let marked: HashSet<&str> =
        hers.iter().filter(|criterion| criterion.scheme.is_marked()).map(|criterion| criterion.id.as_str()).collect();
    let aside: BTreeSet<&str> = sheet.steps_aside();
    let told = |mark: &&super::Mark| marked.contains(mark.criterion.as_str()) && !aside.contains(mark.bidder.as_str());
    let told: Vec<&super::Mark> = sheet.marks.iter().filter(told).collect();
    let key = |mark: &super::Mark| (mark.criterion.clone(), mark.bidder.clone());
    let judges: Vec<String> = hers.iter().map(|criterion| criterion.id.clone()).collect();
    Ballots {
        evaluator: sheet.evaluator.id.clone(),
        marks: told.iter().filter(|mark| !mark.mark.is_empty()).map(|mark| (key(mark), mark.mark.clone())).collect(),
        comments: told.iter().filter(|mark| !mark.comment.is_empty()).map(|mark| key(mark)).collect(),
        // Nobody judges an empty list: that would be all of them.
        judges: if judges.is_empty() { vec![String::new()] } else { judges },
        steps_aside: aside.into_iter().map(Into::into).collect(),
    }
}

/// The parts of the sheets that are still to be handed in, as evaluator and part.
pub fn missing(read: &Read<'_>, procurement: &str) -> Result<Vec<(String, Part)>> {
    Ok(lacking(&Sheet::all(read, procurement, ReadMarks::None)?))
}

/// The parts of these sheets that are still to be handed in.
pub(super) fn lacking(sheets: &[Sheet]) -> Vec<(String, Part)> {
    let mut missing = Vec::new();
    for sheet in sheets {
        let parts: &[Part] = if sheet.judging.price_closed { &[Part::Main, Part::Price] } else { &[Part::All] };
        for part in parts.iter().filter(|part| !sheet.is_in(**part) && !sheet.asked(**part).is_empty()) {
            missing.push((sheet.evaluator.id.clone(), *part));
        }
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::criterion::tests::criterion;

    #[test]
    fn parts_without_a_weight_share_their_whole_to_the_last_hundredth() {
        let shared = |whole: &str, parts: &[Option<&str>]| -> Vec<String> {
            let mut all = vec![criterion("0", None, Some(whole))];
            all.extend(parts.iter().enumerate().map(|(n, set)| criterion(&format!("{}", n + 1), Some("0"), *set)));
            let judged = leaves(&all);
            let weights = || judged.iter().filter_map(|leaf| weight_set(leaf, &all, &judged));
            assert!(weights().count() < judged.len() || weights().sum::<Decimal>() == whole.parse().unwrap());
            weights().map(|weight| weight.to_string()).collect()
        };
        assert_eq!(shared("40", &[None; 3]), ["13.34", "13.33", "13.33"]);
        assert_eq!(shared("40", &[None, Some("10"), None]), ["15", "10", "15"]);
        assert_eq!(shared("0.02", &[None; 3]), ["0.01", "0.01", "0"]);
        assert_eq!(shared("10", &[Some("10"), None]), ["10"], "nothing is left to be shared");
    }
}
