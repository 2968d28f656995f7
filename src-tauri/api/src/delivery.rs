//! What a distribution would hold for each bidder, and making it: a folder for each with exactly its files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use sentei_core::bidder::{self, Bidder};
use sentei_core::decision::held::{letters, HOUSE};
use sentei_core::distribution::knowledge::{in_words, Item, Kind, Knowledge};
use sentei_core::distribution::ledger::{bundles, Bundle};
use sentei_core::distribution::paper::{answers_paper, told, House, Told};
use sentei_core::distribution::verbs::{prepare as keep, KeptFile, Pack};
use sentei_core::distribution::{shared_items, FileKind, SharedItem};
use sentei_core::journal::Op;
use sentei_core::l10n::Lang;
use sentei_core::letter;
use sentei_core::library::Files;
use sentei_core::procurement::FactKey;
use sentei_core::question::telling::{Part, Telling, Watch};
use sentei_core::question::Question;
use sentei_core::rfp::paper::addressed;
use sentei_core::rfp::release::{files as release_files, releases, Release};
use sentei_core::rfp::snapshot::Addressee;
use sentei_core::storage::Read;
use sentei_core::{Error, Result, Text};
use sentei_papers::answers_sheet::answers_xlsx;
use sentei_papers::bidder_form::FormKind;
use sentei_papers::mail::{eml, Draft};
use sentei_papers::question_sheet::{make as question_sheet_xlsx, QuestionSheet};
use sentei_papers::{file_name, folder, valid_file_name, Stamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::bidder_form::Form;
use crate::release::{copy_names, set_copies};
use crate::{question_sheet, Call};

/// Answers named one by one in a mail; more are told by their numbers.
const LISTED: usize = 20;

/// For whom, and how much.
#[derive(Debug, Deserialize, TS)]
pub struct PlanDistribution {
    procurement: String,
    /// Only these bidders; all that take part where none are named.
    #[ts(optional)]
    bidders: Option<Vec<String>>,
    /// Everything there is, not only what is lacking.
    #[ts(optional)]
    everything: Option<bool>,
}

/// The order to make it.
#[derive(Debug, Deserialize, TS)]
pub struct PrepareDistribution {
    procurement: String,
    bidders: Vec<String>,
    #[ts(optional)]
    everything: Option<bool>,
    /// The folder in which each bidder gets its own.
    to: String,
}

/// What a distribution would hold.
#[derive(Debug, Serialize, TS)]
pub struct DistributionPlan {
    packs: Vec<PlannedPack>,
}

/// What one bidder would get.
#[derive(Debug, Serialize, TS)]
pub struct PlannedPack {
    bidder: String,
    /// With 御中.
    name: String,
    /// The person it goes to.
    person: String,
    mail: String,
    /// What it gets, in lines.
    items: Vec<String>,
    /// How many items it gets.
    count: usize,
    files: Vec<PlannedHandout>,
    subject: String,
    body: String,
    /// What should be looked at before.
    notes: Vec<Text>,
}

/// A file that would be made.
#[derive(Debug, Serialize, TS)]
pub struct PlannedHandout {
    kind: FileKind,
    name: String,
}

/// What was made.
#[derive(Debug, Serialize, TS)]
pub struct Prepared {
    packs: Vec<PreparedPack>,
}

/// What was made for one bidder.
#[derive(Debug, Serialize, TS)]
pub struct PreparedPack {
    /// Key of the distribution.
    id: String,
    bidder: String,
    name: String,
    folder: String,
    files: Vec<String>,
}

/// Where a file comes from.
enum Source {
    /// It is kept already.
    Kept(String),
    /// A copy of a release, addressed after the fact.
    Copy {
        release: usize,
        nth: usize,
    },
    Answers,
    AnswersSheet,
    /// A form for what the bidder still wants to ask; the mails speak of it.
    QuestionSheet(Box<QuestionSheet>),
    /// A form the proposal comes back with.
    Form(Box<Form>),
}

struct Handout {
    kind: FileKind,
    name: String,
    source: Source,
}

/// What one bidder gets.
struct Parcel {
    to: Addressee,
    name: String,
    mail: String,
    items: Vec<String>,
    lines: Vec<String>,
    told: Vec<Told>,
    handouts: Vec<Handout>,
    subject: String,
    body: String,
    notes: Vec<Text>,
    /// Why it may not go out: words that tell of another bidder.
    held: Vec<Held>,
}

/// What all parcels are made from.
struct Stock {
    procurement: String,
    /// Language of the window.
    lang: Lang,
    house: House,
    known: Knowledge,
    shared: BTreeMap<String, SharedItem>,
    /// Items that say something of bidders, as these are known today, by their keys.
    telling: BTreeMap<String, Leak>,
    watch: Watch,
    /// What is watched for in the words of mails.
    letters: Watch,
    releases: Vec<Release>,
    parcels: Vec<Parcel>,
}

/// Words of an item that tell a bidder of another one.
struct Held {
    item: String,
    words: String,
    name: String,
}

impl Held {
    fn text(&self) -> Text {
        Text::new("pack-telling").arg("item", &self.item).arg("words", &self.words).arg("name", &self.name)
    }
}

/// The words of an item that may not name a bidder, with what was knowingly left in them.
struct Leak {
    name: String,
    words: Vec<(Part, String)>,
    cleared: Vec<String>,
}

impl Leak {
    /// Answers by their question and answer, files by their title and name; none where nothing in them tells.
    fn of(read: &Read<'_>, watch: &Watch, item: &SharedItem) -> Result<Option<Self>> {
        let (words, cleared) = match (&item.snapshot, &item.question) {
            (Some(shot), question) => {
                let cleared = match question {
                    Some(id) => read.find::<Question>(id)?.map(|question| question.cleared).unwrap_or_default(),
                    None => Vec::new(),
                };
                (vec![(Part::Wording, shot.question.clone()), (Part::Answer, shot.answer.clone())], cleared)
            }
            (None, _) => (vec![(Part::Subject, item.title.clone()), (Part::Subject, item.name.clone())], Vec::new()),
        };
        let name = item.snapshot.as_ref().map_or_else(|| item.title.clone(), |shot| shot.number.clone());
        let leak = Self { name, words, cleared };
        Ok((!leak.tells(watch, &[]).is_empty()).then_some(leak))
    }

    /// What it tells of others than the bidder it goes to. That somebody speaks of itself was confirmed when it was shared.
    fn tells(&self, watch: &Watch, to: &[&str]) -> Vec<Telling> {
        let found = self.words.iter().flat_map(|(part, words)| watch.find(*part, words, to));
        found.filter(|one| !one.tells.is_own() && !self.cleared.contains(&one.words)).collect()
    }
}

impl Stock {
    /// Packs for the bidders named, or for all that lack something.
    fn of(
        read: &Read<'_>,
        call: &Call<'_>,
        procurement: &str,
        named: Option<&[String]>,
        everything: bool,
    ) -> Result<Self> {
        let watch = Watch::of(read, procurement)?;
        let (shared, known) = (shared_items(read, procurement)?, Knowledge::of(read, procurement)?);
        let bidders = bidder::with_vendors(read, procurement)?;
        let wanted =
            |bidder: &Bidder| bidder.status.takes_part() && named.is_none_or(|named| named.contains(&bidder.id));
        let getting = bidders.iter().filter(|(bidder, _)| wanted(bidder));
        let coming: BTreeSet<&str> = getting
            .flat_map(|(bidder, _)| chosen(&known, &bidder.id, everything))
            .map(|item| item.id.as_str())
            .collect();
        let mut telling = BTreeMap::new();
        for item in shared.iter().filter(|item| coming.contains(item.id.as_str())) {
            if let Some(leak) = Leak::of(read, &watch, item)? {
                telling.insert(item.id.clone(), leak);
            }
        }
        let mut stock = Self {
            procurement: procurement.into(),
            lang: call.lang(),
            house: House::of(read, procurement, call.today())?,
            known,
            shared: shared.into_iter().map(|item| (item.id.clone(), item)).collect(),
            telling,
            watch,
            letters: letters(read, procurement)?,
            releases: releases(read, procurement)?,
            parcels: Vec::new(),
        };
        let mut copies = bidders.iter().filter_map(|(bidder, _)| bidder.copy_number).max().unwrap_or(0);
        for (bidder, vendor) in &bidders {
            // Numbers are given as the distribution will give them.
            let copy = bidder.copy_number.unwrap_or_else(|| {
                copies += i64::from(bidder.status.takes_part());
                copies
            });
            if wanted(bidder) {
                let to = Addressee {
                    id: bidder.id.clone(),
                    company: vendor.name.clone(),
                    department: bidder.department.clone(),
                    person: bidder.person.clone(),
                    copy,
                };
                let parcel = stock.parcel(read, call, bidder, to, everything)?;
                stock.parcels.extend(parcel);
            }
        }
        Ok(stock)
    }

    fn parcel(
        &self,
        read: &Read<'_>,
        call: &Call<'_>,
        bidder: &Bidder,
        to: Addressee,
        everything: bool,
    ) -> Result<Option<Parcel>> {
        let chosen = chosen(&self.known, &bidder.id, everything);
        if chosen.is_empty() {
            return Ok(None);
        }
        let told = told(&self.known, &self.shared, &bidder.id, &chosen);
        let handouts = self.handouts(read, call, &to, &chosen, &told)?;
        let mut parcel = Parcel {
            name: addressed(&to.company, self.house.lang),
            mail: bidder.mail.clone(),
            items: chosen.iter().map(|item| item.id.clone()).collect(),
            lines: lines(&chosen, self.lang),
            told,
            handouts,
            subject: String::new(),
            body: String::new(),
            notes: Vec::new(),
            held: self.held(&chosen, &to.id),
            to,
        };
        self.write(read, &mut parcel, &chosen)?;
        Ok(Some(parcel))
    }

    /// What in these items tells the bidder of another one. Shared once, they may tell today: a bidder that came later has a
    /// name, too.
    fn held(&self, chosen: &[&Item], to: &str) -> Vec<Held> {
        let leaks = chosen.iter().filter_map(|item| self.telling.get(&item.id));
        let told = leaks.flat_map(|leak| leak.tells(&self.watch, &[to]).into_iter().map(move |one| (leak, one)));
        told.map(|(leak, one)| Held { item: leak.name.clone(), words: one.words, name: one.name }).collect()
    }

    fn handouts(
        &self,
        read: &Read<'_>,
        call: &Call<'_>,
        to: &Addressee,
        chosen: &[&Item],
        told: &[Told],
    ) -> Result<Vec<Handout>> {
        let lang = self.house.lang;
        let number = self.house.fact(FactKey::DocNumber);
        let mut handouts = Vec::new();
        for item in chosen {
            let Some(at) = self.releases.iter().position(|release| release.id == item.id) else { continue };
            let release = &self.releases[at];
            let kept: Vec<_> = release_files(read, &release.id)?
                .into_iter()
                .filter(|file| file.bidder.as_deref() == Some(&to.id))
                .collect();
            if kept.is_empty() {
                for (nth, (kind, name)) in copy_names(&release.snapshot, to).into_iter().enumerate() {
                    handouts.push(Handout { kind, name, source: Source::Copy { release: at, nth } });
                }
            }
            let addendum = lang_of(release).word("file-kind-addendum");
            for file in kept {
                let kind = if file.name.contains(&addendum) { FileKind::Addendum } else { FileKind::Rfp };
                handouts.push(Handout { kind, name: file.name, source: Source::Kept(file.sha256) });
            }
        }
        if let Some(round) = told.iter().map(|one| one.round).max() {
            let version = lang.say(&Text::new("answers-version").arg("round", round));
            let name = file_name(number, &lang.word("file-kind-answers"), &version, Some(&to.company));
            for (kind, extension, source) in
                [(FileKind::Answers, "pdf", Source::Answers), (FileKind::AnswersSheet, "xlsx", Source::AnswersSheet)]
            {
                handouts.push(Handout { kind, name: format!("{name}.{extension}"), source });
            }
        }
        let files = chosen.iter().filter(|item| item.kind == Kind::File).filter_map(|item| self.shared.get(&item.id));
        for file in files {
            handouts.push(Handout {
                kind: FileKind::File,
                name: file.name.clone(),
                source: Source::Kept(file.sha256.clone()),
            });
        }
        if chosen.iter().any(|item| item.kind != Kind::File) {
            let (name, sheet) = question_sheet::sheet(call, read, &self.procurement, &to.id)?;
            let source = Source::QuestionSheet(Box::new(sheet));
            handouts.push(Handout { kind: FileKind::QuestionSheet, name, source });
        }
        if chosen.iter().any(|item| item.kind == Kind::Release) {
            for form in [FormKind::Estimate, FormKind::Response] {
                let form = Form::of(read, form, &self.procurement, &to.id)?;
                if form.asks() {
                    let name = form.name.clone();
                    handouts.push(Handout { kind: FileKind::File, name, source: Source::Form(Box::new(form)) });
                }
            }
        }
        Ok(handouts)
    }

    /// Subject and words of the mail, and what should be looked at.
    fn write(&self, read: &Read<'_>, parcel: &mut Parcel, chosen: &[&Item]) -> Result<()> {
        let lang = self.house.lang;
        let has = |kind: Kind| chosen.iter().any(|item| item.kind == kind);
        let key = match (has(Kind::Release), has(Kind::Answer)) {
            (true, _) => "rfp-cover",
            (false, true) => "answers",
            (false, false) => "materials",
        };
        let template = letter::template(key, lang)?;
        let (subject, body, _) = letter::words(read, key, lang)?;
        let names: Vec<&str> = parcel.handouts.iter().map(|one| one.name.as_str()).collect();
        let value = |field: &str| match field {
            "addressee" => Some(salutation(&parcel.to, lang)),
            "bidder.company" => Some(parcel.to.company.clone()),
            "attachments" => Some(lang.list(&names)),
            "enclosed" => Some(enclosed(&parcel.handouts, lang)),
            "answers.number" => parcel.told.iter().map(|one| one.round).max().map(|round| round.to_string()),
            "answers.list" => Some(self.answers(chosen)),
            "doc.release" => self.releases.last().map(|release| release.number.clone()),
            _ => self.house.facts.field(field.parse().ok()?, lang),
        };
        let filled = letter::fill(template, &subject, &body, lang, value);
        parcel.notes = letter::findings(template, &subject, &body);
        if parcel.mail.is_empty() {
            parcel.notes.push(Text::new("pack-no-mail"));
        }
        if !filled.missing.is_empty() {
            parcel.notes.push(Text::new("pack-missing").arg("list", filled.missing.join(&lang.word("known-joint"))));
        }
        if let Some(told) = other_told(&self.letters, &subject, &body, &parcel.to.id) {
            return Err(Error::say("error-letter-names")
                .code("names")
                .arg("words", told.words)
                .arg("name", told.name)
                .arg("letter", &template.title));
        }
        parcel.subject = filled.subject;
        parcel.body = filled.body;
        Ok(())
    }

    fn answers(&self, chosen: &[&Item]) -> String {
        let lang = self.house.lang;
        let answers: Vec<&Item> = chosen.iter().copied().filter(|item| item.kind == Kind::Answer).collect();
        if answers.len() > LISTED {
            return lang.list(&lines(&answers, lang));
        }
        let lines: Vec<String> = answers.iter().map(|item| lang.in_line(&[&item.number, &item.title])).collect();
        lang.list(&lines)
    }
}

/// Items in lines, answers of one round together.
fn lines(chosen: &[&Item], lang: Lang) -> Vec<String> {
    let cut = Knowledge { items: chosen.iter().map(|item| (*item).clone()).collect(), ..Knowledge::default() };
    let line = |bundle: &Bundle<'_>| lang.in_line(&[&bundle.name(lang), &bundle.detail(lang)]);
    bundles(&cut).iter().map(line).collect()
}

fn lang_of(release: &Release) -> Lang {
    release.snapshot.lang
}

/// What a mail brings, in the words of a sentence: 提案依頼書、質問回答書; the RFP, our answers and a question sheet.
fn enclosed(handouts: &[Handout], lang: Lang) -> String {
    let mut kinds: Vec<&str> = Vec::new();
    for handout in handouts {
        let kind = match (&handout.source, handout.kind) {
            (Source::Form(_), _) => "enclosed-forms",
            (_, FileKind::Rfp) => "enclosed-rfp",
            (_, FileKind::Addendum) => "enclosed-addendum",
            (_, FileKind::Answers | FileKind::AnswersSheet) => "enclosed-answers",
            (_, FileKind::QuestionSheet) => "enclosed-question-sheet",
            (_, FileKind::File | FileKind::Mail) => "enclosed-files",
        };
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let words: Vec<String> = kinds.into_iter().map(|kind| lang.word(kind)).collect();
    match words.split_last() {
        Some((last, first)) if !first.is_empty() => {
            let first = first.join(&lang.word("list-comma"));
            lang.say(&Text::new("enclosed-all").arg("first", first).arg("last", last))
        }
        _ => words.concat(),
    }
}

/// Whom the mail greets.
pub(crate) fn salutation(to: &Addressee, lang: Lang) -> String {
    letter::salutation(&to.company, &to.department, &to.person, lang)
}

/// What the words of a letter to one bidder tell of another.
pub(crate) fn other_told(letters: &Watch, subject: &str, body: &str, to: &str) -> Option<Telling> {
    let parts = [(Part::Subject, subject), (Part::Body, body)];
    parts.into_iter().find_map(|(part, words)| letters.find(part, words, &[to, HOUSE]).into_iter().next())
}

/// The items that a bidder gets.
fn chosen<'k>(known: &'k Knowledge, bidder: &str, everything: bool) -> Vec<&'k Item> {
    if everything {
        known.everything(bidder)
    } else {
        known.gaps(bidder)
    }
}

