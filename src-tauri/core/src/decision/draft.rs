//! What the record says in an approval request where nobody has written words of her own.

use std::fmt::Write as _;

use chrono::NaiveDate;
use serde_json::Value;

use super::{discussion, Approval, Decision, DiscussionPoint, Outcome, Side};
use crate::bidder;
use crate::calendar;
use crate::distribution::shared_items;
use crate::l10n::Lang;
use crate::marking::sheet::price_open;
use crate::marking::words::grouped;
use crate::marking::HandIn;
use crate::procurement::{FactKey, Facts, Procurement};
use crate::proposal::price::{competing, current, estimates, Basis};
use crate::proposal::{files, FileKind};
use crate::rfp::release::latest;
use crate::storage::{Image, Read, Record as _};
use crate::{Result, Text};

/// An approval request from the record, in the language of the procurement's papers.
pub fn approval(read: &Read<'_>, procurement: &str, actor: &str, today: NaiveDate) -> Result<Approval> {
    let Procurement { title, lang, .. } = read.get(procurement)?;
    let decision = Decision::of(read, procurement)?;
    let points = discussion(read, procurement)?;
    let facts = Facts::of(read, procurement)?;
    let chosen = match &decision.bidder {
        Some(bidder) => Some(name_of(read, procurement, bidder)?),
        None => None,
    };
    let subject = match (&chosen, decision.outcome) {
        (Some(name), _) => Text::new("approval-subject-award").arg("title", &title).arg("name", name),
        (None, Outcome::None) => Text::new("approval-subject-none").arg("title", &title),
        (None, _) => Text::new("approval-subject-open").arg("title", &title),
    };
    // A rival's point is none of the chosen one's.
    let own = |point: &DiscussionPoint| point.bidder.is_none() || point.bidder == decision.bidder;
    // Without an award, nothing is told of a company that is not chosen.
    let none = decision.outcome == Outcome::None;
    let side = |side: Side| points.iter().filter(move |point| !none && point.side == side && own(point));
    Ok(Approval {
        id: procurement.into(),
        number: String::new(),
        drafted_on: Some(today),
        drafted_by: named(actor),
        subject: lang.say(&subject),
        reason: decision.reason.clone(),
        merits: listed(side(Side::AsExpected).map(|point| point.text.clone()), lang),
        demerits: listed(side(Side::OffExpectation).map(|point| with_outcome(point, lang)), lang),
        effect: if none { String::new() } else { effect(read, procurement, &decision, lang)? },
        timing: if none { String::new() } else { timing(&facts, lang) },
        attachments: attachments(read, procurement, &decision, lang)?,
        submitted_at: None,
    })
}

/// A request without words: all of them follow the record.
pub(super) fn wordless(approval: Approval) -> Approval {
    Approval {
        subject: String::new(),
        reason: String::new(),
        merits: String::new(),
        demerits: String::new(),
        effect: String::new(),
        timing: String::new(),
        attachments: Vec::new(),
        ..approval
    }
}

/// A request with the words of the record where it has none of its own.
pub(super) fn completed(own: Approval, fresh: Approval) -> Approval {
    let words = |own: String, fresh: String| if own.is_empty() { fresh } else { own };
    Approval {
        subject: words(own.subject, fresh.subject),
        reason: words(own.reason, fresh.reason),
        merits: words(own.merits, fresh.merits),
        demerits: words(own.demerits, fresh.demerits),
        effect: words(own.effect, fresh.effect),
        timing: words(own.timing, fresh.timing),
        attachments: if own.attachments.is_empty() { fresh.attachments } else { own.attachments },
        ..own
    }
}

/// A request with those words only that are not the record's.
pub(super) fn written(own: Approval, fresh: &Approval) -> Approval {
    let words = |own: String, fresh: &str| if own == fresh { String::new() } else { own };
    Approval {
        subject: words(own.subject, &fresh.subject),
        reason: words(own.reason, &fresh.reason),
        merits: words(own.merits, &fresh.merits),
        demerits: words(own.demerits, &fresh.demerits),
        effect: words(own.effect, &fresh.effect),
        timing: words(own.timing, &fresh.timing),
        attachments: if own.attachments == fresh.attachments { Vec::new() } else { own.attachments },
        ..own
    }
}

/// A request without what its handing in took from the record: words that were empty before it and are as it was handed
/// in follow the record again.
pub(super) fn unfilled(own: Approval, before: &Image, handed_in: &Image) -> Result<Approval> {
    let now = own.image()?;
    let taken = |column: &str| {
        let was_empty = matches!(before.get(column).and_then(Value::as_str), Some("" | "[]"));
        was_empty && handed_in.get(column) == now.get(column)
    };
    let words = |column: &str, own: String| if taken(column) { String::new() } else { own };
    Ok(Approval {
        subject: words("subject", own.subject),
        reason: words("reason", own.reason),
        merits: words("merits", own.merits),
        demerits: words("demerits", own.demerits),
        effect: words("effect", own.effect),
        timing: words("timing", own.timing),
        attachments: if taken("attachments") { Vec::new() } else { own.attachments },
        ..own
    })
}

