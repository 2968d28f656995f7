//! A ballot laid out by number, so that counting it again without an evaluator, without a bidder or under another rule for
//! the price takes additions of whole numbers only. Nothing is shortened: the shares of an item have one denominator.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::exact::{exact, whole, Exact, ZERO};
use super::price::Rule;
use super::{Ballot, Item, Pooling, Scheme, FAIL};

/// What is left out, or otherwise, when a ballot is counted again.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Otherwise<'r> {
    /// An evaluator that is left out, by its place.
    pub sheet: Option<usize>,
    /// A bidder that is left out, by its place.
    pub bidder: Option<usize>,
    /// Another rule for the price.
    pub rule: Option<&'r Rule>,
    /// What was agreed on is left out: the evaluators' own marks alone.
    pub own: bool,
}

/// What an evaluator says of an item and a bidder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// She is not asked.
    Unasked,
    /// She left it blank.
    Blank,
    /// A mark the scheme gives no share for: pass, or one it does not know.
    Shareless,
    /// It fails the bidder.
    Fails,
    /// So many parts of the item's denominator.
    Share(i128),
}

/// What the sheets of a ballot say, by number: items, bidders and sheets in the order of the ballot. It holds as long as
/// these do, whatever is agreed on or excluded beside them.
#[derive(Debug, Clone)]
pub struct Laid {
    weights: Vec<Exact>,
    under: Vec<i128>,
    said: Vec<Said>,
    commented: Vec<bool>,
}

/// A ballot by number: items, bidders and sheets in the order of the ballot.
pub(super) struct Tally<'b> {
    pub ballot: &'b Ballot,
    laid: Cow<'b, Laid>,
    agreed: Vec<Option<Said>>,
    awaited: Vec<bool>,
    /// What each item gives each bidder as things are; none where it comes from the price.
    usual: Vec<Option<Cell>>,
}

/// What an item gives a bidder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    /// Points; none where nobody has marked it, or the price is not known.
    pub points: Option<Exact>,
    /// Evaluators who were asked and left it blank, where no mark was agreed on.
    pub blanks: usize,
    /// Evaluators who were asked have not handed in yet, where no mark was agreed on.
    pub awaited: bool,
    /// One of them failed it, or its points, those for a price among them, stay under its minimum. While a mark is
    /// missing, nobody knows what they will be.
    pub excludes: bool,
    /// How many times the weight is the whole.
    pub times: usize,
}

/// What a mark says of an item whose shares have this denominator.
fn said_of(scheme: &Scheme, under: i128, mark: &str) -> Said {
    match scheme {
        Scheme::PassFail if mark == FAIL => Said::Fails,
        _ => scheme.share(mark).map_or(Said::Shareless, |share| Said::Share(share.parts_of(under))),
    }
}

/// The shares of an item's marks over one denominator.
struct Shares<'i> {
    scheme: &'i Scheme,
    under: i128,
    known: HashMap<&'i str, i128>,
}

impl<'i> Shares<'i> {
    /// Those of `item`. `marks` are the marks it was given, whose points may have any number of decimals.
    fn of(item: &'i Item, marks: impl Iterator<Item = &'i str>) -> Self {
        let shares: HashMap<&str, Exact> = match &item.scheme {
            // The first of two marks of one name holds.
            Scheme::Marks(values) => values.iter().rev().map(|(mark, value)| (mark.as_str(), exact(*value))).collect(),
            Scheme::Points { .. } => marks.filter_map(|mark| Some((mark, item.scheme.share(mark)?))).collect(),
            Scheme::PassFail | Scheme::Price(_) => HashMap::new(),
        };
        let under = shares.values().fold(1, |under, share| share.joint(under));
        let known = shares.into_iter().map(|(mark, share)| (mark, share.parts_of(under))).collect();
        Self { scheme: &item.scheme, under, known }
    }

    fn said(&self, mark: &str) -> Said {
        match self.scheme {
            Scheme::PassFail if mark == FAIL => Said::Fails,
            _ => self.known.get(mark).map_or(Said::Shareless, |share| Said::Share(*share)),
        }
    }
}

