//! Commands about the sheets of evaluators: whose there are, one sheet with her marks, a mark, handing in.

use chrono::{DateTime, NaiveDate};
use sentei_core::calendar::{self, in_japan, Moment, Style};
use sentei_core::criterion::judging::{Scheme, FAIL, PASS};
use sentei_core::criterion::{self, Criterion};
use sentei_core::decision::verbs::is_told;
use sentei_core::decision::Decision;
use sentei_core::distribution::ledger::brief;
use sentei_core::evaluation::Evaluator;
use sentei_core::journal::Op;
use sentei_core::l10n::{company_spoken, Lang};
use sentei_core::marking::incoming::came;
use sentei_core::marking::sheet::{self, hand_in, is_price, set_mark, Sheet};
use sentei_core::marking::sheets::Marks;
use sentei_core::marking::standing::{unmarked, Sheets};
use sentei_core::marking::{By, HandIn, Part, Ruling};
use sentei_core::proposal::price::unruled;
use sentei_core::storage::Read;
use sentei_core::{Error, Result, Text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::InProcurement;
use crate::conflict::{name_of, told, Statement};
use crate::hand::{at_hand, AtHand};
use crate::Call;

/// Names the sheet of an evaluator.
#[derive(Debug, Deserialize, TS)]
pub struct SheetOf {
    pub(crate) evaluator: String,
}

/// The sheets of a procurement. Of the marks in them it tells counts, and nothing else.
#[derive(Debug, Serialize, TS)]
pub struct SheetsView {
    sheets: Vec<SheetRow>,
    handed_in: usize,
    wanted: usize,
    /// Until when, in words; empty where no day is set.
    due: String,
    late: bool,
    price_closed: bool,
    price_open: bool,
    /// When they were opened before everybody had handed in the rest, in words; empty where they were not.
    price_opened: String,
    /// Criteria that are judged.
    criteria: usize,
    /// Bidders that are compared.
    bidders: usize,
    /// Bidders of whom sheets that are in hold no mark, in words.
    unmarked: Vec<Text>,
    late_proposals: Vec<LateProposal>,
    /// The procurement is decided: every sheet stands.
    decided: bool,
    /// A notice was sent: the decision can no longer be taken back.
    told: bool,
}

/// How far a sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SheetState {
    /// Nothing of what is marked is hers.
    Nothing,
    /// The statement comes first.
    Unsigned,
    /// A conflict is not ruled on.
    Unruled,
    /// Cells are blank, or marks without a comment.
    Open,
    /// Every cell has its mark and comment.
    Ready,
    /// All but the price is in, and prices are still closed.
    Waiting,
    /// Handed in.
    In,
}

/// The sheet of one evaluator, from outside.
#[derive(Debug, Serialize, TS)]
pub struct SheetRow {
    evaluator: String,
    name: String,
    role: String,
    department: String,
    state: SheetState,
    /// She judges only some of the criteria.
    limited: bool,
    /// Cells that are asked of her in what is to be handed in next; in all where everything is in.
    asked: usize,
    blank: usize,
    /// Marks without a comment.
    bare: usize,
    handed_in: Vec<HandedIn>,
}

/// What was handed in.
#[derive(Debug, Serialize, TS)]
pub struct HandedIn {
    part: Part,
    /// When, in words.
    at: String,
    means: By,
}

/// The sheet of one evaluator with her marks.
#[derive(Debug, Serialize, TS)]
pub struct SheetView {
    evaluator: String,
    name: String,
    role: String,
    state: SheetState,
    statement: Option<Statement>,
    groups: Vec<SheetGroup>,
    bidders: Vec<SheetBidder>,
    marks: Vec<SheetMark>,
    handed_in: Vec<HandedIn>,
    /// What is to be handed in next.
    part: Option<Part>,
    /// How that came, as far as it is known.
    came: By,
    asked: usize,
    blank: usize,
    bare: usize,
    due: String,
    late: bool,
    price_open: bool,
    /// Names of the other evaluators who have not handed in everything that is asked of them.
    missing: Vec<String>,
    late_proposals: Vec<LateProposal>,
    /// The procurement is decided: the sheet stands.
    decided: bool,
    /// A notice was sent: the decision can no longer be taken back.
    told: bool,
}

