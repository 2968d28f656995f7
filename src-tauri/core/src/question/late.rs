//! Questions after the deadline: marked, and accepted or declined with a reason.

use super::{Late, Question};
use crate::calendar::Moment;
use crate::journal::Tx;
use crate::l10n::Lang;
use crate::procurement::{line, FactKey, Facts};
use crate::{Error, Result};

/// Until when questions are taken, as the procurement's schedule has it.
pub fn deadline(facts: &Facts) -> Option<Moment> {
    facts.moment(FactKey::QuestionDeadline)
}

/// Whether a question came after the deadline. A day without a time counts from its first minute, a deadline without one
/// lasts until the end of its day: in doubt it was in time.
pub fn is_late(received: Moment, deadline: Option<Moment>) -> bool {
    deadline.is_some_and(|deadline| received.earliest() > deadline.latest())
}

/// Decides whether a late question is answered, and why.
///
/// # Errors
/// Refused to decline what has been shared.
pub fn decide(tx: &mut Tx<'_>, id: &str, late: Late, reason: &str) -> Result<()> {
    let question: Question = tx.get(id)?;
    if late == Late::Declined && question.revision > 0 {
        return Err(Error::say("error-question-decline-shared").arg("number", question.label()));
    }
    tx.update(&Question { late, late_reason: line(reason)?, ..question })
}

/// The standard reply as it was decided: of paragraphs under a heading for one decision those for the other fall away,
/// and the headings with them. Words of the company's own without such headings stay as they are.
pub fn reply(body: &str, decided: Late, lang: Lang) -> String {
    let heading = |late| match late {
        Late::Accepted => lang.word("letter-late-accepted"),
        _ => lang.word("letter-late-declined"),
    };
    let (own, other) = match decided {
        Late::Accepted => (heading(Late::Accepted), heading(Late::Declined)),
        _ => (heading(Late::Declined), heading(Late::Accepted)),
    };
    let paragraphs = body.split("\n\n").filter(|part| part.lines().next().map(str::trim) != Some(&*other));
    let bare = paragraphs.map(|part| match part.split_once('\n') {
        Some((first, rest)) if first.trim() == own => rest,
        _ => part,
    });
    bare.collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letter::templates;

    #[test]
    fn the_reply_tells_what_was_decided_and_nothing_else() {
        for lang in [Lang::Ja, Lang::En] {
            let template = templates(lang).iter().find(|one| one.key == "late-question").unwrap();
            let accepted = reply(&template.body, Late::Accepted, lang);
            let declined = reply(&template.body, Late::Declined, lang);
            assert!(accepted.contains("{{answer.date}}") && !declined.contains("{{answer.date}}"));
            for (one, other) in [(&accepted, &declined), (&declined, &accepted)] {
                assert!(one.len() < template.body.len() && one != other);
                for heading in ["letter-late-accepted", "letter-late-declined"] {
                    assert!(template.body.contains(&lang.word(heading)), "{heading} is one of the template's");
                    assert!(!one.contains(&lang.word(heading)), "{one}");
                }
                assert!(one.starts_with("{{addressee}}") && one.ends_with("{{contact.mail}}"), "{one}");
            }
        }
        let own = "お断りします。\n\nまたの機会に。";
        assert_eq!(reply(own, Late::Declined, Lang::Ja), own);
    }
}