pub(crate) fn plan(call: &Call<'_>, args: PlanDistribution) -> Result<DistributionPlan> {
    let everything = args.everything.unwrap_or(false);
    let stock = call.read(|read| Stock::of(read, call, &args.procurement, args.bidders.as_deref(), everything))?;
    let packs = stock.parcels.into_iter().map(|parcel| PlannedPack {
        bidder: parcel.to.id,
        name: parcel.name,
        person: call.lang().who(&[&parcel.to.department, &parcel.to.person]),
        count: parcel.items.len(),
        mail: parcel.mail,
        items: parcel.lines,
        files: parcel.handouts.into_iter().map(|one| PlannedHandout { kind: one.kind, name: one.name }).collect(),
        subject: parcel.subject,
        body: parcel.body,
        notes: parcel.held.iter().map(Held::text).chain(parcel.notes).collect(),
    });
    Ok(DistributionPlan { packs: packs.collect() })
}

/// Files of one bidder, made: kind, name, content.
type Made = Vec<(FileKind, String, Vec<u8>)>;

impl Parcel {
    /// Refuses what would tell the bidder of another one.
    fn may_go(&self) -> Result<()> {
        let Some(Held { item, words, name }) = self.held.first() else { return Ok(()) };
        let to = &self.to.company;
        Err(Error::say("error-pack-telling")
            .code("names")
            .arg("item", item)
            .arg("words", words)
            .arg("name", name)
            .arg("to", to))
    }

