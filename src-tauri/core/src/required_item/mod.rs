//! Required items (提案書の必須項目): the checklist a bidder gets and each proposal is later checked against.

pub mod verbs;

use serde::{Deserialize, Serialize};

use crate::finding::{Finding, Screen, Severity};
use crate::place::{numbered, Placed};
use crate::storage::{Read, Record};
use crate::{Result, Text};

/// One required item, or the head of a group of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequiredItem {
    /// Key.
    pub id: String,
    /// Procurement.
    pub procurement: String,
    /// The group it belongs to.
    pub parent: Option<String>,
    /// Key of order.
    pub position: String,
    /// What a proposal must say.
    pub title: String,
}

impl Record for RequiredItem {
    const KIND: &'static str = "required_item";
    const COLUMNS: &'static [&'static str] = &["id", "procurement", "parent", "position", "title"];

    fn id(&self) -> &str {
        &self.id
    }
}

impl Placed for RequiredItem {
    fn position(&self) -> &str {
        &self.position
    }

    fn parent(&self) -> Option<&str> {
        self.parent.as_deref()
    }
}

/// The required items of a procurement in order.
pub fn of(read: &Read<'_>, procurement: &str) -> Result<Vec<RequiredItem>> {
    read.all("WHERE procurement = ?1 ORDER BY position, id", &[&procurement])
}

/// The items as they are listed: each with its number and depth, items behind their group.
pub fn listed(items: &[RequiredItem]) -> Vec<(String, u8, RequiredItem)> {
    numbered(items)
}

/// A procurement without required items gets proposals that cannot be laid side by side.
pub fn findings(items: &[RequiredItem]) -> Vec<Finding> {
    if items.is_empty() {
        vec![Finding::new("items", Severity::Note, Text::new("finding-no-items")).on(Screen::Items)]
    } else {
        Vec::new()
    }
}
