//! Amounts with tax beside those without it: these are taken, and the others say whether they agree.

use rust_decimal::Decimal;

use super::cells::{adds_to, amount_in, is_nothing, Cells};
use super::columns::{is_tax_amount, EstimateColumn, Heading};
use super::{lines_of, IncomingLine};
use crate::proposal::amount::typed_quantity;
use crate::proposal::price::Basis;
use crate::proposal::Tax;

/// What rounding may make of the tax.
const ROUNDING: i64 = 1;

/// The headings with nothing taken of amounts with tax that stand beside those without it. `is_price_net` where the prices of
/// one are shown to be without tax.
pub(super) fn without_gross(headings: &[Heading], is_price_net: bool) -> Vec<Heading> {
    let mut kept = headings.to_vec();
    for column in [EstimateColumn::UnitPrice, EstimateColumn::Amount] {
        let money: Vec<Heading> = kept.iter().filter(|heading| heading.is_money()).cloned().collect();
        let has_gross_price =
            money.iter().any(|one| one.column == EstimateColumn::UnitPrice && one.tax == Some(Tax::Included));
        // Beside a price of one with tax, an amount that says nothing is with tax too.
        let is_net_of = |net: &Heading, gross: &Heading| {
            let is_told = net.tax == Some(Tax::Excluded);
            let is_price = net.column == EstimateColumn::UnitPrice;
            if net.tax == Some(Tax::Included) {
                false
            } else if net.column == gross.column {
                net.paid == gross.paid && (is_price || is_told || !has_gross_price)
            } else {
                let is_summed = net.paid.is_some() && gross.is_sum() && !has_gross_price;
                is_price && (is_told || is_price_net || is_summed)
            }
        };
        for gross in kept.iter_mut().filter(|one| one.column == column && one.tax == Some(Tax::Included)) {
            if money.iter().any(|net| is_net_of(net, gross)) {
                gross.column = EstimateColumn::Nothing;
            }
        }
    }
    kept
}

/// Whether price × quantity of every row lacks just the tax of the amount with tax beside it.
pub(super) fn is_price_net(rows: &[Cells<'_>], rate: Decimal) -> bool {
    let proof = |row: &Cells<'_>| {
        let (gross, over_gross) = row.cell(EstimateColumn::Amount).filter(|(_, one)| one.tax == Some(Tax::Included))?;
        let (price, over_price) = row.cell(EstimateColumn::UnitPrice)?;
        let (quantity, _) = typed_quantity(&row.words(EstimateColumn::Quantity)).ok()?;
        let quantity = if quantity.is_empty() { Decimal::ONE } else { quantity.parse().ok()? };
        let net = Decimal::from(amount_in(price, over_price)?).checked_mul(quantity)?;
        let with_tax = net.checked_mul(Decimal::ONE + rate / Decimal::ONE_HUNDRED)?;
        let apart = with_tax - Decimal::from(amount_in(gross, over_gross)?);
        Some(apart.abs() <= Decimal::from(ROUNDING))
    };
    let proofs: Vec<bool> = rows.iter().filter_map(proof).collect();
    !proofs.is_empty() && proofs.into_iter().all(|is_net| is_net)
}

/// An amount without the tax that is in it.
fn net_of(gross: i64, rate: Decimal) -> Option<i64> {
    let net = Decimal::from(gross) / (Decimal::ONE + rate / Decimal::ONE_HUNDRED);
    i64::try_from(net.round()).ok()
}

/// The amount of tax that stands in a row.
fn tax_in(row: Cells<'_>) -> Option<i64> {
    let cells = row.headings.iter().zip(row.cells);
    let of_tax = cells.filter(|(heading, words)| {
        let is_amount = heading.column == EstimateColumn::Nothing || is_tax_amount(words);
        heading.is_tax() && heading.is_sum() && !heading.is_money() && is_amount
    });
    of_tax.filter(|(_, words)| !words.trim().is_empty()).find_map(|(heading, words)| amount_in(words.trim(), heading))
}

/// The amounts with tax that are others than what is taken of their row with the tax on it: the row, and the heading with the
/// amount.
pub(super) fn disagreeing(below: &[(usize, Cells<'_>)], rows: &[IncomingLine], basis: &Basis) -> Vec<(usize, String)> {
    let of_row = |(at, row): &(usize, Cells<'_>)| {
        let lines = lines_of(rows, at + 1);
        let has_tax = row.headings.iter().any(|heading| heading.is_tax() && heading.is_sum());
        let tax = tax_in(*row);
        let is_untaxed = lines.iter().all(|one| one.line.tax != Tax::Excluded);
        let is_taken = |net: i64| {
            let mut near = (-ROUNDING..=ROUNDING).map(|by| net.saturating_add(by));
            near.any(|net| row.said() == Some(net) || adds_to(lines, net, basis.months))
        };
        let agrees = |gross: i64| {
            let by_rate = || net_of(gross, basis.tax_rate).is_some_and(is_taken);
            match tax {
                _ if is_untaxed => is_taken(gross),
                Some(tax) => is_taken(gross.saturating_sub(tax)),
                None => by_rate() || has_tax && is_taken(gross),
            }
        };
        let cells = row.headings.iter().zip(row.cells).map(|(heading, cell)| (heading, cell.trim()));
        let gross = cells.filter(|(heading, words)| {
            let is_gross = heading.is_gross() || has_tax && heading.is_sum() && !heading.is_tax();
            heading.column == EstimateColumn::Nothing && is_gross && !is_nothing(words, heading)
        });
        let other = gross.filter(|(heading, words)| amount_in(words, heading).is_some_and(|value| !agrees(value)));
        let named: Vec<String> = other.map(|(heading, words)| format!("{} {words}", heading.name)).collect();
        (!named.is_empty()).then(|| (at + 1, named.join(" / ")))
    };
    below.iter().filter_map(of_row).collect()
}
