//! The project's own sources, read as text by the tests that check its shape.

use std::path::{Path, PathBuf};

/// The folder that holds `Cargo.toml`, `src-tauri`, `ui` and `tests`.
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests room lies inside the project").to_path_buf()
}

/// One source file: its path as seen from the project, with forward slashes, and its text.
#[derive(Debug, Clone)]
pub struct Source {
    /// For example `src-tauri/core/src/lib.rs`.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl Source {
    /// Places in this file that hold `needle`, as `path:line`.
    pub fn places_of(&self, needle: &str) -> Vec<String> {
        self.text
            .lines()
            .enumerate()
            .filter(|(_, line)| line.contains(needle))
            .map(|(index, _)| format!("{}:{}", self.path, index + 1))
            .collect()
    }
}

/// Every file below `folder` (as seen from the project) whose name ends in one of `endings`, in order of path.
/// Packages and built files are left out.
pub fn sources(folder: &str, endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    gather(&project().join(folder), endings, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn gather(folder: &Path, endings: &[&str], found: &mut Vec<Source>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if !matches!(name.as_str(), "node_modules" | "dist" | "target" | "gen") {
                gather(&path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let text = std::fs::read_to_string(&path).expect("a source is UTF-8");
            let path = path.strip_prefix(project()).expect("below the project").to_string_lossy().replace('\\', "/");
            found.push(Source { path, text });
        }
    }
}

/// A source up to the tests at its end. A module of tests in a file of its own is only named, often at the top.
pub fn without_tests(rust: &str) -> &str {
    rust.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or(rust)
}

/// Rust text without its comments, its tests at the end and the contents of its string literals,
/// so that a word in a sentence is not taken for an import.
pub fn code_of(rust: &str) -> String {
    let rust = without_tests(rust);
    let mut code = String::with_capacity(rust.len());
    let mut rest = rust.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '/' if rest.peek() == Some(&'/') => while rest.next_if(|&c| c != '\n').is_some() {},
            '"' => {
                code.push('"');
                while let Some(inner) = rest.next() {
                    match inner {
                        '\\' => {
                            rest.next();
                        }
                        '"' => break,
                        '\n' => code.push('\n'),
                        _ => {}
                    }
                }
                code.push('"');
            }
            // A quoted quote would open a string that never closes.
            '\'' if rest.peek() == Some(&'"') => {
                rest.next();
                rest.next_if(|&c| c == '\'');
            }
            _ => code.push(c),
        }
    }
    code
}

/// First names after `root::` in Rust code: `crate::{a::B, c}` and `crate::d` give a, c and d.
pub fn imports(code: &str, root: &str) -> Vec<String> {
    let mark = format!("{root}::");
    let mut names = Vec::new();
    for (at, _) in code.match_indices(&mark) {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
            continue;
        }
        let rest = code[at + mark.len()..].trim_start();
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0_usize;
            let mut name = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    ',' if depth == 0 => names.extend(first_name(&std::mem::take(&mut name))),
                    _ if depth == 0 => name.push(c),
                    _ => {}
                }
            }
            names.extend(first_name(&name));
        } else {
            names.extend(first_name(rest));
        }
    }
    names
}

fn first_name(path: &str) -> Option<String> {
    let name: String = path.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::{code_of, imports};

    #[test]
    fn imports_are_read_from_groups_and_single_paths() {
        let code = "use crate::{journal::{Op, Tx}, Error, rfp};\nlet x = crate::vendor::find(); mycrate::nothing();";
        assert_eq!(imports(code, "crate"), ["journal", "Error", "rfp", "vendor"]);
    }

    #[test]
    fn comments_strings_and_tests_are_no_code() {
        let code = code_of("// crate::rfp\nlet a = \"crate::rfp \\\" \";\nlet b = '\"';\nuse crate::text;\n#[cfg(test)]\nmod tests { use crate::rfp; }");
        assert_eq!(imports(&code, "crate"), ["text"]);
    }
}
