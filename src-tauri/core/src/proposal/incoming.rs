//! Estimates and answers to requirements from sheets and pasted rows: what each row says, and what it would change.

mod cells;
mod columns;
mod gross;
mod sums;

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde::Serialize;
use ts_rs::TS;

use self::cells::{amount_in, is_nothing, repeats, Cells};
pub use self::columns::{aligned, estimate_columns, EstimateColumn, EstimateColumns};
use self::columns::{answer_columns, is_tax_amount, priced_above, AnswerColumn, Heading, Paid};
use self::gross::{disagreeing, is_price_net, without_gross};
use self::sums::{adding_up, Weighed};
use super::amount::{grouped, read_amount_in, read_kind, read_product, read_tax, typed_quantity, LAST_MONTH};
use super::check::{asked, set_answer};
use super::estimate::{self, read_line, replace_lines, usual_tax, without_months, TypedLine, MOST_LINES};
use super::price::{estimates, lines, total, Basis};
use super::{answers, Estimate, EstimateLine, Fit, LineKind, Proposal, Tax};
use crate::journal::Tx;
use crate::l10n::{fold, Lang};
use crate::rfp::Level;
use crate::storage::Read;
use crate::{Error, Result, Text};

/// What a row would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ProposalRowState")]
pub enum RowState {
    /// It says something new.
    New,
    /// It says what is held already.
    Same,
    /// It says something else than what is held.
    Changed,
    /// Something in it cannot be read.
    Wrong,
}

/// A row of an estimate as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomingLine {
    /// Its row in the sheet, from 1.
    pub at: usize,
    /// The line it becomes, for no estimate yet.
    pub line: EstimateLine,
    /// What it would do.
    pub state: RowState,
    /// What is to be known about it.
    pub message: Option<Text>,
}

/// What an estimate would become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomingEstimate {
    /// Its lines.
    pub rows: Vec<IncomingLine>,
    /// Titles of lines that are held and are not in it.
    pub gone: Vec<String>,
    /// The total without and with tax that is held.
    pub before: Option<(i64, i64)>,
    /// The total without and with tax it would have; none while a price is not known.
    pub after: Option<(i64, i64)>,
    /// There are lines already, so that this becomes a later estimate and needs a reason.
    pub replaces: bool,
    /// Which rows are left out, and why, and of which the tax is not known.
    pub notes: Vec<Text>,
}

impl IncomingEstimate {
    /// Nothing that could be read.
    pub fn none() -> Self {
        Self { rows: Vec::new(), gone: Vec::new(), before: None, after: None, replaces: false, notes: Vec::new() }
    }
}

/// Rows are named up to so many.
const MOST_NAMED: usize = 20;
/// Says of the first line of a row which amounts of it are in none, and keeps them in its title.
fn tell_left(rows: &mut [IncomingLine], left: &[String]) {
    let Some(row) = rows.first_mut().filter(|_| !left.is_empty()) else { return };
    let amounts = left.join(" / ");
    row.line.title = kept_in(&row.line.title, &amounts);
    row.message = Some(Text::new("incoming-left").arg("amounts", amounts));
    row.state = RowState::Wrong;
}

/// A title with words behind it that went into no cell of its line.
fn kept_in(title: &str, words: &str) -> String {
    format!("{title} ({words})").trim().to_owned()
}

/// Rows by their numbers and titles.
fn named(rows: &[(usize, String)]) -> String {
    let mut words: Vec<String> = rows.iter().take(MOST_NAMED).map(|(at, title)| format!("{at}: {title}")).collect();
    if rows.len() > MOST_NAMED {
        words.push("…".into());
    }
    words.join(" / ")
}

