//! The answers paper (質問回答書) as a plain model. It holds what one bidder may know and names no other.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::knowledge::{Item, Kind, Knowledge};
use super::{AnswerShot, SharedItem};
use crate::calendar;
use crate::l10n::Lang;
use crate::paper::{self, Align, Block, Cell, Issuer, Item as ListItem, PaperHead, Runs};
use crate::procurement::{FactKey, Facts, Procurement};
use crate::rfp::paper::phrases;
use crate::storage::Read;
use crate::{Result, Text};

/// The answers given to one bidder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AnswersPaper {
    /// The language of the paper.
    pub lang: paper::Lang,
    /// The labels the template shows.
    pub words: BTreeMap<String, String>,
    /// What masthead, running heads and file properties say.
    pub paper: PaperHead,
    /// What is said before the answers: last of it how many there are, by chapter.
    pub opening: Vec<Block>,
    /// The answers under the chapters of the RFP.
    pub groups: Vec<AnswerGroup>,
}

/// The answers to questions about one chapter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AnswerGroup {
    /// The chapter's number; empty for questions about none.
    pub no: String,
    /// The chapter's name.
    pub name: Runs,
    /// The answers.
    pub items: Vec<AnswerRow>,
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AnswerRow {
    /// `Q-001`.
    pub no: String,
    /// Section and requirement it is about; may be empty.
    pub section: String,
    /// Day of the answer, worded.
    pub date: String,
    /// The question in the wording that is shared.
    pub q: Runs,
    /// The answer.
    pub a: Vec<Block>,
    /// New since the last paper this bidder was given.
    pub fresh: bool,
    /// The RFP is changed by it.
    pub changed: bool,
    /// Shared with this bidder alone.
    pub alone: bool,
}

impl AnswerRow {
    /// The answer in lines.
    pub fn answer(&self, lang: Lang) -> String {
        let line = |block: &Block| match block {
            Block::Paragraph { r } => r.plain(),
            Block::Bullets { i } => lang.list(&i.iter().map(|item| item.r.plain()).collect::<Vec<_>>()),
            _ => String::new(),
        };
        self.a.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

/// An answer on its way into a bidder's paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What was shared.
    pub shot: AnswerShot,
    /// Which act of sharing it came with.
    pub round: i64,
    /// New since the last paper this bidder was given.
    pub fresh: bool,
    /// Shared with this bidder alone.
    pub alone: bool,
}

/// The answers that the paper of one bidder holds: what it was given before, and what comes now. None where no answer
/// comes. On the first paper nothing is new, as there was none before it.
pub fn told(known: &Knowledge, shared: &BTreeMap<String, SharedItem>, bidder: &str, coming: &[&Item]) -> Vec<Told> {
    if !coming.iter().any(|item| item.kind == Kind::Answer) {
        return Vec::new();
    }
    let given = known.given(bidder);
    let first = !given.iter().any(|item| item.kind == Kind::Answer);
    let given: BTreeSet<&str> = given.iter().map(|item| item.id.as_str()).collect();
    let coming: BTreeSet<&str> = coming.iter().map(|item| item.id.as_str()).collect();
    let known = known.everything(bidder);
    let held = known.iter().filter(|item| given.contains(&*item.id) || coming.contains(&*item.id));
    let told = held.filter_map(|item| {
        let shared = shared.get(&item.id)?;
        Some(Told {
            shot: shared.snapshot.clone()?,
            round: shared.round,
            fresh: !first && !given.contains(&*item.id),
            alone: !shared.only_for.is_empty(),
        })
    });
    told.collect()
}

/// What all papers of a procurement say of the house they come from.
#[derive(Debug, Clone)]
pub struct House {
    /// Language of the papers.
    pub lang: Lang,
    /// The facts.
    pub facts: Facts,
    /// From the sample procurement.
    pub is_sample: bool,
    /// Day of issue.
    pub today: NaiveDate,
}

impl House {
    /// The house as it stands.
    pub fn of(read: &Read<'_>, procurement: &str, today: NaiveDate) -> Result<Self> {
        let Procurement { lang, is_sample, .. } = read.get(procurement)?;
        Ok(Self { lang, facts: Facts::of(read, procurement)?, is_sample, today })
    }

