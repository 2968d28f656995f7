//! Criteria (評価項目): what proposals are judged by, two levels deep, with weights (配点).

pub mod judging;
pub mod rules;
pub mod sets;
pub mod verbs;
pub mod words;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use self::judging::{Judging, Scheme};
use crate::finding::{Finding, Screen, Severity};
use crate::place::{numbered, under, Placed};
use crate::storage::{Read, Record};
use crate::{Error, Result, Text};

/// What the weights of the first level add up to.
const WHOLE: Decimal = Decimal::ONE_HUNDRED;

/// One criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Key.
    pub id: String,
    /// Procurement.
    pub procurement: String,
    /// The criterion it is a part of.
    pub parent: Option<String>,
    /// Key of order.
    pub position: String,
    /// Its name.
    pub title: String,
    /// The question it asks of a proposal.
    pub asks: String,
    /// Its share of the whole, an exact decimal.
    pub weight: Option<String>,
    /// How it is judged.
    #[serde(with = "crate::storage::json_text")]
    pub scheme: Scheme,
    /// Smallest share of its weight with which a bidder stays in, an exact decimal from 0 to 1.
    pub minimum: Option<String>,
    /// Its marks are to follow the order of the prices.
    #[serde(with = "crate::storage::flag")]
    pub follows_price: bool,
}

impl Record for Criterion {
    const KIND: &'static str = "criterion";
    const COLUMNS: &'static [&'static str] =
        &["id", "procurement", "parent", "position", "title", "asks", "weight", "scheme", "minimum", "follows_price"];

    fn id(&self) -> &str {
        &self.id
    }
}

impl Placed for Criterion {
    fn position(&self) -> &str {
        &self.position
    }

    fn parent(&self) -> Option<&str> {
        self.parent.as_deref()
    }
}

impl Criterion {
    /// The weight that is set for it.
    pub(crate) fn own_weight(&self) -> Option<Decimal> {
        self.weight.as_deref().and_then(|weight| weight.parse().ok())
    }

    /// The weight of one that has no parts: nothing for what is passed or failed, whatever stands there from an earlier
    /// scheme.
    pub(crate) fn leaf_weight(&self) -> Option<Decimal> {
        if self.scheme == Scheme::PassFail {
            Some(Decimal::ZERO)
        } else {
            self.own_weight()
        }
    }
}

/// The criteria of a procurement in order.
pub fn of(read: &Read<'_>, procurement: &str) -> Result<Vec<Criterion>> {
    read.all("WHERE procurement = ?1 ORDER BY position, id", &[&procurement])
}

/// The criteria as they are listed: each with its number and depth, parts behind their whole.
pub fn listed(criteria: &[Criterion]) -> Vec<(String, u8, Criterion)> {
    numbered(criteria)
}

/// Whether totals are divided by a criterion, or by all of its parts: it has no points, and no weight counts.
pub fn divides(criteria: &[Criterion], criterion: &Criterion, judging: &Judging) -> bool {
    let parts = under(criteria, Some(&criterion.id));
    match parts.as_slice() {
        [] => judging.divides_by(&criterion.scheme),
        parts => parts.iter().all(|part| judging.divides_by(&part.scheme)),
    }
}

/// Whether a criterion has points: what is passed or failed has none, nor has a whole of nothing else.
pub fn has_points(criteria: &[Criterion], criterion: &Criterion) -> bool {
    let earns = |one: &Criterion| one.scheme != Scheme::PassFail;
    match under(criteria, Some(&criterion.id)).as_slice() {
        [] => earns(criterion),
        parts => parts.iter().any(earns),
    }
}

/// The criteria with the weights that count: none of what totals are divided by.
pub fn weighed(criteria: &[Criterion], judging: &Judging) -> Vec<Criterion> {
    let counted = |one: &Criterion| {
        let weight = if divides(criteria, one, judging) { Some("0".into()) } else { one.weight.clone() };
        Criterion { weight, ..one.clone() }
    };
    criteria.iter().map(counted).collect()
}

