//! Words that show who asked: in the wording for sharing, and in its answer. Names, aliases, people, mail addresses and
//! telephone numbers of every bidder count, and in the wording what bidders call themselves (弊社, 当社 …). A letter to one
//! bidder is watched for the same of all others, and for their prices.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::amount::{amounts, Amount};
use super::lettered::{latin_runs, lettered, of_domain, of_mail, of_person};
use super::needle::{is_kanji, own_words, Needle, Wants};
use super::own::voices;
use super::phone::{numbers, Phone};
use super::{Question, Share};
use crate::bidder;
use crate::l10n::{company_fold, company_spoken, fold, fold_sign, is_kana};
use crate::procurement::{FactKey, Facts};
use crate::storage::Read;
use crate::vendor::called::{head, is_common, latin, own_latin};
use crate::vendor::contacts;
use crate::Result;

/// Mail domains of everybody: only whole addresses are telling there.
const PUBLIC_DOMAINS: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "yahoo.co.jp",
    "yahoo.com",
    "ymail.ne.jp",
    "outlook.com",
    "outlook.jp",
    "hotmail.com",
    "hotmail.co.jp",
    "live.jp",
    "icloud.com",
    "me.com",
    "nifty.com",
    "biglobe.ne.jp",
    "ocn.ne.jp",
    "so-net.ne.jp",
    "docomo.ne.jp",
    "ezweb.ne.jp",
    "au.com",
    "softbank.ne.jp",
];

/// In which words something telling stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(rename = "QuestionPart")]
pub enum Part {
    /// The wording for sharing.
    Wording,
    /// The answer.
    Answer,
    /// The subject of a letter.
    Subject,
    /// The words of a letter.
    Body,
}

/// What telling words tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Tells {
    /// A company.
    Company,
    /// A person of one.
    Person,
    /// Its mail address, or its domain.
    Mail,
    /// Its telephone number.
    Phone,
    /// One of its prices.
    Price,
    /// What somebody was marked with.
    Mark,
    /// How one stands beside others.
    Contrast,
    /// Nobody by name, but that the asker speaks, and something of it.
    Own,
    /// That somebody speaks, as in nearly every question: we, our. It is shown and holds nothing.
    Voice,
}

impl Tells {
    /// Nobody by name: only that the asker speaks.
    pub fn is_own(self) -> bool {
        matches!(self, Self::Own | Self::Voice)
    }
}

/// Words that show who asked, with their place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Telling {
    /// In the wording or in the answer.
    pub part: Part,
    /// First character, counted in Unicode characters.
    pub start: usize,
    /// Behind the last one.
    pub end: usize,
    /// The words as they stand there.
    pub words: String,
    /// What they tell.
    pub tells: Tells,
    /// The company they tell of; empty for its own words.
    pub name: String,
    /// The sentence: what this is, and of whom.
    pub text: crate::Text,
    /// Knowingly left there.
    pub cleared: bool,
}

impl Telling {
    /// Whether it holds back what it stands in.
    pub fn holds(&self) -> bool {
        !self.cleared && self.tells != Tells::Voice
    }
}

/// Who takes part, as far as words can tell of it.
#[derive(Debug, Clone, Default)]
struct Party {
    bidder: String,
    name: String,
    /// What it is called in kana, as [`latin`] spells it.
    latin: Vec<String>,
    /// Words in Latin letters that are its own, and names of its people, where it is watched for closely.
    words: Vec<String>,
    people: Vec<String>,
    phones: Vec<Phone>,
    prices: Vec<i64>,
}

/// What is watched for in one procurement.
#[derive(Debug, Clone)]
pub struct Watch {
    parties: Vec<Party>,
    needles: Vec<Needle>,
}

