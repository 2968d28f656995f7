//! The numbers of the report, for a workbook.

use std::collections::HashMap;

use serde::Serialize;

use super::firm::seed_words;
use super::Sources;
use crate::evaluation::score::{rounded, Item, Mode, Rounding, Scheme, Standing};
use crate::marking::Mark;
use crate::paper::PaperHead;
use crate::proposal::Tax;
use crate::Text;

/// A cell of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Number {
    /// Words, never a formula.
    Words(String),
    /// A number as people read it: an exact decimal.
    Decimal(String),
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NumberSheet {
    /// Its name.
    pub name: String,
    /// The head.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Number>>,
}

fn text(words: impl Into<String>) -> Number {
    Number::Words(words.into())
}

fn number(value: impl ToString) -> Number {
    Number::Decimal(value.to_string())
}

/// The share of the weight a mark stands for; nothing where it stands for none, as pass and fail.
fn worth(item: &Item, mark: &str) -> Number {
    let share = item.scheme.share(mark).and_then(|share| rounded(share, SHARE).ok());
    share.map_or_else(|| text(""), |share| number(share.normalize()))
}

/// The column of the shares among the marks.
const WORTH: usize = 5;
/// Shares of marks have so many decimals at most.
const SHARE: Rounding = Rounding { places: 4, mode: Mode::HalfUp };

/// The numbers of a column with as many decimals as the longest of them, at least one: they stand below each other.
fn with_like_decimals(rows: &mut [Vec<Number>], column: usize) {
    let decimals = |value: &str| value.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let mut values: Vec<&mut String> = Vec::new();
    for row in rows {
        if let Some(Number::Decimal(value)) = row.get_mut(column) {
            values.push(value);
        }
    }
    let most = values.iter().map(|value| decimals(value)).fold(1, usize::max);
    for value in values {
        let lacking = most - decimals(value);
        if lacking > 0 && !value.contains('.') {
            value.push('.');
        }
        value.push_str(&"0".repeat(lacking));
    }
}

impl Sources {
    pub(super) fn numbers(&self) -> Vec<NumberSheet> {
        let mut sheets = vec![self.ranking(), self.points_sheet(), self.marks_sheet()];
        if !self.estimates.is_empty() {
            sheets.push(self.estimate_sheet());
        }
        sheets.extend(self.odd_sheet());
        sheets.push(self.firm_sheet());
        sheets.extend(self.weights_sheet());
        sheets.extend(self.cases_sheet());
        sheets
    }

    /// What the workbook belongs to.
    pub(super) fn about(&self, paper: &PaperHead, hash: &str) -> NumberSheet {
        let rows = [
            ("paper-number", paper.number.as_str()),
            ("paper-version", paper.version.as_str()),
            ("paper-issued", paper.issued.as_str()),
            ("selection-hash", hash),
        ];
        let rows = rows.into_iter().filter(|(_, words)| !words.is_empty());
        NumberSheet {
            name: self.word("selection-about"),
            head: vec![paper.kind.clone(), paper.title.clone()],
            rows: rows.map(|(id, words)| vec![text(self.word(id)), text(words)]).collect(),
        }
    }

    fn heads(&self, keys: &[&str]) -> Vec<String> {
        keys.iter().map(|key| self.word(&format!("selection-{key}"))).collect()
    }

    fn ranking(&self) -> NumberSheet {
        let row = |one: &Standing| {
            vec![
                one.rank.map_or_else(|| text(self.out(one)), number),
                text(self.counted.short(&one.bidder)),
                self.counted.total(one).map_or_else(|| text(""), number),
                text(self.state(one)),
                self.price(&one.bidder).map_or_else(|| text(""), number),
                text(self.musts(&one.bidder)),
            ]
        };
        let mut head = self.heads(&["rank", "bidder", "total", "state", "price", "musts"]);
        head[4] = self.price_head();
        NumberSheet {
            name: self.word("selection-standing"),
            head,
            rows: self.counted.outcome.standings.iter().map(row).collect(),
        }
    }

