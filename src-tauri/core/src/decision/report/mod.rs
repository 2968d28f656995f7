//! The selection report (選定結果報告書) as a plain model: one page that decides, then the evidence, then the annexes.

mod annex;
mod evidence;
mod firm;
mod interests;
pub mod made;
mod marks;
mod numbers;
mod odd;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use self::evidence::japans;
use self::made::{newest, Edition, Printed};
use self::marks::BLANK;
use super::approval::{asks_for, earlier_rounds, state_of, EarlierRound};
use super::{
    notices, Approval, ApprovalCondition, ApprovalStep, Decision, DiscussionPoint, Notice, Outcome, StepOutcome,
};
use crate::bidder::Status;
use crate::calendar;
use crate::criterion::judging::TaxBasis;
use crate::criterion::Criterion;
use crate::distribution::knowledge::Knowledge;
use crate::distribution::paper::House;
use crate::evaluation::score::firmness::Firmness;
use crate::evaluation::score::{Pooling, Standing, Totalling};
use crate::l10n::Lang;
use crate::library::sha256;
use crate::marking::firm::Told;
use crate::marking::result::{Counted, State};
use crate::marking::words::grouped;
use crate::marking::{CriterionChange, Exclusion};
use crate::paper::{self, Block, Cell, PaperHead, Run, Runs};
use crate::procurement::FactKey;
use crate::proposal::{proposals, Fit, Proposal, RequirementAnswer};
use crate::question::register;
use crate::rfp::release::{releases, Release};
use crate::rfp::requirement::requirements;
use crate::rfp::{Level, Requirement};
use crate::storage::Read;
use crate::{Result, Text};

pub use numbers::{Number, NumberSheet};

/// The selection report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SelectionPaper {
    /// The language of the paper.
    pub lang: paper::Lang,
    /// The labels the template shows.
    pub words: BTreeMap<String, String>,
    /// What masthead, running heads and file properties say.
    pub paper: PaperHead,
    /// The head of the journal; of a version made again the one it was first printed with.
    pub hash: String,
    /// The page that decides.
    pub summary: Summary,
    /// The chapters behind it.
    pub sections: Vec<Section>,
    /// All numbers, for a workbook.
    #[serde(skip)]
    pub numbers: Vec<NumberSheet>,
    /// Which version it is; none while something it tells may still change.
    #[serde(skip)]
    pub edition: Option<Edition>,
}

/// The page that decides.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// What stands above the name.
    pub label: String,
    /// The bidder that is chosen, or that nobody is.
    pub winner: String,
    /// Label, figure, and what stands under it.
    pub figures: Vec<[String; 3]>,
    /// Why.
    pub why: Vec<Runs>,
    /// What is to be approved, or was.
    pub asked: Vec<Runs>,
    /// The ranking.
    pub standing: Grid,
    /// How many of its rows are first; more than one where bidders are level.
    pub firsts: usize,
    /// The approvers; no rows where there is no request yet.
    pub route: Grid,
}

/// A table of words.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Grid {
    /// The head.
    pub head: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// A chapter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Section {
    /// Its name.
    pub name: String,
    /// What stands in it.
    pub body: Vec<Part>,
}

/// A part of a chapter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Part {
    /// Marks and points.
    Matrix(Matrix),
    /// A picture.
    Chart(Chart),
    /// What was expected beside what was not.
    Two(Two),
    /// A block of running text.
    Block(Block),
}

/// Marks and points of some bidders.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Matrix {
    /// `matrix`.
    pub t: String,
    /// Caption.
    pub cap: Runs,
    /// The bidders, without their legal form.
    pub bidders: Vec<String>,
    /// The criteria.
    pub rows: Vec<MatrixRow>,
    /// What the last row is called.
    pub total: String,
    /// What all weights add up to.
    pub weight: String,
    /// The totals.
    pub totals: Vec<MatrixCell>,
}

