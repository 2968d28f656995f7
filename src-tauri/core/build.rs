//! Gathers the words of both languages into the program and refuses to build when they differ: every message, attribute
//! and placeholder of one language must be in the other.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

/// Message (or `message.attribute`) to the names of its placeholders.
type Messages = BTreeMap<String, BTreeSet<String>>;

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo names the crate's folder")).join("l10n");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut code = String::new();
    let mut languages = Vec::new();
    for lang in ["ja", "en"] {
        let files = files(&root.join(lang));
        let (mut messages, mut twice) = (Messages::new(), Vec::new());
        let _ = writeln!(
            code,
            "/// Name and text of every file of words in `{lang}`.\npub const {}: &[(&str, &str)] = &[",
            lang.to_uppercase()
        );
        for file in &files {
            println!("cargo::rerun-if-changed={}", file.display());
            collect(file, &mut messages, &mut twice);
            let name = file.file_name().expect("a listed file has a name").to_string_lossy();
            let _ = writeln!(code, "    ({name:?}, include_str!({:?})),", file.display().to_string());
        }
        assert!(twice.is_empty(), "these messages are there twice: {}", twice.join(", "));
        code.push_str("];\n");
        languages.push((lang, files, messages));
    }
    compare(&languages[0], &languages[1]);
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo names the output folder")).join("words.rs");
    fs::write(out, code).expect("the output folder can be written");
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|e| e == "ftl"))
        .collect();
    files.sort();
    files
}

fn collect(file: &Path, messages: &mut Messages, twice: &mut Vec<String>) {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let resource = parser::parse(text.as_str()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.display()));
    let mut add = |id: String, pattern: Option<&Pattern<&str>>| {
        let mut names = BTreeSet::new();
        if let Some(pattern) = pattern {
            in_pattern(pattern, &mut names);
        }
        if messages.insert(id.clone(), names).is_some() {
            twice.push(format!("{id} ({})", file.display()));
        }
    };
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                add(message.id.name.to_owned(), message.value.as_ref());
                for attribute in &message.attributes {
                    add(format!("{}.{}", message.id.name, attribute.id.name), Some(&attribute.value));
                }
            }
            Entry::Term(term) => add(format!("-{}", term.id.name), Some(&term.value)),
            Entry::Junk { content } => panic!("{}: cannot be read: {content}", file.display()),
            _ => {}
        }
    }
}

fn in_pattern(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, names);
        }
    }
}

fn in_expression(expression: &Expression<&str>, names: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, names),
        Expression::Select { selector, variants } => {
            in_inline(selector, names);
            for variant in variants {
                in_pattern(&variant.value, names);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                in_inline(argument, names);
            }
        }
        InlineExpression::Placeable { expression } => in_expression(expression, names),
        _ => {}
    }
}

fn compare(one: &(&str, Vec<PathBuf>, Messages), other: &(&str, Vec<PathBuf>, Messages)) {
    let mut wrong = String::new();
    for (a, b) in [(one, other), (other, one)] {
        let names =
            |files: &[PathBuf]| files.iter().filter_map(|f| Some(f.file_name()?.to_owned())).collect::<BTreeSet<_>>();
        for missing in names(&a.1).difference(&names(&b.1)) {
            let _ = writeln!(wrong, "{} has no file {}", b.0, missing.to_string_lossy());
        }
        for (id, places) in &a.2 {
            match b.2.get(id) {
                None => {
                    let _ = writeln!(wrong, "{id} is missing in {}", b.0);
                }
                Some(there) if there != places && a.0 == one.0 => {
                    let _ = writeln!(wrong, "{id} has placeholders {places:?} in {} and {there:?} in {}", a.0, b.0);
                }
                Some(_) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "the two languages differ:\n{wrong}");
}
