//! The sample procurement, to look around in: one whole selection with invented companies, in both languages. Planted is
//! the state in which version 1.0 of the RFP is about to be released, or with [`carry`] the same one carried on, as far as
//! the letters that tell the result.

mod choice;
mod course;
mod papers;
mod story;
#[cfg(test)]
mod tests;

pub use course::{carry, Carried, Press, Until};

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::bidder::{self, course::Step};
use crate::calendar::ClosedDay;
use crate::evaluation::{self, Evaluator};
use crate::journal::Tx;
use crate::l10n::Lang;
use crate::procurement::{verbs as procurement, FactKey};
use crate::rfp::outline::{self, Asked, Judged, Part};
use crate::rfp::requirement::add_requirement;
use crate::rfp::section::append_section;
use crate::rfp::Level;
use crate::richtext::shorthand::{from_short, Short};
use crate::vendor::{self, Contact, Found, Nda, Vendor, Volume};
use crate::Result;

/// The file of a language.
fn source(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => include_str!("sample.ja.json"),
        Lang::En => include_str!("sample.en.json"),
    }
}

/// What is read of the file.
#[derive(Deserialize)]
struct File {
    facts: FileFacts,
    agreement: story::Agreement,
    vendors: Vec<FileVendor>,
    bidders: Vec<FileBidder>,
    hearings: Vec<story::Hearing>,
    rfp: FileRfp,
    releases: Vec<story::Release>,
    questions: Vec<story::Question>,
    distribution: story::Distribution,
    proposals: Vec<story::Proposal>,
    criteria: FileCriteria,
    evaluation: story::Evaluation,
    decision: story::Decision,
}

impl File {
    fn of(lang: Lang) -> Result<Self> {
        Ok(serde_json::from_str(source(lang))?)
    }

    /// When the first release left.
    fn issue(&self) -> Option<&str> {
        self.facts.schedule.iter().find(|date| date.key == "rfp_issue").map(|date| date.at.as_str())
    }
}

#[derive(Deserialize)]
struct FileFacts {
    document_number: String,
    title: String,
    confidentiality: String,
    issuer: FileIssuer,
    schedule: Vec<FileDate>,
    closed_days: Vec<NaiveDate>,
    contact: FileContact,
    submission: FileSubmission,
    contract: FileContract,
    evaluators: Vec<FileEvaluator>,
    advisers: Vec<FileEvaluator>,
}

#[derive(Deserialize)]
struct FileIssuer {
    company: String,
    department: String,
    product: String,
    address: String,
}

#[derive(Deserialize)]
struct FileDate {
    key: String,
    at: String,
}

#[derive(Deserialize)]
struct FileContact {
    role: String,
    mail: String,
    phone: String,
    hours: String,
}

#[derive(Deserialize)]
struct FileSubmission {
    to: String,
    means: Vec<String>,
    formats: Vec<String>,
    max_mb: u32,
    grace_minutes: u32,
}

#[derive(Deserialize)]
struct FileContract {
    kind: String,
    start: String,
    end: String,
    notice_days: u32,
}

#[derive(Deserialize)]
struct FileEvaluator {
    #[serde(default)]
    id: String,
    #[serde(default)]
    conflict_statement: Option<story::Statement>,
    role: String,
    name: String,
    #[serde(default)]
    reading: String,
    #[serde(default)]
    department: String,
    duties: String,
}

#[derive(Deserialize)]
struct FileVendor {
    id: String,
    name: String,
    #[serde(default)]
    reading: String,
    aliases: Vec<String>,
    mail_domains: Vec<String>,
    web: String,
    found: FileFound,
    does: String,
    smallest_person_months: serde_json::Number,
    nda_signed_on: Option<String>,
    contacts: Vec<FilePerson>,
}

#[derive(Deserialize)]
struct FileFound {
    how: Found,
    detail: String,
}

#[derive(Deserialize)]
struct FilePerson {
    name: String,
    #[serde(default)]
    reading: String,
    title: String,
    mail: String,
}

#[derive(Deserialize)]
struct FileBidder {
    vendor: String,
    history: Vec<FileStatus>,
    #[serde(default)]
    decline_reason: String,
}

