//! The evaluation sheet (評価シート) of one evaluator as a plain model: what is asked of her, and what she has written
//! herself. It is made from her own sheet and nothing else, so that nobody's marks are on the paper of somebody else.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;

use super::ballot::{weight_of, weight_shown};
use super::incoming::traces;
use super::sheet::{leaves, markers, Sheet};
use super::words::grouped;
use super::Part;
use crate::calendar::{self, in_japan, Moment};
use crate::criterion::judging::{Scheme, TaxBasis, FAIL, PASS};
use crate::criterion::{self, divides, shown, weight, Criterion};
use crate::distribution::paper::House;
use crate::evaluation::score::price::Rule;
use crate::evaluation::score::{exact, rounded, Exact, ZERO};
use crate::l10n::Lang;
use crate::library::sha256;
use crate::paper::{self, PaperHead, Runs};
use crate::proposal::price::{competing, current, Basis};
use crate::rfp::paper::phrases;
use crate::storage::Read;
use crate::vendor::Vendor;
use crate::{Error, Result, Text};

/// An evaluation sheet, blank or filled.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetPaper {
    /// The language of the paper.
    pub lang: paper::Lang,
    /// The labels the template shows.
    pub words: BTreeMap<String, String>,
    /// What head, running heads and file properties say.
    pub paper: PaperHead,
    /// To be filled in by hand: marks and comments are left out.
    pub blank: bool,
    /// Label and value beside the title.
    pub facts: Vec<(Runs, Runs)>,
    /// The bidders that are compared.
    pub bidders: Vec<SheetBidder>,
    /// The criteria, parts behind their whole.
    pub criteria: Vec<SheetRow>,
    /// What the weights of all that earns points by a mark add up to.
    pub weights: String,
    /// What the marks stand for.
    pub legend: Vec<LegendRow>,
    /// Her statement of conflicts of interest, or the one she is to sign.
    pub statement: Runs,
    /// What she ticks in its place where there is a conflict, with room for the pen; empty once she has signed.
    pub tied: String,
    /// Her name on a filled sheet whose statement is signed; a line for the pen where it is empty.
    pub signed: String,
    /// The day she handed the sheet in; a line for the pen where it is empty.
    #[serde(rename = "signed-on")]
    pub signed_on: String,
    /// What the sheet was made from.
    #[serde(skip)]
    pub origin: Origin,
}

/// What a sheet was made from, to know it again when it comes back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// The procurement.
    pub procurement: String,
    /// The evaluator.
    pub evaluator: String,
    /// SHA-256 of criteria, bidders and what is asked of her.
    pub basis: String,
}

/// A bidder on the sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetBidder {
    /// Key.
    #[serde(skip)]
    pub id: String,
    /// The company.
    pub name: String,
    /// What her marks add up to, worded; empty on a blank sheet and where there is none.
    pub points: String,
}

/// A criterion on the sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetRow {
    /// Key.
    #[serde(skip)]
    pub id: String,
    /// Its number.
    pub no: String,
    /// Its name.
    pub name: String,
    /// What it asks.
    pub view: String,
    /// Its weight; empty where it carries none.
    pub weight: String,
    /// It is part of the criterion above it.
    pub inner: bool,
    /// It has parts, and no cells of its own.
    pub whole: bool,
    /// How it is judged, in a few words.
    pub how: String,
    /// What each mark stands for, in lines.
    #[serde(skip)]
    pub anchors: String,
    /// The marks to choose from, as stored and as shown.
    #[serde(skip)]
    pub choices: Vec<(String, String)>,
    /// The greatest number of points, where points are given; empty otherwise.
    #[serde(skip)]
    pub greatest: String,
    /// A cell for each bidder; none for a whole.
    pub cells: Vec<SheetCell>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum SheetCell {
    /// Hers to fill in.
    Open {
        /// Her mark as it is shown; empty for none.
        mark: String,
        /// Her comment.
        comment: String,
        /// The bidder may be told the comment.
        may_tell: bool,
        /// It has been handed in.
        held: bool,
        /// What it holds, to tell later what was changed: see [`traces`].
        #[serde(skip)]
        traces: String,
    },
    /// Not hers, or not yet: why.
    Closed {
        /// In a word.
        words: String,
    },
    /// The price, from which points are computed.
    Price {
        /// The amount.
        words: String,
    },
}

