//! The schedule: a suggestion by business days, and what is odd about the dates that are set.

use chrono::{NaiveDate, NaiveTime};

use super::{FactGroup, FactKey, Facts};
use crate::calendar::{self, Calendar, Moment, Rest};
use crate::finding::{Finding, Screen, Severity};
use crate::l10n::Lang;
use crate::Text;

/// A suggested date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Which milestone.
    pub key: FactKey,
    /// When.
    pub at: Moment,
    /// Why then.
    pub reason: Text,
}

/// Business days from the milestone before, time of day, and the id of the reason.
///
/// The spans are those of an orderly private tender: bidders need some two weeks to read and ask, the house some days to
/// answer, and from the answers on there must be time to write.
const STEPS: &[(FactKey, i64, (u32, u32), &str)] = &[
    (FactKey::RfpIssue, 0, (10, 0), "schedule-reason-issue"),
    (FactKey::QuestionDeadline, 9, (17, 0), "schedule-reason-questions"),
    (FactKey::AnswerDate, 4, (17, 0), "schedule-reason-answers"),
    (FactKey::ProposalDeadline, 8, (17, 0), "schedule-reason-proposals"),
    (FactKey::PresentationFrom, 7, (10, 0), "schedule-reason-presentations"),
    (FactKey::PresentationTo, 1, (17, 0), "schedule-reason-presentations-end"),
    (FactKey::Decision, 10, (17, 0), "schedule-reason-decision"),
    (FactKey::Notice, 2, (10, 0), "schedule-reason-notice"),
    (FactKey::Contract, 10, (17, 0), "schedule-reason-contract"),
    (FactKey::ServiceStart, 10, (9, 0), "schedule-reason-start"),
    (FactKey::HandoverComplete, 40, (17, 0), "schedule-reason-handover"),
];

/// Business days between today and the release, where no day of release is named.
const LEAD: i64 = 5;

/// Spans that are too short to work with, in business days from the first milestone to the second.
const SHORTEST: &[(FactKey, FactKey, i64)] = &[
    (FactKey::RfpIssue, FactKey::QuestionDeadline, 5),
    (FactKey::QuestionDeadline, FactKey::AnswerDate, 2),
    (FactKey::AnswerDate, FactKey::ProposalDeadline, 5),
    (FactKey::RfpIssue, FactKey::ProposalDeadline, 15),
    (FactKey::ProposalDeadline, FactKey::PresentationFrom, 3),
    (FactKey::Contract, FactKey::ServiceStart, 3),
];

/// The day a schedule is counted from: the one named, the one set as day of release, or some days from today.
pub fn first_day(facts: &Facts, from: Option<NaiveDate>, calendar: &Calendar, today: NaiveDate) -> NaiveDate {
    let named = from.or_else(|| facts.moment(FactKey::RfpIssue).map(|at| at.date));
    calendar.on_or_after(named.unwrap_or_else(|| calendar.add(today, LEAD)))
}

/// A schedule counted from the day of release. Where `held` has dates, these stand and the rest is counted from them.
pub fn suggest(from: NaiveDate, calendar: &Calendar, held: Option<&Facts>) -> Vec<Suggestion> {
    let mut last = calendar.on_or_after(from);
    STEPS
        .iter()
        .map(|(key, days, (hour, minute), reason)| {
            let set = held.and_then(|facts| facts.moment(*key));
            let at = set.unwrap_or_else(|| Moment {
                date: calendar.add(last, *days),
                time: NaiveTime::from_hms_opt(*hour, *minute, 0),
            });
            last = last.max(at.date);
            Suggestion { key: *key, at, reason: Text::new(*reason).arg("days", days) }
        })
        .collect()
}

