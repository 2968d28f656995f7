//! What every evaluator stated about conflicts of interest, and what was ruled on it.

use super::marks::keyed;
use super::{heading, words, Part, Sources};
use crate::marking::result::Counted;
use crate::marking::sheet::statements;
use crate::marking::{Conflict, ConflictStatement, Ruling};
use crate::paper::{Align, Cell};
use crate::storage::Read;
use crate::{Result, Text};

/// The statements of an evaluator, the earliest first.
#[derive(Debug, Clone)]
pub(super) struct Stated {
    /// Her key and name.
    pub name: String,
    /// Each with the bidders it names; the last one holds.
    pub statements: Vec<(ConflictStatement, Vec<Conflict>)>,
}

/// The statements of all who give marks, in their order.
pub(super) fn stated(read: &Read<'_>, counted: &Counted) -> Result<Vec<Stated>> {
    let sheets = counted.gathered.sheets.iter().enumerate();
    let of = sheets.map(|(place, sheet)| {
        let statements = statements(read, &sheet.evaluator.id)?;
        Ok(Stated { name: format!("{} {}", keyed(place), sheet.evaluator.name), statements })
    });
    of.collect()
}

impl Sources {
    pub(super) fn interests_body(&self) -> Vec<Part> {
        if self.stated.is_empty() {
            return Vec::new();
        }
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for one in &self.stated {
            if one.statements.is_empty() {
                let missing = self.word("selection-interests-missing");
                rows.push(vec![words(one.name.clone()), words(""), words(missing), words("")]);
            }
            let last = one.statements.len().saturating_sub(1);
            for (n, (signed, named)) in one.statements.iter().enumerate() {
                rows.push(vec![
                    words(one.name.clone()),
                    words(self.day(&signed.signed_at)),
                    words(self.what_was_stated(signed, named)),
                    words(self.ruled(signed, named, n < last)),
                ]);
            }
        }
        let head = ["evaluator", "date", "interests-stated", "interests-ruled"];
        vec![
            heading(self.word("selection-interests")),
            self.table("selection-interests-cap", &head, rows, vec![Align::Left; 4]),
        ]
    }

    /// What she stated: that there is nothing, or what ties her to whom.
    fn what_was_stated(&self, signed: &ConflictStatement, named: &[Conflict]) -> String {
        let mut lines = Vec::new();
        if !signed.conflict {
            lines.push(self.word("selection-interests-none"));
        }
        lines.extend(named.iter().map(|tie| {
            let name = self.counted.short(&tie.bidder);
            self.say(&Text::new("selection-interests-tie").arg("name", name).arg("what", &tie.what))
        }));
        // Who has nothing to state often says so in her own words as well.
        let note = signed.note.trim();
        if !note.is_empty() && !lines.iter().any(|line| line.contains(note)) {
            lines.push(note.to_owned());
        }
        lines.join("\n")
    }

    /// What follows for the bidders she named, and why she stated anew.
    fn ruled(&self, signed: &ConflictStatement, named: &[Conflict], replaced: bool) -> String {
        let mut lines: Vec<String> = named
            .iter()
            .map(|tie| {
                let ruling = match tie.ruling {
                    Ruling::Open => "selection-interests-open",
                    Ruling::Aside => "value-conflict-ruling-aside",
                    Ruling::Allowed => "value-conflict-ruling-allowed",
                };
                let id =
                    if tie.reason.is_empty() { "selection-interests-ruling" } else { "selection-interests-because" };
                let text = Text::new(id).arg("name", self.counted.short(&tie.bidder)).arg("ruling", self.word(ruling));
                self.say(&text.arg("reason", &tie.reason))
            })
            .collect();
        if !signed.reason.is_empty() {
            lines.push(self.say(&Text::new("selection-interests-anew").arg("reason", &signed.reason)));
        }
        if replaced {
            lines.push(self.word("selection-interests-replaced"));
        }
        lines.join("\n")
    }
}
