//! What is worth a look, told so that a page of like sentences becomes one.

use std::collections::BTreeMap;

use super::Sources;
use crate::marking::result::OddityRow;
use crate::Text;

/// So many of one kind are told in sentences of their own.
const APART: usize = 3;
/// What is longer than this is told place by place: a page without a break is not read.
const ONE_LINE: usize = 280;

/// Words of a kind of oddity: what all of it have in common, and what tells one at the same place from another.
fn together(sentence: &str) -> Option<(&'static str, Option<&'static str>)> {
    Some(match sentence {
        "result-odd-opposed" => ("selection-odd-opposed", Some("selection-odd-opposed-one")),
        "result-odd-opposed-settled" => ("selection-odd-settled", Some("selection-odd-settled-one")),
        "result-odd-all-alike" => ("selection-odd-all-alike", Some("selection-odd-evaluator")),
        "result-odd-price-order" => ("selection-odd-price-order", Some("selection-odd-evaluator")),
        "result-odd-blank" => ("selection-odd-blank", Some("selection-odd-blank-one")),
        "result-odd-no-comment" => ("selection-odd-no-comment", Some("selection-odd-no-comment-one")),
        "result-odd-aside" => ("selection-odd-aside", Some("selection-odd-evaluator")),
        "result-odd-idle" => ("selection-odd-idle", None),
        "result-odd-turns" => ("selection-odd-turns", None),
        _ => return None,
    })
}

impl Sources {
    /// What is odd, a line each; more than three of a kind gathered where the first of them stood, by the names that are in
    /// front of their sentences.
    pub(super) fn odd_lines(&self, odd: &[OddityRow]) -> Vec<String> {
        let mut kinds: BTreeMap<&str, Vec<&OddityRow>> = BTreeMap::new();
        for one in odd {
            kinds.entry(one.text.id.as_str()).or_default().push(one);
        }
        let mut lines = Vec::new();
        for one in odd {
            let id = one.text.id.as_str();
            // A kind that is told has been taken away.
            let many = kinds.get(id).is_none_or(|all| all.len() > APART);
            if let Some((kind, each)) = together(id).filter(|_| many) {
                lines.extend(kinds.remove(id).map(|all| self.odd_kind(kind, each, &all)).into_iter().flatten());
            } else {
                lines.push(format!("{}{}{}", one.head, self.colon(), self.say(&one.text)));
            }
        }
        lines
    }

    /// All of a kind: its words, then name by name what is odd there; where that is long, a line for each name.
    fn odd_kind(&self, kind: &str, each: Option<&str>, all: &[&OddityRow]) -> Vec<String> {
        let comma = self.word("list-comma");
        let Some(each) = each else {
            let heads: Vec<&str> = all.iter().map(|one| one.head.as_str()).collect();
            return vec![format!("{}{}{}", self.word(kind), self.colon(), heads.join(&comma))];
        };
        let mut places: Vec<(&str, Vec<String>)> = Vec::new();
        for one in all {
            let said = self.say(&Text { id: each.to_owned(), args: one.text.args.clone() });
            match places.iter_mut().find(|(head, _)| *head == one.head) {
                Some((_, told)) => told.push(said),
                None => places.push((one.head.as_str(), vec![said])),
            }
        }
        let lists: Vec<(&str, String)> = places.into_iter().map(|(head, told)| (head, told.join(&comma))).collect();
        let place =
            |name: &str, list: &str| self.say(&Text::new("selection-odd-place").arg("name", name).arg("list", list));
        let named: Vec<String> = lists.iter().map(|(head, list)| place(head, list)).collect();
        let whole = format!("{}{}{}", self.word(kind), self.colon(), named.join(&self.word("selection-odd-then")));
        if whole.chars().count() <= ONE_LINE {
            return vec![whole];
        }
        let line = |(head, list): &(&str, String)| format!("{head}{}{}", self.colon(), place(&self.word(kind), list));
        lists.iter().map(line).collect()
    }
}
