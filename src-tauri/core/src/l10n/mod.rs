//! Words: every sentence people see, in both languages, from `l10n/{ja,en}/*.ftl` (Fluent). The files travel inside the
//! program; the build has already checked that both languages hold the same messages with the same placeholders.

mod fold;

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unic_langid::LanguageIdentifier;

pub use fold::{company_fold, company_spoken, fold, fold_sign, has_form, is_kana, reading_of};

use crate::text::BESIDE;
use crate::Text;

mod sources {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

/// A language of the interface and of papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// 日本語.
    #[default]
    Ja,
    /// English.
    En,
}

impl Lang {
    /// `ja` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// The language of a tag; Japanese where it is none of ours.
    pub fn of(tag: &str) -> Self {
        if tag == "en" {
            Self::En
        } else {
            Self::Ja
        }
    }

    /// The sentence in words of this language.
    pub fn say(self, text: &Text) -> String {
        words(self).say(text)
    }

    /// The words of a message without placeholders.
    pub fn word(self, id: &str) -> String {
        words(self).say(&Text::new(id))
    }

    /// What stands before each line of a list.
    fn list_mark(self) -> &'static str {
        match self {
            Self::Ja => "・",
            Self::En => "- ",
        }
    }

    /// A list in plain text, a line each. A line alone stands without a mark.
    pub fn list<S: AsRef<str>>(self, lines: &[S]) -> String {
        let mark = self.list_mark();
        match lines {
            [only] => only.as_ref().to_owned(),
            _ => lines.iter().map(|line| format!("{mark}{}", line.as_ref())).collect::<Vec<_>>().join("\n"),
        }
    }

    /// The words of a line of such a list without its mark; none where it bears none.
    pub fn listed(self, line: &str) -> Option<&str> {
        line.strip_prefix(self.list_mark()).map(str::trim)
    }

    /// A person with the department or position before or behind the name, empty parts left out.
    pub fn who(self, parts: &[&str]) -> String {
        let parts = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(&self.word("who-joint"))
    }

    /// Parts of one line, empty ones left out: 1　総則; 1 – Scope.
    pub fn in_line(self, parts: &[&str]) -> String {
        let gap = match self {
            Self::Ja => "　",
            Self::En => " – ",
        };
        parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(gap)
    }

    /// Name and text of each file of words.
    pub fn sources(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Ja => sources::JA,
            Self::En => sources::EN,
        }
    }
}

/// All words of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    static WORDS: [OnceLock<Words>; 2] = [OnceLock::new(), OnceLock::new()];
    WORDS[lang as usize].get_or_init(|| Words::read(lang))
}

impl Words {
    fn read(lang: Lang) -> Self {
        let id: LanguageIdentifier = lang.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Isolation marks would end up in papers and file names.
        bundle.set_use_isolating(false);
        for (_, source) in lang.sources() {
            let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(readable, _)| readable);
            bundle.add_resource_overriding(resource);
        }
        Self { bundle }
    }

    /// Whether there is a message with this id.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|message| message.value().is_some())
    }

    /// The sentence in words. A message that does not exist shows its id, so that it is noticed.
    pub fn say(&self, text: &Text) -> String {
        let Some(pattern) = self.bundle.get_message(&text.id).and_then(|message| message.value()) else {
            return text.id.clone();
        };
        let mut args = FluentArgs::new();
        for (name, value) in &text.args {
            args.set(name.as_str(), worth(value));
        }
        let said = self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned();
        // A name that ends with a full stop ends the sentence with it: Kaede Inc.
        let names = text.args.values().filter(|value| value.ends_with('.'));
        let said = names.fold(said, |said, name| said.replace(&format!("{name}."), name));
        if said.contains(BESIDE) {
            said.replace(BESIDE, &self.say(&Text::new("list-names")))
        } else {
            said
        }
    }
}

