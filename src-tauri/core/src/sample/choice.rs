//! The sample from the proposals to the letters.

use super::course::{day, people_time, Plot, Press};
use super::moment;
use super::papers::bytes_of;
use super::story::{Approval, Paper, Proposal};
use crate::bidder::course::{Reason, Step};
use crate::bidder::steps::{take_step, NewStep};
use crate::bidder::{course, Status};
use crate::decision::approval::{add_condition, add_step, set as set_approval, set_condition, set_step, submit};
use crate::decision::held::Guard;
use crate::decision::notice::{self, comments, made, mark_sent, offered, tell};
use crate::decision::verbs::{decide, set as set_decision};
use crate::decision::{discussion, notices, Notice, Side};
use crate::distribution::Means;
use crate::journal::Tx;
use crate::marking::consensus::agree;
use crate::marking::sheet::{hand_in, sign, Sheet};
use crate::marking::By;
use crate::proposal::check::{set_answer, set_check, wanted};
use crate::proposal::estimate::{self, TypedLine};
use crate::proposal::{verbs, FileKind, LateRuling, ProposalFile};
use crate::{Result, Text};

impl Plot<'_> {
    pub(super) fn propose(&self, tx: &mut Tx<'_>, told: &Proposal, press: &mut dyn Press) -> Result<()> {
        let today = day(&told.received_at);
        let bidder = self.key(&told.bidder)?;
        let id = verbs::add(tx, &bidder, Some(people_time(&told.received_at)), told.means)?;
        let heads = &told.head_count;
        for (field, value) in [
            ("receipt_at", moment(&told.receipt_sent_at).to_owned()),
            ("staff", heads.staff.to_string()),
            ("leads", heads.responsible.to_string()),
            ("busy_extra", heads.busy_extra.to_string()),
            ("summary", told.summary.clone()),
        ] {
            verbs::set(tx, &id, field, &value, today, self.lang)?;
        }
        if !told.decision.is_empty() {
            verbs::rule(tx, &id, LateRuling::Accepted, &told.decision)?;
        }
        let of_kind = |kind: FileKind| told.files.iter().filter(move |paper| paper.kind == kind);
        for paper in of_kind(FileKind::Proposal) {
            self.take_in(tx, &id, paper, press)?;
        }
        let mut papers = of_kind(FileKind::Estimate);
        for (nth, revision) in told.estimate_revisions.iter().enumerate() {
            self.now(tx, &revision.at, "E2");
            // The paper comes before the estimate, which names the newest.
            if let Some(paper) = papers.next() {
                self.take_in(tx, &id, paper, press)?;
            }
            let reason = revision.note.as_deref().unwrap_or_default();
            let estimate = estimate::add(tx, &id, reason, Some(people_time(&revision.at)))?;
            estimate::set(tx, &estimate, "dated", &day(&revision.at).to_string(), today, self.lang)?;
            if nth > 0 {
                // The story tells the later estimate whole.
                for line in crate::proposal::price::lines(tx, &estimate)? {
                    estimate::remove_line(tx, &line.id)?;
                }
            }
            for line in &revision.lines {
                let typed = TypedLine {
                    kind: line.kind.replace('_', "-"),
                    title: line.title.clone(),
                    unit_price: line.unit_price.to_string(),
                    quantity: line.quantity.to_string(),
                    tax: line.tax.clone(),
                    ..TypedLine::default()
                };
                estimate::add_line(tx, &estimate, &typed, None)?;
            }
        }
        let items = wanted(tx, &self.procurement)?;
        for (check, (_, _, item)) in told.required_items.iter().zip(items) {
            set_check(tx, &id, &item.id, "state", &check.state)?;
            if let Some(page) = check.page {
                set_check(tx, &id, &item.id, "page", &page.to_string())?;
            }
        }
        for answer in &told.requirement_answers {
            let Some(requirement) = self.requirements.get(&answer.requirement) else { continue };
            let word = match answer.answer.as_str() {
                "yes" => "full",
                "with_conditions" => "partly",
                "alternative" => "alternative",
                _ => "none",
            };
            set_answer(tx, &id, requirement, "answer", word)?;
            set_answer(tx, &id, requirement, "words", &answer.note)?;
        }
        Ok(())
    }

    /// Keeps a paper of a proposal. Proposals are shipped as excerpts, and response sheets not at all.
    fn take_in(&self, tx: &mut Tx<'_>, proposal: &str, told: &Paper, press: &mut dyn Press) -> Result<()> {
        let Some(bytes) = bytes_of(&told.name) else { return Ok(()) };
        let sha256 = press.keep(bytes)?;
        let id = verbs::add_file(tx, proposal, Some(told.kind), &told.name, bytes.len() as u64, &sha256, false)?;
        if told.kind == FileKind::Proposal {
            let note = self.lang.say(&Text::new("sample-excerpt").arg("pages", told.pages));
            let stored: ProposalFile = tx.get(&id)?;
            tx.update(&ProposalFile { note, ..stored })?;
        }
        Ok(())
    }

    pub(super) fn sheets(&self, tx: &mut Tx<'_>) -> Result<()> {
        for evaluator in &self.file.facts.evaluators {
            if let Some(told) = &evaluator.conflict_statement {
                self.now(tx, &format!("{}T10:00:00+09:00", told.signed_on), &evaluator.id);
                sign(tx, &self.key(&evaluator.id)?, false, &told.note, &[], "")?;
            }
        }
        let mut told: Vec<_> = self.file.evaluation.sheets.iter().collect();
        told.sort_by_key(|sheet| sheet.handed_in_at.as_str());
        for one in told {
            self.now(tx, &one.handed_in_at, &one.evaluator);
            let evaluator = self.key(&one.evaluator)?;
            let mut sheet = Sheet::of(tx, &evaluator)?;
            for mark in &one.marks {
                let (criterion, bidder) = (self.key(&mark.criterion)?, self.key(&mark.bidder)?);
                let may_tell = mark.visibility.as_deref() == Some("may_tell");
                for (field, value) in [
                    ("mark", mark.mark.as_deref().unwrap_or_default()),
                    ("comment", mark.comment.as_deref().unwrap_or_default()),
                    ("may_tell", if may_tell { "true" } else { "" }),
                ] {
                    sheet.set(tx, &criterion, &bidder, field, value)?;
                }
            }
            let means = match one.by.as_str() {
                "excel" => By::Excel,
                "paper" => By::Paper,
                _ => By::App,
            };
            hand_in(tx, &evaluator, means)?;
        }
        Ok(())
    }

    pub(super) fn consensus(&self, tx: &mut Tx<'_>) -> Result<()> {
        for told in &self.file.evaluation.consensus {
            self.now(tx, &told.agreed_at, "E2");
            let names: Vec<String> = told.agreed_by.iter().map(|id| self.name(id)).collect();
            agree(tx, &self.key(&told.criterion)?, &self.key(&told.bidder)?, &told.mark, &told.reason, &names)?;
        }
        Ok(())
    }

    pub(super) fn decision(&self, tx: &mut Tx<'_>) -> Result<()> {
        for bidder in &self.file.bidders {
            if let Some(step) = bidder.history.iter().find(|step| step.status == "shortlisted") {
                self.now(tx, &step.at, "E2");
                let at = people_time(&step.at);
                let new =
                    NewStep { status: Status::Shortlisted, at, note: &step.note, reason: Reason::Unsaid, volume: "" };
                take_step(tx, &self.key(&bidder.vendor)?, new)?;
            }
        }
        let (told, approval) = (&self.file.decision.discussion, &self.file.decision.approval);
        let chosen = self.key(&told.preferred)?;
        let today = day(&told.at);
        self.now(tx, &told.at, "E2");
        let joint = self.lang.word("known-joint");
        let attendees: Vec<String> = told.attendees.iter().map(|id| self.name(id)).collect();
        for (field, value) in [
            ("meeting_at", moment(&told.at).to_owned()),
            ("attendees", attendees.join(&joint)),
            ("bidder", chosen.clone()),
            ("reserve", self.key("v2")?),
            ("reason", approval.reason.clone()),
        ] {
            set_decision(tx, &self.procurement, field, &value, today, self.lang)?;
        }
        for point in &told.points {
            let side = if point.column == "as_expected" { Side::AsExpected } else { Side::OffExpectation };
            let id = discussion::add(tx, &self.procurement, side, &point.text, None)?;
            for (field, value) in [
                ("bidder", chosen.as_str()),
                ("request", point.request.as_str()),
                ("requested_at", moment(&point.requested_at)),
                ("reply", point.reply.as_str()),
                ("replied_at", moment(&point.replied_at)),
                ("state", if point.state == "settled" { "settled" } else { "not-settled" }),
                ("outcome", point.outcome.as_str()),
            ] {
                discussion::set(tx, &id, field, value, today, self.lang)?;
            }
        }
        self.approval(tx, approval)?;
        self.now(tx, &approval.decided_at, "E1");
        decide(tx, &self.procurement)?;
        // Why a bidder was not chosen stands with the step.
        for bidder in &self.file.bidders {
            let Some(told) = bidder.history.iter().find(|step| step.status == "not_awarded") else { continue };
            if let Some(last) = course::steps(tx, &self.key(&bidder.vendor)?)?.pop() {
                tx.update(&Step { note: told.note.clone(), ..last })?;
            }
        }
        Ok(())
    }

    fn approval(&self, tx: &mut Tx<'_>, told: &Approval) -> Result<()> {
        let (procurement, today) = (self.procurement.as_str(), day(&told.submitted_at));
        self.now(tx, &told.submitted_at, &told.submitted_by);
        for (field, value) in [("number", &told.number), ("drafted_by", &self.name(&told.submitted_by))] {
            set_approval(tx, procurement, field, value, today, self.lang)?;
        }
        let mut steps = Vec::new();
        for one in &told.route {
            let person = self.file.agreement.stakeholders.iter().find(|person| person.id == one.stakeholder);
            let role = person.map(|person| format!("{} {}", person.department, person.title)).unwrap_or_default();
            steps.push(add_step(tx, procurement, &self.name(&one.stakeholder), &role, today)?);
        }
        submit(tx, procurement, people_time(&told.submitted_at), today, self.lang)?;
        for (one, id) in told.route.iter().zip(&steps) {
            self.now(tx, &one.at, &one.stakeholder);
            let outcome = if one.condition.is_empty() { "approved" } else { "conditions" };
            for (field, value) in [("outcome", outcome), ("at", moment(&one.at)), ("comment", &one.comment)] {
                set_step(tx, id, field, value, day(&one.at), self.lang)?;
            }
            if one.condition.is_empty() {
                continue;
            }
            let condition = add_condition(tx, id, &one.condition)?;
            if let Some(met) = told.conditions.iter().find(|met| met.text == one.condition) {
                let met_on = day(&met.fulfilled_at);
                set_condition(tx, &condition, "met_at", moment(&met.fulfilled_at), met_on, self.lang)?;
                set_condition(tx, &condition, "how", &met.how, met_on, self.lang)?;
            }
        }
        Ok(())
    }

    pub(super) fn notices(&self, tx: &mut Tx<'_>, press: &mut dyn Press) -> Result<()> {
        let Some(first) = self.file.decision.notices.first() else { return Ok(()) };
        let today = day(&first.sent_at);
        self.now(tx, &first.sent_at, "E2");
        notice::draft(tx, &self.procurement, today)?;
        for told in &self.file.decision.notices {
            let bidder = self.key(&told.bidder)?;
            let stamp = self.now(tx, &told.sent_at, "E2");
            let drafted = notices(tx, &self.procurement)?.into_iter().find(|notice| notice.bidder == bidder);
            let Some(drafted) = drafted else { continue };
            let Notice { id, kind, .. } = &drafted;
            let comments = comments(tx, &self.procurement, &bidder)?;
            let guard = Guard::of(tx, &self.procurement)?;
            for source in &told.from_comments {
                let sheet = Sheet::of(tx, &self.key(&source.evaluator)?)?;
                let Some(mark) = sheet.mark(&self.key(&source.criterion)?, &self.key(&source.bidder)?) else {
                    continue;
                };
                // What may be a reason is one; the rest was good.
                let offered = |told_as| offered(&drafted, told_as, &comments, &guard);
                let fits = |told_as| offered(told_as).iter().any(|comment| comment.mark == mark.id);
                let told_as = kind.tells().iter().rev().copied().find(|told_as| fits(*told_as));
                tell(tx, id, &mark.id, told_as)?;
            }
            let files = press.notice(tx, &tx.get(id)?, &stamp)?;
            made(tx, id, files)?;
            mark_sent(tx, id, people_time(&told.sent_at), Means::Mail, self.lang)?;
        }
        Ok(())
    }
}