/// The weight a criterion counts with: its own, or what its parts add up to.
pub fn weight(criteria: &[Criterion], criterion: &Criterion) -> Option<Decimal> {
    let parts = under(criteria, Some(&criterion.id));
    if parts.is_empty() {
        return criterion.leaf_weight();
    }
    criterion.own_weight().or_else(|| {
        let set: Vec<Decimal> = parts.iter().filter_map(Criterion::leaf_weight).collect();
        (!set.is_empty()).then(|| set.iter().sum())
    })
}

/// What the weights of the first level add up to.
pub fn total(criteria: &[Criterion]) -> Decimal {
    under(criteria, None).iter().filter_map(|top| weight(criteria, top)).sum()
}

/// A weight as people write it: no needless zeros.
pub fn shown(weight: Decimal) -> String {
    weight.normalize().to_string()
}

/// Reads a typed weight: full width, a decimal point, with 点 or % behind it.
///
/// # Errors
/// Refused with a sentence where it is no number between 0 and 1000 with at most two decimals.
pub fn read_weight(typed: &str) -> Result<Option<String>> {
    let folded: String = typed.nfkc().filter(|c| !c.is_whitespace()).collect();
    let bare = folded.trim_end_matches(['点', '%']);
    if bare.is_empty() {
        return Ok(None);
    }
    let plain = bare.chars().all(|c| c.is_ascii_digit() || c == '.');
    match bare.parse::<Decimal>() {
        Ok(weight) if plain && weight <= Decimal::ONE_THOUSAND && weight.normalize().scale() <= 2 => {
            Ok(Some(shown(weight)))
        }
        _ => Err(Error::say("error-weight").arg("typed", typed.trim())),
    }
}

