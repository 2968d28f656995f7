//! What can be done to the check of required items (必須項目の確認) and to the answers to requirements (要求事項への回答).

use super::verbs::long;
use super::{answers, checks, Fit, ItemCheck, Presence, Proposal, RequirementAnswer};
use crate::journal::Tx;
use crate::l10n::Lang;
use crate::procurement::{line, Procurement};
use crate::required_item::{self, RequiredItem};
use crate::rfp::release::latest;
use crate::rfp::requirement::requirements;
use crate::rfp::snapshot::RequirementShot;
use crate::storage::Read;
use crate::{Error, Result, Text};

/// What is written around the numbers of pages, the longer words first.
const PAGE_WORDS: [&str; 8] = ["ページ", "頁", "pages", "page", "pp.", "pp", "p.", "p"];
/// What may stand between the numbers of pages.
const BETWEEN_PAGES: &str = " ,，、.・;/+-‐–—−〜～~";

/// Sets `state`, `page` or `note` of the check of a required item. A check that says nothing is none.
pub fn set_check(tx: &mut Tx<'_>, proposal: &str, item: &str, field: &str, typed: &str) -> Result<()> {
    let stored: Proposal = tx.get(proposal)?;
    let wanted: RequiredItem = tx.get(item)?;
    if wanted.procurement != stored.procurement {
        return Err(Error::NotFound { kind: "required_item", id: item.into() });
    }
    let held = checks(tx, proposal)?.into_iter().find(|check| check.required_item == item);
    let mut check = held.clone().unwrap_or(ItemCheck {
        id: String::new(),
        proposal: proposal.into(),
        required_item: item.into(),
        state: Presence::Unchecked,
        page: String::new(),
        note: String::new(),
    });
    match field {
        "state" => check.state = Presence::of_word(typed)?,
        "page" => check.page = line(typed)?,
        "note" => check.note = line(typed)?,
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    let says_nothing = check.state == Presence::Unchecked && check.page.is_empty() && check.note.is_empty();
    match (held, says_nothing) {
        (Some(held), true) => tx.remove::<ItemCheck>(&held.id),
        (Some(_), false) => tx.update(&check),
        (None, true) => Ok(()),
        (None, false) => {
            check.id = tx.new_id();
            tx.insert(&check)
        }
    }
}

/// Where an item stands, as it is shown: numbers of pages in one form however they were typed, other words as they are.
pub fn page_in_words(typed: &str, lang: Lang) -> String {
    let narrow = |c: char| match c {
        '．' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    };
    let typed: String = typed.chars().map(narrow).collect();
    let bare = PAGE_WORDS.iter().fold(typed.to_lowercase(), |text, word| text.replace(word, " "));
    let digit = |c: char| c.is_ascii_digit();
    let mut numbers = String::new();
    for part in bare.split_whitespace() {
        if numbers.ends_with(|c: char| digit(c) || c == ',') && part.starts_with(digit) {
            numbers.push(' ');
        }
        numbers.push_str(part);
    }
    if numbers.contains(digit) && numbers.chars().all(|c| digit(c) || BETWEEN_PAGES.contains(c)) {
        lang.say(&Text::new("page-at").arg("page", numbers))
    } else {
        typed
    }
}

/// Sets `answer` or `words` of the answer to a requirement. An answer that says nothing is none.
pub fn set_answer(tx: &mut Tx<'_>, proposal: &str, requirement: &str, field: &str, typed: &str) -> Result<()> {
    let stored: Proposal = tx.get(proposal)?;
    let held = answers(tx, proposal)?.into_iter().find(|answer| answer.requirement == requirement);
    if held.is_none() && !asked(tx, &stored.procurement)?.iter().any(|asked| asked.id == requirement) {
        return Err(Error::NotFound { kind: "requirement", id: requirement.into() });
    }
    let mut answer = held.clone().unwrap_or(RequirementAnswer {
        id: String::new(),
        proposal: proposal.into(),
        requirement: requirement.into(),
        answer: Fit::Unsaid,
        words: String::new(),
    });
    match field {
        "answer" => answer.answer = Fit::of_word(typed)?,
        "words" => answer.words = long(typed)?,
        _ => return Err(Error::say("error-field").arg("field", field)),
    }
    match (held, answer.answer == Fit::Unsaid && answer.words.is_empty()) {
        (Some(held), true) => tx.remove::<RequirementAnswer>(&held.id),
        (Some(_), false) => tx.update(&answer),
        (None, true) => Ok(()),
        (None, false) => {
            answer.id = tx.new_id();
            tx.insert(&answer)
        }
    }
}

/// The requirements bidders answer: those of the latest release, or as they stand while there is none.
pub fn asked(read: &Read<'_>, procurement: &str) -> Result<Vec<RequirementShot>> {
    if let Some(release) = latest(read, procurement)? {
        return Ok(release.snapshot.requirements);
    }
    let shot = |one: crate::rfp::Requirement| RequirementShot {
        number: one.label(),
        id: one.id,
        section: one.section,
        level: one.level,
        text: one.text,
    };
    Ok(requirements(read, procurement)?.into_iter().map(shot).collect())
}

/// The required items that are checked, each with its number and the title of its group: those without parts of their own.
pub fn wanted(read: &Read<'_>, procurement: &str) -> Result<Vec<(String, String, RequiredItem)>> {
    read.get::<Procurement>(procurement)?;
    let all = required_item::listed(&required_item::of(read, procurement)?);
    let mut group = String::new();
    let mut found = Vec::new();
    for (at, (number, depth, item)) in all.iter().enumerate() {
        let has_parts = *depth == 0 && all.get(at + 1).is_some_and(|(_, depth, _)| *depth > 0);
        if *depth == 0 {
            group = if has_parts { item.title.clone() } else { String::new() };
        }
        if !has_parts {
            found.push((number.clone(), group.clone(), item.clone()));
        }
    }
    Ok(found)
}

/// Removes a required item with what stands under it and what was checked by it.
pub fn remove_item(tx: &mut Tx<'_>, item: &str) -> Result<()> {
    let under = tx.all::<RequiredItem>("WHERE parent = ?1", &[&item])?;
    for gone in under.iter().map(|part| part.id.as_str()).chain([item]) {
        for check in tx.all::<ItemCheck>("WHERE required_item = ?1", &[&gone])? {
            tx.remove::<ItemCheck>(&check.id)?;
        }
    }
    required_item::verbs::remove(tx, item)
}

/// Removes all checks and answers of a proposal.
pub(super) fn remove_all(tx: &mut Tx<'_>, proposal: &str) -> Result<()> {
    for check in checks(tx, proposal)? {
        tx.remove::<ItemCheck>(&check.id)?;
    }
    for answer in answers(tx, proposal)? {
        tx.remove::<RequirementAnswer>(&answer.id)?;
    }
    Ok(())
}
