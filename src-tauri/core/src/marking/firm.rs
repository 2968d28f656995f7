//! How firm a result is, as it is looked at: in pictures, and in one plain paragraph that can go into the report.

use rust_decimal::Decimal;
use serde::Serialize;
use ts_rs::TS;

use super::picture::{len, row, Drawing, Medium, Picture, ROW};
use super::result::Counted;
use super::words::rule_text;
use crate::criterion::listed;
use crate::evaluation::score::firmness::{examine, Case, Firmness, Flip, Trials};
use crate::evaluation::score::price::Rule;
use crate::evaluation::score::{exact, rounded, Exact, Mode, Rounding, Scheme};
use crate::l10n::Lang;
use crate::{Result, Text};

/// A way the ballot could be otherwise, and how the bidders stand then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "FirmnessCase")]
pub struct Otherwise {
    /// What is otherwise: an evaluator or a bidder left out, or a rule for the price.
    pub what: Text,
    /// The bidders then, rank by rank, without their legal form; or why that cannot be told.
    pub ranking: Vec<Text>,
    /// The first of now is not first alone any more, though it is not left out.
    pub changes: bool,
    /// How far the winner of now is ahead, with its sign; none where it is left out.
    pub lead: Option<String>,
}

/// A criterion's weight, and the one at which another bidder is first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "FirmnessWeight")]
pub struct Turning {
    /// Key of the criterion.
    pub id: String,
    /// The whole it is a part of.
    pub parent: Option<String>,
    /// `1.2`.
    pub number: String,
    /// Its name.
    pub title: String,
    /// Its weight.
    pub weight: String,
    /// The first weight at which the winner is not first alone; none where no change of this weight alone does it.
    pub at: Option<String>,
    /// The place itself where it turns: no weight up to it changes who is first.
    pub place: Option<String>,
    /// Who is first or level then, without the legal form; none where nobody has a place.
    pub other: Option<String>,
}

/// How firm a result is, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The sentences of the paragraph; where nobody is first alone, it says so, and whether leaving out changes that.
    pub paragraph: Vec<Text>,
    /// What changes of weights do, in a sentence; none where nobody is first alone.
    pub flips: Option<Text>,
    /// The weights of all criteria, parts behind their whole.
    pub weights: Vec<Turning>,
    /// What leaving out does, the first cases by name; empty where nobody is first alone, now or then.
    pub without: Vec<Text>,
    /// Without each evaluator, then without each bidder.
    pub cases: Vec<Otherwise>,
    /// Under each rule for the price; empty where no points come from it.
    pub rules: Vec<Otherwise>,
}

/// Cases in which another bidder is first that are told by name; of the rest only how many there are.
const NAMED: usize = 3;

/// The first of these by name, and how many more there are.
fn named(mut turns: Vec<Text>, more: Text) -> Vec<Text> {
    let rest = turns.len().saturating_sub(NAMED);
    turns.truncate(NAMED);
    turns.extend((rest > 0).then(|| more.arg("count", rest)));
    turns
}

