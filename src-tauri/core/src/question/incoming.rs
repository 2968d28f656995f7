//! Questions from a sheet, a mail or pasted rows: which are new, which are known, and which say something else than
//! before.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde::Serialize;
use ts_rs::TS;

use super::columns::{Columns, Field};
use super::parts::Part;
use super::verbs::{add, set, set_asker, Asked};
use super::{askers, label, of, Asker, Channel, Question, State};
use crate::bidder::Bidder;
use crate::calendar::Moment;
use crate::journal::Tx;
use crate::l10n::{fold, Lang};
use crate::library::sha256;
use crate::procurement::Procurement;
use crate::rfp::requirement::requirements;
use crate::rfp::section::sections;
use crate::storage::Read;
use crate::{Result, Text};

/// Longest question, in characters.
const LONGEST: usize = 4_000;

/// A row as it came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Incoming {
    /// Its row in the sheet, or its place in the mail, from 1.
    pub at: usize,
    /// The bidder's own number; empty where it has none.
    pub number: String,
    /// The question.
    pub words: String,
    /// The part of the RFP it is about, as written.
    pub section: String,
    /// The requirement it is about, as written.
    pub requirement: String,
    /// Who asks.
    pub person: String,
    /// It reads like a question.
    pub likely: bool,
}

/// What is to be done with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "IncomingState")]
pub enum RowState {
    /// It becomes a question.
    New,
    /// It is known already.
    Same,
    /// It is known, with other words.
    Changed,
    /// It cannot be taken over.
    Wrong,
}

/// A row as it would be taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "IncomingRow")]
pub struct Row {
    /// Its row in the sheet, or its place in the mail, from 1.
    pub at: usize,
    /// The bidder's own number.
    pub number: String,
    /// The question, with the place it names where that is none of the RFP.
    pub words: String,
    /// Who asks.
    pub person: String,
    /// Number and title of its section.
    pub section: String,
    /// Number of its requirement.
    pub requirement: String,
    /// What is to be done with it.
    pub state: RowState,
    /// Whether it is taken over unless somebody says otherwise.
    pub likely: bool,
    /// What is to be known about it.
    pub message: Option<Text>,
    /// The words it had, where they changed.
    pub before: String,
    #[serde(skip)]
    #[ts(skip)]
    found: Found,
}

/// What a row was found to belong to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Found {
    section: Option<String>,
    requirement: Option<String>,
    /// The one who asked it before.
    asker: Option<String>,
    /// The question may still be changed.
    open: bool,
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
#[ts(rename = "QuestionsTaken")]
pub struct Taken {
    /// Questions added.
    pub added: usize,
    /// Questions whose words were renewed.
    pub changed: usize,
    /// Rows left out.
    pub skipped: usize,
}

/// The rows of a sheet that hold something in a column that is taken over.
pub fn rows_of(table: &[Vec<String>], columns: &Columns) -> Vec<Incoming> {
    let first = columns.head.map_or(0, |head| head + 1);
    let rows = table.iter().enumerate().skip(first).map(|(at, row)| Incoming {
        at: at + 1,
        number: columns.words(row, Field::Number),
        words: columns.words(row, Field::Words),
        section: columns.words(row, Field::Section),
        requirement: columns.words(row, Field::Requirement),
        person: columns.words(row, Field::Person),
        likely: true,
    });
    // A number alone is a line of the form nobody filled.
    rows.filter(|row| !(row.words.is_empty() && row.section.is_empty() && row.requirement.is_empty())).collect()
}

/// The parts of a mail.
pub fn rows_of_mail(parts: &[Part], person: &str) -> Vec<Incoming> {
    let parts = parts.iter().enumerate();
    parts
        .map(|(at, part)| Incoming {
            at: at + 1,
            number: part.number.clone(),
            words: part.words.clone(),
            person: person.to_owned(),
            likely: part.likely,
            ..Incoming::default()
        })
        .collect()
}

