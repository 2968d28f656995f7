//! What is still missing before the RFP can leave the house, each with the place where it is put right.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::outline::OPTIONAL_WARN_OVER;
use super::release::Release;
use super::section::sections;
use super::{field, requirement, Requirement, Section, SectionState};
use crate::bidder;
use crate::calendar::Calendar;
use crate::criterion;
use crate::criterion::judging::Judging;
use crate::evaluation;
use crate::finding::{Finding, Screen, Severity};
use crate::l10n::Lang;
use crate::procurement::{missing, schedule, FactKey, Facts};
use crate::required_item;
use crate::richtext::{Inline, RichText};
use crate::storage::Read;
use crate::{Result, Text};

/// All findings as of today, the gravest first. Dates and names inside them are worded in `lang`.
pub fn findings(
    read: &Read<'_>,
    procurement: &str,
    calendar: &Calendar,
    today: NaiveDate,
    lang: Lang,
) -> Result<Vec<Finding>> {
    let mut found = Vec::new();
    let facts = Facts::of(read, procurement)?;
    in_sections(read, procurement, &facts, lang, &mut found)?;
    let released = read.count::<Release>("WHERE procurement = ?1", &[&procurement])? > 0;
    let unreleased = (!released).then_some(today);
    found.extend(schedule::findings(&facts, calendar, unreleased, lang));
    found.extend(unreleased.and_then(|today| schedule::other_day(&facts, today, lang)));
    found.extend(missing(&facts, lang));
    let criteria = criterion::weighed(&criterion::of(read, procurement)?, &Judging::of(read, procurement)?);
    found.extend(criterion::findings(&criteria));
    found.extend(evaluation::findings(&evaluation::evaluators(read, procurement)?));
    found.extend(required_item::findings(&required_item::of(read, procurement)?));
    found.extend(bidder::findings(&bidder::with_vendors(read, procurement)?, None));
    found.sort_by_key(|finding| finding.severity);
    Ok(found)
}

/// How many findings lie in each section.
pub fn by_section(findings: &[Finding]) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    for finding in findings {
        if let Some(section) = &finding.place.section {
            *counts.entry(section.as_str()).or_default() += 1;
        }
    }
    counts
}

fn in_sections(read: &Read<'_>, procurement: &str, facts: &Facts, lang: Lang, found: &mut Vec<Finding>) -> Result<()> {
    let all = sections(read, procurement)?;
    let required = requirement::requirements(read, procurement)?;
    if all.is_empty() {
        found.push(Finding::new("section", Severity::Stop, Text::new("finding-no-sections")));
    }
    let mut left_open = 0;
    for (place, section) in &all {
        let name = |id: &str| Text::new(id).arg("number", &place.number).arg("title", &section.title);
        let mut add = |kind, severity, text: Text| found.push(Finding::new(kind, severity, text).within(&section.id));
        let has_children = all.iter().any(|(_, other)| other.parent.as_ref() == Some(&section.id));
        let has_requirements = required.iter().any(|r| r.section.as_ref() == Some(&section.id));
        if section.state(has_children, has_requirements) == SectionState::Empty
            || is_hollow(section, has_children, has_requirements)
        {
            add("section", Severity::Stop, name("finding-section-empty"));
        }
        let placeholders = placeholders(section);
        if placeholders > 0 {
            add("placeholder", Severity::Stop, name("finding-placeholder").arg("count", placeholders));
        }
        if section.optional {
            left_open += 1;
            continue;
        }
        for key in section.body.fields() {
            if !field::is_known(&key) {
                add("field", Severity::Stop, name("finding-field-unknown").arg("field", &key));
            } else if key.parse::<FactKey>().is_ok_and(|fact| facts.value(fact).is_none()) {
                let label = lang.say(&field::label(&key));
                add("field", Severity::Stop, name("finding-field-missing").arg("field", label));
            }
        }
        for part in section.body.drawn().filter(|part| !field::DRAWN.contains(part)) {
            add("field", Severity::Stop, name("finding-block-unknown").arg("field", part));
        }
    }
    found.extend(required.iter().filter_map(in_requirement));
    if left_open > OPTIONAL_WARN_OVER {
        found.push(Finding::new(
            "optional",
            Severity::Warn,
            Text::new("finding-optional-overuse").arg("count", left_open),
        ));
    }
    Ok(())
}

/// Marked as done, and yet nothing is there.
fn is_hollow(section: &Section, has_children: bool, has_requirements: bool) -> bool {
    section.done && section.body.is_empty() && !section.optional && !has_children && !has_requirements
}

/// Places still to be filled in, in a requirement.
fn in_requirement(requirement: &Requirement) -> Option<Finding> {
    let count = in_text(&requirement.text);
    let text = Text::new("finding-placeholder-requirement").arg("number", requirement.label()).arg("count", count);
    let finding = Finding::new("placeholder", Severity::Stop, text);
    (count > 0).then(|| match &requirement.section {
        Some(section) => finding.within(section),
        None => finding.on(Screen::Requirements).at(&requirement.id),
    })
}

/// Places still to be filled in, in what papers print of a section: its title, and its text or the wording in its stead.
fn placeholders(section: &Section) -> usize {
    let body = if section.optional { in_text(&section.optional_wording) } else { in_body(&section.body) };
    in_text(&section.title) + body
}

fn in_body(body: &RichText) -> usize {
    let mut count = 0;
    body.each_line(&mut |content| {
        let text: String = content
            .iter()
            .map(|piece| match piece {
                Inline::Text { text, .. } => text.as_str(),
                Inline::Field { .. } => "\u{FFFC}",
                Inline::Break => "\n",
            })
            .collect();
        count += in_text(&text);
    });
    count
}

/// Places still to be filled in: runs of ○, ● or 〇 as outlines use them, and 【 】 or ＿＿ left empty. The single circle
/// before a comma of a scheme such as ○・△・× is a mark, not a gap.
fn in_text(text: &str) -> usize {
    let chars: Vec<char> = text.chars().collect();
    let is_circle = |c: char| matches!(c, '○' | '〇' | '◯' | '●');
    let mut count = 0;
    let mut n = 0;
    while n < chars.len() {
        if is_circle(chars[n]) {
            let end = (n..chars.len()).find(|m| !is_circle(chars[*m])).unwrap_or(chars.len());
            let counted = chars.get(end).is_some_and(|c| "社名件人割月日年時分円％%点回個枚部".contains(*c));
            if end - n >= 2 || counted {
                count += 1;
            }
            n = end;
        } else if chars[n] == '＿' || chars[n] == '_' {
            let end = (n..chars.len()).find(|m| chars[*m] != chars[n]).unwrap_or(chars.len());
            if end - n >= 2 {
                count += 1;
            }
            n = end;
        } else {
            n += 1;
        }
    }
    let hollow = |inside: &&str| inside.split_once('】').is_some_and(|(inside, _)| inside.trim().is_empty());
    count + text.split('【').skip(1).filter(hollow).count() + text.matches("[ ]").count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_to_fill_in_are_told_from_marks() {
        for (text, gaps) in [
            ("契約社数は○社、月あたりの新規契約は○社です。", 2),
            ("○○の業務に月○時間を要しており、○○に", 3),
            ("各評価項目を○・△・×の相対評価とし", 0),
            ("優れているものを○とする", 0),
            ("氏名：＿＿＿＿", 1),
            ("【】", 1),
            ("期間は【　　】、場所は【 】", 2),
            ("【重要】", 0),
            ("snake_case", 0),
        ] {
            assert_eq!(in_text(text), gaps, "{text}");
        }
    }
}
