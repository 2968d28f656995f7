//! Points from a price. The formulas are those of the field: relative to the lowest bid, to a ceiling, between the
//! lowest and the highest, or by steps.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::exact::{exact, rounded, Exact, ONE, ZERO};
use super::Rounding;
use crate::Result;

/// How a price becomes points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Formula {
    /// The rule.
    pub rule: Rule,
    /// How the points are shortened.
    pub rounding: Rounding,
}

/// A named rule. It gives the share of the weight, 0 to 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// Lowest bid ÷ this bid.
    LowestOverBid,
    /// 1 − this bid ÷ the ceiling; nothing for a bid over it.
    UnderCeiling {
        /// The greatest price that is accepted.
        ceiling: i64,
    },
    /// The whole for the lowest bid, nothing for the highest, in proportion between them.
    Linear,
    /// The share of the first step whose price is not exceeded; nothing beyond the last.
    Steps(Vec<(i64, Decimal)>),
}

impl Formula {
    /// The share of the weight that `price` earns among `prices`, before rounding. `prices` are those of the bidders
    /// that are still compared.
    pub fn share(&self, price: i64, prices: &[i64]) -> Exact {
        let ratio = |a: i64, b: i64| Exact::new(i128::from(a), i128::from(b));
        let (lowest, highest) = (prices.iter().min(), prices.iter().max());
        match &self.rule {
            Rule::LowestOverBid => match lowest {
                Some(lowest) if price > 0 => ratio(*lowest, price).clamp(ZERO, ONE),
                _ => ONE,
            },
            Rule::UnderCeiling { ceiling } if *ceiling > 0 && price <= *ceiling => {
                (ONE - ratio(price, *ceiling)).min(ONE)
            }
            Rule::UnderCeiling { .. } => ZERO,
            Rule::Linear => match (lowest, highest) {
                (Some(lowest), Some(highest)) if highest > lowest => {
                    ratio(highest - price, highest - lowest).clamp(ZERO, ONE)
                }
                _ => ONE,
            },
            Rule::Steps(steps) => {
                steps.iter().find(|(upto, _)| price <= *upto).map_or(ZERO, |(_, share)| exact(*share))
            }
        }
    }

    /// The points `price` earns of `weight`, shortened as the formula says.
    pub fn points(&self, weight: Decimal, price: i64, prices: &[i64]) -> Result<Decimal> {
        rounded(exact(weight) * self.share(price, prices), self.rounding)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Mode;
    use super::*;

    fn points(rule: Rule, price: i64) -> String {
        let formula = Formula { rule, rounding: Rounding { places: 2, mode: Mode::Cut } };
        formula.points(Decimal::from(30), price, &[8_000_000, 9_000_000, 12_000_000]).unwrap().to_string()
    }

    #[test]
    fn each_rule_gives_the_points_of_its_definition() {
        assert_eq!(points(Rule::LowestOverBid, 9_000_000), "26.66");
        assert_eq!(points(Rule::LowestOverBid, 8_000_000), "30.00");
        assert_eq!(points(Rule::UnderCeiling { ceiling: 10_000_000 }, 8_000_000), "6.00");
        assert_eq!(points(Rule::UnderCeiling { ceiling: 10_000_000 }, 12_000_000), "0.00");
        assert_eq!(points(Rule::Linear, 9_000_000), "22.50");
        let below = Formula { rule: Rule::LowestOverBid, rounding: Rounding { places: 2, mode: Mode::Cut } };
        assert_eq!(below.share(9_000_000, &[-500_000, 9_000_000]), ZERO, "nobody earns less than nothing");
        assert_eq!(below.share(-500_000, &[-500_000, 9_000_000]), ONE);
        let steps = vec![(8_500_000, Decimal::ONE), (10_000_000, Decimal::new(5, 1))];
        assert_eq!(points(Rule::Steps(steps.clone()), 9_000_000), "15.00");
        assert_eq!(points(Rule::Steps(steps), 12_000_000), "0.00");
    }
}