    /// Keeps its files, and is ready to be noted.
    fn pack(self, store: &Files, made: Made) -> Result<Pack> {
        let keep = |(kind, name, bytes): (FileKind, String, Vec<u8>)| {
            Ok(KeptFile { kind, name, bytes: bytes.len(), sha256: store.put(&bytes)? })
        };
        Ok(Pack {
            bidder: self.to.id,
            addressee: self.name,
            mail: self.mail,
            subject: self.subject,
            body: self.body,
            items: self.items,
            files: made.into_iter().map(keep).collect::<Result<_>>()?,
        })
    }
}

/// What a bidder lacks, made and kept; none where it lacks nothing.
pub(crate) fn pack(
    call: &Call<'_>,
    store: &Files,
    read: &Read<'_>,
    procurement: &str,
    bidder: &str,
) -> Result<Option<Pack>> {
    let mut stock = Stock::of(read, call, procurement, Some(&[bidder.to_owned()]), false)?;
    let Some(parcel) = stock.parcels.pop() else { return Ok(None) };
    parcel.may_go()?;
    let made = make(call, store, procurement, &stock, &parcel)?;
    parcel.pack(store, made).map(Some)
}

pub(crate) fn prepare(call: &Call<'_>, args: PrepareDistribution) -> Result<Prepared> {
    let procurement = args.procurement.as_str();
    let everything = args.everything.unwrap_or(false);
    let stock = call.read(|read| Stock::of(read, call, procurement, Some(&args.bidders), everything))?;
    if stock.parcels.is_empty() {
        return Err(Error::say("error-distribution-nothing"));
    }
    stock.parcels.iter().try_for_each(Parcel::may_go)?;
    let store = call.library(|library| Ok(library.files()))?;
    let total = stock.parcels.len();
    let mut made = Vec::with_capacity(total);
    for (done, parcel) in stock.parcels.iter().enumerate() {
        call.advance(Text::new("work-distribution").arg("name", &parcel.to.company), done, total)?;
        made.push(make(call, &store, procurement, &stock, parcel)?);
    }
    call.advance(Text::new("work-keep"), total, total)?;
    let stamp = sentei_core::calendar::in_japan(call.stamp().at).format("%Y%m%d-%H%M").to_string();
    let mut packs = Vec::new();
    let mut prepared = Vec::new();
    for (parcel, files) in stock.parcels.into_iter().zip(made) {
        let dir = Path::new(&args.to).join(valid_file_name(&format!("{}_{stamp}", parcel.to.company)));
        // Where it cannot be made, the writing says what is missing.
        let _ = std::fs::create_dir_all(&dir);
        let contents: Vec<(String, Vec<u8>)> =
            files.iter().map(|(_, name, bytes)| (name.clone(), bytes.clone())).collect();
        let written = folder::write_all(&dir, &contents)?;
        prepared.push(PreparedPack {
            id: String::new(),
            bidder: parcel.to.id.clone(),
            name: parcel.name.clone(),
            folder: dir.display().to_string(),
            files: written.into_iter().map(|path| path.display().to_string()).collect(),
        });
        packs.push(parcel.pack(&store, files)?);
    }
    let op = Op::new("distribution-prepare").what(packs.len().to_string()).scope(procurement);
    let ids = call.write(op, |tx| {
        bidder::verbs::number_copies(tx, procurement)?;
        keep(tx, procurement, packs)
    })?;
    for (pack, id) in prepared.iter_mut().zip(ids) {
        pack.id = id;
    }
    Ok(Prepared { packs: prepared })
}

