//! What is due, across all procurements.

use std::collections::BTreeMap;

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime};
use serde::Serialize;
use ts_rs::TS;

use super::{Known, Step};
use crate::calendar::{self as days, Calendar, Moment};
use crate::l10n::Lang;
use crate::procurement::FactKey;
use crate::Text;

/// Dates further away than this are not due yet.
const AHEAD_DAYS: i64 = 60;

/// When something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum DueGroup {
    /// It should have been done.
    Late,
    /// Today.
    Today,
    /// Until Sunday.
    Week,
    /// After that.
    Later,
}

/// Something that is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Due {
    /// Key of the procurement.
    pub procurement: String,
    /// Its title.
    pub title: String,
    /// The step it belongs to.
    pub step: Step,
    /// What is due.
    pub label: Text,
    /// When: `2027-03-12T17:00` or `2027-03-12`.
    pub at: String,
    /// When, in words.
    pub at_text: String,
    /// Late, today, this week, later.
    pub group: DueGroup,
    /// Business days until then; negative where it is late.
    pub days: i64,
    /// How late it is, or that the day is a closed day.
    pub note: Option<Text>,
}

/// The milestones to come that are not done yet, a day of release or of answers that has passed without them, and the days
/// on which answers are wanted.
pub(crate) fn due(known: &[Known], calendar: &Calendar, today: NaiveDate, lang: Lang) -> Vec<Due> {
    let sunday = today + Duration::days(6 - i64::from(today.weekday().num_days_from_monday()));
    let mut found = Vec::new();
    for known in known.iter().filter(|known| !known.procurement.archived) {
        for key in FactKey::milestones() {
            let Some(at) = known.facts.moment(key) else { continue };
            let unreleased = key == FactKey::RfpIssue;
            let unanswered = key == FactKey::AnswerDate && !known.questions.waiting.is_empty();
            if known.is_done(key, today) || (at.date < today && !unreleased && !unanswered) {
                continue;
            }
            found.extend(one(known, (Step::Facts, key.label()), at, calendar, (today, sunday), lang));
        }
        // Conditions are to be met before the contract is signed.
        if let Some(at) = known.facts.moment(FactKey::Contract).filter(|_| known.decision.conditions > 0) {
            let label = Text::new("due-conditions").arg("count", known.decision.conditions);
            found.extend(one(known, (Step::Decision, label), at, calendar, (today, sunday), lang));
        }
        let mut wanted: BTreeMap<&str, usize> = BTreeMap::new();
        for day in known.questions.waiting.iter().filter(|day| !day.is_empty()) {
            *wanted.entry(day).or_default() += 1;
        }
        for (day, count) in wanted {
            let Ok(at) = day.parse() else { continue };
            let label = Text::new("due-answers").arg("count", count);
            found.extend(one(known, (Step::Questions, label), Moment::on(at), calendar, (today, sunday), lang));
        }
    }
    found.sort_by(|(a, x), (b, y)| (x.group, a, &x.title).cmp(&(y.group, b, &y.title)));
    found.into_iter().map(|(_, due)| due).collect()
}

/// Something due at a moment, unless it is further away than one looks ahead.
fn one(
    known: &Known,
    (step, label): (Step, Text),
    at: Moment,
    calendar: &Calendar,
    (today, sunday): (NaiveDate, NaiveDate),
    lang: Lang,
) -> Option<(NaiveDateTime, Due)> {
    let group = match at.date {
        date if date < today => DueGroup::Late,
        date if date == today => DueGroup::Today,
        date if date <= sunday => DueGroup::Week,
        date if date <= today + Duration::days(AHEAD_DAYS) => DueGroup::Later,
        _ => return None,
    };
    let days = calendar.between(today, at.date);
    let note = match group {
        DueGroup::Late => Some(Text::new("due-overdue").arg("days", -days)),
        _ => calendar.rest(at.date).map(|rest| {
            Text::new("due-rest-day")
                .arg("reason", lang.say(&rest.text()))
                .arg("before", days::month_day(calendar.before(at.date), lang))
        }),
    };
    let mut at_text = days::month_day(at.date, lang);
    if let Some(time) = at.time {
        at_text.push_str(&time.format(" %H:%M").to_string());
    }
    let (procurement, title) = (known.procurement.id.clone(), known.procurement.title.clone());
    Some((at.earliest(), Due { procurement, title, step, label, at: at.to_string(), at_text, group, days, note }))
}