/// A criterion in the matrix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixRow {
    /// Its name.
    pub name: String,
    /// Its weight.
    pub weight: String,
    /// It is a part of the one above.
    pub inner: bool,
    /// What each bidder has.
    pub cells: Vec<MatrixCell>,
}

/// What a bidder has in a criterion, or altogether.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixCell {
    /// The marks of the evaluators, or the agreed one.
    pub mark: String,
    /// The points, or whether it passed.
    pub points: String,
    /// What of it is missing.
    pub lacks: String,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chart {
    /// `chart`.
    pub t: String,
    /// Caption.
    pub cap: String,
    /// The picture.
    pub svg: String,
    /// What it shows, in words.
    pub alt: String,
}

/// Two columns of the discussion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Two {
    /// `two`.
    pub t: String,
    /// As expected.
    pub left: Vec<Said>,
    /// Off expectation.
    pub right: Vec<Said>,
}

/// A point of the discussion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Said {
    /// The point.
    pub s: Runs,
    /// What follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub then: Option<Runs>,
    /// Where it stands.
    pub state: String,
}

/// Characters of the reason on the page that decides; Latin letters count half.
const REASON: usize = 320;
/// Characters of a condition there.
const CONDITION: usize = 90;
/// Conditions there.
const CONDITIONS: usize = 3;
/// Bidders in the ranking there.
const RANKED: usize = 16;
/// Bidders and approvers there together; where they are more, the route stands in the chapter on the approval.
const TOGETHER: usize = 14;

/// The first `room` characters, with a sign where there are more.
fn cut(words: &str, room: usize) -> String {
    match words.char_indices().nth(room) {
        Some((at, _)) => format!("{}…", words[..at].trim_end()),
        None => words.to_owned(),
    }
}

const OF_PROPOSALS: &str = "WHERE proposal IN (SELECT id FROM proposal WHERE procurement = ?1) ORDER BY id";

/// Everything the report is made from.
pub struct Sources {
    house: House,
    counted: Arc<Counted>,
    told: Told,
    firmness: Arc<Firmness>,
    hash: String,
    decision: Option<Decision>,
    points: Vec<DiscussionPoint>,
    approval: Option<Approval>,
    steps: Vec<ApprovalStep>,
    earlier: Vec<EarlierRound>,
    approved: bool,
    conditions: Vec<ApprovalCondition>,
    notices: Vec<Notice>,
    releases: Vec<Release>,
    knowledge: Knowledge,
    questions: register::Standing,
    proposals: Vec<Proposal>,
    requirements: Vec<Requirement>,
    answers: Vec<RequirementAnswer>,
    changes: Vec<CriterionChange>,
    exclusions: Vec<Exclusion>,
    criteria: Vec<(String, u8, Criterion)>,
    estimates: Vec<annex::Estimated>,
    stated: Vec<interests::Stated>,
    last: Option<Printed>,
}

impl Sources {
    /// Reads them. `hash` is the head of the journal.
    pub fn of(
        read: &Read<'_>,
        procurement: &str,
        house: House,
        counted: Arc<Counted>,
        firmness: Arc<Firmness>,
        hash: String,
    ) -> Result<Self> {
        let proposals = proposals(read, procurement)?;
        let mut estimates = Vec::new();
        for proposal in proposals.iter().filter(|_| counted.gathered.price_open) {
            estimates.extend(annex::estimated(read, &counted, proposal)?);
        }
        Ok(Self {
            told: counted.told(&firmness),
            decision: read.find(procurement)?,
            points: read.all("WHERE procurement = ?1 ORDER BY position, id", &[&procurement])?,
            approval: read.find(procurement)?,
            steps: read.all("WHERE approval = ?1 ORDER BY position, id", &[&procurement])?,
            earlier: earlier_rounds(read, procurement)?,
            approved: state_of(read, procurement)?.is_approved() && asks_for(read, &Decision::of(read, procurement)?)?,
            notices: notices(read, procurement)?,
            conditions: read.all(
                "WHERE step IN (SELECT id FROM approval_step WHERE approval = ?1) ORDER BY position, id",
                &[&procurement],
            )?,
            releases: releases(read, procurement)?,
            knowledge: Knowledge::of(read, procurement)?,
            questions: register::standing(read, procurement)?,
            requirements: requirements(read, procurement)?,
            answers: read.all(OF_PROPOSALS, &[&procurement])?,
            changes: read.all("WHERE procurement = ?1 ORDER BY at, id", &[&procurement])?,
            exclusions: crate::marking::consensus::exclusions(read, procurement)?,
            criteria: crate::criterion::listed(&counted.gathered.criteria),
            stated: interests::stated(read, &counted)?,
            last: newest(read, procurement)?,
            house,
            counted,
            firmness,
            hash,
            proposals,
            estimates,
        })
    }

