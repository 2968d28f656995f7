//! The overview: where each procurement stands, what comes next, what is missing, and what is due across all of them.

mod due;
#[cfg(test)]
mod tests;
mod text;
pub mod verbs;
mod weeks;

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

pub use crate::calendar::verbs::calendar;
use due::due;
pub use due::{Due, DueGroup};
pub use text::{latest_release, released_facts, Writing};
pub use weeks::WeeksAhead;

use crate::calendar::{self as days, Calendar, Moment};
use crate::criterion::judging::Judging;
use crate::decision::Outcome;
use crate::distribution::knowledge::Knowledge;
use crate::finding::{Finding, Severity};
use crate::l10n::Lang;
use crate::marking::standing::Sheets;
use crate::procurement::{missing, schedule, FactGroup, FactKey, Facts, Procurement};
use crate::proposal::receipt::Deadline;
use crate::proposal::{self, Proposal};
use crate::question::register::{self, Standing};
use crate::storage::Read;
use crate::{bidder, criterion, decision, Result, Text};

/// A step on a procurement's way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Step {
    /// 案件情報.
    Facts,
    /// ベンダー.
    Vendors,
    /// 提案依頼書.
    Rfp,
    /// 質問.
    Questions,
    /// 配布.
    Distribution,
    /// 提案.
    Proposals,
    /// 評価.
    Evaluation,
    /// 選定.
    Decision,
}

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum StepState {
    /// Not begun.
    None,
    /// In work.
    Working,
    /// Something wants to be looked at.
    Attention,
    /// Done.
    Done,
}

/// A step with its state and the one number that matters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WayStep {
    /// Which step.
    pub step: Step,
    /// How it stands.
    pub state: StepState,
    /// The number that matters.
    pub figure: Option<Text>,
}

/// A procurement on the first screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HomeRow {
    /// Key.
    pub id: String,
    /// Title.
    pub title: String,
    /// Document number.
    pub document_number: String,
    /// Came with the program.
    pub is_sample: bool,
    /// Put away.
    pub archived: bool,
    /// What is being done now.
    pub stage: Text,
    /// The steps.
    pub way: Vec<WayStep>,
    /// The next date.
    pub next: Option<NextDate>,
    /// What is missing.
    pub missing: Vec<Missing>,
}

/// The next date of a procurement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NextDate {
    /// Which date.
    pub label: Text,
    /// The day in words.
    pub at_text: String,
    /// Business days until then.
    pub days: Option<i64>,
}

/// Something missing, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Missing {
    /// What it is about: `addendum`, `section`, `date`, `contact`, `bidders`, `weights` …
    pub kind: String,
    /// The sentence.
    pub text: Text,
    /// Whether nothing should leave the house like this.
    pub severe: bool,
}

/// The first screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Home {
    /// Today.
    pub today: String,
    /// Today in words.
    pub today_text: String,
    /// The procurements, the newest first; put away ones last.
    pub procurements: Vec<HomeRow>,
    /// What is due in all of them.
    pub due: Vec<Due>,
    /// The weeks to come, where a date lies in them.
    pub weeks: Option<WeeksAhead>,
}

/// What is known of one procurement while its rows are made.
pub(crate) struct Known {
    pub procurement: Procurement,
    pub facts: Facts,
    pub writing: Writing,
    bidders: Vec<(bidder::Bidder, crate::vendor::Vendor)>,
    knowledge: Knowledge,
    criteria: Vec<criterion::Criterion>,
    questions: Standing,
    proposals: Vec<Proposal>,
    sheets: Sheets,
    decision: decision::standing::Standing,
    /// The day until which proposals could come has passed.
    proposals_over: bool,
}

impl Known {
    fn read(read: &Read<'_>, procurement: Procurement, questions: Standing, today: NaiveDate) -> Result<Self> {
        let id = procurement.id.as_str();
        let facts = Facts::of(read, id)?;
        Ok(Self {
            proposals_over: facts.moment(FactKey::ProposalDeadline).is_some_and(|at| at.date < today),
            facts,
            writing: Writing::of(read, id)?,
            bidders: bidder::with_vendors(read, id)?,
            criteria: criterion::weighed(&criterion::of(read, id)?, &Judging::of(read, id)?),
            knowledge: Knowledge::of(read, id)?,
            questions,
            proposals: proposal::proposals(read, id)?,
            sheets: Sheets::of(read, id)?,
            decision: decision::standing::Standing::of(read, id)?,
            procurement,
        })
    }

