//! The RFP on a real library: planting, writing, what is missing, releasing, what changed.

use std::path::Path;

use chrono::{TimeZone as _, Utc};

use super::change::{changes, touched, How, Kind};
use super::completeness::findings;
use super::paper::{addendum_paper, rfp_paper, Purpose};
use super::release::{draft, files, latest, may_release, release_rfp, Kept, Release};
use super::section::{add_section, edit_section, remove_section, sections, shift_section, Direction, Edit};
use super::snapshot::{take, Snapshot};
use super::{field, find, outline, requirement, Level, Requirement, Section};
use crate::calendar::Calendar;
use crate::criterion;
use crate::finding::{Screen, Severity};
use crate::journal::{Op, Stamp, Tx};
use crate::l10n::Lang;
use crate::library::Library;
use crate::overview::verbs::{create, remove};
use crate::procurement::{verbs as procurement, FactKey};
use crate::richtext::replace::Pattern;
use crate::richtext::{Block, Inline, RichText};
use crate::Result;

fn stamp() -> Stamp {
    Stamp { actor: "佐藤".into(), at: Utc.with_ymd_and_hms(2027, 3, 1, 1, 0, 0).unwrap() }
}

fn library(folder: &Path) -> Library {
    Library::open(folder, [7; 16], &stamp()).unwrap()
}

fn act<T>(library: &mut Library, scope: &str, work: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> T {
    library.transact(Op::new("section-edit").scope(scope), &stamp(), work).unwrap().value
}

fn planted(library: &mut Library, from: &str, lang: Lang) -> String {
    library.transact(Op::new("procurement-create"), &stamp(), |tx| create(tx, from, "件名", lang)).unwrap().value
}

fn now(library: &Library, id: &str) -> Snapshot {
    draft(&library.read(), id, stamp().at.date_naive()).unwrap()
}

fn numbered(library: &Library, id: &str) -> Vec<String> {
    let all = sections(&library.read(), id).unwrap();
    let name = |(place, section): (super::Numbered, Section)| {
        let name = format!("{} {}", place.number, section.title);
        assert_eq!(super::section::named(&library.read(), &section.id).unwrap(), (name.clone(), id.to_owned()));
        name
    };
    all.into_iter().map(name).collect()
}

fn released(library: &mut Library, id: &str) -> Release {
    let shot = now(library, id);
    let paper = Kept { name: "a.pdf".into(), bytes: 1, sha256: "0".repeat(64), bidder: None, addressee: None };
    let op = Op::new("rfp-release").scope(id).barrier();
    library.transact(op, &stamp(), |tx| release_rfp(tx, id, shot, Vec::new(), vec![paper])).unwrap().value
}

#[test]
fn every_outline_and_sample_plants_with_known_fields_only() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    for lang in [Lang::Ja, Lang::En] {
        for from in ["outline:cs-bpo", "outline:general", "sample"] {
            let id = planted(&mut library, from, lang);
            let today = stamp().at.date_naive();
            let found = findings(&library.read(), &id, &Calendar::new(Vec::new()), today, lang).unwrap();
            let unknown: Vec<_> = found.iter().filter(|f| f.text.id.ends_with("-unknown")).collect();
            assert!(unknown.is_empty(), "{from}: {unknown:?}");
            assert!(sections(&library.read(), &id).unwrap().len() > 8);
            if from == "sample" {
                let stops: Vec<_> = found.iter().filter(|f| f.severity == Severity::Stop).collect();
                assert!(stops.is_empty(), "the sample can be released: {stops:?}");
            } else {
                assert!(found.iter().any(|f| f.kind == "placeholder"), "{from} leaves gaps to fill in");
            }
        }
    }
}

