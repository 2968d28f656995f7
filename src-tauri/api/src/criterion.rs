//! Commands about criteria, and the sets of them that are kept. Once they are frozen a change needs a reason.

use sentei_core::criterion::judging::{CriterionSet, Judging, Scheme};
use sentei_core::criterion::{self, sets, verbs, words, Criterion};
use sentei_core::decision::verbs::is_told;
use sentei_core::decision::Decision;
use sentei_core::evaluation::score::price::Rule;
use sentei_core::evaluation::score::Mode;
use sentei_core::journal::{Op, Tx};
use sentei_core::l10n::Lang;
use sentei_core::marking::freeze::{changes, changing, is_frozen, is_judged};
use sentei_core::marking::removal::{remove_criterion, replace_criteria};
use sentei_core::{Result, Text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Id, InProcurement, Nothing};
use crate::sheet::{kind, stamped};
use crate::Call;

/// The criteria with the sum of their weights.
#[derive(Debug, Serialize, TS)]
pub struct Criteria {
    criteria: Vec<CriterionRow>,
    total: String,
    /// What is odd about the weights.
    note: Option<Text>,
    /// They have left the house, or a sheet has been handed in: a change needs a reason.
    frozen: bool,
    /// A sheet has been handed in: criteria no longer come, go or change how they are marked.
    judged: bool,
    /// The procurement is decided: criteria and rules stand.
    decided: bool,
    /// A notice was sent: the decision can no longer be taken back.
    told: bool,
}

/// One criterion.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Criterion")]
pub struct CriterionRow {
    id: String,
    parent: Option<String>,
    depth: u8,
    number: String,
    title: String,
    asks: String,
    weight: Option<String>,
    /// It has no parts, and is judged itself.
    leaf: bool,
    scheme: SchemeView,
    /// Smallest share of the weight in percent; empty for none.
    minimum: String,
    follows_price: bool,
}

/// How a criterion is judged.
#[derive(Debug, Serialize, TS)]
pub struct SchemeView {
    /// `relative`, `grades`, `points`, `pass-fail` or `price`.
    kind: String,
    /// In one line.
    text: String,
    /// It is the price that totals are divided by, and has no points.
    divides: bool,
    grades: Vec<GradeView>,
    /// The greatest number of points.
    greatest: String,
    /// `lowest-over-bid`, `under-ceiling`, `linear` or `steps`; empty where it is not about the price.
    rule: String,
    /// With its thousands parted; empty where there is none.
    ceiling: String,
    steps: Vec<StepView>,
    /// Decimals of the points.
    places: u32,
    rounding: Mode,
}

/// A grade with what a proposal is like that earns it.
#[derive(Debug, Serialize, TS)]
pub struct GradeView {
    mark: String,
    share: String,
    anchor: String,
}

/// Up to a price, a share of the weight.
#[derive(Debug, Serialize, TS)]
pub struct StepView {
    /// With its thousands parted.
    upto: String,
    /// In percent.
    share: String,
}

/// A new item of a list two levels deep.
#[derive(Debug, Deserialize, TS)]
pub struct NewBranch {
    pub(crate) procurement: String,
    #[ts(optional)]
    pub(crate) parent: Option<String>,
    pub(crate) title: String,
    #[ts(optional)]
    pub(crate) after: Option<String>,
    /// Why, where criteria are frozen.
    #[ts(optional)]
    pub(crate) reason: Option<String>,
}

/// A new place in a list two levels deep.
#[derive(Debug, Deserialize, TS)]
pub struct MoveBranch {
    pub(crate) id: String,
    pub(crate) parent: Option<String>,
    pub(crate) after: Option<String>,
    /// Why, where criteria are frozen.
    #[ts(optional)]
    pub(crate) reason: Option<String>,
}

/// A field of an item, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct TypedField {
    pub(crate) id: String,
    pub(crate) field: String,
    pub(crate) value: String,
}

/// A field of a criterion, as typed; a scheme as its JSON.
#[derive(Debug, Deserialize, TS)]
pub struct TypedCriterion {
    id: String,
    field: String,
    value: String,
    /// Why, where they are frozen.
    #[ts(optional)]
    reason: Option<String>,
}

/// A criterion to remove.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveCriterion {
    id: String,
    /// Why, where they are frozen.
    #[ts(optional)]
    reason: Option<String>,
}

