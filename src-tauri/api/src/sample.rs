//! The sample procurement carried on to its last letter: core tells the story, the papers in it are set here.

use sentei_core::bidder::Bidder;
use sentei_core::decision::notice::MadeFile;
use sentei_core::decision::Notice;
use sentei_core::distribution::verbs::Pack;
use sentei_core::journal::{Op, Stamp};
use sentei_core::l10n::Lang;
use sentei_core::library::Files;
use sentei_core::procurement::verbs::rename;
use sentei_core::rfp::release::{Kept, Release};
use sentei_core::rfp::snapshot::Snapshot;
use sentei_core::sample::{carry, Press, Until};
use sentei_core::storage::Read;
use sentei_core::vendor::Vendor;
use sentei_core::{Result, Text};

use crate::{delivery, notice, release, Call};

/// Sets the papers at the times of the story.
struct Setter<'c, 's> {
    call: &'c Call<'s>,
    files: Files,
}

impl Press for Setter<'_, '_> {
    fn keep(&mut self, bytes: &[u8]) -> Result<String> {
        self.files.put(bytes)
    }

    fn release(
        &mut self,
        procurement: &str,
        shot: &Snapshot,
        before: Option<&Release>,
        stamp: &Stamp,
    ) -> Result<Vec<Kept>> {
        let call = self.call.told(stamp.clone());
        release::papers(&call, &self.files, procurement, shot, before)
    }

    fn pack(&mut self, read: &Read<'_>, procurement: &str, bidder: &str, stamp: &Stamp) -> Result<Option<Pack>> {
        self.call.advance(Text::new("work-distribution").arg("name", vendor_of(read, bidder)?), 0, 1)?;
        delivery::pack(&self.call.told(stamp.clone()), &self.files, read, procurement, bidder)
    }

    fn notice(&mut self, read: &Read<'_>, notice: &Notice, stamp: &Stamp) -> Result<Vec<MadeFile>> {
        self.call.advance(Text::new("work-distribution").arg("name", vendor_of(read, &notice.bidder)?), 0, 1)?;
        notice::papers(&self.call.told(stamp.clone()), &self.files, read, notice)
    }
}

fn vendor_of(read: &Read<'_>, bidder: &str) -> Result<String> {
    Ok(read.get::<Vendor>(&read.get::<Bidder>(bidder)?.vendor)?.name)
}

/// Plants the sample with everything up to the decision and its letters, in one step that can be taken back.
pub(crate) fn decided(call: &Call<'_>, op: Op, title: &str, lang: Lang) -> Result<String> {
    let files = call.library(|library| Ok(library.files()))?;
    let mut setter = Setter { call, files };
    call.write(op, |tx| {
        let carried = carry(tx, lang, Until::Told, &mut setter)?;
        if !title.trim().is_empty() {
            rename(tx, &carried.procurement, title)?;
        }
        Ok(carried.procurement)
    })
}