#[test]
fn a_release_on_another_day_than_planned_is_remarked_on_until_it_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let id = planted(&mut library, "sample", Lang::Ja);
    let said = |library: &Library, today: &str| -> Vec<(String, Severity)> {
        let found = findings(&library.read(), &id, &Calendar::default(), today.parse().unwrap(), Lang::Ja).unwrap();
        let days = ["finding-release-day", "finding-date-past"];
        let found = found.into_iter().filter(|finding| days.contains(&finding.text.id.as_str()));
        found.map(|finding| (finding.text.id, finding.severity)).collect()
    };
    assert_eq!(said(&library, "2027-02-26"), [("finding-release-day".to_owned(), Severity::Note)]);
    assert!(said(&library, "2027-03-01").is_empty());
    assert_eq!(said(&library, "2027-03-02"), [("finding-date-past".to_owned(), Severity::Warn)]);
    released(&mut library, &id);
    assert!(said(&library, "2027-03-02").is_empty());
}

#[test]
fn gaps_are_found_in_titles_in_requirements_and_in_sections_left_open() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let id = planted(&mut library, "empty", Lang::Ja);
    let (titled, open) = act(&mut library, &id, |tx| {
        let titled = add_section(tx, &id, None, None, "○○の要件")?.id;
        edit_section(tx, &titled, Edit { body: Some(RichText::plain("本文。")), ..Edit::default() })?;
        let open = add_section(tx, &id, None, Some(&titled), "体制")?.id;
        let wording = Some("【　】があれば提案してください。".to_owned());
        edit_section(tx, &open, Edit { optional: Some(true), optional_wording: wording, ..Edit::default() })?;
        requirement::add_requirement(tx, &id, Some(&titled), Level::Must, "月○件まで受け付けること。", None)?;
        requirement::add_requirement(tx, &id, None, Level::Must, "＿＿時間以内に答えること。", None)?;
        Ok((titled, open))
    });
    let found = findings(&library.read(), &id, &Calendar::new(Vec::new()), stamp().at.date_naive(), Lang::Ja).unwrap();
    let gaps: Vec<_> = found.iter().filter(|f| f.kind == "placeholder").collect();
    let places: Vec<_> = gaps.iter().map(|f| (f.place.section.as_deref(), f.place.screen)).collect();
    let (titled, open) = (Some(titled.as_str()), Some(open.as_str()));
    assert_eq!(places, [(titled, None), (open, None), (titled, None), (None, Some(Screen::Requirements))]);
    assert_eq!(Lang::Ja.say(&gaps[3].text), "要求事項 R-002 に、「○○」などが1か所残っています。");
}

#[test]
fn the_sample_sets_as_a_paper_without_a_missing_field() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    for lang in [Lang::Ja, Lang::En] {
        let id = planted(&mut library, "sample", lang);
        let shot = now(&library, &id);
        let paper =
            serde_json::to_string(&rfp_paper(&shot, Purpose { to: shot.bidders.first(), preview: false })).unwrap();
        assert!(!paper.contains("\"missing\":true"), "{lang:?}");
        assert!(!paper.contains("{{"), "{lang:?}");
        assert!(shot.bidders.len() >= 3 && shot.requirements.len() >= 20);
        assert!(shot.is_sample && paper.contains(&lang.word("rfp-sample-mark")));
    }
}

#[test]
fn removing_a_section_takes_all_below_it_and_undo_brings_all_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let id = planted(&mut library, "sample", Lang::Ja);
    let before = (library.state().unwrap(), numbered(&library, &id));
    let first = sections(&library.read(), &id).unwrap()[0].1.id.clone();
    act(&mut library, &id, |tx| remove_section(tx, &first));
    let left = sections(&library.read(), &id).unwrap();
    assert_eq!(left[0].0.number, "1");
    assert!(left.len() < before.1.len() - 5);
    library.undo(Some(&id), &stamp()).unwrap();
    assert_eq!((library.state().unwrap(), numbered(&library, &id)), before);
}