    /// The bidders whose proposals are here, once the day until which they could come has passed.
    fn handed_in(&self) -> Option<Vec<String>> {
        self.proposals_over.then(|| self.proposals.iter().map(|proposal| proposal.bidder.clone()).collect())
    }

    /// How many were asked for a proposal: those that take part, and those that handed in one.
    fn asked(&self) -> usize {
        let came = |id: &str| self.proposals.iter().any(|proposal| proposal.bidder == id);
        self.bidders.iter().filter(|(bidder, _)| bidder.status.takes_part() || came(&bidder.id)).count()
    }

    /// Whether what a date of the schedule is for has been done. A decision that is recorded closes all that leads to it,
    /// and one without an award what would have followed.
    fn is_done(&self, key: FactKey, today: NaiveDate) -> bool {
        let Self { decision, questions: Standing { counts, .. }, .. } = self;
        match key {
            FactKey::RfpIssue => self.writing.release.is_some() || decision.decided,
            FactKey::AnswerDate => {
                // Until the last day for questions one may still come.
                let over = self.facts.moment(FactKey::QuestionDeadline).is_some_and(|at| at.date < today);
                let left = counts.open + counts.drafted + counts.approved;
                left == 0 && (over || decision.decided)
            }
            FactKey::ProposalDeadline => {
                let received = self.proposals.len();
                decision.decided || (received > 0 && received >= self.asked())
            }
            FactKey::QuestionDeadline | FactKey::PresentationFrom | FactKey::PresentationTo => decision.decided,
            FactKey::Decision => decision.decided || decision.approval.is_approved(),
            FactKey::Notice => decision.decided && decision.told,
            FactKey::Contract | FactKey::ServiceStart | FactKey::HandoverComplete => {
                decision.decided && decision.outcome == Outcome::None
            }
            _ => false,
        }
    }

    /// The next date that is not done yet.
    fn next(&self, today: NaiveDate) -> Option<(FactKey, Moment)> {
        let coming = FactKey::milestones().filter(|key| !self.is_done(*key, today));
        let coming = coming.filter_map(|key| Some((key, self.facts.moment(key)?))).filter(|(_, at)| at.date >= today);
        coming.min_by_key(|(key, at)| (at.earliest(), *key))
    }
}

/// The first screen, as of today.
pub fn home(read: &Read<'_>, today: NaiveDate, lang: Lang) -> Result<Home> {
    let calendar = calendar(read)?;
    let all = read.all::<Procurement>("ORDER BY archived, created_at DESC, id DESC", &[])?;
    let known = |procurement: Procurement| {
        let questions = register::standing(read, &procurement.id)?;
        Known::read(read, procurement, questions, today)
    };
    let known: Vec<Known> = all.into_iter().map(known).collect::<Result<_>>()?;
    Ok(Home {
        today: today.to_string(),
        today_text: days::day(today, lang, days::Style::Western),
        procurements: known.iter().map(|known| row(known, &calendar, today, lang)).collect(),
        due: due(&known, &calendar, today, lang),
        weeks: weeks::ahead(&known, &calendar, today, lang),
    })
}

/// The steps of one procurement, of which it is known how its questions stand.
pub fn way(
    read: &Read<'_>,
    procurement: &str,
    questions: Standing,
    today: NaiveDate,
    lang: Lang,
) -> Result<Vec<WayStep>> {
    let known = Known::read(read, read.get(procurement)?, questions, today)?;
    Ok(steps(&known, &calendar(read)?, today, lang))
}

