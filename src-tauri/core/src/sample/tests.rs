//! The sample carried on, on a real library: what its file expects comes out, and it goes as it came.

use super::*;
use crate::bidder::course::steps;
use crate::bidder::past::why;
use crate::bidder::Status;
use crate::decision::notice::MadeFile;
use crate::decision::{notices, Decision, Notice, NoticeFileKind, NoticeKind, ToldAs};
use crate::distribution::knowledge::Knowledge;
use crate::distribution::verbs::{KeptFile, Pack};
use crate::distribution::FileKind;
use crate::evaluation::score::count;
use crate::journal::{Op, Stamp};
use crate::library::{sha256, Library};
use crate::marking::ballot::ballot;
use crate::marking::Mark;
use crate::overview;
use crate::proposal::price::{competing, current, estimates, Basis};
use crate::question::State;
use crate::rfp::release::{releases, Kept, Release};
use crate::rfp::snapshot::Snapshot;
use crate::storage::Read;

/// Sets nothing; says of every paper that there is one.
struct Blank;

impl Press for Blank {
    fn keep(&mut self, bytes: &[u8]) -> Result<String> {
        Ok(sha256(bytes))
    }

    fn release(&mut self, _: &str, _: &Snapshot, _: Option<&Release>, _: &Stamp) -> Result<Vec<Kept>> {
        Ok(Vec::new())
    }

    fn pack(&mut self, read: &Read<'_>, procurement: &str, bidder: &str, _: &Stamp) -> Result<Option<Pack>> {
        let items: Vec<String> =
            Knowledge::of(read, procurement)?.gaps(bidder).iter().map(|item| item.id.clone()).collect();
        let file = KeptFile { kind: FileKind::Rfp, name: "x.pdf".into(), bytes: 1, sha256: "0".repeat(64) };
        Ok((!items.is_empty()).then(|| Pack {
            bidder: bidder.into(),
            addressee: String::new(),
            mail: String::new(),
            subject: String::new(),
            body: String::new(),
            items,
            files: vec![file],
        }))
    }

    fn notice(&mut self, _: &Read<'_>, _: &Notice, _: &Stamp) -> Result<Vec<MadeFile>> {
        Ok(vec![MadeFile { kind: NoticeFileKind::Letter, name: "x.pdf".into(), bytes: 1, sha256: "0".repeat(64) }])
    }
}

fn carried(lang: Lang, until: Until) -> (tempfile::TempDir, Library, Carried) {
    let folder = tempfile::tempdir().unwrap();
    let stamp = Stamp { actor: "試験".into(), at: "2026-11-22T00:00:00Z".parse().unwrap() };
    let mut library = Library::open(folder.path(), [7; 16], &stamp).unwrap();
    let op = Op::new("procurement-create").what("サンプル");
    let carried = library.transact(op, &stamp, |tx| carry(tx, lang, until, &mut Blank)).unwrap().value;
    (folder, library, carried)
}

