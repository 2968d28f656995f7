//! Commands about outlines.

use sentei_core::journal::Op;
use sentei_core::l10n::Lang;
use sentei_core::rfp::outline::{self, OwnOutline};
use sentei_core::Result;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Id, Nothing};
use crate::Call;

/// The outlines one can start from.
#[derive(Debug, Serialize, TS)]
pub struct Outlines {
    outlines: Vec<OutlineRow>,
}

/// An outline as it is offered.
#[derive(Debug, Serialize, TS)]
pub struct OutlineRow {
    id: String,
    title: String,
    description: String,
    lang: Lang,
    /// Saved here, not come with the program.
    own: bool,
    sections: usize,
}

/// An outline to be saved from a procurement.
#[derive(Debug, Deserialize, TS)]
pub struct SaveOutline {
    procurement: String,
    title: String,
}

/// Another name for an outline.
#[derive(Debug, Deserialize, TS)]
pub struct RenameOutline {
    id: String,
    title: String,
}

pub(crate) fn list(call: &Call<'_>, _: Nothing) -> Result<Outlines> {
    let all = call.read(|read| outline::outlines(read, call.lang()))?;
    let rows = all.into_iter().map(|found| OutlineRow {
        own: !outline::is_supplied(&found.id),
        sections: found.sections(),
        id: found.id,
        title: found.title,
        description: found.description,
        lang: found.lang,
    });
    Ok(Outlines { outlines: rows.collect() })
}

pub(crate) fn save(call: &Call<'_>, args: SaveOutline) -> Result<Id> {
    let op = Op::new("outline-save").what(&args.title);
    let id = call.write(op, |tx| outline::save_outline(tx, &args.procurement, &args.title))?;
    Ok(Id { id })
}

pub(crate) fn rename(call: &Call<'_>, args: RenameOutline) -> Result<Nothing> {
    let op = Op::new("outline-rename").what(&args.title);
    call.write(op, |tx| outline::rename_outline(tx, &args.id, &args.title))?;
    Ok(Nothing {})
}

pub(crate) fn remove(call: &Call<'_>, args: Id) -> Result<Nothing> {
    let title = call.read(|read| Ok(read.find::<OwnOutline>(&args.id)?.map(|own| own.title).unwrap_or_default()))?;
    call.write(Op::new("outline-remove").what(title), |tx| outline::remove_outline(tx, &args.id))?;
    Ok(Nothing {})
}
