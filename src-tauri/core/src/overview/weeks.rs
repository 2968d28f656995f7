//! The weeks to come as a picture: a row for each procurement with a date in them, the days nobody works on shaded.

use std::fmt::Write as _;

use chrono::{Datelike, Duration, NaiveDate};
use serde::Serialize;
use ts_rs::TS;

use super::Known;
use crate::calendar::{self as days, Calendar, Moment};
use crate::l10n::Lang;
use crate::procurement::weeks::{escaped, mark, Picture, HEAD, WIDTH};
use crate::procurement::FactKey;
use crate::Text;

/// Weeks shown, this one first.
const WEEKS: i64 = 10;
/// Most procurements shown.
const MOST: usize = 12;
const ROW: i64 = 40;

/// A picture with the words that say the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WeeksAhead {
    /// The picture.
    pub svg: String,
    /// What it shows, in words.
    pub alt: String,
}

/// A procurement's dates in order, and the next one that is not done yet.
struct Row<'a> {
    title: &'a str,
    set: Vec<(FactKey, Moment)>,
    next: Option<(FactKey, Moment)>,
}

pub(crate) fn ahead(known: &[Known], calendar: &Calendar, today: NaiveDate, lang: Lang) -> Option<WeeksAhead> {
    let start = today - Duration::days(i64::from(today.weekday().num_days_from_monday()));
    let end = start + Duration::days(WEEKS * 7 - 1);
    let rows: Vec<Row<'_>> = known
        .iter()
        .filter(|known| !known.procurement.archived)
        .map(|known| {
            let mut set: Vec<_> =
                FactKey::milestones().filter_map(|key| Some((key, known.facts.moment(key)?))).collect();
            set.sort_by_key(|(key, at)| (at.earliest(), *key));
            Row { title: &known.procurement.title, set, next: known.next(today) }
        })
        .filter(|row| row.set.iter().any(|(_, at)| (today..=end).contains(&at.date)))
        .take(MOST)
        .collect();
    if rows.is_empty() {
        return None;
    }
    let picture = Picture { start, days: WEEKS * 7 };
    let height = HEAD + i64::try_from(rows.len()).ok()? * ROW + 6;
    let alt = in_words(&rows, start, end, today, lang);
    let mut svg = format!(
        "<svg class=\"weeks-picture\" viewBox=\"-8 0 {} {height}\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\"><title>{}</title>",
        WIDTH + 16,
        escaped(&alt)
    );
    picture.rests(&mut svg, calendar, height);
    picture.axis(&mut svg, height, today, lang);
    for (n, row) in (0..).zip(&rows) {
        draw(&mut svg, &picture, HEAD + n * ROW, row, end, lang);
    }
    svg.push_str("</svg>");
    Some(WeeksAhead { svg, alt })
}

fn draw(svg: &mut String, picture: &Picture, top: i64, row: &Row<'_>, end: NaiveDate, lang: Lang) {
    let middle = top + 29;
    let inside = |at: &Moment| (picture.start..=end).contains(&at.date);
    let left = row.set.first().map_or(0, |(_, at)| picture.x_of(*at)).clamp(0, WIDTH);
    let right = row.set.last().map_or(0, |(_, at)| picture.x_of(*at)).clamp(0, WIDTH);
    if right > left {
        let y = middle - 3;
        let _ =
            write!(svg, "<rect class=\"weeks-span\" x=\"{left}\" y=\"{y}\" width=\"{}\" height=\"6\"/>", right - left);
    }
    for (key, at) in row.set.iter().filter(|(_, at)| inside(at)) {
        mark(svg, *key, picture.x_of(*at), middle);
    }
    let next = row.next.map(|(key, at)| format!("{} {}", lang.say(&key.label()), days::month_day(at.date, lang)));
    let _ = write!(
        svg,
        "<text class=\"weeks-label\" x=\"0\" y=\"{}\">{}<tspan class=\"weeks-date\" dx=\"12\">{}</tspan></text>",
        top + 15,
        escaped(&shortened(row.title)),
        escaped(&next.unwrap_or_default()),
    );
}

/// A title that leaves room for the date beside it.
fn shortened(title: &str) -> String {
    const LONGEST: usize = 32;
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    title.chars().take(LONGEST - 1).chain(['…']).collect()
}

fn in_words(rows: &[Row<'_>], start: NaiveDate, end: NaiveDate, today: NaiveDate, lang: Lang) -> String {
    let joint = lang.word("weeks-alt-joint");
    let list: Vec<String> = rows
        .iter()
        .map(|row| {
            let dates: Vec<String> = row
                .set
                .iter()
                .filter(|(_, at)| (today..=end).contains(&at.date))
                .map(|(key, at)| {
                    let item = Text::new("weeks-alt-item").arg("what", lang.say(&key.label()));
                    lang.say(&item.arg("date", days::month_day(at.date, lang)))
                })
                .collect();
            lang.say(&Text::new("weeks-ahead-item").arg("title", row.title).arg("dates", dates.join(&joint)))
        })
        .collect();
    let text = Text::new("weeks-ahead-alt")
        .arg("from", days::month_day(start, lang))
        .arg("to", days::month_day(end, lang))
        .arg("weeks", WEEKS);
    lang.say(&text.arg("list", list.join(&lang.word("weeks-ahead-joint"))))
}