#[test]
fn sections_are_numbered_by_their_place() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let id = planted(&mut library, "empty", Lang::Ja);
    let (a, b) = act(&mut library, &id, |tx| {
        let a = add_section(tx, &id, None, None, "甲")?.id;
        let b = add_section(tx, &id, None, Some(&a), " 乙\n")?.id;
        add_section(tx, &id, Some(&b), None, "丙")?;
        Ok((a, b))
    });
    assert_eq!(numbered(&library, &id), ["1 甲", "2 乙", "2.1 丙"]);
    act(&mut library, &id, |tx| shift_section(tx, &b, Direction::In));
    assert_eq!(numbered(&library, &id), ["1 甲", "1.1 乙", "1.1.1 丙"]);
    let refused =
        library.transact(Op::new("section-move"), &stamp(), |tx| super::section::move_section(tx, &a, Some(&b), None));
    assert_eq!(refused.unwrap_err().message().1, "error-section-inside");
    assert!(library.transact(Op::new("section-add"), &stamp(), |tx| add_section(tx, &id, None, None, " ")).is_err());
}

#[test]
fn requirement_numbers_are_never_given_twice() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let id = planted(&mut library, "empty", Lang::Ja);
    let add = |tx: &mut Tx<'_>| requirement::add_requirement(tx, &id, None, Level::Must, "満たすこと。", None);
    let first = act(&mut library, &id, add);
    let second = act(&mut library, &id, add);
    act(&mut library, &id, |tx| requirement::remove_requirement(tx, &second.id));
    let third = act(&mut library, &id, add);
    assert_eq!([first.label(), second.label(), third.label()], ["R-001", "R-002", "R-003"]);
    act(&mut library, &id, |tx| requirement::move_requirement(tx, &third.id, None));
    let order: Vec<String> =
        requirement::requirements(&library.read(), &id).unwrap().iter().map(Requirement::label).collect();
    assert_eq!(order, ["R-003", "R-001"]);
}

#[test]
fn a_release_is_frozen_and_an_unchanged_one_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let id = planted(&mut library, "sample", Lang::Ja);
    let first = released(&mut library, &id);
    assert_eq!(first.number, "1.0");
    assert_eq!(files(&library.read(), &first.id).unwrap().len(), 1);
    let unchanged = now(&library, &id);
    assert_eq!(unchanged.number, "1.1");
    assert!(changes(&first.snapshot, &unchanged, Lang::Ja).is_empty());
    let refused = may_release(Some(&first), &unchanged, &[], true).unwrap_err();
    assert_eq!(refused.message().1, "error-release-unchanged");
    assert!(library.undo(Some(&id), &stamp()).is_err(), "what left the house is not undone");

    act(&mut library, &id, |tx| procurement::put(tx, &id, FactKey::ProposalDeadline, Some("2027-04-02T17:00")));
    let stored = latest(&library.read(), &id).unwrap().unwrap();
    assert_eq!(stored.snapshot, first.snapshot);
    assert!(may_release(Some(&stored), &now(&library, &id), &[], false).is_ok());
}

