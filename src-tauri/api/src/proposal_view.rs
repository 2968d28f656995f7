//! A proposal with everything in it, and all of them side by side.

use std::collections::BTreeMap;

use sentei_core::bidder::Status;
use sentei_core::calendar::{self, Moment};
use sentei_core::decision::fixed::{holds_fixed, receipt_is_fixed};
use sentei_core::distribution::Means;
use sentei_core::marking::sheet::price_open;
use sentei_core::procurement::Facts;
use sentei_core::proposal::amount::grouped;
use sentei_core::proposal::check::{asked, page_in_words, wanted};
use sentei_core::proposal::compare::{compared, AnswerCounts, Compared, ItemCounts};
use sentei_core::proposal::explain;
use sentei_core::proposal::price::{competing, estimates, lines, total, Basis};
use sentei_core::proposal::receipt::{Deadline, Punctuality};
use sentei_core::proposal::{
    answers, checks, files, Estimate, EstimateLine, FileKind, Fit, LateRuling, LineKind, Presence, Proposal,
    ProposalFile, Tax,
};
use sentei_core::rfp::Level;
use sentei_core::storage::Read;
use sentei_core::{Result, Text};
use serde::Serialize;
use ts_rs::TS;

use crate::commands::{Id, InProcurement};
use crate::proposal::{in_words, named, short, PriceBasis};
use crate::Call;

/// A proposal with everything in it.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Proposal")]
pub struct ProposalView {
    id: String,
    procurement: String,
    bidder: String,
    name: String,
    received_at: String,
    /// The moment in words.
    received_text: String,
    /// The procurement is decided: when it came can no longer be changed.
    received_fixed: bool,
    means: Means,
    punctuality: Punctuality,
    /// How it stands to the deadline, in words.
    punctuality_text: Text,
    can_be_ruled: bool,
    /// What was decided, where it came late.
    late_ruling: LateRuling,
    late_reason: String,
    admitted: bool,
    receipt_at: String,
    /// When the receipt was sent, in words; empty where it was not.
    receipt_text: String,
    valid_until: String,
    /// The day in words; empty where none is said.
    valid_until_text: String,
    staff: String,
    leads: String,
    busy_extra: String,
    team: String,
    summary: String,
    basis: PriceBasis,
    files: Vec<ProposalFileRow>,
    /// The latest first.
    estimates: Vec<EstimateView>,
    items: Vec<CheckRow>,
    requirements: Vec<AnswerRow>,
}

/// A file of a proposal.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "ProposalFile")]
pub struct ProposalFileRow {
    id: String,
    kind: FileKind,
    name: String,
    bytes: i64,
    sha256: String,
    received: String,
    note: String,
    bound: bool,
    /// It can be bound with others into one PDF.
    image: bool,
}

/// An estimate.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Estimate")]
pub struct EstimateView {
    id: String,
    revision: i64,
    dated: String,
    /// The day in words; empty where none is said.
    dated_text: String,
    received_at: String,
    /// The moment in words.
    received_text: String,
    reason: String,
    file: String,
    lines: Vec<EstimateLineRow>,
    without_tax: String,
    with_tax: String,
    /// Every price is known.
    complete: bool,
    /// How the totals came about.
    steps: Vec<Text>,
    /// How the price changed from the estimate before, without tax.
    change: Option<Text>,
    /// Prices are kept closed as yet: it is typed in and corrected, but tells no amount.
    closed: bool,
    /// It stands since bidders were marked or the procurement was decided: another price is a later estimate.
    fixed: bool,
}

/// A line of an estimate.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "EstimateLine")]
pub struct EstimateLineRow {
    id: String,
    kind: LineKind,
    title: String,
    unit_price: String,
    /// A price has been entered.
    priced: bool,
    quantity: String,
    /// How many of what, in words.
    counted: String,
    unit: String,
    from_month: String,
    to_month: String,
    tax: Tax,
    /// What it adds up to over the term.
    amount: String,
    /// How that came about.
    how: Option<Text>,
    /// It names months after the term, which are not counted.
    beyond: bool,
}

/// A required item and whether it is there.
#[derive(Debug, Serialize, TS)]
pub struct CheckRow {
    id: String,
    number: String,
    group: String,
    title: String,
    state: Presence,
    page: String,
    note: String,
}

/// A requirement and how it is answered.
#[derive(Debug, Serialize, TS)]
pub struct AnswerRow {
    id: String,
    number: String,
    level: Level,
    text: String,
    answer: Fit,
    words: String,
}

/// All bidders side by side.
#[derive(Debug, Serialize, TS)]
pub struct Comparison {
    basis: PriceBasis,
    bidders: Vec<ComparedRow>,
    /// Prices are kept closed as yet: no row tells one.
    prices_closed: bool,
    items: Vec<ItemAcross>,
    requirements: Vec<RequirementAcross>,
}

