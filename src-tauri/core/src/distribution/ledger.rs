//! The ledger of distributions (配布記録) as a plain model: what, to whom, when, how, by whom, and what is still to be given.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::knowledge::{in_words, Cell, Item, Kind, Knowledge, Party};
use super::paper::House;
use super::{Distribution, HandedFile, Means, State};
use crate::calendar::{self, in_japan, Moment};
use crate::l10n::Lang;
use crate::paper::{self, PaperHead, Runs};
use crate::procurement::FactKey;
use crate::Text;

/// The ledger of a procurement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LedgerPaper {
    /// The language of the paper.
    pub lang: paper::Lang,
    /// The labels the template shows.
    pub words: BTreeMap<String, String>,
    /// What head, running heads and file properties say.
    pub paper: PaperHead,
    /// Label and value beside the title.
    pub facts: Vec<(Runs, Runs)>,
    /// The bidders, one a column.
    pub bidders: Vec<LedgerBidder>,
    /// What was given, answers by round.
    pub groups: Vec<LedgerGroup>,
    /// The same with every answer for itself.
    #[serde(skip)]
    pub detail: Vec<LedgerGroup>,
    /// What was not given, in sentences for each bidder; or that everything was.
    pub open: Vec<Runs>,
    /// Every act of distributing, oldest first.
    pub acts: Vec<LedgerAct>,
    /// How to read it.
    pub legend: Vec<Runs>,
}

/// A bidder in the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerBidder {
    /// The company, bare.
    pub name: String,
    /// Where it stands.
    pub state: String,
    /// How much it was not given.
    pub gaps: String,
}

/// Items that stand together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LedgerGroup {
    /// What they are.
    pub name: String,
    /// The items.
    pub items: Vec<LedgerItem>,
}

/// An item in the ledger.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LedgerItem {
    /// Its number.
    pub no: String,
    /// Its name.
    pub name: Runs,
    /// Day it became known.
    pub date: String,
    /// A cell for each bidder.
    pub cells: Vec<LedgerCell>,
}

/// What the ledger says of an item and a bidder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum LedgerCell {
    /// Given.
    Given {
        /// When.
        at: String,
        /// By what means.
        by: String,
    },
    /// Still to be given.
    Gap {
        /// The word for it.
        gap: String,
    },
    /// Not given until the decision for another.
    Missed {
        /// The word for it.
        missed: String,
    },
    /// Neither given nor lacking.
    None {
        /// Why not.
        word: String,
    },
}

/// An act of distributing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LedgerAct {
    /// Number in the ledger.
    pub no: String,
    /// When it was sent.
    pub at: String,
    /// To whom.
    pub to: String,
    /// Its mail address.
    pub mail: String,
    /// What.
    pub what: String,
    /// By what means.
    pub means: String,
    /// Who recorded it.
    pub by: String,
    /// Receipt, a note, or that it was not sent after all.
    pub notes: Vec<String>,
    /// It was not sent after all.
    pub unsent: bool,
    /// Its files with their SHA-256.
    pub files: Vec<LedgerFile>,
}

/// A file that was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerFile {
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub bytes: i64,
    /// Its SHA-256.
    pub sha256: String,
}

/// A distribution with what it held.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The distribution.
    pub distribution: Distribution,
    /// Keys of the items in it.
    pub items: Vec<String>,
    /// Its files.
    pub files: Vec<HandedFile>,
}

/// How many answers are told by their numbers at most, where a hole is between these.
const SINGLY: usize = 6;

/// Items that are shown as one line: a release, a file, or the answers of one round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle<'a> {
    /// The items with their places among all items.
    pub items: Vec<(usize, &'a Item)>,
}

/// The items in lines, oldest first: answers of one round that are for the same bidders together.
pub fn bundles(known: &Knowledge) -> Vec<Bundle<'_>> {
    let mut bundles: Vec<Bundle<'_>> = Vec::new();
    let mut rounds: HashMap<(i64, bool, Vec<bool>), usize> = HashMap::new();
    for (n, item) in known.items.iter().enumerate() {
        if item.kind == Kind::Answer {
            // By the bidders there are, so that a list for one bidder does not show by its lines who else got an answer.
            let meant: Vec<bool> = known.parties.iter().map(|party| item.is_meant_for(&party.bidder)).collect();
            let key = (item.round, item.only_for.is_empty(), meant);
            if let Some(at) = rounds.get(&key) {
                bundles[*at].items.push((n, item));
                continue;
            }
            rounds.insert(key, bundles.len());
        }
        bundles.push(Bundle { items: vec![(n, item)] });
    }
    bundles
}

