//! Commands about notices (結果通知): drafting them, looking for what would tell of others, making and sending them.

use std::path::Path;

use sentei_core::bidder::{Bidder, Status};
use sentei_core::calendar::{self, Style};
use sentei_core::decision::held::{may_stay, Guard};
use sentei_core::decision::notice::{self as verbs, MadeFile, Stands, Unfit};
use sentei_core::decision::paper::{letter, LetterPaper};
use sentei_core::decision::{notice_files, notices, Decision, Notice, NoticeFileKind, NoticeKind, Outcome, ToldAs};
use sentei_core::distribution::paper::House;
use sentei_core::distribution::Means;
use sentei_core::journal::Op;
use sentei_core::letter::{self as letters, Filled};
use sentei_core::library::Files;
use sentei_core::procurement::FactKey;
use sentei_core::question::telling::{Part, Telling};
use sentei_core::rfp::snapshot::Addressee;
use sentei_core::storage::Read;
use sentei_core::vendor::Vendor;
use sentei_core::{Error, Result, Text};
use sentei_papers::mail::{eml, Draft};
use sentei_papers::{file_name, folder, valid_file_name, Stamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::commands::{Id, InProcurement, Nothing};
use crate::criterion::TypedField;
use crate::decision::{stamped, told};
use crate::delivery::salutation;
use crate::distribution::{moment, write_kept, DistributionWritten};
use crate::Call;

/// The notices of a procurement.
#[derive(Debug, Serialize, TS)]
pub struct Notices {
    /// What was decided.
    outcome: Outcome,
    /// Decided, so that notices can be drafted.
    decided: bool,
    /// Bidders the decision concerns that have no notice yet.
    undrafted: usize,
    notices: Vec<NoticeView>,
}

/// A notice to one bidder.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "Notice")]
pub struct NoticeView {
    id: String,
    bidder: String,
    name: String,
    /// The status by which the bidder is gone; none while it is not.
    left: Option<Status>,
    /// Department and person.
    person: String,
    mail: String,
    kind: NoticeKind,
    number: String,
    dated: String,
    dated_text: String,
    subject: String,
    body: String,
    /// Nobody has changed its words by hand: they follow the record.
    untouched: bool,
    /// Its words were changed by hand, and what the template gives has changed since.
    moved: bool,
    /// Its papers were made before its words changed.
    outdated: bool,
    /// What would tell of others, with its place.
    tellings: Vec<NoticeTelling>,
    /// Fields that are still open.
    missing: Vec<String>,
    comments: Vec<TellableComment>,
    /// As what it tells comments, in the order of the letter.
    offers: Vec<NoticeOffer>,
    made: String,
    sent: String,
    means: Means,
    sent_by: String,
    files: Vec<NoticeFileRow>,
}

/// Words that would tell of others.
#[derive(Debug, Serialize, TS)]
pub struct NoticeTelling {
    #[serde(flatten)]
    #[ts(flatten)]
    telling: Telling,
    /// It may knowingly be left.
    may_stay: bool,
}

/// A comment the bidder may be told.
#[derive(Debug, Serialize, TS)]
pub struct TellableComment {
    mark: String,
    criterion: String,
    evaluator: String,
    words: String,
    told_as: Option<ToldAs>,
}

/// The comments that may be told as this.
#[derive(Debug, Serialize, TS)]
pub struct NoticeOffer {
    told_as: ToldAs,
    /// Keys of their marks, the most fitting first.
    marks: Vec<String>,
    /// Those that may not be.
    unfit: Vec<UnfitComment>,
}

/// A comment that may not be told as something.
#[derive(Debug, Serialize, TS)]
pub struct UnfitComment {
    /// Key of its mark.
    mark: String,
    why: Unfit,
}

/// A file of a notice.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "NoticeFile")]
pub struct NoticeFileRow {
    kind: NoticeFileKind,
    name: String,
    bytes: i64,
    sha256: String,
}

/// How many were drafted.
#[derive(Debug, Serialize, TS)]
pub struct NoticesDrafted {
    count: usize,
}

/// A comment to be told, or no longer.
#[derive(Debug, Deserialize, TS)]
pub struct TellComment {
    id: String,
    mark: String,
    /// As what; nothing takes it out.
    #[ts(optional)]
    told_as: Option<ToldAs>,
}

/// Words of a notice that are being written.
#[derive(Debug, Deserialize, TS)]
pub struct CheckNotice {
    id: String,
    #[ts(optional)]
    subject: Option<String>,
    #[ts(optional)]
    body: Option<String>,
}

/// What was found in them.
#[derive(Debug, Serialize, TS)]
pub struct NoticeChecked {
    tellings: Vec<NoticeTelling>,
}

/// Words that are knowingly left.
#[derive(Debug, Deserialize, TS)]
pub struct ClearNotice {
    id: String,
    words: Vec<String>,
    /// Takes it back.
    #[ts(optional)]
    undo: Option<bool>,
}

/// Which papers are made, and where.
#[derive(Debug, Deserialize, TS)]
pub struct MakeNotices {
    ids: Vec<String>,
    to: String,
}

/// Notices that were sent.
#[derive(Debug, Deserialize, TS)]
pub struct SentNotices {
    ids: Vec<String>,
    /// When, as typed; now where nothing was.
    #[ts(optional)]
    at: Option<String>,
    means: Means,
}

/// What is to be known before notices are recorded as sent.
#[derive(Debug, Serialize, TS)]
pub struct SendingChecked {
    /// That letters bear another day than the one to be recorded; none where all bear it.
    dated: Option<Text>,
}

/// Where the files of a notice are to be written again.
#[derive(Debug, Deserialize, TS)]
pub struct ExportNotice {
    id: String,
    to: String,
}

fn marked(found: Vec<Telling>) -> Vec<NoticeTelling> {
    found.into_iter().map(|telling| NoticeTelling { may_stay: may_stay(telling.tells), telling }).collect()
}

pub(crate) fn list(call: &Call<'_>, args: InProcurement) -> Result<Notices> {
    call.read(|read| {
        let decision = Decision::of(read, &args.procurement)?;
        let guard = Guard::of(read, &args.procurement)?;
        let all = notices(read, &args.procurement)?;
        let concerned = sentei_core::bidder::of(read, &args.procurement)?;
        let concerned = concerned.iter().filter(|bidder| {
            matches!(bidder.status, Status::Awarded | Status::NotAwarded)
                && !all.iter().any(|notice| notice.bidder == bidder.id)
        });
        Ok(Notices {
            outcome: decision.outcome,
            decided: decision.decided_at.is_some(),
            undrafted: concerned.count(),
            notices: all.into_iter().map(|notice| view(call, read, notice, &guard)).collect::<Result<_>>()?,
        })
    })
}

pub(crate) fn get(call: &Call<'_>, args: Id) -> Result<NoticeView> {
    call.read(|read| {
        let notice: Notice = read.get(&args.id)?;
        let guard = Guard::of(read, &verbs::procurement_of(read, &notice)?)?;
        view(call, read, notice, &guard)
    })
}

fn view(call: &Call<'_>, read: &Read<'_>, notice: Notice, guard: &Guard) -> Result<NoticeView> {
    let Stands { notice, untouched, moved, outdated } = verbs::stands(read, notice)?;
    let bidder: Bidder = read.get(&notice.bidder)?;
    let vendor: Vendor = read.get(&bidder.vendor)?;
    let comments = verbs::comments(read, &bidder.procurement, &bidder.id)?;
    let offer = |told_as: ToldAs| NoticeOffer {
        told_as,
        marks: verbs::offered(&notice, told_as, &comments, guard).iter().map(|comment| comment.mark.clone()).collect(),
        unfit: comments
            .iter()
            .filter_map(|comment| {
                let why = verbs::unfit(&notice, told_as, comment, guard)?;
                Some(UnfitComment { mark: comment.mark.clone(), why })
            })
            .collect(),
    };
    let offers = notice.kind.tells().iter().copied().map(offer).collect();
    let as_told = |mark: &str| notice.told.iter().find(|told| told.mark == mark).map(|told| told.told_as);
    Ok(NoticeView {
        tellings: if notice.sent_at.is_some() { Vec::new() } else { marked(guard.check(&notice)) },
        untouched,
        moved,
        outdated,
        missing: verbs::missing(read, &notice)?,
        offers,
        comments: comments
            .into_iter()
            .map(|comment| TellableComment {
                told_as: as_told(&comment.mark),
                mark: comment.mark,
                criterion: comment.criterion,
                evaluator: comment.evaluator,
                words: comment.words,
            })
            .collect(),
        left: bidder.status.has_left().then_some(bidder.status),
        person: call.lang().who(&[&bidder.department, &bidder.person]),
        mail: bidder.mail,
        name: vendor.name,
        dated: notice.dated.map(|day| day.to_string()).unwrap_or_default(),
        dated_text: notice.dated.map(|day| calendar::day(day, call.lang(), Style::Western)).unwrap_or_default(),
        made: stamped(notice.made_at.as_deref(), call.lang()),
        sent: told(notice.sent_at, call.lang()).1,
        files: notice_files(read, &notice.id)?
            .into_iter()
            .map(|file| NoticeFileRow { kind: file.kind, name: file.name, bytes: file.bytes, sha256: file.sha256 })
            .collect(),
        id: notice.id,
        bidder: notice.bidder,
        kind: notice.kind,
        number: notice.number,
        subject: notice.subject,
        body: notice.body,
        means: notice.means,
        sent_by: notice.sent_by,
    })
}

pub(crate) fn draft(call: &Call<'_>, args: InProcurement) -> Result<NoticesDrafted> {
    let waiting = list(call, InProcurement { procurement: args.procurement.clone() })?.undrafted;
    let op = Op::new("notice-draft").what(waiting.to_string()).scope(&args.procurement);
    let count = call.write(op, |tx| verbs::draft(tx, &args.procurement, call.today()))?;
    Ok(NoticesDrafted { count })
}

/// An operation on a notice, named by its company.
fn op(call: &Call<'_>, name: &'static str, id: &str) -> Result<Op> {
    call.read(|read| {
        let bidder: Bidder = read.get(&read.get::<Notice>(id)?.bidder)?;
        Ok(Op::new(name).what(read.get::<Vendor>(&bidder.vendor)?.name).scope(bidder.procurement))
    })
}

pub(crate) fn set(call: &Call<'_>, args: TypedField) -> Result<Nothing> {
    let op = op(call, "notice-edit", &args.id)?.burst(format!("notice.{}.{}", args.id, args.field));
    call.write(op, |tx| verbs::set(tx, &args.id, &args.field, &args.value, call.today(), call.lang()))?;
    Ok(Nothing {})
}

pub(crate) fn tell(call: &Call<'_>, args: TellComment) -> Result<Nothing> {
    let op = op(call, "notice-edit", &args.id)?;
    call.write(op, |tx| verbs::tell(tx, &args.id, &args.mark, args.told_as))?;
    Ok(Nothing {})
}

pub(crate) fn rewrite(call: &Call<'_>, args: Id) -> Result<Nothing> {
    call.write(op(call, "notice-edit", &args.id)?, |tx| verbs::rewrite(tx, &args.id))?;
    Ok(Nothing {})
}

pub(crate) fn check(call: &Call<'_>, args: CheckNotice) -> Result<NoticeChecked> {
    call.read(|read| {
        let mut notice = verbs::stands(read, read.get(&args.id)?)?.notice;
        let guard = Guard::of(read, &verbs::procurement_of(read, &notice)?)?;
        notice.subject = args.subject.unwrap_or(notice.subject);
        notice.body = args.body.unwrap_or(notice.body);
        Ok(NoticeChecked { tellings: marked(guard.check(&notice)) })
    })
}

pub(crate) fn clear(call: &Call<'_>, args: ClearNotice) -> Result<Nothing> {
    let op = op(call, "notice-clear", &args.id)?;
    call.write(op, |tx| verbs::clear(tx, &args.id, &args.words, args.undo.unwrap_or(false)))?;
    Ok(Nothing {})
}

pub(crate) fn remove(call: &Call<'_>, args: Id) -> Result<Nothing> {
    call.write(op(call, "notice-remove", &args.id)?, |tx| verbs::remove(tx, &args.id))?;
    Ok(Nothing {})
}

/// Everything that goes to one bidder, in words.
struct Parcel {
    notice: Notice,
    company: String,
    paper: LetterPaper,
    letter_name: String,
    mail_name: String,
    from: (String, String),
    /// Name and address.
    to: (String, String),
    mail: Filled,
}

impl Parcel {
    fn of(call: &Call<'_>, read: &Read<'_>, notice: Notice, guard: &Guard) -> Result<Self> {
        let notice = verbs::stands(read, notice)?.notice;
        verbs::may_leave(read, &notice, guard)?;
        let bidder: Bidder = read.get(&notice.bidder)?;
        let company = read.get::<Vendor>(&bidder.vendor)?.name;
        let house = House::of(read, &bidder.procurement, call.today())?;
        let lang = house.lang;
        let name = |kind: &str| file_name(&notice.number, &lang.word(kind), "", Some(&company));
        let letter_name = format!("{}.pdf", name("file-kind-notice"));
        let to = Addressee {
            id: bidder.id.clone(),
            company: company.clone(),
            department: bidder.department.clone(),
            person: bidder.person.clone(),
            copy: 0,
        };
        let template = letters::template("notice-cover", lang)?;
        let (subject, body, _) = letters::words(read, "notice-cover", lang)?;
        let value = |field: &str| match field {
            "addressee" => Some(salutation(&to, lang)),
            "attachments" => Some(letter_name.clone()),
            _ => house.facts.field(field.parse().ok()?, lang),
        };
        let mail = letters::fill(template, &subject, &body, lang, value);
        if let Some(field) = mail.missing.first().filter(|_| !bidder.mail.is_empty()) {
            return Err(Error::say("error-notice-open").arg("name", &company).arg("field", field));
        }
        let person = match (lang, to.person.as_str()) {
            (_, "") => company.clone(),
            (sentei_core::l10n::Lang::Ja, person) => format!("{person} 様"),
            (sentei_core::l10n::Lang::En, person) => person.to_owned(),
        };
        let parcel = Self {
            paper: letter(read, &notice, &house)?,
            mail_name: format!("{}.eml", name("file-kind-mail")),
            from: (house.fact(FactKey::IssuerCompany).into(), house.fact(FactKey::ContactMail).into()),
            to: (person, bidder.mail),
            letter_name,
            company,
            mail,
            notice,
        };
        parcel.keeps_quiet(guard)?;
        Ok(parcel)
    }

    /// Once more, over everything that goes out: names of others and their prices are nowhere in it.
    fn keeps_quiet(&self, guard: &Guard) -> Result<()> {
        let all = [
            self.paper.text(),
            self.mail.subject.clone(),
            self.mail.body.clone(),
            self.letter_name.clone(),
            self.mail_name.clone(),
            format!("{} {} {}", self.to.0, self.to.1, self.from.0),
        ];
        let cleared = |one: &Telling| may_stay(one.tells);
        for words in &all {
            if let Some(held) = guard.find(Part::Body, words, &self.notice.bidder).into_iter().find(|one| !cleared(one))
            {
                return Err(Error::say("error-notice-leak")
                    .code("held")
                    .arg("name", &self.company)
                    .arg("words", held.words));
            }
        }
        Ok(())
    }

    fn files(&self, call: &Call<'_>) -> Result<Made> {
        let at = call.stamp().at;
        let stamp = Stamp { at, ident: format!("{} {}", self.notice.id, self.letter_name) };
        let pdf = call.engine(|engine| engine.letter_pdf(&self.paper, &stamp))?;
        let mut files = vec![(NoticeFileKind::Letter, self.letter_name.clone(), pdf)];
        if !self.to.1.is_empty() {
            let words = format!("{} {} {}", self.notice.id, self.mail.subject, at.timestamp_millis());
            let ident = sentei_core::library::sha256(words.as_bytes());
            let draft = Draft {
                from: (!self.from.1.is_empty()).then_some((self.from.0.as_str(), self.from.1.as_str())),
                to: (&self.to.0, &self.to.1),
                subject: &self.mail.subject,
                body: &self.mail.body,
                attachments: files.iter().map(|(_, name, bytes)| (name.as_str(), bytes.as_slice())).collect(),
                ident: &ident[..32],
            };
            let bytes = eml(&draft, at)?;
            files.push((NoticeFileKind::Mail, self.mail_name.clone(), bytes));
        }
        Ok(files)
    }
}

/// Files of one notice, made: kind, name, content.
type Made = Vec<(NoticeFileKind, String, Vec<u8>)>;

fn keep(store: &Files, made: Made) -> Result<Vec<MadeFile>> {
    let keep = |(kind, name, bytes): (NoticeFileKind, String, Vec<u8>)| {
        Ok(MadeFile { kind, name, bytes: bytes.len(), sha256: store.put(&bytes)? })
    };
    made.into_iter().map(keep).collect()
}

/// The papers of a notice, made and kept.
pub(crate) fn papers(call: &Call<'_>, store: &Files, read: &Read<'_>, notice: &Notice) -> Result<Vec<MadeFile>> {
    let guard = Guard::of(read, &verbs::procurement_of(read, notice)?)?;
    keep(store, Parcel::of(call, read, notice.clone(), &guard)?.files(call)?)
}

pub(crate) fn make(call: &Call<'_>, args: MakeNotices) -> Result<DistributionWritten> {
    let Some(first) = args.ids.first() else { return Ok(DistributionWritten { files: Vec::new() }) };
    let (procurement, parcels) = call.read(|read| {
        let procurement = verbs::procurement_of(read, &read.get(first)?)?;
        let guard = Guard::of(read, &procurement)?;
        let parcels = args.ids.iter().map(|id| {
            let notice: Notice = read.get(id)?;
            if verbs::procurement_of(read, &notice)? != procurement {
                return Err(Error::NotFound { kind: "notice", id: id.clone() });
            }
            Parcel::of(call, read, notice, &guard)
        });
        let parcels: Vec<Parcel> = parcels.collect::<Result<_>>()?;
        Ok((procurement, parcels))
    })?;
    let store = call.library(|library| Ok(library.files()))?;
    let total = parcels.len();
    let mut made = Vec::with_capacity(total);
    for (n, parcel) in parcels.iter().enumerate() {
        call.advance(Text::new("work-distribution").arg("name", &parcel.company), n, total)?;
        made.push(parcel.files(call)?);
    }
    let mut written = Vec::new();
    let mut kept = Vec::new();
    for (parcel, files) in parcels.iter().zip(made) {
        let dir = Path::new(&args.to).join(valid_file_name(&parcel.company));
        // Where it cannot be made, the writing says what is missing.
        let _ = std::fs::create_dir_all(&dir);
        let contents: Vec<(String, Vec<u8>)> =
            files.iter().map(|(_, name, bytes)| (name.clone(), bytes.clone())).collect();
        written.extend(folder::write_all(&dir, &contents)?);
        kept.push((parcel.notice.id.clone(), keep(&store, files)?));
    }
    let op = Op::new("notice-make").what(total.to_string()).scope(procurement);
    call.write(op, |tx| kept.into_iter().try_for_each(|(id, files)| verbs::made(tx, &id, files)))?;
    Ok(DistributionWritten { files: written.into_iter().map(|path| path.display().to_string()).collect() })
}

pub(crate) fn check_sending(call: &Call<'_>, args: SentNotices) -> Result<SendingChecked> {
    let at = moment(call, args.at.as_deref())?;
    call.read(|read| Ok(SendingChecked { dated: verbs::dated_otherwise(read, &args.ids, at.date, call.lang())? }))
}

pub(crate) fn sent(call: &Call<'_>, args: SentNotices) -> Result<Nothing> {
    let at = moment(call, args.at.as_deref())?;
    let Some(first) = args.ids.first() else { return Ok(Nothing {}) };
    let procurement = call.read(|read| verbs::procurement_of(read, &read.get(first)?))?;
    let op = Op::new("notice-send").what(args.ids.len().to_string()).scope(&procurement).barrier();
    call.write(op, |tx| {
        args.ids.iter().try_for_each(|id| {
            if verbs::procurement_of(tx, &tx.get(id)?)? != procurement {
                return Err(Error::NotFound { kind: "notice", id: id.clone() });
            }
            verbs::mark_sent(tx, id, at, args.means, call.lang())
        })
    })?;
    Ok(Nothing {})
}

pub(crate) fn export(call: &Call<'_>, args: ExportNotice) -> Result<DistributionWritten> {
    let files = call.read(|read| {
        read.get::<Notice>(&args.id)?;
        notice_files(read, &args.id)
    })?;
    write_kept(call, files.into_iter().map(|file| (file.name, file.sha256)), &args.to)
}