impl Laid {
    /// Lays the sheets of a ballot out.
    #[allow(clippy::many_single_char_names, reason = "item, bidder and sheet by number")]
    pub fn of(ballot: &Ballot) -> Self {
        let (items, bidders, sheets) = (ballot.items.len(), ballot.bidders.len(), ballot.sheets.len());
        let item_at: HashMap<&str, usize> =
            ballot.items.iter().enumerate().map(|(n, one)| (one.id.as_str(), n)).collect();
        let bidder_at: HashMap<&str, usize> =
            ballot.bidders.iter().enumerate().map(|(n, one)| (one.id.as_str(), n)).collect();
        let mut given: Vec<HashSet<&str>> = vec![HashSet::new(); items];
        let all = ballot.sheets.iter().flat_map(|sheet| &sheet.marks).chain(&ballot.consensus);
        for ((item, _), mark) in all {
            if let Some(i) = item_at.get(item.as_str()) {
                given[*i].insert(mark);
            }
        }
        let shares: Vec<Shares<'_>> =
            ballot.items.iter().zip(given).map(|(item, given)| Shares::of(item, given.into_iter())).collect();
        let mut said = vec![Said::Unasked; items * bidders * sheets];
        for (s, sheet) in ballot.sheets.iter().enumerate() {
            let judges: HashSet<&str> = sheet.judges.iter().map(String::as_str).collect();
            let asked = |item: &Item| judges.is_empty() || judges.contains(item.id.as_str());
            let aside: HashSet<&str> = sheet.steps_aside.iter().map(String::as_str).collect();
            for (i, _) in ballot.items.iter().enumerate().filter(|(_, item)| asked(item)) {
                for (b, bidder) in ballot.bidders.iter().enumerate() {
                    if !aside.contains(bidder.id.as_str()) {
                        said[(i * bidders + b) * sheets + s] = Said::Blank;
                    }
                }
            }
            for ((item, bidder), mark) in &sheet.marks {
                let (Some(i), Some(b)) = (item_at.get(item.as_str()), bidder_at.get(bidder.as_str())) else { continue };
                let cell = &mut said[(i * bidders + b) * sheets + s];
                if *cell == Said::Blank {
                    *cell = shares[*i].said(mark);
                }
            }
        }
        let mut commented = vec![false; said.len()];
        for (s, sheet) in ballot.sheets.iter().enumerate() {
            for (item, bidder) in &sheet.comments {
                if let (Some(i), Some(b)) = (item_at.get(item.as_str()), bidder_at.get(bidder.as_str())) {
                    commented[(i * bidders + b) * sheets + s] = true;
                }
            }
        }
        Self {
            weights: ballot.items.iter().map(|item| exact(item.weight)).collect(),
            under: shares.iter().map(|shares| shares.under).collect(),
            said,
            commented,
        }
    }

    /// Whether every mark that was agreed on can be told in the parts of its item: points may be agreed on with more
    /// decimals than anybody gave.
    fn tells(&self, ballot: &Ballot) -> bool {
        ballot.items.iter().zip(&self.under).all(|(item, under)| {
            !matches!(item.scheme, Scheme::Points { .. })
                || ballot
                    .consensus
                    .iter()
                    .filter(|((id, _), _)| *id == item.id)
                    .filter_map(|(_, mark)| item.scheme.share(mark))
                    .all(|share| share.joint(*under) == *under)
        })
    }
}

impl<'b> Tally<'b> {
    /// Lays a ballot out.
    pub fn new(ballot: &'b Ballot) -> Self {
        Self::with(ballot, Cow::Owned(Laid::of(ballot)))
    }

    /// A ballot whose sheets were laid out before.
    pub fn on(ballot: &'b Ballot, laid: &'b Laid) -> Self {
        if laid.tells(ballot) {
            Self::with(ballot, Cow::Borrowed(laid))
        } else {
            Self::new(ballot)
        }
    }

    fn with(ballot: &'b Ballot, laid: Cow<'b, Laid>) -> Self {
        let (items, bidders) = (ballot.items.len(), ballot.bidders.len());
        let place = |item: &str, bidder: &str| {
            let item_at = ballot.items.iter().position(|one| one.id == item)?;
            Some((item_at, ballot.bidders.iter().position(|one| one.id == bidder)?))
        };
        let mut agreed = vec![None; items * bidders];
        for ((item, bidder), mark) in &ballot.consensus {
            if let Some((i, b)) = place(item, bidder) {
                agreed[i * bidders + b] = Some(said_of(&ballot.items[i].scheme, laid.under[i], mark));
            }
        }
        let mut awaited = vec![false; items * bidders];
        for (item, bidder) in &ballot.awaited {
            if let Some((i, b)) = place(item, bidder) {
                awaited[i * bidders + b] = true;
            }
        }
        let mut tally = Self { ballot, laid, agreed, awaited, usual: Vec::new() };
        let places = (0..items).flat_map(|item| (0..bidders).map(move |bidder| (item, bidder)));
        let usual = places.map(|(item, bidder)| tally.marked(item, bidder, Otherwise::default()));
        tally.usual = usual.collect();
        tally
    }

    /// Points of the whole of each item.
    pub fn weights(&self) -> &[Exact] {
        &self.laid.weights
    }

    /// The denominator of an item's shares.
    pub fn under(&self, item: usize) -> i128 {
        self.laid.under[item]
    }

    /// Whether an evaluator wrote a comment there.
    pub fn is_commented(&self, item: usize, bidder: usize, sheet: usize) -> bool {
        self.laid.commented[(item * self.ballot.bidders.len() + bidder) * self.ballot.sheets.len() + sheet]
    }

