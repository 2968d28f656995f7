//! The arithmetic against the sample procurement, worked examples of the field, and properties.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::Value;

use super::exact::{exact, Exact, ZERO};
use super::firmness::{examine, ranking, Firmness, Flip, RUNS};
use super::oddity::{count_and_look, count_and_look_again, oddities, Oddity};
use super::price::{Formula, Rule};
use super::*;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn two() -> Rounding {
    Rounding { places: 2, mode: Mode::HalfUp }
}

fn item(id: &str, weight: &str, scheme: Scheme) -> Item {
    Item { id: id.into(), group: id.into(), weight: decimal(weight), scheme, minimum: None, follows_price: false }
}

fn contender(id: &str, price: Option<i64>) -> Contender {
    Contender { id: id.into(), price, excluded: false }
}

fn sheet(evaluator: &str, marks: &[(&str, &str, &str)]) -> Ballots {
    let key = |(item, bidder, _): &(&str, &str, &str)| ((*item).to_owned(), (*bidder).to_owned());
    Ballots {
        evaluator: evaluator.into(),
        marks: marks.iter().map(|mark| (key(mark), mark.2.to_owned())).collect(),
        comments: marks.iter().map(key).collect(),
        judges: Vec::new(),
        steps_aside: Vec::new(),
    }
}

fn ballot(items: Vec<Item>, bidders: Vec<Contender>, sheets: Vec<Ballots>) -> Ballot {
    Ballot {
        items,
        bidders,
        sheets,
        consensus: Marks::new(),
        awaited: BTreeSet::new(),
        pooling: Pooling::Mean,
        totalling: Totalling::Additive,
        rounding: two(),
        minimum: None,
        ties: vec![TieBreak::Technical, TieBreak::LowerPrice],
    }
}

/// The evaluation of the sample, with or without what was agreed on afterwards.
fn sample(agreed: bool) -> (Ballot, Value) {
    let file: Value = serde_json::from_str(include_str!("../../sample/sample.ja.json")).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let values = &file["criteria"]["scheme"]["values"];
    let value = |mark: &str| decimal(values[mark].as_str().unwrap());
    let mut items = Vec::new();
    for group in file["criteria"]["tree"].as_array().unwrap() {
        for part in group["children"].as_array().unwrap() {
            items.push(Item {
                id: text(&part["id"]),
                group: text(&group["id"]),
                weight: decimal(&part["weight"].to_string()),
                scheme: Scheme::relative(value("○"), value("△"), value("×")),
                minimum: None,
                follows_price: part["id"] == "C4.1",
            });
        }
    }
    let bidders = file["proposals"].as_array().unwrap().iter().map(|proposal| {
        let latest = proposal["estimate_revisions"].as_array().unwrap().last().unwrap();
        contender(&text(&proposal["bidder"]), latest["total_over_term"]["tax_excluded"].as_i64())
    });
    let sheets = file["evaluation"]["sheets"].as_array().unwrap().iter().map(|one| {
        let marks = one["marks"].as_array().unwrap();
        let key = |mark: &Value| (text(&mark["criterion"]), text(&mark["bidder"]));
        Ballots {
            evaluator: text(&one["evaluator"]),
            marks: marks
                .iter()
                .filter(|mark| mark["mark"].is_string())
                .map(|mark| (key(mark), text(&mark["mark"])))
                .collect(),
            comments: marks
                .iter()
                .filter(|mark| mark["comment"].as_str().is_some_and(|comment| !comment.is_empty()))
                .map(key)
                .collect(),
            judges: Vec::new(),
            steps_aside: Vec::new(),
        }
    });
    let mut ballot = ballot(items, bidders.collect(), sheets.collect());
    ballot.ties = vec![TieBreak::Criterion("C1".into()), TieBreak::LowerPrice];
    if agreed {
        let all = file["evaluation"]["consensus"].as_array().unwrap().iter();
        ballot.consensus =
            all.map(|one| ((text(&one["criterion"]), text(&one["bidder"])), text(&one["mark"]))).collect();
    }
    (ballot, file["evaluation"].clone())
}

#[test]
fn the_sample_comes_out_as_it_says() {
    for (agreed, name) in [(false, "before_consensus"), (true, "after_consensus")] {
        let (ballot, file) = sample(agreed);
        let outcome = count(&ballot).unwrap();
        let expected = file["expected_result"][name].as_array().unwrap();
        assert_eq!(outcome.standings.len(), expected.len());
        for (one, expected) in outcome.standings.iter().zip(expected) {
            assert_eq!(one.bidder, expected["bidder"].as_str().unwrap());
            assert_eq!(one.rank, expected["rank"].as_u64().map(|rank| usize::try_from(rank).unwrap()));
            assert_eq!(one.total.to_string(), expected["total"].as_str().unwrap(), "{name}: {}", one.bidder);
            let groups: BTreeMap<String, String> =
                one.groups.iter().map(|(id, points)| (id.clone(), points.to_string())).collect();
            let expected: BTreeMap<String, String> = serde_json::from_value(expected["by_criterion"].clone()).unwrap();
            assert_eq!(groups, expected, "{name}: {}", one.bidder);
        }
        assert!(outcome.of("v4").unwrap().is_provisional(), "a mark for v4 is blank");
    }
}

#[test]
fn the_oddities_of_the_sample_are_found_and_no_others() {
    let (ballot, file) = sample(false);
    let mut expected: BTreeSet<Oddity> = BTreeSet::new();
    for one in file["expected_oddities"].as_array().unwrap() {
        let get = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
        let (item, bidder, evaluator) = (get("criterion"), get("bidder"), get("evaluator"));
        expected.insert(match one["kind"].as_str().unwrap() {
            "opposed" => Oddity::Opposed { item, bidder },
            "all_alike" => Oddity::AllAlike { item, evaluator },
            "price_order" => Oddity::PriceOrder { item, evaluator },
            "blank" => Oddity::Blank { item, bidder, evaluator },
            other => panic!("{other}"),
        });
    }
    assert_eq!(oddities(&ballot).unwrap().into_iter().collect::<BTreeSet<_>>(), expected);
}

