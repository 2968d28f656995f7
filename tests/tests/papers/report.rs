//! The selection report on paper: what stands in its narrow columns, and where its pages end.

use std::collections::BTreeMap;

use sentei_core::decision::report::SelectionPaper;
use sentei_papers::Engine;
use serde_json::{json, Value};

use crate::tools::{stamp, File};

fn words(said: &str) -> Value {
    json!([{ "s": said }])
}

/// A report of one chapter.
fn report(body: &[Value]) -> File {
    let named = "number version issued issuer hash why asked standing route contents criterion weight table picture";
    let labels: BTreeMap<&str, &str> = named.split(' ').map(|label| (label, "W")).collect();
    let grid = json!({ "head": ["a", "b", "c", "d", "e"], "rows": [] });
    let paper: SelectionPaper = serde_json::from_value(json!({
        "lang": "en",
        "words": labels,
        "paper": { "kind": "K", "title": "T" },
        "hash": "h",
        "summary": {
            "label": "l", "winner": "w", "figures": [], "why": [], "asked": [],
            "standing": grid, "firsts": 0, "route": grid,
        },
        "sections": [{ "name": "S", "body": body }],
    }))
    .unwrap();
    File::pdf(&Engine::new().selection_pdf(&paper, &stamp()).unwrap())
}

#[test]
fn the_names_over_narrow_columns_stay_inside_them() {
    let cell = json!({ "mark": "", "points": "1", "lacks": "" });
    let (bidders, cells) = (["Customerrelationsmanagement Xqzwxqzwxqzwxqzwxqzwxqzwxqzwxq"; 6], vec![cell; 6]);
    let matrix = json!({
        "t": "matrix", "cap": words("c"), "bidders": bidders, "total": "t", "weight": "1", "totals": cells,
        "rows": [{ "name": "r", "weight": "1", "inner": false, "cells": cells }],
    });
    let widths = report(&[matrix]).widths();
    for begun in ["Cus", "Xqzw"] {
        assert_eq!(widths.iter().filter(|(word, _)| word.starts_with(begun)).count(), 6, "{widths:?}");
    }
    // A column of six is 16 mm wide, and some of it stands beside the words.
    assert!(widths.iter().all(|(_, wide)| *wide < 42.0), "{widths:?}");
}

#[test]
fn all_names_over_narrow_columns_have_letters_of_one_size() {
    let cell = json!({ "mark": "", "points": "1", "lacks": "" });
    let wide = |longest: &str| {
        let mut bidders = ["Otsu"; 6];
        bidders[5] = longest;
        let cells = vec![cell.clone(); 6];
        let matrix = json!({
            "t": "matrix", "cap": words("c"), "bidders": bidders, "total": "t", "weight": "1", "totals": cells,
            "rows": [{ "name": "r", "weight": "1", "inner": false, "cells": cells }],
        });
        let widths = report(&[matrix]).widths();
        widths.into_iter().find(|(word, _)| word == "Otsu").expect("a short name").1
    };
    assert!(wide("Customerrelationsmanagement") < 0.9 * wide("Otsu"));
}

#[test]
fn a_long_name_in_a_cell_is_found_by_its_letters() {
    let rows = [json!([words("Featherstonehaughs Limited"), words("plan_2027-05-06.final.version.xlsx")])];
    let text = report(&[json!({ "t": "table", "head": [words("Name"), words("File")], "rows": rows })]).text();
    assert!(text.contains("Featherstonehaughs") && !text.contains('\u{200b}'), "{text}");
    let table = json!({ "t": "table", "head": [words("A"), words("B")], "rows": [
        [words(&"word ".repeat(80)), words(&"Abcdefghijklmnopqrst".repeat(4))],
        [words("x"), words(&".".repeat(400))],
    ] });
    // What has no joints is broken all the same, and so is a line of full stops.
    assert!(report(&[table]).widths().iter().all(|(_, wide)| *wide < 230.0));
}

#[test]
fn what_an_estimate_adds_up_to_is_never_overleaf_alone() {
    let estimate = |n: usize| {
        let rows: Vec<Value> =
            (0..2 + n % 5).map(|line| json!([words(&format!("line{n}-{line}")), words("1")])).collect();
        [
            json!({ "t": "h", "l": 2, "s": words(&format!("E{n}")) }),
            json!({ "t": "table", "head": [words("Item"), words("Sum")], "align": ["l", "r"], "rows": rows }),
            json!({ "t": "p", "r": words(&format!("sum{n}.")) }),
        ]
    };
    let body: Vec<Value> = (0..40).flat_map(estimate).collect();
    let pages = report(&body).pages();
    assert!(pages.len() > 5, "{}", pages.len());
    for n in 0..40 {
        let page = pages.iter().find(|page| page.contains(&format!("sum{n}."))).expect("every sum");
        assert!(page.contains(&format!("line{n}-")), "{page}");
    }
}
