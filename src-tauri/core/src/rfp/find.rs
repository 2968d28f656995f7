//! Find and replace across the whole RFP: titles, texts, requirements.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::requirement::requirements;
use super::section::{edit_section, sections, Edit};
use super::{requirement, Requirement, Section};
use crate::journal::Tx;
use crate::richtext::replace::{Hit, Pattern};
use crate::storage::Read;
use crate::Result;

/// Where in a section something was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum FoundIn {
    /// Its title.
    Title,
    /// Its text.
    Body,
    /// One of its requirements.
    Requirement,
}

/// One place where it was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Hit")]
pub struct Found {
    /// The section; empty for a requirement without one.
    pub section: String,
    /// `2.3`, or `R-001`.
    pub number: String,
    /// Title of the section.
    pub title: String,
    /// Title, text or requirement.
    pub place: FoundIn,
    /// Which one there, from 0.
    pub index: usize,
    /// Words before.
    pub before: String,
    /// The words found.
    #[serde(rename = "match")]
    pub found: String,
    /// Words behind.
    pub after: String,
}

/// A place that is not to be replaced.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize, TS)]
pub struct Skipped {
    /// The section.
    pub section: String,
    /// Title, text or requirement.
    pub place: FoundIn,
    /// Which one there.
    pub index: usize,
}

/// All places, in the order of the document.
pub fn find(read: &Read<'_>, procurement: &str, pattern: &Pattern) -> Result<Vec<Found>> {
    let mut all = Vec::new();
    let required = requirements(read, procurement)?;
    for (place, section) in sections(read, procurement)? {
        let mut add = |number: &str, found_in, hits: Vec<Hit>, first: usize| {
            all.extend((first..).zip(hits).map(|(index, hit)| Found {
                section: section.id.clone(),
                number: number.to_owned(),
                title: section.title.clone(),
                place: found_in,
                index,
                before: hit.before,
                found: hit.found,
                after: hit.after,
            }));
        };
        add(&place.number, FoundIn::Title, pattern.hits(&section.title), 0);
        add(&place.number, FoundIn::Body, pattern.hits_in(&section.body), 0);
        let mut first = 0;
        for r in of_section(&required, Some(&section.id)) {
            let hits = pattern.hits(&r.text);
            let count = hits.len();
            add(&r.label(), FoundIn::Requirement, hits, first);
            first += count;
        }
    }
    let mut index = 0;
    for r in of_section(&required, None) {
        for hit in pattern.hits(&r.text) {
            all.push(Found {
                section: String::new(),
                number: r.label(),
                title: String::new(),
                place: FoundIn::Requirement,
                index,
                before: hit.before,
                found: hit.found,
                after: hit.after,
            });
            index += 1;
        }
    }
    Ok(all)
}

fn of_section<'a>(all: &'a [Requirement], section: Option<&'a str>) -> impl Iterator<Item = &'a Requirement> {
    all.iter().filter(move |r| r.section.as_deref() == section)
}

/// Replaces all places but those skipped; how many were.
pub fn replace(tx: &mut Tx<'_>, procurement: &str, pattern: &Pattern, with: &str, skip: &[Skipped]) -> Result<usize> {
    let skip: HashSet<&Skipped> = skip.iter().collect();
    let skips = |section: &str, place, index| skip.contains(&Skipped { section: section.to_owned(), place, index });
    let required = requirements(tx, procurement)?;
    let mut replaced = 0;
    let mut homes: Vec<Option<String>> = vec![None];
    for (_, section) in sections(tx, procurement)? {
        let Section { id, title, body, .. } = section;
        let (title, titles) = pattern.replace(&title, with, |n| skips(&id, FoundIn::Title, n));
        let (body, bodies) = pattern.replace_in(&body, with, |n| skips(&id, FoundIn::Body, n));
        if titles + bodies > 0 {
            let edit =
                Edit { title: (titles > 0).then_some(title), body: (bodies > 0).then_some(body), ..Edit::default() };
            edit_section(tx, &id, edit)?;
            replaced += titles + bodies;
        }
        homes.push(Some(id));
    }
    for home in homes {
        let mut first = 0;
        for r in of_section(&required, home.as_deref()) {
            let section = home.as_deref().unwrap_or_default();
            let (text, count) = pattern.replace(&r.text, with, |n| skips(section, FoundIn::Requirement, first + n));
            first += pattern.ranges(&r.text).len();
            if count > 0 {
                requirement::edit_requirement(tx, &r.id, None, Some(&text), None)?;
                replaced += count;
            }
        }
    }
    Ok(replaced)
}
