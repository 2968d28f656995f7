//! Live fields and drawn parts: what a text shows by its key.

use std::collections::HashMap;

use serde::Serialize;
use ts_rs::TS;

use super::snapshot::{Addressee, CriterionShot, Snapshot};
use super::Level;
use crate::calendar;
use crate::finding::Screen;
use crate::l10n::Lang;
use crate::procurement::{FactGroup, FactKey, Facts};
use crate::Text;

/// Fields that are worked out rather than entered.
pub const COMPUTED: [&str; 9] = [
    "doc.release",
    "doc.issued_on",
    "bidder.company",
    "bidder.contact",
    "requirements.count",
    "requirements.must_count",
    "requirements.want_count",
    "bidders.count",
    "evaluators.count",
];

/// Parts drawn from data.
pub const DRAWN: [&str; 8] = [
    "schedule",
    "required_items",
    "evaluators",
    "criteria",
    "requirements",
    "estimate_form",
    "contact",
    "revision_history",
];

/// The column of the criteria that says how one is judged.
const SCHEME: usize = 3;

/// Whether a text may use the field.
pub fn is_known(key: &str) -> bool {
    COMPUTED.contains(&key) || key.parse::<FactKey>().is_ok_and(FactKey::is_field)
}

/// The field's name.
pub fn label(key: &str) -> Text {
    match key.parse::<FactKey>() {
        Ok(fact) => fact.label(),
        Err(_) => Text::new(format!("field-{}", key.replace(['.', '_'], "-"))),
    }
}

/// The name of a drawn part.
pub fn drawn_label(name: &str) -> Text {
    if DRAWN.contains(&name) {
        Text::new(format!("block-{}", name.replace('_', "-")))
    } else {
        Text::new("block-unknown")
    }
}

/// What the field says; `None` where the fact is missing or the key unknown.
pub fn value(shot: &Snapshot, facts: &Facts, to: Option<&Addressee>, key: &str) -> Option<String> {
    let count = |n: usize| Some(n.to_string());
    match key {
        "doc.release" => Some(shot.number.clone()),
        "doc.issued_on" => Some(calendar::day(shot.issued, shot.lang, facts.style())),
        "bidder.company" => Some(to.map_or_else(|| shot.lang.word("rfp-any-company"), |to| to.company.clone())),
        "bidder.contact" => Some(
            to.map(|to| to.person.clone())
                .filter(|person| !person.is_empty())
                .unwrap_or_else(|| shot.lang.word("rfp-any-person")),
        ),
        "requirements.count" => count(shot.requirements.len()),
        "requirements.must_count" => count(shot.requirements.iter().filter(|r| r.level == Level::Must).count()),
        "requirements.want_count" => count(shot.requirements.iter().filter(|r| r.level == Level::Want).count()),
        "bidders.count" => count(shot.bidders.len()),
        "evaluators.count" => count(shot.evaluators.iter().filter(|e| !e.adviser).count()),
        _ => facts.field(key.parse::<FactKey>().ok().filter(|fact| fact.is_field())?, shot.lang),
    }
}

/// The screen a field is changed on.
pub fn screen(key: &str) -> Screen {
    match key.parse::<FactKey>().map(FactKey::group) {
        Ok(FactGroup::Schedule) => Screen::Schedule,
        Ok(_) => Screen::Facts,
        Err(_) => match key.split('.').next() {
            Some("bidder" | "bidders") => Screen::Bidders,
            Some("requirements") => Screen::Requirements,
            Some("evaluators") => Screen::Review,
            _ => Screen::Facts,
        },
    }
}

/// The screen a drawn part is changed on.
pub fn drawn_screen(name: &str) -> Screen {
    match name {
        "schedule" => Screen::Schedule,
        "required_items" => Screen::Items,
        "evaluators" | "criteria" => Screen::Review,
        "requirements" => Screen::Requirements,
        _ => Screen::Facts,
    }
}

/// A field as the editor offers and shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "FieldRow")]
pub struct FieldShown {
    /// Its key.
    pub key: String,
    /// Its name.
    pub label: Text,
    /// What it says, in the language of the papers.
    pub text: Option<String>,
    /// The fact is not there yet.
    pub missing: bool,
    /// It said something else in the latest release.
    pub moved: Option<FieldMoved>,
    /// Where it is changed.
    pub screen: Screen,
    /// The group it is offered under: `document`, `issuer`, `contact`, `submission`, `contract`, `schedule`,
    /// `bidder`, `count`.
    pub group: String,
}

/// What a field said in the latest release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldMoved {
    /// What it said.
    pub was: String,
    /// The same in few signs, to stand beside the new value: `12/9`.
    pub brief: String,
    /// The release.
    pub release: String,
}

