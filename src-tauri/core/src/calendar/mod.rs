//! Days as people of a Japanese office write, read and count them: typed dates, worded dates in Western years and in
//! eras, public holidays, the company's own closed days, and business days.

mod business;
mod holidays;
mod typed;
pub mod verbs;
mod wording;

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use business::{Calendar, ClosedDay, ClosedDays, Rest};
pub use holidays::{holiday, Holiday};
pub use typed::{read, read_day, Unread, YEARLESS_BACK_DAYS};
pub use wording::{
    beside, day, days, length, moment, month_day, must_arrive, period, plain_day, plain_moment, weekday,
};

/// How years are counted on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Style {
    /// 西暦: 2026年.
    #[default]
    Western,
    /// 和暦: 令和8年.
    Era,
}

impl Style {
    /// The style a procurement's fact `doc.calendar` names.
    pub fn of(value: Option<&str>) -> Self {
        if value == Some("era") {
            Self::Era
        } else {
            Self::Western
        }
    }
}

/// A local date, with a time of day where one was given. Stored as `2027-03-12` or `2027-03-12T17:00`; the zone of
/// meaning is the procurement's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment {
    /// The day.
    pub date: NaiveDate,
    /// The time of day, to the minute.
    pub time: Option<NaiveTime>,
}

impl Moment {
    /// A day without a time.
    pub fn on(date: NaiveDate) -> Self {
        Self { date, time: None }
    }

    /// The last minute the moment may mean: a day without a time lasts until its end.
    pub fn latest(self) -> NaiveDateTime {
        self.date.and_time(self.time.unwrap_or_else(|| NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default()))
    }

    /// The first minute the moment may mean.
    pub fn earliest(self) -> NaiveDateTime {
        self.date.and_time(self.time.unwrap_or_default())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date.format("%Y-%m-%d"))?;
        match self.time {
            Some(time) => write!(f, "T{}", time.format("%H:%M")),
            None => Ok(()),
        }
    }
}

/// The text is no stored moment.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no stored moment")]
pub struct NoMoment;

impl FromStr for Moment {
    type Err = NoMoment;

    fn from_str(text: &str) -> Result<Self, NoMoment> {
        let (date, time) = match text.split_once('T') {
            Some((date, time)) => {
                let (hour, minute) = time.split_once(':').ok_or(NoMoment)?;
                (date, Some(NaiveTime::from_hms_opt(figures(hour, 2)?, figures(minute, 2)?, 0).ok_or(NoMoment)?))
            }
            None => (text, None),
        };
        let mut parts = date.splitn(3, '-');
        let mut part = |signs| figures(parts.next().unwrap_or_default(), signs);
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let date = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
        Ok(Self { date: date.ok_or(NoMoment)?, time })
    }
}

/// A number of exactly so many figures.
fn figures(text: &str, signs: usize) -> Result<u32, NoMoment> {
    let plain = text.len() == signs && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }.ok_or(NoMoment)
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

/// The time in Japan, the zone of meaning of every date and deadline. Japan keeps no summer time.
pub fn in_japan(at: chrono::DateTime<chrono::Utc>) -> chrono::DateTime<chrono::FixedOffset> {
    at.with_timezone(&chrono::FixedOffset::east_opt(9 * 3600).unwrap_or_else(|| chrono::Offset::fix(&chrono::Utc)))
}
