//! Taking over a text she already has.

use std::path::Path;

use sentei_core::journal::Op;
use sentei_core::procurement::Procurement;
use sentei_core::rfp::section::{append_section, edit_section, Edit};
use sentei_core::rfp::DEEPEST;
use sentei_core::{Error, Result, Text};
use sentei_papers::import::{read, LARGEST_FILE};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Call;

/// A file to take over.
#[derive(Debug, Deserialize, TS)]
pub struct ImportFile {
    procurement: String,
    /// Path of a `.docx` or `.md` file.
    file: String,
}

/// What was taken over.
#[derive(Debug, Serialize, TS)]
pub struct Imported {
    sections: usize,
    /// What was left out or changed.
    warnings: Vec<Text>,
}

/// The sections of the file become the last ones of the RFP, in one step that can be undone.
pub(crate) fn file(call: &Call<'_>, args: ImportFile) -> Result<Imported> {
    let path = Path::new(&args.file);
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    if std::fs::metadata(path)?.len() > LARGEST_FILE as u64 {
        return Err(Error::say("error-import-file-large").arg("most", LARGEST_FILE >> 20));
    }
    call.advance(Text::new("work-import").arg("name", &name), 0, 1)?;
    let sentei_papers::import::Imported { sections, mut warnings } = read(&name, &std::fs::read(path)?)?;
    let untitled = call.read(|read| read.get::<Procurement>(&args.procurement))?.lang.word("import-untitled");
    let reading = Text::new("work-import").arg("name", &name);
    let op = Op::new("rfp-import").what(&name).scope(&args.procurement);
    let (count, mut deeper) = (sections.len(), 0);
    call.write(op, |tx| {
        // The sections above the next one: its parent is the last of them that is less deep.
        let mut above: Vec<String> = Vec::new();
        for (done, section) in sections.into_iter().enumerate() {
            call.advance(reading.clone(), done, count)?;
            let depth = usize::from(section.level).min(DEEPEST);
            deeper += usize::from(usize::from(section.level) > DEEPEST);
            above.truncate(depth.saturating_sub(1));
            let title = if section.title.is_empty() { &untitled } else { &section.title };
            let added = append_section(tx, &args.procurement, above.last().map(String::as_str), title)?;
            edit_section(tx, &added.id, Edit { body: Some(section.body), ..Edit::default() })?;
            above.push(added.id);
        }
        Ok(())
    })?;
    if deeper > 0 {
        warnings.push(Text::new("import-deep-heading").arg("count", deeper));
    }
    Ok(Imported { sections: count, warnings })
}
