//! Which column of a bidder's sheet holds what: as its headings say, or as it was once said.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::gross::without_gross;
use super::sums::{letters, says_sum};
use crate::l10n::fold;
use crate::proposal::amount::{read_amount, read_product, read_tax, typed_quantity};
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
    /// In how many months it is paid.
    Months,
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
        without_gross(&self.headings, false).into_iter().map(|heading| heading.column).collect()
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

    /// What is to be remembered: what a column holds by its folded heading. What is taken nowhere for the amounts without tax
    /// beside it is found anew on every sheet.
    pub fn remembered(&self, table: &[Vec<String>]) -> BTreeMap<String, String> {
        let Some(head) = self.head.and_then(|head| table.get(head)) else { return BTreeMap::new() };
        let is_beside =
            |heading: &Heading| heading.column == EstimateColumn::Nothing && (heading.is_tax() || heading.is_gross());
        let named = head.iter().zip(&self.headings);
        let named = named.filter(|(cell, heading)| !bare(cell).is_empty() && !is_beside(heading));
        named.map(|(cell, heading)| (format!("{REMEMBERED}{}", bare(cell)), heading.column.word())).collect()
    }
}

/// How often the amounts of a column are paid, as its heading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paid {
    /// 初期費用.
    Once,
    /// 月額.
    Monthly,
    /// 年額.
    Yearly,
}

impl Paid {
    /// The kind of its lines as it is typed; empty for what is paid by the year.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Once => "one-off",
            Self::Monthly => "monthly",
            Self::Yearly => "",
        }
    }
}

/// A heading, with what it says about the amounts below.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// Its words.
    pub name: String,
    pub column: EstimateColumn,
    /// 1,000 under 金額（千円）, and under 金額 below the caption 単位：千円.
    pub times: i64,
    /// Under 単価（税込）.
    pub tax: Option<Tax>,
    /// Under 初期費用 or 月額.
    pub paid: Option<Paid>,
    /// Its words alone say what the column holds.
    pub known: bool,
}

impl Heading {
    /// Whether amounts that are taken over stand below it.
    pub fn is_money(&self) -> bool {
        matches!(self.column, EstimateColumn::UnitPrice | EstimateColumn::Amount)
    }

    /// In how many units of the currency an amount below it is written. A cell as 50万円 says it itself.
    pub fn times_of(&self, words: &str) -> i64 {
        if fold(words).contains(['千', '万', '億']) {
            1
        } else {
            self.times
        }
    }

    /// Whether what stands below it goes nowhere, and is no sum, no tax and nothing with tax.
    pub fn is_open(&self) -> bool {
        self.column == EstimateColumn::Nothing && !self.is_sum() && !self.is_gross()
    }

    /// Whether it is one over sums of what stands beside them, or over the tax on it.
    pub fn is_sum(&self) -> bool {
        says_sum(&self.name, false) || ["合計", "総額"].iter().any(|word| self.name.contains(word))
    }

    /// Whether it is one over the tax itself.
    pub fn is_tax(&self) -> bool {
        let own = letters(&self.name);
        own.contains('税') || TAX.iter().any(|word| own.starts_with(word) || own.ends_with(word))
    }

    /// Whether it is one over the tax that is part of the amounts beside it: うち消費税.
    pub fn is_tax_within(&self) -> bool {
        self.is_tax() && ["うち", "内"].iter().any(|word| letters(&self.name).starts_with(word))
    }

    /// Whether it is one over amounts with tax, taken over or not.
    pub fn is_gross(&self) -> bool {
        let own = letters(&self.name);
        let is_of_money = self.known || own.is_empty() || says_money(&own) || self.is_sum();
        self.tax == Some(Tax::Included) && is_of_money && !self.is_tax()
    }

    /// Whether the amounts below it and below another stand side by side, so that the same once more is a second cost: both
    /// are those of a part of the term, or neither heading says what it is over. A monthly price runs over all years.
    pub fn is_beside(&self, other: &Self) -> bool {
        let is_alike = !self.known && !other.known || is_of_part(&self.name) && is_of_part(&other.name);
        is_alike && other.paid != Some(Paid::Monthly)
    }

    /// Whether the number below it may be one to multiply a price by: no day, no telephone and no number of a list.
    pub fn number(&self, words: &str) -> Option<Decimal> {
        let folded = fold(words);
        let is_listed = folded.len() > 1 && folded.starts_with('0') && !folded.starts_with("0.");
        let is_named = is_listed || is_day(&folded) || is_label(&self.name);
        let (number, unit) = typed_quantity(words).ok().filter(|_| !is_named)?;
        number.parse().ok().filter(|_| unit.chars().all(char::is_alphabetic))
    }

