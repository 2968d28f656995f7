//! Commands that take questions over from sheets, mails and pasted text.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use sentei_core::bidder::Bidder;
use sentei_core::calendar::{self, in_japan, Moment};
use sentei_core::journal::Op;
use sentei_core::library::sha256;
use sentei_core::procurement::{cannot_read, Procurement};
use sentei_core::question::columns::{recognise, Columns, Field};
use sentei_core::question::incoming::{look, rows_of, rows_of_mail, take, Incoming, Row, Taken};
use sentei_core::question::parts::parts;
use sentei_core::question::sender::sender;
use sentei_core::question::Channel;
use sentei_core::storage::Read;
use sentei_core::vendor::verbs::remember_columns;
use sentei_core::vendor::{Vendor, VendorColumns};
use sentei_core::{Error, Result, Text};
use sentei_papers::mail_in::{self, Mail};
use sentei_papers::question_sheet::{keys, Keys};
use sentei_papers::sheet::{self, Book};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Call;

/// Nobody reads through more at once.
const MOST_ROWS: usize = 2_000;
/// How far it is, is told after so many rows.
const STRIDE: usize = 20;

/// What to take questions from: a file, or text that was pasted.
#[derive(Debug, Deserialize, TS)]
pub struct QuestionSource {
    procurement: String,
    /// Who asks, where it is known.
    #[ts(optional)]
    bidder: Option<String>,
    /// Path of an Excel, CSV or TSV file, or of a mail (`.eml`).
    #[ts(optional)]
    file: Option<String>,
    /// Pasted rows, or the pasted text of a mail.
    #[ts(optional)]
    text: Option<String>,
    /// Which sheet that came with a mail, from 0, instead of its words.
    #[ts(optional)]
    attachment: Option<usize>,
    /// Which sheet of a workbook, from 0; the first one that holds something where left out.
    #[ts(optional)]
    sheet: Option<usize>,
    /// What each column holds; as its heading says where left out.
    #[ts(optional)]
    columns: Option<Vec<Field>>,
}

/// The rows to take over.
#[derive(Debug, Deserialize, TS)]
pub struct TakeQuestions {
    source: QuestionSource,
    /// Their places, as they were shown.
    chosen: Vec<usize>,
    /// The seal of what was shown.
    seal: String,
    /// When they came, as typed; when the mail was sent, or now, where left out.
    #[ts(optional)]
    received_at: Option<String>,
}

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionSourceKind {
    /// A question sheet made here.
    Own,
    /// Another table.
    Table,
    /// A mail, or the text of one.
    Mail,
}

/// What was found, before anything is taken over.
#[derive(Debug, Serialize, TS)]
pub struct QuestionsRead {
    kind: QuestionSourceKind,
    /// Name of the file; empty for pasted text.
    name: String,
    /// Who asks, as far as that is known.
    bidder: Option<String>,
    /// How that is known.
    bidder_by: Option<Text>,
    /// Subject and sender of a mail.
    mail: Option<Text>,
    /// When it came, where the mail says so: `2027-03-02T10:30`.
    received_at: Option<String>,
    /// Names of the sheets that are shown, with their places.
    sheets: Vec<Choice>,
    sheet: usize,
    /// Sheets that came with a mail.
    attachments: Vec<Choice>,
    columns: Vec<ReadQuestionColumn>,
    rows: Vec<Row>,
    notes: Vec<Text>,
    seal: String,
}

/// Something to choose by its place.
#[derive(Debug, Serialize, TS)]
#[ts(rename = "PlacedName")]
pub struct Choice {
    at: usize,
    name: String,
}

impl Choice {
    pub(crate) fn new(at: usize, name: &str) -> Self {
        Self { at, name: name.to_owned() }
    }
}

/// A column as it was understood.
#[derive(Debug, Serialize, TS)]
pub struct ReadQuestionColumn {
    heading: String,
    /// The first filled cell below the heading.
    example: String,
    field: Field,
}

/// Everything that was read, and what it was taken for.
struct Opened {
    kind: QuestionSourceKind,
    name: String,
    mail: Option<Mail>,
    keys: Option<Keys>,
    book: Book,
    sheet: usize,
    columns: Option<Columns>,
    bidder: Option<String>,
    bidder_by: Option<Text>,
    person: String,
}

impl Opened {
    fn table(&self) -> &[Vec<String>] {
        self.book.sheets.get(self.sheet).map_or(&[], |sheet| &sheet.rows)
    }