fn row(known: &Known, calendar: &Calendar, today: NaiveDate, lang: Lang) -> HomeRow {
    HomeRow {
        id: known.procurement.id.clone(),
        title: known.procurement.title.clone(),
        document_number: known.facts.value(FactKey::DocNumber).unwrap_or_default().into(),
        is_sample: known.procurement.is_sample,
        archived: known.procurement.archived,
        stage: Text::new(stage(known, today)),
        way: steps(known, calendar, today, lang),
        next: next(known, calendar, today, lang),
        missing: lacking(known, calendar, today, lang),
    }
}

/// What is being done: once it is decided what that leaves to do, before a release the writing, otherwise what the dates
/// say.
fn stage(known: &Known, today: NaiveDate) -> &'static str {
    let passed = |key: FactKey| known.facts.moment(key).is_some_and(|at| at.date < today);
    if known.decision.decided {
        return match (known.decision.told, known.decision.outcome) {
            (false, _) => "stage-notices",
            (true, Outcome::Award) if passed(FactKey::ServiceStart) => "stage-running",
            (true, Outcome::Award) => "stage-contract",
            (true, _) => "stage-ended",
        };
    }
    if known.writing.release.is_none() {
        return if known.writing.sections == 0 { "stage-facts" } else { "stage-writing" };
    }
    let stages = [
        (FactKey::ServiceStart, "stage-running"),
        (FactKey::Notice, "stage-contract"),
        (FactKey::ProposalDeadline, "stage-evaluation"),
        (FactKey::AnswerDate, "stage-proposals"),
        (FactKey::QuestionDeadline, "stage-answers"),
    ];
    stages.into_iter().find(|(key, _)| passed(*key)).map_or("stage-questions", |(_, stage)| stage)
}

fn steps(known: &Known, calendar: &Calendar, today: NaiveDate, lang: Lang) -> Vec<WayStep> {
    vec![
        facts_step(known, calendar, today, lang),
        vendors_step(known),
        rfp_step(known),
        questions_step(known, today),
        distribution_step(known),
        proposals_step(known),
        evaluation_step(known, today),
        decision_step(known, lang),
    ]
}

fn facts_step(known: &Known, calendar: &Calendar, today: NaiveDate, lang: Lang) -> WayStep {
    let entered =
        known.facts.iter().filter(|(key, _)| !key.is_company_default() && key.group() != FactGroup::Document).count();
    let open = missing(&known.facts, lang).iter().filter(|finding| finding.severity != Severity::Note).count();
    let odd = dates(known, calendar, today, lang).iter().filter(|finding| finding.severity != Severity::Note).count();
    let count = |id: &str, count: usize| Some(Text::new(id).arg("count", count));
    let (state, figure) = match (entered, odd, open) {
        (_, 1.., _) => (StepState::Attention, count("figure-findings", odd)),
        (0, 0, _) => (StepState::None, None),
        (_, 0, 1..) => (StepState::Working, count("figure-missing", open)),
        (_, 0, 0) => (StepState::Done, None),
    };
    WayStep { step: Step::Facts, state, figure }
}

/// What is odd about the dates, as of today.
fn dates(known: &Known, calendar: &Calendar, today: NaiveDate, lang: Lang) -> Vec<Finding> {
    schedule::findings(&known.facts, calendar, known.writing.release.is_none().then_some(today), lang)
}

/// How many compete, those who have lost among them.
fn vendors_step(known: &Known) -> WayStep {
    let competes = |status: bidder::Status| status.takes_part() || status.has_proposed();
    let count = known.bidders.iter().filter(|(bidder, _)| competes(bidder.status)).count();
    let findings = bidder::findings(&known.bidders, known.handed_in().as_deref());
    let warned = findings.iter().any(|finding| finding.severity != Severity::Note);
    let state = match (count, warned) {
        (0, _) => StepState::None,
        (_, true) => StepState::Attention,
        (_, false) => StepState::Done,
    };
    let figure = (count > 0).then(|| Text::new("figure-bidders").arg("count", count));
    WayStep { step: Step::Vendors, state, figure }
}

