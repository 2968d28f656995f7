//! What can be done to hearings (お打ち合わせ).

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

use super::course::Hearing;
use super::steps::typed_moment;
use super::Bidder;
use crate::journal::Tx;
use crate::l10n::Lang;
use crate::procurement::line;
use crate::vendor::long;
use crate::{Error, Result};

/// A hearing longer than a day is a slip of the hand.
const LONGEST: i64 = 24 * 60;

/// Enters a hearing with a bidder at a moment as typed. Who comes from the vendor is filled with the person written to.
pub fn add(tx: &mut Tx<'_>, bidder: &str, at: &str, today: NaiveDate, lang: Lang) -> Result<String> {
    let bidder: Bidder = tx.get(bidder)?;
    let id = tx.new_id();
    tx.insert(&Hearing {
        id: id.clone(),
        procurement: bidder.procurement,
        bidder: bidder.id,
        at: typed_moment(at, None, today, lang)?,
        minutes: None,
        place: String::new(),
        ours: String::new(),
        theirs: bidder.person,
        notes: String::new(),
    })?;
    Ok(id)
}

/// Sets `bidder`, `at`, `minutes`, `place`, `ours`, `theirs` or `notes` to what was typed.
pub fn set(tx: &mut Tx<'_>, id: &str, field: &str, typed: &str, today: NaiveDate, lang: Lang) -> Result<()> {
    let mut hearing: Hearing = tx.get(id)?;
    match field {
        "bidder" => {
            let bidder: Bidder = tx.get(typed)?;
            if bidder.procurement != hearing.procurement {
                return Err(Error::say("error-choice").arg("typed", typed));
            }
            hearing.bidder = bidder.id;
        }
        "at" => hearing.at = typed_moment(typed, Some(hearing.at), today, lang)?,
        "minutes" => hearing.minutes = minutes(typed)?,
        "place" => hearing.place = line(typed)?,
        "ours" => hearing.ours = line(typed)?,
        "theirs" => hearing.theirs = line(typed)?,
        "notes" => hearing.notes = long(typed)?,
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    tx.update(&hearing)
}

/// Minutes from `60`, `６０分`, `1時間`, `1時間30分`, `1.5時間`, `90 min`.
fn minutes(typed: &str) -> Result<Option<i64>> {
    let text: String = typed.nfkc().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace()).collect();
    if text.is_empty() {
        return Ok(None);
    }
    let wrong = || Error::say("error-minutes").arg("typed", typed);
    let (hours, rest) = ["時間", "hours", "hour", "h"]
        .iter()
        .find_map(|unit| text.split_once(unit))
        .map_or(("0", text.as_str()), |(hours, rest)| (hours, rest));
    let rest = match rest {
        "半" => "30",
        rest => rest.trim_end_matches("utes").trim_end_matches("min").trim_end_matches("分"),
    };
    let whole = |text: &str| if text.is_empty() { Some(0) } else { text.parse::<i64>().ok().filter(|n| *n >= 0) };
    let of_hours = match hours.split_once('.') {
        Some((hours, "5")) => whole(hours).map(|hours| hours * 60 + 30),
        Some(_) => None,
        None => whole(hours).and_then(|hours| hours.checked_mul(60)),
    };
    let all = of_hours.zip(whole(rest)).and_then(|(hours, rest)| hours.checked_add(rest)).ok_or_else(wrong)?;
    if (1..=LONGEST).contains(&all) {
        Ok(Some(all))
    } else {
        Err(wrong())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_typed_as_people_do() {
        for (typed, read) in [
            ("60", 60),
            ("６０分", 60),
            ("1時間", 60),
            ("1時間30分", 90),
            ("１時間半", 90),
            ("1.5時間", 90),
            ("90 min", 90),
            ("45 minutes", 45),
            ("2 hours", 120),
        ] {
            assert_eq!(minutes(typed).unwrap(), Some(read), "{typed}");
        }
        assert_eq!(minutes(" ").unwrap(), None);
        for typed in ["0", "-5", "午後", "1.25時間", "9999", "1時間2時間"] {
            assert_eq!(minutes(typed).unwrap_err().message().1, "error-minutes", "{typed}");
        }
    }
}