    /// Whether the words below it are an amount of money by the heading or by their sign.
    pub fn says_money(&self, words: &str) -> bool {
        let is_money = says_money(&letters(&self.name)) || fold(words).contains(['円', '¥']);
        is_money && read_amount(words).is_some_and(|amount| amount.value != 0)
    }

    /// Whether the words below it look like an amount of money, where neither heading nor sign says it.
    pub fn looks_like_money(&self, words: &str) -> bool {
        let Some(amount) = read_amount(words).filter(|amount| amount.value != 0) else { return false };
        let folded = fold(words);
        // A number that begins with 0 is one of a telephone or of a list.
        let is_number = folded.starts_with('0') || is_day(&folded);
        let is_large = folded.contains(',') || amount.value.abs() >= LARGE;
        is_large && !is_number && !says_number(&self.name)
    }

    /// Whether the quantities below it are people or their work, and so no months.
    pub fn counts_work(&self) -> bool {
        counts_work(&self.name)
    }
}

/// Words of headings for how often something is paid.
const PAID: &[(Paid, &[&str])] = &[
    (Paid::Once, &["初期", "初回", "一時", "一括", "導入", "イニシャル"]),
    (Paid::Once, &["oneoff", "one-off", "onetime", "one-time", "initial", "setup", "set-up", "upfront", "up-front"]),
    (Paid::Monthly, &["月額", "月次", "月間", "毎月", "月当", "月あたり", "/月", "/か月", "/ヵ月", "/ヶ月"]),
    (Paid::Monthly, &["monthly", "permonth", "/month"]),
    (Paid::Yearly, &["年額", "年間", "年次", "/年", "annual", "yearly", "peryear", "/year"]),
];

/// What headings over amounts end in.
const MONEY: &[&str] = &[
    "費",
    "費用",
    "料",
    "金",
    "額",
    "単価",
    "定価",
    "価格",
    "コスト",
    "初期",
    "price",
    "prices",
    "cost",
    "costs",
    "fee",
    "fees",
    "charge",
    "charges",
    "amount",
    "payment",
    "monthly",
    "annual",
    "yearly",
];

/// Numbers from here on look like amounts of money.
const LARGE: i64 = 1_000;

/// What headings over numbers end in that name something.
const LABELS: &[&str] = &["番号", "番", "コード", "型番", "品番", "電話", "ページ", "頁"];

/// Words of headings over numbers that name something.
const LABEL_WORDS: &[&str] = &["no", "number", "id", "code", "tel", "phone", "fax", "zip", "page", "pages", "date"];

/// What headings over numbers end in that count something other than money.
const COUNTS: &[&str] = &["数", "時間"];

/// Words of headings over numbers that count something other than money.
const COUNT_WORDS: &[&str] = &["count", "hours", "months"];

/// Parts of headings over quantities that are people or their work.
const WORK: &[&str] = &[
    "人数",
    "名数",
    "工数",
    "人月",
    "人日",
    "人時",
    "(人)",
    "(名)",
    "persons",
    "manmonths",
    "man-months",
    "mandays",
    "man-days",
    "personmonths",
    "person-months",
    "persondays",
    "person-days",
    "headcount",
];

/// Such headings in one word, which stands within other words too.
const WORK_ALONE: &[&str] = &["人", "名", "fte", "ftes", "manmonth", "personmonth", "manday", "personday"];

/// What headings end in that are about one of what is counted: 人月あたり, 単位（人月）.
const OF_ONE: &[&str] = &["単位", "あたり", "当", "当たり"];

/// What headings over the tax itself begin or end in.
const TAX: &[&str] = &["tax", "vat", "gst"];

/// No tax is more percent than this: larger numbers are amounts of it.
const MOST_RATE: i64 = 100;

/// Parts of headings over the amounts of a part of the term.
const PARTS: &[&str] = &["年目", "年度", "期目", "月目", "四半期", "上期", "下期", "上半期", "下半期"];

/// And such that stand beside a number: Year 1, FY2027.
const NUMBERED_PARTS: &[&str] = &["year", "fy", "quarter"];

/// What amounts are counted in, the larger before those that stand within them.
const COUNTED: &[(&str, i64)] = &[
    ("百万円", 1_000_000),
    ("万円", 10_000),
    ("千円", 1_000),
    ("1,000円", 1_000),
    ("1000円", 1_000),
    ("millionsofyen", 1_000_000),
    ("millionyen", 1_000_000),
    ("yenmillion", 1_000_000),
    ("jpymillion", 1_000_000),
    ("tenthousandyen", 10_000),
    ("thousandsofyen", 1_000),
    ("thousandyen", 1_000),
    ("yenthousand", 1_000),
    ("thousandsofjpy", 1_000),
    ("thousandjpy", 1_000),
    ("jpythousand", 1_000),
    ("円", 1),
    ("¥", 1),
    ("yen", 1),
    ("jpy", 1),
];

