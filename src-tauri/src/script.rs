//! The program without a window: one command, its result on standard output, its refusal on standard error.

use std::io::{ErrorKind, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use sentei_api::Failure;
use serde_json::{json, Value};

use crate::arguments::USAGE;
use crate::machine;

/// Runs one command. Exit status 0 and the result as JSON, or 1 and the refusal as JSON.
pub fn call(name: &str, args: Option<&str>, library: Option<PathBuf>) -> ExitCode {
    let args: Value = match serde_json::from_str(args.unwrap_or("{}")) {
        Ok(args) => args,
        Err(cause) => return refuse(&json!(Failure::unreadable_arguments(cause))),
    };
    let session = match machine::library(library) {
        Ok(library) => machine::session(library),
        Err(sentence) => {
            return refuse(
                &json!({ "code": "library", "message_id": "error-file-not-found", "args": {}, "message": sentence }),
            )
        }
    };
    match sentei_api::dispatch(&session, name, args) {
        Ok(reply) => print(&format!("{}\n", reply.value)),
        Err(failure) => refuse(&json!(failure)),
    }
}

/// A reader that has gone away, as `head` does, has had enough: what was asked for is done all the same.
fn print(text: &str) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(cause) if cause.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn refuse(failure: &Value) -> ExitCode {
    // Whoever does not listen still gets the exit status.
    let _ = writeln!(std::io::stderr(), "{failure}");
    ExitCode::FAILURE
}

/// Prints the list of commands.
pub fn list() -> ExitCode {
    print(&sentei_api::bindings::listing())
}

/// Prints how the program is used.
pub fn help() -> ExitCode {
    print(&format!("{USAGE}\n"))
}
