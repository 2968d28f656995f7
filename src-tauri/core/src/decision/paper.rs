//! The papers of the decision as plain models: the letter to a bidder, and the approval request.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::approval::{earlier_rounds, state, EarlierRound, Ended, State};
use super::{conditions, route, Approval, ApprovalStep, Notice, StepOutcome};
use crate::bidder::Bidder;
use crate::calendar::{self, Moment};
use crate::distribution::ledger::brief;
use crate::distribution::paper::{lines, House};
use crate::l10n::Lang;
use crate::letter::salutation;
use crate::paper::{self, Block, Cell, PaperHead, Run, Runs};
use crate::procurement::FactKey;
use crate::rfp::paper::{addressed, phrases};
use crate::storage::Read;
use crate::vendor::Vendor;
use crate::{Result, Text};

/// A letter to one bidder. It names no other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LetterPaper {
    /// The language of the paper.
    pub lang: paper::Lang,
    /// The labels the template shows.
    pub words: BTreeMap<String, String>,
    /// What foot and file properties say.
    pub paper: PaperHead,
    /// The letter.
    pub letter: Letter,
}

/// The parts of a letter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    /// To whom, in lines.
    pub to: Vec<String>,
    /// From whom, in lines.
    pub from: Vec<String>,
    /// What it is about.
    pub subject: String,
    /// Its words.
    pub body: Vec<LetterBlock>,
}

/// A piece of a letter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "t")]
pub enum LetterBlock {
    /// A line that names what follows: 1. 評価した点.
    #[serde(rename = "head")]
    Head {
        /// The words.
        r: Runs,
    },
    /// The last word: 以上.
    #[serde(rename = "end")]
    End {
        /// The word.
        r: Runs,
    },
    /// A paragraph.
    #[serde(rename = "p")]
    Paragraph {
        /// The words.
        r: Runs,
    },
    /// A list.
    #[serde(rename = "ul")]
    Points {
        /// Its items.
        i: Vec<paper::Item>,
    },
    /// A gap between parts.
    #[serde(rename = "gap")]
    Gap {},
}

impl LetterPaper {
    /// Everything that can be read in it, in lines.
    pub fn text(&self) -> String {
        let mut all = vec![self.paper.kind.clone(), self.paper.title.clone(), self.paper.number.clone()];
        all.extend([self.paper.class.clone(), self.paper.issuer.company.clone(), self.paper.issuer.unit.clone()]);
        all.extend(self.paper.footnote.clone());
        all.extend(self.letter.to.iter().chain(&self.letter.from).cloned());
        all.push(self.letter.subject.clone());
        for block in &self.letter.body {
            match block {
                LetterBlock::Head { r } | LetterBlock::End { r } | LetterBlock::Paragraph { r } => all.push(r.plain()),
                LetterBlock::Points { i } => all.extend(i.iter().map(|item| item.r.plain())),
                LetterBlock::Gap {} => {}
            }
        }
        all.join("\n")
    }
}

/// The letter a notice becomes.
pub fn letter(read: &Read<'_>, notice: &Notice, house: &House) -> Result<LetterPaper> {
    let bidder: Bidder = read.get(&notice.bidder)?;
    let vendor: Vendor = read.get(&bidder.vendor)?;
    let lang = house.lang;
    let dated = notice.dated.unwrap_or(house.today);
    let to = addressee(&vendor.name, bidder.department.trim(), bidder.person.trim(), lang);
    let fact = |key: FactKey| house.fact(key).to_owned();
    let from = [fact(FactKey::IssuerAddress), fact(FactKey::IssuerCompany), fact(FactKey::IssuerDepartment)];
    let mut from: Vec<String> = from.into_iter().filter(|line| !line.is_empty()).collect();
    if lang == Lang::En && from.len() > 1 && !house.fact(FactKey::IssuerAddress).is_empty() {
        from.rotate_left(1);
    }
    let paper = PaperHead {
        kind: lang.word("notice-kind"),
        title: notice.subject.clone(),
        title_parts: phrases(&notice.subject, lang),
        number: notice.number.clone(),
        issued: calendar::plain_day(dated, lang, house.facts.style()),
        class_long: String::new(),
        ..house.head("")
    };
    Ok(LetterPaper {
        lang: house.paper_lang(),
        words: house.words(&[]),
        paper,
        letter: Letter {
            to,
            from,
            subject: notice.subject.clone(),
            body: body(&notice.body, &lang.word("notice-end")),
        },
    })
}