impl Bundle<'_> {
    /// What it is called.
    pub fn name(&self, lang: Lang) -> String {
        let item = self.items[0].1;
        let id = match item.kind {
            Kind::Release => "bundle-release",
            Kind::Addendum => "bundle-addendum",
            Kind::File => return item.title.clone(),
            Kind::Answer if item.only_for.is_empty() => "bundle-answers",
            Kind::Answer => "bundle-alone",
        };
        lang.say(&Text::new(id).arg("number", &item.number).arg("round", item.round))
    }

    /// What there is to say about it: numbers and count of answers, the reason of an addendum. Only answers without a hole
    /// between their numbers are told as a range.
    pub fn detail(&self, lang: Lang) -> String {
        let item = self.items[0].1;
        if item.kind != Kind::Answer {
            return if item.kind == Kind::File { String::new() } else { item.title.clone() };
        }
        let mut numbers: Vec<&str> = self.items.iter().map(|(_, item)| item.number.as_str()).collect();
        numbers.sort_by_key(|number| (number.len(), *number));
        let (first, last) = (numbers.first().copied().unwrap_or(""), numbers.last().copied().unwrap_or(""));
        let id = match numbers.len() {
            1 => "bundle-one",
            _ if in_a_row(&numbers) => "bundle-range",
            count if count <= SINGLY => return numbers.join(&lang.word("list-comma")),
            _ => "bundle-count",
        };
        lang.say(&Text::new(id).arg("first", first).arg("last", last).arg("count", numbers.len()))
    }

    /// What a bidder knows of it as a whole: a gap where one is left or stays, else the latest giving, else why not.
    pub fn cell<'k>(&self, known: &'k Knowledge, column: usize) -> &'k Cell {
        let cells = || self.items.iter().map(|(n, _)| &known.cells[*n][column]);
        let latest = |a: &&Cell| match a {
            Cell::Given { at, .. } => Some(at.earliest()),
            _ => None,
        };
        cells()
            .find(|cell| matches!(cell, Cell::Gap | Cell::Missed))
            .or_else(|| cells().filter(|cell| latest(cell).is_some()).max_by_key(latest))
            .unwrap_or_else(|| &known.cells[self.items[0].0][column])
    }
}

/// Whether the numbers of questions, in order, follow one another.
fn in_a_row(numbers: &[&str]) -> bool {
    let figures = |number: &&str| number.rsplit('-').next().and_then(|figures| figures.parse::<u64>().ok());
    let figures: Option<Vec<u64>> = numbers.iter().map(figures).collect();
    figures.is_some_and(|all| all.windows(2).all(|pair| pair[1] == pair[0] + 1))
}

/// A moment in few signs, with its year where that is not today's: 11/20 10:05, 2025/11/20 10:05; 20 Nov 10:05.
pub fn brief(at: Moment, today: NaiveDate, lang: Lang) -> String {
    let date = brief_day(at.date, today, lang);
    match at.time {
        Some(time) => format!("{date} {}", time.format("%H:%M")),
        None => date,
    }
}

/// A day in few signs, with its year where that is not today's.
fn brief_day(date: NaiveDate, today: NaiveDate, lang: Lang) -> String {
    calendar::beside(Moment::on(date), Some(Moment::on(today)), lang)
}

/// The means in words.
pub fn means_word(means: Means, lang: Lang) -> String {
    lang.word(match means {
        Means::Unsaid => return String::new(),
        Means::Mail => "distribution-means-mail",
        Means::Meeting => "distribution-means-meeting",
        Means::Folder => "distribution-means-folder",
        Means::Post => "distribution-means-post",
        Means::Other => "distribution-means-other",
    })
}

