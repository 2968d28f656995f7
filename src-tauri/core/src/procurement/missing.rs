//! Facts without which an RFP should not leave the house.

use super::{schedule, FactGroup, FactKey, Facts};
use crate::finding::{Finding, Screen, Severity};
use crate::l10n::Lang;
use crate::Text;

/// What is missing among the facts: who issues, whom to ask, where proposals go, by when.
pub fn missing(facts: &Facts, lang: Lang) -> Vec<Finding> {
    let mut found: Vec<Finding> = [
        (FactKey::DocNumber, Severity::Warn),
        (FactKey::DocConfidentiality, Severity::Note),
        (FactKey::IssuerCompany, Severity::Stop),
        (FactKey::IssuerDepartment, Severity::Note),
        (FactKey::SubmissionTo, Severity::Warn),
    ]
    .into_iter()
    .filter(|(key, _)| facts.value(*key).is_none())
    .map(|(key, severity)| {
        let text = Text::new("finding-fact-missing").arg("what", lang.say(&key.label()));
        Finding::new(kind(key), severity, text).on(Screen::Facts).at(key.key())
    })
    .collect();
    if facts.value(FactKey::ContactMail).is_none() && facts.value(FactKey::ContactPhone).is_none() {
        found.push(
            Finding::new("contact", Severity::Stop, Text::new("finding-no-contact"))
                .on(Screen::Facts)
                .at(FactKey::ContactMail.key()),
        );
    }
    found.extend(schedule::missing(facts, lang));
    found
}

fn kind(key: FactKey) -> &'static str {
    match key.group() {
        FactGroup::Submission => "submission",
        FactGroup::Issuer => "issuer",
        _ => "document",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_number_is_a_contact_too() {
        let without = missing(&Facts::default(), Lang::Ja);
        assert_eq!(without.iter().filter(|f| f.kind == "contact" && f.severity == Severity::Stop).count(), 1);
        let with = Facts::from_values([(FactKey::ContactPhone, "03-0000-0000".to_owned())]);
        assert!(missing(&with, Lang::Ja).iter().all(|f| f.kind != "contact"));
    }
}
