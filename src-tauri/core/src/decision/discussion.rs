//! What can be done to the points of the discussion (検討会の論点).

use chrono::NaiveDate;

use super::verbs::{not_decided, one_of, LONGEST};
use super::{discussion, Decision, DiscussionPoint, PointState, Side};
use crate::bidder::steps::typed_moment;
use crate::calendar::{self, Moment, Style};
use crate::journal::Tx;
use crate::l10n::Lang;
use crate::place::{behind, new_place};
use crate::question::verbs::words_of;
use crate::{Error, Result};

/// Adds a point behind `after`, or at the end. What is as expected is settled, what is off is open.
///
/// # Errors
/// Refused without words, behind a point of another procurement, and once it is decided.
pub fn add(tx: &mut Tx<'_>, procurement: &str, side: Side, text: &str, after: Option<&str>) -> Result<String> {
    not_decided(tx, &Decision::of(tx, procurement)?)?;
    let text = needed(text)?;
    let position = new_place(&discussion(tx, procurement)?, after)?;
    let id = tx.new_id();
    tx.insert(&DiscussionPoint {
        id: id.clone(),
        procurement: procurement.into(),
        bidder: None,
        position,
        side,
        text,
        request: String::new(),
        requested_at: None,
        reply: String::new(),
        replied_at: None,
        state: if side == Side::AsExpected { PointState::Settled } else { PointState::Open },
        outcome: String::new(),
    })?;
    Ok(id)
}

fn needed(text: &str) -> Result<String> {
    let text = words_of(text, LONGEST)?;
    if text.is_empty() {
        return Err(Error::say("error-discussion-empty"));
    }
    Ok(text)
}

/// Sets a field of a point to what was typed: `side`, `bidder`, `text`, `request`, `requested_at`, `reply`, `replied_at`,
/// `state` or `outcome`.
///
/// # Errors
/// Refused for no words, a field that is none of these, an unknown choice, a time that cannot be read, and a reply before
/// its request. Once it is decided, the point itself stands: its side, whom it is about, and its words. What follows from
/// it goes on.
pub fn set(tx: &mut Tx<'_>, id: &str, field: &str, typed: &str, today: NaiveDate, lang: Lang) -> Result<()> {
    let mut point: DiscussionPoint = tx.get(id)?;
    if matches!(field, "side" | "bidder" | "text") {
        not_decided(tx, &Decision::of(tx, &point.procurement)?)?;
    }
    let choice = || Error::say("error-choice").arg("typed", typed);
    match field {
        "side" => {
            point.side = serde_json::from_value::<Side>(typed.into()).map_err(|_| choice())?;
            // It goes to the end of the other column.
            let others = discussion(tx, &point.procurement)?;
            let last = others.iter().rev().find(|other| other.id != id).map(|other| other.id.clone());
            point.position = behind(&others, last.as_deref(), Some(id))?;
        }
        "bidder" => point.bidder = one_of(tx, &point.procurement, typed)?,
        "text" => point.text = needed(typed)?,
        "request" => point.request = words_of(typed, LONGEST)?,
        "requested_at" => point.requested_at = moment(typed, point.requested_at, today, lang)?,
        "reply" => point.reply = words_of(typed, LONGEST)?,
        "replied_at" => point.replied_at = moment(typed, point.replied_at, today, lang)?,
        "state" => point.state = serde_json::from_value::<PointState>(typed.into()).map_err(|_| choice())?,
        "outcome" => point.outcome = words_of(typed, LONGEST)?,
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    if matches!(field, "requested_at" | "replied_at") {
        in_order(&point, lang)?;
    }
    tx.update(&point)
}

/// Refuses a reply before its request.
fn in_order(point: &DiscussionPoint, lang: Lang) -> Result<()> {
    match point.requested_at.zip(point.replied_at) {
        Some((requested, replied)) if replied.latest() < requested.earliest() => {
            let told = |at: Moment| calendar::moment(at, lang, Style::Western);
            let refused = Error::say("error-discussion-reply-early");
            Err(refused.arg("requested", told(requested)).arg("replied", told(replied)))
        }
        _ => Ok(()),
    }
}

/// A moment as typed, or none.
pub(super) fn moment(typed: &str, held: Option<Moment>, today: NaiveDate, lang: Lang) -> Result<Option<Moment>> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    typed_moment(typed, held, today, lang).map(Some)
}

/// Moves a point behind `after`, or to the front.
///
/// # Errors
/// Refused once it is decided.
pub fn shift(tx: &mut Tx<'_>, id: &str, after: Option<&str>) -> Result<()> {
    let point: DiscussionPoint = tx.get(id)?;
    not_decided(tx, &Decision::of(tx, &point.procurement)?)?;
    let position = behind(&discussion(tx, &point.procurement)?, after, Some(id))?;
    tx.update(&DiscussionPoint { position, ..point })
}

/// Removes a point.
///
/// # Errors
/// Refused once it is decided.
pub fn remove(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    not_decided(tx, &Decision::of(tx, &tx.get::<DiscussionPoint>(id)?.procurement)?)?;
    tx.remove::<DiscussionPoint>(id)
}
