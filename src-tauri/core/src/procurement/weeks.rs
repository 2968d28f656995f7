//! The schedule as a picture: weeks from left to right, the days nobody works on shaded, one row for each span that ends
//! in a milestone. Only classes are set; how they look is up to whoever shows the picture.

use std::fmt::Write as _;

use chrono::{Datelike, Duration, NaiveDate, Timelike};

use super::{FactKey, Facts};
use crate::calendar::{self, Calendar, Moment};
use crate::l10n::Lang;
use crate::Text;

/// A picture with the words that say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weeks {
    /// The picture.
    pub svg: String,
    /// What it shows, in words.
    pub alt: String,
}

/// Width of a picture, in its own units.
pub(crate) const WIDTH: i64 = 760;
/// Height of the axis.
pub(crate) const HEAD: i64 = 28;
const ROW: i64 = 26;
/// Least distance between two dates on the axis.
const AXIS_GAP: i64 = 48;

/// Draws the milestones that are set; none where fewer than two are.
pub fn weeks(facts: &Facts, calendar: &Calendar, today: NaiveDate, lang: Lang) -> Option<Weeks> {
    let mut set: Vec<(FactKey, Moment)> =
        FactKey::milestones().filter_map(|key| Some((key, facts.moment(key)?))).collect();
    set.sort_by_key(|(key, at)| (at.earliest(), *key));
    let (first, last) = (set.first()?.1.date, set.last()?.1.date);
    if set.len() < 2 || (last - first).num_days() > 1500 {
        return None;
    }
    let start = first - Duration::days(i64::from(first.weekday().num_days_from_monday()));
    let end = last + Duration::days(6 - i64::from(last.weekday().num_days_from_monday()));
    let picture = Picture { start, days: (end - start).num_days() + 1 };
    let rows = i64::try_from(set.len()).ok()?;
    let height = HEAD + rows * ROW + 6;

    let mut svg = format!(
        "<svg class=\"weeks-picture\" viewBox=\"-8 0 {} {height}\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\">",
        WIDTH + 16
    );
    let alt = in_words(&set, facts, lang);
    let _ = write!(svg, "<title>{}</title>", escaped(&alt));
    picture.rests(&mut svg, calendar, height);
    picture.axis(&mut svg, height, today, lang);
    let mut before: Option<Moment> = None;
    for (n, (key, at)) in (0..).zip(&set) {
        picture.row(&mut svg, HEAD + n * ROW, before, *key, *at, lang);
        before = Some(*at);
    }
    svg.push_str("</svg>");
    Some(Weeks { svg, alt })
}

fn in_words(set: &[(FactKey, Moment)], facts: &Facts, lang: Lang) -> String {
    let list: Vec<String> = set
        .iter()
        .map(|(key, at)| {
            lang.say(
                &Text::new("weeks-alt-item")
                    .arg("what", lang.say(&key.label()))
                    .arg("date", calendar::month_day(at.date, lang)),
            )
        })
        .collect();
    let edge = |at: Option<&(FactKey, Moment)>| {
        at.map(|(_, at)| calendar::plain_day(at.date, lang, facts.style())).unwrap_or_default()
    };
    let text = Text::new("weeks-alt")
        .arg("from", edge(set.first()))
        .arg("to", edge(set.last()))
        .arg("list", list.join(&lang.word("weeks-alt-joint")));
    lang.say(&text)
}

/// Days laid out from left to right, whole weeks from a Monday on.
pub(crate) struct Picture {
    pub start: NaiveDate,
    pub days: i64,
}

impl Picture {
    /// Horizontal place of a minute of a day.
    pub(crate) fn x(&self, date: NaiveDate, minute: i64) -> i64 {
        ((date - self.start).num_days() * 1440 + minute) * WIDTH / (self.days * 1440)
    }

    pub(crate) fn x_of(&self, at: Moment) -> i64 {
        self.x(at.date, at.time.map_or(720, |time| i64::from(time.hour() * 60 + time.minute())))
    }

    pub(crate) fn rests(&self, svg: &mut String, calendar: &Calendar, height: i64) {
        let mut n = 0;
        while n < self.days {
            let from = n;
            while n < self.days && !calendar.is_business_day(self.start + Duration::days(n)) {
                n += 1;
            }
            if n > from {
                let (x, to) = (self.x(self.start + Duration::days(from), 0), self.x(self.start + Duration::days(n), 0));
                let _ = write!(
                    svg,
                    "<rect class=\"weeks-rest\" x=\"{x}\" y=\"{HEAD}\" width=\"{}\" height=\"{}\"/>",
                    to - x,
                    height - HEAD
                );
            }
            n += 1;
        }
    }

