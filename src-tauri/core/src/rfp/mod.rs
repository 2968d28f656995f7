//! The RFP (提案依頼書): its tree of numbered sections, its requirements, the fields and parts drawn from data, what is
//! still missing, and the releases that left the house.

pub mod change;
pub mod completeness;
pub mod field;
pub mod find;
pub mod outline;
pub mod paper;
pub mod release;
pub mod requirement;
pub mod section;
pub mod snapshot;
mod tree;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::journal::Tx;
use crate::l10n::Lang;
use crate::richtext::RichText;
use crate::storage::Record;
use crate::Result;

pub use tree::{Numbered, DEEPEST};

/// A section: one node of the RFP's tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Key.
    pub id: String,
    /// Procurement.
    pub procurement: String,
    /// The section it belongs under.
    pub parent: Option<String>,
    /// Place among its siblings.
    pub position: String,
    /// Its title, without a number: numbers follow from the place.
    pub title: String,
    /// Its text.
    #[serde(with = "crate::storage::json_text")]
    pub body: RichText,
    /// What a good one says.
    pub hint: String,
    /// Left open to the bidder (任意): the wording below stands in place of the text.
    #[serde(with = "crate::storage::flag")]
    pub optional: bool,
    /// Whether the outline thinks it may be left open.
    #[serde(with = "crate::storage::flag")]
    pub optional_allowed: bool,
    /// What is said where it is left open.
    pub optional_wording: String,
    /// Marked as done.
    #[serde(with = "crate::storage::flag")]
    pub done: bool,
}

impl Record for Section {
    const KIND: &'static str = "section";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "procurement",
        "parent",
        "position",
        "title",
        "body",
        "hint",
        "optional",
        "optional_allowed",
        "optional_wording",
        "done",
    ];

    fn id(&self) -> &str {
        &self.id
    }
}

/// How far a section is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum SectionState {
    /// Nothing is written.
    Empty,
    /// Something is.
    Draft,
    /// She says it is done.
    Done,
}

impl Section {
    /// How far it is written. A chapter may do without a text of its own; a section that is left open has its wording.
    pub fn state(&self, has_children: bool, has_requirements: bool) -> SectionState {
        if self.done {
            SectionState::Done
        } else if self.body.is_empty() && !self.optional && !has_children && !has_requirements {
            SectionState::Empty
        } else {
            SectionState::Draft
        }
    }
}

/// Whether a bidder has to meet a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// 必須.
    Must,
    /// 希望.
    Want,
}

/// A requirement (要求事項) that a bidder answers by its number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    /// Key.
    pub id: String,
    /// Procurement.
    pub procurement: String,
    /// The section it belongs to.
    pub section: Option<String>,
    /// Place in the list of all requirements.
    pub position: String,
    /// Its number, never given twice in a procurement.
    pub number: u32,
    /// Must or want.
    pub level: Level,
    /// What is required.
    pub text: String,
}

impl Record for Requirement {
    const KIND: &'static str = "requirement";
    const COLUMNS: &'static [&'static str] = &["id", "procurement", "section", "position", "number", "level", "text"];

    fn id(&self) -> &str {
        &self.id
    }
}

impl Requirement {
    /// `R-001`.
    pub fn label(&self) -> String {
        format!("R-{:03}", self.number)
    }
}

/// The highest requirement number ever given in a procurement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequirementCount {
    /// The procurement.
    pub id: String,
    /// The last number given.
    pub last: u32,
}

impl Record for RequirementCount {
    const KIND: &'static str = "requirement_count";
    const COLUMNS: &'static [&'static str] = &["id", "last"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// Copies the RFP of one procurement into another: sections and requirements, with their numbers. Releases stay behind.
pub fn copy(tx: &mut Tx<'_>, from: &str, to: &str) -> Result<()> {
    let sections: Vec<Section> = tx.all("WHERE procurement = ?1 ORDER BY position, id", &[&from])?;
    let ids: std::collections::HashMap<String, String> =
        sections.iter().map(|section| (section.id.clone(), tx.new_id())).collect();
    for mut section in sections {
        section.id = ids[&section.id].clone();
        section.procurement = to.to_owned();
        section.parent = section.parent.and_then(|parent| ids.get(&parent).cloned());
        section.done = false;
        tx.insert(&section)?;
    }
    let requirements: Vec<Requirement> = tx.all("WHERE procurement = ?1 ORDER BY number", &[&from])?;
    for (number, mut requirement) in (1..).zip(requirements) {
        requirement.id = tx.new_id();
        requirement.procurement = to.to_owned();
        requirement.section = requirement.section.and_then(|section| ids.get(&section).cloned());
        requirement.number = number;
        requirement::count(tx, to, number)?;
        tx.insert(&requirement)?;
    }
    Ok(())
}

/// Removes everything the RFP of a procurement holds, releases and the names of their papers among it. The kept bytes of
/// papers stay, so that the removal can be undone.
pub fn remove_all(tx: &mut Tx<'_>, procurement: &str) -> Result<()> {
    for release in tx.all::<release::Release>("WHERE procurement = ?1", &[&procurement])? {
        for file in tx.all::<release::ReleaseFile>("WHERE release = ?1", &[&release.id])? {
            tx.remove::<release::ReleaseFile>(&file.id)?;
        }
        tx.remove::<release::Release>(&release.id)?;
    }
    for requirement in tx.all::<Requirement>("WHERE procurement = ?1", &[&procurement])? {
        tx.remove::<Requirement>(&requirement.id)?;
    }
    if tx.find::<RequirementCount>(procurement)?.is_some() {
        tx.remove::<RequirementCount>(procurement)?;
    }
    for section in tx.all::<Section>("WHERE procurement = ?1", &[&procurement])? {
        tx.remove::<Section>(&section.id)?;
    }
    Ok(())
}

/// The wording of a section that is left open, where the outline has none of its own.
pub fn usual_optional_wording(lang: Lang) -> String {
    lang.word("rfp-optional-wording")
}