/// A bidder in the comparison.
#[derive(Debug, Serialize, TS)]
pub struct ComparedRow {
    bidder: String,
    name: String,
    proposal: Option<String>,
    received: String,
    punctuality: Option<Punctuality>,
    ruling: LateRuling,
    admitted: bool,
    /// The status by which it is gone; none while it is not.
    left: Option<Status>,
    without_tax: String,
    with_tax: String,
    /// For finding the lowest.
    amount: Option<i64>,
    complete: bool,
    revision: Option<i64>,
    change: Option<Text>,
    /// Why the estimate takes the place of the one before; empty for the first.
    reason: String,
    parts: Vec<PricePart>,
    staff: String,
    leads: String,
    busy_extra: String,
    team: String,
    valid_until: String,
    summary: String,
    items: ItemCounts,
    answers: AnswerCounts,
}

/// What the lines of one kind add up to.
#[derive(Debug, Serialize, TS)]
pub struct PricePart {
    kind: LineKind,
    /// Empty where there are none, or no price of them is known.
    without_tax: String,
    with_tax: String,
}

/// A required item in all proposals.
#[derive(Debug, Serialize, TS)]
pub struct ItemAcross {
    id: String,
    number: String,
    group: String,
    title: String,
    cells: Vec<ItemCell>,
}

/// A required item in one proposal.
#[derive(Debug, Serialize, TS)]
pub struct ItemCell {
    state: Presence,
    page: String,
    note: String,
}

/// A requirement in all proposals.
#[derive(Debug, Serialize, TS)]
pub struct RequirementAcross {
    id: String,
    number: String,
    level: Level,
    text: String,
    cells: Vec<AnswerCell>,
}

/// A requirement in one proposal.
#[derive(Debug, Serialize, TS)]
pub struct AnswerCell {
    answer: Fit,
    words: String,
}

/// What can be chosen to be bound into a PDF. A kind that cannot be read is refused there, with its sentence.
fn is_image(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    ["jpg", "jpeg", "png", "webp", "gif", "tif", "tiff", "heic"].contains(&ending.as_str())
}

pub(crate) fn get(call: &Call<'_>, args: Id) -> Result<ProposalView> {
    call.read(|read| {
        let proposal: Proposal = read.get(&args.id)?;
        let facts = Facts::of(read, &proposal.procurement)?;
        let deadline = Deadline::of(&facts);
        let basis = Basis::of(read, &proposal.procurement)?;
        let punctuality = deadline.punctuality(proposal.received_at);
        let late_ruling = punctuality.ruling(&proposal);
        let (name, procurement) = named(read, &proposal.bidder)?;
        let row = |file: ProposalFile| ProposalFileRow {
            received: short(call, file.received_at),
            image: !file.bound && is_image(&file.name),
            id: file.id,
            kind: file.kind,
            name: file.name,
            bytes: file.bytes,
            sha256: file.sha256,
            note: file.note,
            bound: file.bound,
        };
        let day = |at: Option<Moment>| at.map(|at| at.to_string()).unwrap_or_default();
        Ok(ProposalView {
            name,
            procurement,
            received_text: in_words(call, proposal.received_at),
            received_at: proposal.received_at.to_string(),
            received_fixed: receipt_is_fixed(read, &proposal)?,
            punctuality_text: told(call, &deadline, proposal.received_at),
            can_be_ruled: punctuality.can_be_ruled(),
            punctuality,
            admitted: competing(read, &proposal.procurement)?.iter().any(|(_, one)| one.id == proposal.id),
            files: files(read, &proposal.id)?.into_iter().map(row).collect(),
            estimates: estimates_of(call, read, &proposal, &basis)?,
            items: items_of(read, &proposal)?,
            requirements: requirements_of(read, &proposal)?,
            basis: PriceBasis::of(&basis),
            receipt_at: day(proposal.receipt_at),
            receipt_text: proposal.receipt_at.map(|at| in_words(call, at)).unwrap_or_default(),
            valid_until_text: proposal.valid_until.map(|day| in_words(call, Moment::on(day))).unwrap_or_default(),
            valid_until: proposal.valid_until.map(|day| day.to_string()).unwrap_or_default(),
            id: proposal.id,
            bidder: proposal.bidder,
            means: proposal.means,
            late_ruling,
            late_reason: proposal.late_reason,
            staff: proposal.staff,
            leads: proposal.leads,
            busy_extra: proposal.busy_extra,
            team: proposal.team,
            summary: proposal.summary,
        })
    })
}

