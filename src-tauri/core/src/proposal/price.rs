//! What an estimate adds up to over the contract term, so that estimates of different shape can be compared.

use std::collections::BTreeMap;
use std::iter::once;

use rust_decimal::{Decimal, RoundingStrategy};

use super::receipt::Deadline;
use super::{proposals, Estimate, EstimateLine, LineKind, Proposal, Tax};
use crate::bidder::course::{decided, Step};
use crate::bidder::Bidder;
use crate::criterion::judging::{Judging, TaxBasis};
use crate::journal::{became, Written};
use crate::procurement::Facts;
use crate::storage::{Read, Record as _};
use crate::Result;

const HUNDRED: Decimal = Decimal::ONE_HUNDRED;

/// Over how many months, and with which tax, prices are added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// Months of the contract term.
    pub months: i64,
    /// The consumption tax in percent.
    pub tax_rate: Decimal,
    /// On which basis totals are compared.
    pub tax: TaxBasis,
}

impl Basis {
    /// The basis of a procurement: its rules of judging, and the months of its contract.
    pub fn of(read: &Read<'_>, procurement: &str) -> Result<Self> {
        let judging = Judging::of(read, procurement)?;
        Ok(Self {
            months: judging.months(&Facts::of(read, procurement)?),
            tax_rate: judging.tax_rate.parse().unwrap_or(Decimal::TEN),
            tax: judging.tax,
        })
    }
}

/// What a line adds up to over the term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineTotal {
    /// Key of the line.
    pub line: String,
    /// Months it is paid in; 1 for what is not monthly.
    pub months: i64,
    /// Unit price × quantity × months, what is under one unit of the currency cut off; none while the unit price is not known.
    pub amount: Option<i64>,
}

/// What an estimate adds up to over the term, in whole units of the currency. Tax is reckoned once on the sum of the lines
/// it is not in, and taken out once of the sum of those it is in; what is under one unit is cut off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// Its lines.
    pub lines: Vec<LineTotal>,
    /// 税抜.
    pub without_tax: i64,
    /// 税込.
    pub with_tax: i64,
    /// Lines whose price is not known. While there is one, the total is none to compare.
    pub open: usize,
}

impl Total {
    /// Whether any price is in yet.
    pub fn is_priced(&self) -> bool {
        self.lines.iter().any(|line| line.amount.is_some())
    }

    /// The total on the basis that is compared; none while a line is open or there is none at all.
    pub fn compared(&self, basis: &Basis) -> Option<i64> {
        (self.open == 0 && !self.lines.is_empty()).then_some(match basis.tax {
            TaxBasis::Excluded => self.without_tax,
            TaxBasis::Included => self.with_tax,
        })
    }
}

fn cut(amount: Decimal) -> i64 {
    let whole = amount.round_dp_with_strategy(0, RoundingStrategy::ToZero);
    i64::try_from(whole).unwrap_or(if whole.is_sign_negative() { i64::MIN } else { i64::MAX })
}

/// Adds up the lines of an estimate.
pub fn total(lines: &[EstimateLine], basis: &Basis) -> Total {
    let lines: Vec<(Tax, LineTotal)> = lines.iter().map(|line| (line.tax, line_total(line, basis))).collect();
    let sum = |tax: Tax| -> Decimal {
        let of = lines.iter().filter(|(its, _)| *its == tax).filter_map(|(_, line)| line.amount);
        of.map(Decimal::from).sum()
    };
    let (bare, taxed, exempt) = (sum(Tax::Excluded), sum(Tax::Included), sum(Tax::Exempt));
    let rate = basis.tax_rate / HUNDRED;
    Total {
        without_tax: cut(bare + exempt).saturating_add(cut(taxed / (Decimal::ONE + rate))),
        with_tax: cut(bare + taxed + exempt).saturating_add(cut(bare * rate)),
        open: lines.iter().filter(|(_, line)| line.amount.is_none()).count(),
        lines: lines.into_iter().map(|(_, line)| line).collect(),
    }
}