/// What is odd about the dates that are set: contradictions, days on which nobody works, spans too short, deadlines
/// without a time. `unreleased` is today where no RFP has left the house yet: then every date that has passed is odd too.
pub fn findings(facts: &Facts, calendar: &Calendar, unreleased: Option<NaiveDate>, lang: Lang) -> Vec<Finding> {
    let mut found = Vec::new();
    order(facts, lang, &mut found);
    for key in FactKey::milestones().chain([FactKey::ContractStart]) {
        let Some(at) = facts.moment(key) else { continue };
        if unreleased.is_some_and(|today| at.date < today) {
            found.push(about(key, Severity::Warn, dated("finding-date-past", key, facts, lang)));
        }
        if let Some(rest) = calendar.rest(at.date) {
            found.push(rest_day(key, at, &rest, facts, calendar, lang));
        }
        if key.is_deadline() && at.time.is_none() {
            let text = Text::new("finding-no-time").arg("what", lang.say(&key.label()));
            found.push(about(key, Severity::Warn, text));
        }
    }
    for (from, to, days) in SHORTEST {
        let (Some(a), Some(b)) = (facts.moment(*from), facts.moment(*to)) else { continue };
        let between = calendar.between(a.date, b.date);
        if (0..*days).contains(&between) {
            let text = Text::new("finding-short-span")
                .arg("from", lang.say(&from.label()))
                .arg("to", lang.say(&to.label()))
                .arg("days", between)
                .arg("least", days);
            found.push(about(*to, Severity::Warn, text));
        }
    }
    found
}

/// A release made today would leave on another day than the schedule says. A day of release that has passed is among the
/// [`findings`].
pub fn other_day(facts: &Facts, today: NaiveDate, lang: Lang) -> Option<Finding> {
    let key = FactKey::RfpIssue;
    let at = facts.moment(key)?;
    (at.date > today).then(|| {
        let today = calendar::day(today, lang, facts.style());
        about(key, Severity::Note, dated("finding-release-day", key, facts, lang).arg("today", today))
    })
}

/// Dates without which bidders do not know what to do by when.
pub fn missing(facts: &Facts, lang: Lang) -> Vec<Finding> {
    [
        (FactKey::ProposalDeadline, Severity::Stop),
        (FactKey::QuestionDeadline, Severity::Warn),
        (FactKey::AnswerDate, Severity::Warn),
        (FactKey::ServiceStart, Severity::Note),
    ]
    .into_iter()
    .filter(|(key, _)| facts.value(*key).is_none())
    .map(|(key, severity)| about(key, severity, Text::new("finding-date-missing").arg("what", lang.say(&key.label()))))
    .collect()
}

/// The signing and the term of the contract, in the order they should come in.
const TERM: [FactKey; 3] = [FactKey::Contract, FactKey::ContractStart, FactKey::ContractEnd];

/// Each date that is not after every one before it, named once beside the nearest of those it contradicts.
fn order(facts: &Facts, lang: Lang, found: &mut Vec<Finding>) {
    for row in [FactKey::milestones().collect::<Vec<_>>(), TERM.to_vec()] {
        let set: Vec<(FactKey, Moment)> = row.into_iter().filter_map(|key| Some((key, facts.moment(key)?))).collect();
        for (n, (second, at)) in set.iter().enumerate() {
            let Some((first, _)) = set[..n].iter().rev().find(|(_, a)| a.earliest() >= at.latest()) else { continue };
            let word = |key: FactKey| facts.field(key, lang).unwrap_or_default();
            let text = Text::new("finding-date-order")
                .arg("first", lang.say(&first.label()))
                .arg("first-date", word(*first))
                .arg("second", lang.say(&second.label()))
                .arg("second-date", word(*second));
            found.push(about(*second, Severity::Stop, text));
        }
    }
}

/// A sentence that names a date and says it.
fn dated(id: &'static str, key: FactKey, facts: &Facts, lang: Lang) -> Text {
    Text::new(id).arg("what", lang.say(&key.label())).arg("date", facts.field(key, lang).unwrap_or_default())
}

/// A finding about a date, put right where the date is entered.
fn about(key: FactKey, severity: Severity, text: Text) -> Finding {
    let screen = if key.group() == FactGroup::Schedule { Screen::Schedule } else { Screen::Facts };
    Finding::new("date", severity, text).on(screen).at(key.key())
}