    fn points_sheet(&self) -> NumberSheet {
        let counted = &self.counted;
        let standings = &counted.outcome.standings;
        let lacking: Vec<&Standing> = standings.iter().filter(|one| !one.blanks.is_empty()).collect();
        let mut head = self.heads(&["number", "criterion", "weight"]);
        head.extend(standings.iter().map(|one| counted.short(&one.bidder).to_owned()));
        let blank = |one: &&Standing| Text::new("selection-blank-of").arg("name", counted.short(&one.bidder));
        head.extend(lacking.iter().map(|one| self.say(&blank(one))));
        let rows = self.criteria.iter().map(|(no, _, criterion)| {
            let item = counted.gathered.ballot.item(&criterion.id);
            let judged = counted.pass_fail(&criterion.id);
            let earns = counted.earns(&criterion.id);
            let own = counted.weight(&criterion.id).filter(|_| judged.is_empty() && earns).map(number);
            let mut row = vec![
                text(no.clone()),
                text(criterion.title.clone()),
                own.unwrap_or_else(|| text(self.weight(criterion))),
            ];
            row.extend(standings.iter().map(|one| match item {
                _ if !judged.is_empty() => text(self.passed(&criterion.id, &one.bidder).unwrap_or_default()),
                _ if !earns => text(""),
                None => one.groups.get(&criterion.id).map_or_else(|| text(""), number),
                Some(_) => {
                    let points = one.points.get(&criterion.id).copied().flatten();
                    let points = points.and_then(|points| rounded(points, counted.gathered.ballot.rounding).ok());
                    points.map_or_else(|| text(""), number)
                }
            }));
            row.extend(lacking.iter().map(|one| match self.blank(one, &criterion.id) {
                0 => text(""),
                count => number(count),
            }));
            row
        });
        let mut rows: Vec<Vec<Number>> = rows.collect();
        let total: rust_decimal::Decimal = counted.gathered.ballot.items.iter().map(|item| item.weight).sum();
        let mut foot = vec![text(""), text(self.word("paper-total")), number(total)];
        foot.extend(standings.iter().map(|one| counted.total(one).map_or_else(|| text(""), number)));
        foot.extend(lacking.iter().map(|one| number(one.blanks.values().sum::<usize>())));
        rows.push(foot);
        NumberSheet { name: self.word("selection-sheet-points"), head, rows }
    }

    /// Every mark that was handed in, with its comment, and what was agreed on.
    fn marks_sheet(&self) -> NumberSheet {
        let counted = &self.counted;
        let ballot = &counted.gathered.ballot;
        let mut rows = Vec::new();
        let titles: HashMap<&str, &str> =
            ballot.items.iter().map(|item| (&*item.id, counted.title(&item.id))).collect();
        for sheet in &ballot.sheets {
            let hers = self.key(&sheet.evaluator);
            let kept = counted.gathered.sheets.iter().find(|kept| kept.evaluator.id == sheet.evaluator);
            let marks = kept.into_iter().flat_map(|kept| &kept.marks);
            let marks: HashMap<(&str, &str), &Mark> =
                marks.map(|mark| ((&*mark.criterion, &*mark.bidder), mark)).collect();
            for item in &ballot.items {
                for bidder in ballot.bidders.iter().filter(|bidder| sheet.is_asked(&item.id, &bidder.id)) {
                    let key = (item.id.clone(), bidder.id.clone());
                    let said = sheet.comments.contains(&key);
                    let comment = marks.get(&(&*item.id, &*bidder.id)).filter(|_| said);
                    let mark = sheet.marks.get(&key);
                    let computed = matches!(item.scheme, Scheme::Price(_));
                    let blank = || if computed { String::new() } else { self.word("result-blank") };
                    rows.push(vec![
                        text(hers.as_str()),
                        text(counted.evaluator(&sheet.evaluator)),
                        text(titles[&*item.id]),
                        text(counted.short(&bidder.id)),
                        text(mark.map_or_else(blank, |mark| self.mark(&item.id, mark))),
                        mark.map_or_else(|| text(""), |mark| worth(item, mark)),
                        text(comment.map(|mark| mark.comment.clone()).unwrap_or_default()),
                    ]);
                }
            }
        }
        for one in self.agreed() {
            let by = if one.agreed_by.is_empty() {
                self.word("selection-agreed-mark")
            } else {
                let names = one.agreed_by.join(&self.word("list-comma"));
                self.say(&Text::new("selection-agreed-mark-by").arg("names", names))
            };
            rows.push(vec![
                text(""),
                text(by),
                text(counted.title(&one.criterion)),
                text(counted.short(&one.bidder)),
                text(self.mark(&one.criterion, &one.mark)),
                ballot.item(&one.criterion).map_or_else(|| text(""), |item| worth(item, &one.mark)),
                text(one.reason.clone()),
            ]);
        }
        with_like_decimals(&mut rows, WORTH);
        let head = self.heads(&["key", "evaluator", "criterion", "bidder", "mark", "mark-worth", "comment"]);
        NumberSheet { name: self.word("selection-sheet-marks"), head, rows }
    }