    /// A fact in its stored form, empty where there is none.
    pub fn fact(&self, key: FactKey) -> &str {
        self.facts.value(key).unwrap_or_default()
    }

    /// A day in few words, with its year where that is not the paper's.
    pub(crate) fn short_day(&self, date: NaiveDate) -> String {
        if date.year() == self.today.year() {
            calendar::month_day(date, self.lang)
        } else {
            calendar::plain_day(date, self.lang, self.facts.style())
        }
    }

    pub(crate) fn paper_lang(&self) -> paper::Lang {
        match self.lang {
            Lang::Ja => paper::Lang::Ja,
            Lang::En => paper::Lang::En,
        }
    }

    /// The labels all papers show, and these.
    pub(crate) fn words(&self, more: &[&str]) -> BTreeMap<String, String> {
        let mut words = paper::words(|id| self.lang.word(id));
        words.extend(more.iter().map(|key| ((*key).to_owned(), self.lang.word(&format!("paper-given-{key}")))));
        words
    }

    /// The head of a paper whose document number ends in `mark`.
    pub(crate) fn head(&self, mark: &str) -> PaperHead {
        let number = self.fact(FactKey::DocNumber);
        let class = self.fact(FactKey::DocConfidentiality);
        let long = self.fact(FactKey::DocConfidentialityLong);
        PaperHead {
            number: if number.is_empty() { String::new() } else { format!("{number}-{mark}") },
            issued: calendar::day(self.today, self.lang, self.facts.style()),
            issuer: Issuer {
                company: self.fact(FactKey::IssuerCompany).into(),
                unit: self.fact(FactKey::IssuerDepartment).into(),
            },
            class: class.into(),
            class_long: if long.is_empty() { class.into() } else { long.into() },
            footnote: self.is_sample.then(|| self.lang.word("rfp-sample-mark")),
            ..PaperHead::default()
        }
    }
}

/// The answers paper of one bidder: `to` is its name as papers address it, `told` what it may know.
pub fn answers_paper(house: &House, to: &str, told: &[Told]) -> AnswersPaper {
    let lang = house.lang;
    let round = told.iter().map(|one| one.round).max().unwrap_or(0);
    let number = house.fact(FactKey::DocNumber);
    let named = |id: &str| lang.say(&Text::new(id).arg("round", round).arg("number", number));
    let title = if number.is_empty() { lang.word("answers-title-unnumbered") } else { named("answers-title") };
    let paper = PaperHead {
        kind: named("answers-kind"),
        title_parts: phrases(&title, lang),
        running: Some(named("answers-running").trim().to_owned()),
        title,
        version: named("answers-version"),
        to: Some(to.to_owned()),
        ..house.head(&format!("QA{round}"))
    };
    let mut told: Vec<&Told> = told.iter().collect();
    told.sort_by_cached_key(|one| (place(&one.shot.section_number), one.shot.number.clone()));
    let groups = groups(house, &told);
    let said = |id: &str| Block::Paragraph { r: lang.word(id).into() };
    let mut opening = vec![said("answers-opening")];
    if told.iter().any(|one| one.alone) {
        opening.push(said("answers-opening-alone"));
    }
    opening.push(summary(lang, &groups));
    AnswersPaper {
        lang: house.paper_lang(),
        words: house.words(&["number-of", "question", "answer", "fresh", "changed", "answered", "alone"]),
        paper,
        opening,
        groups,
    }
}

/// A number of a section as it sorts: 2.10 behind 2.9, none behind all.
fn place(number: &str) -> Vec<u32> {
    if number.is_empty() {
        return vec![u32::MAX];
    }
    number.split('.').map(|part| part.parse().unwrap_or(u32::MAX)).collect()
}

fn groups(house: &House, told: &[&Told]) -> Vec<AnswerGroup> {
    let mut groups: Vec<AnswerGroup> = Vec::new();
    for one in told {
        let shot = &one.shot;
        let no = shot.section_number.split('.').next().unwrap_or_default().to_owned();
        let name = match (no.is_empty(), shot.chapter.is_empty()) {
            (true, _) => house.lang.word("answers-general"),
            (false, true) => shot.section_title.clone(),
            (false, false) => shot.chapter.clone(),
        };
        if groups.last().is_none_or(|group| group.no != no || group.name.plain() != name) {
            groups.push(AnswerGroup { no, name: name.into(), items: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.items.push(row(house, one));
        }
    }
    groups
}

fn row(house: &House, one: &Told) -> AnswerRow {
    let shot = &one.shot;
    let parts = [&shot.section_number, &shot.section_title, &shot.requirement];
    AnswerRow {
        no: shot.number.clone(),
        section: parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" "),
        date: house.short_day(shot.answered),
        q: Runs::from(shot.question.clone()),
        a: lines(&shot.answer),
        fresh: one.fresh,
        changed: shot.changes_rfp,
        alone: one.alone,
    }
}

/// Typed lines as paragraphs; lines that begin with a point or a dash are a list.
pub(crate) fn lines(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let point = ["・", "- ", "－ ", "• "].into_iter().find_map(|mark| line.strip_prefix(mark)).map(str::trim);
        match (point, blocks.last_mut()) {
            (Some(words), Some(Block::Bullets { i })) => i.push(ListItem { r: words.into(), ..ListItem::default() }),
            (Some(words), _) => {
                blocks.push(Block::Bullets { i: vec![ListItem { r: words.into(), ..ListItem::default() }] });
            }
            (None, _) => blocks.push(Block::Paragraph { r: line.into() }),
        }
    }
    blocks
}

/// Something the summary counts, under the id of its head.
type Count = (&'static str, fn(&AnswerRow) -> bool);

/// What the summary counts.
const COUNTS: [Count; 3] = [
    ("answers-sum-count", |_| true),
    ("answers-sum-fresh", |row| row.fresh),
    ("answers-sum-changed", |row| row.changed),
];

/// The counts by chapter. What is new is counted only where something is.
fn summary(lang: Lang, groups: &[AnswerGroup]) -> Block {
    let all: Vec<&AnswerRow> = groups.iter().flat_map(|group| &group.items).collect();
    let fresh = all.iter().any(|row| row.fresh);
    let counted = || COUNTS.into_iter().filter(move |(id, _)| fresh || *id != "answers-sum-fresh");
    let cells = |name: &str, items: &[&AnswerRow]| -> Vec<Cell> {
        let count = |wanted: fn(&AnswerRow) -> bool| items.iter().filter(|row| wanted(row)).count();
        let counts = counted().map(|(_, wanted)| Cell::from(count(wanted).to_string()));
        std::iter::once(Cell::from(name)).chain(counts).collect()
    };
    let rows = groups.iter().map(|group| {
        let name = lang.in_line(&[&group.no, &group.name.plain()]);
        cells(&name, &group.items.iter().collect::<Vec<_>>())
    });
    let heads = std::iter::once("answers-sum-section").chain(counted().map(|(id, _)| id));
    Block::Table {
        cap: Some(lang.word("answers-sum").into()),
        head: heads.map(|id| Cell::from(lang.word(id))).collect(),
        rows: rows.collect(),
        align: std::iter::once(Align::Left).chain(counted().map(|_| Align::Right)).collect(),
        foot: Some(cells(&lang.word("paper-total"), &all)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::knowledge::{Gift, Party};
    use super::super::{ItemKind, Means};
    use super::*;
    use crate::bidder::Status;
    use crate::calendar::Moment;

    fn told(number: &str, section: &str) -> Told {
        let shot = AnswerShot {
            number: number.into(),
            section_number: section.into(),
            section_title: "項目".into(),
            chapter: "章".into(),
            requirement: String::new(),
            question: "問い".into(),
            answer: "はい。\n・一\n・二\n以上".into(),
            answered: NaiveDate::from_ymd_opt(2026, 12, 10).unwrap(),
            changes_rfp: section == "2.9",
            revision: 1,
        };
        Told { shot, round: 2, fresh: section == "2.10", alone: false }
    }

    fn house() -> House {
        let facts = Facts::from_values([(FactKey::DocNumber, "RFP-1".to_owned())]);
        House { lang: Lang::Ja, facts, is_sample: false, today: NaiveDate::from_ymd_opt(2026, 12, 11).unwrap() }
    }

    /// The last row of the summary, which has a cell for each of its heads.
    fn sums(paper: &AnswersPaper) -> &[Cell] {
        match paper.opening.last() {
            Some(Block::Table { head, foot: Some(foot), .. }) if head.len() == foot.len() => foot,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn answers_stand_by_section_and_number() {
        let paper = answers_paper(
            &house(),
            "甲社　御中",
            &[told("Q-004", ""), told("Q-003", "2.10"), told("Q-009", "2.9"), told("Q-002", "2.9")],
        );
        let order: Vec<_> = paper.groups.iter().flat_map(|group| &group.items).map(|row| row.no.as_str()).collect();
        assert_eq!(order, ["Q-002", "Q-009", "Q-003", "Q-004"]);
        assert_eq!(paper.groups.len(), 2);
        assert_eq!(paper.paper.number, "RFP-1-QA2");
        assert_eq!(sums(&paper)[1..], [4, 1, 2].map(|count| Cell::from(count.to_string())));
    }

    #[test]
    fn nothing_is_new_on_the_first_paper_of_a_bidder() {
        let item = |id: &str, kind| Item {
            id: id.into(),
            kind,
            number: id.into(),
            title: String::new(),
            round: 1,
            at: id.into(),
            only_for: Vec::new(),
            replaces: None,
        };
        let items = vec![item("r", Kind::Release), item("Q-001", Kind::Answer), item("Q-002", Kind::Answer)];
        let party = Party {
            bidder: "b".into(),
            name: "B".into(),
            status: Status::Invited,
            since: None,
            stands_since: None,
            note: String::new(),
        };
        let shared: BTreeMap<String, SharedItem> = ["Q-001", "Q-002"].map(|id| (id.to_owned(), shared_item(id))).into();
        let fresh = |given: &[&str]| {
            let gifts = given.iter().map(|id| gift(id));
            let known = Knowledge::new(items.clone(), vec![party.clone()], &gifts.collect::<Vec<_>>());
            let all = super::told(&known, &shared, "b", &known.gaps("b"));
            let paper = answers_paper(&house(), "甲社　御中", &all);
            (all.iter().map(|one| one.fresh).collect::<Vec<_>>(), sums(&paper).len())
        };
        assert_eq!(fresh(&["r"]), (vec![false, false], 3), "the RFP alone was given: no answers before");
        assert_eq!(fresh(&["r", "Q-001"]), (vec![false, true], 4));
    }

    fn shared_item(id: &str) -> SharedItem {
        SharedItem {
            id: id.into(),
            procurement: "p".into(),
            kind: ItemKind::Answer,
            question: None,
            replaces: None,
            title: String::new(),
            round: 1,
            shared_at: String::new(),
            only_for: Vec::new(),
            snapshot: Some(told(id, "1.1").shot),
            name: String::new(),
            bytes: 0,
            sha256: String::new(),
        }
    }

    fn gift(item: &str) -> Gift {
        Gift {
            bidder: "b".into(),
            item: item.into(),
            at: Moment::on(NaiveDate::from_ymd_opt(2026, 12, 1).unwrap()),
            means: Means::Mail,
            distribution: "d".into(),
        }
    }

    #[test]
    fn lines_with_points_become_a_list() {
        let blocks = lines("はい。\n・一\n- 二\n\n以上");
        assert_eq!(blocks.len(), 3);
        let row = AnswerRow { a: blocks, ..row(&house(), &told("Q-1", "1")) };
        assert_eq!(row.answer(Lang::Ja), "はい。\n・一\n・二\n以上");
        assert_eq!(row.answer(Lang::En), "はい。\n- 一\n- 二\n以上");
    }
}