    fn lang(&self) -> Lang {
        self.house.lang
    }

    fn word(&self, id: &str) -> String {
        self.lang().word(id)
    }

    fn say(&self, text: &Text) -> String {
        self.lang().say(text)
    }

    fn paragraph(&self, texts: &[Text]) -> Part {
        let joint = if self.lang() == Lang::Ja { "" } else { " " };
        let words = texts.iter().map(|text| self.say(text)).collect::<Vec<_>>().join(joint);
        Part::Block(Block::Paragraph { r: words.into() })
    }

    /// The bidder the report is for: the one that is chosen, or else the one that is first alone.
    fn chosen(&self) -> Option<&str> {
        match &self.decision {
            Some(decision) if decision.outcome == Outcome::None => None,
            Some(Decision { bidder: Some(bidder), .. }) => Some(bidder),
            _ => self.counted.outcome.winner(),
        }
    }

    fn name(&self, bidder: &str) -> &str {
        self.counted.names.get(bidder).map_or("", |(name, _)| name.as_str())
    }

    /// An amount with its currency.
    fn money(&self, amount: i64) -> String {
        self.say(&Text::new("selection-money").arg("amount", grouped(amount)))
    }

    /// What the price is over, and with or without tax.
    fn price_label(&self) -> String {
        self.on_basis("selection-price-excluded", "selection-price-included")
    }

    /// The same as the head of a column whose amounts name no currency.
    fn price_head(&self) -> String {
        self.on_basis("selection-price-head-excluded", "selection-price-head-included")
    }

    /// Words for prices without tax or with it, and the months they are added up over.
    fn on_basis(&self, excluded: &str, included: &str) -> String {
        let basis = &self.counted.gathered.basis;
        let id = if basis.tax == TaxBasis::Excluded { excluded } else { included };
        self.say(&Text::new(id).arg("months", basis.months))
    }

    fn price(&self, bidder: &str) -> Option<i64> {
        self.counted.gathered.ballot.bidders.iter().find(|one| one.id == bidder).and_then(|one| one.price)
    }

    /// How many of the musts a bidder meets.
    fn musts(&self, bidder: &str) -> String {
        let Some(proposal) = self.proposals.iter().find(|one| one.bidder == bidder) else { return String::new() };
        let musts: Vec<&str> =
            self.requirements.iter().filter(|one| one.level == Level::Must).map(|one| one.id.as_str()).collect();
        let answers = self.answers.iter().filter(|one| one.proposal == proposal.id);
        let met = answers.clone().filter(|one| one.answer == Fit::Full && musts.contains(&one.requirement.as_str()));
        if musts.is_empty() || answers.clone().next().is_none() {
            return "－".into();
        }
        self.say(&Text::new("selection-musts-of").arg("met", met.count()).arg("all", musts.len()))
    }