/// Reads an estimate out of a table by its columns, and compares it with the one that holds.
///
/// # Errors
/// A sentence where no column holds the lines or none their prices, or there is no line in them.
pub fn read_estimate(
    read: &Read<'_>,
    proposal: &str,
    table: &[Vec<String>],
    columns: &EstimateColumns,
) -> Result<IncomingEstimate> {
    let stored: Proposal = read.get(proposal)?;
    if !columns.holds_lines() {
        return Err(Error::say("error-estimate-columns").code("columns"));
    }
    let headings = &columns.headings;
    let basis = Basis::of(read, &stored.procurement)?;
    let mut rows: Vec<IncomingLine> = Vec::new();
    let mut weighed: Vec<(Option<Paid>, Weighed)> = Vec::new();
    let (mut sums, mut bare) = (Vec::new(), Vec::new());
    let first_below = columns.head.map_or(0, |head| head + 1);
    let whole = table.iter().skip(first_below).map(|cells| Cells { cells, headings });
    let whole: Vec<Cells<'_>> = whole.filter(|row| row.sum().is_none()).collect();
    let net = &without_gross(headings, is_price_net(&whole, basis.tax_rate));
    // An amount with tax stands in for the one without it where that is left empty.
    let below = || {
        let rows = table.iter().enumerate().skip(first_below);
        rows.map(move |(at, cells)| {
            let of_net = Cells { cells, headings: net };
            (at, if of_net.has_price() { of_net } else { Cells { cells, headings } })
        })
    };
    // Words as 「税込」 or “included” over other columns are about something else.
    let over_money = net.iter().filter(|heading| heading.is_money()).find_map(|heading| heading.tax);
    let is_within = |heading: &Heading| heading.column == EstimateColumn::Nothing && heading.is_tax_within();
    let has_within = net == headings && headings.iter().any(is_within);
    let of_all = over_money.or(has_within.then_some(Tax::Included));
    let told: Vec<Tax> = below().filter(|(_, row)| row.sum().is_none()).filter_map(|(_, row)| row.tax()).collect();
    let tax = of_all.unwrap_or_else(|| usual_tax(told.iter().copied()));
    // Where some rows are with tax, what the others are is not known from nothing being said.
    let is_mixed = of_all.is_none() && told.contains(&Tax::Included);
    let mut untold = Vec::new();
    let above = priced_above(table, columns.head);
    for (at, cells) in below() {
        if let Some(words) = cells.sum() {
            sums.push((at + 1, words));
        } else if cells.is_line() {
            let first = rows.len();
            let parts = cells.parts();
            for headings in &parts {
                let part = Cells { cells: cells.cells, headings };
                let yearly = part.price().filter(|_| part.paid() == Some(Paid::Yearly));
                let by_year = yearly.and_then(|(words, heading)| amount_in(words, heading));
                if by_year.is_some_and(|value| repeats(&rows[first..], value, basis.months)) {
                    continue;
                }
                let row = estimate_row(at + 1, part, parts.len() > 1, tax, basis.months)?;
                if is_mixed && part.tax().is_none() {
                    untold.push((row.at, row.line.title.clone()));
                }
                let alone = !part.has(EstimateColumn::Quantity)
                    && !part.has(EstimateColumn::Months)
                    && part.has(EstimateColumn::UnitPrice) != part.has(EstimateColumn::Amount);
                let amount = part.said().or_else(|| over(&row.line, 1));
                weighed.push((part.paid(), Weighed { amount, alone, sums: sums.len() }));
                rows.push(row);
            }
            let left = cells.left(&parts, &rows[first..], basis.months);
            tell_left(&mut rows[first..], &left);
        } else if cells.has(EstimateColumn::Title) {
            bare.push((at + 1, cells.words(EstimateColumn::Title)));
        }
    }
    if rows.is_empty() {
        return Err(Error::say("error-estimate-empty").code("columns"));
    }
    if rows.len() > MOST_LINES {
        return Err(Error::say("error-estimate-lines").arg("most", MOST_LINES));
    }
    let of_lines: Vec<(usize, Cells<'_>)> = below().filter(|(_, row)| row.sum().is_none() && row.is_line()).collect();
    let unplaced = unplaced(&of_lines, net, &rows, basis.months);
    let uncounted = uncounted(&of_lines, net, &rows, basis.months);
    let disagreeing = disagreeing(&of_lines, &rows, &basis);
    // What is paid once adds up for itself, and so does what is paid monthly. The row is a sum in all its columns.
    let added_up = [None, Some(Paid::Once), Some(Paid::Monthly), Some(Paid::Yearly)].into_iter().flat_map(|paid| {
        let of = weighed.iter().enumerate().filter(|(_, (its, _))| *its == paid);
        let (places, of): (Vec<usize>, Vec<Weighed>) = of.map(|(place, (_, row))| (place, *row)).unzip();
        adding_up(&of).into_iter().map(|found| rows[places[found]].at).collect::<Vec<_>>()
    });
    let added_up: BTreeSet<usize> = added_up.collect();
    let added = rows.iter().filter(|row| added_up.contains(&row.at));
    let mut added: Vec<(usize, String)> = added.map(|row| (row.at, row.line.title.clone())).collect();
    added.dedup_by_key(|(at, _)| *at);
    rows.retain(|row| !added_up.contains(&row.at));
    untold.retain(|(at, _)| rows.iter().any(|row| row.at == *at));
    untold.dedup();
    let of_tax = if tax == Tax::Included { "incoming-tax-included" } else { "incoming-tax-excluded" };
    let named_rows = [
        ("incoming-above", &above),
        ("incoming-sums", &sums),
        ("incoming-added-up", &added),
        ("incoming-bare", &bare),
        ("incoming-unplaced", &unplaced),
        ("incoming-numbers", &uncounted),
        ("incoming-gross", &disagreeing),
        (of_tax, &untold),
    ];
    let notes = named_rows.into_iter().filter(|(_, rows)| !rows.is_empty());
    let notes = notes.map(|(id, rows)| Text::new(id).arg("rows", named(rows))).collect();
    let held = match estimates(read, proposal)?.pop() {
        Some(last) => lines(read, &last.id)?,
        None => Vec::new(),
    };
    let mut left: Vec<&EstimateLine> = held.iter().collect();
    for row in rows.iter_mut().filter(|row| row.state != RowState::Wrong) {
        let alike = |line: &&&EstimateLine| fold(&line.title) == fold(&row.line.title);
        let Some(place) = left.iter().position(|line| alike(&line)) else { continue };
        let before = left.remove(place);
        row.state = if same(before, &row.line) { RowState::Same } else { RowState::Changed };
    }
    let sum = |lines: &[EstimateLine]| {
        let sum = total(lines, &basis);
        (sum.open == 0 && !lines.is_empty()).then_some((sum.without_tax, sum.with_tax))
    };
    let new: Vec<EstimateLine> = rows.iter().map(|row| row.line.clone()).collect();
    Ok(IncomingEstimate {
        gone: left.into_iter().map(|line| line.title.clone()).collect(),
        before: sum(&held),
        after: sum(&new),
        replaces: !held.is_empty(),
        rows,
        notes,
    })
}

/// The lines that a row of the sheet became, by its number from 1.
fn lines_of(rows: &[IncomingLine], at: usize) -> &[IncomingLine] {
    &rows[rows.partition_point(|row| row.at < at)..rows.partition_point(|row| row.at <= at)]
}

/// Whether more than half of what stands below a heading are amounts of money.
fn is_mostly_money(heading: &Heading, filled: &[(usize, Cells<'_>, &str)]) -> bool {
    let is_money = |words: &str| heading.says_money(words) || heading.looks_like_money(words);
    filled.iter().filter(|(_, _, words)| is_money(words)).count() * 2 > filled.len()
}

/// What stands in a column: the rows from 0, and the words.
fn filled_of<'a>(below: &[(usize, Cells<'a>)], place: usize, heading: &Heading) -> Vec<(usize, Cells<'a>, &'a str)> {
    let cells = below.iter().filter_map(|(at, row)| Some((*at, *row, row.cells.get(place)?.trim())));
    cells.filter(|(_, _, words)| !is_nothing(words, heading)).collect()
}

