//! Commands about who knows what.

use chrono::NaiveDate;
use sentei_core::bidder::Status;
use sentei_core::distribution::knowledge::{in_words, Cell, Item, Kind, Knowledge};
use sentei_core::distribution::ledger::{brief, bundles, gap_text, standing};
use sentei_core::distribution::verbs::sender;
use sentei_core::distribution::Means;
use sentei_core::l10n::Lang;
use sentei_core::{Result, Text};
use serde::Serialize;
use ts_rs::TS;

use crate::commands::InProcurement;
use crate::Call;

/// Items against bidders.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Knowledge")]
pub struct KnowledgeView {
    bidders: Vec<KnowingBidder>,
    rows: Vec<KnownRow>,
    gaps: Vec<GapLine>,
    /// How many gaps there are in all that can still be closed.
    open: usize,
    /// Who is taken to send; empty where nobody is known.
    sender: String,
}

/// A bidder as a column.
#[derive(Debug, Serialize, TS)]
pub struct KnowingBidder {
    id: String,
    name: String,
    status: Status,
    takes_part: bool,
    /// Since when it takes part, or what has become of it.
    standing: String,
    /// How much it was not given, what it missed until the decision with it.
    gaps: usize,
}

/// A line of the matrix: a release, a file, or the answers of one round.
#[derive(Debug, Serialize, TS)]
pub struct KnownRow {
    id: String,
    kind: Kind,
    name: String,
    detail: String,
    /// Meant for some bidders only.
    only: bool,
    /// Cells in the order of the bidders.
    cells: Vec<KnownCell>,
    /// The answers of a round; empty for everything else.
    items: Vec<KnownItem>,
}

/// One item within a line.
#[derive(Debug, Serialize, TS)]
pub struct KnownItem {
    id: String,
    number: String,
    title: String,
    cells: Vec<KnownCell>,
}

/// What a bidder knows of an item.
#[derive(Debug, Serialize, TS)]
pub struct KnownCell {
    state: KnownState,
    /// When it was given, in few signs.
    at: String,
    means: Means,
    /// The distribution it was given with.
    distribution: Option<String>,
}

/// How an item stands with a bidder.
#[derive(Debug, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum KnownState {
    /// Given.
    Given,
    /// Still to be given.
    Gap,
    /// Not given until the decision for another.
    Missed,
    /// Not meant for this bidder.
    NotMeant,
    /// Told by a newer item.
    Replaced,
    /// Not given: the bidder no longer takes part, or no longer did when it became known.
    After,
}

/// What a bidder lacks, or lacked until the decision for another, in words.
#[derive(Debug, Serialize, TS)]
pub struct GapLine {
    bidder: String,
    name: String,
    list: String,
    text: Text,
}

pub(crate) fn get(call: &Call<'_>, args: InProcurement) -> Result<KnowledgeView> {
    let (known, sender) = call.read(|read| {
        let sender = sender(read, &args.procurement, &call.stamp().actor)?;
        Ok((Knowledge::of(read, &args.procurement)?, sender))
    })?;
    Ok(view(&known, sender, call.today(), call.lang()))
}

fn view(known: &Knowledge, sender: String, today: NaiveDate, lang: Lang) -> KnowledgeView {
    let columns = 0..known.parties.len();
    let rows = bundles(known).into_iter().map(|bundle| {
        let (_, first) = bundle.items[0];
        let items = bundle.items.iter().filter(|(_, item)| item.kind == Kind::Answer);
        KnownRow {
            id: first.id.clone(),
            kind: first.kind,
            name: bundle.name(lang),
            detail: bundle.detail(lang),
            only: !first.only_for.is_empty(),
            cells: columns.clone().map(|column| cell(bundle.cell(known, column), today, lang)).collect(),
            items: items.map(|(n, item)| inner(item, &known.cells[*n], today, lang)).collect(),
        }
    });
    let gaps = known.parties.iter().filter_map(|party| {
        let text = gap_text(known, party, lang)?;
        let mut items = known.gaps(&party.bidder);
        items.extend(known.missed(&party.bidder));
        let list = in_words(&items, lang);
        Some(GapLine { bidder: party.bidder.clone(), name: party.name.clone(), list, text })
    });
    KnowledgeView {
        rows: rows.collect(),
        gaps: gaps.collect(),
        open: known.open(),
        sender,
        bidders: known
            .parties
            .iter()
            .map(|party| KnowingBidder {
                id: party.bidder.clone(),
                name: party.name.clone(),
                status: party.status,
                takes_part: party.status.takes_part(),
                standing: standing(party, today, lang),
                gaps: known.not_given(&party.bidder),
            })
            .collect(),
    }
}

fn inner(item: &Item, cells: &[Cell], today: NaiveDate, lang: Lang) -> KnownItem {
    KnownItem {
        id: item.id.clone(),
        number: item.number.clone(),
        title: item.title.clone(),
        cells: cells.iter().map(|one| cell(one, today, lang)).collect(),
    }
}

fn cell(cell: &Cell, today: NaiveDate, lang: Lang) -> KnownCell {
    let bare = |state| KnownCell { state, at: String::new(), means: Means::Unsaid, distribution: None };
    match cell {
        Cell::Given { at, means, distribution } => KnownCell {
            state: KnownState::Given,
            at: brief(*at, today, lang),
            means: *means,
            distribution: Some(distribution.clone()),
        },
        Cell::Gap => bare(KnownState::Gap),
        Cell::Missed => bare(KnownState::Missed),
        Cell::NotMeant => bare(KnownState::NotMeant),
        Cell::Replaced => bare(KnownState::Replaced),
        Cell::After => bare(KnownState::After),
    }
}