    fn estimate_sheet(&self) -> NumberSheet {
        let mut rows = Vec::new();
        for one in &self.estimates {
            for (line, sum) in one.lines.iter().zip(&one.total.lines) {
                rows.push(vec![
                    text(self.counted.short(&one.bidder)),
                    number(one.estimate.revision),
                    text(line.title.clone()),
                    line.unit_price.map_or_else(|| text(""), number),
                    if line.quantity.is_empty() { text("") } else { number(&line.quantity) },
                    number(sum.months),
                    text(self.tax(line.tax)),
                    sum.amount.map_or_else(|| text(""), number),
                ]);
            }
            let sums = self.say(&Text::new("selection-without-tax"));
            rows.push(vec![
                text(self.counted.short(&one.bidder)),
                number(one.estimate.revision),
                text(sums),
                text(""),
                text(""),
                text(""),
                text(self.tax(Tax::Excluded)),
                number(one.total.without_tax),
            ]);
        }
        let head = ["bidder", "revision", "line", "line-price", "line-quantity", "line-months", "line-tax", "line-sum"];
        let head = self.heads(&head);
        NumberSheet { name: self.word("selection-sheet-estimates"), head, rows }
    }

    /// Whether the tax is in a line, in the words of its estimate.
    fn tax(&self, tax: Tax) -> String {
        self.word(match tax {
            Tax::Excluded => "value-estimate-line-tax-excluded",
            Tax::Included => "value-estimate-line-tax-included",
            Tax::Exempt => "value-estimate-line-tax-exempt",
        })
    }

    /// All that is odd; none where nothing is.
    fn odd_sheet(&self) -> Option<NumberSheet> {
        let (_, odd) = self.counted.odd(&[], usize::MAX);
        let rows: Vec<Vec<Number>> =
            odd.iter().map(|one| vec![text(one.head.as_str()), text(self.say(&one.text))]).collect();
        let name = self.word("selection-odd");
        (!rows.is_empty()).then(|| NumberSheet { name, head: self.heads(&["odd-about", "odd"]), rows })
    }

    /// How often each is first over the random weightings, how many there were, and what they were drawn from.
    fn firm_sheet(&self) -> NumberSheet {
        let (uniform, near) = (&self.firmness.uniform, &self.firmness.near);
        let mut rows: Vec<Vec<Number>> = Vec::new();
        for (id, times) in &uniform.first {
            let closer = near.first.get(id).copied().unwrap_or_default();
            rows.push(vec![text(self.counted.short(id)), number(times), number(closer)]);
        }
        rows.push(vec![text(self.word("selection-firm-runs")), number(uniform.runs), number(near.runs)]);
        let seed = self.word("selection-firm-seed");
        rows.push(vec![text(seed), text(seed_words(uniform.seed)), text(seed_words(near.seed))]);
        NumberSheet {
            name: self.word("selection-sheet-firm"),
            head: self.heads(&["bidder", "firm-uniform", "firm-near"]),
            rows,
        }
    }

    /// The weights at which another bidder is first; none where nobody is first alone.
    fn weights_sheet(&self) -> Option<NumberSheet> {
        let rows = self.told.weights.iter().map(|one| {
            vec![
                text(one.number.as_str()),
                text(one.title.as_str()),
                number(&one.weight),
                one.at.as_ref().map_or_else(|| text(self.word("firm-never")), number),
                text(one.other.clone().unwrap_or_default()),
            ]
        });
        let rows: Vec<Vec<Number>> = rows.collect();
        let head = self.heads(&["number", "criterion", "weight", "weight-turning", "weight-other"]);
        (!rows.is_empty()).then(|| NumberSheet { name: self.word("selection-sheet-weights"), head, rows })
    }

    /// How the bidders stand when something is otherwise; none where nothing was tried.
    fn cases_sheet(&self) -> Option<NumberSheet> {
        let cases = self.cases().into_iter().map(|(what, case)| {
            let lead = case.lead.as_ref().map_or_else(|| text(""), number);
            vec![text(what), text(self.ranked(case, " ")), lead]
        });
        let rows: Vec<Vec<Number>> = cases.collect();
        let head = self.heads(&["case", "case-ranking", "case-lead"]);
        (!rows.is_empty()).then(|| NumberSheet { name: self.word("selection-sheet-cases"), head, rows })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_below_each_other_have_like_decimals() {
        let told = |shares: [&str; 3]| {
            let mut rows: Vec<Vec<Number>> = shares.iter().map(|share| vec![text("x"), number(share)]).collect();
            rows.push(vec![text("x"), text("")]);
            with_like_decimals(&mut rows, 1);
            let shown = rows.into_iter().filter_map(|mut row| match row.remove(1) {
                Number::Decimal(value) => Some(value),
                Number::Words(_) => None,
            });
            shown.collect::<Vec<_>>()
        };
        assert_eq!(told(["1", "0.5", "0"]), ["1.0", "0.5", "0.0"]);
        assert_eq!(told(["1", "0.25", "0"]), ["1.00", "0.25", "0.00"], "no decimal is lost");
        assert_eq!(told(["1", "0", "1"]), ["1.0", "0.0", "1.0"]);
    }
}
