//! The history with a vendor over all procurements.

use std::collections::{BTreeMap, HashMap};

use super::course::{standing, Reason, Step};
use super::{Bidder, Status};
use crate::calendar::{self, Style};
use crate::l10n::Lang;
use crate::procurement::Procurement;
use crate::storage::Read;
use crate::{Result, Text};

/// A vendor in one procurement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// The procurement.
    pub procurement: Procurement,
    /// As what it took part.
    pub bidder: Bidder,
    /// Its steps, oldest first.
    pub steps: Vec<Step>,
}

impl Past {
    /// The latest step that made it this.
    pub fn step(&self, status: Status) -> Option<&Step> {
        self.steps.iter().rev().find(|step| step.status == status)
    }

    /// The step that says where it stands.
    pub fn last(&self) -> Option<&Step> {
        standing(&self.steps)
    }

    /// How it stands or ended, with why, in words.
    pub fn told(&self, lang: Lang) -> Text {
        let status = lang.say(&self.bidder.status.text());
        let Some(step) = self.last() else { return Text::plain(status) };
        let on = calendar::plain_day(step.at.date, lang, Style::Western);
        match lang.say(&why(step, lang)) {
            why if why.is_empty() => Text::new("past-told").arg("status", status).arg("on", on),
            why => Text::new("past-told-why").arg("status", status).arg("on", on).arg("why", why),
        }
    }
}

/// Why a step was taken, in words: reason, volume and note, as far as they were said.
pub fn why(step: &Step, lang: Lang) -> Text {
    let mut said = Vec::new();
    let reason = match step.reason {
        Reason::Busy => Some("bidder-reason-busy"),
        Reason::TooSmall => Some("bidder-reason-too-small"),
        Reason::Other if step.note.is_empty() => Some("bidder-reason-other"),
        // What else it was stands in the note.
        Reason::Unsaid | Reason::Other => None,
    };
    said.extend(reason.map(|id| lang.word(id)));
    if !step.volume.is_empty() {
        said.push(lang.say(&Text::new("from-volume").arg("volume", &step.volume)));
    }
    if !step.note.is_empty() {
        said.push(step.note.clone());
    }
    Text::plain(said.join(&lang.word("list-comma")))
}

/// What every vendor took part in, the newest procurement first.
pub fn pasts(read: &Read<'_>) -> Result<HashMap<String, Vec<Past>>> {
    gathered(read, read.all("ORDER BY id", &[])?, read.all("ORDER BY at, id", &[])?)
}

/// What one vendor took part in, the newest procurement first.
pub fn past_of(read: &Read<'_>, vendor: &str) -> Result<Vec<Past>> {
    let bidders = read.all("WHERE vendor = ?1 ORDER BY id", &[&vendor])?;
    let steps = read.all("WHERE bidder IN (SELECT id FROM bidder WHERE vendor = ?1) ORDER BY at, id", &[&vendor])?;
    Ok(gathered(read, bidders, steps)?.remove(vendor).unwrap_or_default())
}

fn gathered(read: &Read<'_>, bidders: Vec<Bidder>, steps: Vec<Step>) -> Result<HashMap<String, Vec<Past>>> {
    let mut procurements: BTreeMap<String, Procurement> = BTreeMap::new();
    let mut by_bidder: HashMap<String, Vec<Step>> = HashMap::new();
    for step in steps {
        by_bidder.entry(step.bidder.clone()).or_default().push(step);
    }
    let mut found: HashMap<String, Vec<Past>> = HashMap::new();
    for bidder in bidders {
        let procurement = match procurements.get(&bidder.procurement) {
            Some(known) => known.clone(),
            None => {
                let known: Procurement = read.get(&bidder.procurement)?;
                procurements.insert(bidder.procurement.clone(), known.clone());
                known
            }
        };
        let steps = by_bidder.remove(&bidder.id).unwrap_or_default();
        found.entry(bidder.vendor.clone()).or_default().push(Past { procurement, bidder, steps });
    }
    for pasts in found.values_mut() {
        pasts.sort_by(|a, b| {
            b.procurement.created_at.cmp(&a.procurement.created_at).then(b.bidder.id.cmp(&a.bidder.id))
        });
    }
    Ok(found)
}
