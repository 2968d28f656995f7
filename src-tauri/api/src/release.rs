//! Commands about releases: making one, with its papers, and handing the papers over again.

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use sentei_core::calendar;
use sentei_core::distribution::FileKind;
use sentei_core::finding::Severity;
use sentei_core::journal::Op;
use sentei_core::l10n::Lang;
use sentei_core::library::Files;
use sentei_core::procurement::{FactKey, Facts};
use sentei_core::question::insight;
use sentei_core::rfp::change::{self, Change};
use sentei_core::rfp::completeness;
use sentei_core::rfp::paper::{addendum_paper, addressed, copy_of, rfp_paper, Purpose};
use sentei_core::rfp::release::{self, draft, files, latest, may_release, releases, Kept, Kind, Release, ReleaseFile};
use sentei_core::rfp::snapshot::{Addressee, Snapshot};
use sentei_core::storage::Read;
use sentei_core::{bidder, overview, Error, Finding, Result, Text};
use sentei_papers::{file_name, folder, word, Stamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::InProcurement;
use crate::Call;

/// A release as it is listed.
#[derive(Debug, Serialize, TS)]
pub struct ReleaseRow {
    id: String,
    number: String,
    kind: Kind,
    issued_at: String,
    issued_text: String,
    reason: String,
    files: Vec<ReleaseFileRow>,
    /// What was open when it left.
    incomplete: Vec<Text>,
}

/// A paper of a release.
#[derive(Debug, Serialize, TS)]
pub struct ReleaseFileRow {
    id: String,
    name: String,
    bytes: i64,
    sha256: String,
    addressee: Option<String>,
}

/// What a release would do.
#[derive(Debug, Serialize, TS)]
pub struct ReleasePlan {
    number: String,
    kind: Kind,
    findings: Vec<Finding>,
    changes: Vec<Change>,
    addressees: Vec<PlannedAddressee>,
    not_addressed: Vec<NotAddressed>,
    files: Vec<PlannedFile>,
    /// The reason as answers to questions suggest it, or else what changes; none for the first release.
    reason: Option<String>,
}

/// Who gets a copy.
#[derive(Debug, Serialize, TS)]
pub struct PlannedAddressee {
    bidder: String,
    /// With 御中.
    name: String,
    person: Option<String>,
    copy: String,
}

/// Who gets none.
#[derive(Debug, Serialize, TS)]
pub struct NotAddressed {
    name: String,
    why: Text,
}

/// A paper that would be made.
#[derive(Debug, Serialize, TS)]
pub struct PlannedFile {
    name: String,
    note: Text,
}

/// The order to release.
#[derive(Debug, Deserialize, TS)]
pub struct MakeRelease {
    procurement: String,
    /// Release although something is still missing.
    #[ts(optional)]
    accept_incomplete: Option<bool>,
    /// Why, as the addendum says it; where nothing is given, the reason its plan names.
    #[ts(optional)]
    reason: Option<String>,
}

/// A release that was made.
#[derive(Debug, Serialize, TS)]
pub struct Released {
    release: String,
    number: String,
}

/// Papers to be written into a folder.
#[derive(Debug, Deserialize, TS)]
pub struct ExportRelease {
    release: String,
    /// The folder.
    to: String,
    /// Only these; all where none are named.
    #[ts(optional)]
    files: Option<Vec<String>>,
}

/// Where the papers are now.
#[derive(Debug, Serialize, TS)]
pub struct Exported {
    files: Vec<String>,
}

/// What a paper is, for its name and its note.
enum Paper<'a> {
    Rfp(Option<&'a Addressee>),
    Word,
    Addendum(Option<&'a Addressee>),
}

impl<'a> Paper<'a> {
    /// The papers of a release, in the order they are listed.
    fn all(shot: &'a Snapshot) -> Vec<Self> {
        let mut all = vec![Self::Rfp(None), Self::Word];
        all.extend(shot.bidders.iter().map(|to| Self::Rfp(Some(to))));
        if !shot.history.is_empty() {
            all.push(Self::Addendum(None));
            all.extend(shot.bidders.iter().map(|to| Self::Addendum(Some(to))));
        }
        all
    }

    fn to(&self) -> Option<&'a Addressee> {
        match self {
            Self::Rfp(to) | Self::Addendum(to) => *to,
            Self::Word => None,
        }
    }

    fn handed(&self) -> FileKind {
        match self {
            Self::Addendum(_) => FileKind::Addendum,
            Self::Rfp(_) | Self::Word => FileKind::Rfp,
        }
    }

    fn name(&self, shot: &Snapshot) -> String {
        let (kind, extension) = match self {
            Self::Rfp(_) => ("file-kind-rfp", "pdf"),
            Self::Word => ("file-kind-rfp", "docx"),
            Self::Addendum(_) => ("file-kind-addendum", "pdf"),
        };
        let version = shot.lang.say(&Text::new("rfp-version").arg("number", &shot.number));
        let to = self.to().map(|to| to.company.as_str());
        let name = file_name(shot.fact(FactKey::DocNumber), &shot.lang.word(kind), &version, to);
        format!("{name}.{extension}")
    }

    fn note(&self, lang: Lang) -> Text {
        let named = |id: &str, to: &Addressee| Text::new(id).arg("name", addressed(&to.company, lang));
        match self {
            Self::Rfp(None) => Text::new("file-rfp-general"),
            Self::Rfp(Some(to)) => named("file-rfp-for", to),
            Self::Word => Text::new("file-rfp-word"),
            Self::Addendum(None) => Text::new("file-addendum-general"),
            Self::Addendum(Some(to)) => named("file-addendum-for", to),
        }
    }
}

pub(crate) fn rows(read: &Read<'_>, procurement: &str) -> Result<Vec<ReleaseRow>> {
    let facts = Facts::of(read, procurement)?;
    releases(read, procurement)?.into_iter().map(|release| row(read, release, &facts)).collect()
}

fn row(read: &Read<'_>, release: Release, facts: &Facts) -> Result<ReleaseRow> {
    let papers = files(read, &release.id)?.into_iter().map(|file| ReleaseFileRow {
        id: file.id,
        name: file.name,
        bytes: file.bytes,
        sha256: file.sha256,
        addressee: file.addressee,
    });
    Ok(ReleaseRow {
        issued_text: issued(&release, facts),
        id: release.id,
        number: release.number,
        kind: release.kind,
        issued_at: release.issued_at,
        reason: release.reason,
        files: papers.collect(),
        incomplete: release.incomplete,
    })
}

/// When it was issued, in Japan's time.
fn issued(release: &Release, facts: &Facts) -> String {
    let lang = release.snapshot.lang;
    match DateTime::parse_from_rfc3339(&release.issued_at) {
        Ok(at) => {
            let local = (at.with_timezone(&Utc) + TimeDelta::hours(9)).naive_utc();
            let moment = calendar::Moment { date: local.date(), time: Some(local.time()) };
            calendar::moment(moment, lang, facts.style())
        }
        Err(_) => calendar::day(release.snapshot.issued, lang, facts.style()),
    }
}

pub(crate) fn list(call: &Call<'_>, args: InProcurement) -> Result<Vec<ReleaseRow>> {
    call.read(|read| rows(read, &args.procurement))
}

pub(crate) fn plan(call: &Call<'_>, args: InProcurement) -> Result<ReleasePlan> {
    let lang = call.lang();
    call.read(|read| {
        let shot = draft(read, &args.procurement, call.today())?;
        let before = latest(read, &args.procurement)?;
        let calendar = overview::calendar(read)?;
        let not_addressed = bidder::with_vendors(read, &args.procurement)?
            .into_iter()
            .filter(|(bidder, _)| !bidder.status.takes_part())
            .map(|(bidder, vendor)| NotAddressed { name: vendor.name, why: bidder.status.text() });
        Ok(ReleasePlan {
            reason: before.as_ref().map(|before| reason(read, &args.procurement, before, &shot)).transpose()?,
            number: shot.number.clone(),
            kind: if before.is_some() { Kind::Addendum } else { Kind::Release },
            findings: completeness::findings(read, &args.procurement, &calendar, call.today(), lang)?,
            changes: before.map(|before| change::changes(&before.snapshot, &shot, lang)).unwrap_or_default(),
            addressees: shot
                .bidders
                .iter()
                .map(|to| PlannedAddressee {
                    bidder: to.id.clone(),
                    name: addressed(&to.company, shot.lang),
                    person: Some(to.person.clone()).filter(|person| !person.is_empty()),
                    copy: copy_of(&shot, to),
                })
                .collect(),
            not_addressed: not_addressed.collect(),
            files: Paper::all(&shot)
                .iter()
                .map(|paper| PlannedFile { name: paper.name(&shot), note: paper.note(shot.lang) })
                .collect(),
        })
    })
}

/// The reason of an addendum for which none is given.
fn reason(read: &Read<'_>, procurement: &str, before: &Release, shot: &Snapshot) -> Result<String> {
    let asked = insight::addendum_reason(read, procurement)?;
    let changed = || change::summary(&change::changes(&before.snapshot, shot, shot.lang), shot.lang);
    Ok(asked.unwrap_or_else(changed))
}

pub(crate) fn make(call: &Call<'_>, args: MakeRelease) -> Result<Released> {
    let procurement = args.procurement.as_str();
    let accept = args.accept_incomplete.unwrap_or(false);
    let (mut shot, before, findings) = call.read(|read| {
        let calendar = overview::calendar(read)?;
        Ok((
            draft(read, procurement, call.today())?,
            latest(read, procurement)?,
            completeness::findings(read, procurement, &calendar, call.today(), call.lang())?,
        ))
    })?;
    may_release(before.as_ref(), &shot, &findings, accept)?;
    if let Some(before) = &before {
        let given: String = args.reason.unwrap_or_default().trim().chars().take(1_000).collect();
        shot.reason =
            if given.is_empty() { call.read(|read| reason(read, procurement, before, &shot))? } else { given };
    }
    // The papers are made and kept before the row that names them; a release without its papers cannot come about.
    let files = call.library(|library| Ok(library.files()))?;
    let papers = papers(call, &files, procurement, &shot, before.as_ref())?;
    let incomplete: Vec<Text> =
        findings.into_iter().filter(|finding| finding.severity == Severity::Stop).map(|finding| finding.text).collect();
    let op = Op::new("rfp-release").what(&shot.number).scope(procurement).barrier();
    let made = call.write(op, |tx| release::release_rfp(tx, procurement, shot, incomplete, papers))?;
    Ok(Released { release: made.id, number: made.number })
}

/// Makes every paper first and keeps them then: a release that is stopped or fails leaves no file behind either.
pub(crate) fn papers(
    call: &Call<'_>,
    files: &Files,
    procurement: &str,
    shot: &Snapshot,
    before: Option<&Release>,
) -> Result<Vec<Kept>> {
    let setter = Setter { procurement, shot, before, at: call.stamp().at };
    let changes = setter.changes();
    let papers = Paper::all(shot);
    let mut made = Vec::with_capacity(papers.len());
    for (done, paper) in papers.iter().enumerate() {
        let name = paper.name(shot);
        call.advance(Text::new("work-paper").arg("name", &name), done, papers.len())?;
        let bytes = setter.set(call, paper, &changes)?;
        made.push((name, bytes));
    }
    call.advance(Text::new("work-keep"), papers.len(), papers.len())?;
    let keep = |(paper, (name, bytes)): (&Paper<'_>, (String, Vec<u8>))| {
        let to = paper.to();
        Ok(Kept {
            name,
            bytes: bytes.len(),
            sha256: files.put(&bytes)?,
            bidder: to.map(|to| to.id.clone()),
            addressee: to.map(|to| addressed(&to.company, shot.lang)),
        })
    };
    papers.iter().zip(made).map(keep).collect()
}

/// What the papers of a release are set from.
struct Setter<'a> {
    procurement: &'a str,
    shot: &'a Snapshot,
    before: Option<&'a Release>,
    at: DateTime<Utc>,
}

