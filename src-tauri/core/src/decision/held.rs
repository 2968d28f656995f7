//! What holds a notice back: anything that would tell its reader of another bidder. Names, people, addresses, telephones
//! and prices of others can only be taken out; a mark or a contrast may be left knowingly.

use std::collections::BTreeMap;

use super::Notice;
use crate::evaluation::score::count;
use crate::marking::ballot::ballot;
use crate::procurement::{FactKey, Facts, Procurement};
use crate::proposal::price::{current, estimates, lines, Basis};
use crate::proposal::proposals;
use crate::question::telling::{compact, known, occurrences, Known, Part, Telling, Tells, Watch};
use crate::storage::Read;
use crate::{Result, Text};

/// The key of the house itself among those that are known: its own names and numbers may stand in its letters.
pub const HOUSE: &str = "";

/// Numerals as they are written before 位 and the like; digits count too.
const NUMERALS: &str = "一二三四五六七八九十百";

/// What stands before and behind these tells a rank: came third, eighth place.
const ORDINALS: [&str; 10] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const BEFORE_ORDINAL: [&str; 3] = ["came", "camein", "placed"];
const BEHIND_ORDINAL: [&str; 5] = ["place", "highest", "lowest", "best", "cheapest"];

/// What letters of a procurement are watched for.
#[derive(Debug, Clone)]
pub struct Guard {
    watch: Watch,
    /// What each bidder was marked with in all, as text without nought at the end.
    totals: BTreeMap<String, Vec<String>>,
    contrasts: Vec<Vec<char>>,
}

impl Guard {
    /// What is watched for in the letters of a procurement.
    pub fn of(read: &Read<'_>, procurement: &str) -> Result<Self> {
        let mut known = known(read, procurement)?;
        let mut prices = prices(read, procurement)?;
        for one in &mut known {
            one.prices = prices.remove(&one.bidder).unwrap_or_default();
        }
        let mut totals: BTreeMap<String, Vec<String>> = BTreeMap::new();
        if let Ok(outcome) = count(&ballot(read, procurement)?) {
            for standing in &outcome.standings {
                let total = standing.total.to_string();
                totals.entry(standing.bidder.clone()).or_default().push(total);
            }
        }
        known.push(house(read, procurement)?);
        Ok(Self::over(&known, totals))
    }

