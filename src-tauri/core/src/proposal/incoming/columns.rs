//! Which column of a bidder's sheet holds what: as its headings say, or as it was once said.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::sums::says_sum;
use crate::l10n::fold;
use crate::proposal::amount::{read_amount, read_product, read_tax};
use crate::proposal::Tax;

/// Headings are looked for in the first rows only.
const TOP: usize = 40;

/// In what is remembered of a vendor's sheets, headings of estimates begin with this: 「内容」 is a line here and a question
/// on a question sheet.
const REMEMBERED: &str = "estimate/";

/// What a column of an estimate holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum EstimateColumn {
    /// Nothing that is taken over.
    #[serde(rename = "")]
    Nothing,
    /// How often it is paid.
    Kind,
    /// What it is for.
    Title,
    /// The price of one.
    UnitPrice,
    /// How many.
    Quantity,
    /// Of what.
    Unit,
    /// Price and quantity together.
    Amount,
    /// The first month.
    FromMonth,
    /// The last month.
    ToMonth,
    /// With or without tax.
    Tax,
}

impl EstimateColumn {
    fn word(self) -> String {
        serde_json::to_value(self).ok().and_then(|word| word.as_str().map(Into::into)).unwrap_or_default()
    }

    fn of(word: &str) -> Option<Self> {
        serde_json::from_value(word.into()).ok()
    }
}

/// The columns of an estimate that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EstimateColumns {
    /// The row of the headings from 0; none where there is none.
    pub head: Option<usize>,
    pub(super) headings: Vec<Heading>,
}

impl EstimateColumns {
    /// What each column holds.
    pub fn fields(&self) -> Vec<EstimateColumn> {
        self.headings.iter().map(|heading| heading.column).collect()
    }

    /// Whether there are lines and prices in it.
    pub(super) fn holds_lines(&self) -> bool {
        let has = |wanted: EstimateColumn| self.headings.iter().any(|heading| heading.column == wanted);
        has(EstimateColumn::Title) && (has(EstimateColumn::UnitPrice) || has(EstimateColumn::Amount))
    }

    /// The columns as somebody said they are. What the headings say about the amounts stays.
    #[must_use]
    pub fn said(mut self, fields: &[EstimateColumn]) -> Self {
        for (at, heading) in self.headings.iter_mut().enumerate() {
            heading.column = fields.get(at).copied().unwrap_or(EstimateColumn::Nothing);
        }
        self
    }

    /// What is to be remembered: what a column holds by its folded heading.
    pub fn remembered(&self, table: &[Vec<String>]) -> BTreeMap<String, String> {
        let Some(head) = self.head.and_then(|head| table.get(head)) else { return BTreeMap::new() };
        let named = head.iter().zip(&self.headings).filter(|(cell, _)| !bare(cell).is_empty());
        named.map(|(cell, heading)| (format!("{REMEMBERED}{}", bare(cell)), heading.column.word())).collect()
    }
}

/// A heading, with what it says about the amounts below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    pub column: EstimateColumn,
    /// 1,000 under 金額（千円）.
    pub times: i64,
    /// Under 単価（税込）.
    pub tax: Option<Tax>,
}

/// Parts of headings as they are found on estimates; the first that fits counts.
const ESTIMATE: &[(EstimateColumn, &[&str])] = &[
    (EstimateColumn::Kind, &["区分", "種別", "kind", "支払区分"]),
    (EstimateColumn::UnitPrice, &["単価", "unitprice", "月額", "price"]),
    (EstimateColumn::Quantity, &["数量", "quantity", "qty"]),
    (EstimateColumn::FromMonth, &["開始月", "frommonth", "開始"]),
    (EstimateColumn::ToMonth, &["終了月", "tomonth", "終了"]),
    (EstimateColumn::Amount, &["金額", "価格", "小計", "amount"]),
    (EstimateColumn::Unit, &["単位", "unit"]),
    (
        EstimateColumn::Title,
        &["内訳", "項目", "品名", "品目", "摘要", "名称", "費目", "内容", "作業", "item", "description", "title"],
    ),
    (EstimateColumn::Tax, &["税", "tax"]),
];