fn rfp_step(known: &Known) -> WayStep {
    let writing = &known.writing;
    let (state, figure) = match &writing.release {
        Some(_) if writing.changed => (StepState::Attention, Some(Text::new("figure-addendum"))),
        Some(number) => (StepState::Done, Some(Text::new("figure-release").arg("number", number))),
        None if writing.sections == 0 => (StepState::None, None),
        None if writing.empty > 0 => {
            (StepState::Working, Some(Text::new("figure-empty-sections").arg("count", writing.empty)))
        }
        None => (StepState::Working, Some(Text::new("figure-sections").arg("count", writing.sections))),
    };
    WayStep { step: Step::Rfp, state, figure }
}

/// What presses first has the figure: answers that are late, late questions to decide on, then how far the others are.
fn questions_step(known: &Known, today: NaiveDate) -> WayStep {
    let Standing { counts, waiting, undecided, .. } = &known.questions;
    let today = today.to_string();
    let overdue = waiting.iter().filter(|due| !due.is_empty() && **due < today).count();
    let count = |id: &str, count: usize| Some(Text::new(id).arg("count", count));
    let (state, figure) = match (counts.all, overdue, undecided, counts.open, counts.drafted, counts.approved) {
        (0, ..) => (StepState::None, None),
        (_, 1.., ..) => (StepState::Attention, count("figure-questions-overdue", overdue)),
        (_, _, 1.., ..) => (StepState::Attention, count("figure-questions-late", *undecided)),
        (_, _, _, open @ 1.., ..) => (StepState::Working, count("figure-questions-open", open)),
        (_, _, _, _, drafted @ 1.., _) => (StepState::Working, count("figure-questions-drafted", drafted)),
        (.., approved @ 1..) => (StepState::Working, count("figure-questions-approved", approved)),
        (all, ..) => (StepState::Done, count("figure-questions", all)),
    };
    WayStep { step: Step::Questions, state, figure }
}

fn distribution_step(known: &Known) -> WayStep {
    let lacking = known.knowledge.lacking().len();
    let (state, figure) = match (known.knowledge.items.is_empty(), lacking) {
        (true, _) => (StepState::None, None),
        (false, 0) => (StepState::Done, None),
        (false, _) => (StepState::Attention, Some(Text::new("figure-lacking").arg("count", lacking))),
    };
    WayStep { step: Step::Distribution, state, figure }
}

/// How many of those who were asked have handed in. A late one waits for a ruling.
fn proposals_step(known: &Known) -> WayStep {
    let (received, asked) = (known.proposals.len(), known.asked());
    let deadline = Deadline::of(&known.facts);
    let open = known.proposals.iter().filter(|proposal| deadline.awaits_ruling(proposal));
    let count = Some(Text::new("figure-proposals").arg("received", received).arg("asked", asked));
    let (state, figure) = match (received, open.count()) {
        (_, late @ 1..) => (StepState::Attention, Some(Text::new("figure-proposals-late").arg("count", late))),
        (0, _) => (StepState::None, None),
        (received, _) if received >= asked => (StepState::Done, count),
        _ => (StepState::Working, count),
    };
    WayStep { step: Step::Proposals, state, figure }
}

/// A sheet that is still out after its day is what presses, and a bidder none of those that are in has marked.
fn evaluation_step(known: &Known, today: NaiveDate) -> WayStep {
    let sheets = &known.sheets;
    let late = sheets.due.is_some_and(|due| due.date < today) && sheets.handed_in < sheets.wanted;
    let unmarked = if known.decision.decided { 0 } else { sheets.unmarked };
    let state = match (sheets.begun, sheets.handed_in == sheets.wanted, late) {
        (_, _, true) if sheets.proposals > 0 => StepState::Attention,
        _ if unmarked > 0 => StepState::Attention,
        (false, ..) => StepState::None,
        (true, true, _) => StepState::Done,
        (true, false, _) => StepState::Working,
    };
    let figure = (sheets.begun || state == StepState::Attention).then(|| match unmarked {
        0 => Text::new("figure-sheets").arg("count", sheets.handed_in).arg("of", sheets.wanted),
        count => Text::new("figure-sheets-unmarked").arg("count", count),
    });
    WayStep { step: Step::Evaluation, state, figure }
}

