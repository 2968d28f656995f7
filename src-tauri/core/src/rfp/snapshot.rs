//! Everything the papers of an RFP say, at one moment. A release keeps one; the draft is one that has not been kept.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::release::Release;
use super::{requirement, section, Level};
use crate::bidder;
use crate::criterion::judging::Judging;
use crate::criterion::{self, shown, weight, words};
use crate::evaluation;
use crate::l10n::Lang;
use crate::place::numbered;
use crate::procurement::{FactKey, Facts, Procurement};
use crate::required_item;
use crate::richtext::{RichText, Wording};
use crate::storage::Read;
use crate::Result;

/// What stands in place of the weight of what is passed or failed, as in the sheets and the report.
const PASS_FAIL: &str = "evaluation-sheet-label-pass-fail";

/// The whole RFP at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Language of the papers.
    pub lang: Lang,
    /// From the sample procurement.
    pub is_sample: bool,
    /// Number of the release: `1.0`.
    pub number: String,
    /// Day of issue.
    pub issued: NaiveDate,
    /// Why it is made; empty for the first, and while it is a draft.
    pub reason: String,
    /// Facts by key, in their stored form.
    pub facts: BTreeMap<String, String>,
    /// Sections in reading order.
    pub sections: Vec<SectionShot>,
    /// Requirements in their order.
    pub requirements: Vec<RequirementShot>,
    /// Criteria, each with the ones under it.
    pub criteria: Vec<CriterionShot>,
    /// What the weights add up to.
    pub weights: String,
    /// The rules of judging in sentences; none in a release that was made before they were told.
    #[serde(default)]
    pub judging: Vec<String>,
    /// Evaluators and advisers.
    pub evaluators: Vec<EvaluatorShot>,
    /// Required items of a proposal, groups with their items.
    pub items: Vec<ItemShot>,
    /// Whom it is addressed to.
    pub bidders: Vec<Addressee>,
    /// The releases before, oldest first.
    pub history: Vec<Past>,
}

/// A section as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionShot {
    /// Key.
    pub id: String,
    /// Key of the section above.
    pub parent: Option<String>,
    /// `2.3`.
    pub number: String,
    /// 0 for a chapter.
    pub depth: usize,
    /// Its title.
    pub title: String,
    /// Its text; the standard wording where it was left open.
    pub body: RichText,
    /// Left open to the bidder.
    pub optional: bool,
}

/// A requirement as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequirementShot {
    /// Key.
    pub id: String,
    /// `R-001`.
    pub number: String,
    /// Its section.
    pub section: Option<String>,
    /// Must or want.
    pub level: Level,
    /// Its words.
    pub text: String,
}

/// A criterion as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionShot {
    /// Key.
    pub id: String,
    /// `1`, `1.2`.
    pub number: String,
    /// Part of the one above.
    pub inner: bool,
    /// Its name.
    pub title: String,
    /// What it asks.
    pub asks: String,
    /// Its share; empty where it is open, and the word for it where it is passed or failed.
    pub weight: String,
    /// How it is judged, in words; empty for a whole, and in a release that was made before it was told.
    #[serde(default)]
    pub scheme: String,
}

/// An evaluator as she stood. Papers name role and duties, not the person, where the role is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvaluatorShot {
    /// Key.
    pub id: String,
    /// As papers name her.
    pub role: String,
    /// What she judges.
    pub duties: String,
    /// Heard, but gives no marks.
    pub adviser: bool,
}

/// A required item as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemShot {
    /// Key.
    pub id: String,
    /// `1`, `1.2`.
    pub number: String,
    /// Under the group above.
    pub inner: bool,
    /// What a proposal must say.
    pub title: String,
}

/// A bidder the RFP goes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Addressee {
    /// Key of the bidder.
    pub id: String,
    /// The company, bare.
    pub company: String,
    /// Department of the person.
    pub department: String,
    /// The person, bare.
    pub person: String,
    /// Number of its copy.
    pub copy: i64,
}

/// A release before this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Past {
    /// `1.0`.
    pub number: String,
    /// Day of issue.
    pub issued: NaiveDate,
    /// Why it was made; empty for the first.
    pub reason: String,
}

