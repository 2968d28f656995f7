//! Commands about the files of proposals.

use sentei_core::marking::shut::{is_shut, set_file};
use sentei_core::proposal::{files, verbs, FileKind, ProposalFile};
use sentei_core::{Error, Result, Text};
use sentei_papers::{bind, folder};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Id, Nothing};
use crate::criterion::TypedField;
use crate::proposal::op;
use crate::vendor_file::{keep, lay_out, read_file, OpenedFile};
use crate::Call;

/// Files to keep.
#[derive(Debug, Deserialize, TS)]
pub struct NewProposalFiles {
    proposal: String,
    /// Paths of the files.
    files: Vec<String>,
    /// What they are; as their names say where left out.
    #[ts(optional)]
    kind: Option<FileKind>,
}

/// Files that were kept.
#[derive(Debug, Serialize, TS)]
pub struct KeptFiles {
    ids: Vec<String>,
}

/// Photos or scans to bind into one PDF.
#[derive(Debug, Deserialize, TS)]
pub struct BindFiles {
    proposal: String,
    /// Keys of files of this proposal, in the order of the pages.
    files: Vec<String>,
    /// Name of the PDF, without its ending.
    name: String,
    /// What it is.
    kind: FileKind,
}

/// The PDF that was made.
#[derive(Debug, Serialize, TS)]
pub struct BoundFiles {
    id: String,
    /// Its name, numbered where the proposal has a file of that name already.
    name: String,
    /// How many pages it has.
    pages: usize,
}

/// The bytes of all files are kept first, then the rows that name them.
pub(crate) fn add(call: &Call<'_>, args: NewProposalFiles) -> Result<KeptFiles> {
    let op = op(call, "proposal-file-add", &args.proposal)?;
    let mut kept = Vec::new();
    for path in &args.files {
        let file = read_file(path)?;
        let sha256 = keep(call, &file.bytes)?;
        kept.push((file.name, file.bytes.len() as u64, sha256));
    }
    let ids = call.write(op, |tx| {
        let add = |(name, bytes, sha256): &(String, u64, String)| {
            verbs::add_file(tx, &args.proposal, args.kind, name, *bytes, sha256, false)
        };
        kept.iter().map(add).collect::<Result<Vec<_>>>()
    })?;
    Ok(KeptFiles { ids })
}

pub(crate) fn set(call: &Call<'_>, args: TypedField) -> Result<Nothing> {
    let file: ProposalFile = call.read(|read| read.get(&args.id))?;
    let op = op(call, "proposal-file-edit", &file.proposal)?;
    let op = op.field("proposal_file", &args.id, &args.field, &["kind"]);
    call.write(op, |tx| set_file(tx, &args.id, &args.field, &args.value, (call.today(), call.lang())))?;
    Ok(Nothing {})
}

pub(crate) fn remove(call: &Call<'_>, args: Id) -> Result<Nothing> {
    let file: ProposalFile = call.read(|read| read.get(&args.id))?;
    call.write(op(call, "proposal-file-remove", &file.proposal)?, |tx| verbs::remove_file(tx, &args.id))?;
    Ok(Nothing {})
}

pub(crate) fn open(call: &Call<'_>, args: Id) -> Result<OpenedFile> {
    let file: ProposalFile = call.read(|read| {
        let file: ProposalFile = read.get(&args.id)?;
        if is_shut(read, &file)? {
            return Err(Error::say("error-price-closed"));
        }
        Ok(file)
    })?;
    lay_out(call, &file.id, &file.name, &file.sha256)
}

/// The photos stay beside the PDF that is made of them.
pub(crate) fn bind(call: &Call<'_>, args: BindFiles) -> Result<BoundFiles> {
    if args.files.is_empty() {
        return Err(Error::say("error-bind-nothing"));
    }
    let op = op(call, "proposal-bind", &args.proposal)?;
    let mut pictures = Vec::with_capacity(args.files.len());
    for id in &args.files {
        let (file, shut) = call.read(|read| {
            let file: ProposalFile = read.get(id)?;
            let shut = is_shut(read, &file)?;
            Ok((file, shut))
        })?;
        if file.proposal != args.proposal {
            return Err(Error::NotFound { kind: "proposal_file", id: id.clone() });
        }
        if shut && args.kind != FileKind::Estimate {
            return Err(Error::say("error-bind-shut").arg("name", file.name));
        }
        let bytes = call.library(|library| library.files().get(&file.sha256))?;
        pictures.push(bind::Picture { name: file.name, bytes });
    }
    let total = pictures.len();
    let told = |done: usize| {
        let name = pictures.get(done).map_or("", |picture| picture.name.as_str());
        call.advance(Text::new("work-bind").arg("name", name), done, total)
    };
    let bound = bind::bind(&pictures, &args.name, call.stamp().at, told)?;
    let (sha256, bytes) = (keep(call, &bound.pdf)?, bound.pdf.len() as u64);
    let name = format!("{}.pdf", sentei_papers::valid_file_name(args.name.trim().trim_end_matches(".pdf")));
    let held = call.read(|read| files(read, &args.proposal))?;
    let mut names = (1..).map(|number| folder::numbered(&name, number));
    let name = names.find(|name| held.iter().all(|file| file.name != *name)).unwrap_or_default();
    let kind = Some(args.kind);
    let id = call.write(op, |tx| verbs::add_file(tx, &args.proposal, kind, &name, bytes, &sha256, true))?;
    Ok(BoundFiles { id, name, pages: bound.pages })
}
