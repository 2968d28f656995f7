//! Facts of a procurement: reading what was typed, and wording what is held.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::{FactKey, FactKind, Procurement};
use crate::calendar::{self, Moment, Style, Unread};
use crate::l10n::Lang;
use crate::storage::{Read, Record};
use crate::{Error, Result, Text};

/// Longest fact of one line, in characters.
const LINE: usize = 500;
/// Longest fact of several lines, in characters.
const LONG: usize = 4_000;
/// Largest number a fact may be.
const LARGEST: i64 = 1_000_000;

/// A stored fact. Dates as `2027-03-12` or `2027-03-12T17:00`, numbers as digits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Key of the row.
    pub id: String,
    /// Procurement.
    pub procurement: String,
    /// Which fact.
    pub key: FactKey,
    /// Its value.
    pub value: String,
}

impl Record for Fact {
    const KIND: &'static str = "fact";
    const COLUMNS: &'static [&'static str] = &["id", "procurement", "key", "value"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// All facts of one procurement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    values: BTreeMap<FactKey, String>,
}

impl Facts {
    /// Reads them. The title is the procurement's.
    pub fn of(read: &Read<'_>, procurement: &str) -> Result<Self> {
        let title = read.get::<Procurement>(procurement)?.title;
        let rows = read.all::<Fact>("WHERE procurement = ?1", &[&procurement])?;
        let mut values: BTreeMap<FactKey, String> = rows.into_iter().map(|fact| (fact.key, fact.value)).collect();
        values.insert(FactKey::DocTitle, title);
        Ok(Self { values })
    }

    /// Facts that are already at hand, from a release for instance.
    pub fn from_values(values: impl IntoIterator<Item = (FactKey, String)>) -> Self {
        Self { values: values.into_iter().collect() }
    }

    /// Each fact there is, with its stored value.
    pub fn iter(&self) -> impl Iterator<Item = (FactKey, &str)> {
        self.values.iter().map(|(key, value)| (*key, value.as_str()))
    }

    /// The stored value.
    pub fn value(&self, key: FactKey) -> Option<&str> {
        self.values.get(&key).map(String::as_str)
    }

    /// The value as a moment, where it is a date.
    pub fn moment(&self, key: FactKey) -> Option<Moment> {
        match key.kind() {
            FactKind::Date | FactKind::Moment => self.value(key)?.parse().ok(),
            _ => None,
        }
    }

    /// How years are written in this procurement's papers.
    pub fn style(&self) -> Style {
        Style::of(self.value(FactKey::DocCalendar))
    }

    /// The value as it stands in a text: dates in words, numbers bare, nothing where it is missing.
    pub fn field(&self, key: FactKey, lang: Lang) -> Option<String> {
        word_field(key, self.value(key)?, lang, self.style())
    }

    /// The value as it is shown beside its name: a deadline with 必着, numbers with their unit.
    pub fn shown(&self, key: FactKey, lang: Lang) -> Option<String> {
        word_shown(key, self.value(key)?, lang, self.style())
    }
}

/// A stored value as it stands in a text.
pub fn word_field(key: FactKey, value: &str, lang: Lang, style: Style) -> Option<String> {
    match key.kind() {
        FactKind::Moment => Some(calendar::moment(value.parse().ok()?, lang, style)),
        FactKind::Date => Some(calendar::plain_day(value.parse::<Moment>().ok()?.date, lang, style)),
        FactKind::Choice => key.choices().iter().find(|(choice, _)| *choice == value).map(|(_, id)| lang.word(id)),
        _ => Some(value.to_owned()),
    }
}

/// A stored value as it is shown beside its name.
pub fn word_shown(key: FactKey, value: &str, lang: Lang, style: Style) -> Option<String> {
    match key.kind() {
        FactKind::Moment if key.is_deadline() => Some(calendar::must_arrive(value.parse().ok()?, lang, style)),
        FactKind::Date => Some(calendar::day(value.parse::<Moment>().ok()?.date, lang, style)),
        FactKind::Int if key == FactKey::SubmissionGraceMinutes => Some(calendar::length(value.parse().ok()?, lang)),
        FactKind::Int => Some(lang.say(&Text::new(unit(key)).arg("count", value))),
        _ => word_field(key, value, lang, style),
    }
}

