//! The chapters of the report that tell how the choice came about.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};

use super::marks::BLANK;
use super::{bold, heading, outcome_word, words, Chart, Grid, Matrix, MatrixCell, MatrixRow, Part, Said, Sources, Two};
use crate::bidder::steps::minute;
use crate::bidder::Status;
use crate::calendar::{self, in_japan, Moment};
use crate::criterion::judging::Scheme;
use crate::criterion::shown;
use crate::criterion::words::{listed_scheme, price_basis};
use crate::decision::approval::Ended;
use crate::decision::{NoticeKind, PointState, Side, StepOutcome};
use crate::distribution::knowledge::{Kind, Party};
use crate::distribution::ledger::{bundles, cell as ledger_cell, standing, LedgerCell};
use crate::evaluation::score::{rounded, Standing};
use crate::l10n::Lang;
use crate::marking::picture::{for_paper, points_picture, totals_picture, Picture};
use crate::paper::{Align, Block, Cell, Item, Runs};
use crate::proposal::receipt::{Deadline, Punctuality};
use crate::proposal::{LateRuling, Proposal};
use crate::Text;

/// The day in Japan of a stored UTC time.
pub(super) fn japans(at: &str) -> NaiveDate {
    at.parse::<chrono::DateTime<chrono::Utc>>().map(|at| in_japan(at).date_naive()).unwrap_or_default()
}

/// Bidders that stand side by side in one matrix.
const ABREAST: usize = 6;
/// Oddities that are told; the workbook has all of them.
const TOLD: usize = 100;

/// What happened, by the minute; within one, in the order of the process, in which it comes. A day without a time stands
/// behind what comes before it there. What has no day on record stands first: elsewhere it would be read as of the day above
/// it.
fn in_time<T>(told: Vec<(Option<Moment>, String, T)>) -> Vec<(Option<Moment>, String, T)> {
    let mut reached: BTreeMap<NaiveDate, NaiveDateTime> = BTreeMap::new();
    let mut place = |at: Moment| {
        let latest = reached.entry(at.date).or_insert_with(|| at.earliest());
        *latest = at.earliest().max(*latest);
        if at.time.is_some() {
            at.earliest()
        } else {
            *latest
        }
    };
    let mut placed: Vec<_> = told.into_iter().map(|one| (one.0.map(&mut place), one)).collect();
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, one)| one).collect()
}

fn item(words: String) -> Item {
    Item { r: words.into(), ..Item::default() }
}

impl Sources {
    pub(super) fn chart(&self, cap: &str, picture: Picture) -> Part {
        Part::Chart(Chart { t: "chart".into(), cap: self.word(cap), svg: for_paper(&picture.svg), alt: picture.alt })
    }

    pub(super) fn result_body(&self) -> Vec<Part> {
        let counted = &self.counted;
        let mut body = Vec::new();
        let mut method = counted.method();
        let mut lacking = counted.lacking();
        method.append(&mut lacking);
        method.extend(self.left_after_proposing());
        body.push(self.paragraph(&method));
        body.extend(self.evaluators());
        let order: Vec<&Standing> = counted.outcome.standings.iter().collect();
        let parts: Vec<&[&Standing]> = order.chunks(ABREAST).collect();
        for (n, some) in parts.iter().enumerate() {
            let mut cap = self.matrix_cap();
            if parts.len() > 1 {
                cap = format!("{cap} ({}/{})", n + 1, parts.len());
            }
            body.push(Part::Matrix(self.matrix(cap, some)));
        }
        let agreed = self.agreed();
        if !agreed.is_empty() {
            body.push(heading(self.word("selection-agreed")));
            body.push(self.paragraph(&[Text::new("selection-agreed-lead").arg("count", agreed.len())]));
            body.push(self.agreed_table(&agreed));
        }
        if !self.exclusions.is_empty() {
            body.push(heading(self.word("selection-exclusions")));
            let rows = self.exclusions.iter().flat_map(|one| {
                let act = |id: &str, at: &str, reason: &str| {
                    let text = Text::new(id).arg("name", counted.short(&one.bidder)).arg("on", self.day(at));
                    item(self.say(&text.arg("reason", reason)))
                };
                let lifted = one.lifted_at.as_deref();
                let lifted = lifted.map(|at| act("selection-exclusion-lifted", at, &one.lifted_reason));
                std::iter::once(act("selection-exclusion", &one.at, &one.reason)).chain(lifted)
            });
            body.push(Part::Block(Block::Bullets { i: rows.collect() }));
        }
        let settled: Vec<Text> = counted
            .outcome
            .standings
            .iter()
            .filter_map(|one| one.settled_by.as_ref().map(|tie| counted.tie(tie)))
            .take(1)
            .collect();
        if !settled.is_empty() {
            body.push(self.paragraph(&settled));
        }
        body
    }