/// How a proposal stands to the deadline.
fn told(call: &Call<'_>, deadline: &Deadline, at: Moment) -> Text {
    let Some(until) = deadline.at else { return Text::new("punctuality-no-deadline") };
    let id = match deadline.punctuality(at) {
        Punctuality::NoDeadline => "punctuality-no-deadline",
        Punctuality::OnTime => "punctuality-on-time",
        Punctuality::Unclear => "punctuality-unclear",
        Punctuality::InGrace => "punctuality-in-grace",
        Punctuality::Late if deadline.grace > 0 => "punctuality-late",
        Punctuality::Late => "punctuality-late-without-grace",
    };
    let length = |minutes| calendar::length(minutes, call.lang());
    let after = length((at.earliest() - until.latest()).num_minutes().max(0));
    Text::new(id).arg("deadline", in_words(call, until)).arg("after", after).arg("grace", length(deadline.grace))
}

/// The estimates of a proposal, the latest first.
fn estimates_of(call: &Call<'_>, read: &Read<'_>, proposal: &Proposal, basis: &Basis) -> Result<Vec<EstimateView>> {
    let open = price_open(read, &proposal.procurement)?;
    let mut before: Option<i64> = None;
    let mut views = Vec::new();
    for estimate in estimates(read, &proposal.id)? {
        let held = lines(read, &estimate.id)?;
        let view = estimate_view(call, estimate, &held, basis, before);
        let view = if open { view } else { view.shut() };
        let sum = total(&held, basis);
        before = (sum.open == 0).then_some(sum.without_tax);
        views.insert(0, view);
    }
    if let Some(last) = views.first_mut() {
        last.fixed = holds_fixed(read, &proposal.id)?;
    }
    Ok(views)
}

impl EstimateView {
    /// As it is shown while prices are closed. Whoever enters an estimate has seen it; what was entered is not told again, to her
    /// or to anybody who looks over her shoulder.
    fn shut(self) -> Self {
        let quiet = |line: EstimateLineRow| EstimateLineRow {
            unit_price: String::new(),
            amount: String::new(),
            how: None,
            ..line
        };
        Self {
            lines: self.lines.into_iter().map(quiet).collect(),
            without_tax: String::new(),
            with_tax: String::new(),
            steps: Vec::new(),
            change: None,
            closed: true,
            ..self
        }
    }
}

fn estimate_view(
    call: &Call<'_>,
    estimate: Estimate,
    held: &[EstimateLine],
    basis: &Basis,
    before: Option<i64>,
) -> EstimateView {
    let sum = total(held, basis);
    let complete = sum.open == 0 && !held.is_empty();
    let shown = |amount: i64| if sum.is_priced() { grouped(amount) } else { String::new() };
    let rows = held.iter().zip(&sum.lines).map(|(line, total)| EstimateLineRow {
        id: line.id.clone(),
        kind: line.kind,
        title: line.title.clone(),
        unit_price: line.unit_price.map(grouped).unwrap_or_default(),
        priced: line.unit_price.is_some(),
        quantity: line.quantity.clone(),
        counted: explain::quantity(line, call.lang()),
        unit: line.unit.clone(),
        from_month: line.from_month.map(|month| month.to_string()).unwrap_or_default(),
        to_month: line.to_month.map(|month| month.to_string()).unwrap_or_default(),
        tax: line.tax,
        amount: total.amount.map(grouped).unwrap_or_default(),
        how: explain::line(line, total, call.lang()),
        beyond: explain::is_beyond(line, basis),
    });
    EstimateView {
        lines: rows.collect(),
        steps: if sum.is_priced() { explain::steps(held, &sum, basis) } else { Vec::new() },
        change: before.filter(|_| complete).map(|before| explain::change(before, sum.without_tax)),
        without_tax: shown(sum.without_tax),
        with_tax: shown(sum.with_tax),
        complete,
        closed: false,
        fixed: false,
        id: estimate.id,
        revision: estimate.revision,
        dated_text: estimate.dated.parse().map(|at| in_words(call, at)).unwrap_or_default(),
        dated: estimate.dated,
        received_text: in_words(call, estimate.received_at),
        received_at: estimate.received_at.to_string(),
        reason: estimate.reason,
        file: estimate.file.unwrap_or_default(),
    }
}

fn items_of(read: &Read<'_>, proposal: &Proposal) -> Result<Vec<CheckRow>> {
    let mut held: BTreeMap<String, _> =
        checks(read, &proposal.id)?.into_iter().map(|check| (check.required_item.clone(), check)).collect();
    let rows = wanted(read, &proposal.procurement)?.into_iter().map(|(number, group, item)| {
        let check = held.remove(&item.id);
        CheckRow {
            id: item.id,
            number,
            group,
            title: item.title,
            state: check.as_ref().map_or(Presence::Unchecked, |check| check.state),
            page: check.as_ref().map(|check| check.page.clone()).unwrap_or_default(),
            note: check.map(|check| check.note).unwrap_or_default(),
        }
    });
    Ok(rows.collect())
}