    /// What is watched for with these companies, of which the one without a key is the house.
    pub fn over(known: &[Known], totals: BTreeMap<String, Vec<String>>) -> Self {
        let lines = include_str!("contrasts.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let came = BEFORE_ORDINAL.iter().flat_map(|before| ORDINALS.map(|nth| format!("{before}{nth}")));
        let stood = BEHIND_ORDINAL.iter().flat_map(|behind| ORDINALS.map(|nth| format!("{nth}{behind}")));
        let needles = lines.map(str::to_owned).chain(came).chain(stood);
        Self { watch: Watch::over(known), totals, contrasts: needles.map(|line| compact(&line).0).collect() }
    }

    /// What in these words would tell `bidder` of others, in its order.
    pub fn find(&self, part: Part, words: &str, bidder: &str) -> Vec<Telling> {
        let mut found = self.watch.find(part, words, &[bidder, HOUSE]);
        let text: Vec<char> = words.chars().collect();
        let (signs, places) = compact(words);
        let mut add = |start: usize, end: usize, tells: Tells| {
            if !found.iter().any(|one| one.start < end && start < one.end) {
                let words: String = text[start..end].iter().collect();
                found.push(Telling {
                    part,
                    start,
                    end,
                    words,
                    tells,
                    name: String::new(),
                    text: Text::plain(""),
                    cleared: false,
                });
            }
        };
        for (start, end, tells) in self.marks(&text, bidder) {
            add(start, end, tells);
        }
        for needle in &self.contrasts {
            for at in occurrences(&signs, needle) {
                let (start, end) = (places[at], places[at + needle.len() - 1] + 1);
                if !needle[0].is_ascii() || whole(&text, start) {
                    add(start, end, Tells::Contrast);
                }
            }
        }
        for (start, end) in lettered(&text).into_iter().chain(ranks(&text)) {
            add(start, end, Tells::Contrast);
        }
        found.sort_by_key(|one| (one.start, one.end));
        for one in &mut found {
            one.text = sentence(one);
        }
        found
    }

    /// What holds a notice back, in its subject and in its words; what was knowingly left is named as such.
    pub fn check(&self, notice: &Notice) -> Vec<Telling> {
        let mut found = self.find(Part::Subject, &notice.subject, &notice.bidder);
        found.extend(self.find(Part::Body, &notice.body, &notice.bidder));
        for one in &mut found {
            one.cleared = may_stay(one.tells) && notice.cleared.contains(&one.words);
        }
        found
    }

    /// Points, ranks and signs of marks. Its own total may be told.
    fn marks(&self, text: &[char], bidder: &str) -> Vec<(usize, usize, Tells)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.len() {
            if is_sign(text, at) {
                found.push((at, at + 1, Tells::Mark));
            }
            if !narrow(text[at]).is_ascii_digit()
                || at > 0 && (narrow(text[at - 1]).is_ascii_alphanumeric() || text[at - 1] == '-')
            {
                at += 1;
                continue;
            }
            let mut end = at;
            while end < text.len()
                && (narrow(text[end]).is_ascii_digit()
                    || narrow(text[end]) == '.' && text.get(end + 1).is_some_and(|c| narrow(*c).is_ascii_digit()))
            {
                end += 1;
            }
            let number: String = text[at..end].iter().map(|c| narrow(*c)).collect();
            let behind: String = text[end..].iter().take(8).collect::<String>().trim_start().to_lowercase();
            let gap = text[end..].iter().take_while(|c| c.is_whitespace()).count();
            let own = || self.totals.get(bidder).is_some_and(|own| own.iter().any(|total| same(total, &number)));
            let others = || {
                self.totals
                    .iter()
                    .any(|(other, totals)| other != bidder && totals.iter().any(|total| same(total, &number)))
            };
            if behind.starts_with('位')
                || ["st ", "nd ", "rd ", "th "].iter().any(|mark| behind.starts_with(mark) && behind.contains("pla"))
            {
                found.push((at, end + gap + 1, Tells::Contrast));
            } else if behind.starts_with("点差") {
                found.push((at, end + gap + 2, Tells::Contrast));
            } else if (behind.starts_with('点') && !behind.starts_with("点検") || behind.starts_with("point"))
                && (number.contains('.') || number.len() > 1)
                && !own()
            {
                found.push((at, end + gap + if behind.starts_with('点') { 1 } else { 5 }, Tells::Mark));
            } else if number.contains('.') && others() && !own() {
                found.push((at, end, Tells::Mark));
            }
            at = end.max(at + 1);
        }
        found
    }
}

/// What is watched for in the words of any letter: names, people, addresses and telephones of the bidders and of the
/// house.
pub fn letters(read: &Read<'_>, procurement: &str) -> Result<Watch> {
    let mut known = known(read, procurement)?;
    known.push(house(read, procurement)?);
    Ok(Watch::over(&known))
}

fn house(read: &Read<'_>, procurement: &str) -> Result<Known> {
    let Procurement { title, .. } = read.get(procurement)?;
    let facts = Facts::of(read, procurement)?;
    let fact = |key: FactKey| facts.value(key).unwrap_or_default().to_owned();
    Ok(Known {
        bidder: HOUSE.into(),
        name: fact(FactKey::IssuerCompany),
        aliases: vec![
            title,
            fact(FactKey::IssuerDepartment),
            fact(FactKey::IssuerAddress),
            fact(FactKey::IssuerProduct),
        ],
        people: vec![fact(FactKey::ContactPerson), fact(FactKey::ContactRole)],
        mails: vec![fact(FactKey::ContactMail)],
        phones: vec![fact(FactKey::ContactPhone)],
        ..Known::default()
    })
}

/// Whether it may knowingly be left in a letter.
pub fn may_stay(tells: Tells) -> bool {
    matches!(tells, Tells::Mark | Tells::Contrast)
}