    fn rows(&self) -> Result<Vec<Incoming>> {
        let rows = match (&self.columns, &self.mail) {
            (Some(columns), _) => {
                let mut rows = rows_of(self.table(), columns);
                for row in rows.iter_mut().filter(|row| row.person.is_empty()) {
                    row.person.clone_from(&self.person);
                }
                rows
            }
            (None, mail) => rows_of_mail(&parts(mail.as_ref().map_or("", |mail| mail.text.as_str())), &self.person),
        };
        if rows.len() > MOST_ROWS {
            return Err(Error::say("error-question-rows").arg("most", MOST_ROWS));
        }
        Ok(rows)
    }

    /// The key of a sheet made here.
    fn own(&self) -> Option<&str> {
        self.keys.as_ref().map(|keys| keys.sheet.as_str())
    }

    fn channel(&self) -> Channel {
        if self.kind == QuestionSourceKind::Mail {
            Channel::Mail
        } else {
            Channel::Sheet
        }
    }

    fn sent(&self) -> Option<Moment> {
        self.mail.as_ref()?.at.map(|at| Moment { date: at.date(), time: Some(at.time()) })
    }
}

fn open(call: &Call<'_>, source: &QuestionSource) -> Result<Opened> {
    let (name, mut mail, mut book) = match (&source.file, &source.text) {
        (Some(file), _) => {
            let path = Path::new(file);
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
            if matches!(ending.as_str(), "eml" | "msg") {
                (name, Some(mail_in::read_mail(path)?), None)
            } else {
                (name, None, Some(sheet::read_table(path)?))
            }
        }
        (None, Some(text)) if text.contains('\t') => (String::new(), None, Some(sheet::from_text(text)?)),
        (None, Some(text)) => (String::new(), Some(Mail { text: text.clone(), ..Mail::default() }), None),
        (None, None) => return Err(Error::say("error-question-source")),
    };
    if let (Some(mail), Some(at)) = (&mut mail, source.attachment) {
        let (name, bytes) = mail.sheets.get(at).ok_or_else(|| Error::say("error-question-source"))?;
        book = Some(sheet::read(name, bytes.clone())?);
    }
    let keys = book.as_ref().and_then(keys);
    let kind = match (&book, &keys) {
        (None, _) => QuestionSourceKind::Mail,
        (Some(_), Some(_)) => QuestionSourceKind::Own,
        (Some(_), None) => QuestionSourceKind::Table,
    };
    let is_table = book.is_some();
    let book = book.unwrap_or_default();
    let first = book.sheets.iter().position(|sheet| !sheet.hidden && !sheet.rows.is_empty());
    let sheet = source.sheet.or(first).unwrap_or_default();
    let mut opened = Opened {
        kind,
        name,
        mail,
        keys,
        book,
        sheet,
        columns: None,
        bidder: source.bidder.clone().filter(|bidder| !bidder.is_empty()),
        bidder_by: None,
        person: String::new(),
    };
    call.read(|read| whose(read, source, &mut opened))?;
    if is_table {
        let remembered = call.read(|read| remembered(read, opened.bidder.as_deref()))?;
        let columns = recognise(opened.table(), &remembered);
        opened.columns = Some(match &source.columns {
            Some(said) => columns.said(opened.table(), said),
            None => columns,
        });
    }
    Ok(opened)
}

/// Who asks: as the sheet made here says, as the sender of the mail says, or as was chosen.
fn whose(read: &Read<'_>, source: &QuestionSource, opened: &mut Opened) -> Result<()> {
    if let Some(keys) = &opened.keys {
        if keys.procurement != source.procurement {
            let other = read.find::<Procurement>(&keys.procurement)?;
            return Err(match other {
                Some(other) => Error::say("error-question-sheet-procurement").arg("title", other.title),
                None => Error::say("error-question-sheet-elsewhere"),
            });
        }
        let owner: Bidder = read.find(&keys.bidder)?.ok_or_else(|| Error::say("error-question-sheet-gone"))?;
        if opened.bidder.as_ref().is_some_and(|chosen| *chosen != owner.id) {
            let name = read.get::<Vendor>(&owner.vendor)?.name;
            return Err(Error::say("error-question-sheet-bidder").code("other-bidder").arg("name", name));
        }
        opened.bidder = Some(owner.id);
        opened.bidder_by = Some(Text::new("question-import-by-sheet"));
    }
    let Some(mail) = opened.mail.as_ref().filter(|mail| !mail.address.is_empty()) else { return Ok(()) };
    opened.person.clone_from(&mail.name);
    if let Some(found) = sender(read, &source.procurement, &mail.address)? {
        if !found.person.is_empty() {
            opened.person = found.person;
        }
        if opened.bidder.is_none() {
            opened.bidder = Some(found.bidder);
            let by = if found.exact { "question-import-by-address" } else { "question-import-by-domain" };
            opened.bidder_by = Some(Text::new(by).arg("address", &mail.address));
        }
    }
    Ok(())
}