#[test]
fn an_addendum_tells_every_change_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let id = planted(&mut library, "sample", Lang::Ja);
    let first = released(&mut library, &id);
    let all = sections(&library.read(), &id).unwrap();
    let text = all.iter().find(|(_, s)| s.title == "注意事項").unwrap().1.clone();
    let gone = all.iter().find(|(_, s)| s.title == "備考").unwrap().1.id.clone();
    let chapter = all[0].1.id.clone();
    let added = act(&mut library, &id, |tx| {
        procurement::put(tx, &id, FactKey::ProposalDeadline, Some("2027-04-02T17:00"))?;
        edit_section(tx, &text.id, Edit { body: Some(RichText::plain("改めた文。")), ..Edit::default() })?;
        remove_section(tx, &gone)?;
        requirement::add_requirement(tx, &id, None, Level::Want, "新しい要求。", None)?;
        Ok(add_section(tx, &id, Some(&chapter), None, "新しい項目")?.id)
    });
    let after = now(&library, &id);
    let told = changes(&first.snapshot, &after, Lang::Ja);
    let has = |kind, how, section: Option<&str>| {
        told.iter().any(|c| c.kind == kind && c.how == how && section.is_none_or(|s| c.sections == [s]))
    };
    assert!(has(Kind::Section, How::Added, Some(&added)));
    assert!(has(Kind::Section, How::Removed, Some(&gone)));
    assert!(has(Kind::Section, How::Changed, Some(&text.id)));
    assert!(has(Kind::Requirement, How::Added, None));
    assert!(has(Kind::Fact, How::Changed, None));
    assert_eq!(told.len(), 5, "renumbered neighbours are no changes: {told:#?}");
    let deadline = told.iter().find(|c| c.kind == Kind::Fact).unwrap();
    assert_eq!(deadline.new[0].s, "2027年4月2日(金) 17:00 必着");
    assert_eq!(deadline.number, "2.3、3.3", "the list of dates shows the deadline too");
    assert!(touched(&told).is_superset(&deadline.sections.iter().cloned().collect()));

    let paper = addendum_paper(&first.snapshot, &after, &told, Purpose::default());
    assert_eq!(paper.groups.iter().map(|group| group.changes.len()).sum::<usize>(), told.len());
    assert_eq!(paper.paper.number, "MC-CS-2027-001-A1");
    let set = paper.groups.iter().flat_map(|group| &group.changes).find(|c| c.section == "2.3、3.3").unwrap();
    assert_eq!(set.name, "記載事項　提案書の提出期限", "the name of a fact is no title of a section");
    let (_, places) = paper.facts.iter().find(|(label, _)| label.plain() == "変更する項目").unwrap();
    let places = places.plain();
    let named: Vec<&str> = places.split('　').collect();
    let written = after.section(&text.id).unwrap().number.as_str();
    for number in ["2.3", "3.3", written] {
        assert!(named.contains(&number), "{number} is not among {places}");
    }
}

#[test]
fn an_addendum_names_every_section_that_draws_or_counts_what_changed() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let id = planted(&mut library, "empty", Lang::Ja);
    let field = |key: &str| RichText { blocks: vec![Block::Paragraph(vec![Inline::field(key)])] };
    let drawn = |name: &str| RichText { blocks: vec![Block::Drawn(name.into())] };
    let bodies = [
        field("requirements.count"),
        drawn("requirements"),
        RichText::plain("要求を述べる。"),
        drawn("requirements"),
        drawn("schedule"),
        field("submission.to"),
        field("evaluators.count"),
    ];
    let places = act(&mut library, &id, |tx| {
        let mut places: Vec<String> = Vec::new();
        for body in bodies {
            let section = add_section(tx, &id, None, places.last().map(String::as_str), "項目")?;
            edit_section(tx, &section.id, Edit { body: Some(body), ..Edit::default() })?;
            places.push(section.id);
        }
        procurement::put(tx, &id, FactKey::SubmissionTo, Some("総務部"))?;
        requirement::add_requirement(tx, &id, Some(&places[2]), Level::Must, "守ること。", None)?;
        Ok(places)
    });
    let before = now(&library, &id);
    act(&mut library, &id, |tx| {
        procurement::put(tx, &id, FactKey::SubmissionTo, Some("経理部"))?;
        requirement::add_requirement(tx, &id, Some(&places[2]), Level::Must, "残すこと。", None)
    });
    let told = changes(&before, &now(&library, &id), Lang::Ja);
    let of = |kind| told.iter().find(|change| change.kind == kind).unwrap();
    assert_eq!(of(Kind::Fact).number, "5、6");
    assert_eq!(of(Kind::Requirement).sections, [2, 1, 3, 0].map(|n: usize| places[n].clone()));
    assert_eq!(touched(&told).len(), 6, "the number of evaluators is the same");
}