/// Whom a letter addresses, in lines: the person with 様, or else the company or its department with 御中, never both.
fn addressee(company: &str, department: &str, person: &str, lang: Lang) -> Vec<String> {
    match (lang, department.is_empty(), person.is_empty()) {
        (_, true, true) => vec![addressed(company, lang)],
        (_, false, true) => vec![company.to_owned(), addressed(department, lang)],
        (Lang::Ja, ..) => salutation(company, department, person, lang).lines().map(str::to_owned).collect(),
        (Lang::En, ..) => {
            let lines = [person, department, company].into_iter().filter(|line| !line.is_empty());
            lines.map(str::to_owned).collect()
        }
    }
}

/// Typed lines as pieces of a letter.
fn body(text: &str, end: &str) -> Vec<LetterBlock> {
    let mut blocks: Vec<LetterBlock> = Vec::new();
    for part in text.split("\n\n") {
        if !blocks.is_empty() {
            blocks.push(LetterBlock::Gap {});
        }
        for block in lines(part) {
            blocks.push(match block {
                Block::Bullets { i } => LetterBlock::Points { i },
                Block::Paragraph { r } if r.plain() == end => LetterBlock::End { r },
                Block::Paragraph { r } if is_head(&r.plain()) => LetterBlock::Head { r },
                Block::Paragraph { r } => LetterBlock::Paragraph { r },
                _ => continue,
            });
        }
    }
    blocks
}

/// Whether a line is a number and a few words: 1. 評価した点.
fn is_head(line: &str) -> bool {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let rest = &line[digits..];
    (1..3).contains(&digits)
        && rest.starts_with(['.', '．', ')'])
        && line.chars().count() <= 40
        && !line.ends_with('。')
}

/// The approval request with its route.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct ApprovalPaper {
    /// The language of the paper.
    pub lang: paper::Lang,
    /// The labels the template shows.
    pub words: BTreeMap<String, String>,
    /// What masthead, running heads and file properties say.
    pub paper: PaperHead,
    /// Label and value.
    pub facts: Vec<(Runs, Runs)>,
    /// The parts under their names.
    pub parts: Vec<ApprovalPart>,
    /// A box for each approver's seal.
    pub seals: Vec<Seal>,
    /// What was decided and said, a row an approver; above them how earlier rounds ended without approval.
    pub route: Vec<Vec<Cell>>,
    /// Head of that table.
    pub route_head: Vec<Cell>,
    /// The conditions with what was done about them.
    pub conditions: Vec<Vec<Cell>>,
    /// Head of that table.
    pub conditions_head: Vec<Cell>,
}

/// A part of the request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ApprovalPart {
    /// Its name.
    pub name: String,
    /// Its words.
    pub body: Vec<Block>,
}

/// A place for the seal of an approver (承認印欄).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seal {
    /// Her position.
    pub role: String,
    /// What it may break between.
    pub parts: Vec<String>,
    /// Her name.
    pub name: String,
    /// What she decided; empty where she has not.
    pub outcome: String,
    /// When.
    pub date: String,
}

/// What an approver decided, in words.
pub fn outcome_word(outcome: StepOutcome) -> &'static str {
    match outcome {
        StepOutcome::Open => "approval-outcome-open",
        StepOutcome::Approved => "value-approval-step-outcome-approved",
        StepOutcome::Conditions => "value-approval-step-outcome-conditions",
        StepOutcome::Held => "value-approval-step-outcome-held",
        StepOutcome::Rejected => "value-approval-step-outcome-rejected",
        StepOutcome::SentBack => "value-approval-step-outcome-sent-back",
    }
}

