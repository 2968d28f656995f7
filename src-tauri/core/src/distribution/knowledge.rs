//! Who knows what: items against bidders, worked out from what was shared and what was sent. Nothing of it is stored.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use ts_rs::TS;

use super::{lines, of, shared_items, ItemKind, Means, SharedItem, State};
use crate::bidder::course::{standing, steps};
use crate::bidder::{self, Status};
use crate::calendar::{in_japan, Moment};
use crate::l10n::Lang;
use crate::rfp::release::{self, releases};
use crate::storage::Read;
use crate::{Result, Text};

/// What kind of thing bidders are to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(rename = "KnownKind")]
pub enum Kind {
    /// The first release of the RFP.
    Release,
    /// A release after it.
    Addendum,
    /// An answer.
    Answer,
    /// Another file.
    File,
}

/// Something bidders are to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Key of the release, or of the item shared beside the releases.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Number of the release, label of the question; empty for a file.
    pub number: String,
    /// Its name.
    pub title: String,
    /// Which act of sharing an answer came with.
    pub round: i64,
    /// When it became known, UTC.
    pub at: String,
    /// Whom it is meant for; empty for all.
    pub only_for: Vec<String>,
    /// The item it takes the place of.
    pub replaces: Option<String>,
}

/// A bidder, as far as knowing goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Key of the bidder.
    pub bidder: String,
    /// The company, bare.
    pub name: String,
    /// Where it stands.
    pub status: Status,
    /// Since when it takes part, where that was noted.
    pub since: Option<Moment>,
    /// When it came to its status, where that was noted.
    pub stands_since: Option<Moment>,
    /// What was said when it came to its status; empty where nothing was.
    pub note: String,
}

/// An item that was sent to a bidder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gift {
    /// The bidder.
    pub bidder: String,
    /// The item.
    pub item: String,
    /// When.
    pub at: Moment,
    /// By what means.
    pub means: Means,
    /// With which distribution.
    pub distribution: String,
}

/// What a bidder knows of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// It was given, for the first time with this distribution.
    Given {
        /// When.
        at: Moment,
        /// By what means.
        means: Means,
        /// With which distribution.
        distribution: String,
    },
    /// It is still to be given.
    Gap,
    /// It was to be given while the bidder was in the running, and was not until the decision for another.
    Missed,
    /// It is not meant for this bidder.
    NotMeant,
    /// A newer item that is meant for this bidder tells it.
    Replaced,
    /// It was not given: the bidder no longer takes part, or no longer did when it became known.
    After,
}

/// What every bidder knows of every item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Knowledge {
    /// The items, oldest first.
    pub items: Vec<Item>,
    /// The bidders in their order.
    pub parties: Vec<Party>,
    /// For each item a cell for each bidder.
    pub cells: Vec<Vec<Cell>>,
}

impl Item {
    /// Whether a bidder is to know it.
    pub(super) fn is_meant_for(&self, bidder: &str) -> bool {
        self.only_for.is_empty() || self.only_for.iter().any(|meant| meant == bidder)
    }
}

impl Party {
    /// Whether a bidder was to get what became known with this item: in the running it is; one that was not awarded was
    /// until then. In doubt, within a minute or where no day was noted, a gap is told rather than hidden.
    fn was_to_get(&self, item: &Item) -> bool {
        if self.status != Status::NotAwarded {
            return self.status.takes_part();
        }
        let at = chrono::DateTime::parse_from_rfc3339(&item.at).map(|at| in_japan(at.to_utc()).naive_local()).ok();
        at.zip(self.stands_since).is_none_or(|(at, until)| (at - until.latest()).num_minutes() <= 0)
    }
}

