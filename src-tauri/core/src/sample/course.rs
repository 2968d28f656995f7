//! The sample carried on, from the first release to what came back: everything in the order in which it happened, through
//! the same verbs people use, every row dated as the story tells it.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};

use super::story::{Change, Hearing, Question, Sent};
use super::{moment, plant_draft, plant_vendor, File, FileBidder, FileStatus};
use crate::bidder::course::{self, Reason};
use crate::bidder::steps::{take_step, NewStep};
use crate::bidder::{self, Status};
use crate::calendar::Moment;
use crate::criterion::judging::Judging;
use crate::criterion::{self, Criterion};
use crate::decision::notice::MadeFile;
use crate::decision::Notice;
use crate::distribution::sharing::share_answers;
use crate::distribution::verbs::{mark_sent, not_sent_after_all, prepare, Pack};
use crate::evaluation;
use crate::evaluation::score::TieBreak;
use crate::journal::{Stamp, Tx};
use crate::l10n::Lang;
use crate::procurement::{verbs as procurement, FactKey};
use crate::question::state::{approve, clear};
use crate::question::telling::{Telling, Watch};
use crate::question::verbs::{self as questions, Asked};
use crate::question::{askers_of, late, merge, Late};
use crate::rfp::release::{draft, latest, release_rfp, Kept, Release};
use crate::rfp::requirement::{edit_requirement, requirements};
use crate::rfp::section::{edit_section, Edit};
use crate::rfp::snapshot::Snapshot;
use crate::richtext::shorthand::from_short;
use crate::storage::Read;
use crate::{Error, Result};

/// How far the sample is carried. Each holds what those before it hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Until {
    /// The proposals are in, nobody has marked anything.
    Proposals,
    /// Every sheet is handed in.
    HandedIn,
    /// Opposed marks are agreed on.
    Agreed,
    /// Discussed, approved and decided.
    Decided,
    /// Every bidder has its letter.
    Told,
}

/// Who sets and keeps the papers of the story: core sets none.
pub trait Press {
    /// Keeps a file that came in, and gives back its SHA-256.
    fn keep(&mut self, bytes: &[u8]) -> Result<String>;

    /// The papers of a release that is about to be made.
    fn release(
        &mut self,
        procurement: &str,
        shot: &Snapshot,
        before: Option<&Release>,
        stamp: &Stamp,
    ) -> Result<Vec<Kept>>;

    /// What a bidder lacks at this time, made ready for it.
    fn pack(&mut self, read: &Read<'_>, procurement: &str, bidder: &str, stamp: &Stamp) -> Result<Option<Pack>>;

    /// The papers of a notice.
    fn notice(&mut self, read: &Read<'_>, notice: &Notice, stamp: &Stamp) -> Result<Vec<MadeFile>>;
}

/// What was planted.
#[derive(Debug, Default)]
pub struct Carried {
    /// Key of the procurement.
    pub procurement: String,
    /// Keys of bidders (`v1`), evaluators (`E1`) and criteria (`C1`, `C1.1`) by those of the file.
    pub keys: BTreeMap<String, String>,
}

/// Plants the sample and carries it on.
///
/// # Errors
/// Where one of the verbs refuses, or a paper cannot be made.
pub fn carry(tx: &mut Tx<'_>, lang: Lang, until: Until, press: &mut dyn Press) -> Result<Carried> {
    let file = File::of(lang)?;
    let mut plot = Plot::begin(tx, &file, lang)?;
    for scene in scenes(&file) {
        plot.play(tx, &scene, press)?;
    }
    if until >= Until::HandedIn {
        plot.sheets(tx)?;
    }
    if until >= Until::Agreed {
        plot.consensus(tx)?;
    }
    if until >= Until::Decided {
        plot.decision(tx)?;
    }
    if until >= Until::Told {
        plot.notices(tx, press)?;
    }
    Ok(Carried { procurement: plot.procurement, keys: plot.keys })
}

/// One thing that happened. What happened in the same minute happened in this order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Act {
    Release,
    Step,
    Hearing,
    Ask,
    Draft,
    Merge,
    Approve,
    Share,
    Send,
    Propose,
}

struct Scene<'f> {
    at: &'f str,
    act: Act,
    /// Place in its list of the file.
    nth: usize,
    /// Place in the list under it.
    within: usize,
}

