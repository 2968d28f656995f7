//! Commands about the selection report.

use std::path::Path;
use std::sync::Arc;

use sentei_core::decision::report::made::{record, MAKE};
use sentei_core::decision::report::{SelectionPaper, Sources};
use sentei_core::distribution::paper::House;
use sentei_core::journal::{self, Op};
use sentei_core::marking::result::State;
use sentei_core::procurement::FactKey;
use sentei_core::{Error, Result, Text};
use sentei_papers::numbers_sheet::numbers_xlsx;
use sentei_papers::{day_in_name, file_name, folder, Stamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::InProcurement;
use crate::result::examine;
use crate::Call;

/// What the report would hold.
#[derive(Debug, Serialize, TS)]
pub struct ReportPlan {
    /// The chapters in order.
    chapters: Vec<String>,
    /// Names of the files.
    files: Vec<String>,
    /// What is still missing, as the report will say.
    missing: Vec<Text>,
    /// Nothing can be reported yet.
    empty: bool,
}

/// Where the report is to be written.
#[derive(Debug, Deserialize, TS)]
pub struct ExportReport {
    procurement: String,
    /// The folder.
    to: String,
}

/// Files that were written.
#[derive(Debug, Serialize, TS)]
pub struct ReportWritten {
    files: Vec<String>,
}

/// The report as it stands, and the name of its files without their endings.
fn paper(call: &Call<'_>, procurement: &str) -> Result<(SelectionPaper, String)> {
    let (counted, known) = call.kept(procurement, |_, kept| Ok((Arc::clone(&kept.counted), kept.firmness.clone())))?;
    if counted.state() == State::Empty {
        return Err(Error::say("error-report-empty"));
    }
    // Who looks at what the report would hold has had it examined.
    let firmness = known.map_or_else(|| examine(call, procurement, &counted), Ok)?;
    let (house, sources) = call.read(|read| {
        let house = House::of(read, procurement, call.today())?;
        let head = journal::head(read)?;
        Ok((house.clone(), Sources::of(read, procurement, house, counted, firmness, head)?))
    })?;
    let paper = sources.paper()?;
    // A provisional report has no version: the day tells one from another.
    let version = match &paper.edition {
        Some(_) => paper.paper.version.clone(),
        None => day_in_name(call.today(), house.lang),
    };
    let name = file_name(house.fact(FactKey::DocNumber), &house.lang.word("selection-kind"), &version, None);
    Ok((paper, name))
}

pub(crate) fn plan(call: &Call<'_>, args: InProcurement) -> Result<ReportPlan> {
    let counted = call.kept(&args.procurement, |_, kept| Ok(Arc::clone(&kept.counted)))?;
    if counted.state() == State::Empty {
        return Ok(ReportPlan { chapters: Vec::new(), files: Vec::new(), missing: counted.lacking(), empty: true });
    }
    let (paper, name) = paper(call, &args.procurement)?;
    Ok(ReportPlan {
        chapters: paper.sections.into_iter().map(|section| section.name).collect(),
        files: vec![format!("{name}.pdf"), format!("{name}.xlsx")],
        missing: counted.lacking(),
        empty: false,
    })
}

pub(crate) fn export(call: &Call<'_>, args: ExportReport) -> Result<ReportWritten> {
    let (paper, name) = paper(call, &args.procurement)?;
    let at = call.stamp().at;
    call.advance(Text::new("work-paper").arg("name", &name), 0, 2)?;
    let stamp = Stamp { at, ident: format!("{} selection {name}", args.procurement) };
    // The workbook of a large evaluation takes as long as many pages: it is made beside them.
    let (pdf, book) = std::thread::scope(|scope| {
        let book = scope.spawn(|| numbers_xlsx(&paper.numbers, at));
        let pdf = call.engine(|engine| engine.selection_pdf(&paper, &stamp));
        (pdf, book.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
    });
    let made = vec![(format!("{name}.pdf"), pdf?), (format!("{name}.xlsx"), book?)];
    call.advance(Text::new("work-paper").arg("name", &name), 1, 2)?;
    let _ = std::fs::create_dir_all(&args.to);
    let written = folder::write_all(Path::new(&args.to), &made)?;
    if let Some(edition) = &paper.edition {
        let op = Op::new(MAKE).what(paper.paper.version.clone()).scope(&args.procurement);
        call.write(op, |tx| record(tx, &args.procurement, edition))?;
    }
    Ok(ReportWritten { files: written.into_iter().map(|path| path.display().to_string()).collect() })
}
