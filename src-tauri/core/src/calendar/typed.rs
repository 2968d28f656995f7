//! Dates and times as people type them.

use chrono::{Datelike, Duration, NaiveDate, NaiveTime};
use unicode_normalization::UnicodeNormalization;

use super::wording::{era, ERAS, MONTHS_EN};
use super::Moment;

/// A date without a year is the first such date on or after this many days before today: in December, `9/20` still means
/// the September just past, `3/12` the March to come.
pub const YEARLESS_BACK_DAYS: i64 = 92;

/// Years a date of a procurement can lie in; anything else is a slip of the hand.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Why typed text is no moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It does not look like a date.
    NotADate,
    /// It looks like one, but there is no such day or time: 2/30, 25:00, 平成40年.
    NoSuchDay,
    /// The weekday typed beside it belongs to another date; this is the date read.
    Weekday(NaiveDate),
}

/// Reads a day, with or without a time, in any of the ways people type it. A time alone is put on the day `held` has.
pub fn read(typed: &str, today: NaiveDate, held: Option<Moment>) -> Result<Moment, Unread> {
    let (text, weekday) = without_weekday(&normal(typed))?;
    let tokens = tokens(&text)?;
    if tokens.is_empty() {
        return Err(Unread::NotADate);
    }
    let mut best = Unread::NotADate;
    for split in (0..=tokens.len()).rev() {
        let (head, tail) = tokens.split_at(split);
        for (date_part, time_part) in [(head, tail), (tail, head)] {
            match both(date_part, time_part, today, held) {
                Ok(moment) => {
                    return match weekday {
                        Some(day) if day != moment.date.weekday().num_days_from_monday() => {
                            Err(Unread::Weekday(moment.date))
                        }
                        _ => Ok(moment),
                    }
                }
                Err(Unread::NotADate) => {}
                Err(other) => best = other,
            }
        }
    }
    Err(best)
}

/// Reads a day without a time; a time typed with it is refused.
pub fn read_day(typed: &str, today: NaiveDate) -> Result<NaiveDate, Unread> {
    let moment = read(typed, today, None)?;
    if moment.time.is_some() {
        Err(Unread::NotADate)
    } else {
        Ok(moment.date)
    }
}

fn both(date_part: &[Token], time_part: &[Token], today: NaiveDate, held: Option<Moment>) -> Result<Moment, Unread> {
    let time = if time_part.is_empty() { None } else { Some(time(time_part)?) };
    let date = match (date_part, held) {
        ([], Some(held)) if time.is_some() => held.date,
        ([], _) => return Err(Unread::NotADate),
        _ => date(date_part, today)?,
    };
    if !YEARS.contains(&date.year()) {
        return Err(Unread::NoSuchDay);
    }
    Ok(Moment { date, time })
}

/// One width, one case, one kind of dash.
fn normal(typed: &str) -> String {
    typed
        .nfkc()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '─' | 'ー' => '-',
            '。' | '・' => '.',
            '、' => ',',
            '［' | '〔' | '【' | '[' => '(',
            '］' | '〕' | '】' | ']' => ')',
            other => other,
        })
        .collect()
}

/// Takes out the weekday, in brackets or as a word, and what else stands in brackets beside a date.
fn without_weekday(text: &str) -> Result<(String, Option<u32>), Unread> {
    const SIGNS: &str = "月火水木金土日";
    let sign = |c: char| SIGNS.chars().position(|s| s == c).and_then(|n| u32::try_from(n).ok());
    let mut weekday = None;
    let mut rest = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '(' {
            let inside: String = chars.by_ref().take_while(|c| *c != ')').collect();
            let inside = inside.trim();
            let known = inside.starts_with("祝")
                || inside.starts_with("reiwa ")
                || inside.starts_with("heisei ")
                || inside.starts_with("showa ")
                || inside == "time of arrival";
            match inside.chars().next().and_then(sign).or_else(|| english_weekday(inside)) {
                Some(day) => weekday = Some(day),
                None if known => {}
                None => return Err(Unread::NotADate),
            }
            rest.push(' ');
        } else if sign(c).is_some() && chars.peek() == Some(&'曜') {
            weekday = sign(c);
            chars.next();
            if chars.peek() == Some(&'日') {
                chars.next();
            }
            rest.push(' ');
        } else if c.is_ascii_alphabetic() {
            let mut word = String::from(c);
            while let Some(next) = chars.next_if(char::is_ascii_alphabetic) {
                word.push(next);
            }
            match english_weekday(&word) {
                Some(day) => weekday = Some(day),
                None => rest.push_str(&word),
            }
        } else {
            rest.push(c);
        }
    }
    Ok((rest, weekday))
}

