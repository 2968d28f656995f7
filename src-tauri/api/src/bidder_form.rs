//! Commands about the forms a bidder fills in: they go out as Excel files and come back with a look at what they change.

use std::collections::BTreeSet;
use std::path::Path;

use sentei_core::bidder::{self, Bidder};
use sentei_core::decision::fixed::{holds_fixed, take_estimate};
use sentei_core::l10n::Lang;
use sentei_core::library::sha256;
use sentei_core::procurement::{FactKey, Facts, Procurement};
use sentei_core::proposal::amount::grouped;
use sentei_core::proposal::check::asked;
use sentei_core::proposal::incoming::{
    aligned, estimate_columns, read_answers, read_estimate, take_answers, EstimateColumn, EstimateColumns,
    IncomingAnswer, IncomingEstimate, RowState,
};
use sentei_core::proposal::price::Basis;
use sentei_core::proposal::{explain, files, verbs, FileKind, LineKind, Proposal, Tax};
use sentei_core::rfp::release;
use sentei_core::rfp::snapshot::RequirementShot;
use sentei_core::storage::Read;
use sentei_core::vendor::verbs::remember_columns;
use sentei_core::vendor::{Vendor, VendorColumns};
use sentei_core::{Error, Result, Text};
use sentei_papers::bidder_form::{estimate_form, keys, response_sheet, FormHead, FormKeys, FormKind};
use sentei_papers::sheet::{self, Book};
use sentei_papers::{file_name, folder};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::Id;
use crate::proposal::op;
use crate::question_import::Choice;
use crate::vendor_file::{keep, read_file, ChosenFile};
use crate::Call;

/// Forms to make.
#[derive(Debug, Deserialize, TS)]
pub struct ExportForms {
    procurement: String,
    /// For whom; for all who take part where left out.
    #[ts(optional)]
    bidders: Option<Vec<String>>,
    /// The folder they are written into.
    to: String,
}

/// Files that were written.
#[derive(Debug, Serialize, TS)]
pub struct WrittenForms {
    files: Vec<String>,
}

/// What to take over: a file, or rows that were pasted.
#[derive(Debug, Deserialize, TS)]
pub struct FormSource {
    proposal: String,
    /// Path of an Excel, CSV or TSV file.
    #[ts(optional)]
    file: Option<String>,
    /// Pasted rows.
    #[ts(optional)]
    text: Option<String>,
    /// Which sheet of a workbook, from 0; the first one that holds something where left out.
    #[ts(optional)]
    sheet: Option<usize>,
    /// What the columns of an estimate hold, as they were said by hand.
    #[ts(optional)]
    columns: Option<Vec<EstimateColumn>>,
}

/// An estimate to take over.
#[derive(Debug, Deserialize, TS)]
pub struct TakeEstimate {
    source: FormSource,
    /// Why it takes the place of the one before.
    #[ts(optional)]
    reason: Option<String>,
    /// The seal of what was shown.
    seal: String,
}

/// Answers to take over.
#[derive(Debug, Deserialize, TS)]
pub struct TakeAnswers {
    source: FormSource,
    /// Rows of the sheet, as they were shown.
    chosen: Vec<usize>,
    /// The seal of what was shown.
    seal: String,
}

/// How many answers were taken over.
#[derive(Debug, Serialize, TS)]
pub struct AnswersTaken {
    taken: usize,
}

/// An estimate as it was read, before anything is taken over.
#[derive(Debug, Serialize, TS)]
pub struct EstimateRead {
    /// It is a form made here.
    own: bool,
    /// Name of the file; empty for pasted rows.
    name: String,
    sheets: Vec<Choice>,
    sheet: usize,
    rows: Vec<EstimateReadRow>,
    /// Titles of lines that are held and are not in it.
    gone: Vec<String>,
    /// How the total would change, without tax.
    change: Option<Text>,
    /// The total it would have; empty while a price is not known.
    without_tax: String,
    with_tax: String,
    /// There are lines already, or the estimate stands, so that it needs a reason.
    replaces: bool,
    notes: Vec<Text>,
    /// What its columns hold; none for a form made here.
    columns: Vec<ReadEstimateColumn>,
    seal: String,
}