    fn matrix(&self, cap: String, some: &[&Standing]) -> Matrix {
        let Self { counted, .. } = self;
        let ballot = &counted.gathered.ballot;
        let row = |(number, depth, criterion): &(String, u8, crate::criterion::Criterion)| {
            let leaf = ballot.item(&criterion.id);
            let earns = counted.earns(&criterion.id);
            let cell = |one: &&Standing| {
                let passed = self.passed(&criterion.id, &one.bidder);
                let lacks = self.blanks(one, &criterion.id);
                let Some(item) = leaf else {
                    let points = one.groups.get(&criterion.id).filter(|_| earns);
                    let points = || points.map(ToString::to_string).unwrap_or_default();
                    let points = passed.unwrap_or_else(points);
                    return MatrixCell { mark: String::new(), points, lacks };
                };
                let key = (criterion.id.clone(), one.bidder.clone());
                let earned = || {
                    let points = one.points.get(&criterion.id).copied().flatten().filter(|_| earns);
                    let points = points.and_then(|points| rounded(points, ballot.rounding).ok());
                    points.map(|points| points.to_string()).unwrap_or_default()
                };
                let points = passed.clone().unwrap_or_else(earned);
                let agreed = ballot.consensus.get(&key);
                let alike = || counted.given(&key).iter().flatten().all(|mark| self.mark(&item.id, mark) == points);
                let mark = match agreed {
                    // What stands in place of points has said it.
                    _ if passed.is_some() && (agreed.is_some() || alike()) => String::new(),
                    Some(agreed) => self.mark(&item.id, agreed),
                    // The marks of many do not fit beside the points; the annex has them.
                    None if criterion.scheme.is_marked() && self.shows_own_marks() => {
                        self.in_order(&key).join(if matches!(criterion.scheme, Scheme::Relative) { "" } else { " " })
                    }
                    None => String::new(),
                };
                let points = if points.is_empty() { BLANK.to_owned() } else { points };
                MatrixCell { mark, points, lacks }
            };
            MatrixRow {
                name: format!("{number} {}", criterion.title),
                weight: self.weight(criterion),
                inner: *depth > 0,
                cells: some.iter().map(cell).collect(),
            }
        };
        let total: rust_decimal::Decimal = ballot.items.iter().map(|item| item.weight).sum();
        Matrix {
            t: "matrix".into(),
            cap: cap.into(),
            bidders: some.iter().map(|one| counted.short(&one.bidder).to_owned()).collect(),
            rows: self.criteria.iter().map(row).collect(),
            total: self.word("paper-total"),
            weight: shown(total),
            totals: some
                .iter()
                .map(|one| MatrixCell { mark: String::new(), points: self.total(one), lacks: self.state(one) })
                .collect(),
        }
    }

    /// How many marks of a criterion and its parts are blank, in words; empty where none is.
    fn blanks(&self, one: &Standing, criterion: &str) -> String {
        match self.blank(one, criterion) {
            0 => String::new(),
            count => self.say(&Text::new("result-blanks").arg("count", count)),
        }
    }

    /// How many marks of a criterion and its parts are blank.
    pub(super) fn blank(&self, one: &Standing, criterion: &str) -> usize {
        let items = self.counted.gathered.ballot.items.iter();
        let own = items.filter(|item| item.id == criterion || item.group == criterion);
        own.filter_map(|item| one.blanks.get(&item.id)).sum()
    }

    pub(super) fn table(&self, cap: &str, head: &[&str], rows: Vec<Vec<Cell>>, align: Vec<Align>) -> Part {
        let head = head.iter().map(|key| words(self.word(&format!("selection-{key}")))).collect();
        Part::Block(Block::Table { cap: Some(self.word(cap).into()), head, rows, align, foot: None })
    }

