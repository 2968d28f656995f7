//! One row of an incoming estimate: what its cells hold, and which lines it becomes.

use super::columns::{EstimateColumn, Heading, Paid};
use super::sums::says_sum;
use super::{months_of, over, IncomingLine};
use crate::l10n::fold;
use crate::proposal::amount::{read_amount_in, read_tax, read_tax_behind};
use crate::proposal::{LineKind, Tax};

/// Months that an amount of a year is for.
const YEAR: i64 = 12;
/// Words in the place of an amount where there is none.
const NOTHING: &[&str] = &["なし", "無し", "無", "n/a", "none"];

/// A row of the sheet by its columns.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a> {
    pub cells: &'a [String],
    pub headings: &'a [Heading],
}

impl<'a> Cells<'a> {
    /// Where the first cell of the column stands that holds something.
    pub fn place(self, wanted: EstimateColumn) -> Option<usize> {
        let mut places = self.headings.iter().zip(self.cells);
        places.position(|(heading, cell)| heading.column == wanted && !cell.trim().is_empty())
    }

    pub fn cell(self, wanted: EstimateColumn) -> Option<(&'a str, &'a Heading)> {
        let place = self.place(wanted)?;
        Some((self.cells[place].trim(), &self.headings[place]))
    }

    /// The cells of amounts that hold something: their places, words and headings.
    pub fn money(self) -> Vec<(usize, &'a str, &'a Heading)> {
        let cells = self.headings.iter().zip(self.cells).enumerate();
        let filled = cells.map(|(place, (heading, cell))| (place, cell.trim(), heading));
        filled.filter(|(_, words, heading)| heading.is_money() && !words.is_empty()).collect()
    }

    /// How often it is paid, as the headings over its amounts say.
    pub fn paid(self) -> Option<Paid> {
        self.money().into_iter().find_map(|(_, _, heading)| heading.paid)
    }

    /// The headings of each line the row becomes: what is paid once, by the month and by the year are lines of their own.
    /// An amount whose heading does not say it goes with the one that does.
    pub fn parts(self) -> Vec<Vec<Heading>> {
        let money = self.money();
        let saying = money.iter().filter(|(_, words, heading)| !is_nothing(words, heading));
        let said: Vec<Option<Paid>> = saying.map(|(_, _, heading)| heading.paid).collect();
        let has = |paid: Option<Paid>| said.contains(&paid);
        let (once, monthly, yearly) = (Some(Paid::Once), Some(Paid::Monthly), Some(Paid::Yearly));
        let mut parts = match (has(once), has(monthly)) {
            (true, true) => vec![vec![once], vec![monthly]],
            (true, false) => vec![vec![once, None]],
            (false, true) => vec![vec![monthly, None]],
            (false, false) if has(None) => vec![vec![None]],
            (false, false) => Vec::new(),
        };
        if has(yearly) {
            parts.push(vec![yearly]);
        }
        if parts.is_empty() {
            return vec![self.headings.to_vec()];
        }
        let part = |kept: Vec<Option<Paid>>| -> Vec<Heading> {
            let of = |heading: &Heading| {
                let is_left = heading.is_money() && !kept.contains(&heading.paid);
                let column = if is_left { EstimateColumn::Nothing } else { heading.column };
                Heading { column, ..heading.clone() }
            };
            self.headings.iter().map(of).collect()
        };
        parts.into_iter().map(part).collect()
    }

    /// The amounts that went into none of its lines and say nothing again that is in them, with their headings.
    pub fn left(self, parts: &[Vec<Heading>], lines: &[IncomingLine], months: i64) -> Vec<String> {
        let taken = |headings: &Vec<Heading>| {
            let part = Cells { cells: self.cells, headings };
            [EstimateColumn::UnitPrice, EstimateColumn::Amount].map(|column| part.place(column))
        };
        let taken: Vec<usize> = parts.iter().flat_map(taken).flatten().collect();
        // The same with tax beside the amount without it.
        let is_other_tax =
            |heading: &Heading| heading.tax.is_some_and(|tax| lines.iter().all(|row| row.line.tax != tax));
        let is_left = |(place, words, heading): &(usize, &str, &Heading)| {
            let is_told = taken.contains(place) || is_nothing(words, heading) || !words.contains(char::is_numeric);
            let is_second = || taken.iter().any(|at| heading.is_beside(&self.headings[*at]));
            let is_again =
                || !is_second() && amount_in(words, heading).is_some_and(|value| repeats(lines, value, months));
            !is_told && !says_sum(&heading.name, false) && !is_other_tax(heading) && !is_again()
        };
        let left = self.money().into_iter().filter(is_left);
        left.map(|(_, words, heading)| format!("{} {words}", heading.name).trim().to_owned()).collect()
    }

