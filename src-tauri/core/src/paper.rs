//! Papers as plain values: what stands in them and in which order, not how it looks.
//!
//! The process builds these values; `sentei-papers` sets them as PDF or Word. Everything in them is already worded:
//! dates carry their weekday, addressees their 御中, levels their names. Serialised they are the `/data.json` the
//! templates read, in which text is only ever text.

mod length;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use length::chapters_apart;

/// The language a paper is set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Japanese.
    #[default]
    Ja,
    /// English.
    En,
}

/// A request for proposal: cover, revision history, contents, numbered body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RfpPaper {
    /// The language of the paper.
    pub lang: Lang,
    /// The labels the templates show, by key: see [`words`].
    pub words: BTreeMap<String, String>,
    /// What cover, running heads and file properties say.
    pub paper: PaperHead,
    /// One row a release, the oldest first.
    pub history: Vec<HistoryRow>,
    /// The sections in order: a heading each, then its blocks.
    pub body: Vec<Block>,
    /// Whether each chapter begins a page of its own: see [`chapters_apart`].
    #[serde(default, skip_serializing_if = "is_false")]
    pub apart: bool,
}

/// An addendum: what changed against the release before, old beside new.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AddendumPaper {
    /// The language of the paper.
    pub lang: Lang,
    /// The labels the templates show, by key: see [`words`].
    pub words: BTreeMap<String, String>,
    /// What masthead, running heads and file properties say.
    pub paper: PaperHead,
    /// What is said before the facts.
    pub opening: Vec<Block>,
    /// Label and value: the paper changed, its new version, what moved.
    pub facts: Vec<(Runs, Runs)>,
    /// The changes, under the chapters of the paper they change.
    pub groups: Vec<ChangeGroup>,
    /// What is said after the changes.
    pub closing: Vec<Block>,
}

/// The head of every paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "kebab-case", default)]
pub struct PaperHead {
    /// What the paper is: 提案依頼書（RFP）, 追補 第2号.
    pub kind: String,
    /// The title on the cover.
    pub title: String,
    /// The same title as phrases it may break between; none where they are not known.
    pub title_parts: Option<Vec<String>>,
    /// What the running head says; the title where it is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub running: Option<String>,
    /// Document number.
    pub number: String,
    /// Version, worded: 第1.1版.
    pub version: String,
    /// Day of issue, worded with its weekday.
    pub issued: String,
    /// Addressee with 御中, or none on a copy without one.
    pub to: Option<String>,
    /// Who issues the paper.
    pub issuer: Issuer,
    /// 機密区分, short: 社外秘. An empty text shows none.
    pub class: String,
    /// 機密区分 as the cover's table says it.
    pub class_long: String,
    /// Which copy this is: 3／5.
    pub copy: Option<String>,
    /// A note at the foot of every page, such as 下書き.
    pub footnote: Option<String>,
}

/// Who issues a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Issuer {
    /// The company.
    pub company: String,
    /// Department and section; may be empty.
    pub unit: String,
}

/// One row of the revision history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryRow {
    /// Version: 1.1.
    pub v: String,
    /// Day of issue, worded.
    pub date: String,
    /// Who changed it.
    pub by: String,
    /// What changed.
    pub what: Runs,
}

/// A chapter of the changed paper and the changes under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeGroup {
    /// The chapter's number in the changed paper.
    pub no: String,
    /// The chapter's name.
    pub name: Runs,
    /// The changes.
    pub changes: Vec<PaperChange>,
}

/// One change: the words before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperChange {
    /// Number of the change: A2-1.
    pub no: String,
    /// Numbers of the changed sections: 1.5, 2.3、3.3; empty where there is none.
    pub section: String,
    /// Name of what changed.
    pub name: String,
    /// Where it stood: 第1.1版 2.3. May be empty.
    pub place: String,
    /// The words before, with what went marked [`Run::del`].
    pub old: Runs,
    /// The words after, with what came marked [`Run::ins`].
    pub new: Runs,
}