/// A column of it.
#[derive(Debug, Serialize, TS)]
pub struct ReadEstimateColumn {
    /// Its heading.
    heading: String,
    /// What stands below it first.
    example: String,
    field: EstimateColumn,
}

/// A row of it.
#[derive(Debug, Serialize, TS)]
pub struct EstimateReadRow {
    at: usize,
    kind: LineKind,
    title: String,
    unit_price: String,
    /// Its quantity with its unit.
    counted: String,
    from_month: Option<i64>,
    to_month: Option<i64>,
    tax: Tax,
    state: RowState,
    message: Option<Text>,
}

/// A response sheet as it was read, before anything is taken over.
#[derive(Debug, Serialize, TS)]
pub struct ResponseRead {
    own: bool,
    name: String,
    sheets: Vec<Choice>,
    sheet: usize,
    rows: Vec<IncomingAnswer>,
    notes: Vec<Text>,
    seal: String,
}

/// What a form asks for, as a seal.
fn asked_seal(read: &Read<'_>, kind: FormKind, procurement: &str) -> Result<String> {
    let words = match kind {
        FormKind::Estimate => format!("{}", Basis::of(read, procurement)?.months),
        FormKind::Response => asked(read, procurement)?
            .iter()
            .map(|one| format!("{}\u{1f}{:?}\u{1f}{}", one.number, one.level, one.text))
            .collect::<Vec<_>>()
            .join("\u{1e}"),
    };
    Ok(sha256(words.as_bytes()))
}

/// A form for a bidder as the RFP stands now: the name of its file, what it says, and the requirements it asks about.
pub(crate) struct Form {
    pub name: String,
    pub head: FormHead,
    pub requirements: Vec<RequirementShot>,
}

impl Form {
    pub(crate) fn of(read: &Read<'_>, kind: FormKind, procurement: &str, bidder: &str) -> Result<Self> {
        let procurement: Procurement = read.get(procurement)?;
        let bidder: Bidder = read.get(bidder)?;
        if bidder.procurement != procurement.id {
            return Err(Error::NotFound { kind: "bidder", id: bidder.id });
        }
        let company = read.get::<Vendor>(&bidder.vendor)?.name;
        let facts = Facts::of(read, &procurement.id)?;
        let lang = procurement.lang;
        let number = release::latest(read, &procurement.id)?.map(|release| release.number).unwrap_or_default();
        let document_number = facts.value(FactKey::DocNumber).unwrap_or_default().to_owned();
        let title = match kind {
            FormKind::Estimate => "estimate-form-title",
            FormKind::Response => "response-sheet-title",
        };
        let head = FormHead {
            lang,
            keys: FormKeys {
                kind,
                asked: asked_seal(read, kind, &procurement.id)?,
                procurement: procurement.id.clone(),
                bidder: bidder.id,
            },
            deadline: facts.shown(FactKey::ProposalDeadline, lang).unwrap_or_default(),
            months: Basis::of(read, &procurement.id)?.months,
            title: procurement.title.clone(),
            release: number.clone(),
            document_number,
            company,
        };
        let name = file_name(&head.document_number, &lang.word(title), &number, Some(&head.company));
        let requirements = match kind {
            FormKind::Estimate => Vec::new(),
            FormKind::Response => asked(read, &procurement.id)?,
        };
        Ok(Self { name: format!("{name}.xlsx"), head, requirements })
    }

    /// Whether there is anything to fill in: a response sheet asks about requirements.
    pub(crate) fn asks(&self) -> bool {
        self.head.keys.kind == FormKind::Estimate || !self.requirements.is_empty()
    }