    /// The Mondays, and today in words where it lies among them.
    pub(crate) fn axis(&self, svg: &mut String, height: i64, today: NaiveDate, lang: Lang) {
        let shown = (0..self.days).contains(&(today - self.start).num_days()).then(|| self.x(today, 720));
        if let Some(x) = shown {
            let word = escaped(&lang.word("home-today"));
            let _ = write!(
                svg,
                "<path class=\"weeks-today\" d=\"M{x} {HEAD}V{height}\"/><text class=\"weeks-axis weeks-now\" x=\"{x}\" y=\"18\" text-anchor=\"middle\">{word}</text>"
            );
        }
        let weeks = self.days / 7;
        let every = (AXIS_GAP * weeks + WIDTH - 1) / WIDTH;
        for week in 0..weeks {
            let monday = self.start + Duration::days(week * 7);
            let x = self.x(monday, 0);
            let _ = write!(svg, "<path class=\"weeks-grid\" d=\"M{x} {HEAD}V{height}\"/>");
            // The word for today takes the place of a date it would touch.
            let free = shown.is_none_or(|now| (x + 14 - now).abs() > AXIS_GAP * 3 / 4);
            if week % every == 0 && free {
                let word = calendar::beside(Moment::on(monday), None, lang);
                let _ = write!(svg, "<text class=\"weeks-axis\" x=\"{}\" y=\"18\">{word}</text>", x + 2);
            }
        }
    }

    fn row(&self, svg: &mut String, top: i64, before: Option<Moment>, key: FactKey, at: Moment, lang: Lang) {
        let (middle, x) = (top + ROW / 2, self.x_of(at));
        let from = before.map_or(x, |before| self.x_of(before));
        if x > from {
            let _ = write!(
                svg,
                "<rect class=\"weeks-span\" x=\"{from}\" y=\"{}\" width=\"{}\" height=\"6\"/>",
                middle - 3,
                x - from
            );
        }
        mark(svg, key, x, middle);
        let (place, anchor) = if WIDTH - x >= from { (x + 12, "start") } else { (from - 12, "end") };
        let _ = write!(
            svg,
            "<text class=\"weeks-label\" x=\"{place}\" y=\"{}\" text-anchor=\"{anchor}\">{} <tspan class=\"weeks-date\">{}</tspan></text>",
            middle + 4,
            escaped(&lang.say(&key.label())),
            escaped(&calendar::month_day(at.date, lang)),
        );
    }
}

/// The mark of a milestone: a lozenge where something must have arrived, else a dot.
pub(crate) fn mark(svg: &mut String, key: FactKey, x: i64, middle: i64) {
    if key.is_deadline() {
        let _ = write!(svg, "<path class=\"weeks-deadline\" d=\"M{x} {}l6 6l-6 6l-6 -6z\"/>", middle - 6);
    } else {
        let _ = write!(svg, "<circle class=\"weeks-milestone\" cx=\"{x}\" cy=\"{middle}\" r=\"4\"/>");
    }
}

/// Text that is safe inside a drawing.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(values: &[(FactKey, &str)]) -> Facts {
        Facts::from_values(values.iter().map(|(key, value)| (*key, (*value).to_owned())))
    }

    #[test]
    fn draws_the_milestones_and_says_them() {
        let facts = facts(&[
            (FactKey::RfpIssue, "2027-03-01T10:00"),
            (FactKey::QuestionDeadline, "2027-03-12T17:00"),
            (FactKey::ProposalDeadline, "2027-03-30T17:00"),
        ]);
        let picture = weeks(&facts, &Calendar::default(), "2027-03-10".parse().unwrap(), Lang::Ja).unwrap();
        assert_eq!(
            picture.alt,
            "2027年3月1日から2027年3月30日までの日程。提案依頼書の発行 3月1日(月)、質問の受付期限 3月12日(金)、提案書の提出期限 3月30日(火)"
        );
        assert_eq!(picture.svg.matches("weeks-deadline").count(), 2);
        assert_eq!(picture.svg.matches("weeks-grid").count(), 5);
        // Five weekends, the Monday after the equinox joined to one of them.
        assert_eq!(picture.svg.matches("weeks-rest").count(), 5);
        assert_eq!(picture.svg.matches("weeks-today").count(), 1);
        assert!(!picture.svg.contains("style"));
        // The Mondays stand in the short form of each language.
        assert!(picture.svg.contains(">3/15</text>"), "{}", picture.svg);
        let english = weeks(&facts, &Calendar::default(), "2027-03-10".parse().unwrap(), Lang::En).unwrap();
        assert!(english.svg.contains(">15 Mar</text>"), "{}", english.svg);
    }

    #[test]
    fn one_date_makes_no_picture() {
        let one = facts(&[(FactKey::RfpIssue, "2027-03-01")]);
        assert_eq!(weeks(&one, &Calendar::default(), "2027-03-10".parse().unwrap(), Lang::Ja), None);
        let far = facts(&[(FactKey::RfpIssue, "2027-03-01"), (FactKey::Notice, "2057-03-01")]);
        assert_eq!(weeks(&far, &Calendar::default(), "2027-03-10".parse().unwrap(), Lang::Ja), None);
    }
}
