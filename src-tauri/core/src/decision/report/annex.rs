//! The annexes of the report: sheets, proposals side by side, estimates with how their totals came about, the record.

use std::cmp::Ordering;

use super::marks::BLANK;
use super::{bold, heading, words, Part, Section, Sources};
use crate::distribution::ledger::standing;
use crate::marking::result::Counted;
use crate::marking::words::grouped;
use crate::paper::{Align, Block, Cell};
use crate::proposal::explain::quantity;
use crate::proposal::price::{chosen, estimates, lines, total, Total};
use crate::proposal::{Estimate, EstimateLine, Fit, LineKind, Proposal, Tax};
use crate::storage::Read;
use crate::{Result, Text};

/// An estimate with its lines and what they add up to.
#[derive(Debug, Clone)]
pub(super) struct Estimated {
    /// The bidder.
    pub bidder: String,
    /// The estimate.
    pub estimate: Estimate,
    /// Its lines.
    pub lines: Vec<EstimateLine>,
    /// What they add up to.
    pub total: Total,
    /// Whether it came before the one that is compared, is that one, or came after it.
    pub place: Ordering,
}

/// The estimates of a proposal.
pub(super) fn estimated(read: &Read<'_>, counted: &Counted, proposal: &Proposal) -> Result<Vec<Estimated>> {
    let compared = chosen(read, proposal)?.map_or(i64::MAX, |one| one.revision);
    estimates(read, &proposal.id)?
        .into_iter()
        .map(|estimate| {
            let place = estimate.revision.cmp(&compared);
            let lines = lines(read, &estimate.id)?;
            let total = total(&lines, &counted.gathered.basis);
            Ok(Estimated { bidder: proposal.bidder.clone(), estimate, lines, total, place })
        })
        .collect()
}

/// Comments of so many evaluators stand in the annex; where there are more, the workbook has them.
const SHEETS: usize = 8;

impl Sources {
    pub(super) fn sheets_body(&self) -> Vec<Part> {
        let ballot = &self.counted.gathered.ballot;
        if ballot.sheets.is_empty() {
            return Vec::new();
        }
        if ballot.sheets.len() > SHEETS || ballot.items.len() * ballot.bidders.len() > 240 {
            return vec![self.paragraph(&[Text::new("selection-sheets-elsewhere").arg("count", ballot.sheets.len())])];
        }
        let mut body = Vec::new();
        for sheet in &ballot.sheets {
            let Some(kept) = self.counted.gathered.sheets.iter().find(|kept| kept.evaluator.id == sheet.evaluator)
            else {
                continue;
            };
            let key = self.key(&sheet.evaluator);
            let who = self.lang().who(&[&kept.evaluator.name, &kept.evaluator.role]);
            body.push(heading(self.lang().in_line(&[&key, &who])));
            let mut rows: Vec<Vec<Cell>> = Vec::new();
            for item in &ballot.items {
                for bidder in &ballot.bidders {
                    let key = (item.id.clone(), bidder.id.clone());
                    if !sheet.is_asked(&item.id, &bidder.id)
                        || (!sheet.marks.contains_key(&key) && !sheet.comments.contains(&key))
                    {
                        continue;
                    }
                    let comment = kept.mark(&item.id, &bidder.id).map(|mark| mark.comment.clone()).unwrap_or_default();
                    rows.push(vec![
                        words(self.counted.title(&item.id)),
                        words(self.counted.short(&bidder.id)),
                        bold(sheet.marks.get(&key).map_or_else(|| BLANK.into(), |mark| self.mark(&item.id, mark))),
                        words(comment),
                    ]);
                }
            }
            let align = vec![Align::Left, Align::Left, Align::Centre, Align::Left];
            body.push(self.table("selection-sheet-cap", &["criterion", "bidder", "mark", "comment"], rows, align));
        }
        body
    }

    /// A bidder by the name of its column, and how it left where it did so before it was judged.
    fn named_in_annex(&self, bidder: &str) -> String {
        let name = self.counted.short(bidder);
        let parties = &self.knowledge.parties;
        match parties.iter().find(|party| party.bidder == bidder).filter(|party| self.has_left(party)) {
            Some(party) => format!("{name}\n{}", standing(party, self.house.today, self.lang())),
            None => name.to_owned(),
        }
    }

