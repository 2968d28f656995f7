//! Outlines (ひな形): what an RFP starts from. Two come with the program in each language; others are saved from a
//! procurement.

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::requirement::{add_requirement, requirements};
use super::section::{append_section, sections};
use super::{Level, Section};
use crate::criterion::judging::{Judging, Scheme};
use crate::criterion::{self, Criterion};
use crate::evaluation::score::TieBreak;
use crate::journal::Tx;
use crate::l10n::Lang;
use crate::place::under;
use crate::procurement::Procurement;
use crate::required_item;
use crate::richtext::shorthand::{from_short, Short};
use crate::richtext::RichText;
use crate::storage::{Read, Record};
use crate::{Error, Result};

/// More sections left open than this, and proposals can no longer be compared.
pub const OPTIONAL_WARN_OVER: usize = 3;

/// An outline: sections with hints and starting texts, criteria, and the required items of a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// `cs-bpo` for one that came with the program, otherwise a key.
    pub id: String,
    /// Its language.
    pub lang: Lang,
    /// Its name.
    pub title: String,
    /// What it is for.
    pub description: String,
    /// Its sections.
    pub parts: Vec<Part>,
    /// Its criteria.
    pub criteria: Vec<Judged>,
    /// Its rules of judging, where they are not the usual ones. What settles a tie names criteria by their numbers.
    pub judging: Option<Judging>,
    /// The required items of a proposal.
    pub items: Vec<Asked>,
}

/// A section of an outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What the outline calls it; empty in one's own.
    #[serde(default)]
    pub key: String,
    /// Its title.
    pub title: String,
    /// What a good one says.
    pub hint: String,
    /// Whether it may be left open.
    pub optional_allowed: bool,
    /// Whether it is left open.
    #[serde(default)]
    pub optional: bool,
    /// What is said where it is left open.
    pub optional_wording: String,
    /// The text it starts with.
    pub body: RichText,
    /// Requirements it starts with.
    #[serde(default)]
    pub requirements: Vec<(Level, String)>,
    /// Sections under it.
    pub children: Vec<Part>,
}

/// A criterion of an outline.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// Its name.
    pub title: String,
    /// What it asks.
    #[serde(default)]
    pub asks: String,
    /// Its share.
    pub weight: Option<String>,
    /// How it is judged.
    #[serde(default)]
    pub scheme: Scheme,
    /// Smallest share of its weight.
    #[serde(default)]
    pub minimum: Option<String>,
    /// Its marks are to follow the order of the prices.
    #[serde(default)]
    pub follows_price: bool,
    /// The criteria under it.
    #[serde(default)]
    pub children: Vec<Judged>,
}

/// A required item of an outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// What a proposal must say.
    pub title: String,
    /// The items under it.
    #[serde(default)]
    pub children: Vec<Asked>,
}

impl Part {
    fn count(&self) -> usize {
        1 + self.children.iter().map(Self::count).sum::<usize>()
    }
}

impl Outline {
    /// How many sections it has.
    pub fn sections(&self) -> usize {
        self.parts.iter().map(Part::count).sum()
    }
}

/// A saved outline, as its row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnOutline {
    /// Key.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What it was saved from.
    pub description: String,
    /// Its language.
    pub lang: Lang,
    /// Its sections, criteria and items.
    #[serde(with = "crate::storage::json_text")]
    pub content: Content,
}

/// What a saved outline holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Its sections.
    pub parts: Vec<Part>,
    /// Its criteria.
    pub criteria: Vec<Judged>,
    /// Its rules of judging, where they are not the usual ones. What settles a tie names criteria by their numbers.
    #[serde(default)]
    pub judging: Option<Judging>,
    /// The required items of a proposal.
    pub items: Vec<Asked>,
}

impl Record for OwnOutline {
    const KIND: &'static str = "outline";
    const COLUMNS: &'static [&'static str] = &["id", "title", "description", "lang", "content"];

    fn id(&self) -> &str {
        &self.id
    }
}

impl From<OwnOutline> for Outline {
    fn from(own: OwnOutline) -> Self {
        let OwnOutline { id, title, description, lang, content } = own;
        let Content { parts, criteria, judging, items } = content;
        Self { id, lang, title, description, parts, criteria, judging, items }
    }
}

