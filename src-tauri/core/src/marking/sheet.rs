//! The sheet of an evaluator (評価シート): a statement comes first, then marks with comments, then it is handed in and never
//! changes. What she sees of others' marks is nothing before that.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::{By, Conflict, ConflictStatement, HandIn, Mark, Part, Ruling};
use crate::bidder::Bidder;
use crate::criterion::judging::{Judging, Scheme, FAIL, PASS};
use crate::criterion::{self, Criterion};
use crate::evaluation::{evaluators, Evaluator};
use crate::journal::Tx;
use crate::l10n::company_spoken;
use crate::place::under;
use crate::procurement::line;
use crate::proposal::price::{competing, unruled};
use crate::storage::Read;
use crate::vendor::Vendor;
use crate::{Error, Result};

/// Longest comment, in characters.
pub const COMMENT: usize = 2_000;

/// What an evaluator is asked to mark, and what she may.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Whose it is.
    pub evaluator: Evaluator,
    /// The criteria that are marked or computed: those without parts, in order.
    pub criteria: Arc<[Criterion]>,
    /// The bidders that are compared, in order.
    pub bidders: Arc<[Bidder]>,
    /// The rules.
    pub judging: Arc<Judging>,
    /// Her statement, with the bidders it names.
    pub statement: Option<(ConflictStatement, Vec<Conflict>)>,
    /// What she has handed in.
    pub handed_in: Vec<HandIn>,
    /// Her marks.
    pub marks: Vec<Mark>,
    /// Every evaluator has handed in all that is not price, so that prices may be seen.
    pub price_open: bool,
}

/// The criteria that stand for themselves: those without parts.
pub fn leaves(criteria: &[Criterion]) -> Vec<Criterion> {
    let ordered = criterion::listed(criteria).into_iter().map(|(_, _, criterion)| criterion);
    ordered.filter(|criterion| under(criteria, Some(&criterion.id)).is_empty()).collect()
}

/// Whether a criterion is about the price, and stays closed with it.
pub fn is_price(criterion: &Criterion) -> bool {
    criterion.follows_price || !criterion.scheme.is_marked()
}

/// The statements of an evaluator, the earliest first, each with the bidders it names. The last one holds.
pub fn statements(read: &Read<'_>, evaluator: &str) -> Result<Vec<(ConflictStatement, Vec<Conflict>)>> {
    let all = read.all::<ConflictStatement>("WHERE evaluator = ?1 ORDER BY signed_at, id", &[&evaluator])?;
    let with_named = |signed: ConflictStatement| {
        let named = read.all::<Conflict>("WHERE statement = ?1 ORDER BY id", &[&signed.id])?;
        Ok((signed, named))
    };
    all.into_iter().map(with_named).collect()
}

/// The latest statement of an evaluator, with the bidders it names.
pub fn statement(read: &Read<'_>, evaluator: &str) -> Result<Option<(ConflictStatement, Vec<Conflict>)>> {
    Ok(statements(read, evaluator)?.pop())
}

/// What an evaluator has handed in.
pub fn handed_in(read: &Read<'_>, evaluator: &str) -> Result<Vec<HandIn>> {
    read.all("WHERE evaluator = ?1 ORDER BY at, id", &[&evaluator])
}

/// Those who give marks: evaluators that are no advisers.
pub fn markers(read: &Read<'_>, procurement: &str) -> Result<Vec<Evaluator>> {
    Ok(evaluators(read, procurement)?.into_iter().filter(|evaluator| !evaluator.adviser).collect())
}

/// Whether a criterion is an evaluator's to judge. Being asked for a whole includes its parts.
pub fn judges(evaluator: &Evaluator, criterion: &Criterion) -> bool {
    let named = |id: &str| evaluator.judges.iter().any(|judged| judged == id);
    evaluator.judges.is_empty() || named(&criterion.id) || criterion.parent.as_deref().is_some_and(named)
}