/// A company as it is watched for.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Key of the bidder.
    pub bidder: String,
    /// Its name.
    pub name: String,
    /// How that is read.
    pub reading: String,
    /// What it is called for short, where that counts.
    pub called: Option<String>,
    /// Its aliases, and a reading so long that it is no part of other words.
    pub aliases: Vec<String>,
    /// Its people.
    pub people: Vec<String>,
    /// How their names are read.
    pub readings: Vec<String>,
    /// Its mail addresses.
    pub mails: Vec<String>,
    /// Its mail domains.
    pub domains: Vec<String>,
    /// Its telephones.
    pub phones: Vec<String>,
    /// Its prices, in whole units of the currency.
    pub prices: Vec<i64>,
    /// Whether it is told by parts of its names in Latin letters too, as in a letter to another.
    pub closely: bool,
}

impl Known {
    /// Its own mail domains, and those of its people that are not everybody's.
    fn all_domains(&self) -> impl Iterator<Item = String> + '_ {
        let of_mails = self.mails.iter().filter_map(|mail| domain_of(mail));
        let all = self.domains.iter().map(|domain| domain.to_lowercase()).chain(of_mails);
        all.filter(|domain| !PUBLIC_DOMAINS.contains(&domain.as_str()))
    }

    /// Words in Latin letters by which the company is told.
    fn words(&self) -> Vec<String> {
        let names = [&self.name].into_iter().chain(&self.aliases).flat_map(|name| own_latin(name));
        names.chain(self.all_domains().flat_map(|domain| of_domain(&domain))).collect()
    }

    /// Names of its people, as [`latin`] spells them.
    fn names_of_people(&self) -> Vec<String> {
        let named = self.people.iter().chain(&self.readings).flat_map(|name| of_person(name));
        named.chain(self.mails.iter().flat_map(|mail| of_mail(mail))).collect()
    }
}

/// Everything known of the bidders of a procurement, the ones that no longer take part among them. Prices are not among
/// it: they are not known while questions are asked.
pub fn known(read: &Read<'_>, procurement: &str) -> Result<Vec<Known>> {
    let own = Facts::of(read, procurement)?.value(FactKey::ContactMail).and_then(domain_of).unwrap_or_default();
    let mut people = persons(read, procurement)?;
    let mut known = Vec::new();
    for (bidder, vendor) in bidder::with_vendors(read, procurement)? {
        let contacts = contacts(read, &vendor.id)?;
        let mut one = Known { bidder: bidder.id.clone(), name: vendor.name, ..Known::default() };
        one.aliases = vendor.aliases;
        // A reading of three kana stands inside many words.
        one.aliases.extend(Some(&vendor.reading).filter(|reading| reading.chars().count() > 3).cloned());
        one.reading = vendor.reading;
        one.people = people.remove(&bidder.id).unwrap_or_default();
        one.people.push(bidder.person);
        one.readings.push(bidder.person_reading);
        one.mails.push(bidder.mail);
        one.phones.push(bidder.phone);
        for contact in contacts {
            one.people.push(contact.name);
            one.readings.push(contact.reading);
            one.mails.push(contact.mail);
            one.phones.push(contact.phone);
        }
        one.domains = vendor.domains;
        one.domains.retain(|domain| *domain != own);
        known.push(one);
    }
    Ok(known)
}

impl Watch {
    /// What is watched for in a procurement: everything known of its bidders, the ones that no longer take part among them.
    pub fn of(read: &Read<'_>, procurement: &str) -> Result<Self> {
        Ok(Self::over(&known(read, procurement)?))
    }

    /// What is watched for with these companies.
    pub fn over(known: &[Known]) -> Self {
        let mut watch = Self { parties: Vec::new(), needles: own_words() };
        for (at, one) in known.iter().enumerate() {
            watch.add_party(at, one);
        }
        watch
    }