/// 加算方式: technical points and a price part of 100, lowest ÷ bid, and under a ceiling, decimals cut off.
#[test]
fn points_and_price_are_added() {
    let cut = Rounding { places: 0, mode: Mode::Cut };
    let of = |rule: Rule| {
        let items = vec![
            item("T", "200", Scheme::Points { greatest: decimal("200") }),
            item("P", "100", Scheme::Price(Formula { rule, rounding: cut })),
        ];
        let bidders = vec![contender("a", Some(9_000_000)), contender("b", Some(7_000_000))];
        let marks = [("T", "a", "160"), ("T", "b", "150")];
        let outcome = count(&Ballot { rounding: cut, ..ballot(items, bidders, vec![sheet("e", &marks)]) }).unwrap();
        ["a", "b"].map(|bidder| outcome.of(bidder).unwrap().total.to_string())
    };
    // a: 160 + ⌊100 × 7/9⌋ = 160 + 77; b: 150 + 100.
    assert_eq!(of(Rule::LowestOverBid), ["237", "250"]);
    // a: 160 + ⌊100 × (1 − 9/10)⌋ = 160 + 10; b: 150 + 30.
    assert_eq!(of(Rule::UnderCeiling { ceiling: 10_000_000 }), ["170", "180"]);
}

/// 除算方式: points divided by the price.
#[test]
fn points_are_divided_by_the_price() {
    let items = vec![item("T", "100", Scheme::Points { greatest: decimal("100") })];
    let bidders = vec![contender("a", Some(8_000_000)), contender("b", Some(5_000_000))];
    let mut ballot = ballot(items, bidders, vec![sheet("e", &[("T", "a", "90"), ("T", "b", "60")])]);
    ballot.totalling = Totalling::Division { unit: 1_000_000 };
    let outcome = count(&ballot).unwrap();
    assert_eq!(outcome.winners(), ["b"]);
    assert_eq!(outcome.of("a").unwrap().total.to_string(), "11.25");
    assert_eq!(outcome.of("b").unwrap().total.to_string(), "12.00");

    // Another weight changes nothing where there is one criterion; in every weighting b is first.
    let firmness = examine(&ballot, 7, &[], &mut |_, _| Ok(())).unwrap();
    assert_eq!(firmness.uniform.first, BTreeMap::from([("a".to_owned(), 0), ("b".to_owned(), 10_000)]));
}

/// Five grades with multipliers, the points of all judges added; who has less than half of the greatest sum is out.
#[test]
fn grades_of_all_judges_are_added_and_less_than_half_excludes() {
    let grades = [("A", "1"), ("B", "0.8"), ("C", "0.6"), ("D", "0.4"), ("E", "0")];
    let scheme = || Scheme::Marks(grades.iter().map(|(mark, value)| ((*mark).to_owned(), decimal(value))).collect());
    let items = vec![item("X", "10", scheme()), item("Y", "20", scheme())];
    let bidders = vec![contender("a", None), contender("b", None), contender("c", None)];
    let sheets = vec![
        sheet(
            "j1",
            &[("X", "a", "A"), ("Y", "a", "C"), ("X", "b", "D"), ("Y", "b", "D"), ("X", "c", "B"), ("Y", "c", "E")],
        ),
        sheet(
            "j2",
            &[("X", "a", "B"), ("Y", "a", "B"), ("X", "b", "C"), ("Y", "b", "D"), ("X", "c", "A"), ("Y", "c", "C")],
        ),
    ];
    let mut ballot = ballot(items, bidders, sheets);
    ballot.pooling = Pooling::Sum;
    ballot.minimum = Some(decimal("0.5"));
    let outcome = count(&ballot).unwrap();
    // The whole is (10 + 20) × 2 = 60. a: 10 + 12 + 8 + 16; b: 4 + 8 + 6 + 8; c: 8 + 0 + 10 + 12 = 30, just half.
    let total = |bidder: &str| outcome.of(bidder).unwrap().total.to_string();
    assert_eq!([total("a"), total("b"), total("c")], ["46.00", "26.00", "30.00"]);
    assert_eq!(outcome.of("b").unwrap().out, [Why::UnderTotalMinimum]);
    assert_eq!(ranking(&outcome), [["a"], ["c"]]);
}

#[test]
fn a_blank_that_earns_no_points_keeps_nobody_above_the_minimum() {
    let ten = || Scheme::Points { greatest: decimal("10") };
    let items = vec![item("must", "0", Scheme::PassFail), item("X", "10", ten()), item("aside", "0", ten())];
    let bidders = vec![contender("a", None), contender("b", None), contender("c", None)];
    let marks = [("must", "a", "pass"), ("X", "a", "9"), ("X", "b", "7"), ("must", "c", "pass")];
    let mut ballot = ballot(items, bidders, vec![sheet("e", &marks)]);
    ballot.minimum = Some(decimal("0.8"));
    let outcome = count(&ballot).unwrap();
    let b = outcome.of("b").unwrap();
    assert_eq!(b.out, [Why::UnderTotalMinimum], "7 of 10");
    assert!(b.is_provisional(), "the blank stays told");
    assert_eq!(outcome.of("c").unwrap().out, [], "a blank is no zero");
    assert_eq!(ranking(&outcome), [["a"]]);
}

#[test]
fn nobody_is_under_a_minimum_while_a_sheet_is_missing() {
    let ten = || Scheme::Points { greatest: decimal("10") };
    let items = vec![Item { minimum: Some(decimal("0.5")), ..item("X", "10", ten()) }, item("Y", "10", ten())];
    let marks = [("X", "a", "9"), ("Y", "a", "9"), ("X", "b", "0"), ("Y", "b", "9")];
    let whole = Ballot {
        minimum: Some(decimal("0.6")),
        ..ballot(items, vec![contender("a", None), contender("b", None)], vec![sheet("e", &marks)])
    };
    let out = |ballot: &Ballot| count(ballot).unwrap().of("b").unwrap().out.clone();
    let at = |item: &str| (item.to_owned(), "b".to_owned());
    assert_eq!(out(&whole), [Why::UnderMinimum("X".into())]);
    let waiting = Ballot { awaited: BTreeSet::from([at("X")]), ..whole.clone() };
    assert_eq!(out(&waiting), [], "neither by the item nor by the total");
    let other = Ballot { awaited: BTreeSet::from([at("Y")]), ..whole };
    assert_eq!(out(&other), [Why::UnderMinimum("X".into())], "what is awaited elsewhere changes nothing there");
    let agreed = Ballot { consensus: Marks::from([(at("X"), "1".to_owned())]), ..waiting };
    assert_eq!(out(&agreed), [Why::UnderMinimum("X".into())], "what is agreed on waits for nobody");
}

