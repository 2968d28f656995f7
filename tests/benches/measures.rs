//! The measures: each of ours against a peer or a floor in the same run, on the same machine. `make bench` prints the
//! table; a ratio over what is allowed ends with exit status 1.

mod choice;
mod hostile;
mod house;
mod peers;
mod questions;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use sentei_tests::measure::{print, quantile, Line};
use sentei_tests::source::project;
use sentei_tests::window::Window;
use serde_json::Value;

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

/// From one changed word to the painted frame, p95, in a window that stands as it is: what any change on the screen takes
/// on this machine at this hour, beside which its times are read.
pub(crate) fn one_word(window: &Window, what: &'static str, limit: Duration) -> Line {
    let answer = window.execute_later(
        "const [done] = arguments;
         const painted = () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
         const word = document.querySelector('main :is(h1, h2)').appendChild(document.createElement('span'));
         (async () => {
           const taken = [];
           for (let n = 0; n < 45; n += 1) {
             await new Promise((rest) => setTimeout(rest, 100));
             const began = performance.now();
             word.textContent = String(n);
             await painted();
             taken.push(performance.now() - began);
           }
           word.remove();
           return taken;
         })().then(done, (error) => done(String(error)));",
        &[],
    );
    Line {
        what,
        ours: quantile(&taken(&answer, 5), 0.95).into(),
        beside: "the same time",
        other: limit.into(),
        allowed: 1.0,
    }
}

/// Milliseconds a script of the page measured, the first `warm` left out.
pub(crate) fn taken(answer: &Value, warm: usize) -> Vec<Duration> {
    let all = answer.as_array().unwrap_or_else(|| panic!("nothing was measured: {answer}"));
    let each = all.iter().skip(warm).filter_map(Value::as_f64);
    each.map(|milliseconds| Duration::from_secs_f64(milliseconds / 1000.0)).collect()
}

/// Nothing that was set before may help.
pub(crate) fn forget() {
    comemo::evict(0);
}
