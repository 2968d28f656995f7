//! What a cell of a number shows: a day, a moment, a time, or the number.

use chrono::{Duration, NaiveDate, NaiveDateTime, Timelike as _};

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Format {
    /// As a number.
    #[default]
    Number,
    /// As a day, with the time where it has one.
    Day,
    /// As a time of the day.
    Time,
    /// As a length of time, in hours.
    Length,
}

impl Format {
    /// One of the formats Excel has by itself (ECMA-376 part 1, 18.8.30, those of East Asia among them).
    pub(super) fn built_in(id: usize) -> Self {
        match id {
            14..=17 | 22 | 27..=31 | 34..=36 | 50..=58 => Self::Day,
            18..=21 | 32 | 33 | 45 | 47 => Self::Time,
            46 => Self::Length,
            _ => Self::Number,
        }
    }

    /// A format as it is written in the workbook: letters of days and times outside quotes and brackets.
    pub(super) fn written(code: &str) -> Self {
        let (mut quoted, mut skip) = (false, false);
        let mut bracket: Option<String> = None;
        let (mut day, mut time) = (false, false);
        for c in code.chars() {
            if skip {
                skip = false;
            } else if let Some(inside) = &mut bracket {
                if c != ']' {
                    inside.push(c.to_ascii_lowercase());
                } else if !inside.is_empty() && inside.chars().all(|c| matches!(c, 'h' | 'm' | 's')) {
                    return Self::Length;
                } else {
                    bracket = None;
                }
            } else {
                match c {
                    '"' => quoted = !quoted,
                    _ if quoted => {}
                    '\\' | '_' | '*' => skip = true,
                    '[' => bracket = Some(String::new()),
                    ';' => break,
                    // `e`, `g` and `r` are the years of an era.
                    'y' | 'Y' | 'd' | 'D' | 'e' | 'g' | 'r' if !code.contains("General") => day = true,
                    'h' | 'H' | 's' | 'S' => time = true,
                    // Months, or minutes beside hours.
                    'm' | 'M' if !time => day = day || !code.to_ascii_lowercase().contains(['h', 's']),
                    _ => {}
                }
            }
        }
        match (day, time) {
            (true, _) => Self::Day,
            (false, true) => Self::Time,
            (false, false) => Self::Number,
        }
    }

    /// The number as it is shown; `since_1904` says from which day days are counted.
    pub(super) fn shown(self, number: f64, since_1904: bool) -> String {
        match self {
            Self::Number => plain(number),
            Self::Day => moment(number, since_1904).map_or_else(
                || plain(number),
                |at| match (at.hour(), at.minute(), at.second()) {
                    (0, 0, 0) => at.format("%Y-%m-%d").to_string(),
                    (_, _, 0) => at.format("%Y-%m-%d %H:%M").to_string(),
                    _ => at.format("%Y-%m-%d %H:%M:%S").to_string(),
                },
            ),
            Self::Time => moment(number.fract().abs(), true).map_or_else(
                || plain(number),
                |at| at.format(if at.second() == 0 { "%H:%M" } else { "%H:%M:%S" }).to_string(),
            ),
            Self::Length => {
                let minutes = (number * 1440.0).round();
                if !(0.0..1e9).contains(&minutes) {
                    return plain(number);
                }
                #[allow(clippy::cast_possible_truncation)] // within a billion
                let minutes = minutes as i64;
                format!("{}:{:02}", minutes / 60, minutes % 60)
            }
        }
    }
}

/// The moment of a serial number, to the second.
fn moment(serial: f64, since_1904: bool) -> Option<NaiveDateTime> {
    // Excel ends with the year 9999.
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    #[allow(clippy::cast_possible_truncation)] // within Excel's years
    let seconds = (serial * 86_400.0).round() as i64;
    let from = if since_1904 {
        NaiveDate::from_ymd_opt(1904, 1, 1)?
    } else if serial < 60.0 {
        NaiveDate::from_ymd_opt(1899, 12, 31)?
    } else {
        // Excel believes that 1900 was a leap year.
        NaiveDate::from_ymd_opt(1899, 12, 30)?
    };
    from.and_hms_opt(0, 0, 0)?.checked_add_signed(Duration::seconds(seconds))
}

/// A number with the fifteen figures Excel knows, without an exponent where it can be read without.
fn plain(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    if rounded == 0.0 {
        "0".to_owned()
    } else if (1e-9..1e21).contains(&rounded.abs()) {
        rounded.to_string()
    } else {
        format!("{rounded:e}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_plain() {
        for (number, shown) in [
            (1.0, "1"),
            (0.1 + 0.2, "0.3"),
            (-12.5, "-12.5"),
            (1e15, "1000000000000000"),
            (0.0, "0"),
            (-0.0, "0"),
            (1e300, "1e300"),
        ] {
            assert_eq!(Format::Number.shown(number, false), shown);
        }
    }

    #[test]
    fn days_and_times_are_shown_as_such() {
        for (format, number, shown) in [
            ("yyyy/m/d", 46_360.0, "2026-12-04"),
            ("yyyy\"年\"m\"月\"d\"日\"", 46_360.0, "2026-12-04"),
            ("[$-411]ggge\"年\"m\"月\"d\"日\";@", 46_360.0, "2026-12-04"),
            ("m/d h:mm", 46_360.708_333_333_336, "2026-12-04 17:00"),
            ("h:mm:ss", 0.5, "12:00"),
            ("[h]:mm", 1.25, "30:00"),
            ("mmm", 46_360.0, "2026-12-04"),
            ("General", 46_360.0, "46360"),
            ("0.00\"d\"", 1.5, "1.5"),
            ("[Red]#,##0;[Blue]-#,##0", 1500.0, "1500"),
            ("yyyy/m/d", -1.0, "-1"),
        ] {
            assert_eq!(Format::written(format).shown(number, false), shown, "{format}");
        }
        assert_eq!(Format::built_in(14).shown(1.0, false), "1900-01-01");
        assert_eq!(Format::built_in(14).shown(61.0, false), "1900-03-01");
        assert_eq!(Format::built_in(14).shown(0.0, true), "1904-01-01");
        assert_eq!(Format::built_in(2).shown(2.5, false), "2.5");
    }
}