/// The file form of an outline.
#[derive(Deserialize)]
struct File {
    lang: Lang,
    id: String,
    title: String,
    description: String,
    optional_wording: String,
    required_items: Vec<FileGroup>,
    criteria: Vec<FileCriterion>,
    sections: Vec<FilePart>,
}

#[derive(Deserialize)]
struct FileGroup {
    title: String,
    items: Vec<Asked>,
}

#[derive(Deserialize)]
struct FileCriterion {
    title: String,
    weight: u32,
    #[serde(default)]
    follows_price: bool,
}

#[derive(Deserialize)]
struct FilePart {
    key: String,
    title: String,
    hint: String,
    optional_allowed: bool,
    optional_wording: Option<String>,
    #[serde(default)]
    starter: Vec<Short>,
    #[serde(default)]
    children: Vec<FilePart>,
}

impl FilePart {
    fn part(self, usual: &str) -> Result<Part> {
        Ok(Part {
            key: self.key,
            title: self.title,
            hint: self.hint,
            optional_allowed: self.optional_allowed,
            optional: false,
            optional_wording: self.optional_wording.unwrap_or_else(|| usual.to_owned()),
            body: from_short(&self.starter)?,
            requirements: Vec::new(),
            children: self.children.into_iter().map(|child| child.part(usual)).collect::<Result<_>>()?,
        })
    }
}

const FILES: [&str; 4] = [
    include_str!("outlines/cs-bpo.ja.json"),
    include_str!("outlines/general.ja.json"),
    include_str!("outlines/cs-bpo.en.json"),
    include_str!("outlines/general.en.json"),
];

fn read_file(source: &str) -> Result<Outline> {
    let file: File = serde_json::from_str(source)?;
    let usual = file.optional_wording;
    Ok(Outline {
        id: file.id,
        lang: file.lang,
        title: file.title,
        description: file.description,
        parts: file.sections.into_iter().map(|part| part.part(&usual)).collect::<Result<_>>()?,
        criteria: file
            .criteria
            .into_iter()
            .map(|c| Judged {
                title: c.title,
                weight: Some(c.weight.to_string()),
                follows_price: c.follows_price,
                ..Judged::default()
            })
            .collect(),
        judging: None,
        items: file
            .required_items
            .into_iter()
            .map(|group| Asked { title: group.title, children: group.items })
            .collect(),
    })
}

/// The outlines that come with the program, in both languages.
pub fn supplied() -> &'static [Outline] {
    static OUTLINES: OnceLock<Vec<Outline>> = OnceLock::new();
    OUTLINES.get_or_init(|| FILES.iter().filter_map(|source| read_file(source).ok()).collect())
}

/// The outlines one can start from: those that came with the program, the ones in `lang` first, then one's own.
pub fn outlines(read: &Read<'_>, lang: Lang) -> Result<Vec<Outline>> {
    let mut all = supplied().to_vec();
    all.sort_by_key(|outline| outline.lang != lang);
    all.extend(read.all::<OwnOutline>("ORDER BY title, id", &[])?.into_iter().map(Outline::from));
    Ok(all)
}

/// Whether the outline came with the program.
pub fn is_supplied(id: &str) -> bool {
    supplied().iter().any(|outline| outline.id == id)
}

/// The outline with this id; one that came with the program in the language asked for.
pub fn outline(read: &Read<'_>, id: &str, lang: Lang) -> Result<Outline> {
    match supplied().iter().find(|outline| outline.id == id && outline.lang == lang) {
        Some(outline) => Ok(outline.clone()),
        None => read.get::<OwnOutline>(id).map(Outline::from),
    }
}

/// Fills a new procurement with an outline's sections, requirements, criteria and required items.
pub fn plant(tx: &mut Tx<'_>, procurement: &str, outline: &Outline) -> Result<()> {
    for part in &outline.parts {
        plant_part(tx, procurement, None, part)?;
    }
    plant_criteria(tx, procurement, None, &outline.criteria)?;
    if let Some(judging) = &outline.judging {
        let planted = numbers(&criterion::of(tx, procurement)?);
        let id_of = |number: &str| planted.iter().find(|(its, _)| its == number).map(|(_, id)| id.clone());
        let ties = ties(&judging.ties, id_of);
        tx.insert(&Judging { id: procurement.into(), due: String::new(), ties, ..judging.clone() })?;
    }
    plant_items(tx, procurement, None, &outline.items)
}