/// Where a request stands, in words.
pub fn state_word(state: State) -> &'static str {
    match state {
        State::Draft => "approval-state-draft",
        State::UnderWay => "approval-state-under-way",
        State::Approved => "approval-state-approved",
        State::Conditions => "approval-state-conditions",
        State::SentBack => "approval-state-sent-back",
        State::Rejected => "approval-state-rejected",
    }
}

/// The paper of an approval request as it stands.
pub fn approval_paper(read: &Read<'_>, approval: &Approval, house: &House) -> Result<ApprovalPaper> {
    let lang = house.lang;
    let steps = route(read, &approval.id)?;
    let outcomes: Vec<StepOutcome> = steps.iter().map(|step| step.outcome).collect();
    let stands = lang.word(state_word(state(approval.submitted_at.is_some(), &outcomes)));
    let day =
        |at: Option<chrono::NaiveDate>| at.map(|day| calendar::day(day, lang, house.facts.style())).unwrap_or_default();
    let label = |id: &str| Runs::from(lang.word(id));
    let facts = [
        ("column-approval-number", approval.number.clone()),
        ("column-approval-drafted-on", day(approval.drafted_on)),
        ("column-approval-drafted-by", approval.drafted_by.clone()),
        (
            "column-approval-submitted-at",
            approval.submitted_at.map(|at| calendar::moment(at, lang, house.facts.style())).unwrap_or_default(),
        ),
        ("approval-stands", stands),
    ];
    let facts: Vec<(Runs, Runs)> = facts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(id, value)| (label(id), Runs::from(value)))
        .collect();
    let attached = lang.list(&approval.attachments);
    let parts = [
        ("reason", &approval.reason),
        ("merits", &approval.merits),
        ("demerits", &approval.demerits),
        ("effect", &approval.effect),
        ("timing", &approval.timing),
        ("attachments", &attached),
    ];
    let parts = parts
        .into_iter()
        .filter(|(_, words)| !words.is_empty())
        .map(|(id, words)| ApprovalPart { name: lang.word(&format!("column-approval-{id}")), body: lines(words) });
    let title = if approval.subject.is_empty() { lang.word("approval-kind") } else { approval.subject.clone() };
    Ok(ApprovalPaper {
        lang: house.paper_lang(),
        words: {
            let mut words = house.words(&[]);
            words.insert("seals".into(), lang.word("approval-seals"));
            words.insert("route".into(), lang.word("approval-route"));
            words.insert("conditions".into(), lang.word("approval-conditions"));
            words
        },
        paper: PaperHead {
            kind: lang.word("approval-kind"),
            title_parts: phrases(&title, lang),
            running: Some(lang.say(&Text::new("approval-running").arg("title", &title))),
            title,
            number: approval.number.clone(),
            issued: day(approval.drafted_on),
            ..house.head("")
        },
        facts,
        parts: parts.collect(),
        seals: steps.iter().map(|step| seal(step, house)).collect(),
        route: {
            let earlier = earlier_rounds(read, &approval.id)?;
            let earlier = earlier.iter().map(|one| earlier_row(one, house));
            earlier.chain(steps.iter().map(|step| row(step, house))).collect()
        },
        route_head: [
            "column-approval-step-role",
            "column-approval-step-name",
            "column-approval-step-outcome",
            "column-approval-step-at",
            "column-approval-step-comment",
        ]
        .map(|id| Cell::from(lang.word(id)))
        .to_vec(),
        conditions: conditions(read, &approval.id)?
            .into_iter()
            .map(|condition| {
                let by = steps.iter().find(|step| step.id == condition.step).map(|step| step.name.clone());
                let met = condition.met_at.map(|at| brief(at, house.today, lang));
                let met = met.unwrap_or_else(|| lang.word("condition-open"));
                vec![condition.text.into(), by.unwrap_or_default().into(), met.into(), condition.how.into()]
            })
            .collect(),
        conditions_head: [
            "column-approval-condition-text",
            "column-approval-condition-step",
            "column-approval-condition-met-at",
            "column-approval-condition-how",
        ]
        .map(|id| Cell::from(lang.word(id)))
        .to_vec(),
    })
}