/// Headings that say it in one word, which stands within other words too.
const ALONE: &[(EstimateColumn, &[&str])] = &[
    (EstimateColumn::FromMonth, &["from", "start", "startmonth", "から", "自"]),
    (EstimateColumn::ToMonth, &["to", "until", "end", "endmonth", "まで", "至"]),
];

fn bare(cell: &str) -> String {
    fold(cell).chars().filter(|c| !c.is_whitespace()).collect()
}

fn estimate_heading(cell: &str, remembered: &BTreeMap<String, String>) -> Heading {
    let words = bare(cell);
    let said = remembered.get(&format!("{REMEMBERED}{words}")).and_then(|word| EstimateColumn::of(word));
    let alone = ALONE.iter().find(|(_, all)| all.iter().any(|all| words == fold(all)));
    let within = |(_, parts): &&(EstimateColumn, &[&str])| parts.iter().any(|part| words.contains(&fold(part)));
    let known = alone.or_else(|| ESTIMATE.iter().find(within));
    let usual = if words.is_empty() || words.chars().count() > 24 || is_number(cell) {
        EstimateColumn::Nothing
    } else {
        known.map_or(EstimateColumn::Nothing, |(column, _)| *column)
    };
    let column = said.unwrap_or(usual);
    let times = [("百万円", 1_000_000), ("万円", 10_000), ("千円", 1_000)];
    Heading {
        times: times.into_iter().find(|(word, _)| words.contains(word)).map_or(1, |(_, times)| times),
        tax: if column == EstimateColumn::Tax { None } else { read_tax(cell) },
        column,
    }
}

/// Finds the headings and what the columns hold. `remembered` is what was once said about sheets of this vendor. Where
/// nothing is known, the first row that reads like headings is taken for them.
pub fn estimate_columns(table: &[Vec<String>], remembered: &BTreeMap<String, String>) -> EstimateColumns {
    let width = table.iter().map(Vec::len).max().unwrap_or(0);
    let of = |at: usize| {
        let mut headings: Vec<Heading> = table[at].iter().map(|cell| estimate_heading(cell, remembered)).collect();
        headings.resize(width, estimate_heading("", remembered));
        EstimateColumns { head: Some(at), headings }
    };
    let top = 0..table.len().min(TOP);
    let unpriced = top.clone().filter(|at| !holds_price(&table[*at]));
    if let Some(known) = unpriced.map(of).find(EstimateColumns::holds_lines) {
        return known;
    }
    let reads_like_headings = |at: &usize| {
        let cells = table[*at].iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
        cells.clone().count() > 1 && cells.clone().all(|cell| cell.chars().count() <= 24 && !is_number(cell))
    };
    // Below a line with its price there are no headings: only words that look like them.
    match top.take_while(|at| !is_priced_line(&table[*at])).find(reads_like_headings) {
        Some(at) => of(at),
        None => EstimateColumns { head: None, headings: vec![estimate_heading("", remembered); width] },
    }
}

fn is_number(cell: &str) -> bool {
    let is_figure = fold(cell)
        .chars()
        .all(|c| c.is_numeric() || c.is_whitespace() || matches!(c, '.' | ',' | '-' | '¥' | '円' | '%'));
    is_figure || is_amount(cell)
}

fn is_amount(cell: &str) -> bool {
    read_amount(cell).is_some() || read_product(cell, 1).is_some()
}

/// Whether an amount of money stands in a row. A bare number of up to four digits may be a year or a number of months.
fn holds_price(cells: &[String]) -> bool {
    let is_bare = |cell: &str| cell.len() <= 4 && cell.bytes().all(|b| b.is_ascii_digit());
    cells.iter().any(|cell| !is_bare(&fold(cell)) && is_amount(cell))
}

/// Whether a row holds an amount of money that is no sum.
fn is_priced_line(cells: &[String]) -> bool {
    holds_price(cells) && !cells.iter().any(|cell| says_sum(cell, true))
}