#[test]
fn nobody_has_a_place_without_the_price_that_is_divided_by() {
    let items = vec![item("T", "60", Scheme::Points { greatest: decimal("60") })];
    let marks = [("T", "a", "54"), ("T", "b", "30")];
    let mut ballot = ballot(items, vec![contender("a", None), contender("b", None)], vec![sheet("e", &marks)]);
    ballot.totalling = Totalling::Division { unit: 100 };
    let outcome = count(&ballot).unwrap();
    assert!(outcome.standings.iter().all(|one| one.rank.is_none() && one.is_provisional()), "{outcome:?}");
    ballot.bidders[1].price = Some(100);
    let outcome = count(&ballot).unwrap();
    assert_eq!(ranking(&outcome), [["b"]], "the only one that can be divided");
}

/// Under division the price earns no points: neither a minimum of all points nor one of its own looks at any.
#[test]
fn a_minimum_asks_nothing_of_the_price_that_is_divided_by() {
    let lowest = Scheme::Price(Formula { rule: Rule::LowestOverBid, rounding: two() });
    let items = vec![
        item("T", "60", Scheme::Points { greatest: decimal("60") }),
        Item { minimum: Some(decimal("0.9")), ..item("P", "40", lowest) },
    ];
    let bidders = vec![contender("a", Some(200)), contender("b", Some(100))];
    let mut ballot = ballot(items, bidders, vec![sheet("e", &[("T", "a", "54"), ("T", "b", "30")])]);
    ballot.totalling = Totalling::Division { unit: 100 };
    ballot.minimum = Some(decimal("0.6"));
    let outcome = count(&ballot).unwrap();
    assert_eq!(outcome.of("a").unwrap().out, [], "54 of 60, and half the points for its price");
    assert_eq!(outcome.of("b").unwrap().out, [Why::UnderTotalMinimum], "30 of 60; with the price it had 70 of 100");
    assert_eq!(outcome.of("a").unwrap().total.to_string(), "27.00");
    assert_eq!(flips(&ballot).len(), 1, "its weight changes nothing");
}

#[test]
fn a_tie_is_settled_as_declared_and_else_stays_one() {
    let items = vec![
        item("T", "50", Scheme::Points { greatest: decimal("50") }),
        item("P", "50", Scheme::Price(Formula { rule: Rule::Linear, rounding: two() })),
    ];
    let bidders = vec![contender("a", Some(100)), contender("b", Some(200)), contender("c", Some(150))];
    let marks = [("T", "a", "0"), ("T", "b", "50"), ("T", "c", "25")];
    let tied = ballot(items, bidders, vec![sheet("e", &marks)]);
    let outcome = count(&tied).unwrap();
    assert!(outcome.standings.iter().all(|one| one.total == decimal("50")));
    assert_eq!(ranking(&outcome), [["b"], ["c"], ["a"]], "more technical points come first");
    assert_eq!(outcome.standings[0].settled_by, Some(TieBreak::Technical));
    let by_price = count(&Ballot { ties: vec![TieBreak::LowerPrice], ..tied.clone() }).unwrap();
    assert_eq!(ranking(&by_price), [["a"], ["c"], ["b"]]);
    let open = count(&Ballot { ties: Vec::new(), ..tied }).unwrap();
    assert_eq!(open.winners().len(), 3);
}

/// Level in all points, technical ones among them: the lower price comes first, as declared behind the technical score.
#[test]
fn a_tie_in_all_points_goes_to_the_lower_price() {
    let steps = Rule::Steps(vec![(200, decimal("1"))]);
    let items = vec![
        item("T", "50", Scheme::Points { greatest: decimal("50") }),
        item("P", "50", Scheme::Price(Formula { rule: steps, rounding: two() })),
    ];
    let bidders = vec![contender("a", Some(150)), contender("b", Some(120))];
    let sheets = vec![sheet("e", &[("T", "a", "40"), ("T", "b", "40")])];
    let tied = Ballot { ties: vec![TieBreak::Technical, TieBreak::LowerPrice], ..ballot(items, bidders, sheets) };
    let outcome = count(&tied).unwrap();
    assert_eq!(ranking(&outcome), [["b"], ["a"]]);
    assert_eq!(outcome.standings[0].settled_by, Some(TieBreak::LowerPrice));
}

#[test]
fn who_fails_is_out_and_pulls_no_price_down() {
    let items = vec![
        item("must", "0", Scheme::PassFail),
        item("P", "10", Scheme::Price(Formula { rule: Rule::LowestOverBid, rounding: two() })),
    ];
    let bidders = vec![contender("a", Some(50)), contender("b", Some(100)), contender("c", Some(200))];
    let marks = [("must", "a", "fail"), ("must", "b", "pass"), ("must", "c", "pass")];
    let outcome = count(&ballot(items, bidders, vec![sheet("e", &marks)])).unwrap();
    assert_eq!(outcome.of("a").unwrap().out, [Why::Failed("must".into())]);
    assert_eq!(outcome.of("b").unwrap().total.to_string(), "10.00");
    assert_eq!(outcome.of("c").unwrap().total.to_string(), "5.00");
}

