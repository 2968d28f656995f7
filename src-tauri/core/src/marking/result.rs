//! The result as it is looked at: bidders against criteria and evaluators, what is missing, what is odd. Only what was
//! handed in is in it.

use std::collections::{BTreeMap, HashMap, HashSet};

use rust_decimal::Decimal;
use serde::Serialize;
use ts_rs::TS;

use super::ballot::{gather, lacking, Gathered};
use super::consensus::exclusions;
use super::sheet::Sheet;
use super::words::{grouped, rounding_text, shown, signed, worth_text};
use super::{CriterionChange, Exclusion, Part};
use crate::bidder::with_vendors;
use crate::criterion::{listed, Criterion};
use crate::evaluation::score::oddity::{count_and_look, count_and_look_again, Looked, Oddity};
use crate::evaluation::score::{
    exact, rounded, Ballot, Exact, Item, Outcome, Pooling, Scheme, Standing, TieBreak, Totalling, Why, FAIL,
};
use crate::l10n::company_spoken;
use crate::place::under;
use crate::storage::Read;
use crate::{Result, Text};

/// How far a result is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ResultState")]
pub enum State {
    /// There is nothing to count: no proposals, no criteria, or no sheet handed in where any mark is wanted.
    Empty,
    /// Something is still missing.
    Provisional,
    /// Everything is in, and every bidder is out.
    Nobody,
    /// Everything is in, and bidders are level in the first place.
    Level,
    /// Everything is in.
    Whole,
}

/// A bidder in the result, the first in front, those who are out behind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ResultBidder")]
pub struct BidderResult {
    /// Key.
    pub id: String,
    /// The company, bare.
    pub name: String,
    /// Its name without the legal form.
    pub short: String,
    /// Its rank; none where it is out, or has no number where another one has.
    pub rank: Option<usize>,
    /// Its total as it decides.
    pub total: String,
    /// Its price over the term; none while prices are closed or it is not known.
    pub price: Option<i64>,
    /// Its total may still change.
    pub provisional: bool,
    /// Why it is out; nothing where it is in.
    pub out: Vec<Text>,
    /// Left out by a decision, which can be taken back.
    pub excluded: bool,
    /// What settled a tie it was in.
    pub settled_by: Option<Text>,
    /// Decisions to leave it out, those taken back among them, the earliest first.
    pub decisions: Vec<Text>,
}

/// An evaluator in the result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ResultEvaluator")]
pub struct EvaluatorResult {
    /// Key.
    pub id: String,
    /// Name, bare.
    pub name: String,
    /// Position in the company.
    pub role: String,
    /// She has handed something in.
    pub handed_in: bool,
}

/// What an evaluator gave; none where she was not asked or has not handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ResultAgreed")]
pub struct Agreed {
    /// The mark.
    pub mark: String,
    /// Why.
    pub reason: String,
    /// Who agreed.
    pub by: Vec<String>,
    /// Points the evaluators' own marks would give.
    pub own: Option<String>,
    /// What it changed, with its sign.
    pub difference: Option<String>,
}

/// A criterion and a bidder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ResultCell")]
pub struct Cell {
    /// Points; none where there is no number.
    pub points: Option<String>,
    /// What stands in place of points where the criterion is passed or failed: the mark that decides, none while there is none.
    pub passed: Option<String>,
    /// Their share of the whole, in thousandths, for the bar.
    pub share: i64,
    /// The mark of each evaluator in their order: empty for a blank, none where she was not asked or has not handed in.
    /// Where many judge by few marks, these are counted instead.
    pub marks: Vec<Option<String>>,
    /// How often each mark of the criterion was given, in their order, and behind them the blanks.
    pub counts: Vec<usize>,
    /// What was agreed on.
    pub agreed: Option<Agreed>,
    /// Evaluators are at both ends of the scale.
    pub opposed: bool,
    /// Marks that are missing.
    pub blanks: usize,
}