/// The part of a sheet a criterion belongs to.
pub fn part_of(judging: &Judging, criterion: &Criterion) -> Part {
    match (judging.price_closed, is_price(criterion)) {
        (false, _) => Part::All,
        (true, false) => Part::Main,
        (true, true) => Part::Price,
    }
}

/// The parts in which marks of an evaluator are wanted, in the order they are handed in. None where nothing of what is
/// marked is hers.
pub fn wanted(judging: &Judging, criteria: &[Criterion], evaluator: &Evaluator) -> BTreeSet<Part> {
    let hers = criteria.iter().filter(|criterion| criterion.scheme.is_marked() && judges(evaluator, criterion));
    hers.map(|criterion| part_of(judging, criterion)).collect()
}

/// Whether prices may be seen: they are not kept closed, everybody who judges the rest has handed it in, or they were
/// opened for a reason.
pub fn price_open(read: &Read<'_>, procurement: &str) -> Result<bool> {
    let judging = Judging::of(read, procurement)?;
    if !judging.keeps_prices() {
        return Ok(true);
    }
    let criteria = leaves(&criterion::of(read, procurement)?);
    let markers = markers(read, procurement)?;
    for evaluator in &markers {
        let judges_rest = wanted(&judging, &criteria, evaluator).contains(&Part::Main);
        if judges_rest && handed_in(read, &evaluator.id)?.is_empty() {
            return Ok(false);
        }
    }
    Ok(!markers.is_empty())
}

impl Sheet {
    /// The sheet of an evaluator.
    ///
    /// # Errors
    /// Refused for an adviser, who gives no marks.
    pub fn of(read: &Read<'_>, evaluator: &str) -> Result<Self> {
        let evaluator: Evaluator = read.get(evaluator)?;
        if evaluator.adviser {
            return Err(Error::say("error-adviser-no-sheet").arg("name", evaluator.name));
        }
        let procurement = &evaluator.procurement;
        Ok(Self {
            criteria: leaves(&criterion::of(read, procurement)?).into(),
            bidders: competing(read, procurement)?.into_iter().map(|(bidder, _)| bidder).collect(),
            judging: Arc::new(Judging::of(read, procurement)?),
            statement: statement(read, &evaluator.id)?,
            handed_in: handed_in(read, &evaluator.id)?,
            marks: read.all("WHERE evaluator = ?1 ORDER BY id", &[&evaluator.id])?,
            price_open: price_open(read, procurement)?,
            evaluator,
        })
    }

    /// The bidders she does not judge.
    pub fn steps_aside(&self) -> BTreeSet<&str> {
        let named = self.statement.iter().flat_map(|(_, named)| named);
        // As long as it is not ruled on, she does not judge it.
        named.filter(|named| named.ruling != Ruling::Allowed).map(|named| named.bidder.as_str()).collect()
    }

    /// Whether this criterion is hers to judge.
    pub fn judges(&self, criterion: &Criterion) -> bool {
        judges(&self.evaluator, criterion)
    }

    /// Whether a mark of hers is wanted there.
    pub fn is_asked(&self, criterion: &Criterion, bidder: &str) -> bool {
        criterion.scheme.is_marked() && self.judges(criterion) && !self.steps_aside().contains(bidder)
    }

    /// The part of the sheet a criterion belongs to.
    pub fn part_of(&self, criterion: &Criterion) -> Part {
        part_of(&self.judging, criterion)
    }

    /// The parts in which marks of hers are wanted.
    pub fn wanted(&self) -> BTreeSet<Part> {
        wanted(&self.judging, &self.criteria, &self.evaluator)
    }

    /// The part that is to be handed in next; none where all of them are in.
    pub fn due(&self) -> Option<Part> {
        self.wanted().into_iter().find(|part| !self.is_in(*part))
    }

    /// Whether a part has been handed in.
    pub fn is_in(&self, part: Part) -> bool {
        self.handed_in.iter().any(|one| one.covers(part))
    }

