//! How far the sheets of a procurement are, told without a word of what any mark says.

use super::ballot::{agreed, exclusion};
use super::sheet::{leaves, markers, wanted, Sheet};
use super::sheets::Marks;
use super::{ConflictStatement, Consensus, HandIn, Part};
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
    /// Once all are in, the bidders they hold no mark of.
    pub unmarked: usize,
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
        let all_in = asked > 0 && done == asked;
        let unmarked = if all_in { unmarked(read, &Sheet::all(read, procurement, Marks::HandedIn)?)?.len() } else { 0 };
        Ok(Self {
            unmarked,
            wanted: asked,
            handed_in: done,
            begun: read.count::<ConflictStatement>(HERS, &[&procurement])? > 0,
            due: judging.due.parse().ok(),
            proposals: read.count::<Proposal>("WHERE procurement = ?1", &[&procurement])?,
        })
    }
}

/// The bidders whose proposals were recorded after sheets were handed in that hold not one mark of them, in order: each
/// with how many sheets those are. What was agreed on in their place and who is left out of the comparison want none.
///
/// # Errors
/// Where the store cannot be read.
pub fn unmarked(read: &Read<'_>, sheets: &[Sheet]) -> Result<Vec<(String, usize)>> {
    let Some(first) = sheets.first() else { return Ok(Vec::new()) };
    let procurement = &first.evaluator.procurement;
    let agreed = agreed(read, procurement)?;
    let proposals: Vec<Proposal> = read.all("WHERE procurement = ?1", &[procurement])?;
    let mut found = Vec::new();
    for bidder in first.bidders.iter() {
        let Some(proposal) = proposals.iter().find(|one| one.bidder == bidder.id) else { continue };
        // Keys grow with time.
        let came_after = |sheet: &&Sheet| sheet.handed_in.iter().any(|one| one.id < proposal.id);
        let later = sheets.iter().filter(came_after);
        let count = later.filter(|sheet| lacks(sheet, &bidder.id, &agreed)).count();
        if count > 0 && exclusion(read, &bidder.id)?.is_none() {
            found.push((bidder.id.clone(), count));
        }
    }
    Ok(found)
}

/// Whether what is in of a sheet holds not one mark of a bidder, and not all of it is agreed on.
fn lacks(sheet: &Sheet, bidder: &str, agreed: &[Consensus]) -> bool {
    let asked = sheet.asked(Part::All).into_iter();
    let places: Vec<&str> = asked
        .filter(|(criterion, one)| one.id == bidder && sheet.is_in(sheet.part_of(criterion)))
        .map(|(criterion, _)| criterion.id.as_str())
        .collect();
    let blank = |place: &str| sheet.mark(place, bidder).is_none_or(|mark| mark.mark.is_empty());
    let open = |place: &str| !agreed.iter().any(|one| one.criterion == place && one.bidder == bidder);
    places.iter().all(|place| blank(place)) && places.iter().any(|place| open(place))
}