/// A criterion in the result, wholes before their parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ResultCriterion")]
pub struct CriterionResult {
    /// Key.
    pub id: String,
    /// The whole it is a part of.
    pub parent: Option<String>,
    /// `1.2`.
    pub number: String,
    /// Its name.
    pub title: String,
    /// Its weight; empty while none is set.
    pub weight: String,
    /// Its own marks count, because it has no parts.
    pub leaf: bool,
    /// It is marked, not computed.
    pub marked: bool,
    /// It is passed or failed, as are all parts of a whole: it has no weight, and its cells no points.
    pub pass_fail: bool,
    /// It is the price that totals are divided by: it has no weight, and its cells no points.
    pub divisor: bool,
    /// The marks there are; empty for points that are typed.
    pub marks: Vec<String>,
    /// A cell for each bidder, in their order.
    pub cells: Vec<Cell>,
}

/// Something odd, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ResultOddity")]
pub struct OddityRow {
    /// `opposed`, `all-alike`, `price-order`, `blank`, `no-comment`, `aside`, `idle`, `turns`, `changed`,
    /// `assigned`, `opened`.
    pub kind: String,
    /// The name in front of the sentence.
    pub head: String,
    /// The sentence.
    pub text: Text,
    /// The criterion it is about.
    pub criterion: Option<String>,
    /// The bidder it is about.
    pub bidder: Option<String>,
    /// The evaluator it is about.
    pub evaluator: Option<String>,
    /// A mark has been agreed on there.
    pub settled: bool,
}

/// With more evaluators than these, marks are counted instead of told one by one.
const FEW: usize = 6;

/// The result.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[ts(rename = "EvaluationResult")]
pub struct ResultView {
    /// How far it is.
    pub state: State,
    /// Who is first, in a sentence.
    pub verdict: Text,
    /// What is still missing, in sentences.
    pub missing: Vec<Text>,
    /// How it is counted, in sentences.
    pub method: Vec<Text>,
    /// The bidders.
    pub bidders: Vec<BidderResult>,
    /// The criteria.
    pub criteria: Vec<CriterionResult>,
    /// The evaluators, in the order of the marks in a cell.
    pub evaluators: Vec<EvaluatorResult>,
    /// What is odd, as many of it as were asked for.
    pub oddities: Vec<OddityRow>,
    /// How much is odd altogether.
    pub odd: usize,
    /// What all weights add up to.
    pub weight: String,
    /// Marks that were agreed on.
    pub agreed: usize,
}

/// A result with everything it was counted from.
#[derive(Debug, Clone)]
pub struct Counted {
    /// What was gathered.
    pub gathered: Gathered,
    /// The totals.
    pub outcome: Outcome,
    /// The totals without what was agreed on; the same where nothing was.
    pub own: Outcome,
    /// What is odd.
    pub oddities: Vec<Oddity>,
    /// Names of bidders by their keys, bare and without the legal form.
    pub names: BTreeMap<String, (String, String)>,
    /// Parts of sheets that are still to be handed in.
    pub missing: Vec<(String, Part)>,
    /// What each evaluator gave, in their order, by criterion and bidder: empty for a blank, none where she was not asked.
    told: HashMap<(String, String), Vec<Option<String>>>,
}

/// Counts a procurement as it stands.
pub fn counted(read: &Read<'_>, procurement: &str) -> Result<Counted> {
    let gathered = gather(read, procurement)?;
    let Looked { outcome, own, oddities } = count_and_look(&gathered.ballot, &gathered.laid)?;
    let names = with_vendors(read, procurement)?.into_iter().map(|(bidder, vendor)| {
        let short = company_spoken(&vendor.name);
        (bidder.id, (vendor.name, short))
    });
    let told = told(&gathered);
    Ok(Counted { names: names.collect(), missing: lacking(&gathered.sheets), gathered, outcome, own, oddities, told })
}

