//! What changed between two states of an RFP, as an addendum tells it: which place, what was, what is.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use ts_rs::TS;

use super::snapshot::{SectionShot, Snapshot};
use super::{field, Level};
use crate::l10n::Lang;
use crate::procurement::{FactGroup, FactKey};
use crate::richtext::difference::{self, Difference, Run};
use crate::Text;

/// How many changes the reason of an addendum names.
const NAMED: usize = 3;

/// What a change is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(rename = "ChangeKind")]
pub enum Kind {
    /// A section.
    Section,
    /// A requirement.
    Requirement,
    /// A fact.
    Fact,
    /// A criterion.
    Criterion,
    /// A required item of a proposal.
    Item,
    /// An evaluator.
    Evaluator,
}

/// What happened to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It says something else.
    Changed,
    /// It stands elsewhere and says the same.
    Moved,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ChangeRow")]
pub struct Change {
    /// Its number in the list, from 1.
    pub no: usize,
    /// What it is about.
    pub kind: Kind,
    /// What happened.
    pub how: How,
    /// `2.3`, `R-001`; empty where there is none.
    pub number: String,
    /// The title of the section, the name of the fact.
    pub title: String,
    /// What was, with what is gone marked. Empty where it is new.
    pub old: Vec<Run>,
    /// What is, with what is new marked. Empty where it is gone.
    pub new: Vec<Run>,
    /// The sections it shows in.
    pub sections: Vec<String>,
}

/// All changes from `old` to `new`, in the order of the document. Names are worded in `lang`.
pub fn changes(old: &Snapshot, new: &Snapshot, lang: Lang) -> Vec<Change> {
    let mut all = Vec::new();
    sections(old, new, lang, &mut all);
    requirements(old, new, lang, &mut all);
    facts(old, new, lang, &mut all);
    criteria(old, new, &mut all);
    items(old, new, &mut all);
    evaluators(old, new, &mut all);
    let mut order: HashMap<&str, usize> = HashMap::new();
    for (n, section) in new.sections.iter().chain(&old.sections).enumerate() {
        order.entry(&section.id).or_insert(n);
    }
    let place = |id: &String| order.get(id.as_str()).copied();
    all.sort_by_key(|change| change.sections.first().and_then(place).unwrap_or(usize::MAX));
    for (no, change) in (1..).zip(&mut all) {
        change.no = no;
    }
    all
}

