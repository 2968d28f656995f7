//! What can be done to the tree of sections.

use std::collections::HashMap;

pub use super::tree::Direction;
use super::tree::{Node, Tree};
use super::{Numbered, Requirement, Section};
use crate::journal::Tx;
use crate::l10n::Lang;
use crate::procurement::Procurement;
use crate::richtext::RichText;
use crate::storage::{Read, Record};
use crate::{Error, Result};

/// Longest title, in characters.
const TITLE: usize = 200;
/// Sections of one RFP, so that nothing that is shown or set grows without bounds.
const MOST: usize = 1_000;

/// All sections of a procurement in reading order, each with its number.
pub fn sections(read: &Read<'_>, procurement: &str) -> Result<Vec<(Numbered, Section)>> {
    let rows = rows(read, procurement)?;
    let numbered = Tree::of(&rows).numbered();
    let mut by_id: HashMap<String, Section> = rows.into_iter().map(|section| (section.id.clone(), section)).collect();
    Ok(numbered.into_iter().filter_map(|n| by_id.remove(&n.id).map(|section| (n, section))).collect())
}

fn rows(read: &Read<'_>, procurement: &str) -> Result<Vec<Section>> {
    read.all("WHERE procurement = ?1 ORDER BY position, id", &[&procurement])
}

fn tree(read: &Read<'_>, procurement: &str) -> Result<Tree> {
    Ok(Tree::from_nodes(read.all::<Node>("WHERE procurement = ?1", &[&procurement])?))
}

/// The number of a section with its title, as operations name it (`2.3 提出期限と提出先`), and its procurement. Its text,
/// which is most of it, is not read.
///
/// # Errors
/// [`Error::NotFound`] where there is no such section.
pub fn named(read: &Read<'_>, id: &str) -> Result<(String, String)> {
    let mut statement = read.conn.prepare_cached(include_str!("section_named.sql"))?;
    let mut rows = statement.query([id])?;
    let mut number = Vec::new();
    let mut last = None;
    while let Some(row) = rows.next()? {
        number.push(row.get::<_, u32>(0)?.to_string());
        last = Some((row.get::<_, String>(1)?, row.get::<_, String>(2)?));
    }
    let (procurement, title) = last.ok_or_else(|| Error::NotFound { kind: Section::KIND, id: id.into() })?;
    Ok((format!("{} {title}", number.join(".")), procurement))
}

/// A title as it is kept: one line, not empty, of bearable length.
///
/// # Errors
/// A sentence where nothing is left of it.
pub fn title_of(typed: &str) -> Result<String> {
    let title = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let title: String = title.chars().filter(|c| !c.is_control()).take(TITLE).collect();
    if title.is_empty() {
        Err(Error::say("error-section-title").code("title"))
    } else {
        Ok(title)
    }
}

/// Adds a section under `parent` behind `after`; without `after` it comes first.
pub fn add_section(
    tx: &mut Tx<'_>,
    procurement: &str,
    parent: Option<&str>,
    after: Option<&str>,
    title: &str,
) -> Result<Section> {
    let lang = tx.get::<Procurement>(procurement)?.lang;
    add(tx, procurement, parent, after, title, lang)
}

fn add(
    tx: &mut Tx<'_>,
    procurement: &str,
    parent: Option<&str>,
    after: Option<&str>,
    title: &str,
    lang: Lang,
) -> Result<Section> {
    let rows = rows(tx, procurement)?;
    if rows.len() >= MOST {
        return Err(Error::say("error-sections-many").code("sections-many").arg("limit", MOST));
    }
    let position = Tree::of(&rows).place(parent, after)?;
    let section = Section {
        id: tx.new_id(),
        procurement: procurement.into(),
        parent: parent.map(Into::into),
        position,
        title: title_of(title)?,
        body: RichText::default(),
        hint: String::new(),
        optional: false,
        optional_allowed: true,
        optional_wording: super::usual_optional_wording(lang),
        done: false,
    };
    tx.insert(&section)?;
    Ok(section)
}

/// Adds a section as the last one under `parent`.
pub fn append_section(tx: &mut Tx<'_>, procurement: &str, parent: Option<&str>, title: &str) -> Result<Section> {
    let last = tree(tx, procurement)?.children(parent).last().cloned();
    add_section(tx, procurement, parent, last.as_deref(), title)
}

/// What of a section is to be changed; the rest stays.
#[derive(Debug, Clone, Default)]
pub struct Edit {
    /// New title.
    pub title: Option<String>,
    /// New text.
    pub body: Option<RichText>,
    /// Left open to the bidder or not.
    pub optional: Option<bool>,
    /// What is said where it is left open.
    pub optional_wording: Option<String>,
    /// Done or not.
    pub done: Option<bool>,
}

/// Changes a section.
pub fn edit_section(tx: &mut Tx<'_>, id: &str, edit: Edit) -> Result<Section> {
    let mut section: Section = tx.get(id)?;
    if let Some(title) = edit.title {
        section.title = title_of(&title)?;
    }
    if let Some(body) = edit.body {
        section.body = body.checked()?;
    }
    if let Some(optional) = edit.optional {
        section.optional = optional;
    }
    if let Some(wording) = edit.optional_wording {
        let wording: String = wording.trim().chars().take(2_000).collect();
        section.optional_wording = if wording.is_empty() {
            super::usual_optional_wording(tx.get::<Procurement>(&section.procurement)?.lang)
        } else {
            wording
        };
    }
    if let Some(done) = edit.done {
        section.done = done;
    }
    tx.update(&section)?;
    Ok(section)
}

/// Puts a section under `parent`, behind `after` or first.
///
/// # Errors
/// Where it would end up inside itself or too deep.
pub fn move_section(tx: &mut Tx<'_>, id: &str, parent: Option<&str>, after: Option<&str>) -> Result<()> {
    let mut section: Section = tx.get(id)?;
    let tree = tree(tx, &section.procurement)?;
    let siblings = tree.children(section.parent.as_deref());
    let at = siblings.iter().position(|sibling| sibling == id);
    let now = at.and_then(|n| n.checked_sub(1)).map(|n| siblings[n].as_str());
    if section.parent.as_deref() == parent && now == after {
        return Ok(());
    }
    section.position = tree.moved(id, parent, after)?;
    section.parent = parent.map(Into::into);
    tx.update(&section)
}

/// Moves a section by one. Where it cannot go further it stays.
pub fn shift_section(tx: &mut Tx<'_>, id: &str, direction: Direction) -> Result<()> {
    let section: Section = tx.get(id)?;
    match tree(tx, &section.procurement)?.shifted(id, direction) {
        Some((parent, after)) => move_section(tx, id, parent.as_deref(), after.as_deref()),
        None => Ok(()),
    }
}

/// Removes a section with everything under it and all their requirements.
pub fn remove_section(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    let section: Section = tx.get(id)?;
    let gone = tree(tx, &section.procurement)?.with_descendants(id);
    for id in gone.iter().rev() {
        for requirement in tx.all::<Requirement>("WHERE section = ?1", &[id])? {
            tx.remove::<Requirement>(&requirement.id)?;
        }
        tx.remove::<Section>(id)?;
    }
    Ok(())
}