/// How much of a result is looked at.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// Criteria whose parts are told: all where it is left out, none where the list is empty.
    pub open: Option<Vec<String>>,
    /// How much of what is odd is told; all of it where nothing is said.
    pub oddities: Option<usize>,
}

/// A counted procurement as it is looked at.
pub fn view(read: &Read<'_>, procurement: &str, counted: &Counted, look: &Look) -> Result<ResultView> {
    let changes: Vec<CriterionChange> = read.all("WHERE procurement = ?1 ORDER BY at, id", &[&procurement])?;
    let decisions = exclusions(read, procurement)?;
    Ok(counted.view(&changes, &decisions, look))
}

/// What each evaluator gave, by criterion and bidder.
fn told(gathered: &Gathered) -> HashMap<(String, String), Vec<Option<String>>> {
    let Gathered { ballot, criteria, sheets, .. } = gathered;
    let given: Vec<Option<Given<'_>>> = sheets.iter().map(|sheet| Given::of(ballot, sheet)).collect();
    let mut told = HashMap::new();
    for criterion in criteria.iter().filter(|one| ballot.item(&one.id).is_some()) {
        for bidder in &ballot.bidders {
            let mark = |given: &Option<Given<'_>>| {
                let given = given.as_ref().filter(|_| criterion.scheme.is_marked())?;
                given.mark(&criterion.id, &bidder.id).map(Into::into)
            };
            told.insert((criterion.id.clone(), bidder.id.clone()), given.iter().map(mark).collect());
        }
    }
    told
}

impl Counted {
    /// Counts anew after something was agreed on, or a bidder left out or taken back; the rest stands.
    pub(super) fn settle(&mut self, read: &Read<'_>, procurement: &str) -> Result<()> {
        self.gathered.settle(read, procurement)?;
        let known = std::mem::take(&mut self.oddities);
        let Looked { outcome, own, oddities } =
            count_and_look_again(&self.gathered.ballot, &self.gathered.laid, known)?;
        (self.outcome, self.own, self.oddities) = (outcome, own, oddities);
        Ok(())
    }

    /// The name of a bidder without its legal form.
    pub fn short(&self, bidder: &str) -> &str {
        self.names.get(bidder).map_or("", |(_, short)| short.as_str())
    }

    /// The name of an evaluator.
    pub fn evaluator(&self, id: &str) -> &str {
        let sheets = &self.gathered.sheets;
        sheets.iter().find(|sheet| sheet.evaluator.id == id).map_or("", |sheet| sheet.evaluator.name.as_str())
    }

    /// The name of a criterion.
    pub fn title(&self, id: &str) -> &str {
        self.gathered.criteria.iter().find(|one| one.id == id).map_or("", |one| one.title.as_str())
    }

    /// What each evaluator gave for a criterion and a bidder, in their order: empty for a blank, none where she was not
    /// asked or has not handed in.
    pub fn given(&self, place: &(String, String)) -> &[Option<String>] {
        self.told.get(place).map(Vec::as_slice).unwrap_or_default()
    }

    /// The items a criterion is judged by: itself, or its parts.
    fn judged(&self, criterion: &str) -> Vec<&Item> {
        let items = self.gathered.ballot.items.iter();
        items.filter(|item| item.id == criterion || item.group == criterion).collect()
    }

    /// Whether a criterion is the price that totals are divided by.
    pub fn divides(&self, criterion: &str) -> bool {
        let own = self.judged(criterion);
        !own.is_empty() && own.iter().all(|item| self.gathered.ballot.totalling.divides_by(&item.scheme))
    }