/// Compares rows with the questions there are. `sheet` is the key of a question sheet made here: its numbers name rows.
/// Without a bidder nothing is known yet.
pub fn look(
    read: &Read<'_>,
    procurement: &str,
    bidder: Option<&str>,
    sheet: Option<&str>,
    rows: &[Incoming],
) -> Result<Vec<Row>> {
    let places = Places::of(read, procurement)?;
    let lang = read.get::<Procurement>(procurement)?.lang;
    let questions: HashMap<String, Question> =
        of(read, procurement)?.into_iter().map(|question| (question.id.clone(), question)).collect();
    let known: Vec<Asker> =
        askers(read, procurement)?.into_iter().filter(|asker| Some(asker.bidder.as_str()) == bidder).collect();
    let by_words: HashMap<String, &Asker> = known.iter().map(|asker| (bare(&asker.words), asker)).collect();
    let by_source: HashMap<&str, &Asker> =
        known.iter().filter(|asker| !asker.source.is_empty()).map(|asker| (asker.source.as_str(), asker)).collect();
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut numbers: HashSet<&str> = HashSet::new();
    let mut looked = Vec::with_capacity(rows.len());
    for row in rows {
        let mut out = places.row(row, lang);
        if row.words.trim().is_empty() {
            out.state = RowState::Wrong;
            out.message = Some(Text::new("incoming-empty"));
        } else if out.words.chars().count() > LONGEST {
            out.state = RowState::Wrong;
            out.message = Some(Text::new("incoming-long").arg("most", LONGEST));
        } else if let Some(first) = seen.get(&bare(&out.words)) {
            out.state = RowState::Same;
            out.message = Some(Text::new("incoming-twice").arg("row", first));
        } else {
            // A number that stands twice names no row.
            let names = sheet.is_some() && !row.number.is_empty() && numbers.insert(&row.number);
            let source = source(sheet.filter(|_| names), row);
            let before = by_source.get(source.as_str()).copied();
            match by_words.get(&bare(&out.words)).copied() {
                Some(asker) => {
                    out.state = RowState::Same;
                    out.message = Some(known_as("incoming-known", &questions, asker));
                }
                None => {
                    if let Some(asker) = before.filter(|_| names) {
                        out.compare(asker, &questions);
                    }
                }
            }
        }
        seen.entry(bare(&out.words)).or_insert(row.at);
        looked.push(out);
    }
    Ok(looked)
}

impl Row {
    /// The row is one that came before with other words.
    fn compare(&mut self, asker: &Asker, questions: &HashMap<String, Question>) {
        let question = questions.get(&asker.question);
        self.found.open = question.is_some_and(|question| question.revision == 0 && question.state != State::Merged);
        self.found.asker = Some(asker.id.clone());
        self.state = RowState::Changed;
        self.before.clone_from(&asker.words);
        let id = if self.found.open { "incoming-changed" } else { "incoming-changed-shared" };
        self.message = Some(known_as(id, questions, asker));
    }
}

/// Takes the chosen rows over, by their places: new ones become questions, changed ones renew their words, or become
/// questions where the old ones were shared or joined with others. Before each row `told` hears how many are done.
///
/// # Errors
/// What `told` gives back, and what refuses a question.
#[allow(clippy::too_many_arguments)] // what came, from whom, when and through what
pub fn take(
    tx: &mut Tx<'_>,
    procurement: &str,
    bidder: &str,
    sheet: Option<&str>,
    rows: &[Incoming],
    chosen: &BTreeSet<usize>,
    received_at: Moment,
    channel: Channel,
    told: impl Fn(usize) -> Result<()>,
) -> Result<Taken> {
    tx.get::<Bidder>(bidder)?;
    let looked = look(tx, procurement, Some(bidder), sheet, rows)?;
    let mut taken = Taken::default();
    let mut numbers: HashSet<&str> = HashSet::new();
    for (done, (row, looked)) in rows.iter().zip(looked).enumerate() {
        told(done)?;
        let names = sheet.is_some() && !row.number.is_empty() && numbers.insert(&row.number);
        let wanted = chosen.contains(&row.at) && matches!(looked.state, RowState::New | RowState::Changed);
        if !wanted {
            taken.skipped += 1;
            continue;
        }
        if let Some(asker) = looked.found.asker.as_deref().filter(|_| looked.found.open) {
            renew(tx, asker, &looked.words, received_at)?;
            taken.changed += 1;
            continue;
        }
        let asked = Asked {
            bidders: vec![bidder.to_owned()],
            hearing: None,
            received_at,
            channel,
            person: looked.person,
            words: looked.words,
            wording: None,
            section: looked.found.section,
            requirement: looked.found.requirement,
            source: source(sheet.filter(|_| names), row),
        };
        add(tx, procurement, &asked)?;
        taken.added += 1;
    }
    Ok(taken)
}