fn make(call: &Call<'_>, store: &Files, procurement: &str, stock: &Stock, parcel: &Parcel) -> Result<Made> {
    let at = call.stamp().at;
    let paper = answers_paper(&stock.house, &parcel.name, &parcel.told);
    let mut copies: BTreeMap<usize, Vec<Vec<u8>>> = BTreeMap::new();
    let mut made: Made = Vec::new();
    for handout in &parcel.handouts {
        let bytes = match &handout.source {
            Source::Kept(sha256) => store.get(sha256)?,
            Source::Copy { release, nth } => {
                if !copies.contains_key(release) {
                    let before = release.checked_sub(1).map(|n| &stock.releases[n]);
                    copies.insert(*release, set_copies(call, &stock.releases[*release], before, &parcel.to)?);
                }
                copies[release][*nth].clone()
            }
            Source::Answers => {
                let stamp = Stamp { at, ident: format!("{procurement} {}", handout.name) };
                call.engine(|engine| engine.answers_pdf(&paper, &stamp))?
            }
            Source::AnswersSheet => answers_xlsx(&paper, at)?,
            Source::QuestionSheet(sheet) => question_sheet_xlsx(sheet)?,
            Source::Form(form) => form.make()?,
        };
        made.push((handout.kind, handout.name.clone(), bytes));
    }
    if !parcel.mail.is_empty() {
        let bytes = draft(stock, parcel, &made, at)?;
        let name = file_name("", &stock.house.lang.word("file-kind-mail"), "", Some(&parcel.to.company));
        made.push((FileKind::Mail, format!("{name}.eml"), bytes));
    }
    Ok(made)
}