    /// What each evaluator says of an item and a bidder.
    pub fn said(&self, item: usize, bidder: usize) -> &[Said] {
        let sheets = self.ballot.sheets.len();
        let from = (item * self.ballot.bidders.len() + bidder) * sheets;
        &self.laid.said[from..from + sheets]
    }

    /// The points of an item whose price earns them, and how they are shortened.
    fn price(
        &self,
        at: usize,
        bidder: usize,
        prices: &[i64],
        otherwise: Otherwise<'_>,
    ) -> crate::Result<Option<Exact>> {
        let (item, Scheme::Price(formula)) = (&self.ballot.items[at], &self.ballot.items[at].scheme) else {
            return Ok(None);
        };
        let Some(price) = self.ballot.bidders[bidder].price else { return Ok(None) };
        let points = match otherwise.rule {
            Some(rule) => super::price::Formula { rule: rule.clone(), rounding: formula.rounding }.points(
                item.weight,
                price,
                prices,
            )?,
            None => formula.points(item.weight, price, prices)?,
        };
        Ok(Some(exact(points)))
    }

    /// The cell of an item and a bidder. `prices` are those of the bidders that are still compared.
    pub fn cell(&self, at: usize, bidder: usize, prices: &[i64], otherwise: Otherwise<'_>) -> crate::Result<Cell> {
        let place = at * self.ballot.bidders.len() + bidder;
        let usual = otherwise.sheet.is_none() && !(otherwise.own && self.agreed[place].is_some());
        let marked = if usual { self.usual[place] } else { self.marked(at, bidder, otherwise) };
        match marked {
            Some(cell) => Ok(cell),
            None => {
                let points = self.price(at, bidder, prices, otherwise)?;
                let item = &self.ballot.items[at];
                let least = item.minimum.map(|minimum| exact(minimum) * self.laid.weights[at]);
                let excludes =
                    self.ballot.earns(item) && points.zip(least).is_some_and(|(points, least)| points < least);
                let times = self.times(at, bidder, otherwise);
                Ok(Cell { points, blanks: 0, awaited: false, excludes, times })
            }
        }
    }

    /// The cell of an item and a bidder by its marks; none where its points come from the price.
    fn marked(&self, at: usize, bidder: usize, otherwise: Otherwise<'_>) -> Option<Cell> {
        let item = &self.ballot.items[at];
        let place = at * self.ballot.bidders.len() + bidder;
        let agreed = self.agreed[place].filter(|_| !otherwise.own);
        let awaited = agreed.is_none() && self.awaited[place];
        let (mut asked, mut marked, mut counted, mut sum, mut fails) = (0_usize, 0_usize, 0_i128, 0_i128, false);
        let mut take = |said: Said| {
            asked += usize::from(said != Said::Unasked);
            marked += usize::from(!matches!(said, Said::Unasked | Said::Blank));
            fails |= said == Said::Fails;
            if let Said::Share(share) = said {
                counted += 1;
                sum += share;
            }
        };
        match agreed {
            Some(said) => take(said),
            None => self
                .said(at, bidder)
                .iter()
                .enumerate()
                .filter(|(sheet, _)| otherwise.sheet != Some(*sheet))
                .for_each(|(_, said)| take(*said)),
        }
        let blanks = if agreed.is_some() { 0 } else { asked - marked };
        let times = self.times(at, bidder, otherwise);
        match &item.scheme {
            // It earns nothing either way; unmarked, it is not even that.
            Scheme::PassFail => {
                Some(Cell { points: (marked > 0).then_some(ZERO), blanks, awaited, excludes: fails, times })
            }
            Scheme::Price(_) => None,
            Scheme::Marks(_) | Scheme::Points { .. } => {
                let weight = self.laid.weights[at];
                let points = (counted > 0).then(|| match self.ballot.pooling {
                    // A sum with a blank in it is no sum: what is there is shown, and the blank is told.
                    Pooling::Sum if agreed.is_none() => Exact::new(sum, self.laid.under[at]) * weight,
                    _ => Exact::new(sum, self.laid.under[at] * counted) * weight * whole(times),
                });
                let excludes = blanks == 0
                    && !awaited
                    && match (item.minimum, points) {
                        (Some(minimum), Some(points)) => points < exact(minimum) * weight * whole(times),
                        _ => false,
                    };
                Some(Cell { points, blanks, awaited, excludes, times })
            }
        }
    }

    /// How many times the weight is the whole of an item: once, or for a sum once for each evaluator asked.
    pub fn times(&self, at: usize, bidder: usize, otherwise: Otherwise<'_>) -> usize {
        match (self.ballot.pooling, &self.ballot.items[at].scheme) {
            (Pooling::Sum, Scheme::Marks(_) | Scheme::Points { .. }) => {
                let asked = self.said(at, bidder).iter().enumerate();
                asked.filter(|(sheet, said)| otherwise.sheet != Some(*sheet) && **said != Said::Unasked).count().max(1)
            }
            _ => 1,
        }
    }
}