    /// The total of a bidder; none while nothing that has a part in it has a number.
    pub fn total(&self, standing: &Standing) -> Option<Decimal> {
        let ballot = &self.gathered.ballot;
        let mut counted = ballot.items.iter().filter(|item| ballot.weighs(item));
        let has_points = counted.any(|item| matches!(standing.points.get(&item.id), Some(Some(_))));
        let own = ballot.bidders.iter().find(|one| one.id == standing.bidder);
        let priced = own.and_then(|one| one.price).is_some_and(|price| price > 0);
        let divides = matches!(ballot.totalling, Totalling::Division { .. });
        (has_points && (priced || !divides)).then_some(standing.total)
    }

    /// Whether the total of a bidder may still change, be it in or out: something of it is missing, or a sheet or a weight
    /// that all of them wait for.
    pub fn is_provisional(&self, standing: &Standing) -> bool {
        standing.is_provisional() || !self.missing.is_empty() || !self.gathered.unweighed.is_empty()
    }

    /// The weight a criterion counts with, a whole with what its parts count; none while it is missing.
    pub fn weight(&self, criterion: &str) -> Option<Decimal> {
        let own = self.judged(criterion);
        (!self.is_unweighed(criterion)).then(|| own.iter().map(|item| item.weight).sum())
    }

    /// Whether a criterion earns points, or is passed or failed: neither the price that totals are divided by, nor one
    /// without a weight.
    pub fn earns(&self, criterion: &str) -> bool {
        !self.divides(criterion) && !self.is_unweighed(criterion)
    }

    /// Whether a criterion earns no points because no weight is set for it.
    pub fn is_unweighed(&self, criterion: &str) -> bool {
        let own = self.judged(criterion);
        !own.is_empty() && own.iter().all(|item| self.gathered.unweighed.contains(&item.id))
    }

    /// The items a criterion is judged by where all of them are passed or failed, which earns no points; else none.
    pub fn pass_fail(&self, criterion: &str) -> Vec<&Item> {
        let own = self.judged(criterion);
        if own.iter().all(|item| matches!(item.scheme, Scheme::PassFail)) {
            own
        } else {
            Vec::new()
        }
    }

    /// The mark by which a bidder passed or failed these: what was agreed on stands before the evaluators' own, and one fail is
    /// enough. None while nobody has judged it.
    pub fn passed(&self, items: &[&Item], bidder: &str) -> Option<&str> {
        let agreed = &self.gathered.ballot.consensus;
        let mut marks: Vec<&str> = Vec::new();
        for item in items {
            let place = (item.id.clone(), bidder.to_owned());
            match agreed.get(&place) {
                Some(mark) => marks.push(mark),
                None => marks.extend(self.given(&place).iter().flatten().map(String::as_str)),
            }
        }
        marks.retain(|mark| !mark.is_empty());
        marks.iter().find(|mark| **mark == FAIL).or_else(|| marks.first()).copied()
    }

    /// How far it is.
    pub fn state(&self) -> State {
        let ballot = &self.gathered.ballot;
        let marked = ballot.items.iter().any(|item| !matches!(item.scheme, Scheme::Price(_)));
        if ballot.bidders.is_empty() || ballot.items.is_empty() || (ballot.sheets.is_empty() && marked) {
            return State::Empty;
        }
        let open = self.outcome.standings.iter().any(|one| !one.is_out() && one.is_provisional());
        if open || !self.missing.is_empty() || !self.gathered.unweighed.is_empty() {
            return State::Provisional;
        }
        match self.outcome.winners().len() {
            0 => State::Nobody,
            1 => State::Whole,
            _ => State::Level,
        }
    }