/// A seed that belongs to a procurement, so that its trials come out alike whenever they are made (FNV-1a).
pub fn seed(procurement: &str) -> u64 {
    procurement
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The rules for the price that are tried beside the one that holds: those that need no further numbers.
fn other_rules(counted: &Counted) -> Vec<Rule> {
    let mut rules: Vec<Rule> = counted.held_rules().cloned().collect();
    if rules.is_empty() {
        return Vec::new();
    }
    rules.dedup();
    for rule in [Rule::LowestOverBid, Rule::Linear] {
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
    rules
}

/// Examines a counted procurement.
pub fn firmness(
    counted: &Counted,
    procurement: &str,
    advance: &mut dyn FnMut(usize, usize) -> Result<()>,
) -> Result<Firmness> {
    examine(&counted.gathered.ballot, seed(procurement), &other_rules(counted), advance)
}

/// A weight as people write it: up to two decimals, as many as one may have.
fn weight(value: Exact) -> String {
    let short = rounded(value, Rounding { places: 2, mode: Mode::HalfUp }).unwrap_or_default();
    short.normalize().to_string()
}

/// A share of the trials in percent, always to a tenth: shares stand beside each other. What happened at all is not told
/// as never, nor what did not always happen as always.
fn percent(times: u32, runs: u32) -> String {
    let share = Exact::new(i128::from(times) * 100, i128::from(runs.max(1)));
    let told = rounded(share, Rounding { places: 1, mode: Mode::HalfUp }).unwrap_or_default();
    if told.is_zero() && times > 0 {
        "<0.1".into()
    } else if told == Decimal::ONE_HUNDRED && times < runs {
        ">99.9".into()
    } else {
        told.to_string()
    }
}

impl Counted {
    /// The rules that prices earn their points by, one for each criterion.
    fn held_rules(&self) -> impl Iterator<Item = &Rule> {
        let ballot = &self.gathered.ballot;
        ballot.items.iter().filter(move |item| ballot.earns(item)).filter_map(|item| match &item.scheme {
            Scheme::Price(formula) => Some(&formula.rule),
            _ => None,
        })
    }

    /// Whether all prices are judged by a rule as it is.
    pub fn holds(&self, rule: &Rule) -> bool {
        self.held_rules().all(|held| held == rule)
    }

    fn winner(&self) -> Option<&str> {
        self.outcome.winner()
    }

    /// What is to be said in place of how firm a winner is, where nobody is first alone.
    fn nobody_first(&self) -> Option<Text> {
        let level: Vec<&str> = self.outcome.winners().iter().map(|id| self.short(id)).collect();
        match level.len() {
            0 => Some(Text::new("firm-nobody")),
            1 => None,
            _ => Some(Text::new("firm-level").names("names", &level)),
        }
    }

    /// The criteria of the first level with what changes the winner there.
    fn tops<'f>(&self, firmness: &'f Firmness) -> Vec<&'f (String, Option<crate::evaluation::score::firmness::Flip>)> {
        let top = |id: &str| self.gathered.ballot.items.iter().any(|item| item.group == id);
        firmness.flips.iter().filter(|(id, _)| top(id)).collect()
    }

    /// Every criterion with what changes the winner there, parts behind their whole.
    fn turnings(&self, firmness: &Firmness) -> Vec<Turning> {
        let items = &self.gathered.ballot.items;
        let rows = listed(&self.gathered.criteria).into_iter().filter_map(|(number, _, criterion)| {
            let (_, flip) = firmness.flips.iter().find(|(id, _)| *id == criterion.id)?;
            let within = items.iter().filter(|item| item.id == criterion.id || item.group == criterion.id);
            let own: Exact = within.map(|item| exact(item.weight)).sum();
            Some(Turning {
                number,
                weight: weight(own),
                at: flip.as_ref().map(|flip| flip.at.to_string()),
                place: flip.as_ref().map(|flip| (flip.weight + flip.change).shown()),
                other: flip.as_ref().and_then(|flip| flip.winner.as_ref()).map(|id| self.short(id).to_owned()),
                title: criterion.title,
                parent: criterion.parent,
                id: criterion.id,
            })
        });
        rows.collect()
    }

    /// The bidders rank by rank, in words.
    fn ranked(&self, case: &Case) -> Vec<Text> {
        if let Some((item, bidder)) = &case.untold {
            let text = Text::new("firm-rank-untold").arg("title", self.title(item)).arg("bidder", self.short(bidder));
            return vec![text];
        }
        let mut place = 1;
        let mut told = Vec::new();
        for rank in &case.ranking {
            let names: Vec<&str> = rank.iter().map(|id| self.short(id)).collect();
            told.push(Text::new("firm-rank").arg("rank", place).names("names", &names));
            place += rank.len();
        }
        if told.is_empty() {
            told.push(Text::new("firm-rank-none"));
        }
        told
    }

    /// How it comes out otherwise. `left` is the bidder that is left out, where one is.
    fn otherwise(&self, what: Text, case: &Case, left: Option<&str>) -> Otherwise {
        let winner = self.winner();
        // To be level with another is not to be first alone; where nobody has a place, it has none either.
        let alone = |rank: &Vec<String>| matches!(rank.as_slice(), [only] if Some(only.as_str()) == winner);
        let other = case.untold.is_none() && !case.ranking.first().is_some_and(alone);
        let changes = winner.is_some() && other && (left.is_none() || left != winner);
        Otherwise { what, ranking: self.ranked(case), changes, lead: case.lead.map(|lead| lead.to_string()) }
    }

    /// Who is in front in a case, in words; `text` says what is otherwise.
    fn turn(&self, text: Text, case: &Case) -> Text {
        let front: Vec<&str> = case.ranking.first().into_iter().flatten().map(|id| self.short(id)).collect();
        let how = match front.len() {
            0 => "nobody",
            1 if self.winner().is_some() => "first",
            1 => "alone",
            _ => "level",
        };
        text.arg("how", how).names("names", &front)
    }

    /// Who is in front without each evaluator, then without each bidder, each with how that comes out.
    fn turns<'f>(&self, firmness: &'f Firmness) -> Vec<(Text, &'f Case)> {
        let people = firmness.without_evaluator.iter().map(|(id, case)| {
            (self.turn(Text::new("firm-turn-evaluator").arg("name", self.evaluator(id)), case), case)
        });
        let bidders = firmness
            .without_bidder
            .iter()
            .map(|(id, case)| (self.turn(Text::new("firm-turn-bidder").arg("name", self.short(id)), case), case));
        people.chain(bidders).collect()
    }

    /// The smallest change of one weight that changes the winner, in a sentence.
    fn flip_text(&self, firmness: &Firmness, winner: &str) -> Text {
        let mut flips: Vec<&Flip> = firmness.flips.iter().filter_map(|(_, flip)| flip.as_ref()).collect();
        // Fractions as long as these are not compared exactly: what their common denominator takes may not fit.
        flips.sort_by(|a, b| a.change.near().abs().total_cmp(&b.change.near().abs()));
        match flips.first() {
            None => Text::new("firm-flip-none").arg("first", winner),
            Some(flip) => Text::new("firm-flip")
                .arg("title", self.title(&flip.criterion))
                .arg("from", weight(flip.weight))
                .arg("to", flip.at.to_string())
                .arg("way", if flip.rises { "up" } else { "down" })
                .arg("how", if flip.level { "level" } else { flip.winner.as_ref().map_or("nobody", |_| "first") })
                .arg("other", flip.winner.as_deref().map_or("", |id| self.short(id))),
        }
    }

    /// How often the winner is first in random weightings, and who is as often or more often.
    fn trials_text(&self, firmness: &Firmness, winner: &str) -> Text {
        let first = self.winner();
        let ballot = &self.gathered.ballot;
        let zero = ballot.items.iter().any(|item| item.weight.is_zero() && ballot.earns(item));
        let both = [&firmness.uniform, &firmness.near];
        let level = both.iter().any(|trials| trials.first.values().sum::<u32>() > trials.runs);
        let mut text = Text::new("firm-trials")
            .arg("first", winner)
            .arg("level", if level { "yes" } else { "no" })
            .arg("zero", if zero { "yes" } else { "no" });
        let keys = [["uniform", "rival", "share", "often"], ["near", "near-rival", "near-share", "near-often"]];
        for (trials, [own, rival, share, often]) in both.into_iter().zip(keys) {
            let times = first.and_then(|id| trials.first.get(id)).copied().unwrap_or_default();
            let others: Vec<(&str, u32)> = trials
                .first
                .iter()
                .map(|(id, times)| (id.as_str(), *times))
                .filter(|(id, _)| Some(*id) != first)
                .collect();
            let most = others.iter().map(|(_, times)| *times).max().unwrap_or_default();
            let leading: Vec<&str> =
                others.iter().filter(|(_, times)| *times == most).map(|(id, _)| self.short(id)).collect();
            let (shown, led) = (percent(times, trials.runs), percent(most, trials.runs));
            let how = if most == 0 || most < times {
                "less"
            } else if shown == led {
                "same"
            } else {
                "more"
            };
            text = text.arg(own, shown).arg(share, led).arg(often, how).names(rival, &leading);
        }
        text
    }

    /// What leaving out does, where one is first alone now.
    fn without(&self, firmness: &Firmness, cases: &[Otherwise], winner: &str) -> Vec<Text> {
        // That somebody else is first without the first itself says nothing.
        let itself = firmness.without_bidder.iter().filter(|(id, _)| Some(id.as_str()) == self.winner()).count();
        let turns = self.turns(firmness);
        let untold = turns.iter().filter(|(_, case)| case.untold.is_some()).count();
        if cases.len() == itself {
            return vec![Text::new("firm-without-nobody")];
        }
        if cases.len() == itself + untold {
            return vec![Text::new("firm-without-untold").arg("first", winner)];
        }
        let turned: Vec<Text> =
            turns.into_iter().zip(cases).filter(|(_, case)| case.changes).map(|((text, _), _)| text).collect();
        let kept = cases.len().saturating_sub(itself + untold + turned.len());
        let mut said = if turned.is_empty() {
            vec![Text::new("firm-without-none").arg("first", winner)]
        } else {
            let mut said = named(turned, Text::new("firm-without-more").arg("first", winner));
            said.extend((kept > 0).then(|| Text::new("firm-without-kept").arg("first", winner).arg("count", kept)));
            said
        };
        said.extend((untold > 0).then(|| Text::new("firm-without-unknown").arg("count", untold)));
        said
    }

    /// What other rules for the price do; empty where no points come from it.
    fn rules_said(&self, firmness: &Firmness, rules: &[Otherwise]) -> Vec<Text> {
        let turned: Vec<Text> = firmness
            .by_rule
            .iter()
            .zip(rules)
            .filter(|(_, told)| told.changes)
            .map(|((rule, case), _)| {
                let Text { id, args } = rule_text(rule);
                self.turn(Text { id: "firm-turn-rule".into(), args }.arg("rule", id), case)
            })
            .collect();
        if turned.is_empty() && !rules.is_empty() {
            return vec![Text::new("firm-rules-none")];
        }
        named(turned, Text::new("firm-rules-more"))
    }

    /// The words to a firmness.
    pub fn told(&self, firmness: &Firmness) -> Told {
        let winner = self.winner().map(|id| self.short(id)).unwrap_or_default().to_owned();
        let people = firmness.without_evaluator.iter().map(|(id, case)| {
            self.otherwise(Text::new("firm-without-evaluator").arg("name", self.evaluator(id)), case, None)
        });
        let bidders = firmness.without_bidder.iter().map(|(id, case)| {
            self.otherwise(Text::new("firm-without-bidder").arg("name", self.short(id)), case, Some(id.as_str()))
        });
        let cases: Vec<Otherwise> = people.chain(bidders).collect();
        let rules: Vec<Otherwise> =
            firmness.by_rule.iter().map(|(rule, case)| self.otherwise(rule_text(rule), case, None)).collect();
        if let Some(said) = self.nobody_first() {
            let turns = self.turns(firmness).into_iter();
            let alone = turns.filter(|(_, case)| case.ranking.first().is_some_and(|rank| rank.len() == 1));
            let without = named(alone.map(|(text, _)| text).collect(), Text::new("firm-without-level"));
            let paragraph = std::iter::once(said).chain(without.iter().cloned()).collect();
            return Told { paragraph, flips: None, weights: Vec::new(), without, cases, rules };
        }
        let flip_text = self.flip_text(firmness, &winner);
        let without = self.without(firmness, &cases, &winner);
        let mut paragraph = vec![flip_text.clone(), self.trials_text(firmness, &winner)];
        paragraph.extend(without.iter().cloned());
        paragraph.extend(self.rules_said(firmness, &rules));
        let weights = self.turnings(firmness);
        Told { paragraph, flips: Some(flip_text), weights, without, cases, rules }
    }
}