/// Every item that puts a bidder out is named, and the decision before them; the price of who is out is not compared, so
/// that it tells nothing more.
#[test]
fn everything_that_puts_a_bidder_out_is_named() {
    let ten = || Scheme::Points { greatest: decimal("10") };
    let least = |item: Item| Item { minimum: Some(decimal("0.4")), ..item };
    let lowest = Scheme::Price(Formula { rule: Rule::LowestOverBid, rounding: two() });
    let items = vec![
        least(item("P", "10", lowest)),
        item("must", "0", Scheme::PassFail),
        least(item("X", "10", ten())),
        least(item("Y", "10", ten())),
        least(item("Z", "10", ten())),
    ];
    let marks = [
        ("must", "a", "fail"),
        ("X", "a", "2.5"),
        ("Y", "a", "5"),
        ("Z", "a", "0"),
        ("must", "b", "pass"),
        ("X", "b", "9"),
        ("Y", "b", "9"),
        ("Z", "b", "9"),
    ];
    let bidders = vec![contender("a", Some(900)), contender("b", Some(100))];
    let mut ballot = Ballot { minimum: Some(decimal("0.6")), ..ballot(items, bidders, vec![sheet("e", &marks)]) };
    let under = |id: &str| Why::UnderMinimum(id.into());
    let out = |ballot: &Ballot| count(ballot).unwrap().of("a").unwrap().out.clone();
    assert_eq!(out(&ballot), [Why::Failed("must".into()), under("X"), under("Z")]);
    ballot.bidders[0].excluded = true;
    assert_eq!(out(&ballot), [Why::Decision, Why::Failed("must".into()), under("X"), under("Z")]);
    assert_eq!(ranking(&count(&ballot).unwrap()), [["b"]]);
}

/// Points for prices are computed once: the bid under the minimum is in that comparison, and out after it.
#[test]
fn who_stays_under_the_minimum_of_the_price_is_out() {
    let lowest = Scheme::Price(Formula { rule: Rule::LowestOverBid, rounding: two() });
    let items = vec![
        item("T", "50", Scheme::Points { greatest: decimal("50") }),
        Item { minimum: Some(decimal("0.6")), ..item("P", "50", lowest) },
    ];
    let bidders = vec![contender("a", Some(200)), contender("b", Some(100)), contender("c", Some(160))];
    let marks = [("T", "a", "50"), ("T", "b", "10"), ("T", "c", "20")];
    let outcome = count(&ballot(items, bidders, vec![sheet("e", &marks)])).unwrap();
    assert_eq!(outcome.of("a").unwrap().out, [Why::UnderMinimum("P".into())], "25 of 50 are less than 30");
    assert_eq!(outcome.of("a").unwrap().total.to_string(), "75.00", "its points stay told");
    assert_eq!(ranking(&outcome), [["b"], ["c"]], "31.25 of 50 are enough");
}

#[test]
fn a_missing_part_is_compared_with_no_whole_total() {
    let items = vec![
        item("T", "50", Scheme::Points { greatest: decimal("50") }),
        item("P", "50", Scheme::Price(Formula { rule: Rule::Linear, rounding: two() })),
    ];
    let bidders = vec![contender("a", Some(100)), contender("b", Some(200)), contender("c", None)];
    let marks = [("T", "a", "10"), ("T", "b", "30"), ("T", "c", "30")];
    let mut unpriced = ballot(items, bidders, vec![sheet("e", &marks)]);
    let outcome = count(&unpriced).unwrap();
    assert_eq!(outcome.of("b").unwrap().total, outcome.of("c").unwrap().total, "the highest price earns nothing");
    assert_eq!(ranking(&outcome), [["a"], ["b"]]);
    let c = outcome.of("c").unwrap();
    assert_eq!((c.rank, c.is_out()), (None, false));
    for bidder in &mut unpriced.bidders {
        bidder.price = None;
    }
    assert_eq!(ranking(&count(&unpriced).unwrap())[0].len(), 2, "what nobody has sets nobody apart");
}

#[test]
fn every_bidder_of_a_tie_says_what_settled_it() {
    let items = vec![
        item("X", "50", Scheme::Points { greatest: decimal("50") }),
        item("Y", "50", Scheme::Points { greatest: decimal("50") }),
    ];
    let bidders = vec![contender("a", None), contender("b", None), contender("c", None)];
    let marks =
        [("X", "a", "30"), ("Y", "a", "20"), ("X", "b", "20"), ("Y", "b", "30"), ("X", "c", "20"), ("Y", "c", "30")];
    let tied =
        Ballot { ties: vec![TieBreak::Criterion("X".into())], ..ballot(items, bidders, vec![sheet("e", &marks)]) };
    let outcome = count(&tied).unwrap();
    assert_eq!(ranking(&outcome), [vec!["a"], vec!["b", "c"]]);
    let settled = Some(TieBreak::Criterion("X".into()));
    assert!(outcome.standings.iter().all(|one| one.settled_by == settled), "{outcome:?}");
}

/// The winner of a tie by its strength loses where that strength weighs less, not where it weighs more.
#[test]
fn a_tie_turns_on_the_side_on_which_the_lead_falls() {
    let points = || Scheme::Points { greatest: decimal("50") };
    let items = vec![item("must", "0", Scheme::PassFail), item("Q", "50", points()), item("R", "50", points())];
    let bidders = vec![contender("a", None), contender("b", None)];
    let marks = [
        ("must", "a", "pass"),
        ("must", "b", "pass"),
        ("Q", "a", "40"),
        ("R", "a", "20"),
        ("Q", "b", "20"),
        ("R", "b", "40"),
    ];
    let tied =
        Ballot { ties: vec![TieBreak::Criterion("Q".into())], ..ballot(items, bidders, vec![sheet("e", &marks)]) };
    let found = flips(&tied);
    let told: Vec<(&str, Option<(Exact, bool)>)> =
        found.iter().map(|(id, flip)| (id.as_str(), flip.as_ref().map(|flip| (flip.change, flip.rises)))).collect();
    assert_eq!(
        told,
        [("Q", Some((Exact::new(-1, 80), false))), ("R", Some((Exact::new(1, 80), true)))],
        "level as they are shown until 60.005 becomes 60.01; what is passed or failed weighs nothing"
    );
    assert_eq!(firm(&tied).near.first.values().sum::<u32>(), RUNS, "no tie stays one");
    assert_eq!(winner_with(&tied, "Q", decimal("-0.012")).as_deref(), Some("a"));
    assert_eq!(winner_with(&tied, "Q", decimal("-0.013")).as_deref(), Some("b"));
}

