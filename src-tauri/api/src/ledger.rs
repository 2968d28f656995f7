//! Commands about the ledger of distributions.

use std::path::Path;

use sentei_core::distribution::knowledge::Knowledge;
use sentei_core::distribution::ledger::{ledger_paper, Entry};
use sentei_core::distribution::paper::House;
use sentei_core::distribution::{files, lines, of};
use sentei_core::procurement::FactKey;
use sentei_core::storage::Read;
use sentei_core::{Result, Text};
use sentei_papers::ledger_sheet::ledger_xlsx;
use sentei_papers::{day_in_name, file_name, folder, Stamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Call;

/// Where the ledger is to be written.
#[derive(Debug, Deserialize, TS)]
pub struct ExportLedger {
    procurement: String,
    /// The folder.
    to: String,
}

/// Files that were written.
#[derive(Debug, Serialize, TS)]
pub struct LedgerWritten {
    files: Vec<String>,
}

/// The distributions of a procurement with what they held.
pub(crate) fn entries(read: &Read<'_>, procurement: &str) -> Result<Vec<Entry>> {
    let all = lines(read, procurement)?;
    of(read, procurement)?
        .into_iter()
        .map(|distribution| {
            let held = all.iter().filter(|line| line.distribution == distribution.id);
            Ok(Entry {
                items: held.filter_map(|line| line.item().map(ToOwned::to_owned)).collect(),
                files: files(read, &distribution.id)?,
                distribution,
            })
        })
        .collect()
}

pub(crate) fn export(call: &Call<'_>, args: ExportLedger) -> Result<LedgerWritten> {
    let (house, known, entries) = call.read(|read| {
        Ok((
            House::of(read, &args.procurement, call.today())?,
            Knowledge::of(read, &args.procurement)?,
            entries(read, &args.procurement)?,
        ))
    })?;
    let paper = ledger_paper(&house, &known, &entries);
    let at = call.stamp().at;
    let day = day_in_name(call.today(), house.lang);
    let name = file_name(house.fact(FactKey::DocNumber), &house.lang.word("ledger-kind"), &day, None);
    call.advance(Text::new("work-paper").arg("name", &name), 0, 1)?;
    let stamp = Stamp { at, ident: format!("{} ledger {name}", args.procurement) };
    let pdf = call.engine(|engine| engine.ledger_pdf(&paper, &stamp))?;
    let made = vec![(format!("{name}.pdf"), pdf), (format!("{name}.xlsx"), ledger_xlsx(&paper, at)?)];
    let _ = std::fs::create_dir_all(&args.to);
    let written = folder::write_all(Path::new(&args.to), &made)?;
    Ok(LedgerWritten { files: written.into_iter().map(|path| path.display().to_string()).collect() })
}