/// A set of criteria that is kept.
#[derive(Debug, Serialize, TS)]
pub struct CriterionSetRow {
    /// It came with the program.
    supplied: bool,
    id: String,
    name: String,
    /// When it was saved, in words.
    saved: String,
    /// Names of its criteria of the first level.
    titles: Vec<String>,
    /// All its criteria.
    count: usize,
}

/// Criteria to keep as a set.
#[derive(Debug, Deserialize, TS)]
pub struct SaveSet {
    procurement: String,
    name: String,
}

/// Another name for a set.
#[derive(Debug, Deserialize, TS)]
pub struct RenameSet {
    id: String,
    name: String,
}

/// A set to put in place of the criteria of a procurement.
#[derive(Debug, Deserialize, TS)]
pub struct PlantSet {
    procurement: String,
    set: String,
    /// Why, where they are frozen.
    #[ts(optional)]
    reason: Option<String>,
}

/// A change of what is frozen.
#[derive(Debug, Serialize, TS)]
pub struct CriterionChangeRow {
    id: String,
    /// When, in words.
    at: String,
    by: String,
    reason: String,
    lines: Vec<Text>,
}

pub(crate) fn list(call: &Call<'_>, args: InProcurement) -> Result<Criteria> {
    let procurement = &args.procurement;
    let (criteria, judging, frozen, judged, decided, told) = call.read(|read| {
        Ok((
            criterion::of(read, procurement)?,
            Judging::of(read, procurement)?,
            is_frozen(read, procurement)?,
            is_judged(read, procurement)?,
            Decision::of(read, procurement)?.decided_at.is_some(),
            is_told(read, procurement)?,
        ))
    })?;
    let weighed = criterion::weighed(&criteria, &judging);
    let note = if criteria.is_empty() {
        None
    } else {
        criterion::findings(&weighed).into_iter().next().map(|finding| finding.text)
    };
    let whole = |id: &str| criteria.iter().any(|one| one.parent.as_deref() == Some(id));
    let rows = criterion::listed(&criteria).into_iter().map(|(number, depth, one)| CriterionRow {
        number,
        depth,
        leaf: !whole(&one.id),
        scheme: scheme(&one.scheme, &judging, call.lang()),
        minimum: one.minimum.as_deref().map(words::percent).unwrap_or_default(),
        follows_price: one.follows_price,
        id: one.id,
        parent: one.parent,
        title: one.title,
        asks: one.asks,
        weight: one.weight,
    });
    Ok(Criteria {
        criteria: rows.collect(),
        total: criterion::shown(criterion::total(&weighed)),
        note,
        frozen,
        judged,
        decided,
        told,
    })
}

fn scheme(scheme: &Scheme, judging: &Judging, lang: Lang) -> SchemeView {
    let divides = judging.divides_by(scheme);
    let mut view = SchemeView {
        kind: kind(scheme).into(),
        text: if divides { lang.word("scheme-divisor") } else { words::scheme(scheme, &judging.marks, lang) },
        divides,
        grades: Vec::new(),
        greatest: String::new(),
        rule: String::new(),
        ceiling: String::new(),
        steps: Vec::new(),
        places: 2,
        rounding: Mode::HalfUp,
    };
    match scheme {
        Scheme::Relative | Scheme::PassFail => {}
        Scheme::Grades { grades } => {
            let each = grades.iter().map(|grade| GradeView {
                mark: grade.mark.clone(),
                share: criterion::shown(grade.share),
                anchor: grade.anchor.clone(),
            });
            view.grades = each.collect();
        }
        Scheme::Points { greatest } => view.greatest = criterion::shown(*greatest),
        Scheme::Price { formula } => {
            view.places = formula.rounding.places;
            view.rounding = formula.rounding.mode;
            view.rule = match &formula.rule {
                Rule::LowestOverBid => "lowest-over-bid",
                Rule::UnderCeiling { .. } => "under-ceiling",
                Rule::Linear => "linear",
                Rule::Steps(_) => "steps",
            }
            .into();
            if let Rule::UnderCeiling { ceiling } = &formula.rule {
                view.ceiling = words::amount(*ceiling);
            }
            if let Rule::Steps(steps) = &formula.rule {
                let each = steps
                    .iter()
                    .map(|(upto, share)| (words::amount(*upto), words::percent(&share.to_string())))
                    .map(|(upto, share)| StepView { upto, share });
                view.steps = each.collect();
            }
        }
    }
    view
}

