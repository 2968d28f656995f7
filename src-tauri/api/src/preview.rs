//! Commands about the pages beside the text.

use std::collections::BTreeMap;

use base64::prelude::{Engine as _, BASE64_STANDARD as BASE64};
use sentei_core::rfp::change;
use sentei_core::rfp::paper::{addendum_paper, rfp_paper, Purpose};
use sentei_core::rfp::release::{draft, latest, releases, Release};
use sentei_core::rfp::snapshot::Snapshot;
use sentei_core::{Error, Result};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Call;

/// Which paper to look at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum PaperKind {
    /// The RFP.
    #[default]
    Rfp,
    /// The addendum.
    Addendum,
}

/// What to look at.
#[derive(Debug, Deserialize, TS)]
pub struct PreviewOf {
    procurement: String,
    /// The copy of this bidder.
    #[ts(optional)]
    bidder: Option<String>,
    /// A release; the draft where none is named.
    #[ts(optional)]
    release: Option<String>,
    #[ts(optional)]
    paper: Option<PaperKind>,
}

/// The paper, set.
#[derive(Debug, Serialize, TS)]
pub struct Preview {
    /// Names these pages when asking for one.
    token: String,
    pages: usize,
    /// A print of what stands on each page: a page whose print stayed need not be asked for again.
    prints: Vec<String>,
    /// The page, from 1, each section begins on.
    sections: BTreeMap<String, usize>,
    title: String,
}

/// Which page.
#[derive(Debug, Deserialize, TS)]
pub struct PreviewPage {
    token: String,
    /// From 1.
    page: usize,
    /// Width of the picture, in pixels of the screen.
    width: u32,
}

/// A page.
#[derive(Debug, Serialize, TS)]
pub struct PagePicture {
    /// A PNG, in base64.
    png: String,
}

/// The state shown, and the one before it.
fn shots(call: &Call<'_>, args: &PreviewOf) -> Result<(Snapshot, Option<Snapshot>)> {
    call.read(|read| match &args.release {
        Some(id) => {
            let release: Release = read.get(id)?;
            let mut all = releases(read, &release.procurement)?;
            let at = all.iter().position(|other| other.id == release.id).unwrap_or(0);
            let before = at.checked_sub(1).map(|n| all.swap_remove(n).snapshot);
            Ok((release.snapshot, before))
        }
        None => {
            let before = latest(read, &args.procurement)?.map(|release| release.snapshot);
            Ok((draft(read, &args.procurement, call.today())?, before))
        }
    })
}

pub(crate) fn make(call: &Call<'_>, args: PreviewOf) -> Result<Preview> {
    let (shot, before) = shots(call, &args)?;
    let to = args.bidder.as_deref().and_then(|id| shot.bidders.iter().find(|bidder| bidder.id == id));
    let purpose = Purpose { to, preview: args.release.is_none() };
    let (title, (token, preview)) = match (args.paper.unwrap_or_default(), before) {
        (PaperKind::Addendum, Some(before)) => {
            let changes = change::changes(&before, &shot, shot.lang);
            let paper = addendum_paper(&before, &shot, &changes, purpose);
            let shown = call.show(|engine| engine.preview_addendum(&paper))?;
            (paper.paper.title, shown)
        }
        _ => {
            let paper = rfp_paper(&shot, purpose);
            let shown = call.show(|engine| engine.preview(&paper))?;
            (paper.paper.title, shown)
        }
    };
    let prints = preview.prints.iter().map(|print| format!("{print:032x}")).collect();
    Ok(Preview { token, pages: preview.pages, prints, sections: preview.page_of, title })
}

pub(crate) fn page(call: &Call<'_>, args: PreviewPage) -> Result<PagePicture> {
    let png = call.shown(&args.token, |engine| engine.page_picture(args.page, args.width))?;
    png.map(|png| PagePicture { png: BASE64.encode(png) })
        .ok_or_else(|| Error::say("error-preview-gone").code("preview-gone"))
}
