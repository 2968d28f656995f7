//! How a total came about, in words and numbers.

use rust_decimal::Decimal;

use super::amount::{grouped, is_months};
use super::price::{total, Basis, LineTotal, Total};
use super::{EstimateLine, LineKind, Tax};
use crate::l10n::Lang;
use crate::Text;

/// How many of what a line counts: 1,000件; 1,000 tickets. The month a monthly price is for is told by its term.
pub fn quantity(of: &EstimateLine, lang: Lang) -> String {
    let parted = |whole: &str| whole.parse().map_or_else(|_| whole.to_owned(), grouped);
    let number = match of.quantity.split_once('.') {
        Some((whole, part)) => format!("{}.{part}", parted(whole)),
        None => parted(&of.quantity),
    };
    let is_one = ["", "1"].contains(&of.quantity.as_str());
    let is_its_month = of.kind == LineKind::Monthly && is_one && is_months(&of.unit);
    let unit = if is_its_month { "" } else { of.unit.as_str() };
    let parts: Vec<&str> = [number.as_str(), unit].into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(&lang.word("lang-space"))
}

/// How the amount of a line came about: unit price × quantity × months.
pub fn line(of: &EstimateLine, total: &LineTotal, lang: Lang) -> Option<Text> {
    let (price, amount) = of.unit_price.zip(total.amount)?;
    let counted = if of.quantity.is_empty() {
        quantity(&EstimateLine { quantity: "1".into(), ..of.clone() }, lang)
    } else {
        quantity(of, lang)
    };
    let id = match of.kind {
        LineKind::Monthly => "estimate-line-monthly",
        LineKind::OneOff | LineKind::Unit => "estimate-line-once",
    };
    Some(
        Text::new(id)
            .arg("price", grouped(price))
            .arg("quantity", counted)
            .arg("months", total.months)
            .arg("amount", grouped(amount)),
    )
}

/// Whether a line names months after the term of the contract, which are not counted.
pub fn is_beyond(line: &EstimateLine, basis: &Basis) -> bool {
    line.kind == LineKind::Monthly && line.from_month.max(line.to_month).is_some_and(|last| last > basis.months)
}

/// How both totals of an estimate came about, a sentence a step.
pub fn steps(lines: &[EstimateLine], sum: &Total, basis: &Basis) -> Vec<Text> {
    let part = |tax: Tax| -> Option<i64> {
        let of = lines.iter().zip(&sum.lines).filter(|(line, _)| line.tax == tax);
        let amounts: Vec<i64> = of.filter_map(|(_, total)| total.amount).collect();
        (!amounts.is_empty()).then(|| amounts.into_iter().fold(0, i64::saturating_add))
    };
    let (bare, taxed, exempt) = (part(Tax::Excluded), part(Tax::Included), part(Tax::Exempt));
    let rate = basis.tax_rate.normalize();
    let mut said = vec![Text::new("total-term").arg("months", basis.months)];
    let beyond: Vec<&str> =
        lines.iter().filter(|line| is_beyond(line, basis)).map(|line| line.title.as_str()).collect();
    if !beyond.is_empty() {
        said.push(Text::new("total-beyond").arg("months", basis.months).names("lines", &beyond));
    }
    if let Some(bare) = bare {
        let tax = sum.with_tax - taxed.unwrap_or(0) - exempt.unwrap_or(0) - bare;
        said.push(Text::new("total-bare").arg("sum", grouped(bare)).arg("rate", rate).arg("tax", grouped(tax)));
    }
    if let Some(taxed) = taxed {
        let without = sum.without_tax - bare.unwrap_or(0) - exempt.unwrap_or(0);
        let divisor = (Decimal::ONE + basis.tax_rate / Decimal::ONE_HUNDRED).normalize();
        said.push(
            Text::new("total-taxed")
                .arg("sum", grouped(taxed))
                .arg("divisor", divisor)
                .arg("without", grouped(without)),
        );
    }
    if let Some(exempt) = exempt {
        said.push(Text::new("total-exempt").arg("sum", grouped(exempt)));
    }
    let joined = |parts: [Option<i64>; 3]| {
        let parts: Vec<String> = parts.into_iter().flatten().map(grouped).collect();
        parts.join(" + ")
    };
    let without = [bare, taxed.map(|_| sum.without_tax - bare.unwrap_or(0) - exempt.unwrap_or(0)), exempt];
    let with = [bare.map(|_| sum.with_tax - taxed.unwrap_or(0) - exempt.unwrap_or(0)), taxed, exempt];
    said.push(Text::new("total-without").arg("parts", joined(without)).arg("sum", grouped(sum.without_tax)));
    said.push(Text::new("total-with").arg("parts", joined(with)).arg("sum", grouped(sum.with_tax)));
    if sum.open > 0 {
        said.push(Text::new("total-open").arg("count", sum.open));
    }
    said
}

/// What the lines of one kind add up to, on both bases; none while no price of them is known. Each part is cut off for
/// itself, so that parts may differ from the total by a unit of the currency.
pub fn part(lines: &[EstimateLine], kind: LineKind, basis: &Basis) -> Option<(i64, i64)> {
    let of: Vec<EstimateLine> = lines.iter().filter(|line| line.kind == kind).cloned().collect();
    let sum = total(&of, basis);
    sum.is_priced().then_some((sum.without_tax, sum.with_tax))
}

/// How a price changed from one estimate to the next.
pub fn change(before: i64, after: i64) -> Text {
    let id = match after.cmp(&before) {
        std::cmp::Ordering::Less => "price-fell",
        std::cmp::Ordering::Equal => "price-same",
        std::cmp::Ordering::Greater => "price-rose",
    };
    Text::new(id)
        .arg("before", grouped(before))
        .arg("after", grouped(after))
        .arg("by", grouped(after.saturating_sub(before).saturating_abs()))
}