fn unit(key: FactKey) -> &'static str {
    match key {
        FactKey::SubmissionMaxMb => "unit-megabytes",
        FactKey::SubmissionGraceMinutes => "unit-minutes",
        _ => "unit-days",
    }
}

/// The unit of a number, alone: it stands beside the field while nothing is in it.
pub fn unit_alone(key: FactKey, lang: Lang) -> Option<String> {
    matches!(key.kind(), FactKind::Int).then(|| lang.say(&Text::new(unit(key)).arg("count", "")).trim().to_owned())
}

/// Turns what was typed into the value to store; nothing typed is no value.
///
/// # Errors
/// A sentence that says what cannot be read, and how to type it.
pub fn read_typed(
    key: FactKey,
    typed: &str,
    held: Option<&str>,
    today: NaiveDate,
    lang: Lang,
) -> Result<Option<String>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let value = match key.kind() {
        FactKind::Text => one_line(typed)?,
        FactKind::Long => {
            if typed.chars().count() > LONG {
                return Err(Error::say("error-too-long").arg("limit", LONG));
            }
            typed.replace("\r\n", "\n")
        }
        FactKind::Moment => calendar::read(typed, today, held.and_then(|held| held.parse().ok()))
            .map_err(|unread| cannot_read(unread, typed, lang))?
            .to_string(),
        FactKind::Date => {
            calendar::read_day(typed, today).map_err(|unread| cannot_read(unread, typed, lang))?.to_string()
        }
        FactKind::Int => whole_number(typed)?.to_string(),
        FactKind::Choice => {
            if !key.choices().iter().any(|(choice, _)| *choice == typed) {
                return Err(Error::say("error-choice").arg("typed", typed));
            }
            typed.to_owned()
        }
        FactKind::Mail => mail_address(typed)?,
    };
    Ok(Some(value))
}