fn sentence(one: &Telling) -> Text {
    let id = match one.tells {
        Tells::Company | Tells::Own | Tells::Voice => "notice-tells-company",
        Tells::Person => "notice-tells-person",
        Tells::Mail => "notice-tells-mail",
        Tells::Phone => "notice-tells-phone",
        Tells::Price => "notice-tells-price",
        Tells::Mark => "notice-tells-mark",
        Tells::Contrast => "notice-tells-contrast",
    };
    Text::new(id).arg("words", &one.words).arg("name", &one.name)
}

/// Whether a sign of a mark stands here by itself: neither ○○ for a name nor 3×4.
fn is_sign(text: &[char], at: usize) -> bool {
    let beside = |other: Option<&char>| other.is_some_and(|c| *c == text[at] || narrow(*c).is_ascii_alphanumeric());
    matches!(text[at], '○' | '△' | '×' | '◎')
        && !beside(text.get(at + 1))
        && !beside(at.checked_sub(1).and_then(|before| text.get(before)))
}

fn narrow(c: char) -> char {
    match c {
        '０'..='９' | '．' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Whether two figures are the same number: 81.00 and 81.0.
fn same(one: &str, other: &str) -> bool {
    let read = |text: &str| text.parse::<rust_decimal::Decimal>().ok();
    read(one).is_some_and(|one| read(other) == Some(one))
}

fn whole(text: &[char], start: usize) -> bool {
    start == 0 || !text[start - 1].is_ascii_alphanumeric()
}

/// Ranks in Japanese, in digits or kanji: 第八位, 二番手, 3番目に安い, 五社中.
fn ranks(text: &[char]) -> Vec<(usize, usize)> {
    let is_numeral = |c: char| NUMERALS.contains(c) || narrow(c).is_ascii_digit();
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let end = at + text[at..].iter().take_while(|c| is_numeral(**c)).count();
        let behind: String = text[end..].iter().take(4).collect();
        let begins = |words: &[&str]| words.iter().any(|word| behind.starts_with(word));
        let length = if begins(&["位置", "位一体", "位相", "位階"]) {
            0
        } else if begins(&["位"]) {
            1
        } else if begins(&["番手", "社中"]) {
            2
        } else if begins(&["番目に安", "番目に高", "番目に低", "番目に優", "番目に良", "社のうち"])
        {
            4
        } else {
            0
        };
        if end > at && length > 0 {
            found.push((at, end + length));
        }
        at = end.max(at + 1);
    }
    found
}

/// Companies under a letter: A社, Ｂ社, company B, vendor C.
fn lettered(text: &[char]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for at in 0..text.len() {
        let letter = matches!(text[at], 'A'..='Z' | 'Ａ'..='Ｚ');
        let alone = at == 0 || !text[at - 1].is_ascii_alphanumeric() && !matches!(text[at - 1], 'Ａ'..='Ｚ');
        if letter && alone && text.get(at + 1) == Some(&'社') {
            found.push((at, at + 2));
        }
        let end = text.get(at + 1).is_none_or(|c| !c.is_ascii_alphanumeric());
        if letter && alone && end {
            let before: String = text[..at]
                .iter()
                .rev()
                .take(9)
                .collect::<Vec<_>>()
                .into_iter()
                .rev()
                .collect::<String>()
                .to_lowercase();
            let word = ["company ", "vendor ", "bidder "].into_iter().find(|word| before.ends_with(word));
            found.extend(word.map(|word| (at - word.chars().count(), at + 1)));
        }
    }
    found
}

/// Every price of every bidder: totals over the term with tax and without, of every estimate, and their lines.
fn prices(read: &Read<'_>, procurement: &str) -> Result<BTreeMap<String, Vec<i64>>> {
    let basis = Basis::of(read, procurement)?;
    let mut found: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for proposal in proposals(read, procurement)? {
        let of = found.entry(proposal.bidder.clone()).or_default();
        if let Some(total) = current(read, &proposal.id, &basis)? {
            of.extend([total.without_tax, total.with_tax]);
        }
        for estimate in estimates(read, &proposal.id)? {
            let lines = lines(read, &estimate.id)?;
            let total = crate::proposal::price::total(&lines, &basis);
            of.extend([total.without_tax, total.with_tax]);
            of.extend(total.lines.iter().filter_map(|line| line.amount));
            of.extend(lines.iter().filter_map(|line| line.unit_price));
        }
        of.sort_unstable();
        of.dedup();
    }
    Ok(found)
}