/// A whole number takes part in choosing between one and several; everything else, `007` and `1.0` among it, is text.
fn worth(value: &str) -> FluentValue<'_> {
    match value.parse::<i64>() {
        Ok(number) if number.to_string() == value => FluentValue::from(number),
        _ => FluentValue::from(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_lines_are_marked_as_their_language_does() {
        assert_eq!(Lang::Ja.list(&["一", "二"]), "・一\n・二");
        assert_eq!(Lang::En.list(&["one", "two"]), "- one\n- two");
        assert_eq!((Lang::Ja.list(&["一"]), Lang::En.list::<&str>(&[])), ("一".to_owned(), String::new()));
        assert_eq!((Lang::Ja.listed("・二"), Lang::En.listed("- two")), (Some("二"), Some("two")));
        assert_eq!(Lang::En.listed("two"), None);
        assert_eq!(Lang::Ja.in_line(&["1", "総則"]), "1　総則");
        assert_eq!(Lang::En.in_line(&["", "1", "Scope"]), "1 – Scope");
        assert_eq!(Lang::En.who(&["Senior, Sales", "Sumire Takahashi"]), "Senior, Sales, Sumire Takahashi");
        assert_eq!(Lang::Ja.who(&["営業部", "髙橋"]), "営業部　髙橋");
        assert_eq!(Lang::Ja.who(&["", "髙橋 "]), "髙橋");
    }

    #[test]
    fn says_a_sentence_in_both_languages() {
        let late = |days| Text::new("due-overdue").arg("days", days);
        assert_eq!(Lang::Ja.say(&late(3)), "3営業日過ぎています");
        assert_eq!(Lang::En.say(&late(3)), "3 business days late");
        assert_eq!(Lang::En.say(&late(1)), "1 business day late");
    }

    /// The messages of a file of words with their lines.
    fn messages(source: &str) -> Vec<(&str, Vec<&str>)> {
        let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
        for line in source.lines() {
            let head = line.split_once(" =").filter(|(id, _)| id.starts_with(|c: char| c.is_ascii_lowercase()));
            if let Some((id, words)) = head {
                found.push((id, vec![words]));
            } else if line.starts_with([' ', '}']) {
                found.last_mut().expect("a message goes before its lines").1.push(line);
            }
        }
        found
    }

    #[test]
    fn names_stand_beside_each_other_as_the_language_has_it() {
        let level = Text::new("result-verdict-tie").names("names", &["甲", "乙"]).arg("total", "75.00");
        assert!(Lang::Ja.say(&level).starts_with("甲・乙が"));
        assert!(Lang::En.say(&level).starts_with("甲, 乙 are"));
    }

    #[test]
    fn a_sentence_that_a_name_ends_has_one_full_stop() {
        let told = Text::new("notice-tells-company").arg("words", "Kaede").arg("name", "Kaede Inc.");
        assert!(Lang::En.say(&told).contains("another bidder, Kaede Inc. It cannot"), "{}", Lang::En.say(&told));
        assert_eq!(Lang::En.say(&Text::plain("and so on...")), "and so on...");
    }

    #[test]
    fn one_of_a_kind_is_not_told_as_several() {
        const SEVERAL: [&str; 24] = [
            "answers",
            "bidders",
            "business days",
            "cells",
            "changes",
            "companies",
            "conditions",
            "days",
            "decimals",
            "distributions",
            "evaluators",
            "gaps",
            "headings",
            "items",
            "minutes",
            "months",
            "more changes",
            "notices",
            "pages",
            "points",
            "questions",
            "rows",
            "sections",
            "vendors",
        ];
        // Limits are never one.
        const LIMITS: [&str; 3] = ["levels", "limit", "most"];
        let mut wrong = Vec::new();
        for (id, lines) in Lang::En.sources().iter().flat_map(|(_, source)| messages(source)) {
            let names = lines.iter().flat_map(|line| line.split('$').skip(1));
            let names = names.filter_map(|rest| rest.split([' ', '}', ',', ')']).next());
            let text = names.fold(Text::new(id), |text, name| {
                let value = if LIMITS.contains(&name) { "9" } else { "1" };
                text.arg(name, value)
            });
            let said = Lang::En.say(&text);
            if SEVERAL.iter().any(|several| said.contains(&format!("1 {several}"))) {
                wrong.push(said);
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn arguments_come_out_as_they_went_in() {
        for words in ["007", "1.0", "R-001", "髙橋", "{ $x }", "", "-0", "12345678"] {
            assert_eq!(Lang::Ja.say(&Text::plain(words)), words);
        }
    }

    #[test]
    fn a_missing_message_shows_its_id() {
        assert_eq!(Lang::Ja.word("no-such-message"), "no-such-message");
        assert!(!words(Lang::En).has("no-such-message"));
    }

    #[test]
    fn every_message_can_be_said() {
        for lang in [Lang::Ja, Lang::En] {
            for (file, source) in lang.sources() {
                for id in source.lines().filter_map(|line| line.split_once(" =")).map(|(id, _)| id) {
                    if !id.starts_with([' ', '#', '-', '.', '[', '*'])
                        && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
                    {
                        assert!(words(lang).has(id), "{file}: {id}");
                        assert!(
                            id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
                            "{file}: {id} is not kebab-case"
                        );
                    }
                }
            }
        }
    }
}
