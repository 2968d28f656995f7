//! Commands about proposals.

use sentei_core::bidder::Status;
use sentei_core::calendar::{self, Moment, Style};
use sentei_core::decision::fixed::set_proposal;
use sentei_core::distribution::Means;
use sentei_core::journal::Op;
use sentei_core::marking::sheet::price_open;
use sentei_core::overview::verbs::remove_proposal;
use sentei_core::procurement::{cannot_read, FactKey, Facts, Procurement};
use sentei_core::proposal::amount::grouped;
use sentei_core::proposal::compare::{compared, Compared};
use sentei_core::proposal::price::Basis;
use sentei_core::proposal::receipt::{Deadline, Punctuality};
use sentei_core::proposal::{check, handed_in, verbs, LateRuling, Proposal};
use sentei_core::storage::Read;
use sentei_core::{bidder, vendor, Result, Text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Id, InProcurement, Nothing};
use crate::criterion::TypedField;
use crate::Call;

/// The proposals of a procurement.
#[derive(Debug, Serialize, TS)]
pub struct Proposals {
    /// Until when they are taken, in words; empty where no deadline is set.
    deadline: String,
    /// How much grace there is, in words; empty where there is none.
    grace: String,
    /// How totals are reckoned.
    basis: PriceBasis,
    rows: Vec<ProposalRow>,
    /// Prices are kept closed as yet: no row tells one.
    prices_closed: bool,
    /// Too few of them, once the deadline is over.
    note: Option<Text>,
}

/// Over how many months totals run, and on which basis they are compared.
#[derive(Debug, Serialize, TS)]
pub struct PriceBasis {
    months: i64,
    tax_rate: String,
    tax: sentei_core::criterion::judging::TaxBasis,
}

impl PriceBasis {
    pub(crate) fn of(basis: &Basis) -> Self {
        Self { months: basis.months, tax_rate: basis.tax_rate.normalize().to_string(), tax: basis.tax }
    }
}

/// A bidder with its proposal, or waited for.
#[derive(Debug, Serialize, TS)]
pub struct ProposalRow {
    bidder: String,
    name: String,
    /// Key of the proposal; none while it has not come.
    proposal: Option<String>,
    received: String,
    punctuality: Option<Punctuality>,
    ruling: LateRuling,
    admitted: bool,
    /// The status by which it is gone; none while it is not.
    left: Option<Status>,
    /// The total that is compared, with its thousands parted; none while it is not known.
    total: Option<String>,
    /// The same for sorting.
    amount: Option<i64>,
    files: usize,
    unchecked: usize,
    unsaid: usize,
}

/// A proposal that came.
#[derive(Debug, Deserialize, TS)]
pub struct NewProposal {
    bidder: String,
    /// When, as typed; now where nothing is said.
    #[ts(optional)]
    received_at: Option<String>,
    #[ts(optional)]
    means: Option<Means>,
}

/// What is decided about a late proposal.
#[derive(Debug, Deserialize, TS)]
pub struct LateDecision {
    id: String,
    ruling: LateRuling,
    reason: String,
}

/// The check of a required item.
#[derive(Debug, Deserialize, TS)]
pub struct TypedCheck {
    proposal: String,
    item: String,
    /// `state`, `page` or `note`.
    field: String,
    value: String,
}

/// The answer to a requirement.
#[derive(Debug, Deserialize, TS)]
pub struct TypedAnswer {
    proposal: String,
    requirement: String,
    /// `answer` or `words`.
    field: String,
    value: String,
}

pub(crate) fn list(call: &Call<'_>, args: InProcurement) -> Result<Proposals> {
    call.read(|read| {
        let facts = Facts::of(read, &args.procurement)?;
        let basis = Basis::of(read, &args.procurement)?;
        let grace = Deadline::of(&facts).grace;
        let over = facts.moment(FactKey::ProposalDeadline).is_some_and(|at| at.date < call.today());
        let bidders = bidder::of(read, &args.procurement)?;
        let here = handed_in(read, &args.procurement)?;
        let open = price_open(read, &args.procurement)?;
        let rows = compared(read, &args.procurement)?.into_iter().map(|one| row(call, read, one, &basis, open));
        Ok(Proposals {
            deadline: facts.shown(FactKey::ProposalDeadline, call.lang()).unwrap_or_default(),
            grace: if grace > 0 { calendar::length(grace, call.lang()) } else { String::new() },
            rows: rows.collect::<Result<_>>()?,
            prices_closed: !open,
            note: bidder::too_few(&bidders, over.then_some(&*here)).filter(|_| over),
            basis: PriceBasis::of(&basis),
        })
    })
}

