//! Which column of a bidder's sheet holds what, as its headings say.

use crate::l10n::fold;
use crate::proposal::amount::read_tax;
use crate::proposal::Tax;

/// Headings are looked for in the first rows only.
const TOP: usize = 40;

/// What a column of an estimate holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EstimateColumn {
    Nothing,
    Kind,
    Title,
    UnitPrice,
    Quantity,
    Unit,
    Amount,
    FromMonth,
    ToMonth,
    Tax,
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

fn bare(cell: &str) -> String {
    fold(cell).chars().filter(|c| !c.is_whitespace()).collect()
}

fn estimate_heading(cell: &str) -> Heading {
    let words = bare(cell);
    let known = ESTIMATE.iter().find(|(_, parts)| parts.iter().any(|part| words.contains(&fold(part))));
    let column = if words.is_empty() || words.chars().count() > 24 {
        EstimateColumn::Nothing
    } else {
        known.map_or(EstimateColumn::Nothing, |(column, _)| *column)
    };
    let times = [("百万円", 1_000_000), ("万円", 10_000), ("千円", 1_000)];
    Heading {
        times: times.into_iter().find(|(word, _)| words.contains(word)).map_or(1, |(_, times)| times),
        tax: if column == EstimateColumn::Tax { None } else { read_tax(cell) },
        column,
    }
}

/// The row of the headings, and what the columns hold.
pub(super) fn estimate_columns(table: &[Vec<String>]) -> Option<(usize, Vec<Heading>)> {
    table.iter().take(TOP).enumerate().find_map(|(at, cells)| {
        let headings: Vec<Heading> = cells.iter().map(|cell| estimate_heading(cell)).collect();
        let has = |wanted: EstimateColumn| headings.iter().any(|heading| heading.column == wanted);
        let priced = has(EstimateColumn::UnitPrice) || has(EstimateColumn::Amount);
        (has(EstimateColumn::Title) && priced).then_some((at, headings))
    })
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