fn english_weekday(word: &str) -> Option<u32> {
    const FULL: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    u32::try_from(FULL.iter().position(|full| word.len() >= 3 && full.starts_with(word))?).ok()
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    /// A number and how many digits it was typed with.
    Number(u32, usize),
    /// A sign: `/`, `-`, `.`, `:`.
    Sign(char),
    /// A word of dates and times.
    Word(&'static str),
    /// A month's English name.
    Month(u32),
}

use Token::{Month, Number, Sign, Word};

/// Words known in dates and times, longer ones before their beginnings.
const WORDS: &[&str] = &[
    "令和",
    "平成",
    "昭和",
    "午前",
    "午後",
    "正午",
    "明後日",
    "明日",
    "今日",
    "本日",
    "年",
    "月",
    "日",
    "時",
    "分",
    "半",
    "元",
    "am",
    "pm",
    "noon",
    "today",
    "tomorrow",
];

/// Words that carry nothing here: what follows a deadline, ordinals, little words.
const IGNORED: &[&str] =
    &["締め切り", "締切", "〆切", "必着", "まで", "迄", "に", "の", "st", "nd", "rd", "th", "at", "on", "by", "of"];

fn tokens(text: &str) -> Result<Vec<Token>, Unread> {
    let mut rest = text.trim();
    let mut found = Vec::new();
    'next: while let Some(c) = rest.chars().next() {
        if c.is_ascii_digit() {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let number = rest[..digits].parse().map_err(|_| Unread::NotADate)?;
            found.push(Number(number, digits));
            rest = &rest[digits..];
            continue;
        }
        if c.is_ascii_alphabetic() {
            let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
            let word = &rest[..length];
            rest = &rest[length..];
            if let Some(month) = MONTHS_EN
                .iter()
                .position(|m| length >= 3 && m.to_lowercase().starts_with(word))
                .or_else(|| (word == "sept").then_some(8))
            {
                found.push(Month(u32::try_from(month).unwrap_or(0) + 1));
            } else if let Some(word) = WORDS.iter().find(|w| **w == word) {
                found.push(Word(word));
            } else if let Some(era) = match word {
                "r" | "reiwa" => Some("令和"),
                "h" | "heisei" => Some("平成"),
                "s" | "showa" => Some("昭和"),
                _ => None,
            } {
                found.push(Word(era));
            } else if word != "t" && !IGNORED.contains(&word) {
                return Err(Unread::NotADate);
            }
            continue;
        }
        if c.is_whitespace() || c == ',' {
            rest = &rest[c.len_utf8()..];
            continue;
        }
        if matches!(c, '/' | '-' | '.' | ':') {
            found.push(Sign(c));
            rest = &rest[c.len_utf8()..];
            continue;
        }
        for word in WORDS {
            if let Some(after) = rest.strip_prefix(word) {
                found.push(Word(word));
                rest = after;
                continue 'next;
            }
        }
        for word in IGNORED {
            if let Some(after) = rest.strip_prefix(word) {
                rest = after;
                continue 'next;
            }
        }
        return Err(Unread::NotADate);
    }
    Ok(found)
}

fn date(tokens: &[Token], today: NaiveDate) -> Result<NaiveDate, Unread> {
    let same = |one: &Token, other: &Token| one == other && matches!(one, Sign('/' | '-' | '.'));
    let on = |year: u32, month: u32, day: u32| {
        i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day)).ok_or(Unread::NoSuchDay)
    };
    match tokens {
        [Number(year, 4), Word("年"), Number(month, _), Word("月"), Number(day, _), end @ ..] if ends(end) => {
            on(*year, *month, *day)
        }
        [Number(year, 4), first, Number(month, 1..=2), second, Number(day, 1..=2)] if same(first, second) => {
            on(*year, *month, *day)
        }
        [Number(year, 2), first, Number(month, 1..=2), second, Number(day, 1..=2)]
            if same(first, second) && *year >= 20 =>
        {
            on(2000 + year, *month, *day)
        }
        [Number(digits, 8)] => on(digits / 10_000, digits / 100 % 100, digits % 100),
        [Word(era), Number(year, _), Word("年"), Number(month, _), Word("月"), Number(day, _), end @ ..]
            if ends(end) =>
        {
            in_era(era, *year, *month, *day)
        }
        [Word(era), Word("元"), Word("年"), Number(month, _), Word("月"), Number(day, _), end @ ..] if ends(end) => {
            in_era(era, 1, *month, *day)
        }
        [Word(era), Number(year, _), first, Number(month, _), second, Number(day, _)] if same(first, second) => {
            in_era(era, *year, *month, *day)
        }
        [Word(era), Word("元"), first, Number(month, _), second, Number(day, _)] if same(first, second) => {
            in_era(era, 1, *month, *day)
        }
        [Number(day, _), Month(month), Number(year, 4)] | [Month(month), Number(day, _), Number(year, 4)] => {
            on(*year, *month, *day)
        }
        [Number(month, _), Word("月"), Number(day, _), end @ ..] if ends(end) => yearless(*month, *day, today),
        [Number(month, 1..=2), Sign('/' | '-' | '.'), Number(day, 1..=2)]
        | [Number(day, 1..=2), Month(month)]
        | [Month(month), Number(day, 1..=2)] => yearless(*month, *day, today),
        [Word("今日" | "本日" | "today")] => Ok(today),
        [Word("明日" | "tomorrow")] => Ok(today + Duration::days(1)),
        [Word("明後日")] => Ok(today + Duration::days(2)),
        _ => Err(Unread::NotADate),
    }
}