/// The columns of amounts that go nowhere: of each the row of the first amount that says nothing again that is in its lines,
/// with its heading.
fn unplaced(
    below: &[(usize, Cells<'_>)],
    headings: &[Heading],
    rows: &[IncomingLine],
    months: i64,
) -> Vec<(usize, String)> {
    let of_column = |(place, heading): (usize, &Heading)| {
        let is_again = |at: usize, row: Cells<'_>, words: &str| {
            let is_second = row.money().iter().any(|(_, _, taken)| heading.is_beside(taken));
            let value = amount_in(words, heading).filter(|_| !is_second);
            value.is_some_and(|value| repeats(lines_of(rows, at + 1), value, months))
        };
        let filled = filled_of(below, place, heading);
        let is_mostly = is_mostly_money(heading, &filled);
        let is_left = |words: &str| heading.says_money(words) || is_mostly && heading.looks_like_money(words);
        let (at, _, words) =
            filled.into_iter().find(|(at, row, words)| is_left(words) && !is_again(*at, *row, words))?;
        Some((at + 1, format!("{} {words}", heading.name).trim().to_owned()))
    };
    headings.iter().enumerate().filter(|(_, heading)| heading.is_open()).filter_map(of_column).collect()
}

/// The columns with a number in every line that goes nowhere, although a price of one could be multiplied by it and no amount
/// shows that it is not: of each the row of the first such number, with its heading.
fn uncounted(
    below: &[(usize, Cells<'_>)],
    headings: &[Heading],
    rows: &[IncomingLine],
    months: i64,
) -> Vec<(usize, String)> {
    let title = headings.iter().position(|heading| heading.column == EstimateColumn::Title);
    let of_column = |(place, heading): (usize, &Heading)| {
        let cells = below.iter().map(|(at, row)| (*at, *row, row.cells.get(place).map_or("", |cell| cell.trim())));
        let cells: Vec<(usize, Cells<'_>, &str)> = cells.collect();
        let numbers: Option<Vec<Decimal>> = cells.iter().map(|(_, _, words)| heading.number(words)).collect();
        let numbers = numbers.filter(|_| !is_mostly_money(heading, &cells))?;
        // What rises from line to line before the titles are the numbers of the lines.
        if title.is_some_and(|title| place < title) && numbers.windows(2).all(|pair| pair[0] < pair[1]) {
            return None;
        }
        let is_lost = |at: usize, row: Cells<'_>, number: Decimal| {
            let lines = lines_of(rows, at + 1);
            let is_taken = heading.column != EstimateColumn::Nothing && row.place(heading.column) == Some(place);
            let is_proven = row.said().is_some_and(|said| {
                let comes_to = |line: &EstimateLine| [1, months_of(line, months)].map(|count| over(line, count));
                lines.iter().any(|one| comes_to(&one.line).contains(&Some(said)))
            });
            let is_again = lines.iter().any(|one| counts(&one.line, number, months));
            row.has(EstimateColumn::UnitPrice) && number != Decimal::ONE && !is_taken && !is_proven && !is_again
        };
        let mut places = cells.iter().zip(&numbers);
        let ((at, _, words), _) = places.find(|((at, row, _), number)| is_lost(*at, *row, **number))?;
        Some((at + 1, format!("{} {words}", heading.name).trim().to_owned()))
    };
    let is_number = |heading: &Heading| !heading.is_money() && !heading.is_sum() && !heading.is_tax();
    headings.iter().enumerate().filter(|(_, heading)| is_number(heading)).filter_map(of_column).collect()
}

/// Whether a line is counted by a number: by its quantity, by its months or by both.
fn counts(line: &EstimateLine, number: Decimal, months: i64) -> bool {
    let quantity: Decimal = line.quantity.parse().unwrap_or(Decimal::ONE);
    let months = Decimal::from(months_of(line, months));
    number == quantity || number == months || quantity.checked_mul(months) == Some(number)
}

fn same(a: &EstimateLine, b: &EstimateLine) -> bool {
    let bare = |line: &EstimateLine| EstimateLine {
        id: String::new(),
        estimate: String::new(),
        position: String::new(),
        ..line.clone()
    };
    bare(a) == bare(b)
}

/// The line a row becomes, alone or as one of its parts, where the contract runs so many months.
fn estimate_row(at: usize, cells: Cells<'_>, is_part: bool, tax: Tax, months: i64) -> Result<IncomingLine> {
    let words = |wanted| cells.words(wanted);
    let price = cells.price();
    let paid = cells.paid();
    let mut typed = TypedLine {
        kind: words(EstimateColumn::Kind),
        title: words(EstimateColumn::Title),
        unit_price: String::new(),
        quantity: words(EstimateColumn::Quantity),
        unit: words(EstimateColumn::Unit),
        from_month: words(EstimateColumn::FromMonth),
        to_month: words(EstimateColumn::ToMonth),
        tax: Some(words(EstimateColumn::Tax)).filter(|words| !is_tax_amount(words)).unwrap_or_default(),
    };
    // A sum that stands alone already holds the quantity.
    let is_sum = price.is_some() && !cells.has(EstimateColumn::UnitPrice);
    let mut in_sum = if is_sum { std::mem::take(&mut typed.quantity) } else { String::new() };
    let mut span = words(EstimateColumn::Months);
    if !fold(&span).contains(char::is_alphanumeric) {
        span.clear();
    }
    // And its months, unless it is the price of one of them.
    let in_price = price.and_then(|(words, heading)| read_amount_in(words, heading.times_of(words)));
    let is_by_month = paid == Some(Paid::Monthly) || in_price.is_some_and(|amount| amount.monthly);
    if is_sum && !is_by_month {
        let months = std::mem::take(&mut span);
        if in_sum.is_empty() {
            in_sum = months;
        }
    }
    // Of two lines in one row the headings tell which is which.
    if is_part && paid.is_some() && read_kind(&typed.kind).is_some() {
        typed.kind.clear();
    }
    let mut unread = Vec::new();
    let mut by_year = None;
    let mut parted = None;
    let mut turned = None;
    let is_tax_unread = !typed.tax.is_empty() && read_tax(&typed.tax).is_none();
    if let Some((words, heading)) = price {
        let is_counted = !typed.quantity.is_empty() || !in_sum.is_empty();
        let times = heading.times_of(words);
        let product = || read_product(words, times).filter(|_| !is_counted);
        if paid == Some(Paid::Yearly) && in_price.is_some() {
            by_year = Some(format!("{} {words}", heading.name));
        } else if let Some(amount) = in_price {
            typed.unit_price = amount.value.to_string();
            if amount.monthly && typed.kind.is_empty() {
                "monthly".clone_into(&mut typed.kind);
            }
        } else if let Some((amount, quantity)) = product() {
            typed.unit_price = amount.value.to_string();
            let told = Text::new("incoming-product").arg("typed", words).arg("price", grouped(amount.value));
            parted = Some(told.arg("quantity", &quantity));
            typed.quantity = quantity;
        } else {
            unread.push(words.to_owned());
        }
    }
    // What cannot be read leaves its cell open and stays to be read in the title.
    let mut line = loop {
        if typed.kind.is_empty() {
            paid.map_or("", Paid::kind).clone_into(&mut typed.kind);
        }
        let cause = match read_line(&typed, tax) {
            Ok(line) => break line,
            Err(cause) => cause,
        };
        if cause.message().1 == "error-months-order" {
            turned = Some((std::mem::take(&mut typed.from_month), std::mem::take(&mut typed.to_month)));
            continue;
        }
        let cells = [
            &mut typed.quantity,
            &mut typed.from_month,
            &mut typed.to_month,
            &mut typed.tax,
            &mut typed.kind,
            &mut typed.unit,
        ];
        let Some(cell) = cells.into_iter().find(|cell| !cell.is_empty() && !reads_alone(cell, &cause)) else {
            return Err(cause);
        };
        unread.push(std::mem::take(cell));
    };
    let count = crate::amount::months(&span).filter(|count| (1..=LAST_MONTH).contains(count));
    let is_open = typed.kind.is_empty() && read_kind(&typed.title).is_none();
    if is_open && count.is_some_and(|count| is_price_of_month(&line, cells, count)) {
        line.kind = LineKind::Monthly;
    }
    // A single month is no other way to pay once, and the months of a row with two lines are those of its monthly one.
    let is_beside = line.kind != LineKind::Monthly && (is_part || count == Some(1));
    if !span.is_empty() && !is_beside {
        let runs = count.filter(|_| turned.is_none()).is_some_and(|count| run_for(&mut line, count));
        if !runs {
            unread.push(span);
        }
    }
    line.tax = cells.tax().or_else(|| price?.1.tax).unwrap_or(tax);
    let has_months = without_months(&mut line) || turned.is_some() && line.kind != LineKind::Monthly;
    let mut message = has_months.then(|| Text::new("incoming-months"));
    let mut state = RowState::New;
    if let Some((from, to)) = turned.filter(|_| line.kind == LineKind::Monthly) {
        if unread.is_empty() {
            state = RowState::Wrong;
            message = Some(Text::new("incoming-months-order").arg("from", from).arg("to", to));
        } else {
            // One sentence tells of all cells that are left out.
            unread.push(format!("{from}〜{to}"));
        }
    }
    if unread.is_empty() {
        let said = cells.said().filter(|_| cells.has(EstimateColumn::UnitPrice));
        let is_work = cells.cell(EstimateColumn::Quantity).is_some_and(|(_, heading)| heading.counts_work());
        let of_unit = if is_work { None } else { unit_of_quantity(&mut line, said, months) };
        let amounts = of_unit.or_else(|| differs(&line, said?, months));
        let notes = [quantity_in_sum(&line, &in_sum), beyond_term(&line, months), amounts, against(&line, cells)];
        message = notes.into_iter().fold(message, Option::or);
        if parted.is_some() {
            (state, message) = (RowState::Wrong, parted);
        }
    } else {
        state = RowState::Wrong;
        let told = Text::new(if is_tax_unread { "incoming-cell-tax" } else { "incoming-cell" });
        let told = told.arg("typed", unread.join(" / "));
        message =
            Some(if is_tax_unread { told.arg("tax", line.tax.word()).arg("others", unread.len() - 1) } else { told });
        line.title = kept_in(&line.title, &unread.join(" / "));
    }
    if let Some(amount) = by_year {
        line.title = kept_in(&line.title, &amount);
        if unread.is_empty() {
            message = Some(Text::new("incoming-by-year").arg("amount", amount));
        }
        state = RowState::Wrong;
    }
    Ok(IncomingLine { at, line, state, message })
}

/// Whether the price of one is that of a month although nothing says it: beside it stand a number of months, and the amount
/// over them or none.
fn is_price_of_month(line: &EstimateLine, cells: Cells<'_>, count: i64) -> bool {
    let is_of_months = || cells.said().is_none_or(|said| over(line, count) == Some(said));
    count > 1 && cells.has(EstimateColumn::UnitPrice) && line.unit_price.is_some() && is_of_months()
}

/// Lets a line run for so many months from its first one, where it has no last one; whether there are as many.
fn run_for(line: &mut EstimateLine, count: i64) -> bool {
    let from = line.from_month.unwrap_or(1);
    let to = line.to_month.unwrap_or(from + count - 1);
    if to <= LAST_MONTH {
        (line.from_month, line.to_month) = (Some(from), Some(to));
    }
    to <= LAST_MONTH
}

/// Takes the quantity of a monthly line without a unit for months where the amounts show it, and otherwise asks what it
/// counts.
fn unit_of_quantity(line: &mut EstimateLine, said: Option<i64>, months: i64) -> Option<Text> {
    if line.kind != LineKind::Monthly || !line.unit.is_empty() || line.from_month.or(line.to_month).is_some() {
        return None;
    }
    let count = line.quantity.parse::<i64>().ok().filter(|count| *count > 1)?;
    if said.is_some() && said == over(line, 1) && count == months {
        "1".clone_into(&mut line.quantity);
        (line.from_month, line.to_month) = (Some(1), Some(count));
        return None;
    }
    // What runs over the whole term counts something else than its months.
    let runs = said.is_some() && said == over(line, months);
    (!runs).then(|| Text::new("incoming-quantity").arg("quantity", count).arg("months", months))
}

/// That a line is monthly by its heading alone, although its title says that it is paid once.
fn against(line: &EstimateLine, cells: Cells<'_>) -> Option<Text> {
    let (_, heading) = cells.price()?;
    let is_by_heading = heading.paid == Some(Paid::Monthly) && !cells.has(EstimateColumn::Kind);
    let is_against =
        is_by_heading && line.kind == LineKind::Monthly && read_kind(&line.title) == Some(LineKind::OneOff);
    is_against.then(|| Text::new("incoming-kind-heading").arg("heading", &heading.name))
}

/// That the quantity beside a monthly sum is left out.
fn quantity_in_sum(line: &EstimateLine, typed: &str) -> Option<Text> {
    let is_one = typed.is_empty() || typed_quantity(typed).is_ok_and(|(number, _)| number == "1");
    let is_lost = line.kind == LineKind::Monthly && !is_one;
    is_lost.then(|| Text::new("incoming-quantity-in-sum").arg("quantity", typed))
}

/// That a line is paid for longer than prices are compared.
fn beyond_term(line: &EstimateLine, months: i64) -> Option<Text> {
    let to = line.to_month.filter(|to| *to > months)?;
    Some(Text::new("incoming-beyond-term").arg("to", to).arg("months", months))
}

/// In how many months a line is paid, where the contract runs for so many.
fn months_of(line: &EstimateLine, months: i64) -> i64 {
    match (line.from_month, line.to_month) {
        (None, None) if line.kind != LineKind::Monthly => 1,
        (from, to) => to.unwrap_or(months) - from.unwrap_or(1) + 1,
    }
}

/// Price × quantity over so many months.
fn over(line: &EstimateLine, months: i64) -> Option<i64> {
    let quantity: Decimal = if line.quantity.is_empty() { Decimal::ONE } else { line.quantity.parse().ok()? };
    let once = Decimal::from(line.unit_price?).checked_mul(quantity)?;
    i64::try_from(once.checked_mul(months.into())?.trunc()).ok()
}

/// Whether a cell is not the one that was refused.
fn reads_alone(cell: &str, cause: &Error) -> bool {
    let (_, _, args) = cause.message();
    args.get("typed").is_some_and(|typed| typed != cell.trim())
}

/// An amount beside the unit price that is another than price × quantity, once or over the months it is paid in.
fn differs(line: &EstimateLine, said: i64, months: i64) -> Option<Text> {
    let once = over(line, 1)?;
    (said != once && Some(said) != over(line, months_of(line, months)))
        .then(|| Text::new("incoming-sum").arg("said", grouped(said)).arg("is", grouped(once)))
}

/// Takes an estimate over: into the first one while it is empty, otherwise as a later one with its reason.
///
/// # Errors
/// Refused without a reason where there are lines already.
pub fn take_estimate(
    tx: &mut Tx<'_>,
    proposal: &str,
    incoming: &IncomingEstimate,
    reason: &str,
    file: Option<String>,
) -> Result<String> {
    let last = estimates(tx, proposal)?.pop();
    let id = match last {
        Some(last) if lines(tx, &last.id)?.is_empty() => last.id,
        _ => estimate::add(tx, proposal, reason, None)?,
    };
    let new: Vec<EstimateLine> = incoming.rows.iter().map(|row| row.line.clone()).collect();
    replace_lines(tx, &id, &new)?;
    if file.is_some() {
        let stored: Estimate = tx.get(&id)?;
        tx.update(&Estimate { file, ..stored })?;
    }
    Ok(id)
}

/// A row of a response sheet as it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "IncomingAnswer")]
pub struct IncomingAnswer {
    /// Its row in the sheet, from 1.
    pub at: usize,
    /// `R-001`.
    pub number: String,
    /// Key of the requirement; empty where there is none of this number.
    pub requirement: String,
    /// What is required.
    pub text: String,
    /// It is a must.
    pub must: bool,
    /// How it is answered.
    pub answer: Fit,
    /// The bidder's words.
    pub words: String,
    /// How it was answered before.
    pub answer_before: Fit,
    /// The words before.
    pub words_before: String,
    /// What it would do.
    pub state: RowState,
    /// What is to be known about it.
    pub message: Option<Text>,
}

/// Reads answers to requirements out of a table, and compares them with those that are held. Rows that say nothing are left
/// out.
///
/// # Errors
/// A sentence where no numbers or no answers are found.
pub fn read_answers(read: &Read<'_>, proposal: &str, table: &[Vec<String>]) -> Result<Vec<IncomingAnswer>> {
    let stored: Proposal = read.get(proposal)?;
    let asked = asked(read, &stored.procurement)?;
    let (head, columns) = answer_columns(table).ok_or_else(|| Error::say("error-response-columns"))?;
    let held: BTreeMap<String, (Fit, String)> = answers(read, proposal)?
        .into_iter()
        .map(|answer| (answer.requirement, (answer.answer, answer.words)))
        .collect();
    let mut rows = Vec::new();
    let mut seen = BTreeSet::new();
    for (at, cells) in table.iter().enumerate().skip(head) {
        let cell = |wanted: AnswerColumn| {
            let place = columns.iter().position(|column| *column == wanted);
            place.and_then(|place| cells.get(place)).map_or("", |cell| cell.trim())
        };
        let Some(number) = requirement_number(cell(AnswerColumn::Number)) else { continue };
        let (said, words) = (cell(AnswerColumn::Answer), cell(AnswerColumn::Words));
        if said.is_empty() && words.is_empty() {
            continue;
        }
        let mut row = IncomingAnswer {
            at: at + 1,
            number: format!("R-{number:03}"),
            requirement: String::new(),
            text: String::new(),
            must: false,
            answer: Fit::Unsaid,
            words: words.to_owned(),
            answer_before: Fit::Unsaid,
            words_before: String::new(),
            state: RowState::New,
            message: None,
        };
        let mut wrong = None;
        match read_fit(said) {
            Some(answer) => row.answer = answer,
            None => wrong = Some(Text::new("incoming-answer").arg("typed", said)),
        }
        match asked.iter().find(|one| one.number == row.number) {
            Some(one) => {
                row.requirement.clone_from(&one.id);
                row.text.clone_from(&one.text);
                row.must = one.level == Level::Must;
            }
            None => wrong = Some(Text::new("incoming-no-requirement").arg("number", &row.number)),
        }
        if !seen.insert(number) {
            wrong = Some(Text::new("incoming-number-twice").arg("number", &row.number));
        }
        if wrong.is_some() {
            row.state = RowState::Wrong;
            row.message = wrong;
        }
        if let Some((answer, words)) = held.get(&row.requirement) {
            row.answer_before = *answer;
            row.words_before.clone_from(words);
            if row.state != RowState::Wrong {
                let same = *answer == row.answer && *words == row.words;
                row.state = if same { RowState::Same } else { RowState::Changed };
            }
        }
        rows.push(row);
    }
    if rows.is_empty() {
        return Err(Error::say("error-response-empty"));
    }
    Ok(rows)
}

/// Takes the chosen answers over, and says how many.
pub fn take_answers(
    tx: &mut Tx<'_>,
    proposal: &str,
    rows: &[IncomingAnswer],
    chosen: &BTreeSet<usize>,
) -> Result<usize> {
    let mut taken = 0;
    let new = rows.iter().filter(|row| matches!(row.state, RowState::New | RowState::Changed));
    for row in new.filter(|row| chosen.contains(&row.at)) {
        set_answer(tx, proposal, &row.requirement, "answer", row.answer.word())?;
        set_answer(tx, proposal, &row.requirement, "words", &row.words)?;
        taken += 1;
    }
    Ok(taken)
}

/// The number in `R-012`, `Ｒ０１２` or `12`.
fn requirement_number(cell: &str) -> Option<u32> {
    let text = fold(cell);
    let digits = text.trim_start_matches(|c: char| c == 'r' || !c.is_alphanumeric());
    (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

/// How a bidder answers, in the words of either language's sheet or in the usual signs. Nothing said is no answer yet.
pub fn read_fit(said: &str) -> Option<Fit> {
    let text: String = fold(said).chars().filter(|c| !c.is_whitespace()).collect();
    if text.is_empty() {
        return Some(Fit::Unsaid);
    }
    for lang in [Lang::Ja, Lang::En] {
        let own = |fit: &Fit| fold(&lang.word(&format!("fit-{}", fit.word()))).replace(' ', "") == text;
        if let Some(fit) = Fit::ALL.into_iter().find(own) {
            return Some(fit);
        }
    }
    let signs = [
        (Fit::Full, ["○", "◯", "〇", "◎", "可", "はい", "yes", "y", "full", "fully", "対応", "満たす"].as_slice()),
        (Fit::Partly, &["△", "partly", "partial", "条件付", "条件あり"]),
        (Fit::Alternative, &["☆", "代案", "alternative"]),
        (Fit::None, &["×", "✕", "x", "不可", "否", "いいえ", "no", "n", "none", "非対応"]),
    ];
    let exact = |(_, words): &&(Fit, &[&str])| words.iter().any(|word| fold(word) == text);
    if let Some((fit, _)) = signs.iter().find(exact) {
        return Some(*fit);
    }
    let parts = [
        (Fit::None, ["不可", "非対応", "満たさない", "できない", "対応しない", "notmet"].as_slice()),
        (Fit::Partly, &["一部", "条件", "partly", "partial", "condition"]),
        (Fit::Alternative, &["代替", "代案", "alternative"]),
        (Fit::Full, &["対応可", "可能", "満たす", "fully"]),
    ];
    let within = |(_, words): &&(Fit, &[&str])| words.iter().any(|word| text.contains(&fold(word)));
    parts.iter().find(within).map(|(fit, _)| *fit)
}