/// Who acted; nobody is named where the program was not told who works with it.
pub(super) fn named(actor: &str) -> String {
    if actor == "—" { "" } else { actor }.to_owned()
}

/// The name of a bidder.
pub(super) fn name_of(read: &Read<'_>, procurement: &str, bidder: &str) -> Result<String> {
    let all = bidder::with_vendors(read, procurement)?;
    Ok(all.into_iter().find(|(one, _)| one.id == bidder).map(|(_, vendor)| vendor.name).unwrap_or_default())
}

fn listed(lines: impl Iterator<Item = String>, lang: Lang) -> String {
    lang.list(&lines.map(|line| line.replace('\n', " ")).collect::<Vec<_>>())
}

/// A point with what came of it, or what the vendor said.
fn with_outcome(point: &DiscussionPoint, lang: Lang) -> String {
    let after = if point.outcome.is_empty() { &point.reply } else { &point.outcome };
    if after.is_empty() {
        return point.text.clone();
    }
    lang.say(&Text::new("approval-point").arg("point", &point.text).arg("outcome", after))
}

/// What the chosen bidder costs over the term, and what the others would; while prices are closed, that they are.
fn effect(read: &Read<'_>, procurement: &str, decision: &Decision, lang: Lang) -> Result<String> {
    if !price_open(read, procurement)? {
        return Ok(lang.word("approval-cost-closed"));
    }
    let basis = Basis::of(read, procurement)?;
    let (mut chosen, mut others) = (String::new(), String::new());
    for (bidder, proposal) in competing(read, procurement)? {
        let Some(total) = current(read, &proposal.id, &basis)?.filter(|total| total.open == 0) else { continue };
        let is_chosen = decision.bidder.as_deref() == Some(&bidder.id);
        let text = Text::new(if is_chosen { "approval-cost-chosen" } else { "approval-cost-other" })
            .arg("name", name_of(read, procurement, &bidder.id)?)
            .arg("months", basis.months)
            .arg("without", grouped(total.without_tax))
            .arg("with", grouped(total.with_tax));
        let line = lang.say(&text);
        let _ = writeln!(if is_chosen { &mut chosen } else { &mut others }, "{line}");
    }
    Ok(format!("{chosen}{others}").trim_end().to_owned())
}

fn timing(facts: &Facts, lang: Lang) -> String {
    let mut lines = Vec::new();
    for key in [FactKey::Contract, FactKey::ServiceStart, FactKey::HandoverComplete] {
        if let Some(day) = facts.moment(key) {
            let date = calendar::day(day.date, lang, facts.style());
            lines.push(lang.say(&Text::new("approval-date").arg("what", lang.say(&key.label())).arg("date", date)));
        }
    }
    if let Some((from, to)) = facts.moment(FactKey::ContractStart).zip(facts.moment(FactKey::ContractEnd)) {
        let date = calendar::period(from, to, lang, facts.style());
        lines.push(lang.say(&Text::new("approval-term").arg("term", date)));
    }
    lines.join("\n")
}

/// What there is to attach, by name.
fn attachments(read: &Read<'_>, procurement: &str, decision: &Decision, lang: Lang) -> Result<Vec<String>> {
    let mut names = vec![Text::new("approval-attach-report")];
    let sheets = read.count::<HandIn>(
        "WHERE evaluator IN (SELECT id FROM evaluator WHERE procurement = ?1) AND part <> 'price'",
        &[&procurement],
    )?;
    if sheets > 0 {
        names.push(Text::new("approval-attach-sheets").arg("count", sheets));
    }
    if let Some(chosen) = &decision.bidder {
        let proposal = competing(read, procurement)?.into_iter().find(|(bidder, _)| bidder.id == *chosen);
        if let Some((bidder, proposal)) = proposal {
            let name = name_of(read, procurement, &bidder.id)?;
            if files(read, &proposal.id)?.iter().any(|file| file.kind != FileKind::Estimate) {
                names.push(Text::new("approval-attach-proposal").arg("name", &name));
            }
            if let Some(last) = estimates(read, &proposal.id)?.pop() {
                names.push(Text::new("approval-attach-estimate").arg("name", &name).arg("revision", last.revision));
            }
        }
    }
    if let Some(release) = latest(read, procurement)? {
        names.push(Text::new("approval-attach-rfp").arg("number", release.number));
    }
    let round = shared_items(read, procurement)?.iter().map(|item| item.round).max().unwrap_or(0);
    if round > 0 {
        names.push(Text::new("approval-attach-answers").arg("round", round));
    }
    Ok(names.iter().map(|name| lang.say(name)).collect())
}
