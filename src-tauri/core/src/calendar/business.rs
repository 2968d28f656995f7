//! Business days: neither weekend nor public holiday nor a day the company is closed.

use chrono::{Datelike, Duration, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::holidays::{holiday, Holiday};
use crate::storage::Record;
use crate::Text;

/// No search for a business day goes further than this; a company closed for longer has none.
const HORIZON_DAYS: i64 = 800;

/// A span of days on which the company is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosedDay {
    /// Key.
    pub id: String,
    /// First closed day.
    pub first_day: NaiveDate,
    /// Last closed day, the first itself where it is one day.
    pub last_day: NaiveDate,
    /// What it is called: 夏季休業, 年末年始休業 …
    pub name: String,
}

impl Record for ClosedDay {
    const KIND: &'static str = "closed_day";
    const COLUMNS: &'static [&'static str] = &["id", "first_day", "last_day", "name"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// The company's closed days.
pub type ClosedDays = Vec<ClosedDay>;

/// Why a day is no business day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rest {
    /// Saturday or Sunday.
    Weekend(Weekday),
    /// A public holiday.
    Holiday(Holiday),
    /// The company is closed; the name of the occasion.
    Closed(String),
}

impl Rest {
    /// The reason in words, to be put after a date: 日曜日, 祝日（春分の日）, 休業日（夏季休業）.
    pub fn text(&self) -> Text {
        match self {
            Self::Weekend(Weekday::Sat) => Text::new("rest-saturday"),
            Self::Weekend(_) => Text::new("rest-sunday"),
            Self::Holiday(holiday) => holiday.text(),
            Self::Closed(name) if name.is_empty() => Text::new("rest-closed"),
            Self::Closed(name) => Text::new("rest-closed-named").arg("name", name),
        }
    }
}

/// Business days of one company.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    closed: ClosedDays,
}

impl Calendar {
    /// The calendar of a company with these closed days.
    pub fn new(closed: ClosedDays) -> Self {
        Self { closed }
    }

    /// Why this day is no business day, or none where it is one. A public holiday is named before the weekend it falls on.
    pub fn rest(&self, date: NaiveDate) -> Option<Rest> {
        if let Some(holiday) = holiday(date) {
            return Some(Rest::Holiday(holiday));
        }
        if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
            return Some(Rest::Weekend(date.weekday()));
        }
        self.closed
            .iter()
            .find(|span| (span.first_day..=span.last_day).contains(&date))
            .map(|span| Rest::Closed(span.name.clone()))
    }

    /// Whether work is done on this day.
    pub fn is_business_day(&self, date: NaiveDate) -> bool {
        self.rest(date).is_none()
    }

    /// The nearest business day before this day.
    pub fn before(&self, date: NaiveDate) -> NaiveDate {
        self.step(date, -1)
    }

    /// The nearest business day after this day.
    pub fn after(&self, date: NaiveDate) -> NaiveDate {
        self.step(date, 1)
    }

    /// This day where it is a business day, else the next one.
    pub fn on_or_after(&self, date: NaiveDate) -> NaiveDate {
        if self.is_business_day(date) {
            date
        } else {
            self.after(date)
        }
    }

    /// This day where it is a business day, else the one before.
    pub fn on_or_before(&self, date: NaiveDate) -> NaiveDate {
        if self.is_business_day(date) {
            date
        } else {
            self.before(date)
        }
    }

    /// The day `days` business days later (or earlier, where negative); zero gives the day itself.
    pub fn add(&self, date: NaiveDate, days: i64) -> NaiveDate {
        (0..days.abs()).fold(date, |day, _| if days > 0 { self.after(day) } else { self.before(day) })
    }

    /// Business days after `from` up to and including `to`; negative where `to` lies before `from`.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        if to < from {
            return -self.between(to, from);
        }
        let days = (to - from).num_days();
        (1..=days).map(|n| i64::from(self.is_business_day(from + Duration::days(n)))).sum()
    }

    fn step(&self, date: NaiveDate, by: i64) -> NaiveDate {
        (1..=HORIZON_DAYS)
            .filter_map(|n| date.checked_add_signed(Duration::days(n * by)))
            .find(|day| self.is_business_day(*day))
            .unwrap_or(date)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn company() -> Calendar {
        let span = |first: &str, last: &str, name: &str| ClosedDay {
            id: first.into(),
            first_day: date(first),
            last_day: date(last),
            name: name.into(),
        };
        Calendar::new(vec![
            span("2027-08-12", "2027-08-13", "夏季休業"),
            span("2027-12-29", "2028-01-03", "年末年始休業"),
        ])
    }

    #[test]
    fn counts_around_holidays_and_closed_days() {
        let calendar = company();
        // Monday 22 March 2027 replaces the equinox on Sunday.
        assert_eq!(calendar.add(date("2027-03-19"), 1), date("2027-03-23"));
        assert_eq!(calendar.before(date("2027-03-23")), date("2027-03-19"));
        // Wednesday 11 August is a holiday, 12 and 13 are closed, then a weekend.
        assert_eq!(calendar.add(date("2027-08-10"), 1), date("2027-08-16"));
        assert_eq!(calendar.between(date("2027-08-10"), date("2027-08-16")), 1);
        assert_eq!(calendar.between(date("2027-08-16"), date("2027-08-10")), -1);
        assert_eq!(calendar.add(date("2027-12-28"), 1), date("2028-01-04"));
        assert_eq!(calendar.between(date("2027-03-12"), date("2027-03-12")), 0);
    }

    #[test]
    fn says_why_a_day_is_free() {
        let calendar = company();
        assert_eq!(calendar.rest(date("2027-03-20")).unwrap().text().id, "rest-saturday");
        assert_eq!(calendar.rest(date("2027-03-21")).unwrap().text().id, "holiday-vernal");
        assert_eq!(
            calendar.rest(date("2027-08-12")).unwrap().text(),
            Text::new("rest-closed-named").arg("name", "夏季休業")
        );
        assert_eq!(calendar.rest(date("2027-03-19")), None);
    }

    proptest! {
        #[test]
        fn adding_is_undone_by_counting(start in 0i64..2500, days in 0i64..120) {
            let calendar = company();
            let from = calendar.on_or_after(date("2024-01-01") + Duration::days(start));
            let to = calendar.add(from, days);
            prop_assert!(calendar.is_business_day(to));
            prop_assert_eq!(calendar.between(from, to), days);
            prop_assert_eq!(calendar.add(to, -days), from);
        }

        #[test]
        fn counting_adds_up(start in 0i64..2500, first in 0i64..200, second in 0i64..200) {
            let calendar = company();
            let a = date("2024-01-01") + Duration::days(start);
            let (b, c) = (a + Duration::days(first), a + Duration::days(first + second));
            prop_assert_eq!(calendar.between(a, b) + calendar.between(b, c), calendar.between(a, c));
        }
    }
}