#[derive(Deserialize)]
struct FileStatus {
    status: String,
    at: String,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
struct FileRfp {
    outline: String,
    required_items: Vec<FileGroup>,
    sections: Vec<FileSection>,
    requirements: Vec<FileRequirement>,
}

#[derive(Deserialize)]
struct FileGroup {
    title: String,
    items: Vec<Asked>,
}

#[derive(Deserialize)]
struct FileSection {
    key: String,
    title: String,
    optional: bool,
    body: Vec<Short>,
    #[serde(default)]
    children: Vec<FileSection>,
}

#[derive(Deserialize)]
struct FileRequirement {
    section: String,
    level: Level,
    text: String,
}

#[derive(Deserialize)]
struct FileCriteria {
    tree: Vec<FileCriterion>,
}

#[derive(Deserialize)]
struct FileCriterion {
    id: String,
    title: String,
    #[serde(default)]
    asks: String,
    weight: u32,
    #[serde(default)]
    children: Vec<FileCriterion>,
}

impl From<&FileCriterion> for Judged {
    fn from(file: &FileCriterion) -> Self {
        Self {
            title: file.title.clone(),
            asks: file.asks.clone(),
            weight: Some(file.weight.to_string()),
            children: file.children.iter().map(Self::from).collect(),
            ..Self::default()
        }
    }
}

/// Makes the sample procurement and returns its key.
pub fn plant(tx: &mut Tx<'_>, lang: Lang) -> Result<String> {
    Ok(plant_draft(tx, lang, &File::of(lang)?)?.0)
}

/// Plants the draft; gives back its key, and the keys of its sections by those of the file.
fn plant_draft(tx: &mut Tx<'_>, lang: Lang, file: &File) -> Result<(String, HashMap<String, String>)> {
    let id = procurement::create_sample(tx, &file.facts.title, lang)?;
    let evaluators = (file.facts.evaluators.as_slice(), file.facts.advisers.as_slice());
    plant_evaluators(tx, &id, evaluators)?;
    plant_facts(tx, &id, &file.facts, lang)?;
    plant_bidders(tx, &id, &file.vendors, &file.bidders, file.issue())?;
    outline::plant_criteria(tx, &id, None, &file.criteria.tree.iter().map(Judged::from).collect::<Vec<_>>())?;
    let asked = |group: &FileGroup| Asked { title: group.title.clone(), children: group.items.clone() };
    let items: Vec<Asked> = file.rfp.required_items.iter().map(asked).collect();
    outline::plant_items(tx, &id, None, &items)?;
    let mut hints = HashMap::new();
    if let Some(outline) = outline::supplied().iter().find(|o| o.id == file.rfp.outline && o.lang == lang) {
        by_key(&outline.parts, &mut hints);
    }
    let mut keys = HashMap::new();
    for section in &file.rfp.sections {
        plant_section(tx, &id, None, section, &hints, &mut keys)?;
    }
    for requirement in &file.rfp.requirements {
        let section = keys.get(requirement.section.as_str()).map(String::as_str);
        add_requirement(tx, &id, section, requirement.level, &requirement.text, None)?;
    }
    Ok((id, keys))
}

fn by_key<'a>(parts: &'a [Part], found: &mut HashMap<&'a str, &'a Part>) {
    for part in parts {
        found.insert(&part.key, part);
        by_key(&part.children, found);
    }
}

fn plant_section(
    tx: &mut Tx<'_>,
    procurement: &str,
    parent: Option<&str>,
    file: &FileSection,
    hints: &HashMap<&str, &Part>,
    keys: &mut HashMap<String, String>,
) -> Result<()> {
    let mut section = append_section(tx, procurement, parent, &file.title)?;
    if let Some(part) = hints.get(file.key.as_str()) {
        section.hint.clone_from(&part.hint);
        section.optional_allowed = part.optional_allowed;
        section.optional_wording.clone_from(&part.optional_wording);
    }
    section.body = from_short(&file.body)?;
    section.optional = file.optional && file.body.is_empty();
    section.done = true;
    tx.update(&section)?;
    keys.insert(file.key.clone(), section.id.clone());
    for child in &file.children {
        plant_section(tx, procurement, Some(&section.id), child, hints, keys)?;
    }
    Ok(())
}

/// A stored moment from a time with its zone: `2027-03-12T17:00`.
fn moment(at: &str) -> &str {
    at.get(..16).unwrap_or(at)
}