    fn add_party(&mut self, at: usize, one: &Known) {
        let mut put = |words: &str, tells: Tells, wants: Wants| {
            let signs: Vec<char> = compact(words).0;
            let lone = signs.len() == 1 && tells == Tells::Person && wants == Wants::Anywhere;
            let wants = if lone { Wants::Lone } else { wants };
            let short = wants == Wants::Apart || signs.first().is_some_and(char::is_ascii);
            let least = if short { 2 } else { 1 };
            if signs.len() >= least && !self.needles.iter().any(|n| n.signs == signs && n.party == Some(at)) {
                self.needles.push(Needle { signs, tells, wants, party: Some(at) });
            }
        };
        for name in [&one.name].into_iter().chain(&one.aliases).map(|name| company_fold(name)) {
            put(&name, Tells::Company, wants_of(&name));
        }
        if let Some(called) = &one.called {
            let wants = match called.chars().next() {
                Some(first) if is_kanji(first) => Wants::Lone,
                Some(first) if is_kana(first) => Wants::Apart,
                _ => Wants::Capital,
            };
            put(called, Tells::Company, wants);
        }
        for person in &one.people {
            put(person, Tells::Person, Wants::Anywhere);
            if let Some(surname) = surname(person) {
                put(surname, Tells::Person, if surname.is_ascii() { Wants::Capital } else { Wants::Anywhere });
            }
        }
        for mail in &one.mails {
            put(mail, Tells::Mail, Wants::Anywhere);
        }
        for domain in one.all_domains() {
            put(&domain, Tells::Mail, Wants::Anywhere);
        }
        // What counts only where somebody is greeted comes last: it must not take the place of what always counts.
        for person in &one.people {
            if let Some(surname) = unspaced_surname(person) {
                put(&surname, Tells::Person, Wants::Honoured);
            }
        }
        for reading in &one.readings {
            let short = reading.chars().count() < 5;
            put(reading, Tells::Person, if short { Wants::Honoured } else { Wants::Anywhere });
            if let Some(surname) = surname(reading) {
                put(surname, Tells::Person, Wants::Honoured);
            }
        }
        let head = head(&one.name, &one.reading);
        put(&company_fold(&one.reading), Tells::Company, Wants::Apart);
        if let Some((kanji, kana)) = &head {
            put(kana, Tells::Company, Wants::Apart);
            if kanji.chars().count() > 1 {
                put(kanji, Tells::Company, Wants::Honoured);
            }
        }
        let latin = in_latin(one, head.map(|(_, kana)| kana));
        let close = one.closely.then(|| ([one.words(), latin.clone()].concat(), one.names_of_people()));
        let (words, people) = close.unwrap_or_default();
        self.parties.push(Party {
            bidder: one.bidder.clone(),
            name: one.name.clone(),
            latin,
            words,
            people,
            phones: one.phones.iter().flat_map(|typed| Phone::all(typed)).collect(),
            prices: one.prices.clone(),
        });
    }

    /// What is telling in a question that `askers` (keys of bidders) asked. An answer for one asker alone may name it; two
    /// askers do not know of each other.
    pub fn check(&self, question: &Question, askers: &[&str]) -> Vec<Telling> {
        let alone = question.share == Share::Asker && askers.windows(2).all(|pair| pair[0] == pair[1]);
        let spared: &[&str] = if alone { askers } else { &[] };
        let mut found = self.find(Part::Wording, &question.wording, spared);
        found.extend(self.find(Part::Answer, &question.answer, spared));
        if alone {
            found.retain(|telling| !telling.tells.is_own());
        }
        for telling in &mut found {
            telling.cleared = question.cleared.contains(&telling.words);
        }
        found
    }

