//! Proposals side by side (提案の比較).

use std::collections::{BTreeMap, HashSet};

use serde::Serialize;
use ts_rs::TS;

use super::check::{asked, wanted};
use super::price::{competing, estimates, lines, total, Basis, Total};
use super::receipt::{Deadline, Punctuality};
use super::{
    answers, checks, explain, of_bidder, Estimate, EstimateLine, Fit, LateRuling, LineKind, Presence, Proposal,
};
use crate::bidder::{self, Bidder};
use crate::procurement::Facts;
use crate::rfp::Level;
use crate::storage::Read;
use crate::vendor::Vendor;
use crate::Result;

/// How many required items stand how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct ItemCounts {
    /// There.
    pub present: usize,
    /// In part.
    pub partly: usize,
    /// Not there.
    pub missing: usize,
    /// Not looked at yet.
    pub unchecked: usize,
    /// Titles of those that are missing.
    pub lacking: Vec<String>,
}

/// How many requirements are answered how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct AnswerCounts {
    /// Met.
    pub full: usize,
    /// In part or on conditions.
    pub partly: usize,
    /// In another way.
    pub alternative: usize,
    /// Not met.
    pub none: usize,
    /// Not answered.
    pub unsaid: usize,
    /// Numbers of the musts that are not met.
    pub unmet: Vec<String>,
    /// Numbers of the musts that are met in part or in another way.
    pub half_met: Vec<String>,
}

/// What an estimate says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Priced {
    /// The estimate that holds.
    pub estimate: Estimate,
    /// Its lines.
    pub lines: Vec<EstimateLine>,
    /// What it adds up to.
    pub total: Total,
    /// The total without and with tax of the estimate before; none while prices of it are missing.
    pub before: Option<(i64, i64)>,
}

impl Priced {
    /// What the lines of one kind add up to, without and with tax.
    pub fn part(&self, kind: LineKind, basis: &Basis) -> Option<(i64, i64)> {
        explain::part(&self.lines, kind, basis)
    }
}

/// A bidder in the comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// The bidder.
    pub bidder: Bidder,
    /// The company, bare.
    pub name: String,
    /// Its proposal, where it came.
    pub proposal: Option<Proposal>,
    /// When it came.
    pub punctuality: Option<Punctuality>,
    /// It is compared with the others.
    pub admitted: bool,
    /// Its estimate.
    pub priced: Option<Priced>,
    /// Its required items.
    pub items: ItemCounts,
    /// Its answers.
    pub answers: AnswerCounts,
}

impl Compared {
    /// What was decided about its coming late; nothing where it did not.
    pub fn ruling(&self) -> LateRuling {
        let came = self.punctuality.zip(self.proposal.as_ref());
        came.map_or(LateRuling::Open, |(came, proposal)| came.ruling(proposal))
    }
}

/// The estimate that holds, added up; none where there is none.
pub fn priced(read: &Read<'_>, proposal: &str, basis: &Basis) -> Result<Option<Priced>> {
    let mut all = estimates(read, proposal)?;
    let Some(estimate) = all.pop() else { return Ok(None) };
    let before = all.pop().map(|before| lines(read, &before.id)).transpose()?.map(|lines| total(&lines, basis));
    let before = before.filter(|before| before.open == 0 && before.is_priced());
    let lines = lines(read, &estimate.id)?;
    Ok(Some(Priced {
        total: total(&lines, basis),
        before: before.map(|before| (before.without_tax, before.with_tax)),
        estimate,
        lines,
    }))
}

/// Every bidder that takes part or has handed in, in the order of the bidders.
pub fn compared(read: &Read<'_>, procurement: &str) -> Result<Vec<Compared>> {
    let deadline = Deadline::of(&Facts::of(read, procurement)?);
    let admitted: HashSet<String> =
        competing(read, procurement)?.into_iter().map(|(_, proposal)| proposal.id).collect();
    let basis = Basis::of(read, procurement)?;
    let wanted = wanted(read, procurement)?;
    let asked = asked(read, procurement)?;
    let mut found = Vec::new();
    for (bidder, Vendor { name, .. }) in bidder::with_vendors(read, procurement)? {
        let Some(proposal) = of_bidder(read, &bidder.id)? else {
            if bidder.status.takes_part() {
                let (items, answers) = Default::default();
                found.push(Compared {
                    bidder,
                    name,
                    proposal: None,
                    punctuality: None,
                    admitted: false,
                    priced: None,
                    items,
                    answers,
                });
            }
            continue;
        };
        let held: BTreeMap<String, Presence> =
            checks(read, &proposal.id)?.into_iter().map(|check| (check.required_item, check.state)).collect();
        let mut items = ItemCounts::default();
        for (_, _, item) in &wanted {
            match held.get(&item.id).copied().unwrap_or(Presence::Unchecked) {
                Presence::Present => items.present += 1,
                Presence::Partly => items.partly += 1,
                Presence::Missing => {
                    items.missing += 1;
                    items.lacking.push(item.title.clone());
                }
                Presence::Unchecked => items.unchecked += 1,
            }
        }
        let held: BTreeMap<String, Fit> =
            answers(read, &proposal.id)?.into_iter().map(|answer| (answer.requirement, answer.answer)).collect();
        let mut counts = AnswerCounts::default();
        for one in &asked {
            let must = one.level == Level::Must;
            match held.get(&one.id).copied().unwrap_or(Fit::Unsaid) {
                Fit::Full => counts.full += 1,
                Fit::Partly => counts.partly += 1,
                Fit::Alternative => counts.alternative += 1,
                Fit::None => counts.none += 1,
                Fit::Unsaid => counts.unsaid += 1,
            }
            match held.get(&one.id) {
                Some(Fit::None) if must => counts.unmet.push(one.number.clone()),
                Some(Fit::Partly | Fit::Alternative) if must => counts.half_met.push(one.number.clone()),
                _ => {}
            }
        }
        found.push(Compared {
            punctuality: Some(deadline.punctuality(proposal.received_at)),
            admitted: admitted.contains(&proposal.id),
            priced: priced(read, &proposal.id, &basis)?,
            items,
            answers: counts,
            proposal: Some(proposal),
            bidder,
            name,
        });
    }
    Ok(found)
}
