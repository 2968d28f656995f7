//! Whether a proposal came in time (期限内・猶予内・期限後), and what follows from it.

use chrono::Duration;
use serde::Serialize;
use ts_rs::TS;

use super::{LateRuling, Proposal};
use crate::calendar::Moment;
use crate::procurement::{FactKey, Facts};

/// When a proposal came, seen from the deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Punctuality {
    /// No deadline is set.
    NoDeadline,
    /// 期限内.
    OnTime,
    /// It came on the day of the deadline, and the time of day is not known.
    Unclear,
    /// 猶予内: after the deadline, by no more than the minutes of grace.
    InGrace,
    /// 期限後.
    Late,
}

impl Punctuality {
    /// Whether it is to be decided what becomes of the proposal.
    pub fn needs_ruling(self) -> bool {
        self == Self::Late
    }

    /// Whether anything can be decided: only about what came after the deadline.
    pub fn can_be_ruled(self) -> bool {
        matches!(self, Self::InGrace | Self::Late)
    }

    /// What was decided about a proposal that came like this. A ruling made before its time was corrected is kept, but holds
    /// only where there is anything to decide.
    pub fn ruling(self, proposal: &Proposal) -> LateRuling {
        if self.can_be_ruled() {
            proposal.late_ruling
        } else {
            LateRuling::Open
        }
    }
}

/// Until when proposals are taken, and how many minutes of grace there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Deadline {
    /// The deadline, where one is set.
    pub at: Option<Moment>,
    /// Minutes of grace.
    pub grace: i64,
}

impl Deadline {
    /// The deadline of a procurement as its facts stand.
    pub fn of(facts: &Facts) -> Self {
        Self {
            at: facts.moment(FactKey::ProposalDeadline),
            grace: facts.value(FactKey::SubmissionGraceMinutes).and_then(|minutes| minutes.parse().ok()).unwrap_or(0),
        }
    }

    /// When a proposal that came at `received` came. A deadline without a time lasts until the end of its day; what came in
    /// the minute of the deadline came in time.
    pub fn punctuality(&self, received: Moment) -> Punctuality {
        let Some(deadline) = self.at else { return Punctuality::NoDeadline };
        let end = deadline.latest();
        let Some(grace) = Duration::try_minutes(self.grace.max(0)).and_then(|grace| end.checked_add_signed(grace))
        else {
            return Punctuality::NoDeadline;
        };
        if received.earliest() <= end && received.latest() > end {
            Punctuality::Unclear
        } else if received.earliest() <= end {
            Punctuality::OnTime
        } else if received.time.is_some() && received.earliest() <= grace {
            Punctuality::InGrace
        } else {
            Punctuality::Late
        }
    }

    /// Whether it is still to be decided what becomes of a proposal that came late.
    pub fn awaits_ruling(&self, proposal: &Proposal) -> bool {
        proposal.late_ruling == LateRuling::Open && self.punctuality(proposal.received_at).needs_ruling()
    }

    /// Whether a proposal is compared with the others: one that came late is not until that was decided, one in grace is
    /// until it was refused.
    pub fn admits(&self, proposal: &Proposal) -> bool {
        match self.punctuality(proposal.received_at) {
            Punctuality::Late => proposal.late_ruling == LateRuling::Accepted,
            Punctuality::InGrace => proposal.late_ruling != LateRuling::Refused,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::proposal::tests::proposal;

    fn deadline(at: &str, grace: i64) -> Deadline {
        Deadline { at: Some(at.parse().unwrap()), grace }
    }

    #[test]
    fn the_minute_of_the_deadline_counts_and_so_does_the_last_of_the_grace() {
        let until = deadline("2027-04-02T17:00", 30);
        for (at, is) in [
            ("2027-04-02T16:59", Punctuality::OnTime),
            ("2027-04-02T17:00", Punctuality::OnTime),
            ("2027-04-02T17:01", Punctuality::InGrace),
            ("2027-04-02T17:30", Punctuality::InGrace),
            ("2027-04-02T17:31", Punctuality::Late),
            ("2027-04-01", Punctuality::OnTime),
            ("2027-04-02", Punctuality::Unclear),
            ("2027-04-03", Punctuality::Late),
        ] {
            assert_eq!(until.punctuality(at.parse().unwrap()), is, "{at}");
        }
        assert_eq!(deadline("2027-04-02", 0).punctuality("2027-04-02T23:59".parse().unwrap()), Punctuality::OnTime);
        assert_eq!(Deadline::default().punctuality("2027-04-02".parse().unwrap()), Punctuality::NoDeadline);
    }

    #[test]
    fn late_takes_part_once_accepted_and_grace_until_refused() {
        let until = deadline("2027-04-02T17:00", 30);
        let with = |at: &str, late_ruling| Proposal { received_at: at.parse().unwrap(), late_ruling, ..proposal() };
        for (at, ruling, admitted) in [
            ("2027-04-02T18:00", LateRuling::Open, false),
            ("2027-04-02T18:00", LateRuling::Accepted, true),
            ("2027-04-02T18:00", LateRuling::Refused, false),
            ("2027-04-02T17:20", LateRuling::Open, true),
            ("2027-04-02T17:20", LateRuling::Refused, false),
            ("2027-04-02T16:00", LateRuling::Open, true),
        ] {
            assert_eq!(until.admits(&with(at, ruling)), admitted, "{at} {ruling:?}");
        }
    }

    #[test]
    fn a_ruling_says_nothing_once_the_time_was_corrected_to_be_in_time() {
        let until = deadline("2027-04-02T17:00", 30);
        for (at, ruling) in [
            ("2027-04-02T18:00", LateRuling::Accepted),
            ("2027-04-02T17:20", LateRuling::Accepted),
            ("2027-04-02T16:00", LateRuling::Open),
            ("2027-04-02", LateRuling::Open),
        ] {
            let accepted =
                Proposal { received_at: at.parse().unwrap(), late_ruling: LateRuling::Accepted, ..proposal() };
            assert_eq!(until.punctuality(accepted.received_at).ruling(&accepted), ruling, "{at}");
        }
    }

    proptest! {
        #[test]
        fn coming_earlier_is_never_worse(minute in 0i64..3000, earlier in 0i64..3000, grace in 0i64..600) {
            let start = "2027-04-01T00:00".parse::<Moment>().unwrap().earliest();
            let at = |minutes: i64| {
                let moment = start + Duration::minutes(minutes);
                Moment { date: moment.date(), time: Some(moment.time()) }
            };
            let until = deadline("2027-04-01T17:00", grace);
            let (first, second) = (minute.min(earlier), minute.max(earlier));
            prop_assert!(until.punctuality(at(first)) <= until.punctuality(at(second)));
        }
    }
}