/// Everything up to the last proposal, in order.
fn scenes(file: &File) -> Vec<Scene<'_>> {
    let mut all: Vec<Scene<'_>> = Vec::new();
    let mut add = |at, act, nth, within| all.push(Scene { at, act, nth, within });
    for (nth, one) in file.releases.iter().enumerate() {
        add(one.issued_at.as_str(), Act::Release, nth, 0);
    }
    for (nth, one) in file.bidders.iter().enumerate() {
        for (within, step) in one.history.iter().enumerate() {
            // A proposal takes its step along; what follows it belongs to the choice.
            if step.status == "proposal_received" {
                break;
            }
            add(step.at.as_str(), Act::Step, nth, within);
        }
    }
    for (nth, one) in file.hearings.iter().enumerate() {
        add(one.at.as_str(), Act::Hearing, nth, 0);
    }
    let mut shared = Vec::new();
    for (nth, one) in file.questions.iter().enumerate() {
        for turn in &one.history {
            let act = match turn.state.as_str() {
                "open" => Act::Ask,
                "drafted" => Act::Draft,
                "merged" => Act::Merge,
                "approved" => Act::Approve,
                _ if shared.contains(&turn.at.as_str()) => continue,
                _ => {
                    shared.push(turn.at.as_str());
                    Act::Share
                }
            };
            add(turn.at.as_str(), act, nth, 0);
        }
    }
    for (nth, one) in file.distribution.sent.iter().enumerate() {
        // Items that went out together are one distribution.
        let earlier = file.distribution.sent[..nth].iter();
        if !earlier.clone().any(|other| other.bidder == one.bidder && other.sent_at == one.sent_at) {
            add(one.sent_at.as_str(), Act::Send, nth, 0);
        }
    }
    for (nth, one) in file.proposals.iter().enumerate() {
        add(one.received_at.as_str(), Act::Propose, nth, 0);
    }
    all.sort_by(|a, b| (a.at, &a.act, a.nth).cmp(&(b.at, &b.act, b.nth)));
    all
}

/// The sample on its way.
pub(super) struct Plot<'f> {
    pub file: &'f File,
    pub lang: Lang,
    pub procurement: String,
    pub keys: BTreeMap<String, String>,
    /// Keys of requirements by their numbers.
    pub requirements: HashMap<String, String>,
    sections: HashMap<String, String>,
    hearings: HashMap<&'f str, String>,
    questions: HashMap<&'f str, String>,
}

impl<'f> Plot<'f> {
    fn begin(tx: &mut Tx<'_>, file: &'f File, lang: Lang) -> Result<Self> {
        let (procurement, sections) = plant_draft(tx, lang, file)?;
        let mut plot = Self {
            file,
            lang,
            procurement,
            keys: BTreeMap::new(),
            requirements: HashMap::new(),
            sections,
            hearings: HashMap::new(),
            questions: HashMap::new(),
        };
        for one in requirements(tx, &plot.procurement)? {
            plot.requirements.insert(one.label(), one.id);
        }
        let people = evaluation::evaluators(tx, &plot.procurement)?.into_iter().filter(|one| !one.adviser);
        for (one, kept) in file.facts.evaluators.iter().zip(people) {
            plot.keys.insert(one.id.clone(), kept.id);
        }
        let known = bidder::with_vendors(tx, &plot.procurement)?;
        for one in &file.bidders {
            if let Some((kept, _)) = known.iter().find(|(_, vendor)| vendor.name == plot.company(&one.vendor)) {
                plot.keys.insert(one.vendor.clone(), kept.id.clone());
            }
        }
        plot.rules(tx)?;
        Ok(plot)
    }