impl Knowledge {
    /// Works out who knows what.
    pub fn new(items: Vec<Item>, parties: Vec<Party>, gifts: &[Gift]) -> Self {
        let mut first: BTreeMap<(&str, &str), &Gift> = BTreeMap::new();
        for gift in gifts {
            let held = first.entry((&gift.item, &gift.bidder)).or_insert(gift);
            if gift.at.earliest() < held.at.earliest() {
                *held = gift;
            }
        }
        let mut newer: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
        for item in &items {
            if let Some(old) = item.replaces.as_deref() {
                newer.entry(old).or_default().push(item);
            }
        }
        let cell = |item: &Item, party: &Party| {
            if let Some(gift) = first.get(&(item.id.as_str(), party.bidder.as_str())) {
                return Cell::Given { at: gift.at, means: gift.means, distribution: gift.distribution.clone() };
            }
            if !item.is_meant_for(&party.bidder) {
                return Cell::NotMeant;
            }
            if !party.was_to_get(item) {
                return Cell::After;
            }
            if told_anew(item, party, &newer) {
                return Cell::Replaced;
            }
            if party.status.takes_part() {
                return Cell::Gap;
            }
            Cell::Missed
        };
        let cells = items.iter().map(|item| parties.iter().map(|party| cell(item, party)).collect()).collect();
        Self { items, parties, cells }
    }

    /// What is known in a procurement as it stands.
    pub fn of(read: &Read<'_>, procurement: &str) -> Result<Self> {
        Ok(Self::new(items(read, procurement)?, parties(read, procurement)?, &gifts(read, procurement)?))
    }

    fn column(&self, bidder: &str) -> Option<usize> {
        self.parties.iter().position(|party| party.bidder == bidder)
    }

    /// What a bidder still has to get, oldest first.
    pub fn gaps(&self, bidder: &str) -> Vec<&Item> {
        self.which(bidder, |cell| *cell == Cell::Gap)
    }

    /// What a bidder that was not awarded had not been given until then, oldest first.
    pub fn missed(&self, bidder: &str) -> Vec<&Item> {
        self.which(bidder, |cell| *cell == Cell::Missed)
    }

    /// How much a bidder was not given: what is still to come, and what it missed.
    pub fn not_given(&self, bidder: &str) -> usize {
        self.gaps(bidder).len() + self.missed(bidder).len()
    }

    /// What a bidder was given, oldest first.
    pub fn given(&self, bidder: &str) -> Vec<&Item> {
        self.which(bidder, |cell| matches!(cell, Cell::Given { .. }))
    }

    /// Everything that a bidder was given or has to get, what newer items tell left out.
    pub fn everything(&self, bidder: &str) -> Vec<&Item> {
        let newer: BTreeSet<&str> = self
            .items
            .iter()
            .filter(|item| item.is_meant_for(bidder))
            .filter_map(|item| item.replaces.as_deref())
            .collect();
        let mut found = self.which(bidder, |cell| matches!(cell, Cell::Given { .. } | Cell::Gap));
        found.retain(|item| !newer.contains(item.id.as_str()));
        found
    }

    fn which(&self, bidder: &str, wanted: impl Fn(&Cell) -> bool) -> Vec<&Item> {
        let Some(column) = self.column(bidder) else { return Vec::new() };
        let pairs = self.items.iter().zip(&self.cells);
        pairs.filter(|(_, cells)| wanted(&cells[column])).map(|(item, _)| item).collect()
    }

    /// How many gaps there are in all that can still be closed.
    pub fn open(&self) -> usize {
        self.cells.iter().flatten().filter(|cell| **cell == Cell::Gap).count()
    }

    /// The bidders that lack something, in their order.
    pub fn lacking(&self) -> Vec<&Party> {
        self.parties.iter().filter(|party| !self.gaps(&party.bidder).is_empty()).collect()
    }
}

/// Whether an item that the bidder was to get tells this one anew, or one that does is told anew itself.
fn told_anew(item: &Item, party: &Party, newer: &BTreeMap<&str, Vec<&Item>>) -> bool {
    let mut seen = BTreeSet::from([item.id.as_str()]);
    let mut open = vec![item];
    while let Some(item) = open.pop() {
        for next in newer.get(item.id.as_str()).into_iter().flatten() {
            if next.is_meant_for(&party.bidder) && party.was_to_get(next) {
                return true;
            }
            if seen.insert(&next.id) {
                open.push(next);
            }
        }
    }
    false
}