/// A bidder that is in no sheet until it is decided what becomes of its late proposal.
#[derive(Debug, Serialize, TS)]
pub struct LateProposal {
    bidder: String,
    /// Without 株式会社.
    short: String,
}

/// A criterion of the first level with what is judged under it: its parts, or itself.
#[derive(Debug, Serialize, TS)]
pub struct SheetGroup {
    id: String,
    title: String,
    weight: String,
    criteria: Vec<SheetCriterion>,
}

/// One line of the sheet.
#[derive(Debug, Serialize, TS)]
pub struct SheetCriterion {
    id: String,
    number: String,
    title: String,
    asks: String,
    weight: String,
    /// `relative`, `grades`, `points`, `pass-fail` or `price`.
    kind: String,
    choices: Vec<MarkChoice>,
    /// The greatest number of points, where points are given.
    greatest: String,
    part: Part,
    /// About the price.
    price: bool,
    /// Marks of hers are wanted here.
    hers: bool,
    /// Handed in, or still closed: nothing can be changed here.
    shut: bool,
    /// Prices are kept closed as yet.
    closed: bool,
}

/// A mark that can be chosen.
#[derive(Debug, Serialize, TS)]
pub struct MarkChoice {
    mark: String,
    /// What it says of a proposal.
    name: Text,
    /// The share of the weight; empty where it carries no points.
    share: String,
}

/// A bidder in the head of the sheet.
#[derive(Debug, Serialize, TS)]
pub struct SheetBidder {
    id: String,
    name: String,
    /// Without 株式会社.
    short: String,
    /// She does not judge it.
    aside: bool,
    /// What her conflict of interest with it means is still to be ruled.
    unruled: bool,
    at_hand: AtHand,
}

/// A cell with something in it.
#[derive(Debug, Serialize, TS)]
pub struct SheetMark {
    criterion: String,
    bidder: String,
    mark: String,
    comment: String,
    may_tell: bool,
}

/// A field of a cell, as typed: `mark`, `comment` or `may_tell`.
#[derive(Debug, Deserialize, TS)]
pub struct TypedMark {
    evaluator: String,
    criterion: String,
    bidder: String,
    field: String,
    value: String,
}

/// The cell as it stands now, and what is unfinished in the part that is to be handed in next.
#[derive(Debug, Serialize, TS)]
pub struct MarkSet {
    mark: String,
    comment: String,
    may_tell: bool,
    blank: usize,
    bare: usize,
}

/// A sheet to hand in.
#[derive(Debug, Deserialize, TS)]
pub struct HandInSheet {
    evaluator: String,
    /// What of it is meant; refused where that is not the part that is due.
    #[ts(optional)]
    part: Option<Part>,
    means: By,
}

/// The part that was handed in.
#[derive(Debug, Serialize, TS)]
pub struct SheetHandedIn {
    part: Part,
}

/// A stamp in UTC as day and time in Japan, in few words.
pub(crate) fn stamped(at: &str, today: NaiveDate, lang: Lang) -> String {
    DateTime::parse_from_rfc3339(at)
        .map(|at| in_japan(at.to_utc()).naive_local())
        .map(|at| brief(Moment { date: at.date(), time: Some(at.time()) }, today, lang))
        .unwrap_or_default()
}