    /// How it is judged, laid down before the first release.
    fn rules(&mut self, tx: &mut Tx<'_>) -> Result<()> {
        let stored = criterion::of(tx, &self.procurement)?;
        let under = |parent: Option<&str>| -> Vec<Criterion> {
            stored.iter().filter(|one| one.parent.as_deref() == parent).cloned().collect()
        };
        for (top, kept) in self.file.criteria.tree.iter().zip(under(None)) {
            for (part, kept) in top.children.iter().zip(under(Some(&kept.id))) {
                self.keys.insert(part.id.clone(), kept.id.clone());
                if part.id == "C4.1" {
                    tx.update(&Criterion { follows_price: true, ..kept })?;
                }
            }
            self.keys.insert(top.id.clone(), kept.id);
        }
        let ties = vec![TieBreak::Criterion(self.key("C1")?), TieBreak::LowerPrice];
        tx.insert(&Judging { ties, ..Judging::usual(&self.procurement) })
    }

    /// The key of what the file calls so.
    pub fn key(&self, name: &str) -> Result<String> {
        self.keys.get(name).cloned().ok_or_else(|| Error::NotFound { kind: "procurement", id: name.into() })
    }

    fn company(&self, vendor: &str) -> &'f str {
        self.file.vendors.iter().find(|one| one.id == vendor).map_or("", |one| one.name.as_str())
    }

    /// The name of an evaluator or of somebody else in the house.
    pub fn name(&self, id: &str) -> String {
        let judges = self.file.facts.evaluators.iter().find(|one| one.id == id).map(|one| one.name.clone());
        let others = || self.file.agreement.stakeholders.iter().find(|one| one.id == id).map(|one| one.name.clone());
        judges.or_else(others).unwrap_or_default()
    }

    /// From here on it is this time, and this person is at work.
    pub fn now(&self, tx: &mut Tx<'_>, at: &str, who: &str) -> Stamp {
        let stamp = Stamp { actor: self.name(who), at: utc(at) };
        tx.tell_as(&stamp);
        stamp
    }

    fn play(&mut self, tx: &mut Tx<'_>, scene: &Scene<'f>, press: &mut dyn Press) -> Result<()> {
        let file = self.file;
        // The secretary of the selection keeps its records; the head of it approves.
        let who = if matches!(scene.act, Act::Approve | Act::Release) { "E1" } else { "E2" };
        let stamp = self.now(tx, scene.at, who);
        match scene.act {
            Act::Release => self.release(tx, scene, &stamp, press),
            Act::Step => {
                let bidder = &file.bidders[scene.nth];
                self.step(tx, bidder, &bidder.history[scene.within])
            }
            Act::Hearing => self.hearing(tx, &file.hearings[scene.nth]),
            Act::Ask => self.ask(tx, &file.questions[scene.nth]),
            Act::Draft => self.draft(tx, &file.questions[scene.nth], day(scene.at)),
            Act::Merge => {
                let question = &file.questions[scene.nth];
                let into = question.merged_into.as_deref().unwrap_or_default();
                merge::merge(tx, &self.questions[into], &[self.questions[question.number.as_str()].clone()])
            }
            Act::Approve => {
                let question = self.questions[file.questions[scene.nth].number.as_str()].clone();
                approve(tx, std::slice::from_ref(&question))?;
                self.read_through(tx, &question)
            }
            Act::Share => {
                let now = |one: &Question| one.history.iter().any(|turn| turn.state == "shared" && turn.at == scene.at);
                let shared = file.questions.iter().filter(|one| now(one));
                let ids: Vec<String> = shared.map(|one| self.questions[one.number.as_str()].clone()).collect();
                share_answers(tx, &self.procurement, &ids).map(drop)
            }
            Act::Send => self.send(tx, &file.distribution.sent[scene.nth], &stamp, press),
            Act::Propose => self.propose(tx, &file.proposals[scene.nth], press),
        }
    }

    fn release(&self, tx: &mut Tx<'_>, scene: &Scene<'f>, stamp: &Stamp, press: &mut dyn Press) -> Result<()> {
        let told = &self.file.releases[scene.nth];
        for change in &told.changes {
            match change {
                Change::Section { section, after } => {
                    let body = Some(from_short(after)?);
                    edit_section(tx, &self.sections[section.as_str()], Edit { body, ..Edit::default() })?;
                }
                Change::Requirement { requirement, after } => {
                    edit_requirement(tx, &self.requirements[requirement.as_str()], None, Some(after), None)?;
                }
                Change::Field { field, after } => {
                    if let Ok(key) = field.parse::<FactKey>() {
                        procurement::put(tx, &self.procurement, key, Some(moment(after)))?;
                    }
                }
            }
        }
        let before = latest(tx, &self.procurement)?;
        let mut shot = draft(tx, &self.procurement, day(scene.at))?;
        shot.reason.clone_from(&told.reason);
        let papers = press.release(&self.procurement, &shot, before.as_ref(), stamp)?;
        release_rfp(tx, &self.procurement, shot, Vec::new(), papers).map(drop)
    }

    fn step(&mut self, tx: &mut Tx<'_>, told: &FileBidder, step: &FileStatus) -> Result<()> {
        let at = people_time(&step.at);
        let known = self.keys.get(&told.vendor).cloned();
        let (bidder, new) = match known {
            Some(known) if step.status == "candidate" => (known, None),
            Some(known) => (known, Status::of_word(status_word(&step.status))),
            None => {
                let vendor = self.file.vendors.iter().find(|one| one.id == told.vendor);
                let vendor = vendor.ok_or_else(|| Error::NotFound { kind: "vendor", id: told.vendor.clone() })?;
                let vendor = plant_vendor(tx, vendor, true)?;
                let id = bidder::verbs::join(tx, &self.procurement, &vendor)?;
                self.keys.insert(told.vendor.clone(), id.clone());
                (id, None)
            }
        };
        let Some(status) = new else {
            for first in course::steps(tx, &bidder)? {
                tx.update(&course::Step { at, note: step.note.clone(), ..first })?;
            }
            return Ok(());
        };
        let reason = match told.decline_reason.as_str() {
            "busy" => Reason::Busy,
            "too_small" => Reason::TooSmall,
            _ => Reason::Other,
        };
        let known = self.file.vendors.iter().find(|one| one.id == told.vendor);
        // Who finds the work too small says from what size on it would come.
        let smallest = known.filter(|_| reason == Reason::TooSmall).map(|one| one.smallest_person_months.to_string());
        let volume = smallest.unwrap_or_default();
        take_step(tx, &bidder, NewStep { status, at, note: &step.note, reason, volume: &volume }).map(drop)
    }

    fn hearing(&mut self, tx: &mut Tx<'_>, told: &'f Hearing) -> Result<()> {
        let bidder = self.key(&told.bidder)?;
        let id = bidder::hearings::add(tx, &bidder, moment(&told.at), day(&told.at), self.lang)?;
        let joint = self.lang.word("known-joint");
        let stored: course::Hearing = tx.get(&id)?;
        tx.update(&course::Hearing {
            minutes: Some(told.minutes),
            place: told.place.clone(),
            ours: told.ours.iter().map(|one| self.name(one)).collect::<Vec<_>>().join(&joint),
            theirs: told.theirs.join(&joint),
            notes: told.notes.clone(),
            ..stored
        })?;
        self.hearings.insert(&told.id, id);
        Ok(())
    }

    fn ask(&mut self, tx: &mut Tx<'_>, told: &'f Question) -> Result<()> {
        let Some(first) = told.askers.first() else { return Ok(()) };
        let hearing = self.file.hearings.iter().find(|one| one.questions.contains(&told.number));
        let asked = Asked {
            bidders: told.askers.iter().map(|one| self.key(&one.bidder)).collect::<Result<_>>()?,
            hearing: hearing.and_then(|one| self.hearings.get(one.id.as_str()).cloned()),
            received_at: people_time(&first.received_at),
            channel: first.channel,
            person: String::new(),
            words: told.received.clone(),
            wording: told.shared_wording.clone(),
            section: self.sections.get(&told.section).cloned(),
            requirement: told.requirement.as_ref().and_then(|number| self.requirements.get(number).cloned()),
            source: String::new(),
        };
        let question = questions::add(tx, &self.procurement, &asked)?;
        self.questions.insert(&told.number, question.id);
        Ok(())
    }

    fn draft(&self, tx: &mut Tx<'_>, told: &Question, today: NaiveDate) -> Result<()> {
        let id = &self.questions[told.number.as_str()];
        let mut set = |field: &str, value: &str| questions::set(tx, id, field, value, today, self.lang);
        set("answer", told.answer.as_deref().unwrap_or_default())?;
        set("owner", &self.name("E2"))?;
        if told.share.as_deref() == Some("asker_only") {
            set("share", "asker")?;
            set("share_reason", &told.private_reason)?;
        }
        if told.leads_to_release.is_some() {
            set("changes_rfp", "true")?;
        }
        if told.late {
            late::decide(tx, id, Late::Accepted, &told.late_decision)?;
        }
        Ok(())
    }

    /// Who approves an answer reads what is pointed out in it; in the story nothing of it tells who asked.
    fn read_through(&self, tx: &mut Tx<'_>, question: &str) -> Result<()> {
        let askers: Vec<String> = askers_of(tx, question)?.into_iter().map(|one| one.bidder).collect();
        let askers: Vec<&str> = askers.iter().map(String::as_str).collect();
        let found = Watch::of(tx, &self.procurement)?.check(&tx.get(question)?, &askers);
        let words: Vec<String> = found.into_iter().filter(Telling::holds).map(|one| one.words).collect();
        clear(tx, question, &words)
    }

    fn send(&self, tx: &mut Tx<'_>, told: &Sent, stamp: &Stamp, press: &mut dyn Press) -> Result<()> {
        let bidder = self.key(&told.bidder)?;
        let Some(pack) = press.pack(tx, &self.procurement, &bidder, stamp)? else { return Ok(()) };
        bidder::verbs::number_copies(tx, &self.procurement)?;
        let made = prepare(tx, &self.procurement, vec![pack])?;
        for id in made {
            let note = if told.failed { "" } else { told.note.as_str() };
            mark_sent(tx, &id, people_time(&told.sent_at), told.means, "", note)?;
            if told.failed {
                let gaps = self.file.distribution.gaps.iter();
                let found = gaps.filter(|gap| gap.bidder == told.bidder && gap.opened_at == told.sent_at);
                self.now(tx, found.map(|gap| gap.found_at.as_str()).next().unwrap_or(&told.sent_at), "E2");
                not_sent_after_all(tx, &id, &told.note)?;
            }
        }
        Ok(())
    }
}

/// The status a word of the file means.
fn status_word(word: &str) -> &str {
    match word {
        "hearing_requested" => "hearing",
        "not_awarded" => "not-awarded",
        word => word,
    }
}

/// `2027-04-01T15:22:00+09:00` in UTC.
pub(super) fn utc(at: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(at).map(|at| at.to_utc()).unwrap_or_default()
}

/// The same as people tell it in Japan.
pub(super) fn people_time(at: &str) -> Moment {
    moment(at).parse().unwrap_or_else(|_| Moment::on(NaiveDate::default()))
}

/// Its day.
pub(super) fn day(at: &str) -> NaiveDate {
    people_time(at).date
}