/// The numbers of criteria with their keys.
fn numbers(criteria: &[Criterion]) -> Vec<(String, String)> {
    criterion::listed(criteria).into_iter().map(|(number, _, one)| (number, one.id)).collect()
}

/// What settles a tie, with the criteria in it named otherwise; those without another name are left out.
fn ties(ties: &[TieBreak], named: impl Fn(&str) -> Option<String>) -> Vec<TieBreak> {
    let named = |tie: &TieBreak| match tie {
        TieBreak::Criterion(id) => named(id).map(TieBreak::Criterion),
        other => Some(other.clone()),
    };
    ties.iter().filter_map(named).collect()
}

fn plant_part(tx: &mut Tx<'_>, procurement: &str, parent: Option<&str>, part: &Part) -> Result<()> {
    let mut section = append_section(tx, procurement, parent, &part.title)?;
    section.hint.clone_from(&part.hint);
    section.optional_allowed = part.optional_allowed;
    section.optional = part.optional;
    if !part.optional_wording.is_empty() {
        section.optional_wording.clone_from(&part.optional_wording);
    }
    section.body = part.body.clone();
    tx.update(&section)?;
    for (level, text) in &part.requirements {
        add_requirement(tx, procurement, Some(&section.id), *level, text, None)?;
    }
    for child in &part.children {
        plant_part(tx, procurement, Some(&section.id), child)?;
    }
    Ok(())
}

/// Plants criteria, with those under them.
pub(crate) fn plant_criteria(
    tx: &mut Tx<'_>,
    procurement: &str,
    parent: Option<&str>,
    criteria: &[Judged],
) -> Result<()> {
    for judged in criteria {
        let id = criterion::verbs::add(tx, procurement, parent, &judged.title, None)?;
        criterion::verbs::set(tx, &id, "asks", &judged.asks)?;
        criterion::verbs::set(tx, &id, "weight", judged.weight.as_deref().unwrap_or_default())?;
        let Judged { scheme, minimum, follows_price, .. } = judged.clone();
        if scheme != Scheme::default() || minimum.is_some() || follows_price {
            let stored: Criterion = tx.get(&id)?;
            tx.update(&Criterion { scheme, minimum, follows_price, ..stored })?;
        }
        plant_criteria(tx, procurement, Some(&id), &judged.children)?;
    }
    Ok(())
}

/// Plants required items, with those under them.
pub(crate) fn plant_items(tx: &mut Tx<'_>, procurement: &str, parent: Option<&str>, items: &[Asked]) -> Result<()> {
    for asked in items {
        let id = required_item::verbs::add(tx, procurement, parent, &asked.title, None)?;
        plant_items(tx, procurement, Some(&id), &asked.children)?;
    }
    Ok(())
}

/// A name as it is kept.
fn title_of(typed: &str) -> Result<String> {
    super::section::title_of(typed).map_err(|_| Error::say("error-outline-title").code("title"))
}

/// Saves the RFP of a procurement as an outline: its sections with their texts, requirements, criteria and required items.
pub fn save_outline(tx: &mut Tx<'_>, procurement: &str, title: &str) -> Result<String> {
    let source: Procurement = tx.get(procurement)?;
    let rows: Vec<Section> = sections(tx, procurement)?.into_iter().map(|(_, section)| section).collect();
    let required = requirements(tx, procurement)?;
    let part = |section: &Section| Part {
        key: String::new(),
        title: section.title.clone(),
        hint: section.hint.clone(),
        optional_allowed: section.optional_allowed,
        optional: section.optional,
        optional_wording: section.optional_wording.clone(),
        body: section.body.clone(),
        requirements: required
            .iter()
            .filter(|r| r.section.as_ref() == Some(&section.id))
            .map(|r| (r.level, r.text.clone()))
            .collect(),
        children: Vec::new(),
    };
    let criteria = criterion::of(tx, procurement)?;
    let judged = |c: &Criterion| Judged {
        title: c.title.clone(),
        asks: c.asks.clone(),
        weight: c.weight.clone(),
        scheme: c.scheme.clone(),
        minimum: c.minimum.clone(),
        follows_price: c.follows_price,
        children: Vec::new(),
    };
    let numbers = numbers(&criteria);
    let number_of = |id: &str| numbers.iter().find(|(_, its)| its == id).map(|(number, _)| number.clone());
    let judging = tx.find::<Judging>(procurement)?.map(|judging| Judging {
        id: String::new(),
        due: String::new(),
        price_opened_at: None,
        ties: ties(&judging.ties, number_of),
        ..judging
    });
    let items = required_item::of(tx, procurement)?;
    let own = OwnOutline {
        id: tx.new_id(),
        title: title_of(title)?,
        description: source.lang.say(&crate::Text::new("outline-saved-from").arg("title", &source.title)),
        lang: source.lang,
        content: Content {
            parts: nested(&rows, None, &part),
            criteria: under(&criteria, None)
                .iter()
                .map(|c| Judged { children: under(&criteria, Some(&c.id)).iter().map(judged).collect(), ..judged(c) })
                .collect(),
            judging,
            items: under(&items, None)
                .iter()
                .map(|item| Asked {
                    title: item.title.clone(),
                    children: under(&items, Some(&item.id))
                        .iter()
                        .map(|child| Asked { title: child.title.clone(), children: Vec::new() })
                        .collect(),
                })
                .collect(),
        },
    };
    tx.insert(&own)?;
    Ok(own.id)
}