/// What stands under a bidder's name: since when it takes part, or that it no longer does, each day with its year where
/// that is not today's.
pub fn standing(party: &Party, today: NaiveDate, lang: Lang) -> String {
    let day = |date| brief_day(date, today, lang);
    let status = lang.say(&party.status.text());
    match (party.status.takes_part(), party.since, party.stands_since) {
        (true, Some(since), _) => lang.say(&Text::new("party-since").arg("date", day(since.date))),
        (false, _, Some(at)) => format!("{} {status}", day(at.date)),
        _ => status,
    }
}

/// The sentence that names what a bidder lacks, or lacked until the decision for another.
pub fn gap_text(known: &Knowledge, party: &Party, lang: Lang) -> Option<Text> {
    let told = [("gap-bidder", known.gaps(&party.bidder)), ("gap-missed", known.missed(&party.bidder))];
    let (id, items) = told.into_iter().find(|(_, items)| !items.is_empty())?;
    Some(Text::new(id).arg("name", &party.name).arg("list", in_words(&items, lang)))
}

/// The ledger of a procurement.
pub fn ledger_paper(house: &House, known: &Knowledge, entries: &[Entry]) -> LedgerPaper {
    let lang = house.lang;
    let title = lang.say(&Text::new("ledger-title").arg("title", house.fact(FactKey::DocTitle)));
    let sent = entries.iter().filter(|entry| entry.distribution.state != State::Prepared);
    let acts: Vec<LedgerAct> = sent.enumerate().map(|(n, entry)| act(house, known, n + 1, entry)).collect();
    let paper = PaperHead {
        kind: lang.word("ledger-kind"),
        title_parts: None,
        running: Some(title.clone()),
        title,
        version: lang.say(&Text::new("ledger-version").arg("count", acts.len())),
        footnote: Some(lang.word(if house.is_sample { "rfp-sample-mark" } else { "ledger-foot" })),
        ..house.head("L")
    };
    let count = |id: &str, n: usize| Runs::from(lang.say(&Text::new(id).arg("count", n)));
    let not_given: usize = known.parties.iter().map(|party| known.not_given(&party.bidder)).sum();
    let facts = vec![
        (Runs::from(lang.word("ledger-fact-items")), count("ledger-count-items", known.items.len())),
        (Runs::from(lang.word("ledger-fact-bidders")), count("ledger-count-bidders", known.parties.len())),
        (Runs::from(lang.word("paper-given-gaps")), count("ledger-count-gaps", not_given)),
    ];
    let open: Vec<Runs> = known
        .parties
        .iter()
        .filter_map(|party| gap_text(known, party, lang))
        .map(|text| lang.say(&text).into())
        .collect();
    LedgerPaper {
        lang: house.paper_lang(),
        words: house.words(&[
            "item-no",
            "item",
            "gaps",
            "issued-on",
            "act-no",
            "act-at",
            "act-to",
            "act-what",
            "act-how",
            "acts",
            "files",
            "open-head",
        ]),
        paper,
        facts,
        bidders: known
            .parties
            .iter()
            .map(|party| LedgerBidder {
                name: party.name.clone(),
                state: standing(party, house.today, lang),
                gaps: lang.say(&Text::new("ledger-count-gaps").arg("count", known.not_given(&party.bidder))),
            })
            .collect(),
        groups: groups(house, known, false),
        detail: groups(house, known, true),
        open: if open.is_empty() { vec![lang.word("ledger-no-gap").into()] } else { open },
        acts,
        legend: vec![lang.word("ledger-legend-when").into(), lang.word("ledger-legend-gap").into()],
    }
}

fn groups(house: &House, known: &Knowledge, each: bool) -> Vec<LedgerGroup> {
    let lang = house.lang;
    let mut bundled = bundles(known);
    if each {
        bundled = bundled
            .into_iter()
            .flat_map(|bundle| bundle.items.into_iter().map(|item| Bundle { items: vec![item] }))
            .collect();
    }
    let heads = [
        ("ledger-group-releases", [Kind::Release, Kind::Addendum]),
        ("ledger-group-answers", [Kind::Answer, Kind::Answer]),
        ("ledger-group-files", [Kind::File, Kind::File]),
    ];
    let line = |bundle: &Bundle<'_>| {
        let item = bundle.items[0].1;
        let (no, name) = if each && item.kind == Kind::Answer {
            (item.number.clone(), item.title.clone())
        } else {
            (number(house, item), lang.in_line(&[&bundle.name(lang), &bundle.detail(lang)]))
        };
        LedgerItem {
            no,
            name: name.into(),
            date: house.short_day(day_of(&item.at)),
            cells: (0..known.parties.len()).map(|column| cell(bundle.cell(known, column), house.today, lang)).collect(),
        }
    };
    heads
        .into_iter()
        .map(|(name, kinds)| LedgerGroup {
            name: lang.word(name),
            items: bundled.iter().filter(|bundle| kinds.contains(&bundle.items[0].1.kind)).map(line).collect(),
        })
        .filter(|group| !group.items.is_empty())
        .collect()
}

