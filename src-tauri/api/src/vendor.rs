//! Commands about the directory of vendors.

use sentei_core::bidder::{self, past, suggestions, Status};
use sentei_core::calendar::{self, Style};
use sentei_core::journal::Op;
use sentei_core::question::Asker;
use sentei_core::storage::Read;
use sentei_core::vendor::{
    self, duplicates, initial, people, sort_key, verbs, Contact, Duplicate, Field, Found, Initial, Nda, Vendor,
    VendorFile,
};
use sentei_core::{Error, Result, Text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Id, InProcurement, Nothing};
use crate::criterion::TypedField;
use crate::evaluator::MoveItem;
use crate::Call;

/// A vendor in the list.
#[derive(Debug, Serialize, TS)]
pub struct VendorRow {
    id: String,
    name: String,
    reading: String,
    initial: Initial,
    /// What it is sorted by.
    sort: String,
    /// What a search looks through besides the name: short names, people, addresses, domains, what it does.
    words: Vec<String>,
    does: String,
    smallest: String,
    nda: Nda,
    /// Where the agreement stands, in words.
    nda_text: Text,
    /// The agreement has come to its end.
    nda_over: bool,
    /// In how many procurements it took part.
    procurements: usize,
    /// The last of them, and how it ended.
    last: Option<LastTime>,
    is_sample: bool,
}

/// The latest procurement of a vendor.
#[derive(Debug, Serialize, TS)]
pub struct LastTime {
    title: String,
    told: Text,
    /// When it began there, for sorting.
    at: String,
}

/// The directory.
#[derive(Debug, Serialize, TS)]
pub struct Vendors {
    vendors: Vec<VendorRow>,
    /// Pairs that may be one company.
    duplicates: usize,
}

/// A vendor with everything that is kept about it.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Vendor")]
pub struct VendorView {
    id: String,
    name: String,
    reading: String,
    aliases: Vec<String>,
    domains: Vec<String>,
    web: String,
    found: Found,
    found_detail: String,
    does: String,
    smallest: String,
    nda: Nda,
    nda_signed_on: String,
    nda_until: String,
    nda_over: bool,
    notes: String,
    is_sample: bool,
    contacts: Vec<ContactRow>,
    files: Vec<VendorFileRow>,
    history: Vec<PastRow>,
    duplicates: Vec<DuplicateRow>,
}

/// A person of a vendor.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "VendorContact")]
pub struct ContactRow {
    id: String,
    name: String,
    reading: String,
    department: String,
    title: String,
    mail: String,
    phone: String,
    notes: String,
}

/// A file kept about a vendor.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "VendorFile")]
pub struct VendorFileRow {
    id: String,
    name: String,
    bytes: i64,
    /// The day it was added, in words.
    added_on: String,
}

/// A procurement a vendor took part in.
#[derive(Debug, Serialize, TS)]
pub struct PastRow {
    procurement: String,
    bidder: String,
    title: String,
    is_sample: bool,
    /// When it was asked, in words.
    invited_on: Option<String>,
    status: Status,
    told: Text,
    /// What it was told, and what the discussion of it came to.
    learned: Vec<Text>,
    questions: u32,
}

/// A company that may be the same.
#[derive(Debug, Serialize, TS)]
pub struct DuplicateRow {
    id: String,
    name: String,
    why: Text,
}

/// A pair of companies that may be one.
#[derive(Debug, Serialize, TS)]
pub struct DuplicatePair {
    first: DuplicateRow,
    second: DuplicateRow,
}

/// A new vendor.
#[derive(Debug, Deserialize, TS)]
pub struct NewVendor {
    name: String,
}

/// A new value of a vendor's field, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct TypedVendor {
    id: String,
    field: Field,
    value: String,
}

/// A new person of a vendor.
#[derive(Debug, Deserialize, TS)]
pub struct NewContact {
    vendor: String,
    name: String,
    #[ts(optional)]
    mail: Option<String>,
    #[ts(optional)]
    after: Option<String>,
}

/// Two entries of the directory.
#[derive(Debug, Deserialize, TS)]
pub struct MergeVendors {
    keep: String,
    other: String,
}

/// A vendor that may be asked.
#[derive(Debug, Serialize, TS)]
pub struct SuggestionRow {
    id: String,
    name: String,
    reading: String,
    words: Vec<String>,
    smallest: String,
    /// What is known from earlier procurements.
    why: Option<Text>,
    is_sample: bool,
}

