//! What a proposal says, at hand beside the sheet: summary, files, pages of required items, and the price once it may be
//! seen.

use sentei_core::criterion::judging::TaxBasis;
use sentei_core::l10n::Lang;
use sentei_core::marking::sheet::Sheet;
use sentei_core::marking::shut::tells_price;
use sentei_core::proposal::check::page_in_words;
use sentei_core::proposal::price::{current, estimates, lines, Basis};
use sentei_core::proposal::{FileKind, ItemCheck, Proposal, ProposalFile, Tax};
use sentei_core::required_item::RequiredItem;
use sentei_core::storage::Read;
use sentei_core::Result;
use serde::Serialize;
use ts_rs::TS;

/// What there is to look up in a proposal.
#[derive(Debug, Default, Serialize, TS)]
pub struct AtHand {
    /// The proposal in a sentence or two.
    summary: String,
    team: String,
    files: Vec<FileAtHand>,
    /// Required items with the page they stand on.
    pages: Vec<PageAtHand>,
    /// Lines of the estimate that holds; none while prices are closed.
    lines: Vec<LineAtHand>,
    /// What it adds up to; none while a line is open, or prices are closed.
    total: Option<i64>,
    /// Whether with or without tax, in words.
    basis: String,
    /// Months it is added up over.
    months: i64,
}

/// A file of the proposal.
#[derive(Debug, Serialize, TS)]
pub struct FileAtHand {
    id: String,
    name: String,
    kind: FileKind,
}

/// Where a required item stands.
#[derive(Debug, Serialize, TS)]
pub struct PageAtHand {
    title: String,
    page: String,
}

/// A line of the estimate over the contract term.
#[derive(Debug, Serialize, TS)]
pub struct LineAtHand {
    title: String,
    amount: Option<i64>,
    /// Whether its amount is with tax.
    tax: Tax,
}

/// What there is to look up in the proposal of a bidder. While prices are closed, nothing that tells them is in it.
pub(crate) fn at_hand(read: &Read<'_>, sheet: &Sheet, bidder: &str, lang: Lang) -> Result<AtHand> {
    let procurement = &sheet.evaluator.procurement;
    let Some(proposal) = read.all::<Proposal>("WHERE bidder = ?1 ORDER BY received_at, id", &[&bidder])?.pop() else {
        return Ok(AtHand::default());
    };
    let files = read.all::<ProposalFile>("WHERE proposal = ?1 ORDER BY position, id", &[&proposal.id])?;
    let basis = Basis::of(read, procurement)?;
    let mut shown = Vec::new();
    for file in files {
        if sheet.price_open || !tells_price(read, &file)? {
            shown.push(FileAtHand { id: file.id, name: file.name, kind: file.kind });
        }
    }
    let mut hand = AtHand {
        files: shown,
        pages: pages(read, &proposal.id, lang)?,
        summary: proposal.summary,
        team: proposal.team,
        months: basis.months,
        ..AtHand::default()
    };
    if let Some((total, last)) = current(read, &proposal.id, &basis)?.zip(estimates(read, &proposal.id)?.pop()) {
        if sheet.price_open {
            let titles = lines(read, &last.id)?;
            hand.lines = titles
                .into_iter()
                .zip(&total.lines)
                .map(|(line, sum)| LineAtHand { title: line.title, amount: sum.amount, tax: line.tax })
                .collect();
            hand.total = total.compared(&basis);
            hand.basis = lang.word(match basis.tax {
                TaxBasis::Excluded => "value-judging-tax-excluded",
                TaxBasis::Included => "value-judging-tax-included",
            });
        }
    }
    Ok(hand)
}

fn pages(read: &Read<'_>, proposal: &str, lang: Lang) -> Result<Vec<PageAtHand>> {
    let checks = read.all::<ItemCheck>("WHERE proposal = ?1 AND page <> '' ORDER BY id", &[&proposal])?;
    let mut pages = Vec::new();
    for check in checks {
        if let Some(item) = read.find::<RequiredItem>(&check.required_item)? {
            pages.push(PageAtHand { title: item.title, page: page_in_words(&check.page, lang) });
        }
    }
    Ok(pages)
}
