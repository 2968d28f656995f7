//! Japan's public holidays. Published years are data; later ones are computed from the Act on National Holidays
//! (国民の祝日に関する法律) and the expected equinoxes, and are marked as expected, because the government announces a
//! year's equinoxes only in the February before it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate, Weekday};

use crate::Text;

/// A public holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holiday {
    /// Its name as part of a Fluent id: `holiday-<name>`.
    pub name: &'static str,
    /// Computed, not yet published.
    pub expected: bool,
}

impl Holiday {
    /// The name in words.
    pub fn text(self) -> Text {
        Text::new(format!("holiday-{}", self.name))
    }
}

/// First year the present rules hold for; 2020 and 2021 had moved days, which nobody plans for any more.
const FIRST_YEAR: i32 = 2022;
/// Last year the formula of the equinoxes is good for.
const LAST_YEAR: i32 = 2099;

/// The public holiday on this day, if it is one. Known from 2022 to 2099.
pub fn holiday(date: NaiveDate) -> Option<Holiday> {
    let published = published();
    let expected = published.last_key_value().is_none_or(|(last, _)| date.year() > last.year());
    let has_list = published.first_key_value().is_some_and(|(first, _)| date.year() >= first.year()) && !expected;
    if has_list {
        return published.get(&date).map(|name| Holiday { name, expected: false });
    }
    (FIRST_YEAR..=LAST_YEAR)
        .contains(&date.year())
        .then(|| by_rule(date))
        .flatten()
        .map(|name| Holiday { name, expected })
}

fn published() -> &'static BTreeMap<NaiveDate, &'static str> {
    static DATA: OnceLock<BTreeMap<NaiveDate, &'static str>> = OnceLock::new();
    DATA.get_or_init(|| {
        include_str!("holidays.tsv")
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .filter_map(|(date, name)| Some((date.parse().ok()?, name)))
            .collect()
    })
}

/// A holiday by name, by substitution (a holiday on a Sunday frees the next day that is none) or by lying between two.
fn by_rule(date: NaiveDate) -> Option<&'static str> {
    if let Some(name) = named(date) {
        return Some(name);
    }
    let mut day = date.pred_opt()?;
    while named(day).is_some() {
        if day.weekday() == Weekday::Sun {
            return Some("substitute");
        }
        day = day.pred_opt()?;
    }
    let between = named(date.pred_opt()?).is_some() && named(date.succ_opt()?).is_some();
    (between && date.weekday() != Weekday::Sun).then_some("between")
}

/// The holidays the law names.
fn named(date: NaiveDate) -> Option<&'static str> {
    let monday = |n: u32| date.weekday() == Weekday::Mon && (date.day() - 1) / 7 + 1 == n;
    Some(match (date.month(), date.day()) {
        (1, 1) => "new-year",
        (1, _) if monday(2) => "coming-of-age",
        (2, 11) => "foundation",
        (2, 23) => "emperor",
        (3, day) if day == equinox(date.year(), 20_843_100) => "vernal",
        (4, 29) => "showa",
        (5, 3) => "constitution",
        (5, 4) => "greenery",
        (5, 5) => "children",
        (7, _) if monday(3) => "marine",
        (8, 11) => "mountain",
        (9, _) if monday(3) => "aged",
        (9, day) if day == equinox(date.year(), 23_248_800) => "autumnal",
        (10, _) if monday(2) => "sports",
        (11, 3) => "culture",
        (11, 23) => "labour",
        _ => return None,
    })
}

/// Day of the month of an equinox between 1980 and 2099 (formula of the Hydrographic Department, 新こよみ便利帳), in
/// millionths of a day.
fn equinox(year: i32, base: i32) -> u32 {
    let years = year - 1980;
    u32::try_from((base + 242_194 * years - 1_000_000 * (years / 4)) / 1_000_000).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use chrono::Duration;

    use super::*;

    fn of_year(year: i32) -> Vec<(NaiveDate, Holiday)> {
        let Some(first) = NaiveDate::from_ymd_opt(year, 1, 1) else { return Vec::new() };
        (0..366)
            .map(|n| first + Duration::days(n))
            .filter(|date| date.year() == year)
            .filter_map(|date| Some((date, holiday(date)?)))
            .collect()
    }

    fn days(year: i32) -> Vec<String> {
        of_year(year).iter().map(|(date, _)| date.format("%m-%d").to_string()).collect()
    }

    #[test]
    fn the_rules_give_what_was_published() {
        for year in 2024..=2027 {
            for n in 0..366 {
                let date = NaiveDate::from_ymd_opt(year, 1, 1).unwrap() + Duration::days(n);
                if date.year() == year {
                    assert_eq!(by_rule(date), holiday(date).map(|h| h.name), "{date}");
                }
            }
        }
    }

    #[test]
    fn later_years_are_expected() {
        let list = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(
            days(2028),
            list("01-01 01-10 02-11 02-23 03-20 04-29 05-03 05-04 05-05 07-17 08-11 09-18 09-22 10-09 11-03 11-23")
        );
        assert_eq!(
            days(2029),
            list("01-01 01-08 02-11 02-12 02-23 03-20 04-29 04-30 05-03 05-04 05-05 07-16 08-11 09-17 09-23 09-24 10-08 11-03 11-23")
        );
        assert_eq!(
            days(2030),
            list("01-01 01-14 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-23 10-14 11-03 11-04 11-23")
        );
        assert!(of_year(2028).iter().all(|(_, h)| h.expected));
        assert!(of_year(2027).iter().all(|(_, h)| !h.expected));
    }

    #[test]
    fn a_day_between_two_holidays_is_free() {
        let date = NaiveDate::from_ymd_opt(2026, 9, 22).unwrap();
        assert_eq!(holiday(date), Some(Holiday { name: "between", expected: false }));
        assert_eq!(by_rule(date), Some("between"));
    }

    #[test]
    fn every_published_line_is_read() {
        let lines = include_str!("holidays.tsv").lines().filter(|l| !l.starts_with('#')).count();
        assert_eq!(published().len(), lines);
    }
}