/// A line of what marks stand for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LegendRow {
    /// ○, △ or ×; empty for other lines.
    pub mark: String,
    /// What the line is about, where it is not about a mark.
    pub label: String,
    /// The words.
    pub s: Runs,
}

/// Labels the template shows beside those of all papers; the Fluent id of `KEY` is `evaluation-sheet-KEY`.
const WORDS: [&str; 9] = ["no", "criterion", "weight", "mark", "comment", "total", "signature", "signed-on", "bidders"];

impl SheetPaper {
    /// The sheet of an evaluator as it stands.
    ///
    /// # Errors
    /// Refused for an adviser, and while there are no criteria or no proposals.
    pub fn of(read: &Read<'_>, house: &House, evaluator: &str, blank: bool) -> Result<Self> {
        let sheet = Sheet::of(read, evaluator)?;
        if sheet.criteria.is_empty() {
            return Err(Error::say("error-evaluation-sheet-criteria"));
        }
        if sheet.bidders.is_empty() {
            return Err(Error::say("error-evaluation-sheet-bidders"));
        }
        let lang = house.lang;
        let writer = Writer::of(read, house, &sheet, blank)?;
        let mut words = house.words(&[]);
        words.extend(WORDS.iter().map(|key| ((*key).to_owned(), lang.word(&format!("evaluation-sheet-{key}")))));
        if writer.criteria.iter().any(|one| !one.scheme.is_marked()) {
            words.insert("total".into(), lang.word("evaluation-sheet-total-marked"));
        }
        let bidders = sheet.bidders.iter().zip(&writer.names).map(|(bidder, name)| {
            let points = if blank { Ok(String::new()) } else { writer.points(&bidder.id) };
            Ok(SheetBidder { id: bidder.id.clone(), name: name.clone(), points: points? })
        });
        Ok(Self {
            lang: house.paper_lang(),
            words,
            paper: head(read, house, &sheet)?,
            blank,
            facts: facts(house, &sheet),
            bidders: bidders.collect::<Result<_>>()?,
            criteria: criterion::listed(&writer.criteria).into_iter().map(|one| writer.row(one)).collect(),
            weights: shown(writer.weights()),
            legend: writer.legend(),
            statement: writer.statement().into(),
            tied: if sheet.statement.is_some() { String::new() } else { lang.word("evaluation-sheet-tied") },
            signed: if blank || sheet.statement.is_none() { String::new() } else { sheet.evaluator.name.clone() },
            signed_on: if blank { String::new() } else { day_of_hand_in(&sheet, house) },
            origin: Origin {
                procurement: sheet.evaluator.procurement.clone(),
                evaluator: sheet.evaluator.id.clone(),
                basis: basis(read, &sheet)?,
            },
        })
    }
}

/// SHA-256 of what a sheet asks: another one when a criterion, a bidder, a scheme or what she judges has changed.
///
/// # Errors
/// Where the store cannot be read.
pub fn basis(read: &Read<'_>, sheet: &Sheet) -> Result<String> {
    let criteria = criterion::of(read, &sheet.evaluator.procurement)?;
    let listed: Vec<_> = criterion::listed(&criteria)
        .into_iter()
        .map(|(number, _, one)| (number, one.id, one.title, one.asks, one.weight, one.scheme))
        .collect();
    let mut bidders = Vec::new();
    for bidder in sheet.bidders.iter() {
        bidders.push((bidder.id.clone(), read.get::<Vendor>(&bidder.vendor)?.name));
    }
    let marks = &sheet.judging.marks;
    let hers = (&sheet.evaluator.judges, sheet.steps_aside());
    Ok(sha256(&serde_json::to_vec(&(listed, bidders, marks, hers))?))
}