/// What changed, in a few words: the reason of an addendum for which nobody gave another.
pub fn summary(changes: &[Change], lang: Lang) -> String {
    let mut names: Vec<String> = Vec::new();
    for change in changes {
        let name = match change.kind {
            Kind::Fact => change.title.clone(),
            Kind::Requirement => format!("{} {}", change.title, change.number),
            Kind::Section | Kind::Criterion | Kind::Item | Kind::Evaluator => {
                format!("{} {}", change.number, change.title).trim().to_owned()
            }
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() {
        return lang.word("rfp-later-version");
    }
    let told = &names[..names.len().min(NAMED)];
    let id = if told.len() == names.len() { "addendum-reason-of" } else { "addendum-reason-more" };
    lang.say(&Text::new(id).arg("list", told.join(&lang.word("list-comma"))).arg("count", names.len()))
}

/// The sections in which something reads otherwise: their own changes, and the fields and drawn parts in them.
pub fn touched(changes: &[Change]) -> HashSet<String> {
    changes.iter().flat_map(|change| change.sections.iter().cloned()).collect()
}

/// Facts that differ. The way years are written is not one of them.
fn moved_facts<'a>(old: &'a Snapshot, new: &'a Snapshot) -> impl Iterator<Item = FactKey> + 'a {
    FactKey::ALL.iter().copied().filter(|key| *key != FactKey::DocCalendar && old.fact(*key) != new.fact(*key))
}

fn told(kind: Kind, how: How, number: &str, title: &str, difference: Difference, sections: Vec<String>) -> Change {
    Change {
        no: 0,
        kind,
        how,
        number: number.into(),
        title: title.into(),
        old: difference.old,
        new: difference.new,
        sections,
    }
}

fn only_new(text: String) -> Difference {
    Difference { old: Vec::new(), new: vec![Run::new(text)] }
}

fn only_old(text: String) -> Difference {
    Difference { old: vec![Run::gone(text)], new: Vec::new() }
}

fn sections(old: &Snapshot, new: &Snapshot, lang: Lang, all: &mut Vec<Change>) {
    let (was, is) = (old.words(), new.words());
    let moved = moved_sections(old, new);
    for section in &new.sections {
        let Some(before) = old.section(&section.id) else {
            let text = section.body.lines(&is).join("\n");
            let text = if section.body.is_empty() { section.title.clone() } else { text };
            all.push(told(
                Kind::Section,
                How::Added,
                &section.number,
                &section.title,
                only_new(text),
                vec![section.id.clone()],
            ));
            continue;
        };
        let mut difference = difference::documents(&before.body, &section.body, &was, &is);
        let retitled = difference::texts(&before.title, &section.title);
        let how = if difference.is_empty() && retitled.is_empty() { How::Moved } else { How::Changed };
        if !retitled.is_empty() {
            let lead = lang.word("rfp-change-title");
            above(
                &mut difference,
                Difference { old: with_lead(&lead, retitled.old), new: with_lead(&lead, retitled.new) },
            );
        }
        if moved.contains(section.id.as_str()) {
            let lead = lang.word("rfp-change-place");
            let places = Difference {
                old: vec![Run::same(lead.clone()), Run::gone(&before.number)],
                new: vec![Run::same(lead), Run::new(&section.number)],
            };
            above(&mut difference, places);
        }
        if !difference.is_empty() {
            all.push(told(Kind::Section, how, &section.number, &section.title, difference, vec![section.id.clone()]));
        }
    }
    for section in &old.sections {
        if new.section(&section.id).is_none() {
            let text = section.body.lines(&was).join("\n");
            let text = if section.body.is_empty() { section.title.clone() } else { text };
            all.push(told(
                Kind::Section,
                How::Removed,
                &section.number,
                &section.title,
                only_old(text),
                vec![section.id.clone()],
            ));
        }
    }
}

fn with_lead(lead: &str, runs: Vec<Run>) -> Vec<Run> {
    std::iter::once(Run::same(lead)).chain(runs).collect()
}

/// Puts lines above a difference.
fn above(difference: &mut Difference, lines: Difference) {
    for (below, mut lead) in [(&mut difference.old, lines.old), (&mut difference.new, lines.new)] {
        if !below.is_empty() {
            lead.push(Run::same("\n"));
        }
        lead.append(below);
        *below = lead;
    }
}

/// Sections that stand under another parent, or elsewhere among the siblings both states have. A number that only counts
/// on because something before it came or went is no move.
fn moved_sections<'a>(old: &'a Snapshot, new: &'a Snapshot) -> HashSet<&'a str> {
    let mut moved = HashSet::new();
    let mut families: HashMap<Option<&str>, Vec<&SectionShot>> = HashMap::new();
    for section in &new.sections {
        match old.section(&section.id) {
            Some(before) if before.parent != section.parent => {
                moved.insert(section.id.as_str());
            }
            Some(_) => families.entry(section.parent.as_deref()).or_default().push(section),
            None => {}
        }
    }
    let order: HashMap<&str, usize> = old.sections.iter().enumerate().map(|(n, s)| (s.id.as_str(), n)).collect();
    for family in families.values() {
        let places: Vec<usize> = family.iter().map(|section| order[section.id.as_str()]).collect();
        let stay = longest_rising(&places);
        moved.extend(
            family.iter().enumerate().filter(|(n, _)| !stay.contains(n)).map(|(_, section)| section.id.as_str()),
        );
    }
    moved
}

/// The indices of a longest rising run: what can stay where it is.
fn longest_rising(places: &[usize]) -> HashSet<usize> {
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(places.len()); // length, the one before
    for n in 0..places.len() {
        let before = (0..n).filter(|m| places[*m] < places[n]).max_by_key(|m| best[*m].0);
        best.push((before.map_or(1, |m| best[m].0 + 1), before));
    }
    let mut at = (0..places.len()).max_by_key(|n| best[*n].0);
    let mut stay = HashSet::new();
    while let Some(n) = at {
        stay.insert(n);
        at = best[n].1;
    }
    stay
}

fn requirements(old: &Snapshot, new: &Snapshot, lang: Lang, all: &mut Vec<Change>) {
    let title = lang.word("rfp-change-requirement");
    let words = |text: &str, level: Level| {
        let level = if level == Level::Must { "rfp-level-must" } else { "rfp-level-want" };
        format!("{text}{}", new.lang.word(level))
    };
    let drawn = drawn_in(new, "requirements");
    let counting = counting(old, new, "requirements.");
    let place = |section: Option<&String>, counts: bool| {
        let mut places: Vec<String> = section.cloned().into_iter().collect();
        for id in drawn.iter().chain(counting.iter().filter(|_| counts)) {
            if !places.contains(id) {
                places.push(id.clone());
            }
        }
        places
    };
    for r in &new.requirements {
        match old.requirements.iter().find(|before| before.id == r.id) {
            None => {
                let told = told(
                    Kind::Requirement,
                    How::Added,
                    &r.number,
                    &title,
                    only_new(words(&r.text, r.level)),
                    place(r.section.as_ref(), true),
                );
                all.push(told);
            }
            Some(before) => {
                let difference = difference::texts(&words(&before.text, before.level), &words(&r.text, r.level));
                if !difference.is_empty() {
                    all.push(told(
                        Kind::Requirement,
                        How::Changed,
                        &r.number,
                        &title,
                        difference,
                        place(r.section.as_ref(), before.level != r.level),
                    ));
                }
            }
        }
    }
    for r in &old.requirements {
        if !new.requirements.iter().any(|now| now.id == r.id) {
            let told = told(
                Kind::Requirement,
                How::Removed,
                &r.number,
                &title,
                only_old(words(&r.text, r.level)),
                place(r.section.as_ref(), true),
            );
            all.push(told);
        }
    }
}

fn facts(old: &Snapshot, new: &Snapshot, lang: Lang, all: &mut Vec<Change>) {
    let (was, is) = (old.facts(), new.facts());
    for key in moved_facts(old, new) {
        let mut difference = Difference::default();
        difference.old.extend(was.shown(key, old.lang).map(Run::gone));
        difference.new.extend(is.shown(key, new.lang).map(Run::new));
        let how = match (difference.old.is_empty(), difference.new.is_empty()) {
            (true, _) => How::Added,
            (_, true) => How::Removed,
            _ => How::Changed,
        };
        let places = places_of_fact(new, key);
        let numbers = numbers(new, &places, lang);
        all.push(told(Kind::Fact, how, &numbers, &lang.word(&key.label().id), difference, places));
    }
}

/// The numbers of the sections that `shot` has: `2.3、3.3`.
pub(super) fn numbers(shot: &Snapshot, sections: &[String], lang: Lang) -> String {
    let numbers: Vec<&str> =
        sections.iter().filter_map(|id| shot.section(id)).map(|section| section.number.as_str()).collect();
    numbers.join(&lang.word("list-comma"))
}

fn showing(shot: &Snapshot, shows: impl Fn(&SectionShot) -> bool) -> Vec<String> {
    shot.sections.iter().filter(|section| shows(section)).map(|section| section.id.clone()).collect()
}

/// The sections that show a fact, as a field or in a drawn part.
fn places_of_fact(shot: &Snapshot, key: FactKey) -> Vec<String> {
    showing(shot, |section| {
        section.body.fields().iter().any(|field| field == key.key())
            || section.body.drawn().any(|part| prints(part, key))
    })
}

/// Whether a drawn part prints a fact.
fn prints(part: &str, key: FactKey) -> bool {
    match part {
        // Beside a deadline stands where to send it.
        "schedule" => key.group() == FactGroup::Schedule || matches!(key, FactKey::SubmissionTo | FactKey::ContactMail),
        "contact" => {
            key.group() == FactGroup::Contact || matches!(key, FactKey::IssuerCompany | FactKey::IssuerDepartment)
        }
        _ => false,
    }
}

/// The sections a part is drawn in.
fn drawn_in(shot: &Snapshot, part: &str) -> Vec<String> {
    showing(shot, |section| section.body.drawn().any(|name| name == part))
}

/// The sections that show a count which is another now; `of` is how the keys of these counts begin.
fn counting(old: &Snapshot, new: &Snapshot, of: &str) -> Vec<String> {
    let (was, is) = (old.facts(), new.facts());
    let moved: Vec<&str> = field::COMPUTED
        .into_iter()
        .filter(|key| key.starts_with(of) && field::value(old, &was, None, key) != field::value(new, &is, None, key))
        .collect();
    showing(new, |section| section.body.fields().iter().any(|key| moved.contains(&key.as_str())))
}

/// Lists whose members are told by one line each.
fn lines<'a, T>(
    kind: Kind,
    old: &'a [T],
    new: &'a [T],
    sections: &[String],
    of: impl Fn(&'a T) -> (&'a str, &'a str, String, String),
    all: &mut Vec<Change>,
) {
    for item in new {
        let (id, number, title, line) = of(item);
        match old.iter().map(&of).find(|(before, ..)| *before == id) {
            None => all.push(told(kind, How::Added, number, &title, only_new(line), sections.to_vec())),
            Some((_, _, _, before)) => {
                let difference = difference::texts(&before, &line);
                if !difference.is_empty() {
                    all.push(told(kind, How::Changed, number, &title, difference, sections.to_vec()));
                }
            }
        }
    }
    for item in old {
        let (id, number, title, line) = of(item);
        if !new.iter().map(&of).any(|(now, ..)| now == id) {
            all.push(told(kind, How::Removed, number, &title, only_old(line), sections.to_vec()));
        }
    }
}

fn spaced(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("　")
}

fn criteria(old: &Snapshot, new: &Snapshot, all: &mut Vec<Change>) {
    let (lang, unit) = (new.lang, new.lang.word("rfp-change-weight"));
    let told_in_both = old.tells_judging() && new.tells_judging();
    let place = drawn_in(new, "criteria");
    lines(
        Kind::Criterion,
        &old.criteria,
        &new.criteria,
        &place,
        |c| {
            let counts = c.counting_weight(lang);
            let weight = if counts.is_empty() { String::new() } else { format!("{unit} {counts}") };
            (
                &c.id,
                &c.number,
                c.title.clone(),
                spaced(&[&c.title, &c.asks, &weight, if told_in_both { &c.scheme } else { "" }]),
            )
        },
        all,
    );
    let rules = difference::texts(&old.judging.concat(), &new.judging.concat());
    if told_in_both && !rules.is_empty() {
        let name = new.lang.word("paper-rules");
        all.push(told(Kind::Criterion, How::Changed, "", &name, rules, place));
    }
}

fn items(old: &Snapshot, new: &Snapshot, all: &mut Vec<Change>) {
    let place = drawn_in(new, "required_items");
    lines(Kind::Item, &old.items, &new.items, &place, |i| (&i.id, &i.number, i.title.clone(), i.title.clone()), all);
}

fn evaluators(old: &Snapshot, new: &Snapshot, all: &mut Vec<Change>) {
    let counting = counting(old, new, "evaluators.");
    let drawn = drawn_in(new, "evaluators");
    let place = showing(new, |section| drawn.contains(&section.id) || counting.contains(&section.id));
    lines(
        Kind::Evaluator,
        &old.evaluators,
        &new.evaluators,
        &place,
        |e| (&e.id, "", e.role.clone(), spaced(&[&e.role, &e.duties])),
        all,
    );
}

/// The names of the fields and parts a section shows that read otherwise now, for the sentence beside it.
pub fn moved_labels(old: &Snapshot, new: &Snapshot, section: &SectionShot, lang: Lang) -> Vec<String> {
    let moved: HashSet<&str> = moved_facts(old, new).map(FactKey::key).collect();
    section
        .body
        .fields()
        .iter()
        .filter(|key| moved.contains(key.as_str()))
        .map(|key| lang.word(&field::label(key).id))
        .collect()
}
