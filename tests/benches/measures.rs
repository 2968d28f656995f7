//! The measures: each of ours against a peer or a floor in the same run, on the same machine. `make bench` prints the
//! table; a ratio over what is allowed ends with exit status 1.

mod choice;
mod hostile;
mod house;
mod peers;
mod questions;

use std::path::PathBuf;
use std::process::ExitCode;

use sentei_tests::measure::{print, Line};
use sentei_tests::source::project;

/// What is measured runs with the memory the program has.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Takes one measure, or several of the same kind.
type Measure = fn() -> Vec<Line>;

/// Every measure by the word that picks it.
const MEASURES: &[(&str, Measure)] = &[
    ("start", house::start),
    ("edit", house::edit),
    ("papers", house::papers),
    ("preview", house::preview),
    ("result", choice::result),
    ("firmness", choice::firmness),
    ("report", choice::report),
    ("sheet", choice::sheet),
    ("register", questions::register),
    ("import", questions::import),
    ("distribution", questions::distribution),
    ("hostile", hostile::hostile),
];

fn main() -> ExitCode {
    // `cargo bench` hands over `--bench`; any other word picks the measures that hold it.
    let wished: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    let mut lines = Vec::new();
    for (name, measure) in MEASURES {
        if wished.is_empty() || wished.iter().any(|wish| name.contains(wish.as_str())) {
            eprintln!("measuring: {name} …");
            lines.extend(measure());
        }
    }
    if print(&lines) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Where the front end's packages are, the typefaces among them.
pub(crate) fn packages() -> PathBuf {
    project().join("ui").join("node_modules")
}

/// Nothing that was set before may help.
pub(crate) fn forget() {
    comemo::evict(0);
}
