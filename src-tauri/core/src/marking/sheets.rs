//! The sheets of a procurement, read together: what they share is read once.

use std::sync::Arc;

use super::sheet::{handed_in, leaves, markers, price_open, statement, Sheet};
use crate::criterion::{self, judging::Judging};
use crate::proposal::price::competing;
use crate::storage::Read;
use crate::Result;

/// Which marks are read with the sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// None: only how far the sheets are handed in is asked.
    None,
    /// Those of sheets of which something is handed in.
    HandedIn,
    /// All, those of open sheets among them: they are for counting only.
    All,
}

impl Sheet {
    /// The sheets of all who give marks, in their order.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub fn all(read: &Read<'_>, procurement: &str, with: Marks) -> Result<Vec<Self>> {
        let criteria: Arc<[_]> = leaves(&criterion::of(read, procurement)?).into();
        let bidders: Arc<[_]> = competing(read, procurement)?.into_iter().map(|(bidder, _)| bidder).collect();
        let judging = Arc::new(Judging::of(read, procurement)?);
        let price_open = price_open(read, procurement)?;
        let mut sheets = Vec::new();
        for evaluator in markers(read, procurement)? {
            let handed_in = handed_in(read, &evaluator.id)?;
            let wanted = match with {
                Marks::None => false,
                Marks::HandedIn => !handed_in.is_empty(),
                Marks::All => true,
            };
            sheets.push(Self {
                criteria: Arc::clone(&criteria),
                bidders: Arc::clone(&bidders),
                judging: Arc::clone(&judging),
                statement: statement(read, &evaluator.id)?,
                marks: if wanted {
                    read.all("WHERE evaluator = ?1 ORDER BY id", &[&evaluator.id])?
                } else {
                    Vec::new()
                },
                handed_in,
                price_open,
                evaluator,
            });
        }
        Ok(sheets)
    }
}