    /// Whether everything that is asked of her has been handed in.
    pub fn is_done(&self) -> bool {
        !self.handed_in.is_empty() && self.due().is_none()
    }

    /// Her mark there.
    pub fn mark(&self, criterion: &str, bidder: &str) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.criterion == criterion && mark.bidder == bidder)
    }

    /// What is asked of her in this part, as criterion and bidder.
    pub fn asked(&self, part: Part) -> Vec<(&Criterion, &Bidder)> {
        let aside = self.steps_aside();
        let bidders: Vec<&Bidder> = self.bidders.iter().filter(|bidder| !aside.contains(bidder.id.as_str())).collect();
        self.criteria
            .iter()
            .filter(|criterion| part == Part::All || self.part_of(criterion) == part)
            .filter(|criterion| criterion.scheme.is_marked() && self.judges(criterion))
            .flat_map(|criterion| bidders.iter().map(move |bidder| (criterion, *bidder)))
            .collect()
    }

    /// How many cells of this part are still blank, and how many marks stand without a comment.
    pub fn unfinished(&self, part: Part) -> (usize, usize) {
        let marks: HashMap<(&str, &str), &Mark> =
            self.marks.iter().map(|mark| ((mark.criterion.as_str(), mark.bidder.as_str()), mark)).collect();
        let asked = self.asked(part).into_iter();
        let cells = asked.map(|(criterion, bidder)| marks.get(&(criterion.id.as_str(), bidder.id.as_str())));
        cells.fold((0, 0), |(blank, bare), cell| match cell {
            Some(mark) if mark.mark.is_empty() => (blank + 1, bare),
            None => (blank + 1, bare),
            Some(mark) => (blank, bare + usize::from(mark.comment.is_empty())),
        })
    }
}

/// Signs the statement of an evaluator: no conflict, or a conflict with the bidders that are named and what ties her to
/// each. A later statement takes the place of an earlier one for a reason; the earlier one is kept.
///
/// # Errors
/// Refused where there is a conflict that says nothing or a bidder is named without words, for a later one without a
/// reason, and once a part of the sheet is handed in.
pub fn sign(
    tx: &mut Tx<'_>,
    evaluator: &str,
    conflict: bool,
    note: &str,
    named: &[(String, String)],
    reason: &str,
) -> Result<String> {
    let signer: Evaluator = tx.get(evaluator)?;
    if !handed_in(tx, evaluator)?.is_empty() {
        return Err(Error::say("error-sheet-handed-in").arg("name", signer.name));
    }
    let note = line(note)?;
    if conflict && note.is_empty() && named.is_empty() {
        return Err(Error::say("error-conflict-unsaid"));
    }
    let first = statement(tx, evaluator)?.is_none();
    let reason = if first { String::new() } else { line(reason)? };
    if !first && reason.is_empty() {
        return Err(Error::say("error-statement-reason").arg("name", signer.name));
    }
    let id = tx.new_id();
    let signed_at = tx.at().to_owned();
    let statement =
        ConflictStatement { id: id.clone(), evaluator: evaluator.into(), signed_at, conflict, note, reason };
    tx.insert(&statement)?;
    for (bidder, what) in named.iter().filter(|_| conflict) {
        let company = tx.get::<Bidder>(bidder)?.vendor;
        let what = line(what)?;
        if what.is_empty() {
            return Err(Error::say("error-conflict-what").arg("name", tx.get::<Vendor>(&company)?.name));
        }
        let record = Conflict {
            id: tx.new_id(),
            statement: id.clone(),
            bidder: bidder.clone(),
            what,
            ruling: Ruling::Open,
            reason: String::new(),
        };
        tx.insert(&record)?;
    }
    Ok(id)
}