impl Setter<'_> {
    fn changes(&self) -> Vec<Change> {
        self.before.map(|before| change::changes(&before.snapshot, self.shot, self.shot.lang)).unwrap_or_default()
    }

    fn set(&self, call: &Call<'_>, paper: &Paper<'_>, changes: &[Change]) -> Result<Vec<u8>> {
        let shot = self.shot;
        let purpose = Purpose { to: paper.to(), preview: false };
        let ident = format!("{} {} {}", self.procurement, shot.number, paper.name(shot));
        let stamp = Stamp { at: self.at, ident };
        match (paper, self.before) {
            (Paper::Word, _) => {
                let paper = rfp_paper(shot, purpose);
                let pages = call.engine(|engine| engine.rfp_pages(&paper))?;
                word::rfp_docx(&paper, &pages)
            }
            (Paper::Addendum(_), Some(before)) => {
                let paper = addendum_paper(&before.snapshot, shot, changes, purpose);
                call.engine(|engine| engine.addendum_pdf(&paper, &stamp))
            }
            _ => call.engine(|engine| engine.rfp_pdf(&rfp_paper(shot, purpose), &stamp)),
        }
    }
}

/// The papers of a release that are addressed to one bidder.
fn copies<'a>(shot: &Snapshot, to: &'a Addressee) -> Vec<Paper<'a>> {
    let addendum = (!shot.history.is_empty()).then_some(Paper::Addendum(Some(to)));
    addendum.into_iter().chain([Paper::Rfp(Some(to))]).collect()
}

