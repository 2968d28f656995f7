//! The facts a procurement can have.

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::Text;

/// Where a fact is entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum FactGroup {
    /// The document itself.
    Document,
    /// Who issues it.
    Issuer,
    /// Whom to ask.
    Contact,
    /// How proposals are handed in.
    Submission,
    /// Terms of the contract to come.
    Contract,
    /// Dates.
    Schedule,
}

/// What kind of value a fact has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum FactKind {
    /// One line.
    Text,
    /// Several lines.
    Long,
    /// A day.
    Date,
    /// A day, perhaps with a time.
    Moment,
    /// A whole number.
    Int,
    /// One of a few.
    Choice,
    /// A mail address.
    Mail,
}

macro_rules! fact_keys {
    ($($variant:ident $key:literal $group:ident $kind:ident;)*) => {
        /// The facts, in the order they are entered in.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum FactKey {
            $(#[doc = $key] #[serde(rename = $key)] $variant,)*
        }

        impl FactKey {
            /// All facts.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The key as it is stored and as live fields name it.
            pub fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)* }
            }

            /// Where it is entered.
            pub fn group(self) -> FactGroup {
                match self { $(Self::$variant => FactGroup::$group,)* }
            }

            /// What kind of value it has.
            pub fn kind(self) -> FactKind {
                match self { $(Self::$variant => FactKind::$kind,)* }
            }
        }
    };
}

fact_keys! {
    DocTitle "doc.title" Document Text;
    DocNumber "doc.number" Document Text;
    DocCalendar "doc.calendar" Document Choice;
    DocConfidentiality "doc.confidentiality" Document Text;
    DocConfidentialityLong "doc.confidentiality_long" Document Long;
    IssuerCompany "issuer.company" Issuer Text;
    IssuerDepartment "issuer.department" Issuer Text;
    IssuerProduct "issuer.product" Issuer Text;
    IssuerAddress "issuer.address" Issuer Text;
    ContactRole "contact.role" Contact Text;
    ContactPerson "contact.person" Contact Text;
    ContactMail "contact.mail" Contact Mail;
    ContactPhone "contact.phone" Contact Text;
    ContactHours "contact.hours" Contact Text;
    SubmissionTo "submission.to" Submission Text;
    SubmissionMeans "submission.means" Submission Text;
    SubmissionFormats "submission.formats" Submission Text;
    SubmissionMaxMb "submission.max_mb" Submission Int;
    SubmissionGraceMinutes "submission.grace_minutes" Submission Int;
    ContractKind "contract.kind" Contract Text;
    ContractStart "contract.start" Contract Date;
    ContractEnd "contract.end" Contract Date;
    ContractNoticeDays "contract.notice_days" Contract Int;
    RfpIssue "schedule.rfp_issue" Schedule Moment;
    QuestionDeadline "schedule.question_deadline" Schedule Moment;
    AnswerDate "schedule.answer_date" Schedule Moment;
    ProposalDeadline "schedule.proposal_deadline" Schedule Moment;
    PresentationFrom "schedule.presentation_from" Schedule Moment;
    PresentationTo "schedule.presentation_to" Schedule Moment;
    Decision "schedule.decision" Schedule Moment;
    Notice "schedule.notice" Schedule Moment;
    Contract "schedule.contract" Schedule Moment;
    ServiceStart "schedule.service_start" Schedule Moment;
    HandoverComplete "schedule.handover_complete" Schedule Moment;
}

impl FactKey {
    /// The milestones of the schedule, in the order they should come in.
    pub fn milestones() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|key| key.group() == FactGroup::Schedule)
    }

    /// Whether something must have arrived by then (必着).
    pub fn is_deadline(self) -> bool {
        matches!(self, Self::QuestionDeadline | Self::ProposalDeadline)
    }

    /// Whether it bounds the term of the contract, over which prices are compared where the rules name no months.
    pub fn is_term(self) -> bool {
        matches!(self, Self::ContractStart | Self::ContractEnd)
    }

    /// Whether it may stand in the text as a live field.
    pub fn is_field(self) -> bool {
        !matches!(self, Self::DocCalendar | Self::DocConfidentialityLong)
    }

    /// Whether a letter may leave it out together with the brackets it stands in.
    pub fn may_be_unsaid(self) -> bool {
        self == Self::ContactHours
    }

    /// Its name.
    pub fn label(self) -> Text {
        Text::new(format!("fact-{}", self.key().replace(['.', '_'], "-")))
    }

    /// The values of a choice, with their names' ids.
    pub fn choices(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::DocCalendar => &[("western", "calendar-western"), ("era", "calendar-era")],
            _ => &[],
        }
    }

    /// The key of the library's settings that new procurements take this fact from.
    pub fn is_company_default(self) -> bool {
        matches!(self.group(), FactGroup::Issuer | FactGroup::Contact)
    }
}

/// The name of no fact.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no such fact")]
pub struct NoSuchFact;

impl FromStr for FactKey {
    type Err = NoSuchFact;

    fn from_str(text: &str) -> Result<Self, NoSuchFact> {
        Self::ALL.iter().copied().find(|key| key.key() == text).ok_or(NoSuchFact)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::l10n::{words, Lang};

    #[test]
    fn every_fact_has_a_name_and_reads_its_own_key() {
        for key in FactKey::ALL {
            assert_eq!(key.key().parse(), Ok(*key));
            for lang in [Lang::Ja, Lang::En] {
                assert!(words(lang).has(&key.label().id), "{}", key.label().id);
                assert!(key.choices().iter().all(|(_, id)| words(lang).has(id)));
            }
        }
        assert_eq!("doc.nothing".parse::<FactKey>(), Err(NoSuchFact));
    }
}