/// Rules on a conflict: she steps aside for that bidder, or marks it for a reason.
///
/// # Errors
/// Refused without a reason where she is to mark it.
pub fn rule(tx: &mut Tx<'_>, conflict: &str, ruling: Ruling, reason: &str) -> Result<()> {
    let stored: Conflict = tx.get(conflict)?;
    let statement: ConflictStatement = tx.get(&stored.statement)?;
    if !handed_in(tx, &statement.evaluator)?.is_empty() {
        let name = tx.get::<Evaluator>(&statement.evaluator)?.name;
        return Err(Error::say("error-sheet-handed-in").arg("name", name));
    }
    let reason = line(reason)?;
    if ruling == Ruling::Allowed && reason.is_empty() {
        return Err(Error::say("error-ruling-reason"));
    }
    tx.update(&Conflict { ruling, reason, ..stored })
}

/// The mark as it is kept: ○△× in their usual other forms, grades and points as the scheme knows them.
///
/// # Errors
/// Refused with a sentence where the scheme does not know it.
pub fn read_mark(criterion: &Criterion, judging: &Judging, typed: &str) -> Result<String> {
    let typed = typed.trim();
    let unknown = || Error::say("error-mark-unknown").arg("mark", typed).arg("title", &criterion.title);
    if typed.is_empty() {
        return Ok(String::new());
    }
    let known = |mark: &str| criterion.scheme.counted(&judging.marks).share(mark).map(|_| mark.to_owned());
    match &criterion.scheme {
        Scheme::Relative => {
            let mark = match typed {
                "○" | "〇" | "◯" | "◎" | "o" | "O" => "○",
                "△" | "▲" => "△",
                "×" | "✕" | "✗" | "x" | "X" | "ｘ" | "Ｘ" => "×",
                other => other,
            };
            known(mark).filter(|_| typed != "◎").ok_or_else(unknown)
        }
        Scheme::Grades { .. } => known(typed).ok_or_else(unknown),
        Scheme::Points { greatest } => {
            use unicode_normalization::UnicodeNormalization;
            let folded: String = typed.nfkc().filter(|c| !c.is_whitespace() && *c != '点').collect();
            let range = || {
                let refusal = Error::say("error-mark-range").arg("mark", typed).arg("title", &criterion.title);
                refusal.arg("greatest", criterion::shown(*greatest))
            };
            known(&folded).ok_or_else(range)
        }
        Scheme::PassFail if typed == PASS || typed == FAIL => Ok(typed.into()),
        Scheme::PassFail | Scheme::Price { .. } => Err(unknown()),
    }
}

/// Sets `mark`, `comment` or `may_tell` of a cell to what was typed. A cell with nothing in it is none.
///
/// # Errors
/// As [`Sheet::open_cell`], and for a mark the scheme does not know.
pub fn set_mark(
    tx: &mut Tx<'_>,
    evaluator: &str,
    criterion: &str,
    bidder: &str,
    field: &str,
    value: &str,
) -> Result<()> {
    Sheet::of(tx, evaluator)?.set(tx, criterion, bidder, field, value)
}

impl Sheet {
    /// The criterion of a cell that may be filled in now.
    ///
    /// # Errors
    /// Refused before the statement is signed, where no mark of hers is asked or the bidder is not compared, while prices
    /// are closed, and for what has been handed in.
    pub fn open_cell(&self, read: &Read<'_>, criterion: &str, bidder: &str) -> Result<&Criterion> {
        let name = &self.evaluator.name;
        let Some(judged) = self.criteria.iter().find(|one| one.id == criterion) else {
            return Err(Error::say("error-mark-not-asked").arg("name", name));
        };
        if self.statement.is_none() {
            return Err(Error::say("error-statement-first").code("statement-first").arg("name", name));
        }
        if !self.bidders.iter().any(|one| one.id == bidder) {
            return Err(left_out(read, bidder)?);
        }
        if !self.is_asked(judged, bidder) {
            return Err(Error::say("error-mark-not-asked").arg("name", name));
        }
        let part = self.part_of(judged);
        if self.is_in(part) {
            return Err(Error::say("error-sheet-handed-in").arg("name", name));
        }
        if part == Part::Price && !self.price_open {
            return Err(Error::say("error-price-closed"));
        }
        Ok(judged)
    }