const LABEL: f64 = 130.0;
const WIDE: f64 = 436.0;

/// For each criterion of the first level its weight, and the weight at which another bidder is first.
pub fn flips_picture(counted: &Counted, firmness: &Firmness, lang: Lang, medium: Medium) -> Picture {
    let tops = counted.tops(firmness);
    let total: Exact = counted.gathered.ballot.items.iter().map(|item| exact(item.weight)).sum();
    let whole = total.near().max(0.1);
    let spare = medium.spare(WIDE);
    let (label, wide) = (LABEL + spare / 2.0, WIDE + spare);
    let (left, right) = (label + 6.0, 276.0 + spare / 2.0);
    let x = |value: f64| left + (value / whole).clamp(0.0, 1.0) * (right - left);
    let when = |flip: &Option<Flip>| match flip {
        None if counted.winner().is_none() => "–".to_owned(),
        None => lang.word("firm-never"),
        Some(flip) => {
            let name = flip.winner.as_ref().map_or_else(|| lang.word("firm-rank-none"), |id| counted.short(id).into());
            lang.say(&Text::new("firm-at").arg("weight", flip.at.to_string()).arg("name", name))
        }
    };
    let said: Vec<String> = tops.iter().map(|(_, flip)| when(flip)).collect();
    let (titled, room) = (medium.room(label), medium.room(wide - right - 12.0));
    let titles = row(tops.iter().map(|(id, _)| counted.title(id)), titled);
    let row = row(said.iter().map(String::as_str), room).max(titles);
    let bottom = 22.0 + row * len(tops.len());
    let mut drawing = Drawing::new(wide, bottom + 2.0);
    for part in 0..=4_i64 {
        let at = total * Exact::new(i128::from(part), 4);
        drawing.line((x(at.near()), 16.0), (x(at.near()), bottom), "k-grid");
        drawing.words((x(at.near()), 11.0), "k-small", "middle", &weight(at));
    }
    let mut told = Vec::new();
    for (n, ((id, flip), words)) in tops.into_iter().zip(said).enumerate() {
        let y = 24.0 + row * (len(n) + 0.5);
        let own: Exact =
            counted.gathered.ballot.items.iter().filter(|item| item.group == *id).map(|item| exact(item.weight)).sum();
        drawing.label((0.0, y), "k-label", titled, counted.title(id));
        let middle = y - 4.0;
        drawing.line((left, middle), (right, middle), "k-way");
        if let Some(flip) = flip {
            let to = exact(flip.at).near();
            drawing.line((x(own.near()), middle), (x(to), middle), "k-span");
            drawing.line((x(to), middle - 6.0), (x(to), middle + 6.0), "k-tick");
        }
        drawing.label((right + 12.0, y), if flip.is_some() { "k-label" } else { "k-quiet" }, room, &words);
        drawing.dot((x(own.near()), middle), "k-first");
        told.push(lang.say(&Text::new("picture-item").arg("title", counted.title(id)).arg("value", words)));
    }
    let alt = Text::new("firm-flips-alt").arg("list", told.join(&lang.word("picture-joint")));
    drawing.done(lang.say(&alt))
}