    /// Who is first, in a sentence.
    pub fn verdict(&self) -> Text {
        if self.state() == State::Empty {
            return Text::new("result-verdict-empty");
        }
        let ranked: Vec<&Standing> = self.outcome.standings.iter().filter(|one| one.rank.is_some()).collect();
        let name = |one: &Standing| self.short(&one.bidder).to_owned();
        let partial = self.outcome.standings.iter().any(|one| one.rank.is_none() && !one.is_out());
        match ranked.as_slice() {
            [] if partial => Text::new("result-verdict-partial"),
            [] => Text::new("result-verdict-none"),
            [only] if partial => Text::new("result-verdict-alone").arg("first", name(only)).arg("total", only.total),
            [only] => Text::new("result-verdict-one").arg("first", name(only)).arg("total", only.total),
            [first, second, ..] if second.rank == Some(1) => {
                let level: Vec<String> = ranked.iter().filter(|one| one.rank == Some(1)).map(|one| name(one)).collect();
                Text::new("result-verdict-tie").names("names", &level).arg("total", first.total)
            }
            [first, rest @ ..] if rest[0].total == first.total => {
                let level: Vec<String> =
                    rest.iter().filter(|one| one.total == first.total).map(|one| name(one)).collect();
                Text::new("result-verdict-settled")
                    .arg("first", name(first))
                    .names("second", &level)
                    .arg("total", first.total)
            }
            [first, second, ..] => Text::new("result-verdict")
                .arg("first", name(first))
                .arg("second", name(second))
                .arg("lead", first.total - second.total),
        }
    }

    /// What is still missing, in sentences.
    pub fn lacking(&self) -> Vec<Text> {
        let mut found = Vec::new();
        for (evaluator, part) in &self.missing {
            let id = match part {
                Part::All => "result-missing-sheet",
                Part::Main => "result-missing-main",
                Part::Price => "result-missing-price-part",
            };
            found.push(Text::new(id).arg("name", self.evaluator(evaluator)));
        }
        if !self.gathered.price_open {
            found.push(Text::new("result-missing-closed"));
        }
        let blanks: usize = self.outcome.standings.iter().flat_map(|one| one.blanks.values()).sum();
        if blanks > 0 {
            let id = match self.gathered.ballot.pooling {
                Pooling::Mean => "result-missing-blanks",
                Pooling::Sum => "result-missing-blanks-sum",
            };
            found.push(Text::new(id).arg("count", blanks));
        }
        let unweighed: Vec<&str> = self.gathered.unweighed.iter().map(|id| self.title(id)).collect();
        if !unweighed.is_empty() {
            found.push(Text::new("result-missing-weight").names("titles", &unweighed));
        }
        let priced = matches!(self.gathered.ballot.totalling, Totalling::Division { .. })
            || self.gathered.ballot.items.iter().any(|item| matches!(item.scheme, Scheme::Price(_)));
        for bidder in self.gathered.ballot.bidders.iter().filter(|_| self.gathered.price_open && priced) {
            let divides = matches!(self.gathered.ballot.totalling, Totalling::Division { .. });
            let id = match bidder.price {
                None => "result-missing-price",
                Some(price) if divides && price <= 0 => "result-price-nothing",
                Some(_) => continue,
            };
            found.push(Text::new(id).arg("name", self.short(&bidder.id)));
        }
        found
    }

    /// How many evaluators are asked for marks that become points, at the fewest and at the most places; none where
    /// nobody is.
    fn asked(&self) -> Option<(usize, usize)> {
        let items = self.gathered.ballot.items.iter();
        let pooled: HashSet<&str> = items
            .filter(|item| matches!(item.scheme, Scheme::Marks(_) | Scheme::Points { .. }))
            .map(|item| item.id.as_str())
            .collect();
        let places = self.told.iter().filter(|((item, _), _)| pooled.contains(item.as_str()));
        let asked = places.map(|(_, marks)| marks.iter().flatten().count()).filter(|count| *count > 0);
        asked.fold(None, |ends, count| {
            let (least, most) = ends.unwrap_or((count, count));
            Some((count.min(least), count.max(most)))
        })
    }

