//! Sets papers: PDF for what leaves the house, single pages for the preview.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Instant;

use chrono::{DateTime, Datelike, Timelike, Utc};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _};
use sentei_core::decision::paper::{ApprovalPaper, LetterPaper};
use sentei_core::decision::report::SelectionPaper;
use sentei_core::distribution::ledger::LedgerPaper;
use sentei_core::distribution::paper::AnswersPaper;
use sentei_core::marking::paper::SheetPaper;
use sentei_core::paper::{words, AddendumPaper, Block, Lang, PaperHead, RfpPaper};
use sentei_core::{Error, Result};
use serde::Serialize;
use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, NativeElement as _, Selector, Smart};
use typst::introspection::Introspector as _;
use typst::model::HeadingElem;
use typst::utils::{hash128, Scalar};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;

use crate::settable;
use crate::world::{Desk, Template};

/// After so many papers what was not used again is forgotten. With 0 every edit would set every page anew.
const KEPT_RUNS: usize = 6;

/// The greatest width of a picture of a page, in pixels.
const WIDEST: u32 = 3000;

/// What makes a paper's file the same whenever it is made again.
#[derive(Debug, Clone)]
pub struct Stamp {
    /// When the paper was issued.
    pub at: DateTime<Utc>,
    /// What the file's identifier is made from: release and addressee, for instance.
    pub ident: String,
}

/// Sets papers. One engine lives as long as the window: what it has set once it sets again in a fraction of the time.
#[derive(Default)]
pub struct Engine {
    shown: Mutex<Option<PagedDocument>>,
}

/// What the preview needs to know before it asks for pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Preview {
    /// How many pages the paper has.
    pub pages: usize,
    /// The page, from 1, on which each heading stands, by its id.
    pub page_of: BTreeMap<String, usize>,
    /// A print of what stands on each page: equal prints, equal pages.
    pub prints: Vec<u128>,
}

impl Engine {
    /// An engine that has set nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads fonts and templates ahead of the first paper, which would otherwise wait for them.
    pub fn warm_up(&self) {
        let paper = RfpPaper {
            lang: Lang::Ja,
            words: words(str::to_owned),
            paper: PaperHead { kind: "提案依頼書".into(), title: "RFP".into(), ..PaperHead::default() },
            history: Vec::new(),
            body: vec![Block::Paragraph { r: "準備".into() }],
            apart: false,
        };
        if let Err(cause) = settable::data(&paper).and_then(|data| set(Template::Rfp, data)) {
            tracing::warn!(%cause, "the templates could not be read ahead");
        }
    }

    /// The RFP as PDF/UA-1 and PDF/A-2a. Equal papers and stamps give equal bytes.
    pub fn rfp_pdf(&self, paper: &RfpPaper, stamp: &Stamp) -> Result<Vec<u8>> {
        pdf(Template::Rfp, settable::data(paper)?, stamp).map_err(|cause| located(paper, cause))
    }

    /// The page, from 1, on which each heading of the RFP stands, by its id: for the contents of the Word version.
    pub fn rfp_pages(&self, paper: &RfpPaper) -> Result<BTreeMap<String, usize>> {
        let document = set(Template::Rfp, settable::data(paper)?).map_err(|cause| located(paper, cause))?;
        Ok(page_of(&document))
    }

    /// The addendum, likewise.
    pub fn addendum_pdf(&self, paper: &AddendumPaper, stamp: &Stamp) -> Result<Vec<u8>> {
        pdf(Template::Addendum, settable::data(paper)?, stamp)
    }

    /// A bidder's answers paper, likewise.
    pub fn answers_pdf(&self, paper: &AnswersPaper, stamp: &Stamp) -> Result<Vec<u8>> {
        pdf(Template::Answers, settable::data(paper)?, stamp)
    }

    /// The ledger of distributions, likewise.
    pub fn ledger_pdf(&self, paper: &LedgerPaper, stamp: &Stamp) -> Result<Vec<u8>> {
        pdf(Template::Ledger, settable::data(paper)?, stamp)
    }

    /// An evaluation sheet, likewise.
    pub fn sheet_pdf(&self, paper: &SheetPaper, stamp: &Stamp) -> Result<Vec<u8>> {
        pdf(Template::Sheet, settable::data(paper)?, stamp)
    }

    /// A letter to one bidder, likewise.
    pub fn letter_pdf(&self, paper: &LetterPaper, stamp: &Stamp) -> Result<Vec<u8>> {
        pdf(Template::Letter, settable::data(paper)?, stamp)
    }

    /// The approval request, likewise.
    pub fn approval_pdf(&self, paper: &ApprovalPaper, stamp: &Stamp) -> Result<Vec<u8>> {
        pdf(Template::Approval, settable::data(paper)?, stamp)
    }

    /// The selection report, likewise.
    pub fn selection_pdf(&self, paper: &SelectionPaper, stamp: &Stamp) -> Result<Vec<u8>> {
        pdf(Template::Selection, settable::data(paper)?, stamp)
    }

