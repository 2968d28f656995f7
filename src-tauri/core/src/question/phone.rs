//! Telephone numbers: as they are kept about somebody, and as they stand in words.

use crate::l10n::{fold, fold_sign};

/// Fewer digits than this are no telephone number.
const DIGITS: usize = 8;

/// Digits of a telephone, without what a country or a city dials before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phone(String);

/// Digits that stand together: first character, behind the last one, the digits.
type Group = (usize, usize, String);

impl Phone {
    /// The telephones in a field, which may hold several and an extension.
    pub(super) fn all(typed: &str) -> Vec<Self> {
        let folded = fold(typed);
        let each = folded.split(['/', '、', ',', ';', '\n', '|']);
        let bare = each
            .map(|one| ["内線", "ext", "fax"].iter().fold(one, |left, word| left.split(word).next().unwrap_or(left)));
        let phone = |one: &str| {
            let digits: String = one.chars().filter(char::is_ascii_digit).collect();
            national(&digits).to_owned()
        };
        bare.map(phone).filter(|phone| phone.len() >= DIGITS).map(Self).collect()
    }

    /// Where it stands among the numbers of a text: first character, and behind the last one. Written with a joint it is
    /// found without its area, too.
    pub(super) fn calls(&self, numbers: &[Vec<Group>]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for run in numbers {
            for (first, (start, ..)) in run.iter().enumerate() {
                let mut digits = String::new();
                for (count, (_, end, more)) in run[first..].iter().enumerate() {
                    digits.push_str(more);
                    let local = count > 0 && digits.len() >= DIGITS && self.0.ends_with(&digits);
                    if local || national(&digits) == self.0 {
                        found.push((*start, *end));
                    }
                }
            }
        }
        found
    }
}

/// The digits after the 0 or 81 that are dialled before them.
fn national(digits: &str) -> &str {
    let bare = digits.strip_prefix("81").filter(|rest| rest.len() >= DIGITS).unwrap_or(digits);
    bare.trim_start_matches('0')
}

/// Groups of digits in a text with only what people put between them, each run of groups apart.
pub(super) fn numbers(text: &[char]) -> Vec<Vec<Group>> {
    let digit = |c: char| fold_sign(c).or_else(|| fold(&c.to_string()).chars().next()).filter(char::is_ascii_digit);
    let joint =
        |c: char| matches!(c, ' ' | '　' | '.' | '/' | '+') || matches!(fold(&c.to_string()).as_str(), "-" | "(" | ")");
    let mut runs: Vec<Vec<Group>> = Vec::new();
    let (mut joined, mut grown) = (false, false);
    for (at, c) in text.iter().enumerate() {
        match digit(*c) {
            Some(digit) => {
                if !joined {
                    runs.push(Vec::new());
                }
                let run = runs.last_mut().expect("begun just now");
                match run.last_mut().filter(|_| grown) {
                    Some((_, end, digits)) => {
                        *end = at + 1;
                        digits.push(digit);
                    }
                    None => run.push((at, at + 1, digit.to_string())),
                }
                (joined, grown) = (true, true);
            }
            None => (joined, grown) = (joined && joint(*c), false),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_may_hold_several_and_an_extension() {
        let all = |typed: &str| Phone::all(typed).into_iter().map(|phone| phone.0).collect::<Vec<_>>();
        assert_eq!(all("03-5555-1234（内線12）"), ["355551234"]);
        assert_eq!(all("06-6666-1234 / 090-1111-2222"), ["666661234", "9011112222"]);
        assert_eq!(all("+81 3 1234 5678 ext. 9"), ["312345678"]);
        assert!(all("代表").is_empty());
    }

    #[test]
    fn digits_around_a_number_do_not_hide_it() {
        let phone = &Phone::all("03-7777-1234")[0];
        let text = |words: &str| numbers(&words.chars().collect::<Vec<_>>());
        assert_eq!(phone.calls(&text("03-7777-1234 (9:00-17:00)")), [(0, 12), (3, 12)]);
        assert_eq!(phone.calls(&text("7777-1234")), [(0, 9)]);
        assert!(phone.calls(&text("77771234件")).is_empty(), "a count");
    }
}