/// What is to be done next has the figure: conditions to be met, notices to be sent, the approval under way.
fn decision_step(known: &Known, lang: Lang) -> WayStep {
    let decision = &known.decision;
    let count = |id: &str, count: usize| Some(Text::new(id).arg("count", count));
    let approval = || lang.word(decision::paper::state_word(decision.approval));
    let (state, figure) = match (decision.begun, decision.conditions, decision.unsent) {
        (false, ..) => (StepState::None, None),
        (_, open @ 1.., _) => (StepState::Attention, count("figure-decision-conditions", open)),
        (_, _, unsent @ 1..) => (StepState::Working, count("figure-decision-notices", unsent)),
        _ if decision.decided && decision.told => (StepState::Done, None),
        _ if decision.approval == decision::approval::State::Draft => (StepState::Working, None),
        _ => (StepState::Working, Some(Text::new("figure-decision-approval").arg("state", approval()))),
    };
    WayStep { step: Step::Decision, state, figure }
}

/// The next date in words.
fn next(known: &Known, calendar: &Calendar, today: NaiveDate, lang: Lang) -> Option<NextDate> {
    let (key, at) = known.next(today)?;
    let mut at_text = days::month_day(at.date, lang);
    if let Some(time) = at.time {
        at_text.push_str(&time.format(" %H:%M").to_string());
    }
    Some(NextDate { label: key.label(), at_text, days: Some(calendar.between(today, at.date)) })
}

/// What is missing, a line for each kind: missing facts together, then what is odd, the sections, the bidders.
fn lacking(known: &Known, calendar: &Calendar, today: NaiveDate, lang: Lang) -> Vec<Missing> {
    let mut found = Vec::new();
    if known.writing.changed {
        found.push(Missing { kind: "addendum".into(), text: Text::new("addendum-due"), severe: true });
    }
    let keys: Vec<(String, Severity)> = missing(&known.facts, lang)
        .into_iter()
        .filter(|finding| finding.severity != Severity::Note)
        .filter_map(|finding| Some((finding.place.key?, finding.severity)))
        .collect();
    if !keys.is_empty() {
        found.push(Missing {
            kind: "facts".into(),
            text: Text::new("missing-facts").arg("list", list(&keys, lang)),
            severe: keys.iter().any(|(_, severity)| *severity == Severity::Stop),
        });
    }
    let as_missing = |finding: Finding| Missing {
        kind: finding.kind.into(),
        severe: finding.severity == Severity::Stop,
        text: finding.text,
    };
    let weighty = |finding: &Finding| finding.severity != Severity::Note;
    found.extend(dates(known, calendar, today, lang).into_iter().filter(weighty).map(as_missing));
    if known.writing.release.is_none() && known.writing.empty > 0 {
        let text = Text::new("missing-sections").arg("count", known.writing.empty);
        found.push(Missing { kind: "section".into(), text, severe: false });
    }
    let lacking = known.knowledge.lacking().len();
    if lacking > 0 {
        let text = Text::new("missing-given").arg("count", lacking).arg("items", known.knowledge.open());
        found.push(Missing { kind: "distribution".into(), text, severe: true });
    }
    if known.decision.conditions > 0 {
        let text = Text::new("missing-conditions").arg("count", known.decision.conditions);
        found.push(Missing { kind: "conditions".into(), text, severe: false });
    }
    found.extend(criterion::findings(&known.criteria).into_iter().filter(weighty).map(as_missing));
    let bidders = bidder::findings(&known.bidders, known.handed_in().as_deref());
    found.extend(bidders.into_iter().filter(weighty).map(as_missing));
    found
}

/// Names of the missing facts, the first three of them where there are many.
fn list(keys: &[(String, Severity)], lang: Lang) -> String {
    let names: Vec<String> =
        keys.iter().filter_map(|(key, _)| key.parse::<FactKey>().ok()).map(|key| lang.say(&key.label())).collect();
    let joint = lang.word("missing-list-joint");
    if names.len() <= 4 {
        return names.join(&joint);
    }
    lang.say(&Text::new("missing-more").arg("list", names[..3].join(&joint)).arg("count", names.len()))
}
