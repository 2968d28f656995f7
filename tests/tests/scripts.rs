//! The program as scripts use it: names, shapes and exit statuses hold from version to version.

use std::fs;
use std::path::Path;
use std::process::Command;

use sentei_tests::program::{program, Shelf};
use serde_json::{json, Value};

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_else(|| panic!("`{key}` is no text in {value}"))
}

fn list<'v>(value: &'v Value, key: &str) -> &'v Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("`{key}` is no list in {value}"))
}

fn bytes_in(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|entry| {
            let entry = entry.expect("an entry");
            (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).expect("readable"))
        })
        .collect();
    files.sort();
    files
}

#[test]
fn the_list_of_commands_needs_no_library_and_no_display() {
    let output = Command::new(program())
        .arg("commands")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{output:?}");
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    for name in ["procurement_create", "rfp_import", "rfp_release", "release_export", "fact_set", "undo"] {
        assert!(said.contains(name), "{name} is not listed:\n{said}");
    }
    let odd = |line: &&str| !line.starts_with("   ") && (line.starts_with(' ') || !line.contains(" -> "));
    assert_eq!(said.lines().find(odd), None, "a command is one line, and what it does the next");
    let mut names: Vec<&str> = said
        .lines()
        .filter(|line| line.contains("->") || line.contains('{'))
        .filter_map(|line| {
            let name = line.split(' ').next()?;
            (!name.is_empty() && name.contains('_') && name.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
                .then_some(name)
        })
        .collect();
    names.sort_unstable();
    let listed = names.len();
    names.dedup();
    assert_eq!(names.len(), listed, "a name is listed twice:\n{said}");
}

#[test]
fn a_script_goes_from_an_outline_to_papers_and_an_addendum() {
    let shelf = Shelf::new();
    let created = shelf.call("procurement_create", &json!({ "title": "CS業務の外部委託", "from": "outline:cs-bpo" }));
    let id = text(&created, "id").to_owned();
    for (key, typed) in [
        ("schedule.rfp_issue", "2027-01-12"),
        ("schedule.question_deadline", "2027/1/26 17時"),
        ("schedule.proposal_deadline", "2027-02-12 17:00"),
        ("contact.person", "佐藤"),
        ("contact.mail", "sato@tsubame.example"),
    ] {
        shelf.call("fact_set", &json!({ "procurement": id, "key": key, "value": typed }));
    }
    for name in ["株式会社あおば", "みなと株式会社"] {
        let bidder = shelf.call("bidder_add", &json!({ "procurement": id, "name": name }));
        assert!(!text(&bidder, "id").is_empty());
    }

    let released = shelf.call("rfp_release", &json!({ "procurement": id, "accept_incomplete": true }));
    assert_eq!(released["number"], "1.0");
    let folder = shelf.beside("papers");
    let exported = shelf
        .call("release_export", &json!({ "release": text(&released, "release"), "to": folder.display().to_string() }));
    let files = bytes_in(&folder);
    assert_eq!(list(&exported, "files").len(), files.len(), "every file that was named is there");
    for company in ["あおば", "みなと"] {
        assert!(
            files.iter().any(|(name, bytes)| name.contains(company) && bytes.starts_with(b"%PDF-")),
            "no addressed PDF for {company}: {:?}",
            files.iter().map(|(name, _)| name).collect::<Vec<_>>()
        );
    }
    assert!(files.iter().any(|(name, bytes)| name.ends_with(".docx") && bytes.starts_with(b"PK")), "no Word version");

    shelf.call(
        "fact_set",
        &json!({ "procurement": id, "key": "schedule.proposal_deadline", "value": "2027-02-19 17:00" }),
    );
    let plan = shelf.call("rfp_release_plan", &json!({ "procurement": id }));
    assert_eq!(plan["kind"], "addendum");
    assert!(!list(&plan, "changes").is_empty(), "the new deadline is a change: {plan}");
    let addendum =
        shelf.call("rfp_release", &json!({ "procurement": id, "accept_incomplete": true, "reason": "提出期限の延長" }));
    assert_eq!(addendum["number"], "1.1");

    // What left the house once stays as it was, byte for byte.
    let again = shelf.beside("again");
    shelf.call("release_export", &json!({ "release": text(&released, "release"), "to": again.display().to_string() }));
    assert_eq!(bytes_in(&again), files);

    let verified = shelf.call("journal_verify", &json!({}));
    assert!(verified["broken"].is_null(), "{verified}");
}

#[test]
fn every_beginning_that_scripts_may_name_works() {
    let shelf = Shelf::new();
    for from in ["outline:cs-bpo", "outline:general", "sample", "empty"] {
        let created = shelf.call("procurement_create", &json!({ "title": "始まり", "from": from }));
        let id = text(&created, "id");
        let rfp = shelf.call("rfp_get", &json!({ "procurement": id }));
        let sections = list(&rfp, "sections").len();
        assert_eq!(sections == 0, from == "empty", "{from}: {sections} sections");
    }
}

#[test]
fn markdown_comes_in_as_sections_with_what_was_left_out_named() {
    let shelf = Shelf::new();
    let created = shelf.call("procurement_create", &json!({ "title": "取り込み", "from": "empty" }));
    let file = shelf.beside("draft.md");
    fs::write(
        &file,
        "# 背景\n\n**急増**する問い合わせ。\n\n## 範囲\n\n- 一次対応\n- 二次対応\n\n| 項目 | 量 |\n|---|---|\n| メール | 1,200 |\n\n![図](x.png)\n",
    )
    .expect("written");
    let imported =
        shelf.call("rfp_import", &json!({ "procurement": text(&created, "id"), "file": file.display().to_string() }));
    assert_eq!(imported["sections"], 2);
    assert!(!list(&imported, "warnings").is_empty(), "the picture is named as left out");
    let rfp = shelf.call("rfp_get", &json!({ "procurement": text(&created, "id") }));
    let titles: Vec<&str> = list(&rfp, "sections").iter().map(|section| text(section, "title")).collect();
    assert_eq!(titles, ["背景", "範囲"]);
}

#[test]
fn what_cannot_be_done_is_refused_with_a_sentence_and_changes_nothing() {
    let shelf = Shelf::new();
    let created = shelf.call("procurement_create", &json!({ "title": "断り", "from": "outline:general" }));
    let id = text(&created, "id").to_owned();
    let before = shelf.call("journal_verify", &json!({}));

    let wrong_file = shelf.beside("picture.docx");
    fs::write(&wrong_file, b"\x89PNG not a document").expect("written");
    let cases = [
        ("no_such_command", json!({})),
        ("procurement_create", json!({ "title": "x", "from": "outline:no-such" })),
        ("procurement_create", json!({ "wrong": 1 })),
        ("procurement_get", json!({ "id": "no-such" })),
        ("fact_set", json!({ "procurement": id, "key": "schedule.proposal_deadline", "value": "来週の金曜っぽい" })),
        ("fact_set", json!({ "procurement": id, "key": "no.such.fact", "value": "x" })),
        ("rfp_import", json!({ "procurement": id, "file": wrong_file.display().to_string() })),
        ("rfp_import", json!({ "procurement": id, "file": shelf.beside("absent.md").display().to_string() })),
        ("rfp_release", json!({ "procurement": id })),
        ("release_export", json!({ "release": "no-such", "to": shelf.beside("out").display().to_string() })),
    ];
    for (name, args) in cases {
        let refused = shelf.refused(name, &args);
        assert!(refused.message().starts_with("error-"), "{name} {args}: {:?}", refused.error);
        assert!(refused.error["code"].is_string() && refused.error["args"].is_object(), "{:?}", refused.error);
    }
    for from in ["outline:no-such", "procurement:no-such", "somewhere"] {
        let refused = shelf.refused("procurement_create", &json!({ "title": "x", "from": from }));
        assert_eq!(refused.message(), "error-from", "{from}");
    }
    assert_eq!(shelf.call("journal_verify", &json!({})), before, "a refusal leaves no trace");
    assert!(!shelf.beside("out").exists(), "nothing was exported");
}

#[test]
fn a_reader_that_goes_away_is_no_disaster() {
    let shelf = Shelf::new();
    shelf.call("procurement_create", &json!({ "title": "", "from": "sample" }));
    for args in [["call", "home"].as_slice(), &["commands"], &["--help"]] {
        let mut program = std::process::Command::new(sentei_tests::program::program())
            .args(args)
            .args(if args[0] == "call" { ["--library".into(), shelf.library()].to_vec() } else { Vec::new() })
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(program.stdout.take());
        let output = program.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && !said.contains("panicked"), "{args:?}: {said}");
    }
}

#[test]
fn arguments_that_are_no_json_are_refused_as_json() {
    let shelf = Shelf::new();
    let output = shelf.run("app_state", "{title: }");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let error: Value = serde_json::from_slice(&output.stderr).expect("JSON on standard error");
    assert_eq!(text(&error, "message_id"), "error-arguments");
    assert!(text(&error, "message").contains("sentei commands"), "a whole sentence: {error}");
}

#[test]
fn without_a_display_the_window_says_so_in_a_sentence() {
    let shelf = Shelf::new();
    let output = Command::new(program())
        .arg("--library")
        .arg(shelf.library())
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the program starts");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("no display") && !said.contains("panicked"), "{said}");
    assert!(!shelf.library().exists(), "no library was made for a window that never opened");
}
