//! Dates in words.

use chrono::{Datelike, NaiveDate};

use super::{Moment, Style};
use crate::l10n::Lang;
use crate::Text;

const WEEKDAYS_JA: [&str; 7] = ["月", "火", "水", "木", "金", "土", "日"];
const WEEKDAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
pub(super) const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Eras with their first day, newest first, and what they are written as.
pub(super) const ERAS: [(i32, u32, u32, &str, &str); 3] =
    [(2019, 5, 1, "令和", "Reiwa"), (1989, 1, 8, "平成", "Heisei"), (1926, 12, 25, "昭和", "Showa")];

/// The era of a day: its index in [`ERAS`] and the year in it, from 1.
pub(super) fn era(date: NaiveDate) -> Option<(usize, i32)> {
    ERAS.iter()
        .enumerate()
        .find(|(_, (year, month, day, _, _))| {
            NaiveDate::from_ymd_opt(*year, *month, *day).is_some_and(|first| date >= first)
        })
        .map(|(n, (year, ..))| (n, date.year() - year + 1))
}

fn index(date: NaiveDate) -> usize {
    date.weekday().num_days_from_monday() as usize
}

/// 金 or Friday.
pub fn weekday(date: NaiveDate, lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => WEEKDAYS_JA[index(date)],
        Lang::En => WEEKDAYS_EN[index(date)],
    }
}

/// The year in Japanese: 2026年, 令和8年, 令和元年.
fn year_ja(date: NaiveDate, style: Style) -> String {
    match (style, era(date)) {
        (Style::Era, Some((n, 1))) => format!("{}元年", ERAS[n].3),
        (Style::Era, Some((n, year))) => format!("{}{year}年", ERAS[n].3),
        _ => format!("{}年", date.year()),
    }
}

/// 2026年12月4日(金), 令和8年12月4日(金); Friday 4 December 2026, Friday 4 December 2026 (Reiwa 8).
pub fn day(date: NaiveDate, lang: Lang, style: Style) -> String {
    match lang {
        Lang::Ja => format!("{}{}月{}日({})", year_ja(date, style), date.month(), date.day(), weekday(date, lang)),
        Lang::En => {
            let plain =
                format!("{} {} {} {}", weekday(date, lang), date.day(), MONTHS_EN[date.month0() as usize], date.year());
            match (style, era(date)) {
                (Style::Era, Some((n, year))) => format!("{plain} ({} {year})", ERAS[n].4),
                _ => plain,
            }
        }
    }
}

/// The day without its weekday, for terms of a contract: 2026年12月4日, 令和8年12月4日; 4 December 2026.
pub fn plain_day(date: NaiveDate, lang: Lang, style: Style) -> String {
    let full = day(date, lang, style);
    match lang {
        Lang::Ja => full.split_once('(').map_or(full.clone(), |(plain, _)| plain.to_owned()),
        Lang::En => full.split_once(' ').map_or(full.clone(), |(_, plain)| plain.to_owned()),
    }
}

/// From a day to a later one, a year they share said once: 2026年11月30日〜12月4日; 30 November to 4 December 2026.
pub fn days(first: NaiveDate, last: NaiveDate, lang: Lang, style: Style) -> String {
    let (from, to) = (plain_day(first, lang, style), plain_day(last, lang, style));
    let shared = year_ja(first, style) == year_ja(last, style);
    match lang {
        Lang::Ja if shared => format!("{from}〜{}月{}日", last.month(), last.day()),
        Lang::Ja => format!("{from}〜{to}"),
        Lang::En if shared => {
            format!("{} {} to {to}", first.day(), MONTHS_EN[first.month0() as usize])
        }
        Lang::En => format!("{from} to {to}"),
    }
}

/// 12月4日(金); Fri 4 Dec.
pub fn month_day(date: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("{}月{}日({})", date.month(), date.day(), weekday(date, lang)),
        Lang::En => format!("{} {} {}", &weekday(date, lang)[..3], date.day(), &MONTHS_EN[date.month0() as usize][..3]),
    }
}

/// A length of time: 45分, 16時間, 2日3時間; 45 minutes, 16 hours, 2 days 3 hours.
pub fn length(minutes: i64, lang: Lang) -> String {
    let parts = [("length-days", minutes / 1440), ("length-hours", minutes / 60 % 24), ("unit-minutes", minutes % 60)];
    let said = |(id, count): (&str, i64)| lang.say(&Text::new(id).arg("count", count));
    let told: Vec<String> = parts.into_iter().filter(|(_, count)| *count != 0).map(said).collect();
    if told.is_empty() {
        return said(("unit-minutes", 0));
    }
    told.join(&lang.word("lang-space"))
}

/// A moment in few signs, to stand struck out beside the one it moved to: 12/9; 9 Dec. The year is told where it differs,
/// the time where only the time does.
pub fn beside(was: Moment, is: Option<Moment>, lang: Lang) -> String {
    let (year, month, day) = (was.date.year(), was.date.month(), was.date.day());
    let same_year = is.is_none_or(|is| is.date.year() == year);
    let date = match (lang, same_year) {
        (Lang::Ja, true) => format!("{month}/{day}"),
        (Lang::Ja, false) => format!("{year}/{month}/{day}"),
        (Lang::En, _) => {
            let date = format!("{day} {}", &MONTHS_EN[was.date.month0() as usize][..3]);
            if same_year {
                date
            } else {
                format!("{date} {year}")
            }
        }
    };
    match was.time.filter(|_| is.is_some_and(|is| is.date == was.date)) {
        Some(time) => format!("{date} {}", time.format("%H:%M")),
        None => date,
    }
}

