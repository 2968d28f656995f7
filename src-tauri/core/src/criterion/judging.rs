//! How proposals are judged: the scheme of each criterion, and the rules that hold for all of them. Both leave the house
//! with the RFP; from then on a change needs a reason.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::evaluation::score::{self, price::Formula, Mode, Pooling, Rounding, TieBreak, Totalling};
use crate::procurement::{FactKey, Facts};
use crate::storage::{Read, Record};
use crate::Result;

/// Months prices are compared over where neither the rules nor the contract say so.
pub const YEAR: i64 = 12;

/// The mark that passes a bidder.
pub const PASS: &str = "pass";
/// The mark that fails one, and leaves it out.
pub const FAIL: &str = score::FAIL;

/// How a criterion is judged; ○△× where nothing else is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Scheme {
    /// ○△×: how a bidder stands among the others, with the values of the procurement.
    #[default]
    Relative,
    /// Grades with written anchors, the best first.
    Grades {
        /// The grades.
        grades: Vec<Grade>,
    },
    /// Points from 0 to the greatest.
    Points {
        /// The greatest number of points.
        greatest: Decimal,
    },
    /// Pass or fail; one fail leaves the bidder out. It carries no points.
    PassFail,
    /// Points computed from the price.
    Price {
        /// How.
        formula: Formula,
    },
}

/// A grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grade {
    /// Its mark: `A`, `5`.
    pub mark: String,
    /// The share of the weight it stands for, 0 to 1.
    pub share: Decimal,
    /// What a proposal is like that earns it.
    pub anchor: String,
}

impl Scheme {
    /// The scheme as the arithmetic takes it.
    pub fn counted(&self, marks: &MarkValues) -> score::Scheme {
        match self {
            Self::Relative => score::Scheme::relative(marks.good, marks.fair, marks.poor),
            Self::Grades { grades } => {
                score::Scheme::Marks(grades.iter().map(|grade| (grade.mark.clone(), grade.share)).collect())
            }
            Self::Points { greatest } => score::Scheme::Points { greatest: *greatest },
            Self::PassFail => score::Scheme::PassFail,
            Self::Price { formula } => score::Scheme::Price(formula.clone()),
        }
    }

    /// Whether evaluators mark it. A price is computed.
    pub fn is_marked(&self) -> bool {
        !matches!(self, Self::Price { .. })
    }
}

/// What ○△× stand for, as shares of the weight. The procurement's own setting, shown on every paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkValues {
    /// ○
    pub good: Decimal,
    /// △
    pub fair: Decimal,
    /// ×
    pub poor: Decimal,
}

/// Whether prices are compared with or without the consumption tax.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum TaxBasis {
    /// 税抜.
    Excluded,
    /// 税込.
    Included,
}

/// The rules of judging of a procurement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judging {
    /// Key: the procurement's.
    pub id: String,
    /// What ○△× stand for.
    #[serde(with = "crate::storage::json_text")]
    pub marks: MarkValues,
    /// How the marks of several evaluators become one.
    pub pooling: Pooling,
    /// 除算方式: points are divided by the price in units of this amount. None where points are added.
    pub division: Option<i64>,
    /// Decimals of a total.
    pub places: i64,
    /// What happens to the others.
    pub rounding: Mode,
    /// Smallest share of all points with which a bidder stays in, an exact decimal from 0 to 1.
    pub minimum: Option<String>,
    /// What settles a tie, in the order declared beforehand.
    #[serde(with = "crate::storage::json_text")]
    pub ties: Vec<TieBreak>,
    /// On which basis prices are compared.
    pub tax: TaxBasis,
    /// The consumption tax in percent, an exact decimal.
    pub tax_rate: String,
    /// Months over which prices are added up; none for those of the contract.
    pub term_months: Option<i64>,
    /// Prices stay closed until everybody has handed in the rest.
    #[serde(with = "crate::storage::flag")]
    pub price_closed: bool,
    /// When they were opened before that for a reason, UTC.
    pub price_opened_at: Option<String>,
    /// Until when sheets are to be handed in: `2027-04-13T17:00` in Japan's time, or empty.
    pub due: String,
}

