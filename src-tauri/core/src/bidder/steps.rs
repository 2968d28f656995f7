//! What can be done to the status of a bidder: every change is a dated step that is kept, and the one that stands says
//! where the bidder is.

use chrono::{DateTime, NaiveDate, NaiveTime, Timelike, Utc};

use super::course::{standing, steps, Reason, Step};
use super::{Bidder, Status};
use crate::calendar::{self, Moment};
use crate::journal::Tx;
use crate::l10n::Lang;
use crate::procurement::{cannot_read, line};
use crate::vendor::{Vendor, Volume};
use crate::{Error, Result};

/// A step to be taken.
#[derive(Debug, Clone, Copy)]
pub struct NewStep<'a> {
    /// What the bidder becomes.
    pub status: Status,
    /// When, in Japan's time.
    pub at: Moment,
    /// What was said.
    pub note: &'a str,
    /// Why it declined. It belongs to a step of declining, as the volume does.
    pub reason: Reason,
    /// From how many person-months it would come, as typed.
    pub volume: &'a str,
}

/// What taking a step brought with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepTaken {
    /// Key of the step.
    pub id: String,
    /// The smallest volume that the directory did not know before.
    pub learned: Option<String>,
}

/// The moment of the transaction in Japan's time, to the minute.
pub fn now(tx: &Tx<'_>) -> Moment {
    minute(tx.at())
}

/// A stamp in UTC in Japan's time, to the minute.
pub fn minute(stamp: &str) -> Moment {
    let at = stamp.parse::<DateTime<Utc>>().unwrap_or_default();
    let local = calendar::in_japan(at).naive_local();
    Moment { date: local.date(), time: NaiveTime::from_hms_opt(local.hour(), local.minute(), 0) }
}

/// Takes a step. A volume from which a declining vendor would come fills the directory where it knows none yet.
pub fn take_step(tx: &mut Tx<'_>, bidder: &str, step: NewStep<'_>) -> Result<StepTaken> {
    tx.get::<Bidder>(bidder)?;
    let declined = step.status == Status::Declined;
    let new = Step {
        id: tx.new_id(),
        bidder: bidder.into(),
        status: step.status,
        at: step.at,
        note: line(step.note)?,
        reason: if declined { step.reason } else { Reason::Unsaid },
        volume: if declined { Volume::typed(step.volume)? } else { String::new() },
    };
    // Whoever was asked on a day was on the list by then.
    let entered = steps(tx, bidder)?.into_iter().min_by(|a, b| a.id.cmp(&b.id));
    if let Some(first) = entered.filter(|first| step.at.earliest() < first.at.earliest()) {
        tx.update(&Step { at: step.at, ..first })?;
    }
    tx.insert(&new)?;
    follow(tx, bidder)?;
    let learned = learn(tx, &new)?;
    Ok(StepTaken { id: new.id, learned })
}

/// Corrects a step: `status`, `at`, `note`, `reason` or `volume`.
pub fn set_step(
    tx: &mut Tx<'_>,
    id: &str,
    field: &str,
    typed: &str,
    today: NaiveDate,
    lang: Lang,
) -> Result<Option<String>> {
    let mut step: Step = tx.get(id)?;
    match field {
        "status" => {
            step.status = Status::of_word(typed).ok_or_else(|| Error::say("error-choice").arg("typed", typed))?;
            if step.status != Status::Declined {
                step.reason = Reason::Unsaid;
                step.volume.clear();
            }
        }
        "at" => step.at = typed_moment(typed, Some(step.at), today, lang)?,
        "note" => step.note = line(typed)?,
        "reason" => step.reason = reason(typed)?,
        "volume" => step.volume = Volume::typed(typed)?,
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    tx.update(&step)?;
    follow(tx, &step.bidder)?;
    learn(tx, &step)
}

/// Takes a step out that was never taken.
///
/// # Errors
/// Refused for the only one: a bidder stands somewhere.
pub fn remove_step(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let step: Step = tx.get(id)?;
    if steps(tx, &step.bidder)?.len() < 2 {
        return Err(Error::say("error-step-last"));
    }
    tx.remove::<Step>(id)?;
    follow(tx, &step.bidder)
}

/// A moment as typed.
pub(crate) fn typed_moment(typed: &str, held: Option<Moment>, today: NaiveDate, lang: Lang) -> Result<Moment> {
    calendar::read(typed, today, held).map_err(|unread| cannot_read(unread, typed, lang))
}

fn reason(word: &str) -> Result<Reason> {
    Ok(match word {
        "" => Reason::Unsaid,
        "busy" => Reason::Busy,
        "too-small" => Reason::TooSmall,
        "other" => Reason::Other,
        _ => return Err(Error::say("error-choice").arg("typed", word)),
    })
}

/// The bidder is where the step that stands says.
fn follow(tx: &mut Tx<'_>, bidder: &str) -> Result<()> {
    let stored: Bidder = tx.get(bidder)?;
    let status = standing(&steps(tx, bidder)?).map_or(stored.status, |step| step.status);
    tx.update(&Bidder { status, ..stored })
}

fn learn(tx: &mut Tx<'_>, step: &Step) -> Result<Option<String>> {
    if step.volume.is_empty() {
        return Ok(None);
    }
    let bidder: Bidder = tx.get(&step.bidder)?;
    let vendor: Vendor = tx.get(&bidder.vendor)?;
    if !vendor.smallest.is_empty() {
        return Ok(None);
    }
    tx.update(&Vendor { smallest: step.volume.clone(), ..vendor })?;
    Ok(Some(step.volume.clone()))
}