/// Everything bidders of a procurement are to know, oldest first.
pub fn items(read: &Read<'_>, procurement: &str) -> Result<Vec<Item>> {
    let mut items: Vec<Item> = releases(read, procurement)?
        .into_iter()
        .map(|release| Item {
            id: release.id,
            kind: match release.kind {
                release::Kind::Release => Kind::Release,
                release::Kind::Addendum => Kind::Addendum,
            },
            title: release.reason,
            number: release.number,
            round: 0,
            at: release.issued_at,
            only_for: Vec::new(),
            replaces: None,
        })
        .collect();
    items.extend(shared_items(read, procurement)?.into_iter().map(item_of));
    // Answers of one act keep the order of their questions.
    items.sort_by(|a, b| (&a.at, a.kind, a.round, &a.number).cmp(&(&b.at, b.kind, b.round, &b.number)));
    Ok(items)
}

fn item_of(shared: SharedItem) -> Item {
    Item {
        id: shared.id,
        kind: match shared.kind {
            ItemKind::Answer => Kind::Answer,
            ItemKind::File => Kind::File,
        },
        number: shared.snapshot.map(|shot| shot.number).unwrap_or_default(),
        title: shared.title,
        round: shared.round,
        at: shared.shared_at,
        only_for: shared.only_for,
        replaces: shared.replaces,
    }
}

/// The bidders of a procurement, those that no longer take part among them.
pub fn parties(read: &Read<'_>, procurement: &str) -> Result<Vec<Party>> {
    bidder::with_vendors(read, procurement)?
        .into_iter()
        .map(|(bidder, vendor)| {
            let course = steps(read, &bidder.id)?;
            let step = standing(&course).filter(|step| step.status == bidder.status);
            Ok(Party {
                since: course.first().map(|step| step.at),
                stands_since: step.map(|step| step.at),
                note: step.map(|step| step.note.trim().to_owned()).unwrap_or_default(),
                bidder: bidder.id,
                name: vendor.name,
                status: bidder.status,
            })
        })
        .collect()
}

/// What was sent to whom, and not found unsent.
pub fn gifts(read: &Read<'_>, procurement: &str) -> Result<Vec<Gift>> {
    let mut items: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in lines(read, procurement)? {
        items.entry(line.distribution).or_default().extend(line.release.or(line.shared_item));
    }
    let mut gifts = Vec::new();
    for sent in of(read, procurement)?.into_iter().filter(|one| one.state == State::Sent) {
        let Some(at) = sent.sent_at else { continue };
        for item in items.remove(&sent.id).unwrap_or_default() {
            let (bidder, means, distribution) = (sent.bidder.clone(), sent.means, sent.id.clone());
            gifts.push(Gift { bidder, item, at, means, distribution });
        }
    }
    Ok(gifts)
}