fn number(house: &House, item: &Item) -> String {
    match item.kind {
        Kind::Release => house.fact(FactKey::DocNumber).to_owned(),
        Kind::Addendum => item.number.rsplit('.').next().map(|no| format!("A{no}")).unwrap_or_default(),
        Kind::Answer => format!("QA{}", item.round),
        Kind::File => String::new(),
    }
}

fn day_of(at: &str) -> NaiveDate {
    chrono::DateTime::parse_from_rfc3339(at).map(|at| in_japan(at.to_utc()).date_naive()).unwrap_or_default()
}

/// What the ledger says where an item and a bidder meet.
pub(crate) fn cell(cell: &Cell, today: NaiveDate, lang: Lang) -> LedgerCell {
    let word = |id: &str| LedgerCell::None { word: lang.word(id) };
    match cell {
        Cell::Given { at, means, .. } => {
            LedgerCell::Given { at: brief(*at, today, lang), by: means_word(*means, lang) }
        }
        Cell::Gap => LedgerCell::Gap { gap: lang.word("cell-gap") },
        Cell::Missed => LedgerCell::Missed { missed: lang.word("cell-missed") },
        Cell::NotMeant => word("cell-not-meant"),
        Cell::Replaced => word("cell-replaced"),
        Cell::After => word("cell-after"),
    }
}