#[test]
fn a_case_that_leaves_a_place_without_marks_is_not_ranked() {
    let items = vec![
        item("X", "50", Scheme::Points { greatest: decimal("50") }),
        item("Y", "50", Scheme::Points { greatest: decimal("50") }),
    ];
    let bidders = vec![contender("a", None), contender("b", None)];
    let alone = [("X", "a", "40"), ("Y", "a", "40"), ("X", "b", "30"), ("Y", "b", "30")];
    let other = [("X", "a", "40"), ("Y", "a", "40"), ("X", "b", "30")];
    let firmness = firm(&ballot(items, bidders, vec![sheet("e", &alone), sheet("f", &other)]));
    let (_, without) = &firmness.without_evaluator[0];
    assert_eq!(without.untold, Some(("Y".into(), "b".into())));
    assert_eq!((without.ranking.len(), without.lead), (0, None));
    let (_, without) = &firmness.without_evaluator[1];
    assert_eq!((&without.untold, without.lead), (&None, Some(decimal("20"))));
}

#[test]
fn who_is_out_makes_no_case() {
    let items = vec![item("must", "0", Scheme::PassFail), item("X", "10", Scheme::Points { greatest: decimal("10") })];
    let bidders = vec![contender("a", None), contender("b", None), contender("c", None)];
    let marks = [
        ("must", "a", "pass"),
        ("must", "b", "pass"),
        ("must", "c", "fail"),
        ("X", "a", "9"),
        ("X", "b", "8"),
        ("X", "c", "7"),
    ];
    let firmness = firm(&ballot(items, bidders, vec![sheet("e", &marks)]));
    let ids: Vec<&str> = firmness.without_bidder.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["a", "b"]);
}

#[test]
fn a_sum_without_who_steps_aside_is_told() {
    let items = vec![item("X", "10", Scheme::Points { greatest: decimal("10") })];
    let bidders = vec![contender("a", None), contender("b", None)];
    let mut aside = sheet("f", &[("X", "a", "9")]);
    aside.steps_aside.push("b".into());
    let sheets = vec![sheet("e", &[("X", "a", "9"), ("X", "b", "9")]), aside];
    let mut ballot = ballot(items, bidders, sheets);
    let odd = Oddity::Aside { bidder: "b".into(), evaluator: "f".into() };
    assert!(!oddities(&ballot).unwrap().contains(&odd), "a mean goes without her and loses nothing");
    ballot.pooling = Pooling::Sum;
    assert!(oddities(&ballot).unwrap().contains(&odd));
}

#[test]
fn a_blank_is_no_zero() {
    let scheme = || Scheme::relative(decimal("1"), decimal("0.5"), decimal("0"));
    let items = vec![item("X", "10", scheme())];
    let sheets = vec![sheet("e", &[("X", "a", "○"), ("X", "b", "×")]), sheet("f", &[("X", "b", "×")])];
    let outcome = count(&ballot(items, vec![contender("a", None), contender("b", None)], sheets)).unwrap();
    let a = outcome.of("a").unwrap();
    assert_eq!(a.total.to_string(), "10.00", "the mean of one mark");
    assert_eq!(a.blanks.get("X"), Some(&1));
    assert!(a.is_provisional());
    assert!(!outcome.of("b").unwrap().is_provisional());
}

#[test]
fn where_no_number_is_none_is_shown() {
    let items = vec![
        item("must", "0", Scheme::PassFail),
        item("X", "10", Scheme::Points { greatest: decimal("10") }),
        item("P", "10", Scheme::Price(Formula { rule: Rule::LowestOverBid, rounding: two() })),
    ];
    let bidders = vec![contender("a", Some(50)), contender("b", Some(100))];
    let outcome = count(&ballot(items, bidders, vec![sheet("e", &[("must", "a", "pass"), ("X", "b", "0")])])).unwrap();
    let groups = |id: &str| -> Vec<&str> { outcome.of(id).unwrap().groups.keys().map(String::as_str).collect() };
    assert_eq!(groups("a"), ["P", "must"]);
    assert_eq!(groups("b"), ["P", "X"], "a nought that was given is one");
    assert_eq!(outcome.of("b").unwrap().points["must"], None);
}

#[test]
fn of_bidders_that_are_level_none_is_told_to_be_first() {
    let items = vec![
        item("X", "60", Scheme::Points { greatest: decimal("10") }),
        item("Y", "40", Scheme::Points { greatest: decimal("10") }),
    ];
    let bidders = vec![contender("a", Some(50)), contender("b", Some(50)), contender("c", Some(50))];
    let marks = [("X", "a", "8"), ("Y", "a", "9"), ("X", "b", "8"), ("Y", "b", "9"), ("X", "c", "1"), ("Y", "c", "1")];
    let level = ballot(items, bidders, vec![sheet("e", &marks)]);
    assert_eq!(count(&level).unwrap().winner(), None);
    let firmness = firm(&level);
    assert!(firmness.flips.iter().all(|(_, flip)| flip.is_none()), "{:?}", firmness.flips);
    assert_eq!(firmness.now.lead, None);
    for trials in [&firmness.uniform, &firmness.near] {
        assert_eq!((trials.first["a"], trials.first["b"], trials.first["c"]), (trials.runs, trials.runs, 0));
    }
}

#[test]
fn a_losing_bidder_that_turns_the_others_is_named() {
    let items = vec![
        item("T", "50", Scheme::Points { greatest: decimal("50") }),
        item("P", "50", Scheme::Price(Formula { rule: Rule::LowestOverBid, rounding: two() })),
    ];
    // The cheapest, without technical points, makes the price part of the other two small and nearly alike.
    let bidders = vec![contender("a", Some(300)), contender("b", Some(240)), contender("low", Some(60))];
    let marks = [("T", "a", "40"), ("T", "b", "35"), ("T", "low", "0")];
    let found = oddities(&ballot(items, bidders, vec![sheet("e", &marks)])).unwrap();
    assert!(found.contains(&Oddity::Turns { bidder: "low".into() }), "{found:?}");
}

#[test]
fn who_is_left_out_already_is_not_left_out_once_more() {
    let (mut ballot, _) = sample(true);
    let all = firm(&ballot).without_bidder.len();
    let out = ballot.bidders[0].id.clone();
    ballot.bidders[0].excluded = true;
    let mut told = Vec::new();
    let firmness = examine(&ballot, 7, &[], &mut |done, of| {
        told.push((done, of));
        Ok(())
    })
    .unwrap();
    assert_eq!(firmness.without_bidder.len(), all - 1);
    assert!(firmness.without_bidder.iter().all(|(id, _)| *id != out));
    assert!(told.last().is_some_and(|(done, of)| done == of), "it comes to its end: {told:?}");
}

