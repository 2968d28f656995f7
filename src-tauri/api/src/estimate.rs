//! Commands about estimates and their lines, and finding estimates again.

use sentei_core::calendar::{self, Style};
use sentei_core::decision::fixed::{may_change, may_change_line, set_estimate};
use sentei_core::journal::Op;
use sentei_core::marking::sheet::price_open;
use sentei_core::marking::shut::remove_estimate;
use sentei_core::procurement::cannot_read;
use sentei_core::proposal::amount::{grouped, read_amount};
use sentei_core::proposal::estimate::{self as verbs, TypedLine};
use sentei_core::proposal::find::{find, Found, Sought};
use sentei_core::proposal::{Estimate, EstimateLine};
use sentei_core::storage::Read;
use sentei_core::{Error, Result};
use sentei_papers::estimate_index::{estimate_index_xlsx, IndexPaper, IndexRow};
use sentei_papers::{day_in_name, file_name, folder};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Id, Nothing};
use crate::criterion::TypedField;
use crate::evaluator::MoveItem;
use crate::proposal::{moment_typed, op};
use crate::Call;

/// A new estimate.
#[derive(Debug, Deserialize, TS)]
pub struct NewEstimate {
    proposal: String,
    /// Why it takes the place of the one before; nothing for the first.
    #[ts(optional)]
    reason: Option<String>,
    /// When it came, as typed; now where nothing is said.
    #[ts(optional)]
    received_at: Option<String>,
}

/// A new line, as typed or pasted; what is left out is open.
#[derive(Debug, Deserialize, TS)]
pub struct NewEstimateLine {
    estimate: String,
    #[ts(optional)]
    after: Option<String>,
    #[ts(optional)]
    kind: Option<String>,
    #[ts(optional)]
    title: Option<String>,
    #[ts(optional)]
    unit_price: Option<String>,
    #[ts(optional)]
    quantity: Option<String>,
    #[ts(optional)]
    unit: Option<String>,
    #[ts(optional)]
    from_month: Option<String>,
    #[ts(optional)]
    to_month: Option<String>,
    #[ts(optional)]
    tax: Option<String>,
}

/// Which estimates are sought, as typed; nothing is any.
#[derive(Debug, Clone, Default, Deserialize, TS)]
pub struct SoughtEstimates {
    #[ts(optional)]
    from: Option<String>,
    #[ts(optional)]
    to: Option<String>,
    #[ts(optional)]
    least: Option<String>,
    #[ts(optional)]
    most: Option<String>,
    #[ts(optional)]
    party: Option<String>,
}

/// The estimates to list in a file.
#[derive(Debug, Deserialize, TS)]
pub struct ExportEstimates {
    sought: SoughtEstimates,
    /// The folder it is written into.
    to: String,
}

/// A file that was written.
#[derive(Debug, Serialize, TS)]
pub struct WrittenFile {
    pub(crate) file: String,
}

/// Estimates that were found.
#[derive(Debug, Serialize, TS)]
pub struct FoundEstimates {
    rows: Vec<FoundEstimate>,
}

/// An estimate that was found, or a file of one nobody has typed in yet.
#[derive(Debug, Serialize, TS)]
pub struct FoundEstimate {
    procurement: String,
    title: String,
    is_sample: bool,
    bidder: String,
    party: String,
    /// `2027-04-01`
    date: String,
    date_text: String,
    revision: Option<i64>,
    without_tax: String,
    with_tax: String,
    amount: Option<i64>,
    /// Prices of the procurement are kept closed as yet.
    closed: bool,
    file: Option<String>,
    file_name: String,
    sha256: String,
}

pub(crate) fn add(call: &Call<'_>, args: NewEstimate) -> Result<Id> {
    let at = moment_typed(call, args.received_at.as_deref())?;
    let op = op(call, "estimate-add", &args.proposal)?;
    let reason = args.reason.unwrap_or_default();
    let id = call.write(op, |tx| verbs::add(tx, &args.proposal, &reason, at))?;
    Ok(Id { id })
}

pub(crate) fn set(call: &Call<'_>, args: TypedField) -> Result<Nothing> {
    let op = estimate_op(call, "estimate-edit", &args.id)?.burst(format!("estimate.{}.{}", args.id, args.field));
    call.write(op, |tx| set_estimate(tx, &args.id, &args.field, &args.value, (call.today(), call.lang())))?;
    Ok(Nothing {})
}

pub(crate) fn remove(call: &Call<'_>, args: Id) -> Result<Nothing> {
    call.write(estimate_op(call, "estimate-remove", &args.id)?, |tx| {
        may_change(tx, &args.id)?;
        remove_estimate(tx, &args.id)
    })?;
    Ok(Nothing {})
}

pub(crate) fn add_line(call: &Call<'_>, args: NewEstimateLine) -> Result<Id> {
    let op = estimate_op(call, "estimate-line-add", &args.estimate)?;
    let said = |cell: Option<String>| cell.unwrap_or_default();
    let typed = TypedLine {
        kind: said(args.kind),
        title: said(args.title),
        unit_price: said(args.unit_price),
        quantity: said(args.quantity),
        unit: said(args.unit),
        from_month: said(args.from_month),
        to_month: said(args.to_month),
        tax: said(args.tax),
    };
    let id = call.write(op, |tx| {
        may_change(tx, &args.estimate)?;
        verbs::add_line(tx, &args.estimate, &typed, args.after.as_deref())
    })?;
    Ok(Id { id })
}

pub(crate) fn set_line(call: &Call<'_>, args: TypedField) -> Result<Nothing> {
    let op = line_op(call, "estimate-line-edit", &args.id)?;
    let op = op.field("estimate_line", &args.id, &args.field, &["kind", "tax"]);
    call.write(op, |tx| {
        may_change_line(tx, &args.id)?;
        verbs::set_line(tx, &args.id, &args.field, &args.value)
    })?;
    Ok(Nothing {})
}