/// A caption is no longer than this.
const CAPTION: usize = 40;

/// Parts of headings as they are found on estimates; the first that fits counts.
const ESTIMATE: &[(EstimateColumn, &[&str])] = &[
    (EstimateColumn::Kind, &["区分", "種別", "kind", "支払区分"]),
    (EstimateColumn::Amount, &["月額金額", "月額小計", "月額合計"]),
    (EstimateColumn::UnitPrice, &["単価", "unitprice", "月額", "price"]),
    (EstimateColumn::Quantity, &["数量", "quantity", "qty"]),
    (EstimateColumn::Months, &["月数", "期間(月)", "期間(か月)", "期間(ヶ月)", "months"]),
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

/// How often it is paid, where the words of a heading say one thing of it.
fn paid_in(words: &str) -> Option<Paid> {
    // 一時間 is an hour.
    let words = words.replace("一時間", "");
    let within = |(_, parts): &&(Paid, &[&str])| parts.iter().any(|part| words.contains(&fold(part)));
    let mut said = PAID.iter().filter(within).map(|(paid, _)| *paid);
    let first = said.next()?;
    said.all(|other| other == first).then_some(first)
}

/// Whether the letters of a heading end as those over amounts do.
fn says_money(letters: &str) -> bool {
    let bare = letters.trim_end_matches(['百', '千', '万', '円']);
    MONEY.iter().any(|word| bare.ends_with(&fold(word)))
}

/// Whether the letters of a heading end in one of these, or one of these words stands in it.
fn ends_or_has(name: &str, ends: &[&str], has: &[&str]) -> bool {
    let own = letters(name);
    let words = fold(name);
    let mut words = words.split(|c: char| !c.is_alphanumeric());
    ends.iter().any(|word| own.ends_with(&letters(word))) || words.any(|word| has.contains(&word))
}

/// Whether a heading is one over numbers that are no amounts of money.
fn says_number(name: &str) -> bool {
    ends_or_has(name, LABELS, LABEL_WORDS) || ends_or_has(name, COUNTS, COUNT_WORDS)
}

/// Whether a heading is one over numbers that name something. “No. of users” counts.
fn is_label(name: &str) -> bool {
    ends_or_has(name, LABELS, LABEL_WORDS) && !ends_or_has(name, &[], &["of"])
}

/// Whether a heading is one over people or their work, and over no price of it.
fn counts_work(name: &str) -> bool {
    let (words, own) = (bare(name), letters(name));
    let is_work = WORK.iter().any(|word| words.contains(word)) || WORK_ALONE.contains(&own.as_str());
    is_work && !says_money(&own) && !OF_ONE.iter().any(|word| own.ends_with(word))
}

/// Whether a heading is one over the amounts of a part of the term: 1年目, 2027年度, Year 2.
fn is_of_part(name: &str) -> bool {
    let words = bare(name);
    let is_numbered = words.contains(char::is_numeric) && NUMBERED_PARTS.iter().any(|word| words.contains(word));
    is_numbered || PARTS.iter().any(|word| words.contains(word))
}

/// Whether words are an amount of tax, and no rate.
pub(super) fn is_tax_amount(words: &str) -> bool {
    read_tax(words).is_none() && read_amount(words).is_some_and(|amount| amount.value.abs() > MOST_RATE)
}

/// Whether a bare number is a year, or a month or a day without signs between: 2027, 202704, 20270401. A round one is an
/// amount.
fn is_day(digits: &str) -> bool {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let is_year = part(0, 4).is_some_and(|year| (1900..2100).contains(&year));
    let has_month = || part(4, 6).is_some_and(|month| (1..=12).contains(&month));
    let has_day = || part(6, 8).is_some_and(|day| (1..=31).contains(&day));
    match digits.len() {
        4 => is_year && !digits.ends_with("00"),
        6 => is_year && has_month(),
        8 => is_year && has_month() && has_day(),
        _ => false,
    }
}

/// What a caption as 単位：千円 or (in thousands of yen) says that amounts are counted in.
fn caption(cell: &str) -> Option<i64> {
    let words = bare(cell);
    if words.chars().count() > CAPTION {
        return None;
    }
    let counted = |fits: &dyn Fn(&str) -> bool| COUNTED.iter().find(|(word, _)| fits(word)).map(|(_, times)| *times);
    if let Some((before, behind)) = words.split_once("単位") {
        let behind = behind.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '¥' || c == 'は');
        return counted(&|word| behind.starts_with(word) || before.ends_with(word));
    }
    // With digits it is an amount, not what amounts are counted in.
    let is_worded = !words.contains(char::is_numeric);
    counted(&|word| word.is_ascii() && words.contains(word)).filter(|times| is_worded && *times > 1)
}

