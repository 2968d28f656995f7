//! The program as scripts use it: `sentei call NAME JSON --library DIR`, without a display.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// The folder that holds the built programs, found from the running test.
pub fn built() -> PathBuf {
    let test = std::env::current_exe().expect("a running program has a path");
    // target/debug/deps/test-0123 and target/debug/examples/screens
    test.parent().and_then(Path::parent).expect("built by cargo").to_path_buf()
}

/// The program under test, built beside the tests by `cargo build --workspace`.
pub fn program() -> PathBuf {
    let path = built().join(if cfg!(windows) { "sentei.exe" } else { "sentei" });
    assert!(path.is_file(), "{} is not there: run `cargo build --workspace` first, or `make test`", path.display());
    path
}

/// A library in a folder of its own, which goes when the test ends.
#[derive(Debug)]
pub struct Shelf {
    folder: TempDir,
}

impl Default for Shelf {
    fn default() -> Self {
        Self::new()
    }
}

/// A command that was refused: what standard error said.
#[derive(Debug)]
pub struct Refused {
    /// The error as JSON: `{ code, message_id, args }`.
    pub error: Value,
}

impl Refused {
    /// The id of the sentence.
    pub fn message(&self) -> &str {
        self.error["message_id"].as_str().unwrap_or_default()
    }
}

impl Shelf {
    /// An empty folder for a library.
    pub fn new() -> Self {
        Self { folder: TempDir::with_prefix("sentei-").expect("a folder for the test") }
    }

    /// The library's folder.
    pub fn library(&self) -> PathBuf {
        self.folder.path().join("library")
    }

    /// A path beside the library, for exports and files to read.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs the program as a script would and gives back everything it did.
    pub fn run(&self, name: &str, args: &str) -> Output {
        Command::new(program())
            .args(["call", name, args, "--library"])
            .arg(self.library())
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .output()
            .expect("the program starts")
    }

    /// A command that is expected to work.
    ///
    /// # Panics
    /// When it does not, with what it said.
    pub fn call(&self, name: &str, args: &Value) -> Value {
        let output = self.run(name, &args.to_string());
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{name} {args}: {said}");
        serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|error| panic!("{name} printed no JSON ({error}): {output:?}"))
    }

    /// A command that is expected to be refused with exit status 1, JSON on standard error and nothing on
    /// standard output.
    ///
    /// # Panics
    /// When it is not.
    pub fn refused(&self, name: &str, args: &Value) -> Refused {
        let output = self.run(name, &args.to_string());
        assert_eq!(output.status.code(), Some(1), "{name} {args}: {output:?}");
        assert!(output.stdout.is_empty(), "{name} {args}: {output:?}");
        let error = serde_json::from_slice(&output.stderr)
            .unwrap_or_else(|error| panic!("{name} {args}: standard error is no JSON ({error}): {output:?}"));
        Refused { error }
    }
}