/// Renews the words of one who asked; the wording for sharing follows as long as nobody has worked on it.
fn renew(tx: &mut Tx<'_>, asker: &str, words: &str, at: Moment) -> Result<()> {
    let stored: Asker = tx.get(asker)?;
    let question: Question = tx.get(&stored.question)?;
    set_asker(tx, asker, "words", words, at.date, Lang::Ja)?;
    if question.wording == stored.words {
        set(tx, &question.id, "wording", words, at.date, Lang::Ja)?;
    }
    Ok(())
}

/// The name of a row: of a sheet made here by its number, else by its words.
fn source(sheet: Option<&str>, row: &Incoming) -> String {
    match sheet {
        Some(sheet) => format!("sheet:{sheet}:{}", row.number),
        None => format!("words:{}", &sha256(bare(&row.words).as_bytes())[..16]),
    }
}

/// Words as they are compared: folded and without spaces.
fn bare(words: &str) -> String {
    fold(words).chars().filter(|c| !c.is_whitespace()).collect()
}

fn known_as(id: &str, questions: &HashMap<String, Question>, asker: &Asker) -> Text {
    Text::new(id)
        .arg("number", questions.get(&asker.question).map_or_else(String::new, |question| label(question.number)))
}

/// Sections and requirements by what people write.
struct Places {
    /// Key, number, folded title, and both as shown.
    sections: Vec<(String, String, String, String)>,
    /// Key, number.
    requirements: Vec<(String, String)>,
}

impl Places {
    fn of(read: &Read<'_>, procurement: &str) -> Result<Self> {
        let sections = sections(read, procurement)?.into_iter().map(|(place, section)| {
            let shown = format!("{} {}", place.number, section.title);
            (section.id, place.number, bare(&section.title), shown)
        });
        let requirements = requirements(read, procurement)?.into_iter().map(|found| (found.id.clone(), found.label()));
        Ok(Self { sections: sections.collect(), requirements: requirements.collect() })
    }

    fn row(&self, row: &Incoming, lang: Lang) -> Row {
        let section = self.section(&row.section);
        let requirement = self.requirement(&row.requirement);
        let mut words = row.words.trim().to_owned();
        let mut unknown = Vec::new();
        for (written, found) in [(&row.section, section.is_some()), (&row.requirement, requirement.is_some())] {
            if !written.trim().is_empty() && !found {
                unknown.push(written.trim().replace('\n', " "));
            }
        }
        if !unknown.is_empty() && !words.is_empty() {
            // Kept with the words: what she meant can still be found.
            words = format!("{}\n{words}", lang.say(&Text::new("incoming-about").arg("place", unknown.join(" / "))));
        }
        Row {
            at: row.at,
            number: row.number.clone(),
            words,
            person: row.person.trim().to_owned(),
            section: section.map_or_else(String::new, |found| found.3.clone()),
            requirement: requirement.map_or_else(String::new, |found| found.1.clone()),
            state: RowState::New,
            likely: row.likely,
            message: (!unknown.is_empty()).then(|| Text::new("incoming-place").arg("place", unknown.join(" / "))),
            before: String::new(),
            found: Found {
                section: section.map(|found| found.0.clone()),
                requirement: requirement.map(|found| found.0.clone()),
                ..Found::default()
            },
        }
    }

    /// By number (`2.3`, `第2章`, `2.3 業務範囲`) or by title.
    fn section(&self, written: &str) -> Option<&(String, String, String, String)> {
        let folded = bare(written);
        if folded.is_empty() {
            return None;
        }
        let plain = folded.trim_start_matches(['第', '§']);
        let number: String = plain.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        let number = number.trim_end_matches('.');
        let rest =
            plain.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.').trim_start_matches(['章', '節', '項']);
        let by_title = |title: &str| self.sections.iter().find(|found| !title.is_empty() && found.2 == title);
        by_title(rest).or_else(|| by_title(&folded)).or_else(|| {
            // A page number or a year is no section.
            let alone = rest.is_empty() && !number.is_empty();
            self.sections.iter().find(|found| alone && found.1 == number)
        })
    }

    fn requirement(&self, written: &str) -> Option<&(String, String)> {
        let folded = bare(written);
        let figures: String = folded
            .strip_prefix("r-")
            .or_else(|| folded.strip_prefix('r'))?
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        let number: u32 = figures.parse().ok()?;
        let wanted = format!("R-{number:03}");
        self.requirements.iter().find(|found| found.1 == wanted)
    }
}