pub(crate) fn list(call: &Call<'_>, args: InProcurement) -> Result<SheetsView> {
    call.read(|read| {
        let standing = Sheets::of(read, &args.procurement)?;
        let sheets = Sheet::all(read, &args.procurement, Marks::All)?;
        let (mut rows, mut bidders, mut price_closed) = (Vec::new(), 0, false);
        for sheet in &sheets {
            (bidders, price_closed) = (sheet.bidders.len(), sheet.judging.price_closed);
            rows.push(row(sheet, call.today(), call.lang()));
        }
        let unmarked = unmarked(read, &sheets)?.into_iter().map(|(bidder, count)| {
            let name = company_spoken(&name_of(read, &bidder)?);
            Ok(Text::new("sheets-unmarked").arg("name", name).arg("count", count))
        });
        let (due, late) = due(call, &standing);
        let opened = sheets.first().and_then(|sheet| sheet.judging.price_opened_at.as_deref());
        Ok(SheetsView {
            late: late && standing.handed_in < standing.wanted,
            due,
            handed_in: standing.handed_in,
            wanted: standing.wanted,
            criteria: sheet::leaves(&criterion::of(read, &args.procurement)?).len(),
            bidders,
            price_closed,
            price_open: sheet::price_open(read, &args.procurement)?,
            price_opened: opened.map(|at| stamped(at, call.today(), call.lang())).unwrap_or_default(),
            unmarked: unmarked.collect::<Result<_>>()?,
            late_proposals: late_proposals(read, &args.procurement)?,
            decided: Decision::of(read, &args.procurement)?.decided_at.is_some(),
            told: is_told(read, &args.procurement)?,
            sheets: rows,
        })
    })
}

fn late_proposals(read: &Read<'_>, procurement: &str) -> Result<Vec<LateProposal>> {
    let named = unruled(read, procurement)?.into_iter().map(|bidder| {
        let short = company_spoken(&name_of(read, &bidder.id)?);
        Ok(LateProposal { bidder: bidder.id, short })
    });
    named.collect()
}

/// Until when in words, and whether that is over.
fn due(call: &Call<'_>, standing: &Sheets) -> (String, bool) {
    let Some(due) = standing.due else { return (String::new(), false) };
    let now = in_japan(call.stamp().at).naive_local();
    (calendar::moment(due, call.lang(), Style::Western), now > due.latest())
}

fn row(sheet: &Sheet, today: NaiveDate, lang: Lang) -> SheetRow {
    let (asked, blank, bare) = counted(sheet);
    SheetRow {
        evaluator: sheet.evaluator.id.clone(),
        name: sheet.evaluator.name.clone(),
        role: sheet.evaluator.role.clone(),
        department: sheet.evaluator.department.clone(),
        state: state(sheet),
        limited: !sheet.evaluator.judges.is_empty(),
        asked,
        blank,
        bare,
        handed_in: handed_in(&sheet.handed_in, today, lang),
    }
}

/// Cells asked, blank and without a comment in the part that is to be handed in next; in all where everything is in.
fn counted(sheet: &Sheet) -> (usize, usize, usize) {
    let part = sheet.due().unwrap_or(Part::All);
    let (blank, bare) = sheet.unfinished(part);
    (sheet.asked(part).len(), blank, bare)
}

fn handed_in(all: &[HandIn], today: NaiveDate, lang: Lang) -> Vec<HandedIn> {
    all.iter().map(|one| HandedIn { part: one.part, at: stamped(&one.at, today, lang), means: one.means }).collect()
}

fn state(sheet: &Sheet) -> SheetState {
    if sheet.is_done() {
        return SheetState::In;
    }
    let Some(part) = sheet.due() else { return SheetState::Nothing };
    match &sheet.statement {
        None => SheetState::Unsigned,
        Some((_, named)) if named.iter().any(|one| one.ruling == Ruling::Open) => SheetState::Unruled,
        _ if part == Part::Price && !sheet.price_open => SheetState::Waiting,
        _ if sheet.unfinished(part) == (0, 0) && !sheet.asked(part).is_empty() => SheetState::Ready,
        _ => SheetState::Open,
    }
}