fn act(house: &House, known: &Knowledge, no: usize, entry: &Entry) -> LedgerAct {
    let lang = house.lang;
    let it = &entry.distribution;
    let held: Vec<&Item> = known.items.iter().filter(|item| entry.items.contains(&item.id)).collect();
    let mut what = in_words(&held, lang);
    let numbers: Vec<&str> = held.iter().map(|item| item.number.as_str()).filter(|no| no.starts_with("Q-")).collect();
    if !numbers.is_empty() && numbers.len() <= 12 {
        what = lang
            .say(&Text::new("ledger-what").arg("what", what).arg("numbers", numbers.join(&lang.word("list-comma"))));
    }
    let mut notes = Vec::new();
    if let Some(at) = it.received_at {
        notes.push(
            lang.say(&Text::new("ledger-receipt").arg("at", brief(at, house.today, lang)).arg("how", &it.receipt))
                .trim()
                .to_owned(),
        );
    }
    if it.state == State::Unsent {
        let day = it.unsent_at.as_deref().map(day_of).unwrap_or_default();
        let at = house.short_day(day);
        notes.push(lang.say(&Text::new("ledger-unsent").arg("at", at).arg("reason", &it.unsent_reason)));
    }
    if !it.note.is_empty() {
        notes.push(it.note.clone());
    }
    LedgerAct {
        no: no.to_string(),
        at: it.sent_at.map(|at| calendar::moment(at, lang, house.facts.style())).unwrap_or_default(),
        to: it.addressee.clone(),
        mail: it.mail.clone(),
        what,
        means: means_word(it.means, lang),
        by: it.sent_by.clone(),
        notes,
        unsent: it.state == State::Unsent,
        files: entry
            .files
            .iter()
            .map(|file| LedgerFile { name: file.name.clone(), bytes: file.bytes, sha256: file.sha256.clone() })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bidder::Status;
    use crate::distribution::knowledge::Gift;

    fn detail(numbers: &[&str], lang: Lang) -> String {
        let item = |number: &&str| Item {
            id: (*number).to_owned(),
            kind: Kind::Answer,
            number: (*number).to_owned(),
            title: String::new(),
            round: 1,
            at: String::new(),
            only_for: Vec::new(),
            replaces: None,
        };
        let known = Knowledge { items: numbers.iter().map(item).collect(), ..Knowledge::default() };
        bundles(&known)[0].detail(lang)
    }

    #[test]
    fn a_range_of_answers_holds_all_between() {
        assert_eq!(detail(&["Q-003", "Q-001", "Q-002"], Lang::Ja), "Q-001〜Q-003　3件");
        assert_eq!(detail(&["Q-999", "Q-1000"], Lang::En), "Q-999 to Q-1000, 2 answers");
        assert_eq!(detail(&["Q-001", "Q-003"], Lang::Ja), "Q-001、Q-003");
        assert_eq!(detail(&["Q-001", "Q-003"], Lang::En), "Q-001, Q-003");
        assert_eq!(detail(&["Q-007"], Lang::En), "Q-007");
        let many: Vec<String> = (1..=9).map(|n| format!("Q-{:03}", n * 2)).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(detail(&many, Lang::Ja), "9件");
        assert_eq!(detail(&many, Lang::En), "9 answers");
    }

    #[test]
    fn answers_for_one_bidder_alone_do_not_stand_in_the_line_of_another() {
        let item = |number: &str, only_for: &[&str]| Item {
            id: number.to_owned(),
            kind: Kind::Answer,
            number: number.to_owned(),
            title: String::new(),
            round: 2,
            at: "2026-03-16T01:00:00Z".to_owned(),
            only_for: only_for.iter().map(|bidder| (*bidder).to_owned()).collect(),
            replaces: None,
        };
        let party = |bidder: &str| Party {
            bidder: bidder.to_owned(),
            name: bidder.to_owned(),
            status: Status::Invited,
            since: None,
            stands_since: None,
            note: String::new(),
        };
        let gift = |bidder: &str, item: &str| Gift {
            bidder: bidder.to_owned(),
            item: item.to_owned(),
            at: "2026-03-16T15:00".parse().unwrap(),
            means: Means::Mail,
            distribution: String::new(),
        };
        let items = vec![item("Q-001", &[]), item("Q-017", &["a"]), item("Q-023", &["b"]), item("Q-024", &["b"])];
        let gifts = [gift("a", "Q-017"), gift("b", "Q-023"), gift("b", "Q-024")];
        let known = Knowledge::new(items, vec![party("a"), party("b")], &gifts);
        let lines = bundles(&known);
        let details: Vec<String> = lines.iter().map(|line| line.detail(Lang::Ja)).collect();
        assert_eq!(details, ["Q-001", "Q-017", "Q-023〜Q-024　2件"]);
        let given = |line: usize| [0, 1].map(|column| matches!(lines[line].cell(&known, column), Cell::Given { .. }));
        assert_eq!((given(1), given(2)), ([true, false], [false, true]));
        assert_eq!(lines[1].cell(&known, 1), &Cell::NotMeant);
        // What is told to one bidder names no others, and is one line.
        let hers = Knowledge { items: vec![item("Q-017", &["a"]), item("Q-018", &["a", "b"])], ..Knowledge::default() };
        assert_eq!(bundles(&hers).len(), 1);
    }

    #[test]
    fn another_year_than_todays_is_told() {
        let at: Moment = "2026-11-20T10:05".parse().unwrap();
        let on = |year: i32| NaiveDate::from_ymd_opt(year, 11, 20).unwrap();
        assert_eq!(brief(at, on(2026), Lang::Ja), "11/20 10:05");
        assert_eq!(brief(at, on(2027), Lang::Ja), "2026/11/20 10:05");
        assert_eq!(brief(at, on(2027), Lang::En), "20 Nov 2026 10:05");
        assert_eq!(brief(Moment::on(at.date), on(2026), Lang::En), "20 Nov");
        let party = Party {
            bidder: "b".into(),
            name: "B".into(),
            status: Status::Invited,
            since: Some(at),
            stands_since: Some(at),
            note: String::new(),
        };
        assert!(standing(&party, on(2027), Lang::Ja).contains("2026/11/20"));
        assert!(standing(&Party { status: Status::Declined, ..party }, on(2027), Lang::Ja).starts_with("2026/11/20 "));
        let given = Cell::Given { at, means: Means::Mail, distribution: String::new() };
        let LedgerCell::Given { at, .. } = cell(&given, on(2027), Lang::En) else { panic!("it was given") };
        assert_eq!(at, "20 Nov 2026 10:05");
    }
}
