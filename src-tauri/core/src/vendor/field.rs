//! What is entered about a vendor: each field from what was typed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

use super::volume::Volume;
use super::{Found, Nda, Vendor};
use crate::calendar;
use crate::l10n::{company_fold, fold, Lang};
use crate::procurement::{cannot_read, line};
use crate::{Error, Result};

/// Longest text of several lines, in characters.
const LONG: usize = 4_000;
/// More short names or domains than this are no longer looked at by anybody.
const MOST: usize = 50;

/// A field of a vendor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "VendorField")]
pub enum Field {
    /// Name.
    Name,
    /// よみ.
    Reading,
    /// Short names and brands.
    Aliases,
    /// Mail domains.
    Domains,
    /// Its page.
    Web,
    /// How it was found.
    Found,
    /// Where, and through whom.
    FoundDetail,
    /// What it does.
    Does,
    /// Smallest volume it takes.
    Smallest,
    /// Where the agreement stands.
    Nda,
    /// Day it was signed.
    NdaSignedOn,
    /// Last day it holds.
    NdaUntil,
    /// What else is worth knowing.
    Notes,
}

/// Sets a field of `vendor`, but for its name, to what was typed. A day of signing makes the agreement a signed one.
///
/// # Errors
/// A sentence that says what cannot be read, and how to type it.
pub fn put(vendor: &mut Vendor, field: Field, typed: &str, today: NaiveDate, lang: Lang) -> Result<()> {
    match field {
        // The name belongs to one vendor only; the verb that knows the others sets it.
        Field::Name => return Err(Error::say("error-field").arg("field", "name")),
        Field::Reading => vendor.reading = line(typed)?,
        Field::Aliases => vendor.aliases = aliases(typed)?,
        Field::Domains => vendor.domains = domains(typed)?,
        Field::Web => vendor.web = line(typed)?,
        Field::Found => vendor.found = found(typed).ok_or_else(|| Error::say("error-choice").arg("typed", typed))?,
        Field::FoundDetail => vendor.found_detail = line(typed)?,
        Field::Does => vendor.does = long(typed)?,
        Field::Smallest => vendor.smallest = Volume::typed(typed)?,
        Field::Nda => {
            vendor.nda = nda(typed).ok_or_else(|| Error::say("error-choice").arg("typed", typed))?;
        }
        Field::NdaSignedOn => {
            vendor.nda_signed_on = day(typed, today, lang)?;
            if !vendor.nda_signed_on.is_empty() {
                vendor.nda = Nda::Signed;
            }
        }
        Field::NdaUntil => vendor.nda_until = day(typed, today, lang)?,
        Field::Notes => vendor.notes = long(typed)?,
    }
    let (signed, until) = (&vendor.nda_signed_on, &vendor.nda_until);
    if !signed.is_empty() && !until.is_empty() && until < signed {
        return Err(Error::say("error-nda-order").code("date"));
    }
    Ok(())
}

/// A text of several lines, of bearable length.
pub(crate) fn long(typed: &str) -> Result<String> {
    let text = typed.replace("\r\n", "\n").trim_end().to_owned();
    if text.chars().count() > LONG {
        return Err(Error::say("error-too-long").arg("limit", LONG));
    }
    Ok(text)
}

fn day(typed: &str, today: NaiveDate, lang: Lang) -> Result<String> {
    if typed.trim().is_empty() {
        return Ok(String::new());
    }
    let day = calendar::read_day(typed, today).map_err(|unread| cannot_read(unread, typed, lang))?;
    Ok(day.to_string())
}

fn parts(typed: &str) -> impl Iterator<Item = &str> {
    typed.split(['、', '，', ',', ';', '；', '\n', '\r', '\t']).map(str::trim).filter(|part| !part.is_empty())
}

/// Short names, each once. A comma before a legal form belongs to the name: «Mihon Cloud, Inc.».
fn aliases(typed: &str) -> Result<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    for part in parts(typed) {
        let form = company_fold(&format!("x {part}")) == "x";
        match names.last_mut() {
            Some(last) if form => *last = format!("{last}, {part}"),
            _ => names.push(line(part)?),
        }
    }
    let mut seen = Vec::new();
    names.retain(|name| {
        let folded = fold(name);
        let new = !folded.is_empty() && !seen.contains(&folded);
        seen.push(folded);
        new
    });
    few(names)
}

/// Mail domains in lower case, from domains, addresses or pages.
fn domains(typed: &str) -> Result<Vec<String>> {
    let mut found: Vec<String> = Vec::new();
    for part in parts(typed).flat_map(str::split_whitespace) {
        let domain = domain(part).ok_or_else(|| Error::say("error-domain").arg("typed", part))?;
        if !found.contains(&domain) {
            found.push(domain);
        }
    }
    few(found)
}