/// What is odd about the weights: a total other than 100, parts that do not make their whole, some open and some set.
pub fn findings(criteria: &[Criterion]) -> Vec<Finding> {
    let tops = under(criteria, None);
    let place = |finding: Finding| finding.on(Screen::Review);
    if tops.is_empty() {
        return vec![place(Finding::new("weights", Severity::Warn, Text::new("finding-no-criteria")))];
    }
    let mut found = Vec::new();
    let open = tops.iter().filter(|top| weight(criteria, top).is_none()).count();
    if open > 0 {
        let text = Text::new("finding-weight-missing").arg("count", open);
        found.push(place(Finding::new("weights", Severity::Warn, text)));
    } else if total(criteria) != WHOLE {
        let text = Text::new("weights-not-100").arg("sum", shown(total(criteria)));
        found.push(place(Finding::new("weights", Severity::Stop, text)));
    }
    for top in tops {
        let parts = under(criteria, Some(&top.id));
        let set: Vec<Decimal> = parts.iter().filter_map(Criterion::leaf_weight).collect();
        let sum: Decimal = set.iter().sum();
        let odd = !set.is_empty() && (set.len() < parts.len() || top.own_weight().is_some_and(|whole| whole != sum));
        if odd {
            let whole = weight(criteria, &top).map(shown).unwrap_or_default();
            let text =
                Text::new("finding-parts-weight").arg("title", &top.title).arg("sum", shown(sum)).arg("weight", whole);
            found.push(place(Finding::new("weights", Severity::Warn, text)).at(top.id));
        }
    }
    found
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::evaluation::score::price::{Formula, Rule};
    use crate::evaluation::score::{Mode, Rounding};

    /// A criterion judged by ○△×.
    pub(crate) fn criterion(id: &str, parent: Option<&str>, weight: Option<&str>) -> Criterion {
        Criterion {
            id: id.into(),
            procurement: "p".into(),
            parent: parent.map(Into::into),
            position: id.into(),
            title: format!("T{id}"),
            asks: String::new(),
            weight: weight.map(Into::into),
            scheme: Scheme::Relative,
            minimum: None,
            follows_price: false,
        }
    }

    fn ids(criteria: &[Criterion]) -> Vec<String> {
        findings(criteria).into_iter().map(|f| f.text.id).collect()
    }

    #[test]
    fn weights_add_up_exactly() {
        let thirds = [
            criterion("1", None, Some("33.3")),
            criterion("2", None, Some("33.3")),
            criterion("3", None, Some("33.4")),
        ];
        assert_eq!(shown(total(&thirds)), "100");
        assert_eq!(ids(&thirds), Vec::<String>::new());
        assert_eq!(ids(&thirds[..2]), ["weights-not-100"]);
        assert_eq!(ids(&[]), ["finding-no-criteria"]);
    }

    #[test]
    fn parts_make_their_whole() {
        let tree = [
            criterion("1", None, Some("60")),
            criterion("2", Some("1"), Some("40")),
            criterion("3", Some("1"), Some("20")),
            criterion("4", None, None),
            criterion("5", Some("4"), Some("40")),
        ];
        assert_eq!(ids(&tree), Vec::<String>::new());
        assert_eq!(shown(total(&tree)), "100");
        let numbers: Vec<String> = listed(&tree).into_iter().map(|(number, ..)| number).collect();
        assert_eq!(numbers, ["1", "1.1", "1.2", "2", "2.1"]);
        let mut odd = tree.clone();
        odd[1].weight = Some("30".into());
        assert_eq!(ids(&odd), ["finding-parts-weight"]);
        odd[1].weight = None;
        assert_eq!(ids(&odd), ["finding-parts-weight"]);
        odd[1].scheme = Scheme::PassFail;
        odd[2].weight = Some("60".into());
        assert_eq!(ids(&odd), Vec::<String>::new(), "what is passed or failed has no weight");
        odd[4].scheme = Scheme::PassFail;
        assert_eq!(shown(total(&odd)), "60");
    }

    #[test]
    fn the_price_that_totals_are_divided_by_has_no_weight() {
        let rounding = Rounding { places: 2, mode: Mode::HalfUp };
        let formula = Formula { rule: Rule::LowestOverBid, rounding };
        let mut tree =
            [criterion("1", None, Some("100")), criterion("2", None, None), criterion("3", Some("2"), Some("30"))];
        tree[2].scheme = Scheme::Price { formula };
        let mut judging = Judging::usual("p");
        assert_eq!(shown(total(&weighed(&tree, &judging))), "130");
        judging.division = Some(1_000_000);
        let counted = weighed(&tree, &judging);
        assert_eq!(shown(total(&counted)), "100");
        assert_eq!(findings(&counted), vec![]);
        assert!(tree[1..].iter().all(|one| divides(&tree, one, &judging)));
        let said = |judging: &Judging| words::listed_scheme(&tree, &tree[2], judging, crate::l10n::Lang::Ja);
        assert_eq!(said(&judging), "点にせず、点の合計を割る数とする");
        judging.division = None;
        assert!(said(&judging).starts_with("価格点"), "{}", said(&judging));
    }

    #[test]
    fn what_is_passed_or_failed_has_no_points() {
        let mut tree =
            [criterion("1", None, Some("60")), criterion("2", Some("1"), None), criterion("3", None, Some("40"))];
        let points = |tree: &[Criterion]| tree.iter().map(|one| has_points(tree, one)).collect::<Vec<_>>();
        assert_eq!(points(&tree), [true, true, true]);
        tree[1].scheme = Scheme::PassFail;
        assert_eq!(points(&tree), [false, false, true]);
    }

    #[test]
    fn weights_are_read_as_typed() {
        for (typed, stored) in [
            ("20", Some("20")),
            ("２０点", Some("20")),
            ("7.50", Some("7.5")),
            (" 15 % ", Some("15")),
            ("0", Some("0")),
            ("", None),
            ("100.00", Some("100")),
        ] {
            assert_eq!(read_weight(typed).unwrap().as_deref(), stored, "{typed}");
        }
        for typed in ["-1", "1001", "1.234", "abc", "1e2", "."] {
            assert_eq!(read_weight(typed).unwrap_err().message().1, "error-weight", "{typed}");
        }
    }
}
