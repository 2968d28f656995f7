//! How firm the result is: what it takes to change the winner, and what the random weightings were drawn from.

use super::marks::BLANK;
use super::{bold, words, Part, Sources};
use crate::evaluation::score::firmness::Firmness;
use crate::marking::firm::{flips_picture, trials_picture, Otherwise};
use crate::marking::picture::Medium;
use crate::marking::words::grouped;
use crate::paper::{Align, Cell};
use crate::Text;

/// A seed as it is printed: never taken for a number, which a workbook would shorten.
pub(super) fn seed_words(seed: u64) -> String {
    format!("0x{seed:016x}")
}

impl Sources {
    pub(super) fn firm_body(&self) -> Vec<Part> {
        match self.counted.outcome.standings.iter().filter(|one| one.rank.is_some()).count() {
            0 | 1 => return vec![self.paragraph(&self.told.paragraph)],
            _ => (),
        }
        let lang = self.lang();
        let mut said = self.told.paragraph.clone();
        let alone = self.told.flips.is_some();
        if !alone {
            said.push(Text::new("selection-flips-none"));
        }
        let mut body = vec![self.paragraph(&said)];
        if alone {
            let picture = flips_picture(&self.counted, &self.firmness, lang, Medium::Paper);
            body.push(self.chart("selection-flips-cap", picture));
        }
        // The picture has the first level; where there are parts, the table has them under it.
        if self.told.weights.iter().any(|one| one.parent.is_some()) {
            body.push(self.weights_table());
        }
        let picture = trials_picture(&self.counted, &self.firmness.uniform, lang, Medium::Paper);
        body.push(self.chart("selection-uniform-cap", picture));
        let drawn = Text::new("selection-trials")
            .arg("runs", grouped(i64::from(self.firmness.uniform.runs)))
            .arg("uniform", seed_words(self.firmness.uniform.seed))
            .arg("near", seed_words(self.firmness.near.seed));
        body.push(self.paragraph(&[drawn]));
        let row = |(what, case): (String, &Otherwise)| {
            // A rank stays in the line of its name.
            let ranking = self.ranked(case, "\u{a0}");
            vec![
                words(what),
                if case.changes { bold(ranking) } else { words(ranking) },
                words(case.lead.as_ref().map_or_else(|| BLANK.to_owned(), |lead| lead.replace('-', "−"))),
            ]
        };
        let rows: Vec<Vec<Cell>> = self.cases().into_iter().map(row).collect();
        if !rows.is_empty() {
            let align = vec![Align::Left, Align::Left, Align::Right];
            body.push(self.table("selection-cases-cap", &["case", "case-ranking", "case-lead"], rows, align));
        }
        body
    }

    fn weights_table(&self) -> Part {
        let rows = self.told.weights.iter().map(|one| {
            let title = one.title.clone();
            vec![
                words(one.number.clone()),
                if one.parent.is_none() { bold(title) } else { words(title) },
                words(one.weight.clone()),
                words(one.at.clone().unwrap_or_else(|| self.word("firm-never"))),
                words(one.other.clone().unwrap_or_else(|| BLANK.to_owned())),
            ]
        });
        let align = vec![Align::Left, Align::Left, Align::Right, Align::Right, Align::Left];
        let head = ["number", "criterion", "weight", "weight-turning", "weight-other"];
        self.table("selection-weights-cap", &head, rows.collect(), align)
    }

    /// The ways the ballot could be otherwise, each in words, an evaluator under her key. The rule for the price that holds
    /// is none of them.
    pub(super) fn cases(&self) -> Vec<(String, &Otherwise)> {
        let Firmness { without_evaluator, by_rule, .. } = &*self.firmness;
        let (people, bidders) = self.told.cases.split_at(without_evaluator.len().min(self.told.cases.len()));
        let keyed = people.iter().zip(without_evaluator).map(|(case, (id, _))| {
            let name = format!("{} {}", self.key(id), self.counted.evaluator(id));
            (self.say(&case.what.clone().arg("name", name.trim_start())), case)
        });
        let rules = self.told.rules.iter().zip(by_rule).filter(|(_, (rule, _))| !self.counted.holds(rule));
        let others = bidders.iter().chain(rules.map(|(case, _)| case));
        keyed.chain(others.map(|case| (self.say(&case.what), case))).collect()
    }

    /// How the bidders stand then, in words; `gap` is set between a rank and its names.
    pub(super) fn ranked(&self, case: &Otherwise, gap: &str) -> String {
        let ranks = case.ranking.iter().map(|rank| self.say(rank).replacen(' ', gap, 1));
        ranks.collect::<Vec<_>>().join(&self.word("list-comma"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_is_printed_whole_and_never_as_a_number() {
        assert_eq!(seed_words(0), "0x0000000000000000");
        assert_eq!(seed_words(u64::MAX), "0xffffffffffffffff");
        assert_ne!(seed_words(9_007_199_254_740_993), seed_words(9_007_199_254_740_992));
    }
}
