//! Criteria, weights and rules are frozen with the first release or the first sheet that is handed in (確定後の変更): a later
//! change needs a reason, and is kept in words for the report; so does one of who judges which criteria, and of the dates
//! of the contract where they set the months over which prices are compared. Once a sheet is handed in, what it was filled in against
//! stands: criteria no longer come, go or change how they are marked.

use std::collections::BTreeSet;

use super::{Consensus, CriterionChange, HandIn, Mark, ASSIGNED, PRICES_OPENED};
use crate::criterion::judging::{Judging, Scheme};
use crate::criterion::{self, shown, words, Criterion};
use crate::evaluation::{evaluators, Evaluator};
use crate::journal::Tx;
use crate::l10n::Lang;
use crate::procurement::{line, FactKey, Facts, Procurement};
use crate::proposal::proposals;
use crate::rfp::release::releases;
use crate::storage::Read;
use crate::{Error, Result, Text};

/// Changes for the same reason that follow each other within this many minutes are one (as a burst of typing is).
const MINUTES: i64 = 10;

/// Whether the criteria have left the house with a release, or a sheet was handed in against them.
pub fn is_frozen(read: &Read<'_>, procurement: &str) -> Result<bool> {
    Ok(!releases(read, procurement)?.is_empty() || is_judged(read, procurement)?)
}

/// Whether a sheet has been handed in.
pub fn is_judged(read: &Read<'_>, procurement: &str) -> Result<bool> {
    const HERS: &str = "WHERE evaluator IN (SELECT id FROM evaluator WHERE procurement = ?1)";
    Ok(read.count::<HandIn>(HERS, &[&procurement])? > 0)
}

/// What was changed once frozen, the earliest first.
pub fn changes(read: &Read<'_>, procurement: &str) -> Result<Vec<CriterionChange>> {
    read.all("WHERE procurement = ?1 ORDER BY at, id", &[&procurement])
}

/// Everything that is frozen, at one moment.
struct Picture {
    criteria: Vec<Criterion>,
    judging: Judging,
    evaluators: Vec<Evaluator>,
    facts: Facts,
}

impl Picture {
    fn of(read: &Read<'_>, procurement: &str) -> Result<Self> {
        Ok(Self {
            criteria: criterion::of(read, procurement)?,
            judging: Judging::of(read, procurement)?,
            evaluators: evaluators(read, procurement)?,
            facts: Facts::of(read, procurement)?,
        })
    }

    fn find(&self, id: &str) -> Option<&Criterion> {
        self.criteria.iter().find(|one| one.id == id)
    }

    /// What a sheet is filled in against: the criteria with the marks they take, and whether prices are closed.
    fn form(&self) -> BTreeSet<String> {
        let each = self.criteria.iter().map(|one| {
            let price = self.judging.price_closed && super::sheet::is_price(one);
            format!("{} {:?} {:?} {price}", one.id, one.parent, takes(&one.scheme))
        });
        each.chain([self.judging.price_closed.to_string()]).collect()
    }
}

/// The marks a scheme takes.
fn takes(scheme: &Scheme) -> Vec<String> {
    match scheme {
        Scheme::Relative => vec!["relative".into()],
        Scheme::Grades { grades } => grades.iter().map(|grade| grade.mark.clone()).collect(),
        Scheme::Points { greatest } => vec!["points".into(), shown(*greatest)],
        Scheme::PassFail => vec!["pass-fail".into()],
        Scheme::Price { .. } => Vec::new(),
    }
}