fn seal(step: &ApprovalStep, house: &House) -> Seal {
    let lang = house.lang;
    let role = if step.role.is_empty() { lang.word("column-approval-step-name") } else { step.role.clone() };
    Seal {
        parts: parts(&role),
        role,
        name: step.name.clone(),
        outcome: match step.outcome {
            StepOutcome::Open => String::new(),
            outcome => lang.word(outcome_word(outcome)),
        },
        date: step.at.map(|at| calendar::beside(Moment::on(at.date), None, lang)).unwrap_or_default(),
    }
}

/// A position in the parts it may break between: at its spaces, and behind 部, 課, 室 and 局 where more follows than 長.
fn parts(role: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for word in role.split_whitespace() {
        let signs: Vec<char> = word.chars().collect();
        let mut from = 0;
        for at in 1..signs.len() {
            let unit = at - from > 2 && matches!(signs[at - 1], '部' | '課' | '室' | '局');
            if unit && !matches!(signs[at], '長' | '員' | '門' | '付') {
                parts.push(signs[from..at].iter().collect());
                from = at;
            }
        }
        parts.push(signs[from..].iter().collect());
    }
    parts
}

fn row(step: &ApprovalStep, house: &House) -> Vec<Cell> {
    let decided = Run { b: step.outcome != StepOutcome::Open, ..Run::new(house.lang.word(outcome_word(step.outcome))) };
    said([&step.role, &step.name, &step.comment], decided, step.at, house)
}

fn earlier_row(one: &EarlierRound, house: &House) -> Vec<Cell> {
    let ended = match one.ended {
        Ended::SentBack => outcome_word(StepOutcome::SentBack),
        Ended::Rejected => outcome_word(StepOutcome::Rejected),
        Ended::Withdrawn => "approval-ended-withdrawn",
    };
    said([&one.role, &one.name, &one.comment], Run { b: true, ..Run::new(house.lang.word(ended)) }, one.at, house)
}

fn said([role, name, comment]: [&str; 3], decided: Run, at: Option<Moment>, house: &House) -> Vec<Cell> {
    let at = at.map(|at| brief(at, house.today, house.lang)).unwrap_or_default();
    vec![role.into(), name.into(), Cell::Words(decided.into()), at.into(), comment.into()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_greets_the_person_or_the_company_and_never_both() {
        for (department, person, lang, lines) in [
            ("", "", Lang::Ja, vec!["甲野サポート　御中"]),
            ("営業部", "", Lang::Ja, vec!["甲野サポート", "営業部　御中"]),
            ("", "乙川 梓", Lang::Ja, vec!["甲野サポート", "乙川 梓 様"]),
            ("営業部長", "乙川 梓", Lang::Ja, vec!["甲野サポート", "営業部長 乙川 梓 様"]),
            ("Sales", "Azusa Otokawa", Lang::En, vec!["Azusa Otokawa", "Sales", "甲野サポート"]),
            ("", "", Lang::En, vec!["甲野サポート"]),
        ] {
            assert_eq!(addressee("甲野サポート", department, person, lang), lines);
        }
    }

    #[test]
    fn a_position_breaks_between_its_parts_alone() {
        for (role, expected) in [
            ("業務推進部長", vec!["業務推進部長"]),
            ("カスタマーサクセス本部 業務推進部 部長", vec!["カスタマーサクセス本部", "業務推進部", "部長"]),
            ("情報システム部企画課長", vec!["情報システム部", "企画課長"]),
            ("Head of Customer Success", vec!["Head", "of", "Customer", "Success"]),
        ] {
            assert_eq!(parts(role), expected, "{role}");
        }
    }
}