fn remembered(read: &Read<'_>, bidder: Option<&str>) -> Result<BTreeMap<String, String>> {
    let Some(bidder) = bidder else { return Ok(BTreeMap::new()) };
    let vendor = read.get::<Bidder>(bidder)?.vendor;
    Ok(read.find::<VendorColumns>(&vendor)?.map(|known| known.columns).unwrap_or_default())
}

/// What was shown is what is taken over: the rows, sealed.
fn seal(rows: &[Incoming]) -> String {
    sha256(format!("{rows:?}").as_bytes())
}

pub(crate) fn read(call: &Call<'_>, args: QuestionSource) -> Result<QuestionsRead> {
    let opened = open(call, &args)?;
    let rows = opened.rows()?;
    let looked = call.read(|read| look(read, &args.procurement, opened.bidder.as_deref(), opened.own(), &rows))?;
    let mut notes = opened.book.notes.clone();
    notes.extend(opened.mail.iter().flat_map(|mail| mail.notes.clone()));
    let columns = opened.columns.as_ref();
    if columns.is_some_and(|columns| !columns.has_words()) {
        notes.push(Text::new("question-import-no-words"));
    }
    let sheets = opened.book.sheets.iter().enumerate().filter(|(_, sheet)| !sheet.hidden);
    let attachments = opened.mail.iter().flat_map(|mail| mail.sheets.iter().enumerate());
    let mail = opened.mail.as_ref().filter(|mail| !mail.address.is_empty());
    Ok(QuestionsRead {
        kind: opened.kind,
        bidder: opened.bidder.clone(),
        bidder_by: opened.bidder_by.clone(),
        mail: mail.map(|mail| {
            Text::new("question-import-mail")
                .arg("subject", &mail.subject)
                .arg("name", &mail.name)
                .arg("address", &mail.address)
        }),
        received_at: opened.sent().map(|at| at.to_string()),
        sheets: sheets.map(|(at, sheet)| Choice::new(at, &sheet.name)).collect(),
        sheet: opened.sheet,
        attachments: attachments.map(|(at, (name, _))| Choice::new(at, name)).collect(),
        columns: columns.map(|columns| shown(opened.table(), columns)).unwrap_or_default(),
        rows: looked,
        notes,
        seal: seal(&rows),
        name: opened.name,
    })
}

/// The columns with their headings and what stands below.
fn shown(table: &[Vec<String>], columns: &Columns) -> Vec<ReadQuestionColumn> {
    let below = columns.head.map_or(0, |head| head + 1);
    let cell = |row: usize, at: usize| table.get(row).and_then(|row| row.get(at)).map_or("", String::as_str);
    let read = columns.fields.iter().enumerate().map(|(at, field)| ReadQuestionColumn {
        heading: columns.head.map(|head| cell(head, at).to_owned()).unwrap_or_default(),
        example: (below..table.len())
            .map(|row| cell(row, at))
            .find(|cell| !cell.is_empty())
            .unwrap_or_default()
            .to_owned(),
        field: *field,
    });
    read.collect()
}

pub(crate) fn import(call: &Call<'_>, args: TakeQuestions) -> Result<Taken> {
    let source = &args.source;
    let opened = open(call, source)?;
    let bidder = opened.bidder.clone().ok_or_else(|| Error::say("error-question-asker"))?;
    let rows = opened.rows()?;
    if seal(&rows) != args.seal {
        return Err(Error::say("error-question-moved").code("moved"));
    }
    let at = in_japan(call.stamp().at);
    let now = Moment { date: call.today(), time: Some(at.time()) };
    let received_at = match args.received_at.as_deref().map(str::trim).filter(|typed| !typed.is_empty()) {
        Some(typed) => {
            calendar::read(typed, call.today(), Some(now)).map_err(|un| cannot_read(un, typed, call.lang()))?
        }
        None => opened.sent().unwrap_or(now),
    };
    let chosen: BTreeSet<usize> = args.chosen.iter().copied().collect();
    let vendor: Vendor = call.read(|read| read.get(&read.get::<Bidder>(&bidder)?.vendor))?;
    let op = Op::new("question-import").what(&vendor.name).scope(&source.procurement);
    call.write(op, |tx| {
        if let (Some(columns), QuestionSourceKind::Table) = (&opened.columns, opened.kind) {
            remember_columns(tx, &vendor.id, columns.remembered(opened.table()))?;
        }
        let told = |done: usize| match done % STRIDE {
            0 => call.advance(Text::new("work-questions").arg("name", &vendor.name), done, rows.len()),
            _ => Ok(()),
        };
        take(tx, &source.procurement, &bidder, opened.own(), &rows, &chosen, received_at, opened.channel(), told)
    })
}