fn ends(tokens: &[Token]) -> bool {
    matches!(tokens, [] | [Word("日")])
}

/// The first such date on or after [`YEARLESS_BACK_DAYS`] before today. 29 February waits for a leap year.
fn yearless(month: u32, day: u32, today: NaiveDate) -> Result<NaiveDate, Unread> {
    let earliest = today - Duration::days(YEARLESS_BACK_DAYS);
    (earliest.year()..=earliest.year() + 8)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|date| *date >= earliest)
        .ok_or(Unread::NoSuchDay)
}

fn in_era(name: &str, year: u32, month: u32, day: u32) -> Result<NaiveDate, Unread> {
    let at = ERAS.iter().position(|e| e.3 == name).ok_or(Unread::NotADate)?;
    let year = i32::try_from(year).map_err(|_| Unread::NoSuchDay)?;
    let year = year.checked_add(ERAS[at].0 - 1).ok_or(Unread::NoSuchDay)?;
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(Unread::NoSuchDay)?;
    if era(date).is_some_and(|(n, _)| n == at) {
        Ok(date)
    } else {
        Err(Unread::NoSuchDay)
    }
}

fn time(tokens: &[Token]) -> Result<NaiveTime, Unread> {
    let (half, tokens) = match tokens {
        [Word(half @ ("午前" | "午後" | "am" | "pm")), rest @ ..]
        | [rest @ .., Word(half @ ("午前" | "午後" | "am" | "pm"))] => (Some(*half), rest),
        _ => (None, tokens),
    };
    let (hour, minute) = match tokens {
        [Word("正午" | "noon")] if half.is_none() => (12, 0),
        [Number(h, 1..=2), Sign(':'), Number(m, 2)]
        | [Number(h, 1..=2), Sign(':'), Number(m, 2), Sign(':'), Number(0, 2)]
        | [Number(h, 1..=2), Word("時"), Number(m, 1..=2)]
        | [Number(h, 1..=2), Word("時"), Number(m, 1..=2), Word("分")] => (*h, *m),
        [Number(h, 1..=2), Word("時"), Word("半")] => (*h, 30),
        [Number(h, 1..=2), whole @ ..] if whole == [Word("時")] || (whole.is_empty() && half.is_some()) => (*h, 0),
        _ => return Err(Unread::NotADate),
    };
    let hour = match half {
        Some("午後" | "pm") if hour < 12 => hour + 12,
        Some("午前" | "am") if hour == 12 => 0,
        Some("午前" | "am") if hour > 12 => return Err(Unread::NoSuchDay),
        _ => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0).ok_or(Unread::NoSuchDay)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{moment, must_arrive, Style};
    use super::*;
    use crate::l10n::Lang;

    fn today() -> NaiveDate {
        "2026-11-22".parse().unwrap()
    }

    fn reads(typed: &str) -> String {
        match read(typed, today(), None) {
            Ok(moment) => moment.to_string(),
            Err(unread) => format!("{unread:?}"),
        }
    }

    #[test]
    fn reads_what_people_type() {
        for typed in [
            "12/4",
            "１２／４",
            "12月4日",
            "１２月４日",
            "12-4",
            "12.4",
            "2026-12-04",
            "2026/12/4",
            "2026.12.4",
            "２０２６－１２－０４",
            "2026年12月4日",
            "20261204",
            "26/12/4",
            "R8.12.4",
            "r8/12/4",
            "Ｒ８．１２．４",
            "令和8年12月4日",
            "令和８年１２月４日（金）",
            "12/4(金)",
            "12月4日（金曜日）",
            "12月4日金曜日",
            "4 Dec",
            "Dec 4, 2026",
            "4 December 2026",
            "Friday 4 December 2026",
            "Fri, 4th Dec 2026",
            "12/4必着",
            "12/4まで",
            " 12 / 4 ",
            "12ー4",
        ] {
            assert_eq!(reads(typed), "2026-12-04", "{typed}");
        }
        for typed in [
            "12/4 17:00",
            "12/4 17時",
            "１２／４　１７：００",
            "12月4日17時",
            "12/4 午後5時",
            "12/4 午後5:00",
            "12/4 5pm",
            "12/4 5:00 PM",
            "2026-12-04T17:00",
            "2026-12-04 17:00:00",
            "令和8年12月4日(金) 17:00 必着",
            "Friday 4 December 2026, 17:00",
            "17:00 on Friday 4 December 2026",
            "12/4(金)17時まで",
            "Friday 4 December 2026 (Reiwa 8), 17:00",
        ] {
            assert_eq!(reads(typed), "2026-12-04T17:00", "{typed}");
        }
        assert_eq!(reads("12/4 17時30分"), "2026-12-04T17:30");
        assert_eq!(reads("12/4 17時半"), "2026-12-04T17:30");
        assert_eq!(reads("12/4 正午"), "2026-12-04T12:00");
        assert_eq!(reads("12/4 午前0時"), "2026-12-04T00:00");
        assert_eq!(reads("令和元年5月1日"), "2019-05-01");
        assert_eq!(reads("H31.4.30"), "2019-04-30");
        assert_eq!(reads("明日 10時"), "2026-11-23T10:00");
    }

    #[test]
    fn a_date_without_a_year_is_near() {
        assert_eq!(reads("3/12"), "2027-03-12");
        assert_eq!(reads("8/22"), "2026-08-22");
        assert_eq!(reads("8/21"), "2027-08-21");
        assert_eq!(reads("2/29"), "2028-02-29");
        assert_eq!(reads("11/22"), "2026-11-22");
    }

    #[test]
    fn a_time_alone_keeps_the_day() {
        let held = Some("2026-12-04T17:00".parse().unwrap());
        for (typed, is) in [
            ("午後5時", "2026-12-04T17:00"),
            ("17時30分", "2026-12-04T17:30"),
            ("9:15", "2026-12-04T09:15"),
            ("正午", "2026-12-04T12:00"),
        ] {
            assert_eq!(read(typed, today(), held).unwrap().to_string(), is, "{typed}");
            assert_eq!(read(typed, today(), None), Err(Unread::NotADate), "{typed}");
        }
    }

    #[test]
    fn refuses_what_it_cannot_read() {
        for typed in [
            "",
            " ",
            "soon",
            "12/",
            "/4",
            "12/4/",
            "あした頃",
            "12/4 と 5",
            "8/12/4",
            "2026",
            "12-4.5",
            "1/2/3/4",
            "12/4 17",
            "-12/4",
            "12/4 (?)",
            "99999999999999",
        ] {
            assert_eq!(read(typed, today(), None), Err(Unread::NotADate), "{typed}");
        }
        for typed in [
            "2/30",
            "13/1",
            "0/1",
            "2026-02-29",
            "12/4 25:00",
            "12/4 17:60",
            "12/4 24:00",
            "平成40年1月1日",
            "令和2147483647年1月1日",
            "2926-12-04",
            "0026-12-04",
            "令和1年4月30日",
        ] {
            assert_eq!(read(typed, today(), None), Err(Unread::NoSuchDay), "{typed}");
        }
        assert_eq!(read("12/4(木)", today(), None), Err(Unread::Weekday("2026-12-04".parse().unwrap())));
        assert_eq!(read_day("12/4 17:00", today()), Err(Unread::NotADate));
    }

    proptest! {
        #[test]
        fn what_is_worded_can_be_typed_again(days in 0i64..40_000, minute in proptest::option::of(0u32..1440), era in any::<bool>(), english in any::<bool>()) {
            let date = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap() + Duration::days(days);
            let at = Moment { date, time: minute.and_then(|m| NaiveTime::from_hms_opt(m / 60, m % 60, 0)) };
            let style = if era { Style::Era } else { Style::Western };
            let lang = if english { Lang::En } else { Lang::Ja };
            prop_assert_eq!(read(&moment(at, lang, style), today(), None), Ok(at));
            prop_assert_eq!(read(&must_arrive(at, lang, style), today(), None), Ok(at));
            prop_assert_eq!(read(&at.to_string(), today(), None), Ok(at));
            prop_assert_eq!(at.to_string().parse::<Moment>().unwrap(), at);
        }

        #[test]
        fn no_typing_breaks_it(typed in "\\PC{0,24}") {
            let _ = read(&typed, today(), None);
        }

        #[test]
        fn a_yearless_date_lies_within_a_year(month in 1u32..=12, day in 1u32..=28, start in 0i64..4000) {
            let today = today() + Duration::days(start);
            let at = read(&format!("{month}/{day}"), today, None).unwrap().date;
            prop_assert!(at >= today - Duration::days(YEARLESS_BACK_DAYS));
            prop_assert!(at < today - Duration::days(YEARLESS_BACK_DAYS) + Duration::days(367));
        }
    }
}