    /// How it is counted, in sentences.
    pub fn method(&self) -> Vec<Text> {
        let Gathered { judging, ballot, criteria, .. } = &self.gathered;
        let mut told: Vec<Text> = Vec::new();
        for judged in criteria.iter().filter(|one| ballot.item(&one.id).is_some()) {
            told.extend(worth_text(&judged.scheme, &judging.marks).filter(|text| !told.contains(text)));
        }
        let pooled = if judging.pooling == Pooling::Mean { "result-method-mean" } else { "result-method-sum" };
        told.push(match self.asked() {
            Some((least, most)) if least < most => {
                Text::new(format!("{pooled}-varied")).arg("least", least).arg("most", most)
            }
            asked => Text::new(pooled).arg("count", asked.map_or(ballot.sheets.len(), |(_, most)| most)),
        });
        if let Totalling::Division { unit } = ballot.totalling {
            told.push(Text::new("result-method-division").arg("unit", grouped(unit)));
        }
        told.push(rounding_text(ballot.rounding));
        told
    }

    /// What settles a tie, in words.
    pub fn tie(&self, tie: &TieBreak) -> Text {
        match tie {
            TieBreak::Technical => Text::new("result-tie-technical"),
            TieBreak::LowerPrice => Text::new("result-tie-price"),
            TieBreak::Criterion(id) => Text::new("result-tie-criterion").arg("title", self.title(id)),
        }
    }

    /// Everything that puts a bidder out, in words.
    pub fn out(&self, one: &Standing) -> Vec<Text> {
        one.out.iter().map(|why| self.why(why)).collect()
    }

    fn why(&self, why: &Why) -> Text {
        match why {
            Why::Decision => Text::new("result-out-decision"),
            Why::Failed(item) => Text::new("result-out-failed").arg("title", self.title(item)),
            Why::UnderMinimum(item) => Text::new("result-out-minimum").arg("title", self.title(item)),
            Why::UnderTotalMinimum => match self.gathered.ballot.totalling {
                Totalling::Additive => Text::new("result-out-total"),
                Totalling::Division { .. } => Text::new("result-out-points"),
            },
        }
    }

    fn view(&self, changes: &[CriterionChange], decisions: &[Exclusion], look: &Look) -> ResultView {
        let ballot = &self.gathered.ballot;
        let order: Vec<&Standing> = self.outcome.standings.iter().collect();
        let total: Decimal = ballot.items.iter().map(|item| item.weight).sum();
        let (odd, oddities) = self.odd(changes, look.oddities.unwrap_or(usize::MAX));
        ResultView {
            state: self.state(),
            verdict: self.verdict(),
            missing: self.lacking(),
            method: self.method(),
            bidders: order.iter().map(|one| self.bidder(one, decisions)).collect(),
            criteria: self.criteria(&order, look.open.as_deref()),
            evaluators: self
                .gathered
                .sheets
                .iter()
                .map(|sheet| EvaluatorResult {
                    id: sheet.evaluator.id.clone(),
                    name: sheet.evaluator.name.clone(),
                    role: sheet.evaluator.role.clone(),
                    handed_in: !sheet.handed_in.is_empty(),
                })
                .collect(),
            oddities,
            odd,
            weight: total.normalize().to_string(),
            agreed: ballot.consensus.len(),
        }
    }

    fn bidder(&self, one: &Standing, decisions: &[Exclusion]) -> BidderResult {
        let (name, short) = self.names.get(&one.bidder).cloned().unwrap_or_default();
        let told = decisions.iter().filter(|decision| decision.bidder == one.bidder).map(|decision| {
            let id = if decision.lifted_at.is_some() { "result-exclusion-lifted" } else { "result-exclusion" };
            Text::new(id).arg("reason", &decision.reason).arg("lifted", &decision.lifted_reason)
        });
        let contender = self.gathered.ballot.bidders.iter().find(|bidder| bidder.id == one.bidder);
        BidderResult {
            id: one.bidder.clone(),
            name,
            short,
            rank: one.rank,
            total: self.total(one).map(|total| total.to_string()).unwrap_or_default(),
            price: contender.and_then(|bidder| bidder.price),
            provisional: self.is_provisional(one),
            out: self.out(one),
            excluded: contender.is_some_and(|bidder| bidder.excluded),
            settled_by: one.settled_by.as_ref().map(|tie| self.tie(tie)),
            decisions: told.collect(),
        }
    }

