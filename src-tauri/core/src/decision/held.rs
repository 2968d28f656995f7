//! What holds a notice back: anything that would tell its reader of another bidder. Names, people, addresses, telephones
//! and prices of others can only be taken out; a mark or a contrast may be left knowingly.

use std::collections::BTreeMap;

use super::contrast::{
    contrasts, grades, is_numeral, narrow, said_before, said_marks, spoken_marks, sums, worded_points,
};
use super::Notice;
use crate::evaluation::score::count;
use crate::l10n::company_fold;
use crate::marking::ballot::ballot;
use crate::procurement::{FactKey, Facts, Procurement};
use crate::proposal::price::{current, estimates, lines, Basis};
use crate::proposal::proposals;
use crate::question::telling::{compact, known, occurrences, Known, Part, Telling, Tells, Watch};
use crate::storage::Read;
use crate::vendor::called::called;
use crate::{Result, Text};

/// The key of the house itself among those that are known: its own names and numbers may stand in its letters.
pub const HOUSE: &str = "";

/// What stands before and behind these tells a rank: came third, eighth place.
const ORDINALS: [&str; 10] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const BEFORE_ORDINAL: [&str; 6] = ["came", "camein", "placed", "finished", "youwere", "yourswas"];
/// The same before an ordinal in digits: you were 2nd.
const BEFORE_NTH: [&str; 7] = ["came", "came in", "placed", "ranked", "finished", "you were", "yours was"];
/// Behind these words a number is a mark: a score of 7.5, 評点は8.
const BEFORE_SCORE: [&str; 14] = [
    "score of",
    "score was",
    "score is",
    "score:",
    "scored",
    "mark of",
    "marks of",
    "rated",
    "rating of",
    "評点",
    "評点は",
    "得点",
    "得点は",
    "採点は",
];
const BEHIND_ORDINAL: [&str; 5] = ["place", "highest", "lowest", "best", "cheapest"];

/// Before these words of a competition, these set one beside others: the lowest bid, the successful vendor.
const LEADING: [&str; 13] = [
    "lowest",
    "highest",
    "best",
    "strongest",
    "fastest",
    "shortest",
    "quickest",
    "top",
    "winning",
    "successful",
    "preferred",
    "selected",
    "chosen",
];
const TENDERED: [&str; 16] = [
    "bid",
    "offer",
    "proposal",
    "quot",
    "price",
    "cost",
    "scor",
    "rank",
    "vendor",
    "supplier",
    "compan",
    "candidate",
    "firm",
    "tender",
    "submission",
    "provider",
];
/// The same of others that take part: ほかの応募者.
const OTHER: [&str; 4] = ["他の", "ほかの", "別の", "残りの"];
const COMPETING: [&str; 13] =
    ["会社", "企業", "候補", "ベンダー", "提案", "ご提案", "事業者", "業者", "応募", "参加", "応札", "入札", "委託先"];
/// A price as a share of another: half the price, 価格は半分.
const SHARES: [&str; 6] = ["half", "twice", "double", "triple", "times", "thirdof"];
const OF_PRICES: [&str; 9] =
    ["theprice", "thecost", "thefee", "theamount", "thequot", "yourprice", "yourcost", "yourfee", "yourquot"];
const PARTS: [&str; 6] = ["半分", "約半分", "ほぼ半分", "倍", "二倍", "2倍"];
const PRICES: [&str; 8] = ["価格", "金額", "費用", "見積", "値段", "総額", "料金", "コスト"];
/// Words for what somebody was marked with.
const MARKED: [&str; 11] = [
    "満点",
    "合格点",
    "不合格",
    "失格",
    "落第",
    "花丸",
    "二重丸",
    "full marks",
    "top marks",
    "perfect score",
    "maximum score",
];

