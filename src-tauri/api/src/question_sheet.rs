//! The question sheet (質問票) for a bidder.

use std::path::Path;

use sentei_core::bidder::Bidder;
use sentei_core::library::sha256;
use sentei_core::procurement::{FactKey, Procurement};
use sentei_core::rfp::release;
use sentei_core::storage::Read;
use sentei_core::vendor::Vendor;
use sentei_core::{Error, Result};
use sentei_papers::question_sheet::{make, Keys, QuestionSheet};
use sentei_papers::{file_name, folder};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Call;

/// A question sheet to make.
#[derive(Debug, Deserialize, TS)]
pub struct ExportQuestionSheet {
    procurement: String,
    bidder: String,
    /// The folder it is written into.
    to: String,
}

/// Where it was written.
#[derive(Debug, Serialize, TS)]
pub struct QuestionSheetMade {
    file: String,
}

/// Writes the sheet; nothing in the library changes.
pub(crate) fn export(call: &Call<'_>, args: ExportQuestionSheet) -> Result<QuestionSheetMade> {
    let (name, sheet) = call.read(|read| sheet(call, read, &args.procurement, &args.bidder))?;
    // A script may name a folder that is still to be made; where that fails, the writing says what is missing.
    let _ = std::fs::create_dir_all(&args.to);
    let written = folder::write_all(Path::new(&args.to), &[(name, make(&sheet)?)])?;
    Ok(QuestionSheetMade { file: written.first().map(|path| path.display().to_string()).unwrap_or_default() })
}

/// The sheet for a bidder as the RFP stands now, and the name of its file.
pub(crate) fn sheet(
    call: &Call<'_>,
    read: &Read<'_>,
    procurement: &str,
    bidder: &str,
) -> Result<(String, QuestionSheet)> {
    let procurement: Procurement = read.get(procurement)?;
    let bidder: Bidder = read.get(bidder)?;
    if bidder.procurement != procurement.id {
        return Err(Error::NotFound { kind: "bidder", id: bidder.id });
    }
    let company = read.get::<Vendor>(&bidder.vendor)?.name;
    let latest = release::latest(read, &procurement.id)?;
    let number = latest.as_ref().map(|release| release.number.clone()).unwrap_or_default();
    let shot = match latest {
        Some(release) => release.snapshot,
        None => release::draft(read, &procurement.id, call.today())?,
    };
    let facts = sentei_core::procurement::Facts::of(read, &procurement.id)?;
    let lang = procurement.lang;
    let document_number = facts.value(FactKey::DocNumber).unwrap_or_default().to_owned();
    let name = file_name(&document_number, &lang.word("question-sheet-title"), &number, Some(&company));
    // Sheets made at other times are others: their first rows are other questions.
    let key = sha256(format!("{} {} {}", procurement.id, bidder.id, call.stamp().at.to_rfc3339()).as_bytes());
    let sheet = QuestionSheet {
        lang,
        keys: Keys { sheet: key[..16].to_owned(), procurement: procurement.id, bidder: bidder.id },
        document_number,
        title: procurement.title,
        company,
        deadline: facts.shown(FactKey::QuestionDeadline, lang).unwrap_or_default(),
        release: number,
        sections: shot.sections.iter().map(|section| format!("{} {}", section.number, section.title)).collect(),
        requirements: shot.requirements.iter().map(|requirement| requirement.number.clone()).collect(),
    };
    Ok((format!("{name}.xlsx"), sheet))
}
