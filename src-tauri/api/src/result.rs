//! Commands about the result: looking at it, opening a number, agreeing on marks, leaving bidders out.

use std::sync::Arc;

use sentei_core::bidder::Bidder;
use sentei_core::criterion::Criterion;
use sentei_core::decision::verbs::is_told;
use sentei_core::decision::Decision;
use sentei_core::evaluation::score::firmness::Firmness;
use sentei_core::journal::Op;
use sentei_core::marking::consensus;
use sentei_core::marking::firm::{self, Otherwise, Turning};
use sentei_core::marking::kept::Kept;
use sentei_core::marking::opened::{self, Opened};
use sentei_core::marking::picture::{self, Medium};
use sentei_core::marking::result::{self, Counted, Look, ResultView};
use sentei_core::storage::Read;
use sentei_core::vendor::Vendor;
use sentei_core::{Error, Result, Text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{InProcurement, Nothing};
use crate::Call;

/// The result with the picture of where its lead comes from.
#[derive(Debug, Serialize, TS)]
pub struct ResultShown {
    #[serde(flatten)]
    #[ts(flatten)]
    result: ResultView,
    /// Where the lead of the first over the second comes from; none where there is no second.
    lead: Option<Picture>,
    /// The procurement is decided: agreed marks stand, and who is left out.
    decided: bool,
    /// A notice was sent: the decision can no longer be taken back.
    told: bool,
}

/// Which result is asked for.
#[derive(Debug, Deserialize, TS)]
pub struct AskResult {
    procurement: String,
    /// Criteria whose parts are told: all where it is left out, none where the list is empty.
    #[ts(optional)]
    open: Option<Vec<String>>,
    /// How much of what is odd is told; all of it where nothing is said.
    #[ts(optional)]
    oddities: Option<usize>,
}

/// A picture with the words that say the same.
#[derive(Debug, Serialize, TS)]
pub struct Picture {
    pub(crate) svg: String,
    pub(crate) alt: String,
}

impl From<picture::Picture> for Picture {
    fn from(picture: picture::Picture) -> Self {
        Self { svg: picture.svg, alt: picture.alt }
    }
}

/// How firm a result is.
#[derive(Debug, Serialize, TS)]
pub struct FirmnessShown {
    /// The weights at which another bidder is first.
    flips: Picture,
    /// How often each is first over all weightings.
    uniform: Picture,
    /// The same near the given weights.
    near: Picture,
    /// How far the winner is ahead when somebody is left out; none where nobody is ahead of anybody.
    leads: Option<Picture>,
    /// What changes of weights do, in a sentence; none where nobody is first alone, which the paragraph says.
    flip: Option<Text>,
    /// The weights of all criteria, parts behind their whole.
    weights: Vec<Turning>,
    /// What leaving out does, the first cases by name; empty where nobody is first alone, now or then.
    without: Vec<Text>,
    /// How the bidders stand without each evaluator, then without each bidder.
    cases: Vec<Otherwise>,
    /// How they stand under each rule for the price.
    rules: Vec<Otherwise>,
    /// The paragraph that goes into the report.
    paragraph: Vec<Text>,
}

/// Which number is opened.
#[derive(Debug, Deserialize, TS)]
pub struct OpenNumber {
    procurement: String,
    bidder: String,
    /// The criterion; none for the total.
    #[ts(optional)]
    criterion: Option<String>,
}

/// A mark that was agreed on.
#[derive(Debug, Deserialize, TS)]
pub struct AgreeMark {
    criterion: String,
    bidder: String,
    mark: String,
    reason: String,
    /// Names of who agreed.
    agreed_by: Vec<String>,
    /// The procurement it has to belong to.
    #[ts(optional)]
    procurement: Option<String>,
}

/// The place of an agreed mark.
#[derive(Debug, Deserialize, TS)]
pub struct AgreedPlace {
    criterion: String,
    bidder: String,
    /// The procurement it has to belong to.
    #[ts(optional)]
    procurement: Option<String>,
}

/// A bidder left out, or taken back.
#[derive(Debug, Deserialize, TS)]
pub struct ExcludeBidder {
    bidder: String,
    reason: String,
    /// The procurement it has to belong to.
    #[ts(optional)]
    procurement: Option<String>,
}

pub(crate) fn get(call: &Call<'_>, args: AskResult) -> Result<ResultShown> {
    let look = Look { open: args.open, oddities: args.oddities };
    call.kept(&args.procurement, |read, Kept { counted, .. }| {
        Ok(ResultShown {
            result: result::view(read, &args.procurement, counted, &look)?,
            lead: picture::lead(counted, call.lang()).map(Into::into),
            decided: Decision::of(read, &args.procurement)?.decided_at.is_some(),
            told: is_told(read, &args.procurement)?,
        })
    })
}

pub(crate) fn firmness(call: &Call<'_>, args: InProcurement) -> Result<FirmnessShown> {
    let lang = call.lang();
    let counted = call.kept(&args.procurement, |_, kept| Ok(Arc::clone(&kept.counted)))?;
    let firmness = examine(call, &args.procurement, &counted)?;
    let told = counted.told(&firmness);
    Ok(FirmnessShown {
        flips: firm::flips_picture(&counted, &firmness, lang, Medium::Window).into(),
        uniform: firm::trials_picture(&counted, &firmness.uniform, lang, Medium::Window).into(),
        near: firm::trials_picture(&counted, &firmness.near, lang, Medium::Window).into(),
        leads: firm::leads_picture(&counted, &firmness, &told, lang).map(Into::into),
        flip: told.flips,
        weights: told.weights,
        without: told.without,
        cases: told.cases,
        rules: told.rules,
        paragraph: told.paragraph,
    })
}

/// Examines how firm a result is; the window is told how far it is.
pub(crate) fn examine(call: &Call<'_>, procurement: &str, counted: &Arc<Counted>) -> Result<Arc<Firmness>> {
    let mut advance = |done, total| call.advance(Text::new("firm-work"), done, total);
    let firmness = Arc::new(firm::firmness(counted, procurement, &mut advance)?);
    call.session().keep_firmness(counted, &firmness);
    Ok(firmness)
}

pub(crate) fn open(call: &Call<'_>, args: OpenNumber) -> Result<Opened> {
    call.kept(&args.procurement, |_, kept| opened::open(&kept.counted, &args.bidder, args.criterion.as_deref()))
}

pub(crate) fn agree(call: &Call<'_>, args: AgreeMark) -> Result<Nothing> {
    let criterion = place(call, &args.criterion, &args.bidder, args.procurement.as_deref())?;
    let op = Op::new("consensus-set").what(criterion.title).scope(&criterion.procurement);
    call.write(op, |tx| {
        consensus::agree(tx, &args.criterion, &args.bidder, &args.mark, &args.reason, &args.agreed_by)
    })?;
    Ok(Nothing {})
}

pub(crate) fn disagree(call: &Call<'_>, args: AgreedPlace) -> Result<Nothing> {
    let criterion = place(call, &args.criterion, &args.bidder, args.procurement.as_deref())?;
    let op = Op::new("consensus-remove").what(criterion.title).scope(&criterion.procurement);
    call.write(op, |tx| consensus::disagree(tx, &args.criterion, &args.bidder))?;
    Ok(Nothing {})
}

pub(crate) fn exclude(call: &Call<'_>, args: ExcludeBidder) -> Result<Nothing> {
    let op = op(call, "exclusion-add", &args.bidder, args.procurement.as_deref())?;
    call.write(op, |tx| consensus::exclude(tx, &args.bidder, &args.reason))?;
    Ok(Nothing {})
}

pub(crate) fn lift(call: &Call<'_>, args: ExcludeBidder) -> Result<Nothing> {
    let op = op(call, "exclusion-lift", &args.bidder, args.procurement.as_deref())?;
    call.write(op, |tx| consensus::lift(tx, &args.bidder, &args.reason))?;
    Ok(Nothing {})
}

/// A bidder of the procurement asked for, where one is.
fn bidder_of(read: &Read<'_>, id: &str, procurement: Option<&str>) -> Result<Bidder> {
    let stored: Bidder = read.get(id)?;
    if procurement.is_some_and(|asked| asked != stored.procurement) {
        return Err(Error::NotFound { kind: "bidder", id: id.into() });
    }
    Ok(stored)
}

/// The criterion of a place in the matrix, whose bidder belongs to the same procurement, the one asked for where one is.
fn place(call: &Call<'_>, criterion: &str, bidder: &str, procurement: Option<&str>) -> Result<Criterion> {
    call.read(|read| {
        let stored: Criterion = read.get(criterion)?;
        if procurement.is_some_and(|asked| asked != stored.procurement) {
            return Err(Error::NotFound { kind: "criterion", id: criterion.into() });
        }
        bidder_of(read, bidder, Some(&stored.procurement))?;
        Ok(stored)
    })
}

fn op(call: &Call<'_>, name: &'static str, bidder: &str, procurement: Option<&str>) -> Result<Op> {
    call.read(|read| {
        let stored = bidder_of(read, bidder, procurement)?;
        let vendor: Vendor = read.get(&stored.vendor)?;
        Ok(Op::new(name).what(vendor.name).scope(stored.procurement))
    })
}