    fn summary(&self) -> Summary {
        let chosen = self.chosen();
        let decided = self.decision.as_ref().is_some_and(|one| one.decided_at.is_some());
        let none = self.ends_without_award();
        Summary {
            label: self.word(if none {
                "selection-none-label"
            } else if decided {
                "selection-winner"
            } else {
                "selection-winner-draft"
            }),
            winner: chosen.map_or_else(
                || self.word(if self.is_for_nobody() { "selection-nobody" } else { "selection-open" }),
                |id| self.name(id).to_owned(),
            ),
            figures: self.figures(chosen),
            why: self.why(chosen),
            asked: self.asked(),
            standing: self.standing(),
            firsts: self.counted.outcome.winners().len(),
            route: if self.route_stands_apart() { Grid::default() } else { self.route() },
        }
    }

    fn ends_without_award(&self) -> bool {
        self.decision.as_ref().is_some_and(|one| one.outcome == Outcome::None)
    }

    /// Whether the report is for no bidder, and is not to be for one later.
    fn is_for_nobody(&self) -> bool {
        self.ends_without_award() || (self.chosen().is_none() && self.counted.state() == State::Nobody)
    }

    /// Bidders by the names of their columns, in one line.
    fn listed<'b>(&self, bidders: impl IntoIterator<Item = &'b str>) -> String {
        let names: Vec<&str> = bidders.into_iter().map(|id| self.counted.short(id)).collect();
        names.join(&self.word("list-comma"))
    }

    /// The total of a bidder; a sign where it has no number yet.
    fn total(&self, one: &Standing) -> String {
        self.counted.total(one).map_or_else(|| BLANK.to_owned(), |total| total.to_string())
    }

    /// That the total of a bidder may still change, in a word; empty where it stands.
    fn state(&self, one: &Standing) -> String {
        if self.counted.is_provisional(one) {
            self.word("result-state-provisional")
        } else {
            String::new()
        }
    }

    /// Words about the total of a bidder, marked as provisional while it may still change.
    fn provisional(&self, words: String, one: &Standing) -> String {
        if self.counted.is_provisional(one) {
            self.say(&Text::new("selection-provisional").arg("words", words))
        } else {
            words
        }
    }

    fn figures(&self, chosen: Option<&str>) -> Vec<[String; 3]> {
        let standing = chosen.and_then(|id| self.counted.outcome.of(id));
        let ranked: Vec<_> = self.counted.outcome.standings.iter().filter(|one| one.rank.is_some()).collect();
        let mut figures = Vec::new();
        if let Some(one) = standing {
            let ballot = &self.counted.gathered.ballot;
            let weight: rust_decimal::Decimal = ballot.items.iter().map(|item| item.weight).sum();
            // Marks that are added up, and points that are divided by a price, have no greatest total for all.
            let bounded = ballot.totalling == Totalling::Additive && ballot.pooling == Pooling::Mean;
            let place = |rank: usize| {
                let text = if bounded {
                    Text::new("selection-place").arg("whole", weight.normalize())
                } else {
                    Text::new("selection-place-alone")
                };
                text.arg("count", ranked.len()).arg("rank", rank)
            };
            let place = one.rank.map_or_else(|| self.out(one), |rank| self.say(&place(rank)));
            let points = |value: rust_decimal::Decimal| self.say(&Text::new("selection-points").arg("points", value));
            figures.push([self.provisional(self.word("selection-total"), one), points(one.total), place]);
            let next = ranked.iter().find(|other| other.bidder != one.bidder).filter(|_| one.rank.is_some());
            if let Some(next) = next.filter(|next| next.rank == one.rank) {
                let level = ranked.iter().filter(|other| other.rank == next.rank);
                let count = self.say(&Text::new("selection-level-count").arg("count", level.clone().count()));
                figures.push([self.word("selection-level"), count, self.listed(level.map(|one| &*one.bidder))]);
            } else if let Some(next) = next {
                let label = if one.rank == Some(1) { "selection-lead" } else { "selection-behind" };
                let there = ranked.iter().filter(|other| other.rank == next.rank).map(|other| &*other.bidder);
                figures.push([self.word(label), points((one.total - next.total).abs()), self.listed(there)]);
            }
        }
        if let Some(price) = chosen.and_then(|id| self.price(id)) {
            figures.push([self.word("selection-price"), self.money(price), self.price_label()]);
        }
        let facts = &self.house.facts;
        if let Some(start) = facts.moment(FactKey::ContractStart).filter(|_| !self.is_for_nobody()) {
            let until = facts.moment(FactKey::ContractEnd).map(|end| {
                let day = calendar::plain_day(end.date, self.lang(), facts.style());
                self.say(&Text::new("selection-until").arg("date", day))
            });
            let day = calendar::plain_day(start.date, self.lang(), facts.style());
            figures.push([self.word("selection-start"), day, until.unwrap_or_default()]);
        }
        figures
    }

    /// Why, on the page that decides. Where the totals do not decide, that stands before the reason that does.
    fn why(&self, chosen: Option<&str>) -> Vec<Runs> {
        let (mut why, cut) = self.reason_in_short();
        if cut {
            why.push(self.word("selection-why-more").into());
        }
        let outcome = &self.counted.outcome;
        let level = outcome.winners();
        let several = level.len() > 1;
        let first = chosen.and_then(|id| outcome.of(id)).filter(|one| one.rank == Some(1));
        let undecided = chosen.is_none() && !self.ends_without_award();
        if why.is_empty() || (undecided && several) {
            why.insert(0, self.say(&self.counted.verdict()).into());
        } else if let Some(one) = first.filter(|_| several) {
            let text = Text::new("selection-why-level").arg("total", one.total);
            why.insert(0, self.say(&text.arg("names", self.listed(level))).into());
        } else if let Some(tie) = first.and_then(|one| one.settled_by.as_ref()) {
            why.insert(0, self.say(&self.counted.tie(tie)).into());
        }
        // Where other weights mostly put another first, or there is nobody else, that is no reason.
        let trials = &self.firmness.uniform;
        let mostly = first.and_then(|one| trials.first.get(&one.bidder)).is_some_and(|times| times * 2 >= trials.runs);
        let mostly = mostly && trials.first.len() > 1;
        if let Some(told) = self.told.paragraph.get(1).filter(|_| mostly && !several) {
            why.push(self.say(told).into());
        }
        why
    }

    /// The reason in so few words that the page holds it, and whether there are more.
    fn reason_in_short(&self) -> (Vec<Runs>, bool) {
        let reason = self.decision.as_ref().map(|one| one.reason.trim()).unwrap_or_default();
        let mut room = if self.lang() == Lang::Ja { REASON } else { 2 * REASON };
        let mut why: Vec<Runs> = Vec::new();
        for line in reason.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let long = line.chars().count();
            if long > room {
                if room > 20 {
                    why.push(cut(line, room).into());
                }
                return (why, true);
            }
            room -= long;
            why.push(line.into());
        }
        (why, false)
    }

    /// What is asked for about a bidder, with the word that it has left since where it has.
    fn unless_left(&self, id: &str, bidder: &str) -> Runs {
        let asked = self.say(&Text::new(id).arg("name", self.name(bidder)));
        let party = self.knowledge.parties.iter().find(|party| party.bidder == bidder);
        let left = match party.map(|party| party.status) {
            Some(Status::Declined) => "selection-ask-declined",
            Some(Status::Withdrawn) => "selection-ask-withdrawn",
            Some(Status::Disqualified) => "selection-ask-disqualified",
            _ => return asked.into(),
        };
        self.say(&Text::new(left).arg("asked", asked)).into()
    }

    fn asked(&self) -> Vec<Runs> {
        let mut asked = Vec::new();
        let Some(chosen) = self.chosen() else {
            let level = self.counted.outcome.winners();
            let text = if self.ends_without_award() {
                Text::new("selection-ask-none")
            } else if level.len() > 1 {
                Text::new("selection-ask-level").arg("names", self.listed(level))
            } else if self.counted.state() == State::Nobody {
                Text::new("selection-ask-open")
            } else {
                Text::new("selection-ask-later")
            };
            return vec![self.say(&text).into()];
        };
        asked.push(self.unless_left("selection-ask-contract", chosen));
        if let Some(reserve) = self.decision.as_ref().and_then(|one| one.reserve.as_deref()) {
            asked.push(self.unless_left("selection-ask-reserve", reserve));
        }
        if let Some(price) = self.price(chosen) {
            let text =
                Text::new("selection-ask-price").arg("amount", self.money(price)).arg("basis", self.price_label());
            asked.push(self.say(&text).into());
        }
        let room = if self.lang() == Lang::Ja { CONDITION } else { 2 * CONDITION };
        asked.extend(self.conditions.iter().take(CONDITIONS).map(|one| Runs::from(cut(&one.text, room))));
        if self.conditions.len() > CONDITIONS {
            let rest = Text::new("selection-ask-rest").arg("count", self.conditions.len() - CONDITIONS);
            asked.push(self.say(&rest).into());
        }
        asked
    }

    /// Everything that puts a bidder out, in words; empty where it is in.
    fn out(&self, one: &Standing) -> String {
        let told: Vec<String> = self.counted.out(one).iter().map(|text| self.say(text)).collect();
        told.join(&self.word("list-comma"))
    }

    fn standing(&self) -> Grid {
        let head = ["selection-rank", "selection-bidder", "selection-total", "selection-price", "selection-musts"];
        let mut head: Vec<String> = head.iter().map(|id| self.word(id)).collect();
        head[3] = self.price_label();
        let rows = self.counted.outcome.standings.iter().map(|one| {
            let out = || if one.is_out() { self.out(one) } else { "－".to_owned() };
            vec![
                one.rank.map_or_else(out, |rank| rank.to_string()),
                self.counted.short(&one.bidder).to_owned(),
                self.provisional(self.total(one), one),
                self.price(&one.bidder).map_or_else(|| "－".to_owned(), |price| self.money(price)),
                self.musts(&one.bidder),
            ]
        });
        let mut rows: Vec<Vec<String>> = rows.collect();
        if rows.len() > RANKED {
            let rest = Text::new("selection-standing-rest").arg("count", rows.len() - RANKED);
            rows.truncate(RANKED);
            rows.push(vec![String::new(), self.say(&rest), String::new(), String::new(), String::new()]);
        }
        Grid { head, rows }
    }

    /// An approver: position and name.
    fn who(&self, role: &str, name: &str) -> String {
        self.lang().who(&[role, name])
    }

    fn route_stands_apart(&self) -> bool {
        self.steps.len() + self.counted.outcome.standings.len() > TOGETHER
    }

    fn route(&self) -> Grid {
        let head = ["selection-step", "selection-approver", "selection-outcome", "selection-date"];
        let rows = self.steps.iter().enumerate().map(|(n, step)| {
            let at = step.at.map(|at| calendar::plain_day(at.date, self.lang(), self.house.facts.style()));
            vec![
                (n + 1).to_string(),
                self.who(&step.role, &step.name),
                self.word(outcome_word(step.outcome)),
                at.unwrap_or_default(),
            ]
        });
        let rows: Vec<Vec<String>> = rows.collect();
        Grid { head: if rows.is_empty() { Vec::new() } else { head.iter().map(|id| self.word(id)).collect() }, rows }
    }

    /// The report.
    pub fn paper(&self) -> Result<SelectionPaper> {
        let title = self.house.fact(FactKey::DocTitle);
        let title = self.say(&Text::new("selection-title").arg("title", title));
        let provisional = !matches!(self.counted.state(), State::Whole | State::Level | State::Nobody);
        let mut words = self.house.words(&[]);
        for key in ["hash", "why", "standing", "route", "criterion", "expected", "unexpected"] {
            words.insert(key.into(), self.word(&format!("selection-{key}")));
        }
        let asked = if self.approved { "selection-asked-approved" } else { "selection-asked" };
        words.insert("asked".into(), self.word(asked));
        let head = self.house.head("R");
        let issued = head.issued.clone();
        let mut paper = SelectionPaper {
            lang: self.house.paper_lang(),
            words,
            paper: PaperHead {
                kind: self.word("selection-kind"),
                title_parts: crate::rfp::paper::phrases(&title, self.lang()),
                running: Some(
                    self.say(&Text::new("selection-running").arg("title", self.house.fact(FactKey::DocTitle))),
                ),
                title,
                issued: String::new(),
                ..head
            },
            hash: self.hash.clone(),
            summary: self.summary(),
            sections: self.sections(),
            numbers: self.numbers(),
            edition: None,
        };
        paper.sections.push(self.record(&self.hash));
        if !provisional {
            paper.edition = Some(self.edition(&paper)?);
        }
        paper.paper.version = match &paper.edition {
            Some(edition) => self.say(&Text::new("selection-version").arg("number", edition.number)),
            None => self.word("selection-version-provisional"),
        };
        paper.paper.issued = issued;
        let again = |last: &&Printed| paper.edition.as_ref().is_some_and(|edition| edition.sha256 == last.made.sha256);
        // A version made again is the paper that was made: of its day, and with the hash that stands in it.
        if let Some(last) = self.last.as_ref().filter(again) {
            let day = japans(&last.made.made_at);
            paper.paper.issued = calendar::day(day, self.lang(), self.house.facts.style());
            paper.hash.clone_from(&last.hash);
            paper.sections.pop();
            paper.sections.push(self.record(&last.hash));
        }
        paper.numbers.push(self.about(&paper.paper, &paper.hash));
        Ok(paper)
    }

    /// Which version a paper is that names neither version nor day yet. The head of the journal moves on with whatever is
    /// done, and is no part of what it says.
    fn edition(&self, paper: &SelectionPaper) -> Result<Edition> {
        let said = serde_json::to_string(&(paper, &paper.numbers))?;
        let said = if self.hash.is_empty() { said } else { said.replace(&self.hash, "") };
        let sha256 = sha256(said.as_bytes());
        let number = match &self.last {
            Some(last) if last.made.sha256 == sha256 => last.made.number,
            Some(last) => last.made.number + 1,
            None => 1,
        };
        Ok(Edition { number, sha256 })
    }

    /// The chapters and annexes but the record, which holds the hash.
    fn sections(&self) -> Vec<Section> {
        let chapters = [
            ("selection-chapter-result", self.result_body()),
            ("selection-chapter-compare", self.compare_body()),
            ("selection-chapter-firm", self.firm_body()),
            ("selection-chapter-discussion", self.discussion_body()),
            ("selection-chapter-conditions", self.conditions_body()),
            ("selection-chapter-course", self.course_body()),
            ("selection-chapter-equal", self.equal_body()),
            ("selection-chapter-criteria", [self.criteria_body(), self.interests_body()].concat()),
            ("selection-annex-sheets", self.sheets_body()),
            ("selection-annex-proposals", self.proposals_body()),
            ("selection-annex-estimates", self.estimates_body()),
        ];
        let full = chapters.into_iter().filter(|(_, body)| !body.is_empty());
        full.map(|(id, body)| Section { name: self.word(id), body }).collect()
    }
}

/// The word for what an approver decided.
fn outcome_word(outcome: StepOutcome) -> &'static str {
    match outcome {
        StepOutcome::Open => "selection-outcome-open",
        StepOutcome::Approved => "selection-outcome-approved",
        StepOutcome::Conditions => "selection-outcome-conditions",
        StepOutcome::Held => "selection-outcome-held",
        StepOutcome::Rejected => "selection-outcome-rejected",
        StepOutcome::SentBack => "selection-outcome-sent-back",
    }
}

fn words(text: impl Into<String>) -> Cell {
    Cell::Words(Runs::from(text.into()))
}

fn bold(text: impl Into<String>) -> Cell {
    Cell::Words(Run { b: true, ..Run::new(text) }.into())
}

fn heading(text: String) -> Part {
    Part::Block(Block::Heading { l: 2, s: text.into(), id: None, small: false })
}