    pub fn words(self, wanted: EstimateColumn) -> String {
        self.cell(wanted).map(|(words, _)| words.to_owned()).unwrap_or_default()
    }

    pub fn has(self, wanted: EstimateColumn) -> bool {
        self.cell(wanted).is_some()
    }

    pub fn has_price(self) -> bool {
        self.has(EstimateColumn::UnitPrice) || self.has(EstimateColumn::Amount)
    }

    /// The words of a sum, which stand beside the column of the titles now and then.
    pub fn sum(self) -> Option<String> {
        // 月額 without a quantity beside it is no price of one.
        let is_of_one = |(_, heading): (&str, &Heading)| heading.paid.is_none() || self.has(EstimateColumn::Quantity);
        let has_unit_price = self.cell(EstimateColumn::UnitPrice).is_some_and(is_of_one);
        let title = self.words(EstimateColumn::Title);
        if !title.is_empty() {
            return says_sum(&title, has_unit_price).then_some(title);
        }
        self.cells.iter().map(|cell| cell.trim()).find(|cell| says_sum(cell, has_unit_price)).map(Into::into)
    }

    /// There is more in it than a title: it is a line, whose price may be open.
    pub fn is_line(self) -> bool {
        use EstimateColumn::{FromMonth, Kind, Months, Quantity, Tax, Title, ToMonth, Unit};
        let beside = [Kind, Quantity, Unit, FromMonth, ToMonth, Months, Tax];
        self.has_price() || self.has(Title) && beside.into_iter().any(|column| self.has(column))
    }

    /// The price of one, or where there is none the amount.
    pub fn price(self) -> Option<(&'a str, &'a Heading)> {
        self.cell(EstimateColumn::UnitPrice).or_else(|| self.cell(EstimateColumn::Amount))
    }

    /// What the row itself says about the tax. Its title is asked last, and where no heading over amounts says it.
    pub fn tax(self) -> Option<Tax> {
        let said = self.cell(EstimateColumn::Tax).and_then(|(words, _)| read_tax(words));
        let said = said.or_else(|| self.price().and_then(|(words, _)| read_tax(words)));
        let is_told = || self.headings.iter().any(|heading| heading.is_money() && heading.tax.is_some());
        said.or_else(|| read_tax_behind(self.cell(EstimateColumn::Title)?.0).filter(|_| !is_told()))
    }

    /// The amount beside the price of one.
    pub fn said(self) -> Option<i64> {
        let (words, heading) = self.cell(EstimateColumn::Amount)?;
        amount_in(words, heading)
    }
}

/// The amount in a cell below its heading.
pub(super) fn amount_in(words: &str, heading: &Heading) -> Option<i64> {
    read_amount_in(words, heading.times_of(words)).map(|amount| amount.value)
}

/// Whether a cell says that there is no amount: a dash, 0 or なし.
pub(super) fn is_nothing(words: &str, heading: &Heading) -> bool {
    let folded = fold(words);
    !folded.contains(char::is_alphanumeric)
        || NOTHING.contains(&folded.as_str())
        || amount_in(words, heading) == Some(0)
}

/// Whether an amount says again what lines hold, with the price of one.
pub(super) fn repeats(lines: &[IncomingLine], value: i64, months: i64) -> bool {
    adds_to(lines, value, months) || lines.iter().any(|row| row.line.unit_price == Some(value))
}

/// Whether lines come to an amount, one of them or all together: once, over a year or over the term, and one over its own
/// months.
pub(super) fn adds_to(lines: &[IncomingLine], value: i64, months: i64) -> bool {
    let of = |row: &IncomingLine, months| over(&row.line, if row.line.kind == LineKind::Monthly { months } else { 1 });
    let is_its_own = lines.iter().any(|row| over(&row.line, months_of(&row.line, months)) == Some(value));
    let is_over = |months: i64| {
        let sum = lines.iter().filter_map(|row| of(row, months)).fold(0, i64::saturating_add);
        sum == value || lines.iter().any(|row| of(row, months) == Some(value))
    };
    is_its_own || [1, YEAR, months].into_iter().any(is_over)
}