/// What letters of a procurement are watched for.
#[derive(Debug, Clone)]
pub struct Guard {
    watch: Watch,
    /// What each bidder was marked with in all, as text without nought at the end.
    totals: BTreeMap<String, Vec<String>>,
    /// The prices of each bidder.
    prices: BTreeMap<String, Vec<i64>>,
    needles: Vec<(Vec<char>, Tells)>,
    /// The names of all, folded, the house's among them.
    names: BTreeMap<String, String>,
    /// What they are called for short, folded.
    called: Vec<String>,
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
        let called = |one: &Known| Known { called: called(&one.name), closely: true, ..one.clone() };
        let known: Vec<Known> = known.iter().map(called).collect();
        let lines = include_str!("contrasts.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let came = BEFORE_ORDINAL.iter().flat_map(|before| ORDINALS.map(|nth| format!("{before}{nth}")));
        let stood = BEHIND_ORDINAL.iter().flat_map(|behind| ORDINALS.map(|nth| format!("{nth}{behind}")));
        let led = LEADING.iter().flat_map(|lead| TENDERED.map(|what| format!("{lead}{what}")));
        let other = OTHER.iter().flat_map(|other| COMPETING.map(|what| format!("{other}{what}")));
        let share = SHARES.iter().flat_map(|share| OF_PRICES.map(|price| format!("{share}{price}")));
        let part = PARTS.iter().flat_map(|part| {
            PRICES.map(|price| [format!("{price}は{part}"), format!("{price}が{part}"), format!("{part}の{price}")])
        });
        let contrasts = lines.map(str::to_owned).chain(came).chain(stood).chain(led).chain(other);
        let contrasts = contrasts.chain(share).chain(part.flatten());
        let contrasts = contrasts.map(|line| (compact(&line).0, Tells::Contrast));
        Self {
            watch: Watch::over(&known),
            totals,
            prices: known.iter().map(|one| (one.bidder.clone(), one.prices.clone())).collect(),
            needles: MARKED.iter().map(|line| (compact(line).0, Tells::Mark)).chain(contrasts).collect(),
            names: known.iter().map(|one| (one.bidder.clone(), company_fold(&one.name))).collect(),
            called: known.into_iter().filter_map(|one| one.called).collect(),
        }
    }