fn plant_facts(tx: &mut Tx<'_>, id: &str, facts: &FileFacts, lang: Lang) -> Result<()> {
    let joint = if lang == Lang::Ja { "、" } else { ", " };
    // 「秘密（提案関係者限り）」: the short class stands on every page, the whole on the cover.
    let class = facts.confidentiality.split(['（', '(']).next().unwrap_or_default().trim();
    let (means, formats) = (facts.submission.means.join(joint), facts.submission.formats.join(joint));
    let (max, grace) = (facts.submission.max_mb.to_string(), facts.submission.grace_minutes.to_string());
    let notice = facts.contract.notice_days.to_string();
    let secretary = facts.evaluators.get(1).map_or("", |evaluator| evaluator.name.as_str());
    for (key, value) in [
        (FactKey::DocNumber, facts.document_number.as_str()),
        (FactKey::DocCalendar, "western"),
        (FactKey::DocConfidentiality, class),
        (FactKey::DocConfidentialityLong, &facts.confidentiality),
        (FactKey::IssuerCompany, &facts.issuer.company),
        (FactKey::IssuerDepartment, &facts.issuer.department),
        (FactKey::IssuerProduct, &facts.issuer.product),
        (FactKey::IssuerAddress, &facts.issuer.address),
        (FactKey::ContactRole, &facts.contact.role),
        (FactKey::ContactPerson, secretary),
        (FactKey::ContactMail, &facts.contact.mail),
        (FactKey::ContactPhone, &facts.contact.phone),
        (FactKey::ContactHours, &facts.contact.hours),
        (FactKey::SubmissionTo, &facts.submission.to),
        (FactKey::SubmissionMeans, &means),
        (FactKey::SubmissionFormats, &formats),
        (FactKey::SubmissionMaxMb, &max),
        (FactKey::SubmissionGraceMinutes, &grace),
        (FactKey::ContractKind, &facts.contract.kind),
        (FactKey::ContractStart, &facts.contract.start),
        (FactKey::ContractEnd, &facts.contract.end),
        (FactKey::ContractNoticeDays, &notice),
    ] {
        procurement::put(tx, id, key, Some(value))?;
    }
    for date in &facts.schedule {
        if let Ok(key) = format!("schedule.{}", date.key).parse::<FactKey>() {
            procurement::put(tx, id, key, Some(moment(&date.at)))?;
        }
    }
    let name = lang.word("sample-closed-day");
    let stored: Vec<ClosedDay> = tx.all("", &[])?;
    for (first_day, last_day) in spans(&facts.closed_days) {
        if !stored.iter().any(|day| day.first_day <= first_day && last_day <= day.last_day) {
            let id = tx.new_id();
            tx.insert(&ClosedDay { id, first_day, last_day, name: name.clone() })?;
        }
    }
    Ok(())
}

/// Days that follow each other as spans.
fn spans(days: &[NaiveDate]) -> Vec<(NaiveDate, NaiveDate)> {
    let mut spans: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for day in days {
        match spans.last_mut() {
            Some((_, last)) if last.succ_opt() == Some(*day) => *last = *day,
            _ => spans.push((*day, *day)),
        }
    }
    spans
}

fn plant_evaluators(
    tx: &mut Tx<'_>,
    procurement: &str,
    (judges, advisers): (&[FileEvaluator], &[FileEvaluator]),
) -> Result<()> {
    let all = judges.iter().map(|file| (file, false)).chain(advisers.iter().map(|file| (file, true)));
    for (file, adviser) in all {
        let id = evaluation::verbs::add_evaluator(tx, procurement, &file.name, None)?;
        let stored: Evaluator = tx.get(&id)?;
        tx.update(&Evaluator {
            reading: file.reading.clone(),
            role: file.role.clone(),
            department: file.department.clone(),
            duties: file.duties.clone(),
            adviser,
            ..stored
        })?;
    }
    Ok(())
}

/// The bidders that were on the list when version 1.0 went out, as they stood that morning.
fn plant_bidders(
    tx: &mut Tx<'_>,
    procurement: &str,
    vendors: &[FileVendor],
    bidders: &[FileBidder],
    issue: Option<&str>,
) -> Result<()> {
    for file in bidders {
        let candidate = file.history.iter().find(|step| step.status == "candidate");
        let Some(candidate) = candidate.filter(|step| issue.is_none_or(|issue| step.at.as_str() < issue)) else {
            continue;
        };
        let Some(known) = vendors.iter().find(|vendor| vendor.id == file.vendor) else { continue };
        let vendor = plant_vendor(tx, known, file.decline_reason.is_empty())?;
        let id = bidder::verbs::join(tx, procurement, &vendor)?;
        for step in bidder::course::steps(tx, &id)? {
            if let Ok(at) = moment(&candidate.at).parse() {
                tx.update(&Step { at, ..step })?;
            }
        }
    }
    Ok(())
}

/// Enters a company into the directory where it is not there yet. What it said when it declined is not known that early.
fn plant_vendor(tx: &mut Tx<'_>, file: &FileVendor, says_volume: bool) -> Result<String> {
    if let Some(vendor) = vendor::named(tx, &file.name)? {
        return Ok(vendor.id);
    }
    let vendor = vendor::verbs::enter(tx, &file.name, Some(&file.reading))?;
    let signed = file.nda_signed_on.clone().unwrap_or_default();
    let smallest = file.smallest_person_months.to_string();
    tx.update(&Vendor {
        aliases: file.aliases.clone(),
        domains: file.mail_domains.clone(),
        web: file.web.clone(),
        found: file.found.how,
        found_detail: file.found.detail.clone(),
        does: file.does.clone(),
        smallest: if says_volume { Volume::typed(&smallest)? } else { String::new() },
        nda: if signed.is_empty() { Nda::None } else { Nda::Signed },
        nda_signed_on: signed,
        is_sample: true,
        ..vendor.clone()
    })?;
    for person in &file.contacts {
        let id = vendor::people::add(tx, &vendor.id, &person.name, &person.mail, None)?;
        let stored: Contact = tx.get(&id)?;
        tx.update(&Contact { reading: person.reading.clone(), department: person.title.clone(), ..stored })?;
    }
    Ok(vendor.id)
}