#[test]
fn the_story_ends_as_its_file_expects_in_both_languages() {
    for lang in [Lang::Ja, Lang::En] {
        let (_folder, library, carried) = carried(lang, Until::Told);
        let (read, id) = (library.read(), carried.procurement.as_str());
        let file: serde_json::Value = serde_json::from_str(source(lang)).unwrap();
        let outcome = count(&ballot(&read, id).unwrap()).unwrap();
        for one in file["evaluation"]["expected_result"]["after_consensus"].as_array().unwrap() {
            let standing = outcome.of(&carried.keys[one["bidder"].as_str().unwrap()]).unwrap();
            let total = one["total"].as_str().map_or_else(|| one["total"].to_string(), Into::into);
            assert_eq!(standing.total, total.parse().unwrap(), "{one}");
        }
        // The totals are those the file reckons.
        for proposal in file["proposals"].as_array().unwrap() {
            let told = &proposal["estimate_revisions"].as_array().unwrap().last().unwrap()["total_over_term"];
            let pages = proposal["files"][0]["pages"].to_string();
            let bidder = &carried.keys[proposal["bidder"].as_str().unwrap()];
            let proposal = crate::proposal::of_bidder(&read, bidder).unwrap().unwrap();
            let total = current(&read, &proposal.id, &Basis::of(&read, id).unwrap()).unwrap().unwrap();
            assert_eq!(Some(total.without_tax), told["tax_excluded"].as_i64(), "{told}");
            assert_eq!(Some(total.with_tax), told["tax_included"].as_i64(), "{told}");
            // The proposal came as an excerpt that says so; every estimate names the paper of its day.
            let files = crate::proposal::files(&read, &proposal.id).unwrap();
            assert_eq!(files[0].kind, crate::proposal::FileKind::Proposal);
            assert!(files[0].note.contains(&pages), "{:?}", files[0]);
            for estimate in estimates(&read, &proposal.id).unwrap() {
                let paper = files.iter().find(|file| estimate.file.as_ref() == Some(&file.id)).unwrap();
                assert!(paper.name.starts_with(&estimate.dated.replace('-', "")), "{paper:?}");
                assert_eq!(paper.received_at, estimate.received_at);
            }
        }
        assert_eq!(competing(&read, id).unwrap().len(), 4);
        assert_eq!(
            releases(&read, id).unwrap().iter().map(|one| one.number.as_str()).collect::<Vec<_>>(),
            ["1.0", "1.1"]
        );
        assert_eq!(releases(&read, id).unwrap()[0].issued_at, "2027-03-01T01:00:00.000Z");
        let questions = crate::question::of(&read, id).unwrap();
        assert_eq!(questions.len(), 28);
        assert!(questions.iter().all(|one| matches!(one.state, State::Shared | State::Merged)));
        assert_eq!(Knowledge::of(&read, id).unwrap().open(), 0, "nobody lacks anything");
        // The note beside a reason does not say it again.
        for name in ["v5", "v6"] {
            let step = steps(&read, &carried.keys[name]).unwrap().pop().unwrap();
            let note = step.note.to_lowercase();
            let reason = why(&Step { note: String::new(), volume: String::new(), ..step.clone() }, lang);
            let said = [lang.say(&reason).to_lowercase(), step.volume];
            assert!(said.iter().all(|word| word.is_empty() || !note.contains(word.as_str())), "{said:?}: {note}");
        }
        let status = |name: &str| read.get::<bidder::Bidder>(&carried.keys[name]).unwrap().status;
        assert_eq!([status("v1"), status("v2"), status("v5")], [Status::Awarded, Status::NotAwarded, Status::Declined]);
        assert_eq!(Decision::of(&read, id).unwrap().decided_at.unwrap(), "2027-04-30T05:00:00.000Z");
        let letters = notices(&read, id).unwrap();
        assert_eq!(letters.len(), 4);
        assert!(letters.iter().all(|one| one.sent_at.is_some() && !one.told.is_empty()));
        for letter in letters.iter().filter(|letter| letter.kind == NoticeKind::Regret) {
            for told in &letter.told {
                let mark = read.get::<Mark>(&told.mark).unwrap();
                assert_eq!(told.told_as == ToldAs::Strength, mark.mark == "○", "{mark:?}");
            }
        }
    }
}

#[test]
fn it_is_one_step_that_can_be_taken_back_and_it_can_be_removed() {
    let (_folder, mut library, carried) = carried(Lang::Ja, Until::Told);
    let stamp = Stamp { actor: "試験".into(), at: "2026-11-22T01:00:00Z".parse().unwrap() };
    let entries = crate::journal::entries(&library.read(), None, None, 100).unwrap();
    assert_eq!(entries.len(), 1, "who planted it and when is kept as it was");
    assert!(entries[0].at.starts_with("2026-11-22"));
    let before = library.state().unwrap();
    library
        .transact(Op::new("procurement-remove"), &stamp, |tx| overview::verbs::remove(tx, &carried.procurement))
        .unwrap();
    assert_eq!(library.read().count::<bidder::Bidder>("", &[]).unwrap(), 0);
    library.undo(None, &stamp).unwrap();
    assert_eq!(library.state().unwrap(), before);
}
