//! Commands about letters: the templates of mails.

use sentei_core::journal::Op;
use sentei_core::l10n::Lang;
use sentei_core::letter::{self, fill, findings, verbs};
use sentei_core::procurement::{Facts, Procurement};
use sentei_core::rfp::release::latest;
use sentei_core::{Result, Text};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::Nothing;
use crate::Call;

/// A template as it is listed and edited.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Letter")]
pub struct LetterRow {
    key: String,
    lang: Lang,
    title: String,
    /// When it is used.
    used: String,
    subject: String,
    body: String,
    /// In the company's own words.
    own: bool,
    /// What it can show.
    fields: Vec<LetterField>,
    /// What is wrong with its words.
    findings: Vec<Text>,
}

/// Something a template can show.
#[derive(Debug, Serialize, TS)]
pub struct LetterField {
    key: String,
    label: Text,
}

/// Names a template.
#[derive(Debug, Deserialize, TS)]
pub struct LetterKey {
    key: String,
    lang: Lang,
}

/// Which templates.
#[derive(Debug, Deserialize, TS)]
pub struct LettersOf {
    /// Language of the letters.
    lang: Lang,
}

/// New words for a template.
#[derive(Debug, Deserialize, TS)]
pub struct LetterWords {
    key: String,
    lang: Lang,
    subject: String,
    body: String,
}

/// A template with the facts of a procurement, or one that is being written.
#[derive(Debug, Deserialize, TS)]
pub struct LetterOf {
    key: String,
    lang: Lang,
    /// Where its facts come from; without one the fields show their names.
    #[ts(optional)]
    procurement: Option<String>,
}

/// How a template reads with its fields filled in.
#[derive(Debug, Serialize, TS)]
pub struct LetterShown {
    letter: LetterRow,
    /// The subject, filled in.
    subject: String,
    /// The text, filled in.
    body: String,
    /// Fields without a value.
    missing: Vec<String>,
}

pub(crate) fn list(call: &Call<'_>, args: LettersOf) -> Result<Vec<LetterRow>> {
    letter::templates(args.lang).iter().map(|template| row(call, &template.key, args.lang)).collect()
}

pub(crate) fn get(call: &Call<'_>, args: LetterOf) -> Result<LetterShown> {
    let letter = row(call, &args.key, args.lang)?;
    let template = letter::template(&args.key, args.lang)?;
    let (facts, number) = match &args.procurement {
        Some(id) => call.read(|read| {
            read.get::<Procurement>(id)?;
            Ok((Facts::of(read, id)?, latest(read, id)?.map(|release| release.number)))
        })?,
        None => (Facts::default(), None),
    };
    let value = |field: &str| match field {
        "doc.release" => number.clone(),
        _ => facts.field(field.parse().ok()?, args.lang),
    };
    let filled = fill(template, &letter.subject, &letter.body, args.lang, value);
    Ok(LetterShown { letter, subject: filled.subject, body: filled.body, missing: filled.missing })
}

fn row(call: &Call<'_>, key: &str, lang: Lang) -> Result<LetterRow> {
    let template = letter::template(key, lang)?;
    let (subject, body, own) = call.read(|read| letter::words(read, key, lang))?;
    Ok(LetterRow {
        key: key.into(),
        lang,
        title: template.title.clone(),
        used: template.used.clone(),
        findings: findings(template, &subject, &body),
        subject,
        body,
        own,
        fields: template
            .fields
            .iter()
            .map(|field| LetterField { key: field.clone(), label: template.label(field) })
            .collect(),
    })
}

pub(crate) fn set(call: &Call<'_>, args: LetterWords) -> Result<LetterRow> {
    let title = letter::template(&args.key, args.lang)?.title.clone();
    let op = Op::new("letter-edit").what(title).burst(format!("letter.{}.{}", args.key, args.lang.tag()));
    call.write(op, |tx| verbs::set(tx, &args.key, args.lang, &args.subject, &args.body))?;
    row(call, &args.key, args.lang)
}

pub(crate) fn reset(call: &Call<'_>, args: LetterKey) -> Result<Nothing> {
    let title = letter::template(&args.key, args.lang)?.title.clone();
    call.write(Op::new("letter-reset").what(title), |tx| verbs::reset(tx, &args.key, args.lang))?;
    Ok(Nothing {})
}