impl Record for Judging {
    const KIND: &'static str = "judging";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "marks",
        "pooling",
        "division",
        "places",
        "rounding",
        "minimum",
        "ties",
        "tax",
        "tax_rate",
        "term_months",
        "price_closed",
        "price_opened_at",
        "due",
    ];

    fn id(&self) -> &str {
        &self.id
    }
}

impl Judging {
    /// The usual rules, which hold until one is changed: ○ 1, △ ½, × 0; the mean of all evaluators; points added, two
    /// decimals, half up; ties by the points for all but the price, then by the lower price; prices without tax.
    pub fn usual(procurement: &str) -> Self {
        Self {
            id: procurement.into(),
            marks: MarkValues { good: Decimal::ONE, fair: Decimal::new(5, 1), poor: Decimal::ZERO },
            pooling: Pooling::Mean,
            division: None,
            places: 2,
            rounding: Mode::HalfUp,
            minimum: None,
            ties: vec![TieBreak::Technical, TieBreak::LowerPrice],
            tax: TaxBasis::Excluded,
            tax_rate: "10".into(),
            term_months: None,
            price_closed: false,
            price_opened_at: None,
            due: String::new(),
        }
    }

    /// The rules of a procurement.
    pub fn of(read: &Read<'_>, procurement: &str) -> Result<Self> {
        Ok(read.find(procurement)?.unwrap_or_else(|| Self::usual(procurement)))
    }

    /// Whether prices are kept closed until everybody has handed in the rest.
    pub fn keeps_prices(&self) -> bool {
        self.price_closed && self.price_opened_at.is_none()
    }

    /// Months over which prices are compared: as the rules say, those of the contract, or a year.
    pub fn months(&self, facts: &Facts) -> i64 {
        self.term_months.or_else(|| contract_months(facts)).unwrap_or(YEAR)
    }

    /// How totals are shortened.
    pub fn shortened(&self) -> Rounding {
        Rounding { places: u32::try_from(self.places).unwrap_or_default(), mode: self.rounding }
    }

    /// Whether what is judged like this is the price that totals are divided by.
    pub fn divides_by(&self, scheme: &Scheme) -> bool {
        self.division.is_some() && !scheme.is_marked()
    }

    /// How points and price become the total.
    pub fn totalling(&self) -> Totalling {
        self.division.map_or(Totalling::Additive, |unit| Totalling::Division { unit })
    }
}

/// The months between the dates of the contract; none while one is missing.
pub fn contract_months(facts: &Facts) -> Option<i64> {
    let day = |key| facts.moment(key).map(|moment| moment.date);
    day(FactKey::ContractStart).zip(day(FactKey::ContractEnd)).and_then(|(start, end)| months(start, end))
}

/// The months of a contract, begun ones counted whole; none where it ends before it starts.
fn months(start: NaiveDate, end: NaiveDate) -> Option<i64> {
    let whole = i64::from(end.year() - start.year()) * 12 + i64::from(end.month()) - i64::from(start.month());
    let count = whole + i64::from(end.day() >= start.day());
    (end >= start && count > 0).then_some(count)
}

/// Criteria that were saved for other procurements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionSet {
    /// Key.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When it was saved, UTC.
    pub saved_at: String,
    /// The criteria.
    #[serde(with = "crate::storage::json_text")]
    pub parts: Vec<SavedCriterion>,
}

impl Record for CriterionSet {
    const KIND: &'static str = "criterion_set";
    const COLUMNS: &'static [&'static str] = &["id", "name", "saved_at", "parts"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// A criterion as a set keeps it, with its parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedCriterion {
    /// Its name.
    pub title: String,
    /// The question it asks.
    pub asks: String,
    /// Its weight.
    pub weight: Option<String>,
    /// How it is judged.
    pub scheme: Scheme,
    /// Smallest share of its weight.
    pub minimum: Option<String>,
    /// Its marks are to follow the order of the prices.
    pub follows_price: bool,
    /// Its parts.
    pub parts: Vec<SavedCriterion>,
}