fn row(call: &Call<'_>, read: &Read<'_>, one: Compared, basis: &Basis, open: bool) -> Result<ProposalRow> {
    let total = one.priced.as_ref().filter(|_| open).and_then(|priced| priced.total.compared(basis));
    let files = match &one.proposal {
        Some(proposal) => sentei_core::proposal::files(read, &proposal.id)?.len(),
        None => 0,
    };
    let ruling = one.ruling();
    Ok(ProposalRow {
        left: one.bidder.status.has_left().then_some(one.bidder.status),
        bidder: one.bidder.id,
        name: one.name,
        received: one.proposal.as_ref().map(|proposal| short(call, proposal.received_at)).unwrap_or_default(),
        ruling,
        proposal: one.proposal.map(|proposal| proposal.id),
        punctuality: one.punctuality,
        admitted: one.admitted,
        total: total.map(grouped),
        amount: total,
        files,
        unchecked: one.items.unchecked,
        unsaid: one.answers.unsaid,
    })
}

/// The day and time in few signs.
pub(crate) fn short(call: &Call<'_>, at: Moment) -> String {
    let day = calendar::month_day(at.date, call.lang());
    match at.time {
        Some(time) => format!("{day} {}", time.format("%H:%M")),
        None => day,
    }
}

/// A moment as typed, or nothing.
pub(crate) fn moment_typed(call: &Call<'_>, typed: Option<&str>) -> Result<Option<Moment>> {
    let typed = typed.map(str::trim).filter(|typed| !typed.is_empty());
    let now = calendar::in_japan(call.stamp().at);
    let held = Some(Moment { date: now.date_naive(), time: None });
    let read = |typed| calendar::read(typed, call.today(), held).map_err(|why| cannot_read(why, typed, call.lang()));
    typed.map(read).transpose()
}

pub(crate) fn add(call: &Call<'_>, args: NewProposal) -> Result<Id> {
    let (name, procurement) = call.read(|read| named(read, &args.bidder))?;
    let at = moment_typed(call, args.received_at.as_deref())?;
    let means = args.means.unwrap_or(Means::Unsaid);
    let op = Op::new("proposal-add").what(name).scope(procurement);
    let id = call.write(op, |tx| verbs::add(tx, &args.bidder, at, means))?;
    Ok(Id { id })
}

pub(crate) fn set(call: &Call<'_>, args: TypedField) -> Result<Nothing> {
    let op = op(call, "proposal-edit", &args.id)?.field("proposal", &args.id, &args.field, &["means"]);
    let now = (call.today(), call.lang());
    call.write(op, |tx| set_proposal(tx, &args.id, &args.field, &args.value, now))?;
    Ok(Nothing {})
}

pub(crate) fn rule(call: &Call<'_>, args: LateDecision) -> Result<Nothing> {
    call.write(op(call, "proposal-rule", &args.id)?, |tx| verbs::rule(tx, &args.id, args.ruling, &args.reason))?;
    Ok(Nothing {})
}

pub(crate) fn remove(call: &Call<'_>, args: Id) -> Result<Nothing> {
    call.write(op(call, "proposal-remove", &args.id)?, |tx| remove_proposal(tx, &args.id))?;
    Ok(Nothing {})
}

pub(crate) fn set_check(call: &Call<'_>, args: TypedCheck) -> Result<Nothing> {
    let key = format!("{}.{}", args.proposal, args.item);
    let op = op(call, "item-check-edit", &args.proposal)?.field("item_check", &key, &args.field, &["state"]);
    call.write(op, |tx| check::set_check(tx, &args.proposal, &args.item, &args.field, &args.value))?;
    Ok(Nothing {})
}

pub(crate) fn set_answer(call: &Call<'_>, args: TypedAnswer) -> Result<Nothing> {
    let key = format!("{}.{}", args.proposal, args.requirement);
    let op = op(call, "requirement-answer-edit", &args.proposal)?;
    let op = op.field("requirement_answer", &key, &args.field, &["answer"]);
    call.write(op, |tx| check::set_answer(tx, &args.proposal, &args.requirement, &args.field, &args.value))?;
    Ok(Nothing {})
}

/// The company of a bidder, and its procurement.
pub(crate) fn named(read: &Read<'_>, bidder: &str) -> Result<(String, String)> {
    let bidder: bidder::Bidder = read.get(bidder)?;
    Ok((read.get::<vendor::Vendor>(&bidder.vendor)?.name, bidder.procurement))
}

/// An act on a proposal, told by the name of its company.
pub(crate) fn op(call: &Call<'_>, name: &'static str, proposal: &str) -> Result<Op> {
    call.read(|read| {
        let stored: Proposal = read.get(proposal)?;
        read.get::<Procurement>(&stored.procurement)?;
        let (company, procurement) = named(read, &stored.bidder)?;
        Ok(Op::new(name).what(company).scope(procurement))
    })
}

/// The moment with its year.
pub(crate) fn in_words(call: &Call<'_>, at: Moment) -> String {
    calendar::moment(at, call.lang(), Style::Western)
}
