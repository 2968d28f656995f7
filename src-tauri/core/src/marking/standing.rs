//! How far the sheets of a procurement are, told without a look at any mark.

use super::sheet::{leaves, markers, wanted};
use super::{ConflictStatement, HandIn};
use crate::calendar::Moment;
use crate::criterion::{self, judging::Judging};
use crate::proposal::Proposal;
use crate::storage::Read;
use crate::Result;

/// How many of the sheets are in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheets {
    /// Evaluators of whom marks are wanted.
    pub wanted: usize,
    /// Those who have handed in all of it.
    pub handed_in: usize,
    /// Somebody has signed a statement.
    pub begun: bool,
    /// Until when they are to be handed in, in Japan's time.
    pub due: Option<Moment>,
    /// Proposals there are to judge.
    pub proposals: u32,
}

impl Sheets {
    /// The sheets of a procurement.
    pub fn of(read: &Read<'_>, procurement: &str) -> Result<Self> {
        const HERS: &str = "WHERE evaluator IN (SELECT id FROM evaluator WHERE procurement = ?1)";
        let judging = Judging::of(read, procurement)?;
        let criteria = leaves(&criterion::of(read, procurement)?);
        let all: Vec<HandIn> = read.all(HERS, &[&procurement])?;
        let (mut asked, mut done) = (0, 0);
        for evaluator in markers(read, procurement)? {
            let parts = wanted(&judging, &criteria, &evaluator);
            let is_in = |part| all.iter().any(|one| one.evaluator == evaluator.id && one.covers(part));
            asked += usize::from(!parts.is_empty());
            done += usize::from(!parts.is_empty() && parts.into_iter().all(is_in));
        }
        Ok(Self {
            wanted: asked,
            handed_in: done,
            begun: read.count::<ConflictStatement>(HERS, &[&procurement])? > 0,
            due: judging.due.parse().ok(),
            proposals: read.count::<Proposal>("WHERE procurement = ?1", &[&procurement])?,
        })
    }
}
