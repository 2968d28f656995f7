//! Companies that may be one and the same, each pair with what speaks for it. Nothing is merged by itself.

use super::{contacts, Contact, Vendor};
use crate::l10n::{company_fold, fold};
use crate::storage::Read;
use crate::{Result, Text};

/// A name that another one begins with or holds speaks for the same company only from this length on.
const TELLING: usize = 4;
/// Domains anybody may have an address under.
const OPEN_DOMAINS: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "yahoo.co.jp",
    "yahoo.com",
    "outlook.com",
    "outlook.jp",
    "hotmail.com",
    "icloud.com",
    "me.com",
    "live.jp",
    "nifty.com",
];

/// Two companies that may be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duplicate {
    /// The one that has been in the directory longer.
    pub first: Vendor,
    /// The other.
    pub second: Vendor,
    /// What speaks for it.
    pub why: Text,
}

/// The pairs that may be one company.
pub fn duplicates(read: &Read<'_>) -> Result<Vec<Duplicate>> {
    let known: Vec<Known> = read
        .all::<Vendor>("ORDER BY id", &[])?
        .into_iter()
        .map(|vendor| Known::of(read, vendor))
        .collect::<Result<_>>()?;
    let mut pairs = Vec::new();
    for (n, first) in known.iter().enumerate() {
        for second in &known[n + 1..] {
            if let Some(why) = first.like(second) {
                pairs.push(Duplicate { first: first.vendor.clone(), second: second.vendor.clone(), why });
            }
        }
    }
    Ok(pairs)
}

/// A vendor with what it is recognised by.
struct Known {
    name: String,
    reading: String,
    aliases: Vec<String>,
    domains: Vec<String>,
    mails: Vec<String>,
    vendor: Vendor,
}

impl Known {
    fn of(read: &Read<'_>, vendor: Vendor) -> Result<Self> {
        let people: Vec<Contact> = contacts(read, &vendor.id)?;
        let mails: Vec<String> =
            people.iter().map(|contact| contact.mail.to_lowercase()).filter(|mail| !mail.is_empty()).collect();
        let mut domains = vendor.domains.clone();
        domains.extend(mails.iter().filter_map(|mail| mail.split_once('@')).map(|(_, domain)| domain.to_owned()));
        domains.retain(|domain| !OPEN_DOMAINS.contains(&domain.as_str()));
        Ok(Self {
            name: company_fold(&vendor.name),
            reading: fold(&vendor.reading).replace(' ', ""),
            aliases: vendor.aliases.iter().map(|alias| company_fold(alias)).collect(),
            domains,
            mails,
            vendor,
        })
    }

    fn like(&self, other: &Self) -> Option<Text> {
        let shared = |one: &[String], two: &[String]| one.iter().find(|item| two.contains(item)).cloned();
        if self.name == other.name {
            return Some(Text::new("duplicate-name"));
        }
        if let Some(mail) = shared(&self.mails, &other.mails) {
            return Some(Text::new("duplicate-mail").arg("mail", mail));
        }
        if self.aliases.contains(&other.name) || other.aliases.contains(&self.name) {
            return Some(Text::new("duplicate-alias"));
        }
        if let Some(domain) = shared(&self.domains, &other.domains) {
            return Some(Text::new("duplicate-domain").arg("domain", domain));
        }
        if !self.reading.is_empty() && self.reading == other.reading {
            return Some(Text::new("duplicate-reading"));
        }
        let holds = |long: &str, short: &str| short.chars().count() >= TELLING && long.contains(short);
        if holds(&self.name, &other.name) || holds(&other.name, &self.name) {
            return Some(Text::new("duplicate-part"));
        }
        None
    }
}