/// How often each bidder is first.
pub fn trials_picture(counted: &Counted, trials: &Trials, lang: Lang, medium: Medium) -> Picture {
    let tried = counted.outcome.standings.iter().filter(|one| trials.first.contains_key(&one.bidder));
    let ranked: Vec<(&str, bool)> = tried.map(|one| (one.bidder.as_str(), one.rank == Some(1))).collect();
    let spare = medium.spare(WIDE);
    let (left, right, wide) = (168.0 + spare, 368.0 + spare, WIDE + spare);
    let room = medium.room(160.0 + spare);
    let names: Vec<&str> = ranked.iter().map(|(id, _)| counted.short(id)).collect();
    let row = row(names.iter().copied(), room);
    // Level ones are first together, and their shares add up to more than the whole.
    let level = trials.first.values().sum::<u32>() > trials.runs;
    let bottom = 4.0 + row * len(ranked.len());
    let mut drawing = Drawing::new(wide, if level { bottom + ROW } else { bottom });
    let mut told = Vec::new();
    for (n, (id, first)) in ranked.iter().enumerate() {
        let y = 5.0 + row * (len(n) + 0.5);
        let times = trials.first.get(*id).copied().unwrap_or_default();
        let share = f64::from(times) / f64::from(trials.runs.max(1));
        drawing.label_among((0.0, y), "k-label", room, names[n], &names);
        drawing.bar((left, y - 9.0), (right - left, 9.0), "k-ground");
        drawing.bar((left, y - 9.0), (share * (right - left), 9.0), if *first { "k-first" } else { "k-other" });
        let words = format!("{}%", percent(times, trials.runs));
        drawing.words((wide - 4.0, y), "k-figure", "end", &words);
        told.push(lang.say(&Text::new("picture-item").arg("title", names[n]).arg("value", words)));
    }
    let alt = lang.say(&Text::new("firm-trials-alt").arg("list", told.join(&lang.word("picture-joint"))));
    if !level {
        return drawing.done(alt);
    }
    let note = lang.word("firm-trials-level");
    drawing.words((0.0, bottom + ROW / 2.0), "k-small", "start", &note);
    drawing.done(lang.in_line(&[&alt, &note]))
}