#[test]
fn a_drawn_part_tells_what_its_cells_said_in_the_release() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let id = planted(&mut library, "sample", Lang::Ja);
    let first = released(&mut library, &id);
    let quiet = field::drawn(&now(&library, &id), Some(&first.snapshot));
    assert!(quiet.iter().all(|part| part.was.is_empty()), "nothing moved, nothing is told");
    act(&mut library, &id, |tx| {
        procurement::put(tx, &id, FactKey::ProposalDeadline, Some("2027-04-02T17:00"))?;
        procurement::put(tx, &id, FactKey::ContactPhone, Some("03-0000-9999"))
    });
    let parts = field::drawn(&now(&library, &id), Some(&first.snapshot));
    let told = |name: &str| {
        let part = parts.iter().find(|part| part.name == name).unwrap();
        let cells = part.was.iter().zip(&part.rows);
        cells
            .flat_map(|(was, is)| was.iter().zip(is).filter_map(|(was, is)| Some((was.clone()?, is.clone()))))
            .collect()
    };
    let schedule: Vec<(String, String)> = told("schedule");
    assert_eq!(schedule, [("3/30".to_owned(), "2027年4月2日(金) 17:00 必着".to_owned())]);
    let contact: Vec<(String, String)> = told("contact");
    assert_eq!(contact.len(), 1);
    assert_eq!(contact[0].1, "03-0000-9999");
    let fields = field::fields(&now(&library, &id), Some(&first.snapshot));
    let moved = fields.iter().find(|field| field.key == "schedule.proposal_deadline").unwrap().moved.clone().unwrap();
    assert_eq!((moved.brief.as_str(), moved.release.as_str()), ("3/30", "1.0"));
}

#[test]
fn a_moved_section_is_told_and_its_neighbours_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let id = planted(&mut library, "sample", Lang::Ja);
    let first = now(&library, &id);
    let second = first.sections.iter().find(|s| s.number == "1.2").unwrap().id.clone();
    act(&mut library, &id, |tx| shift_section(tx, &second, Direction::Up));
    let told = changes(&first, &now(&library, &id), Lang::Ja);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!((told[0].kind, told[0].how), (Kind::Section, How::Moved));
}

#[test]
fn words_are_replaced_everywhere_and_put_back_in_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let id = planted(&mut library, "sample", Lang::Ja);
    let before = library.state().unwrap();
    let pattern = Pattern::new("手順書", false).unwrap();
    let hits = find::find(&library.read(), &id, &pattern).unwrap();
    assert!(hits.iter().any(|h| h.place == find::FoundIn::Body));
    assert!(hits.iter().any(|h| h.place == find::FoundIn::Requirement));
    let keep = &hits[0];
    let skip = [find::Skipped { section: keep.section.clone(), place: keep.place, index: keep.index }];
    let replaced = act(&mut library, &id, |tx| find::replace(tx, &id, &pattern, "マニュアル", &skip));
    assert_eq!(replaced, hits.len() - 1);
    assert_eq!(find::find(&library.read(), &id, &pattern).unwrap().len(), 1);
    library.undo(Some(&id), &stamp()).unwrap();
    assert_eq!(library.state().unwrap(), before);
}

#[test]
fn outlines_of_both_languages_are_offered_and_the_own_language_comes_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let id = planted(&mut library, "sample", Lang::Ja);
    act(&mut library, &id, |tx| outline::save_outline(tx, &id, "うちのひな形"));
    for (lang, other) in [(Lang::Ja, Lang::En), (Lang::En, Lang::Ja)] {
        let all = outline::outlines(&library.read(), lang).unwrap();
        let offered: Vec<Lang> = all.iter().map(|outline| outline.lang).collect();
        assert_eq!(offered, [lang, lang, other, other, Lang::Ja]);
        assert_eq!((all[0].id.as_str(), all[2].id.as_str()), ("cs-bpo", "cs-bpo"));
    }
}

