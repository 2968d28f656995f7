//! Whose mark is whose: the evaluators under the keys that all tables of the report use, and their marks in that order.

use super::{bold, words, Part, Sources};
use crate::criterion::{shown, Criterion};
use crate::evaluation::score::{rounded, Outcome};
use crate::marking::ballot::Gathered;
use crate::marking::paper::mark_word;
use crate::marking::words::signed;
use crate::marking::Consensus;
use crate::paper::Align;
use crate::Text;

/// Nothing stands there: a mark was left blank, or there is no such number.
pub(super) const BLANK: &str = "－";
/// She is not asked there, or has not handed in.
const UNASKED: &str = "／";

/// Evaluators whose own marks stand beside the points.
const DRAWN: usize = 4;

/// The key of the evaluator in this place.
pub(super) fn keyed(place: usize) -> String {
    format!("E{}", place + 1)
}

impl Sources {
    /// The key of an evaluator: `E1` for the first of all who give marks.
    pub(super) fn key(&self, evaluator: &str) -> String {
        let place = self.counted.gathered.sheets.iter().position(|sheet| sheet.evaluator.id == evaluator);
        place.map(keyed).unwrap_or_default()
    }

    /// Whether the evaluators' own marks stand beside the points.
    pub(super) fn shows_own_marks(&self) -> bool {
        self.counted.gathered.sheets.len() <= DRAWN
    }

    /// What was agreed on and counts: nothing of a bidder that is not in the result, nor of prices while they are
    /// closed.
    pub(super) fn agreed(&self) -> Vec<&Consensus> {
        let Gathered { agreed, ballot, .. } = &self.counted.gathered;
        let place = |one: &Consensus| (one.criterion.clone(), one.bidder.clone());
        let counts = |one: &&Consensus| self.is_judged(&one.bidder) && ballot.consensus.contains_key(&place(one));
        agreed.iter().filter(counts).collect()
    }

    /// Whether agreed marks stand beside the points: what is passed or failed shows none.
    fn shows_agreed_marks(&self) -> bool {
        self.agreed().iter().any(|one| self.counted.pass_fail(&one.criterion).is_empty())
    }

    /// The caption of the tables of points, which says whether marks stand beside them.
    pub(super) fn matrix_cap(&self) -> String {
        let marked = self.shows_own_marks() || self.shows_agreed_marks();
        self.word(if marked { "selection-matrix-cap" } else { "selection-matrix-cap-points" })
    }

    /// A mark in a criterion, as people read it.
    pub(super) fn mark(&self, criterion: &str, mark: &str) -> String {
        let judged = self.counted.gathered.criteria.iter().find(|one| one.id == criterion);
        judged.map_or_else(|| mark.to_owned(), |one| mark_word(&one.scheme, mark, self.lang()))
    }

    /// The marks of all evaluators for a criterion and a bidder, each in her place.
    pub(super) fn in_order(&self, place: &(String, String)) -> Vec<String> {
        let given = self.counted.given(place).iter();
        let said = given.map(|mark| match mark.as_deref() {
            None => UNASKED.to_owned(),
            Some("") => BLANK.to_owned(),
            Some(mark) => self.mark(&place.0, mark),
        });
        said.collect()
    }

    /// Whether a bidder passed what is passed or failed, in a word; empty where nobody has judged it, none for a criterion with
    /// points.
    pub(super) fn passed(&self, criterion: &str, bidder: &str) -> Option<String> {
        let judged = self.counted.pass_fail(criterion);
        let passed =
            || self.counted.passed(&judged, bidder).map(|mark| self.mark(&judged[0].id, mark)).unwrap_or_default();
        (!judged.is_empty()).then(passed)
    }

    /// The weight of a criterion, or what stands in place of one: it is passed or failed, it divides, or none is set.
    pub(super) fn weight(&self, criterion: &Criterion) -> String {
        if !self.counted.pass_fail(&criterion.id).is_empty() {
            return self.word("evaluation-sheet-label-pass-fail");
        }
        if self.counted.divides(&criterion.id) {
            return self.word("result-divisor");
        }
        if self.counted.is_unweighed(&criterion.id) {
            return self.word("selection-weight-open");
        }
        self.counted.weight(&criterion.id).map(shown).unwrap_or_default()
    }

    /// The evaluators with their keys.
    pub(super) fn evaluators(&self) -> Vec<Part> {
        let sheets = &self.counted.gathered.sheets;
        if sheets.is_empty() {
            return Vec::new();
        }
        let rows = sheets.iter().enumerate().map(|(place, sheet)| {
            let at = sheet.handed_in.last().map(|one| self.day(&one.at));
            vec![
                bold(keyed(place)),
                words(sheet.evaluator.name.clone()),
                words(sheet.evaluator.role.clone()),
                words(at.unwrap_or_else(|| self.word("selection-not-handed-in"))),
            ]
        });
        let head = ["key", "evaluator", "post", "handed-in"];
        let table = self.table("selection-evaluators-cap", &head, rows.collect(), vec![Align::Left; 4]);
        let mut note = Vec::new();
        if self.shows_own_marks() {
            note.push(Text::new("selection-marks-order"));
        } else {
            note.push(Text::new("selection-marks-apart").arg("cap", self.matrix_cap()));
            let blank = self.counted.own.standings.iter().any(|one| one.blanks.values().any(|count| *count > 0));
            note.extend(blank.then(|| Text::new("selection-marks-blank")));
        }
        // Of a sole evaluator every mark stands alone.
        if sheets.len() > 1 && self.shows_agreed_marks() {
            note.push(Text::new("selection-marks-agreed"));
        }
        vec![table, self.paragraph(&note)]
    }

    pub(super) fn agreed_table(&self, agreed: &[&Consensus]) -> Part {
        let counted = &self.counted;
        let of = |outcome: &Outcome, criterion: &str, bidder: &str| {
            outcome.of(bidder).and_then(|one| one.points.get(criterion).copied().flatten())
        };
        let rows = agreed.iter().map(|one| {
            let place = (one.criterion.clone(), one.bidder.clone());
            let own = self.in_order(&place).into_iter().enumerate().filter(|(_, mark)| mark != UNASKED);
            let own: Vec<String> = own.map(|(place, mark)| format!("{} {mark}", keyed(place))).collect();
            let (before, now) =
                (of(&counted.own, &one.criterion, &one.bidder), of(&counted.outcome, &one.criterion, &one.bidder));
            let rounding = counted.gathered.ballot.rounding;
            let difference = before.zip(now).and_then(|(before, now)| rounded(now - before, rounding).ok());
            vec![
                words(counted.title(&one.criterion)),
                words(counted.short(&one.bidder)),
                words(own.join("\n")),
                bold(self.mark(&one.criterion, &one.mark)),
                words(difference.map_or_else(|| BLANK.to_owned(), signed)),
                words(one.agreed_by.join("\n")),
                words(one.reason.clone()),
            ]
        });
        let head =
            ["criterion", "bidder", "agreed-own", "agreed-mark", "agreed-difference", "agreed-by", "agreed-reason"];
        self.table(
            "selection-agreed-cap",
            &head,
            rows.collect(),
            vec![Align::Left, Align::Left, Align::Left, Align::Centre, Align::Right, Align::Left, Align::Left],
        )
    }
}
