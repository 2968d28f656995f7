//! Vendors (ベンダー): the directory of companies, kept across procurements.

pub mod called;
mod duplicate;
mod field;
pub mod import;
mod order;
pub mod people;
mod reading;
pub mod verbs;
mod volume;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use duplicate::{duplicates, Duplicate};
pub(crate) use field::long;
pub use field::Field;
pub use order::{initial, sort_key, Initial};
pub use volume::Volume;

use crate::l10n::company_fold;
use crate::place::Placed;
use crate::storage::{Read, Record};
use crate::Result;

/// How a vendor was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "VendorFound")]
pub enum Found {
    /// Not said.
    #[serde(rename = "")]
    Unknown,
    /// By searching.
    Search,
    /// In a community of the trade.
    Community,
    /// Through an investor or adviser.
    Adviser,
    /// Through a peer company.
    Peer,
    /// Known already.
    Own,
}

/// Where the non-disclosure agreement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "VendorNda")]
pub enum Nda {
    /// There is none.
    None,
    /// Sent to the vendor.
    Sent,
    /// Signed.
    Signed,
}

/// A company that may be asked for a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vendor {
    /// Key.
    pub id: String,
    /// Its name, bare.
    pub name: String,
    /// よみ of the name, for sorting.
    pub reading: String,
    /// Short names and brands it goes by.
    #[serde(with = "crate::storage::json_text")]
    pub aliases: Vec<String>,
    /// Domains its mail comes from, in lower case.
    #[serde(with = "crate::storage::json_text")]
    pub domains: Vec<String>,
    /// Its page.
    pub web: String,
    /// How it was found.
    pub found: Found,
    /// Where, and through whom.
    pub found_detail: String,
    /// What it does.
    pub does: String,
    /// Smallest volume it takes, in person-months (人月): an exact decimal, empty where not known.
    pub smallest: String,
    /// Where the non-disclosure agreement stands.
    pub nda: Nda,
    /// Day it was signed, `YYYY-MM-DD`, or empty.
    pub nda_signed_on: String,
    /// Last day it holds, or empty.
    pub nda_until: String,
    /// What else is worth knowing.
    pub notes: String,
    /// Came with the sample procurement, and leaves with it.
    #[serde(with = "crate::storage::flag")]
    pub is_sample: bool,
}

impl Vendor {
    /// Whether the agreement has come to its end before `today`.
    pub fn nda_is_over(&self, today: NaiveDate) -> bool {
        self.nda == Nda::Signed && self.nda_until.parse::<NaiveDate>().is_ok_and(|until| until < today)
    }
}

impl Record for Vendor {
    const KIND: &'static str = "vendor";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "name",
        "reading",
        "aliases",
        "domains",
        "web",
        "found",
        "found_detail",
        "does",
        "smallest",
        "nda",
        "nda_signed_on",
        "nda_until",
        "notes",
        "is_sample",
    ];

    fn id(&self) -> &str {
        &self.id
    }
}

/// A person of a vendor. Names are stored bare, without 様.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Key.
    pub id: String,
    /// The vendor.
    pub vendor: String,
    /// Key of order.
    pub position: String,
    /// Name, bare.
    pub name: String,
    /// よみ of the name.
    pub reading: String,
    /// Department.
    pub department: String,
    /// Position held.
    pub title: String,
    /// Mail address.
    pub mail: String,
    /// Telephone.
    pub phone: String,
    /// What else is worth knowing.
    pub notes: String,
}

impl Record for Contact {
    const KIND: &'static str = "vendor_contact";
    const COLUMNS: &'static [&'static str] =
        &["id", "vendor", "position", "name", "reading", "department", "title", "mail", "phone", "notes"];

    fn id(&self) -> &str {
        &self.id
    }
}

impl Placed for Contact {
    fn position(&self) -> &str {
        &self.position
    }
}

/// A file kept about a vendor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VendorFile {
    /// Key.
    pub id: String,
    /// The vendor.
    pub vendor: String,
    /// File name.
    pub name: String,
    /// Size.
    pub bytes: i64,
    /// Under what its bytes are kept.
    pub sha256: String,
    /// When it was added, UTC.
    pub added_at: String,
}

impl Record for VendorFile {
    const KIND: &'static str = "vendor_file";
    const COLUMNS: &'static [&'static str] = &["id", "vendor", "name", "bytes", "sha256", "added_at"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// How the columns of a vendor's own sheets were understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VendorColumns {
    /// Key of the vendor.
    pub id: String,
    /// Field by the folded heading of its column.
    #[serde(with = "crate::storage::json_text")]
    pub columns: BTreeMap<String, String>,
}

impl Record for VendorColumns {
    const KIND: &'static str = "vendor_columns";
    const COLUMNS: &'static [&'static str] = &["id", "columns"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// The people of a vendor in order.
pub fn contacts(read: &Read<'_>, vendor: &str) -> Result<Vec<Contact>> {
    read.all("WHERE vendor = ?1 ORDER BY position, id", &[&vendor])
}

/// The files kept about a vendor, the newest last.
pub fn files(read: &Read<'_>, vendor: &str) -> Result<Vec<VendorFile>> {
    read.all("WHERE vendor = ?1 ORDER BY added_at, id", &[&vendor])
}

/// The vendor of this name, however it is written: 株式会社 or ㈱, before or behind, in any width.
pub fn named(read: &Read<'_>, name: &str) -> Result<Option<Vendor>> {
    let wanted = company_fold(name);
    if wanted.is_empty() {
        return Ok(None);
    }
    Ok(read.all::<Vendor>("ORDER BY id", &[])?.into_iter().find(|vendor| company_fold(&vendor.name) == wanted))
}
