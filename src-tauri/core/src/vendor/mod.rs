//! Vendors (ベンダー): the directory of companies, kept across procurements.

pub mod verbs;

use serde::{Deserialize, Serialize};

use crate::l10n::company_fold;
use crate::storage::{Read, Record};
use crate::Result;

/// A company that may be asked for a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vendor {
    /// Key.
    pub id: String,
    /// Its name, bare.
    pub name: String,
    /// よみ of the name, for sorting.
    pub reading: String,
}

impl Record for Vendor {
    const KIND: &'static str = "vendor";
    const COLUMNS: &'static [&'static str] = &["id", "name", "reading"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// The vendor of this name, however it is written: 株式会社 or ㈱, before or behind, in any width.
pub fn named(read: &Read<'_>, name: &str) -> Result<Option<Vendor>> {
    let wanted = company_fold(name);
    if wanted.is_empty() {
        return Ok(None);
    }
    Ok(read.all::<Vendor>("ORDER BY id", &[])?.into_iter().find(|vendor| company_fold(&vendor.name) == wanted))
}