    fn criteria(&self, order: &[&Standing], open: Option<&[String]>) -> Vec<CriterionResult> {
        let Gathered { ballot, criteria, .. } = &self.gathered;
        let opposed: HashSet<(&str, &str)> = self
            .oddities
            .iter()
            .filter_map(|odd| match odd {
                Oddity::Opposed { item, bidder } => Some((item.as_str(), bidder.as_str())),
                _ => None,
            })
            .collect();
        let own: BTreeMap<&str, &Standing> = self.own.standings.iter().map(|one| (one.bidder.as_str(), one)).collect();
        let row = |(number, _, criterion): (String, u8, Criterion)| {
            let item = ballot.item(&criterion.id);
            let divisor = self.divides(&criterion.id);
            let set = self.weight(&criterion.id);
            let marks: Vec<String> = match criterion.scheme.counted(&self.gathered.judging.marks) {
                Scheme::Marks(values) => values.into_iter().map(|(mark, _)| mark).collect(),
                Scheme::PassFail => vec!["pass".into(), "fail".into()],
                _ => Vec::new(),
            };
            let cell = |one: &&Standing| match item {
                None => self.whole_cell(one, &criterion.id),
                Some(_) => {
                    let own = own.get(one.bidder.as_str()).copied();
                    self.cell(one, own, &criterion, (&opposed, &marks))
                }
            };
            let judged = self.pass_fail(&criterion.id);
            let cells = order.iter().map(|one| match cell(one) {
                told if !judged.is_empty() => {
                    Cell { points: None, passed: self.passed(&judged, &one.bidder).map(Into::into), ..told }
                }
                told if !self.earns(&criterion.id) => Cell { points: None, ..told },
                told => told,
            });
            CriterionResult {
                number,
                title: criterion.title.clone(),
                weight: set.map(|set| set.normalize().to_string()).unwrap_or_default(),
                leaf: item.is_some(),
                marked: item.is_some() && criterion.scheme.is_marked(),
                pass_fail: !judged.is_empty(),
                divisor,
                cells: cells.collect(),
                marks,
                parent: criterion.parent.clone(),
                id: criterion.id.clone(),
            }
        };
        // A whole counts by its parts; where it has none, it is judged itself.
        debug_assert!(ballot.items.iter().all(|item| under(criteria, Some(&item.id)).is_empty()));
        let told = |criterion: &Criterion| {
            criterion.parent.as_ref().is_none_or(|whole| open.is_none_or(|open| open.contains(whole)))
        };
        listed(criteria).into_iter().filter(|(_, _, criterion)| told(criterion)).map(row).collect()
    }

    /// What a bidder can earn of a criterion: its weight, which for a sum counts once for each evaluator asked.
    fn reach(&self, criterion: &str, bidder: &str) -> Decimal {
        let sums = self.gathered.ballot.pooling == Pooling::Sum;
        let times = |item: &Item| {
            let asked = self.given(&(item.id.clone(), bidder.to_owned())).iter().flatten().count();
            let pooled = sums && !matches!(item.scheme, Scheme::Price(_));
            Decimal::from(if pooled { asked.max(1) } else { 1 })
        };
        self.judged(criterion).into_iter().map(|item| item.weight * times(item)).sum()
    }

    fn whole_cell(&self, one: &Standing, id: &str) -> Cell {
        let points = one.groups.get(id).copied();
        Cell {
            points: points.map(|points| points.to_string()),
            passed: None,
            share: thousandths(points.map(exact), self.reach(id, &one.bidder)),
            marks: Vec::new(),
            counts: Vec::new(),
            agreed: None,
            opposed: false,
            blanks: self
                .gathered
                .ballot
                .items
                .iter()
                .filter(|item| item.group == id)
                .filter_map(|item| one.blanks.get(&item.id))
                .sum(),
        }
    }