pub(crate) fn list(call: &Call<'_>, _: Nothing) -> Result<Vendors> {
    call.read(|read| {
        let pasts = past::pasts(read)?;
        let vendors = read.all::<Vendor>("ORDER BY id", &[])?.into_iter().map(|vendor| {
            let took = pasts.get(&vendor.id).map_or(&[][..], Vec::as_slice);
            let last = took.first().map(|past| LastTime {
                title: past.procurement.title.clone(),
                told: past.told(call.lang()),
                at: past.procurement.created_at.clone(),
            });
            Ok(VendorRow {
                initial: initial(&vendor),
                sort: sort_key(&vendor),
                words: words(read, &vendor)?,
                nda_text: nda_text(call, &vendor),
                nda_over: vendor.nda_is_over(call.today()),
                procurements: took.len(),
                last,
                id: vendor.id,
                name: vendor.name,
                reading: vendor.reading,
                does: vendor.does,
                smallest: vendor.smallest,
                nda: vendor.nda,
                is_sample: vendor.is_sample,
            })
        });
        let mut vendors: Vec<VendorRow> = vendors.collect::<Result<_>>()?;
        vendors.sort_by(|a, b| (a.initial, &a.sort).cmp(&(b.initial, &b.sort)));
        Ok(Vendors { vendors, duplicates: duplicates(read)?.len() })
    })
}

/// What a search looks through besides the name.
fn words(read: &Read<'_>, vendor: &Vendor) -> Result<Vec<String>> {
    let mut words = vec![vendor.reading.clone()];
    words.extend(vendor.aliases.iter().chain(&vendor.domains).cloned());
    for contact in vendor::contacts(read, &vendor.id)? {
        words.extend([contact.name, contact.reading, contact.mail, contact.phone]);
    }
    words.extend([vendor.web.clone(), vendor.does.clone(), vendor.notes.clone()]);
    words.retain(|word| !word.is_empty());
    Ok(words)
}

/// Where the agreement stands, with the day that matters.
fn nda_text(call: &Call<'_>, vendor: &Vendor) -> Text {
    let day = |stored: &str| stored.parse().ok().map(|day| calendar::plain_day(day, call.lang(), Style::Western));
    match (vendor.nda, day(&vendor.nda_signed_on), day(&vendor.nda_until)) {
        (Nda::None, ..) => Text::new("vendor-nda-none"),
        (Nda::Sent, ..) => Text::new("vendor-nda-sent"),
        (Nda::Signed, _, Some(until)) if vendor.nda_is_over(call.today()) => {
            Text::new("vendor-nda-over").arg("until", until)
        }
        (Nda::Signed, _, Some(until)) => Text::new("vendor-nda-until").arg("until", until),
        (Nda::Signed, Some(on), None) => Text::new("vendor-nda-signed-on").arg("on", on),
        (Nda::Signed, None, None) => Text::new("vendor-nda-signed"),
    }
}

pub(crate) fn get(call: &Call<'_>, args: Id) -> Result<VendorView> {
    call.read(|read| {
        let vendor: Vendor = read.get(&args.id)?;
        let history = past::past_of(read, &vendor.id)?.into_iter().map(|past| past_row(call, read, &past));
        Ok(VendorView {
            contacts: vendor::contacts(read, &vendor.id)?.into_iter().map(contact_row).collect(),
            files: vendor::files(read, &vendor.id)?.into_iter().map(|file| file_row(call, file)).collect(),
            history: history.collect::<Result<_>>()?,
            duplicates: duplicates(read)?.into_iter().filter_map(|pair| other_of(pair, &vendor.id)).collect(),
            nda_over: vendor.nda_is_over(call.today()),
            id: vendor.id,
            name: vendor.name,
            reading: vendor.reading,
            aliases: vendor.aliases,
            domains: vendor.domains,
            web: vendor.web,
            found: vendor.found,
            found_detail: vendor.found_detail,
            does: vendor.does,
            smallest: vendor.smallest,
            nda: vendor.nda,
            nda_signed_on: vendor.nda_signed_on,
            nda_until: vendor.nda_until,
            notes: vendor.notes,
            is_sample: vendor.is_sample,
        })
    })
}

fn contact_row(contact: Contact) -> ContactRow {
    ContactRow {
        id: contact.id,
        name: contact.name,
        reading: contact.reading,
        department: contact.department,
        title: contact.title,
        mail: contact.mail,
        phone: contact.phone,
        notes: contact.notes,
    }
}

fn file_row(call: &Call<'_>, file: VendorFile) -> VendorFileRow {
    let added = file.added_at.parse().map(calendar::in_japan);
    let added_on = added.map_or(file.added_at, |at| calendar::plain_day(at.date_naive(), call.lang(), Style::Western));
    VendorFileRow { id: file.id, name: file.name, bytes: file.bytes, added_on }
}

fn past_row(call: &Call<'_>, read: &Read<'_>, past: &past::Past) -> Result<PastRow> {
    let invited = past.step(Status::Invited);
    Ok(PastRow {
        procurement: past.procurement.id.clone(),
        bidder: past.bidder.id.clone(),
        title: past.procurement.title.clone(),
        is_sample: past.procurement.is_sample,
        invited_on: invited.map(|step| calendar::plain_day(step.at.date, call.lang(), Style::Western)),
        status: past.bidder.status,
        told: past.told(call.lang()),
        learned: sentei_core::decision::notice::learned(read, &past.bidder, call.lang())?,
        questions: read.count::<Asker>("WHERE bidder = ?1", &[&past.bidder.id])?,
    })
}