/// Does `work` on criteria, rules, who judges what, or the dates of the contract. Once they are frozen a change needs
/// `reason`, and is kept with it.
///
/// # Errors
/// Refused with the code `reason-needed` where there is none, where sheets that are handed in would no longer fit, and where
/// it would open the prices of proposals that are in: [`open_prices`] does, for a reason.
pub fn changing<T>(
    tx: &mut Tx<'_>,
    procurement: &str,
    reason: Option<&str>,
    work: impl FnOnce(&mut Tx<'_>) -> Result<T>,
) -> Result<T> {
    let before = Picture::of(tx, procurement)?;
    let shut = before.judging.keeps_prices() && !super::sheet::price_open(tx, procurement)?;
    let value = work(tx)?;
    let after = Picture::of(tx, procurement)?;
    if shut && !after.judging.keeps_prices() && !proposals(tx, procurement)?.is_empty() {
        return Err(Error::say("error-price-open-by-rule"));
    }
    if is_judged(tx, procurement)? && before.form() != after.form() {
        return Err(Error::say("error-criteria-judged"));
    }
    empty_unknown(tx, &before, &after)?;
    if !is_frozen(tx, procurement)? {
        return Ok(value);
    }
    let lang = tx.get::<Procurement>(procurement)?.lang;
    let lines = difference(&before, &after, lang);
    if lines.is_empty() {
        return Ok(value);
    }
    let reason = line(reason.unwrap_or_default())?;
    // Before the reason is asked for: whoever refuses the change whatever its reason sees by it that there is one.
    keep(tx, procurement, &reason, lines)?;
    if reason.is_empty() {
        return Err(Error::say("error-reason-needed").code("reason-needed"));
    }
    Ok(value)
}

/// Opens prices before everybody has handed in the rest, for a reason that is kept with the changes of the rules.
///
/// # Errors
/// Refused without a reason, and where prices may be seen already.
pub fn open_prices(tx: &mut Tx<'_>, procurement: &str, reason: &str) -> Result<()> {
    if super::sheet::price_open(tx, procurement)? {
        return Err(Error::say("error-price-open"));
    }
    let reason = line(reason)?;
    if reason.is_empty() {
        return Err(Error::say("error-price-open-reason"));
    }
    let judging = Judging::of(tx, procurement)?;
    tx.update(&Judging { price_opened_at: Some(tx.at().into()), ..judging })?;
    keep(tx, procurement, &reason, vec![Text::new(PRICES_OPENED)])
}

/// Marks that a changed scheme does not know are blank again; their comments stay.
fn empty_unknown(tx: &mut Tx<'_>, before: &Picture, after: &Picture) -> Result<()> {
    for now in &after.criteria {
        if before.find(&now.id).is_none_or(|was| takes(&was.scheme) == takes(&now.scheme)) {
            continue;
        }
        for mark in tx.all::<Mark>("WHERE criterion = ?1 AND mark <> '' ORDER BY id", &[&now.id])? {
            if super::sheet::read_mark(now, &after.judging, &mark.mark).is_ok() {
                continue;
            }
            if mark.comment.is_empty() && !mark.may_tell {
                tx.remove::<Mark>(&mark.id)?;
            } else {
                tx.update(&Mark { mark: String::new(), ..mark })?;
            }
        }
        for agreed in tx.all::<Consensus>("WHERE criterion = ?1 ORDER BY id", &[&now.id])? {
            if super::sheet::read_mark(now, &after.judging, &agreed.mark).is_err() {
                tx.remove::<Consensus>(&agreed.id)?;
            }
        }
    }
    Ok(())
}

/// Keeps a change: as a part of the one before where reason and person are the same and it is not long ago.
fn keep(tx: &mut Tx<'_>, procurement: &str, reason: &str, lines: Vec<Text>) -> Result<()> {
    let last = changes(tx, procurement)?.pop();
    let moment = |at: &str| chrono::DateTime::parse_from_rfc3339(at).ok();
    let recent = |last: &CriterionChange| {
        let since = moment(tx.at()).zip(moment(&last.at)).map(|(now, then)| (now - then).num_minutes());
        last.reason == reason && last.by == tx.actor() && since.is_some_and(|since| (0..MINUTES).contains(&since))
    };
    if let Some(last) = last.filter(recent) {
        let lines = joined(last.lines.clone(), lines);
        return tx.update(&CriterionChange { lines, ..last });
    }
    let change = CriterionChange {
        id: tx.new_id(),
        procurement: procurement.into(),
        at: tx.at().into(),
        by: tx.actor().into(),
        reason: reason.into(),
        lines,
    };
    tx.insert(&change)
}

/// Earlier and later lines as one list: what changed twice is told from its first state to its last. What came back to
/// where it was had changed all the same, and both ways are told.
fn joined(earlier: Vec<Text>, later: Vec<Text>) -> Vec<Text> {
    let mut all = earlier;
    for line in later {
        let about = |text: &Text| {
            let args = text.args.iter().filter(|(name, _)| !matches!(name.as_str(), "before" | "after"));
            (text.id.clone(), args.map(|(name, value)| (name.clone(), value.clone())).collect::<Vec<_>>())
        };
        let same = all.iter().rposition(|one| line.args.contains_key("before") && about(one) == about(&line));
        let first = same.and_then(|at| Some((at, all[at].args.get("before")?.clone())));
        match first.filter(|(_, first)| line.args.get("after") != Some(first)) {
            Some((at, first)) => all[at] = line.arg("before", first),
            None => all.push(line),
        }
    }
    all
}

/// What differs, in words.
fn difference(before: &Picture, after: &Picture, lang: Lang) -> Vec<Text> {
    let mut lines = Vec::new();
    for was in &before.criteria {
        if after.find(&was.id).is_none() {
            lines.push(Text::new("change-criterion-removed").arg("title", &was.title));
        }
    }
    for now in &after.criteria {
        match before.find(&now.id) {
            None => lines.push(
                Text::new("change-criterion-added")
                    .arg("title", &now.title)
                    .arg("weight", now.weight.as_deref().unwrap_or("－")),
            ),
            Some(was) => criterion_lines(was, now, (before, after), lang, &mut lines),
        }
    }
    let moved = moved(before, after);
    for one in after.criteria.iter().filter(|one| moved.contains(one.id.as_str())) {
        lines.push(Text::new("change-criterion-moved").arg("title", &one.title));
    }
    rule_lines(before, after, lang, &mut lines);
    share_lines(before, after, lang, &mut lines);
    term_lines(before, after, lang, &mut lines);
    lines
}

fn criterion_lines(
    was: &Criterion,
    now: &Criterion,
    (before, after): (&Picture, &Picture),
    lang: Lang,
    lines: &mut Vec<Text>,
) {
    let mut tell = |id: &str, old: String, new: String| {
        if old != new {
            lines.push(Text::new(id).arg("title", &now.title).arg("before", old).arg("after", new));
        }
    };
    let or_none = |value: Option<&str>| value.filter(|value| !value.is_empty()).unwrap_or("－").to_owned();
    tell("change-criterion-title", was.title.clone(), now.title.clone());
    tell("change-criterion-asks", or_none(Some(&was.asks)), or_none(Some(&now.asks)));
    tell("change-criterion-weight", or_none(was.weight.as_deref()), or_none(now.weight.as_deref()));
    if was.scheme != now.scheme {
        let word = |one: &Criterion, picture: &Picture| words::scheme(&one.scheme, &picture.judging.marks, lang);
        let (old, new) = (word(was, before), word(now, after));
        // Anchors are not in the line of a scheme; a change of them is told all the same.
        if old == new {
            lines.push(Text::new("change-criterion-anchors").arg("title", &now.title));
        } else {
            let text = Text::new("change-criterion-scheme").arg("title", &now.title);
            lines.push(text.arg("before", old).arg("after", new));
        }
    }
    let mut tell = |id: &str, old: String, new: String| {
        if old != new {
            lines.push(Text::new(id).arg("title", &now.title).arg("before", old).arg("after", new));
        }
    };
    let share =
        |share: Option<&String>| share.map_or_else(|| "－".into(), |share| format!("{}%", words::percent(share)));
    tell("change-criterion-minimum", share(was.minimum.as_ref()), share(now.minimum.as_ref()));
    let flag =
        |is: bool| lang.word(if is { "value-criterion-follows-price-1" } else { "value-criterion-follows-price-0" });
    tell("change-criterion-follows-price", flag(was.follows_price), flag(now.follows_price));
}

/// The criteria that were moved: those with another place, whether under another whole or among the same.
fn moved<'a>(before: &'a Picture, after: &'a Picture) -> BTreeSet<&'a str> {
    let places = after.criteria.iter().filter_map(|now| Some((before.find(&now.id)?, now)));
    let other = places.filter(|(was, now)| was.parent != now.parent || was.position != now.position);
    other.map(|(_, now)| now.id.as_str()).collect()
}

fn rule_lines(before: &Picture, after: &Picture, lang: Lang, lines: &mut Vec<Text>) {
    let mut tell = |column: &str, old: String, new: String| {
        if old != new {
            let rule = lang.word(&format!("column-judging-{column}"));
            lines.push(Text::new("change-rule").arg("rule", rule).arg("before", old).arg("after", new));
        }
    };
    let (was, now) = (&before.judging, &after.judging);
    let choice = |column: &str, value: &str| lang.word(&format!("value-judging-{column}-{value}"));
    let none = || "－".to_owned();
    tell("marks", words::marks(&was.marks, lang), words::marks(&now.marks, lang));
    let pooling = |judging: &Judging| choice("pooling", &word_of(&judging.pooling));
    tell("pooling", pooling(was), pooling(now));
    let division = |judging: &Judging| judging.division.map_or_else(none, words::amount);
    tell("division", division(was), division(now));
    let rounding = |judging: &Judging| words::rounding(judging.shortened(), lang);
    tell("rounding", rounding(was), rounding(now));
    let minimum = |judging: &Judging| {
        judging.minimum.as_ref().map_or_else(none, |minimum| format!("{}%", words::percent(minimum)))
    };
    tell("minimum", minimum(was), minimum(now));
    tell("ties", words::ties(&was.ties, &before.criteria, lang), words::ties(&now.ties, &after.criteria, lang));
    let tax = |judging: &Judging| choice("tax", &word_of(&judging.tax));
    tell("tax", tax(was), tax(now));
    tell("tax-rate", was.tax_rate.clone(), now.tax_rate.clone());
    let months = |judging: &Judging| judging.term_months.map_or_else(none, |months| months.to_string());
    tell("term-months", months(was), months(now));
    let closed = |judging: &Judging| choice("price-closed", if judging.price_closed { "1" } else { "0" });
    tell("price-closed", closed(was), closed(now));
}

/// Who judges other criteria than before.
fn share_lines(before: &Picture, after: &Picture, lang: Lang, lines: &mut Vec<Text>) {
    let hers = |one: &Evaluator| one.judges.iter().cloned().collect::<BTreeSet<String>>();
    for now in &after.evaluators {
        let was = before.evaluators.iter().find(|was| was.id == now.id);
        if let Some(was) = was.filter(|was| hers(was) != hers(now)) {
            let text = Text::new(ASSIGNED).arg("name", &now.name);
            let text = text.arg("before", judged(was, &before.criteria, lang));
            lines.push(text.arg("after", judged(now, &after.criteria, lang)));
        }
    }
}

/// The criteria an evaluator judges, by name.
fn judged(evaluator: &Evaluator, criteria: &[Criterion], lang: Lang) -> String {
    if evaluator.judges.is_empty() {
        return lang.word("evaluator-judges-all");
    }
    let hers = criterion::listed(criteria).into_iter().filter(|(_, _, one)| evaluator.judges.contains(&one.id));
    hers.map(|(_, _, one)| one.title).collect::<Vec<_>>().join(&lang.word("list-comma"))
}

/// The dates of the contract, where they and no rule set the months.
fn term_lines(before: &Picture, after: &Picture, lang: Lang, lines: &mut Vec<Text>) {
    if before.judging.term_months.is_some() || after.judging.term_months.is_some() {
        return;
    }
    for key in FactKey::ALL.iter().filter(|key| key.is_term()) {
        let word = |picture: &Picture| picture.facts.shown(*key, lang).unwrap_or_else(|| "－".into());
        let (old, new) = (word(before), word(after));
        if old != new {
            let name = lang.say(&key.label());
            lines.push(Text::new("change-rule").arg("rule", name).arg("before", old).arg("after", new));
        }
    }
}

/// The stored word of a choice.
fn word_of(choice: &impl serde::Serialize) -> String {
    serde_json::to_value(choice).ok().and_then(|value| value.as_str().map(Into::into)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(title: &str, before: &str, after: &str) -> Text {
        Text::new("change-criterion-weight").arg("title", title).arg("before", before).arg("after", after)
    }

    #[test]
    fn a_change_made_twice_is_told_once_and_one_taken_back_both_ways() {
        let first = vec![weight("信頼性", "20", "25"), weight("価格", "20", "15")];
        let told = joined(first.clone(), vec![weight("信頼性", "25", "30")]);
        assert_eq!(told, [weight("信頼性", "20", "30"), weight("価格", "20", "15")]);
        let back = joined(first.clone(), vec![weight("価格", "15", "20")]);
        assert_eq!(back, [first, vec![weight("価格", "15", "20")]].concat());
        // Changed once more, it goes on from where it had been changed to.
        let on = joined(back.clone(), vec![weight("価格", "20", "10")]);
        assert_eq!(on, [back[..2].to_vec(), vec![weight("価格", "15", "10")]].concat());
    }
}
