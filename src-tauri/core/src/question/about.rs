//! What a question is about: a section or a requirement of the release it was asked about, and what has become of it.

use std::collections::HashMap;

use serde::Serialize;
use ts_rs::TS;

use super::Question;
use crate::rfp::release::Release;
use crate::rfp::section::sections;
use crate::rfp::{requirement, Requirement};
use crate::storage::Read;
use crate::Result;

/// What has become of a section since a question was asked about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(rename = "SectionSince")]
pub enum Since {
    /// It stands where it stood.
    Same,
    /// It has another number or title.
    Renamed,
    /// It is there no longer.
    Removed,
}

/// The section a question was asked about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "QuestionSection")]
pub struct About {
    /// Its key.
    pub id: String,
    /// Its number in the release: `2.3`.
    pub number: String,
    /// Its title there.
    pub title: String,
    /// Number of the release; none where it was asked about the draft.
    pub release: Option<String>,
    /// What has become of it.
    pub since: Since,
    /// Its number now; empty where it was removed.
    pub number_now: String,
    /// Its title now.
    pub title_now: String,
}

/// The sections and requirements of a procurement, now and in its releases.
pub struct Places {
    now: HashMap<String, (usize, String, String)>,
    requirements: HashMap<String, Requirement>,
    releases: HashMap<String, Release>,
}

impl Places {
    /// Reads them as they stand now; releases are read when they are asked for.
    pub fn of(read: &Read<'_>, procurement: &str) -> Result<Self> {
        let now = sections(read, procurement)?.into_iter().enumerate();
        let now = now.map(|(at, (place, section))| (place.id, (at, place.number, section.title))).collect();
        let requirements = requirement::requirements(read, procurement)?;
        let requirements = requirements.into_iter().map(|requirement| (requirement.id.clone(), requirement)).collect();
        Ok(Self { now, requirements, releases: HashMap::new() })
    }

    /// The place of a section in the reading order of today; behind all where it is no longer there.
    pub fn order(&self, section: Option<&str>) -> usize {
        section.and_then(|id| self.now.get(id)).map_or(usize::MAX, |(at, ..)| *at)
    }

    /// The number of a section today; empty where it is no longer there.
    pub fn number(&self, section: Option<&str>) -> &str {
        section.and_then(|id| self.now.get(id)).map_or("", |(_, number, _)| number)
    }

    /// The title of a section today; empty where it is no longer there.
    pub fn title(&self, section: Option<&str>) -> &str {
        section.and_then(|id| self.now.get(id)).map_or("", |(_, _, title)| title)
    }

    fn release(&mut self, read: &Read<'_>, id: &str) -> Result<&Release> {
        if !self.releases.contains_key(id) {
            self.releases.insert(id.to_owned(), read.get(id)?);
        }
        Ok(&self.releases[id])
    }

    /// The section of a question, as it stood and as it stands.
    pub fn about(&mut self, read: &Read<'_>, question: &Question) -> Result<Option<About>> {
        let Some(id) = question.section.clone() else { return Ok(None) };
        let now = self.now.get(&id).map(|(_, number, title)| (number.clone(), title.clone()));
        let then = match &question.release {
            Some(release) => {
                let release = self.release(read, release)?;
                let found = release.snapshot.section(&id);
                found.map(|shot| (shot.number.clone(), shot.title.clone(), release.number.clone()))
            }
            None => None,
        };
        let since = match (&then, &now) {
            (_, None) => Since::Removed,
            (Some((number, title, _)), Some((now, called))) if number != now || title != called => Since::Renamed,
            _ => Since::Same,
        };
        let (number_now, title_now) = now.unwrap_or_default();
        let (number, title, release) = match then {
            Some((number, title, release)) => (number, title, Some(release)),
            None => (number_now.clone(), title_now.clone(), None),
        };
        Ok(Some(About { id, number, title, release, since, number_now, title_now }))
    }

    /// The number of a question's requirement, `R-001`, with its words as they were asked about.
    pub fn requirement(&mut self, read: &Read<'_>, question: &Question) -> Result<Option<(String, String)>> {
        let Some(id) = question.requirement.clone() else { return Ok(None) };
        if let Some(release) = &question.release {
            let release = self.release(read, release)?;
            if let Some(shot) = release.snapshot.requirements.iter().find(|shot| shot.id == id) {
                return Ok(Some((shot.number.clone(), shot.text.clone())));
            }
        }
        Ok(self.requirements.get(&id).map(|found| (found.label(), found.text.clone())))
    }
}
