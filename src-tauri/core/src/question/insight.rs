//! What the questions say about the RFP: which sections are asked about most, who asks, how long answers take.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDateTime};
use serde::Serialize;
use ts_rs::TS;

use super::about::Places;
use super::late::{deadline, is_late};
use super::{askers, of, Question, State};
use crate::bidder;
use crate::calendar::in_japan;
use crate::procurement::{Facts, Procurement};
use crate::rfp::release;
use crate::storage::Read;
use crate::{Result, Text};

/// With fewer questions than this no section is called unclear.
const LEAST: usize = 5;

/// Questions about one section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SectionCount {
    /// Key of the section; none for questions about the whole.
    pub section: Option<String>,
    /// Its number now.
    pub number: String,
    /// Its title now; empty where it was removed.
    pub title: String,
    /// How many questions, merged ones among them: each was asked.
    pub count: usize,
    /// How many of them wait for an answer.
    pub open: usize,
    /// So many that the section itself is probably unclear.
    pub unclear: bool,
}

/// Questions of one bidder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BidderCount {
    /// Key of the bidder.
    pub bidder: String,
    /// Its name.
    pub name: String,
    /// How many questions it asked.
    pub count: usize,
    /// How many of them came after the deadline.
    pub late: usize,
}

/// What the questions say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "QuestionInsight")]
pub struct Insight {
    /// By section, the most asked first.
    pub sections: Vec<SectionCount>,
    /// By bidder, in their order.
    pub bidders: Vec<BidderCount>,
    /// From how many questions on a section is called unclear.
    pub unclear_from: usize,
    /// The median time from asking to the approved answer, in hours; none without an answer.
    pub median_hours: Option<i64>,
    /// It in words.
    pub median: Option<Text>,
}

/// Counts them.
pub fn insight(read: &Read<'_>, procurement: &str) -> Result<Insight> {
    let questions = of(read, procurement)?;
    let places = Places::of(read, procurement)?;
    let askers = askers(read, procurement)?;
    let until = deadline(&Facts::of(read, procurement)?);
    let mut sections: BTreeMap<Option<&str>, (usize, usize)> = BTreeMap::new();
    for question in &questions {
        let entry = sections.entry(question.section.as_deref()).or_default();
        entry.0 += 1;
        entry.1 += usize::from(question.state == State::Open);
    }
    let asked: Vec<usize> =
        sections.iter().filter(|(section, _)| section.is_some()).map(|(_, (count, _))| *count).collect();
    let unclear_from = unclear_from(&asked);
    let mut sections: Vec<SectionCount> = sections
        .into_iter()
        .map(|(section, (count, open))| SectionCount {
            section: section.map(Into::into),
            number: places.number(section).into(),
            title: places.title(section).into(),
            unclear: section.is_some() && count >= unclear_from,
            count,
            open,
        })
        .collect();
    sections.sort_by_key(|one| (std::cmp::Reverse(one.count), places.order(one.section.as_deref())));
    let bidders = bidder::with_vendors(read, procurement)?.into_iter().map(|(bidder, vendor)| {
        let own = askers.iter().filter(|asker| asker.bidder == bidder.id);
        BidderCount {
            count: own.clone().count(),
            late: own.filter(|asker| is_late(asker.received_at, until)).count(),
            bidder: bidder.id,
            name: vendor.name,
        }
    });
    let mut first: BTreeMap<&str, NaiveDateTime> = BTreeMap::new();
    for asker in &askers {
        let at = asker.received_at.earliest();
        first.entry(asker.question.as_str()).and_modify(|early| *early = at.min(*early)).or_insert(at);
    }
    let hours: Vec<i64> = questions
        .iter()
        .filter_map(|question| Some((answered(question)? - *first.get(question.id.as_str())?).num_hours().max(0)))
        .collect();
    let median_hours = median(hours);
    Ok(Insight {
        sections,
        bidders: bidders.collect(),
        unclear_from,
        median_hours,
        median: median_hours.map(|hours| {
            let id = if hours < 48 { "question-median-hours" } else { "question-median-days" };
            Text::new(id).arg("count", if hours < 48 { hours } else { hours / 24 })
        }),
    })
}

/// From how many questions on a section is called unclear, given the counts of all sections with questions: at least five,
/// and at least twice as many as the others have on average.
fn unclear_from(asked: &[usize]) -> usize {
    // count ≥ 2 (sum − count) / (sections − 1), solved for the count.
    (2 * asked.iter().sum::<usize>()).div_ceil(asked.len() + 1).max(LEAST)
}

/// When the answer was approved, in Japan's time.
fn answered(question: &Question) -> Option<NaiveDateTime> {
    let at = DateTime::parse_from_rfc3339(question.approved_at.as_deref()?).ok()?;
    Some(in_japan(at.to_utc()).naive_local())
}

/// The middle one, the lower of two.
fn median(mut hours: Vec<i64>) -> Option<i64> {
    hours.sort_unstable();
    hours.get(hours.len().checked_sub(1)? / 2).copied()
}

/// Where an answer changes the RFP: the section to change, and the reason as the addendum may say it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ToRfp {
    /// Key of the section; none where it is nowhere or no longer there.
    pub section: Option<String>,
    /// The reason, in the language of the papers.
    pub reason: String,
}

/// The way from an answer to the RFP.
pub fn to_rfp(read: &Read<'_>, id: &str) -> Result<ToRfp> {
    let question: Question = read.get(id)?;
    let places = Places::of(read, &question.procurement)?;
    let lang = read.get::<Procurement>(&question.procurement)?.lang;
    let section = question.section.clone().filter(|section| !places.number(Some(section)).is_empty());
    Ok(ToRfp { section, reason: lang.say(&Text::new("question-addendum-reason").arg("numbers", question.label())) })
}

/// The reason of the next addendum, as far as answers ask for it: approved or shared ones that change the RFP and were
/// approved since the latest release. None where there are none, or no release yet.
pub fn addendum_reason(read: &Read<'_>, procurement: &str) -> Result<Option<String>> {
    let Some(latest) = release::latest(read, procurement)? else { return Ok(None) };
    let lang = read.get::<Procurement>(procurement)?.lang;
    let numbers: Vec<String> = of(read, procurement)?
        .into_iter()
        .filter(|question| question.changes_rfp && matches!(question.state, State::Approved | State::Shared))
        .filter(|question| question.approved_at.as_ref().is_some_and(|at| *at > latest.issued_at))
        .map(|question| question.label())
        .collect();
    let told = numbers.join(&lang.word("list-comma"));
    Ok((!numbers.is_empty()).then(|| lang.say(&Text::new("question-addendum-reason").arg("numbers", told))))
}

#[cfg(test)]
mod tests {
    use super::{median, unclear_from};

    #[test]
    fn an_unclear_section_stands_out_from_the_others() {
        assert_eq!(unclear_from(&[]), 5);
        assert_eq!(unclear_from(&[5]), 5, "the only one asked about");
        assert_eq!(unclear_from(&[2, 1, 1]), 5);
        assert_eq!(unclear_from(&[10; 30]), 20, "where all are asked about alike none stands out");
        assert_eq!(unclear_from(&[12, 6, 6]), 12, "twice the average of the two others");
        assert_eq!(unclear_from(&[11, 6, 6]), 12);
    }

    #[test]
    fn the_median_is_one_of_them() {
        assert_eq!(median(Vec::new()), None);
        assert_eq!(median(vec![5]), Some(5));
        assert_eq!(median(vec![9, 1, 5]), Some(5));
        assert_eq!(median(vec![9, 1]), Some(1));
    }
}