/// A line of text without breaks, of bearable length.
pub fn one_line(typed: &str) -> Result<String> {
    let line =
        typed.split(['\n', '\r', '\t']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if line.chars().count() > LINE {
        return Err(Error::say("error-too-long").arg("limit", LINE));
    }
    Ok(line)
}

/// A mail address in half-width characters: something, one `@`, a domain with a dot.
pub fn mail_address(typed: &str) -> Result<String> {
    let address: String = typed.trim().nfkc().collect();
    let good = address.split_once('@').is_some_and(|(name, domain)| {
        !name.is_empty()
            && domain.contains('.')
            && !domain.starts_with('.')
            && !domain.ends_with('.')
            && !domain.contains('@')
    }) && address.chars().all(|c| !c.is_whitespace() && !c.is_control() && !",;<>\"()".contains(c))
        && address.len() <= 254;
    if good {
        Ok(address)
    } else {
        Err(Error::say("error-mail").arg("typed", typed))
    }
}

fn whole_number(typed: &str) -> Result<i64> {
    let folded: String = typed.nfkc().filter(|c| *c != ',' && !c.is_whitespace()).collect();
    let digits = folded.trim_end_matches(|c: char| !c.is_ascii_digit());
    digits
        .parse()
        .ok()
        .filter(|n| (0..=LARGEST).contains(n))
        .ok_or_else(|| Error::say("error-number").arg("typed", typed).arg("limit", LARGEST))
}

/// The sentence for a date that cannot be read.
pub fn cannot_read(unread: Unread, typed: &str, lang: Lang) -> Error {
    match unread {
        Unread::NotADate => Error::say("error-date").code("date").arg("typed", typed),
        Unread::NoSuchDay => Error::say("error-date-none").code("date").arg("typed", typed),
        Unread::Weekday(date) => {
            Error::say("error-date-weekday").code("date").arg("date", calendar::day(date, lang, Style::Western))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(key: FactKey, text: &str) -> Result<Option<String>> {
        read_typed(key, text, None, "2026-11-22".parse().unwrap(), Lang::Ja)
    }

    fn refusal(key: FactKey, text: &str) -> &'static str {
        typed(key, text).unwrap_err().message().1
    }

    #[test]
    fn what_is_typed_becomes_what_is_stored() {
        for (key, text, stored) in [
            (FactKey::ProposalDeadline, "１２／４　１７時", "2026-12-04T17:00"),
            (FactKey::ContractStart, "R9.4.1", "2027-04-01"),
            (FactKey::SubmissionMaxMb, "２５ＭＢ", "25"),
            (FactKey::ContractNoticeDays, "1,000", "1000"),
            (FactKey::ContactMail, "ｒｆｐ@mihon-cloud.example", "rfp@mihon-cloud.example"),
            (FactKey::IssuerCompany, " 株式会社\nミホンクラウド ", "株式会社 ミホンクラウド"),
            (FactKey::DocCalendar, "era", "era"),
        ] {
            assert_eq!(typed(key, text).unwrap().as_deref(), Some(stored), "{text}");
        }
        assert_eq!(typed(FactKey::ContactMail, " 　 ").unwrap(), None);
    }

    #[test]
    fn what_cannot_be_read_is_refused_with_a_sentence() {
        assert_eq!(refusal(FactKey::ProposalDeadline, "来週あたり"), "error-date");
        assert_eq!(refusal(FactKey::ProposalDeadline, "2/30"), "error-date-none");
        assert_eq!(refusal(FactKey::ProposalDeadline, "12/4(月)"), "error-date-weekday");
        assert_eq!(refusal(FactKey::ContractStart, "4/1 9:00"), "error-date");
        assert_eq!(refusal(FactKey::SubmissionMaxMb, "たくさん"), "error-number");
        assert_eq!(refusal(FactKey::SubmissionMaxMb, "-1"), "error-number");
        assert_eq!(refusal(FactKey::SubmissionMaxMb, "99999999"), "error-number");
        assert_eq!(refusal(FactKey::DocCalendar, "lunar"), "error-choice");
        for address in ["a@b", "@b.example", "a b@c.example", "a@b@c.example", "a@b.example, c@d.example"] {
            assert_eq!(refusal(FactKey::ContactMail, address), "error-mail", "{address}");
        }
        assert_eq!(refusal(FactKey::IssuerCompany, &"あ".repeat(501)), "error-too-long");
    }

    #[test]
    fn facts_are_worded_for_text_and_for_screens() {
        let facts = Facts::from_values([
            (FactKey::ProposalDeadline, "2026-12-04T17:00".to_owned()),
            (FactKey::ContractStart, "2027-04-01".to_owned()),
            (FactKey::SubmissionGraceMinutes, "30".to_owned()),
            (FactKey::DocCalendar, "era".to_owned()),
        ]);
        assert_eq!(facts.field(FactKey::ProposalDeadline, Lang::Ja).unwrap(), "令和8年12月4日(金) 17:00");
        assert_eq!(facts.shown(FactKey::ProposalDeadline, Lang::Ja).unwrap(), "令和8年12月4日(金) 17:00 必着");
        assert_eq!(facts.field(FactKey::ContractStart, Lang::Ja).unwrap(), "令和9年4月1日");
        assert_eq!(facts.field(FactKey::SubmissionGraceMinutes, Lang::Ja).unwrap(), "30");
        assert_eq!(facts.shown(FactKey::SubmissionGraceMinutes, Lang::Ja).unwrap(), "30分");
        assert_eq!(facts.shown(FactKey::SubmissionGraceMinutes, Lang::En).unwrap(), "30 minutes");
        assert_eq!(facts.field(FactKey::AnswerDate, Lang::Ja), None);
        assert_eq!(unit_alone(FactKey::SubmissionGraceMinutes, Lang::Ja).as_deref(), Some("分"));
        assert_eq!(unit_alone(FactKey::SubmissionGraceMinutes, Lang::En).as_deref(), Some("minutes"));
        assert_eq!(unit_alone(FactKey::ContractStart, Lang::Ja), None);
    }
}