fn line_total(line: &EstimateLine, basis: &Basis) -> LineTotal {
    let months = match line.kind {
        LineKind::Monthly => {
            let from = line.from_month.unwrap_or(1).max(1);
            let to = line.to_month.unwrap_or(basis.months).min(basis.months);
            (to - from + 1).max(0)
        }
        LineKind::OneOff | LineKind::Unit => 1,
    };
    let quantity = if line.quantity.is_empty() { Some(Decimal::ONE) } else { line.quantity.parse().ok() };
    let amount = line.unit_price.zip(quantity).and_then(|(price, quantity)| {
        Some(cut(Decimal::from(price).checked_mul(quantity)?.checked_mul(Decimal::from(months))?))
    });
    LineTotal { line: line.id.clone(), months, amount }
}

/// The estimates of a proposal, the first one first.
pub fn estimates(read: &Read<'_>, proposal: &str) -> Result<Vec<Estimate>> {
    read.all("WHERE proposal = ?1 ORDER BY revision", &[&proposal])
}

/// The lines of an estimate in order.
pub fn lines(read: &Read<'_>, estimate: &str) -> Result<Vec<EstimateLine>> {
    read.all("WHERE estimate = ?1 ORDER BY position, id", &[&estimate])
}

/// What the estimate that holds adds up to; none where there is no estimate.
pub fn current(read: &Read<'_>, proposal: &str, basis: &Basis) -> Result<Option<Total>> {
    added_up(read, estimates(read, proposal)?.pop(), basis)
}

/// What the estimate that is compared adds up to; none where there is no estimate.
pub fn compared(read: &Read<'_>, proposal: &Proposal, basis: &Basis) -> Result<Option<Total>> {
    added_up(read, chosen(read, proposal)?, basis)
}

/// The estimate that is compared: the one that holds, and once it was decided about the bidder, the one that held then.
pub fn chosen(read: &Read<'_>, proposal: &Proposal) -> Result<Option<Estimate>> {
    let mut known = estimates(read, &proposal.id)?;
    if let Some(step) = decided(read, &proposal.bidder)?.filter(|_| known.len() > 1) {
        let end = Written { kind: Step::KIND, id: &step.id, column: "status", value: step.status.word() };
        let begun = |estimate: &'_ Estimate| (estimate.id.clone(), estimate.proposal.clone());
        let begun: Vec<(String, String)> = known.iter().map(begun).collect();
        let each = begun.iter().map(|(id, value)| Written { kind: Estimate::KIND, id, column: "proposal", value });
        let places = became(read, &once(end).chain(each).collect::<Vec<_>>())?;
        if let [Some(end), places @ ..] = places.as_slice() {
            let mut in_time = places.iter().map(|place| place.is_some_and(|place| place <= *end));
            known.retain(|_| in_time.next().unwrap_or_default());
        }
    }
    Ok(known.pop())
}

fn added_up(read: &Read<'_>, estimate: Option<Estimate>, basis: &Basis) -> Result<Option<Total>> {
    estimate.map(|estimate| Ok(total(&lines(read, &estimate.id)?, basis))).transpose()
}

/// The bidders whose proposals are compared, in the order of the bidders: their proposal is here, came in time or was
/// admitted all the same, and they had not left before it was decided about them.
pub fn competing(read: &Read<'_>, procurement: &str) -> Result<Vec<(Bidder, Proposal)>> {
    let proposals = proposals(read, procurement)?;
    let mut here: BTreeMap<String, Proposal> =
        proposals.into_iter().map(|proposal| (proposal.bidder.clone(), proposal)).collect();
    let deadline = Deadline::of(&Facts::of(read, procurement)?);
    let mut competing = Vec::new();
    for bidder in crate::bidder::of(read, procurement)? {
        if bidder.status.has_left() && decided(read, &bidder.id)?.is_none() {
            continue;
        }
        let proposal = here.remove(&bidder.id).filter(|proposal| deadline.admits(proposal));
        competing.extend(proposal.map(|proposal| (bidder, proposal)));
    }
    Ok(competing)
}

/// The bidders whose proposals are not compared because they came late and it is not decided yet what becomes of them, in
/// the order of the bidders.
pub fn unruled(read: &Read<'_>, procurement: &str) -> Result<Vec<Bidder>> {
    let proposals = proposals(read, procurement)?;
    let deadline = Deadline::of(&Facts::of(read, procurement)?);
    let waits = |bidder: &Bidder| proposals.iter().any(|one| one.bidder == bidder.id && deadline.awaits_ruling(one));
    let bidders = crate::bidder::of(read, procurement)?.into_iter();
    Ok(bidders.filter(|bidder| !bidder.status.has_left() && waits(bidder)).collect())
}