    fn cell(
        &self,
        one: &Standing,
        own: Option<&Standing>,
        criterion: &Criterion,
        (opposed, known): (&HashSet<(&str, &str)>, &[String]),
    ) -> Cell {
        let ballot = &self.gathered.ballot;
        let points = one.points.get(&criterion.id).copied().flatten();
        let key = (criterion.id.clone(), one.bidder.clone());
        let marks = self.given(&key);
        let counted = self.gathered.sheets.len() > FEW && !known.is_empty();
        let agreed = ballot.consensus.get(&key).and_then(|_| {
            self.gathered.agreed.iter().find(|agreed| agreed.criterion == criterion.id && agreed.bidder == one.bidder)
        });
        let agreed = agreed.map(|agreed| {
            let before = own.and_then(|own| own.points.get(&criterion.id).copied().flatten());
            let difference = before.zip(points).and_then(|(before, now)| rounded(now - before, ballot.rounding).ok());
            Agreed {
                mark: agreed.mark.clone(),
                reason: agreed.reason.clone(),
                by: agreed.agreed_by.clone(),
                own: before.map(|before| shown(before, ballot.rounding)),
                difference: difference.map(signed),
            }
        });
        Cell {
            points: points.map(|points| shown(points, ballot.rounding)),
            passed: None,
            share: thousandths(points, self.reach(&criterion.id, &one.bidder)),
            counts: if counted { counts(marks, known) } else { Vec::new() },
            marks: if counted { Vec::new() } else { marks.to_vec() },
            agreed,
            opposed: opposed.contains(&(criterion.id.as_str(), one.bidder.as_str())),
            blanks: one.blanks.get(&criterion.id).copied().unwrap_or_default(),
        }
    }
}

/// How often each of the known marks was given, in their order, and behind them the blanks.
fn counts(marks: &[Option<String>], known: &[String]) -> Vec<usize> {
    let times = |mark: &str| marks.iter().filter(|one| one.as_deref() == Some(mark)).count();
    known.iter().map(String::as_str).chain([""]).map(times).collect()
}

/// A sheet that counts, laid out to be asked cell by cell.
struct Given<'b> {
    judges: HashSet<&'b str>,
    aside: HashSet<&'b str>,
    marks: HashMap<(&'b str, &'b str), &'b str>,
}

impl<'b> Given<'b> {
    /// That of a sheet; none where nothing of it is handed in.
    fn of(ballot: &'b Ballot, sheet: &Sheet) -> Option<Self> {
        let handed = ballot.sheets.iter().find(|handed| handed.evaluator == sheet.evaluator.id)?;
        Some(Self {
            judges: handed.judges.iter().map(String::as_str).collect(),
            aside: handed.steps_aside.iter().map(String::as_str).collect(),
            marks: handed.marks.iter().map(|((item, bidder), mark)| ((&**item, &**bidder), &**mark)).collect(),
        })
    }

    /// The mark there, empty for a blank; none where none is asked.
    fn mark(&self, item: &str, bidder: &str) -> Option<&'b str> {
        let asked = self.judges.contains(item) && !self.aside.contains(bidder);
        asked.then(|| self.marks.get(&(item, bidder)).copied().unwrap_or_default())
    }
}

fn thousandths(points: Option<Exact>, whole: Decimal) -> i64 {
    match points {
        Some(points) if whole > Decimal::ZERO => {
            let share = (points / exact(whole) * Exact::new(1000, 1)).near();
            #[allow(clippy::cast_possible_truncation, reason = "between nothing and a few thousand")]
            let share = share.round() as i64;
            share.clamp(0, 1000)
        }
        _ => 0,
    }
}