/// The rows above the headings that hold amounts: their numbers from 1, and their words.
pub(super) fn priced_above(table: &[Vec<String>], head: Option<usize>) -> Vec<(usize, String)> {
    let above = table.iter().take(head.unwrap_or(0)).enumerate().filter(|(_, cells)| holds_price(cells));
    let filled = |cells: &[String]| -> Vec<String> {
        cells.iter().map(|cell| cell.trim().to_owned()).filter(|cell| !cell.is_empty()).collect()
    };
    above.map(|(at, cells)| (at + 1, filled(cells).join(" "))).collect()
}

/// A line of text by its cells, which stand apart by two spaces or more, or by a wide one.
fn parted(line: &str) -> Vec<String> {
    let (mut cells, mut cell, mut gap) = (Vec::new(), String::new(), 0);
    for c in line.trim().chars() {
        if c.is_whitespace() {
            gap += if c == '\u{3000}' { 2 } else { 1 };
            continue;
        }
        match gap {
            0 => {}
            1 => cell.push(' '),
            _ => cells.push(std::mem::take(&mut cell)),
        }
        gap = 0;
        cell.push(c);
    }
    cells.push(cell);
    cells
}

/// How many cells the lines with an amount behind their first cell have, where they have as many.
fn width_of_priced(table: &[Vec<String>]) -> Option<usize> {
    let mut priced = table.iter().filter(|cells| cells.iter().skip(1).any(|cell| is_amount(cell))).map(Vec::len);
    let width = priced.next()?;
    priced.all(|other| other == width).then_some(width)
}

/// Lines of text whose cells stand apart by spaces, as mails have them, as a table: those with as many cells as the
/// headings, or without headings as the lines with amounts. None where there are neither among them.
pub fn aligned(lines: &[Vec<String>]) -> Option<Vec<Vec<String>>> {
    if lines.iter().any(|cells| cells.len() > 1) {
        return None;
    }
    let table: Vec<Vec<String>> = lines.iter().map(|cells| parted(cells.first().map_or("", String::as_str))).collect();
    let known = estimate_columns(&table, &BTreeMap::new());
    let width = match known.head.filter(|_| known.holds_lines()) {
        Some(head) => table[head].len(),
        None => width_of_priced(&table)?,
    };
    let whole = |(cells, line): (Vec<String>, &Vec<String>)| if cells.len() == width { cells } else { line.clone() };
    Some(table.into_iter().zip(lines).map(whole).collect())
}

/// What a column of a response sheet holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AnswerColumn {
    Nothing,
    Number,
    Answer,
    Words,
}

const ANSWERS: &[(AnswerColumn, &[&str])] = &[
    (AnswerColumn::Number, &["番号", "no.", "no", "number", "#", "要求事項番号"]),
    (
        AnswerColumn::Words,
        &["回答内容", "回答の内容", "補足", "備考", "説明", "詳細", "words", "comment", "detail", "inwords"],
    ),
    (AnswerColumn::Answer, &["回答", "対応可否", "可否", "対応", "answer", "fit"]),
];

/// The first row below the headings, and what the columns hold.
pub(super) fn answer_columns(table: &[Vec<String>]) -> Option<(usize, Vec<AnswerColumn>)> {
    table.iter().take(TOP).enumerate().find_map(|(at, cells)| {
        let mut columns: Vec<AnswerColumn> = Vec::with_capacity(cells.len());
        for cell in cells {
            let words = bare(cell);
            let fits = |part: &&str| {
                let part = fold(part);
                words == part
                    || part.chars().count() > 2 && words.contains(&part)
                    || words.starts_with(&part) && !part.is_ascii()
            };
            let known = ANSWERS.iter().find(|(_, parts)| parts.iter().any(&fits));
            let column = known.map_or(AnswerColumn::Nothing, |(column, _)| *column);
            let column = if words.is_empty() || words.chars().count() > 24 || columns.contains(&column) {
                AnswerColumn::Nothing
            } else {
                column
            };
            columns.push(column);
        }
        let has = |wanted: AnswerColumn| columns.contains(&wanted);
        (has(AnswerColumn::Number) && has(AnswerColumn::Answer)).then_some((at + 1, columns))
    })
}
