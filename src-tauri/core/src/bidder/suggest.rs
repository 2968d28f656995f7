//! Whom of the directory one may ask this time, and what speaks for it.

use super::past::{pasts, why, Past};
use super::{of, Status};
use crate::calendar::{self, Style};
use crate::l10n::Lang;
use crate::storage::Read;
use crate::vendor::{sort_key, Vendor};
use crate::{Result, Text};

/// A vendor that does not take part yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The vendor.
    pub vendor: Vendor,
    /// What is known from earlier procurements.
    pub why: Option<Text>,
}

/// The vendors that do not take part in this procurement: those with a history first (who proposed, who said «not now»,
/// who was asked), then all others by よみ.
pub fn suggestions(read: &Read<'_>, procurement: &str, lang: Lang) -> Result<Vec<Suggestion>> {
    let taking: Vec<String> = of(read, procurement)?.into_iter().map(|bidder| bidder.vendor).collect();
    let known = pasts(read)?;
    let mut found: Vec<(u8, String, Suggestion)> = read
        .all::<Vendor>("ORDER BY id", &[])?
        .into_iter()
        .filter(|vendor| !taking.contains(&vendor.id))
        .map(|vendor| {
            let past = known.get(&vendor.id).into_iter().flatten().max_by_key(|past| weight(past));
            let rank = past.map_or(0, weight);
            let why = past.and_then(|past| told(past, lang));
            (u8::MAX - rank, sort_key(&vendor), Suggestion { vendor, why })
        })
        .collect();
    found.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    Ok(found.into_iter().map(|(.., suggestion)| suggestion).collect())
}

/// How much a past procurement speaks for asking again.
fn weight(past: &Past) -> u8 {
    match past.bidder.status {
        Status::Awarded => 5,
        status if status.has_proposed() => 4,
        Status::Declined => 3,
        Status::Invited | Status::Hearing | Status::Withdrawn => 2,
        Status::Candidate | Status::Disqualified => 1,
        Status::Received | Status::Shortlisted | Status::NotAwarded => 4,
    }
}

fn told(past: &Past, lang: Lang) -> Option<Text> {
    let step = past.last()?;
    let id = match past.bidder.status {
        Status::Candidate => return None,
        Status::Declined => "suggest-declined",
        Status::Awarded => "suggest-awarded",
        Status::NotAwarded => "suggest-not-awarded",
        _ => "suggest-took-part",
    };
    Some(
        Text::new(id)
            .arg("title", &past.procurement.title)
            .arg("on", calendar::plain_day(step.at.date, lang, Style::Western))
            .arg("why", lang.say(&why(step, lang)))
            .arg("status", lang.say(&past.bidder.status.text())),
    )
}