#[test]
fn a_saved_outline_plants_the_same_sections() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let id = planted(&mut library, "sample", Lang::Ja);
    let own = act(&mut library, &id, |tx| outline::save_outline(tx, &id, "うちのひな形"));
    let other = planted(&mut library, &format!("outline:{own}"), Lang::Ja);
    assert_eq!(numbered(&library, &id), numbered(&library, &other));
    let (one, two) = (now(&library, &id), now(&library, &other));
    assert_eq!(one.requirements.len(), two.requirements.len());
    assert_eq!(one.weights, two.weights);
    assert_eq!(one.items.len(), two.items.len());
    let refused = library.transact(Op::new("outline-remove"), &stamp(), |tx| outline::remove_outline(tx, "cs-bpo"));
    assert_eq!(refused.unwrap_err().message().1, "error-outline-supplied");
    act(&mut library, &id, |tx| outline::remove_outline(tx, &own));
}

#[test]
fn the_rfp_prints_no_weight_where_something_is_passed_or_failed() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    for (lang, word) in [(Lang::Ja, "合否"), (Lang::En, "Pass/fail")] {
        let id = planted(&mut library, "sample", lang);
        let first = now(&library, &id).criteria.into_iter().find(|one| !one.scheme.is_empty()).unwrap().id;
        act(&mut library, &id, |tx| criterion::verbs::set(tx, &first, "scheme", r#"{"kind":"pass-fail"}"#));
        let shot = now(&library, &id);
        let at = shot.criteria.iter().position(|one| one.id == first).unwrap();
        assert_eq!(shot.criteria[at].weight, word);
        // A release that printed a 0 there said the same.
        let mut earlier = shot.clone();
        earlier.criteria[at].weight = "0".into();
        assert!(shot.says_the_same(&earlier));
        assert_eq!(changes(&earlier, &shot, lang), vec![]);
        earlier.criteria[at].weight = "5".into();
        assert!(!shot.says_the_same(&earlier));
    }
}

#[test]
fn a_procurement_is_copied_without_its_releases_and_removed_with_them() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let id = planted(&mut library, "sample", Lang::Ja);
    released(&mut library, &id);
    let before = library.state().unwrap();
    let twin = library
        .transact(Op::new("procurement-create"), &stamp(), |tx| {
            create(tx, &format!("procurement:{id}"), "次の案件", Lang::Ja)
        })
        .unwrap()
        .value;
    assert_eq!(numbered(&library, &id), numbered(&library, &twin));
    assert!(latest(&library.read(), &twin).unwrap().is_none());
    library.undo(None, &stamp()).unwrap();
    assert_eq!(library.state().unwrap(), before);
    library.transact(Op::new("procurement-remove"), &stamp(), |tx| remove(tx, &id)).unwrap();
    assert_eq!(library.read().count::<Section>("", &[]).unwrap(), 0);
    assert_eq!(library.read().count::<Release>("", &[]).unwrap(), 0);
    library.undo(None, &stamp()).unwrap();
    assert_eq!(library.state().unwrap(), before);
    assert_eq!(library.replayed().unwrap(), before);
}

#[test]
fn a_release_made_from_an_older_draft_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut library = library(folder.path());
    let id = planted(&mut library, "sample", Lang::Ja);
    let older = now(&library, &id);
    act(&mut library, &id, |tx| procurement::put(tx, &id, FactKey::DocNumber, Some("X-1")));
    let late =
        library.transact(Op::new("rfp-release"), &stamp(), |tx| release_rfp(tx, &id, older, Vec::new(), Vec::new()));
    assert_eq!(late.unwrap_err().message().1, "error-release-moved");
    let same = take(&library.read(), &id, "1.0", stamp().at.date_naive()).unwrap();
    assert_eq!(same, now(&library, &id));
}