fn head(read: &Read<'_>, house: &House, sheet: &Sheet) -> Result<PaperHead> {
    let lang = house.lang;
    let markers = markers(read, &sheet.evaluator.procurement)?;
    let place = markers.iter().position(|one| one.id == sheet.evaluator.id).unwrap_or_default() + 1;
    let subject = house.fact(crate::procurement::FactKey::DocTitle);
    let title = lang.say(&Text::new("evaluation-sheet-title").arg("title", subject));
    let plain = house.head(&format!("S{place:02}"));
    let note = lang.word("evaluation-sheet-secret");
    Ok(PaperHead {
        kind: lang.word("evaluation-sheet-kind"),
        title_parts: phrases(&title, lang),
        running: Some(lang.say(&Text::new("evaluation-sheet-running").arg("title", subject))),
        title,
        footnote: Some(plain.footnote.as_ref().map_or_else(|| note.clone(), |sample| format!("{note}　{sample}"))),
        ..plain
    })
}

fn facts(house: &House, sheet: &Sheet) -> Vec<(Runs, Runs)> {
    let lang = house.lang;
    let evaluator = &sheet.evaluator;
    let who = lang.in_line(&[&evaluator.name, &evaluator.role]);
    let mut facts = vec![(lang.word("evaluation-sheet-evaluator").into(), who.into())];
    if let Ok(due) = sheet.judging.due.parse::<Moment>() {
        let due = calendar::moment(due, lang, house.facts.style());
        facts.push((lang.word("evaluation-sheet-due").into(), due.into()));
    }
    facts
}

/// The day the sheet was handed in, the last part of it; empty before.
fn day_of_hand_in(sheet: &Sheet, house: &House) -> String {
    let last = sheet.handed_in.last().and_then(|part| part.at.parse().ok());
    last.map_or_else(String::new, |at| calendar::plain_day(in_japan(at).date_naive(), house.lang, house.facts.style()))
}

fn percent(share: Decimal) -> String {
    shown(share * Decimal::ONE_HUNDRED)
}

/// What all cells of a sheet are worded from.
struct Writer<'s> {
    lang: Lang,
    sheet: &'s Sheet,
    blank: bool,
    criteria: Vec<Criterion>,
    leaves: Vec<Criterion>,
    /// Names of the bidders, in their order.
    names: Vec<String>,
    /// Prices by bidder, while they may be seen.
    prices: BTreeMap<String, String>,
}

impl<'s> Writer<'s> {
    fn of(read: &Read<'_>, house: &House, sheet: &'s Sheet, blank: bool) -> Result<Self> {
        let procurement = &sheet.evaluator.procurement;
        let criteria = criterion::of(read, procurement)?;
        let basis = Basis::of(read, procurement)?;
        let lang = house.lang;
        let tax = match basis.tax {
            TaxBasis::Excluded => lang.word("evaluation-sheet-tax-excluded"),
            TaxBasis::Included => lang.word("evaluation-sheet-tax-included"),
        };
        let mut prices = BTreeMap::new();
        for (bidder, proposal) in competing(read, procurement)?.into_iter().filter(|_| sheet.price_open) {
            let amount = current(read, &proposal.id, &basis)?.and_then(|total| total.compared(&basis));
            let words = match amount {
                Some(amount) => Text::new("evaluation-sheet-price").arg("amount", grouped(amount)).arg("tax", &tax),
                None => Text::new("evaluation-sheet-price-open"),
            };
            prices.insert(bidder.id, lang.say(&words));
        }
        let names = sheet.bidders.iter().map(|bidder| Ok(read.get::<Vendor>(&bidder.vendor)?.name));
        let names = names.collect::<Result<_>>()?;
        Ok(Self { lang, sheet, blank, leaves: leaves(&criteria), criteria, names, prices })
    }