/// Their kinds and names.
pub(crate) fn copy_names(shot: &Snapshot, to: &Addressee) -> Vec<(FileKind, String)> {
    copies(shot, to).iter().map(|paper| (paper.handed(), paper.name(shot))).collect()
}

/// Sets the copies for a bidder that came after the release: from what was released then, under the moment of then.
pub(crate) fn set_copies(
    call: &Call<'_>,
    release: &Release,
    before: Option<&Release>,
    to: &Addressee,
) -> Result<Vec<Vec<u8>>> {
    let at = DateTime::parse_from_rfc3339(&release.issued_at).map_or(call.stamp().at, |at| at.to_utc());
    let setter = Setter { procurement: &release.procurement, shot: &release.snapshot, before, at };
    let changes = setter.changes();
    copies(&release.snapshot, to).iter().map(|paper| setter.set(call, paper, &changes)).collect()
}

pub(crate) fn export(call: &Call<'_>, args: ExportRelease) -> Result<Exported> {
    let papers: Vec<ReleaseFile> = call.read(|read| {
        read.get::<Release>(&args.release)?;
        files(read, &args.release)
    })?;
    if let Some(chosen) = &args.files {
        if chosen.iter().any(|id| !papers.iter().any(|paper| paper.id == *id)) {
            return Err(Error::say("error-release-file").code("release-file"));
        }
    }
    let chosen: Vec<ReleaseFile> =
        papers.into_iter().filter(|paper| args.files.as_ref().is_none_or(|ids| ids.contains(&paper.id))).collect();
    // A script may name a folder that is still to be made; where that fails, the writing says what is missing.
    let _ = std::fs::create_dir_all(&args.to);
    let mut written = Vec::with_capacity(chosen.len());
    for (done, paper) in chosen.iter().enumerate() {
        // What stands in her folder by then is whole and stays.
        let stopped = |_| Error::say("error-export-stopped").code("stopped").arg("count", done);
        call.advance(Text::new("work-write").arg("name", &paper.name), done, chosen.len()).map_err(stopped)?;
        let bytes = call.library(|library| library.files().get(&paper.sha256))?;
        written.extend(folder::write_all(Path::new(&args.to), &[(paper.name.clone(), bytes)])?);
    }
    Ok(Exported { files: written.into_iter().map(|path| path.display().to_string()).collect() })
}
