//! Vendors from a table that somebody kept elsewhere: which column means what, what a row says, and what becomes of it
//! in the directory.

mod columns;

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use columns::heading;
pub use columns::{head_row, recognise, Column};

use super::field::{self, Field};
use super::people::{bring, put as put_person};
use super::verbs::{bare_name, blank};
use super::{Contact, Found, Nda, Vendor};
use crate::journal::Tx;
use crate::l10n::{company_fold, fold, Lang};
use crate::storage::Read;
use crate::{Error, Result, Text};

/// More rows than this are not the list of one department.
pub const MOST_ROWS: usize = 5_000;
/// What a row says of a vendor and of a person there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number in the table, counted from 1.
    pub row: usize,
    /// What is known of the company; its key is empty.
    pub vendor: Vendor,
    /// The person, where one is named.
    pub person: Option<Contact>,
    /// What could not be read, cell by cell. A row without a name is left out.
    pub problems: Vec<Text>,
}

impl Entry {
    /// Whether there is a name, without which nothing can be entered.
    pub fn is_named(&self) -> bool {
        !self.vendor.name.is_empty()
    }
}

/// Reads the rows behind the headings. Empty rows are passed over.
pub fn entries(
    rows: &[Vec<String>],
    head: Option<usize>,
    columns: &[Option<Column>],
    today: NaiveDate,
    lang: Lang,
) -> Vec<Entry> {
    let first = head.map_or(0, |head| head + 1);
    let filled = |row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty());
    let rows = rows.iter().enumerate().skip(first).filter(|(_, row)| filled(row));
    rows.map(|(n, row)| entry(n + 1, row, columns, today, lang)).collect()
}

fn entry(row: usize, cells: &[String], columns: &[Option<Column>], today: NaiveDate, lang: Lang) -> Entry {
    let mut entry = Entry { row, vendor: blank("", ""), person: None, problems: Vec::new() };
    let given = |column: Column| {
        let at = columns.iter().position(|one| *one == Some(column))?;
        cells.get(at).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    };
    match given(Column::Name).map(bare_name) {
        Some(Ok(name)) => entry.vendor = blank("", &name),
        _ => entry.problems.push(Text::new("vendor-import-no-name")),
    }
    for column in Column::all() {
        let (Some(typed), Some(field)) = (given(column), column.field().filter(|field| *field != Field::Name)) else {
            continue;
        };
        let mut next = entry.vendor.clone();
        let put = match (field, typed) {
            // A route that is none of ours is still worth keeping in words.
            (Field::Found, text) if field::found(text).is_none() => {
                field::put(&mut next, Field::FoundDetail, text, today, lang)
            }
            (Field::Nda, text) => match agreement(text) {
                Some(nda) => {
                    next.nda = nda;
                    Ok(())
                }
                None => field::put(&mut next, Field::NdaSignedOn, text, today, lang),
            },
            (field, text) => field::put(&mut next, field, text, today, lang),
        };
        match put {
            Ok(()) => entry.vendor = next,
            Err(_) => entry.problems.push(unread(column, typed, lang)),
        }
    }
    let mut person = Contact {
        id: String::new(),
        vendor: String::new(),
        position: String::new(),
        name: String::new(),
        reading: String::new(),
        department: String::new(),
        title: String::new(),
        mail: String::new(),
        phone: String::new(),
        notes: String::new(),
    };
    for column in Column::all() {
        let (Some(typed), Some(field)) = (given(column), column.person()) else { continue };
        if put_person(&mut person, field, typed).is_err() {
            entry.problems.push(unread(column, typed, lang));
        }
    }
    let anybody = !person.name.is_empty() || !person.mail.is_empty();
    entry.person = anybody.then_some(person);
    entry
}

fn unread(column: Column, typed: &str, lang: Lang) -> Text {
    let shown: String = typed.chars().take(40).collect();
    Text::new("vendor-import-cell").arg("column", lang.say(&column.label())).arg("typed", shown)
}

/// Where an agreement stands, in the words lists use.
fn agreement(typed: &str) -> Option<Nda> {
    match heading(typed).as_str() {
        "済" | "締結済" | "締結" | "あり" | "有" | "○" | "〇" | "◯" | "yes" => Some(Nda::Signed),
        "未" | "未締結" | "なし" | "無" | "×" | "no" | "-" => Some(Nda::None),
        "送付" | "送付済" | "締結中" | "手続中" => Some(Nda::Sent),
        _ => field::nda(typed),
    }
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(rename = "VendorTake")]
pub enum Take {
    /// Entered as a new vendor.
    Add,
    /// Fills what is empty at a vendor that is there.
    Fill,
    /// Left out.
    Leave,
}

/// A row with what is suggested for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The row.
    pub entry: Entry,
    /// The vendor of the directory it means.
    pub meant: Option<Vendor>,
    /// Why.
    pub why: Option<Text>,
    /// What is suggested.
    pub take: Take,
}

/// What is suggested for each row.
pub fn plan(read: &Read<'_>, entries: Vec<Entry>) -> Result<Vec<Planned>> {
    let known = Known::of(read)?;
    let mut seen: HashMap<String, usize> = HashMap::new();
    Ok(entries
        .into_iter()
        .map(|entry| {
            let folded = company_fold(&entry.vendor.name);
            let plan = |meant, why, take| Planned { entry: entry.clone(), meant, why, take };
            if !entry.is_named() {
                return plan(None, None, Take::Leave);
            }
            if let Some(vendor) = known.by_name.get(&folded) {
                return plan(Some(vendor.clone()), Some(Text::new("vendor-import-known")), Take::Fill);
            }
            if let Some(row) = seen.get(&folded) {
                return plan(None, Some(Text::new("vendor-import-again").arg("row", row)), Take::Fill);
            }
            seen.insert(folded.clone(), entry.row);
            match known.by_alias.get(&folded) {
                Some(vendor) => {
                    let why = Text::new("vendor-import-alias").arg("name", &vendor.name);
                    plan(Some(vendor.clone()), Some(why), Take::Fill)
                }
                None => plan(None, None, Take::Add),
            }
        })
        .collect())
}