fn flips(ballot: &Ballot) -> Vec<(String, Option<Flip>)> {
    firm(ballot).flips
}

fn firm(ballot: &Ballot) -> Firmness {
    examine(ballot, 7, &[], &mut |_, _| Ok(())).unwrap()
}

#[test]
fn the_trials_are_repeatable_and_the_sample_is_firm() {
    let (ballot, _) = sample(true);
    let firmness = firm(&ballot);
    assert_eq!(firmness, firm(&ballot));
    let times: u32 = firmness.near.first.values().sum();
    assert_eq!(times, firmness.near.runs);
    assert_eq!(firmness.uniform.seed, 7);
    assert_ne!(firmness.near.seed, firmness.uniform.seed, "each of both is drawn from a seed of its own");
    assert_eq!(firmness.near.first["v1"], firmness.near.runs, "no weighting near the given one changes the winner");
    assert_eq!(firmness.without_evaluator.len(), 3);
    assert!(firmness.without_evaluator.iter().all(|(_, case)| case.ranking[0] == ["v1"]));
    assert_eq!(firmness.now.lead, Some(decimal("8.50")));
}

/// A ballot of three to five items, two to four bidders and some sheets of points, with some blanks.
fn any_ballot() -> impl Strategy<Value = Ballot> {
    (2..5_usize, 2..5_usize, 1..4_usize).prop_flat_map(|(items, bidders, sheets)| {
        let marks = prop::collection::vec(prop::option::weighted(0.9, 0..=10_u32), items * bidders * sheets);
        (prop::collection::vec(1..40_u32, items), marks).prop_map(move |(weights, marks)| {
            let names = |prefix: &str, count: usize| (0..count).map(|n| format!("{prefix}{n}")).collect::<Vec<_>>();
            let (ids, contenders) = (names("c", items), names("b", bidders));
            let mut marks = marks.into_iter();
            let sheets = names("e", sheets).into_iter().map(|evaluator| {
                let mut one = sheet(&evaluator, &[]);
                for id in &ids {
                    for bidder in &contenders {
                        if let Some(mark) = marks.next().flatten() {
                            one.marks.insert((id.clone(), bidder.clone()), mark.to_string());
                        }
                    }
                }
                one
            });
            let sheets = sheets.collect();
            let items = ids
                .iter()
                .zip(weights)
                .map(|(id, weight)| item(id, &weight.to_string(), Scheme::Points { greatest: decimal("10") }));
            let bidders = contenders.iter().map(|id| contender(id, None));
            ballot(items.collect(), bidders.collect(), sheets)
        })
    })
}

/// Who is first alone when the weight of `id` is changed and the others are scaled, counted anew.
fn winner_with(ballot: &Ballot, id: &str, change: Decimal) -> Option<String> {
    let whole: Decimal = ballot.items.iter().map(|item| item.weight).sum();
    let own = ballot.item(id).unwrap().weight;
    let mut turned = ballot.clone();
    for item in &mut turned.items {
        item.weight = if item.id == id {
            own + change
        } else {
            (item.weight * (whole - own - change) / (whole - own)).round_dp(9)
        };
    }
    count(&turned).unwrap().winner().map(ToOwned::to_owned)
}

/// Marks added up, a step of whole points, a minimum of all points, a criterion without a weight: each has its own way to
/// change who is first.
#[test]
fn flips_and_trials_follow_the_rules_of_the_result() {
    let points = || Scheme::Points { greatest: decimal("10") };
    let formula = Formula { rule: Rule::Linear, rounding: two() };
    let items = vec![item("X", "50", points()), item("P", "50", Scheme::Price(formula))];
    let bidders = vec![contender("a", Some(300)), contender("b", Some(100))];
    let sheets = ["e", "f", "g"].map(|name| sheet(name, &[("X", "a", "9"), ("X", "b", "4")]));
    let mut sums = ballot(items, bidders, sheets.to_vec());
    sums.pooling = Pooling::Sum;
    let flips = flips(&sums);
    let told = |id: &str| flips.iter().find(|(one, _)| one == id).unwrap().1.as_ref().unwrap().change;
    // a: 2.7 of each point of X; b: 1.2 of each point of X and 1 of each point of P. Level at w · 1.5 = 100 − w.
    let off = told("X") - Exact::new(-10, 1);
    assert!(off.abs() < Exact::new(1, 100), "{off}: but for a step of rounding");
    assert_eq!(winner_with(&sums, "X", decimal("-9.9")).as_deref(), Some("a"));
    assert_eq!(winner_with(&sums, "X", decimal("-10.1")).as_deref(), Some("b"));

    let items = vec![item("X", "50", points()), item("Y", "50", points())];
    let marks = [("X", "a", "7"), ("Y", "a", "6"), ("X", "b", "1"), ("Y", "b", "10")];
    let mut least = ballot(items.clone(), vec![contender("a", None), contender("b", None)], vec![sheet("e", &marks)]);
    least.minimum = Some(decimal("0.6"));
    assert_eq!(count(&least).unwrap().of("b").unwrap().out, [Why::UnderTotalMinimum]);
    let (_, flip) = &firm(&least).flips[0];
    let flip = flip.clone().expect("b comes back in");
    assert_eq!((flip.winner.as_deref(), flip.rises, flip.at), (Some("b"), false, decimal("40")));
    assert!(flip.level);
    // With one point less a is out as soon as X weighs less.
    least.sheets[0].marks.insert(("Y".into(), "a".into()), "5".into());
    let (_, flip) = &firm(&least).flips[0];
    let flip = flip.clone().expect("nobody is left");
    assert_eq!((flip.winner, flip.rises, flip.at), (None, false, decimal("49.99")));
    assert!(firm(&least).uniform.first["b"] > 0, "in some weightings it is in");

    let marks = [("X", "a", "7"), ("Y", "a", "5"), ("X", "b", "1"), ("Y", "b", "10")];
    let items = vec![item("X", "100", points()), item("Y", "0", points())];
    let idle = ballot(items, vec![contender("a", None), contender("b", None)], vec![sheet("e", &marks)]);
    let (_, flip) = &firm(&idle).flips[1];
    let flip = flip.clone().expect("with a weight it counts");
    assert_eq!((flip.winner.as_deref(), flip.rises, flip.weight), (Some("b"), true, ZERO));
    assert_eq!(flip.at, decimal("54.55"));
    assert_eq!(winner_with(&idle, "Y", decimal("54.5")).as_deref(), Some("a"));
    assert_eq!(winner_with(&idle, "Y", decimal("54.6")).as_deref(), Some("b"));
}