/// A block of running text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum Block {
    /// A heading.
    #[serde(rename = "h")]
    Heading {
        /// Depth from 1; a skipped depth is closed up.
        l: u8,
        /// The words.
        s: Runs,
        /// Unique id: the preview and the contents of the Word version find the heading by it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        /// A small heading inside a section: no number, not in the contents.
        #[serde(default, skip_serializing_if = "is_false")]
        small: bool,
    },
    /// A paragraph.
    #[serde(rename = "p")]
    Paragraph {
        /// The words.
        r: Runs,
    },
    /// A bullet list.
    #[serde(rename = "ul")]
    Bullets {
        /// The items.
        i: Vec<Item>,
    },
    /// A numbered list.
    #[serde(rename = "ol")]
    Numbers {
        /// The items.
        i: Vec<Item>,
        /// The number of the first item where it is not 1.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        start: Option<u16>,
    },
    /// Label and value, one a row.
    #[serde(rename = "facts")]
    Facts {
        /// The rows.
        rows: Vec<(Runs, Runs)>,
    },
    /// A table with a head that repeats on every page.
    #[serde(rename = "table")]
    Table {
        /// Caption, numbered by the paper; a table without one is not numbered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cap: Option<Runs>,
        /// The head; may be empty.
        head: Vec<Cell>,
        /// The rows.
        rows: Vec<Vec<Cell>>,
        /// How each column stands; all left where it is empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        align: Vec<Align>,
        /// A last row of sums.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        foot: Option<Vec<Cell>>,
    },
    /// Requirements under the names of their groups.
    #[serde(rename = "requirements")]
    Requirements {
        /// Caption.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cap: Option<Runs>,
        /// The groups.
        groups: Vec<RequirementGroup>,
    },
    /// The dates of the selection.
    #[serde(rename = "schedule")]
    Schedule {
        /// Caption.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cap: Option<Runs>,
        /// The dates in order.
        items: Vec<ScheduleRow>,
    },
    /// What is judged, with its share.
    #[serde(rename = "criteria")]
    Criteria {
        /// Caption.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cap: Option<Runs>,
        /// The criteria in order.
        items: Vec<CriterionRow>,
        /// The sum of the weights, worded.
        total: String,
        /// The rules of judging, in sentences.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        rules: Vec<String>,
    },
}

/// One item of a list, with the lists inside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Item {
    /// The words.
    pub r: Runs,
    /// The lists inside.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<InnerList>,
}

/// A list inside an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct InnerList {
    /// Whether its items are numbered.
    #[serde(skip_serializing_if = "is_false")]
    pub o: bool,
    /// The number of the first item where it is not 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<u16>,
    /// Its items.
    pub i: Vec<Item>,
}

/// How a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Align {
    /// Flush left.
    #[serde(rename = "l")]
    Left,
    /// Flush right: figures.
    #[serde(rename = "r")]
    Right,
    /// Centred.
    #[serde(rename = "c")]
    Centre,
}

/// What stands in a cell of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Cell {
    /// One run of words.
    Words(Runs),
    /// Paragraphs and lists.
    Blocks {
        /// The blocks; only paragraphs and lists are set.
        blocks: Vec<Block>,
    },
}

impl From<&str> for Cell {
    fn from(words: &str) -> Self {
        Self::Words(words.into())
    }
}

impl From<String> for Cell {
    fn from(words: String) -> Self {
        Self::Words(words.into())
    }
}

/// Requirements that stand together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequirementGroup {
    /// The group's name; none for a table without groups.
    pub name: Option<String>,
    /// The requirements.
    pub items: Vec<RequirementRow>,
}

/// One requirement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequirementRow {
    /// R-001.
    pub no: String,
    /// The words.
    pub text: Runs,
    /// Must or want.
    pub level: Level,
}