    pub(super) fn compare_body(&self) -> Vec<Part> {
        let mut body = Vec::new();
        if let Some(picture) = totals_picture(&self.counted, self.lang()) {
            body.push(self.chart("selection-totals-cap", picture));
        }
        body.extend(
            points_picture(&self.counted, self.lang()).map(|picture| self.chart("selection-points-cap", picture)),
        );
        let (_, odd) = self.counted.odd(&[], usize::MAX);
        let more = odd.len().saturating_sub(TOLD);
        let told: Vec<Item> = self.odd_lines(&odd[..odd.len() - more]).into_iter().map(item).collect();
        body.push(heading(self.word("selection-odd")));
        body.push(if told.is_empty() {
            self.paragraph(&[Text::new("selection-odd-none")])
        } else {
            Part::Block(Block::Bullets { i: told })
        });
        if more > 0 {
            body.push(self.paragraph(&[Text::new("selection-odd-more").arg("count", more)]));
        }
        body
    }

    pub(super) fn colon(&self) -> &'static str {
        match self.lang() {
            Lang::Ja => "：",
            Lang::En => ": ",
        }
    }

    fn moment(&self, at: Moment) -> String {
        calendar::moment(at, self.lang(), self.house.facts.style())
    }

    /// A moment among days: the weekday is left out, the time stays.
    fn plain_moment(&self, at: Moment) -> String {
        calendar::plain_moment(at, self.lang(), self.house.facts.style())
    }

    /// A stored UTC time as a day in Japan.
    pub(super) fn day(&self, at: &str) -> String {
        self.on(Some(japans(at)))
    }

    /// A day; empty where it is not known.
    fn on(&self, date: Option<NaiveDate>) -> String {
        date.map(|date| calendar::plain_day(date, self.lang(), self.house.facts.style())).unwrap_or_default()
    }

    /// The first and the last day of what went on for some time; one day where they are the same.
    fn span(&self, days: Option<(NaiveDate, NaiveDate)>) -> String {
        match days {
            Some((first, last)) if first < last => calendar::days(first, last, self.lang(), self.house.facts.style()),
            _ => self.on(days.map(|(first, _)| first)),
        }
    }

    /// Whether it is still to come when the paper is made.
    fn is_ahead(&self, at: Moment) -> bool {
        at.date > self.house.today
    }

    pub(super) fn discussion_body(&self) -> Vec<Part> {
        let mut body = Vec::new();
        if let Some(decision) = &self.decision {
            let met = decision.meeting_at.map(|at| {
                let ahead = self.is_ahead(at);
                let id = if ahead { "selection-to-meet" } else { "selection-met" };
                let mut told = vec![Text::new(id).arg("at", self.moment(at))];
                let who = decision.attendees.trim();
                let id = if ahead { "selection-to-meet-who" } else { "selection-met-who" };
                told.extend((!who.is_empty()).then(|| Text::new(id).arg("who", who)));
                told
            });
            body.extend(met.map(|told| self.paragraph(&told)));
        }
        let side = |side: Side| -> Vec<Said> {
            self.points
                .iter()
                .filter(|point| point.side == side)
                .map(|point| {
                    let joint = if self.lang() == Lang::Ja { "／" } else { " / " };
                    let told = [
                        ("selection-request", &point.request),
                        ("selection-reply", &point.reply),
                        ("selection-came", &point.outcome),
                    ];
                    let then: Vec<String> = told
                        .iter()
                        .filter(|(_, words)| !words.trim().is_empty())
                        .map(|(id, words)| self.say(&Text::new(*id).arg("words", words.trim())))
                        .collect();
                    let state = match point.state {
                        PointState::Open => "value-discussion-point-state-open",
                        PointState::Settled => "value-discussion-point-state-settled",
                        PointState::NotSettled => "value-discussion-point-state-not-settled",
                    };
                    let about = point.bidder.as_deref().map(|one| self.counted.short(one));
                    let about = about.map(|name| format!("{name}{}", self.colon())).unwrap_or_default();
                    Said {
                        s: format!("{about}{}", point.text).into(),
                        // What is off expectation says where it stands, also while nothing has followed.
                        then: (!then.is_empty() || side == Side::OffExpectation).then(|| Runs::from(then.join(joint))),
                        state: self.word(state),
                    }
                })
                .collect()
        };
        if !self.points.is_empty() {
            body.push(Part::Two(Two {
                t: "two".into(),
                left: side(Side::AsExpected),
                right: side(Side::OffExpectation),
            }));
        }
        body
    }

    pub(super) fn conditions_body(&self) -> Vec<Part> {
        let mut body = Vec::new();
        let reason = self.decision.as_ref().map(|one| one.reason.trim()).unwrap_or_default();
        if self.reason_in_short().1 {
            let line = |line: &str| Part::Block(Block::Paragraph { r: line.into() });
            body.push(heading(self.word("selection-why")));
            body.extend(reason.lines().map(str::trim).filter(|line| !line.is_empty()).map(line));
        }
        if self.conditions.iter().any(|one| one.text.chars().count() > 0) && !body.is_empty() {
            body.push(heading(self.word("selection-approved")));
        }
        if let Some(approval) = self.approval.as_ref().filter(|one| !one.number.is_empty()) {
            body.push(self.paragraph(&[Text::new("selection-approval").arg("number", &approval.number)]));
        }
        if !self.conditions.is_empty() {
            let row = |one: &crate::decision::ApprovalCondition| {
                let met = one.met_at.map(|at| calendar::plain_day(at.date, self.lang(), self.house.facts.style()));
                vec![
                    words(one.text.clone()),
                    words(met.unwrap_or_else(|| self.word("selection-condition-open"))),
                    words(one.how.clone()),
                ]
            };
            let rows = self.conditions.iter().map(row).collect();
            body.push(self.table(
                "selection-conditions-cap",
                &["condition", "condition-met", "condition-how"],
                rows,
                Vec::new(),
            ));
        }
        if self.route_stands_apart() {
            let Grid { head, rows } = self.route();
            let rows = rows.into_iter().map(|row| row.into_iter().map(words).collect()).collect();
            let cap = Some(self.word("selection-route").into());
            let head = head.into_iter().map(words).collect();
            body.push(Part::Block(Block::Table { cap, head, rows, align: Vec::new(), foot: None }));
        }
        let earlier = self.earlier.iter().map(|one| {
            let who = self.who(&one.role, &one.name);
            let at = one.at.map(|at| self.moment(at)).unwrap_or_default();
            let id = match (one.ended, one.comment.is_empty()) {
                (Ended::SentBack, true) => "selection-sent-back",
                (Ended::SentBack, false) => "selection-sent-back-words",
                (Ended::Rejected, true) => "selection-rejected",
                (Ended::Rejected, false) => "selection-rejected-words",
                (Ended::Withdrawn, _) if who.trim().is_empty() => "selection-withdrawn",
                (Ended::Withdrawn, _) => "selection-withdrawn-by",
            };
            item(self.say(&Text::new(id).arg("who", who).arg("at", at).arg("words", &one.comment)))
        });
        let remarks = self.steps.iter().filter(|step| !step.comment.is_empty()).map(|step| {
            let outcome = self.word(outcome_word(step.outcome));
            let who = self.who(&step.role, &step.name);
            item(match self.lang() {
                Lang::Ja => format!("{who}（{outcome}）：{}", step.comment),
                Lang::En => format!("{who} ({outcome}): {}", step.comment),
            })
        });
        let remarks: Vec<Item> = earlier.chain(remarks).collect();
        if !remarks.is_empty() {
            body.push(Part::Block(Block::Bullets { i: remarks }));
        }
        body
    }

    /// That a proposal came; where that was after the deadline, also so, and what was decided about it.
    fn received(&self, proposal: &Proposal) -> Text {
        let punctuality = Deadline::of(&self.house.facts).punctuality(proposal.received_at);
        let in_grace = punctuality == Punctuality::InGrace;
        let id = match proposal.late_ruling {
            _ if !punctuality.can_be_ruled() => "selection-course-proposal",
            LateRuling::Open if in_grace => "selection-course-proposal-grace",
            LateRuling::Open => "selection-course-proposal-late",
            LateRuling::Accepted => "selection-course-proposal-accepted",
            LateRuling::Refused => "selection-course-proposal-refused",
        };
        let when = self.word(if in_grace { "selection-course-in-grace" } else { "selection-course-late" });
        let text = Text::new(id).arg("name", self.counted.short(&proposal.bidder));
        text.arg("when", when).arg("reason", &proposal.late_reason)
    }

    fn has_proposed(&self, bidder: &str) -> bool {
        self.proposals.iter().any(|proposal| proposal.bidder == bidder)
    }

    /// Why there is nothing of a bidder in the result that has proposed: it had left before it was decided about it.
    fn left_after_proposing(&self) -> Vec<Text> {
        let mut told = Vec::new();
        for (status, id) in
            [(Status::Withdrawn, "selection-left-withdrawn"), (Status::Disqualified, "selection-left-disqualified")]
        {
            let gone = self.knowledge.parties.iter().filter(|party| party.status == status && self.has_left(party));
            let gone = gone.filter(|party| self.has_proposed(&party.bidder));
            let named = |party: &Party| {
                let name = self.counted.short(&party.bidder);
                match party.note.trim_end_matches(['.', '。']) {
                    "" => name.to_owned(),
                    reason => self.say(&Text::new("selection-left-because").arg("name", name).arg("reason", reason)),
                }
            };
            let names: Vec<String> = gone.map(named).collect();
            if !names.is_empty() {
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                told.push(Text::new(id).names("names", &names));
            }
        }
        told
    }

    pub(super) fn is_judged(&self, bidder: &str) -> bool {
        self.counted.gathered.ballot.bidders.iter().any(|one| one.id == bidder)
    }

    /// Whether a bidder withdrew or was disqualified before it was judged.
    pub(super) fn has_left(&self, party: &Party) -> bool {
        matches!(party.status, Status::Withdrawn | Status::Disqualified) && !self.is_judged(&party.bidder)
    }

    /// Who declined, withdrew or was disqualified, by the day: those together that had proposed, and those that had not.
    /// Either those that stay in the result as it was decided, or the others.
    fn departures(&self, judged: bool) -> Vec<(Option<NaiveDate>, Text)> {
        let mut gone: BTreeMap<(Option<NaiveDate>, &str), Vec<&str>> = BTreeMap::new();
        for party in self.knowledge.parties.iter().filter(|party| self.is_judged(&party.bidder) == judged) {
            let id = match (party.status, self.has_proposed(&party.bidder)) {
                (Status::Declined, _) => "selection-course-declined",
                (Status::Withdrawn, false) => "selection-course-withdrawn",
                (Status::Withdrawn, true) => "selection-course-withdrawn-proposed",
                (Status::Disqualified, false) => "selection-course-disqualified",
                (Status::Disqualified, true) => "selection-course-disqualified-proposed",
                _ => continue,
            };
            let names = gone.entry((party.stands_since.map(|at| at.date), id)).or_default();
            names.push(self.counted.short(&party.bidder));
        }
        gone.into_iter()
            .map(|((date, id), names)| (date, Text::new(id).arg("count", names.len()).names("names", &names)))
            .collect()
    }

    /// The approval in its rounds: each time the request was handed in, and what followed.
    fn rounds(&self) -> Vec<(Option<Moment>, Text)> {
        let requested = |at: Moment| (Some(at), Text::new("selection-course-approval"));
        let mut told = Vec::new();
        let mut last = None;
        for one in &self.earlier {
            if last.replace(one.round) != Some(one.round) {
                told.extend(one.submitted.map(requested));
            }
            let who = self.who(&one.role, &one.name);
            let id = match one.ended {
                Ended::SentBack => "selection-course-approval-sent-back",
                Ended::Rejected => "selection-course-approval-rejected",
                Ended::Withdrawn if who.is_empty() => "selection-course-approval-withdrawn",
                Ended::Withdrawn => "selection-course-approval-withdrawn-by",
            };
            told.push((one.at, Text::new(id).arg("who", who)));
        }
        let Some(submitted) = self.approval.as_ref().and_then(|one| one.submitted_at) else { return told };
        told.push(requested(submitted));
        for step in &self.steps {
            let id = match step.outcome {
                StepOutcome::Open => continue,
                StepOutcome::Approved => "selection-course-approval-approved",
                StepOutcome::Conditions => "selection-course-approval-conditions",
                StepOutcome::Held => "selection-course-approval-held",
                StepOutcome::Rejected => "selection-course-approval-rejected",
                StepOutcome::SentBack => "selection-course-approval-sent-back",
            };
            told.push((step.at, Text::new(id).arg("who", self.who(&step.role, &step.name))));
        }
        told
    }

    pub(super) fn course_body(&self) -> Vec<Part> {
        let known = &self.knowledge;
        let mut told: Vec<(Option<Moment>, String, Text)> = Vec::new();
        let mut add = |at: Option<Moment>, when: String, what: Text| told.push((at, when, what));
        for release in &self.releases {
            add(
                Some(minute(&release.issued_at)),
                self.day(&release.issued_at),
                Text::new("selection-course-release").arg("number", &release.number),
            );
        }
        let days = || known.parties.iter().filter_map(|party| party.since).map(|since| since.date);
        let (joined, asked) = (days().min().zip(days().max()), self.questions.asked);
        let bidders = Text::new("selection-course-bidders").arg("count", known.parties.len());
        add(joined.map(|(first, _)| Moment::on(first)), self.span(joined), bidders);
        if self.questions.counts.all > 0 {
            let questions = Text::new("selection-course-questions").arg("count", self.questions.counts.all);
            add(asked.map(|(first, _)| Moment::on(first)), self.span(asked), questions);
        }
        for proposal in &self.proposals {
            add(Some(proposal.received_at), self.plain_moment(proposal.received_at), self.received(proposal));
        }
        let sheets = self.counted.gathered.sheets.iter();
        let mut handed: Vec<_> =
            sheets.filter_map(|sheet| Some((sheet.handed_in.last()?.at.as_str(), &sheet.evaluator.name))).collect();
        handed.sort();
        for (at, name) in handed {
            add(Some(minute(at)), self.day(at), Text::new("selection-course-sheet").arg("name", name));
        }
        let agreed = self.agreed();
        if let Some(last) = agreed.last() {
            let count = agreed.len();
            add(
                Some(minute(&last.agreed_at)),
                self.day(&last.agreed_at),
                Text::new("selection-course-agreed").arg("count", count),
            );
        }
        for (date, text) in self.departures(false) {
            add(date.map(Moment::on), self.on(date), text);
        }
        if let Some(at) = self.decision.as_ref().and_then(|one| one.meeting_at) {
            let id = if self.is_ahead(at) { "selection-course-to-meet" } else { "selection-course-meeting" };
            add(Some(at), self.plain_moment(at), Text::new(id));
        }
        for (at, text) in self.rounds() {
            add(at, at.map(|at| self.plain_moment(at)).unwrap_or_default(), text);
        }
        if let Some(at) = self.decision.as_ref().and_then(|one| one.decided_at.as_deref()) {
            add(Some(minute(at)), self.day(at), Text::new("selection-course-decided"));
        }
        let mut letters: BTreeMap<(NaiveDate, NoticeKind), usize> = BTreeMap::new();
        for notice in &self.notices {
            if let Some(at) = notice.sent_at {
                *letters.entry((at.date, notice.kind)).or_default() += 1;
            }
        }
        for ((date, kind), count) in letters {
            let id = match kind {
                NoticeKind::Award => "selection-course-award",
                NoticeKind::Regret => "selection-course-regret",
                NoticeKind::None => "selection-course-no-award",
            };
            add(Some(Moment::on(date)), self.on(Some(date)), Text::new(id).arg("count", count));
        }
        for (date, text) in self.departures(true) {
            add(date.map(Moment::on), self.on(date), text);
        }
        let rows = in_time(told).into_iter().map(|(at, when, what)| {
            let when = if at.is_some() { when } else { self.word("selection-course-undated") };
            vec![words(when), words(self.say(&what))]
        });
        vec![self.table("selection-course-cap", &["course-when", "course-what"], rows.collect(), vec![Align::Left; 2])]
    }

    pub(super) fn equal_body(&self) -> Vec<Part> {
        let known = &self.knowledge;
        if known.items.is_empty() {
            return vec![self.paragraph(&[Text::new("selection-equal-nothing")])];
        }
        let alone = known.items.iter().filter(|item| !item.only_for.is_empty()).count();
        let shared = known.items.len() - alone;
        let mut lead = vec![Text::new("selection-equal").arg("items", shared).arg("bidders", known.parties.len())];
        lead.extend((alone > 0).then(|| Text::new("selection-equal-alone").arg("items", alone)));
        let mut body = vec![self.paragraph(&lead)];
        let open: Vec<Item> = known
            .parties
            .iter()
            .filter_map(|party| crate::distribution::ledger::gap_text(known, party, self.lang()))
            .map(|text| item(self.say(&text)))
            .collect();
        if open.is_empty() {
            body.push(self.paragraph(&[Text::new("selection-equal-none")]));
        } else {
            body.push(self.paragraph(&[Text::new("selection-equal-gaps")]));
            body.push(Part::Block(Block::Bullets { i: open }));
        }
        let columns: Vec<usize> = (0..known.parties.len()).collect();
        let parts: Vec<&[usize]> = columns.chunks(ABREAST).collect();
        for (n, some) in parts.iter().enumerate() {
            let mut cap = self.word("selection-equal-cap");
            if parts.len() > 1 {
                cap = format!("{cap} ({}/{})", n + 1, parts.len());
            }
            body.push(self.given(cap, some));
        }
        body.push(self.paragraph(&[Text::new("ledger-legend-gap")]));
        body
    }

    /// What was given to some bidders and when, a line for each release and file, and for the answers of a round that are
    /// for the same bidders.
    fn given(&self, cap: String, columns: &[usize]) -> Part {
        let (known, lang) = (&self.knowledge, self.lang());
        let mut head = vec![words(self.word("selection-equal-item"))];
        head.extend(columns.iter().map(|column| {
            let party = &known.parties[*column];
            let short = self.counted.short(&party.bidder);
            let name = if short.is_empty() { party.name.as_str() } else { short };
            words(format!("{name}\n{}", standing(party, self.house.today, lang)))
        }));
        let rows: Vec<Vec<Cell>> = bundles(known)
            .iter()
            .map(|bundle| {
                let name = match bundle.items[0].1.kind {
                    Kind::Answer => format!("{}\n{}", bundle.name(lang), bundle.detail(lang)),
                    _ => bundle.name(lang),
                };
                let cell = |column: &usize| match ledger_cell(bundle.cell(known, *column), self.house.today, lang) {
                    LedgerCell::Given { at, by } => words(format!("{at}\n{by}")),
                    LedgerCell::Gap { gap } => bold(gap),
                    LedgerCell::Missed { missed } => bold(missed),
                    LedgerCell::None { word } => words(word),
                };
                std::iter::once(words(name)).chain(columns.iter().map(cell)).collect()
            })
            .collect();
        let gaps = columns.iter().map(|column| {
            let count = known.not_given(&known.parties[*column].bidder);
            words(self.say(&Text::new("ledger-count-gaps").arg("count", count)))
        });
        let foot = Some(std::iter::once(words(self.word("selection-equal-gaps-head"))).chain(gaps).collect());
        Part::Block(Block::Table { cap: Some(cap.into()), head, rows, align: Vec::new(), foot })
    }

    pub(super) fn criteria_body(&self) -> Vec<Part> {
        let Self { counted, .. } = self;
        let mut body = vec![self.paragraph(&counted.method())];
        let rows = self.criteria.iter().map(|(number, depth, one)| {
            let title = if *depth == 0 { bold(one.title.clone()) } else { words(one.title.clone()) };
            vec![
                words(number.clone()),
                title,
                words(self.weight(one)),
                words(listed_scheme(&counted.gathered.criteria, one, &counted.gathered.judging, self.lang())),
            ]
        });
        let align = vec![Align::Left, Align::Left, Align::Right, Align::Left];
        body.push(self.table(
            "selection-criteria-cap",
            &["number", "criterion", "weight", "scheme"],
            rows.collect(),
            align,
        ));
        let ties: Vec<String> = counted
            .gathered
            .ballot
            .ties
            .iter()
            .map(|tie| {
                self.say(&match tie {
                    crate::evaluation::score::TieBreak::Technical => Text::new("selection-tie-technical"),
                    crate::evaluation::score::TieBreak::LowerPrice => Text::new("selection-tie-price"),
                    crate::evaluation::score::TieBreak::Criterion(id) => {
                        Text::new("selection-tie-criterion").arg("title", counted.title(id))
                    }
                })
            })
            .collect();
        let basis = &counted.gathered.basis;
        let mut told = vec![price_basis(basis.tax, basis.tax_rate.normalize(), basis.months)];
        if !ties.is_empty() {
            told.push(Text::new("selection-ties").arg("list", ties.join(&self.word("tie-then"))));
        }
        body.push(self.paragraph(&told));
        body.push(heading(self.word("selection-changes")));
        if self.changes.is_empty() {
            let released = !self.releases.is_empty();
            let id = if released { "selection-changes-none" } else { "selection-changes-unreleased" };
            body.push(self.paragraph(&[Text::new(id)]));
        } else {
            let rows = self.changes.iter().map(|change| {
                let lines: Vec<String> = change.lines.iter().map(|line| self.say(line)).collect();
                vec![words(self.day(&change.at)), words(lines.join("\n")), words(change.reason.clone())]
            });
            body.push(self.table(
                "selection-changes-cap",
                &["date", "change", "change-reason"],
                rows.collect(),
                Vec::new(),
            ));
        }
        body
    }
}