    /// What is telling in some words, in their order. What bidders call themselves only counts in the wording: in an answer
    /// 当社 is the company that asks for proposals. Of words within words the longest count, and where these are words of
    /// a bidder in `spared`, nothing is told: the alias of another inside its own name is its own name.
    pub fn find(&self, part: Part, words: &str, spared: &[&str]) -> Vec<Telling> {
        let text: Vec<char> = words.chars().collect();
        let (signs, places) = compact(words);
        let spares = |party: Option<usize>| party.is_some_and(|at| spared.contains(&self.parties[at].bidder.as_str()));
        let mut spans: Vec<(usize, usize, Tells, Option<usize>)> = Vec::new();
        for needle in self.needles.iter().filter(|needle| needle.tells != Tells::Own || part == Part::Wording) {
            for at in occurrences(&signs, &needle.signs) {
                let (start, end) = (places[at], places[at + needle.signs.len() - 1] + 1);
                if needle.fits(&text, start, end) {
                    spans.push((start, end, needle.tells, needle.party));
                }
            }
        }
        for (start, end, word) in latin_runs(&text).filter(|(start, end, _)| end - start > 3) {
            let spelt = latin(&word);
            // In small letters a short one may be a common word.
            let counts = text[start].is_uppercase() || spelt.len() > 5;
            let told = self.parties.iter().enumerate().filter(|(_, known)| counts && known.latin.contains(&spelt));
            spans.extend(told.map(|(party, _)| (start, end, Tells::Company, Some(party))));
        }
        if self.parties.iter().any(|known| !known.words.is_empty() || !known.people.is_empty()) {
            for word in lettered(&text) {
                for (party, known) in self.parties.iter().enumerate() {
                    if known.words.iter().any(|own| word.names(own, &text)) {
                        spans.push((word.start, word.end, Tells::Company, Some(party)));
                    } else if word.calls(&known.people, &text) {
                        spans.push((word.start, word.end, Tells::Person, Some(party)));
                    }
                }
            }
        }
        let (numbers, amounts) = (numbers(&text), amounts(&text));
        for (party, known) in self.parties.iter().enumerate() {
            let calls = known.phones.iter().flat_map(|phone| phone.calls(&numbers));
            spans.extend(calls.map(|(start, end)| (start, end, Tells::Phone, Some(party))));
            // Its own price frees an amount only where it is that very price.
            let own = spares(Some(party));
            let of = |amount: &&Amount| {
                known.prices.iter().any(|price| if own { amount.is(*price) } else { amount.tells(*price) })
            };
            let told = amounts.iter().filter(of);
            spans.extend(told.map(|amount| (amount.start, amount.end, Tells::Price, Some(party))));
        }
        spans.sort_by_key(|(start, end, _, party)| (*start, std::cmp::Reverse(*end), !spares(*party)));
        let mut reach = 0;
        spans.retain(|(_, end, ..)| {
            let new = *end > reach;
            reach = reach.max(*end);
            new
        });
        if part == Part::Wording {
            let apart = |start: usize, end: usize| spans.iter().all(|(from, to, ..)| end <= *from || *to <= start);
            let own = voices(&text).into_iter().filter(|(start, end, _)| apart(*start, *end));
            let own = own.map(|(start, end, holds)| (start, end, if holds { Tells::Own } else { Tells::Voice }, None));
            let own: Vec<_> = own.collect();
            spans.extend(own);
            spans.sort_by_key(|(start, ..)| *start);
        }
        spans.retain(|(.., party)| !spares(*party));
        spans.into_iter().map(|span| self.telling(part, &text, span)).collect()
    }

    fn telling(
        &self,
        part: Part,
        text: &[char],
        (start, end, tells, party): (usize, usize, Tells, Option<usize>),
    ) -> Telling {
        let words: String = text[start..end].iter().collect();
        let name = party.map(|party| self.parties[party].name.clone()).unwrap_or_default();
        let id = match tells {
            Tells::Company => "question-tells-company",
            Tells::Person => "question-tells-person",
            Tells::Mail => "question-tells-mail",
            Tells::Phone => "question-tells-phone",
            Tells::Price => "question-tells-price",
            Tells::Voice => "question-tells-voice",
            Tells::Mark | Tells::Contrast | Tells::Own => "question-tells-own",
        };
        let sentence = crate::Text::new(id).arg("words", &words).arg("name", &name);
        Telling { part, start, end, words, tells, name, text: sentence, cleared: false }
    }
}