/// A drawn part as the editor shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "BlockRow")]
pub struct DrawnShown {
    /// Its name.
    pub name: String,
    /// Its label.
    pub label: Text,
    /// What stands above it, in the language of the papers.
    pub caption: String,
    /// Where it is changed.
    pub screen: Screen,
    /// Head of the table; may be empty.
    pub head: Vec<String>,
    /// Sentences below the table.
    pub below: Vec<String>,
    /// Rows of the table.
    pub rows: Vec<Vec<String>>,
    /// What cells said in the latest release, by row and column; empty where no cell reads otherwise.
    pub was: Vec<Vec<Option<String>>>,
    /// The latest release.
    pub release: Option<String>,
    /// What is missing in it.
    pub note: Option<Text>,
}

/// All fields as they stand in `now`; `latest` is the latest release.
pub fn fields(now: &Snapshot, latest: Option<&Snapshot>) -> Vec<FieldShown> {
    let facts = now.facts();
    let before = latest.map(|shot| (shot, shot.facts()));
    let keys = FactKey::ALL.iter().filter(|key| key.is_field()).map(|key| key.key()).chain(COMPUTED);
    keys.map(|key| {
        let text = value(now, &facts, None, key);
        let was = before.as_ref().and_then(|(shot, facts)| {
            let was = value(shot, facts, None, key).unwrap_or_default();
            let own = matches!(key, "doc.release" | "doc.issued_on" | "bidders.count");
            let same = was == text.clone().unwrap_or_default();
            (!own && !same).then(|| FieldMoved {
                brief: brief(key, facts, &now.facts(), now.lang).unwrap_or_else(|| was.clone()),
                was,
                release: shot.number.clone(),
            })
        });
        FieldShown {
            key: key.into(),
            label: label(key),
            missing: text.is_none(),
            text,
            moved: was,
            screen: screen(key),
            group: match key.parse::<FactKey>().map(FactKey::group) {
                Ok(FactGroup::Document) => "document",
                Ok(FactGroup::Issuer) => "issuer",
                Ok(FactGroup::Contact) => "contact",
                Ok(FactGroup::Submission) => "submission",
                Ok(FactGroup::Contract) => "contract",
                Ok(FactGroup::Schedule) => "schedule",
                Err(_) if key.starts_with("doc.") => "document",
                Err(_) if key.starts_with("bidder.") => "bidder",
                Err(_) => "count",
            }
            .into(),
        }
    })
    .collect()
}

/// A date of `old` in few signs, to stand beside the date it moved to.
fn brief(key: &str, old: &Facts, new: &Facts, lang: Lang) -> Option<String> {
    let fact = key.parse().ok()?;
    Some(calendar::beside(old.moment(fact)?, new.moment(fact), lang))
}

/// All drawn parts as they stand; `latest` is the latest release.
pub fn drawn(now: &Snapshot, latest: Option<&Snapshot>) -> Vec<DrawnShown> {
    DRAWN
        .iter()
        .map(|name| {
            let (head, rows) = table(now, name);
            DrawnShown {
                name: (*name).into(),
                label: drawn_label(name),
                caption: now.lang.word(&drawn_label(name).id),
                screen: drawn_screen(name),
                was: latest.map(|old| cells_before(now, old, name, &rows)).unwrap_or_default(),
                release: latest.map(|old| old.number.clone()),
                note: rows.is_empty().then(|| Text::new(format!("block-{}-empty", name.replace('_', "-")))),
                below: if *name == "criteria" { now.judging.clone() } else { Vec::new() },
                head,
                rows,
            }
        })
        .collect()
}

/// What the cells of a drawn part said in `old`, where they read otherwise now. Rows are known by what they are about;
/// numbers of rows shift with their neighbours and are no news. A row that is new has nothing to compare with.
fn cells_before(now: &Snapshot, old: &Snapshot, name: &str, rows: &[Vec<String>]) -> Vec<Vec<Option<String>>> {
    let (_, before) = table(old, name);
    let before: HashMap<String, Vec<String>> = row_keys(old, name).into_iter().zip(before).collect();
    let numbered = matches!(name, "required_items" | "criteria" | "requirements");
    let (facts, old_facts) = (now.facts(), old.facts());
    let cells = |(key, row): (String, &Vec<String>)| -> Vec<Option<String>> {
        let Some(was) = before.get(&key) else { return vec![None; row.len()] };
        let cell = |(column, (was, is)): (usize, (&String, &String))| {
            let untold = name == "criteria" && !old.tells_judging() && column == SCHEME;
            let moved = was != is && !(numbered && column == 0) && !untold;
            moved.then(|| brief(&key, &old_facts, &facts, now.lang).unwrap_or_else(|| was.clone()))
        };
        was.iter().zip(row).enumerate().map(cell).collect()
    };
    let all: Vec<_> = row_keys(now, name).into_iter().zip(rows).map(cells).collect();
    if all.iter().flatten().any(Option::is_some) {
        all
    } else {
        Vec::new()
    }
}