    fn row(&self, (no, depth, one): (String, u8, Criterion)) -> SheetRow {
        let whole = !self.leaves.iter().any(|leaf| leaf.id == one.id);
        let carries = whole || !matches!(one.scheme, Scheme::PassFail);
        let weight = if whole {
            weight(&self.criteria, &one).filter(|_| !divides(&self.criteria, &one, &self.sheet.judging))
        } else {
            let set = weight_shown(&one, &self.criteria, &self.leaves, &self.sheet.judging);
            set.map(|set| set.round_dp(2)).filter(|_| carries)
        };
        let cells = self.sheet.bidders.iter().map(|bidder| self.cell(&one, &bidder.id));
        SheetRow {
            cells: if whole { Vec::new() } else { cells.collect() },
            no,
            weight: weight.map(shown).unwrap_or_default(),
            inner: depth > 1,
            whole,
            how: if whole { String::new() } else { self.how(&one.scheme) },
            anchors: if whole { String::new() } else { self.anchors(&one.scheme) },
            choices: if whole { Vec::new() } else { choices(&one.scheme, self.lang) },
            greatest: match &one.scheme {
                Scheme::Points { greatest } if !whole => shown(*greatest),
                _ => String::new(),
            },
            id: one.id,
            name: one.title,
            view: one.asks,
        }
    }

    fn cell(&self, criterion: &Criterion, bidder: &str) -> SheetCell {
        let closed = |id: &str| SheetCell::Closed { words: self.lang.word(id) };
        let part = self.sheet.part_of(criterion);
        let early = part == Part::Price && !self.sheet.price_open;
        if !criterion.scheme.is_marked() {
            let price = self.prices.get(bidder).cloned();
            return price.map_or_else(|| closed("evaluation-sheet-price-closed"), |words| SheetCell::Price { words });
        }
        if !self.sheet.judges(criterion) {
            return closed("evaluation-sheet-not-hers");
        }
        if self.sheet.steps_aside().contains(bidder) {
            return closed("evaluation-sheet-aside");
        }
        if early {
            return closed("evaluation-sheet-price-closed");
        }
        let mark = self.sheet.mark(&criterion.id, bidder).filter(|_| !self.blank);
        let (stored, comment, may_tell) =
            mark.map_or(("", "", false), |mark| (mark.mark.as_str(), mark.comment.as_str(), mark.may_tell));
        let known = choices(&criterion.scheme, self.lang).into_iter().find(|(choice, _)| choice == stored);
        SheetCell::Open {
            mark: known.map_or_else(|| stored.to_owned(), |(_, shown)| shown),
            comment: comment.to_owned(),
            may_tell,
            held: self.sheet.is_in(part),
            traces: traces(stored, comment, may_tell),
        }
    }

    /// What the weights of all that earns points by a mark add up to.
    fn weights(&self) -> Decimal {
        let earns = |leaf: &&Criterion| leaf.scheme.is_marked() && !matches!(leaf.scheme, Scheme::PassFail);
        let weights = self.leaves.iter().filter(earns).map(|leaf| weight_of(leaf, &self.criteria, &self.leaves));
        weights.sum::<Decimal>().round_dp(2)
    }

    /// What her marks for a bidder add up to, and how many are still missing.
    fn points(&self, bidder: &str) -> Result<String> {
        let (mut sum, mut blank, mut any): (Exact, usize, bool) = (ZERO, 0, false);
        for leaf in self.leaves.iter().filter(|leaf| self.sheet.is_asked(leaf, bidder)) {
            let mark = self.sheet.mark(&leaf.id, bidder).map_or("", |mark| mark.mark.as_str());
            if matches!(leaf.scheme, Scheme::PassFail) {
                // It earns nothing, but left blank it is missing all the same.
                blank += usize::from(mark.is_empty());
                continue;
            }
            match leaf.scheme.counted(&self.sheet.judging.marks).share(mark) {
                Some(share) => {
                    any = true;
                    sum += share * exact(weight_of(leaf, &self.criteria, &self.leaves));
                }
                None => blank += 1,
            }
        }
        let points = rounded(sum, self.sheet.judging.shortened())?;
        Ok(match (any, blank) {
            (false, _) => String::new(),
            (true, 0) => self.lang.say(&Text::new("evaluation-sheet-points").arg("points", points)),
            (true, _) => {
                self.lang.say(&Text::new("evaluation-sheet-points-open").arg("points", points).arg("count", blank))
            }
        })
    }