    pub(crate) fn make(&self) -> Result<Vec<u8>> {
        match self.head.keys.kind {
            FormKind::Estimate => estimate_form(&self.head),
            FormKind::Response => response_sheet(&self.head, &self.requirements),
        }
    }
}

pub(crate) fn export_estimate(call: &Call<'_>, args: ExportForms) -> Result<WrittenForms> {
    export(call, &args, FormKind::Estimate)
}

pub(crate) fn export_response(call: &Call<'_>, args: ExportForms) -> Result<WrittenForms> {
    export(call, &args, FormKind::Response)
}

/// Writes the forms; nothing in the library changes.
fn export(call: &Call<'_>, args: &ExportForms, kind: FormKind) -> Result<WrittenForms> {
    let forms = call.read(|read| {
        let bidders = match &args.bidders {
            Some(chosen) => chosen.clone(),
            None => bidder::of(read, &args.procurement)?
                .into_iter()
                .filter(|bidder| bidder.status.takes_part())
                .map(|bidder| bidder.id)
                .collect(),
        };
        bidders.iter().map(|bidder| Form::of(read, kind, &args.procurement, bidder)).collect::<Result<Vec<_>>>()
    })?;
    if forms.is_empty() {
        return Err(Error::say("error-form-nobody"));
    }
    if !forms.iter().any(Form::asks) {
        return Err(Error::say("error-form-no-requirements"));
    }
    let made = forms.iter().map(|form| Ok((form.name.clone(), form.make()?))).collect::<Result<Vec<_>>>()?;
    let _ = std::fs::create_dir_all(&args.to);
    let written = folder::write_all(Path::new(&args.to), &made)?;
    Ok(WrittenForms { files: written.into_iter().map(|path| path.display().to_string()).collect() })
}

/// Everything that was read.
struct Opened {
    own: bool,
    chosen: Option<ChosenFile>,
    book: Book,
    sheet: usize,
}

impl Opened {
    fn table(&self) -> &[Vec<String>] {
        self.book.sheets.get(self.sheet).map_or(&[], |sheet| &sheet.rows)
    }

    fn name(&self) -> String {
        self.chosen.as_ref().map(|file| file.name.clone()).unwrap_or_default()
    }

    fn sheets(&self) -> Vec<Choice> {
        let shown = self.book.sheets.iter().enumerate().filter(|(_, sheet)| !sheet.hidden);
        shown.map(|(at, sheet)| Choice::new(at, &sheet.name)).collect()
    }

    /// What was shown is what is taken over.
    fn seal(&self) -> String {
        sha256(format!("{:?}", self.table()).as_bytes())
    }
}

fn open(call: &Call<'_>, source: &FormSource, kind: FormKind) -> Result<Opened> {
    let (chosen, book) = match (&source.file, &source.text) {
        (Some(path), _) => {
            let file = read_file(path)?;
            let book = sheet::read(&file.name, file.bytes.clone())?;
            (Some(file), book)
        }
        (None, Some(text)) => {
            let mut book = sheet::from_text(text)?;
            for pasted in book.sheets.iter_mut().filter(|_| kind == FormKind::Estimate) {
                if let Some(rows) = aligned(&pasted.rows) {
                    pasted.rows = rows;
                }
            }
            (None, book)
        }
        (None, None) => return Err(Error::say("error-form-source")),
    };
    let known = keys(&book)?;
    if let Some(known) = &known {
        call.read(|read| belongs(read, known, kind, &source.proposal))?;
    }
    let first = book.sheets.iter().position(|sheet| !sheet.hidden && !sheet.rows.is_empty());
    Ok(Opened { own: known.is_some(), chosen, sheet: source.sheet.or(first).unwrap_or_default(), book })
}