/// What each row of a drawn part is about, in the order of its table; empty for parts whose rows are not compared.
fn row_keys(shot: &Snapshot, name: &str) -> Vec<String> {
    match name {
        "schedule" => milestones(shot).into_iter().map(|(key, _)| key.key().to_owned()).collect(),
        "required_items" => shot.items.iter().map(|item| item.id.clone()).collect(),
        "evaluators" => shot.evaluators.iter().map(|e| e.id.clone()).collect(),
        "criteria" => shot.criteria.iter().map(|c| c.id.clone()).collect(),
        "requirements" => shot.requirements.iter().map(|r| r.id.clone()).collect(),
        "contact" => contact_facts(shot).map(|(key, _)| key.key().to_owned()).collect(),
        _ => Vec::new(),
    }
}

/// The facts about the contact that are there, worded.
fn contact_facts(shot: &Snapshot) -> impl Iterator<Item = (FactKey, String)> + '_ {
    let facts = shot.facts();
    [
        FactKey::IssuerCompany,
        FactKey::IssuerDepartment,
        FactKey::ContactRole,
        FactKey::ContactPerson,
        FactKey::ContactMail,
        FactKey::ContactPhone,
        FactKey::ContactHours,
    ]
    .into_iter()
    .filter_map(move |key| Some((key, facts.field(key, shot.lang)?)))
}

/// A drawn part as a plain table: its head and its rows.
pub fn table(shot: &Snapshot, name: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let word = |id: &str| shot.lang.word(id);
    let head = |ids: &[&str]| ids.iter().map(|id| word(id)).collect::<Vec<_>>();
    match name {
        "schedule" => {
            let rows = milestones(shot).into_iter().map(|(key, text)| vec![text, word(&key.label().id)]);
            (head(&["paper-date", "paper-what"]), rows.collect())
        }
        "required_items" => {
            let rows = shot.items.iter().map(|item| vec![item.number.clone(), item.title.clone()]);
            (head(&["paper-item-no", "paper-item"]), rows.collect())
        }
        "evaluators" => {
            let rows = shot.evaluators.iter().map(|e| vec![e.role.clone(), e.duties.clone()]);
            (head(&["paper-evaluator", "paper-duties"]), rows.collect())
        }
        "criteria" => {
            let rows = shot.criteria.iter().map(|c| {
                let CriterionShot { number, title, asks, scheme, weight, .. } = c.clone();
                vec![number, title, asks, scheme, weight]
            });
            let ids = ["paper-crit-no", "paper-crit", "paper-crit-view", "paper-crit-scheme", "paper-weight"];
            (head(&ids), rows.collect())
        }
        "requirements" => {
            let level = |level| if level == Level::Must { word("paper-must") } else { word("paper-want") };
            let rows = shot.requirements.iter().map(|r| vec![r.number.clone(), r.text.clone(), level(r.level)]);
            (head(&["paper-req-no", "paper-req", "paper-req-level"]), rows.collect())
        }
        "estimate_form" => {
            let rows = ["estimate-initial", "estimate-monthly", "estimate-volume", "estimate-other", "estimate-total"]
                .iter()
                .map(|id| vec![word(id), String::new(), String::new(), String::new(), String::new(), String::new()]);
            let ids = [
                "estimate-kind",
                "estimate-unit",
                "estimate-quantity",
                "estimate-price",
                "estimate-amount",
                "estimate-note",
            ];
            (head(&ids), rows.collect())
        }
        "contact" => {
            let rows = contact_facts(shot).map(|(key, text)| vec![word(&key.label().id), text]);
            (Vec::new(), rows.collect())
        }
        "revision_history" => {
            let style = shot.facts().style();
            let rows = super::paper::history_of(shot)
                .into_iter()
                .map(|(number, issued, what)| vec![number, calendar::day(issued, shot.lang, style), what]);
            (head(&["paper-version", "paper-issued", "paper-changes"]), rows.collect())
        }
        _ => (Vec::new(), Vec::new()),
    }
}

/// The milestones that have a date, in order of time, worded.
pub fn milestones(shot: &Snapshot) -> Vec<(FactKey, String)> {
    let facts = shot.facts();
    let mut all: Vec<_> = FactKey::milestones().filter_map(|key| Some((facts.moment(key)?.earliest(), key))).collect();
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().filter_map(|(_, key)| Some((key, facts.shown(key, shot.lang)?))).collect()
}