    /// How a scheme works, in a few words.
    fn how(&self, scheme: &Scheme) -> String {
        let say = |text: Text| self.lang.say(&text);
        match scheme {
            Scheme::Relative => "○△×".into(),
            Scheme::Grades { grades } => {
                let marks: Vec<&str> = grades.iter().map(|grade| grade.mark.as_str()).collect();
                marks.join(&self.lang.word("list-comma"))
            }
            Scheme::Points { greatest } => {
                say(Text::new("evaluation-sheet-how-points").arg("greatest", shown(*greatest)))
            }
            Scheme::PassFail => self.lang.word("evaluation-sheet-how-pass-fail"),
            Scheme::Price { .. } => self.lang.word("evaluation-sheet-how-price"),
        }
    }

    /// What each mark of a scheme stands for, a line each.
    fn anchors(&self, scheme: &Scheme) -> String {
        let lang = self.lang;
        let say = |text: Text| lang.say(&text);
        let marks = &self.sheet.judging.marks;
        match scheme {
            Scheme::Relative => [("○", "good", marks.good), ("△", "fair", marks.fair), ("×", "poor", marks.poor)]
                .map(|(mark, word, share)| {
                    let text = Text::new(format!("evaluation-sheet-{word}")).arg("share", percent(share));
                    format!("{mark} {}", say(text))
                })
                .join("\n"),
            Scheme::Grades { grades } => {
                let lines = grades.iter().map(|grade| {
                    let text = Text::new("evaluation-sheet-grade")
                        .arg("mark", &grade.mark)
                        .arg("share", percent(grade.share))
                        .arg("anchor", &grade.anchor);
                    say(text).trim_end().to_owned()
                });
                lines.collect::<Vec<_>>().join("\n")
            }
            Scheme::Points { greatest } => {
                say(Text::new("evaluation-sheet-points-anchor").arg("greatest", shown(*greatest)))
            }
            Scheme::PassFail => lang.word("evaluation-sheet-pass-fail-anchor"),
            Scheme::Price { .. } if self.sheet.judging.divides_by(scheme) => lang.word("scheme-divisor"),
            Scheme::Price { formula } => match &formula.rule {
                Rule::LowestOverBid => lang.word("evaluation-sheet-rule-lowest"),
                Rule::UnderCeiling { ceiling } => {
                    say(Text::new("evaluation-sheet-rule-ceiling").arg("ceiling", grouped(*ceiling)))
                }
                Rule::Linear => lang.word("evaluation-sheet-rule-linear"),
                Rule::Steps(_) => lang.word("evaluation-sheet-rule-steps"),
            },
        }
    }