pub(crate) fn remove_line(call: &Call<'_>, args: Id) -> Result<Nothing> {
    call.write(line_op(call, "estimate-line-remove", &args.id)?, |tx| {
        may_change_line(tx, &args.id)?;
        verbs::remove_line(tx, &args.id)
    })?;
    Ok(Nothing {})
}

pub(crate) fn shift_line(call: &Call<'_>, args: MoveItem) -> Result<Nothing> {
    let op = line_op(call, "estimate-line-move", &args.id)?;
    call.write(op, |tx| {
        may_change_line(tx, &args.id)?;
        verbs::shift_line(tx, &args.id, args.after.as_deref())
    })?;
    Ok(Nothing {})
}

fn estimate_op(call: &Call<'_>, name: &'static str, id: &str) -> Result<Op> {
    let estimate: Estimate = call.read(|read| read.get(id))?;
    op(call, name, &estimate.proposal)
}

fn line_op(call: &Call<'_>, name: &'static str, id: &str) -> Result<Op> {
    let line: EstimateLine = call.read(|read| read.get(id))?;
    estimate_op(call, name, &line.estimate)
}

/// What was typed, read.
fn sought(call: &Call<'_>, args: &SoughtEstimates) -> Result<Sought> {
    let typed =
        |cell: &Option<String>| cell.as_deref().map(str::trim).filter(|cell| !cell.is_empty()).map(str::to_owned);
    let day = |cell: &Option<String>| {
        let read = |typed: String| {
            calendar::read_day(&typed, call.today()).map_err(|unread| cannot_read(unread, &typed, call.lang()))
        };
        typed(cell).map(read).transpose()
    };
    let amount = |cell: &Option<String>| {
        let read = |typed: String| {
            let amount = read_amount(&typed).map(|amount| amount.value);
            amount.ok_or_else(|| Error::say("error-amount").arg("typed", typed))
        };
        typed(cell).map(read).transpose()
    };
    let sought = Sought {
        from: day(&args.from)?,
        to: day(&args.to)?,
        least: amount(&args.least)?,
        most: amount(&args.most)?,
        party: typed(&args.party).unwrap_or_default(),
    };
    if sought.from.zip(sought.to).is_some_and(|(from, to)| from > to) {
        return Err(Error::say("error-sought-days"));
    }
    if sought.least.zip(sought.most).is_some_and(|(least, most)| least > most) {
        return Err(Error::say("error-sought-amounts"));
    }
    Ok(sought)
}

/// What was found, and whether its prices are closed. Those tell no amount, and are not found by one.
fn open_ones(read: &Read<'_>, found: Vec<Found>, sought: &Sought) -> Result<Vec<(Found, bool)>> {
    let by_amount = sought.least.is_some() || sought.most.is_some();
    let mut rows = Vec::new();
    for one in found {
        if price_open(read, &one.procurement.id)? {
            rows.push((one, false));
        } else if !by_amount {
            rows.push((Found { amounts: None, ..one }, true));
        }
    }
    Ok(rows)
}

pub(crate) fn seek(call: &Call<'_>, args: SoughtEstimates) -> Result<FoundEstimates> {
    let sought = sought(call, &args)?;
    let found = call.read(|read| open_ones(read, find(read, &sought)?, &sought))?;
    let rows = found.into_iter().map(|(one, closed)| FoundEstimate {
        closed,
        procurement: one.procurement.id,
        title: one.procurement.title,
        is_sample: one.procurement.is_sample,
        bidder: one.bidder.id,
        party: one.party,
        date: one.date.to_string(),
        date_text: calendar::plain_day(one.date, call.lang(), Style::Western),
        revision: one.estimate.map(|estimate| estimate.revision),
        without_tax: one.amounts.map(|(without, _)| grouped(without)).unwrap_or_default(),
        with_tax: one.amounts.map(|(_, with)| grouped(with)).unwrap_or_default(),
        amount: one.amounts.map(|(_, with)| with),
        file_name: one.file.as_ref().map(|file| file.name.clone()).unwrap_or_default(),
        sha256: one.file.as_ref().map(|file| file.sha256.clone()).unwrap_or_default(),
        file: one.file.map(|file| file.id),
    });
    Ok(FoundEstimates { rows: rows.collect() })
}

/// Writes the index sheet; nothing in the library changes.
pub(crate) fn export_index(call: &Call<'_>, args: ExportEstimates) -> Result<WrittenFile> {
    let sought = sought(call, &args.sought)?;
    let found = call.read(|read| open_ones(read, find(read, &sought)?, &sought))?;
    if found.is_empty() {
        return Err(Error::say("error-index-nothing"));
    }
    let lang = call.lang();
    let rows = found.into_iter().map(|(one, closed)| IndexRow {
        closed,
        date: one.date,
        party: one.party,
        amounts: one.amounts,
        title: one.procurement.title,
        revision: one.estimate.map(|estimate| estimate.revision),
        file: one.file.as_ref().map(|file| file.name.clone()).unwrap_or_default(),
        sha256: one.file.map(|file| file.sha256).unwrap_or_default(),
    });
    let paper = IndexPaper { lang, rows: rows.collect() };
    let name = file_name("", &lang.word("estimate-index-title"), &day_in_name(call.today(), lang), None);
    let _ = std::fs::create_dir_all(&args.to);
    let bytes = estimate_index_xlsx(&paper, call.stamp().at)?;
    let written = folder::write_all(std::path::Path::new(&args.to), &[(format!("{name}.xlsx"), bytes)])?;
    Ok(WrittenFile { file: written.first().map(|path| path.display().to_string()).unwrap_or_default() })
}