/// Totals of those with a rank when the weight of `id` is changed and the others are scaled, counted anew from the marks.
fn totals_with(ballot: &Ballot, id: &str, change: Exact) -> BTreeMap<String, Exact> {
    let whole: Exact = ballot.items.iter().map(|item| exact(item.weight)).sum();
    let own = exact(ballot.item(id).unwrap().weight);
    let outcome = count(ballot).unwrap();
    let scale = |item: &Item| {
        if item.id == id {
            (own + change) / own
        } else {
            (whole - own - change) / (whole - own)
        }
    };
    let of = |one: &Standing| -> Exact {
        let points: Exact = ballot.items.iter().map(|item| one.points[&item.id].unwrap_or(ZERO) * scale(item)).sum();
        let price = ballot.bidders.iter().find(|bidder| bidder.id == one.bidder).unwrap().price;
        match (&ballot.totalling, price) {
            (Totalling::Division { unit }, Some(price)) => points * Exact::new((*unit).into(), price.into()),
            _ => points,
        }
    };
    outcome.standings.iter().filter(|one| one.rank.is_some()).map(|one| (one.bidder.clone(), of(one))).collect()
}

proptest! {
    #[test]
    fn order_of_bidders_items_and_evaluators_never_matters(ballot in any_ballot()) {
        let turned = Ballot {
            items: ballot.items.iter().rev().cloned().collect(),
            bidders: ballot.bidders.iter().rev().cloned().collect(),
            sheets: ballot.sheets.iter().rev().cloned().collect(),
            ..ballot.clone()
        };
        let by_bidder = |ballot: &Ballot| {
            let standings = count(ballot).unwrap().standings;
            standings.into_iter().map(|one| (one.bidder.clone(), (one.rank, one.total))).collect::<BTreeMap<_, _>>()
        };
        prop_assert_eq!(by_bidder(&ballot), by_bidder(&turned));
    }

    /// Points that are agreed on may have more decimals than any that were given.
    #[test]
    fn sheets_laid_out_before_count_as_if_laid_out_anew(
        ballot in any_ballot(),
        agreed in prop::collection::vec((0..5_usize, 0..5_usize, 0..4000_u32), 0..6),
        excluded in 0..5_usize,
    ) {
        let laid = Laid::of(&ballot);
        let known = oddities(&ballot).unwrap();
        let mut later = ballot;
        for (item, bidder, points) in agreed {
            if item < later.items.len() && bidder < later.bidders.len() {
                let key = (later.items[item].id.clone(), later.bidders[bidder].id.clone());
                later.consensus.insert(key, Decimal::new(i64::from(points % 1000), 2).to_string());
            }
        }
        if let Some(bidder) = later.bidders.get_mut(excluded) {
            bidder.excluded = true;
        }
        let looked = count_and_look(&later, &laid).unwrap();
        prop_assert_eq!(looked.outcome, count(&later).unwrap());
        let own = Ballot { consensus: Marks::new(), ..later.clone() };
        prop_assert_eq!(looked.own, count(&own).unwrap());
        prop_assert_eq!(&looked.oddities, &oddities(&later).unwrap());
        prop_assert_eq!(count_and_look_again(&later, &laid, known).unwrap().oddities, looked.oddities);
    }

    /// Only bidders whose price pulls at others are tried; leaving out each one finds the same.
    #[test]
    fn who_turns_the_others_is_found_as_by_leaving_out_each(
        ballot in any_ballot(),
        prices in prop::collection::vec(prop::option::weighted(0.9, 50..400_i64), 4),
        linear in any::<bool>(),
    ) {
        let mut priced = ballot;
        let rule = if linear { Rule::Linear } else { Rule::LowestOverBid };
        priced.items.push(item("price", "60", Scheme::Price(Formula { rule, rounding: two() })));
        for (bidder, price) in priced.bidders.iter_mut().zip(prices) {
            bidder.price = price;
        }
        let whole = count(&priced).unwrap();
        let turns = |left: &&Contender| {
            let rest = priced.bidders.iter().filter(|one| one.id != left.id).cloned().collect();
            let without = ranking(&count(&Ballot { bidders: rest, ..priced.clone() }).unwrap());
            let mut before = ranking(&whole);
            for rank in &mut before {
                rank.retain(|bidder| *bidder != left.id);
            }
            before.retain(|rank| !rank.is_empty());
            !whole.winners().contains(&left.id.as_str()) && before != without
        };
        prop_assume!(whole.standings.iter().all(|one| one.rank.is_some()));
        let expected: Vec<String> = priced.bidders.iter().filter(turns).map(|one| one.id.clone()).collect();
        let found = oddities(&priced).unwrap().into_iter().filter_map(|odd| match odd {
            Oddity::Turns { bidder } => Some(bidder),
            _ => None,
        });
        prop_assert_eq!(found.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn scaling_all_weights_never_changes_the_order(ballot in any_ballot(), times in 2..50_u32) {
        let mut scaled = Ballot { rounding: Rounding { places: 12, mode: Mode::HalfUp }, ..ballot };
        let before = ranking(&count(&scaled).unwrap());
        for item in &mut scaled.items {
            item.weight *= Decimal::from(times);
        }
        prop_assert_eq!(before, ranking(&count(&scaled).unwrap()));
    }

    /// A search in small steps finds the winner changed beyond the flip, and not before it, divided by the price or not.
    #[test]
    fn the_flip_agrees_with_a_search(
        ballot in any_ballot(),
        divided in prop::option::of(prop::collection::vec(50..400_i64, 5)),
    ) {
        let mut ballot = Ballot { rounding: Rounding { places: 12, mode: Mode::HalfUp }, ..ballot };
        if let Some(prices) = divided {
            ballot.totalling = Totalling::Division { unit: 100 };
            for (bidder, price) in ballot.bidders.iter_mut().zip(prices) {
                bidder.price = Some(price);
            }
        }
        let outcome = count(&ballot).unwrap();
        prop_assume!(outcome.winner().is_some());
        let winner = outcome.standings[0].bidder.clone();
        let whole: Exact = ballot.items.iter().map(|item| exact(item.weight)).sum();
        for (id, flip) in flips(&ballot) {
            let own = exact(ballot.item(&id).unwrap().weight);
            let beaten = |change: Exact| {
                let totals = totals_with(&ballot, &id, change);
                totals.values().any(|total| *total > totals[&winner])
            };
            for step in -60..=60_i128 {
                let change = if step < 0 { own * Exact::new(step, 61) } else { (whole - own) * Exact::new(step, 61) };
                let inside = flip.as_ref().is_none_or(|flip| {
                    let size = flip.change.abs();
                    change <= size && -change <= size
                });
                prop_assert!(!(inside && beaten(change)), "{id}: beaten at {change}, {flip:?}");
            }
            if let Some(flip) = flip {
                let a_little = Exact::new(1, 1_000_000);
                let level = totals_with(&ballot, &id, flip.change);
                prop_assert_eq!(level[&winner], level[flip.winner.as_ref().unwrap()]);
                let beyond = flip.change + if flip.rises { a_little } else { -a_little };
                prop_assert!(beaten(beyond), "{id}: not beaten beyond {flip:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Counting anew with other weights finds the first where the flips say, whatever the rules.
    #[test]
    fn the_flip_agrees_with_counting_anew(
        ballot in any_ballot(),
        sums in any::<bool>(),
        cut in any::<bool>(),
        places in 0..3_u32,
        minimum in prop::option::of(20..70_i64),
        empty in any::<bool>(),
    ) {
        let mut ballot = ballot;
        ballot.pooling = if sums { Pooling::Sum } else { Pooling::Mean };
        ballot.rounding = Rounding { places, mode: if cut { Mode::Cut } else { Mode::HalfUp } };
        ballot.minimum = minimum.map(|percent| Decimal::new(percent, 2));
        if empty {
            ballot.items[0].weight = Decimal::ZERO;
        }
        let whole: Decimal = ballot.items.iter().map(|item| item.weight).sum();
        let outcome = count(&ballot).unwrap();
        // Of whom a part is missing, nobody knows where it would stand.
        prop_assume!(outcome.standings.iter().all(|one| one.open.is_empty()));
        prop_assume!(outcome.winner().is_some());
        let winner = outcome.winner().map(ToOwned::to_owned);
        for (id, flip) in flips(&ballot) {
            let own = ballot.item(&id).unwrap().weight;
            if own == whole {
                prop_assert_eq!(flip, None);
                continue;
            }
            let first = |change: Decimal| winner_with(&ballot, &id, change);
            let stays = |change: Decimal| first(change) == winner;
            let size = flip.as_ref().map(|flip| (flip.at - own).abs());
            for step in 1..=19_u32 {
                let part = Decimal::from(step) * decimal("0.04987");
                for change in [own * -part, (whole - own) * part].map(|change| change.round_dp(2)) {
                    if size.is_none_or(|size| change.abs() < size) {
                        prop_assert!(stays(change), "{id}: {:?} at {change}, {flip:?}", first(change));
                    }
                }
                if let Some(size) = size {
                    for change in [size * part, -size * part].map(|change| change.round_dp(2)) {
                        let inside = own + change > Decimal::ZERO && own + change < whole && change.abs() < size;
                        prop_assert!(!inside || stays(change), "{id}: {:?} at {change}, {flip:?}", first(change));
                    }
                }
            }
            if let Some(flip) = flip {
                // At the very place the scaled weights of the others are not whole numbers of anything.
                let next = if flip.rises { decimal("0.01") } else { decimal("-0.01") };
                let then = [flip.at, flip.at + next].map(|at| first(at - own));
                prop_assert!(then.iter().any(|one| *one != winner), "{flip:?}");
                if !flip.level {
                    // Nothing tells those apart who are first.
                    prop_assert!(then.contains(&flip.winner) || then.contains(&None), "{flip:?} {then:?}");
                }
            }
        }
    }
}

#[test]
fn the_largest_ballots_are_examined_without_running_out_of_digits() {
    let mut seed = 7_u64;
    let mut dice = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let (bidders, criteria, evaluators) = (12, 30, 20);
    let items: Vec<Item> = (0..criteria)
        .map(|n| {
            let weight = Decimal::new(i64::try_from(100 + dice(900)).unwrap(), 2);
            Item { weight, ..item(&format!("c{n}"), "1", Scheme::Points { greatest: decimal("7") }) }
        })
        .collect();
    let contenders: Vec<Contender> = (0..bidders)
        .map(|n| contender(&format!("b{n}"), Some(i64::try_from(10_000_019 + dice(89_999_999)).unwrap())))
        .collect();
    let mut sheets = Vec::new();
    for e in 0..evaluators {
        let mut marks = Marks::new();
        for c in 0..criteria {
            for b in 0..bidders {
                if dice(10) > 2 {
                    marks.insert(
                        (format!("c{c}"), format!("b{b}")),
                        Decimal::new(i64::try_from(dice(70)).unwrap(), 1).to_string(),
                    );
                }
            }
        }
        sheets.push(Ballots {
            evaluator: format!("e{e}"),
            marks,
            comments: BTreeSet::new(),
            judges: Vec::new(),
            steps_aside: Vec::new(),
        });
    }
    let additive = ballot(items, contenders, sheets);
    for (pooling, totalling) in [
        (Pooling::Mean, Totalling::Additive),
        (Pooling::Sum, Totalling::Additive),
        (Pooling::Mean, Totalling::Division { unit: 1_000_000 }),
    ] {
        let ballot = Ballot { pooling, totalling, minimum: Some(decimal("0.1")), ..additive.clone() };
        assert!(firm(&ballot).uniform.first.values().sum::<u32>() >= RUNS);
    }
}