    /// What the marks stand for: ○△× a line each, every other scheme once with the numbers of its criteria.
    fn legend(&self) -> Vec<LegendRow> {
        let mut legend = Vec::new();
        let mut schemes: Vec<(&Scheme, Vec<String>)> = Vec::new();
        for (number, _, one) in criterion::listed(&self.criteria) {
            let Some(leaf) = self.leaves.iter().find(|leaf| leaf.id == one.id) else { continue };
            match schemes.iter_mut().find(|(known, _)| **known == leaf.scheme) {
                Some((_, numbers)) => numbers.push(number),
                None => schemes.push((&leaf.scheme, vec![number])),
            }
        }
        let alone = schemes.len() == 1;
        for (scheme, numbers) in schemes {
            let about = if alone { String::new() } else { numbers.join(&self.lang.word("list-comma")) };
            let lines = self.anchors(scheme);
            if matches!(scheme, Scheme::Relative) {
                for line in lines.lines() {
                    let (mark, words) = line.split_once(' ').unwrap_or(("", line));
                    legend.push(LegendRow { mark: mark.into(), label: String::new(), s: words.into() });
                }
                continue;
            }
            let word = match scheme {
                Scheme::Grades { .. } => "evaluation-sheet-label-grades",
                Scheme::Points { .. } => "evaluation-sheet-label-points",
                Scheme::PassFail => "evaluation-sheet-label-pass-fail",
                _ => "evaluation-sheet-label-price",
            };
            let words = lines.replace('\n', &self.lang.word("evaluation-sheet-between"));
            let words = if about.is_empty() {
                words
            } else {
                self.lang.say(&Text::new("evaluation-sheet-about").arg("numbers", about).arg("words", words))
            };
            legend.push(LegendRow { mark: String::new(), label: self.lang.word(word), s: words.into() });
        }
        let label = self.lang.word("evaluation-sheet-label-note");
        legend.push(LegendRow { mark: String::new(), label, s: self.lang.word("evaluation-sheet-note").into() });
        legend
    }

    /// What she says of her ties to the bidders.
    fn statement(&self) -> String {
        let Some((statement, named)) = self.sheet.statement.as_ref().filter(|(said, _)| said.conflict) else {
            return self.lang.word("evaluation-sheet-statement");
        };
        let aside = self.sheet.steps_aside();
        let companies = self.sheet.bidders.iter().zip(&self.names);
        let told: Vec<String> = companies
            .filter_map(|(bidder, name)| {
                named.iter().find(|one| one.bidder == bidder.id)?;
                let id = if aside.contains(bidder.id.as_str()) {
                    "evaluation-sheet-named-aside"
                } else {
                    "evaluation-sheet-named-allowed"
                };
                Some(self.lang.say(&Text::new(id).arg("name", name)))
            })
            .collect();
        let told = if told.is_empty() { statement.note.clone() } else { told.join(&self.lang.word("list-comma")) };
        self.lang.say(&Text::new("evaluation-sheet-conflict").arg("what", told))
    }
}

/// The marks of a scheme, as stored and as shown; none where they are typed.
pub(super) fn choices(scheme: &Scheme, lang: Lang) -> Vec<(String, String)> {
    match scheme {
        Scheme::Relative => ["○", "△", "×"].map(|mark| (mark.to_owned(), mark.to_owned())).to_vec(),
        Scheme::Grades { grades } => grades.iter().map(|grade| (grade.mark.clone(), grade.mark.clone())).collect(),
        Scheme::PassFail => vec![
            (PASS.to_owned(), lang.word("evaluation-sheet-pass")),
            (FAIL.to_owned(), lang.word("evaluation-sheet-fail")),
        ],
        Scheme::Points { .. } | Scheme::Price { .. } => Vec::new(),
    }
}

/// A mark as people read it: those of a scheme of pass and fail are stored in words of their own.
pub fn mark_word(scheme: &Scheme, mark: &str, lang: Lang) -> String {
    let named = choices(scheme, lang).into_iter().find(|(stored, _)| stored == mark);
    named.map_or_else(|| mark.to_owned(), |(_, shown)| shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_shown_in_percent() {
        assert_eq!(percent(Decimal::new(5, 1)), "50");
    }

    #[test]
    fn pass_and_fail_are_read_in_the_language_of_the_paper() {
        assert_eq!(mark_word(&Scheme::PassFail, PASS, Lang::Ja), "合格");
        assert_eq!(mark_word(&Scheme::PassFail, FAIL, Lang::En), "Fail");
        assert_eq!(mark_word(&Scheme::Relative, "△", Lang::En), "△");
        assert_eq!(mark_word(&Scheme::Points { greatest: Decimal::TEN }, "7", Lang::Ja), "7");
    }
}