/// Takes the RFP of a procurement as it stands now, as the release `number` of the day `issued`.
pub fn take(read: &Read<'_>, procurement: &str, number: &str, issued: NaiveDate) -> Result<Snapshot> {
    let Procurement { lang, is_sample, .. } = read.get(procurement)?;
    let facts = Facts::of(read, procurement)?;
    let sections = section::sections(read, procurement)?;
    let order: HashMap<&str, usize> =
        sections.iter().enumerate().map(|(n, (place, _))| (place.id.as_str(), n)).collect();
    let mut requirements = requirement::requirements(read, procurement)?;
    requirements.sort_by_key(|r| r.section.as_deref().and_then(|id| order.get(id)).copied().unwrap_or(usize::MAX));
    let criteria = criterion::of(read, procurement)?;
    let judging = Judging::of(read, procurement)?;
    let releases = super::release::releases(read, procurement)?;
    Ok(Snapshot {
        lang,
        is_sample,
        number: number.into(),
        issued,
        reason: String::new(),
        facts: facts.iter().map(|(key, value)| (key.key().to_owned(), value.to_owned())).collect(),
        requirements: requirements
            .into_iter()
            .map(|r| RequirementShot { number: r.label(), id: r.id, section: r.section, level: r.level, text: r.text })
            .collect(),
        sections: sections
            .into_iter()
            .map(|(place, section)| SectionShot {
                id: place.id,
                parent: place.parent,
                number: place.number,
                depth: place.depth,
                title: section.title,
                body: if section.optional { RichText::plain(&section.optional_wording) } else { section.body },
                optional: section.optional,
            })
            .collect(),
        weights: shown(criterion::total(&criterion::weighed(&criteria, &judging))),
        judging: if criteria.is_empty() {
            Vec::new()
        } else {
            words::rules(&judging, &criteria, judging.months(&facts), lang)
        },
        criteria: numbered(&criteria)
            .into_iter()
            .map(|(number, depth, c)| CriterionShot {
                weight: if criterion::has_points(&criteria, &c) {
                    weight(&criteria, &c)
                        .filter(|_| !criterion::divides(&criteria, &c, &judging))
                        .map(shown)
                        .unwrap_or_default()
                } else {
                    lang.word(PASS_FAIL)
                },
                scheme: words::listed_scheme(&criteria, &c, &judging, lang),
                id: c.id,
                number,
                inner: depth > 0,
                title: c.title,
                asks: c.asks,
            })
            .collect(),
        evaluators: evaluation::evaluators(read, procurement)?
            .into_iter()
            .map(|e| EvaluatorShot { role: printed(&e), id: e.id, duties: e.duties, adviser: e.adviser })
            .collect(),
        items: numbered(&required_item::of(read, procurement)?)
            .into_iter()
            .map(|(number, depth, item)| ItemShot { id: item.id, number, inner: depth > 0, title: item.title })
            .collect(),
        bidders: addressees(read, procurement)?,
        history: releases.iter().filter(|release| release.number != number).map(Release::past).collect(),
    })
}

/// Her role with her department, unless the role says it already; her name where neither is known.
fn printed(evaluator: &evaluation::Evaluator) -> String {
    let (role, department) = (evaluator.role.trim(), evaluator.department.trim());
    match (role.is_empty(), department.is_empty()) {
        (true, true) => evaluator.name.clone(),
        (false, false) if !role.contains(department) => format!("{department} {role}"),
        (false, _) => role.to_owned(),
        (true, false) => department.to_owned(),
    }
}

/// The bidders that take part. Those without a copy number get the next free one, as the release will give it to them.
fn addressees(read: &Read<'_>, procurement: &str) -> Result<Vec<Addressee>> {
    let all = bidder::with_vendors(read, procurement)?;
    let mut last = all.iter().filter_map(|(bidder, _)| bidder.copy_number).max().unwrap_or(0);
    Ok(all
        .into_iter()
        .filter(|(bidder, _)| bidder.status.takes_part())
        .map(|(bidder, vendor)| Addressee {
            copy: bidder.copy_number.unwrap_or_else(|| {
                last += 1;
                last
            }),
            id: bidder.id,
            company: vendor.name,
            department: bidder.department,
            person: bidder.person,
        })
        .collect())
}

impl Snapshot {
    /// The facts.
    pub fn facts(&self) -> Facts {
        Facts::from_values(
            self.facts.iter().filter_map(|(key, value)| Some((key.parse::<FactKey>().ok()?, value.clone()))),
        )
    }

    /// A fact in its stored form, empty where there is none.
    pub fn fact(&self, key: FactKey) -> &str {
        self.facts.get(key.key()).map_or("", String::as_str)
    }

    /// The section with this id.
    pub fn section(&self, id: &str) -> Option<&SectionShot> {
        self.sections.iter().find(|section| section.id == id)
    }

    /// The words for fields of a copy without an addressee.
    pub fn words(&self) -> Words<'_> {
        Words { shot: self, facts: self.facts(), to: None }
    }

    /// The words for fields of a bidder's copy.
    pub fn words_for<'a>(&'a self, to: Option<&'a Addressee>) -> Words<'a> {
        Words { shot: self, facts: self.facts(), to }
    }

    /// Whether the papers of both say the same: number, day and the list of bidders apart.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.lang == other.lang
            && self.facts == other.facts
            && self.sections == other.sections
            && self.requirements == other.requirements
            && self.judges_the_same(other)
            && self.evaluators == other.evaluators
            && self.items == other.items
    }
}

impl Snapshot {
    /// Whether it tells how proposals are judged; releases that were made before do not.
    pub(super) fn tells_judging(&self) -> bool {
        !self.judging.is_empty()
    }

    fn judges_the_same(&self, other: &Self) -> bool {
        let told = self.tells_judging() && other.tells_judging();
        let bare = |shot: &Self| -> Vec<CriterionShot> {
            let bare = |one: &CriterionShot| CriterionShot {
                weight: one.counting_weight(shot.lang).into(),
                scheme: if told { one.scheme.clone() } else { String::new() },
                ..one.clone()
            };
            shot.criteria.iter().map(bare).collect()
        };
        bare(self) == bare(other) && (!told || self.judging == other.judging)
    }
}

impl CriterionShot {
    /// Its weight where one counts; empty for what is passed or failed, which earlier releases print as 0.
    pub(super) fn counting_weight(&self, lang: Lang) -> &str {
        let zero = self.weight == "0" && (self.scheme.is_empty() || self.scheme == lang.word("scheme-pass-fail"));
        if zero || self.weight == lang.word(PASS_FAIL) {
            ""
        } else {
            &self.weight
        }
    }
}

/// How the fields of a snapshot are worded.
pub struct Words<'a> {
    shot: &'a Snapshot,
    facts: Facts,
    to: Option<&'a Addressee>,
}

impl Wording for Words<'_> {
    fn field(&self, key: &str) -> Option<String> {
        super::field::value(self.shot, &self.facts, self.to, key)
    }

    fn drawn(&self, name: &str) -> String {
        self.shot.lang.word(&super::field::drawn_label(name).id)
    }
}