fn rest_day(key: FactKey, at: Moment, rest: &Rest, facts: &Facts, calendar: &Calendar, lang: Lang) -> Finding {
    let reason = lang.say(&rest.text());
    let reason = match rest {
        Rest::Holiday(holiday) if holiday.expected => lang.say(&Text::new("rest-expected").arg("name", reason)),
        _ => reason,
    };
    let text = Text::new("finding-rest-day")
        .arg("what", lang.say(&key.label()))
        .arg("date", calendar::day(at.date, lang, facts.style()))
        .arg("reason", reason)
        .arg("before", calendar::month_day(calendar.before(at.date), lang))
        .arg("after", calendar::month_day(calendar.after(at.date), lang));
    let severity = if key.is_deadline() { Severity::Warn } else { Severity::Note };
    about(key, severity, text)
}

#[cfg(test)]
mod tests {
    use chrono::Duration;
    use proptest::prelude::*;

    use super::*;

    fn facts(values: &[(FactKey, &str)]) -> Facts {
        Facts::from_values(values.iter().map(|(key, value)| (*key, (*value).to_owned())))
    }

    fn said(facts: &Facts) -> Vec<String> {
        findings(facts, &Calendar::default(), None, Lang::Ja).iter().map(|f| Lang::Ja.say(&f.text)).collect()
    }

    fn kinds(facts: &Facts) -> Vec<(String, Severity)> {
        findings(facts, &Calendar::default(), None, Lang::Ja).into_iter().map(|f| (f.text.id, f.severity)).collect()
    }

    #[test]
    fn a_suggestion_is_an_orderly_schedule() {
        let made = suggest("2027-03-01".parse().unwrap(), &Calendar::default(), None);
        let at = |key| made.iter().find(|s| s.key == key).unwrap().at.to_string();
        assert_eq!(at(FactKey::RfpIssue), "2027-03-01T10:00");
        assert_eq!(at(FactKey::QuestionDeadline), "2027-03-12T17:00");
        assert_eq!(at(FactKey::AnswerDate), "2027-03-18T17:00");
        // 22 March is the substitute for the equinox.
        assert_eq!(at(FactKey::ProposalDeadline), "2027-03-31T17:00");
        assert_eq!(made.len(), FactKey::milestones().count());
    }

    #[test]
    fn dates_that_are_set_stand() {
        let held = facts(&[(FactKey::QuestionDeadline, "2027-03-19T12:00")]);
        let made = suggest("2027-03-01".parse().unwrap(), &Calendar::default(), Some(&held));
        let at = |key| made.iter().find(|s| s.key == key).unwrap().at.to_string();
        assert_eq!(at(FactKey::QuestionDeadline), "2027-03-19T12:00");
        assert_eq!(at(FactKey::AnswerDate), "2027-03-26T17:00");
    }

    #[test]
    fn contradictions_are_named() {
        let wrong =
            facts(&[(FactKey::AnswerDate, "2027-03-18T17:00"), (FactKey::ProposalDeadline, "2027-03-18T17:00")]);
        assert_eq!(
            kinds(&wrong),
            [("finding-date-order".to_owned(), Severity::Stop), ("finding-short-span".to_owned(), Severity::Warn)]
        );
        let same_day = facts(&[(FactKey::PresentationFrom, "2027-04-08"), (FactKey::PresentationTo, "2027-04-08")]);
        assert_eq!(said(&same_day), Vec::<String>::new());
        let term = facts(&[(FactKey::ContractStart, "2027-06-01"), (FactKey::ContractEnd, "2027-05-31")]);
        assert_eq!(kinds(&term), [("finding-date-order".to_owned(), Severity::Stop)]);
    }

    #[test]
    fn a_date_is_held_against_every_one_before_it() {
        let wrong = facts(&[
            (FactKey::RfpIssue, "2027-03-01T10:00"),
            (FactKey::QuestionDeadline, "2027-05-12T17:00"),
            (FactKey::AnswerDate, "2027-03-18"),
            (FactKey::Decision, "2027-03-25"),
            (FactKey::Notice, "2027-05-13"),
        ]);
        let named: Vec<_> = findings(&wrong, &Calendar::default(), None, Lang::Ja)
            .into_iter()
            .filter(|finding| finding.severity == Severity::Stop)
            .map(|finding| (finding.place.key.unwrap_or_default(), finding.text.args["first"].clone()))
            .collect();
        let first = Lang::Ja.say(&FactKey::QuestionDeadline.label());
        assert_eq!(
            named,
            [(FactKey::AnswerDate.key().to_owned(), first.clone()), (FactKey::Decision.key().to_owned(), first)]
        );
    }

