//! What a template can see: the templates themselves and one file of data. No disk, no packages, no clock.

use std::path::PathBuf;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

use crate::fonts;

/// The papers that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Template {
    Rfp,
    Addendum,
    Answers,
    Ledger,
    Selection,
    Sheet,
    Letter,
    Approval,
}

struct Files {
    rfp: Source,
    addendum: Source,
    answers: Source,
    ledger: Source,
    selection: Source,
    sheet: Source,
    letter: Source,
    approval: Source,
    style: Source,
    data: FileId,
}

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static FILES: LazyLock<Files> = LazyLock::new(|| Files {
    rfp: Source::new(file("/rfp.typ"), include_str!("../templates/rfp.typ").into()),
    addendum: Source::new(file("/addendum.typ"), include_str!("../templates/addendum.typ").into()),
    answers: Source::new(file("/answers.typ"), include_str!("../templates/answers.typ").into()),
    ledger: Source::new(file("/ledger.typ"), include_str!("../templates/ledger.typ").into()),
    sheet: Source::new(file("/sheet.typ"), include_str!("../templates/sheet.typ").into()),
    letter: Source::new(file("/letter.typ"), include_str!("../templates/letter.typ").into()),
    approval: Source::new(file("/approval.typ"), include_str!("../templates/approval.typ").into()),
    selection: Source::new(file("/selection.typ"), include_str!("../templates/selection.typ").into()),
    style: Source::new(file("/paper.typ"), include_str!("../templates/paper.typ").into()),
    data: file("/data.json"),
});

fn file(path: &str) -> FileId {
    let path = VirtualPath::new(path).expect("the paths of the templates are well formed");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// One template and one paper's data.
pub(crate) struct Desk {
    template: Template,
    data: Bytes,
}

impl Desk {
    pub(crate) fn new(template: Template, data: Vec<u8>) -> Self {
        Self { template, data: Bytes::new(data) }
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &fonts::BOOK
    }

    fn main(&self) -> FileId {
        match self.template {
            Template::Rfp => FILES.rfp.id(),
            Template::Addendum => FILES.addendum.id(),
            Template::Answers => FILES.answers.id(),
            Template::Ledger => FILES.ledger.id(),
            Template::Selection => FILES.selection.id(),
            Template::Sheet => FILES.sheet.id(),
            Template::Letter => FILES.letter.id(),
            Template::Approval => FILES.approval.id(),
        }
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [
            &FILES.rfp,
            &FILES.addendum,
            &FILES.answers,
            &FILES.ledger,
            &FILES.selection,
            &FILES.sheet,
            &FILES.letter,
            &FILES.approval,
            &FILES.style,
        ]
        .into_iter()
        .find(|source| source.id() == id)
        .cloned()
        .ok_or_else(|| FileError::NotFound(PathBuf::from(id.get().vpath().get_with_slash())))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == FILES.data {
            Ok(self.data.clone())
        } else {
            self.source(id).map(|source| Bytes::from_string(source.text().to_owned()))
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts::FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