/// The name beside the address of a mail: short enough for one encoded word, which every mail program puts together
/// rightly.
pub(crate) fn greeted(to: &Addressee, lang: Lang) -> String {
    match (lang, to.person.as_str()) {
        (_, "") => to.company.clone(),
        (Lang::Ja, person) => format!("{person} 様"),
        (Lang::En, person) => person.to_owned(),
    }
}

fn draft(stock: &Stock, parcel: &Parcel, made: &Made, at: chrono::DateTime<chrono::Utc>) -> Result<Vec<u8>> {
    let from = stock.house.fact(FactKey::ContactMail);
    let words = format!("{} {} {}", parcel.to.id, parcel.subject, at.timestamp_millis());
    let ident = sentei_core::library::sha256(words.as_bytes());
    let person = greeted(&parcel.to, stock.house.lang);
    let mail = Draft {
        from: (!from.is_empty()).then_some((stock.house.fact(FactKey::IssuerCompany), from)),
        to: (&person, &parcel.mail),
        subject: &parcel.subject,
        body: &parcel.body,
        attachments: made.iter().map(|(_, name, bytes)| (name.as_str(), bytes.as_slice())).collect(),
        ident: &ident[..32],
    };
    eml(&mail, at)
}

/// What the items of a distribution are, in words.
pub(crate) fn told_items(known: &Knowledge, ids: &[String], lang: Lang) -> String {
    let held: Vec<&Item> = known.items.iter().filter(|item| ids.contains(&item.id)).collect();
    in_words(&held, lang)
}
