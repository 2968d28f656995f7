//! Proposals handed in, for tests and pictures that need some.

use serde_json::{json, Value};

use crate::desk::Desk;

/// Estimates of different shape: title, price, quantity, kind.
const ESTIMATES: [&[[&str; 4]]; 4] = [
    &[
        ["立ち上げ費", "600,000円", "1", "初期"],
        ["基本料（月360時間まで）", "￥1,480,000", "1", "月額"],
        ["超過分（1時間）", "3,600", "528時間", "単価"],
    ],
    &[
        ["設計・立ち上げ費", "120万円", "", "初期"],
        ["運営管理費", "380千円", "", "月額"],
        ["初期設定（1件）", "8,000", "312件", "単価"],
    ],
    &[
        ["立ち上げ費", "550,000円（税込）", "", "初期"],
        ["月額", "1,815,000", "", "月額"],
        ["繁忙月の増員", "495,000", "3か月", "単価"],
    ],
    &[["準備費", "300,000", "", "初期"], ["作業時間", "2,900", "4,798時間", "単価"]],
];

/// Days before the deadline, or hours behind it where negative.
const CAME: [&str; 4] = ["2027/3/29 15:22", "2027/3/30 11:05", "2027/3/30 17:23", "2027/3/30 19:40"];

/// Lets the first bidders of the sample hand in, one of them in grace and one late, with estimates, checks and answers. Gives
/// back the keys of their proposals.
///
/// # Panics
/// Where a command is refused.
pub fn hand_in(desk: &Desk, procurement: &str) -> Vec<String> {
    let bidders = desk.call("bidder_list", &json!({ "procurement": procurement }))["bidders"].clone();
    let open = bidders.as_array().expect("bidders").iter().filter(|one| one["status"] != "declined");
    let mut made = Vec::new();
    for (n, bidder) in open.take(CAME.len()).enumerate() {
        let came = json!({ "bidder": bidder["id"], "received_at": CAME[n], "means": "mail" });
        let id = desk.call("proposal_add", &came)["id"].as_str().expect("an id").to_owned();
        for (field, value) in [("staff", "3"), ("leads", "0.5"), ("busy_extra", "1"), ("valid_until", "2027/6/30")] {
            desk.call("proposal_set", &json!({ "id": id, "field": field, "value": value }));
        }
        let estimate = desk.call("estimate_add", &json!({ "proposal": id }))["id"].clone();
        for [title, unit_price, quantity, kind] in ESTIMATES[n] {
            let line = json!({ "estimate": estimate, "title": title, "unit_price": unit_price, "quantity": quantity, "kind": kind });
            desk.call("estimate_line_add", &line);
        }
        let view = desk.call("proposal_get", &json!({ "id": id }));
        check(desk, &id, &view, n);
        made.push(id);
    }
    made
}

fn check(desk: &Desk, id: &str, view: &Value, n: usize) {
    for (at, item) in view["items"].as_array().expect("items").iter().enumerate() {
        let state = if (at + n) % 9 == 8 { "missing" } else { "present" };
        for (field, value) in [("state", state.to_owned()), ("page", (at + 3).to_string())] {
            desk.call("item_check_set", &json!({ "proposal": id, "item": item["id"], "field": field, "value": value }));
        }
    }
    for (at, one) in view["requirements"].as_array().expect("requirements").iter().enumerate() {
        let answer = ["full", "full", "full", "partly", "full", "none", "alternative"][(at + n) % 7];
        let set = json!({ "proposal": id, "requirement": one["id"], "field": "answer", "value": answer });
        desk.call("requirement_answer_set", &set);
    }
}