/// Whether a bidder has to meet a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// 必須.
    Must,
    /// 希望.
    Want,
}

/// One date of the selection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct ScheduleRow {
    /// The day, worded without its weekday; the year only where it changes.
    pub date: String,
    /// The weekday: （金）.
    pub day: String,
    /// The time, or empty.
    pub time: String,
    /// What happens.
    pub what: String,
    /// Where, or by what means; may be empty.
    #[serde(rename = "where")]
    pub place: String,
    /// Whether it is a deadline: 必着.
    pub firm: bool,
}

/// One criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct CriterionRow {
    /// Its number.
    pub no: String,
    /// Its name.
    pub name: String,
    /// What is looked at.
    pub view: Runs,
    /// How it is judged; empty for a whole.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub scheme: String,
    /// Its share, worded; empty where none is set.
    pub weight: String,
    /// Whether it is part of the criterion above it.
    #[serde(skip_serializing_if = "is_false")]
    pub inner: bool,
}

/// A line of words in one or several hands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(transparent)]
pub struct Runs(pub Vec<Run>);

impl Runs {
    /// The words alone, line ends as they are.
    pub fn plain(&self) -> String {
        self.0.iter().map(|run| run.s.as_str()).collect()
    }

    /// Whether no words are there.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|run| run.s.is_empty())
    }
}

impl From<&str> for Runs {
    fn from(words: &str) -> Self {
        Self(vec![Run::new(words)])
    }
}

impl From<String> for Runs {
    fn from(words: String) -> Self {
        Self(vec![Run { s: words, ..Run::default() }])
    }
}

impl From<Run> for Runs {
    fn from(run: Run) -> Self {
        Self(vec![run])
    }
}

impl From<Vec<Run>> for Runs {
    fn from(runs: Vec<Run>) -> Self {
        Self(runs)
    }
}

/// Words in one hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Run {
    /// The words; `\n` begins a new line.
    pub s: String,
    /// Strong.
    #[serde(skip_serializing_if = "is_false")]
    pub b: bool,
    /// Stressed: italic in English, dotted in Japanese.
    #[serde(skip_serializing_if = "is_false")]
    pub i: bool,
    /// Underlined.
    #[serde(skip_serializing_if = "is_false")]
    pub n: bool,
    /// Struck.
    #[serde(skip_serializing_if = "is_false")]
    pub k: bool,
    /// A link: http, https or mailto; any other scheme is shown without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub u: Option<String>,
    /// A field without a value: shown as missing.
    #[serde(skip_serializing_if = "is_false")]
    pub missing: bool,
    /// Came with this release.
    #[serde(skip_serializing_if = "is_false")]
    pub ins: bool,
    /// Went with this release.
    #[serde(skip_serializing_if = "is_false")]
    pub del: bool,
}

impl Run {
    /// Plain words.
    pub fn new(words: impl Into<String>) -> Self {
        Self { s: words.into(), ..Self::default() }
    }
}

/// Keys of the labels the templates show. The Fluent id of the label `KEY` is `paper-KEY`.
pub const WORD_KEYS: [&str; 32] = [
    "number",
    "version",
    "issued",
    "issuer",
    "class",
    "copy",
    "history",
    "contents",
    "by",
    "changes",
    "table",
    "picture",
    "must",
    "want",
    "total",
    "firm",
    "date",
    "day",
    "time",
    "what",
    "where",
    "weight",
    "req-no",
    "req",
    "req-level",
    "crit-no",
    "crit",
    "crit-view",
    "crit-scheme",
    "rules",
    "old",
    "new",
];

/// The labels of a paper, each said by `say` from its Fluent id.
pub fn words(say: impl Fn(&str) -> String) -> BTreeMap<String, String> {
    WORD_KEYS.iter().map(|key| ((*key).to_owned(), say(&format!("paper-{key}")))).collect()
}

// Serde hands references to its predicates.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_false(value: &bool) -> bool {
    !value
}
