//! Evaluation sheets as files: out as Excel and on paper, and back as Excel.

use std::path::Path;

use chrono::DateTime;
use sentei_core::distribution::paper::House;
use sentei_core::evaluation::Evaluator;
use sentei_core::journal::Op;
use sentei_core::library::sha256;
use sentei_core::marking::incoming::{changes, take, FilledCell, MarkChange, IMPORT};
use sentei_core::marking::paper::{basis, SheetPaper};
use sentei_core::marking::sheet::{markers, Sheet};
use sentei_core::procurement::Procurement;
use sentei_core::storage::Read;
use sentei_core::{Error, Result, Text};
use sentei_papers::evaluation_sheet::make;
use sentei_papers::evaluation_sheet_in as incoming;
use sentei_papers::sheet::read_table;
use sentei_papers::{file_name, folder, Stamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Call;

/// Evaluation sheets to write.
#[derive(Debug, Deserialize, TS)]
pub struct ExportSheets {
    procurement: String,
    /// Whose; everybody's who gives marks where left out.
    #[ts(optional)]
    evaluators: Option<Vec<String>>,
    /// The folder they are written into.
    to: String,
}

/// Evaluation sheets to print.
#[derive(Debug, Deserialize, TS)]
pub struct PrintSheets {
    procurement: String,
    /// Whose; everybody's who gives marks where left out, of filled ones those that are handed in.
    #[ts(optional)]
    evaluators: Option<Vec<String>>,
    /// To be filled in by hand: without marks and comments.
    blank: bool,
    /// The folder they are written into.
    to: String,
}

/// The files that were written.
#[derive(Debug, Serialize, TS)]
pub struct SheetsWritten {
    /// Their paths.
    files: Vec<String>,
    /// Names of those whose sheet was not written, because it is not handed in.
    left_out: Vec<String>,
}

/// A sheet that came back.
#[derive(Debug, Deserialize, TS)]
pub struct SheetFile {
    procurement: String,
    /// Whose it is to be; as the sheet says where left out.
    #[ts(optional)]
    evaluator: Option<String>,
    /// Path of the Excel file.
    file: String,
}

/// What a sheet that came back changes, before anything is kept.
#[derive(Debug, Serialize, TS)]
pub struct SheetRead {
    /// Name of the file.
    file: String,
    evaluator: String,
    name: String,
    changes: Vec<MarkChange>,
    /// Cells of hers that will hold no mark, all parts together.
    blank: usize,
    notes: Vec<Text>,
    /// Says what was shown.
    seal: String,
}

/// A sheet to take over as it was shown.
#[derive(Debug, Deserialize, TS)]
pub struct TakeSheet {
    source: SheetFile,
    /// The seal of what was shown.
    seal: String,
}

/// What was taken over.
#[derive(Debug, Serialize, TS)]
pub struct SheetTaken {
    evaluator: String,
    /// Marks, comments and «may be told» that changed.
    changed: usize,
    /// What could not be taken over.
    skipped: usize,
}

/// Whose sheets are wanted, in the order of the evaluators.
fn whose(read: &Read<'_>, procurement: &str, wanted: Option<&[String]>) -> Result<Vec<Evaluator>> {
    let all = markers(read, procurement)?;
    let Some(wanted) = wanted else {
        return if all.is_empty() { Err(Error::say("error-evaluation-sheet-nobody")) } else { Ok(all) };
    };
    let of = |id: &String| match all.iter().find(|one| one.id == *id) {
        Some(evaluator) => Ok(evaluator.clone()),
        None => Err(Error::NotFound { kind: "evaluator", id: id.clone() }),
    };
    wanted.iter().map(of).collect()
}

/// As what a sheet is written.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Excel,
    Blank,
    Filled,
}

/// Sheets to write, and who is left out.
#[derive(Default)]
struct Chosen {
    /// Each with the name its file is to have, without its ending.
    papers: Vec<(String, SheetPaper)>,
    /// Names of those whose sheet is not handed in.
    left_out: Vec<String>,
}

fn choose(call: &Call<'_>, procurement: &str, wanted: Option<&[String]>, form: Form) -> Result<Chosen> {
    call.read(|read| {
        let house = House::of(read, procurement, call.today())?;
        let blank = form == Form::Blank;
        let word = if blank { "evaluation-sheet-kind-blank" } else { "evaluation-sheet-kind" };
        // Asked for by name a sheet is its evaluator's own; everybody's together would show what is still hidden.
        let hides = form == Form::Filled && wanted.is_none();
        let mut chosen = Chosen::default();
        for evaluator in whose(read, procurement, wanted)? {
            let paper = SheetPaper::of(read, &house, &evaluator.id, blank)?;
            if hides && Sheet::of(read, &evaluator.id)?.due().is_some() {
                chosen.left_out.push(evaluator.name);
                continue;
            }
            let name = file_name(&paper.paper.number, &house.lang.word(word), "", Some(&evaluator.name));
            chosen.papers.push((name, paper));
        }
        if chosen.papers.is_empty() && !chosen.left_out.is_empty() {
            return Err(Error::say("error-evaluation-sheet-none-in"));
        }
        Ok(chosen)
    })
}

fn written(call: &Call<'_>, to: &str, files: &[(String, Vec<u8>)], left_out: Vec<String>) -> Result<SheetsWritten> {
    let done = files.len();
    call.advance(Text::new("work-write").arg("name", to), done, done + 1)?;
    // A script may name a folder that is still to be made; where that fails, the writing says what is missing.
    let _ = std::fs::create_dir_all(to);
    let paths = folder::write_all(Path::new(to), files)?;
    Ok(SheetsWritten { files: paths.iter().map(|path| path.display().to_string()).collect(), left_out })
}

