//! Letters: the words of mails and letters that leave the house, from templates that come with the program and can be
//! put into the company's own words.

pub mod verbs;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::l10n::Lang;
use crate::procurement::FactKey;
use crate::storage::{Read, Record};
use crate::{Error, Result, Text};

/// A template in the company's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// `<key>.<language>`.
    pub id: String,
    /// Its subject, with fields.
    pub subject: String,
    /// Its text, with fields.
    pub body: String,
}

impl Record for Letter {
    const KIND: &'static str = "letter";
    const COLUMNS: &'static [&'static str] = &["id", "subject", "body"];

    fn id(&self) -> &str {
        &self.id
    }
}

/// A template as it comes with the program.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Template {
    /// Its key: `answers`.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// When it is used.
    #[serde(rename = "use")]
    pub used: String,
    /// Its subject, with fields.
    pub subject: String,
    /// Its text, with fields.
    pub body: String,
    /// The fields it may use beside the facts.
    pub fields: Vec<String>,
}

/// A template's words with its fields filled in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filled {
    /// Its subject, one line.
    pub subject: String,
    /// Its text.
    pub body: String,
    /// Names of the fields that have no value; they stand in the text in brackets.
    pub missing: Vec<String>,
}

/// The templates that come with the program.
pub fn templates(lang: Lang) -> &'static [Template] {
    static TEMPLATES: [OnceLock<Vec<Template>>; 2] = [OnceLock::new(), OnceLock::new()];
    TEMPLATES[lang as usize].get_or_init(|| {
        let source = match lang {
            Lang::Ja => include_str!("letters.ja.json"),
            Lang::En => include_str!("letters.en.json"),
        };
        serde_json::from_str(source).expect("the templates are well formed")
    })
}

/// The template with this key.
///
/// # Errors
/// Refused where there is none.
pub fn template(key: &str, lang: Lang) -> Result<&'static Template> {
    let found = templates(lang).iter().find(|template| template.key == key);
    found.ok_or_else(|| Error::NotFound { kind: "letter", id: key.into() })
}

fn id_of(key: &str, lang: Lang) -> String {
    format!("{key}.{}", lang.tag())
}

/// Subject and text of a template: the company's own, or those that come with the program; and whether they are its own.
pub fn words(read: &Read<'_>, key: &str, lang: Lang) -> Result<(String, String, bool)> {
    let template = template(key, lang)?;
    Ok(match read.find::<Letter>(&id_of(key, lang))? {
        Some(own) => (own.subject, own.body, true),
        None => (template.subject.clone(), template.body.clone(), false),
    })
}

impl Template {
    /// Whether the template may use this field: its own, or a fact.
    pub fn knows(&self, field: &str) -> bool {
        self.fields.iter().any(|own| own == field) || field.parse::<FactKey>().is_ok_and(FactKey::is_field)
    }

    /// The name of a field in this template: in some it has one of its own, as reasons are what was valued in an award.
    pub fn label(&self, field: &str) -> Text {
        if let Ok(fact) = field.parse::<FactKey>() {
            return fact.label();
        }
        let id = format!("letter-field-{}", field.replace(['.', '_'], "-"));
        let own = format!("{id}-{}", self.key);
        Text::new(if crate::l10n::words(Lang::Ja).has(&own) { own } else { id })
    }
}

/// Whom a letter greets: the person with 様, behind the department in Japanese alone, or else the company with 御中.
pub fn salutation(company: &str, department: &str, person: &str, lang: Lang) -> String {
    if person.is_empty() {
        return lang.say(&Text::new("letter-to-company").arg("company", company));
    }
    let to = |person: &str| lang.say(&Text::new("letter-to-person").arg("person", person));
    match lang {
        Lang::Ja if department.is_empty() => format!("{company}\n{}", to(person)),
        Lang::Ja => format!("{company}\n{}", to(&format!("{department} {person}"))),
        Lang::En => to(person),
    }
}