    /// The total that is compared; of a proposal that is not, what its last estimate adds up to.
    fn proposed_price(&self, bidder: &str) -> Option<i64> {
        if self.is_judged(bidder) {
            return self.price(bidder);
        }
        let last = self.estimates.iter().find(|one| one.place == Ordering::Equal && one.bidder == bidder)?;
        last.total.compared(&self.counted.gathered.basis)
    }

    pub(super) fn proposals_body(&self) -> Vec<Part> {
        let rows: Vec<Vec<Cell>> = self
            .proposals
            .iter()
            .map(|one| {
                let answers = |fit: Fit| {
                    let count = self.answers.iter().filter(|answer| answer.proposal == one.id && answer.answer == fit);
                    count.count().to_string()
                };
                let heads = [one.staff.as_str(), one.leads.as_str(), one.busy_extra.as_str()];
                let heads = heads.map(|count| if count.is_empty() { "－" } else { count }).join("／");
                vec![
                    bold(self.named_in_annex(&one.bidder)),
                    words(self.proposed_price(&one.bidder).map_or_else(|| BLANK.into(), grouped)),
                    words(heads),
                    words(answers(Fit::Full)),
                    words(answers(Fit::Partly)),
                    words(answers(Fit::Alternative)),
                    words(answers(Fit::None)),
                    words(one.summary.clone()),
                ]
            })
            .collect();
        if rows.is_empty() {
            return Vec::new();
        }
        let mut align = vec![Align::Left];
        align.extend([Align::Right; 6]);
        align.push(Align::Left);
        let head = ["bidder", "price", "heads", "fit-full", "fit-partly", "fit-other", "fit-none", "outline"];
        let mut table = self.table("selection-proposals-cap", &head, rows, align);
        if let Part::Block(Block::Table { head, .. }) = &mut table {
            head[1] = words(self.price_head());
        }
        vec![table]
    }

    pub(super) fn estimates_body(&self) -> Vec<Part> {
        let mut body = Vec::new();
        for one in &self.estimates {
            let title = Text::new("selection-estimate")
                .arg("name", self.counted.short(&one.bidder))
                .arg("revision", one.estimate.revision);
            body.push(heading(self.say(&title)));
            if !one.estimate.reason.is_empty() {
                body.push(
                    self.paragraph(&[Text::new("selection-estimate-reason").arg("reason", &one.estimate.reason)]),
                );
            }
            let rows = one.lines.iter().zip(&one.total.lines).map(|(line, sum)| {
                let kind = match line.kind {
                    LineKind::OneOff => "value-estimate-line-kind-one-off",
                    LineKind::Monthly => "value-estimate-line-kind-monthly",
                    LineKind::Unit => "value-estimate-line-kind-unit",
                };
                let tax = match line.tax {
                    Tax::Excluded => "selection-tax-excluded",
                    Tax::Included => "selection-tax-included",
                    Tax::Exempt => "selection-tax-exempt",
                };
                vec![
                    words(line.title.clone()),
                    words(self.word(kind)),
                    words(line.unit_price.map_or_else(|| "－".into(), grouped)),
                    words(quantity(line, self.lang())),
                    words(sum.months.to_string()),
                    words(self.word(tax)),
                    words(sum.amount.map_or_else(|| "－".into(), grouped)),
                ]
            });
            let rows: Vec<Vec<Cell>> = rows.collect();
            let align =
                vec![Align::Left, Align::Left, Align::Right, Align::Right, Align::Right, Align::Left, Align::Right];
            let head = ["line", "line-kind", "line-price", "line-quantity", "line-months", "line-tax", "line-amount"];
            body.push(self.table("selection-estimate-cap", &head, rows, align));
            let sums = Text::new("selection-estimate-sum")
                .arg("without", grouped(one.total.without_tax))
                .arg("with", grouped(one.total.with_tax))
                .arg("months", self.counted.gathered.basis.months);
            let mut told = vec![sums];
            match one.place {
                Ordering::Less => told.push(Text::new("selection-estimate-replaced")),
                Ordering::Equal => {}
                Ordering::Greater => told.push(Text::new("selection-estimate-after")),
            }
            body.push(self.paragraph(&told));
        }
        body
    }

    /// The annex with the hash of the journal, always the last.
    pub(super) fn record(&self, hash: &str) -> Section {
        let lead = self.paragraph(&[Text::new("selection-record")]);
        let hash = Block::Paragraph { r: hash.into() };
        Section { name: self.word("selection-annex-record"), body: vec![lead, Part::Block(hash)] }
    }
}