/// Refuses a form of another kind, procurement or bidder, and one that asks for something else than is asked now.
fn belongs(read: &Read<'_>, known: &FormKeys, kind: FormKind, proposal: &str) -> Result<()> {
    let proposal: Proposal = read.get(proposal)?;
    if known.kind != kind {
        return Err(Error::say("error-form-kind"));
    }
    if known.procurement != proposal.procurement {
        let other = read.find::<Procurement>(&known.procurement)?;
        return Err(match other {
            Some(other) => Error::say("error-form-procurement").arg("title", other.title),
            None => Error::say("error-form-elsewhere"),
        });
    }
    if known.bidder != proposal.bidder {
        let name = match read.find::<Bidder>(&known.bidder)? {
            Some(bidder) => read.get::<Vendor>(&bidder.vendor)?.name,
            None => return Err(Error::say("error-form-elsewhere")),
        };
        return Err(Error::say("error-form-bidder").arg("name", name));
    }
    if known.asked != asked_seal(read, kind, &proposal.procurement)? {
        return Err(Error::say("error-form-stale"));
    }
    Ok(())
}

/// The vendor whose proposal it is.
fn vendor_of(read: &Read<'_>, proposal: &str) -> Result<String> {
    Ok(read.get::<Bidder>(&read.get::<Proposal>(proposal)?.bidder)?.vendor)
}

/// The columns of an estimate: as they were said now, as they were once said, or as their headings say.
fn columns(read: &Read<'_>, source: &FormSource, opened: &Opened) -> Result<EstimateColumns> {
    let known = read.find::<VendorColumns>(&vendor_of(read, &source.proposal)?)?.filter(|_| !opened.own);
    let found = estimate_columns(opened.table(), &known.map(|known| known.columns).unwrap_or_default());
    Ok(match &source.columns {
        Some(said) => found.said(said),
        None => found,
    })
}

fn shown(table: &[Vec<String>], columns: &EstimateColumns) -> Vec<ReadEstimateColumn> {
    let below = columns.head.map_or(0, |head| head + 1);
    let cell = |row: &Vec<String>, at: usize| row.get(at).map(|cell| cell.trim().to_owned()).unwrap_or_default();
    let fields = columns.fields().into_iter().enumerate().map(|(at, field)| ReadEstimateColumn {
        heading: columns.head.and_then(|head| table.get(head)).map(|row| cell(row, at)).unwrap_or_default(),
        example: table.iter().skip(below).map(|row| cell(row, at)).find(|cell| !cell.is_empty()).unwrap_or_default(),
        field,
    });
    fields.collect()
}

pub(crate) fn read_estimate_form(call: &Call<'_>, args: FormSource) -> Result<EstimateRead> {
    let opened = open(call, &args, FormKind::Estimate)?;
    let columns = call.read(|read| columns(read, &args, &opened))?;
    let table = opened.table();
    let mut notes = opened.book.notes.clone();
    let found = match call.read(|read| read_estimate(read, &args.proposal, table, &columns)) {
        // Columns nobody knows yet can be said by hand, where there is a table at all.
        Err(cause) if cause.message().0 == "columns" && columns.fields().len() > 1 => {
            notes.push(Text::new("estimate-columns-say"));
            IncomingEstimate::none()
        }
        found => found?,
    };
    notes.extend(found.notes.iter().cloned());
    let replaces = found.replaces || call.read(|read| holds_fixed(read, &args.proposal))?;
    let change = found.before.zip(found.after).map(|((before, _), (after, _))| explain::change(before, after));
    let sum = |pick: fn((i64, i64)) -> i64| found.after.map(pick).map(grouped).unwrap_or_default();
    Ok(EstimateRead {
        own: opened.own,
        name: opened.name(),
        sheets: opened.sheets(),
        sheet: opened.sheet,
        without_tax: sum(|(without, _)| without),
        with_tax: sum(|(_, with)| with),
        change,
        replaces,
        gone: found.gone.clone(),
        rows: rows(&found, call.lang()),
        notes,
        columns: if opened.own { Vec::new() } else { shown(table, &columns) },
        seal: opened.seal(),
    })
}