/// A piece of a template: words, or a field in double braces.
enum Piece<'a> {
    Words(&'a str),
    Field(&'a str),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, behind)) = after.split_once("}}") else { break };
        found.push(Piece::Words(before));
        found.push(Piece::Field(name.trim()));
        rest = behind;
    }
    found.push(Piece::Words(rest));
    found
}

/// What is wrong with words meant for a template: fields it does not know, and braces that do not close.
pub fn findings(template: &Template, subject: &str, body: &str) -> Vec<Text> {
    let mut unknown = BTreeSet::new();
    let mut open = false;
    for piece in pieces(subject).into_iter().chain(pieces(body)) {
        match piece {
            Piece::Field(name) if !template.knows(name) => {
                unknown.insert(name);
            }
            Piece::Words(words) => open |= words.contains("{{") || words.contains("}}"),
            Piece::Field(_) => {}
        }
    }
    let mut found: Vec<Text> =
        unknown.into_iter().map(|field| Text::new("letter-unknown-field").arg("field", field)).collect();
    if open {
        found.push(Text::new("letter-open-braces"));
    }
    found
}

/// Where brackets hold nothing but this fact and it may be left unsaid: how much of what stands before stays, and the
/// bracket that closes.
fn aside(name: &str, before: &str, behind: Option<&Piece<'_>>) -> Option<(usize, char)> {
    name.parse::<FactKey>().ok().filter(|fact| fact.may_be_unsaid())?;
    let Some(Piece::Words(behind)) = behind else { return None };
    [('（', '）'), ('(', ')')].into_iter().find_map(|(opens, closes)| {
        let stays = before.strip_suffix(opens)?.trim_end_matches(' ');
        behind.starts_with(closes).then_some((stays.len(), closes))
    })
}

/// Fills the fields in. One without a value is shown by its name in brackets and told, or left out with the brackets that
/// hold it alone where it may stay unsaid; one the template does not know stays as it was typed.
pub fn fill(
    template: &Template,
    subject: &str,
    body: &str,
    lang: Lang,
    value: impl Fn(&str) -> Option<String>,
) -> Filled {
    let mut missing = Vec::new();
    let mut filled = |text: &str| {
        let mut out = String::new();
        let pieces = pieces(text);
        let mut closes = None::<char>;
        for (at, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Words(words) => {
                    let words = closes.take().and_then(|mark| words.strip_prefix(mark)).unwrap_or(words);
                    // A value that ends with a full stop ends the sentence with it: Kaede Inc.
                    let ended = at > 0 && out.ends_with('.') && !words.starts_with("..");
                    out.push_str(words.strip_prefix('.').filter(|_| ended).unwrap_or(words));
                }
                Piece::Field(name) if !template.knows(name) => out.push_str(&format!("{{{{{name}}}}}")),
                Piece::Field(name) => {
                    if let Some(value) = value(name).filter(|value| !value.is_empty()) {
                        out.push_str(&value);
                    } else if let Some((stays, mark)) = aside(name, &out, pieces.get(at + 1)) {
                        out.truncate(stays);
                        closes = Some(mark);
                    } else {
                        let label = lang.say(&template.label(name));
                        out.push_str(&lang.say(&Text::new("rfp-field-missing").arg("field", &label)));
                        if !missing.contains(&label) {
                            missing.push(label);
                        }
                    }
                }
            }
        }
        out
    };
    let subject = filled(subject).split_whitespace().collect::<Vec<_>>().join(" ");
    let body = filled(body);
    Filled { subject, body, missing }
}