/// Items in words: the RFP and its addenda by number, answers and files by count.
pub fn in_words(items: &[&Item], lang: Lang) -> String {
    let mut parts = Vec::new();
    for item in items {
        let id = match item.kind {
            Kind::Release => "known-release",
            Kind::Addendum => "known-addendum",
            Kind::Answer | Kind::File => continue,
        };
        parts.push(lang.say(&Text::new(id).arg("number", &item.number)));
    }
    for (kind, id) in [(Kind::Answer, "known-answers"), (Kind::File, "known-files")] {
        let count = items.iter().filter(|item| item.kind == kind).count();
        if count > 0 {
            parts.push(lang.say(&Text::new(id).arg("count", count)));
        }
    }
    let last = parts.pop().unwrap_or_default();
    if parts.is_empty() {
        return last;
    }
    format!("{}{}{last}", parts.join(&lang.word("known-joint")), lang.word("known-last-joint"))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::*;

    fn item(id: usize, only_for: &[usize], replaces: Option<usize>) -> Item {
        Item {
            id: format!("i{id}"),
            kind: Kind::Answer,
            number: format!("Q-{id:03}"),
            title: String::new(),
            round: 1,
            at: format!("2026-11-{:02}T01:00:00Z", id + 1),
            only_for: only_for.iter().map(|n| format!("b{n}")).collect(),
            replaces: replaces.map(|n| format!("i{n}")),
        }
    }

    fn party(id: usize, status: Status) -> Party {
        Party {
            bidder: format!("b{id}"),
            name: format!("B{id}"),
            status,
            since: None,
            stands_since: None,
            note: String::new(),
        }
    }

    fn gift(item: usize, bidder: usize, day: u32) -> Gift {
        Gift {
            bidder: format!("b{bidder}"),
            item: format!("i{item}"),
            at: Moment::on(NaiveDate::from_ymd_opt(2026, 11, day).unwrap()),
            means: Means::Mail,
            distribution: format!("d{day}"),
        }
    }

    #[test]
    fn only_the_newest_is_a_gap_and_what_was_given_stays() {
        let items = vec![item(0, &[], None), item(1, &[], Some(0)), item(2, &[], Some(1))];
        let known = Knowledge::new(items, vec![party(0, Status::Invited), party(1, Status::Invited)], &[gift(0, 1, 3)]);
        let row = |n: usize| &known.cells[n];
        assert_eq!((&row(0)[0], &row(1)[0], &row(2)[0]), (&Cell::Replaced, &Cell::Replaced, &Cell::Gap));
        assert!(matches!(row(0)[1], Cell::Given { .. }));
        assert_eq!(known.gaps("b1").len(), 1);
        assert_eq!(known.everything("b1").iter().map(|item| item.id.as_str()).collect::<Vec<_>>(), ["i2"]);
    }

    #[test]
    fn an_answer_for_the_asker_alone_replaces_nothing_for_others() {
        let items = vec![item(0, &[], None), item(1, &[0], Some(0))];
        let known = Knowledge::new(items, vec![party(0, Status::Invited), party(1, Status::Invited)], &[]);
        assert_eq!(known.cells, [[Cell::Replaced, Cell::Gap], [Cell::Gap, Cell::NotMeant]]);
    }

    #[test]
    fn who_declined_lacks_nothing_and_keeps_what_was_given() {
        let items = vec![item(0, &[], None), item(1, &[], None)];
        let known = Knowledge::new(items, vec![party(0, Status::Declined)], &[gift(0, 0, 5), gift(0, 0, 2)]);
        let first = Moment::on(NaiveDate::from_ymd_opt(2026, 11, 2).unwrap());
        assert!(matches!(&known.cells[0][0], Cell::Given { at, .. } if *at == first), "the first time counts");
        assert_eq!((&known.cells[1][0], known.open()), (&Cell::After, 0));
    }

    #[test]
    fn what_a_loser_was_not_given_until_the_decision_stays_a_gap_that_nobody_can_close() {
        let items = vec![item(0, &[], None), item(1, &[], None), item(2, &[], Some(1)), item(3, &[], None)];
        let lost = |at: &str| Party { stands_since: at.parse().ok(), ..party(0, Status::NotAwarded) };
        let cells = |at: &str| {
            let known = Knowledge::new(items.clone(), vec![lost(at)], &[gift(0, 0, 1)]);
            assert_eq!((known.open(), known.lacking().len(), known.not_given("b0")), (0, 0, known.missed("b0").len()));
            known.cells[1..].iter().flatten().cloned().collect::<Vec<_>>()
        };
        // The second became known on the 2nd at 10:00 in Japan and was told anew a day later.
        assert_eq!(cells("2026-11-02T09:59"), [Cell::After, Cell::After, Cell::After]);
        assert_eq!(cells("2026-11-02T10:00"), [Cell::Missed, Cell::After, Cell::After]);
        assert_eq!(cells("2026-11-03"), [Cell::Replaced, Cell::Missed, Cell::After]);
        assert_eq!(cells("not noted"), [Cell::Replaced, Cell::Missed, Cell::Missed]);
    }

    #[test]
    fn gaps_are_told_by_number_and_count() {
        let mut items = [item(0, &[], None), item(1, &[], None), item(2, &[], None)];
        items[0].kind = Kind::Addendum;
        items[0].number = "1.1".into();
        let items: Vec<&Item> = items.iter().collect();
        assert_eq!(in_words(&items, Lang::Ja), "追補（第1.1版）と回答 2件");
        assert_eq!(in_words(&items, Lang::En), "the addendum (release 1.1) and 2 answers");
        assert_eq!(in_words(&items[1..], Lang::Ja), "回答 2件");
    }

    /// Items with whom they are for and what they replace (an earlier one), statuses of bidders, and gifts.
    fn world() -> impl Strategy<Value = (Vec<Item>, Vec<Party>, Vec<Gift>)> {
        let standing = (prop::sample::select(Status::ALL.to_vec()), prop::option::of(1u32..16));
        let bidders = prop::collection::vec(standing, 0..6);
        let items =
            prop::collection::vec((prop::collection::vec(0usize..6, 0..3), prop::option::of(any::<u16>())), 0..14);
        let gifts = prop::collection::vec((0usize..14, 0usize..6, 1u32..28), 0..40);
        (bidders, items, gifts).prop_map(|(bidders, items, gifts)| {
            let day = |day| Moment::on(NaiveDate::from_ymd_opt(2026, 11, day).unwrap());
            let standing = bidders.into_iter().enumerate();
            let parties: Vec<Party> = standing
                .map(|(n, (status, since))| Party { stands_since: since.map(day), ..party(n, status) })
                .collect();
            let items: Vec<Item> = items
                .into_iter()
                .enumerate()
                .map(|(n, (only, old))| item(n, &only, old.filter(|_| n > 0).map(|old| usize::from(old) % n)))
                .collect();
            let gifts = gifts.into_iter().map(|(item, bidder, day)| gift(item, bidder, day));
            (items, parties, gifts.collect())
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn the_matrix_is_the_ledger((items, parties, gifts) in world()) {
            let known = Knowledge::new(items.clone(), parties.clone(), &gifts);
            for (item, cells) in items.iter().zip(&known.cells) {
                for (party, cell) in parties.iter().zip(cells) {
                    let sent = gifts.iter().any(|gift| gift.item == item.id && gift.bidder == party.bidder);
                    prop_assert_eq!(matches!(cell, Cell::Given { .. }), sent);
                    // A gap is exactly what is meant for a bidder in the running, was not sent, and stands in no newer item.
                    // It stays one, missed, with a bidder that was not awarded: what became known until then.
                    let lost = party.status == Status::NotAwarded;
                    let meant = |item: &Item| {
                        let known = |last: Moment| item.at.as_str() < format!("{}T24", last.date).as_str();
                        let until = !lost || party.stands_since.is_none_or(known);
                        until && (item.only_for.is_empty() || item.only_for.contains(&party.bidder))
                    };
                    let mut told = false;
                    let mut later = vec![item.id.clone()];
                    while let Some(old) = later.pop() {
                        for newer in items.iter().filter(|newer| newer.replaces.as_ref() == Some(&old)) {
                            told |= meant(newer);
                            later.push(newer.id.clone());
                        }
                    }
                    let lacks = !sent && meant(item) && !told;
                    prop_assert_eq!(*cell == Cell::Gap, lacks && party.status.takes_part(), "{:?} {:?}", item, party);
                    prop_assert_eq!(*cell == Cell::Missed, lacks && lost, "{:?} {:?}", item, party);
                }
            }
        }

        #[test]
        fn giving_everybody_what_is_lacking_closes_every_gap((items, parties, gifts) in world()) {
            let known = Knowledge::new(items.clone(), parties.clone(), &gifts);
            let mut all = gifts.clone();
            for party in &parties {
                for item in known.gaps(&party.bidder) {
                    prop_assert!(item.only_for.is_empty() || item.only_for.contains(&party.bidder));
                    all.push(Gift { item: item.id.clone(), bidder: party.bidder.clone(), ..gift(0, 0, 28) });
                }
            }
            let after = Knowledge::new(items, parties.clone(), &all);
            prop_assert_eq!(after.open(), 0);
            prop_assert!(after.lacking().is_empty());
            // Giving takes nothing away.
            for (before, after) in known.cells.iter().flatten().zip(after.cells.iter().flatten()) {
                let was_given = matches!(before, Cell::Given { .. });
                prop_assert!(!was_given || before == after);
            }
        }
    }
}
