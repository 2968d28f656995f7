//! Commands about the schedule.

use chrono::NaiveDate;
use sentei_core::calendar;
use sentei_core::journal::Op;
use sentei_core::overview;
use sentei_core::procurement::{cannot_read, schedule, verbs, weeks, FactKey, Facts};
use sentei_core::{Finding, Result, Text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{InProcurement, Nothing};
use crate::procurement::{rows, Fact};
use crate::Call;

/// The schedule with what is odd about it.
#[derive(Debug, Serialize, TS)]
pub struct Schedule {
    milestones: Vec<Milestone>,
    findings: Vec<Finding>,
    weeks: Option<WeeksPicture>,
}

/// A date of the schedule.
#[derive(Debug, Serialize, TS)]
pub struct Milestone {
    #[serde(flatten)]
    #[ts(flatten)]
    fact: Fact,
    /// Must have arrived by then.
    deadline: bool,
    weekday: Option<String>,
    /// Business days since the date before it.
    days_from_previous: Option<i64>,
}

/// The schedule as a picture, and in words.
#[derive(Debug, Serialize, TS)]
pub struct WeeksPicture {
    svg: String,
    alt: String,
}

/// What to count suggested dates from.
#[derive(Debug, Deserialize, TS)]
pub struct SuggestArgs {
    procurement: String,
    /// Day of release, as typed.
    #[ts(optional)]
    from: Option<String>,
}

/// What to count dates from, and whether dates that are set stand.
#[derive(Debug, Deserialize, TS)]
pub struct ApplyArgs {
    procurement: String,
    #[ts(optional)]
    from: Option<String>,
    keep_existing: bool,
}

/// A suggested schedule.
#[derive(Debug, Serialize, TS)]
pub struct Suggested {
    milestones: Vec<SuggestedMilestone>,
}

/// A suggested date.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "SuggestedDate")]
pub struct SuggestedMilestone {
    key: String,
    label: Text,
    value: String,
    text: String,
    reason: Text,
}

pub(crate) fn get(call: &Call<'_>, args: InProcurement) -> Result<Schedule> {
    let (lang, today) = (call.lang(), call.today());
    call.read(|read| {
        let facts = Facts::of(read, &args.procurement)?;
        let calendar = overview::calendar(read)?;
        let mut before: Option<NaiveDate> = None;
        let mut milestones = Vec::new();
        for (key, fact) in FactKey::ALL.iter().zip(rows(read, &args.procurement, &facts, today, lang)?) {
            if key.group() != sentei_core::procurement::FactGroup::Schedule {
                continue;
            }
            let date = facts.moment(*key).map(|at| at.date);
            let days_from_previous = date.zip(before).map(|(date, before)| calendar.between(before, date));
            let weekday = date.map(|date| calendar::weekday(date, lang).to_owned());
            milestones.push(Milestone { fact, deadline: key.is_deadline(), weekday, days_from_previous });
            before = date.or(before);
        }
        let weeks = weeks(&facts, &calendar, today, lang).map(|weeks| WeeksPicture { svg: weeks.svg, alt: weeks.alt });
        let unreleased = overview::latest_release(read, &args.procurement)?.is_none().then_some(today);
        Ok(Schedule { milestones, findings: schedule::findings(&facts, &calendar, unreleased, lang), weeks })
    })
}

pub(crate) fn suggest(call: &Call<'_>, args: SuggestArgs) -> Result<Suggested> {
    let from = typed_day(call, args.from.as_deref())?;
    let lang = call.lang();
    call.read(|read| {
        let facts = Facts::of(read, &args.procurement)?;
        let calendar = overview::calendar(read)?;
        let first = schedule::first_day(&facts, from, &calendar, call.today());
        let milestones = schedule::suggest(first, &calendar, None).into_iter().map(|suggestion| SuggestedMilestone {
            key: suggestion.key.key().into(),
            label: suggestion.key.label(),
            value: suggestion.at.to_string(),
            text: sentei_core::procurement::word_shown(suggestion.key, &suggestion.at.to_string(), lang, facts.style())
                .unwrap_or_default(),
            reason: suggestion.reason,
        });
        Ok(Suggested { milestones: milestones.collect() })
    })
}

pub(crate) fn apply(call: &Call<'_>, args: ApplyArgs) -> Result<Nothing> {
    let from = typed_day(call, args.from.as_deref())?;
    call.write(Op::new("schedule-apply").scope(&args.procurement), |tx| {
        let calendar = overview::calendar(tx)?;
        verbs::apply_schedule(tx, &args.procurement, from, args.keep_existing, &calendar, call.today())
    })?;
    Ok(Nothing {})
}

fn typed_day(call: &Call<'_>, typed: Option<&str>) -> Result<Option<NaiveDate>> {
    match typed.map(str::trim).filter(|typed| !typed.is_empty()) {
        Some(typed) => calendar::read(typed, call.today(), None)
            .map(|at| Some(at.date))
            .map_err(|unread| cannot_read(unread, typed, call.lang())),
        None => Ok(None),
    }
}