/// How far ahead the winner is when an evaluator or a bidder is left out; none where nobody is ahead of anybody.
pub fn leads_picture(counted: &Counted, firmness: &Firmness, told: &Told, lang: Lang) -> Option<Picture> {
    let leads: Vec<(String, Option<f64>, String, bool)> = {
        let number = |lead: Option<&str>| lead.and_then(|lead| lead.parse::<f64>().ok());
        let now = firmness.now.lead.map(|lead| lead.to_string());
        let all = (lang.word("firm-everybody"), number(now.as_deref()), now.unwrap_or_default(), true);
        let rest = told.cases.iter().filter(|case| case.lead.is_some()).map(|case| {
            let shown = case.lead.clone().unwrap_or_default();
            (lang.say(&case.what), number(case.lead.as_deref()), shown, false)
        });
        std::iter::once(all).filter(|(_, lead, ..)| lead.is_some()).chain(rest).collect()
    };
    if leads.is_empty() {
        return None;
    }
    let values = || leads.iter().filter_map(|(_, lead, ..)| *lead);
    let (least, most) = (values().fold(0.0, f64::min), values().fold(1.0, f64::max));
    let (left, right) = (190.0, 336.0);
    let x = |value: f64| left + (value - least) / (most - least) * (right - left);
    let row = row(leads.iter().map(|(what, ..)| what.as_str()), 176.0);
    let bottom = 8.0 + row * len(leads.len());
    let mut drawing = Drawing::new(WIDE, bottom + 2.0);
    drawing.line((x(0.0), 2.0), (x(0.0), bottom), "k-axis");
    let mut spoken = Vec::new();
    for (n, (what, lead, shown, now)) in leads.iter().enumerate() {
        let y = 8.0 + row * (len(n) + 0.5);
        drawing.label((0.0, y), if *now { "k-strong" } else { "k-label" }, 176.0, what);
        if let Some(lead) = lead {
            drawing.line((x(0.0), y - 4.0), (x(*lead), y - 4.0), "k-way");
            drawing.dot((x(*lead), y - 4.0), if *now { "k-first" } else { "k-other" });
        }
        let words = lang.say(&Text::new("result-points").arg("points", shown.replace('-', "−")));
        drawing.words((WIDE - 4.0, y), if *now { "k-strong" } else { "k-figure" }, "end", &words);
        spoken.push(lang.say(&Text::new("picture-item").arg("title", what).arg("value", words)));
    }
    let alt = Text::new("firm-leads-alt")
        .arg("first", counted.winner().map(|id| counted.short(id)).unwrap_or_default())
        .arg("list", spoken.join(&lang.word("picture-joint")));
    Some(drawing.done(lang.say(&alt)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_belongs_to_its_procurement() {
        assert_eq!(seed("a"), seed("a"));
        assert_ne!(seed("a"), seed("b"));
    }

    #[test]
    fn shares_are_told_to_a_tenth() {
        assert_eq!(percent(9_687, 10_000), "96.9");
        assert_eq!(percent(2_300, 10_000), "23.0");
        assert_eq!(percent(10_000, 10_000), "100.0");
        assert_eq!(percent(0, 10_000), "0.0");
        assert_eq!(percent(1, 10_000), "<0.1", "once is not never");
        assert_eq!(percent(9_999, 10_000), ">99.9", "nor all but once always");
    }
}