    /// As [`set_mark`], on a sheet that was read before.
    ///
    /// # Errors
    /// As [`set_mark`].
    pub fn set(&mut self, tx: &mut Tx<'_>, criterion: &str, bidder: &str, field: &str, value: &str) -> Result<()> {
        let judged = self.open_cell(tx, criterion, bidder)?;
        let stored = self.mark(criterion, bidder).cloned();
        let fresh = stored.is_none();
        let mut mark = stored.unwrap_or_else(|| Mark {
            id: tx.new_id(),
            evaluator: self.evaluator.id.clone(),
            criterion: criterion.into(),
            bidder: bidder.into(),
            mark: String::new(),
            comment: String::new(),
            may_tell: false,
        });
        match field {
            "mark" => mark.mark = read_mark(judged, &self.judging, value)?,
            "comment" => mark.comment = comment(value),
            "may_tell" => mark.may_tell = matches!(value, "true" | "1"),
            _ => return Err(Error::say("error-field").arg("field", field)),
        }
        let gone = mark.mark.is_empty() && mark.comment.is_empty() && !mark.may_tell;
        match (fresh, gone) {
            (true, true) => {}
            (true, false) => tx.insert(&mark)?,
            (false, true) => tx.remove::<Mark>(&mark.id)?,
            (false, false) => tx.update(&mark)?,
        }
        self.marks.retain(|one| one.id != mark.id);
        if !gone {
            self.marks.push(mark);
        }
        Ok(())
    }
}

/// That a bidder is in no sheet: what becomes of its late proposal is not decided, or it has none that is compared.
fn left_out(read: &Read<'_>, bidder: &str) -> Result<Error> {
    let bidder: Bidder = read.get(bidder)?;
    let waits = unruled(read, &bidder.procurement)?.iter().any(|one| one.id == bidder.id);
    let refusal = Error::say(if waits { "error-mark-late" } else { "error-mark-not-compared" });
    Ok(refusal.arg("name", company_spoken(&read.get::<Vendor>(&bidder.vendor)?.name)))
}

/// A comment as it is kept: line ends as `\n`, nothing that is not seen, cut where it is too long.
pub(super) fn comment(typed: &str) -> String {
    let plain = typed.trim().replace("\r\n", "\n");
    plain.chars().filter(|c| *c == '\n' || !c.is_control()).take(COMMENT).collect()
}

/// Hands a sheet in, or the part of it that is due: all of it, or first what is not price and then the price. Blanks are
/// told by [`Sheet::unfinished`] and stay blanks.
///
/// # Errors
/// Refused before the statement is signed, while a conflict is not ruled on, before prices are open, twice, and where
/// nothing at all was marked.
pub fn hand_in(tx: &mut Tx<'_>, evaluator: &str, means: By) -> Result<Part> {
    let sheet = Sheet::of(tx, evaluator)?;
    let name = &sheet.evaluator.name;
    let Some((_, named)) = &sheet.statement else {
        return Err(Error::say("error-statement-first").code("statement-first").arg("name", name));
    };
    if named.iter().any(|named| named.ruling == Ruling::Open) {
        return Err(Error::say("error-conflict-open").arg("name", name));
    }
    let Some(part) = sheet.due() else {
        let refusal = if sheet.handed_in.is_empty() { "error-sheet-nothing-asked" } else { "error-sheet-handed-in" };
        return Err(Error::say(refusal).arg("name", name));
    };
    if part == Part::Price && !sheet.price_open {
        return Err(Error::say("error-price-closed"));
    }
    let asked = sheet.asked(part);
    if sheet.bidders.is_empty() || (!asked.is_empty() && sheet.unfinished(part).0 == asked.len()) {
        return Err(Error::say("error-sheet-empty").arg("name", name));
    }
    let record = HandIn { id: tx.new_id(), evaluator: evaluator.into(), part, at: tx.at().into(), means };
    tx.insert(&record)?;
    Ok(part)
}