/// Where a company's name, folded, counts: a short one in kana stands inside many words, and a common word in many
/// sentences.
fn wants_of(name: &str) -> Wants {
    let kana = name.chars().all(|c| is_kana(c) || c == '-');
    match name.chars().count() {
        1 if kana => Wants::Named,
        2 if kana => Wants::Apart,
        _ if is_common(name) => Wants::Named,
        _ => Wants::Anywhere,
    }
}

/// What a company is called in kana, in Latin letters.
fn in_latin(one: &Known, head: Option<String>) -> Vec<String> {
    let names = one.aliases.iter().chain([&one.name, &one.reading]).chain(&one.called).map(|name| company_spoken(name));
    let kana = |name: &String| name.chars().all(|c| is_kana(c) || c.is_whitespace() || c == '-');
    let spelt = names.chain(head).filter(kana).map(|name| latin(&name));
    spelt.filter(|spelt| spelt.len() > 3).collect()
}

/// Persons that asked in a procurement, or came to a hearing, by bidder.
fn persons(read: &Read<'_>, procurement: &str) -> Result<BTreeMap<String, Vec<String>>> {
    let sql = "SELECT DISTINCT bidder, person FROM question_asker WHERE person <> '' \
               AND bidder IN (SELECT id FROM bidder WHERE procurement = ?1) \
               UNION SELECT bidder, theirs FROM hearing WHERE procurement = ?1 AND theirs <> ''";
    let mut statement = read.conn.prepare_cached(sql)?;
    let rows = statement.query_map([procurement], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows {
        let (bidder, persons): (String, String) = row?;
        let each = persons.split(['、', ',', '，', '\n', '/', '／', ';']).map(bare_person);
        found.entry(bidder).or_default().extend(each.filter(|person| person.chars().count() > 1).map(Into::into));
    }
    Ok(found)
}

/// A name without what stands in brackets behind it, and without 様.
fn bare_person(person: &str) -> &str {
    let name = person.split(['（', '(']).next().unwrap_or_default().trim();
    ["様", "さん", "氏", "殿"].iter().find_map(|word| name.strip_suffix(word)).unwrap_or(name).trim()
}

/// The surname of a name written without a space: the kanji before its kana, or else its first two signs.
fn unspaced_surname(person: &str) -> Option<String> {
    let signs: Vec<char> = person.trim().chars().collect();
    if signs.iter().any(|c| c.is_whitespace()) || !signs.first().is_some_and(|c| is_kanji(*c)) {
        return None;
    }
    let kanji = signs.iter().take_while(|c| is_kanji(**c)).count();
    let length = if kanji < signs.len() { kanji } else { 2 };
    (signs.len() > 2).then(|| signs[..length].iter().collect())
}

/// Text as it is compared, folded and without spaces and points, and for each of its characters the one it comes from.
pub(crate) fn compact(text: &str) -> (Vec<char>, Vec<usize>) {
    let chars: Vec<char> = text.chars().collect();
    let (mut signs, mut places) = (Vec::with_capacity(chars.len()), Vec::with_capacity(chars.len()));
    let mut at = 0;
    while at < chars.len() {
        // The mark of a voiced sound belongs to the sign before it.
        let marked = chars.get(at + 1).is_some_and(|c| matches!(c, 'ﾞ' | 'ﾟ' | '\u{3099}' | '\u{309A}'));
        let next = at + 1 + usize::from(marked);
        if let Some(sign) = fold_sign(chars[at]).filter(|_| !marked) {
            if !is_passed_over(sign) {
                signs.push(sign);
                places.push(at);
            }
        } else {
            for sign in fold(&chars[at..next].iter().collect::<String>()).chars().filter(|c| !is_passed_over(*c)) {
                signs.push(sign);
                places.push(at);
            }
        }
        at = next;
    }
    (signs, places)
}

/// What names are written with and without.
fn is_passed_over(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '.' | '・' | '&' | '\'')
}