/// What the caption next above the amounts says that they are counted in.
fn counted_above(above: &[Vec<String>]) -> i64 {
    above.iter().rev().flatten().find_map(|cell| caption(cell)).unwrap_or(1)
}

/// A heading where the caption says that amounts are counted in so many.
fn estimate_heading(cell: &str, remembered: &BTreeMap<String, String>, counted: i64) -> Heading {
    let words = bare(cell);
    let said = remembered.get(&format!("{REMEMBERED}{words}")).and_then(|word| EstimateColumn::of(word));
    let alone = ALONE.iter().find(|(_, all)| all.iter().any(|all| words == fold(all))).map(|(column, _)| *column);
    let within = |(_, parts): &&(EstimateColumn, &[&str])| parts.iter().any(|part| words.contains(&fold(part)));
    let listed = ESTIMATE.iter().find(within).map(|(column, _)| *column);
    let letters = letters(cell);
    let paid = paid_in(&letters).or_else(|| paid_in(&words));
    // What is in brackets, as （税抜） or （単位：円）, is no reason to take 初期費用 for something else.
    let is_priced = paid.is_some() && says_money(&letters) && !["税", "tax"].iter().any(|word| letters.contains(word));
    let listed = match listed {
        None | Some(EstimateColumn::Title | EstimateColumn::Unit | EstimateColumn::Tax) if is_priced => {
            Some(EstimateColumn::UnitPrice)
        }
        other => other,
    };
    let listed = match listed {
        Some(EstimateColumn::Kind | EstimateColumn::UnitPrice) => listed,
        _ if counts_work(cell) => Some(EstimateColumn::Quantity),
        other => other,
    };
    let usual = if words.is_empty() || words.chars().count() > 24 || is_number(cell) {
        EstimateColumn::Nothing
    } else {
        alone.or(listed).unwrap_or(EstimateColumn::Nothing)
    };
    let column = said.unwrap_or(usual);
    let own = COUNTED.iter().find(|(word, _)| words.contains(word)).map(|(_, times)| *times);
    Heading {
        name: cell.trim().to_owned(),
        times: own.unwrap_or(counted),
        tax: if column == EstimateColumn::Tax { None } else { read_tax(cell) },
        paid,
        known: usual != EstimateColumn::Nothing,
        column,
    }
}

/// Takes a column of amounts of the tax for none that says whether it is in them: for amounts with or without it where that is
/// all its heading says, as 税込, and otherwise for nothing.
fn settle_tax(heading: &mut Heading, below: &[&str]) {
    let is_nothing = |cell: &str| !cell.contains(char::is_alphanumeric);
    let reads = |cell: &str| is_nothing(cell) || read_tax(cell).is_none() && read_amount(cell).is_some();
    let is_of_amounts = below.iter().all(|cell| reads(cell)) && below.iter().any(|cell| is_tax_amount(cell));
    if heading.column != EstimateColumn::Tax || !is_of_amounts {
        return;
    }
    heading.tax = read_tax(&heading.name);
    let own = letters(&heading.name);
    let is_of_money = (own.is_empty() || says_money(&own)) && !heading.is_tax() && !heading.is_sum();
    heading.column =
        if heading.tax.is_some() && is_of_money { EstimateColumn::Amount } else { EstimateColumn::Nothing };
}

/// Finds the headings and what the columns hold. `remembered` is what was once said about sheets of this vendor. Where
/// nothing is known, the first row that reads like headings is taken for them.
pub fn estimate_columns(table: &[Vec<String>], remembered: &BTreeMap<String, String>) -> EstimateColumns {
    let width = table.iter().map(Vec::len).max().unwrap_or(0);
    let of = |at: usize| {
        let counted = counted_above(&table[..at]);
        let cells = table[at].iter();
        let mut headings: Vec<Heading> = cells.map(|cell| estimate_heading(cell, remembered, counted)).collect();
        headings.resize(width, estimate_heading("", remembered, counted));
        for (place, heading) in headings.iter_mut().enumerate() {
            let below: Vec<&str> =
                table[at + 1..].iter().filter_map(|cells| cells.get(place)).map(|cell| cell.trim()).collect();
            settle_tax(heading, &below);
        }
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
    let above = top.take_while(|at| !is_priced_line(&table[*at]));
    match above.clone().find(reads_like_headings) {
        Some(at) => of(at),
        None => {
            let counted = counted_above(&table[..above.count()]);
            EstimateColumns { head: None, headings: vec![estimate_heading("", remembered, counted); width] }
        }
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