/// What a letter tells in place of a field that has a line of its own in the template, point by point, each in one line:
/// what stands there between the line above and the line below. None where the letter has these lines no more.
pub fn told(template: &str, letter: &str, field: &str) -> Option<Vec<String>> {
    let is_place = |line: &str| match pieces(line.trim()).as_slice() {
        [Piece::Words(""), Piece::Field(name), Piece::Words("")] => *name == field,
        _ => false,
    };
    let lines: Vec<&str> = template.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let place = lines.iter().position(|line| is_place(line))?;
    // Of a line with a field in it, the words before the field are known.
    let words = |at: usize| {
        let words = lines.get(at)?.split("{{").next()?.trim();
        (!words.is_empty()).then_some(words)
    };
    let (above, below) = (words(place.checked_sub(1)?)?, words(place + 1)?);
    let behind: Vec<&str> = letter.lines().map(str::trim).skip_while(|line| !line.starts_with(above)).skip(1).collect();
    let end = behind.iter().position(|line| line.starts_with(below))?;
    let mut told: Vec<String> = Vec::new();
    for line in behind[..end].iter().copied().filter(|line| !line.is_empty()) {
        let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
        match [Lang::Ja, Lang::En].into_iter().find_map(|lang| lang.listed(line)) {
            Some(point) => told.push(words(point)),
            // A line without a mark goes on with the point above it.
            None => match told.last_mut() {
                Some(point) => *point = format!("{point} {}", words(line)),
                None => told.push(words(line)),
            },
        }
    }
    told.retain(|point| !point.is_empty());
    (!told.is_empty()).then_some(told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_greets_a_person_by_name_and_in_english_without_the_title() {
        for (department, person, lang, greeting) in [
            ("営業部長", "荻 真一", Lang::Ja, "甲野サポート\n営業部長 荻 真一 様"),
            ("", "荻 真一", Lang::Ja, "甲野サポート\n荻 真一 様"),
            ("営業部", "", Lang::Ja, "甲野サポート 御中"),
            ("Managing member", "Shinichi Ogi", Lang::En, "Dear Shinichi Ogi,"),
            ("", "Shinichi Ogi", Lang::En, "Dear Shinichi Ogi,"),
            ("Sales", "", Lang::En, "Dear 甲野サポート,"),
        ] {
            assert_eq!(salutation("甲野サポート", department, person, lang), greeting);
        }
    }

    #[test]
    fn the_award_names_the_day_of_the_contract_as_its_fact_is_named() {
        for lang in [Lang::Ja, Lang::En] {
            let award = template("award", lang).unwrap();
            let mut lines = award.body.lines();
            let line = lines.find(|line| line.ends_with("{{schedule.contract}}")).expect("nothing behind the day");
            assert!(line.contains(&lang.say(&FactKey::Contract.label())), "{line}");
        }
    }

    #[test]
    fn what_a_letter_tells_is_found_between_the_lines_of_its_template() {
        let template = "ご通知\n\n理由\n{{notice.reasons}}\n\n{{ doc.title }}の件\n期限は{{doc.number}}";
        let letter = "ご通知\n理由\n開始の希望と\n合いません\n\n期限は5月";
        assert_eq!(told(template, letter, "notice.reasons"), None, "the line below begins with a field");
        let template = template.replace("{{ doc.title }}の件\n", "");
        let reasons = |letter: &str| told(&template, letter, "notice.reasons");
        assert_eq!(reasons(letter), Some(vec!["開始の希望と 合いません".to_owned()]));
        let points = Some(vec!["開始が 遅い".to_owned(), "夜間がない".to_owned()]);
        assert_eq!(reasons("理由\n・開始が\n遅い\n・夜間がない\n\n期限は5月"), points);
        assert_eq!(reasons("理由\n- 開始が\n遅い\n- 夜間がない\n\n期限は5月"), points);
        assert_eq!(told(&template, "書き改めた手紙", "notice.reasons"), None);
        assert_eq!(told(&template, "理由\n\n期限は5月", "notice.reasons"), None);
        assert_eq!(told(&template, "理由\n合いません\n期限は5月", "notice.strengths"), None);
    }

    #[test]
    fn the_templates_that_come_with_the_program_know_their_fields() {
        for lang in [Lang::Ja, Lang::En] {
            for template in templates(lang) {
                assert_eq!(findings(template, &template.subject, &template.body), [], "{}", template.key);
                for field in &template.fields {
                    let label = template.label(field);
                    assert!(crate::l10n::words(lang).has(&label.id), "{}", label.id);
                }
            }
            let keys = |lang: Lang| templates(lang).iter().map(|one| one.key.clone()).collect::<Vec<_>>();
            assert_eq!(keys(lang), keys(Lang::Ja));
        }
    }

    #[test]
    fn hints_of_the_letters_name_the_fields_as_they_stand_there() {
        for lang in [Lang::Ja, Lang::En] {
            for (key, field, hint) in [
                ("award", "{{notice.reasons}}", "notice-want-valued"),
                ("regret", "{{notice.reasons}}", "notice-want-reason"),
                ("regret", "{{notice.strengths}}", "notice-want-strength"),
                ("regret", "{{notice.strengths}}", "error-notice-praise"),
            ] {
                let open = fill(template(key, lang).unwrap(), "", field, lang, |_| None).body;
                assert!(lang.word(hint).contains(&open), "{hint}: {} {open}", lang.word(hint));
            }
        }
        let award = template("award", Lang::Ja).unwrap();
        let open = fill(award, "", &award.body, Lang::Ja, |_| None);
        assert!(open.body.contains("1. 評価した点\n［評価した点］\n"), "{}", open.body);
        assert!(open.missing.iter().all(|name| !name.contains("理由")), "{:?}", open.missing);
    }

    #[test]
    fn fields_are_filled_and_what_is_missing_is_told() {
        let template = template("answers", Lang::Ja).unwrap();
        let value = |field: &str| (field == "doc.title").then(|| "委託\n{{contact.mail}}".to_owned());
        let filled =
            fill(template, "{{ doc.title }}：{{doc.number}}", "{{contact.phone}} {{nothing}} {{x", Lang::Ja, value);
        assert_eq!(filled.subject, "委託 {{contact.mail}}：［文書番号］", "a value is not filled in again");
        assert_eq!(filled.body, "［電話］ {{nothing}} {{x");
        assert_eq!(filled.missing, ["文書番号", "電話"]);
    }

    #[test]
    fn a_sentence_that_a_name_ends_has_one_full_stop() {
        let template = template("answers", Lang::En).unwrap();
        let value = |field: &str| (field == "issuer.company").then(|| "Kaede Inc.".to_owned());
        let words = "{{issuer.company}}. Ask {{issuer.company}}, or {{issuer.company}}... Done.";
        let filled = fill(template, "From {{issuer.company}}.", words, Lang::En, value);
        assert_eq!(filled.subject, "From Kaede Inc.");
        assert_eq!(filled.body, "Kaede Inc. Ask Kaede Inc., or Kaede Inc.... Done.");
    }

    #[test]
    fn what_may_stay_unsaid_is_left_out_with_its_brackets() {
        let template = template("answers", Lang::Ja).unwrap();
        let said = |words: &str, hours: &str| {
            let value = |field: &str| (field == "contact.hours").then(|| hours.to_owned());
            fill(template, "", words, Lang::Ja, value)
        };
        let body = "電話（{{contact.hours}}）\nPhone 1 ({{contact.hours}}), （{{doc.number}}）";
        let without = said(body, "");
        assert_eq!(without.body, "電話\nPhone 1, （［文書番号］）");
        assert_eq!(without.missing, ["文書番号"]);
        assert_eq!(said(body, "10時").body, "電話（10時）\nPhone 1 (10時), （［文書番号］）");
        assert_eq!(said("{{contact.hours}}", "").missing, ["受付時間"], "alone it would leave a hole");
    }

    #[test]
    fn unknown_fields_and_open_braces_are_found() {
        let template = template("answers", Lang::Ja).unwrap();
        let ids = |body: &str| findings(template, "", body).into_iter().map(|text| text.id).collect::<Vec<_>>();
        assert_eq!(ids("{{nothing}} {{doc.title}} {{nothing}}"), ["letter-unknown-field"]);
        assert_eq!(ids("{{doc.title"), ["letter-open-braces"]);
    }
}