/// The day with its time where it has one: 2026年12月4日(金) 17:00; Friday 4 December 2026, 17:00.
pub fn moment(moment: Moment, lang: Lang, style: Style) -> String {
    with_time(day(moment.date, lang, style), moment, lang)
}

/// The same without its weekday, to stand among plain days: 2026年12月4日 17:00; 4 December 2026, 17:00.
pub fn plain_moment(moment: Moment, lang: Lang, style: Style) -> String {
    with_time(plain_day(moment.date, lang, style), moment, lang)
}

fn with_time(date: String, moment: Moment, lang: Lang) -> String {
    match (moment.time, lang) {
        (None, _) => date,
        (Some(time), Lang::Ja) => format!("{date} {}", time.format("%H:%M")),
        (Some(time), Lang::En) => format!("{date}, {}", time.format("%H:%M")),
    }
}

/// The moment as a deadline by arrival: 2026年12月4日(金) 17:00 必着; Friday 4 December 2026, 17:00 (time of arrival).
pub fn must_arrive(at: Moment, lang: Lang, style: Style) -> String {
    match lang {
        Lang::Ja => format!("{} 必着", moment(at, lang, style)),
        Lang::En => format!("{} (time of arrival)", moment(at, lang, style)),
    }
}

/// Two moments as a span: 2027年4月8日(木) 10:00 〜 2027年4月9日(金) 16:00.
pub fn period(from: Moment, to: Moment, lang: Lang, style: Style) -> String {
    let joint = match lang {
        Lang::Ja => " 〜 ",
        Lang::En => " – ",
    };
    format!("{}{joint}{}", moment(from, lang, style), moment(to, lang, style))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn a_moved_date_is_told_in_few_signs() {
        let was = at("2026-12-09T17:00");
        assert_eq!(beside(was, Some(at("2026-12-11T17:00")), Lang::Ja), "12/9");
        assert_eq!(beside(was, Some(at("2027-01-11T17:00")), Lang::Ja), "2026/12/9");
        assert_eq!(beside(was, Some(at("2026-12-09T12:00")), Lang::Ja), "12/9 17:00");
        assert_eq!(beside(was, Some(at("2026-12-11T17:00")), Lang::En), "9 Dec");
        assert_eq!(beside(was, Some(at("2027-01-11T17:00")), Lang::En), "9 Dec 2026");
        assert_eq!(beside(was, None, Lang::Ja), "12/9");
    }

    #[test]
    fn a_span_of_days_says_a_year_once() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let said = |from, to, lang| days(day(from), day(to), lang, Style::Western);
        assert_eq!(said("2026-11-30", "2026-12-04", Lang::Ja), "2026年11月30日〜12月4日");
        assert_eq!(said("2026-11-30", "2027-01-04", Lang::Ja), "2026年11月30日〜2027年1月4日");
        assert_eq!(said("2026-11-30", "2026-12-04", Lang::En), "30 November to 4 December 2026");
        assert_eq!(said("2026-11-30", "2027-01-04", Lang::En), "30 November 2026 to 4 January 2027");
        let era = days(day("2019-04-30"), day("2019-05-01"), Lang::Ja, Style::Era);
        assert_eq!(era, "平成31年4月30日〜令和元年5月1日");
    }

    #[test]
    fn a_length_is_told_in_the_units_it_fills() {
        let said = |minutes| (length(minutes, Lang::Ja), length(minutes, Lang::En));
        let told = |ja: &str, en: &str| (ja.to_owned(), en.to_owned());
        assert_eq!(said(960), told("16時間", "16 hours"));
        assert_eq!(said(90), told("1時間30分", "1 hour 30 minutes"));
        assert_eq!(said(2 * 1440 + 180), told("2日3時間", "2 days 3 hours"));
        assert_eq!(said(0), told("0分", "0 minutes"));
    }

    #[test]
    fn words_a_deadline() {
        let deadline = at("2026-12-04T17:00");
        assert_eq!(must_arrive(deadline, Lang::Ja, Style::Western), "2026年12月4日(金) 17:00 必着");
        assert_eq!(must_arrive(deadline, Lang::Ja, Style::Era), "令和8年12月4日(金) 17:00 必着");
        assert_eq!(moment(deadline, Lang::En, Style::Western), "Friday 4 December 2026, 17:00");
        assert_eq!(moment(deadline, Lang::En, Style::Era), "Friday 4 December 2026 (Reiwa 8), 17:00");
        assert_eq!(moment(at("2026-12-04"), Lang::Ja, Style::Western), "2026年12月4日(金)");
        assert_eq!(plain_day(deadline.date, Lang::Ja, Style::Era), "令和8年12月4日");
        assert_eq!(plain_day(deadline.date, Lang::En, Style::Western), "4 December 2026");
        assert_eq!(plain_moment(deadline, Lang::Ja, Style::Era), "令和8年12月4日 17:00");
        assert_eq!(plain_moment(deadline, Lang::En, Style::Western), "4 December 2026, 17:00");
        assert_eq!(month_day(deadline.date, Lang::Ja), "12月4日(金)");
        assert_eq!(month_day(deadline.date, Lang::En), "Fri 4 Dec");
    }

    #[test]
    fn eras_begin_on_their_day() {
        let era = |text: &str| day(text.parse().unwrap(), Lang::Ja, Style::Era);
        assert_eq!(era("2019-04-30"), "平成31年4月30日(火)");
        assert_eq!(era("2019-05-01"), "令和元年5月1日(水)");
        assert_eq!(era("2020-01-01"), "令和2年1月1日(水)");
        assert_eq!(era("1989-01-07"), "昭和64年1月7日(土)");
        assert_eq!(era("1926-12-24"), "1926年12月24日(金)");
    }
}
