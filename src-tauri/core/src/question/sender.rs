//! Which bidder a mail comes from.

use crate::bidder::{with_vendors, Bidder};
use crate::storage::Read;
use crate::vendor::{contacts, Vendor};
use crate::Result;

/// Domains anybody has an address in; they tell nothing of a company.
const FOR_ALL: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "yahoo.co.jp",
    "yahoo.com",
    "outlook.com",
    "outlook.jp",
    "hotmail.com",
    "hotmail.co.jp",
    "live.jp",
    "icloud.com",
    "me.com",
    "docomo.ne.jp",
    "ezweb.ne.jp",
    "au.com",
    "softbank.ne.jp",
];

/// Whom a mail comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The bidder.
    pub bidder: String,
    /// The person, as the directory knows the address; empty where only the domain is known.
    pub person: String,
    /// The address itself is known, not only its domain.
    pub exact: bool,
}

/// Finds the bidder of an address: by the address, else by its domain. None where several could be meant.
pub fn sender(read: &Read<'_>, procurement: &str, address: &str) -> Result<Option<Sender>> {
    let address = address.trim().to_lowercase();
    let Some((_, domain)) = address.rsplit_once('@') else { return Ok(None) };
    let mut by_address: Vec<Sender> = Vec::new();
    let mut by_domain: Vec<Sender> = Vec::new();
    for (bidder, vendor) in with_vendors(read, procurement)? {
        let people = people(read, &bidder, &vendor)?;
        let known = |mail: &str| mail.trim().eq_ignore_ascii_case(&address);
        let found = |person: String, exact| Sender { bidder: bidder.id.clone(), person, exact };
        if let Some((name, _)) = people.iter().find(|(_, mail)| known(mail)) {
            by_address.push(found(name.clone(), true));
        }
        let domains =
            people.iter().filter_map(|(_, mail)| mail.rsplit_once('@')).map(|(_, domain)| domain.to_lowercase());
        let mut domains = domains.chain(vendor.domains.iter().map(|domain| domain.to_lowercase()));
        if !FOR_ALL.contains(&domain) && domains.any(|own| domain == own || domain.ends_with(&format!(".{own}"))) {
            by_domain.push(found(String::new(), false));
        }
    }
    let mut meant = if by_address.is_empty() { by_domain } else { by_address };
    Ok(if meant.len() == 1 { meant.pop() } else { None })
}

/// Names and addresses of a bidder's people.
fn people(read: &Read<'_>, bidder: &Bidder, vendor: &Vendor) -> Result<Vec<(String, String)>> {
    let mut people = vec![(bidder.person.clone(), bidder.mail.clone())];
    people.extend(contacts(read, &vendor.id)?.into_iter().map(|contact| (contact.name, contact.mail)));
    people.retain(|(_, mail)| !mail.is_empty());
    Ok(people)
}
