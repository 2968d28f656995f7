//! Estimates found again by date, amount and party over all procurements, as the rules for documents received as data
//! ask for (電子帳簿保存法施行規則: dates and amounts by range, any two combined).

use chrono::NaiveDate;

use super::price::{estimates, lines, total, Basis};
use super::{files, Estimate, FileKind, Proposal, ProposalFile};
use crate::bidder::Bidder;
use crate::l10n::{company_fold, fold};
use crate::procurement::Procurement;
use crate::storage::Read;
use crate::vendor::Vendor;
use crate::Result;

/// What is sought; what is left out does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought {
    /// From this day on.
    pub from: Option<NaiveDate>,
    /// Up to this day, included.
    pub to: Option<NaiveDate>,
    /// At least this amount.
    pub least: Option<i64>,
    /// At most this amount.
    pub most: Option<i64>,
    /// Words of the party's name.
    pub party: String,
}

/// An estimate, or a file of one nobody has typed in yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The procurement.
    pub procurement: Procurement,
    /// The bidder.
    pub bidder: Bidder,
    /// Who made it, bare.
    pub party: String,
    /// The day on it, or the day it came.
    pub date: NaiveDate,
    /// The estimate; none for a file alone.
    pub estimate: Option<Estimate>,
    /// The total over the term without and with tax; none while it is not known.
    pub amounts: Option<(i64, i64)>,
    /// The file it was read from.
    pub file: Option<ProposalFile>,
}

impl Sought {
    fn takes(&self, found: &Found, vendor: &Vendor) -> bool {
        let day = self.from.is_none_or(|from| found.date >= from) && self.to.is_none_or(|to| found.date <= to);
        let within =
            |amount: i64| self.least.is_none_or(|least| amount >= least) && self.most.is_none_or(|most| amount <= most);
        let amount = match found.amounts {
            Some((without, with)) => within(without) || within(with),
            None => self.least.is_none() && self.most.is_none(),
        };
        day && amount && self.names(vendor)
    }

    fn names(&self, vendor: &Vendor) -> bool {
        let sought = fold(&self.party);
        let bare = company_fold(&self.party);
        if sought.is_empty() {
            return true;
        }
        let named = [&vendor.name, &vendor.reading].into_iter().chain(&vendor.aliases);
        named
            .into_iter()
            .any(|name| fold(name).contains(&sought) || (!bare.is_empty() && company_fold(name).contains(&bare)))
    }
}

/// Everything that is sought, the newest first.
pub fn find(read: &Read<'_>, sought: &Sought) -> Result<Vec<Found>> {
    let mut found = Vec::new();
    for proposal in read.all::<Proposal>("ORDER BY received_at DESC, id DESC", &[])? {
        let bidder: Bidder = read.get(&proposal.bidder)?;
        let vendor: Vendor = read.get(&bidder.vendor)?;
        let procurement: Procurement = read.get(&proposal.procurement)?;
        let basis = Basis::of(read, &procurement.id)?;
        let files = files(read, &proposal.id)?;
        let estimates = estimates(read, &proposal.id)?;
        let named: Vec<String> = estimates.iter().filter_map(|estimate| estimate.file.clone()).collect();
        let row = |date, estimate, amounts, file| Found {
            procurement: procurement.clone(),
            bidder: bidder.clone(),
            party: vendor.name.clone(),
            date,
            estimate,
            amounts,
            file,
        };
        let mut rows = Vec::new();
        for estimate in estimates {
            let sum = total(&lines(read, &estimate.id)?, &basis);
            let amounts = (sum.open == 0 && !sum.lines.is_empty()).then_some((sum.without_tax, sum.with_tax));
            let date = estimate.dated.parse().unwrap_or(estimate.received_at.date);
            let file = estimate.file.as_ref().and_then(|id| files.iter().find(|file| file.id == *id)).cloned();
            rows.push(row(date, Some(estimate), amounts, file));
        }
        let alone = files.iter().filter(|file| file.kind == FileKind::Estimate && !named.contains(&file.id));
        rows.extend(alone.map(|file| row(file.received_at.date, None, None, Some(file.clone()))));
        found.extend(rows.into_iter().filter(|row| sought.takes(row, &vendor)));
    }
    found.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.party.cmp(&b.party)));
    Ok(found)
}
