//! Commands about the rules of judging.

use sentei_core::calendar::{self, Moment, Style};
use sentei_core::criterion::judging::{contract_months, Judging, TaxBasis, YEAR};
use sentei_core::criterion::{self, rules::set_rule, words};
use sentei_core::evaluation::score::{Mode, Pooling, TieBreak};
use sentei_core::journal::Op;
use sentei_core::marking::freeze::{self, is_frozen, is_judged};
use sentei_core::procurement::Facts;
use sentei_core::proposal::price::Basis;
use sentei_core::Result;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{InProcurement, Nothing};
use crate::criterion::change;
use crate::Call;

/// The rules of judging.
#[derive(Debug, Serialize, TS)]
pub struct JudgingView {
    good: String,
    fair: String,
    poor: String,
    pooling: Pooling,
    /// Points are divided by the price in units of this; empty where points are added.
    division: String,
    places: String,
    rounding: Mode,
    /// In percent; empty for none.
    minimum: String,
    /// What settles a tie, in its order.
    ties: Vec<TieView>,
    /// What could settle one besides.
    more_ties: Vec<TieView>,
    tax: TaxBasis,
    tax_rate: String,
    /// Empty for the months of the contract.
    term_months: String,
    /// Months that hold.
    months: i64,
    /// Months between the dates of the contract; none while one is missing.
    contract_months: Option<i64>,
    /// Months that hold where neither the rules nor the contract say any.
    usual_months: i64,
    price_closed: bool,
    due: String,
    /// The day sheets are due, in words.
    due_text: String,
    /// The rules in plain sentences.
    sentences: Vec<String>,
    frozen: bool,
    judged: bool,
}

/// What settles a tie.
#[derive(Debug, Serialize, TS)]
pub struct TieView {
    /// Its JSON, as `judging_set` takes it.
    value: String,
    text: String,
}

/// Prices that are opened before every sheet is handed in.
#[derive(Debug, Deserialize, TS)]
pub struct OpenPrices {
    procurement: String,
    reason: String,
}

/// A rule, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct TypedRule {
    procurement: String,
    field: String,
    value: String,
    /// Why, where they are frozen.
    #[ts(optional)]
    reason: Option<String>,
}

pub(crate) fn get(call: &Call<'_>, args: InProcurement) -> Result<JudgingView> {
    let procurement = &args.procurement;
    let lang = call.lang();
    call.read(|read| {
        let judging = Judging::of(read, procurement)?;
        let criteria = criterion::of(read, procurement)?;
        let months = Basis::of(read, procurement)?.months;
        let tie =
            |tie: &TieBreak| Ok(TieView { value: serde_json::to_string(tie)?, text: words::tie(tie, &criteria, lang) });
        let all = [TieBreak::Technical, TieBreak::LowerPrice].into_iter();
        let listed = criterion::listed(&criteria).into_iter().map(|(_, _, criterion)| criterion);
        let listed = listed.filter(|one| criterion::has_points(&criteria, one));
        let all = all.chain(listed.map(|criterion| TieBreak::Criterion(criterion.id)));
        let more: Vec<TieBreak> = all.filter(|one| !judging.ties.contains(one)).collect();
        Ok(JudgingView {
            good: criterion::shown(judging.marks.good),
            fair: criterion::shown(judging.marks.fair),
            poor: criterion::shown(judging.marks.poor),
            pooling: judging.pooling,
            division: judging.division.map(|unit| unit.to_string()).unwrap_or_default(),
            places: judging.places.to_string(),
            rounding: judging.rounding,
            minimum: judging.minimum.as_deref().map(words::percent).unwrap_or_default(),
            ties: judging.ties.iter().map(tie).collect::<Result<_>>()?,
            more_ties: more.iter().map(tie).collect::<Result<_>>()?,
            tax: judging.tax,
            tax_rate: judging.tax_rate.clone(),
            term_months: judging.term_months.map(|months| months.to_string()).unwrap_or_default(),
            months,
            contract_months: contract_months(&Facts::of(read, procurement)?),
            usual_months: YEAR,
            price_closed: judging.price_closed,
            due_text: judging
                .due
                .parse::<Moment>()
                .map(|due| calendar::moment(due, lang, Style::Western))
                .unwrap_or_default(),
            due: judging.due.clone(),
            sentences: words::rules(&judging, &criteria, months, lang),
            frozen: is_frozen(read, procurement)?,
            judged: is_judged(read, procurement)?,
        })
    })
}

/// Opens prices. Who has seen a price cannot forget it.
pub(crate) fn open_prices(call: &Call<'_>, args: OpenPrices) -> Result<Nothing> {
    let op = Op::new("prices-open").scope(&args.procurement).barrier();
    call.write(op, |tx| freeze::open_prices(tx, &args.procurement, &args.reason))?;
    Ok(Nothing {})
}

pub(crate) fn set(call: &Call<'_>, args: TypedRule) -> Result<Nothing> {
    let op = Op::new("judging-edit").scope(&args.procurement).burst(format!("judging.{}", args.field));
    let now = (call.today(), call.lang());
    change(call, op, args.reason.as_deref(), |tx| set_rule(tx, &args.procurement, &args.field, &args.value, now))?;
    Ok(Nothing {})
}
