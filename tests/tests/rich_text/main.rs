//! One model of rich text, held twice: by the store in Rust and by the editor as a ProseMirror schema. What one of them
//! can make, the other must take.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::{Command, Stdio};

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use sentei_core::richtext::{Block, Cell, CellBlock, Inline, List, ListItem, Marks, RichText, Table};
use sentei_tests::source::project;
use serde::Deserialize;
use serde_json::{json, Value};

// The documents of core's own property tests; they are no part of what core offers.
#[path = "../../../src-tauri/core/src/richtext/arbitrary.rs"]
mod arbitrary;

/// What the editor's side answers.
#[derive(Deserialize)]
struct Editor {
    schema: Value,
    refused: Vec<Value>,
    own: Vec<Value>,
}

fn editor(docs: &[Value], own: u32) -> Editor {
    let mut node = Command::new("node")
        .arg(project().join("tests/tests/rich_text/editor.js"))
        .arg(project().join("ui"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node runs");
    let asked = json!({ "docs": docs, "own": own }).to_string();
    node.stdin.take().expect("its input").write_all(asked.as_bytes()).expect("it listens");
    let output = node.wait_with_output().expect("it ends");
    assert!(output.status.success(), "the editor's side failed");
    serde_json::from_slice(&output.stdout).expect("its answer is JSON")
}

/// Documents as the store writes them, from the strategy of core's own tests.
fn stored() -> Vec<Value> {
    let mut runner = TestRunner::deterministic();
    let mut docs = vec![json!(RichText::default())];
    docs.extend((0..400).map(|_| json!(arbitrary::doc().new_tree(&mut runner).expect("a document").current())));
    docs
}

/// Names of nodes and marks, each with its attributes: `heading(level)`.
fn names(of: &Value, into: &mut BTreeSet<String>) {
    let attrs = of["attrs"].as_object().into_iter().flatten().map(|(name, _)| name.as_str());
    let attrs: Vec<&str> = attrs.collect();
    into.insert(format!("{}({})", of["type"].as_str().expect("a name"), attrs.join(",")));
    for part in ["content", "marks"] {
        for inner in of[part].as_array().into_iter().flatten() {
            names(inner, into);
        }
    }
}

#[test]
fn the_editor_takes_every_text_of_the_store() {
    let docs = stored();
    let answer = editor(&docs, 0);
    let shown = |refused: &Value| {
        let index = refused["index"].as_u64().and_then(|n| usize::try_from(n).ok()).expect("a place");
        format!("{}: {}", refused["why"], docs[index])
    };
    assert!(answer.refused.is_empty(), "{:#?}", answer.refused.iter().map(shown).collect::<Vec<_>>());
}

#[test]
fn the_store_takes_every_text_of_the_editor() {
    let own = editor(&[], 300).own;
    assert_eq!(own.len(), 300);
    let mut read = Vec::new();
    for doc in &own {
        let text = RichText::from_json(doc.clone()).unwrap_or_else(|cause| panic!("{cause}: {doc}"));
        read.push(json!(text));
    }
    // In the one form the store keeps it is still a text of the editor.
    let answer = editor(&read, 0);
    assert!(answer.refused.is_empty(), "{:#?}", answer.refused);
}

#[test]
fn both_know_the_same_names_and_attributes() {
    let mut of_store = BTreeSet::new();
    for doc in stored() {
        names(&doc, &mut of_store);
    }
    let schema = editor(&[], 0).schema;
    let mut of_editor = BTreeSet::new();
    for kind in ["nodes", "marks"] {
        for (name, shape) in schema[kind].as_object().expect("names") {
            let attrs: Vec<&str> = shape["attrs"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            of_editor.insert(format!("{name}({})", attrs.join(",")));
        }
    }
    assert_eq!(of_store, of_editor);
}
