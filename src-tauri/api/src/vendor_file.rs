//! Commands about the files kept about vendors.

use std::io::Read as _;
use std::path::Path;

use sentei_core::vendor::{verbs, VendorFile};
use sentei_core::{Error, Result};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Id, Nothing};
use crate::vendor::{op, too_large};
use crate::Call;

/// What is opened as it is. Anything else, programs and scripts above all, is shown in its folder only.
const OPENED: &[&str] = &[
    "pdf", "docx", "doc", "xlsx", "xls", "pptx", "ppt", "odt", "ods", "odp", "rtf", "txt", "csv", "tsv", "md", "png",
    "jpg", "jpeg", "gif", "webp", "tif", "tiff", "heic", "eml", "zip",
];

/// A file to keep.
#[derive(Debug, Deserialize, TS)]
pub struct NewVendorFile {
    vendor: String,
    /// Path of the file.
    file: String,
}

/// A copy to look at.
#[derive(Debug, Serialize, TS)]
pub struct OpenedFile {
    /// What the system is to show: the copy, or the folder it lies in.
    path: String,
}

/// The file's bytes are kept first, then the row that names them.
pub(crate) fn add(call: &Call<'_>, args: NewVendorFile) -> Result<Id> {
    let op = op(call, "vendor-file-add", &args.vendor)?;
    let file = read_file(&args.file)?;
    let sha256 = keep(call, &file.bytes)?;
    let id = call.write(op, |tx| verbs::add_file(tx, &args.vendor, &file.name, file.bytes.len() as u64, &sha256))?;
    Ok(Id { id })
}

/// A file a person chose.
pub(crate) struct ChosenFile {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Reads a file that is to be kept.
pub(crate) fn read_file(path: &str) -> Result<ChosenFile> {
    let path = Path::new(path);
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(verbs::LARGEST_FILE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > verbs::LARGEST_FILE {
        return Err(too_large());
    }
    Ok(ChosenFile { name, bytes })
}

/// Keeps bytes in the library, under their SHA-256.
pub(crate) fn keep(call: &Call<'_>, bytes: &[u8]) -> Result<String> {
    call.library(|library| {
        if library.writes() {
            library.files().put(bytes)
        } else {
            Err(Error::say("error-read-only").code("read_only"))
        }
    })
}

pub(crate) fn remove(call: &Call<'_>, args: Id) -> Result<Nothing> {
    let file: VendorFile = call.read(|read| read.get(&args.id))?;
    call.write(op(call, "vendor-file-remove", &file.vendor)?, |tx| tx.remove::<VendorFile>(&args.id))?;
    Ok(Nothing {})
}

pub(crate) fn open(call: &Call<'_>, args: Id) -> Result<OpenedFile> {
    let file: VendorFile = call.read(|read| read.get(&args.id))?;
    lay_out(call, &file.id, &file.name, &file.sha256)
}

/// Lays a copy where the system's own program can show it; what is kept cannot be changed by it.
pub(crate) fn lay_out(call: &Call<'_>, id: &str, name: &str, sha256: &str) -> Result<OpenedFile> {
    let bytes = call.library(|library| library.files().get(sha256))?;
    let folder = std::env::temp_dir().join("Sentei").join(id);
    std::fs::create_dir_all(&folder)?;
    let given = Path::new(name);
    let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let ending = part(given.extension()).to_lowercase();
    let name = sentei_papers::valid_file_name(&part(given.file_stem()));
    let known = OPENED.contains(&ending.as_str());
    let path = folder.join(if known { format!("{name}.{ending}") } else { name });
    std::fs::write(&path, bytes)?;
    let shown = if known { path } else { folder };
    Ok(OpenedFile { path: shown.to_string_lossy().into_owned() })
}