/// The vendors there are, by what they are called.
struct Known {
    by_name: HashMap<String, Vendor>,
    by_alias: HashMap<String, Vendor>,
}

impl Known {
    fn of(read: &Read<'_>) -> Result<Self> {
        let vendors = read.all::<Vendor>("ORDER BY id DESC", &[])?;
        let mut by_alias = HashMap::new();
        for vendor in &vendors {
            for alias in &vendor.aliases {
                by_alias.insert(company_fold(alias), vendor.clone());
            }
        }
        let by_name = vendors.into_iter().map(|vendor| (company_fold(&vendor.name), vendor)).collect();
        Ok(Self { by_name, by_alias })
    }
}

/// How many rows went which way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "VendorsTaken")]
pub struct Taken {
    /// New vendors.
    pub added: usize,
    /// Rows that filled what was empty at a vendor.
    pub filled: usize,
    /// Rows left out.
    pub left: usize,
}

/// Takes the rows over, each as `take` says for its number or as it was planned.
///
/// # Errors
/// Refused where there are more rows than [`MOST_ROWS`].
pub fn apply(tx: &mut Tx<'_>, planned: Vec<Planned>, takes: &BTreeMap<usize, Take>) -> Result<Taken> {
    if planned.len() > MOST_ROWS {
        return Err(Error::say("error-table-rows").arg("most", MOST_ROWS));
    }
    let mut done = Taken::default();
    let mut by_name: HashMap<String, String> =
        Known::of(tx)?.by_name.into_iter().map(|(name, vendor)| (name, vendor.id)).collect();
    for Planned { entry, meant, take, .. } in planned {
        let take = takes.get(&entry.row).copied().unwrap_or(take);
        if take == Take::Leave || !entry.is_named() {
            done.left += 1;
            continue;
        }
        let folded = company_fold(&entry.vendor.name);
        let meant = meant.filter(|_| take == Take::Fill).map(|vendor| vendor.id);
        let id = match by_name.get(&folded).cloned().or(meant) {
            Some(id) => {
                let stored: Vendor = tx.get(&id)?;
                tx.update(&filled(stored, &entry.vendor))?;
                done.filled += 1;
                id
            }
            None => {
                let id = tx.new_id();
                tx.insert(&Vendor { id: id.clone(), ..entry.vendor.clone() })?;
                done.added += 1;
                id
            }
        };
        if let Some(person) = entry.person {
            bring(tx, &id, person)?;
        }
        by_name.insert(folded, id);
    }
    Ok(done)
}

/// A vendor whose empty fields are filled from another; lists are joined. Nothing that stands is overwritten.
pub(crate) fn filled(mut stored: Vendor, given: &Vendor) -> Vendor {
    for (mine, other) in [
        (&mut stored.reading, &given.reading),
        (&mut stored.web, &given.web),
        (&mut stored.found_detail, &given.found_detail),
        (&mut stored.does, &given.does),
        (&mut stored.smallest, &given.smallest),
        (&mut stored.notes, &given.notes),
    ] {
        if mine.is_empty() {
            mine.clone_from(other);
        }
    }
    if stored.found == Found::Unknown {
        stored.found = given.found;
    }
    // The agreement is one matter: its days belong to its state.
    if stored.nda == Nda::None && stored.nda_signed_on.is_empty() && stored.nda_until.is_empty() {
        stored.nda = given.nda;
        stored.nda_signed_on.clone_from(&given.nda_signed_on);
        stored.nda_until.clone_from(&given.nda_until);
    }
    let own = fold(&stored.name);
    for alias in &given.aliases {
        let folded = fold(alias);
        if folded != own && !stored.aliases.iter().any(|one| fold(one) == folded) {
            stored.aliases.push(alias.clone());
        }
    }
    for domain in &given.domains {
        if !stored.domains.contains(domain) {
            stored.domains.push(domain.clone());
        }
    }
    stored
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Vec<Vec<String>> {
        text.lines().map(|line| line.split('|').map(ToOwned::to_owned).collect()).collect()
    }

    fn read(text: &str) -> Vec<Entry> {
        let rows = table(text);
        let head = head_row(&rows);
        let columns = recognise(&rows[head.unwrap_or(0)]);
        entries(&rows, head, &columns, "2027-03-01".parse().unwrap(), Lang::Ja)
    }

    #[test]
    fn a_cell_that_cannot_be_read_is_named_and_left_out_alone() {
        let found = read("会社名|最小規模|NDA|締結日|メール|ドメイン\n株式会社アオバ 御中|たくさん|済|R9.2.1|aoba@aoba|aoba.example\n||済|||\n|3||||\n");
        assert_eq!(found.len(), 3);
        assert_eq!((found[0].row, found[0].vendor.name.as_str()), (2, "株式会社アオバ"));
        assert_eq!((found[0].vendor.nda, found[0].vendor.nda_signed_on.as_str()), (Nda::Signed, "2027-02-01"));
        assert_eq!(found[0].vendor.domains, ["aoba.example"]);
        assert_eq!(found[0].person, None);
        let problems: Vec<String> = found[0].problems.iter().map(|text| Lang::Ja.say(text)).collect();
        assert_eq!(problems.len(), 2, "{problems:?}");
        assert!(problems[0].contains("たくさん") && problems[1].contains("aoba@aoba"), "{problems:?}");
        assert!(!found[1].is_named() && found[1].problems.len() == 1);
    }
}