fn other_of(pair: Duplicate, id: &str) -> Option<DuplicateRow> {
    let other = match (pair.first.id == id, pair.second.id == id) {
        (true, _) => pair.second,
        (_, true) => pair.first,
        _ => return None,
    };
    Some(DuplicateRow { id: other.id, name: other.name, why: pair.why })
}

pub(crate) fn doubles(call: &Call<'_>, _: Nothing) -> Result<Vec<DuplicatePair>> {
    let pairs = call.read(duplicates)?;
    let row = |vendor: Vendor, why: Text| DuplicateRow { id: vendor.id, name: vendor.name, why };
    let pairs = pairs
        .into_iter()
        .map(|pair| DuplicatePair { first: row(pair.first, pair.why.clone()), second: row(pair.second, pair.why) });
    Ok(pairs.collect())
}

pub(crate) fn suggested(call: &Call<'_>, args: InProcurement) -> Result<Vec<SuggestionRow>> {
    call.read(|read| {
        let found = suggestions(read, &args.procurement, call.lang())?.into_iter().map(|one| {
            Ok(SuggestionRow {
                words: words(read, &one.vendor)?,
                id: one.vendor.id,
                name: one.vendor.name,
                reading: one.vendor.reading,
                smallest: one.vendor.smallest,
                why: one.why,
                is_sample: one.vendor.is_sample,
            })
        });
        found.collect()
    })
}

pub(crate) fn add(call: &Call<'_>, args: NewVendor) -> Result<Id> {
    let id = call.write(Op::new("vendor-add").what(&args.name), |tx| Ok(verbs::enter_new(tx, &args.name)?.id))?;
    Ok(Id { id })
}

pub(crate) fn set(call: &Call<'_>, args: TypedVendor) -> Result<Nothing> {
    let field = format!("{:?}", args.field);
    let op = op(call, "vendor-edit", &args.id)?.field("vendor", &args.id, &field, &["Found", "Nda"]);
    call.write(op, |tx| verbs::set(tx, &args.id, args.field, &args.value, call.today(), call.lang()))?;
    Ok(Nothing {})
}

pub(crate) fn remove(call: &Call<'_>, args: Id) -> Result<Nothing> {
    call.write(op(call, "vendor-remove", &args.id)?, |tx| bidder::verbs::remove_vendor(tx, &args.id))?;
    Ok(Nothing {})
}

pub(crate) fn merge(call: &Call<'_>, args: MergeVendors) -> Result<Nothing> {
    let op = op(call, "vendor-merge", &args.keep)?;
    call.write(op, |tx| bidder::merge(tx, &args.keep, &args.other))?;
    Ok(Nothing {})
}

pub(crate) fn add_contact(call: &Call<'_>, args: NewContact) -> Result<Id> {
    let op = op(call, "vendor-contact-add", &args.vendor)?;
    let mail = args.mail.unwrap_or_default();
    let id = call.write(op, |tx| people::add(tx, &args.vendor, &args.name, &mail, args.after.as_deref()))?;
    Ok(Id { id })
}

pub(crate) fn set_contact(call: &Call<'_>, args: TypedField) -> Result<Nothing> {
    let op = contact_op(call, "vendor-contact-edit", &args.id)?;
    let op = op.burst(format!("vendor_contact.{}.{}", args.id, args.field));
    call.write(op, |tx| people::set(tx, &args.id, &args.field, &args.value))?;
    Ok(Nothing {})
}

pub(crate) fn remove_contact(call: &Call<'_>, args: Id) -> Result<Nothing> {
    call.write(contact_op(call, "vendor-contact-remove", &args.id)?, |tx| tx.remove::<Contact>(&args.id))?;
    Ok(Nothing {})
}

pub(crate) fn shift_contact(call: &Call<'_>, args: MoveItem) -> Result<Nothing> {
    let op = contact_op(call, "vendor-contact-move", &args.id)?;
    call.write(op, |tx| people::shift(tx, &args.id, args.after.as_deref()))?;
    Ok(Nothing {})
}

fn contact_op(call: &Call<'_>, name: &'static str, id: &str) -> Result<Op> {
    let contact: Contact = call.read(|read| read.get(id))?;
    op(call, name, &contact.vendor)
}

/// The operation, told with the vendor's name.
pub(crate) fn op(call: &Call<'_>, name: &'static str, id: &str) -> Result<Op> {
    let vendor: Vendor = call.read(|read| read.get(id))?;
    Ok(Op::new(name).what(vendor.name))
}

/// The largest file that is kept, in megabytes, as a refusal says it.
pub(crate) fn too_large() -> Error {
    Error::say("error-file-large").arg("most", verbs::LARGEST_FILE >> 20)
}