pub(crate) fn occurrences<'a>(signs: &'a [char], needle: &'a [char]) -> impl Iterator<Item = usize> + 'a {
    let windows = if needle.is_empty() { &[] } else { signs };
    windows.windows(needle.len().max(1)).enumerate().filter(move |(_, window)| *window == needle).map(|(at, _)| at)
}

/// The surname of a name written with a space: the first part in Japanese, the last one in Latin letters, or the one in
/// capitals.
fn surname(person: &str) -> Option<&str> {
    let parts: Vec<&str> = person.split_whitespace().collect();
    let (first, last) = (*parts.first()?, *parts.last()?);
    if parts.len() < 2 {
        return None;
    }
    if !person.is_ascii() {
        return Some(first);
    }
    let shouted = |part: &&&str| part.len() > 1 && part.chars().all(|c| c.is_ascii_uppercase());
    let surname = parts.iter().find(shouted).copied().unwrap_or(last);
    (surname.len() > 2).then_some(surname)
}

fn domain_of(mail: &str) -> Option<String> {
    mail.rsplit_once('@').map(|(_, domain)| domain.trim().to_lowercase()).filter(|domain| domain.contains('.'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn watch() -> Watch {
        let known =
            |bidder: &str, name: &str, aliases: &[&str], people: &[&str], mails: &[&str], phones: &[&str]| Known {
                bidder: bidder.into(),
                name: name.into(),
                aliases: aliases.iter().map(ToString::to_string).collect(),
                people: people.iter().map(ToString::to_string).collect(),
                mails: mails.iter().map(ToString::to_string).collect(),
                phones: phones.iter().map(ToString::to_string).collect(),
                ..Known::default()
            };
        Watch::over(&[
            known(
                "b1",
                "株式会社ハルイロサポート",
                &["ハルイロ", "HRS"],
                &["髙橋 すみれ", "岩渕 大和"],
                &["s.takahashi@haruiro-support.example", "haruiro@gmail.com"],
                &["03-1234-5678"],
            ),
            known("b2", "株式会社ツムギバ・オペレーションズ", &["ツムギバ"], &["荻 真一"], &[], &[]),
            known("b3", "Mihon Cloud Co., Ltd.", &["MCP"], &["Will Marsh", "Sumire TAKAHASHI"], &[], &[]),
        ])
    }

    fn found(words: &str) -> Vec<(String, Tells)> {
        watch().find(Part::Wording, words, &[]).into_iter().map(|t| (t.words, t.tells)).collect()
    }

    fn first(words: &str) -> Option<(String, Tells)> {
        found(words).into_iter().next()
    }

    #[test]
    fn a_name_is_found_however_it_is_written() {
        for (words, telling) in [
            ("はるいろサポートの体制", "はるいろサポート"),
            ("ﾊﾙｲﾛ ｻﾎﾟｰﾄでは", "ﾊﾙｲﾛ ｻﾎﾟｰﾄ"),
            ("（株）ツムギバ　オペレーションズ様は", "ツムギバ　オペレーションズ"),
            ("㈱ハルイロサポートに", "ハルイロサポート"),
            ("ツムギバは福岡で", "ツムギバ"),
            ("ＨＲＳの担当", "ＨＲＳ"),
            ("At Mihon Cloud, may we", "Mihon Cloud"),
        ] {
            assert_eq!(first(words), Some((telling.into(), Tells::Company)), "{words}");
        }
    }

    #[test]
    fn a_company_is_found_by_its_reading_in_kana_and_in_latin_letters() {
        let watch = Watch::over(&[
            Known {
                bidder: "b1".into(),
                name: "株式会社北斗テクノ".into(),
                reading: "ほくとてくの".into(),
                ..Known::default()
            },
            Known {
                name: "株式会社ハルイロサポート".into(), aliases: vec!["ハルイロ".into()], ..Known::default()
            },
            Known { name: "暁株式会社".into(), reading: "あかつき".into(), ..Known::default() },
            Known { name: "空株式会社".into(), reading: "そら".into(), ..Known::default() },
        ]);
        let found = |words: &str| -> Vec<String> {
            watch.find(Part::Body, words, &[]).into_iter().map(|one| one.words).collect()
        };
        for (words, telling) in [
            ("今回はほくとに決めました", "ほくと"),
            ("ホクトのご提案", "ホクト"),
            ("ﾎｸﾄ社", "ﾎｸﾄ"),
            ("HOKUTO was chosen", "HOKUTO"),
            ("Ｈｏｋｕｔｏ社", "Ｈｏｋｕｔｏ"),
            ("hokuto", "hokuto"),
            ("北斗様のご提案", "北斗"),
            ("ほくと様", "ほくと"),
            ("Haruiro", "Haruiro"),
            ("アカツキ", "アカツキ"),
            ("AKATSUKI", "AKATSUKI"),
            ("akatuki", "akatuki"),
            ("ソラの案", "ソラ"),
            ("そら様", "そら"),
            ("Sora", "Sora"),
        ] {
            assert_eq!(found(words), [telling], "{words}");
        }
        for words in
            ["まさほくとう", "ホクトセイ", "北斗七星", "Hokutoya", "そらで覚える", "ソラマメ", "to soar", "sora"]
        {
            assert!(found(words).is_empty(), "{words}: {:?}", found(words));
        }
        assert!(watch.find(Part::Body, "HOKUTO、ホクト", &["b1"]).is_empty(), "its own letter may name it");
    }

    #[test]
    fn a_name_in_kana_that_is_short_or_a_common_word_counts_where_it_stands_as_a_name() {
        let known = |name: &str| Known { name: name.into(), ..Known::default() };
        let watch = Watch::over(&[known("株式会社ほし"), known("みらい株式会社")]);
        let found = |words: &str| -> Vec<String> {
            watch.find(Part::Body, words, &[]).into_iter().map(|one| one.words).collect()
        };
        for (words, telling) in [
            ("今回はほし様に", "ほし"),
            ("今回はほし 御中", "ほし"),
            ("ほしさんのほうが", "ほし"),
            ("ほし社の提案", "ほし"),
            ("株式会社ほしに決めました", "ほし"),
            ("㈱ほしに", "ほし"),
            ("別の候補（ほし）に", "ほし"),
            ("次の会社です。\nほし\n以上", "ほし"),
            ("ホシの案", "ホシ"),
            ("みらい殿へ", "みらい"),
            ("みらい株式会社に", "みらい"),
            ("「ミライ」の案", "ミライ"),
        ] {
            assert_eq!(found(words), [telling], "{words}");
        }
        for words in [
            "手順を示してほしい",
            "ほしいものは、まぼろしでほしのようだ",
            "ほし、と書かれた",
            "業務のみらいを考え、みらいへ",
            "ミライの姿",
        ] {
            assert!(found(words).is_empty(), "{words}: {:?}", found(words));
        }
    }

    #[test]
    fn a_person_is_found_by_the_surname_alone() {
        for words in [
            "高橋が伺います",
            "髙橋すみれ様",
            "岩渕に読ませたい",
            "代表の荻が計算しました",
            "荻様より",
            "Mr Marsh asked",
            "Takahashi-san",
        ] {
            assert_eq!(first(words).map(|(_, tells)| tells), Some(Tells::Person), "{words}");
        }
        for words in ["荻窪の事業所", "湿荻地", "the marsh near the office", "Will it be held online?"] {
            assert!(found(words).is_empty(), "{words}: {:?}", found(words));
        }
    }

    #[test]
    fn a_person_is_found_by_the_reading_and_without_a_space_where_it_is_greeted() {
        let watch = Watch::over(&[Known {
            people: vec!["高梨すずか".into(), "三枝健一".into()],
            readings: vec!["もり りょうた".into()],
            ..Known::default()
        }]);
        let found = |words: &str| watch.find(Part::Wording, words, &[]).len();
        for words in ["高梨様", "三枝さんから", "モリ様", "もりりょうたが", "高梨すずか"] {
            assert_eq!(found(words), 1, "{words}");
        }
        for words in ["そのつもりです", "三枝の資料", "つもり"] {
            assert_eq!(found(words), 0, "{words}");
        }
        assert_eq!(bare_person("西園寺 花子様（営業部）"), "西園寺 花子");
    }

    #[test]
    fn addresses_and_numbers_are_found() {
        assert_eq!(first("s.takahashi@haruiro-support.example へ").unwrap().0, "s.takahashi@haruiro-support.example");
        assert_eq!(
            first("https://www.haruiro-support.example/").unwrap(),
            ("haruiro-support.example".into(), Tells::Mail)
        );
        assert_eq!(first("haruiro@gmail.com").unwrap().1, Tells::Mail);
        assert!(found("other@gmail.com").is_empty(), "everybody's domain tells nothing");
        for words in ["０３（１２３４）５６７８", "+81 3 1234 5678", "03ー1234ー5678", "電話は0312345678です"]
        {
            assert_eq!(first(words).map(|(_, tells)| tells), Some(Tells::Phone), "{words}");
        }
        for words in ["1234-5678 へ", "03-1234-5678 (9:00-17:00)", "２ 03-1234-5678"] {
            assert_eq!(first(words).map(|(_, tells)| tells), Some(Tells::Phone), "{words}");
        }
        assert!(found("03-1234-5679").is_empty());
        assert!(found("件数は12345678件").is_empty());
    }

    #[test]
    fn what_a_bidder_calls_itself_counts_in_the_wording_only() {
        for words in ["弊社では", "今回弊社の", "当社標準", "私どもの", "うちのSVに", "Our standard"]
        {
            assert_eq!(first(words).map(|(_, tells)| tells), Some(Tells::Own), "{words}");
        }
        for words in
            ["担当社数", "該当社の", "独自社内基準", "そのうちの一つ", "hours", "power", "御社のチャット", "貴社の承認"]
        {
            assert!(found(words).is_empty(), "{words}: {:?}", found(words));
        }
        assert_eq!(found("May we send it?"), [("we".to_owned(), Tells::Voice)]);
        assert_eq!(
            found("at our MCP office"),
            [("MCP".to_owned(), Tells::Company)],
            "a name is never within own words"
        );
        assert!(watch().find(Part::Answer, "当社で文字に起こします。We at Mihon", &[]).is_empty());
        assert_eq!(watch().find(Part::Answer, "ハルイロ様の方法で", &[]).len(), 1);
    }

    #[test]
    fn the_longest_of_words_within_words_counts_and_places_are_characters() {
        let tellings = watch().find(Part::Wording, "𠮷弊社ハルイロサポートの件", &[]);
        let spans: Vec<_> = tellings.iter().map(|t| (t.start, t.end, t.words.as_str())).collect();
        assert_eq!(spans, [(1, 3, "弊社"), (3, 11, "ハルイロサポート")]);
        assert!(watch().find(Part::Wording, "ハルイロの件", &["b1"]).is_empty(), "its own paper may name it");
    }

    proptest! {
        #[test]
        fn a_name_between_any_words_is_found(before in "[ぁ-んァ-ヶ一-龠 、。]{0,12}", behind in "[ぁ-んァ-ヶ一-龠 、。]{0,12}") {
            let words = format!("{before}ツムギバ{behind}");
            prop_assert!(watch().find(Part::Wording, &words, &[]).iter().any(|t| t.tells == Tells::Company));
        }

        #[test]
        fn places_lie_within_the_words(words in "\\PC{0,60}") {
            let text: Vec<char> = words.chars().collect();
            for telling in watch().find(Part::Wording, &words, &[]) {
                prop_assert_eq!(telling.words, text[telling.start..telling.end].iter().collect::<String>());
            }
        }
    }
}