/// The mail domain an address, a page or a domain names.
pub(crate) fn domain(typed: &str) -> Option<String> {
    let folded: String = typed.nfkc().flat_map(char::to_lowercase).collect();
    let bare = folded.split_once("://").map_or(folded.as_str(), |(_, rest)| rest);
    let bare = bare.rsplit_once('@').map_or(bare, |(_, domain)| domain);
    let bare = bare.split(['/', '?', ':']).next().unwrap_or_default().trim_matches('.');
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    let good = bare.contains('.')
        && bare.len() <= 253
        && bare.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
    good.then(|| bare.to_owned())
}

fn few(list: Vec<String>) -> Result<Vec<String>> {
    if list.len() > MOST {
        return Err(Error::say("error-list-long").arg("limit", MOST));
    }
    Ok(list)
}

/// Whether `typed` is the stored word of a choice, or its word in one of the languages.
fn is_choice(typed: &str, stored: &str, kind: &str) -> bool {
    let id = format!("vendor-{kind}-{stored}");
    typed == stored || [Lang::Ja, Lang::En].iter().any(|lang| fold(&lang.word(&id)) == fold(typed))
}

/// How a vendor was found, from the stored word or its name in either language.
pub(crate) fn found(typed: &str) -> Option<Found> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Some(Found::Unknown);
    }
    [
        ("search", Found::Search),
        ("community", Found::Community),
        ("adviser", Found::Adviser),
        ("peer", Found::Peer),
        ("own", Found::Own),
    ]
    .into_iter()
    .find(|(word, _)| is_choice(typed, word, "found"))
    .map(|(_, found)| found)
}

/// Where the agreement stands, from the stored word or its name in either language.
pub(crate) fn nda(typed: &str) -> Option<Nda> {
    let typed = typed.trim();
    [("none", Nda::None), ("sent", Nda::Sent), ("signed", Nda::Signed)]
        .into_iter()
        .find(|(word, _)| is_choice(typed, word, "nda"))
        .map(|(_, nda)| nda)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vendor::verbs::blank;

    fn typed(field: Field, text: &str) -> Result<Vendor> {
        let mut vendor = blank("v", "株式会社ハルイロサポート");
        put(&mut vendor, field, text, "2027-03-01".parse().unwrap(), Lang::Ja)?;
        Ok(vendor)
    }

    #[test]
    fn lists_are_typed_with_any_comma_and_in_lines() {
        let names = typed(Field::Aliases, "ハルイロ、はるいろ，HRS\nHaruiro Support, Inc.、hrs").unwrap().aliases;
        assert_eq!(names, ["ハルイロ", "HRS", "Haruiro Support, Inc."], "the same name in other characters is one");
        let domains =
            "Haruiro-Support.example、ｈｒｓ.example s.takahashi@mail.haruiro.example\nhttps://www.haruiro.example/jp/";
        assert_eq!(
            typed(Field::Domains, domains).unwrap().domains,
            ["haruiro-support.example", "hrs.example", "mail.haruiro.example", "haruiro.example"]
        );
        for wrong in ["haruiro", "a..example", "-a.example", "a b_c.example"] {
            assert_eq!(typed(Field::Domains, wrong).unwrap_err().message().1, "error-domain", "{wrong}");
        }
    }

    #[test]
    fn an_agreement_that_is_dated_is_signed_and_ends_after_it_began() {
        let vendor = typed(Field::NdaSignedOn, "Ｒ９.２.１９").unwrap();
        assert_eq!((vendor.nda, vendor.nda_signed_on.as_str()), (Nda::Signed, "2027-02-19"));
        let mut vendor = vendor;
        let refused = put(&mut vendor, Field::NdaUntil, "2027/2/18", "2027-03-01".parse().unwrap(), Lang::Ja);
        assert_eq!(refused.unwrap_err().message().1, "error-nda-order");
        assert_eq!(typed(Field::NdaUntil, "来年").unwrap_err().message().1, "error-date");
    }

    #[test]
    fn choices_are_known_by_their_words_in_both_languages() {
        assert_eq!(typed(Field::Found, "search").unwrap().found, Found::Search);
        for word in ["vendor-nda-signed"] {
            for lang in [Lang::Ja, Lang::En] {
                assert_eq!(typed(Field::Nda, &lang.word(word)).unwrap().nda, Nda::Signed);
            }
        }
        assert_eq!(typed(Field::Nda, "たぶん").unwrap_err().message().1, "error-choice");
        assert_eq!(typed(Field::Found, "").unwrap().found, Found::Unknown);
    }
}
