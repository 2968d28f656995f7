//! From marks to totals (評点から合計へ): the arithmetic of an evaluation, exact and without the store. Everything that
//! decides a choice stands in a [`Ballot`]; [`count`] gives points, totals and ranks, and every number can be opened to
//! those it came from.

mod exact;
pub mod firmness;
pub mod oddity;
pub mod price;
mod rank;
mod tally;
#[cfg(test)]
mod tests;
mod weighing;

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use exact::{exact, rounded, Exact, ONE, ZERO};
pub use rank::{count, Outcome, Standing, Why, FAIL};
pub use tally::Laid;

/// How a number is shortened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "RoundingMode")]
pub enum Mode {
    /// 四捨五入: half and more goes up.
    HalfUp,
    /// 切り捨て: what is beyond is cut off.
    Cut,
}

/// How many decimals a number keeps, and how it loses the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Rounding {
    /// Decimals that stay.
    pub places: u32,
    /// What happens to the others.
    pub mode: Mode,
}

/// How a criterion is judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scheme {
    /// Marks with a value each: ○△×, or grades with their multipliers. 1 is the whole weight. The best comes first.
    Marks(Vec<(String, Decimal)>),
    /// Points from 0 to the greatest.
    Points {
        /// The greatest number of points.
        greatest: Decimal,
    },
    /// Pass or fail; one fail excludes. It carries no points.
    PassFail,
    /// Points computed from the price.
    Price(price::Formula),
}

impl Scheme {
    /// ○△× with the given values.
    pub fn relative(good: Decimal, fair: Decimal, poor: Decimal) -> Self {
        Self::Marks(vec![("○".into(), good), ("△".into(), fair), ("×".into(), poor)])
    }

    /// The share of the weight that a mark stands for, 0 to 1; none where the scheme does not know the mark.
    pub fn share(&self, mark: &str) -> Option<Exact> {
        match self {
            Self::Marks(values) => values.iter().find(|(name, _)| name == mark).map(|(_, value)| exact(*value)),
            Self::Points { greatest } => {
                let points: Decimal = mark.parse().ok()?;
                (*greatest > Decimal::ZERO && points >= Decimal::ZERO && points <= *greatest)
                    .then(|| exact(points) / exact(*greatest))
            }
            Self::PassFail | Self::Price(_) => None,
        }
    }
}

/// What a proposal is judged by: a criterion without parts of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Key.
    pub id: String,
    /// Key of the criterion of the first level it belongs to; its own where it is one.
    pub group: String,
    /// Points of the whole weight.
    pub weight: Decimal,
    /// How it is judged.
    pub scheme: Scheme,
    /// Smallest share of the weight, 0 to 1, with which a bidder stays in.
    pub minimum: Option<Decimal>,
    /// Its marks are to follow the order of the prices.
    pub follows_price: bool,
}

/// A bidder that is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contender {
    /// Key.
    pub id: String,
    /// Price over the contract term, on the tax basis of the procurement, in the smallest unit of the currency.
    pub price: Option<i64>,
    /// Excluded by a decision, with its reason.
    pub excluded: bool,
}

/// Marks by item and bidder. A blank is no entry, and no zero.
pub type Marks = BTreeMap<(String, String), String>;

/// The sheet of one evaluator, handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballots {
    /// Key of the evaluator.
    pub evaluator: String,
    /// Her marks.
    pub marks: Marks,
    /// Where she wrote a comment, by item and bidder.
    pub comments: BTreeSet<(String, String)>,
    /// The items she was to judge; empty for all.
    pub judges: Vec<String>,
    /// Bidders she does not judge, because of a conflict of interest.
    pub steps_aside: Vec<String>,
}

impl Ballots {
    /// Whether a mark of hers is wanted there.
    pub fn is_asked(&self, item: &str, bidder: &str) -> bool {
        (self.judges.is_empty() || self.judges.iter().any(|judged| judged == item))
            && !self.steps_aside.iter().any(|aside| aside == bidder)
    }
}

/// How the marks of several evaluators become one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Pooling {
    /// Their mean; blanks stay out of it.
    Mean,
    /// Their sum: the whole is the weight times the number of evaluators asked.
    Sum,
}

/// How points and price become the total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Totalling {
    /// 加算方式: all points are added.
    Additive,
    /// 除算方式: points divided by the price in units of the given amount.
    Division {
        /// The price is divided by this, so that totals are easy to read.
        unit: i64,
    },
}

impl Totalling {
    /// Whether what is judged like this is the price that totals are divided by.
    pub fn divides_by(self, scheme: &Scheme) -> bool {
        matches!(self, Self::Division { .. }) && matches!(scheme, Scheme::Price(_))
    }
}

/// What settles a tie, in its declared order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum TieBreak {
    /// More points in a criterion of the first level, or in an item.
    Criterion(String),
    /// More points in all that is not price.
    Technical,
    /// The lower price.
    LowerPrice,
}

/// Everything that decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// What is judged.
    pub items: Vec<Item>,
    /// Who is compared.
    pub bidders: Vec<Contender>,
    /// Sheets handed in.
    pub sheets: Vec<Ballots>,
    /// Agreed marks, which stand in place of the evaluators' own.
    pub consensus: Marks,
    /// Items and bidders whose marks are still to come, because a sheet is not handed in.
    pub awaited: BTreeSet<(String, String)>,
    /// How marks become one.
    pub pooling: Pooling,
    /// How points become the total.
    pub totalling: Totalling,
    /// How totals are shortened. What is shown is what decides.
    pub rounding: Rounding,
    /// Smallest share of all points that can be earned, 0 to 1, with which a bidder stays in.
    pub minimum: Option<Decimal>,
    /// What settles a tie.
    pub ties: Vec<TieBreak>,
}

impl Ballot {
    /// The item of this key.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// Whether an item earns points: what is passed or failed does not, nor does the price that totals are divided by.
    pub fn earns(&self, item: &Item) -> bool {
        !matches!(item.scheme, Scheme::PassFail) && !self.totalling.divides_by(&item.scheme)
    }

    /// Whether an item has a part in the totals.
    pub fn weighs(&self, item: &Item) -> bool {
        item.weight > Decimal::ZERO && self.earns(item)
    }
}