pub(crate) fn add(call: &Call<'_>, args: NewBranch) -> Result<Id> {
    let op = Op::new("criterion-add").what(&args.title).scope(&args.procurement);
    let id = change(call, op, args.reason.as_deref(), |tx| {
        verbs::add(tx, &args.procurement, args.parent.as_deref(), &args.title, args.after.as_deref())
    })?;
    Ok(Id { id })
}

pub(crate) fn set(call: &Call<'_>, args: TypedCriterion) -> Result<Nothing> {
    let op = op(call, "criterion-edit", &args.id)?.burst(format!("criterion.{}.{}", args.id, args.field));
    change(call, op, args.reason.as_deref(), |tx| verbs::set(tx, &args.id, &args.field, &args.value))?;
    Ok(Nothing {})
}

pub(crate) fn remove(call: &Call<'_>, args: RemoveCriterion) -> Result<Nothing> {
    let op = op(call, "criterion-remove", &args.id)?;
    change(call, op, args.reason.as_deref(), |tx| remove_criterion(tx, &args.id))?;
    Ok(Nothing {})
}

pub(crate) fn shift(call: &Call<'_>, args: MoveBranch) -> Result<Nothing> {
    change(call, op(call, "criterion-move", &args.id)?, args.reason.as_deref(), |tx| {
        verbs::shift(tx, &args.id, args.parent.as_deref(), args.after.as_deref())
    })?;
    Ok(Nothing {})
}

pub(crate) fn change_list(call: &Call<'_>, args: InProcurement) -> Result<Vec<CriterionChangeRow>> {
    let found = call.read(|read| changes(read, &args.procurement))?;
    let rows = found.into_iter().map(|change| CriterionChangeRow {
        id: change.id,
        at: stamped(&change.at, call.today(), call.lang()),
        by: change.by,
        reason: change.reason,
        lines: change.lines,
    });
    Ok(rows.collect())
}

pub(crate) fn set_list(call: &Call<'_>, _: Nothing) -> Result<Vec<CriterionSetRow>> {
    let saved = call.read(sets::sets)?;
    let rows = std::iter::once(sets::usual(call.lang())).chain(saved).map(|set| CriterionSetRow {
        supplied: set.id == sets::USUAL,
        saved: stamped(&set.saved_at, call.today(), call.lang()),
        titles: set.parts.iter().map(|part| part.title.clone()).collect(),
        count: set.parts.iter().map(|part| 1 + part.parts.len()).sum(),
        id: set.id,
        name: set.name,
    });
    Ok(rows.collect())
}

pub(crate) fn set_save(call: &Call<'_>, args: SaveSet) -> Result<Id> {
    let op = Op::new("criterion-set-save").what(&args.name);
    let id = call.write(op, |tx| sets::save(tx, &args.procurement, &args.name))?;
    Ok(Id { id })
}

pub(crate) fn set_rename(call: &Call<'_>, args: RenameSet) -> Result<Nothing> {
    let op = Op::new("criterion-set-rename").what(&args.name);
    call.write(op, |tx| sets::rename(tx, &args.id, &args.name))?;
    Ok(Nothing {})
}

pub(crate) fn set_remove(call: &Call<'_>, args: Id) -> Result<Nothing> {
    let set: CriterionSet = call.read(|read| read.get(&args.id))?;
    call.write(Op::new("criterion-set-remove").what(set.name), |tx| tx.remove::<CriterionSet>(&args.id))?;
    Ok(Nothing {})
}

pub(crate) fn set_plant(call: &Call<'_>, args: PlantSet) -> Result<Nothing> {
    let set = call.read(|read| sets::set_for(read, &args.procurement, &args.set))?;
    let op = Op::new("criterion-set-plant").what(set.name).scope(&args.procurement);
    change(call, op, args.reason.as_deref(), |tx| replace_criteria(tx, &args.procurement, &args.set))?;
    Ok(Nothing {})
}

/// A change of criteria, rules or who judges what, with its reason where it needs one.
pub(crate) fn change<T>(
    call: &Call<'_>,
    op: Op,
    reason: Option<&str>,
    work: impl FnOnce(&mut Tx<'_>) -> Result<T>,
) -> Result<T> {
    let procurement = op.procurement().unwrap_or_default().to_owned();
    call.write(op, |tx| changing(tx, &procurement, reason, work))
}

fn op(call: &Call<'_>, name: &'static str, id: &str) -> Result<Op> {
    let stored = call.read(|read| read.get::<Criterion>(id))?;
    Ok(Op::new(name).what(stored.title).scope(stored.procurement))
}