/// Writes the sheets as Excel files; nothing in the library changes.
pub(crate) fn export(call: &Call<'_>, args: ExportSheets) -> Result<SheetsWritten> {
    let Chosen { papers, left_out } = choose(call, &args.procurement, args.evaluators.as_deref(), Form::Excel)?;
    let mut files = Vec::with_capacity(papers.len());
    for (done, (name, paper)) in papers.iter().enumerate() {
        call.advance(Text::new("work-paper").arg("name", name), done, papers.len() + 1)?;
        files.push((format!("{name}.xlsx"), make(paper)?));
    }
    written(call, &args.to, &files, left_out)
}

/// Writes the sheets as PDF, blank or filled; nothing in the library changes.
pub(crate) fn print(call: &Call<'_>, args: PrintSheets) -> Result<SheetsWritten> {
    let form = if args.blank { Form::Blank } else { Form::Filled };
    let Chosen { papers, left_out } = choose(call, &args.procurement, args.evaluators.as_deref(), form)?;
    let at = DateTime::from_timestamp(call.stamp().at.timestamp(), 0).unwrap_or(call.stamp().at);
    let mut files = Vec::with_capacity(papers.len());
    for (done, (name, paper)) in papers.iter().enumerate() {
        call.advance(Text::new("work-paper").arg("name", name), done, papers.len() + 1)?;
        let stamp = Stamp { at, ident: format!("{} {}", paper.origin.evaluator, paper.origin.basis) };
        files.push((format!("{name}.pdf"), call.engine(|engine| engine.sheet_pdf(paper, &stamp))?));
    }
    written(call, &args.to, &files, left_out)
}

/// A sheet that came back, held against the one there is.
struct Opened {
    sheet: Sheet,
    cells: Vec<FilledCell>,
    changes: Vec<MarkChange>,
    notes: Vec<Text>,
    seal: String,
}

fn open(call: &Call<'_>, source: &SheetFile) -> Result<Opened> {
    let book = read_table(Path::new(&source.file))?;
    let incoming::Returned { origin, cells } = incoming::read(&book)?;
    call.read(|read| {
        if origin.procurement != source.procurement {
            return Err(match read.find::<Procurement>(&origin.procurement)? {
                Some(other) => Error::say("error-evaluation-sheet-procurement").arg("title", other.title),
                None => Error::say("error-evaluation-sheet-elsewhere"),
            });
        }
        let owner = read.find::<Evaluator>(&origin.evaluator)?;
        let owner = owner.ok_or_else(|| Error::say("error-evaluation-sheet-gone"))?;
        if source.evaluator.as_ref().is_some_and(|wanted| *wanted != owner.id) {
            let refusal = Error::say("error-evaluation-sheet-other").code("other-evaluator");
            return Err(refusal.arg("name", owner.name));
        }
        let sheet = Sheet::of(read, &owner.id)?;
        if sheet.is_done() {
            return Err(Error::say("error-sheet-handed-in").arg("name", owner.name));
        }
        if basis(read, &sheet)? != origin.basis {
            return Err(Error::say("error-evaluation-sheet-stale").arg("name", owner.name));
        }
        if sheet.statement.is_none() {
            return Err(Error::say("error-statement-first").code("statement-first").arg("name", owner.name));
        }
        let changes = changes(read, &sheet, &cells)?;
        let seal = sha256(&serde_json::to_vec(&(&origin.evaluator, &changes))?);
        Ok(Opened { sheet, cells, changes, notes: book.notes, seal })
    })
}

/// Cells of hers that hold no mark once the changes are taken over.
fn blank(opened: &Opened) -> usize {
    let held = |cell: &FilledCell| opened.sheet.mark(&cell.criterion, &cell.bidder).map_or("", |mark| &mark.mark);
    let filled = |cell: &&FilledCell| {
        let change = opened.changes.iter().find(|change| {
            change.field == "mark"
                && change.criterion == cell.criterion
                && change.bidder == cell.bidder
                && !change.wrong
        });
        change.map_or_else(|| held(cell), |change| change.after.as_str()).is_empty()
    };
    opened.cells.iter().filter(filled).count()
}

/// What the sheet changes; nothing is kept.
pub(crate) fn read(call: &Call<'_>, source: SheetFile) -> Result<SheetRead> {
    let opened = open(call, &source)?;
    let blank = blank(&opened);
    let Opened { sheet, changes, notes, seal, .. } = opened;
    let file = Path::new(&source.file).file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(SheetRead { file, evaluator: sheet.evaluator.id, name: sheet.evaluator.name, changes, blank, notes, seal })
}

/// Takes the sheet over, in one step that can be undone. It is handed in by an act of its own.
pub(crate) fn import(call: &Call<'_>, args: TakeSheet) -> Result<SheetTaken> {
    let Opened { sheet, changes, seal, .. } = open(call, &args.source)?;
    if seal != args.seal {
        return Err(Error::say("error-evaluation-sheet-moved").code("moved"));
    }
    let evaluator = sheet.evaluator.id.clone();
    let op = Op::new(IMPORT).what(&sheet.evaluator.name).scope(&args.source.procurement);
    let skipped = changes.iter().filter(|change| change.wrong).count();
    let changed = call.write(op, |tx| take(tx, sheet, &changes))?;
    Ok(SheetTaken { evaluator, changed, skipped })
}