pub(crate) fn get(call: &Call<'_>, args: SheetOf) -> Result<SheetView> {
    call.read(|read| {
        let sheet = Sheet::of(read, &args.evaluator)?;
        let standing = Sheets::of(read, &sheet.evaluator.procurement)?;
        let (asked, blank, bare) = counted(&sheet);
        let (due, late) = due(call, &standing);
        let aside = sheet.steps_aside();
        let named = sheet.statement.iter().flat_map(|(_, named)| named);
        let unruled: Vec<&str> =
            named.filter(|one| one.ruling == Ruling::Open).map(|one| one.bidder.as_str()).collect();
        let bidders = sheet.bidders.iter().map(|bidder| {
            let name = name_of(read, &bidder.id)?;
            Ok(SheetBidder {
                short: company_spoken(&name),
                name,
                aside: aside.contains(bidder.id.as_str()),
                unruled: unruled.contains(&bidder.id.as_str()),
                at_hand: at_hand(read, &sheet, &bidder.id, call.lang())?,
                id: bidder.id.clone(),
            })
        });
        Ok(SheetView {
            bidders: bidders.collect::<Result<_>>()?,
            evaluator: sheet.evaluator.id.clone(),
            name: sheet.evaluator.name.clone(),
            role: sheet.evaluator.role.clone(),
            state: state(&sheet),
            statement: told(read, sheet.statement.as_ref(), call.today(), call.lang())?,
            groups: groups(read, &sheet)?,
            marks: sheet.marks.iter().map(mark).collect(),
            handed_in: handed_in(&sheet.handed_in, call.today(), call.lang()),
            part: sheet.due(),
            came: came(read, &sheet)?,
            asked,
            blank,
            bare,
            due,
            late: late && !sheet.is_done(),
            price_open: sheet.price_open,
            missing: others_due(read, &sheet.evaluator)?,
            late_proposals: late_proposals(read, &sheet.evaluator.procurement)?,
            decided: Decision::of(read, &sheet.evaluator.procurement)?.decided_at.is_some(),
            told: is_told(read, &sheet.evaluator.procurement)?,
        })
    })
}

/// Names of the evaluators beside this one whose sheets are not complete.
fn others_due(read: &Read<'_>, evaluator: &Evaluator) -> Result<Vec<String>> {
    let sheets = Sheet::all(read, &evaluator.procurement, Marks::None)?;
    let due = sheets.into_iter().filter(|sheet| sheet.evaluator.id != evaluator.id && sheet.due().is_some());
    Ok(due.map(|sheet| sheet.evaluator.name).collect())
}

fn mark(mark: &sentei_core::marking::Mark) -> SheetMark {
    SheetMark {
        criterion: mark.criterion.clone(),
        bidder: mark.bidder.clone(),
        mark: mark.mark.clone(),
        comment: mark.comment.clone(),
        may_tell: mark.may_tell,
    }
}

fn groups(read: &Read<'_>, sheet: &Sheet) -> Result<Vec<SheetGroup>> {
    let all = criterion::of(read, &sheet.evaluator.procurement)?;
    let judging = &sheet.judging;
    // The price that totals are divided by carries none.
    let divides = |one: &Criterion| criterion::divides(&all, one, judging);
    let weight = |one: &Criterion| {
        criterion::weight(&all, one).filter(|_| !divides(one)).map(criterion::shown).unwrap_or_default()
    };
    let mut groups: Vec<SheetGroup> = Vec::new();
    for (number, depth, one) in criterion::listed(&all) {
        if depth == 0 {
            groups.push(SheetGroup {
                id: one.id.clone(),
                title: one.title.clone(),
                weight: weight(&one),
                criteria: Vec::new(),
            });
        }
        if sheet.criteria.iter().any(|leaf| leaf.id == one.id) {
            let line = line(sheet, &one, number, weight(&one));
            if let Some(group) = groups.last_mut() {
                group.criteria.push(line);
            }
        }
    }
    Ok(groups)
}

