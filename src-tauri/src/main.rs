//! Sentei: the shell. It opens the window or runs one command for a script; the rules of the process live in core.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod arguments;
mod copy;
mod dropped;
mod machine;
mod script;
mod window;

use std::process::ExitCode;

use arguments::Wish;

/// Setting a paper asks for memory millions of times; this way it takes a twelfth less time.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match arguments::read(std::env::args_os().skip(1)) {
        Ok(Wish::Window { library }) => window::open(library),
        Ok(Wish::Call { name, args, library }) => script::call(&name, args.as_deref(), library),
        Ok(Wish::Commands) => script::list(),
        Ok(Wish::Help) => script::help(),
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::from(2)
        }
    }
}