    /// Sets the RFP for the preview; [`Engine::page_picture`] then shows its pages.
    pub fn preview(&self, paper: &RfpPaper) -> Result<Preview> {
        self.show(Template::Rfp, settable::data(paper)?).map_err(|cause| located(paper, cause))
    }

    /// Sets the addendum for the preview.
    pub fn preview_addendum(&self, paper: &AddendumPaper) -> Result<Preview> {
        self.show(Template::Addendum, settable::data(paper)?)
    }

    /// A page of the paper set last, from 1, as a PNG so many pixels wide. A browser draws a picture in a tenth of the time
    /// it needs for the outlines of every letter.
    ///
    /// # Errors
    /// Where there is no such page.
    pub fn page_picture(&self, page: usize, width: u32) -> Result<Vec<u8>> {
        let shown = self.shown.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let page = shown
            .as_ref()
            .and_then(|document| document.pages().get(page.checked_sub(1)?))
            .ok_or_else(|| Error::say("error-paper-no-page").arg("page", page))?;
        let scale = f64::from(width.clamp(100, WIDEST)) / page.frame.width().to_pt();
        let drawn =
            typst_render::render(page, &RenderOptions { pixel_per_pt: Scalar::new(scale), ..RenderOptions::default() });
        // Paper lets nothing through: the fourth byte of each pixel says nothing.
        let mut colours = Vec::with_capacity(drawn.data().len() / 4 * 3);
        for pixel in drawn.data().chunks_exact(4) {
            colours.extend_from_slice(&pixel[..3]);
        }
        let mut png = Vec::new();
        PngEncoder::new_with_quality(&mut png, CompressionType::Fast, FilterType::Up)
            .write_image(&colours, drawn.width(), drawn.height(), ExtendedColorType::Rgb8)
            .map_err(|cause| Error::say("error-paper").arg("cause", cause))?;
        Ok(png)
    }

    fn show(&self, template: Template, data: Vec<u8>) -> Result<Preview> {
        let document = set(template, data)?;
        let preview = Preview {
            pages: document.pages().len(),
            page_of: page_of(&document),
            prints: document.pages().iter().map(|page| hash128(&page.frame)).collect(),
        };
        *self.shown.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(document);
        Ok(preview)
    }
}

fn set(template: Template, data: Vec<u8>) -> Result<PagedDocument> {
    let begun = Instant::now();
    let desk = Desk::new(template, data);
    let set = typst::compile::<PagedDocument>(&desk).output.map_err(|causes| refused(&causes));
    comemo::evict(KEPT_RUNS);
    tracing::debug!(ms = begun.elapsed().as_millis(), "paper set");
    set
}

fn pdf(template: Template, data: Vec<u8>, stamp: &Stamp) -> Result<Vec<u8>> {
    let document = set(template, data)?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a])
        .map_err(|cause| Error::say("error-paper").arg("cause", cause.message()))?;
    let options = PdfOptions {
        ident: Smart::Custom(stamp.ident.clone()),
        creator: Smart::Custom(Some("Sentei".into())),
        timestamp: timestamp(stamp.at),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map_err(|causes| refused(&causes))
}

/// The page of every heading that has an id.
fn page_of(document: &PagedDocument) -> BTreeMap<String, usize> {
    let introspector = document.introspector();
    introspector
        .query(&Selector::Elem(HeadingElem::ELEM, None))
        .into_iter()
        .filter_map(|heading| {
            let id = heading.label()?.resolve().to_string();
            let page = introspector.page(heading.location()?)?;
            Some((id, page.get()))
        })
        .collect()
}

fn timestamp(at: DateTime<Utc>) -> Option<Timestamp> {
    let small = |n: u32| u8::try_from(n).unwrap_or(0);
    Datetime::from_ymd_hms(
        at.year(),
        small(at.month()),
        small(at.day()),
        small(at.hour()),
        small(at.minute()),
        small(at.second()),
    )
    .map(Timestamp::new_utc)
}

/// The same failure with the name of the section it comes from: the first that cannot be set alone either.
fn located(paper: &RfpPaper, cause: Error) -> Error {
    let begins = |block: &Block| matches!(block, Block::Heading { small: false, .. });
    let mut from = 0;
    while from < paper.body.len() {
        let after = &paper.body[from + 1..];
        let to = after.iter().position(begins).map_or(paper.body.len(), |length| from + 1 + length);
        let section = RfpPaper { history: Vec::new(), body: paper.body[from..to].to_vec(), ..paper.clone() };
        if settable::data(&section).and_then(|data| set(Template::Rfp, data)).is_err() {
            let title = match &paper.body[from] {
                Block::Heading { s, .. } => s.plain(),
                _ => paper.paper.title.clone(),
            };
            let detail = cause.message().2.get("cause").cloned().unwrap_or_default();
            return Error::say("error-paper-section").arg("section", title).arg("cause", detail);
        }
        from = to;
    }
    cause
}

fn refused(causes: &[SourceDiagnostic]) -> Error {
    let cause = causes.first().map(|cause| cause.message.to_string()).unwrap_or_default();
    Error::say("error-paper").arg("cause", cause)
}