fn line(sheet: &Sheet, one: &Criterion, number: String, weight: String) -> SheetCriterion {
    let part = sheet.part_of(one);
    SheetCriterion {
        id: one.id.clone(),
        number,
        title: one.title.clone(),
        asks: one.asks.clone(),
        weight,
        kind: kind(&one.scheme).into(),
        choices: choices(sheet, one),
        greatest: match &one.scheme {
            Scheme::Points { greatest } => criterion::shown(*greatest),
            _ => String::new(),
        },
        part,
        price: is_price(one),
        hers: one.scheme.is_marked() && sheet.judges(one),
        shut: sheet.is_in(part) || (part == Part::Price && !sheet.price_open),
        closed: part == Part::Price && !sheet.price_open,
    }
}

/// What a scheme is called among commands.
pub(crate) fn kind(scheme: &Scheme) -> &'static str {
    match scheme {
        Scheme::Relative => "relative",
        Scheme::Grades { .. } => "grades",
        Scheme::Points { .. } => "points",
        Scheme::PassFail => "pass-fail",
        Scheme::Price { .. } => "price",
    }
}

fn choices(sheet: &Sheet, one: &Criterion) -> Vec<MarkChoice> {
    let choice = |mark: &str, name: Text, share: String| MarkChoice { mark: mark.into(), name, share };
    let values = &sheet.judging.marks;
    match &one.scheme {
        Scheme::Relative => vec![
            choice("○", Text::new("mark-good"), criterion::shown(values.good)),
            choice("△", Text::new("mark-fair"), criterion::shown(values.fair)),
            choice("×", Text::new("mark-poor"), criterion::shown(values.poor)),
        ],
        Scheme::Grades { grades } => grades
            .iter()
            .map(|grade| choice(&grade.mark, Text::plain(&grade.anchor), criterion::shown(grade.share)))
            .collect(),
        Scheme::PassFail => vec![
            choice(PASS, Text::new("mark-pass"), String::new()),
            choice(FAIL, Text::new("mark-fail"), String::new()),
        ],
        Scheme::Points { .. } | Scheme::Price { .. } => Vec::new(),
    }
}

pub(crate) fn set(call: &Call<'_>, args: TypedMark) -> Result<MarkSet> {
    let (title, procurement) = call.read(|read| {
        let stored: Criterion = read.get(&args.criterion)?;
        Ok((stored.title, stored.procurement))
    })?;
    let TypedMark { evaluator, criterion, bidder, field, value } = args;
    let burst = format!("mark.{evaluator}.{criterion}.{bidder}.{field}");
    let op = Op::new("mark-edit").what(title).scope(&procurement).burst(burst);
    let sheet = call.write(op, |tx| {
        set_mark(tx, &evaluator, &criterion, &bidder, &field, &value)?;
        Sheet::of(tx, &evaluator)
    })?;
    let (_, blank, bare) = counted(&sheet);
    let now = sheet.mark(&criterion, &bidder);
    Ok(MarkSet {
        mark: now.map(|mark| mark.mark.clone()).unwrap_or_default(),
        comment: now.map(|mark| mark.comment.clone()).unwrap_or_default(),
        may_tell: now.is_some_and(|mark| mark.may_tell),
        blank,
        bare,
    })
}

pub(crate) fn give(call: &Call<'_>, args: HandInSheet) -> Result<SheetHandedIn> {
    let evaluator: Evaluator = call.read(|read| read.get(&args.evaluator))?;
    let op = Op::new("sheet-hand-in").what(&evaluator.name).scope(&evaluator.procurement).barrier();
    let part = call.write(op, |tx| {
        let part = hand_in(tx, &evaluator.id, args.means)?;
        if args.part.is_some_and(|meant| meant != part) {
            return Err(Error::say("error-sheet-handed-in").arg("name", &evaluator.name));
        }
        Ok(part)
    })?;
    Ok(SheetHandedIn { part })
}