fn nested(rows: &[Section], parent: Option<&str>, part: &impl Fn(&Section) -> Part) -> Vec<Part> {
    rows.iter()
        .filter(|section| section.parent.as_deref() == parent)
        .map(|section| Part { children: nested(rows, Some(&section.id), part), ..part(section) })
        .collect()
}

/// Gives an own outline another name.
pub fn rename_outline(tx: &mut Tx<'_>, id: &str, title: &str) -> Result<()> {
    let own = own(tx, id)?;
    tx.update(&OwnOutline { title: title_of(title)?, ..own })
}

/// Removes an own outline.
pub fn remove_outline(tx: &mut Tx<'_>, id: &str) -> Result<()> {
    own(tx, id)?;
    tx.remove::<OwnOutline>(id)
}

fn own(read: &Read<'_>, id: &str) -> Result<OwnOutline> {
    if is_supplied(id) {
        return Err(Error::say("error-outline-supplied").code("outline-supplied"));
    }
    read.get(id)
}

#[cfg(test)]
mod tests {
    use super::super::field;
    use super::*;

    fn walk(parts: &[Part], see: &mut impl FnMut(&Part)) {
        for part in parts {
            see(part);
            walk(&part.children, see);
        }
    }

    #[test]
    fn every_supplied_outline_is_read_and_uses_known_fields() {
        assert_eq!(supplied().len(), FILES.len());
        for outline in supplied() {
            assert!(outline.sections() > 8, "{}", outline.id);
            walk(&outline.parts, &mut |part| {
                assert!(!part.hint.is_empty() && !part.optional_wording.is_empty(), "{}", part.title);
                let told = part.body.plain_text();
                assert!(!told.contains('△'), "{}: how marks are given is for the rules to say", part.title);
                for key in part.body.fields() {
                    assert!(field::is_known(&key), "{}: {key}", part.title);
                }
                for name in part.body.drawn() {
                    assert!(field::DRAWN.contains(&name), "{}: {name}", part.title);
                }
            });
            let weights: u32 = outline.criteria.iter().filter_map(|c| c.weight.as_ref()?.parse::<u32>().ok()).sum();
            assert_eq!(weights, 100);
        }
    }

    #[test]
    fn the_outline_for_customer_success_begins_with_the_usual_six_criteria() {
        for lang in [Lang::Ja, Lang::En] {
            let outline = supplied().iter().find(|one| one.id == "cs-bpo" && one.lang == lang).unwrap();
            let usual = criterion::sets::usual(lang).parts;
            let planted = outline.criteria.iter().map(|one| (&one.title, &one.weight, one.follows_price));
            assert!(planted.eq(usual.iter().map(|one| (&one.title, &one.weight, one.follows_price))), "{lang:?}");
            assert_eq!(usual.len(), 6);
        }
    }

    #[test]
    fn both_languages_have_the_same_outlines() {
        let shape = |lang: Lang| {
            let of = supplied().iter().filter(|outline| outline.lang == lang);
            of.map(|outline| {
                let mut keys = Vec::new();
                walk(&outline.parts, &mut |part| keys.push(part.key.clone()));
                (outline.id.clone(), keys)
            })
            .collect::<Vec<_>>()
        };
        assert_eq!(shape(Lang::Ja), shape(Lang::En));
    }
}