    /// What in these words would tell `bidder` of others, in its order.
    pub fn find(&self, part: Part, words: &str, bidder: &str) -> Vec<Telling> {
        let mut found = self.of_others(part, words, bidder);
        let text: Vec<char> = words.chars().collect();
        let (signs, places) = compact(words);
        let mut add = |start: usize, end: usize, tells: Tells| {
            let (start, end) = whole_words(&text, start, end);
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
        for (start, end, tells) in self.marks(&text) {
            add(start, end, tells);
        }
        for (needle, tells) in &self.needles {
            for at in occurrences(&signs, needle) {
                let (start, end) = (places[at], places[at + needle.len() - 1] + 1);
                if whole(&text, start) {
                    add(start, end, *tells);
                }
            }
        }
        let spoken = spoken_marks(&text).into_iter().chain(said_marks(&text)).chain(worded_points(&text));
        for (start, end) in grades(&text).into_iter().chain(spoken) {
            add(start, end, Tells::Mark);
        }
        for (start, end) in contrasts(&text) {
            add(start, end, Tells::Contrast);
        }
        let sums = sums(&text, self.prices.get(bidder).map(Vec::as_slice).unwrap_or_default());
        let sums: Vec<(usize, usize)> = sums.into_iter().map(|(start, end)| whole_words(&text, start, end)).collect();
        for (start, end) in &sums {
            add(*start, *end, Tells::Contrast);
        }
        found.sort_by_key(|one| (one.start, one.end));
        for one in &mut found {
            let is_sum = one.tells == Tells::Contrast && sums.contains(&(one.start, one.end));
            one.text = if is_sum { Text::new("notice-tells-amount").arg("words", &one.words) } else { sentence(one) };
        }
        found
    }

    /// Whether these words tell `bidder` of another what never stays in its letter.
    pub fn names_another(&self, words: &str, bidder: &str) -> bool {
        !self.of_others(Part::Body, words, bidder).is_empty()
    }

    /// Names, people, addresses, telephones and prices of others in these words.
    fn of_others(&self, part: Part, words: &str, bidder: &str) -> Vec<Telling> {
        let mut found = self.watch.find(part, words, &[bidder, HOUSE]);
        found.retain(|one| one.tells != Tells::Company || !self.is_shared(&one.words, bidder));
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

    /// Whether a company's short name stands in the reader's own name or in the house's too.
    fn is_shared(&self, words: &str, bidder: &str) -> bool {
        let word = company_fold(words);
        let mut own = [bidder, HOUSE].into_iter().filter_map(|key| self.names.get(key));
        self.called.contains(&word) && own.any(|name| name.contains(&word))
    }

    /// Points, ranks and signs of marks. Whether a bidder is told its own total is for people to say.
    fn marks(&self, text: &[char]) -> Vec<(usize, usize, Tells)> {
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
            let is_total = || self.totals.values().flatten().any(|total| same(total, &number));
            let nth = ["st", "nd", "rd", "th"].iter().any(|mark| behind.starts_with(mark));
            if behind.starts_with('位') {
                found.push((at, end + gap + 1, Tells::Contrast));
            } else if nth && (behind[2..].starts_with(" pla") || said_before(text, at, &BEFORE_NTH).is_some()) {
                found.push((at, end + gap + 2, Tells::Contrast));
            } else if behind.starts_with("点満点") {
                found.push((at, end + gap + 3, Tells::Mark));
            } else if behind.starts_with("点差") {
                found.push((at, end + gap + 2, Tells::Contrast));
            } else if (behind.starts_with('点') && !behind.starts_with("点検") || behind.starts_with("point"))
                && (number.contains('.') || number.len() > 1)
            {
                found.push((at, end + gap + if behind.starts_with('点') { 1 } else { 5 }, Tells::Mark));
            } else if let Some(start) = said_before(text, at, &BEFORE_SCORE) {
                found.push((start, end, Tells::Mark));
            } else if number.contains('.') && (behind.starts_with("out of") || is_total()) {
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
    let part = |c: char| c == text[at] || is_numeral(c) || c.is_ascii_alphanumeric();
    let beside = |other: Option<&char>| other.is_some_and(|c| part(*c));
    matches!(text[at], '○' | '◯' | '〇' | '△' | '×' | '✕' | '◎')
        && !beside(text.get(at + 1))
        && !beside(at.checked_sub(1).and_then(|before| text.get(before)))
}

/// Whether two figures are the same number: 81.00 and 81.0.
fn same(one: &str, other: &str) -> bool {
    let read = |text: &str| text.parse::<rust_decimal::Decimal>().ok();
    read(one).is_some_and(|one| read(other) == Some(one))
}

/// The same place without a word in Latin letters or digits cut at either end: companies, not compan.
fn whole_words(text: &[char], mut start: usize, mut end: usize) -> (usize, usize) {
    let latin = |c: char| {
        c.is_ascii_alphanumeric()
            || matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
            || c.is_alphabetic() && matches!(c, '\u{C0}'..='\u{24F}')
    };
    while start > 0 && latin(text[start]) && latin(text[start - 1]) {
        start -= 1;
    }
    while end > 0 && end < text.len() && latin(text[end - 1]) && latin(text[end]) {
        end += 1;
    }
    (start, end)
}

/// Whether what begins here is no part of a longer word: outbid others, 個別の提案.
fn whole(text: &[char], start: usize) -> bool {
    let Some(before) = start.checked_sub(1).map(|at| text[at]) else { return true };
    match text[start] {
        '別' => !matches!(before, '個' | '特'),
        '満' => before != '不',
        // デスクトップ
        'ト' => !matches!(before, 'ァ'..='ヺ' | 'ー'),
        c => !c.is_ascii() || !before.is_ascii_alphanumeric(),
    }
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