    #[test]
    fn before_a_release_a_date_that_has_passed_is_pointed_out() {
        let set = facts(&[
            (FactKey::RfpIssue, "2027-03-01T10:00"),
            (FactKey::QuestionDeadline, "2027-03-12T17:00"),
            (FactKey::ContractStart, "2027-06-01"),
        ]);
        let passed = |today: Option<&str>| -> Vec<String> {
            let today = today.map(|day| day.parse().unwrap());
            findings(&set, &Calendar::default(), today, Lang::Ja)
                .into_iter()
                .filter(|finding| finding.text.id == "finding-date-past")
                .map(|finding| finding.place.key.unwrap_or_default())
                .collect()
        };
        assert_eq!(passed(Some("2027-03-01")), Vec::<String>::new());
        assert_eq!(passed(Some("2027-03-02")), ["schedule.rfp_issue"]);
        assert_eq!(passed(Some("2027-06-02")), ["schedule.rfp_issue", "schedule.question_deadline", "contract.start"]);
        assert_eq!(passed(None), Vec::<String>::new(), "once it has left the house, days pass as planned");

        let other = |today: &str| other_day(&set, today.parse().unwrap(), Lang::Ja).map(|finding| finding.severity);
        assert_eq!(other("2027-02-26"), Some(Severity::Note));
        assert_eq!(other("2027-03-01"), None);
        assert_eq!(other("2027-03-02"), None, "said already: the day has passed");
    }

    #[test]
    fn a_contract_that_starts_on_a_free_day_is_pointed_out() {
        let sunday = facts(&[(FactKey::ContractStart, "2027-08-01")]);
        assert_eq!(kinds(&sunday), [("finding-rest-day".to_owned(), Severity::Note)]);
        let found = findings(&sunday, &Calendar::default(), None, Lang::Ja);
        assert_eq!(found[0].place.screen, Some(Screen::Facts));
    }

    #[test]
    fn a_deadline_on_a_free_day_is_pointed_out() {
        let sunday = facts(&[(FactKey::ProposalDeadline, "2027-03-21T17:00")]);
        assert_eq!(said(&sunday), ["提案書の提出期限の2027年3月21日(日)は祝日（春分の日）です。前の営業日は3月19日(金)、次の営業日は3月23日(火)です。"]);
        let expected = facts(&[(FactKey::ProposalDeadline, "2029-09-24T17:00")]);
        assert!(said(&expected)[0].contains("見込み"), "{:?}", said(&expected));
        let no_time = facts(&[(FactKey::ProposalDeadline, "2027-03-30")]);
        assert_eq!(kinds(&no_time), [("finding-no-time".to_owned(), Severity::Warn)]);
    }

    #[test]
    fn missing_dates_are_named() {
        assert_eq!(missing(&Facts::default(), Lang::Ja).len(), 4);
        let deadline = facts(&[(FactKey::ProposalDeadline, "2027-03-30")]);
        assert!(missing(&deadline, Lang::Ja).iter().all(|f| f.severity != Severity::Stop));
    }

    proptest! {
        #[test]
        fn a_suggestion_has_nothing_odd_about_it(start in 0i64..2000) {
            let from = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap() + Duration::days(start);
            let calendar = Calendar::default();
            let made = suggest(from, &calendar, None);
            prop_assert!(made.windows(2).all(|pair| pair[0].at.latest() < pair[1].at.latest()));
            let facts = Facts::from_values(made.iter().map(|s| (s.key, s.at.to_string())));
            prop_assert_eq!(findings(&facts, &calendar, Some(from), Lang::Ja), vec![]);
        }
    }
}
