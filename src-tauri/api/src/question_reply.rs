//! The reply to a question that came late: the standard letter to each who asked, alone, and as a draft of a mail.

use std::path::Path;

use sentei_core::bidder::{self, Bidder};
use sentei_core::calendar;
use sentei_core::decision::held::letters;
use sentei_core::distribution::paper::House;
use sentei_core::letter;
use sentei_core::library::sha256;
use sentei_core::procurement::FactKey;
use sentei_core::question::{askers_of, late, Asker, Late, Question};
use sentei_core::rfp::paper::addressed;
use sentei_core::rfp::snapshot::Addressee;
use sentei_core::storage::Read;
use sentei_core::vendor::Vendor;
use sentei_core::{Error, Result, Text};
use sentei_papers::mail::{eml, Draft};
use sentei_papers::{file_name, folder};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::Id;
use crate::delivery::{greeted, other_told, salutation};
use crate::Call;

/// The template of the reply.
const LETTER: &str = "late-question";
/// So much of a question is repeated to who asked it, in characters.
const SUMMARY: usize = 40;

/// The replies to those who asked.
#[derive(Debug, Serialize, TS)]
pub struct QuestionReplies {
    replies: Vec<QuestionReply>,
}

/// The reply to one who asked.
#[derive(Debug, Serialize, TS)]
pub struct QuestionReply {
    bidder: String,
    /// With 御中.
    name: String,
    mail: String,
    subject: String,
    body: String,
    /// What should be looked at before.
    notes: Vec<Text>,
}

/// A reply as it is to be sent.
#[derive(Debug, Deserialize, TS)]
pub struct ExportReply {
    /// Key of the question.
    id: String,
    bidder: String,
    subject: String,
    body: String,
    /// The folder for the draft.
    to: String,
}

/// The draft that was written.
#[derive(Debug, Serialize, TS)]
pub struct ReplyWritten {
    file: String,
}

fn addressee(bidder: &Bidder, vendor: &Vendor) -> Addressee {
    Addressee {
        id: bidder.id.clone(),
        company: vendor.name.clone(),
        department: bidder.department.clone(),
        person: bidder.person.clone(),
        copy: bidder.copy_number.unwrap_or_default(),
    }
}

pub(crate) fn get(call: &Call<'_>, args: Id) -> Result<QuestionReplies> {
    call.read(|read| {
        let question: Question = read.get(&args.id)?;
        if question.late == Late::Undecided {
            return Err(Error::say("error-question-reply").arg("number", question.label()));
        }
        let house = House::of(read, &question.procurement, call.today())?;
        let mut replies: Vec<QuestionReply> = Vec::new();
        for asker in askers_of(read, &question.id)? {
            if replies.iter().all(|reply| reply.bidder != asker.bidder) {
                replies.push(reply(read, &house, &question, &asker)?);
            }
        }
        Ok(QuestionReplies { replies })
    })
}

fn reply(read: &Read<'_>, house: &House, question: &Question, asker: &Asker) -> Result<QuestionReply> {
    let lang = house.lang;
    let bidder: Bidder = read.get(&asker.bidder)?;
    let vendor: Vendor = read.get(&bidder.vendor)?;
    let to = addressee(&bidder, &vendor);
    let template = letter::template(LETTER, lang)?;
    let (subject, body, _) = letter::words(read, LETTER, lang)?;
    let mut notes = letter::findings(template, &subject, &body);
    let body = late::reply(&body, question.late, lang);
    let value = |field: &str| match field {
        "addressee" => Some(salutation(&to, lang)),
        "question.summary" => Some(summary(&asker.words)),
        "question.received_at" => Some(calendar::moment(asker.received_at, lang, house.facts.style())),
        "answer.date" => house.facts.field(FactKey::AnswerDate, lang),
        _ => house.facts.field(field.parse().ok()?, lang),
    };
    let filled = letter::fill(template, &subject, &body, lang, value);
    if bidder.mail.is_empty() {
        notes.push(Text::new("pack-no-mail"));
    }
    if !filled.missing.is_empty() {
        notes.push(Text::new("pack-missing").arg("list", filled.missing.join(&lang.word("known-joint"))));
    }
    Ok(QuestionReply {
        name: addressed(&vendor.name, lang),
        bidder: bidder.id,
        mail: bidder.mail,
        subject: filled.subject,
        body: filled.body,
        notes,
    })
}

/// The first words of a question, in one line.
fn summary(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_end_matches(['。', '.']);
    match line.char_indices().nth(SUMMARY) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line.to_owned(),
    }
}

pub(crate) fn export(call: &Call<'_>, args: ExportReply) -> Result<ReplyWritten> {
    let at = call.stamp().at;
    let (name, bytes) = call.read(|read| {
        let question: Question = read.get(&args.id)?;
        let asked = askers_of(read, &question.id)?.into_iter().any(|asker| asker.bidder == args.bidder);
        let all = bidder::with_vendors(read, &question.procurement)?;
        let asker = all.iter().find(|(bidder, _)| asked && bidder.id == args.bidder);
        let (bidder, vendor) = asker.ok_or_else(|| Error::NotFound { kind: "bidder", id: args.bidder.clone() })?;
        let house = House::of(read, &question.procurement, call.today())?;
        let watch = letters(read, &question.procurement)?;
        if let Some(told) = other_told(&watch, &args.subject, &args.body, &bidder.id) {
            return Err(Error::say("error-reply-names").arg("words", told.words).arg("name", told.name));
        }
        if bidder.mail.is_empty() {
            return Err(Error::say("error-reply-no-mail").arg("name", &vendor.name));
        }
        let to = addressee(bidder, vendor);
        let from = house.fact(FactKey::ContactMail);
        let ident = sha256(format!("{} {} {}", question.id, to.id, at.timestamp_millis()).as_bytes());
        let draft = Draft {
            from: (!from.is_empty()).then_some((house.fact(FactKey::IssuerCompany), from)),
            to: (&greeted(&to, house.lang), &bidder.mail),
            subject: args.subject.trim(),
            body: &args.body,
            attachments: Vec::new(),
            ident: &ident[..32],
        };
        let name = file_name("", &house.lang.word("file-kind-reply"), &question.label(), Some(&vendor.name));
        Ok((format!("{name}.eml"), eml(&draft, at)?))
    })?;
    let _ = std::fs::create_dir_all(&args.to);
    let written = folder::write_all(Path::new(&args.to), &[(name, bytes)])?;
    Ok(ReplyWritten { file: written.into_iter().map(|path| path.display().to_string()).collect() })
}
