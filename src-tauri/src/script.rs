//! The program without a window: one command, its result on standard output, its refusal on standard error.

use std::path::PathBuf;
use std::process::ExitCode;

use serde_json::{json, Value};

use crate::arguments::USAGE;
use crate::machine;

/// Runs one command. Exit status 0 and the result as JSON, or 1 and the refusal as JSON.
pub fn call(name: &str, args: Option<&str>, library: Option<PathBuf>) -> ExitCode {
    let args: Value = match serde_json::from_str(args.unwrap_or("{}")) {
        Ok(args) => args,
        Err(cause) => {
            let args = json!({ "detail": cause.to_string() });
            return refuse(
                &json!({ "code": "arguments", "message_id": "error-arguments", "args": args, "message": cause.to_string() }),
            );
        }
    };
    let session = match machine::session(library) {
        Ok(session) => session,
        Err(sentence) => {
            return refuse(
                &json!({ "code": "library", "message_id": "error-file-not-found", "args": {}, "message": sentence }),
            )
        }
    };
    match sentei_api::dispatch(&session, name, args) {
        Ok(reply) => {
            println!("{}", reply.value);
            ExitCode::SUCCESS
        }
        Err(failure) => refuse(&json!(failure)),
    }
}

fn refuse(failure: &Value) -> ExitCode {
    eprintln!("{failure}");
    ExitCode::FAILURE
}

/// Prints the list of commands.
pub fn list() -> ExitCode {
    print!("{}", sentei_api::bindings::listing());
    ExitCode::SUCCESS
}

/// Prints how the program is used.
pub fn help() -> ExitCode {
    println!("{USAGE}");
    ExitCode::SUCCESS
}
