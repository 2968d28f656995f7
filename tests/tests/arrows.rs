//! Who may know whom: the shape of the house, read from the manifests and the imports.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{CargoOpt, MetadataCommand};
use sentei_tests::source::{code_of, imports, project, sources};

/// Foundations of core, lowest first. Each may use those before it.
const GROUND: &[&str] = &[
    "error", "text", "l10n", "amount", "richtext", "paper", "storage", "journal", "library", "calendar", "finding",
    "place",
];

/// Nouns of the process in its order. Each may use the ground and the nouns before it, never later ones.
const NOUNS: &[&str] = &[
    "procurement",
    "settings",
    "letter",
    "evaluation",
    "criterion",
    "required_item",
    "vendor",
    "bidder",
    "rfp",
    "question",
    "distribution",
    "proposal",
    "marking",
    "decision",
    "sample",
    "overview",
];

#[test]
fn crates_know_only_whom_they_may() {
    let metadata = MetadataCommand::new()
        .manifest_path(project().join("Cargo.toml"))
        .features(CargoOpt::AllFeatures)
        .no_deps()
        .exec()
        .expect("cargo metadata answers");
    let ours: BTreeSet<String> = metadata.packages.iter().map(|package| package.name.to_string()).collect();
    let may: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("sentei-core", &[] as &[&str]),
        ("sentei-papers", &["sentei-core"]),
        ("sentei-api", &["sentei-core", "sentei-papers"]),
        ("sentei", &["sentei-api"]),
        ("sentei-tests", &["sentei-core", "sentei-papers", "sentei-api"]),
    ]);
    assert_eq!(
        ours.iter().map(String::as_str).collect::<Vec<_>>(),
        may.keys().copied().collect::<Vec<_>>(),
        "a room was added or removed: draw its arrows here and in src-tauri/ARCHITECTURE.md"
    );
    // What comes from outside and must stay in one room.
    let only = [
        ("tauri", ["sentei"].as_slice()),
        ("rusqlite", &["sentei-core", "sentei-tests"]),
        // The measures hold our papers against the typesetter alone.
        ("typst", &["sentei-papers", "sentei-tests"]),
        ("rust_xlsxwriter", &["sentei-papers", "sentei-tests"]),
        ("calamine", &["sentei-tests"]),
        ("mail-builder", &["sentei-papers"]),
    ];
    let mut wrong = Vec::new();
    for package in &metadata.packages {
        let from = package.name.as_str();
        for dependency in &package.dependencies {
            let to = dependency.name.as_str();
            if ours.contains(to) && !may[from].contains(&to) {
                wrong.push(format!("{from} → {to}"));
            }
            for (crate_name, rooms) in &only {
                let family = to == *crate_name || to.starts_with(&format!("{crate_name}-"));
                if family && !rooms.contains(&from) {
                    wrong.push(format!("{from} → {to}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "forbidden arrows: {wrong:#?}");
}

/// The module of core that a file belongs to: `src-tauri/core/src/rfp/verbs.rs` → `rfp`.
fn module_of(path: &str) -> &str {
    let inside = path.strip_prefix("src-tauri/core/src/").unwrap_or(path);
    let first = inside.split('/').next().unwrap_or(inside);
    first.strip_suffix(".rs").unwrap_or(first)
}

#[test]
fn inside_core_a_module_uses_only_earlier_ones() {
    let order: Vec<&str> = GROUND.iter().chain(NOUNS).copied().collect();
    let rank = |name: &str| order.iter().position(|module| *module == name);
    let mut wrong = Vec::new();
    let mut seen = 0;
    for source in sources("src-tauri/core/src", &[".rs"]) {
        let from = module_of(&source.path);
        // Tests beside the code may look at everything.
        if from == "lib" || source.path.ends_with("/tests.rs") || source.path.contains("/tests/") {
            continue;
        }
        let Some(own) = rank(from) else {
            wrong.push(format!("{}: `{from}` has no place in the order", source.path));
            continue;
        };
        for used in imports(&code_of(&source.text), "crate") {
            seen += 1;
            if rank(&used).is_some_and(|other| other > own) {
                wrong.push(format!("{}: {from} → {used}", source.path));
            }
        }
    }
    assert!(seen > 0, "no import was read");
    wrong.dedup();
    assert!(wrong.is_empty(), "arrows against the order: {wrong:#?}");
}

#[test]
fn core_has_no_clock_and_no_dice() {
    let mut wrong = Vec::new();
    for source in sources("src-tauri/core/src", &[".rs"]) {
        let code = code_of(&source.text);
        for needle in
            ["Utc::now", "Local::now", "SystemTime::now", "Instant::now", "Uuid::now_v7", "Uuid::new_v4", "rand::"]
        {
            if code.contains(needle) {
                wrong.push(format!("{}: {needle}", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "time and identity are passed in: {wrong:#?}");
}

#[test]
fn only_the_transport_sees_tauri() {
    let all = sources("ui", &[".js", ".html", ".ts"]);
    let mut wrong = Vec::new();
    let mut transport = 0;
    for source in &all {
        let places: Vec<String> =
            ["__TAURI", "@tauri-apps"].iter().flat_map(|needle| source.places_of(needle)).collect();
        if source.path == "ui/host/transport.js" {
            transport += places.len();
        } else {
            wrong.extend(places);
        }
    }
    assert!(transport > 0, "the transport does not speak to Tauri at all");
    assert!(wrong.is_empty(), "Tauri is seen outside ui/host/transport.js: {wrong:#?}");
}

#[test]
fn the_front_end_sets_no_inline_style_script_or_html() {
    let mut wrong = Vec::new();
    for source in sources("ui", &[".js", ".html"]) {
        // What other programs put on the clipboard is as they put it.
        if source.path.ends_with(".test.js") || source.path.contains("/fixtures/") {
            continue;
        }
        for needle in [
            " style=",
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "unsafeHTML",
            "document.write",
            "eval(",
            "new Function",
            "javascript:",
            "http://",
            " onclick=",
        ] {
            // The one name of a drawing language that looks like an address.
            wrong.extend(
                source
                    .places_of(needle)
                    .into_iter()
                    .filter(|_| !(needle == "http://" && source.text.contains("http://www.w3.org/2000/svg")))
                    .map(|place| format!("{place}: {needle}")),
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Folding, the weekdays of a date, the marks of a numbered list and where lines may begin are rules of the language, not words of the product.
const RULES_OF_THE_LANGUAGE: &[&str] =
    &["ui/app/fold.js", "ui/app/dates.js", "ui/app/phrases.js", "ui/elements/rich-text/paste.js"];

#[test]
fn words_for_people_live_with_the_other_words() {
    // Hiragana alone is how the palette is searched; a word that is shown has kanji or katakana.
    let shown = |c: char| matches!(c, '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}');
    let mut wrong = Vec::new();
    for source in sources("ui", &[".js"]) {
        if source.path.ends_with(".test.js") || RULES_OF_THE_LANGUAGE.contains(&source.path.as_str()) {
            continue;
        }
        for (index, line) in source.text.lines().enumerate() {
            let line = line.trim_start();
            let code = line.split("//").next().unwrap_or(line);
            if !line.starts_with('*') && !line.starts_with("/*") && code.chars().any(shown) {
                wrong.push(format!("{}:{}: {line}", source.path, index + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "words belong into src-tauri/core/l10n: {wrong:#?}");
}