fn rows(found: &IncomingEstimate, lang: Lang) -> Vec<EstimateReadRow> {
    let rows = found.rows.iter().map(|row| EstimateReadRow {
        at: row.at,
        kind: row.line.kind,
        title: row.line.title.clone(),
        unit_price: row.line.unit_price.map(grouped).unwrap_or_default(),
        counted: explain::quantity(&row.line, lang),
        from_month: row.line.from_month,
        to_month: row.line.to_month,
        tax: row.line.tax,
        state: row.state,
        message: row.message.clone(),
    });
    rows.collect()
}

/// Takes an estimate over, and keeps the file it was read from.
pub(crate) fn import_estimate(call: &Call<'_>, args: TakeEstimate) -> Result<Id> {
    let source = &args.source;
    let opened = open(call, source, FormKind::Estimate)?;
    if opened.seal() != args.seal {
        return Err(Error::say("error-form-moved").code("moved"));
    }
    let (found, vendor, columns) = call.read(|read| {
        let columns = columns(read, source, &opened)?;
        let found = read_estimate(read, &source.proposal, opened.table(), &columns)?;
        Ok((found, vendor_of(read, &source.proposal)?, columns))
    })?;
    let kept = kept(call, &opened)?;
    let op = op(call, "estimate-import", &source.proposal)?;
    let reason = args.reason.unwrap_or_default();
    let id = call.write(op, |tx| {
        let file = kept.map(|kept| kept.add(tx, &source.proposal, FileKind::Estimate)).transpose()?;
        if source.columns.is_some() {
            remember_columns(tx, &vendor, columns.remembered(opened.table()))?;
        }
        take_estimate(tx, &source.proposal, &found, &reason, file)
    })?;
    Ok(Id { id })
}

/// A file whose bytes are in the library.
struct Kept {
    name: String,
    bytes: u64,
    sha256: String,
}

impl Kept {
    /// Adds it to the proposal, where it is not there yet.
    fn add(self, tx: &mut sentei_core::journal::Tx<'_>, proposal: &str, kind: FileKind) -> Result<String> {
        match files(tx, proposal)?.into_iter().find(|file| file.sha256 == self.sha256) {
            Some(file) => Ok(file.id),
            None => verbs::add_file(tx, proposal, Some(kind), &self.name, self.bytes, &self.sha256, false),
        }
    }
}

fn kept(call: &Call<'_>, opened: &Opened) -> Result<Option<Kept>> {
    let kept = opened.chosen.as_ref().map(|file| {
        let sha256 = keep(call, &file.bytes)?;
        Ok(Kept { name: file.name.clone(), bytes: file.bytes.len() as u64, sha256 })
    });
    kept.transpose()
}

pub(crate) fn read_response(call: &Call<'_>, args: FormSource) -> Result<ResponseRead> {
    let opened = open(call, &args, FormKind::Response)?;
    let rows = call.read(|read| read_answers(read, &args.proposal, opened.table()))?;
    Ok(ResponseRead {
        own: opened.own,
        name: opened.name(),
        sheets: opened.sheets(),
        sheet: opened.sheet,
        rows,
        notes: opened.book.notes.clone(),
        seal: opened.seal(),
    })
}

/// Takes answers over, and keeps the file they were read from.
pub(crate) fn import_response(call: &Call<'_>, args: TakeAnswers) -> Result<AnswersTaken> {
    let source = &args.source;
    let opened = open(call, source, FormKind::Response)?;
    if opened.seal() != args.seal {
        return Err(Error::say("error-form-moved").code("moved"));
    }
    let rows = call.read(|read| read_answers(read, &source.proposal, opened.table()))?;
    let chosen: BTreeSet<usize> = args.chosen.iter().copied().collect();
    let kept = kept(call, &opened)?;
    let op = op(call, "response-import", &source.proposal)?;
    let taken = call.write(op, |tx| {
        if let Some(kept) = kept {
            kept.add(tx, &source.proposal, FileKind::Response)?;
        }
        take_answers(tx, &source.proposal, &rows, &chosen)
    })?;
    Ok(AnswersTaken { taken })
}