fn requirements_of(read: &Read<'_>, proposal: &Proposal) -> Result<Vec<AnswerRow>> {
    let mut held: BTreeMap<String, _> =
        answers(read, &proposal.id)?.into_iter().map(|answer| (answer.requirement.clone(), answer)).collect();
    let rows = asked(read, &proposal.procurement)?.into_iter().map(|one| {
        let answer = held.remove(&one.id);
        AnswerRow {
            id: one.id,
            number: one.number,
            level: one.level,
            text: one.text,
            answer: answer.as_ref().map_or(Fit::Unsaid, |answer| answer.answer),
            words: answer.map(|answer| answer.words).unwrap_or_default(),
        }
    });
    Ok(rows.collect())
}

pub(crate) fn compare(call: &Call<'_>, args: InProcurement) -> Result<Comparison> {
    call.read(|read| {
        let basis = Basis::of(read, &args.procurement)?;
        let all = compared(read, &args.procurement)?;
        let proposals: Vec<&Proposal> = all.iter().filter_map(|one| one.proposal.as_ref()).collect();
        let mut items: Vec<ItemAcross> = Vec::new();
        let mut requirements: Vec<RequirementAcross> = Vec::new();
        for proposal in proposals {
            for (at, row) in items_of(read, proposal)?.into_iter().enumerate() {
                if items.len() <= at {
                    let (id, number, group, title) = (row.id, row.number, row.group, row.title);
                    items.push(ItemAcross { id, number, group, title, cells: Vec::new() });
                }
                let page = page_in_words(&row.page, call.lang());
                items[at].cells.push(ItemCell { state: row.state, page, note: row.note });
            }
            for (at, row) in requirements_of(read, proposal)?.into_iter().enumerate() {
                if requirements.len() <= at {
                    let (id, number, level, text) = (row.id, row.number, row.level, row.text);
                    requirements.push(RequirementAcross { id, number, level, text, cells: Vec::new() });
                }
                requirements[at].cells.push(AnswerCell { answer: row.answer, words: row.words });
            }
        }
        let open = price_open(read, &args.procurement)?;
        let shown = |one: Compared| if open { one } else { Compared { priced: None, ..one } };
        let bidders = all.into_iter().map(|one| compared_row(call, shown(one), &basis)).collect();
        Ok(Comparison { basis: PriceBasis::of(&basis), bidders, prices_closed: !open, items, requirements })
    })
}

fn compared_row(call: &Call<'_>, one: Compared, basis: &Basis) -> ComparedRow {
    let priced = one.priced.as_ref();
    let sums = priced.map(|priced| &priced.total).filter(|sum| sum.is_priced());
    let part = |kind: LineKind| {
        let sums = priced.and_then(|priced| priced.part(kind, basis));
        PricePart {
            kind,
            without_tax: sums.map(|(without, _)| grouped(without)).unwrap_or_default(),
            with_tax: sums.map(|(_, with)| grouped(with)).unwrap_or_default(),
        }
    };
    let said = |of: fn(&Proposal) -> &String| one.proposal.as_ref().map(|held| of(held).clone()).unwrap_or_default();
    let complete = sums.is_some_and(|sum| sum.open == 0);
    let before = priced.and_then(|priced| priced.before).filter(|_| complete);
    let change = before.zip(sums).map(|((before, _), sum)| explain::change(before, sum.without_tax));
    ComparedRow {
        received: one.proposal.as_ref().map(|proposal| short(call, proposal.received_at)).unwrap_or_default(),
        ruling: one.ruling(),
        without_tax: sums.map(|sum| grouped(sum.without_tax)).unwrap_or_default(),
        with_tax: sums.map(|sum| grouped(sum.with_tax)).unwrap_or_default(),
        amount: sums.and_then(|sum| sum.compared(basis)),
        complete,
        revision: priced.map(|priced| priced.estimate.revision),
        reason: priced.map(|priced| priced.estimate.reason.clone()).unwrap_or_default(),
        change,
        parts: [LineKind::OneOff, LineKind::Monthly, LineKind::Unit].into_iter().map(part).collect(),
        staff: said(|held| &held.staff),
        leads: said(|held| &held.leads),
        busy_extra: said(|held| &held.busy_extra),
        team: said(|held| &held.team),
        summary: said(|held| &held.summary),
        valid_until: one
            .proposal
            .as_ref()
            .and_then(|proposal| proposal.valid_until)
            .map(|day| in_words(call, Moment::on(day)))
            .unwrap_or_default(),
        punctuality: one.punctuality,
        admitted: one.admitted,
        left: one.bidder.status.has_left().then_some(one.bidder.status),
        bidder: one.bidder.id,
        name: one.name,
        proposal: one.proposal.map(|proposal| proposal.id),
        items: one.items,
        answers: one.answers,
    }
}
